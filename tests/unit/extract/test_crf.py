"""Decoding finds the path that no other path beats; what isn't a model is refused."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from pipelines.extract.crf import Decoder, read_weights

_N_LABELS = 3


def weight(path: tuple[int, ...], scores: np.ndarray, transitions: np.ndarray) -> float:
    own = sum(scores[i, label] for i, label in enumerate(path))
    return float(own + sum(transitions[pair] for pair in pairwise(path)))


# Wide scores make nearly all words certain, narrow ones nearly none.
@pytest.mark.parametrize("width", [0.5, 3.0, 20.0])
def test_no_path_weighs_more_than_the_one_found(width):
    random = np.random.default_rng(7)
    for _ in range(40):
        transitions = random.normal(0, 2, (_N_LABELS, _N_LABELS))
        lengths = random.integers(1, 7, size=4)
        sentences = [random.normal(0, width, (n, _N_LABELS)) for n in lengths]
        gap = random.normal(0, width, (2, _N_LABELS))
        scores = np.concatenate([gap, *(part for sentence in sentences for part in (sentence, gap))])
        is_gap = np.array([True, True, *(flag for n in lengths for flag in [False] * n + [True] * 2)])

        found = Decoder(transitions).best(scores, ~is_gap)[~is_gap]

        for sentence, labels in zip(sentences, np.split(found, np.cumsum(lengths)[:-1]), strict=True):
            best = max(product(range(_N_LABELS), repeat=len(sentence)), key=lambda p: weight(p, sentence, transitions))
            assert tuple(labels) == best


@pytest.mark.parametrize("data", [b"", b"lCRF", b"PK" + bytes(100)])
def test_other_files_are_refused(data):
    with pytest.raises(ValueError, match="CRFsuite"):
        read_weights(data)
