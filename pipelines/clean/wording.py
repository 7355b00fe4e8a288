"""What lines are made of: words of the site's workings, words to the reader, words of the article.

Phrases only find the furniture that somebody listed. Two measures find the rest. The first is of a line alone: how
many of its words belong to the workings of sites (`mechanics`), speak to the reader, or say nothing of a subject.
The second is of a line within its article: how many of its words of substance stand in other paragraphs too; a
headline of another article shares none, a title and most sub-headings do.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from pipelines.clean.lexicon import Words, words

_WORD = r"[\p{L}\d]+"
# Inflections of a word mostly share this many letters ("financement", "financer"); fewer would join strangers.
_STEM = 6
MAX_WORDS = 40
_MAX_LINE = 300  # longer lines are no furniture: their words only matter as the article's


def worded(lines: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Count what each line's words are.

    Returns:
        `lines` with `n_tokens`; `n_site`, `n_strong`, `n_reader` (words of those classes); `n_other` (words of no
        class that a menu or a toolbar has); `begins_as_call`, `begins_as_site` and `tells` (its first word: an
        imperative by its ending): all 0 for long lines. And the words of substance of all lines, for `related`.
    """
    tokens = _tokens(lines)
    tokens = tokens.join(_distinct(tokens), on="token", how="left")
    counted = (
        tokens.filter("is_short")
        .group_by("doc", "line")
        .agg(
            n_tokens=pl.len(),
            n_site=pl.col("is_site").sum(),
            n_strong=pl.col("is_strong").sum(),
            n_reader=pl.col("is_reader").sum(),
            n_other=pl.col("is_other").sum(),
            begins_as_call=(pl.col("is_call") & pl.col("is_first")).any(),
            tells=(pl.col("tells") & pl.col("is_first")).any(),
            begins_as_site=(pl.col("is_site") & pl.col("is_first")).any(),
        )
    )
    lines = lines.join(counted, on=["doc", "line"], how="left", maintain_order="left").with_columns(
        pl.col("n_tokens", "n_site", "n_strong", "n_reader", "n_other").fill_null(0),
        pl.col("begins_as_call", "begins_as_site", "tells").fill_null(value=False),
    )
    terms = tokens.filter(pl.col("stem").is_not_null()).select(
        "doc", "line", "is_first", "stem", "is_capital", "is_asked"
    )
    return lines, terms


def related(lines: pl.DataFrame, terms: pl.DataFrame) -> pl.DataFrame:
    """Compare each line of at most `MAX_WORDS` words with the paragraphs of its article.

    Args:
        lines: with `is_paragraph`, the lines whose words are the article's.
        terms: of `worded`.

    Returns:
        `lines` with `n_terms` (distinct words of substance), `n_shared` (those that another paragraph of the
        article has too) and `n_new_names` (capitalised words behind the first that none has, in a line that
        doesn't capitalise all its words).
    """
    paragraphs = lines.filter("is_paragraph").select("doc", "line")
    asked = terms.filter("is_asked")
    known = (
        terms.join(paragraphs, on=["doc", "line"], how="semi")
        .group_by("doc", "stem")
        .agg(first=pl.col("line").min(), last=pl.col("line").max())
    )
    is_shared = ((pl.col("first") != pl.col("line")) | (pl.col("last") != pl.col("line"))).fill_null(value=False)
    counted = (
        asked.join(known, on=["doc", "stem"], how="left")
        .with_columns(is_shared=is_shared)
        .group_by("doc", "line")
        .agg(
            n_terms=pl.col("stem").n_unique(),
            n_shared=pl.col("stem").filter("is_shared").n_unique(),
            n_new_names=(pl.col("is_capital") & ~pl.col("is_shared") & ~pl.col("is_first")).sum(),
            has_low=(~pl.col("is_capital")).any(),
        )
        .with_columns(n_new_names=pl.when("has_low").then("n_new_names").otherwise(0))
        .drop("has_low")
    )
    return lines.join(counted, on=["doc", "line"], how="left", maintain_order="left").with_columns(
        pl.col("n_terms", "n_shared", "n_new_names").fill_null(0)
    )


def _tokens(lines: pl.DataFrame) -> pl.DataFrame:
    return (
        lines.select(
            "doc",
            "line",
            token=pl.col("text").str.extract_all(_WORD),
            is_short=pl.col("length") <= _MAX_LINE,
            is_asked=pl.col("words") <= MAX_WORDS,
        )
        .explode("token")
        .drop_nulls("token")
        .with_columns(
            # Neighbouring lines of two texts differ in their numbers too, save for texts of one line.
            is_first=((pl.col("line") != pl.col("line").shift()) | (pl.col("doc") != pl.col("doc").shift())).fill_null(
                value=True
            )
        )
    )


@cache
def _vocabulary() -> dict[str, list[str]]:
    """Folded single words of each class, in order."""
    known = words()
    listed = {
        "site": [*known["mechanics"], *known["mechanics_strong"], *_single(known, "networks", "counters")],
        "strong": list(known["mechanics_strong"]),
        "reader": list(known["reader"]),
        "call": list(known["calls"]),
    }
    # Times and dates go with everything.
    single = _single(known, "ages", "reading_time", "times", "function_words")
    plain = [*known["function_words"], *single, *known.months, *known.weekdays]
    return {name: sorted(set(found)) for name, found in {**listed, "plain": plain}.items()}


def _single(known: Words, *names: str) -> list[str]:
    return [phrase for name in names for phrase in known[name] if phrase.isalpha()]


def _distinct(tokens: pl.DataFrame) -> pl.DataFrame:
    """Each spelling once, with its classes and stem: most words come back, and folding costs more than all else."""
    known = _vocabulary()
    folded = pl.col("folded")
    endings = "|".join(words()["call_endings"])
    tells = folded.str.contains(rf"\p{{L}}{{3}}(?:{endings})$") & ~folded.is_in(known["plain"])
    length = folded.str.len_chars()
    is_term = (length >= 3) & ~pl.col("is_plain") & ~folded.str.contains(r"^\d")
    return (
        tokens.select(pl.col("token").unique(maintain_order=True))
        .with_columns(folded=pl.col("token").str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase())
        .with_columns(is_site=folded.is_in(known["site"]), is_plain=folded.is_in(known["plain"]), tells=tells)
        .with_columns(is_call=pl.col("tells") | folded.is_in(known["call"]))
        .select(
            "token",
            "is_site",
            "is_call",
            "tells",
            is_strong=folded.is_in(known["strong"]),
            is_reader=folded.is_in(known["reader"]),
            is_other=~pl.col("is_site") & ~pl.col("is_plain") & ~pl.col("is_call") & (length > 1)
            & ~folded.str.contains(r"^\d+\p{L}{0,2}\d*$"),
            stem=pl.when(is_term).then(folded.str.replace(r"[sx]$", "").str.slice(0, _STEM).hash()),
            is_capital=pl.col("token").str.contains(r"^\p{Lu}"),
        )
    )  # fmt: skip
