"""Part-of-speech tags for the tokens of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.document import Token


def tag_sentence(tokens: list[Token], language: str) -> None:
    """Set `pos` and `verb` of each token in place."""
