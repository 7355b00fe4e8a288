"""Parts that the sentence behind their number tells: "They are:" above bullets, "She listed A, B and C".

Also parts that a text numbers itself, without a noun for them: "The plan aims to (i) …, (ii) … and (iii) …".
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.document import Document, Sentence
from pipelines.extract.enumerations import QUOTES, marked_items, marker_ranks, split_list
from pipelines.extract.pillar_items import LOOSE, MANY
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lists import ListReader
from pipelines.extract.pillar_tree import Group
from pipelines.extract.ranges import Positions
from pipelines.extract.records import PillarKind, Plan

_MAX_LEAD = 14  # tokens of "Here they are, in the order of the document:"
_NEAR = 7  # tokens from a sentence's start to its verb
_REACH = 40  # tokens from a sentence's start to its first mark
_QUALITY = 0.9
_LISTED = 0.9
_MARKED = 0.85
_IN_TURN = 0.95
_MAX_ADVERBIAL = 9  # tokens of "By 2031,"


class FollowUpReader(ListReader):
    """Reads the sentence behind an announcement whose parts are still to come, and lists with marks of their own."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        super().__init__(doc, plans)
        brackets = doc.positions_of({")"})
        firsts = [i - 1 for i in brackets if i and 1 in marker_ranks(self.tokens[i - 1].text)]
        self.marks = Positions(firsts)

    def _follow_up(self, index: int, sentence: Sentence) -> int:
        """The parts of the group that the sentence before counted; returns the token behind them, 0 for none."""
        group = self._awaiting(index)
        if group is None or group.sentence == index:
            return 0
        return (
            self._told_below(group, sentence)
            or self._cited(group, sentence)
            or self._aimed_at(group, sentence)
            or self._wanted(group, sentence)
            or self._in_turn(group, index)
        )

    def _told_below(self, group: Group, sentence: Sentence) -> int:
        """As in "They are:", "Each has a budget." between a number of parts and as many bullets or lines."""
        at, last = sentence.block, sentence.last
        if last != self._block_end(at) or at + 1 >= len(self.doc.blocks) or last - sentence.first > _MAX_LEAD:
            return 0
        is_headed = self.tokens[last - 1].text == ":"
        is_near = self.doc.blocks[at + 1].kind == "bullet" and self.doc.sentences[group.sentence].block == at
        if not (is_headed or is_near) or self._is_title(sentence):
            return 0
        told = replace(group, items=[])
        is_filled = self._fill_bullets(told, at, is_sure=False)
        is_filled = is_filled or (is_headed and (self._fill_marked(told, at) or self._fill_lines(told, at)))
        if is_filled:
            self.groups.remove(group)
        return last if is_filled else 0

    def _cited(self, group: Group, sentence: Sentence) -> int:
        """As in "The minister cited A, B and C": all of the parts, or three of them at least."""
        first, last = sentence.first, sentence.last
        if self.tokens[first].pos == "DET" and self.tokens[first + 1].folded in self.words.ordinals:
            return 0  # "The first, credit, includes loans, grants and advice"
        limit = min(last, first + _NEAR)
        listing = self.lexicon.listing_verbs
        if not any(listing.match(self.tokens, i, last) and not self._is_thing(i) for i in range(first, limit)):
            return 0
        start = self._behind_listing(first, sentence)
        return self._fill_told(group, start, sentence) if start else 0

    def _is_thing(self, i: int) -> bool:
        return self.tokens[i].pos in ("NOUN", "PROPN", "ADP")

    def _aimed_at(self, group: Group, sentence: Sentence) -> int:
        """As in "It seeks to keep A, and to clear B" after "has two aims": as many acts as were counted."""
        first, last = sentence.first, sentence.last
        n = self.lexicon.pronouns.match(self.tokens, first, last) or int(self.tokens[first].pos == "PRON")
        named = None if n else next(iter(self.references.within(first, first + 2)), None)
        k = named[1] if named else first + n
        if group.count is None or k == first:
            return 0
        for _, verbs in self.lexicon.bulleted_verbs:
            behind = verbs.match(self.tokens, k, last)
            if behind and (end := self._fill_acts(group, k + behind, sentence)):
                return end
        return 0

    def _wanted(self, group: Group, sentence: Sentence) -> int:
        """As in "We want a school in each village, …" after "three goals": as many things as were counted."""
        k = sentence.first + (self.tokens[sentence.first].text in QUOTES)
        n = self.lexicon.aims.match(self.tokens, k + 1, sentence.last) if self.tokens[k].pos == "PRON" else 0
        start = k + 1 + n
        last = self._said_end(start, sentence.last) if n and start < sentence.last else start
        listing = split_list(self.tokens, start, last, group.count, self.grammar) if start < last else None
        if listing is None or len(listing.items) != group.count or listing.quality < LOOSE:
            return 0
        is_act = self._is_act(*listing.items[0])
        if (not is_act and group.count < MANY) or self._are_figures(listing.items):
            return 0
        return self._fill_whole(group, listing.items, listing.quality) if self._are_clean(listing.items) else 0

    def _in_turn(self, group: Group, index: int) -> int:
        """As in "It wants to ….  It also aims to …. Finally, …" after "three goals": a sentence for each."""
        count = group.count or 0
        sentences = self.doc.sentences[index : index + count]
        told: list[tuple[int, int]] = []
        for sentence in sentences:
            found = self._act_of_plan(sentence)
            if found is None:
                return 0
            told.append(found)
        if len(told) != count or len({self._text(label) for label in told}) != count:
            return 0
        return self._fill_whole(group, told, _IN_TURN)

    def _act_of_plan(self, sentence: Sentence) -> tuple[int, int] | None:
        """The label of "By 2031, it also wants to …": an act that a plan sets itself."""
        tokens, k, last = self.tokens, sentence.first, sentence.last
        if tokens[k].pos in ("ADP", "ADV", "CCONJ"):
            k = next((i + 1 for i in range(k + 1, min(last, k + _MAX_ADVERBIAL)) if tokens[i].text == ","), k)
        n = self.lexicon.pronouns.match(tokens, k, last)
        named = None if n else next(iter(self.references.within(k, min(last, k + 2))), None)
        behind = named[1] if named else k + n
        while k < behind < last and tokens[behind].pos == "ADV":
            behind += 1
        if (closing := self.lexicon.sequels.match(tokens, k, last)) and tokens[k + closing].verb == "Inf":
            return self._item_label(k + closing, last)  # "Il s'agit enfin de retenir"
        n = self.lexicon.aims.match(tokens, behind, last) if behind > k else 0
        start = behind + n
        start += self.lexicon.adverbs.match(tokens, start, last) if n else 0
        while start < last and n and tokens[start].pos in ("ADV", "ADP", "PART"):
            start += 1
        if not n or start >= last or tokens[start].verb != "Inf":
            return None
        return self._item_label(start, last)

    def _fill_acts(self, group: Group, k: int, sentence: Sentence) -> int:
        last = self._said_end(k, sentence.last) if k < sentence.last else k
        is_governed = k < last and self.tokens[k - 1].pos in ("ADP", "PART")
        for start in (k - 1, k) if is_governed else (k,):
            listing = split_list(self.tokens, start, last, group.count, self.grammar) if start < last else None
            if listing is None or len(listing.items) != group.count or listing.quality < _QUALITY:
                continue
            if 2 * sum(self._is_act(a, b) for a, b in listing.items) >= len(listing.items):
                return self._fill_whole(group, listing.items, listing.quality)
        return 0

    def _is_act(self, first: int, last: int) -> bool:
        return any(t.verb in ("Inf", "Ger", "Fin") for t in self.tokens[first : min(last, first + 2)])

    def _fill_told(self, group: Group, start: int, sentence: Sentence) -> int:
        last = self._said_end(start, sentence.last)
        listing = split_list(self.tokens, start, last, None, self.grammar) if start < last else None
        if listing is None or listing.quality < LOOSE or self._are_figures(listing.items):
            return 0
        fewest = group.count if group.count == 2 else MANY
        if len(listing.items) < (fewest or MANY) or len(listing.items) > (group.count or len(listing.items)):
            return 0
        if not self._are_clean(listing.items) or self._are_names(listing.items):
            return 0
        return self._fill_whole(group, listing.items, listing.quality)

    def _fill_whole(self, group: Group, items: list[tuple[int, int]], quality: float) -> int:
        told = replace(group, items=[], is_partial=group.count not in (None, len(items)))
        end = self._fill_items(told, items, _LISTED * quality)
        if end:
            told.is_list = not told.is_partial  # ordinals may name the others
            self.groups.remove(group)
        return end

    def _marked_parts(self, index: int, sentence: Sentence) -> bool:
        """As in "The plan aims to (i) reform X, (ii) set up Y and (iii) …": the marks say that they are parts."""
        limit = min(sentence.last, sentence.first + _REACH)
        mark = next(iter(self.marks.within(sentence.first + 2, limit)), 0)
        if not mark:
            return False
        start = mark - (self.tokens[mark - 1].text == "(")
        named = self.references.within(sentence.first, start)
        plan = self._nearest(named, start, sentence) if named else self._pronoun_plan(index, sentence)
        plan = self._spoken_of(index, sentence) if plan is None and named else plan
        if plan is None:
            return False
        items = marked_items(self.tokens, start, self._block_end(sentence.block))
        is_sure = bool(named) and len(items) >= MANY  # "Under the plan, each region will get (a) …"
        kind = self._kind_before(sentence.first + 1, start) or ("measure" if is_sure else None)
        if kind is None or len(items) < MANY - 1 or self._are_figures(items):
            return False
        group = Group(Noun(kind, False, True, None, ()), None, plan, None, index, _MARKED, is_fallback=True)
        return bool(self._fill_items(group, items, 1.0))

    def _parts_below(self, index: int, sentence: Sentence) -> None:
        """As in "The first goal breaks down into (a) … and (b) …": parts of the one that the sentence is about."""
        component, since = self.subject or (None, 0)
        if component is None or not sentence.first <= since < sentence.last:
            return
        verbs = self.lexicon.partitions
        found = ((i, n) for i in range(since, sentence.last - 2) if (n := verbs.match(self.tokens, i, sentence.last)))
        i, n = next(found, (0, 0))
        if not n or any(g.parent is component for g in self.groups):
            return
        others = (g for g in self.groups if g.parent is None and g is not component.group and g.items)
        below = next((g for g in others if g.sentence == index and i < g.items[0].label[0]), None)
        if below:
            below.parent, below.plan = component, component.group.plan
            return
        start = self._past_such(i + n, sentence.last)
        is_named = start > i + n
        items = marked_items(self.tokens, start, self._block_end(sentence.block))
        listing = None if items else split_list(self.tokens, start, sentence.last, None, self.grammar)
        items = listing.items if listing and listing.quality >= _QUALITY else items
        is_amount = any(self.tokens[a].text[0].isdecimal() for a, _ in items)
        if len(items) < MANY - 1 or (is_amount and not is_named) or not self._are_clean(items):
            return
        noun = Noun("measure", False, True, None, ())
        self._fill_items(Group(noun, None, component.group.plan, component, index, _MARKED), items, 1.0)

    def _past_such(self, k: int, last: int) -> int:
        """Past "measures such as" at `k`, where an example or all of the parts follow."""
        noun = self._noun(k, last)
        n = self.lexicon.examples.match(self.tokens, k + len(noun.words), last) if noun and noun.is_plural else 0
        return k + len(noun.words) + n if noun and n else k

    def _pronoun_plan(self, index: int, sentence: Sentence) -> int | None:
        k = sentence.first
        if self.tokens[k].pos == "ADV" and self.tokens[k + 1].text == ",":
            k += 2
        is_pronoun = self.lexicon.pronouns.match(self.tokens, k, sentence.last)
        return self._told_last(index) if is_pronoun else None

    def _kind_before(self, first: int, start: int) -> PillarKind | None:
        """What the parts are by the verb right before the first mark, None where none is there."""
        end = start - (self.tokens[start - 1].text == ":")
        for i in range(max(first, end - _NEAR), end):
            for kind, verbs in self.lexicon.bulleted_verbs:
                if verbs.match(self.tokens, i, end) == end - i:
                    return kind
            if self.lexicon.all_verbs.match(self.tokens, i, end) == end - i:
                return "axis"
        return None
