"""Load the Parquet tables of the Python steps into a build database that dbt then works in."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipelines.schema_outputs import create_statements
from pipelines.schemas import LAKE
from pipelines.state.folder import StateFolder


def build_database(state: StateFolder) -> dict[str, int]:
    """Make the build database anew with the schema `lake`; returns rows per table."""
    state.audited.unlink(missing_ok=True)
    remove_database(state.build)
    state.build.parent.mkdir(parents=True, exist_ok=True)
    n_rows = {}
    with duckdb.connect(state.build) as connection:
        connection.execute("CREATE SCHEMA lake")
        for declared in LAKE:
            # The keys are checked by dbt's tests, on what is made of these tables.
            for statement in create_statements(declared, schema="lake", is_indexed=False):
                connection.execute(statement)
            source = str(state.lake_path(declared.name))
            connection.execute(f"INSERT INTO lake.{declared.name} BY NAME FROM read_parquet(?)", [source])
            n_rows[declared.name] = connection.execute(f"SELECT count(*) FROM lake.{declared.name}").fetchall()[0][0]
    return n_rows


def remove_database(path: Path) -> None:
    """Remove a database file and its write-ahead log, the log first: alone it would be replayed onto a successor."""
    path.with_name(path.name + ".wal").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
