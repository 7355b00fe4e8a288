"""Parts told in blocks of their own below an announcement: bullets, sub-headings or short lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.enumerations import label_range, marked_items, marker_ranks
from pipelines.extract.pillar_announcements import MAX_COUNT
from pipelines.extract.pillar_items import ALIKE, FAIR, ItemReader
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_lines import marked_lines, parallel_headings
from pipelines.extract.pillar_openings import MAX_GAP
from pipelines.extract.pillar_tree import Component, Group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipelines.extract.document import Block

_MAX_BLOCKS = 60
_MAX_BULLETS = 30  # a longer list is an index, not a plan's structure
_MAX_HEAD = 9  # tokens of a line's label and its colon


class BulletReader(ItemReader):
    """Fills groups from the blocks below."""

    def _fill_bullets(self, group: Group, block: int, is_sure: bool) -> bool:
        """Fill the group from the bullets right below `block`."""
        outer: list[tuple[int, tuple[int, int]]] = []
        inner: list[tuple[int, int, tuple[int, int]]] = []  # (place in outer, block, label)
        first: Block | None = None
        last_rank = 0
        above = self.doc.blocks[block]
        for at in self._bullet_blocks(block):
            bullet = self.doc.blocks[at]
            if above.kind == "bullet" and _style(bullet) == _style(above) and bullet.indent <= above.indent + 1:
                break  # the next item of the outer list
            label = self._block_label(at)
            if label is None:
                continue
            first = first or bullet
            is_inner = outer and (bullet.indent > first.indent + 1 or _style(bullet) != _style(first))
            if is_inner:
                inner.append((len(outer) - 1, at, label))
                continue
            if bullet.rank is not None and bullet.rank <= last_rank:
                break  # another list begins
            last_rank = bullet.rank or 0
            outer.append((at, label))
        if not 2 <= len(outer) <= _MAX_BULLETS or (not is_sure and group.count not in (None, len(outer))):
            return False
        labels = [label for _, label in outer]
        self._add_list(group, labels, 1.0 if group.count else 0.98)
        if not group.items:
            return True
        for (at, _), component in zip(outer, group.items, strict=True):
            self.by_block[at] = component
            self._add_marked(component, self._block_end(at))
        self._add_inner(group, inner)
        return True

    def _add_inner(self, group: Group, inner: list[tuple[int, int, tuple[int, int]]]) -> None:
        """Bullets below bullets: measures, unless the announcement says what each item consists of."""
        noun = self._noun_below(group) or Noun("measure", False, True, None, ())
        below: dict[int, Group] = {}
        for place, at, label in inner:
            parent = group.items[place]
            if self._announces(parent):
                continue  # the parent's own sentence opens a group that these bullets fill
            if place not in below:
                below[place] = Group(noun, None, group.plan, parent, group.sentence, 0.7, is_list=True)
                self.groups.append(below[place])
            self.by_block[at] = self._add(below[place], label, len(below[place].items) + 1, 0.7)

    def _noun_below(self, group: Group) -> Noun | None:
        """As in "three axes, each broken down into programmes": what the items consist of."""
        first, last = self.doc.sentences[group.sentence].first, self.doc.sentences[group.sentence].last
        each = next((i for i in range(first, last) if self.lexicon.each.match(self.tokens, i, last)), last)
        nouns = (n for i in range(each, last) if (n := self._noun(i, last)) and n.is_plural)
        return next((n for n in nouns if n.kind != group.noun.kind), None)

    def _add_below_lines(self, group: Group, lines: list[tuple[int, Component]]) -> None:
        """The bullets right below each of the lines that name the items."""
        inner: list[tuple[int, int, tuple[int, int]]] = []
        for line, component in lines:
            at = line + 1
            while at < len(self.doc.blocks) and self.doc.blocks[at].kind == "bullet":
                if label := self._block_label(at):
                    inner.append((group.items.index(component), at, label))
                at += 1
        self._add_inner(group, inner)

    def _add_marked(self, component: Component, last: int) -> None:
        """As in "Livestock, under which fall (i) hens and (ii) hatcheries": parts numbered inside a bullet."""
        opens = (i for i in range(component.label[1], last - 1) if self.tokens[i].text in "(:," and i + 1 < last)
        start = next((i for i in opens if 1 in marker_ranks(self.tokens[i + 1].text)), 0)
        start += self.tokens[start].text != "("
        items = marked_items(self.tokens, start, last) if start > component.label[1] else []
        labels = [label for a, b in items if (label := self._item_label(a, b))]
        if len(labels) < 2 or len(labels) < len(items):
            return
        group = component.group
        below = Group(Noun("measure", False, True, None, ()), None, group.plan, component, group.sentence, FAIR)
        below.is_list = True
        self.groups.append(below)
        for label in labels:
            self._add(below, label, len(below.items) + 1, FAIR)

    def _announces(self, component: Component) -> bool:
        block = self.doc.sentences[self._sentence_of(component.label[0])].block
        last = self._block_end(block)
        return any((n := self._noun(i, last)) is not None and n.is_plural for i in range(component.label[1], last))

    def _bullet_blocks(self, block: int) -> Iterator[int]:
        """Bullets below `block`, numbered ones even with paragraphs about them or headings above them in between."""
        blocks = self.doc.blocks
        rank = 0
        gap = 0
        for at in range(block + 1, len(blocks)):
            bullet = blocks[at]
            if bullet.kind != "bullet":
                gap += 1
                is_headed = at == block + 1 and bullet.kind == "heading" and at + 1 < len(blocks)
                if gap > 3 or not (rank or (is_headed and blocks[at + 1].rank == 1)):
                    return
                continue
            if gap and bullet.rank != rank + 1:
                return
            rank = bullet.rank or 0
            gap = 0
            yield at

    def _has_head(self, at: int) -> bool:
        """As in "Recruitment: 5,000 more nurses, …": a line that opens with its label."""
        first = self.doc.token_at(self.doc.blocks[at].start)
        last = min(self._block_end(at), first + _MAX_HEAD)
        colon = next((i for i in range(first, last) if self.tokens[i].text in ":–—"), 0)
        if not colon:
            stop = self.doc.sentence_at(self.doc.blocks[at].start).last - 1  # "Pay. New teachers will …"
            colon = stop if stop < self._block_end(at) - 1 and stop - first <= _MAX_HEAD // 2 else 0
        return colon > first and not any(t.verb == "Fin" for t in self.tokens[first + 1 : colon])

    def _fill_marked(self, group: Group, block: int) -> bool:
        """As in "A. Water", "MA – Making …" at the start of the lines below, or sub-headings that are all acts."""
        lines = marked_lines(self.doc, block, group.count)
        if not lines and group.count:
            heads = parallel_headings(self.doc, block, group.count)
            lines = [(at, self.doc.token_at(self.doc.blocks[at].start)) for at in heads]
        found = [(at, label_range(self.tokens, start, self._block_end(at), self.grammar)) for at, start in lines]
        labels = [label for _, label in found if label]
        if len(labels) < max(2, len(found)):
            return False
        self._add_list(group, labels, ALIKE)
        named = [(at, component) for (at, _), component in zip(lines, group.items, strict=False)]
        self.by_block.update(named)
        self._add_below_lines(group, named)
        return True

    def _fill_headings(self, group: Group, block: int) -> bool:
        """As many sub-headings as announced, each above paragraphs of its own, and no other."""
        blocks = self.doc.blocks
        first, last = block + 1, min(len(blocks), block + 1 + _MAX_BLOCKS)
        heads = [
            at for at in range(first, last - 1) if blocks[at].kind == "heading" and blocks[at + 1].kind == "paragraph"
        ]
        others = heads[group.count or 0 :]
        if not group.count or len(heads) < group.count or heads[0] != first or last < len(blocks):
            return False
        if any(self._is_short(at) and not self._is_label_line(at) for at in others):
            return False  # sub-headings of an article that goes on
        heads = heads[: group.count]
        labels = [label for at in heads if self._is_short(at) and (label := self._block_label(at))]
        if len(labels) != group.count:
            return False
        self._add_list(group, labels, 0.95)
        for at, component in zip(heads, group.items, strict=False):
            self.by_block.setdefault(at + 1, component)
        return bool(group.items)

    def _is_label_line(self, at: int) -> bool:
        """Whether a line at the end of a page ("Read also: …") rather than a sub-heading stands at block `at`."""
        return ":" in self.doc.text[self.doc.blocks[at].start : self.doc.blocks[at].end]

    def _is_short(self, at: int) -> bool:
        """Whether a sub-heading is a title rather than a sentence."""
        first, last = self.doc.token_at(self.doc.blocks[at].start), self._block_end(at)
        has_verb = any(t.verb == "Fin" for t in self.tokens[first + 1 : last])
        return last - first <= MAX_GAP // 3 and not has_verb and self.tokens[last - 1].text not in "?!"

    def _fill_lines(self, group: Group, block: int) -> bool:
        """Items on lines of their own without a marker: short ones, as many as announced, or closed by semicolons."""
        labels: list[tuple[int, int]] = []
        lines: list[int] = []
        n_bullets = 0
        for at in range(block + 1, min(len(self.doc.blocks), block + 2 + _MAX_BLOCKS)):
            line = self.doc.blocks[at]
            if line.kind == "bullet" and lines and group.count:
                n_bullets += 1
                continue
            end = self.doc.text[line.end - 1]
            is_last = end == "." and bool(labels) and self.doc.text[self.doc.blocks[at - 1].end - 1] in ";,"
            is_short = end in ";," or is_last or line.kind == "heading" or (group.count and self._has_head(at))
            if line.kind == "bullet" or not is_short:
                break
            if label := self._block_label(at):
                labels.append(label)
                lines.append(at)
            if is_last or len(labels) in (group.count, MAX_COUNT + 1):
                break
        if n_bullets and not all(map(self._has_head, lines)):
            return False
        closed = (
            bool(labels) and self.doc.text[self.tokens[labels[0][0]].start :].split("\n", 1)[0].rstrip()[-1] in ";,"
        )
        if len(labels) < 2 or (group.count not in (None, len(labels))) or (group.count is None and not closed):
            return False
        self._add_list(group, labels, 0.98)
        self._add_below_lines(group, list(zip(lines, group.items, strict=False)))
        for component in group.items:  # "Axis 2 – Limit harm. Three worksites open here"
            self.by_block[self.doc.sentences[self._sentence_of(component.label[0])].block] = component
        return True


def _style(block: Block) -> str:
    """What bullets of one level share: the sign, or the sort of number."""
    core = block.marker.strip("().-–—°/ ")
    if not core.isalnum():
        return core or block.marker
    return "0" if core.isdigit() else "a"
