"""The names in a warehouse's state folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipelines.schemas import table
from pipelines.state.durable import write_parquet
from pipelines.state.parts import PartStore


@dataclass(frozen=True, slots=True)
class StateFolder:
    """Everything that belongs to one warehouse.

    `parts/` is kept from refresh to refresh; `lake/` and `build/` are the last refresh's; `versions/` holds earlier
    published files; `failed/` the last build that its audit refused.
    """

    root: Path

    @property
    def files(self) -> Path:
        """The raw folder as the last refresh saw it."""
        return self.root / "lake" / "_files.parquet"

    @property
    def passing_rejections(self) -> Path:
        """Rejections that may be over at the next refresh: they are never kept."""
        return self.root / "lake" / "_passing_rejections.parquet"

    @property
    def summary(self) -> Path:
        """Counts of the last refresh, step by step."""
        return self.root / "last_refresh.json"

    @property
    def first_seen(self) -> Path:
        """When each article and rejection was first seen: the only thing that can't be made again."""
        return self.root / "first_seen.parquet"

    @property
    def refresh_log(self) -> Path:
        """Starts and ends of refreshes."""
        return self.root / "refreshes.jsonl"

    @property
    def build(self) -> Path:
        """The database that dbt works in."""
        return self.root / "build" / "planwatch.duckdb"

    @property
    def audited(self) -> Path:
        """Stands where the build database has passed its audit as a whole."""
        return self.root / "build" / "audited"

    @property
    def publishing(self) -> Path:
        """Folder of the file that is about to be published."""
        return self.root / "publishing"

    @property
    def versions(self) -> Path:
        """Folder of published files, the current one's twin included."""
        return self.root / "versions"

    @property
    def failed(self) -> Path:
        """Folder of the last build that was refused."""
        return self.root / "failed"

    @property
    def dbt(self) -> Path:
        """Folder of dbt's manifests and logs."""
        return self.root / "dbt"

    @property
    def dagster(self) -> Path:
        """DAGSTER_HOME of `make dev`."""
        return self.root / "dagster"

    def parts(self, name: str, key: str, schemas: dict[str, pl.Schema]) -> PartStore:
        """The store of one step's results."""
        return PartStore(self.root / "parts" / name, key, schemas)

    def lake_path(self, name: str) -> Path:
        """Parquet file of a table that steps exchange."""
        return self.root / "lake" / f"{table(name).name}.parquet"

    def read(self, name: str) -> pl.DataFrame:
        """A table that steps exchange."""
        return pl.read_parquet(self.lake_path(name))

    def scan(self, name: str) -> pl.LazyFrame:
        """A table that steps exchange, lazily."""
        return pl.scan_parquet(self.lake_path(name))

    def write(self, name: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Write a table that steps exchange, sorted by its key; returns it as written."""
        declared = table(name)
        written = declared.conform(frame).sort(declared.key, nulls_last=False)
        write_parquet(self.lake_path(name), written)
        return written
