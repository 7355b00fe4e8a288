"""Raw articles to clean ones, a batch at a time."""

from __future__ import annotations

import hashlib

import polars as pl

from pipelines.clean.dateline import parse_date
from pipelines.clean.duplicates import signatures
from pipelines.clean.language import identify
from pipelines.clean.lines import classify, folded, split_lines
from pipelines.clean.normalise import normalised, repaired

CLEAN_SCHEMA = pl.Schema(
    {
        "article_id": pl.String(),
        "source_path": pl.String(),
        "language": pl.String(),
        "title": pl.String(),
        "publisher": pl.String(),
        "published_on": pl.Date(),
        "published_precision": pl.String(),
        "body": pl.String(),
        "signature": pl.List(pl.UInt32),
    }
)
REJECTED_SCHEMA = pl.Schema({"source_path": pl.String, "reason": pl.String, "detail": pl.String})
_ID_LENGTH = 20
_MIN_WORDS = 5


def clean_batch(raw: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Clean raw articles: furniture cut, title, date, outlet and language told.

    Args:
        raw: columns of `pipelines.ingest.RAW_SCHEMA`.

    Returns:
        One row per raw row that holds an article (columns of `CLEAN_SCHEMA`, in the order of `raw`; two raw rows
        with one text have one `article_id`, see `unique_articles`), and one row per raw row that doesn't.
    """
    docs = _prepared(raw)
    lines = classify(split_lines(docs.select("doc", "text")))
    clean = _metadata(docs, _assembled(lines, docs))
    has_text = pl.col("body").str.count_matches(r"\p{L}{2,}") >= _MIN_WORDS
    detail = "Nothing is left of it once navigation and the like are cut. Put the article's text in the file."
    rejected = clean.filter(~has_text).select("source_path", reason=pl.lit("no_text"), detail=pl.lit(detail))
    articles = clean.filter(has_text)
    bodies, titles = articles["body"].to_list(), articles["title"].to_list()
    articles = articles.with_columns(
        pl.Series("article_id", [_article_id(t, b) for t, b in zip(titles, bodies, strict=True)], dtype=pl.String),
        pl.Series("language", [identify(body) for body in bodies], dtype=pl.String),
        pl.Series("signature", signatures(bodies), dtype=pl.List(pl.UInt32)),
    )
    return articles.select(CLEAN_SCHEMA.names()).cast(CLEAN_SCHEMA), rejected.cast(REJECTED_SCHEMA)


def unique_articles(clean: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One row per distinct article, and which files hold it.

    Args:
        clean: rows of `clean_batch`, of any number of batches.

    Returns:
        `articles` (columns of `CLEAN_SCHEMA`, the first `source_path` in path order, each further column from the
        first file that states it) and `article_files` (article_id, source_path), both in order of their keys.
    """
    ordered = clean.sort("source_path")
    dated = pl.col("published_on").is_not_null()
    articles = (
        ordered.group_by("article_id")
        .agg(
            pl.col("source_path").first(),
            pl.col("language", "title", "publisher", "body", "signature").drop_nulls().first(),
            pl.col("published_on", "published_precision").filter(dated).first(),
        )
        .select(CLEAN_SCHEMA.names())
        .sort("article_id")
    )
    return articles, ordered.select("article_id", "source_path").sort("article_id", "source_path")


def _prepared(raw: pl.DataFrame) -> pl.DataFrame:
    fields = ["title", "publisher", "published"]
    docs = raw.select("source_path", "text", *fields).with_row_index("doc")
    docs = docs.with_columns(repaired(docs[name]) for name in ("text", "title", "publisher"))
    one_line = [normalised(pl.col(name)).str.replace_all(r"\s+", " ").str.strip_chars() for name in fields]
    return docs.with_columns(normalised(pl.col("text")), *one_line).with_columns(
        pl.when(pl.col(name) != "").then(name).alias(name) for name in fields
    )


def _assembled(lines: pl.DataFrame, docs: pl.DataFrame) -> pl.DataFrame:
    """Title, body and stated metadata per text, from its classified lines."""
    given = docs.select("doc", given=folded(pl.col("title")).str.replace_all(r"[^\p{L}\d]+", " ").str.strip_chars())
    lines = lines.join(given, on="doc", how="left", maintain_order="left").with_columns(
        same=pl.col("key").str.replace_all(r"[^\p{L}\d]+", " ").str.strip_chars()
    )
    found_key = pl.col("same").filter(pl.col("kind") == "title").first().over("doc")
    title_key = pl.coalesce("given", found_key)
    # The title again, above the text or as its first line, is no text.
    repeats = (pl.col("same") == title_key).fill_null(value=False) & (pl.col("is_head") | (pl.col("line") < 3))
    # Where the file's fields give the title, the headline above the text is only that if it says the same.
    is_other = (pl.col("given") != found_key).fill_null(value=False)
    stays = (pl.col("kind") == "text") | (pl.col("kind").is_in(["title", "label"]) & is_other)
    best = pl.col("on").is_not_null()
    is_day = best & (pl.col("precision") == "day")
    found = lines.group_by("doc", maintain_order=True).agg(
        found_title=pl.col("text").filter(pl.col("kind") == "title").first(),
        body=pl.col("text").filter(stays & ~repeats).str.join("\n"),
        found_on=pl.col("on").filter(best).sort_by(pl.col("rank").filter(best), maintain_order=True).first(),
        found_precision=pl.col("precision")
        .filter(best)
        .sort_by(pl.col("rank").filter(best), maintain_order=True)
        .first(),
        day_on=pl.col("on").filter(is_day).sort_by(pl.col("rank").filter(is_day), maintain_order=True).first(),
        found_publisher=pl.col("publisher").drop_nulls().first(),
    )
    # The page may give the month in one place and the day in another.
    is_finer = (
        pl.when(pl.col("found_precision") == "year")
        .then(pl.col("day_on").dt.year() == pl.col("found_on").dt.year())
        .otherwise(pl.col("day_on").dt.truncate("1mo") == pl.col("found_on").dt.truncate("1mo"))
    )
    is_finer = is_finer.fill_null(value=False) & (pl.col("found_precision") != "day")
    return found.with_columns(
        found_on=pl.when(is_finer).then("day_on").otherwise("found_on"),
        found_precision=pl.when(is_finer).then(pl.lit("day")).otherwise("found_precision"),
    )


def _metadata(docs: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Join what the file's fields say with what the text says; the fields win."""
    dates = [parse_date(value) if value else None for value in docs["published"]]
    return (
        docs.with_columns(
            pl.Series("field_on", [d.on if d else None for d in dates], dtype=pl.Date),
            pl.Series("field_precision", [d.precision if d else None for d in dates], dtype=pl.String),
        )
        .join(found, on="doc", how="left", maintain_order="left")
        .with_columns(
            title=pl.coalesce("title", "found_title"),
            publisher=pl.coalesce("publisher", "found_publisher"),
            published_on=pl.coalesce("field_on", "found_on"),
            published_precision=pl.when(pl.col("field_on").is_not_null())
            .then("field_precision")
            .otherwise("found_precision"),
            body=pl.col("body").fill_null("").str.strip_chars("\n"),
        )
    )


def _article_id(title: str | None, body: str) -> str:
    content = " ".join((title or "").split()) + "\n" + " ".join(body.split())
    return hashlib.sha256(content.encode()).hexdigest()[:_ID_LENGTH]
