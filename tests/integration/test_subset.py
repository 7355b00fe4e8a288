"""Assets picked one by one in Dagster's UI, after a refresh."""

from __future__ import annotations

import dagster as dg
import duckdb
import pytest

from pipelines.definitions import build_definitions
from pipelines.state.lock import holder
from pipelines.state.log import RefreshLog
from tests.conftest import Place

PICKED = {dg.AssetKey(["main", "plans"]), dg.AssetKey(["main", "events"])}


def test_models_picked_in_the_ui_are_built_and_tested_alone(copied: Place) -> None:
    published, before = copied.settings.warehouse.read_bytes(), _built(copied)
    with duckdb.connect(copied.state.build) as connection:
        for table in ("plans", "events", "actors"):
            connection.execute(f"TRUNCATE main.{table}")

    result = _materialize(copied, PICKED)

    assert _materialized(result) == PICKED
    assert _built(copied) == {**before, "actors": []}
    checks = result.get_asset_check_evaluations()
    assert {check.asset_key for check in checks} >= PICKED
    assert all(check.passed for check in checks if check.asset_key in PICKED)
    assert copied.settings.warehouse.read_bytes() == published
    assert holder(copied.settings.state_dir) is None


def test_a_run_from_the_raw_files_to_some_models_takes_no_other(copied: Place) -> None:
    (copied.raw / "abeilles.html").unlink()
    published = copied.settings.warehouse.read_bytes()
    graph = build_definitions(copied.settings).resolve_asset_graph()
    plans = dg.AssetKey(["main", "plans"])
    picked = {plans, *graph.get_ancestor_asset_keys(plans)}

    result = _materialize(copied, picked)

    assert _materialized(result) == picked
    with duckdb.connect(copied.state.build, read_only=True) as connection:
        built = connection.execute("SELECT plan_id FROM main.plans").fetchall()
    assert set(built) < set(copied.query("SELECT plan_id FROM plans"))
    assert copied.settings.warehouse.read_bytes() == published
    assert RefreshLog(copied.state.refresh_log).rows()["outcome"].to_list() == ["published", "unpublished"]


def test_a_picked_model_whose_test_fails_fails_the_run_and_names_the_test(copied: Place) -> None:
    with duckdb.connect(copied.state.build) as connection:
        connection.execute("UPDATE intermediate.int_plan_sightings SET country = 'nowhere'")
    with pytest.raises(dg.Failure, match="nothing was published"):
        _materialize(copied, PICKED)


def test_a_build_that_its_audit_refused_is_not_published_by_itself(copied: Place) -> None:
    published = copied.settings.warehouse.read_bytes()
    with duckdb.connect(copied.state.build) as connection:
        connection.execute("UPDATE intermediate.int_plan_sightings SET country = 'nowhere'")
    with pytest.raises(dg.Failure, match="nothing was published"):
        _materialize(copied, PICKED)
    with pytest.raises(dg.Failure, match="hasn't passed its audit"):
        _materialize(copied, {dg.AssetKey("published_warehouse")})
    assert copied.settings.warehouse.read_bytes() == published


def _materialize(place: Place, keys: set[dg.AssetKey]) -> dg.ExecuteInProcessResult:
    job = build_definitions(place.settings).resolve_implicit_global_asset_job_def()
    with dg.DagsterInstance.ephemeral(str(place.state.dagster)) as instance:
        return job.execute_in_process(asset_selection=sorted(keys), instance=instance)


def _materialized(result: dg.ExecuteInProcessResult) -> set[dg.AssetKey | None]:
    return {event.asset_key for event in result.get_asset_materialization_events()}


def _built(place: Place) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(place.state.build, read_only=True) as connection:
        return {
            table: connection.execute(f"FROM main.{table} ORDER BY ALL").fetchall()
            for table in ("plans", "events", "actors")
        }
