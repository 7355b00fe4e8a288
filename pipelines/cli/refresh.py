"""`planwatch refresh`: run Dagster's job in this process, show its progress, sum up."""

from __future__ import annotations

import contextlib
import io
import logging
import time
from dataclasses import dataclass, field
from typing import Any

import dagster as dg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from pipelines.definitions import build_definitions
from pipelines.errors import EXIT_WITH_REJECTIONS, find_known, root_cause
from pipelines.jobs import REFRESH_JOB
from pipelines.resources import Refresh, check_folders
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from pipelines.steps.progress import Progress as Listener

_STAGES = {
    "raw_files": "Read and clean new files",
    "clean": "Link copies",
    "extract": "Extract new articles",
    "resolved_entities": "Match across articles",
    "build_database": "Load",
    "dbt_build": "Model and audit",
    "published_warehouse": "Publish",
}
_SHOWN_REJECTIONS = 10
_SAMPLE_QUERY = "SELECT name, country, horizon_year, status, n_articles FROM plans ORDER BY n_articles DESC, name"


def run_refresh(settings: Settings, *, is_full: bool) -> int:
    """Refresh and print a summary; returns the exit code.

    Raises:
        PlanwatchError: whatever is the user's to mend.
    """
    check_folders(settings)
    console = Console(highlight=False)
    started = time.monotonic()
    with Display(console) as display:
        execute_refresh(settings, is_full=is_full, progress=display)
    return _sum_up(console, settings, time.monotonic() - started)


def execute_refresh(settings: Settings, *, is_full: bool = False, progress: Listener | None = None) -> None:
    """Run Dagster's job in this process, without its log on the terminal.

    Raises:
        PlanwatchError: whatever is the user's to mend.
    """
    definitions = build_definitions(settings, progress=progress)
    config = {
        "resources": {"refresh": {"config": {"is_full": is_full}}},
        "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
    }
    for name in ("dagster", "dagster-dbt"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # A folder that the state has anyway: one among the temporary files would outlive a killed refresh.
        folder = str(StateFolder(settings.state_dir).dagster)
        # What dbt prints stands in its log.
        with dg.DagsterInstance.ephemeral(folder) as instance, contextlib.redirect_stdout(io.StringIO()):
            definitions.resolve_job_def(REFRESH_JOB).execute_in_process(run_config=config, instance=instance)
    except Exception as error:  # noqa: BLE001 (raised again at once)
        # Dagster's frames around the error tell the user nothing.
        raise (find_known(error) or root_cause(error)) from None


@dataclass(slots=True)
class Display:
    """The steps' listener: bars on a terminal, a line per finished stage elsewhere."""

    console: Console
    _bars: Progress = field(init=False)
    _tasks: dict[str, TaskID] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._bars = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
            # Standard output is silenced for dbt; the bars go to the terminal all the same.
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def __enter__(self) -> Display:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def started(self, stage: str) -> None:
        """Open the stage's bar."""
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(_STAGES[stage], total=None)

    def total(self, stage: str, n: int) -> None:
        """Tell how long the bar is."""
        self._bars.update(self._tasks[stage], total=n)

    def advance(self, stage: str, n: int) -> None:
        """Fill the bar."""
        self._bars.advance(self._tasks[stage], n)

    def finished(self, stage: str, seconds: float) -> None:
        """Fill what is left of the bar."""
        task = self._bars.tasks[self._tasks[stage]]
        n = task.total if task.total is not None else max(1, int(task.completed))
        self._bars.update(task.id, total=n, completed=n)
        if not self.console.is_terminal:
            self.console.print(f"{_STAGES[stage]}: {seconds:.1f} s")


def _sum_up(console: Console, settings: Settings, seconds: float) -> int:
    summary = Refresh(settings).summary()
    articles, files = summary["articles"], summary["files"]
    known = articles["n_articles"] - articles["n_new"]
    console.print()
    console.print(
        f"Articles: {articles['n_new']} new, {known} already known, "
        f"{articles['n_duplicates'] + articles['n_repeated']} duplicate, {articles['n_rejected']} rejected "
        f"({files['n_files']} files, {files['n_read']} read now, {summary['extraction']['n_extracted']} articles "
        "extracted now)."
    )
    _print_rejections(console, StateFolder(settings.state_dir))
    _print_failures(console, StateFolder(settings.state_dir))
    console.print(_numbers("Rows", summary["tables"], "{:,}"))
    console.print(_numbers("Seconds", {**_stage_seconds(summary), "in all": seconds}, "{:.1f}"))
    console.print(Text(f"Published {settings.warehouse}. Try:"))
    console.print(Text(f'  planwatch query "{_SAMPLE_QUERY}"'), soft_wrap=True)
    return EXIT_WITH_REJECTIONS if articles["n_rejected"] else 0


def _stage_seconds(summary: dict[str, Any]) -> dict[str, float]:
    return {_STAGES[stage]: value for stage, value in summary["seconds"].items()}


def _print_rejections(console: Console, state: StateFolder) -> None:
    rejected = state.read("rejected_articles")
    for row in rejected.head(_SHOWN_REJECTIONS).iter_rows(named=True):
        part = f" ({row['part']})" if row["part"] else ""
        line = f"  rejected {_printable(row['source_path'])}{part}: {row['reason']}. {row['detail'] or ''}"
        console.print(Text(line), soft_wrap=True)
    if len(rejected) > _SHOWN_REJECTIONS:
        console.print(f"  … and {len(rejected) - _SHOWN_REJECTIONS} more: planwatch query 'FROM rejected_articles'")


def _print_failures(console: Console, state: StateFolder) -> None:
    failures = state.read("extraction_failures")
    if failures.is_empty():
        return
    sources = state.scan("clean_articles").select("article_id", "source_path")
    shown = failures.lazy().head(_SHOWN_REJECTIONS).join(sources, on="article_id", how="left").collect()
    for row in shown.sort("source_path").iter_rows(named=True):
        what = f"{row['error']}: {row['message']}" if row["error"] else row["reason"]
        console.print(Text(f"  not extracted {_printable(row['source_path'])}: {_printable(what)}"), soft_wrap=True)
    if len(failures) > _SHOWN_REJECTIONS:
        console.print(f"  … {len(failures)} in all: planwatch query 'FROM extraction_failures'")


def _printable(text: str) -> str:
    """A text that can't move the cursor or turn the line's direction."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def _numbers(title: str, values: dict[str, Any], form: str) -> Table:
    table = Table(title=title, title_justify="left", show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in values.items():
        table.add_row(name, form.format(value))
    return table
