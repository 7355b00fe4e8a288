"""Topic `pillars`: the words with which a language presents a plan's structure, made ready for matching."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipelines.extract.enumerations import ListGrammar, ListWords, Phrases, phrase_parts
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.records import PillarKind
from pipelines.extract.tokenizer import Word


class ComponentNouns(LexiconModel):
    """Nouns of one kind of component, written `singular/plural`."""

    strong: list[str]
    weak: list[str]


class ListVerbs(LexiconModel):
    """Verbs that a plan's parts follow without a noun for them."""

    firm: list[str]
    loose: list[str]
    counted: list[str]
    having: list[str]
    bulleted: dict[PillarKind, list[str]]


class PillarWords(LexiconModel):
    """Topic `pillars`: how a language presents a plan's structure."""

    components: dict[PillarKind, ComponentNouns]
    feminine: frozenset[str]
    plan_nouns: frozenset[Word]
    other_subjects: frozenset[Word]
    appendages: frozenset[Word]
    numbers: dict[Word, int]
    multiples: dict[Word, int]
    manifolds: dict[PillarKind, dict[Word, int]]
    pronoun_nouns: frozenset[Word]
    purposes: list[str]
    several: frozenset[Word]
    collectives: frozenset[Word]
    definite: frozenset[Word]
    possessives: frozenset[Word]
    possessive_relatives: frozenset[Word]
    indefinite: frozenset[Word]
    back_references: frozenset[Word]
    among: list[str]
    listing_verbs: list[str]
    others: frozenset[Word]
    demonstratives: frozenset[Word]
    latter: list[str]
    distant: list[str]
    examples: list[str]
    contrasts: list[str]
    past_endings: tuple[str, ...]
    anew: frozenset[str]
    reminders: list[str]
    pronouns: list[str]
    ordinals: dict[Word, int]
    last: frozenset[Word]
    ordinal_adverbs: dict[str, int]
    sequels: list[str]
    masculine_words: frozenset[Word]
    feminine_words: frozenset[Word]
    topic_openers: list[str]
    clause_openers: list[str]
    one_other: dict[str, int]
    of_two: dict[str, int]
    structure_verbs: list[str]
    effects: list[str]
    burdens: frozenset[Word]
    list_verbs: ListVerbs
    copulas: list[str]
    contents: list[str]
    participles: list[str]
    following: frozenset[Word]
    list_openers: list[str]
    starters: list[str]
    sentence_openers: list[str]
    partial_openers: list[str]
    content_verbs: list[str]
    closers: list[str]
    naming_verbs: list[str]
    superlatives: frozenset[Word]
    arriving: dict[str, int]
    rank_verbs: list[str]
    rank_nouns: frozenset[str]
    clefts: list[str]
    plural_verbs: frozenset[str]
    coming_next: frozenset[str]
    numbering: list[str]
    making_verbs: list[str]
    crosscutting: frozenset[str]
    cores: list[str]
    going: list[str]
    aims: list[str]
    each: list[str]
    pair_verbs: list[str]
    coming_verbs: list[str]
    pairing: frozenset[str]
    partitions: list[str]
    itself: frozenset[Word]
    doers: frozenset[str]
    thereof: frozenset[str]
    headings: list[str]
    relatives: frozenset[str]
    clefting: frozenset[str]
    rests: frozenset[str]
    one_of: list[str]
    another: list[str]
    hollow: list[str]
    additions: list[str]
    of_them: list[str]
    initials: frozenset[Word]
    beginning: list[str]
    towards: frozenset[Word]
    summing: list[str]
    besides: list[str]
    renaming: list[str]
    trailing: list[str]
    completing: list[str]
    following_ranks: frozenset[Word]
    stages: frozenset[Word]
    no_parts: frozenset[Word]
    troubles: frozenset[Word]
    shares: frozenset[Word]
    bare_nouns: bool
    future_endings: tuple[str, ...]
    debated: tuple[str, ...]
    lists: ListWords


