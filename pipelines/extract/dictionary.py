"""Ordinary words of a language, their dictionary forms (simplemma) and their plurals."""

from __future__ import annotations

from functools import cache, lru_cache

from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES, DefaultDictionaryFactory

from pipelines.extract.lexicon import languages
from pipelines.extract.text import fold
from pipelines.extract.tokenizer import token_lexicon

# Initial letters that French capitals often write without their accent ("Economie").
_ACCENTED = {"e": "éèê", "a": "âà", "i": "î", "o": "ô"}


@cache
def _dictionaries() -> DefaultDictionaryFactory:
    return DefaultDictionaryFactory(cache_max_size=len(languages()))


@lru_cache(maxsize=100_000)
def is_known_word(lowered: str, language: str) -> bool:
    """Whether a lower-case form is in the language's dictionary; False for a language that has none."""
    if language not in SUPPORTED_LANGUAGES:
        return False
    known = _dictionaries().get_dictionary(language)
    if lowered in known:
        return True
    if any(variant + lowered[1:] in known for variant in _ACCENTED.get(lowered[0], "")):
        return True
    return "-" in lowered and all(p in known for p in lowered.split("-") if len(p) > 2)


@lru_cache(maxsize=100_000)
def lemma(lowered: str, language: str) -> str:
    """Folded dictionary form of a lower-case word ("remporté": "remporter"); the word itself where it isn't known."""
    if language not in SUPPORTED_LANGUAGES:
        return fold(lowered)
    return fold(_dictionaries().get_dictionary(language).get(lowered, lowered))


@cache
def plural_endings(language: str) -> tuple[str, ...]:
    """What plural nouns end in."""
    return tuple(token_lexicon(language).plurals)


@cache
def third_person_endings(language: str) -> tuple[str, ...]:
    """What verbs end in behind "it", where that tells them from others."""
    return tuple(token_lexicon(language).third_person_endings)


@cache
def bare_verb_exceptions(language: str) -> tuple[str, ...]:
    """What verbs end in that are no bare verbs, as orders are."""
    lexicon = token_lexicon(language)
    return (*lexicon.third_person_endings, *lexicon.past_endings)


@cache
def participle_endings(language: str) -> tuple[str, ...]:
    """What participles may end in."""
    return tuple(token_lexicon(language).participle_endings)


def is_superlative(word: str, language: str, *, is_adjective: bool) -> bool:
    """Whether a folded word has the ending of an adjective in the highest degree ("heaviest")."""
    lexicon = token_lexicon(language)
    endings = lexicon.superlative_endings if is_adjective else lexicon.sure_superlative_endings
    return word.endswith(tuple(endings))


def singulars(word: str, language: str) -> list[str]:
    """What a folded word may be the plural of: "parties" of "party" and "partie"."""
    endings = token_lexicon(language).plurals.items()
    return [word.removesuffix(plural) + singular for plural, singular in endings if word.endswith(plural)]


def plurals(word: str, language: str) -> list[str]:
    """What the plural of a folded word may be."""
    endings = token_lexicon(language).plurals.items()
    return [word.removesuffix(singular) + plural for plural, singular in endings if word.endswith(singular)]
