"""Read and clean the files of the raw folder that are new or changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files as package_files
from pathlib import Path

import polars as pl
from polars.exceptions import PanicException

from pipelines.clean import CLEAN_SCHEMA, REJECTED_SCHEMA, clean_batch
from pipelines.ingest import FileEntry, Limits, Rejection, raw_frame, read_file, rejection_frame, scan
from pipelines.parallel import map_batches
from pipelines.state.durable import write_parquet
from pipelines.state.folder import StateFolder
from pipelines.state.parts import PartStore
from pipelines.steps.bounds import bounded
from pipelines.steps.progress import Progress, Silent

# A batch's bounds: what one worker holds in memory, and what is lost by a kill.
# Cleaning compiles hundreds of patterns per batch: of 512 files, that would be a sixth of the time.
BATCH_FILES = 1_024
BATCH_BYTES = 4_000_000
# Below this, starting processes costs more than it saves. The costliest file of a megabyte that could be thought of
# took 2.4 seconds and 164 MB (`benchmarks/soak.py --only costs`), so that so little needs no process that may be ended.
SMALL_FILES = 100
SMALL_BYTES = 1_000_000
# Compressed files count for so many times their size.
EXPANSION = 30
# Computing time that a batch may take before its process is ended: ten times what the costliest files took.
BATCH_SECONDS = 60
SECONDS_PER_MEGABYTE = 25
# Whole batches are gathered into parts of this many files.
PART_FILES = 2_000
# What may be over at the next refresh although the file looks the same.
PASSING_REASONS = ("vanished", "changed", "unreadable", "failed")

SCHEMAS = {
    "cleaned": pl.Schema({"file_key": pl.String(), **CLEAN_SCHEMA}),
    "rejected": pl.Schema({"file_key": pl.String(), **REJECTED_SCHEMA, "size_bytes": pl.Int64()}),
}
# How ingest names a line or an item of a file; it escapes file names that end like this.
PART_PATTERN = r"#L?\d+$"
# Topics of the language folders that cleaning reads.
_CLEANING_TOPICS = ("furniture", "dateline")


@dataclass(frozen=True, slots=True)
class FilesSummary:
    """Counts of one look at the raw folder."""

    n_files: int
    n_read: int
    n_known: int


def read_new_files(
    state: StateFolder,
    raw_dir: Path,
    workers: int,
    *,
    is_full: bool = False,
    is_careful: bool = False,
    progress: Progress | None = None,
) -> FilesSummary:
    """Bring the kept readings up to date with the raw folder.

    Args:
        is_careful: read even a few small files in processes that may be ended; for a refresh after one that died.

    Raises:
        OSError: the folder is missing or can't be listed.
    """
    progress = progress or Silent()
    store = read_store(state)
    if is_full:
        store.clear()
    entries = listing(raw_dir)
    keys = pl.Series("file_key", list(entries), dtype=pl.String)
    missing = [entries[key] for key in store.missing(keys)]
    progress.total("raw_files", len(missing))
    is_small = not is_careful and len(missing) <= SMALL_FILES and sum(map(_weight, missing)) <= SMALL_BYTES
    # Two processes at least: with one, everything would run in this process, unprotected.
    passing = _read(store, raw_dir, missing, 1 if is_small else max(2, workers), progress)
    write_parquet(state.passing_rejections, passing)
    store.compact(keys)
    listed = pl.DataFrame(
        {"file_key": keys, "source_path": [e.source_path for e in entries.values()]},
        schema={"file_key": pl.String, "source_path": pl.String},
    )
    write_parquet(state.files, listed)
    return FilesSummary(len(entries), len(missing), len(entries) - len(missing))


def listing(raw_dir: Path) -> dict[str, FileEntry]:
    """The raw folder's entries by the key under which their reading is kept: another version, another key.

    Raises:
        OSError: the folder is missing or can't be listed.
    """
    return {_file_key(entry): entry for entry in scan(raw_dir)}


def read_store(state: StateFolder) -> PartStore:
    """Readings kept from refresh to refresh."""
    return state.parts("read", "file_key", SCHEMAS)


def _read(store: PartStore, raw_dir: Path, missing: list[FileEntry], workers: int, progress: Progress) -> pl.DataFrame:
    gathered = _Gathered(store)
    for batch, outcome in map_batches(partial(read_and_clean, raw_dir), _batches(missing), workers, _lost):
        gathered.take(batch, *outcome)
        progress.advance("raw_files", len(batch))
    gathered.flush()
    return pl.concat([pl.DataFrame(schema=SCHEMAS["rejected"]), *gathered.passing])


def read_and_clean(raw_dir: Path, entries: Sequence[FileEntry]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Articles and rejections of some files, each with the key of its file; what fails costs itself only."""
    try:
        with bounded(BATCH_SECONDS + SECONDS_PER_MEGABYTE * sum(map(_weight, entries)) / 1e6):
            return _read_and_clean(raw_dir, entries)
    except OSError:
        # The disk's doing, not the files': what they refuse themselves has become a rejection already.
        raise
    except (Exception, PanicException) as error:  # noqa: BLE001 (told in rejected_articles)
        if len(entries) == 1:
            return _rejected(entries[0], "failed", f"Reading it failed ({_words(error)}). Report it with the file.")
    middle = len(entries) // 2
    halves = [read_and_clean(raw_dir, half) for half in (entries[:middle], entries[middle:])]
    cleaned, rejected = (pl.concat(frames) for frames in zip(*halves, strict=True))
    return cleaned, rejected


