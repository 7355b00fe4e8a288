"""Which plans of different articles are one plan."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from rapidfuzz import fuzz

from pipelines.resolve.clusters import Clusters
from pipelines.resolve.evidence import ENOUGH, Telling, agreement, pairs
from pipelines.resolve.names import aims, concepts_of, is_common, is_distinctive, plan_nouns, years_of

# Two reports of "a national digital strategy" are of the same one where they are at most this far apart.
# So are two that name it differently but agree on what it holds.
_UNNAMED_WINDOW = dt.timedelta(days=183)
_SAME_SPELLING = 92  # rapidfuzz ratio of sorted concepts, out of 100
_SAME_OTHER_WORDS = 80  # and of the words that only one of the two has
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
    """What the names say that the article gives the plan; of an unnamed plan only its aliases are names."""
    aliases = [x for x in record.aliases if x != x.lower()]  # "stratégie numérique" names no plan by itself
    texts = [record.name, *aliases] if record.is_named else aliases
    out = [_name(text, record.language, record.country) for text in texts]
    if out and out[0].year is None and record.horizon_year:
        out.append(_Name(out[0].concepts, record.horizon_year))
    return out


@lru_cache(maxsize=200_000)
def _name(text: str, language: str, country: str | None) -> _Name:
    """What a name says, the plan's own country and what any plan is called left out."""
    years = years_of(text)
    kept = _undated(text, language, country) - plan_nouns()
    return _Name(tuple(sorted(kept)), years[-1] if years else None)


def _undated(text: str, language: str, country: str | None) -> frozenset[str]:
    """All that a name says but its years and the plan's own country."""
    own = f"@{country}"
    return frozenset(c for c in concepts_of(text, language) if c != own and not (c[0].isdigit() and years_of(c)))


def resolve_plans(
    records: list[PlanRecord], tellings: Mapping[tuple[str, str], Telling] | None = None
) -> list[tuple[str, list[PlanRecord]]]:
    """Group records of one plan, with the content that keys the group.

    They are of one country, and either their names say the same and have the same year, or the articles agree on
    what the plan holds (`tellings`, by article_id and local_id).
    """
    records = sorted(records, key=lambda r: (r.article_id, r.local_id))
    clusters = Clusters([r.article_id for r in records])
    names = [_names(r) for r in records]
    _join_named(clusters, records, names)
    _join_respelt(clusters, records, names)
    _join_without_year(clusters, records, names)
    _join_plain(clusters, records, names)
    _join_unnamed(clusters, records, names)
    _join_told_alike(clusters, records, names, tellings or {})
    return [(min(_key(records[i]) for i in group), [records[i] for i in group]) for group in clusters.groups()]


def _key(record: PlanRecord) -> str:
    name = _name(record.name, record.language, record.country)
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
                if fuzz.ratio(left, right) >= _SAME_SPELLING and _is_respelt(left.split(), right.split()):
                    clusters.join(spelt[left], spelt[right])


def _is_respelt(left: list[str], right: list[str]) -> bool:
    """Whether the words that two names don't share are spellings of each other, not other words."""
    one, other = (" ".join(w for w in words if w not in rest) for words, rest in ((left, right), (right, left)))
    return fuzz.ratio(one, other) >= _SAME_OTHER_WORDS


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


def _join_plain(clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]]) -> None:
    """Join "the national water strategy" to "National Water Strategy 2030" of those months, where it is the only one.

    A plan whose last year is over is not what they speak of.
    """
    wordings = [_undated(record.name, record.language, record.country) for record in records]
    dated: dict[tuple[str | None, frozenset[str]], list[tuple[int, int]]] = defaultdict(list)
    for i, known in enumerate(names):
        year = max((name.year for name in known if name.year), default=None)
        if year and records[i].is_named:
            dated[records[i].country, wordings[i]].append((year, i))
    for i, record in enumerate(records):
        told = record.published_on
        if not told or not record.country or not _says_little(names[i]):
            continue
        groups = {
            clusters.find(j)
            for year, j in dated.get((record.country, wordings[i]), ())
            if year >= told.year and records[j].published_on and _are_near(record, records[j])
        }
        if len(groups) == 1:
            clusters.join(i, groups.pop())


