"""Parts of parts that a text promises without counting: "three axes, each broken down into goals".

Once that is said, every sentence about one of the parts may list what is below it ("Axis 2 looks to ports; it
counts on deeper docks and on rail"). Without such a promise what is told of a part is no structure.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from pipelines.extract.document import Sentence
from pipelines.extract.enumerations import split_list
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lists import ListReader
from pipelines.extract.pillar_tree import Announcement, Component, Group

_REACH = 14  # tokens between "each" and the noun
_MAX_VERBS = 6
_MAX_ASIDE = 8  # tokens between a component and "itself"
_QUALITY = 0.85
_SURE = 0.85
_MAX_LIST = 60  # tokens
_SHARED_REACH = 9  # sentences behind "two pillars and eight drivers"
_NEAR_COUNT = 4  # tokens of "en mobilise" before a number


class SublevelReader(ListReader):
    """Reads lists about a part whose own parts were promised."""

    def _promised(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether the noun is what each part announced before is said to consist of; its group then knows it."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or found.is_definite or found.count:
            return False
        if self._sentence_of(found.left) - group.sentence > 1 or found.noun.words == group.noun.words:
            return False
        starts = range(max(sentence.first, found.left - _REACH), found.left)
        if not any(self.lexicon.each.match(self.tokens, i, found.left) for i in starts):
            return False
        group.below = replace(found.noun, is_plural=True)
        return True

    def _sub_parts(self, index: int, sentence: Sentence) -> None:
        """List what the sentence says is below the component that it is about."""
        if self.subject is None or self.subject[0].group.below is None:
            return
        component, since = self.subject
        if self.doc.sentences[self._sentence_of(component.label[0])].block != sentence.block:
            return
        if any(g.parent is component for g in self.groups):
            return
        start = max(component.label[1], since, sentence.first)
        found = ((i, n) for i in range(start, sentence.last - 1) if (n := self._may_list(i, sentence)))
        for i, n in islice(found, _MAX_VERBS):
            if self._paired(component, i, index, sentence) or self._listed_below(component, i + n, index, sentence):
                return

    def _allotted(self, index: int, sentence: Sentence) -> None:
        """As in "two pillars and five drivers. The first relies on three of them: A, B and C": what falls to a part."""
        component, since = self.subject or (None, 0)
        whole = self._shared_group(component, index) if component else None
        if component is None or whole is None:
            return
        for k in range(max(since, sentence.first), sentence.last - 2):
            count = self._number(k)
            if not count or not 1 < count < (whole.count or 0) or not (start := self._past_share_of(k, sentence)):
                continue
            listing = split_list(self.tokens, start, self._clause_end(start, sentence.last), count, self.grammar)
            if listing and len(listing.items) == count and listing.quality >= _QUALITY:
                group = Group(whole.noun, count, component.group.plan, component, index, whole.confidence)
                whole.is_list = self._fill_items(group, listing.items, listing.quality) > 0 or whole.is_list
            return

    def _shared_group(self, component: Component, index: int) -> Group | None:
        """What was counted beside the parts that the component is one of, none of it told on its own."""
        beside = component.group
        if index - beside.sentence > _SHARED_REACH or any(g.parent is component for g in self.groups):
            return None
        others = (g for g in self.groups if g.sentence == beside.sentence and g is not beside and g.noun != beside.noun)
        return next((g for g in others if g.count and not g.items), None)

    def _past_share_of(self, k: int, sentence: Sentence) -> int:
        """The list's first token behind "three of them:", "the remaining two,", "en mobilise trois :"; 0 for none."""
        tokens, last = self.tokens, sentence.last
        n = self.lexicon.of_them.match(tokens, k + 1, last)
        is_rest = not self.words.rests.isdisjoint(self.doc.words[k - 1 : k + 2])
        is_thereof = not self.words.thereof.isdisjoint(self.doc.words[max(sentence.first, k - _NEAR_COUNT) : k])
        if not (n or is_rest or is_thereof):
            return 0
        start = k + 1 + n
        start += is_rest and start < last and tokens[start].text[0].isalnum()  # "the three others:"
        is_sign = start + 1 < last and tokens[start].text in ":,("
        opener = self.lexicon.list_openers.match(tokens, start + is_sign, last)
        return start + is_sign + opener if is_sign or opener else 0

    def _own_parts(self) -> None:
        """As in "a fund, itself made up of A and B": what a component that was told is said to consist of."""
        for i in self.doc.positions_of(self.words.itself):
            index = self._sentence_of(i)
            sentence = self.doc.sentences[index]
            component = self._component_before(i, sentence)
            if component is None or any(g.parent is component for g in self.groups):
                continue
            if any(g.parent and g.items and i < g.items[0].label[0] < sentence.last for g in self.groups):
                continue  # of a part that the sentence names ("Pillar one itself falls into two components")
            later = (c.label[0] for c in component.group.items if i < c.label[0] < sentence.last)
            last = min(later, default=self._clause_end(i, sentence.last))
            if self._taken_below(component, i, last):
                continue
            while last > i and (self.tokens[last - 1].text in ",;" or self.tokens[last - 1].pos in ("CCONJ", "DET")):
                last -= 1
            self._divided(component, i, last, index)

    def _component_before(self, i: int, sentence: Sentence) -> Component | None:
        """The component right before "itself" at `i`, or the last of the sentence before "This itself …"."""
        told = [c for g in self.groups if not g.is_fallback for c in g.items if c.label[1] <= i]
        component = max(told, key=lambda c: c.label[1], default=None)
        if component is None:
            return None
        if component.label[0] >= sentence.first:
            between = self.tokens[component.label[1] : i]
            is_near = len(between) <= _MAX_ASIDE and any(t.text == "," for t in between)
            return component if is_near and sum(t.text == "," for t in between) % 2 else None
        is_next = self._sentence_of(component.label[0]) == self._sentence_of(sentence.first) - 1
        return component if is_next and i - sentence.first <= 2 and self.tokens[sentence.first].pos != "ADP" else None

    def _taken_below(self, component: Component, i: int, last: int) -> bool:
        """Let the list that a number announces behind "itself" be the component's."""
        for group in self.groups:
            is_there = group.items and i < group.items[0].label[0] < last and group is not component.group
            if is_there and group.parent is None:
                group.parent, group.plan = component, component.group.plan
                return True
        return False

    def _divided(self, component: Component, i: int, last: int, index: int) -> None:
        for k in range(max(component.label[1], i - _MAX_VERBS), min(last, i + _MAX_VERBS)):
            n = self.lexicon.partitions.match(self.tokens, k, last)
            if not n or k + n <= i:
                continue
            start = k + n
            for first in (start, start - 1):
                listing = split_list(self.tokens, first, last, None, self.grammar)
                is_amount = listing and any(self.tokens[a].text[0].isdecimal() for a, _ in listing.items)
                if listing and listing.quality >= _QUALITY and not is_amount:
                    self._fill_items(self._below(component, index), listing.items, listing.quality)
                    return
            return

    def _may_list(self, i: int, sentence: Sentence) -> int:
        """Length of what a list of parts may stand behind: "mise sur", "has three:", ", figurent", "under it come"."""
        tokens, last = self.tokens, sentence.last
        verbs = (self.lexicon.pair_verbs, self.lexicon.loose_verbs, self.lexicon.firm_verbs, self.lexicon.counted_verbs)
        if tokens[i].text == ":" and self._number(i - 1) is not None:
            return 1  # "has three: …"
        is_noun = tokens[i].pos in ("NOUN", "ADJ", "ADV") and tokens[i - 1].pos != "PRON"
        if is_noun and not self.lexicon.pair_verbs.match(tokens, i, i + 1):
            return 0
        if n := next((n for v in verbs if (n := v.match(tokens, i, last))), 0):
            k = i + n + (i + n < last and self._number(i + n) is not None)
            return k - i + (tokens[k].text == ":" if k < last else 0)
        is_inverted = tokens[i - 1].text == "," or tokens[i - 1].pos in ("PRON", "ADV")
        return self.lexicon.coming_verbs.match(tokens, i, last) if is_inverted else 0

    def _below(self, component: Component, index: int) -> Group:
        noun = component.group.below or Noun("measure", False, True, None, ())
        return Group(noun, None, component.group.plan, component, index, _SURE)

    def _listed_below(self, component: Component, first: int, index: int, sentence: Sentence) -> bool:
        last = min(self._clause_end(first, sentence.last), first + _MAX_LIST)
        while first < last and self.tokens[first].pos == "ADV":
            first += 1
        # "mise sur les ports et sur le rail": the verb's preposition stands before each item, or once.
        is_governed = first < last and self.tokens[first - 1].folded in self.words.lists.linking
        for start in (first - 1, first) if is_governed else (first,):
            listing = split_list(self.tokens, start, last, None, self.grammar) if start < last else None
            if listing is None or listing.quality < _QUALITY or not self._are_clean(listing.items):
                continue
            has_clause = any(t.verb == "Fin" or t.text == ":" for a, b in listing.items for t in self.tokens[a:b])
            if not self._are_figures(listing.items) and self.tokens[first].verb != "Part" and not has_clause:
                return bool(self._fill_items(self._below(component, index), listing.items, listing.quality))
        return False

    def _paired(self, component: Component, i: int, index: int, sentence: Sentence) -> bool:
        """As in "pairs clean water with sewers", "marie ports et rails avec la formation"."""
        if self.tokens[i].pos == "ADJ" or not self.lexicon.pair_verbs.match(self.tokens, i, sentence.last):
            return False
        last = self._clause_end(i + 1, sentence.last)
        link = next((k for k in range(i + 2, last - 1) if self.tokens[k].folded in self.words.pairing), 0)
        items = [(i + 1, link), (link + 1, last)]
        if not link or self._are_figures(items):
            return False
        return bool(self._fill_items(self._below(component, index), items, _QUALITY))

    def _clause_end(self, i: int, last: int) -> int:
        return next((k for k in range(i, last) if self.tokens[k].text in ";."), last)
