"""Scores a warehouse against answers: what was found, missed and invented, and how right the details are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal

import duckdb

from pipelines.evaluation.gold import Across, Gold, GoldFolder
from pipelines.evaluation.similarity import THRESHOLDS, Answer, Row, attributes, similarity, token_f1

TABLES = ("plans", "pillars", "actors", "figures", "events")
CERTAIN = 0.9  # the confidence from which nine rows in ten must be right
_KEYS = {table: f"{table[:-1]}_id" for table in TABLES}
_DATE_SIZE = {"day": 10, "month": 7, "year": 4}

Verdict = Literal["missed", "invented", "wrong", "left in", "lost", "not merged", "wrongly merged", "no article"]


@dataclass
class Ratio:
    """So many right of so many."""

    right: int = 0
    total: int = 0

    def add(self, ok: bool) -> None:
        """Count one more."""
        self.right += ok
        self.total += 1

    @property
    def share(self) -> float:
        """Right over total, 1 where there was nothing to get right."""
        return self.right / self.total if self.total else 1.0


@dataclass
class Tally:
    """True positives, false positives and false negatives."""

    found: int = 0
    invented: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the rows that are in the answers."""
        return self.found / (self.found + self.invented) if self.found + self.invented else 0.0

    @property
    def recall(self) -> float:
        """Share of the answers that are in the rows."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Finding:
    """One thing that isn't as the answers have it; `quote` is the evidence of an invented or wrong row."""

    article: str
    table: str
    verdict: Verdict
    what: str
    quote: str = ""


@dataclass
class Report:
    """The scores of one or more folders."""

    tables: dict[str, Tally] = field(default_factory=lambda: {t: Tally() for t in TABLES})
    merged: Tally = field(default_factory=Tally)
    attributes: dict[str, Ratio] = field(default_factory=lambda: defaultdict(Ratio))
    noise_cut: Ratio = field(default_factory=Ratio)
    text_kept: Ratio = field(default_factory=Ratio)
    certain: Ratio = field(default_factory=Ratio)
    findings: list[Finding] = field(default_factory=list)

    @property
    def mean_f1(self) -> float:
        """Mean F1 over the tables that have answers or rows."""
        scored = [t.f1 for t in self.tables.values() if t.found or t.invented or t.missed]
        return sum(scored) / len(scored) if scored else 1.0

    @property
    def attributes_right(self) -> float:
        """Share of right attributes among the matches."""
        return Ratio(
            sum(r.right for r in self.attributes.values()), sum(r.total for r in self.attributes.values())
        ).share


@dataclass(frozen=True)
class _Warehouse:
    article_of_file: dict[str, str]
    articles: dict[str, Row]
    found: dict[str, dict[str, dict[str, Row]]]  # article -> table -> entity -> row with its quotes there


def score(connection: duckdb.DuckDBPyConnection, folders: Iterable[GoldFolder]) -> Report:
    """Score the warehouse behind `connection`, which was refreshed from a raw folder with the folders' articles.

    A row belongs to an article where `mentions` says so, and is matched one to one with that article's answers.
    """
    warehouse = _load(connection)
    report = Report()
    for folder in folders:
        matched: dict[tuple[str, str, str], str] = {}
        for name, gold in folder.answers.items():
            _score_article(report, warehouse, name, gold, matched)
        if folder.across:
            _score_merging(report, folder.across, matched)
            _score_duplicates(report, folder.across, warehouse)
    return report


def _load(connection: duckdb.DuckDBPyConnection) -> _Warehouse:
    def rows(sql: str) -> list[Row]:
        cursor = connection.execute(sql)
        names = [d[0] for d in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    entities = {table: {r[_KEYS[table]]: r for r in rows(f"from {table}")} for table in TABLES}
    roles: dict[str, list[str]] = defaultdict(list)
    for row in rows("select actor_id, role from actor_roles order by all"):
        roles[row["actor_id"]].append(row["role"])
    for actor in entities["actors"].values():
        actor["roles"] = roles[actor["actor_id"]] + ([actor["role"]] if actor["role"] else [])
    for event in entities["events"].values():
        event["date"] = _day(event["date_start"], event["date_precision"])
    found: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: {t: {} for t in TABLES})
    for mention in rows("select * from mentions order by mention_id"):
        table = f"{mention['entity_type']}s"
        row = entities[table][mention["entity_id"]]
        here = found[mention["article_id"]][table].setdefault(
            mention["entity_id"], {**row, "aliases": row.get("aliases") or [], "quotes": [], "confidence": 0.0}
        )
        here["quotes"].append(mention["quote"])
        here["confidence"] = max(here["confidence"], mention["confidence"])
    files = {
        PurePosixPath(r["source_path"]).stem: r["article_id"] for r in rows("from article_files order by source_path")
    }
    return _Warehouse(files, {r["article_id"]: r for r in rows("from articles")}, found)


def _day(date: object, precision: str | None) -> str | None:
    return str(date)[: _DATE_SIZE[precision or "day"]] if date else None


