"""The whole pipeline on a small corpus: what an analyst finds, and what a second refresh leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.errors import AuditFailed, ConfigurationError, WarehouseBusy
from pipelines.extract import engine
from pipelines.extract.dates import DateMention
from pipelines.extract.document import Document
from pipelines.schemas import PUBLISHED
from pipelines.state.lock import refresh_lock
from tests.conftest import Place, place_at


def test_every_file_is_behind_an_article_or_a_rejection(refreshed: Place) -> None:
    files = {str(p.relative_to(refreshed.raw)) for p in refreshed.raw.rglob("*") if p.is_file()}
    told = refreshed.query("SELECT source_path FROM article_files UNION SELECT source_path FROM rejected_articles")
    assert {row[0] for row in told} == files
    assert refreshed.query("SELECT source_path, part, reason FROM rejected_articles ORDER BY ALL") == [
        ("feed.jsonl.gz", "L2", "malformed"),
        ("feed.jsonl.gz", "L3", "no_text"),
        ("scan.pdf.txt", None, "binary"),
        ("vide.txt", None, "empty"),
    ]


def test_articles_carry_what_files_tell_of_them(refreshed: Place) -> None:
    rows = refreshed.query("SELECT source_path, language, CAST(published_on AS VARCHAR) FROM articles ORDER BY ALL")
    assert rows == [
        ("abeilles.html", "fr", "2023-11-02"),
        ("feed.jsonl.gz", "en", "2024-03-15"),
        ("presse/eau.txt", "fr", "2024-03-14"),
    ]
    files = refreshed.query("SELECT count(*) FROM article_files WHERE source_path LIKE 'presse/%' GROUP BY article_id")
    assert files == [(2,)]


def test_a_plan_named_in_two_languages_is_one_row(refreshed: Place) -> None:
    plans = refreshed.query("SELECT name, horizon_year, n_articles FROM plans WHERE name ILIKE '%Horizon Eau 2032%'")
    assert [(horizon, n) for _, horizon, n in plans] == [(2032, 2)]
    actors = refreshed.query("SELECT kind, n_articles FROM actors WHERE name = 'Kossi Amétépé'")
    assert actors == [("person", 2)]
    budgets = refreshed.query("SELECT value, unit FROM figures WHERE unit = 'EUR' ORDER BY value DESC")
    assert (480e6, "EUR") in budgets


def test_quotes_are_slices_of_their_bodies_by_code_point(refreshed: Place) -> None:
    mentions = refreshed.query(
        "SELECT body, char_start, char_end, quote FROM mentions JOIN articles USING (article_id)"
    )
    assert len(mentions) > 10
    assert all(body[start:end] == quote for body, start, end, quote in mentions)


def test_every_row_has_a_mention_and_no_mention_points_at_nothing(refreshed: Place) -> None:
    for kind in ("plan", "pillar", "actor", "figure", "event"):
        rows = {row[0] for row in refreshed.query(f"SELECT {kind}_id FROM {kind}s")}
        mentioned = {row[0] for row in refreshed.query(f"SELECT entity_id FROM mentions WHERE entity_type = '{kind}'")}
        assert rows == mentioned, kind


def test_the_published_file_is_what_the_schemas_declare_and_nothing_else(refreshed: Place) -> None:
    tables = refreshed.query("SELECT schema_name, table_name, comment FROM duckdb_tables() ORDER BY table_name")
    assert tables == [("main", t.name, t.grain) for t in sorted(PUBLISHED, key=lambda t: t.name)]
    for table in PUBLISHED:
        columns = refreshed.query(
            f"SELECT column_name, comment, is_nullable FROM duckdb_columns() WHERE table_name = '{table.name}'"
        )
        assert columns == [(c.name, c.meaning, not c.is_required) for c in table.columns]
    assert refreshed.query("SELECT count(*) FROM duckdb_views() WHERE NOT internal") == [(0,)]


def test_a_second_refresh_reads_nothing_and_changes_no_row(copied: Place) -> None:
    before = copied.rows()
    # What a copy changes of the files (ctime) is what an edit would: bring the state up to date first.
    copied.refresh()
    copied.refresh()
    assert copied.rows() == before
    assert copied.query("SELECT n_extracted, n_new_articles FROM refreshes ORDER BY started_at") == [
        (3, 3),
        (0, 0),
        (0, 0),
    ]


def test_a_full_refresh_gives_the_same_rows(copied: Place) -> None:
    before = copied.rows()
    copied.refresh(is_full=True)
    assert copied.rows() == before
    assert copied.query("SELECT n_extracted, is_full FROM refreshes ORDER BY started_at DESC LIMIT 1") == [(3, True)]


def test_replaced_and_removed_files_leave_no_stale_row(copied: Place, tmp_path: Path) -> None:
    (copied.raw / "abeilles.html").unlink()
    (copied.raw / "vide.txt").write_text(
        "Le conseil adopte la stratégie Lumière 2040, a dit le maire.", encoding="utf-8"
    )
    copied.refresh()
    fresh = place_at(tmp_path / "fresh")
    (tmp_path / "fresh").mkdir()
    copied.raw.rename(fresh.raw)
    fresh.refresh()
    assert _without_times(copied) == _without_times(fresh)
    assert "abeilles.html" not in {row[0] for row in fresh.query("SELECT source_path FROM article_files")}


def _without_times(place: Place) -> dict[str, list[tuple[object, ...]]]:
    tables = place.rows()
    tables["articles"] = place.query("SELECT * EXCLUDE (ingested_at) FROM articles ORDER BY ALL")
    tables["rejected_articles"] = place.query("SELECT * EXCLUDE (seen_at) FROM rejected_articles ORDER BY ALL")
    return tables


def test_publishing_leaves_open_readers_alone_and_no_log_behind(copied: Place) -> None:
    warehouse = copied.settings.warehouse
    stale = warehouse.with_name(warehouse.name + ".wal")
    with duckdb.connect(warehouse, read_only=True) as reader:
        before = reader.execute("SELECT count(*) FROM refreshes").fetchone()
        stale.write_bytes(b"left by a program that died")
        copied.refresh()
        assert reader.execute("SELECT count(*) FROM refreshes").fetchone() == before
    assert not stale.exists()
    assert copied.query("SELECT count(*) FROM refreshes") == [(2,)]


def test_a_refused_state_is_not_published_and_told_by_check_row_and_article(
    copied: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.steps import resolution

    whole = resolution.resolve

    def without_one_actor(extracted: dict[str, pl.DataFrame], articles: pl.DataFrame) -> pl.DataFrame:
        entities = whole(extracted, articles)
        lost = entities.filter(pl.col("entity_type") == "actor").head(1)
        return entities.join(lost, on=entities.columns, how="anti")

    monkeypatch.setattr(resolution, "resolve", without_one_actor)
    before = copied.settings.warehouse.read_bytes()
    with pytest.raises(AuditFailed) as refusal:
        copied.refresh()
    assert copied.settings.warehouse.read_bytes() == before
    assert "assert_every_extracted_entity_is_resolved" in str(refusal.value)
    article_ids = {row[0] for row in copied.query("SELECT article_id FROM articles")}
    assert any(article_id in str(refusal.value) for article_id in article_ids)
    assert (copied.state.failed / "planwatch.duckdb").exists()

    monkeypatch.undo()
    copied.refresh()
    outcomes = copied.query("SELECT outcome FROM refreshes ORDER BY started_at")
    assert outcomes == [("published",), ("failed",), ("published",)]


def test_a_second_refresh_at_the_same_time_leaves_with_a_message(copied: Place) -> None:
    with refresh_lock(copied.settings.state_dir), pytest.raises(WarehouseBusy, match="Another refresh"):
        copied.refresh()


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda place: place.raw.rename(place.raw.with_name("elsewhere")), "raw folder .* isn't there"),
        (lambda place: place.settings.warehouse.write_bytes(b"not a database" * 1000), "can't be opened"),
        (lambda place: _other_database(place.settings.warehouse), "not one that planwatch made"),
    ],
    ids=["no raw folder", "not a database", "somebody else's database"],
)
def test_what_the_user_has_to_mend_is_one_sentence(copied: Place, break_it: object, told: str) -> None:
    break_it(copied)  # type: ignore[operator]
    with pytest.raises(ConfigurationError, match=told) as error:
        copied.refresh()
    assert "\n" not in str(error.value)


def _other_database(path: Path) -> None:
    path.unlink()
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a INTEGER)")


def test_an_article_that_extraction_fails_on_is_published_with_the_reason(
    copied: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    find_dates = engine.find_dates

    def stumbling(doc: Document) -> list[DateMention]:
        if "Ruches 2028" in doc.text:
            raise ValueError("too many bees")
        return find_dates(doc)

    monkeypatch.setattr(engine, "find_dates", stumbling)
    copied.refresh(is_full=True)
    assert copied.query(
        "SELECT source_path, reason, error FROM extraction_failures JOIN articles USING (article_id)"
    ) == [("abeilles.html", "error", "ValueError")]
    assert "not extracted abeilles.html: ValueError: too many bees" in capsys.readouterr().out
    assert copied.query("SELECT count(*) FROM plans WHERE name ILIKE '%Horizon Eau 2032%'") == [(1,)]
    checks = json.loads((copied.state.dbt / "run" / "run_results.json").read_text())["results"]
    status = {check["unique_id"].split(".")[2]: check["status"] for check in checks}
    assert status["assert_every_article_is_extracted"] == "warn"
