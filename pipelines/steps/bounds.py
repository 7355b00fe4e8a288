"""What one batch of hostile input may cost a worker process: more than that ends the process, never the refresh."""

from __future__ import annotations

import contextlib
import multiprocessing
import resource
import signal
from collections.abc import Iterator

# Heap and mappings of a worker, in bytes. A JSON Lines file of the largest size that is read takes about half of it.
WORKER_MEMORY = 4_000_000_000
# Waiting (for a disk, for other processes) may take so many times longer than computing.
_WAITING = 10


@contextlib.contextmanager
def bounded(cpu_seconds: float) -> Iterator[None]:
    """End this process where it computes longer than `cpu_seconds`, waits ten times longer or takes too much memory.

    The kernel's timers and their signals' default action do it, so that code in C that never returns is ended too;
    too much memory is a MemoryError or, in libraries that can't raise one, an abort. Whoever gave the work to the
    process finds out which element did it (`pipelines.parallel`). In the main process nothing is bounded.
    """
    if multiprocessing.parent_process() is None:
        yield
        return
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    limit = WORKER_MEMORY if most == resource.RLIM_INFINITY else min(WORKER_MEMORY, most)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, _WAITING * cpu_seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
