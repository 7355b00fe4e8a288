"""One entity, one id: spellings, languages and shorter forms are joined, look-alikes stay apart."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolve.actors import ActorRecord, resolve_actors
from pipelines.resolve.events import EventRecord, resolve_events
from pipelines.resolve.evidence import Telling, weight
from pipelines.resolve.names import concepts_of
from pipelines.resolve.pillars import PillarRecord, resolve_pillars
from pipelines.resolve.plans import PlanRecord, resolve_plans


def plan(
    article: str, name: str, *aliases: str, country: str | None = "GH", language: str = "fr", **rest
) -> PlanRecord:
    values = {"horizon_year": None, "is_named": True, "published_on": None} | rest
    return PlanRecord(article, f"{article}:{name}", name, aliases, country, language=language, **values)


def actor(
    article: str,
    name: str,
    kind: str = "person",
    acronym: str | None = None,
    country: str | None = "GH",
    language="fr",
    roles: tuple[str, ...] = (),
):
    return ActorRecord(article, f"{article}:{name}", name, kind, acronym, country, language, roles)


def event(article: str, name: str, kind: str = "launch", date: str | None = "2031-05-04", **rest) -> EventRecord:
    values = {
        "place": None,
        "country": "GH",
        "plan": None,
        "actors": frozenset(),
        "language": "en",
        "published_on": None,
    }
    values |= {"date_start": dt.date.fromisoformat(date) if date else None, "date_precision": "day" if date else None}
    return EventRecord(article, f"{article}:{name}", kind, name, **(values | rest))


def groups(resolved) -> set[frozenset[str]]:
    return {frozenset(m.local_id for m in members) for _, members in resolved}


SAME_PLANS = [
    (plan("a", "Ghana Bleu 2040"), plan("b", "2040 Blue Ghana", language="en")),
    (
        plan("a", "Stratégie nationale de l'eau 2031-2035"),
        plan("b", "National Water Strategy 2031-2035", language="en"),
    ),
    (plan("a", "Élan Forestier 2031-2040"), plan("b", "Elan forestier")),
    (plan("a", "Rives Propres", horizon_year=2036), plan("b", "Rives propres 2036")),
    (plan("a", "Cap Solaire", "CAPSO"), plan("b", "CAPSO")),
    (plan("a", "stratégie de l'eau", "Une source à soi", is_named=False), plan("b", "Une source à soi")),
    (
        plan("a", "Stratégie nationale de l'eau", published_on=dt.date(2031, 3, 1)),
        plan("b", "National Water Strategy", language="en", published_on=dt.date(2031, 3, 2)),
    ),
    (
        plan("a", "stratégie des ports", is_named=False, published_on=dt.date(2031, 3, 1)),
        plan("b", "stratégie des ports", is_named=False, published_on=dt.date(2031, 5, 1)),
    ),
    (
        plan("a", "Stratégie nationale des ports 2038", published_on=dt.date(2031, 3, 1)),
        plan("b", "stratégie nationale des ports", is_named=False, published_on=dt.date(2031, 6, 1)),
    ),
]
OTHER_PLANS = [
    (plan("a", "Ghana Bleu 2030"), plan("b", "Ghana Bleu 2040")),
    (plan("a", "Vision 2050"), plan("b", "Vision 2050", country="TG")),
    (plan("a", "Ghana Bleu"), plan("b", "Pacte Ghana Bleu")),
    (plan("a", "Ghana Numérique"), plan("b", "Ghana Numérique 2030")),
    (plan("a", "10 Tamale Action Agenda"), plan("b", "11 Tamale Action Agenda")),
    (plan("a", "Rives Propres"), plan("a", "Rives propres")),
    # The one that is over isn't what is being written.
    (
        plan("a", "Stratégie nationale des ports 2030", published_on=dt.date(2031, 3, 1)),
        plan("b", "stratégie nationale des ports", is_named=False, published_on=dt.date(2031, 6, 1)),
    ),
    (
        plan("a", "stratégie des ports", is_named=False, published_on=dt.date(2031, 3, 1)),
        plan("b", "stratégie des ports", is_named=False, published_on=dt.date(2034, 3, 1)),
    ),
]


@pytest.mark.parametrize(("left", "right"), SAME_PLANS)
def test_a_plan_told_in_other_words_is_one_plan(left, right):
    assert len(resolve_plans([left, right])) == 1


@pytest.mark.parametrize(("left", "right"), OTHER_PLANS)
def test_plans_that_look_alike_stay_apart(left, right):
    assert len(resolve_plans([left, right])) == 2


def test_a_name_without_year_joins_none_of_two_dated_plans():
    records = [plan("a", "Rives Propres 2030"), plan("b", "Rives Propres 2040"), plan("c", "Rives Propres")]
    assert len(resolve_plans(records)) == 3


# What two articles tell of one plan, and of another.
TOLD = Telling(
    figures=frozenset({(5300.0, None, "count"), (72e6, None, "GHS"), (1.7, None, "percent")}),
    labels=(frozenset({"road", "rural"}), frozenset({"bridge"})),
    people=frozenset({"x", "y"}),
)
ROUND = Telling(figures=frozenset({(30.0, None, "percent"), (5.0, None, "count"), (50.0, None, "percent")}))
LABELS_ALONE = Telling(
    labels=tuple(frozenset({word, "rural"}) for word in ("road", "water", "school", "market", "power"))
)


@pytest.mark.parametrize(
    ("left", "right", "told", "count"),
    [
        (plan("a", "Un pont pour tous"), plan("b", "Crossing Over", language="en"), TOLD, 1),
        (plan("a", "plan routier", is_named=False), plan("b", "Roads and Bridges 2035", language="en"), TOLD, 1),
        (plan("a", "stratégie des ponts", is_named=False), plan("b", "Cap Volta"), TOLD, 1),
        # Two names in one language are of two plans, as are two horizons, two countries and reports of other years.
        (plan("a", "Un pont pour tous"), plan("b", "Cap Volta"), TOLD, 2),
        (plan("a", "Un pont pour tous 2032"), plan("b", "Crossing Over 2040", language="en"), TOLD, 2),
        (plan("a", "Un pont pour tous"), plan("b", "Crossing Over", language="en", country="TG"), TOLD, 2),
        (
            plan("a", "Un pont pour tous", published_on=dt.date(2031, 3, 1)),
            plan("b", "Crossing Over", language="en", published_on=dt.date(2033, 3, 1)),
            TOLD,
            2,
        ),
        # Figures that any article may state prove nothing, nor do components without anything else in common.
        (plan("a", "Un pont pour tous"), plan("b", "Crossing Over", language="en"), ROUND, 2),
        (plan("a", "Un pont pour tous"), plan("b", "Crossing Over", language="en"), LABELS_ALONE, 2),
    ],
)
def test_plans_under_other_names_are_one_where_articles_tell_the_same_of_them(left, right, told, count):
    tellings = {(r.article_id, r.local_id): told for r in (left, right)}
    assert len(resolve_plans([left, right], tellings)) == count
    assert len(resolve_plans([right, left], tellings)) == count


def test_names_of_different_sectors_need_more_evidence():
    left, right = plan("a", "Plan santé"), plan("b", "Energy Plan", language="en")
    figures = frozenset({(5300.0, None, "count"), (72e6, None, "GHS"), (41e6, None, "GHS"), (8650.0, None, "count")})
    tellings = {(r.article_id, r.local_id): Telling(figures=figures) for r in (left, right)}
    assert len(resolve_plans([left, right], tellings)) == 2


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ((5300.0, None, "count"), 1.0),
        ((30.0, None, "percent"), 0.5),
        ((5.0, None, "count"), 0.0),
        ((2.0, 3.0, "km"), 1),
    ],
)
def test_a_figure_says_more_the_fewer_articles_may_state_it(figure, expected):
    assert weight(figure) == expected


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Société des chemins de fer", "Railway Corporation"),
        ("Conseil de la microélectronique", "Microelectronics Council"),
        ("Institut de gérontologie", "Institute of Gerontology"),
        ("Régie de l'énergie", "Energy Board"),
        ("Ministère de la Fonction publique", "Ministry of Public Service"),
        ("Office du logement de la Nouvelle-Écosse", "Nova Scotia Housing Office"),
        ("protéger les zones humides", "protecting wetlands"),
        ("réduire les pertes d'eau", "cutting water losses"),
        ("construire plus vite", "building faster"),
        ("Forêts pour demain", "Forests for Tomorrow"),
        ("Syndicat des enseignants", "Teachers' Union"),
        ("pêche côtière", "coastal fishing"),
        ("filières laitières", "dairy chains"),
        ("démarches en ligne", "online procedures"),
    ],
)
def test_a_name_says_the_same_in_both_languages(french, english):
    assert set(concepts_of(french, "fr")) == set(concepts_of(english, "en"))


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("fr", "Trois-Rivières", "Trois États"),
        ("fr", "les ports", "les portes"),
        ("fr", "la mer", "les mères"),
        ("en", "Government Office", "Governance Office"),
        ("en", "train network", "training network"),
        ("en", "A Home for Everyone", "Housing for All"),
    ],
)
def test_words_that_look_alike_are_other_concepts(language, left, right):
    assert set(concepts_of(left, language)) != set(concepts_of(right, language))


SAME_ACTORS = [
    (actor("a", "Abena Dede Quaye"), actor("b", "Dede Quaye")),
    (actor("a", "Abena Quaye"), actor("b", "Quaye")),
    (actor("a", "Mohamed Tanko"), actor("b", "Mohammed Tanko")),
    (actor("a", "Cheikh Lemine Ould Djiddou"), actor("b", "Sheikh Lemin Ould Jiddoo")),
    (actor("a", "Nagib Ben Youcef"), actor("b", "Najib Benyoussef")),
    (
        actor("a", "Kofi Tanko", roles=("ministre ghanéen des Ports",), country="TG"),
        actor("b", "Kofi Tanko", roles=("ministre des Ports",)),
    ),
    (
        actor("a", "Kofi Tanko", roles=("directeur de l'Union mondiale des ports",), country="TG"),
        actor("b", "Kofi Tanko", roles=("directeur de l'Union mondiale des ports",)),
    ),
    (actor("a", "Office des rivières", "organisation", "ODR"), actor("b", "ODR", "organisation", "ODR")),
    (
        actor("a", "Commission nationale de l'énergie", "organisation"),
        actor("b", "National Energy Commission", "organisation", language="en"),
    ),
    (actor("a", "Voltanova", "organisation"), actor("b", "Voltanova", "organisation", country="TG")),
    (
        actor("a", "Société ghanéenne d'hypothèques", "organisation"),
        actor("b", "Ghana Mortgage Corporation", "organisation", language="en"),
    ),
    (
        actor("a", "Union mondiale des ports", "organisation", country="TG"),
        actor("b", "World Union of Ports", "organisation", language="en"),
    ),
]
OTHER_ACTORS = [
    (actor("a", "Abena Quaye"), actor("b", "Kofi Quaye")),
    (actor("a", "Louis IV"), actor("b", "Louis V")),
    (actor("a", "Karim Ouedranou"), actor("b", "Karima Ouedranou")),
    (actor("a", "Amadou Sène"), actor("b", "Amadou Sané")),
    (
        actor("a", "Kofi Tanko", roles=("ministre de la Santé",), country="TG"),
        actor("b", "Kofi Tanko", roles=("ministre ghanéen des Ports",)),
    ),
    (
        actor("a", "Kofi Tanko", roles=("ministre de la Santé",)),
        actor("b", "Tanko", roles=("ministre des Ports",)),
    ),
    (
        actor("a", "ministère de la Santé", "organisation"),
        actor("b", "ministère de la Santé", "organisation", country="TG"),
    ),
    (actor("a", "Abena Quaye"), actor("b", "Abena Quaye", "organisation")),
]


@pytest.mark.parametrize(("left", "right"), SAME_ACTORS)
def test_an_actor_named_otherwise_is_one_actor(left, right):
    assert len(resolve_actors([left, right])) == 1


@pytest.mark.parametrize(("left", "right"), OTHER_ACTORS)
def test_actors_that_look_alike_stay_apart(left, right):
    assert len(resolve_actors([left, right])) == 2


def test_a_surname_of_two_people_joins_neither():
    assert len(resolve_actors([actor("a", "Abena Quaye"), actor("b", "Kofi Quaye"), actor("c", "Quaye")])) == 3


def test_a_role_tells_whose_surname_it_is():
    health = actor("a", "Abena Quaye", roles=("ministre de la Santé",))
    ports = actor("b", "Kofi Quaye", roles=("ministre des Ports",))
    bare = actor("c", "Quaye", language="en", roles=("Minister of Ports",))
    assert groups(resolve_actors([health, ports, bare])) == {
        frozenset({health.local_id}),
        frozenset({ports.local_id, bare.local_id}),
    }


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        (event("a", "launch of the plan", plan="p"), event("b", "plan presented", "presentation", plan="p"), 1),
        (
            event("a", "Ports Forum", "conference", place="Tema"),
            event("b", "forum of ports", "conference", place="Tema"),
            1,
        ),
        (event("a", "3rd Ports Forum", "conference"), event("b", "4th Ports Forum", "conference"), 2),
        (event("a", "launch", plan="p"), event("b", "launch", plan="p", date="2031-05-05"), 2),
        (event("a", "launch", plan="p", place="Port-Tema"), event("b", "launch", plan="p", place="Port Tema Hall"), 1),
        (event("a", "launch", plan="p", place="Tema"), event("b", "launch", plan="p", place="Ghana"), 1),
        # One day, one place and one person, of names that are a little alike or not at all.
        (
            event("a", "deal on ports and ferries", "signature", place="Tema", actors=frozenset("x")),
            event("b", "ports memorandum with Togo signed", "signature", place="Tema", actors=frozenset("x")),
            1,
        ),
        (
            event("a", "deal on ports and ferries", "signature", place="Tema", actors=frozenset("x")),
            event("b", "welders' training agreement", "signature", place="Tema", actors=frozenset("x")),
            2,
        ),
        (
            event("a", "plan launched", plan="p", place="Tema"),
            event("b", "plan launched", plan="p", place="Tema", date=None, published_on=dt.date(2031, 7, 1)),
            1,
        ),
        (event("a", "launch", plan="p", place="Tema"), event("b", "launch", plan="p", place="Accra"), 2),
        (
            event("a", "lancement", plan="p", country="EG", place="Le Caire", language="fr"),
            event("b", "launch", plan="p", country="EG", place="Cairo"),
            1,
        ),
        (
            event("a", "lancement", plan="p", country="EG", place="port d'Alexandrie", language="fr"),
            event("b", "launch", plan="p", country="EG", place="Cairo"),
            2,
        ),
        (
            event("a", "meeting", "meeting", None, plan="p", actors=frozenset("xy")),
            event("b", "first meeting", "meeting", plan="p", actors=frozenset("xyz")),
            1,
        ),
        (
            event("a", "meeting", "meeting", None, plan="p"),
            event("b", "first meeting of mayors", "meeting", plan="p"),
            1,
        ),
        (
            event("a", "hearing of mayors", "meeting", "2031-05-01", plan="p", date_precision="month"),
            event("b", "table ronde des bailleurs", "meeting", plan="p", language="fr", place="Tema"),
            2,
        ),
        (
            event("a", "donors' round table", "meeting", "2031-05-01", plan="p", date_precision="month", place="Tema"),
            event("b", "table ronde des bailleurs", "meeting", plan="p", language="fr", place="Tema"),
            1,
        ),
        (event("a", "meeting", "meeting", None), event("b", "first meeting of mayors", "meeting", plan="p"), 2),
    ],
)
def test_events_are_one_where_date_place_and_matter_agree(left, right, count):
    assert len(resolve_events([left, right])) == count


def test_a_nameless_meeting_joins_none_of_two():
    records = [
        event("a", "meeting", "meeting", None, plan="p"),
        event("b", "first meeting of mayors", "meeting", plan="p"),
        event("c", "second meeting of ministers", "meeting", "2031-05-20", plan="p"),
    ]
    assert len(resolve_events(records)) == 3


def test_components_are_linked_across_languages_under_linked_parents():
    def pillar(article, name, label, parent=None, position=1, language="fr"):
        return PillarRecord(article, name, "p", parent, "axis", position, label, language)

    records = [
        pillar("a", "a1", "gestion de l'eau"),
        pillar("a", "a2", "formation des jeunes", "a1"),
        pillar("b", "b1", "water management", language="en"),
        pillar("b", "b2", "training of young people", "b1", language="en"),
        pillar("b", "b3", "training of young people", position=2, language="en"),
    ]
    assert groups(resolve_pillars(records)) == {frozenset({"a1", "b1"}), frozenset({"a2", "b2"}), frozenset({"b3"})}


LISTS = [
    # One is left over on each side; two are, in one order; two are, in another order; too little is known.
    (("ports", "routes", "énergie houlomotrice"), ("wave power", "ports", "roads"), 3),
    (("ports", "routes", "vannerie", "dentelle"), ("ports", "roads", "basketry", "lacemaking"), 4),
    (("ports", "routes", "vannerie", "dentelle"), ("roads", "ports", "basketry", "lacemaking"), 2),
    (("ports", "vannerie", "dentelle"), ("ports", "basketry", "lacemaking"), 1),
    # In any order, what is like one component of the other list and like no other.
    (("ports", "tressage du raphia", "soufflage du verre"), ("glass basketry", "raffia lacemaking", "ports"), 1),
    (("ports", "ferronnerie d'art", "poterie"), ("ferronery arts", "basketry", "ports"), 3),
    # Words that are known to say something else, and lists of two lengths.
    (("ports", "routes", "santé"), ("ports", "roads", "housing"), 2),
    (("ports", "routes", "vannerie"), ("ports", "roads", "basketry", "lacemaking"), 2),
]


@pytest.mark.parametrize(("french", "english", "shared"), LISTS)
def test_what_two_lists_leave_over_is_one_component(french, english, shared):
    records = [
        PillarRecord(article, f"{article}{n}", "p", None, "axis", n, label, language)
        for article, language, labels in (("a", "fr", french), ("b", "en", english))
        for n, label in enumerate(labels, 1)
    ]
    assert sum(len(members) == 2 for _, members in resolve_pillars(records)) == shared
    assert groups(resolve_pillars(records[::-1])) == groups(resolve_pillars(records))


@given(st.permutations([*[r for pair in SAME_PLANS + OTHER_PLANS for r in pair]]))
def test_the_order_of_articles_changes_nothing(records):
    unique = {(r.article_id, r.local_id): r for r in records}
    expected = {(key, frozenset(m.local_id for m in g)) for key, g in resolve_plans(sorted(unique.values(), key=repr))}
    assert {(key, frozenset(m.local_id for m in g)) for key, g in resolve_plans(list(unique.values()))} == expected


@given(st.text(max_size=200), st.sampled_from(["fr", "en", "xx"]))
def test_any_name_has_concepts(name, language):
    assert all(concepts_of(name, language))


def test_one_acronym_of_two_bodies_stays_two_actors() -> None:
    islamic = actor("a", "Banque islamique des ports", "organisation", "BIP", country=None)
    american = actor("b", "Banque américaine des ports", "organisation", "BIP", country=None)
    here = actor("c", "Agence nationale des ports", "organisation", "ANP", country="GH")
    there = actor("d", "Agence nationale des ports et du cabotage", "organisation", "ANP", country="TG")
    longer = actor("e", "Agence nationale des ports et du cabotage", "organisation", "ANP", country="GH")
    found = groups(resolve_actors([islamic, american, here, there, longer]))
    assert found == {
        frozenset({islamic.local_id}),
        frozenset({american.local_id}),
        frozenset({here.local_id, longer.local_id}),
        frozenset({there.local_id}),
    }
