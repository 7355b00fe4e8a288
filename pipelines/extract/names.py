"""Words as the actor grammar sees them: capitals, acronyms, ordinary words and the classes of the lexicon.

Whether a capitalised word is an ordinary one ("Santé", "Energy") or a name ("Akinola") is asked of simplemma's
dictionaries of word forms, as it decides where a role ends and its holder's name begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

import pycountry
from babel import Locale
from babel.numbers import list_currencies

from pipelines.extract.dictionary import is_known_word, lemma, plurals
from pipelines.extract.document import Document, Token
from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.places import Place, city_population
from pipelines.extract.records import Span
from pipelines.extract.text import fold, words
from pipelines.extract.tokenizer import Word

OPENING_QUOTES = frozenset('«“"‘')
APOSTROPHES = frozenset("'’")
CLOSING_QUOTES = frozenset('»”"’')
_QUOTES = frozenset('«»“”"')
_MAX_BRAND_PREFIX = 10  # end of the letters before the capital of "easyBank"
METROPOLIS = 150_000  # inhabitants from which a city's name is the city's, whatever stands around it
MAX_VERB_GROUP = 7  # tokens: "n'a pas encore été officiellement choisi"
VERB_GROUP = frozenset({"AUX", "VERB", "ADV", "PART", "PRON"})
_MIN_SHOUTED = 5  # letters of a first word in capitals that is no acronym
_VOWELS = frozenset("aeiouy")
_ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII".split())


class ActorLexicon(LexiconModel):
    """Topic `actors`: see the comments of the language files for what each list holds."""

    premodified: bool
    titles: list[str]
    particles: frozenset[Word]
    role_heads: list[str]
    role_plurals: dict[str, str]
    role_prefixes: frozenset[Word]
    agent_endings: list[str]
    betweens: frozenset[Word]
    called_things: frozenset[Word]
    body_participles: frozenset[Word]
    voice_cues: list[str]
    body_roles: list[str]
    concept_endings: list[str]
    field_endings: list[str]
    portfolio_roles: frozenset[Word]
    role_endings: list[str]
    role_suffixes: frozenset[Word]
    role_premodifiers: frozenset[Word]
    ranks: frozenset[Word]
    office_cues: list[str]
    office_links: frozenset[Word]
    office_posts: list[str]
    office_relatives: frozenset[Word]
    sovereigns: frozenset[str]
    role_fillers: list[str]
    role_closers: list[str]
    respective: frozenset[Word]
    partisans: frozenset[Word]
    example_places: frozenset[Word]
    venue_openers: frozenset[Word]
    press_cues: list[str]
    field_heads: frozenset[Word]
    authorities: frozenset[Word]
    determiners: frozenset[Word]
    head_fields: frozenset[Word]
    informing_verbs: frozenset[Word]
    articles: frozenset[Word]
    definite: frozenset[Word]
    possessives: frozenset[Word]
    plural_articles: frozenset[Word]
    prepositions: frozenset[Word]
    weak_prepositions: frozenset[Word]
    localisers: frozenset[Word]
    directions: frozenset[Word]
    contractions: frozenset[Word]
    bridges: list[str]
    coordinators: frozenset[Word]
    adjectival_participles: frozenset[Word]
    policy_words: frozenset[Word]
    ordinary_words: frozenset[Word]
    organisation_heads: list[str]
    company_words: frozenset[Word]
    sure_heads: frozenset[str]
    panels: frozenset[Word]
    gatherings: frozenset[Word]
    regional_adjectives: frozenset[Word]
    honours: frozenset[Word]
    organ_heads: frozenset[Word]
    organ_links: list[str]
    charge_cues: list[str]
    institutions: frozenset[Word]
    houses: frozenset[Word]
    opinion_verbs: frozenset[Word]
    business_verbs: frozenset[Word]
    business_objects: frozenset[Word]
    designators: list[str]
    designator_plurals: list[str]
    pair_designators: frozenset[Word]
    organisation_premodifiers: frozenset[Word]
    company_suffixes: frozenset[Word]
    member_cues: list[str]
    partner_cues: list[str]
    apposition_nouns: list[str]
    venue_heads: frozenset[Word]
    venues: list[str]
    seats: frozenset[Word]
    examples: list[str]
    owned_nouns: frozenset[Word]
    lost_nouns: frozenset[Word]
    workplace_prepositions: frozenset[Word]
    worker_nouns: frozenset[Word]
    genitives: frozenset[Word]
    genitive_words: frozenset[Word]
    time_words: frozenset[Word]
    bylines: frozenset[Word]
    name_links: frozenset[Word]
    lacks: frozenset[Word]
    purpose_heads: frozenset[Word]
    purposes: frozenset[Word]
    fights: frozenset[Word]
    oppositions: frozenset[Word]
    personal_offices: frozenset[Word]
    topic_prepositions: frozenset[Word]
    body_things: frozenset[Word]
    partisan_endings: list[str]
    party_roles: frozenset[Word]
    body_epithets: frozenset[Word]
    party_heads: frozenset[Word]
    member_links: frozenset[Word]
    aims: frozenset[Word]
    aim_prepositions: frozenset[Word]
    domain_prepositions: frozenset[Word]
    establishments: frozenset[Word]
    campuses: frozenset[Word]
    territorial_roles: frozenset[Word]
    name_titles: frozenset[str]
    name_suffixes: frozenset[Word]
    leading_verbs: frozenset[Word]
    credits: list[str]
    not_organisations: list[str]
    events: frozenset[Word]
    things: frozenset[Word]
    concept_acronyms: frozenset[Word]
    branches: frozenset[Word]
    plan_initials: frozenset[Word]
    naming_words: frozenset[Word]
    speech_verbs: frozenset[Word]
    agent_verbs: frozenset[Word]
    passive_auxiliaries: frozenset[Word]
    suffered_verbs: frozenset[Word]
    inanimate_verbs: frozenset[Word]
    relatives: frozenset[Word]
    object_relatives: frozenset[Word]
    infinitive_endings: list[str]
    speech_cues: list[str]
    opinion_openers: frozenset[Word]
    leader_cues: list[str]
    age_cues: list[str]
    takeovers: list[str]
    age_units: frozenset[Word]
    feasts: frozenset[Word]
    ambiguous_words: frozenset[Word]


class Phrases:
    """Word sequences looked up by their first word, the longest first."""

    def __init__(self, phrases: list[str]) -> None:
        self.by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(phrase_words(phrase))
            self.by_first.setdefault(parts[0], []).append(parts)
        for options in self.by_first.values():
            options.sort(key=lambda p: (-len(p), p))
        self.by_last: dict[str, list[tuple[str, ...]]] = {}
        for parts in chain.from_iterable(self.by_first.values()):
            self.by_last.setdefault(parts[-1], []).append(parts)
        for options in self.by_last.values():
            options.sort(key=lambda p: (-len(p), p))

    def match(self, tokens: list[Token], i: int) -> int:
        """Position behind the longest phrase that starts at token `i`; `i` where none does."""
        for parts in self.by_first.get(tokens[i].folded, ()):
            n = len(parts)
            if n == 1:
                return i + 1
            if i + n <= len(tokens) and tokens[i + 1].folded == parts[1] and _follow(tokens, i, parts):
                return i + n
        return i

    def match_back(self, tokens: list[Token], last: int, first: int) -> int:
        """Position of a phrase that ends right before token `last`, not before `first`; `last` where none does."""
        if last <= first:
            return last
        for parts in self.by_last.get(tokens[last - 1].folded, ()):
            begin = last - len(parts)
            if begin < first or not _follow(tokens, begin, parts):
                continue
            word = tokens[begin].folded
            if word == parts[0] or (len(parts) > 1 and word.endswith("-" + parts[0])):  # "R30-million from"
                return begin
        return last


def _follow(tokens: list[Token], i: int, parts: tuple[str, ...]) -> bool:
    """Whether the words of a phrase behind its first one follow token `i`."""
    for n in range(1, len(parts)):  # noqa: SIM110 - a generator costs more than these few words
        if tokens[i + n].folded != parts[n]:
            return False
    return True


def phrase_words(phrase: str) -> list[str]:
    """A lexicon phrase cut as the tokenizer cuts text: at spaces and behind an elision's apostrophe."""
    words: list[str] = []
    for word in phrase.split():
        head, sign, tail = word.partition("'")
        words += [head + sign, tail] if sign and tail and len(head) <= 2 else [word]
    return words


