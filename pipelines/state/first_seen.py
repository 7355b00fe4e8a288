"""When each article and each rejection was first seen: kept for ever, so that no rebuild changes it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl

from pipelines.state.durable import write_parquet

_SCHEMA = pl.Schema({"kind": pl.String(), "key": pl.String(), "seen_at": pl.Datetime("us", "UTC")})


def first_seen(path: Path, kind: str, keys: pl.Series, now: dt.datetime) -> pl.DataFrame:
    """Time of first sight of each of `keys` (columns key, seen_at); those not seen before get `now` and are kept."""
    known = pl.read_parquet(path) if path.exists() else pl.DataFrame(schema=_SCHEMA)
    of_kind = known.filter(pl.col("kind") == kind)
    unseen = keys.unique(maintain_order=True).filter(~keys.unique(maintain_order=True).is_in(of_kind["key"].implode()))
    added = pl.DataFrame({"key": unseen}).select(
        kind=pl.lit(kind), key=pl.col("key").cast(pl.String), seen_at=pl.lit(now, dtype=_SCHEMA["seen_at"])
    )
    if len(added):
        write_parquet(path, pl.concat([known, added]))
    seen = pl.concat([of_kind, added]).select("key", "seen_at")
    return seen.filter(pl.col("key").is_in(keys.implode()))
