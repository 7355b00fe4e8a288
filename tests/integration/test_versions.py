"""Earlier versions: kept, compared, published again; and what `doctor` makes of a broken one."""

from __future__ import annotations

import duckdb
import pytest

from pipelines.cli.doctor import examine
from pipelines.errors import ConfigurationError
from pipelines.warehouse.diff import diff
from pipelines.warehouse.publish import published_id, restore_version, versions
from tests.conftest import Place


def test_a_refresh_can_be_compared_with_the_one_before_and_undone(copied: Place) -> None:
    before, first = copied.rows(), published_id(copied.settings.warehouse)
    (copied.raw / "abeilles.html").unlink()
    copied.refresh()
    after = copied.rows()
    (old,) = versions(copied.state)
    assert old.stem == first

    changes = {row[:3]: row[3] for row in diff(old, copied.settings.warehouse).iter_rows()}
    assert changes["articles", "gone", "file gone"] == 1
    assert {cause for table, _, cause in changes if table in {"plans", "figures", "mentions"}} == {"article gone"}

    assert restore_version(copied.state, copied.settings.warehouse, None, 3) == first
    assert copied.rows() == before
    newest = versions(copied.state)[-1].stem
    restore_version(copied.state, copied.settings.warehouse, newest, 3)
    assert copied.rows() == after


def test_a_version_that_is_not_kept_is_told(copied: Place) -> None:
    with pytest.raises(ConfigurationError, match="no version before"):
        restore_version(copied.state, copied.settings.warehouse, None, 3)


def test_doctor_names_the_invariant_that_a_published_file_breaks(
    copied: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert examine(copied.settings) == 0
    with duckdb.connect(copied.settings.warehouse) as connection:
        connection.execute("UPDATE mentions SET quote = reverse(quote) WHERE length(quote) > 3")
    assert examine(copied.settings) == 2
    assert "assert_quote_is_slice_of_body" in capsys.readouterr().out
