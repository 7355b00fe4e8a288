"""What two articles tell of a plan besides its name, and how far they agree on it.

Articles in two languages may give one plan names that have no word in common ("Un jardin à soi", "Room to Grow"),
and articles in one may leave the name out. They then still state the same amounts, list the same components, quote
the same people and tell of the same launch. Each is a point of agreement; chance gives one or two, not four.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pipelines.resolve.names import overlap

Figure = tuple[float, float | None, str]  # value, upper end of a range, unit

# Points of agreement from which on two tellings are of one plan. Measured on the articles of tests/corpus/dev and
# others with answers: pairs of different plans of a country reach 2.5.
ENOUGH = 4.0
# Points that must come from figures and components, which are the plan's, rather than from people and days.
ENOUGH_MATTER = 2.0
_PERSON = 0.5
_MOST_PEOPLE = 1.0  # points for people: a minister speaks of several plans
_MOST_OCCASIONS = 1.0  # points for days: two plans may be launched together
_SAME_SUBJECT = 1.0  # for a word that both names have ("housing")
_OTHER_SUBJECT = 2.0  # taken off where the names speak of different sectors
_SAME_LABEL = 0.6  # Dice coefficient of two components' concepts
_LEAST_SHARE = 0.5  # of the shorter list of components that must be in the other, as any plan has one on "governance"
_COMMON = 12  # groups of plans of one country that a figure may be told of and still say something
_TELLERS = 20  # tellings of one group that speak for it
_MOST_LABELS = 40


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells of a plan.

    Attributes:
        figures: that the article states of the plan.
        labels: concepts of its components' labels.
        people: ids across articles of the people whom the article names.
        occasions: sort and day of what happened to the plan.
    """

    figures: frozenset[Figure] = frozenset()
    labels: tuple[frozenset[str], ...] = ()
    people: frozenset[str] = frozenset()
    occasions: frozenset[tuple[str, dt.date]] = frozenset()


@lru_cache(maxsize=100_000)
def weight(figure: Figure) -> float:
    """How much it says that two articles state this figure: 1 for an amount like 13,400, less for "30 %" or "5"."""
    value, high, unit = figure
    digits = len(f"{abs(value):.6g}".replace(".", "").lstrip("0").partition("e")[0].rstrip("0"))
    if high is not None:
        return 1.0
    if unit == "percent" or digits < 2:
        return 0.5 if abs(value) > 10 or digits > 1 else 0.0
    return 1.0 if abs(value) >= 20 or digits > 2 else 0.5


def agreement(one: Telling, other: Telling, subject: bool | None) -> float:
    """Points on which two tellings agree; 0 where too few are on figures and components, or all of one sort.

    Args:
        one: what one article tells of a plan.
        other: what another tells of what may be the same plan.
        subject: whether the plans' names speak of the same matter; None where that can't be told.
    """
    figures = sum(map(weight, one.figures & other.figures))
    labels = _same_labels(one.labels, other.labels)
    if figures + labels < ENOUGH_MATTER:
        return 0.0
    people = min(_PERSON * len(one.people & other.people), _MOST_PEOPLE)
    occasions = min(float(len(one.occasions & other.occasions)), _MOST_OCCASIONS)
    # A list of components alone may be what a ministry has in all its plans.
    if not figures and not occasions and not people and not subject:
        return 0.0
    matter = _SAME_SUBJECT if subject else 0.0 if subject is None else -_OTHER_SUBJECT
    return figures + labels + people + occasions + matter


def _same_labels(one: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> float:
    """A point for each component that both list, half of one where a single word names it."""
    left = list(other[:_MOST_LABELS])
    points, found = 0.0, 0
    for label in one[:_MOST_LABELS]:
        alike = max(left, key=lambda x: overlap(label, x), default=frozenset())
        if overlap(label, alike) >= _SAME_LABEL:
            left.remove(alike)
            found += 1
            points += 1.0 if len(label) > 1 else 0.5
    return points if found > 1 and found >= _LEAST_SHARE * min(len(one), len(other)) else 0.0


def pairs(
    tellings: Mapping[int, Telling], country: Sequence[str | None], group: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of tellings, of different groups and one country, that have a figure or a component in common.

    Args:
        tellings: by number of the record.
        country: of each record.
        group: of each record: records that are known to be of one plan.
    """
    tellers: dict[Hashable, dict[int, list[int]]] = defaultdict(dict)
    for i, telling in tellings.items():
        keys: list[Hashable] = [f for f in telling.figures if weight(f)]
        keys += [label for label in telling.labels if len(label) > 1]
        for key in keys:
            known = tellers[country[i], key].setdefault(group[i], [])
            if len(known) < _TELLERS:
                known.append(i)
    seen: set[tuple[int, int]] = set()
    for groups in tellers.values():
        if 1 < len(groups) <= _COMMON:
            for one, other in combinations(groups.values(), 2):
                seen.update((min(i, j), max(i, j)) for i in one for j in other)
    yield from sorted(seen)
