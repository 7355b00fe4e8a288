"""Money: which ISO 4217 currency a sign, a short form or a name means in an article of a given country.

Names in every language and the money of each country come from the CLDR (through Babel); the language files
add the everyday short forms that it lacks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_territory_currencies

from pipelines.extract.dictionary import plural_endings, plurals, singulars
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.numbers import Word
from pipelines.extract.text import fold, words

# Currency signs of Unicode, each with the currencies that write it, the usual one first.
_SIGNS: dict[str, tuple[str, ...]] = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "BBD", "TTD", "JMD", "BSD", "BZD", "FJD", "GYD"),
    "€": ("EUR",), "£": ("GBP", "EGP", "LBP", "SYP", "SDG", "SSP"), "¥": ("JPY", "CNY"), "₦": ("NGN",), "₵": ("GHS",),
    "₹": ("INR",), "₽": ("RUB",), "₺": ("TRY",), "₩": ("KRW",), "₪": ("ILS",), "₫": ("VND",), "₱": ("PHP",),
    "฿": ("THB",), "₴": ("UAH",), "₲": ("PYG",), "₡": ("CRC",),
    "₾": ("GEL",), "₭": ("LAK",), "₮": ("MNT",), "₼": ("AZN",), "₸": ("KZT",), "֏": ("AMD",), "৳": ("BDT",),
    "៛": ("KHR",), "؋": ("AFN",), "₨": ("PKR", "MUR", "LKR", "NPR", "SCR", "INR"),
    "GH¢": ("GHS",), "GH₵": ("GHS",), "R$": ("BRL",), "E£": ("EGP",), "£E": ("EGP",), "LE": ("EGP",), "T$": ("TOP",),
}  # fmt: skip
# Letters that tell whose dollar it is, before the sign or after it ("US$", "$ CA", "C$").
_DOLLARS = {
    letters: code
    for code, spellings in {
        "USD": "us u.s. usd",
        "CAD": "c ca cad can cdn",
        "AUD": "a au aud",
        "NZD": "nz nzd",
        "HKD": "hk hkd",
        "SGD": "s sg sgd",
        "TWD": "nt",
        "JMD": "j",
        "TTD": "tt",
        "NAD": "n",
        "ZWG": "z zw",
        "BBD": "bds",
        "FJD": "fj",
        "MXN": "mx",
        "LRD": "l",
    }.items()
    for letters in spellings.split()
}


_LONE_LETTERS = frozenset(f"{letter} " for letter in "asnjlz")


class CurrencyLexicon(LexiconModel):
    """Topic `currencies`: what the CLDR doesn't know about the words for money."""

    head: Literal["first", "last"]
    names: dict[str, list[str]]
    defaults: dict[str, str]
    foreign: frozenset[str]
    not_heads: frozenset[str]
    doubtful: frozenset[str]
    abbreviations: dict[str, list[str]]
    local_abbreviations: dict[str, list[str]]
    hundredths: dict[str, list[str]]
    thousandths: dict[str, list[str]]
    local_hundredths: dict[str, list[str]]
    links: frozenset[str]


@cache
def _lexicon(language: str) -> CurrencyLexicon:
    lexicon: CurrencyLexicon = load_topic(language, "currencies", CurrencyLexicon)
    return lexicon


@cache
def country_currencies(country: str | None) -> tuple[str, ...]:
    """ISO codes of the money in use in a country, its own first (Babel; empty for an unknown country)."""
    if not country:
        return ()
    try:
        return tuple(get_territory_currencies(country))
    except (KeyError, ValueError):
        return ()


@cache
def _current_codes() -> frozenset[str]:
    territories = sorted(str(territory) for territory in get_global("territory_currencies"))
    return frozenset(code for territory in territories for code in country_currencies(territory))


@cache
def _iso_codes(language: str) -> frozenset[str]:
    return _current_codes() & {str(code) for code in Locale.parse(language).currencies}


