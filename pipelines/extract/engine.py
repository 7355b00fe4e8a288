"""From articles to extracted entities and their mentions: runs the extractors and lays their findings out as frames.

Pure functions: the same articles give the same rows on any machine, in any order and in any batches.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import attrgetter
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from pipelines import schemas
from pipelines.extract.actors import find_actors
from pipelines.extract.dates import find_dates
from pipelines.extract.document import Document, analyse
from pipelines.extract.events import find_events
from pipelines.extract.figures import find_figures
from pipelines.extract.lexicon import LexiconError, languages
from pipelines.extract.pillars import find_pillars
from pipelines.extract.places import article_country, find_places
from pipelines.extract.plans import find_plans
from pipelines.extract.quantities import find_quantities
from pipelines.extract.records import Actor, Event, Extraction, Figure, Pillar, Plan, Precision, Span
from pipelines.identifiers import stable_id

_TABLE_OF = {
    "plan": "extracted_plans",
    "pillar": "extracted_pillars",
    "actor": "extracted_actors",
    "figure": "extracted_figures",
    "event": "extracted_events",
}
_RECORD_OF = {"plan": Plan, "pillar": Pillar, "actor": Actor, "figure": Figure, "event": Event}
# Why an article wasn't extracted where the next refresh is to try again.
UNAVAILABLE = "unavailable"
# Characters of an error's message that are kept.
_MAX_MESSAGE = 500


class ExtractorUnavailable(Exception):
    """Raised by an extractor that can't work now, through no fault of the article; the next refresh tries again."""


class Extractor(Protocol):
    """What finds plans, pillars, actors, figures and events in an article."""

    @property
    def name(self) -> str:
        """Name and version, as kept with each mention."""

    def extract(self, doc: Document) -> Extraction:
        """Find everything in one article; every span lies in `doc.text`.

        Raises:
            ExtractorUnavailable: what it depends on doesn't answer. Any other error is put down to the article.
        """


@dataclass(frozen=True)
class GrammarExtractor:
    """The default extractor: grammar over tagged words, with the language's lexicons."""

    name: str

    def extract(self, doc: Document) -> Extraction:
        """Run the extractors in the order in which they need one another."""
        places = find_places(doc)
        doc.country = article_country(doc, places)
        dates = find_dates(doc)
        quantities = find_quantities(doc, dates)
        plans = find_plans(doc, dates)
        actors = find_actors(doc, plans, places)
        pillars = find_pillars(doc, plans)
        figures = find_figures(doc, quantities, dates, plans, pillars)
        events = find_events(doc, dates, places, plans, actors)
        return Extraction(plans, pillars, actors, figures, events)


@cache
def fingerprint(language: str) -> str:
    """Hash of the code and language data that decide what is found in articles of `language`."""
    package = files("pipelines")
    sources = [*_files(package.joinpath("extract"), ".py"), *_files(package.joinpath("languages", language), "")]
    sources += [package.joinpath("languages", other, "places.yaml") for other in languages() if other != language]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()[:8]


def _files(folder: Traversable, suffix: str) -> list[Traversable]:
    found = (f for f in folder.iterdir() if f.is_file() and f.name.endswith(suffix))
    return sorted(found, key=lambda f: f.name)


def default_extractor(language: str) -> Extractor:
    """The extractor used where none is configured; its version changes with its code and words."""
    return GrammarExtractor(f"grammar-{language}/{fingerprint(language)}")


