"""Components told in steps: "Premièrement, la …", "intends, first, to …; second, to …", "d'abord A, ensuite B"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_ordinals import GAPPED, MAX_ADDED, OrdinalReader
from pipelines.extract.pillar_tree import Announcement, Group

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence
    from pipelines.extract.records import PillarKind


class StepReader(OrdinalReader):
    """Reads adverbs that rank components."""

    def _ordinal_adverb(self, i: int, n: int, index: int, sentence: Sentence) -> int:
        """As in "Premièrement, la …", "Secondly, …"."""
        rank = self._adverb_rank(i, n)
        group = self._latest(lambda g: g.is_open and not g.is_fallback)
        group = group or self._adopted(rank, index) or self._first_of_all(i, n, rank, index)
        group = group or (self._first_provided(i, n, index, sentence) if rank == 1 else None)
        opens = i == sentence.first or self.tokens[i - 1].text in ",;:" or self.tokens[i - 1].pos == "CCONJ"
        if self.tokens[i - 1].text == "," and i + n < sentence.last and self.tokens[i + n].text == ",":
            # "réduire, d'abord, puis …": the item stands before, but not in "There is, to start with, …".
            opener = self.lexicon.clause_openers.match(self.tokens, sentence.first, i)
            opens = self.tokens[i - 2].pos == "CCONJ" or (opener > 0 and sentence.first + opener == i - 1)
            opens = opens or self._verb_ends_at(i - 1, sentence)
        opens = opens or (group is not None and group.is_implicit and self._verb_ends_at(i, sentence))
        if group is None or not opens or rank != len(group.items) + 1 or not self._is_recent(group, index):
            return i + n
        found = self._clause_label(i + n, replace(sentence, last=self._next_step(i + n, sentence)))
        if found is None:
            return i + n
        return self._steps_on(group, self._ordinal_item(group, found, rank, index), index, sentence)

    def _steps_on(self, group: Group, end: int, index: int, sentence: Sentence) -> int:
        """As in "d'abord le dragage, ensuite les grues, enfin la douane": those behind; the token behind the last."""
        while group.is_open:
            step = self._next_step(end, sentence)
            if step - end > 1 or step >= sentence.last:
                return end
            start = self._step_behind(step, sentence.last)
            start += self._step_at(start, sentence.last)
            found = self._weighed(start, self._next_step(start, sentence), GAPPED)
            if found is None:
                return end
            end = self._ordinal_item(group, found, None, index)
        return end

    def _next_step(self, k: int, sentence: Sentence) -> int:
        """The comma or "and" before "then", "enfin", "d'autre part" or the like from token `k` on, else the end."""
        tokens = self.tokens
        for j in range(k, sentence.last - 1):
            is_break = tokens[j].text in ",;" or tokens[j].pos == "CCONJ"
            if is_break and self.words.bare_nouns and tokens[j + 1].folded in self.words.ordinals:
                return j
            if is_break and self._step_at(self._step_behind(j, sentence.last), sentence.last):
                return j
        return sentence.last

    def _step_behind(self, i: int, last: int) -> int:
        """The token behind the sign or conjunction at `i`, past "and," where "finally" or the like follows that."""
        k = i + 1
        while k < last and (self.tokens[k].text == "," or self.tokens[k].pos == "CCONJ"):
            if self._step_at(k, last):
                break
            k += 1
        return k if self._step_at(k, last) else i + 1

    def _step_at(self, k: int, last: int) -> int:
        """Length of "then", "enfin" or an adverb of a later rank at `k`, else 0."""
        if k >= last or not self.lexicon.sequence.begins(self.tokens[k].folded):
            return 0
        if n := self.lexicon.sequels.match(self.tokens, k, last):
            return n
        n = self.lexicon.adverbs.match(self.tokens, k, last)
        return n if n and self._adverb_rank(k, n) > 1 else 0

    def _started(self, found: Announcement, end: int, index: int, sentence: Sentence) -> int:
        """As in "four axes, starting with the ports, which …", the others told next; the token to go on with."""
        group = self._just_counted(found, index)
        words, begins = self.doc.words, self.lexicon.starters.begins
        spots = (i for i in range(found.right, sentence.last) if begins(words[i]) and self._starts(i)) if group else ()
        at = next(iter(spots), 0)
        start = at + self.lexicon.starters.match(self.tokens, at, sentence.last)
        label = self._weighed(start, self._next_step(start, sentence), GAPPED) if at else None
        if group is None or label is None:
            return end
        if group not in self.groups:
            self.candidates.remove(group)
        return self._steps_on(group, self._ordinal_item(group, label, 1, index), index, sentence)

    def _starts(self, i: int) -> bool:
        return self.lexicon.starters.match(self.tokens, i, len(self.tokens)) > 0

    def _just_counted(self, found: Announcement, index: int) -> Group | None:
        """The group, still empty, that the announcement opened or that only its count speaks for."""
        if self.words.stages & set(found.noun.words):
            return None  # "three phases, starting with a launch in May"
        for groups in (self.groups, self.candidates):
            group = groups[-1] if groups else None
            if group and group.sentence == index and group.noun == found.noun and group.count and not group.items:
                return group
        return None

    def _adopted(self, rank: int | None, index: int) -> Group | None:
        """The group that the sentence before announced without a number ("citing its levers."), for its first part."""
        group = self.pending
        if rank != 1 or group is None or group in self.groups or index - group.sentence > 1:
            return None
        group.is_implicit = True
        return group

    def _first_of_all(self, i: int, n: int, rank: int, index: int) -> Group | None:
        """As in "Firstly, the plan X will …", where nothing announced what is counted."""
        k = i + n + (i + n < len(self.tokens) and self.tokens[i + n].text == ",")
        told = self._told_last(index) if self.lexicon.pronouns.match(self.tokens, k, len(self.tokens) - 1) else None
        if rank == 1 and told is not None and self.tokens[k + 1].verb == "Fin":
            return Group(Noun("axis", False, True, None, ()), None, told, None, index, 0.75, is_implicit=True)
        named = next(iter(self.mentions.within(i + n + 1, i + n + 4)), None)
        is_subject = named is not None and named[1] < len(self.tokens) and self.tokens[named[1]].verb == "Fin"
        if rank != 1 or named is None or not is_subject:
            return None
        return Group(Noun("axis", False, True, None, ()), None, named[2], None, index, 0.75, is_implicit=True)

    def _first_provided(self, i: int, n: int, index: int, sentence: Sentence) -> Group | None:
        """As in "The plan provides, in the first place, for …": the verb stands before the adverb at `i`."""
        named = self.references.within(sentence.first, i)
        behind = self.tokens[i + n : i + n + 1]
        is_step = self._next_step(i + n, sentence) < sentence.last
        if behind and behind[0].folded in self.words.lists.linking and behind[0].pos == "ADP" and not is_step:
            return None  # "rests above all on A, B and C"
        at = i - (self.tokens[i - 1].text == ",")
        if not named or named[0][0] - sentence.first > MAX_ADDED or not self._verb_ends_at(at, sentence):
            return None
        is_aim = any(self.lexicon.aims.match(self.tokens, k, at) == at - k for k in range(at - 2, at))
        is_aim = is_aim or self._kind_of_verb(at, sentence) == "objective"
        kind: PillarKind = "objective" if is_aim else "axis"
        return Group(Noun(kind, False, True, None, ()), None, named[-1][2], None, index, 0.85, is_implicit=True)

    def _verb_ends_at(self, end: int, sentence: Sentence) -> bool:
        """Whether "provides for", "prévoit" or the like ends right before `end`."""
        starts = [k for k in range(max(sentence.first + 1, end - 3), end) if self.tokens[k].pos != "ADP"]
        verbs = (self.lexicon.aims, self.lexicon.all_verbs)
        is_known = any(v.match(self.tokens, k, end) == end - k for k in starts for v in verbs)
        return is_known or self._kind_of_verb(end, sentence) is not None

    def _kind_of_verb(self, end: int, sentence: Sentence) -> PillarKind | None:
        """What the parts behind "aims to", "comprend" are, where such a verb ends right before `end`."""
        starts = [k for k in range(max(sentence.first + 1, end - 3), end) if self.tokens[k].pos != "ADP"]
        return next(
            (
                kind
                for kind, v in self.lexicon.bulleted_verbs
                for k in starts
                if v.match(self.tokens, k, end) == end - k
            ),
            None,
        )
