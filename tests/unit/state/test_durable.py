from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipelines.state.durable import UNFINISHED, make_folder, remove_unfinished, write_file, write_folder


def test_bytes_are_on_disk_before_their_name_is_and_the_name_before_the_write_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, str]] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append(("sync", Path(f"/proc/self/fd/{handle}").readlink().name))
        sync(handle)

    def replaced(source: Path, target: Path) -> None:
        done.append(("name", target.name))
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    write_file(tmp_path / "a", lambda aside: aside.write_bytes(b"1"))
    assert done == [("sync", f"{UNFINISHED}a"), ("name", "a"), ("sync", tmp_path.name)]


def test_new_folders_have_their_names_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(Path(f"/proc/self/fd/{handle}").readlink().name))
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path.name, "a"]


def test_a_write_that_dies_leaves_what_was_there_and_is_cleared_away(tmp_path: Path) -> None:
    def dies(aside: Path) -> None:
        (aside / "half" if aside.is_dir() else aside).write_bytes(b"ha")
        raise KeyboardInterrupt

    (tmp_path / "file").write_bytes(b"whole")
    for write, name in ((write_file, "file"), (write_folder, "parts/read/folder")):
        with pytest.raises(KeyboardInterrupt):
            write(tmp_path / name, dies)
    assert remove_unfinished(tmp_path) == 2
    assert (tmp_path / "file").read_bytes() == b"whole"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "parts", "read"]
