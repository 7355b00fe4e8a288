"""People and organisations in ordinary sentences of the press."""

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
        ("fr", "Le conseil a nommé Odile Kolda au poste de préfète du Littoral.", {
            "Odile Kolda": ["préfète du Littoral"]}),
        ("fr", "Odile Kolda exerce les fonctions de directrice de la Banque du rail.", {
            "Odile Kolda": ["directrice de la Banque du rail"], "Banque du rail": []}),
        ("en", "Rita Kolda took up the post of chief executive of the Tram Board.", {
            "Rita Kolda": ["chief executive of the Tram Board"], "Tram Board": []}),
        ("en", "Rita Kolda, who took office as governor in May, signed it.", {"Rita Kolda": ["governor"]}),
    ],
)  # fmt: skip
def test_posts_that_are_taken_up_or_left(language: str, text: str, expected: dict[str, list[str]]) -> None:
    assert actors(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the party's acronym belongs to the role, not to the name
        ("fr", "Le député PLV du Gard Paul Kolda s'oppose.", {"Paul Kolda": ["député PLV du Gard"], "PLV": []}),
        ("fr", "Odile Kolda, sénatrice PLV de la Drôme, a dit non.", {
            "Odile Kolda": ["sénatrice PLV de la Drôme"], "PLV": []}),
        # ordinary words are names beside a role or title
        ("en", "Grant Wood, head of planning at Severn Trams, agreed.", {
            "Grant Wood": ["head of planning at Severn Trams"], "Severn Trams": []}),
        ("fr", "Marine Petit, directrice du port, s'y oppose.", {"Marine Petit": ["directrice du port"]}),
        ("en", "Prof. Anna Bishop, of Tramexo, doubts it.", {"Anna Bishop": [], "Tramexo": []}),
        ("en", "Rita King, a former governor, doubts it.", {"Rita King": ["former governor"]}),
        ("fr", "M. Pierre Petit s'y oppose.", {"Pierre Petit": []}),
        ("fr", "Le texte, porté par Léa Kolda et Paul Brun, est voté.", {"Léa Kolda": [], "Paul Brun": []}),
        ("en", "The Greens' Rita Kolda voted against.", {"Greens": [], "Rita Kolda": []}),
        # for which part of the world somebody holds a role
        ("fr", "La directrice de Tramexo pour l'Afrique de l'Ouest, Odile Kolda, a signé.", {
            "Odile Kolda": ["directrice de Tramexo pour l'Afrique de l'Ouest"], "Tramexo": []}),
    ],
)  # fmt: skip
def test_people_of_parties_and_of_ordinary_words(language: str, text: str, expected: dict[str, list[str]]) -> None:
    assert actors(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The opposition CFR has no seats.", ["CFR"]),
        ("en", "The new LED lamps came and the old SUV was sold.", []),
        ("fr", "Il compte sur Tramexo et sur Norvika.", ["Norvika", "Tramexo"]),
        ("fr", "Malgré l'opposition de Tramexo, c'est fait.", ["Tramexo"]),
        ("en", "At the request of Tramexo, the law was changed.", ["Tramexo"]),
        ("fr", "La représentante de Tramexo au Niger a signé.", ["Tramexo"]),
        ("fr", "Le président avait confié à Tramexo la gestion du port.", ["Tramexo"]),
        ("fr", "Aux côtés de Tramexo et du Fonds du rail, la Ligue du tram paiera.", [
            "Fonds du rail", "Ligue du tram", "Tramexo"]),
        ("fr", "Le président du Conseil économique et social a signé.", ["Conseil économique et social"]),
        ("fr", "Le directeur de la Banque mondiale pour Haïti a signé.", ["Banque mondiale"]),
        ("fr", "Odile Kolda, professeure à l'université de Lagos, doute.", ["Odile Kolda", "université de Lagos"]),
    ],
)  # fmt: skip
def test_bodies_behind_what_is_said_of_them(language: str, text: str, expected: list[str]) -> None:
    assert sorted(actors(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Deputy Director (Tram Safety) Rita Kolda agreed.", {"Rita Kolda": ["Deputy Director"]}),
        ("en", "Rita Kolda (Tram Party), who heads the council, agreed.", {"Rita Kolda": [], "Tram Party": []}),
        ("en", "Sultan Kolda University researcher Rita Varu agreed.", {
            "Sultan Kolda University": [], "Rita Varu": ["Sultan Kolda University researcher"]}),
        ("en", "Engineers from Tramexo+ arrived; its partner, Kerlexo, did not.", {"Tramexo+": [], "Kerlexo": []}),
        ("fr", "Sous l'autorité du Premier ministre Paul Kolda, elle travaille.", {
            "Paul Kolda": ["Premier ministre"]}),
        ("fr", "L'association Terre d'Asile Tunisie a signé.", {"Terre d'Asile Tunisie": []}),
    ],
)  # fmt: skip
def test_brackets_houses_and_partners(language: str, text: str, expected: dict[str, list[str]]) -> None:
    assert actors(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Odile Kolda, nommée l'an dernier à la présidence du Fonds du rail, est partie.", {
            "Odile Kolda": [], "Fonds du rail": []}),
        ("en", "Rita Kolda, appointed last year as chair of the Tram Board, resigned.", {
            "Rita Kolda": ["chair of the Tram Board"], "Tram Board": []}),
        ("en", "The speaker, Moses Kolda'ula-Varu, agreed.", {"Moses Kolda'ula-Varu": ["speaker"]}),
        ("en", "She ran the Ghana Highways Administration.", {"Ghana Highways Administration": []}),
    ],
)  # fmt: skip
def test_people_by_how_they_took_office(language: str, text: str, expected: dict[str, list[str]]) -> None:
    assert actors(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Odile Kolda a pris la tête de la Ligue du rail.", ["Ligue du rail", "Odile Kolda"]),
        ("en", "Rita Kolda took over at the Ministry of Rail.", ["Ministry of Rail", "Rita Kolda"]),
        ("fr", "La Ligue du rail a signé en présence d'Odile Kolda.", ["Ligue du rail", "Odile Kolda"]),
        ("en", "In a letter to Rita Kolda, the Dockers' Union asks for help.", ["Dockers' Union", "Rita Kolda"]),
        ("fr", "L'Office national du rail demande de l'aide.", ["Office national du rail"]),
        ("fr", "Les fonds viendront du ministère du Rail.", ["ministère du Rail"]),
        ("fr", "Ni l'université de Gand ni Odile Kolda n'ont répondu.", ["Odile Kolda", "université de Gand"]),
        ("en", "It was drafted by Rita van der Kolda.", ["Rita van der Kolda"]),
    ],
)
def test_people_beside_bodies_in_plain_sentences(language: str, text: str, names: list[str]) -> None:
    doc = analyse(text, language)
    assert sorted(a.name for a in find_actors(doc, [], find_places(doc))) == sorted(names)
