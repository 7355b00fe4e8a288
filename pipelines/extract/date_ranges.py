"""Partial dates of a body in order, with ranges and lists of them ("du 3 au 5 mai", "2021-2025", "4, 5 and 6 June")."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from pipelines.extract.date_grammar import SingleReader
from pipelines.extract.date_words import BRACKETS, COMMA, DASHES, Part

_LEAP_YEAR = 2024
_MOVED = 3  # words from "moved" to the old date
_SIGNS = frozenset("/-")


class DateReader(SingleReader):
    """Reads partial dates off the words of a body, left to right."""

    def read(self) -> list[Part]:
        """Partial dates in text order."""
        parts: list[Part] = []
        end, triggers = 0, self.table.triggers
        for i in [i for i, word in enumerate(self.words) if word in triggers or word[0].isdigit()]:
            if i >= end and self._may_begin(i) and (part := self._range(i)):
                if parts:
                    parts[-1] = self._with_year_behind(parts[-1], part)
                parts.append(part)
                end = part.last
        return parts

    def _may_begin(self, i: int) -> bool:
        """Whether a date may begin with a word: a test that saves trying every kind of date on most words."""
        word, table = self.words[i], self.table
        if word in table.openers:
            return True
        if word in table.counters and self.words[i + 1] in table.counted:
            return True
        if word[0].isdigit():
            return len(word) <= 2 or self._year(i) is not None or self.words[i + 1] in _SIGNS or word.count(".") == 2
        return self._phrase(i) is not None

    def _with_year_behind(self, part: Part, following: Part) -> Part:
        """Read "en avril et mai 2024": the first of two joined dates has the year of the second."""
        if part.until or part.year or part.year_from or part.offset is not None or not part.month or not following.year:
            return part
        between = self.words[part.last : following.first]
        if len(between) > 3 or not self.lexicon.conjunctions.intersection(between):
            return part
        return replace(part, year=following.year) if following.month else part

    def _range(self, i: int) -> Part | None:
        """One date, or two with what joins them."""
        word = self.words[i]
        if word[0].isdigit() and (part := self._year_range(i)):
            return part
        if (len(word) <= 2 or word in self.table.weekdays) and (part := self._day_list(i)):
            return part
        first = self._single(i)
        if first is None:
            return self._open_range(i)
        if first.unit == "week" and first.origin == "publication" and first.weekday is None and first.rank is None:
            first = self._days_of_week(first)
            if first.until:
                return first
        if part := self._days_behind_month(first) or self._two_days(first):
            return part
        j = self._joined(first) if first.unit != "season" else None
        second = self._single(j) if j else None
        if second is None or second.until or not _same_kind(first, second):
            return first
        if not self.lexicon.postponed.isdisjoint(self.words[max(0, i - _MOVED) : i]):
            return second  # "moved from 3 June to 10 June"
        return replace(first, last=second.last, until=second)

    def _two_days(self, first: Part) -> Part | None:
        """Read "April 30 and May 1", "le 31 mars et le 1er avril": two days of which one follows the other."""
        if not (first.day and first.month) or self.word(first.last) not in self.lexicon.conjunctions:
            return None
        j = self._skip(first.last + 1, self.lexicon.day_articles)
        second = self._calendar(self._skip(j, self.lexicon.articles))
        if second is None or not second.month or second.day != 1 or second.month != first.month % 12 + 1:
            return None
        if first.day != monthrange(first.year or second.year or _LEAP_YEAR, first.month)[1]:
            return None
        return replace(first, last=second.last, until=second)

    def _days_of_week(self, week: Part) -> Part:
        """Read "next week on Tuesday", "la semaine prochaine, du mardi au jeudi": one or two days of that week."""
        j = self._skip(week.last, COMMA)
        k = self._skip(j, self.lexicon.range_openers | self.lexicon.day_articles)
        weekday = self._weekday(k)
        if weekday is None or self._day(k + 1):
            return week
        first = replace(week, last=k + 1, weekday=weekday)
        word, end = self.word(k + 1), self._skip_opening(k + 2)
        is_between = self.word(j) in self.lexicon.between and word in self.lexicon.conjunctions
        is_joined = is_between or word in self.lexicon.range_joiners or word in DASHES
        until = self._weekday(end) if is_joined or word in self.lexicon.conjunctions else None
        if until is None or self._day(end + 1) or until <= weekday or not (is_joined or until == weekday + 1):
            return first
        return replace(first, last=end + 1, until=replace(week, first=end, last=end + 1, weekday=until))

    def _open_range(self, i: int) -> Part | None:
        """Read "de mars à juin 2024", "March-June": a month that is a date only because another one follows."""
        month = self._month(i)
        if not month or self.word(i) in self.table.short_months:
            return None
        first = Part(i, month[1], month=month[0])
        j = self._joined(first)
        second = self._month(j) if j else None
        if second is None or not j:
            return None
        until = self._completed(Part(j, second[1], month=second[0]))
        return replace(first, last=until.last, until=until)

    def _joined(self, part: Part) -> int | None:
        """Where the second end of a range begins."""
        j = part.last
        if self.word(j + 1) in self.lexicon.range_joiners and self._follows(part.first, self.lexicon.range_openers):
            j = self._skip(j, COMMA)  # "du lundi 3 juin, au vendredi 7"; not "en mars, au Caire"
        word = self.word(j)
        if word in self.lexicon.range_joiners or word in DASHES:
            return self._skip_opening(j + 1)
        if word in self.lexicon.conjunctions and self._follows(part.first, self.lexicon.between):
            return self._skip_opening(j + 1)
        return None

    def _skip_opening(self, j: int) -> int:
        skipped = self.lexicon.articles | self.lexicon.range_joiners | self.lexicon.edges
        while self.word(j) in skipped:
            j += 1
        return j

    def _follows(self, i: int, openers: frozenset[str]) -> bool:
        j = i - 1
        while self.word(j) in self.lexicon.articles:
            j -= 1
        return self.word(j) in openers

    def _year_range(self, i: int) -> Part | None:
        """2021-2025, 2025/26, entre 2024 et 2026, de 2009 à 2013."""
        year = self._year(i)
        sign = self.word(i + 1)
        if year is None or (self._is_glued(i) and self.word(i - 1) not in BRACKETS):
            return None
        if sign in ("/", "-") and self._is_glued(i + 1) and self._is_glued(i + 2) and len(self.word(i + 2)) == 2:
            return self._short_year_range(i, year, sign)
        part = Part(i, i + 1, year=year)
        j = self._joined(part)
        other = self._year(j) if j else None
        if other is None or not j or other <= year or self._opens_number(j):
            return None
        if self.word(j + 1) in ("-", "/") and self._is_glued(j + 1) and self.word(j + 2).isdigit():
            return None
        if year % 100 == 0 and self._counts(j + 1) and sign != "-":
            return None
        return replace(part, last=j + 1, until=Part(j, j + 1, year=other))

    def _short_year_range(self, i: int, year: int, sign: str) -> Part | None:
        tail = self._number(i + 2, 2)
        if tail is None or (self._is_glued(i + 3) and self.word(i + 3)[0] in "/-0123456789"):
            return None
        other = year - year % 100 + tail
        if other == year + 1 or (other > year and (sign == "/" or tail > 12)):
            return Part(i, i + 3, year=year, until=Part(i + 2, i + 3, year=other))
        return Part(i, i + 3, year=year, month=tail) if sign == "-" and 1 <= tail <= 12 else None

    def _day_list(self, i: int) -> Part | None:
        """Days that share a month behind them: "10 et 11 novembre", "3 au 5 mai 2024", "4, 5 and 6 June"."""
        first = j = behind = i
        days: list[tuple[int, int | None, int]] = []
        while len(days) < 6:
            weekday = self._weekday(j)
            k = self._skip(self._skip(j + 1, COMMA), self.lexicon.articles) if weekday is not None else j
            day = self._day(k)
            if day is None or (self._number(k, 2) is None and weekday is None and not days):
                break
            days.append((day[0], weekday, j))
            behind = j = day[1]
            if self.word(j) in self.lexicon.range_joiners or self.word(j) in DASHES or self.word(j) in COMMA:
                j = self._skip(self._skip_opening(j + 1), self.lexicon.conjunctions)
                j = self._skip_opening(j)
            elif self.word(j) in self.lexicon.conjunctions:
                j = self._skip_opening(j + 1)
            else:
                break
        if len(days) < 2:
            return None
        last_day, last_weekday, at = days[-1]
        end = self._calendar(at)
        if end is None and len(days) == 2 and days[0][0] < last_day and self._is_lone_day_pair(first, behind):
            return Part(first, behind, day=days[0][0], weekday=days[0][1], until=Part(at, behind, day=last_day))
        if end is None or end.day != last_day or not (end.month or end.offset is not None) or days[0][0] >= last_day:
            return None
        start = replace(end, first=first, day=days[0][0], weekday=days[0][1])
        return replace(start, last=end.last, until=replace(end, weekday=last_weekday))

    def _is_lone_day_pair(self, first: int, behind: int) -> bool:
        """Read "les 3 et 4 à Lomé": two days of a month that isn't named."""
        if self.word(first - 1) not in self.lexicon.lone_days_articles or self.word(behind - 2) == ",":
            return False
        return not self._counts(behind) and not self._is_glued(behind)

    def _days_behind_month(self, part: Part) -> Part | None:
        """Days that share a month before them: "May 3-5, 2024", "from May 3 to 5"."""
        if not (part.day and part.month) or part.year or not self.lexicon.month_before_day:
            return None
        j = part.last
        word = self.word(j)
        if word not in self.lexicon.range_joiners and word not in DASHES and word not in self.lexicon.conjunctions:
            return None
        k = self._skip_opening(j + 1)
        day = self._day(k)
        if day is None or day[0] <= part.day or self._month(day[1]) or self._counts(day[1]):
            return None
        if self._number(j - 1, 2) is None and self.word(j - 1) not in self.lexicon.day_suffixes:
            return None
        until = self._completed(Part(k, day[1], month=part.month, day=day[0]))
        return replace(part, last=until.last, until=until)


def _same_kind(first: Part, second: Part) -> bool:
    if first.until or second.until:
        return False
    if first.grain == "weekday" and second.grain == "day":
        return False
    if first.grain == second.grain:
        return True
    # "entre mai 2015 et 2018": the ends may differ where both state their year.
    return bool(first.year and second.year and second.year > first.year and not (first.unit or second.unit))
