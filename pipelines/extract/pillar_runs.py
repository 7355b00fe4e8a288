"""Parts of a counted group that stand in clauses of one sentence or share one: "A opens the list; B follows; …".

The readers of single sentences take one part from each. What is read here needs a group that waits for more: clauses
between semicolons that tell a rank by a verb, several parts told at once ("The first two are A and B", "The other
three, C, D and E, …"), one more of the kind ("Another direction is F") and the one that a superlative picks out
("three directions, the costliest being G").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.dictionary import singulars
from pipelines.extract.enumerations import split_list
from pipelines.extract.pillar_series import SeriesReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.document import Sentence
    from pipelines.extract.pillar_tree import Group

MARKED = 0.9
LISTED = 0.9
_MAX_ITEM = 16  # tokens from a clause's start to the verb of its rank
_MAX_LEAD = 5  # tokens of "The other two pillars"

Range = tuple[int, int]
Told = dict[int, tuple[Range, float]]


class RunReader(SeriesReader):
    """Reads parts by clause and in twos and threes."""

    def _noun_phrase(self, first: int, last: int) -> tuple[Range, float] | None:
        """The label in `[first, last)`, where it is a thing or an act that nothing else is said of."""
        tokens = self.tokens
        if first >= last or tokens[first].pos in ("PRON", "ADV", "SCONJ") or self._number(first):
            return None
        if any(t.verb == "Fin" or t.text in ":;" for t in tokens[first + 1 : last]):
            return None
        found = self._weighed(first, last, MARKED)
        is_clause = found is not None and tokens[found[0][0]].verb == "Fin"
        return found if found and not is_clause and self._names_thing(*found[0]) else None

    def _is_due(self, rank: int, at: int, found: Told) -> bool:
        """Whether a part of that rank may stand at `at`: behind those before it, and before those behind it."""
        return all((label[0] < at) is (other < rank) for other, (label, _) in found.items() if other != rank)

    def _next_at(self, at: int, found: Told) -> int:
        """The rank behind those told before `at`."""
        return 1 + max((rank for rank, (label, _) in found.items() if label[0] < at), default=0)

    # ------------------------------------------------------------ clauses that tell a rank

    def _clauses(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence's pieces between semicolons, or before ", and" and ", then come" behind a verb."""
        first = sentence.first
        for i in range(sentence.first + 1, sentence.last):
            is_joined = self.tokens[i].pos == "CCONJ" and self.tokens[i - 1].text == ","
            is_joined = is_joined and any(t.verb == "Fin" for t in self.tokens[first:i])
            is_joined = is_joined or (self.tokens[i].text == "," and self._begins_arrival(i + 1, sentence))
            if self.tokens[i].text == ";" or is_joined:
                yield replace(sentence, first=first, last=i)
                first = i + 1
        if first < sentence.last:
            yield replace(sentence, first=first)

    def _begins_arrival(self, i: int, sentence: Sentence) -> bool:
        """Whether "then come A and B" stands at `i`."""
        n, _ = self._arrival(i, sentence.last)
        return n > 1 and i + n < sentence.last and self.tokens[i + n].pos in ("DET", "NOUN", "ADJ", "PROPN")

    def _arrivals(self, group: Group, sentence: Sentence, found: Told) -> None:
        """As in "A opens the list; B follows close behind; in third place is C": a rank for each clause."""
        for clause in self._clauses(sentence):
            told = self._arrives_after(clause, found) or self._arrives_behind(clause) or self._arrives_before(clause)
            if told is None:
                continue
            rank, item, closes = told
            rank = rank or (group.count or 0 if closes else self._next_at(item[0], found))
            if rank in found or rank > (group.count or 0) or not self._is_due(rank, item[0], found):
                continue
            label = self._noun_phrase(*item)
            told_of = any(a < item[1] and item[0] < b for (a, b), _ in found.values())
            if label and not told_of and not self._is_known(label[0]):
                found[rank] = label

    def _arrives_behind(self, clause: Sentence) -> tuple[int, Range, bool] | None:
        """Rank and item of "B follows close behind", "B, with two crews, is next"; whether it closes the list."""
        tokens, last = self.tokens, clause.last
        first = self._past_circumstance_of(clause)
        comma = 0
        for i in range(first + 1, min(last, first + _MAX_ITEM)):
            if tokens[i].text == ",":
                comma = comma or i
                continue
            n, rank = self._arrival(i, last)
            if not n:
                continue
            behind = tokens[i + n] if i + n < last else None
            if behind and behind.text[0].isalnum() and behind.pos not in ("ADP", "CCONJ"):
                return None
            if comma and tokens[i - 1].text != ",":
                return None
            return rank, (first, comma or i), self.lexicon.completing.match(tokens, i, last) > 0
        return None

    def _arrives_before(self, clause: Sentence) -> tuple[int, Range, bool] | None:
        """The same of "In third place is C", "Third comes C"."""
        tokens, last = self.tokens, clause.last
        first = self._past_circumstance_of(clause)
        n, rank = self._arrival(first, last)
        if not n:
            n, rank = self._rank_phrase(first, last)
            verb = self.lexicon.rank_verbs.match(tokens, first + n, last) if n else 0
            n = n + verb if verb else 0
        start = first + n
        if not n or start >= last or tokens[start].pos not in ("DET", "NOUN", "ADJ", "PROPN"):
            return None
        return rank, (start, last), False

    def _arrives_after(self, clause: Sentence, found: Told) -> tuple[int, Range, bool] | None:
        """The same of "Behind A comes B", "À A, qui forme le premier, succède B", where A is known."""
        tokens, first = self.tokens, clause.first
        near = range(first, first + 3)
        if tokens[first].pos != "ADP" or self.lexicon.adverbs.match(tokens, first, clause.last):
            return None
        rank = next((r for r, (label, _) in found.items() if label[0] in near), 0)
        if not rank:
            return None
        for i in range(found[rank][0][1], clause.last - 1):
            is_verb = tokens[i].folded in self.words.coming_next
            if is_verb and tokens[i + 1].pos in ("DET", "NOUN", "ADJ", "PROPN"):
                return rank + 1, (i + 1, clause.last), False
        return None

    def _share_out(self, group: Group, found: Told) -> None:
        """As in "Then come A and B; C closes the list": two ranks where one was read, if a gap is left."""
        for rank, ((first, last), weight) in sorted(found.items()):
            missing = next((n for n in range(1, (group.count or 0) + 1 - rank) if rank + n in found), None)
            if missing is None or missing < 2:
                continue
            before = self.tokens[max(0, first - 4) : first]
            if not any(t.folded in self.words.plural_verbs for t in before):
                continue
            listing = split_list(self.tokens, first, last, missing, self.grammar)
            labels = [label for a, b in listing.items if (label := self._item_label(a, b))] if listing else []
            if len(labels) == missing:
                found.update({rank + n: (label, weight) for n, label in enumerate(labels)})

    # ------------------------------------------------------------ several at once, one more

    def _shared(self, group: Group, sentence: Sentence, found: Told) -> None:
        """As in "The first two are A and B", "The other three, C, D and E, …": as many as the number says."""
        for i in range(sentence.first, sentence.last - 1):
            lead = self._several_lead(group, i, sentence.last) if self._is_definite(i) else None
            if lead is None:
                continue
            count, rank, k = lead
            rank = rank or (group.count or 0) - count + 1
            is_free = not any(rank + n in found for n in range(count)) and (rank == 1 or rank - 1 in found)
            parts = self._parts_behind(k, sentence.last) if i == sentence.first else self._parts_before(i, sentence)
            labels = self._as_many(parts, count) if is_free and parts else []
            found.update({rank + n: (label, LISTED) for n, label in enumerate(labels)})
            return

    def _is_definite(self, i: int) -> bool:
        return self.tokens[i].folded in self.words.definite

    def _as_many(self, parts: Range, count: int) -> list[Range]:
        """The labels of the list in `parts`, none unless there are as many as counted."""
        is_governed = self.tokens[parts[0] - 1].pos == "ADP"
        for first in (parts[0] - 1, parts[0]) if is_governed else (parts[0],):
            listing = split_list(self.tokens, first, parts[1], count, self.grammar)
            labels = [label for a, b in listing.items if (label := self._item_label(a, b))] if listing else []
            if listing and len(labels) == count and not self._are_figures(listing.items):
                return labels
        return []

    def _parts_behind(self, k: int, last: int) -> Range | None:
        """Where the list behind "The other three" at `k` stands: between commas, behind a colon or a verb."""
        tokens = self.tokens
        if k < last and tokens[k].text in ",(":
            ends = (i for i in range(k + 1, last) if tokens[i].text in ",)" and self._is_predicate(i + 1, last))
            return k + 1, next(ends, last)
        colon = next((i for i in range(k, last) if tokens[i].text == ":"), 0)
        verbs = (self.lexicon.copulas, self.lexicon.contents, self.lexicon.content_verbs)
        n = max(v.match(tokens, k, last) for v in verbs) if k < last else 0
        start = colon + 1 if colon else k + n if n else last
        return (start, last) if start < last else None

    def _parts_before(self, i: int, sentence: Sentence) -> Range | None:
        """Where the list in "A, B and C make up the other three" stands, the number at `i`."""
        verbs = range(i - 1, max(sentence.first, i - 3), -1)
        verb = next((k for k in verbs if self.lexicon.naming_verbs.match(self.tokens, k, i) == i - k), 0)
        first = self._past_circumstance_of(sentence)
        return (first, verb) if first < verb else None

    def _is_predicate(self, i: int, last: int) -> bool:
        return i < last and (self.tokens[i].verb == "Fin" or self.tokens[i].pos == "AUX")

    def _several_lead(self, group: Group, i: int, last: int) -> tuple[int, int, int] | None:
        """Number, first rank (0 for the last ones) and the token behind "The first two pillars", "Les trois autres"."""
        tokens = self.tokens
        count = rank = None
        k = i + 1
        while k < min(last, i + 1 + _MAX_LEAD):
            forms = {tokens[k].folded, *singulars(tokens[k].folded, self.doc.language)}
            if count is None and (self._number(k) or 0) > 1:
                count = self._number(k)
            elif rank is None and (tokens[k].folded in self.words.others or not forms.isdisjoint(self.words.last)):
                rank = 0
            elif rank is None and 1 in map(self.words.ordinals.get, forms):
                rank = 1
            else:
                break
            k += 1
        noun = self._noun(k, last)
        k += len(noun.words) if noun and noun.is_plural and noun.kind == group.noun.kind else 0
        return (count, rank, k) if count is not None and rank is not None and count < (group.count or 0) else None

    def _another(self, group: Group, sentence: Sentence, found: Told) -> None:
        """As in "Another direction is the metering of homes": the next of the kind."""
        n = self.lexicon.another.match(self.tokens, sentence.first, sentence.last)
        noun = self._noun(sentence.first + n, sentence.last) if n else None
        if noun is None or noun.is_plural or noun.kind != group.noun.kind:
            return
        told = self._content(sentence.first + n + len(noun.words), sentence, has_noun=True, is_elliptic=False)
        rank = self._next_at(sentence.first, found)
        is_free = rank not in found and rank <= (group.count or 0) and self._is_due(rank, sentence.first, found)
        if told and is_free and self._names_thing(*told[0]) and not self._is_known(told[0]):
            found[rank] = (told[0], MARKED)

    def _is_known(self, label: Range) -> bool:
        """Whether a component of any group overlaps with the label."""
        return any(c.label[0] < label[1] and label[0] < c.label[1] for g in self.groups for c in g.items)

    def _picked_out(self, sentence: Sentence) -> tuple[Range, float] | None:
        """As in "three directions, the most visible being, of course, the reactors": what a superlative is said of."""
        for i in range(sentence.first + 3, sentence.last - 2):
            if self.tokens[i].text in ",(" and (start := self._past_superlative(i + 1, sentence.last)):
                if start < sentence.last and self.tokens[start].text == ",":
                    start = next((k + 1 for k in range(start + 1, sentence.last) if self.tokens[k].text == ","), start)
                return self._noun_phrase(start, sentence.last) if start < sentence.last else None
        return None

    def _begin(self, group: Group, index: int) -> None:
        """Add what the sentence that announces the parts names as the first of them."""
        if group.count and not group.items and not group.is_fallback and (first := self._begun_with(group)):
            self._ordinal_item(group, first, 1, index)

    def _begun_with(self, group: Group) -> tuple[Range, float] | None:
        """As in "three goals, starting with clean water." in the sentence that announces them."""
        sentence = self.doc.sentences[group.sentence]
        for i in range(sentence.first + 2, sentence.last - 1):
            if n := self.lexicon.beginning.match(self.tokens, i, sentence.last):
                return self._noun_phrase(i + n, sentence.last)
        return self._picked_out(sentence)
