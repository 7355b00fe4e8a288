"""Which events of different articles are one event."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipelines.extract.places import cities_in
from pipelines.extract.records import EventKind, Precision
from pipelines.extract.text import fold, words
from pipelines.resolve.clusters import Clusters
from pipelines.resolve.names import concepts_of, function_words, likeness, overlap

# What one article calls a launch another calls a presentation or an announcement.
_SAME_KIND: dict[str, str] = {"launch": "start", "presentation": "start", "announcement": "start"}
_SAME_NAME = 0.5  # Dice coefficient of the names' concepts
_ALIKE = 0.25  # enough on one day at one place where somebody is named in both
_SHARED_ACTORS = 2
_AGREEMENTS = 2  # of plan, name, people and place
# Without dates of their own, events are one only where the articles appear this close to each other.
_NEAR = dt.timedelta(days=31)
_FAR = dt.timedelta(days=183)  # where three of plan, name, people and place agree
# An event is compared with so many that share its plan or its country and month, in order of their articles.
_COMPARED = 200
_LONGEST_CITY_NAME = 3  # words
_LONGEST_ARTICLE = 3  # letters
_NUMBER = re.compile(r"\d{1,4}")


def sort_of(kind: str) -> str:
    """The kind of an event, kinds that articles use for each other made one."""
    return _SAME_KIND.get(kind, kind)


@dataclass(frozen=True)
class EventRecord:
    """An event as one article has it; `plan` and `actors` are ids across articles."""

    article_id: str
    local_id: str
    kind: EventKind
    name: str
    date_start: dt.date | None
    date_precision: Precision | None
    place: str | None
    country: str | None
    plan: str | None
    actors: frozenset[str]
    language: str
    published_on: dt.date | None

    @cached_property
    def sort(self) -> str:
        """The kind, kinds that articles use for each other made one."""
        return sort_of(self.kind)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What the name says."""
        return frozenset(concepts_of(self.name, self.language))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in the name: of editions, mostly."""
        return frozenset(_NUMBER.findall(self.name))


def resolve_events(records: list[EventRecord]) -> list[tuple[str, list[EventRecord]]]:
    """Group records of one event.

    They are of one sort and country, their dates and places agree, and they share a plan, a name or people.
    """
    records = sorted(records, key=lambda r: (r.article_id, r.local_id))
    clusters = Clusters([r.article_id for r in records])
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        for key in _block_keys(record):
            blocks[key].append(i)
    days = [r.date_start if r.date_precision == "day" else None for r in records]
    for _, members in sorted(blocks.items(), key=lambda item: str(item[0])):
        for n, i in enumerate(members):
            record, day = records[i], days[i]
            for j in members[n + 1 : n + _COMPARED]:
                # Most of a block are of other days.
                if (day is None or (other := days[j]) is None or other == day) and _is_one(record, records[j]):
                    clusters.join(i, j)
    _join_nameless(clusters, records)
    return [(min(_key(records[i]) for i in group), [records[i] for i in group]) for group in clusters.groups()]


def _join_nameless(clusters: Clusters, records: list[EventRecord]) -> None:
    """Join "the meeting" without a date of its own to the one meeting that other articles of those weeks tell of."""
    by_matter: dict[Hashable, list[int]] = defaultdict(list)
    for i, record in enumerate(records):
        if record.plan:
            by_matter[record.plan, record.sort].append(i)
    for members in by_matter.values():
        undated = [i for i in members if _told_on(records[i]) is None]
        dated = sorted((i for i in members if _told_on(records[i])), key=lambda i: (_told_on(records[i]), i))
        days = [_told_on(records[i]) for i in dated]
        for i in members:
            if len(records[i].concepts) > 1:
                continue
            near = dated
            if day := _told_on(records[i]):
                near = dated[bisect.bisect_left(days, day - _NEAR) : bisect.bisect_right(days, day + _NEAR)]  # type: ignore[type-var]
            candidates = {clusters.find(j) for j in (*near, *undated) if _may_be_one(records[i], records[j])}
            candidates.discard(clusters.find(i))
            if len(candidates) == 1:
                clusters.join(i, candidates.pop())


def _may_be_one(a: EventRecord, b: EventRecord) -> bool:
    if a.article_id == b.article_id or (a.country and b.country and a.country != b.country):
        return False
    places_differ = a.place and b.place and not _places_agree(a, b)
    return not places_differ and _dates_agree(a, b) is None and _are_near(a, b)


def _block_keys(record: EventRecord) -> list[Hashable]:
    month = record.date_start.strftime("%Y-%m") if record.date_start and record.date_precision != "year" else None
    keys: list[Hashable] = [("plan", record.plan, record.sort)] if record.plan else []
    if month:
        keys.append(("month", record.country, month, record.sort))
    return keys


def _key(record: EventRecord) -> str:
    date = record.date_start.isoformat() if record.date_start else "9999"
    name = " ".join(sorted(record.concepts))
    return f"{date}|{record.sort}|{record.country}|{fold(record.place or '')}|{name}"


def _is_one(a: EventRecord, b: EventRecord) -> bool:
    if a.country and b.country and a.country != b.country:
        return False
    dates = _dates_agree(a, b)
    if dates is False or _editions_differ(a, b):
        return False
    same_place = _places_agree(a, b)
    if a.place and b.place and not same_place:
        return False
    same_plan = a.plan is not None and a.plan == b.plan
    if dates is True and same_plan:
        return True
    alike = likeness(a.concepts, b.concepts, is_one_language=a.language == b.language)
    same_name = alike >= _SAME_NAME
    same_people = len(a.actors & b.actors) >= _SHARED_ACTORS
    if dates is True:
        if same_name or same_people:
            return True
        other_plan = a.plan and b.plan and not same_plan
        return same_place and not other_plan and alike >= _ALIKE and not a.actors.isdisjoint(b.actors)
    agreements = sum((same_plan, same_name, same_people, same_place))
    if a.date_start and b.date_start:
        # One is known to the month only, the other to the day: two things in common besides.
        return agreements >= _AGREEMENTS
    if agreements > _AGREEMENTS:
        return _are_near(a, b, _FAR)
    return (same_plan or same_name) and same_people and _are_near(a, b)


def _editions_differ(a: EventRecord, b: EventRecord) -> bool:
    return bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)


def _places_agree(a: EventRecord, b: EventRecord) -> bool:
    """Whether both name places that may be one: a venue and its city, or where one article names the country only."""
    if not a.place or not b.place:
        return False
    if _same_place(a.place, b.place):
        return True
    if a.country and a.country == b.country and _same_place(*_cities_written_alike(a.place, b.place, a.country)):
        return True
    own = (f"@{a.country}",)
    return a.country == b.country and own in (concepts_of(a.place, a.language), concepts_of(b.place, b.language))


@lru_cache(maxsize=100_000)
def _same_place(a: str, b: str) -> bool:
    one, other = words(a), words(b)
    shorter, longer = sorted((f" {' '.join(one)} ", f" {' '.join(other)} "), key=len)
    return shorter in longer or overlap(frozenset(one), frozenset(other)) >= _SAME_NAME


@lru_cache(maxsize=100_000)
def _cities_written_alike(a: str, b: str, country: str) -> tuple[str, str]:
    """Two places with one name for the city that they name in two languages ("Beyrouth", "Beirut")."""
    one, other = (f" {' '.join(words(place))} " for place in (a, b))
    for here in _names_in(one):
        if cities := _cities_called(here, country):
            for there in _names_in(other):
                if here != there and not cities.isdisjoint(_cities_called(there, country)):
                    return one, other.replace(f" {there} ", f" {here} ")
    return a, b


@lru_cache(maxsize=100_000)
def _cities_called(name: str, country: str) -> frozenset[int]:
    """Cities of a name, which may lack its article ("La Havane")."""
    articles = (w for w in function_words() if len(w) <= _LONGEST_ARTICLE)
    return cities_in(name, country) or frozenset().union(*(cities_in(f"{w} {name}", country) for w in articles))


def _names_in(place: str) -> list[str]:
    """What may be a city's name in a place, the longest first."""
    found = place.split()
    return [
        " ".join(found[i : i + length])
        for length in range(_LONGEST_CITY_NAME, 0, -1)
        for i in range(len(found) - length + 1)
    ]


def _dates_agree(a: EventRecord, b: EventRecord) -> bool | None:
    """True or False where both are known to the day or the same coarser date; None where that can't be told."""
    if not a.date_start or not b.date_start:
        return None
    if a.date_precision == b.date_precision == "day":
        return a.date_start == b.date_start
    if a.date_start.year != b.date_start.year:
        return False
    known_to_year = "year" in (a.date_precision, b.date_precision)
    return None if known_to_year or a.date_start.month == b.date_start.month else False


def _told_on(record: EventRecord) -> dt.date | None:
    return record.date_start or record.published_on


def _are_near(a: EventRecord, b: EventRecord, window: dt.timedelta = _NEAR) -> bool:
    one, other = _told_on(a), _told_on(b)
    return one is None or other is None or abs(one - other) <= window
