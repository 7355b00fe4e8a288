"""Text folding shared by every extractor: comparison forms of words that keep offsets usable."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_APOSTROPHES = "’‘ʼ`´′"
_HYPHENS = "‐‑‒–—−"


@cache
def _fold_table() -> dict[int, str]:
    """Map every character to one lower-case, accent-free character (one to one, so that offsets survive)."""
    table: dict[int, str] = {}
    for code in range(0x80, 0x2200):
        char = chr(code)
        lowered = unicodedata.normalize("NFKD", char)
        base = "".join(c for c in lowered if not unicodedata.combining(c)).lower()
        if len(base) == 1 and base != char:
            table[code] = base
    table |= {code: chr(code).lower() for code in range(0x41, 0x5B)}
    table |= {ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS}
    return table


def fold(text: str) -> str:
    """Make `text` lower-case and accent-free; each character stays in its place."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_fold_table())


# Runs of letters and digits of every script.
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The folded words of `text`, punctuation left out."""
    return folded_words(fold(text))


def folded_words(folded: str) -> list[str]:
    """The words of folded text."""
    return _WORD.findall(folded)
