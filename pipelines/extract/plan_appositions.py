"""Names beside a plan's noun, before the comma of its apposition ("Green Nets, the programme that …")."""

from __future__ import annotations

from pipelines.extract.document import Token
from pipelines.extract.places import city_population, country_of
from pipelines.extract.plan_phrases import PhraseReader
from pipelines.extract.plan_reading import Range
from pipelines.extract.text import fold

_MAX_OPENING = 4
_APPOSED_WITHIN = 6  # tokens
_MAX_LAUNCHED = 8  # tokens of a name that a verb of launching governs
_LAUNCHED_WITHIN = 5  # tokens


class AppositionReader(PhraseReader):
    """Reads the name that stands before a noun phrase, or before the clause that gives it."""

    def _opening_name(self, first: int, end: int, determiner: str) -> Range | None:
        """The name that opens a sentence before the noun that explains it: "X, the programme that …"."""
        comma = self._apposition_comma(first, end)
        if comma is None or determiner not in ("definite", "indefinite") or comma - self.begin > _MAX_OPENING:
            return None
        if end < self.sentence.last and (self.tokens[end].verb == "Fin" or self.tokens[end].pos == "AUX"):
            return None  # "Meanwhile, the programme is …"
        run = self.tokens[self.begin : comma]
        named = [t for t in run if t.is_capitalised and t.folded not in self.words.ending]
        if not named or run[0].pos == "ADP" or len(named) + sum(t.text[0].isdigit() for t in run) != len(run):
            return None
        if not any(t.pos == "PROPN" for t in named) and len(named) < 3:
            return None
        is_states = not self.words.governmental.isdisjoint(self.doc.words[comma + 1 : end])
        if determiner == "indefinite" and len(named) < 2 and not is_states:
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
            is_owner = after.folded == "'s"  # "X, the programme's director"
            if is_owner or after.folded in self.words.bodies or (after.pos == "NOUN" and after.space):
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
        """The name in "Dubbed X, the plan …", "Dubbed X (XYZ), the ambitious plan …", at a sentence's start."""
        found = self.words.naming.at(self.tokens, self.begin, first)
        comma = self._comma_before(first) if found else None
        if not found or comma is None:
            return None
        start, end = found[1], self._behind_name(comma)
        if start in self.openers and self.openers[start][1] == end:
            return self._inside(self.openers[start])
        run = self._proper_run(start, end) if self.tokens[start].is_capitalised else None
        return run if run and run[1] == end else None

    def _comma_before(self, first: int) -> int | None:
        """The comma before a noun's article and adjectives."""
        for k in range(first - 1, max(self.begin, first - _APPOSED_WITHIN), -1):
            token = self.tokens[k]
            if token.text == ",":
                return k
            is_owned = token.folded in self.words.determiners or token.folded in self.words.qualifiers
            if not is_owned and token.pos != "ADJ":
                return None
        return None

    def _behind_name(self, end: int) -> int:
        """Position behind the name that ends before `end`, where an acronym in brackets may stand."""
        return end - 3 if end > self.sentence.first + 3 and self._acronym_in_bracket(end - 3) else end

    def _acronym_in_bracket(self, k: int) -> Range | None:
        """The acronym whose bracket opens at `k`."""
        if k + 2 >= self.sentence.last or self.tokens[k].text != "(" or self.tokens[k + 2].text != ")":
            return None
        text = self.tokens[k + 1].text
        return (k + 1, k + 2) if text.isupper() and len(text) > 1 else None

    def _apposed_name(self, first: int, end: int, determiner: str) -> Range | None:
        """The name before a comma that only a plan can bear: "through SmartFarms, the national strategy …"."""
        comma = self._apposition_comma(first, end)
        if determiner not in ("definite", "indefinite") or comma is None or comma <= self.begin:
            return None
        if launched := self._launched_name(comma):
            return launched
        start = self._start_of_run(comma, self.sentence.first, _MAX_OPENING, self._bears)
        if start == comma or country_of(self.doc.span(start, comma).of(self.doc.text), self.doc.language):
            return None
        versioned = comma - start > 1 and self._is_version(comma - 1)
        governed = start > self.begin and self._is_governed(start, 1)
        return (start, comma) if versioned or governed or self._is_explained(start, comma, end) else None

    def _launched_name(self, comma: int) -> Range | None:
        """The name of several words that a verb of launching has for its object ("unveiled Rise Up Fiji, a plan …")."""
        start = self._start_of_run(comma, self.begin + 1, _MAX_LAUNCHED, lambda k: self._bears_launched(k, comma))
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
