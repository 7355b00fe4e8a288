"""Quantities in running text: numbers with their scale, unit or currency, qualifier and range, at exact places.

What a quantity measures, for when and for which plan is the work of `figures`.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

from babel.dates import get_month_names
from pydantic import Field

from pipelines.extract.currencies import (
    coins_after,
    country_currencies,
    currency_after,
    currency_before,
    scaled_abbreviation,
)
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.numbers import (
    CURRENCY_SIGNS,
    MILLION,
    Number,
    NumberLexicon,
    Word,
    find_numbers,
    following,
    number_lexicon,
)
from pipelines.extract.places import find_places
from pipelines.extract.records import Qualifier, Span
from pipelines.extract.text import fold
from pipelines.extract.units import DURATIONS, percent_end, unit_after, unit_lexicon

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence, Token

QuantityKind = Literal["money", "percent", "rank", "measure", "count"]
# Counts in words are figures from here on.
_FIRST_COUNT_IN_WORDS = 10
_MAX_QUALIFIER = 5
# A line with a page's counter ("1 204 vues · 3 commentaires") is no longer than this, in characters.
_MAX_COUNTER = 40
# "12 per 1,000 births": what rates are told of.
# Moneys of several countries that go by one name.
_REGIONAL = frozenset({"XOF", "XAF"})
_HYPHENS = frozenset("-‐‑")
_RATE_BASES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
# Units of distances.
_LENGTHS = frozenset({"km", "m", "mi", "mile"})
# Tokens of a date between the two values of a change.
_MAX_TIME = 6
# Tokens between two yields of one thing.
_NEAR = 8
# "une soixantaine de milliards": an amount, unlike "des milliards".
_TENS = 10
# "2 sur 3", "9 out of 10": shares are told of these.
_BASES = frozenset({2, 3, 4, 5, 6, 10, 20, 100, 1000})
_SMALL_BASE = 10
# The size of a group that one is told out of ("one in 250").
_LARGEST_BASE = 10_000


_FIRST_YEAR = 1500
# Years of age up to which a limit behind people is an age.
_OLDEST = 99
# Signs of money that may stand right before a number in words.
_SIGNS_BEFORE = frozenset(CURRENCY_SIGNS)
# Tokens between an amount and a later one told by its number alone.
_ELLIPTIC = 40


class QuantityLexicon(LexiconModel):
    """Topic `quantities`: the words around numbers."""

    qualifiers: dict[Qualifier, list[str]]
    qualifiers_after: dict[Qualifier, list[str]]
    between: frozenset[str]
    and_: frozenset[str] = Field(alias="and")
    from_: frozenset[str] = Field(alias="from")
    to: frozenset[str]
    articles: frozenset[str]
    level_changes: list[str]
    growth_changes: list[str]
    range_cues: list[str]
    range_verbs: frozenset[str]
    labels: frozenset[str]
    number_signs: list[str]
    rank_nouns: frozenset[str]
    rank_cues: frozenset[str]
    rank_numbers: frozenset[str]
    top: frozenset[str]
    then: frozenset[str]
    top_after: frozenset[str]
    out_of: list[str]
    money_nouns: frozenset[str]
    money_doings: frozenset[str]
    links_scales: bool
    age_before: frozenset[str]
    age_after: frozenset[str]
    people: frozenset[str]
    time_before: list[str]
    time_after: list[str]
    not_counted: frozenset[str]
    compound_names: frozenset[str]
    rate_bases: frozenset[str]
    elliptic_pronouns: frozenset[str]
    elliptic_doings: frozenset[str]
    distance_before: frozenset[str]
    page_nouns: frozenset[str]
    continuations: list[str]
    duration_links: frozenset[str]
    year_links: frozenset[str]
    points: frozenset[str]
    bearings: frozenset[str]
    radii: frozenset[str]
    particles: frozenset[str]
    negations: frozenset[str]

    @cached_property
    def before(self) -> Mapping[tuple[str, ...], Qualifier]:
        """Qualifier phrases as tuples of folded tokens."""
        return {split_phrase(p): q for q, phrases in self.qualifiers.items() for p in phrases}

    @cached_property
    def before_ends(self) -> frozenset[str]:
        """Last words of qualifier phrases."""
        return frozenset(phrase[-1] for phrase in self.before)

    @cached_property
    def after_starts(self) -> frozenset[str]:
        """First words of the phrases that follow."""
        return frozenset(phrase[0] for phrase in self.after)

    @cached_property
    def after(self) -> Mapping[tuple[str, ...], Qualifier]:
        """The same for phrases that follow."""
        return {split_phrase(p): q for q, phrases in self.qualifiers_after.items() for p in phrases}


_PHRASE_WORD = re.compile(r"[^\s'’]+['’]?")


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a language file as folded tokens, elided words apart: "d'environ" is ("d'", "environ")."""
    return tuple(_PHRASE_WORD.findall(phrase))


@cache
def quantity_lexicon(language: str) -> QuantityLexicon:
    """The words around numbers of a language."""
    lexicon: QuantityLexicon = load_topic(language, "quantities", QuantityLexicon)
    return lexicon


@dataclass(slots=True)
class Quantity:
    """A quantity of the text.

    Attributes:
        span: number with its currency or unit, without the qualifier.
        begin: where the qualifier starts, or the number where there is none.
        first, last: tokens of `span`, half-open.
        unit: ISO 4217 code, percent, rank, count or a unit such as km, MW, year.
        change: whether it is the old ("from") or the new ("to") value of a change; "then" for further steps.
        is_conversion: the same amount once more, in another currency or in brackets.
        is_weak: nothing but the number itself says that it is a quantity.
    """

    span: Span
    begin: int
    first: int
    last: int
    value: float
    unit: str
    kind: QuantityKind
    high: float | None = None
    qualifier: Qualifier = "exact"
    change: Literal["", "from", "to"] = ""
    in_words: bool = False
    is_fraction: bool = False
    is_scaled: bool = False
    is_conversion: bool = False
    is_weak: bool = False


@dataclass(slots=True)
class _Item:
    """A number on its way to a quantity."""

    number: Number
    begin: int
    end: int
    first: int
    last: int
    sentence: Sentence
    unit: str = ""
    kind: QuantityKind = "count"
    high: _Item | None = None
    change: Literal["", "from", "to"] = ""
    qualifier: Qualifier = "exact"
    qualifier_start: int = -1
    shares_scale: float = 1.0
    coins_of: tuple[str, ...] = ()
    is_dropped: bool = False
    is_tentative: bool = False  # a quantity only as the first part of a ratio

    @property
    def value(self) -> float:
        return self.number.value if self.shares_scale == 1 else round(self.number.value * self.shares_scale, 6)


def find_quantities(doc: Document, dates: Sequence[DateMention]) -> list[Quantity]:
    """Every quantity of the article, in order of place.

    Dates, times, ordinals of events, references ("article 12", "n° 43-20") and names with digits are left out.
    `doc.country` settles what an ambiguous dirham, dinar, franc, dollar, pound or rupee is.
    """
    return _Finder(doc, dates).find()


