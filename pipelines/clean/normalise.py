"""Text of any origin in one form: NFC, plain spaces, no invisible characters, one line per paragraph."""

from __future__ import annotations

import re

import polars as pl

# Control characters but tab and line feed, soft hyphens, zero-width and bidirectional marks, byte-order marks,
# variation selectors, private use: none of them is text.
_INVISIBLE = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffd\ue000-\uf8ff]"
)
_BREAKS = r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_SPACES = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_TAB = "   "
# UTF-8 read as Windows-1252: a lead byte's sign followed by a continuation's.
_MOJIBAKE = r"[ÃÂÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|â€|ï»¿"


def normalised(text: pl.Expr) -> pl.Expr:
    """The text in NFC, with plain spaces and line feeds only, invisible characters gone, lines trimmed at the end."""
    return (
        text.fill_null("")
        .str.replace_all(_BREAKS, "\n")
        .str.replace_all("\t", _TAB, literal=True)
        .str.replace_all(_SPACES, " ")
        .str.replace_all(_INVISIBLE, "")
        .str.normalize("NFC")
        .str.replace_all(r"(?m) +$", "")
    )


def repaired(text: pl.Series) -> pl.Series:
    """Undo UTF-8 read as Windows-1252 ("Ã©" for "é") in the texts where it is certain."""
    suspects = text.str.count_matches(_MOJIBAKE).fill_null(0)
    if suspects.max() in (None, 0):
        return text
    values = text.to_list()
    for i in suspects.arg_true() if suspects.dtype == pl.Boolean else (suspects > 0).arg_true():
        values[i] = _repair(values[i])
    return pl.Series(text.name, values, dtype=pl.String)


_RUN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122\u20ac]{2,}")


def _repair(text: str) -> str:
    """Each run of signs that is, byte for byte, valid UTF-8 becomes what it stands for; other runs stay."""
    return _RUN.sub(lambda match: _run(match[0]), text)


def _run(run: str) -> str:
    data = bytearray()
    for char in run:
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return run
            data.append(ord(char))  # the five positions that Windows-1252 leaves empty
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return run