@dataclass(frozen=True)
class Grammar:
    """The lexicon of one language, compiled."""

    language: str
    lexicon: ActorLexicon
    roles: Phrases
    heads: Phrases
    last_words: frozenset[str]
    company_words: frozenset[str]
    suffixes: frozenset[str]
    company_signs: frozenset[str]  # words that people's names don't have
    not_names: frozenset[str]
    designators: Phrases
    designator_plurals: Phrases
    titles: Phrases
    bridges: Phrases
    excluded: Phrases
    members: Phrases
    partners: Phrases
    speech_cues: Phrases
    leaders: Phrases
    ages: Phrases
    takeovers: Phrases
    voices: Phrases
    body_roles: Phrases
    examples: Phrases
    press: Phrases
    venues: Phrases
    credits: Phrases
    foreign_roles: Phrases
    foreign_premodifiers: frozenset[str]
    foreign_heads: frozenset[str]  # one-word heads of organisations' names in the other languages
    foreign_links: frozenset[str]  # their prepositions, as far as they are no words of this one
    foreign_coordinators: frozenset[str]  # those of the other languages that are no words of this one
    fillers: Phrases
    offices: Phrases
    posts: Phrases
    closers: Phrases
    organ_links: Phrases
    charges: Phrases
    appositions: Phrases
    function_words: frozenset[str]  # articles, prepositions and coordinators
    articles_and_prepositions: frozenset[str]
    bare_definites: frozenset[str]  # definite articles that no preposition is in, nor a possessor
    premodifiers: frozenset[str]  # of roles, those of the other languages among them
    not_surnames: frozenset[str]  # words that end an organisation's or a thing's name
    role_firsts: frozenset[str]  # first words of roles, those of the other languages among them
    member_ends: frozenset[str]  # last words of cues and kinds that a list of members stands behind
    agency_ends: frozenset[str]  # last words of cues of the press that name the outlet's kind
    run_enders: frozenset[str]  # first words of roles, titles and amounts, which a capitalised run may end before
    openers: frozenset[str]  # first words of heads, designators and what is excluded
    calendar: frozenset[str]
    continents: frozenset[str]
    said: frozenset[str]  # dictionary forms of verbs of speech
    members_words: frozenset[str]  # plurals of what people are, as bodies are called by their members
    amounts: frozenset[str]  # folded codes of the world's currencies


