"""Names reduced to what they say, so that spellings and languages of one name compare equal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import Stemmer
from babel import Locale
from rapidfuzz import fuzz

from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.places import country_names, demonyms_of, subdivisions
from pipelines.extract.text import folded_words, words
from pipelines.extract.tokenizer import token_lexicon

_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LONGEST_COUNTRY_NAME = 4  # words
_SHORTEST_STEM = 4  # characters: many proper names have the stem of a short word ("Anne", "an")
_LONGEST_PHRASE = 6  # words
_SHORTEST_LEARNED = 9  # characters: shorter words with such an ending are as often names ("Monique")
_SHORTEST_COGNATE = 6  # letters
_SAME_BEGINNING = 4  # letters
_COGNATE = 75  # rapidfuzz ratio out of 100: "certifiee", "certified"
_DOUBLE = re.compile(r"(.)\1+")


class ConceptLexicon(LexiconModel):
    """Topic `concepts`: words of one meaning across languages, and words that say nothing in a name.

    Attributes:
        ignored: function words.
        plan_nouns: what any plan is called.
        aims: what any plan may aim at ("development"), which says nothing of its matter.
        concepts: words of one meaning that many plans have in their names (sectors, aims): they tell little apart.
        words: words of one meaning that tell a name from others.
        inflections: endings that a stemmer doesn't take off, by the ending of the form that is listed ("côtière").
        spellings: how letters are written for one sound when a name comes from another script ("Cheikh", "Sheikh").
        endings: endings of learned words that no list holds, by how they are written in every language
            ("photonique", "photonics": "photonic").
    """

    ignored: frozenset[str]
    plan_nouns: frozenset[str]
    aims: frozenset[str]
    concepts: dict[str, list[str]]
    words: dict[str, list[str]]
    inflections: dict[str, str]
    spellings: dict[str, str]
    endings: dict[str, str]


@dataclass(frozen=True)
class _Vocabulary:
    by_word: dict[str, str]
    by_stem: dict[str, str]
    by_phrase: dict[tuple[str, ...], str]
    first_words: frozenset[str]  # of phrases


def _concepts(language: str) -> ConceptLexicon:
    lexicon: ConceptLexicon = load_topic(language, "concepts", ConceptLexicon)
    return lexicon


@cache
def _vocabulary(language: str) -> _Vocabulary:
    by_word: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    by_phrase: dict[tuple[str, ...], str] = {}
    lexicon = _concepts(language)
    for concept, forms in (*lexicon.concepts.items(), *lexicon.words.items()):
        for form in forms:
            if " " in form:
                by_phrase[tuple(form.split())] = concept
            else:
                by_word.setdefault(form, concept)
                by_stem.setdefault(_stem(form, language), concept)
    return _Vocabulary(by_word, by_stem, by_phrase, frozenset(phrase[0] for phrase in by_phrase))


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
    return frozenset().union(*(_concepts(x).ignored for x in languages()))


@cache
def _common() -> frozenset[str]:
    return frozenset().union(*(_concepts(x).concepts for x in languages()))


@cache
def _known() -> frozenset[str]:
    return _common().union(*(_concepts(x).words for x in languages()))


def is_known(concept: str) -> bool:
    """Whether the vocabulary has the concept; else it is a word as it was written, mostly a proper name."""
    return concept in _known()


def is_common(concept: str) -> bool:
    """Whether many plans have the concept in their names."""
    return concept in _common()


@cache
def plan_nouns() -> frozenset[str]:
    """Concepts and words that any plan's name may have ("strategy", "national"), in every language."""
    return _with_concepts("plan_nouns")


@cache
def aims() -> frozenset[str]:
    """Concepts and words of what any plan may aim at ("development"), in every language."""
    return _with_concepts("aims")


def _with_concepts(field: str) -> frozenset[str]:
    found: set[str] = set()
    for language in languages():
        for word in getattr(_concepts(language), field):
            found |= {word, _concept(word, language)}
    return frozenset(found)


@lru_cache(maxsize=200_000)
def _concept(word: str, language: str) -> str:
    # The article's language first; a name is often quoted in another one.
    order = [language, *(x for x in languages() if x != language)] if language in languages() else languages()
    # A plural is looked up before its stem, which other words share ("mères", "mer").
    for other in order:
        known = _vocabulary(other).by_word
        singular = _singular(word)
        if (
            concept := known.get(word)
            or known.get(singular)
            or known.get(_with_listed_ending(singular, _concepts(other).inflections))
        ):
            return concept
    for other in order:
        if _may_have_stem(word, other):
            stem = _stem(word, other)
            if len(stem) >= _SHORTEST_STEM and (concept := _vocabulary(other).by_stem.get(stem)):
                return concept
    singular = _singular(word) if len(word) > 3 else word
    if len(word) < _SHORTEST_LEARNED:
        return singular
    return _with_listed_ending(singular, _concepts(order[0]).endings)  # a learned word, as in every language


@cache
def _plural_letters() -> tuple[str, ...]:
    """Letters that plurals of any language add."""
    found = {plural for code in languages() for plural, singular in token_lexicon(code).plurals.items() if not singular}
    return tuple(sorted(found))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith(_plural_letters()) else word


