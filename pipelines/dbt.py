"""The dbt project as Dagster sees it: where it is, its manifest, what its models are called and grouped as."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings

from pipelines.errors import ConfigurationError
from pipelines.settings import dbt_project_dir
from pipelines.state.durable import make_folder, write_folder
from pipelines.state.folder import StateFolder

_RUN = "run"
_IGNORED = {"target", "logs", "dbt_packages"}


class PlanwatchTranslator(DagsterDbtTranslator):
    """Groups models by their layer: staging, intermediate, marts."""

    def __init__(self) -> None:
        # All sources are tables of one build database.
        super().__init__(DagsterDbtTranslatorSettings(enable_duplicate_source_asset_keys=True))

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The folder that the model lies in."""
        fqn = dbt_resource_props["fqn"]
        return str(fqn[1]) if len(fqn) > 2 else None


def build_arguments() -> list[str]:
    """Dbt's arguments in a refresh: unit tests run in CI, where their failure has a name.

    Dbt's debug log costs a tenth of a run's time; what it is kept for, failures, stands in the short one too.
    """
    return ["build", "--exclude", "resource_type:unit_test", "--log-level-file", "info"]


def manifest_path(state: StateFolder) -> Path:
    """The manifest of the project as it is, parsed at the first use and kept with the warehouse's state.

    Raises:
        ConfigurationError: the project can't be parsed.
    """
    folder = state.dbt / _project_digest(dbt_project_dir())
    manifest = folder / "manifest.json"
    if not manifest.exists():
        with _parsing(state):
            # Another process may have been as fast: its manifest is as good.
            if not manifest.exists():
                write_folder(folder, lambda aside: _parse(state, aside))
                _forget_old_manifests(state, folder)
    return manifest


def run_path(state: StateFolder) -> Path:
    """The target folder of dbt's runs: logs, results, compiled SQL."""
    return state.dbt / _RUN


@contextlib.contextmanager
def run_folder(state: StateFolder) -> Iterator[Path]:
    """A fresh target folder for a run of dbt, with the parsed project in it, and the environment that dbt reads."""
    folder = _fresh_run_folder(state)
    with _environment(state):
        yield folder


@dataclass(slots=True)
class ReadyDbt:
    """A process of dbt that gets ready while other steps work, see `pipelines.dbt_process`.

    Importing dbt and reading the project is a third of what a run over few articles takes. One process serves one
    run; who starts it holds the warehouse's lock and stops it in the end.
    """

    state: StateFolder
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def get_ready(self) -> None:
        """Start, if that isn't done: in a fresh target folder, `run_path(state)`."""
        if self._process is None:
            self._process = _waiting_process(self.state, _fresh_run_folder(self.state))

    def run(self, arguments: Sequence[str]) -> subprocess.Popen[bytes]:
        """Let dbt run with `arguments`; returns the process, whose standard output is dbt's log in JSON."""
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self.get_ready()
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(list(arguments)).encode() + b"\n")
        self._process.stdin.flush()
        return self._process

    def stop(self) -> None:
        """End the process, at work or not."""
        process, self._process = self._process, None
        if process is None:
            return
        with process:  # closes its pipes
            process.kill()


def _waiting_process(state: StateFolder, folder: Path) -> subprocess.Popen[bytes]:
    project = str(dbt_project_dir())
    settings = {
        "DBT_LOG_FORMAT": "json",
        "DBT_LOG_PATH": str(folder),
        "DBT_PROFILES_DIR": project,
        "DBT_PROJECT_DIR": project,
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DBT_TARGET_PATH": str(folder),
        "PYTHONUNBUFFERED": "1",
    }
    with _environment(state):
        return subprocess.Popen(
            [sys.executable, "-m", "pipelines.dbt_process"],
            env={**os.environ, **settings},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


def _fresh_run_folder(state: StateFolder) -> Path:
    folder = run_path(state)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(manifest_path(state).with_name("partial_parse.msgpack"), folder)
    return folder


@contextlib.contextmanager
def _environment(state: StateFolder) -> Iterator[None]:
    # The same value when parsing and when running: dbt parses anew where a variable that it read has changed.
    before = os.environ.get("PLANWATCH_BUILD_DATABASE")
    os.environ["PLANWATCH_BUILD_DATABASE"] = str(state.build)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PLANWATCH_BUILD_DATABASE"]
        else:
            os.environ["PLANWATCH_BUILD_DATABASE"] = before


@contextlib.contextmanager
def _parsing(state: StateFolder) -> Iterator[None]:
    """One process at a time; the lock is the kernel's and goes with the process that holds it."""
    make_folder(state.dbt)
    with (state.dbt / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _parse(state: StateFolder, target: Path) -> None:
    # Imported here: a refresh whose manifest is ready doesn't need dbt in this process.
    from dbt.cli.main import dbtRunner

    project = str(dbt_project_dir())
    arguments = ["--project-dir", project, "--profiles-dir", project]
    arguments += ["--target-path", str(target), "--log-path", str(target)]
    with _environment(state):
        result = dbtRunner().invoke(["parse", "--quiet", *arguments])
    if not result.success:
        raise ConfigurationError(f"The dbt project in {project} can't be parsed: {result.exception}")


def _forget_old_manifests(state: StateFolder, current: Path) -> None:
    """Remove manifests of earlier projects, not one that another process may work with."""
    an_hour_ago = time.time() - 3600
    for old in state.dbt.iterdir():
        if old.is_dir() and old.name not in {current.name, _RUN} and old.stat().st_mtime < an_hour_ago:
            shutil.rmtree(old, ignore_errors=True)


def _project_digest(project: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(project.rglob("*")):
        relative = path.relative_to(project)
        if path.is_file() and relative.parts[0] not in _IGNORED:
            digest.update(f"{relative}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
