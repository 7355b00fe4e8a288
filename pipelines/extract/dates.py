"""Dates of an article: written in full, in part, as ranges, or relative to the day of publication.

A grammar over words reads partial dates (`date_grammar`, `date_ranges`): the names of months and weekdays and the
order of numeric dates come from CLDR (babel), the rest of a language's words from `languages/<language>/dates.yaml`.
Here they are placed in time. A date that lacks its year takes it from another mention of the same day, from what the
sentence said before, or from the publication date and the tense of the clause. What cannot be placed in time is not
returned: nothing is filled in from the clock.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from pipelines.extract.date_calendar import (
    DAYS_IN_WEEK,
    FIRST_YEAR,
    LAST_YEAR,
    MONTHS_OF,
    Placed,
    add_months,
    days_around,
    is_day,
    nth_weekday,
    period_around,
    whole_month,
    whole_year,
)
from pipelines.extract.date_lexicon import words_of
from pipelines.extract.date_ranges import DateReader
from pipelines.extract.date_tense import ClauseTense
from pipelines.extract.date_words import STOP
from pipelines.extract.records import Precision, Span

if TYPE_CHECKING:
    from pipelines.extract.date_words import Part
    from pipelines.extract.document import Document

# What floating dates are counted from: no more than a fixed point, so that "Monday" comes before "Tuesday".
FLOATING_FROM = dt.date(2000, 7, 1)
_NEAR_DAYS = 45
_FRESH_DAYS = 14  # within which a day before the publication is news
_OLD_DAYS = 300
_OWN_VERB = 4  # tokens from a verb to its date
_AHEAD_MONTHS = 4
_MOVED = 7  # words from "postponed" to a date
_MOVED_MONTHS = 9
_COUNTED_FROM = 16  # words from "after" to the date of what is counted from
_OPENING = 4  # tokens of "Six months after"
_LONGEST = 40
_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_THURSDAY, _SATURDAY = 3, 5
_WEEK = dt.timedelta(DAYS_IN_WEEK - 1)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time named in the body.

    Attributes:
        start, end: first and last day, both included.
        precision: how closely the text dates it; "fin 2025" is known to the year, a quarter to its months.
        kind: "range" where the text names two ends, several days, or a week, quarter or half.
        is_deadline: the last moment for something ("d'ici 2030", "by 2030").
        is_relative: counted from the publication or from another date ("jeudi", "last month").
        is_floating: counted from a publication whose day isn't known: told apart from others, but no date to state.
    """

    span: Span
    start: dt.date
    end: dt.date
    precision: Precision
    kind: Literal["point", "range"] = "point"
    is_deadline: bool = False
    is_relative: bool = False
    is_floating: bool = False


def find_dates(doc: Document) -> list[DateMention]:
    """Every date of the body that can be placed in time, in text order, none overlapping another."""
    return _resolved(doc)[0]


def find_floating_dates(doc: Document) -> list[DateMention]:
    """The days and months that `find_dates` leaves since the publication isn't known, as if it were FLOATING_FROM.

    "On Thursday" tells that something happened and that it wasn't on Friday, though not on which date.
    """
    return _resolved(doc)[1]


@lru_cache(maxsize=1)
def _resolved(doc: Document) -> tuple[list[DateMention], list[DateMention]]:
    """The dates and the floating ones of a document: both are asked for, one after the other."""
    reader = DateReader(doc, words_of(doc.language))
    resolver = _Resolver(doc, reader)
    return resolver.resolve(reader.read()), resolver.floating


