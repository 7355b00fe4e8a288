"""Quantities in running text: numbers with their scale, unit or currency, qualifier and range, at exact places.

What a quantity measures, for when and for which plan is the work of `figures`.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipelines.extract.numbers import Number, find_numbers
from pipelines.extract.quantity_common import Item, QuantityKind, QuantityReader
from pipelines.extract.quantity_exclusions import Exclusions
from pipelines.extract.quantity_lexicon import split_phrase
from pipelines.extract.quantity_pairs import PairReader
from pipelines.extract.quantity_sharing import SharingReader
from pipelines.extract.quantity_units import UnitReader
from pipelines.extract.records import Qualifier, Span
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document

__all__ = ["Quantity", "find_quantities", "split_phrase"]


@dataclass(slots=True)
class Quantity:
    """A quantity of the text.

    Attributes:
        span: number with its currency or unit, without the qualifier.
        begin: where the qualifier starts, or the number where there is none.
        first, last: tokens of `span`, half-open.
        unit: ISO 4217 code, percent, rank, count or a unit such as km, MW, year.
        change: whether it is the old ("from") or the new ("to") value of a change; "then" for further steps.
        is_fraction: a share told as such in words, "a third".
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


def find_quantities(doc: Document, dates: Sequence[DateMention]) -> list[Quantity]:
    """Every quantity of the article, in order of place.

    Dates, times, ordinals of events, references ("article 12", "n° 43-20") and names with digits are left out.
    `doc.country` settles what an ambiguous dirham, dinar, franc, dollar, pound or rupee is.
    """
    return _Finder(doc, sorted((d.span.start, d.span.end) for d in dates)).find()


class _Finder(QuantityReader):
    def __init__(self, doc: Document, dates: list[tuple[int, int]]) -> None:
        super().__init__(doc, dates)
        self.units = UnitReader(doc, dates)
        self.exclusions = Exclusions(doc, dates)
        self.pairs = PairReader(doc, dates)
        self.sharing = SharingReader(doc, dates)

    def find(self) -> list[Quantity]:
        numbers = [n for n in find_numbers(self.doc) if not self._is_date(n)]
        telephones = _digit_runs(numbers, self.text)
        items: list[Item] = []
        end = 0
        for number in numbers:
            if number.start < end or number.start in telephones:  # the "cent" of "61 pour cent"
                continue
            item = self.units.item(number, end)
            if item is not None and self.exclusions.is_quantity(item):
                items.append(item)
                end = item.end
            elif self.exclusions.age_at == number.start and items and self._joins_age(items[-1], number):
                items.pop()  # "de 18 à 35 ans"
        self.pairs.join(items)
        self.sharing.share(items)
        return [q for item in items if not item.is_dropped and (q := self._quantity(item)) is not None]

    def _is_date(self, number: Number) -> bool:
        i = bisect.bisect_left(self.dates, (number.end, 0))  # dates don't overlap: the last that starts before
        return i > 0 and number.start < self.dates[i - 1][1]

    def _joins_age(self, before: Item, number: Number) -> bool:
        gap = [t.folded for t in self.tokens[before.last : self.doc.token_at(number.start)]]
        return before.kind == "count" and len(gap) <= 1 and set(gap) <= self.words.to | self.words.and_ | {"-"}

    def _quantity(self, item: Item) -> Quantity | None:
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

    def _is_small_pair(self, item: Item) -> bool:
        # "une victoire 3-2"
        return (
            item.high is None
            and self.text[item.end : item.end + 1] in ("-", "–")
            and self.text[item.end + 1 : item.end + 2].isdigit()
        )

    def _is_conversion(self, item: Item) -> bool:
        i = item.first - self._qualifier_length(item) - 1
        return i >= 0 and item.kind == "money" and self.tokens[i].text == "("


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
