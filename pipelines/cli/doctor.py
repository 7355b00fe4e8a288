"""`planwatch doctor`: what is wrong, and what to do about it."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
from rich.console import Console
from rich.text import Text

from pipelines.alerts import check_target
from pipelines.errors import ConfigurationError, PlanwatchError
from pipelines.extract.lexicon import languages
from pipelines.resources import check_folders
from pipelines.settings import Settings, dbt_project_dir
from pipelines.state.durable import unfinished
from pipelines.state.folder import StateFolder
from pipelines.state.lock import holder
from pipelines.warehouse.publish import open_read_only, versions

_LITTLE_ROOM = 200_000_000  # bytes


def examine(settings: Settings) -> int:
    """Run every check and print what it found; returns the exit code, 2 where something is to be done."""
    console = Console(highlight=False)
    checks: dict[str, Callable[[Settings], str]] = {
        "installation": _installation,
        "folders": _folders,
        "lock": _lock,
        "leftovers": _leftovers,
        "published file": _published,
        "invariants": _invariants,
        "alerts": _alerts,
    }
    n_bad = 0
    for name, check in checks.items():
        try:
            console.print(Text.assemble(("ok   ", "green"), f"{name}: {check(settings)}"), soft_wrap=True)
        except PlanwatchError as error:
            n_bad += 1
            console.print(Text.assemble(("bad  ", "red"), f"{name}: {error}"), soft_wrap=True)
    return ConfigurationError.exit_code if n_bad else 0


def _installation(_: Settings) -> str:
    dbt = Path(sysconfig.get_path("scripts")) / "dbt"
    if not dbt.exists():
        raise ConfigurationError(
            f"dbt isn't installed beside planwatch ({dbt}). Install planwatch's dependencies again."
        )
    if not (dbt_project_dir() / "dbt_project.yml").exists():
        raise ConfigurationError("The dbt project is missing from the package. Install planwatch again.")
    return f"dbt, the dbt project and the languages {', '.join(languages())} are there"


def _folders(settings: Settings) -> str:
    check_folders(settings)
    free = shutil.disk_usage(settings.warehouse.parent).free
    if free < _LITTLE_ROOM:
        raise ConfigurationError(f"Only {free / 1e6:.0f} MB are free beside {settings.warehouse}. Make room.")
    return f"{settings.raw_dir} can be read, {settings.warehouse.parent} written, {free / 1e9:.1f} GB are free"


def _lock(settings: Settings) -> str:
    busy = holder(settings.state_dir)
    return f"a refresh is at work ({busy})" if busy else "no refresh is at work"


def _leftovers(settings: Settings) -> str:
    n_leftovers = len(unfinished(settings.state_dir))
    log = settings.warehouse.with_name(settings.warehouse.name + ".wal")
    if log.exists():
        raise ConfigurationError(
            f"{log} lies beside the warehouse: a program opened it for writing. Close that program; the next refresh "
            "removes the file. Open the warehouse read-only (`duckdb -readonly`)."
        )
    return f"{n_leftovers} of a killed refresh, which the next one removes" if n_leftovers else "none"


def _published(settings: Settings) -> str:
    open_read_only(settings.warehouse).close()
    return f"opens, and {len(versions(StateFolder(settings.state_dir)))} earlier versions are kept"


def _invariants(settings: Settings) -> str:
    open_read_only(settings.warehouse).close()
    tests = sorted((StateFolder(settings.state_dir).dbt / "run" / "compiled").rglob("*.sql"))
    broken = list(_broken(settings.warehouse, [t for t in tests if _is_test(t)]))
    if broken:
        raise ConfigurationError(
            f"The published file breaks {', '.join(broken)}. Go back (`planwatch rollback`) or refresh (`--full`)."
        )
    if not tests:
        return "not looked at: the tests of the last refresh aren't there; refresh first"
    return "every test of the last refresh holds on the published file"


def _is_test(path: Path) -> bool:
    return path.parent.name.endswith(".yml") or path.parent.name == "tests"


def _broken(warehouse: Path, tests: list[Path]) -> Iterator[str]:
    """Names of dbt's tests that fail on the published file; those about the layers that it doesn't have are left."""
    with duckdb.connect() as connection:
        # Under the build database's name, which the compiled tests say.
        connection.execute(f"ATTACH '{str(warehouse).replace(chr(39), chr(39) * 2)}' AS planwatch (READ_ONLY)")
        for test in tests:
            try:
                row = connection.execute(f"SELECT count(*) FROM ({test.read_text(encoding='utf-8')})").fetchone()
            except duckdb.CatalogException:
                continue
            if row and row[0]:
                yield f"{test.stem} ({row[0]} rows)"


def _alerts(settings: Settings) -> str:
    check_target(settings.alert)
    return f"failures are told by {settings.alert.split(':')[0]}"
