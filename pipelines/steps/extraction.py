"""Extract the articles that are new or whose extractor changed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from pipelines.extract.engine import UNAVAILABLE, default_extractor, extract_batch, fingerprint
from pipelines.extract.lexicon import languages
from pipelines.extractors import DEFAULT, extractor_named
from pipelines.parallel import map_batches
from pipelines.schemas import EXTRACTION, table
from pipelines.state.durable import write_file
from pipelines.state.folder import StateFolder
from pipelines.state.parts import PartStore
from pipelines.steps.progress import Progress, Silent

BATCH_ARTICLES = 64
BATCH_CHARACTERS = 500_000
# Below this, starting processes costs more than it saves.
SMALL_ARTICLES = 40
# Batches are gathered into parts of this many articles: what a kill loses, what the parent holds in memory.
PART_ARTICLES = 2_000
# A table is sorted in pieces of about this many rows: what the parent holds in memory.
SORTED_ROWS = 250_000

# What extraction sees of an article; a change of any of it is another article to the extractor.
_INPUTS = ("article_id", "language", "title", "publisher", "published_on", "published_precision", "body")
_KEY = "extraction_key"
_FAILURES = "extraction_failures"
SCHEMAS = {name: pl.Schema({_KEY: pl.String(), **table(name).polars_schema}) for name in EXTRACTION}


@dataclass(frozen=True, slots=True)
class ExtractionSummary:
    """Counts of one extraction.

    Attributes:
        n_failed: articles whose extraction failed, now or when they were extracted.
    """

    n_articles: int
    n_extracted: int
    n_failed: int
    n_rows: dict[str, int]


def extract_new_articles(
    state: StateFolder,
    workers: int,
    *,
    is_full: bool = False,
    is_careful: bool = False,
    extractor: str = DEFAULT,
    progress: Progress | None = None,
) -> ExtractionSummary:
    """Write the tables `EXTRACTION` for all articles that aren't copies, extracting those without kept results.

    A failure is a result too: the article is tried again when it or its extractor has changed; the next time in any
    case where the extractor was unavailable.

    Args:
        is_careful: extract even a few articles in processes that may die; for a refresh after one that did.
        extractor: name of the extractor, see `pipelines.extractors`.

    Raises:
        ConfigurationError: there is no such extractor, or it lacks something.
    """
    progress = progress or Silent()
    store = extraction_store(state)
    if is_full:
        store.clear()
    keyed = _keyed_articles(state, extractor)
    missing = keyed.filter(pl.col(_KEY).is_in(store.missing(keyed[_KEY]).implode()))
    progress.total("extract", len(missing))
    is_small = not is_careful and len(missing) <= SMALL_ARTICLES
    batches = _batches(state.lake_path("clean_articles"), missing)
    passing = _extract(store, batches, 1 if is_small else workers, extractor, progress)
    store.compact(keyed[_KEY])
    n_rows = {name: _write(state, name, _rows(store, name, keyed[_KEY], passing)) for name in EXTRACTION}
    return ExtractionSummary(len(keyed), len(missing), n_rows[_FAILURES], n_rows)


def extraction_store(state: StateFolder) -> PartStore:
    """Extractions kept from refresh to refresh."""
    return state.parts("extracted", _KEY, SCHEMAS)


def _keyed_articles(state: StateFolder, extractor: str) -> pl.DataFrame:
    """Id, key and length of each article to extract; bodies stay on disk (the id is their hash)."""
    articles = (
        state.scan("clean_articles")
        .filter(pl.col("duplicate_of").is_null())
        .select(*_INPUTS[:-1], size=pl.col("body").str.len_chars())
        .collect()
    )
    keys = [_key_of(row, extractor) for row in articles.drop("size").iter_rows()]
    return articles.select("article_id", "size").with_columns(pl.Series(_KEY, keys, dtype=pl.String))


def _key_of(inputs: tuple[str | dt.date | None, ...], extractor: str) -> str:
    versions = (_version(str(inputs[1]), extractor), _schemas_version())
    return hashlib.sha256("\x1f".join(map(str, (*inputs, *versions))).encode()).hexdigest()[:24]


def _version(language: str, extractor: str) -> str:
    if language not in languages():
        return ""
    named = extractor_named(extractor)
    return named.name if named else fingerprint(language)


@cache
def _schemas_version() -> str:
    return hashlib.sha256(repr(SCHEMAS).encode()).hexdigest()


def _extract(
    store: PartStore, batches: Iterator[list[dict[str, object]]], workers: int, extractor: str, progress: Progress
) -> pl.DataFrame:
    """Extract in batches and keep each few thousand articles as a part; returns the failures that aren't kept."""
    tables: dict[str, list[pl.DataFrame]] = {name: [] for name in SCHEMAS}
    keys: list[str] = []
    passing = [pl.DataFrame(schema=SCHEMAS[_FAILURES])]

    def keep() -> None:
        nonlocal keys, tables
        if keys:
            store.add(keys, {name: pl.concat([pl.DataFrame(schema=SCHEMAS[name]), *tables[name]]) for name in SCHEMAS})
        keys, tables = [], {name: [] for name in SCHEMAS}

    extract = partial(extract_rows, extractor=extractor)
    for batch, found in map_batches(extract, batches, workers, _lost):
        progress.advance("extract", len(batch))
        not_kept: set[str] = set()
        if _FAILURES in found:
            is_passing = pl.col("reason") == UNAVAILABLE
            passing.append(found[_FAILURES].filter(is_passing))
            not_kept.update(passing[-1][_KEY])
            found[_FAILURES] = found[_FAILURES].filter(~is_passing)
        keys += [key for row in batch if (key := str(row[_KEY])) not in not_kept]
        for name, frame in found.items():
            tables[name].append(frame)
        if len(keys) >= PART_ARTICLES:
            keep()
    keep()
    return pl.concat(passing)