class _Finder:
    def __init__(self, doc: Document, dates: Iterable[DateMention]) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.language = doc.language
        self.words = quantity_lexicon(doc.language)
        self.numbers: NumberLexicon = number_lexicon(doc.language)
        self.age_at = -1  # where the last number stands that is somebody's age
        self.dates = sorted((d.span.start, d.span.end) for d in dates)

    def find(self) -> list[Quantity]:
        numbers = [n for n in find_numbers(self.doc) if not self._is_date(n)]
        telephones = _digit_runs(numbers, self.text)
        items: list[_Item] = []
        end = 0
        for number in numbers:
            if number.start < end or number.start in telephones:  # the "cent" of "61 pour cent"
                continue
            if (item := self._item(number, end)) is not None:
                items.append(item)
                end = item.end
            elif self.age_at == number.start and items and self._joins_age(items[-1], number):
                items.pop()  # "de 18 à 35 ans"
        self._join_coins(items)
        self._join_ratios(items)
        self._pair(items)
        self._share_units(items)
        for item in items:
            item.is_dropped = item.is_dropped or (item.is_tentative and item.kind == "count")
        self._inherit_money(items)
        self._share_scales(items)
        self._share_elliptic(items)
        self._settle_regional(items)
        return [q for item in items if not item.is_dropped and (q := self._quantity(item)) is not None]

    # ------------------------------------------------------------ one number with its unit

    def _is_date(self, number: Number) -> bool:
        i = bisect.bisect_left(self.dates, (number.end, 0))  # dates don't overlap: the last that starts before
        return i > 0 and number.start < self.dates[i - 1][1]

    def _joins_age(self, before: _Item, number: Number) -> bool:
        gap = [t.folded for t in self.tokens[before.last : self.doc.token_at(number.start)]]
        return before.kind == "count" and len(gap) <= 1 and set(gap) <= self.words.to | self.words.and_ | {"-"}

    def _item(self, number: Number, last_end: int) -> _Item | None:
        first = self.doc.token_at(number.start)
        if first >= len(self.tokens) or self.tokens[first].start > number.start:
            return None  # a bullet's number
        item = _Item(number, number.start, number.end, first, first + 1, self.doc.sentence_at(number.start))
        if not number.in_words and not self._read_prefix(item, last_end):
            return None
        if number.in_words and self.text[item.begin - 1 : item.begin] in _SIGNS_BEFORE:
            self._read_prefix(item, last_end)  # "₹five lakh"
        if first and self.tokens[first - 1].folded in self.numbers.minus and number.value > 0:
            number.value, number.mantissa, item.begin = -number.value, -number.mantissa, self.tokens[first - 1].start
        self._read_suffix(item)
        item.first = self.doc.token_at(item.begin)
        item.last = self.doc.token_at(item.end - 1) + 1
        return item if self._is_quantity(item) else None

    def _read_prefix(self, item: _Item, last_end: int) -> bool:
        """Take the currency before the number; False where the number is part of a word."""
        text, start = self.text, item.begin
        if (match := _PREFIX.search(text, max(0, last_end, start - 9), start)) is not None:
            for group in ("money", "sign"):
                raw = match[group]
                is_glued = match.end(group) == start
                if raw is None or (is_glued and fold(raw) in self.words.labels):  # "COP28"
                    continue
                code = currency_before(
                    raw, self.language, self.doc.country, is_glued, is_large=item.number.scale >= MILLION
                )
                if code is not None:
                    item.unit, item.kind, item.begin = code, "money", match.start(group)
                    return True
        before = text[start - 1 : start]
        if before.isalpha() or (before and before in "_@#°/"):
            return False
        if before in ("-", "‐", "‑", "–", "−") and start > 1:
            further = text[start - 2]
            if further.isdigit() and last_end != start - 1:
                return False  # "n° 43-20"
            if (
                further.isalpha()
                and last_end != start - 1
                and fold(text[max(0, start - 4) : start - 1]) not in self.words.top
            ):
                return False
            if further.isspace() and before in "-−" and number_is_negative(text, start):
                item.number.value, item.number.mantissa = -item.number.value, -item.number.mantissa
                item.begin = start - 1
        return not (before == "." and start > 1 and text[start - 2].isspace())

    def _read_suffix(self, item: _Item) -> None:
        number = item.number
        if number.form == "ordinal":
            return
        if (end := percent_end(self.text, item.end, self.language)) is not None:
            if item.kind != "money":
                item.unit, item.kind, item.end = "percent", "percent", end
            return
        if number.form == "fraction":
            return
        words = following(self.doc, item.end, 6)
        used = self._glued_scale(item, words)
        words = words[used:]
        link = 1 if len(words) > 1 and words[0].folded in self.numbers.linkers else 0
        if item.kind != "money" and not self._money(item, words, link):
            self._measure(item, words, link)
        elif item.kind == "money" and item.begin == number.start - 1 and words and words[0].raw in ("US", "CA"):
            item.end = words[0].end

    def _glued_scale(self, item: _Item, words: list[Word]) -> int:
        """As in "3M€", "$5m", "10k": letters that are a scale only next to the number or to money."""
        if not words or item.number.scale != 1:
            return 0
        scales, raw = self.numbers.glued_scales, words[0].raw
        factor = scales.get(raw)
        if factor is None:
            return 0
        rest = words[1:]
        link = 1 if len(rest) > 1 and rest[0].folded in self.numbers.linkers else 0
        is_money = (
            item.kind == "money" or currency_after(rest[link:], self.language, self.doc.country, True) is not None
        )
        is_count = raw != "G" and words[0].glued and len(rest) > 0 and not rest[0].glued and len(rest[0].raw) > 3
        if not is_money and not (words[0].glued and (raw in "kKM" or is_count)):
            return 0
        if raw in "KkG" and not words[0].glued and not is_money:
            return 0
        item.number.scale, item.number.value = factor, round(item.number.value * factor, 6)
        item.end = words[0].end
        return 1

    def _money(self, item: _Item, words: list[Word], link: int) -> bool:
        if not words:
            return False
        skip = link if item.number.scale > 1 else 0  # "2 millions de centimes"
        if (coin := coins_after(words[skip:], self.language, self.doc.country)) is not None:
            item.number.value = round(item.number.value / coin.parts, 6)
            item.unit, item.kind, item.end = coin.code, "money", words[skip + coin.used - 1].end
            item.coins_of = coin.candidates
            return True
        is_large = item.number.scale >= MILLION
        for skip in range(link + 1):
            found = currency_after(words[skip:], self.language, self.doc.country, is_large)
            if found is not None and (skip == 0 or item.number.scale > 1 or item.number.form == "about"):
                item.unit, item.kind, item.end = found[0], "money", words[skip + found[1] - 1].end
                return True
        combined = scaled_abbreviation(words[0].raw, self.numbers.short_scales, self.language, self.doc.country)
        if combined is None or item.number.scale != 1:
            return False
        item.number.scale, item.unit, item.kind, item.end = combined[0], combined[1], "money", words[0].end
        item.number.value = round(item.number.value * combined[0], 6)
        return True

    def _measure(self, item: _Item, words: list[Word], link: int) -> None:
        for skip in range(link + 1):
            found = unit_after(words[skip:], self.language)
            if found is not None and not (found[0] == "m" and item.number.scale >= MILLION):  # "seven million meters"
                item.unit, item.kind, item.end = found[0], "measure", words[skip + found[1] - 1].end
                if (per := _PER.match(self.text, item.end)) is not None:
                    item.unit, item.end = f"{item.unit}/{per[1]}", per.end()
                return

    # ------------------------------------------------------------ what is no quantity

    def _is_quantity(self, item: _Item) -> bool:
        number, text = item.number, self.text
        after = text[item.end : item.end + 1]
        if (
            after.isalnum()
            or after == "_"
            or (not number.in_words and (after == "°" or (after == "/" and item.kind == "count")))
        ):
            return False
        if after == "-" and text[item.end + 1 : item.end + 2].isupper():
            return False  # "8-Point Agenda"
        if number.value == 1 and item.kind == "money" and number.in_words and number.form == "plain":
            return False  # "not one dollar"
        if number.value == 1 and item.kind == "money" and text[item.end : item.end + 2].strip() == "=":
            return False  # "($1 = 0.93 euros)"
        if self._is_label(item) or self._is_day(item) or self._is_part_of_name(item) or self._is_furniture(item):
            return False
        if self._take_rank(item):
            return True
        if number.form == "ordinal":
            return False
        if item.kind == "measure" and item.unit in DURATIONS:
            return self._is_duration(item)
        if item.kind == "measure" and self._is_distance(item):
            return False
        return item.kind != "count" or self._is_count(item)

    def _is_count(self, item: _Item) -> bool:
        number = item.number
        if number.form == "fraction":
            return number.mantissa != 0.5 and self._is_share(item)
        if number.in_words and number.value < _FIRST_COUNT_IN_WORDS:
            item.is_tentative = number.value > 0 and (self._opens_ratio(item) or self._may_pair(item))
            return item.is_tentative
        if number.in_words:
            return not self._is_title(item)
        if self._is_clock(item) or self._is_age(item):
            return False
        return not (self._is_year(item) or self._is_numbering(item) or self._is_name(item) or self._is_version(item))

    def _is_title(self, item: _Item) -> bool:
        """As in "the Ten Thousand Wells programme": words with capitals inside a sentence."""
        tokens = self.tokens[item.first : item.last]
        after = self._next_token(item)
        if item.first == item.sentence.first or after is None or not after.is_capitalised:
            return False
        before = self.tokens[item.first - 1]
        return before.pos != "PUNCT" and all(t.text[0].isupper() and not t.text.isupper() for t in tokens)

    def _is_clock(self, item: _Item) -> bool:
        """As in the 30 of "14 h 30", and "10 a.m."."""
        end = item.number.end
        return bool(_HOUR.search(self.text, max(0, item.begin - 4), item.begin)) or bool(
            _HALF_DAY.match(self.text, end, end + 5)
        )

    def _is_age(self, item: _Item) -> bool:
        """As in "the population under 16 had grown": people before a limit that counts nothing."""
        length = self._qualifier_length(item)
        i = item.first - length - 1
        if not length or i < item.sentence.first or item.number.scale != 1 or item.number.value > _OLDEST:
            return False
        return self.tokens[i].folded in self.words.people and not self._counts_noun(item)

    def _is_label(self, item: _Item) -> bool:
        i = item.first
        if i == 0 or item.kind in ("money", "percent") or item.number.in_words:
            return False
        tokens = self.tokens
        sentence = item.sentence
        before = tokens[i - 1]
        if before.folded in self.words.age_before:
            return True
        tail = self.doc.folded[max(0, item.begin - 6) : item.begin].strip()
        if any(
            tail.endswith(sign) and (not sign[0].isalpha() or tail == sign or not tail[-len(sign) - 1].isalpha())
            for sign in self.words.number_signs
        ):
            return True
        if before.pos == "ADJ" and i - 2 >= sentence.first and item.number.scale == 1:
            before = tokens[i - 2]  # "la route nationale 7"
        if before.folded not in self.words.labels or before.i < sentence.first:
            return False
        if before.is_capitalised and before.i > sentence.first and item.kind == "count" and item.number.scale == 1:
            return True  # "Phase 2"
        # "page 12", but "par jour 12 tonnes", "un projet 100 % public", "trois lots, 12 ..."
        return item.kind != "measure" and not self._counts_noun(item)

    def _is_part_of_name(self, item: _Item) -> bool:
        """As in "ten-point plan", "Ms ten Hove", and the base of a rate: "per 100,000 births"."""
        first = item.first
        after = self._next_token(item)
        if self.text[item.end : item.end + 1] in _HYPHENS and fold(self.text[item.end + 1 : item.end + 16]).startswith(
            tuple(self.words.compound_names)
        ):
            return True
        before = self.tokens[first - 1] if first > item.sentence.first else None
        if before is None or item.kind != "count":
            return self._is_surname(item, after)
        if before.folded in self.words.rate_bases and item.number.value in _RATE_BASES:
            return True
        is_named = before.pos == "PROPN" and before.is_capitalised
        return (is_named or before.folded in self.words.articles) and self._is_surname(item, after)

    def _is_surname(self, item: _Item, after: Token | None) -> bool:
        """As in "Ten Hove said": a capital, and no plural, behind a number word that opens the sentence."""
        if not item.number.in_words or item.kind != "count" or item.last - item.first > 1 or after is None:
            return False
        is_name = after.is_capitalised and after.pos in ("PROPN", "NOUN") and not after.text.isupper()
        return is_name and item.number.scale == 1 and after.folded[-1] not in "sx"

    def _is_furniture(self, item: _Item) -> bool:
        """As in "1 204 vues", "5 min read", "4 min 12": counters that stand in a line of their own."""
        block = self.doc.block_of(item.sentence)
        if block.end - block.start > _MAX_COUNTER:
            return False
        near = self.tokens[max(0, item.first - 1) : item.last + 2]
        return any(t.folded in self.words.page_nouns and block.start <= t.start < block.end for t in near)

    def _is_distance(self, item: _Item) -> bool:
        """As in "within five kilometres of a school": where something is, or too few to be counted in words."""
        if item.number.in_words and item.number.value < _FIRST_COUNT_IN_WORDS:
            return not (self._may_pair(item) or self._opens_ratio(item))
        if not item.first or item.unit not in _LENGTHS:
            return False
        before = {t.folded for t in self.tokens[max(item.sentence.first, item.first - 2) : item.first]}
        behind = self.tokens[item.last : min(item.last + 3, item.sentence.last)]
        is_bearing = any(t.folded in self.words.bearings for t in behind)
        return (
            self.tokens[item.first - 1].folded in self.words.distance_before
            or is_bearing
            or not before.isdisjoint(self.words.radii)
        )

    def _is_day(self, item: _Item) -> bool:
        """As in "le 4 mai", "May 4th": a day whose year nothing tells is no date, but no quantity either."""
        number = item.number
        if item.kind != "count" or number.scale != 1 or not 1 <= number.value <= 31 or number.in_words:
            return False
        months = _months(self.language)
        after = self._next_token(item)
        if after is not None and after.folded in months and (after.is_capitalised or not months[after.folded]):
            return True
        before = self.tokens[item.first - 1] if item.first else None
        return before is not None and months.get(before.folded, False) and before.is_capitalised

    def _opens_ratio(self, item: _Item) -> bool:
        """As in "un élève sur trois", "one in five"."""
        sentence = item.sentence
        words = [t.folded for t in self.tokens[item.last : min(item.last + 3, sentence.last)]]
        return any(
            " ".join(words[k : k + 2]) == p or words[k : k + 1] == [p] for k in (0, 1) for p in self.words.out_of
        )

    def _may_pair(self, item: _Item) -> bool:
        """As in "four to five per cent", "from 14 years to no more than eight"."""
        sentence = item.sentence
        joins = self.words.to | self.words.and_
        after = self.tokens[item.last : min(item.last + 2, sentence.last)]
        if len(after) == 2 and after[0].folded in joins and (after[1].pos == "NUM" or after[1].text[0].isdigit()):
            return True
        i = item.first - 1 - self._qualifier_length(item)
        if i <= sentence.first:
            return False
        before = self.tokens[i].folded
        return before in self.words.out_of or (before in self.words.to and (not after or after[0].text in ".,;"))

    def _counts_noun(self, item: _Item) -> bool:
        """Whether a common noun follows, or an adjective before it."""
        noun = self._next_token(item)
        return (
            noun is not None
            and noun.pos in ("NOUN", "ADJ")
            and noun.text[0].islower()
            and noun.folded not in self.words.not_counted
        )

    def _next_token(self, item: _Item) -> Token | None:
        """The token behind the quantity, in its sentence."""
        sentence = item.sentence
        return self.tokens[item.last] if item.last < sentence.last else None

    def _is_year(self, item: _Item) -> bool:
        number = item.number
        if (
            number.scale != 1
            or not number.literal.isdigit()
            or len(number.literal) != 4
            or not _FIRST_YEAR <= number.value <= 2100
        ):
            return False
        if number.value < 1900:  # "n'a pas rompu depuis 1842"
            link = self.tokens[item.first - 1].folded if item.first else ""
            is_set_off = self.text[item.end : item.end + 1] in ",.;)" and link in self.words.year_links
            return is_set_off or (link in self.words.time_before and not self._counts_noun(item))
        token = self._next_token(item)
        if (start := self._qualifier(item)[1]) >= 0:
            is_free = token is None or token.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")
            opens = start == item.sentence.first
            return is_free and not opens and self.tokens[start - 1].folded in self.words.year_links  # "until at least"
        before = self.tokens[item.first - 1] if item.first else None
        is_noun_before = before is not None and (before.pos in ("NOUN", "PROPN", "ADP") or before.is_capitalised)
        is_plural = token is not None and token.pos == "NOUN" and token.folded[-1] in "sx" and token.text[0].islower()
        return is_noun_before or not is_plural

    def _is_numbering(self, item: _Item) -> bool:
        """As in "(1) ...", "2) ...", "3. ..." and clock times."""
        text, number = self.text, item.number
        after = text[number.end : number.end + 1]
        if after == ")" and number.value < 30:
            return text[item.begin - 1 : item.begin] == "(" or item.sentence.start == item.begin
        if item.sentence.start != item.begin or number.value >= 30 or not number.literal.isdigit():
            return False
        token = self._next_token(item)
        return after in (".", "-", "°") or (token is not None and token.is_capitalised and token.pos != "ADJ")

    def _is_name(self, item: _Item) -> bool:
        """As in "Vision 2035", "Ligue 1", "Covid 19": a number that ends a proper name."""
        i = item.first
        sentence = item.sentence
        if (
            i <= sentence.first
            or item.number.scale != 1
            or item.number.value >= 10_000
            or not item.number.literal.isdigit()
        ):
            return False
        before = self.tokens[i - 1]
        if (
            not before.is_capitalised
            or not before.text[-1].isalnum()
            or before.pos in ("DET", "ADP", "VERB", "AUX", "CCONJ", "SCONJ", "ADV")
        ):
            return False
        if i - 2 >= sentence.first and before.pos in ("PROPN", "NOUN") and item.number.value < 20:
            article = self.tokens[i - 2].folded in self.words.articles
            if article:
                return True  # "the Orbit 6 satellites"
        return not self._counts_noun(item) and (i - 1 > sentence.first or before.pos == "PROPN")

    def _is_version(self, item: _Item) -> bool:
        literal = item.number.literal
        return item.number.scale == 1 and literal.endswith((".0", ",0")) and len(literal) <= 4

    def _is_share(self, item: _Item) -> bool:
        # "deux tiers des élèves", "a third of": not "le tiers payant", "third quarter".
        token = self._next_token(item)
        linkers = self.numbers.linkers
        behind = [w for w in following(self.doc, item.end, 4) if w.folded not in linkers]
        behind = behind[1:] if behind and behind[0].folded in self.words.articles else behind
        if (unit := unit_after(behind, self.language)) is not None and unit[0] in DURATIONS:
            return False  # "un quart d'heure"
        return token is not None and (
            token.folded in linkers or token.folded in ("des", "du") or token.pos in ("VERB", "AUX")
        )

    def _take_rank(self, item: _Item) -> bool:
        tokens, words, number = self.tokens, self.words, item.number
        i = item.first
        sentence = item.sentence
        before = tokens[i - 1].folded if i > sentence.first else ""
        if before.rstrip("-") in words.top or self._is_hyphened_top(item):
            if item.kind != "count":
                return False
            start = tokens[i - 1].start if before in words.top else tokens[i].start
            item.unit, item.kind, item.qualifier, item.qualifier_start = "rank", "rank", "at_most", start
            return True
        after = [t.folded for t in tokens[item.last : min(item.last + 3, sentence.last)]]
        if item.kind == "count" and after and after[0] in words.top_after and number.value >= 3:
            item.unit, item.kind, item.qualifier, item.qualifier_start = "rank", "rank", "at_most", item.begin
            return True
        if number.form != "ordinal":
            if (
                item.kind == "count"
                and before in words.rank_numbers
                and number.literal.isdigit()
                and not self._counts_noun(item)
            ):
                item.unit, item.kind = "rank", "rank"
                return True
            return False
        near = {t.folded for t in tokens[max(sentence.first, i - 5) : i]}
        is_pair = (
            len(after) == 3
            and after[0] in words.to
            and any(a[:1].isdigit() for a in after[1:])
            and item.last + 1 < sentence.last
        )
        if any(a in words.rank_nouns for a in after) or near & words.rank_cues or is_pair:
            item.unit, item.kind = "rank", "rank"
            return True
        return False

    def _is_hyphened_top(self, item: _Item) -> bool:
        head = fold(self.text[max(0, item.begin - 4) : item.begin])
        return head[-1:] == "-" and head[:-1].strip() in self.words.top

    def _is_duration(self, item: _Item) -> bool:
        """Spans of time that something takes; not ages, clock times, nor what only dates something."""
        words, number = self.words, item.number
        if number.in_words and number.value < _FIRST_COUNT_IN_WORDS:
            return False
        sentence = item.sentence
        tokens = self.tokens
        before = [t.folded for t in tokens[max(sentence.first, item.first - 4) : item.first]]
        after = [t.folded for t in tokens[item.last : min(item.last + 3, sentence.last)]]
        if item.unit == "hour" and number.value <= 24 and number.literal.isdigit():
            if self.text[item.end : item.end + 1].isdigit() or re.match(r"\s?\d", self.text[item.end : item.end + 2]):
                return False
            is_clock = before and before[-1] in unit_lexicon(self.language).clock
            if is_clock and not self._qualifier_length(item):
                return False
        if (
            set(before) & words.age_before
            or (after and after[0] in words.age_after)
            or self.text[item.end : item.end + 4] == "-old"
        ):
            return False
        is_of_it = bool(after) and after[0] in self.numbers.linkers and before[-1:] and before[-1] in words.articles
        if is_of_it and len(after) > 1 and not set(before[:-1]) & words.people:
            return True  # "payer les 14 mois d'arriérés"
        if set(before) & words.people and item.unit in ("year", "month"):
            self.age_at = number.start
            return False
        joined_before, joined_after = " ".join(before), " ".join(after)
        if any(joined_before.endswith(p) and (" " + joined_before).endswith(" " + p) for p in words.time_before):
            return False
        return not any((joined_after + " ").startswith(p + " ") for p in words.time_after)

    # ------------------------------------------------------------ pairs

    def _join_coins(self, items: list[_Item]) -> None:
        """As in "3 dollars and 45 cents", "2 euros 50": one amount."""
        for a, b in itertools.pairwise(items):
            if a.coins_of or a.number.scale != 1 or a.number.value != int(a.number.value):
                continue
            gap = self.tokens[a.last : b.first]
            if b.coins_of and (not gap or (len(gap) == 1 and gap[0].folded in self.words.and_)):
                if (unit := self._money_of_coins(a, b)) is None:
                    continue
                a.unit, a.kind, coins = unit, "money", b.number.value
            elif not gap and self._is_bare_coins(a, b):
                coins = b.number.value / 100
            else:
                continue
            a.number.value = a.number.mantissa = round(a.number.value + coins, 6)
            a.end, a.last, b.is_dropped = b.end, b.last, True

    def _money_of_coins(self, a: _Item, b: _Item) -> str | None:
        """The money that an amount and the coins behind it are in; the coins tell pounds from a weight."""
        if a.kind == "money":
            return a.unit if a.unit in b.coins_of else None
        words = following(self.doc, a.number.end, 3)
        named = currency_after(words, self.language, self.doc.country, True) if a.kind == "measure" and words else None
        return named[0] if named and named[0] in b.coins_of else None

    def _is_bare_coins(self, a: _Item, b: _Item) -> bool:
        """Whether two digits behind the name of a currency are its hundredths."""
        is_named = a.kind == "money" and self.text[a.end - 1].isalpha() and a.begin == a.number.start
        is_short = b.kind == "count" and len(b.number.literal) == 2 and b.end == b.number.end
        after = self._next_token(b)
        is_closed = after is None or after.pos in ("PUNCT", "CCONJ", "ADP")
        return is_named and is_short and is_closed and self.text[a.end : b.begin].isspace()

    def _join_ratios(self, items: list[_Item]) -> None:
        """As in "8 habitants sur 10" is 80 %; the size of the list that a rank is in is no figure of its own."""
        for a, b in itertools.pairwise(items):
            if b.kind != "count" or b.first - a.last > 4:
                continue
            gap = [t.folded for t in self.tokens[a.last : b.first]]
            link = next((p for p in self.words.out_of if " ".join(gap[-2:]) == p or gap[-1:] == [p]), None)
            if link is None:
                continue
            if a.kind == "rank":
                b.is_dropped = True
            elif a.unit in DURATIONS and a.number.value == b.number.value and len(gap) == 1:
                a.is_dropped = b.is_dropped = True  # "du courant 24 heures sur 24"
            elif self._is_ratio(a, b, is_direct=" ".join(gap) == link):
                a.kind, a.unit = "percent", "percent"
                a.number.value = round(100 * a.number.value / b.number.value, 4)
                a.end, a.last, b.is_dropped = b.end, b.last, True

    def _is_ratio(self, a: _Item, b: _Item, *, is_direct: bool) -> bool:
        base = b.number.value
        if a.kind != "count" or not 0 < a.number.value < base:
            return False
        if base in _BASES and (a.number.value > 1 or base <= _SMALL_BASE):
            return True
        if a.number.value > 1:
            return is_direct and base <= _SMALL_BASE
        # "un ménage sur quinze est relié", "one in 15 households"; not "une étude sur 1 000 ménages"
        noun = self._next_token(b)
        counts = noun is not None and noun.folded[-1] in "sx" and self._counts_noun(b)
        return base <= _LARGEST_BASE and (is_direct or not counts)

    def _pair(self, items: list[_Item]) -> None:
        for a, b in itertools.pairwise(items):
            if a.is_dropped or b.is_dropped or b.begin - a.end > 80 or a.sentence is not b.sentence:
                continue
            self._pair_two(a, b)

    def _pair_two(self, a: _Item, b: _Item) -> None:
        gap = self.tokens[a.last : b.first]
        told = self._qualifier_length(b)
        link = _strip(gap, self.words, told)
        between = self._is_between(a)
        is_led = a.kind == "percent" and b.kind != "percent"
        if is_led and (b.unit or b.number.scale > 1 or self._counts_noun(b)):
            return  # "rose by 14.7 percent to 44.3 million": where it leads, in another unit
        if a.high is not None or (a.number.form == "about" and b.number.form != "about"):
            return
        if b.kind == "percent" and self._take_points(a, b):
            return
        if not gap and self.text[a.end : b.begin].strip() in ("-", "–", "—", "‑"):
            self._range(a, b)
            return
        is_dash = len(link) == 1 and link[0].text in ("-", "–", "—", "‑", "/")
        if is_dash or (between and link and link[-1].folded in self.words.and_ and len(gap) <= 6):
            self._range(a, b)
        elif self._is_reversed(a, b, gap, told):
            a.change, b.change = "to", "from"
        elif (
            a.change == "to"
            and link
            and link[-1].folded in self.words.to
            and any(t.folded in self.words.then for t in gap)
        ):
            b.change = "to"
        elif link and link[-1].folded in self.words.to:
            self._change_or_range(a, b, gap, link)
        elif (
            not a.unit
            and len(link) == 1
            and link[0].folded in self.words.and_
            and b.kind in ("money", "percent", "measure")
            and b.unit not in DURATIONS
            and not self._counts_noun(a)
        ):
            _share(a, b)

    def _take_points(self, a: _Item, b: _Item) -> bool:
        """Read "fell 0.4 points to 6.3 percent", "s'est creusé de 2,5 points à 4,1 %"; whether it is one."""
        if not self._is_in_points(a) or self._is_in_points(b):
            return False
        if a.kind == "count":
            a.last += 1
            a.end = self.tokens[a.last - 1].end
        a.kind, a.unit = "percent", "percent"
        return True

    def _is_in_points(self, item: _Item) -> bool:
        """Whether what is told is by how many points a share changes."""
        last = self.tokens[item.last - 1].folded
        after = self._next_token(item)
        inside = {t.folded for t in self.tokens[item.first : item.last]}
        is_behind = item.kind == "count" and after is not None and after.folded in self.words.points
        return is_behind or last in self.words.points or not inside.isdisjoint(self.words.points)

    def _is_reversed(self, a: _Item, b: _Item, gap: Sequence[Token], qualifier_length: int) -> bool:
        """As in "to 40 from 30": the new value before the old one."""
        if a.kind != b.kind or a.unit != b.unit:
            return False
        return self._is_from(gap, qualifier_length) and self._is_after_to(a)

    def _is_from(self, gap: Sequence[Token], qualifier_length: int) -> bool:
        """As in "to 60,000 from 34,000", "to 60,000 by 2035 from about 34,000"."""
        if len(gap) == 1:
            return gap[0].folded in self.words.from_
        last = len(gap) - qualifier_length - 1
        return last >= 0 and gap[last].folded in self.words.from_ and self._is_time(gap[:last])

    def _is_time(self, gap: Sequence[Token]) -> bool:
        """Whether nothing but a date, with what ties it, stands in `gap`: "to 60,000 by 2035 from 34,000"."""
        if len(gap) > _MAX_TIME:
            return False
        return all(t.pos in ("ADP", "DET", "ADV") or self._is_dated(t) for t in gap)

    def _is_dated(self, token: Token) -> bool:
        """Whether a token stands in a date."""
        i = bisect.bisect_right(self.dates, (token.start, len(self.text))) - 1
        return i >= 0 and token.end <= self.dates[i][1]

    def _is_after_to(self, item: _Item) -> bool:
        i = item.first - 1 - self._qualifier_length(item)
        return i >= 0 and self.tokens[i].folded in self.words.to

    def _is_between(self, item: _Item) -> bool:
        i = item.first - 1
        while i >= 0 and self.tokens[i].folded in self.words.articles:
            i -= 1
        return i >= 0 and self.tokens[i].folded in self.words.between

    def _range(self, a: _Item, b: _Item) -> None:
        if a.number.form == "ordinal" or b.number.value <= 0:
            return
        if a.unit and b.unit and a.unit != b.unit:
            return
        _share(a, b)
        if a.value >= b.value:
            return
        if self._is_between(a):
            i = a.first - 1
            a.qualifier_start = self.tokens[i].start
        a.high, b.is_dropped = b, True
        a.end, a.last = b.end, b.last
        a.kind, a.unit = (a.kind, a.unit) if a.unit else (b.kind, b.unit)

    def _change_or_range(self, a: _Item, b: _Item, gap: list[Token], link: list[Token]) -> None:
        words = self.words
        i = a.first - self._qualifier_length(a) - 1
        while i >= 0 and self.tokens[i].folded in words.articles:
            i -= 1
        has_from = i >= 0 and self.tokens[i].folded in words.from_
        if len(link) > 1:
            # "de 17,9 milliards en 2023 à 25": each value on its own.
            if (
                has_from
                and len(gap) <= 9
                and not any(t.verb == "Fin" for t in gap)
                and not any(t.text in ";:.!?" for t in gap)
            ):
                self._change(a, b)
            return
        if self._is_change(a, b, has_from, i):
            self._change(a, b)
        elif a.kind in ("count", b.kind) and (a.unit == b.unit or not a.unit):
            self._range(a, b)

    def _is_change(self, a: _Item, b: _Item, has_from: bool, i: int) -> bool:
        if "rank" in (a.kind, b.kind):
            return True
        words = self.words
        sentence = a.sentence
        context = [t.folded for t in self.tokens[max(sentence.first, i - 12) : max(0, i + has_from)]]
        if _any_stem(context, words.range_cues) or (has_from and context[-2:-1] and context[-2] in words.range_verbs):
            return False
        has_own_unit = bool(a.unit) or a.number.scale > 1
        is_plain = has_from and self.tokens[i].folded not in self.numbers.linkers  # "to rise from 4 to 10 percent"
        if _any_stem(context, words.growth_changes) and not has_own_unit and b.kind == "percent" and not is_plain:
            return False
        if _any_stem(context, words.level_changes) or _any_stem(context, words.growth_changes):
            return has_from or has_own_unit
        if not has_from:
            return False
        if self._is_apposed_change(a, b, i):
            return True
        scale = b.number.scale if a.number.scale == 1 else 1.0
        return has_own_unit or a.number.value * scale > b.number.value

    def _is_apposed_change(self, a: _Item, b: _Item, i: int) -> bool:
        """As in "le nombre de licences, de 11 000 à 50 000 par an": what changes stands before, nothing behind."""
        if a.kind != "count" or b.kind != "count" or a.number.value * 2 > b.number.value or self._counts_noun(b):
            return False
        noun = self.tokens[i - 1] if i > a.sentence.first else None
        return noun is not None and (noun.pos == "NOUN" or noun.text in ",(")

    def _change(self, a: _Item, b: _Item) -> None:
        if a.unit and b.unit and a.unit != b.unit:
            return
        if a.kind in ("percent", "money") and b.kind == "count" and self._counts_noun(b):
            return  # "from 14 percent to 40 million people"
        _share(a, b)
        if not b.unit and b.is_tentative:
            b.unit, b.kind = a.unit, a.kind
        a.change = a.change or "from"
        b.change = "to"

    def _share_units(self, items: list[_Item]) -> None:
        """As in "de 17,9 milliards à 25, puis à 40 milliards" stays with its own units; a rank's partner is a rank."""
        for a, b in itertools.pairwise(items):
            if a.change and b.change == "to" and a.kind == "rank":
                b.kind, b.unit = "rank", "rank"
            elif a.kind in ("measure", "percent") and b.kind == "count" and self._goes_on(a, b):
                b.kind, b.unit = a.kind, a.unit
            elif b.unit == "m" and b.kind == "measure" and self._is_million_beside(a, b):
                b.kind, b.unit = a.kind, a.unit
                b.shares_scale = a.number.scale
            elif b.unit and a.unit.startswith(f"{b.unit}/") and self._is_same_rate(a, b):
                b.unit = a.unit  # "from 2.6 tonnes per hectare to 4.5 tonnes"

    def _is_million_beside(self, a: _Item, b: _Item) -> bool:
        """As in "30m tourists, double last year's 15.7m": the same letter as that of the millions before."""
        is_glued = self.text[a.number.end : a.number.end + 1] == self.text[b.end - 1 : b.end] == "m"
        is_millions = a.number.scale == MILLION and a.kind in ("count", "money") and is_glued
        return is_millions and a.sentence is b.sentence and b.end == b.number.end + 1 and self._is_alone(b)

    def _is_same_rate(self, a: _Item, b: _Item) -> bool:
        """As in "from 2.6 tonnes per hectare to 4.5 tonnes", not "to 19 km/h thanks to 48 kilometres of lanes"."""
        token = self._next_token(b)
        is_of = token is not None and token.folded in self.numbers.linkers
        return not is_of and (bool(a.change) or self._is_near(a, b))

    def _share_scales(self, items: list[_Item]) -> None:
        for a, b in itertools.pairwise(items):
            if self._is_listed_scale(a, b):
                a.shares_scale, a.kind, a.unit = b.number.scale, b.kind, b.unit

    def _is_listed_scale(self, a: _Item, b: _Item) -> bool:
        """As in "verseront respectivement 74 et 29,6 milliards": a bare number that the next one's scale is of."""
        if a.unit or a.kind != "count" or a.number.in_words or a.number.scale != 1 or b.number.scale < MILLION:
            return False
        is_next = a.sentence is b.sentence and b.first - a.last == 1 and abs(a.number.value) < 1000
        return is_next and self.tokens[a.last].folded in self.words.and_

    def _is_near(self, a: _Item, b: _Item) -> bool:
        return a.sentence is b.sentence and b.first - a.last <= _NEAR

    def _goes_on(self, a: _Item, b: _Item) -> bool:
        """As in "131 km of roads, of which 67 are finished": a number alone has the unit of the one before."""
        sentence = b.sentence
        if self._is_level(a, b):
            return True
        if a.begin < sentence.start or b.first - a.last > 10 or self._counts_noun(b) or a.unit in DURATIONS:
            return False
        end = b.first - self._qualifier_length(b)
        if a.kind == "percent":  # "now 43 percentage points, should be cut to 35"
            is_bare = b.number.scale == 1 and 0 < b.number.value <= 100
            return is_bare and self.tokens[end - 1].folded in self.words.to and self.tokens[end - 2].verb != ""
        return self._is_continued(a, end)

    def _is_continued(self, a: _Item, end: int) -> bool:
        """Whether what stands between a number and token `end` says that it goes on with another."""
        gap = " ".join(t.folded for t in self.tokens[a.last : end])
        return any(gap == p or gap.endswith(" " + p) for p in self.words.continuations)

    def _is_level(self, a: _Item, b: _Item) -> bool:
        """As in "throws away 241 kilos, where the average is at 208": a level told by its number alone."""
        i = b.first - self._qualifier_length(b) - 1
        if a.kind != "measure" or a.unit in DURATIONS or a.begin < b.sentence.start or b.first - a.last > 2 * _NEAR:
            return False
        is_tied = i > a.last and self.tokens[i].folded in self.words.to and self.tokens[i - 1].verb == "Fin"
        return is_tied and b.number.scale == 1 and self._is_alone(b)

    def _inherit_money(self, items: list[_Item]) -> None:
        """As in "950 milliards ont été trouvés": the currency of the amounts around it in the paragraph."""
        for n, item in enumerate(items):
            is_vague = item.number.in_words and item.number.form == "about" and item.number.mantissa < _TENS
            if item.unit or item.kind != "count" or item.number.scale < MILLION or is_vague:
                continue
            if self._counts_something(item):
                if self._counts_money(item):
                    self._take_money(item, items[:n][::-1] + items[n + 1 :])
                continue
            block = item.sentence.block
            same = [x for x in items[:n][::-1] + items[n + 1 :] if x.sentence.block == block]
            is_of_money = (self.words.links_scales and item.number.scale > MILLION) or self._is_after_money_noun(item)
            if self._is_result(item, items[:n]):
                continue
            if not self.words.links_scales and not is_of_money:
                same = [x for x in same if x.sentence is item.sentence]  # "Tourist numbers are to double to 40 million"
            same = [x for x in same if self.text[x.begin - 1 : x.begin] != "("] or same
            model = next(
                (x for x in same if x.kind == "money" or (x.kind in ("count", "measure") and not is_of_money)), None
            )
            if model is not None and model.kind == "money":
                item.kind, item.unit = "money", self._usual_money(item, model, items)
            elif model is None and is_of_money:
                self._take_money(item, items[:n][::-1] + items[n + 1 :])
            before = items[n - 1] if n else None
            is_step = item.change == "to" and before is not None and before.change == "from" and not before.unit
            if before is not None and is_step and before.shares_scale > 1 and item.kind == "money":
                before.kind, before.unit = "money", item.unit  # "de 900 à 500 milliards"

    def _share_elliptic(self, items: list[_Item]) -> None:
        """As in "promised 15 billion, but paid only 3.4", "0,137 dollar contre 0,08": a number alone behind money."""
        for a, b in itertools.pairwise(items):
            if a.kind != "money" or b.unit or b.kind != "count" or b.number.scale != 1 or b.number.in_words:
                continue
            is_near = a.sentence.block == b.sentence.block and b.first - a.last <= _ELLIPTIC
            if not is_near or a.is_dropped or b.is_dropped or b.change or abs(b.number.value) >= 1000:
                continue
            if self._is_alone(b) and (self._is_partitive(b) or self._is_compared(a, b)):
                b.kind, b.unit, b.shares_scale = "money", a.unit, a.number.scale * a.shares_scale

    def _is_alone(self, item: _Item) -> bool:
        """Whether nothing behind a number says what it counts."""
        after = self._next_token(item)
        if after is None:
            return True
        return after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV") and after.folded not in self.numbers.linkers

    def _is_partitive(self, item: _Item) -> bool:
        """As in "n'en a versé que 3,4", "but received only 35": the object of a verb that takes money."""
        i = item.first - self._qualifier_length(item)
        before = [t.folded for t in self.tokens[max(item.sentence.first, i - 5) : i]]
        if self.words.elliptic_pronouns & set(before):
            return any(t.pos in ("VERB", "AUX") for t in self.tokens[i - len(before) : i])
        return bool(before) and bool(self.words.elliptic_doings & set(before[-2:]))

    def _is_compared(self, a: _Item, b: _Item) -> bool:
        """As in "30 millions, contre 25 en 2020"."""
        if a.sentence is not b.sentence or b.first - a.last > _NEAR:
            return False
        return self._is_continued(a, b.first - self._qualifier_length(b))

    def _usual_money(self, item: _Item, model: _Item, items: list[_Item]) -> str:
        """The money of an amount whose scale alone is told: the country's own where the article uses it.

        An amount before it in the sentence decides, one in another money further off doesn't.
        """
        if model.sentence is item.sentence and model.first < item.first:
            return model.unit
        local = country_currencies(self.doc.country)[:1]
        used = {x.unit for x in items if x.kind == "money"}
        return local[0] if local and local[0] in used else model.unit

    def _is_result(self, item: _Item, before: list[_Item]) -> bool:
        """As in "rose by 14.7 percent to 44.3 million": what a share of change leads to needn't be money."""
        if not before or before[-1].kind != "percent" or item.first - before[-1].last > 3:
            return False
        return self.tokens[item.first - 1].folded in self.words.to

    def _settle_regional(self, items: list[_Item]) -> None:
        """The franc of the region that the article's places are in, where its country has another money."""
        own = set(country_currencies(self.doc.country))
        doubtful = [x for x in items if x.unit in _REGIONAL and x.unit not in own]
        if not doubtful or own & _REGIONAL:
            return
        places = (country_currencies(p.country)[:1] for p in find_places(self.doc))
        unit = next((codes[0] for codes in places if codes and codes[0] in _REGIONAL), None)
        for item in doubtful if unit is not None else ():
            item.unit = unit or item.unit

    def _is_after_money_noun(self, item: _Item) -> bool:
        sentence = item.sentence
        near = self.tokens[max(sentence.first, item.first - 9) : min(item.last + 2, sentence.last)]
        return any(t.folded in self.words.money_nouns or t.folded in self.words.money_doings for t in near)

    def _counts_money(self, item: _Item) -> bool:
        i = item.last + 1
        return i < len(self.tokens) and self.tokens[i].folded in self.words.money_nouns

    def _take_money(self, item: _Item, others: Iterable[_Item]) -> None:
        """The currency of the nearest other amount, else the country's own."""
        model = next((x for x in others if x.kind == "money"), None)
        local = country_currencies(self.doc.country)
        if model is not None or local:
            item.kind, item.unit = "money", model.unit if model is not None else local[0]

    def _counts_something(self, item: _Item) -> bool:
        token = self._next_token(item)
        if token is not None and token.text == "(" and item.number.in_words:
            token = self._behind_digits(item)  # "dix mille (10 000) agents"
            return token is not None and token.pos in ("NOUN", "ADJ")
        if token is None:
            return False
        if token.folded in self.numbers.linkers:
            behind = self.tokens[token.i + 1] if token.i + 1 < item.sentence.last else None
            return behind is None or behind.pos != "DET" or item.number.scale <= MILLION  # "14 milliards de sa poche"
        return not self.words.links_scales and token.pos in ("NOUN", "ADJ", "PROPN")

    def _behind_digits(self, item: _Item) -> Token | None:
        """The token behind a bracket that repeats in digits what words say before it."""
        stop = min(item.last + 6, item.sentence.last - 1)
        close = next((j for j in range(item.last + 1, stop) if self.tokens[j].text == ")"), None)
        if close is None or not all(t.text[0].isdigit() for t in self.tokens[item.last + 1 : close]):
            return None
        return self.tokens[close + 1]

    # ------------------------------------------------------------ qualifiers and result

    def _qualifier(self, item: _Item) -> tuple[Qualifier, int]:
        """The qualifier before the quantity and the token where it starts (-1 where there is none)."""
        length = self._qualifier_length(item)
        if length:
            key = tuple(t.folded for t in self.tokens[item.first - length : item.first])
            told = self.words.before[key]
            if self._is_moved_up(item.first - length, key, item.sentence):
                return "exact", item.first - length  # "collection had gone up to 31 billion"
            if told == "more_than" and self._is_denied(item.first - length, item.sentence):
                told = "at_most"  # "did not cost more than 150,000"
            bound = self._qualifier_behind(item) if told == "approximately" else None
            return (bound if bound in ("at_least", "at_most") else told), item.first - length  # "about 500 or more"
        return "exact", -1

    def _is_moved_up(self, start: int, key: tuple[str, ...], sentence: Sentence) -> bool:
        """Whether the qualifier `key` at token `start` is the particle and the link of a verb of change."""
        before = self.tokens[start - 1] if start > sentence.first else None
        is_particle = len(key) > 1 and key[-1] in self.words.to and key[0] in self.words.particles
        return (
            is_particle
            and before is not None
            and before.pos == "VERB"
            and _any_stem([before.folded], self.words.level_changes)
        )

    def _is_denied(self, start: int, sentence: Sentence) -> bool:
        """Whether a negation stands shortly before token `start`."""
        near = self.tokens[max(sentence.first, start - 3) : start]
        return any(t.folded in self.words.negations for t in near)

    def _qualifier_length(self, item: _Item) -> int:
        sentence = item.sentence
        room = item.first - sentence.first
        if room <= 0 or self.tokens[item.first - 1].folded not in self.words.before_ends:
            return 0
        words = tuple(t.folded for t in self.tokens[max(sentence.first, item.first - _MAX_QUALIFIER) : item.first])
        for length in range(len(words), 0, -1):
            if words[-length:] in self.words.before:
                return length
        return 0

    def _qualifier_behind(self, item: _Item) -> Qualifier | None:
        sentence = item.sentence
        for i in range(item.last, min(item.last + 5, sentence.last)):
            token = self.tokens[i]
            if token.text == ",":
                return self._bound_at(i + 1, sentence, is_set_off=True)
            if token.text in ".;:(" or token.text[0].isdigit():
                return None
            if token.folded in self.words.after_starts and (found := self._bound_at(i, sentence)):
                return found
        return None

    def _opens_number(self, token: Token) -> bool:
        is_number = token.pos == "NUM" or token.text[0].isdigit() or token.text[0] in CURRENCY_SIGNS
        return is_number and not self._is_dated(token)

    def _bound_at(self, i: int, sentence: Sentence, *, is_set_off: bool = False) -> Qualifier | None:
        """The qualifier that the words at token `i` are; behind a comma it ends its clause ("40, voire plus")."""
        for length in (3, 2, 1):
            end = i + length
            key = tuple(t.folded for t in self.tokens[i : min(end, sentence.last)])
            if len(key) < length or key not in self.words.after:
                continue
            if any(self._opens_number(t) for t in self.tokens[end : min(end + 2, sentence.last)]):
                continue  # "13 roads or approximately seven kilometres", "for pine and up to 5,750"
            is_closed = end == sentence.last or self.tokens[end].pos in ("PUNCT", "ADP")
            return self.words.after[key] if not is_set_off or (is_closed and length > 1) else None
        return None

    def _quantity(self, item: _Item) -> Quantity | None:
        number = item.number
        qualifier, start = item.qualifier, item.qualifier_start
        if qualifier == "exact":
            found, token = self._qualifier(item)
            if token >= 0 and item.unit in DURATIONS and self.tokens[token].folded in self.words.duration_links:
                token = -1  # "over ten years"
            if token >= 0:
                qualifier, start = found, self.tokens[token].start
            elif number.form == "about":
                qualifier = "approximately"
            elif (behind := self._qualifier_behind(item)) is not None:
                qualifier = behind
        kind, unit, value = item.kind, item.unit or "count", item.value
        if number.form == "fraction" and kind == "count":
            kind, unit, value = "percent", "percent", round(100 * value, 4)
        if kind == "count" and value != int(value) and number.scale == 1 and not self._counts_noun(item):
            return None  # a mark, an index, a version
        if kind == "count" and self._is_small_pair(item):
            return None
        token_after = self._next_token(item)
        if kind == "count" and token_after is not None and token_after.folded in self.words.not_counted:
            return None
        return Quantity(
            span=Span(item.begin, item.end),
            begin=start if 0 <= start < item.begin else item.begin,
            first=item.first,
            last=item.last,
            value=value,
            high=item.high.value if item.high is not None else None,
            unit=unit,
            kind=kind,
            qualifier=qualifier,
            change=item.change,
            in_words=number.in_words,
            is_fraction=number.form == "fraction",
            is_scaled=number.scale > 1,
            is_conversion=self._is_conversion(item),
            is_weak=kind == "count" and number.scale == 1 and not self._counts_noun(item),
        )

    def _is_small_pair(self, item: _Item) -> bool:
        # "une victoire 3-2"
        return (
            item.high is None
            and self.text[item.end : item.end + 1] in ("-", "–")
            and self.text[item.end + 1 : item.end + 2].isdigit()
        )

    def _is_conversion(self, item: _Item) -> bool:
        i = item.first - self._qualifier_length(item) - 1
        return i >= 0 and item.kind == "money" and self.tokens[i].text == "("


