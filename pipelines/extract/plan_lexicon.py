"""The words with which a language names public plans, compiled for look-up token by token."""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Generic, Literal, TypeVar

from babel import Locale

from pipelines.extract.document import Token
from pipelines.extract.lexicon import LexiconModel, languages, load_topic
from pipelines.extract.places import country_names, demonyms_of
from pipelines.extract.records import PlanKind, PlanStatus
from pipelines.extract.text import fold
from pipelines.extract.tokenizer import Word

# A plan that a government adopts is out, though not yet under way: it counts as presented.
# What a plan has brought ("has trained 400 nurses") and its review show that it is in progress, unless it is over;
# an infinitive ("will publish") tells of what is to come only. What runs until a year is in progress where nothing
# says that it has just been presented; what ran from one year to another, or whose end is
# spoken of, is over where its last year is past.
Stage = PlanStatus | Literal["adopted", "announced", "intended", "reviewed", "delivering", "running", "ran", "expired"]
HeadKind = PlanKind | Literal["any"]
Value = TypeVar("Value")
_LONG_HEAD = 8  # letters
_AFTER_APOSTROPHE = re.compile(r"(?<=\w')(?=\w)")


class PlanLexicon(LexiconModel):
    """Topic `plans`: see the comments in `languages/en/plans.yaml`."""

    modifiers_before: bool
    heads: dict[PlanKind, list[str]]
    plural_heads: dict[PlanKind, list[str]]
    weak_heads: dict[HeadKind, list[str]]
    wary_heads: list[str]
    projects: list[Word]
    project_subjects: list[Word]
    project_aid: list[Word]
    donors: list[Word]
    neutral: list[Word]
    definite: list[Word]
    demonstrative: list[Word]
    possessive: list[Word]
    indefinite: list[Word]
    articles: list[Word]
    pronouns: list[Word]
    latters: list[str]
    links: list[str]
    capital_links: list[Word]
    town_links: list[Word]
    chambers: list[Word]
    finite_endings: dict[str, str]
    chamber_links: list[Word]
    inner_links: list[Word]
    topic_links: list[Word]
    field_links: list[Word]
    set_nouns: list[Word]
    horizon_links: list[str]
    link_nouns: list[Word]
    joiners: list[Word]
    qualifiers: list[Word]
    distinctive: list[Word]
    such_as: list[str]
    public: list[Word]
    owners: list[Word]
    governmental: list[Word]
    lasting: list[Word]
    means: list[str]
    works: list[str]
    now: list[Word]
    perfect: list[Word]
    mooted: list[Word]
    subjects: list[Word]
    shares: list[Word]
    bygone: list[Word]
    bygone_endings: list[str]
    preterite_endings: list[str]
    coming_endings: list[str]
    under_which: list[str]
    since: list[Word]
    stated: list[Word]
    yet: list[Word]
    working: list[Word]
    holders: list[Word]
    generic_alone: list[Word]
    devoted: list[str]
    portfolios: list[str]
    others: list[Word]
    former: list[Word]
    parts: list[Word]
    editions: list[Word]
    absent: list[Word]
    yielding: list[str]
    expanding: list[str]
    called: list[Word]
    name_nouns: list[Word]
    beneficiaries: list[Word]
    ranks: list[Word]
    object_pronouns: list[Word]
    relative: list[Word]
    gloss_clauses: list[Word]
    title_openers: list[Word]
    implied: list[str]
    occasions: list[str]
    ends: list[str]
    authorities: list[Word]
    private_owners: list[Word]
    supranational: list[Word]
    unions: list[Word]
    associations: list[Word]
    regions: list[Word]
    membership: list[Word]
    regional: list[Word]
    intergovernmental: list[Word]
    not_plans: list[Word]
    organisations: list[Word]
    bodies: list[Word]
    contests: list[Word]
    paired: list[Word]
    counting: list[Word]
    generic: list[str]
    respects: list[str]
    naming: list[str]
    calling: list[str]
    also: list[str]
    renamed: list[str]
    succession: list[str]
    purpose: list[str]
    extents: list[Word]
    negation: list[Word]
    whenever: list[Word]
    general_subjects: list[Word]
    drafts: list[Word]
    relating: list[str]
    governing: list[str]
    period_cues: list[str]
    range_words: list[Word]
    status: dict[Stage, list[str]]
    split_status: dict[Stage, list[str]]
    during: list[str]
    decades: list[Word]
    durations: dict[Word, int]
    elapsed_years: list[Word]
    elapsed_months: list[Word]
    few_months: list[Word]
    elapsed_after: list[Word]
    promising: list[Word]
    asides: list[Word]
    prospective: list[Word]
    participle_endings: list[str]
    gathering: list[str]
    ellipses: list[str]
    ending: list[Word]
    passive: list[Word]
    everybody: list[Word]
    nominal: list[Word]


