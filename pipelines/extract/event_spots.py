"""Where events take place: towns, regions and venues behind a preposition."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_towns import TownReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.places import Place, city_country, city_population, is_main_city
from pipelines.extract.ranges import Positions
from pipelines.extract.text import fold, words

_EVENT_DAYS = 4
_NEAR = 25
_COUNTRY = 6
_SMALL_TOWN = 60_000  # inhabitants
_NAMESAKE = 0.12  # of the inhabitants of the largest town of the same name
_SET = 15
_BEHIND_VERB = 2  # tokens from a verb to its place
_VISITED = 8  # tokens
_KIND_OF_TOWN = 4  # tokens of "the Kenyan port city", and from there to the name
_BODY = 10  # tokens of a body's name before its verb
_BESIDE = 4  # tokens between a town and a venue in it
_DATED = 5
_HEAD = 40  # characters
_FIRST_BLOCKS, _TOP_BLOCKS = 4, 10
_DATELINE_REACH = 10  # tokens
_SUBJECT_VENUE = 6  # tokens
_BEFORE_WHERE = 9  # tokens: "Kara, dans le nord du pays, où"
_PORTFOLIO = 8  # tokens
_VENUE_NAME = 7  # tokens from a venue's noun to its name
_OPENING = 8  # tokens: "On Tuesday in Kigali, ..."


class SpotReader(TownReader):
    """Finds the places of a sentence and the one that an event took place at."""

    def _spots(self, sentence: Sentence) -> list[Spot]:
        """Places of a sentence where something can happen, read once."""
        if (known := self.spots_of.get(sentence.start)) is None:
            known = self.spots_of[sentence.start] = self._read_spots(sentence)
        return known

    def _read_spots(self, sentence: Sentence) -> list[Spot]:
        """Places behind "à", "in", "at"."""
        spots: list[Spot] = []
        behind = sentence.first
        if host := self._host_town(sentence):
            spots.append(host)
            behind = host.last
        left = self._town_left(sentence)
        for i in self._places_to_look(sentence, left):
            if i < behind:
                continue
            leads = self._leads_to_place(i)
            spot = self._spot(sentence, i) if leads else self._square(sentence, i) or self._slot(sentence, i)
            if left and left.first - 1 <= i <= left.first:
                if spots and spots[-1].last == i < left.first:  # "Maeva Palace de Bamako, où"
                    first = spots.pop().first
                    left = Spot(first, left.last, self._text(first, left.last), left.country)
                spot, left = left, None
            if spot:
                spots.append(spot)
                behind = spot.last
        hosts = [h for h in self._town_hosts(sentence) if all(h.last <= s.first or s.last <= h.first for s in spots)]
        spots = sorted((*spots, *hosts), key=lambda s: s.first) if hosts else spots
        return [self._with_country(spot, spots) for spot in spots]

    @staticmethod
    def _with_country(spot: Spot, spots: list[Spot]) -> Spot:
        """Read "à Bruxelles, dans les locaux de la Commission": a venue lies where the town beside it does."""
        if spot.country is not None:
            return spot
        towns = (s for s in spots if s.country is not None)
        beside = next((s for s in towns if 0 <= spot.first - s.last <= _BESIDE or 0 <= s.first - spot.last <= 2), None)
        return replace(spot, country=beside.country) if beside else spot

    def _places_to_look(self, sentence: Sentence, left: Spot | None) -> list[int]:
        """Positions of a sentence behind which a place may stand, in order."""
        within = self._leading.within(sentence.first, sentence.last)
        return sorted({*within, left.first - 1, left.first}) if left else within

    @cached_property
    def _leading(self) -> Positions:
        """Positions of the words that lead to a place, and of what stands before a square or street."""
        squares = (i - 1 for i in self.doc.positions_of(self.lexicon.squares) if i)
        return Positions({*self.doc.positions_of(self.words.place_leads), *squares})

    def _town_left(self, sentence: Sentence) -> Spot | None:
        """Read "the word from Kara, in northern Togo, where ministers met": a town, whatever leads to it."""
        text = self.doc.text[sentence.start : sentence.end]
        if not any(word in text for word in self.lexicon.where):
            return None
        at = (k for k in range(sentence.first + 2, sentence.last) if self.tokens[k].text.lower() in self.lexicon.where)
        where = next(at, None)
        if where is None:
            return None
        j = where - 1 - (self.tokens[where - 1].text == ",")
        asides = 0
        while j > sentence.first and where - j <= _BEFORE_WHERE:
            place = self.place_at.get(j)
            if place is not None and place.kind == "city" and not place.is_part:
                first = self._positions(place.span).start
                return self._spot_of(first, self._behind(first, place), place)
            token = self.tokens[j]
            asides += token.text == ","
            if token.verb or asides > 1 or (token.text != "," and not token.text[0].isalnum()):
                return None
            j -= 1
        return None

    def _square(self, sentence: Sentence, i: int) -> Spot | None:
        """Read "jeudi à 14 heures, place Jean-Moulin": a street or square behind a comma or a date."""
        if i + 2 >= sentence.last or self.tokens[i + 1].folded not in self.lexicon.squares:
            return None
        if self.tokens[i].text not in ",(" and i not in self.date_at:
            return None
        last = i + 2
        while last < min(sentence.last, i + 7) and (
            self._is_name_word(last) or self.tokens[last].folded in self.lexicon.place_links | self.lexicon.definites
        ):
            last += 1
        while last > i + 2 and not self.tokens[last - 1].is_capitalised:
            last -= 1
        return Spot(i + 1, last, self._text(i + 1, last), self.doc.country) if last > i + 2 else None

    def _slot(self, sentence: Sentence, i: int) -> Spot | None:
        """Read "scheduled for Kumasi in June": the town that something is set for."""
        is_slot = self.tokens[i].folded in self.lexicon.slot_links and i > sentence.first and i + 1 < sentence.last
        return self._town_from(i + 1) if is_slot and self.tokens[i - 1].folded in self.lexicon.beginnings else None

    def _spot(self, sentence: Sentence, i: int) -> Spot | None:
        first = i + 1
        while first < sentence.last and self.tokens[first].folded in self.lexicon.definites:
            first += 1
        if first >= sentence.last:
            return None
        token = self.tokens[first]
        place = self.place_at.get(first)
        if seat := self._capital_of_land(sentence, first):
            return seat
        if place and place.kind == "region":
            return self._region_spot(sentence, first, place)
        if not token.is_capitalised or first in self.plan_at or first in self.date_at:
            return self._common_venue(sentence, first)
        is_town = place is not None and place.kind == "city" and self._behind(first, place) >= self._behind_actor(first)
        if first in self.actor_at and not is_town and not self._is_venue_name(sentence, first):
            return self._seat(sentence, i, first)
        if place and place.kind in ("country", "demonym") and not self._is_venue_name(sentence, first):
            if self._opens_name(sentence, self._behind(first, place)):
                return None
            return self._spot_of(first, self._behind(first, place), place) if place.kind == "country" else None
        return self._capital_spot(sentence, first)

    def _capital_of_land(self, sentence: Sentence, first: int) -> Spot | None:
        """Read "in the Kenyan capital, Nairobi", "dans la ville portuaire de Kribi": the town behind what it is."""
        at = range(first, min(sentence.last, first + _KIND_OF_TOWN))
        if self.lexicon.towns.isdisjoint(self.doc.words[first : at.stop]):
            return None
        noun = next((k for k in at if self.tokens[k].text in self.lexicon.towns), None)
        if noun is None:
            return None
        for j in range(noun + 1, min(sentence.last, noun + _KIND_OF_TOWN)):
            before = self.tokens[j - 1]
            if self._is_name_word(j) and before.pos != "NOUN":
                return self._town_from(j)
            is_link = self.tokens[j].text == "," or self.tokens[j].folded in self.lexicon.place_links
            if not is_link and not (self.tokens[j].pos == "ADJ" and before.text != ","):
                break
        return None

    def _common_venue(self, sentence: Sentence, first: int) -> Spot | None:
        """Read "au palais des congrès Lumumba", "sur le pavillon marocain", "dans la province de X"."""
        token = self.tokens[first]
        if token.folded not in self.lexicon.venues or first + 1 in self.date_at:
            return self._lower_venue(sentence, first)
        following = self.tokens[first + 1] if first + 1 < sentence.last else token
        named = first + (following.pos == "ADJ" and not self.lexicon.head_last)
        links = self.tokens[min(named + 1, sentence.last - 1)].folded
        is_linked = links in self.lexicon.place_links and self._is_named_venue(sentence, named)
        if following.is_capitalised or is_linked:
            return self._capital_spot(sentence, first)
        qualifier = self.place_at.get(first + 1)
        if qualifier is not None and qualifier.kind == "demonym":
            return Spot(first, first + 2, self._text(first, first + 2), None)
        return self._lower_venue(sentence, first)

    def _region_spot(self, sentence: Sentence, first: int, place: Place) -> Spot:
        """Read "Volta Region headquarters": a region, or the venue that it qualifies."""
        last = self._behind(first, place)
        if self.lexicon.head_last and last < sentence.last and self.tokens[last].folded in self.lexicon.venues:
            return Spot(first, last + 1, self._text(first, last + 1), place.country)
        return self._spot_of(first, last, place)

    def _seat(self, sentence: Sentence, i: int, first: int) -> Spot | None:
        """Read "was unveiled on Tuesday at the Chamber of Commerce": an organisation's seat, behind a day or verb."""
        before = self.tokens[i - 1] if i > sentence.first else None
        is_led = before is not None and (i - 1 in self.date_at or before.verb in ("Part", "Fin"))
        if not is_led or self.tokens[i].folded not in self.lexicon.seats:
            return None
        if self.actors[self.actor_at[first]].kind == "person" or first in self.plan_at:
            return None
        last = first
        while last < sentence.last and self.actor_at.get(last) == self.actor_at[first]:
            last += 1
        return Spot(first, last, self._text(first, last), self._country_behind(sentence, last))

    def _leads_to_place(self, i: int) -> bool:
        """Whether a place follows: behind "à", "in", or behind the "to" of "travelled to"."""
        word = self.tokens[i].folded
        if word in self.lexicon.site_leads:
            return not self.lexicon.venues.isdisjoint(self.doc.words[i + 1 : i + 3])
        if word in self.lexicon.locatives:
            return i < 2 or not (self.tokens[i - 2].folded in self.lexicon.contrasts or self._is_post(i))
        if i and (stage := match_phrase(self.words.stages, self.tokens, i - 1)) and stage[0] == i + 1:
            return True
        if word in self.lexicon.visit_links and self._is_from_town(i):
            return True
        matched = match_phrase(self.words.verbs, self.tokens, i - 1) if i and word in self.lexicon.visit_links else None
        return matched is not None and matched == (i + 1, "visit")

    def _is_from_town(self, i: int) -> bool:
        """Read "flew from Suva | to Apia": the town that was left stands before where somebody went."""
        place = self.place_at.get(i - 1)
        if place is None or place.kind != "city":
            return False
        return self.tokens[self._positions(place.span).start - 1].folded in self.lexicon.origins

    def _is_left(self, j: int, place: Place) -> bool:
        """Read "s'est rendu de Kara à Lomé": the town at `j` is where somebody came from."""
        behind = self._behind(j, place)
        if behind + 1 >= len(self.tokens) or self.tokens[behind].folded not in self.lexicon.visit_links:
            return False
        return behind + 1 in self.place_at and self.tokens[j - 1].folded in self.lexicon.origins

    def _is_post(self, i: int) -> bool:
        """Read "Awa Sow, professeure à l'Université", "X, a teacher in Kara,": where somebody has a post."""
        noun, k = self.tokens[i - 1], i - 2
        is_noun = noun.pos == "NOUN" or (noun.verb == "Fin" and not self.lexicon.head_last)  # "professeure", mistagged
        if not is_noun or i - 1 in self.date_at:
            return False
        k -= k > 1 and self.tokens[k].folded in self.lexicon.indefinites
        is_apposed = self.tokens[k].text == "," and k > 0 and k - 1 in self.actor_at
        return is_apposed and match_phrase(self.words.nouns, self.tokens, i - 1) is None

    def _host_town(self, sentence: Sentence) -> Spot | None:
        """Read "Nairobi hosts the forum", "Lomé accueille": a town or venue as the subject of a verb of hosting."""
        first = sentence.first
        first += first < sentence.last and self.tokens[first].folded in self.lexicon.definites
        if first >= sentence.last:
            return None
        last = first
        while last < min(sentence.last, first + 3) and self._is_name_word(last) and last not in self.actor_at:
            last += 1
        if last in (first, sentence.last) or (self._is_country(first) and self.place_at[first].kind == "demonym"):
            return None
        matched = match_phrase(self.words.roles, self.tokens, last)
        if matched is None or matched[1] != "host" or match_phrase(self.words.nouns, self.tokens, last - 1):
            return None
        place, name = self.place_at.get(first), self._text(first, last)
        return Spot(first, last, name, place.country if place else city_country(fold(name)))

    def _venue_subject(self, sentence: Sentence) -> Spot | None:
        """Read "La salle du Palais des sports de Lomé était comble": a venue that opens the sentence."""
        for i in range(sentence.first, min(sentence.last, sentence.first + _SUBJECT_VENUE)):
            token = self.tokens[i]
            if token.verb == "Fin" or token.text in ",;:.":
                return None
            is_head = token.folded in self.lexicon.venues and token.is_capitalised and i > sentence.first
            if is_head or (self.lexicon.head_last and self._is_name_word(i) and self._is_venue_name(sentence, i)):
                return self._capital_spot(sentence, i)
        return None

    def _opens_name(self, sentence: Sentence, last: int) -> bool:
        """Read "at the UK Space Forum": a country that only begins a name."""
        return (
            self.lexicon.head_last and last < sentence.last and self._is_name_word(last) and last not in self.place_at
        )

    def _behind(self, first: int, place: Place) -> int:
        last = first
        while self.place_at.get(last) is place:
            last += 1
        return last

    def _behind_actor(self, first: int) -> int:
        last = first
        while last in self.actor_at and self.actor_at[last] == self.actor_at[first]:
            last += 1
        return last

    def _spot_of(self, first: int, last: int, place: Place) -> Spot:
        name = place.name
        if place.kind == "region":
            # "province de X" is X; "X County" stays whole.
            k = next((k for k in range(first, last) if self.tokens[k].is_capitalised), first)
            name = self._text(k, last)
        return Spot(first, last, name, place.country)

    def _lower_venue(self, sentence: Sentence, first: int) -> Spot | None:
        """Read "dans la province de X", "dans ses bureaux de Y": the capitalised name that the noun leads to."""
        for j in range(first, min(sentence.last, first + 5)):
            place = self.place_at.get(j)
            if place and place.kind in ("city", "region") and self.tokens[j - 1].folded in self.lexicon.place_links:
                if not self.lexicon.landforms.isdisjoint(self.doc.words[first:j]):
                    last = self._behind(j, place)
                    return Spot(first, last, self._text(first, last), place.country)
                return self._spot_of(j, self._behind(j, place), place)
            if j in self.date_at or self.tokens[j].text in ",;:." or self.tokens[j].verb == "Fin":
                return None
        return None

    def _is_named_venue(self, sentence: Sentence, first: int) -> bool:
        """Read "siège de la Banque de Kara", "salle des fêtes Lumumba": a venue by more than the name of its town."""
        links = self.lexicon.place_links | self.lexicon.definites
        for j in range(first + 2, min(sentence.last, first + _VENUE_NAME)):
            token = self.tokens[j]
            if token.is_capitalised or j in self.date_at:
                is_near = all(t.folded in self.lexicon.definites for t in self.tokens[first + 2 : j])
                is_free = j not in self.place_at and j not in self.date_at
                is_seat = j in self.actor_at and self._is_led_by_organisation(first + 2, j)
                return token.is_capitalised and is_free and (is_near or is_seat or j not in self.actor_at)
            if token.verb or not (token.folded in links or token.pos in ("NOUN", "ADJ")):
                return False
        return False

    def _is_led_by_organisation(self, first: int, j: int) -> bool:
        """Read "siège du ministère de l'Eau": a name in capitals at `j` that is an organisation's from before on."""
        actor = self.actor_at[j]
        is_whole = any(self.actor_at.get(k) == actor for k in range(first - 1, min(j, first + 2)))
        return is_whole and self.actors[actor].kind == "organisation"

    def _is_venue_name(self, sentence: Sentence, first: int) -> bool:
        return not self.lexicon.venues.isdisjoint(self.doc.words[first : min(sentence.last, first + 5)])

    def _capital_spot(self, sentence: Sentence, first: int) -> Spot | None:
        """A capitalised run; a venue takes its complements and its town with it."""
        is_venue = False
        last = first
        while last < min(sentence.last, first + 14):
            token = self.tokens[last]
            is_venue = is_venue or token.folded in self.lexicon.venues
            if (
                (token.is_capitalised and token.text[0].isalpha() and last not in self.date_at)
                or (last > first and self.place_at.get(last, self) is self.place_at.get(last - 1))
                or (last > first and self._is_hall_in_town(first, last))
                or (last > first and self._is_owner(sentence, first, last))
                or (last > first and self._is_glued(first, last))
                or (is_venue and self._venue_goes_on(sentence, last))
                or (not is_venue and (token.folded in self.lexicon.venues or self._is_particle(sentence, first, last)))
            ):
                last += 1
            elif not is_venue and self._region_follows(last):
                last += 2
            else:
                break
        last += self._is_landform(first, last)
        while last > first and not (self.tokens[last - 1].text[0].isalnum() or self.tokens[last - 1].text == ")"):
            last -= 1
        while last > first + 1 and self.tokens[last - 1].folded in self.lexicon.place_links | self.lexicon.locatives:
            last -= 1
        if last == first or (
            not is_venue and any(match_phrase(self.words.nouns, self.tokens, k) for k in range(first, last))
        ):
            return None
        if owned := self._venue_of_town(sentence, first, last):
            return owned
        inside = next((p.country for k in range(first, last) if (p := self.place_at.get(k)) and p.country), None)
        country = self._country_behind(sentence, last) or inside
        known = any(self.place_at.get(k) for k in range(first, last))
        following = self.tokens[last] if last < sentence.last else None
        is_phrase = following is not None and following.folded not in self.lexicon.breakers
        is_phrase = is_phrase and following.pos in ("ADJ", "NOUN") and last not in self.date_at  # type: ignore[union-attr]
        if is_phrase and not (known or is_venue):
            return None  # "au Journal officiel" is no town
        if not (is_venue or known or self._is_plain_place(first, last)):
            return None
        return Spot(first, last, self._text(first, last), country)

    def _is_landform(self, first: int, last: int) -> bool:
        """Read "in Dhading district": the noun behind the name of a region."""
        is_name = self.lexicon.head_last and first < last < len(self.tokens)
        return is_name and self.tokens[last].folded in self.lexicon.landforms

    def _is_glued(self, first: int, i: int) -> bool:
        """Whether a name goes on: "Marks & Spencer", "Queen's Park", "N'djili", "Vava'u", "Sidi el-Bachir"."""
        token = self.tokens[i]
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else token
        if token.text == "&":
            return following.is_capitalised
        if token.folded in self.lexicon.genitives and self.lexicon.head_last:
            return following.is_capitalised and i + 1 not in self.place_at and first not in self.place_at
        if not token.space and self.tokens[i - 1].text[-1] in "'’":
            return token.text[0].isalpha()
        if token.text in "'’":
            return not (token.space or following.space) and following.text[0].isalpha()
        return "-" in token.text and token.text.rpartition("-")[2][:1].isupper()

    def _is_particle(self, sentence: Sentence, first: int, i: int) -> bool:
        """A short word inside a venue's name: "King Omar bin Said Centre"."""
        if i == first or i + 1 >= sentence.last or not self.tokens[i + 1].is_capitalised or i in self.date_at:
            return False
        if len(self.tokens[i].text) > 3 or not self.tokens[i].text.isalpha():
            return False
        if self.tokens[i].pos == "CCONJ" and (not self.lexicon.head_last or self.place_at.get(i - 1)):
            return False  # "Trade and Convention Centre", but not "Kigali and Huye Stadium"
        return not self.lexicon.venues.isdisjoint(self.doc.words[i + 1 : min(sentence.last, i + 5)])

    def _is_plain_place(self, first: int, last: int) -> bool:
        """A capitalised name of up to three words that nobody bears."""
        return (
            last - first <= 3
            and not (last == first + 1 and self.tokens[first].folded in self.lexicon.no_places)
            and all(k not in self.actor_at for k in range(first, last))
            and (all(t.text[0].isalpha() and not t.text.isupper() for t in self.tokens[first:last]))
            and not self._is_in_the(first)
            and not self._is_portfolio(first)
        )

    def _is_portfolio(self, first: int) -> bool:
        """Read "le commissaire à la Pêche et aux Océans": what an office is for, not a town."""
        if self.lexicon.head_last:
            return False  # "the secretary for oceans"
        for k in range(first - 1, max(0, first - _PORTFOLIO), -1):
            if self.tokens[k].folded in self.lexicon.people | self.lexicon.officers:
                return True
            if self.tokens[k].verb or not self.tokens[k].text[0].isalpha():
                return False
        return False

    def _is_in_the(self, first: int) -> bool:
        """Read "in the Union Budget": an English town has no article, a venue is "at the"."""
        if not self.lexicon.head_last or first < 2 or self.tokens[first - 1].folded not in self.lexicon.definites:
            return False
        return self.tokens[first - 2].folded in self.lexicon.place_links

    def _venue_goes_on(self, sentence: Sentence, i: int) -> bool:
        token = self.tokens[i]
        if i in self.plan_at or i + 1 in self.plan_at:
            return False
        if token.text in "()":
            return True
        following = self.tokens[i + 1] if i + 1 < sentence.last else None
        if token.text == ",":
            j = i + 1 + (following is not None and following.folded in self.lexicon.locatives)
            place = self.place_at.get(j)
            if place is None:
                return j > i + 1 and self._is_lone_name(sentence, j)
            return place.kind in ("region", "city")
        if token.folded in self.lexicon.place_links or token.folded in self.lexicon.locatives:
            return self._venue_goes_on_behind(sentence, i)
        if token.folded in self.lexicon.definites and following is not None:
            is_linked = self.tokens[i - 1].folded in self.lexicon.place_links and following.pos == "NOUN"
            return (following.is_capitalised or is_linked) and i + 1 not in self.date_at
        if token.pos == "CCONJ":
            return following is not None and following.folded in self.lexicon.place_links - self.lexicon.locatives
        return token.pos in ("NOUN", "ADJ") and i not in self.date_at and not token.verb

    def _venue_goes_on_behind(self, sentence: Sentence, i: int) -> bool:
        """Whether a venue's name goes on behind "of", "in" or "de"."""
        token = self.tokens[i]
        is_end = token.folded in self.lexicon.breakers and token.folded not in self.lexicon.locatives
        if is_end and not self._is_capital_behind(sentence, i):
            return False  # "the Beach Hotel on the eve of the closing"
        place = self.place_at.get(i + 1)
        if place and place.kind == "country":
            return False
        if token.folded not in self.lexicon.locatives and self._is_noun_behind(sentence, i):
            return True
        named = any(t.is_capitalised for t in self.tokens[i + 1 : min(sentence.last, i + 4)])
        return i + 1 < sentence.last and named and i + 1 not in self.date_at

    def _is_capital_behind(self, sentence: Sentence, i: int) -> bool:
        j = i + 1
        j += j < sentence.last and self.tokens[j].folded in self.lexicon.definites
        return j < sentence.last and self._is_name_word(j)

    def _is_hall_in_town(self, first: int, last: int) -> bool:
        """Read "at the Hilton in Yaoundé": the link and the town behind a name that "at the" makes a venue."""
        if not self.lexicon.head_last or first < 2 or self.tokens[first - 1].folded not in self.lexicon.definites:
            return False
        place = self.place_at.get(last + 1)
        is_town = place is not None and place.kind == "city" and self.tokens[last].folded in self.lexicon.locatives
        return is_town and self.tokens[first - 2].folded in self.lexicon.seats and first not in self.place_at

    def _is_owner(self, sentence: Sentence, first: int, last: int) -> bool:
        """Read "at the Bank's offices in Abidjan": the genitive of who has a venue."""
        if not self.lexicon.head_last or self.tokens[last].folded not in self.lexicon.genitives:
            return False
        is_venue = last + 1 < sentence.last and self.tokens[last + 1].folded in self.lexicon.venues
        return is_venue and first not in self.place_at and not self.tokens[last + 1].is_capitalised

    def _venue_of_town(self, sentence: Sentence, first: int, last: int) -> Spot | None:
        """Read "in Bissau's Hotel Ceiba": a venue by its name, behind the town that it is in."""
        j = last + 1
        if not self.lexicon.head_last or j >= sentence.last or self.tokens[last].folded not in self.lexicon.genitives:
            return None
        place = self.place_at.get(first)
        if place is None or not self._is_name_word(j) or not self._is_venue_name(sentence, j):
            return None
        spot = self._capital_spot(sentence, j)
        return Spot(spot.first, spot.last, spot.name, spot.country or place.country) if spot else None

    def _is_noun_behind(self, sentence: Sentence, i: int) -> bool:
        """Read "Centre des arts", "Maison de l'exportateur": a common noun behind a link, with its article."""
        j = i + 1
        j += j < sentence.last and self.tokens[j].folded in self.lexicon.definites
        return j < sentence.last and self.tokens[j].pos == "NOUN" and j not in self.date_at

    def _is_lone_name(self, sentence: Sentence, j: int) -> bool:
        """Read "au palais, à Abidjan-Plateau,": one capitalised word that nobody bears, up to a comma or the end."""
        if j >= sentence.last or not self._is_name_word(j) or j in self.actor_at or j in self.plan_at:
            return False
        return j + 1 >= sentence.last or self.tokens[j + 1].text in ",.;)"

    def _region_follows(self, i: int) -> bool:
        place = self.place_at.get(i + 1)
        return self.tokens[i].text == "," and place is not None and place.kind == "region"

    def _country_behind(self, sentence: Sentence, last: int) -> str | None:
        for k in range(last, min(sentence.last, last + 3)):
            place = self.place_at.get(k)
            if place and place.kind == "country":
                return place.country
        return None

    def _after_circumstances(self, sentence: Sentence, i: int) -> int:
        """Position behind the dates, places and commas that follow a verb."""
        spots = self._spots(sentence)
        while i < sentence.last:
            spot = next((s for s in spots if s.first - 2 <= i < s.last), None)
            if spot:
                i = spot.last
            elif self.tokens[i].folded in self.lexicon.locatives:
                i = self._after_locative(sentence, i)
            elif i + 2 < sentence.last and self.tokens[i + 1].folded in self.lexicon.manners:
                i += 3  # "a ouvert de façon officielle la campagne"
            elif (
                (self.tokens[i].folded in self.lexicon.definites and i + 1 in self.date_at)
                or i in self.date_at
                or self.tokens[i].text == ","
                or self.tokens[i].folded in self._day_parts
            ):
                i += 1
            else:
                break
        return i

    def _after_locative(self, sentence: Sentence, i: int) -> int:
        """Position behind "au palais présidentiel": up to the next article, date or comma."""
        stops = self.lexicon.indefinites | self.lexicon.definites
        for j in range(i + 1 + (self.tokens[min(i + 1, sentence.last - 1)].folded in stops), min(sentence.last, i + 6)):
            if self.tokens[j].folded in stops or j in self.date_at or not self.tokens[j].text[0].isalnum():
                return j
        return min(sentence.last, i + 6)

    def _own_place(self, sentence: Sentence, one: Telling) -> Spot | None:
        """The place that an event's own phrase names: where a visit goes, the town of what is opened."""
        if (one.kind == "visit" or one.head == "protest") and (spot := self._destination(sentence, one)):
            return spot
        if one.head == "opening":
            own = next((s for s in self._spots(sentence) if one.first <= s.first and s.last <= one.trigger), None)
            if own is not None:
                return own
        if one.head != "opening" and one.kind not in ("visit", "other"):
            return None
        if one.kind == "other" and one.head != "opening" and one.source != "noun":
            return None
        start, stop = one.first, min(one.last + 4, sentence.last)
        if one.kind == "visit" and (one.last in self.date_at or one.last + 1 in self.date_at):
            start = self._after_circumstances(sentence, one.last)
            stop = min(start + _VISITED, sentence.last)  # "a visité le 3 mai le chantier du port de Kribi"
        for j in range(start, stop):
            place = self.place_at.get(j)
            is_town = place and place.kind == "city" and not place.is_part
            is_land = place and place.kind == "country" and one.kind == "visit" and one.source == "verb"
            if place and (is_town or is_land) and j not in self.plan_at and not self._is_left(j, place):
                return self._spot_of(j, self._behind(j, place), place)
            if j >= one.last and (self.tokens[j].text in ",;:." or self.tokens[j].verb):
                break
        return None

    def _town_in_name(self, one: Telling) -> Spot | None:
        """Read "le Salon de l'eau de Kara", "the Davos forum": the town that a gathering is called after."""
        is_works = one.head in ("opening", "founded", "launched") and one.source == "verb"
        if is_works or one.head == "opening" or one.kind == "visit" or (one.kind == "other" and one.source == "noun"):
            first = one.first if is_works else one.trigger
            last = one.last
            if one.source == "verb" and last == one.trigger + 1:
                sentence = self.doc.sentences[one.sentence]
                last = self._right(sentence, self._after_circumstances(sentence, last))
            return self._home_town(first, last, is_whole=True) or self._town_of_works(one, last)
        if one.source == "verb" and one.head in ("body", "ruling"):
            return self._town_of_body(one)
        if one.source != "noun" or one.kind not in ("conference", "meeting", "assembly"):
            return None
        for j in range(one.trigger + 1, one.last):
            place = self.place_at.get(j)
            is_town = place is not None and place.kind == "city" and (not place.is_part or self._is_numbered(j, place))
            if place and is_town and self.tokens[j - 1].folded in self.lexicon.place_links:
                return self._spot_of(j, self._behind(j, place), place)
        return self._town_before(one) or self._unknown_town(one)

    def _town_of_body(self, one: Telling) -> Spot | None:
        """Read "le tribunal de Lille a rejeté", "a Nairobi court ruled": where a body that decides sits."""
        first = last = one.trigger if one.first >= one.trigger else max(one.last, one.trigger)
        floor = max(self.doc.sentences[one.sentence].first, last - _BODY)
        while first > floor and self.tokens[first - 1].text not in ",;:":
            first -= 1
        for j in range(first + 1, last):
            place = self.place_at.get(j)
            is_town = place is not None and place.kind == "city" and not place.is_part
            if place and is_town and self.tokens[j - 1].folded in self.lexicon.place_links:
                return self._spot_of(j, self._behind(j, place), place)
        return self._home_town(first, last, is_whole=True)

    def _called_after(self, one: Telling) -> Spot | None:
        """Read "le sommet de Tunis": the town right behind a gathering, which another one told beside is not in."""
        if one.source != "noun" or one.kind not in ("conference", "meeting", "assembly") or self.lexicon.head_last:
            return None
        at = range(one.trigger + 1, min(one.last, one.trigger + 4))
        j = next((k for k in at if self.tokens[k].is_capitalised), one.last)
        place = self.place_at.get(j)
        is_led = self.tokens[j - 1].folded in self.lexicon.place_links - self.lexicon.definites
        if place is None or place.kind != "city" or place.is_part or j in self.actor_at or not is_led:
            return None
        return self._spot_of(j, self._behind(j, place), place)

    def _is_numbered(self, j: int, place: Place) -> bool:
        """Read "la table ronde de Dakar 2": a town with the number of the gathering behind it."""
        behind = self._behind(j, place)
        return behind < len(self.tokens) and self.tokens[behind].text.isdigit()

    def _unknown_town(self, one: Telling) -> Spot | None:
        """Read "le séminaire de Dibombo": a name right behind "de", without an article, that nobody bears."""
        links = self.lexicon.place_links - self.lexicon.definites - self.lexicon.locatives
        j = one.trigger + 2
        if self.lexicon.head_last or one.last != j + 1 or self.tokens[j - 1].folded not in links:
            return None
        is_free = j not in self.actor_at and j not in self.plan_at and j not in self.place_at
        is_name = self._is_name_word(j) and not self.tokens[j].text.isupper()
        return Spot(j, j + 1, self._text(j, j + 1), None) if is_free and is_name else None

    def _hosted_in(self, sentence: Sentence, one: Telling) -> Spot | None:
        """Read "the congress, which Oslo hosts in May": the town that the event is the object of."""
        j = one.last + (one.last < sentence.last and self.tokens[one.last].text == ",")
        if one.source != "noun" or j + 2 >= sentence.last or self.tokens[j].folded not in self.lexicon.relatives:
            return None
        hosting = match_phrase(self.words.roles, self.tokens, j + 1)
        if hosting is not None and hosting[1] == "host":  # "le Forum, qu'accueillera Brasilia"
            at = hosting[0]
            return self._town_from(at) or self._town_from(at + (self.tokens[at].folded in self.lexicon.definites))
        behind = j + 1
        while behind < min(sentence.last, j + 4) and self._is_name_word(behind) and behind not in self.actor_at:
            behind += 1
        verb = behind + (self.tokens[behind].folded in self.lexicon.futures)  # "which Oslo will host"
        matched = match_phrase(self.words.roles, self.tokens, verb) if j + 1 < behind < sentence.last - 1 else None
        if matched is None or matched[1] != "host":
            return None
        place = self.place_at.get(j + 1)
        return Spot(j + 1, behind, self._text(j + 1, behind), place.country if place else None)

    def _destination(self, sentence: Sentence, one: Telling) -> Spot | None:
        """Read "a visit to the Volta plant": where the visit goes."""
        for i in range(one.trigger, min(sentence.last, one.trigger + 4)):
            is_object = i == one.trigger and one.source == "verb" and i + 1 not in self.actor_at
            if is_object or self.tokens[i].folded in self.lexicon.visit_links:
                j = i + 1 + (self.tokens[min(i + 1, sentence.last - 1)].folded in self.lexicon.definites)
                last = j
                links = self.lexicon.place_links | self.lexicon.definites
                while last < sentence.last and last not in self.date_at:
                    if not self.tokens[last].is_capitalised and (last == j or self.tokens[last].folded not in links):
                        break
                    last += 1
                while last > j and not self.tokens[last - 1].is_capitalised:
                    last -= 1
                if last > j:
                    place, name = self.place_at.get(j), self._text(j, last)
                    return Spot(j, last, name, place.country if place else city_country(fold(name)))
        return None

    def _nearest_spot(self, one: Telling, spots: list[Spot], first: Telling) -> Spot | None:
        best: tuple[int, Spot] | None = None
        for spot in spots:
            cost = self._distance(one, spot.first, spot.last)
            is_between = any(spot.last <= s.first and s.last <= one.first for s in spots)
            if (not is_between and self._leads_where(spot, one)) or self._follows_date(spot, one):
                cost = 0
            elif spot.last <= one.first and one.date and self._stands_with(one.date, spot):
                cost = min(cost, _DATED)  # "on 15 April in Praia, then on the 17th in Mindelo, it held hearings"
            elif one.is_set and one.date and self._stands_with(one.date, spot):
                cost = min(cost, _SET)  # "said on Saturday at the Arts Centre, …, during the review"
            elif spot.first - self.doc.sentence_at(self.tokens[spot.first].start).first <= _OPENING and one is first:
                cost = min(cost, 8)
            cost += _COUNTRY * (cost > 0 and self._is_country(spot.first))  # "on the crisis in Haiti, held in Paris"
            if one.source == "verb" and 0 < spot.first - one.trigger <= _BEHIND_VERB:
                cost, is_better = -1, True  # "was drafted in Suva and launched in Apia"
            elif spot.last <= one.first or spot.first >= one.last:
                is_better = best is None or cost < best[0]
            elif spot.country is None and any(s is not spot and s.first >= one.last for s in spots):
                continue  # "la Semaine du livre dans les Andes, ouverte à Lima"
            else:
                cost, is_better = 0, best is None or best[0] > 0
            if cost < _NEAR and is_better:
                best = (cost, spot)
        return best[1] if best else None

    @staticmethod
    def _spots_left(one: Telling, spots: list[Spot], told: list[Telling]) -> list[Spot]:
        """Those that aren't of what came before or after: "approved on 24 April, a week after the fair in Nadi"."""
        apart = next((t.last for t in told if t.is_apart and t.first >= one.last), None)
        return spots if apart is None else [s for s in spots if s.first < apart]

    def _follows_date(self, spot: Spot, one: Telling) -> bool:
        """Read "la Semaine du livre dans les Andes, ouverte lundi à Lima": the town that stands with its date."""
        if one.source != "noun" or one.date is None or spot.first < one.last:
            return False
        return self._stands_with(one.date, spot)

    def _stands_with(self, date: DateMention, spot: Spot) -> bool:
        near = (*range(spot.first - 2, spot.first), spot.last, spot.last + 1)
        return any(self.date_at.get(j) is date for j in near)

    def _leads_where(self, spot: Spot, one: Telling) -> bool:
        """Read "New York, où se tient l'Assemblée", "Mombasa, on the coast, where the forum was held"."""
        stop = min(one.first, spot.last + _BEFORE_WHERE)
        j = next((k for k in range(spot.last, stop) if self.tokens[k].text.lower() in self.lexicon.where), None)
        if j is None or j == one.first or self._is_behind_clause(j, one):
            return False
        is_town = (place := self.place_at.get(spot.first)) is not None and place.kind == "city"
        if one.first <= j + 6 and j <= spot.last + 1:
            return True
        return is_town and not any(t.text in ";:." for t in self.tokens[spot.last : one.first])

    def _is_behind_clause(self, where: int, one: Telling) -> bool:
        """Read "Séoul, où il était lundi, il a lancé le plan": whether the clause of "where" ends before `one`."""
        clause = next((a for a in self._asides(self.doc.sentences[one.sentence]) if a.has(where)), None)
        return clause is not None and not clause.has(one.trigger)

    def _share_places(self, told: list[Telling]) -> None:
        """What happens at an event happens where the event is, and the other way round."""
        placed = next((t for t in told if t.place), None)
        hosts = [t for t in told if t.place and t.date and t.source == "noun" and t.kind in ("conference", "meeting")]
        for one in told:
            host = next((t for t in hosts if t.date is one.date and not t.is_apart), None)
            if host is not None and one.place is None:
                one.place = host.place
            is_joined = placed and not placed.is_apart and (one.is_set or placed.is_set)
            if one.place is None and is_joined and placed and self._near_in_time(one, placed):
                one.place = placed.place
            if one.place is None and one.date is not None and one.date.precision == "day" and not one.is_apart:
                day = (t.place for t in told if t.date is one.date and not t.is_apart)
                one.place = next((place for place in day if place), None)  # "opened the quay in Kara and signed a deal"

    @staticmethod
    def _near_in_time(one: Telling, other: Telling) -> bool:
        if one.date is None or other.date is None:
            return True
        return abs((one.date.start - other.date.start).days) <= _EVENT_DAYS

    def _distance(self, one: Telling, start: int, stop: int) -> int:
        if start >= one.last:
            return min(self._gap(one.last - 1, start), self._gap(one.trigger, start)) + 1
        if stop <= one.first:
            return self._gap(stop - 1, one.first) + 1 + 2 * (one.source == "verb")  # what follows a verb is its own
        if one.source == "noun":
            return 0
        return self._gap(stop, one.trigger) if stop <= one.trigger else self._gap(one.trigger, start)

    def _dateline(self) -> Spot | None:
        """The town that the article is dated from: "Berne, 3 mai -", "(Lomé) ..."."""
        starts = {0, *(b.start for b in self.doc.blocks[:_TOP_BLOCKS])}
        first = {0, *(b.start for b in self.doc.blocks[:_FIRST_BLOCKS])}
        towns = [p for p in self.places if p.kind == "city" and not p.is_part]
        place = next(
            (
                p
                for p in towns
                if p.span.start <= _HEAD
                or p.span.start in first
                or (p.span.start in starts and self._ends_dateline(self._positions(p.span).stop))
            ),
            None,
        )
        if place is None:
            return None
        positions = self._positions(place.span)
        before = self.tokens[positions.start - 1] if positions.start else None
        is_linked = before and (before.pos == "ADP" or before.folded in self.lexicon.place_links)
        if before and (is_linked or before.folded in self.lexicon.locatives):
            return None
        return Spot(positions.start, positions.stop, place.name, place.country)

    def _ends_dateline(self, i: int) -> bool:
        """Whether a dash stands within a few words behind a town: "Berne, 28.05.2025 -"."""
        return any(t.text in "-–—" for t in self.tokens[i : i + _DATELINE_REACH])

    def _is_near_dateline(self, sentence: int) -> bool:
        """Whether a sentence is the dateline's or one of the two that follow."""
        spot = self._dateline()
        if spot is None:
            return False
        start = self.tokens[spot.first].start
        return any(s.start <= start < s.end for s in self.doc.sentences[max(0, sentence - 2) : sentence + 1])

    def _is_venue(self, spot: Spot) -> bool:
        return not self.lexicon.venues.isdisjoint(self.doc.words[spot.first : spot.last])

    def _same_country(self, spot: Spot) -> bool:
        return spot.country is None or spot.country == self.doc.country

    def _country(self, spot: Spot) -> str | None:
        """Where a place lies: at home where its namesake abroad is a small town of a land that isn't named."""
        if spot.country is None or self._same_country(spot) or self._is_abroad(spot):
            return spot.country or self.doc.country
        inside = (p for k in range(spot.first, spot.last) if (p := self.place_at.get(k)) and p.kind == "city")
        town = next(inside, None)  # of a venue
        name = " ".join(words(town.name if town else spot.name))
        largest = city_population(name)
        at_home = city_population(name, self.doc.country) if self.doc.country else 0
        is_village = largest < _SMALL_TOWN and name.count(" ") <= 1 and not is_main_city(name, spot.country)
        is_home = is_village or 0 < _NAMESAKE * largest <= at_home or is_main_city(name, self.doc.country)
        return self.doc.country if is_home else spot.country

    def _is_abroad(self, spot: Spot) -> bool:
        """Whether a place lies in another country that the article names: towns share their names."""
        if self._same_country(spot):
            return False
        towns = [p for p in self.places if p.country == spot.country]
        return any(p.kind in ("country", "demonym") for p in towns) or len({p.name for p in towns}) > 1
