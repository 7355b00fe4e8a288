"""What a number is read with: the currency or sign before it, the scale, unit, currency or percent sign behind it."""

from __future__ import annotations

import re

from pipelines.extract.currencies import coins_after, currency_after, currency_before, scaled_abbreviation
from pipelines.extract.numbers import CURRENCY_SIGNS, MILLION, Number, Word, following
from pipelines.extract.quantity_common import Item, QuantityReader
from pipelines.extract.text import fold
from pipelines.extract.units import DURATIONS, percent_end, unit_after

# Signs of money that may stand right before a number in words.
_SIGNS_BEFORE = frozenset(CURRENCY_SIGNS)
_HYPHENS = frozenset("-‐‑")
# What a unit is told per: "15 km/h", "4 t/ha".
_PER = re.compile(r"/(h|s|ha|L|l|km2|km²|km|kg|m2|m²|m3|m³)(?!\w)")
_SIGN = CURRENCY_SIGNS
_PREFIX = re.compile(
    rf"(?<![^\W_])(?P<money>(?:(?:[A-Za-z]{{1,3}}|[A-Z]\.[A-Z]\.) ?)?(?P<sign>[{_SIGN}])"
    r"|[$£][A-Z]{1,3}|[A-Za-z][A-Za-zĐđ.]{0,5})[ \u00a0\u202f]?$"
)
# Letters with a stroke, as in "VNĐ".
_STROKES = str.maketrans("Đđ", "Dd")
_LONGEST_CODE = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class UnitReader(QuantityReader):
    """Reads one number with its unit."""

    def item(self, number: Number, last_end: int) -> Item | None:
        """The number with its unit, None where it is part of a word; `last_end` is where the number before ends."""
        first = self.doc.token_at(number.start)
        if first >= len(self.tokens) or self.tokens[first].start > number.start:
            return None  # a bullet's number
        item = Item(number, number.start, number.end, first, first + 1, self.doc.sentence_at(number.start))
        if not number.in_words and not self._read_prefix(item, last_end):
            return None
        if number.in_words and self.text[item.begin - 1 : item.begin] in _SIGNS_BEFORE:
            self._read_prefix(item, last_end)  # "₹five lakh"
        if first and self.tokens[first - 1].folded in self.numbers.minus and number.value > 0:
            number.value, number.mantissa, item.begin = -number.value, -number.mantissa, self.tokens[first - 1].start
        self._read_suffix(item)
        if item.begin != number.start:
            item.first = self.doc.token_at(item.begin)
        item.last = first + 1 if self.tokens[first].end >= item.end else self.doc.token_at(item.end - 1) + 1
        return item

    def _read_prefix(self, item: Item, last_end: int) -> bool:
        """Take the currency before the number; False where the number is part of a word."""
        text, start = self.text, item.begin
        if (match := _PREFIX.search(text, max(0, last_end, start - 9), start)) is not None:
            for group in ("money", "sign"):
                raw = match[group]
                is_glued = match.end(group) == start
                code = self._money_before(item, raw, is_glued) if raw is not None else None
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

    def _money_before(self, item: Item, raw: str, is_glued: bool) -> str | None:
        """The money that the letters before a number name; not "COP28", nor a plan's short name ("DALASI 2040")."""
        if is_glued and fold(raw) in self.words.labels:
            return None
        if raw.isupper() and len(raw) > _LONGEST_CODE and _is_year_like(item.number):
            return None
        name, is_large = raw.translate(_STROKES), item.number.scale >= MILLION
        return currency_before(name, self.language, self.doc.country, is_glued, is_large=is_large)

    def _read_suffix(self, item: Item) -> None:
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

    def _glued_scale(self, item: Item, words: list[Word]) -> int:
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

    def _money(self, item: Item, words: list[Word], link: int) -> bool:
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

    def _describes(self, item: Item, end: int, unit: str) -> bool:
        """As in "3 million day-old chicks", "200 year-round jobs": time that describes what is counted."""
        is_apart = unit in DURATIONS and self.text[item.end : item.end + 1].isspace()
        return is_apart and self.text[end : end + 1] in _HYPHENS and self.text[end + 1 : end + 2].isalpha()

    def _measure(self, item: Item, words: list[Word], link: int) -> None:
        for skip in range(link + 1):
            found = unit_after(words[skip:], self.language)
            if found is not None and not (found[0] == "m" and item.number.scale >= MILLION):  # "seven million meters"
                if self._describes(item, words[skip + found[1] - 1].end, found[0]):
                    return
                item.unit, item.kind, item.end = found[0], "measure", words[skip + found[1] - 1].end
                if (per := _PER.match(self.text, item.end)) is not None:
                    item.unit, item.end = f"{item.unit}/{per[1]}", per.end()
                return


def _is_year_like(number: Number) -> bool:
    return number.scale == 1 and number.literal.isdigit() and _FIRST_YEAR <= number.value <= _LAST_YEAR


def number_is_negative(text: str, start: int) -> bool:
    """Whether the dash before the number at `start` is a minus: space before it, a percentage or decimal after."""
    return bool(re.match(r"\d{1,6}(?:[.,]\d{1,4})?[ \u00a0\u202f]?%", text[start : start + 16]))
