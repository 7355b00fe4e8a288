"""What an extractor's failure costs: its article's rows, and nobody else's."""

from __future__ import annotations

import polars as pl
import pytest

from pipelines import schemas
from pipelines.extract.document import Document
from pipelines.extract.engine import GrammarExtractor, extract_batch
from pipelines.extract.lexicon import LexiconError
from pipelines.extract.records import Extraction

COLUMNS = ("article_id", "language", "title", "publisher", "published_on", "published_precision", "body")
BODIES = {
    "a": "Le ministre Kossi Amétépé a lancé le plan Horizon Eau 2032, doté de 480 millions d'euros.",
    "b": "Cet article fait tomber l'extracteur.",
    "c": "Minister Awa Koundé launched the Clean Rivers 2031 programme, worth 20 million euros.",
}


class Stumbling(GrammarExtractor):
    """Raises on the second article."""

    def extract(self, doc: Document) -> Extraction:
        if "tomber" in doc.text:
            raise KeyError("no such\nword")
        return super().extract(doc)


def articles() -> pl.DataFrame:
    rows = [
        {"article_id": key, "language": "en" if key == "c" else "fr", "title": None, "publisher": None, "body": body}
        | {"published_on": None, "published_precision": None}
        for key, body in BODIES.items()
    ]
    return pl.DataFrame(rows, schema={name: schemas.table("clean_articles").polars_schema[name] for name in COLUMNS})


def test_an_article_that_the_extractor_fails_on_is_the_only_one_without_rows() -> None:
    found = extract_batch(articles(), Stumbling("stumbling/1"))
    assert set(found["extracted_mentions"]["article_id"]) == {"a", "c"}
    (failure,) = found["extraction_failures"].to_dicts()
    assert (failure["article_id"], failure["extractor"], failure["reason"]) == ("b", "stumbling/1", "error")
    assert failure["error"] == "KeyError"
    assert "no such" in failure["message"]
    assert "test_engine.py" in failure["message"]


def test_other_articles_have_the_rows_that_they_have_by_themselves() -> None:
    extractor = Stumbling("stumbling/1")
    together, alone = extract_batch(articles(), extractor), extract_batch(articles().tail(1), extractor)
    for name in schemas.EXTRACTED:
        assert together[name].filter(pl.col("article_id") == "c").equals(alone[name]), name


def test_a_broken_installation_is_no_failure_of_an_article() -> None:
    class Uninstalled(GrammarExtractor):
        def extract(self, doc: Document) -> Extraction:
            raise LexiconError("languages/fr/plans.yaml is missing")

    with pytest.raises(LexiconError):
        extract_batch(articles(), Uninstalled("uninstalled/1"))
