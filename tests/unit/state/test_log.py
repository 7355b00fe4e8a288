from __future__ import annotations

import datetime as dt
from pathlib import Path

from pipelines.state.log import RefreshLog

NOON = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)


def test_a_refresh_without_an_end_was_interrupted(tmp_path: Path) -> None:
    log = RefreshLog(tmp_path / "log.jsonl")
    first = log.start(NOON, is_full=False)
    log.finish(first, "published", NOON, n_files=3)
    log.start(NOON + dt.timedelta(hours=1), is_full=True)
    rows = log.rows().select("outcome", "finished_at", "n_files", "is_full").rows()
    assert rows == [("published", NOON, 3, False), ("interrupted", None, None, True)]


def test_a_line_cut_off_by_a_power_failure_spoils_no_other(tmp_path: Path) -> None:
    log = RefreshLog(tmp_path / "log.jsonl")
    first = log.start(NOON, is_full=False)
    with log.path.open("a") as file:
        file.write('\n{"refresh_id": "cut o')
    log.finish(first, "failed", NOON, detail="why")
    assert log.rows().select("refresh_id", "outcome", "detail").rows() == [(first, "failed", "why")]


def test_without_a_log_there_are_no_rows(tmp_path: Path) -> None:
    assert RefreshLog(tmp_path / "none").rows().is_empty()
