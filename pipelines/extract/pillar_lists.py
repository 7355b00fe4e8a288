"""Announcements of a plan's parts ("repose sur trois axes") and the lists that follow them: inline or in bullets."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.extract.enumerations import DASHES, marked_items, phrase_parts, quoted_items, split_list
from pipelines.extract.pillar_announcements import MAX_COUNT, NEXT
from pipelines.extract.pillar_bullets import BulletReader
from pipelines.extract.pillar_items import ALIKE, FAIR, LOOSE, MANY, MAX_LIST_TOKENS, MAX_SAID
from pipelines.extract.pillar_openings import MAX_GAP
from pipelines.extract.pillar_tree import Announcement, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.document import Sentence
    from pipelines.extract.enumerations import Listing
    from pipelines.extract.pillar_lexicon import Noun

_MAX_ANNOUNCEMENTS = 300
_MAX_STARTS = 4
_MAX_SUPERLATIVE = 6  # tokens of "the most visible being"
_MAX_LEAD = 12  # tokens before a list in the sentence above
_SURE_LIST = 0.9
_COUNTED = 0.77  # what is known of parts whose list is as long as counted, and that no word ties to a plan
_TAKEN_UP = 0.75  # what is known of parts that only "of these four missions" shows to be a plan's
# How far the sign or word between an announcement and its list can be trusted.
_TRUST = {
    "colon": 1.0,
    "opener": 1.0,
    "copula": 1.0,
    "content": 0.95,
    "partial": 1.0,
    "had": 0.97,
    "told": 0.95,
    "apposition": 0.98,
    "bracket": 0.98,
    "of": 0.85,
}


class ListReader(BulletReader):
    """Fills the groups of announcements from lists."""

    def _announced(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """Open a group and fill it from the list that follows, if one does; returns the token to go on with."""
        self.announced += 1
        if self.announced > _MAX_ANNOUNCEMENTS or self._is_unrelated(found, sentence):
            return found.right
        if end := self._resumed(found, index, sentence) or self._among(found, index, sentence):
            return end
        parent = self._parent_of(found, sentence)
        evidence = self._evidence(found, parent, index, sentence)
        if evidence == 0 and self._is_headline(found, index, sentence):
            evidence = FAIR
        if evidence <= 0:
            counted = evidence == 0 and self._by_count(found, index, sentence)
            ordered = evidence == 0 and not counted and self._by_ordinals(found, index, sentence)
            if end := counted or ordered:
                return end
            if evidence == 0:
                self._may_be_told(found, index, sentence)
            return self._taken_up(found, index)
        plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
        group = Group(found.noun, found.count, plan, parent, index, evidence)
        if end := self._fill_near(group, found, index, sentence):
            return end
        if found.is_counted and (found.count or found.noun.is_strong):
            group.is_partial = found.count is not None and self._tells_some(found, sentence)
            self._open(group)
        elif sentence.last - found.right <= MAX_SAID:
            self.pending = group
        return found.right

    def _is_unrelated(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether no plan was spoken of yet, or what is announced is a meeting's."""
        return self.first_told >= self._line_end(sentence) or self._are_debated(found, sentence)

    def _line_end(self, sentence: Sentence) -> int:
        """Where the sentence ends; a headline goes on in the paragraph below."""
        at = sentence.block + (self.doc.blocks[sentence.block].kind == "heading")
        return self._block_end(min(at, len(self.doc.blocks) - 1)) if at > sentence.block else sentence.last

    def _fill_near(self, group: Group, found: Announcement, index: int, sentence: Sentence) -> int:
        """Fill the group from the list behind its announcement or before it; returns the token to go on with."""
        if self._is_enclosed(found, sentence) and self._fill_before(group, found, sentence):
            return found.right
        is_some = found.count is not None and self._tells_some(found, sentence)
        if is_some and (end := self._some_behind(group, found, sentence)):
            return end
        is_picked = self._past_superlative(found.right + 1, sentence.last) > 0
        for start, kind in () if is_picked else self._openings(found, sentence):
            if end := self._fill(group, found, kind, start, sentence):
                self._add_besides(group, found, sentence)
                return end
        if self._fill_before(group, found, sentence) or self._fill_from_above(group, found, index):
            return found.right
        return 0

    def _add_besides(self, group: Group, found: Announcement, sentence: Sentence) -> None:
        """As in "Besides A, the plan has two other strands: B and C": the first stands at the sentence's start."""
        n = self.lexicon.besides.match(self.tokens, sentence.first, found.left)
        named = self.references.within(sentence.first + n, found.left) if n else []
        if not named or self.words.others.isdisjoint(self.doc.words[found.left : found.right]):
            return
        ends = range(named[-1][0] - 1, sentence.first + n, -1)
        comma = next((i for i in ends if self.tokens[i].text == ","), 0)
        listing = split_list(self.tokens, sentence.first + n, comma, None, self.grammar) if comma else None
        items = listing.items if listing and listing.quality >= _SURE_LIST else [(sentence.first + n, comma)]
        labels = [label for a, b in items if a < b and (label := self._item_label(a, b))]
        for place, label in enumerate(labels, 1):
            self._add(group, label, place, group.items[0].confidence)

    def _open(self, group: Group) -> None:
        """Let the group wait for its parts; of two that one line announces the first is filled first."""
        last = self.groups[-1] if self.groups else None
        is_second = last is not None and not last.items and last.count and last.sentence == group.sentence
        is_second = is_second and self.doc.blocks[self.doc.sentences[group.sentence].block].kind == "heading"
        self.groups.insert(len(self.groups) - bool(is_second), group)

    def _taken_up(self, found: Announcement, index: int) -> int:
        """As in "Of these three missions, …" right behind them; returns the token to go on with."""
        group = Group(found.noun, found.count, self.main, None, index, _TAKEN_UP)
        self._fill_from_above(group, found, index, verbs_only=True)
        return found.right

    def _tells_some(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Of its four axes …", "Two of the plan's five pillars …"."""
        if self._follows_among(found.left, sentence.first):
            return True
        if found.left <= sentence.first + 1 and self.tokens[sentence.first].pos == "ADP":
            return True
        for k in range(sentence.first, min(sentence.first + NEXT, found.left - 1)):
            if (self._number(k) or MAX_COUNT) < (found.count or 0):
                return self.tokens[k + 1].folded in self.words.lists.linkers
        return False

    def _some_of(self, i: int, noun: Noun, index: int, sentence: Sentence) -> int:
        """As in "Two of the four components of the plan are late: A and B": the rest may be told next; 0 if not."""
        left = self._before_modifiers(i, sentence.first, 4)
        count = self._number(left - 1) if left > sentence.first else None
        if not count or not 2 < count <= MAX_COUNT or left - 2 < sentence.first:
            return 0
        right = i + len(noun.words)
        if self.tokens[left - 2].folded in self.words.back_references:  # "the first of these three aims"
            return self._taken_up(Announcement(noun, left - 2, right, count, True, True, False), index)
        if any(g.noun.kind == noun.kind for g in self.groups):
            return 0
        named = self.references.within(max(sentence.first, left - NEXT), right + NEXT)
        some = next((n for k in range(sentence.first, left - 1) if (n := self._number(k))), None)
        if not named or some is None or some >= count:
            return 0
        group = Group(noun, count, named[-1][2], None, index, FAIR, is_partial=True)
        self._open(group)
        return self._as_many_behind(group, right, some, sentence) or right

    def _some_behind(self, group: Group, found: Announcement, sentence: Sentence) -> int:
        """As in "Two of the plan's five goals are kept: A and B", "Of its six axes, four concern C, D, E and F"."""
        spans = ((found.right, sentence.last), (sentence.first, found.left - 1))
        counts = (n for a, b in spans for k in range(a, b) if (n := self.words.numbers.get(self.tokens[k].folded)))
        some = next((n for n in counts if 1 < n < (found.count or 0)), 0)
        return self._as_many_behind(group, found.right, some, sentence)

    def _as_many_behind(self, group: Group, right: int, some: int, sentence: Sentence) -> int:
        """Fill the group with the `some` parts listed behind a colon; returns the token behind them, else 0."""
        colon = next((k for k in range(right, sentence.last) if self.tokens[k].text == ":"), 0)
        listing = split_list(self.tokens, colon + 1, sentence.last, some, self.grammar) if colon and some > 1 else None
        if listing is None or len(listing.items) != some or listing.quality < _SURE_LIST:
            return 0
        return self._fill_some(group, colon + 1, sentence)

    def _among(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "Among its goals are A and B", "Parmi les dix axes figure A": some parts; returns the token behind."""
        if not self._follows_among(found.left, sentence.first):
            return 0
        start = self._behind_listing(found.right, sentence)
        if not start:
            return 0
        group = self._awaiting(index)
        if group is None and self.words.burdens & set(found.noun.words):
            return 0
        if group is None:
            parent = self._parent_of(found, sentence)
            evidence = self._evidence(found, parent, index, sentence)
            is_headed = not found.count and self.tokens[start - 1].text == ":"
            is_told = evidence == 0 and (found.count is not None or is_headed) and self._was_told_of(index, found.left)
            evidence = _COUNTED if is_told else evidence
            if evidence <= 0:
                return 0
            plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
            group = Group(found.noun, found.count, plan, parent, index, evidence, is_fallback=is_told and is_headed)
        return self._fill_some(group, start, sentence)

    def _awaiting(self, index: int) -> Group | None:
        """The group that the last sentence or this one counted without telling its parts."""
        group = self.groups[-1] if self.groups else None
        waits = group is not None and not group.items and not group.is_fallback and index - group.sentence <= 1
        return group if waits else None

    def _fill_some(self, group: Group, start: int, sentence: Sentence) -> int:
        """Fill the group with the parts, or the only one, that the sentence tells; returns the token behind, else 0."""
        last = self._said_end(start, sentence.last)
        listing = split_list(self.tokens, start, last, None, self.grammar)
        is_list = listing is not None and listing.quality >= (FAIR if len(listing.items) < MANY else LOOSE)
        items = listing.items if listing and is_list else [(start, last)]
        if self._are_figures(items) or (self._number(start) or 0) > 1 or (group.count and len(items) > group.count + 1):
            return 0
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if not labels or self.tokens[labels[0][0]].pos in ("ADP", "PRON", "ADV"):
            return 0
        if group in self.groups:
            self.groups.remove(group)
        group.is_partial = len(labels) != group.count
        self._add_list(group, labels, _SURE_LIST)
        group.is_list = not group.is_partial  # ordinals may name the others
        return labels[-1][1]

    def _told_next(self, index: int, sentence: Sentence) -> int:
        """As in "On y trouve A, B et C" after "prend corps dans des projets": told of what no number announced."""
        group = self.pending
        if group is None or group.sentence != index - 1 or group in self.groups:
            return 0
        n = self.lexicon.sentence_openers.match(self.tokens, sentence.first, sentence.last)
        is_answer = self.tokens[sentence.first - 1].text == "?"  # "Its pillars? Water, roads and schools."
        if not n and not (is_answer and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence))):
            return 0
        start = self._past_colon(self._past_count(sentence.first + n, sentence.last), sentence.last)
        last = self._said_end(start, sentence.last) if start < sentence.last else start
        listing = split_list(self.tokens, start, last, None, self.grammar) if start < last else None
        if listing is None or listing.quality < FAIR or self._are_figures(listing.items):
            return 0
        if group.count not in (None, len(listing.items)):
            return 0
        return self._fill_items(group, listing.items, _SURE_LIST * listing.quality)

    def _counted_next(self, index: int, sentence: Sentence) -> int:
        """As in "There are four of them: A, B, C and D", "Il y en a trois : …" of what the sentence before named."""
        group, first, last = self.uncounted, sentence.first, sentence.last
        if group is None or group.sentence != index - 1:
            return 0
        k = next((i for i in range(first, min(last, first + NEXT)) if self._number(i)), last)
        count = self._number(k) if k < last else None
        if not count or count < MANY or any(t.pos in ("NOUN", "PROPN") for t in self.tokens[first:k]):
            return 0
        start = k + 1 + self.lexicon.of_them.match(self.tokens, k + 1, last)
        start += self.lexicon.numbering.match(self.tokens, start, last)
        if start + 1 >= last or self.tokens[start].text != ":":
            return 0
        listing = split_list(self.tokens, start + 1, last, count, self.grammar)
        if listing is None or len(listing.items) != count or self._are_figures(listing.items):
            return 0
        group.count = count
        return self._fill_items(group, listing.items, listing.quality)

    def _past_count(self, k: int, last: int) -> int:
        """Past "quatre" in "Ils sont quatre : …"."""
        is_count = k + 1 < last and self._number(k) is not None and self.tokens[k + 1].text == ":"
        return k + 1 if is_count else k

    def _by_count(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "Ministries are grouped in four clusters: A, B, C and D": exactly as many as counted, in an article
        that has just spoken of a plan.
        """
        if not found.count or found.count < MANY or not self._was_told_of(index, found.left):
            return 0
        if self.words.burdens & set(found.noun.words):
            return 0
        group = Group(found.noun, found.count, self._spoken_of(index, sentence), None, index, _COUNTED)
        for start, kind in self._openings(found, sentence):
            if kind == "end" or (start >= self._block_end(sentence.block) and kind == "colon"):
                return sentence.last if self._fill_bullets(group, sentence.block, is_sure=False) else 0
            if kind == "colon":
                last = self._said_end(start, self._list_end(start, kind, sentence))
                listing = split_list(self.tokens, start, last, found.count, self.grammar)
                is_whole = listing is not None and len(listing.items) == found.count and listing.quality >= _SURE_LIST
                is_whole = is_whole and not self._are_names(listing.items if listing else [])
                return self._fill(group, found, kind, start, sentence) if is_whole else 0
        if sentence.last - found.right <= MAX_SAID:
            self.pending = group  # "has picked four areas. They are A, B, C and D"
        return 0

    def _are_debated(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Four topics were debated: …": the parts of a meeting."""
        behind = range(found.right, min(sentence.last, found.right + NEXT))
        return not self.references.within(sentence.first, sentence.last) and any(
            self.tokens[i].folded.startswith(self.words.debated) for i in behind
        )

    def _by_ordinals(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "The new edition sticks to three priorities. The first …" in an article that has spoken of a plan."""
        if not found.count or found.noun.kind == "measure" or self.words.burdens & set(found.noun.words):
            return 0
        if sentence.last - found.right > MAX_SAID or index + 1 >= len(self.doc.sentences):
            return 0
        below = self.doc.sentences[index + 1]
        begins = self._begins_with_ordinal(below.first, below, found.count) or self._is_title(below)
        if not begins or not self._was_told_of(index, found.left):
            return 0
        self._open(Group(found.noun, found.count, self._spoken_of(index, sentence), None, index, _COUNTED))
        return found.right

    def _may_be_told(self, found: Announcement, index: int, sentence: Sentence) -> None:
        """Keep a number of parts that nothing ties to a plan, in case the sentences behind tell as many."""
        if self.words.burdens & set(found.noun.words) or not self._was_told_of(index, found.left):
            return
        group = Group(found.noun, found.count, self._spoken_of(index, sentence), None, index, _COUNTED)
        if not found.is_counted:
            self.uncounted = group
        elif (found.count or 0) >= MANY:
            self.candidates.append(group)

    def _resumed(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """As in "… on nine priority areas. Officials say that the areas are A, B and C": the same parts, told now."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or not 0 < index - group.sentence <= 1:
            return 0
        if found.count or not found.is_definite or found.noun.words != group.noun.words:
            return 0
        told = replace(group, items=[])
        for start, kind in self._openings(found, sentence):
            if kind == "copula" and (end := self._fill(told, found, kind, start, sentence)):
                self.groups.remove(group)
                return end
        return 0

    def _listed_next(self, index: int, sentence: Sentence) -> int:
        """As in "Il s'agit de A, B et C" right after an announcement; returns the token behind the list, else 0."""
        group = self.groups[-1] if self.groups else None
        if group is None or group.items or group.is_fallback or index - group.sentence > 1:
            return 0
        n = self.lexicon.list_openers.match(self.tokens, sentence.first, sentence.last)
        n = n or self._sentence_opener(sentence)
        count = group.count
        if not n and (n := self._of_them(sentence)):
            count = self._number(sentence.first)
        start = self._past_count(sentence.first + n, sentence.last)
        start = self._past_aside(start, sentence.last) if n else start
        start += start < sentence.last and self.tokens[start].text == ":"
        start = start if n else self._past_lead(sentence)
        verb = next((i for i in range(start, sentence.last) if self.tokens[i].verb == "Fin"), sentence.last)
        last = sentence.last if n else verb
        # Without an opening the list stands alone, or is the subject of what follows: three at least.
        if not n and (group.count is None or (verb < sentence.last and group.count < 3)):
            return 0
        if start >= sentence.last or (not n and self._begins_with_ordinal(start, sentence, None)):
            return 0
        last = self._said_end(start, last) if start < last else last
        listing = self._all_or_some(start, last, count, is_opened=n > 0) if start < last else None
        if listing is None or self._are_figures(listing.items):
            return 0
        is_whole = len(listing.items) == group.count
        if not is_whole and (not n or self._are_names(listing.items)):
            return 0
        if not n and (self._is_title(sentence) or self._counts_anew(sentence) or not self._are_clean(listing.items)):
            return 0
        is_headline = self.doc.blocks[self.doc.sentences[group.sentence].block].kind == "heading"
        if not n and is_headline and verb < sentence.last:
            return 0  # "Three projects" over "The text, the minister recalls, …"
        if group.count is not None and len(listing.items) > group.count:
            return 0
        self.groups.remove(group)
        wanted = group.count
        group.count = wanted if is_whole else None
        group.is_partial = not is_whole and wanted is not None
        end = self._fill_items(group, listing.items, listing.quality * (1.0 if is_whole else 0.9))
        group.count = wanted
        return end

    def _sentence_opener(self, sentence: Sentence) -> int:
        """Length of "They are", "Il y a" at the sentence's start, 0 for "Il y a d'abord", which tells only one."""
        first, last = sentence.first, sentence.last
        n = self.lexicon.sentence_openers.match(self.tokens, first, last)
        return 0 if n and self.lexicon.sequence.match(self.tokens, first, last) > n else n

    def _counts_anew(self, sentence: Sentence) -> bool:
        """As in "The new edition keeps three: A, B and C": another number than the one announced."""
        tokens = self.doc.sentence_tokens(sentence)
        return any(t.text == ":" and k and self._number(tokens[k - 1].i) for k, t in enumerate(tokens))

    def _all_or_some(self, start: int, last: int, count: int | None, *, is_opened: bool) -> Listing | None:
        """The list of `count` items, or, behind "Among them are", of fewer."""
        listing = split_list(self.tokens, start, last, count, self.grammar)
        if is_opened and listing and count and len(listing.items) < count:
            return split_list(self.tokens, start, last, None, self.grammar)
        return listing

    def _fill(self, group: Group, found: Announcement, kind: str, start: int, sentence: Sentence) -> int:
        """Fill the group from the list at token `start`; returns the token behind it, 0 where there is none."""
        if kind == "end" or (
            start >= self._block_end(sentence.block) and kind in ("colon", "opener", "copula", "partial")
        ):
            is_sure = kind != "end"
            if self._fill_bullets(group, sentence.block, is_sure) or (
                (is_sure or group.count)
                and (
                    self._fill_marked(group, sentence.block)
                    or self._fill_lines(group, sentence.block)
                    or self._fill_headings(group, sentence.block)
                )
            ):
                return sentence.last
            return 0
        if sides := self._sides(group, start, sentence):
            return self._fill_items(group, sides, _TRUST[kind])
        return self._fill_inline(group, found, kind, start, sentence)

    def _fill_inline(self, group: Group, found: Announcement, kind: str, start: int, sentence: Sentence) -> int:
        if start >= sentence.last or (
            self._begins_with_ordinal(start, sentence, group.count) and not self._is_parted(start, group, sentence)
        ):
            return 0
        if kind == "apposition" and self._is_begun_below(sentence, group.count):
            return 0
        start = self._past_subject(self._past_kind(start, sentence.last), sentence.last)
        behind = min(self._block_end(sentence.block), start + 3 * MAX_LIST_TOKENS)
        if marked := marked_items(self.tokens, start, behind):
            return self._fill_items(group, marked, 1.0)
        quoted = quoted_items(self.tokens, start, sentence.last, self.grammar)
        if quoted and group.count in (None, len(quoted)):
            return self._fill_items(group, quoted, _TRUST.get(kind, 1.0))
        last = self._said_end(start, self._list_end(start, kind, sentence))
        listing = split_list(self.tokens, start, last, None if kind == "partial" else group.count, self.grammar)
        if listing is None or not self._is_credible(group, found, kind, listing.items):
            return 0
        if kind == "of" and listing.quality < ALIKE:
            return 0  # "two measures of support, training and credit"
        if kind == "partial" and len(listing.items) != group.count:
            group.is_partial = True
            end = self._fill_items(group, listing.items, 0.9 * listing.quality)
            group.is_list = False  # ordinals may name the others
            return end
        quality = listing.quality * _TRUST[kind]
        return self._fill_items(group, listing.items, quality)

    def _sides(self, group: Group, start: int, sentence: Sentence) -> list[tuple[int, int]]:
        """As in "two strands, wells on the one hand, pumps on the other": the adverbs stand behind the items."""
        if group.count != 2:
            return []
        tokens, first = self.tokens, start
        found: list[tuple[int, int]] = []
        for i in range(start + 1, sentence.last):
            if tokens[i].text == ":":
                return []  # "two priorities, this time: …": the list is still to come
            n = self.lexicon.adverbs.match(tokens, i, sentence.last)
            if not n or self._adverb_rank(i, n) != len(found) + 1 or first >= i:
                continue
            behind = i + n
            if behind < sentence.last and tokens[behind].text[0].isalnum() and tokens[behind].pos != "CCONJ":
                return []
            found.append((first, i))
            if len(found) == 2:
                return found
            first = behind
            while first < sentence.last and (tokens[first].text in ",;" or tokens[first].pos == "CCONJ"):
                first += 1
        return []

    def _adverb_rank(self, i: int, n: int) -> int:
        said = [t.folded for t in self.tokens[i : i + n]]
        adverbs = (r for phrase, r in self.words.ordinal_adverbs.items() if phrase_parts(phrase) == said)
        return next(adverbs, None) or self.words.ordinals[said[0]]

    def _past_subject(self, start: int, last: int) -> int:
        """Past "it" in "is three-pronged: it funds colleges, trains nurses and …"."""
        n = self.lexicon.pronouns.match(self.tokens, start, last)
        return start + n if n and start + n < last and self.tokens[start + n].verb == "Fin" else start

    def _past_superlative(self, i: int, last: int) -> int:
        """Past "the most visible being", "la plus chère étant" at `i`, 0 where no such words stand there."""
        tokens = self.tokens
        if i + 3 >= last or tokens[i].pos != "DET" or tokens[i - 1].text not in ",(":
            return 0
        word = tokens[i + 1]
        if word.folded not in self.words.superlatives and not self._is_highest(word):
            return 0
        for k in range(i + 2, min(last, i + _MAX_SUPERLATIVE)):
            if (tokens[k].verb == "Ger" or tokens[k].pos == "NOUN") and (
                n := self.lexicon.content_verbs.match(tokens, k, last)
            ):
                return k + n
        return 0

    def _is_parted(self, start: int, group: Group, sentence: Sentence) -> bool:
        """As in "firstly, A; secondly, B; and lastly, C": semicolons part as many as were counted."""
        if not self.lexicon.adverbs.match(self.tokens, start, sentence.last):
            return False
        return sum(t.text == ";" for t in self.tokens[start : sentence.last]) + 1 == group.count

    def _is_begun_below(self, sentence: Sentence, count: int | None) -> bool:
        """As in "four worksites, as told by X, minister of A, B and C. First, …": the next sentence begins to tell."""
        below = self._sentence_of(sentence.first) + 1
        if below >= len(self.doc.sentences) or self.doc.sentences[below].block != sentence.block:
            return False
        first = self.doc.sentences[below].first
        is_later = any(self.words.ordinals.get(t.folded, 1) > 1 for t in self.tokens[first : first + 2])
        return not is_later and self._begins_with_ordinal(first, self.doc.sentences[below], count)

    def _fill_before(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "A, B and C are the three pillars of the plan": the list stands before what announces it."""
        if group.parent and not self._is_enclosed(found, sentence):
            return False
        is_whole = bool(found.count) and found.is_definite
        if is_whole and self._fill_apposed(group, found, sentence):
            return True
        if found.count and (self._fill_fronted(group, found, sentence) or self._fill_summed(group, found, sentence)):
            return True
        end = self._closer_before(found.left, sentence.first)
        made = 0 if end else self._made_from(found, sentence)
        end = end or (found.left if made else 0)
        if not end or (found.count and not found.is_definite):
            return False
        end -= self.tokens[end - 1].text in ":,;" or self.tokens[end - 1].text in DASHES
        verbs = self.lexicon.structure_verbs
        group_start = end
        while group_start > sentence.first + 2 and self._is_verbal(group_start - 1):
            group_start -= 1
        if any(t.pos == "AUX" for t in self.tokens[group_start:end]):
            end = group_start  # "A, B and C have been chosen as"
        said = (i for i in range(sentence.first + 1, end) if self._may_be_verb(i))
        behind = [i + n for i in said if (n := verbs.match(self.tokens, i, end))]
        start = made or (behind[-1] if behind else sentence.first)  # "has A, B and C as its three pillars"
        listing = split_list(self.tokens, start, end, found.count, self.grammar) if start < end else None
        if listing is None or self._are_figures(listing.items):
            return False
        if len(listing.items) != found.count if is_whole else len(listing.items) < MANY:
            return False
        if any(self.tokens[i].verb == "Fin" and not self._is_joined(i) for i in range(start + 1, end)):
            return False
        return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))

    def _may_be_verb(self, i: int) -> bool:
        return self.tokens[i].pos != "NOUN" or self.tokens[i - 1].pos != "DET"

    def _is_joined(self, i: int) -> bool:
        """Whether a "verb" behind a comma or "and" is an item of a list of nouns, or an infinitive without "to"."""
        return self.tokens[i - 1].text == "," or self.tokens[i - 1].pos == "CCONJ"

    def _made_from(self, found: Announcement, sentence: Sentence) -> int:
        """As in "fait de A et de B ses deux priorités", "makes A and B its two goals": the token behind the verb."""
        if self.tokens[found.left].folded not in self.words.possessives:
            return 0
        for i in range(found.left - 3, max(sentence.first, found.left - MAX_LIST_TOKENS // 4), -1):
            if n := self.lexicon.making_verbs.match(self.tokens, i, found.left):
                return i + n
        return 0

    def _fill_fronted(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "Water, rail, skills: the plan rests on these three axes"."""
        if not self._refers_back(found) and (found.count or 0) < MANY:
            return False
        limit = min(found.left, sentence.first + MAX_GAP)
        colon = next((i for i in range(sentence.first + 1, limit) if self.tokens[i].text == ":"), 0)
        listing = split_list(self.tokens, sentence.first, colon, found.count, self.grammar) if colon else None
        if listing is None or len(listing.items) != found.count or self._are_figures(listing.items):
            return False
        if any(self.tokens[i].verb == "Fin" for i in range(sentence.first + 1, colon)):
            return False
        return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))

    def _fill_apposed(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "$5m for water and $2m for roads, the two pillars of the plan": each item may begin with its share."""
        tokens, at = self.tokens, found.left - 1
        is_sign = at > sentence.first and (tokens[at].text == "," or tokens[at].text in DASHES)
        is_of_it = tokens[found.left].folded in self.words.possessives
        if not is_sign or (is_of_it and not (group.parent or self._is_enclosed(found, sentence))):
            return False
        begin = max(sentence.first, at - MAX_LIST_TOKENS // 2)
        colon = next((i + 1 for i in range(at - 1, begin, -1) if tokens[i].text == ":"), 0)
        verbs = (i for i in range(begin + 1, at) if tokens[i - 1].verb in ("Fin", "Inf"))
        starts = (colon,) if colon else tuple(islice(verbs, _MAX_STARTS))
        if self._is_enclosed(found, sentence):
            starts = (self._clause_start(at, sentence.first),)
        for start in starts:
            listing = split_list(tokens, start, at, found.count, self.grammar)
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if any(tokens[i].verb == "Fin" and self._number(i - 1) is None for i in range(start + 1, at)):
                continue
            items = [(self._past_share(a, b), b) for a, b in listing.items]
            return bool(self._fill_items(group, items, 0.95 * listing.quality))
        return False

    def _fill_summed(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "The plan banks on A, B and C, three levers that …", "porte sur A, B, C et D, soit quatre axes"."""
        tokens, at = self.tokens, found.left - 1
        if found.is_definite or (found.count or 0) < MANY or at <= sentence.first + MANY:
            return False
        at -= self.lexicon.summing.match(tokens, at, found.left)
        is_sign = tokens[at].text in ",:;" or (tokens[at].text in DASHES and tokens[at].space)
        named = self.references.within(sentence.first, at) if is_sign else []
        if not named:
            return False
        begin = max(named[-1][1] - 1, at - MAX_LIST_TOKENS // 2)
        for start in islice(self._list_starts(begin + 1, at), _MAX_STARTS):
            listing = split_list(tokens, start, at, found.count, self.grammar)
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if self._are_figures(listing.items) or not self._are_clean(listing.items):
                continue
            if any(tokens[i].verb == "Fin" and not self._is_joined(i) for i in range(start + 1, at)):
                continue
            return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))
        return False

    def _list_starts(self, first: int, last: int) -> Iterator[int]:
        """Tokens in `[first, last)` at which the list behind a verb may begin, a preposition with it or without."""
        for i in range(first, last - 1):
            token, before = self.tokens[i], self.tokens[i - 1]
            is_governed = before.pos == "ADP" and before.folded in self.words.lists.linking
            if n := self.lexicon.all_verbs.match(self.tokens, i - 1, last):
                yield i - 1 + n
            elif before.verb or before.text == ":" or is_governed:
                yield i
            elif token.verb in ("Inf", "Ger") and before.pos in ("ADP", "PART"):
                yield i - 1

    def _fill_from_above(self, group: Group, found: Announcement, index: int, *, verbs_only: bool = False) -> bool:
        """As in "It will build faster; train masons; and cap rents. Of these three missions, …"."""
        sentence = self.doc.sentences[index]
        sums_up = self.lexicon.closers.match(self.tokens, sentence.first, found.left) == found.left - sentence.first
        sums_up = sums_up and found.left > sentence.first  # "Fires, felling, titles. Those are its three priorities."
        if not index or not found.count or found.count < 3 or group.parent:
            return False
        if not (sums_up or self._refers_back(found)):
            return False
        above = self.doc.sentences[index - 1]
        is_bare = sums_up and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(above)[1:])
        end = above.last - (self.tokens[above.last - 1].text in ".!")
        for start in range(above.first, min(end, above.first + _MAX_LEAD)):
            token, before = self.tokens[start], self.tokens[start - 1]
            behind = start + 1 + (self.tokens[start + 1].pos == "PART")  # "would seek to keep A"
            is_verb = token.verb in ("Inf", "Ger") and self.tokens[behind].verb != "Inf"
            opens = is_verb or (not verbs_only and start > above.first and before.text == ":")
            opens = opens or (is_bare and start == above.first)
            listing = split_list(self.tokens, start, end, found.count, self.grammar) if opens else None
            is_governed = is_verb and before.pos in ("ADP", "PART") and start - 1 > above.first
            if is_governed and (listing is None or listing.quality < _SURE_LIST):
                listing = split_list(self.tokens, start - 1, end, found.count, self.grammar)
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if not is_verb and len({self.tokens[a].verb in ("Inf", "Fin", "Ger") for a, _ in listing.items}) > 1:
                continue
            return bool(self._fill_items(group, listing.items, 0.9 * listing.quality))
        return False

    def _fill_items(self, group: Group, items: list[tuple[int, int]], quality: float) -> int:
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if len({self._text(label) for label in labels}) < max(2, len(labels)):
            return 0
        self._add_list(group, labels, quality)
        self._nested(group, items)
        return labels[-1][1]

    def _nested(self, group: Group, items: list[tuple[int, int]]) -> None:
        """Lists inside the items, the last one apart: "l'eau, avec deux volets, A et B ; la route ; …"."""
        components = list(group.items)
        if len(components) != len(items):
            return
        for (_, last), component in zip(items[:-1], components[:-1], strict=True):
            whole = self.doc.sentences[self._sentence_of(component.label[0])]
            inside = replace(whole, first=component.label[0], last=last)
            for i in range(component.label[1], last):
                noun = self._noun(i, last)
                found = self._announcement(i, noun, inside) if noun and noun.is_plural else None
                if found and found.left >= component.label[1]:
                    self.subject = (component, component.label[1])
                    self._announced(found, self._sentence_of(i), inside)
                    break
        self.subject = (components[-1], components[-1].label[1])
