"""Look-ups by place that don't go through everything: an article may hold a hundred thousand dates and figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Sorted(Generic[T]):
    """Things in order of their places (characters, tokens or sentences)."""

    def __init__(self, items: Iterable[T], place: Callable[[T], int]) -> None:
        """Things of one place keep their order."""
        self.items = sorted(items, key=place)
        self._places = [place(item) for item in self.items]

    def within(self, start: int, end: int) -> list[T]:
        """Those whose place lies in `[start, end)`, in order."""
        places = self._places
        return self.items[bisect_left(places, start) : bisect_left(places, end)] if places else []

    def last_before(self, place: int) -> T | None:
        """The last one before `place`, if any."""
        before = bisect_left(self._places, place)
        return self.items[before - 1] if before else None


class Positions(Sorted[int]):
    """Places by themselves."""

    def __init__(self, places: Iterable[int]) -> None:
        self.items = self._places = sorted(places)


class Covered:
    """What a number of half-open ranges cover; they may overlap each other."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate([end for _, end in ordered], max))

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a range shares something with one of them."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
