"""A body cut into the words that dates are made of, and the numbers, days, months and weekdays among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipelines.extract.date_calendar import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipelines.extract.date_lexicon import Origin, Unit, Words
    from pipelines.extract.document import Document, Token

STOP = "\n"
# No grammar looks further beyond the body than this.
_REACH = 32
COMMA = frozenset(",")
_FAR_AHEAD = 30
DASHES = frozenset("-")
BRACKETS = frozenset("()[]")


@dataclass(frozen=True, slots=True)
class Part:
    """What the words say of a date, before context completes it; words `[first, last)` of the reader."""

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None  # unit of a relative or numbered period
    rank: int | None = None  # number of the quarter or half, of the weekday in its month
    offset: int | None = None  # units away from the origin
    origin: Origin | None = None
    year_from: tuple[Origin, int] | None = None  # origin and offset of the year: "of the same year", "of last year"
    span: int | None = None  # how many units to come
    until: Part | None = None  # other end of a range

    @property
    def grain(self) -> str:
        """What kind of date it is; the two ends of a range are of one kind."""
        if self.unit:
            return self.unit
        if self.day:
            return "day"
        if self.month:
            return "month"
        return "weekday" if self.weekday is not None else "year"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a word stands that is part of a token: the token, characters, whether white space is before."""

    i: int
    start: int
    end: int
    space: bool


