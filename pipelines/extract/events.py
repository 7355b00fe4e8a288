"""Events of an article: what happened, or is announced, at a time or a place.

Two constructions give an event. A noun names it ("la 3e édition du Forum de l'eau", "a meeting of the Water Board"),
or a verb tells it of a plan, an agreement or a body ("le plan a été lancé mardi", "the council approved on Monday").
A noun is kept where it has a time, a place or a name of its own; a verb only with a date in its clause. A later
noun that only points back ("cette rencontre", "the meeting") is another mention of the event told before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from pipelines.extract.date_lexicon import words_of as date_words_of
from pipelines.extract.dates import DateMention
from pipelines.extract.document import Document, Sentence, Token
from pipelines.extract.event_grounds import GroundsReader
from pipelines.extract.event_view import Spot, Telling, overlap
from pipelines.extract.event_words import match_phrase
from pipelines.extract.places import Place
from pipelines.extract.ranges import Positions
from pipelines.extract.records import Actor, Event, EventKind, ParticipantRole, Plan, Span

_EVENT_DAYS = 4
_NO_QUOTES = str.maketrans(dict.fromkeys('«»“”"', " "))
_LASTING = 20  # days of an event
_NEAR_DAYS = 730
_AHEAD_DAYS = 600
_VISIT_DAYS = 30
_SAME_NAME = 0.6
_SCENIC = frozenset({"launch", "presentation", "signature", "meeting", "assembly"})
_NEWS = frozenset({"launch", "presentation", "signature"})
_OUTINGS = frozenset({"launch", "presentation", "announcement"})
_NEWS_KINDS = frozenset({"launch", "presentation", "meeting", "assembly", "other", "signature"})
_ASIDES = frozenset({"visit"})
_OUTCOMES = frozenset({"signature", "presentation", "election"})
_OUTCOME = 6  # tokens from the verb that says what something ended with
_QUOTED = 12  # tokens
_NEAR_SENTENCES = 6  # within which a pointer tells where its event took place
_SAME_BODY = 3  # sentences
_OBJECT = 3  # tokens from a verb to its object
_LEAD_SENTENCES = 2
_OLD_DAYS = 60
_RIGHT_BEHIND = 2  # tokens from a noun to its day
_OBJECT_REACH = 8  # tokens
_CLEFT = 5  # tokens
_HOLDING = 7  # tokens from the verb that says that an event was held to its place
_HELD = 5  # tokens from an occasion to the verb that says that it takes place
_SCENE = 3  # sentences that may open an article with a scene
_LASTING_KINDS = frozenset({"conference", "assembly", "other"})  # that mostly go on for days
_HOSTS = frozenset({"meeting", "conference", "assembly"})
_MET = _SCENIC | _HOSTS
_GATHERINGS = frozenset({"meeting", "conference", "assembly", "launch", "other", "visit"})


def find_events(
    doc: Document, dates: list[DateMention], places: list[Place], plans: list[Plan], actors: list[Actor]
) -> list[Event]:
    """The events of an article in text order, each told once however often the article names it."""
    return _Finder(doc, dates, places, plans, actors).find()


@dataclass(slots=True)
class _Merged:
    told: list[Telling] = field(default_factory=list)

    @property
    def lead(self) -> Telling:
        return self.told[0]


class _Finder(GroundsReader):
    """Brings the tellings of an article together, one record per event."""

    def find(self) -> list[Event]:
        merged: list[_Merged] = []
        clauses: list[Telling] = []
        leads: list[Telling] = []
        loose: list[Telling] = []  # occasions by their names that the sentence before tells no time or place of
        for n, sentence in enumerate(self.doc.sentences):
            told = self._told_in(n, sentence)
            if told:
                told = self._date_and_place(sentence, told)
                self._refer_back(n, told)
            self._tell_more(n, told, merged, loose)
            loose = [t for t in told if t.is_named and t.kind in _HOSTS and t.source == "noun"]
            if told:
                told = [*told, *self._repeated(sentence, told)]
                leads += [] if leads else [t for t in told if t.date is None and self._is_lead(t)][:1]
                self._follow_on(sentence, told, [m.lead.date for m in merged])
                if 0 < n <= _SCENE and not merged:
                    self._set_in_scene(n, told)
                for one in self._kept(told, merged):
                    self._merge(one, merged)
            clauses += self._clause_tellings(n, sentence, told)
        self._complete_main(merged)
        self._add_clauses(clauses, merged)
        if leads and not any(self._is_about(m.lead, leads[0].plan) for m in merged):
            merged.insert(0, _Merged(leads))
        events = [m for m in merged if self._is_event(m)]
        return [self._event(m, is_main=n == 0) for n, m in enumerate(events)]

    def _tell_more(self, n: int, told: list[Telling], merged: list[_Merged], loose: list[Telling]) -> None:
        """Read "It took place at the Carlton Hotel", "Held in Kumasi, it drew a crowd": where and when it was held."""
        before = [m.lead for m in merged if m.lead.sentence == n - 1 and m.lead.kind in _MET] or loose
        sentence = self.doc.sentences[n]
        verb = self._holding(sentence) if before else None
        if verb is None:
            return
        lead = before[-1]
        spot = next((s for s in self._spots(sentence) if verb < s.first <= verb + _HOLDING), None)
        if spot and self._is_closer(spot, lead.place):
            lead.place = spot
            told[:] = [t for t in told if t.source != "verb" or t.trigger != verb]
        for one in told:
            if one.place is spot and one.date is not None and one.date is not lead.date:
                one.place = None  # "Held in Kumasi, it set 3 May for the signing": not where that will be
        if lead.date is None:
            days = (d for d in self.dates_by_place.within(sentence.start, sentence.end) if d.precision != "year")
            lead.date = next((d for d in days if verb < self._positions(d.span).start <= verb + _HOLDING), None)
        if lead in loose and lead.date is not None and not any(lead in m.told for m in merged):
            self._merge(lead, merged)

    def _holding(self, sentence: Sentence) -> int | None:
        """The verb of a sentence that opens by telling where the event before was held."""
        first = sentence.first
        if first + 3 >= sentence.last:
            return None
        token = self.tokens[first]
        if token.folded in self.lexicon.holdings:
            return first
        if token.folded in self.lexicon.pronouns | self.lexicon.latters:
            return self._taking_place(sentence, first + 1)
        first += token.folded in self.lexicon.definites
        is_who = self.tokens[first].pos in ("NOUN", "PROPN") and first not in self.actor_at
        if not is_who or self.tokens[first + 1].text != ",":
            return None
        is_met = self.tokens[first + 2].folded in self.lexicon.gathered
        return first + 2 if is_met else None

    def _is_about(self, one: Telling, plan: int | None) -> bool:
        """Whether an event may be of a plan: of none other, and not of long ago."""
        return not self._is_old(one) and one.plan in (None, plan)

    def _is_old(self, one: Telling) -> bool:
        published = self._published(one.date) if one.date else None
        return one.date is not None and published is not None and (published - one.date.end).days > _OLD_DAYS

    def _add_clauses(self, clauses: list[Telling], merged: list[_Merged]) -> None:
        """Add the dated clauses on whose day nothing else is told."""
        days = [m.lead.date for m in merged if m.lead.date]
        for one in clauses:
            date = one.date
            if date and not any(date.start <= d.start <= date.end and d.precision != "year" for d in days):
                merged.append(_Merged([one]))
                days.append(date)
        merged.sort(key=lambda m: (m.lead.sentence, m.lead.trigger))

    def _set_in_scene(self, n: int, told: list[Telling]) -> None:
        """Read "The hall was full on Saturday. The minister launched the plan": the opening sets the scene."""
        sentence, before = self.doc.sentences[n], self.doc.sentences[n - 1]
        scenic = [t for t in told if t.kind in _SCENIC]
        one = next((t for t in scenic if t.is_pointer and t.place), scenic[0] if scenic else None)
        others = {id(t.date) for t in told if t.is_apart}
        own = [d for d in self.dates_by_place.within(sentence.start, sentence.end) if id(d) not in others]
        if one is None or any(d.precision == "day" for d in own):
            return
        start = self.doc.sentences[0].start if one.is_pointer else before.start
        days = [d for d in self.dates_by_place.within(start, before.end) if d.precision == "day"]
        if len(days) != 1 or not self._is_of_days(days[0], _EVENT_DAYS):
            return
        if one.date is None and self._can_date(days[0], self._positions(days[0].span)):
            one.date = days[0]
            spots = [self._venue_subject(before), *self._spots(before)]
            one.place = one.place or next((s for s in spots if s), None)

    def _kept(self, told: list[Telling], merged: list[_Merged]) -> list[Telling]:
        """The tellings of a sentence that stand for an event, verbs given up to the noun that they happen at."""
        nouns = [t for t in told if t.source == "noun" and (self._is_real(t) or self._is_outcome(t, told, merged))]
        nouns = [t for t in nouns if not self._is_decided(t, told)]
        editions = [t for t in nouns if t.head in self.lexicon.editions]
        if editions:
            named = [t for t in nouns if t.head not in self.lexicon.editions]
            nouns = [t for t in nouns if t not in editions or not any(self._is_of_time(t, o) for o in named)]
        nouns = [t for t in nouns if not self._is_ceremony_of(t, told) and not self._announces(t, nouns)]
        nouns = [t for t in nouns if not self._is_electorate(t, told) and not self._is_feast(t, told)]
        hosts = [t for t in nouns if t.date and t.kind in _HOSTS and not t.is_apart and not t.is_scheduled]
        nouns = [t for t in nouns if not self._is_business_of(t, hosts)]
        for one in nouns:
            if one.is_scheduled and not self._is_to_come(one) and self._is_sitting(one):
                one.kind = "meeting"
            if one.is_pointer and (self._is_of_document(one) or any(self._lends_day(t, one) for t in nouns)):
                one.date = None  # "told the council of the fair, to be held on 3 May": the day is the fair's
        kept = list(nouns)
        met = (t for t in told if t.kind == "meeting" and t.source == "verb" and t.date)
        hosts = [*nouns, *(t for t in met if not self._opens_news(t, told))]
        for one in told:
            if one.is_purpose and one.date and any(t.date is one.date and not self._is_idle(t, one) for t in told):
                continue
            if one.source != "verb" or self._is_absorbed(one, hosts) or self._opens_news(one, told):
                continue
            if self._is_told_twice(one, told, kept) or (self._is_background(one) and not self._is_recent(one)):
                continue
            is_told = self._is_scene(one) or self._is_gathering(one)
            is_told = is_told or self._is_recent(one)
            if one.date or self._set_at(one, nouns, merged) or self._completes(one, merged) or is_told:
                kept.append(one)
        kept.sort(key=lambda t: t.trigger)
        return kept

    def _is_feast(self, one: Telling, told: list[Telling]) -> bool:
        """Read "On 8 March, Women's Day, the city made its plan public": what the day of the news is called."""
        if one.kind != "other" or one.head not in self.lexicon.named_only or one.place is not None:
            return False
        return any(t.date is one.date and t.kind in _NEWS and t.plan is not None and t is not one for t in told)

    @staticmethod
    def _is_idle(one: Telling, purpose: Telling) -> bool:
        """Read "without waiting for the end of the session to unveil the plan": a pointer is none to do it at."""
        return one is purpose or (one.is_pointer and not one.is_set and purpose.plan is not None)

    @staticmethod
    def _is_of_time(one: Telling, other: Telling) -> bool:
        """Whether an edition may be one of the event told beside it: no day of its own sets it apart."""
        return one.date is None or other.date is None or one.date is other.date

    def _announces(self, one: Telling, nouns: list[Telling]) -> bool:
        """Read "Next stop in May in Oslo, where a forum will be held": an appointment that the event told behind is."""
        if one.head not in self.lexicon.appointments:
            return False
        event = next((t for t in nouns if t.first >= one.last and t.head not in self.lexicon.appointments), None)
        if event is None or event.date not in (None, one.date):
            return False
        event.date, event.place = one.date, event.place or one.place
        return True

    def _is_ceremony_of(self, one: Telling, told: list[Telling]) -> bool:
        """Read "gave the go for the plan on Monday, at a ceremony": the occasion is the launch's."""
        if one.head not in self.lexicon.openings or one.last > one.trigger + 1:
            return False
        news = next((t for t in told if t.kind in _NEWS and t.date is one.date and self._keeps(t)), None)
        if news is not None:
            news.place = news.place or one.place
        return news is not None

    def _is_electorate(self, one: Telling, told: list[Telling]) -> bool:
        """Read "the council elected its bureau on Monday": who elects holds no other event."""
        if one.kind != "meeting" or match_phrase(self.words.bodies, self.tokens, one.trigger) is None:
            return False
        elections = (t for t in told if t.kind == "election" and t.source == "verb" and t.date is one.date)
        return any(not self._crosses(one.last, t.trigger) for t in elections if t.trigger >= one.last)

    @staticmethod
    def _keeps(one: Telling) -> bool:
        """Whether the news is told by itself: a noun that has a day, or a signature."""
        return one.kind == "signature" or (one.source == "noun" and one.date is not None)

    @staticmethod
    def _is_decided(one: Telling, told: list[Telling]) -> bool:
        """Read "the Cabinet approved the launch of the scheme": what a body decides on has not happened yet."""
        if one.kind not in ("launch", "other") or one.place is not None:
            return False
        decisions = (t for t in told if t.head == "body" and t.source == "verb" and t.date is not None)
        return any(0 < one.first - t.trigger <= _OBJECT for t in decisions)

    def _is_told_twice(self, one: Telling, told: list[Telling], kept: list[Telling]) -> bool:
        """Read "to Cabinet in July, before it goes to the Commission", "a report submitted to parliament"."""
        if one.head in self.lexicon.suits and any(k.head == "body" and k.date is one.date for k in kept):
            return True  # "the Assembly rejected on Monday the motion tabled against the plan"
        if one.head in ("body", "ruling") and any(k.head == one.head and k.date is one.date for k in kept):
            return True
        handed_in = (k for k in told if k.head == "body" and k.kind == "other" and k.date is one.date)
        return one.head != "body" and any(k.first <= one.trigger < k.last for k in handed_in)

    def _is_scene(self, one: Telling) -> bool:
        """Whether a launch told without a day is one all the same: of a plan by its name, in a town or venue."""
        if one.kind not in _NEWS or one.place is None or one.is_purpose or one.head in ("start", "founded"):
            return False
        if not self.lexicon.futures.isdisjoint(self.doc.words[max(0, one.trigger - 3) : one.trigger]):
            return False
        return one.plan is not None and any(j in self.plan_at for j in range(one.first, one.last))

    def _is_lead(self, one: Telling) -> bool:
        """Read "The government has launched the Plan" where the article opens: its news, though no day is told."""
        if one.sentence > _LEAD_SENTENCES or one.source != "verb" or one.is_purpose or one.head in ("people", "start"):
            return False
        sentence = self.doc.sentences[one.sentence]
        words = range(one.first, min(one.last + _OBJECT_REACH, sentence.last))
        is_plan = any(j in self.plan_at or self.tokens[j].folded in self.lexicon.plan_nouns for j in words)
        if not (is_plan and one.kind in _NEWS_KINDS):
            return False
        before = self.tokens[max(sentence.first, one.trigger - 3) : one.trigger]
        is_ahead = any(t.folded in self.lexicon.futures or t.folded in self.lexicon.modals for t in before)
        if is_ahead or not self._is_past(one, before) or not self._is_main_clause(sentence, one.trigger):
            return False
        return one.head != "body" or not self._has_other_object(sentence, one.trigger + 1)

    def _is_main_clause(self, sentence: Sentence, trigger: int) -> bool:
        """Whether a verb is its sentence's own: not "since the plan was launched", "critics say it was adopted"."""
        before = self.tokens[sentence.first : trigger]
        told = self.lexicon.auxiliaries | self.lexicon.passives
        if any(t.folded in self.lexicon.since or (t.verb == "Fin" and t.folded not in told) for t in before):
            return False
        return self.tokens[trigger].verb == "Fin" or any(t.verb == "Fin" or t.pos == "AUX" for t in before[-3:])

    def _is_recent(self, one: Telling) -> bool:
        """Read "a récemment signé un accord", "viennent de voter le texte": a day of late, if not one that is told."""
        if one.kind not in _NEWS_KINDS or one.head in ("people", "start", "founded", "opening"):
            return False
        sentence = self.doc.sentences[one.sentence]
        near = self.doc.words[max(sentence.first, one.trigger - 4) : min(sentence.last, one.trigger + 2)]
        return not self.lexicon.recents.isdisjoint(near)

    def _is_gathering(self, one: Telling) -> bool:
        """Read "les ministres se sont retrouvés à Lomé": who met in a town, told without a day."""
        if one.kind != "meeting" or one.head != "people" or one.place is None or one.is_purpose:
            return False
        before = self.tokens[max(self.doc.sentences[one.sentence].first, one.trigger - 3) : one.trigger]
        return one.place.first == one.last + 1 and self._is_past(one, before)

    def _is_past(self, one: Telling, before: list[Token]) -> bool:
        """Whether a verb tells what is done: with an auxiliary, or an English past."""
        verb = self.tokens[one.trigger]
        is_verb = verb.verb in ("Fin", "Part") and verb.text.endswith(self.lexicon.participle_endings)
        return (self.lexicon.head_last and is_verb) or any(t.folded in self.lexicon.auxiliaries for t in before)

    def _opens_news(self, one: Telling, told: list[Telling]) -> bool:
        """Read "Réuni depuis le matin à Lomé, l'exécutif a présenté le plan": who met did so to tell the news."""
        sentence = self.doc.sentences[one.sentence]
        is_opening = one.trigger == sentence.first and one.head == "people"
        is_verbal = self.tokens[one.first].verb or match_phrase(self.words.verbs, self.tokens, one.first)
        is_hearing = one.first == sentence.first and one.head == "body" and bool(is_verbal)
        if one.kind != "meeting" or not (is_opening or is_hearing):
            return False
        if self.tokens[one.trigger].folded in self.lexicon.receptions:
            return False  # "Received on Tuesday, the envoys presented the plan": what is shown there is no news
        news = next((t for t in told if t.source == "verb" and t.kind in _NEWS), None)
        if news is None or (is_hearing and match_phrase(self.words.idioms, self.tokens, news.trigger)):
            return False  # at a hearing, "lifted a corner of the veil" is no presentation
        news.date, news.place = news.date or one.date, one.place or news.place
        return True

    def _is_background(self, one: Telling) -> bool:
        """A body or works dated to a year only: what they are, not what happened."""
        is_thing = one.head == "founded" and one.kind == "other" and not self._is_of_meeting(one)
        is_year = one.date is None or one.date.precision == "year"
        if is_year and (one.head in ("appeared", "handing") or self._is_opening_of_some(one)):
            return True  # "Eleven are to open this year", "the policy followed in 2019"
        if is_year and self._is_cleft(one):
            return False  # "C'est en 2020 que les dirigeants ont donné leur aval": the year is the point
        is_decision = one.kind in ("other", "meeting", "assembly") and one.head not in ("people", "founded", "opening")
        is_adoption = is_decision and one.source == "verb"
        is_past = (one.head == "opening" or is_adoption) and not self._is_to_come(one)
        is_agreed = one.head == "body" and one.date is not None and not self._is_to_come(one)
        return is_year and (is_thing or is_past or is_agreed)

    def _is_opening_of_some(self, one: Telling) -> bool:
        return one.head == "opening" and self.tokens[one.first].pos == "NUM"

    def _is_of_meeting(self, one: Telling) -> bool:
        """Read "une consultation ouverte en 2020": what was held, unlike works and bodies."""
        found = (match_phrase(self.words.nouns, self.tokens, k) for k in range(one.first, one.last))
        return any(m is not None and m[1] == "meeting" for m in found)

    def _is_cleft(self, one: Telling) -> bool:
        """Whether "c'est", "it was" opens the sentence before the date."""
        first = self.doc.sentences[one.sentence].first
        if one.date is None or self.tokens[first].folded not in self.lexicon.clefts:
            return False
        return 0 < self._positions(one.date.span).start - first <= _CLEFT

    def _set_at(self, one: Telling, nouns: list[Telling], merged: list[_Merged]) -> bool:
        """A signature or election told without a date, at an event of the same sentence that was dated before."""
        is_news = one.is_purpose and one.plan is not None and self._is_said_at_same_time(one)
        if one.kind in _ASIDES and not self._is_ahead(one) and self._set_at_pointer(one, nouns, merged):
            return True  # "on the sidelines of the meeting, she visited the market"
        if one.kind not in ("signature", "election") and one.head not in self.lexicon.agreements and not is_news:
            return False
        if self._set_at_pointer(one, nouns, merged):
            return True
        here = [t for t in nouns if t.is_set and t.date and t.kind in _GATHERINGS and t.first > one.last]
        if here and one.kind == "signature" and not self._is_ahead(one):
            one.date, one.place = here[0].date, one.place or here[0].place
            return True  # "was signed on the sidelines of the fair, from 3 to 5 May"
        leads = [m.lead for m in reversed(merged) if m.lead.date and m.lead.date.precision == "day"]
        lead = next((t for t in leads if self._is_news(t)), leads[0] if leads else None)
        if lead is None or not self._is_at_same_time(one, lead):
            return False
        if self._is_ahead(one):
            known = (p for p in (one.plan, lead.plan, self.main_plan) if p is not None)
            one.plan = next(known, None)
        else:
            one.date, one.place = lead.date, one.place or lead.place
        return True

    def _is_ahead(self, one: Telling) -> bool:
        """Read "the agreement is to be signed": what has no day yet."""
        first = max(self.doc.sentences[one.sentence].first, one.trigger - 4)
        ahead = self.lexicon.futures | self.lexicon.beings | (self.lexicon.modals - self.lexicon.purposes)
        return not ahead.isdisjoint(self.doc.words[first : one.trigger])

    def _is_outcome(self, one: Telling, told: list[Telling], merged: list[_Merged]) -> bool:
        """Read "The session ended with the signing of a memorandum": on the day of what ended so."""
        if one.kind not in _OUTCOMES or one.date is not None or one.last <= one.trigger + 1:
            return False
        first = self.doc.sentences[one.sentence].first
        reach = range(max(first, one.first - _OUTCOME), one.first)
        if not any(self.tokens[k].folded in self.lexicon.outcomes for k in reach) or self._is_ahead(one):
            return False
        ended = [t for t in told if t.kind in _GATHERINGS and t.first < one.first and t.date and not t.is_pointer]
        ended += [m.lead for m in reversed(merged) if 0 < one.sentence - m.lead.sentence <= 1 and m.lead.date]
        lead = next((t for t in ended if t.kind in _GATHERINGS and t.date and t.date.precision == "day"), None)
        if lead is None:
            return False
        one.date, one.place = lead.date, one.place or lead.place
        return True

    def _set_at_pointer(self, one: Telling, nouns: list[Telling], merged: list[_Merged]) -> bool:
        """Read "a profité de la rencontre pour signer un accord": at the event that the noun points back to."""
        for noun in nouns:
            if noun.is_pointer and noun.is_set and merged:
                earlier = self._antecedent(noun, merged)
                if earlier and (earlier.lead.date or earlier.lead.place):
                    one.date, one.place = earlier.lead.date, earlier.lead.place or one.place
                    one.plan = one.plan if one.plan is not None else earlier.lead.plan
                    return True
        return False

    def _is_at_same_time(self, one: Telling, lead: Telling) -> bool:
        """Signed "on that occasion", or in one of the sentences that follow a dated event."""
        if lead.date is None or lead.date.precision != "day":
            return False
        said = self._is_said_at_same_time(one)
        is_there = one.kind == "signature" or (one.kind == "election" and lead.kind in _GATHERINGS)
        return said or (is_there and 0 < one.sentence - lead.sentence <= 2)

    def _is_said_at_same_time(self, one: Telling) -> bool:
        first = self.doc.sentences[one.sentence].first
        return any(match_phrase(self.words.same_time, self.tokens, i) for i in range(first, one.trigger))

    def _completes(self, one: Telling, merged: list[_Merged]) -> bool:
        """Whether an undated telling of a launch or presentation tells where the one before took place."""
        if one.place is None or one.kind not in _NEWS or not merged:
            return False
        lead = merged[-1].lead
        is_kind = one.kind == lead.kind if one.kind == "signature" else lead.kind in ("launch", "presentation")
        is_next = is_kind and one.sentence - lead.sentence <= 2
        is_plan = lead.plan == one.plan or (one.kind == "signature" and one.plan is None)
        return is_next and is_plan and self._is_closer(one.place, lead.place)

    def _is_closer(self, place: Spot | None, known: Spot | None) -> bool:
        """Whether a place tells more than the one known: any where none is, a venue where a town is."""
        return place is not None and (known is None or (self._is_venue(place) and not self._is_venue(known)))

    def _is_absorbed(self, one: Telling, nouns: list[Telling]) -> bool:
        sentence = self.doc.sentences[one.sentence]
        for noun in nouns:
            is_earlier = (noun.date is None or noun.date is not one.date) and self._is_of_later(
                sentence, one.trigger, noun
            )
            if is_earlier or self._stands_apart(one, noun):
                continue
            is_far = noun.first > one.trigger and self._crosses(one.trigger, noun.first)
            if is_far and not (noun.date is not None and noun.date is one.date and self._is_audience(noun)):
                continue  # "presented the plan on Monday, then flew to Rome for talks"
            is_outing = noun.source == "noun" and (one.kind == "meeting" or (one.kind, noun.kind) == ("visit", "visit"))
            is_own = (
                one.kind == "presentation" and noun.kind == "conference" and noun.is_named and noun.first > one.trigger
            )
            if is_own and one.plan is not None and one.plan == self.main_plan and self._is_news(one):
                continue  # a plan made public at a conference: both are events
            is_object = 0 < noun.trigger - one.trigger <= _OBJECT_REACH
            is_opening = self._is_opening(one) or (one.head == "opening" and is_object)
            if noun.kind == "visit" and one.date is not None and one.kind in _NEWS:
                continue  # "in Kara on Monday for a visit, where he opened the depot": both are events
            if one.kind in ("presentation", "other") or is_outing or is_opening:
                self._hand_over(one, noun)
                return True
            if self._begins(one, noun):
                return True
            if one.kind == "launch" and noun.kind in ("launch", "other", "presentation"):
                noun.kind = "launch"
                noun.plan = one.plan if noun.plan is None else noun.plan
                if noun.last - noun.first <= 1:
                    noun.name = one.name
                return True
        return False

    def _hand_over(self, one: Telling, noun: Telling) -> None:
        """Give a noun what the verb that it takes up tells of it."""
        noun.plan = one.plan if noun.plan is None else noun.plan
        if noun.place is None and one.date in (None, noun.date):
            noun.place = one.place  # "a review on 3 May, when she meets her peers in Oslo"
        if one.kind == "presentation" and match_phrase(self.words.briefings, self.tokens, noun.trigger):
            noun.kind = "presentation"  # "made public at a news conference"
        is_open = noun.is_scheduled and (noun.kind == "other" or one.kind == "presentation")
        if one.kind in ("presentation", "meeting", "assembly") and is_open:
            noun.kind = one.kind  # "présentera un premier bilan", "a approuvé en deuxième lecture"

    def _stands_apart(self, one: Telling, noun: Telling) -> bool:
        """Whether a noun, or the body of "presented the plan, adopted the same day by the council", is not `one`'s."""
        is_agent = noun.source == "verb" and noun.head == "body" and noun.first == noun.trigger
        is_other_day = noun.date is not None and one.date is not None and noun.date is not one.date
        is_by_the_way = is_agent and noun.first > one.trigger
        # "The forum, opened on Sunday, gathered 200 donors": a noun that points back is the subject all the same.
        gathers = one.kind == "meeting" and noun.date is one.date and noun.first < one.first and noun.source == "noun"
        is_pointer = noun.is_pointer and not gathers
        is_disaster = noun.head in self.lexicon.disasters
        return noun is one or is_by_the_way or is_pointer or noun.is_apart or is_other_day or is_disaster

    @staticmethod
    def _begins(one: Telling, noun: Telling) -> bool:
        """Read "a consultation on the plan got under way": what begins is what the noun names."""
        if noun.source != "noun":
            return False
        if one.head == "founded" and one.first <= noun.first < noun.last <= one.trigger:
            return True  # "the works of the annual review opened on Monday"
        is_inside = noun.first <= one.first < noun.last
        if noun.last == one.trigger and one.first < noun.first:
            return True  # "grew out of workshops initiated in March"
        return is_inside and (one.head == "founded" or (noun.first < one.first and noun.last <= one.trigger))

    def _is_audience(self, noun: Telling) -> bool:
        """Read "presented his vision, bold and green, to the 10th meeting": to whom something was shown."""
        before = self.tokens[max(0, noun.first - 2) : noun.first]
        return len(before) == 2 and before[0].folded in self.lexicon.datives and before[1].pos == "DET"

    def _merge(self, one: Telling, merged: list[_Merged]) -> None:
        if one.is_ending and (begun := self._begun(one, merged)):
            begun.told.append(one)
            return
        earlier = self._ended(one, merged)
        earlier = earlier or (self._antecedent(one, merged) if one.is_pointer else self._same(one, merged))
        if earlier is None:
            merged.append(_Merged([one]))
            return
        lead = earlier.lead
        is_new = one.date is not None and lead.date is None
        if one.date and (lead.date is None or _finer(one.date, lead.date)) and self._same_time(one, lead):
            lead.date = one.date
        if (
            one.source == "verb"
            and one.date is None
            and lead.source == "verb"
            and self._is_closer(one.place, lead.place)
        ):
            lead.place = one.place
        is_near = one.date is None and (one.sentence - lead.sentence <= _NEAR_SENTENCES or self._is_news(lead))
        is_near = is_near or not one.is_pointer or is_new
        is_venue = one.is_pointer and one.sentence - lead.sentence <= 2 and self._is_closer(one.place, lead.place)
        if is_near and (lead.place is None or is_venue or (is_new and lead.is_apart)):
            lead.place = one.place or lead.place
        if lead.plan is None and not one.is_pointer:
            lead.plan = one.plan
        earlier.told.append(one)

    def _begun(self, one: Telling, merged: list[_Merged]) -> _Merged | None:
        """Read "The forum itself closes on Friday": the event told before whose last day is told."""
        before = self.tokens[one.first - 1].folded if one.first else ""
        if before not in self.lexicon.definites | self.lexicon.demonstratives:
            return None
        for m in reversed(merged):
            days = abs((m.lead.date.start - one.date.end).days) if m.lead.date and one.date else 0
            if days <= _LASTING and (m.lead.head == one.head or overlap(m.lead.name, one.name) >= _SAME_NAME):
                return m
        return None

    def _ended(self, one: Telling, merged: list[_Merged]) -> _Merged | None:
        """Read "a forum that closed tonight. … The forum, opened on Monday": the event told before by its last day."""
        if one.source != "noun" or one.date is None or one.is_indefinite:
            return None
        for m in merged:
            lead = m.lead
            if not lead.is_ending or lead.date is None or lead.head != one.head:
                continue
            if 0 < (lead.date.end - one.date.start).days <= _LASTING:
                lead.date, lead.is_ending = one.date, False
                return m
        return None

    def _antecedent(self, one: Telling, merged: list[_Merged]) -> _Merged | None:
        """The event that "cette réunion", "the ceremony" points back to: same head, else same kind, else the last."""
        open_ones = [m for m in reversed(merged) if self._same_time(one, m.lead)]
        open_ones.sort(key=lambda m: one.date is None and self._is_old(m.lead))
        tests: tuple[Callable[[_Merged], bool], ...] = (
            lambda m: m.lead.head == one.head,
            lambda m: m.lead.kind == one.kind,
            lambda m: one.kind == "launch" and m.lead.kind in _OUTINGS and self._is_news(m.lead),
            lambda m: one.head in self.lexicon.pointers and m.lead.kind in _GATHERINGS,
            lambda m: one.kind == "meeting" and m.lead.kind == "conference" and self._is_told_at_length(one),
            lambda m: one.is_set and one.head in self.lexicon.pointers and m.lead.kind == "presentation",
            lambda m: self._is_place_of(one, m.lead),
        )
        for test in tests:
            for m in open_ones:
                if test(m):
                    return m
        return None

    def _is_place_of(self, one: Telling, lead: Telling) -> bool:
        """Read "unveiled the plan on Monday. The ceremony was held at the town hall": the place of the news."""
        is_near = 0 < one.sentence - lead.sentence <= 2
        is_pointing = one.place is not None and one.date is None and one.head in self.lexicon.pointers
        return is_near and is_pointing and lead.kind in _NEWS

    def _same(self, one: Telling, merged: list[_Merged]) -> _Merged | None:
        """The event told before that `one` tells again."""
        for m in merged:
            if self._same_time(one, m.lead) and (
                self._same_outing(one, m.lead)
                or self._same_name(one, m.lead)
                or self._same_meeting(one, m.lead)
                or self._same_head(one, m.lead)
                or self._is_briefing_on(one, m.lead)
                or self._same_signing(one, m.lead)
            ):
                return m
        return None

    def _same_outing(self, one: Telling, lead: Telling) -> bool:
        """One plan launched or presented: by a noun and a verb, or twice at one date."""
        if not {one.kind, lead.kind} <= _OUTINGS or one.plan != lead.plan:
            return False
        if self._is_opening(one) != self._is_opening(lead) or one.is_scheduled != lead.is_scheduled:
            return False  # a plan is launched, and its first deliveries come later
        if one.is_apart and one.date is None and self._is_news(lead):
            return False  # "seven months after the unveiling", in an article about a report of this week
        is_dated = one.date is not None and lead.date is not None
        return is_dated or one.date is None or (one.kind == lead.kind and "noun" in (one.source, lead.source))

    def _is_opening(self, one: Telling) -> bool:
        """Whether a telling is of works that are opened, not of a plan."""
        return one.head == "opening" and not any(k in self.plan_at for k in range(one.first, one.last))

    def _same_name(self, one: Telling, lead: Telling) -> bool:
        if one.source != lead.source or not (one.kind == lead.kind or (one.is_named and one.source == "noun")):
            return False
        is_dated = one.date is not None and lead.date is not None
        return (is_dated or one.source == "noun") and overlap(one.name, lead.name) >= _SAME_NAME

    def _is_briefing_on(self, one: Telling, lead: Telling) -> bool:
        """Read "unveiled the plan on Tuesday. In a press conference at the port, …": where the press was told of it."""
        is_near = 0 <= one.sentence - lead.sentence <= _NEAR_SENTENCES
        is_briefing = match_phrase(self.words.briefings, self.tokens, one.trigger) is not None
        return is_briefing and is_near and lead.kind in _OUTINGS and one.date in (None, lead.date)

    def _same_signing(self, one: Telling, lead: Telling) -> bool:
        """Read "signed a loan agreement on Monday. The two sides put their names to the deal": one signature."""
        if not one.kind == lead.kind == "signature" or one.date is not lead.date or one.sentence == lead.sentence:
            return False
        head = next((k for k in range(one.first, one.last) if self.tokens[k].folded == one.head), one.first)
        before = self.tokens[head - 1].folded if head else ""
        return before in self.lexicon.definites | self.lexicon.demonstratives

    def _same_head(self, one: Telling, lead: Telling) -> bool:
        """Read "the Paris conference", "au sortir du séminaire": a definite noun, told again without a day."""
        if one.source != "noun" or lead.source != "noun" or one.head != lead.head or one.is_indefinite or one.first < 1:
            return False
        is_definite = self.tokens[one.first - 1].folded in self.lexicon.definites
        is_dated = one.date is not None and lead.date is not None and one.date.is_floating == lead.date.is_floating
        return is_definite and not is_dated and self._may_be_same_place(one.place, lead.place)

    def _may_be_same_place(self, place: Spot | None, known: Spot | None) -> bool:
        """Whether a place is none or the known one, or one of them is the town that the other, a venue, may be in."""
        if place is None or known is None:
            return place is None
        is_of_kinds = self._is_venue(place) != self._is_venue(known)
        return (
            place == known
            or place.name == known.name
            or (is_of_kinds and place.country in (None, known.country, self.doc.country))
        )

    def _same_meeting(self, one: Telling, lead: Telling) -> bool:
        """Two tellings of a gathering of one kind on one day, not both by a name of their own."""
        if one.kind == lead.kind == "meeting" and self._is_of_same_body(one, lead):
            return True
        is_kind = one.kind == lead.kind or {one.kind, lead.kind} == {"meeting", "assembly"}
        if not is_kind or not self._same_day(one, lead) or one.kind not in _GATHERINGS:
            return False
        if one.source != lead.source:
            return one.kind == "meeting"
        return one.source == "noun" and not (one.is_named and lead.is_named)

    def _is_of_same_body(self, one: Telling, lead: Telling) -> bool:
        """Read "The council approved it on Monday. The decision was taken at the council's weekly meeting"."""
        is_near = 0 < one.sentence - lead.sentence <= _SAME_BODY
        if one.source != "noun" or one.date is not None or lead.head != "body" or not is_near:
            return False
        told = {t.folded for t in self.tokens[lead.first : lead.last]}
        bodies = (k for k in range(one.first, one.last) if match_phrase(self.words.bodies, self.tokens, k))
        return any(self.tokens[k].folded in told for k in bodies)

    @staticmethod
    def _same_time(one: Telling, lead: Telling) -> bool:
        if one.date is None or lead.date is None:
            return True
        if one.date.is_floating != lead.date.is_floating:  # nothing tells: but a verb tells something new
            is_vague = "year" in (one.date.precision, lead.date.precision)
            return (is_vague and one.source == lead.source == "noun") or {one.kind, lead.kind} <= _OUTINGS
        return one.date.start <= lead.date.end and lead.date.start <= one.date.end

    @staticmethod
    def _same_day(one: Telling, lead: Telling) -> bool:
        if one.date is None or lead.date is None or one.date.start != lead.date.start:
            return False
        return one.date.precision == lead.date.precision == "day"

    def _complete_main(self, merged: list[_Merged]) -> None:
        """The first event, where it has no date or place, has those of the speech that the article opens with."""
        if not merged:
            return
        main = merged[0].lead
        known = main.place
        self._complete_lead(main, merged)
        if known is None and main.place is not None:
            for one in (m.lead for m in merged[1:]):
                is_same = one.sentence == main.sentence and one.date is main.date and one.date is not None
                one.place = main.place if one.place is None and is_same else one.place

    def _complete_lead(self, main: Telling, merged: list[_Merged]) -> None:
        self._complete_setting(main, merged[1:])
        if main.source != "noun" or main.sentence > 12:
            is_top = main.sentence <= 1 or self._is_near_dateline(main.sentence)
            if main.place is None and is_top and self._is_news(main):
                main.place = self._briefing_place() or self._told_from(main) or self._dateline()
            return
        if main.date and main.place:
            return
        for sentence in self.doc.sentences[:3]:
            spots = self._spots(sentence)
            dates = [d for d in self.dates_by_place.within(sentence.start, sentence.end) if d.is_relative]
            speech = self._is_spoken(sentence)
            is_lead = speech or (main.kind in ("launch", "presentation") and main.sentence <= 4)
            if is_lead and main.date is None and dates and dates[0].precision != "year":
                main.date = dates[0]
            if speech and main.place is None and spots and self._same_country(spots[0]):
                main.place = spots[0]
        if main.place is None and (main.sentence <= 3 or self._is_near_dateline(main.sentence)):
            main.place = self._dateline()

    def _told_from(self, main: Telling) -> Spot | None:
        """Where who tells the news speaks, in one of the sentences that follow it."""
        if main.kind not in ("launch", "presentation"):
            return None
        for sentence in self.doc.sentences[main.sentence + 1 : main.sentence + 3]:
            spot = self._opening_spot(sentence) if self._is_spoken(sentence) else None
            if spot and self._same_country(spot):
                return spot
        return None

    def _is_news(self, one: Telling) -> bool:
        """Whether a telling is of the days before publication."""
        return one.date is not None and one.date.precision == "day" and self._is_of_days(one.date, _EVENT_DAYS)

    def _complete_setting(self, main: Telling, others: list[_Merged]) -> None:
        """Read "It was announced at the forum, held at the town hall": where and when the plan was presented."""
        if main.kind not in ("launch", "presentation") or not self._is_news(main):
            return
        for one in (m.lead for m in others):
            is_host = one.source == "noun" and one.is_set and one.kind in ("conference", "meeting")
            if not is_host or one.date or not 0 < one.sentence - main.sentence <= 2:
                continue
            sentence = self.doc.sentences[one.sentence]
            if not self.lexicon.passives.isdisjoint(self.doc.words[sentence.first : one.first]):
                one.date = main.date
                main.place = one.place or main.place
            return

    def _is_spoken(self, sentence: Sentence) -> bool:
        return any(self._roles.get(i) == "speaker" for i in range(sentence.first, sentence.last))

    def _is_event(self, merged: _Merged) -> bool:
        lead = merged.lead
        if lead.is_pointer:
            # "cette réunion" without an event told before is one only where the article goes on about it.
            has_evidence = lead.date is not None or self._is_told_at_length(lead)
            is_dated = lead.date is not None and lead.kind in ("signature", "presentation", "election")
            is_dated = is_dated or (lead.kind == "launch" and lead.is_set)  # "lors du lancement", told of nowhere else
            return is_dated or (
                lead.kind in _GATHERINGS and (has_evidence or (lead.kind == "launch" and lead.place is not None))
            )
        return True

    def _is_told_at_length(self, lead: Telling) -> bool:
        return self.tokens[lead.first - 1].folded in self.lexicon.demonstratives if lead.first else False

    def _event(self, merged: _Merged, *, is_main: bool) -> Event:
        lead = merged.lead
        named = next((t for t in merged.told if t.is_named and t.source == "noun" and not t.is_pointer), None)
        best = lead if lead.is_named or named is None else named
        if best.is_pointer:
            best = next((t for t in merged.told if not t.is_pointer), best)
        start, end, precision = self._time(lead)
        country = self._country(lead.place) if lead.place else self.doc.country
        spans = list(dict.fromkeys(self._quote(t) for t in (best, *merged.told)))
        return Event(
            kind=self._kind(merged),
            name=_clean(best.name),
            spans=spans,
            date_start=start,
            date_end=end,
            date_precision=precision,  # type: ignore[arg-type]
            place=lead.place.name if lead.place else None,
            country=country,
            plan=self._plan(lead, is_main=is_main),
            participants=self._participants(merged),
            confidence=self._confidence(lead),
        )

    def _quote(self, one: Telling) -> Span:
        """The words that prove a telling; a verb's go as far as its day and place, where these are near."""
        first, last = one.first, one.last
        if one.source == "verb":
            ends = [self._positions(one.date.span)] if one.date else []
            ends += [range(one.place.first, one.place.last)] if one.place else []
            sentence = self.doc.sentences[one.sentence]
            for r in ends:
                if sentence.first <= r.start and r.stop <= sentence.last:
                    first = r.start if first - _QUOTED <= r.start < first else first
                    last = r.stop if last < r.stop <= last + _QUOTED else last
        return self.doc.span(first, last)

    def _kind(self, merged: _Merged) -> EventKind:
        if merged.lead.head in self.words.reports:
            return self.words.reports[merged.lead.head]
        kinds = [t.kind for t in merged.told if not t.is_pointer] or [merged.lead.kind]
        if merged.lead.head in self.lexicon.sittings and merged.lead.place and merged.lead.kind in ("meeting", "other"):
            return "meeting"  # a review that is held somewhere
        is_launched = "launch" in kinds or any(t.kind == "launch" and self._is_definite(t) for t in merged.told)
        if is_launched and kinds[0] in ("presentation", "other", "announcement"):
            return "launch"
        return "presentation" if kinds[0] == "announcement" and "presentation" in kinds else kinds[0]

    def _is_definite(self, one: Telling) -> bool:
        """Whether a pointer says "the launch": what was published before was launched."""
        before = self.tokens[one.first - 1].folded if one.first else ""
        return one.is_pointer and before in self.lexicon.definites

    def _time(self, lead: Telling) -> tuple[dt.date | None, dt.date | None, str | None]:
        date = lead.date
        if date is not None and date.is_floating:
            return None, None, None
        if date is None:
            published = self.doc.published_on
            if lead.is_pointer and published and self.doc.published_precision != "day":
                # "cette réunion" in an article known to its month happened in that month.
                return published, None, self.doc.published_precision
            return None, None, None
        is_week = date.is_relative and date.kind == "range" and (date.end - date.start).days == 6
        if date.kind == "range" and date.precision == "month" and _is_quarter(date) and not self._names_month(date):
            return date.start.replace(month=1), None, "year"
        is_end = lead.is_ending and lead.kind in _LASTING_KINDS and date.kind != "range" and date.precision == "day"
        if is_week or date.is_deadline or is_end:
            return date.start.replace(day=1), None, "month"
        return date.start, date.end if date.kind == "range" else None, date.precision

    def _names_month(self, date: DateMention) -> bool:
        """Whether a range of months is told by their names, not as a quarter."""
        months = date_words_of(self.doc.language).months
        return any(self.tokens[k].folded in months for k in self._positions(date.span))

    def _plan(self, lead: Telling, *, is_main: bool) -> int | None:
        if lead.head in self.lexicon.disasters | self.lexicon.counts:
            return None
        if lead.plan is not None or self.main_plan is None:
            return lead.plan
        if is_main:
            return self.main_plan
        token = self.tokens[lead.trigger]
        topic = self.passages.plan_at(token.start, token.end)
        if lead.head in self.lexicon.travellers:
            return topic
        is_abroad = lead.place is not None and self._is_abroad(lead.place)
        if lead.kind == "election" or (is_abroad and not (lead.kind == "meeting" and lead.is_indefinite)):
            return None
        if topic != self.main_plan:
            return topic
        if lead.date is None:
            return topic if lead.sentence <= 6 else None
        published = self._published(lead.date)
        if published is None:
            return topic
        near = _VISIT_DAYS if lead.kind == "visit" else _NEAR_DAYS
        if lead.date.start > published and lead.kind not in ("visit", "conference"):
            near = _AHEAD_DAYS  # what an article says is to come is mostly of what it is about
        return topic if abs((lead.date.start - published).days) <= near else None

    def _confidence(self, lead: Telling) -> float:
        is_dated = lead.date is not None and lead.date.precision != "year" and not lead.date.is_floating
        if lead.head == "clause":
            return 0.6
        if is_dated and (lead.is_named or (not lead.is_weak and lead.source == "noun")):
            return 0.92
        if is_dated and lead.source == "verb" and lead.head not in ("people", "body", "founded", "ruling", "protest"):
            return 0.9
        return 0.75 if lead.date or lead.is_named else 0.6

    def _participants(self, merged: _Merged) -> list[tuple[int, ParticipantRole]]:
        found: dict[int, ParticipantRole] = {}
        for n in dict.fromkeys(t.sentence for t in merged.told):
            sentence = self.doc.sentences[n]
            role: ParticipantRole = "participant"
            for i in self._cast.within(sentence.first, sentence.last):
                role = self._roles.get(i, role)
                actor = self.actor_at.get(i)
                if actor is None or i in self.plan_at or self.actor_at.get(i - 1) == actor:
                    continue
                after = self._role_behind(sentence, i, actor)
                if found.get(actor, "participant") == "participant":
                    found[actor] = role if role in ("chair", "host") else after or "participant"
                role = "participant"
        return list(found.items())

    def _role_behind(self, sentence: Sentence, i: int, actor: int) -> ParticipantRole | None:
        """Role that the verb behind an actor gives it: "X a présidé", "X said"."""
        for j in range(i, min(sentence.last, i + 30)):
            if j > i and self.actor_at.get(j, actor) != actor:
                return None
            if j in self._roles:
                return self._roles[j]
        return None

    @cached_property
    def _roles(self) -> dict[int, ParticipantRole]:
        """Roles that words beside a participant tell, by position."""
        at = self.doc.positions_of(self.words.speaking)
        matched = ((i, match_phrase(self.words.roles, self.tokens, i)) for i in at)
        return {i: m[1] for i, m in matched if m}  # type: ignore[misc]

    @cached_property
    def _cast(self) -> Positions:
        """Positions of the words of actors and of what tells their roles."""
        return Positions({*self.actor_at, *self._roles})


def _is_quarter(date: DateMention) -> bool:
    """Whether a range is a quarter or a half: known to its year, as no month of it is named."""
    days = (date.end - date.start).days
    return date.start.month % 3 == 1 and (89 <= days <= 92 or 180 <= days <= 184)


def _finer(one: DateMention, other: DateMention) -> bool:
    return (one.end - one.start) < (other.end - other.start)


def _clean(name: str) -> str:
    """The name on one line, without quotation marks."""
    return " ".join(name.translate(_NO_QUOTES).split())
