"""Each experiment in a short form. The long forms, and the numbers that they gave: docs/reliability.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.costs import read_costly
from tests.faults.counts import Counts
from tests.faults.disks import can_mount, fill_disks, meet_obstacles
from tests.faults.histories import live_histories
from tests.faults.hostile import CLASSES, refresh_among_hostile
from tests.faults.kills import kill_refreshes
from tests.faults.orders import vary_orders
from tests.faults.pairs import refresh_in_pairs
from tests.faults.readers import read_through_refreshes

SHORT: dict[str, Callable[[Path], Counts]] = {
    "kills": lambda folder: kill_refreshes(folder, 3, articles=30, longest_chain=3),
    "readers": lambda folder: read_through_refreshes(folder, 1, readers=3, articles=8),
    "pairs": lambda folder: refresh_in_pairs(folder, 1, articles=8),
    "bad files": lambda folder: refresh_among_hostile(folder, len(CLASSES), 20),
    "histories": lambda folder: live_histories(folder, 2, length=6),
    "costs": read_costly,
    "orders": lambda folder: vary_orders(folder, 3, articles=16),
}


@pytest.mark.parametrize("name", SHORT)
def test_nothing_is_lost(name: str, tmp_path: Path) -> None:
    counts = SHORT[name](tmp_path / "site")
    print(counts)  # noqa: T201 (shown with -s and where it fails)
    assert counts.is_clean, str(counts)


def test_what_is_not_ours_to_mend_is_told_in_a_sentence(tmp_path: Path) -> None:
    counts = meet_obstacles(tmp_path, ["newer DuckDB", "log of another file"], articles=6)
    assert counts.is_clean, str(counts)


@pytest.mark.skipif(not can_mount(), reason="making a small disk needs the right to mount one")
def test_a_full_disk_leaves_the_published_file_as_it_was(tmp_path: Path) -> None:
    counts = fill_disks(tmp_path / "disk", 1, articles=6)
    assert counts.is_clean, str(counts)
