"""The years that a plan covers, as its name or the sentences about it tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.document import Document
from pipelines.extract.pillar_lexicon import pillar_lexicon
from pipelines.extract.plan_groups import PlanGroup, Reference, in_sentence
from pipelines.extract.plan_lexicon import PlanWords, plan_words
from pipelines.extract.plan_reading import Range
from pipelines.extract.records import Plan

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention

_BEGUN_WITHIN = 3  # tokens before a date in which a verb tells that a plan began then
_DENIED_WITHIN = 6  # tokens
_OPENING = 7  # tokens of "For a period of four years ("
_CUED = 5  # tokens before a period in which a word tells that it is one
_FAR = 8  # years
_SOON = 120  # days
_FOLLOWS_WITHIN = 2  # sentences
_LONGEST = 30  # years
_OPENER_WITHIN = 5  # tokens behind a name in which its relative pronoun stands
_CLAUSE = 16  # tokens
_GOVERNED_WITHIN = 5  # tokens
_RANGE_SIGNS = frozenset("-–—")


def plan_years(
    doc: Document,
    dates: list[DateMention],
    group: PlanGroup,
    references: list[Reference],
    newest: Range | None,
) -> tuple[int | None, int | None]:
    """First and last year of a plan: those in its name, else those that a sentence about it tells."""
    if newest and (years := _years_of(doc, newest)):
        return None, years
    for mention in (*group.mentions, *group.aliases):
        if mention.years[0]:
            return mention.years
    horizon = group.horizon()
    period = _stated_period(doc, dates, group, references)
    issued = horizon is not None and doc.published_on is not None and horizon <= doc.published_on.year
    if period and (horizon in (None, period[1]) or (issued and period[1] > (horizon or 0))):
        return period
    return None, horizon or _stated_deadline(doc, dates, group, references)


def _years_of(doc: Document, name: Range) -> int | None:
    found = [int(t.text) for t in doc.tokens[slice(*name)] if len(t.text) == 4 and t.text.isdecimal()]
    return found[-1] if found else None


def _stated_period(
    doc: Document, dates: list[DateMention], group: PlanGroup, references: list[Reference]
) -> tuple[int, int] | None:
    """Years of "covering the period 2009-2013" in a sentence that refers to the plan."""
    lexicon = plan_words(doc.language)
    for i, date in enumerate(dates):
        if date.kind != "range" or date.end.year == date.start.year:
            continue
        at = doc.token_at(date.span.start)
        owner = _latest(doc, references, date)
        if owner is None or owner.group is not group:
            continue
        cued = any(lexicon.period_cues.at(doc.tokens, k, at + 2) for k in range(max(owner.last, at - 5), at + 1))
        if not cued and date.precision != "year":
            continue
        is_clause = _is_of_relative(doc, lexicon, owner, at) or _is_governed(doc, lexicon, owner, date)
        if cued or is_clause or 0 <= at - owner.last <= 1:
            end = _continued(doc, lexicon, date, dates[i + 1] if i + 1 < len(dates) else date)
            return date.start.year, end
    return None


def _is_of_relative(doc: Document, lexicon: PlanWords, owner: Reference, at: int) -> bool:
    """As in "the Green Hills Project (GHP), which reached 300 farms between 2010 and 2019"."""
    between = doc.tokens[owner.last : at]
    opener = next((i for i, t in enumerate(between[:_OPENER_WITHIN]) if t.folded in lexicon.relative), -1)
    return opener >= 0 and len(between) <= _CLAUSE and not any(t.text in ",;:" for t in between[opener:])


def _is_governed(doc: Document, lexicon: PlanWords, owner: Reference, date: DateMention) -> bool:
    """As in "to be spent between 2025 and 2030 under the X Plan", "Between 2011 and 2016, the X Project trained"."""
    sentence = doc.sentences[owner.sentence]
    start, end = doc.token_at(date.span.start), doc.token_at(date.span.end - 1) + 1
    is_told = any(lexicon.period_cues.at(doc.tokens, k, end) for k in range(sentence.first, start))
    closer = end + (doc.tokens[end].text == ")")
    is_told = is_told and owner.first > closer and doc.tokens[closer].text == ","
    if is_told and start - sentence.first <= _OPENING:
        return True  # "For the period 2025-2029, Chad counts on the X Plan"
    if not 0 <= owner.first - end <= _GOVERNED_WITHIN:
        return False
    opens = start - sentence.first <= 1 and doc.tokens[end].text == "," and owner.first - end <= 2
    governed = any(
        (found := lexicon.governing.at(doc.tokens, k, owner.first)) and found[1] >= owner.first - 1
        for k in range(end, owner.first)
    )
    return opens or governed


def _continued(doc: Document, lexicon: PlanWords, date: DateMention, after: DateMention) -> int:
    """Last year of a range, or of one between fiscal years ("from 2024-25 to 2029-30")."""
    between = doc.tokens[doc.token_at(date.span.end) : doc.token_at(after.span.start)]
    joined = len(between) == 1 and (between[0].folded in lexicon.range_words or between[0].text in _RANGE_SIGNS)
    return max(date.end.year, after.end.year) if joined and after.precision == "year" else date.end.year


def _latest(doc: Document, references: list[Reference], date: DateMention) -> Reference | None:
    """What a date's sentence refers to right before the date, or else first behind it."""
    index, at = doc.sentence_index(date.span.start), doc.token_at(date.span.start)
    near = in_sentence(references, index)
    before = [r for r in near if r.first < at]
    for subject in reversed(before[:-1]):
        # "X, a flagship of Y, runs to 2030" is told of X
        opens = any(doc.tokens[k].text == "," for k in range(subject.last, before[-1].first))
        closer = next((k for k in range(before[-1].last, at) if doc.tokens[k].text == ","), at)
        if opens and closer < at and (doc.tokens[closer + 1].pos == "AUX" or doc.tokens[closer + 1].verb == "Fin"):
            return subject
    return before[-1] if before else near[0] if near else None


