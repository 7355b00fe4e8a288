"""`planwatch evaluate` tells what is right, and the extraction stays as right as it was."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

from pipelines.cli.evaluate import EXIT_BELOW_FLOOR, as_dict, evaluate, run_evaluation
from pipelines.errors import ConfigurationError

CORPUS = Path(__file__).parents[1] / "corpus"
SHARED = Path(__file__).parents[3] / "shared" / "eval"
ARTICLE = "c06_fr_maurice_bleue"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article whose answers have a plan too many and a person too few."""
    answers = yaml.safe_load((CORPUS / "dev" / f"{ARTICLE}.yaml").read_text(encoding="utf-8"))
    answers["plans"].append({"id": "p99", "name": "Cap Désert 2077", "kind": "plan"})
    answers["actors"] = [a for a in answers["actors"] if a["kind"] != "person"]
    (tmp_path / f"{ARTICLE}.yaml").write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    shutil.copyfile(CORPUS / "dev" / f"{ARTICLE}.txt", tmp_path / f"{ARTICLE}.txt")
    return tmp_path


def test_what_is_missed_and_invented_is_listed_with_its_quote(folder, capsys):
    assert run_evaluation([folder], with_findings=True, as_json=False, min_f1=1.0) == EXIT_BELOW_FLOOR
    printed = capsys.readouterr().out
    assert f"{ARTICLE}: missed in plans: Cap Désert 2077" in printed
    assert f"{ARTICLE}: invented in actors: " in printed
    assert "mean F1" in printed


def test_articles_of_one_name_in_two_folders_are_refused(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    shutil.copytree(folder, other, dirs_exist_ok=True)
    with pytest.raises(ConfigurationError, match=ARTICLE):
        evaluate([folder, other])


def corpus_digest() -> str:
    digest = hashlib.sha256()
    for path in sorted((CORPUS / "dev").glob("*.*")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def test_the_development_corpus_scores_no_lower_than_its_floors():
    """A failure means that a change made extraction worse: `planwatch evaluate tests/corpus/dev --errors` tells where.

    The floors lie in tests/corpus/floors.yaml. Raise them when scores rise; lower one only with its reason beside it.
    They belong to one state of the corpus, so that editing answers doesn't pass for better extraction.
    """
    floors = yaml.safe_load((CORPUS / "floors.yaml").read_text(encoding="utf-8"))
    assert floors["corpus"] == corpus_digest(), "the corpus changed: measure again and write its digest and floors"
    report = as_dict(evaluate([CORPUS / "dev"]))
    measured = {f"{name}.f1": scores["f1"] for name, scores in report["tables"].items()}
    measured |= {name: report[name] for name in ("attributes_right", "right_where_certain", "noise_cut", "text_kept")}
    below = {name: (measured[name], floor) for name, floor in floors["floors"].items() if measured[name] < floor}
    assert below == {}, f"(measured, floor): {below}"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation articles are not beside this checkout")
def test_the_shared_articles_score_as_asked():
    report = as_dict(evaluate([SHARED / "seeds", SHARED / "dev"]))
    assert all(scores["f1"] >= 0.9 for scores in report["tables"].values()), report["tables"]
    assert report["attributes_right"] >= 0.9
    assert report["right_where_certain"] >= 0.9
    assert report["noise_cut"] == report["text_kept"] == 1.0
