"""Articles that nobody wrote: about invented plans, the same for the same number and seed, in every format read."""

from __future__ import annotations

import gzip
import html
import json
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

_SYLLABLES = ["ba", "ro", "ti", "ma", "lu", "ke", "na", "so", "vé", "dou", "ga", "li", "pé", "mi", "ra", "to"]
_TOPICS = {
    "fr": ["Eau", "Forêts", "Santé", "Énergie", "Écoles", "Routes", "Pêche", "Logement"],
    "en": ["Water", "Forests", "Health", "Energy", "Schools", "Roads", "Fisheries", "Housing"],
}
_PILLARS = {
    "fr": ["la formation des agents", "la remise en état des réseaux", "l'accès des villages aux services",
           "la protection des bassins", "le financement des communes", "le suivi des résultats"],
    "en": ["the training of field staff", "the repair of networks", "access to services in villages",
           "the protection of river basins", "the funding of municipalities", "the monitoring of results"],
}  # fmt: skip
_FRENCH = """{title}

{minister}, ministre en charge du secteur, a présenté {day} le plan {plan}, doté d'une enveloppe de {budget} millions \
d'euros sur {years} ans.

Le plan {plan} repose sur trois axes :
- {pillars[0]}
- {pillars[1]}
- {pillars[2]}

Il vise la création de {jobs} emplois à l'horizon {horizon}, a précisé {minister}. L'Agence {agency} en assurera le \
suivi avec les collectivités concernées.

{filler}
"""
_ENGLISH = """{title}

The minister in charge, {minister}, launched the {plan} plan on {day}, with a budget of {budget} million euros over \
{years} years.

The {plan} plan rests on three pillars:
- {pillars[0]}
- {pillars[1]}
- {pillars[2]}

It aims to create {jobs} jobs by {horizon}, {minister} said. The {agency} Agency will follow its progress with the \
local authorities concerned.

{filler}
"""
_FILLER = {
    "fr": ["Les représentants de {place} ont demandé que les travaux commencent avant la saison des pluies.",
           "Une réunion de suivi est prévue à {place} avec les associations d'usagers.",
           "Le rapport de {place} rappelle que les chantiers précédents ont pris du retard.",
           "Selon les services techniques de {place}, les études seront rendues publiques."],
    "en": ["Delegates from {place} asked for works to begin before the rainy season.",
           "A follow-up meeting will be held in {place} with user associations.",
           "The report from {place} recalls that earlier works were delayed.",
           "According to the technical services of {place}, the studies will be made public."],
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """One invented article."""

    language: str
    title: str
    published: str
    text: str

    @property
    def body(self) -> str:
        """The text without its title."""
        return self.text.split("\n\n", 1)[1]


def article(number: int, *, version: int = 0, seed: int = 0) -> Article:
    """The article of a number; another version of it is another text about the same plan.

    Every fourth article shares its plan with its neighbours, so that matching across articles has work to do.
    """
    about = random.Random(f"{seed}/{number // 4}")
    own = random.Random(f"{seed}/{number}/{version}")
    language = own.choice(["fr", "en"])
    plan_language = about.choice(["fr", "en"])
    horizon = about.randint(2028, 2045)
    plan = f"{about.choice(_TOPICS[plan_language])} {_name(about)} {horizon}"
    minister = f"{_name(about)} {_name(about)}"
    title = {"fr": f"Le plan {plan} présenté à {_name(own)}", "en": f"The {plan} plan unveiled in {_name(own)}"}
    filler = [own.choice(_FILLER[language]).format(place=_name(own)) for _ in range(own.randint(2, 6))]
    text = {"fr": _FRENCH, "en": _ENGLISH}[language].format(
        title=title[language],
        minister=minister,
        plan=plan,
        day={"fr": "jeudi", "en": "Thursday"}[language],
        budget=about.randint(20, 900),
        years=about.randint(3, 9),
        pillars=own.sample(_PILLARS[language], 3),
        jobs=f"{about.randint(2, 90)}{' ' if language == 'fr' else ','}{own.randint(100, 999)}",
        horizon=horizon,
        agency=_name(about),
        filler="\n\n".join(filler),
    )
    published = f"20{own.randint(20, 25)}-{own.randint(1, 12):02}-{own.randint(1, 28):02}"
    return Article(language, title[language], published, text)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def as_text(one: Article) -> bytes:
    """As a .txt file."""
    title, rest = one.text.split("\n\n", 1)
    return f"{title}\n{one.published}\n\n{rest}".encode()


def as_page(one: Article) -> bytes:
    """As an .html file."""
    blocks = "".join(f"<p>{html.escape(block)}</p>" for block in one.body.split("\n\n") if not block.startswith("-"))
    items = "".join(f"<li>{html.escape(line[2:])}</li>" for line in one.body.splitlines() if line.startswith("- "))
    return (
        f'<!doctype html><html lang="{one.language}"><head><title>{html.escape(one.title)}</title>'
        f'<meta property="article:published_time" content="{one.published}T08:00:00Z"></head><body>'
        f"<article><h1>{html.escape(one.title)}</h1>{blocks}<ul>{items}</ul></article></body></html>"
    ).encode()


def as_record(one: Article) -> bytes:
    """As a .json file, or a line of a .jsonl file."""
    fields = {"title": one.title, "published": one.published, "publisher": "The Trial Courier", "body": one.body}
    return json.dumps(fields, ensure_ascii=False).encode()


def as_lines(articles: Iterable[Article]) -> bytes:
    """As a .jsonl.gz file, the same bytes at any time."""
    return gzip.compress(b"\n".join(map(as_record, articles)), mtime=0)


FORMATS: dict[str, Callable[[Article], bytes]] = {".txt": as_text, ".html": as_page, ".json": as_record}


def write_corpus(raw: Path, numbers: Iterable[int], *, version: int = 0, seed: int = 0) -> int:
    """Write articles, most as .txt, some in the other formats, a twentieth of them by tens in .jsonl.gz.

    Returns:
        How many files there are.
    """
    raw.mkdir(parents=True, exist_ok=True)
    gathered: dict[int, list[Article]] = {}
    n_files = 0
    for number in numbers:
        one = article(number, version=version, seed=seed)
        if number // 10 % 20 == 19:
            gathered.setdefault(number // 10, []).append(one)
            continue
        suffix = {7: ".html", 8: ".json"}.get(number % 10, ".txt")
        folder = raw / f"{number // 100:03}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:06}{suffix}").write_bytes(FORMATS[suffix](one))
        n_files += 1
    for group, articles in gathered.items():
        (raw / f"{group:05}.jsonl.gz").write_bytes(as_lines(articles))
    return n_files + len(gathered)
