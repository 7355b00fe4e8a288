"""Plans that are only described ("a national water plan"): which are named ones in other words, which are their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.plan_groups import ANY_PLAN, BEFORE, NEUTRAL_WITHIN, PlanGroup
from pipelines.extract.plan_lexicon import plan_words
from pipelines.extract.plan_matching import sentences_before, tells_full_name
from pipelines.extract.plan_status import stages_near
from pipelines.extract.plan_wording import telling_words, text_of
from pipelines.extract.text import words

if TYPE_CHECKING:
    from pipelines.extract.document import Document
    from pipelines.extract.plan_reading import Mention
    from pipelines.extract.records import PlanKind

_STEM = 5  # letters by which words of one family are known: digital, digitale, digitalisation
_TOLD = 2  # words that tell what a plan is about, by which it is one for itself
_MIN_UNNAMED = 3.5  # see `_salience`
_TWO_SUBJECTS, _AS_NAMED = 2.75, 1.0  # what two telling words, and a state's adjective behind "the", add to it
_SUBJECT_TOLD, _NOUN_TOLD = 0.5, 0.5  # what a title adds to it
_NAMED_WITHIN = 4  # sentences
_PLAIN = frozenset(("plan", "strategy", "programme", "roadmap"))  # not "agenda", which much else is called


def place_descriptions(doc: Document, mentions: list[Mention], groups: list[PlanGroup]) -> None:
    """Give descriptions to the named plans that they are of; keep the best of the others as plans of their own."""
    unnamed: list[PlanGroup] = []
    for mention in mentions:
        if mention.form != "described" or mention.is_private:
            continue
        general = plan_words(doc.language).general_subjects
        owner = _apposed(doc, mention, groups) or _described_group(mention, groups, general)
        owner = owner or _named_in_full(doc, mention, groups)
        if owner:
            owner.aliases.append(mention)
            continue
        group = next((g for g in unnamed if _is_like(mention, g)), None)
        if group is None:
            group = PlanGroup(is_named=False)
            unnamed.append(group)
        group.mentions.append(mention)
    anaphora = [m for m in mentions if m.form == "bare" and m.determiner in ("definite", "demonstrative")]
    for group in unnamed:
        group.salience = _salience(doc, group, groups, anaphora)
    kept: list[PlanGroup] = []
    for group in sorted(unnamed, key=lambda g: (-g.salience, g.mentions[0].name)):
        if group.salience < _MIN_UNNAMED:
            break
        is_told = _is_owned(group) or _subjects(group) >= _TOLD
        rivals = (k for k in kept if _subjects(k) < _TOLD)
        if is_told or all(k.mentions[0].governing != group.mentions[0].governing for k in rivals):
            kept.append(group)
    groups += kept


def known_by_owner(doc: Document, mentions: list[Mention], groups: list[PlanGroup]) -> list[PlanGroup]:
    """Plans that only whose they are, how long they last or a capital tells apart from any ("the government's plan").

    Such a noun refers back where the article has another plan of its kind, unless it is told of first.
    """
    found: dict[PlanKind, PlanGroup] = {}
    for mention in mentions:
        kind = mention.governing
        if mention.form != "bare" or kind not in _PLAIN or mention.is_private or mention.is_heading:
            continue
        if not (_is_of_government(doc, mention) or mention.is_lasting or _is_capital_noun(doc, mention)):
            continue
        is_known = mention.determiner in ("definite", "demonstrative", "possessive")
        if is_known or (mention.is_lasting and mention.determiner):
            found.setdefault(kind, PlanGroup(is_named=False, salience=_MIN_UNNAMED)).mentions.append(mention)
    kept = []
    if not found and not groups and (only := _told_in_lead(doc, mentions)):
        found[only.governing or "plan"] = PlanGroup(mentions=[only], is_named=False, salience=_MIN_UNNAMED)
    for kind, group in found.items():
        first, capitals = group.mentions[0], [m for m in group.mentions if _is_capital_noun(doc, m)]
        alike = [m for g in groups for m in g.mentions if kind in g.kinds()]
        is_first = len(group.mentions) > 1 and all(first.name < m.name for m in alike)
        is_told = len(capitals) != 1 or len(group.mentions) > 1
        if is_told and (not alike or (is_first and sentences_before(doc, first.sentence) <= 1)):
            for mention in group.mentions:
                mention.form, mention.name = "described", mention.phrase or mention.name
            kept.append(group)
    return kept


def _told_in_lead(doc: Document, mentions: list[Mention]) -> Mention | None:
    """The plan without a name or a subject that an article opens with ("was handed a strategic action plan")."""
    lexicon = plan_words(doc.language)
    for mention in mentions:
        first, last = mention.phrase or mention.name
        is_new = mention.form == "bare" and mention.determiner in ("indefinite", "possessive")
        if sentences_before(doc, mention.sentence) > 1:
            return None
        is_plain = mention.governing in _PLAIN and not mention.is_private
        later = (m for m in mentions if m.name > mention.name and m.form == "bare" and m.determiner == "definite")
        is_told = last - first > 1 or any(m.governing == mention.governing for m in later)
        if is_new and is_plain and is_told and stages_near(doc, lexicon, (first, last), None):
            return mention
    return None


def _is_of_government(doc: Document, mention: Mention) -> bool:
    """Whether a government is said to own it ("programme gouvernemental", "the government's plan")."""
    first, last = mention.phrase or mention.name
    owned = plan_words(doc.language).governmental
    return not owned.isdisjoint(doc.words[first:last])


def _is_capital_noun(doc: Document, mention: Mention) -> bool:
    """Whether two capitals or more make a name of what tells nothing by itself ("the Strategic Roadmap")."""
    first, last = mention.phrase or mention.name
    return (
        mention.determiner == "definite" and last - first > 1 and all(t.is_capitalised for t in doc.tokens[first:last])
    )


def _apposed(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan whose name a description follows: "the X Vision, the kingdom's programme of reform"."""
    first = mention.name[0]
    comma = next((k for k in range(first - 1, max(0, first - 6), -1) if doc.tokens[k].text == ","), None)
    ends = {m.phrase[1]: g for g in groups for m in g.mentions if m.phrase}
    return ends.get(comma) if comma is not None else None


