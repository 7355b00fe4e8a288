from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from pipelines.parallel import map_batches
from pipelines.steps.bounds import bounded


def costly(items: Sequence[str]) -> list[str]:
    """Work that never ends, waits for ever or eats all memory, under bounds."""
    with bounded(0.3):
        for item in items:
            while item == "computes":
                pass
            if item == "waits":
                time.sleep(600)
            if item == "eats":
                bytearray(5_000_000_000)
    return list(items)


@pytest.mark.parametrize("guilty", ["computes", "waits"])
def test_work_that_takes_too_long_costs_itself_only(guilty: str) -> None:
    batches = [["a", "b", guilty, "c"], ["d"]]
    results = [result for _, result in map_batches(costly, batches, 2, lambda item: [f"lost {item}"])]
    assert sorted(item for result in results for item in result) == ["a", "b", "c", "d", f"lost {guilty}"]


def test_work_that_eats_too_much_memory_is_refused_it() -> None:
    with pytest.raises(MemoryError):
        list(map_batches(costly, [["eats"]], 2, lambda item: [item]))


def test_nothing_is_bounded_in_the_main_process() -> None:
    with bounded(0.05):
        begun = time.process_time()
        while time.process_time() - begun < 0.2:
            pass
