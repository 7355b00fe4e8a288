"""Organisations of a body: by head noun ("Agence de l'eau"), acronym, company form and what is said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.lexicon import languages
from pipelines.extract.names import (
    APOSTROPHES,
    OPENING_QUOTES,
    View,
    is_acronym_shape,
    is_place_name,
)
from pipelines.extract.phrases import Complement
from pipelines.extract.records import Span
from pipelines.extract.text import fold

_MAX_RUN = 9  # words of a capitalised name
_MAX_SMALL_FIELDS = 5  # words before "ministry"
_MAX_FIELDS = 4  # fields that commas join in a name
_MAX_TO_BRACKET = 9  # tokens between what is surely a name's and the bracket with its acronym
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


def _is_camel_case(text: str) -> bool:
    """Whether a capital follows a small letter, as companies write their names ("SolarNow")."""
    # Behind the third letter only, as family names too have one sooner ("McAvoy").
    if text[:3].isupper() and text[-3:].islower() and text.isalpha():
        return True  # "BLUEtide"
    return not text[2:].islower() and any(a.islower() and b.isupper() for a, b in pairwise(text[2:]))


def _has_acronym(text: str) -> bool:
    """Whether a word is an acronym or has one before or behind a hyphen ("WLF-Pacific")."""
    return is_acronym_shape(text) or ("-" in text and any(is_acronym_shape(p) and len(p) > 2 for p in text.split("-")))


class Organisations:
    """Finds an article's organisations, those of surest shape first."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.tokens = view.tokens
        self.lexicon = view.lexicon
        self.grammar = view.grammar
        self.found: list[Found] = []
        self.taken: dict[int, Found] = {}
        self.acronyms: dict[str, Found] = {}
        self.run_ends: dict[int, int] = {}

    # ------------------------------------------------------------ names with a head noun

    def find_by_head(self) -> None:
        """Names that a head noun, a company form or a bracketed acronym marks."""
        view, behind = self.view, 0
        openers, excluded = view.doc.positions_of(self.grammar.openers), self.grammar.excluded.by_first
        for i in sorted({*openers, *view.capitals, *view.place_at}):
            if i < behind:
                continue
            behind = self._behind_excluded(i) if self.tokens[i].folded in excluded else i
            if i in view.blocked or i in view.barred:
                continue
            if behind > i:
                found = self._at(i) if view.capital[i] and not self._is_meeting_place(i, behind) else None
                if found and found.acronym and found.last > behind:
                    self.keep(found)  # "Centre hospitalier | régional de Gondar (CHRG)"
                    behind = found.last
                continue
            if (found := self._at(i)) and not self.is_addressed(found.first):
                self.keep(found)
                behind = found.last

    def _is_meeting_place(self, i: int, end: int) -> bool:
        """As in "Centre de conférences": what takes place there is in what it is called."""
        language, events = self.view.doc.language, self.lexicon.events
        return any(fold(lemma(t.text.lower(), language)) in events for t in self.tokens[i:end])

    def _behind_excluded(self, i: int) -> int:
        """Position behind words that are no organisation; `i` where a head ends them ("Private Sector | Union")."""
        end = self.grammar.excluded.match(self.tokens, i)
        if end == i or end >= self.view.limit[i] or not (self.view.capital[i] and self.view.capital[end]):
            return end
        return i if self.tokens[end].folded in self.grammar.last_words else end

    def keep(self, found: Found) -> None:
        """Add an organisation, unless one of its words is another's already."""
        if any(i in self.taken for i in range(found.first, found.last)):
            return
        if not found.spans:
            found.spans = [self.view.doc.span(found.first, found.last)]
        self.found.append(found)
        for i in range(found.first, found.last):
            self.taken[i] = found
        if found.acronym:
            self.acronyms.setdefault(fold(found.acronym), found)

    def _at(self, i: int) -> Found | None:
        token, is_capital = self.tokens[i], self.view.capital[i]
        if not token.text[0].isalpha():
            return None
        word = token.folded
        may_designate = word in self.grammar.designators.by_first or i in self.view.place_at
        may_head = word in self.grammar.heads.by_first or word in self.lexicon.organisation_premodifiers
        if self.lexicon.premodified:
            run = self._capital_run(i) if is_capital else self._small_ministry(i)
            return run or (self._headed(i) if may_head else None) or (self._designated(i) if may_designate else None)
        found = self._designated(i) if may_designate else None
        if not found and is_capital and i + 1 < self.view.limit[i] and self.view.capital[i + 1]:
            found = self._authority(i)
        found = found or (self._headed(i) if may_head else None)
        found = found or (self._compound(i) if is_capital and "-" in token.text else None)
        return found or (self._capital_run(i) if is_capital else None)

    def _small_ministry(self, i: int) -> Found | None:
        """As in "the | finance ministry": a field in small letters before the head, and an article."""
        word, first = self.tokens[i].folded, i
        if word not in self.lexicon.sure_heads or (i + 1 < self.view.limit[i] and self.view.is_genitive(i + 1)):
            return None
        while first > max(self.view.origin[i], i - _MAX_SMALL_FIELDS) and self._is_small_field(first - 1):
            first -= 1
        if first == i or first == self.view.origin[i] or self.tokens[first].folded not in self.lexicon.policy_words:
            return None
        before = self.tokens[first - 1]
        is_whose = before.folded in self.lexicon.definite or self.view.is_genitive(first - 1)
        return self.named(Found(first, i + 1, "", 0.8), i + 1) if is_whose or self.view.is_demonym(first - 1) else None

    def _is_small_field(self, k: int) -> bool:
        token = self.tokens[k]
        if self.view.capital[k] or token.verb:
            return False
        return token.folded in self.lexicon.policy_words or token.folded in self.lexicon.coordinators

    def _authority(self, i: int) -> Found | None:
        """As in "la Région Occitanie", "Rennes Métropole": what governs a place, unless something is in the place.

        Another capital follows at `i + 1`.
        """
        view = self.view
        end = i + 1
        if self.tokens[i].folded in self.lexicon.authorities and i not in view.starts:
            while end < view.limit[i] and (view.capital[end] or view.place_at.get(end) is view.place_at.get(i + 1, i)):
                end += 1
            is_named = end > i + 1 and self.follows_article(i) and (view.is_place(i + 1) or not view.is_common(i + 1))
        else:
            end += 1
            is_named = self.tokens[i + 1].folded in self.lexicon.authorities and self._names_place(i)
        k = i - 1 - (i > view.origin[i] and self.tokens[i - 1].folded in self.lexicon.articles)
        if not is_named or (k >= view.origin[i] and self.tokens[k].folded in self.lexicon.localisers):
            return None
        return self.named(Found(i, end, "", 0.75), end)

    def _compound(self, i: int) -> Found | None:
        """As in "le Soleil-Vert ivoirien": two ordinary words joined under capitals, and of which country it is."""
        view, words = self.view, self.tokens[i].folded.split("-")
        end, limit = i + 1, view.limit[i]
        if end >= limit or not self._is_definite(i) or i in view.place_at or len(words) != 2:
            return None
        modifiers = self.lexicon.directions | self.lexicon.organisation_premodifiers | self.lexicon.ambiguous_words
        if not modifiers.isdisjoint(words) or not self.tokens[i].text.rpartition("-")[2][:1].isupper():
            return None
        ordinary, language = self.lexicon.ordinary_words, view.doc.language
        if not all(word in ordinary or is_known_word(word, language) for word in words):
            return None
        if view.is_demonym(end) and not view.capital[end]:
            end += 1
        else:
            end += self.tokens[end].folded in self.lexicon.prepositions
            end += end < limit and self.tokens[end].folded in self.lexicon.articles
            place = view.place_at.get(end) if end > i + 1 and end < limit else None
            while end < limit and place is not None and view.place_at.get(end) is place:
                end += 1
            if place is None or place.kind != "country":
                return None
        return self.named(Found(i, end, "", 0.85), end)

    def _headed(self, i: int) -> Found | None:
        """Head noun first: "Agence nationale de l'eau", "ministère de la Pêche", "ministry of health"."""
        view = self.view
        begin = i
        if view.capital[i] and self.tokens[i].folded in self.lexicon.organisation_premodifiers:
            i += 1
            if i >= len(self.tokens) or not self.tokens[i].text[0].isalpha():
                return None
        head_end = self.grammar.heads.match(self.tokens, i)
        head = self.tokens[i].folded
        if head_end == i or (self.lexicon.premodified and not self._is_sure(i, head_end)):
            return None
        if (begin == i and self._is_inside(i)) or self._is_honour(begin):
            return None
        complement = Complement(view, head_end, for_role=False, first=i)
        end = self._reach_bracket(complement.end, begin)
        house = complement.contents[0] if complement.contents else head_end - 1
        if self.lexicon.premodified and house > i and self._is_house(house):
            end = max(end, self._panel_end(end, view.limit[i]))  # "House of Deputies | transport committee"
        acronym, spans_end = self.bracket(end, begin)
        if aimed := self._aimed_whole(begin, head_end, end, acronym):
            return self.named(aimed, spans_end)
        found = Found(begin, end, "", 0.0, acronym=acronym)
        if view.capital[begin]:
            found.confidence = self._capital_head(begin, head_end, complement, acronym)
        else:
            found.confidence, found.last = self._small_head(begin, head_end, complement, acronym)
            if found.last != end:
                found.acronym = None
        if not found.confidence or (found.last == begin + 1 and head not in self.lexicon.institutions):
            return None
        return self.named(found, spans_end)

    def _is_inside(self, i: int) -> bool:
        """Whether a capital stands right before the capital at `i`, so that a name began before it."""
        if not i or not (self.view.capital[i] and self.view.capital[i - 1]):
            return False
        return self.tokens[i - 1].end + 1 == self.tokens[i].start and not self._starts(i - 1)

    def _aimed_whole(self, begin: int, head_end: int, end: int, acronym: str | None) -> Found | None:
        """As in "le Programme des | Ligues unies pour les lacs": the aim is that of what the organisation has.

        The whole is a body where its own capital or acronym says so, and else the organisation's plan or project.
        """
        links = self.lexicon.purposes | self.lexicon.weak_prepositions
        aim = next((k for k in range(head_end, end) if self.tokens[k].folded in links), -1)
        k = begin - 1
        while k > self.view.origin[begin] and self.tokens[k].folded in self.lexicon.articles:
            k -= 1
        noun = k - 1
        is_owned = aim > head_end and noun >= self.view.origin[begin]
        if not is_owned or self.tokens[k].folded not in self.lexicon.prepositions or not self.view.capital[begin]:
            return None
        if self.tokens[noun].folded not in self.grammar.not_names:
            return None
        is_body = self.tokens[noun].folded in self.lexicon.body_things
        if is_body and (self.view.capital[noun] or (acronym and self.initials_agree(acronym, noun, end))):
            return Found(noun, end, "", 0.95 if acronym else 0.85, acronym=acronym)
        return Found(begin, aim, "", 0.85)

    def _is_honour(self, i: int) -> bool:
        """As in "Chevalier de l'| Ordre du Lion"."""
        k = i - 1
        while k > self.view.origin[i] and self.tokens[k].folded in self.grammar.articles_and_prepositions:
            k -= 1
        return self.view.origin[i] <= k < i - 1 and self.tokens[k].folded in self.lexicon.honours

    def is_addressed(self, i: int) -> bool:
        """Whether what follows is the verb's, not the name's: "a informé le | Conseil de …", or a role's end."""
        k = i - 1
        before = self.tokens[k].folded
        if k <= self.view.origin[i] or before not in self.grammar.articles_and_prepositions:
            return False
        if before in self.lexicon.prepositions and self.grammar.roles.match(self.tokens, k - 1) > i:
            return True  # "Member of | Parliament for …"
        if self.tokens[k].folded not in self.lexicon.definite or not self.lexicon.informing_verbs:
            return False
        said = {self.tokens[k - 1].folded, lemma(self.tokens[k - 1].text.lower(), self.view.doc.language)}
        follows = i + 1 < self.view.limit[i] and self.tokens[i + 1].folded in self.lexicon.prepositions
        return (
            not said.isdisjoint(self.lexicon.informing_verbs)
            and follows
            and self.tokens[i].folded in self.lexicon.panels
        )

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
                has_purpose = any(t.folded in self.lexicon.purposes for t in self.tokens[begin : end + 1])
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

    def _is_sure(self, i: int, head_end: int) -> bool:
        return " ".join(t.folded for t in self.tokens[i:head_end]) in self.lexicon.sure_heads

    def _starts(self, i: int) -> bool:
        opens = i in self.view.starts and self.tokens[i].pos not in ("PROPN", "NOUN", "ADJ")
        return opens and not is_acronym_shape(self.tokens[i].text)

    def _capital_head(self, begin: int, head_end: int, complement: Complement, acronym: str | None) -> float:
        if acronym:
            return 0.95
        if complement.end == head_end:
            is_institution = self.tokens[begin].folded in self.lexicon.institutions and begin not in self.view.starts
            return 0.75 if is_institution and self._is_definite(begin) else 0.9 if head_end - begin > 1 else 0.0
        generic = all(t.folded in self.lexicon.role_suffixes for t in self.tokens[head_end : complement.end])
        if generic and not complement.contents:
            return 0.0
        if begin in self.view.starts:
            named = any(self.view.capital[k] for k in range(head_end, complement.end))
            return 0.8 if named else 0.65 if self.view.is_in_paragraph(begin) else 0.0
        return 0.92

    def _is_definite(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].folded in self.lexicon.definite

    def _small_head(self, begin: int, head_end: int, complement: Complement, acronym: str | None) -> tuple[float, int]:
        """Confidence and end of a name whose head has no capital: "ministère de la Santé", "institut Pasteur"."""
        view, end = self.view, complement.end
        if acronym:  # unless it is the acronym of the organisation that this is a part of
            return (0.0 if any(view.capital[k] and self._is_whole(k) for k in complement.contents) else 0.93), end
        if end == head_end:
            return 0.0, end
        if self._is_sure(begin, head_end):
            return (0.92 if complement.contents else 0.0), end
        capitals = [k for k in complement.contents if view.capital[k]]
        if self.tokens[begin].folded in self.lexicon.organ_heads:
            return self._organ(head_end, complement, capitals)
        after = self.tokens[min(end, len(self.tokens) - 1)]
        if (
            self.tokens[head_end].folded in self.lexicon.determiners
            or self.tokens[head_end].pos == "PRON"
            or (view.is_common(head_end) and after.pos in ("PRON", "SCONJ"))
        ):
            return 0.0, end  # a name that is a sentence: where it ends isn't known
        is_letter = len(self.tokens[head_end].text) == 1  # "le réseau B"
        direct = view.capital[head_end] and not is_letter and (view.is_name_word(head_end) or view.is_common(head_end))
        if direct and self.tokens[begin].folded not in self.lexicon.company_words:
            # "l'école Sainte-Claire" is a building, unless it acts
            is_building = self.tokens[begin].folded in self.lexicon.venue_heads and after.verb != "Fin"
            return 0.0 if is_building else 0.82, end
        if not self._is_definite(begin):
            return 0.0, end
        if self.tokens[begin].folded in self.lexicon.owned_nouns and len(complement.contents) < 2:
            return 0.0, end  # "le réseau de Calderis" is Calderis's
        if any(not view.is_place(k) and not is_acronym_shape(self.tokens[k].text) for k in capitals):
            return 0.75, end
        is_seated = capitals and view.is_place(capitals[-1]) and end - head_end <= 4
        return (0.7, end) if is_seated and self.tokens[begin].folded not in self.lexicon.venue_heads else (0.0, end)

    def _organ(self, head_end: int, complement: Complement, capitals: list[int]) -> tuple[float, int]:
        """A part of an organisation, named where the words before the whole's name say which part it is."""
        parent = next((k for k in capitals if self._is_whole(k)), None)
        if parent is not None:
            end = parent
            while end > head_end and self.tokens[end - 1].folded in self.grammar.articles_and_prepositions:
                end -= 1
            inside = [k for k in complement.contents if k < end]
            is_named = len(inside) > 1 or (inside and self._is_named_panel(head_end, complement))
            return (0.75, end) if is_named else (0.0, end)
        if self._is_named_panel(head_end, complement) or self._has_two_fields(head_end, complement):
            return 0.7, complement.end
        linked = any(self.grammar.organ_links.match(self.tokens, k) > k for k in range(head_end, complement.end))
        return (0.75, complement.end) if linked and capitals else (0.0, complement.end)

    def _is_named_panel(self, head_end: int, complement: Complement) -> bool:
        """As in "la commission des finances", "le comité national de l'eau": no capital, but a field of its own."""
        head, follower = head_end - 1, self.tokens[head_end]
        if self.tokens[head].folded not in self.lexicon.panels or not complement.contents:
            return False
        if not head or self.lexicon.premodified:
            return False
        before = self.tokens[head - 1].folded
        if before not in self.lexicon.definite and before not in self.lexicon.localisers:
            return False
        field = complement.contents[0]
        if self.tokens[field].folded in self.grammar.not_names and not self.view.capital[field]:
            return False  # "le conseil de la région"
        is_defined = (
            self.tokens[field - 1].folded in self.lexicon.articles
            or self.tokens[field - 1].folded in self.lexicon.plural_articles
        )
        return is_defined or (follower.pos == "ADJ" and not self.view.capital[head_end])

    def _has_two_fields(self, head_end: int, complement: Complement) -> bool:
        """As in "la direction du budget et du plan": what is done in the part of a ministry or town that it is."""
        fields = complement.contents
        is_definite = self.tokens[head_end - 2].folded in self.lexicon.definite if head_end > 1 else False
        if len(fields) < 2 or not is_definite or self.lexicon.premodified:
            return False
        return all(self.tokens[k].folded in self.lexicon.policy_words for k in fields)

    def _is_whole(self, k: int) -> bool:
        return is_acronym_shape(self.tokens[k].text) or self.grammar.heads.match(self.tokens, k) > k

    # ------------------------------------------------------------ names with a capital on every word

    def _capital_run(self, i: int) -> Found | None:
        """Head noun last, or a company's form: "Volta River Authority", "Ministry of Roads", "Sahel Invest SA"."""
        view = self.view
        if (
            self._starts(i)
            or view.is_calendar(i)
            or (
                i
                and view.capital[i - 1]
                and i - 1 not in self.taken
                and not self._starts(i - 1)
                and self.run_end(i - 1) > i
            )
        ):
            return None
        if self.tokens[i].folded in self.grammar.run_enders:  # no role nor title starts with another word
            is_role = self.grammar.roles.match(self.tokens, i) > i and not self.view.is_genitive(i + 1)
            if is_role or self.grammar.titles.match(self.tokens, i) > i:
                return None
        end = self.run_end(i)
        head = self._last_head(i, end)
        whole = self._organ_of_house(i, end) or self._holder_of_event(i, head, end)
        if whole:
            return whole
        if head < 0:
            head, end = self._joined_run(i, end) or (head, end)
        if head < 0:
            is_institution = end == i + 1 and self.tokens[i].folded in self.lexicon.institutions
            return self._congress(i, end) if is_institution else self._with_suffix(i, end)
        if end > head + 2 and self._is_before_holder(i, head, end):
            end = head + 1
        return self._run_with_head(i, head, end)

    def _holder_of_event(self, i: int, head: int, end: int) -> Found | None:
        """As in "the third | World Lakes Council Water Forum": whose a conference is, where its name begins so."""
        if head <= i or end == head + 1 or self.tokens[end - 1].folded not in self.lexicon.events:
            return None
        is_body = self._is_strong(head) and self.tokens[head].folded not in self.lexicon.gatherings
        if not is_body or not self.lexicon.premodified or self._is_leading(i):
            return None
        return self.named(Found(i, head + 1, "", 0.75), head + 1)

    def run_end(self, i: int) -> int:
        """Position behind the capitalised words that start at `i`, up to a role, a title or a day."""
        end = self.run_ends.get(i)
        if end is None:
            end = self.run_ends[i] = self._read_run(i)
        return end

    def _read_run(self, i: int) -> int:
        view, j = self.view, i
        last, calendar = min(view.limit[i], i + _MAX_RUN), self.grammar.calendar
        while j < last and j not in view.blocked and self.tokens[j].folded not in calendar:
            if not (view.capital[j] if j == i else self._goes_on(j)):
                break
            j += 1
        if j > i + 1 and self.tokens[j - 1].text.isdigit() and view.limit[i] > j and self.tokens[j].text == "%":
            j -= 1
        return j

    def _goes_on(self, j: int) -> bool:
        """Whether a capitalised run goes on with token `j`: a capital, a number, or what joins two capitals."""
        view, token = self.view, self.tokens[j]
        if not view.capital[j] or not token.space:
            joint = self._is_joint(j) and j + 1 < view.limit[j] and view.capital[j + 1]
            number = token.text.isdigit() and len(token.text) < 4 and token.space
            if not (view.capital[j] or joint or number):
                return False
            if not token.space and not joint and self.tokens[j - 1].text[-1] not in "'’&+":
                return False
        if token.folded not in self.grammar.run_enders:
            return True
        is_title = self.grammar.titles.match(self.tokens, j) > j
        return not (is_title or self._is_amount(j) or self.is_role(j))

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
        is_plural = self.tokens[j].text in APOSTROPHES and self.tokens[j - 1].folded.endswith("s")
        head = self.tokens[j + 1].folded
        is_body = head in self.grammar.last_words or head in self.grammar.company_words
        return is_plural and self.view.is_common(j - 1) and is_body

    def is_role(self, j: int) -> bool:
        """Whether a role noun starts at token `j` that isn't an organisation's head too, as "board" is."""
        return self.grammar.roles.match(self.tokens, j) > j and self.tokens[j].folded not in self.grammar.last_words

    def _last_head(self, i: int, end: int) -> int:
        for h in range(end - 1, i - 1, -1):
            word = self.tokens[h].folded
            is_company = word in self.grammar.company_words and (
                self._has_own_word(i, h) or (h - i > self.lexicon.premodified and self._is_definite(i))
            )
            is_company = is_company or (word in self.grammar.company_words and self._is_abbreviated(i, h, end))
            is_field = word in self.lexicon.field_heads and self.tokens[h - 1].folded in self.lexicon.head_fields
            if word in self.grammar.last_words or is_company or (is_field and h > i + 1):
                return h
        return -1

    def _is_abbreviated(self, i: int, h: int, end: int) -> bool:
        """As in "the Pacific Community (SPC)": a bracket with an acronym behind an article and two words at least."""
        if h == i or h != end - 1 or end + 2 >= self.view.limit[i] or self.tokens[end].text != "(":
            return False
        return self._is_definite(i) and is_acronym_shape(self.tokens[end + 1].text) and self.tokens[end + 2].text == ")"

    def _has_own_word(self, i: int, h: int) -> bool:
        """Whether `[i, h)` holds a name or a place, which an organisation has and a subject hasn't."""
        return any(self.view.is_name_word(k) or self.view.is_place(k) or self.view.is_demonym(k) for k in range(i, h))

    def _joined_run(self, i: int, end: int) -> tuple[int, int] | None:
        """As in "Energy and Water Authority": fields of one name that a coordinator joins before the head."""
        end = self._behind_fields(i, end)
        limit = self.view.limit[i]
        if end < limit and self.tokens[end].text in APOSTROPHES and self.view.is_genitive(end):
            end += 1  # "Pilots' | and Dockers' Union"
        if end + 1 < self.view.limit[i] and self.lexicon.premodified and self.tokens[end].text == ",":
            end += self.tokens[end + 1].folded in self.lexicon.coordinators  # "Lands, Housing, and Works Ministry"
        if end >= self.view.limit[i] - 1 or self.tokens[end].folded not in self.lexicon.coordinators:
            return None
        if not self.view.capital[end + 1]:
            return None
        further = self.run_end(end + 1)
        head = self._last_head(end + 1, further)
        acronym = self.bracket(further, i)[0] if head > end + 1 else None
        if acronym and end > i + 1 and self.initials_agree(acronym, i, further):
            return head, further  # "Gondar Re-Rollers and Melters Association (GRMA)"
        before = end - 1 - (self.tokens[end - 1].text == "," or self.tokens[end - 1].text in APOSTROPHES)
        if not self.view.is_common(before) or self.view.is_place(before):
            return None
        if any(not self.view.is_common(k) for k in range(end + 1, head) if self.view.capital[k]):
            names = [k for k in range(i, end) if not self.view.is_common(k) and not self.view.is_place(k)]
            return (head, further) if head > end + 1 and not names else None
        return (head, further) if head > end + 1 else None

    def _behind_fields(self, i: int, end: int) -> int:
        """As in "the Trade, | Labour and Skills Committee": position behind the last field that a comma joins."""
        limit = self.view.limit[i]
        for _ in range(_MAX_FIELDS):
            if end + 1 >= limit or self.tokens[end].text != "," or not self.lexicon.premodified:
                break
            further = self.run_end(end + 1)
            fields = (*range(i, end), *range(end + 1, further))
            if not all(self.tokens[k].text == "," or self._is_field(k) for k in fields):
                break
            end = further
        return end

    def _is_field(self, k: int) -> bool:
        """Whether a word may be what an organisation is about: an ordinary one, no body, or a continent."""
        word = self.tokens[k].folded
        if word in self.grammar.continents:
            return True
        is_body = word in self.grammar.last_words or word in self.lexicon.institutions
        return self.view.is_common(k) and not is_body and not self.view.is_demonym(k)

    def _run_with_head(self, i: int, head: int, end: int) -> Found | None:
        view = self.view
        first = i
        while first < head and (self._is_leading(first)):
            first += 1
        last, contents = self._behind_complement(first, head, end)
        acronym, spans_end = self.bracket(last, first)
        edges = (head if self._is_strong(head) else first, head if contents or acronym else last - 1)
        if any(self.tokens[k].folded in self.grammar.not_names and k != head for k in edges) or self._is_venue(
            first, head
        ):
            return None
        if (
            self.tokens[head].folded in self.lexicon.gatherings
            and last > first + 1
            and not self._is_lasting(first, head)
        ):
            return None
        if head == first and not acronym and not contents and self._is_before_person(head, last):
            return None
        if last - first == 1 or not (contents or head > first or last > head + 1):
            return self._institution(first)
        own = self._has_own_word(first, last)
        in_text = view.is_in_paragraph(first)
        confidence = 0.95 if acronym else 0.92 if in_text and first not in view.starts else 0.85 if own else 0.7
        if not acronym and not own and not in_text:
            return None
        if self._behind_excluded(first) > first:
            return None
        return self.named(Found(first, last, "", confidence, acronym=acronym), spans_end)

    def _behind_complement(self, first: int, head: int, end: int) -> tuple[int, bool]:
        """Position behind a run that ends in its head and what the head is of; whether it is of anything."""
        if end > head + 1:
            return end, False
        if not self.lexicon.premodified:  # "la Bank of Gondar"
            return (self.run_end(end + 1), True) if self._links_abroad(end) else (end, False)
        complement = Complement(self.view, end, for_role=False, first=first)
        is_seat = not self._is_strong(head) and all(self.view.is_place(k) for k in complement.contents)
        if not complement.contents or is_seat:  # "Calder Group of Toronto"
            return end, False
        last = self._reach_bracket(complement.end, first)
        if not self.view.capital[complement.contents[0]] and not self.bracket(last, first)[0]:
            return end, False  # "a Lakes Fund | for pipes and pumps", "the Pilots' Union | for six years"
        return last, True

    def _links_abroad(self, k: int) -> bool:
        """Whether a preposition of another language and a capital go on with a name in that language."""
        is_link = k + 1 < self.view.limit[k - 1] and self.tokens[k].folded in self.grammar.foreign_links
        return is_link and self.view.capital[k + 1]

    def _is_before_person(self, head: int, last: int) -> bool:
        """As in "Assistant to the President on | Industries Awa Bilal Roe": a field, then who holds the role."""
        is_governed = head > self.view.origin[head] and self.tokens[head - 1].folded in self.grammar.function_words
        words = range(head + 1, last)
        return is_governed and len(words) > 1 and all(self.view.is_name_word(k) for k in words)

    def _is_before_holder(self, first: int, head: int, last: int) -> bool:
        """As in "the Speaker of the National Assembly | Awa Roe": a role of the body stands before it."""
        k, origin = first - 1, self.view.origin[first]
        while k > origin and self.tokens[k].folded in self.lexicon.articles:
            k -= 1
        if head == first or k <= origin or self.tokens[k].folded not in self.lexicon.prepositions:
            return False
        return self.is_role(k - 1) and all(self.view.is_name_word(n) for n in range(head + 1, last))

    def _is_lasting(self, first: int, head: int) -> bool:
        """Whether what is called a forum or congress is a body: it speaks, has officers, or is its members'."""
        k, end, limit = first - 1, head + 1, self.view.limit[first]
        while k > self.view.origin[first] and self.tokens[k].folded in self.lexicon.articles:
            k -= 1
        if k >= self.view.origin[first] and self.tokens[k].folded in self.lexicon.localisers:
            return False
        if self.tokens[head].folded not in self.grammar.not_names or self._is_members(head - 1):
            return True
        speaks = any(self.tokens[n].folded in self.lexicon.speech_verbs for n in range(end, min(end + 2, limit)))
        is_held = k > 0 and self.is_role(k - 1)
        thinks = end < limit and self.view.main_verb(end) in self.lexicon.opinion_verbs
        return speaks or thinks or is_held or (end < limit and self.is_role(end))

    def _is_members(self, k: int) -> bool:
        word = self.tokens[k].folded
        return word in self.lexicon.genitive_words or word in self.grammar.members_words

    def _is_venue(self, first: int, head: int) -> bool:
        """As in "at the Calder Arts Centre": a building rather than an organisation, unless people work at it."""
        k = first - 1
        while k > self.view.origin[first] and self.tokens[k].folded in self.lexicon.articles:
            k -= 1
        if self.tokens[head].folded not in self.lexicon.venue_heads or k < self.view.origin[first]:
            return False
        works = k > 0 and (self.is_role(k - 1) or self.tokens[k - 1].folded in self.lexicon.worker_nouns)
        return self.tokens[k].folded in self.lexicon.localisers and not works

    def _is_strong(self, head: int) -> bool:
        return self.tokens[head].folded in self.grammar.last_words

    def _is_leading(self, i: int) -> bool:
        """A capital that the sentence's start or an article of the name's language gives, not the name."""
        token = self.tokens[i]
        if self.lexicon.premodified and token.text.rpartition("-")[2].islower() and "-" in token.text:
            return self.view.is_common(i)  # "Nairobi-based"
        return token.folded in self.lexicon.articles or (
            i in self.view.starts and token.pos in ("ADP", "ADV", "SCONJ", "PRON", "CCONJ", "DET")
        )

    def _organ_of_house(self, i: int, end: int) -> Found | None:
        """As in "the Senate transport committee": a body in small letters behind the name of the whole."""
        view = self.view
        if not self.lexicon.premodified or not (view.is_name_word(end - 1) or self._is_house(end - 1)):
            return None
        k = self._panel_end(end, view.limit[i])
        return self.named(Found(i, k, "", 0.8), k) if k > end else None

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

    def _is_house(self, k: int) -> bool:
        return self.tokens[k].folded in self.lexicon.houses or self.tokens[k].folded in self.grammar.last_words

    def _institution(self, i: int) -> Found | None:
        token = self.tokens[i]
        if token.folded not in self.lexicon.institutions:
            return None
        if i in self.view.starts and (i + 1 >= self.view.limit[i] or self.tokens[i + 1].verb != "Fin"):
            return None
        return self.named(Found(i, i + 1, "", 0.7), i + 1)

    def _congress(self, i: int, end: int) -> Found | None:
        """As in "les membres du Congrès": what is a meeting with a complement is an institution without one."""
        if self.lexicon.premodified or not self._is_definite(i):
            return None
        after = self.tokens[min(end, len(self.tokens) - 1)]
        is_more = after.folded in self.lexicon.prepositions or after.pos == "ADJ"
        return None if is_more else self._institution(i)

    def _with_suffix(self, i: int, end: int) -> Found | None:
        """As in "Atlas Solaire SA", "Sénégal minier SA": the form of a company ends its name."""
        last = end
        if self.tokens[end - 1].folded.strip(".") not in self.grammar.suffixes or end - i < 2:
            while last < min(end + 3, self.view.limit[i]) and self.tokens[last].pos in ("ADJ", "NOUN"):
                if self.tokens[last].folded in self.grammar.suffixes:
                    break
                last += 1
            if (
                last >= self.view.limit[i]
                or self.tokens[last].folded not in self.grammar.suffixes
                or not (self.tokens[last].text.isupper() or self._is_only_form(last))
            ):
                return None
            last += 1
        acronym, spans_end = self.bracket(last, i)
        return self.named(Found(i, last, "", 0.9, acronym=acronym), spans_end)

    def _is_only_form(self, k: int) -> bool:
        """Whether a company's form in small letters is no word besides ("plc")."""
        return not is_known_word(self.tokens[k].text, self.view.doc.language)

    # ------------------------------------------------------------ names that a noun introduces

    def _designated(self, i: int) -> Found | None:
        """As in "le groupe marocain Atlas", "the weekly Horizon", "le saoudien Najm": the noun isn't part of it."""
        view = self.view
        is_known = self.tokens[i].folded in self.grammar.designators.by_first
        if not self._may_designate(i):
            return None
        j = self.grammar.designators.match(self.tokens, i)
        is_demonym = j == i and view.is_demonym(i) and not self.lexicon.premodified and self.follows_article(i)
        if is_demonym:
            j = i + 1
        if j == i:
            return None
        if is_known and j < view.limit[i] and (small := self._small(j)):
            return small
        j = self._over_origin(j, view.limit[i])
        if j >= view.limit[i] or not view.capital[j] or j in view.blocked or view.is_calendar(j):
            return None
        if self.tokens[j].text.isupper() and self.tokens[j].folded in self.grammar.articles_and_prepositions:
            return None  # a line of capitals
        end = self._sentence_end(j) or self._with_tail(j, self.run_end(j))
        if self.tokens[i].folded in self.lexicon.pair_designators and self._is_pair(j, end):
            return self._pair(j, end)
        is_tailed = end > j + 1 and not view.capital[end - 1]  # "l'association Deuxième ligne"
        is_persons = (
            self.lexicon.premodified and self._person_follows(i, j) and not self.has_company_sign(*range(j, end))
        )
        if not (is_tailed or self.is_nameable(j, end)) or is_persons:
            return None
        acronym, spans_end = self.bracket(end, j)
        return self.named(Found(j, end, "", 0.8 if is_demonym else 0.88, acronym=acronym), spans_end)

    def _over_origin(self, j: int, limit: int) -> int:
        """Position behind what says where from or of what sort a company is ("le groupe marocain | Atlas")."""
        view = self.view
        while j < limit and not view.capital[j]:
            if not (view.is_demonym(j) or (self.tokens[j].pos == "ADJ" and not self.lexicon.premodified)):
                break
            j += 1
        return j + 1 if j < limit and self.tokens[j].text in OPENING_QUOTES else j

    def _small(self, j: int) -> Found | None:
        """As in "le groupe | calderis": an unknown word in small letters that comes again is a name written so."""
        token, positions = self.tokens[j], self.view.doc.positions
        if self.view.capital[j]:
            return None
        again = positions.get(token.folded, ())
        if len(again) < 2 or not token.text.isalpha() or len(token.text) < 4 or not self.tokens[j - 1].space:
            return None
        if (
            any(is_known_word(token.text, x) for x in languages())
            or lemma(token.text, self.view.doc.language) != token.folded
        ):
            return None
        spans = [self.view.doc.span(k, k + 1) for k in again if k not in self.view.blocked]
        return Found(j, j + 1, token.text, 0.8, spans) if spans else None

    def _may_designate(self, i: int) -> bool:
        if i and not self.lexicon.premodified and self.is_role(i - 1):
            return False  # "le directeur industriel Paul Calder"
        if self._opens_sentence(i):
            return True
        return not self.view.capital[i] or self.tokens[i].text.isupper() or self._is_origin(i)

    def _opens_sentence(self, i: int) -> bool:
        """As in "Brokerage Calder Street estimates …": what the organisation is has the sentence's capital."""
        return self.lexicon.premodified and i in self.view.starts and not self._is_head_word(i)

    def _is_origin(self, i: int) -> bool:
        """As in "L'Américain Calder": a person's or, before a single word, a company's."""
        if self.lexicon.premodified or not self.view.is_demonym(i) or not self.follows_article(i):
            return False
        return self.run_end(i) == i + 2 and self.view.is_name_word(i + 1)

    def _with_tail(self, j: int, end: int) -> int:
        """As in "Les Amis | de la Forêt": a name of ordinary words goes on over a preposition."""
        if self.lexicon.premodified or end == j:
            return end
        limit = self.view.limit[j]
        if end == j + 1 and end < limit and self.view.is_common(j):
            # "la société Guinéenne de pêche", "l'ONG Terres vives"
            if self.view.is_demonym(j):
                return max(end, Complement(self.view, end, for_role=False, first=j).end)
            leads = self.tokens[j].pos in ("ADJ", "NUM", "DET") and self.tokens[end].pos == "NOUN"
            if (leads or self.tokens[end].pos in ("ADJ", "ADV")) and not self.tokens[end].verb:
                return self._over_seat(end + 1, limit)
            if self._is_twin(end, limit):
                return end + 2
            if self.tokens[end].folded in self.lexicon.purposes or self.tokens[end].folded in self.lexicon.lacks:
                return self._over_purpose(end, limit)
        if not self.view.is_common(end - 1):
            # "le collectif Bamba la Ngoma"
            is_linked = end + 1 < limit and self.tokens[end].folded in self.lexicon.articles
            return self.run_end(end + 1) if is_linked and self.view.is_name_word(end + 1) else end
        k = end
        while k < self.view.limit[j] and self.tokens[k].folded in self.grammar.articles_and_prepositions:
            k += 1
        return k + 1 if end < k < self.view.limit[j] and self.view.capital[k] else end

    def _over_purpose(self, end: int, limit: int) -> int:
        """As in "l'ONG Eau | pour tous": whom or what a name of ordinary words is for, without or against."""
        k = end + 1
        k += k < limit and self.tokens[k].folded in self.lexicon.articles
        if k >= limit or self.tokens[k].verb or self.tokens[k].pos not in ("NOUN", "PRON", "DET", "ADJ", "PROPN"):
            return end
        return k + 1

    def _over_seat(self, k: int, limit: int) -> int:
        """As in "l'ONG Terres vives | du Nil": a name goes on to the place that it is of."""
        is_of = k + 1 < limit and self.tokens[k].folded in self.lexicon.prepositions
        return self.run_end(k + 1) if is_of and self.view.capital[k + 1] and self._names_place(k + 1) else k

    def _names_place(self, k: int) -> bool:
        return self.view.is_place(k) or not self.view.is_common(k)

    def _sentence_end(self, j: int) -> int:
        """Position behind a name that is a sentence ("le collectif Nos lacs meurent | a saisi …"); 0 for others."""
        if self.lexicon.premodified:
            return 0
        is_determined = self.tokens[j].folded in self.lexicon.determiners
        if not (is_determined or (self.tokens[j].verb == "Fin" and self.view.is_common(j))):
            return 0
        for k in range(j + 1, min(j + _MAX_RUN, self.view.limit[j] - 1)):
            if self.tokens[k].pos == "PUNCT":
                return k if k > j + 2 else 0
            if self.tokens[k].verb == "Fin" and self.tokens[k + 1].verb != "Fin":
                return k if k > j + 1 else 0
        return 0

    def _is_twin(self, k: int, limit: int) -> bool:
        """As in "l'association Eau | et Vie": an ordinary word that a coordinator joins to another."""
        if k + 1 >= limit or self.tokens[k].folded not in self.lexicon.coordinators or not self.view.capital[k + 1]:
            return False
        return self.view.is_common(k + 1) and not self.view.is_place(k + 1)

    def _person_follows(self, i: int, j: int) -> bool:
        return self.grammar.roles.match(self.tokens, i) > i or self.tokens[j].verb != ""

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
        if all(view.is_place(k) or self.tokens[k].text.isdigit() for k in range(j, end)):
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
        if self.tokens[end - 1].folded in self.grammar.not_names or self.tokens[j].folded in self.grammar.not_names:
            return False
        return (
            end - j > 1
            or not view.is_common(j)
            or self.tokens[j - 1].text in OPENING_QUOTES
            or self.tokens[j].pos == "PROPN"
            or self._acts_by_name(j)
        )

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
        return any(
            _has_acronym(t.text) or t.text in "&+" or _is_camel_case(t.text)
            or t.folded in self.grammar.foreign_heads
            or t.folded in self.grammar.company_words or t.folded in self.grammar.suffixes
            or t.folded in self.grammar.last_words
            for t in (self.tokens[k] for k in positions)
        )  # fmt: skip

    def heads_name(self, j: int) -> bool:
        """Whether a role noun is an organisation's head too, as "board" and "chair" may be."""
        return self.tokens[j].folded in self.grammar.last_words

    def _is_pair(self, j: int, end: int) -> bool:
        """Whether a hyphen joins two names at `j`, neither an ordinary word ("Saint-Calder")."""
        left, sign, right = self.tokens[j].text.partition("-")
        if not sign or not right or end > j + 3:
            return False
        language = self.view.doc.language
        return not any(is_known_word(part.lower(), language) for part in (left, right))

    def _pair(self, j: int, end: int) -> Found:
        """As in "le tandem Borex-Calpa Énergie": two companies in one; the second is kept at once."""
        token = self.tokens[j]
        cut = token.text.index("-")
        left = token.text[:cut]
        span = Span(token.start + cut + 1, self.tokens[end - 1].end)
        self.found.append(Found(j, end, span.of(self.view.doc.text), 0.85, [span]))
        return Found(j, j + 1, left, 0.85, [Span(token.start, token.start + cut)])

    # ------------------------------------------------------------ acronyms

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
            return False
        is_own = self.view.is_name_word(begin) and fold(text)[0] == self.tokens[first].folded[0]
        return is_slashed or is_acronym_shape(text) or agrees or is_own

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

    def named(self, found: Found, spans_end: int) -> Found:
        """`found` with name and spans filled in, the acronym's up to `spans_end` included."""
        if not found.name:
            found.name = self.view.text(found.first, found.last)
        if not found.spans:
            found.spans = [self.view.doc.span(found.first, found.last)]
        if found.acronym and spans_end > found.last:
            found.spans.append(self.view.doc.span(found.last + 1, spans_end))
        return found

    # ------------------------------------------------------------ what a named person's role is held in

    def find_in_role(self, first: int, head: int, last: int) -> None:
        """Keep the organisation in the role of a named person.

        It stands before the role ("Calder Minerals boss", "BRX mission chief") or is a place or a thing that has a
        head ("directeur du Port autonome de Gondar").
        """
        self._in_premodifiers(first, head)
        self._in_complement(head, last)

    def _in_premodifiers(self, first: int, head: int) -> None:
        while first < head and not self.view.capital[first]:
            first += 1  # "local Labour MP"
        end = first
        while end < head and self._is_free(end) and self.tokens[end].folded not in self.grammar.premodifiers:
            end += 1
        words = range(first, end)
        if not words or self.view.is_place(first) or self._is_region(first, end):
            return
        if self.tokens[end - 1].folded in self.grammar.not_names and end > first + 1:
            return  # "Upper Gondar Province administrator"
        if self.tokens[first].folded in self.lexicon.concept_acronyms:
            return
        if end > first + 1 and is_acronym_shape(self.tokens[first].text) and not self._is_headed_run(first + 1, end):
            end, words = first + 1, range(first, first + 1)  # "NPX Transit critic"
        named = any(self.view.is_name_word(k) or is_acronym_shape(self.tokens[k].text) for k in words)
        is_headed = self._is_head_word(end - 1)
        is_territorial = self.tokens[head].folded in self.lexicon.territorial_roles
        # "Social Justice Party's" or "Social Democrats climate spokesman": a subject has no capitals there.
        is_subject = is_territorial or len(words) < 2 or end == head or self.view.capital[head]
        parts = [k for k in words if self.tokens[k].folded not in self.lexicon.directions]
        if (
            is_territorial
            and named
            and len(parts) == 1
            and end == head
            and not is_acronym_shape(self.tokens[parts[0]].text)
        ):
            return  # "Northshore West MP": where from rather than whose
        if not named and self._is_party(first, end, head):
            named = True
        if not named and is_subject and not (is_headed and len(words) > 1):
            return
        self.keep(self.named(Found(first, end, "", 0.8 if named else 0.7), end))

    def _is_headed_run(self, first: int, end: int) -> bool:
        """Whether the words behind an acronym are a name's rather than ordinary ones for a field."""
        return self._is_head_word(end - 1) or not all(self.view.is_common(k) for k in range(first, end))

    def _is_head_word(self, k: int) -> bool:
        """Whether the word at `k` says of a name that it is an organisation's."""
        word = self.tokens[k].folded
        return word in self.grammar.last_words or word in self.grammar.company_words

    def _is_party(self, first: int, end: int, head: int) -> bool:
        """As in "the Progress leader", "Labour MP": a capital that only a name gives to one ordinary word."""
        word, title = self.tokens[first], self.tokens[head]
        if end != first + 1 or title.folded not in self.lexicon.party_roles or first in self.view.starts:
            return False
        if not (title.text.islower() or title.text.isupper()) or self.view.is_demonym(first):
            return False
        return not (
            word.folded in self.lexicon.partisans
            or word.folded in self.grammar.not_names
            or word.folded in self.grammar.members_words
        )

    def _is_region(self, first: int, end: int) -> bool:
        return is_place_name(self.view.text(first, end))

    def _is_free(self, i: int) -> bool:
        return (
            self.view.capital[i]
            and self.tokens[i].folded not in self.lexicon.articles
            and i not in self.taken
            and i not in self.view.blocked
        )

    def _in_complement(self, head: int, last: int) -> None:
        k = next((k for k in range(head + 1, last) if self.view.capital[k]), last)
        if k >= last or not self._is_free(k):
            return
        if self.tokens[k].folded in self.lexicon.establishments and last - k > 1:
            acronym, end = self.bracket(last, k)
            self.keep(self.named(Found(k, last, "", 0.75, acronym=acronym), end))
        elif self._is_headed_name(head, k, last) or self._is_place_and_field(head, k, last):
            self.keep(self.named(Found(k, last, "", 0.78), last))

    def _is_place_and_field(self, head: int, k: int, last: int) -> bool:
        """As in "chargée de projet à Gondar Nature Habitat": a place, then capitalised words for a field."""
        if self.tokens[head].folded in self.lexicon.territorial_roles:
            return False
        if self.lexicon.premodified and self.tokens[last - 1].folded in self.grammar.not_names:
            return False  # "chairman of Gondar Port"
        if last - k < 2 or self.tokens[k - 1].folded in self.lexicon.articles or self.run_end(k) < k + 2:
            return False
        words = range(k, self.run_end(k))
        has_place = any(self.view.is_place(n) or (n == k and self._is_of_country(n)) for n in words)
        return has_place and any(self.view.is_common(n) and not self.view.is_place(n) for n in words)

    def _is_of_country(self, k: int) -> bool:
        """As in "spokesman for | Gondarian Labour"."""
        return self.lexicon.premodified and self.view.is_demonym(k)

    def _is_short_country(self, k: int) -> bool:
        """Whether the word is one that a country's name ends on in the article ("le président du | Lago")."""
        word, place_at = self.tokens[k].folded, self.view.place_at
        return any(self.tokens[n].folded == word and p.kind == "country" for n, p in place_at.items())

    def _is_headed_name(self, head: int, k: int, last: int) -> bool:
        """As in "fondatrice de Calderis": the complement is a name alone, and the role isn't one over a place."""
        if self._is_short_country(k):
            return False
        is_territorial = self.tokens[head].folded in self.lexicon.territorial_roles
        before = k - 1 - (self.tokens[k - 1].folded in self.lexicon.articles)
        follows = self.tokens[before].folded in self.lexicon.prepositions
        if is_territorial or not follows or self.run_end(k) < last or not self.is_nameable(k, last):
            return False
        parts = self.tokens[k].text.split("-") if last == k + 1 else []
        if len(parts) > 1 and any(is_place_name(p) for p in parts):
            return False  # "bâtonnier de Gondar-Est"
        return self.view.is_name_word(k) and not self._is_region(k, last)
