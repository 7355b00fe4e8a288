"""Two numbers that are told together: coins, ratios ("8 sur 10"), ranges, and the old and new value of a change."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pipelines.extract.currencies import currency_after
from pipelines.extract.numbers import following
from pipelines.extract.quantity_common import Item, QuantityReader, any_stem
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.document import Token
    from pipelines.extract.quantity_lexicon import QuantityLexicon

# Tokens of a date between the two values of a change.
_MAX_TIME = 6
# "2 sur 3", "9 out of 10": shares are told of these.
_BASES = frozenset({2, 3, 4, 5, 6, 10, 20, 100, 1000})
_SMALL_BASE = 10
# The size of a group that one is told out of ("one in 250").
_LARGEST_BASE = 10_000


class PairReader(QuantityReader):
    """Joins neighbouring numbers."""

    def join(self, items: list[Item]) -> None:
        """Make amounts, shares, ranges and changes of the numbers that belong together."""
        self._join_coins(items)
        self._join_ratios(items)
        self._pair(items)

    def _join_coins(self, items: list[Item]) -> None:
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

    def _money_of_coins(self, a: Item, b: Item) -> str | None:
        """The money that an amount and the coins behind it are in; the coins tell pounds from a weight."""
        if a.kind == "money":
            return a.unit if a.unit in b.coins_of else None
        words = following(self.doc, a.number.end, 3)
        named = currency_after(words, self.language, self.doc.country, True) if a.kind == "measure" and words else None
        return named[0] if named and named[0] in b.coins_of else None

    def _is_bare_coins(self, a: Item, b: Item) -> bool:
        """Whether two digits behind the name of a currency are its hundredths."""
        is_named = a.kind == "money" and self.text[a.end - 1].isalpha() and a.begin == a.number.start
        is_short = b.kind == "count" and len(b.number.literal) == 2 and b.end == b.number.end
        after = self._next_token(b)
        is_closed = after is None or after.pos in ("PUNCT", "CCONJ", "ADP")
        return is_named and is_short and is_closed and self.text[a.end : b.begin].isspace()

    def _join_ratios(self, items: list[Item]) -> None:
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

    def _is_ratio(self, a: Item, b: Item, *, is_direct: bool) -> bool:
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

    def _pair(self, items: list[Item]) -> None:
        for a, b in itertools.pairwise(items):
            if a.is_dropped or b.is_dropped or b.begin - a.end > 80 or a.sentence is not b.sentence:
                continue
            self._pair_two(a, b)

    def _pair_two(self, a: Item, b: Item) -> None:
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

    def _take_points(self, a: Item, b: Item) -> bool:
        """Read "fell 0.4 points to 6.3 percent", "s'est creusé de 2,5 points à 4,1 %"; whether it is one."""
        if not self._is_in_points(a) or self._is_in_points(b):
            return False
        if a.kind == "count":
            a.last += 1
            a.end = self.tokens[a.last - 1].end
        a.kind, a.unit = "percent", "percent"
        return True

    def _is_in_points(self, item: Item) -> bool:
        """Whether what is told is by how many points a share changes."""
        last = self.tokens[item.last - 1].folded
        after = self._next_token(item)
        inside = {t.folded for t in self.tokens[item.first : item.last]}
        is_behind = item.kind == "count" and after is not None and after.folded in self.words.points
        return is_behind or last in self.words.points or not inside.isdisjoint(self.words.points)

    def _is_reversed(self, a: Item, b: Item, gap: Sequence[Token], qualifier_length: int) -> bool:
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

    def _is_after_to(self, item: Item) -> bool:
        i = item.first - 1 - self._qualifier_length(item)
        return i >= 0 and self.tokens[i].folded in self.words.to

    def _is_between(self, item: Item) -> bool:
        i = item.first - 1
        while i >= 0 and self.tokens[i].folded in self.words.articles:
            i -= 1
        return i >= 0 and self.tokens[i].folded in self.words.between

    def _range(self, a: Item, b: Item) -> None:
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

    def _change_or_range(self, a: Item, b: Item, gap: list[Token], link: list[Token]) -> None:
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

    def _is_change(self, a: Item, b: Item, has_from: bool, i: int) -> bool:
        if "rank" in (a.kind, b.kind):
            return True
        words = self.words
        sentence = a.sentence
        context = [t.folded for t in self.tokens[max(sentence.first, i - 12) : max(0, i + has_from)]]
        if any_stem(context, words.range_cues) or (has_from and context[-2:-1] and context[-2] in words.range_verbs):
            return False
        has_own_unit = bool(a.unit) or a.number.scale > 1
        is_plain = has_from and self.tokens[i].folded not in self.numbers.linkers  # "to rise from 4 to 10 percent"
        scale = b.number.scale if a.number.scale == 1 else 1.0
        is_fall = has_from and a.number.value * scale > b.number.value  # no range goes down
        is_growth = any_stem(context, words.growth_changes)
        if is_growth and not has_own_unit and not is_fall and b.kind == "percent" and not is_plain:
            return False
        if is_growth or any_stem(context, words.level_changes):
            return has_from or has_own_unit
        if not has_from:
            return False
        if self._is_apposed_change(a, b, i):
            return True
        return has_own_unit or is_fall

    def _is_apposed_change(self, a: Item, b: Item, i: int) -> bool:
        """As in "le nombre de licences, de 11 000 à 50 000 par an": what changes stands before, nothing behind."""
        if a.kind != "count" or b.kind != "count" or a.number.value * 2 > b.number.value or self._counts_noun(b):
            return False
        noun = self.tokens[i - 1] if i > a.sentence.first else None
        return noun is not None and (noun.pos == "NOUN" or noun.text in ",(")

    def _change(self, a: Item, b: Item) -> None:
        if a.unit and b.unit and a.unit != b.unit:
            return
        if a.kind in ("percent", "money") and b.kind == "count" and self._counts_noun(b):
            return  # "from 14 percent to 40 million people"
        _share(a, b)
        if not b.unit and b.is_tentative:
            b.unit, b.kind = a.unit, a.kind
        a.change = a.change or "from"
        b.change = "to"


def _strip(gap: list[Token], words: QuantityLexicon, qualifier_length: int) -> list[Token]:
    """The tokens between two numbers without the second one's qualifier and articles."""
    link = gap[: len(gap) - qualifier_length] if qualifier_length <= len(gap) else []
    if not link and gap:
        link = gap[:1]  # "à près de" is itself a qualifier phrase
    while link and link[-1].folded in words.articles and len(link) > 1:
        link = link[:-1]
    return link


def _share(a: Item, b: Item) -> None:
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
