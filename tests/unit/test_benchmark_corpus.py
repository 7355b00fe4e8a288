"""The corpus that speed is measured on is the same for everybody, and like what a press archive holds."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

from benchmarks.corpus import SOURCES, articles, write_corpus
from pipelines.ingest import Limits, read_file, scan


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_corpus(tmp_path / name, 40)
    files = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*.*"))
    assert len(files) == 40
    assert {f.suffix for f in files} == {".txt", ".html", ".json"}
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_every_file_is_an_article_that_ingest_reads(tmp_path: Path) -> None:
    write_corpus(tmp_path, 30)
    outcomes = [read_file(tmp_path, entry, Limits()) for entry in scan(tmp_path)]
    assert [len(o.articles) for o in outcomes] == [1] * 30


def test_no_two_articles_are_alike_and_none_is_a_source() -> None:
    made = ["\n".join(a.lines) for a in articles(300)]
    assert len(set(made)) == 300
    sources = {p.read_text(encoding="utf-8") for p in SOURCES.glob("*.txt")}
    assert not sources & set(made)


def test_articles_have_the_size_that_speed_is_told_for() -> None:
    made = list(articles(300))
    assert 2_000 < mean(len("\n".join(a.lines)) for a in made) < 2_600
    assert {a.language for a in made} == {"fr", "en"}


def test_another_seed_gives_other_articles() -> None:
    assert [a.title for a in articles(5, seed=1)] != [a.title for a in articles(5, seed=2)]
