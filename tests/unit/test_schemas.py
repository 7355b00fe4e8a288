from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from pipelines.schema_outputs import create_statements, generated
from pipelines.schemas import LAKE, POLARS_TYPES, PUBLISHED, TABLES, Column, Table, published_table, table

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", sorted(generated()))
def test_generated_files_are_up_to_date(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == generated()[path], "run `make schemas`"


@pytest.mark.parametrize("declared", TABLES, ids=lambda t: f"{t.layer} {t.name}")
def test_duckdb_gets_from_polars_the_types_that_are_declared(declared: Table) -> None:
    with duckdb.connect() as connection:
        connection.register("frame", declared.empty().to_arrow())
        types = connection.execute("DESCRIBE FROM frame").fetchall()
    expected = [(c.name, c.type.replace("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE")) for c in declared.columns]
    assert [(row[0], row[1].replace('"', "")) for row in types] == expected


@pytest.mark.parametrize("declared", PUBLISHED, ids=lambda t: t.name)
def test_duckdb_refuses_what_the_declaration_excludes(declared: Table) -> None:
    with duckdb.connect() as connection:
        for statement in create_statements(declared):
            connection.execute(statement)
        required = next(c.name for c in declared.columns if c.is_required)
        others = {c.name: "DEFAULT" for c in declared.columns if c.name != required}
        with pytest.raises(duckdb.ConstraintException, match="NOT NULL"):
            connection.execute(
                f"INSERT INTO {declared.name} ({', '.join(others)}) VALUES ({', '.join(others.values())})"
            )


def test_what_dbt_reads_has_a_staging_model_that_lists_every_column() -> None:
    for declared in LAKE:
        sql = (ROOT / f"dbt_project/models/staging/stg_{declared.name}.sql").read_text(encoding="utf-8")
        listed = sql.split("listed as (")[1].split("from source")[0].split("select")[1]
        assert [name.strip() for name in listed.split(",")] == declared.column_names


def test_a_table_of_the_lake_is_told_from_the_published_one_of_its_name() -> None:
    assert table("article_files").layer == "lake"
    assert published_table("article_files").layer == "mart"


def test_a_type_that_polars_does_not_know_is_refused() -> None:
    assert "HUGEINT" not in POLARS_TYPES
    with pytest.raises(ValueError, match="no polars counterpart"):
        Column("n", "HUGEINT", "A count.")
