"""The bytes of one file, bounded on disk and expanded, and only of one that stays still."""

from __future__ import annotations

import os
import stat
import zlib

from pipelines.ingest.errors import Refusal

_CHUNK = 1 << 20
_GZIP_WINDOW = 31  # zlib's way of asking for a gzip header


def read_bytes(path: bytes, limit: int) -> tuple[bytes, int]:
    """Content and size of a regular file of at most `limit` bytes.

    Raises:
        Refusal: `too_large` (told from the size, without reading), `not_a_file`, `vanished`, `unreadable`, or
            `changed` where the file grew or shrank while it was read.
    """
    try:
        # Not blocking: should a pipe have taken the file's place since it was listed, opening it returns.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise Refusal(
            "vanished", "Removed between listing and reading. Nothing to do, unless it should be there."
        ) from None
    except OSError as error:
        raise Refusal(
            "unreadable", f"Can't be opened ({error.strerror}). Give the user of the refresh access."
        ) from None
    try:
        return _read(handle, limit)
    except OSError as error:
        raise Refusal("unreadable", f"Can't be read ({error.strerror}). Check the disk and the access.") from None
    finally:
        os.close(handle)


def _read(handle: int, limit: int) -> tuple[bytes, int]:
    before = os.fstat(handle)
    if not stat.S_ISREG(before.st_mode):
        raise Refusal("not_a_file", "A pipe, socket or device: only files are read. Remove it.")
    if before.st_size > limit:
        raise Refusal(
            "too_large", f"{_megabytes(before.st_size)}, more than {_megabytes(limit)}. Split it into articles."
        )
    pieces, size = [], 0
    while size <= limit and (piece := os.read(handle, _CHUNK)):
        pieces.append(piece)
        size += len(piece)
    after = os.fstat(handle)
    if size != before.st_size or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise Refusal("changed", "Was written to while it was read. It is read again at the next refresh.")
    return b"".join(pieces), size


def expand(data: bytes, limit: int) -> bytes:
    """Content of a gzip file, one or several members, of at most `limit` bytes.

    Raises:
        Refusal: `malformed`, `truncated` or `expands_too_much`; never more than `limit` bytes are expanded.
    """
    if not data:
        raise Refusal("empty", "An empty file. Remove it or put the article in it.")
    if not data.startswith(b"\x1f\x8b"):
        raise Refusal("malformed", "Named .gz, but not a gzip file. Remove the ending or compress it.")
    pieces, size = [], 0
    while data.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(_GZIP_WINDOW)
        try:
            piece = member.decompress(data, limit - size + 1)
        except zlib.error:
            raise Refusal("malformed", "The gzip data is damaged. Fetch or compress the file again.") from None
        size += len(piece)
        pieces.append(piece)
        if size > limit:
            raise Refusal("expands_too_much", f"Expands to more than {_megabytes(limit)}. Split it into articles.")
        if not member.eof:
            raise Refusal("truncated", "The gzip data ends in the middle. Fetch or compress the file again.")
        data = member.unused_data.lstrip(b"\x00")  # padding is allowed after a member
    return b"".join(pieces)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB" if size < 1_000_000_000 else f"{size / 1_000_000_000:,.1f} GB"
