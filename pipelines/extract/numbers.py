"""Numbers in running text: digits in every press style and number words, with their exact place and value.

A number here is only the value; `quantities` says what it is a number of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from pipelines.extract.dictionary import plural_endings
from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.ranges import Covered

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Token

# Number words in one number.
_MAX_ATOMS = 16
MILLION = 1e6


class NumberLexicon(LexiconModel):
    """Topic `numbers`: number words and the marks that digits are grouped with."""

    decimal_mark: Literal[",", "."]
    cardinals: dict[str, int]
    hundreds: frozenset[str]
    scales: dict[str, float]
    scale_abbreviations: dict[str, float]
    glued_scales: dict[str, float]
    bare: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    joined_after_scale: bool
    twenties: frozenset[str]
    point: frozenset[str]
    minus: frozenset[str]
    collectives: dict[str, int]
    halves: frozenset[str]
    fractions: dict[str, int]
    fraction_articles: frozenset[str]
    fraction_of: frozenset[str]
    linkers: frozenset[str]
    ordinal_suffixes: frozenset[str]
    compound_ordinals: frozenset[str]

    @cached_property
    def starters(self) -> frozenset[str]:
        """Words that a number in words may begin with."""
        return (
            frozenset(self.cardinals)
            | self.bare
            | self.articles
            | self.fraction_articles
            | self.halves
            | frozenset(self.fractions)
        )

    @cached_property
    def not_alone(self) -> frozenset[str]:
        """Starters that are a number only with another part behind them: articles, "half"."""
        return self.starters - frozenset(self.cardinals) - self.hundreds - frozenset(self.scales)

    @cached_property
    def short_scales(self) -> dict[str, float]:
        """Letters that are a scale before a currency."""
        return self.glued_scales | self.scale_abbreviations

    @cached_property
    def scaling(self) -> frozenset[str]:
        """Words that a number in digits goes on with, those of `scale_abbreviations` apart."""
        return frozenset(self.scales) | self.hundreds | frozenset(self.collectives) | self.joiners

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every word that may stand in a number."""
        return (
            self.starters | self.hundreds | frozenset(self.scales) | self.joiners | self.point
            | frozenset(self.collectives) | self.halves | frozenset(self.fractions) | self.linkers
        )  # fmt: skip


@cache
def number_lexicon(language: str) -> NumberLexicon:
    """The number words of a language."""
    lexicon: NumberLexicon = load_topic(language, "numbers", NumberLexicon)
    return lexicon


class Word(NamedTuple):
    """A word or sign of the text as the grammar of quantities sees it: hyphens and digits separate words."""

    raw: str
    folded: str
    start: int
    end: int
    glued: bool


@dataclass(slots=True)
class Number:
    """A value and where it stands.

    Attributes:
        mantissa: the value before scale words: 17.9 in "17.9 milliards".
        scale: what the mantissa was multiplied by (1 without a scale word).
        in_words: no digit in it.
        form: "about" for collectives ("une cinquantaine"), "fraction" ("two thirds"), "ordinal" ("50th").
    """

    start: int
    end: int
    value: float
    mantissa: float
    scale: float = 1.0
    in_words: bool = False
    form: Literal["plain", "about", "fraction", "ordinal"] = "plain"
    literal: str = ""


_SPACES = " \u00a0\u202f\u2009"
CURRENCY_SIGNS = "$€£¥¢₦₹₵₽₺₩₪₫₱฿₴₲₡₾₭₮₼₸֏৳៛؋₨"
_WORD = re.compile(
    rf"[{_SPACES}]{{0,2}}[-‐‑]?(?:(?P<word>[^\W\d_]{{1,40}}(?:['’]|[²³]|(?<=m)[23](?!\d))?)|(?P<sign>[%‰{CURRENCY_SIGNS}]))"
)


def following(doc: Document, position: int, limit: int = 5) -> list[Word]:
    """The words and signs right after `position`, until punctuation or a digit; never more than `limit`."""
    text, folded = doc.text, doc.folded
    words: list[Word] = []
    while len(words) < limit and (match := _WORD.match(text, position)):
        start, end = match.span(match.lastgroup or 0)
        words.append(Word(text[start:end], folded[start:end], start, end, start == position))
        position = end
    return words


