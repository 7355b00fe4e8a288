"""A model's findings are kept where the article proves them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.extractors.quoted import extraction_of

BODY = (
    "La ministre Abla Tetteh a lancé le plan Rives Propres 2031 à Kpalimé.\nIl a deux axes : les berges et les ponts."
)
PLAN = {"quote": "plan Rives Propres 2031", "name": "Rives Propres 2031", "kind": "plan"}


def pillar(**values):
    return {"quote": "les berges", "plan": PLAN["name"], "label": "berges", "kind": "axis", "position": 1} | values


def test_rows_with_their_quote_are_kept_and_linked():
    answer = {
        "plans": [PLAN],
        "pillars": [pillar(), pillar(quote="les ponts", label="ponts", parent="berges")],
        "actors": [{"quote": "Abla Tetteh", "name": "Abla Tetteh", "kind": "person", "role": "ministre"}],
        "events": [
            {
                "quote": "a lancé",
                "kind": "launch",
                "name": "lancement",
                "plan": PLAN["name"],
                "participants": ["Abla Tetteh"],
            }
        ],
    }
    found = extraction_of(answer, BODY)
    assert [s.of(BODY) for s in found.plans[0].spans] == ["plan Rives Propres 2031"]
    assert [(p.label, p.parent) for p in found.pillars] == [("berges", None), ("ponts", 0)]
    assert found.actors[0].roles[0].role == "ministre"
    assert (found.events[0].plan, found.events[0].participants) == (0, [(0, "participant")])


@pytest.mark.parametrize(
    "answer",
    [
        {"plans": [PLAN | {"quote": "plan Rives Claires"}]},
        {"plans": [PLAN | {"kind": "law"}]},
        {"pillars": [pillar()]},
        {"plans": "none"},
        ["plans"],
        None,
    ],
)
def test_what_the_article_does_not_prove_is_dropped(answer):
    found = extraction_of(answer, BODY)
    assert not found.plans
    assert not found.pillars


def test_a_part_cannot_be_its_own_parent():
    found = extraction_of({"plans": [PLAN], "pillars": [pillar(parent="berges")]}, BODY)
    assert found.pillars[0].parent is None


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.sampled_from(["les berges", "person", "axis"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["plans", "pillars", "actors", "quote", "name", "kind", "label"]), inner, max_size=5
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_any_answer_gives_spans_inside_the_body(answer):
    found = extraction_of(answer, BODY)
    rows = [*found.plans, *found.pillars, *found.actors, *found.figures, *found.events]
    assert all(span.end <= len(BODY) for row in rows for span in row.spans)
