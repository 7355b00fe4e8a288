"""Whose a plan is: the state that its name, its owner or its sentence tells, or no state but a community of several."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from babel import Locale

from pipelines.extract.document import Document
from pipelines.extract.places import country_of, demonyms_of
from pipelines.extract.plan_groups import BEFORE, PlanGroup
from pipelines.extract.plan_lexicon import PlanWords, may_open_country, plan_words
from pipelines.extract.plan_reading import Range
from pipelines.extract.text import words

_OPENING_PLACE = 3  # tokens
_OWNER = 3  # tokens
_EXPANSION = 9  # tokens of a name before its acronym
_ACRONYM = re.compile(r"([A-Z]{2,8})\b")
_IN_BRACKETS = re.compile(r"\(([A-Z][a-z]{1,7})\)")
_BESIDE = 3  # tokens between an acronym and what shows it to be a community's
# Bodies that CLDR lists among the territories, by name: Babel has neither its containment nor its groupings, and the
# other codes that no language is spoken in are of no body (the euro area, outlying islands, test data).
_WORLD_BODIES = ("EU", "UN")
_OWNING = frozenset(("'s", "'", "’"))


def plan_country(doc: Document, group: PlanGroup, communities: frozenset[str]) -> str | None:
    """ISO code of the country whose plan it is, the article's where nothing tells; None for a community's plan.

    Args:
        doc: the article.
        group: the plan.
        communities: acronyms of communities of states, of `communities_of`.
    """
    lexicon = plan_words(doc.language)
    for mention in group.mentions:
        for r in (mention.name, mention.newer, mention.description, *mention.others):
            if r and (code := _country_in(doc, *r)):
                return code
    for mention in group.mentions:
        if code := _country_in(doc, *_owner(doc, lexicon, mention.name)):
            return code
    if _is_supranational(doc, lexicon, group, communities):
        return None
    return _opening_country(doc, group) or doc.country


def communities_of(doc: Document) -> frozenset[str]:
    """Acronyms that an article uses of communities of states.

    They are known by their names ("Union of River States (URS)") or by what stands beside them ("the URS member
    states", "les pays de l'URS"); two by what CLDR calls them.
    """
    lexicon = plan_words(doc.language)
    vocabulary = doc.positions.keys()
    found = set(_world_bodies(doc.language))
    is_regional = not (vocabulary.isdisjoint(lexicon.regional) and vocabulary.isdisjoint(lexicon.membership))
    if is_regional or not vocabulary.isdisjoint(lexicon.unions):
        for match in (*_ACRONYM.finditer(doc.text), *_IN_BRACKETS.finditer(doc.text)):
            start = match.start(1)
            is_word = start == 0 or not doc.text[start - 1].isalnum()
            if not is_word or match[1] in found:
                continue
            if _is_of_states(doc, lexicon, doc.token_at(start), is_regional=is_regional):
                found.add(match[1])
    return frozenset(found)


@cache
def _world_bodies(language: str) -> frozenset[str]:
    """Codes of what CLDR counts among the territories of the world but is a body, and initials of its name."""
    names = Locale(language).territories
    initials = {"".join(word[0] for word in words(names[code])).upper() for code in _WORLD_BODIES}
    return frozenset(initials | set(_WORLD_BODIES))


@cache
def _region_words(language: str) -> frozenset[str]:
    """Words of the names of continents and their parts."""
    names = Locale(language).territories
    small = plan_words(language).small
    return frozenset(w for code, name in names.items() if code.isdigit() for w in words(name) if w not in small)


def _is_of_states(doc: Document, lexicon: PlanWords, i: int, *, is_regional: bool) -> bool:
    """Whether the acronym at token `i` is expanded as, or spoken of as, a community of states."""
    tokens = doc.tokens
    if i and tokens[i - 1].text == "(":
        named = tokens[max(0, i - 1 - _EXPANSION) : i - 1]
        bodies, regions = _community_words(doc.language)
        is_union = any(t.is_capitalised and t.folded in bodies for t in named)
        return is_union and any(t.folded in regions for t in named)
    after = lexicon.modifiers_before
    beside = tokens[i + 1 : i + 1 + _BESIDE] if after else tokens[max(0, i - _BESIDE) : i][::-1]
    for t in beside:
        if t.folded in lexicon.membership or (is_regional and t.is_capitalised and t.folded in lexicon.unions):
            return True
        if t.pos in ("PUNCT", "VERB", "AUX") and t.text not in _OWNING:
            return False
    return False


@cache
def _community_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Nouns of bodies, and the other words that make a name of theirs a community's."""
    lexicon = plan_words(language)
    regions = lexicon.regions | lexicon.supranational | _region_words(language)
    return lexicon.unions | lexicon.associations, regions - lexicon.unions


def _is_supranational(doc: Document, lexicon: PlanWords, group: PlanGroup, communities: frozenset[str]) -> bool:
    """Whether several states have the plan together."""
    has_community = len(communities) > len(_world_bodies(doc.language))
    for mention in group.mentions:
        for first, last in (mention.name, _owner(doc, lexicon, mention.name)):
            for token in doc.tokens[first:last]:
                if token.folded in lexicon.supranational or token.text in communities:
                    return True
                if has_community and token.folded in lexicon.regional:
                    return True
    return _is_of_union(doc, lexicon, group, communities, has_community=has_community)


def _is_of_union(
    doc: Document, lexicon: PlanWords, group: PlanGroup, communities: frozenset[str], *, has_community: bool
) -> bool:
    """Whether a union of states or its commission brings the plan ("The European Commission presented the X Deal")."""
    mention = group.mentions[0]
    if mention.is_public:
        return False
    first = doc.sentences[mention.sentence].first
    around = doc.tokens[max(first, mention.name[0] - BEFORE) : mention.name[0]]
    for a, b in pairwise(around):
        folded = {a.folded, b.folded}
        if a.is_capitalised and folded & lexicon.unions and folded & lexicon.supranational:
            return True
        if has_community and a.is_capitalised and (a.text in communities or a.folded in lexicon.unions):
            return True
    return False


def _opening_country(doc: Document, group: PlanGroup) -> str | None:
    """Country that opens the sentence which first names the plan ("In Poland, the Energy Plan …")."""
    mention = group.mentions[0]
    first = doc.sentences[mention.sentence].first
    return _country_in(doc, first, max(first, min(first + _OPENING_PLACE, mention.name[0])))


def _country_in(doc: Document, first: int, last: int) -> str | None:
    starts = [k for k in range(first, last) if _may_tell_country(doc, k)]
    for size in (3, 2, 1) if starts else ():
        for k in starts:
            if k + size <= last and (code := country_of(doc.span(k, k + size).of(doc.text), doc.language)):
                return code
    return None


def _may_tell_country(doc: Document, k: int) -> bool:
    """Whether a country's name or a demonym may start here; "une réunion" is no island."""
    token = doc.tokens[k]
    return may_open_country(token.folded, doc.language) and (
        token.is_capitalised or token.folded in demonyms_of(doc.language)
    )


def _owner(doc: Document, lexicon: PlanWords, name: Range) -> Range:
    """Tokens that tell whose plan it is: "Ghana's Water Plan", "Plan de l'eau du Ghana"."""
    first, last = name
    sentence = doc.sentence_at(doc.tokens[first].start)
    for k in range(max(sentence.first + 1, first - _OWNER), first):
        if doc.tokens[k].folded in _OWNING:
            start = k - 1
            while start > max(sentence.first, k - _OWNER) and doc.tokens[start - 1].is_capitalised:
                start -= 1  # "South Sudan's"
            return start, k
    found = lexicon.links.at(doc.tokens, last, sentence.last) if last < sentence.last else None
    if not found:
        return first, first
    k = found[1]
    while k < sentence.last and doc.tokens[k].folded in lexicon.articles:
        k += 1
    return k, min(k + _OWNER, sentence.last)