# Groups of three after a mark or space; of two and three in the Indian style; else plain digits.
_NUMERAL = re.compile(
    rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}}(?!\d)){{1,5}}(?:[.,]\d{{1,10}}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3}(?!\d)){2,5}(?:,\d{1,10})?"
    r"|\d{1,3}(?:,\d{3}(?!\d)){2,5}(?:\.\d{1,10})?"
    r"|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?:\.\d{3},\d{1,10}|,\d{3}\.\d{1,10})(?!\d)"
    r"|\d{1,3}(?:['’]\d{3}(?!\d)){1,5}"
    r"|\d{1,18}(?:[.,]\d{1,10}(?!\d))?"
)
_DIGIT = re.compile(r"\d")
_GROUPING = re.compile(rf"[{_SPACES}'’]")
_ONE_GROUP = re.compile(r"\d{1,3}[.,]\d{3}")


def _numeral_value(literal: str, lexicon: NumberLexicon, counts_noun: bool) -> float:
    if literal.isdigit():
        return float(literal)
    compact = _GROUPING.sub("", literal)
    if _ONE_GROUP.fullmatch(compact) and compact == literal:
        mark, tail = literal[-4], literal[-3:]
        # "14,000" in French and "14.000" in English are thousands all the same: nobody writes fourteen so;
        # and what counts things is whole.
        if mark != lexicon.decimal_mark or tail == "000" or (counts_noun and not literal.startswith("0")):
            return float(literal.replace(mark, ""))
        return float(literal.replace(mark, "."))
    dots, commas = compact.count("."), compact.count(",")
    if dots and commas:
        last = max(compact.rfind("."), compact.rfind(","))
        whole = compact[:last].replace(".", "").replace(",", "")
        return float(f"{whole}.{compact[last + 1 :]}")
    if dots + commas > 1:
        return float(compact.replace(".", "").replace(",", ""))
    return float(compact.replace(",", "."))


def numerals(doc: Document) -> list[Number]:
    """Every number in digits, scale words included ("1 105 milliards", "240 thousand", "2 millions et demi")."""
    lexicon = number_lexicon(doc.language)
    found: list[Number] = []
    addresses = _addresses(doc.text)
    for match in _numerals_in(doc.text):
        previous = found[-1] if found else None
        if previous is not None and match.start() < previous.end:
            continue  # the lower part of a fraction
        if addresses.overlaps(*match.span()) or (number := _numeral(doc, match, lexicon)) is None:
            continue
        if (
            previous is not None
            and previous.scale > number.scale > 1
            and doc.text[previous.end : number.start] in _SPACES
        ):
            previous.value, previous.end = previous.value + number.value, number.end  # "358 milliards 420 millions"
            previous.mantissa = previous.value / previous.scale
            continue
        is_rest = previous is not None and previous.scale >= MILLION and number.scale == 1 and number.form == "plain"
        if is_rest and previous is not None and _is_rest(previous, number, doc.text):
            previous.value, previous.end = previous.value + number.value, number.end  # "2 millions 217 mille 295"
            previous.mantissa = previous.value / previous.scale
            continue
        if (
            previous is not None
            and (previous.scale, number.scale) == _COUNTED_IN
            and doc.text[previous.end : number.start] in _SPACES
        ):  # "1 lakh 1321 crore" is 101,321 crore
            previous.mantissa = previous.value + number.mantissa
            previous.scale, previous.end = number.scale, number.end
            previous.value = round(previous.mantissa * previous.scale, 6)
            continue
        found.append(number)
    return found


# A hundred thousand counts ten millions in India: "1 lakh 1321 crore".
_COUNTED_IN = (1e5, 1e7)


def _is_rest(previous: Number, number: Number, text: str) -> bool:
    """Whether a number is the ones behind the thousands of one told in steps: "2 millions 217 mille 295"."""
    is_next = text[previous.end : number.start] in _SPACES and number.start > previous.end
    return is_next and 0 < number.value < 1000 and previous.value % 1000 == 0 and previous.value % MILLION != 0


def _numerals_in(text: str) -> Iterator[re.Match[str]]:
    """What `_NUMERAL.finditer` finds in a tenth of its time, as its alternatives are tried at digits only."""
    position = 0
    while digit := _DIGIT.search(text, position):
        match = _NUMERAL.match(text, digit.start())
        assert match is not None  # the last alternative fits any digit
        yield match
        position = match.end()


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]{1,2000}")