class Phrases(Generic[Value]):
    """Phrases of one or more words, each with a value; a word that ends in `*` stands for all that begin so."""

    def __init__(self, values: Iterable[tuple[str, Value]]) -> None:
        self._exact: dict[str, list[tuple[list[str], Value]]] = {}
        self._prefix: dict[str, list[tuple[list[str], Value]]] = {}
        for phrase, value in values:
            first, *rest = split(phrase)
            if first.endswith("*"):
                self._prefix.setdefault(first[:-1], []).append((rest, value))
            else:
                self._exact.setdefault(first, []).append((rest, value))
        for found in (*self._exact.values(), *self._prefix.values()):
            found.sort(key=lambda entry: -len(entry[0]))
        self._second = {first: _by_second(found) for first, found in self._exact.items()}
        self._lengths = sorted({len(prefix) for prefix in self._prefix}, reverse=True)
        shortest = min(self._lengths, default=0)
        self._stems = frozenset(prefix[:shortest] for prefix in self._prefix)  # most words begin like none of them
        self._shortest = shortest

    def get(self, word: str) -> Value | None:
        """Value of a word that is a phrase by itself, None where it is none."""
        return next((value for rest, value in self._exact.get(word, ()) if not rest), None)

    def at(self, tokens: Sequence[Token], i: int, end: int) -> tuple[Value, int] | None:
        """Value of the longest phrase that starts at token `i`, and the position behind it."""
        word = tokens[i].folded
        if seconds := self._second.get(word):
            second = tokens[i + 1].folded if i + 1 < end else ""
            for rest, value in seconds.get(second) or seconds[""]:
                if not rest or _follows(tokens, i + 1, end, rest):
                    return value, i + 1 + len(rest)
        if word[: self._shortest] not in self._stems:
            return None
        for length in self._lengths:
            if found := self._prefix.get(word[:length]):
                for rest, value in found:
                    if not rest or _follows(tokens, i + 1, end, rest):
                        return value, i + 1 + len(rest)
        return None

    def may_open_in(self, words: Sequence[str]) -> bool:
        """Whether a phrase may start with one of the words: a cheap test before `at` for each of them."""
        if not self._exact.keys().isdisjoint(words):
            return True
        return bool(self._stems) and not self._stems.isdisjoint([word[: self._shortest] for word in words])

    def openers(self, vocabulary: Set[str]) -> set[str]:
        """Those of an article's words that a phrase may start with: a cheap test before `at`."""
        found = self._exact.keys() & vocabulary
        if self._stems:
            found |= {word for word in vocabulary if word[: self._shortest] in self._stems}
        return found


def _by_second(entries: list[tuple[list[str], Value]]) -> dict[str, list[tuple[list[str], Value]]]:
    """Phrases of one first word by their second, with those that any second word may go on with; "" for all others."""
    free = [entry for entry in entries if not entry[0] or entry[0][0][-1] == "*"]
    seconds = {entry[0][0] for entry in entries if entry[0] and entry[0][0][-1] != "*"}
    found = {word: [e for e in entries if e in free or e[0][0] == word] for word in seconds}
    return {**found, "": free}


def _follows(tokens: Sequence[Token], i: int, end: int, rest: list[str]) -> bool:
    if i + len(rest) > end:
        return False
    for word in rest:
        other = tokens[i].folded
        if other != word and not (word[-1] == "*" and other.startswith(word[:-1])):
            return False
        i += 1
    return True


def split(phrase: str) -> list[str]:
    """Words of a phrase as the tokens of an article are folded ("coup d'envoi": coup, d', envoi)."""
    return _AFTER_APOSTROPHE.sub(" ", fold(phrase)).split()


def _set(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(p) for p in phrases)


@dataclass(frozen=True, slots=True)
class Head:
    """What a head noun says: the kind of plan, and how far it can be trusted by itself."""

    kind: PlanKind | None
    is_plural: bool = False
    is_weak: bool = False
    is_wary: bool = False