def extract_batch(articles: pl.DataFrame, extractor: Extractor | None = None) -> dict[str, pl.DataFrame]:
    """Extract a batch of articles.

    Args:
        articles: columns article_id, language, title, publisher, published_on, published_precision and body.
            Articles in a language that has no folder in `languages/` give no rows.
        extractor: used for every article; by default that of the article's language.

    Returns:
        The tables `schemas.EXTRACTION`, by name. An article whose extraction raises an error has a row in
        `extraction_failures` and none elsewhere.

    Raises:
        LexiconError: the language's data isn't usable.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.EXTRACTION}
    for article in articles.iter_rows(named=True):
        if article["language"] in languages():
            used = extractor or default_extractor(article["language"])
            for name, found in _rows_of(article, used).items():
                rows[name] += found
    return {name: pl.DataFrame(found, schema=schemas.table(name).polars_schema) for name, found in rows.items()}


def _rows_of(article: dict[str, Any], extractor: Extractor) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas.EXTRACTED}
    try:
        doc = document_of(article)
        _lay_out(article["article_id"], doc, extractor.extract(doc), extractor.name, rows)
    except LexiconError:
        raise  # of the installation, not of the article
    except Exception as error:  # noqa: BLE001 (one article's error is told, and is no other article's)
        return {"extraction_failures": [_failure(article["article_id"], extractor.name, error)]}
    return rows


def _failure(article_id: str, extractor: str, error: Exception) -> dict[str, Any]:
    raised = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(raised.filename).name}, line {raised.lineno}, in {raised.name}"
    return {
        "article_id": article_id,
        "extractor": extractor,
        "reason": UNAVAILABLE if isinstance(error, ExtractorUnavailable) else "error",
        "error": type(error).__name__,
        "message": f"{str(error)[:_MAX_MESSAGE]} ({where})",
    }


def document_of(article: dict[str, Any]) -> Document:
    """The analysed document of a row of articles."""
    published_on: dt.date | None = article["published_on"]
    precision: Precision | None = article["published_precision"]
    return analyse(
        article["body"],
        article["language"],
        title=article["title"],
        publisher=article["publisher"],
        published_on=published_on,
        published_precision=precision,
    )


def _lay_out(
    article_id: str, doc: Document, found: Extraction, extractor: str, rows: dict[str, list[dict[str, Any]]]
) -> None:
    ids = {
        kind: _local_ids(article_id, kind, entities)
        for kind, entities in (
            ("plan", found.plans),
            ("pillar", found.pillars),
            ("actor", found.actors),
            ("figure", found.figures),
            ("event", found.events),
        )
    }

    def plan_id(position: int | None) -> str | None:
        return None if position is None else ids["plan"][position]

    def add(kind: str, position: int, entity: Plan | Pillar | Actor | Figure | Event, **rest: object) -> None:
        table, names, values_of = _own_columns(kind)
        local_id = ids[kind][position]
        row: dict[str, Any] = dict(zip(names, values_of(entity), strict=True))
        row.update(rest, article_id=article_id, local_id=local_id)
        rows[table].append(row)
        spans = entity.spans
        for span in sorted(set(spans)) if len(spans) > 1 else spans:
            rows["extracted_mentions"].append(
                _mention(article_id, doc, kind, local_id, span, extractor=extractor, confidence=entity.confidence)
            )

    for i, plan in enumerate(found.plans):
        add("plan", i, plan)
    for i, pillar in enumerate(found.pillars):
        parent = None if pillar.parent is None else ids["pillar"][pillar.parent]
        add("pillar", i, pillar, plan_local_id=plan_id(pillar.plan), parent_local_id=parent, language=doc.language)
    for i, actor in enumerate(found.actors):
        add("actor", i, actor, roles=[{"role": r.role, "organisation": r.organisation} for r in actor.roles])
    for i, figure in enumerate(found.figures):
        add("figure", i, figure, plan_local_id=plan_id(figure.plan))
    for i, event in enumerate(found.events):
        participants = [{"actor_local_id": ids["actor"][a], "role": role} for a, role in event.participants]
        add("event", i, event, plan_local_id=plan_id(event.plan), participants=participants)


@cache
def _own_columns(kind: str) -> tuple[str, tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """An entity's table, and those of its columns that the record has as they are, with what reads them."""
    table = schemas.table(_TABLE_OF[kind])
    own = {f.name for f in fields(_RECORD_OF[kind])}
    names = tuple(name for name in table.column_names if name in own)
    return table.name, names, attrgetter(*names)


def _local_ids(article_id: str, kind: str, entities: Sequence[Plan | Pillar | Actor | Figure | Event]) -> list[str]:
    """Ids from where the entities stand, so that finding one more changes no other's id."""
    seen: dict[Span, int] = {}
    ids = []
    for entity in entities:
        first = entity.spans[0]
        seen[first] = seen.get(first, 0) + 1
        ids.append(stable_id(article_id, kind, first.start, first.end, seen[first]))
    return ids


def _mention(
    article_id: str, doc: Document, kind: str, local_id: str, span: Span, *, extractor: str, confidence: float
) -> dict[str, Any]:
    sentence = doc.sentence_at(span.start)
    # A quote may run over its sentence's end (a list told over several lines).
    around = doc.text[min(sentence.start, span.start) : max(sentence.end, span.end)]
    return {
        "mention_id": stable_id(article_id, kind, local_id, span.start, span.end),
        "entity_type": kind,
        "local_id": local_id,
        "article_id": article_id,
        "char_start": span.start,
        "char_end": span.end,
        "quote": span.of(doc.text),
        "sentence": around,
        "extractor": extractor,
        "confidence": confidence,
    }
