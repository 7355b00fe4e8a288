"""What ingest hands on: files, raw articles and rejections, as records and as frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

import polars as pl


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a file, or a part of one, gives no article.

    Attributes:
        source_path: the file; for a bad line of a JSON Lines file its path and `#L<line>`, for a bad item of a
            JSON list its path and `#<item>` (both from 1).
        reason: a word out of `REASONS`.
        detail: a sentence that says what is wrong and what to do about it.
        size_bytes: size of the file on disk, None where unknown.
    """

    source_path: str
    reason: str
    detail: str
    size_bytes: int | None = None


REASONS: dict[str, str] = {
    "empty": "nothing but white space",
    "binary": "not text: a document, an image, an archive",
    "undecodable": "text in a character set that isn't read",
    "too_large": "more bytes than an article has",
    "expands_too_much": "a gzip file that grows past the bound",
    "too_deep": "nested deeper than any real page or record",
    "truncated": "cut off in the middle",
    "malformed": "not the format that the name says",
    "no_text": "well-formed, but without an article's text",
    "unsupported": "a kind of file that isn't read",
    "unreadable": "the system refuses to open it",
    "link": "a symbolic link that isn't followed",
    "not_a_file": "a pipe, socket or device",
    "vanished": "removed between listing and reading",
    "changed": "still being written",
    "too_costly": "took more time or memory than one file may",
    "failed": "an error of ours",
}


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A name found in the raw folder.

    Attributes:
        source_path: POSIX path relative to the raw folder, always valid UTF-8 (see `scan.source_path`).
        size_bytes: size on disk (of a link's target, where the link is followed).
        modified_ns: time of last modification in nanoseconds since the epoch.
        rejection: set where the entry can't be read at all; `read_file` hands it on.
        changed_ns: time of the last change of content or attributes (ctime), which no copying tool sets back.
    """

    source_path: str
    size_bytes: int
    modified_ns: int
    rejection: Rejection | None = None
    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article as it arrived: text with its noise, and what the file's own fields say about it.

    Attributes:
        source_path: the file's; in a JSON Lines file followed by `#L<line>`, in a JSON list by `#<item>`.
        text: decoded text, HTML already reduced to its main content, one block per line.
        published: the date as the field or markup words it; not parsed here.
    """

    source_path: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


@dataclass(slots=True)
class ReadOutcome:
    """What came out of one file: at least one article or one rejection."""

    articles: list[RawArticle] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds per file, so that no file stops or slows the others.

    Attributes:
        file_bytes: a .txt, .html or .json file on disk; also what one line of a JSON Lines file may have.
        lines_bytes: a JSON Lines file, on disk and expanded.
        html_bytes: an HTML page, expanded.
        html_tags, html_depth: opening tags of a page, and how deep they nest.
        json_depth: nesting of a JSON record.
        text_chars: text of one article.
    """

    file_bytes: int = 20_000_000
    lines_bytes: int = 200_000_000
    html_bytes: int = 5_000_000
    html_tags: int = 30_000
    html_depth: int = 1_000
    json_depth: int = 100
    text_chars: int = 1_000_000


RAW_SCHEMA = pl.Schema(
    {
        "source_path": pl.String,
        "text": pl.String,
        "title": pl.String,
        "published": pl.String,
        "publisher": pl.String,
        "author": pl.String,
        "url": pl.String,
    }
)
REJECTION_SCHEMA = pl.Schema(
    {"source_path": pl.String, "reason": pl.String, "detail": pl.String, "size_bytes": pl.Int64}
)


def raw_frame(articles: Iterable[RawArticle]) -> pl.DataFrame:
    """Articles as the frame that `pipelines.clean.clean_batch` takes."""
    return pl.DataFrame([asdict(article) for article in articles], schema=RAW_SCHEMA)


def rejection_frame(rejections: Iterable[Rejection]) -> pl.DataFrame:
    """Rejections as a frame, without `seen_at`, which the caller knows."""
    return pl.DataFrame([asdict(rejection) for rejection in rejections], schema=REJECTION_SCHEMA)