def _lost(row: dict[str, object]) -> dict[str, pl.DataFrame]:
    """The failure of an article whose extraction killed its process."""
    failure = {
        _KEY: row[_KEY],
        "article_id": row["article_id"],
        "extractor": default_extractor(str(row["language"])).name,
        "reason": "process died",
        "error": None,
        "message": None,
    }
    return {_FAILURES: pl.DataFrame([failure], schema=SCHEMAS[_FAILURES])}


def extract_rows(rows: Sequence[dict[str, object]], extractor: str = DEFAULT) -> dict[str, pl.DataFrame]:
    """Extract articles given as rows with their keys, in whatever process; tables without rows are left out."""
    schema = {_KEY: pl.String(), **{name: table("clean_articles").polars_schema[name] for name in _INPUTS}}
    articles = pl.DataFrame(list(rows), schema=schema)
    keys = articles.select("article_id", _KEY)
    return {
        name: found.join(keys, on="article_id", how="left", maintain_order="left").select(SCHEMAS[name].names())
        for name, found in extract_batch(articles, extractor_named(extractor)).items()
        if len(found)
    }


def _batches(path: Path, missing: pl.DataFrame) -> Iterator[list[dict[str, object]]]:
    """Rows of the missing articles, read from disk as they are needed."""
    for chunk in missing.iter_slices(PART_ARTICLES):
        articles = (
            pl.scan_parquet(path)
            .select(_INPUTS)
            .join(chunk.lazy().select("article_id", _KEY), on="article_id", how="inner")
            .collect()
        )
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


def _rows(store: PartStore, name: str, keys: pl.Series, passing: pl.DataFrame) -> pl.LazyFrame:
    kept = store.scan(name, keys)
    return pl.concat([kept, passing.lazy()]) if name == _FAILURES else kept


def _write(state: StateFolder, name: str, rows: pl.LazyFrame) -> int:
    """Write a table sorted by its key, one range of the key's first column after the other; returns its rows."""
    declared = table(name)
    rows = rows.select(declared.column_names)
    first = pl.col(declared.key[0])
    n_rows: int = rows.select(pl.len()).collect().item()
    if n_rows <= SORTED_ROWS:
        return len(state.write(name, rows.collect()))
    # The column holds hashes: ranges between every so many of them have as many rows.
    values = rows.select(first).collect().to_series().sort()
    bounds = [None, *values.gather_every(SORTED_ROWS, SORTED_ROWS).unique(maintain_order=True), None]

    def write(aside: Path) -> None:
        with pq.ParquetWriter(aside, declared.empty().to_arrow().schema, compression="zstd") as writer:
            for low, high in pairwise(bounds):
                within = (first >= low if low else pl.lit(True)) & (first < high if high else pl.lit(True))
                piece = declared.conform(rows.filter(within).collect()).sort(declared.key, nulls_last=False)
                writer.write_table(piece.to_arrow())

    write_file(state.lake_path(name), write)
    return n_rows
