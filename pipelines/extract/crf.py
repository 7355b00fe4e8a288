"""Linear-chain CRFs trained by CRFsuite: their weights, and the best labels of many sentences at once.

Decoding is Viterbi's algorithm on arrays. Many words are certain: no neighbours could outweigh how much better one
label fits than every other. They cut the sentences into short runs of doubtful words, all of which are decoded
together, one step for all runs at a time.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Half the memory of doubles and quicker by a quarter; of a million words no label is another.
Floats = NDArray[np.float32]
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]

_HEADER = struct.Struct("<4sI4s9I")
_FEATURE = np.dtype([("kind", "<u4"), ("source", "<u4"), ("label", "<u4"), ("weight", "<f8")])


@dataclass(frozen=True, eq=False)
class Weights:
    """What a CRF has learnt.

    Attributes:
        attributes: row of each attribute in `states`; the last row is of those that it doesn't know.
        states: weight of each label (column) for words with an attribute (row).
        transitions: weight of each label (row) before each other (column).
    """

    labels: list[str]
    attributes: dict[str, int]
    states: Floats
    transitions: Floats


def read_weights(data: bytes) -> Weights:
    """Weights from the bytes of a model file of CRFsuite 0.12 (crf1d_model.c tells its format).

    `pycrfsuite.Tagger.info` gives them too, but rounded and in half a second.

    Raises:
        ValueError: it is no such file.
    """
    if len(data) < _HEADER.size:
        raise ValueError("not a CRFsuite model: too short")
    magic, _, kind, version, _, _, _, features_at, labels_at, attributes_at, _, _ = _HEADER.unpack_from(data)
    if (magic, kind, version) != (b"lCRF", b"FOMC", 100):
        raise ValueError("not a first-order CRFsuite model of format 100")
    labels, attributes = list(_strings(data, labels_at)), list(_strings(data, attributes_at))
    (n_features,) = struct.unpack_from("<I", data, features_at + 8)
    features = np.frombuffer(data, _FEATURE, n_features, features_at + 12)
    states = np.zeros((len(attributes) + 1, len(labels)), np.float32)
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for feature_kind, table in enumerate((states, transitions)):
        of_kind = features[features["kind"] == feature_kind]
        table[of_kind["source"], of_kind["label"]] = of_kind["weight"]
    return Weights(labels, {name: i for i, name in enumerate(attributes)}, states, transitions)


def _strings(data: bytes, start: int) -> Iterator[str]:
    """The strings of a CQDB chunk in the order of their numbers."""
    size, offset = struct.unpack_from("<II", data, start + 16)
    for place in struct.unpack_from(f"<{size}I", data, start + offset):
        (length,) = struct.unpack_from("<I", data, start + place + 4)
        yield data[start + place + 8 : start + place + 7 + length].decode()


class Decoder:
    """Labels are known by their position in the table of transitions."""

    def __init__(self, transitions: Floats) -> None:
        """Take the weight of each label (row) before each other (column)."""
        n = len(transitions)
        self._none = n  # stands around a sentence, at no cost
        self._before, self._after = np.zeros((n + 1, n), np.float32), np.zeros((n + 1, n), np.float32)
        self._before[:n], self._after[:n] = transitions, transitions.T
        self._steps = transitions[:, None, :].copy()
        # The most that neighbours can give the label of the column above what they give the row's.
        from_left = (transitions[:, None, :] - transitions[:, :, None]).max(axis=0)
        from_right = (transitions[None, :, :] - transitions[:, None, :]).max(axis=2)
        self._most = np.maximum(from_left, 0) + np.maximum(from_right, 0)

    def best(self, scores: Floats, is_word: Flags) -> Ints:
        """The label of each row of `scores` on the best path.

        Args:
            scores: weight of each label (column) of each word (row) by itself; changed by the call.
            is_word: False for the rows that stand between two sentences, the first and the last row among them.
        """
        labels: Ints = scores.argmax(axis=1)
        least = scores[np.arange(len(scores)), labels, None] - self._most[labels]
        is_doubtful = is_word & (np.count_nonzero(scores >= least, axis=1) > 1)
        labels[~is_word] = self._none
        edges = np.flatnonzero(is_doubtful[1:] != is_doubtful[:-1]) + 1
        if len(edges):
            first, last = edges[::2], edges[1::2]
            scores[first] += self._before[labels[first - 1]]
            scores[last - 1] += self._after[labels[last]]
            self._decode(scores, first, last - first, labels)
        return labels

    def _decode(self, scores: Floats, first: Ints, length: Ints, labels: Ints) -> None:
        """Set the labels of the runs that start at `first`."""
        order = np.argsort(-length, kind="stable")
        first, length = first[order], length[order]
        n_steps = int(length[0])
        # The longest come first, so that those with a word at a step are the first so many.
        n_runs = np.searchsorted(-length, -np.arange(n_steps)).tolist()
        reached = [scores.take(first, axis=0)]
        for step in range(1, n_steps):
            n = n_runs[step]
            # Label before, run, label: so, long rows lie one behind the other in memory.
            before = np.add(reached[-1][:n].T[:, :, None], self._steps, order="C")
            reached.append(np.maximum.reduce(before, axis=0) + scores.take(first[:n] + step, axis=0))
        chosen = first[:0]
        for step in range(n_steps - 1, -1, -1):
            here = reached[step]
            here[: len(chosen)] += self._after.take(chosen, axis=0)
            chosen = here.argmax(axis=1)
            labels[first[: len(chosen)] + step] = chosen
