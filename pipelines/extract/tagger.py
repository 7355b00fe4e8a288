"""Part-of-speech tags for the tokens of a sentence, from a linear-chain CRF trained on treebanks.

The model of a language is `languages/<language>/tagger.crfsuite`, trained by `pipelines.training.tagger`;
docs/models/ says on what, with which scores and licences. Features are those of Ratnaparkhi's tagger (1996):
the word, its endings and shape, and its neighbours.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

import pycrfsuite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.document import Token


class _Features(NamedTuple):
    """Features of a word for itself, and for the words next to it and one further on either side."""

    own: list[str]
    for_next: list[str]
    for_previous: list[str]
    for_second_next: list[str]
    for_second_previous: list[str]


_START = _Features([], ["p=^"], [], [], [])
_END = _Features([], [], ["n=$"], [], [])
_BEYOND = _Features([], [], [], [], [])


@lru_cache(maxsize=100_000)
def _word_features(text: str) -> _Features:
    lower = text.lower().replace("’", "'")
    if text[0].isdigit():
        lower = "0" if text.isdigit() else "0" + text[-1].lower()
    shape = "".join(_runs(text))
    own = [
        f"w={lower}",
        f"s2={lower[-2:]}",
        f"s3={lower[-3:]}",
        f"s4={lower[-4:]}",
        f"s5={lower[-5:]}",
        f"h={shape}",
        f"b={lower[:3]}",
    ]
    return _Features(
        own,
        [f"p={lower}", f"ps={lower[-3:]}", f"ph={shape}"],
        [f"n={lower}", f"ns={lower[-3:]}", f"nh={shape}"],
        [f"q={lower}"],
        [f"o={lower}"],
    )


def _runs(text: str) -> list[str]:
    runs: list[str] = []
    for char in text[:20]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char
        if not runs or runs[-1] != kind:
            runs.append(kind)
    return runs


def sentence_features(words: Sequence[str]) -> list[list[str]]:
    """CRF features of each word of a sentence."""
    known = [_BEYOND, _START, *map(_word_features, words), _END, _BEYOND]
    return [
        [*word.own, *left.for_next, *further_left.for_second_next, *right.for_previous, *further.for_second_previous]
        for further_left, left, word, right, further in zip(
            known, known[1:], known[2:], known[3:], known[4:], strict=False
        )
    ]


@cache
def _tagger(language: str) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    # Opened by path: `open_inmemory` reads freed memory once its bytes are collected (python-crfsuite 0.9.12).
    with as_file(files("pipelines").joinpath("languages", language, "tagger.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


def tag_sentence(tokens: list[Token], language: str) -> None:
    """Set `pos` and `verb` of each token in place."""
    labels = _tagger(language).tag(sentence_features([t.text for t in tokens]))
    for token, label in zip(tokens, labels, strict=True):
        token.pos, _, token.verb = label.partition(".")
