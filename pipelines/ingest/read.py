"""Read one file of the raw folder into raw articles, or say why not."""

from __future__ import annotations

from pathlib import Path

from pipelines.ingest.decode import declared_charset, decode
from pipelines.ingest.errors import Refusal
from pipelines.ingest.files import expand, read_bytes
from pipelines.ingest.html import read_html
from pipelines.ingest.jsonfile import read_json, read_lines
from pipelines.ingest.records import FileEntry, Limits, RawArticle, ReadOutcome, Rejection
from pipelines.ingest.scan import path_of

_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}


def read_file(raw_dir: Path, entry: FileEntry, limits: Limits | None = None) -> ReadOutcome:
    """Articles and rejections of one entry of `scan`; at least one of either, whatever the file holds.

    The kind is told by the ending (.txt, .html, .htm, .json, .jsonl, .ndjson, each also with .gz), in any case.
    """
    limits = limits or Limits()
    if entry.rejection:
        return ReadOutcome(rejections=[entry.rejection])
    try:
        return _read(raw_dir, entry, limits)
    except Refusal as refusal:
        return ReadOutcome(rejections=[_rejection(entry, entry.source_path, refusal)])
    except (MemoryError, RecursionError):
        too_large = Refusal("too_large", "Needs more memory than one file may have. Split it into articles.")
        return ReadOutcome(rejections=[_rejection(entry, entry.source_path, too_large)])


def _read(raw_dir: Path, entry: FileEntry, limits: Limits) -> ReadOutcome:
    kind, is_gzip = _format(entry.source_path)
    bound = limits.lines_bytes if kind == "lines" else limits.file_bytes
    data, _ = read_bytes(path_of(raw_dir, entry.source_path), bound)
    if is_gzip:
        data = expand(data, bound)
    path = entry.source_path
    if kind == "lines":
        articles, refusals = read_lines(data, path, limits)
    elif kind == "json":
        articles, refusals = read_json(data, path, limits)
    elif kind == "html":
        articles, refusals = [read_html(decode(data, declared=declared_charset(data)), path, limits)], []
    else:
        articles, refusals = [RawArticle(path, _bounded(decode(data), limits))], []
    return ReadOutcome(articles, [_rejection(entry, part, refusal) for part, refusal in refusals])


def _format(path: str) -> tuple[str, bool]:
    name = path.rpartition("/")[2].lower()
    is_gzip = name.endswith(".gz")
    suffix = Path(name.removesuffix(".gz")).suffix
    if suffix not in _FORMATS:
        raise Refusal("unsupported", f"Only {', '.join(_FORMATS)} are read, each also with .gz. Convert or remove it.")
    return _FORMATS[suffix], is_gzip


def _bounded(text: str, limits: Limits) -> str:
    if len(text) > limits.text_chars:
        raise Refusal("too_large", f"More than {limits.text_chars:,} characters of text. Split it into articles.")
    return text


def _rejection(entry: FileEntry, path: str, refusal: Refusal) -> Rejection:
    return Rejection(path, refusal.reason, refusal.detail, entry.size_bytes)
