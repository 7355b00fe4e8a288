"""What the costliest files that could be thought of take to read, and the costliest texts to extract."""

from __future__ import annotations

import gzip
import resource
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipelines.ingest import scan
from pipelines.steps.files import read_and_clean
from tests.faults.counts import Counts

_MEGABYTE = 1_000_000


def _filled(piece: str) -> Callable[[], bytes]:
    return lambda: (piece.encode() * (_MEGABYTE // len(piece.encode()) + 1))[: _MEGABYTE - 100]


COSTLY: dict[str, Callable[[], bytes]] = {
    "words.txt": _filled("Le plan Eau 2030 prévoit 17 millions. "),
    "lines.txt": _filled("Le plan Eau.\n"),
    "bullets.txt": _filled("- axe un deux\n"),
    "letter.txt": _filled("x"),
    "digits.txt": _filled("1"),
    "dates.txt": _filled("12/03/2024 "),
    "spaces.txt": _filled(" " * 1000 + "a"),
    "newlines.txt": _filled("\n" * 1000 + "a"),
    "addresses.txt": _filled("a.b@example.org https://example.org/a/b "),
    "capitals.txt": _filled("PLAN NATIONAL "),
    "hyphens.txt": _filled("a-b-"),
    "quotes.txt": _filled('"« mot'),
    "marks.txt": _filled("e" + "\u0301" * 500 + " "),
    "directions.txt": _filled("Le plan \u202e de \u2066"),
    "tags.html": lambda: b"<html><body>" + b"<p>mot " * 29_000 + b"</body></html>",
    "table.html": lambda: b"<html><body><table>" + b"<tr><td>a<td>b<td>c" * 7_000 + b"</table></body></html>",
    "deep.html": lambda: b"<html><body>" + b"<div>" * 990 + b"some words of text" + b"</div>" * 990,
    "entities.html": lambda: b"<html><body><article><p>" + b"&eacute;&amp;&lt;" * 50_000 + b"</p></article></body>",
    "brackets.html": lambda: b"<html><body><p>mot " + b"<" * 900_000,
    "brackets.json": lambda: b'{"body":"' + b"[" * 900_000 + b'"}',
    "records.jsonl": lambda: b'{"body":"Le plan Eau 2030 compte dix millions."}\n' * 19_000,
    "expanding.json.gz": lambda: gzip.compress(b'{"body":"' + b"mot " * 4_500_000 + b'"}'),
}


def read_costly(folder: Path, names: Sequence[str] = tuple(COSTLY)) -> Counts:
    """Read each of `COSTLY`, of up to a megabyte, and take the computing time and memory of the costliest."""
    counts = Counts("costs")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).write_bytes(COSTLY[name]())
    slowest = (0.0, "")
    for entry in scan(folder):
        begun = time.process_time()
        read_and_clean(folder, [entry])
        slowest = max(slowest, (time.process_time() - begun, entry.source_path))
        counts.did("files")
    counts.did("seconds of the slowest", slowest[0])
    counts.did("megabytes at the peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    counts.expect("slower than 20 seconds", slowest[0] < 20, slowest[1])
    return counts
