"""Public plans of an article: strategies, plans, programmes, roadmaps, pacts, visions and agendas.

Mentions (`plan_mentions`) that name one plan are put together: the name with and without its year, its
acronym, its translation, its former name. A description ("a national water plan") is a plan of its own only
where the article is about it and it is not a named one in other words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Literal

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.document import Document, Sentence, Token
from pipelines.extract.pillar_lexicon import Lexicon as PillarLexicon
from pipelines.extract.pillar_lexicon import pillar_lexicon
from pipelines.extract.places import country_of
from pipelines.extract.plan_country import communities_of, plan_country
from pipelines.extract.plan_groups import BEFORE, PlanGroup, Reference
from pipelines.extract.plan_lexicon import PlanWords, plan_words
from pipelines.extract.plan_mentions import find_mentions
from pipelines.extract.plan_period import lasting_until, later_deadline, plan_years
from pipelines.extract.plan_reading import Mention, Range
from pipelines.extract.plan_status import reported_status, stages_near, standing_status, title_status
from pipelines.extract.records import Plan, PlanKind, Span
from pipelines.extract.text import fold, words

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention

_NUMBERED = re.compile(r"(?P<stem>[^\W\d_]{2,12})[- ]?(?P<number>\d{1,2}|(?<=[- ])[IVX]{1,4})")
_SUBTITLE_SIGNS = frozenset(":-–—")
_LEAD = 3  # sentences
_REAL_SENTENCE = 8  # tokens; a by-line or a section's name has fewer
_STEM = 5  # letters by which words of one family are known: digital, digitale, digitalisation
_MIN_FREE = 0.5  # below, a name without a head noun only counts beside a better mention of it
_TOLD = 2  # words that tell what a plan is about, by which it is one for itself
_MIN_UNNAMED = 3.5  # see `_salience`
_TWO_SUBJECTS, _AS_NAMED = 2.75, 1.0  # what two telling words, and a state's adjective behind "the", add to it
_SUBJECT_TOLD, _NOUN_TOLD = 0.5, 0.5  # what a title adds to it
_NAMED_WITHIN = 4  # sentences
_CALLED_WITHIN = 8
_NEUTRAL_WITHIN = 2
_ANNOUNCED_WITHIN = 3
_APPOSITION = 8  # tokens
_OPENING = 11  # tokens of a sentence in which its subject stands
_PERIOD_WITHIN = 8  # tokens
_OPENED_WITHIN = 6  # tokens
_ANY_PLAN = frozenset(("plan", "strategy", "programme"))  # what the press calls a plan of any sort
_PLAIN = frozenset(("plan", "strategy", "programme", "roadmap"))  # not "agenda", which much else is called
_STRUCTURE = frozenset(("pillar", "axis", "foundation", "objective"))
_MANY = 2  # plans in an article
_FIRST_SHORT_YEAR = 20  # two digits behind an acronym that are a year's ("SND30")
_MAX_SPANS = 50
_SHORTEST_HEAD = 4  # letters
_REFERENCE = 0.5  # what "the plan" adds to how much an article is about a plan, against its name
_MAX_REFERENCES = 2.0
_MAX_MENTIONS = 300  # more in one article is a list of plans, or no article


def find_plans(doc: Document, dates: list[DateMention]) -> list[Plan]:
    """Plans that the article names, or is about, the main one first."""
    if not doc.sentences:
        return []
    found = find_mentions(doc)[:_MAX_MENTIONS]
    mentions = [m for m in found if not _is_other(m)]
    _name_by_sequel(doc, mentions)
    _name_by_period(doc, mentions, dates)
    groups = _group_named(doc, mentions)
    groups += _sister_plans(doc, groups)
    _describe(doc, mentions, groups)
    groups += _known_by_owner(doc, mentions, groups)
    listed = _listed(doc, mentions)
    groups = [g for g in groups if _is_kept(doc, g) and not all(m.name[0] in listed for m in g.mentions)]
    references = _with_others(found, groups, _resolve(doc, mentions, groups))
    communities = communities_of(doc)
    plans = [_plan(doc, dates, group, references, communities) for group in groups]
    _add_heads(doc, plans)
    ranked = sorted(zip(plans, groups, strict=True), key=lambda found: (-_weight(doc, found[0]), found[0].spans[0]))
    if ranked:
        main, group = ranked[0]
        main.status = main.status or title_status(doc, main)
        if main.horizon_year is None:
            main.horizon_year = later_deadline(doc, dates, group, references) or lasting_until(
                doc, main, [r for r in references if r.group is group]
            )
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


# ---------------------------------------------------------------- one plan, many mentions


def _group_named(doc: Document, mentions: list[Mention]) -> list[PlanGroup]:
    named = [m for m in mentions if m.form not in ("described", "bare")]
    groups: list[PlanGroup] = []
    for mention in named:
        if (mention.form == "free" and mention.confidence < _MIN_FREE) or mention.is_generic:
            continue
        if mention.is_private:
            continue
        group = _known(doc, mention, groups)
        if group is None:
            group = PlanGroup()
            groups.append(group)
        group.mentions.append(mention)
    for mention in named:
        if mention.is_generic and not mention.is_private:
            _place_generic(doc, mention, groups)
    groups = _joined_by_acronym(doc, _joined_by_renaming(doc, groups))
    for mention in named:
        if mention.form == "free" and mention.confidence < _MIN_FREE and (group := _match(mention, groups)):
            group.mentions.append(mention)
    return groups


def _known(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan found before that a mention names."""
    group = _match(mention, groups) or _by_acronym(doc, mention, groups)
    if group is None and mention.is_anaphor:
        group = _named_before(mention, groups) or _only_before(mention, groups)
    group = group or _nicknamed(doc, mention, groups)
    if group is None and groups and doc.tokens[mention.name[0] - 1].text in _SUBTITLE_SIGNS:
        # "Sustainable Growth Strategy: Vision 2030", "Vision 2040 - National Plan" are one name each.
        group = next((g for g in groups if g.mentions[-1].name[1] == mention.name[0] - 1), None)
    return group


