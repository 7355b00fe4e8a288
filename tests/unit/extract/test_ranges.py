from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipelines.extract.ranges import Covered, Sorted

PLACES = st.integers(0, 30)
RANGES = st.lists(st.tuples(PLACES, st.integers(1, 6)).map(lambda r: (r[0], r[0] + r[1])), max_size=12)


@given(st.lists(PLACES, max_size=20), PLACES, PLACES)
def test_things_are_found_by_place_as_by_looking_at_each(places: list[int], start: int, end: int) -> None:
    things = list(enumerate(places))
    index = Sorted(things, lambda thing: thing[1])
    assert index.within(start, end) == sorted((t for t in things if start <= t[1] < end), key=lambda t: t[1])
    before = [t for t in sorted(things, key=lambda t: t[1]) if t[1] < start]
    assert index.last_before(start) == (before[-1] if before else None)


@given(RANGES, RANGES)
def test_overlaps_are_those_of_any_range(ranges: list[tuple[int, int]], asked: list[tuple[int, int]]) -> None:
    covered = Covered(ranges)
    for start, end in asked:
        assert covered.overlaps(start, end) == any(a < end and start < b for a, b in ranges)
