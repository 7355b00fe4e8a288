"""The stage that an article reports a plan to have reached, by the verbs around what refers to it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pipelines.extract.document import Document, Token, analyse
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
_MODAL = 6  # tokens before a verb in which "will", "is to" and the like make it future
_AFTER = 24  # tokens behind a mention in which a verb may report on it
_SUBJECT = 8  # tokens from a sentence's start within which a mention is taken for its subject
_OBJECT = 4  # tokens behind a verb in which its object stands
_PARTICIPLE_WITHIN = 6  # tokens
_AND_WITHIN = 10  # tokens
_DRAFT_WITHIN = 3  # tokens
_NEGATED_WITHIN = 4  # tokens
_DONE = frozenset(("delivering", "presented", "announced", "adopted", "launched", "completed"))
_PART = 4  # tokens
_PREDICATE = 4  # tokens
_RUN = 5  # tokens
_HALF_YEAR = 6  # months
_AHEAD = 9  # tokens behind a noun of review in which its date to come is told
_SHOWN = frozenset(("delivering", "in_progress", "reviewed"))
_NEW = frozenset(("presented", "announced", "adopted", "launched"))
_QUOTES = frozenset('"«“”»')
_PARTICIPLE = "é"  # folding makes "élabore" of "élaboré"
_SHORT = 8  # tokens; a by-line or a section's name has fewer
_LEAD = 1  # sentences with text before one that still opens the article
_FURNITURE = 8  # sentences, most of them short, that may stand before it
_OLD = 30  # days after which what an article tells is no news
_PURPOSE = 12  # tokens before an infinitive in which a verb of coming together makes it one of purpose
_SUCCEEDS_WITHIN = 4  # tokens
_RELATIVE = 4  # tokens before a mention in which a relative pronoun makes it part of a clause


def reported_status(
    doc: Document,
    dates: list[DateMention],
    own: list[Reference],
    references: list[Reference],
    horizon: int | None,
) -> PlanStatus | None:
    """The furthest stage that an article reports of a plan, None where it reports none.

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
    for reference in own:
        near = in_sentence(references, reference.sentence)
        found = stages_near(doc, lexicon, (reference.first, reference.last), near, reference.is_pronoun)
        if reference.is_occasion:
            said = range(reference.first, reference.last)
            cues = [lexicon.status.at(doc.tokens, k, reference.last) for k in said]
            found = [cue[0] for cue in cues if cue and cue[0] in _NEW]
        elif reference.is_implied:
            found = [s for s in (*found, *_implied_stage(doc, lexicon, reference)) if s in _SHOWN]
        if not stages and _NEW.intersection(found) and _is_news(doc, dates, reference):
            is_news = True
            is_today = "in_progress" not in found and _is_dated_now(doc, dates, reference)
        stages += found
        if reference.anchor:
            stages += stages_near(doc, lexicon, reference.anchor, near)
    if is_news:
        # "launched on Monday a plan …": what else the article calls delivered or reviewed is something else
        stages = [stage for stage in stages if stage not in ("delivering", "reviewed")]
    if is_today:
        stages = [stage for stage in stages if stage != "in_progress"]
    is_told = bool(own) and own[0].group.horizon() is None  # by the text, not by the name
    return _furthest(doc, stages, horizon, is_told=is_told)


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
    return any(doc.published_on and abs((doc.published_on - date.end).days) <= _OLD for date in days)


def _implied_stage(doc: Document, lexicon: PlanWords, reference: Reference) -> list[Stage]:
    """What words that stand for a plan tell of it themselves ("To date, 400 schools …", "Two years later, …")."""
    first, last = reference.first, doc.sentences[reference.sentence].last
    cue = lexicon.status.at(doc.tokens, first, last)
    limits = (doc.sentences[reference.sentence].first, last)
    stage = _cue_stage(doc, cue, first, limits, (first, first), is_pronoun=False) if cue else None
    return [stage] if stage else []


