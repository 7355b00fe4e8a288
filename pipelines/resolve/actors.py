"""Which actors of different articles are one person or organisation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from pipelines.extract.records import ActorKind
from pipelines.extract.text import words
from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, is_known, overlap, sound_of

_SAME_PERSON = 92  # rapidfuzz ratio of whole names, out of 100: "Mohamed"/"Mohammed", "Sofiene"/"Sofiane"
_SAME_NAME_PART = 75  # and of each of their parts
_SHORTEST_SOUND = 6  # letters: shorter parts that differ by a vowel are other names ("Sène", "Sané")
_SHORTEST_MUTE = 5  # letters: longer parts behind the first may have a mute vowel at the end ("Lemine", "Lemin")
_SAME_ROLE = 0.5  # Dice coefficient of the roles' concepts that two roles of one person exceed
_SAME_ORGANISATION = 0.6  # Dice coefficient of the concepts of two expansions of one acronym, one longer
_SAME_IN_OTHER_WORDS = 0.75  # and where each has a word of its own: an Islamic bank and an American one are two
_MAX_EXPANSIONS = 500  # organisations of one acronym that are compared
# Vowels that spellings from another script take for each other; a given name ends in one of them by gender.
_VOWELS = str.maketrans("eo", "au")
_GENDERED = "aeo"
# Concepts of offices that one holds in one's own country.
_NATIONAL = frozenset({"minister", "primeminister"})
# Concepts that say whether an organisation is one in the world or one per country. A name of proper nouns alone
# (most companies) is one in the world too.
_WORLDWIDE = frozenset(
    {"world", "africa", "america", "asia", "international", "islamic", "united", "nations", "europe"}
)
_PER_COUNTRY = frozenset(
    """
    ministry national agency authority council commission committee court office chamber assembly institute
    observatory fund centre federation association government treasury parliament senate board
    """.split()
)


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor as one article has it."""

    article_id: str
    local_id: str
    name: str
    kind: ActorKind
    acronym: str | None
    country: str | None
    language: str
    roles: tuple[str, ...] = ()


class _Reading(NamedTuple):
    """What an actor's name says; records that spell it the same share one reading.

    Attributes:
        parts: folded words of the name.
        concepts: what an organisation's name says, its own country left out.
        is_acronym: whether the name is but an acronym.
        is_local: whether there may be one such organisation in each country.
        key: what keys a group of records: a full name comes before a part of it, so that the key doesn't change
            when a shorter form turns up.
    """

    parts: tuple[str, ...]
    concepts: frozenset[str]
    is_acronym: bool
    is_local: bool
    key: str


# What an organisation's full name says, and its country where each country may have one.
_Said = tuple[frozenset[str], str | None]


def _readings(records: list[ActorRecord]) -> list[_Reading]:
    known: dict[tuple[str, str | None, str | None, str], _Reading] = {}
    out = []
    for r in records:
        spelt = (r.name, r.acronym, r.country, r.language)
        reading = known.get(spelt)
        if reading is None:
            reading = _read_person(r.name) if r.kind == "person" else _read_organisation(*spelt)
            known[spelt] = reading
        out.append(reading)
    return out


def _read_person(name: str) -> _Reading:
    parts = tuple(words(name))
    return _Reading(parts, frozenset(), is_acronym=False, is_local=False, key=_key(parts, None))


def _read_organisation(name: str, acronym: str | None, country: str | None, language: str) -> _Reading:
    parts = tuple(words(name))
    concepts = frozenset(concepts_of(name, language)) - {f"@{country}"}
    is_local = _WORLDWIDE.isdisjoint(concepts) and (
        not _PER_COUNTRY.isdisjoint(concepts)
        or any(w.islower() and len(w) > 3 for w in name.split())
        # Some languages write such names with capitals throughout.
        or (len(concepts) > 1 and all(c.startswith("@") or is_known(c) for c in concepts))
    )
    return _Reading(
        parts=parts,
        concepts=concepts,
        is_acronym=name == acronym or (name.isupper() and " " not in name),
        is_local=is_local,
        key=_key(parts, country if is_local else None),
    )


def _key(parts: tuple[str, ...], country: str | None) -> str:
    return f"{99 - min(98, len(parts)):02d}|{' '.join(parts)}|{country or ''}"


def resolve_actors(records: list[ActorRecord]) -> list[tuple[str, list[ActorRecord]]]:
    """Group records of one person or one organisation, with the content that keys the group."""
    out = []
    for kind in ("person", "organisation"):
        chosen = sorted((r for r in records if r.kind == kind), key=lambda r: (r.article_id, r.local_id))
        read = _readings(chosen)
        homes = [_homes(r) for r in chosen] if kind == "person" else None
        clusters = Clusters([r.article_id for r in chosen], homes)
        (_join_persons if kind == "person" else _join_organisations)(clusters, chosen, read)
        out += [
            (f"{kind}|{min(read[i].key for i in group)}", [chosen[i] for i in group]) for group in clusters.groups()
        ]
    return out


