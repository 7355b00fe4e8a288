"""Where the text speaks of a plan: by its names, "this strategy", "the plan", and pronouns that open a sentence."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.places import country_of
from pipelines.extract.plan_groups import ANY_PLAN, NEUTRAL_WITHIN, PlanGroup, Reference
from pipelines.extract.plan_lexicon import PlanWords, plan_words
from pipelines.extract.plan_reading import Mention, Range, between
from pipelines.extract.plan_wording import MAX_SPANS
from pipelines.extract.text import words

if TYPE_CHECKING:
    from pipelines.extract.document import Document
    from pipelines.extract.records import Plan, PlanKind, Span

_ANNOUNCED_WITHIN = 3
_SHORTEST_HEAD = 4  # letters
_APPOSITION = 8  # tokens
_OPENING = 11  # tokens of a sentence in which its subject stands


def find_references(
    doc: Document, mentions: list[Mention], groups: list[PlanGroup], repeated: list[set[Span]]
) -> list[Reference]:
    """Names, "this strategy", "the plan" and sentence-opening pronouns, each with its plan, in order.

    Args:
        doc: the article.
        mentions: all of them.
        groups: the plans.
        repeated: each plan's `repeated_spans`.
    """
    owner = {id(m): g for g in groups for m in (*g.mentions, *g.aliases)}
    repeats = {_range(doc, span): g for g, spans in zip(groups, repeated, strict=True) for span in sorted(spans)}
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


def with_passing(mentions: list[Mention], groups: list[PlanGroup], references: list[Reference]) -> list[Reference]:
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
            is_hypernym = mention.governing in ("plan", None) and not seen and 0 < gap <= 1
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
            joint = [t.text for t in doc.tokens[mention.name[1] : later.name[0]]]
            return owner[id(later)] if "," in joint[-2:] and joint.count(",") == 1 else None
    return None


def _refers_back(mention: Mention) -> bool:
    return mention.form == "bare" and mention.determiner in ("definite", "demonstrative", "possessive")


def _antecedent(doc: Document, mention: Mention, references: list[Reference]) -> PlanGroup | None:
    if mention.determiner not in ("definite", "demonstrative", "indefinite", ""):
        return None
    if mention.governing is None and mention.determiner == "indefinite":
        return None  # "a document" is another one
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
        near = [r for r in references if mention.sentence - r.sentence <= NEUTRAL_WITHIN]
        told = [r for r in near if not _is_over(doc, r.group)] or near
        return next((r.group for r in told if r.sentence == told[-1].sentence), None)
    is_near = mention.sentence - latest.sentence <= (3 if mention.determiner == "demonstrative" else 1)
    return latest.group if is_near and not latest.group.kinds() - _weak_kinds(latest.group) else None


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


def _only_one(mention: Mention, references: list[Reference]) -> PlanGroup | None:
    """The only plan so far, which "the plan" soon behind stands for whatever its name calls it."""
    latest = references[-1]
    is_soon = mention.sentence - latest.sentence <= 1 and mention.determiner in ("definite", "demonstrative")
    is_named = latest.group.is_named and not any(m.is_project for m in latest.group.mentions)
    is_other = mention.is_former or mention.is_ranked or mention.governing not in ANY_PLAN
    if not is_soon or is_other or not is_named or any(r.group is not latest.group for r in references):
        return None
    return latest.group


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
    vocabulary = doc.positions.keys()
    openers = doc.positions_of(lexicon.occasions.openers(vocabulary))
    starts = lexicon.implied.openers(vocabulary) | lexicon.latters.openers(vocabulary)
    spots = doc.positions_of(starts | (vocabulary & lexicon.pronouns) | (vocabulary & lexicon.object_pronouns))
    for index in range(1, len(doc.sentences)):
        before = subject.get(index - 1) or (subject.get(index - 2) if index < second else None)
        first = references[0]  # what is launched is what the article is about
        if not before:
            continue
        sentence = doc.sentences[index]
        opening = between(openers, sentence.first, min(sentence.last, sentence.first + _OPENING))
        if opening and not _is_over(doc, first.group) and (occasion := _occasion(doc, lexicon, index, opening, first)):
            found.append(occasion)
        if index in subject:
            continue
        within = between(spots, sentence.first, sentence.last - 1)
        pronoun = _pronoun(doc, lexicon, index, within, before) if within else None
        if pronoun:
            found.append(pronoun)
            if index - 1 in subject:
                subject[index] = pronoun
    return found


def _occasion(doc: Document, lexicon: PlanWords, index: int, openers: list[int], main: Reference) -> Reference | None:
    """Words that open a sentence and tell where a stage was reached ("Speaking at the launch, …")."""
    sentence = doc.sentences[index]
    for k in openers:
        found = lexicon.occasions.at(doc.tokens, k, sentence.last)
        if found and not (found[1] < sentence.last and lexicon.links.at(doc.tokens, found[1], sentence.last)):
            return Reference(k, found[1], index, main.group, None, is_implied=True, is_occasion=True)
    return None


def _pronoun(doc: Document, lexicon: PlanWords, index: int, spots: list[int], before: Reference) -> Reference | None:
    """What stands for the plan of the sentence before, at the first of `spots` where something does."""
    sentence = doc.sentences[index]
    for k in spots:
        word, after = doc.tokens[k].folded, doc.tokens[k + 1]
        if k - sentence.first < _OPENING and (implied := lexicon.implied.at(doc.tokens, k, sentence.last)):
            governs = lexicon.links.at(doc.tokens, implied[1], sentence.last) if implied[1] < sentence.last else None
            return None if governs else Reference(k, implied[1], index, before.group, None, is_implied=True)
        if k - sentence.first < _OPENING and (latter := lexicon.latters.at(doc.tokens, k, sentence.last)):
            return Reference(k, latter[1], index, before.group, None, is_pronoun=True)
        if word in lexicon.object_pronouns and after.pos == "AUX":
            return Reference(k, k + 1, index, before.group, None)
        is_opening = k - sentence.first < _OPENING or after.folded in lexicon.passive
        # "Launched on Monday in Apia by the minister, it …"
        is_opening = is_opening or (doc.tokens[k - 1].text == "," and doc.tokens[sentence.first].verb == "Part")
        is_doer = after.folded in lexicon.object_pronouns and doc.tokens[min(k + 2, sentence.last - 1)].pos == "AUX"
        if word in lexicon.pronouns and is_doer:
            continue  # "Elle en a présenté le contenu": the minister has
        if word in lexicon.pronouns and is_opening:
            return Reference(k, k + 1, index, before.group, None, is_pronoun=True)
    return None


def add_heads(doc: Document, plans: list[Plan]) -> None:
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
        for i in doc.positions.get(word, ())[:MAX_SPANS]:
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