def _stated_deadline(
    doc: Document, dates: list[DateMention], group: PlanGroup, references: list[Reference]
) -> int | None:
    """Year of "by 2034", "à l'horizon 2034", "runs until June 2034" in a sentence that refers to the plan."""
    lexicon = plan_words(doc.language)
    for date in dates:
        at = doc.token_at(date.span.start)
        is_coming = bool(doc.published_on and date.start > doc.published_on and date.precision == "year")
        if date.kind == "range" or (date.is_relative and not is_coming):
            continue
        if date.precision == "day" and _is_at_hand(doc, date):
            continue  # "is out for consultation until 30 June"
        if _is_yearless_past(doc, date):
            continue  # "ends in June", which may be next June
        if _is_denied(doc, lexicon, at):
            continue
        ends = _is_end(doc, lexicon, at)
        if not ends and (date.is_relative or not _is_far(doc, date)) and not _is_last(doc, date):
            continue
        owner = _latest(doc, references, date)
        is_ahead = ends and doc.published_on is not None and date.end > doc.published_on
        if owner and owner.group is group and (date.is_deadline or owner.first < at or is_ahead):
            return date.end.year  # "Running through 2030, the strategy …"
    return None


def _is_end(doc: Document, lexicon: PlanWords, at: int) -> bool:
    """Whether words before the date at token `at` tell that something ends there."""
    first = max(0, at - 3)
    return lexicon.ends.may_open_in(doc.words[first:at]) and any(
        lexicon.ends.at(doc.tokens, k, at) for k in range(first, at)
    )


def _is_denied(doc: Document, lexicon: PlanWords, at: int) -> bool:
    """Whether a negation stands before the date at token `at` ("will not be ready before 2026")."""
    return not lexicon.negation.isdisjoint(doc.words[max(0, at - _DENIED_WITHIN) : at])


def _is_last(doc: Document, date: DateMention) -> bool:
    """Whether a deadline tells a plan's last year; "before the summer" does not."""
    is_far = doc.published_on is None or date.end.year > doc.published_on.year + 1
    is_told = is_far or str(date.end.year) in date.span.of(doc.text)
    return date.is_deadline and not date.is_relative and is_told and _ends_later(doc, date)


def _is_yearless_past(doc: Document, date: DateMention) -> bool:
    """Whether a date of a year gone by has no year in the text."""
    is_past = doc.published_on is not None and date.end.year < doc.published_on.year
    return is_past and str(date.end.year) not in date.span.of(doc.text)


def _ends_later(doc: Document, date: DateMention) -> bool:
    """Whether a deadline is that of a plan rather than of its next step, which has its month told."""
    soon = doc.published_on is None or date.end.year <= doc.published_on.year + 1
    return date.precision == "year" or not soon


