"""Words get the tags that CRFsuite's own decoder gives them."""

from __future__ import annotations

from importlib.resources import as_file, files

import pycrfsuite
import pytest

from pipelines.extract.crf import read_weights
from pipelines.extract.document import analyse
from pipelines.extract.tagger import sentence_features

TEXTS = {
    "fr": (
        "Le ministre de l’Énergie a présenté jeudi, à Lomé, un plan de 14.000 puits d'ici 2031.\n"
        "« Nous bâtirons 3,5 % de plus », a-t-il dit ; les écoles rurales n'ont pas encore été raccordées.\n"
        "Objectifs du programme\n"
        "- réduire les pertes d'eau, former 200 ingénieurs et moderniser les réseaux vieillissants\n"
        "Xyzzy QWERTYUIOP 12h30 www.exemple.org § ∆∆ Ñandú 5G\n"
        "Non. Oui ! Et après ?"
    ),
    "en": (
        "Ghana’s energy minister said on Monday that the grid won't be ready before 2031.\n"
        "The plan, unveiled in Accra, sets aside $1.5bn for rural clinics, which are being built slowly.\n"
        "What the programme aims at\n"
        "- cutting losses by 14 percent, training 200 engineers and paying local firms on time\n"
        "Xyzzy QWERTYUIOP 12:30 www.example.org § ∆∆ Ñandú 5G\n"
        "No. Yes! And then?"
    ),
}


def library_tagger(language: str) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    with as_file(files("pipelines").joinpath("languages", language, "tagger.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


# The long text is decoded in several parts, and has a sentence that is cut for its length.
@pytest.mark.parametrize("repetitions", [1, 40])
@pytest.mark.parametrize("language", TEXTS)
def test_tags_are_those_of_the_library(language, repetitions):
    unpunctuated = TEXTS[language].replace(".", "").replace("\n", " ")
    doc = analyse("\n".join([TEXTS[language], unpunctuated] * repetitions), language)
    tagger = library_tagger(language)
    for sentence in doc.sentences:
        tokens = doc.sentence_tokens(sentence)
        expected = [label.partition(".")[::2] for label in tagger.tag(sentence_features([t.text for t in tokens]))]
        assert [(t.pos, t.verb) for t in tokens] == expected


@pytest.mark.parametrize("language", TEXTS)
def test_weights_are_those_of_the_library(language):
    weights = read_weights(files("pipelines").joinpath("languages", language, "tagger.crfsuite").read_bytes())
    info = library_tagger(language).info()
    assert list(weights.attributes) == sorted(info.attributes, key=lambda name: int(info.attributes[name]))
    position = {label: i for i, label in enumerate(weights.labels)}
    assert len(info.state_features) == (weights.states != 0).sum()
    for (name, label), weight in info.state_features.items():
        assert weights.states[weights.attributes[name], position[label]] == pytest.approx(weight, abs=1e-6)
    for (label, following), weight in info.transitions.items():
        assert weights.transitions[position[label], position[following]] == pytest.approx(weight, abs=1e-6)
