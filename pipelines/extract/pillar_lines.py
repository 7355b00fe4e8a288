"""Lines that show by how they begin that they are items of one list, without being bullets of the document."""

from __future__ import annotations

from pipelines.extract.document import Document
from pipelines.extract.enumerations import DASHES, marker_ranks

_MAX_GAP = 3  # paragraphs about an item below it
_MAX_LINES = 80
_MAX_INITIALS = 4  # letters of "MA – …", one of an acronym's parts
_MAX_TITLE = 16  # tokens of a line that only names its item


def marked_lines(doc: Document, block: int, count: int | None) -> list[tuple[int, int]]:
    """Lines below `block` as in "A. Water", "B – Roads" (in their order) or "MA – Making …", "TA – Taking …".

    Returns:
        The block and the first token behind the mark of each, or nothing: there must be as many as `count`, two at
        least where nothing counts them, and the letters of an acronym need a count.
    """
    return _ranked_lines(doc, block, count) or (_initialled_lines(doc, block, count) if count else [])


def _ranked_lines(doc: Document, block: int, count: int | None) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    gap = 0
    sign = ""
    for at in range(block + 1, min(len(doc.blocks), block + _MAX_LINES)):
        first = doc.token_at(doc.blocks[at].start)
        start = _past_mark(doc, first)
        mark = doc.tokens[first].text
        is_next = start and len(found) + 1 in (marker_ranks(mark) or marker_ranks(mark[1:]))  # "P1: …"
        if is_next and (not found or doc.tokens[start - 1].text == sign):
            sign = doc.tokens[start - 1].text
            found.append((at, start))
            gap = 0
            if len(found) == count:
                break
            continue
        gap += doc.blocks[at].kind != "bullet" or not found
        if not found or gap > _MAX_GAP:
            break
    return found if len(found) > 1 and count in (None, len(found)) else []


def _initialled_lines(doc: Document, block: int, count: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for at in range(block + 1, min(len(doc.blocks), block + 1 + count)):
        first = doc.token_at(doc.blocks[at].start)
        mark, start = doc.tokens[first].text, _past_mark(doc, first)
        if not start or not (mark.isupper() and mark.isalpha() and len(mark) <= _MAX_INITIALS):
            return []
        found.append((at, start))
    return found if len(found) == count else []


def _past_mark(doc: Document, first: int) -> int:
    """Token behind a mark and its sign at the start of a line, else 0."""
    if first + 2 >= len(doc.tokens):
        return 0
    sign = doc.tokens[first + 1].text
    return first + 2 if sign in "./:)|=" or sign in DASHES else 0


def parallel_headings(doc: Document, block: int, count: int) -> list[int]:
    """The `count` sub-headings below `block` that all begin with a verb of one form, each above its paragraphs."""
    heads = [
        at for at in range(block + 1, min(len(doc.blocks), block + _MAX_LINES)) if doc.blocks[at].kind == "heading"
    ][:count]
    if len(heads) < count or heads[0] != block + 1:
        return []
    if any(at + 1 < len(doc.blocks) and doc.blocks[at + 1].kind == "heading" for at in heads):
        return []
    firsts = [doc.tokens[doc.token_at(doc.blocks[at].start)] for at in heads]
    is_act = all(t.verb in ("Inf", "Fin") for t in firsts) or all(t.verb == "Ger" for t in firsts)
    ends = [doc.token_at(doc.blocks[at].end) - t.i for at, t in zip(heads, firsts, strict=True)]
    return heads if is_act and max(ends) <= _MAX_TITLE else []
