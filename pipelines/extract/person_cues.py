"""People whose names have no role or title: by what they say or lead, by their party, or by the look of the name."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.lexicon import languages
from pipelines.extract.names import (
    APOSTROPHES,
    CLOSING_QUOTES,
    METROPOLIS,
    OPENING_QUOTES,
    is_acronym_shape,
    is_place_name,
    is_region_name,
)
from pipelines.extract.person_names import MAX_NAME, QUOTES, PersonReader
from pipelines.extract.text import fold

_MAX_LISTED = 16  # tokens of a list of places
_MAX_SPOT = 12  # tokens of "On behalf of the traders of Gondar", which opens a sentence
_MAX_ASIDE = 7  # tokens between a participle and the preposition of its agent


class CueReader(PersonReader):
    """Finds names of two or more words that something shows to be people's."""

    def _with_cues(self) -> None:
        """Names of two or more words that lead or speak; those that only look like a person's are noted."""
        floor, titles, partisans = 0, self.grammar.titles.by_first, self.lexicon.partisans
        for i in self.view.capitals:
            if i < floor or self._is_spoken_for(i):
                continue
            first, titled = self._untitled(i) if self.tokens[i].folded in titles else (i, False)
            if titled:
                floor = first
                continue
            if self._is_spot(i) or (i in self.view.starts and self._owes_capital_to_sentence(i)):
                continue
            if self.tokens[first].folded in partisans and self._is_partisan(first) and self.view.capital[first + 1]:
                first += 1
            if not self._may_go_on(first):
                floor = first + 1
                continue
            last = self.name_end(first) if first < self.view.limit[i] else first
            if self._is_quoted(first, last):
                floor = last
                continue
            is_led = last == first + 2 and self._is_led(first)
            if last > first and (is_led or self._looks_personal(first, last)):
                confidence = 0.9 if is_led else self._cue_confidence(first, last)
                if confidence:
                    self._add(first, last, confidence)
                else:
                    self.undecided.append((first, last))
            floor = last

    def _is_quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks enclose just these words, as they do works, programmes and sayings."""
        is_opened = first > 0 and self.tokens[first - 1].text in OPENING_QUOTES
        return is_opened and last < len(self.tokens) and self.tokens[last].text in CLOSING_QUOTES

    def _may_go_on(self, first: int) -> bool:
        """Whether what stands behind the first word of a name may be more of it, as most lone capitals have none."""
        k = first + 1
        if k >= len(self.tokens):
            return False
        token = self.tokens[k]
        if self.view.capital[k] or token.folded in self.lexicon.particles or not token.space:
            return True
        return token.text in QUOTES or self.tokens[first].text[-1] in APOSTROPHES

    def _owes_capital_to_sentence(self, i: int) -> bool:
        token = self.tokens[i]
        return token.folded in self.lexicon.ambiguous_words or (self.view.is_common(i) and token.pos != "PROPN")

    def _looks_personal(self, first: int, last: int) -> bool:
        """Whether the words are several, at most one of them ordinary, and none a country's or a company's."""
        view = self.view
        words = [k for k in range(first, last) if view.capital[k]]
        if len(words) < 2 or last - first > 6 or not self._is_name(first, last):
            return False
        if any((place := view.place_at.get(k)) and place.kind == "country" for k in words):
            return False
        own = sum(self._is_own(k, len(words)) for k in words)
        if all(view.is_common(k) or k in view.place_at for k in words):
            return False  # "Statistique Québec"
        if own < max(1, len(words) - 1) or self.organisations.looks_corporate(words[-1], words[-1] + 1):
            return False
        if any(is_acronym_shape(self.tokens[k].text) and len(self.tokens[k].text) < 4 for k in words[:-1]):
            return False
        text = view.text(first, last)
        if self._is_thing(last) or is_place_name(text, METROPOLIS) or is_region_name(text):
            return False
        return last >= view.limit[first] or not self.tokens[last].text[0].isdigit()

    def _is_thing(self, last: int) -> bool:
        """As in "X, which opened in …": the relative pronoun is one that people don't have."""
        if last + 1 >= self.view.limit[last - 1]:
            return False
        if self.tokens[last].text in ",(-–—" and self._names_thing(last + 1):
            return True
        if self.tokens[last].text != ",":
            return False
        word = self.tokens[last + 1].folded
        return word in self.lexicon.relatives and word not in self.lexicon.office_relatives

    def _names_thing(self, k: int) -> bool:
        """As in "Te Moana - | the River Recovery Plan -": the aside calls what is named a plan, a place, a thing."""
        limit = self.view.limit[k]
        if self.tokens[k].folded not in self.lexicon.articles or k + 2 >= limit:
            return False
        if not self.lexicon.premodified:
            return self.tokens[k + 1].folded in self.grammar.not_names
        for n in range(k + 1, min(k + MAX_NAME, limit - 1)):
            if not self.tokens[n].text[0].isalnum() or self.tokens[n].verb:
                return False
            if self.tokens[n].folded in self.grammar.not_names and self.tokens[n + 1].text in ",)-–—":
                return True
        return False

    def _cue_confidence(self, first: int, last: int) -> float:
        origin = self.view.origin[first]
        if self._is_member(first, last):
            return 0.85
        if first > origin and self._is_partisan(first - 1):
            return 0.92
        if self._is_led_by(first) or self._is_aged(last) or self._is_appointed(last):
            return 0.92
        if self.grammar.speech_cues.match_back(self.tokens, first, origin) < first:
            return 0.88
        if first - 1 in self.view.starts and self.tokens[first - 1].folded in self.lexicon.opinion_openers:
            return 0.8 if last < self.view.limit[first] and self.tokens[last].text in ",(" else 0.0
        if self._is_of_organisation(last) or self._is_in_party(last):
            return 0.85
        is_owner = last < len(self.tokens) and self.view.is_genitive(last)  # "said St Clare's Hospital"
        is_governed = first > origin and self.tokens[first - 1].folded in self.lexicon.prepositions
        if last < self.view.limit[first] and self.grammar.takeovers.match(self.tokens, last) > last:
            return 0.88
        says = self._says(last) and not is_governed  # "Mary Roe of | Calder Lago said"
        if (self._is_said(first) and not is_owner) or says or self._leads(last):
            return 0.9
        return 0.0

    def _is_appointed(self, last: int) -> bool:
        """As in "Awa Roe, | nommée l'an dernier à la présidence …": an aside on how an office is taken up."""
        if last + 2 >= self.view.limit[last - 1] or self.tokens[last].text != ",":
            return False
        return self.tokens[last + 1].verb == "Part" and self.grammar.offices.match(self.tokens, last + 1) > last + 1

    def _is_led_by(self, first: int) -> bool:
        """As in "dirigé par | Awa Sarr", "unveiled in May by | Ana Roe": a time or a place may part a cue's words."""
        origin = self.view.origin[first]
        begin = self.grammar.leaders.match_back(self.tokens, first, origin)
        if begin < first:
            # "un consortium | mené par Calderis"
            return begin == origin or self.tokens[begin - 1].folded not in self.lexicon.pair_designators
        by = first - 1
        if by <= origin or self.tokens[by].folded not in self.lexicon.bylines:
            return False
        for k in range(by - 1, max(origin, by - _MAX_ASIDE) - 1, -1):
            token = self.tokens[k]
            if token.folded in self.grammar.leaders.by_first and token.verb:
                return (token.folded, self.tokens[by].folded) in self.grammar.leaders.by_first[token.folded]
            if token.verb == "Fin" or token.text in ",;:(":
                return False
        return False

    def _is_of_organisation(self, k: int) -> bool:
        """As in "Awa Sarr, | de l'ONG X", "Ana Roe, of the Y Union": whose member somebody is."""
        limit = self.view.limit[k - 1]
        link = k + (k < limit and self.tokens[k].text == ",")
        if link + 1 >= limit or self.tokens[link].folded not in self.lexicon.member_links:
            return False
        if link == k and self.tokens[k].folded not in self.lexicon.prepositions:
            return False
        behind = range(link + 1, min(link + 4, limit))
        if any(n in self.organisations.taken or self._is_house_acronym(n) for n in behind):
            return True
        return self._is_unknown_house(link + 1, limit, is_apposed=link > k)

    def _is_unknown_house(self, i: int, limit: int, *, is_apposed: bool) -> bool:
        """As in "Awa Sarr, d'| Éco-Lac, craint", "Ana Roe of | Safe Lago was": a name that is no place's.

        A comma or a verb has to stand behind it.
        """
        end = self.organisations.run_end(i) if self.view.capital[i] else i
        if end == i or end >= limit or is_place_name(self.view.text(i, end)):
            return False
        if all(k in self.view.place_at for k in range(i, end)) or self.tokens[i].folded in self.lexicon.directions:
            return False
        if is_apposed:
            return self.tokens[end].text == ","
        return self.lexicon.premodified and self.tokens[end].verb == "Fin"

    def _is_house_acronym(self, k: int) -> bool:
        token = self.tokens[k]
        is_own = k in self.view.acronyms and token.folded not in self.lexicon.concept_acronyms
        return is_own and not self.view.is_place(k)

    def _is_partisan(self, k: int) -> bool:
        """As in "le socialiste | Jean Untel", "Democrat | Ana Roe": what a party's members are called."""
        word = self.tokens[k].folded
        is_known = word in self.lexicon.partisans or word.endswith(tuple(self.lexicon.partisan_endings))
        if not is_known or k + 1 >= self.view.limit[k]:
            return False
        if self.lexicon.premodified:
            return self.view.capital[k]
        return k > self.view.origin[k] and self.tokens[k - 1].folded in self.lexicon.definite

    def _is_led(self, first: int) -> bool:
        """As in "par la voix d'| Awa Rouleau": a cue of who leads makes a family name of an ordinary word."""
        view, last = self.view, first + 1
        if not view.is_name_word(first) or not view.is_common(last) or is_acronym_shape(self.tokens[first].text):
            return False
        is_cued = self._is_led_by(first) or self._is_aged(first + 2) or self._is_member(first, first + 2)
        is_cued = is_cued or self._follows_person(first) or self._is_in_party(first + 2)
        if not (is_cued or self._leads(first + 2) or self._is_of_organisation(first + 2)):
            return False
        word, heads = self.tokens[last].folded, self.grammar.heads.by_first
        is_corporate = word in self.lexicon.policy_words or word in heads or self.organisations.has_company_sign(last)
        return not is_corporate and word not in self.grammar.not_surnames and not view.is_demonym(last)

    def _follows_person(self, first: int) -> bool:
        """As in "fondé par Awa Roe et | Paul Brun": a coordinator joins the name to somebody's, of two words too."""
        if first < self.view.origin[first] + 3 or self.tokens[first - 1].folded not in self.lexicon.coordinators:
            return False
        before = self.used.get(first - 2)
        return before is not None and before.last == first - 1 and before.last - before.first > 1

    def _is_member(self, first: int, last: int) -> bool:
        """As in "the NCP's | Ana Roe", "Safe Lago's | Ana Roe said": whose party's or organisation's she is."""
        k = first - 2
        if k < 0 or not self.view.is_genitive(first - 1):
            return False
        if self.view.is_place(k):
            is_longer = k > self.view.origin[k] and self.view.is_name_word(k - 1) | self.view.is_common(k - 1)
            is_longer = is_longer and self.view.capital[k - 1] and not self.view.is_place(k - 1)
            return is_longer and self._says(last)
        if k in self.organisations.taken or is_acronym_shape(self.tokens[k].text):
            return True
        if self.view.is_calendar(k) or not self.view.capital[k]:
            return False
        is_party = self.view.is_common(k) and not self.view.is_demonym(k)
        is_party = is_party and (self.tokens[k].pos == "PROPN" or k not in self.view.starts)
        return is_party or (self.view.is_name_word(k) and self._says(last))

    def _leads(self, last: int) -> bool:
        """Whether a relative clause follows that only people have (", who", ", qui dirige"), over a party's bracket."""
        last = self._behind_party(last)
        k, limit = last + 1, self.view.limit[last - 1]
        if (
            k + 1 >= limit
            or self.tokens[last].text != ","
            or self.tokens[k].folded not in self.lexicon.office_relatives
        ):
            return False
        if self.tokens[k].folded not in self.lexicon.relatives:
            return True
        verb = k + 1
        while verb + 1 < limit and self.tokens[verb].pos == "PRON":
            verb += 1  # "qui la | préside"
        return self.tokens[verb].folded in self.lexicon.leading_verbs

    def _is_in_party(self, last: int) -> bool:
        """Whether a bracket holds an organisation's name of several words, not the acronym of what stands before."""
        found = self.organisations.taken.get(last + 1) if self._behind_party(last) > last else None
        return found is not None and found.last > found.first + 1

    def _behind_party(self, last: int) -> int:
        """Position behind a bracket at `last` that holds a party's name or acronym ("Awa Roe (Union du lac)")."""
        limit = self.view.limit[last - 1]
        if last + 2 >= limit or self.tokens[last].text != "(":
            return last
        found = self.organisations.taken.get(last + 1)
        end = found.last if found is not None else last + 2
        is_party = found is not None or self._is_house_acronym(last + 1)
        return end + 1 if is_party and end < limit and self.tokens[end].text == ")" else last

    def _is_said(self, first: int) -> bool:
        if first <= self.view.origin[first] or self.tokens[first - 1].folded not in self.lexicon.speech_verbs:
            return False
        before = self.tokens[first - 2].text if first > 1 else ""
        if self.lexicon.premodified:  # "launched X" has an object, "…, said X" a subject
            return bool(self.tokens[first - 1].verb) and (before == "," or before in CLOSING_QUOTES)
        # "… », lance X": the tagger may take a verb behind a quote for a noun.
        return bool(self.tokens[first - 1].verb) or before == ","

    def _says(self, last: int) -> bool:
        limit = self.view.limit[last - 1]
        for k in range(last, min(limit, last + 3)):
            if self.tokens[k].folded in self.lexicon.speech_verbs and self.tokens[k].verb:
                # "X compte | 400 salariés"
                return k + 1 >= limit or not self.tokens[k + 1].text[0].isdigit()
        return False

    def find_bare(self) -> None:
        """Add names that only look like a person's, once the organisations are known."""
        located = {fold(self.view.text(*name)) for name in self.undecided if self._is_located(*name)}
        for first, last in self.undecided:
            if fold(self.view.text(first, last)) in located:
                continue
            if not any(self._is_spoken_for(k) for k in range(first, last)):
                confidence = self._bare_confidence(first, last)
                if confidence:
                    self._add(first, last, confidence)

    def _is_located(self, first: int, last: int) -> bool:
        """Whether a name is a place's: behind what places have ("la centrale d'|"), or on a way ("| à Gondar")."""
        k, origin, limit = first - 1, self.view.origin[first], self.view.limit[first]
        if k > origin and self.tokens[k].folded in self.lexicon.prepositions:
            return self.tokens[k - 1].folded in self.grammar.not_names
        is_way = last + 1 < limit and self.tokens[last].folded in self.lexicon.aim_prepositions
        return is_way and self.view.capital[last + 1]

    def _bare_confidence(self, first: int, last: int) -> float:
        """Two or more unknown words that no article, preposition of place or noun of a thing introduces."""
        view = self.view
        words = [k for k in range(first, last) if view.capital[k]]
        own = sum(self._is_own(k, len(words)) for k in words)
        given = self.tokens[words[0]]
        may_be_common = given.pos == "PROPN" and given.folded not in self.lexicon.policy_words
        is_particle = len(words) == 2 and given.folded in self.lexicon.particles  # "while | Al Dora was granted"
        if own < len(words) - may_be_common or is_particle or not view.is_in_paragraph(first):
            return 0.0
        if all(any(is_known_word(self.tokens[k].text.lower(), x) for x in languages()) for k in words):
            return 0.0
        after = words[-1] + 1
        if self._has_own_particle(first, after):
            return 0.8
        is_long = own > 1 and len(words) > 2  # as hardly any project or place is named
        if not is_long and after < view.limit[first] and view.main_verb(after) in self.lexicon.inanimate_verbs:
            return 0.0
        if first == view.origin[first]:
            return 0.65 if after < view.limit[first] and self.tokens[after].text[0].isalpha() else 0.0
        before = self.tokens[first - 1]
        is_bodys = first > 1 and first - 2 in self.organisations.taken  # "ni l'université de Gondar ni | Awa Roe"
        if first > 1 and not is_bodys and (view.is_place(first - 2) or is_place_name(self.tokens[first - 2].text)):
            return 0.65 if self._is_behind_spot(first, after) else 0.0  # a list of places
        if before.pos in ("CCONJ", "VERB", "SCONJ") or before.text == ",":
            return 0.0 if before.text == "," and self._are_places_before(first - 1) else 0.65
        if before.text == ":":
            return 0.65 if self._are_holders_listed(first, after) else 0.0
        # "since Ana Roe | took over", "du temps où | Awa Roe": tagged as the preposition or pronoun that it may be
        is_conjunction = before.pos in ("ADP", "PRON") and before.folded not in self.grammar.function_words
        is_conjunction = is_conjunction and before.folded not in self.lexicon.localisers
        return (
            0.65 if is_conjunction and after < view.limit[first] and self.tokens[after].verb in ("Fin", "Part") else 0.0
        )

    def _are_holders_listed(self, first: int, last: int) -> bool:
        """As in "Two ministers signed: | Ana Roe (Water) and …": who they are of whom a plural told."""
        if last >= self.view.limit[first] or self.tokens[last].text not in ",(":
            return False
        return not self.lexicon.role_plurals.keys().isdisjoint(self.view.doc.words[self.view.origin[first] : first])

    def _is_behind_spot(self, first: int, last: int) -> bool:
        """As in "In Gondar, | Ana Roe has asked": one phrase opens the sentence, and somebody does something."""
        view = self.view
        k, comma = view.origin[first], first - 1
        if self.tokens[comma].text != "," or last >= view.limit[first] or comma > k + _MAX_SPOT:
            return False
        if self.tokens[k].pos != "ADP" or any(t.text == "," or t.verb == "Fin" for t in self.tokens[k:comma]):
            return False
        while last < view.limit[first] and self.tokens[last].pos in ("PRON", "ADV"):
            last += 1
        return last < view.limit[first] and self.tokens[last].verb == "Fin"

    def _are_places_before(self, comma: int) -> bool:
        """Whether a preposition of place opens a list of names before a comma ("in Baro, Kafi, | Ana Roe")."""
        k, origin, commas = comma, self.view.origin[comma], 0
        floor = max(origin, comma - _MAX_LISTED)
        while k > floor and (self.view.capital[k - 1] or self.tokens[k - 1].text == ","):
            k -= 1
            commas += self.tokens[k].text == ","
            if k in self.used or k in self.organisations.taken or self.view.is_calendar(k):
                return False
        return commas > 0 and k > origin and self.tokens[k - 1].folded in self.lexicon.localisers

    def _has_own_particle(self, first: int, last: int) -> bool:
        """As in "Ana von der Aue", "Sidi ould Bamba": a particle in small letters that is no word of grammar."""
        if first > self.view.origin[first]:
            before = self.tokens[first - 1].folded
            is_governed = before in self.grammar.function_words or before in self.lexicon.localisers
            if is_governed and before not in self.lexicon.coordinators:
                return False
        between = (self.tokens[k] for k in range(first + 1, last - 1))
        return any(
            t.text.islower()
            and len(t.text) > 2
            and t.folded in self.lexicon.particles
            and t.folded not in self.grammar.function_words
            for t in between
        )
