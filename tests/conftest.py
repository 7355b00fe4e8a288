"""Shared fixtures: a refreshed warehouse of a small corpus, once per session, and copies of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.cli.refresh import run_refresh
from pipelines.schemas import MARTS
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from tests.integration import corpus


@dataclass(frozen=True)
class Place:
    """A raw folder with its warehouse."""

    settings: Settings

    @property
    def raw(self) -> Path:
        return self.settings.raw_dir

    @property
    def state(self) -> StateFolder:
        return StateFolder(self.settings.state_dir)

    def refresh(self, *, is_full: bool = False) -> int:
        return run_refresh(self.settings, is_full=is_full)

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        with duckdb.connect(self.settings.warehouse, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that the refresh answers for: all tables but the log of refreshes."""
        return {table.name: self.query(f"FROM {table.name} ORDER BY ALL") for table in MARTS}


def place_at(folder: Path) -> Place:
    return Place(Settings(raw_dir=folder / "raw", warehouse=folder / "warehouse" / "w.duckdb", workers=1))


@pytest.fixture(scope="session")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The corpus after its first refresh. Not to be changed: take `copied`."""
    place = place_at(tmp_path_factory.mktemp("refreshed"))
    corpus.write(place.raw)
    assert place.refresh() == 4
    return place


@pytest.fixture
def copied(refreshed: Place, tmp_path: Path) -> Place:
    """A refreshed place of one's own."""
    shutil.copytree(refreshed.raw.parent, tmp_path / "copy", symlinks=True)
    return place_at(tmp_path / "copy")
