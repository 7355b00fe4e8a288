"""Where things are and how much may be used: the only place that reads the environment or names a path."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """The project's folder, where the package runs from a checkout; None where it is installed as a wheel."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "dbt_project").is_dir() else None


def _home() -> Path:
    return checkout() or Path.cwd()


def _own_corpus() -> Path | None:
    root = checkout()
    corpus = root / "tests" / "corpus" / "dev" if root else None
    return corpus if corpus and corpus.is_dir() else None


class Settings(BaseSettings):
    """Settings from the environment (`PLANWATCH_RAW_DIR`, ...), with defaults below the checkout or the current folder.

    Attributes:
        raw_dir: folder of articles.
        warehouse: path of the published DuckDB file; everything else that a refresh needs lies beside it.
        workers: processes that read and extract.
        lock_wait_seconds: how long a refresh waits for another one of the same warehouse.
        keep_versions: how many earlier published files are kept.
        gold_dir: folder of articles with answers that the job `evaluate` scores; None where there is none.
        extractor: what finds things in articles, see `pipelines.extractors`.
        alert: where failures are told, see `pipelines.alerts.send`.
    """

    model_config = SettingsConfigDict(env_prefix="PLANWATCH_", frozen=True)

    raw_dir: Path = Field(default_factory=lambda: _home() / "raw")
    warehouse: Path = Field(default_factory=lambda: _home() / "warehouse" / "warehouse.duckdb")
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1)
    lock_wait_seconds: float = Field(default=0, ge=0)
    keep_versions: int = Field(default=3, ge=1)
    gold_dir: Path | None = Field(default_factory=_own_corpus)
    extractor: str = "grammar"
    alert: str = "log:"

    @field_validator("raw_dir", "warehouse")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        # Links are followed, so that two names of one warehouse share one state and the link stays a link.
        return path.expanduser().resolve()

    @cached_property
    def state_dir(self) -> Path:
        """Folder of all that belongs to this warehouse alone."""
        return self.warehouse.parent / f".{self.warehouse.name}.state"


def dbt_project_dir() -> Path:
    """The dbt project: of the checkout, else the copy that travels in the wheel."""
    root = checkout()
    return root / "dbt_project" if root else _PACKAGE / "dbt_project"
