"""Asides of a sentence: relative clauses and participles between commas, whose places are their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipelines.extract.date_lexicon import DateLexicon
from pipelines.extract.date_lexicon import words_of as date_words_of
from pipelines.extract.document import Sentence
from pipelines.extract.event_view import EventView, Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.figure_lexicon import figure_lexicon

_ENDS = ",;:.)"


@dataclass(frozen=True, slots=True)
class Aside:
    """The words from the comma at `first` up to `last`; `is_past` where they tell of what came before the rest."""

    first: int
    last: int
    is_past: bool

    def has(self, k: int) -> bool:
        """Whether the word at `k` is one of them."""
        return self.first <= k < self.last


class AsideReader(EventView):
    """Tells which words of a sentence belong to an aside."""

    def _asides(self, sentence: Sentence) -> list[Aside]:
        """The asides of a sentence, read once."""
        if (known := self._asides_of.get(sentence.start)) is None:
            known = self._asides_of[sentence.start] = self._read_asides(sentence)
        return known

    @cached_property
    def _asides_of(self) -> dict[int, list[Aside]]:
        return {}

    def _read_asides(self, sentence: Sentence) -> list[Aside]:
        found: list[Aside] = []
        if self._is_participle(sentence.first) and (comma := self._end(sentence.first, sentence)) < sentence.last:
            found.append(Aside(sentence.first, comma, is_past=True))
        for k in range(sentence.first + 1, sentence.last - 2):
            if self._counts_time(k):
                found.append(Aside(k - 1, self._clause_end(k + 1, sentence), is_past=False))
            text = self.tokens[k].text
            if text == "(" and self._is_participle(k + 1):
                found.append(Aside(k, self._pause(k + 1, sentence), is_past=True))
            if text != "," or (found and found[-1].has(k)):
                continue
            if self._is_relative(k + 1):
                verb = next((j for j in range(k + 2, sentence.last) if self.tokens[j].verb == "Fin"), sentence.last)
                is_past = verb < sentence.last and self.tokens[verb].folded in self._date_lexicon.pluperfects
                found.append(Aside(k, self._end(verb, sentence), is_past))
            elif self._is_participle(k + 1 + (self.tokens[k + 1].pos == "ADV")):
                found.append(Aside(k, self._end(k + 1, sentence), is_past=True))
        return found

    def _counts_time(self, k: int) -> bool:
        """Read "days after hospitals in Iquitos ran out": how long before or after something the rest happens."""
        is_preposition = self.tokens[k].folded in self.lexicon.afters or self.tokens[k].folded in self.lexicon.befores
        return is_preposition and self.tokens[k - 1].folded in self._date_lexicon.units

    def _clause_end(self, k: int, sentence: Sentence) -> int:
        """Where what is counted from ends: at a pause, or where another count begins."""
        stop = self._pause(k, sentence)
        return next((j - 1 for j in range(k + 1, stop) if self._counts_time(j)), stop)

    def _end(self, k: int, sentence: Sentence) -> int:
        """Where an aside ends whose verb is at `k`: behind the day and place that another comma sets off."""
        end = self._pause(k, sentence)
        while end + 1 < sentence.last and self.tokens[end].text == "," and self._sets_scene(end + 1):
            following = self._pause(end + 1, sentence)
            if any(t.verb for t in self.tokens[end + 1 : following]):
                break
            end = following
        return end

    def _pause(self, k: int, sentence: Sentence) -> int:
        return next((j for j in range(k, sentence.last) if self.tokens[j].text in _ENDS), sentence.last)

    def _sets_scene(self, k: int) -> bool:
        """Whether a preposition, a day with its article, or the last of several things stands at `k`."""
        is_last = any(t.pos == "CCONJ" for t in self.tokens[k + 1 : k + 3])
        return is_last or self.tokens[k].pos == "ADP" or k in self.date_at or k + 1 in self.date_at

    @cached_property
    def _relatives(self) -> frozenset[str]:
        return frozenset(figure_lexicon(self.doc.language).relatives)

    @cached_property
    def _date_lexicon(self) -> DateLexicon:
        return date_words_of(self.doc.language).lexicon

    def _is_relative(self, k: int) -> bool:
        """Whether a relative pronoun stands at `k`, or behind a preposition there."""
        k += self.tokens[k].pos == "ADP"
        return self.tokens[k].folded in self._relatives or self.tokens[k].text.lower() in self.lexicon.where

    def _is_participle(self, k: int) -> bool:
        """Whether a participle opens an aside at `k`, even one that the tagger took for something else."""
        token = self.tokens[k]
        if token.verb == "Part":
            return True
        following = self.tokens[min(k + 1, len(self.tokens) - 1)]
        is_led = token.pos == "ADJ" and (following.pos == "ADP" or k + 1 in self.date_at)
        is_led = is_led or (token.pos == "NOUN" and following.pos == "ADV")  # "Adopté lors du sommet"
        # "le Plan Rizières 2030, adopté en juin": after a plan's name taggers miss participles.
        is_led = is_led or (k > 1 and k - 2 in self.plan_at and (k + 1 in self.date_at or k + 2 in self.date_at))
        # "the pact, agreed in Tallinn in May,"
        is_led = is_led or (self.lexicon.head_last and token.verb == "Fin" and following.pos == "ADP")
        return is_led and token.text.endswith(self.lexicon.participle_endings)

    def _tells_setting(self, aside: Aside) -> bool:
        """Read "the ministers, who met in Kara", "the forum, held in Oslo": where what the sentence tells happens."""
        lexicon = self.lexicon
        for k in range(aside.first, aside.last):
            folded = self.tokens[k].folded
            if folded in lexicon.gathered or folded in lexicon.holdings or folded in lexicon.occurrences:
                return True
            if folded in lexicon.beginnings or folded in lexicon.beings:
                return True
            if (tells := match_phrase(self.words.verbs, self.tokens, k)) and tells[1] in ("meeting", "visit"):
                return True
            if match_phrase(self.words.roles, self.tokens, k) or match_phrase(self.words.stages, self.tokens, k):
                return True
        return False

    def _is_of_aside(self, sentence: Sentence, spot: Spot, one: Telling) -> bool:
        """Read "the plan, which grew out of a pilot in Kara, was launched": a place of an aside without `one`."""
        for aside in self._asides(sentence):
            if not aside.has(spot.first) or aside.has(one.trigger) or self._tells_setting(aside):
                continue
            is_own = one.source == "noun" and one.first <= aside.first <= one.last
            is_dated = one.date is not None and aside.has(self._positions(one.date.span).start)
            return not (is_own or is_dated)
        return False

    def _is_of_later(self, sentence: Sentence, position: int, one: Telling) -> bool:
        """Read "the plan, mooted at a summit in Oslo, came out on Monday": what `one` came before stands there."""
        if one.source != "noun":
            return False
        asides = self._asides(sentence)
        aside = next((a for a in asides if a.is_past and a.has(one.trigger)), None)
        if aside is None or aside.has(position) or self._tells_setting(aside):
            return False
        # "Mooted at the forum, which Oslo hosted in May, the plan": the clause right behind is the forum's own.
        return not any(a.first == one.last and a.has(position) for a in asides)

    def _is_of_rest(self, sentence: Sentence, spot: Spot, one: Telling, told: list[Telling]) -> bool:
        """Read "marched in Conakry on Monday against the plan, which parliament votes on on Thursday": not there."""
        if one.date is None:
            return False
        day = self._positions(one.date.span).start
        for aside in self._asides(sentence):
            if aside.has(one.trigger) and aside.has(day) and not aside.has(spot.first):
                others = (t for t in told if not aside.has(t.trigger) and t.date is not None)
                is_led = self.tokens[aside.first + 1].text.lower() in self.lexicon.where
                return not is_led and any(t.date is not one.date for t in others)
        return self._is_reported_apart(spot, day, one, told)

    def _is_reported_apart(self, spot: Spot, day: int, one: Telling, told: list[Telling]) -> bool:
        """Read "recalled on Monday in Kara that the plan had been launched in 2021": where it is told, not done."""
        if one.source != "verb" or not spot.last <= one.trigger < day:
            return False
        words = range(spot.last + 1, one.trigger)
        that = next((k for k in words if self.tokens[k].pos == "SCONJ" and self.tokens[k - 1].verb), None)
        return that is not None and any(t.trigger < that and t.date not in (None, one.date) for t in told)

    def _is_day_of_other(self, sentence: Sentence, positions: range, one: Telling, told: list[Telling]) -> bool:
        """Read "on the sidelines of the fair, which ended on 3 March, they signed a letter": the fair's day.

        "A workshop on the plan, adopted in 2021, opened on Monday": the plan's.
        """
        for aside in self._asides(sentence):
            if aside.has(positions.start) and not aside.has(one.trigger):
                if any(t is not one and t.source == "noun" and t.last == aside.first for t in told):
                    return True
                is_of_plan = one.source == "noun" and aside.is_past and aside.first - 1 in self.plan_at
                return is_of_plan and any(t.source == "verb" and aside.has(t.trigger) for t in told)
        return False
