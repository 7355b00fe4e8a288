"""Figures as an analyst records them: what a quantity measures, for when, aimed at or reported, of which plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.extract.figure_context import Periods
from pipelines.extract.figure_lexicon import Found, Measure
from pipelines.extract.figure_verdicts import VerdictReader
from pipelines.extract.plan_topics import Topics
from pipelines.extract.records import Figure, Pillar, Plan, Span
from pipelines.extract.text import fold, words
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence
    from pipelines.extract.quantities import Quantity

# Figures of one value and unit that a further one is compared with: an article has a handful.
_MAX_ALIKE = 20
# Days of the longest month.
_MONTH = 31
# Tokens of an aside between a subject and its verb.
_MAX_ASIDE = 16
# Tokens on either side of a number that its verb stands within.
_NEAR = 6
# Numbers from here on count people or things, even where a pronoun alone says which.
_MANY = 10
# Figures that a verdict is asked of again where one before them changes.
_FOLLOWERS = 3
# Sentences that one opening with the plan's end governs.
_GOVERNED = 2
# Figures between two that one deadline is of.
_MAX_COMPARED = 4


def find_figures(
    doc: Document,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    plans: Sequence[Plan],
    pillars: Sequence[Pillar],
) -> list[Figure]:
    """The figures of an article, each once, with every place that states it.

    Args:
        quantities: as `find_quantities` gives them.
        dates: as `find_dates` gives them, for the periods.
        plans, pillars: those of the article; the number of a plan's pillars is no figure.
    """
    if not quantities:
        return []
    return _Reader(doc, quantities, dates, plans, pillars).read()


class _Reader(VerdictReader):
    def __init__(
        self,
        doc: Document,
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        plans: Sequence[Plan],
        pillars: Sequence[Pillar],
    ) -> None:
        super().__init__(doc, quantities, dates, plans, pillars)
        self.dates = list(dates)
        self.topics = Topics(doc, plans, pillars, self.words)
        self.published = doc.published_on
        self.ends: dict[int, int | None] = {}
        self.plan_names = {fold(name) for plan in plans for name in (plan.name, *plan.aliases)}

    def read(self) -> list[Figure]:
        for quantity in self.quantities:
            sentence = self.doc.sentence_at(quantity.span.start)
            measure = self.measure(quantity, sentence)
            if self._is_structure(quantity, measure) or self._is_span(quantity, measure) or self._is_named(quantity):
                continue
            if measure is not None and quantity.kind in ("count", "percent") and self._is_of_plan_alone(measure):
                measure = self._alike_before(quantity, sentence) or measure
            is_alone = measure is None and quantity.is_weak and not quantity.change
            is_alone = is_alone and not self._is_of_them(quantity, sentence)
            if is_alone and sentence.last - sentence.first > 8:
                measure = self.opening_noun(quantity, sentence)
                if measure is None:
                    continue
            self.found.append(
                Found(quantity, measure, self.rate(quantity, measure, sentence), sentence, position=len(self.found))
            )
        self._share_in_changes()
        for found in self.found:  # what the verbs say, without dates, helps to tie the dates
            found.is_target = self.is_target(found)
        self.periods = Periods(self.doc, self.found, self.dates, self.plans, self.words)
        self.periods.assign()
        self._judge_again()
        self._close_changes()
        self._carry_deadlines()
        for found in self.found:
            found.plan = self._plan(found)
            self._take_plan_years(found)
        self._carry_times()
        merged = self._merge([self._figure(f) for f in self.found])
        for figure in merged:
            if figure.measure is None:
                self._find_anything(figure, merged)
        return merged

    def _find_anything(self, figure: Figure, figures: list[Figure]) -> None:
        """Give a figure without a measure that of the one of its kind right before, or a noun near it."""
        begin, at = figure.spans[0].start, figures.index(figure)
        quantity = next(f.quantity for f in self.found if f.quantity.begin == begin)
        sentence, before = self.doc.sentence_at(begin), figures[at - 1] if at else None
        is_alike = before is not None and (quantity.kind == "money" or before.unit == figure.unit)
        if before is not None and is_alike and before.spans[0].start >= sentence.start:
            figure.measure = before.measure
        figure.measure = figure.measure or self.last_resort(quantity, sentence)

    def _judge_again(self) -> None:
        """Ask again what is aimed at of figures that have a time now, and of those that follow one that changed."""
        last_changed = -_FOLLOWERS
        for found in self.found:
            if found.stop is None and found.position - last_changed >= _FOLLOWERS:
                continue
            before, found.is_target = found.is_target, self.is_target(found)
            if found.is_target != before:
                last_changed = found.position

    def _is_of_plan_alone(self, measure: Measure) -> bool:
        """Whether nothing but a plan's name was found to be measured."""
        return measure.trust < 3 and fold(measure.text) in self.plan_names

    def _alike_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a third of villages have power, which the plan would lift to 60%": what the number before measured."""
        before = self.found[-1] if self.found else None
        is_alike = before is not None and before.quantity.kind == quantity.kind and before.measure is not None
        if before is None or not is_alike or before.quantity.first < sentence.first:
            return None
        return self._borrow(sentence)

    def _is_of_them(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "212 000 d'entre eux franchissent", "They were more than 400": what was spoken of is counted."""
        i = quantity.last
        if i + 1 < sentence.last and (self.tokens[i].folded in self.words.linkers or self.tokens[i].pos == "ADP"):
            near = self.tokens[i + 1 : min(i + 3, sentence.last)]
            if any(t.folded in self.words.them and t.pos == "PRON" for t in near):
                return True
        begin = self._begin_token(quantity)
        while begin - 1 > sentence.first and self.tokens[begin - 1].pos == "DET":
            begin -= 1
        if begin - 2 < sentence.first or self.tokens[begin - 1].verb != "Fin":
            return False
        subject = self.tokens[begin - 2]
        return subject.folded in self.words.carriers and quantity.value >= _MANY

    def _is_structure(self, quantity: Quantity, measure: Measure | None) -> bool:
        return (
            quantity.kind == "count"
            and measure is not None
            and measure.trust == 3
            and measure.head in self.words.structure
            and quantity.value <= 20
        )

    def _is_named(self, quantity: Quantity) -> bool:
        """As in "le Programme de développement des 145 Territoires": a number that is a part of a plan's name."""
        if quantity.first not in self.in_plan:
            return False
        begin, end = quantity.span.start, quantity.span.end
        return any(s.start <= begin and end <= s.end for p in self.plans for s in p.spans)

    def _is_span(self, quantity: Quantity, measure: Measure | None) -> bool:
        """As in "les 12 prochains mois", "the first four years": time, not what is counted."""
        if quantity.kind not in ("count", "rank") or measure is None or measure.trust != 3:
            return False
        return not self.words.time_nouns.isdisjoint(words(measure.text)[:3])

    def _share_in_changes(self) -> None:
        """The two values of a change measure the same thing: the phrase that is better supported wins."""
        for n, (a, b) in enumerate(zip(self.found, self.found[1:], strict=False)):
            is_step = a.quantity.change != "" and b.quantity.change == "to"
            is_reversed = (
                a.quantity.change == "to"
                and b.quantity.change == "from"
                and (n == 0 or self.found[n - 1].quantity.change == "")
            )
            if not is_step and not is_reversed:
                continue
            is_together = self.doc.sentence_at(a.quantity.begin) is self.doc.sentence_at(b.quantity.begin)
            if not is_together and b.measure is not None:
                continue
            if (
                (
                    a.measure is not None
                    and b.measure is not None
                    and a.measure.trust >= 2
                    and b.measure.trust == 3
                    and b.quantity.kind == "count"
                )
                and len(words(b.measure.text)) == 1
                and fold(b.measure.text) not in fold(a.measure.text)
            ):
                b.measure.text = f"{a.measure.text}, {b.measure.text}"
            is_subject = a.measure is not None and a.measure.trust == 2 and a.measure.text[:1].islower()
            is_share = b.quantity.kind == "percent" and b.measure is not None and b.measure.trust == 3
            is_of_base = is_share and self.tokens[b.quantity.last].folded in self.words.linkers
            if is_of_base and is_subject:
                b.measure = a.measure  # "processing should rise from 10% to 50% of the crop"
            elif a.measure is None or (b.measure is not None and b.measure.trust > a.measure.trust):
                a.measure = b.measure
            elif b.measure is None or b.measure.trust <= a.measure.trust:
                b.measure = a.measure
            a.rate = a.rate or b.rate

    def _carry_deadlines(self) -> None:
        """A coordinated clause keeps the deadline: "70 % by 2030, while internet would reach 5 million"."""
        for n, b in enumerate(self.found[1:], start=1):
            a = self.found[n - 1]
            if a.quantity.change == "from" and b.quantity.change == "to" and n > 1 and a.stop is None:
                a = self.found[n - 2]  # "to 75 by the end of 2029, and the value from 12 to 30"
                a = a if a.is_target or not b.is_target else self._last_aim(n)
            elif b.is_target and a.is_target is False and a.stop is None and n > 1:
                a = self._last_aim(n)  # "to 35% in 2029, hire 90 instead of 66 and raise output, now 13 kg, to 16 kg"
            same = a.sentence is b.sentence
            is_gone = a.stop is not None and self.published is not None and a.stop.year < self.published.year
            if same and b.stop is None and b.is_target and a.is_target and b.quantity.change != "from" and not is_gone:
                a_is_open = a.quantity.change in ("", "to")
                b.start, b.stop = (a.start, a.stop) if a_is_open else (None, None)
            elif (
                same
                and b.stop is None
                and b.quantity.change != "from"
                and not b.is_present
                and (self._is_apposed(b) or (b.measure and b.measure.trust == 1 and b.is_target == a.is_target))
                and not self.words.is_compared(self.tokens, self._begin_token(b.quantity))  # "against 300 before"
            ):
                b.start, b.stop = a.start, a.stop

    def _carry_times(self) -> None:
        """A sentence on the same time goes on with that of the one before: "Over the same period, exports rose"."""
        for found in self.found:
            sentence = found.sentence
            if found.stop is not None or not self._keeps_time(found, sentence):
                continue
            index = self.doc.sentence_index(sentence.start)
            before = self.doc.sentences[index - 1]
            told = [f for f in self.periods.figures.within(before.start, before.end) if f.stop]
            if (not told and not found.is_target) or before.block != sentence.block:
                continue
            is_old = found.quantity.change == "from"
            if found.is_target and self.published and all(_stop(f) <= self.published for f in told):
                self._take_horizon(found)  # "adopted its roadmap 2032 on Tuesday. By then,"
                continue
            model = min(told, key=_stop) if is_old else max(told, key=_stop)
            if not is_old or len({f.stop for f in told}) > 1:
                found.start, found.stop = model.start, model.stop

    def _take_horizon(self, found: Found) -> None:
        """Set the time of what is aimed at to the last year of its plan, where that is known."""
        horizon = self.plans[found.plan].horizon_year if found.plan is not None else None
        if horizon:
            found.start, found.stop = dt.date(horizon, 1, 1), dt.date(horizon, 12, 31)

    def _keeps_time(self, found: Found, sentence: Sentence) -> bool:
        """Whether a sentence opens with the time of the one before, or adds to what that aimed at."""
        if not sentence.first:
            return False
        tokens, times = self.tokens, self.words.same_time_phrases
        if self._phrase_at(sentence.first, sentence.last, times):
            return True
        opening = tokens[sentence.first : sentence.first + _NEAR]
        is_added = tokens[sentence.first].folded in self.words.carriers and found.is_target is True
        return is_added and any(t.folded in self.words.also for t in opening)

    def _last_aim(self, n: int) -> Found:
        """The last of the figures before the `n`th in its sentence that is aimed at, past those it is compared with."""
        first = self.doc.sentence_at(self.found[n].quantity.span.start).start
        for k in range(n - 2, max(-1, n - 2 - _MAX_COMPARED), -1):
            found = self.found[k]
            if found.quantity.span.start < first:
                break
            if found.is_target:
                return found
        return self.found[n - 1]

    def _is_apposed(self, found: Found) -> bool:
        begin = self._begin_token(found.quantity)
        return self._phrase_before(begin, max(0, begin - 5), self.words.apposition_phrases) > 0

    def _close_changes(self) -> None:
        """The new value of a change is aimed at unless its clause reports it."""
        for found in self.found:
            if found.quantity.change != "to":
                continue
            sentence = found.sentence
            verb = self._verb_before(self._begin_token(found.quantity), sentence.first)
            is_present = verb is not None and self.tokens[verb].folded in self.words.present_changes
            is_aimed = verb is not None and found.stop is None and self._is_purpose(verb, sentence.first)
            if found.is_target is None or (is_present and found.stop is None) or is_aimed:
                found.is_target = True

    def _is_purpose(self, verb: int, first: int) -> bool:
        """As in "the goal of expanding exports", "pour ramener le taux": a change that no past leads to."""
        before = self.tokens[verb - 1].folded if verb > first else ""
        marks = self.words.infinitive_marks if self.tokens[verb].verb == "Inf" else self.words.aim_links
        return self.tokens[verb].verb in ("Inf", "Ger") and before in marks and not self._perfect_before(verb, first)

    # ------------------------------------------------------------ plan and record

    def _plan(self, found: Found) -> int | None:
        if not self.plans:
            return None
        quantity = found.quantity
        if not found.is_target and found.measure is not None:
            named = _common_words(found.measure.text)
            if quantity.kind == "count" and not self.words.audience.isdisjoint(named):
                return None
            if quantity.kind in ("money", "percent") and not self.words.elsewhere.isdisjoint(named):
                return None
        return self.topics.plan_at(quantity.span.start, quantity.span.end)

    def _take_plan_years(self, found: Found) -> None:
        """The cost of a plan that has a first and a last year is for those years; "at its end" is its last year."""
        if found.plan is None or (found.stop is not None and not (self._is_of_day(found) and self._is_of_plan(found))):
            return
        plan = self.plans[found.plan]
        is_aim = found.is_target and found.quantity.kind != "money" and found.quantity.unit not in DURATIONS
        if plan.horizon_year and found.is_target and (self._is_at_end(found) or (is_aim and self._names_plan(found))):
            found.start, found.stop = dt.date(plan.horizon_year, 1, 1), dt.date(plan.horizon_year, 12, 31)
            return
        if not plan.start_year or not plan.horizon_year or plan.start_year > plan.horizon_year:
            return
        is_cost = found.quantity.kind == "money" and found.measure is not None
        is_cost = is_cost and found.measure is not None and found.measure.head in self.words.cost_heads
        is_cost = is_cost or self._is_of_plan(found) or self._is_told_as_cost(found)
        if is_cost or self._is_for_all_years(found):
            found.start, found.stop = dt.date(plan.start_year, 1, 1), dt.date(plan.horizon_year, 12, 31)

    def _is_of_day(self, found: Found) -> bool:
        """Whether a figure has the time of a day or month, which says when it was told."""
        return found.start is not None and found.stop is not None and (found.stop - found.start).days <= _MONTH

    def _is_of_plan(self, found: Found) -> bool:
        """Whether an amount is told as the plan's whole: "the plan, endowed with 38 billion"."""
        if self.periods.is_of_plan(found):
            return True
        if found.quantity.kind != "money" or found.measure is None or found.rate or found.quantity.change:
            return False
        return found.measure.trust == 3 and found.measure.head in self.words.plan_nouns

    def _is_told_as_cost(self, found: Found) -> bool:
        """As in "The plan covers 2025-2030. It will cost 30 billion": measured by the verb alone."""
        quantity, measure = found.quantity, found.measure
        if quantity.kind != "money" or quantity.change or found.rate or measure is None or measure.head:
            return False
        return measure.trust == 2 and self._is_stem(fold(measure.text), self.words.cost_verbs)

    def _names_plan(self, found: Found) -> bool:
        """As in "the plan 2025-2030 aims to build 40 clinics", "the 80 percent that the plan 2024-2034 aims at"."""
        sentence = found.sentence
        begin, end = found.quantity.span.start, found.quantity.span.end
        if found.plan is None:
            return False
        is_before = any(sentence.start <= s.start < begin for s in self.plans[found.plan].spans)
        return is_before or self.topics.teller(sentence, self.doc.token_at(end)) == found.plan

    def _is_for_all_years(self, found: Found) -> bool:
        phrases, first, last = self.words.plan_span_phrases, found.quantity.last, found.sentence.last
        stop = min(last, first + _MAX_ASIDE)
        if phrases.by_first.keys().isdisjoint(self.doc.words[first:stop]):
            return False
        return any(self._phrase_at(i, last, phrases) for i in range(first, stop))

    def _is_at_end(self, found: Found) -> bool:
        """Whether it is told of the plan's end, be it by a sentence before that opens with that."""
        sentence = found.sentence
        index = self.doc.sentence_index(sentence.start)
        if self._end_told(index) is not None:
            return True
        above = (i for i in range(max(0, index - _GOVERNED), index) if self.doc.sentences[i].block == sentence.block)
        return found.stop is None and any(self._end_told(i) == self.doc.sentences[i].first for i in above)

    def _end_told(self, index: int) -> int | None:
        """The token at which a sentence tells of the plan's end, read once for each sentence."""
        if index not in self.ends:
            sentence, ends = self.doc.sentences[index], self.words.plan_end_phrases
            openings = [t.i for t in self.doc.sentence_tokens(sentence) if t.folded in ends.by_first]
            self.ends[index] = next((i for i in openings if self._phrase_at(i, sentence.last, ends)), None)
        return self.ends[index]

    def _figure(self, found: Found) -> Figure:
        quantity, measure = found.quantity, found.measure
        text = measure.text if measure else None
        if text and found.rate and fold(found.rate) not in fold(text):
            text = f"{text} {found.rate}"
        end = quantity.span.end
        if (
            measure is not None
            and measure.trust == 3
            and measure.end > quantity.last
            and quantity.kind in ("count", "percent")
        ):
            end = self.tokens[min(measure.end, quantity.last + 5) - 1].end
        span = Span(quantity.begin, max(end, quantity.span.end))
        return Figure(
            value=quantity.value,
            value_high=quantity.high,
            unit=quantity.unit,
            text=span.of(self.text),
            spans=[span],
            qualifier=quantity.qualifier,
            measure=text,
            period_start=found.start,
            period_end=found.stop,
            is_target=found.is_target,
            plan=found.plan,
            confidence=_confidence(quantity, measure),
        )

    def _label(self, figure: Figure) -> str:
        """What a line without a verb opens with: "Santé : 12 projets" and "Eau : 12 projets" are two figures."""
        sentence = self.doc.sentence_at(figure.spans[0].start)
        head, colon, _ = self.text[sentence.start : figure.spans[0].start].partition(":")
        is_plain = colon and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence))
        return fold(head) if is_plain else ""

    def _merge(self, figures: list[Figure]) -> list[Figure]:
        """One figure for each that the article repeats."""
        merged: list[Figure] = []
        alike: dict[tuple[float, float | None, str], list[Figure]] = {}
        for figure in figures:
            group = alike.setdefault((figure.value, figure.value_high, figure.unit), [])
            label = self._label(figure)
            same = next(
                (
                    f
                    for f in group[:_MAX_ALIKE]
                    if _is_same(f, figure) and not (label and self._label(f) not in ("", label))
                ),
                None,
            )
            if same is None:
                merged.append(figure)
                group.append(figure)
                continue
            same.spans.extend(figure.spans)
            same.measure = same.measure or figure.measure
            same.period_start = same.period_start or figure.period_start
            same.period_end = same.period_end or figure.period_end
            same.is_target = figure.is_target if same.is_target is None else same.is_target
            same.confidence = max(same.confidence, figure.confidence)
        return merged


