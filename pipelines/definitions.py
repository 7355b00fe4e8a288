"""Everything that Dagster knows of the project, built by one function for the UI, the command line and tests."""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from pipelines import checks
from pipelines.alerts import check_target
from pipelines.assets import python
from pipelines.assets.dbt import dbt_models
from pipelines.assets.quality import evaluation_asset
from pipelines.dbt import manifest_path
from pipelines.jobs import daily_refresh, evaluate_job, refresh_job
from pipelines.resources import installed_dbt, refresh_resource
from pipelines.sensors import alert_sensors, raw_folder_sensor
from pipelines.settings import Settings, dbt_project_dir
from pipelines.state.folder import StateFolder
from pipelines.steps.progress import Progress

# How long a run that Dagster started waits for a refresh that was started elsewhere.
WAIT_SECONDS = 900


def build_definitions(
    settings: Settings | None = None,
    *,
    progress: Progress | None = None,
    resources: Mapping[str, object] | None = None,
) -> dg.Definitions:
    """The definitions for one warehouse.

    Args:
        settings: by default from the environment.
        progress: listener of the steps' progress.
        resources: replace resources of the same name.
    """
    settings = settings or Settings()
    state = StateFolder(settings.state_dir)
    quality = [evaluation_asset(settings.gold_dir)] if settings.gold_dir else []
    return dg.Definitions(
        assets=[*dg.load_assets_from_modules([python]), dbt_models(manifest_path(state)), *quality],
        asset_checks=dg.load_asset_checks_from_modules([checks]),
        jobs=[refresh_job, *([evaluate_job] if quality else [])],
        schedules=[daily_refresh],
        sensors=[raw_folder_sensor(settings), *alert_sensors(settings)],
        # One process per run: the steps share the lock, and starting Python for each would take longer than they do.
        executor=dg.in_process_executor,
        resources={
            "dbt": installed_dbt(dbt_project_dir()),
            "refresh": refresh_resource(settings, progress),
            **(resources or {}),
        },
    )


@dg.definitions
def defs() -> dg.Definitions:
    """What `dagster` and `dg` load: the warehouse that the environment names."""
    settings = Settings()
    check_target(settings.alert)
    # Nobody looks on: a run waits for a refresh that a terminal started.
    patient = max(settings.lock_wait_seconds, WAIT_SECONDS)
    return build_definitions(settings.model_copy(update={"lock_wait_seconds": patient}))
