"""Which plan a passage of an article is about, where the passage itself names none or several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.extract.plans import main_plan
from pipelines.extract.ranges import Sorted

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Sentence
    from pipelines.extract.figure_lexicon import FigureLexicon
    from pipelines.extract.records import Pillar, Plan

# Characters between an amount and the plan that it is attributed to.
_BESIDE = 4
# Words that a sentence opens with: what it speaks of.
_OPENING = 10
# Tokens between a plan and what relates it to something else: behind a name's own introduction, a noun needs none.
_NAME = 9
_NOUN = 3


class Topics:
    """Which plan each place of the article speaks of: the one that it is about, but for passages on another."""

    def __init__(self, doc: Document, plans: Sequence[Plan], pillars: Sequence[Pillar], lexicon: FigureLexicon) -> None:
        self.doc, self.words = doc, lexicon
        self.main = main_plan(plans)
        self.is_alone = len(plans) < 2
        mentions = sorted((s.start, n) for n, p in enumerate(plans) for s in p.spans)
        self.mentions = Sorted(mentions, lambda m: m[0])
        self.named = {start for start, _ in mentions}
        told = sorted({*mentions, *((s.start, n) for n, p in enumerate(plans) for s in p.references)})
        self.told = Sorted(told, lambda m: m[0])
        topics = [m for m in told if not self._is_framed(m[0]) and not self._is_within(m[0])]
        topics += ((s.start, pillar.plan) for pillar in pillars for s in pillar.spans)
        first_of: dict[int, tuple[int, int]] = {}
        for start, n in sorted(topics):
            first_of.setdefault(doc.sentence_index(start), (start, n))
        self.topics = Sorted(first_of.values(), lambda m: m[0])

    def plan_at(self, offset: int, end: int) -> int | None:
        """The plan of the figure `[offset, end)`: named last before it in its sentence, else its paragraph's topic.

        A paragraph that opens with "it" or "its" goes on with the topic of the one before.
        """
        if self.is_alone:
            return self.main
        sentence = self.doc.sentence_at(offset)
        behind = self.doc.token_at(end)
        if (own := self._named_beside(sentence, offset, end, behind)) is not None:
            return own
        if (subject := self._fronted_to(sentence, end, behind)) is not None:
            return subject
        first = self.doc.block_of(sentence).start
        before = [t.folded for t in self.doc.sentence_tokens(sentence)[:_OPENING] if t.end <= offset]
        if self.words.total_phrases.length_at(self.doc.tokens, sentence.first, sentence.last):
            return self.main  # "In all, 70,000 jobs are at stake"
        is_latter = not self.words.latters.isdisjoint(before)
        topics = (self.mentions if is_latter else self.topics).within(first, offset)
        if topics:
            return topics[-1][1]
        is_opened = sentence.start == first and bool(before) and before[0] in self.words.openers
        if sentence.block == 0 or (not is_opened and self.words.possessives.isdisjoint(before)):
            return self.main
        carried = self.topics.within(self.doc.blocks[sentence.block - 1].start, first)
        return carried[-1][1] if carried else self.main

    def _named_beside(self, sentence: Sentence, offset: int, end: int, i: int) -> int | None:
        """The plan that the figure's sentence says it is of: right behind it, as who tells or gets it, or before it."""
        behind = self.mentions.within(end, min(sentence.end, end + _BESIDE))
        if behind:  # "the 750 million Rural Roads programme"
            return behind[0][1]
        teller = self.teller(sentence, i)
        if teller is None:
            teller = self._receiver(sentence, i)
        if teller is not None:
            return teller
        for start, n in reversed(self.told.within(sentence.start, offset)):
            is_name = start in self.named
            if not (self._is_within(start) if is_name else self._is_framed(start, ",")):
                return n
        return None

    def teller(self, sentence: Sentence, i: int) -> int | None:
        """As in "the 80 percent that the X Plan has in its sights": the subject of the relative clause at token `i`."""
        tokens = self.doc.tokens
        near = tokens[i : min(i + _NOUN, sentence.last)]
        relative = next((t.i for t in near if t.verb or t.folded in self.words.object_relatives), sentence.last)
        if relative + 1 >= sentence.last or tokens[relative].verb:
            return None
        stop = next((t.start for t in tokens[relative : sentence.last] if t.verb == "Fin" or t.text == ","), 0)
        behind = self.told.within(tokens[relative].end, stop) if stop else []
        return behind[0][1] if behind else None

    def _receiver(self, sentence: Sentence, i: int) -> int | None:
        """As in "loans of 220 million, for the X Programme": the plan that an amount before token `i` goes to."""
        tokens = self.doc.tokens
        near = tokens[i : min(i + _NAME, sentence.last)]
        meant = next((t for t in near if t.verb == "Fin" or t.folded in self.words.destination_verbs), None)
        if meant is None or meant.folded not in self.words.destination_verbs:
            return None
        named = self.mentions.within(meant.end, near[-1].end)
        return named[0][1] if named else None

    def _fronted_to(self, sentence: Sentence, end: int, i: int) -> int | None:
        """As in "Put at 40 million, the X Plan …": the subject behind the comma of what opens the sentence."""
        tokens = self.doc.tokens
        if "," not in self.doc.words[i : sentence.last]:
            return None
        stop = next((k for k in range(i, sentence.last) if tokens[k].verb == "Fin"), i)
        opening = tokens[sentence.first + 1 : i]  # its first word may be a participle that looks finite ("Put at")
        if any(t.verb == "Fin" for t in opening) or "," not in self.doc.words[i:stop]:
            return None
        behind = self.told.within(end, tokens[stop].start)
        return behind[-1][1] if behind else None

    def _is_within(self, start: int) -> bool:
        """Whether the plan is only where something is: "logés dans l'agenda ..."."""
        sentence = self.doc.sentence_at(start)
        i = self.doc.token_at(start)
        return not self.words.containers.isdisjoint(self.doc.words[max(sentence.first + 1, i - 3) : i])

    def _is_framed(self, start: int, stop: str = "") -> bool:
        """Whether the plan is only what the sentence's subject relates to ("succède à", "dans le cadre de").

        Args:
            stop: the sign that parts what stands before it from the plan.
        """
        sentence = self.doc.sentence_at(start)
        i = self.doc.token_at(start)
        reach = _NAME if start in self.named else _NOUN
        for token in reversed(self.doc.tokens[max(sentence.first + 1, i - reach) : i]):
            if token.text == stop:
                return False
            if token.folded in self.words.frames:
                return True
            if token.folded in self.words.relatives and self._is_relative(token.i):
                return True
        return False

    def _is_relative(self, i: int) -> bool:
        """Whether the pronoun at token `i` starts a relative clause; what is said follows a verb ("said that")."""
        return self.doc.tokens[i - 1].pos not in ("VERB", "AUX")
