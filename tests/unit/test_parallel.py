from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool

import pytest

from pipelines.parallel import map_batches, run_apart


def double(batch: Sequence[int]) -> list[int]:
    return [2 * n for n in batch]


def double_or_die(batch: Sequence[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(batch)


def lost(n: int) -> list[int]:
    return [-n]


@pytest.mark.parametrize("workers", [1, 2])
def test_every_batch_comes_back_with_its_result(workers: int) -> None:
    batches = [[1, 2], [3], [4, 5, 6]]
    results = sorted(map_batches(double, batches, workers, lost))
    assert results == [([1, 2], [2, 4]), ([3], [6]), ([4, 5, 6], [8, 10, 12])]


def test_an_element_that_kills_its_process_is_the_only_one_lost() -> None:
    batches = [list(range(start, start + 4)) for start in range(0, 24, 4)]
    found = [n for _, result in map_batches(double_or_die, batches, 2, lost) for n in result]
    assert sorted(found) == sorted([2 * n for n in range(24) if n != 13] + [-13])


def test_batches_are_taken_as_they_are_needed() -> None:
    taken = []

    def source():
        for n in range(100):
            taken.append(n)
            yield [n]

    results = map_batches(double, source(), 2, lost)
    next(results)
    assert len(taken) < 20
    results.close()


def test_a_function_runs_apart_from_this_process() -> None:
    assert run_apart(os.getpid) != os.getpid()


def test_the_death_of_a_function_that_runs_apart_is_an_error_here() -> None:
    with pytest.raises(BrokenProcessPool):
        run_apart(double_or_die, [13])
