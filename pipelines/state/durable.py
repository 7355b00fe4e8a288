"""Writes that survive a kill or a power cut: a name appears only when all of its bytes are on disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import polars as pl

# Whatever begins like this is unfinished: any refresh that holds the lock may remove it.
UNFINISHED = ".unfinished-"


def write_file(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make a file aside, then put it in the place of `path` in one step."""
    make_folder(path.parent)
    aside = path.with_name(f"{UNFINISHED}{path.name}")
    write(aside)
    sync(aside)
    os.replace(aside, path)
    sync(path.parent)


def write_folder(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a folder aside, then give it its name; an existing folder of that name stays as it is."""
    make_folder(path.parent)
    aside = path.with_name(f"{UNFINISHED}{path.name}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    write(aside)
    for file in aside.iterdir():
        sync(file)
    sync(aside)
    if path.exists():
        shutil.rmtree(aside)
        return
    os.rename(aside, path)
    sync(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, each one's name on disk: without that, a power cut takes what is in it."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for folder in reversed(missing):
        sync(folder.parent)


def write_text(path: Path, text: str) -> None:
    """Replace a text file."""
    write_file(path, lambda aside: aside.write_text(text, encoding="utf-8"))


def write_parquet(path: Path, frame: pl.DataFrame | pl.LazyFrame) -> None:
    """Replace a Parquet file; a lazy frame is streamed into it."""
    lazy = frame.lazy()
    write_file(path, lambda aside: lazy.sink_parquet(aside, compression="zstd"))


def remove_folder(path: Path) -> None:
    """Remove a folder in one step for whoever looks at its name."""
    if path.exists():
        aside = path.with_name(f"{UNFINISHED}gone-{path.name}")
        shutil.rmtree(aside, ignore_errors=True)
        os.rename(path, aside)
        shutil.rmtree(aside)


def sync(path: Path) -> None:
    """Force a file's bytes, or a folder's names, to disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def unfinished(folder: Path) -> list[Path]:
    """What a killed refresh left below `folder`, two folders deep: nothing is written aside further down."""
    return [path for depth in ("", "*/", "*/*/") for path in folder.glob(f"{depth}{UNFINISHED}*")]


def remove_unfinished(folder: Path) -> int:
    """Remove what a killed refresh left below `folder`; returns how many files and folders."""
    leftovers = unfinished(folder)
    for path in leftovers:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return len(leftovers)
