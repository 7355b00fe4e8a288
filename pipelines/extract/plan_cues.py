"""Words that tell a plan's stage: whether they are said of the plan, and what they tell of it there."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.extract.document import Document, Token
from pipelines.extract.plan_lexicon import PlanWords, Stage, plan_words
from pipelines.extract.plan_reading import Range

DONE = frozenset(("delivering", "presented", "announced", "adopted", "launched", "completed"))
NEW = frozenset(("presented", "announced", "adopted", "launched"))
AFTER = 24  # tokens behind a mention in which a verb may report on it
DRAFT_WITHIN = 3  # tokens
_FUTURE_WITHIN = 14  # tokens
_AHEAD = 9  # tokens behind a noun of review in which its date to come is told
_BEFORE_WITHIN = 5  # tokens
_COUNTED = 3  # tokens before a noun in which a number shows that it is counted
_MODAL = 6  # tokens before a verb in which "will", "is to" and the like make it future
_NEGATED_WITHIN = 4  # tokens
_OBJECT = 4  # tokens behind a verb in which its object stands
_PART = 4  # tokens
_PARTICIPLE_WITHIN = 6  # tokens
_PREDICATE = 4  # tokens
_PURPOSE = 12  # tokens before an infinitive in which a verb of coming together makes it one of purpose
_QUOTES = frozenset('"«“”»')
_RUN = 5  # tokens
_TIME_WITHIN = 3  # tokens


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that may tell a plan's stage, at tokens [first, last), and the plan's mention that they may be about."""

    stage: Stage
    first: int
    last: int
    name: Range
    limits: Range  # tokens of the sentence's start and of where the mention's reach ends
    passive: bool


def cue_stage(
    doc: Document, found: tuple[Stage, int], k: int, limits: Range, name: Range, *, is_pronoun: bool
) -> Stage | None:
    """What the cue at token `k` tells of a plan.

    Args:
        doc: the article.
        found: what the cue stands for by itself, and the position behind it.
        k: its first token.
        limits: first token of the sentence, and the position behind the last that may tell of the plan.
        name: tokens of the mention of the plan.
        is_pronoun: whether that mention is a pronoun, of which only a verb in the passive is sure to tell.
    """
    lexicon = plan_words(doc.language)
    window = doc.tokens[max(limits[0], k - _MODAL) : k]
    is_object = doc.tokens[name[0]].folded in lexicon.object_pronouns  # "en a exposé les grandes lignes"
    said = (*window, *doc.tokens[k : found[1]]) if found[0] == "in_preparation" else window
    passive = k == limits[0] or is_object or any(t.folded in lexicon.passive and t.pos != "NOUN" for t in said)
    is_told = k == name[1] and found[0] != "delivering"  # "it should reach the cabinet", not "it has drawn comments"
    if not passive and ((is_pronoun and not is_told) or k >= name[1] + AFTER):
        return None
    stage = stage_of(doc, lexicon, found, window, limits[1])
    if found[0] == "ran":
        return stage if k >= name[1] else None
    cue = _Cue(stage or found[0], k, found[1], name, limits, passive)
    if stage in (None, "in_preparation") and found[0] in ("in_preparation", "intended"):
        purpose = None if _is_told_of_past(doc, lexicon, cue) else _purpose(doc, lexicon, cue)
        if purpose:
            return purpose
    if stage is None:
        return None
    if any(t.pos in ("NOUN", "PROPN", "X") for t in doc.tokens[k : found[1]]):
        told = _noun_stage(doc, lexicon, cue)
        if told != stage:
            return told
    return None if _is_of_something_else(doc, lexicon, cue) else _verb_stage(doc, lexicon, cue)


def _noun_stage(doc: Document, lexicon: PlanWords, cue: _Cue) -> Stage | None:
    """What a noun tells, given the predicate that stands with it."""
    stage, window = cue.stage, doc.tokens[max(cue.limits[0], cue.first - _COUNTED) : cue.first]
    if stage in ("reviewed", "in_progress") and _is_ahead(doc, lexicon, cue):
        return None
    if stage == "in_progress" and _is_of_before(doc, lexicon, cue):
        return None
    if stage == "launched" and cue.last == cue.first + 1 and any(t.text[0].isdigit() for t in window):
        return None  # "12 orbital launches a year"
    is_done = stage in ("presented", "adopted", "launched")
    if stage in ("presented", "launched") and _is_of_other_noun(doc, lexicon, cue):
        return None
    return "in_preparation" if is_done and _is_expected(doc, lexicon, cue) else stage


