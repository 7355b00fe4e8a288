"""Announcements of a plan's parts ("repose sur trois axes") and the lists that follow them: inline or in bullets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from pipelines.extract.document import Block, Sentence
from pipelines.extract.enumerations import (
    DASHES,
    QUOTES,
    explains,
    label_range,
    label_start,
    marked_items,
    marker_ranks,
    quoted_items,
    split_list,
)
from pipelines.extract.pillar_context import LOOKBACK, PillarContext
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lines import marked_lines, parallel_headings
from pipelines.extract.pillar_tree import Announcement, Component, Group

MAX_COUNT = 15
_MAX_LIST_TOKENS = 260
_MAX_BLOCKS = 60
_MAX_BULLETS = 30  # a longer list is an index, not a plan's structure
_MAX_ANNOUNCEMENTS = 300
_MAX_GAP = 45  # tokens between an announcement and the colon of its list
_NEAR = 10
_MANY = 3  # items
_NEXT = 5  # tokens between a verb and its object's number
_MAX_HEAD = 9  # tokens of a line's label and its colon
_CLAUSE = 45  # tokens before the number in which the plan may be named
_COMPLEMENT = 12
_MAX_SHARE = 8  # tokens of "some $510 million over five years for"
_MAX_STARTS = 4
_MAX_SAID = 14  # tokens of "said the minister of water"
_MAX_HEADLINE = 10
_MAX_QUOTED = 8  # tokens of quoted words before a noun
_MAX_LEAD = 12  # tokens before a list in the sentence above
_NONE = -1.0  # parts of something else, whatever else speaks for a plan
_SURE_LIST = 0.9
_ALIKE = 0.95
_FAIR = 0.8
_COUNTED = 0.77  # what is known of parts whose list is as long as counted, and that no word ties to a plan
_TOLD_OF = 8  # sentences since the last word about a plan
_SURE_STRUCTURE = 0.92
_TAKEN_UP = 0.75  # what is known of parts that only "of these four missions" shows to be a plan's
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})  # what stands behind "un volet"
# How far the sign or word between an announcement and its list can be trusted.
_TRUST = {
    "colon": 1.0,
    "opener": 1.0,
    "copula": 1.0,
    "content": 0.95,
    "partial": 1.0,
    "had": 0.97,
    "told": 0.95,
    "apposition": 0.98,
    "bracket": 0.98,
    "of": 0.85,
}


class ListReader(PillarContext):
    """Reads announcements and fills their groups from lists."""

    # ------------------------------------------------------------ announcements

    def _announcement(self, i: int, noun: Noun, sentence: Sentence) -> Announcement | None:
        """The noun phrase around the plural noun at `i`, None where it counts or refers to something else."""
        tokens, words = self.tokens, self.words
        left = self._before_modifiers(i, sentence.first, 4)
        if left - 3 > sentence.first and tokens[left - 1].text == ")" and self._number(left - 2):
            left -= 3  # "trois (3) axes"
        if any(t.folded in words.ordinals or t.folded in words.last for t in tokens[left:i]):
            return None
        count: int | None = None
        is_counted = is_definite = False
        if left > sentence.first and (n := self._number(left - 1)):
            if not 2 <= n <= MAX_COUNT:
                return None
            count, is_counted, left = n, True, left - 1
        elif left > sentence.first and tokens[left - 1].folded in words.several:
            is_counted, left = True, left - 1
        at = self._before_modifiers(left, sentence.first, 2)  # "its main three pillars"
        verbs = self.lexicon.structure_verbs
        if all(t.pos != "VERB" and not verbs.match(tokens, t.i, left) for t in tokens[at:left]):
            left = at  # but not "has identified three pillars"
        if left > sentence.first and tokens[left - 1].folded in words.definite:
            is_definite, left = True, left - 1
        if self._is_partitive(left, sentence):
            return None
        right = self._behind_modifiers(i + len(noun.words), sentence.last)
        if count is None and (told := self._count_behind(right, sentence.last)):
            count, right = told
            is_counted = True
        is_definite = is_definite or self._is_of_plan(left, sentence)
        is_following = any(t.folded in words.following for t in tokens[left:right])
        return Announcement(noun, left, right, count, is_definite, is_counted, is_following)

    def _count_behind(self, right: int, last: int) -> tuple[int, int] | None:
        """The number in "The axes are four:", "Les axes sont au nombre de quatre.", and the token behind it."""
        limit = min(last - 1, right + _COMPLEMENT)
        verb = next((i for i in range(right, limit) if self.lexicon.copulas.match(self.tokens, i, last)), 0)
        if not verb or any(not t.text[0].isalnum() for t in self.tokens[right:verb]):
            return None
        k = verb + self.lexicon.copulas.match(self.tokens, verb, last)
        k += self.lexicon.numbering.match(self.tokens, k, last)
        count = self._number(k) if k < last else None
        k += 1
        k += self.lexicon.numbering.match(self.tokens, k, last)
        is_alone = k < last and self.tokens[k].text in ":.;,("
        return (count, k) if count and 2 <= count <= MAX_COUNT and is_alone else None

    def _is_of_plan(self, left: int, sentence: Sentence) -> bool:
        """As in "the plan's pillars", "the strategy's objectives", whether the plan is named or not."""
        if any(left - 1 <= m[1] <= left for m in self._mentions_in(sentence)):
            return True
        before = self.tokens[max(sentence.first, left - 2) : left]
        return len(before) == 2 and before[1].pos == "PART" and before[0].folded in self.words.plan_nouns

    def _set_of(self, i: int, sentence: Sentence) -> Announcement | None:
        """As in "a three-pronged approach", "an 8-point agenda", "un triptyque : …"."""
        tokens = self.tokens
        number, hyphen, word = tokens[i].folded.rpartition("-")
        count, noun = self.lexicon.manifolds.get(word, (0, None))
        if noun is None or any(m[0] <= i < m[1] for m in self._mentions_in(sentence)):
            return None
        left = i
        if not count:
            if not hyphen and i - 2 >= sentence.first and tokens[i - 1].text in DASHES:
                number, left = tokens[i - 2].folded, i - 2
            count = self.words.numbers.get(number) or (int(number) if number.isdecimal() and len(number) < 3 else 0)
        if not 2 <= count <= MAX_COUNT:
            return None
        right = self._behind_modifiers(i + 1, sentence.last)
        left -= left > sentence.first and tokens[left - 1].folded in self.words.indefinite
        return Announcement(noun, left, right, count, False, True, False)

    def _manifold(self, i: int, noun: Noun, sentence: Sentence) -> Announcement | None:
        """As in "L'objectif du plan est triple : …"."""
        if not self.has_multiples:
            return None
        for j in range(i + 1, min(sentence.last - 1, i + _CLAUSE // 3)):
            count = self.words.multiples.get(self.tokens[j].folded)
            if count and self.tokens[j + 1].text == ":":
                return Announcement(noun, i, j + 1, count, True, True, False)
            if self.tokens[j].text in ",;:":
                return None
        return None

    def _before_modifiers(self, i: int, first: int, limit: int) -> int:
        left = i
        while left > first and i - left < limit:
            if self._is_modifier(left - 1):
                left -= 1
            elif opening := self._quote_before(left, first):
                left = opening
            else:
                break
        return left

    def _quote_before(self, i: int, first: int) -> int:
        """First token of the quoted words before `i` ("three “critical” areas"), 0 where there are none."""
        closer = self.tokens[i - 1].text
        opener = next((o for o, c in QUOTES.items() if c == closer), "")
        starts = range(i - 2, max(first, i - _MAX_QUOTED), -1) if opener else ()
        return next((k for k in starts if self.tokens[k].text == opener), 0)

    def _behind_modifiers(self, i: int, last: int) -> int:
        right = i
        while right < min(last, i + 4) and self.tokens[right].pos in ("ADJ", "NOUN") and self._is_plain(right):
            phrases = (self.lexicon.contents, self.lexicon.partial_openers)
            if any(p.match(self.tokens, right, last) for p in phrases):
                break  # "its four strands cover", whatever the tagger says
            right += 1
        return right

    def _is_modifier(self, i: int) -> bool:
        token = self.tokens[i]
        if token.folded in self.words.following:
            return True
        is_word = (
            token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and token.verb not in ("Fin", "Inf") and self._is_plain(i)
        )
        is_counting = self._number(i) is not None or token.folded in self.words.several
        return is_word and not is_counting and token.folded not in self.words.definite

    def _is_plain(self, i: int) -> bool:
        token = self.tokens[i]
        return token.text[0].isalpha() and not self.lexicon.list_openers.match(self.tokens, i, i + 3)

    def _is_partitive(self, left: int, sentence: Sentence) -> bool:
        """As in "L'un des trois axes", "first of four pillars": part of what is counted, no announcement."""
        at = left - 1
        if at > sentence.first and self.tokens[at].folded in self.words.lists.linkers:
            at -= 1
        elif not self.words.lists.linkers & {t.folded for t in self.tokens[left : left + 1]}:
            return False
        if at < sentence.first:
            return False
        token = self.tokens[at]
        return token.folded in self.words.ordinals or token.folded in self.words.last or token.pos in ("NUM", "PRON")

    def _announced(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """Open a group and fill it from the list that follows, if one does; returns the token to go on with."""
        self.announced += 1
        if self.announced > _MAX_ANNOUNCEMENTS:
            return found.right
        if end := self._resumed(found, index, sentence) or self._among(found, index, sentence):
            return end
        parent = self._parent_of(found, sentence)
        evidence = self._evidence(found, parent, index, sentence)
        if evidence == 0 and self._is_headline(found, index, sentence):
            evidence = _FAIR
        if evidence <= 0:
            counted = evidence == 0 and self._by_count(found, index, sentence)
            ordered = evidence == 0 and not counted and self._by_ordinals(found, index, sentence)
            return counted or ordered or self._taken_up(found, index)
        plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
        group = Group(found.noun, found.count, plan, parent, index, evidence)
        if end := self._fill_near(group, found, index, sentence):
            return end
        if found.is_counted and (found.count or found.noun.is_strong):
            self._open(group)
        elif sentence.last - found.right <= _MAX_SAID:
            self.pending = group
        return found.right

    def _fill_near(self, group: Group, found: Announcement, index: int, sentence: Sentence) -> int:
        """Fill the group from the list behind its announcement or before it; returns the token to go on with."""
        if self._is_enclosed(found, sentence) and self._fill_before(group, found, sentence):
            return found.right
        for start, kind in self._openings(found, sentence):
            if end := self._fill(group, found, kind, start, sentence):
                return end
        is_before = self._fill_before(group, found, sentence) or self._fill_from_above(group, found, index)
        return found.right if is_before else 0

    def _open(self, group: Group) -> None:
        """Let the group wait for its parts; of two that one line announces the first is filled first."""
        last = self.groups[-1] if self.groups else None
        is_second = last is not None and not last.items and last.count and last.sentence == group.sentence
        is_second = is_second and self.doc.blocks[self.doc.sentences[group.sentence].block].kind == "heading"
        self.groups.insert(len(self.groups) - bool(is_second), group)

    def _taken_up(self, found: Announcement, index: int) -> int:
        """As in "Of these three missions, …" right behind them; returns the token to go on with."""
        group = Group(found.noun, found.count, self.main, None, index, _TAKEN_UP)
        self._fill_from_above(group, found, index, verbs_only=True)
        return found.right

    def _among(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "Among its goals are A and B", "Parmi les dix axes figure A": some parts; returns the token behind."""
        if not self._follows_among(found.left, sentence.first):
            return 0
        start = self._behind_listing(found.right, sentence)
        if not start:
            return 0
        group = self._awaiting(index)
        if group is None and self.words.burdens & set(found.noun.words):
            return 0
        if group is None:
            parent = self._parent_of(found, sentence)
            evidence = self._evidence(found, parent, index, sentence)
            is_headed = not found.count and self.tokens[start - 1].text == ":"
            is_told = evidence == 0 and (found.count is not None or is_headed) and self._was_told_of(index, found.left)
            evidence = _COUNTED if is_told else evidence
            if evidence <= 0:
                return 0
            plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
            group = Group(found.noun, found.count, plan, parent, index, evidence, is_fallback=is_told and is_headed)
        return self._fill_some(group, start, sentence)

    def _awaiting(self, index: int) -> Group | None:
        """The group that the last sentence or this one counted without telling its parts."""
        group = self.groups[-1] if self.groups else None
        waits = group is not None and not group.items and not group.is_fallback and index - group.sentence <= 1
        return group if waits else None

    def _follows_among(self, left: int, first: int) -> bool:
        at = left - (left > first and self.tokens[left - 1].folded in self.words.lists.linkers)
        starts = range(max(first, at - 4), at)
        return any(self.lexicon.among.match(self.tokens, i, at) == at - i for i in starts)

    def _behind_listing(self, k: int, sentence: Sentence) -> int:
        """Token behind the verb of "figure", "are", "she listed", "the minister has cited" at or after `k`, else 0."""
        tokens, last = self.tokens, sentence.last
        has_subject = False
        for i in range(k, min(last - 1, k + _NEAR)):
            if tokens[i].verb == "Fin" or tokens[i].pos == "AUX" or self.lexicon.listing_verbs.match(tokens, i, last):
                behind = next(k for k in range(i + 1, last + 1) if k == last or not self._is_verbal(k))
                listing = self.lexicon.listing_verbs
                is_listing = not has_subject or any(listing.match(tokens, k, last) for k in range(i, behind))
                return self._past_colon(behind, last) if is_listing and behind < last else 0
            if tokens[i].text == ":":
                return i + 1
            if tokens[i].text in ";.":
                return 0
            has_subject = has_subject or tokens[i].pos in ("NOUN", "PROPN", "PRON")
        return 0

    def _is_verbal(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("ADV", "AUX", "VERB") and token.verb not in ("Inf", "Ger")

    def _fill_some(self, group: Group, start: int, sentence: Sentence) -> int:
        """Fill the group with the parts, or the only one, that the sentence tells; returns the token behind, else 0."""
        last = self._said_end(start, sentence.last)
        listing = split_list(self.tokens, start, last, None, self.grammar)
        items = listing.items if listing and listing.quality >= _FAIR else [(start, last)]
        if self._are_figures(items) or (self._number(start) or 0) > 1 or (group.count and len(items) > group.count + 1):
            return 0
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if not labels or self.tokens[labels[0][0]].pos in ("ADP", "PRON", "ADV"):
            return 0
        if group in self.groups:
            self.groups.remove(group)
        group.is_partial = len(labels) != group.count
        self._add_list(group, labels, _SURE_LIST)
        group.is_list = not group.is_partial  # ordinals may name the others
        return labels[-1][1]

    def _told_next(self, index: int, sentence: Sentence) -> int:
        """As in "On y trouve A, B et C" after "prend corps dans des projets": told of what no number announced."""
        group = self.pending
        if group is None or group.sentence != index - 1 or group in self.groups:
            return 0
        n = self.lexicon.sentence_openers.match(self.tokens, sentence.first, sentence.last)
        is_answer = self.tokens[sentence.first - 1].text == "?"  # "Its pillars? Water, roads and schools."
        if not n and not (is_answer and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence))):
            return 0
        start = self._past_colon(self._past_count(sentence.first + n, sentence.last), sentence.last)
        last = self._said_end(start, sentence.last) if start < sentence.last else start
        listing = split_list(self.tokens, start, last, None, self.grammar) if start < last else None
        if listing is None or listing.quality < _FAIR or self._are_figures(listing.items):
            return 0
        if group.count not in (None, len(listing.items)):
            return 0
        return self._fill_items(group, listing.items, _SURE_LIST * listing.quality)

    def _past_count(self, k: int, last: int) -> int:
        """Past "quatre" in "Ils sont quatre : …"."""
        is_count = k + 1 < last and self._number(k) is not None and self.tokens[k + 1].text == ":"
        return k + 1 if is_count else k

    def _by_count(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "Ministries are grouped in four clusters: A, B, C and D": exactly as many as counted, in an article
        that has just spoken of a plan.
        """
        if not found.count or found.count < _MANY or not self._was_told_of(index, found.left):
            return 0
        if self.words.burdens & set(found.noun.words):
            return 0
        group = Group(found.noun, found.count, self._spoken_of(index, sentence), None, index, _COUNTED)
        for start, kind in self._openings(found, sentence):
            if kind == "end" or (start >= self._block_end(sentence.block) and kind == "colon"):
                return sentence.last if self._fill_bullets(group, sentence.block, is_sure=False) else 0
            if kind == "colon":
                last = self._said_end(start, self._list_end(start, kind, sentence))
                listing = split_list(self.tokens, start, last, found.count, self.grammar)
                is_whole = listing is not None and len(listing.items) == found.count and listing.quality >= _SURE_LIST
                is_whole = is_whole and not self._are_names(listing.items if listing else [])
                return self._fill(group, found, kind, start, sentence) if is_whole else 0
        if sentence.last - found.right <= _MAX_SAID:
            self.pending = group  # "has picked four areas. They are A, B, C and D"
        return 0

    def _by_ordinals(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "The new edition sticks to three priorities. The first …" in an article that has spoken of a plan."""
        if not found.count or found.noun.kind == "measure" or self.words.burdens & set(found.noun.words):
            return 0
        if sentence.last - found.right > _NEXT or index + 1 >= len(self.doc.sentences):
            return 0
        below = self.doc.sentences[index + 1]
        if not self._begins_with_ordinal(below.first, below, found.count) or not self._was_told_of(index, found.left):
            return 0
        self._open(Group(found.noun, found.count, self._spoken_of(index, sentence), None, index, _COUNTED))
        return found.right

    def _was_told_of(self, index: int, last: int) -> bool:
        """Whether one of the sentences up to the token `last` speaks of a plan."""
        return bool(self.references.within(self.doc.sentences[max(0, index - _TOLD_OF)].first, last))

    def _resumed(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "… on nine priority areas. Officials say that the areas are A, B and C": the same parts, told now."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or not 0 < index - group.sentence <= 1:
            return 0
        if found.count or not found.is_definite or found.noun.words != group.noun.words:
            return 0
        told = replace(group, items=[])
        for start, kind in self._openings(found, sentence):
            if kind == "copula" and (end := self._fill(told, found, kind, start, sentence)):
                self.groups.remove(group)
                return end
        return 0

    def _parent_of(self, found: Announcement, sentence: Sentence) -> Component | None:
        if self.subject is None:
            return None
        component, since = self.subject
        if self._is_coordinated(found, component, sentence):
            return component.group.parent
        named = self._mentions_in(sentence)
        if since > found.left or any(since < first < found.left for first, _, _ in named):
            return None
        if named and self._is_apart(named[0], sentence) and named[0][1] < since:
            commas = (i for i in range(since, found.left) if self.tokens[i].text == ",")
            if any(self.tokens[i + 1].verb == "Fin" for i in commas):
                return None  # "The X Plan, which delivers the first of these, has two parts"
        return component

    def _is_coordinated(self, found: Announcement, component: Component, sentence: Sentence) -> bool:
        """As in "distingue deux piliers (A et B) et trois leviers, …": announced beside what was listed before."""
        at = found.left - 1
        listed = component.group.is_list and sentence.first <= component.label[0] < found.left
        return listed and any(self.tokens[i].pos == "CCONJ" for i in range(component.label[1], at + 1))

    def _evidence(self, found: Announcement, parent: Component | None, index: int, sentence: Sentence) -> float:
        """How sure it is that the noun phrase is about a plan's structure; 0 where nothing says so, `_NONE` where
        something speaks against it.
        """
        tokens, words = self.tokens, self.words
        before = range(max(sentence.first, found.left - _CLAUSE), found.left)
        topic = self._topic_before(index, sentence)
        speaks_of_plan = self._speaks_of_plan(found, before, topic, sentence)
        is_closing = self._is_closing(found, sentence)
        others = [] if is_closing else [i for i in before if self._is_other_subject(i)]
        if others and (not (speaks_of_plan or parent) or self._has_verb_next(others[-1], found.left)):
            return _NONE
        if self._is_of_other(found, others, sentence):
            return _NONE
        adds = bool(self.groups) and any(self.lexicon.additions.match(tokens, i, found.left) for i in before)
        verbs = self.lexicon.structure_verbs
        has_verb = any(verbs.match(tokens, i, found.left) for i in before if found.left - i <= LOOKBACK)
        has_pronoun = bool(self.lexicon.pronouns.match(tokens, sentence.first, found.left))
        is_tied = speaks_of_plan or parent is not None or adds or self._regroups(found, sentence)
        is_close = self._is_close(found, sentence)
        is_had = self._is_had(found, sentence)
        is_specific = found.is_counted or found.is_following or found.is_definite or is_close or is_had
        is_bare = found.right < sentence.last and (
            self._is_bare_subject(found, sentence) or self._is_bare_of(found, sentence)
        )
        is_specific = is_specific or (is_tied and is_bare)
        is_specific = is_specific or self._is_exemplified(found, sentence)
        is_specific = is_specific or (is_tied and is_closing)
        is_headed = found.right < sentence.last and tokens[found.right].text == ":"
        if any(self.lexicon.effects.match(tokens, i, found.left) for i in before if found.left - i <= _NEXT):
            return _NONE
        if found.noun.is_strong:
            if not (is_headed or is_specific or has_verb):
                return 0.8 if found.left == sentence.first else 0.0
            return 0.95 if has_verb and (is_tied or has_pronoun) else 0.92 if is_tied or has_verb else 0.8
        if not is_specific:
            return 0.0
        if is_tied:
            is_sure = adds or is_close or (has_verb and self._has_true_verb(found, before))
            return 0.92 if is_sure else 0.75
        near = topic is not None or self._names_plan_above(sentence) or self._opens_with_plan(sentence)
        if near and found.is_counted and self._is_structural(found, before):
            return 0.88 if any(self.lexicon.pronouns.match(tokens, i, found.left) for i in before) else 0.75
        is_closed = near and is_closing and ((found.count and found.is_definite) or self._is_chosen(found, sentence))
        if is_closed or (
            has_verb
            and (has_pronoun or (near and any(self.lexicon.pronouns.match(tokens, i, found.left) for i in before)))
        ):
            return 0.75
        # "Pour y parvenir, trois mesures sont prévues : …" right after a sentence about the plan.
        is_subject = found.left - sentence.first <= 6 and not any(tokens[i].verb == "Fin" for i in before)
        is_subject = is_subject or self._is_inverted(found, sentence)
        is_subject = is_subject and not words.burdens & set(found.noun.words)
        return 0.75 if near and is_subject and self._is_followed_by_list(found, sentence) else 0.0

    def _is_chosen(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "A, B and C have been chosen as priority areas": a passive right before what closes the list."""
        at = self._closer_before(found.left, sentence.first) - 1
        return at > sentence.first and self.tokens[at].verb == "Part" and self.tokens[at - 1].pos in ("AUX", "ADV")

    def _is_inverted(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "At the top stand three goals", "S'en dégagent deux axes": a counted subject behind its verb."""
        first, verb = sentence.first, found.left - 1
        if not (found.count and first < verb <= first + _NEAR and self.tokens[verb].verb == "Fin"):
            return False
        if self.tokens[first].pos not in ("ADP", "PRON", "ADV", "SCONJ"):
            return False
        return not any(t.verb == "Fin" or t.text == "," for t in self.tokens[first:verb])

    def _is_headline(self, found: Announcement, index: int, sentence: Sentence) -> bool:
        """As in "Four projects, three levers" over paragraphs of an article that has spoken of a plan."""
        block = self.doc.blocks[sentence.block]
        if block.kind != "heading" or not found.count or sentence.last - sentence.first > _MAX_HEADLINE:
            return False
        if any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence)) or found.noun.kind == "measure":
            return False
        return found.left - sentence.first <= _NEXT and self._was_told_of(index, found.left)

    def _is_other_subject(self, i: int) -> bool:
        """Whether what stands at `i` has parts of its own ("the group"); "to group its actions" is an act."""
        return self.tokens[i].folded in self.words.other_subjects and self.tokens[i].verb not in ("Inf", "Ger")

    def _is_exemplified(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "dwelt on pillars such as A, B and C": examples of parts rather than of projects and measures."""
        is_part = found.noun.is_strong or found.noun.kind in ("pillar", "axis", "foundation", "objective")
        return is_part and bool(self.lexicon.partial_openers.match(self.tokens, found.right, sentence.last))

    def _is_closing(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "names A, B and C as priority sectors": the noun is said of what stands before."""
        return self._closer_before(found.left, sentence.first) > 0

    def _closer_before(self, left: int, first: int) -> int:
        """First token of what stands between a list and its noun at `left` ("are", "figurent parmi"), else 0."""
        starts = range(max(first + 2, left - 4), left)
        found = next((i for i in starts if self.lexicon.closers.match(self.tokens, i, left) == left - i), 0)
        return found - (found > 0 and self.tokens[found - 1].folded in self.words.thereof)  # "en sont les trois axes"

    def _is_of_other(self, found: Announcement, others: list[int], sentence: Sentence) -> bool:
        """As in "a meeting on three topics", "The budget of the plan has three parts": parts of something else."""
        first = sentence.first
        if others and found.left - others[-1] <= _NEXT:
            between = self.tokens[others[-1] + 1 : found.left]
            if any(t.pos == "ADP" for t in between) and not any(t.verb or t.text == "," for t in between):
                return True
        return self._is_appendage(first, found.left)

    def _has_true_verb(self, found: Announcement, before: range) -> bool:
        """Whether more than a preposition ("in three sectors") leads to the number."""
        verbs = self.lexicon.structure_verbs
        near = [i for i in before if found.left - i <= LOOKBACK and self.tokens[i].pos != "ADP"]
        return any(verbs.match(self.tokens, i, found.left) for i in near)

    def _is_structural(self, found: Announcement, before: range) -> bool:
        """Whether a verb that leaves no doubt stands right before: "L'exercice s'appuie sur quatre chantiers"."""
        verbs = (self.lexicon.firm_verbs, self.lexicon.loose_verbs, self.lexicon.structure_verbs)
        near = [i for i in before if found.left - i <= 5]
        return any(i + n == found.left for i in near for v in verbs if (n := v.match(self.tokens, i, found.left)))

    def _regroups(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "The eight points fall under three goals": the subject is a plan's components."""
        if not found.is_counted or self.tokens[sentence.first].folded not in self.words.definite:
            return False
        return any(
            self._is_counted_noun(i, sentence) for i in range(sentence.first + 2, min(found.left, sentence.first + 5))
        )

    def _speaks_of_plan(self, found: Announcement, before: range, topic: int | None, sentence: Sentence) -> bool:
        """Whether the clause names a plan, by its name or by a word such as "strategy"."""
        if any(m[0] < found.right + _COMPLEMENT for m in self._mentions_in(sentence)):
            return True
        near = (*before, *self._complement(found.right, sentence.last))
        if any(self.tokens[i].folded in self.words.plan_nouns for i in near):
            return True
        if self.tokens[found.left].folded not in self.words.possessives:
            return False
        if topic is not None:
            return True
        opens = sentence.first > 0 and not any(t.verb == "Fin" for t in self.tokens[sentence.first : found.left])
        return opens and self._told_last(self.doc.sentence_index(sentence.start)) is not None

    def _is_close(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether a plan's name stands right before or behind: "the plan's four goals", "les buts du plan X"."""
        behind = set(self._complement(found.right, sentence.last))
        return any(found.left - 2 <= m[1] <= found.left or m[0] in behind for m in self._mentions_in(sentence))

    def _has_verb_next(self, i: int, last: int) -> bool:
        """Whether the noun at `i` is the subject of a verb right behind it."""
        return any(self.tokens[k].verb == "Fin" for k in range(i + 1, min(last, i + 3)))

    def _is_bare_subject(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Key areas of the strategy include …": a plural without a determiner that opens the sentence."""
        return found.left == sentence.first and found.noun.is_plural and not found.is_counted

    def _is_followed_by_list(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether the sentence has a number, or an end that leaves everything to bullets."""
        if found.is_counted or self.tokens[sentence.last - 1].text == ":":
            return True
        k = found.right + (self.tokens[min(found.right, sentence.last - 1)].verb == "Part")
        is_headed = k < sentence.last and self.tokens[k].text == ":"
        return is_headed and found.is_definite and found.left == sentence.first  # "Les priorités retenues : …"

    # ------------------------------------------------------------ lists

    def _openings(self, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Places behind the noun phrase at which its list may begin, in their order, and what stands there."""
        tokens = self.tokens
        last = min(sentence.last, found.right + _MAX_GAP)
        for i in range(found.right, last):
            if tokens[i].text == ":" or (tokens[i].text == ";" and self._stands_for_colon(i, found)):
                yield i + 1, "colon"
                return
            if n := self.lexicon.list_openers.match(tokens, i, last):
                yield self._past_colon(i + n, last), "opener"
                return
            if tokens[i].text == "," and self._begins_with_plan(i + 1, last):
                break  # "Resting on nine pillars, the vision comprises …"
            if i - found.right <= _NEAR:
                yield from self._near_openings(i, last, found, sentence)
            leads_on = tokens[i].text == ";" and self.lexicon.list_openers.match(tokens, i + 1, last)
            if (tokens[i].text == ";" and not leads_on) or (i > found.right and self._is_counted_noun(i, sentence)):
                break
        if sentence.last == self._block_end(sentence.block) and found.right + 12 >= sentence.last:
            yield sentence.last, "end"

    def _next_openings(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Openings right behind the noun phrase; where two, the preposition may stand before each item or once."""
        if self._is_had(found, sentence):
            yield i, "had"
        elif n := self._parts_told_behind(i, last, found):
            if self.tokens[i + n - 1].folded in self.words.lists.linking:
                yield i + n - 1, "told"
            yield i + n, "told"
        elif self._is_bare_of(found, sentence) or self._is_counted_of(found):
            yield i, "of"
            yield i + 1, "of"

    def _parts_told_behind(self, i: int, last: int, found: Announcement) -> int:
        """Length of "covering", ", dedicated respectively to" right behind "four programmes", else 0."""
        if not found.count:
            return 0
        k = i + (self.tokens[i].text == ",")
        k += k < last and self.tokens[k].pos == "ADV"
        n = self.lexicon.participles.match(self.tokens, k, last)
        return k + n - i if n else 0

    def _begins_with_plan(self, i: int, last: int) -> bool:
        """Whether a plan is the subject of the clause that starts at `i`: its name, or "the agenda"."""
        if i + 1 >= last or not (self.tokens[i].pos == "DET" or self.mentions.within(i, i + 1)):
            return False
        named = next(iter(self.mentions.within(i, i + 2)), None)
        behind = named[1] if named else i + 2
        is_plan = named is not None or self.tokens[i + 1].folded in self.words.plan_nouns
        return is_plan and behind < last and self.tokens[behind].verb == "Fin"

    def _stands_for_colon(self, i: int, found: Announcement) -> bool:
        """As in "through two main axes; education and health", "these stages are; recovery and growth"."""
        is_next = i == found.right or self.lexicon.copulas.match(self.tokens, found.right, i) == i - found.right
        return is_next and not self.lexicon.list_openers.match(self.tokens, i + 1, i + 4)

    def _past_colon(self, i: int, last: int) -> int:
        """Past the colon behind an opener, or the stop of an abbreviated one ("viz.")."""
        if i < last and self.tokens[i].text == "." and not self.tokens[i].space:
            i += 1
        return i + (i < last and self.tokens[i].text == ":")

    def _near_openings(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Openings that need to stand close to the noun phrase."""
        tokens = self.tokens
        if n := self.lexicon.partial_openers.match(tokens, i, last):
            yield self._past_colon(i + n, last), "partial"
        if n := self.lexicon.copulas.match(tokens, i, last):
            yield from self._behind_copula(i + n, last, found, sentence)
        elif self._is_subject(found, sentence) and (n := self.lexicon.contents.match(tokens, i, last)):
            yield self._past_colon(i + n, last), "content"
        elif i == found.right and (openings := list(self._next_openings(i, last, found, sentence))):
            yield from openings
        elif self._refers_back(found) or self.lexicon.list_openers.match(tokens, i + 1, last):
            return
        elif self.lexicon.partial_openers.match(tokens, i + 1, last):
            return  # ", including …": what follows comes next
        elif tokens[i].text == "(":
            yield i + 1, "bracket"
        elif tokens[i].text == "," or (tokens[i].text in DASHES and tokens[i].space):
            yield i + 1, "apposition"

    def _behind_copula(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """As in "The pillars are A, B and C", but not "The goals are threefold: …", where the colon comes."""
        if i >= last or self.tokens[i].folded in self.words.multiples or self.tokens[i].text == ";":
            return
        if self.tokens[i].pos == "ADJ" and i + 1 < last and self.tokens[i + 1].text == ":":
            i += 1  # "Its goals are clear: …"
        if self._is_subject(found, sentence) and self.tokens[i].verb != "Part":
            yield self._past_colon(i, last), "copula"

    def _is_had(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "a pour piliers A, B et C": a verb that has the parts stands right before their noun."""
        verbs = self.lexicon.having_verbs
        nearest = range(max(sentence.first, found.left - 4), found.left)
        return any(verbs.match(self.tokens, i, found.left) == found.left - i for i in nearest)

    def _refers_back(self, found: Announcement) -> bool:
        """As in "in addition to these two pillars, …"."""
        return self.tokens[found.left].folded in self.words.back_references

    def _of_them(self, sentence: Sentence) -> int:
        """Length of "Three of them are" at the start of a sentence."""
        first, last = sentence.first, sentence.last
        n = self.lexicon.of_them.match(self.tokens, first + 1, last) if self._number(first) else 0
        copula = self.lexicon.copulas.match(self.tokens, first + 1 + n, last) if n else 0
        return 1 + n + copula if copula else 0

    def _listed_next(self, index: int, sentence: Sentence) -> int:
        """As in "Il s'agit de A, B et C" right after an announcement; returns the token behind the list, else 0."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or index - group.sentence > 1:
            return 0
        n = self.lexicon.list_openers.match(self.tokens, sentence.first, sentence.last)
        n = n or self.lexicon.sentence_openers.match(self.tokens, sentence.first, sentence.last)
        count = group.count
        if not n and (n := self._of_them(sentence)):
            count = self._number(sentence.first)
        start = self._past_count(sentence.first + n, sentence.last)
        start += start < sentence.last and self.tokens[start].text == ":"
        start = start if n else self._past_lead(sentence)
        verb = next((i for i in range(start, sentence.last) if self.tokens[i].verb == "Fin"), sentence.last)
        last = sentence.last if n else verb
        # Without an opening the list stands alone, or is the subject of what follows: three at least.
        if not n and (group.count is None or (verb < sentence.last and group.count < 3)):
            return 0
        if start >= sentence.last or (not n and self._begins_with_ordinal(start, sentence, None)):
            return 0
        last = self._said_end(start, last) if start < last else last
        listing = split_list(self.tokens, start, last, count, self.grammar) if start < last else None
        if listing is None or self._are_figures(listing.items):
            return 0
        is_whole = len(listing.items) == group.count
        if not is_whole and (not n or self._are_names(listing.items)):
            return 0
        if not n and (self._is_title(sentence) or not self._are_clean(listing.items)):
            return 0
        is_headline = self.doc.blocks[self.doc.sentences[group.sentence].block].kind == "heading"
        if not n and is_headline and verb < sentence.last:
            return 0  # "Three projects" over "The text, the minister recalls, …"
        if group.count is not None and len(listing.items) > group.count:
            return 0
        self.groups.remove(group)
        wanted = group.count
        group.count = wanted if is_whole else None
        group.is_partial = not is_whole and wanted is not None
        end = self._fill_items(group, listing.items, listing.quality * (1.0 if is_whole else 0.9))
        group.count = wanted
        return end

    def _past_lead(self, sentence: Sentence) -> int:
        """Past "En voici la liste :", "In her own words:" at the start of a sentence."""
        first = sentence.first
        for i in range(first + 1, min(sentence.last - 1, first + _NEAR)):
            if self.tokens[i].text == ":":
                return i + 1
            if self.tokens[i].verb == "Fin" or self.tokens[i].text in ",;" or self._noun(i, sentence.last):
                break
        return first

    def _is_title(self, sentence: Sentence) -> bool:
        """As in "Axis one, water and …", "L'axe un, …": the sentence speaks of one component."""
        i = sentence.first + (self.tokens[sentence.first].pos == "DET")
        noun = self._noun(i, sentence.last)
        return noun is not None and not noun.is_plural and self._title_rank(i, noun, sentence.last)[0] > 0

    def _are_clean(self, items: list[tuple[int, int]]) -> bool:
        """Whether no item begins with a clause ("under which …") or a number of its own."""
        return not any(explains(self.tokens, a, b, self.grammar) or self._is_relative(a, b) for a, b in items)

    def _is_relative(self, a: int, b: int) -> bool:
        behind = self.tokens[a : min(b, a + 5)]
        k = next((k for k, t in enumerate(behind) if t.folded in self.words.relatives), 0)
        return k > 0 and behind[0].pos == "ADP"

    def _is_subject(self, found: Announcement, sentence: Sentence) -> bool:
        if not (found.is_definite or found.is_counted or self._is_bare_subject(found, sentence)):
            return False
        if found.left - sentence.first <= 2:
            return True
        before = self.tokens[found.left - 1]
        if self._is_of_plan(found.left, sentence):
            return True  # "the X Plan's five pillars are"
        is_joined = before.text in ",;:" or before.pos in ("CCONJ", "SCONJ")
        return is_joined or before.folded in self.words.possessive_relatives

    def _is_bare_of(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "is based on the pillars of safety, growth and …"."""
        if self.tokens[found.right].folded not in self.words.lists.linkers:
            return False
        begin = max(sentence.first, found.left - 4)
        verbs = self.lexicon.structure_verbs
        return any(verbs.match(self.tokens, i, found.left) == found.left - i for i in range(begin, found.left))

    def _is_counted_of(self, found: Announcement) -> bool:
        """As in "the government's three pillars of jobs, homes and health": as many must follow as are counted."""
        if found.count is None or self.tokens[found.right].folded not in self.words.lists.linkers:
            return False
        return all(t.text != ":" for t in self.tokens[found.right : found.right + _NEAR])

    def _is_counted_noun(self, i: int, sentence: Sentence) -> bool:
        noun = self._noun(i, sentence.last)
        if not noun or not noun.is_plural:
            return False
        left = min(i, max(self._before_modifiers(i, sentence.first, 4), sentence.first + 1))
        return any(self._number(k) is not None for k in range(max(sentence.first, min(i - 3, left - 1)), i))

    def _fill(self, group: Group, found: Announcement, kind: str, start: int, sentence: Sentence) -> int:
        """Fill the group from the list at token `start`; returns the token behind it, 0 where there is none."""
        if kind == "end" or (
            start >= self._block_end(sentence.block) and kind in ("colon", "opener", "copula", "partial")
        ):
            is_sure = kind != "end"
            if self._fill_bullets(group, sentence.block, is_sure) or (
                (is_sure or group.count)
                and (
                    self._fill_marked(group, sentence.block)
                    or self._fill_lines(group, sentence.block)
                    or self._fill_headings(group, sentence.block)
                )
            ):
                return sentence.last
            return 0
        if start >= sentence.last or self._begins_with_ordinal(start, sentence, group.count):
            return 0
        start = self._past_kind(start, sentence.last)
        behind = min(self._block_end(sentence.block), start + 3 * _MAX_LIST_TOKENS)
        if marked := marked_items(self.tokens, start, behind):
            return self._fill_items(group, marked, 1.0)
        quoted = quoted_items(self.tokens, start, sentence.last, self.grammar)
        if quoted and group.count in (None, len(quoted)):
            return self._fill_items(group, quoted, _TRUST.get(kind, 1.0))
        last = self._said_end(start, self._list_end(start, kind, sentence))
        listing = split_list(self.tokens, start, last, None if kind == "partial" else group.count, self.grammar)
        if listing is None or not self._is_credible(group, found, kind, listing.items):
            return 0
        if kind == "of" and listing.quality < _ALIKE:
            return 0  # "two measures of support, training and credit"
        if kind == "partial" and len(listing.items) != group.count:
            group.is_partial = True
            end = self._fill_items(group, listing.items, 0.9 * listing.quality)
            group.is_list = False  # ordinals may name the others
            return end
        quality = listing.quality * _TRUST[kind]
        return self._fill_items(group, listing.items, quality)

    def _past_kind(self, start: int, last: int) -> int:
        """Past "key areas such as" at the start of a list."""
        for i in range(start + 1, min(last - 1, start + _NEAR)):
            if self.tokens[i].text in ",;" or self.tokens[i].pos == "CCONJ":
                break
            if n := self.lexicon.partial_openers.match(self.tokens, i, last):
                named = any((noun := self._noun(k, i)) and noun.is_plural for k in range(start, i))
                return i + n if named else start
        return start

    def _fill_before(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "A, B and C are the three pillars of the plan": the list stands before what announces it."""
        if group.parent and not self._is_enclosed(found, sentence):
            return False
        is_whole = bool(found.count) and found.is_definite
        if is_whole and self._fill_apposed(group, found, sentence):
            return True
        if found.count and self._fill_fronted(group, found, sentence):
            return True
        end = self._closer_before(found.left, sentence.first)
        made = 0 if end else self._made_from(found, sentence)
        end = end or (found.left if made else 0)
        if not end or (found.count and not found.is_definite):
            return False
        end -= self.tokens[end - 1].text in ":,;" or self.tokens[end - 1].text in DASHES
        verbs = self.lexicon.structure_verbs
        group_start = end
        while group_start > sentence.first + 2 and self._is_verbal(group_start - 1):
            group_start -= 1
        if any(t.pos == "AUX" for t in self.tokens[group_start:end]):
            end = group_start  # "A, B and C have been chosen as"
        said = (i for i in range(sentence.first + 1, end) if self._may_be_verb(i))
        behind = [i + n for i in said if (n := verbs.match(self.tokens, i, end))]
        start = made or (behind[-1] if behind else sentence.first)  # "has A, B and C as its three pillars"
        listing = split_list(self.tokens, start, end, found.count, self.grammar) if start < end else None
        if listing is None or self._are_figures(listing.items):
            return False
        if len(listing.items) != found.count if is_whole else len(listing.items) < _MANY:
            return False
        if any(self.tokens[i].verb == "Fin" and not self._is_joined(i) for i in range(start + 1, end)):
            return False
        return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))

    def _may_be_verb(self, i: int) -> bool:
        return self.tokens[i].pos != "NOUN" or self.tokens[i - 1].pos != "DET"

    def _is_joined(self, i: int) -> bool:
        """Whether a "verb" behind a comma or "and" is an item of a list of nouns, or an infinitive without "to"."""
        return self.tokens[i - 1].text == "," or self.tokens[i - 1].pos == "CCONJ"

    def _made_from(self, found: Announcement, sentence: Sentence) -> int:
        """As in "fait de A et de B ses deux priorités", "makes A and B its two goals": the token behind the verb."""
        if self.tokens[found.left].folded not in self.words.possessives:
            return 0
        for i in range(found.left - 3, max(sentence.first, found.left - _MAX_LIST_TOKENS // 4), -1):
            if n := self.lexicon.making_verbs.match(self.tokens, i, found.left):
                return i + n
        return 0

    def _fill_fronted(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "Water, rail, skills: the plan rests on these three axes"."""
        if not self._refers_back(found) and (found.count or 0) < _MANY:
            return False
        limit = min(found.left, sentence.first + _MAX_GAP)
        colon = next((i for i in range(sentence.first + 1, limit) if self.tokens[i].text == ":"), 0)
        listing = split_list(self.tokens, sentence.first, colon, found.count, self.grammar) if colon else None
        if listing is None or len(listing.items) != found.count or self._are_figures(listing.items):
            return False
        if any(self.tokens[i].verb == "Fin" for i in range(sentence.first + 1, colon)):
            return False
        return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))

    def _fill_apposed(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "$5m for water and $2m for roads, the two pillars of the plan": each item may begin with its share."""
        tokens, at = self.tokens, found.left - 1
        is_sign = at > sentence.first and (tokens[at].text == "," or tokens[at].text in DASHES)
        is_of_it = tokens[found.left].folded in self.words.possessives
        if not is_sign or (is_of_it and not (group.parent or self._is_enclosed(found, sentence))):
            return False
        begin = max(sentence.first, at - _MAX_LIST_TOKENS // 2)
        colon = next((i + 1 for i in range(at - 1, begin, -1) if tokens[i].text == ":"), 0)
        verbs = (i for i in range(begin + 1, at) if tokens[i - 1].verb in ("Fin", "Inf"))
        starts = (colon,) if colon else tuple(islice(verbs, _MAX_STARTS))
        if self._is_enclosed(found, sentence):
            starts = (self._clause_start(at, sentence.first),)
        for start in starts:
            listing = split_list(tokens, start, at, found.count, self.grammar)
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if any(tokens[i].verb == "Fin" and self._number(i - 1) is None for i in range(start + 1, at)):
                continue
            items = [(self._past_share(a, b), b) for a, b in listing.items]
            return bool(self._fill_items(group, items, 0.95 * listing.quality))
        return False

    def _is_enclosed(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Water and roads, its two priorities, await …": between commas, before the verb."""
        is_apart = found.left > sentence.first + 2 and self.tokens[found.left - 1].text == ","
        if not is_apart or found.right >= sentence.last or self.tokens[found.right].text != ",":
            return False
        before = self.tokens[self._clause_start(found.left, sentence.first) : found.left]
        if not before or any(t.verb == "Fin" for t in before):
            return False
        is_added = self.lexicon.additions.match(self.tokens, found.right + 1, sentence.last) > 0
        return before[0].pos != "ADP" or (is_added and before[0].folded in self.words.lists.linking)

    def _clause_start(self, i: int, first: int) -> int:
        return next((k + 1 for k in range(i - 1, first, -1) if self.tokens[k].text == ";"), first)

    def _past_share(self, first: int, last: int) -> int:
        """Past "$510 million for" at the start of an item, where it has a number."""
        limit = min(last - 1, first + _MAX_SHARE)
        if not any(self.tokens[i].text[0].isdecimal() for i in range(first, limit)):
            return first
        behind = (i + 1 for i in range(first + 1, limit) if self.tokens[i].folded in self.words.shares)
        return next(behind, first)

    def _fill_from_above(self, group: Group, found: Announcement, index: int, *, verbs_only: bool = False) -> bool:
        """As in "It will build faster; train masons; and cap rents. Of these three missions, …"."""
        sentence = self.doc.sentences[index]
        sums_up = self.lexicon.closers.match(self.tokens, sentence.first, found.left) == found.left - sentence.first
        sums_up = sums_up and found.left > sentence.first  # "Fires, felling, titles. Those are its three priorities."
        if not index or not found.count or found.count < 3 or group.parent:
            return False
        if not (sums_up or self._refers_back(found)):
            return False
        above = self.doc.sentences[index - 1]
        is_bare = sums_up and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(above)[1:])
        end = above.last - (self.tokens[above.last - 1].text in ".!")
        for start in range(above.first, min(end, above.first + _MAX_LEAD)):
            token, before = self.tokens[start], self.tokens[start - 1]
            is_verb = token.verb in ("Inf", "Ger") and self.tokens[start + 1].verb != "Inf"
            opens = is_verb or (not verbs_only and start > above.first and before.text == ":")
            opens = opens or (is_bare and start == above.first)
            listing = split_list(self.tokens, start, end, found.count, self.grammar) if opens else None
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if len({self.tokens[a].verb in ("Inf", "Fin", "Ger") for a, _ in listing.items}) > 1:
                continue
            return bool(self._fill_items(group, listing.items, 0.9 * listing.quality))
        return False

    def _is_credible(self, group: Group, found: Announcement, kind: str, items: list[tuple[int, int]]) -> bool:
        if self._are_figures(items) or self._are_others(found, items):
            return False
        if kind in ("of", "apposition", "bracket", "told") and self._has_colon(items):
            return False
        if kind == "partial":
            return self._are_examples(group, found, items)
        if kind == "content" and not group.count:
            return len(items) > 2 and group.confidence >= _SURE_STRUCTURE and not self._has_colon(items)
        if kind == "content" and len(items) != group.count:
            return False  # "The three pillars cover the north and the coast"
        if kind == "told":
            return len(items) == group.count and len(items) >= _MANY
        if kind == "had":
            return group.count in (None, len(items)) and not self._has_colon(items)
        if kind == "of":
            return self._is_counted_complement(group, items)
        if kind in ("apposition", "bracket"):
            return self._is_apposed(group, found, items)
        return self._is_counted_so(group, found, items)

    def _are_others(self, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether the items are clauses ("on two conditions: that …") or plans, other than a plan's programmes."""
        names_plan = any(self.mentions.within(a, a + 3) for a, _ in items)
        return any(self.tokens[a].pos == "SCONJ" for a, _ in items) or (names_plan and found.noun.kind != "programme")

    def _is_apposed(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether a list behind a comma, a dash or a bracket tells what stands before it."""
        first = items[0]
        is_clause = any(self.tokens[k].verb == "Fin" for k in range(first[0] + 1, first[1]))
        is_clause = is_clause or self.tokens[first[0]].pos == "AUX"
        is_clause = is_clause and not all(self._is_infinitive(a, b) for a, b in items)
        sign = self.tokens[items[0][0] - 1].text
        agrees = group.count == len(items) or (group.count is None and found.is_definite and sign != ",")
        return agrees and not is_clause

    def _is_counted_complement(self, group: Group, items: list[tuple[int, int]]) -> bool:
        """Whether what follows "the pillars of" are all of them rather than what they are the pillars of."""
        tokens = self.tokens
        if any(t.text in DASHES and t.space for t in tokens[slice(*items[0])]):
            return False  # "four levers of growth – air, sea …"
        if len({tokens[a].folded in self.words.lists.linkers for a, _ in items}) > 1:
            return False  # "deux mesures d'appui, la formation et le crédit"
        if any(tokens[k].verb == "Fin" for a, b in items[:-1] for k in range(a, b)):
            return False
        names_plan = any(tokens[k].folded in self.words.plan_nouns for a, b in items for k in range(a, b))
        is_whole = len(items) == group.count and (len(items) > 2 or not names_plan)
        return is_whole or (len(items) > 2 and group.count is None)

    def _are_examples(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether what follows "including" can be some of what was announced."""
        if self._is_vague(found) and len(items) < _MANY:
            return False
        has_verb = any(self.tokens[k].verb == "Fin" for k in range(*items[0]))
        return not has_verb and (group.count is None or len(items) <= group.count) and group.confidence >= 0.75

    def _is_vague(self, found: Announcement) -> bool:
        """As in "Key measures include A and B": no number, no article, and a word that is used for much else."""
        return not (found.count or found.is_definite or found.noun.is_strong)

    def _is_counted_so(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether there are about as many as announced, or the next sentence tells the rest."""
        if found.noun.is_strong or group.count is None or abs(group.count - len(items)) <= 1:
            return True
        group.is_partial = len(items) < group.count and self._has_others(items[-1][1])
        return group.is_partial

    def _has_others(self, end: int) -> bool:
        """Whether the sentence behind token `end` goes on with "Other areas are …"."""
        behind = self.doc.sentence_index(self.tokens[min(end, len(self.tokens) - 1)].start) + 1
        if end >= len(self.tokens):
            return False
        behind -= self.doc.sentences[behind - 1].first == end
        return behind < len(self.doc.sentences) and bool(self._past_others(self.doc.sentences[behind]))

    def _past_others(self, sentence: Sentence) -> int:
        """Token behind "The other pillars are", "Others include" at the start of a sentence, else 0."""
        tokens, words = self.tokens, self.words
        k = sentence.first + (tokens[sentence.first].pos in ("DET", "ADP"))
        k += k < sentence.last and tokens[k].pos == "DET"
        if k >= sentence.last or tokens[k].folded not in words.others:
            return 0
        for i in range(k + 1, min(sentence.last, k + _NEAR)):
            for verbs in (self.lexicon.copulas, self.lexicon.contents, self.lexicon.partial_openers):
                if n := verbs.match(tokens, i, sentence.last):
                    return self._past_colon(i + n, sentence.last)
            if tokens[i].verb == "Fin" or tokens[i].text in ",;":
                return 0
            if tokens[i].text == ":":
                return i + 1
        return 0

    def _is_infinitive(self, first: int, last: int) -> bool:
        """As in "two goals, to curb …  and to raise …": a goal put as an infinitive with its preposition."""
        is_marked = self.tokens[first].folded in self.words.lists.linkers | self.words.lists.linking
        return is_marked and first + 1 < last and self.tokens[first + 1].verb == "Inf"

    def _has_colon(self, items: list[tuple[int, int]]) -> bool:
        return any(self.tokens[k].text == ":" for a, b in items for k in range(a, b))

    def _are_figures(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items are quantities ("5,000 jobs"); "building 60 clinics" is none."""
        counted = sum(1 for a, b in items if not self.tokens[a].verb and self._is_counted(a, b))
        return 2 * counted >= len(items)

    def _are_amounts(self, items: list[tuple[int, int]]) -> bool:
        """As in "€4.4 billion of grants, …": the first item opens with a sign and an amount."""
        first, last = items[0]
        return any(t.text[0].isdecimal() for t in self.tokens[first : min(last, first + 3)])

    def _are_names(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items begin with proper names: people in charge of the parts, rather than the parts."""
        starts = [label_start(self.tokens, a, b, self.grammar) for a, b in items]
        return all(t.pos == "PROPN" and t.is_capitalised for k in starts for t in self.tokens[k : k + 2])

    def _is_counted(self, first: int, last: int) -> bool:
        return any((self._number(k) or 0) > 1 for k in range(first, min(first + 2, last)))

    def _begins_with_ordinal(self, start: int, sentence: Sentence, count: int | None) -> bool:
        """Whether ordinals name the items ("premièrement, …", "dont le premier …")."""
        while start < sentence.last and self.tokens[start].text == ",":
            start += 1
        for i in range(start, min(start + 4, sentence.last)):
            if self.tokens[i].text == ",":
                break
            if self.tokens[i].folded in self.words.ordinals or self.lexicon.adverbs.match(
                self.tokens, i, sentence.last
            ):
                return True
            n = self.lexicon.one_other.match(self.tokens, i, sentence.last)
            is_told = n > 0 and i + n < sentence.last and self.tokens[i + n].pos in ("ADP", "AUX", "VERB")
            if n and (count == 2 or (count and is_told)):
                return True
        return False

    def _list_end(self, start: int, kind: str, sentence: Sentence) -> int:
        """Token behind an inline list: a closing bracket, the next announcement or the sentence's end."""
        last = min(sentence.last, start + _MAX_LIST_TOKENS)
        closer = ")" if kind == "bracket" else self.tokens[start - 1].text if kind == "apposition" else ""
        for i in range(start, last):
            if self.tokens[i].text == closer and closer != "," and self.tokens[i].space | (closer == ")"):
                return i
            if self._is_counted_noun(i, sentence) and not any(t.text == ";" for t in self.tokens[i:last]):
                left = i
                while left > start and (self._is_modifier(left - 1) or self._number(left - 1) is not None):
                    left -= 1
                joins = range(max(start, left - 3), left)
                for k in joins:
                    if self.tokens[k].text == "," or self.grammar.conjunctions.match(self.tokens, k, left):
                        return k
        return last

    def _said_end(self, first: int, last: int) -> int:
        """Where the list in `[first, last)` ends before "…, she said", "…, a ajouté la ministre", "…, selon X"."""
        tokens = self.tokens
        behind = last - (tokens[last - 1].text in ".!?")
        nearest = range(behind - 2, max(first + 2, behind - _MAX_SAID), -1)
        comma = next((i for i in nearest if tokens[i].text == ","), 0)
        if not comma or not any(self.grammar.conjunctions.match(tokens, i, comma) for i in range(first, comma)):
            return last
        if self.grammar.conjunctions.match(tokens, comma + 1, behind):
            return last
        tail = tokens[comma + 1 : behind]
        is_last_verb = tail[-1].verb == "Fin" and tail[0].pos in ("PROPN", "PRON", "DET") and len(tail) > 1
        is_first_verb = any(t.verb == "Fin" for t in tail[:2]) and tail[0].pos != "DET"
        is_named = tail[0].pos in ("PROPN", "PRON") and any(t.verb == "Fin" for t in tail)
        explains = self.grammar.cuts.match(tokens, comma + 1, behind)
        return comma if is_last_verb or is_first_verb or is_named or explains else last

    def _fill_items(self, group: Group, items: list[tuple[int, int]], quality: float) -> int:
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if len({self._text(label) for label in labels}) < max(2, len(labels)):
            return 0
        self._add_list(group, labels, quality)
        self._nested(group, items)
        return labels[-1][1]

    def _nested(self, group: Group, items: list[tuple[int, int]]) -> None:
        """Lists inside the items, the last one apart: "l'eau, avec deux volets, A et B ; la route ; …"."""
        components = list(group.items)
        if len(components) != len(items):
            return
        for (_, last), component in zip(items[:-1], components[:-1], strict=True):
            whole = self.doc.sentences[self._sentence_of(component.label[0])]
            inside = replace(whole, first=component.label[0], last=last)
            for i in range(component.label[1], last):
                noun = self._noun(i, last)
                found = self._announcement(i, noun, inside) if noun and noun.is_plural else None
                if found and found.left >= component.label[1]:
                    self.subject = (component, component.label[1])
                    self._announced(found, self._sentence_of(i), inside)
                    break
        self.subject = (components[-1], components[-1].label[1])

    def _item_label(self, first: int, last: int) -> tuple[int, int] | None:
        """The label of a list's item, "la composante 1" before it left out."""
        start = label_start(self.tokens, first, last, self.grammar)
        noun = self._noun(start, last)
        behind = start + len(noun.words) if noun else last
        if noun and noun.is_strong and not noun.is_plural and behind < last and self.tokens[behind].pos in _NAMING:
            first = behind  # "un volet eau"
        elif noun and not noun.is_plural and (behind_rank := self._title_rank(start, noun, last)[1]):
            first = behind_rank - 1
        return label_range(self.tokens, first, last, self.grammar)

    def _add_list(self, group: Group, labels: list[tuple[int, int]], quality: float) -> None:
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

    def _told_before(self, group: Group, labels: list[tuple[int, int]]) -> list[tuple[Component, tuple[int, int]]]:
        for other in self.groups:
            if other.plan != group.plan or other.noun.kind != group.noun.kind or not other.items:
                continue
            pairs = [(c, b) for b in labels for c in other.items if self._alike(c.label, b)]
            if 2 * len(pairs) >= len(labels):
                return pairs
        return []

    # ------------------------------------------------------------ bullets

    def _fill_bullets(self, group: Group, block: int, is_sure: bool) -> bool:
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
        if not 2 <= len(outer) <= _MAX_BULLETS or (not is_sure and group.count not in (None, len(outer))):
            return False
        labels = [label for _, label in outer]
        self._add_list(group, labels, 1.0 if group.count else 0.98)
        if not group.items:
            return True
        for (at, _), component in zip(outer, group.items, strict=True):
            self.by_block[at] = component
            self._add_marked(component, self._block_end(at))
        self._add_inner(group, inner)
        return True

    def _add_inner(self, group: Group, inner: list[tuple[int, int, tuple[int, int]]]) -> None:
        """Bullets below bullets, with nothing that says what they are: measures."""
        noun = Noun("measure", False, True, None, ())
        below: dict[int, Group] = {}
        for place, at, label in inner:
            parent = group.items[place]
            if self._announces(parent):
                continue  # the parent's own sentence opens a group that these bullets fill
            if place not in below:
                below[place] = Group(noun, None, group.plan, parent, group.sentence, 0.7, is_list=True)
                self.groups.append(below[place])
            self.by_block[at] = self._add(below[place], label, len(below[place].items) + 1, 0.7)

    def _add_marked(self, component: Component, last: int) -> None:
        """As in "Livestock, under which fall (i) hens and (ii) hatcheries": parts numbered inside a bullet."""
        opens = (i for i in range(component.label[1], last - 1) if self.tokens[i].text in "(:," and i + 1 < last)
        start = next((i for i in opens if 1 in marker_ranks(self.tokens[i + 1].text)), 0)
        start += self.tokens[start].text != "("
        items = marked_items(self.tokens, start, last) if start > component.label[1] else []
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if len(labels) < 2 or len(labels) < len(items):
            return
        group = component.group
        below = Group(Noun("measure", False, True, None, ()), None, group.plan, component, group.sentence, _FAIR)
        below.is_list = True
        self.groups.append(below)
        for label in labels:
            self._add(below, label, len(below.items) + 1, _FAIR)

    def _announces(self, component: Component) -> bool:
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

    def _title_rank(self, i: int, noun: Noun, last: int) -> tuple[int, int]:
        """Rank of "Axe stratégique n° 2 :" and the token behind its sign; (0, 0) where it isn't such a title."""
        tokens = self.tokens
        k = i + len(noun.words)
        limit = min(last - 1, k + 5)
        while k < limit:
            is_next = k == i + len(noun.words)
            if (is_next or tokens[k].text[0].isdecimal() or tokens[k].is_capitalised) and (rank := self._rank_at(k)):
                return rank, k + 2
            if tokens[k].text in ':,«“"(' or tokens[k].verb == "Fin":
                break
            k += 1
        return 0, 0

    def _rank_at(self, k: int) -> int:
        """The number at `k`; a letter or a Roman number is one only before a sign ("le programme a")."""
        token = self.tokens[k]
        if token.text.isdecimal() or token.folded in self.words.numbers:
            number = self._number(k) or 0
            return number if number <= MAX_COUNT else 0
        ranks = marker_ranks(token.text)
        behind = self.tokens[k + 1].text
        is_title = token.text.isupper() and self.tokens[k + 1].verb == "Fin"  # "Component A will pay for …"
        return min(ranks) if ranks and (behind in ":.,()" or behind in DASHES or is_title) else 0

    def _has_head(self, at: int) -> bool:
        """As in "Recruitment: 5,000 more nurses, …": a line that opens with its label."""
        first = self.doc.token_at(self.doc.blocks[at].start)
        last = min(self._block_end(at), first + _MAX_HEAD)
        colon = next((i for i in range(first, last) if self.tokens[i].text in ":–—"), 0)
        if not colon:
            stop = self.doc.sentence_at(self.doc.blocks[at].start).last - 1  # "Pay. New teachers will …"
            colon = stop if stop < self._block_end(at) - 1 and stop - first <= _MAX_HEAD // 2 else 0
        return colon > first and not any(t.verb == "Fin" for t in self.tokens[first + 1 : colon])

    def _fill_marked(self, group: Group, block: int) -> bool:
        """As in "A. Water", "MA – Making …" at the start of the lines below, or sub-headings that are all acts."""
        lines = marked_lines(self.doc, block, group.count)
        if not lines and group.count:
            heads = parallel_headings(self.doc, block, group.count)
            lines = [(at, self.doc.token_at(self.doc.blocks[at].start)) for at in heads]
        found = [(at, label_range(self.tokens, start, self._block_end(at), self.grammar)) for at, start in lines]
        labels = [label for _, label in found if label]
        if len(labels) < max(2, len(found)):
            return False
        self._add_list(group, labels, _ALIKE)
        for (at, _), component in zip(lines, group.items, strict=False):
            self.by_block[at] = component
        return True

    def _fill_headings(self, group: Group, block: int) -> bool:
        """As many sub-headings as announced, each above paragraphs of its own, and no other."""
        blocks = self.doc.blocks
        first, last = block + 1, min(len(blocks), block + 1 + _MAX_BLOCKS)
        heads = [
            at for at in range(first, last - 1) if blocks[at].kind == "heading" and blocks[at + 1].kind == "paragraph"
        ]
        others = heads[group.count or 0 :]
        if not group.count or len(heads) < group.count or heads[0] != first or last < len(blocks):
            return False
        if any(self._is_short(at) and not self._is_label_line(at) for at in others):
            return False  # sub-headings of an article that goes on
        heads = heads[: group.count]
        labels = [label for at in heads if self._is_short(at) and (label := self._block_label(at))]
        if len(labels) != group.count:
            return False
        self._add_list(group, labels, 0.95)
        return bool(group.items)

    def _is_label_line(self, at: int) -> bool:
        """Whether a line at the end of a page ("Read also: …") rather than a sub-heading stands at block `at`."""
        return ":" in self.doc.text[self.doc.blocks[at].start : self.doc.blocks[at].end]

    def _is_short(self, at: int) -> bool:
        """Whether a sub-heading is a title rather than a sentence."""
        first, last = self.doc.token_at(self.doc.blocks[at].start), self._block_end(at)
        has_verb = any(t.verb == "Fin" for t in self.tokens[first + 1 : last])
        return last - first <= _MAX_GAP // 3 and not has_verb and self.tokens[last - 1].text not in "?!"

    def _fill_lines(self, group: Group, block: int) -> bool:
        """Items on lines of their own without a marker: short ones, as many as announced, or closed by semicolons."""
        labels: list[tuple[int, int]] = []
        for at in range(block + 1, min(len(self.doc.blocks), block + 2 + MAX_COUNT)):
            line = self.doc.blocks[at]
            end = self.doc.text[line.end - 1]
            is_last = end == "." and bool(labels) and self.doc.text[self.doc.blocks[at - 1].end - 1] in ";,"
            is_short = end in ";," or is_last or line.kind == "heading" or (group.count and self._has_head(at))
            if line.kind == "bullet" or not is_short:
                break
            if label := self._block_label(at):
                labels.append(label)
            if is_last or len(labels) == group.count:
                break
        closed = (
            bool(labels) and self.doc.text[self.tokens[labels[0][0]].start :].split("\n", 1)[0].rstrip()[-1] in ";,"
        )
        if len(labels) < 2 or (group.count not in (None, len(labels))) or (group.count is None and not closed):
            return False
        self._add_list(group, labels, 0.98)
        return True


def _style(block: Block) -> str:
    """What bullets of one level share: the sign, or the sort of number."""
    core = block.marker.strip("().-–—°/ ")
    if not core.isalnum():
        return core or block.marker
    return "0" if core.isdigit() else "a"