class _Resolver:
    """Places partial dates in time: by what they say, then by the text around them, then by the publication."""

    def __init__(self, doc: Document, reader: DateReader) -> None:
        self.doc, self.reader, self.lexicon = doc, reader, reader.lexicon
        self.tense = ClauseTense(doc, self.lexicon)
        self.published = doc.published_on
        self.to: Precision = doc.published_precision or "day"
        self.anchor: DateMention | None = None
        self.day: DateMention | None = None  # the last one known to the day
        self.season: DateMention | None = None  # the last one, where it is a year from one summer to the next
        self.floating: list[DateMention] = []

    def resolve(self, parts: list[Part]) -> list[DateMention]:
        known = {
            (p.month, p.day): p.year for part in reversed(parts) for p in (part, part.until) if p and p.year and p.day
        }
        self.known = known
        mentions: list[DateMention] = []
        for part in parts:
            if mention := self._mention(part):
                mentions.append(mention)
                self.season = mention if self._is_season(mention) else self.season if mention.is_relative else None
                if not mention.is_deadline and (mention.kind == "point" or mention.precision == "day"):
                    self.anchor = mention
                    self.day = mention if mention.precision == "day" else self.day
            elif self.published is None and (floating := self._afloat(part)):
                self.floating.append(floating)
        return [m for n, m in enumerate(mentions) if not self._is_said_again(m, mentions[n + 1 : n + 2])]

    @staticmethod
    def _is_season(mention: DateMention) -> bool:
        """Read "2023-24": one year that begins in the one and ends in the other."""
        is_years = mention.kind == "range" and mention.precision == "year"
        return is_years and not mention.is_relative and mention.end.year - mention.start.year == 1

    def _afloat(self, part: Part) -> DateMention | None:
        """A day or month as if the publication were FLOATING_FROM."""
        self.published = FLOATING_FROM
        mention = self._mention(part)
        self.published = None
        return replace(mention, is_floating=True) if mention and mention.precision != "year" else None

    def _is_said_again(self, mention: DateMention, following: list[DateMention]) -> bool:
        """Read "hier lundi 30 août", "today, Wednesday May 3": the full date right behind says it better."""
        if not following or not mention.is_relative or mention.precision != "day":
            return False
        full = following[0]
        between = self.doc.text[mention.span.end : full.span.start].strip()
        return between in ("", ",") and full.precision == "day" and not full.is_relative

    def _mention(self, part: Part) -> DateMention | None:
        placed = self._ends(part) if part.until else self._place(part)
        if placed is None:
            return None
        start, end, precision = placed
        # The day before an end, or a range turned round, is a misreading.
        if end < start:
            return None
        is_range = part.until is not None or part.unit in ("week", "weekend", "quarter", "half", "decade")
        is_range = is_range or end.year != start.year
        if part.unit == "week" and part.weekday is not None and part.until is None:
            is_range = False
        if precision == "day" and self._is_week_of(part):
            end, is_range = start + _WEEK, True
        span = Span(self.reader.pieces[self.reader.edge_of(part)].start, self.reader.pieces[part.last - 1].end)
        is_relative = part.origin is not None or part.offset is not None or part.grain == "weekday"
        kind: Literal["point", "range"] = "range" if is_range else "point"
        return DateMention(span, start, end, precision, kind, self._is_deadline(part), is_relative)

    def _is_week_of(self, part: Part) -> bool:
        """Read "the week of 20 May": the day is the first of seven."""
        unit = self.lexicon.units.get(self.reader.word(part.first - 2))
        return part.until is None and unit == "week" and self.reader.word(part.first - 1) in self.lexicon.of

    def _is_deadline(self, part: Part) -> bool:
        if self.reader.is_deadline_at(part.last):
            return True
        is_counted = part.origin == "publication" and part.offset and part.span is None
        if is_counted and not self.lexicon.deadline_words.isdisjoint(self.reader.words[part.first : part.last]):
            return True  # "within four years", "d'ici quatre ans"
        i = self.reader.edge_of(part) - 1
        for _ in range(6):
            word = self.reader.word(i)
            if word in self.lexicon.deadline_words:
                return True
            if word not in self.lexicon.deadline_fillers:
                return False
            i -= 1
        return False

    # -- ranges

    def _ends(self, part: Part) -> Placed | None:
        until = part.until
        assert until is not None
        first = replace(part, until=None)
        if until.year and not first.year and first.grain != "year":
            first = replace(first, year=until.year)
            if first.month and until.month and (first.month, first.day or 0) > (until.month, until.day or 31):
                first = replace(first, year=until.year - 1)
        start = self._place(first)
        if start is None:
            return None
        if until.grain == "weekday" and until.offset is None:
            day = start[1] + dt.timedelta((until.weekday - start[1].weekday()) % DAYS_IN_WEEK)  # type: ignore[operator]
            return start[0], day, start[2]
        if first.year and not until.year and until.month:
            until = replace(until, year=first.year)
        elif not until.year and until.month and until.offset is None and not until.year_from:
            until = replace(
                until, year=start[0].year + ((until.month, until.day or 31) < (start[0].month, start[0].day))
            )
        end = self._place(until)
        return (start[0], end[1], start[2]) if end else None

    # -- points

    def _place(self, part: Part) -> Placed | None:
        if part.unit == "decade" and part.year:
            return dt.date(part.year, 1, 1), dt.date(part.year + 9, 12, 31), "year"
        if part.unit and part.rank:
            return self._place_ranked_period(part) if part.unit in MONTHS_OF else self._place_ranked_week(part)
        if part.origin and part.unit and part.offset is not None:
            return self._place_span(part, part.span) if part.span else self._place_relative(part)
        if part.unit == "season" and part.month:
            if part.offset is None and self.published and 0 <= self.published.month - part.month <= 2:
                return whole_year(self.published.year)
            whole = self._place_month(replace(part, unit=None))
            return whole and whole_year(whole[0].year)
        if part.rank and part.weekday is not None:
            return self._place_ranked_weekday(part)
        if part.day and not part.month:
            return self._place_day_of_month(part)
        if part.month:
            return self._place_month(part)
        if part.weekday is not None:
            return self._place_weekday(part)
        return whole_year(part.year) if part.year else None

    def _year_of(self, part: Part) -> int | None:
        if part.year:
            return part.year
        if part.year_from:
            origin, offset = part.year_from
            base = self.published if origin == "publication" else self.anchor.start if self.anchor else None
            return base.year + offset if base else None
        return None

    def _place_month(self, part: Part) -> Placed | None:
        assert part.month is not None
        year = self._year_of(part) or self._guess_year(part)
        if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        if part.day is None:
            return whole_month(year, part.month)
        if not is_day(year, part.month, part.day):
            return None
        day = dt.date(year, part.month, part.day)
        return day, day, "day"

    def _guess_year(self, part: Part) -> int | None:
        """Year of a month or day that states none."""
        if part.offset is None:
            if part.day and (year := self.known.get((part.month, part.day))):
                return year
            if self.published and (year := self._year_counted(part, self.published)):
                return year
            if year := self._year_said_before(part):
                return year
        if self.published is None:
            return None
        return self.published.year if self.to == "year" else self._nearest_year(part, self.published)

    def _nearest_year(self, part: Part, published: dt.date) -> int:
        """Year that puts a month or day on the side of the publication that the clause speaks of."""
        base, side = published.year, self._side(part, published)
        if part.offset:
            return base - (side >= 0) if part.offset < 0 else base + (side <= 0)
        if part.weekday is not None and part.day and part.month:
            fitting = [y for y in (base, base - 1, base + 1) if self._falls_on(y, part.month, part.day, part.weekday)]
            if len(fitting) == 1:
                return fitting[0]
        if side == 0:
            return base
        if part.day and (near := self._near_year(part, published)) is not None:
            return near
        if self._is_moved_to(part):
            ahead = ((part.month or 0) - published.month) % 12
            return base + (side < 0) if ahead <= _MOVED_MONTHS else base - (side > 0)
        is_future = self._is_future(part)
        if is_future is None and side > 0 and part.month and part.month - published.month <= _AHEAD_MONTHS:
            return base  # no tense tells, and it is nearer to come than gone
        return base + (side < 0) if is_future else base - (side > 0)

    def _year_counted(self, part: Part, published: dt.date) -> int | None:
        """Read "on 1 January, six months after its adoption on 27 June": the year that so many months lead to."""
        i = self.reader.edge_of(part) - 1
        for k in range(i, max(1, i - _COUNTED_FROM), -1):
            word = self.reader.word(k)
            if word == STOP or self.doc.tokens[self.reader.pieces[k].i].verb == "Fin":
                return None
            if word in self.lexicon.count_after or word in self.lexicon.count_before:
                break
        else:
            return None
        unit, number = self.lexicon.units.get(self.reader.word(k - 1)), self.reader.word(k - 2)
        count = int(number) if number.isdecimal() else self.lexicon.numbers.get(number)
        if unit not in _DAYS_OF or not count or count > _LONGEST:
            return None
        sentence = self.doc.sentence_at(self.reader.pieces[k].start)
        base = published
        if self.anchor and self.anchor.precision != "year" and self.anchor.span.start >= sentence.start:
            base = self.anchor.start
        elif self.reader.pieces[k].i - sentence.first > _OPENING:
            return None  # "will begin three months after the vote of 4 December"
        sign = -1 if word in self.lexicon.count_after else 1
        expected = base + dt.timedelta(sign * count * _DAYS_OF[unit])
        years = (expected.year, expected.year - 1, expected.year + 1)
        return min(years, key=lambda y: abs((dt.date(y, part.month or 1, min(part.day or 15, 28)) - expected).days))

    def _is_moved_to(self, part: Part) -> bool:
        """Read "is postponed to March", "reporté en septembre"."""
        i = self.reader.edge_of(part)
        words = self.reader.words[max(0, i - _MOVED) : i]
        is_led = bool(words) and words[-1] in self.lexicon.postponed_to
        return is_led and not self.lexicon.postponed.isdisjoint(words)

    @staticmethod
    def _near_year(part: Part, published: dt.date) -> int | None:
        """Year that puts a day within weeks of the publication: a day so near is meant whatever the tense is.

        Eleven months further it would have its year.
        """
        for year in (published.year, published.year + 1, published.year - 1):
            if part.month and part.day and is_day(year, part.month, part.day):
                days = (dt.date(year, part.month, part.day) - published).days
                if abs(days) <= _NEAR_DAYS:
                    return year
        return None

    def _side(self, part: Part, published: dt.date) -> int:
        """-1, 0 or 1: where a month or day stands to the publication within the calendar year."""
        month = part.month or published.month
        if month != published.month:
            return 1 if month > published.month else -1
        if part.day is None or self.to != "day" or part.day == published.day:
            return 0
        return 1 if part.day > published.day else -1

    @staticmethod
    def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
        return is_day(year, month, day) and dt.date(year, month, day).weekday() == weekday

    def _year_said_before(self, part: Part) -> int | None:
        """Year of a date earlier in the sentence, or in the text where the publication is unknown."""
        if self.anchor is None or self.anchor.is_relative:
            return None
        at = self.reader.pieces[part.first].start
        same_sentence = self.doc.sentence_at(at).start <= self.anchor.span.start
        if self.published and self._is_passing_year(part, self.anchor, self.published):
            return None
        if self.published and self._is_news_day(part, self.anchor, self.published):
            return None
        if self.published and self.anchor.start.year < self.published.year and self._is_future(part):
            return None  # "founded in 2018, will meet in May"
        if self.published and self.anchor.start.year > self.published.year and self._is_future(part) is False:
            return None  # "the plan, which ends in 2029, was redrawn in December"
        if same_sentence and self.published and not self._states_year(self.anchor):
            return self._year_in_list(part, self.anchor, self.published)
        if same_sentence or (self.published is None and self.anchor.precision != "year"):
            return self.anchor.start.year
        return None

    def _is_news_day(self, part: Part, anchor: DateMention, published: dt.date) -> bool:
        """Read "adopted in April 2021, was shown on 3 May": a day of this week's news, of a tale a year or more old."""
        near = self._near_year(part, published) if (published - anchor.start).days > _OLD_DAYS else None
        if not near or not part.month or not part.day:
            return False
        is_fresh = 0 <= (published - dt.date(near, part.month, part.day)).days <= _FRESH_DAYS
        told = (part.month - anchor.start.month) * 30 + part.day - anchor.start.day
        return is_fresh and not (anchor.precision != "year" and 0 <= told <= _NEAR_DAYS)

    def _states_year(self, mention: DateMention) -> bool:
        """Whether the text gives the year of a mention, there or where it names the same day again."""
        day = (mention.start.month, mention.start.day)
        return str(mention.start.year) in mention.span.of(self.doc.text) or self.known.get(day) is not None

    def _year_in_list(self, part: Part, anchor: DateMention, published: dt.date) -> int | None:
        """Read "hearings in October, a vote in January": what is listed behind a month to come is later."""
        between = self.doc.tokens[
            self.doc.token_at(anchor.span.end) : self.doc.token_at(self.reader.pieces[part.first].start)
        ]
        if anchor.start <= published or any(t.verb == "Fin" for t in between):
            return None
        is_earlier = (part.month or 0, part.day or 31) < (anchor.start.month, anchor.start.day)
        return anchor.start.year + is_earlier

    def _is_passing_year(self, part: Part, anchor: DateMention, published: dt.date) -> bool:
        """Whether a year named before says nothing of a later day: "to carry it to 2035", "the Plan of 2022"."""
        if anchor.precision != "year":
            return False
        if anchor.start.year > published.year + 1 or self._is_of_other_verb(part, anchor):
            return True
        is_whole = part.weekday is not None and part.day and part.month
        if is_whole and not self._falls_on(anchor.start.year, part.month, part.day, part.weekday):  # type: ignore[arg-type]
            return True
        tokens, at = self.doc.tokens, self.doc.token_at(anchor.span.start)
        before, after = tokens[max(0, at - 1)], tokens[min(at + 1, len(tokens) - 1)]
        # "le budget 2026, voté en octobre", "the 2026 budget, passed in October": the year of a thing
        is_name = before.pos in ("NOUN", "PROPN") or (before.pos in ("DET", "PRON") and after.pos == "NOUN")
        return before.folded in self.lexicon.of or (is_name and before.folded not in self.lexicon.units)

    def _is_of_other_verb(self, part: Part, anchor: DateMention) -> bool:
        """Read "drafted in 2021 and adopted on 14 May": each day is of its own verb, no year is carried on."""
        tokens = self.doc.tokens
        year, day = self.doc.token_at(anchor.span.start), self.doc.token_at(self.reader.pieces[part.first].start)
        before = tokens[max(self.doc.sentence_at(anchor.span.start).first, year - _OWN_VERB) : year]
        behind = tokens[year + 1 : day]
        return all(any(t.verb in ("Fin", "Part") for t in side) for side in (before, behind))

    def _place_day_of_month(self, part: Part) -> Placed | None:
        """Read "le 20 du mois prochain", "Wednesday the 27th"."""
        if self.published is None or part.day is None:
            return None
        if part.offset is not None and part.origin == "publication" and self.to != "year":
            year, month = add_months(self.published, part.offset)
            if not is_day(year, month, part.day):
                return None
            day = dt.date(year, month, part.day)
            return day, day, "day"
        if self.to == "year":
            return None
        is_future = self._is_future(part)
        months = [add_months(self.published, shift) for shift in (0, 1, -1)]
        days = [dt.date(y, m, part.day) for y, m in months if is_day(y, m, part.day)]
        if part.weekday is not None:
            days = [day for day in days if day.weekday() == part.weekday]
        elif self.to == "day":
            days = [day for day in days if (day >= self.published if is_future else day <= self.published)]
        days.sort(key=lambda day: abs(day - self.published))  # type: ignore[operator]
        return (days[0], days[0], "day") if days else None

    def _place_ranked_period(self, part: Part) -> Placed | None:
        year = self._year_of(part)
        if year is None and self.published:
            year = self.published.year + (part.offset or 0)
        if year is None or part.unit is None or part.rank is None:
            return None
        months = MONTHS_OF[part.unit]
        first = (part.rank - 1) * months + 1
        return dt.date(year, first, 1), whole_month(year, first + months - 1)[1], "month"

    def _place_ranked_week(self, part: Part) -> Placed | None:
        """The nth week, counted as ISO 8601 does (a week is of the month that its Thursday is in), or weekend."""
        whole: Placed | None = None
        if part.month:
            whole = self._place_month(replace(part, unit=None, rank=None))
        elif part.origin:
            whole = self._place_relative(replace(part, unit="month", rank=None))
        elif year := self._year_of(part):
            whole = whole_year(year)
        if whole is None or part.rank is None:
            return None
        first, last = (_THURSDAY - 3, _THURSDAY + 3) if part.unit == "week" else (_SATURDAY, _SATURDAY + 1)
        pivot = _THURSDAY if part.unit == "week" else _SATURDAY
        pivot_day = nth_weekday(whole[0], whole[1], pivot, part.rank)
        if pivot_day is None:
            return None
        start, end = pivot_day + dt.timedelta(first - pivot), pivot_day + dt.timedelta(last - pivot)
        return max(start, whole[0]), min(end, whole[1]) if part.unit == "week" else end, "day"

    def _place_ranked_weekday(self, part: Part) -> Placed | None:
        if part.month:
            whole = self._place_month(replace(part, day=None, weekday=None))
        else:
            whole = self._place_relative(replace(part, unit="month"))
        if whole is None or part.rank is None or part.weekday is None:
            return None
        day = nth_weekday(whole[0], whole[1], part.weekday, part.rank)
        return (day, day, "day") if day else None

    def _place_weekday(self, part: Part) -> Placed | None:
        if self.published is None:
            return None
        if self.to != "day":
            return self._publication_period()
        assert part.weekday is not None
        back = (self.published.weekday() - part.weekday) % DAYS_IN_WEEK
        if part.offset in (-1, 1):
            days = -(back or DAYS_IN_WEEK) if part.offset < 0 else DAYS_IN_WEEK - back
        elif part.offset == 2:  # "Tuesday week": a week after the coming one
            days = 2 * DAYS_IN_WEEK - (back or DAYS_IN_WEEK)
        elif back == 0:
            days = 0
        elif back == DAYS_IN_WEEK - 1 and self.reader.word(part.first - 1) in self.lexicon.this:
            days = 1  # "ce jeudi", told on Wednesday
        else:
            days = DAYS_IN_WEEK - back if self._is_future(part) else -back
        day = self.published + dt.timedelta(days)
        return day, day, "day"

    def _publication_period(self) -> Placed | None:
        assert self.published is not None
        return (
            whole_month(self.published.year, self.published.month)
            if self.to == "month"
            else whole_year(self.published.year)
        )

    def _place_span(self, part: Part, span: int) -> Placed | None:
        """So many years or months to come, this one among them."""
        if self.published is None:
            return None
        if part.unit == "year":
            return dt.date(self.published.year, 1, 1), dt.date(self.published.year + span, 12, 31), "year"
        if self.to == "year":
            return None
        start = whole_month(self.published.year, self.published.month)[0]
        return start, whole_month(*add_months(self.published, span))[1], "month"

    def _place_relative(self, part: Part) -> Placed | None:
        unit, offset = part.unit, part.offset
        if offset is None or not self._is_ahead(part):
            return None
        if part.origin == "mention" and unit == "year" and offset and self.season:
            first, last = self.season.start.year + offset, self.season.end.year + offset
            return dt.date(first, 1, 1), dt.date(last, 12, 31), "year"
        base, to = self._origin(part)
        return self._counted_from(base, to, part) if base else None

    def _is_ahead(self, part: Part) -> bool:
        """Whether "within", "in" and a number of years tell when, not how long something took."""
        is_close = self.lexicon.ahead_unsure.get(self.reader.words[part.first])
        return is_close is None or self.tense.is_to_come(self.reader.pieces[part.first].start, is_close)

    def _origin(self, part: Part) -> tuple[dt.date | None, Precision]:
        """The day that a date is counted from, and how closely it is known."""
        if part.origin != "mention":
            return self.published, self.to
        anchor = self.day if part.unit == "day" and self.day else self.anchor
        if anchor:
            return anchor.start, anchor.precision
        is_before = part.unit == "day" and part.offset is not None and part.offset < 0
        return self.published if is_before else None, self.to  # "la veille", with no other day told

    @staticmethod
    def _counted_from(base: dt.date, to: Precision, part: Part) -> Placed | None:
        unit, offset = part.unit, part.offset or 0
        if unit == "decade":
            first = base.year - base.year % 10 + 10 * offset
            return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "year"
        if unit == "year":
            year = base.year + offset
            return whole_year(year) if FIRST_YEAR <= year <= LAST_YEAR else None
        if to == "year":
            return None if part.origin == "mention" else whole_year(base.year)
        if unit in MONTHS_OF:
            return period_around(base, MONTHS_OF[unit], offset)
        if unit == "month":
            return whole_month(*add_months(base, offset))
        if to == "month":
            return whole_month(base.year, base.month)
        return days_around(base, unit, offset, part.weekday)

    def _is_future(self, part: Part) -> bool | None:
        at = self.reader.pieces[part.first].start
        if self._is_deadline(part):
            is_over = self.tense.is_over(at)
            return None if is_over is None else not is_over
        return False if self._is_since(part) else self.tense.is_future(at)

    def _is_since(self, part: Part) -> bool:
        """Read "depuis la fin mars", "since the 3rd": what has begun is gone, whatever the tense."""
        i = self.reader.edge_of(part) - 1
        while self.reader.word(i) in self.lexicon.articles or self.reader.word(i) in self.lexicon.of:
            i -= 1
        return self.reader.word(i) in self.lexicon.since
