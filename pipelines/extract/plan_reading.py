"""What the grammar of plans reads of an article: mentions, quotations, the words that tell plans apart and years."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from pipelines.extract.document import Document, Token
from pipelines.extract.places import country_of
from pipelines.extract.plan_lexicon import Head, PlanWords, every_head, long_heads, may_open_country, plan_words
from pipelines.extract.records import PlanKind
from pipelines.extract.text import fold

# quoted: « X »; capital: "National Water Plan"; proper: "plan X"; free: "X 2030" without a head noun;
# dated: "roadmap 2023-2026"; described: "a national water plan"; bare: "the plan".
Form = Literal["quoted", "capital", "proper", "free", "dated", "described", "bare"]
Range = tuple[int, int]  # tokens [first, last)
MAX_NAME = 20  # tokens; names of plans are shorter, so a longer run is a sentence
_MAX_QUOTE = 14
_MAX_CALL = 7  # tokens of a name that ends in a sign of exclamation
_MIN_SPEECH = 4  # tokens
_OPENS_SPEECH = frozenset(("PRON", "ADP", "SCONJ", "ADV", "CCONJ", "VERB", "AUX"))
_LABEL = 2  # words: a plan's noun and its subject
_SECTOR_ACRONYM = 3  # letters
GOVERNS_WITHIN = 7
CLOSERS = {"«": "»", "“": "”", "„": "“", "‘": "’", '"': '"', "'": "'"}
_STRAIGHT = frozenset("\"'")
_QUOTE_SIGNS = frozenset((*CLOSERS, *CLOSERS.values()))
_FOLDED_QUOTE_SIGNS = frozenset(fold(sign) for sign in _QUOTE_SIGNS)
_RANGE_SIGNS = frozenset("-–—/‑")
_DATED_WORD = re.compile(r"[^\W\d_]{2,30}[-‑]((?:19|20)\d\d|2100)")  # "Vision-2050", which is one token


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
        is_ranked: "the first plan": one of several.
        is_opening: it opens its sentence.
        is_former: "the previous plan": not the one that the article speaks of.
        is_labelled: its subject stands right behind the noun ("le plan vélo"), as a title does.
        is_project: a state's project, which "the programme" doesn't refer back to.
        is_generic: a name of words that so many plans bear that they tell none apart ("the National Action Plan").
        is_master: its noun has two words ("master plan", "schéma directeur"), which nothing else is called.
        is_lasting: a number of days or years tells which it is ("the 100-day plan").
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
    is_opening: bool = False
    is_ranked: bool = False
    is_labelled: bool = False
    is_project: bool = False
    is_generic: bool = False
    is_master: bool = False
    is_lasting: bool = False
    confidence: float = 0.9


class Reading:
    """A document and where its grammar stands, sentence by sentence."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.words: PlanWords = plan_words(doc.language)
        self.quotes, self.quote_of = _quotes(doc)
        self.openers = {quote[0]: quote for quote in self.quotes}
        # Where a noun for a plan may stand: with a capital one of another language, a compound or one with a year.
        capitals = {t.folded for t in doc.capitalised}
        compounds = long_heads()
        foreign = every_head().openers(capitals)
        foreign |= {w for w in capitals if "-" in w or w.endswith(compounds)}
        starts = {t.i for t in doc.capitalised if t.folded in foreign}
        vocabulary = doc.positions.keys()
        starts.update(doc.positions_of(self.words.nouns(vocabulary)))
        self.starts = sorted(starts)
        years = doc.positions_of({w for w in vocabulary if len(w) == 4 and w.isdecimal()})
        self.dated = [i for i in years if year_of(self.tokens[i])]
        self.everybody = doc.positions_of(self.words.everybody)
        self.yielding = doc.positions_of(self.words.yielding.openers(vocabulary))
        self.editions = doc.positions_of(self.words.editions)
        self.successions = doc.positions_of(self.words.succession.openers(vocabulary))
        self.naming = doc.positions_of(self.words.naming.openers(vocabulary))
        self.portfolios = doc.positions_of(self.words.portfolios.openers(vocabulary))
        self.mentions: list[Mention] = []
        self.sentence = doc.sentences[0]
        self.index = 0
        self.begin = 0
        self.earlier = 0  # mentions found in the sentences before this one
        self.local: list[Range] = []  # quotations that start in this sentence

    def _first_word(self) -> int:
        i = self.sentence.first
        while i < self.sentence.last - 1 and not self.tokens[i].text[0].isalnum():
            i += 1
        return i

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
        is_verb = token.pos in ("VERB", "AUX") and token.verb in ("Fin", "Inf") and not token.is_capitalised
        return found if found and not (is_verb and not self._has_verb_behind(found[1])) else None

    def _has_verb_behind(self, k: int) -> bool:
        """Whether a finite verb follows, adverbs apart: what stands before it is no verb, whatever the tagger says."""
        while k < self.sentence.last and self.tokens[k].pos == "ADV":
            k += 1
        return k < self.sentence.last and self.tokens[k].verb == "Fin"

    def _one_word(self, noun: str, i: int) -> tuple[Head, int] | None:
        head = every_head().get(noun)
        return (head, i + 1) if head else None

    def _is_proper_capital(self, i: int) -> bool:
        """Whether the capital letter at `i` is that of a name rather than of a sentence's start."""
        token = self.tokens[i]
        if not token.is_capitalised:
            return False
        if i > self.begin:
            return True
        after = self.tokens[i + 1] if i + 1 < self.sentence.last else None
        return bool(after and (after.is_capitalised or year_of(after)) and after.text[0].isalnum())

    # ------------------------------------------------------------ words and years

    def _start_of_run(self, end: int, low: int, most: int, belongs: Callable[[int], bool]) -> int:
        """First capitalised word of the run before `end` whose words belong together; `end` where there is none."""
        first = end
        while first > low and end - first < most and belongs(first - 1):
            first -= 1
        while first < end and not self.tokens[first].is_capitalised:
            first += 1
        return first

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
        self._take_inner_acronym(mention)
        return mention

    def _take_inner_acronym(self, mention: Mention) -> None:
        """Tell a quoted name from its acronym and years ("“Health Sector Plan (HSP) 2025-2030”"), known by either."""
        first, last = mention.name
        bracket = next((k for k in range(first, last) if self.tokens[k].text == "("), None)
        if bracket and bracket > first and bracket + 2 < last and self.tokens[bracket + 2].text == ")":
            mention.others.append(mention.name)
            mention.name, mention.acronym = (first, bracket), (bracket + 1, bracket + 2)
            mention.content = self._content(*mention.name)

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
            and self.tokens[first].folded in self.words.articles
            and not self.tokens[first].is_capitalised
        ):
            first += 1
        if last - first > 1 and self.tokens[last - 1].text == ",":
            last -= 1  # “X,” as is the American way
        return first, last

    def _is_name(self, quote: Range, named: bool = False) -> bool:
        """Whether a quotation is a name rather than speech."""
        first, last = self._inside(quote)
        inner = self.tokens[first:last]
        if inner and inner[-1].text in "!?" and inner[0].is_capitalised and self._follows_head(quote[0]):
            return len(inner) <= _MAX_CALL and not any(t.text in ".;!?…" for t in inner[:-1])
        if not inner or len(inner) > _MAX_QUOTE or any(t.text in ".;!?…" for t in inner):
            return False
        if self._is_speech(quote, inner) or not inner[0].text[0].isalnum():
            return False
        if inner[0].text[0].islower() and not named and not self._years_in((first, last))[1]:
            return self._is_plans_label(quote[0], first, last)
        if named:
            return True
        if inner[0].text[0].islower() and any(t.folded in self.words.ending for t in inner):
            return False
        if inner[0].text[0].islower() and inner[0].pos in ("VERB", "AUX"):
            return False  # "the airport “does not pay before 2040”"
        if inner[0].folded in self.words.determiners and self._is_said(quote[1], inner):
            return False
        if self._years_in((first, last)) != (None, None):
            return not any(t.pos == "AUX" and t.verb == "Fin" and t.text[0].islower() for t in inner[1:])
        return not any(t.verb == "Fin" and t.text[0].islower() and t.pos in ("AUX", "VERB") for t in inner[1:])

    def _is_plans_label(self, opener: int, first: int, last: int) -> bool:
        """Whether a quotation in small letters is a plan's noun with its subject ("le « pacte sucre »").

        An article or owner stands before it: "a “rescue plan”" is somebody's word for it.
        """
        if last - first < _LABEL or opener <= self.sentence.first:
            return False
        head = self._head_at(first if not self.words.modifiers_before else last - 1)
        if not head or head[0].is_weak or head[0].is_plural:
            return False
        before = self.tokens[opener - 1]
        is_known = self.words.determiners.get(before.folded) in ("definite", "demonstrative")
        is_known = is_known or (before.pos == "ADP" and not self.words.modifiers_before)
        if not is_known and not self._is_so_called(opener):
            return False
        others = self.tokens[head[1] : last] if not self.words.modifiers_before else self.tokens[first : last - 1]
        return bool(others) and len(others) <= _LABEL and all(map(self._is_subject, others))

    def _is_so_called(self, opener: int) -> bool:
        """Whether words of naming end right before a quotation ("the so-called “sugar pact”")."""
        near = between(self.naming, max(self.sentence.first, opener - GOVERNS_WITHIN), opener)
        return any((found := self.words.naming.at(self.tokens, k, opener)) and found[1] == opener for k in near)

    def _is_subject(self, token: Token) -> bool:
        """Whether a noun tells what a plan is about; a tagger may see a noun elsewhere in the article only."""
        plain = token.folded in self.words.qualifiers or token.folded in self.words.generic_alone
        if plain or not token.text[0].isalpha():
            return False
        is_noun = token.pos in ("NOUN", "PROPN", "X") or token.folded in self.words.nominal
        return is_noun or any(self.tokens[i].pos == "NOUN" for i in self.doc.positions_of({token.folded}))

    def _follows_head(self, opener: int) -> bool:
        """Whether a plan's noun stands right before a quotation, adjectives apart ("le programme pilote « … ! »")."""
        k = opener - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers and not self._head_at(k):
            k -= 1
        return k >= self.sentence.first and self._head_at(k) is not None

    def _is_speech(self, quote: Range, inner: list[Token]) -> bool:
        """Whether a quotation that opens a sentence is said by somebody (« Sans route, le plan échoue », estime …)."""
        if quote[0] > self.begin or len(inner) < _MIN_SPEECH or inner[0].pos not in _OPENS_SPEECH:
            return False
        j = quote[1]
        closed = self.tokens[j - 2].text == ","
        if j < self.sentence.last and self.tokens[j].text == ",":
            closed, j = True, j + 1
        said = self.tokens[j : j + 2]
        return closed and j < self.sentence.last and any(t.verb == "Fin" or t.pos == "AUX" for t in said)

    def _is_said(self, j: int, inner: list[Token]) -> bool:
        """Whether a comma, a verb and a name follow a quotation ("“The plan moves”, says Ann Roe")."""
        if j + 2 >= self.sentence.last or self.tokens[j].text != ",":
            return False
        if any(t.verb == "Fin" and t.text[0].islower() for t in inner):
            return True
        return self.tokens[j + 1].verb == "Fin" and self.tokens[j + 2].is_capitalised

    def _content(self, first: int, last: int, small_only: bool = False) -> tuple[str, ...]:
        """Words that tell a plan from others; in a description capitalised ones only say whose it is."""
        found: list[str] = []
        language = self.doc.language
        for token in self._without_heads(first, last):
            word = token.folded
            if small_only and token.is_capitalised and token.i > self.begin and not _is_sector_acronym(token):
                continue
            if word in self.words.small or word in self.words.qualifiers or year_of(token):
                continue
            code = country_of(word, language) if may_open_country(word, language) else None
            found.append(f"@{code}" if code else word)
        return tuple(found)

    def _without_heads(self, first: int, last: int) -> list[Token]:
        """Words and numbers of a phrase, its head nouns left out."""
        found, tokens, heads = [], self.tokens, every_head()
        k = first
        while k < last:
            if head := heads.at(tokens, k, last):
                k = head[1]
                continue
            if tokens[k].text[0].isalnum():
                found.append(tokens[k])
            k += 1
        return found

    def _years(self, j: int) -> tuple[tuple[int | None, int | None], int]:
        """The year or range of years at token `j` ("2030", "2021-25", "2020/21-2029/30"), and the position behind."""
        last = self.sentence.last
        if j >= last or (year := year_of(self.tokens[j])) is None:
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
        return j + 1 if joined and j + 1 < self.sentence.last and year_of(self.tokens[j + 1]) else None

    def _fiscal(self, j: int) -> tuple[int, int]:
        """Last year of the year or short range at token `j` ("2021", "2020/21", "2021-25"), and the position behind."""
        year = year_of(self.tokens[j]) or 0
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


