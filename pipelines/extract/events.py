"""Events of an article: what happened, or is announced, at a time or a place.

Two constructions give an event. A noun names it ("la 3e édition du Forum de l'eau", "a meeting of the Water Board"),
or a verb tells it of a plan, an agreement or a body ("le plan a été lancé mardi", "the council approved on Monday").
A noun is kept where it has a time, a place or a name of its own; a verb only with a date in its clause. A later
noun that only points back ("cette rencontre", "the meeting") is another mention of the event told before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Document, Sentence, Token
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.places import Place
from pipelines.extract.records import Actor, Event, EventKind, ParticipantRole, Plan, Span
from pipelines.extract.text import fold, words

_MAX_NAME = 16  # tokens to the right of a head noun
_MAX_SUBJECT = 10
_MAX_COST = 45


class EventLexicon(LexiconModel):
    """Topic `events`. Words are folded; a phrase is its words as the tokenizer cuts them, spaces between.

    Attributes:
        nouns: head nouns and phrases that name an event, by kind.
        weak_nouns: those that need a date or a place ("cérémonie"), as they mostly mean something else.
        pointers: nouns that may point back to any event told before ("rencontre", "event").
        bodies: bodies whose dated decision is a meeting ("cabinet").
        not_events: phrases that look like events but are only where somebody spoke ("press conference").
        modals: verbs that make an infinitive tell of what is to come; same_time: phrases for "on that occasion".
        named_only: nouns that are events only as part of a name ("week").
        editions: nouns that carry an event's ordinal; openings: phases that stand for the whole event.
        settings: phrases that place a fact at an event ("lors de"); event_settings: those that only events follow.
        verbs: forms by what they tell; those of `body` need a body as subject.
        launch_idioms: phrases that tell a launch in other words ("coup d'envoi de").
        plan_nouns, agreements, documents: what is launched or presented, signed, or made public.
        indefinites, definites, demonstratives, possessives: determiners.
        connectors: words that carry a noun's complement on; breakers: words that end it.
        complement_verbs: participles that carry a complement on whatever preposition follows ("consacrée à").
        visit_links: prepositions between a visit and where it goes; where: relative words after a place (accents kept).
        since, nots: what makes a date or a verb tell of no event; clause_openers: conjunctions that open a clause.
        locatives: prepositions before a place; venues: nouns that make a name a venue.
        chairs, hosts, speakers: words beside a participant that tell its role.
    """

    nouns: dict[EventKind, list[str]]
    weak_nouns: frozenset[str]
    pointers: frozenset[str]
    bodies: list[str]
    editions: frozenset[str]
    openings: frozenset[str]
    settings: list[str]
    event_settings: list[str]
    verbs: dict[
        Literal[
            "launch", "presentation", "signature", "election", "meeting", "visit", "adoption", "publication", "body"
        ],
        list[str],
    ]
    launch_idioms: list[str]
    plan_nouns: frozenset[str]
    agreements: frozenset[str]
    documents: frozenset[str]
    elected_roles: frozenset[str]
    indefinites: frozenset[str]
    definites: frozenset[str]
    demonstratives: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    gerund_after: frozenset[str]
    object_after: frozenset[str]
    body_links: frozenset[str]
    sendings: frozenset[str]
    object_pronouns: frozenset[str]
    passives: frozenset[str]
    people: frozenset[str]
    acts: frozenset[str]
    ordinals: frozenset[str]
    ordinal_suffixes: frozenset[str]
    negations: frozenset[str]
    connectors: frozenset[str]
    breakers: frozenset[str]
    head_last: bool
    locatives: frozenset[str]
    place_links: frozenset[str]
    venues: frozenset[str]
    datives: frozenset[str]
    auxiliaries: frozenset[str]
    not_events: list[str]
    modals: frozenset[str]
    same_time: list[str]
    named_only: frozenset[str]
    day_parts: frozenset[str]
    complement_verbs: frozenset[str]
    visit_links: frozenset[str]
    where: frozenset[str]
    since: frozenset[str]
    nots: frozenset[str]
    clause_openers: frozenset[str]
    chairs: list[str]
    hosts: list[str]
    speakers: list[str]


def find_events(
    doc: Document, dates: list[DateMention], places: list[Place], plans: list[Plan], actors: list[Actor]
) -> list[Event]:
    """The events of an article in text order, each told once however often the article names it."""
    return _Finder(doc, dates, places, plans, actors).find()


# ---------------------------------------------------------------- words

_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, eq=False)
class _Words:
    lexicon: EventLexicon
    nouns: _Phrases
    verbs: _Phrases
    bodies: _Phrases
    settings: _Phrases
    idioms: _Phrases
    event_settings: _Phrases
    not_events: _Phrases
    same_time: _Phrases
    roles: _Phrases


def _index(rows: Iterable[tuple[str, str]]) -> _Phrases:
    """Phrases by their first word, longest first."""
    table: _Phrases = {}
    for phrase, value in sorted(rows, key=lambda r: (-len(r[0].split()), r[0])):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, value))
    return table


@cache
def _words_of(language: str) -> _Words:
    lexicon = load_topic(language, "events", EventLexicon)
    roles = [(p, "chair") for p in lexicon.chairs] + [(p, "host") for p in lexicon.hosts]
    roles += [(p, "speaker") for p in lexicon.speakers]
    return _Words(
        lexicon,
        _index((noun, kind) for kind, nouns in lexicon.nouns.items() for noun in nouns),
        _index((form, kind) for kind, forms in lexicon.verbs.items() for form in forms),
        _index((body, "meeting") for body in lexicon.bodies),
        _index((phrase, "setting") for phrase in lexicon.settings),
        _index((phrase, "launch") for phrase in lexicon.launch_idioms),
        _index((phrase, "setting") for phrase in lexicon.event_settings),
        _index((phrase, "") for phrase in lexicon.not_events),
        _index((phrase, "") for phrase in lexicon.same_time),
        _index(roles),
    )


def _match(table: _Phrases, tokens: list[Token], i: int) -> tuple[int, str] | None:
    """Position behind the phrase at token `i` and its value."""
    for parts, value in table.get(tokens[i].folded, ()):
        if all(i + k < len(tokens) and tokens[i + k].folded == part for k, part in enumerate(parts)):
            return i + len(parts), value
    return None


# ---------------------------------------------------------------- candidates


@dataclass(slots=True)
class _Told:
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
    is_indefinite: bool = False
    date: DateMention | None = None
    place: _Spot | None = None
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place where something happens."""

    first: int
    last: int
    name: str
    country: str | None


@dataclass(slots=True)
class _Merged:
    told: list[_Told] = field(default_factory=list)

    @property
    def lead(self) -> _Told:
        return self.told[0]


