from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipelines.errors import WarehouseBusy
from pipelines.state.lock import holder, refresh_lock

HOLD = """
import sys, time
from pathlib import Path
from pipelines.state.lock import refresh_lock
with refresh_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def held_elsewhere(tmp_path: Path):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_holder_is_told_who_holds_it(tmp_path: Path, held_elsewhere: subprocess.Popen[str]) -> None:
    with pytest.raises(WarehouseBusy, match=f"process {held_elsewhere.pid}"), refresh_lock(tmp_path):
        pytest.fail("two held it")
    assert str(held_elsewhere.pid) in str(holder(tmp_path))


def test_the_lock_goes_with_a_killed_holder(tmp_path: Path, held_elsewhere: subprocess.Popen[str]) -> None:
    held_elsewhere.kill()
    held_elsewhere.wait()
    with refresh_lock(tmp_path):
        pass
    assert holder(tmp_path) is None


def test_waiting_ends_when_the_holder_does(tmp_path: Path, held_elsewhere: subprocess.Popen[str]) -> None:
    begun = time.monotonic()
    with pytest.raises(WarehouseBusy), refresh_lock(tmp_path, wait_seconds=0.5):
        pytest.fail("two held it")
    assert time.monotonic() - begun >= 0.5
    held_elsewhere.kill()
    with refresh_lock(tmp_path, wait_seconds=10):
        pass


def test_asking_who_holds_it_keeps_nobody_out(tmp_path: Path) -> None:
    asking = (tmp_path / "lock").open("a+")
    fcntl.flock(asking, fcntl.LOCK_SH)
    threading.Timer(0.1, asking.close).start()
    with refresh_lock(tmp_path):
        assert holder(tmp_path) is not None
