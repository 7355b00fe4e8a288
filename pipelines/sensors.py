"""Sensors: what starts a refresh when files arrive, and what tells people of failures.

Here belongs the decision to start or to tell; how a refresh works and how an alert is sent lie elsewhere.
"""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import dagster as dg
import polars as pl

from pipelines.alerts import Alert, send
from pipelines.errors import AuditFailed, ConfigurationError, WarehouseBusy
from pipelines.ingest import FileEntry
from pipelines.jobs import REFRESH_JOB, is_refresh_under_way, refresh_job
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from pipelines.state.lock import holder
from pipelines.state.log import RefreshLog
from pipelines.steps.files import listing

_OURS = {kind.__name__ for kind in (ConfigurationError, AuditFailed, WarehouseBusy)}
LOOK_EVERY_SECONDS = 15
# A file is whole when nobody has written to it for so long, or when it is the same as at the look before.
SETTLED_SECONDS = 10
# Where files keep arriving without a pause, those that are whole wait no longer than this.
LONGEST_WAIT_SECONDS = 120
# A refresh that was cut off, or never began, is started again after so long; then it is left to people.
RETRY_AFTER_SECONDS = (60, 300, 1800)
# A run that holds no warehouse and has been silent for so long is given up.
LOST_AFTER_SECONDS = 300
# Ticks are looked at for so long after they began: a failure may come late.
LONGEST_TICK_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Look:
    """What the sensor remembers between two looks.

    Attributes:
        requested: digest of the listing that a refresh was last started for.
        after: id of the latest refresh at that time.
        requested_at: when that was; seconds since the epoch.
        attempts: how often it was started again since.
        seen: keys of the new files at the last look.
        waiting_since: when the first of them was seen; 0 where none waits.
    """

    requested: str = ""
    after: str = ""
    requested_at: float = 0
    attempts: int = 0
    seen: tuple[str, ...] = ()
    waiting_since: float = 0

    @classmethod
    def parse(cls, cursor: str | None) -> "Look":
        """From a sensor's cursor; a cursor that can't be read is a first look."""
        try:
            kept = json.loads(cursor or "{}")
            return cls(**{**kept, "seen": tuple(kept.get("seen", ()))})
        except (ValueError, AttributeError, TypeError):
            return cls()

    def dump(self) -> str:
        """As a sensor's cursor."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest refresh, as the log has it.

    Attributes:
        refresh_id: empty where there was none yet.
        outcome: see table `refreshes`.
        keys: of the listing that it worked on, where it was published; else nothing.
    """

    refresh_id: str = ""
    outcome: str = ""
    keys: frozenset[str] = frozenset()


def decide(entries: Mapping[str, FileEntry], latest: Latest, last: Look, now: float) -> tuple[Look, str | None]:
    """Whether to start a refresh.

    Args:
        entries: the raw folder now, see `pipelines.steps.files.listing`.
        now: seconds since the epoch.

    Returns:
        What to remember, and why nothing is started; None starts a refresh.
    """
    digest = hashlib.sha256("\n".join(sorted(entries)).encode()).hexdigest()
    is_published = latest.outcome == "published"
    if is_published and entries.keys() == latest.keys:
        return Look(digest, latest.refresh_id), (
            f"Nothing new: the {len(entries)} files are those that the warehouse was made from."
        )
    # A refresh that was published since saw other files, which are gone again.
    if digest == last.requested and not (is_published and latest.refresh_id != last.after):
        return _again(latest, last, now)
    new = {key: entry for key, entry in entries.items() if key not in latest.keys}
    waiting_since = last.waiting_since or now
    unsettled = [
        key
        for key, entry in new.items()
        if key not in last.seen and 0 <= now - max(entry.modified_ns, entry.changed_ns) / 1e9 < SETTLED_SECONDS
    ]
    if unsettled and now - waiting_since < LONGEST_WAIT_SECONDS:
        waiting = replace(last, seen=tuple(sorted(new)), waiting_since=waiting_since)
        return waiting, f"{len(unsettled)} of {len(new)} new files may still be written to; looking again soon."
    return Look(digest, latest.refresh_id, now), None


def _again(latest: Latest, last: Look, now: float) -> tuple[Look, str | None]:
    """Whether to start a refresh again for files that one was started for already."""
    if latest.outcome == "failed" and latest.refresh_id != last.after:
        return last, "Nothing new since the last refresh, which failed; mend what its alert tells and start it by hand."
    if last.attempts >= len(RETRY_AFTER_SECONDS):
        return last, f"The last refresh was cut off {last.attempts + 1} times; find out why and start it by hand."
    due = last.requested_at + RETRY_AFTER_SECONDS[last.attempts]
    if now < due:
        return last, f"The last refresh was cut off; it is started again in {due - now:.0f} seconds."
    return Look(last.requested, latest.refresh_id, now, last.attempts + 1), None


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
        give_up_lost_runs(context.instance, settings, time.time())
        if is_refresh_under_way(context.instance):
            return dg.SkipReason("A refresh is at work; what arrives meanwhile is looked at after it.")
        look, reason = decide(
            listing(settings.raw_dir), latest_refresh(settings), Look.parse(context.cursor), time.time()
        )
        requests = [] if reason else [dg.RunRequest()]
        return dg.SensorResult(run_requests=requests, skip_reason=reason, cursor=look.dump())

    return raw_folder


