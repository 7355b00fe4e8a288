"""Where the list of announced parts begins: behind a colon, "namely", a copula, a comma, a verb or a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.dictionary import third_person_endings
from pipelines.extract.enumerations import DASHES, QUOTES, explains
from pipelines.extract.pillar_announcements import AnnouncementReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.document import Sentence
    from pipelines.extract.pillar_tree import Announcement

MAX_GAP = 45  # tokens between an announcement and the colon of its list
_NEAR = 10
OBJECTS = ("NOUN", "PROPN", "DET", "ADJ", "VERB", "NUM")  # what stands behind a verb
_MAX_SAID = 16  # tokens of ", selon la ministre de l'Eau, Awa Diop,"


class OpeningReader(AnnouncementReader):
    """Finds the places at which lists may begin."""

    def _openings(self, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Places behind the noun phrase at which its list may begin, in their order, and what stands there."""
        tokens = self.tokens
        last = min(sentence.last, found.right + MAX_GAP)
        for i in range(found.right, last):
            if tokens[i].text == ":" or (tokens[i].text == ";" and self._stands_for_colon(i, found)):
                yield i + 1, "colon"
                return
            is_of_some = tokens[i - 1].folded in self.words.lists.linkers  # "four of which are new: …"
            if not is_of_some and (n := self.lexicon.list_openers.match(tokens, i, last)):
                yield self._past_aside(self._past_colon(i + n, last), last), "opener"
                return
            if tokens[i].text == "," and (verb := self._verb_of_plan(i + 1, last)):
                kinds = (self.lexicon.content_verbs, self.lexicon.firm_verbs, self.lexicon.loose_verbs)
                if found.count and (n := max(verbs.match(tokens, verb, sentence.last) for verbs in kinds)):
                    yield verb + n, "told"
                break  # "Resting on nine pillars, the vision comprises …"
            if i - found.right <= _NEAR:
                yield from self._near_openings(i, last, found, sentence)
            leads_on = tokens[i].text == ";" and self.lexicon.list_openers.match(tokens, i + 1, last)
            if (tokens[i].text == ";" and not leads_on) or (i > found.right and self._is_counted_noun(i, sentence)):
                break
        if sentence.last == self._block_end(sentence.block) and found.right + 12 >= sentence.last:
            yield sentence.last, "end"

    def _next_openings(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Openings right behind the noun phrase; where two, the preposition may stand before each item or once."""
        if self._is_had(found, sentence):
            yield i, "had"
        elif n := self._parts_told_behind(i, last, found):
            if self.tokens[i + n - 1].folded in self.words.lists.linking:
                yield i + n - 1, "told"
            yield i + n, "told"
        elif self._is_bare_of(found, sentence) or self._is_counted_of(found):
            yield i, "of"
            yield i + 1, "of"

    def _parts_told_behind(self, i: int, last: int, found: Announcement) -> int:
        """Length of "covering", ", dedicated respectively to" right behind "four programmes", else 0."""
        if not found.count:
            return 0
        k = i + (self.tokens[i].text == ",")
        k += k < last and self.tokens[k].pos == "ADV"
        n = self.lexicon.participles.match(self.tokens, k, last)
        return k + n - i if n else 0

    def _verb_of_plan(self, i: int, last: int) -> int:
        """The verb of the clause that starts at `i` with a plan: its name, or "the agenda"; 0 where it doesn't."""
        if i + 1 >= last or not (self.tokens[i].pos == "DET" or self.mentions.within(i, i + 1)):
            return 0
        named = next(iter(self.mentions.within(i, i + 2)), None)
        behind = named[1] if named else i + 2
        is_plan = named is not None or self.tokens[i + 1].folded in self.words.plan_nouns
        is_verb = is_plan and behind < last
        is_verb = is_verb and (self.tokens[behind].verb == "Fin" or self._is_content_verb(behind, last))
        return behind if is_verb else 0

    def _is_content_verb(self, i: int, last: int) -> bool:
        return self.tokens[i].pos in ("NOUN", "VERB") and self.lexicon.content_verbs.match(self.tokens, i, last) > 0

    def _stands_for_colon(self, i: int, found: Announcement) -> bool:
        """As in "through two main axes; education and health", "these stages are; recovery and growth"."""
        is_next = i == found.right or self.lexicon.copulas.match(self.tokens, found.right, i) == i - found.right
        return is_next and not self.lexicon.list_openers.match(self.tokens, i + 1, min(len(self.tokens), i + 4))

    def _past_colon(self, i: int, last: int) -> int:
        """Past the colon behind an opener, or the stop of an abbreviated one ("viz.")."""
        if i < last and self.tokens[i].text == "." and not self.tokens[i].space:
            i += 1
        return i + (i < last and self.tokens[i].text == ":")

    def _past_aside(self, i: int, last: int) -> int:
        """Past ", selon le ministre,", ", she said," between what opens a list and its first item."""
        if i >= last or self.tokens[i].text != ",":
            return i
        end = next((k for k in range(i + 2, min(last, i + _MAX_SAID)) if self.tokens[k].text == ","), 0)
        inside = self.tokens[i + 1 : end]
        if not inside or inside[0].folded in self.words.lists.linkers or any(t.pos == "CCONJ" for t in inside):
            return i
        is_said = inside[0].pos in ("ADP", "ADV", "SCONJ") or any(t.verb == "Fin" for t in inside)
        return end + 1 if is_said else i

    def _near_openings(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """Openings that need to stand close to the noun phrase."""
        tokens = self.tokens
        if n := self.lexicon.partial_openers.match(tokens, i, last):
            yield self._past_colon(i + n, last), "partial"
        is_of_some = any(self.lexicon.of_them.match(tokens, k, i) == i - k for k in range(max(found.right, i - 3), i))
        n = 0 if is_of_some else self.lexicon.copulas.match(tokens, i, last)
        if n:
            yield from self._behind_copula(i + n, last, found, sentence)
        elif self._is_subject(found, sentence) and (n := self.lexicon.contents.match(tokens, i, last)):
            yield self._past_colon(i + n, last), "content"
        elif i == found.right and (openings := list(self._next_openings(i, last, found, sentence))):
            yield from openings
        elif self._refers_back(found) or self.lexicon.list_openers.match(tokens, i + 1, last):
            return
        elif self.lexicon.partial_openers.match(tokens, i + 1, last):
            return  # ", including …": what follows comes next
        elif tokens[i].text == "(":
            yield i + 1, "bracket"
        elif tokens[i].text == "," or (tokens[i].text in DASHES and tokens[i].space):
            yield i + 1, "apposition"

    def _behind_copula(self, i: int, last: int, found: Announcement, sentence: Sentence) -> Iterator[tuple[int, str]]:
        """As in "The pillars are A, B and C", but not "The goals are threefold: …", where the colon comes."""
        if i >= last or self.tokens[i].folded in self.words.multiples or self.tokens[i].text == ";":
            return
        if self.tokens[i].pos == "ADJ" and i + 1 < last and self.tokens[i + 1].text == ":":
            i += 1  # "Its goals are clear: …"
        if self._is_subject(found, sentence) and self.tokens[i].verb != "Part":
            yield self._past_colon(i, last), "copula"

    def _refers_back(self, found: Announcement) -> bool:
        """As in "in addition to these two pillars, …"."""
        return self.tokens[found.left].folded in self.words.back_references

    def _of_them(self, sentence: Sentence) -> int:
        """Length of "Three of them are" at the start of a sentence."""
        first, last = sentence.first, sentence.last
        n = self.lexicon.of_them.match(self.tokens, first + 1, last) if self._number(first) else 0
        copula = self.lexicon.copulas.match(self.tokens, first + 1 + n, last) if n else 0
        return 1 + n + copula if copula else 0

    def _past_lead(self, sentence: Sentence) -> int:
        """Past "En voici la liste :", "In her own words:" at the start of a sentence."""
        first = sentence.first
        for i in range(first + 1, min(sentence.last - 1, first + _NEAR)):
            if self.tokens[i].text == ":":
                return i + 1
            if self.tokens[i].verb == "Fin" or self.tokens[i].text in ",;" or self._noun(i, sentence.last):
                break
        return first

    def _are_clean(self, items: list[tuple[int, int]]) -> bool:
        """Whether no item begins with a clause ("under which …") or a number of its own."""
        return not any(explains(self.tokens, a, b, self.grammar) or self._is_relative(a, b) for a, b in items)

    def _is_relative(self, a: int, b: int) -> bool:
        behind = self.tokens[a : min(b, a + 5)]
        k = next((k for k, t in enumerate(behind) if t.folded in self.words.relatives), 0)
        return k > 0 and behind[0].pos == "ADP"

    def _is_subject(self, found: Announcement, sentence: Sentence) -> bool:
        if not (found.is_definite or found.is_counted or self._is_bare_subject(found, sentence)):
            return False
        if found.left - sentence.first <= 2:
            return True
        before = self.tokens[found.left - 1]
        if self._is_of_plan(found.left, sentence):
            return True  # "the X Plan's five pillars are"
        is_joined = before.text in ",;:" or before.pos in ("CCONJ", "SCONJ")
        return is_joined or before.folded in self.words.possessive_relatives

    def _is_counted_of(self, found: Announcement) -> bool:
        """As in "the government's three pillars of jobs, homes and health": as many must follow as are counted."""
        if found.count is None or self.tokens[found.right].folded not in self.words.lists.linkers:
            return False
        return all(t.text != ":" for t in self.tokens[found.right : found.right + _NEAR])

    def _past_kind(self, start: int, last: int) -> int:
        """Past "key areas such as" at the start of a list."""
        for i in range(start + 1, min(last - 1, start + _NEAR)):
            if self.tokens[i].text in ",;" or self.tokens[i].pos == "CCONJ":
                break
            if n := self.lexicon.partial_openers.match(self.tokens, i, last):
                named = any((noun := self._noun(k, i)) and noun.is_plural for k in range(start, i))
                return i + n if named else start
        return start

    def _past_others(self, sentence: Sentence) -> int:
        """Token behind "The other pillars are", "Others include" at the start of a sentence, else 0."""
        tokens, words = self.tokens, self.words
        k = sentence.first + (tokens[sentence.first].pos in ("DET", "ADP"))
        k += k < sentence.last and tokens[k].pos == "DET"
        k += k < sentence.last and self._number(k) is not None
        if k >= sentence.last or tokens[k].folded not in words.others:
            return 0
        if k + 1 < sentence.last and tokens[k + 1].text == ",":
            return k + 2  # "The other two, A and B, …"
        for i in range(k + 1, min(sentence.last, k + _NEAR)):
            for verbs in (self.lexicon.copulas, self.lexicon.contents, self.lexicon.partial_openers):
                if n := verbs.match(tokens, i, sentence.last):
                    return self._past_colon(i + n, sentence.last)
            if tokens[i].verb == "Fin" or tokens[i].text in ",;":
                return 0
            if tokens[i].text == ":":
                return i + 1
        return 0

    def _begins_with_ordinal(self, start: int, sentence: Sentence, count: int | None) -> bool:
        """Whether ordinals name the items ("premièrement, …", "dont le premier …")."""
        while start < sentence.last and self.tokens[start].text == ",":
            start += 1
        for i in range(start, min(start + 4, sentence.last)):
            if self.tokens[i].text == ",":
                break
            is_rank = self.tokens[i].folded in self.words.ordinals and not self._is_fraction(i)
            is_rank = is_rank and not (i > start and self._is_adjectival(i))
            if is_rank or self.lexicon.adverbs.match(self.tokens, i, sentence.last):
                return True
            n = self.lexicon.one_other.match(self.tokens, i, sentence.last)
            is_told = n > 0 and i + n < sentence.last and self.tokens[i + n].pos in ("ADP", "AUX", "VERB")
            if n and (count == 2 or (count and is_told)):
                return True
        return False

    def _is_adjectival(self, i: int) -> bool:
        """As in "Safety First", "funds first jobs": an ordinal that ranks no part."""
        before, behind = self.tokens[i - 1], self.tokens[min(i + 1, len(self.tokens) - 1)]
        return before.pos in ("NOUN", "PROPN") or (before.pos == "VERB" and behind.pos == "NOUN")

    def _is_fraction(self, i: int) -> bool:
        """As in "réduire d'un cinquième", "cut by a third"."""
        rank, before = self.words.ordinals[self.tokens[i].folded], self.tokens[max(0, i - 2) : i]
        is_one = len(before) == 2 and (before[1].folded in self.words.indefinite or self._number(i - 1) == 1)
        return rank > 2 and is_one and before[0].pos == "ADP"

    def _behind_listing(self, k: int, sentence: Sentence) -> int:
        """Token behind the verb of "figure", "are", "she listed", "the minister has cited" at or after `k`, else 0."""
        tokens, last = self.tokens, sentence.last
        has_subject = False
        behind = self._past_relative(k, last)
        if behind > k:
            k, has_subject = behind, False
        for i in range(k, min(last - 1, k + _NEAR)):
            if tokens[i].verb == "Fin" or tokens[i].pos == "AUX" or self.lexicon.listing_verbs.match(tokens, i, last):
                behind = next(k for k in range(i + 1, last + 1) if k == last or not self._is_verbal(k))
                listing = self.lexicon.listing_verbs
                is_listing = not has_subject or any(listing.match(tokens, k, last) for k in range(i, behind))
                return self._past_colon(behind, last) if is_listing and behind < last else 0
            if tokens[i].text == ":":
                return i + 1
            if tokens[i].text in ";.":
                return 0
            has_subject = has_subject or tokens[i].pos in ("NOUN", "PROPN", "PRON")
        return 0

    def _past_relative(self, k: int, last: int) -> int:
        """Past "of the plan, which the cabinet reviewed," behind "Among the pillars"; `k` where there is none."""
        opens = next((i for i in range(k, min(last - 2, k + _NEAR)) if self.tokens[i].text[0] in ",.:;"), 0)
        relative = self.words.relatives | self.grammar.words.restrictive
        if not opens or self.tokens[opens].text != "," or self.tokens[opens + 1].folded not in relative:
            return k
        return next((i + 1 for i in range(opens + 2, min(last, opens + 2 * _NEAR)) if self.tokens[i].text == ","), k)

    def _is_verbal(self, i: int) -> bool:
        token = self.tokens[i]
        return token.pos in ("ADV", "AUX", "VERB") and token.verb not in ("Inf", "Ger")

    def _follows_among(self, left: int, first: int) -> bool:
        at = left - (left > first and self.tokens[left - 1].folded in self.words.lists.linkers)
        starts = range(max(first, at - 4), at)
        if at == first and at < left and self._number(left + (self.tokens[left].pos == "DET")) is not None:
            return True  # "Of the four pillars, she dwelt on A"
        is_fused = at == left == first and self.tokens[left].folded in self.words.lists.linkers
        if is_fused and self._number(left + 1) is not None:
            return True  # "Des quatre axes, elle a retenu A"
        return any(self.lexicon.among.match(self.tokens, i, at) == at - i for i in starts)

    def _names_thing(self, first: int, last: int) -> bool:
        """Whether a label is a thing or an act rather than a judgement ("behind schedule", "disputed")."""
        if self.tokens[first].pos == "ADP" or self.tokens[first].verb == "Part":
            return False
        is_act = self.tokens[first].verb in ("Inf", "Ger")
        return is_act or any(t.pos in ("NOUN", "PROPN") for t in self.tokens[first:last])

    def _closing(self, k: int, last: int) -> int:
        return next((j for j in range(k + 1, last) if self.tokens[j].text == ")"), last)

    def _is_turned_to(self, k: int, last: int) -> bool:
        """As in "est voué à", "is given over to" at the participle: what it is about follows."""
        tokens = self.tokens
        return k + 2 < last and tokens[k].verb == "Part" and tokens[k + 1].folded in self.words.towards

    def _is_judgement(self, k: int, last: int) -> bool:
        """As in "Part one was dull.": an adjective or an adverb and nothing else."""
        is_end = k + 1 >= last or not self.tokens[k + 1].text[0].isalnum()
        return k < last and is_end and self.tokens[k].pos in ("ADJ", "ADV", "PART")

    def _is_linking(self, i: int) -> bool:
        return self.tokens[i].pos in ("ADP", "DET") or self.tokens[i].text in QUOTES

    def _is_sum(self, i: int) -> bool:
        """As in "worth $12m": an adjective with an amount."""
        return self.tokens[i].pos == "ADJ" and self.tokens[i + 1].pos in ("NUM", "SYM")

    def _is_future(self, k: int, last: int) -> bool:
        """As in "la seconde accueillera les trains", whatever the tagger says: what becomes of a part is its matter."""
        token = self.tokens[k]
        return not token.is_capitalised and k + 1 < last and token.folded.endswith(self.words.future_endings)

    def _stands_as_verb(self, k: int, last: int, *, is_sure: bool) -> bool:
        """As in "le dernier achète des grues", "the first funds wells": a "noun" that is the verb of its clause.

        Unless it `is_sure` that the ordinal before is a subject, the clause has no other verb.
        """
        token = self.tokens[k]
        if k + 1 >= last or token.pos not in ("NOUN", "ADJ") or token.is_capitalised:
            return False
        if not self.words.bare_nouns:
            is_verb = self.tokens[k + 1].folded in self.words.lists.article
            return is_verb and (is_sure or not self._has_verb_behind(k + 1, last))
        endings = third_person_endings(self.doc.language)
        if not token.folded.endswith(endings) or self.tokens[k + 1].pos not in OBJECTS:
            return False
        # Behind a plural noun no verb would have such an ending, so that "wells" is the object of "funds".
        is_object = self.tokens[k + 1].folded.endswith(endings)
        return not self._has_verb_behind(k + 1 + is_object, last)

    def _has_verb_behind(self, k: int, last: int) -> bool:
        """Whether a verb comes before the next sign or relative."""
        relatives = self.words.relatives | self.grammar.words.restrictive
        for token in self.tokens[k:last]:
            if not token.text[0].isalnum() or token.folded in relatives:
                return False
            if token.verb == "Fin":
                return True
        return False
