from __future__ import annotations

import pytest

from pipelines.ingest import FileEntry
from pipelines.sensors import LONGEST_WAIT_SECONDS, SETTLED_SECONDS, Look, decide

NOW = 1_700_000_000.0


def entry(name: str, age: float) -> FileEntry:
    changed = int((NOW - age) * 1e9)
    return FileEntry(name, 100, changed, changed_ns=changed)


def test_a_raw_folder_as_refreshed_starts_nothing_and_says_so() -> None:
    look, reason = decide({"a": entry("a", 500)}, frozenset("a"), Look(), NOW)
    assert reason is not None
    assert "Nothing new" in reason
    assert look.waiting_since == 0


@pytest.mark.parametrize("now_there", [{"a": 500, "b": 60}, {}], ids=["arrived", "removed"])
def test_what_arrived_or_was_removed_starts_one_refresh(now_there: dict[str, float]) -> None:
    entries = {name: entry(name, age) for name, age in now_there.items()}
    look, reason = decide(entries, frozenset("a"), Look(), NOW)
    assert reason is None
    _, again = decide(entries, frozenset("a"), Look.parse(look.dump()), NOW + 15)
    assert again is not None


def test_a_file_that_may_still_be_written_waits_until_it_rests() -> None:
    entries = {"a": entry("a", 500), "b": entry("b", 1)}
    look, reason = decide(entries, frozenset("a"), Look(), NOW)
    assert reason is not None
    assert "may still be written to" in reason
    _, later = decide(entries, frozenset("a"), look, NOW + SETTLED_SECONDS)
    assert later is None


def test_files_that_keep_coming_do_not_hold_the_others_back_for_ever() -> None:
    look = Look()
    for step in range(0, LONGEST_WAIT_SECONDS + 15, 15):
        # Every look finds one more file that was written a second before.
        entries = {f"{n}": entry(f"{n}", 1 - n) for n in range(0, step + 1, 15)}
        look, reason = decide(entries, frozenset(), look, NOW + step)
    assert reason is None


def test_a_file_dated_in_the_future_is_not_waited_for() -> None:
    _, reason = decide({"a": entry("a", -5000)}, frozenset(), Look(), NOW)
    assert reason is None


@pytest.mark.parametrize("cursor", [None, "", "x", "[]", '{"seen": 3}'])
def test_a_cursor_that_cannot_be_read_is_a_first_look(cursor: str | None) -> None:
    assert Look.parse(cursor) == Look()
