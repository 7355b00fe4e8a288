"""Components whose rank stands beside them: "X comes top", "Y se classe deuxième", "In third place is Z".

A sentence can name the place that a component has among those announced instead of beginning with an ordinal:
behind the item ("X vient en tête"), before it ("En troisième lieu figure X"), in a cleft ("c'est X qui arrive en
tête"), or as what closes the list ("X ferme la marche"). All of them need a group that waits for that rank.
"""

from __future__ import annotations

from pipelines.extract.document import Sentence
from pipelines.extract.enumerations import phrase_parts
from pipelines.extract.pillar_steps import StepReader

_MAX_ITEM = 14  # tokens from a sentence's start to the verb of its rank
_NEAR_VERB = 3  # tokens of "se classe", "comes in" before a rank
_NEAR_RELATIVE = 6  # tokens of "que s'intéresse le" before a rank
_SAID = 0.95
_NEXT = 0


class RankReader(StepReader):
    """Reads sentences that tell a component's rank by a verb."""

    def _ranked(self, index: int, sentence: Sentence) -> int:
        """The component of the sentence and its rank; returns the token to go on with, 0 for none."""
        if self._open_group(index, is_started=False) is None:
            return 0
        return self._rank_first(index, sentence) or self._rank_last(index, sentence)

    def _rank_last(self, index: int, sentence: Sentence) -> int:
        """As in "X comes second", "c'est X qui arrive en tête", "X ferme la marche"."""
        first = self._past_circumstance_of(sentence)
        cleft = self.lexicon.clefts.match(self.tokens, first, sentence.last)
        first += cleft
        for i in range(first + 1, min(sentence.last, first + _MAX_ITEM)):
            if self.tokens[i].text in ",:;":
                return 0
            n, rank = self._arrival(i, sentence.last)
            if not n:
                continue
            behind = self.tokens[i + n] if i + n < sentence.last else None
            if behind and behind.text[0].isalnum() and behind.pos not in ("ADP", "CCONJ"):
                return 0
            end = i - (cleft > 0 and self.tokens[i - 1].pos in ("PRON", "SCONJ"))
            closes = self.lexicon.completing.match(self.tokens, i, sentence.last) > 0
            told = self._place(index, rank, (first, end), closes=closes)
            return max(told, i + n) if told else 0
        return 0

    def _rank_first(self, index: int, sentence: Sentence) -> int:
        """As in "En troisième lieu figure X", "In third place is X", "Ferme la marche X"."""
        first = self._past_circumstance_of(sentence)
        n, rank = self._arrival(first, sentence.last)
        if not n:
            n, rank = self._rank_phrase(first, sentence.last)
            verb = self.lexicon.rank_verbs.match(self.tokens, first + n, sentence.last) if n else 0
            n = n + verb if verb else 0
        start = first + n
        if not n or start >= sentence.last or self.tokens[start].pos not in ("DET", "NOUN", "ADJ", "PROPN", "VERB"):
            return 0
        group = self._open_group(index, is_started=True) if rank == _NEXT else None
        if group and (end := self._several_next(group, start, sentence)):
            return end
        return self._place(index, rank, (start, sentence.last))

    def _place(self, index: int, rank: int, item: tuple[int, int], *, closes: bool = False) -> int:
        """Add the item at its rank, `_NEXT` for the one that comes next, where a group waits for it."""
        group = self._open_group(index, is_started=rank != 1)
        if group is None or rank not in (_NEXT, len(group.items) + 1):
            return 0
        if self.tokens[item[0]].folded in self.words.demonstratives:
            return 0  # "This text follows"
        if self.tokens[item[0]].pos in ("PRON", "ADV", "ADP") and self.tokens[item[0]].verb != "Inf":
            return 0
        found = self._weighed(*item, _SAID)
        rank = rank or (closes and group.count) or _NEXT
        return self._ordinal_item(group, found, rank or None, index) if found else 0

    def _cleft(self, i: int, index: int, sentence: Sentence) -> int:
        """As in "C'est à l'école que revient le deuxième", "it is roads that the third targets"; the token behind."""
        before = self.doc.words[max(sentence.first, i - _NEAR_RELATIVE) : i]
        if self.words.clefting.isdisjoint(before) or self.tokens[i - 1].pos != "DET":
            return 0
        relative = next(
            (k for k in range(i - 2, sentence.first, -1) if self.tokens[k].folded in self.words.clefting), i
        )
        is_told = relative + 2 < i or (i + 1 < sentence.last and self.tokens[i + 1].text[0].isalnum())
        if not is_told:
            return 0  # ", tandis que le troisième, consacré à …"
        for k in range(max(sentence.first, relative - _MAX_ITEM), relative - 1):
            n = self.lexicon.clefts.match(self.tokens, k, relative)
            if not n or any(t.text in ",;:" for t in self.tokens[k + n : relative]):
                continue
            start = k + n + (self.tokens[k + n].pos == "ADP")
            told = self._place(index, self.words.ordinals.get(self.tokens[i].folded, _NEXT), (start, relative))
            return max(told, i + 1) if told else 0
        return 0

    def _arrival(self, i: int, last: int) -> tuple[int, int]:
        """Length and rank of "comes first", "se classe deuxième", "ferme la marche" at `i`; (0, 0) for none."""
        if i >= last or not self.lexicon.arrivals.begins(self.tokens[i].folded):
            return 0, 0
        if n := self.lexicon.arriving.match(self.tokens, i, last):
            said = [t.folded for t in self.tokens[i : i + n]]
            return n, next((r for phrase, r in self.words.arriving.items() if phrase_parts(phrase) == said), _NEXT)
        verb = self.lexicon.rank_verbs.match(self.tokens, i, last)
        if not verb:
            return 0, 0
        n, rank = self._rank_phrase(i + verb, last)
        return (verb + n, rank) if n else (0, 0)

    def _rank_phrase(self, i: int, last: int) -> tuple[int, int]:
        """Length and rank of "en troisième lieu", "the second spot", "number four" at `i`; (0, 0) for none."""
        k = i
        while k < min(last, i + _NEAR_VERB) and (
            self.tokens[k].pos == "DET" or self.tokens[k].folded in self.words.lists.linking
        ):
            k += 1
        if k >= last:
            return 0, 0
        rank = self.words.ordinals.get(self.tokens[k].folded)
        is_last = self.tokens[k].folded in self.words.last
        if rank is None and not is_last:
            number = self.words.numbers.get(self.tokens[k + 1].folded) if k + 1 < last else None
            named = self.tokens[k].folded in self.words.rank_nouns
            return (k + 2 - i, number) if named and number else (0, 0)
        k += 1
        if k < last and self.tokens[k].folded in self.words.rank_nouns:
            k += 1
        elif k < last and self.tokens[k].text[0].isalnum() and not self._comes_adverbially(i, k, last):
            return 0, 0
        return k - i, rank or _NEXT

    def _comes_adverbially(self, i: int, k: int, last: int) -> bool:
        """As in "En deuxième vient l'agence": a preposition before the rank and a verb of arriving behind it."""
        return self.tokens[i].pos == "ADP" and self.lexicon.rank_verbs.match(self.tokens, k, last) > 0

    def _past_circumstance_of(self, sentence: Sentence) -> int:
        """The token behind "In order of cost," at the sentence's start, unless that is a rank, else its first."""
        is_rank = self._rank_phrase(sentence.first, sentence.last)[0] > 0
        return sentence.first if is_rank else self._past_circumstance(sentence)
