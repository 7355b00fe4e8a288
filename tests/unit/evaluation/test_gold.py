"""Answers are read strictly: a mistake is told with its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipelines.evaluation.gold import GoldError, read_gold


def write(folder: Path, name: str, answers: str, text: str | None = "Un article.") -> None:
    (folder / f"{name}.yaml").write_text(answers, encoding="utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def test_dates_and_years_are_read_as_text(tmp_path):
    write(tmp_path, "a", "article: {published: 2031-05-04}\nevents:\n  - {kind: visit, name: visite, date: 2031}\n")
    gold = read_gold(tmp_path).answers["a"]
    assert gold.article.published == "2031-05-04"
    assert gold.events[0].date == "2031"


@pytest.mark.parametrize(
    ("answers", "text", "message"),
    [
        ("plans: [{nom: x}]", "Un article.", "a.yaml"),
        ("plans: [", "Un article.", "a.yaml"),
        ("plans: []", None, "no article a.txt"),
    ],
)
def test_a_mistake_is_told_with_its_file(tmp_path, answers, text, message):
    write(tmp_path, "a", answers, text)
    with pytest.raises(GoldError, match=message.replace(".", r"\.")):
        read_gold(tmp_path)


def test_a_folder_without_answers_is_an_error(tmp_path):
    with pytest.raises(GoldError, match="no articles with answers"):
        read_gold(tmp_path)
