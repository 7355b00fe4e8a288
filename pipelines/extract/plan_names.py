"""Names of plans beside the noun: what stands behind a name, and names that have no noun."""

from __future__ import annotations

import re

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.document import Token
from pipelines.extract.plan_glosses import GlossReader
from pipelines.extract.plan_reading import CLOSERS, GOVERNS_WITHIN, MAX_NAME, Mention, Range, between, year_of
from pipelines.extract.records import PlanKind
from pipelines.extract.text import fold

_MAX_ALIAS_GAP = 16
_MAX_EXPANDING = 4  # tokens of "which is short for"
_MIN_LETTERS, _MAX_LETTERS = 3, 8  # of an acronym
_MAX_EDITION = 6  # tokens of "the country's first"
_APPOSED = 5  # tokens of "le nouveau", "the country's", "nom de baptême du"
_CALLED_WITHIN = 4  # tokens before a quotation in which a noun says what it is
_MAX_BRACKET_GAP = 5  # "the Rice Strategy, third generation (RS III)"
_MAX_NAMING_GAP = 6
_MAX_CHRISTENING = 12  # tokens
_MAX_CHRISTENED = 4  # tokens between the word of naming and the noun's phrase
_MAX_TITLE = 8  # tokens of a name with one capital
_MAX_SMALL = 5  # words
_TOLD = 0.5  # confidence of a quoted name that its year or a noun tells
_RELATED_WITHIN = 6  # tokens
_LAUNCHED_CLAUSE = 8  # tokens
_MIN_RANGED = 3  # tokens
_ENDING = 3  # letters that parallel verb forms share
_ACRONYM = re.compile(r"[A-Z]{2,6}\d{0,2}")
_BREAKS = frozenset(',.;:()«“"')


