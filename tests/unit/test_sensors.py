from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from pipelines.ingest import FileEntry
from pipelines.sensors import (
    LONGEST_WAIT_SECONDS,
    LOST_AFTER_SECONDS,
    RETRY_AFTER_SECONDS,
    SETTLED_SECONDS,
    Latest,
    Look,
    decide,
    give_up_lost_runs,
)
from pipelines.settings import Settings
from pipelines.state.lock import refresh_lock

NOW = 1_700_000_000.0
MADE_FROM_A = Latest("r1", "published", frozenset("a"))


def entry(name: str, age: float) -> FileEntry:
    changed = int((NOW - age) * 1e9)
    return FileEntry(name, 100, changed, changed_ns=changed)


def test_a_raw_folder_as_refreshed_starts_nothing_and_says_so() -> None:
    look, reason = decide({"a": entry("a", 500)}, MADE_FROM_A, Look(), NOW)
    assert reason is not None
    assert "Nothing new" in reason
    assert look.waiting_since == 0


@pytest.mark.parametrize("now_there", [{"a": 500, "b": 60}, {}], ids=["arrived", "removed"])
def test_what_arrived_or_was_removed_starts_one_refresh(now_there: dict[str, float]) -> None:
    entries = {name: entry(name, age) for name, age in now_there.items()}
    look, reason = decide(entries, MADE_FROM_A, Look(), NOW)
    assert reason is None
    _, again = decide(entries, MADE_FROM_A, Look.parse(look.dump()), NOW + 15)
    assert again is not None


def test_a_file_that_may_still_be_written_waits_until_it_rests() -> None:
    entries = {"a": entry("a", 500), "b": entry("b", 1)}
    look, reason = decide(entries, MADE_FROM_A, Look(), NOW)
    assert reason is not None
    assert "may still be written to" in reason
    _, later = decide(entries, MADE_FROM_A, look, NOW + SETTLED_SECONDS)
    assert later is None


def test_files_that_keep_coming_do_not_hold_the_others_back_for_ever() -> None:
    look = Look()
    for step in range(0, LONGEST_WAIT_SECONDS + 15, 15):
        # Every look finds one more file that was written a second before.
        entries = {f"{n}": entry(f"{n}", 1 - n) for n in range(0, step + 1, 15)}
        look, reason = decide(entries, Latest(), look, NOW + step)
    assert reason is None


def test_a_file_dated_in_the_future_is_not_waited_for() -> None:
    _, reason = decide({"a": entry("a", -5000)}, Latest(), Look(), NOW)
    assert reason is None


def test_a_file_that_came_and_went_while_a_refresh_read_it_starts_another_one() -> None:
    """The listing is again the one that the last refresh was started for, but not the one that it worked on."""
    look, _ = decide({"a": entry("a", 500)}, Latest(), Look(), NOW)
    saw_more = Latest("r2", "published", frozenset({"a", "b"}))
    _, reason = decide({"a": entry("a", 530)}, saw_more, look, NOW + 30)
    assert reason is None


@pytest.mark.parametrize("latest", [Latest(), Latest("r1", "interrupted")], ids=["never began", "killed"])
def test_a_refresh_that_was_cut_off_is_started_again_later_and_later_but_not_for_ever(latest: Latest) -> None:
    entries = {"a": entry("a", 500)}
    look, _ = decide(entries, Latest(), Look(), NOW)
    now, started = NOW, 0
    for _ in range(1000):
        now += 15
        look, reason = decide(entries, latest, Look.parse(look.dump()), now)
        started += reason is None
    assert started == len(RETRY_AFTER_SECONDS)
    assert reason is not None
    assert "by hand" in reason
    assert now - NOW > sum(RETRY_AFTER_SECONDS)


def test_a_refresh_that_failed_is_not_started_again_for_the_same_files() -> None:
    entries = {"a": entry("a", 500)}
    look, _ = decide(entries, Latest(), Look(), NOW)
    _, reason = decide(entries, Latest("r1", "failed"), look, NOW + 5000)
    assert reason is not None
    assert "failed" in reason


def test_a_run_whose_process_is_gone_is_given_up_once_nobody_holds_the_warehouse(tmp_path: Path) -> None:
    settings = Settings(raw_dir=tmp_path / "raw", warehouse=tmp_path / "w.duckdb")
    settings.state_dir.mkdir()
    with dg.DagsterInstance.ephemeral() as instance:
        run = dg.DagsterRun(job_name="refresh", status=dg.DagsterRunStatus.STARTED)
        instance.add_run(run)
        now = instance.get_run_records()[0].create_timestamp.timestamp()
        with refresh_lock(settings.state_dir):
            # Another process would hold it: flock is per open file.
            assert give_up_lost_runs(instance, settings, now + 2 * LOST_AFTER_SECONDS) == 0
        assert give_up_lost_runs(instance, settings, now + 1) == 0
        assert give_up_lost_runs(instance, settings, now + 2 * LOST_AFTER_SECONDS) == 1
        ended = instance.get_run_by_id(run.run_id)
        assert ended is not None
        assert ended.status == dg.DagsterRunStatus.FAILURE


@pytest.mark.parametrize("cursor", [None, "", "x", "[]", '{"seen": 3}'])
def test_a_cursor_that_cannot_be_read_is_a_first_look(cursor: str | None) -> None:
    assert Look.parse(cursor) == Look()
