"""The words around numbers of a language: qualifiers, links, labels and nouns."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.records import Qualifier

if TYPE_CHECKING:
    from collections.abc import Mapping

_PHRASE_WORD = re.compile(r"[^\s'’]+['’]?")


class QuantityLexicon(LexiconModel):
    """Topic `quantities`: the words around numbers."""

    qualifiers: dict[Qualifier, list[str]]
    qualifiers_after: dict[Qualifier, list[str]]
    between: frozenset[str]
    and_: frozenset[str] = Field(alias="and")
    from_: frozenset[str] = Field(alias="from")
    to: frozenset[str]
    articles: frozenset[str]
    level_changes: list[str]
    growth_changes: list[str]
    range_cues: list[str]
    range_verbs: frozenset[str]
    labels: frozenset[str]
    number_signs: tuple[str, ...]
    rank_nouns: frozenset[str]
    rank_cues: frozenset[str]
    rank_numbers: frozenset[str]
    top: frozenset[str]
    then: frozenset[str]
    top_after: frozenset[str]
    share_points: frozenset[str]
    streets: frozenset[str]
    groups: frozenset[str]
    out_of: frozenset[str]
    money_nouns: frozenset[str]
    money_doings: frozenset[str]
    links_scales: bool
    age_before: frozenset[str]
    age_after: frozenset[str]
    people: frozenset[str]
    time_before: list[str]
    time_after: list[str]
    not_counted: frozenset[str]
    compound_names: frozenset[str]
    rate_bases: frozenset[str]
    elliptic_pronouns: frozenset[str]
    elliptic_doings: frozenset[str]
    distance_before: frozenset[str]
    page_nouns: frozenset[str]
    continuations: list[str]
    duration_links: frozenset[str]
    year_links: frozenset[str]
    points: frozenset[str]
    bearings: frozenset[str]
    radii: frozenset[str]
    particles: frozenset[str]
    negations: frozenset[str]
    accented: frozenset[str]
    part_links: frozenset[str]
    spreading: tuple[str, ...]
    only: frozenset[str]
    only_marks: frozenset[str]
    than: frozenset[str]
    passed_over: frozenset[str]

    @cached_property
    def before(self) -> Mapping[tuple[str, ...], Qualifier]:
        """Qualifier phrases as tuples of folded tokens."""
        return {split_phrase(p): q for q, phrases in self.qualifiers.items() for p in phrases}

    @cached_property
    def before_ends(self) -> frozenset[str]:
        """Last words of qualifier phrases."""
        return frozenset(phrase[-1] for phrase in self.before)

    @cached_property
    def after_starts(self) -> frozenset[str]:
        """First words of the phrases that follow."""
        return frozenset(phrase[0] for phrase in self.after)

    @cached_property
    def after(self) -> Mapping[tuple[str, ...], Qualifier]:
        """The same for phrases that follow."""
        return {split_phrase(p): q for q, phrases in self.qualifiers_after.items() for p in phrases}


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase of a language file as folded tokens, elided words apart: "d'environ" is ("d'", "environ")."""
    return tuple(_PHRASE_WORD.findall(phrase))


@cache
def quantity_lexicon(language: str) -> QuantityLexicon:
    """The words around numbers of a language."""
    lexicon: QuantityLexicon = load_topic(language, "quantities", QuantityLexicon)
    return lexicon
