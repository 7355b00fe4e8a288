"""Results that are kept between refreshes, by the key of what they were made from.

A part is a folder of Parquet files, one per table, with the keys that it answers for in `keys.parquet`. Parts are
written whole and never changed, so no list of them is needed: what is in the folder counts. A key without rows
in a table is an answer too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pipelines.state.durable import remove_folder, write_folder

_KEYS = "keys"
# More parts than this are rewritten as one: a refresh of one article opens every part.
MAX_PARTS = 24
# Answers to what is no longer asked stay for a while: a file that comes back needs no work.
MAX_DEAD_KEYS = 200


@dataclass(slots=True)
class PartStore:
    """A folder of parts.

    Attributes:
        key: name of the column that says, in each table, which key a row belongs to.
        schemas: schema of each table, with the key.
    """

    folder: Path
    key: str
    schemas: Mapping[str, pl.Schema]
    _known: pl.DataFrame | None = field(default=None, init=False)

    def known(self) -> pl.DataFrame:
        """Key and part of every answer; a key that two parts answer for is taken from one of them."""
        if self._known is None:
            frames = [
                pl.read_parquet(part / f"{_KEYS}.parquet").with_columns(part=pl.lit(part.name))
                for part in self._parts()
            ]
            empty = pl.DataFrame(schema={self.key: pl.String, "part": pl.String})
            self._known = pl.concat([empty, *frames]).unique(self.key, keep="first", maintain_order=True)
        return self._known

    def missing(self, keys: pl.Series) -> pl.Series:
        """Those of `keys` that no part answers for, in their order."""
        return keys.filter(~keys.is_in(self.known()[self.key].implode()))

    def add(self, keys: list[str], tables: Mapping[str, pl.DataFrame | pl.LazyFrame]) -> str:
        """Keep the rows of `keys`; returns the part's name."""
        name = hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:24]
        write_folder(self.folder / name, lambda aside: self._write(aside, keys, tables))
        self._known = None
        return name

    def scan(self, table: str, keys: pl.Series) -> pl.LazyFrame:
        """Rows of `table` that belong to `keys`, with the key."""
        wanted = self.known().filter(pl.col(self.key).is_in(keys.implode()))
        frames = [
            pl.scan_parquet(self.folder / part / f"{table}.parquet").join(
                group.select(self.key).lazy(), on=self.key, how="semi"
            )
            for (part,), group in sorted(wanted.group_by("part"), key=lambda item: str(item[0]))
        ]
        return pl.concat([pl.LazyFrame(schema=self.schemas[table]), *frames])

    def compact(self, keys: pl.Series) -> None:
        """Rewrite as one part, and forget keys other than `keys`, where there are many parts or mostly dead ones."""
        known = self.known()
        live = known.filter(pl.col(self.key).is_in(keys.implode()))
        parts = self._parts()
        n_dead = len(known) - len(live)
        if len(parts) <= MAX_PARTS and n_dead <= max(len(live), MAX_DEAD_KEYS):
            return
        kept = None
        if len(live):
            kept = self.add(
                live[self.key].to_list(), {table: self.scan(table, live[self.key]) for table in self.schemas}
            )
        for part in parts:
            if part.name != kept:
                remove_folder(part)
        self._known = None

    def clear(self) -> None:
        """Forget everything."""
        remove_folder(self.folder)
        self._known = None

    def _parts(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(part for part in self.folder.iterdir() if not part.name.startswith("."))

    def _write(self, aside: Path, keys: list[str], tables: Mapping[str, pl.DataFrame | pl.LazyFrame]) -> None:
        for table, schema in self.schemas.items():
            tables[table].lazy().select(schema.names()).sink_parquet(aside / f"{table}.parquet", compression="zstd")
        pl.DataFrame({self.key: keys}, schema={self.key: pl.String}).write_parquet(aside / f"{_KEYS}.parquet")
