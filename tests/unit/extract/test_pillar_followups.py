"""Parts of a plan that the sentence behind their number tells, or that open or close the sentence that counts them."""

from __future__ import annotations

import pytest

from pipelines.extract.document import analyse
from pipelines.extract.pillars import find_pillars
from pipelines.extract.records import Plan, Span

TOLD = [
    # The number, a short sentence, then as many bullets.
    ("en", "Orchard Plan", "The Orchard Plan has three strands. They are:\n• grafts\n• canals\n• markets", 3),
    ("fr", "Plan Vergers", "Le Plan Vergers a trois volets. Les voici :\n- les greffes\n- les canaux\n- les halles", 3),
    ("fr", "Plan Vergers", "Le Plan Vergers a deux axes. Chacun aura son comité.\n✓ les greffes\n✓ les canaux", 2),
    # Someone cites all of them, or three at least.
    ("en", "Orchard Plan", "The Orchard Plan has six measures. The minister cited grafts, canals and markets.", 3),
    (
        "en",
        "Orchard Plan",
        "The Orchard Plan has six measures. Among them are grafts, a new canal and a market hall.",
        3,
    ),
    (
        "fr",
        "Plan Vergers",
        "Le Plan Vergers compte six mesures. Parmi elles, les greffes, les canaux et les halles.",
        3,
    ),
    ("en", "Orchard Plan", "The Orchard Plan has six measures. The minister noted delays and debts.", 0),
    # The plan is the subject of as many acts.
    ("en", "Orchard Plan", "The Orchard Plan has two aims. It seeks to graft pear trees and to dig canals.", 2),
    ("fr", "Plan Vergers", "Le Plan Vergers a deux buts. Il vise à greffer les poiriers et à creuser des canaux.", 2),
    # A noun behind the list sums it up, in the sentence or in the next.
    ("en", "Orchard Plan", "The Orchard Plan banks on grafts, canals and markets, three levers that growers back.", 3),
    ("fr", "Plan Vergers", "Le Plan Vergers porte sur les greffes, les canaux et les halles, soit trois axes.", 3),
    (
        "fr",
        "Plan Vergers",
        (
            "Le Plan Vergers prévoit de greffer les poiriers, de creuser des canaux et de bâtir des halles. Ces trois "
            "priorités seront chiffrées."
        ),
        3,
    ),
    # Marks of the text's own, without a noun.
    ("en", "Orchard Plan", "The Orchard Plan aims to (i) graft trees, (ii) dig canals and (iii) build markets.", 3),
    ("fr", "Plan Vergers", "Le Plan Vergers vise à : a) greffer les arbres ; b) creuser des canaux.", 2),
    # The ones before the last open the sentence.
    ("en", "Orchard Plan", "Besides grafts and canals, the Orchard Plan has a third strand: markets.", 3),
    (
        "fr",
        "Plan Vergers",
        "Outre les greffes et les canaux, le Plan Vergers fait des halles sa troisième priorité.",
        3,
    ),
    ("fr", "Plan Vergers", "Outre les retards, le Plan Vergers entre dans sa deuxième phase.", 0),
    # The noun repeated or left out.
    ("en", "Orchard Plan", "The Orchard Plan has one strand for growers, one for carters and one for shops.", 3),
    ("fr", "Plan Vergers", "Le Plan Vergers comprend un volet consacré aux greffes, un autre aux halles.", 2),
    ("fr", "Plan Vergers", "On trouve dans le Plan Vergers un axe pour les greffes et un axe pour les halles.", 2),
    ("en", "Orchard Plan", "The Orchard Plan has a first phase, devoted to grafts; and a last phase, the markets.", 2),
    # Told with words of order, a clause between, or fewer than were counted.
    ("fr", "Plan Vergers", "Le Plan Vergers a deux buts : en premier lieu, greffer ; enfin, vendre les fruits.", 2),
    ("en", "Orchard Plan", "Among the pillars of the Orchard Plan, which voters like, are grafts and canals.", 2),
    (
        "en",
        "Orchard Plan",
        "The Orchard Plan commits growers to three things: grafting trees, digging canals and rest.",
        3,
    ),
    # Goals of someone else, told before the plan is.
    ("en", "Orchard Plan", "A mission had two goals: to see dams and to meet mayors. The Orchard Plan was praised.", 0),
    ("en", "Orchard Plan", "A team came. It had two goals: to see dams and to meet mayors. The Orchard Plan waits.", 0),
]


def _labels(language: str, name: str, text: str) -> list[str]:
    doc = analyse(text, language)
    start = text.find(name)
    plan = Plan(name=name, spans=[Span(start, start + len(name))], kind="plan")
    return [p.label for p in find_pillars(doc, [plan])]


