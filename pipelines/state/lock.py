"""One refresh of a warehouse at a time, whoever starts it; the lock goes with the process that holds it."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from pipelines.errors import WarehouseBusy

_POLL_SECONDS = 0.2
# Whoever asks who holds the lock has a share of it for a moment: that is no refresh.
_ASKING_SECONDS = 0.5


@contextmanager
def refresh_lock(state_dir: Path, wait_seconds: float = 0) -> Iterator[None]:
    """Hold the warehouse for one refresh.

    The lock is the kernel's (flock), so that a killed holder leaves none behind; the file only says who holds it.

    Raises:
        WarehouseBusy: another process still holds it after `wait_seconds`.
    """
    state_dir.mkdir(parents=True, exist_ok=True)
    with (state_dir / "lock").open("a+", encoding="utf-8") as file:
        _acquire(file, wait_seconds)
        file.truncate(0)
        holder = {"pid": os.getpid(), "since": dt.datetime.now(dt.UTC).isoformat(timespec="seconds")}
        file.write(json.dumps(holder))
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def holder(state_dir: Path) -> str | None:
    """Who holds the lock, in words; None where nobody does."""
    path = state_dir / "lock"
    if not path.exists():
        return None
    with path.open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _words(file)
    return None


def _acquire(file: TextIO, wait_seconds: float) -> None:
    give_up = time.monotonic() + max(wait_seconds, _ASKING_SECONDS)
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= give_up:
                raise WarehouseBusy(
                    f"Another refresh of this warehouse is at work ({_words(file)}). Wait for it, or set "
                    "PLANWATCH_LOCK_WAIT_SECONDS to let this one wait by itself."
                ) from None
        time.sleep(_POLL_SECONDS)


def _words(file: TextIO) -> str:
    file.seek(0)
    try:
        held = json.loads(file.read())
        return f"process {held['pid']}, since {held['since']}"
    except (ValueError, KeyError):
        return "just started"
