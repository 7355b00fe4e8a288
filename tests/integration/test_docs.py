"""What the documentation tells people to type works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Place

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
QUERIES = [
    pytest.param(query, id=f"{page.name}-{number}")
    for page in PAGES
    for number, query in enumerate(re.findall(r"```sql\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL), 1)
]


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_runs_and_finds_rows(refreshed: Place, query: str) -> None:
    assert refreshed.query(query)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
