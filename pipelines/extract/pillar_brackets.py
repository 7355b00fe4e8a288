"""Components whose rank stands in brackets behind them: "human capital (pillar 1), governance (pillar 2)"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.pillar_ordinals import OrdinalReader
from pipelines.extract.pillar_tree import Group
from pipelines.extract.ranges import Sorted

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Sentence
    from pipelines.extract.pillar_lexicon import Noun
    from pipelines.extract.records import Plan

_MAX_MARK = 5  # tokens of "(axe stratégique n° 2)"
_WEIGHT = 0.9
_Mark = tuple[int, int, int, "Noun"]  # its opening bracket, the token behind its closing one, rank, noun


class BracketReader(OrdinalReader):
    """Reads sentences in which two components or more are followed by their ranks in brackets."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        super().__init__(doc, plans)
        found = [mark for i in doc.positions_of({"("}) if (mark := self._rank_in_brackets(i))]
        self.bracketed = Sorted(found, lambda mark: mark[0])

    def _ranked_in_brackets(self, index: int, sentence: Sentence) -> int:
        """The components before the brackets of the sentence; returns the token behind the last, 0 for none."""
        marks = self.bracketed.within(sentence.first, sentence.last)
        kinds = {mark[3].kind for mark in marks}
        if len(marks) < 2 or len(kinds) > 1 or len({mark[2] for mark in marks}) < len(marks):
            return 0
        named = self.references.within(sentence.first, marks[0][0])
        plan = named[-1][2] if named else self._told_last(index)
        if plan is None:
            return 0
        group = Group(marks[0][3], None, plan, None, index, _WEIGHT, is_partial=True)
        begin = max(sentence.first, named[-1][1] if named else 0)
        found = [(self._item_before(begin, marks[0][0]), marks[0][2])]
        for before, mark in pairwise(marks):
            start = before[1] + (self.tokens[before[1]].text in ",;")
            start += self.grammar.conjunctions.match(self.tokens, start, mark[0])
            found.append((self._item_label(start, mark[0]) if start < mark[0] else None, mark[2]))
        if any(label is None for label, _ in found):
            return 0
        for label, rank in found:
            if label:
                self._ordinal_item(group, (label, 1.0), rank, index)
        return marks[-1][1]

    def _rank_in_brackets(self, i: int) -> _Mark | None:
        """The mark that the bracket at `i` opens: "(pillar 2)", "(deuxième pilier)"."""
        tokens = self.tokens
        limit = min(len(tokens), i + 2 + _MAX_MARK)
        if self.lexicon.nouns.keys().isdisjoint(self.doc.words[i + 1 : limit]):
            return None
        end = next((k for k in range(i + 2, limit) if tokens[k].text == ")"), 0)
        for k in range(i + 1, end):
            noun = self._noun(k, end)
            if noun is None or noun.is_plural:
                continue
            behind = (self._rank_at(j) for j in range(k + len(noun.words), end))
            before = (self.words.ordinals.get(t.folded, 0) for t in tokens[i + 1 : k])
            rank = next((r for r in (*before, *behind) if r), 0)
            return (i, end + 1, rank, noun) if rank else None
        return None

    def _item_before(self, first: int, end: int) -> tuple[int, int] | None:
        """The label right before the first bracket, behind the verb that governs it."""
        verbs = (self.lexicon.all_verbs, *(v for _, v in self.lexicon.bulleted_verbs))
        if n := max(v.match(self.tokens, first, end) for v in verbs):
            return self._item_label(first + n, end)
        starts = [k for k in self._list_starts(first + 1, end) if not any(t.text == "," for t in self.tokens[k:end])]
        return self._item_label(starts[0] if starts else first, end)
