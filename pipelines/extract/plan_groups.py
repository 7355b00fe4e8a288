"""Plans put together from their mentions, and the places that refer to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from pipelines.extract.plan_reading import Mention, Range
from pipelines.extract.records import PlanKind

BEFORE = 11  # tokens before a mention in which a verb may report on it
ANY_PLAN = frozenset(("plan", "strategy", "programme"))  # what the press calls a plan of any sort
NEUTRAL_WITHIN = 2  # sentences to which a word that tells no kind of plan may reach back or ahead


@dataclass(slots=True, eq=False)
class PlanGroup:
    """Mentions of one plan: those that name it and those that describe it."""

    mentions: list[Mention] = field(default_factory=list)
    aliases: list[Mention] = field(default_factory=list)
    is_named: bool = True
    salience: float = 0.0

    def kinds(self) -> set[PlanKind]:
        """Kinds that the article gives it."""
        return {k for m in (*self.mentions, *self.aliases) for k in (m.governing, m.inner) if k and not m.is_project}

    def horizon(self) -> int | None:
        """Year in which it ends, by its name."""
        return next((m.years[1] for m in self.mentions if m.years[1]), None)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that refers to a plan; a pronoun does so more loosely than a noun.

    What is implied stands for the plan ("implementation"); an occasion tells its stage by itself ("at the launch").
    """

    first: int
    last: int
    sentence: int
    group: PlanGroup
    kind: PlanKind | None
    is_pronoun: bool = False
    anchor: Range | None = None
    is_implied: bool = False
    is_occasion: bool = False
    is_noun: bool = False


def in_sentence(references: list[Reference], sentence: int) -> list[Reference]:
    """Those of the sorted references that stand in a sentence."""
    first = bisect_left(references, sentence, key=lambda r: r.sentence)
    return references[first : bisect_right(references, sentence, lo=first, key=lambda r: r.sentence)]
