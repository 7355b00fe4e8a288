"""Generated bad files among good ones: each is accounted for once, and the good ones are all there."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import shutil
import socket
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from pipelines.errors import EXIT_WITH_REJECTIONS
from pipelines.ingest.scan import source_path
from tests.faults.counts import Counts
from tests.faults.news import article, as_record, as_text, write_corpus
from tests.faults.site import Site

Maker = Callable[[Path, random.Random], Path]


@dataclass(frozen=True)
class Bad:
    """A class of bad files.

    Attributes:
        make: writes the file, or whatever it is, at a path without ending, and returns the path.
        reasons: words that its rejection may bear; empty where it must become an article, and with "article" among
            them where it may; "parts" where every part of it is rejected.
    """

    make: Maker
    reasons: tuple[str, ...]


def _holding(suffix: str, content: Callable[[random.Random], bytes]) -> Maker:
    def make(stem: Path, chance: random.Random) -> Path:
        path = stem.with_name(stem.name + suffix)
        path.write_bytes(content(chance))
        return path

    return make


def _some(chance: random.Random) -> bytes:
    return as_text(article(chance.randrange(10**6)))


def _cut_gzip(chance: random.Random) -> bytes:
    whole = gzip.compress(_some(chance))
    return whole[: chance.randrange(20, len(whole) - 9)]


def _damaged_gzip(chance: random.Random) -> bytes:
    whole = bytearray(gzip.compress(_some(chance)))
    for _ in range(30):
        whole[chance.randrange(12, len(whole))] ^= 0xFF
    return bytes(whole)


def _gzip_bomb(_: random.Random) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    chunk = bytes(10_000_000)
    return b"".join(packer.compress(chunk) for _ in range(100)) + packer.flush()


def _lines_among_bad(chance: random.Random) -> bytes:
    good = [as_record(article(chance.randrange(10**6))) for _ in range(3)]
    bad = [b"{not json", b"[]", b'{"body": 7}', b'{"title":"x","body":""}', b"\xff\xfe{", b'{"body":' + b"[" * 5000]
    lines = good + chance.sample(bad, 3)
    chance.shuffle(lines)
    return b"\n".join(lines)


def _zip(chance: random.Random) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("article.txt", _some(chance))
    return held.getvalue()


def _tar(chance: random.Random) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        content = _some(chance)
        info = tarfile.TarInfo("article.txt")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return held.getvalue()


def _sparse(size: int) -> Maker:
    def make(stem: Path, _: random.Random) -> Path:
        path = stem.with_suffix(".txt")
        with path.open("wb") as file:
            file.truncate(size)
        return path

    return make


def _link(target: str) -> Maker:
    def make(stem: Path, _: random.Random) -> Path:
        path = stem.with_suffix(".txt")
        path.symlink_to(target or path)
        return path

    return make


def _fifo(stem: Path, _: random.Random) -> Path:
    path = stem.with_suffix(".txt")
    os.mkfifo(path)
    return path


def _socket(stem: Path, _: random.Random) -> Path:
    path = stem.with_suffix(".txt")
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # A socket's address is short: it is bound through the folder's handle.
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)
    return path


def _named(name: bytes) -> Maker:
    def make(stem: Path, chance: random.Random) -> Path:
        path = stem.with_name(stem.name + os.fsdecode(name) + ".txt")
        path.write_bytes(_some(chance))
        return path

    return make


def _with_controls(chance: random.Random) -> bytes:
    text = _some(chance).decode()
    return "".join(c + chance.choice(["", "", "", "\u202e", "\u2066", "\x07", "\u200b"]) for c in text).encode()


_TEXT = ("binary", "undecodable", "no_text", "malformed")
CLASSES: dict[str, Bad] = {
    "empty": Bad(_holding(".txt", lambda _: b""), ("empty",)),
    "blank": Bad(_holding(".txt", lambda _: b" \n\t\r\n \xc2\xa0 "), ("empty", "no_text")),
    "random bytes": Bad(_holding(".txt", lambda c: c.randbytes(5000)), _TEXT),
    "random bytes as a page": Bad(_holding(".html", lambda c: c.randbytes(5000)), _TEXT),
    "renamed PDF": Bad(_holding(".txt", lambda c: b"%PDF-1.7\n" + c.randbytes(3000)), ("binary",)),
    "renamed PNG": Bad(_holding(".html", lambda c: b"\x89PNG\r\n\x1a\n" + c.randbytes(3000)), ("binary",)),
    "renamed ZIP": Bad(_holding(".txt", _zip), ("binary",)),
    "compressed tar": Bad(_holding(".txt.gz", lambda c: gzip.compress(_tar(c))), ("binary",)),
    "zero bytes": Bad(_holding(".txt", lambda c: bytes(c.randrange(1, 100_000))), ("binary", "empty")),
    "odd wide text": Bad(_holding(".txt", lambda c: b"\xff\xfe" + _some(c) + b"x"), ("undecodable", "article", *_TEXT)),
    "undecodable": Bad(_holding(".txt", lambda c: bytes(c.randrange(0x80, 0x100) for _ in range(4000))), _TEXT),
    "truncated gzip": Bad(_holding(".txt.gz", _cut_gzip), ("truncated", "malformed")),
    "damaged gzip": Bad(_holding(".txt.gz", _damaged_gzip), ("malformed", "truncated")),
    "not gzip": Bad(_holding(".txt.gz", _some), ("malformed",)),
    "gzip bomb": Bad(_holding(".txt.gz", _gzip_bomb), ("expands_too_much",)),
    "JSON bomb": Bad(_holding(".json", lambda _: b"[" * 5_000_000), ("too_deep",)),
    "JSON bomb of objects": Bad(_holding(".json", lambda _: b'{"a":' * 2_000_000), ("too_deep",)),
    "huge number": Bad(_holding(".json", lambda _: b'{"body":' + b"9" * 3_000_000 + b"}"), ("too_large",)),
    "cut JSON": Bad(
        _holding(".json", lambda c: as_record(article(c.randrange(10**6)))[:-40]), ("malformed", "truncated")
    ),
    "JSON without text": Bad(_holding(".json", lambda _: b'{"title": "Only a title"}'), ("no_text",)),
    "JSON of another shape": Bad(_holding(".json", lambda _: b'[1, "two", null]'), ("parts",)),
    "bad lines among good": Bad(_holding(".jsonl", _lines_among_bad), ("article",)),
    "100 MB of text": Bad(_sparse(100_000_000), ("too_large",)),
    "sparse 5 GB": Bad(_sparse(5_000_000_000), ("too_large",)),
    "long text": Bad(_holding(".txt", lambda _: b"Le plan Eau 2030. " * 200_000), ("too_large",)),
    "deep nesting": Bad(_holding(".html", lambda _: b"<div>" * 1_000_000), ("too_deep", "too_large")),
    "many tags": Bad(_holding(".html", lambda _: b"<p>mot</p>" * 100_000), ("too_large",)),
    "page without text": Bad(
        _holding(".html", lambda _: b"<html><body><script>x()</script></body></html>"), ("no_text",)
    ),
    "unclosed tag": Bad(
        _holding(".html", lambda _: b"<html><body><p>" + b"<a href='" * 50_000), ("no_text", "too_large", "too_deep")
    ),
    "link outside": Bad(_link("/etc/passwd"), ("link",)),
    "link to itself": Bad(_link(""), ("link",)),
    "dangling link": Bad(_link("/nowhere/at/all"), ("link",)),
    "link to a folder": Bad(_link("/etc"), ("link",)),
    "pipe": Bad(_fifo, ("not_a_file",)),
    "socket": Bad(_socket, ("not_a_file",)),
    "other ending": Bad(_holding(".docx", _some), ("unsupported",)),
    "newline in the name": Bad(_named(b"a\nb"), ()),
    "quotes in the name": Bad(_named(b"'\"; DROP TABLE articles; --"), ()),
    "name that isn't UTF-8": Bad(_named(b"\xff\xfe\x80"), ()),
    "name like a line of another": Bad(_named(b".jsonl#L3"), ()),
    "controls and directions": Bad(_holding(".txt", _with_controls), ("article", "binary")),
    "regular expressions": Bad(
        _holding(".txt", lambda c: (b"a" * 30_000 + b"! ") * 20 + _some(c)), ("article", "no_text")
    ),
    "digits": Bad(_holding(".txt", lambda _: b"1" * 900_000), ("no_text",)),
    "dates": Bad(_holding(".txt", lambda _: b"99/99/9999 2024-02-31 12:61 " * 20_000), ("article", "no_text")),
    "published on no date": Bad(
        _holding(".json", lambda c: json.dumps({"body": _some(c).decode(), "published": "9" * 100_000}).encode()), ()
    ),
    "combining marks": Bad(
        _holding(".txt", lambda _: ("e" + "\u0301" * 2000 + " ").encode() * 150), ("no_text", "article")
    ),
}


def refresh_among_hostile(folder: Path, bad: int, good: int, *, seed: int = 0) -> Counts:
    """Refresh `bad` files of all classes among `good` ones, and look for each in the warehouse."""
    counts = Counts("bad files")
    shutil.rmtree(folder, ignore_errors=True)
    site = Site(folder)
    n_good = write_corpus(site.raw, range(good), seed=seed)
    made = _write_bad(site.raw, bad, seed)
    finished = site.run("refresh")
    counts.expect("other exit codes", finished.code == EXIT_WITH_REJECTIONS, f"{finished.code}: {finished.out[-2000:]}")
    counts.expect("stack traces", "Traceback" not in finished.out, finished.out[-2000:])
    if not site.warehouse.exists():
        return counts
    with duckdb.connect(site.warehouse, read_only=True) as connection:
        behind = dict(connection.execute("SELECT source_path, count(*) FROM article_files GROUP BY ALL").fetchall())
        rejected = connection.execute("SELECT source_path, part, reason, detail FROM rejected_articles").fetchall()
    whole: dict[str, list[tuple[str, str]]] = {}
    for path, _, reason, detail in (row for row in rejected if not row[1]):
        whole.setdefault(path, []).append((reason, detail))
    parts = [path for path, part, _, _ in rejected if part]
    for path, name in made.items():
        reasons = CLASSES[name].reasons
        told = whole.get(path, [])
        counts.did("bad files")
        n_outcomes = len(told) + (path in behind or path in parts)
        counts.expect("not accounted for exactly once", n_outcomes == 1, f"{name} {path}: {told}")
        found = told[0][0] if told else "article" if path in behind else "parts"
        counts.expect("other outcomes", found in (reasons or ("article",)), f"{name}: {found} {told}")
        counts.expect(
            "rejections without a sentence", all(len(detail or "") > 20 for _, detail in told), f"{name}: {told}"
        )
        if name == "bad lines among good":
            lines = (behind.get(path), parts.count(path))
            counts.expect("lines lost", lines == (3, 3), str(lines))
    listed = {source_path(os.fsencode(p.relative_to(site.raw))) for p in _files(site.raw)}
    accounted = {*behind, *whole, *parts}
    counts.expect("files without an outcome", listed <= accounted, str(sorted(listed - accounted)[:5]))
    counts.expect("outcomes without a file", accounted <= listed, str(sorted(accounted - listed)[:5]))
    good_rows = sum(n for path, n in behind.items() if path not in made)
    counts.expect("good articles lost", good_rows == good, f"{good_rows} of {good}")
    counts.did("classes", len(set(made.values())))
    counts.did("good files", n_good)
    counts.did("good articles", good)
    counts.did("seconds", finished.seconds)
    counts.expect("litter", not site.litter(), str(site.litter()))
    return counts


def _files(raw: Path) -> list[Path]:
    return [p for p in raw.rglob("*") if p.is_symlink() or not p.is_dir()]


def _write_bad(raw: Path, count: int, seed: int) -> dict[str, str]:
    """Write bad files, each class in its turn; returns their paths, as the warehouse has them, with their class."""
    made = {}
    for number in range(count):
        name = list(CLASSES)[number % len(CLASSES)]
        folder = raw / f"bad{number % 7}"
        folder.mkdir(exist_ok=True)
        path = CLASSES[name].make(folder / f"{number:05}", random.Random(f"{seed}/{number}"))
        made[source_path(os.fsencode(path.relative_to(raw)))] = name
    return made
