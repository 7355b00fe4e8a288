"""What stands around a verb that tells an event: its voice, its subject and object, and circumstances in between."""

from __future__ import annotations

from pipelines.extract.document import Sentence
from pipelines.extract.event_spots import SpotReader
from pipelines.extract.event_view import Telling
from pipelines.extract.event_words import match_phrase

_OCCASIONS = frozenset({"meeting", "conference", "assembly", "visit", "election"})
_ASIDE = 25  # tokens of what stands in commas between a subject and its verb
_SUBJECT_WORDS = 10
_OBJECT, _SUBJECT = 9, 22  # tokens within which a verb's object and subject stand
_CLAUSE = 20  # tokens before a verb
_PEOPLE = 6  # tokens from people to the verb that says that they meet


class VoiceReader(SpotReader):
    """Tells what a verb is about, and who does it."""

    def _is_active(self, sentence: Sentence, i: int) -> bool:
        before = [t.folded for t in self.tokens[max(sentence.first, i - 3) : i]]
        if self.lexicon.passives.intersection(before) or self._is_apposed(sentence, i) or self._is_fronted(sentence, i):
            return False
        return self.tokens[i].verb == "Fin" or (bool(before) and before[-1] in self.lexicon.auxiliaries)

    def _is_fronted(self, sentence: Sentence, i: int) -> bool:
        """Read "Launched in May, it": a participle that opens its sentence, in English whatever its tag."""
        if i > sentence.first:
            return False
        token = self.tokens[i]
        return token.verb != "Fin" or (self.lexicon.head_last and token.text.endswith(self.lexicon.participle_endings))

    def _takes_object(self, sentence: Sentence, i: int) -> bool:
        """Whether what the verb is about stands behind it: the verb is active."""
        return self._is_active(sentence, i) or self.tokens[i].verb in ("Inf", "Ger")

    def _is_apposed(self, sentence: Sentence, i: int) -> bool:
        """Read "The new auction, launched in May, is idle": an English participle, whatever its tag."""
        if not self.lexicon.head_last or i - 2 < sentence.first or i + 1 >= sentence.last:
            return False
        is_noun = self.tokens[i - 2].pos in ("NOUN", "PROPN") or self.tokens[i - 2].text == ")"
        if self.tokens[i - 1].text != "," or not is_noun:
            return False
        is_subject = not any(t.verb == "Fin" or t.text in ",;:" for t in self.tokens[sentence.first : i - 1])
        j = i - 2
        while j > sentence.first and self.tokens[j].pos in ("NOUN", "PROPN", "ADJ", "NUM"):
            j -= 1
        is_subject = is_subject or (self.tokens[j].pos == "DET" and self.tokens[j - 1].pos == "ADP")
        is_closed = any(t.text == "," for t in self.tokens[i : sentence.last])
        return is_subject and is_closed and self.tokens[i + 1].pos == "ADP"

    def _argument(self, sentence: Sentence, i: int, behind: int) -> list[int]:
        """Positions where the verb's logical object is to be looked for, the likelier side first."""
        start = self._after_circumstances(sentence, behind)
        reach = start + _OBJECT
        # "signed with the Development Bank (DB) a deal": the partner's name stands in between.
        reach += len([j for j in range(start, min(sentence.last, reach)) if j in self.actor_at])
        right = [*range(behind, min(sentence.last, reach))]
        left = self._words_before(sentence, i)
        if (end := self._before_aside(sentence, i)) < i:
            left += [j for j in self._words_before(sentence, end) if j not in left]
        return right + left if self._takes_object(sentence, i) else left + right

    def _is_no_argument(self, sentence: Sentence, i: int, j: int) -> bool:
        """Read "a seminar on the implementation of the plan opened": a verb's form, or what a preposition leads to.

        "Sold through the auction, launched in May": a participle may be of any noun.
        """
        if self.tokens[j].verb:
            return True
        helpers = self.lexicon.auxiliaries | self.lexicon.passives
        is_participle = self.tokens[i].verb == "Part" or self.tokens[i].text.endswith(self.lexicon.participle_endings)
        if is_participle and self.tokens[i - 1].folded not in helpers:
            return False
        k = self._left(sentence, j) - 1
        while k > sentence.first and self.tokens[k].pos == "DET":
            k -= 1
        before = self.tokens[k]
        return k > sentence.first and before.pos == "ADP" and before.folded not in self.lexicon.place_links

    def _words_before(self, sentence: Sentence, end: int) -> list[int]:
        """Positions before `end`, the nearest first, as far as another verb or the end of a clause."""
        found: list[int] = []
        for j in range(end - 1, max(sentence.first, end - _SUBJECT) - 1, -1):
            token = self.tokens[j]
            is_verb = token.verb == "Fin" and token.folded not in self.lexicon.auxiliaries and j > sentence.first
            if is_verb or token.text in ";:":
                break
            found.append(j)
        return found

    def _subject_phrase(self, sentence: Sentence, i: int) -> str:
        """The few words from the beginning of the clause to the verb at `i` and its auxiliaries."""
        end = i
        while end > sentence.first and self.tokens[end - 1].folded in self.lexicon.auxiliaries:
            end -= 1
        first = end
        while first > sentence.first and self.tokens[first - 1].text not in ",;:.()" and first - 1 not in self.date_at:
            first -= 1
        is_short = 0 < end - first <= _SUBJECT_WORDS and self.tokens[first].pos != "PRON"
        return self._text(first, end) if is_short else ""

    def _subject_start(self, sentence: Sentence, i: int) -> int:
        """Where the subject of the verb at `i` begins, beyond asides: "la zone, celle de Kara, a, elle, été livrée"."""
        end = self._before_aside(sentence, i)
        first = self._clause_start(sentence, end)
        while first > sentence.first and not any(self._is_head(k) for k in range(first, end)):
            end = first - 1
            first = self._clause_start(sentence, end)
            if first - 1 > sentence.first and self._is_put_beside(sentence, first, end):
                end = first - 1
                first = self._clause_start(sentence, end)
        return first

    def _clause_start(self, sentence: Sentence, end: int) -> int:
        """Where the words without a stop, a conjunction or a verb of their own begin that end at `end`."""
        first = end
        while first > sentence.first and self.tokens[first - 1].text not in ",;:.":
            token = self.tokens[first - 1]
            if token.pos == "SCONJ" or (token.verb == "Fin" and token.folded not in self.lexicon.auxiliaries):
                break
            first -= 1
        while first < end - 1 and self.tokens[first].pos in ("CCONJ", "SCONJ"):
            first += 1
        return first

    def _before_aside(self, sentence: Sentence, i: int) -> int:
        """Where the subject of the verb at `i` ends, before an aside: "The plan, which costs a million,"."""
        verb = i
        while verb > sentence.first and self.tokens[verb - 1].folded in self.lexicon.auxiliaries:
            verb -= 1
        if verb - 2 <= sentence.first or self.tokens[verb - 1].text != ",":
            return i
        stop = max(sentence.first, verb - _ASIDE)
        comma = next((k for k in range(verb - 2, stop, -1) if self.tokens[k].text in ",;:."), stop)
        return comma if self.tokens[comma].text == "," and self.tokens[comma + 1].pos not in ("DET", "NOUN") else i

    def _is_put_beside(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether the words from `first`, between commas, only say what the subject before them is."""
        if self.tokens[first - 1].text != "," or self._clause_start(sentence, first - 1) >= first - 1:
            return False
        return self.tokens[first].pos in ("DET", "PRON") and not any(t.verb == "Fin" for t in self.tokens[first:end])

    def _is_head(self, k: int) -> bool:
        return self.tokens[k].pos in ("NOUN", "PROPN", "NUM") or self.tokens[k].is_capitalised

    def _behind_opening(self, sentence: Sentence, behind: int) -> tuple[int, int] | None:
        """Read "Inaugurée le 3 mai, la station tourne": the subject behind a participle that opens a sentence."""
        comma = next((k for k in range(behind, sentence.last) if self.tokens[k].text in ",;:."), sentence.last)
        if comma + 1 >= sentence.last or self.tokens[comma].text != ",":
            return None
        first = comma + 1 + (self.tokens[comma + 1].pos == "DET")
        last = self._right(sentence, min(first + 1, sentence.last))
        return (first, last) if self.tokens[first].pos in ("NOUN", "PROPN", "ADJ", "NUM") else None

    def _behind_circumstances(self, sentence: Sentence, i: int) -> int:
        """Position behind the days and places that follow a verb, with their commas; other prepositions stay."""
        spots = self._spots(sentence)
        start = i
        while i < sentence.last:
            spot = next((s for s in spots if s.first - 2 <= i < s.last), None)
            is_article = self.tokens[i].folded in self.lexicon.definites and i + 1 in self.date_at
            is_comma = self.tokens[i].text == "," and (i > start or i + 1 in self.date_at)
            if spot:
                i = spot.last
            elif i in self.date_at or is_article or is_comma or self.tokens[i].folded in self._day_parts:
                i += 1
            else:
                break
        return i

    def _is_circumstance(self, i: int) -> bool:
        """Whether a place or day stands behind a phrase that needs no object: "opened its doors in May"."""
        while self.tokens[i].pos == "ADV" and i + 1 < len(self.tokens) and self.tokens[i].folded not in self._day_parts:
            i += 1  # "opens only in September"
        token = self.tokens[i]
        is_dated = i in self.date_at or (i + 1 in self.date_at and not token.verb)
        return is_dated or token.folded in self.lexicon.locatives or token.text in ",.;"

    def _has_pronoun(self, sentence: Sentence, i: int) -> bool:
        """Read "elle a été lancée", "l'a détaillé": a passive with a pronoun as subject, or a pronoun as object."""
        passive = False
        for j in range(i - 1, max(sentence.first, i - 6) - 1, -1):
            token = self.tokens[j]
            if token.folded in self.lexicon.passives:
                passive = True
            elif token.folded in self.lexicon.object_pronouns:
                return True
            elif token.folded in self.lexicon.pronouns:
                return passive
            elif token.folded not in self.lexicon.auxiliaries and token.pos != "ADV":
                return False
        return False

    def _is_of_occasion(self, sentence: Sentence, j: int) -> bool:
        """Read "kicked off public consultations on its strategy": an occasion is what the verb is about."""
        stop = min(sentence.last, j + 4)
        while j < stop:
            matched = match_phrase(self.words.nouns, self.tokens, j)
            if matched is not None and not self.tokens[j].is_capitalised:
                return matched[1] in _OCCASIONS
            if self.tokens[j].pos not in ("DET", "ADJ", "NUM"):
                return False
            j += 1
        return False

    def _has_subject_pronoun(self, sentence: Sentence, i: int) -> bool:
        """Read "It will take effect": a pronoun that opens the sentence, and the verb's auxiliaries."""
        j = i - 1
        while j >= sentence.first and self.tokens[j].folded in self.lexicon.auxiliaries:
            j -= 1
        return j == sentence.first and self.tokens[j].folded in self.lexicon.pronouns

    def _is_by_the_way(self, sentence: Sentence, i: int) -> bool:
        """Read "the plan, which comes into force in May, obliges", "once it is in force": told beside the news."""
        first = max(sentence.first, i - _CLAUSE)
        verbs = self.lexicon.auxiliaries | self.lexicon.futures
        if self.lexicon.relatives.intersection(t.folded for t in self.tokens[max(first, i - 3) : i]):
            return True
        before = self.tokens[max(first, i - 4) : i]
        return not any(t.folded in verbs or t.verb == "Part" for t in (*before, self.tokens[i])) or any(
            t.pos == "SCONJ" or t.folded in self.lexicon.whens for t in self.tokens[first:i]
        )

    def _is_denied(self, sentence: Sentence, i: int) -> bool:
        """Read "No figures on the plan have been published since 2019", whose subject is nothing."""
        return self.tokens[self._clause_start(sentence, i)].folded in self.lexicon.negations

    def _inserted(self, sentence: Sentence, i: int) -> range:
        """Read "the Plan, an offshoot of the Vision, was adopted": the commas between the verb at `i` and its subject.

        Only where a plan is named before them.
        """
        while i > sentence.first and self.tokens[i - 1].folded in self.lexicon.auxiliaries | self.lexicon.passives:
            i -= 1
        if i <= sentence.first or self.tokens[i - 1].text != ",":
            return range(0)
        comma = next((k for k in range(i - 2, sentence.first, -1) if self.tokens[k].text == ","), None)
        return range(comma, i) if comma is not None and comma - 1 in self.name_at else range(0)

    def _with_dative(self, sentence: Sentence, behind: int) -> int:
        """Read "presented to members of the board": to whom."""
        if behind + 1 >= sentence.last or self.tokens[behind].folded not in self.lexicon.datives:
            return behind
        end = self._right(sentence, behind + 1)
        return end if end > behind + 1 else behind

    def _main_names(self, sentence: Sentence, one: Telling, names: list[int]) -> list[int]:
        """Positions of `names` outside asides and insertions that `one` isn't told in; all where none is."""
        asides = [a for a in self._asides(sentence) if not a.has(one.trigger)]
        within = range(sentence.first + 1, sentence.last - 1)
        commas = (k for k in within if self.tokens[k].text == "," and self.tokens[k + 1].verb == "Fin")
        inserted = next((r for k in commas if (r := self._inserted(sentence, k + 1))), range(0))
        return [j for j in names if j not in inserted and not any(a.has(j) for a in asides)] or names

    def _is_open_clause(self, n: int, i: int) -> bool:
        """Read "the chapter that opens 14 sites to hotels": what a text provides for, with no day of its own."""
        sentence = self.doc.sentences[n]
        for j in range(i + 1, sentence.last):
            if j in self.date_at:
                return False
            if self.tokens[j].text in ",;:" or self.tokens[j].verb in ("Fin", "Ger"):
                return True
        return True

    def _are_talks(self, first: int, i: int) -> bool:
        """Read "the talks opened on Monday": what opens is a meeting, not works or a plan."""
        told = (match_phrase(self.words.undertakings, self.tokens, k) for k in range(first, min(first + 3, i)))
        return any(m is not None and m[1] == "meeting" for m in told)

    def _is_of_people_named(self, sentence: Sentence, i: int) -> bool:
        """Read "the leaders of the union gather in Kara", whatever the verb's tag: people right before it meet."""
        token = self.tokens[i]
        if token.folded not in self.lexicon.satisfactions or i + 1 >= sentence.last:
            return False
        if token.text.endswith(self.lexicon.participle_endings):
            return False  # "the ministers gathered in Kara approved it"
        is_circumstance = self.tokens[i + 1].pos == "ADP" or i + 1 in self.date_at
        before = range(max(sentence.first, i - _PEOPLE), i)
        return is_circumstance and any(self.tokens[k].folded in self.lexicon.people for k in before)

    def _is_of_main_verb(self, one: Telling, told: list[Telling], positions: range) -> bool:
        """Read "the pact, which was promised in the budget, was signed on Monday": the day is of the verb behind."""
        if one.source != "verb" or positions.start <= one.trigger:
            return False
        if self._is_of_report(one.trigger, positions.start):
            return True
        for other in told:
            if other.source != "verb" or not one.trigger < other.trigger < positions.start:
                continue
            between = self.tokens[one.trigger : other.trigger]
            comma = next((k for k, t in enumerate(between) if t.text == ","), None)
            if comma is not None and any(t.folded in self.lexicon.auxiliaries for t in between[comma:]):
                return True
        return False

    def _is_of_report(self, i: int, day: int) -> bool:
        """Read "it takes years to adopt the plan, she said on Monday": an infinitive has no day of the clause behind.

        One that opens its sentence has it: "To launch the plan, she met the mayors on Monday".
        """
        if all(t.verb != "Inf" for t in self.tokens[max(0, i - 1) : i + 1]):
            return False
        comma = next((k for k in range(day - 1, i, -1) if self.tokens[k].text == ","), None)
        if comma is None or all(t.verb != "Fin" for t in self.tokens[comma:day]):
            return False
        first = self.doc.sentence_at(self.tokens[i].start).first
        return any(t.verb == "Fin" for t in self.tokens[first:i])
