"""Parts told one after the other in free words, once a number has announced how many there are.

Nothing but the count is sure: of "five pillars" the text may say that "Roads form the second", that "Harbours (four)
and sport (five) share the rest", that "the third, schools, takes most of the money", and tell one between the second
and the fourth without any rank. This reader comes last and fills only the ranks that the others left open, each
between those before and behind it. A group that nothing ties to a plan must be filled whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipelines.extract.enumerations import DASHES, split_list
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_runs import LISTED, MARKED, Range, RunReader, Told
from pipelines.extract.pillar_tree import Component, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.document import Sentence
    from pipelines.extract.pillar_lexicon import Noun

_REACH = 5  # sentences behind the last part that may tell the next
_PAIR = 3  # tokens of "five and six"
_MAX_SUBJECT = 14  # tokens from a clause's start to its verb
_MAX_PREDICATE = 6  # tokens between a verb and the rank behind it
_MAX_QUALITY = 8  # tokens of "and dearest to her"
_MAX_INVERTED = 8  # tokens of "rounding off the quartet"
_MAX_LEAD = 6  # tokens of "As for the social pillar"
_BETWEEN = 0.85
_QUALITY = 0.84
_MAX_CANDIDATES = 12


@dataclass(frozen=True, slots=True)
class _Mark:
    """A rank at tokens `[first, last)`."""

    rank: int
    first: int
    last: int


class WalkReader(RunReader):
    """Fills the ranks that no other reader found."""

    def _walk(self) -> None:
        """Walk through the sentences behind every announcement whose parts are not all known."""
        for group in list(self.groups):
            is_due = group.count and not group.is_list and not group.is_fallback and len(group.items) < group.count
            if is_due and not self._is_told_elsewhere(group):
                self._walk_group(group)
                self._by_quality(group)
        if any(g.items for g in self.groups):
            return
        for group in self.candidates[:_MAX_CANDIDATES]:
            self._walk_group(group)
            if len(group.items) == group.count:
                self.groups.append(group)
                return

    def _settle_ranks(self, group: Group) -> None:
        """Give the last of the parts, which may have been told with no rank of its own, the last rank."""
        if len(group.items) > 1 and group.items[-1].rank <= group.items[-2].rank:
            group.items[-1].rank = group.count or group.items[-1].rank

    def _is_told_elsewhere(self, group: Group) -> bool:
        """Whether nothing was told of it and another announcement of such parts has them ("three axes" in a lead)."""
        others = (g for g in self.groups if g is not group and g.items and not g.is_fallback)
        return not group.items and any(g.noun.kind == group.noun.kind and g.parent is None for g in others)

    def _walk_group(self, group: Group) -> None:
        self._settle_ranks(group)
        found: Told = {c.rank: (c.label, 0.0) for c in group.items}
        known = set(found)
        index, end = group.sentence + 1, group.sentence + 1 + _REACH
        while index < min(end, len(self.doc.sentences)) and len(found) < (group.count or 0):
            sentence = self.doc.sentences[index]
            if self._tells(group, index, sentence, found) or any(
                sentence.first <= label[0] < sentence.last for label, _ in found.values()
            ):
                end = index + 1 + _REACH
            index += 1
        if len(found) < (group.count or 0):
            self._share_out(group, found)
            for c in group.items:
                if c.rank in found and found[c.rank][0] != c.label:
                    c.label = found[c.rank][0]
                    c.spans = [self.doc.span(*c.label)]
        self._between(group, found)
        is_stage = bool(self.words.stages & set(group.noun.words))
        if len(found) < (group.count or 0) or is_stage:
            found = {rank: told for rank, told in found.items() if told[1] != _QUALITY}
        if not known and (1 not in found or len(found) < max(2, (group.count or 0) - 1)):
            return
        for rank in sorted(set(found) - known):
            label, weight = found[rank]
            self._add(group, label, rank, group.confidence * weight)
        group.items.sort(key=lambda c: c.rank)

    # ------------------------------------------------------------ parts known by a quality

    def _by_quality(self, group: Group) -> None:
        """As in "Trois volets. Au volet social …. Le volet économique …": the noun with as many qualities."""
        found: list[Range] = []
        if group.items:
            return
        for sentence in self.doc.sentences[group.sentence + 1 : group.sentence + 1 + 2 * _REACH]:
            label = self._with_quality(group, sentence)
            if label and all(self._text(label) != self._text(other) for other in found):
                found.append(label)
            if len(found) == group.count:
                break
        if len(found) != group.count:
            return
        for rank, label in enumerate(found, 1):
            self._add(group, label, rank, group.confidence * MARKED)
        self._take_parts(group)

    def _with_quality(self, group: Group, sentence: Sentence) -> Range | None:
        """The noun with its adjective near the sentence's start: "the social pillar", "au volet économique"."""
        tokens, last = self.tokens, sentence.last
        for i in range(sentence.first, min(last, sentence.first + _MAX_LEAD)):
            if not self._is_singular_of(group, i):
                if tokens[i].pos in ("DET", "ADP", "ADV", "ADJ", "CCONJ"):
                    continue
                return None
            noun = self._noun(i, last)
            first, end = i, i + (len(noun.words) if noun else 1)
            while end < last and tokens[end].pos == "ADJ":
                end += 1
            while first > sentence.first and tokens[first - 1].pos == "ADJ":
                first -= 1
            is_ranked = any(self._says_rank(k) for k in range(first, end))
            return (first, end) if end - first == (len(noun.words) if noun else 1) + 1 and not is_ranked else None
        return None

    def _says_rank(self, k: int) -> bool:
        return self.tokens[k].folded in self.words.ordinals or self.tokens[k].folded in self.words.last

    def _take_parts(self, group: Group) -> None:
        """Let what the sentence of each component announces or counts be its parts."""
        noun: Noun | None = None
        for component in group.items:
            index = self._sentence_of(component.label[0])
            below = (g for g in self.groups if g.sentence == index and g.parent is None and g is not group)
            for other in below:
                if other.items and other.items[0].label[0] >= component.label[1]:
                    other.parent, noun = component, other.noun
        for component in group.items:
            if noun and not any(g.parent is component for g in self.groups):
                self._counted_below(component, noun)

    def _counted_below(self, component: Component, noun: Noun) -> None:
        """As in "Le volet écologique en réunit deux, à savoir A et B", "the second has only one, A"."""
        tokens = self.tokens
        index = self._sentence_of(component.label[0])
        last = self.doc.sentences[index].last
        for k in range(component.label[1], last - 2):
            count = self._number(k)
            if not count or tokens[k + 1].text not in ",:(":
                continue
            start = k + 2
            start += self.lexicon.list_openers.match(tokens, start, last)
            start += start < last and tokens[start].text == ":"
            listing = split_list(tokens, start, last, count, self.grammar) if count > 1 and start < last else None
            items = listing.items if listing else [(start, last)]
            labels = [label for a, b in items if (label := self._item_label(a, b))]
            if len(labels) == count:
                below = Group(noun, count, component.group.plan, component, index, component.group.confidence)
                below.is_list = True
                self.groups.append(below)
                for rank, label in enumerate(labels, 1):
                    self._add(below, label, rank, below.confidence * LISTED)
            return

    # ------------------------------------------------------------ one sentence

    def _tells(self, group: Group, index: int, sentence: Sentence, found: Told) -> bool:
        """Add what the sentence tells of missing ranks; whether it tells any."""
        marks = list(self._marks(group, sentence))
        before = len(found)
        for at, mark in enumerate(marks):
            if mark.rank in found or not self._is_due(mark.rank, mark.first, found):
                continue
            limit = marks[at + 1].first if at + 1 < len(marks) else sentence.last
            begin = marks[at - 1].last if at else sentence.first
            if at and self._goes_before(marks[at - 1], found) and not self._says(mark.first - 1):
                begin = mark.first  # "Mission 5 deals with seed, mission 6 with rail"
            told = self._told_at(mark, begin, limit, sentence)
            if told is None and at and marks[at - 1].rank in found:
                told = self._without_verb(mark, begin, limit)
            if told and not self._is_known(told[0]):
                found[mark.rank] = told
        if not marks and (told := self._by_degree(sentence)) and not self._is_known(told[0]):
            above = max(found, default=0)
            step = index - self._sentence_of(found[above][0][0]) if above else 1  # one may stand between
            found.setdefault(min(above + min(max(step, 1), 2), group.count or 0), told)
        self._arrivals(group, sentence, found)
        self._another(group, sentence, found)
        self._shared(group, sentence, found)
        self._paired_ranks(group, sentence, found)
        self._trailing(group, sentence, found)
        self._last_one(group, index, sentence, found)
        return len(found) > before

    def _marks(self, group: Group, sentence: Sentence) -> Iterator[_Mark]:
        i = sentence.first
        while i < sentence.last:
            mark = self._mark(i, group, sentence)
            if mark and mark.rank <= (group.count or 0):
                yield mark
                i = mark.last
            else:
                i += 1

    def _mark(self, i: int, group: Group, sentence: Sentence) -> _Mark | None:
        """The rank that starts at `i`: "the third and dearest", "pillar two", "l'axe n° 3", "(four)"."""
        tokens, last = self.tokens, sentence.last
        if tokens[i].text == "(":
            return self._bracketed(i, group, sentence)
        k = i + (tokens[i].pos == "DET")
        if k >= last:
            return None
        if rank := self.words.ordinals.get(tokens[k].folded) or (group.count if self._is_last(k) else None):
            k = self._past_quality(k + 1, last)
            noun = self._noun(k, last)
            if noun and noun.kind == group.noun.kind:
                k += len(noun.words)
            elif k < last and tokens[k].folded in self.words.rank_nouns | self.words.pronoun_nouns:
                k += 1
            elif k < last and (tokens[k].pos in ("NOUN", "PROPN") or self._number(k)):
                is_gapped = i > sentence.first and tokens[i - 1].text in ",;" and k + 1 < last
                if not (is_gapped and tokens[k + 1].text in ",;"):
                    return None  # "the second dam", but "the third is credit, the fourth research, …"
            return _Mark(rank, i, k)
        noun = self._noun(k, last)
        if noun is None or noun.is_plural or noun.kind != group.noun.kind:
            return None
        k += len(noun.words)
        while k < min(last - 1, i + 6) and tokens[k].text.lower() in ("n", "°", "º", "n°", "no", "#"):
            k += 1
        rank = self._rank_at(k) if k + 1 < last else 0
        rank = rank or (self.words.ordinals.get(tokens[k].folded, 0) if k < last else 0)
        return _Mark(rank, i, k + 1) if rank else None

    def _bracketed(self, i: int, group: Group, sentence: Sentence) -> _Mark | None:
        """As in "(four)", "(strand one)", "(le deuxième)" at the bracket `i`."""
        tokens, last = self.tokens, sentence.last
        if i + 2 < last and tokens[i + 2].text == ")":
            rank = self._number(i + 1) or self.words.ordinals.get(tokens[i + 1].folded)
            return _Mark(rank, i, i + 3) if rank else None
        inner = self._mark(i + 1, group, sentence) if i + 1 < last and tokens[i + 1].text != "(" else None
        ends = inner is not None and inner.last < last and tokens[inner.last].text == ")"
        return _Mark(inner.rank, i, inner.last + 1) if inner and ends else None

    def _past_quality(self, k: int, last: int) -> int:
        """Past "and dearest to her", "et dernière", "et plus coûteux" behind an ordinal, if a verb or sign follows."""
        tokens = self.tokens
        while k < last and tokens[k].pos == "ADJ" and self._noun(k, last) is None:
            k += 1
        if k >= last or not self.grammar.conjunctions.match(tokens, k, last):
            return k
        for j in range(k + 1, min(last, k + _MAX_QUALITY)):
            if self._is_verb(j, last) or tokens[j].text == ",":
                return j if j > k + 1 else k
            if tokens[j].pos not in ("ADJ", "ADV", "DET", "ADP", "PRON", "NOUN"):
                return k
            if (noun := self._noun(j, last)) and not noun.is_plural:
                return j
        return k

    def _is_verb(self, i: int, last: int) -> bool:
        token = self.tokens[i]
        if token.verb == "Fin" or token.pos == "AUX":
            return True
        return bool(self.lexicon.naming_verbs.match(self.tokens, i, last)) and token.pos != "NOUN"

    # ------------------------------------------------------------ what a mark is said of

    def _told_at(self, mark: _Mark, begin: int, limit: int, sentence: Sentence) -> tuple[Range, float] | None:
        """The label of what has the rank: before it or behind it."""
        tokens = self.tokens
        start = self._clause_at(mark.first, begin)
        if tokens[mark.first].text == "(":
            item = self._item_start(mark.first, begin)
            verb = next((i for i in range(item + 1, mark.first) if self._is_verb(i, mark.first)), mark.first)
            return self._noun_phrase(item, verb)
        if start == mark.first or self._opener_before(mark.first, sentence) == start:
            return self._behind(mark.last, limit, sentence)
        is_apposed = tokens[mark.first - 1].text == "," and mark.last < sentence.last
        if is_apposed and tokens[mark.last].text in ",)":
            return self._noun_phrase(start, mark.first - 1)
        return self._subject_of_rank(mark, start, sentence)

    def _behind(self, k: int, limit: int, sentence: Sentence) -> tuple[Range, float] | None:
        """What follows "the third": a verb and its object, a sign, or, the verb left out, a preposition."""
        tokens = self.tokens
        last = limit
        while last > k and (tokens[last - 1].pos == "DET" or tokens[last - 1].text in ",;"):
            last -= 1
        if trail := self._trail_in(k, last):
            last = trail[0]
        if k + 1 >= last:
            return None
        part = replace(sentence, last=last)
        if tokens[k].text == "," and tokens[k + 1].pos == "ADP":
            return self._weighed(k + 2, last, MARKED)
        verb = k + (tokens[k].pos == "PRON")
        if self._is_verb(verb, last) and not self.lexicon.content_verbs.match(tokens, verb, last):
            n = self.lexicon.rank_verbs.match(tokens, verb, last)
            return self._weighed(verb + n, last, MARKED) if n else None
        if quality := self._quality(k, last):
            return quality
        found = self._content(k, part, has_noun=False, is_elliptic=True)
        return (found[0], MARKED) if found and found[1] >= _BETWEEN and self._names_thing(*found[0]) else None

    def _quality(self, k: int, last: int) -> tuple[Range, float] | None:
        """As in "The first is financial": an adjective alone, a judgement unless all of them are told."""
        n = self.lexicon.naming_verbs.match(self.tokens, k, last)
        at = k + n
        is_alone = n > 0 and at < last and self.tokens[at].pos == "ADJ" and self.tokens[k].verb == "Fin"
        is_alone = is_alone and (at + 1 >= last or self.tokens[at + 1].text in ".,:;")
        return ((at, at + 1), _QUALITY) if is_alone else None

    def _subject_of_rank(self, mark: _Mark, start: int, sentence: Sentence) -> tuple[Range, float] | None:
        """The subject of "Roads form the second", "Sport closes the list as pillar seven"."""
        tokens = self.tokens
        behind = tokens[mark.last] if mark.last < sentence.last else None
        ends = behind is None or not behind.text[0].isalnum() or behind.pos in ("ADP", "CCONJ", "SCONJ", "PRON")
        if not ends:
            return None
        begin = max(start + 1, mark.first - _MAX_PREDICATE)
        verbs = range(begin, min(mark.first, start + _MAX_SUBJECT))
        verb = next((i for i in verbs if self._is_verb(i, mark.first)), 0)
        verb = verb or next((i for i in verbs if tokens[i].pos == "VERB" and tokens[i].verb != "Part"), 0)
        verb = verb or next((i for i in verbs if self.lexicon.rank_verbs.match(tokens, i, mark.first)), 0)
        if not verb or any(t.text in ",;:" for t in tokens[verb : mark.first]):
            return None
        if tokens[verb - 1].pos == "PRON":
            verb -= 1  # "la route s'impose comme le deuxième"
            verb -= tokens[verb - 1].text == ","  # "As for roads, they come under the third"
        openers = (self.lexicon.topic_openers, self.lexicon.headings)
        topic = max(p.match(tokens, start, verb) for p in openers)
        topic = topic or int(tokens[start].pos == "ADP")  # "À la route revient le troisième"
        return self._noun_phrase(start + topic, verb) if verb > start + topic else None

    def _without_verb(self, mark: _Mark, begin: int, limit: int) -> tuple[Range, float] | None:
        """As in "Rail forms the second, and skills the third", "mission six with rail": the verb is the one before."""
        start = self._clause_at(mark.first, begin)
        if start < mark.first:
            return self._noun_phrase(start, mark.first)
        behind = mark.last + (mark.last < limit and self.tokens[mark.last].pos == "ADP")
        return self._noun_phrase(behind, limit) if behind < limit else None

    def _clause_at(self, i: int, begin: int) -> int:
        """First token of the clause in which `i` stands: behind a semicolon, or a comma and a conjunction."""
        tokens = self.tokens
        for k in range(i - 1, begin - 1, -1):
            if tokens[k].text in ";:" or (tokens[k].text in DASHES and tokens[k].space):
                return k + 1
            if tokens[k].text == "," and k == i - 1 and any(self._is_verb(j, k) for j in range(begin, k)):
                return i  # "The first is rail, the second …"
            if tokens[k].pos == "CCONJ" and k > begin and (tokens[k - 1].text == "," or k == i - 1):
                return k + 1
        begin += begin < i and (tokens[begin].text in ",;" or tokens[begin].pos == "CCONJ")
        begin += begin < i and (tokens[begin].pos == "CCONJ")
        return begin

    def _item_start(self, i: int, begin: int) -> int:
        """First token of the item that ends at `i`: behind a comma or the item before."""
        tokens = self.tokens
        commas = (k + 1 for k in range(i - 1, begin, -1) if tokens[k].text in ",;:")
        start = next(commas, begin)
        while start < i and (tokens[start].text in ",;" or tokens[start].pos == "CCONJ"):
            start += 1
        return start

    # ------------------------------------------------------------ parts without a rank of their own

    def _by_degree(self, sentence: Sentence) -> tuple[Range, float] | None:
        """As in "The heaviest is irrigation", "Le plus léger est la recherche": one of them, told by a superlative."""
        tokens, first = self.tokens, sentence.first
        if tokens[first].pos != "DET" or first + 3 >= sentence.last:
            return None
        word = tokens[first + 1]
        if word.folded not in self.words.superlatives and not self._is_highest(word):
            return None
        for k in range(first + 2, min(sentence.last - 1, first + _MAX_PREDICATE)):
            if n := self.lexicon.naming_verbs.match(tokens, k, sentence.last):
                return self._noun_phrase(k + n, sentence.last)
            if tokens[k].pos not in ("ADJ", "ADV") and k > first + 2:
                return None
        return None

    def _paired_ranks(self, group: Group, sentence: Sentence, found: Told) -> None:
        """As in "Missions 3 and 4 concern A and B", "Les deuxième et troisième axes portent sur A et B"."""
        tokens, last = self.tokens, sentence.last
        at = self._ranks_in_pair(group, sentence)
        rank = self._bare_rank(at) if at else None
        if rank is None or rank in found or rank + 1 in found or rank >= (group.count or 0):
            return
        for k in range(at + _PAIR, min(last, at + _MAX_SUBJECT)):
            n = max(v.match(tokens, k, last) for v in (self.lexicon.contents, self.lexicon.copulas))
            listing = split_list(tokens, k + n, last, 2, self.grammar) if n and k + n < last else None
            labels = [label for a, b in listing.items if (label := self._item_label(a, b))] if listing else []
            if len(labels) == 2 and self._is_due(rank, labels[0][0], found):
                found.update({rank: (labels[0], LISTED), rank + 1: (labels[1], LISTED)})
                return

    def _ranks_in_pair(self, group: Group, sentence: Sentence) -> int:
        """Where the first of two neighbouring ranks stands, right before or behind the plural of the noun, else 0."""
        nouns = self.lexicon.nouns
        for i in range(sentence.first, sentence.last - _PAIR):
            noun = self._noun(i, sentence.last) if self.tokens[i].folded in nouns else None
            if noun is None or not noun.is_plural or noun.kind != group.noun.kind:
                continue
            for at in (i + len(noun.words), i - _PAIR):
                if at < sentence.first or at + _PAIR >= sentence.last or self.tokens[at + 1].pos != "CCONJ":
                    continue
                if (rank := self._bare_rank(at)) is not None and self._bare_rank(at + 2) == rank + 1:
                    return at
        return 0

    def _bare_rank(self, i: int) -> int | None:
        rank = self.words.ordinals.get(self.tokens[i].folded) or self._number(i)
        return rank if rank and rank <= MAX_COUNT else None

    def _trail_in(self, first: int, last: int) -> Range | None:
        """Where "followed by", "ahead of" stand in `[first, last)`."""
        for i in range(first, last):
            if n := self.lexicon.trailing.match(self.tokens, i, last):
                return i - (self.tokens[i - 1].text == ","), i + n
        return None

    def _trailing(self, group: Group, sentence: Sentence, found: Told) -> None:
        """As in "…, followed by A and, last, B": the ranks behind the last one told."""
        tokens = self.tokens
        trail = self._trail_in(sentence.first, sentence.last)
        if trail is None:
            return
        is_new = 1 not in found and all(label[0] >= trail[1] for label, _ in found.values())
        first = self._first_before(trail[0], sentence) if is_new else None
        told = [r for r, (label, _) in found.items() if sentence.first <= label[0] < trail[0]]
        rank = 1 if first else max(told, default=0)
        behind = [(r, label[0]) for r, (label, _) in found.items() if label[0] >= trail[1]]
        nearest, limit = min(behind, default=((group.count or 0) + 1, sentence.last))
        last = min(limit, sentence.last)
        while trail[1] < last < sentence.last and (tokens[last - 1].text == "," or not self._says(last - 1)):
            last -= 1
        missing = nearest - 1 - rank
        if not rank or missing < 1 or trail[1] >= last or tokens[trail[1]].verb == "Inf":
            return
        listing = split_list(tokens, trail[1], last, missing, self.grammar) if missing > 1 else None
        items = listing.items if listing else [(trail[1], last)]
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if len(labels) != len(items) or len(labels) > missing or self._are_figures(items):
            return
        if is_new and len(labels) != missing:
            return
        if first:
            found[1] = first
        for n, label in enumerate(labels, rank + 1):
            found[n] = (label, LISTED)

    def _goes_before(self, mark: _Mark, found: Told) -> bool:
        """Whether what has that rank stands behind it."""
        return mark.rank in found and found[mark.rank][0][0] >= mark.last

    def _says(self, i: int) -> bool:
        """Whether the token is no sign, conjunction, article or rank between two items."""
        token = self.tokens[i]
        return not (self._says_rank(i) or token.text in ",;" or token.pos in ("CCONJ", "DET"))

    def _first_before(self, end: int, sentence: Sentence) -> tuple[Range, float] | None:
        """What stands behind the verb, the colon or the comma in "Pride of place goes to A, followed by"."""
        starts = range(min(end, sentence.first + _MAX_SUBJECT) - 1, sentence.first, -1)
        start = next((i for i in starts if self._is_verb(i, end) or self.tokens[i].text in ",:"), 0)
        if not start:
            return None
        rank_verb = self.lexicon.rank_verbs.match(self.tokens, start, end)
        return self._noun_phrase(start + (rank_verb or 1), end)

    def _last_one(self, group: Group, index: int, sentence: Sentence, found: Told) -> None:
        """As in "…, and rounding off the trio is A", "A parachève l'ensemble": the one that was missing."""
        count = group.count or 0
        if len(found) != count - 1 or count in found or not found:
            return
        since = max(label[1] for label, _ in found.values())
        if since >= sentence.last or index - self._sentence_of(since - 1) > 1:
            return
        tokens = self.tokens
        for i in range(max(sentence.first, since), sentence.last - 1):
            if not self.lexicon.completing.match(tokens, i, sentence.last):
                continue
            start = self._clause_at(i, max(sentence.first, since))
            is_open = start == i or (start == i - 1 and tokens[i - 1].pos in ("PRON", "ADV"))
            if is_open:
                ends = range(i + 1, min(sentence.last, i + _MAX_INVERTED))
                verb = next((k for k in ends if self._is_verb(k, sentence.last)), 0)
                told = self._noun_phrase(verb + 1, sentence.last) if verb and tokens[i].verb != "Fin" else None
            else:
                start += tokens[start].pos == "ADP" and tokens[i].verb != "Fin"  # ", with A bringing up the rear"
                told = self._noun_phrase(start, i - (tokens[i - 1].pos in ("PRON", "AUX", "ADV")))
            if told:
                found[count] = told
                return
        if tokens[sentence.first].pos == "CCONJ" and (told := self._without_predicate(sentence)):
            found[count] = told

    def _without_predicate(self, sentence: Sentence) -> tuple[Range, float] | None:
        """As in "And, so that nobody is left out, a fund: …", "Et enfin la mer.": a thing and no verb."""
        tokens, k = self.tokens, sentence.first + 1
        if k < sentence.last and tokens[k].text == ",":
            k = next((i + 1 for i in range(k + 1, sentence.last - 1) if tokens[i].text == ","), k + 1)
        k += self.lexicon.sequels.match(tokens, k, sentence.last) if k < sentence.last else 0
        end = next((i for i in range(k, sentence.last) if tokens[i].text in ".:;"), sentence.last)
        return self._noun_phrase(k, end) if k < end and tokens[k].pos in ("DET", "NOUN", "ADJ") else None

    def _between(self, group: Group, found: Told) -> None:
        """A sentence between the parts before and behind a missing one, with nothing but its subject to tell it."""
        for rank in range(2, group.count or 0):
            if rank in found or rank - 1 not in found or rank + 1 not in found:
                continue
            above, below = (self._sentence_of(found[r][0][0]) for r in (rank - 1, rank + 1))
            if below - above != 2:
                continue
            sentence = self.doc.sentences[above + 1]
            limit = min(sentence.last, sentence.first + _MAX_SUBJECT)
            verb = next((i for i in range(sentence.first + 1, limit) if self._is_verb(i, limit)), 0)
            comma = next((i for i in range(sentence.first, limit) if self.tokens[i].text in ",:"), limit)
            end = min(verb, comma) if verb else 0
            end -= end > 0 and self.tokens[end - 1].pos == "PRON"
            opens = self.tokens[sentence.first].pos in ("DET", "NOUN", "PROPN", "ADJ")
            if end and opens and self.tokens[sentence.first].folded not in self.words.demonstratives:
                told = self._noun_phrase(sentence.first, end)
                if told:
                    found[rank] = (told[0], _BETWEEN)