def _addresses(text: str) -> Covered:
    """Where addresses of the web stand: their digits count nothing."""
    is_certain = "://" in text or "www." in text
    return Covered(m.span() for m in _ADDRESS.finditer(text)) if is_certain else Covered(())


_SLASHED = re.compile(rf"(?P<whole>[{_SPACES}]{{0,2}}(?P<top>\d)/|/)(?P<bottom>\d{{1,2}})(?![\d/,.]?\d|[^\W\d_]|/)")
_FRACTION_SIGNS = frozenset({"/", *_SPACES})
# What a whole number is divided by where a fraction stands behind it ("2 1/4").
_SMALL_PARTS = frozenset({2, 3, 4, 8})
_MAX_PART = 20


def _in_parts(number: Number, doc: Document, lexicon: NumberLexicon) -> bool:
    """Read the fraction that digits go on with: "3/4 of", "2 1/4", "2½"; whether there is one."""
    text, end = doc.text, number.end
    if number.value != int(number.value) or not number.literal.isdigit():
        return False
    sign = text[end : end + 1]
    if sign and unicodedata.category(sign) == "No" and 0 < unicodedata.numeric(sign, 0.0) < 1:
        number.value = number.mantissa = number.value + unicodedata.numeric(sign)
        number.end += 1
        return True
    match = _SLASHED.match(text, end) if sign and sign in _FRACTION_SIGNS else None
    if match is None or text[number.start - 1 : number.start] == "/":
        return False
    bottom = int(match["bottom"])
    if match["top"]:
        top = int(match["top"])
        if match["whole"][0] not in _SPACES or not 0 < top < bottom or bottom not in _SMALL_PARTS:
            return False
        number.value = number.mantissa = number.value + top / bottom
        number.end = match.end()
        return True
    # "le 3/4" is a day in April, "3/4 of" is a share.
    words = following(doc, match.end(), 1)
    if not 0 < number.value < bottom <= _MAX_PART or not words or words[0].folded not in lexicon.fraction_of:
        return False
    number.value = number.mantissa = number.value / bottom
    number.form, number.end = "fraction", match.end()
    return True


def _numeral(doc: Document, match: re.Match[str], lexicon: NumberLexicon) -> Number | None:
    text, (start, end) = doc.text, match.span()
    after = text[end : end + 1]
    if after.isdigit() or (start and (text[start - 1].isdigit() or text[start - 1] == "_")):
        return None  # longer than any number of the press
    if start > 1 and text[start - 1] in ".,:" and text[start - 2].isdigit():
        return None  # 192.168.1.2, 10:15
    if after and after in ".:" and text[end + 1 : end + 2].isdigit():
        return None
    words = following(doc, end, 1)
    if words and (words[0].folded in lexicon.scaling or words[0].raw in lexicon.scale_abbreviations):
        words = following(doc, end, 4)
    is_scaled = bool(words) and (words[0].folded in lexicon.scales or words[0].raw in lexicon.scale_abbreviations)
    # A plain noun right behind: what is counted is whole.
    counts_noun = bool(words) and not words[0].glued and words[0].raw[0].isalpha() and len(words[0].raw) > 3
    counts_noun = counts_noun and not is_scaled and words[0].folded not in lexicon.linkers
    value = _numeral_value(match.group(), lexicon, counts_noun)
    number = Number(start, end, value, value, literal=match.group())
    if _in_parts(number, doc, lexicon):
        if number.form == "fraction":
            return number
        words = following(doc, number.end, 4)
    _scale(number, words, lexicon, doc.language)
    if (
        number.scale == 1
        and words
        and words[0].glued
        and words[0].folded in lexicon.ordinal_suffixes
        and value == int(value)
    ):
        number.form, number.end = "ordinal", words[0].end
    return number


