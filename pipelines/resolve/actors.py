"""Which actors of different articles are one person or organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from pipelines.extract.records import ActorKind
from pipelines.extract.text import words
from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, overlap

_SAME_PERSON = 92  # rapidfuzz ratio of whole names, out of 100: "Mohamed"/"Mohammed", "Sofiene"/"Sofiane"
_SAME_NAME_PART = 75  # and of each of their parts
_SAME_ORGANISATION = 0.6  # Dice coefficient of the concepts of two expansions of one acronym
_MAX_EXPANSIONS = 500  # organisations of one acronym that are compared
# Concepts that say whether an organisation is one in the world or one per country. A name of proper nouns alone
# (most companies) is one in the world too.
_WORLDWIDE = frozenset({"world", "africa", "international", "united", "nations", "europe"})
_PER_COUNTRY = frozenset(
    """
    ministry national agency authority council commission committee court office chamber assembly institute
    observatory fund centre federation association government treasury parliament senate board
    """.split()
)


@dataclass(frozen=True)
class ActorRecord:
    """An actor as one article has it."""

    article_id: str
    local_id: str
    name: str
    kind: ActorKind
    acronym: str | None
    country: str | None
    language: str

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Folded words of the name."""
        return tuple(words(self.name))

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """What the name says, the organisation's own country left out, in alphabetical order."""
        found = {c for c in concepts_of(self.name, self.language) if c != f"@{self.country}"}
        return tuple(sorted(found))


def resolve_actors(records: list[ActorRecord]) -> list[tuple[str, list[ActorRecord]]]:
    """Group records of one person or one organisation, with the content that keys the group."""
    out = []
    for kind in ("person", "organisation"):
        chosen = sorted((r for r in records if r.kind == kind), key=lambda r: (r.article_id, r.local_id))
        clusters = Clusters([r.article_id for r in chosen])
        (_join_persons if kind == "person" else _join_organisations)(clusters, chosen)
        for group in clusters.groups():
            members = [chosen[i] for i in group]
            out.append((f"{kind}|{min(_key(m) for m in members)}", members))
    return out


def _key(record: ActorRecord) -> str:
    # A full name comes before a part of it, so that the key doesn't change when a shorter form turns up.
    length = f"{99 - min(98, len(record.parts)):02d}"
    return f"{length}|{' '.join(record.parts)}|{record.country if _is_local(record) else ''}"


# ---------------------------------------------------------------- persons


def _join_persons(clusters: Clusters, records: list[ActorRecord]) -> None:
    clusters.join_equal((i, tuple(sorted(r.parts))) for i, r in enumerate(records) if len(r.parts) > 1)
    _join_respelt_persons(clusters, records)
    _join_shorter(clusters, records)


def _join_respelt_persons(clusters: Clusters, records: list[ActorRecord]) -> None:
    blocks: dict[Hashable, dict[tuple[str, ...], int]] = defaultdict(dict)
    for i, record in enumerate(records):
        if len(record.parts) > 1:
            blocks[record.country, len(record.parts), record.parts[0][0], record.parts[-1][0]].setdefault(
                record.parts, i
            )
    for spelt in blocks.values():
        ordered = sorted(spelt)
        for n, left in enumerate(ordered):
            for right in ordered[n + 1 :]:
                if _is_respelt(left, right):
                    clusters.join(spelt[left], spelt[right])


def _is_respelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    # Numbers of kings and popes are no spelling.
    if any(len(a) < 4 and a != b for a, b in zip(left, right, strict=True)):
        return False
    parts = (fuzz.ratio(a, b) >= _SAME_NAME_PART for a, b in zip(left, right, strict=True))
    return fuzz.ratio(" ".join(left), " ".join(right)) >= _SAME_PERSON and all(parts)


def _join_shorter(clusters: Clusters, records: list[ActorRecord]) -> None:
    """Join "Marie Curie" and "Curie" to the one person of the country whose longer name ends so."""
    longer: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    seen: set[tuple[str | None, tuple[str, ...], int]] = set()
    for i, record in enumerate(records):
        # Of a name that has become one group, one record speaks for all.
        if len(record.parts) > 1 and (spelt := (record.country, record.parts, clusters.find(i))) not in seen:
            seen.add(spelt)
            longer[record.country, record.parts[-1]].append(i)
    order = sorted(range(len(records)), key=lambda i: (-len(records[i].parts), i))
    for i in order:
        parts = records[i].parts
        if not parts or len(records[i].name) < 3:
            continue
        candidates = {
            clusters.find(j)
            for j in longer.get((records[i].country, parts[-1]), ())
            if len(records[j].parts) > len(parts) and set(parts) <= set(records[j].parts)
        }
        if len(candidates) == 1:
            clusters.join(i, candidates.pop())


# ---------------------------------------------------------------- organisations


def _is_local(record: ActorRecord) -> bool:
    concepts = set(record.concepts)
    if _WORLDWIDE & concepts:
        return False
    return bool(_PER_COUNTRY & concepts) or any(w.islower() and len(w) > 3 for w in record.name.split())


def _join_organisations(clusters: Clusters, records: list[ActorRecord]) -> None:
    clusters.join_equal(
        (i, (r.concepts, r.country if _is_local(r) else None)) for i, r in enumerate(records) if not _is_acronym(r)
    )
    clusters.join_equal((i, (r.parts, r.country)) for i, r in enumerate(records))
    _join_acronyms(clusters, records)


def _is_acronym(record: ActorRecord) -> bool:
    return record.name == record.acronym or (record.name.isupper() and " " not in record.name)


def _acronym(record: ActorRecord) -> str | None:
    return record.acronym or (record.name if _is_acronym(record) else None)


def _join_acronyms(clusters: Clusters, records: list[ActorRecord]) -> None:
    spelt: dict[str, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if acronym := _acronym(record):
            spelt[acronym].append(i)
    for _, members in sorted(spelt.items()):
        full = [i for i in members if not _is_acronym(records[i])]
        _join_expansions(clusters, records, full)
        for i in members:
            if _is_acronym(records[i]):
                _join_bare(clusters, records, i, full)
        bare = [i for i in members if _is_acronym(records[i])]
        clusters.join_equal((i, records[i].country) for i in bare)


def _join_expansions(clusters: Clusters, records: list[ActorRecord], full: list[int]) -> None:
    """Join organisations of one acronym whose full names say much the same: each is compared with all before it."""
    seen: list[int] = []
    for i in full[:_MAX_EXPANSIONS]:
        for j in seen:
            if overlap(records[i].concepts, records[j].concepts) >= _SAME_ORGANISATION:
                clusters.join(i, j)
        # One record speaks for all of its group that say the same.
        if all(records[j].concepts != records[i].concepts or clusters.find(j) != clusters.find(i) for j in seen):
            seen.append(i)


def _join_bare(clusters: Clusters, records: list[ActorRecord], i: int, full: list[int]) -> None:
    """An acronym alone is its country's organisation of that acronym, else the only one in the world."""
    at_home = {clusters.find(j) for j in full if records[j].country == records[i].country}
    anywhere = {clusters.find(j) for j in full}
    for candidates in (at_home, anywhere):
        if len(candidates) == 1:
            clusters.join(i, candidates.pop())
            return
