"""How right the extraction is on articles with answers: figures over time, and a check per table.

Not part of a refresh, as it says nothing of the warehouse's articles; its job is `evaluate`.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dagster as dg

TABLES = ("plans", "pillars", "actors", "figures", "events", "merged across articles")
# What an analyst can work with; below it, a warning.
LEAST_F1 = 0.9
_SHARES = ("mean_f1", "attributes_right", "right_where_certain", "noise_cut", "text_kept")
_SHOWN_FINDINGS = 50


def evaluation_asset(gold: Path) -> dg.AssetsDefinition:
    """The asset that scores the folder `gold` of articles with answers."""

    @dg.asset(
        group_name="quality",
        kinds={"python"},
        check_specs=[
            dg.AssetCheckSpec(
                _check_name(table), asset="evaluation", description=f"F1 of {table} is {LEAST_F1} or more."
            )
            for table in TABLES
        ],
    )
    def evaluation() -> Iterator[dg.MaterializeResult[None]]:
        """Scores on articles with answers, refreshed into a warehouse aside."""
        # A process of its own: it runs a refresh, and one run of Dagster doesn't hold two.
        command = [sys.executable, "-m", "pipelines.cli", "evaluate", str(gold), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (ourselves)
        if done.returncode:
            raise dg.Failure(f"The evaluation of {gold} failed: {done.stderr.strip()[-2000:]}")
        report = json.loads(done.stdout)
        findings = report["findings"][:_SHOWN_FINDINGS]
        yield dg.MaterializeResult(
            metadata={name: report[name] for name in _SHARES} | {"findings": dg.MetadataValue.json(findings)},
            check_results=[
                dg.AssetCheckResult(
                    passed=report["tables"][table]["f1"] >= LEAST_F1,
                    check_name=_check_name(table),
                    severity=dg.AssetCheckSeverity.WARN,
                    metadata=report["tables"][table],
                )
                for table in TABLES
            ],
        )

    return evaluation


def _check_name(table: str) -> str:
    return f"{table.replace(' ', '_')}_are_right"
