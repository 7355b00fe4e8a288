"""Assets made by Python: from raw files to the build database, and the published warehouse."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from pipelines.resources import Refresh
from pipelines.schemas import EXTRACTED, EXTRACTION, LAKE, MARTS, table
from pipelines.state.folder import StateFolder
from pipelines.steps.articles import assemble_articles
from pipelines.steps.extraction import extract_new_articles
from pipelines.steps.files import read_new_files
from pipelines.steps.publication import publish
from pipelines.steps.resolution import resolve_entities
from pipelines.warehouse.load import build_database as load_build_database

# The disk may be full or slow for a moment; what is wrong with the data or the settings doesn't pass by itself.
RETRIES = dg.RetryPolicy(max_retries=2, delay=5, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS)
RAW_FILES = dg.AssetKey("raw_files")
BUILD_DATABASE = dg.AssetKey("build_database")
_ARTICLE_TABLES = ("clean_articles", "article_files", "rejected_articles")


def lake_key(name: str) -> dg.AssetKey:
    """Asset of a Parquet table."""
    return dg.AssetKey(["lake", name])


@dg.asset(key=RAW_FILES, group_name="ingest", kinds={"python", "parquet"}, retry_policy=RETRIES)
def raw_files(refresh: dg.ResourceParam[Refresh]) -> dg.MaterializeResult[None]:
    """The files of the raw folder, each read and cleaned once for every version of it."""
    refresh.begin()
    with refresh.stage("raw_files"):
        summary = read_new_files(
            refresh.state,
            refresh.settings.raw_dir,
            refresh.settings.workers,
            is_full=refresh.is_full,
            is_careful=refresh.is_careful,
            progress=refresh.progress,
        )
    return dg.MaterializeResult(metadata=refresh.note("files", summary))


@dg.multi_asset(
    name="clean",
    group_name="clean",
    specs=[
        dg.AssetSpec(lake_key(name), deps=[RAW_FILES], description=table(name).grain, kinds={"polars", "parquet"})
        for name in _ARTICLE_TABLES
    ],
    retry_policy=RETRIES,
)
def clean_articles(refresh: dg.ResourceParam[Refresh]) -> Iterator[dg.MaterializeResult[None]]:
    """Distinct articles without furniture, their files, and what could not be read."""
    with refresh.stage("clean"):
        summary = assemble_articles(refresh.state, refresh.started_at)
    counts = refresh.note("articles", summary)
    for name in _ARTICLE_TABLES:
        yield _materialized(refresh.state, name, **counts)


@dg.multi_asset(
    name="extract",
    group_name="extract",
    specs=[
        dg.AssetSpec(
            lake_key(name),
            deps=[lake_key("clean_articles")],
            description=table(name).grain,
            kinds={"python", "parquet"},
        )
        for name in EXTRACTION
    ],
    retry_policy=RETRIES,
)
def extracted_tables(refresh: dg.ResourceParam[Refresh]) -> Iterator[dg.MaterializeResult[None]]:
    """Plans, pillars, actors, figures and events of each article, with the quotes that prove them."""
    with refresh.stage("extract"):
        summary = extract_new_articles(
            refresh.state,
            refresh.settings.workers,
            is_full=refresh.is_full,
            is_careful=refresh.is_careful,
            extractor=refresh.settings.extractor,
            progress=refresh.progress,
        )
    refresh.note("extraction", summary)
    for name in EXTRACTION:
        yield _materialized(refresh.state, name, articles_extracted=summary.n_extracted)


@dg.asset(
    key=lake_key("resolved_entities"),
    group_name="resolve",
    deps=[lake_key("clean_articles"), *map(lake_key, EXTRACTED)],
    kinds={"python", "parquet"},
    retry_policy=RETRIES,
)
def resolved_entities(refresh: dg.ResourceParam[Refresh]) -> dg.MaterializeResult[None]:
    """Which entities of different articles are the same."""
    with refresh.stage("resolved_entities"):
        counts = resolve_entities(refresh.state)
    return _materialized(refresh.state, "resolved_entities", **counts)


@dg.asset(
    key=BUILD_DATABASE,
    group_name="load",
    deps=[lake_key(t.name) for t in LAKE],
    kinds={"polars", "duckdb"},
    retry_policy=RETRIES,
)
def build_database(refresh: dg.ResourceParam[Refresh]) -> dg.MaterializeResult[None]:
    """A DuckDB file aside that sees the Python steps' tables; dbt works in it, nobody reads it."""
    with refresh.stage("build_database"):
        n_rows = load_build_database(refresh.state)
    return dg.MaterializeResult(metadata=n_rows)


@dg.asset(
    key="published_warehouse",
    group_name="publish",
    deps=[dg.AssetKey(["main", t.name]) for t in MARTS],
    kinds={"duckdb"},
    retry_policy=RETRIES,
)
def published_warehouse(refresh: dg.ResourceParam[Refresh]) -> dg.MaterializeResult[None]:
    """The file that analysts read, put in place in one step once every check has passed."""
    with refresh.stage("published_warehouse"):
        n_rows = publish(refresh.state, refresh.settings, refresh.log, refresh.refresh_id, refresh.summary())
        refresh.is_published = True
    refresh.note("tables", n_rows)
    refresh.note("seconds", refresh.seconds)
    return dg.MaterializeResult(metadata={"path": dg.MetadataValue.path(refresh.settings.warehouse), **n_rows})


def _materialized(state: StateFolder, name: str, **metadata: int) -> dg.MaterializeResult[None]:
    n_rows = state.scan(name).select(pl.len()).collect().item()
    return dg.MaterializeResult(asset_key=lake_key(name), metadata={"dagster/row_count": n_rows, **metadata})