def latest_refresh(settings: Settings) -> Latest:
    """The refresh that began last."""
    state = StateFolder(settings.state_dir)
    rows = RefreshLog(state.refresh_log).rows().sort("started_at")
    if not len(rows):
        return Latest()
    refresh_id, outcome = rows.select("refresh_id", "outcome").row(-1)
    is_known = outcome == "published" and state.files.exists()
    keys = frozenset(pl.read_parquet(state.files)["file_key"]) if is_known else frozenset()
    return Latest(refresh_id, outcome, keys)


def give_up_lost_runs(instance: dg.DagsterInstance, settings: Settings, now: float) -> int:
    """End runs whose process is gone without a word, as after a power cut: they would hold up all others for ever.

    A run that works holds the warehouse, so one that nobody holds it for and that hasn't said anything for a while
    is lost. Returns how many there were.
    """
    if holder(settings.state_dir):
        return 0
    statuses = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]
    lost = [
        record.dagster_run
        for record in instance.get_run_records(dg.RunsFilter(job_name=REFRESH_JOB, statuses=statuses))
        if now - _last_word(instance, record) > LOST_AFTER_SECONDS
    ]
    for run in lost:
        instance.report_run_failed(run, "Its process ended without a word: killed, or the machine went down.")
    return len(lost)


def _last_word(instance: dg.DagsterInstance, record: dg.RunRecord) -> float:
    events = instance.get_records_for_run(record.dagster_run.run_id, limit=1, ascending=False).records
    return events[0].timestamp if events else record.create_timestamp.timestamp()


def alert_sensors(settings: Settings) -> list[dg.SensorDefinition]:
    """One alert for each failed run, each failed check of a green run, and each failed sensor or schedule."""

    @dg.run_failure_sensor(
        name="alert_on_failed_run", default_status=dg.DefaultSensorStatus.RUNNING, monitor_all_code_locations=False
    )
    def alert_on_failed_run(context: dg.RunFailureSensorContext) -> None:
        """Tell of a failed run."""
        run = context.dagster_run
        what = context.failure_event.message or "It ended without saying why."
        errors = [event.step_failure_data.error for event in context.get_step_failure_events()]
        if not errors and (data := context.failure_event.event_specific_data):
            # What failed before the first step: the warehouse was held, the raw folder gone.
            errors = [getattr(data, "error", None)]
        told = [*map(_first_cause, filter(None, errors)), *map(words, failed_evaluations(context.instance, run.run_id))]
        send(Alert.for_run(run.job_name, run.run_id, "\n".join(told) or what), settings.alert)

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
            check = f"{evaluation.check_name} on {evaluation.asset_key.to_user_string()}"
            send(Alert.for_check(check, run_id, words(evaluation)), settings.alert)

    @dg.sensor(
        name="alert_on_failed_sensor",
        minimum_interval_seconds=60,
        default_status=dg.DefaultSensorStatus.RUNNING,
    )
    def alert_on_failed_sensor(context: dg.SensorEvaluationContext) -> dg.SkipReason:
        """Tell of sensors and schedules that began to fail; again only once they have worked in between."""
        failing = failing_instigators(context.instance, time.time() - LONGEST_TICK_SECONDS)
        told = set(json.loads(context.cursor or "[]"))
        new = {name: error for name, error in failing.items() if name not in told}
        for name, error in new.items():
            send(Alert.for_sensor(name, error), settings.alert)
        context.update_cursor(json.dumps(sorted(failing)))
        return dg.SkipReason(f"{len(failing)} sensors or schedules fail, {len(new)} of them since the last look.")

    return [alert_on_failed_run, alert_on_failed_check, alert_on_failed_sensor]


def _first_cause(error: Any) -> str:
    """The message of the first error of ours in Dagster's record of an error, else of the one at its root."""
    while error.cause and error.cls_name not in _OURS:
        error = error.cause
    told = str(error.message).strip()
    name, _, message = told.partition(": ")
    return message if message and " " not in name else told


def failed_evaluations(instance: dg.DagsterInstance, run_id: str) -> list[dg.AssetCheckEvaluation]:
    """Check evaluations of a run that didn't pass."""
    records = instance.get_records_for_run(run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION).records
    found = (
        r.event_log_entry.dagster_event.asset_check_evaluation_data for r in records if r.event_log_entry.dagster_event
    )
    return [evaluation for evaluation in found if not evaluation.passed]


def words(evaluation: dg.AssetCheckEvaluation) -> str:
    """What a check that didn't pass says."""
    found = ", ".join(f"{name}: {value.value}" for name, value in sorted(evaluation.metadata.items()))
    return f"{evaluation.check_name}: {evaluation.description or 'failed.'} {found}".strip()


def failing_instigators(instance: dg.DagsterInstance, since: float) -> dict[str, str]:
    """Sensors and schedules whose last tick that ended failed, with its error.

    Args:
        since: ticks that began earlier don't count; seconds since the epoch.
    """
    failing = {}
    for state in instance.all_instigator_state():
        ticks = instance.get_ticks(state.instigator_origin_id, state.selector_id, after=since, limit=10)
        ended = [tick for tick in ticks if tick.status.value != "STARTED"]
        last = max(ended, key=lambda tick: tick.timestamp, default=None)
        if last is not None and last.status.value == "FAILURE":
            failing[state.instigator_name] = last.error.message if last.error else "It failed without saying why."
    return failing
