"""What every reader of organisations asks: how far a name goes, whether it may be one, and which acronym it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.extract.dictionary import is_known_word, plural_endings
from pipelines.extract.names import APOSTROPHES, METROPOLIS, OPENING_QUOTES, View, is_acronym_shape, is_place_name
from pipelines.extract.text import fold

if TYPE_CHECKING:
    from pipelines.extract.records import Span

MAX_RUN = 9  # words of a capitalised name
_MAX_TO_BRACKET = 9  # tokens between what is surely a name's and the bracket with its acronym
_YEAR_DIGITS = 4
_MAX_SPELLED = 16  # the same where the acronym spells the words between out


@dataclass(slots=True)
class Found:
    """One mention of an actor.

    Attributes:
        first, last: its tokens `[first, last)`, without article or title.
        spans: what is quoted as evidence: the name, and the acronym beside it.
        confidence: probability that the mention is an actor of this kind, from the construction.
    """

    first: int
    last: int
    name: str
    confidence: float
    spans: list[Span] = field(default_factory=list)
    acronym: str | None = None


@lru_cache(maxsize=100_000)
def _has_company_shape(text: str) -> bool:
    """Whether a word is written as only companies' names are."""
    return _has_acronym(text) or text in "&+" or _is_camel_case(text)


def _is_camel_case(text: str) -> bool:
    """Whether a capital follows a small letter, as companies write their names ("SolarNow")."""
    # Behind the third letter only, as family names too have one sooner ("McAvoy").
    if text[:3].isupper() and text[-3:].islower() and text.isalpha():
        return True  # "BLUEtide"
    return not text[2:].islower() and any(a.islower() and b.isupper() for a, b in pairwise(text[2:]))


def _has_acronym(text: str) -> bool:
    """Whether a word is an acronym or has one before or behind a hyphen ("WLF-Pacific")."""
    return is_acronym_shape(text) or ("-" in text and any(is_acronym_shape(p) and len(p) > 2 for p in text.split("-")))


