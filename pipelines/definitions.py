"""Everything that Dagster knows of the project, built by one function for the UI, the command line and tests."""

from __future__ import annotations

from collections.abc import Mapping

import dagster as dg

from pipelines.assets import python
from pipelines.assets.dbt import dbt_models
from pipelines.dbt import manifest_path
from pipelines.jobs import refresh_job
from pipelines.resources import installed_dbt, refresh_resource
from pipelines.settings import Settings, dbt_project_dir
from pipelines.state.folder import StateFolder
from pipelines.steps.progress import Progress


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
    return dg.Definitions(
        assets=[*dg.load_assets_from_modules([python]), dbt_models(manifest_path(state))],
        jobs=[refresh_job],
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
    return build_definitions()
