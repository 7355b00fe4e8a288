"""People and organisations where one sentence of the press holds several."""

from __future__ import annotations

import pytest

from pipelines.extract.actors import find_actors
from pipelines.extract.document import analyse
from pipelines.extract.places import find_places


def actors(text: str, language: str) -> dict[str, list[str]]:
    """Roles of every actor by name."""
    doc = analyse(text, language)
    return {a.name: [r.role for r in a.roles] for a in find_actors(doc, [], find_places(doc))}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le train roule grâce à Odile Kolda, secrétaire d'État chargée du Rail, et au maire.", {
            "Odile Kolda": ["secrétaire d'État chargée du Rail"]}),
        ("fr", "La directrice par intérim de la Ligue du rail, Odile Kolda, doute.", {
            "Odile Kolda": ["directrice par intérim de la Ligue du rail"], "Ligue du rail": []}),
        ("fr", "Le ministre d'État, ministre du Rail, Léo Vardan, doute.", {
            "Léo Vardan": ["ministre d'État, ministre du Rail"]}),
        ("fr", "Odile Kolda, coordinatrice du Programme de lutte contre la rage, doute.", {
            "Odile Kolda": ["coordinatrice du Programme de lutte contre la rage"]}),
        ("en", "The chair of parliament's transport committee, Rita Kolda, doubts it.", {
            "Rita Kolda": ["chair of parliament's transport committee"]}),
        ("en", "Rita Kolda, chief of staff to the Trade minister, doubts it.", {
            "Rita Kolda": ["chief of staff to the Trade minister"]}),
        ("en", "It was read by Rita Kolda, head of the Malian delegation.", {
            "Rita Kolda": ["head of the Malian delegation"]}),
        ("en", "Trams come first, said Rita Kolda, the president's adviser on transport.", {
            "Rita Kolda": ["president's adviser on transport"]}),
    ],
)  # fmt: skip
def test_where_roles_end(language: str, text: str, expected: dict[str, list[str]]) -> None:
    found = actors(text, language)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        # what a comma, a title or a company's noun parts from a body's name
        ("en", "The envoy, Sven Holm, and United Nations adviser Rita Kolda agreed.", [
            "Rita Kolda", "Sven Holm", "United Nations"]),
        ("en", "Dr Leo Vardan of the Ministry of Transport, and Ms Rita Kolda, agreed.", [
            "Leo Vardan", "Ministry of Transport", "Rita Kolda"]),
        ("en", "Union Transport Minister Rita Kolda agreed.", ["Rita Kolda"]),
        # bodies called forums and platforms
        ("fr", "Les membres du Forum des bateliers du Gard protestent.", ["Forum des bateliers du Gard"]),
        ("fr", "Le Forum national sur le rail s'est ouvert lundi.", []),
        ("en", "Rita Kolda, chief executive of the Forum of Hill Farmers, agreed.", [
            "Forum of Hill Farmers", "Rita Kolda"]),
        ("en", "Officials from the Coalition for Clean Trams and the Platform for Urban Rail agreed.", [
            "Coalition for Clean Trams", "Platform for Urban Rail"]),
        ("fr", "Le conseil départemental du Gard finance les travaux.", ["conseil départemental du Gard"]),
        # people by whose office it is, by the body in brackets, behind the town where they spoke
        ("fr", "Il renvoie vers le cabinet d'Odile Kolda.", ["Odile Kolda"]),
        ("en", "He referred questions to the office of Rita Kolda.", ["Rita Kolda"]),
        ("en", "Ana Roe (Directorate of Fisheries) and Sven Holm (Tram Drivers' Union) agreed.", [
            "Ana Roe", "Directorate of Fisheries", "Sven Holm", "Tram Drivers' Union"]),
        ("fr", "« Non », a averti à Dakar Fatoumata Kolda, qui préside la Ligue du rail.", [
            "Fatoumata Kolda", "Ligue du rail"]),
    ],
)  # fmt: skip
def test_several_actors_in_one_sentence(language: str, text: str, names: list[str]) -> None:
    assert sorted(actors(text, language)) == sorted(names)


def test_a_sentence_that_ends_on_a_role_signs_no_name_below() -> None:
    text = "Le texte est prêt. Chaque commune devra avoir désigné un correspondant.\n\nOdile Kolda"
    assert actors(text, "fr") == {}
