"""Jobs and schedules: what can be started as a whole, and when. No logic of a step belongs here."""

import dagster as dg

REFRESH_JOB = "refresh"

refresh_job = dg.define_asset_job(
    REFRESH_JOB,
    selection=dg.AssetSelection.all() - dg.AssetSelection.groups("quality"),
    description="Bring the warehouse up to date with the raw folder.",
    executor_def=dg.in_process_executor,
)

evaluate_job = dg.define_asset_job(
    "evaluate",
    selection=dg.AssetSelection.groups("quality"),
    description="Score the extraction on articles with answers.",
    executor_def=dg.in_process_executor,
)


@dg.schedule(
    name="daily_refresh", job=refresh_job, cron_schedule="0 5 * * *", default_status=dg.DefaultScheduleStatus.RUNNING
)
def daily_refresh(context: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Refresh every morning (05:00 UTC), whether or not the sensor saw anything."""
    if is_refresh_under_way(context.instance):
        return dg.SkipReason("A refresh is at work already.")
    return dg.RunRequest()


def is_refresh_under_way(instance: dg.DagsterInstance) -> bool:
    """Whether a run of the refresh waits or works."""
    under_way = [
        dg.DagsterRunStatus.QUEUED,
        dg.DagsterRunStatus.NOT_STARTED,
        dg.DagsterRunStatus.STARTING,
        dg.DagsterRunStatus.STARTED,
    ]
    return instance.get_runs_count(dg.RunsFilter(job_name=REFRESH_JOB, statuses=under_way)) > 0