# ---------------------------------------------------------------- persons


def _join_persons(clusters: Clusters, records: list[ActorRecord], read: list[_Reading]) -> None:
    full = [i for i, r in enumerate(read) if len(r.parts) > 1]
    clusters.join_equal((i, (records[i].country, *sorted(read[i].parts))) for i in full)
    speakers = _speakers(clusters, records, read, full)
    clusters.join_equal((i, tuple(sorted(read[i].parts))) for i in speakers)
    for sounding in (_letters, _sounds):
        clusters.join_equal((i, (records[i].country, sounding(read[i].parts))) for i in speakers)
    _join_respelt_persons(clusters, records, read)
    _join_shorter(clusters, records, read, full)


def _homes(record: ActorRecord) -> frozenset[str]:
    """Countries whose offices a person holds, and the offices' matters.

    Two ministers of two countries and two matters are two people of one name. Where the matter is the same, the
    country is more often misread: two countries may share a demonym.
    """
    found: set[str] = set()
    for role in record.roles:
        concepts = concepts_of(role, record.language)
        if not _NATIONAL.isdisjoint(concepts):
            named = {c[1:3] for c in concepts if c.startswith("@")}
            found |= named or ({record.country} if record.country else set())
            found |= {c for c in concepts if c != "minister" and not c.startswith("@")}
    return frozenset(found)


def _speakers(clusters: Clusters, records: list[ActorRecord], read: list[_Reading], among: Iterable[int]) -> list[int]:
    """One record of each spelling, country and group, the first: it speaks for all."""
    first: dict[Hashable, int] = {}
    for i in among:
        first.setdefault((records[i].country, read[i].parts, clusters.find(i)), i)
    return list(first.values())


@lru_cache(maxsize=200_000)
def _letters(parts: tuple[str, ...]) -> str:
    """How a name sounds, however its parts are put together ("Ben Youcef", "Benyoussef")."""
    return sound_of("".join(parts))


@lru_cache(maxsize=200_000)
def _sounds(parts: tuple[str, ...]) -> tuple[str, ...]:
    """How the parts of a name sound, long ones without regard to vowels that are easily taken for each other."""
    return tuple(_sound(part, n == 0) for n, part in enumerate(parts))


def _sound(part: str, is_given: bool) -> str:
    sound = sound_of(part)
    if not is_given and len(part) >= _SHORTEST_MUTE:
        sound = sound.removesuffix("e")
    if len(sound) < _SHORTEST_SOUND:
        return sound
    return sound[:-1].translate(_VOWELS) + sound[-1] if is_given else sound.translate(_VOWELS)


def _join_respelt_persons(clusters: Clusters, records: list[ActorRecord], read: list[_Reading]) -> None:
    blocks: dict[Hashable, dict[tuple[str, ...], int]] = defaultdict(dict)
    for i, record in enumerate(records):
        parts = read[i].parts
        if len(parts) > 1:
            blocks[record.country, len(parts), parts[0][0], parts[-1][0]].setdefault(parts, i)
    for spelt in blocks.values():
        ordered = sorted(spelt)
        for n, left in enumerate(ordered):
            for right in ordered[n + 1 :]:
                if _is_respelt(left, right):
                    clusters.join(spelt[left], spelt[right])