@cache
def grammar(language: str) -> Grammar:
    """The compiled lexicon of `language`.

    Raises:
        LexiconError: the language has no valid `actors` topic.
    """
    lexicon = load_topic(language, "actors", ActorLexicon)
    # A name in another language keeps that language's order: an English one ends in its head in any text.
    others = [load_topic(x, "actors", ActorLexicon) for x in languages() if x != language]
    premodified = [o for o in (lexicon, *others) if o.premodified]
    last_words = frozenset(phrase_words(h)[-1] for o in premodified for h in o.organisation_heads)
    company_words = frozenset(w for o in (lexicon, *others) for w in o.company_words)
    heads, designators = Phrases(lexicon.organisation_heads), Phrases(lexicon.designators)
    excluded = Phrases(lexicon.not_organisations)
    roles, titles = Phrases([*lexicon.role_heads, *lexicon.role_plurals]), Phrases(lexicon.titles)
    not_names = frozenset(w for o in (lexicon, *others) for w in o.events | o.things)
    suffixes = frozenset(w for o in (lexicon, *others) for w in o.company_suffixes)
    foreign_premodifiers = frozenset(w for o in others for w in o.role_premodifiers)
    foreign_heads = frozenset(
        h for o in others for h in o.organisation_heads if len(h) > 4 and not is_known_word(h, language)
    )
    amounts = frozenset(fold(c) for c in list_currencies())
    foreign_roles = Phrases([h for o in others for h in o.role_heads if not is_known_word(h, language)])
    members, examples = Phrases(lexicon.member_cues), Phrases(lexicon.examples)
    kinds, press = Phrases(lexicon.designator_plurals), Phrases(lexicon.press_cues)
    return Grammar(
        language=language,
        amounts=amounts,
        said=frozenset(lemma(v, language) for v in lexicon.speech_verbs),
        members_words=lexicon.worker_nouns.union(
            lexicon.role_plurals, *(plurals(h, language) for h in lexicon.role_heads)
        ),
        lexicon=lexicon,
        roles=roles,
        heads=heads,
        openers=frozenset().union(heads.by_first, designators.by_first, excluded.by_first),
        function_words=lexicon.articles | lexicon.prepositions | lexicon.weak_prepositions | lexicon.coordinators,
        bare_definites=(lexicon.definite & lexicon.articles) - lexicon.possessives,
        articles_and_prepositions=lexicon.articles | lexicon.prepositions,
        premodifiers=lexicon.role_premodifiers | foreign_premodifiers,
        not_surnames=not_names | last_words | suffixes,
        run_enders=lexicon.concept_acronyms.union(roles.by_first, titles.by_first),
        last_words=last_words,
        company_words=company_words,
        suffixes=suffixes,
        company_signs=company_words | suffixes | last_words | foreign_heads,
        not_names=not_names,
        designators=designators,
        designator_plurals=kinds,
        titles=titles,
        bridges=Phrases(lexicon.bridges),
        excluded=excluded,
        members=members,
        partners=Phrases(lexicon.partner_cues),
        speech_cues=Phrases(lexicon.speech_cues),
        leaders=Phrases(lexicon.leader_cues),
        ages=Phrases(lexicon.age_cues),
        takeovers=Phrases(lexicon.takeovers),
        voices=Phrases(lexicon.voice_cues),
        body_roles=Phrases(lexicon.body_roles),
        examples=examples,
        press=press,
        venues=Phrases(lexicon.venues),
        credits=Phrases(lexicon.credits),
        foreign_roles=foreign_roles,
        role_firsts=frozenset().union(roles.by_first, foreign_roles.by_first),
        member_ends=frozenset().union(members.by_last, examples.by_last, kinds.by_last),
        agency_ends=frozenset(
            phrase_words(c)[-1] for c in lexicon.press_cues if c.endswith(tuple(lexicon.designators))
        ),
        foreign_premodifiers=foreign_premodifiers,
        foreign_heads=foreign_heads,
        foreign_links=frozenset(
            p for o in others if o.premodified for p in o.prepositions if p not in lexicon.articles
        ),
        foreign_coordinators=frozenset(
            c for o in others for c in o.coordinators if c.isalpha() and not is_known_word(c, language)
        )
        - lexicon.coordinators,
        fillers=Phrases(lexicon.role_fillers),
        offices=Phrases(lexicon.office_cues),
        posts=Phrases(lexicon.office_posts),
        closers=Phrases(lexicon.role_closers),
        organ_links=Phrases(lexicon.organ_links),
        charges=Phrases(lexicon.charge_cues),
        appositions=Phrases(lexicon.apposition_nouns),
        calendar=_calendar(language),
        continents=frozenset(fold(n) for c, n in Locale(language).territories.items() if c.isdigit()),
    )


