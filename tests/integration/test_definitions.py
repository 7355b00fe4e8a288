"""What Dagster shows: a rename is a visible change here."""

from __future__ import annotations

import dagster as dg

from pipelines.definitions import build_definitions
from pipelines.schemas import EXTRACTION, MARTS
from tests.conftest import Place


def test_groups_and_assets_are_those_that_people_know(refreshed: Place) -> None:
    graph = build_definitions(refreshed.settings).resolve_asset_graph()
    groups: dict[str, set[str]] = {}
    for key in graph.get_all_asset_keys():
        groups.setdefault(str(graph.get(key).group_name), set()).add(key.to_user_string())
    assert sorted(groups) == [
        "clean", "extract", "ingest", "intermediate", "load", "marts", "publish", "quality", "resolve", "staging",
    ]  # fmt: skip
    assert groups["ingest"] == {"raw_files"}
    assert groups["clean"] == {"lake/clean_articles", "lake/article_files", "lake/rejected_articles"}
    assert groups["extract"] == {f"lake/{name}" for name in EXTRACTION}
    assert groups["marts"] == {f"main/{table.name}" for table in MARTS}
    assert groups["publish"] == {"published_warehouse"}
    assert groups["quality"] == {"evaluation"}


def test_one_line_of_descent_from_raw_files_to_the_published_warehouse(refreshed: Place) -> None:
    graph = build_definitions(refreshed.settings).resolve_asset_graph()
    ancestors = graph.get_ancestor_asset_keys(dg.AssetKey("published_warehouse"))
    assert ancestors == graph.get_all_asset_keys() - {dg.AssetKey("published_warehouse"), dg.AssetKey("evaluation")}
