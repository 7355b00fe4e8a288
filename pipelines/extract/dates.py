"""Dates of an article: written in full, in part, as ranges, or relative to the day of publication.

A grammar over words: the names of months and weekdays and the order of numeric dates come from CLDR (babel),
the rest of a language's words from `languages/<language>/dates.yaml`. A date that lacks its year takes it from
another mention of the same day, from what the sentence said before, or from the publication date and the tense
of the clause. What cannot be placed in time is not returned: nothing is filled in from the clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from pipelines.extract.document import Document, Token
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.numbers import number_lexicon
from pipelines.extract.records import Precision, Span
from pipelines.extract.text import fold

Unit = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade"]
Origin = Literal["publication", "mention"]
_Phrases = dict[tuple[str, str], list[tuple[list[str], Origin, Unit, int]]]
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MONTHS_OF = {"quarter": 3, "half": 6}
_DAYS_IN_WEEK = 7


class DateLexicon(LexiconModel):
    """Topic `dates`. Words are folded; a phrase is its words as the tokenizer cuts them, spaces between.

    Attributes:
        months, weekdays: spellings that CLDR lacks; January is 1, Monday is 0.
        capitalised: months and weekdays that are other words in lower case ("may", "march").
        month_before_day: whether "May 3" is a date.
        short_months: month forms that are dates only next to a day or a year ("sept" is also a number).
        seasons: periods of a year with the month that they begin in (northern); year_prefixes: what fiscal years have
            in front of their digits ("fy").
        day_suffixes: what makes a number an ordinal; day_words: days of the month in words.
        ordinals: ranks for quarters, halves and "the first Monday of"; -1 is the last.
        fused_units: one-word periods ("q1") with their unit and rank.
        loose_units: words that are a period only with a year ("the first half").
        year_words: nouns before a year ("année"); horizons: nouns that make the year a deadline.
        decade_words: nouns before a decade; decade_suffixes: what is glued to it; decade_names: "seventies".
        lone_day_before: prepositions before a day whose month isn't named ("by the 27th").
        year_after: prepositions that only stand before a year; year_after_weak: those that also count things.
        month_after: prepositions before a month; range_*: what opens and joins the ends of a range.
        this, last_before, last_after, next_before, next_after, same: which one of a unit is meant.
        week_after: what follows a weekday a week after the coming one ("Tuesday week").
        near_days, near_periods, anchored: phrases counted from publication, or from the date mentioned before.
        deadline_words, deadline_after: last possible moment, before and behind the date.
        deadline_fillers: what may stand between them and the date.
        future_cues, past_cues, future_endings: tense of the clause around a date; future_finites: verbs whose present
            tells of what is to come.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    capitalised: frozenset[str]
    month_before_day: bool
    short_months: frozenset[str]
    seasons: dict[str, int]
    year_prefixes: tuple[str, ...]
    day_suffixes: frozenset[str]
    day_words: dict[str, int]
    ordinals: dict[str, int]
    numbers: dict[str, int]
    units: dict[str, Unit]
    fused_units: dict[str, tuple[Unit, int]]
    loose_units: frozenset[str]
    edges: frozenset[str]
    fused_edges: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    day_articles: frozenset[str]
    lone_day_articles: frozenset[str]
    lone_days_articles: frozenset[str]
    lone_day_before: frozenset[str]
    year_words: frozenset[str]
    decade_words: frozenset[str]
    decade_suffixes: frozenset[str]
    decade_names: dict[str, int]
    horizons: frozenset[str]
    year_after: frozenset[str]
    year_after_weak: frozenset[str]
    month_after: frozenset[str]
    month_words: frozenset[str]
    range_openers: frozenset[str]
    range_joiners: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    this: frozenset[str]
    this_after: frozenset[str]
    last_before: frozenset[str]
    last_after: frozenset[str]
    next_before: frozenset[str]
    next_after: frozenset[str]
    week_after: frozenset[str]
    same: frozenset[str]
    near_days: dict[str, int]
    near_periods: dict[str, tuple[Unit, int]]
    anchored: dict[str, tuple[Unit, int]]
    ago_before: list[str]
    ago_after: list[str]
    later_after: list[str]
    earlier_after: list[str]
    ahead_before: list[str]
    ahead_after: list[str]
    deadline_words: frozenset[str]
    deadline_after: list[str]
    deadline_fillers: frozenset[str]
    future_cues: frozenset[str]
    future_finites: frozenset[str]
    past_cues: frozenset[str]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    presents: frozenset[str]
    presentatives: frozenset[str]
    time_conjunctions: frozenset[str]

    @cached_property
    def deadline_behind(self) -> list[list[str]]:
        """The phrases of `deadline_after` as words."""
        return [phrase.split() for phrase in self.deadline_after]


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


# What floating dates are counted from: no more than a fixed point, so that "Monday" comes before "Tuesday".
FLOATING_FROM = dt.date(2000, 7, 1)


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
    reader = _Reader(doc, _words_of(doc.language))
    resolver = _Resolver(doc, reader)
    return resolver.resolve(reader.read()), resolver.floating


# ---------------------------------------------------------------- words


@dataclass(frozen=True, eq=False)
class _Words:
    """A language's words, completed from CLDR and indexed for the reader."""

    lexicon: DateLexicon
    months: dict[str, int]
    weekdays: dict[str, int]
    short_months: frozenset[str]
    phrases: _Phrases
    openers: frozenset[str]  # words that a date may begin with
    counters: frozenset[str]  # words that it may begin with where one of `counted` follows
    counted: frozenset[str]
    triggers: frozenset[str]  # all that a date may begin with, digits apart
    split_heads: frozenset[str]


@cache
def _words_of(language: str) -> _Words:
    lexicon = load_topic(language, "dates", DateLexicon)
    locale = Locale(language)
    months, short = dict(lexicon.months), set(lexicon.short_months)
    weekdays = dict(lexicon.weekdays)
    full = {fold(name) for name in get_month_names("wide", "format", locale).values()}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for number, name in get_month_names(width, context, locale).items():
                months.setdefault(key := fold(name).rstrip("."), number)
                if width == "abbreviated" and key not in full:
                    short.add(key)
            for number, name in get_day_names(width, context, locale).items():
                if width == "wide":
                    weekdays.setdefault(fold(name), number)
    phrases = _phrases(lexicon)
    openers = {*months, *weekdays, *lexicon.units, *lexicon.fused_units, *lexicon.day_words, *lexicon.seasons}
    openers |= {*lexicon.decade_names}
    counters = {*lexicon.this, *lexicon.last_before, *lexicon.next_before, *lexicon.same}
    counters |= {*lexicon.numbers, *lexicon.ordinals}
    counted = {*lexicon.units, *weekdays, *lexicon.same}
    return _Words(
        lexicon, months, weekdays, frozenset(short), phrases,
        frozenset(openers), frozenset(counters), frozenset(counted),
        frozenset({*openers, *counters, *(first for first, _ in phrases)}), frozenset({*months, *lexicon.fused_edges}),
    )  # fmt: skip


def _phrases(lexicon: DateLexicon) -> _Phrases:
    """Fixed phrases by their first two words ("" for none), longest first: words, origin, unit, offset."""
    table: _Phrases = {}
    rows: list[tuple[str, Origin, Unit, int]] = [
        (phrase, "publication", "day", offset) for phrase, offset in lexicon.near_days.items()
    ]
    rows += [(phrase, "publication", unit, offset) for phrase, (unit, offset) in lexicon.near_periods.items()]
    rows += [(phrase, "mention", unit, offset) for phrase, (unit, offset) in lexicon.anchored.items()]
    for phrase, origin, unit, offset in sorted(rows, key=lambda r: (-len(r[0].split()), r[0])):
        parts = phrase.split()
        table.setdefault((parts[0], parts[1] if len(parts) > 1 else ""), []).append((parts, origin, unit, offset))
    return table