class WordReader:
    """Reads what a single word says: a number, a year, a day of the month, a month, a weekday.

    Attributes:
        pieces: what the words are of, in order.
        words: the words, and stops behind the last.
        word: gives the word at a position, a stop outside the body.
    """

    def __init__(self, doc: Document, words: Words) -> None:
        self.doc, self.table, self.lexicon = doc, words, words.lexicon
        self.words: list[str] = []
        self.pieces: list[Token | _Piece] = []
        prefixes = self.lexicon.year_prefixes
        for sentence in doc.sentences:
            tokens = doc.tokens[sentence.first : sentence.last]
            text = doc.folded[sentence.start : sentence.end]
            if "-" in text or any(prefix in text for prefix in prefixes):
                self._add(tokens)
            else:
                self.words += [token.folded for token in tokens]
                self.pieces += tokens
            self._push(STOP, sentence.end, sentence.end, True, sentence.last - 1)
        self.words += [STOP] * _REACH
        # A position before the body is one among the stops at the end.
        self.word: Callable[[int], str] = self.words.__getitem__

    def _add(self, tokens: list[Token]) -> None:
        """Add the words of tokens, some of which may be several words."""
        prefixes = self.lexicon.year_prefixes
        for token in tokens:
            folded = token.folded
            if ("-" in folded or folded.startswith(prefixes)) and self._add_pieces(token):
                continue
            self.words.append(folded)
            self.pieces.append(token)

    def _add_pieces(self, token: Token) -> bool:
        """Add the words that a hyphen or a fiscal year's prefix hides in one token; False where there are none."""
        if token.folded.startswith(self.lexicon.year_prefixes) and self._add_fiscal_year(token):
            return True
        head, _, tail = token.folded.partition("-")
        if not ((head in self.table.split_heads and "-" not in tail) or tail in self.lexicon.this_after):
            return False
        cut = token.start + len(head)
        self._push(head, token.start, cut, token.space, token.i)
        self._push("-", cut, cut + 1, False, token.i)
        digits = len(tail) - len(tail.lstrip("0123456789"))
        if digits and tail[digits:] in self.lexicon.decade_suffixes:  # "mid-1990s"
            self._push(tail[:digits], cut + 1, cut + 1 + digits, False, token.i)
            self._push(tail[digits:], cut + 1 + digits, token.end, False, token.i)
        else:
            self._push(tail, cut + 1, token.end, False, token.i)
        return True

    def _add_fiscal_year(self, token: Token) -> bool:
        """Cut "FY2023-24", "FY24" into the words of a year or of a range of years."""
        prefix = next(p for p in self.lexicon.year_prefixes if token.folded.startswith(p))
        first, dash, second = token.folded[len(prefix) :].partition("-")
        is_year = first.isascii() and first.isdigit() and len(first) in (2, 4)
        if not is_year or (dash and not (second.isdigit() and len(second) in (2, 4))):
            return False
        start = token.start + len(prefix)
        self._push(first if len(first) == 4 else f"20{first}", start, start + len(first), True, token.i)
        if dash:
            start += len(first)
            self._push(dash, start, start + 1, False, token.i)
            self._push(second, start + 1, token.end, False, token.i)
        return True

    def _push(self, word: str, start: int, end: int, space: bool, token: int) -> None:
        self.words.append(word)
        self.pieces.append(_Piece(token, start, end, space))

    def _skip(self, i: int, choices: frozenset[str]) -> int:
        return i + 1 if self.word(i) in choices else i

    def _is_glued(self, i: int) -> bool:
        return i < len(self.pieces) and not self.pieces[i].space

    def _capital(self, i: int) -> bool:
        return self.doc.text[self.pieces[i].start].isupper()

    def _number(self, i: int, digits: int) -> int | None:
        word = self.word(i)
        return int(word) if len(word) <= digits and word.isascii() and word.isdigit() else None

    def _year(self, i: int) -> int | None:
        value = self._number(i, 4)
        return value if value is not None and FIRST_YEAR <= value <= LAST_YEAR else None

    def _day(self, i: int) -> tuple[int, int] | None:
        """Day of the month at `i` and the position behind it."""
        value = self._number(i, 2)
        if value is not None:
            if not 1 <= value <= 31:
                return None
            behind = i + 1
            if self._is_glued(behind) and self.word(behind) in self.lexicon.day_suffixes:
                behind += 1
            elif self._goes_on(behind):
                return None
            return value, behind
        value = self.lexicon.day_words.get(self.word(i))
        if value is None:
            return None
        unit = self.lexicon.day_words.get(self.word(i + 1))
        if value in (20, 30) and unit and unit < 10 and value + unit <= 31:
            return value + unit, i + 2
        return value, i + 1

    def _month(self, i: int) -> tuple[int, int] | None:
        """Month at `i` and the position behind it (and behind the full stop of an abbreviation)."""
        number = self.table.months.get(self.word(i))
        if number is None or (self.word(i) in self.lexicon.capitalised and not self._capital(i)):
            return None
        behind = i + 1
        has_stop = self.word(behind) == "." and self._is_glued(behind) and self.word(behind + 1) != STOP
        if has_stop and (self.word(i) in self.table.short_months or self.word(behind + 1)[0].isdigit()):
            behind += 1
        return number, behind

    def _weekday(self, i: int) -> int | None:
        number = self.table.weekdays.get(self.word(i))
        if number is None or (self.word(i) in self.lexicon.capitalised and not self._capital(i)):
            return None
        return number

    def _goes_on(self, i: int) -> bool:
        """Whether what is at `i` is glued to the digits before it."""
        return self._is_glued(i) and (self.word(i)[0].isalnum() or self.word(i) in "%°")

    def _opens_number(self, i: int) -> bool:
        """Whether the four digits at `i` go on ("2 030", "2030%", "2020s")."""
        after = self.word(i + 1)
        if self._is_glued(i + 1) and (after[0].isalnum() or after in "%°$€£"):
            return True
        return after == "%" or (len(after) == 3 and after.isdigit())

    def _full_year(self, tens: int) -> int:
        """Year of two digits: of this century unless that is far ahead ("05/05/89")."""
        now = self.doc.published_on.year if self.doc.published_on else LAST_YEAR - _FAR_AHEAD
        return 2000 + tens if 2000 + tens <= now + _FAR_AHEAD else 1900 + tens

    def _counts(self, i: int) -> bool:
        """Whether the word at `i` is what a number before it counts."""
        if self.word(i) == STOP:
            return False
        return self.doc.tokens[self.pieces[i].i].pos in ("NOUN", "ADJ", "PROPN", "SYM", "NUM")
