"""What counts as found, and which details count as right."""

from __future__ import annotations

import pytest

from pipelines.evaluation.gold import GoldActor, GoldEvent, GoldFigure, GoldPillar, GoldPlan
from pipelines.evaluation.similarity import THRESHOLDS, attributes, similarity

PLAN = {"name": "Rives Propres 2030", "aliases": [], "quotes": []}
ACTOR = {"name": "Office des rivières", "acronym": "ODR", "aliases": []}
FIGURE = {"value": 5e6, "value_high": None, "unit": "GHS", "measure": "budget de la stratégie"}
EVENT = {"kind": "launch", "name": "lancement du plan", "date": "2031-05-04", "place": "Tema", "quotes": []}


@pytest.mark.parametrize(
    ("table", "gold", "row", "is_match"),
    [
        ("plans", GoldPlan(name="stratégie Rives propres 2030"), PLAN, True),
        ("plans", GoldPlan(name="Rives Propres 2040"), PLAN, False),
        ("plans", GoldPlan(name="Rives Propres"), PLAN, False),
        ("plans", GoldPlan(name="Rives Propres", aliases=["rives propres 2030"]), PLAN, True),
        ("actors", GoldActor(name="O.", kind="organisation", acronym="ODR"), ACTOR, True),
        ("actors", GoldActor(name="Office des routes", kind="organisation"), ACTOR, False),
        ("figures", GoldFigure(value=5e6, unit="GHS", measure="budget", text=""), FIGURE, True),
        ("figures", GoldFigure(value=5e6, unit="USD", measure="budget", text=""), FIGURE, False),
        ("figures", GoldFigure(value=5e6, high=6e6, unit="GHS", text=""), FIGURE, False),
        ("events", GoldEvent(kind="launch", name="plan lancé", date="2031-05"), EVENT, True),
        ("events", GoldEvent(kind="launch", name="plan lancé", date="2031-06"), EVENT, False),
        ("events", GoldEvent(kind="visit", name="visite du port", date="2031-05-04"), EVENT, False),
        ("pillars", GoldPillar(plan="p", label="eau des villages"), {"label": "l'eau potable", "quotes": []}, True),
        ("pillars", GoldPillar(plan="p", label="eau des villages"), {"label": "routes rurales", "quotes": []}, False),
    ],
)
def test_an_answer_matches_a_row_that_says_the_same(table, gold, row, is_match):
    assert (similarity(gold, row) >= THRESHOLDS[table]) == is_match


def test_attributes_are_judged_one_by_one_and_nulls_are_not():
    gold = GoldFigure(value=1, unit="count", qualifier="exact", measure="puits", period="2030-2032", plan="p1", text="")
    row = {
        "qualifier": "exact",
        "measure": "routes",
        "is_target": True,
        "period_start": "2030-01-01",
        "period_end": "2032-12-31",
        "plan_id": "other",
    }
    right = attributes(gold, row, lambda table, local: "plan-of-" + local)
    assert right == {"qualifier": True, "measure": False, "period": True, "plan": False}
