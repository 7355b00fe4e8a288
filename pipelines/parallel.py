"""A function over batches in several processes, with a bounded number of batches in flight.

A batch that kills its process (memory limit, crash of a library) is cut in halves until the one element that does
it is found; the others aren't lost.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import ParamSpec, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")


def map_batches(
    function: Callable[[Sequence[Item]], Result],
    batches: Iterable[Sequence[Item]],
    workers: int,
    lost: Callable[[Item], Result],
) -> Iterator[tuple[Sequence[Item], Result]]:
    """Apply `function` to each batch; yields batches and results as they come.

    Args:
        function: importable by name, as it runs in another process.
        workers: with one, everything runs in this process, unprotected.
        lost: result for an element whose process died.
    """
    if workers == 1:
        for batch in batches:
            yield batch, function(batch)
        return
    waiting = iter(batches)
    broken: list[Sequence[Item]] = []
    while True:
        with _pool(workers) as pool:
            yield from _drain(pool, function, waiting, 2 * workers, broken)
        if not broken:
            return
        for batch in broken:
            yield from _one_by_one(function, batch, lost)
        broken.clear()


def run_apart(function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Call a function in a process of its own, whose memory goes back to the system when it ends.

    Raises:
        BrokenProcessPool: the process died.
    """
    with _pool(1) as pool:
        return pool.submit(function, *args, **kwargs).result()


def _drain(
    pool: ProcessPoolExecutor,
    function: Callable[[Sequence[Item]], Result],
    waiting: Iterator[Sequence[Item]],
    n_ahead: int,
    broken: list[Sequence[Item]],
) -> Iterator[tuple[Sequence[Item], Result]]:
    running: dict[Future[Result], Sequence[Item]] = {}
    while True:
        while not broken and len(running) < n_ahead and (batch := next(waiting, None)) is not None:
            try:
                running[pool.submit(function, batch)] = batch
            except BrokenProcessPool:
                broken.append(batch)
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            batch = running.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                broken.append(batch)
                continue
            yield batch, result


def _one_by_one(
    function: Callable[[Sequence[Item]], Result], batch: Sequence[Item], lost: Callable[[Item], Result]
) -> Iterator[tuple[Sequence[Item], Result]]:
    try:
        with _pool(1) as pool:
            result = pool.submit(function, batch).result()
    except BrokenProcessPool:
        if len(batch) == 1:
            yield batch, lost(batch[0])
            return
        middle = len(batch) // 2
        yield from _one_by_one(function, batch[:middle], lost)
        yield from _one_by_one(function, batch[middle:], lost)
        return
    yield batch, result


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent runs threads (polars, DuckDB, Dagster) whose locks a fork would copy held.
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Set a worker up before it imports anything of ours."""
    # There is a process for each core: threads of theirs would get in each other's way.
    os.environ["POLARS_MAX_THREADS"] = "1"
    # Nearly all that a worker makes is either kept or freed at once: looking for circles of garbage finds none.
    gc.set_threshold(100_000, 50, 100)
    _leave_with_parent()


def _leave_with_parent() -> None:
    """Let a worker end when its parent is killed; it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