def _furthest(doc: Document, stages: list[Stage], horizon: int | None, *, is_told: bool = False) -> PlanStatus | None:
    """The furthest stage; what a plan has brought tells nothing of one over, unless the text tells its years."""
    is_over = horizon is not None and doc.published_on is not None and horizon < doc.published_on.year
    if ("delivering" in stages or "reviewed" in stages) and not is_over:
        stages.append("in_progress")
    if "expired" in stages and is_over:
        stages.append("completed")
    if "running" in stages and not is_over and not {"presented", "launched"} & set(stages[: stages.index("running")]):
        stages.append("in_progress")
    if "adopted" in stages:
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
    first = doc.sentence_at(doc.tokens[name[0]].start).first
    found: list[Stage] = []
    if opening := _opening_stage(doc, lexicon, first, name, near or []):
        found.append(opening)
    if _is_long_ago(doc, lexicon, low, name[0]):
        found.append("in_progress")
    k = low
    while k < high:
        if name[0] <= k < name[1]:
            k = name[1]
            continue
        cue = lexicon.status.at(doc.tokens, k, high)
        if cue is None or (k < name[0] < cue[1] and doc.tokens[name[0]].is_capitalised):
            k += 1  # none, or the name's own words ("le Projet d'appui …" is no draft)
            continue
        if stage := _cue_stage(doc, cue, k, (first, high), name, is_pronoun=is_pronoun):
            found.append(stage)
        k = cue[1]
    return _without_drafts(lexicon, found, doc.tokens[max(first, name[0] - _DRAFT_WITHIN) : name[0] + 1])


def _opening_stage(doc: Document, lexicon: PlanWords, first: int, name: Range, near: list[Reference]) -> Stage | None:
    """What a participle that opens the sentence tells of its subject ("Tabled in May in the House, the plan …")."""
    tokens = doc.tokens
    comma = name[0] - 1
    while comma > first and (tokens[comma].folded in lexicon.determiners or tokens[comma].folded in lexicon.qualifiers):
        comma -= 1
    if comma <= first or tokens[comma].text != ",":
        return None
    cue = lexicon.status.at(tokens, first, name[0])
    if cue is None or cue[0] not in _DONE or tokens[first].verb == "Inf" or any(r.first < name[0] for r in near):
        return None
    return _stage(doc, lexicon, cue, [], name[0])


def _is_long_ago(doc: Document, lexicon: PlanWords, low: int, high: int) -> bool:
    """Whether half a year or more has passed since what is told of the plan ("two years after the launch of …")."""
    for k in range(max(1, low), high):
        if doc.tokens[k].folded not in lexicon.elapsed_after:
            continue
        unit, number = doc.tokens[k - 1].folded, doc.tokens[k - 2].folded if k > 1 else ""
        told = any(
            cue and cue[0] in _DONE
            for cue in (lexicon.status.at(doc.tokens, j, high) for j in range(k + 1, min(high, k + BEFORE)))
        )
        is_few = number in lexicon.few_months or (number.isdecimal() and int(number) < _HALF_YEAR)
        if told and (unit in lexicon.elapsed_years or (unit in lexicon.elapsed_months and not is_few)):
            return True
    return False


def _cue_stage(
    doc: Document, cue: tuple[Stage, int], k: int, limits: Range, name: Range, *, is_pronoun: bool
) -> Stage | None:
    """What the cue at token `k` tells of the plan named at `name`, in a sentence that starts at `limits[0]`."""
    lexicon = plan_words(doc.language)
    window = doc.tokens[max(limits[0], k - _MODAL) : k]
    passive = k == limits[0] or any(t.folded in lexicon.passive for t in window)
    if not passive and (is_pronoun or k >= name[1] + _AFTER):
        return None
    stage = _stage(doc, lexicon, cue, window, limits[1])
    is_noun = any(t.pos in ("NOUN", "PROPN", "X") for t in doc.tokens[k : cue[1]])
    if stage in ("reviewed", "in_progress") and is_noun and _is_ahead(doc, lexicon, cue[1], limits[1], name):
        return None
    if stage == "launched" and is_noun and cue[1] == k + 1 and any(t.text[0].isdigit() for t in window[-3:]):
        return None  # "12 orbital launches a year"
    if (
        is_noun
        and stage in ("presented", "adopted", "launched")
        and _is_expected(doc, lexicon, cue[1], limits[1], name)
    ):
        return "in_preparation"
    if cue[0] == "ran":
        return stage if k >= name[1] else None
    if stage and _is_of_something_else(doc, lexicon, (stage, cue[1]), k, limits, name, passive=passive):
        return None
    if stage == "in_preparation" and _is_told_of_past(doc, lexicon, k, cue[1], window, name):
        return None
    is_ahead = stage == "in_preparation" or cue[0] == "intended"
    if is_ahead and (done := _purpose(doc, lexicon, k, cue[1], limits[0])):
        return done
    if stage == "completed" and any(t.text[0].isdigit() for t in doc.tokens[name[1] + 1 : k]):
        stage = "delivering"  # "of the 300 actions in the plan, 41 have been completed"
    if stage == "completed" and any(
        t.folded in lexicon.parts for t in doc.tokens[max(limits[0], name[0] - _PART) : name[0]]
    ):
        return "in_progress"  # "the first phase of the plan has been completed"
    if stage == "completed" and _is_of_clause(doc, lexicon, name[1], k):
        return None  # "welcomed the plan but warned that the bridge had been closed"
    is_near = k < name[1] + _PARTICIPLE_WITHIN and _governs(doc, lexicon, cue[1], name)
    if stage == "completed" and not passive and not is_near:
        return None  # "has completed 40 of its projects", "closed a workshop on the plan"
    return None if stage == "delivering" and k < name[1] else stage