def _says_little(known: list[_Name]) -> bool:
    return not any(name.year or is_distinctive(name.concepts) for name in known)


def _join_unnamed(clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]]) -> None:
    """Join "the national water strategy" of two articles of those months: one at a time is in the news."""
    alike: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if _says_little(names[i]) and record.published_on and record.country:
            alike[record.country, tuple(sorted(set(concepts_of(record.name, record.language))))].append(i)
    for group in alike.values():
        group.sort(key=lambda i: (records[i].published_on or dt.date.min, records[i].article_id))
        for i, j in pairwise(group):
            earlier, later = records[i].published_on, records[j].published_on
            if earlier and later and later - earlier <= _UNNAMED_WINDOW:
                clusters.join(i, j)


# ---------------------------------------------------------------- by what is told of them


@dataclass(slots=True)
class _Group:
    """What the records of one group say: years, and names by language."""

    years: set[int]
    names: dict[str, set[tuple[str, ...]]]

    def contradicts(self, other: _Group) -> bool:
        """Whether it is another plan: of another period, or one that the same language calls otherwise."""
        if self.years and other.years and self.years.isdisjoint(other.years):
            return True
        return any(names.isdisjoint(other.names.get(language, names)) for language, names in self.names.items())

    def add(self, other: _Group) -> None:
        """Take in what the other says."""
        self.years |= other.years
        for language, names in other.names.items():
            self.names.setdefault(language, set()).update(names)


def _join_told_alike(
    clusters: Clusters, records: list[PlanRecord], names: list[list[_Name]], tellings: Mapping[tuple[str, str], Telling]
) -> None:
    """Join plans under different names that articles of the same months tell the same of, the likeliest first."""
    told = {i: t for i, r in enumerate(records) if (t := tellings.get((r.article_id, r.local_id)))}
    group = [clusters.find(i) for i in range(len(records))]
    own = {i: _own(records[i], names[i]) for i in told}
    scored = []
    for i, j in pairs(told, [r.country for r in records], group):
        if not _are_near(records[i], records[j]) or own[i].contradicts(own[j]):
            continue
        points = agreement(told[i], told[j], _same_subject(records[i], records[j]))
        if points >= ENOUGH:
            scored.append((-points, i, j))
    said = {group[x]: _Group(set(), {}) for _, i, j in scored for x in (i, j)}
    for i in range(len(records)):
        if group[i] in said:
            said[group[i]].add(_own(records[i], names[i]))
    for _, i, j in sorted(scored):
        one, other = clusters.find(i), clusters.find(j)
        if one != other and not said[one].contradicts(said[other]) and clusters.join(one, other):
            kept = clusters.find(one)
            said[kept].add(said[one if kept == other else other])


def _own(record: PlanRecord, names: list[_Name]) -> _Group:
    years = {name.year for name in names if name.year}
    called = {name.concepts for name in names if name.concepts}
    if record.horizon_year:
        years.add(record.horizon_year)
    return _Group(years, {record.language: called} if called else {})


def _are_near(a: PlanRecord, b: PlanRecord) -> bool:
    if not a.published_on or not b.published_on:
        return True
    return abs(a.published_on - b.published_on) <= _UNNAMED_WINDOW


def _same_subject(a: PlanRecord, b: PlanRecord) -> bool | None:
    """Whether names have a word in common; None where one of them names no sector ("Room to Grow")."""
    one, other = (
        {c for text in (r.name, *r.aliases) for c in concepts_of(text, r.language) if not c.startswith("@")}
        - plan_nouns()
        - aims()
        for r in (a, b)
    )
    if one & other:
        return True
    return False if any(map(is_common, one)) and any(map(is_common, other)) else None
