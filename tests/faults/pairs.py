"""Two refreshes of one warehouse at once: one works, the other waits or leaves with a clear message."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from pipelines.errors import WarehouseBusy
from tests.faults.counts import Counts, rounds
from tests.faults.news import write_corpus
from tests.faults.site import PATIENCE, ROOT, Site


def refresh_in_pairs(
    folder: Path, count: int, *, articles: int = 30, seed: int = 0, seconds: float | None = None
) -> Counts:
    """Start `count` pairs: two terminals, a terminal that waits for another, a terminal and Dagster, in turn."""
    counts = Counts("pairs")
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    chance = random.Random(seed)
    write_corpus(site.raw, range(articles), seed=seed)
    for number in rounds(count, seconds):
        write_corpus(site.raw, range(articles // 3), version=number, seed=seed)
        kind = ("leaves", "waits", "Dagster")[number % 3]
        first = site.start("refresh")
        time.sleep(chance.uniform(0, 1.5))
        second = {
            "leaves": lambda: site.start("refresh"),
            "waits": lambda: site.start("refresh", PLANWATCH_LOCK_WAIT_SECONDS=str(PATIENCE)),
            "Dagster": lambda: _from_dagster(site),
        }[kind]()
        ended = [(process.communicate(timeout=PATIENCE)[0], process.returncode) for process in (first, second)]
        codes = sorted(code for _, code in ended)
        note = f"pair {number}, {kind}: {ended}"
        busy = [out for out, code in ended if code == WarehouseBusy.exit_code]
        counts.did("pairs")
        counts.did(f"pairs of which one {'leaves' if kind == 'leaves' else 'waits (' + kind + ')'}")
        counts.did("both worked, one after the other", codes == [0, 0])
        counts.expect("other exit codes", codes == [0, 0] or (kind == "leaves" and len(busy) == 1 and 0 in codes), note)
        if not site.warehouse.exists():
            return counts
        clear = all("Another refresh of this warehouse is at work" in out and "Traceback" not in out for out in busy)
        counts.expect("unclear messages", clear, note)
        counts.expect("doubled rows", site.doubled() == 0, note)
        counts.expect("litter", not site.litter(), str(site.litter()))
    seen = site.checksums()
    counts.expect("failed refreshes", site.run("refresh", "--full").code == 0)
    counts.expect("states other than a full refresh's", site.checksums() == seen, str(seen))
    return counts


def _from_dagster(site: Site) -> subprocess.Popen[str]:
    home = site.folder / "dagster"
    home.mkdir(exist_ok=True)
    (home / "dagster.yaml").write_text("telemetry:\n  enabled: false\n", encoding="utf-8")
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "dagster",
            "job",
            "execute",
            "-m",
            "pipelines.definitions",
            "-a",
            "defs",
            "-j",
            "refresh",
        ],
        env=site.environment(DAGSTER_HOME=str(home), PLANWATCH_LOCK_WAIT_SECONDS=str(PATIENCE)),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
