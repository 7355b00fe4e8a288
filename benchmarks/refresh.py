"""How fast a refresh is, stage by stage, beside what else could be done with the same articles in the same time.

    python -m benchmarks.refresh [--n 20000]

Everything is measured in one run on one machine, so that ratios hold where seconds don't: against reading the files
alone, counting their words, `dbt build` alone, and spaCy's tokenizer where it is installed.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from benchmarks.corpus import write_corpus
from pipelines.settings import Settings, checkout, dbt_project_dir
from pipelines.state.folder import StateFolder

_SAMPLED_SECONDS = 0.25
_SPACY_ARTICLES = 500
_REPEATED = 3
_WORD = re.compile(r"\w+")
_NEW_ARTICLE = (
    "Un plan des ponts est lancé\n\n3 mars 2024\n\nLe ministère des Travaux publics a lancé lundi le Plan national "
    "des ponts 2031, doté de 210 millions d'euros, qui doit remettre en état {n} 400 ouvrages d'ici 2031.\n"
)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--n", type=int, default=20_000, help="articles of the large refresh")
    parser.add_argument("--folder", type=Path, help="where to work, instead of the folder of temporary files")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="planwatch-bench-", dir=arguments.folder) as folder:
        _large(Path(folder), arguments.n)
        _small(Path(folder))


# ---------------------------------------------------------------- many new articles


def _large(folder: Path, n: int) -> None:
    raw = folder / "raw"
    write_corpus(raw, n)
    files = sorted(f for f in raw.rglob("*") if f.is_file())
    characters = sum(len(f.read_bytes()) for f in files)
    print(f"{n:,} generated articles, {characters / n:,.0f} bytes each, {os.cpu_count()} cores\n")
    baselines = {
        "reading the files alone, one core": _seconds(lambda: sum(len(t) for t in _texts(files))),
        "counting their words, one core": _seconds(lambda: sum(len(_WORD.findall(t)) for t in _texts(files))),
    }
    settings = Settings(raw_dir=raw, warehouse=folder / "large.duckdb")
    seconds, memory = _refresh(settings)
    state = StateFolder(settings.state_dir)
    stages = json.loads(state.summary.read_text(encoding="utf-8"))["seconds"]
    stages["all else (start, listing, log)"] = seconds - sum(stages.values())
    print(f"{'stage':36}{'seconds':>10}{'share':>8}{'articles/s':>12}")
    for stage, spent in [*stages.items(), ("whole refresh", seconds)]:
        print(f"{stage:36}{spent:10.1f}{spent / seconds:8.0%}{n / spent:12,.0f}")
    print(f"\nmemory at the peak, all processes: {memory / 2**20:,.0f} MiB\n")
    baselines["dbt build alone"] = _dbt_build(state, folder)
    if tokenizing := _spacy_seconds(files, n):
        baselines["spaCy's tokenizer alone, one core"] = tokenizing
    _print_ratios("the whole refresh", seconds, baselines)


def _texts(files: list[Path]) -> Iterator[str]:
    return (f.read_text(encoding="utf-8") for f in files)


def _spacy_seconds(files: list[Path], n: int) -> float | None:
    """Seconds that spaCy's tokenizer, without any model, would take for all texts; None where it isn't installed."""
    try:
        spacy = importlib.import_module("spacy")
    except ModuleNotFoundError:
        print("(spaCy isn't installed: its tokenizer is left out)\n")
        return None
    pipeline = spacy.blank("fr")
    texts = list(_texts(files[:_SPACY_ARTICLES]))
    return _seconds(lambda: sum(len(pipeline(t)) for t in texts)) * n / len(texts)


# ---------------------------------------------------------------- one new article


def _small(folder: Path) -> None:
    raw = folder / "samples"
    root = checkout()
    if root is None:
        return
    shutil.copytree(root / "raw", raw)
    settings = Settings(raw_dir=raw, warehouse=folder / "small.duckdb")
    _refresh(settings)
    spent = []
    for n in range(_REPEATED):
        (raw / f"new_{n}.txt").write_text(_NEW_ARTICLE.format(n=n + 2), encoding="utf-8")
        spent.append(_refresh(settings)[0])
    state = StateFolder(settings.state_dir)
    alone = min(_dbt_build(state, folder) for _ in range(_REPEATED))
    print("\none new article among the samples of raw/, best of three")
    _print_ratios("its refresh", min(spent), {"dbt build alone": alone})


# ---------------------------------------------------------------- measuring


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _refresh(settings: Settings) -> tuple[float, int]:
    """Seconds of a refresh by the command, and bytes that its processes held at the peak."""
    environment = os.environ | {
        "PLANWATCH_RAW_DIR": str(settings.raw_dir),
        "PLANWATCH_WAREHOUSE": str(settings.warehouse),
        "DAGSTER_DISABLE_TELEMETRY": "1",
        "DO_NOT_TRACK": "1",
    }
    command = [sys.executable, "-m", "pipelines.cli", "refresh"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _memory(process.pid))
        time.sleep(_SAMPLED_SECONDS)
    seconds = time.perf_counter() - begun
    if process.returncode not in (0, 4):  # 4: published, with rejections
        raise SystemExit(f"The refresh failed with exit code {process.returncode}.")
    return seconds, peak


def _memory(pid: int) -> int:
    """Bytes of a process and all below it; what they share counts once (proportional set size)."""
    total = 0
    with contextlib.suppress(psutil.Error):  # one has ended meanwhile
        root = psutil.Process(pid)
        for process in (root, *root.children(recursive=True)):
            total += process.memory_full_info().pss
    return total


def _dbt_build(state: StateFolder, folder: Path) -> float:
    """Seconds of `dbt build` by itself, on a copy of the build database and of the project."""
    project, database = folder / "dbt_project", folder / "alone.duckdb"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(dbt_project_dir(), project, ignore=shutil.ignore_patterns("target", "logs"))
    shutil.copyfile(state.build, database)
    dbt = Path(sys.executable).with_name("dbt")
    command = [dbt, "--quiet", "build", "--project-dir", project, "--profiles-dir", project]
    environment = os.environ | {
        "PLANWATCH_BUILD_DATABASE": str(database),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
        "DO_NOT_TRACK": "1",
    }
    return _seconds(lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL))


def _print_ratios(what: str, seconds: float, baselines: dict[str, float]) -> None:
    print(f"{what + ':':48}{seconds:8.1f} s")
    for name, spent in baselines.items():
        print(f"  {name:46}{spent:8.1f} s{seconds / spent:8.1f} times")


if __name__ == "__main__":
    main()
