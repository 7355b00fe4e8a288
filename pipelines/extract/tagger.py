"""Part-of-speech tags for the tokens of a sentence, from a linear-chain CRF trained on treebanks.

The model of a language is `languages/<language>/tagger.crfsuite`, trained by `pipelines.training.tagger`;
docs/models/ says on what, with which scores and licences. Features are those of Ratnaparkhi's tagger (1996):
the word, its endings and shape, and its neighbours.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from pipelines.extract.crf import Decoder, Weights, read_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


# Words whose weights (a kilobyte each) are kept; the articles of a day have about so many.
_VOCABULARY = 20_000
# Tokens that are decoded together: arrays stay small however long an article is.
_BATCH = 2_000


class _Vocabulary(dict[str, int]):
    """Words with their row in `tables`, where the weights of a word's features are added up when it is first asked for.

    Attributes:
        tables: weights of the labels (column) for the word itself, then for each of its neighbours.
        gap: rows of what stands between two sentences.
    """

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights
        shape = (_VOCABULARY + 2, len(weights.labels))
        self.tables = np.empty((len(_Features._fields), *shape), np.float32)
        self.gap = (_VOCABULARY, _VOCABULARY + 1)
        self._fill(self.gap[0], _END)
        self._fill(self.gap[1], _START)

    def __missing__(self, word: str) -> int:
        row = len(self)
        self._fill(row, _word_features(word))
        self[word] = row
        return row

    def _fill(self, row: int, features: _Features) -> None:
        known = self._weights.attributes
        rows: list[int] = []
        starts: list[int] = []
        for names in features:
            starts.append(len(rows))
            # The last of the states is of no weight: a sum needs a row.
            rows.append(-1)
            rows += [known[name] for name in names if name in known]
        self.tables[:, row] = np.add.reduceat(self._weights.states.take(rows, axis=0), starts, axis=0)


class _Model:
    """A language's CRF.

    The weights of a word's features are added up once per word of the language, and sentences are decoded together:
    0.8 ms for an article of 450 words, where CRFsuite's own decoder, which looks fifteen strings up for every word of
    the article, takes 2.3 for the same labels.
    """

    def __init__(self, language: str) -> None:
        path = files("pipelines").joinpath("languages", language, "tagger.crfsuite")
        weights = read_weights(path.read_bytes())
        self._vocabulary = _Vocabulary(weights)
        self.decoder = Decoder(weights.transitions)
        self.labels = [(pos, verb) for pos, _, verb in (label.partition(".") for label in weights.labels)]

    def labels_of(self, sentences: Sequence[Sequence[str]]) -> list[int]:
        """Positions in `labels`, of one sentence after the other."""
        vocabulary = self._vocabulary
        gaps = np.cumsum([0, *(len(words) + 2 for words in sentences)])
        if len(vocabulary) + int(gaps[-1]) > _VOCABULARY:
            vocabulary.clear()
        rows = [*vocabulary.gap]
        for words in sentences:
            rows += map(vocabulary.__getitem__, words)
            rows += vocabulary.gap
        own, for_next, for_previous, for_second_next, for_second_previous = vocabulary.tables
        at = np.array(rows)
        # Five small arrays, as one of five times their size would be asked of the system anew each time.
        scores = own.take(at, axis=0)
        scores[1:] += for_next.take(at[:-1], axis=0)
        scores[:-1] += for_previous.take(at[1:], axis=0)
        scores[2:] += for_second_next.take(at[:-2], axis=0)
        scores[:-2] += for_second_previous.take(at[2:], axis=0)
        is_word = np.ones(len(scores), dtype=bool)
        is_word[gaps] = is_word[gaps + 1] = False
        best: list[int] = self.decoder.best(scores, is_word)[is_word].tolist()
        return best


@cache
def _model(language: str) -> _Model:
    return _Model(language)


def tag(tokens: Sequence[Token], sentences: Iterable[tuple[int, int]], language: str) -> None:
    """Set `pos` and `verb` of each token in place.

    Args:
        sentences: first token of each and the one behind its last, in order; they cover all tokens.
    """
    model = _model(language)
    pending: list[list[str]] = []
    start = 0
    for first, last in sentences:
        pending.append([token.text for token in tokens[first:last]])
        if last - start >= _BATCH or last == len(tokens):
            for token, label in zip(tokens[start:last], model.labels_of(pending), strict=True):
                token.pos, token.verb = model.labels[label]
            pending, start = [], last