@dataclass(frozen=True)
class PlanWords:
    """A `PlanLexicon` ready for look-up."""

    modifiers_before: bool
    heads: Phrases[Head]
    projects: frozenset[str]
    project_subjects: frozenset[str]
    project_aid: frozenset[str]
    donors: frozenset[str]
    neutral: frozenset[str]
    determiners: dict[str, str]
    articles: frozenset[str]
    articles_and_links: frozenset[str]
    pronouns: frozenset[str]
    latters: Phrases[bool]  # stand for the plan named last
    links: Phrases[bool]
    within_links: frozenset[str]  # nouns that only longer links are made of ("dans le secteur de")
    capital_links: frozenset[str]
    town_links: frozenset[str]
    chambers: frozenset[str]
    finite_endings: dict[str, str]
    chamber_links: frozenset[str]
    inner_links: frozenset[str]
    topic_links: frozenset[str]
    field_links: frozenset[str]
    set_nouns: frozenset[str]
    horizon_links: Phrases[bool]
    link_nouns: frozenset[str]
    joiners: frozenset[str]
    qualifiers: frozenset[str]
    distinctive: frozenset[str]
    such_as: Phrases[str]
    public: frozenset[str]
    owners: frozenset[str]
    governmental: frozenset[str]
    lasting: frozenset[str]
    means: Phrases[bool]  # by which something is done; true where the plan itself is then seen at work
    now: frozenset[str]
    perfect: frozenset[str]
    subjects: frozenset[str]
    shares: frozenset[str]
    bygone: frozenset[str]
    bygone_endings: tuple[str, ...]
    preterite_endings: tuple[str, ...]
    coming_endings: tuple[str, ...]
    under_which: Phrases[bool]
    since: frozenset[str]
    yet: frozenset[str]
    working: frozenset[str]
    stated: frozenset[str]  # verbs of what a plan only says
    mooted: frozenset[str]  # participles that tell of nothing done under a plan
    holders: frozenset[str]  # whose name follows: "le gouvernement Dupuis"
    generic_alone: frozenset[str]
    devoted: Phrases[bool]
    portfolios: Phrases[bool]
    others: frozenset[str]
    former: frozenset[str]
    parts: frozenset[str]
    editions: frozenset[str]
    particles: Phrases[dict[str, Stage]]  # what ends a verb's phrase behind its object, with stages by verb
    absent: frozenset[str]
    yielding: Phrases[bool]
    expanding: Phrases[bool]
    called: frozenset[str]
    name_nouns: frozenset[str]
    beneficiaries: frozenset[str]
    ranks: frozenset[str]
    object_pronouns: frozenset[str]
    relative: frozenset[str]
    gloss_clauses: frozenset[str]
    title_openers: frozenset[str]
    implied: Phrases[bool]
    occasions: Phrases[bool]
    ends: Phrases[bool]
    authorities: frozenset[str]
    private_owners: frozenset[str]
    supranational: frozenset[str]
    unions: frozenset[str]
    associations: frozenset[str]
    regions: frozenset[str]
    membership: frozenset[str]
    regional: frozenset[str]
    intergovernmental: frozenset[str]
    not_plans: frozenset[str]
    organisations: frozenset[str]
    bodies: frozenset[str]
    contests: frozenset[str]
    paired: frozenset[str]
    counting: frozenset[str]
    generic: Phrases[bool]
    respects: Phrases[bool]
    naming: Phrases[str]
    succession: Phrases[bool]
    purpose: Phrases[bool]
    extents: frozenset[str]
    negation: frozenset[str]
    whenever: frozenset[str]
    general_subjects: frozenset[str]
    drafts: frozenset[str]
    relating: Phrases[bool]
    governing: Phrases[bool]
    period_cues: Phrases[bool]
    range_words: frozenset[str]
    status: Phrases[Stage]
    during: Phrases[bool]
    decades: frozenset[str]
    durations: dict[str, int]
    elapsed_years: frozenset[str]
    elapsed_months: frozenset[str]
    few_months: frozenset[str]
    elapsed_after: frozenset[str]
    promising: frozenset[str]
    asides: frozenset[str]
    prospective: frozenset[str]
    participle_endings: tuple[str, ...]
    gathering: Phrases[bool]
    ellipses: Phrases[bool]
    ending: frozenset[str]
    passive: frozenset[str]
    everybody: frozenset[str]
    nominal: frozenset[str]
    calendar: frozenset[str]
    small: frozenset[str]  # words that never tell one plan from another

    def nouns(self, vocabulary: KeysView[str]) -> set[str]:
        """Those of an article's words that a noun for a plan, or for what refers back to one, may start with."""
        return self.heads.openers(vocabulary) | (vocabulary & self.neutral) | (vocabulary & self.projects)

    def is_ahead(self, token: Token) -> bool:
        """Whether a word tells of what is to come; "May" is a month."""
        return token.folded in self.prospective and not (token.is_capitalised and token.folded in self.calendar)


