"""The commands. What they do lies elsewhere; here are their options, their output and their exit codes.

Modules that take long to import (Dagster, dbt) are imported by the command that needs them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from pipelines import __version__
from pipelines.errors import ConfigurationError, PlanwatchError
from pipelines.settings import Settings

_EXIT_CODES = """Exit codes: 0 all is well; 1 an error of ours, with a stack trace; 2 something to configure, told in
one sentence; 3 the new state was refused by its audit and nothing was published; 4 published, but some files could
not become articles; 5 an evaluation was below its floor; 75 another refresh of this warehouse is at work."""

app = typer.Typer(
    name="planwatch",
    help="Press articles about public plans, turned into a warehouse of what they say. " + _EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_err = Console(stderr=True, highlight=False)


@app.command()
def refresh(full: Annotated[bool, typer.Option("--full", help="Read and extract everything again.")] = False) -> None:
    """Bring the warehouse up to date with the raw folder."""
    from pipelines.cli.refresh import run_refresh

    raise typer.Exit(run_refresh(settings(), is_full=full))


@app.command()
def status() -> None:
    """Tell what the warehouse holds, how fresh it is and what the next refresh would read."""
    from pipelines.cli.look import show_status

    show_status(settings())


@app.command()
def query(
    sql: Annotated[str, typer.Argument(help="One SELECT over the tables of the warehouse.")],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
) -> None:
    """Run SQL on the published warehouse, read-only."""
    from pipelines.cli.look import run_query

    run_query(settings(), sql, as_csv=csv)


@app.command()
def show(entity_id: Annotated[str, typer.Argument(help="Key of a row, e.g. plans.plan_id.")]) -> None:
    """Show a row with the quotes that prove it."""
    from pipelines.cli.look import show_entity

    show_entity(settings(), entity_id)


@app.command()
def evaluate(
    folders: Annotated[list[Path], typer.Argument(help="Folders of articles with answers (NAME.txt, NAME.yaml).")],
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed, invented or wrong.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    min_f1: Annotated[float | None, typer.Option(help="Leave with exit code 5 where the mean F1 is lower.")] = None,
) -> None:
    """Score the extraction on articles with answers, in a warehouse aside."""
    from pipelines.cli.evaluate import run_evaluation

    raise typer.Exit(run_evaluation(folders, with_findings=errors, as_json=json, min_f1=min_f1))


@app.command()
def rollback(
    to: Annotated[str | None, typer.Option("--to", help="Id of the refresh to go back to; see refreshes.")] = None,
) -> None:
    """Publish an earlier version again: the one before, or that of a given refresh."""
    from pipelines.cli.versions import roll_back

    roll_back(settings(), to)


@app.command()
def diff(
    old: Annotated[str | None, typer.Argument(help="Id of a refresh; the version before the new one.")] = None,
    new: Annotated[str | None, typer.Argument(help="Id of a refresh; the published one.")] = None,
) -> None:
    """Tell what changed between two versions and why."""
    from pipelines.cli.versions import show_diff

    show_diff(settings(), old, new)


@app.command()
def doctor() -> None:
    """Check the installation, the folders, the lock and the published file; say what to do. Exits with 2 on trouble."""
    from pipelines.cli.doctor import examine

    raise typer.Exit(examine(settings()))


@app.command(name="dagster-home", hidden=True)
def dagster_home() -> None:
    """Make the folder that Dagster keeps its runs in, and print its path."""
    from pipelines.cli.look import make_dagster_home

    typer.echo(make_dagster_home(settings()))


@app.callback(invoke_without_command=True)
def options(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Options of every command."""
    if version:
        typer.echo(f"planwatch {__version__}")
        raise typer.Exit


def settings() -> Settings:
    """Settings from the environment.

    Raises:
        ConfigurationError: a variable's value isn't usable.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"PLANWATCH_{str(first['loc'][0]).upper()}"
        raise ConfigurationError(
            f"{name} isn't usable ({first['msg']}). Set it to another value or unset it."
        ) from None


def main() -> None:
    """Entry point: errors that are the user's to mend are one sentence and an exit code."""
    # What imports and lexicons make lasts as long as the command: looking for garbage took a tenth of its time.
    gc.set_threshold(100_000, 50, 100)
    try:
        _guarded(app)
    finally:
        # The interpreter looks through all objects before it ends; none of them is worth a second then.
        gc.freeze()


def _guarded(command: Callable[[], object]) -> None:
    try:
        command()
    except PlanwatchError as error:
        _err.print(f"planwatch: {error}", style="red", markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.exit(0)
