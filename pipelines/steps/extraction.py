"""Extract the articles that are new or whose extractor changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from pipelines.extract.engine import extract_batch, fingerprint
from pipelines.extract.lexicon import languages
from pipelines.parallel import map_batches
from pipelines.schemas import EXTRACTED, table
from pipelines.state.folder import StateFolder
from pipelines.state.parts import PartStore
from pipelines.steps.progress import Progress, Silent

BATCH_ARTICLES = 32
BATCH_CHARACTERS = 500_000
# Below this, starting processes costs more than it saves.
SMALL_ARTICLES = 40
# Batches are gathered into parts of this many articles: what a kill loses, what the parent holds in memory.
PART_ARTICLES = 2_000

# What extraction sees of an article; a change of any of it is another article to the extractor.
_INPUTS = ("article_id", "language", "title", "publisher", "published_on", "published_precision", "body")
SCHEMAS = {name: pl.Schema({"extraction_key": pl.String(), **table(name).polars_schema}) for name in EXTRACTED}


@dataclass(frozen=True, slots=True)
class ExtractionSummary:
    """Counts of one extraction."""

    n_articles: int
    n_extracted: int
    n_lost: int
    n_rows: dict[str, int]


def extract_new_articles(
    state: StateFolder, workers: int, *, is_full: bool = False, progress: Progress | None = None
) -> ExtractionSummary:
    """Write the tables `extracted_*` for all articles that aren't copies, extracting those without kept results."""
    progress = progress or Silent()
    store = extraction_store(state)
    if is_full:
        store.clear()
    keyed = _keyed_articles(state)
    missing = keyed.filter(pl.col("extraction_key").is_in(store.missing(keyed["extraction_key"]).implode()))
    progress.total("extract", len(missing))
    n_lost = _extract(store, state.lake_path("clean_articles"), missing, workers, progress)
    store.compact(keyed["extraction_key"])
    n_rows = {}
    for name in EXTRACTED:
        rows = store.scan(name, keyed["extraction_key"]).drop("extraction_key").collect()
        n_rows[name] = len(state.write(name, rows))
    return ExtractionSummary(len(keyed), len(missing), n_lost, n_rows)


def extraction_store(state: StateFolder) -> PartStore:
    """Extractions kept from refresh to refresh."""
    return state.parts("extracted", "extraction_key", SCHEMAS)


def _keyed_articles(state: StateFolder) -> pl.DataFrame:
    """Id, key and length of each article to extract; bodies stay on disk (the id is their hash)."""
    articles = (
        state.scan("clean_articles")
        .filter(pl.col("duplicate_of").is_null())
        .select(*_INPUTS[:-1], size=pl.col("body").str.len_chars())
        .collect()
    )
    keys = [_key(row) for row in articles.drop("size").iter_rows()]
    return articles.select("article_id", "size").with_columns(extraction_key=pl.Series(keys, dtype=pl.String))


def _key(inputs: tuple[str | dt.date | None, ...]) -> str:
    versions = (_version(str(inputs[1])), _schemas_version())
    return hashlib.sha256("\x1f".join(map(str, (*inputs, *versions))).encode()).hexdigest()[:24]


def _version(language: str) -> str:
    return fingerprint(language) if language in languages() else ""


@cache
def _schemas_version() -> str:
    return hashlib.sha256(repr(SCHEMAS).encode()).hexdigest()


def _extract(store: PartStore, path: Path, missing: pl.DataFrame, workers: int, progress: Progress) -> int:
    """Extract in batches and keep each few thousand articles as a part; returns how many articles were lost."""
    key_of = dict(zip(missing["article_id"], missing["extraction_key"], strict=True))
    tables: dict[str, list[pl.DataFrame]] = {name: [] for name in SCHEMAS}
    keys: list[str] = []
    n_lost = 0

    def keep() -> None:
        nonlocal keys, tables
        if keys:
            store.add(keys, {name: pl.concat([pl.DataFrame(schema=SCHEMAS[name]), *tables[name]]) for name in SCHEMAS})
        keys, tables = [], {name: [] for name in SCHEMAS}

    batches = _batches(path, missing)
    for batch, found in map_batches(extract_rows, batches, 1 if len(missing) <= SMALL_ARTICLES else workers, _lost):
        progress.advance("extract", len(batch))
        if found is None:
            n_lost += len(batch)
            continue
        keys += [key_of[row["article_id"]] for row in batch]
        for name, frame in found.items():
            key = pl.col("article_id").replace_strict(key_of, return_dtype=pl.String).alias("extraction_key")
            tables[name].append(frame.with_columns(key).select(SCHEMAS[name].names()).cast(SCHEMAS[name]))
        if len(keys) >= PART_ARTICLES:
            keep()
    keep()
    return n_lost


def _lost(_: dict[str, object]) -> None:
    """Nothing is found in an article whose extraction killed its process."""


def extract_rows(rows: Sequence[dict[str, object]]) -> dict[str, pl.DataFrame] | None:
    """Extract articles given as rows: what crosses to another process."""
    schema = {name: table("clean_articles").polars_schema[name] for name in _INPUTS}
    return extract_batch(pl.DataFrame(list(rows), schema=schema))


def _batches(path: Path, missing: pl.DataFrame) -> Iterator[list[dict[str, object]]]:
    """Rows of the missing articles, read from disk as they are needed."""
    for chunk in missing.iter_slices(PART_ARTICLES):
        articles = pl.scan_parquet(path).select(_INPUTS).join(chunk.lazy(), on="article_id", how="semi").collect()
        batch: list[dict[str, object]] = []
        size = 0
        for row in articles.iter_rows(named=True):
            length = len(row["body"])
            if batch and (len(batch) >= BATCH_ARTICLES or size + length > BATCH_CHARACTERS):
                yield batch
                batch, size = [], 0
            batch.append(row)
            size += length
        if batch:
            yield batch