@dataclass(frozen=True, slots=True)
class Noun:
    """One form of a noun for a component, in words."""

    kind: PillarKind
    is_strong: bool
    is_plural: bool
    is_feminine: bool | None  # None where it isn't known
    words: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`PillarWords` of a language, compiled."""

    words: PillarWords
    nouns: dict[str, tuple[Noun, ...]]  # by first word, longest first
    manifolds: dict[str, tuple[int, Noun]]  # nouns that say how many, 0: the number stands before a hyphen
    triggers: frozenset[str]  # words at which something may start
    trigger_pairs: dict[str, frozenset[str]]  # the same, with the words that must follow
    verb_words: frozenset[str]  # words of `list_verbs`, adverbs among them
    grammar: ListGrammar
    latter: Phrases
    distant: Phrases
    examples: Phrases
    contrasts: Phrases
    reminders: Phrases
    pronouns: Phrases
    sequels: Phrases
    purposes: Phrases
    topic_openers: Phrases
    clause_openers: Phrases
    one_other: Phrases
    of_two: Phrases
    adverbs: Phrases
    sequence: Phrases  # adverbs and sequels
    structure_verbs: Phrases
    effects: Phrases
    all_verbs: Phrases  # those of structure and those that a list follows
    firm_verbs: Phrases
    loose_verbs: Phrases
    counted_verbs: Phrases
    having_verbs: Phrases
    among: Phrases
    listing_verbs: Phrases
    of_them: Phrases
    bulleted_verbs: tuple[tuple[PillarKind, Phrases], ...]
    copulas: Phrases
    contents: Phrases
    participles: Phrases
    list_openers: Phrases
    starters: Phrases
    sentence_openers: Phrases
    partial_openers: Phrases
    content_verbs: Phrases
    closers: Phrases
    naming_verbs: Phrases
    arriving: Phrases
    arrivals: Phrases  # those and rank_verbs
    rank_verbs: Phrases
    clefts: Phrases
    numbering: Phrases
    making_verbs: Phrases
    cores: Phrases
    core_words: frozenset[str]  # first words of `cores`
    going: Phrases
    aims: Phrases
    each: Phrases
    pair_verbs: Phrases
    coming_verbs: Phrases
    partitions: Phrases
    headings: Phrases
    one_of: Phrases
    another: Phrases
    additions: Phrases
    initials: frozenset[str]  # words.initials
    adverbial_words: frozenset[str]  # how those of several words in lists.adverbs begin
    beginning: Phrases
    renaming: Phrases
    summing: Phrases
    besides: Phrases
    trailing: Phrases
    completing: Phrases


@cache
def pillar_lexicon(language: str) -> Lexicon:
    """The compiled topic `pillars` of a language.

    Raises:
        LexiconError: the language has no such topic, or it is malformed.
    """
    words = load_topic(language, "pillars", PillarWords)
    nouns = _nouns(words)
    manifolds = {
        word: (count, Noun(kind, False, True, None, (word,)))
        for kind, counts in words.manifolds.items()
        for word, count in counts.items()
    }
    phrases = [phrase_parts(phrase) for phrase in (*words.ordinal_adverbs, *words.one_other)]
    phrases += [list(noun.words) for found in nouns.values() for noun in found]
    alone = {
        *words.ordinals,
        *words.last,
        *words.initials,
        *_manifold_words(words),
        *(p[0] for p in phrases if _stands_alone(p)),
    }
    pairs: dict[str, set[str]] = {}
    for phrase in phrases:
        if phrase[0] not in alone:
            pairs.setdefault(phrase[0], set()).add(phrase[1])
    verbs = words.list_verbs
    return Lexicon(
        words=words,
        nouns=nouns,
        manifolds=manifolds,
        triggers=frozenset(alone),
        trigger_pairs={first: frozenset(seconds) for first, seconds in pairs.items()},
        verb_words=frozenset(
            part for phrase in (*words.list_verbs.firm, *words.list_verbs.loose) for part in phrase_parts(phrase)
        ),
        grammar=ListGrammar.of(words.lists, words.hollow, has_bare_nouns=words.bare_nouns),
        latter=Phrases(words.latter),
        distant=Phrases(words.distant),
        examples=Phrases(words.examples),
        contrasts=Phrases(words.contrasts),
        reminders=Phrases(words.reminders),
        pronouns=Phrases(words.pronouns),
        sequels=Phrases(words.sequels),
        purposes=Phrases(words.purposes),
        topic_openers=Phrases(words.topic_openers),
        clause_openers=Phrases(words.clause_openers),
        one_other=Phrases(words.one_other),
        of_two=Phrases(words.of_two),
        adverbs=Phrases(words.ordinal_adverbs),
        sequence=Phrases((*words.ordinal_adverbs, *words.sequels)),
        structure_verbs=Phrases(words.structure_verbs),
        effects=Phrases(words.effects),
        all_verbs=Phrases((*words.structure_verbs, *verbs.firm, *verbs.loose, *verbs.counted)),
        firm_verbs=Phrases(words.list_verbs.firm),
        loose_verbs=Phrases(words.list_verbs.loose),
        counted_verbs=Phrases(words.list_verbs.counted),
        having_verbs=Phrases(words.list_verbs.having),
        among=Phrases(words.among),
        listing_verbs=Phrases(words.listing_verbs),
        of_them=Phrases(words.of_them),
        bulleted_verbs=tuple((kind, Phrases(verbs)) for kind, verbs in words.list_verbs.bulleted.items()),
        copulas=Phrases(words.copulas),
        contents=Phrases(words.contents),
        participles=Phrases(words.participles),
        list_openers=Phrases(words.list_openers),
        starters=Phrases(words.starters),
        sentence_openers=Phrases(words.sentence_openers),
        partial_openers=Phrases(words.partial_openers),
        content_verbs=Phrases(words.content_verbs),
        closers=Phrases(words.closers),
        naming_verbs=Phrases(words.naming_verbs),
        arriving=Phrases(words.arriving),
        arrivals=Phrases((*words.arriving, *words.rank_verbs)),
        rank_verbs=Phrases(words.rank_verbs),
        clefts=Phrases(words.clefts),
        numbering=Phrases(words.numbering),
        making_verbs=Phrases(words.making_verbs),
        cores=Phrases(words.cores),
        core_words=frozenset(phrase_parts(phrase)[0] for phrase in words.cores),
        going=Phrases(words.going),
        aims=Phrases(words.aims),
        each=Phrases(words.each),
        pair_verbs=Phrases(words.pair_verbs),
        coming_verbs=Phrases(words.coming_verbs),
        partitions=Phrases(words.partitions),
        headings=Phrases(words.headings),
        one_of=Phrases(words.one_of),
        another=Phrases(words.another),
        additions=Phrases(words.additions),
        initials=words.initials,
        adverbial_words=frozenset(p[0] for a in words.lists.adverbs if len(p := phrase_parts(a)) > 1),
        beginning=Phrases(words.beginning),
        renaming=Phrases(words.renaming),
        summing=Phrases(words.summing),
        besides=Phrases(words.besides),
        trailing=Phrases(words.trailing),
        completing=Phrases(words.completing),
    )


def _stands_alone(phrase: list[str]) -> bool:
    return len(phrase) == 1 or phrase[0].endswith("*") or phrase[1].endswith("*")


def _nouns(words: PillarWords) -> dict[str, tuple[Noun, ...]]:
    found: dict[str, list[Noun]] = {}
    for kind, nouns in words.components.items():
        for entry, is_strong in [*((e, True) for e in nouns.strong), *((e, False) for e in nouns.weak)]:
            singular, plural = entry.split("/")
            for form, is_plural in ((singular, False), (plural, True)):
                if singular == plural and not is_plural:
                    continue
                parts = tuple(phrase_parts(form))
                noun = Noun(kind, is_strong, is_plural, singular in words.feminine, parts)
                found.setdefault(parts[0], []).append(noun)
    return {first: tuple(sorted(nouns, key=lambda n: -len(n.words))) for first, nouns in found.items()}


def _manifold_words(words: PillarWords) -> set[str]:
    """Words at which "a trio of", "three-pronged" or "8-pronged" is seen."""
    plain = {word for counts in words.manifolds.values() for word in counts}
    hyphened = {
        f"{number}-{word}"
        for counts in words.manifolds.values()
        for word, count in counts.items()
        if not count
        for number in words.numbers
    }
    return plain | hyphened
