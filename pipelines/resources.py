"""Dagster resources: the refresh that is under way, and dbt.

Here belongs what assets share during a run and what must be let go when it ends. No table is made here.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import polars as pl
from dagster_dbt import DbtCliResource
from packaging.version import Version

from pipelines.dbt import ReadyDbt
from pipelines.errors import ConfigurationError, as_known
from pipelines.settings import Settings
from pipelines.state.durable import UNFINISHED, remove_unfinished, write_text
from pipelines.state.folder import StateFolder
from pipelines.state.lock import refresh_lock
from pipelines.state.log import RefreshLog
from pipelines.steps.progress import Progress, Silent
from pipelines.warehouse.publish import check_replaceable, published_refreshes, remove_publishing

# A disk or a share that doesn't answer for a moment, a worker that was killed.
_PASSING_ERRORS = (OSError, duckdb.IOException, BrokenProcessPool)
_UNPUBLISHED = "The run took only some of the assets, or was stopped. See the run in Dagster."


@dataclass(slots=True)
class Refresh:
    """One refresh of one warehouse, from the lock to its release."""

    settings: Settings
    is_full: bool = False
    is_careful: bool = False
    progress: Progress = field(default_factory=Silent)
    started_at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))
    refresh_id: str | None = None
    is_published: bool = False
    failure: str | None = None
    seconds: dict[str, float] = field(default_factory=dict)
    dbt: ReadyDbt = field(init=False)

    def __post_init__(self) -> None:
        self.dbt = ReadyDbt(self.state)

    @property
    def state(self) -> StateFolder:
        """The warehouse's state."""
        return StateFolder(self.settings.state_dir)

    @property
    def log(self) -> RefreshLog:
        """The warehouse's log of refreshes."""
        return RefreshLog(self.state.refresh_log)

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage and keep the reason of its failure; only what may pass by itself is tried again."""
        self.progress.started(name)
        begun = time.monotonic()
        try:
            yield
        except Exception as error:
            told = as_known(error)
            self.failure = str(told or f"{type(error).__name__}: {error}")
            if told is None and isinstance(error, _PASSING_ERRORS):
                raise
            raise dg.Failure(self.failure, allow_retries=False) from (told or error)
        finally:
            self.seconds[name] = time.monotonic() - begun
            self.progress.finished(name, self.seconds[name])

    def begin(self) -> None:
        """Note the start; runs that don't look at the raw folder aren't refreshes and aren't noted."""
        if self.refresh_id:
            return
        self.refresh_id = self.log.start(self.started_at, is_full=self.is_full)
        write_text(self.state.summary, "{}")
        self.dbt.get_ready()

    def note(self, step: str, summary: Any) -> dict[str, Any]:
        """Keep a step's counts for the summary; returns them."""
        counts = asdict(summary) if not isinstance(summary, dict) else summary
        kept = self.summary()
        write_text(self.state.summary, json.dumps({**kept, step: counts}, ensure_ascii=False))
        return counts

    def summary(self) -> dict[str, Any]:
        """Counts noted so far."""
        try:
            return dict(json.loads(self.state.summary.read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError):
            return {}

    def end(self) -> None:
        """Note how it ended without publishing; a published refresh has noted its end itself."""
        self.dbt.stop()
        if self.refresh_id and not self.is_published:
            outcome = "failed" if self.failure else "unpublished"
            detail = self.failure or _UNPUBLISHED
            self.log.finish(self.refresh_id, outcome, dt.datetime.now(dt.UTC), detail=detail)


@contextlib.contextmanager
def open_refresh(settings: Settings, *, is_full: bool = False, progress: Progress | None = None) -> Iterator[Refresh]:
    """Hold the warehouse for one refresh, with the leftovers of a killed one removed.

    Raises:
        WarehouseBusy: another refresh holds it.
        ConfigurationError: the raw folder or the warehouse's folder isn't usable.
    """
    check_folders(settings)
    with refresh_lock(settings.state_dir, settings.lock_wait_seconds):
        check_replaceable(settings.warehouse)
        remove_unfinished(settings.state_dir)
        remove_publishing(StateFolder(settings.state_dir))
        refresh = Refresh(settings, is_full=is_full, progress=progress or Silent())
        _settle_interrupted(refresh)
        # Whatever killed the last refresh may have been in a file that it read.
        refresh.is_careful = "interrupted" in refresh.log.rows().sort("started_at")["outcome"].tail(1)
        try:
            yield refresh
        finally:
            refresh.end()


def check_folders(settings: Settings) -> None:
    """Make sure that the raw folder can be read and the warehouse's folder written.

    Raises:
        ConfigurationError: with what to do about it.
    """
    raw = settings.raw_dir
    if not raw.is_dir():
        raise ConfigurationError(
            f"The raw folder {raw} isn't there. Create it, or set PLANWATCH_RAW_DIR to another one."
        )
    if not os.access(raw, os.R_OK | os.X_OK):
        raise ConfigurationError(f"The raw folder {raw} can't be read. Give yourself access (chmod u+rx).")
    if settings.warehouse.is_dir():
        raise ConfigurationError(f"{settings.warehouse} is a folder. Set PLANWATCH_WAREHOUSE to the path of a file.")
    try:
        settings.state_dir.mkdir(parents=True, exist_ok=True)
        # A name of its own: two refreshes that start at once both look.
        with tempfile.TemporaryDirectory(dir=settings.state_dir, prefix=f"{UNFINISHED}probe-") as probe:
            Path(probe, "probe").write_bytes(b"\0" * 65536)
    except OSError as error:
        raise ConfigurationError(
            f"The folder of the warehouse, {settings.warehouse.parent}, can't be written ({error.strerror}). Make room "
            "or give access, or set PLANWATCH_WAREHOUSE to another place."
        ) from None


def _settle_interrupted(refresh: Refresh) -> None:
    """A refresh killed between publishing and noting it was published all the same."""
    published = published_refreshes(refresh.settings.warehouse).filter(pl.col("outcome") == "published")
    interrupted = refresh.log.rows().filter(pl.col("outcome") == "interrupted")
    for row in published.join(interrupted, on="refresh_id", how="semi").iter_rows(named=True):
        counts = {name: value for name, value in row.items() if name.startswith("n_")}
        refresh.log.finish(row["refresh_id"], "published", row["finished_at"], **counts)


def refresh_resource(settings: Settings, progress: Progress | None = None) -> dg.ResourceDefinition:
    """Holds the warehouse during a run; all steps of a run share it, as they run in one process."""

    @dg.resource(config_schema={"is_full": dg.Field(bool, default_value=False, description="Start from nothing.")})
    def refresh(context: dg.InitResourceContext) -> Iterator[Refresh]:
        with open_refresh(settings, is_full=context.resource_config["is_full"], progress=progress) as opened:
            yield opened

    return refresh


class InstalledDbt(DbtCliResource):
    """The dbt that is installed beside us."""

    @cached_property
    def _cli_version(self) -> Version:
        # The base class runs `dbt --version`, which takes a second and asks a package index for the latest one.
        return self.installed_version

    @property
    def installed_version(self) -> Version:
        """Version of dbt-core."""
        return Version(version("dbt-core"))

    def _initialize_dbt_core_adapter(self, args: Sequence[str]) -> None:  # type: ignore[override]  # noqa: ARG002
        # A second, for fetching row counts and column types that nobody here asks for.
        return None


def installed_dbt(project: Path) -> InstalledDbt:
    """Dbt of this Python environment, whether or not it is activated."""
    executable = Path(sysconfig.get_path("scripts")) / "dbt"
    return InstalledDbt(project_dir=str(project), profiles_dir=str(project), dbt_executable=str(executable))