@cache
def plan_words(language: str) -> PlanWords:
    """The compiled topic `plans` of a language."""
    raw = load_topic(language, "plans", PlanLexicon)
    determiners = {
        fold(w): name for name in ("definite", "demonstrative", "possessive", "indefinite") for w in getattr(raw, name)
    }
    naming = [(p, name) for name in ("naming", "calling", "also", "renamed") for p in getattr(raw, name)]
    link_words = {word for phrase in raw.links for word in split(phrase)}
    function_words = {fold(p) for p in raw.links if " " not in p} | _set(raw.joiners)
    function_words |= _set(raw.articles) | set(determiners) | _set(raw.capital_links) | _set(raw.ending)
    small = link_words | _set(raw.joiners) | _set(raw.articles) | set(determiners) | _set(raw.capital_links)
    return PlanWords(
        modifiers_before=raw.modifiers_before,
        heads=Phrases(_heads(raw)),
        projects=_set(raw.projects),
        project_subjects=_set(raw.project_subjects),
        project_aid=_set(raw.project_aid),
        donors=_set(raw.donors),
        neutral=_set(raw.neutral),
        determiners=determiners,
        articles=_set(raw.articles),
        articles_and_links=_set(raw.articles) | link_words,
        pronouns=_set(raw.pronouns),
        latters=Phrases((p, True) for p in raw.latters),
        links=Phrases((p, True) for p in raw.links),
        within_links=frozenset(link_words - function_words),
        capital_links=_set(raw.capital_links),
        town_links=_set(raw.town_links),
        chambers=_set(raw.chambers),
        finite_endings=raw.finite_endings,
        chamber_links=_set(raw.chamber_links),
        inner_links=_set(raw.inner_links),
        topic_links=_set(raw.topic_links),
        field_links=_set(raw.field_links),
        set_nouns=_set(raw.set_nouns),
        horizon_links=Phrases((p, True) for p in raw.horizon_links),
        link_nouns=_set(raw.link_nouns),
        joiners=_set(raw.joiners),
        qualifiers=_set(raw.qualifiers),
        distinctive=_set(raw.distinctive),
        such_as=Phrases((p, p) for p in raw.such_as),
        public=_set(raw.public),
        owners=_set(raw.owners),
        governmental=_set(raw.governmental),
        lasting=_set(raw.lasting),
        means=Phrases([*((p, False) for p in raw.means), *((p, True) for p in raw.works)]),
        now=_set(raw.now),
        perfect=_set(raw.perfect),
        mooted=_set(raw.mooted),
        subjects=_set(raw.subjects),
        shares=_set(raw.shares),
        bygone=_set(raw.bygone),
        bygone_endings=tuple(raw.bygone_endings),
        preterite_endings=tuple(raw.preterite_endings),
        coming_endings=tuple(raw.coming_endings),
        under_which=Phrases((p, True) for p in raw.under_which),
        since=_set(raw.since),
        stated=_set(raw.stated),
        yet=_set(raw.yet),
        working=_set(raw.working),
        holders=_set(raw.holders),
        generic_alone=_set(raw.generic_alone),
        devoted=Phrases((p, True) for p in raw.devoted),
        portfolios=Phrases((p, True) for p in raw.portfolios),
        others=_set(raw.others) | _set(raw.former),
        former=_set(raw.former),
        parts=_set(raw.parts),
        editions=_set(raw.editions),
        particles=_particles(raw.split_status),
        absent=_set(raw.absent),
        yielding=Phrases((p, True) for p in raw.yielding),
        expanding=Phrases((p, True) for p in raw.expanding),
        called=_set(raw.called),
        name_nouns=_set(raw.name_nouns),
        beneficiaries=_set(raw.beneficiaries),
        ranks=_set(raw.ranks),
        object_pronouns=_set(raw.object_pronouns),
        relative=_set(raw.relative),
        gloss_clauses=_set(raw.gloss_clauses),
        title_openers=_set(raw.title_openers),
        implied=Phrases((p, True) for p in raw.implied),
        occasions=Phrases((p, True) for p in raw.occasions),
        ends=Phrases((p, True) for p in raw.ends),
        authorities=_set(raw.authorities),
        private_owners=_set(raw.private_owners),
        supranational=_set(raw.supranational),
        unions=_set(raw.unions),
        associations=_set(raw.associations),
        regions=_set(raw.regions),
        membership=_set(raw.membership),
        regional=_set(raw.regional),
        intergovernmental=_set(raw.intergovernmental),
        not_plans=_set(raw.not_plans),
        organisations=_set(raw.organisations),
        bodies=_set(raw.organisations) | _set(raw.bodies),
        contests=_set(raw.contests),
        paired=_set(raw.paired),
        counting=_set(raw.counting),
        respects=Phrases((p, True) for p in raw.respects),
        generic=Phrases((p, True) for p in raw.generic),
        naming=Phrases(naming),
        succession=Phrases((p, True) for p in raw.succession),
        purpose=Phrases((p, True) for p in raw.purpose),
        extents=_set(raw.extents),
        negation=_set(raw.negation),
        whenever=_set(raw.whenever),
        general_subjects=_set(raw.general_subjects),
        drafts=_set(raw.drafts),
        relating=Phrases((p, True) for p in (*raw.succession, *raw.relating)),
        governing=Phrases((p, True) for p in raw.governing),
        period_cues=Phrases((p, True) for p in raw.period_cues),
        range_words=_set(raw.range_words),
        status=Phrases((p, status) for status, phrases in raw.status.items() for p in phrases),
        during=Phrases((p, True) for p in raw.during),
        decades=_set(raw.decades),
        durations={fold(word): years for word, years in raw.durations.items()},
        elapsed_years=_set(raw.elapsed_years),
        elapsed_months=_set(raw.elapsed_months),
        few_months=_set(raw.few_months),
        elapsed_after=_set(raw.elapsed_after),
        promising=_set(raw.promising),
        asides=_set(raw.asides),
        prospective=_set(raw.prospective),
        participle_endings=tuple(raw.participle_endings),
        gathering=Phrases((p, True) for p in raw.gathering),
        ellipses=Phrases((p, True) for p in raw.ellipses),
        ending=_set(raw.ending) - _set(raw.articles),
        passive=_set(raw.passive),
        everybody=_set(raw.everybody),
        nominal=_set(raw.nominal),
        calendar=_calendar(language),
        small=frozenset(small),
    )


