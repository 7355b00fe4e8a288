"""Killed at any moment, a refresh leaves the published file whole, and the next one ends as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import Place

# Seconds after the start: while reading, while dbt works, about when it publishes.
MOMENTS = (2.5, 5.0, 9.0)


@pytest.fixture
def changed(copied: Place) -> Place:
    """A place whose next refresh has something to do."""
    (copied.raw / "neuf.txt").write_text(
        "La ministre Awa Koundé a lancé mardi à Lomé la stratégie Routes 2035, dotée de 70 millions d'euros.",
        encoding="utf-8",
    )
    return copied


def test_a_killed_refresh_leaves_the_old_state_or_the_new_one(changed: Place) -> None:
    before = changed.rows()
    seen = []
    for moment in MOMENTS:
        process = subprocess.Popen(
            [sys.executable, "-c", "from pipelines.cli import main; main()", "refresh"],
            env={
                **os.environ,
                "PLANWATCH_RAW_DIR": str(changed.raw),
                "PLANWATCH_WAREHOUSE": str(changed.settings.warehouse),
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        seen.append(changed.rows())
    changed.refresh()
    after = changed.rows()
    assert all(rows in (before, after) for rows in seen)
    assert len(after["articles"]) == len(before["articles"]) + 1
    leftovers = list(changed.settings.state_dir.rglob(".unfinished-*"))
    assert leftovers == []
    changed.refresh(is_full=True)
    assert changed.rows() == after
