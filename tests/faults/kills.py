"""Kill -9 of the whole process tree at random moments of a refresh."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from pathlib import Path

import duckdb

from tests.faults.counts import Counts, rounds
from tests.faults.news import write_corpus
from tests.faults.site import Finished, Site, kill_session, session_members

# Of the kills, this share is aimed at the moments about publishing, which are short; the rest fall anywhere.
AIMED = 0.3
# And in this share only the main process is killed, as a system short of memory does.
ALONE = 0.15
LONGEST_CHAIN = 8


def kill_refreshes(
    folder: Path,
    count: int,
    *,
    articles: int,
    seed: int = 0,
    longest_chain: int = LONGEST_CHAIN,
    seconds: float | None = None,
) -> Counts:
    """Kill `count` refreshes; after some in a row, one runs to its end.

    The warehouse was made from some articles; the killed refreshes bring it to another set of `articles`, of which a
    third is known. After each kill the published tables must be those before or those after, after each refresh that
    ran to its end those after, with nothing left lying about.
    """
    counts = Counts("kills")
    chance = random.Random(seed)
    work = Site(folder / "work")
    write_corpus(work.raw, range(articles // 2), seed=seed)
    write_corpus(work.raw, range(articles // 2, articles * 2 // 3), version=1, seed=seed)
    _ended(counts, work.run("refresh"))
    before = work.checksums()
    shutil.rmtree(work.raw)
    write_corpus(work.raw, range(articles // 3, articles // 3 + articles), seed=seed)
    template = work.copy_to(folder / "template")

    finished = work.run("refresh")
    _ended(counts, finished)
    after, duration = work.checksums(), finished.seconds
    counts.expect("changes without effect", before != after)

    left_in_chain = 0
    for number in rounds(count, seconds):
        if left_in_chain == 0:
            if number:
                _recover(counts, work, after)
            work = template.copy_to(folder / "work")
            left_in_chain = chance.randint((longest_chain + 1) // 2, longest_chain)
        left_in_chain -= 1
        is_full = chance.random() < 0.3
        aimed = chance.random() < AIMED
        moment = chance.uniform(0, 1.0) if aimed else chance.uniform(0, duration * 1.05)
        with work.start("refresh", *(["--full"] if is_full else [])) as process:
            if aimed:
                _await_publishing(work, process, 3 * duration)
            time.sleep(moment)
            counts.did("ended before the kill", process.poll() is not None)
            if alone := chance.random() < ALONE:
                process.kill()
                _await_end(process.pid)
                counts.did("kills of the main process alone")
                counts.expect("processes that outlive it", not session_members(process.pid), f"kill {number}")
            kill_session(process.pid)
            process.wait()
        counts.did("kills")
        counts.did("kills about publishing", aimed)
        counts.expect("processes left", not session_members(process.pid))
        _judge(counts, work, before, after, f"kill {number} at {moment:.2f} s, {aimed=}, {is_full=}, {alone=}")
    _recover(counts, work, after)
    counts.did("articles", articles)
    counts.did("seconds of an undisturbed refresh", duration)
    return counts


def _await_publishing(work: Site, process: subprocess.Popen[str], patience: float) -> None:
    """Wait until the refresh writes the file that it will publish, or has ended."""
    give_up = time.monotonic() + patience
    publishing = work.state_dir / "publishing"
    while process.poll() is None and time.monotonic() < give_up and not publishing.exists():
        time.sleep(0.005)


def _await_end(leader: int) -> None:
    """Give the other processes of a session ten seconds to notice that they are alone."""
    give_up = time.monotonic() + 10
    while session_members(leader) and time.monotonic() < give_up:
        time.sleep(0.1)


def _judge(counts: Counts, work: Site, before: object, after: object, note: str) -> None:
    try:
        seen = work.checksums()
    except duckdb.Error as error:
        counts.expect("failed opens", False, f"{note}: {error}")
        return
    counts.expect("failed opens", True)
    counts.expect("illegal states", seen in (before, after), f"{note}: {seen}")
    counts.did("found as before", seen == before)
    counts.did("found as after", seen == after)
    counts.expect("doubled rows", work.doubled() == 0, note)


def _recover(counts: Counts, work: Site, after: object) -> None:
    finished = work.run("refresh")
    _ended(counts, finished)
    counts.did("recoveries")
    seen = work.checksums()
    counts.expect("recovered to another state (rows lost or doubled)", seen == after, f"{seen} for {after}")
    counts.expect("litter", not work.litter(), ", ".join(work.litter()))


def _ended(counts: Counts, finished: Finished) -> None:
    counts.expect("failed refreshes", finished.code == 0, finished.out[-1500:])
