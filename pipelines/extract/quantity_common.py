"""Numbers on their way to quantities, and what every reader of them asks: what follows, and which qualifier is told."""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipelines.extract.numbers import CURRENCY_SIGNS, Number, NumberLexicon, number_lexicon
from pipelines.extract.quantity_lexicon import quantity_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.records import Qualifier

QuantityKind = Literal["money", "percent", "rank", "measure", "count"]
_MAX_QUALIFIER = 5
# Tokens between a negation and what it denies.
_DENIED = 3


@dataclass(slots=True)
class Item:
    """A number on its way to a quantity."""

    number: Number
    begin: int
    end: int
    first: int
    last: int
    sentence: Sentence
    unit: str = ""
    kind: QuantityKind = "count"
    high: Item | None = None
    change: Literal["", "from", "to"] = ""
    qualifier: Qualifier = "exact"
    qualifier_start: int = -1
    shares_scale: float = 1.0
    coins_of: tuple[str, ...] = ()
    is_dropped: bool = False
    is_tentative: bool = False  # a quantity only as the first part of a ratio

    @property
    def value(self) -> float:
        """The number, with the scale that it takes from another."""
        return self.number.value if self.shares_scale == 1 else round(self.number.value * self.shares_scale, 6)


class QuantityReader:
    """Reads the words around a number."""

    def __init__(self, doc: Document, dates: list[tuple[int, int]]) -> None:
        self.doc = doc
        self.text = doc.text
        self.tokens = doc.tokens
        self.language = doc.language
        self.words = quantity_lexicon(doc.language)
        self.numbers: NumberLexicon = number_lexicon(doc.language)
        self.dates = dates  # first and last character of each, in order

    def _next_token(self, item: Item) -> Token | None:
        """The token behind the quantity, in its sentence."""
        sentence = item.sentence
        return self.tokens[item.last] if item.last < sentence.last else None

    def _counts_noun(self, item: Item) -> bool:
        """Whether a common noun follows, or an adjective before it."""
        noun = self._next_token(item)
        return (
            noun is not None
            and noun.pos in ("NOUN", "ADJ")
            and noun.text[0].islower()
            and noun.folded not in self.words.not_counted
        )

    def _is_dated(self, token: Token) -> bool:
        """Whether a token stands in a date."""
        i = bisect.bisect_right(self.dates, (token.start, len(self.text))) - 1
        return i >= 0 and token.end <= self.dates[i][1]

    def _qualifier(self, item: Item) -> tuple[Qualifier, int]:
        """The qualifier before the quantity and the token where it starts (-1 where there is none)."""
        length = self._qualifier_length(item)
        if length:
            key = tuple(t.folded for t in self.tokens[item.first - length : item.first])
            told = self.words.before[key]
            if self._is_no_bound(item.first - length, key, item.sentence):
                return "exact", item.first - length
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
            and any_stem([before.folded], self.words.level_changes)
        )

    def _is_no_bound(self, start: int, key: tuple[str, ...], sentence: Sentence) -> bool:
        """As in "blocks spread over 15,700 hectares", "n'en représente plus que 53 %": a place, and "only"."""
        before = self.tokens[max(sentence.first, start - _MAX_QUALIFIER) : start]
        if not before:
            return False
        if len(key) == 1 and key[0] in self.words.duration_links:
            return before[-1].folded.startswith(self.words.spreading)
        return " ".join(key) in self.words.only and any(t.folded in self.words.only_marks for t in before)

    def _is_denied(self, start: int, sentence: Sentence) -> bool:
        """Whether a negation stands shortly before token `start`."""
        for token in self.tokens[max(sentence.first, start - _DENIED) : start][::-1]:
            if token.text in ",;:":
                return False
            if token.folded in self.words.negations:
                return True
        return False

    def _qualifier_length(self, item: Item) -> int:
        sentence = item.sentence
        room = item.first - sentence.first
        if room <= 0 or self.tokens[item.first - 1].folded not in self.words.before_ends:
            return 0
        words = tuple(self.doc.words[max(sentence.first, item.first - _MAX_QUALIFIER) : item.first])
        before = self.words.before
        for length in range(len(words), 0, -1):
            if words[-length:] in before:
                first = self.tokens[item.first - length]
                is_verb = first.folded in self.words.accented and first.text.lower() == first.folded
                return 0 if is_verb else length
        return 0

    def _qualifier_behind(self, item: Item) -> Qualifier | None:
        sentence = item.sentence
        for i in range(item.last, min(item.last + 5, sentence.last)):
            token = self.tokens[i]
            if token.text == ",":
                return self._bound_at(i + 1, sentence, is_set_off=True)
            if token.text in ".;:(" or token.text[0].isdigit() or token.folded in self.words.continuations:
                return None
            is_behind_link = i > item.last and self.tokens[i - 1].pos == "ADP"  # "over and above what"
            if (
                token.folded in self.words.after_starts
                and not is_behind_link
                and (found := self._bound_at(i, sentence))
            ):
                return found
        return None

    def _opens_number(self, token: Token) -> bool:
        is_number = token.pos == "NUM" or token.text[0].isdigit() or token.text[0] in CURRENCY_SIGNS
        return is_number and not self._is_dated(token)

    def _bound_at(self, i: int, sentence: Sentence, *, is_set_off: bool = False) -> Qualifier | None:
        """The qualifier that the words at token `i` are; behind a comma it ends its clause ("40, voire plus")."""
        for length in (3, 2, 1):
            end = i + length
            key = tuple(self.doc.words[i : min(end, sentence.last)])
            if len(key) < length or key not in self.words.after:
                continue
            behind = itertools.takewhile(lambda t: t.text != ",", self.tokens[end : min(end + 3, sentence.last)])
            if any(self._opens_number(t) for t in behind):
                continue  # "13 roads or approximately seven kilometres", "for pine and up to 5,750"
            if end < sentence.last and self.tokens[end].folded in self.words.than:
                continue  # "5 million, or more than half"
            is_closed = end == sentence.last or self.tokens[end].pos in ("PUNCT", "ADP")
            return self.words.after[key] if not is_set_off or (is_closed and length > 1) else None
        return None


def any_stem(words: Iterable[str], stems: Sequence[str]) -> bool:
    """Whether one of the words is a short stem, or begins with a longer one."""
    whole, beginnings = _stems(tuple(stems))
    return any(w in whole or w.startswith(beginnings) for w in words)


@cache
def _stems(stems: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words, and beginnings of words (from four letters)."""
    return frozenset(s for s in stems if len(s) < 4), tuple(s for s in stems if len(s) >= 4)
