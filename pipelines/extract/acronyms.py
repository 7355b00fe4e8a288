"""Acronyms: what they stand for, and those that are used as an organisation's name without being spelled out."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.names import View, is_acronym_shape, is_roman
from pipelines.extract.organisation_common import Found
from pipelines.extract.organisations import Organisations
from pipelines.extract.text import fold

_NUMERAL = frozenset("IVXLC")  # letters of Roman numbers
_MAX_EPITHETS = 4  # tokens of "the main opposition"
_MAX_LINK = 4  # letters of another language's "and" or "of"
_MAX_EXPANSION = 16  # words that an acronym may stand for


class Acronyms:
    """Ties an article's acronyms to its organisations."""

    def __init__(self, view: View, organisations: Organisations) -> None:
        self.view = view
        self.tokens = view.tokens
        self.lexicon = view.lexicon
        self.grammar = view.grammar
        self.organisations = organisations
        self.taken = organisations.taken
        self.things: dict[str, tuple[int, int]] = {}  # what is spelled out as a programme or project
        self.numbered = self._numbered()
        self.bracketed = self._bracketed()

    def _numbered(self) -> set[str]:
        """Acronyms that a number follows somewhere, as plans and projects are counted ("PNDR III")."""
        numbered = set()
        for i in self.view.acronyms:
            after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
            is_dated = self.tokens[i].text[-2:].isdigit() and self.tokens[i].text[:2].isalpha()  # "SND30"
            if is_dated or after.isdigit() or (is_roman(after) and after not in "CDLM") or self._is_of_plan(i):
                numbered.add(self.tokens[i].folded)
        return numbered

    def _is_of_plan(self, i: int) -> bool:
        """As in "son programme d'action rurale (| PAR)": a bracket behind small letters that name a plan."""
        tokens, capital = self.tokens, self.view.capital
        if i < 2 or tokens[i - 1].text != "(" or capital[i - 2]:
            return False
        for k in range(i - 2, max(self.view.origin[i], i - _MAX_EXPANSION) - 1, -1):
            if capital[k] or self.organisations.is_clause(k) or tokens[k].text in ",;:":
                return False
            if tokens[k].folded in self.lexicon.things and tokens[k].folded[0] == tokens[i].folded[0]:
                return True
        return False

    def _bracketed(self) -> set[str]:
        """Acronyms that a bracket puts behind small letters, as it does the short form of what stands before."""
        tokens, capital, spelled = self.tokens, self.view.capital, set()
        for i in self.view.acronyms:
            in_bracket = i > 1 and tokens[i - 1].text == "(" and not capital[i - 2]
            if in_bracket or (i and tokens[i - 1].folded in self.lexicon.naming_words):
                spelled.add(tokens[i].folded)
        return spelled

    # ------------------------------------------------------------ spelled out

    def expand(self) -> None:
        """Acronyms in brackets behind other names, and names in brackets or commas beside their acronym."""
        for i in self.view.doc.positions.get("(", ()):
            if i == 0 or i + 2 >= len(self.tokens):
                continue
            inside = self.taken.get(i + 1)
            if inside and is_acronym_shape(self.tokens[i - 1].text) and not inside.acronym and i - 1 not in self.taken:
                self._tie(inside, i - 1)
            elif not inside and i - 1 not in self.taken and self.tokens[i + 2].text in "),;":
                self._expand(i)
        for found in list(self.organisations.found):
            if not found.acronym:
                self._tie_apposed(found)

    def _tie(self, found: Found, i: int) -> None:
        found.acronym = self.tokens[i].text
        found.spans.append(self.view.doc.span(i, i + 1))
        found.confidence = max(found.confidence, 0.93)
        self.organisations.acronyms.setdefault(self.tokens[i].folded, found)
        self.taken[i] = found

    def _tie_apposed(self, found: Found) -> None:
        """As in "la Société des eaux, la SDE, …"."""
        k, limit = found.last, self.view.limit[found.first]
        if k + 2 >= limit or self.tokens[k].text != ",":
            return
        k += 1 + (self.tokens[k + 1].folded in self.lexicon.articles)
        if k >= limit or k in self.taken or not is_acronym_shape(self.tokens[k].text):
            return
        if self.organisations.initials_agree(self.tokens[k].text, found.first, found.last):
            self._tie(found, k)

    def _expand(self, i: int) -> None:
        """Find what the acronym in the bracket at `i` stands for (Schwartz and Hearst, PSB 2003)."""
        short = self.tokens[i + 1]
        is_concept = short.folded in self.lexicon.concept_acronyms
        if not is_acronym_shape(short.text) or is_concept or i + 1 in self.view.blocked:
            return
        letters, _, form = short.folded.rpartition("-")
        is_of_form = bool(letters) and form in self.grammar.suffixes  # "NTC-SA"; but "(SA)" is an acronym itself
        begin = self._long_form(i, letters if is_of_form else short.folded)
        if begin < 0:
            begin = self._foreign_form(i)
        if begin >= 0 and begin in self.view.blocked:
            self.things[short.folded] = (begin, i)
        if begin < 0 or any(k in self.view.blocked or k in self.taken for k in range(begin, i)):
            return
        ends = begin if not self.lexicon.premodified else i - 1
        if self.tokens[begin].folded in self.grammar.not_names or self.tokens[ends].folded in self.lexicon.things:
            self.things[short.folded] = (begin, i)
        elif self._names(begin, i):
            self._keep_expanded(begin, i, 0.85 if begin not in self.view.starts else 0.75)

    def _names(self, begin: int, end: int) -> bool:
        return (
            self.view.capital[begin]
            and self.tokens[end - 1].folded not in self.grammar.not_names
            and self.grammar.excluded.match(self.tokens, begin) == begin
        )

    def _keep_expanded(self, begin: int, bracket: int, confidence: float) -> None:
        found = Found(begin, bracket, "", confidence, acronym=self.tokens[bracket + 1].text)
        self.organisations.keep(self.organisations.named(found, bracket + 2))

    def _long_form(self, i: int, short: str) -> int:
        letters = [c for c in short if c.isalnum()]
        need = len(letters) - 1
        for k in range(i - 1, max(self.view.origin[i] - 1, i - _MAX_EXPANSION), -1):
            word = self.tokens[k].folded
            if word in ",;:.()" or self.organisations.is_clause(k):
                return -1
            if is_acronym_shape(self.tokens[k].text) and "".join(letters[: need + 1]) == word:
                return k  # "UK Lakes Trust (UKLT)"
            for part in reversed(word.split("-")):
                if not part or part[0] != letters[need]:
                    continue
                if need == 0:
                    return k if self.view.capital[k] else -1
                need -= 1
        return -1

    def _foreign_form(self, i: int) -> int:
        """As in "la Baro | na Kafi Tolo (BAKATO)": a short word that the article's language lacks joins capitals."""
        capital, origin, k = self.view.capital, self.view.origin[i], i
        while k > origin and capital[k - 1]:
            k -= 1
        link = k - 1
        if k == i or link <= origin or not capital[link - 1] or len(self.tokens[link].text) > _MAX_LINK:
            return -1
        if not self.tokens[link].text.isalpha() or is_known_word(self.tokens[link].text, self.view.doc.language):
            return -1
        while link > origin and capital[link - 1]:
            link -= 1
        return link if self.organisations.initials_agree(self.tokens[i + 1].text, link, i) else -1

    # ------------------------------------------------------------ standing alone

    def find(self, persons: set[int]) -> None:
        """Acronyms that stand alone: those of the organisations found, and those used as organisations are.

        Args:
            persons: tokens of people's names.
        """
        counts: dict[str, int] = {}
        for i in self.view.acronyms:
            word = self.tokens[i].folded
            counts[word] = counts.get(word, 0) + 1
        if self.things:
            self._keep_acting_things(counts)
        by_initials = self._by_initials() if counts else {}
        capital = self.view.capital
        for i in self.view.doc.positions_of(self.organisations.acronyms.keys() | counts.keys()):
            token = self.tokens[i]
            if not capital[i] or i in persons or i in self.view.blocked:
                continue
            if token.folded in self.lexicon.concept_acronyms or token.folded in self.grammar.roles.by_first:
                continue
            known = self.organisations.acronyms.get(token.folded)
            if known is None and token.folded in counts and i not in self.taken:
                known = self._spelled_out(i, by_initials)
            if known:
                self._note(known, i)
            elif token.folded in counts and i not in self.taken and token.folded not in self.things:
                self._lone(i, counts[token.folded])

    def _note(self, known: Found, i: int) -> None:
        span = self.view.doc.span(i, i + 1)
        if span not in known.spans:
            known.spans.append(span)
        self.taken.setdefault(i, known)

    def _keep_acting_things(self, counts: dict[str, int]) -> None:
        """What is named like a programme is an organisation where somebody heads it or it speaks (the WFP)."""
        for i, token in enumerate(self.tokens):
            if token.folded not in self.things or token.folded not in counts:
                continue
            begin, bracket = self.things[token.folded]
            speaks = i == bracket + 1 and i + 2 < self.view.limit[i] and self._speaks(i + 2)
            if (
                speaks or self._is_held(begin) or self._is_held(i) or self._is_joined(begin, bracket + 3)
            ) and self.view.capital[begin]:
                del self.things[token.folded]
                self._keep_expanded(begin, bracket, 0.85)

    def _is_joined(self, begin: int, end: int) -> bool:
        """Whether a coordinator joins what stands in `[begin, end)` to an organisation found."""
        k, limit = end, self.view.limit[begin]
        if k + 1 < limit and self.tokens[k].folded in self.lexicon.coordinators:
            k += 1 + (self.tokens[k + 1].folded in self.lexicon.articles)
            return k in self.taken
        k = begin - 1
        k -= k > self.view.origin[begin] and self.tokens[k].folded in self.lexicon.articles
        if k > self.view.origin[begin] and self.tokens[k].folded in self.lexicon.coordinators and self._are_members(k):
            return True
        return (
            k > self.view.origin[begin] and self.tokens[k].folded in self.lexicon.coordinators and k - 1 in self.taken
        )

    def _are_members(self, k: int) -> bool:
        """Whether a cue of members stands before the one name that a coordinator at `k` closes the list with."""
        n, origin = k, self.view.origin[k]
        while n > origin and self.view.capital[n - 1]:
            n -= 1
        n -= n > origin and self.tokens[n - 1].folded in self.lexicon.articles
        return n < k and self.grammar.members.match_back(self.tokens, n, origin) < n

    def _by_initials(self) -> dict[str, Found]:
        """Organisations without acronym by the initials of their names; those that share theirs are left out."""
        by_initials: dict[str, Found] = {}
        shared: set[str] = set()
        for found in self.organisations.found:
            if found.acronym or found.last - found.first < 2:
                continue
            for key in self._initials(found):
                known = by_initials.setdefault(key, found)
                if fold(known.name) != fold(found.name):
                    shared.add(key)
        return {key: found for key, found in by_initials.items() if key not in shared}

    def _initials(self, found: Found) -> set[str]:
        tokens = self.tokens[found.first : found.last]
        skipped = self.grammar.function_words
        content = "".join(t.folded[0] for t in tokens if t.folded not in skipped and t.text[0].isalnum())
        capitals = "".join(t.folded[0] for t in tokens if self.view.capital[t.i] and t.folded not in skipped)
        return {key for key in (content, capitals) if len(key) > 1}

    def _spelled_out(self, i: int, by_initials: dict[str, Found]) -> Found | None:
        """The organisation that the acronym at `i` is the initials of."""
        found = by_initials.get(self.tokens[i].folded)
        if found is None:
            return None
        if not found.acronym:
            self._tie(found, i)
        return found

    def _lone(self, i: int, count: int) -> None:
        token = self.tokens[i]
        if len(token.text) < 3 or not token.text.replace("-", "").isalpha() or not self._may_be_name(i):
            return
        if not is_acronym_shape(token.text) and self.view.is_common(i):
            return  # "The President", where a title elsewhere is "PRESIDENT"
        last = self._name_end(i)
        acts = last < self.view.limit[i] and self.tokens[last].verb == "Fin" and self._speaks(last)
        held = self._is_held(i)
        bare = not (acts or held) and (self._is_used_as_name(i) or self._holds_event(i) or self._has_epithet(i, last))
        if bare or acts or held or (self.organisations.follows_article(i) and (count > 1 or self._is_subject(i, last))):
            self.organisations.keep(
                Found(i, last, self.view.text(i, last), 0.8 if acts or held or last > i + 1 else 0.7)
            )

    def _has_epithet(self, i: int, last: int) -> bool:
        """As in "the opposition | DLP has", "la puissante | UGF a": what sort of body does something."""
        k, origin = i - 1, self.view.origin[i]
        if i == origin or self.tokens[k].folded.rpartition("-")[2] not in self.lexicon.body_epithets:
            return False
        while k > max(origin, i - _MAX_EPITHETS) and self._is_epithet(k):
            k -= 1
        if not (self.tokens[k].folded in self.lexicon.definite or self.view.is_genitive(k)):
            return False
        if last >= self.view.limit[i]:
            return False
        # "the opposition DLP | movement"
        is_kind = self.lexicon.premodified and self.grammar.designators.match(self.tokens, last) > last
        return is_kind or self.tokens[last].verb == "Fin" or self.tokens[last].text == ","

    def _is_epithet(self, k: int) -> bool:
        token = self.tokens[k]
        if self.view.capital[k] or not token.text[0].isalpha():
            return False
        return token.pos in ("ADJ", "NOUN") or token.verb in ("Part", "Ger") or self.view.is_demonym(k)

    def _holds_event(self, i: int) -> bool:
        """As in "told a | CIX conference": whose one of its meetings is, where "the DSEX show" is called so itself."""
        if not self._is_before_event(i) or i == self.view.origin[i]:
            return False
        before = self.tokens[i - 1].folded
        return before in self.lexicon.articles and before not in self.lexicon.definite

    def _is_before_event(self, i: int) -> bool:
        if not self.lexicon.premodified:
            return False
        for k in range(i + 1, min(i + 3, self.view.limit[i])):
            if self.tokens[k].folded in self.lexicon.events:
                return True
            if self.view.capital[k] or self.tokens[k].pos not in ("NOUN", "ADJ"):
                return False
        return False

    def _name_end(self, i: int) -> int:
        """Position behind the capitalised words that go on with a name from the acronym at `i` ("WLF | Women")."""
        view, last = self.view, i + 1
        end = self.organisations.run_end(i)
        while last < end and last not in self.taken and (view.is_common(last) or view.is_place(last)):
            last += 1
        if last == i + 1 == end and not self.lexicon.premodified and self._is_branch(last):
            return last + 1
        has_field = last > i + 1 or "-" in self.tokens[i].text
        if has_field and last == end and last + 1 < view.limit[i] and view.capital[last + 1]:
            is_twin = self.tokens[last].folded in self.lexicon.coordinators and view.is_common(last + 1)
            if is_twin and last + 1 not in self.taken and not view.is_place(last + 1):
                # "CGT Rail | et Route", "CGT Eau | et Action sociale"
                has_tail = last + 2 < view.limit[i] and self.tokens[last + 2].pos == "ADJ"
                return last + 2 + (has_tail and not view.capital[last + 2])
        if last == i + 1 == end - 1 and self._is_branch_name(last):
            return end
        is_name = last == end and self.tokens[last - 1].folded not in self.grammar.not_names
        return last if is_name and view.is_in_paragraph(i) else i + 1

    def _is_branch_name(self, k: int) -> bool:
        """As in "la CSX | Transcom attend": one more name and a verb or a comma, behind an article."""
        if self.lexicon.premodified or not self.organisations.follows_article(k - 1) or k + 1 >= self.view.limit[k]:
            return False
        after = self.tokens[k + 1]
        return k not in self.taken and self.view.is_name_word(k) and (after.verb == "Fin" or after.text == ",")

    def _is_used_as_name(self, i: int) -> bool:
        """Whether an acronym that nothing spells out stands in running text where a name does."""
        view, token, limit = self.view, self.tokens[i], self.view.limit[i]
        is_spelled = token.folded in self.bracketed or not token.text.isupper() or _NUMERAL.issuperset(token.text)
        if is_spelled or not view.is_in_paragraph(i) or i == view.origin[i]:
            return False
        if token.folded[0] in self.lexicon.plan_initials and len(token.text) > 2:
            return False  # mostly a plan's or project's
        if not any(t.verb == "Fin" for t in self.tokens[view.origin[i] : limit]):
            return False
        before, after = self.tokens[i - 1], self.tokens[min(i + 1, limit - 1)]
        if before.text in "(/-–—" or after.text in "/-–—" or (not after.space and after.text[0].isalnum()):
            return False
        if not self.lexicon.premodified:
            return self.organisations.follows_article(i) and not self._is_stuff(i)
        if after.folded in self.grammar.not_names or (
            i + 1 < limit and view.capital[i + 1] and not view.is_place(i + 1)
        ):
            return False
        return before.folded in self.lexicon.definite or before.pos in ("ADP", "VERB", "CCONJ")

    def _is_stuff(self, i: int) -> bool:
        """As in "vendre du | DAP, du | TSP": what is made and sold, with the partitive."""
        k = i - 1
        while k > self.view.origin[i] + 2 and self.tokens[k - 1].text == "," and self.view.capital[k - 2]:
            if self.tokens[k - 3].folded != self.tokens[k].folded:
                return False
            k -= 3
        if k <= self.view.origin[i] or self.tokens[k].folded not in self.lexicon.prepositions:
            return False
        verb = self.tokens[k - 1]
        return bool(verb.verb) and lemma(verb.text.lower(), self.view.doc.language) in self.lexicon.agent_verbs

    def _is_branch(self, k: int) -> bool:
        """Whether an adjective at `k` says which part of an organisation speaks ("La CSR | wallonne, …")."""
        if k + 1 >= self.view.limit[k - 1] or self.view.capital[k]:
            return False
        token, after = self.tokens[k], self.tokens[k + 1]
        if token.folded in self.lexicon.regional_adjectives or self.view.is_demonym(k):
            return True
        if token.pos != "ADJ" or token.verb:
            return False
        return after.text == "," or after.verb == "Fin"

    def _may_be_name(self, i: int) -> bool:
        """Whether the acronym isn't a place, a plan's, a quantity's or part of a longer name."""
        view, token = self.view, self.tokens[i]
        if view.is_place(i) or token.folded in self.numbered:
            return False
        after = self.tokens[i + 1] if i + 1 < view.limit[i] else token
        if after.text[0].isdigit() or (after.pos == "SYM" and not after.space):
            return False  # "NZX 40", "JX$40"
        if i + 1 < view.limit[i] and self.tokens[i + 1].folded in self.lexicon.branches:
            return False  # "the RTX sector"
        if i == view.origin[i]:
            return True
        before = self.tokens[i - 1]
        is_thing = before.folded in self.grammar.not_names and before.folded not in self.lexicon.body_epithets
        if is_thing or before.text[0].isdigit():
            return False
        if before.folded in self.lexicon.definite and self._is_before_event(i):
            return False
        if before.text == "," and i > 1 and self.tokens[i - 2].folded in self.grammar.not_names:
            return False  # "the scheme, ABCD, which …"
        k = i - (before.folded in self.lexicon.articles)
        if self.grammar.press.match_back(self.tokens, k, view.origin[i]) < k:
            return False  # "in an interview with the XBC"
        return not view.capital[i - 1] or i - 1 in view.starts or self.organisations.is_role(i - 1)

    def _is_subject(self, i: int, last: int) -> bool:
        """Whether a finite verb follows, or at a sentence's start a comma ("La BNX, dont …, a refusé")."""
        if last >= self.view.limit[i]:
            return False
        opens = i - 1 in self.view.starts and self.tokens[last].text == ","
        return opens or self.tokens[last].verb == "Fin"

    def _speaks(self, k: int) -> bool:
        return self.tokens[k].folded in self.lexicon.speech_verbs

    def _is_held(self, i: int) -> bool:
        """Whether a role is held in it: "président de l'X", "X president"."""
        j = i + 1
        if self.lexicon.premodified and j < self.view.limit[i] and self.organisations.is_role(j):
            return True
        k = i - 1
        while k > self.view.origin[i] and self.tokens[k].folded in self.grammar.articles_and_prepositions:
            k -= 1
        return k < i - 1 and any(
            self.grammar.roles.match(self.tokens, b) in (k, k + 1) and self.grammar.roles.match(self.tokens, b) > b
            for b in range(max(self.view.origin[i], k - 2), k + 1)
        )
