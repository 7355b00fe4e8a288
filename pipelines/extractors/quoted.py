"""Findings of a model that answers with quotes, kept only where the quote stands in the body.

A model invents at times; what it can't quote is dropped, and what hangs on it loses that link.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from pipelines.extract.records import (
    Actor,
    ActorKind,
    Event,
    EventKind,
    Extraction,
    Figure,
    Pillar,
    PillarKind,
    Plan,
    PlanKind,
    PlanStatus,
    Precision,
    Qualifier,
    Role,
    Span,
)

# Nothing is known of how often such a model is right: below what the grammar calls certain.
CONFIDENCE = 0.8
_MOST_SPANS = 50  # places of one quote
_MOST_ROWS = 500  # findings of one kind

Row = TypeVar("Row", bound="_Found")
_Text = Annotated[str, Field(min_length=1, max_length=500)]
_Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
_Year = Annotated[int, Field(ge=1900, le=2200)]


class _Found(BaseModel):
    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    quote: Annotated[str, Field(min_length=1, max_length=1000, description="exact words of the article")]


class FoundPlan(_Found):
    """A public plan."""

    name: _Text
    aliases: list[_Text] = Field(default_factory=list)
    kind: PlanKind | None = None
    country: _Country | None = None
    start_year: _Year | None = None
    horizon_year: _Year | None = None
    status: PlanStatus | None = None


class FoundPillar(_Found):
    """A component; `plan` is a plan's name, `parent` another component's label."""

    plan: _Text
    label: _Text
    kind: PillarKind
    position: Annotated[int, Field(ge=1, le=100)]
    parent: _Text | None = None


class FoundActor(_Found):
    """A person or organisation."""

    name: _Text
    kind: ActorKind
    acronym: _Text | None = None
    role: _Text | None = None
    organisation: _Text | None = None


class FoundFigure(_Found):
    """A quantity in full units; `plan` is a plan's name."""

    value: Annotated[float, Field(allow_inf_nan=False)]
    value_high: Annotated[float, Field(allow_inf_nan=False)] | None = None
    unit: _Text
    qualifier: Qualifier = "exact"
    measure: _Text | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    is_target: bool | None = None
    plan: _Text | None = None


class FoundEvent(_Found):
    """An event; `participants` are actors' names, `plan` is a plan's name."""

    kind: EventKind
    name: _Text
    date_start: dt.date | None = None
    date_precision: Precision | None = None
    place: _Text | None = None
    country: _Country | None = None
    plan: _Text | None = None
    participants: list[_Text] = Field(default_factory=list)


class Findings(BaseModel):
    """Everything that a model says of one article; `Findings.model_json_schema()` tells it the shape."""

    plans: list[FoundPlan] = Field(default_factory=list)
    pillars: list[FoundPillar] = Field(default_factory=list)
    actors: list[FoundActor] = Field(default_factory=list)
    figures: list[FoundFigure] = Field(default_factory=list)
    events: list[FoundEvent] = Field(default_factory=list)


def extraction_of(answer: Any, body: str) -> Extraction:
    """The findings of a model's answer that the body proves.

    Args:
        answer: decoded JSON of the shape of `Findings`; rows of another shape are dropped one by one.
        body: the article's body.
    """
    found = Extraction()
    plans = _rows(answer, "plans", FoundPlan)
    found.plans = [
        Plan(**p.model_dump(exclude={"quote"}), spans=spans, confidence=CONFIDENCE) for p, spans in _proved(plans, body)
    ]
    plan_at = {p.name: i for i, p in reversed(list(enumerate(found.plans)))}
    found.pillars = _pillars(_proved(_rows(answer, "pillars", FoundPillar), body), plan_at)
    actors = _proved(_rows(answer, "actors", FoundActor), body)
    found.actors = [_actor(a, spans) for a, spans in actors]
    actor_at = {a.name: i for i, a in reversed(list(enumerate(found.actors)))}
    for figure, spans in _proved(_rows(answer, "figures", FoundFigure), body):
        values = figure.model_dump(exclude={"quote", "plan"})
        plan = plan_at.get(figure.plan or "")
        if figure.value_high is None or figure.value_high >= figure.value:
            found.figures.append(Figure(**values, text=figure.quote, spans=spans, plan=plan, confidence=CONFIDENCE))
    for event, spans in _proved(_rows(answer, "events", FoundEvent), body):
        values = event.model_dump(exclude={"quote", "plan", "participants"})
        if event.date_start is None or event.date_precision is None:
            values |= {"date_start": None, "date_precision": None}
        named = dict.fromkeys(actor_at[name] for name in event.participants if name in actor_at)
        found.events.append(
            Event(
                **values,
                spans=spans,
                plan=plan_at.get(event.plan or ""),
                participants=[(i, "participant") for i in named],
                confidence=CONFIDENCE,
            )
        )
    return found


def _rows(answer: Any, key: str, shape: type[Row]) -> list[Row]:
    rows = answer.get(key) if isinstance(answer, dict) else None
    adapter = TypeAdapter(shape)
    out = []
    for row in rows[:_MOST_ROWS] if isinstance(rows, list) else []:
        try:
            out.append(adapter.validate_python(row))
        except ValidationError:
            continue  # one malformed row says nothing of the others
    return out


def _proved(rows: list[Row], body: str) -> list[tuple[Row, list[Span]]]:
    found = []
    for row in rows:
        places = [Span(m.start(), m.end()) for m in re.finditer(re.escape(row.quote), body)][:_MOST_SPANS]
        if places:
            found.append((row, places))
    return found


def _pillars(found: list[tuple[FoundPillar, list[Span]]], plan_at: dict[str, int]) -> list[Pillar]:
    kept = [(p, spans) for p, spans in found if p.plan in plan_at]
    at = {p.label: i for i, (p, _) in reversed(list(enumerate(kept)))}
    out = []
    for i, (p, spans) in enumerate(kept):
        parent = at.get(p.parent or "")
        # A parent stands before its parts, which also keeps the tree free of circles.
        parent = parent if parent is not None and parent < i else None
        out.append(
            Pillar(
                plan=plan_at[p.plan],
                label=p.label,
                spans=spans[:1],
                kind=p.kind,
                position=p.position,
                parent=parent,
                confidence=CONFIDENCE,
            )
        )
    return out


def _actor(actor: FoundActor, spans: list[Span]) -> Actor:
    roles = [Role(actor.role, actor.organisation)] if actor.role else []
    return Actor(actor.name, actor.kind, spans, acronym=actor.acronym, roles=roles, confidence=CONFIDENCE)