def _is_of_something_else(
    doc: Document, lexicon: PlanWords, cue: tuple[Stage, int], k: int, limits: Range, name: Range, *, passive: bool
) -> bool:
    """Whether the subject or the object of a cue at token `k` is another thing than the plan named at `name`."""
    stage, last = cue
    if stage == "running":  # "runs to 74 pages"
        return not any(_is_time(lexicon, t) for t in doc.tokens[last : min(limits[1], last + _RUN)])
    if stage == "in_progress" and last == k + 1:  # "ongoing reforms would help with the plan"
        return _describes_other(doc, k, name)
    if stage in _NEW and k >= name[1]:
        return not passive and _is_verb_of_other(doc, lexicon, k, last, limits[1])
    if k < name[1]:
        # "unveiled a budget, which takes the country to Vision 2030"
        between = doc.tokens[last : name[0]]
        is_clause = any(t.folded in lexicon.relative or t.verb == "Fin" for t in between)
        return stage in _NEW and (is_clause or _is_aside(lexicon, between))
    if stage == "delivering":
        return _is_of_other_clause(doc, lexicon, name[1], k)
    if stage == "reviewed":  # "the plan ignores the inquiry into land use"
        return doc.tokens[last - 1].folded in lexicon.small or doc.tokens[last - 1].folded in lexicon.ending
    # "the plan aims to develop rural roads"
    return stage == "in_preparation" and not passive and _has_object(doc, lexicon, last, limits[1])


def _is_aside(lexicon: PlanWords, between: list[Token]) -> bool:
    """Whether a verb's object is a noun that only has to do with the plan ("published a report on the plan")."""
    k = len(between) - 1
    while k >= 0 and (between[k].folded in lexicon.determiners or between[k].folded in lexicon.qualifiers):
        k -= 1
    if k < 0 or between[k].folded not in lexicon.asides:
        return False
    return any(t.pos == "NOUN" and t.folded not in lexicon.calendar for t in between[:k])


def _is_verb_of_other(doc: Document, lexicon: PlanWords, k: int, last: int, high: int) -> bool:
    """Whether a verb in the active voice has an object behind it ("under the plan the state launched 30 projects")."""
    before = doc.tokens[k - 1]
    is_active = doc.tokens[k].verb == "Fin" or (before.pos == "AUX" and before.folded not in lexicon.passive)
    if not is_active or not _has_object(doc, lexicon, last, high):
        return False
    after = doc.tokens[last : last + 3]
    return not any(t.folded in lexicon.calendar or _is_time(lexicon, t) for t in after)


def _is_time(lexicon: PlanWords, token: Token) -> bool:
    word = token.folded
    is_year = len(token.text) == 4 and token.text.isdecimal()
    return is_year or word in lexicon.calendar or word in lexicon.elapsed_years or word in lexicon.decades


def _is_of_other_clause(doc: Document, lexicon: PlanWords, last: int, k: int) -> bool:
    """Whether the verb at `k` belongs to a clause or a quotation that opens behind the mention that ends at `last`."""
    if doc.tokens[k - 1].folded in lexicon.joiners:
        return False
    is_inserted = is_relative = False
    for token in doc.tokens[last:k]:
        if token.text in _QUOTES:
            return True
        if token.text == ",":
            is_inserted, is_relative = not is_inserted, False
        is_relative = is_relative or token.folded in lexicon.relative
        if not is_inserted and not is_relative and token.verb == "Fin":
            return True
    return False


