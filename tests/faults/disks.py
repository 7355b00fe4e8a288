"""Disks that are full or can't be written, and other things outside of us: told in one sentence, mended by the next."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from pipelines.errors import ConfigurationError
from tests.faults.counts import Counts, rounds
from tests.faults.news import write_corpus
from tests.faults.site import PLANWATCH, ROOT, Checksums, Finished, Site, refreshed

_KILOBYTE = 1024


@contextlib.contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A file system of its own in memory, mounted at `folder`; needs the rights of root."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def can_mount() -> bool:
    """Whether this process may mount a file system."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        return False
    probe = Path("/proc/self/status").read_text()
    capabilities = next(line for line in probe.splitlines() if line.startswith("CapEff"))
    return bool(int(capabilities.split()[1], 16) & (1 << 21))  # CAP_SYS_ADMIN


def fill_disks(
    folder: Path,
    count: int,
    *,
    articles: int = 30,
    seed: int = 0,
    seconds: float | None = None,
    base: Site | None = None,
) -> Counts:
    """Refresh on a disk that has less and less room, from none to nearly enough.

    Each time the published file must stay as it was (or be the new one, where there was room enough), the message be
    a sentence, and the next refresh, with room again, give the new state with nothing left over.
    """
    counts = Counts("full disks")
    chance = random.Random(seed)
    with small_disk(folder, 300):
        site = refreshed(folder / "site", articles, seed=seed, base=base)
        before = site.checksums()
        kept = site.copy_to(folder / "kept")
        write_corpus(site.raw, range(articles // 2), version=1, seed=seed)
        used = _free(folder)
        _expect_done(counts, site.run("refresh"))
        after, needed = site.checksums(), used - _free(folder) + 12_000_000
        for number in rounds(count, seconds):
            shutil.rmtree(site.folder)
            kept.copy_to(site.folder)
            write_corpus(site.raw, range(articles // 2), version=1, seed=seed)
            ballast = folder / "ballast"
            left = 0 if number == 0 else chance.randrange(16 * _KILOBYTE, needed)
            _fill(ballast, _free(folder) - left)
            finished = site.run("refresh")
            counts.did("refreshes")
            note = f"{left:,} bytes left: code {finished.code}: {finished.out[-600:]}"
            _judge(counts, site, finished, (before, after), note)
            counts.did("failed for want of room", finished.code == ConfigurationError.exit_code)
            ballast.unlink()
            _expect_done(counts, site.run("refresh"))
            counts.expect("recovered to another state", site.checksums() == after, note)
            counts.expect("litter", not site.litter(), f"{note}: {site.litter()}")
    return counts


def _judge(counts: Counts, site: Site, finished: Finished, legal: tuple[Checksums, ...], note: str) -> None:
    try:
        counts.expect("illegal states", site.checksums() in legal, note)
    except duckdb.Error as error:
        counts.expect("failed opens", False, f"{note}: {error}")
    counts.expect("other exit codes", finished.code in {0, ConfigurationError.exit_code}, note)
    told = [line for line in finished.out.splitlines() if line.startswith("planwatch: ")]
    counts.expect("unclear messages", finished.code == 0 or (len(told) == 1 and "Traceback" not in finished.out), note)


def _free(folder: Path) -> int:
    status = os.statvfs(folder)
    return status.f_bavail * status.f_frsize


def _fill(path: Path, size: int) -> None:
    with path.open("wb") as file, contextlib.suppress(OSError):
        os.posix_fallocate(file.fileno(), 0, max(size, 1))


def _expect_done(counts: Counts, finished: Finished) -> None:
    counts.expect("failed refreshes", finished.code == 0, finished.out[-1500:])


def meet_obstacles(
    folder: Path, names: list[str] | None = None, *, articles: int = 12, seed: int = 0, base: Site | None = None
) -> Counts:
    """Refresh into each obstacle of `OBSTACLES`: one sentence and exit code 2, and the next refresh goes through."""
    counts = Counts("obstacles")
    shutil.rmtree(folder, ignore_errors=True)
    site = refreshed(folder / "site", articles, seed=seed, base=base)
    kept = site.copy_to(folder / "kept")
    for name in names or list(OBSTACLES):
        kept.copy_to(site.folder)
        write_corpus(site.raw, range(articles // 2), version=1, seed=seed)
        told, meet = OBSTACLES[name]
        before = site.checksums()
        with meet(site) as limited:
            finished = limited()
        note = f"{name}: code {finished.code}: {finished.out[-800:]}"
        counts.did("obstacles")
        counts.expect("illegal states", bool(told) <= (site.checksums() == before), note)
        if told:
            counts.expect("other exit codes", finished.code == ConfigurationError.exit_code, note)
            counts.expect("unclear messages", told in finished.out and "Traceback" not in finished.out, note)
        if finished.code:
            _expect_done(counts, site.run("refresh"))
        counts.expect("changes without effect", site.checksums() != before, note)
        counts.expect("litter", not site.litter(), f"{name}: {site.litter()}")
    return counts


Limited = Callable[[], Finished]


@contextlib.contextmanager
def _limit(site: Site, kind: int, amount: int) -> Iterator[Limited]:
    def refresh() -> Finished:
        begun = time.monotonic()
        done = subprocess.run(
            [*PLANWATCH, "refresh"],
            env=site.environment(OPENBLAS_NUM_THREADS="1"),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            preexec_fn=lambda: resource.setrlimit(kind, (amount, amount)),
        )
        return Finished(done.returncode, done.stdout, time.monotonic() - begun)

    yield refresh


@contextlib.contextmanager
def _held_by_a_writer(site: Site) -> Iterator[Limited]:
    code = (
        f"import duckdb, sys; c = duckdb.connect({str(site.warehouse)!r}); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [PLANWATCH[0], "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        yield lambda: site.run("refresh")
        writer.kill()


@contextlib.contextmanager
def _newer(site: Site) -> Iterator[Limited]:
    whole = site.warehouse.read_bytes()
    site.warehouse.write_bytes(with_version(whole, 999))
    finished = site.run("refresh")
    site.warehouse.write_bytes(whole)
    yield lambda: finished


def with_version(database: bytes, version: int) -> bytes:
    """A DuckDB file that says that it was written in another format: version and checksum of its main header."""
    header = bytearray(database[8:4096])
    header[4:12] = version.to_bytes(8, "little")
    checksum = 5381
    for at in range(0, len(header), 8):
        checksum ^= int.from_bytes(header[at : at + 8], "little") * 0xBF58476D1CE4E5B9 % 2**64
    return checksum.to_bytes(8, "little") + bytes(header) + database[4096:]


@contextlib.contextmanager
def _log_of_a_dead_writer(site: Site) -> Iterator[Limited]:
    code = (
        f"import duckdb, os; c = duckdb.connect({str(site.warehouse)!r}); c.execute('DELETE FROM plans');"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([PLANWATCH[0], "-c", code], check=False)
    assert site.warehouse.with_name(site.warehouse.name + ".wal").exists()
    yield lambda: site.run("refresh")


@contextlib.contextmanager
def _log_of_another_file(site: Site) -> Iterator[Limited]:
    other = site.folder / "other.duckdb"
    code = (
        f"import duckdb, os; c = duckdb.connect({str(other)!r}); c.execute('CREATE TABLE a (x INTEGER)');"
        "c.execute('CHECKPOINT'); c.execute('INSERT INTO a VALUES (1)'); os.kill(os.getpid(), 9)"
    )
    subprocess.run([PLANWATCH[0], "-c", code], check=False)
    other.with_name(other.name + ".wal").rename(site.warehouse.with_name(site.warehouse.name + ".wal"))
    yield lambda: site.run("refresh")


@contextlib.contextmanager
def _read_only(site: Site) -> Iterator[Limited]:
    """The folder of the warehouse on a disk that was mounted read-only."""
    target = site.warehouse.parent
    kept = target.with_name("aside")
    shutil.copytree(target, kept)
    with small_disk(target, 100):
        shutil.copytree(kept, target, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", str(target)], check=True)
        finished = site.run("refresh")
    shutil.rmtree(kept)
    yield lambda: finished


OBSTACLES: dict[str, tuple[str, Callable[[Site], contextlib.AbstractContextManager[Limited]]]] = {
    "held by a writer": ("Another program has", _held_by_a_writer),
    "newer DuckDB": ("was written by a newer DuckDB", _newer),
    "files of at most 100 KB": ("no room left", lambda site: _limit(site, resource.RLIMIT_FSIZE, 100 * _KILOBYTE)),
    # Where memory ends, a library may crash rather than say so: only what is left behind is judged.
    "little memory": ("", lambda site: _limit(site, resource.RLIMIT_DATA, 350_000 * _KILOBYTE)),
    "log of a dead writer": ("", _log_of_a_dead_writer),
    "log of another file": ("", _log_of_another_file),
    "read-only disk": ("can't be written", _read_only),
}
