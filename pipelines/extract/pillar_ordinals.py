"""Components named one by one: "Le premier concerne …", "As for the third, …", "Enfin, …", "Pillar 2: …"."""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.dictionary import bare_verb_exceptions, third_person_endings
from pipelines.extract.document import Sentence
from pipelines.extract.enumerations import DASHES, QUOTES, phrase_parts, split_list
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_context import LOOKBACK
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lists import ListReader
from pipelines.extract.pillar_openings import OBJECTS
from pipelines.extract.pillar_tree import Announcement, Component, Group
from pipelines.extract.records import PillarKind

# Sentences within which "le premier" or "the next", without a noun, can still mean a component.
_ORDINAL_REACH = 7
_MAX_MODIFIERS = 3
_MAX_NAME = 10  # tokens between quotes
_MAX_ASIDE = 40
_MAX_GOAL = 10
_MAX_ADJUNCT = 12  # tokens of "Worth $5m on its own,"
_NEAR_NAME = 4  # tokens of ", consacré à la" behind a plan's name
_MAX_APPOSED = 14
MAX_ADDED = 9  # tokens
GAPPED = 0.95
_BESIDES = 0.85
_KNOWN_VERB = 0.8  # weight below which the verb before a label is none of the known ones
# Kinds from the top of a plan down, where titles of several kinds alternate.
LEVELS: dict[PillarKind, int] = {"pillar": 0, "foundation": 0, "axis": 1, "objective": 2, "programme": 3, "measure": 4}