def _has_object(doc: Document, lexicon: PlanWords, last: int, high: int) -> bool:
    """Whether a verb that ends at `last` has an object of its own behind it."""
    if last >= high or doc.tokens[last - 1].pos not in ("VERB", "AUX"):
        return False
    after = doc.tokens[last]
    return after.folded in lexicon.determiners or after.pos in ("NOUN", "ADJ", "PROPN", "NUM") or after.text[0].isdigit()


def _is_told_of_past(
    doc: Document, lexicon: PlanWords, k: int, last: int, window: list[Token], name: Range
) -> bool:
    """Whether a participle only tells who wrote a plan ("élaboré avec l'aide de"), or another verb has the plan."""
    token = doc.tokens[k]
    if last > k + 1:
        return False
    if token.text.rstrip("es")[-1:] == _PARTICIPLE and not any(t.folded in lexicon.prospective for t in window):
        return True
    if token.pos not in ("VERB", "AUX") or last > name[0]:
        return False
    between = doc.tokens[last : name[0]]
    return any(t.pos == "VERB" and t.folded not in lexicon.qualifiers for t in between)


def _describes_other(doc: Document, k: int, name: Range) -> bool:
    """Whether the adjective at `k` is that of a noun other than the plan's."""
    token, after = doc.tokens[k], doc.tokens[min(k + 1, len(doc.tokens) - 1)]
    return token.pos == "ADJ" and after.pos == "NOUN" and not name[0] <= k + 1 < name[1]


def _purpose(doc: Document, lexicon: PlanWords, k: int, last: int, low: int) -> Stage | None:
    """Stage reached where people came together to reach it ("flew to Lyon on Monday to launch the plan")."""
    before = doc.tokens[max(low, k - _PURPOSE) : k]
    if any(t.folded in lexicon.prospective for t in before):
        return None
    if not any(lexicon.gathering.at(before, i, len(before)) for i in range(len(before))):
        return None
    done = lexicon.status.at(doc.tokens, last - 1, last)
    stage = done[0] if done else None
    return "launched" if stage == "launched" else "presented" if stage in ("presented", "adopted", "intended") else None


def _is_of_clause(doc: Document, lexicon: PlanWords, last: int, k: int) -> bool:
    """Whether a clause with a subject of its own opens between a mention that ends at `last` and the verb at `k`."""
    opener = next((j for j in range(k - 1, last, -1) if doc.tokens[j].folded in lexicon.relative), k)
    return any(doc.tokens[j].pos == "NOUN" for j in range(opener + 1, k))


def _is_ahead(doc: Document, lexicon: PlanWords, last: int, high: int, name: Range) -> bool:
    """Whether a review is yet to come ("the first annual review of the plan is due in March 2031")."""
    start = name[1] if last <= name[0] < last + _AHEAD else last
    ahead = doc.tokens[start : min(high, start + _AHEAD)]
    return any(t.folded in lexicon.prospective or _is_to_come(doc, t) for t in ahead)


def _is_expected(doc: Document, lexicon: PlanWords, last: int, high: int, name: Range) -> bool:
    """Whether the predicate of a noun tells of what is to come ("whose launch is expected in October")."""
    start = name[1] if last <= name[0] < last + _DRAFT_WITHIN else last
    if start > last and any(t.folded in lexicon.prospective for t in doc.tokens[last : name[0]]):
        return True  # "le lancement prochain du plan"
    for token in doc.tokens[start : min(high, start + _PREDICATE)]:
        if token.text in ",;:(" or token.folded in lexicon.relative:
            return False
        if token.folded in lexicon.prospective:
            return True
    return False


def _without_drafts(lexicon: PlanWords, stages: list[Stage], before: list[Token]) -> list[Stage]:
    """Stages without what is told of a draft, or of a plan yet to come: "will have a strategy, he announced"."""
    if any(t.folded in lexicon.drafts for t in before):
        stages = [stage for stage in stages if stage not in ("presented", "announced")]
    if "announced" not in stages:
        return stages
    told: list[Stage] = [stage for stage in stages if stage != "announced"]
    return told if "in_preparation" in told else [*told, "presented"]


def _governs(doc: Document, lexicon: PlanWords, last: int, name: Range) -> bool:
    """Whether a verb that ends at `last` is told of the plan itself, no other noun standing between."""
    if last > name[1]:
        behind = doc.tokens[last : last + 1]
        return not any(t.text[0].isdigit() or t.folded in lexicon.articles or t.pos == "NOUN" for t in behind)
    between = doc.tokens[last : name[0]]
    return all(t.folded in lexicon.small or t.folded in lexicon.calendar or t.pos in ("ADJ", "ADV") for t in between)


