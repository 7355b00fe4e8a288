"""Grammar of the places where an article names or describes a public plan.

A mention is found from a head noun ("stratégie", "roadmap"), from a quoted name, or from a name with a year;
what it names, which mentions are one plan and what is told of it is decided in `plans`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from pipelines.extract.document import Document, Token
from pipelines.extract.places import city_population, country_of
from pipelines.extract.plan_lexicon import (
    Head,
    PlanWords,
    every_head,
    foreign_articles,
    long_heads,
    may_open_country,
    plan_words,
)
from pipelines.extract.records import PlanKind
from pipelines.extract.text import fold

# quoted: « X »; capital: "National Water Plan"; proper: "plan X"; free: "X 2030" without a head noun;
# dated: "roadmap 2023-2026"; described: "a national water plan"; bare: "the plan".
Form = Literal["quoted", "capital", "proper", "free", "dated", "described", "bare"]
Range = tuple[int, int]  # tokens [first, last)
_MAX_NAME = 20  # tokens; names of plans are shorter, so a longer run is a sentence
_MAX_QUOTE = 14
_MAX_ALIAS_GAP = 16
_SECTOR_ACRONYM = 3  # letters
_GOVERNS_WITHIN = 7
_MAX_OPENING = 4
_MAX_BRACKET_GAP = 5  # "the Rice Strategy, third generation (RS III)"
_MAX_NAMING_GAP = 6
_APPOSED_WITHIN = 6  # tokens
_MAX_LAUNCHED = 8  # tokens of a name that a verb of launching governs
_MIN_PROJECT = 3  # telling words, "project" among them
_LAUNCHED_WITHIN = 5  # tokens
_LARGE_CITY = 100_000  # inhabitants; many a small place is called like a thing
_BREAKS = frozenset(',.;:()«“"')
_CLOSERS = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "'": "'"}
_STRAIGHT = frozenset("\"'")
_QUOTE_SIGNS = frozenset((*_CLOSERS, *_CLOSERS.values()))
_RANGE_SIGNS = frozenset("-–—/‑")
_DATED_WORD = re.compile(r"[^\W\d_]{2,30}[-‑]((?:19|20)\d\d)")  # "Vision-2050", which is one token


@dataclass(slots=True)
class Mention:
    """A place that names, describes or refers back to a plan.

    Attributes:
        name: tokens of the name (of the whole noun phrase where there is no name).
        governing: kind of the noun that introduces the name ("la stratégie « … »"), inner: of the noun in it.
        content: folded words that tell it from other plans; countries by ISO code behind "@".
        words: folded words of the name but its head nouns.
        phrase: the whole noun phrase; name where it has nothing else.
        years: start and horizon that stand in or right behind the name.
        is_former: "the previous plan": not the one that the article speaks of.
        is_labelled: its subject stands right behind the noun ("le plan vélo"), as a title does.
        is_project: a state's project, which "the programme" doesn't refer back to.
        is_anaphor: the name is given to a plan that was spoken of before ("the programme, called X").
        anchor: the plural noun that announces it together with others ("deux stratégies : …").
        others: other names given on the spot, acronyms apart; newer: one that replaced the name.
    """

    name: Range
    form: Form
    sentence: int
    governing: PlanKind | None = None
    inner: PlanKind | None = None
    determiner: str = ""
    content: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    described_content: tuple[str, ...] = ()
    years: tuple[int | None, int | None] = (None, None)
    phrase: Range | None = None
    description: Range | None = None
    others: list[Range] = field(default_factory=list)
    newer: Range | None = None
    acronym: Range | None = None
    anchor: Range | None = None
    is_public: bool = False
    is_private: bool = False
    is_heading: bool = False
    is_weak_inner: bool = False
    is_anaphor: bool = False
    is_former: bool = False
    is_labelled: bool = False
    is_project: bool = False
    confidence: float = 0.9


class _Grammar:
    """One pass over a document; `covered` is where the last mention ends."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.words: PlanWords = plan_words(doc.language)
        self.quotes, self.quote_of = _quotes(doc)
        self.openers = {quote[0]: quote for quote in self.quotes}
        vocabulary = doc.positions.keys()
        foreign = every_head().openers(vocabulary)
        foreign |= {w for w in vocabulary if "-" in w or w.endswith(long_heads())}
        # Where a noun for a plan may stand: with a capital one of another language, a compound or one with a year.
        starts = {i for i in doc.positions_of(foreign) if self.tokens[i].is_capitalised}
        starts.update(doc.positions_of(self.words.nouns(vocabulary)))
        self.starts = sorted(starts)
        years = doc.positions_of({w for w in vocabulary if len(w) == 4 and w.isdecimal()})
        self.dated = [i for i in years if _year(self.tokens[i])]
        self.everybody = doc.positions_of(self.words.everybody)
        self.mentions: list[Mention] = []
        self.sentence = doc.sentences[0]
        self.index = 0
        self.begin = 0
        self.earlier = 0  # mentions found in the sentences before this one
        self.local: list[Range] = []  # quotations that start in this sentence

    # ------------------------------------------------------------ driving

    def run(self) -> list[Mention]:
        behind = 0  # position in `quotes` of the first one that doesn't start before the sentence
        for index, sentence in enumerate(self.doc.sentences):
            self.index, self.sentence = index, sentence
            self.earlier = len(self.mentions)
            while behind < len(self.quotes) and self.quotes[behind][0] < sentence.first:
                behind += 1
            last = behind
            while last < len(self.quotes) and self.quotes[last][0] < sentence.last:
                last += 1
            self.local = self.quotes[behind:last]
            self.begin = self._first_word()
            self._heads()
            self._quoted_alone()
            self._dated_alone()
            self._for_everybody()
        return sorted(self.mentions, key=lambda m: m.name)

    def _first_word(self) -> int:
        i = self.sentence.first
        while i < self.sentence.last - 1 and not self.tokens[i].text[0].isalnum():
            i += 1
        return i

    def _heads(self) -> None:
        behind = covered = self.sentence.first
        for i in _between(self.starts, self.sentence.first, self.sentence.last):
            if i < behind:
                continue
            found = self._head_at(i)
            if not found and (project := self._project(i, covered)):
                self.mentions.append(project)
                behind = covered = max(i + 1, (project.phrase or project.name)[1])
                continue
            if not found:
                if self.tokens[i].folded in self.words.neutral:
                    self._neutral(i)
                continue
            head, last = found
            mentions = self._from_plural(i, last, head) if head.is_plural else self._from_head(i, last, head, covered)
            if not mentions and head.is_weak and self.tokens[i].folded in self.words.neutral:
                self._neutral(i)
            for mention in mentions:
                mention.sentence = self.index
                mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
                self.mentions.append(mention)
                covered = max(covered, mention.name[1], last, *(o[1] for o in mention.others))
                covered = max(covered, mention.newer[1] if mention.newer else 0)
                if mention.acronym:
                    covered = max(covered, mention.acronym[1])
            behind = max(last, covered if mentions else last)

    def _project(self, i: int, covered: int) -> Mention | None:
        """The state's scheme that is called a project ("Projet d'appui à la pêche (PAP)").

        Firms and builders have projects too: the name must say what it supports, and have an acronym, or a state
        or a donor in its sentence.
        """
        if self.tokens[i].folded not in self.words.projects or not self._is_proper_capital(i) or i in self.quote_of:
            return None
        first = self._left(i, True, covered) if self.words.modifiers_before else i
        end = max(i + 1, self._right(i + 1, True)[0])
        named = [t.folded for t in self.tokens[first:end]]
        subjects = [w for w in named if w in self.words.project_subjects]
        if not subjects or len(self._content(first, end)) < _MIN_PROJECT or not self.words.not_plans.isdisjoint(named):
            return None
        mention = Mention((first, end), "capital", self.index, inner="programme", is_weak_inner=True, confidence=0.75)
        mention.is_project = True
        mention.content, mention.years = self._content(first, end), self._years_in((first, end))
        mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
        mention = self._finish(mention, end)
        said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
        if said & (self.words.private_owners - self.words.organisations):
            return None
        public = said & (self.words.authorities | self.words.supranational | self.words.donors)
        owned = any(self._is_country(k) for k in range(first, end))
        return mention if mention.acronym or public or owned else None

    def _neutral(self, i: int) -> None:
        """Record a noun that refers back to a plan without telling its kind ("the document")."""
        determiner = self._determiner(i)
        if determiner in ("definite", "demonstrative"):
            self.mentions.append(Mention((i, i + 1), "bare", self.index, determiner=determiner))

    def _head_at(self, i: int) -> tuple[Head, int] | None:
        token = self.tokens[i]
        found = self.words.heads.at(self.tokens, i, self.sentence.last)
        if not found and not token.is_capitalised:
            return None
        if not found:
            found = every_head().at(self.tokens, i, self.sentence.last)
            found = found if found and not found[0].is_weak else None  # weak nouns mean other things elsewhere
        if not found and token.folded.endswith(long_heads()):
            compound = next(h for h in long_heads() if token.folded.endswith(h))
            found = self._one_word(compound, i)
        if not found and "-" in token.text and _DATED_WORD.fullmatch(token.text):
            found = self._one_word(token.folded[:-5], i)
        if not found or (token.pos in ("VERB", "AUX") and token.verb in ("Fin", "Inf") and not token.is_capitalised):
            return None
        return found

    def _one_word(self, noun: str, i: int) -> tuple[Head, int] | None:
        head = every_head().get(noun)
        return (head, i + 1) if head else None

    # ------------------------------------------------------------ one head noun

    def _from_head(self, i: int, last: int, head: Head, covered: int) -> list[Mention]:
        if any(self.words.portfolios.at(self.tokens, k, i) for k in range(max(self.sentence.first, i - 3), i)):
            return []
        quote = self.quote_of.get(i)
        if quote and self._is_name(quote):
            return [self._quoted(quote, head)]
        if quote is None and self.words.modifiers_before and (before := self._quote_before(i, covered)):
            named = self._of_quote(before, head.kind)
            named.is_private = self._has_branch(before[0])
            return [self._finish(named, last)]
        if self.words.modifiers_before and (mention := self._before_bracket(i, head)):
            return [self._finish(mention, last)]
        capital = self._is_proper_capital(i)
        if capital and (pair := self._paired_head(last)):
            second, last = pair
            head = second if head.is_weak else head
        first = self._left(i, capital, covered) if capital or self.words.modifiers_before else i
        return self._phrase(first, i, last, head, capital)

    def _before_bracket(self, i: int, head: Head) -> Mention | None:
        """The name before its acronym and the noun ("the Clean Air and Soil (CAS) programme")."""
        if i - 4 <= self.sentence.first or self.tokens[i - 1].text != ")" or self.tokens[i - 3].text != "(":
            return None
        if not self.tokens[i - 2].text.isupper() or self.tokens[i].is_capitalised:
            return None
        first = self._left(i - 3, True, max(self.sentence.first, i - _MAX_NAME))
        if i - 3 - first < 2 or any(t.folded in self.words.bodies for t in self.tokens[first : i - 3]):
            return None
        mention = Mention((first, i - 3), "proper", self.index, head.kind, content=self._content(first, i - 3))
        mention.acronym = (i - 2, i - 1)
        return mention

    def _paired_head(self, last: int) -> tuple[Head, int] | None:
        """The second noun of "Policy and Implementation Plan", "Stratégie et plan d'action"."""
        if last + 1 >= self.sentence.last or self.tokens[last].folded not in self.words.joiners:
            return None
        k = last + 1
        while k < self.sentence.last - 1 and self.tokens[k].folded in self.words.paired:
            k += 1
        found = self._head_at(k)
        if not found or found[0].is_plural or (self.words.modifiers_before and not self.tokens[k].is_capitalised):
            return None
        return found

    def _is_proper_capital(self, i: int) -> bool:
        """Whether the capital letter at `i` is that of a name rather than of a sentence's start."""
        token = self.tokens[i]
        if not token.is_capitalised:
            return False
        if i > self.begin:
            return True
        after = self.tokens[i + 1] if i + 1 < self.sentence.last else None
        return bool(after and (after.is_capitalised or _year(after)) and after.text[0].isalnum())

    def _quoted(self, quote: Range, head: Head) -> Mention:
        inner_first, inner_last = self._inside(quote)
        mention = self._of_quote(quote, None)
        mention.inner, mention.is_weak_inner = head.kind, head.is_weak
        outside = quote[1]
        if self.words.modifiers_before:
            after = self._skip_qualifiers(outside)
            if after < self.sentence.last and (found := self._head_at(after)) and not found[0].is_plural:
                mention.governing = found[0].kind
                outside = found[1]
        mention.name = (inner_first, inner_last)
        return self._finish(mention, outside)

    def _quote_before(self, i: int, covered: int) -> Range | None:
        """The quoted name that the head noun at `i` follows ("the “X” national strategy")."""
        j = i - 1
        while j > covered and self.tokens[j].folded in self.words.qualifiers:
            j -= 1
        for quote in self.local:
            if quote[1] - 1 == j and quote[0] >= self.sentence.first and self._is_name(quote):
                return quote
        return None

    def _phrase(self, first: int, i: int, last: int, head: Head, capital: bool) -> list[Mention]:
        """A noun phrase around the head [i, last) that starts at `first`."""
        end, proper = self._right(last, capital)
        years, years_end = self._years(end)
        determiner = self._determiner(first)
        mention = Mention((first, end), "bare", self.index, head.kind, determiner=determiner)
        mention.phrase = (first, end)
        mention.is_former = any(
            t.folded in self.words.former for t in self.tokens[max(self.sentence.first, first - 1) : end]
        )
        mention.is_public = self._is_public(first, end)
        mention.is_private = self._is_private(first, end, determiner)
        if proper:
            return self._proper_after(mention, first, proper, head)
        tail = self._name_behind(end)
        if tail:
            return [self._named_behind(mention, first, end, tail)]
        if not capital and (run := self._proper_before(first, i, head)):
            mention.name, mention.form = run, "proper"
            mention.years = self._years_in(run)
            mention.content = self._content(*run)
            mention.confidence = 0.9 if run[1] - run[0] > 1 else 0.75
            return [self._finish(mention, end)]
        if years != (None, None):
            at_once = capital and end == last and years_end < self.sentence.last
            # "Vision 2030 Jamaica"
            end = years_end + 1 if at_once and self._is_country(years_end) else years_end
            end = self._purpose(end, capital, bool(self._content(first, years_end)))
            mention.name = (first, end)
        else:
            years = self._years_in((first, end))
        mention.years = years
        mention.content = self._content(first, end)
        if not self._settle_form(mention, i, last, head, capital):
            return []
        if mention.form in ("bare", "described"):
            self._take_name_beside(mention, first, end, head)
        return [self._finish(mention, end)]

    def _take_name_beside(self, mention: Mention, first: int, end: int, head: Head) -> None:
        """Give a small phrase the name that stands before it, behind a comma's distance."""
        run = self._opening_name(first, end, mention.determiner) if head.kind == "programme" else None
        run = run or self._apposed_name(first, end, mention.determiner)
        if not run and (run := self._preposed_name(first)):
            mention.is_anaphor = mention.determiner in ("definite", "demonstrative")
        if run:
            mention.description = self._described(first, end)
            mention.name, mention.form, mention.confidence = run, "proper", 0.75
            mention.content, mention.years = self._content(*run), self._years_in(run)

    def _settle_form(self, mention: Mention, i: int, last: int, head: Head, capital: bool) -> bool:
        """Tell a name from a description; False where the phrase is neither."""
        first, end = mention.name
        while not capital and first < i and self.tokens[first].folded in self.words.others:
            first += 1
        mention.name = (first, end)
        if capital:
            if self._is_organisation(first, last, end, head, mention) or self._is_of_event(i, last):
                return False
            if self._settle_capital(mention, i, last, head):
                self._take_trailing_name(mention, last)
                return not head.is_weak or self._has_telling(mention)
        if head.is_weak:
            return False
        return self._settle_small(mention, i, last, head)

    def _settle_capital(self, mention: Mention, i: int, last: int, head: Head) -> bool:
        """Make a capitalised phrase a name, where it has more than its noun."""
        first, end = mention.name
        dated = mention.years != (None, None)
        if head.is_weak and last - i > 1 and not mention.content:
            mention.content = tuple(t.folded for t in self.tokens[i:last])  # "the Green Deal"
        telling = [w for w in mention.content if not w.startswith("@")]
        if end - first <= (1 if head.is_weak else last - i) or not (dated or mention.content):
            return False
        mention.form, mention.inner, mention.is_weak_inner = "capital", head.kind, head.is_weak
        mention.confidence = 0.8 if head.is_weak else 0.85 if len(telling) < 2 and not dated else 0.9
        return True

    def _take_trailing_name(self, mention: Mention, last: int) -> None:
        """Read the name with a country and a year that ends a title ("Agenda national de relance Bénin 2050")."""
        end = mention.name[1]
        if self.words.modifiers_before or mention.years[0] or not _year(self.tokens[end - 1]):
            return
        first = end - 1
        while first > last and self.tokens[first - 1].is_capitalised:
            first -= 1
        describes = first > last + 1 and self.tokens[first - 1].folded not in self.words.small
        if describes and any(self._is_country(k) for k in range(first, end)):
            mention.others.append((first, end))

    def _has_telling(self, mention: Mention) -> bool:
        return any(not w.startswith("@") for w in mention.content)

    def _settle_small(self, mention: Mention, i: int, last: int, head: Head) -> bool:
        """Tell a dated phrase, a description and a bare noun apart."""
        first, end = mention.name
        mention.content = self._content(first, end, small_only=True)
        telling = self._has_telling(mention)
        if mention.years != (None, None):
            if any(t.folded in self.words.not_plans for t in self.tokens[first:end]):
                return False  # "the programme of the 2026 World Cup"
            ranged = None not in mention.years
            if telling or head.is_wary or ranged:
                # "la vision 2030", "the five-year plan 2026-2030"
                mention.form, mention.confidence = "dated", 0.7 if not telling else 0.9 if ranged else 0.8
                return True
        if telling and not head.is_wary and not self._is_generic(first, i, last, end):
            mention.form = "described"
            mention.is_labelled = not self.words.modifiers_before and end > last and self.tokens[last].pos == "NOUN"
            return True
        mention.content = ()
        return not telling

    def _proper_after(self, mention: Mention, first: int, proper: Range, head: Head) -> list[Mention]:
        """Take the name behind the head or its description ("le programme de développement rural X")."""
        mention.name, mention.form = proper, "proper"
        mention.content = self._content(*proper)
        years, years_end = self._years(proper[1])
        if years != (None, None):
            mention.name = (proper[0], years_end)
        mention.years = years if years != (None, None) else self._years_in(proper)
        mention.description = self._described(first, proper[0])
        telling = [w for w in mention.content if not w.startswith("@")]
        single = proper[1] - proper[0] == 1
        if not telling and mention.years == (None, None):
            return []
        if (
            self.tokens[proper[0]].folded in self.words.organisations
            or self.tokens[proper[0]].folded in self.words.calendar
        ):
            return []
        if head.is_weak and head.is_wary and single:
            return []  # "le dispositif Phénix", "the Apollo mission"
        if head.is_weak and single:
            mention.confidence = 0.6
        else:
            mention.confidence = 0.85 if single else 0.9
        return [self._finish(mention, mention.name[1])]

    def _named_behind(self, mention: Mention, first: int, end: int, tail: tuple[Range, str]) -> Mention:
        """Take the name in quotes or behind a naming word ("la feuille de route de l'eau, baptisée « X »")."""
        name, sort = tail
        mention.name = self._inside(name) if name[0] in self.openers else name
        mention.form = "quoted" if name[0] in self.openers else "proper"
        mention.inner, mention.is_weak_inner = self._inner_kind(mention.name)
        mention.content = self._content(*mention.name)
        mention.years = self._years_in(mention.name)
        mention.description = self._described(first, end)
        mention.confidence = 0.95 if mention.form == "quoted" else 0.85
        # "The programme, called X": a name for the plan spoken of, unless "the new programme" sets it apart.
        apart = any(t.folded in self.words.others for t in self.tokens[max(self.sentence.first, first - 2) : end])
        refers = sort == "naming" and mention.determiner in ("definite", "demonstrative")
        mention.is_anaphor = refers and not mention.description and not apart
        return self._finish(mention, name[1])

    def _described(self, first: int, end: int) -> Range | None:
        """The phrase before a name, where it says what the plan is about."""
        while end > first and self._is_dangling(self.tokens[end - 1]):
            end -= 1
        telling = [w for w in self._content(first, end) if not w.startswith("@")] if end > first else []
        return (first, end) if telling and end - first <= _MAX_NAME else None

    def _is_dangling(self, token: Token) -> bool:
        return token.folded in self.words.small or not token.text[0].isalnum()

    # ------------------------------------------------------------ several at once

    def _from_plural(self, i: int, last: int, head: Head) -> list[Mention]:
        """Take each name of "deux stratégies : « A », dédiée à …, et « B »" or "the “A” and “B” programmes"."""
        found = [q for q in self.local if last <= q[0] < self.sentence.last and self._is_name(q)]
        if found and found[0][0] - last > 3 and self.tokens[found[0][0] - 1].text != ":":
            found = []
        if not found and self.words.modifiers_before:
            found = self._quotes_before(i)
        mentions = []
        for quote in found:
            mention = self._of_quote(quote, head.kind)
            mention.anchor = (i, last)
            mentions.append(self._finish(mention, quote[1]))
        return mentions or self._plural_names(last, head)

    def _quotes_before(self, i: int) -> list[Range]:
        """Quoted names that end right before the plural head at `i`, joined to one another."""
        found: list[Range] = []
        edge = self._skip_back(i)
        for quote in reversed(self.local):
            if quote[1] == edge and quote[0] >= self.sentence.first and self._is_name(quote):
                found.append(quote)
                edge = quote[0]
                while edge > self.sentence.first and (
                    self.tokens[edge - 1].text == "," or self.tokens[edge - 1].folded in self.words.joiners
                ):
                    edge -= 1
        return found[::-1]

    def _skip_back(self, i: int) -> int:
        while i - 1 > self.sentence.first and self.tokens[i - 1].folded in self.words.qualifiers:
            i -= 1
        return i

    def _plural_names(self, last: int, head: Head) -> list[Mention]:
        mentions: list[Mention] = []
        j = self._skip_qualifiers(last)
        while j < self.sentence.last and self._starts_name(j):
            end = j + 1
            while end < self.sentence.last and self._starts_name(end) and end - j < _MAX_NAME:
                end += 1
            if end < self.sentence.last and _year(self.tokens[end]):
                end = self._years(end)[1]
            mention = Mention(
                (j, end),
                "proper",
                self.index,
                head.kind,
                content=self._content(j, end),
                confidence=0.8,
            )
            mention.years = self._years_in((j, end))
            mentions.append(mention)
            if end >= self.sentence.last or not (
                self.tokens[end].text == "," or self.tokens[end].folded in self.words.joiners
            ):
                break
            j = end + 1
        named = [m for m in mentions if any(not w.startswith("@") for w in m.content)]
        return named if len(mentions) > 1 and len(named) == len(mentions) else []

    def _starts_name(self, j: int) -> bool:
        token = self.tokens[j]
        return (
            token.is_capitalised
            and token.folded not in self.words.organisations
            and token.folded not in self.words.calendar
        )

    # ------------------------------------------------------------ names without a head noun

    def _quoted_alone(self) -> None:
        """« X 2030 » alone: a name with a year, or one that a word of naming introduces."""
        if not self.local:
            return
        taken = [m.phrase or m.name for m in self.mentions[self.earlier :]]
        for quote in self.local:
            if not self.sentence.first <= quote[0] < self.sentence.last or not self._is_name(quote):
                continue
            inside = self._inside(quote)
            if any(a < inside[1] and inside[0] < b for a, b in self._taken(taken)):
                continue
            years = self._years_in(inside)
            words = [self.tokens[k].folded for k in range(max(self.sentence.first, quote[0] - 4), inside[1])]
            if any(w in self.words.not_plans for w in words) or not self._content(*inside):
                continue
            mention = self._of_quote(quote, self._kind_behind(quote[1]))
            mention.form, mention.confidence = "free", 0.8 if years != (None, None) else 0.3
            if mention.governing:
                mention.form, mention.confidence = "quoted", 0.85
            self._add(self._finish(mention, quote[1]))

    def _kind_behind(self, j: int) -> PlanKind | None:
        """Kind by the noun in apposition: "« X », un programme destiné à …", "X, the state's vision"."""
        if j + 1 >= self.sentence.last or self.tokens[j].text != ",":
            return None
        if self.tokens[j + 1].folded not in self.words.determiners:
            return None
        for k in range(j + 2, min(j + 6, self.sentence.last)):
            if self.tokens[k].text in _BREAKS or self.words.links.at(self.tokens, k, k + 1):
                return None
            found = self._head_at(k)
            if found and not found[0].is_plural:
                return found[0].kind
        return None

    def _taken(self, names: list[Range]) -> list[Range]:
        others = [o for m in self.mentions[self.earlier :] for o in (*m.others, *([m.newer] if m.newer else []))]
        return names + others

    def _dated_alone(self) -> None:
        """Find capitalised runs with a year: "Digital X 2030", "2030 Digital X"."""
        positions = _between(self.dated, self.sentence.first, self.sentence.last)
        taken = [m.phrase or m.name for m in self.mentions[self.earlier :]] if positions else []
        for i in positions:
            if any(a <= i < b for a, b in self._taken(taken)):
                continue
            run = self._run_around(i)
            if run and (confidence := self._free_confidence(run)):
                mention = Mention(run, "free", self.index, content=self._content(*run), confidence=confidence)
                mention.governing = self._kind_behind(run[1])
                mention.confidence = max(confidence, 0.85) if mention.governing else confidence
                mention.years = self._years_in(run)
                self._add(self._finish(mention, run[1]))
                taken.append(mention.phrase or mention.name)

    def _for_everybody(self) -> None:
        """Find "Homes for All": a name by its make, which counts where the text goes on with "the plan"."""
        positions = _between(self.everybody, self.sentence.first + 2, self.sentence.last)
        taken = [m.phrase or m.name for m in self.mentions[self.earlier :]] if positions else []
        for i in positions:
            first = i - 1 if self.words.links.at(self.tokens, i - 1, i) else i
            while first > self.sentence.first and self.tokens[first - 1].is_capitalised:
                first -= 1
            name = (first, i + 1)
            if i - first < 2 or any(a < name[1] and first < b for a, b in self._taken(taken)):
                continue
            mention = Mention(name, "free", self.index, content=self._content(*name), confidence=0.3)
            self._add(self._finish(mention, i + 1))

    def _add(self, mention: Mention) -> None:
        mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
        self.mentions.append(mention)

    def _run_around(self, i: int) -> Range | None:
        """The capitalised run that ends, or starts, with the year at token `i`."""
        first = i
        while first > self.sentence.first and i - first < _MAX_NAME and self._in_run(first - 1):
            first -= 1
        while first < i and not self.tokens[first].is_capitalised:
            first += 1
        if first < i and self.tokens[first].folded in self.words.determiners:
            first += 1
        last = self._years(i)[1]
        if first < i:
            return first, last
        while last < self.sentence.last and last - i < _MAX_NAME and self.tokens[last].is_capitalised:
            last += 1
        return (i, last) if last > self._years(i)[1] + 1 else None

    def _in_run(self, j: int) -> bool:
        token = self.tokens[j]
        if token.folded in self.words.ending or token.folded in self.words.small or token.folded in self.words.calendar:
            return False
        if token.is_capitalised:
            return True
        # "Cameroun numérique 2020": a small adjective between the name and its year
        fits = token.pos in ("ADJ", "NOUN") or token.folded in self.words.nominal
        return fits and j > self.sentence.first and self.tokens[j - 1].is_capitalised

    def _free_confidence(self, run: Range) -> float:
        start = max(self.sentence.first, run[0] - 4)
        # "The minister said that Kenya 2040 …": what stands before a verb is no part of the name's phrase.
        start = max([start, *(k + 1 for k in range(start, run[0]) if self.tokens[k].pos in ("VERB", "AUX"))])
        words = {t.folded for t in self.tokens[start : run[1] + 1]}
        if words & self.words.not_plans or words & self.words.calendar or words & self.words.organisations:
            return 0.0
        content = self._content(*run)
        has_country = any(w.startswith("@") for w in content)
        telling = any(not w.startswith("@") for w in content)
        governed = self._is_governed(run[0], _GOVERNS_WITHIN if has_country else 1)
        if run[0] == self.begin and not governed and not (has_country and telling):
            return 0.2
        if has_country and telling:
            return 0.85 if governed else self._undated_trust(run)
        if has_country:
            return 0.7 if governed else 0.6 if self._acts(run[1]) else 0.4
        ranged = all(self._years_in(run))
        if ranged and telling and run[1] - run[0] > 3:
            return 0.6
        return 0.6 if governed and telling else 0.2

    def _acts(self, j: int) -> bool:
        """Whether a verb follows in a sentence without a tournament or a fair ("France 2040 finance …")."""
        if j >= self.sentence.last or not (self.tokens[j].verb == "Fin" or self.tokens[j].pos == "AUX"):
            return False
        sentence = self.tokens[self.sentence.first : self.sentence.last]
        return not any(t.folded in self.words.contests for t in sentence)

    def _undated_trust(self, run: Range) -> float:
        """A name of a country and more with a year to come is a plan's; with a year at hand it may be an event's."""
        published, horizon = self.doc.published_on, self._years_in(run)[1]
        return 0.7 if published and horizon and horizon > published.year + 1 else 0.45

    def _is_governed(self, first: int, reach: int) -> bool:
        """Whether words that govern a plan's name end at most `reach` tokens before `first`."""
        low = max(self.sentence.first, first - _GOVERNS_WITHIN)
        found = (self.words.governing.at(self.tokens, k, first) for k in range(low, first))
        return any(f[1] >= first - reach for f in found if f)

    # ------------------------------------------------------------ pieces of noun phrases

    def _left(self, i: int, capital: bool, covered: int) -> int:
        """First token of the modifiers before the head at `i`."""
        low = max(self.sentence.first, covered, i - _MAX_NAME)
        first = j = i
        while j > low:
            j -= 1
            token = self.tokens[j]
            if self._is_modifier(token, capital, j):
                first = j
            elif not self._is_connector(j, low, capital):
                break
        return first

    def _is_modifier(self, token: Token, capital: bool, j: int) -> bool:
        if token.folded in self.words.small or token.folded in self.words.calendar:
            return False
        if token.is_capitalised and token.text[0].isalpha():
            return token.folded not in self.words.ending or j > self.begin
        if _year(token) or self._is_ordinal(j):
            return True
        if token.text == "-":
            return j > 0 and self.tokens[j - 1].text.isdigit()
        if capital and token.text.isdigit() and self.tokens[j + 1].is_capitalised:  # "the 25 Year Forest Plan"
            return j > self.begin and self.tokens[j - 1].folded in self.words.determiners
        if capital or token.folded in self.words.ending or not token.text[0].isalnum():
            return False
        if token.pos in ("NOUN", "ADJ", "PROPN", "NUM", "X") or (token.pos == "VERB" and token.verb in ("Part", "Ger")):
            return True
        # A tagger takes many an adjective for a verb; none stands right behind "the" or "'s".
        opener = self.tokens[j - 1].folded if j else ""
        return token.pos == "VERB" and (opener in self.words.determiners or opener == "'s")

    def _is_ordinal(self, j: int) -> bool:
        """Whether token `j` is either half of "13th"."""
        token = self.tokens[j]
        if token.text.isdigit():  # or the "8" of "8-Point"
            after = self.tokens[j + 1] if j + 1 < self.sentence.last else None
            return bool(after and not after.space and (after.text.isalpha() or after.text == "-"))
        return j > self.sentence.first and not token.space and self.tokens[j - 1].text.isdigit()

    def _is_connector(self, j: int, low: int, capital: bool) -> bool:
        """Whether a small word joins modifiers: "and" between any, "for" or "in" between capitalised ones."""
        if j <= low or j + 1 >= self.sentence.last:
            return False
        token, before, after = self.tokens[j], self.tokens[j - 1], self.tokens[j + 1]
        if token.folded in self.words.joiners:
            both = before.is_capitalised == after.is_capitalised and before.folded not in self.words.bodies
            return both and before.text[0].isalpha() and before.folded not in self.words.ending and before.pos != "VERB"
        if token.folded in self.words.capital_links or self.words.links.at(self.tokens, j, j + 1):
            capitals = before.is_capitalised and after.is_capitalised and j - 1 > self.begin
            return capitals and not {before.folded} & (
                self.words.organisations | self.words.not_plans | self.words.ending
            )
        if token.folded == "'s" and capital:
            return after.is_capitalised and self._is_dedicated(j - 1)
        if token.text == "," and capital:
            return before.is_capitalised and after.is_capitalised and self._joined_later(j)
        return False

    def _is_dedicated(self, j: int) -> bool:
        """Whether the capitalised noun at `j` is whom a plan is for ("the People's Plan"), not whose it is."""
        token = self.tokens[j]
        if not token.is_capitalised or token.text.isupper() or token.pos == "PROPN":
            return False
        if self.tokens[j - 1].folded not in self.words.articles:
            return False
        owner = (self.words.owners, self.words.organisations, self.words.bodies, self.words.authorities)
        return not any(token.folded in names for names in owner) and not self._is_country(j) and not self._is_city(j)

    def _joined_later(self, j: int) -> bool:
        return any(t.folded in self.words.joiners for t in self.tokens[j + 1 : min(j + 6, self.sentence.last)])

    def _right(self, j: int, capital: bool) -> tuple[int, Range | None]:
        """End of the complement that starts at token `j`, and the proper name in it where there is one."""
        limit = min(self.sentence.last, j + _MAX_NAME)
        end = start = j
        after_link = linked = False
        while j < limit:
            token = self.tokens[j]
            if capital and j == start and self._is_code(j):
                return j + 2, None
            if link := self._link(j, limit, capital, start):
                j, after_link, linked = link, True, True
                continue
            if not self._is_content(j, capital) or (not after_link and self._governs(j)):
                break
            if not capital and token.is_capitalised and not after_link and not self.tokens[j - 1].is_capitalised:
                return end, self._proper_run(j, limit)
            if self.words.modifiers_before and not linked and not (capital and token.is_capitalised):
                break
            if after_link and self._starts_other_plan(j, limit):
                break
            j += 1
            end = j
            after_link = False
        return end, None

    def _is_code(self, j: int) -> bool:
        """Whether a number and letters of one word follow a noun, as its name ("Initiative 3N")."""
        if j + 1 >= self.sentence.last or not self.tokens[j].text.isdecimal():
            return False
        letters = self.tokens[j + 1]
        return not letters.space and letters.text.isupper() and letters.text.isalpha() and len(letters.text) <= 3

    def _is_thing(self, j: int) -> bool:
        """Whether a capitalised word is neither a body nor a place ("Roadmap to Recovery", not "to Parliament")."""
        word = self.tokens[j].folded
        known = word in self.words.bodies or word in self.words.authorities or word in self.words.not_plans
        return self.tokens[j].is_capitalised and not (known or self._is_city(j) or self._is_country(j))

    def _purpose(self, j: int, capital: bool, has_subject: bool) -> int:
        """End of what a plan is for, behind its years ("plan d'action 2023-2026 de lutte contre le bruit")."""
        found = self.words.purpose.at(self.tokens, j, self.sentence.last) if j < self.sentence.last else None
        # A lone "for" behind a name that has its subject tells of money or time ("for $40m").
        return self._right(j, capital)[0] if found and (found[1] > j + 1 or not has_subject) else j

    def _is_country(self, j: int) -> bool:
        return self.tokens[j].is_capitalised and country_of(self.tokens[j].text, self.doc.language) is not None

    def _is_city(self, j: int) -> bool:
        """Whether a capitalised word is a large city, where something takes place rather than what a plan is about."""
        return self.tokens[j].is_capitalised and city_population(self.tokens[j].folded) >= _LARGE_CITY

    def _starts_other_plan(self, j: int, limit: int) -> bool:
        """Whether the noun phrase at token `j` is another plan ("the executive programme of the X Vision")."""
        last = j + 1
        while last < limit and self.tokens[j].is_capitalised and self.tokens[last].is_capitalised:
            last += 1
        for k in range(j, last):
            found = self.words.heads.at(self.tokens, k, limit)
            if found and not found[0].is_weak and (not found[0].is_wary or self.tokens[k].is_capitalised):
                return True
        return False

    def _link(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """Position behind the preposition or conjunction at `j` where it carries the noun phrase on."""
        token = self.tokens[j]
        found = self.words.links.at(self.tokens, j, limit)
        if found:
            return self._past_articles(found[1], limit)
        if j == start:
            after = self._past_articles(j + 1, limit) if capital and token.folded in self.words.capital_links else None
            return after if after and self.words.modifiers_before and self._is_thing(after) else None
        is_topic = capital and token.folded in self.words.topic_links and not self.tokens[j - 1].is_capitalised
        if is_topic and all(self._is_plain(t) for t in self.tokens[start:j]):
            # "Stratégie nationale sur le logement", where nothing but adjectives stands before
            return self._past_articles(j + 1, limit)
        if token.folded in self.words.capital_links:
            previous = self.tokens[j - 1].folded
            after = self._past_articles(j + 1, limit)
            if after and self._is_city(after):
                return None
            brought = previous in self.words.link_nouns
            return after if after and (brought or (capital and self.tokens[after].is_capitalised)) else None
        if token.folded in self.words.joiners or (token.text == "," and self._joined_later(j)):
            return self._joined(j, limit, capital, start)
        return None

    def _is_plain(self, token: Token) -> bool:
        """Whether an adjective says whose the plan is, not what it is about."""
        owner = token.folded in self.words.supranational or country_of(token.text, self.doc.language)
        return token.folded in self.words.qualifiers or bool(owner)

    def _joined(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """Position behind "et" or "," where what follows is parallel to what goes before."""
        if j + 1 >= limit:
            return None
        after, before = self.tokens[j + 1], self.tokens[j - 1]
        if found := self.words.links.at(self.tokens, j + 1, limit):
            return self._past_articles(found[1], limit)
        if self.tokens[j].text == "," and not (capital and after.is_capitalised):
            return None
        if capital and after.folded in self.words.articles:
            # "Plan pour la reprise et la résilience", but not "le Plan et la ministre a …"
            k = self._past_articles(j + 1, limit)
            parallel = any(t.folded in self.words.articles for t in self.tokens[start:j])
            other = k is None or self.tokens[k].is_capitalised or self._starts_other_plan(k, limit)
            return k if parallel and not other else None
        if not self._is_content(j + 1, capital):
            return None
        if after.is_capitalised != before.is_capitalised:
            return None
        same = after.pos == before.pos or (_is_nominal(after) and _is_nominal(before))
        return j + 1 if same or (capital and after.is_capitalised) else None

    def _past_articles(self, j: int, limit: int) -> int | None:
        skipped = self.words.articles | self.words.counting
        while j < limit and self.tokens[j].folded in skipped:
            j += 1
        if j + 1 < limit and self._counts_members(j):
            j += 1
        return j if j < limit and self._is_content(j, False) else None

    def _counts_members(self, j: int) -> bool:
        """Whether the number at `j` has a definite article ("des 145 territoires"), so belongs to the name."""
        before = self.tokens[j - 1].folded
        return self.tokens[j].text.isdecimal() and before in self.words.counting and not _year(self.tokens[j])

    def _is_content(self, j: int, capital: bool) -> bool:
        token = self.tokens[j]
        if not token.text[0].isalpha():
            return False
        if token.folded in self.words.small and token.folded not in self.words.within_links:
            return False
        if token.folded in self.words.calendar:
            return False
        if token.is_capitalised:
            return True
        if token.folded in self.words.ending:
            return False
        if token.pos in ("NOUN", "ADJ", "PROPN", "X") or token.folded in self.words.nominal:
            return True
        if capital and j + 1 < len(self.tokens) and self.tokens[j + 1].text == "(":
            return True  # an acronym or years follow: no verb, whatever the tagger says
        return token.pos == "VERB" and token.verb in ("Part", "Ger")

    def _proper_run(self, j: int, limit: int) -> Range:
        """The name that starts with the capitalised token `j`."""
        end = j + 1
        while end < limit:
            token = self.tokens[end]
            if token.is_capitalised and token.text[0].isalpha() and token.folded not in self.words.calendar:
                end += 1
            elif _year(token):
                return j, self._years(end)[1]
            elif self._is_version(end) or self._trails(end) or self._is_foreign_article(end, limit):
                end += 1
            elif (after := self._capital_after_link(end, limit)) is not None:
                end = after + 1
            else:
                break
        return j, end

    def _governs(self, k: int) -> bool:
        """Whether an object follows: "équipe 900 écoles", "complète la loi" hold a verb, whatever the tagger says."""
        if self.tokens[k].is_capitalised or k + 1 >= self.sentence.last:
            return False
        after = self.tokens[k + 1]
        is_number = after.text[0].isdigit() and not _year(after)
        return is_number or after.folded in self.words.articles

    def _is_foreign_article(self, k: int, limit: int) -> bool:
        """Whether an article of another language stands within a name ("le programme Feed the Land")."""
        token = self.tokens[k]
        return (
            token.folded in foreign_articles(self.doc.language) and k + 1 < limit and self.tokens[k + 1].is_capitalised
        )

    def _trails(self, k: int) -> bool:
        """A small adjective or noun of a name: "Villes vertes"."""
        token = self.tokens[k]
        if (
            token.folded in self.words.ending
            or token.folded in self.words.qualifiers
            or token.folded in self.words.small
        ):
            return False
        if self._governs(k):
            return False
        fits = token.pos in ("ADJ", "NOUN") or token.folded in self.words.nominal
        return fits and not self.words.modifiers_before and token.text[0].isalpha()

    def _is_version(self, k: int) -> bool:
        """Whether token `k` is a number that belongs to a name ("4.0", "2") rather than one that counts things."""
        text = self.tokens[k].text
        counts = k + 1 < self.sentence.last and self.tokens[k + 1].pos == "NOUN"
        return text[0].isdigit() and ("." in text or len(text) == 1) and not counts

    def _capital_after_link(self, k: int, limit: int) -> int | None:
        found = self.words.links.at(self.tokens, k, limit)
        if not found and self.tokens[k].folded not in self.words.capital_links:
            return None
        j = found[1] if found else k + 1
        if j < limit and self.tokens[j].folded in self.words.everybody:
            return j
        while j < limit and self.tokens[j].folded in self.words.articles:
            j += 1
        is_capital = j < limit and self.tokens[j].is_capitalised and self.tokens[j].text[0].isalpha()
        if not is_capital or country_of(self.tokens[j].text, self.doc.language):
            return None
        return j

    def _opening_name(self, first: int, end: int, determiner: str) -> Range | None:
        """The name that opens a sentence before the noun that explains it: "X, the programme that …"."""
        comma = self._apposition_comma(first, end)
        if comma is None or determiner not in ("definite", "indefinite") or comma - self.begin > _MAX_OPENING:
            return None
        if end < self.sentence.last and (self.tokens[end].verb == "Fin" or self.tokens[end].pos == "AUX"):
            return None  # "Meanwhile, the programme is …"
        run = self.tokens[self.begin : comma]
        named = [t for t in run if t.is_capitalised and t.folded not in self.words.ending]
        if not named or len(named) + sum(t.text[0].isdigit() for t in run) != len(run):
            return None
        if not any(t.pos == "PROPN" for t in named) and len(named) < 3:
            return None
        if determiner == "indefinite" and len(named) < 2:
            return None  # "Lagos, a programme …": what is new is told of at length, so only a real name counts
        place = self.doc.text[run[0].start : run[-1].end]
        is_place = country_of(place, self.doc.language) or city_population(fold(place))
        return None if is_place or run[0].folded in self.words.calendar else (self.begin, comma)

    def _apposition_comma(self, first: int, end: int) -> int | None:
        """The comma that a noun phrase with its head at `first` stands right behind.

        None for what only completes another noun ("X, coordinator of the programme", "X, programme manager").
        """
        if self.words.modifiers_before and end < self.sentence.last:
            after = self.tokens[end]
            if after.folded in self.words.bodies or (after.pos == "NOUN" and after.space):
                return None
        near = range(first - 1, max(self.sentence.first, first - _APPOSED_WITHIN), -1)
        comma = next((k for k in near if self.tokens[k].text == ","), None)
        if comma is None:
            return None
        between = self.tokens[comma + 1 : first]
        owner = max((n for n, t in enumerate(between) if t.folded == "'s"), default=-1)
        links = any(self.words.links.at(self.tokens, t.i, t.i + 1) for t in between[: owner + 1])
        plain = all(
            t.folded in self.words.determiners or t.folded in self.words.qualifiers or t.pos == "ADJ"
            for t in between[owner + 1 :]
        )
        return comma if plain and not links else None

    def _preposed_name(self, first: int) -> Range | None:
        """The name in "Dubbed X, the plan …", at a sentence's start."""
        found = self.words.naming.at(self.tokens, self.begin, first)
        if not found or self.tokens[first - 2].text != ",":
            return None
        start = found[1]
        if start in self.openers and self.openers[start][1] == first - 2:
            return self._inside(self.openers[start])
        run = self._proper_run(start, first - 2) if self.tokens[start].is_capitalised else None
        return run if run and run[1] == first - 2 else None

    def _apposed_name(self, first: int, end: int, determiner: str) -> Range | None:
        """The name before a comma that only a plan can bear: "through SmartFarms, the national strategy …"."""
        comma = self._apposition_comma(first, end)
        if determiner not in ("definite", "indefinite") or comma is None or comma <= self.begin:
            return None
        if launched := self._launched_name(comma):
            return launched
        start = comma
        while start > self.sentence.first and comma - start < _MAX_OPENING and self._bears(start - 1):
            start -= 1
        while start < comma and not self.tokens[start].is_capitalised:
            start += 1
        if start == comma or country_of(self.doc.span(start, comma).of(self.doc.text), self.doc.language):
            return None
        versioned = comma - start > 1 and self._is_version(comma - 1)
        governed = start > self.begin and self._is_governed(start, 1)
        return (start, comma) if versioned or governed or self._is_explained(start, comma, end) else None

    def _launched_name(self, comma: int) -> Range | None:
        """The name of several words that a verb of launching has for its object ("unveiled Rise Up Fiji, a plan …")."""
        start = comma
        while start - 1 > self.begin and comma - start < _MAX_LAUNCHED:
            if not self._bears_launched(start - 1, comma):
                break
            start -= 1
        while start < comma and not self.tokens[start].is_capitalised:
            start += 1
        if comma - start < 2 or country_of(self.doc.span(start, comma).of(self.doc.text), self.doc.language):
            return None
        low = max(self.sentence.first, start - _LAUNCHED_WITHIN)
        cues = [self.words.status.at(self.tokens, k, start) for k in range(low, start)]
        behind = max((cue[1] for cue in cues if cue), default=None)
        # "launched on Monday in Suva X": only small words, days and cities may stand between verb and object
        if behind is None or any(
            t.pos in ("NOUN", "PROPN", "VERB") and not self._is_setting(t) for t in self.tokens[behind:start]
        ):
            return None
        return start, comma

    def _is_setting(self, token: Token) -> bool:
        known = token.folded in self.words.calendar or token.folded in self.words.ending
        return known or self._is_city(token.i)

    def _bears_launched(self, j: int, comma: int) -> bool:
        """Whether token `j` may be part of a name, places and small words between capitals among it."""
        token = self.tokens[j]
        if token.folded in self.words.bodies or token.folded in self.words.calendar:
            return False
        if self._is_city(j) and self.tokens[j - 1].folded in self.words.ending and j + 2 < comma:
            return False  # "unveiled in Lagos Clean Air Now, a plan …"
        if token.is_capitalised or self._is_version(j):
            return True
        if token.pos not in ("ADP", "DET", "CCONJ") and token.folded not in self.words.small:
            return False
        k = j - 1  # "Schools by the Sea": up to two small words stand between capitals
        if self.tokens[k].pos in ("ADP", "DET") and not self.tokens[k].is_capitalised:
            k -= 1
        return j + 1 < comma and k > self.begin and self.tokens[k].is_capitalised and not self._is_city(k)

    def _is_explained(self, start: int, comma: int, end: int) -> bool:
        """Whether a name of several words is the object that a noun behind it explains ("buried X Y, the plan …")."""
        if comma - start < 2 or start <= self.begin or end >= self.sentence.last:
            return False
        before, after = self.tokens[start - 1], self.tokens[end]
        is_clause = after.verb == "Fin" or after.pos == "AUX"
        names = all(t.pos == "PROPN" for t in self.tokens[start:comma])
        return names and not is_clause and before.pos in ("VERB", "NOUN") and not before.is_capitalised

    def _bears(self, j: int) -> bool:
        """Whether token `j` may be part of a name."""
        token = self.tokens[j]
        if token.folded in self.words.bodies or token.folded in self.words.calendar or self._is_city(j):
            return False
        return token.is_capitalised or self._is_version(j)

    def _proper_before(self, first: int, i: int, head: Head) -> Range | None:
        """The capitalised name among the modifiers before a small head noun ("the X Y 2013 strategy")."""
        last = i
        while last > first and not (self.tokens[last - 1].is_capitalised or _year(self.tokens[last - 1])):
            last -= 1
        start = last
        while start > first and (
            self.tokens[start - 1].is_capitalised
            or _year(self.tokens[start - 1])
            or self.tokens[start - 1].text == "-"
            or (self.tokens[start - 1].folded in self.words.small and self.tokens[start - 2].is_capitalised)
        ):
            start -= 1
        if start >= last:
            return None
        if start == self.begin and self.tokens[start].folded in self.words.ending:
            return None
        folded = [t.folded for t in self.tokens[start:last]]
        if any(w in self.words.organisations for w in folded):
            return None
        telling = [w for w in self._content(start, last) if not w.startswith("@")]
        single = last - start == 1
        if single and (head.kind != "programme" or self.tokens[start].text.isupper() or start == self.begin):
            return None  # "the IMF programme", "the Smith plan", "Climate plans"
        if head.is_weak and (single or head.is_wary) and self._years_in((start, last)) == (None, None):
            said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
            if head.is_wary or not said & self.words.authorities:
                return None  # "the Apollo mission", a firm's "Nile scheme"
        return (start, last) if telling else None

    def _determiner(self, first: int) -> str:
        j = first - 1
        while j >= self.sentence.first and self.tokens[j].folded in self.words.qualifiers:
            j -= 1
        if j < self.sentence.first:
            return ""
        if self.tokens[j].folded == "'s":
            return "definite"
        return self.words.determiners.get(self.tokens[j].folded, "")

    def _skip_qualifiers(self, j: int) -> int:
        while j < self.sentence.last and self.tokens[j].folded in self.words.qualifiers:
            j += 1
        return j

    # ------------------------------------------------------------ what follows a name

    def _name_behind(self, end: int) -> tuple[Range, str] | None:
        """A quoted name right behind the phrase, or any name behind a word of naming."""
        last = self.sentence.last
        j = end
        if j < last and self.tokens[j].text in (",", ":", "-", "–", "—"):
            j += 1
        if j < last and j in self.openers and self._is_adjacent_name(self.openers[j], j == end):
            return self.openers[j], ""
        k = j
        while k < min(last, j + _MAX_NAMING_GAP) and not self.words.naming.at(self.tokens, k, last):
            if self.tokens[k].text in _BREAKS or self.words.heads.at(self.tokens, k, last):
                return None
            k += 1
        found = self.words.naming.at(self.tokens, k, last) if k < last else None
        if not found or found[0] == "renamed":
            return None
        # Further off ("which the donors refer to as “X”") only a quoted name is sure to be the plan's.
        if k > j + 2 and found[1] not in self.openers:
            return None
        k = found[1]
        while k < last and (self.tokens[k].folded in self.words.articles or self.tokens[k].text == ":"):
            k += 1
        if k < last and k in self.openers:
            return (self.openers[k], "naming") if self._is_name(self.openers[k], named=True) else None
        if k < last and self.tokens[k].is_capitalised and self.tokens[k].text[0].isalpha():
            return self._proper_run(k, min(last, k + _MAX_NAME)), "naming"
        return None

    def _finish(self, mention: Mention, j: int) -> Mention:
        """Read what stands behind a name: years, acronym or translation in brackets, other and newer names."""
        last = self.sentence.last
        while j < last and self.tokens[j].text in _CLOSERS.values() and not self.tokens[j].space:
            j += 1
        if mention.form == "bare":
            return mention
        if mention.description:
            mention.described_content = self._content(*mention.description)
        bracket = next((k for k in range(j, min(j + _MAX_BRACKET_GAP, last)) if self.tokens[k].text == "("), None)
        if bracket is not None and (bracket == j or self.tokens[j].text == ","):
            j = self._bracket(mention, bracket)
        if mention.years == (None, None):
            years, years_end = self._years(j)
            if years != (None, None):
                mention.years, j = years, years_end
        self._other_names(mention, j)
        start = min(mention.name[0], mention.phrase[0]) if mention.phrase else mention.name[0]
        mention.phrase = (start, max(j, mention.name[1]))
        mention.words = frozenset(t.folded for t in self._without_heads(*mention.name) if not _year(t))
        return mention

    def _bracket(self, mention: Mention, j: int) -> int:
        close = j + 1
        while close < min(self.sentence.last, j + 12) and self.tokens[close].text != ")":
            close += 1
        if close >= self.sentence.last or self.tokens[close].text != ")":
            return j
        k = j + 1
        while k < close:
            if self.words.naming.at(self.tokens, k, close):
                k = self.words.naming.at(self.tokens, k, close)[1]  # type: ignore[index]
                continue
            years, years_end = self._years(k)
            if years != (None, None) and mention.years == (None, None):
                mention.years = years
            if years != (None, None):
                k = years_end
                continue
            if self.tokens[k].is_capitalised and self.tokens[k].text[0].isalpha():
                k = self._bracket_name(mention, k, close)
                continue
            k += 1
        return close + 1

    def _bracket_name(self, mention: Mention, k: int, close: int) -> int:
        end = k + 1
        while (
            end < close
            and not _year(self.tokens[end])
            and (self.tokens[end].text[0].isalnum() or self.tokens[end].text in "-'’&.")
        ):
            end += 1
        if not self.tokens[k].space and self.tokens[k - 1].text.isdigit():
            k -= 1
        text = "".join(t.text for t in self.tokens[k:end])
        if end - k <= 2 and sum(c.isupper() for c in text) >= 2 and mention.acronym is None:
            mention.acronym = (k, end)
        elif end - k >= 2 and self.tokens[end - 1].is_capitalised:
            mention.others.append((k, end))
        return end

    def _other_names(self, mention: Mention, j: int) -> None:
        """Read other names of the plan ("que l'on appelle aussi « Y »", "devenu par la suite « Y »")."""
        last = min(self.sentence.last, j + _MAX_ALIAS_GAP)
        quote = self.openers.get(j + 1) if j < last and self.tokens[j].text == "," else None
        if quote and mention.years[1] and self._years_in(quote) == mention.years:
            mention.others.append(self._inside(quote))  # "Vision 2050, “Grow Mali 2050”"
        k = j
        while k < last:
            found = self.words.naming.at(self.tokens, k, self.sentence.last)
            if not found:
                if self.tokens[k].text in ".;:" or self.words.heads.at(self.tokens, k, self.sentence.last):
                    return
                k += 1
                continue
            sort, behind = found
            is_far = sort == "naming" and k > j + 2 and behind not in self.openers
            name = None if is_far else self._next_name(behind)
            if name and sort == "renamed":
                mention.newer = name
            elif name:
                mention.others.append(name)
            k = max(behind, name[1] if name else behind)

    def _is_adjacent_name(self, quote: Range, adjacent: bool) -> bool:
        """Whether a quotation beside a head is its name, and not a judgement ("called the plan “timid”")."""
        first = self.tokens[self._inside(quote)[0]]
        return self._is_name(quote) or (adjacent and first.is_capitalised and self._is_name(quote, named=True))

    def _next_name(self, j: int) -> Range | None:
        """The quoted or capitalised name within a few words of token `j`."""
        for k in range(j, min(self.sentence.last, j + 5)):
            if k in self.openers:
                quote = self.openers[k]
                return self._inside(quote) if self._is_name(quote) else None
            token = self.tokens[k]
            at_once = all(t.folded in self.words.small for t in self.tokens[j:k])
            head = self._head_at(k) if at_once and token.is_capitalised else None
            if head:
                end, _ = self._right(head[1], True)
                return (k, self._years(end)[1]) if end > head[1] else None
            if token.is_capitalised and token.text[0].isalpha() and token.folded not in self.words.calendar:
                run = self._proper_run(k, min(self.sentence.last, k + _MAX_NAME))
                return run if at_once and run[1] - run[0] > 1 else None
            if token.text in ".;:()":
                return None
        return None

    # ------------------------------------------------------------ words and years

    def _of_quote(self, quote: Range, governing: PlanKind | None) -> Mention:
        inside = self._inside(quote)
        mention = Mention(
            inside,
            "quoted",
            self.index,
            governing,
            content=self._content(*inside),
            confidence=0.95,
        )
        mention.inner, mention.is_weak_inner = self._inner_kind(inside)
        mention.years = self._years_in(inside)
        return mention

    def _inner_kind(self, name: Range) -> tuple[PlanKind | None, bool]:
        """Kind by the head noun within a name, and whether that noun says little."""
        for k in range(*name):
            found = every_head().at(self.tokens, k, name[1])
            if found and not found[0].is_plural:
                return found[0].kind, found[0].is_weak
        return None, False

    def _inside(self, quote: Range) -> Range:
        first, last = quote[0] + 1, quote[1] - 1
        if (
            last - first > 1
            and self.tokens[first].folded in self.words.determiners
            and not self.tokens[first].is_capitalised
        ):
            first += 1
        return first, last

    def _is_name(self, quote: Range, named: bool = False) -> bool:
        """Whether a quotation is a name rather than speech."""
        first, last = self._inside(quote)
        inner = self.tokens[first:last]
        if not inner or len(inner) > _MAX_QUOTE or any(t.text in ".;!?…" for t in inner):
            return False
        if not inner[0].text[0].isalnum() or (
            inner[0].text[0].islower() and not named and not self._years_in((first, last))[1]
        ):
            return False
        if named:
            return True
        if inner[0].folded in self.words.determiners and self._is_said(quote[1]):
            return False
        if self._years_in((first, last)) != (None, None):
            return not any(t.pos == "AUX" and t.verb == "Fin" and t.text[0].islower() for t in inner[1:])
        return not any(t.verb == "Fin" and t.text[0].islower() and t.pos in ("AUX", "VERB") for t in inner[1:])

    def _is_said(self, j: int) -> bool:
        """Whether a comma, a verb and a name follow a quotation ("“The plan moves”, says Ann Roe")."""
        if j + 2 >= self.sentence.last or self.tokens[j].text != ",":
            return False
        return self.tokens[j + 1].verb == "Fin" and self.tokens[j + 2].is_capitalised

    def _content(self, first: int, last: int, small_only: bool = False) -> tuple[str, ...]:
        """Words that tell a plan from others; in a description capitalised ones only say whose it is."""
        found: list[str] = []
        language = self.doc.language
        for token in self._without_heads(first, last):
            word = token.folded
            if small_only and token.is_capitalised and token.i > self.begin and not _is_sector_acronym(token):
                continue
            if word in self.words.small or word in self.words.qualifiers or _year(token):
                continue
            code = country_of(word, language) if may_open_country(word, language) else None
            found.append(f"@{code}" if code else word)
        return tuple(found)

    def _without_heads(self, first: int, last: int) -> list[Token]:
        """Words and numbers of a phrase, its head nouns left out."""
        found = []
        k = first
        while k < last:
            if head := every_head().at(self.tokens, k, last):
                k = head[1]
                continue
            if self.tokens[k].text[0].isalnum():
                found.append(self.tokens[k])
            k += 1
        return found

    def _years(self, j: int) -> tuple[tuple[int | None, int | None], int]:
        """The year or range of years at token `j` ("2030", "2021-25", "2020/21-2029/30"), and the position behind."""
        last = self.sentence.last
        if j >= last or (year := _year(self.tokens[j])) is None:
            return (None, None), j
        first_end, behind = self._fiscal(j)
        if behind < last and (second := self._second_year(behind)):
            end, stop = self._fiscal(second)
            if end > year:
                return (year, end), stop
        return ((year, first_end), behind) if first_end > year else ((None, year), j + 1)

    def _second_year(self, j: int) -> int | None:
        """Position of the year that a range's sign or word at token `j` leads to."""
        sign = self.tokens[j]
        joined = sign.text in _RANGE_SIGNS or sign.folded in self.words.range_words
        return j + 1 if joined and j + 1 < self.sentence.last and _year(self.tokens[j + 1]) else None

    def _fiscal(self, j: int) -> tuple[int, int]:
        """Last year of the year or short range at token `j` ("2021", "2020/21", "2021-25"), and the position behind."""
        year = _year(self.tokens[j]) or 0
        if j + 2 < self.sentence.last and self.tokens[j + 1].text in _RANGE_SIGNS:
            text = self.tokens[j + 2].text
            end = year // 100 * 100 + int(text) if len(text) == 2 and text.isdecimal() else 0
            if end > year:
                return end, j + 3
        return year, j + 1

    def _years_in(self, name: Range) -> tuple[int | None, int | None]:
        """The first range of years in a name, else its last year."""
        single: int | None = None
        for j in range(*name):
            (start, end), _ = self._years(j)
            if start:
                return start, end
            text = self.tokens[j].text
            dated = _DATED_WORD.fullmatch(text) if text[-1].isdigit() else None
            single = end or (int(dated[1]) if dated else single)
        return None, single

    # ------------------------------------------------------------ sorts of phrases

    def _is_public(self, first: int, end: int) -> bool:
        if any(t.folded in self.words.public or t.folded in self.words.owners for t in self.tokens[first:end]):
            return True
        before = self.tokens[max(self.sentence.first, first - 3) : first]
        return any(
            t.folded == "'s" and (p.folded in self.words.owners or country_of(p.text, self.doc.language))
            for p, t in pairwise(before)
        )

    def _is_private(self, first: int, end: int, determiner: str) -> bool:
        """Whether the plan is a company's or a party's own."""
        stop = min(self.sentence.last, end + 4)
        around = [t.folded for t in self.tokens[first:stop]]
        if any(w in self.words.private_owners for w in around[: end - first]) or self._has_branch(first):
            return True
        if determiner != "possessive":
            return False
        said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
        if said & self.words.authorities:
            return False
        until = self.doc.sentences[min(self.index + 2, len(self.doc.sentences) - 1)].last
        near = {t.folded for t in self.tokens[self.sentence.first : until]}
        return bool(near & self.words.private_owners) or self._has_firm_subject(first)

    def _has_branch(self, first: int) -> bool:
        """Whether the owner is a company with a country in its name ("Vodaphone Egypt's plan")."""
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers:
            k -= 1
        if k < self.sentence.first + 2 or self.tokens[k].folded != "'s":
            return False
        firm, place = self.tokens[k - 2], self.tokens[k - 1]
        both = country_of(self.doc.text[firm.start : place.end], self.doc.language)
        named = firm.pos == "PROPN" and firm.is_capitalised and firm.folded not in self.words.ending
        return named and self._is_country(k - 1) and not both

    def _has_firm_subject(self, first: int) -> bool:
        """Whether one name without title opens the sentence ("Lagrain continues its Good Bread programme")."""
        opener = self.tokens[self.begin]
        # A tagger takes many a firm's name for a noun; a noun that opens a sentence would have its article.
        if self.begin + 1 >= first or opener.pos not in ("PROPN", "NOUN") or not opener.is_capitalised:
            return False
        after = self.tokens[self.begin + 1]
        is_place = self._is_country(self.begin) or self._is_city(self.begin)
        return (after.verb == "Fin" or after.pos == "AUX") and not is_place

    def _is_generic(self, first: int, i: int, last: int, end: int) -> bool:
        """Whether the head is part of an everyday phrase: "business plan", "plan social", "sur le plan économique"."""
        if self._is_respect(i, last):
            return True
        if (
            self.words.modifiers_before
            and i - 1 >= self.sentence.first
            and self.words.generic.at(self.tokens, i - 1, i)
        ):
            return True
        if not self.words.modifiers_before and self.words.generic.at(self.tokens, last, self.sentence.last):
            return True
        j = last
        while j < self.sentence.last and self.words.links.at(self.tokens, j, self.sentence.last):
            j = self.words.links.at(self.tokens, j, self.sentence.last)[1]  # type: ignore[index]
            while j < self.sentence.last and self.tokens[j].folded in self.words.articles:
                j += 1
        if (
            j < self.sentence.last
            and not self.words.modifiers_before
            and self.words.generic.at(self.tokens, j, self.sentence.last)
        ):
            return True
        return any(t.folded in self.words.not_plans or t.folded in self.words.calendar for t in self.tokens[first:end])

    def _is_respect(self, i: int, last: int) -> bool:
        """Whether the head only tells a point of view ("sur le plan économique", but not "planche sur un plan …")."""
        if self.words.modifiers_before or last >= len(self.tokens) or self.tokens[last].pos != "ADJ":
            return False
        for k in range(max(self.sentence.first, i - 3), i):
            found = self.words.respects.at(self.tokens, k, i)
            if found and found[1] == i:
                return k == self.sentence.first or not self.words.status.at(self.tokens, k - 1, i)
        return False

    def _is_of_event(self, i: int, last: int) -> bool:
        """Whether the noun beside the head is of something else ("Expenditure Programme")."""
        beside = i - 1 if self.words.modifiers_before else last
        return self.sentence.first <= beside < self.sentence.last and self.tokens[beside].folded in self.words.not_plans

    def _is_organisation(self, first: int, last: int, end: int, head: Head, mention: Mention) -> bool:
        """Whether a plan's noun is part of a body's name ("Water Policy Institute", "World Health Programme")."""
        if self._is_of_body(first, last, head):
            return True
        if head.kind != "programme" or head.is_weak or mention.years != (None, None):
            return False
        return any(t.folded in self.words.intergovernmental for t in self.tokens[first:end])

    def _is_of_body(self, first: int, last: int, head: Head) -> bool:
        """Whether a capitalised institute, agency or the like has the plan's noun in its name."""
        if self.words.modifiers_before:
            k = last
            while k < self.sentence.last and self.tokens[k].is_capitalised and k - last < _MAX_OPENING:
                if self.tokens[k].folded in self.words.bodies:
                    return True
                k += 1
            return False
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.articles_and_links:
            k -= 1
        if k < self.sentence.first or k == first - 1:
            return False
        before = self.tokens[k]
        return head.is_weak and before.is_capitalised and before.folded in self.words.bodies


def _is_nominal(token: Token) -> bool:
    """Whether a word may stand in a noun phrase, participles among them."""
    return token.pos in ("NOUN", "ADJ", "PROPN") or (token.pos == "VERB" and token.verb == "Part")


def _is_sector_acronym(token: Token) -> bool:
    """AI, ICT, TIC: what a plan is about rather than whose it is."""
    return token.text.isupper() and len(token.text) <= _SECTOR_ACRONYM


def _year(token: Token) -> int | None:
    if len(token.text) != 4 or not token.text.isdecimal():
        return None
    year = int(token.text)
    return year if 1950 <= year <= 2100 else None


def _between(positions: list[int], first: int, last: int) -> list[int]:
    """Those of the sorted positions that lie in `[first, last)`."""
    start = bisect_left(positions, first)
    return positions[start : bisect_left(positions, last, start)]


def _quotes(doc: Document) -> tuple[list[Range], dict[int, Range]]:
    """Short quotations as token ranges, signs included, and the one that each token stands in."""
    found: list[Range] = []
    opened: dict[str, int] = {}
    for i, token in enumerate(doc.tokens):
        sign = token.text
        if sign not in _QUOTE_SIGNS:
            continue
        opener = next((o for o in opened if _CLOSERS[o] == sign), None)
        closes = opener is not None and (sign not in _STRAIGHT or not token.space or opened[opener] < i - 1)
        if opener is not None and closes and not (sign in _STRAIGHT and token.space and _opens(doc, i)):
            start = opened.pop(opener)
            if i - start - 1 <= _MAX_QUOTE and i - start > 1:
                found.append((start, i + 1))
        elif sign in _CLOSERS and (sign not in _STRAIGHT or _opens(doc, i)):
            opened[sign] = i
    inside = {k: quote for quote in found for k in range(*quote)}
    return sorted(found), inside


def _opens(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    before = doc.tokens[i - 1] if i else None
    return token.space or before is None or before.text in "(«“" or before.text[-1] in "'’"


def find_mentions(doc: Document) -> list[Mention]:
    """Every mention of a plan in order of appearance, names, descriptions and anaphora alike."""
    if not doc.sentences:
        return []
    return _Grammar(doc).run()
