"""Text folding shared by every extractor: comparison forms of words that keep offsets usable."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_APOSTROPHES = "’‘ʼ´′"
_HYPHENS = "‐‑‒–—−"


@cache
def _fold_table() -> dict[str, str]:
    """Map characters beyond ASCII to a lower-case, accent-free one each (one to one, so that offsets survive)."""
    table: dict[str, str] = {}
    for code in range(0x80, 0x2200):
        char = chr(code)
        lowered = unicodedata.normalize("NFKD", char)
        base = "".join(c for c in lowered if not unicodedata.combining(c)).lower()
        if len(base) == 1 and base != char:
            table[char] = base
    return table | dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_HYPHENS, "-")


def fold(text: str) -> str:
    """Make `text` lower-case and accent-free; each character stays in its place."""
    if text.isascii():
        return text.lower().replace("`", "'")
    # Bytes lower the letters of ASCII alone. Few characters are others: `translate` would look every one up.
    lowered = text.encode(errors="surrogatepass").lower().decode(errors="surrogatepass").replace("`", "'")
    table = _fold_table()
    return _NOT_ASCII.sub(lambda m: table.get(m[0], m[0]), lowered)


# Runs of letters and digits of every script.
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The folded words of `text`, punctuation left out."""
    return folded_words(fold(text))


def folded_words(folded: str) -> list[str]:
    """The words of folded text."""
    return [folded] if folded.isalnum() else _WORD.findall(folded)
