"""Units of measure and percentages behind a number, as UCUM-like codes.

Names and symbols of units in every language come from the CLDR (through Babel).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from babel import Locale

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.numbers import Word
from pipelines.extract.text import fold, words

# CLDR unit -> code of the warehouse. UCUM's, save where the contract spells a word ("year").
_CODES = {
    "length-kilometer": "km",
    "length-meter": "m",
    "length-centimeter": "cm",
    "length-millimeter": "mm",
    "length-mile": "mile",
    "area-hectare": "ha",
    "area-square-kilometer": "km2",
    "area-square-meter": "m2",
    "area-acre": "acre",
    "volume-liter": "l",
    "volume-hectoliter": "hl",
    "volume-cubic-meter": "m3",
    "volume-cubic-kilometer": "km3",
    "volume-cubic-foot": "ft3",
    "area-square-foot": "ft2",
    "volume-barrel": "barrel",
    "mass-tonne": "t",
    "mass-kilogram": "kg",
    "mass-gram": "g",
    "mass-pound": "lb",
    "power-watt": "W",
    "power-kilowatt": "kW",
    "power-megawatt": "MW",
    "power-gigawatt": "GW",
    "energy-kilowatt-hour": "kWh",
    "duration-year": "year",
    "duration-month": "month",
    "duration-week": "week",
    "duration-day": "day",
    "duration-hour": "hour",
    "duration-minute": "minute",
    "duration-second": "second",
    "duration-decade": "decade",
    "digital-megabyte": "MB",
    "digital-gigabyte": "GB",
    "digital-terabyte": "TB",
    "digital-megabit": "Mbit",
    "digital-gigabit": "Gbit",
    "temperature-celsius": "Cel",
    "speed-kilometer-per-hour": "km/h",
    "frequency-megahertz": "MHz",
    "frequency-gigahertz": "GHz",
}
DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade", "quarter", "mandate"})
# Symbols of the CLDR that are too short to be told from words.
_MIN_SYMBOL = frozenset(
    {"km", "cm", "mm", "ha", "kg", "MW", "GW", "kW", "m", "t", "l", "L", "g", "W", "m²", "m³", "km²", "MHz", "GHz", "h"}
)


# Elided articles are words of their own: "tonnes à l'hectare".
_WORD = re.compile(r"\w+'?")


class UnitLexicon(LexiconModel):
    """Topic `units`: unit words and percent signs that the CLDR lacks."""

    words: dict[str, str]
    symbols: dict[str, str]
    percents: list[str]
    clock: frozenset[str]


@cache
def unit_lexicon(language: str) -> UnitLexicon:
    """The unit words of a language."""
    lexicon: UnitLexicon = load_topic(language, "units", UnitLexicon)
    return lexicon


@cache
def _names(language: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    lexicon = unit_lexicon(language)
    patterns = Locale.parse(language)._data["unit_patterns"]
    phrases: dict[tuple[str, ...], str] = {}
    for cldr, code in _CODES.items():
        for count, pattern in dict(patterns.get(cldr, {}).get("long", {})).items():
            # "per" is the pattern of rates: "{0} par an" is no span of time.
            if count != "per" and isinstance(pattern, str) and (parts := tuple(words(pattern.replace("{0}", "")))):
                phrases[parts] = code
    phrases |= {tuple(_WORD.findall(fold(name))): code for name, code in lexicon.words.items()}
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for parts, code in phrases.items():
        index.setdefault(parts[0], []).append((parts, code))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for first, entries in index.items()}


@cache
def _plain(language: str) -> frozenset[str]:
    """First words of the CLDR's units without an accent: a word that has one is another ("120 livrés")."""
    patterns = Locale.parse(language)._data["unit_patterns"]
    long = (dict(patterns.get(cldr, {}).get("long", {})).values() for cldr in _CODES)
    written = {word for values in long for p in values for word in str(p).replace("{0}", "").lower().split()[:1]}
    return frozenset(word for word in written if fold(word) == word) - set(unit_lexicon(language).words)


@cache
def _symbols(language: str) -> dict[str, str]:
    patterns = Locale.parse(language)._data["unit_patterns"]
    symbols: dict[str, str] = {}
    for cldr, code in _CODES.items():
        for pattern in dict(patterns.get(cldr, {}).get("short", {})).values():
            symbol = str(pattern).replace("{0}", "").strip(" \u00a0\u202f")
            if symbol in _MIN_SYMBOL:
                symbols[symbol] = code
    return symbols | unit_lexicon(language).symbols


def unit_after(following: Sequence[Word], language: str) -> tuple[str, int] | None:
    """The unit that the words right after a number name, and how many words that takes."""
    if not following:
        return None
    first = following[0]
    if first.folded in _plain(language) and first.raw.lower() != first.folded:
        return None
    for parts, code in _names(language).get(first.folded, ()):
        if len(parts) <= len(following) and all(p == w.folded for p, w in zip(parts, following, strict=False)):
            return code, len(parts)
    symbol = _symbols(language).get(first.raw)
    return None if symbol is None else (symbol, 1)


@cache
def _percents(language: str) -> re.Pattern[str]:
    options = sorted(unit_lexicon(language).percents, key=len, reverse=True)
    return re.compile(
        r"[ \u00a0\u202f\u2009-]{0,2}(?:"
        + "|".join(re.escape(p).replace(r"\ ", r"[ \u00a0]?") for p in options)
        + r")(?!\w)",
        re.IGNORECASE,
    )


def percent_end(text: str, position: int, language: str) -> int | None:
    """Where the percent sign or words right after `position` end, None where there is none."""
    match = _percents(language).match(text, position)
    return match.end() if match else None
