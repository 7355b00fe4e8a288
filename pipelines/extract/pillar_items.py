"""The items of a list: where they end, whether they can be what was announced, and their labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.enumerations import DASHES, label_range, label_start, marker_ranks
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_openings import OpeningReader

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence
    from pipelines.extract.pillar_lexicon import Noun
    from pipelines.extract.pillar_tree import Announcement, Component, Group

MAX_LIST_TOKENS = 260
ALIKE = 0.95  # what is known of parts whose lines are alike
FAIR = 0.8
LOOSE = 0.75  # what three parts need that begin in several ways ("more bins, a ban on dumping and a brigade")
MANY = 3  # items
_MAX_SHARE = 8  # tokens of "some $510 million over five years for"
MAX_SAID = 14  # tokens of "said the minister of water"
_SURE_STRUCTURE = 0.92
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})  # what stands behind "un volet"


class ItemReader(OpeningReader):
    """Judges and labels items, and adds them to their group."""

    def _is_credible(self, group: Group, found: Announcement, kind: str, items: list[tuple[int, int]]) -> bool:
        if self._are_others(found, items) or (self._are_figures(items) and not self._are_targets(group, kind, items)):
            return False
        if kind in ("of", "apposition", "bracket", "told") and self._has_colon(items):
            return False
        if kind == "partial":
            return self._are_examples(group, found, items)
        if kind == "content" and not group.count:
            return len(items) > 2 and group.confidence >= _SURE_STRUCTURE and not self._has_colon(items)
        if kind == "content" and len(items) != group.count:
            return False  # "The three pillars cover the north and the coast"
        if kind == "told":
            return len(items) == group.count and len(items) >= MANY
        if kind == "had":
            return group.count in (None, len(items)) and not self._has_colon(items)
        if kind == "of":
            return self._is_counted_complement(group, items)
        if kind in ("apposition", "bracket"):
            return self._is_apposed(group, found, items)
        return self._is_counted_so(group, found, items)

    def _are_targets(self, group: Group, kind: str, items: list[tuple[int, int]]) -> bool:
        """As in "three targets: 500 new clinics, 40,000 trained nurses and …": as many things as were counted."""
        is_counted = group.noun.kind == "objective" and group.count == len(items) and kind in ("colon", "opener")
        return is_counted and all(
            sum(t.pos in ("NOUN", "VERB", "ADJ") for t in self.tokens[a:b] if self._number(t.i) is None) > 1
            for a, b in items
        )

    def _are_others(self, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether the items are clauses ("on two conditions: that …") or plans, other than a plan's programmes."""
        names_plan = any(self.mentions.within(a, a + 3) for a, _ in items)
        return any(self.tokens[a].pos == "SCONJ" for a, _ in items) or (names_plan and found.noun.kind != "programme")

    def _is_apposed(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether a list behind a comma, a dash or a bracket tells what stands before it."""
        first = items[0]
        is_clause = any(self.tokens[k].verb == "Fin" for k in range(first[0] + 1, first[1]))
        is_clause = is_clause or self.tokens[first[0]].pos == "AUX"
        is_clause = is_clause and not all(self._is_infinitive(a, b) for a, b in items)
        sign = self.tokens[items[0][0] - 1].text
        agrees = group.count == len(items) or (group.count is None and found.is_definite and sign != ",")
        return agrees and not is_clause

    def _is_counted_complement(self, group: Group, items: list[tuple[int, int]]) -> bool:
        """Whether what follows "the pillars of" are all of them rather than what they are the pillars of."""
        tokens = self.tokens
        if any(t.text in DASHES and t.space for t in tokens[slice(*items[0])]):
            return False  # "four levers of growth – air, sea …"
        if len({tokens[a].folded in self.words.lists.linkers for a, _ in items}) > 1:
            return False  # "deux mesures d'appui, la formation et le crédit"
        if any(tokens[k].verb == "Fin" for a, b in items[:-1] for k in range(a, b)):
            return False
        names_plan = any(tokens[k].folded in self.words.plan_nouns for a, b in items for k in range(a, b))
        is_whole = len(items) == group.count and (len(items) > 2 or not names_plan)
        return is_whole or (len(items) > 2 and group.count is None)

    def _are_examples(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether what follows "including" can be some of what was announced."""
        if self._is_vague(found) and len(items) < MANY:
            return False
        has_verb = any(self.tokens[k].verb == "Fin" for k in range(*items[0]))
        return not has_verb and (group.count is None or len(items) <= group.count) and group.confidence >= 0.75

    def _is_vague(self, found: Announcement) -> bool:
        """As in "Key measures include A and B": no number, no article, and a word that is used for much else."""
        return not (found.count or found.is_definite or found.noun.is_strong)

    def _is_counted_so(self, group: Group, found: Announcement, items: list[tuple[int, int]]) -> bool:
        """Whether there are about as many as announced, or the next sentence tells the rest."""
        if found.noun.is_strong or group.count is None or abs(group.count - len(items)) <= 1:
            return True
        counted_behind = any(self._number(k) == len(items) for k in range(found.right, items[0][0]))
        is_rest_told = counted_behind or self._has_others(items[-1][1])  # "three of which come first: A, B and C"
        group.is_partial = len(items) < group.count and is_rest_told
        return group.is_partial

    def _has_others(self, end: int) -> bool:
        """Whether the sentence behind token `end` goes on with "Other areas are …"."""
        behind = self.doc.sentence_index(self.tokens[min(end, len(self.tokens) - 1)].start) + 1
        if end >= len(self.tokens):
            return False
        behind -= self.doc.sentences[behind - 1].first == end
        return behind < len(self.doc.sentences) and bool(self._past_others(self.doc.sentences[behind]))

    def _is_infinitive(self, first: int, last: int) -> bool:
        """As in "two goals, to curb …  and to raise …": a goal put as an infinitive with its preposition."""
        is_marked = self.tokens[first].folded in self.words.lists.linkers | self.words.lists.linking
        return is_marked and first + 1 < last and self.tokens[first + 1].verb == "Inf"

    def _has_colon(self, items: list[tuple[int, int]]) -> bool:
        return any(self.tokens[k].text == ":" for a, b in items for k in range(a, b))

    def _are_figures(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items are quantities ("5,000 jobs"); "building 60 clinics" is none."""
        counted = sum(1 for a, b in items if not self.tokens[a].verb and self._is_counted(a, b))
        return 2 * counted >= len(items)

    def _are_amounts(self, items: list[tuple[int, int]]) -> bool:
        """As in "€4.4 billion of grants, …": the first item opens with a sign and an amount."""
        first, last = items[0]
        return any(t.text[0].isdecimal() for t in self.tokens[first : min(last, first + 3)])

    def _are_names(self, items: list[tuple[int, int]]) -> bool:
        """Whether the items begin with proper names: people in charge of the parts, rather than the parts."""
        starts = [label_start(self.tokens, a, b, self.grammar) for a, b in items]
        return all(t.pos == "PROPN" and t.is_capitalised for k in starts for t in self.tokens[k : k + 2])

    def _is_counted(self, first: int, last: int) -> bool:
        return any((self._number(k) or 0) > 1 for k in range(first, min(first + 2, last)))

    def _list_end(self, start: int, kind: str, sentence: Sentence) -> int:
        """Token behind an inline list: a closing bracket, the next announcement or the sentence's end."""
        last = min(sentence.last, start + MAX_LIST_TOKENS)
        closer = ")" if kind == "bracket" else self.tokens[start - 1].text if kind == "apposition" else ""
        for i in range(start, last):
            if self.tokens[i].text == closer and closer != "," and self.tokens[i].space | (closer == ")"):
                return i
            if self._is_counted_noun(i, sentence) and not any(t.text == ";" for t in self.tokens[i:last]):
                left = i
                while left > start and (self._is_modifier(left - 1) or self._number(left - 1) is not None):
                    left -= 1
                joins = range(max(start, left - 3), left)
                for k in joins:
                    if self.tokens[k].text == "," or self.grammar.conjunctions.match(self.tokens, k, left):
                        return k
        return last

    def _said_end(self, first: int, last: int) -> int:
        """Where the list in `[first, last)` ends before "…, she said", "…, a ajouté la ministre", "…, selon X"."""
        end = self._before_saying(first, self._before_source(first, last))
        return self._before_saying(first, end) if end < last else last

    def _before_source(self, first: int, last: int) -> int:
        """Where "…, according to Ada Bello, who met A and B" starts behind a list, else `last`."""
        tokens = self.tokens
        for i in range(first + 2, last - 3):
            if tokens[i].text != "," or not (n := self.grammar.cuts.match(tokens, i + 1, last)):
                continue
            name = i + 1 + n + (tokens[i + 1 + n].pos == "ADP" if i + 1 + n < last else 0)
            is_name = name < last and tokens[name].pos == "PROPN" and tokens[name].is_capitalised
            if is_name and any(self.grammar.conjunctions.match(tokens, k, i) for k in range(first, i)):
                return i
        return last

    def _before_saying(self, first: int, last: int) -> int:
        tokens = self.tokens
        behind = last - (tokens[last - 1].text in ".!?")
        nearest = range(behind - 2, max(first + 2, behind - MAX_SAID), -1)
        comma = next((i for i in nearest if tokens[i].text == ","), 0)
        if not comma or not any(self.grammar.conjunctions.match(tokens, i, comma) for i in range(first, comma)):
            return last
        if self.grammar.conjunctions.match(tokens, comma + 1, behind):
            return last
        tail = tokens[comma + 1 : behind]
        is_last_verb = tail[-1].verb == "Fin" and tail[0].pos in ("PROPN", "PRON", "DET") and len(tail) > 1
        is_first_verb = any(t.verb == "Fin" for t in tail[:2]) and tail[0].pos != "DET"
        is_named = tail[0].pos in ("PROPN", "PRON") and any(t.verb == "Fin" for t in tail)
        explains = self.grammar.cuts.match(tokens, comma + 1, behind)
        return comma if is_last_verb or is_first_verb or is_named or explains else last

    def _item_label(self, first: int, last: int) -> tuple[int, int] | None:
        """The label of a list's item, "la composante 1" before it left out."""
        start = label_start(self.tokens, first, last, self.grammar)
        if start + 1 < last and self.tokens[start].folded in self.words.ordinals:
            ranked = self._noun(start + 1, last)
            if ranked and start + 1 + len(ranked.words) == last:
                return None  # "Remain A, the third component, and B"
        noun = self._noun(start, last)
        behind = start + len(noun.words) if noun else last
        if noun and noun.is_strong and not noun.is_plural and behind < last and self.tokens[behind].pos in _NAMING:
            first = behind  # "un volet eau"
        elif noun and not noun.is_plural and (behind_rank := self._title_rank(start, noun, last)[1]):
            first = behind_rank - 1
        return label_range(self.tokens, first, last, self.grammar)

    def _block_label(self, at: int) -> tuple[int, int] | None:
        block = self.doc.blocks[at]
        first = self.doc.token_at(block.start)
        last = self.doc.sentence_at(block.start).last
        noun = self._noun(first, last)
        if noun and (start := self._title_rank(first, noun, last)[1]) and not self.tokens[start - 1].text[0].isalnum():
            first = start
            if first == last < self._block_end(at):  # "Goal 1. Bring the fleet down"
                last = self.doc.sentence_at(self.tokens[first].start).last
        return label_range(self.tokens, first, last, self.grammar)

    def _is_title(self, sentence: Sentence) -> bool:
        """As in "Axis one, water and …", "L'axe un, …": the sentence speaks of one component."""
        i = sentence.first + (self.tokens[sentence.first].pos == "DET")
        noun = self._noun(i, sentence.last)
        return noun is not None and not noun.is_plural and self._title_rank(i, noun, sentence.last)[0] > 0

    def _title_rank(self, i: int, noun: Noun, last: int) -> tuple[int, int]:
        """Rank of "Axe stratégique n° 2 :" and the token behind its sign; (0, 0) where it isn't such a title."""
        tokens = self.tokens
        k = i + len(noun.words)
        limit = min(last - 1, k + 5)
        while k < limit:
            is_next = k == i + len(noun.words)
            if (is_next or tokens[k].text[0].isdecimal() or tokens[k].is_capitalised) and (rank := self._rank_at(k)):
                return rank, k + 2
            if tokens[k].text in ':,«“"(' or tokens[k].verb == "Fin":
                break
            k += 1
        return 0, 0

    def _rank_at(self, k: int) -> int:
        """The number at `k`; a letter or a Roman number is one only before a sign ("le programme a")."""
        token = self.tokens[k]
        if token.text.isdecimal() or token.folded in self.words.numbers:
            number = self._number(k) or 0
            return number if number <= MAX_COUNT else 0
        ranks = marker_ranks(token.text)
        behind = self.tokens[k + 1].text
        is_title = token.text.isupper() and self.tokens[k + 1].verb == "Fin"  # "Component A will pay for …"
        return min(ranks) if ranks and (behind in ":.,()" or behind in DASHES or is_title) else 0

    def _add_list(self, group: Group, labels: list[tuple[int, int]], quality: float) -> None:
        """Add a list's items at once, or, where the text lists the same things again, their new places."""
        group.is_list = True
        known = self._told_before(group, labels)
        if known:
            for component, label in known:
                component.spans.append(self.doc.span(*label))
            return
        self.groups.append(group)
        for label in labels:
            self._add(group, label, len(group.items) + 1, group.confidence * quality)
        self.subject = (group.items[-1], group.items[-1].label[1])

    def _told_before(self, group: Group, labels: list[tuple[int, int]]) -> list[tuple[Component, tuple[int, int]]]:
        for other in self.groups:
            if other.plan != group.plan or other.noun.kind != group.noun.kind or not other.items:
                continue
            pairs = [(c, b) for b in labels for c in other.items if self._alike(c.label, b)]
            if 2 * len(pairs) >= len(labels):
                return pairs
        return []

    def _is_enclosed(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Water and roads, its two priorities, await …": between commas, before the verb."""
        is_apart = found.left > sentence.first + 2 and self.tokens[found.left - 1].text == ","
        if not is_apart or found.right >= sentence.last or self.tokens[found.right].text != ",":
            return False
        before = self.tokens[self._clause_start(found.left, sentence.first) : found.left]
        if not before or any(t.verb == "Fin" for t in before):
            return False
        is_added = self.lexicon.additions.match(self.tokens, found.right + 1, sentence.last) > 0
        return before[0].pos != "ADP" or (is_added and before[0].folded in self.words.lists.linking)

    def _clause_start(self, i: int, first: int) -> int:
        return next((k + 1 for k in range(i - 1, first, -1) if self.tokens[k].text == ";"), first)

    def _past_share(self, first: int, last: int) -> int:
        """Past "$510 million for" at the start of an item, where it has a number."""
        limit = min(last - 1, first + _MAX_SHARE)
        if not any(self.tokens[i].text[0].isdecimal() for i in range(first, limit)):
            return first
        behind = (i + 1 for i in range(first + 1, limit) if self.tokens[i].folded in self.words.shares)
        return next(behind, first)