def _scale(number: Number, words: list[Word], lexicon: NumberLexicon, language: str) -> None:
    i = 0
    while i < len(words) and i < 2:
        word = words[i]
        factor = lexicon.scales.get(word.folded) or lexicon.scale_abbreviations.get(word.raw)
        # "50 cents" is money, "5 cents" too; "322 cent" is 32,200 only when singular.
        is_hundred = i == 0 and word.folded in lexicon.hundreds and not word.folded.endswith(plural_endings(language))
        if factor is None and is_hundred:
            factor = 100.0
        if factor is None and word.folded in lexicon.collectives and i == 0:
            factor = float(lexicon.collectives[word.folded])
        if factor is None:
            break
        number.scale *= factor
        number.value *= factor
        number.end = word.end
        i += 1
    # "2 millions et demi", "2 and a half million" is rare in digits.
    if i < len(words) - 1 and words[i].folded in lexicon.joiners:
        j = i + 1 + (words[i + 1].folded in lexicon.articles)
        if j < len(words) and words[j].folded in lexicon.halves:
            number.value += number.scale / 2
            number.mantissa += 0.5
            number.end = words[j].end
    number.value = round(number.value, 6)


# ---------------------------------------------------------------- number words


def number_words(doc: Document) -> list[Number]:
    """Every number in words ("deux cent mille", "half a million", "une cinquantaine", "trois quarts")."""
    lexicon = number_lexicon(doc.language)
    starters, not_alone, parts, tokens = lexicon.starters, lexicon.not_alone, lexicon.parts, doc.tokens
    found: list[Number] = []
    done = -1
    words = doc.positions.keys()
    openings = (words & starters) | {w for w in words if "-" in w and w.split("-", 1)[0] in starters}
    for i in doc.positions_of(openings):
        token = tokens[i]
        if token.start < done:
            continue
        if token.folded in not_alone:
            behind = _folded(tokens, i + 1)
            if behind not in parts and "-" not in behind:
                continue
        number = _parse_words(_atoms(tokens, i, lexicon), lexicon)
        if number is not None:
            found.append(number)
            done = number.end
    return found


def _atoms(tokens: list[Token], i: int, lexicon: NumberLexicon) -> list[Word]:
    """The number words from token `i` on, hyphens cut."""
    atoms: list[Word] = []
    parts = lexicon.parts
    while i < len(tokens) and len(atoms) < _MAX_ATOMS:
        token = tokens[i]
        if atoms and token.text in "-‐‑":
            i += 1
            continue
        offset = token.start
        pieces = token.folded.split("-") if "-" in token.folded else (token.folded,)
        if len(pieces) > 1 and _is_rank(pieces, lexicon):
            return atoms
        if atoms and token.folded in lexicon.joiners and _folded(tokens, i + 1) in lexicon.compound_ordinals:
            return []  # "vingt et unième", "one hundred and first"
        for piece in pieces:
            if piece not in parts:
                return atoms
            atoms.append(Word(piece, piece, offset, offset + len(piece), False))
            offset += len(piece) + 1
        i += 1
    return atoms


def _folded(tokens: list[Token], i: int) -> str:
    return tokens[i].folded if i < len(tokens) else ""


def _is_rank(pieces: Sequence[str], lexicon: NumberLexicon) -> bool:
    """Whether a word with hyphens is an ordinal: "vingt-cinquième", "thirty-first"; not "one-third"."""
    if pieces[-1] not in lexicon.compound_ordinals:
        return False
    return lexicon.cardinals.get(pieces[-2], 0) >= _FIRST_TENS or pieces[-1] not in lexicon.fractions


_FIRST_TENS = 20


@dataclass(slots=True)
class _Sum:
    total: float = 0.0
    current: float | None = None
    scale: float = 1.0
    end: int = 0
    used: int = 0

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    @property
    def is_empty(self) -> bool:
        return self.current is None and not self.total


def _parse_words(atoms: list[Word], lexicon: NumberLexicon) -> Number | None:
    if not atoms:
        return None
    fraction = _parse_fraction(atoms, lexicon)
    if fraction is not None:
        return fraction
    state = _Sum()
    i = 0
    if atoms[0].folded in lexicon.articles and atoms[0].folded not in lexicon.cardinals:
        if len(atoms) < 2 or not _is_multiplier(atoms[1].folded, lexicon):
            return None
        state.current, i = 1.0, 1
        state.end, state.used = atoms[0].end, 1
    while i < len(atoms):
        step = _add(state, atoms, i, lexicon)
        if not step:
            break
        i += step
        state.end, state.used = atoms[i - 1].end, i
    if state.is_empty and state.used == 0:
        return _lone_collective(atoms, lexicon)
    number = Number(atoms[0].start, state.end, state.value, state.value / state.scale, state.scale, in_words=True)
    return _with_collective(number, atoms, state.used, lexicon)


