"""What an experiment counted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Counts:
    """Numbers by name, with what was expected of those that tell of a fault.

    Attributes:
        done: what was done, and how often.
        faults: what must not happen, and how often it did: all zero where all is well.
        notes: a line per fault, to find it.
    """

    name: str
    done: dict[str, float] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def did(self, name: str, n: float = 1) -> None:
        """Count something done."""
        self.done[name] = self.done.get(name, 0) + n

    def expect(self, name: str, holds: bool, note: str = "") -> None:
        """Count a fault where something doesn't hold."""
        self.faults[name] = self.faults.get(name, 0) + (not holds)
        if not holds:
            self.notes.append(f"{name}: {note}"[:2000])

    @property
    def is_clean(self) -> bool:
        """Whether nothing happened that must not."""
        return not any(self.faults.values())

    def __str__(self) -> str:
        numbers = {**self.done, **self.faults}
        told = ", ".join(f"{name} {value:,.1f}".removesuffix(".0") for name, value in numbers.items())
        return "\n".join([f"{self.name}: {told}", *(f"  {note}" for note in self.notes[:20])])


def rounds(count: int, seconds: float | None) -> Iterator[int]:
    """0, 1, … up to `count`, or as far as the time goes; at least one."""
    begun = time.monotonic()
    for number in range(count):
        if number and seconds is not None and time.monotonic() - begun > seconds:
            return
        yield number
