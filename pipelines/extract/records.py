"""What an extractor finds in one article: plain records whose spans point into the article's body.

References between records (a pillar's plan, an event's participants) are positions in the lists of the
`Extraction` that holds them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

PlanKind = Literal["strategy", "plan", "programme", "roadmap", "pact", "vision", "agenda"]
PlanStatus = Literal["in_preparation", "presented", "launched", "in_progress", "completed"]
PillarKind = Literal["pillar", "axis", "foundation", "objective", "programme", "measure"]
ActorKind = Literal["person", "organisation"]
Qualifier = Literal["exact", "approximately", "more_than", "at_least", "less_than", "at_most"]
EventKind = Literal[
    "meeting", "conference", "assembly", "launch", "presentation",
    "announcement", "signature", "election", "visit", "other",
]  # fmt: skip
ParticipantRole = Literal["chair", "host", "speaker", "participant"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters of the body."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"impossible span {self.start}:{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


@dataclass(slots=True)
class Plan:
    """A public plan.

    `spans` are the places that name it, best one first, `references` those of nouns that stand for it ("the plan").
    """

    name: str
    spans: list[Span]
    kind: PlanKind | None = None
    aliases: list[str] = field(default_factory=list)
    country: str | None = None
    start_year: int | None = None
    horizon_year: int | None = None
    status: PlanStatus | None = None
    is_named: bool = True  # False: "une stratégie nationale digitale", known only by what it is
    confidence: float = 0.9
    references: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Pillar:
    """A component of a plan; `plan` and `parent` are positions in the extraction's lists."""

    plan: int
    label: str
    spans: list[Span]
    kind: PillarKind
    position: int
    parent: int | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the text's words and, where stated, the organisation that it is held in."""

    role: str
    organisation: str | None = None


@dataclass(slots=True)
class Actor:
    """A person or an organisation, with every place that names it and every role it is seen in."""

    name: str
    kind: ActorKind
    spans: list[Span]
    acronym: str | None = None
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    country: str | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class Figure:
    """A quantity in full units; `plan` is a position in the extraction's plans."""

    value: float
    unit: str
    text: str
    spans: list[Span]
    value_high: float | None = None
    qualifier: Qualifier = "exact"
    measure: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    is_target: bool | None = None
    plan: int | None = None
    confidence: float = 0.9


@dataclass(slots=True)
class Event:
    """Something that happens at a time or place; participants are positions in the extraction's actors."""

    kind: EventKind
    name: str
    spans: list[Span]
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_precision: Precision | None = None
    place: str | None = None
    country: str | None = None
    plan: int | None = None
    participants: list[tuple[int, ParticipantRole]] = field(default_factory=list)
    confidence: float = 0.9


@dataclass(slots=True)
class Extraction:
    """All that was found in one article."""

    plans: list[Plan] = field(default_factory=list)
    pillars: list[Pillar] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
