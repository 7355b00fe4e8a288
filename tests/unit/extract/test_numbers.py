"""Numbers: the value of digits and number words, and the digits and words that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.document import analyse
from pipelines.extract.numbers import find_numbers

PIECES = [
    *"0123456789/.,½¼- ",
    "vingt",
    "et un",
    "cinquième",
    "quarter",
    "and a",
    "point",
    "one hundred",
    "cent",
    "www.",
]


def values(text: str, language: str) -> list[float]:
    return [round(n.value, 4) for n in find_numbers(analyse(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le chantier prendra 2½ mois.", [2.5]),
        ("fr", "La piste mesure 3 1/4 kilomètres.", [3.25]),
        ("fr", "Les 3/4 des forages et les 2/3 du réseau sont anciens.", [0.75, 0.6667]),
        ("en", "The road is 3 1/4 miles long and took 1½ years.", [3.25, 1.5]),
        ("en", "Some 3/5 of the boreholes are dry.", [0.6]),
        ("en", "It costs 3/8 more.", [3, 8]),
        ("en", "Supplies grew by five and a quarter per cent.", [5.25]),
        ("en", "The levy is two and three quarters per cent.", [2.75]),
        ("fr", "La taxe est de trois et deux tiers.", [3.6667]),
        ("en", "The rate is four point twenty-five per cent.", [4.25]),
        ("fr", "Le taux est de quatre virgule soixante-deux.", [4.62]),
    ],
)
def test_parts_of_a_whole_belong_to_the_number(language: str, text: str, expected: list[float]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le trente-cinquième barrage du pays est plein."),
        ("fr", "Les défis du vingt et unième siècle sont connus."),
        ("fr", "La quatre-vingt-dixième école rouvre."),
        ("en", "The thirty-second dam of the country is full."),
        ("fr", "Voir www.exemple.org/dossier/3500?page=25%20 pour la carte."),
        ("en", "See https://example.org/files/2300?x=45% for the map."),
    ],
)
def test_ranks_in_words_and_addresses_count_nothing(language: str, text: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Vingt et un tiers-lieux ouvrent.", [21]),
        ("en", "Two-thirds of farms and three-quarters of mills reopened.", [0.6667, 0.75]),
        ("fr", "Trente-cinq communes sont reliées.", [35]),
    ],
)
def test_hyphens_do_not_make_a_rank(language: str, text: str, expected: list[float]) -> None:
    assert values(text, language) == expected


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(["fr", "en"]))
def test_numbers_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    doc = analyse(text, language)
    end = 0
    for number in find_numbers(doc):
        assert end <= number.start < number.end <= len(doc.text)
        end = number.end
