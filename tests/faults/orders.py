"""The same files in other orders, splits, time zones, hash seeds and numbers of threads: the same ids and rows."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.faults.counts import Counts, rounds
from tests.faults.news import write_corpus
from tests.faults.site import ROOT, Site

_ZONES = ("UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Africa/Casablanca")
_LOCALES = ("C", "C.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8")


def vary_orders(
    folder: Path, count: int, *, articles: int = 60, seed: int = 0, whole: bool = False, seconds: float | None = None
) -> Counts:
    """Bring files to a warehouse in `count` ways; each must give what the first gave.

    Args:
        whole: with dbt and publishing; else the Python steps only, where order may matter.
    """
    counts = Counts("orders")
    shutil.rmtree(folder, ignore_errors=True)
    source = folder / "source"
    write_corpus(source, range(articles), seed=seed)
    files = sorted(p for p in source.rglob("*") if p.is_file())
    expected: object = None
    for number in rounds(count, seconds):
        chance = random.Random(f"{seed}/{number}")
        site = Site(folder / "site")
        shutil.rmtree(site.folder, ignore_errors=True)
        environment = {
            "PYTHONHASHSEED": str(chance.randrange(2**32)),
            "TZ": chance.choice(_ZONES),
            "LC_ALL": chance.choice(_LOCALES),
            "POLARS_MAX_THREADS": str(chance.choice((1, 2, 7))),
            "PLANWATCH_WORKERS": str(chance.choice((1, 2, 3))),
        }
        order = chance.sample(files, len(files)) if number else files
        found: object = None
        for part in _split(order, 1 if number == 0 else chance.choice((1, 1, 2, 3)), chance):
            for file in part:
                to = site.raw / file.relative_to(source)
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, to)
            found = _published(site, environment) if whole else _made(site, environment)
            counts.did("refreshes")
        expected = expected or found
        counts.expect("differences", found is not None and found == expected, f"{environment}: {found} for {expected}")
        counts.did("ways")
    counts.did("articles", articles)
    return counts


def _split(files: list[Path], parts: int, chance: random.Random) -> list[list[Path]]:
    cuts = sorted(chance.sample(range(1, len(files)), parts - 1))
    return [files[a:b] for a, b in zip([0, *cuts], [*cuts, len(files)], strict=True)]


def _published(site: Site, environment: dict[str, str]) -> object:
    finished = site.run("refresh", **environment)
    return site.checksums() if finished.code == 0 else finished.out[-1000:]


def _made(site: Site, environment: dict[str, str]) -> object:
    command = [sys.executable, "-m", "tests.faults.steps", str(site.raw), str(site.folder / "state")]
    done = subprocess.run(
        [*command, environment["PLANWATCH_WORKERS"]],
        env=site.environment(**environment),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr[-1000:]
