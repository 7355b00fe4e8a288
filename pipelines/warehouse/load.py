"""A build database that sees the Parquet tables of the Python steps; dbt then works in it."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from pipelines.schema_outputs import literal
from pipelines.schemas import LAKE
from pipelines.state.folder import StateFolder


def build_database(state: StateFolder) -> dict[str, int]:
    """Make the build database anew with the schema `lake`; returns rows per table.

    Views, not copies: most of these tables are read once or twice, and of the others only some columns.
    """
    state.audited.unlink(missing_ok=True)
    remove_database(state.build)
    state.build.parent.mkdir(parents=True, exist_ok=True)
    n_rows = {}
    with duckdb.connect(state.build) as connection:
        connection.execute("CREATE SCHEMA lake")
        for declared in LAKE:
            source = state.lake_path(declared.name).absolute()
            columns = ", ".join(f'"{name}"' for name in declared.column_names)
            connection.execute(
                f"CREATE VIEW lake.{declared.name} AS SELECT {columns} FROM read_parquet({literal(str(source))})"
            )
            n_rows[declared.name] = pq.read_metadata(source).num_rows
    return n_rows


def remove_database(path: Path) -> None:
    """Remove a database file and its write-ahead log, the log first: alone it would be replayed onto a successor."""
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
