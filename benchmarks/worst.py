"""What the worst articles cost: a million characters of one sort of text, through each step of extraction.

    python -m benchmarks.worst [--characters 1000000]

Prints, per sort of text and step, the seconds that a core computes, and by how much more it computes than on a
quarter of the text: about 4 is linear, 16 is quadratic.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import itertools
import time
from collections.abc import Callable, Iterable
from typing import Any
from unittest.mock import patch

from benchmarks.corpus import articles
from pipelines.extract import engine
from pipelines.extract.document import analyse

STEPS = (
    "find_places", "find_dates", "find_quantities", "find_plans", "find_actors", "find_pillars", "find_figures",
    "find_events",
)  # fmt: skip


def texts(language: str) -> dict[str, Callable[[], Iterable[str]]]:
    """Endless texts, piece by piece."""
    ordinary = [line for article in articles(300) if article.language == language for line in article.lines]
    words = " ".join(ordinary).split()
    names = [w for w in words if w.isalpha() and w.istitle()]
    return {
        "ordinary": lambda: (f"{line}\n" for line in itertools.cycle(ordinary)),
        "one sentence": lambda: (f"{w.strip('.!?…:;')} " for w in itertools.cycle(words)),
        "digits": lambda: (f"{n * 7919 % 10_000} " for n in itertools.count()),
        "one number": lambda: itertools.repeat("7"),
        "capitalised": lambda: (f"{w} " for w in itertools.cycle(names)),
        "brackets, open": lambda: itertools.cycle(["« ", "(", "“", "[plan ", "'", '"', "stratégie 2030 "]),
        "brackets, closed": lambda: itertools.cycle(["« Plan ", "(Santé) ", "2030 » ", ") ", "d'"]),
        "bullets": lambda: (f"- {line[:60].strip('.')}\n" for line in itertools.cycle(ordinary)),
        "short lines": lambda: itertools.cycle(["Axe 1 : santé ;\n", "2.\n", "Pilier\n"]),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--language", default="fr")
    parser.add_argument("--only", help="one sort of text")
    arguments = parser.parse_args()
    measure("Un texte court.", arguments.language)  # loads the lexicons
    print(f"{'':18}" + "".join(f"{name:>12}" for name in ("cut and tag", *(s[5:] for s in STEPS), "in all", "growth")))
    for sort, pieces in texts(arguments.language).items():
        if arguments.only in (None, sort):
            quarter = measure(_of_size(pieces(), arguments.characters // 4), arguments.language)
            whole = measure(_of_size(pieces(), arguments.characters), arguments.language)
            total = sum(whole.values())
            seconds = [*whole.values(), total, total / sum(quarter.values())]
            print(f"{sort:18}" + "".join(f"{s:12.2f}" for s in seconds), flush=True)


def measure(text: str, language: str) -> dict[str, float]:
    """Seconds of computing that each step takes on one article of `text`."""
    seconds = {"analyse": 0.0, **dict.fromkeys(STEPS, 0.0)}

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            begun = time.process_time()
            try:
                return step(*arguments, **named)
            finally:
                seconds[name] += time.process_time() - begun

        return run

    with contextlib.ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch.object(engine, name, timed(name, getattr(engine, name))))
        doc = timed("analyse", analyse)(text, language, title="Titre", published_on=dt.date(2024, 5, 14))
        engine.default_extractor(language).extract(doc)
    return seconds


def _of_size(pieces: Iterable[str], characters: int) -> str:
    taken, size = [], 0
    for piece in pieces:
        taken.append(piece)
        size += len(piece)
        if size >= characters:
            break
    return "".join(taken)[:characters]


if __name__ == "__main__":
    main()
