"""Which plans of different articles are one plan."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise

from rapidfuzz import fuzz

from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, is_distinctive, plan_nouns, years_of

# Two reports of "a national digital strategy" are of the same one where they are at most this far apart.
_UNNAMED_WINDOW = dt.timedelta(days=183)
_SAME_SPELLING = 92  # rapidfuzz ratio of sorted concepts, out of 100
_SHORTEST_FUZZY = 8  # characters


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan as one article has it."""

    article_id: str
    local_id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    horizon_year: int | None
    is_named: bool
    language: str
    published_on: dt.date | None


@dataclass(frozen=True, slots=True)
class _Name:
    concepts: tuple[str, ...]
    year: int | None


def _names(record: PlanRecord) -> list[_Name]:
    """What the record's names say: the plan's own country and what any plan is called left out."""
    out = []
    for position, text in enumerate((record.name, *record.aliases)):
        if position and text == text.lower():
            continue  # "stratégie numérique" as an alias names no plan by itself
        years = years_of(text)
        concepts = concepts_of(text, record.language)
        kept = {c for c in concepts if c not in plan_nouns() and c != f"@{record.country}" and not years_of(c)}
        out.append(_Name(tuple(sorted(kept)), years[-1] if years else None))
    if out[0].year is None and record.horizon_year:
        out.append(_Name(out[0].concepts, record.horizon_year))
    return out


def resolve_plans(records: list[PlanRecord]) -> list[tuple[str, list[PlanRecord]]]:
    """Group records of one plan: same country, what the name says, and year; with the content that keys the group."""
    records = sorted(records, key=lambda r: (r.article_id, r.local_id))
    clusters = Clusters([r.article_id for r in records])
    names = [_names(r) if r.is_named else [] for r in records]
    _join_named(clusters, records, names)
    _join_respelt(clusters, records, names)
    _join_without_year(clusters, records, names)
    _join_unnamed(clusters, records)
    return [(min(_key(records[i]) for i in group), [records[i] for i in group]) for group in clusters.groups()]


def _key(record: PlanRecord) -> str:
    name = _names(record)[0]
    named = "" if record.is_named else f"~{record.published_on}"
    return f"{record.country}|{' '.join(name.concepts)}|{name.year or record.horizon_year}{named}"


def _join_named(clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]]) -> None:
    clusters.join_equal(
        (i, (records[i].country, name))
        for i, known in enumerate(names)
        for name in known
        if (name.year and (name.concepts or records[i].country)) or (name.concepts and is_distinctive(name.concepts))
    )


def _join_respelt(clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]]) -> None:
    blocks: dict[tuple[str | None, int | None], dict[str, int]] = defaultdict(dict)
    for i, known in enumerate(names):
        for name in known:
            text = " ".join(name.concepts)
            if len(text) >= _SHORTEST_FUZZY:
                blocks[records[i].country, name.year].setdefault(text, i)
    for spelt in blocks.values():
        ordered = sorted(spelt)
        for n, left in enumerate(ordered):
            for right in islice(ordered, n + 1, None):
                if left[0] != right[0]:
                    break
                if fuzz.ratio(left, right) >= _SAME_SPELLING:
                    clusters.join(spelt[left], spelt[right])


def _join_without_year(clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]]) -> None:
    """Join "Clean Rivers" to "Clean Rivers 2030" where that country has one such plan."""
    dated: dict[tuple[str | None, tuple[str, ...]], set[int]] = defaultdict(set)
    for i, known in enumerate(names):
        for name in known:
            if name.year:
                dated[records[i].country, name.concepts].add(i)
    for i, known in enumerate(names):
        for name in known:
            if name.year or not is_distinctive(name.concepts):
                continue
            groups = sorted({clusters.find(j) for j in dated.get((records[i].country, name.concepts), ())})
            if len(groups) == 1:
                clusters.join(i, groups[0])


def _join_unnamed(clusters: Clusters, records: list[PlanRecord]) -> None:
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if not record.is_named and record.published_on and record.country:
            alike[record.country, tuple(sorted(set(concepts_of(record.name, record.language))))].append(i)
    for group in alike.values():
        group.sort(key=lambda i: (records[i].published_on or dt.date.min, records[i].article_id))
        for i, j in pairwise(group):
            earlier, later = records[i].published_on, records[j].published_on
            if earlier and later and later - earlier <= _UNNAMED_WINDOW:
                clusters.join(i, j)
