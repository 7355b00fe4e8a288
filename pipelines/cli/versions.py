"""`planwatch rollback` and `planwatch diff`."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.errors import ConfigurationError
from pipelines.settings import Settings
from pipelines.state.folder import StateFolder
from pipelines.state.lock import refresh_lock
from pipelines.warehouse.diff import diff
from pipelines.warehouse.publish import published_id, restore_version, versions


def roll_back(settings: Settings, refresh_id: str | None) -> None:
    """Publish an earlier version again.

    Raises:
        WarehouseBusy: a refresh is at work.
        ConfigurationError: there is no such version.
    """
    with refresh_lock(settings.state_dir, settings.lock_wait_seconds):
        state = StateFolder(settings.state_dir)
        restored = restore_version(state, settings.warehouse, refresh_id, settings.keep_versions)
    Console(highlight=False).print(
        Text(f"Published again: {restored}. The next refresh publishes what the raw folder holds then.")
    )


def show_diff(settings: Settings, old: str | None, new: str | None) -> None:
    """Print the rows added, changed and gone per table.

    Raises:
        ConfigurationError: there is no such version.
    """
    console = Console(highlight=False)
    new_path, new_id = _version(settings, new)
    old_path, old_id = _version(settings, old) if old else _before(settings, new_id)
    found = diff(old_path, new_path)
    console.print(Text(f"From {old_id} to {new_id}"))
    if found.is_empty():
        console.print("No row differs.")
        return
    table = Table("table", "change", "cause", "rows", box=None, pad_edge=False, header_style="bold")
    for row in found.iter_rows():
        table.add_row(*map(str, row))
    console.print(table)


def _version(settings: Settings, refresh_id: str | None) -> tuple[Path, str]:
    published = published_id(settings.warehouse)
    if published is not None and refresh_id in {None, published}:
        return settings.warehouse, published
    for path in versions(StateFolder(settings.state_dir)):
        if path.stem == refresh_id:
            return path, path.stem
    raise ConfigurationError(f"There is no version {refresh_id or 'published yet'}. Look into the table refreshes.")


def _before(settings: Settings, refresh_id: str) -> tuple[Path, str]:
    earlier = [path for path in versions(StateFolder(settings.state_dir)) if path.stem < refresh_id]
    if not earlier:
        raise ConfigurationError(f"No version before {refresh_id} is kept. Refresh once more, then compare.")
    return earlier[-1], earlier[-1].stem
