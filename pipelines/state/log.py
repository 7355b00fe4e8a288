"""The log of refreshes: a line when one starts, a line when it ends."""

from __future__ import annotations

import datetime as dt
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.schemas import published_table
from pipelines.state.durable import make_folder, sync


@dataclass(frozen=True, slots=True)
class RefreshLog:
    """Lines of JSON; a line cut off by a power failure is passed over."""

    path: Path

    def start(self, started_at: dt.datetime, *, is_full: bool) -> str:
        """Note a start; returns the refresh's id."""
        refresh_id = f"{started_at:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        self._append({"refresh_id": refresh_id, "started_at": started_at.isoformat(), "is_full": is_full})
        return refresh_id

    def finish(self, refresh_id: str, outcome: str, finished_at: dt.datetime, **rest: Any) -> None:
        """Note an end, with the counts or the reason."""
        end = {"refresh_id": refresh_id, "outcome": outcome, "finished_at": finished_at.isoformat()}
        self._append({**end, **rest})

    def rows(self) -> pl.DataFrame:
        """Table `refreshes`; one without an end counts as interrupted."""
        folded: dict[str, dict[str, Any]] = {}
        for line in self._lines():
            folded.setdefault(line["refresh_id"], {"outcome": "interrupted"}).update(line)
        declared = published_table("refreshes")
        text = pl.DataFrame(
            [{name: row.get(name) for name in declared.column_names} for row in folded.values() if "started_at" in row],
            schema={
                name: pl.String() if name.endswith("_at") else type_ for name, type_ in declared.polars_schema.items()
            },
        )
        times = (
            pl.col(name).str.to_datetime(time_zone="UTC", time_unit="us") for name in ("started_at", "finished_at")
        )
        return declared.conform(text.with_columns(times))

    def _append(self, line: dict[str, Any]) -> None:
        make_folder(self.path.parent)
        is_new = not self.path.exists()
        with self.path.open("a", encoding="utf-8") as file:
            # A line break first ends a line that a power failure cut off.
            file.write("\n" + json.dumps(line, ensure_ascii=False))
            file.flush()
            os.fsync(file.fileno())
        if is_new:
            sync(self.path.parent)

    def _lines(self) -> list[dict[str, Any]]:
        if not self.path.exists():
            return []
        found = []
        for text in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                line = json.loads(text)
            except ValueError:
                continue
            if isinstance(line, dict) and "refresh_id" in line:
                found.append(line)
        return found