def _heads(raw: PlanLexicon) -> list[tuple[str, Head]]:
    wary = _set(raw.wary_heads)
    found = [(p, Head(kind, is_wary=fold(p) in wary)) for kind, phrases in raw.heads.items() for p in phrases]
    found += [(p, Head(kind, is_plural=True)) for kind, phrases in raw.plural_heads.items() for p in phrases]
    for kind, phrases in raw.weak_heads.items():
        found += [
            (
                p,
                Head(
                    None if kind == "any" else kind,
                    is_weak=True,
                    is_wary=fold(p) in wary,
                ),
            )
            for p in phrases
        ]
    return found


@cache
def every_head() -> Phrases[Head]:
    """Heads of all languages: names cross languages ("le Digital Economy Blueprint")."""
    return Phrases((p, head) for x in languages() for p, head in _heads(load_topic(x, "plans", PlanLexicon)))


@cache
def long_heads() -> tuple[str, ...]:
    """Heads long enough to be known at the end of a compound ("Cyberstrategy")."""
    found = (
        fold(p) for x in languages() for phrases in load_topic(x, "plans", PlanLexicon).heads.values() for p in phrases
    )
    return tuple(sorted({p for p in found if len(p) >= _LONG_HEAD and " " not in p}))


def _particles(split_status: dict[Stage, list[str]]) -> Phrases[dict[str, Stage]]:
    """Stages of "put … in place" by what stands behind the object, then by the verb."""
    found: dict[str, dict[str, Stage]] = {}
    for stage, phrases in split_status.items():
        for phrase in phrases:
            verb, particle = phrase.split(" … ")
            found.setdefault(particle, {})[fold(verb)] = stage
    return Phrases(found.items())


@cache
def _calendar(language: str) -> frozenset[str]:
    """Names of months and weekdays."""
    locale = Locale(language)
    return _set(
        [
            *locale.months["format"]["wide"].values(),
            *locale.days["format"]["wide"].values(),
        ]
    )


@cache
def _country_openers(language: str) -> frozenset[str]:
    return frozenset(
        name.split(" ", 1)[0] for names in (country_names(language), demonyms_of(language)) for name in names
    )


def may_open_country(word: str, language: str) -> bool:
    """Whether a country's name or a demonym may start with the folded word: a cheap test before `country_of`."""
    return word in _country_openers(language) or not word.isalnum()


@cache
def foreign_articles(language: str) -> frozenset[str]:
    """Articles of the other languages that are no words of this one."""
    own = plan_words(language)
    found = {fold(a) for x in languages() if x != language for a in load_topic(x, "plans", PlanLexicon).articles}
    return frozenset(found - own.small - own.ending)
