"""The stage that an article reports a plan to have reached, by the verbs around what refers to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipelines.extract.document import Document, Sentence, Token, analyse
from pipelines.extract.plan_cues import AFTER, DONE, DRAFT_WITHIN, NEW, cue_stage, stage_of
from pipelines.extract.plan_deeds import has_worked
from pipelines.extract.plan_groups import BEFORE, Reference, in_sentence
from pipelines.extract.plan_lexicon import PlanWords, Stage, plan_words
from pipelines.extract.plan_reading import Range
from pipelines.extract.records import Plan, PlanStatus
from pipelines.extract.text import words

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention

_STAGES: tuple[PlanStatus, ...] = (
    "in_preparation",
    "presented",
    "launched",
    "in_progress",
    "completed",
)
_SUBJECT = 8  # tokens from a sentence's start within which a mention is taken for its subject
_AND_WITHIN = 10  # tokens
_HALF_YEAR = 6  # months
_SHOWN = frozenset(("delivering", "in_progress", "reviewed"))
_COMING = frozenset(("in_preparation", "presented", "launched"))  # told before it, "runs to 2030" is of what is to come
_SHORT = 8  # tokens; a by-line or a section's name has fewer
_LEAD = 1  # sentences with text before one that still opens the article
_FURNITURE = 8  # sentences, most of them short, that may stand before it
_NEWS = NEW - {"announced"}
_RECENT = 10  # days
_FRESH = 60  # days
_OLD = 30  # days after which what an article tells is no news
_SUCCEEDS_WITHIN = 4  # tokens
_RELATIVE = 4  # tokens before a mention in which a relative pronoun makes it part of a clause


def reported_status(
    doc: Document,
    dates: list[DateMention],
    own: list[Reference],
    references: list[Reference],
    horizon: int | None,
) -> tuple[PlanStatus | None, list[Reference]]:
    """The furthest stage that an article reports of a plan, None where it reports none, and where it came out.

    Args:
        doc: the article.
        dates: the times that it names.
        own: the places that refer to the plan.
        references: those that refer to any plan, in order.
        horizon: last year of the plan, where it is known.
    """
    lexicon = plan_words(doc.language)
    stages: list[Stage] = []
    is_news = is_today = False
    new: list[Reference] = []
    for reference in own:
        near = [
            r for r in in_sentence(references, reference.sentence) if r.group is not reference.group or r is reference
        ]
        found = _stages_told(doc, lexicon, reference, near)
        if NEW.intersection(found) and not reference.is_occasion:
            new.append(reference)
        if not stages and NEW.intersection(found) and _is_news(doc, dates, reference):
            is_news = True
        if not reference.is_pronoun and _NEWS.intersection(found) and "in_progress" not in found:
            is_today = is_today or _is_dated_now(doc, dates, reference)
        stages += found
        if reference.anchor:
            stages += stages_near(doc, lexicon, reference.anchor, near)
        if has_worked(doc, lexicon, reference):
            stages.append("delivering")
    if is_news:
        # "launched on Monday a plan …": what else the article calls delivered or reviewed is something else
        stages = [stage for stage in stages if stage not in ("delivering", "reviewed")]
    if is_today:
        stages = [stage for stage in stages if stage != "in_progress"]
    is_told = bool(own) and own[0].group.horizon() is None  # by the text, not by the name
    return _furthest(doc, stages, horizon, is_told=is_told), new


def _stages_told(doc: Document, lexicon: PlanWords, reference: Reference, near: list[Reference]) -> list[Stage]:
    """Stages that a reference reports, by the words around it or, where it is an occasion, by itself."""
    if reference.is_occasion:
        said = range(reference.first, reference.last)
        cues = [lexicon.status.at(doc.tokens, k, reference.last) for k in said]
        return [cue[0] for cue in cues if cue and cue[0] in NEW]
    found = stages_near(doc, lexicon, (reference.first, reference.last), near, reference.is_pronoun)
    if reference.is_implied:
        return [s for s in (*found, *_implied_stage(doc, lexicon, reference)) if s in _SHOWN]
    return found


def out_for(doc: Document, dates: list[DateMention], new: list[Reference], references: list[Reference]) -> int:
    """Days since a plan came out, by the times told with it; 0 where none is, or where that is news.

    Args:
        doc: the article.
        dates: the times that it names.
        new: the places where it tells that the plan has come out.
        references: those that refer to any plan, in order.
    """
    lexicon = plan_words(doc.language)
    ages: list[int] = []
    today = doc.published_on
    if today is None or not any((today - date.end).days > _FRESH for date in dates):
        return 0
    for reference in new:
        near = in_sentence(references, reference.sentence)
        name = (reference.first, reference.last)
        low, high = _reach(doc, lexicon, name, near)
        sentence = doc.sentences[reference.sentence].first
        if _opening_stage(doc, lexicon, sentence, name, near):
            low = sentence
        told = [date for date in dates if doc.tokens[low].start <= date.span.start < doc.tokens[high - 1].end]
        if not told:
            continue
        cues = [k for k in range(low, high) if (cue := lexicon.status.at(doc.tokens, k, high)) and cue[0] in NEW]
        ages += [(today - _nearest(told, doc.tokens[k].start).end).days for k in cues]
    return max(ages, default=0) if all(abs(age) > _FRESH for age in ages) else 0


def _nearest(dates: list[DateMention], at: int) -> DateMention:
    return min(dates, key=lambda date: abs(date.span.start - at))


def _is_news(doc: Document, dates: list[DateMention], reference: Reference) -> bool:
    """Whether an article opens with what a sentence tells of a plan, and no time long past stands there."""
    sentence = doc.sentences[reference.sentence]
    before = doc.sentences[: reference.sentence][-_LEAD * _FURNITURE :]
    if doc.published_on is None or sum(s.last - s.first > _SHORT for s in before) > _LEAD:
        return False
    first, last = doc.tokens[sentence.first].start, doc.tokens[sentence.last - 1].end
    told = [date for date in dates if first <= date.span.start < last]
    return not any(date.end < doc.published_on - dt.timedelta(_OLD) for date in told)


def _is_dated_now(doc: Document, dates: list[DateMention], reference: Reference) -> bool:
    """Whether a day close to publication is told in a sentence."""
    sentence = doc.sentences[reference.sentence]
    first, last = doc.tokens[sentence.first].start, doc.tokens[sentence.last - 1].end
    days = [date for date in dates if first <= date.span.start < last and date.precision == "day"]
    return any(doc.published_on and abs((doc.published_on - date.end).days) <= _RECENT for date in days)


def _implied_stage(doc: Document, lexicon: PlanWords, reference: Reference) -> list[Stage]:
    """What words that stand for a plan tell of it themselves ("To date, 400 schools …", "Two years later, …")."""
    first, last = reference.first, doc.sentences[reference.sentence].last
    cue = lexicon.status.at(doc.tokens, first, last)
    limits = (doc.sentences[reference.sentence].first, last)
    stage = cue_stage(doc, cue, first, limits, (first, first), is_pronoun=False) if cue else None
    return [stage] if stage else []


def _furthest(doc: Document, stages: list[Stage], horizon: int | None, *, is_told: bool = False) -> PlanStatus | None:
    """The furthest stage; what a plan has brought tells nothing of one over, unless the text tells its years."""
    is_over = horizon is not None and doc.published_on is not None and horizon < doc.published_on.year
    if ("delivering" in stages or "reviewed" in stages) and not is_over:
        stages.append("in_progress")
    if "expired" in stages and is_over:
        stages.append("completed")
    if "running" in stages and not is_over and _COMING.isdisjoint(stages[: stages.index("running")]):
        stages.append("in_progress")
    # "will have a strategy, he announced": it is yet to come
    if "adopted" in stages or ("announced" in stages and "in_preparation" not in stages):
        stages.append("presented")
    known = [stage for stage in _STAGES if stage in stages]
    if not known and is_over and is_told and "delivering" in stages:
        return "completed"
    return known[-1] if known else None


def title_status(doc: Document, plan: Plan) -> PlanStatus | None:
    """Stage that the title alone tells of the plan that the article is about ("Fiji drafts ocean plan")."""
    lexicon = plan_words(doc.language)
    title = analyse(doc.title, doc.language, is_tagged=False) if doc.title else None
    if title is None:
        return None
    tokens = title.tokens
    heads = [found for k in range(len(tokens)) if (found := lexicon.heads.at(tokens, k, len(tokens)))]
    named = set(words(doc.title or "")).issuperset(words(plan.name))
    if not named and all(head.kind != plan.kind or head.is_plural for head, _ in heads):
        return None
    stages = [cue[0] for k in range(len(tokens)) if (cue := lexicon.status.at(tokens, k, len(tokens)))]
    return _furthest(doc, stages, plan.horizon_year) if len(set(stages)) == 1 else None


def stages_near(
    doc: Document,
    lexicon: PlanWords,
    name: Range,
    near: list[Reference] | None,
    is_pronoun: bool = False,
) -> list[Stage]:
    """Stages that the words around a mention report, up to the next mention of another plan."""
    low, high = _reach(doc, lexicon, name, near or [])
    aside = _aside(doc, name, near or [], high)
    first = doc.sentence_at(doc.tokens[name[0]].start).first
    found: list[Stage] = []
    making = False
    if split := _split_stage(doc, lexicon, first, name, high):
        found.append(split)
    if opening := _opening_stage(doc, lexicon, first, name, near or []):
        found.append(opening)
    if _is_long_ago(doc, lexicon, low, name[0]):
        found.append("in_progress")
    k = low
    while k < high:
        if name[0] <= k < name[1]:
            k = name[1]
            continue
        if k in aside:
            k = aside.stop  # told of another plan
            continue
        cue = lexicon.status.at(doc.tokens, k, high)
        if cue is None or (k < name[0] < cue[1] and doc.tokens[name[0]].is_capitalised):
            k += 1  # none, or the name's own words ("le Projet d'appui …" is no draft)
            continue
        if k >= name[1] and cue[1] >= high - 1 and _is_of_next(doc, lexicon, (k, cue[1]), high, near or []):
            break
        stage = cue_stage(doc, cue, k, (first, high), name, is_pronoun=is_pronoun)
        if stage and not (making and k >= name[1] and (stage in NEW or stage == "delivering")):
            found.append(stage)
        # "the drafting of the plan was launched": what follows is told of the drafting
        making = making or (
            stage == "in_preparation" and _is_at_once(lexicon, doc.tokens[cue[1] : name[0]], cue[1], name)
        )
        k = cue[1]
    return _without_drafts(lexicon, found, doc.tokens[max(first, name[0] - DRAFT_WITHIN) : name[0] + 1])


def _is_of_next(doc: Document, lexicon: PlanWords, cue: Range, high: int, near: list[Reference]) -> bool:
    """Whether a noun governs the next plan ("at the launch of X, he said that a review of Y was under way")."""
    if not any(r.first == high for r in near) or not any(t.pos == "NOUN" for t in doc.tokens[cue[0] : cue[1]]):
        return False
    return all(t.folded in lexicon.determiners or t.pos == "ADP" for t in doc.tokens[cue[1] : high])


def _is_at_once(lexicon: PlanWords, between: list[Token], behind: int, name: Range) -> bool:
    """Whether a noun before a plan governs it, with nothing but small words between them."""
    return behind <= name[0] and all(t.folded in lexicon.small for t in between)


def _split_stage(doc: Document, lexicon: PlanWords, first: int, name: Range, high: int) -> Stage | None:
    """What a verb with its particle behind the plan tells ("put the plan in place", "a rendu le plan public")."""
    found = lexicon.particles.at(doc.tokens, name[1], high) if name[1] < high else None
    if not found:
        return None
    k = name[0] - 1
    while k > first and (doc.tokens[k].folded in lexicon.determiners or doc.tokens[k].folded in lexicon.qualifiers):
        k -= 1
    stage = found[0].get(doc.tokens[k].folded)
    return stage_of(doc, lexicon, (stage, found[1]), doc.tokens[max(first, k - BEFORE) : k], high) if stage else None


def _opening_stage(doc: Document, lexicon: PlanWords, first: int, name: Range, near: list[Reference]) -> Stage | None:
    """What a participle that opens the sentence tells of its subject ("Tabled in May in the House, the plan …")."""
    tokens = doc.tokens
    comma = name[0] - 1
    while comma > first and (tokens[comma].folded in lexicon.determiners or tokens[comma].folded in lexicon.qualifiers):
        comma -= 1
    if comma <= first or tokens[comma].text != ",":
        return None
    cue = lexicon.status.at(tokens, first, name[0])
    if cue is None or cue[0] not in DONE or tokens[first].verb == "Inf" or any(r.first < name[0] for r in near):
        return None
    return stage_of(doc, lexicon, cue, [], name[0])


def _is_long_ago(doc: Document, lexicon: PlanWords, low: int, high: int) -> bool:
    """Whether half a year or more has passed since what is told of the plan ("two years after the launch of …")."""
    for k in range(low, high):
        if doc.tokens[k].folded in lexicon.since and _is_since(doc, lexicon, k, high):
            return True
        if k == 0 or doc.tokens[k].folded not in lexicon.elapsed_after:
            continue
        unit, number = doc.tokens[k - 1].folded, doc.tokens[k - 2].folded if k > 1 else ""
        told = any(
            cue and cue[0] in DONE
            for cue in (lexicon.status.at(doc.tokens, j, high) for j in range(k + 1, min(high, k + BEFORE)))
        )
        is_few = number in lexicon.few_months or (number.isdecimal() and int(number) < _HALF_YEAR)
        if told and (unit in lexicon.elapsed_years or (unit in lexicon.elapsed_months and not is_few)):
            return True
    return False


def _is_since(doc: Document, lexicon: PlanWords, k: int, name: int) -> bool:
    """Whether something is told since a plan came out ("since the adoption of the plan", "since the plan was …")."""
    if any(lexicon.is_ahead(t) or t.text == "," for t in doc.tokens[k:name]):
        return False
    first = doc.sentence_at(doc.tokens[k].start)
    comma = next((j for j in range(name, first.last) if doc.tokens[j].text == ","), first.last)
    last = min(comma, name + BEFORE)
    found = (lexicon.status.at(doc.tokens, j, last) for j in range(k + 1, last))
    is_told = any(cue and cue[0] in DONE for cue in found)
    return is_told and name - k <= BEFORE and any(t.folded in lexicon.perfect for t in _others(doc, first, k, last))


def _others(doc: Document, sentence: Sentence, k: int, last: int) -> list[Token]:
    """Words of a sentence outside the clause from token `k` up to `last`."""
    return [*doc.tokens[sentence.first : k], *doc.tokens[last : sentence.last]]


def _without_drafts(lexicon: PlanWords, stages: list[Stage], before: list[Token]) -> list[Stage]:
    """Stages without what is told of a draft."""
    if any(t.folded in lexicon.drafts for t in before):
        return [stage for stage in stages if stage not in ("presented", "announced")]
    return stages


def _is_coordinated(lexicon: PlanWords, between: list[Token]) -> bool:
    """Whether only "and" and words without a verb stand between two mentions."""
    if all(t.folded in lexicon.small or t.text in ",()" for t in between):
        return True
    rest = [t for t in between if t.folded not in lexicon.determiners]
    joins = rest[-1].folded in lexicon.joiners if rest else True
    return joins and len(between) <= _AND_WITHIN and all(t.pos not in ("VERB", "AUX") for t in between)


def _behind_relation(doc: Document, lexicon: PlanWords, first: int, last: int) -> int:
    """Position behind the verb that relates two plans: "X, to be adopted in May, will replace Y" tells all of X."""
    found = [lexicon.relating.at(doc.tokens, k, last) for k in range(first, last)]
    return max([first, *(behind for match in found if match for behind in match[1:])])


def _behind_clause(doc: Document, lexicon: PlanWords, k: int, edge: int) -> int:
    """Position behind the relative clause at token `k` ("like X, which ended in May, Y was adopted": X has ended)."""
    if k + 1 >= edge or doc.tokens[k].text != "," or doc.tokens[k + 1].folded not in lexicon.subjects:
        return k
    return next((j for j in range(k + 1, edge) if doc.tokens[j].text == ","), k)


def _from_sequel(doc: Document, lexicon: PlanWords, low: int, edge: int) -> int:
    """Position of the noun of succession before a plan: of that it is told that one "is working on the sequel to X"."""
    for k in range(edge - 1, max(low, edge - _SUCCEEDS_WITHIN) - 1, -1):
        if doc.tokens[k].pos == "NOUN" and lexicon.succession.at(doc.tokens, k, edge):
            return k
    return low


def _reach(doc: Document, lexicon: PlanWords, name: Range, near: list[Reference]) -> Range:
    """Tokens that may report on a mention: those up to other plans, coordinated ones apart."""
    sentence = doc.sentence_at(doc.tokens[name[0]].start)
    is_subject = name[0] - sentence.first < _SUBJECT
    low = max(sentence.first, name[0] - BEFORE)
    high = sentence.last if is_subject else min(sentence.last, name[1] + AFTER)
    edge = name[0]
    low = _from_sequel(doc, lexicon, low, edge)
    for other in reversed(near):
        if other.last > edge:
            continue
        if not _is_coordinated(lexicon, doc.tokens[other.last : edge]):
            low = max(low, _behind_relation(doc, lexicon, _behind_clause(doc, lexicon, other.last, edge), edge))
            break
        # "presented the X Plan and the Y Strategy": the verb is of both
        edge, low = other.first, max(sentence.first, other.first - BEFORE)
    behind = _aside(doc, name, near, high)
    for other in near:
        if other.first >= name[1] and other.first not in behind:
            high = min(high, other.first)
    start = _behind_relative(doc, lexicon, name[1], high)
    for k in range(start, min(high, start + _SUCCEEDS_WITHIN)):
        if doc.tokens[k].text == ",":
            break  # "X, its predecessor, ended in June"
        is_passive = doc.tokens[k - 1].folded in lexicon.passive and all(r.last <= k for r in near)
        if lexicon.succession.at(doc.tokens, k, high) and not is_passive:
            # "the strategy replaces X, a framework which ran until 2022": told of X up to the next clause
            high = high if any(_resumes(doc, lexicon, j) for j in range(k, high - 1)) else k
            break
    high = min(high, _clause_end(doc, lexicon, name, near, high))
    # "work on a plan has begun, with the present one, adopted in 2018, running out": what follows is of another
    if not lexicon.ellipses.may_open_in(doc.words[name[1] : high]):
        return low, high
    return low, next((k for k in range(name[1], high) if lexicon.ellipses.at(doc.tokens, k, high)), high)


def _behind_relative(doc: Document, lexicon: PlanWords, k: int, high: int) -> int:
    """Position behind what stands between commas before the verb ("the text, which is to be adopted, replaces …").

    Where no comma ends it, the position behind the pronoun: "adopted X, which replaces …".
    """
    if k + 1 >= high or doc.tokens[k].text != "," or doc.tokens[k + 1].folded not in lexicon.subjects:
        return k
    comma = next((j for j in range(k + 1, high) if doc.tokens[j].text == ","), high)
    replaces = any(lexicon.succession.at(doc.tokens, j, comma) for j in range(k + 2, min(comma, k + _SUCCEEDS_WITHIN)))
    return k + 2 if replaces or comma + 1 >= high else comma + 1


def _clause_end(doc: Document, lexicon: PlanWords, name: Range, near: list[Reference], high: int) -> int:
    """Where a relative clause ends that a mention stands in: what follows is told of what the clause is about."""
    low = doc.sentence_at(doc.tokens[name[0]].start).first
    relatives = [
        k
        for k in range(max(low, name[0] - _RELATIVE), name[0])
        if doc.tokens[k].folded in lexicon.relative or doc.tokens[k].folded in lexicon.subjects
    ]
    comma = next((k for k in range(name[1], high) if doc.tokens[k].text == ","), high)
    if not relatives or comma + 1 >= high:
        return high
    if doc.tokens[name[1]].verb == "Fin" or lexicon.relating.at(doc.tokens, name[1], high):
        return comma  # "X, which the new strategy replaces, was wound up"
    is_within = doc.tokens[comma + 1].verb == "Fin" and any(r.last < relatives[-1] + 1 for r in near)
    return comma if is_within else high  # "X, which serves Y, was adopted in May"


def _aside(doc: Document, name: Range, near: list[Reference], high: int) -> range:
    """Tokens from another plan to the end of the clause between commas that names it ("X, which serves Y, is …")."""
    if name[1] >= high or doc.tokens[name[1]].text != ",":
        return range(0)
    comma = next((k for k in range(name[1] + 1, high) if doc.tokens[k].text == ","), None)
    other = next((r.first for r in near if r.first > name[1]), None)
    return range(other, comma) if comma and other and other < comma else range(0)


def _resumes(doc: Document, lexicon: PlanWords, j: int) -> bool:
    """Whether a second verb of the same subject follows token `j` ("replaces X and was launched in May")."""
    return doc.tokens[j].folded in lexicon.joiners and doc.tokens[j + 1].verb == "Fin"