def _stage(doc: Document, lexicon: PlanWords, cue: tuple[Stage, int], window: list[Token], high: int) -> Stage | None:
    """What a cue reports, given the words before and behind it."""
    stage, last = cue
    if any(t.folded in lexicon.negation for t in window[-_NEGATED_WITHIN:]) and stage in _DONE:
        return None
    if window and window[-1].text[0] in "-‑" and len(window[-1].text) > 1:
        return None  # "a-t-elle lancé": speech
    if stage in _NEW and any(t.folded in lexicon.prospective for t in window):
        return "in_preparation"
    if stage == "ran":
        return _run(doc, doc.tokens[last : min(high, last + _RUN)])
    if stage == "intended":
        return "in_preparation" if any(t.folded in lexicon.prospective for t in window) else None
    behind = doc.tokens[last : min(high, last + _OBJECT)]
    if stage == "presented" and behind and behind[0].folded in lexicon.relative:
        return None  # "disclosed that it plans to …"
    if stage == "announced" and any(t.folded in lexicon.relative for t in behind):
        return None  # "announced that the plan would …"
    if stage == "launched" and any(
        lexicon.status.at(behind, k, len(behind)) == ("in_preparation", k + 1) for k in range(len(behind))
    ):
        return None  # "launched consultations on", "a lancé l'élaboration de"
    return None if stage == "completed" and any(_is_to_come(doc, t) for t in behind) else stage


def _is_to_come(doc: Document, token: Token) -> bool:
    text = token.text
    return bool(doc.published_on and len(text) == 4 and text.isdecimal() and int(text) > doc.published_on.year)


def _run(doc: Document, behind: list[Token]) -> Stage | None:
    """What "ran from 2019 to 2024" tells: the plan is over where its last year isn't to come."""
    years = [int(t.text) for t in behind if len(t.text) == 4 and t.text.isdecimal()]
    if not years or doc.published_on is None:
        return None
    return "completed" if years[-1] <= doc.published_on.year and len(years) > 1 else "in_progress"


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


def _reach(doc: Document, lexicon: PlanWords, name: Range, near: list[Reference]) -> Range:
    """Tokens that may report on a mention: those up to other plans, coordinated ones apart."""
    sentence = doc.sentence_at(doc.tokens[name[0]].start)
    is_subject = name[0] - sentence.first < _SUBJECT
    low = max(sentence.first, name[0] - BEFORE)
    high = sentence.last if is_subject else min(sentence.last, name[1] + _AFTER)
    edge = name[0]
    for other in reversed(near):
        if other.last > edge:
            continue
        if not _is_coordinated(lexicon, doc.tokens[other.last : edge]):
            low = max(low, _behind_relation(doc, lexicon, other.last, edge))
            break
        # "presented the X Plan and the Y Strategy": the verb is of both
        edge, low = other.first, max(sentence.first, other.first - BEFORE)
    for other in near:
        if other.first >= name[1]:
            high = min(high, other.first)
    for k in range(name[1], min(high, name[1] + _SUCCEEDS_WITHIN)):
        if doc.tokens[k].text == ",":
            break  # "X, its predecessor, ended in June"
        if lexicon.succession.at(doc.tokens, k, high):
            # "the strategy replaces X, a framework which ran until 2022": told of X up to the next clause
            high = high if any(_resumes(doc, lexicon, j) for j in range(k, high - 1)) else k
            break
    opens = any(t.folded in lexicon.relative for t in doc.tokens[max(sentence.first, name[0] - _RELATIVE) : name[0]])
    verb = name[1] < high and (doc.tokens[name[1]].verb == "Fin" or lexicon.relating.at(doc.tokens, name[1], high))
    if opens and verb:
        # "X, which the new strategy replaces, was wound up": what follows the clause is told of X
        comma = next((k for k in range(name[1], high) if doc.tokens[k].text == ","), high)
        high = min(high, comma)
    return low, high


def _resumes(doc: Document, lexicon: PlanWords, j: int) -> bool:
    """Whether a second verb of the same subject follows token `j` ("replaces X and was launched in May")."""
    return doc.tokens[j].folded in lexicon.joiners and doc.tokens[j + 1].verb == "Fin"
