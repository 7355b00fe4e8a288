"""The wordings of a plan: its names, where they stand, and which of their words tell what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.records import Span
from pipelines.extract.text import fold

if TYPE_CHECKING:
    from pipelines.extract.document import Document
    from pipelines.extract.plan_groups import PlanGroup
    from pipelines.extract.plan_reading import Mention, Range

MAX_SPANS = 50


def telling_words(mention: Mention) -> set[str]:
    """Words of a name that tell what the plan is about, countries apart."""
    return {w for w in mention.content if not w.startswith("@")}


def text_of(doc: Document, name: Range) -> str:
    """The words of a name, without the signs and white space around them."""
    span = doc.span(*name)
    return " ".join(span.of(doc.text).split()).strip(" ,;:")


def wordings(doc: Document, group: PlanGroup, name: Range) -> list[str]:
    """The name, then every other wording in order of appearance, each once."""
    ranges: list[Range] = [name]
    for mention in group.mentions:
        ranges.append(mention.name)
        ranges += mention.others
        ranges += [r for r in (mention.acronym, mention.newer, mention.description) if r]
    ranges += [m.name for m in group.aliases]
    seen: dict[str, str] = {}
    for r in ranges:
        text = text_of(doc, r)
        seen.setdefault(fold(text), text)
    return list(seen.values())


def spans_of(doc: Document, group: PlanGroup, name: Range, repeated: set[Span]) -> list[Span]:
    """The place of the name, then every other place where the plan is named or described, none overlapping another.

    Args:
        doc: the article.
        group: the plan.
        name: its best name.
        repeated: the plan's `repeated_spans`.
    """
    best = doc.span(*name)
    ranges = [r for m in group.mentions for r in (m.name, *m.others, m.acronym, m.newer) if r]
    found = {doc.span(*r) for r in ranges} | {doc.span(*m.name) for m in group.aliases}
    found |= repeated
    rest = sorted(found - {best})
    kept: list[Span] = [best]
    for span in rest:
        if not any(span.overlaps(k) for k in kept):
            kept.append(span)
    return kept[:MAX_SPANS]


def repeated_spans(doc: Document, group: PlanGroup) -> set[Span]:
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
        while at >= 0 and len(found) < MAX_SPANS:
            end = at + len(text)
            if doc.text[at].isupper() and _is_word(doc.folded, at, end):
                found.add(Span(at, end))
            at = doc.folded.find(text, end)
    return found


def _short(doc: Document, mention: Mention) -> str | None:
    """A name without its year, where that still tells it from other things."""
    first, last = mention.name
    if mention.form not in ("quoted", "proper", "capital", "free") or not telling_words(mention):
        return None
    while last > first and not doc.tokens[last - 1].text[0].isalpha():
        last -= 1
    if last <= first or (last - first == 1 and mention.form != "proper"):
        return None
    return fold(doc.span(first, last).of(doc.text))


def _is_word(text: str, start: int, end: int) -> bool:
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())
