"""Lists inside sentences and the short names of their items: grammar shared by whatever reads enumerations.

A list is split where its items begin alike ("l'eau, les routes et l'énergie"), an announced number of items
deciding between several possible cuts. A label is an item without its determiner, cut before whatever
explains it ("dont …", "afin de …", "which aims to …").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipelines.extract.document import Token
from pipelines.extract.lexicon import LexiconModel
from pipelines.extract.text import fold
from pipelines.extract.tokenizer import Word

_OPENERS = {"«": "»", "“": "”", "(": ")", "[": "]"}
_STRAIGHT = '"'
QUOTES = {"«": "»", "“": "”", "‘": "’", _STRAIGHT: _STRAIGHT}
_CLOSERS = frozenset(_OPENERS.values())
DASHES = frozenset("–—-")
_ENDS = frozenset(".;:!?…|")
MAX_LABEL_TOKENS = 28
_MAX_SEPARATORS = 24
_MAX_CIRCUMSTANCE = 8  # tokens of an aside and its commas


class ListWords(LexiconModel):
    """The closed-class words that lists and labels need.

    Attributes:
        article: words dropped at the start of a label.
        linkers: prepositions that repeat before each item of a list ("de la santé, de l'eau").
        linking: prepositions dropped at the start of an item when the list's verb asks for them.
        ends: determiners and pronouns that end a label after a preposition.
        conjunctions: what stands before the last item.
        adverbs: what may stand around an item without being part of it.
        cuts: phrases that start an explanation.
        cuts_before_verb: the same, where an infinitive or a gerund follows.
        cuts_before_year: the same, where a year follows.
        restrictive: relative pronouns that may tell apart what an act is about.
        demonstrative_heads: pronouns that say nothing without such a clause ("ceux qui …").
        clauses: phrases whose clause is part of the label ("the way forests are taxed").
        contracted: prepositions that have swallowed an article, and what they are without it ("au": "à").
    """

    article: frozenset[Word]
    linkers: frozenset[Word]
    linking: frozenset[Word]
    ends: frozenset[Word]
    conjunctions: list[str]
    adverbs: list[str]
    cuts: list[str]
    cuts_before_verb: frozenset[Word]
    cuts_before_year: frozenset[Word]
    restrictive: frozenset[Word]
    demonstrative_heads: frozenset[Word]
    clauses: list[str]
    contracted: dict[str, str]


class Phrases:
    """A set of phrases matched at a token: folded words, `articul*` standing for any ending."""

    def __init__(self, phrases: Iterable[str]) -> None:
        # Whole first words are found by themselves, stems by their first two letters: most tokens need no more.
        self._by_word: dict[str, list[tuple[str, ...]]] = {}
        self._by_stem: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(phrase_parts(phrase))
            is_stem = parts[0].endswith("*")
            options, key = (self._by_stem, parts[0][:2]) if is_stem else (self._by_word, parts[0])
            options.setdefault(key, []).append(parts)
        for found in (*self._by_word.values(), *self._by_stem.values()):
            found.sort(key=lambda parts: (-len(parts), parts))
        self._stems = tuple(sorted({parts[0][:-1] for found in self._by_stem.values() for parts in found}))

    def match(self, tokens: Sequence[Token], i: int, end: int) -> int:
        """Number of tokens of the longest phrase that starts at `i`, 0 if none does."""
        if i >= end:
            return 0
        word = tokens[i].folded
        whole = self._by_word.get(word)
        best = _rest_matches(whole, tokens, i, end) if whole else 0
        if self._stems and word[:2] in self._by_stem and word.startswith(self._stems):
            stems = self._by_stem[word[:2]]
            fitting = [parts for parts in stems if len(parts) > best and word.startswith(parts[0][:-1])]
            return max(best, _rest_matches(fitting, tokens, i, end)) if fitting else best
        return best

    def begins(self, word: str) -> bool:
        """Whether a phrase may start with the folded word: a cheap test before `match`."""
        return word in self._by_word or (word[:2] in self._by_stem and word.startswith(self._stems))


def _rest_matches(options: Sequence[tuple[str, ...]], tokens: Sequence[Token], i: int, end: int) -> int:
    """Length of the first of `options`, longest first, whose words behind the first follow token `i`."""
    for parts in options:
        n = len(parts)
        if n == 1 or (i + n <= end and _follow(tokens, i, parts)):
            return n
    return 0


def _follow(tokens: Sequence[Token], i: int, parts: tuple[str, ...]) -> bool:
    """Whether the words of a phrase behind its first one follow token `i`."""
    for k in range(1, len(parts)):
        word, part = tokens[i + k].folded, parts[k]
        if word != part and not (part[-1] == "*" and word.startswith(part[:-1])):
            return False
    return True


def phrase_parts(phrase: str) -> list[str]:
    """The folded words of a lexicon phrase, an elided one keeping its apostrophe: "d'abord" is d' and abord."""
    return fold(phrase).replace("' ", "'").replace("'", "' ").split()