@cache
def _names(language: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """First word -> (all words, candidate currencies), longest phrase first."""
    lexicon, locale = _lexicon(language), Locale.parse(language)
    phrases: dict[tuple[str, ...], list[str]] = {}
    heads: dict[str, list[str]] = {}
    for code in sorted(locale.currencies, key=lambda c: (c not in _current_codes(), c)):
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale=locale)
            parts = tuple(words(name.split("(")[0]))
            if not parts or parts == (code.lower(),):
                continue
            phrases.setdefault(parts, []).append(code)
            if code in _current_codes() and (count == 1 or len(parts) > 1):
                head = parts[0] if lexicon.head == "first" else parts[-1]
                if head in lexicon.not_heads:
                    continue
                heads.setdefault(head, []).append(code)
                for plural in () if head.endswith(plural_endings(language)) else plurals(head, language):
                    heads.setdefault(plural, []).append(code)
    for head, codes in heads.items():
        default = next(filter(None, map(lexicon.defaults.get, (head, *singulars(head, language)))), None)
        phrases[(head,)] = [*([default] if default else []), *sorted(set(codes) - {default} - lexicon.foreign)]
    for name, codes in lexicon.names.items():
        phrases[tuple(words(name))] = codes
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for parts, codes in phrases.items():
        index.setdefault(parts[0], []).append((parts, tuple(dict.fromkeys(codes))))
    return {first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for first, entries in index.items()}


@cache
def homes(language: str) -> dict[str, str]:
    """Single words for the money of one country alone ("gourdes", "naira"), with the country."""
    owners: dict[str, set[str]] = {}
    for territory in sorted(str(territory) for territory in get_global("territory_currencies")):
        for code in country_currencies(territory)[:1]:
            owners.setdefault(code, set()).add(territory)
    return {
        word: next(iter(owners[codes[0]]))
        for word, entries in _names(language).items()
        for parts, codes in entries
        if len(parts) == 1 and len(codes) == 1 and len(owners.get(codes[0], ())) == 1
    }


def resolve(candidates: Sequence[str], country: str | None) -> str:
    """The currency meant: the country's own where it is among the candidates, else the usual one."""
    local = country_currencies(country)
    return next((code for code in local if code in candidates), candidates[0])


def _abbreviation(raw: str, language: str, country: str | None) -> str | None:
    lexicon = _lexicon(language)
    if raw in _iso_codes(language):
        return raw
    if raw in lexicon.abbreviations:
        return resolve(lexicon.abbreviations[raw], country)
    return _local(lexicon.local_abbreviations.get(raw, ()), country)


def _local(candidates: Sequence[str], country: str | None) -> str | None:
    """The country's own one of some currencies, None where it is none of them."""
    return next((code for code in country_currencies(country) if code in candidates), None) if candidates else None


def currency_after(
    following: Sequence[Word], language: str, country: str | None, is_large: bool
) -> tuple[str, int] | None:
    """The currency that the words right after an amount name, and how many words that takes.

    Args:
        is_large: whether a scale word stands before, which settles doubtful words ("3 millions de livres").
    """
    if not following:
        return None
    first = following[0]
    if first.raw in _SIGNS:
        return _after_sign(following, country)
    if len(following) > 1 and following[1].glued and (code := _lettered_sign(first.raw, following[1].raw, country)):
        return code, 2
    for parts, codes in _names(language).get(first.folded, ()):
        if len(parts) <= len(following) and all(p == w.folded for p, w in zip(parts, following, strict=False)):
            if (
                len(parts) == 1
                and first.folded in _lexicon(language).doubtful
                and not is_large
                and resolve(codes, country) not in country_currencies(country)
            ):
                continue
            return resolve(codes, country), len(parts)
    code = _abbreviation(first.raw, language, country)
    return None if code is None else (code, 1)


class Minor(NamedTuple):
    """A coin that words name: of which money, how many make one of it, whose coins the word may mean, words used."""

    code: str
    parts: int
    candidates: tuple[str, ...]
    used: int


@cache
def _coins(language: str) -> dict[str, tuple[str, ...]]:
    """Words for coins and the money that they are parts of, the usual one first."""
    lexicon = _lexicon(language)
    words_of = [*lexicon.hundredths, *(w for w in lexicon.thousandths if w not in lexicon.hundredths)]
    return {w: (*lexicon.hundredths.get(w, ()), *lexicon.thousandths.get(w, ())) for w in words_of}


