"""The dbt project as Dagster sees it: where it is, its manifest, what its models are called and grouped as."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings

from pipelines.errors import ConfigurationError
from pipelines.settings import dbt_project_dir
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
    """Dbt's arguments in a refresh: unit tests run in CI, where their failure has a name."""
    return ["build", "--exclude", "resource_type:unit_test"]


def manifest_path(state: StateFolder) -> Path:
    """The manifest of the project as it is, parsed at the first use and kept with the warehouse's state.

    Raises:
        ConfigurationError: the project can't be parsed.
    """
    folder = state.dbt / _project_digest(dbt_project_dir())
    manifest = folder / "manifest.json"
    if not manifest.exists():
        _parse(state, folder)
    return manifest


@contextlib.contextmanager
def run_folder(state: StateFolder) -> Iterator[Path]:
    """A fresh target folder for a run of dbt, with the parsed project in it, and the environment that dbt reads."""
    folder = state.dbt / _RUN
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(manifest_path(state).with_name("partial_parse.msgpack"), folder)
    with _environment(state):
        yield folder


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


def _parse(state: StateFolder, folder: Path) -> None:
    # Imported here: a refresh whose manifest is ready doesn't need dbt in this process.
    from dbt.cli.main import dbtRunner

    aside = Path(tempfile.mkdtemp(prefix="parsing-", dir=_made(state.dbt)))
    project = str(dbt_project_dir())
    arguments = ["--project-dir", project, "--profiles-dir", project]
    arguments += ["--target-path", str(aside), "--log-path", str(aside)]
    with _environment(state):
        result = dbtRunner().invoke(["parse", "--quiet", *arguments])
    if not result.success:
        raise ConfigurationError(f"The dbt project in {project} can't be parsed: {result.exception}")
    # Another process may have been as fast: its manifest is as good.
    with contextlib.suppress(OSError):
        os.rename(aside, folder)
    _forget_old_manifests(state, folder)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _forget_old_manifests(state: StateFolder, current: Path) -> None:
    """Remove manifests of earlier projects and what a killed parse left, not what another process may work on."""
    an_hour_ago = time.time() - 3600
    for old in state.dbt.iterdir():
        if old.name not in {current.name, _RUN} and old.stat().st_mtime < an_hour_ago:
            shutil.rmtree(old, ignore_errors=True)


def _project_digest(project: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(project.rglob("*")):
        relative = path.relative_to(project)
        if path.is_file() and relative.parts[0] not in _IGNORED:
            digest.update(f"{relative}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
