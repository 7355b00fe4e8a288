"""Which mentions name one plan: with and without its year, by acronym, nickname, former name or number in a series."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pipelines.extract.plan_groups import ANY_PLAN, PlanGroup
from pipelines.extract.plan_lexicon import plan_words
from pipelines.extract.plan_reading import Mention
from pipelines.extract.plan_wording import telling_words, text_of
from pipelines.extract.text import fold, words

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document
    from pipelines.extract.records import PlanKind

_NUMBERED = re.compile(r"(?P<stem>[^\W\d_]{2,12})[- ]?(?P<number>\d{1,2}|(?<=[- ])[IVX]{1,4})")
_SUBTITLE_SIGNS = frozenset(":-–—")
_LEAD = 3  # sentences
_REAL_SENTENCE = 8  # tokens; a by-line or a section's name has fewer
_MIN_FREE = 0.5  # below, a name without a head noun only counts beside a better mention of it
_CALLED_WITHIN = 8
_PERIOD_WITHIN = 8  # tokens
_MIN_INITIALS = 3
_FULL_NAME_WITHIN = 5  # tokens
_NEXT_EVENTS = 3  # years ahead for which tournaments and fairs are named
_MANY = 2  # plans in an article
_FIRST_SHORT_YEAR = 20  # two digits behind an acronym that are a year's ("SND30")


def group_named(doc: Document, mentions: list[Mention]) -> list[PlanGroup]:
    """The plans that mentions name, each with all that name it."""
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
    distinctive = plan_words(doc.language).distinctive
    for mention in named:
        if (
            mention.form == "free"
            and mention.confidence < _MIN_FREE
            and (group := _match(mention, groups, distinctive))
        ):
            group.mentions.append(mention)
    return groups


def _known(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan found before that a mention names."""
    group = _match(mention, groups, plan_words(doc.language).distinctive) or _by_acronym(doc, mention, groups)
    if group is None and mention.is_anaphor:
        group = _named_before(mention, groups) or _only_before(mention, groups)
    group = group or _nicknamed(doc, mention, groups) or _by_full_name(doc, mention, groups)
    if group is None and groups and doc.tokens[mention.name[0] - 1].text in _SUBTITLE_SIGNS:
        # "Sustainable Growth Strategy: Vision 2030", "Vision 2040 - National Plan" are one name each.
        group = next((g for g in groups if g.mentions[-1].name[1] == mention.name[0] - 1), None)
    return group


