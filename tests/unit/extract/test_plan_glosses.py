"""Coined names are known for plans' by the noun beside them, and other names beside a plan's noun are not taken."""

from __future__ import annotations

import datetime as dt

import pytest

from pipelines.extract.dates import find_dates
from pipelines.extract.document import analyse
from pipelines.extract.plans import find_plans
from pipelines.extract.records import Plan


def plans_of(language: str, text: str) -> list[Plan]:
    """The plans of a text published on 1 May 2024, in the order of their places."""
    doc = analyse(text, language, title=None, published_on=dt.date(2024, 5, 1), published_precision="day")
    return sorted(find_plans(doc, find_dates(doc)), key=lambda p: p.spans[0])


GLOSSED = [
    # a noun in apposition behind the name, between commas, dashes or brackets
    ("en", "The report draws on Umoja Farms, a pilot scheme for irrigation in the north.", "Umoja Farms"),
    ("en", "Auditors were scathing about Umoja Farms, the irrigation programme that closed in March.", "Umoja Farms"),
    ("en", "He praised Umoja Farms — the irrigation programme begun in 2017 — but paid nothing.", "Umoja Farms"),
    ("en", "Tujenge, the cash programme already reaching 61,000 households, will be folded into it.", "Tujenge"),
    ("en", "Few spoke of One Village, One Pump, the water programme which failed.", "One Village, One Pump"),
    ("en", "The minister keeps Clean Rivers Now alive, a programme of volunteer wardens.", "Clean Rivers Now"),
    ("en", "With Bright Shores, its coastal programme, the state moved 40 villages.", "Bright Shores"),
    ("en", "He came to promote Kijani Kwanza, another presidential initiative.", "Kijani Kwanza"),
    ("fr", "Le rapport s'inspire de Terre fertile, un programme pilote d'irrigation qui a servi.", "Terre fertile"),
    ("fr", "Tekki Nio, programme public de logements sociaux, a livré 3 000 maisons.", "Tekki Nio"),
    ("fr", "La visite a permis de promouvoir Rivages Clairs, une autre initiative présidentielle.", "Rivages Clairs"),
    # the name behind the noun
    ("en", "The previous fisheries programme, Nova Pesca, is remembered for its cost.", "Nova Pesca"),
    ("en", "Two years ago the government started a coastal programme: Bright Shores.", "Bright Shores"),
    ("fr", "Le précédent programme de pêche, Nova Pesca, a laissé un mauvais souvenir.", "Nova Pesca"),
    ("fr", "L'État a lancé il y a deux ans un programme côtier : Rivages Clairs.", "Rivages Clairs"),
    # a sentence that says what it is, a clause that gives the name
    ("en", "Bright Shores is the government's new coastal strategy, and it will cost $3m.", "Bright Shores"),
    ("en", "The state moved 40 villages with Bright Shores, which is a coastal programme.", "Bright Shores"),
    ("en", "Under a programme it calls Bright Shores, the state will move 40 villages.", "Bright Shores"),
    ("en", "The coastal strategy, to which the minister gave the name Bright Shores, will cost $3m.", "Bright Shores"),
    ("fr", "Rivages Clairs est la nouvelle stratégie côtière du gouvernement.", "Rivages Clairs"),
    ("fr", "L'État a déplacé 40 villages au titre d'un programme qu'il appelle Rivages Clairs.", "Rivages Clairs"),
    ("fr", "Le programme côtier porte le nom de Rivages Clairs.", "Rivages Clairs"),
    # one coined word before the noun; titles of small words; names that end in a sign; other languages
    ("en", "Under the Mivaro strategy, the number of nurses is to climb to 350 this year.", "Mivaro"),
    ("en", "Quito's Plan de Vivienda Social is drawing to a close, the auditor said.", "Plan de Vivienda Social"),
    ("en", "The Plano Nacional de Energia is out, the minister said.", "Plano Nacional de Energia"),
    ("en", 'The programme "Doctor, come home!", in place since 2021, will be extended.', "Doctor, come home!"),
    ("fr", "Le programme pilote « Médecin, où es-tu ? », en place depuis 2021, sera étendu.", "Médecin, où es-tu ?"),
    ("fr", "Le plan Cap sur la mer, arrivé à échéance au printemps, n'a rien changé.", "Cap sur la mer"),
    ("fr", "La stratégie Vers un toit, qui vise les sans-abri, recevra 30 millions.", "Vers un toit"),
    # a name with a year that the next sentence calls the vision
    ("fr", "Le pays accouche de Zambeze 2041. La vision, adossée au gaz, a été présentée jeudi.", "Zambeze 2041"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), GLOSSED)
