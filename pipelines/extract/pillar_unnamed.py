"""Parts that the text gives no name, or an unusual one: "porte sur A et B", "comprend sept secteurs : …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.document import Document, Sentence, Token
from pipelines.extract.enumerations import QUOTES, label_start, split_list
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lists import ListReader
from pipelines.extract.pillar_tree import Announcement, Group
from pipelines.extract.ranges import Positions
from pipelines.extract.records import PillarKind, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_BETWEEN = 6
_MAX_ADJUNCT = 9  # tokens
_NAME = 2  # tokens of a person's name
_BEFORE_COLON = 3  # tokens of a verb right before a colon
_PARTITIONED = 0.8
_AWAITED = 10  # sentences
_NEAR_SUBJECT = 5
_LATELY = 2  # sentences
_FEWEST_BULLETS = 3  # below a line that only names the plan
_REACH = 30  # tokens from a sentence's start within which its verb is looked for


class UnnamedReader(ListReader):
    """Reads sentences whose subject is a plan and that use no word for a component."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        super().__init__(doc, plans)
        self.adverbials = Positions(doc.positions_of(self.lexicon.adverbial_words))

    def _unnamed(self, index: int, sentence: Sentence) -> None:
        """As in "Cette stratégie porte sur A et B": the parts of a plan that the sentence's subject is."""
        if self._bare_count(index, sentence) or self._fronted(index, sentence) or self._elliptic(index, sentence):
            return
        if self._bulleted_below(index, sentence) or self._partitioned(index, sentence):
            return
        sentence = self._past_adjunct(sentence)
        if not self._may_be_about_plan(sentence) or self._bulleted(index, sentence):
            return
        if self._repeated(index, sentence):
            return
        kept = self.lexicon.verb_words
        tokens = [t for t in self._without_adverbials(sentence) if t.pos != "ADV" or t.folded in kept]
        tokens = [t for t in tokens if t.text not in QUOTES]  # "repose « sur l'eau, la route et l'école »"
        last = len(tokens)
        colon = next((m for m in range(min(last, _REACH)) if tokens[m].text == ":"), -1)
        for k in range(1, min(last, _REACH)):
            is_end = k == last - 3  # a number, a noun and a full stop
            is_headed = colon - _BEFORE_COLON <= k < colon
            if not (is_end or is_headed or self.lexicon.all_verbs.begins(tokens[k].folded)):
                continue
            firm = self.lexicon.firm_verbs.match(tokens, k, last)
            counted = firm or self.lexicon.counted_verbs.match(tokens, k, last)
            counted = counted or self.lexicon.structure_verbs.match(tokens, k, last)
            if counted and self._counted_parts(tokens, k, counted, index, sentence):
                return
            if is_end and self._counted_something(tokens, k, index, sentence):
                return
            n = firm or self.lexicon.loose_verbs.match(tokens, k, last)
            n = n or (self._headed_verb(tokens, k) if is_headed else 0)
            is_verb = tokens[k].verb not in ("Part", "Ger") or tokens[k - 1].pos == "AUX"
            is_verb = is_verb or (tokens[k - 1].pos == "NOUN" and not any(t.verb == "Fin" for t in tokens))
            if n and k + n < last and is_verb:
                self._stressed(tokens, k, n, index, sentence, is_firm=bool(firm))
                return

    def _without_adverbials(self, sentence: Sentence) -> list[Token]:
        """The sentence's tokens without "à la fois", "above all" and the like."""
        tokens = list(self.doc.sentence_tokens(sentence))
        limit = min(sentence.last, sentence.first + _REACH)
        for i in reversed(self.adverbials.within(sentence.first, limit)):
            n = self.grammar.adverbs.match(self.tokens, i, limit)
            if n > 1:
                del tokens[i - sentence.first : i - sentence.first + n]
        return tokens

    def _stressed(self, tokens: list[Token], k: int, n: int, index: int, sentence: Sentence, *, is_firm: bool) -> None:
        """The list behind the `n` words of a verb at `k`; one of stress needs three items where "it" is the subject."""
        subject, fewest = self._plan_subject(tokens, k, index, sentence, is_firm), 2
        if subject is None and not is_firm:
            subject, fewest = self._plan_subject(tokens, k, index, sentence, is_firm=True), 3
        if subject is None and self._has_doer(tokens, k):
            subject, fewest = self._told_lately(index), 3
            waiting = self._latest(lambda g: not g.items and g.count is not None and index - g.sentence <= _AWAITED)
            if waiting is not None and subject is None:
                subject, fewest = waiting.plan, waiting.count or fewest
        if subject is not None:
            group = Group(_noun("axis"), None, subject, None, index, 0.8 if is_firm else 0.7, is_fallback=True)
            self._listed(group, tokens, k + n, sentence, fewest)

    def _has_doer(self, tokens: list[Token], k: int) -> bool:
        """Whether the subject of the verb at `k` is who carries plans out ("The ministry is counting on …")."""
        head = tokens[0].pos == "DET" and len(tokens) > 1
        return k <= _NEAR_SUBJECT and tokens[int(head)].folded in self.words.doers

    def _told_lately(self, index: int) -> int | None:
        """The only plan that the last sentences speak of."""
        first = self.doc.sentences[max(0, index - _LATELY)].first
        told = {m[2] for m in self.references.within(first, self.doc.sentences[index].first)}
        return told.pop() if len(told) == 1 else None

    def _headed_verb(self, tokens: list[Token], k: int) -> int:
        """Length of "includes" or "prévoit" right before a colon, else 0."""
        for _, verbs in self.lexicon.bulleted_verbs:
            n = verbs.match(tokens, k, len(tokens))
            if n and k + n < len(tokens) and tokens[k + n].text == ":":
                return n
        return 0

    def _past_adjunct(self, sentence: Sentence) -> Sentence:
        """The sentence without "Pour y parvenir," or "To that end," at its start."""
        first, limit = sentence.first, min(sentence.last - 1, sentence.first + _MAX_ADJUNCT)
        if self.tokens[first].pos in ("DET", "PRON", "NOUN", "PROPN"):
            return sentence
        comma = next((i for i in range(first + 1, limit) if self.tokens[i].text == ","), 0)
        if not comma or any(t.verb == "Fin" for t in self.tokens[first:comma]) or self.mentions.within(first, comma):
            return sentence
        return replace(sentence, first=comma + 1)

    def _repeated(self, index: int, sentence: Sentence) -> bool:
        """As in "has a skills component and a fleet component", "un volet pour l'eau, un autre pour l'énergie"."""
        places = self._places_of_one_noun(sentence)
        first = places[0][0] - 1 if places else sentence.first
        if not 2 <= len(places) <= MAX_COUNT or not self._has_verb_before(first, sentence):
            return False
        tokens = self.doc.sentence_tokens(sentence)
        plan = self._plan_subject(tokens, first - sentence.first - 1, index, sentence, is_firm=True)
        if plan is None and self.lexicon.sentence_openers.match(self.tokens, sentence.first, first + 1):
            named = self.references.within(sentence.first, first)
            plan = named[-1][2] if named else self._told_last(index)
        if plan is None:
            return False
        ends = [left - 1 for left, _, _ in places[1:]] + [sentence.last]
        items = [
            (left, i) if self._is_called_so(left, i, noun) else (self._past_linking(i + len(noun.words)), end)
            for (left, i, noun), end in zip(places, ends, strict=True)
        ]
        group = Group(replace(places[0][2], is_plural=True), None, plan, None, index, 0.9)
        return bool(self._fill_items(group, items, 1.0))

    def _places_of_one_noun(self, sentence: Sentence) -> list[tuple[int, int, Noun]]:
        """Where a noun for a part stands with "a": first token of what it is called, the noun's, and the noun."""
        found: dict[tuple[str, ...], list[tuple[int, int, Noun]]] = {}
        for i in range(sentence.first + 1, sentence.last):
            noun = self._noun(i, sentence.last) if self.tokens[i].folded in self.lexicon.nouns else None
            if noun and not noun.is_plural and (left := self._indefinite_before(i, sentence.first)):
                found.setdefault(noun.words, []).append((left, i, noun))
        best = max(found.values(), key=len, default=[])
        if not best:
            return []
        noun = replace(best[0][2], words=())
        behind = best[-1][1] + len(best[-1][2].words)
        is_complement = behind < sentence.last and self.tokens[behind].pos in ("ADP", "VERB")
        return best + [(k, m, noun) for k, m in self._elided(behind, sentence.last)] if is_complement else best

    def _elided(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """As in ", one for mills and a third for schools": the first token and the one behind, the noun left out."""
        for k in range(first + 1, last - 2):
            before = self.tokens[k - 1]
            if before.text not in ",;" and before.pos != "CCONJ":
                continue
            n = self.lexicon.one_other.match(self.tokens, k, last)
            is_one = self.tokens[k].folded in self.words.indefinite or self._number(k) == 1
            behind = self.tokens[k + 1].folded
            is_next = is_one and (behind in self.words.ordinals or behind in self.words.others)
            m = k + (2 if is_next else n or int(is_one))
            if m > k and m < last and (self.tokens[m].pos == "ADP" or self.tokens[m].verb == "Part"):
                yield k + 1, m

    def _past_linking(self, k: int) -> int:
        """Past "for" in "a strand for mills"."""
        return k + (self.tokens[k].pos == "ADP" and self.tokens[k].folded not in self.words.lists.linkers)

    def _is_called_so(self, left: int, i: int, noun: Noun) -> bool:
        """Whether what stands before the noun names the part: not in "a middle phase, devoted to dams"."""
        behind = i + len(noun.words)
        if left >= i or not noun.words:
            return False
        has_noun = any(t.pos in ("NOUN", "PROPN") for t in self.tokens[left:i])
        if (has_noun and not self.words.stages & set(noun.words)) or self.tokens[behind].text not in ",(:":
            return True
        return not (
            self.tokens[behind + 1].pos == "DET" or self.grammar.hollow.match(self.tokens, behind + 1, behind + 9)
        )

    def _has_verb_before(self, first: int, sentence: Sentence) -> bool:
        """Whether a verb of structure stands before `first`, with no more than "à la fois" between."""
        if self.lexicon.sentence_openers.match(self.tokens, sentence.first, first):
            return True  # "On y trouve"
        for k in range(first - 1, max(sentence.first, first - _MAX_BETWEEN), -1):
            if self.tokens[k].text == ":" and k == first - 1:
                return True  # "keeps its design: a skills pillar and a fleet pillar"
            if self.tokens[k].text in ",;:":
                return False
            if self.lexicon.structure_verbs.match(self.tokens, k, first):
                return self.tokens[k].pos != "ADP" or k == first - 1
        return False

    def _elliptic(self, index: int, sentence: Sentence) -> bool:
        """As in "The new plan would have just three: A, B and C" after "had five pillars": the noun is left out."""
        if not self.groups or self.groups[-1].is_fallback or self.groups[-1].parent:
            return False
        tokens = self.doc.sentence_tokens(sentence)
        k = next((j for j in range(2, min(len(tokens) - 3, _REACH)) if tokens[j].text == ":"), 0)
        if not k:
            return False
        count = self._number(tokens[k - 1].i)
        if count is None or not 2 <= count <= MAX_COUNT or not self._may_be_about_plan(sentence):
            return False
        plan = self._plan_subject(tokens, k - 1, index, sentence, is_firm=True)
        if plan is None or (plan == self.groups[-1].plan and self.groups[-1].items):
            return False
        noun = self.groups[-1].noun
        found = Announcement(noun, tokens[k - 1].i, tokens[k].i, count, False, True, False)
        return bool(self._fill(Group(noun, count, plan, None, index, 0.85), found, "colon", tokens[k].i + 1, sentence))

    def _indefinite_before(self, i: int, first: int) -> int:
        """Token behind the indefinite article of the noun at `i`, 0 where it has none."""
        left = self._before_modifiers(i, first, 4)
        before = self.tokens[left - 1]
        return left if before.folded in self.words.indefinite or self._number(left - 1) == 1 else 0

    def _bare_count(self, index: int, sentence: Sentence) -> bool:
        """As in "In short, three things." right after a sentence about the plan."""
        number, last = sentence.last - 3, sentence.last - 1
        if not (sentence.first <= number <= sentence.first + 5) or self.tokens[last].text not in ".:":
            return False
        count, noun = self._number(number), self.tokens[number + 1]
        if count is None or not 2 <= count <= MAX_COUNT or not self._may_be_part(noun) or index == 0:
            return False
        named = self._mentions_in(self.doc.sentences[index - 1])
        if not named or any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence)):
            return False
        self._await(count, noun, named[0][2], index)
        return True

    def _await(self, count: int, noun: Token, plan: int, index: int) -> None:
        """Open a group that what follows may fill."""
        self.groups.append(Group(Noun("axis", False, True, None, (noun.folded,)), count, plan, None, index, 0.85))

    def _listed(self, group: Group, tokens: list[Token], k: int, sentence: Sentence, fewest: int) -> None:
        """Fill the group from the list at `k` or behind the colon right after, if it has so many items."""
        colon = next((m for m in range(k, min(len(tokens), k + _REACH)) if tokens[m].text == ":"), k - 1)
        if colon + 1 >= len(tokens) or any(t.folded in self.words.no_parts for t in tokens[k:colon]):
            return
        start = self._past_kind(self._past_aside(tokens[colon + 1].i, sentence.last), sentence.last)
        if self.tokens[start].text == "(":
            return
        # "donne la priorité à l'eau, à la route": the verb's preposition stands before each item, or once.
        is_governed = colon < k and self.tokens[start - 1].folded in self.words.lists.linking
        for first in (start - 1, start) if is_governed else (start,):
            last = self._said_end(first, sentence.last)
            listing = split_list(self.tokens, first, last, None, self.grammar)
            if listing is None or listing.quality < 0.9 or len(listing.items) < fewest:
                continue
            is_thing = not self._are_figures(listing.items) and not self._are_amounts(listing.items)
            if is_thing and not self._are_bodies(listing.items):
                self._fill_items(self._awaited(group, listing.items), listing.items, listing.quality)
            return

    def _awaited(self, group: Group, items: list[tuple[int, int]]) -> Group:
        """The group of the same plan that waits for as many parts, else `group`."""
        waiting = self._latest(lambda g: not g.items and g.count == len(items) and g.plan == group.plan)
        if waiting is None or group.sentence - waiting.sentence > _AWAITED:
            return group
        self.groups.remove(waiting)
        return waiting

    def _are_bodies(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items are who carries the plan or gains by it: "le ministère et les communes", "Japan"."""
        ends = [(a, b - (not self.tokens[b - 1].text[0].isalnum())) for a, b in items]
        starts = [(label_start(self.tokens, a, b, self.grammar), b) for a, b in ends]
        bodies = sum(self.tokens[a].folded in self.words.no_parts for a, b in starts if a < b)
        names = [t for a, b in starts for t in self.tokens[a:b] if b == a + 1]
        is_named = any(t.pos == "PROPN" and t.is_capitalised and not t.text.isupper() for t in names)
        return 2 * bodies >= len(items) or is_named

    def _fronted(self, index: int, sentence: Sentence) -> bool:
        """As in "Articulé autour de l'eau, du bois et du sel, le Plan X sera …"."""
        n = self.lexicon.firm_verbs.match(self.tokens, sentence.first, sentence.last)
        named = self._mentions_in(sentence) if n else []
        if not named:
            return False
        first, _, plan = named[0]
        nearest = range(first - 1, max(first - 5, sentence.first + n), -1)
        comma = next((i for i in nearest if self.tokens[i].text == ","), 0)
        if not comma:
            return False
        group = Group(_noun("axis"), None, plan, None, index, 0.8, is_fallback=True)
        listing = split_list(self.tokens, sentence.first + n, comma, None, self.grammar)
        if listing is None or listing.quality < 0.9 or self._are_figures(listing.items):
            return False
        return bool(self._fill_items(group, listing.items, listing.quality))

    def _bulleted(self, index: int, sentence: Sentence) -> bool:
        """As in "Sa mise en œuvre passe par :" above bullets."""
        last = sentence.last - 1
        if self.tokens[last].text != ":" or sentence.last != self._block_end(sentence.block):
            return False
        tokens = self.doc.sentence_tokens(sentence)[:-1]
        for kind, verbs in self.lexicon.bulleted_verbs:
            for k in range(1, len(tokens)):
                n = verbs.match(tokens, k, len(tokens))
                if not n or k + n < len(tokens) - 2:
                    continue
                plan = self._plan_subject(tokens, k, index, sentence, is_firm=True)
                if plan is None:
                    return False
                group = Group(_noun(kind), None, plan, None, index, 0.78, is_fallback=True)
                return self._fill_bullets(group, sentence.block, is_sure=True) or self._fill_lines(
                    group, sentence.block
                )
        return False

    def _bulleted_below(self, index: int, sentence: Sentence) -> bool:
        """As in "Under the strategy, the government will:" or "Ce que prévoit le plan" right above three bullets."""
        blocks, at = self.doc.blocks, sentence.block
        below = blocks[at + 1 : at + 1 + _FEWEST_BULLETS]
        if len(below) < _FEWEST_BULLETS or any(b.kind != "bullet" for b in below):
            return False
        is_headed = self.tokens[sentence.last - 1].text == ":" or blocks[at].kind == "heading"
        named = self.references.within(sentence.first, sentence.last)
        if not is_headed or not named or sentence.last != self._block_end(at):
            return False
        if not self.words.other_subjects.isdisjoint(self.doc.words[sentence.first : sentence.last]):
            return False
        told = [self.tokens[self.doc.token_at(b.start) : self._block_end(at + 1 + n)] for n, b in enumerate(below)]
        if all(t[0].text[0].isdecimal() or all(x.is_capitalised for x in t[:_NAME]) for t in told):
            return False  # amounts, or people
        group = Group(_noun("measure"), None, named[-1][2], None, index, 0.76, is_fallback=True)
        return self._bulleted(index, sentence) or self._fill_bullets(group, at, is_sure=True)

    def _counted_parts(self, tokens: list[Token], k: int, n: int, index: int, sentence: Sentence) -> bool:
        """As in "The plan consists of seven sectors: …": parts whose noun is no word for a component."""
        at = k + n
        count = self._number(tokens[at].i) if at < len(tokens) else None
        if count is None or not 2 <= count <= MAX_COUNT:
            return False
        nouns = [m for m in range(at + 1, min(len(tokens), at + 4)) if tokens[m].pos == "NOUN"]
        head = next(iter(nouns), None)
        if head is None or not all(self._may_be_part(tokens[m]) for m in nouns):
            return False
        plan = self._plan_subject(tokens, k, index, sentence, is_firm=True)
        if plan is None:
            return False
        found = Announcement(_noun("axis"), tokens[at].i, tokens[head].i + 1, count, False, True, False)
        group = Group(found.noun, count, plan, None, index, 0.87)
        return any(
            self._fill(group, found, kind, start, sentence)
            for start, kind in self._openings(found, sentence)
            if kind in ("colon", "opener", "partial", "apposition", "bracket")
        )

    def _partitioned(self, index: int, sentence: Sentence) -> bool:
        """As in "The coast was carved up into four reaches: …": what the plan deals with has as many parts."""
        last = sentence.last
        for token in self.tokens[sentence.first + 1 : last - 3]:
            if token.verb != "Part":
                continue
            i = token.i
            n = self.lexicon.partitions.match(self.tokens, i, last)
            count = self._number(i + n) if n else None
            if count is None or not 2 < count <= MAX_COUNT or not self._was_told_of(index, i):
                continue
            nouns = self.tokens[i + n + 1 : min(last, i + n + 5)]
            head = next((t for t in nouns if t.pos == "NOUN"), None)
            if head is None or any(t.folded in self.words.no_parts for t in nouns):
                return False
            found = Announcement(_noun("axis"), i + n, head.i + 1, count, False, True, False)
            group = Group(found.noun, count, self._spoken_of(index, sentence), None, index, _PARTITIONED)
            return any(
                self._fill(group, found, kind, start, sentence) and len(group.items) == count
                for start, kind in self._openings(found, sentence)
                if kind in ("colon", "opener", "bracket")
            )
        return False

    def _counted_something(self, tokens: list[Token], k: int, index: int, sentence: Sentence) -> bool:
        """As in "Le plan avance sur trois jambes.", whose last tokens start at `k`: ordinals may name them next."""
        count = self._number(tokens[k].i)
        if count is None or not 2 <= count <= MAX_COUNT:
            return False
        noun = tokens[k + 1]
        is_end = tokens[k + 2].text in ".:"
        if not is_end or tokens[k - 1].folded not in self.words.lists.linking or not self._may_be_part(noun):
            return False
        plan = self._plan_subject(tokens, k - 2, index, sentence, is_firm=True)
        if plan is None:
            return False
        self._await(count, noun, plan, index)
        return True

    def _may_be_part(self, noun: Token) -> bool:
        """Whether what is counted can be a plan's parts, rather than its money, its regions or its troubles."""
        return noun.folded not in self.words.no_parts and noun.folded not in self.words.troubles

    def _may_be_about_plan(self, sentence: Sentence) -> bool:
        opening = self.tokens[sentence.first : min(sentence.last, sentence.first + 4)]
        words = [t.folded for t in opening]
        if opening[0].pos == "PRON" or words[0] in self.words.possessives:
            return True
        if not (self.words.plan_nouns.isdisjoint(words) and self.words.doers.isdisjoint(words[:2])):
            return True
        if self.lexicon.latter.match(self.tokens, sentence.first, sentence.last):
            return True
        return any(m[0] - sentence.first <= 6 for m in self._mentions_in(sentence))

    def _plan_subject(self, tokens: list[Token], k: int, index: int, sentence: Sentence, is_firm: bool) -> int | None:
        """The plan that is the subject of the verb at `k`, None where the subject is something else."""
        mentions = [m for m in self._mentions_in(sentence) if m[1] <= tokens[k].i]
        if self._is_appendage(tokens[0].i, tokens[k].i):
            return None
        if mentions and self._is_apart(mentions[0], sentence):
            return mentions[0][2]
        if any(t.folded in self.words.other_subjects for t in tokens[:k]):
            return None
        if mentions and mentions[0][0] - sentence.first <= 6:
            if not self._is_adjunct(mentions[0][0], sentence):
                return mentions[0][2]
            named = self._nearest(mentions, tokens[k].i, sentence)
            return self._spoken_of(index, sentence) if named is None else named
        topic = self._topic_before(index, sentence)
        if len(tokens) > 1 and tokens[0].pos == "DET" and any(t.folded in self.words.plan_nouns for t in tokens[1:4]):
            referred = self.references.within(sentence.first, sentence.first + 4)
            return referred[0][2] if referred else self.main if topic is None else topic
        goes_on = k <= 3 and self.lexicon.pronouns.match(tokens, 0, k)
        if not is_firm or not (goes_on or tokens[0].folded in self.words.possessives):
            return None
        return self._told_last(index) if topic is None else topic


def _noun(kind: PillarKind) -> Noun:
    return Noun(kind, False, True, None, ())
