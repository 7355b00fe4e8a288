"""How far a refresh is, told to whoever wants to know."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Listener of a refresh; stages are named as the assets that they make."""

    def started(self, stage: str) -> None:
        """The stage begins."""

    def total(self, stage: str, n: int) -> None:
        """The stage has `n` things to work on."""

    def advance(self, stage: str, n: int) -> None:
        """`n` more of them are done."""

    def finished(self, stage: str, seconds: float) -> None:
        """The stage has ended."""


class Silent:
    """A listener that doesn't care."""

    def started(self, stage: str) -> None:
        """Ignore it."""

    def total(self, stage: str, n: int) -> None:
        """Ignore it."""

    def advance(self, stage: str, n: int) -> None:
        """Ignore it."""

    def finished(self, stage: str, seconds: float) -> None:
        """Ignore it."""
