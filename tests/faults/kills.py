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
from tests.faults.site import Finished, Site, kill_session, session_members, wait_until

# Of the kills, this share is aimed at the moments about publishing, which are short; the rest fall anywhere.
AIMED = 0.3
# These moments, as a share of a refresh.
PUBLISHING = 0.05
# In this share only the main process is killed, as a system short of memory does.
ALONE = 0.15
# This share is of refreshes that start from nothing.
FULL = 0.3
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
    """Kill `count` refreshes; after some in a row, one runs to its end, as one does that was faster than the kill.

    The warehouse was made from some articles; the killed refreshes bring it to another set of `articles`, of which a
    third is known. After each kill the published tables must be those before or those after, after each refresh that
    ran to its end those after, with nothing left lying about.
    """
    counts = Counts("kills")
    chance = random.Random(seed)
    work = Site(folder / "work")
    write_corpus(work.raw, range(articles // 2), seed=seed)
    write_corpus(work.raw, range(articles // 2, articles * 2 // 3), version=1, seed=seed)
    first = work.run("refresh")
    assert first.code == 0, first.out
    before = work.checksums()
    shutil.rmtree(work.raw)
    write_corpus(work.raw, range(articles // 3, articles // 3 + articles), seed=seed)
    template = work.copy_to(folder / "template")

    finished = work.run("refresh")
    _ended(counts, finished)
    after = work.checksums()
    counts.expect("changes without effect", before != after)

    expected = {False: finished.seconds, True: finished.seconds}
    left_in_chain = 0
    for number in rounds(count, seconds):
        is_killed = False
        while not is_killed:
            if left_in_chain == 0:
                work = template.copy_to(folder / "work")
                left_in_chain = chance.randint((longest_chain + 1) // 2, longest_chain)
            is_killed, note = _kill(counts, work, chance, expected)
            _judge(counts, work, before, after, f"kill {number} {note}")
            left_in_chain -= 1
            if not is_killed:
                # Through before its moment came: as good as a recovery, and the next chain begins.
                _expect_recovered(counts, work, after)
                left_in_chain = 0
            elif left_in_chain == 0:
                expected[False] = _recover(counts, work, after)
    if left_in_chain:
        _recover(counts, work, after)
    counts.did("articles", articles)
    counts.did("seconds of an undisturbed refresh", finished.seconds)
    return counts


def _kill(counts: Counts, work: Site, chance: random.Random, expected: dict[bool, float]) -> tuple[bool, str]:
    """Start a refresh and kill it.

    Args:
        expected: how long a refresh takes, by whether it is a full one; corrected by one that ended by itself.

    Returns:
        Whether it was killed, rather than ended by itself before that, and what was done, in words.
    """
    is_full, is_aimed, is_alone = (chance.random() < share for share in (FULL, AIMED, ALONE))
    moment = chance.uniform(0, expected[is_full] * (PUBLISHING if is_aimed else 1.05))
    begun = time.monotonic()
    with work.start("refresh", *(["--full"] if is_full else [])) as process:
        if is_aimed:
            _await_publishing(work, process)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            is_killed = True
            if is_alone:
                process.kill()
                outlived = not wait_until(lambda: not session_members(process.pid))
                counts.expect("processes that outlive it", not outlived)
        else:
            is_killed = False
            expected[is_full] = time.monotonic() - begun
            assert process.stdout is not None
            counts.expect("failed refreshes", process.returncode == 0, process.stdout.read()[-1500:])
        kill_session(process.pid)
    counts.expect("processes left", not session_members(process.pid))
    if is_killed:
        counts.did("kills")
        counts.did("kills about publishing", is_aimed)
        counts.did("kills of the main process alone", is_alone)
    return is_killed, f"at {moment:.2f} s, {is_aimed=}, {is_full=}, {is_alone=}"


def _await_publishing(work: Site, process: subprocess.Popen[str]) -> None:
    """Wait until the refresh writes the file that it will publish, or has ended."""
    publishing = work.state_dir / "publishing"
    # The one that a killed refresh left goes first.
    wait_until(lambda: process.poll() is not None or not publishing.exists(), every=0.005)
    wait_until(lambda: process.poll() is not None or publishing.exists(), every=0.005)


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


def _recover(counts: Counts, work: Site, after: object) -> float:
    """Let a refresh run to its end; returns its seconds."""
    finished = work.run("refresh")
    _ended(counts, finished)
    _expect_recovered(counts, work, after)
    return finished.seconds


def _expect_recovered(counts: Counts, work: Site, after: object) -> None:
    counts.did("recoveries")
    seen = work.checksums()
    counts.expect("recovered to another state (rows lost or doubled)", seen == after, f"{seen} for {after}")
    counts.expect("litter", not work.litter(), ", ".join(work.litter()))


def _ended(counts: Counts, finished: Finished) -> None:
    counts.expect("failed refreshes", finished.code == 0, finished.out[-1500:])
