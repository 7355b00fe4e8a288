"""Words that name and tell events, indexed for the readers of `events`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, get_args

from pipelines.extract.document import Token
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.records import EventKind
from pipelines.extract.tokenizer import Word

Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
Tells = Literal[
    "launch", "presentation", "publication", "document", "adoption", "signature", "agreement", "opening", "creation",
    "appearance", "start", "election", "meeting", "visit", "body", "announcement", "ruling", "protest", "oath",
    "measure",
]  # fmt: skip


class EventLexicon(LexiconModel):
    """Topic `events`. Words are folded; a phrase is its words as the tokenizer cuts them, spaces between.

    Attributes:
        nouns: head nouns and phrases that name an event, by kind.
        reported_as: nouns whose event is of another kind in the end than the one that they are read as.
        weak_nouns: those that need a date or a place ("cérémonie"), as they mostly mean something else.
        pointers: nouns that may point back to any event told before ("rencontre", "event").
        bodies: bodies whose dated decision is a meeting ("cabinet").
        not_events: phrases that look like events but are only where somebody spoke ("press conference").
        modals: verbs that make an infinitive tell of what is to come; purposes: those
            that may only tell what for; same_time: phrases for "on that occasion"; same_places,
            theres: phrases and words for a place told before.
        named_only: nouns that are events only as part of a name ("week").
        groundworks: verbs of opening by which works begin, not what is built.
        signings: verbs of signing that need no object; decisions: nouns for what a body decides while it sits;
        givings, assents: verbs and nouns of agreeing, apart from each other ("gave the pact its blessing");
        weeks: nouns that are conferences where they end a name, but for `observances` before them;
        editions: nouns that carry an event's ordinal; openings: phases that stand for the whole event;
            appointments: nouns for what is to come, whatever it is.
        settings: phrases that place a fact at an event ("lors de"); event_settings: those that only events follow.
        conjugations, stems: regular verbs by what they tell, and their endings; verbs: other forms, and phrases.
            Those of `body` need a body as subject, those of `start` an undertaking.
        deciders: people whose joint decision is a meeting; scheduled: nouns that are events only when to come.
        towns: nouns that tell what kind of town a name is; origins: what stands before where somebody left.
        undertakings, foundations: what starts, and what is founded, by the kind of event that this is.
        funds: money that is signed for or approved.
        launch_idioms: phrases that tell a launch in other words ("coup d'envoi de").
        body_links: prepositions before a body that something goes to; agent_links: before who does what a passive
            tells; genitives: what a possessor ends in ("'s").
        courts: who rules; legislatures: bodies and people that vote, by the kind of their vote.
        governments: whose approval is given in a meeting of theirs.
        disasters: what strikes nobody's plan, told by its day or month; counts: what a bare year dates ("census").
        recurrences: determiners of what comes back ("every six months").
        squares: nouns that make a name a place without a preposition ("place"), mostly behind a comma.
        travellers: nouns that visit where they are awaited: `arrivals`.
        wishes: verbs whose object isn't there yet ("réclame un débat"); suits: what is lodged against a plan;
        contrasts: adverbs before where something is not held ("rather than in").
        topics: prepositions between such a thing and what it is about.
        people: who meets, is met or received; receptions: verbs of meeting that things may be the object of;
            satisfactions: those whose thing is a need or a target ("meet growth projections").
        elected_roles: offices, and verbs for what their holders do; officers: who holds one; elected_bodies: what is
            elected whole ("a new board"); choices: verbs that may choose anything, and need an office close by;
            lifts: those that need a place at the head, one of `helms` ("porter à la tête de").
        plan_nouns, agreements, documents: what is launched or presented, signed, or made public.
        indefinites, definites, demonstratives, possessives: determiners; latters: pronouns that a participle in commas
            may follow ("the latter, tabled in May").
        connectors: words that carry a noun's complement on; breakers: words that end it.
        complement_verbs: participles that carry a complement on whatever preposition follows ("consacrée à").
        visit_links: prepositions between a visit and where it goes; where: relative words after a place (accents kept);
            whens: words after a date that tell what happened then; gathered:
            participles of who met; site_leads: prepositions before some venues alone; slot_links: those between what is
            scheduled and its town.
        nows: words for the present day that mostly date a state ("aujourd'hui").
        futures: auxiliaries of what is to come; future_endings: of finite verbs.
        snapshots: words before the day of a figure ("au 31 mai"); dull_verbs: verbs of a state, an end or a figure.
        day_openers: verbs that only open a day behind a preposition ("à partir de").
        continuations: adverbs before the day that a thing goes on to; participle_endings: of past participles
            (accents kept).
        repeaters: conjunctions before another place and day of an event; relatives: pronouns after what is hosted;
            relative_owners: those of what belongs to something told ("whose"); self_references: what an article
            calls itself.
        apart: phrases that place a fact before or after an event, not at it; afters, befores: prepositions of time;
            eves: phrases for so many days before an event.
        sequels: adverbs for what happened on the day told before; briefings: where the press is told the news.
        occurrences: verbs that say no more than that an event took place.
        since, nots: what makes a date or a verb tell of no event; excepts: what undoes a `nots` behind the verb.
        clause_openers: conjunctions that open a clause; conditions: those of what may never happen.
        recents: what tells of the days before publication without naming one ("recently").
        manners: nouns of an adverbial phrase between a verb and its object ("de façon officielle").
        clefts: pronouns that open "it was in 2020 that".
        locatives: prepositions before a place; seats: those before an organisation where it has its seat; landforms:
            nouns that belong to a region's name ("péninsule");
        venues: nouns that make a name a venue.
        takings_place: phrases that say of any subject that it takes place; holdings: participles that say so behind a
            comma; beginnings: verbs that begin it or settle its day; ends: what its last day is told by.
        stages: phrases before the venue of an event ("a eu pour cadre").
        beings, facings: "will be" before a body ("sera mardi devant le conseil"); addresses: nouns of a speech.
        informed: what a body is that somebody speaks to; reflexives: pronouns that make hearing agreeing;
            no_places: words with a capital that are none.
        proceedings: nouns for what a body does while it sits; handovers: nouns of a presentation only where a plan or
            a document is handed over.
        handings: verbs of `presentation` whose object may be any thing; object_articles: determiners of an object,
            dative_articles: those that have the preposition of whom it is given to in them.
        volleys: what is launched without being an event ("an attack", "un appel").
        outcomes: verbs that tell what something ended with;
        habits: adverbs of what comes back, which tell of no day; announcements: nouns of what is made known.
        effects: what a text comes into ("force"); awards: money whose release is no publication; scarcely: adverbs of
            how much of a goal is met; put_offs: verbs of moving an event to another day.
        chairs, hosts, speakers: words beside a participant that tell its role; town_hosts: verbs whose subject, a town,
            is where their object takes place.
    """

    nouns: dict[EventKind, list[str]]
    reported_as: dict[EventKind, list[str]]
    weak_nouns: frozenset[str]
    pointers: frozenset[str]
    bodies: list[str]
    deciders: list[str]
    scheduled: frozenset[str]
    towns: frozenset[str]
    origins: frozenset[str]
    sittings: frozenset[str]
    undertakings: dict[EventKind, list[str]]
    foundations: dict[EventKind, list[str]]
    funds: frozenset[Word]
    courts: list[str]
    legislatures: dict[EventKind, list[str]]
    governments: frozenset[Word]
    disasters: frozenset[str]
    counts: frozenset[str]
    recurrences: frozenset[Word]
    squares: frozenset[Word]
    travellers: frozenset[Word]
    arrivals: frozenset[Word]
    wishes: frozenset[Word]
    suits: frozenset[Word]
    topics: frozenset[Word]
    contrasts: frozenset[Word]
    groundworks: frozenset[str]
    decisions: frozenset[str]
    signings: frozenset[Word]
    givings: frozenset[Word]
    assents: frozenset[Word]
    weeks: frozenset[Word]
    observances: frozenset[Word]
    editions: frozenset[Word]
    openings: frozenset[str]
    appointments: frozenset[str]
    settings: list[str]
    event_settings: list[str]
    conjugations: dict[str, list[str]]
    stems: dict[Tells, dict[str, list[str]]]
    verbs: dict[Tells, list[str]]
    launch_idioms: list[str]
    unveiling_idioms: list[str]
    plan_nouns: frozenset[Word]
    agreements: frozenset[Word]
    documents: frozenset[Word]
    elected_roles: frozenset[Word]
    elected_bodies: frozenset[Word]
    choices: frozenset[Word]
    lifts: frozenset[Word]
    helms: frozenset[Word]
    officers: frozenset[Word]
    indefinites: frozenset[Word]
    definites: frozenset[Word]
    demonstratives: frozenset[Word]
    possessives: frozenset[Word]
    pronouns: frozenset[Word]
    latters: frozenset[Word]
    gerund_after: frozenset[Word]
    object_after: frozenset[Word]
    body_links: frozenset[Word]
    agent_links: frozenset[Word]
    genitives: frozenset[Word]
    sendings: frozenset[Word]
    object_pronouns: frozenset[Word]
    passives: frozenset[Word]
    people: frozenset[Word]
    receptions: frozenset[Word]
    satisfactions: frozenset[Word]
    acts: frozenset[Word]
    ordinals: frozenset[Word]
    ordinal_suffixes: frozenset[Word]
    negations: frozenset[Word]
    connectors: frozenset[Word]
    breakers: frozenset[Word]
    head_last: bool
    locatives: frozenset[Word]
    seats: frozenset[Word]
    landforms: frozenset[Word]
    afters: frozenset[Word]
    befores: frozenset[Word]
    eves: dict[int, list[str]]
    place_links: frozenset[Word]
    venues: frozenset[Word]
    datives: frozenset[Word]
    auxiliaries: frozenset[Word]
    not_events: list[str]
    modals: frozenset[Word]
    purposes: frozenset[Word]
    same_time: list[str]
    same_places: list[str]
    theres: frozenset[Word]
    named_only: frozenset[str]
    day_parts: frozenset[Word]
    nows: frozenset[Word]
    futures: frozenset[Word]
    future_endings: tuple[str, ...]
    snapshots: frozenset[Word]
    dull_verbs: frozenset[Word]
    continuations: frozenset[Word]
    day_openers: frozenset[Word]
    participle_endings: tuple[str, ...]
    repeaters: frozenset[Word]
    relatives: frozenset[Word]
    relative_owners: frozenset[Word]
    self_references: frozenset[Word]
    sequels: list[str]
    apart: list[str]
    briefings: list[str]
    complement_verbs: frozenset[Word]
    visit_links: frozenset[Word]
    where: frozenset[Word]
    whens: frozenset[Word]
    gathered: frozenset[Word]
    site_leads: frozenset[Word]
    slot_links: frozenset[Word]
    occurrences: frozenset[Word]
    since: frozenset[Word]
    nots: frozenset[Word]
    excepts: frozenset[Word]
    clause_openers: frozenset[Word]
    conditions: frozenset[Word]
    clefts: frozenset[Word]
    manners: frozenset[Word]
    recents: frozenset[Word]
    chairs: list[str]
    hosts: list[str]
    town_hosts: list[str]
    speakers: list[str]
    takings_place: list[str]
    stages: list[str]
    holdings: frozenset[Word]
    beginnings: frozenset[Word]
    ends: list[str]
    beings: frozenset[Word]
    informed: frozenset[Word]
    reflexives: frozenset[Word]
    no_places: frozenset[Word]
    facings: frozenset[Word]
    addresses: frozenset[Word]
    handovers: frozenset[Word]
    handings: frozenset[Word]
    object_articles: frozenset[Word]
    volleys: frozenset[Word]
    habits: frozenset[Word]
    outcomes: frozenset[Word]
    announcements: frozenset[Word]
    dative_articles: frozenset[Word]
    proceedings: frozenset[Word]
    effects: frozenset[Word]
    awards: frozenset[Word]
    scarcely: frozenset[Word]
    put_offs: frozenset[Word]


@dataclass(frozen=True, eq=False)
class Words:
    """The lexicon of a language with its phrases by first word."""

    lexicon: EventLexicon
    nouns: Phrases
    verbs: Phrases
    bodies: Phrases
    deciders: Phrases
    courts: Phrases
    legislatures: Phrases
    undertakings: Phrases
    foundations: Phrases
    settings: Phrases
    idioms: Phrases
    event_settings: Phrases
    not_events: Phrases
    same_time: Phrases
    same_places: Phrases
    sequels: Phrases
    apart: Phrases
    briefings: Phrases
    takings_place: Phrases
    stages: Phrases
    town_hosts: Phrases
    ends: Phrases
    eves: Phrases
    roles: Phrases

    @cached_property
    def openers(self) -> frozenset[str]:
        """First words of all that may tell an event: the others needn't be looked at."""
        tables = (self.nouns, self.verbs, self.bodies, self.deciders, self.idioms, self.event_settings, self.not_events)
        return self.lexicon.travellers.union(*tables, self.courts)

    @cached_property
    def bodily(self) -> frozenset[str]:
        """First words of who may decide."""
        return frozenset().union(self.bodies, self.deciders, self.courts)

    @cached_property
    def verbal(self) -> frozenset[str]:
        """First words of the verbs and of the idioms."""
        return frozenset().union(self.verbs, self.idioms)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """First words of `roles`."""
        return frozenset(self.roles)

    @cached_property
    def pointing(self) -> frozenset[str]:
        """Words that may stand for a place told before."""
        return self.lexicon.theres.union(self.same_places)

    @cached_property
    def openings(self) -> frozenset[str]:
        """`openers` and `occasions`."""
        return self.openers | self.occasions

    @cached_property
    def place_leads(self) -> frozenset[str]:
        """Words behind which a place may stand."""
        stages = {part for phrases in self.stages.values() for parts, _ in phrases for part in parts}
        others = (self.lexicon.visit_links, self.lexicon.site_leads, self.lexicon.slot_links, stages)
        return self.lexicon.locatives.union(*others)

    @cached_property
    def occasions(self) -> frozenset[str]:
        """Words that may say of a name or of somebody that they take or have a place; of phrases the last ones."""
        last = {parts[-1] for phrases in self.takings_place.values() for parts, _ in phrases}
        return self.lexicon.holdings.union(last, self.lexicon.beings, self.lexicon.proceedings)

    @cached_property
    def reports(self) -> dict[str, EventKind]:
        """`reported_as` by noun."""
        return {noun: kind for kind, nouns in self.lexicon.reported_as.items() for noun in nouns}

    @cached_property
    def endings(self) -> dict[str, list[tuple[str, ...]]]:
        """The phrases of `takings_place` by their last word."""
        table: dict[str, list[tuple[str, ...]]] = {}
        for phrases in self.takings_place.values():
            for parts, _ in phrases:
                table.setdefault(parts[-1], []).append(parts)
        return table


