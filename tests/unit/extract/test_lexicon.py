"""Language files are refused where what they hold could never match."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipelines.extract import lexicon
from pipelines.extract.event_words import EventLexicon
from pipelines.extract.lexicon import LexiconError, LexiconModel, load_topic
from pipelines.extract.pillar_lexicon import PillarWords
from pipelines.extract.plan_lexicon import PlanLexicon
from pipelines.extract.tokenizer import Word


class Sample(LexiconModel):
    """A list that is compared with single tokens, and one of phrases."""

    nouns: list[Word]
    phrases: list[str]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A copy of the languages' files to write into."""
    copy = tmp_path / "languages"
    shutil.copytree(Path(str(lexicon._ROOT)), copy, ignore=shutil.ignore_patterns("*.crfsuite"))
    monkeypatch.setattr(lexicon, "_ROOT", copy)
    load_topic.cache_clear()
    yield copy
    load_topic.cache_clear()


@pytest.mark.parametrize(
    ("language", "entry"),
    [
        ("fr", "projet de loi"),
        ("fr", "d'eau"),
        ("fr", "dit-il"),
        ("fr", "3eme"),
        ("en", "white paper"),
        ("en", "10-year"),
        ("en", "ministry's"),
    ],
)
def test_what_no_token_can_be_is_refused_in_a_list_of_words(folder, language, entry):
    (folder / language / "sample.yaml").write_text(f'nouns: [eau, "{entry}"]\nphrases: []\n')
    with pytest.raises(LexiconError, match=rf"languages/{language}/sample\.yaml(.|\n)*nouns(.|\n)*{entry}"):
        load_topic(language, "sample", Sample)


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ["d'", "jusqu'", "aujourd'hui", "-t-elle", "rendez-vous", "où"]), ("en", ["'s", "won't", "u.s.", "&"])],
)
def test_words_as_the_tokenizer_cuts_them_and_phrases_are_taken(folder, language, words):
    quoted = ", ".join(f'"{word}"' for word in words)
    (folder / language / "sample.yaml").write_text(f"nouns: [{quoted}]\nphrases: [mise en service, d'eau]\n")
    assert load_topic(language, "sample", Sample).nouns == words


@pytest.mark.parametrize(
    ("topic", "model", "key"),
    [("events", EventLexicon, "venues: ["), ("plans", PlanLexicon, "asides: ["), ("pillars", PillarWords, "last: [")],
)
@pytest.mark.parametrize("language", lexicon.languages())
def test_topics_refuse_phrases_where_they_compare_tokens(folder, language, topic, model, key):
    path = folder / language / f"{topic}.yaml"
    path.write_text(path.read_text().replace(f"\n{key}", f"\n{key}two words, "))
    with pytest.raises(LexiconError, match=rf"languages/{language}/{topic}\.yaml(.|\n)*'two words'"):
        load_topic(language, topic, model)