def _is_of_before(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether a noun tells of what was before the plan's news ("after a year of delays, … published the plan")."""
    before = doc.tokens[max(cue.limits[0], cue.first - _BEFORE_WITHIN) : cue.first]
    comma = max((n for n, t in enumerate(before) if t.text == ","), default=-1)
    is_after = any(t.folded in lexicon.elapsed_after for t in before[comma + 1 :])
    return is_after and cue.last < cue.name[0] and doc.tokens[cue.last].text == ","


def _is_of_other_noun(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether a noun is linked to another thing than the plan ("with the signing of a contract")."""
    last, name = cue.last, cue.name
    if last >= len(doc.tokens) or not (link := lexicon.links.at(doc.tokens, last, min(len(doc.tokens), last + 4))):
        return False
    k = link[1]
    while k < len(doc.tokens) and (doc.tokens[k].folded in lexicon.determiners or not doc.tokens[k].text[0].isalnum()):
        k += 1
    return name[1] <= k < len(doc.tokens) and doc.tokens[k].pos == "NOUN"


def _is_after_future(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether the verb before a noun is of the future ("fera l'objet, en mai, d'une présentation")."""
    for k in range(cue.first - 1, max(cue.limits[0], cue.first - _FUTURE_WITHIN) - 1, -1):
        token = doc.tokens[k]
        if token.verb == "Fin":
            return _is_future(lexicon, token)
    return False


def _verb_stage(doc: Document, lexicon: PlanWords, cue: _Cue) -> Stage | None:
    """What a verb of which the plan is the subject or the object tells."""
    if cue.stage == "in_preparation":
        return None if _is_told_of_past(doc, lexicon, cue) else cue.stage
    if cue.stage == "delivering":
        return None if cue.first < cue.name[1] or _is_when(doc, lexicon, cue) else cue.stage
    return _completed(doc, lexicon, cue) if cue.stage == "completed" else cue.stage


def _completed(doc: Document, lexicon: PlanWords, cue: _Cue) -> Stage | None:
    """What is told of a plan where something is said to be over."""
    k, name = cue.first, cue.name
    if _is_when(doc, lexicon, cue) or (name[1] < k and doc.tokens[name[1]].folded == "'s"):
        return None  # "once the plan has run its course", "the plan's appraisal was completed"
    start = _past_insertion(doc, name[1], k)
    if any(_is_count(doc, lexicon, j) for j in range(start + 1, k)):
        return "delivering"  # "of the 300 actions in the plan, 41 have been completed"
    if not lexicon.parts.isdisjoint(doc.words[max(cue.limits[0], name[0] - _PART) : name[0]]):
        return "in_progress"  # "the first phase of the plan has been completed"
    if _is_of_clause(doc, lexicon, start, k):
        return None  # "welcomed the plan but warned that the bridge had been closed"
    is_near = k < start + _PARTICIPLE_WITHIN and _governs(doc, lexicon, cue.last, name)
    # not "has completed 40 of its projects", "closed a workshop on the plan"
    return "completed" if cue.passive or is_near else None


def _past_insertion(doc: Document, last: int, k: int) -> int:
    """Position behind what commas insert between a subject that ends at `last` and its verb at `k`."""
    signs = ",–—"
    return k if k - 1 > last and doc.tokens[last].text in signs and doc.tokens[k - 1].text in signs else last


def _is_count(doc: Document, lexicon: PlanWords, j: int) -> bool:
    """Whether a number counts something, and is no day or year."""
    text = doc.tokens[j].text
    beside = doc.words[j - 1 : j + 2]
    is_year = len(text) == 4 and text.isdecimal()
    if doc.tokens[j].pos == "NUM" and text.isalpha():
        return True  # "three have been completed"
    return text[0].isdigit() and not is_year and lexicon.calendar.isdisjoint(beside)


def _is_when(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether the plan's clause only tells when something else is to be ("once the plan has reached the coast")."""
    opening = doc.words[max(cue.limits[0], cue.name[0] - DRAFT_WITHIN) : cue.name[0]]
    return not lexicon.whenever.isdisjoint(opening)


def _is_of_something_else(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether the subject or the object of a cue is another thing than the plan."""
    if cue.stage == "running":  # "runs to 90 pages"
        return not any(_is_time(lexicon, t) for t in doc.tokens[cue.last : min(cue.limits[1], cue.last + _RUN)])
    if cue.stage == "in_progress" and cue.last == cue.first + 1:  # "ongoing reforms would help with the plan"
        return _describes_other(doc, cue)
    if cue.first < cue.name[1]:
        # "unveiled a budget, which takes the country to Vision 2030"
        between = doc.tokens[cue.last : cue.name[0]]
        is_clause = any(t.folded in lexicon.relative or t.verb == "Fin" for t in between)
        is_review = any(
            found and found[0] in ("reviewed", "in_progress")
            for found in (lexicon.status.at(doc.tokens, j, cue.name[0]) for j in range(cue.last, cue.name[0]))
        )  # "laid before the House the first audit of the plan"
        return cue.stage in NEW and (is_clause or is_review or _is_aside(lexicon, between))
    return _is_of_other_behind(doc, lexicon, cue)


def _is_of_other_behind(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """The same for a cue behind the plan's mention."""
    if doc.tokens[cue.first - 1].folded in lexicon.relative and cue.stage in NEW | {"in_preparation"}:
        return False  # "le plan que prépare la ministre"
    if cue.stage in NEW:
        if cue.passive:
            return _is_of_subject(doc, lexicon, cue)
        return _is_verb_of_other(doc, lexicon, cue)
    if cue.stage == "delivering":
        return _is_of_other_clause(doc, lexicon, cue.name[1], cue.first)
    if cue.stage == "in_progress":  # "under the plan, the state will continue to build"
        return doc.tokens[cue.first].verb == "Fin" and _has_other_subject(doc, cue.name[1], cue.first)
    if cue.stage == "reviewed":  # "the plan ignores the inquiry into dams"
        ending = doc.tokens[cue.last - 1].folded
        return ending in lexicon.small or ending in lexicon.ending
    # "the plan aims to develop rural roads"
    return cue.stage == "in_preparation" and not cue.passive and _has_object(doc, lexicon, cue.last, cue.limits[1])


def _is_of_subject(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether the subject of a verb is a noun that only has to do with the plan ("the report on the plan was out")."""
    return _is_aside(lexicon, doc.tokens[max(cue.limits[0], cue.name[0] - _PART) : cue.name[0]])


def _is_aside(lexicon: PlanWords, between: list[Token]) -> bool:
    """Whether a verb's object is a noun that only has to do with the plan ("published a report on the plan")."""
    k = len(between) - 1
    while k >= 0 and (between[k].folded in lexicon.determiners or between[k].folded in lexicon.qualifiers):
        k -= 1
    if k < 0 or between[k].folded not in lexicon.asides:
        return False
    return any(t.pos == "NOUN" and t.folded not in lexicon.calendar for t in between[:k])


def _is_verb_of_other(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether a verb in the active voice has an object behind it ("under the plan the state launched 30 projects")."""
    before = doc.tokens[cue.first - 1]
    is_active = doc.tokens[cue.first].verb == "Fin" or (before.pos == "AUX" and before.folded not in lexicon.passive)
    if not is_active or not _has_object(doc, lexicon, cue.last, cue.limits[1]):
        return False
    after = doc.tokens[cue.last : cue.last + _TIME_WITHIN]
    return not any(t.folded in lexicon.calendar or _is_time(lexicon, t) for t in after)


def _is_time(lexicon: PlanWords, token: Token) -> bool:
    word = token.folded
    is_year = len(token.text) == 4 and token.text.isdecimal()
    return is_year or word in lexicon.calendar or word in lexicon.elapsed_years or word in lexicon.decades


def _is_of_other_clause(doc: Document, lexicon: PlanWords, last: int, k: int) -> bool:
    """Whether the verb at `k` belongs to a clause or a quotation that opens behind the mention that ends at `last`."""
    if doc.tokens[k - 1].folded in lexicon.joiners:
        return False
    is_inserted = is_relative = is_other = False
    for token in doc.tokens[last:k]:
        if token.text in _QUOTES:
            return True
        if token.text == ",":
            is_inserted, is_relative = not is_inserted, False
        is_relative = is_relative or token.folded in lexicon.relative
        is_other = is_other or token.pos in ("NOUN", "PROPN")
        if not is_inserted and not is_relative and token.verb == "Fin":
            if is_other or token.folded not in lexicon.passive:
                return True
            is_other = True  # "is two years behind"
    return False


def _has_other_subject(doc: Document, last: int, k: int) -> bool:
    """Whether a noun stands between a mention that ends at `last` and the verb at `k`, asides between commas apart."""
    commas = [j for j in range(last, k) if doc.tokens[j].text == ","]
    between = doc.tokens[commas[-1] + 1 : k] if len(commas) % 2 == 0 and commas else doc.tokens[last:k]
    return any(t.pos in ("NOUN", "PROPN") for t in between)


def _has_object(doc: Document, lexicon: PlanWords, last: int, high: int) -> bool:
    """Whether a verb that ends at `last` has an object of its own behind it."""
    if last >= high or doc.tokens[last - 1].pos not in ("VERB", "AUX"):
        return False
    after = doc.tokens[last]
    is_nominal = after.pos in ("NOUN", "ADJ", "PROPN", "NUM") or after.text[0].isdigit()
    return is_nominal or (after.folded in lexicon.determiners and after.pos != "ADP")  # not "soumis aux maires"


def _is_told_of_past(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether a participle only tells who wrote a plan ("élaboré avec l'aide de"), or another verb has the plan."""
    token = doc.tokens[cue.first]
    window = doc.tokens[max(cue.limits[0], cue.first - _MODAL) : cue.first]
    if cue.last > cue.first + 1:
        return False
    # Folded, "élaboré" and "élabore" are one.
    if token.text.endswith(lexicon.participle_endings) and not any(
        lexicon.is_ahead(t) or t.folded in lexicon.yet for t in window
    ):
        return True
    if token.pos not in ("VERB", "AUX") or cue.last > cue.name[0]:
        return False
    between = doc.tokens[cue.last : cue.name[0]]
    return any(t.pos == "VERB" and t.folded not in lexicon.qualifiers for t in between)


def _describes_other(doc: Document, cue: _Cue) -> bool:
    """Whether a cue is the adjective of a noun other than the plan's."""
    k, name = cue.first, cue.name
    token, after = doc.tokens[k], doc.tokens[min(k + 1, len(doc.tokens) - 1)]
    return token.pos == "ADJ" and after.pos == "NOUN" and not name[0] <= k + 1 < name[1]


def _purpose(doc: Document, lexicon: PlanWords, cue: _Cue) -> Stage | None:
    """Stage reached where people came together to reach it ("flew to Lyon on Monday to launch the plan")."""
    before = doc.tokens[max(cue.limits[0], cue.first - _PURPOSE) : cue.first]
    if any(lexicon.is_ahead(t) for t in before):
        return None
    if not any(lexicon.gathering.at(before, i, len(before)) for i in range(len(before))):
        return None
    done = lexicon.status.at(doc.tokens, cue.last - 1, cue.last)
    stage = done[0] if done else None
    return "launched" if stage == "launched" else "presented" if stage in ("presented", "adopted", "intended") else None


def _is_of_clause(doc: Document, lexicon: PlanWords, last: int, k: int) -> bool:
    """Whether a clause with a subject of its own opens between a mention that ends at `last` and the verb at `k`."""
    opener = next((j for j in range(k - 1, last, -1) if doc.tokens[j].folded in lexicon.relative), k)
    return any(doc.tokens[j].pos == "NOUN" for j in range(opener + 1, k))


def _is_ahead(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether a review is yet to come ("the first annual review of the plan is due in March 2031")."""
    start = cue.name[1] if cue.last <= cue.name[0] < cue.last + _AHEAD else cue.last
    ahead = doc.tokens[start : min(cue.limits[1], start + _AHEAD)]
    ahead = ahead[: next((j for j, t in enumerate(ahead) if t.text == ","), len(ahead))]
    return any(lexicon.is_ahead(t) or _is_to_come(doc, t) for t in ahead)


def _is_expected(doc: Document, lexicon: PlanWords, cue: _Cue) -> bool:
    """Whether the predicate of a noun tells of what is to come ("whose launch is expected in October")."""
    last, name = cue.last, cue.name
    if last > name[1] and _is_after_future(doc, lexicon, cue):
        return True
    start = name[1] if last <= name[0] < last + DRAFT_WITHIN else last
    if start > last and any(lexicon.is_ahead(t) for t in doc.tokens[last : name[0]]):
        return True  # "le lancement prochain du plan"
    start += doc.tokens[start].text == ","  # "whose adoption, hoped for before summer, …"
    for token in doc.tokens[start : min(cue.limits[1], start + _PREDICATE)]:
        if token.text in ",;:(" or token.folded in lexicon.relative:
            return False
        if lexicon.is_ahead(token) or token.folded in lexicon.drafts:
            return True
    return False


def _governs(doc: Document, lexicon: PlanWords, last: int, name: Range) -> bool:
    """Whether a verb that ends at `last` is told of the plan itself, no other noun standing between."""
    if last > name[1]:
        behind = doc.tokens[last : last + 1]
        behind = [t for t in behind if not _is_time(lexicon, t)]  # "a pris fin mardi", "stopped in 2019"
        return not any(t.text[0].isdigit() or t.folded in lexicon.articles or t.pos in ("NOUN", "NUM") for t in behind)
    between = doc.tokens[last : name[0]]
    return all(
        t.folded in lexicon.small
        or t.folded in lexicon.calendar
        or t.pos in ("ADJ", "ADV")
        or not t.text[0].isalnum()
        or (t.is_capitalised and doc.tokens[t.i - 1].pos == "ADP")  # "has closed in Lima the X programme"
        for t in between
    )


def stage_of(doc: Document, lexicon: PlanWords, cue: tuple[Stage, int], window: list[Token], high: int) -> Stage | None:
    """What a cue reports, given the words before and behind it."""
    stage, last = cue
    if any(t.folded in lexicon.negation for t in window[-_NEGATED_WITHIN:]) and stage in DONE:
        is_to_come = stage in NEW and any(t.folded in lexicon.yet for t in window[-_NEGATED_WITHIN:])
        return "in_preparation" if is_to_come else None  # "has not yet been adopted"
    if window and window[-1].text[0] in "-‑" and len(window[-1].text) > 1:
        return None  # "a-t-elle lancé": speech
    if stage in NEW and (any(lexicon.is_ahead(t) for t in window) or _is_future(lexicon, doc.tokens[last - 1])):
        return "in_preparation"
    if stage == "ran":
        return _run(doc, doc.tokens[last : min(high, last + _RUN)])
    if stage == "intended":
        ahead = lexicon.prospective | lexicon.promising
        return "in_preparation" if any(t.folded in ahead for t in window) else None
    behind = doc.tokens[last : min(high, last + _OBJECT)]
    if stage == "presented" and behind and behind[0].folded in lexicon.relative:
        return None  # "disclosed that it plans to …"
    if stage == "announced" and any(t.folded in lexicon.relative for t in behind):
        return None  # "announced that the plan would …"
    made = (lexicon.status.at(behind, k, len(behind)) for k in range(len(behind)))
    if stage == "launched" and any(
        cue and cue[0] == "in_preparation" and (cue[1] == k + 1 or behind[k].pos == "NOUN")
        for k, cue in enumerate(made)
    ):
        return None  # "launched consultations on", "a lancé l'élaboration de"
    return None if stage == "completed" and any(_is_to_come(doc, t) for t in behind) else stage


def _is_future(lexicon: PlanWords, token: Token) -> bool:
    """Whether a verb's ending tells of what is to come ("démarrera"), where the language has such."""
    return bool(lexicon.coming_endings) and token.verb == "Fin" and token.folded.endswith(lexicon.coming_endings)


def _is_to_come(doc: Document, token: Token) -> bool:
    text = token.text
    return bool(doc.published_on and len(text) == 4 and text.isdecimal() and int(text) > doc.published_on.year)


def _run(doc: Document, behind: list[Token]) -> Stage | None:
    """What "ran from 2019 to 2024" tells: the plan is over where its last year isn't to come."""
    years = [int(t.text) for t in behind if len(t.text) == 4 and t.text.isdecimal()]
    if not years or doc.published_on is None:
        return None
    return "completed" if years[-1] <= doc.published_on.year and len(years) > 1 else "in_progress"
