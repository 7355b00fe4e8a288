"""Places are told from the words, people and acronyms that share their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.document import analyse
from pipelines.extract.lexicon import languages
from pipelines.extract.places import article_country, find_places


def places(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(p.name, p.country) for p in find_places(analyse(text, language)) if not p.is_part]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le Bénin et la Côte d’Ivoire signent.", [("Bénin", "BJ"), ("Côte d’Ivoire", "CI")]),
        ("fr", "Réunis à Parakou, les maires béninois votent.", [("Parakou", "BJ"), ("béninois", "BJ")]),
        ("fr", "Il visite la province de Haut Ogooué.", [("Haut Ogooué", None)]),
        ("en", "Officials met in Kumasi and Accra.", [("Kumasi", "GH"), ("Accra", "GH")]),
        ("en", "GABORONE – Botswana opened a mine.", [("GABORONE", "BW"), ("Botswana", "BW")]),
        ("en", "A Zambian farmer from Turkana County", [("Zambian", "ZM"), ("Turkana County", None)]),
        ("en", "The UAE and the DRC agreed.", [("UAE", "AE"), ("DRC", "CD")]),
    ],
)
def test_places_are_found_with_their_country(language, text, expected):
    assert places(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Nice surprise : Vera Deal parle avec Sol Tours."),
        ("fr", "Le plan BAD et la loi ART avancent."),
        ("en", "In March the CEO met Mr Reading."),
        ("en", "Prospects for Africa are good."),
    ],
)
def test_namesakes_of_towns_are_no_places(language, text):
    assert places(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "title", "country"),
    [
        ("fr", "Antsirabe – Avec l'appui du Japon, la coopération japonaise finance la route.", None, "MG"),
        ("fr", "Le ministre a présenté le plan.", "Le Togo mise sur le rail", "TG"),
        ("en", "Kenya leads. Kenyan farmers, unlike those in France, gain.", None, "KE"),
        ("en", "Nothing here.", None, None),
    ],
)
def test_an_article_is_about_the_country_that_most_places_point_to(language, text, title, country):
    doc = analyse(text, language, title=title)
    assert article_country(doc, find_places(doc)) == country


def test_a_city_s_main_name_comes_before_others_former_names():
    assert places("The board met in Islamabad.", "en") == [("Islamabad", "PK")]


def test_a_homonymous_city_lies_in_the_country_of_the_article():
    assert ("Tripoli", "LB") in places("Au Liban, le port de Tripoli rouvre, dit un ministre libanais.", "fr")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("À Brazzaville, le ministre congolais des Ports a signé.", "CG"),
        ("À Kinshasa, le ministre congolais des Ports a signé.", "CD"),
        ("Le ministre congolais des Ports a signé.", "CD"),
    ],
)
def test_an_adjective_of_two_countries_is_told_by_the_other_places(text, country):
    assert ("congolais", country) in places(text, "fr")


@given(st.text(max_size=200), st.sampled_from(languages()))
def test_spans_of_places_are_their_names(text, language):
    doc = analyse(text, language)
    assert all(p.span.of(doc.text) == p.name for p in find_places(doc))


@pytest.mark.parametrize(
    ("text", "language", "publisher", "code"),
    [
        ("Les irrigants paieront 1 500 gourdes par saison, promet le ministre.", "fr", None, "HT"),
        ("Farmers in Borno State will get 12 billion naira, officials said.", "en", None, "NG"),
        ("Dans le canton de Genève, le Conseil d'Etat a revu son plan.", "fr", None, "CH"),
        ("The province of Nova Scotia has a housing plan.", "en", None, "CA"),
        ("The council approved its stream plan.", "en", "Radio New Zealand", "NZ"),
        # What a dictionary has, and what is part of a longer name, names no province.
        ("The Rivers of the plateau have two real problems.", "en", None, None),
        ("Le texte de Cesar Ghanem a été adopté.", "fr", None, None),
    ],
)
def test_provinces_money_and_the_outlet_tell_where_home_is(text, language, publisher, code):
    doc = analyse(text, language, publisher=publisher)
    assert article_country(doc, find_places(doc)) == code


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("en", "The South African Wool Association met.", ["ZA"]),
        ("fr", "Les écoles apprennent le portugais à tous.", []),
        ("fr", "Le gouvernement portugais paie.", ["PT"]),
        ("fr", "Le plan directeur cantonal est vaudois.", ["CH", "CH"]),
        ("fr", "La relance wallonne attend.", ["BE"]),
    ],
)
def test_demonyms_of_two_words_and_of_parts_tell_the_state(language: str, text: str, countries: list[str]) -> None:
    doc = analyse(text, language)
    assert [p.country for p in find_places(doc)] == countries


@pytest.mark.parametrize(
    ("language", "title", "text", "country"),
    [
        ("en", None, "Nairobi will host the fair in May, and pay a firm from Lausanne.", "KE"),
        ("en", "Kampala courts growers", "The Italian embassy paid for the seed.", "UG"),
        ("fr", None, "Ouagadougou a choisi ses semences, venues de Gand.", "BF"),
        ("fr", "Beyrouth : le rail revient", "Le bureau français a rendu son étude.", "LB"),
        ("fr", "Les suites de la réunion de Bruxelles", "Les planteurs ivoiriens attendent.", "CI"),
    ],
)
def test_a_capital_without_a_preposition_tells_the_country(
    language: str, title: str | None, text: str, country: str
) -> None:
    doc = analyse(text, language, title=title)
    assert article_country(doc, find_places(doc)) == country


def test_a_country_of_which_the_last_word_is_small_is_found_whole() -> None:
    doc = analyse("L'Arabie saoudite et la Guinée équatoriale votent.", "fr")
    assert [place.country for place in find_places(doc)] == ["SA", "GQ"]
