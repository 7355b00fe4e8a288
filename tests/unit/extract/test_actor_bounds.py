"""Where names of people and bodies end beside portfolios, amounts, ranks and words of other languages."""

from __future__ import annotations

import pytest

from pipelines.extract.actors import find_actors
from pipelines.extract.document import analyse
from pipelines.extract.places import find_places
from pipelines.extract.records import Actor


def actors(text: str, language: str) -> list[Actor]:
    doc = analyse(text, language)
    return find_actors(doc, [], find_places(doc))


@pytest.mark.parametrize(
    ("language", "text", "roles"),
    [
        ("en", "Minister of International Cooperation Nuru Okafar spoke.", {
            "Nuru Okafar": "Minister of International Cooperation"}),
        ("en", "Minister of Public Service Nuru Okafar spoke.", {"Nuru Okafar": "Minister of Public Service"}),
        ("en", "He came with Water Minister Nuru Okafar Stone and Health Minister Rita Kolda.", {
            "Nuru Okafar Stone": "Water Minister", "Rita Kolda": "Health Minister"}),
        ("fr", "Le président de la République, le maréchal Abou Kolda, a signé.", {"Abou Kolda": "maréchal"}),
        ("fr", "Le ministre du Rail, le général d'armée Abou Kolda, a signé.", {"Abou Kolda": "général d'armée"}),
        ("fr", "Le président de la Haute Autorité de lutte contre la fraude, Léo Vardan, doute.", {
            "Léo Vardan": "président de la Haute Autorité de lutte contre la fraude"}),
    ],
)  # fmt: skip
def test_roles_beside_names(language: str, text: str, roles: dict[str, str]) -> None:
    found = {a.name: [r.role for r in a.roles] for a in actors(text, language) if a.kind == "person"}
    assert found.keys() == roles.keys()
    assert all(role in found[name] for name, role in roles.items())


def test_a_verb_with_an_object_is_no_role() -> None:
    [actor] = actors("Odile Kolda, juge le plan utile.", "fr")
    assert actor.roles == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It lifts outlays by NOK 611 billion, to NOK 700 billion.", []),
        ("en", "Households obtain up to BDS$25,000 each.", []),
        ("fr", "La Commission nationale de lutte contre la fraude a publié un rapport.", [
            ("Commission nationale de lutte contre la fraude", None)]),
        ("en", "The National Committee for the Fight against Floods met.", [
            ("National Committee for the Fight against Floods", None)]),
        ("fr", "Le plan a été confié à la Jiro sy Tany Malama (JITAMA).", [("Jiro sy Tany Malama", "JITAMA")]),
        ("en", "The Confederation of Growers (SP ZR) regretted it.", [("Confederation of Growers", "SP ZR")]),
        ("en", "The Riksdag on Tuesday adopted the plan.", [("Riksdag", None)]),
        ("fr", "Mardi, un consortium conduit par Al Sahda a paraphé un accord.", [("Al Sahda", None)]),
        ("fr", "Quant à l'Onudi, sa directrice régionale doute.", [("Onudi", None)]),
    ],
)  # fmt: skip
def test_bodies_beside_other_words(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(a.name, a.acronym) for a in actors(text, language) if a.kind == "organisation"] == expected
