"""The Python steps of a refresh without dbt and Dagster: fast enough for many histories.

Run as a program with a raw folder, a state folder and a number of workers, it brings the state up to date and prints
a digest of each table.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from pathlib import Path

import polars as pl

from pipelines.schemas import EXTRACTED
from pipelines.state.durable import remove_unfinished
from pipelines.state.folder import StateFolder
from pipelines.steps.articles import assemble_articles
from pipelines.steps.extraction import extract_new_articles
from pipelines.steps.files import read_new_files
from pipelines.steps.resolution import resolve_entities

TABLES = ("clean_articles", "article_files", "rejected_articles", *EXTRACTED, "resolved_entities")
STEPS = 4


def bring_up(raw: Path, state: StateFolder, workers: int = 1, *, is_full: bool = False, steps: int = STEPS) -> None:
    """Run the steps, or only the first few as a refresh that dies does."""
    remove_unfinished(state.root)
    read_new_files(state, raw, workers, is_full=is_full)
    if steps > 1:
        assemble_articles(state, dt.datetime.now(dt.UTC))
    if steps > 2:
        extract_new_articles(state, workers, is_full=is_full)
    if steps > 3:
        resolve_entities(state)


def tables(state: StateFolder, *, with_times: bool = False) -> dict[str, pl.DataFrame]:
    """What the steps made; without the times of first sight, which are the clock's."""
    found = {name: state.read(name) for name in TABLES}
    return found if with_times else {n: f.drop("ingested_at", "seen_at", strict=False) for n, f in found.items()}


def digests(found: dict[str, pl.DataFrame]) -> dict[str, str]:
    """A hash of each table's rows, in order."""
    return {
        name: hashlib.sha256(json.dumps(frame.rows(), default=str, ensure_ascii=False).encode()).hexdigest()[:16]
        for name, frame in found.items()
    }


def differing(one: dict[str, pl.DataFrame], other: dict[str, pl.DataFrame]) -> list[str]:
    """Names of the tables that differ, with what differs first."""
    return [
        f"{name}: {_first_difference(one[name], other[name])}" for name in TABLES if not one[name].equals(other[name])
    ]


def _first_difference(one: pl.DataFrame, other: pl.DataFrame) -> str:
    mine, theirs = set(map(str, one.rows())), set(map(str, other.rows()))
    only = [f"only here {min(mine - theirs)[:300]}"] if mine - theirs else []
    return "; ".join(only + ([f"only there {min(theirs - mine)[:300]}"] if theirs - mine else [])) or "order"


if __name__ == "__main__":
    folder = StateFolder(Path(sys.argv[2]))
    bring_up(Path(sys.argv[1]), folder, int(sys.argv[3]))
    sys.stdout.write(json.dumps(digests(tables(folder))))
