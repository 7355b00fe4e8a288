"""An article seen as what may tell of events: its dates, places, plans and actors by word, and its noun phrases."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from pipelines.extract.dates import FLOATING_FROM, DateMention, find_floating_dates
from pipelines.extract.document import Document, Sentence
from pipelines.extract.event_words import Phrases, match_phrase, words_of
from pipelines.extract.figure_lexicon import figure_lexicon
from pipelines.extract.places import Place
from pipelines.extract.plan_topics import Topics
from pipelines.extract.plans import main_plan
from pipelines.extract.ranges import Sorted
from pipelines.extract.records import Actor, EventKind, Plan, Span
from pipelines.extract.text import words

_MAX_NAME = 16  # tokens to the right of a head noun
_MAX_SUBJECT = 10
_NEW_CLAUSE = 20
_SAME_SUBJECT = 12


@dataclass(slots=True)
class Telling:
    """One telling of an event: the words from `first` to `last` (tokens), around the `trigger`."""

    kind: EventKind
    first: int
    last: int
    trigger: int
    sentence: int
    name: str
    head: str
    source: Literal["noun", "verb"]
    is_pointer: bool = False
    is_weak: bool = False
    is_named: bool = False
    is_set: bool = False  # told as the setting of something: "lors de"
    is_apart: bool = False  # told only as what comes before or after something: "au lendemain de"
    is_indefinite: bool = False
    is_purpose: bool = False  # an infinitive that tells what for: "met to sign"
    is_scheduled: bool = False  # an event only if it is still to come
    is_ending: bool = False  # told by its last day
    is_counted: bool = False  # dated by how long before or after another event it was
    own_date: DateMention | None = None  # that stands between the noun and its complement
    date: DateMention | None = None
    place: Spot | None = None
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something happens."""

    first: int
    last: int
    name: str
    country: str | None


