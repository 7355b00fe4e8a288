"""List the raw folder: every name once, in a fixed order, nothing opened, no link followed out of it."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from pipelines.ingest.records import FileEntry, Rejection

_ESCAPE = re.compile(r"\\x[0-9a-f]{2}")
# A name that could be taken for a line or an item of another file, or for an escape, is escaped itself.
_AMBIGUOUS = re.compile(r"\\x[0-9a-f]{2}|#L?\d+$")


def source_path(relative: bytes) -> str:
    r"""Valid UTF-8 for any file name, and a different one for each.

    Names in UTF-8 stay as they are. Bytes that aren't UTF-8 are written `\xNN`; a name that already contains
    such an escape has its backslashes written `\x5c`, one that ends like a part of another file (`#L3`, `#3`)
    its last `#` as `\x23`. `path_of` reverses this.
    """
    name = relative.decode("utf-8", "surrogateescape")
    has_bad_bytes = any("\udc80" <= c <= "\udcff" for c in name)
    if not has_bad_bytes and not _AMBIGUOUS.search(name):
        return name
    name = name.replace("\\", r"\x5c")
    name = re.sub(r"#(?=L?\d+$)", r"\\x23", name)
    return "".join(rf"\x{ord(c) - 0xDC00:02x}" if "\udc80" <= c <= "\udcff" else c for c in name)


def path_of(raw_dir: Path, path: str) -> bytes:
    """The file system's name for a `FileEntry.source_path`."""
    if _ESCAPE.search(path):
        relative = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes([int(m[1], 16)]), path.encode())
    else:
        relative = path.encode()
    return os.fsencode(raw_dir) + b"/" + relative


def scan(raw_dir: Path) -> list[FileEntry]:
    """Every file, link, pipe, socket and device below a folder, in order of its path.

    Folders are walked without recursion and links to folders never entered. What can't be read is returned with
    its `rejection`: it is listed, not opened, so that nothing blocks.

    Raises:
        OSError: the folder itself is missing, isn't a folder or can't be listed.
    """
    root = os.fsencode(raw_dir)
    real_root = os.path.realpath(root)
    entries: list[FileEntry] = []
    pending = [b""]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root + b"/" + folder) as listing:
                found = list(listing)
        except OSError as error:
            if not folder:
                raise
            entries.append(_refused(folder, 0, 0, "unreadable", f"The folder can't be listed ({_words(error)})."))
            continue
        for item in found:
            relative = folder + b"/" + item.name if folder else item.name
            if _is_folder(item):
                pending.append(relative)
            else:
                entries.append(_entry(item, relative, real_root))
    return sorted(entries, key=lambda entry: entry.source_path)


def _is_folder(item: os.DirEntry[bytes]) -> bool:
    try:
        return item.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _entry(item: os.DirEntry[bytes], relative: bytes, real_root: bytes) -> FileEntry:
    try:
        status = item.stat(follow_symlinks=False)
        if stat.S_ISLNK(status.st_mode):
            return _link(item, relative, real_root, status)
    except FileNotFoundError:
        return _refused(relative, 0, 0, "vanished", "Removed while the folder was listed.")
    except OSError as error:
        return _refused(relative, 0, 0, "unreadable", f"Its details can't be read ({_words(error)}).")
    return _regular(relative, status)


def _regular(relative: bytes, status: os.stat_result) -> FileEntry:
    if not stat.S_ISREG(status.st_mode):
        kind = "A pipe, socket or device"
        return _refused(relative, 0, status.st_mtime_ns, "not_a_file", f"{kind}: only files are read. Remove it.")
    return FileEntry(source_path(relative), status.st_size, status.st_mtime_ns, changed_ns=status.st_ctime_ns)


def _link(item: os.DirEntry[bytes], relative: bytes, real_root: bytes, status: os.stat_result) -> FileEntry:
    def refused(detail: str) -> FileEntry:
        return _refused(relative, 0, status.st_mtime_ns, "link", detail)

    try:
        target = os.path.realpath(item.path, strict=True)
        target_status = item.stat()
    except OSError:
        return refused("A symbolic link to nothing or to itself. Remove it or put the file in its place.")
    if not target.startswith(real_root + b"/"):
        return refused("A symbolic link that leads out of the raw folder. Put a copy of the file in its place.")
    if stat.S_ISDIR(target_status.st_mode):
        return refused("A symbolic link to a folder, whose files are read where they are. Remove it.")
    return _regular(relative, target_status)


def _refused(relative: bytes, size: int, modified_ns: int, reason: str, detail: str) -> FileEntry:
    path = source_path(relative)
    return FileEntry(path, size, modified_ns, Rejection(path, reason, detail, size))


def _words(error: OSError) -> str:
    return error.strerror or type(error).__name__
