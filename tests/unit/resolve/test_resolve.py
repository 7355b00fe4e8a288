"""One entity, one id: spellings, languages and shorter forms are joined, look-alikes stay apart."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.resolve.actors import ActorRecord, resolve_actors
from pipelines.resolve.events import EventRecord, resolve_events
from pipelines.resolve.names import concepts_of
from pipelines.resolve.pillars import PillarRecord, resolve_pillars
from pipelines.resolve.plans import PlanRecord, resolve_plans


def plan(
    article: str, name: str, *aliases: str, country: str | None = "GH", language: str = "fr", **rest
) -> PlanRecord:
    values = {"horizon_year": None, "is_named": True, "published_on": None} | rest
    return PlanRecord(article, f"{article}:{name}", name, aliases, country, language=language, **values)


def actor(
    article: str, name: str, kind: str = "person", acronym: str | None = None, country: str = "GH", language="fr"
):
    return ActorRecord(article, f"{article}:{name}", name, kind, acronym, country, language)


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
    (
        plan("a", "stratégie des ports", is_named=False, published_on=dt.date(2031, 3, 1)),
        plan("b", "stratégie des ports", is_named=False, published_on=dt.date(2031, 5, 1)),
    ),
]
OTHER_PLANS = [
    (plan("a", "Ghana Bleu 2030"), plan("b", "Ghana Bleu 2040")),
    (plan("a", "Vision 2050"), plan("b", "Vision 2050", country="TG")),
    (plan("a", "Ghana Bleu"), plan("b", "Pacte Ghana Bleu")),
    (plan("a", "Ghana Numérique"), plan("b", "Ghana Numérique 2030")),
    (plan("a", "Rives Propres"), plan("a", "Rives propres")),
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


SAME_ACTORS = [
    (actor("a", "Abena Dede Quaye"), actor("b", "Dede Quaye")),
    (actor("a", "Abena Quaye"), actor("b", "Quaye")),
    (actor("a", "Mohamed Tanko"), actor("b", "Mohammed Tanko")),
    (actor("a", "Office des rivières", "organisation", "ODR"), actor("b", "ODR", "organisation", "ODR")),
    (
        actor("a", "Commission nationale de l'énergie", "organisation"),
        actor("b", "National Energy Commission", "organisation", language="en"),
    ),
    (actor("a", "Voltanova", "organisation"), actor("b", "Voltanova", "organisation", country="TG")),
    (
        actor("a", "Union mondiale des ports", "organisation", country="TG"),
        actor("b", "World Union of Ports", "organisation", language="en"),
    ),
]
OTHER_ACTORS = [
    (actor("a", "Abena Quaye"), actor("b", "Kofi Quaye")),
    (actor("a", "Louis IV"), actor("b", "Louis V")),
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
        (event("a", "launch", plan="p", place="Tema"), event("b", "launch", plan="p", place="Accra"), 2),
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


@given(st.permutations([*[r for pair in SAME_PLANS + OTHER_PLANS for r in pair]]))
def test_the_order_of_articles_changes_nothing(records):
    unique = {(r.article_id, r.local_id): r for r in records}
    expected = {(key, frozenset(m.local_id for m in g)) for key, g in resolve_plans(sorted(unique.values(), key=repr))}
    assert {(key, frozenset(m.local_id for m in g)) for key, g in resolve_plans(list(unique.values()))} == expected


@given(st.text(max_size=200), st.sampled_from(["fr", "en", "xx"]))
def test_any_name_has_concepts(name, language):
    assert all(concepts_of(name, language))