def _calendar(language: str) -> frozenset[str]:
    locale = Locale(language)
    # Abbreviations are left out, as they are words too ("mer.", "sun", "mar.").
    return frozenset(fold(n) for names in (locale.days, locale.months) for n in names["format"]["wide"].values())


@cache
def _regions() -> frozenset[str]:
    """Folded names of the world's provinces, states and counties (ISO 3166-2)."""
    return frozenset(" ".join(words(s.name)) for s in pycountry.subdivisions)


@lru_cache(maxsize=10_000)
def is_place_name(name: str, least_population: int = 0) -> bool:
    """Whether a name is a region's, or a city's of at least so many inhabitants, wherever it stands."""
    key = " ".join(words(name))
    return city_population(key) > least_population or (not least_population and key in _regions())


def is_region_name(name: str) -> bool:
    """Whether a name is that of a province, state or county."""
    return " ".join(words(name)) in _regions()


@lru_cache(maxsize=100_000)
def is_acronym_shape(text: str) -> bool:
    """Whether a word looks like an acronym: ONEE, G2M, CNaPS, UNHCR; at least two capitals, mostly capitals."""
    if not 2 <= len(text) <= 12 or not text[0].isupper():
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return capitals >= 2 and capitals * 2 > len(letters)


def is_roman(text: str) -> bool:
    """Whether a word is a regnal number (I to XVIII)."""
    return text in _ROMAN