def _score_article(
    report: Report, warehouse: _Warehouse, name: str, gold: Gold, matched: dict[tuple[str, str, str], str]
) -> None:
    article = warehouse.articles.get(warehouse.article_of_file.get(name, ""))
    if article is None:
        report.findings.append(Finding(name, "articles", "no article", f"{name}.txt"))
    _score_text(report, name, gold, article)
    for table in TABLES:
        answers: Sequence[Answer] = getattr(gold, table)
        rows = _rows(warehouse, article, table)
        pairs = _match(table, answers, rows)
        for i, answer in enumerate(answers):
            if i in pairs:
                report.tables[table].found += not answer.optional
                matched[table, name, answer.id or str(i)] = pairs[i]
            elif not answer.optional:
                report.tables[table].missed += 1
                report.findings.append(Finding(name, table, "missed", _title(answer)))
        for key, row in rows.items():
            is_right = key in pairs.values()
            if row["confidence"] >= CERTAIN:
                report.certain.add(is_right)
            if not is_right:
                report.tables[table].invented += 1
                report.findings.append(Finding(name, table, "invented", _row_title(row), row["quotes"][0]))
        _score_attributes(report, name, table, [(answers[i], rows[key]) for i, key in pairs.items()], matched)


def _rows(warehouse: _Warehouse, article: Row | None, table: str) -> dict[str, Row]:
    if article is None:
        return {}
    own = warehouse.found[article["article_id"]][table]
    return {**warehouse.found[article["duplicate_of"]][table], **own} if article["duplicate_of"] else own


def _match(table: str, answers: Sequence[Answer], rows: dict[str, Row]) -> dict[int, str]:
    """Pair answers with rows one to one, the most alike first."""
    alike = sorted((-similarity(answer, row), i, key) for i, answer in enumerate(answers) for key, row in rows.items())
    pairs: dict[int, str] = {}
    for negative, i, key in alike:
        if -negative >= THRESHOLDS[table] and i not in pairs and key not in pairs.values():
            pairs[i] = key
    return pairs


def _score_attributes(
    report: Report,
    name: str,
    table: str,
    pairs: list[tuple[Answer, Row]],
    matched: dict[tuple[str, str, str], str],
) -> None:
    for answer, row in pairs:
        for key, ok in attributes(answer, row, lambda t, local: matched.get((t, name, local))).items():
            report.attributes[f"{table}.{key}"].add(ok)
            if not ok:
                what = f"{key} of {_title(answer)}: {getattr(answer, key, None)!r} expected"
                report.findings.append(Finding(name, table, "wrong", what, row["quotes"][0]))


def _score_text(report: Report, name: str, gold: Gold, article: Row | None) -> None:
    body = " ".join((article or {"body": ""})["body"].split())
    for text in gold.noise:
        is_cut = bool(body) and " ".join(text.split()) not in body
        report.noise_cut.add(is_cut)
        if not is_cut:
            report.findings.append(Finding(name, "articles", "left in", text))
    for text in gold.keep:
        is_kept = " ".join(text.split()) in body
        report.text_kept.add(is_kept)
        if not is_kept:
            report.findings.append(Finding(name, "articles", "lost", text))
    if article is None:
        return
    published = _day(article["published_on"], article["published_precision"])
    stated: dict[str, tuple[Any, bool]] = {
        "language": (gold.article.language, gold.article.language == article["language"]),
        "published": (gold.article.published, gold.article.published == published),
        "title": (gold.article.title, token_f1(gold.article.title, article["title"]) >= 0.8),
    }
    for key, (value, ok) in stated.items():
        if value is not None:
            report.attributes[f"articles.{key}"].add(ok)
            if not ok:
                report.findings.append(Finding(name, "articles", "wrong", f"{key}: {value!r} expected"))


def _score_merging(report: Report, across: Across, matched: dict[tuple[str, str, str], str]) -> None:
    for table, groups in (("plans", across.same_plan), ("actors", across.same_actor), ("events", across.same_event)):
        group_of = {(table, article, local): n for n, group in enumerate(groups) for article, local in group}
        keys = [key for key in matched if key[0] == table]
        for i, left in enumerate(keys):
            for right in keys[i + 1 :]:
                if left[1] == right[1]:
                    continue
                is_one = left in group_of and group_of[left] == group_of.get(right)
                is_merged = matched[left] == matched[right]
                report.merged.found += is_one and is_merged
                report.merged.invented += is_merged and not is_one
                report.merged.missed += is_one and not is_merged
                if is_one != is_merged:
                    verdict: Verdict = "wrongly merged" if is_merged else "not merged"
                    report.findings.append(Finding(left[1], table, verdict, f"{left[2]} with {right[1]}/{right[2]}"))


def _score_duplicates(report: Report, across: Across, warehouse: _Warehouse) -> None:
    for pair in across.duplicates:
        ids = [warehouse.article_of_file.get(name) for name in pair]
        copies = {warehouse.articles[i]["duplicate_of"] for i in ids if i} - {None}
        ok = None not in ids and (ids[0] == ids[1] or not copies.isdisjoint(ids))
        report.attributes["articles.duplicate"].add(ok)
        if not ok:
            report.findings.append(Finding(pair[0], "articles", "not merged", f"copy {pair[1]}"))


def _title(answer: Answer) -> str:
    return str(getattr(answer, "text", None) or getattr(answer, "name", None) or getattr(answer, "label", ""))


def _row_title(row: Row) -> str:
    return str(row.get("text") or row.get("name") or row.get("label"))