def _is_at_hand(doc: Document, date: DateMention) -> bool:
    return bool(doc.published_on and (date.end - doc.published_on).days < _SOON)


def _is_far(doc: Document, date: DateMention) -> bool:
    """Whether a year is too far off to be that of a next step."""
    return bool(doc.published_on and date.start.year >= doc.published_on.year + _FAR)


def later_deadline(
    doc: Document, dates: list[DateMention], group: PlanGroup, references: list[Reference]
) -> int | None:
    """Year of the first deadline in the sentences that go on about a plan without naming it."""
    lexicon = plan_words(doc.language)
    for date in dates:
        if date.is_relative or (doc.published_on and date.end.year <= doc.published_on.year):
            continue
        at, index = doc.token_at(date.span.start), doc.sentence_index(date.span.start)
        if _is_denied(doc, lexicon, at):
            continue
        is_year = date.precision == "year"
        if date.kind == "range":  # "wells sunk in the period 2022-2026"
            cued = any(lexicon.period_cues.at(doc.tokens, k, at + 2) for k in range(max(0, at - _CUED), at + 1))
            if not cued or not is_year:
                continue
        elif not (_ends_later(doc, date) and (date.is_deadline or (is_year and _is_end(doc, lexicon, at)))):
            continue
        is_under_heading = index > 0 and doc.blocks[doc.sentences[index - 1].block].kind == "heading"
        earliest = index - _FOLLOWS_WITHIN - is_under_heading
        before = [r for r in references if r.first < at and r.sentence >= earliest]
        # "the first leg of Vision 2050": that one has its last year in its name
        before = [r for r in before if r.group is group or not _names_end(r.group)]
        if before and before[-1].group is group:
            return date.end.year
    return None


def _names_end(group: PlanGroup) -> bool:
    """Whether a plan's name tells its last year."""
    return any(m.years[1] for m in group.mentions)


def lasting_until(doc: Document, plan: Plan, own: list[Reference]) -> int | None:
    """Last year of a new plan that lasts so many years, from the year in which the article tells of it."""
    if doc.published_on is None or plan.status not in ("presented", "launched"):
        return None
    lexicon = plan_words(doc.language)
    for reference in own:
        sentence = doc.sentences[reference.sentence]
        for k in range(sentence.first, sentence.last):
            if (years := _duration(doc, lexicon, k, sentence.last)) and 1 < years <= _LONGEST:
                return (plan.start_year or doc.published_on.year) + years
    return None


def opened_for(
    doc: Document, dates: list[DateMention], own: list[Reference], references: list[Reference]
) -> tuple[int, int] | None:
    """First and last year of a plan that began then and lasts so many years ("a six-year scheme begun in 2021")."""
    lexicon = plan_words(doc.language)
    told = {r.sentence for r in own}
    for date in dates:
        index = doc.sentence_index(date.span.start)
        if index not in told or date.kind == "range" or date.is_deadline:
            continue
        sentence, at = doc.sentences[index], doc.token_at(date.span.start)
        low = max(sentence.first, at - _BEGUN_WITHIN)
        cues = (lexicon.status.at(doc.tokens, k, sentence.last) for k in range(low, at))
        if not any(cue and cue[0] == "launched" for cue in cues):
            continue
        others = any(r.group is not own[0].group for r in in_sentence(references, index))
        found = (_duration(doc, lexicon, k, sentence.last) for k in range(sentence.first, sentence.last))
        years = None if others else next((n for n in found if n and 1 < n <= _LONGEST), None)
        if years:
            return date.start.year, date.start.year + years
    return None


def _duration(doc: Document, lexicon: PlanWords, k: int, last: int) -> int | None:
    """Number of years of "over the next five years", "quinquennal", "five-year" at token `k`."""
    word = doc.tokens[k].folded
    if years := lexicon.durations.get(word):
        return years
    found = lexicon.during.at(doc.tokens, k, last)
    if not found:
        return None
    numbers = pillar_lexicon(doc.language).words.numbers
    number: int | None = None
    for token in doc.tokens[found[1] : min(last, found[1] + 3)]:
        if token.folded in lexicon.elapsed_years:
            return number
        if token.folded in lexicon.decades:
            return 10 * (number or 1)
        if token.text.isdecimal() and len(token.text) <= 2:
            number = int(token.text)
        else:
            number = numbers.get(token.folded, number)
    return None
