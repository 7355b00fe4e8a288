"""What follows from the tables' declarations: DuckDB's DDL, dbt's YAML, the data dictionary.

The YAML and the dictionary are committed, so that dbt and readers find them; `python -m
pipelines.schema_outputs` writes them anew and a test fails where they lag behind `pipelines.schemas`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from pipelines.schemas import LAKE, LOGS, MARTS, Column, Table

_NOTE = "Generated from pipelines/schemas.py by `make schemas`; change it there."
SOURCES_PATH = "dbt_project/models/staging/_lake__sources.yml"
MARTS_PATH = "dbt_project/models/marts/_marts__models.yml"
DICTIONARY_PATH = "docs/tables.md"


def create_statements(table: Table) -> list[str]:
    """SQL that creates `table` empty, with constraints and comments."""
    columns = [f'"{c.name}" {c.type}{" NOT NULL" if c.is_required else ""}' for c in table.columns]
    if has_primary_key(table):
        columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
    target = f'main."{table.name}"'
    return [
        f"CREATE TABLE {target} ({', '.join(columns)})",
        f"COMMENT ON TABLE {target} IS {literal(table.grain)}",
        *(f'COMMENT ON COLUMN {target}."{c.name}" IS {literal(c.meaning)}' for c in table.columns),
    ]


def has_primary_key(table: Table) -> bool:
    """Whether the key can be a primary key, that is, has no column that may be NULL."""
    return all(c.is_required for c in table.columns if c.name in table.key)


def dbt_sources() -> str:
    """`_lake__sources.yml`: the Parquet tables, as the schema `lake` of the build database shows them."""
    tables = [
        {
            "name": t.name,
            "description": t.grain,
            "config": {"meta": {"dagster": {"asset_key": ["build_database"]}}},
            "columns": [{"name": c.name, "description": _described(c), "data_type": c.type} for c in t.columns],
        }
        for t in LAKE
    ]
    source = {
        "name": "lake",
        "description": "What the Python steps hand over, as it is.",
        "schema": "lake",
        "tables": tables,
    }
    return _yaml({"version": 2, "sources": [source]})


def dbt_marts() -> str:
    """`_marts__models.yml`: contracts, constraints, tests and descriptions of the marts."""
    return _yaml({"version": 2, "models": [_mart(t) for t in MARTS]})


def data_dictionary() -> str:
    """`docs/tables.md`: what an analyst finds in the warehouse."""
    parts = [
        "# Tables of the warehouse",
        f"<!-- {_NOTE} -->",
        "All are in the schema `main`. Ids are stable text keys, timestamps are UTC, unknown is NULL.",
        "A list is a `VARCHAR[]`. The same texts are comments inside the file: `from duckdb_columns()`.",
    ]
    for table in (*MARTS, *LOGS):
        parts += [f"## {table.name}", f"{table.grain} Key: {', '.join(f'`{k}`' for k in table.key)}."]
        rows = [
            f"| `{c.name}` | {c.type} | {'no' if c.is_required else 'yes'} | {_described(c)} |" for c in table.columns
        ]
        parts.append("\n".join(["| column | type | may be NULL | meaning |", "| --- | --- | --- | --- |", *rows]))
        if table.rules:
            parts.append("\n".join(f"- `{r.name}`: {r.meaning}" for r in table.rules))
    return "\n\n".join(parts) + "\n"


def write_all(project_root: Path) -> None:
    """Write every generated file below the project's root."""
    for path, text in generated().items():
        (project_root / path).write_text(text, encoding="utf-8")


def generated() -> dict[str, str]:
    """Path below the project's root -> text of each generated file."""
    return {SOURCES_PATH: dbt_sources(), MARTS_PATH: dbt_marts(), DICTIONARY_PATH: data_dictionary()}


def _mart(table: Table) -> dict[str, Any]:
    model: dict[str, Any] = {
        "name": table.name,
        "description": table.grain,
        "config": {"contract": {"enforced": True}},
    }
    tests = [_rule_test(r.name, r.predicate, r.meaning) for r in table.rules]
    if len(table.key) > 1:
        name = f"unique_{table.name}_key"
        tests.insert(0, {"unique_combination": {"name": name, "arguments": {"columns": list(table.key)}}})
    if tests:
        model["data_tests"] = [_prefixed(test, table.name) for test in tests]
    model["columns"] = [_mart_column(table, c) for c in table.columns]
    return model


def _rule_test(name: str, predicate: str, meaning: str) -> dict[str, Any]:
    return {"expression_is_true": {"name": name, "description": meaning, "arguments": {"expression": predicate}}}


def _prefixed(test: dict[str, Any], table: str) -> dict[str, Any]:
    ((kind, options),) = test.items()
    name = options["name"]
    return {kind: {**options, "name": name if table in name else f"{table}_{name}"}}


def _mart_column(table: Table, column: Column) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": column.name, "data_type": column.type, "description": _described(column)}
    tests: list[Any] = []
    if column.is_required:
        entry["constraints"] = [{"type": "not_null"}]
    if table.key == (column.name,):
        entry["constraints"].append({"type": "primary_key"})
        tests += ["unique", "not_null"]
    if column.values:
        tests.append({"accepted_values": {"arguments": {"values": list(column.values)}}})
    if column.references:
        target, field = column.references.split(".")
        tests.append({"relationships": {"arguments": {"to": f"ref('{target}')", "field": field}}})
    if tests:
        entry["data_tests"] = tests
    return entry


def _described(column: Column) -> str:
    values = f" One of {', '.join(column.values)}." if column.values else ""
    return f"{column.meaning}{values}"


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _yaml(data: dict[str, Any]) -> str:
    body = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
    return f"# {_NOTE}\n{body}"


if __name__ == "__main__":
    write_all(Path(__file__).parent.parent)
