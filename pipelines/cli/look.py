"""Commands that look at the published warehouse, never at the build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.errors import ConfigurationError
from pipelines.ingest import scan
from pipelines.schemas import ENTITY_TYPES, PUBLISHED, published_table
from pipelines.settings import Settings, checkout
from pipelines.state.folder import StateFolder
from pipelines.state.lock import holder
from pipelines.warehouse.publish import count_rows, open_read_only, versions

_DAGSTER_YAML = "telemetry:\n  enabled: false\nconcurrency:\n  runs:\n    max_concurrent_runs: 1\n"


def show_status(settings: Settings) -> None:
    """Print where things are, how fresh the warehouse is and what a refresh would do."""
    console = Console(highlight=False)
    console.print(Text(f"Raw folder  {settings.raw_dir}"))
    console.print(Text(f"Warehouse   {settings.warehouse}"))
    if busy := holder(settings.state_dir):
        console.print(f"A refresh is at work ({busy}).")
    with open_read_only(settings.warehouse) as connection:
        last = connection.execute(
            "SELECT finished_at FROM refreshes WHERE outcome = 'published' ORDER BY started_at DESC LIMIT 1"
        ).fetchone()
        counts = {t.name: count_rows(connection, t.name) for t in PUBLISHED}
        known = {row[0] for row in connection.execute(_ALL_PATHS).fetchall()}
    console.print(f"Published   {last[0]:%Y-%m-%d %H:%M:%S %Z}" if last else "Published   by an unknown refresh")
    present = {entry.source_path for entry in scan(settings.raw_dir)} if settings.raw_dir.is_dir() else set()
    console.print(f"Files       {len(present - known)} not yet read, {len(known - present)} gone since")
    console.print(f"Versions    {len(versions(StateFolder(settings.state_dir)))} earlier ones kept")
    _print_rows(console, ["table", "rows"], [(name, f"{n:,}") for name, n in counts.items()])


_ALL_PATHS = "SELECT source_path FROM article_files UNION SELECT source_path FROM rejected_articles"


def run_query(settings: Settings, sql: str, *, as_csv: bool) -> None:
    """Print the result of a query on the published file.

    Raises:
        ConfigurationError: the query isn't valid.
    """
    with open_read_only(settings.warehouse) as connection:
        # Only the warehouse is to be read: not other files, not extensions from the network.
        connection.execute("SET enable_external_access = false")
        connection.execute("SET TimeZone = 'UTC'")
        try:
            result = connection.sql(sql)
        except duckdb.Error as error:
            raise ConfigurationError(f"The query can't be run: {error}") from None
        if not result:  # a statement without rows
            return
        columns, rows = result.columns, result.fetchall()
    if as_csv:
        _print_csv(columns, rows)
    else:
        _print_rows(Console(highlight=False), columns, rows)


def show_entity(settings: Settings, entity_id: str) -> None:
    """Print a row of plans, pillars, actors, figures or events, or an article, with its evidence.

    Raises:
        ConfigurationError: no table has such a key.
    """
    console = Console(highlight=False)
    with open_read_only(settings.warehouse) as connection:
        for name in (*(f"{kind}s" for kind in ENTITY_TYPES), "articles"):
            key = published_table(name).key[0]
            cursor = connection.execute(f"SELECT * FROM {name} WHERE {key} = ?", [entity_id])
            columns = [c[0] for c in cursor.description]
            row = cursor.fetchone()
            if row:
                _print_rows(console, [name, ""], [(c, _cell(v)) for c, v in zip(columns, row, strict=True)])
                _print_evidence(console, connection, entity_id)
                return
    raise ConfigurationError(f"No plan, pillar, actor, figure, event or article has the key {entity_id!r}.")


def make_dagster_home(settings: Settings) -> Path:
    """The folder of Dagster's runs for this warehouse, with its configuration."""
    home = StateFolder(settings.state_dir).dagster
    home.mkdir(parents=True, exist_ok=True)
    root = checkout()
    shipped = (root / "dagster.yaml").read_text(encoding="utf-8") if root else _DAGSTER_YAML
    (home / "dagster.yaml").write_text(shipped, encoding="utf-8")
    return home


def _print_evidence(console: Console, connection: duckdb.DuckDBPyConnection, entity_id: str) -> None:
    mentions = connection.execute(
        """
        SELECT articles.source_path, mentions.char_start, mentions.quote, mentions.sentence, mentions.confidence
        FROM mentions JOIN articles USING (article_id)
        WHERE mentions.entity_id = ?
        ORDER BY articles.source_path, mentions.char_start
        """,
        [entity_id],
    ).fetchall()
    for path, start, quote, sentence, confidence in mentions:
        before, _, after = sentence.partition(quote)
        console.print(Text(f"{path} at {start}, confidence {confidence:.2f}", style="dim"))
        console.print(Text.assemble("  ", before, (quote, "bold"), after))


def _print_rows(console: Console, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    console.print(table)


def _print_csv(columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)
