"""Listing the raw folder: each name once, nothing opened, nothing followed out of it."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest import path_of, read_file, scan
from pipelines.ingest.scan import source_path


def listed(folder: Path) -> dict[str, str | None]:
    return {e.source_path: e.rejection.reason if e.rejection else None for e in scan(folder)}


def test_files_of_sub_folders_are_listed_in_order_of_their_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [e.source_path for e in scan(tmp_path)] == ["a/b/c.html", "a/z.txt", "b.txt"]


def test_a_file_comes_with_its_size_and_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000_000_000))
    (entry,) = scan(tmp_path)
    assert (entry.size_bytes, entry.modified_ns) == (3, 7_000_000_000)


def test_links_out_of_the_folder_to_nothing_and_to_themselves_are_told(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("outside")
    (raw / "out.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "gone.txt").symlink_to(raw / "nothing.txt")
    (raw / "self.txt").symlink_to(raw / "self.txt")
    (raw / "up").symlink_to(tmp_path)
    (raw / "round").symlink_to(raw)
    assert set(listed(raw).values()) == {"link"}
    assert len(listed(raw)) == 5


def test_a_link_to_a_file_of_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some text.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert listed(tmp_path) == {"a.txt": None, "b.txt": None}
    assert [read_file(tmp_path, e).articles[0].text for e in scan(tmp_path)] == ["Some text.", "Some text."]


def test_a_sibling_folder_whose_name_begins_alike_is_outside(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw2").mkdir()
    (tmp_path / "raw2" / "a.txt").write_text("x")
    (tmp_path / "raw" / "a.txt").symlink_to(tmp_path / "raw2" / "a.txt")
    assert listed(tmp_path / "raw") == {"a.txt": "link"}


def test_pipes_and_sockets_are_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        assert listed(tmp_path) == {"pipe.txt": "not_a_file", "s.txt": "not_a_file"}


@pytest.mark.parametrize(
    "name",
    [
        b"new\nline.txt",
        b"quo'te\".txt",
        b"caf\xe9.txt",
        "café.txt".encode(),
        b"back\\x41.txt",
        b"a.jsonl#L3.txt",
        b"p#L12",
    ],
)
def test_any_name_can_be_stored_and_opened_again(tmp_path: Path, name: bytes) -> None:
    handle = os.open(os.fsencode(tmp_path) + b"/" + name, os.O_CREAT | os.O_WRONLY)
    os.write(handle, b"Text.")
    os.close(handle)
    (entry,) = scan(tmp_path)
    assert entry.source_path.encode("utf-8")
    assert path_of(tmp_path, entry.source_path).endswith(b"/" + name)
    outcome = read_file(tmp_path, entry)
    assert len(outcome.articles) + len(outcome.rejections) == 1


@given(
    st.lists(st.binary(min_size=1, max_size=12).filter(lambda b: b"\0" not in b), min_size=2, max_size=2, unique=True)
)
def test_two_names_never_share_a_path_and_a_path_leads_back(names: list[bytes]) -> None:
    first, second = (source_path(name) for name in names)
    assert first != second
    assert [path_of(Path("/r"), path) for path in (first, second)] == [b"/r/" + n for n in names]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        scan(tmp_path / "none")
