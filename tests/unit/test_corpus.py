"""The shipped articles with answers are what `tests/corpus/README.md` says: answers point at words of the article."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from babel import Locale

from pipelines.extract import records

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(path.with_suffix("") for path in CORPUS.glob("*/[!_]*.yaml"))
TABLES = ("plans", "pillars", "actors", "figures", "events")

every_article = pytest.mark.parametrize("stem", ARTICLES, ids=lambda stem: f"{stem.parent.name}/{stem.name}")
every_set = pytest.mark.parametrize("folder", sorted({stem.parent for stem in ARTICLES}), ids=lambda path: path.name)


@cache
def answers(stem: Path) -> dict[str, Any]:
    """The answers of one article."""
    gold: dict[str, Any] = yaml.safe_load(stem.with_suffix(".yaml").read_text(encoding="utf-8"))
    return gold


@cache
def words_of(stem: Path) -> str:
    """The article with runs of white space (no-break spaces included) made one space."""
    return " ".join(stem.with_suffix(".txt").read_text(encoding="utf-8").split())


def is_date(value: object) -> bool:
    """Whether a date is written YYYY, YYYY-MM or YYYY-MM-DD and exists."""
    text = str(value)
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return False
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])  # a year or month exists if its first day does
    except ValueError:
        return False
    return True


def weekday_claims(text: str, language: str) -> list[tuple[str, dt.date]]:
    """Weekdays written beside a full date ("mardi 4 mars 2025", "Tuesday, March 4, 2025"), with that date."""
    locale = Locale(language)
    days = {name.lower(): index for index, name in locale.days["format"]["wide"].items()}
    months = {name.lower(): number for number, name in locale.months["format"]["wide"].items()}
    day, month = "|".join(days), "|".join(months)
    orders = (
        rf"\b({day}),? (?P<d>\d{{1,2}})(?:er|st|nd|rd|th)? (?P<m>{month}),? (?P<y>\d{{4}})",
        rf"\b({day}),? (?P<m>{month}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})",
    )
    return [
        (match[1], dt.date(int(match["y"]), months[match["m"]], int(match["d"])))
        for pattern in orders
        for match in re.finditer(pattern, text.lower())
    ]


def test_each_set_has_articles_in_both_languages() -> None:
    languages = {(stem.parent.name, answers(stem)["article"]["language"]) for stem in ARTICLES}
    assert languages == {(name, language) for name in ("dev", "heldout") for language in ("fr", "en")}


@every_set
def test_every_article_has_answers_and_every_answer_an_article(folder: Path) -> None:
    assert {p.stem for p in folder.glob("*.txt")} == {p.stem for p in folder.glob("[!_]*.yaml")}


@every_article
def test_answers_are_words_of_the_article(stem: Path) -> None:
    gold, text = answers(stem), words_of(stem)
    wanted = [name for plan in gold["plans"] for name in (plan["name"], *plan["aliases"])]
    wanted += [pillar["label"] for pillar in gold["pillars"]]
    wanted += [
        actor[key] for actor in gold["actors"] for key in ("name", "acronym", "role", "organisation") if actor[key]
    ]
    missing = [phrase for phrase in wanted if phrase.lower() not in text.lower()]
    exact = [figure["text"] for figure in gold["figures"]] + gold["keep"] + gold["noise"]
    missing += [phrase for phrase in exact if " ".join(phrase.split()) not in text]
    assert missing == []


@every_article
def test_every_event_is_told_in_the_words_of_the_article(stem: Path) -> None:
    text = words_of(stem).lower()
    for event in answers(stem)["events"]:
        name_words = re.findall(r"\w{4,}", event["name"].lower())
        known = [word for word in name_words if word[:5] in text]
        assert len(known) >= 0.7 * len(name_words), event["name"]


@every_article
def test_values_are_ones_that_the_warehouse_knows(stem: Path) -> None:
    gold = answers(stem)
    allowed = {
        "plans": {"kind": records.PlanKind, "status": records.PlanStatus},
        "pillars": {"kind": records.PillarKind},
        "actors": {"kind": records.ActorKind},
        "figures": {"qualifier": records.Qualifier},
        "events": {"kind": records.EventKind},
    }
    wrong = [
        (table, key, row[key])
        for table, keys in allowed.items()
        for row in gold[table]
        for key, values in keys.items()
        if row[key] is not None and row[key] not in get_args(values)
    ]
    wrong += [
        ("figures", "unit", row) for row in gold["figures"] if not re.fullmatch(r"[A-Za-z0-9/\d.²³-]+", row["unit"])
    ]
    wrong += [("events", "date", row) for row in gold["events"] if row["date"] is not None and not is_date(row["date"])]
    assert wrong == []


@every_article
def test_references_between_rows_resolve(stem: Path) -> None:
    gold = answers(stem)
    ids = {table: [row["id"] for row in gold[table]] for table in ("plans", "pillars", "actors")}
    assert all(len(set(known)) == len(known) for known in ids.values())
    plans = [row["plan"] for table in ("pillars", "figures", "events") for row in gold[table] if row["plan"]]
    assert set(plans) <= set(ids["plans"])
    assert {row["parent"] for row in gold["pillars"] if row["parent"]} <= set(ids["pillars"])
    assert {actor for row in gold["events"] for actor in row["participants"]} <= set(ids["actors"])


@every_article
def test_siblings_are_numbered_from_one(stem: Path) -> None:
    ranks: dict[tuple[object, ...], list[int]] = {}
    for row in answers(stem)["pillars"]:
        ranks.setdefault((row["plan"], row["parent"], row["kind"]), []).append(row["position"])
    assert all(found == list(range(1, len(found) + 1)) for found in ranks.values())


@every_article
def test_a_weekday_beside_a_date_is_the_true_one(stem: Path) -> None:
    language = answers(stem)["article"]["language"]
    days = Locale(language).days["format"]["wide"]
    for weekday, date in weekday_claims(words_of(stem), language):
        assert weekday == days[date.weekday()].lower(), date


@every_set
def test_rows_said_to_be_the_same_exist(folder: Path) -> None:
    groups = yaml.safe_load((folder / "_across.yaml").read_text(encoding="utf-8"))
    for kind in ("plan", "actor", "event"):
        for members in groups[f"same_{kind}"]:
            for name, local in members:
                rows = answers(folder / name)[f"{kind}s"]
                assert local in {row.get("id", index) for index, row in enumerate(rows)}
    assert all((folder / f"{name}.txt").exists() for pair in groups["duplicates"] for name in pair)
