from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipelines.state import parts as parts_module
from pipelines.state.durable import remove_unfinished
from pipelines.state.parts import PartStore

SCHEMA = pl.Schema({"key": pl.String(), "word": pl.String()})


def store(folder: Path) -> PartStore:
    return PartStore(folder, "key", {"words": SCHEMA})


def frame(**words: str) -> dict[str, pl.DataFrame]:
    return {"words": pl.DataFrame({"key": list(words), "word": list(words.values())}, schema=SCHEMA)}


def keys(*names: str) -> pl.Series:
    return pl.Series("key", names, dtype=pl.String)


def test_a_key_without_rows_is_answered_too(tmp_path: Path) -> None:
    parts = store(tmp_path)
    parts.add(["a", "b"], frame(a="one"))
    assert parts.missing(keys("a", "b", "c")).to_list() == ["c"]
    assert parts.scan("words", keys("a", "b")).collect()["word"].to_list() == ["one"]


def test_rows_of_keys_that_are_not_asked_for_stay_out(tmp_path: Path) -> None:
    parts = store(tmp_path)
    parts.add(["a"], frame(a="one"))
    parts.add(["b"], frame(b="two"))
    assert parts.scan("words", keys("b", "c")).collect().rows() == [("b", "two")]
    assert parts.scan("words", keys()).collect().is_empty()


def test_a_key_that_two_parts_answer_for_comes_once(tmp_path: Path) -> None:
    parts = store(tmp_path)
    parts.add(["a"], frame(a="one"))
    parts.add(["a", "b"], frame(a="one", b="two"))
    assert sorted(parts.scan("words", keys("a", "b")).collect()["word"]) == ["one", "two"]


def test_a_part_cut_short_does_not_count_and_is_removed(tmp_path: Path) -> None:
    parts = store(tmp_path)
    parts.add(["a"], frame(a="one"))
    (part,) = tmp_path.iterdir()
    part.rename(tmp_path / f".unfinished-{part.name}")
    assert store(tmp_path).missing(keys("a")).to_list() == ["a"]
    assert remove_unfinished(tmp_path) == 1
    assert list(tmp_path.iterdir()) == []


def test_many_parts_become_one_with_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "MAX_PARTS", 3)
    parts = store(tmp_path)
    for name in "abcde":
        parts.add([name], frame(**{name: name.upper()}))
    live = keys(*"abcd")
    before = parts.scan("words", live).collect().sort("key")
    parts.compact(live)
    assert len(list(tmp_path.iterdir())) == 1
    assert parts.scan("words", live).collect().sort("key").equals(before)
    assert parts.missing(keys("e")).to_list() == ["e"]