@cache
def _months(language: str) -> dict[str, bool]:
    """Month names of a language (CLDR), with whether they are written with a capital."""
    wide, short = get_month_names("wide", locale=language), get_month_names("abbreviated", locale=language)
    return {fold(n).rstrip("."): n[0].isupper() for n in (*wide.values(), *short.values())}


_HOUR = re.compile(r"\d[ \u00a0\u202f]?h[ \u00a0\u202f]?$")
_HALF_DAY = re.compile(r"[ \u00a0\u202f]?[ap]\.?m\b")
# What a unit is told per: "15 km/h", "4 t/ha".
_PER = re.compile(r"/(h|s|ha|L|l|km2|km²|km|kg|m2|m²|m3|m³)(?!\w)")
_SIGN = CURRENCY_SIGNS
_PREFIX = re.compile(
    rf"(?<![^\W_])(?P<money>(?:(?:[A-Za-z]{{1,3}}|[A-Z]\.[A-Z]\.) ?)?(?P<sign>[{_SIGN}])"
    r"|[$£][A-Z]{1,3}|[A-Za-z][A-Za-z.]{0,5})[ \u00a0\u202f]?$"
)


def number_is_negative(text: str, start: int) -> bool:
    """Whether the dash before the number at `start` is a minus: space before it, a percentage or decimal after."""
    return bool(re.match(r"\d{1,6}(?:[.,]\d{1,4})?[ \u00a0\u202f]?%", text[start : start + 16]))


