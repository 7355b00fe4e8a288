"""Readers in a loop while refreshes publish: every open succeeds and sees one refresh, whole.

Run as a program with a warehouse, a file to stop at and a seed, it is one such reader.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import duckdb

from tests.faults.counts import Counts, rounds
from tests.faults.news import write_corpus
from tests.faults.site import PATIENCE, ROOT, Site, refreshed, table_checksums


def read_through_refreshes(
    folder: Path,
    refreshes: int,
    *,
    readers: int = 8,
    articles: int = 30,
    seed: int = 0,
    seconds: float | None = None,
    base: Site | None = None,
) -> Counts:
    """Let `readers` processes read while `refreshes` replace the warehouse by that of other articles.

    A reader opens the file, takes checksums of all tables, waits up to two seconds and takes them again: both must be
    those of one published version.
    """
    counts = Counts("readers")
    site = refreshed(folder, articles, seed=seed, base=base)
    published = [site.checksums()]
    stop = folder / "stop"
    command = [sys.executable, "-m", "tests.faults.readers", str(site.warehouse), str(stop)]
    processes = [
        subprocess.Popen([*command, f"{seed}/{n}"], env=site.environment(), cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for n in range(readers)
    ]
    try:
        for number in rounds(refreshes, seconds):
            # Another version of half of the articles: every table changes.
            write_corpus(site.raw, range(articles // 2), version=number + 1, seed=seed)
            finished = site.run("refresh")
            counts.expect("failed refreshes", finished.code == 0, finished.out[-1000:])
            published.append(site.checksums())
            counts.did("refreshes")
    finally:
        stop.touch()
        told = [process.communicate(timeout=PATIENCE)[0] for process in processes]
    counts.did("readers", readers)
    counts.did("versions", len(set(published)))
    seen = [json.loads(line) for lines in told for line in lines.splitlines()]
    legal = {json.dumps(checksums) for checksums in published}
    for one in seen:
        counts.did("opens")
        counts.expect("failed opens", "error" not in one, one.get("error", ""))
        if "error" not in one:
            counts.expect("mixed versions", json.dumps(one["first"]) in legal, str(one["first"]))
            counts.expect("views that changed while open", one["first"] == one["last"])
    return counts


def _read(warehouse: str, stop: Path, seed: str) -> None:
    chance = random.Random(seed)
    while not stop.exists():
        try:
            with duckdb.connect(warehouse, read_only=True) as connection:
                first = table_checksums(connection)
                time.sleep(chance.choice((0, 0, 0, 0.05, 2)))
                told: dict[str, object] = {"first": first, "last": table_checksums(connection)}
        except duckdb.Error as error:
            told = {"error": str(error)[:300]}
        sys.stdout.write(json.dumps(told) + "\n")
        time.sleep(chance.uniform(0, 0.3))


if __name__ == "__main__":
    _read(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
