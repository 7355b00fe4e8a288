"""Names reduced to what they say, so that spellings and languages of one name compare equal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer
from babel import Locale

from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.places import country_names, demonyms_of
from pipelines.extract.text import words

_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LONGEST_COUNTRY_NAME = 4  # words


class ConceptLexicon(LexiconModel):
    """Topic `concepts`: words of one meaning across languages, and words that say nothing in a name."""

    ignored: frozenset[str]
    plan_nouns: frozenset[str]
    concepts: dict[str, list[str]]


@dataclass(frozen=True)
class _Vocabulary:
    by_word: dict[str, str]
    by_stem: dict[str, str]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    by_word: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    for concept, forms in load_topic(language, "concepts", ConceptLexicon).concepts.items():
        for form in forms:
            by_word.setdefault(form, concept)
            by_stem.setdefault(_stem(form, language), concept)
    return _Vocabulary(by_word, by_stem)


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    name = Locale(language).get_display_name("en") or language
    return Stemmer.Stemmer(name.lower())


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    return str(_stemmer(language).stemWord(word))


@cache
def _beginnings(language: str) -> frozenset[str]:
    return frozenset(stem[:3] for stem in _vocabulary(language).by_stem)


def _may_have_stem(word: str, language: str) -> bool:
    """Whether the vocabulary has a stem that begins as the word does: stemming costs a hundred times as much.

    Stemmers cut the ends of words. They change beginnings of short words only, and those with a y.
    """
    if len(word) < 6 or "y" in word[:3]:
        return True
    return not _beginnings(language).isdisjoint((word[:3], word[:2], word[:1]))


@cache
def function_words() -> frozenset[str]:
    """Folded words that say nothing in a name, of every language."""
    return frozenset().union(*(load_topic(x, "concepts", ConceptLexicon).ignored for x in languages()))


@cache
def _concepts() -> frozenset[str]:
    return frozenset().union(*(load_topic(x, "concepts", ConceptLexicon).concepts for x in languages()))


@cache
def plan_nouns() -> frozenset[str]:
    """Concepts and words that any plan's name may have ("strategy", "national"), in every language."""
    nouns: set[str] = set()
    for language in languages():
        for noun in load_topic(language, "concepts", ConceptLexicon).plan_nouns:
            nouns |= {noun, _concept(noun, language)}
    return frozenset(nouns)


@lru_cache(maxsize=200_000)
def _concept(word: str, language: str) -> str:
    # The article's language first; a name is often quoted in another one.
    order = [language, *(x for x in languages() if x != language)] if language in languages() else languages()
    for other in order:
        if concept := _vocabulary(other).by_word.get(word):
            return concept
    for other in order:
        if _may_have_stem(word, other) and (concept := _vocabulary(other).by_stem.get(_stem(word, other))):
            return concept
    return word.rstrip("s") if len(word) > 3 else word


@lru_cache(maxsize=200_000)
def concepts_of(name: str, language: str) -> tuple[str, ...]:
    """Concepts of a name in order: function words left out, countries as "@MA", years kept as they are."""
    found = words(name)
    out: list[str] = []
    i = 0
    while i < len(found):
        code, length = _country_at(found, i)
        if code:
            out.append(f"@{code}")
        elif found[i] not in function_words():
            out.append(_concept(found[i], language))
        i += length
    return tuple(out)


def _country_at(found: list[str], i: int) -> tuple[str | None, int]:
    for length in range(min(_LONGEST_COUNTRY_NAME, len(found) - i), 0, -1):
        name = " ".join(found[i : i + length])
        for language in languages():
            if code := country_names(language).get(name) or demonyms_of(language).get(name):
                return code, length
    return None, 1


def years_of(name: str) -> tuple[int, ...]:
    """Years named in order."""
    return tuple(int(y) for y in _YEAR.findall(name))


def is_distinctive(concepts: tuple[str, ...]) -> bool:
    """Whether the concepts tell a name from others of its kind: a word that isn't common, or several common ones."""
    common = sum(c in _concepts() for c in concepts)
    return len(concepts) - common >= 1 or common >= 3


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Dice coefficient of two sets of concepts, 0 to 1."""
    a, b = set(left), set(right)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
