"""Events that a sentence tells without a word of their own: dated clauses, repetitions, sequels of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_tellings import TellingReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.ranges import Positions
from pipelines.extract.records import EventKind

_VERB_REACH = 14  # tokens from a verb to its date behind it
_AHEAD = 22  # tokens from a date to its verb
_SIDE = 12  # tokens of a clause on either side
_COMPLEMENT = 12
_SUBJECT_REACH = 10
_STOPS = frozenset(';:.()"«»“”')
_PAUSES = frozenset(";:.(),")
_BRIEFING = 8
_LONG_AGO = 400  # days before publication
_REPEATS = 6
_REFERRING = 12  # tokens from an event to "there" behind it
_REPEAT_REACH = 8  # tokens of "and in Iloilo City on 9 May"
_QUOTED = 1500  # characters before a day where a quotation may open
_OPENING = 8
_NEWS_DAYS = 6
_OPENING_SENTENCES = 5

# How much each sign makes a dated clause that no noun or verb of the lexicon has told an event: the weights, in tenths,
# of a logistic regression on the dated clauses of annotated articles, those without effect dropped. Left out in turn,
# each set of articles gets six in ten of the events that it still lacks, and four false ones in all for fifteen right.
# A day is the default of `month`, a verb before its date that of `ahead`.
_WEIGHTS = {
    "bias": 5,
    "month": -12,
    "deadline": -16,
    "ahead": -5,
    "known": 7,
    "passive": 10,
    "perfect": 12,
    "actor": 4,
    "plan": 9,
    "body": 10,
    "place": 9,
    "to come": -3,
    "long ago": 12,
}
_OF_THINGS = frozenset({"announcement", "presentation", "publication", "document"})
_KINDS: dict[str, EventKind] = {
    "launch": "launch", "start": "launch", "presentation": "presentation", "publication": "presentation",
    "appearance": "presentation", "document": "presentation",
    "signature": "signature", "meeting": "meeting", "body": "meeting", "visit": "visit",
    "election": "election", "announcement": "announcement",
}  # fmt: skip


class ClauseReader(TellingReader):
    """Finds the events that the readers of nouns and verbs leave."""

    def _clause_tellings(self, n: int, sentence: Sentence, told: list[Telling]) -> list[Telling]:
        """Read "the first buses will be delivered on 3 May": what is done, or to be done, on a day that is nobody's."""
        found: list[Telling] = []
        for date in self.dates_by_place.within(sentence.start, sentence.end):
            positions = self._positions(date.span)
            if any(t.date is date or t.own_date is date for t in (*told, *found)):
                continue
            if not self._can_date(date, positions) or not self._is_day_of_event(sentence, date, positions):
                continue
            if self._is_next_day(date, positions):
                continue  # "on Wednesday and Thursday"
            verb = self._governor(sentence, positions)
            if verb is None or any(t.trigger == verb for t in (*told, *found)) or not self._may_tell(sentence, verb):
                continue
            subject = verb - (self.tokens[verb - 1].text == ",")
            if any(t.source == "noun" and t.last == subject for t in told):
                continue  # "the next session of the board, created in May, will take place in June"
            published = self._published(date)
            if published and date.end > published and self._is_supposed(sentence, verb):
                continue  # "if the keys are to be handed over in March"
            words = self._clause_bounds(sentence, verb, positions)
            if any(self._counts(k) for k in range(min(words.start, positions.start), words.stop)):
                continue  # it tells a figure: "les prix ont bondi de 12 % en avril"
            signs = self._signs(sentence, date, verb, words)
            if sum(_WEIGHTS[sign] for sign in signs) > 0:
                one = self._clause(n, sentence, verb, positions)
                one.date = date
                own = [s for s in self._spots(sentence) if not self._is_elsewhere(sentence, s, one, told)]
                one.place = self._nearest_spot(one, own, one)
                one.plan = self._plan_in(sentence, one)
                found.append(one)
        return found

    def _is_next_day(self, date: DateMention, positions: range) -> bool:
        """Whether a day only goes on from the one that "and" joins it to."""
        before = self.date_at.get(positions.start - 2)
        if before is None or self.tokens[positions.start - 1].folded not in self.lexicon.connectors:
            return False
        return (date.start - before.start).days == 1

    def _is_day_of_event(self, sentence: Sentence, date: DateMention, positions: range) -> bool:
        """Whether a date may be an event's: not of a figure ("au 31 décembre"), a state, the article, or in speech."""
        if (
            date.precision == "year"
            or date.kind == "range"
            or date.is_floating
            or self.tokens[positions.start].folded in self.lexicon.nows
        ):
            return False
        if date.start == self.doc.published_on and not date.is_relative:
            return False
        before = self.tokens[max(sentence.first, positions.start - 1)].folded
        is_this = self.tokens[positions.start].folded in self.lexicon.demonstratives
        if is_this and before in self.lexicon.locatives and date.start == self.doc.published_on:
            return False  # "les réserves couvrent à ce jour les lagons"
        if date.precision == "month" and self._is_month_of_thing(positions):
            return False
        if before in self.lexicon.snapshots or self._is_since(positions.start):
            return False
        links = self.lexicon.place_links - self.lexicon.locatives - self.lexicon.site_leads
        if before in links and positions.start - 2 > sentence.first and self.tokens[positions.start - 2].pos == "NOUN":
            return False  # "a year after the riots of June 2023"
        if not self.lexicon.continuations.isdisjoint(self.doc.words[max(0, positions.start - 3) : positions.start]):
            return False  # "siégeront encore vendredi"
        return not self._is_quoted(date.span.start)

    def _is_month_of_thing(self, positions: range) -> bool:
        """Read "attendent les primes de janvier", "the May budget": a month that only says which thing is meant."""
        before, stop = self.tokens[max(0, positions.start - 1)], min(positions.stop, len(self.tokens) - 1)
        if self.lexicon.head_last:
            return before.pos in ("DET", "PRON") and self.tokens[stop].pos == "NOUN"
        noun = self.tokens[positions.start - 2]
        is_part = noun.folded in self._date_lexicon.month_words | self._date_lexicon.edges
        return before.folded in self.lexicon.place_links and noun.pos == "NOUN" and not is_part

    def _is_quoted(self, start: int) -> bool:
        """Whether a quotation that opens before `start` in its paragraph is still open there."""
        before = self.doc.text[max(0, start - _QUOTED) : start].rpartition("\n")[2]
        is_open = before.count("«") > before.count("»") or before.count("“") > before.count("”")
        return is_open or before.count('"') % 2 == 1

    def _governor(self, sentence: Sentence, positions: range) -> int | None:
        """The verb that a date most likely belongs to: the last one before it in its clause, else the next one."""
        for i in range(positions.start - 1, max(sentence.first, positions.start - _VERB_REACH) - 1, -1):
            if self.tokens[i].text in _STOPS:
                break
            if self._governs(i):
                return i
            if self.tokens[i].verb == "Ger":
                return None  # "with two members joining on 4 January, the board slowed"
        for i in range(positions.stop, min(sentence.last, positions.stop + _AHEAD)):
            if self.tokens[i].text in _STOPS:
                return None
            if self._governs(i):
                return i
        return None

    def _governs(self, i: int) -> bool:
        token, lexicon = self.tokens[i], self.lexicon
        before = self.tokens[max(0, i - 1)].folded
        if i in self.plan_at or i in self.date_at or before in lexicon.genitives:
            return False
        if token.folded in lexicon.day_openers and before in lexicon.locatives:
            return False  # "à partir de mercredi"
        if token.folded in lexicon.auxiliaries or token.folded in lexicon.futures or token.folded in lexicon.passives:
            return False
        if token.verb == "Part" and self._is_epithet(i, i + 1):
            return False  # "the newly elected mayor"
        if token.verb in ("Fin", "Part", "Inf"):
            return True
        if token.verb == "Ger" or token.pos in ("DET", "ADP") or not token.text.endswith(lexicon.participle_endings):
            return False
        return match_phrase(self.words.verbs, self.tokens, i) is not None

    def _may_tell(self, sentence: Sentence, verb: int) -> bool:
        """Whether a verb tells an event at all: not a state, an end, a figure, a negation or an act of speech."""
        if self.tokens[verb].folded in self.lexicon.dull_verbs or match_phrase(self.words.ends, self.tokens, verb):
            return False
        if not self.lexicon.nots.isdisjoint(self.doc.words[max(sentence.first, verb - 4) : verb]):
            return False
        if self._is_of_article(sentence, verb):
            return False
        if verb + 1 < sentence.last and self.tokens[verb + 1].folded in self.lexicon.negations:
            return False  # "took no action"
        matched = self._told_by(verb)
        before = {t.folded for t in self.tokens[max(sentence.first, verb - 3) : verb]}
        is_passive = bool(before & self.lexicon.passives)
        is_active = not is_passive and (self.tokens[verb].verb == "Fin" or bool(before & self.lexicon.auxiliaries))
        is_of_thing = matched is not None and matched[1] in _OF_THINGS and not is_passive
        if matched and (is_of_thing or (is_active and matched[0] == verb + 1)):
            return False  # the readers of verbs have looked at what it is told of: a product, a column, a prize
        near = range(max(sentence.first, verb - 1), min(sentence.last, verb + _BRIEFING))
        said = (match_phrase(self.words.roles, self.tokens, k) for k in near[:2])
        if any(m and m[1] == "speaker" and m[0] > verb for m in said) or self._is_spoken_to(verb):
            return False
        return not any(match_phrase(self.words.briefings, self.tokens, k) for k in near)

    def _is_spoken_to(self, k: int) -> bool:
        """Whether somebody speaks to what stands at `k`, whatever its tag: "Speaking to reporters on Monday"."""
        if k < 2 or self.tokens[k - 1].folded not in self.lexicon.datives:
            return False
        said = match_phrase(self.words.roles, self.tokens, k - 2)
        return said is not None and said[1] == "speaker"

    def _told_by(self, verb: int) -> tuple[int, str] | None:
        """What the verb tells: nothing where it may choose or take anything, as an office would have been found."""
        matched = match_phrase(self.words.verbs, self.tokens, verb)
        if matched is None or matched[1] != "election":
            return matched
        return None if self.tokens[verb].folded in self.lexicon.choices | self.lexicon.lifts else matched

    def _signs(self, sentence: Sentence, date: DateMention, verb: int, clause: range) -> list[str]:
        """What speaks for and against the clause of `verb` telling an event on `date`: keys of the weights."""
        lexicon, tokens = self.lexicon, self.tokens
        before = {t.folded for t in tokens[max(sentence.first, verb - 4) : verb]}
        is_passive = bool(lexicon.passives & before)
        positions = self._positions(date.span)
        is_known = self._told_by(verb) is not None
        published = self._published(date)
        days = (date.start - published).days if published else 0
        signs = {
            "month": date.precision == "month",
            "deadline": date.is_deadline,
            "ahead": verb >= positions.stop,
            "known": is_known,
            "passive": is_passive,
            "perfect": not is_passive and bool(lexicon.auxiliaries & before),
            "actor": any(k in self.actor_at for k in range(clause.start, verb)),
            "plan": any(k in self.plan_at for k in range(sentence.first, sentence.last)),
            "body": any(match_phrase(self.words.bodies, tokens, k) for k in clause),
            "place": any(k in self.place_at for k in range(min(verb, positions.start), clause.stop)),
            "to come": days > 0,
            "long ago": days < -_LONG_AGO,
        }
        return ["bias", *(sign for sign, holds in signs.items() if holds)]

    def _clause_bounds(self, sentence: Sentence, verb: int, positions: range) -> range:
        """The words around a verb and its date, up to punctuation."""
        first = verb
        while first > sentence.first and verb - first < _SIDE and self.tokens[first - 1].text not in _PAUSES:
            first -= 1
        end = max(positions.stop, verb + 1)
        last = end
        while last < sentence.last and last - end < _SIDE and self.tokens[last].text not in _PAUSES:
            last += 1
        return range(first, last)

    def _clause(self, n: int, sentence: Sentence, verb: int, positions: range) -> Telling:
        """The clause of a verb: its subject, the verb and what stands between it and its date."""
        first = self._subject_of(sentence, verb)
        end = positions.start if verb < positions.start else self._right(sentence, verb + 1)
        last = max(min(end, verb + _COMPLEMENT), verb + 1)
        while last > verb + 1 and (
            self._is_loose_end(last - 1) or self.tokens[last - 1].folded in self.lexicon.locatives
        ):
            last -= 1
        kind = self._kind_of_clause(verb, first, last)
        return Telling(kind, first, last, verb, n, self._text(first, last), "clause", "verb", is_weak=True)

    def _kind_of_clause(self, verb: int, first: int, last: int) -> EventKind:
        """Kind by what the verb tells; "appear before the committee" is a meeting whatever the verb."""
        for k in range(verb + 1, last):
            if self.tokens[k].folded in self.lexicon.datives and any(
                match_phrase(self.words.bodies, self.tokens, j) for j in range(k + 1, last)
            ):
                return "meeting"
        if self.tokens[verb].folded in self.lexicon.arrivals and self._has_traveller(first, verb):
            return "visit"
        matched = self._told_by(verb)
        known = _KINDS.get(matched[1]) if matched else None
        if known == "presentation" and self.lexicon.awards.intersection(t.folded for t in self.tokens[first:verb]):
            known = None  # "the first tranche was released"
        if known == "meeting" and not any(match_phrase(self.words.bodies, self.tokens, k) for k in range(first, last)):
            known = None  # "the fund was wound up in March"
        if known:
            return known
        head = next((k for k in range(first, verb) if self.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is not None and self.tokens[head].folded in self.lexicon.announcements:
            return "announcement"
        is_office = head is not None and self.tokens[head].folded in self.lexicon.people  # "le Premier ministre"
        return "launch" if head is not None and self._has_ordinal(first, head) and not is_office else "other"

    def _has_traveller(self, first: int, last: int) -> bool:
        """Whether somebody by name or office stands among some words."""
        actors = (self.actor_at.get(k) for k in range(first, last))
        is_named = any(a is not None and self.actors[a].kind == "person" for a in actors)
        return is_named or not self.lexicon.people.isdisjoint(self.doc.words[first:last])

    def _counts(self, k: int) -> bool:
        """Whether a word is a number, beyond a digit, that is no year: the clause tells a figure."""
        word = self.tokens[k].text
        is_number = word[0].isdigit() and len(word) > 1 and not (len(word) == 4 and word.isdigit())
        return is_number and k not in self.date_at and k not in self.plan_at

    def _subject_of(self, sentence: Sentence, verb: int) -> int:
        """Where the noun phrase before the verb, its auxiliaries and a comma begins; the verb itself without one."""
        end = verb
        while end > sentence.first and self._is_verbal(end - 1):
            end -= 1
        if end > sentence.first and self.tokens[end - 1].text == ",":
            end -= 1
        first = end
        while first > sentence.first and end - first < _SUBJECT_REACH:
            token = self.tokens[first - 1]
            if token.text in _PAUSES or token.verb in ("Fin", "Inf") or first - 1 in self.date_at:
                break
            if token.pos == "SCONJ" or token.text.lower() in self.lexicon.where:
                break
            first -= 1
        while first < end and (self.tokens[first].pos in ("DET", "CCONJ", "SCONJ", "ADP", "ADV", "PRON")):
            first += 1
        return first if first < end else verb

    def _is_verbal(self, i: int) -> bool:
        """An auxiliary, adverb or relative pronoun before a verb."""
        token = self.tokens[i]
        auxiliaries = self.lexicon.passives | self.lexicon.auxiliaries | self.lexicon.futures | self.lexicon.modals
        return token.folded in auxiliaries or token.pos in ("ADV", "AUX") or token.folded in self.lexicon.pronouns

    def _refer_back(self, n: int, told: list[Telling]) -> None:
        """Read "Tuesday, at the town hall, … The minister presented it there", "the same city will host it"."""
        sentence, before = self.doc.sentences[n], self.doc.sentences[max(0, n - 1)]
        if n == 0 or not any(t.place is None for t in told) or (at := self._points_to_place(sentence)) is None:
            return
        spots = [s for s in self._spots(sentence) if s.last <= at] or self._spots(before)
        spot = next((s for s in spots if self._is_venue(s)), spots[-1] if spots else None)
        if spot is None:
            return
        days = [d for d in self.dates_by_place.within(before.start, before.end) if d.precision == "day"]
        for one in told:
            if one.place is not None or one.last <= at - _REFERRING:
                continue
            one.place = spot
            if one.date is None and len(days) == 1 and not one.is_indefinite:
                one.date = days[0]

    def _points_to_place(self, sentence: Sentence) -> int | None:
        """Where "y", "there", "the same city" stands for a place told before; not "il y a", "there are"."""
        for i in self._pointing.within(sentence.first, sentence.last - 1):
            if match_phrase(self.words.same_places, self.tokens, i):
                return i
            if self.tokens[i].folded not in self.lexicon.theres:
                continue
            after = self.tokens[i + 1]
            if self.lexicon.head_last:
                if after.text in ",." or (after.pos == "ADP" and self.tokens[i - 1].verb):
                    return i
                continue
            behind = self.tokens[min(i + 2, sentence.last - 1)]
            if after.verb == "Fin" and (after.pos == "VERB" or behind.verb == "Part"):
                return i
        return None

    @cached_property
    def _pointing(self) -> Positions:
        return Positions(self.doc.positions_of(self.words.pointing))

    def _repeated(self, sentence: Sentence, told: list[Telling]) -> list[Telling]:
        """Read "in Oslo on 9 May and in Turku on 16 May": one event held again at another place and time."""
        found: list[Telling] = []
        for one in told:
            if one.date is None or (one.source == "verb" and one.kind not in ("meeting", "visit")):
                continue
            positions = self._positions(one.date.span)
            one.place = one.place or self._place_beside(sentence, positions)
            if one.place is None:
                continue
            end = self._behind_days(max(positions.stop, one.place.last))
            if end >= sentence.last or min(positions.start, one.place.first) < one.first:
                continue
            for _ in range(_REPEATS):
                j = end + (end < sentence.last and self.tokens[end].text == ",")
                again = self._place_and_day(sentence, j) if self._may_repeat(sentence, end, j) else None
                if again is None or any(t.date is again[1] for t in told):
                    break
                place, day, end = again
                found.append(replace(one, first=j, last=end, place=place, date=day, own_date=day))
        return found

    def _may_repeat(self, sentence: Sentence, end: int, j: int) -> bool:
        """Whether another place may follow: behind "and", or a comma and a preposition."""
        if j >= sentence.last:
            return False
        word = self.tokens[j].folded
        return word in self.lexicon.repeaters or (j > end and word in self.lexicon.locatives)

    def _place_beside(self, sentence: Sentence, positions: range) -> Spot | None:
        """The town right before a day: "trois ateliers : à Kara le 20 mai"."""
        return next((s for s in self._spots(sentence) if 0 <= positions.start - s.last <= 1), None)

    def _bare_town(self, i: int) -> Spot | None:
        """Read "in Brooks on 22 May and Taber on 29 May"."""
        place = self.place_at.get(i)
        return self._spot_of(i, self._behind(i, place), place) if place and place.kind == "city" else None

    def _behind_days(self, i: int) -> int:
        """Position behind the further days of "le 2 et le 3 juin"."""
        while i + 2 < len(self.tokens) and (i in self.date_at or self._joins_day(i)):
            i += 1
        return i

    def _joins_day(self, i: int) -> bool:
        is_link = self.tokens[i].folded in self.lexicon.repeaters | self.lexicon.definites
        return is_link and (i + 1 in self.date_at or (self._is_article_before_day(i + 1)))

    def _is_article_before_day(self, i: int) -> bool:
        return self.tokens[i].folded in self.lexicon.definites and i + 1 in self.date_at

    def _place_and_day(self, sentence: Sentence, j: int) -> tuple[Spot, DateMention, int] | None:
        """A place and a day that follow each other within a few words of `j`."""
        stop = min(sentence.last, j + _REPEAT_REACH)
        spot = next((s for s in self._spots(sentence) if j <= s.first < stop), None) or self._bare_town(j + 1)
        day = next((self.date_at[k] for k in range(j, stop) if k in self.date_at), None)
        if spot is None or day is None or day.precision == "year":
            return None
        positions = self._positions(day.span)
        gap = positions.start - spot.last if positions.start > spot.first else spot.first - positions.stop
        return (spot, day, max(spot.last, positions.stop)) if gap <= 2 else None

    def _follow_on(self, sentence: Sentence, told: list[Telling], known: Iterable[DateMention | None]) -> None:
        """Read "Earlier, he had chaired a meeting", "she later cut the sod": on the day of what was told before."""
        for one in told:
            is_kind = one.kind in ("meeting", "visit", "signature") or one.head == "opening"
            if one.date is None and not one.is_pointer and is_kind and self._is_sequel(sentence):
                one.date = self._news_day(known)

    def _is_sequel(self, sentence: Sentence) -> bool:
        """Whether a sentence says "later", "earlier", not "two years later"."""
        for i in range(sentence.first, sentence.last):
            if i not in self.date_at and match_phrase(self.words.sequels, self.tokens, i):
                return not any(t.pos == "NUM" for t in self.tokens[max(sentence.first, i - 2) : i])
        return False

    def _news_day(self, known: Iterable[DateMention | None]) -> DateMention | None:
        """The day of the news: of the last event told of these days, else the one that the article opens with."""
        opening = self.doc.sentences[:_OPENING_SENTENCES]
        dates = [d for s in opening for d in self.dates_by_place.within(s.start, s.end) if d.is_relative]
        days = [d for d in (*dates[:1], *known) if d and d.precision == "day"]
        return next((d for d in reversed(days) if self._is_of_days(d, _NEWS_DAYS)), None)

    def _briefing_place(self) -> Spot | None:
        """Read "In a press conference at the ministry's headquarters": where the news was told."""
        for sentence in self.doc.sentences[:_OPENING_SENTENCES]:
            for i in range(sentence.first, sentence.last):
                if matched := match_phrase(self.words.briefings, self.tokens, i):
                    return next((s for s in self._spots(sentence) if 0 <= s.first - matched[0] <= 4), None)
        return None

    def _opening_spot(self, sentence: Sentence) -> Spot | None:
        """Read "De passage à Ouahigouya, le ministre a fait valoir": where who speaks of the news stands."""
        return next((s for s in self._spots(sentence) if s.first - sentence.first <= _OPENING), None)
