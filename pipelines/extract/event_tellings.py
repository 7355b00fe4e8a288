"""How a sentence tells events: by a noun that names one, by a verb, or by a body that decides."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from pipelines.extract.dates import DateMention
from pipelines.extract.dictionary import plural_endings
from pipelines.extract.document import Sentence
from pipelines.extract.event_occurrences import Occurrence, OccurrenceReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.ranges import Positions
from pipelines.extract.records import EventKind
from pipelines.extract.text import fold

_LISTED_DATE = 2  # tokens from what is listed to its date
_MAX_COST = 45
_POINTER_REACH = 10
_DATELINE = 8  # tokens
_RECIPIENT = 14  # tokens
_ARRIVAL = 5  # tokens
_SENDER = 25  # tokens of who comes and for whom
_PARTICIPLE = 3  # tokens from a participle to its day
_OWN_PLACE = 5  # tokens
_END_REACH = 5  # tokens from "closes" to the day
_ASSENT = 12  # tokens from "gave" to "its blessing"
_OF_PLANS = frozenset({"launch", "presentation", "signature", "other"})
_HELD = frozenset({"meeting", "conference", "assembly", "visit"})
_DATE_REACH = {"month": 22}


class TellingReader(OccurrenceReader):
    """Finds the tellings of a sentence, each with its date, place and plan."""

    def _told_in(self, n: int, sentence: Sentence) -> list[Telling]:
        told: list[Telling] = []
        words = self.words
        behind = sentence.first
        for i in self._openings.within(behind, sentence.last):
            if i < behind:
                continue
            behind = i + 1
            word = self.tokens[i].folded
            if word in words.occasions and (one := self._occasion(n, sentence, i, told)):
                told.append(one)
                behind = max(behind, one.last)
            elif word in words.not_events and (skipped := match_phrase(words.not_events, self.tokens, i)):
                behind = skipped[0]
            elif i not in self.plan_at and not self._is_country(i):
                one, behind = self._at_word(n, i, word, told)
                if one and not (one.source == "verb" and self._is_habit(sentence, one)):
                    told.append(one)
        return told

    def _at_word(self, n: int, i: int, word: str, told: list[Telling]) -> tuple[Telling | None, int]:
        """What a body, a noun or a verb at `i` tells, and where to read on."""
        sentence = self.doc.sentences[n]
        one = self._body(n, sentence, i) if word in self.words.bodily else None
        if one is None and word in self.lexicon.travellers:
            one = self._awaited(n, sentence, i)
        if one:
            return one, one.trigger + 1
        if word in self.words.nouns or i in self._compounds:
            one = self._noun(n, sentence, i)
        if one is None and word in self.words.event_settings:
            one = self._bare_name(n, sentence, i)
        if one:
            return one, max(i + 1, one.last)
        if word not in self.words.verbal or (told and self._is_attribute(sentence, told[-1], i)):
            return None, i + 1
        one = self._verb(n, sentence, i)
        if one is None:
            return None, i + 1
        matched = match_phrase(self.words.verbs, self.tokens, i)
        return one, max(i + 1, matched[0] if matched else 0, self._behind_object(one))

    def _behind_object(self, one: Telling) -> int:
        """Position behind what was elected, or visited: "visited the workshops" is no workshop."""
        if one.kind == "election":
            return one.last
        is_visited = one.kind == "visit" and one.last > one.trigger + 2 and self.tokens[one.trigger + 1].pos == "DET"
        return one.trigger + 3 if is_visited else one.first

    def _is_habit(self, sentence: Sentence, one: Telling) -> bool:
        """Read "which sits every August", "s'ouvre d'ordinaire en mars": what comes back is no event of its own."""
        near = range(max(sentence.first, one.trigger - 2), min(sentence.last, one.trigger + 4))
        if not any(k in near and k != one.trigger for k in self._habits):
            return False
        for k in range(one.trigger + 1, sentence.last):
            if self.tokens[k].verb == "Fin":
                break
            if k in self.date_at and self.date_at[k].precision == "day":
                return self.tokens[k - 1].folded in self.lexicon.habits  # "every quarter, for the first time on 12 May"
        return True

    @cached_property
    def _openings(self) -> Positions:
        """Positions of the tokens that a telling may open at."""
        return Positions({*self.doc.positions_of(self.words.openings), *self._compounds})

    @cached_property
    def _compounds(self) -> frozenset[int]:
        """Positions of the capitalised words of several parts, or with a number behind them."""
        positions = self.doc.positions
        found = [at for word, at in positions.items() if "-" in word or word[-1] in "0123456789"]
        return frozenset(i for at in found for i in at if self.tokens[i].is_capitalised)

    @cached_property
    def _habits(self) -> list[int]:
        return self.doc.positions_of(self.lexicon.habits)

    def _is_attribute(self, sentence: Sentence, noun: Telling, i: int) -> bool:
        """Read "un débat lancé en mars", "a forum opened in May": a participle right behind its noun."""
        if noun.source != "noun" or noun.last != i or noun.kind not in _HELD or self.tokens[i].verb == "Fin":
            return False
        following = self.tokens[i + 1].pos if i + 1 < sentence.last else "PUNCT"
        return following in ("ADP", "PUNCT", "CCONJ") or i + 1 in self.date_at

    def _awaited(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """Read "une mission de la banque est attendue à Kara", "a team is due in Oslo": who comes, where and when."""
        if self.tokens[i].folded not in self.lexicon.travellers or self.tokens[i].verb:
            return None
        last = self._right(sentence, i + 1)
        told = self.lexicon.auxiliaries | self.lexicon.passives | self.lexicon.arrivals
        for j in range(i + 1, min(sentence.last, i + _SENDER)):
            if self.tokens[j].text in ";:." or (self.tokens[j].verb == "Fin" and self.tokens[j].folded not in told):
                return None
            if self.tokens[j].folded in self.lexicon.arrivals:
                if not any(0 <= s.first - j <= _ARRIVAL for s in self._spots(sentence)):
                    return None
                first = self._left(sentence, i)
                head = self.tokens[i].folded
                name = self._text(first, last)
                return Telling("visit", first, last, j, n, name, head, "noun", is_weak=True)
        return None

    def _bare_name(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """Read "en marge du premier Vivatis Africa": a name that only its setting tells to be an event's."""
        matched = match_phrase(self.words.event_settings, self.tokens, i)
        if matched is None:
            return None
        first = matched[0]
        while first < sentence.last and self.tokens[first].folded in self.lexicon.definites:
            first += 1
        last = first
        while last < sentence.last and (self.tokens[last].folded in self.lexicon.ordinals or self._is_name_word(last)):
            last += 1
        if last == first or not self.tokens[last - 1].is_capitalised or first in self.place_at:
            return None
        if self._is_venue_name(sentence, first):
            return None
        while last < sentence.last and last in self.date_at and self.date_at[last].precision == "year":
            last += 1  # "the Harvest Report 2024"
        if any(
            match_phrase(self.words.nouns, self.tokens, k) or k in self.plan_at
            for k in range(first, min(last + 1, sentence.last))
        ):
            return None
        if first in self.actor_at and self.actors[self.actor_at[first]].kind == "person":
            return None
        name = self._text(first, last)
        return Telling("conference", first, last, first, n, name, fold(name), "noun", is_named=True, is_set=True)

    def _noun(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        matched = match_phrase(self.words.nouns, self.tokens, i) or self._compound(i)
        if matched is None or matched[0] > sentence.last or self._is_venue_word(sentence, i, matched[0]):
            return None
        if self._is_verbal_form(sentence, i, matched[0]):
            return None
        kind = self._kind_of_noun(sentence, i, matched)
        is_name = (i in self.actor_at and not self._names_event(i)) or self._modifies(sentence, i, matched[0])
        if is_name or kind is None:
            return None
        head_end = matched[0]
        head = " ".join(t.folded for t in self.tokens[i:head_end])
        inner = self._handed_over(n, sentence, head_end) if head in self.lexicon.openings else None
        if inner:
            return inner
        first = self._left(sentence, i)
        if self._is_told_with_other(sentence, first, i, matched):
            return None
        before = self.tokens[first - 1].folded if first > sentence.first else ""
        is_fair = kind == "conference" and (before in self.lexicon.indefinites or self._is_article(first))
        named_to = head_end + (not self.lexicon.head_last and head_end < sentence.last)  # "le salon Agri"
        is_own = before in self.lexicon.possessives and head[:-1] not in self.lexicon.named_only
        is_led = is_own or before in self.lexicon.definites | self.lexicon.genitives
        is_led = is_led and (is_own or self._is_setting(sentence, first))  # "lors du salon", "tiendra son congrès"
        is_fair = is_fair or (kind == "conference" and is_led)
        if head in self.lexicon.named_only and not is_fair and not self._has_capital(sentence, first, named_to):
            return None
        own_date, last = self._complement(sentence, head_end)
        last = self._addressee(sentence, last)
        if self._is_of_officer(sentence, first) or (
            head in self.lexicon.named_only and not is_fair and self._is_span(first, last)
        ):
            return None
        if before in self.lexicon.negations or (
            self._is_bare(sentence, first)
            and not self._has_capital(sentence, i, last)
            and not self._is_set_down(sentence, last)
        ):
            return None
        following = self.tokens[head_end] if head_end < sentence.last else None
        is_plain = first == i or (kind == "launch" and not self._has_capital(sentence, first, i))
        is_short = last == head_end and is_plain and not (following and following.verb == "Part")
        is_short = is_short and (head_end == i + 1 or head in self.lexicon.pointers)
        is_short = is_short and not self._is_span(first, last)  # "le scrutin du 26 mai" is told by its day
        if head in self.lexicon.editions and self._is_edition_of(kind, head_end, last):
            return None
        is_demonstrative = before in self.lexicon.demonstratives
        is_short = is_short or (head in self.lexicon.pointers and self._is_addressed(sentence, first))
        is_of_day = before in self.lexicon.genitives and first - 2 in self.date_at  # "Yesterday's event"
        is_definite = before in self.lexicon.definites | self.lexicon.possessives
        points = is_demonstrative or is_of_day or (is_short and is_definite)
        is_named = self._has_ordinal(first, i) or self._is_proper(first, head_end, last)
        return Telling(
            kind=kind,  # type: ignore[arg-type]
            first=first,
            last=last,
            trigger=i,
            sentence=n,
            name=self._text(first, last),
            head=head,
            source="noun",
            is_pointer=points
            and (is_demonstrative or head in self.lexicon.pointers or head in self.lexicon.weak_nouns),
            is_weak=head in self.lexicon.weak_nouns,
            is_named=is_named,
            is_set=self._is_setting(sentence, first),
            is_apart=self._is_after(self.words.apart, sentence, first) and not self._is_sent_to(sentence, first),
            is_indefinite=before in self.lexicon.indefinites,
            is_scheduled=head in self.lexicon.scheduled,
            own_date=own_date,
        )

    def _is_verbal_form(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Read "Mise en service en mai 2022, l'usine tourne": a verb, or a participle that opens the sentence."""
        token = self.tokens[i]
        if i > sentence.first:
            return bool(token.verb) and not token.is_capitalised and not self._is_nominal(i, behind)
        verb = match_phrase(self.words.verbs, self.tokens, i)
        return verb is not None and verb[0] == behind > i + 1 and self._behind_opening(sentence, behind) is not None

    def _is_edition_of(self, kind: str, head_end: int, last: int) -> bool:
        """Read "une session du congrès": what the ordinal is of is the event, but "une session d'arbitrage" is one."""
        if kind == "conference":
            return last > head_end
        return any(match_phrase(self.words.nouns, self.tokens, k) for k in range(head_end, last))

    def _kind_of_noun(self, sentence: Sentence, i: int, matched: tuple[int, str]) -> str | None:
        """Read "consultation closes on 30 May": what runs is no meeting; what "opened" is left to its verb."""
        head_end, kind = matched
        if self.tokens[i].is_capitalised and self.tokens[i].folded in self.lexicon.weeks and i > sentence.first:
            named = {t.folded for t in self.tokens[self._left(sentence, i) : i]}
            return kind if named & self.lexicon.observances else "conference"
        if kind != "meeting" or head_end >= sentence.last:
            return kind
        if match_phrase(self.words.undertakings, self.tokens, i) is None:
            return kind
        at = head_end
        while at + 1 < sentence.last and self.tokens[at].folded in self.lexicon.auxiliaries | self.lexicon.futures:
            at += 1  # "consultation will begin"
        verb = match_phrase(self.words.verbs, self.tokens, at)
        if verb is not None and verb[1] in ("start", "opening", "launch"):
            return None
        return "other" if self.tokens[head_end].folded in self.lexicon.dull_verbs else kind

    def _modifies(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Read "Fair Bills", "Forum Secretariat": an English noun that only qualifies the name behind it."""
        if not self.lexicon.head_last or behind >= sentence.last or not self.tokens[i].is_capitalised:
            return False
        if not self._is_name_word(behind) or behind in self.place_at or behind in self.plan_at:
            return False
        if self.tokens[i].folded in self.lexicon.disasters:
            return False  # "Cyclone Ana"
        return match_phrase(self.words.nouns, self.tokens, behind) is None and not self.tokens[behind].verb

    def _is_of_officer(self, sentence: Sentence, first: int) -> bool:
        """Read "le président du Grand Conseil", "a member of the Congress": a body by who sits in it."""
        j = self._tied_noun(sentence, first, self.lexicon.place_links & self.lexicon.connectors)
        return j is not None and self.tokens[j].folded in self.lexicon.officers and self._is_body_word(first)

    def _is_body_word(self, first: int) -> bool:
        stop = min(first + 4, len(self.tokens))
        return any(match_phrase(self.words.bodies, self.tokens, k) for k in range(first, stop))

    def _is_span(self, first: int, last: int) -> bool:
        """Read "Semaine du 10 au 16 novembre", "the week of 3 May": a noun that only dates."""
        j = last + (last < len(self.tokens) and self.tokens[last].folded in self.lexicon.place_links)
        return last - first == 1 and j in self.date_at and j > last

    def _is_article(self, i: int) -> bool:
        return self.tokens[i].folded in self.lexicon.indefinites

    def _is_bare(self, sentence: Sentence, first: int) -> bool:
        """Read "quatorze mois de concertation", "rounds of talks": a noun that only says of what kind a thing is."""
        links = (self.lexicon.place_links & self.lexicon.connectors) - self.lexicon.definites
        return first > sentence.first and self.tokens[first - 1].folded in links

    def _is_set_down(self, sentence: Sentence, last: int) -> bool:
        """Read "the subject of hearings in Accra on 3 May": a place, or a clause of when, stands right behind."""
        if last + 1 < sentence.last and self.tokens[last].text == ",":
            behind = self._behind_relative(sentence, last + 1)
            return behind is not None and self._taking_place(sentence, behind) is not None
        j = last + (last < sentence.last and self.tokens[last].folded in self.lexicon.locatives)
        if j + 1 >= sentence.last or j == last:
            return False
        place = self.place_at.get(j)
        return place is not None and place.kind == "city" and not place.is_part

    def _addressee(self, sentence: Sentence, last: int) -> int:
        """Read "a briefing to the trade committee": a body that an occasion is held for belongs to its name."""
        if last + 2 >= sentence.last or self.tokens[last].folded not in self.lexicon.datives:
            return last
        end = self._right(sentence, last + 1 + (self.tokens[last + 1].pos == "DET"))
        is_body = any(match_phrase(self.words.bodies, self.tokens, k) for k in range(last + 1, end))
        return end if is_body else last

    def _complement(self, sentence: Sentence, head_end: int) -> tuple[DateMention | None, int]:
        """Where the noun's complement ends, beyond a date in commas: "la signature, le 8 mai, d'un accord"."""
        last = self._right(sentence, head_end)
        if last > head_end or head_end + 2 >= sentence.last or self.tokens[head_end].text != ",":
            return None, last
        j = next((k for k in range(head_end + 1, min(head_end + 4, sentence.last)) if k in self.date_at), None)
        if j is None or any(self.tokens[k].verb for k in range(head_end + 1, j)):
            return None, self._beyond_place(sentence, head_end) or last
        date, k = self.date_at[j], j
        while k < sentence.last and self.date_at.get(k) is date:
            k += 1
        if k + 1 >= sentence.last or self.tokens[k].text != ",":
            return None, last
        if self.tokens[k + 1].folded not in self.lexicon.place_links:
            return date, last
        return date, self._right(sentence, k + 2 + (self.tokens[k + 2].folded in self.lexicon.indefinites))

    def _beyond_place(self, sentence: Sentence, head_end: int) -> int | None:
        """Where the complement ends beyond a place in commas: "le dévoilement, à Kara, de la stratégie"."""
        if self.tokens[head_end + 1].folded not in self.lexicon.locatives:
            return None
        k = next((k for k in range(head_end + 2, min(head_end + 6, sentence.last)) if self.tokens[k].text == ","), None)
        if k is None or k + 2 >= sentence.last or self.tokens[k + 1].folded not in self.lexicon.place_links:
            return None
        return self._right(sentence, k + 2 + (self.tokens[k + 2].folded in self.lexicon.definites))

    def _is_nominal(self, i: int, behind: int) -> bool:
        """Read "the signing of": a verb's form as a noun."""
        before = self.tokens[i - 1].folded if i else ""
        is_led = i > 0 and (self.tokens[i - 1].pos == "ADP" or before in self.lexicon.gerund_after)
        is_led = is_led and self.tokens[i].verb == "Fin"  # "en visite mardi à Kara"
        return (
            is_led
            or before in self.lexicon.definites
            or before in self.lexicon.genitives
            or (behind < len(self.tokens) and self.tokens[behind].folded in self.lexicon.place_links)
        )

    def _is_venue_word(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Read "Centre de conférences", "conference centre": a building that is called after what it is for."""
        if self._is_hall(i, behind):
            return True
        if behind < sentence.last and self.tokens[behind].folded in self.lexicon.venues and self.lexicon.head_last:
            return True
        j = i - 1
        if j <= sentence.first or self.tokens[j].folded not in self.lexicon.place_links:
            return False
        is_plural = self.tokens[i].folded.endswith(plural_endings(self.doc.language))
        if is_plural and self.tokens[j - 1].folded in self.lexicon.venues:
            return True
        return any(
            self.tokens[k].folded in self.lexicon.venues and self.tokens[k].is_capitalised
            for k in range(max(sentence.first, j - 3), j)
        )

    def _is_hall(self, i: int, behind: int) -> bool:
        """Read "in the Suva town hall": an occasion's noun that is a building's too, by its article or its name."""
        if behind == i + 1 or self.tokens[behind - 1].folded not in self.lexicon.venues or not self.lexicon.head_last:
            return False
        before = self.tokens[i - 1] if i else None
        return before is not None and (before.is_capitalised or before.folded in self.lexicon.definites)

    def _compound(self, i: int) -> tuple[int, str] | None:
        """A head noun at the end of a compound ("Agri-Expo") or before a number ("COP31")."""
        token = self.tokens[i]
        if not token.is_capitalised:
            return None
        stem = token.folded.rpartition("-")[2].rstrip("0123456789")
        if stem == token.folded:
            return None
        kinds = [kind for parts, kind in self.words.nouns.get(stem, ()) if len(parts) == 1]
        return (i + 1, kinds[0]) if kinds and kinds[0] == "conference" else None

    def _names_event(self, i: int) -> bool:
        """Whether what was taken for an organisation's name is an event's: it has an ordinal, a setting or a date."""
        first = last = i
        while last < len(self.tokens) and self.actor_at.get(last) == self.actor_at[i]:
            last += 1
        dated = self.date_at.get(last + 1)
        is_linked = last < len(self.tokens) and self.tokens[last].folded in self.lexicon.connectors
        if is_linked and dated and dated.precision == "day":
            return True  # "le Conseil Énergie du 3 mai"
        while first - 1 in self.actor_at and self.actor_at[first - 1] == self.actor_at[i]:
            first -= 1
        sentence = self.doc.sentence_at(self.tokens[i].start)
        behind = last = self._behind_acronym(last)
        if last + 1 < sentence.last and self.tokens[last].text == ",":
            behind = self._behind_relative(sentence, last + 1) or last + 1
        verb = self._taking_place(sentence, behind)
        if verb is None and behind < sentence.last and match_phrase(self.words.ends, self.tokens, behind):
            verb = behind  # "the Young Farmers Forum, which closes on Sunday"
        if verb is not None and any(k in self.date_at for k in range(verb, min(sentence.last, verb + _OWN_PLACE))):
            return True  # "the National Rice Forum opened on Tuesday"
        return self._has_ordinal(self._left(sentence, i), i) or self._is_setting(sentence, first)

    def _handed_over(self, n: int, sentence: Sentence, head_end: int) -> Telling | None:
        """Read "la cérémonie d'ouverture de la 6e édition du Forum" is the forum."""
        for j in range(head_end, min(sentence.last, head_end + 8)):
            token = self.tokens[j]
            if token.text in ",;:." or token.verb == "Fin":
                return None
            if match_phrase(self.words.nouns, self.tokens, j):
                one = self._noun(n, sentence, j)
                if one and not one.is_pointer:
                    one.is_set = True
                    return one
        return None

    def _body(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """A body that decides: "the cabinet approved on Wednesday", "le comité doit l'avaliser le 22 novembre"."""
        matched = match_phrase(self.words.bodies, self.tokens, i)
        tells: tuple[str, ...] = ("body", "adoption")
        if matched is None:
            matched, tells = match_phrase(self.words.deciders, self.tokens, i), ("body",)
        matched = matched or match_phrase(self.words.courts, self.tokens, i)  # "the court will hear the case in May"
        if matched is None:
            return None
        houses = (
            match_phrase(self.words.legislatures, self.tokens, k) for k in range(max(sentence.first, i - 2), i + 1)
        )
        house = next((h for h in houses if h and h[0] > i), None)
        last = self._right(sentence, matched[0])
        if "adoption" in tells and self._is_recipient(sentence, i):
            first = min((j for j in range(max(sentence.first, i - 14), i) if j in self.plan_at), default=None)
            first = self._sent(sentence, i) if first is None else first
            decides: EventKind = "other" if house and self._is_report(first, i) else "meeting"
            return Telling(decides, first, matched[0], i, n, self._text(first, matched[0]), "body", "verb")
        for j in range(last, min(sentence.last, last + 12)):
            verbs = self._verbs_at(sentence, j) if self.tokens[j].folded in self.words.verbs else []
            verb = next((v for v in verbs if v[1] in tells or (house and v[1] == "adoption")), None)
            if verb is None and self.tokens[j].folded in self.lexicon.givings and self._agrees(sentence, j):
                verb = (j + 1, "body")
            if self.tokens[j].folded in self.lexicon.informed and self.tokens[j - 1].folded in self.lexicon.passives:
                verb = (j + 1, "body")  # "the committee was told on Tuesday"
            if verb and self._may_decide(j, verb[0]) and not self._is_agenda(last, j):
                end = max(self._right(sentence, verb[0]), verb[0])
                if end == verb[0] and verb[0] + 1 < sentence.last and self.tokens[verb[0]].pos == "DET":
                    end = self._right(sentence, verb[0] + 1)  # "le Congrès a approuvé une convention"
                first = self._left(sentence, i)
                name = f"{self._text(first, last)} {self._text(j, end)}"
                kind: EventKind = house[1] if house and any(v[1] == "adoption" for v in verbs) else "meeting"  # type: ignore[assignment]
                return Telling(kind, first, end, j, n, name, "body", "verb")
            if self.tokens[j].text in ";:.":
                break
        return self._next_sitting(n, sentence, i, last) if "adoption" in tells else None

    def _agrees(self, sentence: Sentence, j: int) -> bool:
        """Read "gave the pact its blessing": what is given is an assent, in the verb's clause."""
        for k in range(j + 1, min(sentence.last, j + _ASSENT)):
            if self.tokens[k].folded in self.lexicon.assents:
                return True
            if self.tokens[k].text in ";:." or (self.tokens[k].verb == "Fin" and k not in self.plan_at):
                return False
        return False

    def _is_agenda(self, first: int, j: int) -> bool:
        """Read "the committee held a meeting to review the plan": what a body does at an occasion told before."""
        if self.tokens[j].verb != "Inf":
            return False
        told = range(first, j)
        return any(self.tokens[k].pos == "NOUN" and match_phrase(self.words.nouns, self.tokens, k) for k in told)

    def _is_report(self, first: int, i: int) -> bool:
        """Read "a report submitted to the National Assembly": a document that is only handed in."""
        reports = self.lexicon.documents - self.lexicon.plan_nouns
        head = next((k for k in range(first, min(first + 4, i)) if self.tokens[k].pos == "NOUN"), first)
        return self.tokens[head].folded in reports and not any(k in self.plan_at for k in range(first, i))

    def _sent(self, sentence: Sentence, i: int) -> int:
        """Where the clause begins that tells what goes to the body at `i`."""
        first = i
        while first > sentence.first and i - first < _RECIPIENT and self.tokens[first - 1].text not in ",;:.":
            first -= 1
        while first < i and self.tokens[first].pos in ("DET", "CCONJ", "SCONJ", "PRON"):
            first += 1
        return first

    def _next_sitting(self, n: int, sentence: Sentence, i: int, last: int) -> Telling | None:
        """Read "le prochain comité de suivi est fixé au 15 mai": a body with an ordinal is one of its meetings."""
        first = self._left(sentence, i)
        has_ordinal = not self.lexicon.ordinals.isdisjoint(self.doc.words[first:i])
        if not has_ordinal or self._is_of_officer(sentence, first):
            return None
        return Telling("meeting", first, last, i, n, self._text(first, last), "sitting", "noun", is_weak=True)

    def _may_decide(self, j: int, behind: int) -> bool:
        if not self.tokens[j].verb and self.tokens[j - 1].folded in self.lexicon.definites:
            return False  # "le vote du budget"
        if not self.tokens[j].verb and (self.tokens[j].is_capitalised or self._is_possessed(j)):
            return False  # "Leaders' Questions", "the board's review"
        return behind > j + 1 or self.tokens[j].pos in ("VERB", "NOUN", "ADJ", "X")

    def _is_possessed(self, j: int) -> bool:
        return self.tokens[j - 1].folded in self.lexicon.genitives

    def _is_recipient(self, sentence: Sentence, i: int) -> bool:
        """Whether something goes "to Cabinet" or "before the council"."""
        j = self._left(sentence, i) - 1
        if j > sentence.first and self.tokens[j].folded in self.lexicon.genitives:
            j = self._left(sentence, j - 1) - 1  # "before the Riksdag's energy committee"
        determiners = self.lexicon.definites | self.lexicon.possessives
        while j > sentence.first and (self.tokens[j].folded in determiners or self.tokens[j].pos == "DET"):
            j -= 1
        if j < sentence.first or self.tokens[j].folded not in self.lexicon.body_links:
            return False
        for k in range(i - 1, max(sentence.first, i - 16) - 1, -1):
            if self.tokens[k].folded in self.lexicon.sendings:
                return True
            if self.tokens[k].verb == "Fin" and self.tokens[k].folded in self.lexicon.auxiliaries and k > 0:
                is_main = any(t.verb == "Part" for t in self.tokens[k + 1 : i])
                if is_main:  # "déposé en mai, le texte a été raboté en commission"
                    return False
        return False

    def _date_and_place(self, sentence: Sentence, told: list[Telling]) -> list[Telling]:
        if not told:
            return told
        dates = [
            (d, r) for d in self.dates_by_place.within(sentence.start, sentence.end)
            if self._can_date(d, r := self._positions(d.span))
        ]  # fmt: skip
        days = ((d, self._positions(d.span)) for d in self.dates_by_place.within(sentence.start, sentence.end))
        since = [(d, r) for d, r in days if d.precision == "day" and self._is_since(r.start)]
        spots = self._spots(sentence)
        # "Palais des congrès" is a place, not a congress, but "Salon du cacao" is no town.
        venues = [s for s in spots if not self.lexicon.venues.isdisjoint(self.doc.words[s.first : s.last])]
        told = [t for t in told if t.source == "verb" or not any(s.first <= t.trigger < s.last for s in venues)]
        spots = [
            s for s in spots
            if s in venues or not any(s.first <= t.trigger < s.last or self._opens_event(s, t) for t in told)
        ]  # fmt: skip
        told, clauses = self._with_occurrences(sentence, told)
        for one in told:
            clause = clauses.get(one.trigger) if one.source == "noun" else None
            if clause and one.kind == "launch":
                one.is_scheduled = False  # "the pilot, paid by the Fund, began in April"
            own_date = self._put_off_to(sentence, one, dates) or one.own_date or (clause.date if clause else None)
            if own_date is None and (own_date := self._reckoned(sentence, one)):
                one.is_counted = True
            near = since + dates if one.kind == "visit" else dates  # "séjourne à Kara depuis le 29 avril"
            near = [d for d in near if not any(c.keeps(d[1].start, one) for c in clauses.values())]
            one.date = own_date or self._nearest_date(sentence, one, self._free_dates(sentence, one, told, near))
        for one in told:
            free = [s for s in spots if not any(c.keeps(s.first, one) for c in clauses.values())]
            self._locate(sentence, one, told, free, clauses.get(one.trigger) if one.source == "noun" else None)
            if one.plan is None:
                one.plan = self._plan_in(sentence, one)
            if one.plan is None and self._is_owned_by_plan(sentence, one):
                one.plan = self._plan_before(sentence, one.first)
                one.kind = "launch" if one.head in self.lexicon.openings else one.kind
            if one.plan is None and one.is_scheduled:
                one.plan = self.main_plan
            if one.plan is None and one.kind == "launch" and one.head == "founded":
                one.plan = self._plan_before(sentence, one.first)
        self._share_places(told)
        self._set_in_venue(sentence, told)
        return self._without_venues(told)

    def _put_off_to(
        self, sentence: Sentence, one: Telling, dates: list[tuple[DateMention, range]]
    ) -> DateMention | None:
        """The new day of what had another one in its own phrase."""
        if one.source != "noun" or not self._put_offs.within(one.first, sentence.last):
            return None
        return next((d for d, r in dates if self._is_put_off_to(r)), None)

    def _free_dates(
        self, sentence: Sentence, one: Telling, told: list[Telling], dates: list[tuple[DateMention, range]]
    ) -> list[tuple[DateMention, range]]:
        """The dates that may be `one`'s: none that another event, an aside or what belongs to the plan has."""
        free = [d for d in dates if all(t is one or t.own_date is not d[0] for t in told)]
        free = [d for d in free if not (self._is_owned(one, d[1]) or self._is_of_later(sentence, d[1].start, one))]
        free = [d for d in free if not self._is_day_of_other(sentence, d[1], one, told)] or free
        if own := self._in_own_aside(sentence, one, free):
            return own
        if one.source == "noun" and self._put_offs.within(one.first, sentence.last):
            free = [d for d in free if self._is_put_off_to(d[1])] or free
        if self._is_ahead_verb(one):
            free = [d for d in free if not self._is_gone(d[0])]  # "said on Friday that it would be signed in May"
        return self._after_its_turn(one, told, self._of_its_item(one, free))

    def _of_its_item(self, one: Telling, dates: list[tuple[DateMention, range]]) -> list[tuple[DateMention, range]]:
        """Read "works in 2025, opening in 2027, review in 2029": what is listed with a date each has that behind it."""
        behind = any(0 <= r.start - one.last <= _LISTED_DATE and self._is_tied(one.last, r.start) for _, r in dates)
        if not behind:
            return dates
        return [
            (d, r)
            for d, r in dates
            if r.start >= one.last or not self._opens_item(r.stop, max(r.stop, min(one.first, one.trigger)))
        ]

    def _is_tied(self, first: int, stop: int) -> bool:
        """Whether nothing but prepositions and articles stands between two positions."""
        return all(t.pos in ("ADP", "DET") or t.text == "(" for t in self.tokens[first:stop])

    def _opens_item(self, first: int, stop: int) -> bool:
        """Whether another item of a list begins between two positions."""
        between = self.tokens[first:stop] or self.tokens[first : first + 1]
        return any(t.text in ",;" or t.pos == "CCONJ" for t in between) and not any(t.verb == "Fin" for t in between)

    def _locate(
        self, sentence: Sentence, one: Telling, told: list[Telling], spots: list[Spot], clause: Occurrence | None
    ) -> None:
        """Give an event its place: of the clause that says that it takes place, of its own phrase, else the nearest."""
        left = [s for s in self._spots_left(one, spots, told) if not self._is_elsewhere(sentence, s, one, told)]
        one.place = (clause.place if clause else None) or self._own_place(sentence, one) or self._called_after(one)
        one.place = one.place or self._nearest_spot(one, left, told[0])
        one.place = one.place or self._town_in_name(one) or self._hosted_in(sentence, one)

    def _is_elsewhere(self, sentence: Sentence, spot: Spot, one: Telling, told: list[Telling]) -> bool:
        """Whether a place is one of an aside, of another event's name, or of a day that is not `one`'s."""
        if self._is_of_aside(sentence, spot, one) or self._is_of_rest(sentence, spot, one, told):
            return True
        if one.is_counted and not one.first <= spot.first < self._pause(one.last, sentence):
            return True
        for other in told:
            # "Signée à la suite du sommet de Rabat de 2023"
            is_named = other is not one and other.source == "noun" and other.first <= spot.first < other.last
            if is_named and other.date is not None and one.date is not None and other.date is not one.date:
                return True
        days = (self.date_at.get(k) for k in (spot.first - 2, spot.last, spot.last + 1))
        return self._is_ahead_verb(one) and any(d is not None and self._is_gone(d) for d in days)

    def _is_ahead_verb(self, one: Telling) -> bool:
        """Whether a verb tells what is to come."""
        if one.source != "verb":
            return False
        first = max(self.doc.sentences[one.sentence].first, one.trigger - 2)
        is_led = not self.lexicon.futures.isdisjoint(self.doc.words[first : one.trigger])
        verb = self.tokens[one.trigger]
        endings = self.lexicon.future_endings
        return is_led or (verb.verb == "Fin" and bool(endings) and verb.folded.endswith(tuple(endings)))

    def _opens_event(self, spot: Spot, one: Telling) -> bool:
        """Read "at the Invest Ghana summit": a name that only begins the event's own."""
        if not self.lexicon.head_last or one.source != "noun" or not one.first <= spot.first < spot.last <= one.trigger:
            return False
        place = self.place_at.get(spot.first)
        return place is None or place.kind != "city"

    def _is_owned_by_plan(self, sentence: Sentence, one: Telling) -> bool:
        """Read "lors de sa signature", "since its launch": what is told of the plan named here or just before."""
        before = self.tokens[one.first - 1].folded if one.first > sentence.first else ""
        if one.source != "noun" or before not in self.lexicon.possessives or one.kind not in _OF_PLANS:
            return False
        previous = self.doc.sentence_at(max(0, sentence.start - 2)).first
        return any(j in self.told_at for j in range(previous, one.first))

    def _set_in_venue(self, sentence: Sentence, told: list[Telling]) -> None:
        """Read "The town hall was packed for the review": the venue is the subject."""
        lacking = (t for t in told if t.source == "noun" and t.is_set and t.place is None and t.kind != "launch")
        one = next(lacking, None)
        spot = self._venue_subject(sentence) if one else None
        if one and spot and any(t.verb == "Fin" for t in self.tokens[spot.last : one.first]):
            one.place = spot

    def _with_occurrences(self, sentence: Sentence, told: list[Telling]) -> tuple[list[Telling], dict[int, Occurrence]]:
        """The tellings without the verbs that only say when a noun takes place, and such clauses by their noun."""
        clauses = {t.trigger: clause for t in told if (clause := self._occurrence(sentence, t))}
        if not clauses:
            return told, clauses
        nouns = {t.trigger: t.first for t in told if t.source == "noun"}
        return [
            t
            for t in told
            if t.source == "noun"
            or not any(
                c.first <= t.trigger < c.last or (t.trigger < c.first and t.first == nouns[noun])
                for noun, c in clauses.items()
            )
        ], clauses

    def _without_venues(self, told: list[Telling]) -> list[Telling]:
        """Read "réunion publique jeudi au Forum Altmark": a name behind the event and its preposition is its venue."""
        kept: list[Telling] = []
        for one in told:
            host = kept[-1] if kept else None
            if host and host.source == "noun" and host.place is None and self._is_venue_of(one, host):
                host.place = Spot(one.first, one.last, one.name, self.doc.country)
            else:
                kept.append(one)
        return kept

    def _is_venue_of(self, one: Telling, host: Telling) -> bool:
        if one.source != "noun" or not one.is_named or one.date is not host.date or one.place or one.first < 2:
            return False
        before = self.tokens[one.first - 1].folded
        is_plain = all(self.tokens[k].is_capitalised for k in range(one.first, one.last))
        told = self.lexicon.auxiliaries | self.lexicon.modals | self.lexicon.occurrences
        between = self.tokens[host.last : one.first]
        verbs = any(t.verb and t.folded not in told for t in between)
        return is_plain and not verbs and host.last < one.first and before in self.lexicon.locatives

    def _after_its_turn(
        self, one: Telling, told: list[Telling], dates: list[tuple[DateMention, range]]
    ) -> list[tuple[DateMention, range]]:
        """Read "finalised in July and tabled on Monday": of two verbs with a date each, either has what follows it."""
        dates = [(d, r) for d, r in dates if not self._is_of_main_verb(one, told, r)]
        earlier = [t.trigger for t in told if t.source == "verb" and t.trigger < one.trigger]
        later = min((t.trigger for t in told if t.trigger > one.trigger), default=len(self.tokens))
        following = [r for _, r in dates if one.trigger < r.start < later]
        owners = self.lexicon.relative_owners
        own = [r for r in following if owners.isdisjoint(self.doc.words[one.trigger : r.start])]
        if one.source != "verb" or not earlier or not own:
            return dates
        return [(d, r) for d, r in dates if not max(earlier) < r.start < one.trigger]

    def _is_owned(self, one: Telling, positions: range) -> bool:
        """Read "adopted the plan, whose first draft was tabled in May": the day is of what belongs to the plan."""
        if one.source != "verb" or positions.start <= one.last:
            return False
        between = range(one.last, positions.start)
        if any(self.tokens[k].folded in self.lexicon.relative_owners for k in between):
            return True
        near = between[-_PARTICIPLE:]  # "presented the plan, approved in May by the council"
        return any(self.tokens[k].verb == "Part" and self.tokens[k - 1].text == "," for k in near if k > one.last)

    def _is_dateline(self, positions: range) -> bool:
        """Whether a date stands in "KIGALI, 3 May -", which dates the article."""
        sentence = self.doc.sentence_at(self.tokens[positions.start].start)
        if positions.stop - sentence.first > _DATELINE or positions.stop >= sentence.last:
            return False
        j = positions.stop
        if self.tokens[j].text == "(":  # "ACCRA, 3 May (Daily Wire) --"
            stop = min(sentence.last - 1, j + _DATELINE)
            j = next((k + 1 for k in range(j, stop) if self.tokens[k].text == ")"), j)
        return self.tokens[j].text in ("-", "–", "—", "--") or self.tokens[positions.stop - 1].text in "-–—"

    def _can_date(self, date: DateMention, positions: range) -> bool:
        is_period = date.kind == "range" and date.precision == "year"
        is_open = (date.is_deadline and date.precision == "year") or (
            self._is_since(positions.start)
            and not (date.is_relative and date.precision == "day")
            and not self._is_when(positions.stop)
        )
        if self._is_dateline(positions) or self._is_reckoned(date, positions):
            return False
        if self._is_given_up(date, positions.start):
            return False
        if date.precision == "day" and (
            self.tokens[positions.start - 1].folded in self.lexicon.habits or self._comes_back(positions.stop)
        ):
            return False  # "every Friday"
        return not is_period and not is_open and positions.start not in self.plan_at

    def _comes_back(self, behind: int) -> bool:
        """Read "the first Friday of each month"."""
        if behind + 1 >= len(self.tokens) or self.tokens[behind].folded not in self.lexicon.place_links:
            return False
        return self.tokens[behind + 1].folded in self.lexicon.recurrences

    def _is_reckoned(self, date: DateMention, positions: range) -> bool:
        """Read "au 31 décembre 2023", "at 31 March": the end of a month, as of which something is counted."""
        is_end = date.precision == "day" and (date.start + dt.timedelta(1)).day == 1
        return is_end and self.tokens[max(0, positions.start - 1)].folded in self.lexicon.snapshots

    def _nearest_date(
        self, sentence: Sentence, one: Telling, dates: list[tuple[DateMention, range]]
    ) -> DateMention | None:
        lasting = [(d, r) for d, r in dates if not self._is_last_day(sentence, one, r)]
        has_end = len(lasting) < len(dates)
        one.is_ending = has_end and not any(d.precision != "year" for d, _ in lasting)
        if not one.is_ending and ((found := self._date_among(sentence, one, lasting)) or not has_end):
            return found
        one.is_ending = True
        return self._date_among(sentence, one, dates)

    def _date_among(
        self, sentence: Sentence, one: Telling, dates: list[tuple[DateMention, range]]
    ) -> DateMention | None:
        best: tuple[int, DateMention] | None = None
        for date, r in dates:
            if r.stop <= one.first and self._recurs(sentence, one):
                continue
            if self._is_beside(one, date, r) or self._is_anothers(one, r) or self._is_parted(one, r):
                continue
            cost = self._distance(one, r.start, r.stop)
            if r.start - sentence.first <= 2 and date.precision != "year":
                cost = min(cost, 8 + self._clauses(r.stop, one.first))
            if date.is_deadline:
                if one.source == "noun" and not (one.is_scheduled or one.is_ending):
                    continue
                cost += 10
            if cost > _DATE_REACH.get(date.precision, _MAX_COST) or (one.is_pointer and cost > _POINTER_REACH):
                continue
            if date.precision == "year" and cost > self._year_reach(one, len(dates)):
                continue
            if cost < _MAX_COST and (best is None or cost < best[0]):
                best = (cost, date)
        return self._first_of_days(best[1], dates) if best else None

    def _is_last_day(self, sentence: Sentence, one: Telling, positions: range) -> bool:
        """Read "the forum closes on Friday", "ouverte en mai et close le 3 juin": the day that an event ends on."""
        if one.source != "noun" or (one.kind == "other" and not one.is_named):
            return False
        first = max(sentence.first, positions.start - _END_REACH)
        first = max(first, one.trigger + 1) if positions.start > one.trigger else first
        for k in range(positions.start - 1, first - 1, -1):
            matched = match_phrase(self.words.ends, self.tokens, k)
            if matched is not None and matched[0] < positions.stop:  # the date may be read as "fin jeudi"
                return True
            is_main = self.tokens[k].verb == "Fin" and self.tokens[k].folded not in self.lexicon.auxiliaries
            if self.tokens[k].text in ",;:" or (is_main and k + 1 < positions.start):
                return False
        return False

    def _is_anothers(self, one: Telling, positions: range) -> bool:
        """Whether a date is not of `one` but of what it is told beside."""
        return (one.is_apart and self._is_far(one, positions)) or (one.is_scheduled and self._is_listed(one, positions))

    def _is_parted(self, one: Telling, positions: range) -> bool:
        """Read "will open a school; the ministry has set 3 June": a day behind a semicolon is of another clause."""
        return one.source == "verb" and any(t.text == ";" for t in self.tokens[one.trigger : positions.start])

    def _is_listed(self, one: Telling, positions: range) -> bool:
        """Read "the creation of jobs, a summit in May": the date is of the next thing in a list."""
        between = range(one.last, positions.start)
        comma = next((k for k in between if self.tokens[k].text == ","), positions.start)
        return any(match_phrase(self.words.nouns, self.tokens, k) for k in range(comma, positions.start))

    def _recurs(self, sentence: Sentence, one: Telling) -> bool:
        """Read "publish a scorecard every six months": what comes back has no day of what was told before it."""
        near = self.doc.words[one.trigger : min(sentence.last, one.last + 2)]
        return not self.lexicon.recurrences.isdisjoint(near)

    def _is_far(self, one: Telling, positions: range) -> bool:
        """Whether a date is none of the phrase's own, as in "au lendemain du sommet, le président a reçu lundi"."""
        j = one.last + (self.tokens[one.last].text == ",")
        if j < positions.start <= j + 3 and self.tokens[j].folded in self.lexicon.occurrences:
            return False  # "depuis le séminaire organisé en juin"
        if j < positions.start and self.tokens[j].text.lower() in self.lexicon.where:
            return False  # "awaited since the workshop, where farmers had in May spoken"
        between = self.tokens[one.last : positions.start]
        if 0 < len(between) <= _OWN_PLACE and not any(t.verb or t.text in ",;:()" for t in between):
            return False  # "before the roll-out in Accra on 3 May"
        gap = positions.start - one.last if positions.start >= one.last else one.first - positions.stop
        return gap > 1

    def _is_beside(self, one: Telling, date: DateMention, positions: range) -> bool:
        """Whether a date says nothing of `one`: "the report for 2021, tabled in May", "aujourd'hui de 67 jours"."""
        before = self.tokens[max(0, positions.start - 1)].folded
        if one.head == "sitting" and positions.stop <= one.first:
            return True  # "said on Monday that the next committee will look into it"
        if one.source == "noun" and self._is_gone(date) and self._is_told_to_come(one):
            return True  # "will conduct a hearing on the moratorium enacted in May 2005"
        if one.source == "verb" and positions.stop <= one.trigger and self._is_done_since(one):
            return True  # "Shown to mayors on 22 March, the plan has since been amended"
        is_behind = one.source == "verb" and positions.start > one.last
        if one.source == "verb" and self._is_gone(date) and self._is_still_to_come(one):
            # "will consider a levy, officials hinted on Monday"
            return not is_behind or self._is_of_speech(one, positions)
        if date.precision == "year" and (self._is_year_of(one, positions) or self._is_year_of_thing(one, positions)):
            return True
        leads_on = (self.lexicon.connectors | self.lexicon.purposes) - self.lexicon.place_links
        is_announced = one.kind == "announcement" and one.source == "verb" and positions.start > one.trigger
        if is_announced and before in leads_on - self.lexicon.definites:
            return True  # "a strategy announced for 2026"
        if date.precision == "year" and one.source == "verb" and positions.stop <= one.trigger:
            return before in self.lexicon.connectors | self.lexicon.purposes
        if self.tokens[positions.start].folded in self.lexicon.nows:
            return self.tokens[one.trigger].verb == "Fin" or (one.source == "noun" and positions.start != one.last)
        return date.is_deadline and date.kind == "range" and one.source == "noun" and not one.is_indefinite

    def _is_of_speech(self, one: Telling, positions: range) -> bool:
        """Whether something is told by somebody on a day: a comma, a subject and its verb before the date."""
        between = self.tokens[one.trigger + 1 : positions.start]
        return any(t.text == "," for t in between) and any(t.verb for t in between[-2:])

    def _is_still_to_come(self, one: Telling) -> bool:
        """Whether a verb is one of what is to come."""
        before = self.doc.words[max(self.doc.sentences[one.sentence].first, one.trigger - 2) : one.trigger]
        verb = self.tokens[one.trigger]
        has_ending = verb.verb == "Fin" and verb.folded.endswith(self.lexicon.future_endings or ("\0",))
        return has_ending or not self.lexicon.futures.isdisjoint(before)

    def _is_gone(self, date: DateMention) -> bool:
        published = self._published(date)
        return published is not None and date.end < published

    def _is_told_to_come(self, one: Telling) -> bool:
        """Whether the verb right before a noun is one of what is to come."""
        before = self.tokens[max(self.doc.sentences[one.sentence].first, one.first - 4) : one.first]
        return any(t.folded in self.lexicon.futures for t in before) and any(t.verb == "Inf" for t in before)

    def _is_year_of(self, one: Telling, positions: range) -> bool:
        """Read "avant le vote du budget 2026", "before the 2026 budget": the year of another noun."""
        j = positions.stop if self.lexicon.head_last else self._before_link(positions.start - 1)
        is_own = one.first <= j < one.last and (one.source == "noun" or j == positions.start - 1)
        if not 0 < j < len(self.tokens) or is_own or self.tokens[j].pos != "NOUN":
            return False
        if self.lexicon.head_last and self.tokens[positions.start - 1].folded not in self.lexicon.definites:
            return False
        return match_phrase(self.words.nouns, self.tokens, j) is None and not self.tokens[j].verb

    def _is_year_of_thing(self, one: Telling, positions: range) -> bool:
        """Read "signed a deal with the Fund, a body born in 2014": the year of what a noun in commas is."""
        between = self.tokens[one.last : positions.start]
        k = next((k for k, t in enumerate(between) if t.text == ","), len(between))
        aside = between[k + 1 :]
        return any(t.pos == "NOUN" for t in aside) and any(t.verb == "Part" for t in aside)

    def _first_of_days(self, date: DateMention, dates: list[tuple[DateMention, range]]) -> DateMention:
        """Read "jeudi et vendredi", "on 3 and 4 May": what lasts two days is dated by the first."""
        earlier = [(d, r) for d, r in dates if d.span.end <= date.span.start and (date.start - d.start).days == 1]
        if not earlier or date.precision != "day":
            return date
        first, r = earlier[-1]
        between = self.tokens[r.stop : self.doc.token_at(date.span.start)]
        is_joined = 0 < len(between) <= 2 and all(t.folded in self.lexicon.connectors for t in between)
        return first if is_joined else date

    @staticmethod
    def _year_reach(one: Telling, dates: int) -> int:
        """How far a bare year may be from what it dates: it mostly dates something else."""
        if dates > 1:
            return 5
        return 16 if one.source == "noun" else 8

    def _plan_in(self, sentence: Sentence, one: Telling) -> int | None:
        inside = [self.plan_at[j] for j in range(one.first, one.last) if j in self.plan_at]
        if inside:
            return inside[0]
        near = [j for j in range(sentence.first, sentence.last) if j in self.told_at]
        if near and any(self.told_at[j] != self.told_at[near[0]] for j in near):
            near = self._main_names(sentence, one, near)  # "the Plan, born of the Vision, was validated at a workshop"
        if near:
            return self.told_at[min(near, key=lambda j: (abs(j - one.trigger), self.told_at[j]))]
        if not self.lexicon.plan_nouns.isdisjoint(self.doc.words[sentence.first : sentence.last]):
            return self.main_plan
        return None
