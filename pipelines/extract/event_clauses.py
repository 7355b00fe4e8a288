"""Events that a sentence tells without a word of their own: dated clauses, repetitions, sequels of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_tellings import TellingReader
from pipelines.extract.event_view import Spot, Telling
from pipelines.extract.event_words import match_phrase

_VERB_REACH = 12  # tokens from a verb to its date
_SUBJECT_REACH = 14
_REPEATS = 6
_REPEAT_REACH = 8  # tokens of "and in Iloilo City on 9 May"
_QUOTED = 1500  # characters before a day where a quotation may open
_OPENING = 8
_NEWS_DAYS = 6
_OPENING_SENTENCES = 5


class ClauseReader(TellingReader):
    """Finds the events that the readers of nouns and verbs leave."""

    def _clause_tellings(self, n: int, sentence: Sentence, told: list[Telling]) -> list[Telling]:
        """Read "the first buses will be delivered on 3 May": what is done, or to be done, on a day that is nobody's."""
        found: list[Telling] = []
        for date in self.dates_by_place.within(sentence.start, sentence.end):
            positions = self._positions(date.span)
            if any(t.date is date or t.own_date is date for t in (*told, *found)) or date.is_deadline:
                continue
            if not self._can_date(date, positions) or not self._is_day_of_event(sentence, date, positions):
                continue
            if one := self._clause(n, sentence, positions):
                is_near = date.precision == "day" or self.tokens[one.first].folded in self.lexicon.indefinites
                if is_near or self._has_ordinal(one.first, one.trigger):
                    one.date = date
                    one.place = self._nearest_spot(one, self._spots(sentence), one)
                    one.plan = self._plan_in(sentence, one)
                    found.append(one)
        return found

    def _is_day_of_event(self, sentence: Sentence, date: DateMention, positions: range) -> bool:
        """Whether a date may be an event's: not of a figure ("au 31 décembre"), a state, or in speech."""
        if date.precision == "year" or self.tokens[positions.start].folded in self.lexicon.nows:
            return False
        if self.tokens[max(sentence.first, positions.start - 1)].folded in self.lexicon.snapshots:
            return False
        before = self.doc.text[max(0, date.span.start - _QUOTED) : date.span.start].rpartition("\n")[2]
        is_quoted = before.count("«") > before.count("»") or before.count("“") > before.count("”")
        return not is_quoted and before.count('"') % 2 == 0

    def _clause(self, n: int, sentence: Sentence, positions: range) -> Telling | None:
        verb = self._verb_before(sentence, positions.start)
        if verb is None:
            return None
        first = self._subject_of(sentence, verb)
        if first is None:
            return None
        if any(self._counts(k) for k in range(first, positions.start)):
            return None
        head = next((k for k in range(first, verb) if self.tokens[k].pos in ("NOUN", "PROPN")), None)
        if head is None:
            return None
        kind = self._kind_of_verb(verb) or ("launch" if self._has_ordinal(first, head) else "other")
        name = self._text(first, verb + 1)
        return Telling(kind, first, positions.start, verb, n, name, "clause", "verb", is_weak=True)  # type: ignore[arg-type]

    def _counts(self, k: int) -> bool:
        """Whether a word is a number, beyond a digit, that is no year: the clause tells a figure."""
        word = self.tokens[k].text
        return word[0].isdigit() and len(word) > 1 and not (len(word) == 4 and word.isdigit())

    def _kind_of_verb(self, verb: int) -> str | None:
        matched = match_phrase(self.words.verbs, self.tokens, verb)
        return matched[1] if matched and matched[1] in ("launch", "presentation", "signature") else None

    def _verb_before(self, sentence: Sentence, start: int) -> int | None:
        """The passive, or verb of what is to come, that a date follows: "seront accueillis", "is due"."""
        for i in range(start - 1, max(sentence.first, start - _VERB_REACH) - 1, -1):
            token = self.tokens[i]
            if token.text in ",;:.()":
                return None
            if token.folded in self.lexicon.dull_verbs:
                return None
            before = [t.folded for t in self.tokens[max(sentence.first, i - 3) : i]]
            is_passive = bool(self.lexicon.passives.intersection(before))
            is_due = token.folded in self.lexicon.modals - self.lexicon.purposes
            if token.verb == "Part" or (is_due and is_passive):
                return i if is_passive else None
            if self._is_event_to_come(i, before):
                return i
            if token.verb == "Fin" and token.folded not in self.lexicon.auxiliaries | self.lexicon.modals:
                return None
        return None

    def _is_event_to_come(self, i: int, before: list[str]) -> bool:
        """Read "will publish its decision on 1 July", "rendra sa décision le 3 juin": a verb that tells events."""
        token = self.tokens[i]
        is_future = token.verb == "Inf" and bool(self.lexicon.futures.intersection(before))
        is_future = is_future or (token.verb == "Fin" and token.folded.endswith(self.lexicon.future_endings))
        matched = match_phrase(self.words.verbs, self.tokens, i) if is_future else None
        return matched is not None and matched[1] not in ("meeting", "body", "visit", "election")

    def _subject_of(self, sentence: Sentence, verb: int) -> int | None:
        """Where the noun phrase before the verb's auxiliaries begins."""
        i = verb - 1
        while i > sentence.first and (
            self.tokens[i].folded in self.lexicon.passives | self.lexicon.auxiliaries | self.lexicon.futures
            or self.tokens[i].pos == "ADV"
        ):
            i -= 1
        for k in range(i, max(sentence.first, i - _SUBJECT_REACH) - 1, -1):
            token = self.tokens[k]
            is_joint = token.text == "," and self.tokens[k + 1].is_capitalised
            if token.verb in ("Fin", "Inf") or (token.text in ",;:.()" and not is_joint):
                return None
            if k == sentence.first and self._is_name_word(k) and self._is_name_word(k + 1):
                return k  # "Warm Homes, Fair Bills was launched on Monday"
            links = self.lexicon.connectors | self.lexicon.breakers
            is_link = k > sentence.first and self.tokens[k - 1].folded in links
            if token.pos == "DET" and not is_link and token.folded not in self.lexicon.place_links:
                return k
        return None

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
        published = self.doc.published_on
        if published is None:
            return None
        opening = self.doc.sentences[:_OPENING_SENTENCES]
        dates = [d for s in opening for d in self.dates_by_place.within(s.start, s.end) if d.is_relative]
        days = [d for d in (*dates[:1], *known) if d and d.precision == "day"]
        return next((d for d in reversed(days) if 0 <= (published - d.start).days <= _NEWS_DAYS), None)

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
