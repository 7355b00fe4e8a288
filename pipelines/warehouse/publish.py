"""Put a checked build in the place of the published file: one step for every reader."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import duckdb
import polars as pl

from pipelines.errors import AuditFailed, ConfigurationError
from pipelines.schema_outputs import create_statements, literal
from pipelines.schemas import LOGS, MARTS, PUBLISHED, Table
from pipelines.state.durable import sync
from pipelines.state.folder import StateFolder

_LOG = LOGS[0]


def write_publishable(state: StateFolder, warehouse: Path, refreshes: pl.DataFrame) -> Path:
    """Copy the marts of the build database into a new file that holds nothing else.

    A copy rather than the build itself: it has only what analysts read, in order of its keys, without the views,
    whose definitions carry the build database's name.

    Raises:
        AuditFailed: the copy differs from the build.
    """
    remove_publishing(state)
    state.publishing.mkdir(parents=True)
    path = state.publishing / warehouse.name
    with duckdb.connect(path) as connection:
        connection.execute(f"ATTACH {literal(str(state.build))} AS build (READ_ONLY)")
        for declared in PUBLISHED:
            _create(connection, declared.name)
        # A table with a primary key is filled on one core: two at a time, the largest, which takes longest, first.
        largest_first = sorted(MARTS, key=lambda t: -count_rows(connection, f"build.main.{t.name}"))
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(partial(_copy, connection), largest_first))
        connection.register("log", refreshes.to_arrow())
        connection.execute(f"INSERT INTO {_LOG.name} BY NAME FROM log ORDER BY started_at, refresh_id")
        connection.unregister("log")
        connection.execute("DETACH build")
        connection.execute("CHECKPOINT")
    sync(path)
    return path


def replace_published(state: StateFolder, warehouse: Path, new: Path, keep_versions: int) -> None:
    """Put `new` in the place of the published file and keep the earlier one among the versions.

    Readers that have the earlier file open go on reading it. A write-ahead log beside the target belongs to the
    file that leaves; it goes first, since whoever opened the new file beside it would replay it.
    """
    check_replaceable(warehouse)
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    keep_version(state, warehouse, keep_versions)
    _log_of(warehouse).unlink(missing_ok=True)
    sync(warehouse.parent)
    os.replace(new, warehouse)
    sync(warehouse.parent)
    remove_publishing(state)


def remove_publishing(state: StateFolder) -> None:
    """Remove a file that was about to be published: on a full disk, it is what keeps the next refresh from room."""
    shutil.rmtree(state.publishing, ignore_errors=True)


def keep_version(state: StateFolder, warehouse: Path, keep_versions: int) -> None:
    """Keep the published file under the id of its refresh; forget all but the latest few."""
    refresh_id = published_id(warehouse)
    if refresh_id is None:
        return
    state.versions.mkdir(parents=True, exist_ok=True)
    kept = state.versions / f"{refresh_id}.duckdb"
    if not kept.exists():
        os.link(warehouse, kept)
    for old in versions(state)[:-keep_versions]:
        old.unlink()
    sync(state.versions)


def restore_version(state: StateFolder, warehouse: Path, refresh_id: str | None, keep_versions: int) -> str:
    """Publish an earlier file again; the one that leaves is kept among the versions.

    Args:
        refresh_id: the version; None takes the one before the published one.

    Returns:
        The id of the refresh that is published now.

    Raises:
        ConfigurationError: there is no such version.
    """
    published = published_id(warehouse)
    earlier = [path for path in versions(state) if published is None or path.stem < published]
    wanted = [path for path in versions(state) if path.stem == refresh_id] if refresh_id else earlier[-1:]
    if not wanted:
        known = ", ".join(path.stem for path in versions(state)) or "none"
        raise ConfigurationError(f"There is no version {refresh_id or 'before the published one'}. Kept: {known}.")
    remove_publishing(state)
    state.publishing.mkdir(parents=True)
    new = state.publishing / warehouse.name
    os.link(wanted[0], new)
    replace_published(state, warehouse, new, keep_versions)
    return wanted[0].stem


def versions(state: StateFolder) -> list[Path]:
    """Earlier published files, oldest first."""
    return sorted(state.versions.glob("*.duckdb")) if state.versions.is_dir() else []


def published_id(warehouse: Path) -> str | None:
    """Id of the refresh that made the published file; None where there is none."""
    if not warehouse.exists():
        return None
    with open_read_only(warehouse) as connection:
        row = connection.execute(
            f"SELECT refresh_id FROM {_LOG.name} WHERE outcome = 'published' ORDER BY started_at DESC LIMIT 1"
        ).fetchone()
    return str(row[0]) if row else None


def published_refreshes(warehouse: Path) -> pl.DataFrame:
    """The log of refreshes as the published file has it."""
    if not warehouse.exists():
        return _LOG.empty()
    with open_read_only(warehouse) as connection:
        return _LOG.conform(pl.from_arrow(connection.execute(f"FROM {_LOG.name}").to_arrow_table()))  # type: ignore[arg-type]


def published_counts(warehouse: Path) -> dict[str, int]:
    """Rows per table of the published file."""
    with open_read_only(warehouse) as connection:
        return {t.name: count_rows(connection, t.name) for t in PUBLISHED}


def count_rows(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """Rows of a table."""
    row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
    return int(row[0]) if row else 0


def open_read_only(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Open the published file for reading.

    Raises:
        ConfigurationError: it isn't there, is held by a writer, is from a newer DuckDB or isn't a database of ours.
    """
    if not warehouse.exists():
        raise ConfigurationError(f"There is no warehouse at {warehouse} yet. Run `planwatch refresh` first.")
    try:
        connection = duckdb.connect(warehouse, read_only=True)
    except duckdb.Error as error:
        raise ConfigurationError(_unopenable(warehouse, str(error))) from None
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not {t.name for t in PUBLISHED} <= tables:
        connection.close()
        raise ConfigurationError(
            f"{warehouse} is a database, but not one that planwatch made. Set PLANWATCH_WAREHOUSE to another path."
        )
    return connection


