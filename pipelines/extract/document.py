"""An article's body cut into blocks, sentences and tagged tokens: what every extractor works on.

The body is never changed: each piece knows its half-open range of characters.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from typing import Literal

from babel.dates import get_day_names, get_month_names

from pipelines.extract.records import Precision, Span
from pipelines.extract.tagger import tag
from pipelines.extract.text import fold
from pipelines.extract.tokenizer import token_lexicon, tokenizer

BlockKind = Literal["paragraph", "bullet", "heading"]
# Longer sentences (a table read as text, a page without a full stop) are cut here, so that no grammar
# rule ever works on an unbounded one.
MAX_SENTENCE_TOKENS = 400


@dataclass(slots=True, eq=False)
class Token:
    """A word, number or sign.

    Attributes:
        i: position among the document's tokens.
        folded: lower case without accents (see `text.fold`).
        space: whether white space stands before it.
        is_capitalised: whether the first character is an upper-case letter.
        pos: universal part of speech (NOUN, PROPN, VERB, AUX, ADJ, DET, ADP, NUM, ...; X where not tagged).
        verb: Fin, Inf, Part or Ger for verb forms, else "".
    """

    i: int
    start: int
    end: int
    text: str
    folded: str
    space: bool
    is_capitalised: bool
    pos: str = "X"
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of tokens `[first, last)` inside one block."""

    start: int
    end: int
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the body: a paragraph, a bullet or a sub-heading.

    Attributes:
        start, end: its text, without the bullet's marker.
        marker: what introduces a bullet: "-", "•", "1.", "ii)", "(3)", else "".
        rank: the number that the marker gives (ii is 2, c is 3), None for a mere sign.
        indent: white space before the marker, in characters.
    """

    kind: BlockKind
    start: int
    end: int
    marker: str = ""
    rank: int | None = None
    indent: int = 0


@dataclass(slots=True, eq=False, weakref_slot=True)
class _Cut:
    blocks: list[Block] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)


@dataclass(eq=False)
class Document:
    """A body with its metadata and its linguistic cut.

    Attributes:
        folded: `text` folded; offsets are the same.
        language: ISO 639-1, one that has a folder in `languages/`.
        country: ISO 3166-1 alpha-2 of the country that the article is mostly about, where it can be told.
    """

    text: str
    folded: str
    language: str
    blocks: list[Block]
    sentences: list[Sentence]
    tokens: list[Token]
    title: str | None = None
    publisher: str | None = None
    published_on: dt.date | None = None
    published_precision: Precision | None = None
    country: str | None = None

    @cached_property
    def words(self) -> list[str]:
        """The tokens' folded words: a set is compared with a slice of them faster than with tokens."""
        return [t.folded for t in self.tokens]

    @cached_property
    def capitalised(self) -> list[Token]:
        """The tokens with a capital."""
        return [t for t in self.tokens if t.is_capitalised]

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Positions of the tokens of each folded word, for grammars that few words of an article set off."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            found[word].append(i)
        return dict(found)

    def positions_of(self, words: Container[str]) -> list[int]:
        """Positions of the tokens whose folded word is one of `words`, in order."""
        positions = self.positions
        # Sets among themselves go through the smaller one.
        known = self._vocabulary & words if isinstance(words, Set) else [w for w in positions if w in words]
        return sorted(chain.from_iterable([positions[w] for w in known])) if known else []

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self.positions)

    @cached_property
    def token_starts(self) -> list[int]:
        """Where the tokens start, in order."""
        return [t.start for t in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def token_at(self, offset: int) -> int:
        """Position of the first token that ends after `offset` (len(tokens) behind the last)."""
        i = bisect.bisect_right(self.token_starts, offset) - 1
        if i >= 0 and self.tokens[i].end > offset:
            return i
        return i + 1

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence around `offset`, or the last one that starts before it."""
        return self.sentences[bisect.bisect_right(self._sentence_starts, offset, 1) - 1]

    def sentence_index(self, offset: int) -> int:
        """Position of `sentence_at(offset)`."""
        return bisect.bisect_right(self._sentence_starts, offset, 1) - 1

    def block_of(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.blocks[sentence.block]

    def sentence_tokens(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def span(self, first: int, last: int) -> Span:
        """Span of the tokens `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def analyse(
    text: str,
    language: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published_on: dt.date | None = None,
    published_precision: Precision | None = None,
    country: str | None = None,
    is_tagged: bool = True,
) -> Document:
    """Cut `text` into blocks, sentences and tagged tokens.

    Args:
        text: a clean body, one paragraph, bullet or sub-heading per line.
        language: ISO 639-1 code with a folder in `languages/`.
        is_tagged: whether parts of speech are wanted, which most of the time goes into.

    Raises:
        LexiconError: the language has no `tokens` topic.
    """
    cut, folded = _Cut(), fold(text)
    for start, end in _lines(text):
        block = _block(text, start, end)
        cut.blocks.append(block)
        first = len(cut.tokens)
        cut.tokens.extend(_tokens(text, folded, block, language, first))
        _split_sentences(cut, first, len(cut.blocks) - 1, language)
    if is_tagged:
        tag(cut.tokens, [(s.first, s.last) for s in cut.sentences], language)
    return Document(
        text=text,
        folded=folded,
        language=language,
        blocks=cut.blocks,
        sentences=cut.sentences,
        tokens=cut.tokens,
        title=title,
        publisher=publisher,
        published_on=published_on,
        published_precision=published_precision,
        country=country,
    )


# ---------------------------------------------------------------- blocks

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"(?P<sign>[-–—•❖●◦▪■►▶✓✔➢➤→*·‣⁃♦◆○▸▹▷⦁∙★☆✦✱✳✅☑➔➜⇒»❯\uf0b7o+~]|[-=]?>{1,3}|--)\s+"
    r"|\(?(?P<number>\d{1,2})(?:[.)°/]|\s?[-–—])(?!\d)\s*(?=\D)"
    r"|\(?(?P<roman>[ivx]{1,5}|[IVX]{1,5})[.)]\s+"
    r"|(?P<circled>[①-⑨❶-❾➀-➈])\s*|(?P<keycap>\d)\ufe0f?\u20e3\s*"
    r"|\(?(?P<letter>[a-hA-H])[)/]\s+|(?P<dotted>[a-h])\.\s+"
)
_ROMAN = {
    tens + unit: 10 * n + m
    for n, tens in enumerate(("", "x"))
    for m, unit in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
}
_MAX_HEADING = 120


def _lines(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in _LINE.finditer(text) if not m.group().isspace()]


def _block(text: str, start: int, end: int) -> Block:
    while text[end - 1].isspace():
        end -= 1
    body = start
    while text[body].isspace():
        body += 1
    indent = body - start
    marker = _MARKER.match(text, body, end)
    if marker and marker.end() < end:
        return Block("bullet", marker.end(), end, marker.group().strip(), _rank(marker), indent)
    is_heading = end - body <= _MAX_HEADING and text[end - 1] not in ".:;,…!" and ". " not in text[body:end]
    return Block("heading" if is_heading else "paragraph", body, end, indent=indent)


def _rank(marker: re.Match[str]) -> int | None:
    if number := marker["number"] or marker["keycap"]:
        return int(number)
    if circled := marker["circled"]:
        return unicodedata.digit(circled)
    if roman := marker["roman"]:
        return _ROMAN.get(roman.lower())
    if letter := marker["letter"] or marker["dotted"]:
        return ord(letter.lower()) - ord("a") + 1
    return None


# ---------------------------------------------------------------- tokens


def _tokens(text: str, folded: str, block: Block, language: str, first: int) -> list[Token]:
    tokens = []
    start, space = block.start, True
    for i, (word, gap) in enumerate(tokenizer(language).findall(text, block.start, block.end), first):
        end = start + len(word)
        tokens.append(Token(i, start, end, word, folded[start:end], space, word[0].isupper()))
        start, space = end + len(gap), gap != ""
    return tokens


# ---------------------------------------------------------------- sentences

_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("»”\"’')]")
_OPENERS = frozenset("«“\"‘'([—–-")


def _split_sentences(cut: _Cut, first: int, block: int, language: str) -> None:
    tokens, last = cut.tokens, len(cut.tokens)
    abbreviations = token_lexicon(language).abbreviations
    begin = i = first
    while i < last:
        stop = min(last, begin + MAX_SENTENCE_TOKENS) - 1
        while i < stop and tokens[i].text not in _ENDS:
            i += 1
        ends = tokens[i].text in _ENDS and not _is_abbreviation(tokens, i, first, abbreviations)
        ends = ends and not _is_hour(tokens, i, first, language)
        i += 1
        if ends:
            while i < last and (tokens[i].text in _ENDS or (tokens[i].text in _CLOSERS and _closes(tokens, i, last))):
                i += 1
            ends = i == last or (tokens[i].space and _opens(tokens[i]))
        if ends or i == last or i - begin >= MAX_SENTENCE_TOKENS:
            cut.sentences.append(Sentence(tokens[begin].start, tokens[i - 1].end, begin, i, block))
            begin = i


def _closes(tokens: list[Token], i: int, last: int) -> bool:
    # A straight quote after a space opens the next sentence; before one it closes this one.
    return tokens[i].text in "»”)]" or not tokens[i].space or i + 1 == last


def _opens(token: Token) -> bool:
    return not token.text[0].islower() or token.text in _OPENERS


def _is_abbreviation(tokens: list[Token], i: int, first: int, abbreviations: frozenset[str]) -> bool:
    if tokens[i].text != "." or i == first or tokens[i].space:
        return False
    before = tokens[i - 1]
    if before.folded in abbreviations:
        # "M." before a name, but "le 5 sept. Puis": months and the like end a sentence only at a block's end.
        return i + 1 < len(tokens)
    # An initial: "J. Dupont", "John F. Kennedy".
    return len(before.text) == 1 and before.is_capitalised and i + 1 < len(tokens) and tokens[i + 1].is_capitalised


@cache
def _calendar(language: str) -> frozenset[str]:
    """Folded names of days and months, in full and short, by CLDR."""
    names = [*get_day_names("wide", locale=language).values(), *get_day_names("abbreviated", locale=language).values()]
    names += [*get_month_names("wide", locale=language).values()]
    names += [*get_month_names("abbreviated", locale=language).values()]
    return frozenset(fold(name).rstrip(".") for name in names)


def _is_hour(tokens: list[Token], i: int, first: int, language: str) -> bool:
    """Read "at 10 a.m. Saturday": letters with full stops behind a number, before a day or month, end no sentence."""
    if i - 4 < first or i + 1 >= len(tokens) or tokens[i].text != "." or tokens[i - 2].text != ".":
        return False
    is_dotted = len(tokens[i - 1].text) == len(tokens[i - 3].text) == 1 and not tokens[i - 1].space
    return is_dotted and tokens[i - 4].text[-1].isdigit() and tokens[i + 1].folded in _calendar(language)
