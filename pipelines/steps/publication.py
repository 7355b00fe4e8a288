"""Publish the build database of a refresh, with the refresh itself in its log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import polars as pl

from pipelines.errors import AuditFailed
from pipelines.schemas import published_table
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from pipelines.state.log import RefreshLog
from pipelines.warehouse.publish import (
    published_counts,
    published_refreshes,
    replace_published,
    write_publishable,
)


def publish(
    state: StateFolder, settings: Settings, log: RefreshLog, refresh_id: str | None, summary: Mapping[str, Any]
) -> dict[str, int]:
    """Publish the build database; returns rows per table.

    Args:
        refresh_id: None where the build is published without a look at the raw folder before (from Dagster's UI).
        summary: counts of the steps, see `refresh_row`.

    Raises:
        AuditFailed: the build hasn't passed its audit as a whole.
    """
    if not state.audited.exists():
        raise AuditFailed(
            "The build database hasn't passed its audit as a whole, and nothing was published. Materialize all models "
            "of dbt, or run `planwatch refresh`."
        )
    now = dt.datetime.now(dt.UTC)
    if refresh_id is None:
        refresh_id = log.start(now, is_full=False)
    counts = refresh_counts(summary)
    logged = log.rows().with_columns(
        outcome=pl.when(pl.col("refresh_id") == refresh_id).then(pl.lit("published")).otherwise("outcome"),
        finished_at=pl.when(pl.col("refresh_id") == refresh_id).then(pl.lit(now)).otherwise("finished_at"),
        **{
            name: pl.when(pl.col("refresh_id") == refresh_id).then(pl.lit(n, dtype=pl.Int64)).otherwise(name)
            for name, n in counts.items()
        },
    )
    # What the file tells of refreshes outlives a state folder that was deleted.
    earlier = published_refreshes(settings.warehouse).join(logged, on="refresh_id", how="anti")
    refreshes = published_table("refreshes").conform(pl.concat([earlier, logged]))
    new = write_publishable(state, settings.warehouse, refreshes)
    replace_published(state, settings.warehouse, new, settings.keep_versions)
    log.finish(refresh_id, "published", now, **counts)
    return published_counts(settings.warehouse)


def refresh_counts(summary: Mapping[str, Any]) -> dict[str, int | None]:
    """The columns `n_...` of table `refreshes` from the steps' counts."""
    files, articles = summary.get("files", {}), summary.get("articles", {})
    return {
        "n_files": files.get("n_files"),
        "n_articles": articles.get("n_articles"),
        "n_new_articles": articles.get("n_new"),
        "n_duplicates": articles.get("n_duplicates"),
        "n_rejected": articles.get("n_rejected"),
        "n_extracted": summary.get("extraction", {}).get("n_extracted"),
    }
