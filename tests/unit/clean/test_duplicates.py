"""Linking copies to what they copy."""

import datetime as dt
import random
import re

import polars as pl
import pytest

from pipelines.clean import clean_batch, link_duplicates, unique_articles
from pipelines.ingest import RawArticle, raw_frame

SUBJECTS = [
    "forages",
    "villages",
    "barrages",
    "ministère",
    "conseil",
    "région",
    "financement",
    "bailleurs",
    "travaux",
    "calendrier",
]


def article(seed: int, sentences: int = 14) -> str:
    rng = random.Random(seed)
    vocabulary = ["".join(rng.choices("bcdfglmnprstv" + "aeiou" * 3, k=rng.randint(3, 9))) for _ in range(400)]
    return "\n".join(
        f"Le {rng.choice(SUBJECTS)} {' '.join(rng.choices(vocabulary, k=18))} {rng.randint(2, 9999)} pour cent."
        for _ in range(sentences)
    )


def links(*texts: tuple[str, str, str | None]) -> dict[str, str]:
    """Links between files, each given as name, text and date of publication."""
    raw = raw_frame([RawArticle(name, text, title=name, published=on) for name, text, on in texts])
    articles, _ = unique_articles(clean_batch(raw)[0])
    name = dict(zip(articles["article_id"], articles["source_path"], strict=True))
    return {name[a]: name[b] for a, b in link_duplicates(articles).iter_rows()}


@pytest.mark.parametrize("seed", range(5))
def test_a_lightly_edited_copy_points_to_the_earlier_article(seed: int) -> None:
    lines = article(seed).split("\n")
    cut = "\n".join(lines[:6] + lines[7:])
    edited = "(ANB) - " + cut.replace("pour cent", "%", 2)
    assert links(("a", "\n".join(lines), "2024-03-02"), ("b", edited, "2024-03-01")) == {"a": "b"}


def test_a_shortened_copy_is_one() -> None:
    lines = article(1).split("\n")
    assert links(("a", "\n".join(lines), "2024-01-01"), ("b", "\n".join(lines[:8]), "2024-01-02")) == {"b": "a"}


def test_the_same_wording_with_other_figures_is_another_article() -> None:
    text = article(2)
    other = re.sub(r"\d+", lambda m: str(int(m[0]) + 7), text)
    assert links(("a", text, None), ("b", other, None)) == {}


def test_articles_on_one_subject_in_other_words_stay_apart() -> None:
    assert links(("a", article(3), None), ("b", article(4), None)) == {}


def test_an_unknown_date_comes_last() -> None:
    text = article(5)
    assert links(("a", text, None), ("b", text, "2024-05-01")) == {"a": "b"}


def test_a_copy_of_a_copy_points_to_the_first() -> None:
    lines = article(6, 20).split("\n")
    chain = [("a", lines, "2024-01-01"), ("b", lines[2:], "2024-01-02"), ("c", lines[5:], "2024-01-03")]
    assert links(*((n, "\n".join(t), d) for n, t, d in chain)) == {"b": "a", "c": "a"}


def test_the_order_of_rows_changes_nothing() -> None:
    texts = [article(seed).split("\n") for seed in range(6)]
    raw = raw_frame(
        [RawArticle(f"{i}-{cut}", "\n".join(t[cut:]), title=str(cut)) for i, t in enumerate(texts) for cut in range(3)]
    )
    articles, _ = unique_articles(clean_batch(raw)[0])
    expected = link_duplicates(articles)
    assert expected.height == 12
    for seed in range(3):
        assert link_duplicates(articles.sample(fraction=1, shuffle=True, seed=seed)).equals(expected)


def test_a_copy_on_five_hundred_sites_is_linked_in_a_moment() -> None:
    lines = article(7).split("\n")
    raw = raw_frame(
        [RawArticle(f"{i:03}", "\n".join([*lines, f"Fin numéro {i} du texte."]), title=str(i)) for i in range(500)]
    )
    articles, _ = unique_articles(clean_batch(raw)[0])
    linked = link_duplicates(articles)
    assert linked.height == 499
    assert linked["duplicate_of"].n_unique() == 1


def test_no_articles_give_no_links() -> None:
    articles, _ = unique_articles(clean_batch(raw_frame([]))[0])
    assert link_duplicates(articles).schema == pl.Schema({"article_id": pl.String, "duplicate_of": pl.String})


def test_the_original_of_a_day_is_the_smallest_id() -> None:
    text = article(8)
    raw = raw_frame([RawArticle(n, text, title=n, published="2024-05-01") for n in "abc"])
    articles, _ = unique_articles(clean_batch(raw)[0])
    assert set(link_duplicates(articles)["duplicate_of"]) == {articles["article_id"].min()}
    assert set(articles["published_on"]) == {dt.date(2024, 5, 1)}
