"""A language's words for dates, completed from CLDR (babel) and indexed for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.text import fold

Unit = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade"]
Origin = Literal["publication", "mention"]
_Phrases = dict[str, dict[str, list[tuple[list[str], Origin, Unit, int]]]]


@dataclass(frozen=True, slots=True)
class Count:
    """Words before or behind "two years" that tell from where they count, on (1) or back (-1)."""

    words: list[str]
    is_before: bool
    sign: int
    origin: Origin
    is_bare: bool = False  # only at the end of a clause


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
        lone_day_before: prepositions before a day whose month isn't named ("by the 27th"); lone_day_links: those behind
            it, with a place ("le 27 à Lomé").
        year_after: prepositions that only stand before a year; year_after_weak: those that also count things.
        season_links: prepositions before a season that have its article in them.
        month_after: prepositions before a month; range_*: what opens and joins the ends of a range.
        this, last_before, last_after, next_before, next_after, same: which one of a unit is meant.
        from_heads: what stands before `of` and a month that something begins in ("à partir de mars").
        edges: parts of a period ("fin", "mid"); wholes: what stands before one that lasts ("au cours de l'année").
        intents: what somebody says who means to do something ("agreed to").
        since: what only stands before what is gone; pasts: verbs that tell what was so by some day; duties: auxiliaries
            of what was to be by then.
        week_after: what follows a weekday a week after the coming one ("Tuesday week").
        ahead_unsure: first words of `ahead_before` that also tell how long something took, and whether they stand right
            behind the verb where they don't.
        span_before, span_after: what makes so many years a stretch to come ("the next", "à venir").
        span_ends: what follows a number of years that are counted from something else.
        achieved: verbs before an infinitive that is over ("managed to").
        near_days, near_periods, anchored: phrases counted from publication, or from the date mentioned before.
        count_after, count_before: what a number of days, months or years stands before where it is counted from
            something ("six months after the vote").
        earlier_bare, later_bare: what tells so only at the end of a clause ("two years before,").
        postponed, postponed_to: what moves an event, and what stands before its new date.
        deadline_words, deadline_after: last possible moment, before and behind the date.
        deadline_fillers: what may stand between them and the date.
        future_cues, past_cues, future_endings: tense of the clause around a date; future_finites: verbs whose present
            tells of what is to come.
        announcings: verbs of making known, holdings: nouns for what is then to be held; formerly: adverbs of a day
            that was given up.
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
    wholes: frozenset[str]
    fused_edges: frozenset[str]
    articles: frozenset[str]
    season_links: frozenset[str]
    of: frozenset[str]
    day_articles: frozenset[str]
    lone_day_articles: frozenset[str]
    lone_days_articles: frozenset[str]
    lone_day_before: frozenset[str]
    lone_day_links: frozenset[str]
    year_words: frozenset[str]
    decade_words: frozenset[str]
    decade_suffixes: frozenset[str]
    decade_names: dict[str, int]
    horizons: frozenset[str]
    year_after: frozenset[str]
    year_after_weak: frozenset[str]
    month_after: frozenset[str]
    month_words: frozenset[str]
    from_heads: frozenset[str]
    since: frozenset[str]
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
    ahead_unsure: dict[str, bool]
    span_before: frozenset[str]
    span_after: list[str]
    span_ends: frozenset[str]
    achieved: frozenset[str]
    count_after: frozenset[str]
    count_before: frozenset[str]
    earlier_bare: list[str]
    later_bare: list[str]
    postponed: frozenset[str]
    postponed_to: frozenset[str]
    deadline_words: frozenset[str]
    deadline_after: list[str]
    deadline_fillers: frozenset[str]
    future_cues: frozenset[str]
    future_finites: frozenset[str]
    past_cues: frozenset[str]
    pluperfects: frozenset[str]
    announcings: frozenset[str]
    holdings: frozenset[str]
    formerly: frozenset[str]
    pasts: frozenset[str]
    intents: frozenset[str]
    duties: frozenset[str]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_endings: tuple[str, ...]
    present_endings: tuple[str, ...]
    presents: frozenset[str]
    presentatives: frozenset[str]
    time_conjunctions: frozenset[str]

    @cached_property
    def deadline_behind(self) -> dict[str, list[list[str]]]:
        """The phrases of `deadline_after` as words, by their first word."""
        phrases: dict[str, list[list[str]]] = {}
        for phrase in self.deadline_after:
            words = phrase.split()
            phrases.setdefault(words[0], []).append(words)
        return phrases

    @cached_property
    def counts(self) -> list[Count]:
        """What makes a number of days, weeks, months or years a date."""
        return [
            *(Count(p.split(), True, -1, "publication") for p in self.ago_before),
            *(Count(p.split(), False, -1, "publication") for p in self.ago_after),
            *(Count(p.split(), True, 1, "publication") for p in self.ahead_before),
            *(Count(p.split(), False, 1, "publication") for p in self.ahead_after),
            *(Count(p.split(), False, 1, "mention") for p in self.later_after),
            *(Count(p.split(), False, -1, "mention") for p in self.earlier_after),
            *(Count(p.split(), False, 1, "mention", is_bare=True) for p in self.later_bare),
            *(Count(p.split(), False, -1, "mention", is_bare=True) for p in self.earlier_bare),
        ]


@dataclass(frozen=True, eq=False)
class Words:
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
def words_of(language: str) -> Words:
    """The words of a language."""
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
    counters = {*lexicon.this, *lexicon.last_before, *lexicon.next_before, *lexicon.same, *lexicon.span_before}
    counters |= {*lexicon.numbers, *lexicon.ordinals}
    counted = {*lexicon.units, *weekdays, *lexicon.same, *lexicon.span_before}
    return Words(
        lexicon, months, weekdays, frozenset(short), phrases,
        frozenset(openers), frozenset(counters), frozenset(counted),
        frozenset({*openers, *counters, *phrases}), frozenset({*months, *lexicon.fused_edges}),
    )  # fmt: skip


def _phrases(lexicon: DateLexicon) -> _Phrases:
    """Fixed phrases by their first word and their second ("" for none), longest first: words, origin, unit, offset."""
    table: _Phrases = {}
    rows: list[tuple[str, Origin, Unit, int]] = [
        (phrase, "publication", "day", offset) for phrase, offset in lexicon.near_days.items()
    ]
    rows += [(phrase, "publication", unit, offset) for phrase, (unit, offset) in lexicon.near_periods.items()]
    rows += [(phrase, "mention", unit, offset) for phrase, (unit, offset) in lexicon.anchored.items()]
    for phrase, origin, unit, offset in sorted(rows, key=lambda r: (-len(r[0].split()), r[0])):
        parts = phrase.split()
        by_second = table.setdefault(parts[0], {})
        by_second.setdefault(parts[1] if len(parts) > 1 else "", []).append((parts, origin, unit, offset))
    return table


@cache
def month_comes_first(language: str, country: str | None) -> bool:
    """Whether 4/5/2024 is the fifth of April, by CLDR's short date format for the country."""
    try:
        locale = Locale.parse(f"{language}_{country}") if country else Locale(language)
    except UnknownLocaleError:
        return False
    pattern: str = locale.date_formats["short"].pattern
    return pattern.find("M") < pattern.find("d")