def _is_multiplier(word: str, lexicon: NumberLexicon) -> bool:
    return word in lexicon.hundreds or word in lexicon.scales or word in lexicon.collectives


def _add(state: _Sum, atoms: list[Word], i: int, lexicon: NumberLexicon) -> int:
    """Take the atom at `i` into the sum; the number of atoms used, 0 where it doesn't belong."""
    word = atoms[i].folded
    following_word = atoms[i + 1].folded if i + 1 < len(atoms) else ""
    if word in lexicon.cardinals and not (
        word in lexicon.articles and state.is_empty and _is_half(following_word, lexicon)
    ):
        return int(_add_cardinal(state, lexicon.cardinals[word], word, lexicon))
    if word in lexicon.hundreds:
        if state.current is None and word not in lexicon.bare:
            return 0
        if state.current is not None and (state.current >= 100 or state.current == 0):
            return 0
        state.current = 100 * (1 if state.current is None else state.current)
        return 1
    if word in lexicon.scales:
        return int(_add_scale(state, lexicon.scales[word], word, lexicon))
    if word in lexicon.joiners and not state.is_empty:
        return _join(state, atoms, i, lexicon)
    if word in lexicon.point and state.current is not None and following_word in lexicon.cardinals:
        tail = lexicon.cardinals[following_word]
        if tail == 0 and i + 2 < len(atoms) and (last := lexicon.cardinals.get(atoms[i + 2].folded, 10)) < 10:
            state.current += last / 100
            return 3
        last = lexicon.cardinals.get(atoms[i + 2].folded, 0) if i + 2 < len(atoms) else 0
        if tail >= _FIRST_TENS and tail % 10 == 0 and 0 < last < 10:
            state.current += (tail + last) / 100
            return 3
        state.current += tail / (10 if tail < 10 else 100)
        return 2
    return 0


def _is_half(word: str, lexicon: NumberLexicon) -> bool:
    return word in lexicon.halves


def _add_cardinal(state: _Sum, value: int, word: str, lexicon: NumberLexicon) -> bool:
    current = state.current
    if current is None:
        state.current = float(value)
        return True
    if current != int(current):
        return False
    rest = int(current) % 100
    if word in lexicon.twenties and rest == 4:
        state.current = current + 76
    elif _fits(int(current), rest, value, counts_by_twenties=bool(lexicon.twenties)):
        state.current = current + value
    else:
        return False
    return True


def _fits(current: int, rest: int, value: int, *, counts_by_twenties: bool) -> bool:
    """Whether a cardinal goes on a number below a thousand: cent | six, vingt | trois, soixante | dix, dix | sept."""
    if rest == 0:
        return current > 0 and value > 0
    if rest >= 20 and rest % 10 == 0 and 0 < value < 10:
        return True
    return counts_by_twenties and (
        (rest in (60, 80) and 10 <= value < 20) or (rest in (10, 70, 90) and 7 <= value < 10)
    )


def _add_scale(state: _Sum, factor: float, word: str, lexicon: NumberLexicon) -> bool:
    if state.is_empty and word not in lexicon.bare:
        return False
    if state.current is None and state.total:  # "mille milliards"
        if factor <= state.scale:
            return False
        state.total *= factor
    elif state.total and factor > state.scale:
        state.total = state.value * factor
    else:
        state.total += (1.0 if state.current is None else state.current) * factor
    state.current, state.scale = None, max(factor, state.scale)
    return True


def _join(state: _Sum, atoms: list[Word], i: int, lexicon: NumberLexicon) -> int:
    """As in "and" or "et" inside a number: vingt et un, one hundred and six, un million et demi."""
    j = i + 1
    if (
        j < len(atoms)
        and atoms[j].folded in lexicon.articles
        and j + 1 < len(atoms)
        and atoms[j + 1].folded in lexicon.halves
    ):
        j += 1
    if j < len(atoms) and atoms[j].folded in lexicon.halves:
        state.current = (state.current or 0.0) + 0.5 * (state.scale if state.current is None else 1.0)
        return j - i + 1
    if part := _joined_fraction(state, atoms, j, lexicon):
        state.current = (state.current or 0.0) + part
        return 3
    if j >= len(atoms) or atoms[j].folded not in lexicon.cardinals:
        return 0
    value = lexicon.cardinals[atoms[j].folded]
    rest = 0 if state.current is None else int(state.current) % 100
    if not lexicon.joined_after_scale:
        fits = rest >= 20 and rest % 10 == 0 and value in (1, 11)
    else:
        fits = rest == 0 and value < 100 and (state.current is None or state.current >= 100)
        # "one million and two hundred": only a smaller number goes on.
    if not fits or not _add_cardinal(state, value, atoms[j].folded, lexicon):
        return 0
    return j - i + 1