def _place_generic(doc: Document, mention: Mention, groups: list[PlanGroup]) -> None:
    """Give a name of general words ("the National Action Plan") to the plan that bears it and more, else keep it."""
    acronym = fold(_text(doc, mention.acronym)) if mention.acronym else None
    for group in groups:
        known = {fold(_text(doc, m.acronym)) for m in group.mentions if m.acronym}
        longer = any(mention.words <= m.words and mention.inner in (m.governing, m.inner) for m in group.mentions)
        if (acronym in known) if acronym and known else longer:
            group.mentions.append(mention)
            return
    if acronym or _opens_article(doc, mention):
        groups.append(PlanGroup(mentions=[mention]))


def _opens_article(doc: Document, mention: Mention) -> bool:
    """Whether a mention stands in an article's first sentences, or in its title."""
    title = words(doc.title or "")
    name = words(_text(doc, mention.name))
    return _rank(doc, mention.sentence) <= 1 or (bool(title) and set(title).issuperset(name))


def _nicknamed(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan named by country and year that a nickname is in apposition to ("Fiji 2034, the People's Plan")."""
    first, last = mention.name
    if mention.form != "capital" or mention.determiner != "definite" or mention.years != (None, None) or first < 2:
        return None
    lexicon = plan_words(doc.language)
    if doc.tokens[first - 1].folded not in lexicon.determiners or doc.tokens[first - 2].text != ",":
        return None
    end = mention.phrase[1] if mention.phrase else last
    if end < len(doc.tokens) and doc.tokens[end].folded in lexicon.joiners:
        return None  # one of a list
    for group in groups:
        for other in group.mentions:
            own = any(w.startswith("@") for w in other.content) and other.years[1]
            if own and (other.phrase or other.name)[1] == first - 2:
                other.form = "capital"  # the nickname shows that it is no event's name
                return group
    return None


def _name_by_sequel(doc: Document, mentions: list[Mention]) -> None:
    """Trust a name without a noun that opens the article where the text goes on with "the plan"."""
    for mention, after in pairwise(mentions):
        if mention.form not in ("free", "bare"):
            return
        if mention.form == "bare" or mention.confidence >= _MIN_FREE or _rank(doc, mention.sentence) > 1:
            continue
        refers = after.form == "bare" and after.governing and after.determiner in ("definite", "demonstrative")
        if refers and 0 <= after.sentence - mention.sentence <= 1 and mention.years == (None, None):
            mention.form, mention.governing, mention.confidence = "quoted", after.governing, 0.8
            return


def _name_by_period(doc: Document, mentions: list[Mention], dates: list[DateMention]) -> None:
    """Make an earlier plan of "the first malaria plan, which covered the period 2013 to 2018" one by itself."""
    periods = [d for d in dates if d.kind == "range" and d.precision == "year" and d.end.year > d.start.year]
    for mention in mentions if periods else ():
        last = (mention.phrase or mention.name)[1]
        is_earlier = mention.is_ranked or mention.is_former
        if mention.form != "described" or mention.determiner != "definite" or not is_earlier or last >= len(doc.tokens):
            continue
        behind = doc.tokens[last].end
        for date in periods:
            near = date.span.start - behind >= 0 and doc.token_at(date.span.start) - last <= _PERIOD_WITHIN
            past = doc.published_on is not None and date.end.year < doc.published_on.year
            if near and past and doc.sentence_index(date.span.start) == mention.sentence:
                mention.form, mention.confidence = "dated", 0.7
                mention.years = (date.start.year, date.end.year)
                mention.name = ((mention.phrase or mention.name)[0], mention.name[1])
                break


def _joined_by_renaming(doc: Document, groups: list[PlanGroup]) -> list[PlanGroup]:
    """Put a plan and the one that it was renamed to together, where the article names both by themselves."""
    kept: list[PlanGroup] = []
    for group in groups:
        texts = {fold(_text(doc, m.name)) for m in group.mentions}
        newer = {fold(_text(doc, m.newer)) for m in group.mentions if m.newer}
        for other in kept:
            other_texts = {fold(_text(doc, m.name)) for m in other.mentions}
            if newer & other_texts or texts & {fold(_text(doc, m.newer)) for m in other.mentions if m.newer}:
                other.mentions += group.mentions
                break
        else:
            kept.append(group)
    return kept


def _joined_by_acronym(doc: Document, groups: list[PlanGroup]) -> list[PlanGroup]:
    """Give what is named by an acronym alone ("PDS 2017-2021") to the plan that it is the acronym of."""
    if len(groups) < _MANY:
        return groups
    kept = []
    for group in groups:
        alone = all(m.form == "free" and len(m.content) == 1 for m in group.mentions)
        owner = next((g for g in groups if alone and g is not group and _abbreviates(doc, group, g)), None)
        if owner:
            owner.mentions += group.mentions
        else:
            kept.append(group)
    return kept


def _abbreviates(doc: Document, group: PlanGroup, other: PlanGroup) -> bool:
    """Whether a group's one word is another's acronym, or is in capitals and made of the initials of its words."""
    name = group.mentions[0]
    for mention in other.mentions:
        if not mention.years[1] or mention.years[1] != name.years[1] or mention.form == "free":
            continue
        text = _text(doc, name.name).split()[0]
        initials = "".join(t.text[0] for t in doc.tokens[slice(*mention.name)] if t.text[0].isalpha())
        small = plan_words(doc.language).small
        main = [t for t in doc.tokens[slice(*mention.name)] if t.folded not in small and t.text[0].isalpha()]
        spelled = "".join(t.text[0] for t in main if t.text != text)
        if text.isupper() and fold(text) in (fold(initials), fold(spelled)):
            return True
    return False


def _by_acronym(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan whose acronym a mention without other words is ("GEP 2030")."""
    texts = {fold(_text(doc, mention.name)), *(mention.content if len(mention.content) == 1 else ())}
    for group in groups:
        for other in group.mentions:
            named = other.acronym and fold(_text(doc, other.acronym)) in texts
            if named and _have_compatible_years(mention, other):
                return group
    return None


def _sister_plans(doc: Document, groups: list[PlanGroup]) -> list[PlanGroup]:
    """Earlier or later plans of a numbered series: "HSP 4" beside "Health Sector Plan (HSP 5)"."""
    kinds: dict[str, PlanKind | None] = {}  # by the letters of the acronym
    known: set[tuple[str, str]] = set()
    for group in groups:
        for acronym in [m.acronym for m in group.mentions if m.acronym]:
            stem, number = _series(_text(doc, acronym))
            known.add((stem, number))
            kinds.setdefault(stem, next(iter(_ordered_kinds(group)), None))
    found: dict[tuple[str, str], PlanGroup] = {}
    stems = tuple(kinds)
    openings = tuple(fold(stem) for stem in stems)
    vocabulary = {word for word in doc.positions if word.startswith(openings)} if stems else set()
    for i in doc.positions_of(vocabulary):
        token = doc.tokens[i]
        if not token.text.startswith(stems) or not token.is_capitalised:
            continue
        size = 2 if token.text in kinds and i + 1 < len(doc.tokens) else 1
        series = _series(_text(doc, (i, i + size)))
        if (series[0], "") in known and _counts_next(doc, i + size):
            continue  # "under the HSP 12 clinics"
        if (series[0], "") in known and series[1].isdecimal() and int(series[1]) >= _FIRST_SHORT_YEAR:
            continue  # "the SND30": the plan itself, with its year
        if series[0] in kinds and series[1] and series not in known:
            # Beside "(HSP)" the letters alone are the other plan's.
            form: Literal["capital", "proper"] = "capital" if (series[0], "") in known else "proper"
            mention = Mention((i, i + size), form, doc.sentence_index(token.start), kinds[series[0]], confidence=0.75)
            mention.content = (fold(_text(doc, mention.name)),)
            found.setdefault(series, PlanGroup()).mentions.append(mention)
    return list(found.values())


def _counts_next(doc: Document, k: int) -> bool:
    """Whether the number before token `k` may be told of what follows."""
    return k < len(doc.tokens) and doc.tokens[k].space and doc.tokens[k].pos in ("NOUN", "ADJ", "NUM")


def _series(text: str) -> tuple[str, str]:
    """Letters and number of a numbered acronym: PDS-II, HSP 5, NST2."""
    match = _NUMBERED.fullmatch(text)
    return (match["stem"], match["number"]) if match else (text, "")


def _ordered_kinds(group: PlanGroup) -> list[PlanKind]:
    return [k for m in group.mentions for k in (m.inner, m.governing) if k]


def _named_before(mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan that "the programme, called X" gives another name to."""
    alike = [g for g in groups if mention.governing in g.kinds()]
    return alike[-1] if alike and all(_have_compatible_years(mention, m) for m in alike[-1].mentions) else None


def _only_before(mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The only plan so far, where "the plan, better known as X" follows soon: a plan of any kind is called so."""
    if len(groups) != 1 or mention.governing not in _ANY_PLAN:
        return None
    last = groups[0].mentions[-1]
    is_soon = mention.sentence - last.sentence <= _CALLED_WITHIN
    return groups[0] if is_soon and _have_compatible_years(mention, last) else None


def _have_compatible_years(a: Mention, b: Mention) -> bool:
    return not a.years[1] or not b.years[1] or a.years[1] == b.years[1]


def _match(mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    same = [g for g in groups if any(_is_same(mention, other) for other in g.mentions)]
    if same:
        return same[-1]
    near = [g for g in groups if any(_is_short_for(mention, other) for other in g.mentions)]
    return near[0] if len(near) == 1 else None


def _is_same(a: Mention, b: Mention) -> bool:
    if not _agree(a, b):
        return False
    if a.content == b.content or (set(a.content) == set(b.content) and a.content):
        return True
    # "Digital 2020" for "X Digital 2020"
    bare_a, bare_b = _telling(a), _telling(b)
    one_country = len({w for w in (*a.content, *b.content) if w.startswith("@")}) <= 1
    return bare_a == bare_b and one_country and (bool(bare_a) or a.years[1] is not None) and a.years[1] == b.years[1]


def _telling(mention: Mention) -> set[str]:
    return {w for w in mention.content if not w.startswith("@")}


def _agree(a: Mention, b: Mention) -> bool:
    """Whether years and kinds allow two mentions to be of one plan."""
    if a.years[1] and b.years[1] and a.years[1] != b.years[1]:
        return False
    if not a.years[1] and not b.years[1] and not a.content and not b.content:
        return False
    if a.inner == b.inner:
        return True
    # "Pact X" is not the strategy "X"; "the X plan" may be the "X Strategy" only where one has no noun.
    kinds_a, kinds_b = {a.inner, a.governing} - {None}, {b.inner, b.governing} - {None}
    return not kinds_a or not kinds_b or bool(kinds_a & kinds_b)


def _is_short_for(a: Mention, b: Mention) -> bool:
    """Whether one name is short for the other: "Generation X" for "Generation X 2020-2030"."""
    short, long = (a, b) if len(a.content) <= len(b.content) else (b, a)
    telling = _telling(short)
    # "its development plan 2016-2020": the plan spoken of, whose years it tells
    refers = short.form == "dated" and bool(short.determiner) and short.determiner != "indefinite"
    is_dated = short.years[1] is not None and not (refers and long.years[1] is None)
    if not telling or is_dated or not _agree(a, b):
        return False
    # "National Housing Strategy" is not short for "Strategy for Affordable Housing": it has a word of its own.
    return short.words <= long.words and telling <= _telling(long) and len(_telling(long)) - len(telling) <= 2


# ---------------------------------------------------------------- descriptions


def _describe(doc: Document, mentions: list[Mention], groups: list[PlanGroup]) -> None:
    """Give descriptions to the named plans that they are of; keep the best of the others as plans of their own."""
    unnamed: list[PlanGroup] = []
    for mention in mentions:
        if mention.form != "described" or mention.is_private:
            continue
        general = plan_words(doc.language).general_subjects
        owner = _apposed(doc, mention, groups) or _described_group(mention, groups, general)
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


def _known_by_owner(doc: Document, mentions: list[Mention], groups: list[PlanGroup]) -> list[PlanGroup]:
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
        if is_told and (not alike or (is_first and _rank(doc, first.sentence) <= 1)):
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
        if _rank(doc, mention.sentence) > 1:
            return None
        is_plain = mention.governing in _PLAIN and not mention.is_private
        if is_new and is_plain and last - first > 1 and stages_near(doc, lexicon, (first, last), None):
            return mention
    return None


def _is_of_government(doc: Document, mention: Mention) -> bool:
    """Whether a government is said to own it ("programme gouvernemental", "the government's plan")."""
    first, last = mention.phrase or mention.name
    owned = plan_words(doc.language).governmental
    return any(t.folded in owned for t in doc.tokens[first:last])


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


def _described_group(mention: Mention, groups: list[PlanGroup], general: frozenset[str]) -> PlanGroup | None:
    """The named plan of the same kind that a description shares its subject with."""
    stems = {_stem(w) for w in _telling(mention) - general}
    found = []
    for group in groups:
        subject = {_stem(w) for m in group.mentions for w in _telling(m)}
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
    return opens and description.determiner == "indefinite" and not group.kinds() and 0 < gap <= _NEUTRAL_WITHIN


def _names_later(name: Mention, description: Mention) -> bool:
    """Whether "the programme, called X" names what was first only described."""
    gap = name.sentence - description.sentence
    is_new = description.determiner == "indefinite" and name.governing in _ANY_PLAN
    is_kind = name.governing == description.governing or is_new
    return name.is_anaphor and is_kind and 0 <= gap <= _NAMED_WITHIN


def _is_owned(group: PlanGroup) -> bool:
    """Whether it is spoken of as one certain plan of a state: "the government's housing programme"."""
    return any(m.determiner == "definite" and m.is_public for m in group.mentions)


def _is_like(mention: Mention, group: PlanGroup) -> bool:
    other = group.mentions[0]
    a, b = {w[:_STEM] for w in _telling(mention)}, {w[:_STEM] for w in _telling(other)}
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
    score = {0: 2.0, 1: 1.5, 2: 1.0}.get(_rank(doc, first.sentence), 0.0)
    score += 1.0 if any(m.determiner == "definite" for m in group.mentions) else 0.0
    score += 1.0 if any(m.is_public for m in group.mentions) else 0.0
    score += _AS_NAMED if _is_owned(group) else 0.0
    is_told = _subjects(group) >= _TOLD
    score += _TWO_SUBJECTS if is_told else 0.0
    score += 1.0 if any(m.is_labelled and m.determiner == "definite" for m in group.mentions) else 0.0
    if any(_is_being_prepared(doc, m) for m in group.mentions):
        score += 2.0 if _has_authority(doc, first) else 1.5
    elif any(stages_near(doc, plan_words(doc.language), m.name, None) for m in group.mentions):
        is_lead = _rank(doc, first.sentence) <= 1 and _has_authority(doc, first)
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
    return max(sum(w.isalpha() for w in _telling(m)) + m.is_master for m in group.mentions)


def _title_bonus(doc: Document, group: PlanGroup) -> float:
    """What it adds that the title speaks of a plan of this sort, or of its subject."""
    title = doc.title
    if not title:
        return 0.0
    said = {word[:_STEM] for word in words(title)}
    subject = {w[:_STEM] for m in group.mentions for w in _telling(m)}
    small = plan_words(doc.language).small
    heads = {w[:_STEM] for m in group.mentions for w in words(_text(doc, m.name)) if w not in small} - subject
    return _SUBJECT_TOLD * bool(said & subject) + _NOUN_TOLD * bool(said & heads)


def _has_authority(doc: Document, mention: Mention) -> bool:
    """Whether a government, a ministry or the like is named before the plan in its sentence."""
    first = doc.sentences[mention.sentence].first
    authorities = plan_words(doc.language).authorities
    return any(t.folded in authorities for t in doc.tokens[first : mention.name[0]])


def _is_being_prepared(doc: Document, mention: Mention) -> bool:
    """Whether somebody works on it, or will adopt it: "is drawing up a plan for …"."""
    if mention.determiner not in ("indefinite", "possessive"):
        return False
    lexicon = plan_words(doc.language)
    low = max(doc.sentences[mention.sentence].first, mention.name[0] - BEFORE)
    found = [lexicon.status.at(doc.tokens, k, mention.name[0]) for k in range(low, mention.name[0])]
    return any(cue and cue[0] == "in_preparation" for cue in found)


def _rank(doc: Document, sentence: int) -> int:
    """How many real sentences of text stand before a sentence, to the extent that it matters."""
    before = doc.sentences[max(0, sentence - _LEAD * 4) : sentence]
    return sum(s.last - s.first >= _REAL_SENTENCE and doc.blocks[s.block].kind != "heading" for s in before)


def _is_kept(doc: Document, group: PlanGroup) -> bool:
    """Whether a plan is named outside headings, be it by its acronym."""
    if not all(m.is_heading and m.form not in ("quoted", "dated") for m in group.mentions):
        return True
    if not any(m.acronym for m in group.mentions):
        return False
    repeated = (doc.sentences[doc.sentence_index(span.start)] for span in _repeats(doc, group))
    return any(doc.blocks[sentence.block].kind != "heading" for sentence in repeated)


def _listed(doc: Document, mentions: list[Mention]) -> set[int]:
    """Starts of the names that an article lists as the parts of a plan ("six pillars, namely the X initiative, …")."""
    found: set[int] = set()
    pillars = pillar_lexicon(doc.language)
    for index in sorted({m.sentence for m in mentions if m.inner or m.form == "proper"}):
        behind = _list_start(doc.tokens, doc.sentences[index], pillars)
        if behind is not None:
            found |= {m.name[0] for m in mentions if m.sentence == index and m.name[0] >= behind}
    return found


def _list_start(tokens: Sequence[Token], sentence: Sentence, pillars: PillarLexicon) -> int | None:
    """Where the list behind a number of pillars, axes or the like starts in a sentence."""
    for k in range(sentence.first, sentence.last - 2):
        if tokens[k].folded not in pillars.words.numbers and not tokens[k].text.isdecimal():
            continue
        noun = next((j for j in range(k + 1, min(k + 4, sentence.last)) if _is_component(tokens[j], pillars)), None)
        if noun is None:
            continue
        for j in range(noun + 1, min(noun + _OPENED_WITHIN, sentence.last)):
            if tokens[j].text == ":" or pillars.list_openers.match(tokens, j, sentence.last):
                return j
    return None


def _is_component(token: Token, pillars: PillarLexicon) -> bool:
    nouns = pillars.nouns.get(token.folded, ())
    return any(n.is_plural and len(n.words) == 1 and n.kind in _STRUCTURE for n in nouns)


# ---------------------------------------------------------------- references


def _resolve(doc: Document, mentions: list[Mention], groups: list[PlanGroup]) -> list[Reference]:
    """Names, "this strategy", "the plan" and sentence-opening pronouns, each with its plan, in order."""
    owner = {id(m): g for g in groups for m in (*g.mentions, *g.aliases)}
    repeats = {_range(doc, span): g for g in groups for span in sorted(_repeats(doc, g))}
    taken = {i for m in mentions if id(m) in owner for r in (m.name, m.acronym) if r for i in range(*r)}
    extra = [
        Mention(r, "proper", doc.sentence_index(doc.tokens[r[0]].start)) for r in repeats if taken.isdisjoint(range(*r))
    ]
    owner |= {id(m): repeats[m.name] for m in extra}
    owner |= _announced(mentions, owner)
    references: list[Reference] = []
    known = {id(m) for m in mentions}
    extra += [m for g in groups for m in g.mentions if id(m) not in known]  # those of sister plans
    for mention in sorted([*mentions, *extra], key=lambda m: m.name):
        group = owner.get(id(mention))
        if group is None and mention.form == "bare" and references:
            group = _antecedent(doc, mention, references)
        if group is None and mention.form == "bare":
            group = _in_apposition(doc, mention, mentions, owner)
        if group is None and _refers_back(mention) and len(groups) == 1:
            group = groups[0]
        if group is not None:
            kind = mention.governing if mention.form == "bare" else None
            where = mention.phrase or mention.name
            is_noun = mention.form == "bare" and _refers_back(mention)
            found = Reference(*where, mention.sentence, group, kind, anchor=mention.anchor, is_noun=is_noun)
            references.append(found)
    return sorted([*references, *_pronouns(doc, references)], key=lambda r: r.first)


def _with_others(mentions: list[Mention], groups: list[PlanGroup], references: list[Reference]) -> list[Reference]:
    """The references and, so that nothing told of them is told of these, the plans that are spoken of in passing."""
    owned = {id(m) for g in groups for m in (*g.mentions, *g.aliases)}
    taken = {i for r in references for i in range(r.first, r.last)}
    others = [
        Reference(*(m.phrase or m.name), m.sentence, PlanGroup(), None)
        for m in mentions
        if id(m) not in owned and (m.is_former or m.is_ranked) and taken.isdisjoint(range(*(m.phrase or m.name)))
    ]
    return sorted([*references, *others], key=lambda r: r.first)


def _range(doc: Document, span: Span) -> Range:
    return doc.token_at(span.start), doc.token_at(span.end - 1) + 1


def _announced(mentions: list[Mention], owner: dict[int, PlanGroup]) -> dict[int, PlanGroup]:
    """Nouns that come before the name: "A ten-year roadmap was launched on Monday. The Roadmap for X …"."""
    found: dict[int, PlanGroup] = {}
    seen: set[PlanKind | None] = set()
    for i, mention in enumerate(mentions):
        group = owner.get(id(mention))
        seen |= group.kinds() if group else set()
        if mention.form != "bare" or mention.determiner != "indefinite" or mention.governing in seen:
            continue
        for later in mentions[i + 1 :]:
            group = owner.get(id(later))
            gap = later.sentence - mention.sentence
            if gap > _ANNOUNCED_WITHIN:
                break
            # "a plan launched in May … The X Strategy": any plan may be called one at first
            is_hypernym = mention.governing == "plan" and not seen and 0 < gap <= 1
            if group and (mention.governing in group.kinds() or is_hypernym):
                found[id(mention)] = group
                break
    return found


def _in_apposition(
    doc: Document, mention: Mention, mentions: list[Mention], owner: dict[int, PlanGroup]
) -> PlanGroup | None:
    """The plan that is named right behind a bare noun: "its strategy for 2023 to 2028, the X Agenda"."""
    for later in mentions:
        gap = later.name[0] - mention.name[1]
        if id(later) in owner and 0 < gap <= _APPOSITION and later.sentence == mention.sentence:
            between = [t.text for t in doc.tokens[mention.name[1] : later.name[0]]]
            return owner[id(later)] if "," in between[-2:] and between.count(",") == 1 else None
    return None


def _refers_back(mention: Mention) -> bool:
    return mention.form == "bare" and mention.determiner in ("definite", "demonstrative", "possessive")


def _antecedent(doc: Document, mention: Mention, references: list[Reference]) -> PlanGroup | None:
    if mention.determiner not in ("definite", "demonstrative", "indefinite", ""):
        return None
    called = {t.folded for t in doc.tokens[slice(*mention.name)]} if mention.governing else set()
    alike = [r for r in references if mention.governing in r.group.kinds() or _is_called(doc, r.group, called)]
    if alike and mention.determiner in ("definite", "demonstrative"):
        present = [r for r in alike if not _is_over(doc, r.group)]  # not the one that the article compares it with
        free = [r for r in present if not _is_governed(doc, r)]
        return (free or present or alike)[-1].group
    latest = references[-1]
    if alone := _only_one(mention, references):
        return alone
    if mention.governing is None:  # "the document"
        near = [r for r in references if mention.sentence - r.sentence <= _NEUTRAL_WITHIN]
        told = [r for r in near if not _is_over(doc, r.group)] or near
        return next((r.group for r in told if r.sentence == told[-1].sentence), None)
    is_near = mention.sentence - latest.sentence <= (3 if mention.determiner == "demonstrative" else 1)
    return latest.group if is_near and not latest.group.kinds() - _weak_kinds(latest.group) else None


def _only_one(mention: Mention, references: list[Reference]) -> PlanGroup | None:
    """The only plan so far, which "the plan" soon behind stands for whatever its name calls it."""
    latest = references[-1]
    is_soon = mention.sentence - latest.sentence <= 1 and mention.determiner in ("definite", "demonstrative")
    is_named = latest.group.is_named and not any(m.is_project for m in latest.group.mentions)
    is_other = mention.is_former or mention.is_ranked or mention.governing not in _ANY_PLAN
    if not is_soon or is_other or not is_named or any(r.group is not latest.group for r in references):
        return None
    return latest.group


def _is_called(doc: Document, group: PlanGroup, nouns: set[str]) -> bool:
    """Whether a plan's name has one of the nouns: "the strategy" for a National Strategy and Master Plan."""
    return any(t.folded in nouns for m in group.mentions for t in doc.tokens[slice(*m.name)])


def _is_governed(doc: Document, reference: Reference) -> bool:
    """Whether a preposition stands before a plan, which is then said to be related to something else."""
    at = reference.first - 1
    low = doc.sentences[reference.sentence].first
    while at > low and (doc.tokens[at].pos == "DET" or not doc.tokens[at].text[0].isalnum()):
        at -= 1
    return at >= low and doc.tokens[at].pos == "ADP"


def _is_over(doc: Document, group: PlanGroup) -> bool:
    """Whether a plan's name says that its years are past, or that it was the first of several."""
    horizon = group.horizon()
    is_past = horizon is not None and doc.published_on is not None and horizon < doc.published_on.year
    return is_past or all(m.is_former or m.is_ranked for m in group.mentions)


def _weak_kinds(group: PlanGroup) -> set[PlanKind]:
    """Kinds that only a noun within the name gives ("New Deal"), which the article may put in other words."""
    return {m.inner for m in group.mentions if m.inner and m.is_weak_inner}


def _pronouns(doc: Document, references: list[Reference]) -> list[Reference]:
    """Pronouns and "implementation" alone, which stand for the first plan of the sentence before."""
    lexicon = plan_words(doc.language)
    if not references:
        return []
    subject: dict[int, Reference] = {}
    for r in references:
        subject.setdefault(r.sentence, r)
    second = next((r.sentence for r in references if r.group is not references[0].group), len(doc.sentences))
    found = []
    openers = doc.positions_of(lexicon.occasions.openers(doc.positions.keys()))
    occasions = {doc.sentence_index(doc.tokens[k].start) for k in openers}
    for index in range(1, len(doc.sentences)):
        before = subject.get(index - 1) or (subject.get(index - 2) if index < second else None)
        first = references[0]  # what is launched is what the article is about
        may_tell = before and index in occasions and not _is_over(doc, first.group)
        if may_tell and (occasion := _occasion(doc, lexicon, index, first)):
            found.append(occasion)
        if index in subject or not before:
            continue
        pronoun = _pronoun(doc, lexicon, index, before)
        if pronoun:
            found.append(pronoun)
            if index - 1 in subject:
                subject[index] = pronoun
    return found


def _occasion(doc: Document, lexicon: PlanWords, index: int, main: Reference) -> Reference | None:
    """Words that open a sentence and tell where a stage was reached ("Speaking at the launch, …")."""
    sentence = doc.sentences[index]
    for k in range(sentence.first, min(sentence.last, sentence.first + _OPENING)):
        found = lexicon.occasions.at(doc.tokens, k, sentence.last)
        if found and not (found[1] < sentence.last and lexicon.links.at(doc.tokens, found[1], sentence.last)):
            return Reference(k, found[1], index, main.group, None, is_implied=True, is_occasion=True)
    return None


def _pronoun(doc: Document, lexicon: PlanWords, index: int, before: Reference) -> Reference | None:
    sentence = doc.sentences[index]
    for k in range(sentence.first, sentence.last - 1):
        word, after = doc.tokens[k].folded, doc.tokens[k + 1]
        if k - sentence.first < _OPENING and (implied := lexicon.implied.at(doc.tokens, k, sentence.last)):
            governs = lexicon.links.at(doc.tokens, implied[1], sentence.last) if implied[1] < sentence.last else None
            return None if governs else Reference(k, implied[1], index, before.group, None, is_implied=True)
        if word in lexicon.object_pronouns and after.pos == "AUX":
            return Reference(k, k + 1, index, before.group, None)
        is_opening = k - sentence.first < _OPENING or after.folded in lexicon.passive
        is_doer = after.folded in lexicon.object_pronouns and doc.tokens[min(k + 2, sentence.last - 1)].pos == "AUX"
        if word in lexicon.pronouns and is_doer:
            continue  # "Elle en a présenté le contenu": the minister has
        if word in lexicon.pronouns and is_opening:
            return Reference(k, k + 1, index, before.group, None, is_pronoun=True)
    return None


# ---------------------------------------------------------------- the record


def _plan(
    doc: Document,
    dates: list[DateMention],
    group: PlanGroup,
    references: list[Reference],
    communities: frozenset[str],
) -> Plan:
    best = max(group.mentions, key=_quality)
    newest = next((m.newer for m in group.mentions if m.newer), None)
    name = newest or best.name
    own = [r for r in references if r.group is group]
    names = _names(doc, group, name)
    spans = _spans(doc, group, name)
    start, horizon = plan_years(doc, dates, group, references, newest)
    return Plan(
        name=names[0],
        spans=spans,
        kind=_kind(group, own, best) or _succeeded_kind(doc, group, references),
        aliases=names[1:],
        country=plan_country(doc, group, communities),
        start_year=start,
        horizon_year=horizon,
        status=reported_status(doc, dates, own, references, horizon) or standing_status(doc, own),
        is_named=group.is_named,
        confidence=_confidence(group),
        references=_nouns_for(doc, own),
    )


def _nouns_for(doc: Document, own: list[Reference]) -> list[Span]:
    """Places of nouns such as "the plan" or "this strategy" that refer to a plan."""
    return [doc.span(r.first, r.last) for r in own if r.is_noun][:_MAX_SPANS]


def _add_heads(doc: Document, plans: list[Plan]) -> None:
    """Let "l'Offensive", "the Push" stand for the one plan named so ("l'Offensive agricole"), where no noun tells."""
    lexicon = plan_words(doc.language)
    owner: dict[str, Plan | None] = {}
    for plan in plans:
        name = _words_of_name(plan.name, lexicon)
        if len(name) > 1 and plan.kind is None:
            head = name[-1 if lexicon.modifiers_before else 0]
            owner[head] = None if head in owner else plan
    for word, owning in owner.items():
        if owning is None or len(word) < _SHORTEST_HEAD or country_of(word, doc.language):
            continue
        for i in doc.positions.get(word, ())[:_MAX_SPANS]:
            before, behind = doc.tokens[i - 1] if i else None, doc.tokens[i + 1 : i + 2]
            if before is None or lexicon.determiners.get(before.folded) not in ("definite", "demonstrative"):
                continue
            goes_on = any(t.is_capitalised or t.pos in ("ADJ", "NOUN", "ADP", "PROPN", "NUM") for t in behind)
            span = doc.span(i, i + 1)
            is_taken = any(span.overlaps(s) for p in plans for s in (*p.spans, *p.references))
            is_name = not doc.tokens[i].is_capitalised or not is_known_word(doc.tokens[i].text.lower(), doc.language)
            if not goes_on and not is_taken and not is_name:
                owning.references.append(span)


def _words_of_name(name: str, lexicon: PlanWords) -> list[str]:
    """Its first words, up to what it is for and its years."""
    said = words(name)
    start = next((i for i, w in enumerate(said) if w not in lexicon.small), 0)
    return list(takewhile(lambda w: w not in lexicon.small and w.isalpha(), said[start:]))


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


def _text(doc: Document, name: Range) -> str:
    span = doc.span(*name)
    return " ".join(span.of(doc.text).split()).strip(" ,;:")


def _names(doc: Document, group: PlanGroup, name: Range) -> list[str]:
    """The name, then every other wording in order of appearance, each once."""
    ranges: list[Range] = [name]
    for mention in group.mentions:
        ranges.append(mention.name)
        ranges += mention.others
        ranges += [r for r in (mention.acronym, mention.newer, mention.description) if r]
    ranges += [m.name for m in group.aliases]
    seen: dict[str, str] = {}
    for r in ranges:
        text = _text(doc, r)
        seen.setdefault(fold(text), text)
    return list(seen.values())


def _spans(doc: Document, group: PlanGroup, name: Range) -> list[Span]:
    best = doc.span(*name)
    ranges = [r for m in group.mentions for r in (m.name, *m.others, m.acronym, m.newer) if r]
    found = {doc.span(*r) for r in ranges} | {doc.span(*m.name) for m in group.aliases}
    found |= _repeats(doc, group)
    rest = sorted(found - {best})
    kept: list[Span] = [best]
    for span in rest:
        if not any(span.overlaps(k) for k in kept):
            kept.append(span)
    return kept[:_MAX_SPANS]


def _repeats(doc: Document, group: PlanGroup) -> set[Span]:
    """Places where a name or an acronym stands alone, without what first made it one."""
    wanted = {
        fold(doc.text[doc.tokens[m.acronym[0]].start : doc.tokens[m.acronym[1] - 1].end])
        for m in group.mentions
        if m.acronym
    }
    if group.is_named:
        wanted |= {short for m in group.mentions if (short := _short(doc, m))}
    found: set[Span] = set()
    for text in sorted(wanted):
        at = doc.folded.find(text)
        while at >= 0 and len(found) < _MAX_SPANS:
            end = at + len(text)
            if doc.text[at].isupper() and _is_word(doc.folded, at, end):
                found.add(Span(at, end))
            at = doc.folded.find(text, end)
    return found


def _short(doc: Document, mention: Mention) -> str | None:
    """A name without its year, where that still tells it from other things."""
    first, last = mention.name
    if mention.form not in ("quoted", "proper", "capital", "free") or not _telling(mention):
        return None
    while last > first and not doc.tokens[last - 1].text[0].isalpha():
        last -= 1
    if last <= first or (last - first == 1 and mention.form != "proper"):
        return None
    return fold(doc.span(first, last).of(doc.text))


def _is_word(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


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
