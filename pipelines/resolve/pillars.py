"""Which pillars of different articles are one component of one plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from pipelines.extract.records import PillarKind
from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, is_known, likeness

_SAME_LABEL = 0.66  # Dice coefficient of the labels' concepts
_COMPARED = 500  # pillars of one plan and kind that each is compared with
_SAME_LABEL_AT_ONE_PLACE = 0.5  # enough where position and parent are the same too
_LITTLE_ALIKE = 0.4  # enough where no other component of the two lists is as much alike
_LISTS_COMPARED = 50  # lists of one length that each is compared with


@dataclass(frozen=True)
class PillarRecord:
    """A pillar as one article has it; `plan` is an id across articles."""

    article_id: str
    local_id: str
    plan: str
    parent: str | None  # local_id
    kind: PillarKind
    position: int
    label: str
    language: str

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What the label says."""
        return frozenset(concepts_of(self.label, self.language))


def resolve_pillars(records: list[PillarRecord]) -> list[tuple[str, list[PillarRecord]]]:
    """Group records of one component: same plan, same kind and parent, and labels that say the same."""
    records = sorted(records, key=lambda r: (r.plan, r.article_id, r.local_id))
    clusters = Clusters([r.article_id for r in records])
    where = {(r.article_id, r.local_id): i for i, r in enumerate(records)}
    parent = [where.get((r.article_id, r.parent)) if r.parent else None for r in records]
    depth = [_depth(i, parent) for i in range(len(records))]
    # Parents before their children, so that children are compared under parents that are known to be one.
    by_plan: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        by_plan[depth[i], record.plan, record.kind].append(i)
    for _, members in sorted(by_plan.items()):
        clusters.join_equal((i, _what_and_where(clusters, records[i], parent[i])) for i in members)
        for threshold in (_SAME_LABEL, _SAME_LABEL_AT_ONE_PLACE):
            _join_alike(clusters, records, members, parent, threshold)
        _join_rest(clusters, records, members, parent)
    return [(min(_key(records[i]) for i in group), [records[i] for i in group]) for group in clusters.groups()]


def _join_alike(
    clusters: Clusters, records: list[PillarRecord], members: list[int], parent: list[int | None], threshold: float
) -> None:
    """Join members whose labels overlap by the threshold; of a group, one record of each label speaks for all."""
    spoken: dict[tuple[int, frozenset[str], int], int] = {}
    for i in members:
        spoken.setdefault((clusters.find(i), records[i].concepts, records[i].position), i)
    speakers = list(spoken.values())
    for n, i in enumerate(speakers):
        one = records[i]
        for j in islice(speakers, n + 1, n + _COMPARED):
            other = records[j]
            if threshold == _SAME_LABEL_AT_ONE_PLACE and one.position != other.position:
                continue
            if _likeness(one, other) >= threshold and _parents_agree(clusters, parent[i], parent[j]):
                clusters.join(i, j)


def _likeness(a: PillarRecord, b: PillarRecord) -> float:
    return likeness(a.concepts, b.concepts, is_one_language=a.language == b.language)


def _join_rest(clusters: Clusters, records: list[PillarRecord], members: list[int], parent: list[int | None]) -> None:
    """Join what two lists of one length leave over when some of it is known to be the same.

    First what has a word in common with one component of the other list and with no other. Of the rest, where at
    least half is known by then, one component left over on each side is the other's; several are, where the lists
    have the same order.
    """
    by_article: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for i in members:
        above = parent[i]
        by_article[records[i].article_id, None if above is None else clusters.find(above)].append(i)
    # Of lists of the same components in one order, one speaks for all.
    by_length: dict[tuple[int | None, int], dict[tuple[int, ...], list[int]]] = defaultdict(dict)
    for (_, above), listed in sorted(by_article.items(), key=lambda item: item[1]):
        ordered = sorted(listed, key=lambda i: (records[i].position, i))
        by_length[above, len(listed)].setdefault(tuple(map(clusters.find, ordered)), ordered)
    for spoken in by_length.values():
        lists = list(spoken.values())
        for n, one in enumerate(lists):
            for other in islice(lists, n + 1, n + _LISTS_COMPARED):
                for choose in (_only_alike, _left_over):
                    for i, j in choose(clusters, records, one, other):
                        if _may_say_the_same(records[i], records[j]):
                            clusters.join(i, j)


_Pairs = list[tuple[int, int]]


def _rests(clusters: Clusters, one: list[int], other: list[int]) -> tuple[list[int], list[int]]:
    left, right = ({clusters.find(i) for i in listed} for listed in (one, other))
    return [i for i in one if clusters.find(i) not in right], [j for j in other if clusters.find(j) not in left]


def _only_alike(clusters: Clusters, records: list[PillarRecord], one: list[int], other: list[int]) -> _Pairs:
    """Of lists in two languages that share something, what is like one component of the other list alone."""
    rest, others = _rests(clusters, one, other)
    if len(rest) == len(one) or records[one[0]].language == records[other[0]].language:
        return []
    alike = [(i, j) for i in rest for j in others if _likeness(records[i], records[j]) >= _LITTLE_ALIKE]
    left, right = Counter(i for i, _ in alike), Counter(j for _, j in alike)
    return [(i, j) for i, j in alike if left[i] == right[j] == 1 and not _all_known(records[i], records[j])]


def _left_over(clusters: Clusters, _: list[PillarRecord], one: list[int], other: list[int]) -> _Pairs:
    rest, others = _rests(clusters, one, other)
    if not rest or len(rest) > len(one) / 2:
        return []
    if len(rest) == 1:
        return [(rest[0], others[0])]
    in_order = [(i, j) for i, j in zip(one, other, strict=True) if clusters.find(i) != clusters.find(j)]
    return in_order if len(in_order) == len(rest) else []


def _all_known(a: PillarRecord, b: PillarRecord) -> bool:
    return all(map(is_known, a.concepts | b.concepts))


def _may_say_the_same(a: PillarRecord, b: PillarRecord) -> bool:
    """Whether two labels have a word in common, or are of two languages and have words that no vocabulary knows."""
    if not a.concepts.isdisjoint(b.concepts):
        return True
    return a.language != b.language and not _all_known(a, b)


def _what_and_where(clusters: Clusters, record: PillarRecord, parent: int | None) -> Hashable:
    # A label without concepts equals no other.
    what = record.concepts or (record.article_id, record.local_id)
    return what, None if parent is None else clusters.find(parent)


def _key(record: PillarRecord) -> str:
    label = " ".join(sorted(record.concepts))
    return f"{record.plan}|{record.kind}|{label or record.label}"


def _depth(i: int, parent: list[int | None]) -> int:
    depth = 0
    above = parent[i]
    while above is not None and depth < len(parent):
        depth += 1
        above = parent[above]
    return depth


def _parents_agree(clusters: Clusters, a: int | None, b: int | None) -> bool:
    if a is None or b is None:
        return a is b
    return clusters.find(a) == clusters.find(b)