def _joined_fraction(state: _Sum, atoms: list[Word], j: int, lexicon: NumberLexicon) -> float | None:
    """As in "five and a quarter", "trois et deux tiers"; not "two and a quarter of them"."""
    if state.current is None or state.current != int(state.current) or j + 1 >= len(atoms):
        return None
    top = lexicon.cardinals.get(atoms[j].folded, 1 if atoms[j].folded in lexicon.articles else 0)
    bottom = lexicon.fractions.get(atoms[j + 1].folded)
    rest = int(state.current) % 100
    is_twenty_one = not lexicon.joined_after_scale and top == 1 and rest >= _FIRST_TENS and rest % 10 == 0
    if bottom is None or not 0 < top < bottom or is_twenty_one:
        return None
    is_of = j + 2 < len(atoms) and atoms[j + 2].folded in lexicon.linkers
    return None if is_of else top / bottom


def _with_collective(number: Number, atoms: list[Word], used: int, lexicon: NumberLexicon) -> Number:
    if used >= len(atoms) or atoms[used].folded not in lexicon.collectives:
        return number
    is_article = number.value == 1
    number.value *= lexicon.collectives[atoms[used].folded]
    number.mantissa = number.value
    number.end = atoms[used].end
    if is_article:
        number.form = "about"
    return _with_linked_scale(number, atoms, used + 1, lexicon)


def _with_linked_scale(number: Number, atoms: list[Word], i: int, lexicon: NumberLexicon) -> Number:
    """As in "une dizaine de millions", "a dozen million"."""
    j = i + (i < len(atoms) and atoms[i].folded in lexicon.linkers)
    if j < len(atoms) and atoms[j].folded in lexicon.scales:
        factor = lexicon.scales[atoms[j].folded]
        number.value, number.scale, number.end = number.value * factor, factor, atoms[j].end
    return number


def _lone_collective(atoms: list[Word], lexicon: NumberLexicon) -> Number | None:
    """As in "half a million", "half a dozen", "un demi-million"."""
    i = int(atoms[0].folded in lexicon.articles)
    if i >= len(atoms) or atoms[i].folded not in lexicon.halves:
        return None
    i += 1
    i += i < len(atoms) and atoms[i].folded in lexicon.articles
    if i >= len(atoms) or not _is_multiplier(atoms[i].folded, lexicon):
        return None
    word = atoms[i].folded
    factor = lexicon.scales.get(word) or float(lexicon.collectives.get(word, 100))
    return Number(atoms[0].start, atoms[i].end, factor / 2, 0.5, factor, in_words=True)


def _parse_fraction(atoms: list[Word], lexicon: NumberLexicon) -> Number | None:
    """As in "deux tiers", "a third", "la moitié", "three-quarters"; not the half of "half a million"."""
    first = atoms[0].folded
    if len(atoms) < 2 or atoms[1].folded not in lexicon.fractions:
        return None
    top = 1 if first in lexicon.fraction_articles else lexicon.cardinals.get(first)
    bottom = lexicon.fractions[atoms[1].folded]
    if top is None or not 0 < top < bottom:
        return None
    if len(atoms) > 2 and (_is_multiplier(atoms[2].folded, lexicon) or atoms[2].folded in lexicon.articles):
        return None
    value = top / bottom
    return Number(atoms[0].start, atoms[1].end, value, value, in_words=True, form="fraction")


def find_numbers(doc: Document) -> list[Number]:
    """All numbers of the article in order of place, digits and words."""
    digits = numerals(doc)
    taken = Covered((d.start, d.end) for d in digits)
    words = [w for w in number_words(doc) if not taken.overlaps(w.start, w.end)]
    return sorted([*digits, *words], key=lambda n: n.start)