def _index(rows: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases by their first word, longest first."""
    table: Phrases = {}
    for phrase, value in sorted(rows, key=lambda r: -len(r[0].split())):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], []).append((parts, value))
    return table


def _verb_forms(lexicon: EventLexicon) -> list[tuple[str, str]]:
    """Forms of the verbs; one that tells several things is listed under each, in the order of `Tells`."""
    rows: list[tuple[str, str]] = []
    for tells in get_args(Tells):
        rows += [(form, tells) for form in lexicon.verbs.get(tells, ())]
        for conjugation, stems in lexicon.stems.get(tells, {}).items():
            rows += [(stem + ending, tells) for stem in stems for ending in lexicon.conjugations[conjugation]]
    return list(dict.fromkeys(rows))


@cache
def words_of(language: str) -> Words:
    """The words of `language`, indexed once."""
    lexicon = load_topic(language, "events", EventLexicon)
    roles = [(p, "chair") for p in lexicon.chairs] + [(p, "host") for p in lexicon.hosts]
    roles += [(p, "speaker") for p in lexicon.speakers]
    idioms = [(p, "launch") for p in lexicon.launch_idioms] + [(p, "presentation") for p in lexicon.unveiling_idioms]
    return Words(
        lexicon,
        _index((noun, kind) for kind, nouns in lexicon.nouns.items() for noun in nouns),
        _index(_verb_forms(lexicon)),
        _index((body, "meeting") for body in lexicon.bodies),
        _index((people, "meeting") for people in lexicon.deciders),
        _index((court, "other") for court in lexicon.courts),
        _index((house, kind) for kind, houses in lexicon.legislatures.items() for house in houses),
        _index((noun, kind) for kind, nouns in lexicon.undertakings.items() for noun in nouns),
        _index((noun, kind) for kind, nouns in lexicon.foundations.items() for noun in nouns),
        _index((phrase, "setting") for phrase in lexicon.settings),
        _index(idioms),
        _index((phrase, "setting") for phrase in lexicon.event_settings),
        _index((phrase, "") for phrase in lexicon.not_events),
        _index((phrase, "") for phrase in lexicon.same_time),
        _index((phrase, "") for phrase in lexicon.same_places),
        _index((phrase, "") for phrase in lexicon.sequels),
        _index((phrase, "") for phrase in lexicon.apart),
        _index((phrase, "") for phrase in lexicon.briefings),
        _index((phrase, "") for phrase in lexicon.takings_place),
        _index((phrase, "") for phrase in lexicon.stages),
        _index((phrase, "host") for phrase in lexicon.town_hosts),
        _index((phrase, "") for phrase in lexicon.ends),
        _index((phrase, str(days)) for days, phrases in lexicon.eves.items() for phrase in phrases),
        _index(roles),
    )


def match_all(table: Phrases, tokens: list[Token], i: int) -> list[tuple[int, str]]:
    """Every value of the longest phrase at token `i`, each with the position behind it."""
    first = match_phrase(table, tokens, i)
    if first is None:
        return []
    behind = first[0]
    phrases = table[tokens[i].folded]
    if len(phrases) == 1:
        return [first]
    words = tuple(t.folded for t in tokens[i:behind])
    return [(behind, value) for parts, value in phrases if parts == words]


def match_phrase(table: Phrases, tokens: list[Token], i: int) -> tuple[int, str] | None:
    """Position behind the phrase at token `i` and its value."""
    phrases = table.get(tokens[i].folded)
    if phrases is None:
        return None
    following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    for parts, value in phrases:
        size = len(parts)  # the first word is the table's key
        if size == 1:
            return i + 1, value
        if following != parts[1] or i + size > len(tokens):
            continue
        if size == 2 or all(tokens[i + k].folded == parts[k] for k in range(2, size)):
            return i + size, value
    return None
