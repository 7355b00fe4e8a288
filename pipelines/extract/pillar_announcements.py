"""Noun phrases that announce a plan's parts ("three axes", "its pillars"), and what ties them to a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.enumerations import DASHES, QUOTES
from pipelines.extract.pillar_context import LOOKBACK, PillarContext
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_tree import Announcement, Component

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence

MAX_COUNT = 15
_MAX_HEADLINE = 10  # tokens
_NEAR = 10  # tokens from a sentence's start to its verb
NEXT = 5  # tokens between a verb and its object's number
_CLAUSE = 45  # tokens before the number in which the plan may be named
_COMPLEMENT = 12
_MAX_QUOTED = 8  # tokens of quoted words before a noun
_NONE = -1.0  # parts of something else, whatever else speaks for a plan


class AnnouncementReader(PillarContext):
    """Reads announcements and weighs whether they are about a plan's structure."""

    def _announcement(self, i: int, noun: Noun, sentence: Sentence) -> Announcement | None:
        """The noun phrase around the plural noun at `i`, None where it counts or refers to something else."""
        tokens, words = self.tokens, self.words
        left = self._before_modifiers(i, sentence.first, 4)
        if left - 3 > sentence.first and tokens[left - 1].text == ")" and self._number(left - 2):
            left -= 3  # "trois (3) axes"
        if any(t.folded in words.ordinals or t.folded in words.last for t in tokens[left:i]):
            return None
        is_definite = False
        left -= self._grouping_before(left, sentence.first)
        n = self._number(left - 1) if left > sentence.first else None
        if n and not 2 <= n <= MAX_COUNT and not (n > MAX_COUNT and self._has_examples(i, noun, sentence.last)):
            return None
        count = n if n and n <= MAX_COUNT else None
        quantity = 1 if n else self._quantity_before(left, sentence.first)
        is_counted, left = quantity > 0, left - quantity
        at = self._before_modifiers(left, sentence.first, 2)  # "its main three pillars"
        verbs = self.lexicon.structure_verbs
        if all(t.pos != "VERB" and not verbs.match(tokens, t.i, left) for t in tokens[at:left]):
            left = at  # but not "has identified three pillars"
        if left > sentence.first and tokens[left - 1].folded in words.definite:
            is_definite, left = True, left - 1
        is_definite = is_definite or self._is_of_relative(left, sentence)
        if self._is_partitive(left, sentence):
            return None
        noun, right = self._called(i, noun, sentence.last, is_counted=is_counted)
        if count is None and (told := self._count_behind(right, sentence.last)):
            count, right = told
            is_counted = True
        is_definite = is_definite or self._is_of_plan(left, sentence)
        is_following = any(t.folded in words.following for t in tokens[left:right])
        return Announcement(noun, left, right, count, is_definite, is_counted, is_following)

    def _is_of_relative(self, left: int, sentence: Sentence) -> bool:
        """As in "the X Plan, whose priorities are": the relative pronoun stands for the article."""
        is_there = left > sentence.first and self.tokens[left - 1].folded in self.words.possessive_relatives
        return is_there and self.words.bare_nouns

    def _quantity_before(self, left: int, first: int) -> int:
        """Length of "several", "une vingtaine de" or "a raft of" before the noun phrase at `left`, else 0."""
        if left > first and self.tokens[left - 1].folded in self.words.several:
            return 1
        is_linked = left - 2 > first and self.tokens[left - 1].folded in self.words.lists.linkers
        return 2 if is_linked and self.tokens[left - 2].folded in self.words.collectives else 0

    def _grouping_before(self, left: int, first: int) -> int:
        """Length of "groupes de" in "quatre groupes de tâches", "three sets of" before the noun phrase, else 0."""
        if left - 3 < first or self.tokens[left - 1].folded not in self.words.lists.linkers:
            return 0
        noun, number = self.tokens[left - 2], self.tokens[left - 3]
        is_grouping = noun.pos == "NOUN" and noun.folded not in self.words.no_parts and number.pos == "NUM"
        return 2 if is_grouping and self.words.numbers.get(number.folded, 0) > 1 else 0

    def _has_examples(self, i: int, noun: Noun, last: int) -> bool:
        """As in "42 measures, including A, B and C", "42 measures. Among them …": of so many only some can be told."""
        right = self._behind_modifiers(i + len(noun.words), last)
        if right == last - 1 and last < len(self.tokens):
            return self.lexicon.among.match(self.tokens, last, len(self.tokens)) > 0
        right += right < last and self.tokens[right].text == ","
        return self.lexicon.partial_openers.match(self.tokens, right, last) > 0

    def _called(self, i: int, noun: Noun, last: int, *, is_counted: bool) -> tuple[Noun, int]:
        """The noun and the token behind it; of "five legs, or pillars", "trois blocs, appelés axes" the second one."""
        right = self._behind_modifiers(i + len(noun.words), last)
        k = right + (right < last and self.tokens[right].text == ",")
        n = self.lexicon.renaming.match(self.tokens, k, last) if is_counted else 0
        k += n
        k += k < last and self.tokens[k].text in QUOTES
        other = self._noun(k, last) if n else None
        if other is None or not other.is_plural:
            return noun, right
        k += len(other.words)
        return other, k + (k < last and self.tokens[k].text in QUOTES.values())

    def _count_behind(self, right: int, last: int) -> tuple[int, int] | None:
        """The number in "The axes are four:", "Les axes sont au nombre de quatre.", and the token behind it."""
        limit = min(last - 1, right + _COMPLEMENT)
        verb = next((i for i in range(right, limit) if self.lexicon.copulas.match(self.tokens, i, last)), 0)
        if not verb or any(not t.text[0].isalnum() for t in self.tokens[right:verb]):
            return None
        k = verb + self.lexicon.copulas.match(self.tokens, verb, last)
        k += self.lexicon.numbering.match(self.tokens, k, last)
        count = self._number(k) if k < last else None
        k += 1
        k += self.lexicon.numbering.match(self.tokens, k, last)
        is_alone = k < last and self.tokens[k].text in ":.;,("
        return (count, k) if count and 2 <= count <= MAX_COUNT and is_alone else None

    def _is_of_plan(self, left: int, sentence: Sentence) -> bool:
        """As in "the plan's pillars", "the strategy's objectives", whether the plan is named or not."""
        if any(left - 1 <= m[1] <= left for m in self._mentions_in(sentence)):
            return True
        before = self.tokens[max(sentence.first, left - 2) : left]
        return len(before) == 2 and before[1].pos == "PART" and before[0].folded in self.words.plan_nouns

    def _set_of(self, i: int, sentence: Sentence) -> Announcement | None:
        """As in "a three-pronged approach", "an 8-point agenda", "un triptyque : …"."""
        tokens = self.tokens
        number, hyphen, word = tokens[i].folded.rpartition("-")
        count, noun = self.lexicon.manifolds.get(word, (0, None))
        if noun is None or any(m[0] <= i < m[1] for m in self._mentions_in(sentence)):
            return None
        left = i
        if not count:
            if not hyphen and i - 2 >= sentence.first and tokens[i - 1].text in DASHES:
                number, left = tokens[i - 2].folded, i - 2
            count = self.words.numbers.get(number) or (int(number) if number.isdecimal() and len(number) < 3 else 0)
        if not 2 <= count <= MAX_COUNT:
            return None
        right = self._behind_modifiers(i + 1, sentence.last)
        left -= left > sentence.first and tokens[left - 1].folded in self.words.indefinite
        return Announcement(noun, left, right, count, False, True, False)

    def _initials(self, i: int, sentence: Sentence) -> Announcement | None:
        """As in "the four Ps", "les trois « R »": parts called by the letter that they begin with."""
        tokens = self.tokens
        at = i - 1 - (i > sentence.first and tokens[i - 1].text in QUOTES)
        count = self._number(at) if at >= sentence.first and tokens[i].text[0].isupper() else None
        if not count or not 3 <= count <= MAX_COUNT:
            return None
        right = i + 1
        right += right < sentence.last and (tokens[right].text in QUOTES or tokens[right].text in QUOTES.values())
        left = at - (at > sentence.first and tokens[at - 1].folded in self.words.definite)
        noun = Noun("pillar", True, True, None, (tokens[i].folded,))
        return Announcement(noun, left, right, count, left < at, True, False)

    def _manifold(self, i: int, noun: Noun, sentence: Sentence) -> Announcement | None:
        """As in "L'objectif du plan est triple : …"."""
        if not self.has_multiples:
            return None
        for j in range(i + 1, min(sentence.last - 1, i + _CLAUSE // 3)):
            count = self.words.multiples.get(self.tokens[j].folded)
            if count and self.tokens[j + 1].text == ":":
                return Announcement(noun, i, j + 1, count, True, True, False)
            if self.tokens[j].text in ",;:":
                return None
        return None

    def _before_modifiers(self, i: int, first: int, limit: int) -> int:
        left = i
        while left > first and i - left < limit:
            if self._is_modifier(left - 1):
                left -= 1
            elif opening := self._quote_before(left, first):
                left = opening
            else:
                break
        return left

    def _quote_before(self, i: int, first: int) -> int:
        """First token of the quoted words before `i` ("three “critical” areas"), 0 where there are none."""
        closer = self.tokens[i - 1].text
        opener = next((o for o, c in QUOTES.items() if c == closer), "")
        starts = range(i - 2, max(first, i - _MAX_QUOTED), -1) if opener else ()
        return next((k for k in starts if self.tokens[k].text == opener), 0)

    def _behind_modifiers(self, i: int, last: int) -> int:
        right = i
        while right < min(last, i + 4) and self.tokens[right].pos in ("ADJ", "NOUN") and self._is_plain(right):
            phrases = (self.lexicon.contents, self.lexicon.partial_openers)
            if any(p.match(self.tokens, right, last) for p in phrases):
                break  # "its four strands cover", whatever the tagger says
            right += 1
        return right

    def _is_modifier(self, i: int) -> bool:
        token = self.tokens[i]
        if token.folded in self.words.following:
            return True
        is_word = (
            token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and token.verb not in ("Fin", "Inf") and self._is_plain(i)
        )
        # "five mutually reinforcing pillars"
        is_word = is_word or (token.pos == "ADV" and self.tokens[i + 1].verb in ("Ger", "Part"))
        is_counting = self._number(i) is not None or token.folded in self.words.several
        return is_word and not is_counting and token.folded not in self.words.definite

    def _is_plain(self, i: int) -> bool:
        token = self.tokens[i]
        return token.text[0].isalpha() and not self.lexicon.list_openers.match(self.tokens, i, i + 3)

    def _is_partitive(self, left: int, sentence: Sentence) -> bool:
        """As in "L'un des trois axes", "first of four pillars": part of what is counted, no announcement."""
        at = left - 1
        if at > sentence.first and self.tokens[at].folded in self.words.lists.linkers:
            at -= 1
        elif not self.words.lists.linkers & {t.folded for t in self.tokens[left : left + 1]}:
            return False
        if at < sentence.first:
            return False
        token = self.tokens[at]
        return token.folded in self.words.ordinals or token.folded in self.words.last or token.pos in ("NUM", "PRON")

    def _is_counted_noun(self, i: int, sentence: Sentence) -> bool:
        noun = self._noun(i, sentence.last)
        if not noun or not noun.is_plural:
            return False
        left = min(i, max(self._before_modifiers(i, sentence.first, 4), sentence.first + 1))
        return any(self._number(k) is not None for k in range(max(sentence.first, min(i - 3, left - 1)), i))

    def _parent_of(self, found: Announcement, sentence: Sentence) -> Component | None:
        if self.subject is None:
            return None
        component, since = self.subject
        if self._is_coordinated(found, component, sentence):
            return component.group.parent
        named = self._mentions_in(sentence)
        if since > found.left or any(since < first < found.left for first, _, _ in named):
            return None
        if named and self._is_apart(named[0], sentence) and named[0][1] < since:
            commas = (i for i in range(since, found.left) if self.tokens[i].text == ",")
            if any(self.tokens[i + 1].verb == "Fin" for i in commas):
                return None  # "The X Plan, which delivers the first of these, has two parts"
        return component

    def _is_coordinated(self, found: Announcement, component: Component, sentence: Sentence) -> bool:
        """As in "distingue deux piliers (A et B) et trois leviers, …": announced beside what was listed before."""
        at = found.left - 1
        listed = component.group.is_list and sentence.first <= component.label[0] < found.left
        return listed and any(self.tokens[i].pos == "CCONJ" for i in range(component.label[1], at + 1))

    def _evidence(self, found: Announcement, parent: Component | None, index: int, sentence: Sentence) -> float:
        """How sure it is that the noun phrase is about a plan's structure; 0 where nothing says so, `_NONE` where
        something speaks against it.
        """
        tokens, words = self.tokens, self.words
        before = range(max(sentence.first, found.left - _CLAUSE), found.left)
        topic = self._topic_before(index, sentence)
        speaks_of_plan = self._speaks_of_plan(found, before, topic, sentence)
        is_closing = self._is_closing(found, sentence)
        others = [] if is_closing else [i for i in before if self._is_other_subject(i)]
        if others and (not (speaks_of_plan or parent) or self._has_verb_next(others[-1], found.left)):
            return _NONE
        if self._is_of_other(found, others, sentence):
            return _NONE
        adds = bool(self.groups) and any(self.lexicon.additions.match(tokens, i, found.left) for i in before)
        verbs = self.lexicon.structure_verbs
        has_verb = any(verbs.match(tokens, i, found.left) for i in before if found.left - i <= LOOKBACK)
        has_pronoun = bool(self.lexicon.pronouns.match(tokens, sentence.first, found.left))
        has_pronoun = has_pronoun and self._was_told_of(index, found.left)
        is_tied = speaks_of_plan or parent is not None or adds or self._regroups(found, sentence)
        is_close = self._is_close(found, sentence)
        is_had = self._is_had(found, sentence)
        is_specific = found.is_counted or found.is_following or found.is_definite or is_close or is_had
        is_bare = found.right < sentence.last and (
            self._is_bare_subject(found, sentence) or self._is_bare_of(found, sentence)
        )
        is_specific = is_specific or (is_tied and is_bare)
        is_specific = is_specific or self._is_exemplified(found, sentence)
        is_specific = is_specific or (is_tied and is_closing)
        is_headed = found.right < sentence.last and tokens[found.right].text == ":"
        if any(self.lexicon.effects.match(tokens, i, found.left) for i in before if found.left - i <= NEXT):
            return _NONE
        if found.noun.is_strong:
            if not (is_headed or is_specific or has_verb):
                return 0.8 if found.left == sentence.first else 0.0
            return 0.95 if has_verb and (is_tied or has_pronoun) else 0.92 if is_tied or has_verb else 0.8
        if not is_specific:
            return 0.0
        if is_tied:
            is_sure = adds or is_close or (has_verb and self._has_true_verb(found, before))
            return 0.92 if is_sure else 0.75
        near = topic is not None or self._names_plan_above(sentence) or self._opens_with_plan(sentence)
        if near and found.is_counted and self._is_structural(found, before):
            return 0.88 if any(self.lexicon.pronouns.match(tokens, i, found.left) for i in before) else 0.75
        is_closed = near and is_closing and ((found.count and found.is_definite) or self._is_chosen(found, sentence))
        if is_closed or (
            has_verb
            and (has_pronoun or (near and any(self.lexicon.pronouns.match(tokens, i, found.left) for i in before)))
        ):
            return 0.75
        # "Pour y parvenir, trois mesures sont prévues : …" right after a sentence about the plan.
        is_subject = found.left - sentence.first <= 6 and not any(tokens[i].verb == "Fin" for i in before)
        is_subject = is_subject or self._is_inverted(found, sentence)
        is_subject = is_subject and not words.burdens & set(found.noun.words)
        return 0.75 if near and is_subject and self._is_followed_by_list(found, sentence) else 0.0

    def _explains_trouble(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Three factors explain the delay of the plan: …"."""
        verb = next((i for i in self._complement(found.right, sentence.last) if self.tokens[i].verb == "Fin"), 0)
        return verb > 0 and any(
            self.tokens[i].folded in self.words.troubles for i in self._complement(verb, sentence.last)
        )

    def _is_chosen(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "A, B and C have been chosen as priority areas": a passive right before what closes the list."""
        at = self._closer_before(found.left, sentence.first) - 1
        return at > sentence.first and self.tokens[at].verb == "Part" and self.tokens[at - 1].pos in ("AUX", "ADV")

    def _is_inverted(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "At the top stand three goals", "S'en dégagent deux axes": a counted subject behind its verb."""
        first, verb = sentence.first, found.left - 1
        if not (found.count and first < verb <= first + _NEAR and self.tokens[verb].verb == "Fin"):
            return False
        if self.tokens[first].pos not in ("ADP", "PRON", "ADV", "SCONJ"):
            return False
        return not any(t.verb == "Fin" or t.text == "," for t in self.tokens[first:verb])

    def _is_headline(self, found: Announcement, index: int, sentence: Sentence) -> bool:
        """As in "Four projects, three levers" over paragraphs of an article that has spoken of a plan."""
        block = self.doc.blocks[sentence.block]
        if block.kind != "heading" or not found.count or sentence.last - sentence.first > _MAX_HEADLINE:
            return False
        if any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence)) or found.noun.kind == "measure":
            return False
        return found.left - sentence.first <= NEXT and self._was_told_of(index, found.left)

    def _is_other_subject(self, i: int) -> bool:
        """Whether what stands at `i` has parts of its own ("the group"); "to group its actions" is an act."""
        return self.tokens[i].folded in self.words.other_subjects and self.tokens[i].verb not in ("Inf", "Ger")

    def _is_exemplified(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "dwelt on pillars such as A, B and C": examples of parts rather than of projects and measures."""
        is_part = found.noun.is_strong or found.noun.kind in ("pillar", "axis", "foundation", "objective")
        return is_part and bool(self.lexicon.partial_openers.match(self.tokens, found.right, sentence.last))

    def _is_closing(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "names A, B and C as priority sectors": the noun is said of what stands before."""
        return self._closer_before(found.left, sentence.first) > 0

    def _closer_before(self, left: int, first: int) -> int:
        """First token of what stands between a list and its noun at `left` ("are", "figurent parmi"), else 0."""
        starts = range(max(first + 2, left - 4), left)
        found = next((i for i in starts if self.lexicon.closers.match(self.tokens, i, left) == left - i), 0)
        return found - (found > 0 and self.tokens[found - 1].folded in self.words.thereof)  # "en sont les trois axes"

    def _is_of_other(self, found: Announcement, others: list[int], sentence: Sentence) -> bool:
        """As in "a meeting on three topics", "The budget of the plan has three parts": parts of something else."""
        first = sentence.first
        if others and found.left - others[-1] <= NEXT:
            between = self.tokens[others[-1] + 1 : found.left]
            if any(t.pos == "ADP" for t in between) and not any(t.verb or t.text == "," for t in between):
                return True
        return self._is_appendage(first, found.left) or self._explains_trouble(found, sentence)

    def _has_true_verb(self, found: Announcement, before: range) -> bool:
        """Whether more than a preposition ("in three sectors") leads to the number."""
        verbs = self.lexicon.structure_verbs
        near = [i for i in before if found.left - i <= LOOKBACK and self.tokens[i].pos != "ADP"]
        return any(verbs.match(self.tokens, i, found.left) for i in near)

    def _is_structural(self, found: Announcement, before: range) -> bool:
        """Whether a verb that leaves no doubt stands right before: "L'exercice s'appuie sur quatre chantiers"."""
        verbs = (self.lexicon.firm_verbs, self.lexicon.loose_verbs, self.lexicon.structure_verbs)
        near = [i for i in before if found.left - i <= 5]
        return any(i + n == found.left for i in near for v in verbs if (n := v.match(self.tokens, i, found.left)))

    def _regroups(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "The eight points fall under three goals": the subject is a plan's components."""
        if not found.is_counted or self.tokens[sentence.first].folded not in self.words.definite:
            return False
        return any(
            self._is_counted_noun(i, sentence) for i in range(sentence.first + 2, min(found.left, sentence.first + 5))
        )

    def _speaks_of_plan(self, found: Announcement, before: range, topic: int | None, sentence: Sentence) -> bool:
        """Whether the clause names a plan, by its name or by a word such as "strategy"."""
        if any(m[0] < found.right + _COMPLEMENT for m in self._mentions_in(sentence)):
            return True
        near = (*before, *self._complement(found.right, sentence.last))
        if any(self.tokens[i].folded in self.words.plan_nouns for i in near):
            return True
        if self.tokens[found.left].folded not in self.words.possessives:
            return False
        if topic is not None:
            return True
        opens = sentence.first > 0 and not any(t.verb == "Fin" for t in self.tokens[sentence.first : found.left])
        return opens and self._told_last(self.doc.sentence_index(sentence.start)) is not None

    def _is_close(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether a plan's name stands right before or behind: "the plan's four goals", "les buts du plan X"."""
        behind = set(self._complement(found.right, sentence.last))
        return any(found.left - 2 <= m[1] <= found.left or m[0] in behind for m in self._mentions_in(sentence))

    def _has_verb_next(self, i: int, last: int) -> bool:
        """Whether the noun at `i` is the subject of a verb right behind it."""
        return any(self.tokens[k].verb == "Fin" for k in range(i + 1, min(last, i + 3)))

    def _is_bare_subject(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "Key areas of the strategy include …": a plural without a determiner that opens the sentence."""
        return found.left == sentence.first and found.noun.is_plural and not found.is_counted

    def _is_followed_by_list(self, found: Announcement, sentence: Sentence) -> bool:
        """Whether the sentence has a number, or an end that leaves everything to bullets."""
        if found.is_counted or self.tokens[sentence.last - 1].text == ":":
            return True
        k = found.right + (self.tokens[min(found.right, sentence.last - 1)].verb == "Part")
        is_headed = k < sentence.last and self.tokens[k].text == ":"
        return is_headed and found.is_definite and found.left == sentence.first  # "Les priorités retenues : …"

    def _is_had(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "a pour piliers A, B et C": a verb that has the parts stands right before their noun."""
        verbs = self.lexicon.having_verbs
        nearest = range(max(sentence.first, found.left - 4), found.left)
        return any(verbs.match(self.tokens, i, found.left) == found.left - i for i in nearest)

    def _is_bare_of(self, found: Announcement, sentence: Sentence) -> bool:
        """As in "is based on the pillars of safety, growth and …"."""
        if self.tokens[found.right].folded not in self.words.lists.linkers:
            return False
        begin = max(sentence.first, found.left - 4)
        verbs = self.lexicon.structure_verbs
        return any(verbs.match(self.tokens, i, found.left) == found.left - i for i in range(begin, found.left))
