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
from pipelines.extract.records import Span

_REACH = 14  # tokens from "after" to the event, with who brought it about before it
_DAYS = {"day": 1, "week": 7}


class ReckoningReader(AsideReader):
    """Counts the day of what is said to come so many days before or after a day that the sentence names."""

    def _reckoned(self, sentence: Sentence, one: Telling) -> DateMention | None:
        start = one.trigger if one.source == "verb" else one.first
        for k in range(start - 1, max(sentence.first + 1, start - _REACH), -1):
            token = self.tokens[k]
            if k in self.date_at or token.text in ",;:":
                return None
            if token.folded in self.lexicon.afters or token.folded in self.lexicon.befores:
                known = self._counted_days
                if k not in known:
                    known[k] = self._counted(sentence, one, k, -1 if token.folded in self.lexicon.afters else 1)
                return known[k]
        return None

    @cached_property
    def _counted_days(self) -> dict[int, DateMention | None]:
        """Days counted from others, by their preposition: all that is told behind one has the same."""
        return {}

    def _counted(self, sentence: Sentence, one: Telling, k: int, sign: int) -> DateMention | None:
        """The day that the number and unit before the preposition at `k` lead to."""
        lexicon = self._date_lexicon
        unit, number = lexicon.units.get(self.tokens[k - 1].folded), self.tokens[k - 2].folded
        count = int(number) if number.isdecimal() else lexicon.numbers.get(number)
        base = self._day_beside(sentence, one, k) if unit and count else None
        if base is None or count is None:
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

    def _day_beside(self, sentence: Sentence, one: Telling, k: int) -> DateMention | None:
        """The day told before the count at `k`, else behind the comma that ends what is counted from."""
        end = self._end(one.last, sentence)
        if any(j in self.date_at for j in range(k, end)):
            return None  # "a week after the fair of 3 May", "two years after its adoption, on 3 May 2023, the plan"
        before = next((self.date_at[j] for j in range(k - 3, sentence.first - 1, -1) if j in self.date_at), None)
        return before or next((self.date_at[j] for j in range(end, sentence.last) if j in self.date_at), None)