def _is_respelt(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    if left[0] != right[0] and left[0].rstrip(_GENDERED) == right[0].rstrip(_GENDERED):
        return False
    # Numbers of kings and popes are no spelling.
    if any(len(a) < 4 and a != b for a, b in zip(left, right, strict=True)):
        return False
    parts = (fuzz.ratio(a, b) >= _SAME_NAME_PART for a, b in zip(left, right, strict=True))
    return fuzz.ratio(" ".join(left), " ".join(right)) >= _SAME_PERSON and all(parts)


def _join_shorter(clusters: Clusters, records: list[ActorRecord], read: list[_Reading], full: list[int]) -> None:
    """Join "Marie Curie" and "Curie" to the one person of the country whose longer name ends so.

    Where several names end so, the role tells which one a surname alone stands for.
    """
    longer: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    for i in _speakers(clusters, records, read, full):
        longer[records[i].country, read[i].parts[-1]].append(i)
    held: dict[int, list[frozenset[str]]] = defaultdict(list)
    group = [clusters.find(i) for i in range(len(records))]
    for i, record in enumerate(records):
        held[group[i]] += _role_concepts(record)
    for i in sorted(range(len(records)), key=lambda i: (-len(read[i].parts), i)):
        parts = read[i].parts
        if not parts or len(records[i].name) < 3:
            continue
        members = [
            j
            for j in longer.get((records[i].country, parts[-1]), ())
            if len(read[j].parts) > len(parts) and set(parts) <= set(read[j].parts)
        ]
        candidates = {clusters.find(j) for j in members}
        if candidates and records[i].roles:
            own = _role_concepts(records[i])
            alike = {clusters.find(j) for j in members if _roles_agree(own, held[group[j]])}
            # One who is called by the given name too may have become another minister.
            unnamed = [j for j in members if read[j].parts[0] != parts[0]]
            other = {clusters.find(j) for j in unnamed if _portfolios_differ(own, held[group[j]])}
            candidates = alike or candidates - other
        if len(candidates) == 1:
            clusters.join(i, candidates.pop())


def _roles_agree(a: list[frozenset[str]], b: list[frozenset[str]]) -> bool:
    return any(overlap(one, other) > _SAME_ROLE for one in a for other in b)


def _portfolios_differ(a: list[frozenset[str]], b: list[frozenset[str]]) -> bool:
    """Whether both are ministers, of nothing in common."""
    one, other = ({c for role in roles if "minister" in role for c in role - _NATIONAL} for roles in (a, b))
    return bool(one) and bool(other) and one.isdisjoint(other)


def _role_concepts(record: ActorRecord) -> list[frozenset[str]]:
    own = f"@{record.country}"
    return [frozenset(concepts_of(role, record.language)) - {own} for role in record.roles]


# ---------------------------------------------------------------- organisations


def _join_organisations(clusters: Clusters, records: list[ActorRecord], read: list[_Reading]) -> None:
    clusters.join_equal(
        (i, (r.concepts, records[i].country if r.is_local else None)) for i, r in enumerate(read) if not r.is_acronym
    )
    speakers = _speakers(clusters, records, read, range(len(read)))
    clusters.join_equal((i, (read[i].parts, records[i].country)) for i in speakers)
    _join_acronyms(clusters, records, read)


def _join_acronyms(clusters: Clusters, records: list[ActorRecord], read: list[_Reading]) -> None:
    spelt: dict[str, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if acronym := record.acronym or (record.name if read[i].is_acronym else None):
            spelt[acronym].append(i)
    for _, members in sorted(spelt.items()):
        full = [i for i in members if not read[i].is_acronym]
        bare = [i for i in members if read[i].is_acronym]
        _join_expansions(clusters, records, read, full)
        _join_bare(clusters, records, bare, full)
        clusters.join_equal((i, records[i].country) for i in bare)


def _join_expansions(clusters: Clusters, records: list[ActorRecord], read: list[_Reading], full: list[int]) -> None:
    """Join organisations of one acronym whose full names say much the same: each is compared with all before it."""
    seen: dict[_Said, list[int]] = {}
    alike: dict[_Said, list[_Said]] = {}  # in order of their first records, as `seen`
    for i in full[:_MAX_EXPANSIONS]:
        own = (read[i].concepts, records[i].country if read[i].is_local else None)
        if own not in alike:
            alike[own] = [others for others in seen if _say_the_same(own, others)]
            for others in alike[own]:
                alike[others].append(own)
        for others in alike[own]:
            for j in seen[others]:
                clusters.join(i, j)
        # One record speaks for all of its group that say the same.
        if own not in seen:
            seen[own] = [i]
            if _say_the_same(own, own):
                alike[own].append(own)
        elif clusters.find(i) not in map(clusters.find, seen[own]):
            seen[own].append(i)


def _say_the_same(one: _Said, other: _Said) -> bool:
    (left, here), (right, there) = one, other
    if here and there and here != there:
        return False  # each country has its national agency
    needed = _SAME_ORGANISATION if left <= right or right <= left else _SAME_IN_OTHER_WORDS
    return overlap(left, right) >= needed


def _join_bare(clusters: Clusters, records: list[ActorRecord], bare: list[int], full: list[int]) -> None:
    """An acronym alone is its country's organisation of that acronym, else the only one in the world."""
    # Of each group one record per country speaks for all.
    speakers = {(clusters.find(j), records[j].country) for j in full}
    for i in bare:
        at_home = {clusters.find(j) for j, country in speakers if country == records[i].country}
        anywhere = {clusters.find(j) for j, _ in speakers}
        for candidates in (at_home, anywhere):
            if len(candidates) == 1:
                clusters.join(i, candidates.pop())
                break
