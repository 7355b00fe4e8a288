"""Public plans of an article: strategies, plans, programmes, roadmaps, pacts, visions and agendas.

Mentions (`plan_mentions`) that name one plan are put together: the name with and without its year, its
acronym, its translation, its former name. A description ("a national water plan") is a plan of its own only
where the article is about it and it is not a named one in other words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.enumerations import QUOTES
from pipelines.extract.pillar_lexicon import Lexicon as PillarLexicon
from pipelines.extract.pillar_lexicon import pillar_lexicon
from pipelines.extract.plan_country import communities_of, plan_country
from pipelines.extract.plan_deeds import standing_status
from pipelines.extract.plan_descriptions import known_by_owner, place_descriptions
from pipelines.extract.plan_groups import BEFORE, PlanGroup, Reference
from pipelines.extract.plan_lexicon import plan_words
from pipelines.extract.plan_matching import find_acronyms, group_named, name_by_period, name_by_sequel, sister_plans
from pipelines.extract.plan_mentions import find_mentions
from pipelines.extract.plan_period import lasting_until, later_deadline, opened_for, plan_years
from pipelines.extract.plan_references import add_heads, find_references, with_passing
from pipelines.extract.plan_status import out_for, reported_status, title_status
from pipelines.extract.plan_wording import MAX_SPANS, repeated_spans, spans_of, wordings
from pipelines.extract.records import Plan, PlanKind, PlanStatus, Span
from pipelines.extract.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.plan_reading import Mention

_AGED = 300  # days after which a plan that has come out is taken to be at work
_OPENED_WITHIN = 6  # tokens
_STRUCTURE = frozenset(("pillar", "axis", "foundation", "objective"))
_REFERENCE = 0.5  # what "the plan" adds to how much an article is about a plan, against its name
_MAX_REFERENCES = 2.0
_MAX_MENTIONS = 300  # more in one article is a list of plans, or no article


def find_plans(doc: Document, dates: list[DateMention]) -> list[Plan]:
    """Plans that the article names, or is about, the main one first."""
    if not doc.sentences:
        return []
    found = find_mentions(doc)[:_MAX_MENTIONS]
    mentions = [m for m in found if not _is_other(m)]
    name_by_sequel(doc, mentions)
    name_by_period(doc, mentions, dates)
    groups = group_named(doc, mentions)
    find_acronyms(doc, groups)
    groups += sister_plans(doc, groups)
    place_descriptions(doc, mentions, groups)
    groups += known_by_owner(doc, mentions, groups)
    listed = _listed(doc, mentions)
    groups = [g for g in groups if _is_kept(doc, g) and not all(m.name[0] in listed for m in g.mentions)]
    repeated = [repeated_spans(doc, g) for g in groups]
    references = with_passing(found, groups, find_references(doc, mentions, groups, repeated))
    communities = communities_of(doc)
    found_plans = [
        _plan(doc, dates, group, references, communities, repeated=spans)
        for group, spans in zip(groups, repeated, strict=True)
    ]
    plans = [plan for plan, _ in found_plans]
    ages = {id(plan): age for plan, age in found_plans}
    add_heads(doc, plans)
    ranked = sorted(zip(plans, groups, strict=True), key=lambda found: (-_weight(doc, found[0]), found[0].spans[0]))
    if ranked:
        main, group = ranked[0]
        main.status = main.status or title_status(doc, main)
        own = [r for r in references if r.group is group]
        if main.status in ("presented", "launched") and ages[id(main)] > _AGED:
            main.status = "in_progress"  # what the article is about is at work
        if main.horizon_year is None:
            main.horizon_year = later_deadline(doc, dates, group, references) or lasting_until(doc, main, own)
    return [plan for plan, _ in ranked]


def _is_other(mention: Mention) -> bool:
    """Whether a noun tells of an earlier plan ("the previous strategy"), or of one that only its rank tells apart."""
    is_ranked = mention.is_ranked and mention.form == "bare" and mention.determiner == "definite"
    return is_ranked or (mention.is_former and mention.form in ("bare", "described"))


def main_plan(plans: Sequence[Plan]) -> int | None:
    """Position of the plan named first: an article names what it is about before what it compares that with."""
    return min(range(len(plans)), key=lambda n: (min(s.start for s in plans[n].spans), n), default=None)


def _weight(doc: Document, plan: Plan) -> float:
    """How much the article is about a plan: how often and how early it names it, and whether the title does."""
    first = min(doc.sentence_index(span.start) for span in plan.spans)
    title = set(words(doc.title or ""))
    named = any(title.issuperset(words(name)) for name in (plan.name, *plan.aliases))
    told = min(_REFERENCE * len(plan.references), _MAX_REFERENCES)
    return min(len(plan.spans), 4) + told + max(0.0, 3.0 - first) + (2.0 if named else 0.0)


def _is_kept(doc: Document, group: PlanGroup) -> bool:
    """Whether a plan is named outside headings, be it by its acronym."""
    if not all(m.is_heading and m.form not in ("quoted", "dated") for m in group.mentions):
        return True
    if not any(m.acronym for m in group.mentions):
        return False
    repeated = (doc.sentences[doc.sentence_index(span.start)] for span in repeated_spans(doc, group))
    return any(doc.blocks[sentence.block].kind != "heading" for sentence in repeated)


def _listed(doc: Document, mentions: list[Mention]) -> set[int]:
    """Starts of the names that an article lists as the parts of a plan ("six pillars, namely the X initiative, …")."""
    found: set[int] = set()
    pillars = pillar_lexicon(doc.language)
    for index in sorted({m.sentence for m in mentions if m.inner or m.form == "proper"}):
        sentence = doc.sentences[index]
        behind = _list_start(doc.tokens, sentence, pillars)
        if behind is not None:
            end = _quote_end(doc.tokens, sentence, behind)
            found |= {m.name[0] for m in mentions if m.sentence == index and behind <= m.name[0] < end}
    return found


def _list_start(tokens: Sequence[Token], sentence: Sentence, pillars: PillarLexicon) -> int | None:
    """Where the list behind a number of pillars, axes or the like starts in a sentence."""
    numbers = pillars.words.numbers
    for k in range(sentence.first, sentence.last - 2):
        if tokens[k].folded not in numbers and not tokens[k].text.isdecimal():
            continue
        noun = next((j for j in range(k + 1, min(k + 4, sentence.last)) if _is_component(tokens[j], pillars)), None)
        if noun is None:
            continue
        for j in range(noun + 1, min(noun + _OPENED_WITHIN, sentence.last)):
            if tokens[j].text == ":" or pillars.list_openers.match(tokens, j, sentence.last):
                return j
    return None


def _quote_end(tokens: Sequence[Token], sentence: Sentence, start: int) -> int:
    """Where the quote that a list at `start` stands in ends ("“… three pillars: A, B and C,” he said"), if it does."""
    opened: list[str] = []
    for i in range(sentence.first, sentence.last):
        text = tokens[i].text
        if opened and text == opened[-1]:
            opened.pop()
            if not opened and i > start:
                return i
        elif text in QUOTES and i < start:
            opened.append(QUOTES[text])
    return sentence.last


def _is_component(token: Token, pillars: PillarLexicon) -> bool:
    nouns = pillars.nouns.get(token.folded, ())
    return any(n.is_plural and len(n.words) == 1 and n.kind in _STRUCTURE for n in nouns)


def _plan(
    doc: Document,
    dates: list[DateMention],
    group: PlanGroup,
    references: list[Reference],
    communities: frozenset[str],
    *,
    repeated: set[Span],
) -> tuple[Plan, int]:
    """A group as a plan, and for how many days it has been out."""
    best = max(group.mentions, key=_quality)
    newest = next((m.newer for m in group.mentions if m.newer), None)
    name = newest or best.name
    own = [r for r in references if r.group is group]
    names = wordings(doc, group, name)
    spans = spans_of(doc, group, name, repeated)
    start, horizon = plan_years(doc, dates, group, references, newest)
    if start is None and (period := opened_for(doc, dates, own, references)) and horizon in (None, period[1]):
        start, horizon = period
    status, age = _status(doc, dates, own, references, horizon)
    plan = Plan(
        name=names[0],
        spans=spans,
        kind=_kind(group, own, best) or _succeeded_kind(doc, group, references),
        aliases=names[1:],
        country=plan_country(doc, group, communities),
        start_year=start,
        horizon_year=horizon,
        status=status,
        is_named=group.is_named,
        confidence=_confidence(group),
        references=_nouns_for(doc, own),
    )
    return plan, age


def _status(
    doc: Document, dates: list[DateMention], own: list[Reference], references: list[Reference], horizon: int | None
) -> tuple[PlanStatus | None, int]:
    """What the article tells of a plan, and for how many days one that came out before has been out.

    What is done under such a plan shows that it is at work.
    """
    told, new = reported_status(doc, dates, own, references, horizon)
    age = out_for(doc, dates, new, references) if told in ("presented", "launched") else 0
    if told and not age:
        return told, 0
    return standing_status(doc, own, references, is_out=told is not None) or told, age


def _nouns_for(doc: Document, own: list[Reference]) -> list[Span]:
    """Places of nouns such as "the plan" or "this strategy" that refer to a plan."""
    return [doc.span(r.first, r.last) for r in own if r.is_noun][:MAX_SPANS]


def _quality(mention: Mention) -> tuple[float, int, int]:
    form = {
        "quoted": 3.0,
        "capital": 3.0,
        "proper": 2.5,
        "dated": 2.0,
        "free": 1.0,
    }.get(mention.form, 0.0)
    dated = 1.5 if mention.years != (None, None) else 0.0
    return (
        form + dated + 0.4 * min(len(mention.content), 5),
        -mention.sentence,
        -mention.name[0],
    )


def _kind(group: PlanGroup, own: list[Reference], best: Mention) -> PlanKind | None:
    """By the noun in the name, else the one that introduces it, else the one that first refers back to it."""
    inner = next((m.inner for m in (best, *group.mentions) if m.inner and not m.is_weak_inner), None)
    if inner:
        return inner
    for mention in group.mentions:
        if mention.governing and mention.form in ("quoted", "proper"):
            return mention.governing
    for mention in group.mentions:
        if mention.governing and not mention.is_weak_inner:
            return mention.governing
    if later := next((r for r in own if r.kind), None):
        return later.kind
    return next((m.inner for m in group.mentions if m.inner), None)


def _succeeded_kind(doc: Document, group: PlanGroup, references: list[Reference]) -> PlanKind | None:
    """Kind of the plan that is said to follow this one: "it succeeds “X”"."""
    lexicon = plan_words(doc.language)
    for mention in group.mentions:
        first = mention.name[0]
        low = max(doc.sentences[mention.sentence].first, first - BEFORE)
        if any(lexicon.succession.at(doc.tokens, k, first) for k in range(low, first)):
            before = [r.group for r in references if r.first < first and r.group is not group]
            mentions = (*before[-1].mentions, *before[-1].aliases) if before else ()
            return next((k for m in mentions if (k := m.governing or m.inner)), None)
    return None


def _confidence(group: PlanGroup) -> float:
    if not group.is_named:
        return 0.85 if group.salience >= 4.5 else 0.7
    best = max(m.confidence + (0.05 if m.acronym else 0.0) for m in group.mentions)
    return round(min(0.97, best + (0.03 if len(group.mentions) > 1 else 0.0)), 2)