def year_of(token: Token) -> int | None:
    """The year that a token is, None for other numbers and words."""
    if len(token.text) != 4 or not token.text.isdecimal():
        return None
    year = int(token.text)
    return year if 1950 <= year <= 2100 else None


def between(positions: list[int], first: int, last: int) -> list[int]:
    """Those of the sorted positions that lie in `[first, last)`."""
    start = bisect_left(positions, first)
    return positions[start : bisect_left(positions, last, start)]


def _quotes(doc: Document) -> tuple[list[Range], dict[int, Range]]:
    """Short quotations as token ranges, signs included, and the one that each token stands in."""
    found: list[Range] = []
    opened: dict[str, int] = {}
    for i in doc.positions_of(_FOLDED_QUOTE_SIGNS):
        token = doc.tokens[i]
        sign = token.text
        if sign not in _QUOTE_SIGNS:
            continue
        opener = next((o for o in opened if CLOSERS[o] == sign), None)
        closes = opener is not None and (sign not in _STRAIGHT or not token.space or opened[opener] < i - 1)
        if opener is not None and closes and not (sign in _STRAIGHT and token.space and _opens(doc, i)):
            start = opened.pop(opener)
            if i - start - 1 <= _MAX_QUOTE and i - start > 1:
                found.append((start, i + 1))
        elif sign in CLOSERS and (sign not in _STRAIGHT or _opens(doc, i)):
            opened[sign] = i
    inside = {k: quote for quote in found for k in range(*quote)}
    return sorted(found), inside


def _opens(doc: Document, i: int) -> bool:
    token = doc.tokens[i]
    before = doc.tokens[i - 1] if i else None
    return token.space or before is None or before.text in "(«“" or before.text[-1] in "'’"


def _is_sector_acronym(token: Token) -> bool:
    """AI, ICT, TIC: what a plan is about rather than whose it is."""
    return token.text.isupper() and len(token.text) <= _SECTOR_ACRONYM
