"""When a figure is for and which plan it is of: dates of its sentence, plans of its paragraph."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.extract.ranges import Covered, Sorted

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Token
    from pipelines.extract.figure_lexicon import FigureLexicon, Found
    from pipelines.extract.records import Plan


# Words that a sentence opens with: what it speaks of.
_OPENING = 10
# Days of a year, nearly: what is told of a day isn't told of what follows.
_YEAR = 360
# Tokens within which a sentence that goes on with the one before says so ("Tout cela").
_PRONOUN = 2
# Characters before a deadline that no comma stands in where it is its figure's.
_SHORT = 12
# Tokens between a year that is compared with and the value of that year.
_BASE = 2
# Tokens between what says that a plan costs something and the amount.
_COSTED = 4
# A year as it stands beside a noun.
_YEARS = re.compile(r"(?:19|20)\d\d")
# Sentences of a list that its lead is sought before.
_LISTED = 16
# Characters between a reported value and the day that it is of.
_NEAR = 60


class Periods:
    """Ties dates to the figures of their sentence."""

    def __init__(
        self,
        doc: Document,
        found: list[Found],
        dates: Sequence[DateMention],
        plans: Sequence[Plan],
        lexicon: FigureLexicon,
    ) -> None:
        self.doc, self.found, self.words = doc, found, lexicon
        named = Covered((s.start, s.end) for p in plans for s in p.spans)
        free = [d for d in dates if not named.overlaps(d.span.start, d.span.end)]
        periods = [d for d in free if self._is_period(d)]
        short = [d for d in free if not self._is_period(d)]  # deadlines are periods
        today = _last_day(doc)
        self.dates = Sorted(periods, _date_start)
        self.days = Sorted((d for d in short if today is None or d.start <= today), _date_start)
        self.coming = Sorted((d for d in short if today is not None and d.start > today), _date_start)
        self.named = Sorted(((s.start, s.end) for p in plans for s in p.spans), lambda s: s[0])
        self.figures = Sorted(found, lambda f: f.quantity.span.start)

    def _is_period(self, date: DateMention) -> bool:
        if date.precision == "year":
            return True
        return (
            date.is_deadline
            or (date.kind == "range" and date.end.year > date.start.year)
            or (date.precision == "month" and not date.is_relative)
        )

    def assign(self) -> None:
        """Set `start` and `stop` of every figure that a date can be tied to."""
        by_sentence: dict[int, list[Found]] = {}
        for found in self.found:
            by_sentence.setdefault(self.doc.sentence_index(found.quantity.span.start), []).append(found)
        for index, group in by_sentence.items():
            sentence = self.doc.sentences[index]
            every = self.dates.within(sentence.start, sentence.end)
            dates = [d for d in every if not self._is_base(d)]
            group.sort(key=lambda f: f.quantity.span.start)
            if dates:
                self._assign_sentence(group, dates)
            days = self.days.within(sentence.start, sentence.end)
            self._take_list_years(index, group)
            self._govern(index, group)
            self._assign_days(group, days)
            self._assign_coming(group, self.coming.within(sentence.start, sentence.end))
            if not dates and not days:
                self._take_state(index, group)
                self._take_time(index, group)
            if len(dates) < len(every):
                self._take_bases(group, [d for d in every if d not in dates])

    def _take_bases(self, group: list[Found], dates: list[DateMention]) -> None:
        """As in "their 2019 level of 4 billion", "son record de 2015, 600 000 tonnes": what was reached in a year."""
        tokens, heads = self.doc.tokens, self.words.comparison_heads
        for date in dates:
            i, before = self.doc.token_at(date.span.end), self.doc.token_at(date.span.start) - 1
            is_noun_behind = i < len(tokens) and tokens[i].folded in heads
            is_linked = before > 1 and tokens[before].folded in self.words.linkers
            if not is_noun_behind and not (is_linked and tokens[before - 1].folded in heads):
                continue
            i += is_noun_behind
            found = next((f for f in group if f.quantity.begin >= tokens[i].start), None)
            gap = tokens[i : self.doc.token_at(found.quantity.begin)] if found is not None else []
            is_told = 0 < len(gap) <= _BASE and (gap[0].text in ",(" or gap[0].folded in self.words.linkers)
            if found is not None and is_told and not any(t.verb or t.pos in ("NOUN", "PROPN") for t in gap):
                found.start, found.stop, found.is_base = date.start, date.end, True

    def _is_base(self, date: DateMention) -> bool:
        """As in "84% of the 2019 level": a date that only names what is compared with."""
        i = self.doc.token_at(date.span.end)
        tokens = self.doc.tokens
        before = self.doc.token_at(date.span.start) - 1
        today = self.doc.published_on
        is_to_come = today is not None and date.start > today
        is_range = date.kind == "range" and date.end.year > date.start.year  # "which ran from 2017 to 2024"
        at = self._same_period_before(before + 1)
        length = self.words.base_phrases.length_before(tokens, at, 0)
        is_base = length and (at <= length or tokens[at - 1 - length].folded not in self.words.not_bases)
        if not is_to_come and not is_range and is_base:
            return True
        start = before + 1 - (before > 0 and tokens[before].pos == "DET")
        is_gone = today is not None and date.end < today  # not "sur l'ensemble de l'année"
        if date.is_relative and is_gone and self.words.relative_base_phrases.length_before(tokens, start, 0):
            return True  # "an 18% increase on the previous year"
        is_noun_behind = i < len(tokens) and tokens[i].folded in self.words.comparison_heads
        is_noun_before = before > 0 and (
            tokens[before].folded in self.words.multipliers  # "twice last year's sum"
            or (
                tokens[before].folded in self.words.linkers and tokens[before - 1].folded in self.words.comparison_heads
            )
        )
        return is_noun_behind or is_noun_before

    def _same_period_before(self, i: int) -> int:
        """Where "the same period of" begins before the date at token `i`, else `i`."""
        tokens = self.doc.tokens
        first = i - (i > 0 and tokens[i - 1].pos in ("ADP", "DET"))
        length = self.words.same_period_phrases.length_before(tokens, first, 0)
        return first - length if length else i

    def _assign_sentence(self, group: list[Found], dates: list[DateMention]) -> None:
        first = group[0].quantity.span.start
        fronted = [d for d in dates if d.span.end <= group[0].quantity.begin]
        for n, found in enumerate(group):
            if found.is_present and self._is_of_others(dates):
                continue  # "by 2040 the number, which now stands at 153,000, is to"
            begin, end = found.quantity.span.start, found.quantity.span.end
            is_new = found.quantity.change == "to"
            upper = next(
                (
                    g.quantity.begin
                    for g in group[n + 1 :]
                    if not g.quantity.is_conversion and not (is_new and g.quantity.change == "from")
                ),
                10**9,
            )
            behind = next(
                (
                    d
                    for d in dates
                    if end <= d.span.start < upper and not (found.quantity.change == "from" and d.is_deadline)
                ),
                None,
            )
            if behind is not None and not self._is_cut(found, behind, bool(fronted)):
                self._set(found, behind)
                continue
            lower = group[n - 1].quantity.span.end if n else 0
            before = next((d for d in reversed(dates) if lower <= d.span.start and d.span.end <= begin), None)
            is_free = n == 0 or (
                begin - (before.span.end if before else 0) < 60 and before and not self._owns(group[n - 1], before)
            )
            is_free = is_free and before is not None and not self._is_split(before.span.end, begin)
            if before is not None and is_free and found.quantity.change != "from" and not self._is_over(before, found):
                self._set(found, before)
                continue
            if found.quantity.change == "from":
                continue
            is_present = found.is_target is False and bool(fronted) and fronted[-1].is_deadline
            is_free = begin > first and not is_present and bool(fronted)
            if is_free and not self._is_split(fronted[-1].span.end, begin) and not self._is_over(fronted[-1], found):
                self._set(found, fronted[-1])
        self._split_ranges(group)
        self._share_back(group)
        self._share_on(group)
        self._share_beside(group)

    def _assign_days(self, group: list[Found], days: list[DateMention]) -> None:
        """A reported value is of the day or month told beside it: "13,400 at 31 December", "240 by July"."""
        for n, found in enumerate(group):
            if found.is_target or found.quantity.change == "from" or self.is_of_plan(found):
                continue
            end = found.quantity.span.end
            upper = group[n + 1].quantity.begin if n + 1 < len(group) else 10**9
            day = next((d for d in days if end <= d.span.start < upper), None)
            if day is not None and day.span.start - end < _NEAR and (found.stop is None or self._is_nearer(day, found)):
                found.start, found.stop = day.start, day.end
            elif found.stop is None and n == 0 and (before := [d for d in days if d.span.end <= found.quantity.begin]):
                found.start, found.stop = before[-1].start, before[-1].end
            elif found.stop is None and not found.is_present:
                beside = self._reported_before(group, n)
                found.start, found.stop = (beside.start, beside.stop) if beside is not None else (None, None)

    def _assign_coming(self, group: list[Found], days: list[DateMention]) -> None:
        """What is to be so is of the day to come that is told right behind it: "raised to $210 on 1 January"."""
        for n, found in enumerate(group):
            if found.stop is not None or not found.is_target or found.quantity.change == "from":
                continue
            end = found.quantity.span.end
            upper = group[n + 1].quantity.begin if n + 1 < len(group) else 10**9
            day = next((d for d in days if end <= d.span.start < min(upper, end + _NEAR)), None)
            if day is not None and not any(sign in self.doc.text[end : day.span.start] for sign in ",;:"):
                found.start, found.stop = day.start, day.end

    def is_of_plan(self, found: Found) -> bool:
        """Whether an amount is told as what a plan costs: "the plan, unveiled on Monday, costed at 38 billion"."""
        if found.quantity.kind != "money" or found.quantity.change or found.rate:
            return False
        begin = found.quantity.begin
        i, sentence = self.doc.token_at(begin), self.doc.sentence_at(begin)
        named = self.named.within(sentence.start, begin)
        near = self.doc.tokens[max(sentence.first, i - _COSTED) : i]
        if not named or not any(t.folded.startswith(self.words.costed) for t in near):
            return False
        between = self.doc.tokens[self.doc.token_at(named[-1][1]) : i - len(near)]
        return not any(t.pos == "CCONJ" or t.folded in self.words.relatives for t in between)

    def _reported_before(self, group: list[Found], n: int) -> Found | None:
        """The value reported before in the sentence, but for what that is compared with."""
        for found in reversed(group[:n]):
            i = self.doc.token_at(found.quantity.begin)
            if self.words.comparison_phrases.length_before(self.doc.tokens, i, 0):
                continue
            tokens = self.doc.tokens
            is_related = any(
                tokens[j].folded in self.words.relatives and tokens[j - 1].text == ","
                for j in range(max(1, i - _OPENING), i)
            )
            if is_related and "," in self.doc.text[found.quantity.span.end : group[n].quantity.begin]:
                return None  # "the rate, which was 45% in 2018, has fallen to 38%"
            return found if found.stop is not None and not found.is_target else None
        return None

    def _is_nearer(self, day: DateMention, found: Found) -> bool:
        """Whether what is reported was tied to a time to come, for want of a nearer one."""
        return found.stop is not None and found.stop > day.end and not found.is_target

    def _take_state(self, index: int, group: list[Found]) -> None:
        """As in "The review covers the plan as of 31 December 2024. Its rate of execution was 71%"."""
        if index == 0 or self.doc.sentences[index - 1].block != self.doc.sentences[index].block:
            return
        before = self.doc.sentences[index - 1]
        days = [d for d in self.days.within(before.start, before.end) if d.precision == "day" and not d.is_relative]
        if not days or self.figures.within(before.start, before.end):
            return
        i = self.doc.token_at(days[-1].span.start) - 1
        if i < 0 or self.doc.tokens[i].folded not in self.words.states:
            return
        for found in group:
            if found.is_target is False and found.stop is None:
                found.start, found.stop = days[-1].start, days[-1].end

    def _take_time(self, index: int, group: list[Found]) -> None:
        """As in "Arrivals stood at 2.6 million in 2022. They brought in 214 billion": what a pronoun goes on with."""
        sentences = self.doc.sentences
        if index == 0 or sentences[index].block != sentences[index - 1].block:
            return
        opening = self.doc.sentence_tokens(sentences[index])[:_PRONOUN]
        if not any(t.folded in self.words.carriers for t in opening):
            return
        before = sentences[index - 1]
        told = [f for f in self.figures.within(before.start, before.end) if f.stop and f.quantity.change != "from"]
        model = told[-1] if told else None
        if model is None or model.start is None or model.stop is None:
            return
        today = self.doc.published_on
        is_past = today is not None and model.stop.year < today.year  # "had hoped for 300,000 in 2023. They got"
        if model.is_target is not False and not is_past:
            return
        if (model.stop - model.start).days < _YEAR:
            return
        for found in group:
            if found.stop is None and found.is_target is False and found.quantity.change != "from":
                found.start, found.stop = model.start, model.stop

    def _is_over(self, date: DateMention, found: Found) -> bool:
        """Whether what is aimed at comes behind a date that had passed: "which doubled since 2020, will reach"."""
        today = self.doc.published_on
        gap = self.doc.text[date.span.end : found.quantity.begin]
        first = self.doc.token_at(date.span.end)
        between = self.doc.tokens[first : self.doc.token_at(found.quantity.begin)]
        is_apart = "," in gap and any(t.verb for t in between)  # not "In 2019, 33 per cent could"
        if "," in gap and self._is_of_participle(date):
            return True
        return bool(found.is_target) and is_apart and today is not None and date.end.year < today.year

    def _is_of_participle(self, date: DateMention) -> bool:
        """As in "Set up in 2016, the desk has", "The desk, set up in 2016, has": what was done before."""
        sentence = self.doc.sentence_at(date.span.start)
        i = self.doc.token_at(date.span.start)
        floor = max(sentence.first, i - _SHORT)
        first = next((j + 1 for j in range(i - 1, floor - 1, -1) if self.doc.tokens[j].text == ","), sentence.first)
        opening = self.doc.tokens[first:i]
        if not 0 < len(opening) < _SHORT or (first > sentence.first and any(t.verb == "Fin" for t in opening[1:])):
            return False
        is_past = self.words.participles_are_pasts and opening[0].folded.endswith(self.words.past_endings)
        return opening[0].verb == "Part" or (is_past and opening[0].verb == "Fin")

    def _is_of_others(self, dates: list[DateMention]) -> bool:
        """Whether none of the dates is of the year that the article is of."""
        today = self.doc.published_on
        return today is not None and not any(d.start.year <= today.year <= d.end.year for d in dates)

    def _owns(self, found: Found, date: DateMention) -> bool:
        return found.stop == date.end and found.start in (None, date.start)

    def _is_cut(self, found: Found, date: DateMention, has_fronted: bool) -> bool:
        start, end = found.quantity.span.end, date.span.start
        between = self.doc.text[start:end]
        parts = self.doc.tokens[self.doc.token_at(start) : self.doc.token_at(end)]
        if self._tells_part(parts[1:]) or self._is_taken_up(parts):
            return True  # "215 billion, a tenth of which in 2026"
        if ";" in between or end - start > 160 or ("," in between and self._is_in_aside(found)):
            return True
        if date.is_deadline and found.is_target and "," not in between[-_SHORT:]:
            return False
        if self._is_of_next(found, date):
            return True
        return has_fronted and ("," in between or end - start > 60)

    def _is_taken_up(self, parts: Sequence[Token]) -> bool:
        """As in "120 000 navetteurs, un chiffre qui pourrait doubler", "a figure that will": what is told further."""
        nouns = self.words.generic_heads | self.words.number_of
        return any(
            a.text == "," and b.pos == "DET" and c.folded in nouns and d.folded in self.words.relatives
            for a, b, c, d in zip(parts, parts[1:], parts[2:], parts[3:], strict=False)
        )

    def _is_of_next(self, found: Found, date: DateMention) -> bool:
        """Whether a date is of another predicate: "was installed in 19 mills and will reach all by 2030"."""
        tokens, words = self.doc.tokens, self.words
        first, last = self.doc.token_at(found.quantity.span.end), self.doc.token_at(date.span.start)
        verbs = [j for j in range(first, last) if tokens[j].verb == "Fin"]
        if not verbs:
            return False
        if any(tokens[j].folded in words.whose for j in range(first + 1, verbs[-1])):
            return True
        today = self.doc.published_on
        is_told = found.is_target is False and today is not None and date.end > today
        links = (k for k in range(first, verbs[-1]) if tokens[k].pos == "CCONJ")
        # "carries 9,800 cases, and some will be heard in 2029"
        return is_told and any(k + 1 in verbs or tokens[k - 1].text == "," for k in links)

    def _is_split(self, start: int, end: int) -> bool:
        """Whether another clause starts between two places: behind a semicolon, or as in "and that"."""
        if ";" in self.doc.text[start:end]:
            return True
        tokens = self.doc.tokens
        between = range(self.doc.token_at(start) + 1, self.doc.token_at(end))
        return any(tokens[j].folded in self.words.complementizers and tokens[j - 1].pos == "CCONJ" for j in between)

    def _is_in_aside(self, found: Found) -> bool:
        """As in "The union, which groups 40 clubs, wants": what comes behind the comma is told of the whole."""
        tokens = self.doc.tokens
        i = self.doc.token_at(found.quantity.begin)
        for j in range(i - 1, max(0, i - _OPENING), -1):
            if tokens[j].text == ",":
                return tokens[j + 1].folded in self.words.relatives and j > 1 and tokens[j + 2].verb == "Fin"
        return False

    def _split_ranges(self, group: list[Found]) -> None:
        """As in "from 12,000 to 15,000 between 2019 and 2023": each value is of its end of the range."""
        for n, (a, b) in enumerate(itertools.pairwise(group)):
            is_change = a.quantity.change == "from" and b.quantity.change == "to" and a.stop is None
            if is_change and n and b.stop is None and not b.is_target:
                b.start, b.stop = group[n - 1].start, group[n - 1].stop  # "fell 7% between 2018 and 2022, from 12 to"
            if not is_change or b.start is None or b.stop is None or b.start.year == b.stop.year:
                continue
            a.start, a.stop = dt.date(b.start.year, 1, 1), dt.date(b.start.year, 12, 31)
            b.start = dt.date(b.stop.year, 1, 1)

    def _share_back(self, group: list[Found]) -> None:
        """As in "yield 120 billion and create 80,000 jobs by 2026": the last date is that of the whole list."""
        for n in range(len(group) - 2, -1, -1):
            a, b = group[n], group[n + 1]
            if a.stop is not None or b.stop is None or a.quantity.change == "from" or b.quantity.change == "from":
                continue
            between = self.doc.text[a.quantity.span.end : b.quantity.begin]
            i = self.doc.token_at(b.quantity.begin)
            is_other = bool(a.is_target) and b.is_target is False
            gap = self.doc.tokens[self.doc.token_at(a.quantity.span.end) : i]
            is_told_part = self._tells_part(gap)
            is_told_part = is_told_part and (b.is_target is False or not self._has_deadline_behind(b))
            # "215 billion, a tenth of it in 2026", "75 million, of which 20 million was spent this year"
            is_part = b.quantity.is_fraction or is_told_part
            if (
                ";" in between
                or self._is_compared(b)
                or is_part
                or a.is_present
                or is_other
                or self._has_own_past(a, b)
            ):
                continue
            a.start, a.stop = b.start, b.stop

    def _is_compared(self, found: Found) -> bool:
        return self.words.is_compared(self.doc.tokens, self.doc.token_at(found.quantity.begin))

    def _tells_part(self, tokens: Sequence[Token]) -> bool:
        """Whether "whose" or "of which" is among some tokens."""
        words = self.words
        if any(t.folded in words.whose for t in tokens):
            return True
        pairs = itertools.pairwise(tokens)
        return any(a.folded in words.linkers and b.folded in words.relatives and b.pos == "PRON" for a, b in pairs)

    def _has_deadline_behind(self, found: Found) -> bool:
        """Whether a deadline that may be a whole list's stands behind a figure in its sentence."""
        end = found.quantity.span.end
        return any(d.is_deadline for d in self.dates.within(end, self.doc.sentence_at(end - 1).end))

    def _share_on(self, group: list[Found]) -> None:
        """As in "emissions rose 2% in 2022, while the others' fell 4%": a contrast is of the same time."""
        for n, (a, b) in enumerate(itertools.pairwise(group)):
            if b.stop is not None or a.stop is None or a.is_target or b.is_target or b.quantity.change:
                continue
            first, last = self.doc.token_at(a.quantity.span.end), self.doc.token_at(b.quantity.begin)
            model = a
            if n and (self._is_compared(a) or a.quantity.change == "from") and group[n - 1].stop is not None:
                model = group[n - 1]  # "to 33% from 18% a year earlier, while inflation stood at 12%"
            is_other = b.measure is not None and b.measure.trust == 3 and a.measure is not b.measure
            is_compared = self.words.comparison_phrases.length_before(self.doc.tokens, last, first) > 0
            if (is_compared and is_other and b.quantity.kind == "percent") or not self.words.contrasts.isdisjoint(
                self.doc.words[first:last]
            ):
                b.start, b.stop = model.start, model.stop

    def _share_beside(self, group: list[Found]) -> None:
        """As in "earned 300 million in 2022, a quarter of exports", "250,000 last year, down 38%"."""
        for a, b in itertools.pairwise(group):
            if b.stop is not None or a.stop is None or b.quantity.kind != "percent" or b.quantity.change:
                continue
            first, last = self.doc.token_at(a.quantity.span.end), self.doc.token_at(b.quantity.begin)
            gap = self.doc.tokens[first:last]
            if len(gap) <= 8 and not a.is_target and not any(t.verb == "Fin" or t.text in ";:" for t in gap):
                b.start, b.stop = a.start, a.stop

    def _has_own_past(self, a: Found, b: Found) -> bool:
        """A reported value doesn't take the date of a target that follows it, nor one to come of another clause."""
        today = self.doc.published_on
        is_to_come = today is not None and b.start is not None and b.start > today
        first, last = self.doc.token_at(a.quantity.span.end), self.doc.token_at(b.quantity.begin)
        is_to_come = is_to_come and any(t.verb == "Fin" for t in self.doc.tokens[first:last])
        return b.quantity.change == "to" or (a.is_target is False and (bool(b.is_target) or is_to_come))

    def _set(self, found: Found, date: DateMention) -> None:
        if (date.is_deadline and date.kind == "point") or self._is_end_of(date):
            found.stop = date.end
            found.start = dt.date(date.end.year, 1, 1)
            return
        found.start, found.stop = date.start, date.end

    def _is_end_of(self, date: DateMention) -> bool:
        """As in "à la fin du mandat 2025-2032": the last year of some years."""
        if date.start.year == date.end.year:
            return False
        i = self.doc.token_at(date.span.start)
        return not self.words.end_nouns.isdisjoint(self.doc.words[max(0, i - 4) : i])

    def _govern(self, index: int, group: list[Found]) -> None:
        """A sentence that sets the date of targets without a figure of its own governs the rest of its paragraph."""
        if any(f.stop for f in group):
            return
        sentences = self.doc.sentences
        block = sentences[index].block
        for j in range(index - 1, max(-1, index - 5), -1):
            sentence = sentences[j]
            if sentence.block != block:
                return
            dates = self.dates.within(sentence.start, sentence.end)
            nouns = bool(dates) and not self.words.target_nouns.isdisjoint(
                self.doc.words[sentence.first : sentence.last]
            )
            fronted = [d for d in dates if d.span.start - sentence.start < 12 and d.is_deadline]
            if fronted and self._speaks_of_targets(index):
                dates, nouns = fronted, True
            elif self.figures.within(sentence.start, sentence.end):
                continue
            if dates and nouns:
                for found in group:
                    if found.quantity.change != "from":
                        self._set(found, dates[-1])
                return

    def _take_list_years(self, index: int, group: list[Found]) -> None:
        """Set the years of what a bullet tells without a year of its own to those that its list is led by."""
        is_bullet = self.doc.blocks[self.doc.sentences[index].block].kind == "bullet"
        if not is_bullet or any(f.stop for f in group) or (years := self._of_list(index)) is None:
            return
        for found in group:
            if found.quantity.change != "from":
                found.start, found.stop = years

    def _of_list(self, index: int) -> tuple[dt.date, dt.date] | None:
        """As in "Cibles pour 2031 :", "Chiffres clés 2023 :": the one year or years of what a list is led by."""
        sentences, blocks = self.doc.sentences, self.doc.blocks
        lead = index
        while lead >= 0 and blocks[sentences[lead].block].kind == "bullet" and index - lead < _LISTED:
            lead -= 1
        sentence = sentences[max(lead, 0)]
        if blocks[sentence.block].kind == "bullet" or self.figures.within(sentence.start, sentence.end):
            return None
        tokens = self.doc.sentence_tokens(sentence)
        if not tokens or tokens[-1].text != ":":
            return None
        is_bare = not any(t.verb == "Fin" for t in tokens)
        dates = self.dates.within(sentence.start, sentence.end)
        if len(dates) == 1 and dates[0].precision == "year":
            is_told = is_bare or dates[0].is_deadline
            start = dt.date(dates[0].end.year, 1, 1) if dates[0].is_deadline else dates[0].start
            return (start, dates[0].end) if is_told else None
        is_named = bool(self.named.within(sentence.start, sentence.end))
        years = [int(t.text) for t in tokens if t.pos == "NUM" and _YEARS.fullmatch(t.text)]
        if not is_bare or dates or is_named or len(years) != 1:
            return None
        return dt.date(years[0], 1, 1), dt.date(years[0], 12, 31)  # "Objectifs 2030 :", which names no date

    def _speaks_of_targets(self, index: int) -> bool:
        sentence = self.doc.sentences[index]
        endings = self.words.future_endings
        return any(
            (t.verb == "Fin" and endings and t.folded.endswith(endings))
            or (t.pos in ("VERB", "AUX") and t.folded in self.words.target_words)
            for t in self.doc.sentence_tokens(sentence)
        )


def _date_start(date: DateMention) -> int:
    return date.span.start


def _last_day(doc: Document) -> dt.date | None:
    """The last day that the article may be of."""
    today = doc.published_on
    if today is None or doc.published_precision == "day":
        return today
    month = 12 if doc.published_precision == "year" else today.month
    return dt.date(today.year, month, calendar.monthrange(today.year, month)[1])
