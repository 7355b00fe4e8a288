"""Pillars: the components that a text itself presents as a plan's structure, as a tree.

A text announces components ("s'articule autour de quatre axes", "rests on two strands"), then names them: in
the same sentence, as bullets, or one by one with ordinals ("Le premier concerne …", "As for the third, …",
"Pillar 2: …"). The sentences are read once, in order. Every announcement opens a group that bullets, an inline
list or ordinals fill; the component that a clause speaks of ("Ce second axe actionne trois leviers") becomes
the parent of what the clause announces.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from pipelines.extract.document import Block, Document, Sentence, Token
from pipelines.extract.enumerations import (
    ListGrammar,
    ListWords,
    Phrases,
    label_range,
    marked_items,
    marker_ranks,
    phrase_parts,
    split_list,
)
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.plans import main_plan
from pipelines.extract.records import Pillar, PillarKind, Plan, Span
from pipelines.extract.text import words as folded_words

MAX_COMPONENTS = 120
MIN_CONFIDENCE = 0.45
_MAX_COUNT = 15
_MAX_LIST_TOKENS = 260
_LOOKBACK = 14  # tokens between a verb of structure and the number of parts
_CLAUSE = 45  # tokens before the number in which the plan may be named
_COMPLEMENT = 12
_NEVER = -9
# Sentences within which "le premier" or "the next", without a noun, can still mean a component.
_ORDINAL_REACH = 7
# Kinds from the top of a plan down, where titles of several kinds alternate.
_LEVELS: dict[PillarKind, int] = {"pillar": 0, "foundation": 0, "axis": 1, "objective": 2, "programme": 3, "measure": 4}
_DASHES = frozenset("–—-")
# How far the sign or word between an announcement and its list can be trusted.
_TRUST = {"colon": 1.0, "opener": 1.0, "copula": 1.0, "partial": 1.0, "apposition": 0.98, "bracket": 0.98, "of": 0.85}


# ---------------------------------------------------------------- lexicon


class ComponentNouns(LexiconModel):
    """Nouns of one kind of component, written `singular/plural`."""

    strong: list[str]
    weak: list[str]


class ListVerbs(LexiconModel):
    """Verbs that a plan's parts follow without a noun for them."""

    firm: list[str]
    loose: list[str]
    counted: list[str]


class PillarWords(LexiconModel):
    """Topic `pillars`: how a language presents a plan's structure."""

    components: dict[PillarKind, ComponentNouns]
    feminine: frozenset[str]
    plan_nouns: frozenset[str]
    other_subjects: frozenset[str]
    numbers: dict[str, int]
    several: frozenset[str]
    definite: frozenset[str]
    possessives: frozenset[str]
    possessive_relatives: frozenset[str]
    indefinite: frozenset[str]
    back_references: frozenset[str]
    demonstratives: frozenset[str]
    pronouns: list[str]
    ordinals: dict[str, int]
    last: frozenset[str]
    ordinal_adverbs: dict[str, int]
    sequels: list[str]
    masculine_words: frozenset[str]
    feminine_words: frozenset[str]
    topic_openers: list[str]
    clause_openers: list[str]
    one_other: dict[str, int]
    structure_verbs: list[str]
    list_verbs: ListVerbs
    copulas: list[str]
    following: frozenset[str]
    list_openers: list[str]
    sentence_openers: list[str]
    partial_openers: list[str]
    content_verbs: list[str]
    naming_verbs: list[str]
    hollow: list[str]
    additions: list[str]
    no_parts: frozenset[str]
    lists: ListWords


@dataclass(frozen=True, slots=True)
class _Noun:
    kind: PillarKind
    is_strong: bool
    is_plural: bool
    is_feminine: bool
    words: tuple[str, ...]


@dataclass(frozen=True)
class _Lexicon:
    words: PillarWords
    nouns: dict[str, tuple[_Noun, ...]]  # by first word, longest first
    triggers: frozenset[str]  # words at which something may start
    verb_words: frozenset[str]  # words of `list_verbs`, adverbs among them
    grammar: ListGrammar
    pronouns: Phrases
    sequels: Phrases
    topic_openers: Phrases
    clause_openers: Phrases
    one_other: Phrases
    adverbs: Phrases
    structure_verbs: Phrases
    firm_verbs: Phrases
    loose_verbs: Phrases
    counted_verbs: Phrases
    copulas: Phrases
    list_openers: Phrases
    sentence_openers: Phrases
    partial_openers: Phrases
    content_verbs: Phrases
    naming_verbs: Phrases
    additions: Phrases


@cache
def _lexicon(language: str) -> _Lexicon:
    words = load_topic(language, "pillars", PillarWords)
    nouns = _nouns(words)
    openers = {phrase_parts(phrase)[0] for phrase in (*words.ordinal_adverbs, *words.one_other)}
    return _Lexicon(
        words=words,
        nouns=nouns,
        triggers=frozenset({*words.ordinals, *words.last, *openers, *nouns}),
        verb_words=frozenset(
            part for phrase in (*words.list_verbs.firm, *words.list_verbs.loose) for part in phrase_parts(phrase)
        ),
        grammar=ListGrammar.of(words.lists, words.hollow),
        pronouns=Phrases(words.pronouns),
        sequels=Phrases(words.sequels),
        topic_openers=Phrases(words.topic_openers),
        clause_openers=Phrases(words.clause_openers),
        one_other=Phrases(words.one_other),
        adverbs=Phrases(words.ordinal_adverbs),
        structure_verbs=Phrases(words.structure_verbs),
        firm_verbs=Phrases(words.list_verbs.firm),
        loose_verbs=Phrases(words.list_verbs.loose),
        counted_verbs=Phrases(words.list_verbs.counted),
        copulas=Phrases(words.copulas),
        list_openers=Phrases(words.list_openers),
        sentence_openers=Phrases(words.sentence_openers),
        partial_openers=Phrases(words.partial_openers),
        content_verbs=Phrases(words.content_verbs),
        naming_verbs=Phrases(words.naming_verbs),
        additions=Phrases(words.additions),
    )


def _nouns(words: PillarWords) -> dict[str, tuple[_Noun, ...]]:
    found: dict[str, list[_Noun]] = {}
    for kind, nouns in words.components.items():
        for entry, is_strong in [*((e, True) for e in nouns.strong), *((e, False) for e in nouns.weak)]:
            singular, plural = entry.split("/")
            for form, is_plural in ((singular, False), (plural, True)):
                parts = tuple(form.split())
                noun = _Noun(kind, is_strong, is_plural, singular in words.feminine, parts)
                found.setdefault(parts[0], []).append(noun)
    return {first: tuple(sorted(nouns, key=lambda n: -len(n.words))) for first, nouns in found.items()}


# ---------------------------------------------------------------- what is read


@dataclass(slots=True, eq=False)
class _Component:
    label: tuple[int, int]  # tokens
    spans: list[Span]
    group: _Group
    rank: int
    confidence: float
    sentence: int = _NEVER  # where the text spoke of it last, apart from the list that named it


@dataclass(slots=True, eq=False)
class _Group:
    """What one announcement announces.

    Attributes:
        is_list: filled at once by a list, so that ordinals speak of its items again.
        is_implicit: nothing announced it; its first item did.
        is_titled: its items are titles ("Axe 1 : …").
        is_fallback: its parts have no name; kept only where the plan has no others.
    """

    noun: _Noun
    count: int | None
    plan: int
    parent: _Component | None
    sentence: int
    confidence: float
    items: list[_Component] = field(default_factory=list)
    spoken: _Component | None = None
    is_list: bool = False
    is_implicit: bool = False
    is_titled: bool = False
    is_fallback: bool = False

    @property
    def is_open(self) -> bool:
        """Whether ordinals may still add items."""
        return not self.is_list and (self.count is None or len(self.items) < self.count)


