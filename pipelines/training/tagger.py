"""Train the part-of-speech taggers from Universal Dependencies treebanks and print their scores.

    python -m pipelines.training.tagger TREEBANKS

TREEBANKS is a folder of CoNLL-U files; see `SPLITS` for the ones that each language needs. Writes
`languages/<language>/tagger.crfsuite`. Deterministic; about two minutes per language on one core.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from pipelines.extract.tagger import sentence_features

_LANGUAGES = Path(__file__).parents[1] / "languages"


@dataclass(frozen=True)
class Split:
    """Names (without .conllu) of the treebank files to learn from and to measure on."""

    train: tuple[str, ...]
    test: tuple[str, ...]


SPLITS = {
    "fr": Split(("fr_sequoia_train", "fr_gsd_dev", "fr_pud", "fr_sequoia_dev"), ("fr_sequoia_test", "fr_gsd_test")),
    "en": Split(("en_ewt_train", "en_pud", "en_ewt_dev"), ("en_ewt_test",)),
}
# L1 regularisation keeps the files small (about 1 MB); the limit of iterations is where the score stops rising.
_PARAMETERS = {"c1": 0.1, "c2": 0.01, "max_iterations": 100, "feature.minfreq": 2}

TaggedSentence = tuple[list[str], list[str]]


def read_conllu(path: Path) -> list[TaggedSentence]:
    """Words and labels of each sentence; contractions ("du", "des") stay one word with their first part's label."""
    sentences = []
    for chunk in path.read_text(encoding="utf-8").split("\n\n"):
        words: list[str] = []
        labels: list[str] = []
        skip_to = 0
        pending: str | None = None
        for line in chunk.split("\n"):
            if not line or line.startswith("#"):
                continue
            number, form, _, upos, _, feats, *_ = line.split("\t")
            if "." in number:
                continue
            if "-" in number:
                skip_to, pending = int(number.split("-")[1]), form
                continue
            if pending is None and int(number) <= skip_to:
                continue
            words.append(pending or form.replace(" ", ""))
            labels.append(_label(upos, feats))
            pending = None
        if words:
            sentences.append((words, labels))
    return sentences


def _label(upos: str, feats: str) -> str:
    if upos not in ("VERB", "AUX"):
        return upos
    pairs = dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
    form = pairs.get("VerbForm", "Fin")
    if form == "Part" and pairs.get("Tense") == "Pres":
        form = "Ger"
    return f"{upos}.{form}"


def train(sentences: list[TaggedSentence], target: Path) -> None:
    """Fit a CRF by L-BFGS and write it to `target`."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=_PARAMETERS, verbose=False)
    for words, labels in sentences:
        trainer.append(sentence_features(words), labels)
    trainer.train(str(target))


def score(model: Path, sentences: list[TaggedSentence]) -> tuple[float, float]:
    """Share of right labels, and F1 of finite verbs, on `sentences`."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    right = total = both = gold_finite = found_finite = 0
    for words, gold in sentences:
        found = tagger.tag(sentence_features(words))
        total += len(gold)
        for g, f in zip(gold, found, strict=True):
            right += g == f
            both += g.endswith(".Fin") and f.endswith(".Fin")
            gold_finite += g.endswith(".Fin")
            found_finite += f.endswith(".Fin")
    return right / total, 2 * both / (gold_finite + found_finite)


def main(treebanks: Path) -> None:
    """Train and score every language of `SPLITS`."""
    for language, split in SPLITS.items():
        target = _LANGUAGES / language / "tagger.crfsuite"
        started = time.perf_counter()
        train([s for name in split.train for s in read_conllu(treebanks / f"{name}.conllu")], target)
        print(  # noqa: T201 (a command)
            f"{language}: {target.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - started:.0f} s"
        )
        for name in split.test:
            accuracy, finite = score(target, read_conllu(treebanks / f"{name}.conllu"))
            print(f"  {name}: labels {accuracy:.4f}, finite verbs F1 {finite:.4f}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