def _digit_runs(numbers: list[Number], text: str) -> frozenset[int]:
    """Starts of the numbers of telephone numbers: short groups, one sign apart, three or from a leading zero on."""
    runs: list[int] = []
    run: list[Number] = []
    for number in [*numbers, None]:
        is_next = (
            number is not None and run and number.start == run[-1].end + 1 and text[run[-1].end] in " .-"
            and number.literal.replace(" ", "").isdigit()
            and (len(number.literal) <= 4 or run[0].literal[0] == "0")
        )  # fmt: skip
        if not is_next:
            if len(run) >= 3 or (run and run[0].literal[0] == "0" and len(run[0].literal) > 1):
                runs += [n.start for n in run]
            run = []
        if number is not None and number.literal.replace(" ", "").isdigit():
            run.append(number)
    return frozenset(runs)


def _strip(gap: list[Token], words: QuantityLexicon, qualifier_length: int) -> list[Token]:
    """The tokens between two numbers without the second one's qualifier and articles."""
    link = gap[: len(gap) - qualifier_length] if qualifier_length <= len(gap) else []
    if not link and gap:
        link = gap[:1]  # "à près de" is itself a qualifier phrase
    while link and link[-1].folded in words.articles and len(link) > 1:
        link = link[:-1]
    return link


def _any_stem(words: Iterable[str], stems: Sequence[str]) -> bool:
    whole, beginnings = _stems(tuple(stems))
    return any(w in whole or w.startswith(beginnings) for w in words)


@cache
def _stems(stems: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and beginnings of words (from four letters)."""
    return frozenset(s for s in stems if len(s) < 4), tuple(s for s in stems if len(s) >= 4)


def _share(a: _Item, b: _Item) -> None:
    """Give the first of a pair the unit and, where it makes sense, the scale of the second."""
    has_own_unit = a.kind == "measure"
    if not a.unit:
        a.unit, a.kind = b.unit, b.kind
    thousands = b.number.value / 1000
    if (
        not has_own_unit
        and a.number.scale == b.number.scale == 1
        and thousands == int(thousands)
        and a.value < thousands < 1000
        and a.number.literal.isdigit()
    ):
        a.shares_scale = 1000.0  # "8 à 10 000 emplois"
    if a.number.scale != 1 or b.number.scale == 1:
        return
    # "entre 2 000 et 3 500 milliards", but "from 800,000 to 1.2 million".
    if abs(a.number.mantissa) < 1000 * abs(b.number.mantissa) or a.number.mantissa == 0:
        a.shares_scale = b.number.scale
