"""A warehouse that experiments are made on, used as people use it: through the command, in processes of its own."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.schemas import MARTS
from pipelines.settings import Settings
from tests.faults.news import write_corpus

ROOT = Path(__file__).resolve().parents[2]
PLANWATCH = [sys.executable, "-c", "from pipelines.cli import main; main()"]
# When something was first seen is the clock's doing, not the articles'.
TIMES = {"articles": "ingested_at", "rejected_articles": "seen_at"}
# Against waiting for ever: nothing here is judged by how long it took.
PATIENCE = 3600
Checksums = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Finished:
    """A command that ended."""

    code: int
    out: str
    seconds: float


@dataclass(frozen=True)
class Site:
    """A raw folder, a warehouse and a folder for temporary files, all below one folder."""

    folder: Path

    @property
    def raw(self) -> Path:
        return self.folder / "raw"

    @property
    def warehouse(self) -> Path:
        return self.folder / "warehouse" / "w.duckdb"

    @property
    def scratch(self) -> Path:
        return self.folder / "tmp"

    @property
    def settings(self) -> Settings:
        return Settings(raw_dir=self.raw, warehouse=self.warehouse)

    @property
    def state_dir(self) -> Path:
        return self.settings.state_dir

    def environment(self, **extra: str) -> dict[str, str]:
        """The environment of a command on this warehouse."""
        self.scratch.mkdir(parents=True, exist_ok=True)
        return {
            **os.environ,
            "PLANWATCH_RAW_DIR": str(self.raw),
            "PLANWATCH_WAREHOUSE": str(self.warehouse),
            "TMPDIR": str(self.scratch),
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "200",
            **extra,
        }

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start `planwatch` with these arguments as the leader of a session of its own."""
        return subprocess.Popen(
            [*PLANWATCH, *arguments],
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, timeout: float = PATIENCE, **environment: str) -> Finished:
        """Run `planwatch` to its end."""
        begun = time.monotonic()
        with self.start(*arguments, **environment) as process:
            try:
                out, _ = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                kill_session(process.pid)
                out, _ = process.communicate()
        return Finished(process.returncode, out, time.monotonic() - begun)

    def copy_to(self, folder: Path) -> Site:
        """A copy of everything; whatever is at `folder` goes."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder, symlinks=True)
        return Site(folder)

    def checksums(self) -> Checksums:
        """Rows and a checksum of each published table; times of first sight and the log left out."""
        return checksums(self.warehouse)

    def doubled(self) -> int:
        """Rows that share their key with an earlier row."""
        with duckdb.connect(self.warehouse, read_only=True) as connection:
            total = 0
            for table in MARTS:
                key = f"({', '.join(table.key)})"
                row = connection.execute(f"SELECT count(*) - count(DISTINCT {key}) FROM {table.name}").fetchone()
                total += row[0] if row else 0
            return total

    def litter(self) -> list[str]:
        """What a refresh that ended well must not leave: unfinished files, logs, folders of temporary files."""
        found = [p for p in self.warehouse.parent.iterdir() if p not in {self.warehouse, self.state_dir}]
        for pattern in (".unfinished-*", "*.wal", "*.tmp", "publishing"):
            found += [p for p in self.state_dir.rglob(pattern) if "dagster" not in p.parts]
        found += list(self.scratch.iterdir()) if self.scratch.exists() else []
        return sorted(str(p.relative_to(self.folder)) for p in found)


def refreshed(folder: Path, articles: int, *, seed: int = 0, base: Site | None = None) -> Site:
    """A warehouse of the first few articles, made anew or copied from one that is there: `base`."""
    if base:
        return base.copy_to(folder)
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    write_corpus(site.raw, range(articles), seed=seed)
    finished = site.run("refresh")
    assert finished.code == 0, finished.out
    return site


def checksums(warehouse: Path) -> Checksums:
    """See `Site.checksums`."""
    with duckdb.connect(warehouse, read_only=True) as connection:
        return table_checksums(connection)


def table_checksums(connection: duckdb.DuckDBPyConnection) -> Checksums:
    """See `Site.checksums`."""
    found = []
    for table in MARTS:
        columns = f"* EXCLUDE ({TIMES[table.name]})" if table.name in TIMES else "*"
        row = connection.execute(
            f"SELECT count(*), sum(hash(t)) FROM (SELECT {columns} FROM {table.name}) t"
        ).fetchone()
        assert row is not None
        found.append((table.name, int(row[0]), int(row[1] or 0)))
    return tuple(found)


def wait_until(holds: Callable[[], bool], *, every: float = 0.1) -> bool:
    """Wait for something to happen; False where it hasn't after `PATIENCE`."""
    give_up = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > give_up:
            return False
        time.sleep(every)
    return True


def kill_session(leader: int) -> None:
    """Kill every process of a session at once, as a power cut would, and see them gone."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
    for pid in session_members(leader):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not session_members(leader))


def session_members(leader: int) -> list[int]:
    """Living processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except (OSError, IndexError):
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(entry.name))
    return found
