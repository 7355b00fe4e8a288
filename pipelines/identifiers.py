"""Ids made of content: the same input has the same id on any machine."""

from __future__ import annotations

import hashlib

_LENGTH = 20  # hexadecimal digits: 80 bits, so that a collision among a billion rows stays unlikely


def stable_id(*parts: object) -> str:
    """Hash of `parts` (their text, in order) as an id of 20 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:_LENGTH]