class _Finder:
    def __init__(
        self, doc: Document, dates: list[DateMention], places: list[Place], plans: list[Plan], actors: list[Actor]
    ) -> None:
        self.doc, self.plans, self.actors, self.places = doc, plans, actors, places
        self.words = _words_of(doc.language)
        self.lexicon = self.words.lexicon
        self.tokens = doc.tokens
        self.dates = dates
        self._day_parts = self.lexicon.day_parts
        self.date_at = {i: d for d in dates for i in self._positions(d.span)}
        self.plan_at = {
            i: n for n, plan in reversed(list(enumerate(plans))) for s in plan.spans for i in self._positions(s)
        }
        self.actor_at = {
            i: n for n, actor in reversed(list(enumerate(actors))) for s in actor.spans for i in self._positions(s)
        }
        self.place_at = {i: p for p in places for i in self._positions(p.span)}
        self.main_plan = max(range(len(plans)), key=self._weight, default=None)

    def _weight(self, n: int) -> tuple[float, int]:
        """How much the article is about a plan: how often and how early it is named, in the title above all."""
        plan = self.plans[n]
        in_title = bool(self.doc.title) and _overlap(plan.name, self.doc.title or "") >= _IN_TITLE
        first = min(span.start for span in plan.spans)
        return len(plan.spans) + 4 * in_title + 4 * (first < _LEAD) + 2 * (first < 2 * _LEAD), -n

    def _positions(self, span: Span) -> range:
        return range(self.doc.token_at(span.start), self.doc.token_at(span.end - 1) + 1)

    def find(self) -> list[Event]:
        merged: list[_Merged] = []
        for n, sentence in enumerate(self.doc.sentences):
            told = self._told_in(n, sentence)
            told = self._date_and_place(sentence, told)
            for one in self._kept(told, merged):
                self._merge(one, merged)
        self._complete_main(merged)
        events = [m for m in merged if self._is_event(m)]
        return [self._event(m, is_main=n == 0) for n, m in enumerate(events)]

    # -- what a sentence tells

    def _told_in(self, n: int, sentence: Sentence) -> list[_Told]:
        told: list[_Told] = []
        i = sentence.first
        while i < sentence.last:
            behind = i + 1
            if skipped := _match(self.words.not_events, self.tokens, i):
                behind = skipped[0]
            elif i not in self.plan_at and not self._is_country(i):
                one = self._body(n, sentence, i)
                if one:
                    behind = one.trigger + 1
                else:
                    one = self._noun(n, sentence, i) or self._bare_name(n, sentence, i)
                    behind = max(behind, one.last) if one else behind
                    one = one or self._verb(n, sentence, i)
                if one:
                    told.append(one)
            i = behind
        return told

    def _is_country(self, i: int) -> bool:
        return i in self.place_at and self.place_at[i].kind == "country"

    def _bare_name(self, n: int, sentence: Sentence, i: int) -> _Told | None:
        """Read "en marge du premier Vivatis Africa": a name that only its setting tells to be an event's."""
        matched = _match(self.words.event_settings, self.tokens, i)
        if matched is None:
            return None
        first = matched[0]
        while first < sentence.last and self.tokens[first].folded in self.lexicon.definites:
            first += 1
        last = first
        while last < sentence.last and (self.tokens[last].folded in self.lexicon.ordinals or self._is_name_word(last)):
            last += 1
        if last == first or not self.tokens[last - 1].is_capitalised or self._is_country(first):
            return None
        if any(
            _match(self.words.nouns, self.tokens, k) or k in self.plan_at
            for k in range(first, min(last + 1, sentence.last))
        ):
            return None
        if first in self.actor_at and self.actors[self.actor_at[first]].kind == "person":
            return None
        name = self._text(first, last)
        return _Told("conference", first, last, first, n, name, fold(name), "noun", is_named=True, is_set=True)

    def _is_name_word(self, k: int) -> bool:
        return self.tokens[k].is_capitalised and self.tokens[k].text[0].isalpha() and k not in self.date_at

    def _noun(self, n: int, sentence: Sentence, i: int) -> _Told | None:
        token = self.tokens[i]
        matched = _match(self.words.nouns, self.tokens, i) or self._compound(i)
        if matched is None or matched[0] > sentence.last or (token.verb and not token.is_capitalised):
            return None
        if i in self.actor_at and not self._names_event(i):
            return None
        head_end, kind = matched
        head = " ".join(t.folded for t in self.tokens[i:head_end])
        inner = self._handed_over(n, sentence, head_end) if head in self.lexicon.openings else None
        if inner:
            return inner
        first = self._left(sentence, i)
        if head in self.lexicon.named_only and not self._has_capital(sentence, first, head_end):
            return None
        last = self._right(sentence, head_end)
        before = self.tokens[first - 1].folded if first > sentence.first else ""
        if before in self.lexicon.negations:
            return None
        following = self.tokens[head_end] if head_end < sentence.last else None
        is_short = last == head_end and first == i and not (following and following.verb == "Part")
        if head in self.lexicon.editions and last > head_end:
            return None
        is_demonstrative = before in self.lexicon.demonstratives
        points = is_demonstrative or (is_short and before in self.lexicon.definites | self.lexicon.possessives)
        is_named = self._has_ordinal(first, i) or self._is_proper(first, head_end, last)
        return _Told(
            kind=kind,  # type: ignore[arg-type]
            first=first,
            last=last,
            trigger=i,
            sentence=n,
            name=self._text(first, last),
            head=head,
            source="noun",
            is_pointer=points
            and (is_demonstrative or head in self.lexicon.pointers or head in self.lexicon.weak_nouns),
            is_weak=head in self.lexicon.weak_nouns,
            is_named=is_named,
            is_set=self._is_setting(sentence, first),
            is_indefinite=before in self.lexicon.indefinites,
        )

    def _compound(self, i: int) -> tuple[int, str] | None:
        """A head noun at the end of a compound ("Agri-Expo") or before a number ("COP31")."""
        token = self.tokens[i]
        if not token.is_capitalised:
            return None
        stem = token.folded.rpartition("-")[2].rstrip("0123456789")
        if stem == token.folded:
            return None
        return next(((i + 1, kind) for parts, kind in self.words.nouns.get(stem, ()) if len(parts) == 1), None)

    def _has_capital(self, sentence: Sentence, first: int, last: int) -> bool:
        """A capital that isn't the sentence's."""
        return any(self.tokens[k].is_capitalised for k in range(max(first, sentence.first + 1), last))

    def _names_event(self, i: int) -> bool:
        """Whether a name that was taken for an organisation's names an event: it has an ordinal or a setting."""
        first = i
        while first - 1 in self.actor_at and self.actor_at[first - 1] == self.actor_at[i]:
            first -= 1
        sentence = self.doc.sentence_at(self.tokens[i].start)
        return self._has_ordinal(self._left(sentence, i), i) or self._is_setting(sentence, first)

    def _handed_over(self, n: int, sentence: Sentence, head_end: int) -> _Told | None:
        """Read "la cérémonie d'ouverture de la 6e édition du Forum" is the forum."""
        for j in range(head_end, min(sentence.last, head_end + 8)):
            token = self.tokens[j]
            if token.text in ",;:." or token.verb == "Fin":
                return None
            if _match(self.words.nouns, self.tokens, j):
                one = self._noun(n, sentence, j)
                if one and not one.is_pointer:
                    one.is_set = True
                    return one
        return None

    def _text(self, first: int, last: int) -> str:
        return self.doc.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _left(self, sentence: Sentence, i: int) -> int:
        """Where the noun phrase around the head at `i` begins: ordinals, adjectives, names, "édition de la"."""
        first = i
        while first > sentence.first and i - first < _MAX_SUBJECT and self._is_premodifier(first - 1):
            first -= 1
        j = first - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.definites | self.lexicon.connectors:
            j -= 1
        if j < first - 1 and j >= sentence.first and self.tokens[j].folded in self.lexicon.editions:
            while j > sentence.first and self._is_premodifier(j - 1):
                j -= 1
            return j
        return first

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
        if folded in self.lexicon.breakers or i in self.date_at:
            return True
        if not token.text[0].isalnum():
            return token.text not in "&/"
        if token.verb in ("Fin", "Inf", "Ger"):
            return True
        if folded in self.lexicon.locatives:
            return True
        if folded in self.lexicon.indefinites and self.tokens[i - 1].folded not in self.lexicon.connectors:
            return True
        return token.verb == "Part" and (self.lexicon.head_last or self._is_told_participle(i))

    def _is_told_participle(self, i: int) -> bool:
        matched = _match(self.words.verbs, self.tokens, i)
        return matched is not None

    def _is_loose_end(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            token.folded in self.lexicon.connectors
            or token.folded in self.lexicon.definites
            or token.folded in self.lexicon.indefinites
            or token.pos == "PRON"
            or (token.verb == "Part" and not self.lexicon.head_last)
            or token.folded in self.lexicon.complement_verbs
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
        for i in range(max(sentence.first, first - 8), first):
            matched = _match(self.words.settings, self.tokens, i)
            if matched and matched[0] <= first and all(self._is_bridge(k) for k in range(matched[0], first)):
                return True
        return False

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

    # -- verbs

    def _verb(self, n: int, sentence: Sentence, i: int) -> _Told | None:
        if idiom := _match(self.words.idioms, self.tokens, i):
            return self._of_plan(n, i, idiom[0], "launch")
        token = self.tokens[i]
        matched = _match(self.words.verbs, self.tokens, i) if token.folded in self.words.verbs else None
        if matched is None or i in self.actor_at or not self._is_verb(sentence, i, matched[0]):
            return None
        if token.verb == "Ger" and i > sentence.first and self.tokens[i - 1].folded not in self.lexicon.gerund_after:
            return None
        near = [t.folded for t in self.tokens[max(sentence.first, i - 4) : i]]
        if self.lexicon.nots.intersection(near):
            return None
        before = [t.folded for t in self.tokens[max(sentence.first, i - 8) : i]]
        if token.verb == "Inf" and not self.lexicon.modals.intersection(before):
            return None
        return self._by_verb(n, i, *matched)

    def _by_verb(self, n: int, i: int, behind: int, tells: str) -> _Told | None:
        """What the verb at `i` tells of."""
        if tells in ("launch", "adoption"):
            return self._of_plan(n, i, behind, "launch" if tells == "launch" else "other")
        if tells == "presentation":
            return self._of_plan(n, i, behind, "presentation") or self._of_noun(n, i, behind, "presentation")
        if tells == "signature":
            return self._of_noun(n, i, behind, "signature")
        if tells == "publication":
            return self._of_plan(n, i, behind, "other") or self._of_noun(n, i, behind, "other")
        if tells == "election":
            return self._election(n, i, behind)
        if tells in ("meeting", "visit") and (self.tokens[i].verb in ("Fin", "Inf") or not self.lexicon.head_last):
            return self._of_people(n, i, behind, "visit" if tells == "visit" else "meeting")
        return None

    def _is_verb(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Whether the form at `i` is a verb here; taggers miss participles that open a sentence or follow a noun."""
        if self.tokens[i].pos in ("VERB", "ADJ", "AUX", "X") or behind > i + 1 or i == sentence.first:
            return True
        return self.tokens[i - 1].folded in self.lexicon.auxiliaries

    def _of_plan(self, n: int, i: int, behind: int, kind: EventKind) -> _Told | None:
        """A verb whose object or subject is a plan, by name, noun or pronoun."""
        sentence = self.doc.sentences[n]
        at = self._nearest_plan(sentence, i, behind)
        if at is None or (self._is_active(sentence, i) and self._has_other_object(sentence, behind)):
            return None
        if kind == "other" and (body := self._agent(sentence, behind)):
            name = f"{self._text(*body)} {self._text(i, behind)}"
            return _Told("meeting", i, body[1], i, n, name, "body", "verb", plan=at[0])
        plan, first, last = at
        verb = self._text(i, self._with_dative(sentence, behind) if kind == "presentation" else behind)
        if first is None or last is None:
            if plan is None:
                return None
            name = f"{self.plans[plan].name} {verb}"
            first, last = i, behind
        else:
            name = f"{self._text(first, last)} {verb}"
        return _Told(kind, min(first, i), max(last, behind), i, n, name, verb, "verb", plan=plan)

    def _after_locative(self, sentence: Sentence, i: int) -> int:
        """Position behind "au palais présidentiel": up to the next article, date or comma."""
        stops = self.lexicon.indefinites | self.lexicon.definites
        for j in range(i + 1 + (self.tokens[min(i + 1, sentence.last - 1)].folded in stops), min(sentence.last, i + 6)):
            if self.tokens[j].folded in stops or j in self.date_at or not self.tokens[j].text[0].isalnum():
                return j
        return min(sentence.last, i + 6)

    def _agent(self, sentence: Sentence, behind: int) -> tuple[int, int] | None:
        """The body that something was adopted by or in."""
        for j in range(behind, min(sentence.last, behind + 6)):
            if matched := _match(self.words.bodies, self.tokens, j):
                return self._left(sentence, j), max(self._right(sentence, matched[0]), matched[0])
            if self.tokens[j].text in ",;:" or self.tokens[j].verb == "Fin":
                return None
        return None

    def _with_dative(self, sentence: Sentence, behind: int) -> int:
        """Read "presented to members of the board": to whom."""
        if behind + 1 >= sentence.last or self.tokens[behind].folded not in self.lexicon.datives:
            return behind
        end = self._right(sentence, behind + 1)
        return end if end > behind + 1 else behind

    def _nearest_plan(
        self, sentence: Sentence, i: int, behind: int
    ) -> tuple[int | None, int | None, int | None] | None:
        """The plan that the verb is about: its number where known, and the tokens of its phrase."""
        best: tuple[int, int] | None = None
        for j in range(sentence.first, sentence.last):
            if j in self.plan_at and (j == sentence.first or self.plan_at.get(j - 1) != self.plan_at[j]):
                cost = self._gap(min(i, j), max(i, j)) if j < i else self._gap(behind, j)
                if cost < _REACH and (best is None or cost < best[0]):
                    best = (cost, j)
        if best:
            first = last = best[1]
            while last in self.plan_at and self.plan_at[last] == self.plan_at[first] and last < sentence.last:
                last += 1
            return self.plan_at[first], first, last
        for j in (*range(behind, min(sentence.last, behind + 6)), *range(i - 1, max(sentence.first, i - 9) - 1, -1)):
            if self.tokens[j].folded in self.lexicon.plan_nouns and not self.tokens[j].verb:
                last = self._right(sentence, j + 1)
                return self._plan_before(sentence, j), j, min(last, i) if j < i else last
        if i == sentence.first and self.tokens[i].verb != "Fin":
            return (self.main_plan, None, None) if self.main_plan is not None else None
        plan = self._plan_before(sentence, i)
        is_object = behind < sentence.last and self.tokens[behind].folded in self.lexicon.object_after
        is_told = plan is not None and (is_object or self._has_pronoun(sentence, i))
        return (plan, None, None) if is_told else None

    def _plan_before(self, sentence: Sentence, i: int) -> int | None:
        """The plan named last before position `i`, in this sentence or the one before, else the article's main one."""
        previous = self.doc.sentence_at(max(0, sentence.start - 2)).first
        for j in range(i - 1, previous - 1, -1):
            if j in self.plan_at:
                return self.plan_at[j]
        return self.main_plan

    def _is_active(self, sentence: Sentence, i: int) -> bool:
        before = [t.folded for t in self.tokens[max(sentence.first, i - 3) : i]]
        if self.lexicon.passives.intersection(before):
            return False
        return self.tokens[i].verb == "Fin" or (bool(before) and before[-1] in self.lexicon.auxiliaries)

    def _has_other_object(self, sentence: Sentence, behind: int) -> bool:
        """Read "a lancé un appel": the verb's object is a thing that isn't a plan."""
        j = self._after_circumstances(sentence, behind)
        if j + 1 >= sentence.last or self.tokens[j].folded not in self.lexicon.indefinites:
            return False
        last = min(sentence.last, j + 9)
        return not any(
            k in self.plan_at or self.tokens[k].folded in self.lexicon.plan_nouns | self.lexicon.documents
            for k in range(j + 1, last)
        )

    def _has_pronoun(self, sentence: Sentence, i: int) -> bool:
        """Read "elle a été lancée", "l'a détaillé": a passive with a pronoun as subject, or a pronoun as object."""
        passive = False
        for j in range(i - 1, max(sentence.first, i - 6) - 1, -1):
            token = self.tokens[j]
            if token.folded in self.lexicon.passives:
                passive = True
            elif token.folded in self.lexicon.object_pronouns:
                return True
            elif token.folded in self.lexicon.pronouns:
                return passive
            elif token.folded not in self.lexicon.auxiliaries and token.pos != "ADV":
                return False
        return False

    def _gap(self, a: int, b: int) -> int:
        """How far apart two positions are, in words, with what separates clauses counting more."""
        cost = b - a
        for j in range(a + 1, b):
            token = self.tokens[j]
            if token.text in ";:.":
                cost += 15
            elif token.verb == "Fin" and token.folded not in self.lexicon.auxiliaries:
                cost += 6
            elif token.text == "," and self.tokens[j + 1].folded in self.lexicon.clause_openers:
                cost += _NEW_CLAUSE
        return cost

    def _of_noun(self, n: int, i: int, behind: int, kind: EventKind) -> _Told | None:
        """A verb whose object or subject is an agreement or a document."""
        sentence = self.doc.sentences[n]
        documents = self.lexicon.documents if kind == "presentation" else self.lexicon.acts
        nouns = self.lexicon.agreements if kind == "signature" else documents
        start = self._after_circumstances(sentence, behind)
        nearby = (*range(behind, min(sentence.last, start + 9)), *range(i - 1, max(sentence.first, i - 9) - 1, -1))
        for j in nearby:
            if self.tokens[j].folded in nouns and not self.tokens[j].verb and j not in self.plan_at:
                first = self._left(sentence, j)
                last = self._right(sentence, j + 1)
                if j < i:
                    last = min(last, i)
                    name = self._text(first, behind)
                    return _Told(kind, first, behind, i, n, name, self.tokens[j].folded, "verb")
                return _Told(kind, i, last, i, n, self._text(first, last), self.tokens[j].folded, "verb")
        return None

    def _election(self, n: int, i: int, behind: int) -> _Told | None:
        sentence = self.doc.sentences[n]
        last = min(sentence.last, behind + 9)
        if not any(t.folded in self.lexicon.elected_roles for t in self.tokens[behind:last]):
            return None
        end = behind
        while (
            end < last
            and end not in self.date_at
            and self.tokens[end].text not in ",;:.()"
            and not self.tokens[end].verb
        ):
            end += 1
        while end > behind and self._is_loose_end(end - 1):
            end -= 1
        who = self._subject(sentence, i)
        verb = self._text(i, max(end, behind))
        name = f"{who} {verb}" if who else verb
        return _Told("election", i, max(end, behind), i, n, name, "election", "verb", is_named=True)

    def _subject(self, sentence: Sentence, i: int) -> str:
        for j in range(i - 1, sentence.first - 1, -1):
            if j in self.actor_at:
                return self.actors[self.actor_at[j]].name
        return ""

    def _of_people(self, n: int, i: int, behind: int, kind: EventKind) -> _Told | None:
        """A verb of meeting; named by the body that meets where one is near, else by its own phrase."""
        sentence = self.doc.sentences[n]
        for j in range(sentence.first, sentence.last if kind == "meeting" else sentence.first):
            matched = _match(self.words.bodies, self.tokens, j)
            is_subject = matched and (j < i or not self.lexicon.head_last)
            if matched and is_subject and not self._crosses(min(i, j), max(i, j)):
                last = self._right(sentence, matched[0])
                name = f"{self._text(j, last)} {self._text(i, behind)}"
                return _Told("meeting", min(i, j), max(last if j > i else behind, behind), i, n, name, "body", "verb")
        before = range(max(sentence.first, i - 12), i)
        is_peopled = any(j in self.actor_at or self.tokens[j].folded in self.lexicon.people for j in before)
        if not is_peopled and not self._spots(sentence):
            return None
        start = self._after_circumstances(sentence, behind)
        is_determined = start < sentence.last and self.tokens[start].folded in self.lexicon.indefinites
        last = max(self._right(sentence, start + is_determined), behind)
        tail = self._text(start, last) if last > start else ""
        who = "" if tail else self._subject(sentence, i)
        name = f"{who} {self._text(i, behind)} {tail}".strip()
        return _Told(kind, i, last if start == behind else behind, i, n, name, "people", "verb")

    def _after_circumstances(self, sentence: Sentence, i: int) -> int:
        """Position behind the dates, places and commas that follow a verb."""
        spots = self._spots(sentence)
        while i < sentence.last:
            spot = next((s for s in spots if s.first - 2 <= i < s.last), None)
            if spot:
                i = spot.last
            elif self.tokens[i].folded in self.lexicon.locatives:
                i = self._after_locative(sentence, i)
            elif (
                self.tokens[i].folded in self.lexicon.definites
                and i + 1 in self.date_at
                or i in self.date_at
                or self.tokens[i].text == ","
                or self.tokens[i].folded in self._day_parts
            ):
                i += 1
            else:
                break
        return i

    def _crosses(self, a: int, b: int) -> bool:
        return any(
            t.text in ";:." or (t.verb == "Fin" and t.folded not in self.lexicon.auxiliaries)
            for t in self.tokens[a + 1 : b]
        )

    def _body(self, n: int, sentence: Sentence, i: int) -> _Told | None:
        """A body that decides: "the cabinet approved on Wednesday", "le comité doit l'avaliser le 22 novembre"."""
        matched = _match(self.words.bodies, self.tokens, i)
        if matched is None:
            return None
        last = self._right(sentence, matched[0])
        if self._is_recipient(sentence, i):
            first = min((j for j in range(max(sentence.first, i - 14), i) if j in self.plan_at), default=i)
            return _Told("meeting", first, matched[0], i, n, self._text(first, matched[0]), "body", "verb")
        for j in range(last, min(sentence.last, last + 12)):
            verb = _match(self.words.verbs, self.tokens, j)
            if verb and verb[1] in ("body", "adoption") and self.tokens[j].pos in ("VERB", "NOUN", "ADJ", "X"):
                end = max(self._right(sentence, verb[0]), verb[0])
                first = self._left(sentence, i)
                name = f"{self._text(first, last)} {self._text(j, end)}"
                return _Told("meeting", first, end, j, n, name, "body", "verb")
            if self.tokens[j].text in ";:.":
                return None
        return None

    def _is_recipient(self, sentence: Sentence, i: int) -> bool:
        """Whether something goes "to Cabinet" or "before the council"."""
        j = i - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.definites:
            j -= 1
        if j < sentence.first or self.tokens[j].folded not in self.lexicon.body_links:
            return False
        return any(t.folded in self.lexicon.sendings for t in self.tokens[max(sentence.first, i - 16) : i])

    # -- time and place

    def _date_and_place(self, sentence: Sentence, told: list[_Told]) -> list[_Told]:
        if not told:
            return told
        dates = [
            (d, r) for d in self.dates
            if sentence.start <= d.span.start < sentence.end and self._can_date(d, r := self._positions(d.span))
        ]  # fmt: skip
        spots = self._spots(sentence)
        # "Palais des congrès" is a place, not a congress.
        told = [t for t in told if t.source == "verb" or not any(s.first <= t.trigger < s.last for s in spots)]
        for one in told:
            one.date = self._nearest_date(sentence, one, dates)
            one.place = (self._destination(sentence, one) if one.kind == "visit" else None) or self._nearest_spot(
                one, spots, told[0]
            )
            if one.plan is None:
                one.plan = self._plan_in(sentence, one)
        self._share_places(told)
        return told

    def _share_places(self, told: list[_Told]) -> None:
        """What happens at an event happens where the event is, and the other way round."""
        placed = next((t for t in told if t.place), None)
        for one in told:
            is_joined = placed and (one.is_set or placed.is_set)
            if one.place is None and is_joined and placed and self._near_in_time(one, placed):
                one.place = placed.place

    @staticmethod
    def _near_in_time(one: _Told, other: _Told) -> bool:
        if one.date is None or other.date is None:
            return True
        return abs((one.date.start - other.date.start).days) <= _EVENT_DAYS

    def _destination(self, sentence: Sentence, one: _Told) -> _Spot | None:
        """Read "a visit to the Volta plant": where the visit goes."""
        for i in range(one.trigger + 1, min(sentence.last, one.trigger + 4)):
            if self.tokens[i].folded in self.lexicon.visit_links:
                j = i + 1 + (self.tokens[min(i + 1, sentence.last - 1)].folded in self.lexicon.definites)
                last = j
                while last < sentence.last and self.tokens[last].is_capitalised and last not in self.date_at:
                    last += 1
                if last > j:
                    place = self.place_at.get(j)
                    return _Spot(j, last, self._text(j, last), place.country if place else None)
        return None

    def _can_date(self, date: DateMention, positions: range) -> bool:
        is_period = date.kind == "range" and date.precision == "year"
        is_open = (date.is_deadline and date.precision == "year") or self._is_since(positions.start)
        return not is_period and not is_open and positions.start not in self.plan_at

    def _is_since(self, i: int) -> bool:
        return any(t.folded in self.lexicon.since for t in self.tokens[max(0, i - 2) : i])

    def _nearest_date(
        self, sentence: Sentence, one: _Told, dates: list[tuple[DateMention, range]]
    ) -> DateMention | None:
        best: tuple[int, DateMention] | None = None
        for date, r in dates:
            cost = self._distance(one, r.start, r.stop)
            if r.start - sentence.first <= 2 and date.precision != "year":
                cost = min(cost, 8 + self._clauses(r.stop, one.first))
            if date.is_deadline:
                if one.source == "noun":
                    continue
                cost += 10
            if cost > _DATE_REACH.get(date.precision, _MAX_COST) or (one.is_pointer and cost > 6):
                continue
            if date.precision == "year" and cost > (16 if len(dates) == 1 and one.source == "noun" else 5):
                continue
            if cost < _MAX_COST and (best is None or cost < best[0]):
                best = (cost, date)
        return best[1] if best else None

    def _clauses(self, a: int, b: int) -> int:
        """What the clauses between two positions add to their distance."""
        cost = 0
        for j in range(max(a, 1), b):
            if self.tokens[j].folded in self.lexicon.clause_openers and self.tokens[j - 1].text == ",":
                cost += _NEW_CLAUSE
        return cost

    def _distance(self, one: _Told, start: int, stop: int) -> int:
        if start >= one.last:
            return min(self._gap(one.last - 1, start), self._gap(one.trigger, start)) + 1
        if stop <= one.first:
            return self._gap(stop - 1, one.first) + 1
        if one.source == "noun":
            return 0
        return self._gap(stop, one.trigger) if stop <= one.trigger else self._gap(one.trigger, start)

    def _spots(self, sentence: Sentence) -> list[_Spot]:
        """Places of a sentence where something can happen: behind "à", "in", "at"."""
        spots: list[_Spot] = []
        i = sentence.first
        while i < sentence.last:
            spot = self._spot(sentence, i) if self.tokens[i].folded in self.lexicon.locatives else None
            if spot:
                spots.append(spot)
                i = spot.last
            else:
                i += 1
        return spots

    def _spot(self, sentence: Sentence, i: int) -> _Spot | None:
        first = i + 1
        while first < sentence.last and self.tokens[first].folded in self.lexicon.definites:
            first += 1
        if first >= sentence.last:
            return None
        token = self.tokens[first]
        place = self.place_at.get(first)
        if place and place.kind == "region":
            return self._spot_of(first, self._behind(first, place), place)
        if not token.is_capitalised or first in self.plan_at or first in self.date_at:
            following = self.tokens[first + 1] if first + 1 < sentence.last else token
            if token.folded in self.lexicon.venues and following.is_capitalised and first + 1 not in self.date_at:
                return self._capital_spot(sentence, first)
            return self._lower_venue(sentence, first)
        if first in self.actor_at and not self._is_venue_name(sentence, first):
            return None
        if place and place.kind in ("country", "demonym") and not self._is_venue_name(sentence, first):
            return self._spot_of(first, self._behind(first, place), place) if place.kind == "country" else None
        return self._capital_spot(sentence, first)

    def _behind(self, first: int, place: Place) -> int:
        last = first
        while self.place_at.get(last) is place:
            last += 1
        return last

    def _spot_of(self, first: int, last: int, place: Place) -> _Spot:
        name = place.name
        if place.kind == "region":
            # "province de X" is X; "X County" stays whole.
            k = next((k for k in range(first, last) if self.tokens[k].is_capitalised), first)
            name = self._text(k, last)
        return _Spot(first, last, name, place.country)

    def _lower_venue(self, sentence: Sentence, first: int) -> _Spot | None:
        """Read "dans la province de X", "dans ses bureaux de Y": the capitalised name that the noun leads to."""
        for j in range(first, min(sentence.last, first + 5)):
            place = self.place_at.get(j)
            if place and place.kind in ("city", "region") and self.tokens[j - 1].folded in self.lexicon.place_links:
                return self._spot_of(j, self._behind(j, place), place)
            if j in self.date_at or self.tokens[j].text in ",;:." or self.tokens[j].verb == "Fin":
                return None
        return None

    def _is_venue_name(self, sentence: Sentence, first: int) -> bool:
        return any(t.folded in self.lexicon.venues for t in self.tokens[first : min(sentence.last, first + 5)])

    def _capital_spot(self, sentence: Sentence, first: int) -> _Spot | None:
        """A capitalised run; a venue takes its complements and its town with it."""
        is_venue = False
        last = first
        while last < min(sentence.last, first + 14):
            token = self.tokens[last]
            is_venue = is_venue or token.folded in self.lexicon.venues
            if (
                (token.is_capitalised and token.text[0].isalpha() and last not in self.date_at)
                or (is_venue and self._venue_goes_on(sentence, last))
                or (not is_venue and (token.folded in self.lexicon.venues or self._is_particle(sentence, first, last)))
            ):
                last += 1
            elif not is_venue and self._region_follows(last):
                last += 2
            else:
                break
        while last > first and not (self.tokens[last - 1].text[0].isalnum() or self.tokens[last - 1].text == ")"):
            last -= 1
        while last > first + 1 and self.tokens[last - 1].folded in self.lexicon.place_links | self.lexicon.locatives:
            last -= 1
        if last == first or (
            not is_venue and any(_match(self.words.nouns, self.tokens, k) for k in range(first, last))
        ):
            return None
        inside = next((p.country for k in range(first, last) if (p := self.place_at.get(k)) and p.country), None)
        country = self._country_behind(sentence, last) or inside
        known = any(self.place_at.get(k) for k in range(first, last))
        following = self.tokens[last] if last < sentence.last else None
        if following and following.pos in ("ADJ", "NOUN") and last not in self.date_at and not (known or is_venue):
            return None  # "au Journal officiel" is no town
        if not (is_venue or known or self._is_plain_place(first, last)):
            return None
        return _Spot(first, last, self._text(first, last), country)

    def _is_particle(self, sentence: Sentence, first: int, i: int) -> bool:
        """A short word inside a venue's name: "King Omar bin Said Centre"."""
        if i == first or i + 1 >= sentence.last or not self.tokens[i + 1].is_capitalised or i in self.date_at:
            return False
        if len(self.tokens[i].text) > 3 or not self.tokens[i].text.isalpha() or self.tokens[i].pos == "CCONJ":
            return False
        return any(t.folded in self.lexicon.venues for t in self.tokens[i + 1 : min(sentence.last, i + 5)])

    def _is_plain_place(self, first: int, last: int) -> bool:
        """A capitalised name of up to three words that nobody bears."""
        return (
            last - first <= 3
            and all(k not in self.actor_at for k in range(first, last))
            and (all(t.text[0].isalpha() and not t.text.isupper() for t in self.tokens[first:last]))
        )

    def _venue_goes_on(self, sentence: Sentence, i: int) -> bool:
        token = self.tokens[i]
        if token.text in "()":
            return True
        following = self.tokens[i + 1] if i + 1 < sentence.last else None
        if token.text == ",":
            place = self.place_at.get(i + 1)
            return place is not None and place.kind in ("region", "city")
        if token.folded in self.lexicon.place_links or token.folded in self.lexicon.locatives:
            place = self.place_at.get(i + 1)
            if place and place.kind == "country":
                return False
            if token.folded not in self.lexicon.locatives and following and following.pos == "NOUN":
                return i + 1 not in self.date_at
            named = any(t.is_capitalised for t in self.tokens[i + 1 : min(sentence.last, i + 4)])
            return following is not None and named and i + 1 not in self.date_at
        return token.pos in ("NOUN", "ADJ") and i not in self.date_at and not token.verb

    def _region_follows(self, i: int) -> bool:
        place = self.place_at.get(i + 1)
        return self.tokens[i].text == "," and place is not None and place.kind == "region"

    def _country_behind(self, sentence: Sentence, last: int) -> str | None:
        for k in range(last, min(sentence.last, last + 3)):
            place = self.place_at.get(k)
            if place and place.kind == "country":
                return place.country
        return None

    def _nearest_spot(self, one: _Told, spots: list[_Spot], first: _Told) -> _Spot | None:
        best: tuple[int, _Spot] | None = None
        for spot in spots:
            cost = self._distance(one, spot.first, spot.last)
            if self._leads_where(spot, one):
                cost = 0
            elif spot.first - self.doc.sentence_at(self.tokens[spot.first].start).first <= _OPENING and one is first:
                cost = min(cost, 8)
            if spot.last <= one.first or spot.first >= one.last:
                is_better = best is None or cost < best[0]
            else:
                cost, is_better = 0, best is None or best[0] > 0
            if cost < _NEAR and is_better:
                best = (cost, spot)
        return best[1] if best else None

    def _leads_where(self, spot: _Spot, one: _Told) -> bool:
        """Read "New York, où se tient l'Assemblée", "Mombasa, where the forum was held"."""
        j = spot.last
        j += j < len(self.tokens) and self.tokens[j].text == ","
        return j < one.first <= j + 6 and self.tokens[j].text.lower() in self.lexicon.where

    def _plan_in(self, sentence: Sentence, one: _Told) -> int | None:
        inside = [self.plan_at[j] for j in range(one.first, one.last) if j in self.plan_at]
        if inside:
            return inside[0]
        near = [
            (abs(j - one.trigger), self.plan_at[j]) for j in range(sentence.first, sentence.last) if j in self.plan_at
        ]
        if near:
            return min(near)[1]
        if any(t.folded in self.lexicon.plan_nouns for t in self.tokens[sentence.first : sentence.last]):
            return self.main_plan
        return None

    # -- one record per event

    def _kept(self, told: list[_Told], merged: list[_Merged]) -> list[_Told]:
        """The tellings of a sentence that stand for an event, verbs given up to the noun that they happen at."""
        nouns = [t for t in told if t.source == "noun" and self._is_real(t)]
        if any(t.head not in self.lexicon.editions for t in nouns):
            nouns = [t for t in nouns if t.head not in self.lexicon.editions]
        kept = list(nouns)
        hosts = [*nouns, *(t for t in told if t.head == "body" and t.date)]
        for one in told:
            if one.source != "verb" or self._is_absorbed(one, hosts):
                continue
            if one.date or self._set_at(one, nouns, merged) or self._completes(one, merged):
                kept.append(one)
        kept.sort(key=lambda t: t.trigger)
        return kept

    def _is_real(self, one: _Told) -> bool:
        """Whether a noun stands for an event here: it has a time, a place or a name to tell it by."""
        if one.is_pointer:
            return True
        if one.head in self.lexicon.editions and one.date and one.date.precision == "year" and not one.place:
            return False
        has_complement = one.last > one.trigger + 1
        if one.date or (one.is_weak and one.place):
            return True
        if one.is_weak:
            return one.is_set and has_complement
        if one.place and (one.is_named or one.is_set or one.is_indefinite):
            return True
        if one.is_set and (one.is_named or has_complement):
            return True
        return one.is_named and self._has_ordinal(one.first, one.trigger)

    def _set_at(self, one: _Told, nouns: list[_Told], merged: list[_Merged]) -> bool:
        """A signature or election told without a date, at an event of the same sentence that was dated before."""
        if one.kind not in ("signature", "election"):
            return False
        if merged and self._is_at_same_time(one, merged[-1].lead):
            lead = merged[-1].lead
            one.date, one.place = lead.date, one.place or lead.place
            return True
        for noun in nouns:
            if noun.is_pointer and noun.is_set and merged:
                earlier = self._antecedent(noun, merged)
                if earlier and (earlier.lead.date or earlier.lead.place):
                    one.date, one.place = earlier.lead.date, one.place or earlier.lead.place
                    one.plan = one.plan if one.plan is not None else earlier.lead.plan
                    return True
        return False

    def _is_at_same_time(self, one: _Told, lead: _Told) -> bool:
        """Signed "on that occasion", or in one of the sentences that follow a dated event."""
        if lead.date is None or lead.date.precision != "day":
            return False
        sentence = self.doc.sentences[one.sentence]
        said = any(_match(self.words.same_time, self.tokens, i) for i in range(sentence.first, one.trigger))
        return said or (one.kind == "signature" and 0 < one.sentence - lead.sentence <= 2)

    def _completes(self, one: _Told, merged: list[_Merged]) -> bool:
        """Whether an undated telling of a launch or presentation tells where the one before took place."""
        if one.place is None or one.kind not in ("launch", "presentation") or not merged:
            return False
        lead = merged[-1].lead
        is_next = lead.kind in ("launch", "presentation") and one.sentence - lead.sentence <= 2
        return is_next and lead.place is None and lead.plan == one.plan

    def _is_absorbed(self, one: _Told, nouns: list[_Told]) -> bool:
        for noun in nouns:
            if noun is one or noun.is_pointer or (noun.date and one.date and noun.date is not one.date):
                continue
            if one.kind in ("presentation", "other") or (one.kind == "meeting" and noun.source == "noun"):
                noun.plan = one.plan if noun.plan is None else noun.plan
                return True
            if one.kind == "launch" and noun.kind in ("launch", "other", "presentation"):
                noun.kind = "launch"
                noun.plan = one.plan if noun.plan is None else noun.plan
                if noun.last - noun.first <= 1:
                    noun.name = one.name
                return True
        return False

    def _merge(self, one: _Told, merged: list[_Merged]) -> None:
        earlier = self._antecedent(one, merged) if one.is_pointer else self._same(one, merged)
        if earlier is None:
            merged.append(_Merged([one]))
            return
        lead = earlier.lead
        if one.date and (lead.date is None or _finer(one.date, lead.date)) and self._same_time(one, lead):
            lead.date = one.date
        if (lead.place is None and not one.is_pointer) or (lead.place is None and one.is_pointer and one.date is None):
            lead.place = one.place
        if lead.plan is None and not one.is_pointer:
            lead.plan = one.plan
        earlier.told.append(one)

    def _antecedent(self, one: _Told, merged: list[_Merged]) -> _Merged | None:
        """The event that "cette réunion", "the ceremony" points back to: same head, else same kind, else the last."""
        open_ones = [m for m in reversed(merged) if self._same_time(one, m.lead)]
        for test in (
            lambda m: m.lead.head == one.head,
            lambda m: m.lead.kind == one.kind,
            lambda m: one.head in self.lexicon.pointers and m.lead.kind in _GATHERINGS,
        ):
            for m in open_ones:
                if test(m):
                    return m
        return None

    def _same(self, one: _Told, merged: list[_Merged]) -> _Merged | None:
        """The event told before that `one` tells again."""
        for m in merged:
            if self._same_time(one, m.lead) and (
                self._same_outing(one, m.lead) or self._same_name(one, m.lead) or self._same_meeting(one, m.lead)
            ):
                return m
        return None

    @staticmethod
    def _same_outing(one: _Told, lead: _Told) -> bool:
        """One plan launched or presented: by a noun and a verb, or twice at one date."""
        if not {one.kind, lead.kind} <= {"launch", "presentation"} or one.plan != lead.plan:
            return False
        is_dated = one.date is not None and lead.date is not None
        return is_dated or one.date is None or (one.kind == lead.kind and "noun" in (one.source, lead.source))

    def _same_name(self, one: _Told, lead: _Told) -> bool:
        if one.source != lead.source or not (one.kind == lead.kind or (one.is_named and one.source == "noun")):
            return False
        is_dated = one.date is not None and lead.date is not None
        return (is_dated or one.source == "noun") and _overlap(one.name, lead.name) >= _SAME_NAME

    def _same_meeting(self, one: _Told, lead: _Told) -> bool:
        """Two tellings of a gathering of one kind on one day, not both by a name of their own."""
        if one.kind != lead.kind or not self._same_day(one, lead) or one.kind not in _GATHERINGS:
            return False
        if one.source != lead.source:
            return one.kind == "meeting"
        return one.source == "noun" and not (one.is_named and lead.is_named)

    @staticmethod
    def _same_time(one: _Told, lead: _Told) -> bool:
        if one.date is None or lead.date is None:
            return True
        return one.date.start <= lead.date.end and lead.date.start <= one.date.end

    @staticmethod
    def _same_day(one: _Told, lead: _Told) -> bool:
        return bool(one.date and lead.date and one.date.precision == lead.date.precision == "day")

    def _complete_main(self, merged: list[_Merged]) -> None:
        """The first event, where it has no date or place, has those of the speech that the article opens with."""
        if not merged:
            return
        main = merged[0].lead
        if main.source != "noun" or main.sentence > 12:
            return
        if main.date and main.place:
            return
        for sentence in self.doc.sentences[:3]:
            spots = self._spots(sentence)
            dates = [d for d in self.dates if sentence.start <= d.span.start < sentence.end and d.is_relative]
            speech = self._is_spoken(sentence)
            is_lead = speech or (main.kind in ("launch", "presentation") and main.sentence <= 4)
            if is_lead and main.date is None and dates and dates[0].precision != "year":
                main.date = dates[0]
            if speech and main.place is None and spots and self._same_country(spots[0]):
                main.place = spots[0]
        if main.place is None and main.sentence <= 3:
            main.place = self._dateline()

    def _dateline(self) -> _Spot | None:
        """The town that the article is dated from: "Berne, 3 mai -", "(Lomé) ..."."""
        place = next((p for p in self.places if p.kind == "city" and not p.is_part), None)
        if place is None or place.span.start > 40:
            return None
        positions = self._positions(place.span)
        before = self.tokens[positions.start - 1].folded if positions.start else ""
        if before in self.lexicon.locatives or before in self.lexicon.place_links:
            return None
        return _Spot(positions.start, positions.stop, place.name, place.country)

    def _is_spoken(self, sentence: Sentence) -> bool:
        return any(
            (matched := _match(self.words.roles, self.tokens, i)) is not None and matched[1] == "speaker"
            for i in range(sentence.first, sentence.last)
        )

    def _same_country(self, spot: _Spot) -> bool:
        return spot.country is None or spot.country == self.doc.country

    # -- records

    def _is_event(self, merged: _Merged) -> bool:
        lead = merged.lead
        if lead.is_pointer:
            # "cette réunion" without an event told before is one only where the article goes on about it.
            has_evidence = lead.date is not None or self._is_told_at_length(lead)
            return lead.kind in _GATHERINGS and (has_evidence or (lead.kind == "launch" and lead.place is not None))
        return True

    def _is_told_at_length(self, lead: _Told) -> bool:
        return self.tokens[lead.first - 1].folded in self.lexicon.demonstratives if lead.first else False

    def _event(self, merged: _Merged, *, is_main: bool) -> Event:
        lead = merged.lead
        named = next((t for t in merged.told if t.is_named and t.source == "noun" and not t.is_pointer), None)
        best = lead if lead.is_named or named is None else named
        if best.is_pointer:
            best = next((t for t in merged.told if not t.is_pointer), best)
        start, end, precision = self._time(lead)
        country = lead.place.country if lead.place and lead.place.country else self.doc.country
        spans = list(dict.fromkeys(self.doc.span(t.first, t.last) for t in (best, *merged.told)))
        return Event(
            kind=self._kind(merged),
            name=_clean(best.name),
            spans=spans,
            date_start=start,
            date_end=end,
            date_precision=precision,  # type: ignore[arg-type]
            place=lead.place.name if lead.place else None,
            country=country,
            plan=self._plan(lead, is_main=is_main),
            participants=self._participants(merged),
            confidence=self._confidence(lead),
        )

    def _kind(self, merged: _Merged) -> EventKind:
        kinds = [t.kind for t in merged.told if not t.is_pointer] or [merged.lead.kind]
        return "launch" if "launch" in kinds and kinds[0] in ("presentation", "other") else kinds[0]

    def _time(self, lead: _Told) -> tuple[dt.date | None, dt.date | None, str | None]:
        date = lead.date
        if date is None:
            published = self.doc.published_on
            if lead.is_pointer and published and self.doc.published_precision != "day":
                # "cette réunion" in an article known to its month happened in that month.
                return published, None, self.doc.published_precision
            return None, None, None
        is_week = date.is_relative and date.kind == "range" and (date.end - date.start).days == 6
        if is_week or date.is_deadline:
            return date.start.replace(day=1), None, "month"
        if date.kind == "range" and date.precision == "month" and _is_quarter(date):
            return date.start.replace(month=1), None, "year"
        return date.start, date.end if date.kind == "range" else None, date.precision

    def _plan(self, lead: _Told, *, is_main: bool) -> int | None:
        if lead.plan is not None or self.main_plan is None:
            return lead.plan
        if is_main:
            return self.main_plan
        if lead.kind == "election" or (lead.place and not self._same_country(lead.place)):
            return None
        if lead.date is None:
            return self.main_plan if lead.sentence <= 6 else None
        published = self.doc.published_on
        if published is None:
            return self.main_plan
        near = _EVENT_DAYS if lead.kind == "visit" else _NEAR_DAYS
        return self.main_plan if abs((lead.date.start - published).days) <= near else None

    def _confidence(self, lead: _Told) -> float:
        is_dated = lead.date is not None and lead.date.precision != "year"
        if is_dated and (lead.is_named or (not lead.is_weak and lead.source == "noun")):
            return 0.92
        if is_dated and lead.source == "verb" and lead.head not in ("people", "body"):
            return 0.9
        return 0.75 if lead.date or lead.is_named else 0.6

    def _participants(self, merged: _Merged) -> list[tuple[int, ParticipantRole]]:
        found: dict[int, ParticipantRole] = {}
        for n in dict.fromkeys(t.sentence for t in merged.told):
            sentence = self.doc.sentences[n]
            role: ParticipantRole = "participant"
            for i in range(sentence.first, sentence.last):
                matched = _match(self.words.roles, self.tokens, i)
                if matched:
                    role = matched[1]  # type: ignore[assignment]
                actor = self.actor_at.get(i)
                if actor is None or i in self.plan_at or self.actor_at.get(i - 1) == actor:
                    continue
                after = self._role_behind(sentence, i, actor)
                if found.get(actor, "participant") == "participant":
                    found[actor] = role if role in ("chair", "host") else after or "participant"
                role = "participant"
        return list(found.items())

    def _role_behind(self, sentence: Sentence, i: int, actor: int) -> ParticipantRole | None:
        """Role that the verb behind an actor gives it: "X a présidé", "X said"."""
        for j in range(i, min(sentence.last, i + 30)):
            if j > i and self.actor_at.get(j, actor) != actor:
                return None
            if matched := _match(self.words.roles, self.tokens, j):
                return matched[1]  # type: ignore[return-value]
        return None


_REACH = 40
_EVENT_DAYS = 4
_NEAR = 25
_OPENING = 8  # tokens: "On Tuesday in Kigali, ..."
_LEAD = 350  # characters
_IN_TITLE = 0.7
_NEAR_DAYS = 200
_SAME_NAME = 0.6
_NEW_CLAUSE = 20
_DATE_REACH = {"month": 22}
_GATHERINGS = frozenset({"meeting", "conference", "assembly", "launch", "other", "visit"})


def _is_quarter(date: DateMention) -> bool:
    """Whether a range is a quarter or a half: known to its year, as no month of it is named."""
    days = (date.end - date.start).days
    return date.start.month % 3 == 1 and (89 <= days <= 92 or 180 <= days <= 184)


def _finer(one: DateMention, other: DateMention) -> bool:
    return (one.end - one.start) < (other.end - other.start)


def _overlap(a: str, b: str) -> float:
    """Shared words of the shorter name, 0 to 1."""
    first, second = {w for w in words(a) if len(w) > 2}, {w for w in words(b) if len(w) > 2}
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def _clean(name: str) -> str:
    """The name on one line, without quotation marks."""
    return " ".join("".join(" " if c in '«»“”"' else c for c in name).split())
