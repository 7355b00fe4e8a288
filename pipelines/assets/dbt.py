"""Assets made by dbt: staging, intermediate and mart models, with dbt's tests as their checks."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliInvocation, dbt_assets

from pipelines.dbt import PlanwatchTranslator, build_arguments, run_folder, run_path
from pipelines.errors import AuditFailed
from pipelines.resources import InstalledDbt, Refresh
from pipelines.state.durable import write_text
from pipelines.warehouse.audit import audit_failure

# One run of dbt at a time, whatever is materialized: it writes into one database.
DBT_POOL = "build_database"


def dbt_models(manifest: Path) -> dg.AssetsDefinition:
    """All models of the dbt project."""

    @dbt_assets(manifest=manifest, name="dbt_build", dagster_dbt_translator=PlanwatchTranslator(), pool=DBT_POOL)
    def dbt_build(
        context: dg.AssetExecutionContext, dbt: InstalledDbt, refresh: dg.ResourceParam[Refresh]
    ) -> Iterator[Any]:
        """Build and test every model."""
        with refresh.stage("dbt_build"), _invoked(context, dbt, refresh, manifest) as invocation:
            refresh.progress.total("dbt_build", len(invocation.manifest["nodes"]))
            was_audited = refresh.state.audited.exists()
            refresh.state.audited.unlink(missing_ok=True)
            for event in invocation.stream():
                refresh.progress.advance("dbt_build", 1)
                yield event
            if not invocation.is_successful():
                raise AuditFailed(audit_failure(refresh.state, invocation.target_path))
            # Some models, picked and tested anew, leave a sound whole sound; they don't make one.
            if was_audited or not context.is_subset:
                write_text(refresh.state.audited, "")

    return dbt_build


@contextlib.contextmanager
def _invoked(
    context: dg.AssetExecutionContext, dbt: InstalledDbt, refresh: Refresh, manifest: Path
) -> Iterator[DbtCliInvocation]:
    """Dbt at work: the process that has got ready meanwhile, or one for the models that somebody picked."""
    if context.is_subset:
        refresh.dbt.stop()
        # Tests that look at models beside those picked wait: what is there may be older, or nothing at all.
        arguments = [*build_arguments(), "--indirect-selection", "buildable"]
        with run_folder(refresh.state) as folder:
            yield dbt.cli(arguments, context=context, target_path=folder, raise_on_error=False)
        return
    yield DbtCliInvocation(
        process=refresh.dbt.run(build_arguments()),
        manifest=json.loads(manifest.read_bytes()),
        dagster_dbt_translator=PlanwatchTranslator(),
        project_dir=Path(dbt.project_dir),
        target_path=run_path(refresh.state),
        raise_on_error=False,
        cli_version=dbt.installed_version,
        context=context,
    )