@dataclass(frozen=True, slots=True)
class _Announcement:
    """A noun phrase such as "quatre grands axes" at tokens `[left, right)`."""

    noun: _Noun
    left: int
    right: int
    count: int | None
    is_definite: bool
    is_counted: bool  # by a number or "plusieurs"
    is_following: bool  # "les axes suivants"


def find_pillars(doc: Document, plans: list[Plan]) -> list[Pillar]:
    """The components of `plans` that the body presents, in the order of the text.

    Returns:
        Pillars whose `parent` is a position in the list itself and whose `position` counts from 1 among the
        siblings of the same kind. Nothing without a plan.
    """
    if not plans or not doc.tokens:
        return []
    reader = _Reader(doc, plans)
    reader.read()
    return _records(doc, reader.groups)


class _Reader:
    """Reads the sentences in order and keeps what has been announced and named so far."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.lexicon = _lexicon(doc.language)
        self.words = self.lexicon.words
        self.grammar = self.lexicon.grammar
        # (first token, token behind the last, plan) of every place that names a plan, in order.
        self.mentions = sorted(
            (doc.token_at(s.start), doc.token_at(s.end - 1) + 1, i) for i, p in enumerate(plans) for s in p.spans
        )
        self.main = main_plan(doc, plans) or 0
        self.groups: list[_Group] = []
        self.size = 0
        self.by_block: dict[int, _Component] = {}
        self.subject: tuple[_Component, int] | None = None  # the component spoken of, since which token
        self.resume = 0

    # ------------------------------------------------------------ scanning

    def read(self) -> None:
        """Read the whole document."""
        for index, sentence in enumerate(self.doc.sentences):
            if self.size >= MAX_COMPONENTS:
                return
            self._sentence(index, sentence)

    def _sentence(self, index: int, sentence: Sentence) -> None:
        i = max(sentence.first, self.resume)
        if i >= sentence.last:
            return
        is_whole = i == sentence.first
        self._carry_subject(index, sentence)
        before = len(self.groups)
        if is_whole and (end := self._sequel(index, sentence) or self._listed_next(index, sentence)):
            i = end
        triggers = self.lexicon.triggers
        while i < sentence.last:
            i = max(self._token(i, index, sentence), i + 1) if self.tokens[i].folded in triggers else i + 1
        if is_whole and len(self.groups) == before:
            self._unnamed(index, sentence)

    def _token(self, i: int, index: int, sentence: Sentence) -> int:
        """Handle what starts at token `i`; returns the token to go on with."""
        word = self.tokens[i].folded
        if word in self.words.ordinals or word in self.words.last:
            return self._ordinal(i, index, sentence)
        if n := self.lexicon.adverbs.match(self.tokens, i, sentence.last):
            return self._ordinal_adverb(i, n, index, sentence)
        if n := self.lexicon.one_other.match(self.tokens, i, sentence.last):
            return self._one_other(i, n, index, sentence)
        noun = self._noun(i, sentence.last)
        if noun is None:
            return i + 1
        if noun.is_plural or (i > sentence.first and self._is_many(i - 1)):
            found = self._announcement(i, noun, sentence)
            return self._announced(found, index, sentence) if found else i + 1
        return self._titled(i, noun, index, sentence) or self._refer(i, noun, index)

    def _noun(self, i: int, last: int) -> _Noun | None:
        if i >= last:
            return None
        for noun in self.lexicon.nouns.get(self.tokens[i].folded, ()):
            n = len(noun.words)
            if i + n <= last and all(self.tokens[i + k].folded == w for k, w in enumerate(noun.words)):
                return noun
        return None

    # ------------------------------------------------------------ what a clause is about

    def _carry_subject(self, index: int, sentence: Sentence) -> None:
        """What the sentence is about at its start: the bullet that it stands in, or what a pronoun goes on about."""
        inside = self.by_block.get(sentence.block)
        if inside:
            self.subject = (inside, sentence.first)
            return
        subject = self.subject
        self.subject = None
        if subject and subject[0].sentence == index - 1:
            if self.lexicon.pronouns.match(self.tokens, sentence.first, sentence.last):
                self._speak_of(subject[0], sentence.first, index)

    def _speak_of(self, component: _Component, since: int, index: int) -> None:
        component.sentence = index
        component.group.spoken = component
        self.subject = (component, since)

    def _refer(self, i: int, noun: _Noun, index: int) -> int:
        """ "Cet axe", "this pillar": what follows is about the component of that kind spoken of last."""
        before = self.tokens[max(0, i - 2) : i]
        if any(t.folded in self.words.demonstratives for t in before):
            group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind)
            if group and group.spoken:
                self._speak_of(group.spoken, i, index)
        elif i and self.tokens[i - 1].pos == "DET" and (named := self._named(i + len(noun.words), noun)):
            self._speak_of(named, i, index)
        return i + len(noun.words)

    def _named(self, k: int, noun: _Noun) -> _Component | None:
        """ "Le pilier santé": the component of that kind whose label has the next word."""
        if k + 1 < len(self.tokens) and self.tokens[k].text in "«“\"":
            k += 1
        if k >= len(self.tokens) or len(self.tokens[k].text) < 4:
            return None
        group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind)
        word = self.tokens[k].folded
        fitting = [c for c in group.items if any(t.folded == word for t in self.tokens[slice(*c.label)])] if group else []
        return fitting[0] if len(fitting) == 1 else None

    def _latest(self, accepts: Callable[[_Group], bool]) -> _Group | None:
        return next((g for g in reversed(self.groups) if accepts(g)), None)

    # ------------------------------------------------------------ announcements

    def _announcement(self, i: int, noun: _Noun, sentence: Sentence) -> _Announcement | None:
        """The noun phrase around the plural noun at `i`, None where it counts or refers to something else."""
        tokens, words = self.tokens, self.words
        left = i
        is_following = False
        while left > sentence.first and i - left < 4 and self._is_modifier(left - 1):
            left -= 1
            is_following = is_following or tokens[left].folded in words.following
        if any(t.folded in words.ordinals or t.folded in words.last for t in tokens[left:i]):
            return None
        count, is_counted, is_definite = None, False, False
        if left > sentence.first and (n := self._number(left - 1)):
            if not 2 <= n <= _MAX_COUNT:
                return None
            count, is_counted, left = n, True, left - 1
        elif left > sentence.first and tokens[left - 1].folded in words.several:
            is_counted, left = True, left - 1
        while left > sentence.first and self._is_modifier(left - 1) and i - left < 5:
            left -= 1  # "its main three pillars"
        if left > sentence.first and tokens[left - 1].folded in words.definite:
            is_definite, left = True, left - 1
        if self._is_partitive(left, sentence):
            return None
        right = i + len(noun.words)
        while right < sentence.last and right - i < 5 and tokens[right].pos in ("ADJ", "NOUN") and self._is_plain(right):
            is_following = is_following or tokens[right].folded in words.following
            right += 1
        if any(left - 1 <= m[1] <= left for m in self._mentions_in(sentence)):
            is_definite = True  # "the plan's pillars"
        return _Announcement(noun, left, right, count, is_definite, is_counted, is_following)

    def _is_modifier(self, i: int) -> bool:
        token = self.tokens[i]
        if token.folded in self.words.following:
            return True
        is_word = token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and token.verb not in ("Fin", "Inf") and self._is_plain(i)
        return is_word and self._number(i) is None and token.folded not in self.words.definite

    def _is_plain(self, i: int) -> bool:
        token = self.tokens[i]
        return token.text[0].isalpha() and not self.lexicon.list_openers.match(self.tokens, i, i + 3)

    def _number(self, i: int) -> int | None:
        token = self.tokens[i]
        if token.text.isdigit() and len(token.text) <= 4:
            return int(token.text)
        return self.words.numbers.get(token.folded)

    def _is_many(self, i: int) -> bool:
        return self.words.numbers.get(self.tokens[i].folded, 0) > 1

    def _is_partitive(self, left: int, sentence: Sentence) -> bool:
        """ "L'un des trois axes", "first of four pillars": part of what is counted, no announcement."""
        at = left - 1
        if at > sentence.first and self.tokens[at].folded in self.words.lists.linkers:
            at -= 1
        elif not self.words.lists.linkers & {t.folded for t in self.tokens[left : left + 1]}:
            return False
        if at < sentence.first:
            return False
        token = self.tokens[at]
        return token.folded in self.words.ordinals or token.folded in self.words.last or token.pos in ("NUM", "PRON")

    def _announced(self, found: _Announcement, index: int, sentence: Sentence) -> int:
        """Open a group and fill it from the list that follows, if one does; returns the token to go on with."""
        parent = self._parent_of(found, sentence)
        evidence = self._evidence(found, parent, index, sentence)
        if not evidence:
            return found.right
        plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
        group = _Group(found.noun, found.count, plan, parent, index, evidence)
        for start, kind in self._openings(found, sentence):
            if end := self._fill(group, found, kind, start, sentence):
                return end
        if found.is_counted and found.count:
            self.groups.append(group)
        return found.right

    def _parent_of(self, found: _Announcement, sentence: Sentence) -> _Component | None:
        if self.subject is None:
            return None
        component, since = self.subject
        if since > found.left or any(since < first < found.left for first, _, _ in self._mentions_in(sentence)):
            return None
        return component

    def _mentions_in(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        return [m for m in self.mentions if sentence.first <= m[0] < sentence.last]

    def _evidence(self, found: _Announcement, parent: _Component | None, index: int, sentence: Sentence) -> float:
        """How sure it is that the noun phrase is about a plan's structure; 0 where it isn't."""
        tokens, words = self.tokens, self.words
        before = range(max(sentence.first, found.left - _CLAUSE), found.left)
        topic = self._topic_before(index, sentence)
        speaks_of_plan = self._speaks_of_plan(found, before, topic, sentence)
        others = [i for i in before if tokens[i].folded in words.other_subjects]
        if others and (not (speaks_of_plan or parent) or self._has_verb_next(others[-1], found.left)):
            return 0.0
        adds = bool(self.groups) and any(self.lexicon.additions.match(tokens, i, found.left) for i in before)
        verbs = self.lexicon.structure_verbs
        has_verb = any(verbs.match(tokens, i, found.left) for i in before if found.left - i <= _LOOKBACK)
        has_pronoun = bool(self.lexicon.pronouns.match(tokens, sentence.first, found.left))
        is_tied = speaks_of_plan or parent is not None or adds
        is_close = self._is_close(found, sentence)
        is_specific = found.is_counted or found.is_following or found.is_definite or is_close
        if found.noun.is_strong:
            if not (is_specific or has_verb):
                return 0.8 if found.left == sentence.first else 0.0
            return 0.95 if has_verb and (is_tied or has_pronoun) else 0.92 if is_tied or has_verb else 0.8
        if not is_specific:
            return 0.0
        if is_tied:
            return 0.92 if has_verb or adds or is_close else 0.75
        near = topic is not None or self._names_plan_above(sentence)
        if has_verb and (has_pronoun or (near and any(self.lexicon.pronouns.match(tokens, i, found.left) for i in before))):
            return 0.75
        # "Pour y parvenir, trois mesures sont prévues : …" right after a sentence about the plan.
        is_subject = found.left - sentence.first <= 6 and not any(tokens[i].verb == "Fin" for i in before)
        return 0.75 if near and is_subject and self._is_followed_by_list(found, sentence) else 0.0

    def _speaks_of_plan(self, found: _Announcement, before: range, topic: int | None, sentence: Sentence) -> bool:
        """Whether the clause names a plan, by its name or by a word such as "strategy"."""
        if any(m[0] < found.right + _COMPLEMENT for m in self._mentions_in(sentence)):
            return True
        near = (*before, *self._complement(found.right, sentence.last))
        if any(self.tokens[i].folded in self.words.plan_nouns for i in near):
            return True
        return topic is not None and self.tokens[found.left].folded in self.words.possessives

    def _is_close(self, found: _Announcement, sentence: Sentence) -> bool:
        """Whether a plan's name stands right before or behind: "the plan's four goals", "les buts du plan X"."""
        behind = set(self._complement(found.right, sentence.last))
        return any(found.left - 2 <= m[1] <= found.left or m[0] in behind for m in self._mentions_in(sentence))

    def _has_verb_next(self, i: int, last: int) -> bool:
        """Whether the noun at `i` is the subject of a verb right behind it."""
        return any(self.tokens[k].verb == "Fin" for k in range(i + 1, min(last, i + 3)))

    def _complement(self, right: int, last: int) -> Iterator[int]:
        """Tokens of "du plan de santé" behind the noun, up to the first sign."""
        for i in range(right, min(last, right + _COMPLEMENT)):
            if not self.tokens[i].text[0].isalnum():
                return
            yield i

    def _is_followed_by_list(self, found: _Announcement, sentence: Sentence) -> bool:
        """Whether the sentence has a number, or an end that leaves everything to bullets."""
        return found.is_counted or self.tokens[sentence.last - 1].text == ":"

    def _names_plan_above(self, sentence: Sentence) -> bool:
        """Whether a plan is named in the sentence's block or in the one above."""
        above = self.doc.blocks[max(0, sentence.block - 1)]
        first = self.doc.token_at(above.start)
        return any(first <= m[0] < sentence.first for m in self.mentions)

    def _plan_of(self, found: _Announcement, index: int, sentence: Sentence) -> int:
        """The plan whose structure is announced: named in the sentence, the topic before it, or the main one."""
        mentions = self._mentions_in(sentence)
        behind = set(self._complement(found.right, sentence.last))
        inside = [m for m in mentions if m[0] in behind]
        before = [m for m in mentions if m[1] <= found.left]
        if before:
            return self._nearest(before, found.left)
        if inside:
            return inside[0][2]
        if self.groups and any(
            self.lexicon.additions.match(self.tokens, i, found.left) for i in range(sentence.first, found.left)
        ):
            return self.groups[-1].plan
        topic = self._topic_before(index, sentence)
        return self.main if topic is None else topic

    def _nearest(self, before: list[tuple[int, int, int]], left: int) -> int:
        """The last plan named, unless commas set it apart ("X, qui prolonge Y, repose sur")."""
        last = before[-1]
        for candidate in reversed(before[:-1]):
            opens = any(self.tokens[i].text == "," for i in range(candidate[1], last[0]))
            closes = any(self.tokens[i].text == "," for i in range(last[1], left))
            if opens and closes:
                return candidate[2]
        return last[2]

    def _topic_before(self, index: int, sentence: Sentence) -> int | None:
        """The plan that opens one of the sentences before in the same block (or the one that heads it)."""
        for back in range(index - 1, max(-1, index - 4), -1):
            other = self.doc.sentences[back]
            if other.block < sentence.block - 1:
                return None
            opening = [m for m in self._mentions_in(other) if m[0] - other.first <= 4]
            if opening and all(m[2] == opening[0][2] for m in self._mentions_in(other)):
                return opening[0][2]
            if other.block != sentence.block:
                return None
        return None

    # ------------------------------------------------------------ lists

    def _openings(self, found: _Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Places behind the noun phrase at which its list may begin, likeliest first."""
        tokens = self.tokens
        last = min(sentence.last, found.right + 45)
        is_back = tokens[found.left].folded in self.words.back_references  # "in addition to these two pillars, …"
        i = found.right
        while i < last:
            text = tokens[i].text
            if text == ":":
                yield i + 1, "colon"
                return
            if n := self.lexicon.list_openers.match(tokens, i, last):
                skip = i + n < last and tokens[i + n].text == ":"
                yield i + n + skip, "opener"
                return
            if i - found.right <= 10:
                n = self.lexicon.partial_openers.match(tokens, i, last)
                if n and i + n < last:
                    yield i + n + (tokens[i + n].text == ":"), "partial"
            if text == ";" or (i > found.right and self._is_counted_noun(i, sentence)):
                break
            near = i - found.right <= 10
            if near and (n := self.lexicon.copulas.match(tokens, i, last)) and self._is_subject(found, sentence):
                if i + n < last and tokens[i + n].verb != "Part":
                    skip = tokens[i + n].text == ":"
                    yield i + n + skip, "copula"
            elif i == found.right and self._is_bare_of(found, sentence):
                yield i, "of"  # the preposition may stand before each item, or once
                yield i + 1, "of"
            elif near and not is_back and (text in ",(" or (text in _DASHES and tokens[i].space)):
                if not self.lexicon.list_openers.match(tokens, i + 1, last):
                    yield i + 1, "bracket" if text == "(" else "apposition"
            i += 1
        if sentence.last == self._block_end(sentence.block) and found.right + 12 >= sentence.last:
            yield sentence.last, "end"

    def _listed_next(self, index: int, sentence: Sentence) -> int:
        """ "Il s'agit de A, B et C" right after an announcement; returns the token behind the list, else 0."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or index - group.sentence > 1:
            return 0
        n = self.lexicon.list_openers.match(self.tokens, sentence.first, sentence.last)
        n = n or self.lexicon.sentence_openers.match(self.tokens, sentence.first, sentence.last)
        start = sentence.first + n
        start += start < sentence.last and self.tokens[start].text == ":"
        if not n or start >= sentence.last:
            return 0
        listing = split_list(self.tokens, start, sentence.last, group.count, self.grammar)
        if listing is None or self._are_figures(listing.items):
            return 0
        is_whole = len(listing.items) == group.count
        if not is_whole and len(listing.items) > group.count:
            return 0
        self.groups.remove(group)
        group.count = group.count if is_whole else None
        return self._fill_items(group, listing.items, listing.quality * (1.0 if is_whole else 0.9))

    def _is_subject(self, found: _Announcement, sentence: Sentence) -> bool:
        if not (found.is_definite or found.is_counted):
            return False
        if found.left - sentence.first <= 2:
            return True
        before = self.tokens[found.left - 1]
        return before.text in ",;:" or before.pos == "CCONJ" or before.folded in self.words.possessive_relatives

    def _is_bare_of(self, found: _Announcement, sentence: Sentence) -> bool:
        """ "is based on the pillars of safety, growth and …"."""
        if found.is_counted or not found.is_definite or self.tokens[found.right].folded not in self.words.lists.linkers:
            return False
        begin = max(sentence.first, found.left - 4)
        verbs = self.lexicon.structure_verbs
        return any(verbs.match(self.tokens, i, found.left) == found.left - i for i in range(begin, found.left))

    def _is_counted_noun(self, i: int, sentence: Sentence) -> bool:
        noun = self._noun(i, sentence.last)
        if not noun or not noun.is_plural:
            return False
        return any(self._number(k) is not None for k in range(max(sentence.first, i - 3), i))

    def _block_end(self, block: int) -> int:
        return self.doc.token_at(self.doc.blocks[block].end)

    def _fill(self, group: _Group, found: _Announcement, kind: str, start: int, sentence: Sentence) -> int:
        """Fill the group from the list at token `start`; returns the token behind it, 0 where there is none."""
        if kind == "end" or (start >= self._block_end(sentence.block) and kind in ("colon", "opener", "copula")):
            is_sure = kind != "end"
            if self._fill_bullets(group, sentence.block, is_sure) or (is_sure and self._fill_lines(group, sentence.block)):
                return sentence.last
            return 0
        if start >= sentence.last or self._begins_with_ordinal(start, sentence, group.count):
            return 0
        if marked := marked_items(self.tokens, start, self._block_end(sentence.block)):
            return self._fill_items(group, marked, 1.0)
        last = self._list_end(start, kind, sentence)
        listing = split_list(self.tokens, start, last, None if kind == "partial" else group.count, self.grammar)
        if listing is None or not self._is_credible(group, found, kind, listing.items):
            return 0
        if kind == "partial" and len(listing.items) != group.count:
            group.count = None
            return self._fill_items(group, listing.items, 0.9 * listing.quality)
        quality = listing.quality * _TRUST[kind]
        return self._fill_items(group, listing.items, quality)

    def _is_credible(self, group: _Group, found: _Announcement, kind: str, items: list[tuple[int, int]]) -> bool:
        names_plan = any(items[0][0] <= m[0] < items[0][0] + 3 for m in self.mentions)
        if self._are_figures(items) or names_plan:
            return False
        if kind == "partial":
            has_verb = any(self.tokens[k].verb == "Fin" for k in range(*items[0]))
            return not has_verb and (group.count is None or len(items) <= group.count) and group.confidence > 0.85
        if kind == "of":
            return len(items) > 2
        if kind in ("apposition", "bracket"):
            first = items[0]
            is_clause = any(self.tokens[k].verb == "Fin" for k in range(first[0] + 1, first[1]))
            sign = self.tokens[items[0][0] - 1].text
            agrees = group.count == len(items) or (group.count is None and found.is_definite and sign != ",")
            return agrees and not is_clause
        return found.noun.is_strong or group.count in (None, len(items)) or abs(group.count - len(items)) == 1

    def _are_figures(self, items: list[tuple[int, int]]) -> bool:
        counted = sum(1 for a, b in items if any(self.tokens[k].text[0].isdigit() for k in range(a, min(a + 2, b))))
        return 2 * counted >= len(items)

    def _begins_with_ordinal(self, start: int, sentence: Sentence, count: int | None) -> bool:
        """Whether ordinals name the items ("premièrement, …", "dont le premier …")."""
        for i in range(start, min(start + 4, sentence.last)):
            if self.tokens[i].folded in self.words.ordinals or self.lexicon.adverbs.match(self.tokens, i, sentence.last):
                return True
            if count == 2 and self.lexicon.one_other.match(self.tokens, i, sentence.last):
                return True
        return False

    def _list_end(self, start: int, kind: str, sentence: Sentence) -> int:
        """Token behind an inline list: a closing bracket, the next announcement or the sentence's end."""
        last = min(sentence.last, start + _MAX_LIST_TOKENS)
        closer = ")" if kind == "bracket" else self.tokens[start - 1].text if kind == "apposition" else ""
        for i in range(start, last):
            if self.tokens[i].text == closer and closer != "," and self.tokens[i].space | (closer == ")"):
                return i
            if self._is_counted_noun(i, sentence):
                left = i
                while left > start and (self._is_modifier(left - 1) or self._number(left - 1) is not None):
                    left -= 1
                joins = range(max(start, left - 3), left)
                for k in joins:
                    if self.tokens[k].text == "," or self.grammar.conjunctions.match(self.tokens, k, left):
                        return k
        return last

    def _fill_items(self, group: _Group, items: list[tuple[int, int]], quality: float) -> int:
        labels = [label for a, b in items if (label := label_range(self.tokens, a, b, self.grammar))]
        if len({self._text(label) for label in labels}) < max(2, len(labels)):
            return 0
        self._add_list(group, labels, quality)
        return labels[-1][1]

    def _add_list(self, group: _Group, labels: list[tuple[int, int]], quality: float) -> None:
        """Add a list's items at once, or, where the text lists the same things again, their new places."""
        group.is_list = True
        known = self._told_before(group, labels)
        if known:
            for component, label in known:
                component.spans.append(self.doc.span(*label))
            return
        self.groups.append(group)
        for label in labels:
            self._add(group, label, len(group.items) + 1, group.confidence * quality)
        self.subject = (group.items[-1], group.items[-1].label[1])

    def _told_before(self, group: _Group, labels: list[tuple[int, int]]) -> list[tuple[_Component, tuple[int, int]]]:
        for other in self.groups:
            if other.plan != group.plan or other.noun.kind != group.noun.kind or not other.items:
                continue
            pairs = [(c, b) for b in labels for c in other.items if self._alike(c.label, b)]
            if 2 * len(pairs) >= len(labels):
                return pairs
        return []

    def _alike(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        one, two = (set(folded_words(self._text(x))) for x in (a, b))
        return 2 * len(one & two) > max(len(one), len(two))

    def _text(self, label: tuple[int, int]) -> str:
        return self.doc.span(*label).of(self.doc.text)

    def _sentence_of(self, token: int) -> int:
        return self.doc.sentence_index(self.tokens[token].start)

    def _add(self, group: _Group, label: tuple[int, int], rank: int, confidence: float) -> _Component:
        component = _Component(label, [self.doc.span(*label)], group, rank, confidence)
        group.items.append(component)
        group.spoken = component
        self.size += 1
        return component

    # ------------------------------------------------------------ bullets

    def _fill_bullets(self, group: _Group, block: int, is_sure: bool) -> bool:
        """Fill the group from the bullets right below `block`."""
        outer: list[tuple[int, tuple[int, int]]] = []
        inner: list[tuple[int, int, tuple[int, int]]] = []  # (place in outer, block, label)
        first: Block | None = None
        last_rank = 0
        above = self.doc.blocks[block]
        for at in self._bullet_blocks(block):
            bullet = self.doc.blocks[at]
            if above.kind == "bullet" and _style(bullet) == _style(above) and bullet.indent <= above.indent + 1:
                break  # the next item of the outer list
            label = self._block_label(at)
            if label is None:
                continue
            first = first or bullet
            is_inner = outer and (bullet.indent > first.indent + 1 or _style(bullet) != _style(first))
            if is_inner:
                inner.append((len(outer) - 1, at, label))
                continue
            if bullet.rank is not None and bullet.rank <= last_rank:
                break  # another list begins
            last_rank = bullet.rank or 0
            outer.append((at, label))
        if len(outer) < 2 or (not is_sure and group.count not in (None, len(outer))):
            return False
        labels = [label for _, label in outer]
        self._add_list(group, labels, 1.0 if group.count else 0.98)
        if not group.items:
            return True
        for (at, _), component in zip(outer, group.items, strict=True):
            self.by_block[at] = component
        self._add_inner(group, inner)
        return True

    def _add_inner(self, group: _Group, inner: list[tuple[int, int, tuple[int, int]]]) -> None:
        """Bullets below bullets, with nothing that says what they are: measures."""
        noun = _Noun("measure", False, True, False, ())
        below: dict[int, _Group] = {}
        for place, at, label in inner:
            parent = group.items[place]
            if self._announces(parent):
                continue  # the parent's own sentence opens a group that these bullets fill
            if place not in below:
                below[place] = _Group(noun, None, group.plan, parent, group.sentence, 0.7, is_list=True)
                self.groups.append(below[place])
            self.by_block[at] = self._add(below[place], label, len(below[place].items) + 1, 0.7)

    def _announces(self, component: _Component) -> bool:
        block = self.doc.sentences[self._sentence_of(component.label[0])].block
        last = self._block_end(block)
        return any((n := self._noun(i, last)) is not None and n.is_plural for i in range(component.label[1], last))

    def _bullet_blocks(self, block: int) -> Iterator[int]:
        """Bullets below `block`, numbered ones even with paragraphs about them in between."""
        rank = 0
        gap = 0
        for at in range(block + 1, len(self.doc.blocks)):
            bullet = self.doc.blocks[at]
            if bullet.kind != "bullet":
                gap += 1
                if gap > 3 or not rank:
                    return
                continue
            if gap and bullet.rank != rank + 1:
                return
            rank = bullet.rank or 0
            gap = 0
            yield at

    def _block_label(self, at: int) -> tuple[int, int] | None:
        block = self.doc.blocks[at]
        first = self.doc.token_at(block.start)
        last = self.doc.sentence_at(block.start).last
        noun = self._noun(first, last)
        if noun and (start := self._title_rank(first, noun, last)[1]) and not self.tokens[start - 1].text[0].isalnum():
            first = start
        return label_range(self.tokens, first, last, self.grammar)

    def _fill_lines(self, group: _Group, block: int) -> bool:
        """Items on lines of their own without a marker: short ones, as many as announced, or closed by semicolons."""
        labels = []
        for at in range(block + 1, min(len(self.doc.blocks), block + 2 + _MAX_COUNT)):
            line = self.doc.blocks[at]
            end = self.doc.text[line.end - 1]
            is_last = end == "." and bool(labels) and self.doc.text[self.doc.blocks[at - 1].end - 1] in ";,"
            if line.kind == "bullet" or not (end in ";," or is_last or line.kind == "heading"):
                break
            if label := self._block_label(at):
                labels.append(label)
            if is_last or len(labels) == group.count:
                break
        closed = bool(labels) and self.doc.text[self.tokens[labels[0][0]].start :].split("\n", 1)[0].rstrip()[-1] in ";,"
        if len(labels) < 2 or (group.count not in (None, len(labels))) or (group.count is None and not closed):
            return False
        self._add_list(group, labels, 0.98)
        return True

    # ------------------------------------------------------------ ordinals

    def _ordinal(self, i: int, index: int, sentence: Sentence) -> int:
        """ "Le premier concerne …", "As for the third pillar, it …": a new component or one that is known."""
        tokens = self.tokens
        rank = self.words.ordinals.get(tokens[i].folded)
        left = self._opener_before(i, sentence)
        k = i + 1
        while k < min(sentence.last, i + 3) and tokens[k].pos == "ADJ" and self._noun(k, sentence.last) is None:
            k += 1
        noun = self._noun(k, sentence.last)
        if noun and noun.is_plural:
            return i + 1
        k = k + len(noun.words) if noun else i + 1
        count = None
        if noun is None and (whole := self._of_how_many(k, sentence)):
            noun, count, k = whole
        group = self._ranked_group(noun, rank, index, i)
        if group and (known := self._known(group, rank)):
            self._speak_of(known, i, index)
            return k
        is_introduced = noun is not None and self._introduces(left, i, sentence)
        if not is_introduced and not self._opens_clause(left, sentence):
            return self._named_before(left, noun, group, rank, index, sentence) or k
        is_elliptic = is_introduced or (group is not None and bool(group.items) and group.items[-1].sentence == index)
        if noun is None and not self._may_stand_alone(k, sentence, is_elliptic):
            return i + 1
        if group is None:
            group = self._implicit(noun, rank, count, index, sentence)
        if group is None:
            return k
        found = self._content(k, sentence, noun is not None, is_elliptic)
        return self._ordinal_item(group, found, rank, i, index) if found else k

    def _ordinal_item(self, group: _Group, found: tuple[tuple[int, int], float], rank: int | None, i: int, index: int) -> int:
        label, weight = found
        if not group.items and group not in self.groups:
            self.groups.append(group)
        component = self._add(group, label, rank or len(group.items) + 1, group.confidence * weight)
        self._speak_of(component, label[0], index)
        return label[1]

    def _opener_before(self, i: int, sentence: Sentence) -> int:
        """First token of "quant au", "the" or the like before the ordinal at `i`."""
        for n in range(min(5, i - sentence.first), 0, -1):
            if self.lexicon.topic_openers.match(self.tokens, i - n, i) == n:
                return i - n
        return i

    def _introduces(self, left: int, i: int, sentence: Sentence) -> bool:
        """ "s'appuie sur un premier axe dédié à …": an indefinite ordinal after a verb of structure."""
        if self.tokens[i - 1].folded not in self.words.indefinite:
            return False
        verbs = self.lexicon.structure_verbs
        return any(verbs.match(self.tokens, j, i) for j in range(max(sentence.first, left - _LOOKBACK), left))

    def _opens_clause(self, left: int, sentence: Sentence) -> bool:
        if left == sentence.first or self.tokens[left].pos in ("CCONJ", "SCONJ"):
            return True
        if any(m[1] in (left, left - 1) for m in self._mentions_in(sentence)):
            return True  # "the plan's first priority is"
        before = self.tokens[left - 1]
        if before.text in ',;:(«“"' or before.text in _DASHES or before.pos in ("CCONJ", "SCONJ"):
            return True
        return any(
            left - n >= sentence.first and self.lexicon.clause_openers.match(self.tokens, left - n, left) == n
            for n in (1, 2)
        )

    def _ranked_group(self, noun: _Noun | None, rank: int | None, index: int, i: int) -> _Group | None:
        """The group that an ordinal counts in."""
        for group in reversed(self.groups):
            if group.is_fallback or (noun and noun.kind != group.noun.kind):
                continue
            if noun is None and not self._is_near(group, index, i):
                return None
            is_next = group.is_open and (len(group.items) + 1 == rank or (rank is None and group.items))
            if is_next or (rank and rank <= len(group.items)) or (rank is None and group.items):
                return group
            if noun is None:
                return None
        if noun is None:
            return None
        # "sur trois axes … le deuxième volet": the noun changes, the count goes on.
        group = self._latest(lambda g: g.is_open and rank == len(g.items) + 1 and index - self._last_sentence(g) <= 3)
        return group

    def _last_sentence(self, group: _Group) -> int:
        return max([group.sentence, *(c.sentence for c in group.items)])

    def _is_near(self, group: _Group, index: int, i: int) -> bool:
        """Whether an ordinal without a noun, at token `i`, can mean one of the group."""
        reach = _ORDINAL_REACH if group.items else 2
        if index - self._last_sentence(group) > reach:
            return False
        before = {t.folded for t in self.tokens[max(0, i - 1) : i + 1]}
        clashes = self.words.masculine_words if group.noun.is_feminine else self.words.feminine_words
        return not before & clashes

    def _known(self, group: _Group, rank: int | None) -> _Component | None:
        if rank is None:
            return group.items[-1] if not group.is_open and group.items else None
        return next((c for c in group.items if c.rank == rank), None)

    def _of_how_many(self, k: int, sentence: Sentence) -> tuple[_Noun, int | None, int] | None:
        """ "The first of the plan's three pillars": the noun, the number and the token behind."""
        if k >= sentence.last or self.tokens[k].folded not in self.words.lists.linkers:
            return None
        for j in range(k + 1, min(sentence.last, k + 12)):
            if not (self.tokens[j].text[0].isalnum() or self.tokens[j].text[0] in "'’«»“”"):
                return None
            noun = self._noun(j, sentence.last)
            if noun and noun.is_plural:
                counts = [n for m in range(k, j) if (n := self._number(m)) is not None and n <= _MAX_COUNT]
                return noun, counts[-1] if counts else None, j + len(noun.words)
        return None

    def _implicit(
        self, noun: _Noun | None, rank: int | None, count: int | None, index: int, sentence: Sentence
    ) -> _Group | None:
        """A group that nothing announced: "Le premier pilier concerne …"."""
        topic = [m[2] for m in self._mentions_in(sentence) if m[0] - sentence.first <= 14]
        if noun is None or rank != 1 or not (noun.is_strong or topic):
            return None
        before = self._topic_before(index, sentence)
        plan = topic[0] if topic else self.main if before is None else before
        return _Group(noun, count, plan, None, index, 0.8, is_implicit=True)

    def _may_stand_alone(self, k: int, sentence: Sentence, is_elliptic: bool) -> bool:
        """Whether "le premier" at the token before `k` has no noun after it."""
        if k >= sentence.last:
            return False
        token = self.tokens[k]
        if is_elliptic and token.pos == "ADP":
            return True
        if token.text in ",:(" or token.verb == "Fin" or token.pos in ("ADV", "AUX"):
            return True
        return bool(self.lexicon.content_verbs.match(self.tokens, k, sentence.last))

    def _content(self, k: int, sentence: Sentence, has_noun: bool, is_elliptic: bool) -> tuple[tuple[int, int], float] | None:
        """The label that follows "le premier axe" at token `k`, and how sure it is."""
        tokens, last = self.tokens, sentence.last
        if has_noun:
            k = self._skip_complement(k, sentence)
        if k >= last:
            return None
        text = tokens[k].text
        if text in ":." or (text in _DASHES and tokens[k].space):
            return self._weighed(k + 1, last, 1.0)
        if text == "(":
            return self._weighed(k + 1, self._closing(k, last), 0.95)
        if is_elliptic and tokens[k].pos == "ADP":
            return self._weighed(k + 1, last, 0.95)  # "the second with leak reduction"
        if text != ",":
            return self._after_verb(k, last)
        if found := self._after_pronoun(k + 1, last):
            return found
        if self._is_nominal(k + 1, last):
            return self._weighed(k + 1, last, 1.0)
        for j in range(k + 1, min(last, k + 40)):  # "le premier, doté de 3 millions, porte sur …"
            if tokens[j].text == "," and (found := self._after_verb(j + 1, last)):
                return found
        return None

    def _skip_complement(self, k: int, sentence: Sentence) -> int:
        """Past "stratégique du plan" in "le premier axe stratégique du plan concerne"."""
        for j in range(k, min(sentence.last, k + 9)):
            token = self.tokens[j]
            if self.lexicon.content_verbs.match(self.tokens, j, sentence.last) or token.verb == "Fin":
                return j
            if not token.text[0].isalnum() and token.text not in "«»“”\"":
                return j
        return k

    def _closing(self, k: int, last: int) -> int:
        return next((j for j in range(k + 1, last) if self.tokens[j].text == ")"), last)

    def _after_pronoun(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """ "il porte sur …", "which concerns …"."""
        n = self.lexicon.pronouns.match(self.tokens, k, last) or int(self.tokens[k].pos == "PRON" if k < last else 0)
        return self._after_verb(k + n, last) if n else None

    def _after_verb(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        tokens = self.tokens
        while k < last and (tokens[k].pos in ("ADV", "PRON") or tokens[k].text == ","):
            k += 1
        if n := self.lexicon.content_verbs.match(tokens, k, last):
            while n2 := self.lexicon.content_verbs.match(tokens, k + n, last):
                n += n2  # "aims to" + "address", "doit" + "permettre de"
            return self._weighed(k + n, last, 1.0)
        if k >= last or tokens[k].verb != "Fin":
            return None
        k += 1
        while k < last and tokens[k].verb != "Inf" and (tokens[k].verb == "Part" or tokens[k].pos in ("AUX", "ADV", "ADP", "PART")):
            k += 1
        return self._weighed(k, last, 0.75)

    def _weighed(self, start: int, last: int, weight: float) -> tuple[tuple[int, int], float] | None:
        label = label_range(self.tokens, start, last, self.grammar) if start < last else None
        if label is None or self.tokens[label[0]].text[0].isdigit():
            return None
        return label, weight

    def _is_nominal(self, k: int, last: int) -> bool:
        """Whether a noun phrase, an infinitive or an opening that says nothing ("celui de") starts at `k`."""
        if k >= last:
            return False
        token = self.tokens[k]
        if self.grammar.hollow.match(self.tokens, k, last) or token.text in "«“\"":
            return True
        if token.verb in ("Inf", "Ger"):
            return True
        return token.pos in ("DET", "NOUN", "PROPN", "ADJ", "X") and not token.verb

    def _named_before(
        self, left: int, noun: _Noun | None, group: _Group | None, rank: int | None, index: int, sentence: Sentence
    ) -> int:
        """ "La formation constitue le premier pilier": the label stands before the verb."""
        if noun is None or group is None or left - 1 <= sentence.first:
            return 0
        if not self.lexicon.naming_verbs.match(self.tokens, left - 1, left):
            return 0
        found = self._weighed(sentence.first, left - 1, 0.9)
        if found is None:
            return 0
        self._ordinal_item(group, found, rank, left, index)
        return left + 1

    def _ordinal_adverb(self, i: int, n: int, index: int, sentence: Sentence) -> int:
        """ "Premièrement, la …", "Secondly, …"."""
        rank = self._adverb_rank(i, n)
        group = self._latest(lambda g: g.is_open and not g.is_fallback)
        opens = i == sentence.first or self.tokens[i - 1].text in ",;:" or self.tokens[i - 1].pos == "CCONJ"
        if group is None or not opens or rank != len(group.items) + 1 or not self._is_near(group, index, i):
            return i + n
        found = self._clause_label(i + n, sentence)
        return self._ordinal_item(group, found, rank, i, index) if found else i + n

    def _adverb_rank(self, i: int, n: int) -> int:
        said = [t.folded for t in self.tokens[i : i + n]]
        return next(r for phrase, r in self.words.ordinal_adverbs.items() if phrase_parts(phrase) == said)

    def _clause_label(self, k: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """The label of a clause that may have the plan as its subject ("Firstly, the plan will expand …")."""
        tokens = self.tokens
        while k < sentence.last and tokens[k].text in ",:":
            k += 1
        for j in range(k, min(sentence.last, k + 7)):
            if tokens[j].verb != "Fin":
                continue
            if tokens[k].pos == "PRON" or any(t.folded in self.words.plan_nouns for t in tokens[k : min(j, k + 3)]):
                return self._after_verb(j, sentence.last)
            break
        return self._weighed(k, sentence.last, 1.0)

    def _one_other(self, i: int, n: int, index: int, sentence: Sentence) -> int:
        """ "L'un concerne …, l'autre …" of two components."""
        said = [t.folded for t in self.tokens[i : i + n]]
        rank = next(r for phrase, r in self.words.one_other.items() if phrase_parts(phrase) == said)
        group = self._latest(lambda g: g.is_open and not g.is_fallback)
        if group is None or group.count != 2 or rank != len(group.items) + 1 or not self._is_near(group, index, i):
            return i + n
        if not self._opens_clause(i, sentence):
            return i + n
        k = i + n
        if k < sentence.last and (self.tokens[k].verb == "Part" or self.tokens[k].pos == "ADJ"):
            found = self._weighed(k, sentence.last, 0.9)  # "l'un consacré à l'eau"
        else:
            found = self._content(k, sentence, has_noun=False, is_elliptic=bool(group.items))
        return self._ordinal_item(group, found, rank, i, index) if found else i + n

    def _sequel(self, index: int, sentence: Sentence) -> int:
        """ "Vient ensuite …", "Enfin, …": the next component, whatever its rank; returns the token behind it."""
        n = self.lexicon.sequels.match(self.tokens, sentence.first, sentence.last)
        if not n:
            return 0
        k = sentence.first + n
        group = self._latest(lambda g: not g.is_fallback)
        if group is None or not group.is_open or not group.items or group.count is None:
            return 0
        if not self._is_near(group, index, sentence.first) or self._begins_with_ordinal(k, sentence, group.count):
            return 0
        is_verb = any(t.verb == "Fin" for t in self.tokens[sentence.first : k])
        found = self._clause_label(k, sentence)
        if found is None or not (is_verb or self._is_nominal(found[0][0], sentence.last)):
            return 0
        label, weight = found
        return self._ordinal_item(group, (label, weight * (0.95 if is_verb else 0.8)), None, k, index)

    # ------------------------------------------------------------ titles

    def _titled(self, i: int, noun: _Noun, index: int, sentence: Sentence) -> int:
        """ "Axe 1 : …", "Pillar 2 – …"; returns the token behind the label, 0 where it is no title."""
        first = i - (i > sentence.first and self.tokens[i - 1].pos == "DET")
        if not (self.tokens[i].is_capitalised or self._opens_clause(first, sentence)):
            return 0
        rank, start = self._title_rank(i, noun, sentence.last)
        found = self._content(start - 1, sentence, False, False) if start else None
        if found is None:
            return 0
        label, weight = found
        group = self._title_group(noun, rank, label, index, sentence)
        if group is None:
            return label[1]
        if known := self._known(group, rank):
            if known.label != label and self._alike(known.label, label):
                known.spans.append(self.doc.span(*label))
            self._speak_of(known, i, index)
            return label[1]
        group.is_titled = True
        return self._ordinal_item(group, (label, weight), rank, i, index)

    def _title_rank(self, i: int, noun: _Noun, last: int) -> tuple[int, int]:
        """Rank of "Axe stratégique n° 2 :" and the token behind its sign; (0, 0) where it isn't such a title."""
        tokens = self.tokens
        k = i + len(noun.words)
        limit = min(last - 2, k + 5)
        while k < limit:
            number = self.words.numbers.get(tokens[k].folded)
            if ranks := marker_ranks(tokens[k].text) or (frozenset({number}) if number else frozenset()):
                return min(ranks), k + 2
            if tokens[k].text in ":," or tokens[k].verb == "Fin":
                break
            k += 1
        return 0, 0

    def _title_group(
        self, noun: _Noun, rank: int, label: tuple[int, int], index: int, sentence: Sentence
    ) -> _Group | None:
        parent = self._title_parent(noun)
        for group in reversed(self.groups):
            if group.noun.kind != noun.kind or group.is_fallback:
                continue
            if parent and group.parent is not parent:
                break
            known = self._known(group, rank)
            if known and (not group.is_implicit or self._alike(known.label, label)):
                return group
            if group.is_open and rank == len(group.items) + 1:
                return group
        if rank != 1 and not (parent and self._has_nieces(parent, noun)):
            return None
        topic = parent.group.plan if parent else self._topic_before(index, sentence)
        return _Group(noun, None, self.main if topic is None else topic, parent, index, 0.92, is_implicit=True)

    def _title_parent(self, noun: _Noun) -> _Component | None:
        """ "Pillar 1: …" above "Programme 1: …": the title of a higher level that is being detailed."""
        if self.subject and self.subject[0].group.noun.kind != noun.kind:
            return self.subject[0]
        level = _LEVELS[noun.kind]
        upper = self._latest(lambda g: bool(g.items) and g.is_titled and _LEVELS[g.noun.kind] < level)
        if upper is None or not (upper.is_open or self._has_nieces(upper.items[-1], noun)):
            return None
        return upper.items[-1]

    def _has_nieces(self, component: _Component, noun: _Noun) -> bool:
        """Whether siblings of the component have parts of that kind."""
        return any(g.parent and g.parent.group is component.group and g.noun.kind == noun.kind for g in self.groups)

    # ------------------------------------------------------------ parts without a name

    def _unnamed(self, index: int, sentence: Sentence) -> None:
        """ "Cette stratégie porte sur A et B": the parts of a plan that the sentence's subject is."""
        if not self._may_be_about_plan(sentence):
            return
        kept = self.lexicon.verb_words
        tokens = [t for t in self.doc.sentence_tokens(sentence) if t.pos != "ADV" or t.folded in kept]
        last = len(tokens)
        for k in range(1, min(last, 30)):
            firm = self.lexicon.firm_verbs.match(tokens, k, last)
            counted = self.lexicon.counted_verbs.match(tokens, k, last)
            if (firm or counted) and self._counted_parts(tokens, k, firm or counted, index, sentence):
                return
            n = firm or self.lexicon.loose_verbs.match(tokens, k, last)
            if not n or k + n >= last or (tokens[k].verb in ("Part", "Ger") and tokens[k - 1].pos != "AUX"):
                continue
            subject = self._plan_subject(tokens, k, index, sentence, bool(firm))
            if subject is None:
                return
            colon = next((m for m in range(k + n, min(last, k + n + 4)) if tokens[m].text == ":"), k + n - 1)
            if colon + 1 >= last:
                return
            start = tokens[colon + 1].i
            listing = split_list(self.tokens, start, sentence.last, None, self.grammar)
            if listing is None or listing.quality < 0.9 or self._are_figures(listing.items):
                return
            noun = _Noun("axis", False, True, False, ())
            group = _Group(noun, None, subject, None, index, 0.8 if firm else 0.7, is_fallback=True)
            self._fill_items(group, listing.items, listing.quality)
            return

    def _counted_parts(self, tokens: list[Token], k: int, n: int, index: int, sentence: Sentence) -> bool:
        """ "The plan consists of seven sectors: …": parts whose noun is no word for a component."""
        at = k + n
        count = self._number(tokens[at].i) if at < len(tokens) else None
        if count is None or not 2 <= count <= _MAX_COUNT:
            return False
        head = next((m for m in range(at + 1, min(len(tokens), at + 4)) if tokens[m].pos == "NOUN"), None)
        if head is None or tokens[head].folded in self.words.no_parts:
            return False
        plan = self._plan_subject(tokens, k, index, sentence, is_firm=True)
        if plan is None:
            return False
        noun = _Noun("axis", False, True, False, ())
        found = _Announcement(noun, tokens[at].i, tokens[head].i + 1, count, False, True, False)
        group = _Group(noun, count, plan, None, index, 0.87)
        return any(
            self._fill(group, found, kind, start, sentence)
            for start, kind in self._openings(found, sentence)
            if kind in ("colon", "opener", "partial")
        )

    def _may_be_about_plan(self, sentence: Sentence) -> bool:
        opening = self.tokens[sentence.first : min(sentence.last, sentence.first + 4)]
        if opening[0].pos == "PRON" or any(t.folded in self.words.plan_nouns for t in opening):
            return True
        return any(m[0] - sentence.first <= 6 for m in self._mentions_in(sentence))

    def _plan_subject(
        self, tokens: list[Token], k: int, index: int, sentence: Sentence, is_firm: bool
    ) -> int | None:
        """The plan that is the subject of the verb at `k`, None where the subject is something else."""
        mentions = [m for m in self._mentions_in(sentence) if m[1] <= tokens[k].i]
        if any(t.folded in self.words.other_subjects for t in tokens[:k]):
            return None
        if mentions and mentions[0][0] - sentence.first <= 6:
            return mentions[0][2]
        if len(tokens) > 1 and tokens[0].pos == "DET" and any(t.folded in self.words.plan_nouns for t in tokens[1:4]):
            topic = self._topic_before(index, sentence)
            return self.main if topic is None else topic
        if is_firm and k <= 3 and self.lexicon.pronouns.match(tokens, 0, k):
            return self._topic_before(index, sentence)
        return None


def _style(block: Block) -> str:
    """What bullets of one level share: the sign, or the sort of number."""
    core = block.marker.strip("().-–° ")
    if not core.isalnum():
        return core or block.marker
    return "0" if core.isdigit() else "a"


# ---------------------------------------------------------------- result


def _records(doc: Document, groups: list[_Group]) -> list[Pillar]:
    kept = [g for g in groups if g.items and not (g.is_implicit and len(g.items) < 2)]
    kept = [g for g in kept if max(_confidence(c) for c in g.items) >= MIN_CONFIDENCE]
    structured = {g.plan for g in kept if not g.is_fallback}
    kept = [g for g in kept if not (g.is_fallback and g.plan in structured)]
    components = sorted((c for g in kept for c in g.items), key=lambda c: c.label)
    place = {id(c): i for i, c in enumerate(components)}
    seen: Counter[tuple[int, int | None, str]] = Counter()
    pillars = []
    for component in components:
        group = component.group
        parent = place.get(id(group.parent)) if group.parent else None
        key = (group.plan, parent, group.noun.kind)
        seen[key] += 1
        span = component.spans[0]
        pillars.append(
            Pillar(
                plan=group.plan,
                label=" ".join(span.of(doc.text).split()),
                spans=component.spans,
                kind=group.noun.kind,
                position=seen[key],
                parent=parent,
                confidence=round(_confidence(component), 3),
            )
        )
    return pillars


def _confidence(component: _Component) -> float:
    """Less where the text announced another number than was found."""
    group = component.group
    wanted, got = group.count, len(group.items)
    share = 1.0 if wanted is None or wanted == got else 0.75 if abs(wanted - got) == 1 else 0.6
    if group.is_implicit and group.noun.is_strong and got > 1:
        share *= 1.12  # "le premier pilier", "le deuxième pilier": each makes the other surer
    return max(0.05, min(0.97, component.confidence * share))
