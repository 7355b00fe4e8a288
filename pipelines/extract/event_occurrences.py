"""What is said to take place: clauses that tell when and where, and names and people that only they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_verbs import VerbReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.ranges import Positions
from pipelines.extract.text import fold

_ASIDE = 20  # tokens of an insertion in commas
_RELATIVE = 5  # tokens up to "which" in "the last of which"
_VERB = 6  # tokens from the beginning of a clause to its verb
_NAME = 12  # tokens of a name
_WHEN = 8  # tokens from a verb to its day or place
_PUT_OFF = 4  # tokens from the verb of putting off to the new day
_HELD = frozenset({"meeting", "conference", "assembly"})
_WHERE = 6  # tokens from "will be" to where


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The clause, from its verb, that says when and where an event takes place."""

    first: int
    last: int
    date: DateMention | None
    place: Spot | None

    def keeps(self, position: int, one: Telling) -> bool:
        """Whether a date at `position` is the clause's own, not `one`'s: told before it, or by a verb."""
        is_inside = self.first <= position < self.last
        return is_inside and (one.source == "verb" or one.trigger < self.first)


class OccurrenceReader(VerbReader):
    """Reads verbs that say of their subject only that it takes place."""

    def _occurrence(self, sentence: Sentence, one: Telling) -> Occurrence | None:
        """Read "the forum, set up in 2019, opens on 3 June", "hearings, the last of which was held in Oslo"."""
        j = one.last
        while j < sentence.last and self.tokens[j].text in '»”")':
            j += 1
        j = self._behind_acronym(j)
        if one.source != "noun" or one.own_date is not None or j >= sentence.last:
            return None
        is_aside = self.tokens[j].text == ","
        first = self._behind_relative(sentence, j + 1) if is_aside else None
        if is_aside and first is None and j + 1 < sentence.last and self._is_begun(j + 1):
            first = j + 1  # "the forum, opened on Monday, drew farmers", "after the talks, held in May"
        start = first if is_aside else j
        verb = self._taking_place(sentence, start) if start is not None else None
        if verb is None and first is not None and self.tokens[first].folded in self.lexicon.holdings:
            verb = first
        is_relative = first is not None and verb is not None
        if verb is None and is_aside:
            stop = min(sentence.last, j + _ASIDE)
            close = next((k for k in range(j + 1, stop) if self.tokens[k].text in ",;:."), stop)
            verb = self._taking_place(sentence, close + 1) if close < stop and self.tokens[close].text == "," else None
        if verb is None:
            return None
        stop = next((k for k in range(verb + 1, sentence.last) if self._closes_clause(k)), sentence.last)
        date = next((d for k in range(verb, stop) if (d := self.date_at.get(k)) and d.kind is not None), None)
        place = next((s for s in self._spots(sentence) if verb < s.first < stop), None)
        if date is None and place is None:
            return None
        return Occurrence(j if is_relative else verb, stop, date, place)

    def _behind_acronym(self, k: int) -> int:
        """Position behind the acronym in brackets that stands at `k`, else `k`."""
        has_acronym = k + 2 < len(self.tokens) and self.tokens[k].text == "(" and self.tokens[k + 2].text == ")"
        return k + 3 if has_acronym else k

    def _in_own_aside(
        self, sentence: Sentence, one: Telling, dates: list[tuple[DateMention, range]]
    ) -> list[tuple[DateMention, range]]:
        """Read "Launched in Oslo by the mayor in 2017, the scheme was extended on Monday": the participle's own day."""
        is_aside = one.trigger == sentence.first or self.tokens[one.trigger - 1].text in ",("
        if one.source != "verb" or not is_aside or not dates or self.tokens[one.trigger].pos == "NOUN":
            return []
        if not self.tokens[one.trigger].text.endswith(self.lexicon.participle_endings):
            return []
        behind = range(one.trigger + 1, min(sentence.last, one.trigger + _ASIDE))
        close = next((k for k in behind if self.tokens[k].text in ",;:)"), one.trigger)
        if any(t.verb == "Fin" for t in self.tokens[one.trigger + 1 : close]):
            return []
        inside = [d for d in dates if one.trigger < d[1].start < close]
        return inside if len(inside) == 1 and not inside[0][0].is_deadline else []

    @cached_property
    def _put_offs(self) -> Positions:
        return Positions(self.doc.positions_of(self.lexicon.put_offs))

    def _is_put_off_to(self, positions: range) -> bool:
        """Read "due on 2 April, the workshop has been put off to 20 June": the new day is the event's."""
        return bool(self._put_offs.within(max(0, positions.start - _PUT_OFF), positions.start))

    def _is_begun(self, k: int) -> bool:
        token = self.tokens[k]
        is_begun = token.verb == "Part" or token.text.endswith(self.lexicon.participle_endings)
        return (is_begun and token.folded in self.lexicon.beginnings) or token.folded in self.lexicon.holdings

    def _closes_clause(self, k: int) -> bool:
        return self.tokens[k].text in ",;:" or (self.tokens[k].pos == "CCONJ" and self._goes_on(k + 1))

    def _behind_relative(self, sentence: Sentence, k: int) -> int | None:
        """Position behind "which", "the last of which", "dont la première"."""
        lexicon = self.lexicon
        relatives = lexicon.relatives | lexicon.relative_owners | lexicon.pronouns
        for j in range(k, min(sentence.last, k + _RELATIVE)):
            token = self.tokens[j]
            if token.folded in relatives:
                break
            if not (token.pos == "DET" or token.folded in lexicon.ordinals or token.folded in lexicon.place_links):
                return None
        else:
            return None
        j += 1
        while j < sentence.last and (self.tokens[j].pos == "DET" or self.tokens[j].folded in lexicon.ordinals):
            j += 1
        return j

    def _taking_place(self, sentence: Sentence, k: int) -> int | None:
        """The verb of a clause that begins at `k`, where it says that its subject takes place or begins."""
        lexicon = self.lexicon
        helpers = lexicon.auxiliaries | lexicon.passives | lexicon.futures | lexicon.modals
        for j in range(k, min(sentence.last, k + _VERB)):
            token = self.tokens[j]
            if match_phrase(self.words.ends, self.tokens, j):
                return None  # "came to a close"
            if match_phrase(self.words.takings_place, self.tokens, j) or token.folded in lexicon.beginnings:
                return j
            if token.folded not in helpers and token.pos not in ("ADV", "PRON", "AUX"):
                return None
        return None

    def _occasion(self, n: int, sentence: Sentence, i: int, told: list[Telling]) -> Telling | None:
        """What the verb or noun at `i` says to take place, of a name, of somebody or of a body."""
        one = self._held_name(n, sentence, i, told) or self._being(n, sentence, i)
        return one or self._proceedings(n, sentence, i)

    def _taking_place_till(self, sentence: Sentence, i: int) -> int | None:
        """Where the phrase that ends at `i` and says that its subject takes place begins."""
        for parts in self.words.endings.get(self.tokens[i].folded, ()):
            first = i + 1 - len(parts)
            if first > sentence.first and tuple(self.doc.words[first : i + 1]) == parts:
                return first
        return None

    def _held_name(self, n: int, sentence: Sentence, i: int, told: list[Telling]) -> Telling | None:
        """Read "Agri Atlas se tiendra à Fès", "Blue Harvest, held in May": a name that is held is an event."""
        verb = self._taking_place_till(sentence, i)
        is_aside = verb is None and self.tokens[i].folded in self.lexicon.holdings and self.tokens[i - 1].text == ","
        last = i - 1 if verb is None else verb
        if (verb is None and not is_aside) or last <= sentence.first:
            return None
        first = self._name_before(sentence, last)
        is_told = bool(told) and first is not None and told[-1].last > first
        if first is None or is_told or not self._may_be_held(first, last):
            return None
        stop = min(sentence.last, i + _WHEN)
        is_dated = any(k in self.date_at for k in range(i, stop))
        if not is_dated and not any(i < s.first < stop for s in self._spots(sentence)):
            return None
        is_body = any(match_phrase(self.words.bodies, self.tokens, k) for k in range(first, last))
        name = self._text(first, last)
        kind = "meeting" if is_body else "conference"
        return Telling(kind, first, last, first, n, name, fold(name), "noun", is_named=True)  # type: ignore[arg-type]

    def _name_before(self, sentence: Sentence, last: int) -> int | None:
        """Where the capitalised name that ends at `last` begins, with the name that it is put beside by a comma."""
        first = found = last
        links = self.lexicon.connectors | self.lexicon.definites
        while first > sentence.first and last - first < _NAME:
            token = self.tokens[first - 1]
            is_joined = token.text == "," and found == first < last and self.tokens[first - 2].is_capitalised
            if self._is_name_word(first - 1) and token.pos not in ("DET", "PRON"):
                found = first - 1
            elif not (is_joined or (token.folded in links and found < last) or token.text in "«»“”\"'’"):
                break
            first -= 1
        return found if found < last and self.tokens[last - 1].is_capitalised else None

    def _may_be_held(self, first: int, last: int) -> bool:
        """Whether a name is none of a plan, a person or a place."""
        for k in range(first, last):
            actor = self.actor_at.get(k)
            if k in self.plan_at or k in self.date_at:
                return False
            if actor is not None and self.actors[actor].kind == "person":
                return False
        return not all(k in self.place_at or not self.tokens[k].is_capitalised for k in range(first, last))

    def _proceedings(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """Read "les travaux du comité ont pris fin mardi": what a body does, or is done in a venue, till its end."""
        before = self.tokens[i - 1].folded if i > sentence.first else ""
        if self.tokens[i].folded not in self.lexicon.proceedings or before not in self.lexicon.definites:
            return None
        last = self._right(sentence, i + 1)
        is_of_body = any(match_phrase(self.words.bodies, self.tokens, k) for k in range(i + 1, last))
        verb = next((k for k in range(last, min(sentence.last, last + _VERB)) if self._tells_end(k)), None)
        if verb is None and is_of_body:
            verb = self._taking_place(sentence, last)
        venues = self.lexicon.venues
        is_in_venue = verb is not None and any(
            s.first > verb and not venues.isdisjoint(self.doc.words[s.first : s.last]) for s in self._spots(sentence)
        )
        is_dated = verb is not None and any(k in self.date_at for k in range(i, min(sentence.last, verb + _WHEN)))
        if verb is None or not is_dated or not (is_of_body or (last == i + 1 and is_in_venue)):
            return None
        return Telling("meeting", i, last, i, n, self._text(i, last), self.tokens[i].folded, "noun", is_weak=True)

    def _tells_end(self, k: int) -> bool:
        return match_phrase(self.words.ends, self.tokens, k) is not None

    def _being(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """Read "la ministre sera mardi devant le syndicat", "she will be in Oslo on 3 May"."""
        if self.tokens[i].folded not in self.lexicon.beings or i == sentence.first:
            return None
        if self.lexicon.head_last and self.tokens[i - 1].folded not in self.lexicon.futures:
            return None
        j = i + 1
        while j < min(sentence.last, i + _WHERE) and (j in self.date_at or self.tokens[j].pos in ("ADV", "PUNCT")):
            j += 1
        if j + 1 >= sentence.last:
            return None
        end = self._faced(sentence, j)
        spot = next((s for s in self._spots(sentence) if 0 < s.first - j <= 2), None)
        if end is not None:
            one = Telling("meeting", i, end, i, n, self._text(j, end), "hearing", "verb")
        elif spot and self.tokens[j].folded in self.lexicon.locatives and self._is_person_before(sentence, i):
            end = spot.last
            who = self._subject(sentence, i) or self._subject_phrase(sentence, i)
            one = Telling("visit", i, end, i, n, f"{who} {self._text(i, end)}".strip(), "people", "verb")
        else:
            return None
        return one if any(k in self.date_at for k in range(i, min(sentence.last, end + _VERB))) else None

    def _faced(self, sentence: Sentence, j: int) -> int | None:
        """Where the body or organisation ends before which somebody appears, the preposition being at `j`."""
        if self.tokens[j].folded not in self.lexicon.facings:
            return None
        k = j + 1 + (self.tokens[j + 1].pos == "DET")
        for at in range(k, min(sentence.last, k + 3)):
            actor = self.actor_at.get(at)
            is_organisation = actor is not None and self.actors[actor].kind != "person"
            if is_organisation or match_phrase(self.words.bodies, self.tokens, at):
                last = at
                while last < sentence.last and actor is not None and self.actor_at.get(last) == actor:
                    last += 1
                return max(last, self._right(sentence, at + 1))
        return None

    def _is_person_before(self, sentence: Sentence, i: int) -> bool:
        for k in range(i - 1, max(sentence.first, i - _NAME) - 1, -1):
            if self.tokens[k].text in ";:.":
                return False
            actor = self.actor_at.get(k)
            if actor is not None and self.actors[actor].kind == "person":
                return True
            if self.tokens[k].folded in self.lexicon.people | self.lexicon.travellers:
                return True
        return False

    def _is_told_with_other(self, sentence: Sentence, first: int, i: int, matched: tuple[int, str]) -> bool:
        """Whether a noun only ends a title, tells what a gathering is for, or what the day of something is called."""
        head = " ".join(t.folded for t in self.tokens[i : matched[0]])
        if head in self.lexicon.scheduled:
            return self._is_title(first, i) or self._leads_occasion(sentence, matched[0])
        return matched[1] == "other" and head in self.lexicon.named_only and self._is_called_day(sentence, first)

    def _leads_occasion(self, sentence: Sentence, i: int) -> bool:
        """Read "a review conference": the noun of a gathering at `i`, behind what it is for."""
        if not self.lexicon.head_last or i >= sentence.last or self.tokens[i].folded not in self.words.nouns:
            return False
        matched = match_phrase(self.words.nouns, self.tokens, i)
        return matched is not None and matched[1] in _HELD and matched[0] <= sentence.last

    def _is_called_day(self, sentence: Sentence, first: int) -> bool:
        """Read "on Monday, World Teachers' Day, the minister opened": the day of something else, by its name."""
        k = first - 1
        k -= k > sentence.first and self.tokens[k].folded in self.lexicon.definites
        return k > sentence.first and self.tokens[k].text == "," and k - 1 in self.date_at

    def _is_title(self, first: int, i: int) -> bool:
        """Read "Harbour Trade Review": a noun that only ends the name of a journal or firm."""
        before = [t for t in self.tokens[first:i] if t.folded not in self.lexicon.ordinals]
        return bool(before) and self.tokens[i].is_capitalised and all(t.is_capitalised for t in before)

    def _is_addressed(self, sentence: Sentence, first: int) -> bool:
        """Read "in her speech to the plenary": to whom somebody spoke."""
        j = first - 1
        while j > sentence.first and self.tokens[j].pos == "DET" and self.tokens[j].folded not in self.lexicon.datives:
            j -= 1
        return (
            j > sentence.first
            and self.tokens[j].folded in self.lexicon.datives
            and self.tokens[j - 1].folded in self.lexicon.addresses
        )

    def _is_sent_to(self, sentence: Sentence, first: int) -> bool:
        """Read "will be put before a town meeting": the preposition is the verb's, not one of time."""
        before = self.tokens[max(sentence.first, first - 4) : first]
        return any(t.folded in self.lexicon.sendings for t in before if t.verb or t.pos == "VERB")