def _common_words(text: str) -> list[str]:
    """The words in lower case behind others so: "marché mondial" is elsewhere, "Banque mondiale" is a name."""
    parts = text.split()
    pairs = zip(["a", *parts], parts, strict=False)
    return [fold(word) for before, word in pairs if word[0].islower() and before[0].islower()]


def _stop(found: Found) -> dt.date:
    """The last day that a figure is of."""
    return found.stop or dt.date.min


def _confidence(quantity: Quantity, measure: Measure | None) -> float:
    if quantity.kind in ("money", "percent") and not quantity.is_fraction:
        return 0.95
    if quantity.kind == "measure":
        return 0.7 if quantity.unit in DURATIONS else 0.95
    if quantity.is_fraction:
        return 0.6
    if measure is None:
        return 0.5
    return 0.92 if measure.trust == 3 else 0.75


def _is_same(a: Figure, b: Figure) -> bool:
    """Whether two statements of the same value and unit are one: no other year, no other thing measured."""
    if a.period_end is not None and b.period_end is not None and a.period_end.year != b.period_end.year:
        return False
    if a.measure is None or b.measure is None:
        return True
    left, right = set(words(a.measure)), set(words(b.measure))
    return bool(left & right) or (a.unit not in ("count", "percent") and abs(a.value) >= 1e6)
