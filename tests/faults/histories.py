"""Random histories of additions, edits and removals: bringing up to date equals starting from nothing."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from pipelines.state import parts
from pipelines.state.folder import StateFolder
from tests.faults.counts import Counts, rounds
from tests.faults.news import FORMATS, article, as_lines
from tests.faults.steps import STEPS, bring_up, differing, tables

_BAD = (b"", b"%PDF-1.7 \x00\x01", b"{not json", b"\x1f\x8b\x08cut", b"Trop court.")
_ENDINGS = (*FORMATS, ".jsonl.gz")


def live_histories(
    folder: Path, count: int, *, length: int = 10, seed: int = 0, seconds: float | None = None
) -> Counts:
    """Live through random histories.

    After each change of the raw folder the state is brought up to date, or a refresh dies after some of its steps.
    Now and then the state must equal one made from nothing, and `--full` must change nothing, times included.
    """
    counts = Counts("histories")
    for number in rounds(count, seconds):
        # Every other history gathers its parts after few refreshes, which a long one does after many.
        with patch.object(parts, "MAX_PARTS", 2 if number % 2 == 0 else parts.MAX_PARTS):
            _live(counts, folder, number, length, seed)
        counts.did("histories")
    return counts


def _live(counts: Counts, folder: Path, number: int, length: int, seed: int) -> None:
    chance = random.Random(f"{seed}/{number}")
    shutil.rmtree(folder, ignore_errors=True)
    raw, state = folder / "raw", StateFolder(folder / "state")
    raw.mkdir(parents=True)
    for _ in range(12):
        _add(raw, chance)
    for step in range(length):
        for _ in range(chance.choice((1, 1, 2, 5, 12))):
            _change(raw, chance)
            counts.did("changes")
        dies = chance.random() < 0.25
        bring_up(raw, state, steps=chance.randrange(1, STEPS) if dies else STEPS)
        counts.did("refreshes cut off" if dies else "refreshes")
        if not dies and (step == length - 1 or chance.random() < 0.2):
            _compare(counts, folder, raw, state, f"history {number} of seed {seed}, step {step}")


def _compare(counts: Counts, folder: Path, raw: Path, state: StateFolder, note: str) -> None:
    fresh = StateFolder(folder / "fresh")
    shutil.rmtree(fresh.root, ignore_errors=True)
    bring_up(raw, fresh)
    found = differing(tables(state), tables(fresh))
    counts.expect("differences from a warehouse made from nothing", not found, f"{note}: {found}")
    before = tables(state, with_times=True)
    bring_up(raw, state, is_full=True)
    found = differing(tables(state, with_times=True), before)
    counts.expect("differences after --full", not found, f"{note}: {found}")
    counts.did("comparisons")
    counts.did("articles compared", len(before["clean_articles"]))


def _change(raw: Path, chance: random.Random) -> None:
    files = sorted(p for p in raw.rglob("*") if p.is_file())
    changes: list[Callable[[], object]] = [lambda: _add(raw, chance)]
    if files:
        one, other = chance.choice(files), chance.choice(files)
        name = raw / chance.choice(["", "sub", "sub/deep"]) / f"{chance.randrange(10**6):06}{''.join(one.suffixes)}"
        changes += [
            lambda: _add(raw, chance),
            lambda: _write(one, chance),
            one.unlink,
            lambda: os.utime(one),
            lambda: _copy(one, name),
            lambda: _move(one, name),
            lambda: shutil.copyfile(one, other) if one != other and one.suffixes == other.suffixes else None,
            lambda: one.write_bytes(chance.choice(_BAD)),
        ]
    chance.choice(changes)()


def _add(raw: Path, chance: random.Random) -> None:
    folder = raw / chance.choice(["", "sub", "autre dossier"])
    _write(folder / f"{chance.randrange(10**6):06}{chance.choice(_ENDINGS)}", chance)


def _write(path: Path, chance: random.Random) -> None:
    """Write an article out of few, so that copies and other versions of one meet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    some = [article(chance.randrange(24), version=chance.randrange(2)) for _ in range(chance.randint(1, 4))]
    form = FORMATS.get("".join(path.suffixes))
    path.write_bytes(form(some[0]) if form else as_lines(some))


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, to)


def _move(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    path.rename(to)
