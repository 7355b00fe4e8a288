"""The words of furniture and datelines, of every language at once.

A page's furniture is often in another language than its article, so the languages' words are joined; each is
folded once (see `fold_phrase`) and compared with folded lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from babel import Locale

from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.text import fold


class FurnitureLexicon(LexiconModel):
    """Topic `furniture`; what each list is for stands beside it in the files."""

    lines: list[str]
    starts: list[str]
    contains: list[str]
    pointers: list[str]
    related: list[str]
    related_patterns: list[str]
    teasers: list[str]
    contacts: list[str]
    sections: list[str]
    toolbar: list[str]
    counters: list[str]
    reading_time: list[str]
    authors: list[str]
    bylines: list[str]
    desks: list[str]
    credits: list[str]
    credit_givers: list[str]
    source_labels: list[str]
    source_links: list[str]
    replies: list[str]
    comment_headings: list[str]
    tag_labels: list[str]
    rights: list[str]
    follow_outlet: list[str]
    not_outlets: list[str]
    outlet_words: list[str]
    pages: list[str]
    page_words: list[str]
    ages: list[str]
    name_particles: list[str]
    abbreviations: list[str]
    media: list[str]
    bio_headings: list[str]
    mechanics: list[str]
    mechanics_strong: list[str]
    calls: list[str]
    accounts: list[str]
    call_endings: list[str]
    reader: list[str]
    function_words: list[str]


class CommonFurniture(LexiconModel):
    """Topic `furniture` of the folder `common`."""

    networks: list[str]
    widgets: list[str]
    menus: list[str]
    person_particles: list[str]


class DatelineLexicon(LexiconModel):
    """Topic `dateline`: how pages word the date of publication."""

    months: dict[int, list[str]]
    ordinals: list[str]
    connectors: list[str]
    published: list[str]
    updated: list[str]
    times: list[str]
    issues: list[str]
    dated_by: list[str]
    this_day: list[str]


@dataclass(frozen=True)
class Words:
    """Every language's lists, folded and joined, and those of the dateline."""

    lists: dict[str, tuple[str, ...]]
    months: dict[str, int]
    weekdays: tuple[str, ...]
    territories: frozenset[str]

    def __getitem__(self, name: str) -> tuple[str, ...]:
        return self.lists[name]

    def any_of(self, *names: str, accents: bool = False) -> str:
        """A regular expression of the phrases of some lists, longest first, in the syntax of Python and Rust."""
        return alternatives((phrase for name in names for phrase in self.lists[name]), accents=accents)


def fold_phrase(text: str) -> str:
    """Comparison form of a phrase: lower case, no accents, plain apostrophes. The same as `lines.folded`."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").split())


_ACCENTS = {
    "a": "[aàâäáã]",
    "c": "[cç]",
    "e": "[eéèêë]",
    "i": "[iîïí]",
    "o": "[oôöó]",
    "u": "[uùûüú]",
    "n": "[nñ]",
    "'": "['’]",
}


def alternatives(phrases: Iterable[str], *, accents: bool = False) -> str:
    """`(?:longest|...|shortest)`.

    Args:
        phrases: folded ones.
        accents: for texts that aren't folded: match letters with any of their accents, either apostrophe.
    """
    # Lines have single plain spaces and folded ones plain apostrophes: classes for them would only cost compilation.
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if accents:
        return "(?:" + "|".join("".join(_ACCENTS.get(c) or re.escape(c) for c in phrase) for phrase in ordered) + ")"
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


@cache
def words() -> Words:
    """The joined lists of every language that has a folder."""
    lists: dict[str, set[str]] = {}
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    territories: set[str] = set()
    for language in languages():
        furniture = load_topic(language, "furniture", FurnitureLexicon)
        dateline = load_topic(language, "dateline", DatelineLexicon)
        for name, phrases in (vars(furniture) | vars(dateline)).items():
            if name == "months":
                continue
            lists.setdefault(name, set()).update(fold_phrase(phrase) for phrase in phrases)
        locale = Locale(language)
        for number, phrases in [*_names(locale.months), *dateline.months.items()]:
            months |= {fold(phrase).rstrip("."): number for phrase in phrases}
        weekdays |= {fold(phrase).rstrip(".") for _, names in _names(locale.days) for phrase in names}
        territories |= {fold_phrase(name) for name in locale.territories.values()}
    common = load_topic("common", "furniture", CommonFurniture)
    for name, phrases in vars(common).items():
        lists[name] = {fold_phrase(phrase) for phrase in phrases}
    return Words(
        lists={name: tuple(sorted(phrases)) for name, phrases in lists.items()},
        months=months,
        weekdays=tuple(sorted(weekdays)),
        territories=frozenset(territories),
    )


def _names(table: object) -> list[tuple[int, list[str]]]:
    """Names by number out of babel's nested tables of months or days, wide and abbreviated ones."""
    names: dict[int, list[str]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():  # type: ignore[index]
                names.setdefault(int(number), []).append(str(name))
    return sorted(names.items())
