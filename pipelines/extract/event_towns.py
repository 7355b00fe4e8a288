"""Towns that no preposition leads to: who hosts an event, what a gathering is called after, where works are."""

from __future__ import annotations

from functools import cached_property

from pipelines.extract.document import Sentence
from pipelines.extract.event_reckoning import ReckoningReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.places import city_country, city_population
from pipelines.extract.ranges import Positions
from pipelines.extract.text import folded_words

_LONGEST_TOWN = 4  # tokens
_HELPERS = 5  # tokens between a town and its verb of hosting
_PREMODIFIERS = 6  # tokens


class TownReader(ReckoningReader):
    """Reads towns by their name alone, where what stands beside them tells that something happens there."""

    def _town_hosts(self, sentence: Sentence) -> list[Spot]:
        """Read "it is Nairobi that will host", "en juin, Lomé a accueilli", "a summit hosted by Oslo"."""
        within = self._hosting.within(sentence.first, sentence.last)
        found = (self._town_hosting(sentence, i) or self._hosted_by(sentence, i) for i in within)
        return [spot for spot in found if spot]

    @cached_property
    def _hosting(self) -> Positions:
        return Positions(self.doc.positions_of(self.words.town_hosts.keys()))

    def _town_hosting(self, sentence: Sentence, i: int) -> Spot | None:
        """The town that is the subject of the verb of hosting at `i`."""
        if match_phrase(self.words.town_hosts, self.tokens, i) is None:
            return None
        j = i - 1
        floor = max(sentence.first, i - _HELPERS)
        while j >= floor and not self._is_name_word(j):
            token = self.tokens[j]
            helps = token.folded in self.lexicon.auxiliaries | self.lexicon.modals | self.lexicon.futures
            helps = helps or token.folded in self.lexicon.relatives or token.pos in ("AUX", "ADV", "PRON")
            if not (helps or token.text == "," or j in self.date_at):
                return None
            if token.text == "," and (aside := next((a for a in self._asides(sentence) if a.last == j), None)):
                j = floor = aside.first - 1  # "Maun, where most lodges are, will host"
                continue
            j -= 1
        if j < sentence.first or not self._is_name_word(j):
            return None
        town = self._town_till(sentence.first, j + 1)
        is_subject = town is None or town.first == sentence.first or not self._has_aside(sentence, j + 1, i)
        return town if is_subject else None

    def _has_aside(self, sentence: Sentence, first: int, last: int) -> bool:
        return any(first <= aside.first < last for aside in self._asides(sentence))

    def _hosted_by(self, sentence: Sentence, i: int) -> Spot | None:
        """The town behind "hosted by", "accueilli par"."""
        agent = i + 1
        if self.tokens[i].verb != "Part" or agent + 1 >= sentence.last:
            return None
        return self._town_from(agent + 1) if self.tokens[agent].folded in self.lexicon.agent_links else None

    def _town_till(self, start: int, last: int, country: str | None = None) -> Spot | None:
        """The longest known town whose name ends at `last`; one of `country` where given."""
        return next(
            (s for k in range(max(start, last - _LONGEST_TOWN), last) if (s := self._town(k, last, country))), None
        )

    def _town_from(self, first: int, country: str | None = None) -> Spot | None:
        """The longest known town whose name starts at `first`; one of `country` where given."""
        ends = range(min(len(self.tokens), first + _LONGEST_TOWN), first, -1)
        return next((s for k in ends if (s := self._town(first, k, country))), None)

    def _town(self, first: int, last: int, country: str | None) -> Spot | None:
        if not (self._is_name_word(first) and self._is_name_word(last - 1)):
            return None
        if any(k in self.plan_at or k in self.actor_at or k in self.date_at for k in range(first, last)):
            return None
        text = self._text(first, last)
        name = " ".join(folded_words(self.doc.folded[self.tokens[first].start : self.tokens[last - 1].end]))
        if not city_population(name, country):
            return None
        at_home = self.doc.country if city_population(name, self.doc.country) else None
        return Spot(first, last, text, country or at_home or city_country(name))

    def _home_town(self, first: int, last: int, *, is_whole: bool = False) -> Spot | None:
        """Read "the trial run of the Cairo monorail": a town of the article's country within a phrase.

        A whole one goes on in no longer name ("the Jackson County fair").
        """
        if self.doc.country is None or not self.lexicon.head_last:
            return None
        heads = (k for k in range(first, last) if self._is_name_word(k) and not self._is_led_by_name(k))
        spot = next((s for k in heads if (s := self._town_from(k, self.doc.country))), None)
        is_part = spot is not None and spot.last < len(self.tokens) and self._is_name_word(spot.last)
        return None if is_whole and is_part else spot

    def _is_led_by_name(self, k: int) -> bool:
        return k > 0 and self._is_name_word(k - 1) and self.tokens[k - 1].folded not in self.lexicon.definites

    def _town_before(self, one: Telling) -> Spot | None:
        """Read "Banjul's groundnut summit", "the Swakopmund Energy Dialogue": a town of the country before the noun."""
        start = self.doc.sentences[one.sentence].first
        k = one.trigger - 1
        while k >= max(start, one.trigger - _PREMODIFIERS):
            token = self.tokens[k]
            if token.text in ",;:" or token.verb == "Fin" or k in self.date_at or token.pos in ("DET", "ADP"):
                return None
            k -= 1
            if self.lexicon.head_last and (spot := self._home_town(k + 1, one.trigger)):
                return spot
        return None

    def _town_of_works(self, one: Telling, last: int) -> Spot | None:
        """Read "la première pierre de la cité de Ouèdo": a name in the phrase, right behind "de", that nobody bears."""
        if self.lexicon.head_last:
            return None
        links = self.lexicon.place_links - self.lexicon.definites - self.lexicon.locatives
        for first in range(one.first + 1, last):
            if self.tokens[first - 1].folded not in links or not self._is_name_word(first):
                continue
            stop = first + 1
            while stop < last and (self._is_name_word(stop) or self._is_joined_name(stop)):
                stop += 1
            if stop < last and not self._ends_phrase(stop):
                continue
            taken = any(k in self.actor_at or k in self.plan_at or k in self.date_at for k in range(first, stop))
            place = self.place_at.get(first)
            if taken or self.tokens[first].text.isupper() or (place is not None and place.kind != "city"):
                return None
            return Spot(first, stop, self._text(first, stop), place.country if place else None)
        return None

    def _is_joined_name(self, k: int) -> bool:
        """Read "Deir el-Balah": a word that has its capital behind a hyphen."""
        _, hyphen, rest = self.tokens[k].text.partition("-")
        return bool(hyphen) and rest[:1].isupper()
