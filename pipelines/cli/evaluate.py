"""`planwatch evaluate`: refresh a warehouse aside from articles with answers, and print how right it is."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.cli.refresh import execute_refresh
from pipelines.errors import ConfigurationError
from pipelines.evaluation.gold import GoldError, GoldFolder, read_gold
from pipelines.evaluation.score import CERTAIN, Finding, Ratio, Report, Tally, score
from pipelines.settings import Settings

EXIT_BELOW_FLOOR = 5


def evaluate(folders: Sequence[Path]) -> Report:
    """Score folders of articles with answers, refreshed together into a warehouse of their own.

    Raises:
        ConfigurationError: a folder has no answers, they are malformed, or two folders share an article's name.
    """
    try:
        golds = [read_gold(folder) for folder in folders]
    except GoldError as error:
        raise ConfigurationError(str(error)) from error
    names = [name for gold in golds for name in gold.answers]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ConfigurationError(f"Articles of one name in several folders: {', '.join(repeated)}. Rename one of them.")
    with tempfile.TemporaryDirectory(prefix="planwatch-evaluate-") as scratch:
        raw = Path(scratch) / "raw"
        raw.mkdir()
        _copy_articles(golds, raw)
        settings = Settings(raw_dir=raw, warehouse=Path(scratch) / "warehouse.duckdb")
        execute_refresh(settings)
        with duckdb.connect(str(settings.warehouse), read_only=True) as connection:
            return score(connection, golds)


def _copy_articles(golds: Iterable[GoldFolder], raw: Path) -> None:
    for gold in golds:
        for name in gold.answers:
            shutil.copyfile(gold.path / f"{name}.txt", raw / f"{name}.txt")


def run_evaluation(folders: Sequence[Path], *, with_findings: bool, as_json: bool, min_f1: float | None) -> int:
    """Evaluate and print; returns the exit code: 5 where the mean F1 is below `min_f1`."""
    report = evaluate(folders)
    console = Console(highlight=False)
    if as_json:
        console.print_json(json.dumps(as_dict(report)))
    else:
        _print(console, report, with_findings=with_findings)
    return EXIT_BELOW_FLOOR if min_f1 is not None and report.mean_f1 < min_f1 else 0


def as_dict(report: Report) -> dict[str, object]:
    """The report's numbers and findings, for machines."""
    tables = {**report.tables, "merged across articles": report.merged}
    return {
        "tables": {t: {"precision": x.precision, "recall": x.recall, "f1": x.f1} for t, x in tables.items()},
        "attributes": {name: ratio.share for name, ratio in sorted(report.attributes.items())},
        "noise_cut": report.noise_cut.share,
        "text_kept": report.text_kept.share,
        "right_where_certain": report.certain.share,
        "attributes_right": report.attributes_right,
        "mean_f1": report.mean_f1,
        "findings": [asdict(finding) for finding in report.findings],
    }


def _print(console: Console, report: Report, *, with_findings: bool) -> None:
    if with_findings:
        for finding in report.findings:
            console.print(_line(finding), soft_wrap=True)
        console.print()
    console.print(_scores({**report.tables, "merged across articles": report.merged}))
    text = {"noise cut": report.noise_cut, "text kept": report.text_kept}
    certain = {f"right at confidence ≥ {CERTAIN}": report.certain}
    console.print(_shares({**dict(sorted(report.attributes.items())), **text, **certain}))
    console.print(f"attributes right {report.attributes_right:.3f}; mean F1 {report.mean_f1:.3f}")


def _line(finding: Finding) -> Text:
    quote = f"  « {' '.join(finding.quote.split())} »" if finding.quote else ""
    return Text(f"{finding.article}: {finding.verdict} in {finding.table}: {finding.what}{quote}")


def _scores(tallies: dict[str, Tally]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("table")
    for name in ("precision", "recall", "F1", "answers"):
        table.add_column(name, justify="right")
    for name, tally in tallies.items():
        numbers = (tally.precision, tally.recall, tally.f1)
        table.add_row(name, *(f"{n:.3f}" for n in numbers), str(tally.found + tally.missed))
    return table


def _shares(ratios: dict[str, Ratio]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("right")
    table.add_column("share", justify="right")
    table.add_column("of", justify="right")
    for name, ratio in ratios.items():
        table.add_row(name, f"{ratio.share:.3f}", str(ratio.total))
    return table
