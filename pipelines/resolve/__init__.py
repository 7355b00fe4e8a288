"""One entity, one id: which entities of different articles are the same, across spellings and languages.

Pure functions over frames. The result depends on the set of articles alone, not on their order or batches.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Protocol

import polars as pl

from pipelines.identifiers import stable_id
from pipelines.resolve.actors import ActorRecord, resolve_actors
from pipelines.resolve.events import EventRecord, resolve_events, sort_of
from pipelines.resolve.evidence import Figure, Telling
from pipelines.resolve.names import concepts_of
from pipelines.resolve.pillars import PillarRecord, resolve_pillars
from pipelines.resolve.plans import PlanRecord, resolve_plans
from pipelines.schemas import table


class _Record(Protocol):
    @property
    def article_id(self) -> str: ...
    @property
    def local_id(self) -> str: ...


# What is read of each table `extracted_*`.
COLUMNS: dict[str, list[str]] = {
    "extracted_plans": [
        "article_id", "local_id", "name", "aliases", "country", "horizon_year", "is_named"
    ],
    "extracted_pillars": [
        "article_id", "local_id", "plan_local_id", "parent_local_id", "kind", "position", "label", "language"
    ],
    "extracted_actors": ["article_id", "local_id", "name", "kind", "acronym", "country", "roles"],
    "extracted_figures": ["article_id", "local_id", "plan_local_id", "value", "value_high", "unit"],
    "extracted_events": [
        "article_id", "local_id", "kind", "name", "date_start", "date_precision", "place", "country",
        "plan_local_id", "participants",
    ],
}  # fmt: skip

_Key = tuple[str, str]  # article_id, local_id
_Ids = dict[_Key, str]  # -> entity_id


def resolve(extracted: dict[str, pl.DataFrame], articles: pl.DataFrame) -> pl.DataFrame:
    """Give every extracted entity the id that it has across articles.

    Args:
        extracted: the tables `extracted_*` of `pipelines.schemas`; the columns `COLUMNS` suffice.
        articles: columns article_id, language, published_on.

    Returns:
        The table `resolved_entities`, one row per extracted entity, sorted by its key. A figure is its own entity.
    """
    declared = table("resolved_entities")
    about = {row["article_id"]: row for row in articles.select("article_id", "language", "published_on").to_dicts()}
    ids: dict[str, _Ids] = {}
    actors = _actors(extracted["extracted_actors"], about, _countries(extracted))
    ids["actor"] = _ids("actor", resolve_actors(actors))
    tellings = _tellings(extracted, {(r.article_id, r.local_id) for r in actors if r.kind == "person"}, ids["actor"])
    ids["plan"] = _ids("plan", resolve_plans(_plans(extracted["extracted_plans"], about), tellings))
    ids["pillar"] = _ids("pillar", resolve_pillars(_pillars(extracted["extracted_pillars"], ids["plan"])))
    events = _events(extracted["extracted_events"], about, ids["plan"], ids["actor"])
    ids["event"] = _ids("event", resolve_events(events))
    frames = [
        pl.DataFrame(
            {
                "entity_type": [kind] * len(found),
                "article_id": [article_id for article_id, _ in found],
                "local_id": [local_id for _, local_id in found],
                "entity_id": list(found.values()),
            },
            schema=declared.polars_schema,
        )
        for kind, found in ids.items()
    ]
    figures = extracted["extracted_figures"].with_columns(entity_type=pl.lit("figure"), entity_id=pl.col("local_id"))
    frames.append(figures.select(declared.column_names).cast(declared.polars_schema))
    return pl.concat(frames).sort("entity_type", "article_id", "local_id")


def _ids(kind: str, groups: Sequence[tuple[str, Sequence[_Record]]]) -> _Ids:
    """An id per group from what keys it; groups of one key are told apart by their first record."""
    by_key: dict[str, list[list[_Key]]] = defaultdict(list)
    for key, members in groups:
        by_key[key].append(sorted((m.article_id, m.local_id) for m in members))
    ids: _Ids = {}
    for key, alike in by_key.items():
        for n, places in enumerate(sorted(alike)):
            entity = stable_id(kind, key, *(places[0] if n else ()))
            ids.update(dict.fromkeys(places, entity))
    return ids


def _plans(frame: pl.DataFrame, about: dict[str, dict[str, Any]]) -> list[PlanRecord]:
    return [
        PlanRecord(
            article_id=row["article_id"],
            local_id=row["local_id"],
            name=row["name"],
            aliases=tuple(row["aliases"] or ()),
            country=row["country"],
            horizon_year=row["horizon_year"],
            is_named=row["is_named"],
            language=about[row["article_id"]]["language"],
            published_on=about[row["article_id"]]["published_on"],
        )
        for row in frame.iter_rows(named=True)
    ]


def _countries(extracted: dict[str, pl.DataFrame]) -> dict[str, str]:
    """The country of most plans, actors and events of an article: where its parliament is, if it says no more."""
    columns = ("article_id", "country")
    named = pl.concat(
        [extracted[name].select(columns) for name in ("extracted_plans", "extracted_actors", "extracted_events")]
    ).drop_nulls()
    counted = named.group_by(columns).len().sort("article_id", "len", "country", descending=[False, True, False])
    return dict(counted.unique("article_id", keep="first", maintain_order=True).select(columns).iter_rows())


def _actors(frame: pl.DataFrame, about: dict[str, dict[str, Any]], countries: dict[str, str]) -> list[ActorRecord]:
    return [
        ActorRecord(
            article_id=row["article_id"],
            local_id=row["local_id"],
            name=row["name"],
            kind=row["kind"],
            acronym=row["acronym"],
            country=row["country"] or countries.get(row["article_id"]),
            language=about[row["article_id"]]["language"],
            roles=tuple(x["role"] for x in row["roles"] or ()),
        )
        for row in frame.iter_rows(named=True)
    ]


def _tellings(extracted: dict[str, pl.DataFrame], persons: set[_Key], actors: _Ids) -> dict[_Key, Telling]:
    """What each article tells of its plans besides their names."""
    figures: dict[_Key, set[Figure]] = defaultdict(set)
    labels: dict[_Key, list[frozenset[str]]] = defaultdict(list)
    people: dict[str, set[str]] = defaultdict(set)
    occasions: dict[_Key, set[tuple[str, dt.date]]] = defaultdict(set)
    what = ("value", "value_high", "unit")
    homes = extracted["extracted_plans"].select("article_id", pl.col("local_id").alias("plan_local_id"), "country")
    stated = extracted["extracted_figures"].join(homes, on=["article_id", "plan_local_id"])
    # What one article of a country alone states proves nothing.
    stated = stated.filter(pl.len().over("country", *what) > 1)
    for article_id, plan, *figure in stated.select("article_id", "plan_local_id", *what).iter_rows():
        figures[article_id, plan].add((figure[0], figure[1], figure[2]))
    listed = extracted["extracted_pillars"].select("article_id", "plan_local_id", "label", "language")
    for article_id, plan, label, language in listed.iter_rows():
        labels[article_id, plan].append(frozenset(concepts_of(label, language)))
    for article_id, local_id in persons:
        people[article_id].add(actors[article_id, local_id])
    dated = extracted["extracted_events"].filter(
        (pl.col("date_precision") == "day") & pl.col("plan_local_id").is_not_null()
    )
    for article_id, plan, kind, day in dated.select("article_id", "plan_local_id", "kind", "date_start").iter_rows():
        occasions[article_id, plan].add((sort_of(kind), day))
    return {
        (article_id, plan): Telling(
            figures=frozenset(figures[article_id, plan]),
            labels=tuple(sorted(labels[article_id, plan], key=sorted)),
            people=frozenset(people[article_id]),
            occasions=frozenset(occasions[article_id, plan]),
        )
        for article_id, plan in sorted({*figures, *labels})
    }


def _pillars(frame: pl.DataFrame, plans: _Ids) -> list[PillarRecord]:
    return [
        PillarRecord(
            article_id=row["article_id"],
            local_id=row["local_id"],
            plan=plans[row["article_id"], row["plan_local_id"]],
            parent=row["parent_local_id"],
            kind=row["kind"],
            position=row["position"],
            label=row["label"],
            language=row["language"],
        )
        for row in frame.iter_rows(named=True)
    ]


def _events(frame: pl.DataFrame, about: dict[str, dict[str, Any]], plans: _Ids, actors: _Ids) -> list[EventRecord]:
    return [
        EventRecord(
            article_id=row["article_id"],
            local_id=row["local_id"],
            kind=row["kind"],
            name=row["name"],
            date_start=row["date_start"],
            date_precision=row["date_precision"],
            place=row["place"],
            country=row["country"],
            plan=plans[row["article_id"], row["plan_local_id"]] if row["plan_local_id"] else None,
            actors=frozenset(actors[row["article_id"], p["actor_local_id"]] for p in row["participants"] or ()),
            language=about[row["article_id"]]["language"],
            published_on=about[row["article_id"]]["published_on"],
        )
        for row in frame.iter_rows(named=True)
    ]