class View:
    """A document with what the actor grammar asks of its tokens again and again."""

    def __init__(self, doc: Document, blocked: list[Span], places: list[Place]) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.grammar = grammar(doc.language)
        self.lexicon = self.grammar.lexicon
        self.place_at: dict[int, Place] = {}
        for place in places:
            for i in range(doc.token_at(place.span.start), doc.token_at(place.span.end - 1) + 1):
                self.place_at[i] = place
        self.blocked = {i for s in blocked for i in range(doc.token_at(s.start), doc.token_at(s.end - 1) + 1)}
        self._places = {i for i, place in self.place_at.items() if place.kind != "demonym"}
        self._places.update(doc.positions_of(self.grammar.continents))
        self._demonyms = {i for i, place in self.place_at.items() if place.kind == "demonym"}
        self._genitives = {i for i in doc.positions_of(self.lexicon.genitives) if not doc.tokens[i].space}
        self._unblock_owners(blocked)
        self.starts = {_first_word(doc, s.first, s.last) for s in doc.sentences}
        self.limit: list[int] = []  # for each token, the position behind its sentence
        self.origin: list[int] = []  # and that of its sentence's first token
        for s in doc.sentences:
            self.limit += [s.last] * (s.last - s.first)
            self.origin += [s.first] * (s.last - s.first)
        self.barred: set[int] = set()  # tokens of venues' names and bylines
        self.capital = [
            t.text[0].isalpha()
            if t.is_capitalised
            else not (text := t.text).islower() and text[0].isalpha() and self._has_inner_capital(t)
            for t in doc.tokens
        ]
        self._common: dict[int, bool] = {}
        self.capitals = [i for i, c in enumerate(self.capital) if c]
        self.shouted = self._shouted()
        opening = {i for i in self.starts if doc.tokens[i].text.isupper() and self._opens_clause(i)}
        opening |= {i for i in self._firsts() if self._is_shouted_opener(i)}
        if self.shouted or opening:
            for i in opening:
                self.capital[i] = False
            for i in self.shouted:
                if doc.tokens[i].folded in self.grammar.function_words:
                    self.capital[i] = False
            self.capitals = [i for i in self.capitals if self.capital[i]]
        self.acronyms = [i for i in self.capitals if i not in self.shouted and is_acronym_shape(doc.tokens[i].text)]

    def _has_inner_capital(self, token: Token) -> bool:
        text = token.text
        return ("-" in text and _is_prefixed_name(token, self.lexicon.particles)) or self._is_brand(token)

    def _is_brand(self, token: Token) -> bool:
        """Whether a capital inside makes a name of a word in small letters ("easyBank", "iFleet"); no unit has it."""
        text = token.text
        if len(text) < 4 or not text.isalpha() or not text[0].islower():
            return False
        at = next((k for k in range(1, min(len(text), _MAX_BRAND_PREFIX)) if text[k].isupper()), 0)
        is_word = at > 0 and text[at + 1 :].islower() and len(text) > at + 2
        return is_word and token.folded not in self.lexicon.concept_acronyms

    def _opens_clause(self, i: int) -> bool:
        """Whether the first word, in capitals as an article's may be, is one of grammar ("WHEN the minister …")."""
        word = self.tokens[i].folded
        return len(word) > 1 and (word in self.lexicon.ambiguous_words or word in self.grammar.function_words)

    def _firsts(self) -> list[int]:
        return [self.doc.token_at(b.start) for b in self.doc.blocks if b.kind == "paragraph"]

    def _is_shouted_opener(self, i: int) -> bool:
        """As in "GROWERS who …": the first word of a paragraph in capitals, as an article's may be."""
        token = self.tokens[i]
        if not token.text.isupper() or len(token.text) < _MIN_SHOUTED or i + 1 >= self.limit[i]:
            return False
        is_alone = not self.capital[i + 1] and self.tokens[i + 1].text[0].isalpha()
        is_word = is_known_word(token.text.lower(), self.doc.language)
        return is_alone and is_word and len(self.doc.positions.get(token.folded, ())) == 1

    def _unblock_owners(self, spans: list[Span]) -> None:
        """Free the ministry that a plan is of, inside the plan's name ("Scheme of the Ministry of Roads")."""
        for span in spans:
            first, last = self.doc.token_at(span.start), self.doc.token_at(span.end - 1) + 1
            for i in range(first + 2, last):
                if self.tokens[i].folded in self.lexicon.sure_heads:
                    self.blocked.difference_update(range(i, last))
                    break

    def _shouted(self) -> set[int]:
        """Tokens of sentences that are written in capitals, where capitals say nothing of a word."""
        capitals: dict[int, int] = {}
        for i in self.capitals:
            if self.tokens[i].text.isupper() and len(self.tokens[i].text) > 2:
                capitals[self.origin[i]] = capitals.get(self.origin[i], 0) + 1
        shouted: set[int] = set()
        for first, n in capitals.items():
            sentence = self.tokens[first : self.limit[first]]
            n_words = len([t for t in sentence if len(t.text) > 2 and t.text[0].isalpha()]) if n > 1 else 0
            if n > 1 and n > 2 * (n_words - n):
                shouted.update(range(first, self.limit[first]))
        return shouted

    def is_place(self, i: int) -> bool:
        """Whether token `i` is in a country's, city's or region's name (a demonym is none)."""
        return i in self._places

    def is_demonym(self, i: int) -> bool:
        """Whether token `i` says of which country somebody or something is."""
        return i in self._demonyms

    def is_common(self, i: int) -> bool:
        """Whether token `i`, written with a capital or not, is an ordinary word of the language."""
        known = self._common.get(i)
        if known is None:
            token, language = self.tokens[i], self.doc.language
            known = i in self._demonyms or _is_ordinary(token.text, token.folded, language, i in self.shouted)
            self._common[i] = known
        return known

    def is_name_word(self, i: int) -> bool:
        """Whether token `i` is capitalised and no ordinary word, place, day or month."""
        if not self.capital[i] or i in self._places or self.tokens[i].folded in self.grammar.calendar:
            return False
        return not self.is_common(i)

    def is_calendar(self, i: int) -> bool:
        """Whether token `i` is the name of a day or month."""
        return self.tokens[i].folded in self.grammar.calendar

    def is_elision(self, i: int) -> bool:
        """Whether token `i` is glued to the next by an apostrophe ("l'")."""
        return self.tokens[i].text[-1] in "'’" and i + 1 < len(self.tokens) and not self.tokens[i + 1].space

    def is_in_paragraph(self, i: int) -> bool:
        """Whether token `i` stands in a paragraph, where capitals mean most, not in a heading or bullet."""
        return self.doc.blocks[self.doc.sentence_at(self.tokens[i].start).block].kind == "paragraph"

    def is_genitive(self, i: int) -> bool:
        """Whether token `i` is the sign of a genitive hung on the word before ("'s")."""
        return i in self._genitives

    def main_verb(self, k: int) -> str:
        """Dictionary form of what is done in the group of verbs at token `k`; "" where no such group stands there.

        It is the first finite verb that things don't have as well, else the group's last one.
        """
        word = ""
        for token in self.tokens[k : min(k + MAX_VERB_GROUP, self.limit[k])]:
            if token.verb:
                word = lemma(token.text.lower(), self.doc.language)
                if token.verb == "Fin" and token.pos == "VERB" and word not in self.lexicon.inanimate_verbs:
                    break  # "vowed | to end …": what somebody does, whatever it is about
            elif token.pos not in VERB_GROUP:
                break
        return word

    def text(self, first: int, last: int) -> str:
        """The body's words of tokens `[first, last)` on one line, without quotation marks."""
        raw = self.doc.text[self.tokens[first].start : self.tokens[last - 1].end]
        if not _QUOTES.isdisjoint(raw):
            raw = re.sub(r"[«“]\s?|\s?[»”]|\"", "", raw)
        return " ".join(raw.split())


