"""How far a step is, told to whoever wants to know."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Listener of a step's progress."""

    def total(self, stage: str, n: int) -> None:
        """The stage has `n` things to work on."""

    def advance(self, stage: str, n: int) -> None:
        """Work on `n` more of them is done and saved or about to be."""


class Silent:
    """A listener that doesn't care."""

    def total(self, stage: str, n: int) -> None:
        """Ignore it."""

    def advance(self, stage: str, n: int) -> None:
        """Ignore it."""
