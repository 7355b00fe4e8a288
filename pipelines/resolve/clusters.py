"""Groups of records that are one entity, under the constraint that an article doesn't name one entity twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence


class Clusters:
    """Union-find over records that each belong to an article; two of one article or of two homes are never joined.

    The extractor has already merged what an article says of one entity, so that two local entities of an
    article are two entities. Joins depend on their order: callers offer them in an order of their content.
    """

    def __init__(self, articles: Sequence[str], homes: Sequence[Collection[Hashable]] | None = None) -> None:
        """Start with every record alone.

        Args:
            articles: `articles[i]` is the article of record i.
            homes: `homes[i]` is where record i belongs, empty where it may belong anywhere.
        """
        self._parent = list(range(len(articles)))
        self._articles: list[set[str]] = [{a} for a in articles]
        self._homes: list[frozenset[Hashable]] = [frozenset(x) for x in homes or [()] * len(articles)]

    def find(self, i: int) -> int:
        """The representative of record i's group."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, i: int, j: int) -> bool:
        """Make one group of two, unless they share an article or have no home in common; tells whether they are one."""
        i, j = self.find(i), self.find(j)
        if i == j:
            return True
        if len(self._articles[i]) < len(self._articles[j]):
            i, j = j, i
        if not self._articles[i].isdisjoint(self._articles[j]):
            return False
        homes = self._homes[i] & self._homes[j]
        if self._homes[i] and self._homes[j] and not homes:
            return False
        self._homes[i] = homes or self._homes[i] or self._homes[j]
        self._parent[j] = i
        self._articles[i] |= self._articles[j]
        self._articles[j] = set()
        return True

    def join_equal(self, keys: Iterable[tuple[int, Hashable]]) -> None:
        """Join records that have a key in common."""
        first: dict[Hashable, list[int]] = defaultdict(list)
        for i, key in keys:
            # A key shared by groups that can't be joined keeps one entry per group.
            if not any(self.join(i, j) for j in first[key]):
                first[key].append(i)

    def groups(self) -> list[list[int]]:
        """The groups, each in order of its records."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            found[self.find(i)].append(i)
        return list(found.values())
