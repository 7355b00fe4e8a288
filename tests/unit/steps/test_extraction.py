"""Extraction as a step: what is kept, what is tried again, what a death costs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from pipelines.extract import engine
from pipelines.extract.dates import DateMention
from pipelines.extract.document import Document
from pipelines.schemas import EXTRACTION, table
from pipelines.state.folder import StateFolder
from pipelines.steps import extraction
from pipelines.steps.extraction import extract_new_articles

BODY = "Le ministre Kossi Amétépé a lancé le plan Horizon Eau {year}, doté de {year} millions d'euros."


@pytest.fixture
def state(tmp_path: Path) -> StateFolder:
    state = StateFolder(tmp_path)
    rows = [
        {
            "article_id": f"{n:020d}",
            "source_path": f"{n}.txt",
            "language": "fr",
            "title": None,
            "publisher": None,
            "published_on": None,
            "published_precision": None,
            "body": BODY.format(year=2030 + n),
            "duplicate_of": None,
            "ingested_at": dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        }
        for n in range(3)
    ]
    state.write("clean_articles", pl.DataFrame(rows, schema=table("clean_articles").polars_schema))
    return state


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor that raises on the second article."""
    find_dates = engine.find_dates

    def find(doc: Document) -> list[DateMention]:
        if "2031" in doc.text:
            raise ValueError("the year of failures")
        return find_dates(doc)

    monkeypatch.setattr(engine, "find_dates", find)


def test_a_failure_is_kept_and_told_until_the_extractor_changes(
    state: StateFolder, stumbling: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = extract_new_articles(state, 1)
    assert (summary.n_extracted, summary.n_failed) == (3, 1)
    failed = state.read("extraction_failures")
    assert failed.select("article_id", "reason", "error").rows() == [("00000000000000000001", "error", "ValueError")]
    assert state.read("extracted_plans")["article_id"].n_unique() == 2

    again = extract_new_articles(state, 1)
    assert (again.n_extracted, again.n_failed) == (0, 1)
    assert state.read("extraction_failures").equals(failed)

    monkeypatch.undo()
    monkeypatch.setattr(extraction, "fingerprint", lambda _: "next version")
    mended = extract_new_articles(state, 1)
    assert (mended.n_extracted, mended.n_failed) == (3, 0)
    assert state.read("extraction_failures").is_empty()


def test_what_could_not_be_reached_is_asked_again_by_the_next_refresh(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find(doc: Document) -> list[DateMention]:
        raise engine.ExtractorUnavailable("nobody at the other end")

    with monkeypatch.context() as away:
        away.setattr(engine, "find_dates", find)
        summary = extract_new_articles(state, 1)
    assert (summary.n_extracted, summary.n_failed) == (3, 3)
    assert state.read("extraction_failures")["reason"].to_list() == ["unavailable"] * 3

    again = extract_new_articles(state, 1)
    assert (again.n_extracted, again.n_failed) == (3, 0)
    assert state.read("extracted_plans")["article_id"].n_unique() == 3


def test_an_article_that_killed_its_process_is_a_failure_too(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(function: object, batches: object, workers: int, lost: object) -> object:
        for batch in batches:  # type: ignore[attr-defined]
            for row in batch:
                yield [row], lost(row)  # type: ignore[operator]

    monkeypatch.setattr(extraction, "map_batches", dying)
    assert extract_new_articles(state, 2).n_failed == 3
    assert set(state.read("extraction_failures")["reason"]) == {"process died"}


@pytest.mark.parametrize(("is_careful", "processes"), [(False, 1), (True, 2)])
def test_after_a_refresh_that_died_few_articles_leave_this_process_too(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch, is_careful: bool, processes: int
) -> None:
    asked: list[int] = []
    whole = extraction.map_batches

    def watching(function: object, batches: object, workers: int, lost: object) -> object:
        asked.append(workers)
        return whole(function, batches, 1, lost)  # type: ignore[arg-type]

    monkeypatch.setattr(extraction, "map_batches", watching)
    extract_new_articles(state, 2, is_careful=is_careful)
    assert asked == [processes]


def test_a_table_written_in_pieces_is_the_table_written_at_once(
    state: StateFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract_new_articles(state, 1)
    at_once = {name: state.read(name) for name in EXTRACTION}
    monkeypatch.setattr(extraction, "SORTED_ROWS", 2)
    extract_new_articles(state, 1)
    assert len(at_once["extracted_mentions"]) > 4
    for name, frame in at_once.items():
        assert state.read(name).equals(frame), name
