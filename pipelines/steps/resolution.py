"""Give entities of single articles their keys across articles."""

from __future__ import annotations

from pipelines.resolve import COLUMNS, resolve
from pipelines.state.folder import StateFolder


def resolve_entities(state: StateFolder) -> dict[str, int]:
    """Write `resolved_entities`; returns the number of distinct entities per type."""
    extracted = {name: state.scan(name).select(columns).collect() for name, columns in COLUMNS.items()}
    articles = state.scan("clean_articles").select("article_id", "language", "published_on").collect()
    entities = state.write("resolved_entities", resolve(extracted, articles))
    counts = entities.group_by("entity_type").n_unique().sort("entity_type")
    return dict(zip(counts["entity_type"], counts["entity_id"], strict=True))