def _with_listed_ending(word: str, endings: Mapping[str, str]) -> str:
    """The word with the first of its `endings` as the other words are written that it is compared with."""
    for ending, listed in endings.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + listed
    return word


@lru_cache(maxsize=200_000)
def concepts_of(name: str, language: str) -> tuple[str, ...]:
    """Concepts of a name in order: function words left out, countries as "@MA", years kept as they are."""
    found = words(name)
    ignored, territories = function_words(), _territories()[1]
    phrases = _vocabulary(language).first_words if language in languages() else frozenset()
    out: list[str] = []
    i = 0
    while i < len(found):
        word = found[i]
        concept, length = _country_at(found, i) if word in territories else (None, 1)
        if concept is None and (word in phrases or _singular(word) in phrases):
            concept, length = _phrase_at(found, i, language)
        if concept is not None:
            out.append(concept)
        elif word not in ignored:
            out.append(_concept(word, language))
        i += length
    return tuple(out)


def _phrase_at(found: list[str], i: int, language: str) -> tuple[str | None, int]:
    """The concept that several words name together ("chemin de fer") from word i on, and how many they are."""
    known = _vocabulary(language).by_phrase
    for length in range(min(_LONGEST_PHRASE, len(found) - i), 1, -1):
        chosen = found[i : i + length]
        for spelt in (tuple(chosen), tuple(map(_singular, chosen))):
            if concept := known.get(spelt):
                return concept, length
    return None, 1


def _country_at(found: list[str], i: int) -> tuple[str | None, int]:
    """The ISO 3166 code of the country or subdivision that is named at word i, as "@MA", and its words."""
    codes, _ = _territories()
    for length in range(min(_LONGEST_COUNTRY_NAME, len(found) - i), 0, -1):
        if code := codes.get(" ".join(found[i : i + length])):
            return f"@{code}", length
    return None, 1


@cache
def _territories() -> tuple[dict[str, str], frozenset[str]]:
    """Codes of countries and subdivisions by every name and demonym, and the words that these begin with."""
    codes: dict[str, str] = {}
    for language in languages():
        codes = demonyms_of(language) | codes
        codes = country_names(language) | codes
    codes = _subdivisions() | codes
    return codes, frozenset(name.split(" ", 1)[0] for name in codes)


@cache
def _subdivisions() -> dict[str, str]:
    """Folded names of provinces, states and regions that languages name differently, with their ISO 3166-2 codes.

    Names that are one common word ("North", "Centre") are left out: they compare equal as words.
    """
    found: dict[str, str] = {}
    for code, _, folded in subdivisions():
        spelt = sorted({" ".join(folded_words(name)) for name in folded})
        if len(spelt) > 1 and not any(_says_little(name) for name in spelt):
            for name in spelt:
                found.setdefault(name, code)
    return found


def _says_little(name: str) -> bool:
    return " " not in name and (name in function_words() or any(is_known(_concept(name, x)) for x in languages()))


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Every language's spellings, as a pattern that takes the longest, and what they are written as."""
    common: dict[str, str] = {}
    for language in languages():
        common |= _concepts(language).spellings
    longest_first = sorted(common, key=lambda x: (-len(x), x))
    return re.compile("|".join(map(re.escape, longest_first))), common


@lru_cache(maxsize=200_000)
def sound_of(word: str) -> str:
    """A folded word of a proper name with its sounds written in one way, double letters as one."""
    pattern, common = _spellings()
    return _DOUBLE.sub(r"\1", pattern.sub(lambda m: common[m[0]], word))


def years_of(name: str) -> tuple[int, ...]:
    """Years named in order."""
    return tuple(int(y) for y in _YEAR.findall(name))


def is_distinctive(concepts: tuple[str, ...]) -> bool:
    """Whether the concepts tell a name from others of its kind: a word that isn't common, or several common ones."""
    common = sum(map(is_common, concepts))
    return len(concepts) - common >= 1 or common >= 3


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Dice coefficient of two sets of concepts, 0 to 1."""
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def likeness(left: frozenset[str], right: frozenset[str], *, is_one_language: bool) -> float:
    """`overlap`, where words of two languages that no vocabulary has may be cognates."""
    if is_one_language or not left or not right:
        return overlap(left, right)
    shared = left & right
    rest = [w for w in sorted(right - shared) if _may_be_cognate(w)]
    cognates = 0
    for word in sorted(left - shared) if rest else ():
        if _may_be_cognate(word) and (found := next((w for w in rest if _are_cognates(word, w)), None)):
            rest.remove(found)
            cognates += 1
    return 2 * (len(shared) + cognates) / (len(left) + len(right))


def _may_be_cognate(word: str) -> bool:
    return len(word) >= _SHORTEST_COGNATE and word.isalpha() and not is_known(word)


def _are_cognates(left: str, right: str) -> bool:
    return left[:_SAME_BEGINNING] == right[:_SAME_BEGINNING] and fuzz.ratio(left, right) >= _COGNATE
