"""What changed between two published files, and why."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import MARTS, Table

# Column of a table whose mentions are the evidence of its rows; the others have an article_id or are about files.
_EVIDENCE = {
    "plans": "plan_id",
    "pillars": "pillar_id",
    "actors": "actor_id",
    "actor_roles": "actor_id",
    "figures": "figure_id",
    "events": "event_id",
    "event_participants": "event_id",
    "mentions": "entity_id",
}
DIFF_SCHEMA = pl.Schema({"table": pl.String, "change": pl.String, "cause": pl.String, "n_rows": pl.Int64})


def diff(old: Path, new: Path) -> pl.DataFrame:
    """Rows added, changed and gone per table (columns of `DIFF_SCHEMA`).

    The cause is `new article` where an article that the old file doesn't have names the row, `article gone` where
    one that the new file doesn't have did, `new extractor` where another version found it, else `matching`
    (the articles that name it were put together otherwise).
    """
    with duckdb.connect() as connection:
        for alias, path in (("old", old), ("new", new)):
            connection.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS {alias} (READ_ONLY)")
        connection.execute(_EVIDENCE_SQL)
        frames = [connection.execute(_table_sql(declared)).pl() for declared in MARTS]
    return pl.concat([pl.DataFrame(schema=DIFF_SCHEMA), *(frame.cast(DIFF_SCHEMA) for frame in frames)])


_EVIDENCE_SQL = """
CREATE TEMP TABLE evidence AS
WITH sides AS (
    SELECT entity_id, article_id, extractor, 'old' AS side FROM old.main.mentions
    UNION ALL
    SELECT entity_id, article_id, extractor, 'new' AS side FROM new.main.mentions
)
SELECT
    entity_id,
    bool_or(side = 'new' AND article_id NOT IN (SELECT article_id FROM old.main.articles)) AS has_new_article,
    bool_or(side = 'old' AND article_id NOT IN (SELECT article_id FROM new.main.articles)) AS has_gone_article,
    coalesce(list_sort(list(DISTINCT extractor) FILTER (side = 'old')), [])
        != coalesce(list_sort(list(DISTINCT extractor) FILTER (side = 'new')), []) AS has_other_extractor
FROM sides
GROUP BY entity_id
"""


def _table_sql(declared: Table) -> str:
    key = f"row({', '.join(declared.key)})"
    evidence = _EVIDENCE.get(declared.name, "NULL")
    side = f"SELECT {key} AS key, hash(t) AS content, {evidence} AS evidence FROM {{}}.main.{declared.name} AS t"
    return f"""
    WITH before AS ({side.format("old")}), after AS ({side.format("new")}), changes AS (
        SELECT
            CASE WHEN before.key IS NULL THEN 'added' WHEN after.key IS NULL THEN 'gone' ELSE 'changed' END AS change,
            coalesce(before.evidence, after.evidence) AS evidence
        FROM before FULL JOIN after ON before.key IS NOT DISTINCT FROM after.key
        WHERE before.content IS DISTINCT FROM after.content
    )
    SELECT
        '{declared.name}' AS "table",
        change,
        CASE
            WHEN evidence.has_new_article THEN 'new article'
            WHEN evidence.has_gone_article THEN 'article gone'
            WHEN evidence.has_other_extractor THEN 'new extractor'
            WHEN {"true" if declared.name in _EVIDENCE else "false"} THEN 'matching'
            WHEN change = 'gone' THEN 'file gone'
            ELSE 'new or changed file'
        END AS cause,
        count(*) AS n_rows
    FROM changes LEFT JOIN evidence ON changes.evidence = evidence.entity_id
    GROUP BY ALL
    ORDER BY change, cause
    """
