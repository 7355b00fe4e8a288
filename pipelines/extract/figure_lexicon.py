"""The words around figures, and what is found out about one before it becomes a record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.quantities import split_phrase

if TYPE_CHECKING:
    from pipelines.extract.quantities import Quantity


class FigureLexicon(LexiconModel):
    """Topic `figures`: words around quantities that say what is measured, when, and whether it is aimed at."""

    linkers: frozenset[str]
    content_links: frozenset[str]
    purpose: list[str]
    purpose_nouns: frozenset[str]
    amount_links: frozenset[str]
    rates: list[str]
    generic_heads: frozenset[str]
    empty_nouns: frozenset[str]
    times: frozenset[str]
    links_scales: bool
    head_is_last: bool
    comparison_heads: frozenset[str]
    number_of: frozenset[str]
    appositions: list[str]
    comparisons: list[str]
    others: frozenset[str]
    them: frozenset[str]
    possessives: frozenset[str]
    level_verbs: list[str]
    lone_adjectives: frozenset[str]
    pronouns: frozenset[str]
    partitives: frozenset[str]
    particles: frozenset[str]
    recipient_links: frozenset[str]
    change_nouns: frozenset[str]
    by_links: frozenset[str]
    base_links: list[str]
    relatives: frozenset[str]
    out_of: frozenset[str]
    parts_of: list[str]
    structure: frozenset[str]
    parts: frozenset[str]
    rank_lists: frozenset[str]
    fillers: frozenset[str]
    target_verbs: list[str]
    target_nouns: frozenset[str]
    not_targets: frozenset[str]
    past_verbs: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    future_endings: list[str]
    past_endings: list[str]
    past_conditionals: frozenset[str]
    target_verb_links: frozenset[str]
    cost_heads: frozenset[str]
    infinitive_marks: frozenset[str]
    reported_cues: list[str]
    open_heads: frozenset[str]
    share_verbs: list[str]
    have_verbs: frozenset[str]
    audience: frozenset[str]
    elsewhere: frozenset[str]
    frames: frozenset[str]
    containers: frozenset[str]
    level_forms: frozenset[str]
    level_participles: frozenset[str]
    participles_are_pasts: bool
    gerund_nouns: frozenset[str]
    clitics: frozenset[str]
    plural_verb_endings: list[str]
    destination_verbs: frozenset[str]
    motion_verbs: frozenset[str]
    result_links: list[str]
    comparatives: list[str]
    per: frozenset[str]
    not_rates: frozenset[str]
    amount_heads: frozenset[str]
    demonstratives: frozenset[str]
    possessed: frozenset[str]
    lacks: frozenset[str]
    wanting: list[str]
    totals: list[str]
    verb_clitics: frozenset[str]
    level_gerunds: frozenset[str]
    linked_levels: frozenset[str]
    needs_infinitive: frozenset[str]
    present_changes: frozenset[str]
    estimates: frozenset[str]
    announcing: list[str]
    contrasts: frozenset[str]
    plan_ends: list[str]
    price_links: frozenset[str]
    unit_nouns: frozenset[str]
    rank_words: frozenset[str]

    @cached_property
    def rate_phrases(self) -> frozenset[tuple[str, ...]]:
        """Rates as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.rates)

    @cached_property
    def apposition_phrases(self) -> frozenset[tuple[str, ...]]:
        """Appositions as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.appositions)

    @cached_property
    def comparison_phrases(self) -> frozenset[tuple[str, ...]]:
        """Comparisons as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.comparisons)

    @cached_property
    def base_phrases(self) -> frozenset[tuple[str, ...]]:
        """What stands before the year that a value is compared with, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.base_links)

    @cached_property
    def result_phrases(self) -> frozenset[tuple[str, ...]]:
        """What stands between a change and the value that it leads to, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.result_links)

    @cached_property
    def out_of_phrases(self) -> frozenset[tuple[str, ...]]:
        """What stands between a part and the whole that it is counted in, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.parts_of)

    @cached_property
    def comparative_phrases(self) -> frozenset[tuple[str, ...]]:
        """Words behind a share that compare it, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.comparatives)

    @cached_property
    def plan_end_phrases(self) -> frozenset[tuple[str, ...]]:
        """What says that a value is of the plan's last year, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.plan_ends)

    @cached_property
    def total_phrases(self) -> frozenset[tuple[str, ...]]:
        """What marks a number in passing as that of all, as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.totals)

    @cached_property
    def purpose_phrases(self) -> frozenset[tuple[str, ...]]:
        """Openings of a clause of purpose as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.purpose)

    @cached_property
    def reported_phrases(self) -> frozenset[tuple[str, ...]]:
        """Cues of a report as tuples of folded tokens."""
        return frozenset(split_phrase(p) for p in self.reported_cues)

    @cached_property
    def target_stems(self) -> tuple[str, ...]:
        """Stems of verbs of intention, long enough to be matched by their beginning."""
        return tuple(s for s in self.target_verbs if len(s) >= 4)

    @cached_property
    def target_words(self) -> frozenset[str]:
        """Short words of intention, matched whole."""
        return frozenset(self.target_verbs)


@cache
def figure_lexicon(language: str) -> FigureLexicon:
    """The words around figures of a language."""
    lexicon: FigureLexicon = load_topic(language, "figures", FigureLexicon)
    return lexicon


@dataclass(slots=True)
class Measure:
    """A phrase that says what is measured.

    Attributes:
        trust: how directly it says so: 3 counted or linked, 2 subject or verb, 1 borrowed from another figure.
        head: its head noun, folded.
        end: token behind the phrase, 0 where it doesn't follow the number.
        base: the phrase without what those counted do, where that was added.
    """

    text: str
    trust: int
    head: str = ""
    end: int = 0
    base: str = ""


@dataclass(slots=True, eq=False)
class Found:
    """A quantity with all that the text around it says."""

    quantity: Quantity
    measure: Measure | None
    rate: str
    start: dt.date | None = None
    stop: dt.date | None = None
    is_target: bool | None = None
    plan: int | None = None
    position: int = 0  # among the figures found
