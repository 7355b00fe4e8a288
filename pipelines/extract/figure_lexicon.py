"""The words around figures, and what is found out about one before it becomes a record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.quantities import split_phrase
from pipelines.extract.tokenizer import Word

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence, Token
    from pipelines.extract.quantities import Quantity


# Words between a comparison and the number that it is of: "up from an average of".
_MAX_BETWEEN = 4


class Phrases:
    """Phrases of folded words, found by their first or their last word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = list(phrases)
        whole = {(p,) for p in listed if " " not in p}  # "aujourd'hui" is one token
        split = sorted(whole | {split_phrase(p) for p in listed}, key=lambda p: (-len(p), p))
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for phrase in split:
            self.by_first.setdefault(phrase[0], []).append(phrase)
            self._by_last.setdefault(phrase[-1], []).append(phrase)

    def length_at(self, tokens: Sequence[Token], i: int, limit: int) -> int:
        """Length of the longest phrase that starts at token `i` and ends before `limit`, 0 for none."""
        if i >= limit:
            return 0
        for phrase in self.by_first.get(tokens[i].folded, ()):
            n = len(phrase)
            if n == 1:
                return 1
            if i + n <= limit and tokens[i + 1].folded == phrase[1] and _stands_at(tokens, i, phrase):
                return n
        return 0

    def length_before(self, tokens: Sequence[Token], i: int, floor: int) -> int:
        """Length of the longest phrase that ends before token `i` and starts at `floor` or later, 0 for none."""
        if i <= floor:
            return 0
        for phrase in self._by_last.get(tokens[i - 1].folded, ()):
            n = len(phrase)
            if n == 1:
                return 1
            if i - n >= floor and tokens[i - 2].folded == phrase[-2] and _stands_at(tokens, i - n, phrase):
                return n
        return 0


