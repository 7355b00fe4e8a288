"""Sensors: what starts a refresh when files arrive, and what tells people of failures.

Here belongs the decision to start or to tell; how a refresh works and how an alert is sent lie elsewhere.
"""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import dagster as dg
import polars as pl

from pipelines.alerts import Alert, send
from pipelines.ingest import FileEntry
from pipelines.jobs import is_refresh_under_way, refresh_job
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from pipelines.state.log import RefreshLog
from pipelines.steps.files import listing

LOOK_EVERY_SECONDS = 15
# A file is whole when nobody has written to it for so long, or when it is the same as at the look before.
SETTLED_SECONDS = 10
# Where files keep arriving without a pause, those that are whole wait no longer than this.
LONGEST_WAIT_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Look:
    """What the sensor remembers between two looks.

    Attributes:
        requested: digest of the listing that a refresh was last started for.
        seen: keys of the new files at the last look.
        waiting_since: when the first of them was seen; 0 where none waits.
    """

    requested: str = ""
    seen: tuple[str, ...] = ()
    waiting_since: float = 0

    @classmethod
    def parse(cls, cursor: str | None) -> "Look":
        """From a sensor's cursor; a cursor that can't be read is a first look."""
        try:
            kept = json.loads(cursor or "{}")
            return cls(kept.get("requested", ""), tuple(kept.get("seen", ())), kept.get("waiting_since", 0))
        except (ValueError, AttributeError, TypeError):
            return cls()

    def dump(self) -> str:
        """As a sensor's cursor."""
        return json.dumps({"requested": self.requested, "seen": self.seen, "waiting_since": self.waiting_since})


def decide(
    entries: Mapping[str, FileEntry], refreshed: frozenset[str], last: Look, now: float
) -> tuple[Look, str | None]:
    """Whether to start a refresh.

    Args:
        entries: the raw folder now, see `pipelines.steps.files.listing`.
        refreshed: keys of the listing that the published warehouse was made from.
        now: seconds since the epoch.

    Returns:
        What to remember, and why nothing is started; None starts a refresh.
    """
    digest = hashlib.sha256("\n".join(sorted(entries)).encode()).hexdigest()
    if entries.keys() == refreshed:
        return Look(digest), f"Nothing new: the {len(entries)} files are those that the warehouse was made from."
    if digest == last.requested:
        return last, "Nothing new since the last refresh was started; if it failed, start it again by hand."
    new = {key: entry for key, entry in entries.items() if key not in refreshed}
    waiting_since = last.waiting_since or now
    unsettled = [
        key
        for key, entry in new.items()
        if key not in last.seen and 0 <= now - max(entry.modified_ns, entry.changed_ns) / 1e9 < SETTLED_SECONDS
    ]
    if unsettled and now - waiting_since < LONGEST_WAIT_SECONDS:
        waiting = Look(last.requested, tuple(sorted(new)), waiting_since)
        return waiting, f"{len(unsettled)} of {len(new)} new files may still be written to; looking again soon."
    return Look(digest), None


def raw_folder_sensor(settings: Settings) -> dg.SensorDefinition:
    """Starts one refresh for all files that arrived, were replaced or removed."""

    @dg.sensor(
        name="raw_folder",
        job=refresh_job,
        minimum_interval_seconds=LOOK_EVERY_SECONDS,
        default_status=dg.DefaultSensorStatus.RUNNING,
    )
    def raw_folder(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        """Start a refresh where the raw folder isn't what the warehouse was made from."""
        if not settings.raw_dir.is_dir():
            return dg.SkipReason(f"The raw folder {settings.raw_dir} isn't there.")
        if is_refresh_under_way(context.instance):
            return dg.SkipReason("A refresh is at work; what arrives meanwhile is looked at after it.")
        look, reason = decide(
            listing(settings.raw_dir), refreshed_keys(settings), Look.parse(context.cursor), time.time()
        )
        requests = [] if reason else [dg.RunRequest()]
        return dg.SensorResult(run_requests=requests, skip_reason=reason, cursor=look.dump())

    return raw_folder


def refreshed_keys(settings: Settings) -> frozenset[str]:
    """Keys of the listing that the published warehouse was made from; empty where the last refresh failed."""
    state = StateFolder(settings.state_dir)
    finished = RefreshLog(state.refresh_log).rows().sort("started_at")
    if not len(finished) or finished["outcome"][-1] != "published" or not state.files.exists():
        return frozenset()
    return frozenset(pl.read_parquet(state.files)["file_key"])


def alert_sensors(settings: Settings) -> list[dg.SensorDefinition]:
    """One alert for each failed run, each failed check of a green run, and each failed sensor or schedule."""

    @dg.run_failure_sensor(
        name="alert_on_failed_run", default_status=dg.DefaultSensorStatus.RUNNING, monitor_all_code_locations=False
    )
    def alert_on_failed_run(context: dg.RunFailureSensorContext) -> None:
        """Tell of a failed run."""
        run = context.dagster_run
        what = context.failure_event.message or "It ended without saying why."
        causes = [
            event.step_failure_data.error.cause.message
            for event in context.get_step_failure_events()
            if event.step_failure_data.error and event.step_failure_data.error.cause
        ]
        send(Alert.for_run(run.job_name, run.run_id, "\n".join(causes) or what), settings.alert)

    @dg.run_status_sensor(
        name="alert_on_failed_check",
        run_status=dg.DagsterRunStatus.SUCCESS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        monitor_all_code_locations=False,
    )
    def alert_on_failed_check(context: dg.RunStatusSensorContext) -> None:
        """Tell of checks that failed in a run that is green all the same."""
        run_id = context.dagster_run.run_id
        for evaluation in failed_evaluations(context.instance, run_id):
            told = ", ".join(f"{name}: {value.value}" for name, value in evaluation.metadata.items())
            check = f"{evaluation.check_name} on {evaluation.asset_key.to_user_string()}"
            send(Alert.for_check(check, run_id, evaluation.description or told), settings.alert)

    @dg.sensor(
        name="alert_on_failed_sensor",
        minimum_interval_seconds=60,
        default_status=dg.DefaultSensorStatus.RUNNING,
    )
    def alert_on_failed_sensor(context: dg.SensorEvaluationContext) -> dg.SkipReason:
        """Tell of ticks of sensors and schedules that failed since the last look."""
        now = time.time()
        since = float(context.cursor or now)
        failed = list(failed_ticks(context.instance, since))
        for name, error in failed:
            send(Alert.for_sensor(name, error), settings.alert)
        context.update_cursor(str(now))
        return dg.SkipReason(f"{len(failed)} sensors or schedules failed since the last look.")

    return [alert_on_failed_run, alert_on_failed_check, alert_on_failed_sensor]


def failed_evaluations(instance: dg.DagsterInstance, run_id: str) -> list[dg.AssetCheckEvaluation]:
    """Check evaluations of a run that didn't pass."""
    records = instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION).records
    found = (
        r.event_log_entry.dagster_event.asset_check_evaluation_data for r in records if r.event_log_entry.dagster_event
    )
    return [evaluation for evaluation in found if not evaluation.passed]


def failed_ticks(instance: dg.DagsterInstance, since: float) -> Iterable[tuple[str, str]]:
    """Name and error of each failed tick after `since` (seconds since the epoch)."""
    for state in instance.all_instigator_state():
        for tick in instance.get_ticks(state.instigator_origin_id, state.selector_id, after=since):
            if tick.status.value == "FAILURE":
                yield state.instigator_name, tick.error.message if tick.error else "It failed without saying why."
