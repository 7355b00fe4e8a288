"""Ingest: from a folder of files to raw articles, each file accounted for exactly once.

`scan` lists a folder without opening anything; `read_file` turns one entry into articles or rejections. Neither
raises on what a file holds, and every bound is in `Limits`.
"""

from pipelines.ingest.read import read_file
from pipelines.ingest.records import (
    RAW_SCHEMA,
    FileEntry,
    Limits,
    RawArticle,
    ReadOutcome,
    Rejection,
    raw_frame,
    rejection_frame,
)
from pipelines.ingest.scan import path_of, scan

__all__ = [
    "RAW_SCHEMA",
    "FileEntry",
    "Limits",
    "RawArticle",
    "ReadOutcome",
    "Rejection",
    "path_of",
    "raw_frame",
    "read_file",
    "rejection_frame",
    "scan",
]
