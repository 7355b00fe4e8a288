"""Which pillars of different articles are one component of one plan."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pipelines.extract.records import PillarKind
from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, overlap

_SAME_LABEL = 0.66  # Dice coefficient of the labels' concepts
_SAME_LABEL_AT_ONE_PLACE = 0.5  # enough where position and parent are the same too


@dataclass(frozen=True, slots=True)
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
        for threshold in (1.0, _SAME_LABEL, _SAME_LABEL_AT_ONE_PLACE):
            for n, i in enumerate(members):
                for j in members[n + 1 : n + 500]:
                    if _parents_agree(clusters, parent[i], parent[j]) and _is_one(records[i], records[j], threshold):
                        clusters.join(i, j)
    return [(min(_key(records[i]) for i in group), [records[i] for i in group]) for group in clusters.groups()]


def _key(record: PillarRecord) -> str:
    label = " ".join(sorted(set(concepts_of(record.label, record.language))))
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


def _is_one(a: PillarRecord, b: PillarRecord, threshold: float) -> bool:
    if threshold == _SAME_LABEL_AT_ONE_PLACE and a.position != b.position:
        return False
    return overlap(concepts_of(a.label, a.language), concepts_of(b.label, b.language)) >= threshold
