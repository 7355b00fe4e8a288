"""The grammar of one date: in digits, with a month, by weekday, relative, ranked, a bare year, a decade or a season."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from pipelines.extract.date_calendar import DAYS_IN_WEEK, FIRST_YEAR, LAST_YEAR, MONTHS_OF, is_day
from pipelines.extract.date_lexicon import Origin, Unit, month_comes_first
from pipelines.extract.date_words import BRACKETS, COMMA, DASHES, STOP, Part, WordReader
from pipelines.extract.numbers import number_lexicon

_APOSTROPHES = frozenset("'’‘")
# "The 20s" may be of either century.
_UNCLEAR_DECADE = 20
_DECADE = 10  # years
_COMMON_YEAR = 2023  # one whose February has 28 days
_DOT = frozenset(".")
_JOINTS = frozenset("-/.")
_CLAUSE_ENDS = frozenset({".", ",", ";", ")", STOP})


class SingleReader(WordReader):
    """Reads single dates at a position of the words; what they lack is left open."""

    def edge_of(self, part: Part) -> int:
        """Position of the "fin", "mid-", "end of" that belongs to a date, else its own."""
        i = part.first
        before = self.word(i - 1)
        if self._has_fused_edge(i):
            return i - 2
        if before in self.lexicon.edges:
            return i - 1
        return i - 2 if before in self.lexicon.of and self.word(i - 2) in self.lexicon.edges else i

    def is_deadline_at(self, i: int) -> bool:
        """Whether what makes a deadline of the date before it stands at `i` ("2030 as its deadline")."""
        phrases = self.lexicon.deadline_behind.get(self.word(i), ())
        return bool(phrases) and any(self.words[i : i + len(phrase)] == phrase for phrase in phrases)

    def _year_behind(self, i: int) -> tuple[int, int] | None:
        """Year after a month or day: "2024", ", 2024", "of 2024", "'24"."""
        j = self._skip(i, COMMA)
        j = self._skip(j, self.lexicon.of) if j == i else j
        if (k := self._skip(j, self.lexicon.articles)) > i and self.word(k) in self.lexicon.year_words:
            j = k + 1
        if self.word(j) in _APOSTROPHES and self._is_glued(j + 1) and not self._goes_on(j + 2):
            tens = self._number(j + 1, 2)  # "'24"
            return (self._full_year(tens), j + 2) if tens is not None and len(self.word(j + 1)) == 2 else None
        year = self._year(j)
        if year is None or self._opens_number(j) or (self._is_glued(j) and j == i):
            return None
        return year, j + 1

    def _year_phrase(self, i: int) -> tuple[tuple[Origin, int], int] | None:
        """Read "de la même année", "of last year", "this year": where the year comes from, position behind."""
        j = self._skip(i, self.lexicon.of)
        part = self._relative(j) or self._relative(self._skip(j, self.lexicon.articles))
        if part and part.unit == "year" and part.origin and part.offset is not None:
            return (part.origin, part.offset), part.last
        return None

    def _numeric(self, i: int) -> Part | None:
        """25/09/2024, 25-09-24, 2024-09-25, 25.09.2024."""
        word = self.word(i)
        if "." in word:
            pieces, behind = word.split("."), i + 1
        else:
            sign = self.word(i + 1)
            if sign not in ("/", "-") or not self._is_glued(i + 1):
                return None
            pieces, behind = [word], i + 1
            while (
                len(pieces) < 3 and self.word(behind) == sign and self._is_glued(behind) and self._is_glued(behind + 1)
            ):
                pieces.append(self.word(behind + 1))
                behind += 2
        if len(pieces) == 2 and "." not in word:
            return self._month_and_year(i, pieces, behind) or self._short_numeric(i, pieces, behind)
        if len(pieces) != 3 or not all(p.isascii() and p.isdigit() for p in pieces):
            return None
        if self._is_glued(behind) and self.word(behind)[0] in "/-0123456789":
            return None
        first, second, third = (int(p) for p in pieces)
        if len(pieces[0]) == 4 and len(pieces[2]) <= 2:
            year, month, day = first, second, third
        elif len(pieces[0]) <= 2 and len(pieces[1]) <= 2 and len(pieces[2]) in (2, 4):
            year = third if len(pieces[2]) == 4 else self._full_year(third)
            is_month_first = "." not in word and self._month_first(first, second)
            day, month = (second, first) if is_month_first else (first, second)
        else:
            return None
        if not FIRST_YEAR <= year <= LAST_YEAR or not is_day(year, month, day):
            return None
        return Part(i, behind, year, month, day)

    def _month_first(self, first: int, second: int) -> bool:
        if first > 12:
            return False
        return second > 12 or month_comes_first(self.doc.language, self.doc.country)

    def _month_and_year(self, i: int, pieces: list[str], behind: int) -> Part | None:
        """Read "11/2016" behind a preposition of time."""
        if self.word(i - 1) not in self.lexicon.month_after or [len(p) for p in pieces] not in ([2, 4], [1, 4]):
            return None
        month, year = self._number(i, 2), self._year(i + 2)
        return Part(i, behind, year, month) if month and year and month <= 12 else None

    def _short_numeric(self, i: int, pieces: list[str], behind: int) -> Part | None:
        """Read "le 22/04", told from a fraction by what stands before it."""
        if self.word(i + 1) != "/" or self.word(behind) in number_lexicon(self.doc.language).fraction_of:
            return None  # "les 3/4 des foyers"
        if self.word(i - 1) not in self.lexicon.day_articles or not all(p.isascii() and p.isdigit() for p in pieces):
            return None
        if any(len(p) > 2 for p in pieces):
            return None
        first, second = (int(p) for p in pieces)
        day, month = (second, first) if self._month_first(first, second) else (first, second)
        return Part(i, behind, month=month, day=day) if is_day(2000, month, day) else None

    def _calendar(self, i: int) -> Part | None:
        """[weekday] day month [year], [weekday] month day [year], month [year]."""
        j = i
        weekday = self._weekday(i)
        if weekday is not None:
            if part := self._bracketed_day(i, weekday):
                return part
            j = self._skip(i + 1, _DOT) if self.word(i) in self.lexicon.weekdays else i + 1
            j = self._skip(self._skip(j, COMMA), self.lexicon.articles)
        if (day := self._day(j)) and (part := self._day_then_month(i, day, weekday)):
            return part
        if (month := self._month(j)) and (weekday is None or self.lexicon.month_before_day):
            if part := self._month_then_day(i, month, weekday):
                return self._completed(part)
            if weekday is None:
                return self._month_alone(i, month)
        return None

    def _day_then_month(self, i: int, day: tuple[int, int], weekday: int | None) -> Part | None:
        """The date of a day (and the position behind it) with the month that follows, or by itself."""
        k = self._skip(day[1], self.lexicon.of)
        k = k + 1 if self.word(k) in _JOINTS and self._is_glued(k) and self._is_glued(k + 1) else k
        k = self._skip(self._skip(k, self.lexicon.month_words), self.lexicon.of) if k > day[1] else k
        if month := self._month(k):
            return self._completed(Part(i, month[1], month=month[0], day=day[0], weekday=weekday))
        if part := self._day_of_relative_month(i, day[0], day[1], weekday):
            return part
        is_named = weekday is not None and not self._counts(day[1])
        return Part(i, day[1], day=day[0], weekday=weekday) if is_named or self._is_lone_day(i, day[1]) else None

    def _bracketed_day(self, i: int, weekday: int) -> Part | None:
        """Read "Thursday (May 16)", "jeudi (16 mai)": one day."""
        if self.word(i + 1) != "(":
            return None
        part = self._calendar(i + 2)
        if part is None or not part.day or part.weekday is not None or self.word(part.last) != ")":
            return None
        return replace(part, first=i, last=part.last + 1, weekday=weekday)

    def _is_lone_day(self, i: int, behind: int) -> bool:
        """Read "le 27." or "on the 27th in Lomé": a day of the month by itself."""
        if self._number(i, 2) is None:
            return False
        if self.lexicon.month_before_day:
            is_led = self.word(i - 2) in self.lexicon.lone_day_before
            has_article = self.word(i - 1) in self.lexicon.articles and is_led
            return has_article and behind == i + 2 and not self._counts(behind) and self.word(behind) != "-"
        if self.word(i - 1) not in self.lexicon.day_articles & self.lexicon.lone_day_articles:
            return False
        before = self.word(i - 2)
        if before in self.lexicon.ahead_before:
            return False  # "dans le 16 à Paris"
        is_place = self.word(behind) in self.lexicon.lone_day_links and self._capital(behind + 1)
        return self.word(behind) in _CLAUSE_ENDS or (is_place and not self._is_glued(behind))

    def _month_then_day(self, i: int, month: tuple[int, int], weekday: int | None) -> Part | None:
        if not self.lexicon.month_before_day:
            return None
        k = month[1]
        k = k + 1 if self.word(k) in _JOINTS and self._is_glued(k) and self._is_glued(k + 1) else k
        day = self._day(self._skip(k, self.lexicon.articles))
        if not day or self._opens_number(day[1] - 1):
            return None
        return Part(i, day[1], month=month[0], day=day[0], weekday=weekday)

    def _day_of_relative_month(self, i: int, day: int, k: int, weekday: int | None) -> Part | None:
        """Read "le 20 du mois prochain", "the 20th of this month"."""
        j = self._skip(self._skip(k, self.lexicon.of), self.lexicon.articles)
        part = self._relative(j)
        if (
            part is None
            and j > k
            and self.lexicon.units.get(self.word(j)) == "month"
            and self.word(j + 1) in _CLAUSE_ENDS
        ):
            part = Part(j, j + 1, unit="month", offset=0, origin="publication")  # "avant le 15 du mois"
        if not part or part.unit != "month" or part.offset is None:
            return None
        return replace(part, first=i, day=day, weekday=weekday, unit=None)

    def _month_alone(self, i: int, month: tuple[int, int]) -> Part | None:
        part = self._completed(Part(i, month[1], month=month[0]))
        if part.year or part.year_from or part.offset is not None:
            return part
        if self.word(i) in self.table.short_months and self.word(i) not in self.lexicon.months:
            return part if self._capital(i) and self.word(i - 1) in self.lexicon.month_after else None
        before = self.word(i - 1)
        if self._has_fused_edge(i):
            return part
        evidence = (self.lexicon.month_after, self.lexicon.edges, self.lexicon.month_words, self.lexicon.this)
        if any(before in words for words in evidence):
            return part
        if before in self.lexicon.of and (
            self.word(i - 2) in self.lexicon.units
            or self.word(i - 2) in self.lexicon.edges
            or self.word(i - 2) in self.lexicon.from_heads
        ):
            return part
        if before in self.lexicon.year_after_weak and self.word(i - 2) in self.lexicon.deadline_words:
            return part  # "d'ici à mars"
        return part if self._is_month_of_noun(i, part.last) else None

    def _is_month_of_noun(self, i: int, last: int) -> bool:
        """Read "its February summit", "February's summit", "le sommet de février": the month of a common noun."""
        tokens, here = self.doc.tokens, self.pieces[i].i
        behind = self.pieces[last].i if last < len(self.pieces) else len(tokens)
        if not here or behind >= len(tokens):
            return False
        if not self.lexicon.month_before_day:
            of = self.word(i - 1) in self.lexicon.of and self.pieces[i - 1].i == here - 1 and here > 1
            return of and tokens[here - 2].pos == "NOUN" and not tokens[here].is_capitalised
        before, after = tokens[here - 1], tokens[behind]
        is_owner = after.text[0] in _APOSTROPHES
        is_led = before.pos in ("DET", "PRON") or before.text[0] in _APOSTROPHES
        return self._capital(i) and (is_owner or (is_led and after.pos == "NOUN" and not after.is_capitalised))

    def _completed(self, part: Part) -> Part:
        """The part with the year or the "last", "next" that follows or precedes it."""
        if year := self._year_behind(part.last):
            return replace(part, year=year[0], last=year[1])
        if phrase := self._year_phrase(part.last):  # "July last year"
            return replace(part, year_from=phrase[0], last=phrase[1])
        if self.word(part.last) in self.lexicon.last_after:
            return replace(part, offset=-1, last=part.last + 1)
        if self.word(part.last) in self.lexicon.next_after:
            return replace(part, offset=1, last=part.last + 1)
        if not part.day:
            if self.word(part.first - 1) in self.lexicon.last_before:
                return replace(part, offset=-1, first=part.first - 1)
            if self.word(part.first - 1) in self.lexicon.next_before:
                return replace(part, offset=1, first=part.first - 1)
        return part

    def _bare_weekday(self, i: int) -> Part | None:
        """A weekday with what says which one: "vendredi dernier", "next Friday", "Friday next week"."""
        weekday = self._weekday(i)
        if weekday is None:
            return None
        after, before = self.word(i + 1), self.word(i - 1)
        week = self._relative(self._skip(self._skip(i + 1, self.lexicon.of), self.lexicon.articles))
        if week and week.unit == "week" and week.origin == "publication":
            return replace(week, first=i, weekday=weekday)
        if after in self.lexicon.week_after:
            return Part(i, i + 2, weekday=weekday, offset=2)
        if after in self.lexicon.last_after:
            return Part(i, i + 2, weekday=weekday, offset=-1)
        if after in self.lexicon.next_after:
            return Part(i, i + 2, weekday=weekday, offset=1)
        if before in self.lexicon.last_before:
            return Part(i - 1, i + 1, weekday=weekday, offset=-1)
        if before in self.lexicon.next_before:
            return Part(i - 1, i + 1, weekday=weekday, offset=1)
        if before in self.lexicon.this:
            return Part(i - 1, i + 1, weekday=weekday, offset=0)
        return Part(i, i + 1, weekday=weekday)

    def _ranked(self, i: int) -> Part | None:
        """Quarters, halves and "the first Monday of May"."""
        if fused := self.lexicon.fused_units.get(self.word(i)):
            part = Part(i, i + 1, unit=fused[0], rank=fused[1])
            part = self._completed(part)
            return part if part.year or part.year_from or self._capital(i) else None
        rank, j = self.lexicon.ordinals.get(self.word(i)), i + 1
        if rank is None and (day := self._day(i)) and day[1] > i + 1:
            rank, j = day
        if rank is None:
            return None
        unit = self.lexicon.units.get(self.word(j))
        if unit in MONTHS_OF:
            if not (rank == -1 or 1 <= rank <= 12 // MONTHS_OF[unit]):
                return None
            rank = 12 // MONTHS_OF[unit] if rank == -1 else rank
            part = self._completed(Part(i, j + 1, unit=unit, rank=rank))
            is_dated = part.year or part.year_from or part.offset is not None
            return part if is_dated or self.word(j) not in self.lexicon.loose_units else None
        if unit in ("day", "week", "weekend"):
            part = Part(i, j + 1, unit=unit, rank=rank)
            return self._ranked_day(part) if unit == "day" else self._ranked_week(part)
        weekday = self._weekday(j)
        if weekday is None or self.word(j + 1) not in self.lexicon.of | self.lexicon.month_after:
            return None
        k = self._skip(j + 2, self.lexicon.articles)
        if month := self._month(k):
            return self._completed(Part(i, month[1], month=month[0], weekday=weekday, rank=rank))
        period = self._relative(k)
        if period is None or period.unit != "month":
            return None
        return replace(period, first=i, weekday=weekday, rank=rank, unit=None)

    def _ranked_day(self, part: Part) -> Part | None:
        """Read "the last day of May", "le premier jour du mois de juin"."""
        if part.rank not in (1, -1) or self.word(part.last) not in self.lexicon.of:
            return None
        k = self._skip(part.last + 1, self.lexicon.articles)
        if self.word(k) in self.lexicon.month_words and self.word(k + 1) in self.lexicon.of:
            k += 2
        month = self._month(k)
        if month is None:
            return None
        day = 1 if part.rank == 1 else monthrange(_COMMON_YEAR, month[0])[1]
        return self._completed(Part(part.first, month[1], month=month[0], day=day))

    def _ranked_week(self, part: Part) -> Part | None:
        """Read "the first week of June", "le dernier week-end de mars 2025", "the third week of 2027"."""
        if self.word(part.last) not in self.lexicon.of:
            return None
        k = self._skip(part.last + 1, self.lexicon.articles)
        if self.word(k) in self.lexicon.month_words and self.word(k + 1) in self.lexicon.of:
            k += 2
        if month := self._month(k):
            return self._completed(replace(part, last=month[1], month=month[0]))
        if (year := self._year(k)) and not self._opens_number(k):
            return replace(part, last=k + 1, year=year)
        period = self._relative(k)
        if period is None or period.origin is None or period.offset is None:
            return None
        if period.unit == "year":
            return replace(part, last=period.last, year_from=(period.origin, period.offset))
        if period.unit == "month":
            return replace(part, last=period.last, origin=period.origin, offset=period.offset)
        return None

    def _relative(self, i: int) -> Part | None:
        """Read "hier", "la semaine dernière", "next month", "le même jour", "two years ago"."""
        if part := self._phrase(i) or self._coming_decade(i):
            return part
        word, after = self.word(i), self.word(i + 1)
        unit = self.lexicon.units.get(word)
        if unit:
            return self._unit_then_shift(i, unit)
        if counted := self._counted(i):
            return counted
        j = i + 2 if after in self.lexicon.same and word in self.lexicon.this else i + 1
        unit = self.lexicon.units.get(self.word(j))
        if unit is None:
            return None
        if word in self.lexicon.same or j == i + 2:
            return Part(i, j + 1, unit=unit, offset=0, origin="mention")
        offset = self._shift_before(i)
        if offset is None:
            return None
        behind = j + 2 if self.word(j + 1) == "-" and self.word(j + 2) in self.lexicon.this_after else j + 1
        return Part(i, behind, unit=unit, offset=offset, origin="publication")

    def _shift_before(self, i: int) -> int | None:
        word = self.word(i)
        if word in self.lexicon.this:
            return 0
        if self.word(i - 1) in self.lexicon.articles:
            return None  # "the past year" is a stretch of time, not a date
        if word in self.lexicon.last_before:
            return -1
        return 1 if word in self.lexicon.next_before else None

    def _unit_then_shift(self, i: int, unit: Unit) -> Part | None:
        after = self.word(i + 1)
        offset = -1 if after in self.lexicon.last_after else 1 if after in self.lexicon.next_after else None
        if offset is None:
            return self._unit_with_edge(i, unit)
        first = i - 1 if self.word(i - 1) in self.lexicon.articles else i
        return Part(first, i + 2, unit=unit, offset=offset, origin="publication")

    def _unit_with_edge(self, i: int, unit: Unit) -> Part | None:
        """Read "la fin de l'année", "the end of the month": the current one."""
        j = i - 1 if self.word(i - 1) in self.lexicon.articles else i
        if unit == "day" or self.word(j - 1) not in self.lexicon.of:
            return None
        is_whole = unit not in ("week", "weekend", "month") and self.word(j - 2) in self.lexicon.wholes
        if not is_whole and self.word(j - 2) not in self.lexicon.edges:
            return None
        if self.word(i + 1) in self.lexicon.of or self._year(i + 1):
            return None
        return Part(j, i + 1, unit=unit, offset=0, origin="publication")

    def _phrase(self, i: int) -> Part | None:
        phrases = self.table.phrases.get(self.word(i))
        if phrases is None:
            return None
        for second in (self.word(i + 1), ""):
            for words, origin, unit, offset in phrases.get(second, ()):
                behind = i + len(words)
                if origin == "mention" and self._has_complement(behind):
                    continue
                if self.words[i:behind] == words and (unit == "day" or not self._year_behind(behind)):
                    return Part(i, behind, unit=unit, offset=offset, origin=origin)
        return None

    def _has_complement(self, behind: int) -> bool:
        """Read "à la veille du sommet", "à la veille ou presque du vote": the day before that, not a day told."""
        k = behind + 2 * (self.word(behind) in self.lexicon.conjunctions)
        return self.word(k) in self.lexicon.of

    def _counted(self, i: int) -> Part | None:
        """Read "il y a deux mois", "two years ago", "trois ans plus tard", "dans six mois", "the next five years"."""
        number = self._number(i, 2)
        number = self.lexicon.numbers.get(self.word(i)) if number is None else number
        if not number:
            return None
        if span := self._coming_span(i, number):
            return span
        unit = self.lexicon.units.get(self.word(i + 1))
        if unit is None or unit == "weekend":
            return None
        if unit == "decade":
            unit, number = "year", 10 * number
        for count in self.lexicon.counts:
            at = i - len(count.words) if count.is_before else i + 2
            if at < 0 or self.words[at : at + len(count.words)] != count.words:
                continue
            first, last = (at, i + 2) if count.is_before else (i, i + 2 + len(count.words))
            if count.is_bare and self.word(last) not in _CLAUSE_ENDS:
                continue  # "two years before the vote"
            if count.is_before and count.sign > 0 and self._is_no_delay(count.words, unit, last):
                return None
            if count.origin == "mention" and unit == "week":  # of a day: another day, whole weeks away
                unit, number = "day", DAYS_IN_WEEK * number
            return Part(first, last, unit=unit, offset=count.sign * number, origin=count.origin)
        return None

    def _is_no_delay(self, words: list[str], unit: Unit, behind: int) -> bool:
        """Read "within a year of the vote", counted from something else, and "sous quinze jours", of no day itself."""
        is_short = unit in ("day", "week") and not self.lexicon.deadline_words.isdisjoint(words)
        return is_short or self.word(behind) in self.lexicon.span_ends

    def _coming_span(self, i: int, number: int) -> Part | None:
        """Read "the next five years", "les cinq prochaines années", "les dix ans à venir"."""
        is_before = self.word(i - 1) in self.lexicon.span_before
        is_between = self.word(i + 1) in self.lexicon.span_before
        j = i + 1 + is_between
        unit = self.lexicon.units.get(self.word(j))
        if unit not in ("month", "year", "decade"):
            return None
        behind = j + 1 if is_before or is_between else self._behind_span(j + 1)
        if behind is None:
            return None
        unit, number = ("year", 10 * number) if unit == "decade" else (unit, number)
        return Part(i - is_before, behind, unit=unit, offset=0, origin="publication", span=number)

    def _behind_span(self, i: int) -> int | None:
        """Position behind the "à venir", "to come" that stands at `i`."""
        phrases = (phrase.split() for phrase in self.lexicon.span_after)
        return next((i + len(p) for p in phrases if self.words[i : i + len(p)] == p), None)

    def _coming_decade(self, i: int) -> Part | None:
        """Read "the next decade", "la décennie à venir": ten years from now."""
        if self.word(i) in self.lexicon.span_before and self.lexicon.units.get(self.word(i + 1)) == "decade":
            return Part(i, i + 2, unit="year", offset=0, origin="publication", span=_DECADE)
        behind = self._behind_span(i + 1) if self.lexicon.units.get(self.word(i)) == "decade" else None
        return Part(i, behind, unit="year", offset=0, origin="publication", span=_DECADE) if behind else None

    def _bare_year(self, i: int) -> Part | None:
        year = self._year(i)
        if year is None:
            return None
        if part := self._decade(i, year):
            return part
        is_free = not self._is_glued(i) or self.word(i - 1) in BRACKETS or self._has_fused_edge(i)
        if not is_free or self._opens_number(i) or not self._is_year(i, year):
            return None
        return Part(i, i + 1, year=year)

    def _has_fused_edge(self, i: int) -> bool:
        return self.word(i - 1) == "-" and self.word(i - 2) in self.lexicon.fused_edges

    def _decade(self, i: int, year: int) -> Part | None:
        if year % 10:
            return None
        if self._is_glued(i + 1) and self.word(i + 1) in self.lexicon.decade_suffixes:
            return Part(i, i + 2, year=year, unit="decade")
        if self._follows_decade_word(i):
            return Part(i, i + 1, year=year, unit="decade")
        return None

    def _follows_decade_word(self, i: int) -> bool:
        """Read "les années 1980", "les années 80 et 90"."""
        if self.word(i - 1) in self.lexicon.decade_words:
            return True
        is_joined = self.word(i - 1) in self.lexicon.conjunctions or self.word(i - 1) in DASHES
        return is_joined and self.word(i - 3) in self.lexicon.decade_words

    def _short_decade(self, i: int) -> Part | None:
        """Read "the 70s", "the '80s", "the nineties", "les années 70", "les années soixante"."""
        named = self.lexicon.decade_names.get(self.word(i))
        if named is not None:
            is_led = self._follows_decade_word(i) or (
                not self.lexicon.decade_words and self.word(i - 1) in self.lexicon.articles
            )
            return self._tens(i, i + 1, named) if is_led else None
        tens = self._number(i, 2)
        if tens is None or tens % 10 or len(self.word(i)) != 2:
            return None
        if self._follows_decade_word(i) and not self._goes_on(i + 1):
            return self._tens(i, i + 1, tens)
        j = i - (self.word(i - 1) in _APOSTROPHES)
        is_suffixed = self._is_glued(i + 1) and self.word(i + 1) in self.lexicon.decade_suffixes
        is_led = self.word(j - 1) in self.lexicon.articles or self.edge_of(Part(j, i)) < j
        return self._tens(j, i + 2, tens) if is_suffixed and is_led else None

    def _tens(self, first: int, last: int, tens: int) -> Part | None:
        """A decade of the century that it must be of; the twenties are of either."""
        if tens == _UNCLEAR_DECADE:
            return None
        return Part(first, last, year=(2000 if tens < _UNCLEAR_DECADE else 1900) + tens, unit="decade")

    def _is_year(self, i: int, year: int) -> bool:
        """Whether the words around four digits make them a year."""
        lexicon, before = self.lexicon, self.word(i - 1)
        if self._has_fused_edge(i):
            return True
        if before in BRACKETS:
            return self.word(i + 1) in BRACKETS
        if self.word(i + 1) == "-" and self._is_glued(i + 1):
            return False
        named = (lexicon.year_words, lexicon.horizons, lexicon.edges, lexicon.seasons)
        if any(before in words for words in named):
            return True
        if self.is_deadline_at(i + 1):
            return True  # "sets 2030 as its deadline"
        counts = self._counts(i + 1)
        is_due = before in lexicon.year_after_weak and self.word(i - 2) in lexicon.deadline_words  # "d'ici à 2030 –"
        if before in lexicon.year_after or is_due:
            return not (counts and year % 100 == 0)
        if counts and self._is_attribute(i, year):
            return True
        if before in lexicon.year_after_weak or before in lexicon.conjunctions or before == ",":
            return not counts and (before in lexicon.year_after_weak or self._year_near(i))
        return before == STOP and not counts

    def _is_attribute(self, i: int, year: int) -> bool:
        """Read "the 2019 level": a year just gone or current between a determiner and a common noun."""
        published, tokens = self.doc.published_on, self.doc.tokens
        if published is None or year > published.year + 1 or year % 100 == 0:
            return False
        before, after = tokens[self.pieces[i - 1].i], tokens[self.pieces[i + 1].i]
        return before.pos in ("DET", "PRON") and after.pos == "NOUN" and not after.is_capitalised

    def _year_near(self, i: int) -> bool:
        """Read "2024 et 2025", "2023, 2024": the digits before are a year."""
        return self._year(i - 2) is not None

    def _season(self, i: int) -> Part | None:
        """A season is dated to its year: which months it covers depends on the hemisphere."""
        month = self.lexicon.seasons.get(self.word(i))
        if month is None:
            return None
        part = self._completed(Part(i, i + 1))
        if part.year:
            return part
        if part.year_from:
            return replace(part, unit="year", origin=part.year_from[0], offset=part.year_from[1])
        if self.word(i - 1) in self.lexicon.this:
            return replace(part, unit="year", origin="publication", offset=0)
        before = self.lexicon.month_after | self.lexicon.year_after_weak
        is_led = self.word(i - 1) in self.lexicon.articles and self.word(i - 2) in before
        if part.offset is None and not (is_led or self.word(i - 1) in self.lexicon.season_links):
            return None
        return replace(part, unit="season", month=month)

    def _single(self, i: int) -> Part | None:
        word = self.word(i)
        if word[0].isdigit():
            if part := self._numeric(i):
                return part
            if len(word) > 2:  # neither a day nor a count
                return self._bare_year(i)
        if part := self._short_decade(i):
            return part
        for read in (self._ranked, self._calendar, self._relative, self._bare_weekday, self._season):
            if part := read(i):
                return part
        return None