class OrdinalReader(ListReader):
    """Reads ordinals and titles, which add to the groups that announcements opened."""

    # ------------------------------------------------------------ ordinals

    def _ordinal(self, i: int, index: int, sentence: Sentence) -> int:
        """As in "Le premier concerne …", "As for the third pillar, it …": a new component or one that is known."""
        tokens = self.tokens
        rank = self.words.ordinals.get(tokens[i].folded)
        if i - sentence.first <= 1 and self._ordered(index, sentence) is not None:
            return i + 1  # the first of two plans
        left = self._opener_before(i, sentence)
        if (told := self._ranked_noun(i, sentence)) is None:
            return i + 1
        noun, count, k = told
        group = self._ranked_group(noun, rank, index, i)
        if group and (known := self._known(group, rank)):
            self._speak_of(known, i, index)
            return k
        is_introduced = noun is not None and self._introduces(left, i, sentence)
        is_elliptic = is_introduced or (group is not None and bool(group.items) and group.items[-1].sentence == index)
        is_apposed = self._is_awaited_rank(group, noun, rank) and self._is_apposed_to(left, k, sentence)
        opens = not is_apposed and (is_introduced or self._opens_clause(left, sentence))
        if opens and noun is None and not self._may_stand_alone(k, sentence, is_elliptic):
            return i + 1
        if group is None and (end := self._ranked_beside(i, told, rank, index, sentence)):
            return end
        group = group or self._implicit(noun, rank, count, index, sentence, is_owned=self._is_owned(i, k, sentence))
        if group is None:
            return k
        if opens:
            found = self._told(group, self._content(k, self._until_next(k, sentence), noun is not None, is_elliptic))
        else:
            found = self._beside(left, k, sentence, has_noun=noun is not None, is_apposed=is_apposed)
        if found is None:
            return k
        end = self._ordinal_item(group, found, (group.count if self._is_last(i) else None) or rank, index)
        return end if opens else k

    def _ranked_beside(
        self, i: int, told: tuple[Noun | None, int | None, int], rank: int | None, index: int, sentence: Sentence
    ) -> int:
        """The parts that stand beside a ranked one, or above "the first of these three aims"; 0 for none."""
        noun, count, k = told
        at = next((j for j in range(i + 1, k) if self.tokens[j].folded in self.words.back_references), 0)
        if noun and count and at:
            return self._taken_up(Announcement(noun, at, k, count, True, True, False), index)
        return self._besides((i, k), noun, rank, index, sentence)

    def _ranked_noun(self, i: int, sentence: Sentence) -> tuple[Noun | None, int | None, int] | None:
        """The noun behind an ordinal, how many there are of it where told, and the token behind; None if several."""
        tokens, k = self.tokens, i + 1
        if k + 1 < sentence.last and tokens[k].pos == "CCONJ" and tokens[k + 1].folded in self.words.last:
            k += 2  # "the third and last component"
        while k < min(sentence.last, i + 3) and tokens[k].pos == "ADJ" and self._noun(k, sentence.last) is None:
            k += 1
        noun = self._noun(k, sentence.last) or self._borrowed_noun(k, sentence.last)
        if noun is None and k < sentence.last and tokens[k].folded in self.words.pronoun_nouns:
            return None, None, k + 1  # "the last one"
        if noun is None:
            return self._of_how_many(i + 1, sentence)
        is_several = noun.is_plural and noun.is_feminine is not None
        is_verb = noun.is_plural and self._stands_as_content(k, sentence.last)
        if is_verb and self._stands_as_verb(k, sentence.last, is_sure=False):
            return None, None, k  # "the second targets meadows"
        return None if is_several else (noun, None, k + len(noun.words))

    def _is_last(self, i: int) -> bool:
        return self.tokens[i].folded in self.words.last and self.tokens[i].folded not in self.words.following_ranks

    def _is_awaited_rank(self, group: Group | None, noun: Noun | None, rank: int | None) -> bool:
        return group is not None and (noun is not None or rank == len(group.items) + 1)

    def _beside(
        self, left: int, k: int, sentence: Sentence, *, has_noun: bool, is_apposed: bool
    ) -> tuple[tuple[int, int], float] | None:
        """What stands before "[left, k)": "Rural roads, the second pillar, …", "Training is the third pillar"."""
        if is_apposed:
            return self._weighed(self._apposed_start(left, sentence), left - 1, GAPPED)
        ends = k >= sentence.last or self.tokens[k].text in ",;.:" or self.tokens[k].pos == "CCONJ"
        return self._named_before(left, sentence) if has_noun or ends else None

    def _added(self, i: int, index: int, sentence: Sentence) -> int:
        """As in "A et B, auxquels s'ajoute un dernier, consacré à C": one more behind a list; the token behind it."""
        tokens = self.tokens
        group = self._latest(lambda g: g.is_list and bool(g.items))
        left = self._before_modifiers(i, sentence.first, 2)
        if group is None or left <= sentence.first or tokens[left - 1].folded not in self.words.indefinite:
            return 0
        near = range(max(sentence.first, i - MAX_ADDED), min(sentence.last, i + MAX_ADDED))
        is_beside = not self.words.crosscutting.isdisjoint(self.doc.words[left : i + 3]) and any(
            self.grammar.conjunctions.match(tokens, k, left) for k in range(max(sentence.first, left - 4), left)
        )
        if not is_beside and not any(self.lexicon.additions.match(tokens, k, sentence.last) for k in near):
            return 0
        if index - self._sentence_of(group.items[-1].label[0]) > 1 or group.items[-1].label[1] > i:
            return 0
        for k in range(i + 1, min(sentence.last, i + MAX_ADDED)):
            n = self.grammar.hollow.match(tokens, k, sentence.last)
            is_sign = tokens[k].text == ":" or (tokens[k].text == "," and k + 1 < sentence.last)
            is_sign = is_sign and (tokens[k].text == ":" or tokens[k + 1].pos == "DET")
            found = self._weighed(k + (n or 1), sentence.last, GAPPED) if n or is_sign else None
            if found:
                group.count = group.count + 1 if group.count else None
                return self._ordinal_item(group, found, len(group.items) + 1, index)
        return 0

    def _told(self, group: Group, found: tuple[tuple[int, int], float] | None) -> tuple[tuple[int, int], float] | None:
        """What was found, unless it may be what happens to a stage ("the first ends in May")."""
        is_stage = bool(self.words.stages & set(group.noun.words))
        if found and is_stage and (found[1] < _KNOWN_VERB or (group.is_implicit and self._is_fate(*found[0]))):
            return None
        is_weak = group.is_implicit and not group.items and not group.noun.is_strong
        is_said = found is None or (found[1] >= _KNOWN_VERB and self._names_thing(*found[0]))
        return found if is_said or not is_weak else None

    def _is_fate(self, first: int, last: int) -> bool:
        """As in "will end in May", "will be built": a verb without an object tells what happens to a stage."""
        is_verb = self.tokens[first].pos in ("VERB", "AUX")
        return is_verb and (first + 1 >= last or self.tokens[first + 1].pos not in OBJECTS)

    def _ordinal_item(self, group: Group, found: tuple[tuple[int, int], float], rank: int | None, index: int) -> int:
        label, weight = found
        if not group.items and group not in self.groups:
            self.groups.append(group)
        component = self._add(group, label, rank or len(group.items) + 1, group.confidence * weight)
        if self.named:
            component.spans.append(self.doc.span(*self.named))
            self.named = None
        self._speak_of(component, label[0], index)
        return label[1]

    def _until_next(self, k: int, sentence: Sentence) -> Sentence:
        """The sentence up to the next ordinal of a series, as in "…, un deuxième dédié à …"."""
        tokens = self.tokens
        for j in range(k + 2, sentence.last):
            is_other = self.lexicon.one_other.match(tokens, j, sentence.last)
            if is_other and (tokens[j - 1].text in ",;" or tokens[j - 1].pos == "CCONJ"):
                return replace(sentence, last=j)
            is_rank = tokens[j].folded in self.words.ordinals or tokens[j].folded in self.words.last
            is_next = is_rank and (tokens[j - 1].pos == "DET" or tokens[j - 1].folded in self.words.possessives)
            if is_next and (tokens[j - 2].text in ",;" or tokens[j - 2].pos in ("CCONJ", "SCONJ")):
                return replace(sentence, last=j - 1)
        return sentence

    def _opener_before(self, i: int, sentence: Sentence) -> int:
        """First token of "quant au", "the" or the like before the ordinal at `i`."""
        for n in range(min(5, i - sentence.first), 0, -1):
            if self.lexicon.topic_openers.match(self.tokens, i - n, i) == n:
                return i - n
        return i

    def _introduces(self, left: int, i: int, sentence: Sentence) -> bool:
        """As in "s'appuie sur un premier axe dédié à …": an indefinite ordinal after a verb of structure."""
        if self.tokens[i - 1].folded not in self.words.indefinite:
            return False
        verbs = self.lexicon.structure_verbs
        return any(verbs.match(self.tokens, j, i) for j in range(max(sentence.first, left - LOOKBACK), left))

    def _opens_clause(self, left: int, sentence: Sentence) -> bool:
        if left == sentence.first or self.tokens[left].pos in ("CCONJ", "SCONJ"):
            return True
        if self._is_of_plan(left, sentence):
            return True  # "the plan's first priority is"
        before = self.tokens[left - 1]
        if before.text in ',;:(«“"' or before.text in DASHES or before.pos in ("CCONJ", "SCONJ"):
            return True
        return any(
            left - n >= sentence.first and self.lexicon.clause_openers.match(self.tokens, left - n, left) == n
            for n in (1, 2)
        )

    def _ranked_group(self, noun: Noun | None, rank: int | None, index: int, i: int) -> Group | None:
        """The group that an ordinal counts in."""
        for group in reversed(self.groups):
            if group.is_fallback or self._is_passed_over(group, noun, i) or (noun and noun.kind != group.noun.kind):
                continue
            if noun is None and not self._is_near(group, index, i):
                return None
            if noun is None and not self._goes_through(group, rank):
                continue
            after = group.items[-1].rank + 1 if group.items else 1
            is_next = group.is_open and (rank in (len(group.items) + 1, after) or (rank is None and group.items))
            if noun and rank and group.is_open and group.count and rank <= group.count:
                return group  # one that the text passed over
            if is_next or (rank and rank <= len(group.items)) or (rank is None and group.items):
                return group
            if rank and group.is_partial and group.is_open and after <= rank <= (group.count or 0):
                return group  # "Of its four axes two … The third"
            if noun is None:
                return None
        if noun is None:
            return None
        # "sur trois axes … le deuxième volet": the noun changes, the count goes on.
        return self._latest(lambda g: g.is_open and rank == len(g.items) + 1 and index - self._last_sentence(g) <= 3)

    def _goes_through(self, group: Group, rank: int | None) -> bool:
        """Whether "le deuxième" can mean an item of a list inside another, rather than the outer group's next."""
        if group.is_open or group.parent is None or rank == 1:
            return True
        outer = group.parent.group
        wanted = rank or outer.count  # "le dernier" is the one that the count asks for
        if not outer.is_open or wanted != len(outer.items) + 1:
            return True
        return group.spoken is not None and group.spoken.sentence > group.sentence

    def _borrowed_noun(self, k: int, last: int) -> Noun | None:
        """The noun of the last group, where it is no word for a component and stands at `k` in the singular."""
        group = self.groups[-1] if self.groups else None
        if group is None or k >= last or group.noun.is_feminine is not None or not group.noun.words:
            return None
        word, plural = self.tokens[k].folded, group.noun.words[0]
        return group.noun if len(word) > 3 and word[:4] == plural[:4] and abs(len(word) - len(plural)) <= 2 else None

    def _is_near(self, group: Group, index: int, i: int) -> bool:
        """Whether an ordinal without a noun, at token `i`, can mean one of the group."""
        return self._is_recent(group, index) and self._agrees(group, i)

    def _is_recent(self, group: Group, index: int) -> bool:
        return index - self._last_sentence(group) <= (_ORDINAL_REACH if group.items else 2)

    def _is_passed_over(self, group: Group, noun: Noun | None, i: int) -> bool:
        """Whether it was shared out among parts, or an ordinal of another gender goes on above it."""
        is_shared_out = group.is_list and not group.items  # "two pillars and five drivers": each has some of them
        return is_shared_out or (noun is None and group.parent is not None and not self._agrees(group, i))

    def _agrees(self, group: Group, i: int) -> bool:
        """Whether the gender of what stands at token `i` and before is that of the group's noun."""
        before = {t.folded for t in self.tokens[max(0, i - 1) : i + 1]}
        if group.noun.is_feminine is None:
            return True
        clashes = self.words.masculine_words if group.noun.is_feminine else self.words.feminine_words
        return not before & clashes

    def _known(self, group: Group, rank: int | None) -> Component | None:
        if rank is None:
            return group.items[-1] if not group.is_open and group.items else None
        return next((c for c in group.items if c.rank == rank), None)

    def _of_how_many(self, k: int, sentence: Sentence) -> tuple[Noun | None, int | None, int]:
        """As in "The first of the plan's three pillars", "of which": the noun, the number and the token behind."""
        them = self.lexicon.of_them.match(self.tokens, k, sentence.last)
        if them and self.lexicon.structure_verbs.match(self.tokens, k + them, sentence.last):
            return None, None, k + them  # "the last of these comprises three enablers"
        if k >= sentence.last or self.tokens[k].folded not in self.words.lists.linkers:
            return None, None, k + self.lexicon.of_them.match(self.tokens, k, sentence.last)
        for j in range(k + 1, min(sentence.last, k + 12)):
            if not (self.tokens[j].text[0].isalnum() or self.tokens[j].text[0] in "'’«»“”"):
                break
            noun = self._noun(j, sentence.last)
            if noun and noun.is_plural:
                counts = [n for m in range(k, j) if (n := self._number(m)) is not None and n <= MAX_COUNT]
                return noun, counts[-1] if counts else None, j + len(noun.words)
        return None, None, k + self.lexicon.of_them.match(self.tokens, k, sentence.last)

    def _is_owned(self, i: int, k: int, sentence: Sentence) -> bool:
        """As in "its second pillar", "le troisième axe du plan X porte sur": one of a plan's, whatever its rank."""
        if i > sentence.first and self.tokens[i - 1].folded in self.words.possessives:
            return True
        if self._is_of_plan(i, sentence):
            return True
        is_linked = k < sentence.last and self.tokens[k].folded in self.words.lists.linkers
        return is_linked and bool(self.references.within(k + 1, min(sentence.last, k + 3)))

    def _implicit(
        self, noun: Noun | None, rank: int | None, count: int | None, index: int, sentence: Sentence, *, is_owned: bool
    ) -> Group | None:
        """A group that nothing announced: "Le premier pilier concerne …"."""
        topic = [m[2] for m in self._mentions_in(sentence) if m[0] - sentence.first <= 14]
        is_tied = noun is not None and (noun.is_strong or topic or self._was_told_of(index, sentence.first))
        is_ranked = rank == 1 or (rank is not None and (is_owned or self._has_first(sentence)))
        if noun is None or not is_ranked or not is_tied:
            return None
        if self.words.stages & set(noun.words) and not (is_owned and topic and self._has_ranks(sentence)):
            return None
        before = self._topic_before(index, sentence)
        plan = topic[0] if topic else self.main if before is None else before
        is_owned = is_owned and bool(topic)
        return Group(noun, count, plan, None, index, 0.8, is_implicit=True, is_owned=is_owned)

    def _has_first(self, sentence: Sentence) -> bool:
        """As in "The second pillar, …, while the first, …": the rank before is told in the same sentence."""
        return any(self.words.ordinals.get(t.folded) == 1 for t in self.doc.sentence_tokens(sentence)[1:])

    def _has_ranks(self, sentence: Sentence) -> bool:
        """As in "The first phase will …, while the second …": what follows tells of the next one too."""
        tokens = self.doc.sentence_tokens(sentence)
        return sum(t.folded in self.words.ordinals and tokens[k - 1].pos == "DET" for k, t in enumerate(tokens)) > 1

    def _besides(
        self, ordinal: tuple[int, int], noun: Noun | None, rank: int | None, index: int, sentence: Sentence
    ) -> int:
        """As in "Besides A and B, the plan has a third strand: C": those before open the sentence; 0 if not."""
        if noun is None or rank is None or rank < 2:
            return 0
        tokens, first, (i, k) = self.tokens, sentence.first, ordinal
        n = self.lexicon.besides.match(tokens, first, i)
        if not n:
            return self._besides_behind(ordinal, noun, rank, index, sentence)
        named = self.references.within(first + n, i) if rank <= MAX_COUNT else []
        comma = next((j for j in range(named[-1][0] - 1, first + n, -1) if tokens[j].text == ","), 0) if named else 0
        if not comma or self.words.stages & set(noun.words):
            return 0
        items = [(first + n, comma)]
        if rank > len(items) + 1:
            listing = split_list(tokens, first + n, comma, rank - 1, self.grammar)
            items = listing.items if listing else []
        last = self._made_or_told(i, k, comma, sentence)
        labels = self._keep_beside(Group(noun, rank, named[-1][2], None, index, _BESIDES), items, last, index)
        return last[0][1] if last and labels else 0

    def _besides_behind(self, ordinal: tuple[int, int], noun: Noun, rank: int, index: int, sentence: Sentence) -> int:
        """As in "The plan has a third pillar, C, on top of A and B": those before close the sentence; 0 if not."""
        tokens, last, (i, k) = self.tokens, sentence.last, ordinal
        named = self.references.within(sentence.first, i)
        if not named or tokens[i - 1].folded not in self.words.indefinite or self.words.stages & set(noun.words):
            return 0
        for j in range(k + 2, last - 1):
            n = self.lexicon.besides.match(tokens, j, last)
            if not n:
                continue
            found = self._content(k, replace(sentence, last=j), has_noun=True, is_elliptic=True)
            listing = split_list(tokens, j + n, last, rank - 1, self.grammar) if rank > 2 else None
            items = listing.items if listing else [(j + n, last)]
            labels = self._keep_beside(Group(noun, rank, named[-1][2], None, index, _BESIDES), items, found, index)
            return labels[-1][1] if labels else 0
        return 0

    def _keep_beside(
        self, group: Group, items: list[tuple[int, int]], last: tuple[tuple[int, int], float] | None, index: int
    ) -> list[tuple[int, int]]:
        """Add the parts beside the last one of a group, and it; their labels, none if they don't make the count."""
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if last is None or len(labels) + 1 != group.count or self._are_figures(items) or not self._are_clean(items):
            return []
        for place, label in enumerate(labels, 1):
            self._ordinal_item(group, (label, GAPPED), place, index)
        self._ordinal_item(group, last, group.count, index)
        return labels

    def _made_or_told(self, i: int, k: int, since: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """As in "makes C its third goal", "has a third strand: C": what the ordinal at `i` is said of."""
        left = i - (self.tokens[i - 1].pos in ("DET", "PRON"))
        for j in range(left - 2, since, -1):
            if n := self.lexicon.making_verbs.match(self.tokens, j, left):
                made = self._weighed(j + n, left, GAPPED) if j + n < left else None
                if made:
                    return made
                break
        return self._content(k, sentence, has_noun=True, is_elliptic=True)

    def _is_apposed_to(self, left: int, k: int, sentence: Sentence) -> bool:
        """As in "Rural roads, the second pillar, pair …": a noun that opens the sentence, told of by `[left, k)`."""
        tokens, first = self.tokens, self._apposed_start(left, sentence)
        if not first < left - 1 <= first + _MAX_APPOSED or tokens[left - 1].text not in ",(":
            return False
        if k + 1 < sentence.last and tokens[k].pos == "CCONJ" and tokens[k + 1].verb == "Part":
            limit = min(sentence.last, k + _MAX_APPOSED)  # "third on the list and endowed with $5m,"
            k = next((j for j in range(k + 2, limit) if tokens[j].text == ","), k)
        if k >= sentence.last or tokens[k].text not in ",)" or k + 1 >= sentence.last:
            return False
        if tokens[k + 1].pos == "DET" or tokens[k + 1].text in QUOTES:
            return False  # "Hier, le premier volet, la santé, …"
        head = tokens[first : left - 1]
        if len(head) == 1:
            return head[0].pos not in ("PRON", "ADV", "ADP", "CCONJ", "SCONJ")
        is_nominal = head[0].pos in ("DET", "NOUN", "PROPN", "ADJ") or head[0].verb in ("Inf", "Ger")
        has_noun = any(t.pos in ("NOUN", "PROPN") for t in head)
        return is_nominal and has_noun and not any(t.verb == "Fin" or t.text in ",:;" for t in head)

    def _apposed_start(self, left: int, sentence: Sentence) -> int:
        """First token of "early warning" in "With $60m, early warning, the third axis, …", the rank at `left`."""
        start = self._past_circumstance(sentence)
        return start if sentence.first < start < left - 1 else self._past_heading(sentence)

    def _past_heading(self, sentence: Sentence) -> int:
        """Past "Au chapitre de", "Under" at the start of a sentence."""
        return sentence.first + self.lexicon.headings.match(self.tokens, sentence.first, sentence.last)

    def _named_before(self, left: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """The label before the verb, as in "La formation constitue le premier pilier"."""
        verbs = self.lexicon.naming_verbs
        nearest = range(left - 1, max(sentence.first, left - 3), -1)
        verb = next((i for i in nearest if verbs.match(self.tokens, i, left) == left - i), 0)
        if not verb:
            return None
        if self.tokens[verb - 1].pos == "PRON":
            end = verb - 2  # "Drainage, which forms the second axis, takes"
            first = self._past_circumstance(sentence)
            is_plain = first < end and not any(t.verb == "Fin" or t.text in ",;:" for t in self.tokens[first:end])
            if self.tokens[end].text != "," or not is_plain or not self._is_nominal(first, end):
                return None
            return self._weighed(first, end, 0.9)
        clause = next((i + 1 for i in range(verb, sentence.first, -1) if self.tokens[i].text == ";"), sentence.first)
        return self._weighed(clause, verb, 0.9)

    def _past_circumstance(self, sentence: Sentence) -> int:
        """The token behind "With $60m,", "Worth $5m on its own," at the sentence's start, else its first."""
        first = sentence.first
        token = self.tokens[first]
        if not (self._is_sum(first) or token.pos in ("ADP", "SCONJ") or token.verb in ("Part", "Ger")):
            return first
        for i in range(first + 1, min(sentence.last - 1, first + _MAX_ADJUNCT)):
            if self.tokens[i].text == ",":
                return i + 1
            if self.tokens[i].verb == "Fin":
                break
        return first

    def _stands_as_content(self, k: int, last: int) -> bool:
        return self.lexicon.content_verbs.match(self.tokens, k, last) > 0

    def _one_other(self, i: int, n: int, index: int, sentence: Sentence) -> int:
        """As in "L'un concerne …, l'autre …" of two components."""
        said = [t.folded for t in self.tokens[i : i + n]]
        rank = next(r for phrase, r in self.words.one_other.items() if phrase_parts(phrase) == said)
        group = self._latest(lambda g: g.is_open and not g.is_fallback)
        if group is None or (group.count or 0) < 2 or not self._is_near(group, index, i):
            return i + n
        k = i + n
        is_next = bool(group.items) if rank > 1 else not group.items or group.items[-1].sentence == index
        if not is_next or self._is_of_other_noun(k, sentence.last):  # "one for schools and one for clinics"
            return k
        is_attribute = k < sentence.last and self.tokens[k].pos in ("NOUN", "PROPN", "ADJ") and bool(group.items)
        if is_attribute and group.items[-1].sentence != index and not self._stands_as_content(k, sentence.last):
            return k  # "The other numbers look kinder"
        is_governed = k < sentence.last and self.tokens[k].pos == "ADP" and self.tokens[i - 1].pos == "VERB"
        is_governed = is_governed and self.tokens[k].folded not in self.words.lists.linkers
        if not self._opens_clause(i, sentence) and not is_governed:
            return i + n  # but "portent l'un sur l'eau, l'autre sur la route"
        sentence, rank = self._until_next(k, sentence), len(group.items) + 1
        if k < sentence.last and (self.tokens[k].verb == "Part" or self.tokens[k].pos == "ADJ"):
            found = self._weighed(k, sentence.last, 0.9)  # "l'un consacré à l'eau"
        else:
            is_elliptic = bool(group.items) or (k < sentence.last and self.tokens[k].pos == "ADP")
            found = self._content(k, sentence, has_noun=False, is_elliptic=is_elliptic)
            if found is None and group.items and self._is_nominal(k, sentence.last):
                found = self._weighed(k, sentence.last, GAPPED)  # "L'une est la santé, l'autre l'école"
        found = found if found and self._names_thing(*found[0]) else None
        return self._ordinal_item(group, found, rank, index) if found else i + n

    def _is_of_other_noun(self, k: int, last: int) -> bool:
        """As in "another reform", "another presidential initiative": a noun of its own, not one of those counted."""
        behind = next((j for j in range(k, min(last, k + _MAX_MODIFIERS)) if self.tokens[j].pos != "ADJ"), k)
        return self._noun(k, last) is not None or self._noun(behind, last) is not None

    def _sequel(self, index: int, sentence: Sentence) -> int:
        """As in "Vient ensuite …", "Enfin, …": the next component, whatever its rank; returns the token behind it."""
        k = self._past_sequel(sentence)
        group = self._open_group(index, is_started=True) if k else None
        if group is None:
            return 0
        if self._begins_with_ordinal(k, sentence, group.count):
            return 0
        is_verb = any(t.verb == "Fin" for t in self.tokens[sentence.first : k])
        if is_verb and (end := self._several_next(group, k, sentence)):
            return end
        found = self._clause_label(k, sentence)
        if found is None or not (is_verb or self._is_nominal(found[0][0], sentence.last)):
            return 0
        label, weight = found
        return self._ordinal_item(group, (label, weight * (0.95 if is_verb else 0.8)), None, index)

    def _several_next(self, group: Group, k: int, sentence: Sentence) -> int:
        """As in "Viennent ensuite A et B", where that makes the count; returns the token behind, 0 where it doesn't."""
        missing = (group.count or 0) - len(group.items)
        last = next((i for i in range(k, sentence.last) if self.tokens[i].text in ":;"), sentence.last)
        listing = split_list(self.tokens, k, last, missing, self.grammar) if missing > 1 and k < last else None
        is_plural = not self.words.plural_verbs.isdisjoint(self.doc.words[sentence.first : k])
        if listing and len(listing.items) != missing and is_plural:  # "S'y ajoutent A et B", the last one told later
            listing = split_list(self.tokens, k, last, None, self.grammar)
        if listing is None or not self._are_clean(listing.items) or len(listing.items) > missing:
            return 0
        if any(self.tokens[a].text[0].isdecimal() for a, _ in listing.items):
            return 0  # "Next comes reuse, for $3m and 87 parks"
        if any(t.verb == "Fin" for a, b in listing.items[1:] for t in self.tokens[a + 1 : b]):
            return 0  # "Next comes rail, and rounding off the trio is a fund"
        if len(listing.items) < missing and not (is_plural and listing.quality >= GAPPED):
            return 0
        labels = [label for a, b in listing.items if (label := self._item_label(a, b))]
        for label in labels:
            self._add(group, label, len(group.items) + 1, group.confidence * listing.quality)
        return labels[-1][1] if labels else 0

    def _past_sequel(self, sentence: Sentence) -> int:
        """Token behind "Enfin", "Et, pour finir" or the like at the start of a sentence, 0 where it has none."""
        k = sentence.first
        k += k < sentence.last and self.tokens[k].text in '«“"'
        if n := self.lexicon.sequels.match(self.tokens, k, sentence.last):
            return 0 if self._remains_to(k + n, sentence.last) else k + n
        k += self.tokens[k].pos == "CCONJ" if k < sentence.last else 0
        k += k < sentence.last and self.tokens[k].text == ","
        n = self.lexicon.sequels.match(self.tokens, k, sentence.last)
        return k + n if n else 0

    def _remains_to(self, k: int, last: int) -> bool:
        """As in "Reste à trouver l'argent", "Remains to be seen": what is left to do, no part."""
        return k + 1 < last and self.tokens[k].pos in ("ADP", "PART") and self.tokens[k + 1].verb == "Inf"

    def _open_group(self, index: int, *, is_started: bool) -> Group | None:
        """The group that waits for its next component; `is_started`: one that has some already."""
        for group in reversed(self.groups):
            if group.is_open and not group.is_fallback and bool(group.items) >= is_started:
                return group if self._is_recent(group, index) and not self._goes_on_by_titles(group) else None
        return None

    def _goes_on_by_titles(self, group: Group) -> bool:
        """Whether its last item is a sub-heading ("Axis 1: water"): the next is too, whatever the text says."""
        last = group.items[-1] if group.is_titled and group.items else None
        if last is None:
            return False
        return self.doc.blocks[self.doc.sentences[self._sentence_of(last.label[0])].block].kind == "heading"

    # ------------------------------------------------------------ what an ordinal says

    def _may_stand_alone(self, k: int, sentence: Sentence, is_elliptic: bool) -> bool:
        """Whether "le premier" at the token before `k` has no noun after it."""
        if k >= sentence.last:
            return False
        token = self.tokens[k]
        if is_elliptic and (token.pos in ("PRON", "DET") or self._is_complement(k, sentence.last)):
            return True
        if is_elliptic and self._is_bare_object(k, self._until_next(k, sentence).last):
            return True
        if token.text in ",:(" or token.verb == "Fin" or token.pos in ("ADV", "AUX"):
            return True
        if self._is_future(k, sentence.last) or self._stands_as_verb(k, sentence.last, is_sure=is_elliptic):
            return True
        if token.pos == "PRON" and k + 1 < sentence.last and self.tokens[k + 1].verb == "Fin":
            return True  # "le deuxième s'occupe de"
        return bool(self.lexicon.content_verbs.match(self.tokens, k, sentence.last))

    def _content(
        self, k: int, sentence: Sentence, has_noun: bool, is_elliptic: bool
    ) -> tuple[tuple[int, int], float] | None:
        """The label that follows "le premier axe" at token `k`, and how sure it is."""
        tokens, last = self.tokens, sentence.last
        if has_noun:
            k = self._skip_complement(k, sentence)
        if k >= last:
            return None
        text = tokens[k].text
        if text == "," and is_elliptic and (behind := self._past_adjectives(k + 1, last)):
            if self.lexicon.content_verbs.match(tokens, behind, last):
                return self._after_verb(behind, last)  # "a last one, finally, deals with"
            return self._gapped(behind, last) or (
                self._weighed(behind, last, GAPPED) if self._is_nominal(behind, last) else None
            )
        if text == ",":
            return (is_elliptic and self._gapped(k + 1, last)) or self._after_comma(k, last)
        if text in ":.|" or (text in DASHES and tokens[k].space):
            return self._weighed(k + 1, last, 1.0)
        if text == "(":
            return self._weighed(k + 1, self._closing(k, last), 0.95)
        if is_elliptic and self._is_complement(k, last):
            return self._weighed(k + (tokens[k].pos == "ADP"), last, 0.95)  # "the second with leak reduction"
        is_article = tokens[k].pos == "DET" or tokens[k].folded in self.words.lists.article
        if is_elliptic and (is_article or self._is_bare_object(k, last)):
            return self._weighed(k, last, GAPPED)  # "l'une est la santé, la deuxième l'école"
        return self._after_verb(k, last)

    def _past_adjectives(self, k: int, last: int) -> int:
        """Token behind "industriel," in "l'autre, industriel, à replanter …", 0 where no such aside stands at `k`."""
        j = k
        while j < last and self.tokens[j].pos in ("ADJ", "ADV"):
            j += 1
        comma = next((m for m in range(k, min(last, k + _MAX_ASIDE // 4)) if self.tokens[m].text == ","), k)
        if any(t.folded in self.words.superlatives or self._is_highest(t) for t in self.tokens[k:comma]):
            j = comma if self.tokens[k].pos == "ADP" else j  # "by far the dearest,"
        return j + 1 if k < j < last - 1 and self.tokens[j].text == "," else 0

    def _gapped(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """As in "la deuxième, à former des maçons", "the second, on leak reduction": the verb is the one before."""
        if k + 1 >= last or self.tokens[k].pos not in ("ADP", "PART", "SCONJ"):
            return None
        is_act = any(t.verb in ("Inf", "Ger") for t in self.tokens[k + 1 : min(last, k + 3)])
        group = self._latest(lambda g: bool(g.items))
        told = group.items[-1].label[0] if group else 0
        is_same = any(t.folded == self.tokens[k].folded for t in self.tokens[max(0, told - 3) : told])
        return self._weighed(k + 1, last, GAPPED) if is_act or is_same else None

    def _is_bare_object(self, k: int, last: int) -> bool:
        """As in "the first covers rain tanks, the second town sewers": a noun phrase whose verb is the one before."""
        if not self.words.bare_nouns or self.lexicon.content_verbs.match(self.tokens, k, last):
            return False
        return self._is_nominal(k, last) and not any(t.verb == "Fin" or t.text in ",;:" for t in self.tokens[k:last])

    def _is_complement(self, k: int, last: int) -> bool:
        return self.tokens[k].pos == "ADP" or bool(self.grammar.hollow.match(self.tokens, k, last))

    def _after_comma(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """As in "le premier, il porte sur …", "le premier, la santé, …", "le premier, doté de 3 millions, vise …"."""
        if found := self._behind_name(k + 1, last) or self._behind_relative(k + 1, last):
            return found
        if found := self._after_pronoun(k + 1, last):
            return found
        if found := self._predicate(k + 1, last):
            return found
        if k + 2 < last and self.tokens[k + 1].pos in ("PART", "ADP") and self.tokens[k + 2].pos == "AUX":
            return self._behind_aside(k + 1, last)  # "part two, to be published in May, deals with"
        is_example = self.lexicon.partial_openers.match(self.tokens, k + 1, last)  # ", including a reserve"
        is_sum = k + 2 < last and self._is_sum(k + 1)
        if not (is_example or is_sum) and self._is_nominal(k + 1, last) and not self._is_quality(k + 1, last):
            return self._weighed(k + 1, last, 1.0)
        if comma := self._bare_verb_end(k + 1, last):
            return self._weighed(k + 1, comma, 1.0)
        if self._is_order(k + 1, last):
            return self._weighed(k + 1, last, GAPPED)
        return self._behind_aside(k + 1, last)

    def _behind_relative(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """As in "the first, which will take most of the money, deals with …": the main verb tells."""
        words = self.words.relatives | self.grammar.words.restrictive
        if k >= last or self.tokens[k].folded not in words:
            return None
        for j in range(k + 1, min(last - 1, k + _MAX_ASIDE)):
            is_past = self.tokens[j + 1].pos == "AUX" and j + 2 < last and self.tokens[j + 2].verb == "Part"
            if self.tokens[j].text == "," and not is_past:
                told = self.lexicon.content_verbs.match(self.tokens, j + 1, last)
                if told:
                    return self._after_verb(j + 1, last)
        return None

    def _behind_aside(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """What a verb behind an aside says ("le premier, doté de 3 millions, vise …")."""
        for j in range(k, min(last, k + _MAX_ASIDE)):
            if self.tokens[j].text == "," and (found := self._after_verb(j + 1, last)):
                return found
        return None

    def _behind_name(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """What a component with a name of its own is about ("le premier, baptisé « Élan », concerne la formation")."""
        k += self.grammar.hollow.match(self.tokens, k, last)
        if k + 1 >= last or self.tokens[k].text not in QUOTES or not self.tokens[k + 1].is_capitalised:
            return None
        closer = QUOTES[self.tokens[k].text]
        end = next((j for j in range(k + 1, min(last, k + _MAX_NAME)) if self.tokens[j].text == closer), 0)
        verb = end + 1 + (end + 1 < last and self.tokens[end + 1].text == ",")
        if not end or not self.lexicon.content_verbs.match(self.tokens, verb, last):
            return None
        found = self._after_verb(verb, last)
        self.named = (k + 1, end) if found else None
        return found

    def _bare_verb_end(self, k: int, last: int) -> int:
        """The comma behind a goal put as a bare verb ("the first, design out waste, would …"), else 0."""
        tokens = self.tokens
        if k + 1 >= last or tokens[k].pos != "VERB" or tokens[k].verb not in ("Fin", "Inf"):
            return 0
        if tokens[k + 1].pos not in ("ADP", "ADJ", "NOUN", "ADV"):
            return 0  # "the first, says the minister, …"
        comma = next((j for j in range(k + 1, min(last, k + _MAX_GOAL)) if tokens[j].text == ","), 0)
        behind = comma + 1 < last and (tokens[comma + 1].verb == "Fin" or tokens[comma + 1].pos == "AUX")
        return comma if comma and behind else 0

    def _is_order(self, k: int, last: int) -> bool:
        """As in "First, stop illegal logging": a bare verb with its object behind a bare ordinal."""
        token = self.tokens[k]
        if not self.words.bare_nouns or self.tokens[k - 2].pos == "NOUN" or token.pos != "VERB" or k + 1 >= last:
            return False
        is_bare = token.verb in ("Fin", "Inf") and not token.folded.endswith(bare_verb_exceptions(self.doc.language))
        is_first = k - 2 == self.doc.sentences[self._sentence_of(k)].first
        return is_bare and is_first and self.tokens[k + 1].pos in OBJECTS

    def _predicate(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """As in "Under its first component, the plan will equip schools": what the plan does."""
        named = next(iter(self.mentions.within(k, k + 2)), None)
        head = k + (k < last and self.tokens[k].pos == "DET")
        behind = named[1] if named else head + 1
        if behind >= last:
            return None
        noun = self.tokens[head].folded
        is_plan = named or noun in self.words.doers or (head > k and noun in self.words.plan_nouns)
        return self._after_verb(behind, last) if is_plan and self.tokens[behind].verb == "Fin" else None

    def _is_quality(self, k: int, last: int) -> bool:
        """As in "la première, immédiate, …", "the third, the hardest, …": no noun up to the comma."""
        if self.tokens[k].folded in self.words.crosscutting and k + 1 < last and self.tokens[k + 1].text == ",":
            return True
        for i in range(k, min(last, k + 10)):
            token = self.tokens[i]
            if token.folded in self.words.superlatives and i > k and self.tokens[i - 1].pos == "DET":
                return True  # "le mieux doté", "the best funded"
            if token.text == "," and i == k + 1 and self.tokens[k].verb == "Ger":
                return False  # "the second, screening, …"
            if token.text == "," or (token.pos == "ADP" and i > k + 1):
                return True
            if token.pos not in ("ADJ", "ADV", "DET") and token.verb not in ("Part", "Ger"):
                return False
        return False

    def _skip_complement(self, k: int, sentence: Sentence) -> int:
        """Past "stratégique du plan" in "le premier axe stratégique du plan concerne"."""
        named = next(iter(self.mentions.within(k, k + _NEAR_NAME)), None)
        k = named[1] if named and all(self._is_linking(j) for j in range(k, named[0])) else k
        for j in range(k, min(sentence.last, k + 9)):
            token = self.tokens[j]
            is_verb = token.verb == "Fin" or self.lexicon.content_verbs.match(self.tokens, j, sentence.last)
            if is_verb and not token.is_capitalised:
                return j
            if token.verb == "Part" and self.grammar.hollow.match(self.tokens, j, sentence.last):
                return j
            if not token.text[0].isalnum() and token.text not in '«»“”"':
                return j
        return k

    def _after_pronoun(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        """As in "il porte sur …", "which concerns …"."""
        n = self.lexicon.pronouns.match(self.tokens, k, last) or int(self.tokens[k].pos == "PRON" if k < last else 0)
        return self._after_verb(k + n, last) if n else None

    def _after_verb(self, k: int, last: int) -> tuple[tuple[int, int], float] | None:
        tokens = self.tokens
        while k < last and (tokens[k].pos in ("ADV", "PRON") or tokens[k].text == ","):
            k += 1
        if parted := self._parted_verb(k, last):
            return self._weighed(parted, last, 1.0)
        if n := self.lexicon.content_verbs.match(tokens, k, last):
            while n2 := self.lexicon.content_verbs.match(tokens, k + n, last):
                n += n2  # "aims to" + "address", "doit" + "permettre de"
            is_judged = tokens[k + n - 1].pos == "AUX" and self._is_judgement(k + n, last)
            n += 2 * self._is_turned_to(k + n, last)
            behind = self.tokens[k + n + 1] if k + n + 1 < last else None
            if tokens[k + n - 1].pos == "AUX" and k + n < last and tokens[k + n].verb == "Part":  # "was issued in"
                is_judged = is_judged or (behind is not None and behind.pos in ("ADP", "ADV", "SCONJ"))
            return None if is_judged else self._weighed(k + n, last, 1.0)
        is_future = k < last and self._is_future(k, last)
        if k >= last or not (tokens[k].verb == "Fin" or is_future or self._stands_as_verb(k, last, is_sure=True)):
            return None
        if is_future and tokens[k + 1].folded in self.words.lists.article:
            return self._weighed(k + 1, last, _KNOWN_VERB)  # "la première prolongera la ligne"
        k += 1
        while (
            k < last
            and tokens[k].verb != "Inf"
            and (tokens[k].verb == "Part" or tokens[k].pos in ("AUX", "ADV", "ADP", "PART"))
        ):
            k += 1
        return self._weighed(k, last, 0.75)

    def _parted_verb(self, k: int, last: int) -> int:
        """Token behind "porte, lui, sur", "deals, as its name says, with" at `k`, 0 where no aside parts a verb."""
        if k + 3 >= last or self.tokens[k + 1].text != "," or self.tokens[k].pos not in ("VERB", "NOUN", "AUX"):
            return 0
        comma = next((j for j in range(k + 2, min(last - 1, k + MAX_ADDED)) if self.tokens[j].text == ","), 0)
        joined = [self.tokens[k], *self.tokens[comma + 1 : comma + 4]]
        n = self.lexicon.content_verbs.match(joined, 0, len(joined)) if comma else 0
        return comma + n if n else 0

    def _is_nominal(self, k: int, last: int) -> bool:
        """Whether a noun phrase, an infinitive or an opening that says nothing ("celui de") starts at `k`."""
        if k >= last:
            return False
        token = self.tokens[k]
        if self.grammar.hollow.match(self.tokens, k, last) or token.text in '«“"':
            return True
        if token.verb in ("Inf", "Ger"):
            return True
        if token.pos == "ADJ" and k + 1 < last and self.tokens[k + 1].pos == "ADP":
            return False  # "due by May"
        if token.verb == "Part" and k + 1 < last and self.tokens[k + 1].pos == "NOUN":
            return True  # "trained guides"
        return token.pos in ("DET", "NOUN", "PROPN", "ADJ", "X") and not token.verb

    def _clause_label(self, k: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """The label of a clause that may have the plan as its subject ("Firstly, the plan will expand …")."""
        tokens = self.tokens
        while k < sentence.last and tokens[k].text in ",:":
            k += 1
        if found := self._predicate(k, sentence.last):
            return found
        for j in range(k, min(sentence.last, k + 7)):
            if tokens[j].verb != "Fin":
                continue
            if tokens[k].pos == "PRON" or any(t.folded in self.words.plan_nouns for t in tokens[k : min(j, k + 3)]):
                return self._after_verb(j, sentence.last)
            break
        return self._weighed(k, sentence.last, 1.0)

    def _in_passing(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """As in "One of the components is …", "Another aspect of the plan is …"; returns the token to go on with."""
        opener = self.lexicon.one_of if noun.is_plural else self.lexicon.another
        n = opener.match(self.tokens, sentence.first, i)
        is_one = not n and self.words.numbers.get(self.tokens[sentence.first].folded) == 1
        n = n or int(is_one)  # "One key component of the plan is"
        if not n or i - sentence.first - n > _MAX_MODIFIERS or LEVELS[noun.kind] > LEVELS["objective"]:
            return i + 1
        group = self._latest(lambda g: g.is_passing)
        if noun.is_plural or is_one or group is None or index - self._last_sentence(group) > _ORDINAL_REACH:
            if not (noun.is_plural or is_one):
                return i + 1
            named = self.references.within(sentence.first, sentence.last)
            if not (named or self._names_plan_above(sentence) or self._opens_with_plan(sentence)):
                return i + 1
            plan = named[0][2] if named else self._spoken_of(index, sentence)
            group = Group(noun, None, plan, None, index, 0.8, is_implicit=True, is_passing=True)
        k = i + len(noun.words)
        found = self._content(k, sentence, has_noun=True, is_elliptic=False)
        is_told = found is not None and found[1] >= _KNOWN_VERB and self._names_thing(*found[0])
        return self._ordinal_item(group, found, None, index) if found and is_told else k

    # ------------------------------------------------------------ titles

    def _titled(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """As in "Axe 1 : …", "Pillar 2 – …"; returns the token behind the label, 0 where it is no title."""
        first = i - (i > sentence.first and self.tokens[i - 1].pos == "DET")
        rank, start = self._title_rank(i, noun, sentence.last)
        is_known = self.tokens[i].is_capitalised or self._opens_clause(first, sentence)
        if not (is_known or (rank and self._is_awaited(noun, rank))):
            return 0
        if start and self._is_apposed_to(first, start - 1, sentence):
            found = self._weighed(self._apposed_start(first, sentence), first - 1, GAPPED)
            group = self._title_group(noun, rank, found[0], index, sentence) if found else None
            if found and group and not self._known(group, rank):
                self._ordinal_item(group, found, rank, index)
                return start
        sentence = self._until_next_title(start, noun, sentence) if start else sentence
        if start >= sentence.last and start < self._block_end(sentence.block):
            sentence = self.doc.sentences[index + 1]  # "Axis I. Water": the stop is no end
            found = self._weighed(start, sentence.last, 1.0)
        else:
            found = self._title_content(start - 1, noun, index, sentence) if start else None
        if found is None:
            return 0
        label, weight = found
        group = self._title_group(noun, rank, label, index, sentence)
        if group is None:
            return start  # "Phase 2, which …, has three goals"
        if known := self._known(group, rank):
            is_same = self._alike(known.label, label)
            if is_same and known.label != label:
                known.spans.append(self.doc.span(*label))
            self._speak_of(known, i, index)
            return label[1] if is_same else start  # "Pillar One itself falls into two components"
        group.is_titled = True
        end = self._ordinal_item(group, (label, weight), rank, index)
        self._head(group.items[-1], sentence.block, end)
        return end

    def _head(self, component: Component, block: int, end: int) -> None:
        """Let a title that fills its line be the subject of the paragraph below, and have the bullets below."""
        below = block + 1
        is_line = end + 1 >= self._block_end(block) and below < len(self.doc.blocks)
        if is_line and self.doc.blocks[below].kind == "paragraph":
            self.by_block.setdefault(below, component)
        elif is_line and component.group.count:
            self._add_below_lines(component.group, [(block, component)])

    def _is_awaited(self, noun: Noun, rank: int) -> bool:
        """Whether that rank is the next of a group that was announced with the noun."""
        group = self._latest(lambda g: g.noun.kind == noun.kind and not g.is_fallback)
        return group is not None and group.is_open and group.count is not None and rank == len(group.items) + 1

    def _numbered(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """As in "118 relèvent du pilier b), lequel réunit": a part known by its number; returns the token behind it."""
        k = i + len(noun.words)
        rank = self._rank_at(k) if k + 1 < sentence.last else 0
        group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind) if rank else None
        known = self._known(group, rank) if group else None
        if known is None:
            return 0
        self._speak_of(known, i, index)
        return k + 1

    def _title_content(
        self, k: int, noun: Noun, index: int, sentence: Sentence
    ) -> tuple[tuple[int, int], float] | None:
        """What a title's own sentence says it is, also without the verb ("…, pillar three with sewers")."""
        group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind)
        if group and group.items[-1].sentence == index and self.tokens[k].verb != "Fin":
            if self._is_complement(k, sentence.last):
                return self._weighed(k + (self.tokens[k].pos == "ADP"), sentence.last, 0.95)
            if self._is_nominal(k, sentence.last) and not self.lexicon.content_verbs.match(
                self.tokens, k, sentence.last
            ):
                return self._weighed(k, sentence.last, 0.9)
        if self._is_third_person(k, sentence.last):
            return self._weighed(k + 1, sentence.last, _KNOWN_VERB)
        return self._content(k, sentence, has_noun=True, is_elliptic=False)

    def _is_third_person(self, k: int, last: int) -> bool:
        """As in "Strand one restores mangroves": the verb behind a number, whatever the tagger says."""
        token = self.tokens[k]
        if not self.words.bare_nouns or k + 1 >= last or token.is_capitalised or token.pos not in ("NOUN", "VERB"):
            return False
        is_number = self._number(k - 1) is not None
        is_verb = token.text.endswith(third_person_endings(self.doc.language))
        return is_number and is_verb and self.tokens[k + 1].pos in OBJECTS

    def _until_next_title(self, k: int, noun: Noun, sentence: Sentence) -> Sentence:
        """The sentence up to the next title of the same noun, as in "…, pillar four with metering"."""
        for j in range(k + 1, sentence.last - len(noun.words) - 1):
            if self.tokens[j].folded != noun.words[0] or not self._rank_at(j + len(noun.words)):
                continue
            left = j - (self.tokens[j - 1].pos == "DET")
            if self.tokens[left - 1].text in ",;" or self.tokens[left - 1].pos in ("CCONJ", "SCONJ"):
                return replace(sentence, last=left)
        return sentence

    def _title_group(
        self, noun: Noun, rank: int, label: tuple[int, int], index: int, sentence: Sentence
    ) -> Group | None:
        parent = self._title_parent(noun)
        for group in reversed(self.groups):
            if group.noun.kind != noun.kind or group.is_fallback:
                continue
            if parent and group.parent is not parent:
                break
            known = self._known(group, rank)
            if known and (not group.is_implicit or self._alike(known.label, label)):
                return group
            if group.is_open and rank == len(group.items) + 1:
                return group
        is_owned = noun.is_strong and self._names_plan_between(label[0], sentence)
        if rank != 1 and not is_owned and not (parent and self._has_nieces(parent, noun)):
            return None
        topic = parent.group.plan if parent else self._topic_before(index, sentence)
        return Group(noun, None, self.main if topic is None else topic, parent, index, 0.92, is_implicit=True)

    def _names_plan_between(self, end: int, sentence: Sentence) -> bool:
        """As in "Pillar 4 of the X Plan, on climate, …": the plan is named between the title and its label."""
        named = self.mentions.within(sentence.first + 2, end)
        return bool(named) and self.tokens[named[-1][0] - 1].pos in ("ADP", "DET") and named[-1][1] + _NEAR_NAME >= end

    def _title_parent(self, noun: Noun) -> Component | None:
        """As in "Pillar 1: …" above "Programme 1: …": the title of a higher level that is being detailed."""
        if self.subject and self.subject[0].group.noun.kind != noun.kind:
            return self.subject[0]
        level = LEVELS[noun.kind]
        upper = self._latest(lambda g: bool(g.items) and g.is_titled and LEVELS[g.noun.kind] < level)
        if upper is None or not (upper.is_open or self._has_nieces(upper.items[-1], noun)):
            return None
        return upper.items[-1]

    def _has_nieces(self, component: Component, noun: Noun) -> bool:
        """Whether siblings of the component have parts of that kind."""
        return any(g.parent and g.parent.group is component.group and g.noun.kind == noun.kind for g in self.groups)