def _named_in_full(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan whose full name the next words tell ("“the plan of the wells”. Its real name is …")."""
    for group in groups:
        name = group.mentions[0]
        if 0 <= name.sentence - mention.sentence <= 1 and name.name > mention.name and tells_full_name(doc, name):
            return group
    return None


def _described_group(mention: Mention, groups: list[PlanGroup], general: frozenset[str]) -> PlanGroup | None:
    """The named plan of the same kind that a description shares its subject with."""
    stems = {_stem(w) for w in telling_words(mention) - general}
    found = []
    for group in groups:
        subject = {_stem(w) for m in group.mentions for w in telling_words(m)}
        subject |= {_stem(w) for m in group.mentions for w in m.described_content}
        if mention.governing in group.kinds() and stems & subject:
            found.append(group)
    if not found:
        found = [
            g
            for g in groups
            if any(_names_later(m, mention) for m in g.mentions) or _dates(g, mention) or _is_named_next(g, mention)
        ]
    return min(found, key=lambda g: _gap(g, mention)) if found else None


def _stem(word: str) -> str:
    """Letters by which words of one family are known, gender and number apart ("vert", "vertes")."""
    return word[:_STEM].rstrip("es") or word


def _gap(group: PlanGroup, mention: Mention) -> int:
    """Sentences between a mention and the nearest name of a plan."""
    return min(abs(m.sentence - mention.sentence) for m in group.mentions)


def _dates(group: PlanGroup, description: Mention) -> bool:
    """Whether a group is but "the strategy 2023-2040" for a strategy that is described elsewhere."""
    return description.governing in group.kinds() and not any(m.content for m in group.mentions)


def _is_named_next(group: PlanGroup, description: Mention) -> bool:
    """Whether a name without a noun opens a sentence soon behind ("… a housing plan. X 2030 was launched")."""
    name = group.mentions[0]
    gap = name.sentence - description.sentence
    opens = name.form == "free" and name.is_opening
    return opens and description.determiner == "indefinite" and not group.kinds() and 0 < gap <= NEUTRAL_WITHIN


def _names_later(name: Mention, description: Mention) -> bool:
    """Whether "the programme, called X" names what was first only described."""
    gap = name.sentence - description.sentence
    is_new = description.determiner == "indefinite" and name.governing in ANY_PLAN
    is_kind = name.governing == description.governing or is_new
    return name.is_anaphor and is_kind and 0 <= gap <= _NAMED_WITHIN


def _is_owned(group: PlanGroup) -> bool:
    """Whether it is spoken of as one certain plan of a state: "the government's housing programme"."""
    return any(m.determiner == "definite" and m.is_public for m in group.mentions)


def _is_like(mention: Mention, group: PlanGroup) -> bool:
    other = group.mentions[0]
    a, b = {w[:_STEM] for w in telling_words(mention)}, {w[:_STEM] for w in telling_words(other)}
    if a != b and mention.is_lasting != other.is_lasting:
        return False  # "a 25-year development plan", "an actionable development plan"
    return mention.governing == other.governing and (a <= b or b <= a)


def _salience(doc: Document, group: PlanGroup, named: list[PlanGroup], anaphora: list[Mention]) -> float:
    """How much an article is about a plan that it only describes.

    The lead, a definite article, a state as owner, a plan's verbs and later references each count; the
    threshold `_MIN_UNNAMED` asks for about three of them.
    """
    first = group.mentions[0]
    kind = first.governing
    score = {0: 2.0, 1: 1.5, 2: 1.0}.get(sentences_before(doc, first.sentence), 0.0)
    score += 1.0 if any(m.determiner == "definite" for m in group.mentions) else 0.0
    score += 1.0 if any(m.is_public for m in group.mentions) else 0.0
    score += _AS_NAMED if _is_owned(group) else 0.0
    is_told = _subjects(group) >= _TOLD
    score += _TWO_SUBJECTS if is_told else 0.0
    score += 1.0 if any(m.is_labelled and m.determiner == "definite" for m in group.mentions) else 0.0
    if any(_is_being_prepared(doc, m) for m in group.mentions):
        score += 2.0 if _has_authority(doc, first) else 1.5
    elif any(stages_near(doc, plan_words(doc.language), m.name, None) for m in group.mentions):
        is_lead = sentences_before(doc, first.sentence) <= 1 and _has_authority(doc, first)
        score += 1.25 if is_lead else 0.75
    score += 0.5 * min(2, len(group.mentions) - 1)
    if not any(kind in g.kinds() for g in named):
        score += _title_bonus(doc, group)
    is_apart = any(_is_being_prepared(doc, m) and _has_authority(doc, m) for m in group.mentions)
    if any(kind in g.kinds() for g in named) and not is_apart:
        # Beside a named plan of its kind a description is most often that plan in other words.
        return score - (0.0 if is_told or _is_owned(group) else 1.0)
    later = [m for m in anaphora if m.governing == kind and m.name > first.name]
    return score + 0.75 * min(4, len(later))


def _subjects(group: PlanGroup) -> int:
    """How many words tell what it is about; "master" before the noun counts as one."""
    return max(sum(w.isalpha() for w in telling_words(m)) + m.is_master for m in group.mentions)


def _title_bonus(doc: Document, group: PlanGroup) -> float:
    """What it adds that the title speaks of a plan of this sort, or of its subject."""
    title = doc.title
    if not title:
        return 0.0
    said = {word[:_STEM] for word in words(title)}
    subject = {w[:_STEM] for m in group.mentions for w in telling_words(m)}
    small = plan_words(doc.language).small
    heads = {w[:_STEM] for m in group.mentions for w in words(text_of(doc, m.name)) if w not in small} - subject
    return _SUBJECT_TOLD * bool(said & subject) + _NOUN_TOLD * bool(said & heads)


def _has_authority(doc: Document, mention: Mention) -> bool:
    """Whether a government, a ministry or the like is named before the plan in its sentence."""
    first = doc.sentences[mention.sentence].first
    authorities = plan_words(doc.language).authorities
    return not authorities.isdisjoint(doc.words[first : mention.name[0]])


def _is_being_prepared(doc: Document, mention: Mention) -> bool:
    """Whether somebody works on it, or will adopt it: "is drawing up a plan for …"."""
    if mention.determiner not in ("indefinite", "possessive"):
        return False
    lexicon = plan_words(doc.language)
    low = max(doc.sentences[mention.sentence].first, mention.name[0] - BEFORE)
    found = [lexicon.status.at(doc.tokens, k, mention.name[0]) for k in range(low, mention.name[0])]
    return any(cue and cue[0] == "in_preparation" for cue in found)
