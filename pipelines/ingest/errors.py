"""How the readers say no."""

from __future__ import annotations


class Refusal(Exception):
    """A file, or a part of it, that gives no article: becomes a `Rejection` with the path put to it."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
