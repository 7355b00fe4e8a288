"""Announcements of a plan's parts ("repose sur trois axes") and the lists that follow them: inline or in bullets."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from pipelines.extract.enumerations import DASHES, marked_items, quoted_items, split_list
from pipelines.extract.pillar_bullets import BulletReader
from pipelines.extract.pillar_items import MANY, MAX_LIST_TOKENS, MAX_SAID
from pipelines.extract.pillar_openings import MAX_GAP
from pipelines.extract.pillar_tree import Announcement, Group

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence

_MAX_ANNOUNCEMENTS = 300
_MAX_STARTS = 4
_MAX_LEAD = 12  # tokens before a list in the sentence above
_SURE_LIST = 0.9
_ALIKE = 0.95
_FAIR = 0.8
_COUNTED = 0.77  # what is known of parts whose list is as long as counted, and that no word ties to a plan
_TOLD_OF = 8  # sentences since the last word about a plan
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
        if self.announced > _MAX_ANNOUNCEMENTS:
            return found.right
        if end := self._resumed(found, index, sentence) or self._among(found, index, sentence):
            return end
        parent = self._parent_of(found, sentence)
        evidence = self._evidence(found, parent, index, sentence)
        if evidence <= 0:
            return (evidence == 0 and self._by_count(found, index, sentence)) or self._taken_up(found, index)
        plan = parent.group.plan if parent else self._plan_of(found, index, sentence)
        group = Group(found.noun, found.count, plan, parent, index, evidence)
        for start, kind in self._openings(found, sentence):
            if end := self._fill(group, found, kind, start, sentence):
                return end
        if self._fill_before(group, found, sentence) or self._fill_from_above(group, found, index):
            return found.right
        if found.is_counted and (found.count or found.noun.is_strong):
            self.groups.append(group)
        elif sentence.last - found.right <= MAX_SAID:
            self.pending = group
        return found.right

    def _taken_up(self, found: Announcement, index: int) -> int:
        """As in "Of these three missions, …" right behind them; returns the token to go on with."""
        group = Group(found.noun, found.count, self.main, None, index, _TAKEN_UP)
        self._fill_from_above(group, found, index, verbs_only=True)
        return found.right

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
        items = listing.items if listing and listing.quality >= _FAIR else [(start, last)]
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
        if not n:
            return 0
        start = self._past_colon(sentence.first + n, sentence.last)
        last = self._said_end(start, sentence.last) if start < sentence.last else start
        listing = split_list(self.tokens, start, last, None, self.grammar) if start < last else None
        if listing is None or listing.quality < _FAIR or self._are_figures(listing.items):
            return 0
        if group.count not in (None, len(listing.items)):
            return 0
        return self._fill_items(group, listing.items, _SURE_LIST * listing.quality)

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

    def _was_told_of(self, index: int, last: int) -> bool:
        """Whether one of the sentences up to the token `last` speaks of a plan."""
        return bool(self.references.within(self.doc.sentences[max(0, index - _TOLD_OF)].first, last))

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
        n = n or self.lexicon.sentence_openers.match(self.tokens, sentence.first, sentence.last)
        count = group.count
        if not n and (n := self._of_them(sentence)):
            count = self._number(sentence.first)
        start = sentence.first + n
        start += start < sentence.last and self.tokens[start].text == ":"
        verb = next((i for i in range(start, sentence.last) if self.tokens[i].verb == "Fin"), sentence.last)
        last = sentence.last if n else verb
        # Without an opening the list stands alone, or is the subject of what follows: three at least.
        if not n and (group.count is None or (verb < sentence.last and group.count < 3)):
            return 0
        if start >= sentence.last or (not n and self._begins_with_ordinal(start, sentence, None)):
            return 0
        last = self._said_end(start, last) if start < last else last
        listing = split_list(self.tokens, start, last, count, self.grammar) if start < last else None
        if listing is None or self._are_figures(listing.items):
            return 0
        is_whole = len(listing.items) == group.count
        if not is_whole and (not n or self._are_names(listing.items)):
            return 0
        if group.count is not None and len(listing.items) > group.count:
            return 0
        self.groups.remove(group)
        wanted = group.count
        group.count = wanted if is_whole else None
        group.is_partial = not is_whole and wanted is not None
        end = self._fill_items(group, listing.items, listing.quality * (1.0 if is_whole else 0.9))
        group.count = wanted
        return end

    def _fill(self, group: Group, found: Announcement, kind: str, start: int, sentence: Sentence) -> int:
        """Fill the group from the list at token `start`; returns the token behind it, 0 where there is none."""
        if kind == "end" or (
            start >= self._block_end(sentence.block) and kind in ("colon", "opener", "copula", "partial")
        ):
            is_sure = kind != "end"
            if self._fill_bullets(group, sentence.block, is_sure) or (
                (is_sure or group.count)
                and (self._fill_lines(group, sentence.block) or self._fill_headings(group, sentence.block))
            ):
                return sentence.last
            return 0
        if start >= sentence.last or self._begins_with_ordinal(start, sentence, group.count):
            return 0
        start = self._past_kind(start, sentence.last)
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
        if kind == "of" and listing.quality < _ALIKE:
            return 0  # "two measures of support, training and credit"
        if kind == "partial" and len(listing.items) != group.count:
            group.is_partial = True
            end = self._fill_items(group, listing.items, 0.9 * listing.quality)
            group.is_list = False  # ordinals may name the others
            return end
        quality = listing.quality * _TRUST[kind]
        return self._fill_items(group, listing.items, quality)

    def _fill_before(self, group: Group, found: Announcement, sentence: Sentence) -> bool:
        """As in "A, B and C are the three pillars of the plan": the list stands before what announces it."""
        if group.parent:
            return False
        is_whole = bool(found.count) and found.is_definite
        if is_whole and self._fill_apposed(group, found, sentence):
            return True
        if found.count and self._fill_fronted(group, found, sentence):
            return True
        end = self._closer_before(found.left, sentence.first)
        if not end or (found.count and not found.is_definite):
            return False
        end -= self.tokens[end - 1].text in ":,;" or self.tokens[end - 1].text in DASHES
        verbs = self.lexicon.structure_verbs
        behind = [i + n for i in range(sentence.first + 1, end) if (n := verbs.match(self.tokens, i, end))]
        start = behind[-1] if behind else sentence.first  # "has A, B and C as its three pillars"
        listing = split_list(self.tokens, start, end, found.count, self.grammar) if start < end else None
        if listing is None or self._are_figures(listing.items):
            return False
        if len(listing.items) != found.count if is_whole else len(listing.items) < MANY:
            return False
        if any(self.tokens[i].verb == "Fin" for i in range(start + 1, end)):
            return False
        return bool(self._fill_items(group, listing.items, 0.95 * listing.quality))

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
        if not is_sign or tokens[found.left].folded in self.words.possessives:
            return False
        begin = max(sentence.first, at - MAX_LIST_TOKENS // 2)
        colon = next((i + 1 for i in range(at - 1, begin, -1) if tokens[i].text == ":"), 0)
        verbs = (i for i in range(begin + 1, at) if tokens[i - 1].verb in ("Fin", "Inf"))
        for start in (colon,) if colon else islice(verbs, _MAX_STARTS):
            listing = split_list(tokens, start, at, found.count, self.grammar)
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if any(tokens[i].verb == "Fin" and self._number(i - 1) is None for i in range(start + 1, at)):
                continue
            items = [(self._past_share(a, b), b) for a, b in listing.items]
            return bool(self._fill_items(group, items, 0.95 * listing.quality))
        return False

    def _fill_from_above(self, group: Group, found: Announcement, index: int, *, verbs_only: bool = False) -> bool:
        """As in "It will build faster; train masons; and cap rents. Of these three missions, …"."""
        if not index or not found.count or found.count < 3 or group.parent or not self._refers_back(found):
            return False
        above = self.doc.sentences[index - 1]
        end = above.last - (self.tokens[above.last - 1].text in ".!")
        for start in range(above.first, min(end, above.first + _MAX_LEAD)):
            token, before = self.tokens[start], self.tokens[start - 1]
            is_verb = token.verb in ("Inf", "Ger") and self.tokens[start + 1].verb != "Inf"
            opens = is_verb or (not verbs_only and start > above.first and before.text == ":")
            listing = split_list(self.tokens, start, end, found.count, self.grammar) if opens else None
            if listing is None or len(listing.items) != found.count or listing.quality < _SURE_LIST:
                continue
            if len({self.tokens[a].verb in ("Inf", "Fin", "Ger") for a, _ in listing.items}) > 1:
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
