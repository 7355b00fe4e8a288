"""Give entities of single articles their keys across articles."""

from __future__ import annotations

import polars as pl

from pipelines.parallel import run_apart
from pipelines.resolve import COLUMNS, resolve
from pipelines.state.folder import StateFolder

# Above this, matching leaves hundreds of megabytes behind that the steps after it need.
LARGE_ARTICLES = 2_000


def resolve_entities(state: StateFolder) -> dict[str, int]:
    """Write `resolved_entities`; returns the number of distinct entities per type.

    Raises:
        BrokenProcessPool: the process that matches many articles died.
    """
    n_articles = state.scan("clean_articles").select(pl.len()).collect().item()
    return run_apart(_resolve, state) if n_articles > LARGE_ARTICLES else _resolve(state)


def _resolve(state: StateFolder) -> dict[str, int]:
    extracted = {name: state.scan(name).select(columns).collect() for name, columns in COLUMNS.items()}
    articles = state.scan("clean_articles").select("article_id", "language", "published_on").collect()
    entities = state.write("resolved_entities", resolve(extracted, articles))
    counts = entities.group_by("entity_type").n_unique().sort("entity_type")
    return dict(zip(counts["entity_type"], counts["entity_id"], strict=True))