@dataclass(frozen=True)
class ListGrammar:
    """`ListWords` made ready for matching, with the phrases that are skipped before a label."""

    words: ListWords
    dropped: frozenset[str]  # at the start of a label
    loose: frozenset[str]  # at its end
    conjunctions: Phrases
    adverbs: Phrases
    cuts: Phrases
    clauses: Phrases
    hollow: Phrases
    mixed: float  # how alike a noun with a determiner and one without begin

    @classmethod
    def of(cls, words: ListWords, hollow: Iterable[str], *, has_bare_nouns: bool = False) -> ListGrammar:
        """Compile the words of a language; `hollow` are openings that say nothing ("celui de", "need to").

        Where nouns may stand without a determiner, one with it is as good an item ("rent controls, a tax").
        """
        loose = words.article | words.linkers
        conjunctions, adverbs, cuts = (Phrases(p) for p in (words.conjunctions, words.adverbs, words.cuts))
        mixed = 0.85 if has_bare_nouns else 0.5
        dropped = loose | words.linking
        return cls(words, dropped, loose, conjunctions, adverbs, cuts, Phrases(words.clauses), Phrases(hollow), mixed)


@dataclass(frozen=True, slots=True)
class Listing:
    """Token ranges of a list's items and how sure the split is (0 to 1)."""

    items: list[tuple[int, int]]
    quality: float


# ---------------------------------------------------------------- brackets