class NameReader:
    """Reads names, and holds the organisations found so far."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tokens = view.tokens
        self.lexicon = view.lexicon
        self.grammar = view.grammar
        self.found: list[Found] = []
        self.taken: dict[int, Found] = {}
        self.acronyms: dict[str, Found] = {}
        self.run_ends: dict[int, int] = {}

    def keep(self, found: Found) -> None:
        """Add an organisation, unless one of its words is another's already."""
        if not self.taken.keys().isdisjoint(range(found.first, found.last)):
            return
        if not found.spans:
            found.spans = [self.view.doc.span(found.first, found.last)]
        self.found.append(found)
        for i in range(found.first, found.last):
            self.taken[i] = found
        if found.acronym:
            self.acronyms.setdefault(fold(found.acronym), found)

    def named(self, found: Found, spans_end: int) -> Found:
        """`found` with name and spans filled in, the acronym's up to `spans_end` included."""
        if not found.name:
            found.name = self.view.text(found.first, found.last)
        if not found.spans:
            found.spans = [self.view.doc.span(found.first, found.last)]
        if found.acronym and spans_end > found.last:
            found.spans.append(self.view.doc.span(found.last + 1, spans_end))
        return found

    def bracket(self, i: int, first: int) -> tuple[str | None, int]:
        """The acronym or short name in brackets at `i`, and the position behind it."""
        limit = self.view.limit[first]
        if i + 3 < limit and self.tokens[i].text == "." and self.tokens[i - 1].folded in self.grammar.suffixes:
            i += 1  # "Calder Foods Inc. (CFI)"
        if i + 2 >= limit or self.tokens[i].text != "(":
            return None, i
        last = i + 1
        while last < min(i + 4, limit) and self.tokens[last].text not in "),;":
            last += 1
        if last >= limit or last == i + 1 or self.tokens[last].text not in "),;":
            return None, i
        if not self._is_short_name(i + 1, last, first, i):
            return None, i
        if last == i + 4 and is_acronym_shape(self.tokens[i + 1].text) and is_acronym_shape(self.tokens[i + 3].text):
            return self.tokens[i + 1].text, i + 2  # "(OPS/OMS)": its own, then that of the whole it is of
        return self.view.text(i + 1, last), last

    def _is_short_name(self, begin: int, end: int, first: int, last: int) -> bool:
        """Whether `[begin, end)` in a bracket may stand for the name `[first, last)` before it."""
        tokens = self.tokens[begin:end]
        text = self.view.text(begin, end)
        if len(tokens) == 1 and text.islower() and self.view.capital[first]:
            return self._are_all_initials(text, first, last)
        if len(tokens) == 2 and tokens[1].text.isdigit() and is_acronym_shape(tokens[0].text):
            return len(tokens[1].text) == 1  # "(COMEX 2)"
        if not all(self.view.capital[t.i] or t.text == "/" for t in tokens):
            return False
        agrees = self.initials_agree(text, first, last) or self.initials_agree(text, first + 1, last)
        if tokens[0].folded in self.lexicon.concept_acronyms and not (self.view.capital[first] and agrees):
            return False
        if tokens[-1].folded in self.grammar.suffixes:
            return True
        is_slashed = len(tokens) == 3 and tokens[1].text == "/"  # "SP/Palu"
        if len(tokens) > 1 and not is_slashed:
            # "la Confédération de l'industrie (SP ZR)": the acronym in the body's own language, and its country's
            return len(tokens) == 2 and all(is_acronym_shape(t.text) and t.text.isupper() for t in tokens)
        is_own = self.view.is_name_word(begin) and fold(text)[0] == self.tokens[first].folded[0]
        return is_slashed or is_acronym_shape(text) or agrees or is_own or self._is_byname(begin, first, last)

    def _is_byname(self, begin: int, first: int, last: int) -> bool:
        """As in "le Fonds des lacs pour l'enfance (Lacef)": a word of its own behind a name that has a head."""
        is_headed = self.grammar.heads.match(self.tokens, first) > first or self._is_strong_last(last - 1)
        is_own = self.view.is_name_word(begin) and not self.view.is_place(begin) and not self.view.is_demonym(begin)
        return is_own and is_headed and last > first + 1 and self.view.capital[first]

    def _is_strong_last(self, k: int) -> bool:
        return self.tokens[k].folded in self.grammar.last_words

    def _are_all_initials(self, short: str, first: int, last: int) -> bool:
        """Whether small letters ("(dtm)") are just the initials of `[first, last)`, grammar's words left out or not."""
        words = [t.folded for t in self.tokens[first:last] if t.folded[0].isalpha()]
        content = "".join(w[0] for w in words if w not in self.grammar.function_words)
        return len(short) > 2 and fold(short) in (content, "".join(w[0] for w in words))

    def initials_agree(self, short: str, first: int, last: int) -> bool:
        """Whether the initials of `[first, last)` appear in order in a word such as "Anapec"."""
        initials = [t.folded[0] for t in self.tokens[first:last] if len(t.folded) > 3 and t.folded[0].isalpha()]
        if len(initials) < 2 or fold(short)[0] != initials[0]:
            return False
        folded, at, agreeing = fold(short), 0, 0
        for initial in initials:
            found = folded.find(initial, at)
            if found >= 0:
                at, agreeing = found + 1, agreeing + 1
        return agreeing >= max(2, len(initials) - 1)

    def _reach_bracket(self, end: int, begin: int) -> int:
        """Go on to an acronym in brackets over words that only it shows to be the name's ("au Maroc (AGEM)")."""
        if end == begin + 1 and not self.view.capital[begin]:
            return end
        for k in range(end, min(end + _MAX_SPELLED, self.view.limit[begin])):
            token = self.tokens[k]
            if token.folded in self.lexicon.coordinators and self._begins_another(k + 1, begin):
                return end
            if token.text == "(":
                acronym = self.bracket(k, begin)[0]
                agrees = acronym and fold(acronym)[0] == self.tokens[begin].folded[0]
                if k >= end + _MAX_TO_BRACKET and not (acronym and self.initials_agree(acronym, begin, k)):
                    return end
                has_purpose = not self.lexicon.purposes.isdisjoint(self.view.doc.words[begin : end + 1])
                return k if agrees or (acronym and has_purpose) else end
            if (not token.text[0].isalnum() and token.text not in "-&") or self.is_clause(k):
                return end
        return end

    def _begins_another(self, k: int, begin: int) -> bool:
        """Whether a further organisation, head and all, follows a coordinator ("A et | la Banque des lacs (BDL)")."""
        limit = self.view.limit[begin]
        is_determined = k < limit and self.tokens[k].folded in self.lexicon.articles
        k += is_determined
        if k >= limit or not self.view.capital[k]:
            return False
        is_headed = is_determined and self.lexicon.premodified and self._last_head(k, self.run_end(k)) >= 0
        return is_headed or self.grammar.heads.match(self.tokens, k) > k

    def is_clause(self, k: int) -> bool:
        """Whether token `k` is a verb for sure: the tagger takes rare adjectives for verbs."""
        token = self.tokens[k]
        return token.verb == "Fin" and (token.pos == "AUX" or token.folded in self.lexicon.speech_verbs)

    def _behind_excluded(self, i: int) -> int:
        """Position behind words that are no organisation; `i` where a head ends them ("Private Sector | Union")."""
        end = self.grammar.excluded.match(self.tokens, i)
        if end == i or end >= self.view.limit[i] or not (self.view.capital[i] and self.view.capital[end]):
            return end
        return i if self.tokens[end].folded in self.grammar.last_words else end

    def run_end(self, i: int) -> int:
        """Position behind the capitalised words that start at `i`, up to a role, a title or a day."""
        end = self.run_ends.get(i)
        if end is None:
            end = self.run_ends[i] = self._read_run(i)
        return end

    def _read_run(self, i: int) -> int:
        view, j = self.view, i
        last, calendar = min(view.limit[i], i + MAX_RUN), self.grammar.calendar
        while j < last and j not in view.blocked and self.tokens[j].folded not in calendar:
            if not (view.capital[j] if j == i else self._goes_on(j)):
                break
            j += 1
        if i < j < last and j in view.blocked and self.lexicon.premodified:
            j = self._behind_plan(j, last)
        if j > i + 1 and self.tokens[j - 1].text.isdigit() and view.limit[i] > j and self.tokens[j].text == "%":
            j -= 1
        return j

    def _behind_plan(self, j: int, last: int) -> int:
        """As in "the National | RISE 2040 Council": a plan's name at `j` is inside that of the body over it."""
        k = j
        while k < last and k in self.view.blocked:
            k += 1
        is_body = k < last and self.view.capital[k] and self.tokens[k].folded in self.grammar.last_words
        return k + 1 if is_body and self.tokens[k].space else j

    def _goes_on(self, j: int) -> bool:
        """Whether a capitalised run goes on with token `j`: a capital, a number, or what joins two capitals."""
        view, token = self.view, self.tokens[j]
        if token.text == "+" and not token.space:
            return True  # "Calder+"
        if not view.capital[j] or not token.space:
            joint = j + 1 < view.limit[j] and view.capital[j + 1] and self._is_joint(j)
            number = token.text.isdigit() and token.space and (len(token.text) < 4 or self._is_inside_run(j))
            if not (view.capital[j] or joint or number):
                return False
            if not token.space and not joint and self.tokens[j - 1].text[-1] not in "'’&+":
                return False
        if token.folded not in self.grammar.run_enders:
            return True
        is_title = self.grammar.titles.match(self.tokens, j) > j
        is_role = self.is_role(j) and not view.is_genitive(j + 1)  # "Gondar Governors' Forum"
        return not (is_title or self._is_amount(j) or is_role)

    def _is_inside_run(self, j: int) -> bool:
        """As in "the RISE | 2040 Council": a year between a name's capitals, the last of which is a body's."""
        if j + 1 >= self.view.limit[j] or len(self.tokens[j].text) != _YEAR_DIGITS or not self.view.capital[j + 1]:
            return False
        return self.lexicon.premodified and self.tokens[j + 1].folded in self.grammar.last_words

    def _is_amount(self, j: int) -> bool:
        """Whether a currency's or unit's letters and a number stand at `j` ("owes Calder | Rs 40")."""
        is_unit = self.tokens[j].folded in self.lexicon.concept_acronyms
        return is_unit and j + 1 < len(self.tokens) and self.tokens[j + 1].text[0].isdigit()

    def _is_joint(self, j: int) -> bool:
        """As in "Calder & Sons", "King's Fund", "Farmers' Union": the last two with people that a name starts with."""
        if self.tokens[j].text in "&+":
            return True
        if self.tokens[j].folded in self.grammar.foreign_coordinators:
            # "la China Road | and Bridge Corporation"
            return self.view.capital[j - 1] and j + 1 < len(self.tokens) and self.view.capital[j + 1]
        if not self.view.is_genitive(j) or j + 1 >= len(self.tokens):
            return False
        if self.tokens[j - 1].folded in self.lexicon.genitive_words:
            return True
        # "Pastoralists' Council": what belongs to several people, when only its name makes it a capital's
        plurals = plural_endings(self.view.doc.language)
        is_plural = self.tokens[j].text in APOSTROPHES and self.tokens[j - 1].folded.endswith(plurals)
        head = self.tokens[j + 1].folded
        is_body = head in self.grammar.last_words or head in self.grammar.company_words
        is_body = is_body or head in self.lexicon.gatherings
        return is_plural and self.view.is_common(j - 1) and is_body

    def is_role(self, j: int) -> bool:
        """Whether a role noun starts at token `j` that isn't an organisation's head too, as "board" is."""
        return self.grammar.roles.match(self.tokens, j) > j and self.tokens[j].folded not in self.grammar.last_words

    def _last_head(self, i: int, end: int) -> int:
        last_words, company_words = self.grammar.last_words, self.grammar.company_words
        for h in range(end - 1, i - 1, -1):
            word = self.tokens[h].folded
            if word in last_words:
                return h
            if word in company_words and (
                self._has_own_word(i, h)
                or (h - i > self.lexicon.premodified and self._is_definite(i))
                or self._is_abbreviated(i, h, end)
                or self._has_aim(i, h, end)
            ):
                return h
            if h > i + 1 and word in self.lexicon.field_heads and self.tokens[h - 1].folded in self.lexicon.head_fields:
                return h
        return -1

    def _has_aim(self, i: int, h: int, end: int) -> bool:
        """As in "the Platform for | Urban Mobility": behind an article, what it is for makes a body of its head."""
        if h != end - 1 or self.tokens[h].folded not in self.lexicon.purpose_heads or end + 1 >= self.view.limit[i]:
            return False
        is_aimed = self.tokens[end].folded in self.lexicon.purposes and self.view.capital[end + 1]
        return is_aimed and self._is_definite(i)

    def _is_abbreviated(self, i: int, h: int, end: int) -> bool:
        """As in "the Pacific Community (SPC)": a bracket with an acronym behind an article and two words at least."""
        if h == i or h != end - 1 or end + 2 >= self.view.limit[i] or self.tokens[end].text != "(":
            return False
        return self._is_definite(i) and is_acronym_shape(self.tokens[end + 1].text) and self.tokens[end + 2].text == ")"

    def _has_own_word(self, i: int, h: int) -> bool:
        """Whether `[i, h)` holds a name or a place, which an organisation has and a subject hasn't."""
        return any(self.view.is_name_word(k) or self.view.is_place(k) or self.view.is_demonym(k) for k in range(i, h))

    def _is_head_word(self, k: int) -> bool:
        """Whether the word at `k` says of a name that it is an organisation's."""
        word = self.tokens[k].folded
        return word in self.grammar.last_words or word in self.grammar.company_words

    def _is_lasting(self, first: int, head: int, last: int) -> bool:
        """Whether what is called a forum or congress is a body: it speaks, has officers, or is its members'."""
        k, limit = first - 1, self.view.limit[first]
        while k > self.view.origin[first] and self.tokens[k].folded in self.lexicon.articles:
            k -= 1
        if k >= self.view.origin[first] and self.tokens[k].folded in self.lexicon.localisers:
            return False
        if self.tokens[head].folded not in self.grammar.not_names or self._is_members(head - 1):
            return True
        if self.tokens[head - 1].text in APOSTROPHES and self.view.is_genitive(head - 1):
            return True  # "the Governors' Forum"
        speaks = not self.lexicon.speech_verbs.isdisjoint(self.view.doc.words[last : min(last + 2, limit)])
        thinks = last < limit and self.view.main_verb(last) in self.lexicon.opinion_verbs
        return speaks or thinks or (last < limit and self.is_role(last)) or self._has_officers(k)

    def _is_members(self, k: int) -> bool:
        word = self.tokens[k].folded
        return word in self.lexicon.genitive_words or word in self.grammar.members_words

    def _has_officers(self, k: int) -> bool:
        """Whether what ends at `k` has a body behind it: "president of | X", "members of | X", "Ana Roe (| X)"."""
        if k <= self.view.origin[k]:
            return False
        if self.tokens[k].text == "(":
            return self.view.is_name_word(k - 1)
        if self.tokens[k].folded in self.lexicon.leading_verbs:
            return bool(self.tokens[k].verb)
        is_office = self.grammar.roles.match_back(self.tokens, k, self.view.origin[k]) < k
        return is_office or self.tokens[k - 1].folded in self.lexicon.worker_nouns

    def heads_name(self, j: int) -> bool:
        """Whether a role noun is an organisation's head too, as "board" and "chair" may be."""
        return self.tokens[j].folded in self.grammar.last_words

    def _is_house(self, k: int) -> bool:
        return self.tokens[k].folded in self.lexicon.houses or self.tokens[k].folded in self.grammar.last_words

    def _panel_end(self, end: int, limit: int) -> int:
        """Position behind a committee in small letters at `end` ("… | transport committee"); -1 where none is."""
        for k in range(end, min(end + 3, limit)):
            is_panel = self.tokens[k].folded in self.lexicon.panels  # whatever the tagger makes of it
            if self.view.capital[k] or (self.tokens[k].pos not in ("NOUN", "ADJ", "PROPN") and not is_panel):
                break
            if k > end and is_panel:
                return k + 1
            if is_panel and k + 1 < limit and self.tokens[k + 1].folded in self.lexicon.topic_prepositions:
                return self._behind_topic(k + 2, limit)
        return -1

    def _behind_topic(self, k: int, limit: int) -> int:
        """Position behind what a panel is on ("the Senate committee on | basic education"); -1 where nothing is."""
        begin = k
        while k < limit and self.tokens[k].pos in ("NOUN", "ADJ", "PROPN") and not self.tokens[k].verb:
            k += 1
            joins = k + 1 < limit and self.tokens[k].folded in self.lexicon.coordinators
            if joins and self.tokens[k + 1].pos == "NOUN":
                k += 1
        return k if k > begin else -1

    def _starts(self, i: int) -> bool:
        """Whether a sentence's first word is one that only its place gives a capital."""
        return self.tokens[i].pos not in ("PROPN", "NOUN", "ADJ") and not is_acronym_shape(self.tokens[i].text)

    def _is_definite(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].folded in self.lexicon.definite

    def follows_article(self, i: int) -> bool:
        """Whether a definite article in the singular stands before token `i`."""
        if not i:
            return False
        word = self.tokens[i - 1].folded
        return word in self.lexicon.definite and word not in self.lexicon.plural_articles

    def is_nameable(self, j: int, end: int) -> bool:
        """Whether `[j, end)` may be a name: no concept, place, thing or single ordinary word."""
        view = self.view
        if end == j or self.tokens[j].folded in self.lexicon.concept_acronyms:
            return False
        if self._is_only_place(j, end):
            return False
        head, sign, tail = self.tokens[j].folded.replace("’", "'").partition("'")
        if sign and (tail in self.lexicon.contractions and len(head) < 5):
            return False  # "I've"
        if view.is_place(end - 1) and all(self.tokens[k].folded in self.lexicon.directions for k in range(j, end - 1)):
            return False  # "North Africa"
        if len(self.tokens[j].text) < 3 and self.tokens[end - 1].text.isdigit():
            return False
        if self.tokens[j].text[1:2] == "-" and end == j + 1 and self.tokens[j - 1].text == "(":
            return False  # "Ana Roe (D-Ohio)"
        whole, _, direction = self.tokens[j].folded.rpartition("-")
        if end == j + 1 and direction in self.lexicon.directions and not self._is_introduced(j, whole):
            return False  # "l'Extrême-Nord"
        if self.tokens[end - 1].folded in self.grammar.not_names or self._is_concept(j, end):
            return False
        return (
            end - j > 1
            or not view.is_common(j)
            or self.tokens[j - 1].text in OPENING_QUOTES
            or self.tokens[j].pos == "PROPN"
            or self._acts_by_name(j)
        )

    def _is_only_place(self, j: int, end: int) -> bool:
        """Whether the words are places and numbers, unless they are a small town's, as names of bodies may be too."""
        view = self.view
        if not all(view.is_place(k) or self.tokens[k].text.isdigit() for k in range(j, end)):
            return False
        place = view.place_at.get(j)
        is_one = end > j + 1 and place is not None and place is view.place_at.get(end - 1)
        return not (is_one and place is not None and place.kind == "city") or is_place_name(
            view.text(j, end), METROPOLIS
        )

    def _is_concept(self, j: int, end: int) -> bool:
        """Whether the name starts as things' names do, or is one word for something that is done or thought."""
        word = self.tokens[j].folded
        return word in self.grammar.not_names or (end == j + 1 and word.endswith(tuple(self.lexicon.concept_endings)))

    def _acts_by_name(self, j: int) -> bool:
        """As in "the union | Beacon fretted": a verb behind an ordinary word that a common noun introduces."""
        before, word = self.tokens[j - 1], self.tokens[j].folded
        if not j or j + 1 >= self.view.limit[j] or not self.view.is_in_paragraph(j) or self.view.capital[j - 1]:
            return False
        is_bodys = word in self.lexicon.policy_words or word in self.grammar.last_words or self.is_role(j)
        is_noun = before.folded in self.grammar.designators.by_first and not is_bodys
        return is_noun and self.tokens[j + 1].verb in ("Fin", "Part")

    def _is_introduced(self, j: int, name: str) -> bool:
        """As in "le groupe public | Calder-Est": a noun says what it is that bears a name with a direction in it."""
        k, language = j - 1, self.view.doc.language
        while k > self.view.origin[j] and self.tokens[k].pos == "ADJ" and not self.view.capital[k]:
            k -= 1
        is_own = bool(name) and name not in self.lexicon.directions and not is_known_word(name, language)
        return is_own and self.grammar.designators.match(self.tokens, k) == k + 1

    def looks_corporate(self, j: int, end: int) -> bool:
        """Whether a word of `[j, end)` is one that people's names don't have."""
        return self.has_company_sign(*range(j, end)) or any(
            self.view.is_common(k) or self.view.is_place(k) for k in range(j, end)
        )

    def has_company_sign(self, *positions: int) -> bool:
        """Whether a word is an acronym, "&", in camel case or a word of companies' names."""
        signs, tokens = self.grammar.company_signs, self.tokens
        return any(tokens[k].folded in signs or _has_company_shape(tokens[k].text) for k in positions)

    def _names_place(self, k: int) -> bool:
        return self.view.is_place(k) or not self.view.is_common(k)
