"""Parts of a plan told without a word for them: what priority goes to, what forms its core, "three words".

Each reader asks for a list of three items at least and for a plan that the text has just spoken of.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.document import Document, Sentence
from pipelines.extract.enumerations import split_list
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lines import marked_lines
from pipelines.extract.pillar_lists import ListReader
from pipelines.extract.pillar_tree import Group
from pipelines.extract.ranges import Positions
from pipelines.extract.records import Plan

_FEWEST = 3
_QUALITY = 0.9
_SURE = 0.8
_SURE_COUNT = 0.85
_MAX_COLON = 30  # tokens before the colon of "Three words sum up the plan: …"
_MAX_CORE = 5  # tokens of "forment l'ossature"
_MAX_ADJUNCT = 9  # tokens
_AXIS = Noun("axis", False, True, None, ())


class ToldReader(ListReader):
    """Reads lists that verbs, adverbs and nouns of stress tell to be a plan's."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        super().__init__(doc, plans)
        self.colons = Positions(doc.positions_of({":"}))
        self.core_places = Positions(doc.positions_of(self.lexicon.core_words))

    def _told_parts(self, index: int, sentence: Sentence) -> bool:
        """Whether the sentence lists the parts of a plan in one of these ways."""
        return (
            self._counted_words(index, sentence)
            or self._gone_to(index, sentence)
            or self._fronted_words(index, sentence)
            or self._core(index, sentence)
        )

    def _counted_words(self, index: int, sentence: Sentence) -> bool:
        """As in "Three verbs sum up the plan: prevent, treat and teach", or in answer to "What is in the plan?"."""
        first, last = sentence.first, sentence.last
        count = self._number(first)
        if count is None or not _FEWEST <= count <= MAX_COUNT or first + 3 >= last:
            return False
        limit = min(last - 2, first + _MAX_COLON)
        colon = next(iter(self.colons.within(first + 2, limit)), 0)
        between = self.tokens[first + 1 : colon]
        if not colon or any(t.folded in self.words.no_parts | self.words.burdens for t in between[:3]):
            return False
        if any(t.folded in self.words.troubles for t in between):
            return False  # "Three things explain the delay of the plan: …"
        named = self.references.within(first, colon)
        plan = named[-1][2] if named else self._told_last(index)  # "Four words sum it up: …"
        if plan is None:
            return False
        group = Group(_AXIS, count, plan, None, index, _SURE_COUNT)
        return self._list_of(group, colon + 1, sentence, count)

    def _counted_above_list(self, index: int, sentence: Sentence) -> bool:
        """As in "Six tasks await the provinces" right above six bullets or numbered lines: any noun, if so many follow.

        The sentence and the two before speak of one plan only.
        """
        if sentence.last != self._block_end(sentence.block) or not self._has_marks_below(sentence.block):
            return False
        count = self._count_of_things(sentence)
        plan = self._told_of_lately(index, sentence) if count else None
        if count is None or plan is None:
            return False
        group = Group(_AXIS, count, plan, None, index, _SURE_COUNT, is_list=True)
        if not self._fill_bullets(group, sentence.block, is_sure=False):
            self._fill_marked(group, sentence.block)
        labels = [c.label for c in group.items]
        if len(labels) == count and self._are_things(labels) and not self._are_capitals(labels):
            return True
        self.groups = [g for g in self.groups if g is not group]
        return False

    def _are_capitals(self, labels: list[tuple[int, int]]) -> bool:
        """Whether most labels have capitals only, as people, places and ships do."""
        named = sum(all(t.is_capitalised for t in self.tokens[a + 1 : b]) for a, b in labels)
        return 2 * named > len(labels)

    def _has_marks_below(self, block: int) -> bool:
        """Whether the next line is an item of a list."""
        if block + 1 >= len(self.doc.blocks):
            return False
        below = self.doc.blocks[block + 1]
        return below.kind == "bullet" or bool(marked_lines(self.doc, block, None))

    def _count_of_things(self, sentence: Sentence) -> int | None:
        """How many of something the sentence counts near its start, if it isn't people, places or money."""
        no_parts = self.words.no_parts | self.words.burdens | self.words.other_subjects
        for i in range(sentence.first, min(sentence.last - 2, sentence.first + _MAX_CORE)):
            count = self._number(i)
            if count is None or not _FEWEST <= count <= MAX_COUNT:
                continue
            behind = self.tokens[i + 1 : i + 1 + _FEWEST]
            noun = next((t for t in behind if t.pos == "NOUN"), None)
            return count if noun and not any(t.folded in no_parts for t in behind) else None
        return None

    def _fronted_words(self, index: int, sentence: Sentence) -> bool:
        """As in "Orchards, beans, incomes: the plan is built on these three words"."""
        limit = min(sentence.last - 3, sentence.first + _MAX_COLON)
        colon = next(iter(self.colons.within(sentence.first + 4, limit)), 0)
        named = self.references.within(colon, sentence.last) if colon else []
        if not named or "," not in self.doc.words[sentence.first : colon]:
            return False
        for i in range(colon + 1, sentence.last - 1):
            count = self._number(i + 1) if self.tokens[i].folded in self.words.back_references else None
            if count is not None and _FEWEST <= count <= MAX_COUNT:
                group = Group(_AXIS, count, named[-1][2], None, index, _SURE_COUNT)
                return self._list_of(group, sentence.first, replace(sentence, last=colon), count)
        return False

    def _gone_to(self, index: int, sentence: Sentence) -> bool:
        """As in "Priority goes to water, roads and schools", "L'accent est mis sur …"."""
        start = self._past_comma(sentence)
        n = self.lexicon.going.match(self.tokens, start, sentence.last)
        plan = self._told_of_lately(index, sentence) if n else None
        if plan is None:
            return False
        group = Group(_AXIS, None, plan, None, index, _SURE, is_fallback=True)
        return self._list_of(group, start + n, sentence, None)

    def _core(self, index: int, sentence: Sentence) -> bool:
        """As in "Water, roads and schools form its backbone", "At the heart of the plan are …"."""
        for i in self.core_places.within(sentence.first + 1, sentence.last):
            n = self.lexicon.cores.match(self.tokens, i, sentence.last)
            plan = self._told_of_lately(index, sentence) if n else None
            if plan is None:
                continue
            group = Group(_AXIS, None, plan, None, index, _SURE, is_fallback=True)
            return self._behind_core(group, i + n, sentence) or self._before_core(group, i, sentence)
        return False

    def _before_core(self, group: Group, i: int, sentence: Sentence) -> bool:
        starts = range(max(sentence.first + 2, i - _MAX_CORE), i)
        verb = next((k for k in starts if self.lexicon.naming_verbs.match(self.tokens, k, i)), 0)
        said = (t for t in self.tokens[sentence.first + 1 : verb] if t.verb == "Fin" and not self._is_joined(t.i))
        if not verb or any(said):
            return False
        verb -= self.tokens[verb - 1].folded in self.words.thereof
        return self._list_of(group, sentence.first, replace(sentence, last=verb), None)

    def _behind_core(self, group: Group, k: int, sentence: Sentence) -> bool:
        if k - sentence.first > _MAX_ADJUNCT:
            return False
        named = self.references.within(k, k + _MAX_ADJUNCT)
        k = named[0][1] if named else k  # a name may look like a verb
        for i in range(k, min(sentence.last - 2, k + _MAX_ADJUNCT)):
            if self.tokens[i].text == ",":
                verbs = (self.lexicon.sentence_openers, self.lexicon.clause_openers)  # ", on trouve", ", there is"
                n = max(v.match(self.tokens, i + 1, sentence.last) for v in verbs)
                return n > 0 and self._list_of(group, i + 1 + n, sentence, None)
            if self.tokens[i].text == ":" or self.tokens[i].verb == "Fin":
                is_subject = self.tokens[i + 1].pos in ("DET", "NOUN", "PROPN", "ADJ") or self.tokens[i].text == ":"
                return is_subject and self._list_of(group, i + 1, sentence, None)
        return False

    def _list_of(self, group: Group, start: int, sentence: Sentence, count: int | None) -> bool:
        """Fill the group from the list at `start`, three items or exactly `count`, none with a verb of its own."""
        linking = self.words.lists.linking
        last = self._said_end(start, sentence.last) if start < sentence.last else start
        begins = self.tokens[start - 1].folded in linking if start < last else False
        for first in (start - 1, start) if begins else (start,):
            listing = split_list(self.tokens, first, last, count, self.grammar) if first < last else None
            if listing is None or listing.quality < _QUALITY or len(listing.items) < _FEWEST:
                continue
            if count not in (None, len(listing.items)) or not self._are_things(listing.items):
                continue
            return bool(self._fill_items(group, listing.items, listing.quality))
        return False

    def _are_things(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items are neither amounts, clauses, nor who is to gain."""
        if self._are_figures(items) or not self._are_clean(items) or self._are_amounts(items):
            return False
        heads = [self.tokens[min(b - 1, a + (self.tokens[a].pos in ("DET", "ADP")))] for a, b in items]
        return sum(t.folded in self.words.no_parts for t in heads) * 2 < len(items)

    def _past_comma(self, sentence: Sentence) -> int:
        """Past "In the plan," at the start of a sentence."""
        first = sentence.first
        if self.tokens[first].pos not in ("ADP", "ADV"):
            return first
        limit = min(sentence.last - 1, first + _MAX_ADJUNCT)
        return next((i + 1 for i in range(first + 1, limit) if self.tokens[i].text == ","), first)

    def _told_of_lately(self, index: int, sentence: Sentence) -> int | None:
        """The only plan that the sentence and the two before speak of."""
        first = self.doc.sentences[max(0, index - 2)].first
        told = {m[2] for m in self.references.within(first, sentence.last)}
        return told.pop() if len(told) == 1 else None