def depths(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Depth of quotes and brackets at each token of `[first, last)`; the signs themselves count as inside."""
    out: list[int] = []
    stack: list[str] = []
    for i in range(first, last):
        text = tokens[i].text
        if stack and text == stack[-1]:
            out.append(len(stack))
            stack.pop()
            continue
        if text in _OPENERS:
            stack.append(_OPENERS[text])
        elif text == _STRAIGHT:
            stack.append(_STRAIGHT)
        out.append(len(stack))
    # An opening sign that nothing closes must not swallow the rest.
    return out if not stack else [0] * len(out)


# ---------------------------------------------------------------- splitting


def _starts(tokens: Sequence[Token], i: int, last: int, grammar: ListGrammar) -> int:
    """First token of an item that begins at `i`, past signs and adverbs such as "enfin,"."""
    while i < last:
        if tokens[i].text in ',«“"' or tokens[i].text in DASHES:
            i += 1
        elif n := grammar.adverbs.match(tokens, i, last) or _dated(tokens, i, last, grammar):
            i += n
        else:
            return i
    return last


def _dated(tokens: Sequence[Token], i: int, last: int, grammar: ListGrammar) -> int:
    """Length of "from 2035," before an item."""
    if i + 2 >= last or tokens[i].folded not in grammar.words.cuts_before_year or tokens[i + 2].text != ",":
        return 0
    return 3 if tokens[i + 1].text.isdecimal() and len(tokens[i + 1].text) == 4 else 0


# An item that seems to begin with a finite verb is an infinitive without "to", or an imperative.
_FAMILY = {"Inf": "inf", "Fin": "inf", "Ger": "ger"}


def _signature(tokens: Sequence[Token], i: int, last: int, grammar: ListGrammar) -> frozenset[str]:
    """Ways in which an item can be said to begin: determiner, preposition, infinitive, gerund or bare noun."""
    if i >= last:
        return frozenset()
    token = tokens[i]
    found = set()
    if token.folded in grammar.words.article:
        found.add("det")
    if token.folded in grammar.words.linkers:
        found |= {"of", "det"}
    if token.folded in grammar.words.linking:
        found.add("link:" + grammar.words.contracted.get(token.folded, token.folded))
        if i + 1 < last and tokens[i + 1].verb == "Inf":
            found.add("inf")
    if token.verb in _FAMILY:
        found.add(_FAMILY[token.verb])
        if token.verb == "Fin" and i + 1 < last and tokens[i + 1].folded in grammar.words.linkers:
            found.add("bare")  # "pose de compteurs"
    if not found:
        found.add("bare")
    return frozenset(found)


_NOMINAL = frozenset({"det", "of", "bare", "ger"})


def _parallel(a: frozenset[str], b: frozenset[str], mixed: float = 0.5) -> float:
    """How alike two items begin, 0 to 1."""
    if a & b:
        return 1.0
    if "of" in a and "of" not in b:
        return 0.0
    if {"ger", "bare"} <= a | b:
        return 0.8  # English gerunds are often tagged as nouns
    if a & _NOMINAL and b & _NOMINAL:
        return mixed
    # English infinitives without "to" are often tagged as nouns.
    return 0.5 if {"inf", "bare"} <= a | b else 0.0


@dataclass(slots=True)
class _Separator:
    at: int  # first token of the separator
    start: int  # first token of the item after it
    is_final: bool  # a conjunction stands there
    has_comma: bool
    likeness: float
    in_clause: bool  # an explanation began since the separator before
    is_inner: bool  # it may join what one preposition governs ("the training of nurses and midwives")


def _separators(tokens: Sequence[Token], first: int, last: int, grammar: ListGrammar) -> list[_Separator]:
    depth = depths(tokens, first, last)
    base = depth[0] if depth and tokens[first].text not in _OPENERS and tokens[first].text != _STRAIGHT else 0
    begin = _starts(tokens, first, last, grammar)
    opening = _signature(tokens, begin, last, grammar)
    first_word = tokens[begin].folded if begin < last else ""
    found: list[_Separator] = []
    in_clause = False
    i = begin + 1
    while i < last and len(found) < _MAX_SEPARATORS:
        if depth[i - first] > base:
            i += 1
            continue
        has_comma = tokens[i].text == ","
        j = i + has_comma
        n = grammar.conjunctions.match(tokens, j, last)
        if not has_comma and not n:
            in_clause = in_clause or bool(explains(tokens, i, last, grammar))
            i += 1
            continue
        start = _starts(tokens, j + n, last, grammar)
        behind = _signature(tokens, start, last, grammar)
        likeness = _parallel(opening, behind, grammar.mixed)
        is_inner = not has_comma and _is_inner(tokens, i, opening, behind)
        # "to cut costs, to train staff": what would explain elsewhere is how these items begin.
        gerunds = start < last and tokens[start].verb == "Ger" and "ger" in opening
        is_item = ((n or gerunds) and likeness >= 0.9) or (start < last and tokens[start].folded == first_word)
        explaining = not is_item and bool(explains(tokens, start, last, grammar))
        if has_comma and explaining:
            likeness, in_clause = 0.0, True
        if has_comma and likeness >= 0.9:
            in_clause = False  # a comma before what begins like the first item ends the explanation
        found.append(_Separator(i, start, bool(n), has_comma, likeness, in_clause, is_inner))
        if likeness >= 0.5 and has_comma:
            in_clause = False
        i = max(j + n, start + is_item if n or is_item else i + 1, i + 1)
    _take_gerunds(tokens, found, last, opening)
    return found


def _is_inner(tokens: Sequence[Token], i: int, opening: frozenset[str], behind: frozenset[str]) -> bool:
    """Whether the conjunction at `i` may join two complements rather than two items."""
    if "of" in behind:
        return "of" not in opening
    return "bare" in behind and i > 1 and tokens[i - 1].pos in ("NOUN", "PROPN") and tokens[i - 2].pos == "ADP"


def _take_gerunds(tokens: Sequence[Token], found: list[_Separator], last: int, opening: frozenset[str]) -> None:
    """Gerunds up to one behind a conjunction are items ("…, making it safer, and helping …"), no explanations."""
    gerunds = [s for s in found if s.start < last and tokens[s.start].verb == "Ger"]
    if not opening & _NOMINAL or not any(s.is_final and s.has_comma for s in gerunds):
        return
    for separator in gerunds:
        separator.likeness = max(separator.likeness, 0.5)
        separator.in_clause = False


def split_list(
    tokens: Sequence[Token], first: int, last: int, count: int | None, grammar: ListGrammar
) -> Listing | None:
    """Split "A, B et C" in tokens `[first, last)`.

    Args:
        tokens: the document's.
        first: first token of the list.
        last: token behind it.
        count: number of items that the text announces, None where it doesn't.
        grammar: the language's.

    Returns:
        The items (with their determiners, without separators), or None where no split gives two.
    """
    first, last = _unquoted(tokens, first, last)
    if semi := _by_semicolon(tokens, first, last, count, grammar):
        return Listing(semi, 1.0 if count in (None, len(semi)) else 0.8)
    separators = _separators(tokens, first, last, grammar)
    best: tuple[float, list[_Separator]] | None = None
    for chosen in _candidates(separators):
        score = _score(chosen, separators, count)
        if best is None or score > best[0] + 1e-9:
            best = (score, chosen)
    if best is None:
        return None
    chosen = best[1]
    bounds = [first, *(s.start for s in chosen)]
    ends = [*(s.at for s in chosen), last]
    items = [(a, b) for a, b in zip(bounds, ends, strict=True) if a < b]
    if len(items) < 2:
        return None
    likeness = sum(s.likeness for s in chosen) / len(chosen)
    if likeness < 0.35:
        return None
    quality = 0.55 + 0.45 * likeness
    if count is not None:
        quality = 0.8 + 0.2 * likeness if len(items) == count else 0.6 * quality
    return Listing(items, quality)


def _unquoted(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The range inside the quotes, where they hold the whole list."""
    closer = _OPENERS.get(tokens[first].text, tokens[first].text)
    if closer not in _CLOSERS and closer != _STRAIGHT:
        return first, last
    for i in range(first + 1, last):
        if tokens[i].text == closer:
            follows = tokens[i + 1].text if i + 1 < last else "."
            has_comma = any(t.text == "," for t in tokens[first:i])
            return (first + 1, i) if has_comma and (follows in _ENDS or follows == ",") else (first, last)
    return first, last


def _by_semicolon(
    tokens: Sequence[Token], first: int, last: int, count: int | None, grammar: ListGrammar
) -> list[tuple[int, int]]:
    depth = depths(tokens, first, last)
    cuts = [i for i in range(first, last) if tokens[i].text == ";" and depth[i - first] == 0]
    if not cuts:
        return []
    items = []
    for a, b in zip([first, *(c + 1 for c in cuts)], [*cuts, last], strict=True):
        start = a + grammar.conjunctions.match(tokens, a, b)
        if start < b:
            items.append((start, b))
    if count is not None and len(items) == count - 1 and (tail := split_list(tokens, *items[-1], 2, grammar)):
        items[-1:] = tail.items  # "A ; B ; C et D"
    return items if len(items) > 1 else []


def _candidates(separators: list[_Separator]) -> list[list[_Separator]]:
    """Possible splits: every comma, or every parallel comma, up to each possible last conjunction."""
    out = []
    for final in [*(s for s in separators if s.is_final), None]:
        before = [s for s in separators if final is None or s.at < final.at]
        commas = [s for s in before if s.has_comma]
        for chosen in (
            [s for s in commas if s.likeness >= 0.9],
            [s for s in commas if s.likeness >= 0.4],
            [s for s in commas if s.likeness >= 0.4 and not s.is_final],
        ):
            split = [*chosen, final] if final else chosen
            if split and split not in out:
                out.append(split)
    return out


def _score(chosen: list[_Separator], separators: list[_Separator], count: int | None) -> float:
    """Higher is the better split; the weights order preferences, they aren't probabilities."""
    last = chosen[-1]
    score = 2 * sum(s.likeness for s in chosen) / len(chosen)
    score += 3 * (count == len(chosen) + 1)
    score -= 0.5 * (not last.is_final)
    score -= sum(1.0 for s in chosen if s.in_clause)
    picked = {s.at for s in chosen}
    if last.is_inner and any(s.is_final and not (s.is_inner or s.at in picked) for s in separators):
        score -= 0.4
    score -= 0.2 * _imbalance(chosen, separators)
    score -= 0.5 * _pairs_late(chosen, separators)
    for other in separators:
        if other.at in picked or other.in_clause:
            continue
        if other.has_comma:
            # ", and" behind the last cut shows that it wasn't the last.
            score -= 1.0 if other.is_final and other.likeness > 0 else 0.7 * other.likeness
        elif other.at < last.at:
            score -= 0.3 * other.likeness
    return score


def _imbalance(chosen: list[_Separator], separators: list[_Separator]) -> int:
    """How unevenly "A and B and C and D" would be cut: the difference in conjunctions inside its last two items."""
    begin = chosen[-2].at if len(chosen) > 1 else -1
    last = chosen[-1].at
    alike = [s for s in separators if s.is_final and not s.has_comma and not s.in_clause]
    inside = [s.at for s in alike if s.at > begin and s.at != last]
    behind = sum(at > last for at in inside)
    return abs(len(inside) - 2 * behind) if len(inside) > 1 else 0


def _pairs_late(chosen: list[_Separator], separators: list[_Separator]) -> bool:
    """As in "A and B, C | and D and E": where earlier items are pairs, the last two words of three are no pair."""
    if len(chosen) < 2 or chosen[-1].has_comma:
        return False
    joints = [s.at for s in separators if s.is_final and not s.has_comma and not s.in_clause]
    comma, last = chosen[-2].at, chosen[-1].at
    is_paired_before = any(at < comma for at in joints)
    return is_paired_before and any(at > last for at in joints) and not any(comma < at < last for at in joints)


# ---------------------------------------------------------------- numbered items

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def marker_ranks(text: str) -> frozenset[int]:
    """Numbers that "3", "iii" or "c" may stand for."""
    ranks = set()
    if text.isdecimal() and len(text) <= 2:
        ranks.add(int(text))
    if text.lower() in _ROMAN:
        ranks.add(_ROMAN.index(text.lower()) + 1)
    if len(text) == 1 and "a" <= text.lower() <= "h":
        ranks.add(ord(text.lower()) - ord("a") + 1)
    return frozenset(ranks)


def marked_items(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Items of "(1) …; (2) …" or "i) …, ii) …" in tokens `[first, last)`, fewer than two: none."""
    starts: list[tuple[int, int]] = []  # (first token of the marker, first of the item)
    for i in range(first, last - 1):
        if not starts and i > first + 2:
            return []
        if len(starts) + 1 not in marker_ranks(tokens[i].text):
            continue
        opened = i > first and tokens[i - 1].text == "("
        sign = tokens[i + 1].text
        at_start = i == first or tokens[i - 1].text in ";:,.(" or opened
        if sign == ")" or (at_start and not opened and sign in ".°-" and not tokens[i + 1].space):
            starts.append((i - opened, i + 2))
        if len(starts) == 1 and starts[0][0] > first + 1:
            return []
    if len(starts) < 2:
        return []
    ends = [s for s, _ in starts[1:]] + [_end_of_sentence(tokens, starts[-1][1], last)]
    return [(a, b) for (_, a), b in zip(starts, ends, strict=True) if a < b]


def _goes_on(tokens: Sequence[Token], i: int, last: int, grammar: ListGrammar) -> bool:
    """Whether a word that parts no items stands behind what may be an apostrophe ("the islands’ port")."""
    return i < last and tokens[i].text[0].isalnum() and not grammar.conjunctions.match(tokens, i, last)


def quoted_items(tokens: Sequence[Token], first: int, last: int, grammar: ListGrammar) -> list[tuple[int, int]]:
    """Items of "“A,” “B” and “C”" in tokens `[first, last)`, without their quotes; fewer than two: none."""
    items: list[tuple[int, int]] = []
    i = first
    while i < last and (closer := QUOTES.get(tokens[i].text)):
        ends = [k for k in range(i + 1, min(last, i + MAX_LABEL_TOKENS)) if tokens[k].text == closer]
        end = next((k for k in ends if not _goes_on(tokens, k + 1, last, grammar)), 0)
        if end <= i + 1:
            break
        items.append((i + 1, end))
        i = end + 1
        while i < last and tokens[i].text in ",;":
            i += 1
        i += grammar.conjunctions.match(tokens, i, last)
    return items if len(items) > 1 else []


def _end_of_sentence(tokens: Sequence[Token], i: int, last: int) -> int:
    return next((k for k in range(i, last) if tokens[k].text in ".;"), last)


# ---------------------------------------------------------------- labels


def explains(tokens: Sequence[Token], i: int, last: int, grammar: ListGrammar) -> int:
    """Length of the phrase that starts an explanation at `i` ("dont", "afin de", "to improve"), else 0."""
    if i >= last:
        return 0
    if n := grammar.cuts.match(tokens, i, last):
        return n
    if tokens[i].folded in grammar.words.cuts_before_year and i + 1 < last:
        year = tokens[i + 1].text
        if year.isdecimal() and len(year) == 4:
            return 2
    if tokens[i].folded in grammar.words.cuts_before_verb and i + 1 < last:
        follower = tokens[i + 1]
        if follower.verb in ("Inf", "Ger") or (follower.pos == "PRON" and i + 2 < last and tokens[i + 2].verb == "Inf"):
            return 1
    return 0


def label_start(tokens: Sequence[Token], first: int, last: int, grammar: ListGrammar) -> int:
    """First token that says something: past signs, enumerating words, determiners and hollow openings."""
    i = first
    while i < last:
        token = tokens[i]
        if token.text in ',:«“"*•' or token.text in DASHES:
            # A quote that doesn't enclose the whole label is part of it.
            if token.text in _OPENERS and not _encloses(tokens, i, last):
                return i
            i += 1
        elif n := grammar.adverbs.match(tokens, i, last) or grammar.hollow.match(tokens, i, last):
            i += n
        elif token.folded in grammar.dropped and i + 1 < last:
            i += 1
        else:
            return i
    return last


def _encloses(tokens: Sequence[Token], i: int, last: int) -> bool:
    closer = _OPENERS.get(tokens[i].text, tokens[i].text)
    for j in range(i + 1, min(last, i + MAX_LABEL_TOKENS)):
        if tokens[j].text == closer:
            return j + 1 >= last or tokens[j + 1].text in _ENDS or tokens[j + 1].text == ","
    return True


def label_range(tokens: Sequence[Token], first: int, last: int, grammar: ListGrammar) -> tuple[int, int] | None:
    """Tokens of the shortest phrase that says what the item in `[first, last)` is, None where nothing does."""
    start = label_start(tokens, first, last, grammar)
    last = min(last, start + 3 * MAX_LABEL_TOKENS)
    depth = depths(tokens, start, last)
    end = start
    clause = 0  # token behind the words that open a clause inside the label
    while end < last:
        inside = depth[end - start] - (tokens[start].text in _OPENERS)
        if _is_boundary(tokens, start, end, inside):
            break
        if n := grammar.clauses.match(tokens, end, last) or _restricts(tokens, start, end, grammar):
            clause = end + n
        is_in_clause = end < clause or (clause > 0 and _is_predicate(tokens, end))
        if inside <= 0 and end > start and not is_in_clause and _starts_other(tokens, start, end, last, grammar):
            break
        end += 1
    end = _trim(tokens, start, min(end, start + MAX_LABEL_TOKENS), grammar)
    if start >= end or not any(t.text[0].isalpha() for t in tokens[start:end]):
        return None
    return start, end


def _is_boundary(tokens: Sequence[Token], start: int, i: int, inside: int) -> bool:
    """Whether the sign at `i` ends a label: a stop, a bracket, a dash, a quote that closes from outside."""
    text = tokens[i].text
    if text in _ENDS or (text in "([" and i > start):
        return True
    if inside > 0 or i == start:
        return False
    return text in _CLOSERS or (text in DASHES and tokens[i].space)


def _starts_other(tokens: Sequence[Token], start: int, i: int, last: int, grammar: ListGrammar) -> bool:
    """Whether something else than the label starts at `i`: an explanation, a predicate, another clause."""
    if tokens[i].text == ",":
        if _qualifies(tokens, start, i, last) or _is_aside(tokens, start, i, last, grammar):
            return False
        return not _coordinates(tokens, i, last, grammar)
    if explains(tokens, i, last, grammar):
        if tokens[i - 1].verb == "Part" and tokens[i].pos in ("ADP", "PART"):
            return False  # "dedicated to developing …" needs its complement
        if tokens[i - 1].pos == "ADJ" and tokens[i].folded in grammar.words.cuts_before_verb:
            return False  # "making it easier to rent a room"
        return i - start >= 2 or _content(tokens, start, i) >= 1
    if _is_predicate(tokens, i):
        # A "verb" with nothing behind it is the head of "heat pumps".
        return tokens[i].pos == "AUX" or (i + 1 < last and tokens[i + 1].text not in _ENDS)
    n = grammar.conjunctions.match(tokens, i, last)
    return bool(n) and i + n < last and (_is_predicate(tokens, i + n) or explains(tokens, i + n, last, grammar) > 0)


def _restricts(tokens: Sequence[Token], start: int, i: int, grammar: ListGrammar) -> int:
    """Length of the relative pronoun at `i` without which an act says nothing: "helping tenants who can't cook"."""
    if tokens[i].folded not in grammar.words.restrictive or i == start:
        return 0
    if tokens[i - 1].folded in grammar.words.demonstrative_heads:
        return 1  # "aider ceux qui n'ont rien"
    if tokens[start].verb not in ("Inf", "Ger", "Fin"):
        return int(i == start + 1 and tokens[start].pos == "NOUN")  # "procurement that moves at wartime pace"
    return int(start < i <= start + 3 and tokens[i - 1].pos in ("NOUN", "PROPN") and _content(tokens, start, i) == 2)


def _qualifies(tokens: Sequence[Token], start: int, comma: int, last: int) -> bool:
    """Whether the comma stands between adjectives before their noun ("a drier, better aired cellar")."""
    if comma + 1 >= last or tokens[comma + 1].pos not in ("ADJ", "ADV") or tokens[comma - 1].pos != "ADJ":
        return False
    return all(t.pos in ("ADJ", "ADV", "DET") for t in tokens[start:comma])


def _is_aside(tokens: Sequence[Token], start: int, comma: int, last: int, grammar: ListGrammar) -> bool:
    """Whether a circumstance between commas parts a noun from its complement ("la pose, en ville, de compteurs")."""
    behind = range(comma + 2, min(last - 1, comma + _MAX_CIRCUMSTANCE))
    before = range(comma - 2, max(start, comma - _MAX_CIRCUMSTANCE), -1)
    pairs = [(comma, next((i for i in behind if tokens[i].text == ","), 0))]
    pairs.append((next((i for i in before if tokens[i].text == ","), 0), comma))
    linkers = grammar.words.linkers
    for opening, end in pairs:
        if opening and end and end + 1 < last and tokens[end + 1].folded in linkers:
            first = tokens[opening + 1]
            if first.pos == "ADP" and first.folded not in linkers and tokens[opening + 2].verb != "Inf":
                return True
    return False


def _content(tokens: Sequence[Token], start: int, end: int) -> int:
    return sum(1 for t in tokens[start:end] if t.pos in ("NOUN", "PROPN", "VERB", "X"))


def _is_predicate(tokens: Sequence[Token], i: int) -> bool:
    """Whether a finite verb stands at `i`; right after a determiner or preposition the tag can't be true."""
    if tokens[i].verb != "Fin" or tokens[i].is_capitalised:
        return False
    if tokens[i].text[0] in "'’":
        return False  # a possessive
    before = tokens[i - 1]
    return before.pos not in ("DET", "ADP", "NUM") and before.text not in "'’" and "-" not in tokens[i].text


def _coordinates(tokens: Sequence[Token], comma: int, last: int, grammar: ListGrammar) -> bool:
    """Whether the comma at `comma` stands between coordinated parts of one label ("des routes, des ponts et …")."""
    if (
        comma + 1 >= last
        or explains(tokens, comma + 1, last, grammar)
        or grammar.adverbs.match(tokens, comma + 1, last)
    ):
        return False
    opening = _signature(tokens, comma + 1, last, grammar)
    follower = tokens[comma + 1]
    if follower.verb in ("Part", "Fin") or follower.pos in ("ADV", "PRON", "SCONJ"):
        return False
    if follower.pos == "ADP" and "of" not in opening:
        return False
    if tokens[comma - 1].folded in grammar.words.article:
        return False
    for i in range(comma + 1, min(last, comma + 14)):
        if tokens[i].text in _ENDS or tokens[i].text in "([–—" or explains(tokens, i, last, grammar):
            return False
        if i > comma + 1 and _is_predicate(tokens, i):
            return False
        n = grammar.conjunctions.match(tokens, i, last)
        if n and i + n < last:
            is_bare = follower.verb == "Ger" and i == comma + 2  # "sorting, processing and market access"
            kind = "NOUN" if is_bare else follower.pos
            return _parallel(opening, _signature(tokens, i + n, last, grammar)) >= 0.9 or tokens[i + n].pos == kind
    return False


_DANGLING = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PUNCT", "PRON"})


def _trim(tokens: Sequence[Token], start: int, end: int, grammar: ListGrammar) -> int:
    while end > start:
        token = tokens[end - 1]
        if (token.text in _CLOSERS or token.text == _STRAIGHT) and any(
            _OPENERS.get(t.text, t.text) == token.text for t in tokens[start : end - 1]
        ):
            return end
        if token.folded in grammar.words.ends and end - 2 > start and tokens[end - 2].pos == "ADP":
            return end
        is_sign = not token.text[-1].isalnum() and token.text != "%"
        if not (is_sign or token.pos in _DANGLING or token.folded in grammar.loose):
            for back in (3, 2, 1):
                n = end - back
                if n > start and (
                    grammar.adverbs.match(tokens, n, end) == back or grammar.conjunctions.match(tokens, n, end) == back
                ):
                    end = n
                    break
            else:
                return end
            continue
        end -= 1
    return end
