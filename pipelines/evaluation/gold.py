"""Articles with the answers of a careful analyst: `NAME.txt` beside `NAME.yaml`, `_across.yaml` for what is shared.

docs/evaluation.md says how the answers are written.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

M = TypeVar("M", bound=BaseModel)


class GoldError(ValueError):
    """A file of answers is missing or malformed."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class _Row(_Model):
    id: str | None = None
    optional: bool = False


class GoldArticle(_Model):
    """What is known of the article itself; a null isn't scored."""

    language: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None


class GoldPlan(_Row):
    """A plan that the article names."""

    name: str
    aliases: list[str] = Field(default_factory=list)
    kind: str | None = None
    country: str | None = None
    start: int | None = None
    horizon: int | None = None
    status: str | None = None


class GoldPillar(_Row):
    """A component; `plan` and `parent` are ids of the same file."""

    plan: str
    parent: str | None = None
    kind: str | None = None
    position: int | None = None
    label: str


class GoldActor(_Row):
    """A person or organisation."""

    name: str
    kind: str
    acronym: str | None = None
    role: str | None = None
    organisation: str | None = None


class GoldFigure(_Row):
    """A quantity; `period` is a year or START-END."""

    value: float
    high: float | None = None
    unit: str
    qualifier: str | None = None
    measure: str | None = None
    period: str | None = None
    target: bool | None = None
    plan: str | None = None
    text: str


class GoldEvent(_Row):
    """An event; `date` is as precise as the text allows."""

    kind: str
    name: str
    date: str | None = None
    place: str | None = None
    country: str | None = None
    plan: str | None = None
    participants: list[str] = Field(default_factory=list)


class Gold(_Model):
    """The answers to one article."""

    article: GoldArticle = Field(default_factory=GoldArticle)
    plans: list[GoldPlan] = Field(default_factory=list)
    pillars: list[GoldPillar] = Field(default_factory=list)
    actors: list[GoldActor] = Field(default_factory=list)
    figures: list[GoldFigure] = Field(default_factory=list)
    events: list[GoldEvent] = Field(default_factory=list)
    noise: list[str] = Field(default_factory=list)
    keep: list[str] = Field(default_factory=list)


class Across(_Model):
    """Groups of (article, local id) that are one entity, and pairs of articles of which one copies the other."""

    same_plan: list[list[tuple[str, str]]] = Field(default_factory=list)
    same_actor: list[list[tuple[str, str]]] = Field(default_factory=list)
    same_event: list[list[tuple[str, str]]] = Field(default_factory=list)
    duplicates: list[tuple[str, str]] = Field(default_factory=list)


@dataclass(frozen=True)
class GoldFolder:
    """The answers of a folder, by article name."""

    path: Path
    answers: dict[str, Gold]
    across: Across | None


def read_gold(folder: Path) -> GoldFolder:
    """Read a folder of articles with answers.

    Raises:
        GoldError: there are none, one has no article beside it, or one is malformed; the message names the file.
    """
    answers = {}
    for path in sorted(folder.glob("[!_]*.yaml")):
        if not path.with_suffix(".txt").exists():
            raise GoldError(f"{path}: no article {path.stem}.txt beside these answers")
        answers[path.stem] = _read(path, Gold)
    if not answers:
        raise GoldError(f"{folder}: no articles with answers (NAME.txt beside NAME.yaml) in this folder")
    across = folder / "_across.yaml"
    return GoldFolder(folder, answers, _read(across, Across) if across.exists() else None)


def _read(path: Path, model: type[M]) -> M:
    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return model.model_validate(_dates_as_text(data) or {})
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {error}") from error


def _dates_as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _dates_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_dates_as_text(value) for value in data]
    return data.isoformat() if hasattr(data, "isoformat") else data