def coins_after(following: Sequence[Word], language: str, country: str | None) -> Minor | None:
    """The coin that the words right after a number name ("9 US cents", "4 centimes d'euro", "800 millimes")."""
    found = _coin(following, language, country)
    if found is None:
        return None
    word, code, used = found
    parts = 1000 if code in _lexicon(language).thousandths.get(word, ()) else 100
    return Minor(code, parts, _coins(language).get(word, (code,)), used)


def _coin(following: Sequence[Word], language: str, country: str | None) -> tuple[str, str, int] | None:
    """The word for the coin, its currency and how many words that takes."""
    lexicon, coins, first = _lexicon(language), _coins(language), following[0]
    if first.folded in coins:
        rest = following[1:]
        skip = int(len(rest) > 1 and rest[0].folded in lexicon.links)
        if rest and (code := _DOLLARS.get(rest[0].folded)) and rest[0].raw.isupper():
            return first.folded, code, 2
        named = currency_after(rest[skip:], language, country, False) if skip or len(rest) == 1 else None
        if named is not None:
            return first.folded, named[0], 1 + skip + named[1]
        return first.folded, resolve(coins[first.folded], country), 1
    if len(following) > 1 and following[1].folded in coins:
        code = _DOLLARS.get(first.folded) if first.raw.isupper() else None
        named = currency_after(following[:1], language, country, False)
        code = code or (named[0] if named else None)
        return (following[1].folded, code, 2) if code else None
    candidates = lexicon.local_hundredths.get(first.raw, ()) if first.glued else ()
    own = _local(candidates, country)
    return (first.raw, own, 1) if own else None


def _lettered_sign(letters: str, sign: str, country: str | None) -> str | None:
    """The currency of letters and a sign written as one behind an amount: "1 000 US$", "40 GH¢"."""
    if letters + sign in _SIGNS:
        return resolve(_SIGNS[letters + sign], country)
    return _DOLLARS.get(fold(letters)) if sign == "$" and letters.isupper() else None


def _after_sign(following: Sequence[Word], country: str | None) -> tuple[str, int]:
    sign = following[0].raw
    if (
        sign == "$"
        and len(following) > 1
        and len(following[1].raw) <= 3
        and (code := _DOLLARS.get(following[1].folded))
    ):
        is_letters = following[1].raw.isupper() or len(following[1].raw) > 1 or following[1].folded == "c"
        if is_letters and following[1].raw.lower() not in ("a", "s", "n", "l", "j", "z"):
            return code, 2
    return resolve(_SIGNS[sign], country), 1


def currency_before(
    raw: str, language: str, country: str | None, is_glued: bool, *, is_large: bool = False
) -> str | None:
    """The currency of a sign or short form that stands before an amount: "US$", "MAD", "Ksh", "R" (glued only).

    Args:
        is_large: whether a scale word stands behind, which settles a letter that one money only is written with
            ("R70-billion") and a name written like others ("Taka 3 billion").
    """
    if raw in _SIGNS:
        return resolve(_SIGNS[raw], country)
    if raw[-1] == "$":
        letters = fold(raw[:-1])
        # "A $5bn plan", "the plan's $2m": an article and a possessive, no Australian nor Singapore dollar.
        return None if letters in _LONE_LETTERS else _DOLLARS.get(letters.strip())
    if len(raw) == 1 and not is_glued:
        return None
    if raw in _iso_codes(language):
        return raw
    name = _names(language).get(fold(raw))
    if name and raw.isupper() and len(raw) > 2 and name[-1][0] == (fold(raw),):
        return resolve(name[-1][1], country)
    if name and is_large and raw[0].isupper() and name[-1][0] == (fold(raw),):
        own = [code for code in country_currencies(country) if code in name[-1][1]]
        return own[0] if own else None
    if (code := _abbreviation(raw, language, country)) is not None:
        return code
    only = _lexicon(language).local_abbreviations.get(raw, [])
    return only[0] if is_large and is_glued and len(only) == 1 and len(raw) == 1 else None


def scaled_abbreviation(
    raw: str, scales: dict[str, float], language: str, country: str | None
) -> tuple[float, str] | None:
    """A scale and a currency written as one: "MDH", "MMDH", "MFCFA", "KDH"."""
    for size in (3, 2, 1):
        factor = scales.get(raw[:size])
        if factor is None or len(raw) <= size:
            continue
        if (code := _abbreviation(raw[size:], language, country)) is not None:
            return factor, code
    return None
