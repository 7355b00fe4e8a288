"""From kept readings to distinct articles: each once, copies linked, every file accounted for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import polars as pl

from pipelines.clean import link_duplicates, unique_articles
from pipelines.state.first_seen import first_seen
from pipelines.state.folder import StateFolder
from pipelines.steps.files import PART_PATTERN, read_store


@dataclass(frozen=True, slots=True)
class ArticlesSummary:
    """Counts of the articles of a refresh."""

    n_articles: int
    n_new: int
    n_repeated: int
    n_duplicates: int
    n_rejected: int


def assemble_articles(state: StateFolder, now: dt.datetime) -> ArticlesSummary:
    """Write `clean_articles`, `article_files` and `rejected_articles` from the readings of the current files.

    Args:
        now: first seen, for what no earlier refresh saw; UTC.
    """
    keys = pl.read_parquet(state.files)["file_key"]
    store = read_store(state)
    articles, files = unique_articles(store.scan("cleaned", keys).drop("file_key").collect())
    articles = _in_parts(articles.join(link_duplicates(articles), on="article_id", how="left"))
    seen = first_seen(state.first_seen, "article", articles["article_id"], now)
    articles = articles.join(seen, left_on="article_id", right_on="key", how="left").rename({"seen_at": "ingested_at"})
    state.write("clean_articles", articles)
    files = state.write("article_files", _in_parts(files))
    rejected = _rejected(state, store.scan("rejected", keys).collect(), now)
    return ArticlesSummary(
        n_articles=len(articles),
        n_new=len(seen.filter(pl.col("seen_at") == now)),
        n_repeated=len(files) - len(articles),
        n_duplicates=articles["duplicate_of"].count(),
        n_rejected=len(rejected),
    )


def _rejected(state: StateFolder, kept: pl.DataFrame, now: dt.datetime) -> pl.DataFrame:
    rejected = pl.concat([kept, pl.read_parquet(state.passing_rejections)])
    rejected = rejected.with_columns(key=pl.concat_str("source_path", "reason", separator="\n"))
    seen = first_seen(state.first_seen, "rejection", rejected["key"], now)
    return state.write("rejected_articles", _in_parts(rejected.join(seen, on="key", how="left")))


def _in_parts(frame: pl.DataFrame) -> pl.DataFrame:
    """Split ingest's path of a line or an item into file and part."""
    path = pl.col("source_path")
    part = path.str.extract(f"({PART_PATTERN})").str.strip_prefix("#")
    return frame.with_columns(part=part, source_path=path.str.replace(PART_PATTERN, ""))