class EventView:
    """Reads the noun phrases of an article, with what is known of each of its words."""

    def __init__(
        self, doc: Document, dates: list[DateMention], places: list[Place], plans: list[Plan], actors: list[Actor]
    ) -> None:
        self.doc, self.plans, self.actors, self.places = doc, plans, actors, places
        self.words = words_of(doc.language)
        self.lexicon = self.words.lexicon
        self.tokens = doc.tokens
        self._starts = doc.token_starts
        if doc.published_on is None and (floating := find_floating_dates(doc)):
            dates = sorted((*dates, *floating), key=lambda d: d.span.start)
        self.dates = dates
        self.dates_by_place = Sorted(dates, lambda d: d.span.start)
        self._day_parts = self.lexicon.day_parts
        self.date_at = {i: d for d in dates for i in self._positions(d.span)}
        self.plan_at = {
            i: n for n, plan in reversed(list(enumerate(plans))) for s in plan.spans for i in self._positions(s)
        }
        self.told_at = {i: n for n, plan in enumerate(plans) for s in plan.references for i in self._positions(s)}
        self.told_at |= self.plan_at  # with the nouns that stand for a plan
        nouns = self.lexicon.plan_nouns | self.lexicon.documents
        self.name_at = self.plan_at | {i: n for i, n in self.told_at.items() if self.tokens[i].folded not in nouns}
        self.actor_at = {
            i: n for n, actor in reversed(list(enumerate(actors))) for s in actor.spans for i in self._positions(s)
        }
        self.place_at = {i: p for p in places for i in self._positions(p.span)}
        self.spots_of: dict[int, list[Spot]] = {}  # by where their sentence starts
        self.main_plan = main_plan(plans)
        self.passages = Topics(doc, plans, (), figure_lexicon(doc.language))

    def _published(self, date: DateMention) -> dt.date | None:
        """The day of publication that a date is to be compared with."""
        return FLOATING_FROM if date.is_floating else self.doc.published_on

    def _is_of_days(self, date: DateMention, days: int) -> bool:
        """Whether a date is one of the last `days` before publication, or its day."""
        published = self._published(date)
        return published is not None and 0 <= (published - date.start).days <= days

    def _positions(self, span: Span) -> range:
        first = bisect_right(self._starts, span.start) - 1
        first += first < 0 or self.tokens[first].end <= span.start
        last = bisect_left(self._starts, span.end, max(first, 0))  # behind the span's last token
        return range(first, last)

    def _is_country(self, i: int) -> bool:
        return i in self.place_at and self.place_at[i].kind == "country"

    def _text(self, first: int, last: int) -> str:
        return self.doc.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _left(self, sentence: Sentence, i: int) -> int:
        """Where the noun phrase around the head at `i` begins: ordinals, adjectives, names, "édition de la"."""
        first = i
        while first > sentence.first and i - first < _MAX_SUBJECT and self._is_premodifier(first - 1):
            first -= 1
        if first < i and self.tokens[first - 1].pos == "CCONJ" and self.tokens[first].is_capitalised:
            return self._left_of_joined(sentence, first)
        j = first - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.definites | self.lexicon.connectors:
            j -= 1
        if j < first - 1 and j >= sentence.first and self.tokens[j].folded in self.lexicon.editions:
            while j > sentence.first and self._is_premodifier(j - 1):
                j -= 1
            return j
        return first

    def _left_of_joined(self, sentence: Sentence, first: int) -> int:
        """Read "the Water and Sanitation | Conference": one name in capitals behind one article."""
        k = first - 1
        while k > sentence.first and self.tokens[k - 1].is_capitalised and self.tokens[k - 1].pos != "DET":
            k -= 1
        is_one = sentence.first < k < first - 1 and self.tokens[k - 1].folded in self.lexicon.definites
        is_one = is_one and not any(j in self.actor_at for j in range(k, first - 1))
        return k if is_one and self.lexicon.head_last else first

    def _is_premodifier(self, j: int) -> bool:
        token = self.tokens[j]
        if j in self.date_at or token.folded in self.lexicon.breakers or token.folded in self.lexicon.connectors:
            return False
        if token.folded in self.lexicon.ordinals or token.folded in self.lexicon.ordinal_suffixes:
            return True
        if token.text.isdigit():
            return len(token.text) <= 3 or self.lexicon.head_last
        if token.text in "'’" and self.lexicon.head_last:
            return self.tokens[j - 1].pos == "NOUN"
        if token.verb == "Fin" or not token.text[0].isalpha():
            return False
        if self.lexicon.head_last:
            return token.pos in ("NOUN", "PROPN", "ADJ", "NUM") or (token.is_capitalised and token.pos != "DET")
        return token.pos == "ADJ" and not token.verb

    def _right(self, sentence: Sentence, head_end: int) -> int:
        """Where the noun's complements end: before a verb, a date, a place, a comma or a new clause."""
        i, depth = head_end, 0
        while i < sentence.last and i - head_end < _MAX_NAME:
            token = self.tokens[i]
            if token.text in "([":
                depth = i
            elif token.text in ")]":
                depth = 0
            elif token.text in "«»“”\"'" or i in self.plan_at:
                pass
            elif not depth and self._ends_phrase(i):
                break
            i += 1
        if depth:
            i = depth
        while i > head_end and self._is_loose_end(i - 1):
            i -= 1
        return i

    def _ends_phrase(self, i: int) -> bool:
        token = self.tokens[i]
        folded = token.folded
        if folded in self.lexicon.complement_verbs or self.tokens[i - 1].folded in self.lexicon.complement_verbs:
            return i in self.date_at
        if folded in self.lexicon.connectors:
            following = i + 1 if self.tokens[min(i + 1, len(self.tokens) - 1)].folded in self.lexicon.definites else i
            return following + 1 < len(self.tokens) and following + 1 in self.date_at
        if i in self.date_at:
            return True
        if folded in self.lexicon.breakers:
            inside = match_phrase(self.words.undertakings, self.tokens, i - 1)
            return inside is None or inside[0] <= i  # "un atelier sur la mise en œuvre du plan"
        if not token.text[0].isalnum():
            is_hyphen = token.text == "-" and token.start == self.tokens[i - 1].end
            return token.text not in "&/" and not is_hyphen
        if token.verb in ("Fin", "Inf", "Ger"):
            return True
        if folded in self.lexicon.locatives:
            return True
        if folded in self.lexicon.indefinites and self.tokens[i - 1].folded not in self.lexicon.connectors:
            return True
        return token.verb == "Part" and (self.lexicon.head_last or self._is_told_participle(i))

    def _is_told_participle(self, i: int) -> bool:
        matched = match_phrase(self.words.verbs, self.tokens, i)
        return matched is not None

    def _is_loose_end(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            token.folded in self.lexicon.connectors
            or token.folded in self.lexicon.definites
            or token.folded in self.lexicon.indefinites
            or token.folded in self.lexicon.demonstratives
            or token.pos in ("PRON", "ADV")
            or (token.verb == "Part" and not self.lexicon.head_last)
            or token.folded in self.lexicon.complement_verbs
            or token.folded in self.lexicon.holdings
            or (not token.text[0].isalnum() and token.text not in ')»”"')
        )

    def _has_ordinal(self, first: int, i: int) -> bool:
        lexicon = self.lexicon
        return any(
            t.folded in lexicon.ordinals or t.folded in lexicon.ordinal_suffixes or t.folded in lexicon.editions
            for t in self.tokens[first:i]
        )

    def _is_proper(self, first: int, head_end: int, last: int) -> bool:
        """Whether the phrase is a name of its own: a capital on the head inside the sentence, and something with it."""
        tokens = self.tokens
        starts = tokens[first].start == self.doc.sentence_at(tokens[first].start).start
        capital = any(t.is_capitalised for t in tokens[max(first, first + starts) : head_end])
        return capital and last - first > 1

    def _is_setting(self, sentence: Sentence, first: int) -> bool:
        """Whether "lors de", "à l'occasion de", "during" stands before the phrase."""
        return self._is_after(self.words.settings, sentence, first)

    def _is_after(self, table: Phrases, sentence: Sentence, first: int) -> bool:
        """Whether a phrase of `table` leads to the one that begins at `first`."""
        for i in range(max(sentence.first, first - 8), first):
            matched = match_phrase(table, self.tokens, i) if self.tokens[i].folded in table else None
            if matched and matched[0] <= first and all(self._is_bridge(k) for k in range(matched[0], first)):
                return True
        return False

    def _tied_noun(self, sentence: Sentence, first: int, links: frozenset[str]) -> int | None:
        """Position of the word that one of `links` ties the phrase at `first` to: "head" in "the head of the board"."""
        j = first - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.definites - self.lexicon.place_links:
            j -= 1
        return j - 1 if j > sentence.first and self.tokens[j].folded in links else None

    def _is_bridge(self, k: int) -> bool:
        folded = self.tokens[k].folded
        lexicon = self.lexicon
        return (
            folded in lexicon.definites
            or folded in lexicon.indefinites
            or folded in lexicon.demonstratives
            or folded in lexicon.connectors
            or folded in lexicon.ordinals
            or folded in lexicon.openings
        )

    def _gap(self, a: int, b: int) -> int:
        """How far apart two positions are, in words, with what separates clauses counting more."""
        cost = b - a
        for j in range(a + 1, b):
            token = self.tokens[j]
            if token.text in ";:." and not (token.text == "." and len(self.tokens[j - 1].text) == 1):  # "10 a.m."
                cost += 15
            elif token.folded in self.lexicon.clause_openers and self._goes_on(j + 1):
                cost += _SAME_SUBJECT
            elif token.verb == "Fin" and token.folded not in self.lexicon.auxiliaries | self.lexicon.occurrences:
                cost += 6
            elif token.text == "," and j == a + 1 and a in self.date_at and self._is_when(j):
                cost += 1  # "dates back to March, when the minister opened a school"
            elif token.text == "," and self.tokens[j + 1].folded in self.lexicon.clause_openers:
                cost += _NEW_CLAUSE * self._has_verb(j + 1, b)
            elif token.text == "," and self.tokens[j + 1].folded in self.lexicon.relative_owners:
                cost += _NEW_CLAUSE  # "adopted the plan, a draft of which was tabled in May"
        return cost

    def _is_when(self, behind: int) -> bool:
        """Read "ever since June 2022, when it was first shown": a clause behind a date tells what happened then."""
        j = behind + (behind < len(self.tokens) and self.tokens[behind].text == ",")
        return j < len(self.tokens) and self.tokens[j].folded in self.lexicon.whens

    def _goes_on(self, j: int) -> bool:
        """Read "will open a desk in March and is to publish a scorecard": another verb of the same subject."""
        return j < len(self.tokens) and self.tokens[j].verb == "Fin"

    def _clauses(self, a: int, b: int) -> int:
        """What the clauses between two positions add to their distance."""
        cost = 0
        for j in range(max(a, 1), b):
            if self.tokens[j].folded in self.lexicon.clause_openers and self.tokens[j - 1].text == ",":
                cost += _NEW_CLAUSE * self._has_verb(j, b)
        return cost

    def _has_verb(self, j: int, end: int) -> bool:
        """Whether the words from `j` are a clause, not an apposition in commas: "X, alors ministre, a lancé"."""
        for k in range(j, end):
            if self.tokens[k].text == ",":
                return False
            if self.tokens[k].verb == "Fin":
                return True
        return True

    def _crosses(self, a: int, b: int) -> bool:
        return any(
            t.text in ";:." or (t.verb == "Fin" and t.folded not in self.lexicon.auxiliaries)
            for t in self.tokens[a + 1 : b]
        )

    def _is_name_word(self, k: int) -> bool:
        return self.tokens[k].is_capitalised and self.tokens[k].text[0].isalpha() and k not in self.date_at

    def _has_capital(self, sentence: Sentence, first: int, last: int) -> bool:
        """A capital that isn't the sentence's."""
        return any(self.tokens[k].is_capitalised for k in range(max(first, sentence.first + 1), last))

    def _subject(self, sentence: Sentence, i: int) -> str:
        for j in range(i - 1, sentence.first - 1, -1):
            if j in self.actor_at:
                return self.actors[self.actor_at[j]].name
        return ""

    def _before_link(self, k: int) -> int:
        """The position before the "of" at `k`, else `k`: "les priorités de 2026"."""
        return k - (self.tokens[k].folded in self.lexicon.place_links)

    def _is_since(self, i: int) -> bool:
        return not self.lexicon.since.isdisjoint(self.doc.words[max(0, i - 2) : i])


def overlap(a: str, b: str) -> float:
    """Shared words of the shorter name, 0 to 1."""
    first, second = {w for w in words(a) if len(w) > 2}, {w for w in words(b) if len(w) > 2}
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))