def _read_and_clean(raw_dir: Path, entries: Sequence[FileEntry]) -> tuple[pl.DataFrame, pl.DataFrame]:
    outcomes = [read_file(raw_dir, entry) for entry in entries]
    articles, not_clean = clean_batch(raw_frame(a for o in outcomes for a in o.articles))
    unread = rejection_frame(r for o in outcomes for r in o.rejections)
    rejected = pl.concat([frame.select(REJECTED_SCHEMA.names()) for frame in (unread, not_clean)])
    return _keyed(articles, entries, "cleaned"), _keyed(rejected, entries, "rejected")


def _keyed(frame: pl.DataFrame, entries: Sequence[FileEntry], name: str) -> pl.DataFrame:
    """`frame` with the key and size of each row's file."""
    keys = pl.DataFrame(
        [(e.source_path, _file_key(e), e.size_bytes) for e in entries],
        schema={"file": pl.String, "file_key": pl.String, "size_bytes": pl.Int64},
        orient="row",
    )
    file = pl.col("source_path").str.replace(PART_PATTERN, "").alias("file")
    return frame.with_columns(file).join(keys, on="file", how="left").select(SCHEMAS[name].names()).cast(SCHEMAS[name])


class _Gathered:
    """Batches on their way into a part."""

    def __init__(self, store: PartStore) -> None:
        self._store = store
        self._keys: list[str] = []
        self._frames: dict[str, list[pl.DataFrame]] = {name: [] for name in SCHEMAS}
        self.passing: list[pl.DataFrame] = []

    def take(self, batch: Sequence[FileEntry], cleaned: pl.DataFrame, rejected: pl.DataFrame) -> None:
        passing = rejected.filter(pl.col("reason").is_in(PASSING_REASONS))
        not_kept = set(passing["file_key"])
        self.passing.append(passing)
        self._keys += [key for entry in batch if (key := _file_key(entry)) not in not_kept]
        self._frames["cleaned"].append(cleaned)
        self._frames["rejected"].append(rejected.filter(~pl.col("file_key").is_in(sorted(not_kept))))
        if len(self._keys) >= PART_FILES:
            self.flush()

    def flush(self) -> None:
        if self._keys:
            self._store.add(self._keys, {name: pl.concat(frames) for name, frames in self._frames.items()})
        self._keys = []
        self._frames = {name: [] for name in SCHEMAS}


def _batches(entries: list[FileEntry]) -> Iterator[list[FileEntry]]:
    batch: list[FileEntry] = []
    size = 0
    for entry in entries:
        if batch and (len(batch) >= BATCH_FILES or size + _weight(entry) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(entry)
        size += _weight(entry)
    if batch:
        yield batch


def _lost(entry: FileEntry) -> tuple[pl.DataFrame, pl.DataFrame]:
    detail = "Reading it took too much time or memory. Look at what the file holds; split it into articles."
    return _rejected(entry, "too_costly", detail)


def _rejected(entry: FileEntry, reason: str, detail: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    rejected = rejection_frame([Rejection(entry.source_path, reason, detail)]).drop("size_bytes")
    return pl.DataFrame(schema=SCHEMAS["cleaned"]), _keyed(rejected, [entry], "rejected")


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]


def _weight(entry: FileEntry) -> int:
    """About how many bytes of a file are looked at, expanded."""
    expanded = entry.size_bytes * (EXPANSION if entry.source_path.lower().endswith(".gz") else 1)
    return min(expanded, Limits().lines_bytes)


def _file_key(entry: FileEntry) -> str:
    # The rejection of the listing counts: a link is judged by what it points at, which may change without it.
    refused = entry.rejection.reason if entry.rejection else ""
    parts = (entry.source_path, entry.size_bytes, entry.modified_ns, entry.changed_ns, refused, _reader_version())
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24]


@cache
def _reader_version() -> str:
    """Hash of the code and words that decide what a file gives."""
    digest = hashlib.sha256(repr(SCHEMAS).encode())
    package = package_files("pipelines")
    for folder, suffixes in (("ingest", (".py",)), ("clean", (".py",))):
        for file in sorted(package.joinpath(folder).iterdir(), key=lambda f: f.name):
            if file.name.endswith(suffixes):
                digest.update(file.read_bytes())
    for language in sorted(package.joinpath("languages").iterdir(), key=lambda f: f.name):
        for topic in _CLEANING_TOPICS:
            words = language.joinpath(f"{topic}.yaml")
            if words.is_file():
                digest.update(words.read_bytes())
    return digest.hexdigest()
