from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipelines.ingest import scan
from pipelines.steps import files
from pipelines.steps.files import read_and_clean

GOOD = "Le conseil a adopté mardi la stratégie Lumière 2040, doté de 30 millions d'euros."


def test_a_file_that_cleaning_fails_on_costs_itself_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = files.clean_batch

    def fails_on_some(raw: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        if raw["text"].str.contains("poison").any():
            raise ZeroDivisionError("a bug of ours\nwith more lines")
        return whole(raw)

    monkeypatch.setattr(files, "clean_batch", fails_on_some)
    for number in range(7):
        (tmp_path / f"{number}.txt").write_text(f"{GOOD} {number}" + " poison" * (number == 4), encoding="utf-8")
    entries = scan(tmp_path)
    cleaned, rejected = read_and_clean(tmp_path, entries)
    assert sorted(cleaned["source_path"]) == [f"{n}.txt" for n in range(7) if n != 4]
    assert rejected.select("source_path", "reason").rows() == [("4.txt", "failed")]
    assert "ZeroDivisionError: a bug of ours)" in rejected["detail"][0]
    assert rejected["file_key"].null_count() == 0


def test_a_disk_that_fails_is_not_the_files_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "clean_batch", full)
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    with pytest.raises(OSError, match="No space"):
        read_and_clean(tmp_path, scan(tmp_path))
