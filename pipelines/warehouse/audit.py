"""What a failed audit says: which check, which rows, which articles, and where the refused build is kept."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipelines.state.folder import StateFolder

_SHOWN_ROWS = 5


@dataclass(frozen=True, slots=True)
class FailedCheck:
    """A dbt test that failed, or a model that broke its contract.

    Attributes:
        rows: a few of the failing rows.
        articles: article_id of those rows that have one.
    """

    name: str
    meaning: str
    message: str
    n_rows: int
    rows: tuple[dict[str, Any], ...]
    articles: tuple[str, ...]

    def __str__(self) -> str:
        lines = [f"{self.name}: {self.meaning or self.message} ({self.n_rows} rows)"]
        lines += [f"  {json.dumps(row, ensure_ascii=False, default=str)[:400]}" for row in self.rows]
        if self.articles:
            lines.append(f"  articles: {', '.join(self.articles)}")
        return "\n".join(lines)


def audit_failure(state: StateFolder, run_folder: Path) -> str:
    """Keep the refused build for inspection; returns what failed, in words."""
    failed = failed_checks(run_folder, state.build)
    kept = keep_failed_build(state, run_folder)
    told = "\n".join(map(str, failed)) or "dbt could not build the models."
    return f"The new state was refused and nothing was published.\n{told}\nThe refused build is {kept}."


def failed_checks(run_folder: Path, build: Path) -> list[FailedCheck]:
    """The checks that a run of dbt failed, with some of their rows."""
    results = run_folder / "run_results.json"
    if not results.exists():
        return []
    manifest = json.loads((run_folder / "manifest.json").read_text(encoding="utf-8"))
    found = json.loads(results.read_text(encoding="utf-8"))["results"]
    with duckdb.connect(build, read_only=True) as connection:
        return [
            _failed(connection, result, manifest["nodes"][result["unique_id"]])
            for result in found
            if result["status"] in {"fail", "error"}
        ]


def keep_failed_build(state: StateFolder, run_folder: Path) -> Path:
    """Put the refused build and dbt's logs where the next refresh leaves them alone; returns the database's path.

    All that dbt made is in it; its schema `lake` shows the Parquet tables of the last refresh.
    """
    shutil.rmtree(state.failed, ignore_errors=True)
    state.failed.mkdir(parents=True)
    shutil.copy(state.build, state.failed / state.build.name)
    for name in ("run_results.json", "dbt.log"):
        if (run_folder / name).exists():
            shutil.copy(run_folder / name, state.failed / name)
    return state.failed / state.build.name


def _failed(connection: duckdb.DuckDBPyConnection, result: dict[str, Any], node: dict[str, Any]) -> FailedCheck:
    rows: list[dict[str, Any]] = []
    articles: list[str] = []
    if result["status"] == "fail" and result.get("compiled_code"):
        cursor = connection.execute(result["compiled_code"])
        columns = [column[0] for column in cursor.description]
        failing = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        rows = failing[:_SHOWN_ROWS]
        articles = sorted({str(row["article_id"]) for row in failing if row.get("article_id")})[:_SHOWN_ROWS]
    return FailedCheck(
        name=node["name"],
        meaning=node.get("description") or "",
        message=str(result.get("message") or ""),
        n_rows=int(result.get("failures") or 0),
        rows=tuple(rows),
        articles=tuple(articles),
    )
