"""Whether a noun stands for an event: one of its own, told by a time, a place or a name, not a routine or a wish."""

from __future__ import annotations

from pipelines.extract.dictionary import plural_endings
from pipelines.extract.event_clauses import ClauseReader
from pipelines.extract.event_view import Telling

_HELD = 5  # tokens from an occasion to the verb that says that it takes place
_RIGHT_BEHIND = 2  # tokens from a noun to its day


class GroundsReader(ClauseReader):
    """Tells the nouns that are events from those that only speak of one."""

    def _is_real(self, one: Telling) -> bool:
        """Whether a noun stands for an event here: it has a time, a place or a name to tell it by."""
        if one.is_pointer:
            return True
        if self._is_unreal(one):
            return False
        if one.head in self.lexicon.counts:
            return one.date is not None
        if one.head in self.lexicon.editions and one.date and one.date.precision == "year" and not one.place:
            return False
        return bool(one.date) or self._is_held(one) or self._is_set_apart(one)

    def _is_set_apart(self, one: Telling) -> bool:
        """Whether an occasion without a day has a place, a setting or a name that makes it one of its own."""
        has_complement = one.last > one.trigger + 1
        if not one.is_named and self._is_plural(one):
            return False  # "drawn up after several workshops and meetings"
        if one.is_weak and one.place:
            return True
        if one.is_weak:
            return one.is_set and has_complement
        if one.place and (one.is_named or one.is_set or one.is_indefinite):
            return True
        if one.is_set and (one.is_named or has_complement):
            return True
        return one.is_named and self._has_ordinal(one.first, one.trigger)

    def _is_held(self, one: Telling) -> bool:
        """Read "a workshop will be held": one occasion that is said to take place, whenever that is."""
        if self._is_plural(one):
            return False
        stop = min(self.doc.sentences[one.sentence].last, one.last + _HELD)
        for j in range(one.last, stop):
            if self.tokens[j].folded in self.lexicon.occurrences:
                is_told = self.tokens[j].verb == "Fin" or (one.is_indefinite and self.tokens[j].verb == "Part")
                return j > one.last or is_told
            if self.tokens[j].folded not in self.lexicon.auxiliaries and self.tokens[j].text[0].isalpha():
                return False
        return False

    def _is_plural(self, one: Telling) -> bool:
        return one.head.endswith(plural_endings(self.doc.language)) and one.head not in self.lexicon.pointers

    def _is_unreal(self, one: Telling) -> bool:
        """Whether a noun tells of a danger at large, a wish, or only of what comes before a year's routine."""
        if one.is_scheduled and not self._is_to_come(one):
            return not (self._is_sitting(one) or self._is_done(one))
        is_vague = one.date is None or one.date.precision == "year"
        if one.head in self.lexicon.handovers and not (self._is_of_text(one) or self._is_held(one)):
            return True
        if one.head in self.lexicon.openings and one.date is None and one.last > one.trigger + 1 and not one.is_set:
            return True  # "with the opening of two laboratories in Accra"
        if one.head in self.lexicon.disasters or (one.is_apart and one.is_scheduled and one.date):
            return is_vague  # "avant le vote du budget 2026"
        return one.is_indefinite and one.date is None and self._is_wished(one)

    @staticmethod
    def _lends_day(noun: Telling, pointer: Telling) -> bool:
        return noun.date is pointer.date and not noun.is_pointer

    def _is_of_document(self, one: Telling) -> bool:
        """Read "the findings of the seminar will be handed over in June": what only tells whose they are."""
        j = self._tied_noun(self.doc.sentences[one.sentence], one.first, self.lexicon.place_links)
        if j is None or self.tokens[j].folded not in self.lexicon.documents - self.words.nouns.keys():
            return False
        return one.date is not None and self._positions(one.date.span).start > one.last + _RIGHT_BEHIND

    def _is_of_text(self, one: Telling) -> bool:
        """Whether a phrase has a plan or a document in it."""
        texts = self.lexicon.plan_nouns | self.lexicon.documents
        return any(k in self.plan_at or self.tokens[k].folded in texts for k in range(one.first, one.last))

    def _is_sitting(self, one: Telling) -> bool:
        """Read "pour la revue à mi-parcours", "the review held on Tuesday": a review that people sat for on a day."""
        if one.head not in self.lexicon.sittings or one.date is None or one.date.precision == "year":
            return False
        return (one.is_set and one.date.precision == "day") or self._is_held(one)

    def _is_done(self, one: Telling) -> bool:
        """Read "since its commissioning, on 3 May 2023": a thing done whose day stands right behind it."""
        if one.date is None or one.date.precision == "year" or one.head in self.lexicon.sittings:
            return False
        determiners = self.lexicon.definites | self.lexicon.possessives
        opens = one.first == self.doc.sentences[one.sentence].first and one.place is not None  # "Vote mardi à Kara."
        if not opens and self.tokens[one.first - 1].folded not in determiners:
            return False
        start = self._positions(one.date.span).start
        return one.own_date is one.date or 0 <= start - one.last <= _RIGHT_BEHIND

    def _is_wished(self, one: Telling) -> bool:
        """Read "réclame un débat au Parlement", "called for a summit": what somebody would like."""
        return not self.lexicon.wishes.isdisjoint(self.doc.words[max(0, one.first - 6) : one.first])

    def _is_to_come(self, one: Telling) -> bool:
        published = self._published(one.date) if one.date else None
        return one.date is not None and published is not None and one.date.end > published

    def _is_business_of(self, one: Telling, hosts: list[Telling]) -> bool:
        """Read "the session ended on Monday with the adoption of the plan": what a meeting of that day does."""
        is_business = one.is_scheduled or one.head in self.lexicon.decisions
        is_set = one.head in self.lexicon.sittings and any(one.date is h.date and h.is_set for h in hosts)
        if is_set and not self._is_held(one):
            return True  # "a first review is due in May, at the conference on water"
        return is_business and any(one.date is h.date and one.first > h.last for h in hosts)