class NameReader(GlossReader):
    """Reads other names, acronyms and years behind a name, and names without a noun."""

    def _name_behind(self, end: int) -> tuple[Range, str] | None:
        """A quoted name right behind the phrase, or any name behind a word of naming."""
        last = self.sentence.last
        j = self._past_horizon(end)
        if j < last and self.tokens[j].text in (",", ":", "-", "–", "—"):
            j += 1
        if j < last and j in self.openers and self._is_adjacent_name(self.openers[j], j == end):
            return self.openers[j], ""
        k, found = self._naming_from(j)
        if not found or found[0] == "renamed" or (found[0] == "calling" and not self._is_given_in_clause(j, k)):
            return None
        # Further off ("which the donors refer to as “X”") only a quoted name is sure to be the plan's, or one that
        # somebody gives it in a clause about it ("that ministers call X", "to which the state gave the name X").
        if k > j + 2 and found[1] not in self.openers and not self._is_given_in_clause(j, k):
            return None
        k = found[1]
        while k < last and (self.tokens[k].folded in self.words.articles or self.tokens[k].text == ":"):
            k += 1
        if k < last and k in self.openers:
            lower = self.tokens[self._inside(self.openers[k])[0]].text[0].islower()
            named = self._is_name(self.openers[k], named=found[0] in ("naming", "calling") or not lower)
            return (self.openers[k], "naming") if named else None
        # not "the National Plan for Reefs, also known as NPR"
        if k < last and self._opens_word(k) and not (found[0] == "also" and self._is_short_form(k)):
            return self._lower_title(self._proper_run(k, min(last, k + MAX_NAME))), "naming"
        return None

    def _naming_from(self, j: int) -> tuple[int, tuple[str, int] | None]:
        """Where a word of naming stands within a few words of token `j`, before any sign or head noun, and its sort."""
        k, last = j, self.sentence.last
        if not between(self.naming, j, j + _MAX_NAMING_GAP + 1):
            return k, None
        while k < min(last, j + _MAX_NAMING_GAP) and not self.words.naming.at(self.tokens, k, last):
            if self.tokens[k].text in _BREAKS or self.words.heads.at(self.tokens, k, last):
                return k, None
            k += 1
        return k, self.words.naming.at(self.tokens, k, last) if k < last else None

    def _opens_word(self, k: int) -> bool:
        return self.tokens[k].is_capitalised and self.tokens[k].text[0].isalpha()

    def _is_short_form(self, k: int) -> bool:
        """Whether an acronym stands alone at token `k`."""
        behind = self.tokens[k + 1] if k + 1 < self.sentence.last else None
        return bool(_ACRONYM.fullmatch(self.tokens[k].text)) and not (behind and behind.is_capitalised)

    def _is_given_in_clause(self, j: int, k: int) -> bool:
        """Whether a clause about the noun before `j` has a verb or a noun of naming at `k`, not a participle."""
        clause = self.words.relative | self.words.gloss_clauses
        is_short = k == j + 1 and self.tokens[j].pos == "PRON"  # "a programme it calls X"
        if not is_short and clause.isdisjoint(self.doc.words[j : j + 2]):
            return False
        is_given = self.tokens[k].verb == "Fin" or self.tokens[k].pos == "DET"
        return is_given and not any(t.pos == "PROPN" and t.is_capitalised for t in self.tokens[j:k])

    def _past_horizon(self, end: int) -> int:
        """Position behind "à l'horizon 2050", which may stand between a description and its name."""
        found = self.words.horizon_links.at(self.tokens, end, self.sentence.last) if end < self.sentence.last else None
        if not found or found[1] >= self.sentence.last or not year_of(self.tokens[found[1]]):
            return end
        behind = self._years(found[1])[1]
        is_called = behind + 1 < self.sentence.last and self.tokens[behind].text == ","
        return behind if is_called and self.words.naming.at(self.tokens, behind + 1, self.sentence.last) else end

    def _lower_title(self, run: Range) -> Range:
        """A title of which only the first word has a capital ("dit Cap sur les semences, repose …"), up to a break."""
        if self.words.modifiers_before or run[1] - run[0] > 1:
            return run
        k, last = run[1], self.sentence.last
        links = self.words.capital_links
        while k < min(last, run[0] + _MAX_TITLE):
            token = self.tokens[k]
            if token.text in ",.;)" or token.verb == "Fin" or token.pos == "AUX":
                return (run[0], k) if self.tokens[k - 1].pos in ("NOUN", "ADJ", "PROPN") else run
            small = token.folded in self.words.small or token.folded in links
            if not small and (token.pos not in ("NOUN", "ADJ") or token.folded in self.words.ending):
                return run
            k += 1
        return run

    def _christened_name(self, first: int) -> Range | None:
        """The name before the clause that gives it ("Blue Nets, as Lima has dubbed its strategy, …")."""
        low = max(self.sentence.first, first - _MAX_CHRISTENING)
        comma = next((k for k in range(first - 1, low, -1) if self.tokens[k].text == ","), None)
        if comma is None or self.tokens[comma + 1].folded not in self.words.called:
            return None
        found = (self.words.naming.at(self.tokens, k, first) for k in range(comma + 2, first))
        if not any(f and f[0] == "naming" and f[1] >= first - 1 - _MAX_CHRISTENED for f in found):
            return None
        start = self._start_of_run(comma, self.sentence.first, MAX_NAME, self._in_title)
        return (start, comma) if start < comma else None

    def _in_title(self, k: int) -> bool:
        token = self.tokens[k]
        if token.is_capitalised and token.text[0].isalpha():
            return token.folded not in self.words.calendar
        return token.folded in self.words.small and k > self.begin and self.tokens[k - 1].is_capitalised

    def _succeeded(self) -> None:
        """Find the plan that another one follows ("The strategy replaces Blue Nets, a framework which …")."""
        positions = between(self.successions, self.sentence.first + 1, self.sentence.last - 1)
        if not positions or not any(m.inner or m.governing for m in self.mentions[self.earlier :]):
            if positions and self.mentions:
                self._predecessor(positions)
            return
        taken = self._taken([m.phrase or m.name for m in self.mentions[self.earlier :]])
        for k in positions:
            found = self.words.succession.at(self.tokens, k, self.sentence.last)
            if not found or found[1] >= self.sentence.last or not self.tokens[found[1]].is_capitalised:
                continue
            start = found[1]
            if any(a <= start < b for a, b in taken):
                continue
            run = self._with_second_goal(self._proper_run(start, min(self.sentence.last, start + MAX_NAME)))
            kind = self._kind_behind(run[1])
            is_plan = kind or self._is_launched_behind(run)
            if run[1] - run[0] > 1 and is_plan and self._content(*run):
                mention = Mention(run, "proper", self.index, kind, content=self._content(*run), confidence=0.8)
                mention.years = self._years_in(run)
                self._add(self._finish(mention, run[1]))
            return

    def _predecessor(self, positions: list[int]) -> None:
        """Find the plan that an earlier sentence's plan came after ("Its forerunner, Rebuilding Towns, fell short")."""
        for k in positions:
            found = self.words.succession.at(self.tokens, k, self.sentence.last)
            if not found or self.words.determiners.get(self.tokens[k - 1].folded) != "possessive":
                continue
            comma = found[1]
            if self.tokens[comma].text != "," or comma + 2 >= self.sentence.last:
                continue
            naming = self.words.naming.at(self.tokens, comma + 1, self.sentence.last)
            start = naming[1] if naming else comma + 1
            if start + 1 >= self.sentence.last or not self.tokens[start].is_capitalised:
                continue
            run = self._proper_run(start, min(self.sentence.last, start + MAX_NAME))
            words = [t.text.lower() for t in self.tokens[slice(*run)] if t.folded not in self.words.small]
            is_told = bool(naming) or any(is_known_word(word, self.doc.language) for word in words)
            is_closed = run[1] < self.sentence.last and self.tokens[run[1]].text == ","
            if is_closed and is_told and len(words) > 1 and self._content(*run):
                mention = Mention(run, "proper", self.index, None, content=self._content(*run), confidence=0.75)
                mention.years = self._years_in(run)
                self._add(self._finish(mention, run[1]))
            return

    def _editions(self) -> None:
        """Find the plan that is told to be of an earlier plan's line ("Blue Nets 2, the new version of the plan")."""
        positions = between(self.editions, self.sentence.first + 2, self.sentence.last - 2)
        taken = self._taken([m.phrase or m.name for m in self.mentions[self.earlier :]]) if positions else []
        for k in positions:
            comma = k - 1
            while comma > self.sentence.first and self._is_plain_before(comma):
                comma -= 1
            link = k + 1 + (self.tokens[k + 1].pos == "ADJ" or self.tokens[k + 1].verb == "Part")
            if self.tokens[comma].text != "," or self.tokens[link].pos not in ("ADP", "PART"):
                continue
            behind = range(link + 1, min(self.sentence.last, link + 1 + _MAX_EDITION))
            line = next((m for m in self.mentions[self.earlier :] if m.phrase and m.phrase[0] in behind), None)
            if line is None:
                continue
            start = self._start_of_run(comma, self.sentence.first, MAX_NAME, self._bears)
            start = self._with_tail(comma) if start == comma and not self.words.modifiers_before else start
            name = (start, comma)
            if start < comma and not any(a < comma and start < b for a, b in taken) and self._is_own_name(name):
                kind = line.governing or line.inner
                mention = Mention(name, "proper", self.index, kind, content=self._content(*name), confidence=0.75)
                mention.years = self._years_in(name)
                self._add(self._finish(mention, comma))

    def _yielding(self) -> None:
        """Find the plan that opens a sentence and gives way to another ("Blue Nets was replaced by the X Plan")."""
        for k in between(self.yielding, self.sentence.first + 2, self.sentence.last - 2):
            found = self.words.yielding.at(self.tokens, k, self.sentence.last)
            behind = range(found[1], min(self.sentence.last, found[1] + _MAX_EDITION)) if found else ()
            here = self.mentions[self.earlier :]
            other = next((m for m in here if m.phrase and m.form != "bare" and m.phrase[0] in behind), None)
            if other is None:
                continue
            opening = next((m for m in here if m.name[0] - self.begin <= 1), None)
            if opening:
                opening.confidence = max(opening.confidence, 0.75)
                return
            name = self._proper_run(self.begin, k) if self.tokens[self.begin].is_capitalised else (0, 0)
            stop = self.tokens[name[1]]
            if name[1] - name[0] > 1 and (stop.text == "," or stop.verb == "Fin") and self._is_own_name(name):
                mention = Mention(name, "proper", self.index, content=self._content(*name), confidence=0.75)
                mention.years = self._years_in(name)
                self._add(self._finish(mention, name[1]))
            return

    def _is_plain_before(self, k: int) -> bool:
        token = self.tokens[k]
        return token.folded in self.words.determiners or token.folded in self.words.qualifiers or token.pos == "ADJ"

    def _is_own_name(self, name: Range) -> bool:
        """Whether capitals are no body, place or known word, which a version's number makes a name, too."""
        first, last = name
        if self._is_version(last - 1) and last - first == 2:
            return not (self._is_country(first) or self._is_city(first))
        return bool(self._content(*name)) and not self._is_named_otherwise(first, last)

    def _with_second_goal(self, run: Range) -> Range:
        """A name with the second noun of its goal ("Fishing for Food and Jobs"), where one preposition governs both."""
        end = run[1]
        if end + 1 >= self.sentence.last or self.tokens[end].folded not in self.words.joiners:
            return run
        links = self.tokens[max(run[0], end - 2)]
        is_goal = links.pos == "ADP" and self.tokens[end + 1].is_capitalised
        return (run[0], self._proper_run(end + 1, self.sentence.last)[1]) if is_goal else run

    def _is_launched_behind(self, run: Range) -> bool:
        """Whether a participle tells that what is replaced was launched ("replaces Green Nets, introduced in 2017")."""
        comma = run[1]
        if comma + 2 >= self.sentence.last or self.tokens[comma].text != "," or self.tokens[comma + 2].pos != "ADP":
            return False
        cue = self.words.status.at(self.tokens, comma + 1, self.sentence.last)
        return bool(cue and cue[0] in ("launched", "presented", "adopted"))

    def _finish(self, mention: Mention, j: int) -> Mention:
        """Read what stands behind a name: years, acronym or translation in brackets, other and newer names."""
        last = self.sentence.last
        while j < last and self.tokens[j].text in CLOSERS.values() and not self.tokens[j].space:
            j += 1
        if mention.form == "bare":
            return mention
        if mention.description:
            mention.described_content = self._content(*mention.description)
        bracket = next((k for k in range(j, min(j + _MAX_BRACKET_GAP, last)) if self.tokens[k].text == "("), None)
        if bracket is not None and (bracket == j or self.tokens[j].text == ","):
            opened, j = bracket, self._bracket(mention, bracket)
            self._name_by_bracket(mention)
            self._take_period(mention, opened, j)
        if mention.years == (None, None):
            years, years_end = self._years(j)
            if years != (None, None):
                mention.years, j = years, years_end
        if mention.acronym is None:
            self._take_apposed_acronym(mention, j)
        if mention.acronym is None and mention.form in ("capital", "dated"):
            self._take_acronym_before(mention)
        self._other_names(mention, j)
        start = min(mention.name[0], mention.phrase[0]) if mention.phrase else mention.name[0]
        mention.phrase = (start, max(j, mention.name[1]))
        mention.words = frozenset(t.folded for t in self._without_heads(*mention.name) if not year_of(t))
        return mention

    def _take_period(self, mention: Mention, bracket: int, end: int) -> None:
        """Take a name with the years in brackets behind it, and nothing else, for another wording of it."""
        if mention.form not in ("capital", "dated") or mention.name[1] != bracket or mention.years[0] is None:
            return
        if mention.years[1] is not None and self._years(bracket + 1)[1] == end - 1:
            mention.others.append((mention.name[0], end))

    def _take_apposed_acronym(self, mention: Mention, j: int) -> None:
        """Read the acronym that stands beside a name between commas ("le huitième plan de la mer, le PDP8, …")."""
        k, last = j + 1, self.sentence.last
        if k + 1 >= last or self.tokens[j].text != ",":
            return
        is_definite = self.words.determiners.get(self.tokens[k].folded) == "definite"
        k += is_definite
        if k + 1 >= last or not _ACRONYM.fullmatch(self.tokens[k].text) or self._is_country(k):
            return
        letters = self.tokens[k].text.rstrip("0123456789")
        begins = any(fold(t.text[0]) == fold(letters[0]) for t in self._without_links(mention.name))
        behind = self.tokens[k + 1]
        closes = behind.text in ",.;)" or (is_definite and (behind.pos == "AUX" or behind.verb == "Fin"))
        numbered = is_definite and letters != self.tokens[k].text
        if closes and begins and (numbered or self._spells(mention.name, (k, k + 1))):
            mention.acronym = (k, k + 1)
            if mention.form == "described":
                mention.form, mention.confidence = "dated", 0.85

    def _take_acronym_before(self, mention: Mention) -> None:
        """Read the acronym that a full name explains ("the NWP (National Wells Plan)", "the NWP, short for …")."""
        k = mention.name[0] - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.articles:
            k -= 1
        low = max(self.sentence.first, k - _MAX_EXPANDING)
        starts = [
            s for s in range(low, k + 1) if (f := self.words.expanding.at(self.tokens, s, k + 1)) and f[1] == k + 1
        ]
        sign = k if self.tokens[k].text == "(" else starts[0] - 1 if starts else self.sentence.first
        at = sign - 1
        if at < self.sentence.first or self.tokens[sign].text not in "(,":
            return
        text = self.tokens[at].text
        is_acronym = text.isupper() and _MIN_LETTERS <= len(text) <= _MAX_LETTERS
        if is_acronym and fold(text[0]) == fold(self.tokens[mention.name[0]].text[0]):
            mention.acronym = (at, at + 1)

    def _without_links(self, name: Range) -> list[Token]:
        return [t for t in self.tokens[name[0] : name[1]] if t.folded not in self.words.small]

    def _name_by_bracket(self, mention: Mention) -> None:
        """Name what is only described by what stands in brackets ("the new rice strategy (Full Bowls 2030)")."""
        if mention.form == "described" and mention.acronym and self._spells(mention.name, mention.acronym):
            mention.form, mention.confidence = "dated", 0.85  # "le plan national de la pêche (PNP)" is a name
        if mention.form != "described" or not mention.others or self._head_at(mention.others[-1][0]):
            return
        name = mention.others.pop()
        if not self.words.bodies.isdisjoint(t.folded for t in self.tokens[name[0] : name[1]]):
            return
        if year_of(self.tokens[name[1]]):
            name = (name[0], self._years(name[1])[1])
        mention.description, mention.name, mention.form = mention.name, name, "proper"
        mention.described_content, mention.content = mention.content, self._content(*name)
        mention.confidence = 0.8

    def _spells(self, name: Range, acronym: Range) -> bool:
        """Whether an acronym is made of the initials of a name, in order."""
        initials = iter(fold(t.text[0]) for t in self.tokens[name[0] : name[1]])
        letters = [fold(c) for t in self.tokens[acronym[0] : acronym[1]] for c in t.text if c.isalpha()]
        return len(letters) > 1 and all(letter in initials for letter in letters)

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
            and not year_of(self.tokens[end])
            and (self.tokens[end].text[0].isalnum() or self.tokens[end].text in "-'’&.")
        ):
            end += 1
        if not self.tokens[k].space and self.tokens[k - 1].text.isdigit():
            k -= 1
        text = "".join(t.text for t in self.tokens[k:end])
        is_acronym = sum(c.isupper() for c in text) >= 2 and not all(t.text.istitle() for t in self.tokens[k:end])
        if end - k <= 2 and is_acronym and mention.acronym is None:
            mention.acronym = (k, end)
        elif end - k >= 2 and self.tokens[end - 1].is_capitalised:
            mention.others.append((k, end))
        return end

    def _other_names(self, mention: Mention, j: int) -> None:
        """Read other names of the plan ("que l'on appelle aussi « Y »", "devenu par la suite « Y »")."""
        last = min(self.sentence.last, j + _MAX_ALIAS_GAP)
        quote = self.openers.get(j + 1) if j < last and self.tokens[j].text == "," else None
        dated = bool(mention.years[1] and quote and self._years_in(quote) == mention.years)
        inserted = bool(quote and quote[1] < self.sentence.last and self.tokens[quote[1]].text == ",")
        if quote and (dated or (inserted and mention.form == "capital" and self._is_name(quote))):
            mention.others.append(self._inside(quote))  # "Vision 2050, “Grow Mali 2050”"
        if not between(self.naming, j, last):
            return
        k = j
        while k < last:
            found = self.words.naming.at(self.tokens, k, self.sentence.last)
            if not found:
                if self.tokens[k].text in ".;:" or self.words.heads.at(self.tokens, k, self.sentence.last):
                    return
                k += 1
                continue
            sort, behind = found
            if sort == "calling":
                k += 1
                continue
            is_far = sort == "naming" and k > j + 2 and behind not in self.openers
            name = None if is_far else self._next_name(behind)
            if name and sort == "renamed":
                mention.newer = name
            elif name:
                mention.others.append(name)
            elif sort == "also" and mention.acronym is None and behind < last and self._is_short_form(behind):
                mention.acronym = (behind, behind + 1)
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
                run = self._proper_run(k, min(self.sentence.last, k + MAX_NAME))
                return run if at_once and run[1] - run[0] > 1 else None
            if token.text in ".;:()":
                return None
        return None

    # ------------------------------------------------------------ names without a head noun

    def _quoted_alone(self) -> None:
        """« X 2030 » alone: a name with a year, or one that a word of naming introduces."""
        if not self.local:
            return
        taken = [m.phrase or m.name for m in self.mentions[self.earlier :]]
        for quote in self.local:
            if not self.sentence.first <= quote[0] < self.sentence.last:
                continue
            if not self._is_name(quote) and not self._is_explained_quote(quote):
                continue
            inside = self._inside(quote)
            if any(a < inside[1] and inside[0] < b for a, b in self._taken(taken)):
                continue
            years = self._years_in(inside)
            named = [self.tokens[k].folded for k in range(self._noun_before(quote[0]), inside[1])]
            if any(w in self.words.not_plans for w in named) or not self._content(*inside):
                continue
            mention = self._of_quote(quote, self._kind_behind(quote[1]))
            mention.form, mention.confidence = "free", 0.8 if years != (None, None) else 0.3
            mention.is_private = self._is_of_firm(quote)
            if mention.governing:
                mention.form, mention.confidence = "quoted", 0.85
            elif mention.confidence < _TOLD and self._is_told_as_plan(quote):
                mention.form, mention.confidence = "quoted", 0.75
            self._add(self._finish(mention, quote[1]))

    def _is_told_as_plan(self, quote: Range) -> bool:
        """Whether a plan is related to what a clause says was launched ("dovetails with “X”, which it began")."""
        first, comma = quote[0], quote[1] - (self.tokens[quote[1] - 2].text == ",")
        low = max(self.sentence.first, first - _RELATED_WITHIN)
        last = min(self.sentence.last, comma + _LAUNCHED_CLAUSE)
        if comma + 2 >= last or not self.tokens[first + 1].is_capitalised or first == self.begin:
            return False
        clause = self.tokens[comma + 1]
        opens = (
            clause.folded in self.words.relative or clause.folded in self.words.gloss_clauses or clause.verb == "Part"
        )
        if not opens or not any(self.words.relating.at(self.tokens, k, first) for k in range(low, first)):
            return False
        cues = (self.words.status.at(self.tokens, k, last) for k in range(comma + 1, last))
        return any(cue and cue[0] in ("launched", "adopted", "presented") for cue in cues)

    def _is_explained_quote(self, quote: Range) -> bool:
        """Whether a few small words in quotes are a plan's name ("le « bouclier eau », un plan d'urgence …")."""
        inner = self.tokens[quote[0] + 1 : quote[1] - 1]
        if not 1 < len(inner) <= _MAX_SMALL or not inner[0].text[0].islower() or quote[0] <= self.sentence.first:
            return False
        before = self.tokens[quote[0] - 1]
        is_owned = self.words.determiners.get(before.folded) in ("definite", "demonstrative", "possessive")
        is_owned = is_owned or (before.pos == "ADP" and not self.words.modifiers_before)
        if not is_owned or any(t.verb or t.pos in ("PRON", "ADV") or not t.text[0].isalnum() for t in inner):
            return False
        return self._kind_behind(quote[1]) is not None

    def _is_of_firm(self, quote: Range) -> bool:
        """Whether a quoted name is a company's own ("the chip maker presented its “Vision 2030”")."""
        k = quote[0] - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers:
            k -= 1
        owner = self.tokens[k].folded
        if owner != "'s" and self.words.determiners.get(owner) != "possessive":
            return False
        near = (*range(k, self.sentence.first - 1, -1), *range(quote[1], self.sentence.last))
        said = (self.tokens[j].folded for j in near)
        firms, states = self.words.private_owners, self.words.authorities
        nearest = next((w for w in said if w in firms or w in states), "")
        return nearest in firms and nearest not in states

    def _noun_before(self, j: int) -> int:
        """First token of the few words that may say what the quotation at `j` is, up to a verb before it."""
        first = j
        while first > max(self.sentence.first, j - _CALLED_WITHIN) and self.tokens[first - 1].verb != "Fin":
            first -= 1
        return first

    def _kind_behind(self, j: int) -> PlanKind | None:
        """Kind by the noun in apposition: "« X », un programme destiné à …", "X, the state's vision"."""
        if j + 1 >= self.sentence.last:
            return None
        if self.tokens[j - 2].text == "," and j - 1 in self.quote_of:
            j -= 1  # “X,” an agenda for schools: the comma within the quotation
        elif self.tokens[j].text != ",":
            return None
        j += self.tokens[j + 1].folded in self.words.called
        if j + 1 >= self.sentence.last or self.tokens[j + 1].folded not in self.words.determiners:
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
        positions = between(self.dated, self.sentence.first, self.sentence.last)
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

    def _join_names(self) -> None:
        """Give a plan the coined name that its full name explains ("X 2030, the country's Development Plan 2025-2030").

        So does "X 2030, nom de baptême du Plan de développement 2025-2030".
        """
        here = self.mentions[self.earlier :]
        coined = [m for m in here if m.form in ("free", "quoted") and not m.inner]
        full = [m for m in here if m.form in ("capital", "dated") and m.inner and m.years != (None, None)]
        for one in coined:
            other = next((m for m in full if m.name[0] > one.name[1] and self._explains(one, m)), None)
            if other is not None:
                other.others.append(one.name)
                self.mentions.remove(one)

    def _explains(self, one: Mention, other: Mention) -> bool:
        """Whether a full name stands in apposition to a coined one, with no other plan or list in between."""
        end = one.name[1]
        comma = end + (end in self.quote_of and self.tokens[end].text != ",")  # “X”, its plan; “X,” its plan
        if self.tokens[comma].text != ",":
            return False
        if one.years[1] and other.years[1] and one.years[1] != other.years[1]:
            return False
        between = [t for t in self.tokens[comma + 1 : other.name[0]] if t.i not in self.quote_of]
        if not between or len(between) > _APPOSED or any(t.verb or t.text in ",;:.()" for t in between):
            return False
        after = self.tokens[other.name[1]] if other.name[1] < self.sentence.last else None
        is_listed = after is not None and after.folded in self.words.joiners
        is_called = any(t.folded in self.words.name_nouns for t in between)
        return not is_listed and (is_called or between[0].folded in self.words.determiners)

    def _for_everybody(self) -> None:
        """Find "Homes for All": a name by its make, which counts where the text goes on with "the plan"."""
        positions = between(self.everybody, self.sentence.first + 2, self.sentence.last)
        taken = [m.phrase or m.name for m in self.mentions[self.earlier :]] if positions else []
        for i in positions:
            first = i - 1 if self.words.links.at(self.tokens, i - 1, i) else i
            while first > self.sentence.first and self.tokens[first - 1].is_capitalised:
                first -= 1
            name = (first, i + 1)
            if i - first < 2 or any(a < name[1] and first < b for a, b in self._taken(taken)):
                continue
            mention = Mention(name, "free", self.index, content=self._content(*name), confidence=0.3)
            mention.governing = self._kind_behind(i + 1)
            if mention.governing or self._is_succession(first) or (first > self.begin and self._is_governed(first, 1)):
                mention.confidence = 0.85 if mention.governing else 0.75
            self._add(self._finish(mention, i + 1))

    def _is_succession(self, first: int) -> bool:
        """Whether a word of succession stands right before a name ("its predecessor Homes for All")."""
        low = max(self.sentence.first, first - 3)
        found = (self.words.succession.at(self.tokens, k, first) for k in range(low, first))
        return any(f[1] == first for f in found if f)

    def _add(self, mention: Mention) -> None:
        mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
        mention.is_opening = mention.name[0] == self.begin
        self.mentions.append(mention)

    def _run_around(self, i: int) -> Range | None:
        """The capitalised run that ends, or starts, with the year at token `i`."""
        first = self._start_of_run(i, self.sentence.first, MAX_NAME, self._in_run)
        if first < i and self.tokens[first].folded in self.words.determiners:
            first += 1
        last = self._years(i)[1]
        if first < i:
            return self._parallel_before(first), last
        while last < self.sentence.last and last - i < MAX_NAME and self.tokens[last].is_capitalised:
            last += 1
        return (i, last) if last > self._years(i)[1] + 1 else None

    def _parallel_before(self, first: int) -> int:
        """First token of a name of two parallel halves ("Greening Towns, Cooling Streets 2030")."""
        comma = first - 1
        if comma <= self.sentence.first or self.tokens[comma].text != ",":
            return first
        k = comma
        while k > self.sentence.first and comma - k < MAX_NAME and self._in_run(k - 1):
            k -= 1
        a, b = self.tokens[k], self.tokens[first]
        rhymes = a.folded[-_ENDING:] == b.folded[-_ENDING:] and min(len(a.text), len(b.text)) > _ENDING
        return k if comma - k > 1 and a.is_capitalised and rhymes else first

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
        if self._is_called(run[0]):
            return 0.85
        content = self._content(*run)
        has_country = any(w.startswith("@") for w in content)
        telling = any(not w.startswith("@") for w in content)
        governed = self._is_governed(run[0], GOVERNS_WITHIN if has_country else 1)
        ranged = all(self._years_in(run)) and telling and run[1] - run[0] > _MIN_RANGED
        if ranged and self._acts(run[1]):
            return 0.75
        if run[0] == self.begin and not governed and not (has_country and telling):
            return 0.2
        if has_country and telling:
            return 0.85 if governed else self._undated_trust(run)
        if has_country:
            return 0.7 if governed else 0.6 if self._acts(run[1]) else 0.4
        if ranged:
            return 0.6
        return 0.6 if governed and telling else 0.2

    def _is_called(self, first: int) -> bool:
        """Whether a word of naming stands right before a name with a year ("its shopping list is called X 2040")."""
        near = range(max(self.sentence.first, first - _CALLED_WITHIN), first)
        return any((found := self.words.naming.at(self.tokens, k, first)) and found[1] == first for k in near)

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
