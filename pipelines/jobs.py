"""Jobs: what can be started as a whole. No logic of a step belongs here."""

from __future__ import annotations

import dagster as dg

REFRESH_JOB = "refresh"

refresh_job = dg.define_asset_job(
    REFRESH_JOB,
    selection=dg.AssetSelection.all(),
    description="Bring the warehouse up to date with the raw folder.",
    executor_def=dg.in_process_executor,
)
