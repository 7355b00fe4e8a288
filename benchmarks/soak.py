"""Everything that may go wrong, for long: `python benchmarks/soak.py --help`.

Each part stands alone and prints its counts when it ends; the last lines are a table of all. The exit code is 1
where anything happened that must not.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.faults.arrivals import arrive, lose_a_run, raise_alerts
from tests.faults.costs import read_costly
from tests.faults.counts import Counts
from tests.faults.disks import can_mount, fill_disks, meet_obstacles
from tests.faults.histories import live_histories
from tests.faults.hostile import refresh_among_hostile
from tests.faults.kills import kill_refreshes
from tests.faults.orders import vary_orders
from tests.faults.pairs import refresh_in_pairs
from tests.faults.readers import read_through_refreshes


def main() -> int:
    """Run the parts that were asked for; returns the exit code."""
    options = _options()
    counts = []
    for name in options.only or list(_parts(options, Path())):
        with tempfile.TemporaryDirectory(prefix="planwatch-soak-", dir=options.folder) as folder:
            begun = time.monotonic()
            part = _parts(options, Path(folder) / "site")[name]()
            part.did("seconds of the experiment", time.monotonic() - begun)
            _say(str(part))
            counts.append(part)
            if options.json:
                with options.json.open("a", encoding="utf-8") as file:
                    file.write(json.dumps({"seed": options.seed, **asdict(part)}, ensure_ascii=False) + "\n")
    _say("")
    for part in counts:
        _say(f"{'clean ' if part.is_clean else 'FAULTS'}  {part.name:12} {sum(part.faults.values())} faults")
    return 0 if all(part.is_clean for part in counts) else 1


def _parts(options: argparse.Namespace, folder: Path) -> dict[str, Callable[[], Counts]]:
    seed, seconds = options.seed, options.minutes * 60 if options.minutes else None
    return {
        "kills": lambda: kill_refreshes(folder, options.kills, articles=options.articles, seed=seed, seconds=seconds),
        "readers": lambda: read_through_refreshes(
            folder, options.refreshes, readers=options.readers, seed=seed, seconds=seconds
        ),
        "pairs": lambda: refresh_in_pairs(folder, options.pairs, seed=seed, seconds=seconds),
        "bad-files": lambda: refresh_among_hostile(folder, options.bad_files, options.good_files, seed=seed),
        "arrivals": lambda: arrive(folder, options.arrivals, seed=seed, seconds=seconds),
        "histories": lambda: live_histories(folder, options.histories, seed=seed, seconds=seconds),
        "orders": lambda: vary_orders(folder, options.orders, seed=seed, whole=options.whole, seconds=seconds),
        "disks": lambda: fill_disks(folder, options.disks, seed=seed, seconds=seconds),
        "obstacles": lambda: meet_obstacles(folder, seed=seed),
        "costs": lambda: read_costly(folder),
        "alerts": lambda: raise_alerts(folder),
        "lost-runs": lambda: lose_a_run(folder),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parts = list(_parts(argparse.Namespace(seed=0, minutes=None), Path()))
    parser.add_argument("--only", nargs="+", choices=parts, metavar="PART", help=f"some of: {', '.join(parts)}")
    for name, default, what in (
        ("kills", 300, "refreshes killed"),
        ("articles", 1000, "articles of the refreshes that are killed"),
        ("refreshes", 50, "refreshes that readers read through"),
        ("readers", 8, "readers"),
        ("pairs", 20, "pairs of refreshes at once"),
        ("bad-files", 500, "bad files"),
        ("good-files", 500, "good articles among them"),
        ("arrivals", 50, "files that arrive under a live daemon"),
        ("histories", 30, "random histories"),
        ("orders", 30, "ways of bringing the same files"),
        ("disks", 20, "refreshes on a disk that is full sooner or later"),
        ("seed", 0, "seed of all that is random"),
    ):
        parser.add_argument(f"--{name}", type=int, default=default, help=what)
    parser.add_argument("--whole", action="store_true", help="orders: with dbt and publishing too")
    parser.add_argument("--minutes", type=float, help="a part begins nothing new after so long")
    parser.add_argument("--folder", type=Path, help="where to work, instead of the folder of temporary files")
    parser.add_argument("--json", type=Path, help="file to append each part's counts to, a line each")
    options = parser.parse_args()
    if not options.only:
        options.only = [part for part in parts if part != "disks" or can_mount()]
    return options


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
