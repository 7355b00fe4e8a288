"""Days of events that are counted from another one: "approved on 24 April, a week after the fair in Nadi"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cached_property

from pipelines.extract.date_calendar import Placed, add_months, whole_month, whole_year
from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_asides import AsideReader
from pipelines.extract.event_view import Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.ranges import Positions
from pipelines.extract.records import Span

_COUNT = 6  # tokens from an event to the "after" behind it
_EVE = 8  # tokens from "the eve of" to the noun of an event
_FORMERLY = 5  # tokens from "initially" to a date
_REACH = 14  # tokens from "after" to the event, with who brought it about before it
_DAYS = {"day": 1, "week": 7}


class ReckoningReader(AsideReader):
    """Counts the day of what is said to come so many days before or after a day that the sentence names."""

    def _reckoned(self, sentence: Sentence, one: Telling) -> DateMention | None:
        if one.source == "noun" and (eve := self._eve_of(sentence, one)) is not None:
            return self._neighbouring(sentence, one, *eve)
        if (behind := self._counted_behind(sentence, one)) is not None:
            return behind
        start = one.trigger if one.source == "verb" else one.first
        for k in range(start - 1, max(sentence.first + 1, start - _REACH), -1):
            token = self.tokens[k]
            if self._is_day(k) or token.text in ",;:":
                return None
            if token.folded in self.lexicon.afters or token.folded in self.lexicon.befores:
                known = self._counted_days
                if k not in known:
                    known[k] = self._counted(sentence, one, k, -1 if token.folded in self.lexicon.afters else 1)
                return known[k]
        return None

    def _eve_of(self, sentence: Sentence, one: Telling) -> tuple[int, int, int] | None:
        """Where "on the eve of" and "the day after" begin and end before an event, and how far off its day is."""
        for k in self._eves.within(max(sentence.first, one.trigger - _EVE), one.trigger):
            matched = match_phrase(self.words.eves, self.tokens, k)
            if matched and not any(t.verb == "Fin" or t.text in ",;:" for t in self.tokens[matched[0] : one.trigger]):
                return k, matched[0], int(matched[1])
        return None

    def _neighbouring(self, sentence: Sentence, one: Telling, first: int, last: int, days: int) -> DateMention | None:
        """Read "on the eve of the fair, the minister presented the plan on 3 May": the fair is on the 4th."""
        own = range(one.last, self._pause(one.last, sentence))
        verb = next((k for k in own if self.tokens[k].verb == "Fin"), own.stop)
        if any(self._is_day(k) for k in range(one.last, verb)):
            return None  # "on the eve of the fair of 4 May"
        near = (*range(verb, sentence.last), *range(first - 2, sentence.first - 1, -1))
        base = next((self.date_at[k] for k in near if self._is_day(k)), None)
        if base is None or base.precision != "day":
            return None
        day = base.start + dt.timedelta(days)
        return replace(base, span=self.doc.span(first, last), start=day, end=day, kind="point")

    @cached_property
    def _eves(self) -> Positions:
        """Positions of the first words of the phrases for the eve of something or the day after it."""
        return Positions(self.doc.positions_of(self.words.eves.keys()))

    def _counted_behind(self, sentence: Sentence, one: Telling) -> DateMention | None:
        """Read "launched six months after the cyclone of March 2023": counted from what stands behind."""
        first = one.trigger + 1 if one.source == "verb" else one.last
        k = self._count_near(first, sentence)
        if k is None and one.source == "verb":
            k = self._count_near(sentence.first, sentence)  # "Two years after the law of March 2022, the plan was"
            pause = self._pause(k, sentence) if k is not None else sentence.last
            if one.trigger <= pause or any(j in self.date_at for j in range(pause, sentence.last)):
                return None
        if k is None or any(j in self.date_at for j in range(first, k)):
            return None
        stop = min(self._pause(k, sentence), k + _REACH)
        base = next((self.date_at[j] for j in range(k + 1, stop) if j in self.date_at), None)
        return self._shifted(base, k, self._signs_of_count[self.tokens[k].folded]) if base else None

    def _count_near(self, first: int, sentence: Sentence) -> int | None:
        """The "after" or "before" behind a number of days, months or years near a position."""
        for k in range(first + 2, min(first + _COUNT, sentence.last)):
            if self.tokens[k].folded in self._signs_of_count:
                return k if self.tokens[k - 1].folded in self._date_lexicon.units else None
        return None

    @cached_property
    def _signs_of_count(self) -> dict[str, int]:
        """1 for what counts on from something, -1 for what counts back from it."""
        return dict.fromkeys(self.lexicon.afters, 1) | dict.fromkeys(self.lexicon.befores, -1)

    @cached_property
    def _counted_days(self) -> dict[int, DateMention | None]:
        """Days counted from others, by their preposition: all that is told behind one has the same."""
        return {}

    def _counted(self, sentence: Sentence, one: Telling, k: int, sign: int) -> DateMention | None:
        """The day that the number and unit before the preposition at `k` lead back to."""
        if self.tokens[k - 1].folded not in self._date_lexicon.units:
            return None
        base = self._day_beside(sentence, one, k)
        return self._shifted(base, k, sign) if base else None

    def _shifted(self, base: DateMention, k: int, sign: int) -> DateMention | None:
        """The day as far from another as the number and unit before the preposition at `k` tell."""
        lexicon = self._date_lexicon
        unit, number = lexicon.units.get(self.tokens[k - 1].folded), self.tokens[k - 2].folded
        count = int(number) if number.isdecimal() else lexicon.numbers.get(number)
        if count is None:
            return None
        placed: Placed | None = None
        if unit in _DAYS and base.precision == "day":
            day = base.start + dt.timedelta(sign * count * _DAYS[unit])
            placed = day, day, "day"
        elif unit == "month" and base.precision != "year":
            placed = whole_month(*add_months(base.start, sign * count))
        elif unit == "year":
            placed = whole_year(base.start.year + sign * count)
        if placed is None:
            return None
        span = Span(self.tokens[k - 2].start, self.tokens[k].end)
        return replace(base, span=span, start=placed[0], end=placed[1], precision=placed[2], kind="point")

    def _is_done_since(self, one: Telling) -> bool:
        """Whether "since" stands among a verb's auxiliaries."""
        before = self.doc.words[max(self.doc.sentences[one.sentence].first, one.trigger - 3) : one.trigger]
        return not self.lexicon.since.isdisjoint(before)

    def _is_given_up(self, date: DateMention, at: int) -> bool:
        """Read "initially due on 15 May, the launch has been put off to 20 June": a day that holds no longer."""
        if not self._former.within(max(0, at - _FORMERLY), at):
            return False
        sentence = self.doc.sentence_at(date.span.start)
        return any(d.span.start > date.span.start for d in self.dates_by_place.within(sentence.start, sentence.end))

    @cached_property
    def _former(self) -> Positions:
        """Positions of the adverbs that tell of a day that something was due on."""
        return Positions(i for i in self.doc.positions_of(self._date_lexicon.formerly) if self.tokens[i].pos == "ADV")

    def _day_beside(self, sentence: Sentence, one: Telling, k: int) -> DateMention | None:
        """The day told before the count at `k`, else behind the comma that ends what is counted from."""
        end = self._end(one.last, sentence)
        if any(self._is_day(j) for j in range(k, end)):
            return None  # "a week after the fair of 3 May", "two years after its adoption, on 3 May 2023, the plan"
        if end + 1 < sentence.last and self._is_participle(end + 1):
            return None  # "six months after its launch, held on 30 November, the plan"
        before = next((self.date_at[j] for j in range(k - 3, sentence.first - 1, -1) if self._is_day(j)), None)
        return before or next((self.date_at[j] for j in range(end, sentence.last) if self._is_day(j)), None)

    def _is_day(self, j: int) -> bool:
        """Whether a date stands at `j` that isn't the years in a plan's name."""
        return j in self.date_at and j not in self.plan_at