@pytest.mark.parametrize(("language", "name", "text", "count"), TOLD)
def test_parts_told_beside_their_number(language: str, name: str, text: str, count: int) -> None:
    labels = _labels(language, name, text)
    assert len(labels) == count
    assert all(len(label.split()) <= 3 for label in labels)


def test_what_stands_below_a_title_is_not_the_next_part() -> None:
    text = (
        "Le Plan Vergers a deux axes.\nAxe 1 : greffer les arbres\nLe fonds reçoit deux millions. S'y greffe une aide "
        "aux pépinières.\nAxe 2 : creuser des canaux\nLes digues suivront."
    )
    assert _labels("fr", "Plan Vergers", text) == ["greffer les arbres", "creuser des canaux"]


DIVIDED = [
    (
        "en",
        "Coral Bay Plan",
        "The Coral Bay Plan has two pillars: moorings and patrols. The former includes two measures: buoys and chains.",
        [("moorings", None), ("patrols", None), ("buoys", "moorings"), ("chains", "moorings")],
    ),
    (
        "en",
        "Coral Bay Plan",
        "The Coral Bay Plan has three components. The first, worth $12 million, is mooring. The second covers patrols.",
        [("mooring", None), ("patrols", None)],
    ),
    (
        "en",
        "Coral Bay Plan",
        (
            "The Coral Bay Plan speaks of two pillars. Pillar One covers moorings. Pillar Two is patrols. Pillar One "
            "itself falls into two components: buoys and chains. The other numbers look better."
        ),
        [("moorings", None), ("patrols", None), ("buoys", "moorings"), ("chains", "moorings")],
    ),
    (
        "en",
        "Coral Bay Plan",
        (
            "The Coral Bay Plan speaks of four pillars. Pillar One is moorings. Pillar Two covers patrols, while "
            "Pillars Three and Four are, respectively, clean harbours and the training of divers and pilots."
        ),
        [("moorings", None), ("patrols", None), ("clean harbours", None), ("training of divers and pilots", None)],
    ),
    (
        "en",
        "Coral Bay Plan",
        (
            "The Coral Bay Plan rests on moorings, patrols and schools, according to Ada Bello, who met divers, pilots "
            "and traders."
        ),
        [("moorings", None), ("patrols", None), ("schools", None)],
    ),
    (
        "fr",
        "Plan Lagune",
        (
            "Le Plan Lagune compte deux piliers : la pêche et le port. Ce dernier pilier se subdivise en deux volets, "
            "la criée d'un côté, le quai de l'autre."
        ),
        [("pêche", None), ("port", None), ("criée", "port"), ("quai", "port")],
    ),
    (
        "fr",
        "Plan Lagune",
        (
            "Le Plan Lagune compte trois volets. Le volet consacré à la pêche absorbera 12 millions d'euros, celui "
            "consacré au port 8 millions, et le dernier, la criée, 3 millions."
        ),
        [("pêche", None), ("port", None), ("criée", None)],
    ),
    (
        "fr",
        "Plan Lagune",
        "Le Plan Lagune s'articule autour de la pêche et du port. S'y ajoute un troisième axe, la criée.",
        [("pêche", None), ("port", None), ("criée", None)],
    ),
]


@pytest.mark.parametrize(("language", "name", "text", "parts"), DIVIDED)
def test_parts_know_what_they_are_parts_of(
    language: str, name: str, text: str, parts: list[tuple[str, str | None]]
) -> None:
    doc = analyse(text, language)
    at = text.index(name)
    pillars = find_pillars(doc, [Plan(name=name, spans=[Span(at, at + len(name))])])
    assert [(p.label, None if p.parent is None else pillars[p.parent].label) for p in pillars] == parts


@pytest.mark.parametrize(
    ("language", "one", "other", "text"),
    [
        ("en", "Coral Bay Plan", "Rice Plan", "The Coral Bay Plan rests on moorings and patrols, while the Rice Plan focuses on seed and storage."),  # noqa: E501
        ("fr", "Plan Lagune", "Plan Riz", "Le Plan Lagune repose sur la pêche et le port, tandis que le Plan Riz est axé sur la semence et le stockage."),  # noqa: E501
    ],
)  # fmt: skip
def test_the_clause_about_another_plan_has_its_own_parts(language: str, one: str, other: str, text: str) -> None:
    doc = analyse(text, language)
    plans = [Plan(name=n, spans=[Span(text.index(n), text.index(n) + len(n))]) for n in (one, other)]
    assert [p.plan for p in find_pillars(doc, plans)] == [0, 0, 1, 1]