@lru_cache(maxsize=100_000)
def _is_ordinary(text: str, folded: str, language: str, is_shouted: bool) -> bool:
    """Whether a word, written with a capital or not, is an ordinary one; shouted ones may look like acronyms."""
    lexicon = grammar(language).lexicon
    if folded in lexicon.policy_words or folded in lexicon.ordinary_words:
        return True
    if "-" in text[:-1]:
        inner = text.split("-")[1:-1]
        if not (lexicon.weak_prepositions.isdisjoint(inner) and lexicon.coordinators.isdisjoint(inner)):
            return True  # "Farm-to-Market"
        # "French-speaking" is an ordinary word, "Saint-Clair" a name.
        return text[text.rindex("-") + 1].islower()
    return (is_shouted or not is_acronym_shape(text)) and is_known_word(text.lower(), language)


def _is_prefixed_name(token: Token, particles: frozenset[str]) -> bool:
    """Whether a hyphen joins a particle to a capital ("el-Khatib")."""
    prefix, sign, name = token.text.partition("-")
    return bool(sign) and name[:1].isupper() and prefix in particles


def _first_word(doc: Document, first: int, last: int) -> int:
    while first < last - 1 and not doc.tokens[first].text[0].isalnum():
        first += 1
    return first


def person_name(view: View, first: int, last: int) -> str:
    """A person's name as a biographical note writes it: "Ibrahim KONATÉ" becomes "Ibrahim Konaté"."""
    parts: list[str] = []
    tokens = view.tokens[first:last]
    shouts = any(_is_shouted(t.text) for t in tokens)
    for token in tokens:
        word = token.text
        if shouts and word.isupper() and len(word) > 1 and not is_roman(word) and "." not in word:
            word = word if _are_initials(word) and parts == [] else "-".join(_title_case(p) for p in word.split("-"))
        parts.append((" " if token.space and parts else "") + word)
    return "".join(parts)


def _is_shouted(word: str) -> bool:
    return word.isupper() and len(word) > 2 and not is_roman(word) and not _are_initials(word)


def is_abbreviated(folded: str) -> bool:
    """Whether a word is a few consonants, as abbreviated titles are ("Dr", "Mrs")."""
    return len(folded) < 5 and _VOWELS.isdisjoint(folded)


def _are_initials(word: str) -> bool:
    """Whether capitals without vowel are given names' first letters ("BVR")."""
    return is_abbreviated(fold(word))


def _title_case(word: str) -> str:
    for sign in ("'", "’"):
        if sign in word:
            return sign.join(p.capitalize() for p in word.split(sign))
    return word.capitalize()