@cache
def _month_comes_first(language: str, country: str | None) -> bool:
    """Whether 4/5/2024 is the fifth of April, by CLDR's short date format for the country."""
    try:
        locale = Locale.parse(f"{language}_{country}") if country else Locale(language)
    except UnknownLocaleError:
        return False
    pattern: str = locale.date_formats["short"].pattern
    return pattern.find("M") < pattern.find("d")


# ---------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class _Part:
    """What the words say of a date, before context completes it; words `[first, last)` of the reader."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None  # unit of a relative or numbered period
    rank: int | None = None  # number of the quarter or half, of the weekday in its month
    offset: int | None = None  # units away from the origin
    origin: Origin | None = None
    year_from: tuple[Origin, int] | None = None  # origin and offset of the year: "of the same year", "of last year"
    until: _Part | None = None  # other end of a range

    @property
    def grain(self) -> str:
        """What kind of date it is; the two ends of a range are of one kind."""
        if self.unit:
            return self.unit
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "weekday" if self.weekday is not None else "year"


_STOP = "\n"
_SIGNS = frozenset("/-")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a word stands that is part of a token: the token, characters, whether white space is before."""

    i: int
    start: int
    end: int
    space: bool


class _Reader:
    """Reads partial dates off the words of a body, left to right."""

    def __init__(self, doc: Document, words: _Words) -> None:
        self.doc, self.table, self.lexicon = doc, words, words.lexicon
        self.words: list[str] = []
        self.pieces: list[Token | _Piece] = []
        prefixes = self.lexicon.year_prefixes
        for sentence in doc.sentences:
            for token in doc.tokens[sentence.first : sentence.last]:
                folded = token.folded
                if ("-" in folded or folded.startswith(prefixes)) and self._add_pieces(token):
                    continue
                self.words.append(folded)
                self.pieces.append(token)
            self._push(_STOP, sentence.end, sentence.end, True, sentence.last - 1)

    def _add_pieces(self, token: Token) -> bool:
        """Add the words that a hyphen or a fiscal year's prefix hides in one token; False where there are none."""
        if token.folded.startswith(self.lexicon.year_prefixes) and self._add_fiscal_year(token):
            return True
        head, _, tail = token.folded.partition("-")
        if not ((head in self.table.split_heads and "-" not in tail) or tail in self.lexicon.this_after):
            return False
        cut = token.start + len(head)
        self._push(head, token.start, cut, token.space, token.i)
        self._push("-", cut, cut + 1, False, token.i)
        digits = len(tail) - len(tail.lstrip("0123456789"))
        if digits and tail[digits:] in self.lexicon.decade_suffixes:  # "mid-1990s"
            self._push(tail[:digits], cut + 1, cut + 1 + digits, False, token.i)
            self._push(tail[digits:], cut + 1 + digits, token.end, False, token.i)
        else:
            self._push(tail, cut + 1, token.end, False, token.i)
        return True

    def _add_fiscal_year(self, token: Token) -> bool:
        """Cut "FY2023-24", "FY24" into the words of a year or of a range of years."""
        prefix = next(p for p in self.lexicon.year_prefixes if token.folded.startswith(p))
        first, dash, second = token.folded[len(prefix) :].partition("-")
        is_year = first.isascii() and first.isdigit() and len(first) in (2, 4)
        if not is_year or (dash and not (second.isdigit() and len(second) in (2, 4))):
            return False
        start = token.start + len(prefix)
        self._push(first if len(first) == 4 else f"20{first}", start, start + len(first), True, token.i)
        if dash:
            start += len(first)
            self._push(dash, start, start + 1, False, token.i)
            self._push(second, start + 1, token.end, False, token.i)
        return True

    def _push(self, word: str, start: int, end: int, space: bool, token: int) -> None:
        self.words.append(word)
        self.pieces.append(_Piece(token, start, end, space))

    def read(self) -> list[_Part]:
        """Partial dates in text order."""
        parts: list[_Part] = []
        i, triggers = 0, self.table.triggers
        while i < len(self.words):
            word = self.words[i]
            may_begin = (word in triggers or word[0].isdigit()) and self._may_begin(i)
            if may_begin and (part := self._range(i)):
                if parts:
                    parts[-1] = self._with_year_behind(parts[-1], part)
                parts.append(part)
                i = part.last
            else:
                i += 1
        return parts

    def _may_begin(self, i: int) -> bool:
        """Whether a date may begin with a word: a test that saves trying every kind of date on most words."""
        word, table = self.words[i], self.table
        if word in table.openers:
            return True
        if word in table.counters and self.words[i + 1] in table.counted:
            return True
        if word[0].isdigit() and (
            len(word) <= 2 or self._year(i) is not None or self.words[i + 1] in _SIGNS or word.count(".") == 2
        ):
            return True
        return self._phrase(i) is not None

    def _with_year_behind(self, part: _Part, following: _Part) -> _Part:
        """Read "en avril et mai 2024": the first of two joined dates has the year of the second."""
        if part.until or part.year or part.year_from or part.offset is not None or not part.month or not following.year:
            return part
        between = self.words[part.last : following.first]
        if len(between) > 3 or not self.lexicon.conjunctions.intersection(between):
            return part
        return replace(part, year=following.year) if following.month else part

    def edge_of(self, part: _Part) -> int:
        """Position of the "fin", "mid-", "end of" that belongs to a date, else its own."""
        i = part.first
        before = self.word(i - 1)
        if self._has_fused_edge(i):
            return i - 2
        if before in self.lexicon.edges:
            return i - 1
        return i - 2 if before in self.lexicon.of and self.word(i - 2) in self.lexicon.edges else i

    # -- small pieces

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else _STOP

    def _skip(self, i: int, choices: frozenset[str]) -> int:
        return i + 1 if self.word(i) in choices else i

    def _is_glued(self, i: int) -> bool:
        return i < len(self.words) and not self.pieces[i].space

    def _capital(self, i: int) -> bool:
        return self.doc.text[self.pieces[i].start].isupper()

    def _number(self, i: int, digits: int) -> int | None:
        word = self.word(i)
        return int(word) if len(word) <= digits and word.isascii() and word.isdigit() else None

    def _year(self, i: int) -> int | None:
        value = self._number(i, 4)
        return value if value is not None and _FIRST_YEAR <= value <= _LAST_YEAR else None

    def _day(self, i: int) -> tuple[int, int] | None:
        """Day of the month at `i` and the position behind it."""
        value = self._number(i, 2)
        if value is not None:
            if not 1 <= value <= 31:
                return None
            behind = i + 1
            if self._is_glued(behind) and self.word(behind) in self.lexicon.day_suffixes:
                behind += 1
            elif self._goes_on(behind):
                return None
            return value, behind
        value = self.lexicon.day_words.get(self.word(i))
        if value is None:
            return None
        unit = self.lexicon.day_words.get(self.word(i + 1))
        if value in (20, 30) and unit and unit < 10 and value + unit <= 31:
            return value + unit, i + 2
        return value, i + 1

    def _month(self, i: int) -> tuple[int, int] | None:
        """Month at `i` and the position behind it (and behind the full stop of an abbreviation)."""
        number = self.table.months.get(self.word(i))
        if number is None or (self.word(i) in self.lexicon.capitalised and not self._capital(i)):
            return None
        behind = i + 1
        has_stop = self.word(behind) == "." and self._is_glued(behind) and self.word(behind + 1) != _STOP
        if has_stop and (self.word(i) in self.table.short_months or self.word(behind + 1)[0].isdigit()):
            behind += 1
        return number, behind

    def _weekday(self, i: int) -> int | None:
        number = self.table.weekdays.get(self.word(i))
        if number is None or (self.word(i) in self.lexicon.capitalised and not self._capital(i)):
            return None
        return number

    def _year_behind(self, i: int) -> tuple[int, int] | None:
        """Year after a month or day: "2024", ", 2024", "of 2024", "'24"."""
        j = self._skip(i, _COMMA)
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

    def _goes_on(self, i: int) -> bool:
        """Whether what is at `i` is glued to the digits before it."""
        return self._is_glued(i) and (self.word(i)[0].isalnum() or self.word(i) in "%°")

    def _opens_number(self, i: int) -> bool:
        """Whether the four digits at `i` go on ("2 030", "2030%", "2020s")."""
        after = self.word(i + 1)
        if self._is_glued(i + 1) and (after[0].isalnum() or after in "%°$€£"):
            return True
        return after == "%" or (len(after) == 3 and after.isdigit())

    # -- years told by other words

    def _year_phrase(self, i: int) -> tuple[tuple[Origin, int], int] | None:
        """Read "de la même année", "of last year", "this year": where the year comes from, position behind."""
        j = self._skip(i, self.lexicon.of)
        part = self._relative(j) or self._relative(self._skip(j, self.lexicon.articles))
        if part and part.unit == "year" and part.origin and part.offset is not None:
            return (part.origin, part.offset), part.last
        return None

    # -- dates

    def _numeric(self, i: int) -> _Part | None:
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
        if not _FIRST_YEAR <= year <= _LAST_YEAR or not _is_day(year, month, day):
            return None
        return _Part(i, behind, year, month, day)

    def _full_year(self, tens: int) -> int:
        """Year of two digits: of this century unless that is far ahead ("05/05/89")."""
        now = self.doc.published_on.year if self.doc.published_on else _LAST_YEAR - _FAR_AHEAD
        return 2000 + tens if 2000 + tens <= now + _FAR_AHEAD else 1900 + tens

    def _month_first(self, first: int, second: int) -> bool:
        if first > 12:
            return False
        return second > 12 or _month_comes_first(self.doc.language, self.doc.country)

    def _month_and_year(self, i: int, pieces: list[str], behind: int) -> _Part | None:
        """Read "11/2016" behind a preposition of time."""
        if self.word(i - 1) not in self.lexicon.month_after or [len(p) for p in pieces] not in ([2, 4], [1, 4]):
            return None
        month, year = self._number(i, 2), self._year(i + 2)
        return _Part(i, behind, year, month) if month and year and month <= 12 else None

    def _short_numeric(self, i: int, pieces: list[str], behind: int) -> _Part | None:
        """Read "le 22/04", told from a fraction by what stands before it."""
        if self.word(i + 1) != "/" or self.word(behind) in number_lexicon(self.doc.language).fraction_of:
            return None  # "les 3/4 des foyers"
        if self.word(i - 1) not in self.lexicon.day_articles or not all(p.isascii() and p.isdigit() for p in pieces):
            return None
        if any(len(p) > 2 for p in pieces):
            return None
        first, second = (int(p) for p in pieces)
        day, month = (second, first) if self._month_first(first, second) else (first, second)
        return _Part(i, behind, month=month, day=day) if _is_day(2000, month, day) else None

    def _calendar(self, i: int) -> _Part | None:
        """[weekday] day month [year], [weekday] month day [year], month [year]."""
        j = i
        weekday = self._weekday(i)
        if weekday is not None:
            if part := self._bracketed_day(i, weekday):
                return part
            j = self._skip(i + 1, _DOT) if self.word(i) in self.lexicon.weekdays else i + 1
            j = self._skip(self._skip(j, _COMMA), self.lexicon.articles)
        if (day := self._day(j)) and (part := self._day_then_month(i, day, weekday)):
            return part
        if (month := self._month(j)) and (weekday is None or self.lexicon.month_before_day):
            if part := self._month_then_day(i, month, weekday):
                return self._completed(part)
            if weekday is None:
                return self._month_alone(i, month)
        return None

    def _day_then_month(self, i: int, day: tuple[int, int], weekday: int | None) -> _Part | None:
        """The date of a day (and the position behind it) with the month that follows, or by itself."""
        k = self._skip(day[1], self.lexicon.of)
        k = k + 1 if self.word(k) in _JOINTS and self._is_glued(k) and self._is_glued(k + 1) else k
        k = self._skip(self._skip(k, self.lexicon.month_words), self.lexicon.of) if k > day[1] else k
        if month := self._month(k):
            return self._completed(_Part(i, month[1], month=month[0], day=day[0], weekday=weekday))
        if part := self._day_of_relative_month(i, day[0], day[1], weekday):
            return part
        is_named = weekday is not None and not self._counts(day[1])
        return _Part(i, day[1], day=day[0], weekday=weekday) if is_named or self._is_lone_day(i, day[1]) else None

    def _bracketed_day(self, i: int, weekday: int) -> _Part | None:
        """Read "Thursday (May 16)", "jeudi (16 mai)": one day."""
        if self.word(i + 1) != "(":
            return None
        part = self._calendar(i + 2)
        if part is None or not part.day or part.weekday is not None or self.word(part.last) != ")":
            return None
        return replace(part, first=i, last=part.last + 1, weekday=weekday)

    def _counts(self, i: int) -> bool:
        """Whether the word at `i` is what a number before it counts."""
        if self.word(i) == _STOP:
            return False
        return self.doc.tokens[self.pieces[i].i].pos in ("NOUN", "ADJ", "PROPN", "SYM", "NUM")

    def _is_lone_day(self, i: int, behind: int) -> bool:
        """Read "le 27." or "on the 27th,": a day of the month by itself."""
        if self._number(i, 2) is None or self.word(behind) not in _CLAUSE_ENDS:
            return False
        if self.lexicon.month_before_day:
            is_led = self.word(i - 2) in self.lexicon.lone_day_before
            has_article = self.word(i - 1) in self.lexicon.articles and is_led
            return has_article and behind == i + 2
        return self.word(i - 1) in self.lexicon.day_articles & self.lexicon.lone_day_articles

    def _month_then_day(self, i: int, month: tuple[int, int], weekday: int | None) -> _Part | None:
        if not self.lexicon.month_before_day:
            return None
        k = month[1]
        k = k + 1 if self.word(k) in _JOINTS and self._is_glued(k) and self._is_glued(k + 1) else k
        day = self._day(self._skip(k, self.lexicon.articles))
        if not day or self._opens_number(day[1] - 1):
            return None
        return _Part(i, day[1], month=month[0], day=day[0], weekday=weekday)

    def _day_of_relative_month(self, i: int, day: int, k: int, weekday: int | None) -> _Part | None:
        """Read "le 20 du mois prochain", "the 20th of this month"."""
        j = self._skip(self._skip(k, self.lexicon.of), self.lexicon.articles)
        part = self._relative(j)
        if (
            part is None
            and j > k
            and self.lexicon.units.get(self.word(j)) == "month"
            and self.word(j + 1) in _CLAUSE_ENDS
        ):
            part = _Part(j, j + 1, unit="month", offset=0, origin="publication")  # "avant le 15 du mois"
        if not part or part.unit != "month" or part.offset is None:
            return None
        return replace(part, first=i, day=day, weekday=weekday, unit=None)

    def _month_alone(self, i: int, month: tuple[int, int]) -> _Part | None:
        part = self._completed(_Part(i, month[1], month=month[0]))
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
            self.word(i - 2) in self.lexicon.units or self.word(i - 2) in self.lexicon.edges
        ):
            return part
        return None

    def _completed(self, part: _Part) -> _Part:
        """The part with the year or the "last", "next" that follows or precedes it."""
        if year := self._year_behind(part.last):
            return replace(part, year=year[0], last=year[1])
        if self.word(part.last) in self.lexicon.last_after:
            return replace(part, offset=-1, last=part.last + 1)
        if self.word(part.last) in self.lexicon.next_after:
            return replace(part, offset=1, last=part.last + 1)
        if phrase := self._year_phrase(part.last):
            return replace(part, year_from=phrase[0], last=phrase[1])
        if not part.day:
            if self.word(part.first - 1) in self.lexicon.last_before:
                return replace(part, offset=-1, first=part.first - 1)
            if self.word(part.first - 1) in self.lexicon.next_before:
                return replace(part, offset=1, first=part.first - 1)
        return part

    def _bare_weekday(self, i: int) -> _Part | None:
        """A weekday with what says which one: "vendredi dernier", "next Friday", "Friday next week"."""
        weekday = self._weekday(i)
        if weekday is None:
            return None
        after, before = self.word(i + 1), self.word(i - 1)
        week = self._relative(self._skip(self._skip(i + 1, self.lexicon.of), self.lexicon.articles))
        if week and week.unit == "week" and week.origin == "publication":
            return replace(week, first=i, weekday=weekday)
        if after in self.lexicon.week_after:
            return _Part(i, i + 2, weekday=weekday, offset=2)
        if after in self.lexicon.last_after:
            return _Part(i, i + 2, weekday=weekday, offset=-1)
        if after in self.lexicon.next_after:
            return _Part(i, i + 2, weekday=weekday, offset=1)
        if before in self.lexicon.last_before:
            return _Part(i - 1, i + 1, weekday=weekday, offset=-1)
        if before in self.lexicon.next_before:
            return _Part(i - 1, i + 1, weekday=weekday, offset=1)
        if before in self.lexicon.this:
            return _Part(i - 1, i + 1, weekday=weekday, offset=0)
        return _Part(i, i + 1, weekday=weekday)

    def _ranked(self, i: int) -> _Part | None:
        """Quarters, halves and "the first Monday of May"."""
        if fused := self.lexicon.fused_units.get(self.word(i)):
            part = _Part(i, i + 1, unit=fused[0], rank=fused[1])
            part = self._completed(part)
            return part if part.year or part.year_from or self._capital(i) else None
        rank, j = self.lexicon.ordinals.get(self.word(i)), i + 1
        if rank is None and (day := self._day(i)) and day[1] > i + 1:
            rank, j = day
        if rank is None:
            return None
        unit = self.lexicon.units.get(self.word(j))
        if unit in _MONTHS_OF:
            if not (rank == -1 or 1 <= rank <= 12 // _MONTHS_OF[unit]):
                return None
            rank = 12 // _MONTHS_OF[unit] if rank == -1 else rank
            part = self._completed(_Part(i, j + 1, unit=unit, rank=rank))
            is_dated = part.year or part.year_from or part.offset is not None
            return part if is_dated or self.word(j) not in self.lexicon.loose_units else None
        if unit in ("week", "weekend"):
            return self._ranked_week(_Part(i, j + 1, unit=unit, rank=rank))
        weekday = self._weekday(j)
        if weekday is None or self.word(j + 1) not in self.lexicon.of | self.lexicon.month_after:
            return None
        k = self._skip(j + 2, self.lexicon.articles)
        if month := self._month(k):
            return self._completed(_Part(i, month[1], month=month[0], weekday=weekday, rank=rank))
        period = self._relative(k)
        if period is None or period.unit != "month":
            return None
        return replace(period, first=i, weekday=weekday, rank=rank, unit=None)

    def _ranked_week(self, part: _Part) -> _Part | None:
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

    def _relative(self, i: int) -> _Part | None:
        """Read "hier", "la semaine dernière", "next month", "le même jour", "two years ago"."""
        if part := self._phrase(i):
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
            return _Part(i, j + 1, unit=unit, offset=0, origin="mention")
        offset = self._shift_before(i)
        if offset is None:
            return None
        behind = j + 2 if self.word(j + 1) == "-" and self.word(j + 2) in self.lexicon.this_after else j + 1
        return _Part(i, behind, unit=unit, offset=offset, origin="publication")

    def _shift_before(self, i: int) -> int | None:
        word = self.word(i)
        if word in self.lexicon.this:
            return 0
        if self.word(i - 1) in self.lexicon.articles:
            return None  # "the past year" is a stretch of time, not a date
        if word in self.lexicon.last_before:
            return -1
        return 1 if word in self.lexicon.next_before else None

    def _unit_then_shift(self, i: int, unit: Unit) -> _Part | None:
        after = self.word(i + 1)
        offset = -1 if after in self.lexicon.last_after else 1 if after in self.lexicon.next_after else None
        if offset is None:
            return self._unit_with_edge(i, unit)
        first = i - 1 if self.word(i - 1) in self.lexicon.articles else i
        return _Part(first, i + 2, unit=unit, offset=offset, origin="publication")

    def _unit_with_edge(self, i: int, unit: Unit) -> _Part | None:
        """Read "la fin de l'année", "the end of the month": the current one."""
        j = i - 1 if self.word(i - 1) in self.lexicon.articles else i
        if unit == "day" or self.word(j - 1) not in self.lexicon.of or self.word(j - 2) not in self.lexicon.edges:
            return None
        if self.word(i + 1) in self.lexicon.of or self._year(i + 1):
            return None
        return _Part(j, i + 1, unit=unit, offset=0, origin="publication")

    def _phrase(self, i: int) -> _Part | None:
        word, phrases = self.word(i), self.table.phrases
        for second in (self.word(i + 1), ""):
            for words, origin, unit, offset in phrases.get((word, second), ()):
                behind = i + len(words)
                if origin == "mention" and self._has_complement(behind):
                    continue
                if self.words[i:behind] == words and (unit == "day" or not self._year_behind(behind)):
                    return _Part(i, behind, unit=unit, offset=offset, origin=origin)
        return None

    def _has_complement(self, behind: int) -> bool:
        """Read "à la veille du sommet", "à la veille ou presque du vote": the day before that, not a day told."""
        k = behind + 2 * (self.word(behind) in self.lexicon.conjunctions)
        return self.word(k) in self.lexicon.of

    def _counted(self, i: int) -> _Part | None:
        """Read "il y a deux mois", "two years ago", "trois ans plus tard", "dans six mois"."""
        number = self._number(i, 2)
        number = self.lexicon.numbers.get(self.word(i)) if number is None else number
        unit = self.lexicon.units.get(self.word(i + 1)) if number else None
        if not number or unit is None or unit == "weekend":
            return None
        tables = (
            (self.lexicon.ago_before, True, -1, "publication"),
            (self.lexicon.ago_after, False, -1, "publication"),
            (self.lexicon.ahead_before, True, 1, "publication"),
            (self.lexicon.ahead_after, False, 1, "publication"),
            (self.lexicon.later_after, False, 1, "mention"),
            (self.lexicon.earlier_after, False, -1, "mention"),
        )
        for phrases, is_before, sign, origin in tables:
            for phrase in phrases:
                words = phrase.split()
                at = i - len(words) if is_before else i + 2
                if at >= 0 and self.words[at : at + len(words)] == words:
                    first, last = (at, i + 2) if is_before else (i, i + 2 + len(words))
                    return _Part(first, last, unit=unit, offset=sign * number, origin=origin)  # type: ignore[arg-type]
        return None

    def _bare_year(self, i: int) -> _Part | None:
        year = self._year(i)
        if year is None:
            return None
        if part := self._decade(i, year):
            return part
        is_free = not self._is_glued(i) or self.word(i - 1) in _BRACKETS or self._has_fused_edge(i)
        if not is_free or self._opens_number(i) or not self._is_year(i, year):
            return None
        return _Part(i, i + 1, year=year)

    def _has_fused_edge(self, i: int) -> bool:
        return self.word(i - 1) == "-" and self.word(i - 2) in self.lexicon.fused_edges

    def _decade(self, i: int, year: int) -> _Part | None:
        if year % 10:
            return None
        if self._is_glued(i + 1) and self.word(i + 1) in self.lexicon.decade_suffixes:
            return _Part(i, i + 2, year=year, unit="decade")
        if self._follows_decade_word(i):
            return _Part(i, i + 1, year=year, unit="decade")
        return None

    def _follows_decade_word(self, i: int) -> bool:
        """Read "les années 1980", "les années 80 et 90"."""
        if self.word(i - 1) in self.lexicon.decade_words:
            return True
        is_joined = self.word(i - 1) in self.lexicon.conjunctions or self.word(i - 1) in _DASHES
        return is_joined and self.word(i - 3) in self.lexicon.decade_words

    def _short_decade(self, i: int) -> _Part | None:
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
        is_led = self.word(j - 1) in self.lexicon.articles or self.edge_of(_Part(j, i)) < j
        return self._tens(j, i + 2, tens) if is_suffixed and is_led else None

    def _tens(self, first: int, last: int, tens: int) -> _Part | None:
        """A decade of the century that it must be of; the twenties are of either."""
        if tens == _UNCLEAR_DECADE:
            return None
        return _Part(first, last, year=(2000 if tens < _UNCLEAR_DECADE else 1900) + tens, unit="decade")

    def _is_year(self, i: int, year: int) -> bool:
        """Whether the words around four digits make them a year."""
        lexicon, before = self.lexicon, self.word(i - 1)
        if self._has_fused_edge(i):
            return True
        if before in _BRACKETS:
            return self.word(i + 1) in _BRACKETS
        if self.word(i + 1) == "-" and self._is_glued(i + 1):
            return False
        named = (lexicon.year_words, lexicon.horizons, lexicon.edges, lexicon.seasons)
        if any(before in words for words in named):
            return True
        counts = self._counts(i + 1)
        is_due = before in lexicon.year_after_weak and self.word(i - 2) in lexicon.deadline_words  # "d'ici à 2030 –"
        if before in lexicon.year_after or is_due:
            return not (counts and year % 100 == 0)
        if counts and self._is_attribute(i, year):
            return True
        if before in lexicon.year_after_weak or before in lexicon.conjunctions or before == ",":
            return not counts and (before in lexicon.year_after_weak or self._year_near(i))
        return before == _STOP and not counts

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

    def _single(self, i: int) -> _Part | None:
        word = self.word(i)
        if word[0].isdigit() and (part := self._numeric(i)):
            return part
        if part := self._short_decade(i):
            return part
        for read in (self._ranked, self._calendar, self._relative, self._bare_weekday, self._season, self._bare_year):
            if part := read(i):
                return part
        return None

    def _days_of_week(self, week: _Part) -> _Part:
        """Read "next week on Tuesday", "la semaine prochaine, du mardi au jeudi": one or two days of that week."""
        j = self._skip(week.last, _COMMA)
        k = self._skip(j, self.lexicon.range_openers | self.lexicon.day_articles)
        weekday = self._weekday(k)
        if weekday is None or self._day(k + 1):
            return week
        first = replace(week, last=k + 1, weekday=weekday)
        word, end = self.word(k + 1), self._skip_opening(k + 2)
        is_between = self.word(j) in self.lexicon.between and word in self.lexicon.conjunctions
        is_joined = is_between or word in self.lexicon.range_joiners or word in _DASHES
        until = self._weekday(end) if is_joined or word in self.lexicon.conjunctions else None
        if until is None or self._day(end + 1) or until <= weekday or not (is_joined or until == weekday + 1):
            return first
        return replace(first, last=end + 1, until=replace(week, first=end, last=end + 1, weekday=until))

    def _season(self, i: int) -> _Part | None:
        """A season is dated to its year: which months it covers depends on the hemisphere."""
        month = self.lexicon.seasons.get(self.word(i))
        if month is None:
            return None
        part = self._completed(_Part(i, i + 1))
        if part.year:
            return part
        if part.year_from:
            return replace(part, unit="year", origin=part.year_from[0], offset=part.year_from[1])
        if self.word(i - 1) in self.lexicon.this:
            return replace(part, unit="year", origin="publication", offset=0)
        before = self.lexicon.month_after | self.lexicon.year_after_weak
        if part.offset is None and not (self.word(i - 1) in self.lexicon.articles and self.word(i - 2) in before):
            return None
        return replace(part, unit="season", month=month)

    # -- ranges

    def _range(self, i: int) -> _Part | None:
        """One date, or two with what joins them."""
        if part := self._year_range(i) or self._day_list(i):
            return part
        first = self._single(i)
        if first is None:
            return self._open_range(i)
        if first.unit == "week" and first.origin == "publication" and first.weekday is None and first.rank is None:
            first = self._days_of_week(first)
            if first.until:
                return first
        if part := self._days_behind_month(first):
            return part
        j = self._joined(first) if first.unit != "season" else None
        second = self._single(j) if j else None
        if second is None or second.until or not _same_kind(first, second):
            return first
        return replace(first, last=second.last, until=second)

    def _open_range(self, i: int) -> _Part | None:
        """Read "de mars à juin 2024", "March-June": a month that is a date only because another one follows."""
        month = self._month(i)
        if not month or self.word(i) in self.table.short_months:
            return None
        first = _Part(i, month[1], month=month[0])
        j = self._joined(first)
        second = self._month(j) if j else None
        if second is None or not j:
            return None
        until = self._completed(_Part(j, second[1], month=second[0]))
        return replace(first, last=until.last, until=until)

    def _joined(self, part: _Part) -> int | None:
        """Where the second end of a range begins."""
        j = part.last
        if self.word(j + 1) in self.lexicon.range_joiners and self._follows(part.first, self.lexicon.range_openers):
            j = self._skip(j, _COMMA)  # "du lundi 3 juin, au vendredi 7"; not "en mars, au Caire"
        word = self.word(j)
        if word in self.lexicon.range_joiners or word in _DASHES:
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

    def _year_range(self, i: int) -> _Part | None:
        """2021-2025, 2025/26, entre 2024 et 2026, de 2009 à 2013."""
        year = self._year(i)
        sign = self.word(i + 1)
        if year is None or (self._is_glued(i) and self.word(i - 1) not in _BRACKETS):
            return None
        if sign in ("/", "-") and self._is_glued(i + 1) and self._is_glued(i + 2) and len(self.word(i + 2)) == 2:
            return self._short_year_range(i, year, sign)
        part = _Part(i, i + 1, year=year)
        j = self._joined(part)
        other = self._year(j) if j else None
        if other is None or not j or other <= year or self._opens_number(j):
            return None
        if self.word(j + 1) in ("-", "/") and self._is_glued(j + 1) and self.word(j + 2).isdigit():
            return None
        if year % 100 == 0 and self._counts(j + 1) and sign != "-":
            return None
        return replace(part, last=j + 1, until=_Part(j, j + 1, year=other))

    def _short_year_range(self, i: int, year: int, sign: str) -> _Part | None:
        tail = self._number(i + 2, 2)
        if tail is None or (self._is_glued(i + 3) and self.word(i + 3)[0] in "/-0123456789"):
            return None
        other = year - year % 100 + tail
        if other == year + 1 or (other > year and (sign == "/" or tail > 12)):
            return _Part(i, i + 3, year=year, until=_Part(i + 2, i + 3, year=other))
        return _Part(i, i + 3, year=year, month=tail) if sign == "-" and 1 <= tail <= 12 else None

    def _day_list(self, i: int) -> _Part | None:
        """Days that share a month behind them: "10 et 11 novembre", "3 au 5 mai 2024", "4, 5 and 6 June"."""
        first = j = behind = i
        days: list[tuple[int, int | None, int]] = []
        while len(days) < 6:
            weekday = self._weekday(j)
            k = self._skip(self._skip(j + 1, _COMMA), self.lexicon.articles) if weekday is not None else j
            day = self._day(k)
            if day is None or (self._number(k, 2) is None and weekday is None and not days):
                break
            days.append((day[0], weekday, j))
            behind = j = day[1]
            if self.word(j) in self.lexicon.range_joiners or self.word(j) in _DASHES or self.word(j) in _COMMA:
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
            return _Part(first, behind, day=days[0][0], weekday=days[0][1], until=_Part(at, behind, day=last_day))
        if end is None or end.day != last_day or not (end.month or end.offset is not None) or days[0][0] >= last_day:
            return None
        start = replace(end, first=first, day=days[0][0], weekday=days[0][1])
        return replace(start, last=end.last, until=replace(end, weekday=last_weekday))

    def _is_lone_day_pair(self, first: int, behind: int) -> bool:
        """Read "les 3 et 4 à Lomé": two days of a month that isn't named."""
        if self.word(first - 1) not in self.lexicon.lone_days_articles or self.word(behind - 2) == ",":
            return False
        return not self._counts(behind) and not self._is_glued(behind)

    def _days_behind_month(self, part: _Part) -> _Part | None:
        """Days that share a month before them: "May 3-5, 2024", "from May 3 to 5"."""
        if not (part.day and part.month) or part.year or not self.lexicon.month_before_day:
            return None
        j = part.last
        word = self.word(j)
        if word not in self.lexicon.range_joiners and word not in _DASHES and word not in self.lexicon.conjunctions:
            return None
        k = self._skip_opening(j + 1)
        day = self._day(k)
        if day is None or day[0] <= part.day or self._month(day[1]) or self._counts(day[1]):
            return None
        if self._number(j - 1, 2) is None and self.word(j - 1) not in self.lexicon.day_suffixes:
            return None
        until = self._completed(_Part(k, day[1], month=part.month, day=day[0]))
        return replace(part, last=until.last, until=until)


_COMMA = frozenset(",")
_APOSTROPHES = frozenset("'’‘")
# "The 20s" may be of either century.
_UNCLEAR_DECADE = 20
_FAR_AHEAD = 30
_DOT = frozenset(".")
_JOINTS = frozenset("-/.")
_DASHES = frozenset("-")
_BRACKETS = frozenset("()[]")
_CLAUSE_ENDS = frozenset({".", ",", ";", ")", _STOP})


def _same_kind(first: _Part, second: _Part) -> bool:
    if first.until or second.until:
        return False
    if first.grain == "weekday" and second.grain == "day":
        return False
    if first.grain == second.grain:
        return True
    # "entre mai 2015 et 2018": the ends may differ where both state their year.
    return bool(first.year and second.year and second.year > first.year and not (first.unit or second.unit))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


# ---------------------------------------------------------------- placing in time

_Placed = tuple[dt.date, dt.date, Precision]


class _Resolver:
    """Places partial dates in time: by what they say, then by the text around them, then by the publication."""

    def __init__(self, doc: Document, reader: _Reader) -> None:
        self.doc, self.reader, self.lexicon = doc, reader, reader.lexicon
        self.published = doc.published_on
        self.to: Precision = doc.published_precision or "day"
        self.anchor: DateMention | None = None
        self.floating: list[DateMention] = []

    def resolve(self, parts: list[_Part]) -> list[DateMention]:
        known = {
            (p.month, p.day): p.year for part in reversed(parts) for p in (part, part.until) if p and p.year and p.day
        }
        self.known = known
        mentions: list[DateMention] = []
        for part in parts:
            if mention := self._mention(part):
                mentions.append(mention)
                if not mention.is_deadline and (mention.kind == "point" or mention.precision == "day"):
                    self.anchor = mention
            elif self.published is None and (floating := self._afloat(part)):
                self.floating.append(floating)
        return [m for n, m in enumerate(mentions) if not self._is_said_again(m, mentions[n + 1 : n + 2])]

    def _afloat(self, part: _Part) -> DateMention | None:
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

    def _mention(self, part: _Part) -> DateMention | None:
        placed = self._ends(part) if part.until else self._place(part)
        if placed is None:
            return None
        start, end, precision = placed
        # The day before an end, or a range turned round, is a misreading.
        if end < start:
            return None
        is_range = part.until is not None or part.unit in ("week", "weekend", "quarter", "half", "decade")
        if part.unit == "week" and part.weekday is not None and part.until is None:
            is_range = False
        if precision == "day" and self._is_week_of(part):
            end, is_range = start + _WEEK, True
        span = Span(self.reader.pieces[self.reader.edge_of(part)].start, self.reader.pieces[part.last - 1].end)
        is_relative = part.origin is not None or part.offset is not None or part.grain == "weekday"
        kind: Literal["point", "range"] = "range" if is_range else "point"
        return DateMention(span, start, end, precision, kind, self._is_deadline(part), is_relative)

    def _is_week_of(self, part: _Part) -> bool:
        """Read "the week of 20 May": the day is the first of seven."""
        unit = self.lexicon.units.get(self.reader.word(part.first - 2))
        return part.until is None and unit == "week" and self.reader.word(part.first - 1) in self.lexicon.of

    def _is_deadline(self, part: _Part) -> bool:
        if any(self.reader.words[part.last : part.last + len(p)] == p for p in self.lexicon.deadline_behind):
            return True
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

    def _ends(self, part: _Part) -> _Placed | None:
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
            day = start[1] + dt.timedelta((until.weekday - start[1].weekday()) % _DAYS_IN_WEEK)  # type: ignore[operator]
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

    def _place(self, part: _Part) -> _Placed | None:
        if part.unit == "decade" and part.year:
            return dt.date(part.year, 1, 1), dt.date(part.year + 9, 12, 31), "year"
        if part.unit and part.rank:
            return self._place_ranked_period(part) if part.unit in _MONTHS_OF else self._place_ranked_week(part)
        if part.origin and part.unit and part.offset is not None:
            return self._place_relative(part)
        if part.unit == "season" and part.month:
            if part.offset is None and self.published and 0 <= self.published.month - part.month <= 2:
                return _whole_year(self.published.year)
            whole = self._place_month(replace(part, unit=None))
            return whole and _whole_year(whole[0].year)
        if part.rank and part.weekday is not None:
            return self._place_ranked_weekday(part)
        if part.day and not part.month:
            return self._place_day_of_month(part)
        if part.month:
            return self._place_month(part)
        if part.weekday is not None:
            return self._place_weekday(part)
        return _whole_year(part.year) if part.year else None

    def _year_of(self, part: _Part) -> int | None:
        if part.year:
            return part.year
        if part.year_from:
            origin, offset = part.year_from
            base = self.published if origin == "publication" else self.anchor.start if self.anchor else None
            return base.year + offset if base else None
        return None

    def _place_month(self, part: _Part) -> _Placed | None:
        assert part.month is not None
        year = self._year_of(part) or self._guess_year(part)
        if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        if part.day is None:
            return _whole_month(year, part.month)
        if not _is_day(year, part.month, part.day):
            return None
        day = dt.date(year, part.month, part.day)
        return day, day, "day"

    def _guess_year(self, part: _Part) -> int | None:
        """Year of a month or day that states none."""
        if part.offset is None:
            if part.day and (year := self.known.get((part.month, part.day))):
                return year
            if year := self._year_said_before(part):
                return year
        if self.published is None:
            return None
        return self.published.year if self.to == "year" else self._nearest_year(part, self.published)

    def _nearest_year(self, part: _Part, published: dt.date) -> int:
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
        is_future = self._is_future(part)
        if is_future is None and side > 0 and part.month and part.month - published.month <= _AHEAD_MONTHS:
            return base  # no tense tells, and it is nearer to come than gone
        return base + (side < 0) if is_future else base - (side > 0)

    @staticmethod
    def _near_year(part: _Part, published: dt.date) -> int | None:
        """Year that puts a day within weeks of the publication: a day so near is meant whatever the tense is.

        Eleven months further it would have its year.
        """
        for year in (published.year, published.year + 1, published.year - 1):
            if part.month and part.day and _is_day(year, part.month, part.day):
                days = (dt.date(year, part.month, part.day) - published).days
                if abs(days) <= _NEAR_DAYS:
                    return year
        return None

    def _side(self, part: _Part, published: dt.date) -> int:
        """-1, 0 or 1: where a month or day stands to the publication within the calendar year."""
        month = part.month or published.month
        if month != published.month:
            return 1 if month > published.month else -1
        if part.day is None or self.to != "day" or part.day == published.day:
            return 0
        return 1 if part.day > published.day else -1

    @staticmethod
    def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
        return _is_day(year, month, day) and dt.date(year, month, day).weekday() == weekday

    def _year_said_before(self, part: _Part) -> int | None:
        """Year of a date earlier in the sentence, or in the text where the publication is unknown."""
        if self.anchor is None or self.anchor.is_relative:
            return None
        at = self.reader.pieces[part.first].start
        same_sentence = self.doc.sentence_at(at).start <= self.anchor.span.start
        if self.published and self._is_passing_year(part, self.anchor, self.published):
            return None
        if self.published and self.anchor.start.year < self.published.year and self._is_future(part):
            return None  # "founded in 2018, will meet in May"
        if same_sentence or (self.published is None and self.anchor.precision != "year"):
            return self.anchor.start.year
        return None

    def _is_passing_year(self, part: _Part, anchor: DateMention, published: dt.date) -> bool:
        """Whether a year named before says nothing of a later day: "to carry it to 2035", "the Plan of 2022"."""
        if anchor.precision != "year":
            return False
        if anchor.start.year > published.year + 1:
            return True
        is_whole = part.weekday is not None and part.day and part.month
        if is_whole and not self._falls_on(anchor.start.year, part.month, part.day, part.weekday):  # type: ignore[arg-type]
            return True
        tokens, at = self.doc.tokens, self.doc.token_at(anchor.span.start)
        before, after = tokens[max(0, at - 1)], tokens[min(at + 1, len(tokens) - 1)]
        # "le budget 2026, voté en octobre", "the 2026 budget, passed in October": the year of a thing
        is_name = before.pos in ("NOUN", "PROPN") or (before.pos in ("DET", "PRON") and after.pos == "NOUN")
        return before.folded in self.lexicon.of or (is_name and before.folded not in self.lexicon.units)

    def _place_day_of_month(self, part: _Part) -> _Placed | None:
        """Read "le 20 du mois prochain", "Wednesday the 27th"."""
        if self.published is None or part.day is None:
            return None
        if part.offset is not None and part.origin == "publication" and self.to != "year":
            year, month = _add_months(self.published, part.offset)
            if not _is_day(year, month, part.day):
                return None
            day = dt.date(year, month, part.day)
            return day, day, "day"
        if self.to == "year":
            return None
        is_future = self._is_future(part)
        months = [_add_months(self.published, shift) for shift in (0, 1, -1)]
        days = [dt.date(y, m, part.day) for y, m in months if _is_day(y, m, part.day)]
        if part.weekday is not None:
            days = [day for day in days if day.weekday() == part.weekday]
        elif self.to == "day":
            days = [day for day in days if (day >= self.published if is_future else day <= self.published)]
        days.sort(key=lambda day: abs(day - self.published))  # type: ignore[operator]
        return (days[0], days[0], "day") if days else None

    def _place_ranked_period(self, part: _Part) -> _Placed | None:
        year = self._year_of(part)
        if year is None and self.published:
            year = self.published.year + (part.offset or 0)
        if year is None or part.unit is None or part.rank is None:
            return None
        months = _MONTHS_OF[part.unit]
        first = (part.rank - 1) * months + 1
        return dt.date(year, first, 1), _whole_month(year, first + months - 1)[1], "month"

    def _place_ranked_week(self, part: _Part) -> _Placed | None:
        """The nth week, counted as ISO 8601 does (a week is of the month that its Thursday is in), or weekend."""
        whole: _Placed | None = None
        if part.month:
            whole = self._place_month(replace(part, unit=None, rank=None))
        elif part.origin:
            whole = self._place_relative(replace(part, unit="month", rank=None))
        elif year := self._year_of(part):
            whole = _whole_year(year)
        if whole is None or part.rank is None:
            return None
        first, last = (_THURSDAY - 3, _THURSDAY + 3) if part.unit == "week" else (_SATURDAY, _SATURDAY + 1)
        pivot = _THURSDAY if part.unit == "week" else _SATURDAY
        pivot_day = _nth_weekday(whole[0], whole[1], pivot, part.rank)
        if pivot_day is None:
            return None
        start, end = pivot_day + dt.timedelta(first - pivot), pivot_day + dt.timedelta(last - pivot)
        return max(start, whole[0]), min(end, whole[1]) if part.unit == "week" else end, "day"

    def _place_ranked_weekday(self, part: _Part) -> _Placed | None:
        if part.month:
            whole = self._place_month(replace(part, day=None, weekday=None))
        else:
            whole = self._place_relative(replace(part, unit="month"))
        if whole is None or part.rank is None or part.weekday is None:
            return None
        day = _nth_weekday(whole[0], whole[1], part.weekday, part.rank)
        return (day, day, "day") if day else None

    def _place_weekday(self, part: _Part) -> _Placed | None:
        if self.published is None:
            return None
        if self.to != "day":
            return self._publication_period()
        assert part.weekday is not None
        back = (self.published.weekday() - part.weekday) % _DAYS_IN_WEEK
        if part.offset in (-1, 1):
            days = -(back or _DAYS_IN_WEEK) if part.offset < 0 else _DAYS_IN_WEEK - back
        elif part.offset == 2:  # "Tuesday week": a week after the coming one
            days = 2 * _DAYS_IN_WEEK - (back or _DAYS_IN_WEEK)
        elif back == 0:
            days = 0
        elif back == _DAYS_IN_WEEK - 1 and self.reader.word(part.first - 1) in self.lexicon.this:
            days = 1  # "ce jeudi", told on Wednesday
        else:
            days = _DAYS_IN_WEEK - back if self._is_future(part) else -back
        day = self.published + dt.timedelta(days)
        return day, day, "day"

    def _publication_period(self) -> _Placed | None:
        assert self.published is not None
        return (
            _whole_month(self.published.year, self.published.month)
            if self.to == "month"
            else _whole_year(self.published.year)
        )

    def _place_relative(self, part: _Part) -> _Placed | None:
        base, to = self.published, self.to
        if part.origin == "mention":
            base = self.anchor.start if self.anchor else None
            to = self.anchor.precision if self.anchor else to
        if base is None or part.offset is None:
            return None
        unit, offset = part.unit, part.offset
        if unit == "decade":
            first = base.year - base.year % 10 + 10 * offset
            return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "year"
        if unit == "year":
            year = base.year + offset
            return _whole_year(year) if _FIRST_YEAR <= year <= _LAST_YEAR else None
        if to == "year":
            return None if part.origin == "mention" else _whole_year(base.year)
        if unit in _MONTHS_OF:
            return _period(base, _MONTHS_OF[unit], offset)
        if unit == "month":
            return _whole_month(*_add_months(base, offset))
        if to == "month":
            return _whole_month(base.year, base.month)
        return _days(base, unit, offset, part.weekday)

    # -- tense

    def _is_future(self, part: _Part) -> bool | None:
        """Tense of the clause around a date: the nearest sign before it, else after it; None where none tells."""
        if self._is_deadline(part):
            return True
        at = self.reader.pieces[part.first].start
        sentence = self.doc.sentence_at(at)
        here = self.doc.token_at(at)
        in_clause = True
        for i in range(here - 1, max(sentence.first, here - _TENSE_REACH) - 1, -1):
            if (sign := self._tense(i)) is not None and not (sign and not in_clause and self._is_aside(i)):
                return sign
            in_clause = in_clause and self.doc.tokens[i].text != ","
            if in_clause and here - i <= _PARTICIPLE_REACH and self._is_attribute(i):
                return False
        if any(self._is_told_by(i, here) for i in range(max(sentence.first, here - 6), here)):
            return False
        for i in range(here, min(sentence.last, here + _TENSE_REACH)):
            if (sign := self._tense(i)) is not None:
                return sign
        return None

    def _is_attribute(self, i: int) -> bool:
        """Read "will build under a plan unveiled in Oslo on Monday": a participle that a noun carries is past."""
        tokens = self.doc.tokens
        if i == 0 or tokens[i].verb != "Part" or tokens[i].folded in self.lexicon.future_cues:
            return False
        return tokens[i - 1].pos in ("NOUN", "PROPN") or tokens[i - 1].text == ","

    def _is_aside(self, i: int) -> bool:
        """Read "struck out the part that opens the coast to hotels, ruling on Monday": a present of a clause left."""
        before = self.doc.tokens[i - 1] if i else None
        return before is not None and before.pos == "PRON" and self.doc.tokens[i].verb == "Fin"

    def _is_told_by(self, i: int, at: int) -> bool:
        """Whether the date at `at` belongs to the participle at `i`: "held on Tuesday", with no verb before it."""
        tokens = self.doc.tokens
        is_free = i > 0 and not tokens[i - 1].verb and tokens[i - 1].pos != "AUX"
        is_opening = i == self.doc.sentence_at(tokens[i].start).first
        return tokens[i].verb == "Part" and (is_opening or (is_free and at - i <= 2))

    def _tense(self, i: int) -> bool | None:
        token = self.doc.tokens[i]
        word = token.folded
        if "'" in word and word[word.rindex("'") :] in self.lexicon.future_cues:
            return True  # "we'll"
        if (
            word in self.lexicon.future_cues and token.pos != "NOUN"
        ) or f"{self.doc.tokens[i - 1].folded} {word}" in self.lexicon.future_cues:
            return True
        if token.verb == "Fin" and not self._is_mistaken(i):
            if word in self.lexicon.future_finites:
                return None if self._is_led(i) else True
            if self._tells_no_tense(i):
                return None
            is_future = self.lexicon.future_endings and word.endswith(self.lexicon.future_endings)
            return bool(is_future) and word not in self.lexicon.past_cues
        return False if word in self.lexicon.past_cues else None

    def _is_mistaken(self, i: int) -> bool:
        """Read "will be “merged” after", "the Clean Rivers Plan": a quoted participle or a name tagged as a verb."""
        tokens = self.doc.tokens
        if i and tokens[i].is_capitalised and tokens[i - 1].is_capitalised and tokens[i - 1].text[0].isalpha():
            return True
        return i > 1 and tokens[i - 1].text in "\"“«'‘" and tokens[i - 2].pos == "AUX"

    def _is_led(self, i: int) -> bool:
        """Read "en visite mardi": a preposition before what was taken for a verb makes it a noun."""
        before = self.doc.tokens[i - 1] if i else None
        return before is not None and (before.pos == "ADP" or before.folded in self.lexicon.month_after)

    def _tells_no_tense(self, i: int) -> bool:
        """Read "c'est à Lomé que se tiendra", "due when schools reopen": a present that stands in for another tense."""
        tokens = self.doc.tokens
        word = tokens[i].folded
        if (i and tokens[i - 1].folded in self.lexicon.presentatives) or word in self.lexicon.presents:
            return True
        is_present = self.lexicon.present_endings and word.endswith(self.lexicon.present_endings)
        if is_present and tokens[i].pos == "VERB" and word not in self.lexicon.past_cues:
            return True
        is_past = self.lexicon.past_endings and tokens[i].folded.endswith(self.lexicon.past_endings)
        return not is_past and any(t.folded in self.lexicon.time_conjunctions for t in tokens[max(0, i - 3) : i])


_TENSE_REACH = 40
_PARTICIPLE_REACH = 12
_NEAR_DAYS = 45
_AHEAD_MONTHS = 4
_THURSDAY, _SATURDAY = 3, 5
_WEEK = dt.timedelta(_DAYS_IN_WEEK - 1)


def _nth_weekday(start: dt.date, end: dt.date, weekday: int, rank: int) -> dt.date | None:
    """The nth of a weekday in a month or year, -1 the last; None where there are fewer."""
    if rank == -1:
        return end - dt.timedelta((end.weekday() - weekday) % _DAYS_IN_WEEK)
    day = start + dt.timedelta((weekday - start.weekday()) % _DAYS_IN_WEEK + _DAYS_IN_WEEK * (rank - 1))
    return day if day <= end else None


def _whole_year(year: int) -> _Placed:
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _whole_month(year: int, month: int) -> _Placed:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month"


def _add_months(base: dt.date, months: int) -> tuple[int, int]:
    total = base.year * 12 + base.month - 1 + months
    return total // 12, total % 12 + 1


def _period(base: dt.date, months: int, offset: int) -> _Placed:
    first = base.replace(month=(base.month - 1) // months * months + 1, day=1)
    year, month = _add_months(first, months * offset)
    end_year, end_month = _add_months(dt.date(year, month, 1), months - 1)
    return dt.date(year, month, 1), _whole_month(end_year, end_month)[1], "month"


def _days(base: dt.date, unit: Unit | None, offset: int, weekday: int | None) -> _Placed:
    if unit == "day":
        day = base + dt.timedelta(offset)
        return day, day, "day"
    monday = base - dt.timedelta(base.weekday()) + dt.timedelta(_DAYS_IN_WEEK * offset)
    if unit == "weekend":
        return monday + dt.timedelta(5), monday + dt.timedelta(6), "day"
    if weekday is not None:
        day = monday + dt.timedelta(weekday)
        return day, day, "day"
    return monday, monday + dt.timedelta(6), "day"
