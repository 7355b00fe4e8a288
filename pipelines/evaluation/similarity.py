"""How alike an answer and a row are, and which of the row's attributes are right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz import fuzz

from pipelines.evaluation.gold import GoldActor, GoldEvent, GoldFigure, GoldPillar, GoldPlan
from pipelines.extract.text import words as folded_words
from pipelines.resolve.names import function_words, plan_nouns

Row = dict[str, Any]
Answer = GoldPlan | GoldPillar | GoldActor | GoldFigure | GoldEvent

# Least similarity of a match, per table.
THRESHOLDS = {"plans": 0.8, "pillars": 0.5, "actors": 0.85, "figures": 0.6, "events": 0.4}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _fold(text: str | None) -> str:
    # NFKC takes "ᵉ" and ligatures apart, which the one-to-one fold of the extractors can't.
    return " ".join(folded_words(unicodedata.normalize("NFKC", text or "")))


def _words(text: str | None) -> list[str]:
    return [w for w in _fold(text).split() if w not in function_words()]


def token_f1(a: str | None, b: str | None) -> float:
    """F1 of the content words that two texts share."""
    left, right = _words(a), _words(b)
    if not left or not right:
        return 0.0
    common = sum(min(left.count(w), right.count(w)) for w in set(left))
    return 2 * common / (len(left) + len(right))


def name_similarity(a: str, b: str) -> float:
    """Similarity of two names whatever the order of their words, 0 to 1."""
    return fuzz.token_sort_ratio(" ".join(_words(a)), " ".join(_words(b))) / 100


def plan_similarity(a: str, b: str) -> float:
    """As `name_similarity`, without what any plan is called; names of other years are nothing alike."""
    years_a, years_b = set(_YEAR.findall(a)), set(_YEAR.findall(b))
    similarity = fuzz.token_sort_ratio(_core(a), _core(b)) / 100
    if years_a == years_b:
        return similarity
    return 0.0 if years_a and years_b else similarity * 0.9


def _core(name: str) -> str:
    return " ".join(w for w in _words(name) if w not in plan_nouns()) or _fold(name)


def _best(golds: Iterable[str | None], rows: Iterable[str | None], similarity: Callable[[str, str], float]) -> float:
    known = [r for r in rows if r]
    return max((similarity(g, r) for g in golds if g for r in known), default=0.0)


def similarity(gold: Answer, row: Row) -> float:
    """How alike an answer and a row of the same table are, 0 to 1; see `THRESHOLDS`."""
    if isinstance(gold, GoldPlan):
        return _best([gold.name, *gold.aliases], [row["name"], *row["aliases"], *row["quotes"]], plan_similarity)
    if isinstance(gold, GoldPillar):
        return _best([gold.label], [row["label"], *row["quotes"]], token_f1)
    if isinstance(gold, GoldActor):
        if gold.acronym and row["acronym"] and _fold(gold.acronym) == _fold(row["acronym"]):
            return 1.0
        return _best([gold.name, gold.acronym], [row["name"], row["acronym"], *row["aliases"]], name_similarity)
    if isinstance(gold, GoldFigure):
        return _figure_similarity(gold, row)
    return _event_similarity(gold, row)


def _figure_similarity(gold: GoldFigure, row: Row) -> float:
    if not _same_number(gold.value, row["value"]) or _fold(gold.unit) != _fold(row["unit"]):
        return 0.0
    if gold.high is not None and not _same_number(gold.high, row["value_high"]):
        return 0.0
    return 0.6 + 0.4 * token_f1(gold.measure, row["measure"])


def _same_number(a: float, b: float | None) -> bool:
    return b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a))


def _event_similarity(gold: GoldEvent, row: Row) -> float:
    if gold.date and row["date"]:
        if not gold.date.startswith(row["date"]) and not row["date"].startswith(gold.date):
            return 0.0
        when = 0.4
    else:
        when = 0.15 if gold.date or row["date"] else 0.25
    title = _best([gold.name], [row["name"], *row["quotes"]], token_f1)
    same_kind = bool(gold.kind == row["kind"])
    if not same_kind and title < 0.3:
        return 0.0
    return when + 0.35 * title + 0.1 * same_kind + 0.15 * _same_place(gold.place, row["place"])


def _same_place(gold: str | None, row: str | None) -> bool:
    return bool(gold and row and name_similarity(gold, row) > 0.7)


def attributes(gold: Answer, row: Row, partner: Callable[[str, str], str | None]) -> dict[str, bool]:
    """Which attributes that the answer states are right in the row that it was matched with.

    Args:
        partner: (table, local id of the answers) -> id of the row matched with it.
    """
    if isinstance(gold, GoldPlan):
        stated = {"kind": gold.kind, "country": gold.country, "horizon": gold.horizon, "status": gold.status}
        found = {
            "kind": row["kind"],
            "country": row["country"],
            "horizon": row["horizon_year"],
            "status": row["status"],
        }
        return {key: found[key] == value for key, value in stated.items() if value is not None}
    if isinstance(gold, GoldPillar):
        right = {key: row[key] == getattr(gold, key) for key in ("kind", "position") if getattr(gold, key) is not None}
        parent = partner("pillars", gold.parent) if gold.parent else None
        return right | {
            "parent": row["parent_pillar_id"] == parent,
            "plan": row["plan_id"] == partner("plans", gold.plan),
        }
    if isinstance(gold, GoldActor):
        right = {"kind": gold.kind == row["kind"]}
        if gold.acronym:
            right["acronym"] = _fold(gold.acronym) == _fold(row["acronym"])
        if gold.role:
            right["role"] = _best([gold.role], row["roles"], token_f1) >= 0.6
        return right
    if isinstance(gold, GoldFigure):
        return _figure_attributes(gold, row, partner)
    return _event_attributes(gold, row, partner)


def _figure_attributes(gold: GoldFigure, row: Row, partner: Callable[[str, str], str | None]) -> dict[str, bool]:
    right: dict[str, bool] = {}
    if gold.qualifier:
        right["qualifier"] = gold.qualifier == row["qualifier"]
    if gold.measure:
        right["measure"] = token_f1(gold.measure, row["measure"]) >= 0.5
    if gold.target is not None:
        right["target"] = gold.target == row["is_target"]
    if gold.period:
        ends = re.findall(r"\d{4}", gold.period)
        start, end = (str(row[key] or "")[:4] for key in ("period_start", "period_end"))
        right["period"] = bool(ends) and end == ends[-1] and start in (ends[0], "")
    if gold.plan:
        right["plan"] = row["plan_id"] == partner("plans", gold.plan)
    return right


def _event_attributes(gold: GoldEvent, row: Row, partner: Callable[[str, str], str | None]) -> dict[str, bool]:
    right = {"kind": gold.kind == row["kind"]}
    if gold.date:
        right["date"] = gold.date == row["date"]
    if gold.place:
        right["place"] = _same_place(gold.place, row["place"])
    if gold.country:
        right["country"] = gold.country == row["country"]
    if gold.plan:
        right["plan"] = row["plan_id"] == partner("plans", gold.plan)
    return right
