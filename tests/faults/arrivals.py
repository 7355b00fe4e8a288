"""Files that arrive one after another, through the sensor: none is missed."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from tests.faults.counts import Counts, rounds
from tests.faults.news import article, as_text
from tests.faults.site import ROOT, Site, kill_session, wait_until

_ALERTS = "alerts.txt"
_WORKSPACE = "load_from:\n  - python_module:\n      module_name: pipelines.definitions\n      attribute: defs\n"


@contextlib.contextmanager
def daemon(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    """Dagster's daemon at work on this warehouse, with alerts appended to a file of the site's folder."""
    home = site.folder / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "dagster.yaml", home / "dagster.yaml")
    (home / "workspace.yaml").write_text(_WORKSPACE, encoding="utf-8")
    alert = f"command:(echo; echo \"[$ALERT_KIND] $ALERT_SUBJECT\"; cat) >> '{site.folder / _ALERTS}'"
    environment = site.environment(DAGSTER_HOME=str(home), PLANWATCH_ALERT=alert)
    with (site.folder / "daemon.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dagster._daemon", "run", "-w", str(home / "workspace.yaml")],
            env=environment,
            cwd=ROOT,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            kill_session(process.pid)
            process.wait()


def arrive(folder: Path, count: int, *, seed: int = 0, pause: float = 15, seconds: float | None = None) -> Counts:
    """Let `count` files arrive, some written slowly, some replaced or removed again, with a daemon at work.

    In the end, the warehouse must hold exactly the files of the folder, without anybody having started a refresh.
    """
    counts = Counts("arrivals")
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    site.raw.mkdir(parents=True)
    chance = random.Random(seed)
    with daemon(site):
        for number in rounds(count, seconds):
            time.sleep(chance.uniform(0, 2 * pause))
            _arrive(site, number, chance)
            counts.did("arrivals")
        begun = time.monotonic()
        is_settled = wait_until(lambda: not _missing(site), every=2)
        counts.did("seconds until the last was there", time.monotonic() - begun)
    counts.expect("missed", is_settled, str(_missing(site)))
    with duckdb.connect(site.warehouse, read_only=True) as connection:
        row = connection.execute("SELECT count(*), count(*) FILTER (outcome != 'published') FROM refreshes").fetchone()
    assert row is not None
    counts.did("refreshes", row[0])
    counts.expect("failed refreshes", row[1] == 0, alerts(site))
    counts.expect("half-written articles", _bodies_end(site), "an article without its last line")
    return counts


def alerts(site: Site) -> str:
    """All alerts that were raised."""
    path = site.folder / _ALERTS
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _arrive(site: Site, number: int, chance: random.Random) -> None:
    content = (
        as_text(article(number))
        + f"\nThe delegates of group {number} approved the plan and its last point is made here.\n".encode()
    )
    files = sorted(site.raw.iterdir())
    path = chance.choice(files) if files and chance.random() < 0.2 else site.raw / f"{number:04}.txt"
    with path.open("wb") as file:
        if chance.random() < 0.3:  # as a download does
            for at in range(0, len(content), 500):
                file.write(content[at : at + 500])
                file.flush()
                os.fsync(file.fileno())
                time.sleep(1)
        else:
            file.write(content)
    if files and chance.random() < 0.15:
        chance.choice(files).unlink()


def _missing(site: Site) -> list[str]:
    """Files that the warehouse doesn't have as they are, and files that it has although they are gone."""
    if not site.warehouse.exists():
        return ["everything"]
    with duckdb.connect(site.warehouse, read_only=True) as connection:
        told = dict(
            connection.execute(
                "SELECT article_files.source_path, body FROM article_files JOIN articles USING (article_id)"
            ).fetchall()
        )
    there = {path.name: path.read_text(encoding="utf-8").splitlines()[-1] for path in site.raw.iterdir()}
    stale = [name for name, end in there.items() if end not in told.get(name, "")]
    return stale + sorted(told.keys() - there.keys())


def _bodies_end(site: Site) -> bool:
    with duckdb.connect(site.warehouse, read_only=True) as connection:
        bodies = connection.execute("SELECT body FROM articles").fetchall()
    return all("last point is made here" in body for (body,) in bodies)


def raise_alerts(folder: Path) -> Counts:
    """Let a run, a check and a sensor fail under a live daemon; each must raise one alert that says what to do."""
    counts = Counts("alerts")
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    site.raw.mkdir(parents=True)
    with daemon(site):
        # More than a fifth of the files rejected: the check warns, the run is green.
        for number in range(3):
            (site.raw / f"{number}.txt").write_bytes(as_text(article(number)))
            (site.raw / f"bad{number}.txt").write_bytes(b"")
        _expect_alert(counts, site, "[check]", "rejections_are_few")
        # A warehouse that somebody else's program holds: the run fails.
        code = f"import duckdb, sys; c = duckdb.connect({str(site.warehouse)!r}); print(flush=True); sys.stdin.read()"
        with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            try:
                (site.raw / "3.txt").write_bytes(as_text(article(3)))
                _expect_alert(counts, site, "[run]", "Another program has")
            finally:
                writer.kill()
        # A log that can't be read: the sensor fails, at every look.
        log = site.state_dir / "refreshes.jsonl"
        kept = log.rename(log.with_name("kept"))
        log.mkdir()
        _expect_alert(counts, site, "[sensor]", "raw_folder")
        log.rmdir()
        kept.rename(log)
    for kind in ("check", "sensor"):
        counts.expect("repeated alerts", alerts(site).count(f"[{kind}]") == 1, alerts(site)[-3000:])
    counts.expect("alerts without a remedy", alerts(site).count("What to do:") == alerts(site).count("\n["))
    return counts


def _expect_alert(counts: Counts, site: Site, kind: str, words: str) -> None:
    is_there = wait_until(lambda: kind in alerts(site) and words in alerts(site).split(kind, 1)[1], every=2)
    counts.did("alerts expected")
    counts.expect("alerts missed", is_there, f"{kind} {words}: {alerts(site)[-1500:]}")


def lose_a_run(folder: Path) -> Counts:
    """Kill everything in the middle of a run, the daemon included; a new daemon must find out and go on by itself."""
    counts = Counts("lost runs")
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    site.raw.mkdir(parents=True)
    _arrive(site, 0, random.Random(0))
    lock = site.state_dir / "lock"
    with daemon(site):
        has_begun = wait_until(lambda: lock.exists() and lock.read_text().startswith("{"))
        counts.expect("runs that never began", has_begun)
    counts.did("daemons killed in a run")
    begun = time.monotonic()
    with daemon(site):
        counts.expect("stalled", wait_until(lambda: not _missing(site), every=2), alerts(site))
        counts.did("seconds until the next refresh was published", time.monotonic() - begun)
        counts.expect("alerts missed", wait_until(lambda: "[run]" in alerts(site), every=2), alerts(site))
    return counts
