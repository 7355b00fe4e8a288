"""Each experiment in a short form. The long forms, and the numbers that they gave: docs/reliability.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.arrivals import arrive
from tests.faults.costs import read_costly
from tests.faults.counts import Counts
from tests.faults.disks import can_mount, fill_disks, meet_obstacles
from tests.faults.histories import live_histories
from tests.faults.hostile import CLASSES, refresh_among_hostile
from tests.faults.kills import kill_refreshes
from tests.faults.orders import vary_orders
from tests.faults.pairs import refresh_in_pairs
from tests.faults.readers import read_through_refreshes
from tests.faults.site import Site, refreshed

ARTICLES = 8
COSTLY = ("addresses.txt", "deep.html", "entities.html", "expanding.json.gz", "tags.html")

HERE: dict[str, Callable[[Path], Counts]] = {
    "histories": lambda folder: live_histories(folder, 2, length=4),
    "costs": lambda folder: read_costly(folder, COSTLY),
}


def fill_a_disk(folder: Path, made: Future[Site]) -> Counts:
    if not can_mount():
        pytest.skip("making a small disk needs the right to mount one")
    return fill_disks(folder, 1, articles=ARTICLES, base=made.result())


# In processes of their own; the second argument comes to be a warehouse of ARTICLES articles, to be copied.
APART: dict[str, Callable[[Path, Future[Site]], Counts]] = {
    "arrivals": lambda folder, _: arrive(folder, 3, seed=3),
    # Of this seed: the main process alone, all at once, all at once about publishing.
    "kills": lambda folder, _: kill_refreshes(folder, 3, articles=30, seed=1023, longest_chain=3),
    "bad files": lambda folder, _: refresh_among_hostile(folder, len(CLASSES), 20),
    "readers": lambda folder, made: read_through_refreshes(folder, 1, readers=2, articles=ARTICLES, base=made.result()),
    "pairs": lambda folder, _: refresh_in_pairs(folder, 1, articles=ARTICLES),
    "obstacles": lambda folder, made: meet_obstacles(folder, ["newer DuckDB"], articles=ARTICLES, base=made.result()),
    "orders": lambda folder, _: vary_orders(folder, 2, articles=16, seed=7),
    "full disks": fill_a_disk,
}


@pytest.fixture(scope="module")
def under_way(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Counts]]]:
    """Those of `APART` that are to be tested, three at a time: they wait a lot."""
    root = tmp_path_factory.mktemp("faults")
    tests = {test.name for test in request.session.items}
    pool = ThreadPoolExecutor(3)
    made = pool.submit(refreshed, root / "made", ARTICLES)
    try:
        yield {
            name: pool.submit(experiment, root / name, made)
            for name, experiment in APART.items()
            if f"{test_nothing_is_lost.__name__}[{name}]" in tests
        }
    finally:
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize("name", [*HERE, *APART])
def test_nothing_is_lost(name: str, under_way: dict[str, Future[Counts]], tmp_path: Path) -> None:
    counts = HERE[name](tmp_path / "site") if name in HERE else under_way[name].result()
    print(counts)  # noqa: T201 (shown with -s and where it fails)
    assert counts.is_clean, str(counts)