def _stands_at(tokens: Sequence[Token], i: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand from token `i` on."""
    for n, word in enumerate(phrase, i):  # noqa: SIM110 - a generator costs more than these few words
        if tokens[n].folded != word:
            return False
    return True


class FigureLexicon(LexiconModel):
    """Topic `figures`: words around quantities that say what is measured, when, and whether it is aimed at."""

    linkers: frozenset[Word]
    bare_linkers: frozenset[Word]
    tight_links: frozenset[Word]
    untied: frozenset[Word]
    complementizers: frozenset[Word]
    offers: list[str]
    roles: list[str]
    so_that: list[str]
    sides: list[str]
    people_adjectives: frozenset[Word]
    multiple_endings: tuple[str, ...]
    never_aimed: frozenset[Word]
    plan_nouns: frozenset[Word]
    cost_noun: str
    cost_verbs: list[str]
    object_relatives: frozenset[Word]
    object_clitics: frozenset[Word]
    attributions: frozenset[Word]
    averages: list[str]
    manners: list[str]
    content_links: frozenset[Word]
    purpose: list[str]
    purpose_nouns: frozenset[Word]
    amount_links: frozenset[Word]
    rates: list[str]
    generic_heads: frozenset[Word]
    empty_nouns: frozenset[Word]
    times: frozenset[Word]
    links_scales: bool
    head_is_last: bool
    comparison_heads: frozenset[Word]
    marks: frozenset[Word]
    number_of: frozenset[Word]
    appositions: list[str]
    equals: list[str]
    comparisons: list[str]
    others: frozenset[Word]
    them: frozenset[Word]
    possessives: frozenset[Word]
    novelties: frozenset[Word]
    bets: frozenset[Word]
    bet_links: frozenset[Word]
    level_verbs: list[str]
    lone_adjectives: frozenset[Word]
    every: frozenset[Word]
    unit_words: frozenset[Word]
    stating: frozenset[Word]
    sure_infinitives: tuple[str, ...]
    pronouns: frozenset[Word]
    partitives: frozenset[Word]
    particles: frozenset[Word]
    recipient_links: frozenset[Word]
    change_nouns: frozenset[Word]
    by_links: frozenset[Word]
    off_links: frozenset[Word]
    definite_articles: frozenset[Word]
    end_nouns: frozenset[Word]
    carriers: frozenset[Word]
    committing: tuple[str, ...]
    then_words: frozenset[Word]
    base_links: list[str]
    same_periods: list[str]
    not_bases: frozenset[Word]
    relative_bases: list[str]
    relatives: frozenset[Word]
    out_of: frozenset[Word]
    parts_of: list[str]
    structure: frozenset[Word]
    parts: frozenset[Word]
    rank_lists: frozenset[Word]
    fillers: frozenset[Word]
    target_verbs: list[str]
    goals: frozenset[Word]
    multipliers: frozenset[Word]
    present_adjectives: frozenset[Word]
    absolutes: frozenset[Word]
    hindsight: frozenset[Word]
    whole_articles: frozenset[Word]
    costed: tuple[str, ...]
    same_times: list[str]
    also: frozenset[Word]
    allotting: tuple[str, ...]
    wholes: list[str]
    changing: tuple[str, ...]
    between_compared: frozenset[Word]
    gauging: frozenset[Word]
    owing: frozenset[Word]
    abilities: frozenset[Word]
    denials: frozenset[Word]
    pointers: frozenset[Word]
    present_cues: list[str]
    inverts_relatives: bool
    sure_futures: tuple[str, ...]
    target_nouns: frozenset[Word]
    action_nouns: frozenset[Word]
    not_targets: frozenset[Word]
    past_verbs: frozenset[Word]
    perfect_auxiliaries: frozenset[Word]
    future_endings: tuple[str, ...]
    future_clitics: tuple[str, ...]
    hearsay: tuple[str, ...]
    bare_verbs_share: bool
    past_endings: tuple[str, ...]
    past_conditionals: frozenset[Word]
    target_verb_links: frozenset[Word]
    cost_heads: frozenset[Word]
    infinitive_marks: frozenset[Word]
    aim_links: frozenset[Word]
    reported_cues: list[str]
    open_heads: frozenset[Word]
    share_verbs: list[str]
    have_verbs: frozenset[Word]
    audience: frozenset[Word]
    elsewhere: frozenset[Word]
    frames: frozenset[Word]
    containers: frozenset[Word]
    function_words: frozenset[Word]
    sources: frozenset[Word]
    paid_links: frozenset[Word]
    states: frozenset[Word]
    plan_spans: list[str]
    fractions: frozenset[Word]
    time_nouns: frozenset[Word]
    agents: frozenset[Word]
    contributing: list[str]
    these: frozenset[Word]
    object_pronouns: frozenset[Word]
    openers: frozenset[Word]
    latters: frozenset[Word]
    level_forms: frozenset[Word]
    distributives: frozenset[Word]
    where: frozenset[Word]
    remaining: frozenset[Word]
    todo_marks: frozenset[Word]
    what: frozenset[Word]
    level_participles: frozenset[Word]
    linking_adjectives: frozenset[Word]
    whose: frozenset[Word]
    participles_are_pasts: bool
    gerund_nouns: frozenset[Word]
    clitics: frozenset[Word]
    plural_verb_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    destination_verbs: frozenset[Word]
    motion_verbs: frozenset[Word]
    result_links: list[str]
    comparatives: list[str]
    per: frozenset[Word]
    not_rates: frozenset[Word]
    amount_heads: frozenset[Word]
    demonstratives: frozenset[Word]
    possessed: frozenset[Word]
    lacks: frozenset[Word]
    wanting: list[str]
    definite: frozenset[Word]
    totals: list[str]
    verb_clitics: frozenset[Word]
    level_gerunds: frozenset[Word]
    linked_levels: frozenset[Word]
    needs_infinitive: frozenset[Word]
    present_changes: frozenset[Word]
    estimates: frozenset[Word]
    begun: frozenset[Word]
    aim_phrases: list[str]
    announcing: tuple[str, ...]
    contrasts: frozenset[Word]
    plan_ends: list[str]
    price_links: frozenset[Word]
    unit_nouns: frozenset[Word]
    rank_words: frozenset[Word]

    @cached_property
    def rate_phrases(self) -> Phrases:
        """Rates as tuples of folded tokens."""
        return Phrases(self.rates)

    @cached_property
    def average_phrases(self) -> Phrases:
        """What says that an amount is a mean or a whole, as tuples of folded tokens."""
        return Phrases(self.averages)

    @cached_property
    def manner_phrases(self) -> Phrases:
        """What stands between an amount and what it is for without saying so, as tuples of folded tokens."""
        return Phrases(self.manners)

    @cached_property
    def role_phrases(self) -> Phrases:
        """What stands before the part that an amount has, as tuples of folded tokens."""
        return Phrases(self.roles)

    @cached_property
    def side_phrases(self) -> Phrases:
        """What names who gives an amount, as tuples of folded tokens."""
        return Phrases(self.sides)

    @cached_property
    def offer_phrases(self) -> Phrases:
        """What says that an amount is offered, as tuples of folded tokens."""
        return Phrases(self.offers)

    @cached_property
    def equal_phrases(self) -> Phrases:
        """What says that two figures are one, as tuples of folded tokens."""
        return Phrases(self.equals)

    @cached_property
    def apposition_phrases(self) -> Phrases:
        """Appositions as tuples of folded tokens."""
        return Phrases(self.appositions)

    @cached_property
    def comparison_phrases(self) -> Phrases:
        """Comparisons as tuples of folded tokens."""
        return Phrases(self.comparisons)

    def is_compared(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a comparison ends before token `i`: "up from", "contre", "up from an average of"."""
        for _ in range(_MAX_BETWEEN):
            if self.comparison_phrases.length_before(tokens, i, 0):
                return True
            if i < 1 or not (tokens[i - 1].pos == "DET" or tokens[i - 1].folded in self.between_compared):
                return False
            i -= 1
        return False

    @cached_property
    def base_phrases(self) -> Phrases:
        """What stands before the year that a value is compared with, as tuples of folded tokens."""
        return Phrases(self.base_links)

    @cached_property
    def same_period_phrases(self) -> Phrases:
        """What names the like part of another year, as tuples of folded tokens."""
        return Phrases(self.same_periods)

    @cached_property
    def passing_phrases(self) -> Phrases:
        """What says when between a noun and its amount ("over the period"), as tuples of folded tokens."""
        return Phrases([*self.present_cues, *self.plan_spans])

    @cached_property
    def so_that_phrases(self) -> Phrases:
        """What opens a clause that says what something is for, as tuples of folded tokens."""
        return Phrases(self.so_that)

    @cached_property
    def aim_openings(self) -> Phrases:
        """What says that somebody sets a goal, as tuples of folded tokens."""
        return Phrases(self.aim_phrases)

    @cached_property
    def relative_base_phrases(self) -> Phrases:
        """What stands before the year before where a change is told of it, as tuples of folded tokens."""
        return Phrases(self.relative_bases)

    @cached_property
    def result_phrases(self) -> Phrases:
        """What stands between a change and the value that it leads to, as tuples of folded tokens."""
        return Phrases(self.result_links)

    @cached_property
    def out_of_phrases(self) -> Phrases:
        """What stands between a part and the whole that it is counted in, as tuples of folded tokens."""
        return Phrases(self.parts_of)

    @cached_property
    def comparative_phrases(self) -> Phrases:
        """Words behind a share that compare it, as tuples of folded tokens."""
        return Phrases(self.comparatives)

    @cached_property
    def plan_span_phrases(self) -> Phrases:
        """What says that a value is for all the years of the plan."""
        return Phrases(self.plan_spans)

    @cached_property
    def plan_end_phrases(self) -> Phrases:
        """What says that a value is of the plan's last year, as tuples of folded tokens."""
        return Phrases(self.plan_ends)

    @cached_property
    def total_phrases(self) -> Phrases:
        """What marks a number in passing as that of all, as tuples of folded tokens."""
        return Phrases(self.totals)

    @cached_property
    def purpose_phrases(self) -> Phrases:
        """Openings of a clause of purpose as tuples of folded tokens."""
        return Phrases(self.purpose)

    @cached_property
    def reported_phrases(self) -> Phrases:
        """Cues of a report as tuples of folded tokens."""
        return Phrases(self.reported_cues)

    @cached_property
    def same_time_phrases(self) -> Phrases:
        """What says that a sentence is of the time of the one before, as tuples of folded tokens."""
        return Phrases(self.same_times)

    @cached_property
    def whole_phrases(self) -> Phrases:
        """What stands before the whole that a part is told of, as tuples of folded tokens."""
        return Phrases(self.wholes)

    @cached_property
    def present_phrases(self) -> Phrases:
        """What says that a value is of today, as tuples of folded tokens."""
        return Phrases(self.present_cues)

    @cached_property
    def target_stems(self) -> tuple[str, ...]:
        """Stems of verbs of intention, long enough to be matched by their beginning."""
        return tuple(s for s in self.target_verbs if len(s) >= 4)

    @cached_property
    def aim_nouns(self) -> frozenset[str]:
        """Nouns of aims and of doings, which are aimed at where no verb reports them."""
        return self.target_nouns | self.action_nouns

    @cached_property
    def goal_nouns(self) -> frozenset[str]:
        """Nouns of aims that name no doing."""
        return self.target_nouns - self.action_nouns

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
    sentence: Sentence
    start: dt.date | None = None
    stop: dt.date | None = None
    is_target: bool | None = None
    plan: int | None = None
    position: int = 0  # among the figures found
    is_present: bool = False  # told of today
    is_base: bool = False  # what was reached in a year that the text compares with