def check_replaceable(warehouse: Path) -> None:
    """Make sure that what is at the target may be replaced, and take away a write-ahead log beside it.

    Such a log was left by a program that opened the target for writing and died. Whoever opens the target replays
    it, or can't open it at all where the log is another file's: readers are rid of it here, not only at publishing.
    To be called with the warehouse held.

    Raises:
        ConfigurationError: see `open_read_only`; an absent file is fine.
    """
    log = _log_of(warehouse)
    if not warehouse.exists():
        log.unlink(missing_ok=True)
        return
    if log.exists():
        with warehouse.open("rb") as file:
            try:
                # DuckDB's own lock: a writer that lives has the file to itself.
                fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                raise ConfigurationError(_held(warehouse)) from None
            log.unlink(missing_ok=True)
    open_read_only(warehouse).close()


def _log_of(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _unopenable(warehouse: Path, message: str) -> str:
    if "Could not set lock" in message:
        return _held(warehouse)
    # What DuckDB says of a file's version, and of a feature of the file that it doesn't know.
    if "version number" in message or "newer version" in message:
        return (
            f"{warehouse} was written by a newer DuckDB than {duckdb.__version__}. Update planwatch, or set "
            "PLANWATCH_WAREHOUSE to another path."
        )
    if (log := _log_of(warehouse)).exists():
        return (
            f"{warehouse} can't be opened with {log.name} beside it, which a program left that had opened it for "
            "writing. Run `planwatch refresh`, which takes that file away."
        )
    return (
        f"{warehouse} can't be opened as a DuckDB database ({message.splitlines()[0]}). Move it away, or set "
        "PLANWATCH_WAREHOUSE to another path."
    )


def _held(warehouse: Path) -> str:
    return (
        f"Another program has {warehouse} open for writing. Close it there, or open it read-only (`duckdb -readonly`)."
    )


def _create(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    declared = next(t for t in PUBLISHED if t.name == name)
    _run(connection, create_statements(declared))


def _run(connection: duckdb.DuckDBPyConnection, statements: Iterable[str]) -> None:
    for statement in statements:
        connection.execute(statement)


def _copy(connection: duckdb.DuckDBPyConnection, declared: Table) -> None:
    """Fill a published table from the build, in a thread of its own."""
    order = ", ".join(f"{column} NULLS FIRST" for column in declared.key)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {declared.name} BY NAME FROM build.main.{declared.name} ORDER BY {order}")
        _compare(cursor, declared.name)


def _compare(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    checksum = "SELECT count(*), bit_xor(hash({t})) FROM {source} AS {t}"
    made = connection.execute(checksum.format(source=f"build.main.{name}", t="r")).fetchone()
    copied = connection.execute(checksum.format(source=f"main.{name}", t="r")).fetchone()
    if made != copied:
        raise AuditFailed(
            f"The copy of {name} differs from what was built ({copied} for {made}): nothing was published."
        )
