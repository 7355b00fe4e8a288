"""Pillars: the components that a text itself presents as a plan's structure, as a tree.

A text announces components ("s'articule autour de quatre axes", "rests on two strands"), then names them: in
the same sentence, as bullets, or one by one with ordinals ("Le premier concerne …", "As for the third, …",
"Pillar 2: …"). The sentences are read once, in order. Every announcement opens a group that bullets, an inline
list or ordinals fill; the component that a clause speaks of ("Ce second axe actionne trois leviers") becomes
the parent of what the clause announces.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.document import Document, Sentence
from pipelines.extract.pillar_brackets import BracketReader
from pipelines.extract.pillar_followups import FollowUpReader
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_sublevels import SublevelReader
from pipelines.extract.pillar_told import ToldReader
from pipelines.extract.pillar_tree import pillar_records
from pipelines.extract.pillar_unnamed import UnnamedReader
from pipelines.extract.pillar_walks import WalkReader
from pipelines.extract.ranges import Positions
from pipelines.extract.records import Pillar, Plan

MAX_COMPONENTS = 120


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
    return pillar_records(doc, reader.groups)


class _Reader(WalkReader, BracketReader, UnnamedReader, SublevelReader, ToldReader, FollowUpReader):
    """Reads the sentences in order and hands each turn of phrase to the reader that knows it."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        super().__init__(doc, plans)
        self.triggers = Positions(self._triggers())

    def read(self) -> None:
        """Read the whole document."""
        for index, sentence in enumerate(self.doc.sentences):
            if self.size >= MAX_COMPONENTS:
                return
            self._sentence(index, sentence)
        self._walk()
        self._own_parts()
        self._headings()

    def _triggers(self) -> list[int]:
        """Tokens at which something may start."""
        pairs, last = self.lexicon.trigger_pairs, len(self.tokens) - 1
        openers = self.doc.positions_of(pairs.keys())
        followed = [i for i in openers if i < last and self.tokens[i + 1].folded in pairs[self.tokens[i].folded]]
        return self.doc.positions_of(self.lexicon.triggers) + followed

    def _sentence(self, index: int, sentence: Sentence) -> None:
        i = max(sentence.first, self.resume)
        if i >= sentence.last:
            return
        is_whole = i == sentence.first
        self._carry_subject(index, sentence)
        before = len(self.groups)
        if is_whole:
            told = self._ranked_in_brackets(index, sentence) or self._series(index, sentence)
            told = told or self._told_next(index, sentence)
            i = told or self._counted_next(index, sentence) or self._follow_up(index, sentence) or i
        for trigger in self.triggers.within(i, sentence.last):
            if trigger >= i:
                i = max(self._token(trigger, index, sentence), trigger + 1)
        if len(self.groups) > before:
            self._begin(self.groups[-1], index)
        self.resume = max(i, sentence.last)  # a numbered list may go on in the sentences that follow
        self._sub_parts(index, sentence)
        if self.subject:
            self._parts_below(index, sentence)
            self._allotted(index, sentence)
        if is_whole and len(self.groups) == before:
            parts = self._marked_parts(index, sentence) or self._told_parts(index, sentence)
            if not parts:
                self._unnamed(index, sentence)
        self._other_plan(index, sentence)
        if is_whole and not any(g.items for g in self.groups[before:]):
            self._counted_above_list(index, sentence)

    def _other_plan(self, index: int, sentence: Sentence) -> None:
        """As in "The X Plan …, while the Y Plan rests on A and B": each clause tells the parts of its own plan."""
        named = self._mentions_in(sentence) if len(self.plans) > 1 else []
        if len(named) < 2 or named[-1][2] == named[0][2]:
            return
        left = named[-1][0] - (self.tokens[named[-1][0] - 1].pos == "DET")
        before = self.tokens[left - 1]
        if before.text != ";" and before.pos not in ("SCONJ", "CCONJ"):
            return
        told = [c.label[0] for g in self.groups[-2:] for c in g.items if c.label[0] >= sentence.first]
        if not any(at > left for at in told):
            self._unnamed(index, replace(sentence, first=left))
        elif before.text == ";" and not any(at < left for at in told):
            self._unnamed(index, replace(sentence, last=left - 1))

    def _token(self, i: int, index: int, sentence: Sentence) -> int:
        """Handle what starts at token `i`; returns the token to go on with."""
        word = self.tokens[i].folded
        if word in self.words.ordinals and self._stands_bare(i, sentence):
            return self._ordinal_adverb(i, 1, index, sentence)
        if word in self.words.ordinals or word in self.words.last:
            told = self._added(i, index, sentence) or self._cleft(i, index, sentence)
            return told or self._ordinal(i, index, sentence)
        if n := self.lexicon.adverbs.match(self.tokens, i, sentence.last):
            return self._ordinal_adverb(i, n, index, sentence)
        if n := self.lexicon.one_other.match(self.tokens, i, sentence.last):
            return self._one_other(i, n, index, sentence)
        if word in self.lexicon.initials and (found := self._initials(i, sentence)):
            return self._announced(found, index, sentence)
        is_set = word in self.lexicon.manifolds or "-" in word
        if is_set and (found := self._set_of(i, sentence)):
            return self._announced(found, index, sentence)
        noun = self._noun(i, sentence.last)
        if noun and (noun.is_plural or (i > sentence.first and self.tokens[i - 1].folded in self.words.multiples)):
            return self._several(i, noun, index, sentence)
        is_one_more = noun is not None or word in self.words.pronoun_nouns
        if is_one_more and (end := self._added(i, index, sentence)):
            return end
        return self._single(i, noun, index, sentence) if noun else i + 1

    def _stands_bare(self, i: int, sentence: Sentence) -> bool:
        """As in "three steps: first dredging, then cranes": an ordinal that no determiner makes a noun."""
        if not self.words.bare_nouns or i == sentence.first or i + 1 >= sentence.last:
            return False
        before, behind = self.tokens[i - 1], self.tokens[i + 1]
        if self.lexicon.of_them.match(self.tokens, i + 1, sentence.last):
            return False  # "third on the list"
        if before.pos == "AUX":
            return behind.verb in ("Inf", "Fin")  # "will first raise pay"
        is_apart = before.text in ":,;" or before.pos == "CCONJ"
        is_followed = behind.text[0].isalnum() or (before.text == "," and behind.text == ",")  # "intends, first, to"
        return is_apart and is_followed and self._noun(i + 1, sentence.last) is None

    def _several(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """Handle a plural noun for components."""
        found = self._announcement(i, noun, sentence)
        if found is None:
            return self._some_of(i, noun, index, sentence) or self._in_passing(i, noun, index, sentence)
        if self._promised(found, sentence):
            return found.right
        return self._started(found, self._announced(found, index, sentence), index, sentence)

    def _single(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """Handle a singular noun for a component."""
        if manifold := self._manifold(i, noun, sentence):
            return self._announced(manifold, index, sentence)
        is_one = self.words.numbers.get(self.tokens[sentence.first].folded) == 1
        if is_one or self.lexicon.another.match(self.tokens, sentence.first, i):
            return self._in_passing(i, noun, index, sentence)
        named = self._titled(i, noun, index, sentence) or self._numbered(i, noun, index, sentence)
        return named or self._refer(i, noun, index)