def _by_full_name(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan just spoken of, whose full name is told ("the “Wells Plan”. Its real name is National Plan for …")."""
    if not groups or not tells_full_name(doc, mention):
        return None
    last = groups[-1].mentions[-1]
    is_near = mention.sentence - last.sentence <= 1
    return groups[-1] if is_near and _have_compatible_years(mention, last) else None


def tells_full_name(doc: Document, mention: Mention) -> bool:
    """Whether a name is told as that of what was spoken of before ("de son vrai nom Plan d'urgence …")."""
    first = mention.name[0]
    low = max(doc.sentences[mention.sentence].first, first - _FULL_NAME_WITHIN)
    if mention.form not in ("capital", "quoted"):
        return False
    lexicon = plan_words(doc.language)
    noun = next((k for k in range(low, first) if doc.tokens[k].folded in lexicon.name_nouns), low)
    owner = doc.tokens[max(low, noun - 2) : noun]
    return any(lexicon.determiners.get(t.folded) == "possessive" for t in owner)


def _place_generic(doc: Document, mention: Mention, groups: list[PlanGroup]) -> None:
    """Give a name of general words ("the National Action Plan") to the plan that bears it and more, else keep it."""
    acronym = fold(text_of(doc, mention.acronym)) if mention.acronym else None
    for group in groups:
        known = {fold(text_of(doc, m.acronym)) for m in group.mentions if m.acronym}
        longer = any(mention.words <= m.words and mention.inner in (m.governing, m.inner) for m in group.mentions)
        if (acronym in known) if acronym and known else longer:
            group.mentions.append(mention)
            return
    if acronym or _opens_article(doc, mention):
        groups.append(PlanGroup(mentions=[mention]))


def _opens_article(doc: Document, mention: Mention) -> bool:
    """Whether a mention stands in an article's first sentences, or in its title."""
    title = words(doc.title or "")
    name = words(text_of(doc, mention.name))
    return sentences_before(doc, mention.sentence) <= 1 or (bool(title) and set(title).issuperset(name))


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


def name_by_sequel(doc: Document, mentions: list[Mention]) -> None:
    """Trust a name without a noun that opens the article where the text goes on with "the plan"."""
    for mention, after in pairwise(mentions):
        if mention.form not in ("free", "bare"):
            return
        if mention.form == "bare" or mention.confidence >= _MIN_FREE or sentences_before(doc, mention.sentence) > 1:
            continue
        refers = after.form == "bare" and after.governing and after.determiner in ("definite", "demonstrative")
        if refers and 0 <= after.sentence - mention.sentence <= 1 and _is_to_come(doc, mention):
            mention.form, mention.governing, mention.confidence = "quoted", after.governing, 0.8
            return


def _is_to_come(doc: Document, mention: Mention) -> bool:
    """Whether a name has no year, or one so far off that it is no event's."""
    year, published = mention.years[1], doc.published_on
    return year is None or (published is not None and year > published.year + _NEXT_EVENTS)


def name_by_period(doc: Document, mentions: list[Mention], dates: list[DateMention]) -> None:
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
        texts = {fold(text_of(doc, m.name)) for m in group.mentions}
        newer = {fold(text_of(doc, m.newer)) for m in group.mentions if m.newer}
        for other in kept:
            other_texts = {fold(text_of(doc, m.name)) for m in other.mentions}
            if newer & other_texts or texts & {fold(text_of(doc, m.newer)) for m in other.mentions if m.newer}:
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
    text = text_of(doc, name.name).split()[0]
    small = plan_words(doc.language).small
    for mention in other.mentions:
        if not mention.years[1] or mention.years[1] != name.years[1] or mention.form == "free":
            continue
        initials = "".join(t.text[0] for t in doc.tokens[slice(*mention.name)] if t.text[0].isalpha())
        main = [t for t in doc.tokens[slice(*mention.name)] if t.folded not in small and t.text[0].isalpha()]
        spelled = "".join(t.text[0] for t in main if t.text != text)
        if text.isupper() and fold(text) in (fold(initials), fold(spelled)):
            return True
    return False


def _by_acronym(doc: Document, mention: Mention, groups: list[PlanGroup]) -> PlanGroup | None:
    """The plan whose acronym a mention without other words is ("GEP 2030")."""
    texts = {fold(text_of(doc, mention.name)), *(mention.content if len(mention.content) == 1 else ())}
    for group in groups:
        for other in group.mentions:
            named = other.acronym and fold(text_of(doc, other.acronym)) in texts
            if named and _have_compatible_years(mention, other):
                return group
    return None


def find_acronyms(doc: Document, groups: list[PlanGroup]) -> None:
    """Give plans the acronyms that the article uses without brackets ("the talk is of HSP2. The second Health …")."""
    wanted: dict[str, PlanGroup | None] = {}
    for group in groups:
        if any(m.acronym for m in group.mentions):
            continue
        for initials in {_initials(doc, m) for m in group.mentions}:
            if len(initials) >= _MIN_INITIALS:
                wanted[initials] = None if initials in wanted else group
    if not wanted:
        return
    numbered = {f"{stem}{number}" for stem in wanted for number in range(1, 10)}
    for i in doc.positions_of(numbered | wanted.keys()):
        token = doc.tokens[i]
        stem = token.folded.rstrip("0123456789")
        owner = wanted.get(stem)
        if owner is None or not token.text.isupper():
            continue
        wanted[stem] = None
        if doc.tokens[i - 1].text != "(" or not i:
            owner.mentions[0].acronym = (i, i + 1)


def _initials(doc: Document, mention: Mention) -> str:
    """First letters of the words of a name with capitals."""
    if mention.form not in ("capital", "proper", "dated"):
        return ""
    small = plan_words(doc.language).small
    named = [t for t in doc.tokens[slice(*mention.name)] if t.text[0].isalpha() and t.folded not in small]
    return fold("".join(t.text[0] for t in named))


def sister_plans(doc: Document, groups: list[PlanGroup]) -> list[PlanGroup]:
    """Earlier or later plans of a numbered series: "HSP 4" beside "Health Sector Plan (HSP 5)"."""
    kinds: dict[str, PlanKind | None] = {}  # by the letters of the acronym
    known: set[tuple[str, str]] = set()
    for group in groups:
        for acronym in [m.acronym for m in group.mentions if m.acronym]:
            stem, number = _series(text_of(doc, acronym))
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
        series = _series(text_of(doc, (i, i + size)))
        if (series[0], "") in known and _counts_next(doc, i + size):
            continue  # "under the HSP 12 clinics"
        if (series[0], "") in known and series[1].isdecimal() and int(series[1]) >= _FIRST_SHORT_YEAR:
            continue  # "the SND30": the plan itself, with its year
        if series[0] in kinds and series[1] and series not in known:
            # Beside "(HSP)" the letters alone are the other plan's.
            form: Literal["capital", "proper"] = "capital" if (series[0], "") in known else "proper"
            mention = Mention((i, i + size), form, doc.sentence_index(token.start), kinds[series[0]], confidence=0.75)
            mention.content = (fold(text_of(doc, mention.name)),)
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
    if len(groups) != 1 or mention.governing not in ANY_PLAN:
        return None
    last = groups[0].mentions[-1]
    is_soon = mention.sentence - last.sentence <= _CALLED_WITHIN
    return groups[0] if is_soon and _have_compatible_years(mention, last) else None


def _have_compatible_years(a: Mention, b: Mention) -> bool:
    return not a.years[1] or not b.years[1] or a.years[1] == b.years[1]


def _match(mention: Mention, groups: list[PlanGroup], distinctive: frozenset[str]) -> PlanGroup | None:
    groups = [g for g in groups if not any(_is_told_apart(mention, other, distinctive) for other in g.mentions)]
    same = [g for g in groups if any(_is_same(mention, other) for other in g.mentions)]
    if same:
        return same[-1]
    near = [g for g in groups if any(_is_short_for(mention, other) for other in g.mentions)]
    return near[0] if len(near) == 1 else None


def _is_told_apart(a: Mention, b: Mention, distinctive: frozenset[str]) -> bool:
    """Whether each of two full names has an adjective that the other lacks ("the Ten-Year Plan", "the National Plan").

    An acronym that both have shows that they name one plan all the same.
    """
    if a.form != "capital" or b.form != "capital" or (a.acronym and b.acronym):
        return False
    only_a, only_b = a.words - b.words, b.words - a.words
    return not distinctive.isdisjoint(only_a) and not distinctive.isdisjoint(only_b)


def _is_same(a: Mention, b: Mention) -> bool:
    if not _agree(a, b):
        return False
    if a.content == b.content or (set(a.content) == set(b.content) and a.content):
        return True
    # "Digital 2020" for "X Digital 2020"
    bare_a, bare_b = telling_words(a), telling_words(b)
    one_country = len({w for w in (*a.content, *b.content) if w.startswith("@")}) <= 1
    return bare_a == bare_b and one_country and (bool(bare_a) or a.years[1] is not None) and a.years[1] == b.years[1]


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
    telling = telling_words(short)
    # "its development plan 2016-2020": the plan spoken of, whose years it tells
    refers = short.form == "dated" and bool(short.determiner) and short.determiner != "indefinite"
    is_dated = short.years[1] is not None and not (refers and long.years[1] is None)
    if not telling or is_dated or not _agree(a, b):
        return False
    # "National Housing Strategy" is not short for "Strategy for Affordable Housing": it has a word of its own.
    return short.words <= long.words and telling <= telling_words(long) and len(telling_words(long)) - len(telling) <= 2


def sentences_before(doc: Document, sentence: int) -> int:
    """How many real sentences of text stand before a sentence, to the extent that it matters."""
    before = doc.sentences[max(0, sentence - _LEAD * 4) : sentence]
    return sum(s.last - s.first >= _REAL_SENTENCE and doc.blocks[s.block].kind != "heading" for s in before)