def test_the_noun_beside_a_coined_name_shows_it_to_be_a_plan_s(language: str, text: str, name: str) -> None:
    assert [p.name for p in plans_of(language, text)] == [name]


OTHERS = [
    ("en", "Ann Roe, the programme's director, said that work had begun."),
    ("en", "The architect of the housing plan, Ann Roe, said nothing."),
    ("en", "In Lagos, the programme for farmers is late."),
    ("en", "Meanwhile, the programme for schools has been delayed by a year."),
    ("en", "Lake Tana, a plan for which was drawn up in May, is drying out."),
    ("en", "The World Food Programme is a programme of the United Nations."),
    ("en", "Ann Roe is the government's new strategy chief."),
    ("en", "In his plan, Kettle calls Moscow a threat."),
    ("en", "The programme, Monday Night Live, drew 3 million viewers."),
    ("en", "The company's loyalty programme, Sky Miles, has 3 million members."),
    ("en", 'Norfell Salmon\'s "Blue Pact", a set of promises the company made to shareholders, is not policy.'),
    ("fr", "Un responsable du programme, Jean Petit, a démissionné."),
    ("fr", "En partenariat avec Orange Mali, le programme de formation, lancé en 2020, a formé 300 jeunes."),
    ("fr", "Présenté à l'Assemblée nationale, le programme de relance, qui prévoit 3 milliards, a été voté."),
    ("fr", "Après Bouaké Nord, le programme qui vise les écoles ira à Man."),
    ("fr", "Il y a deux plans : Paris et Lyon en ont chacun un."),
    ("fr", "« Nous serons les premiers d'Afrique en 2035 », a lancé la ministre Aïcha Dia."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_a_person_a_place_or_a_firm_beside_a_plan_s_noun_is_no_plan(language: str, text: str) -> None:
    assert [p.name for p in plans_of(language, text) if p.is_named] == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Two programmes, Bright Shores and Green Hills, moved 40 villages.", ["Bright Shores", "Green Hills"]),
        ("fr", "Deux programmes, Rivages Clairs et Monts Verts, ont aidé.", ["Rivages Clairs", "Monts Verts"]),
        # the earlier plan of a series of which only the later one's name is spelled out
        (
            "en",
            "The talk is of NPF2. The second National Plan for Fisheries is ready. NPF1 brought boats.",
            ["National Plan for Fisheries", "NPF1"],
        ),
        (
            "fr",
            "Le sixième plan de développement de la pêche, le PDP6, sera amendé. Il avait remplacé le PDP5.",
            ["plan de développement de la pêche", "PDP5"],
        ),
        # a nickname and the full name are one plan
        (
            "fr",
            "On l'appelle « le plan des mille ports ». De son vrai nom Plan d'urgence pour la mer, il a été adopté.",
            ["Plan d'urgence pour la mer"],
        ),
    ],
)
def test_names_told_together_are_as_many_plans_as_there_are(language: str, text: str, names: list[str]) -> None:
    assert sorted(p.name for p in plans_of(language, text)) == sorted(names)


@pytest.mark.parametrize(
    ("language", "text", "name", "aliases"),
    [
        ("en", "Ministers unfurled Nova Costa (NVC), a programme to revive the ports.", "Nova Costa", ["NVC"]),
        ("fr", "Le cabinet a signé Nova Costa (NVC), un programme pour les ports.", "Nova Costa", ["NVC"]),
        ("en", "Dubbed Nova Costa (NVC), the ambitious plan will cost $3m.", "Nova Costa", ["NVC"]),
        ("fr", "Baptisé Nova Costa (NVC), ce vaste plan coûtera 3 millions d'euros.", "Nova Costa", ["NVC"]),
    ],
)
def test_an_acronym_may_stand_between_a_coined_name_and_its_noun(
    language: str, text: str, name: str, aliases: list[str]
) -> None:
    plan = plans_of(language, text)[0]
    assert (plan.name, [a for a in plan.aliases if a.isupper()]) == (name, aliases)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The Ports Policy of Kenya until 2040 makes room for both.", "Ports Policy of Kenya until 2040"),
        ("fr", "Il cite la Stratégie des ports pour 2021-2030.", "Stratégie des ports pour 2021-2030"),
    ],
)  # fmt: skip
def test_a_name_ends_with_its_period(language: str, text: str, name: str) -> None:
    assert [p.name for p in plans_of(language, text)] == [name]
