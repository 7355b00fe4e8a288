"""Bodies are cut into blocks, sentences and tagged tokens without a character lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.document import analyse
from pipelines.extract.lexicon import LexiconError, languages
from pipelines.extract.text import fold


def words(text: str, language: str) -> list[str]:
    return [t.text for t in analyse(text, language).tokens]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "l’eau d'ici 2031", ["l’", "eau", "d'", "ici", "2031"]),
        ("fr", "a-t-elle dit", ["a", "-t-elle", "dit"]),
        ("fr", "aujourd’hui, Aix-en-Provence", ["aujourd’hui", ",", "Aix-en-Provence"]),
        ("fr", "14.000 puits et 3,5 %", ["14.000", "puits", "et", "3,5", "%"]),
        ("fr", "la 5G sur 200km", ["la", "5", "G", "sur", "200", "km"]),
        ("en", "Ghana’s O'Neil won't", ["Ghana", "’s", "O'Neil", "won't"]),
        ("en", "$1.5bn in the U.S.", ["$", "1.5", "bn", "in", "the", "U.S."]),
    ],
)
def test_words_are_cut_as_the_language_writes_them(language, text, expected):
    assert words(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "M. Koné a parlé. Mme Bâ aussi.", 2),
        ("fr", "Le pont coûte 3.5 millions. Il ouvre en mai.", 2),
        ("fr", "« Nous bâtirons. » Puis il sort.", 2),
        ("en", "Dr. Mensah left. H.E. J. A. Boateng stayed.", 2),
        ("en", '"We build." Then he left.', 2),
        ("en", "It grew by 4.2 per cent", 1),
        ("en", "The fair opens at 10 a.m. Saturday in the yard.", 1),
        ("en", "Stalls close at 8 p.m. Nov. 4 at the latest.", 1),
        ("en", "He left at 9 a.m. The council then voted.", 2),
    ],
)
def test_sentences_end_at_full_stops_that_are_no_abbreviation(language, text, count):
    assert len(analyse(text, language).sentences) == count


@pytest.mark.parametrize(
    ("line", "kind", "rank"),
    [
        ("- les puits", "bullet", None),
        ("❖ les puits", "bullet", None),
        ("o les puits", "bullet", None),
        ("2. Les puits", "bullet", 2),
        ("iii) les puits", "bullet", 3),
        ("(4) the wells", "bullet", 4),
        ("b) les puits", "bullet", 2),
        ("Un chantier sans fin", "heading", None),
        ("Le chantier avance.", "paragraph", None),
        ("2030 est proche.", "paragraph", None),
        ("3,5 millions de puits.", "paragraph", None),
    ],
)
def test_lines_are_told_apart(line, kind, rank):
    block = analyse(line, "fr").blocks[0]
    assert (block.kind, block.rank) == (kind, rank)


@pytest.mark.parametrize(
    ("language", "text", "verbs"),
    [
        ("fr", "Le plan prévoit des puits qui seront creusés.", {"prévoit": "Fin", "seront": "Fin", "creusés": "Part"}),
        ("en", "The plan will build wells funded by banks.", {"will": "Fin", "build": "Inf", "funded": "Part"}),
    ],
)
def test_verbs_are_tagged_with_their_form(language, text, verbs):
    found = {t.text: t.verb for t in analyse(text, language).tokens if t.verb}
    assert found == verbs


def test_a_language_without_words_is_an_error_that_names_the_file():
    with pytest.raises(LexiconError, match=r"languages/xx/tokens\.yaml is missing"):
        analyse("text", "xx")


@given(st.text(max_size=300), st.sampled_from(languages()))
def test_any_text_is_cut_into_pieces_that_equal_their_slices(text, language):
    doc = analyse(text, language)
    assert all(doc.text[t.start : t.end] == t.text for t in doc.tokens)
    assert [t.i for t in doc.tokens] == list(range(len(doc.tokens)))
    assert sum(s.last - s.first for s in doc.sentences) == len(doc.tokens)
    assert all(a.end <= b.start for a, b in zip(doc.tokens, doc.tokens[1:], strict=False))


@given(st.text())
def test_folding_keeps_offsets(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
