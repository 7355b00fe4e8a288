"""What the words around a bare name say: that it is an organisation's, from an aside, an owner, a role or a verb."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.extract.dictionary import lemma, singulars
from pipelines.extract.names import (
    MAX_VERB_GROUP,
    VERB_GROUP,
    View,
    is_acronym_shape,
    is_place_name,
)
from pipelines.extract.organisations import Found, Organisations
from pipelines.extract.persons import Persons
from pipelines.extract.roles import role_head_end

_MAX_APPOSITION = 10  # tokens of "the country's ports, rail and pipelines operator"
_MAX_MODIFIERS = 5  # words before a name that say what it is ("global mining giant")
_SMALL_NUMBERS = frozenset("123456789")


@dataclass(slots=True)
class Name:
    """Tokens `[first, last)` of a name; `found` where they are an organisation already found."""

    first: int
    last: int
    found: Found | None = None


@dataclass(slots=True)
class NameList:
    """Names that commas and coordinators join, or one name alone; `start` is before its article."""

    start: int
    names: list[Name]

    @property
    def end(self) -> int:
        """Position behind the last name."""
        return self.names[-1].last


class SignReader:
    """Reads the signs that touch one name."""

    def __init__(self, view: View, organisations: Organisations, persons: Persons) -> None:
        """Prepare the reading.

        Args:
            view: the article.
            organisations: those found so far; new ones are added there.
            persons: the people found so far.
        """
        self.view = view
        self.tokens = view.tokens
        self.lexicon = view.lexicon
        self.grammar = view.grammar
        self.organisations = organisations
        self.used = persons.used
        self.surnames = persons.surnames()
        self.affiliable = persons.ends()
        portfolios = (r for r in persons.roles if self.tokens[r.head].folded in self.lexicon.portfolio_roles)
        self.fields = {k for r in portfolios for k in range(r.head, r.last)}
        # A small number follows the names of programmes that are renewed ("Coral 2").
        digits = view.doc.positions_of(view.doc.positions.keys() & _SMALL_NUMBERS)
        counted = (i - 1 for i in digits if i and view.capital[i - 1] and self.tokens[i].space)
        self.numbered = {self.tokens[i].folded for i in counted}

    def _behind_bracket(self, i: int) -> int:
        """Position behind the short bracket at `i` ("Calderis (France), …"), or `i`."""
        if i >= len(self.tokens) or self.tokens[i].text != "(":
            return i
        return next((k + 1 for k in range(i + 1, min(i + 5, len(self.tokens))) if self.tokens[k].text == ")"), i)

    def _start(self, name: Name) -> int:
        k, origin = name.first, self.view.origin[name.first]
        k -= k > origin and self.view.capital[k - 1] and self._modifies(k - 1)
        if k > origin and self.tokens[k - 1].folded in self.lexicon.articles:
            return k - 1
        if self._is_possessed(name):
            k -= 2
            while k > origin and self.view.place_at.get(k - 1) is self.view.place_at.get(k):
                k -= 1
        return k

    def _modifies(self, i: int) -> bool:
        """Whether a capitalised adjective says where the company behind it is: "Gondar-based Calder", "Dutch firm"."""
        if not self.lexicon.premodified:
            return False
        token = self.tokens[i]
        is_compound = "-" in token.text and self.view.is_common(i)
        return is_compound or (self.view.is_demonym(i) and not self.view.capital[min(i + 1, len(self.tokens) - 1)])

    def _is_called_thing(self, name: Name) -> bool:
        """As in "X, another state initiative,", "X, un vieux barrage qui …": an aside says that it is a thing."""
        k, limit = name.last + 1, self.view.limit[name.first]
        if k + 1 >= limit or self.tokens[name.last].text != ",":
            return False
        if self.tokens[k].folded not in self.lexicon.articles and self.tokens[k].folded not in self.lexicon.determiners:
            return False
        if self._opens_before(name, k, limit):
            return False
        k += 1
        if self.lexicon.premodified:
            while k + 1 < min(limit, name.last + _MAX_MODIFIERS) and self.tokens[k + 1].pos in ("NOUN", "ADJ"):
                k += 1
        else:
            k += self.tokens[k].pos in ("ADJ", "DET")
        word = self.tokens[k].folded
        return not self.view.capital[k] and (word in self.grammar.not_names or word in self.lexicon.called_things)

    def _opens_before(self, name: Name, k: int, limit: int) -> bool:
        """As in "According to Calder, | the law has failed": the comma parts what opens a sentence from its subject."""
        start, origin = self._start(name), self.view.origin[name.first]
        if start == origin or any(t.verb == "Fin" for t in self.tokens[origin:start]):
            return False
        return next((t.verb == "Fin" for t in self.tokens[k:limit] if t.verb == "Fin" or t.text == ","), False)

    def _is_partisans(self, name: Name) -> bool:
        """As in "the Liberals", "les Verts": a party called by its members, whom only a name gives a capital."""
        i = name.first
        if i in self.view.starts or self.tokens[i - 1].folded not in self.lexicon.definite:
            return False
        word = self.tokens[i].folded
        singular = singulars(word, self.view.doc.language)
        return word not in self.lexicon.partisans and not self.lexicon.partisans.isdisjoint(singular)

    def _is_place(self, name: Name, population: int) -> bool:
        has_place = any(self.view.is_place(k) for k in range(name.first, name.last))
        if has_place and not self._is_corporate(name):
            return True
        places = [self.view.place_at.get(k) for k in range(name.first, name.last)]
        if len(places) > 1 and all(p is not None and p.kind == "country" for p in places):
            return True
        text = self.view.text(name.first, name.last)
        return not is_acronym_shape(text) and is_place_name(text, population)

    def _is_corporate(self, name: Name) -> bool:
        return self.organisations.looks_corporate(name.first, name.last)

    def _is_person_like(self, name: Name) -> bool:
        """Whether the last of several words is unknown, as family names are, and nothing in them is a company's."""
        words = [k for k in range(name.first, name.last) if self.view.capital[k]]
        if len(words) < 2 or not self.view.is_name_word(words[-1]) or self.organisations.follows_article(name.first):
            return False
        if len(words) == 2 and self.tokens[name.first].folded in self.lexicon.particles:
            return False  # "Al Dora"
        return not self.organisations.has_company_sign(*range(name.first, name.last))

    def _is_plans(self, name: Name) -> bool:
        """Whether a name is one acronym that begins as most plans' do, so that more than its place has to show it."""
        token = self.tokens[name.first]
        is_one = name.last == name.first + 1 and is_acronym_shape(token.text)
        return is_one and token.folded[0] in self.lexicon.plan_initials

    def _is_explained(self, name: Name) -> bool:
        """As in "PayLink, the national switch, …": one word in camel case, then what it is."""
        k = name.last
        if k + 2 >= self.view.limit[name.first] or k > name.first + 1 or self.tokens[k].text != ",":
            return False
        is_camel = not is_acronym_shape(self.tokens[name.first].text)
        noun = k + 2 + (self.tokens[k + 2].pos == "ADJ")
        if self.tokens[min(noun, len(self.tokens) - 1)].folded in self.grammar.not_names:
            return False  # "HomeLink, the new programme that …"
        return is_camel and self.tokens[k + 1].folded in self.lexicon.articles and self.tokens[k + 2].pos != "PROPN"

    def _is_said(self, name: Name) -> bool:
        """As in ", a précisé X.": a verb of speech before a name of one word that nobody in the article has."""
        i, limit = name.first, self.view.limit[name.first]
        is_closed = name.last < limit and self.tokens[name.last].text in ',.»”"'
        if self.lexicon.premodified or not is_closed or i < self.view.origin[i] + 2:
            return False
        verb = self.tokens[i - 1]
        return (
            verb.folded in self.lexicon.speech_verbs
            or lemma(verb.text.lower(), self.view.doc.language) in self.grammar.said
        )

    def _is_apposed(self, name: Name) -> bool:
        """As in "X, filiale de Y", "X, a subsidiary of Y"."""
        k, limit = name.last, self.view.limit[name.first]
        if k + 2 >= limit or self.tokens[k].text != ",":
            return False
        if name.first - 1 in self.view.starts and self.tokens[name.first - 1].folded in self.lexicon.localisers:
            return False  # "In X, the company …"
        return self._is_apposition_noun(k + 1, limit)

    def _is_owned(self, name: Name) -> bool:
        """As in "X, owned by Y,", "X, cotée à Gondar,": what is said in an aside of companies and hardly of people."""
        k, limit = name.last, self.view.limit[name.first]
        if k + 2 >= limit or self.tokens[k].text != ",":
            return False
        k += 1 + (self.tokens[k + 1].pos == "ADV")
        return self.tokens[k].folded in self.lexicon.body_participles and not self._is_place(name, 0)

    def _has_voice(self, name: Name) -> bool:
        """As in "X, par la voix de son directeur,", "X, whose chief executive …": somebody who speaks for it."""
        k, limit = self._behind_bracket(name.last), self.view.limit[name.first]
        if k + 2 >= limit or self.tokens[k].text != ",":
            return False
        end = self.grammar.voices.match(self.tokens, k + 1)
        if end == k + 1 or end >= limit:
            return False
        end += self.tokens[end].folded in self.lexicon.articles
        is_officer = end in self.used or role_head_end(self.view, end) > end
        while not is_officer and end < min(limit, k + _MAX_MODIFIERS) and self.tokens[end].pos in ("ADJ", "NOUN"):
            end += 1
            is_officer = role_head_end(self.view, end) > end
        return is_officer and not self._is_place(name, 0)

    def _is_given(self, name: Name) -> bool:
        """As in "une coentreprise, X", "a subsidiary, X,": the name of one of a kind just told of."""
        k, origin, limit = name.first - 1, self.view.origin[name.first], self.view.limit[name.first]
        if k < origin + 2 or self.tokens[k].text != "," or not (name.last >= limit or self._closes_aside(name.last)):
            return False
        end = k - (self.tokens[k - 1].pos == "ADJ")  # "l'entreprise adjudicataire, X"
        n = min(p.match_back(self.tokens, end, origin) for p in (self.grammar.appositions, self.grammar.designators))
        if n == end:
            return False
        while n > origin and self.tokens[n - 1].pos == "ADJ":
            n -= 1
        before = self.tokens[n - 1].folded if n > origin else ""
        if before not in self.lexicon.articles and before not in self.lexicon.definite:
            return False
        return before not in self.lexicon.definite or not (self._is_person_like(name) or self._is_place(name, 0))

    def _closes_aside(self, k: int) -> bool:
        return self.tokens[k].text in ",.;)"

    def _is_apposition_noun(self, k: int, limit: int) -> bool:
        """Whether a noun for a kind of organisation follows, over an article and up to two modifiers."""
        while k < limit and self.tokens[k].folded in self.lexicon.articles:
            k += 1
        if self.lexicon.premodified and self._heads_apposition(k, limit):
            return True
        for n in range(k, min(k + 3, limit)):
            if self.grammar.appositions.match(self.tokens, n) > n:
                return True
            if self.tokens[n].pos not in ("ADJ", "NOUN") and n not in self.view.place_at:
                return False
        return False

    def _heads_apposition(self, k: int, limit: int) -> bool:
        """As in "X, the country's ports, rail and pipelines operator,": the last noun of a longer apposition."""
        signs = (",", "-")
        for n in range(k, min(k + _MAX_APPOSITION, limit - 1)):
            token, after = self.tokens[n], self.tokens[n + 1]
            is_kind = self.grammar.appositions.match(self.tokens, n) > n
            if is_kind and (after.text == "," or after.pos in ("ADP", "PRON", "SCONJ")):
                return True
            joins = token.folded in self.lexicon.coordinators or token.text in signs or self.view.is_genitive(n)
            if token.verb or not (joins or token.pos in ("NOUN", "ADJ", "NUM", "PROPN") or n in self.view.place_at):
                return False
            if token.text == "," and (after.folded in self.lexicon.articles or after.verb):
                return False
        return False

    def _is_defined(self, name: Name) -> bool:
        """As in "X is the contractor", "X est le premier distributeur"."""
        k, limit = name.last, self.view.limit[name.first]
        if k + 2 >= limit or self.tokens[k].pos != "AUX" or self.tokens[k + 1].folded not in self.lexicon.articles:
            return False
        return self._is_apposition_noun(k + 1, limit)

    def _is_postmodified(self, name: Name) -> bool:
        """As in "the Calder group": a noun behind the name says what it is."""
        end = name.last
        if not self.lexicon.premodified or end >= self.view.limit[name.first] or self.view.capital[end]:
            return False
        return (
            self.grammar.designators.match(self.tokens, end) > end
            and self.tokens[end].space
            and self.organisations.follows_article(name.first)
        )

    def _owns(self, name: Name) -> bool:
        """As in "Calder's plant", "l'usine de Calderis": what only an organisation has."""
        k, limit = name.last, self.view.limit[name.first]
        if self.lexicon.premodified:
            if k + 1 >= limit or not self.view.is_genitive(k):
                return self._is_owner(name)
            return k + 1 in self.used or self._is_owned_noun(k + 1, limit, self.view.text(name.first, name.last))
        return self._is_owner(name)

    def _has_member(self, name: Name) -> bool:
        """As in "the Greens' Ana Roe": a person's party, whatever the tagger makes of its name."""
        return name.first not in self.view.starts and self.view.is_genitive(name.last) and name.last + 1 in self.used

    def _is_owner(self, name: Name) -> bool:
        k = self._start(name)
        if k <= self.view.origin[k] or self.tokens[k - 1].folded not in self.lexicon.prepositions:
            return False
        owned = self.lexicon.lost_nouns if self.lexicon.premodified else self.lexicon.owned_nouns
        return k - 1 > self.view.origin[k] and self.tokens[k - 2].folded in owned

    def _is_owned_noun(self, k: int, limit: int, owner: str) -> bool:
        premodifiers = self.lexicon.role_premodifiers
        for n in range(k, min(k + 4, limit)):
            if self.tokens[n].folded in self.lexicon.territorial_roles and is_place_name(owner):
                return False  # "Gondar's water minister"
            if self.tokens[n].folded in self.lexicon.owned_nouns or self.organisations.is_role(n):
                return True
            is_modifier = self.tokens[n].pos in ("ADJ", "NOUN", "NUM") or self.tokens[n].folded in premodifiers
            if not is_modifier and not self.view.capital[n]:
                return False
        return False

    def _is_worked_at(self, name: Name) -> bool:
        """As in "analysts at X", "chercheur chez X": a role before a preposition of place."""
        k = self._start(name)
        if k < self.view.origin[k] + 2 or self.tokens[k - 1].folded not in self.lexicon.member_links:
            return False
        if self.tokens[k - 1].folded not in self.lexicon.workplace_prepositions:
            # "engineers from X"
            is_staff = self.lexicon.premodified and self.tokens[k - 2].folded in self.lexicon.worker_nouns
            return is_staff and not self._is_place(name, 0)
        return self.organisations.is_role(k - 2) or self.tokens[k - 2].folded in self.lexicon.worker_nouns

    def _is_inverted(self, name: Name) -> bool:
        """As in "les titres que placera | Calderis": the subject stands behind the verb of a relative clause."""
        verb = self._start(name) - 1
        if verb <= self.view.origin[name.first] or self.tokens[verb].verb != "Fin" or self._is_person_like(name):
            return False
        return self.tokens[verb - 1].folded in self.lexicon.object_relatives and self._is_agent_verb(verb)

    def _has_people(self, name: Name) -> bool:
        """As in "Calder Nation leaders": people behind the name, over at most one noun."""
        if not self.lexicon.premodified:
            return False
        behind = self.tokens[name.last : min(name.last + 2, self.view.limit[name.first])]
        if len(behind) == 2 and behind[0].pos == "NOUN" and behind[1].folded in self.lexicon.worker_nouns:
            return True
        return bool(behind) and (
            behind[0].folded in self.lexicon.worker_nouns or behind[0].folded in self.lexicon.lost_nouns
        )

    def _is_treated(self, name: Name) -> bool:
        """As in "has hired Calder Schools", "accused Calderis": the object of what is done to organisations."""
        k = self._start(name) - 1
        if k <= self.view.origin[name.first] or self.tokens[k].verb not in ("Fin", "Part"):
            return False
        if self.tokens[k].folded in self.lexicon.speech_verbs:
            return False  # "told Calder News": mostly the outlet itself
        if lemma(self.tokens[k].text.lower(), self.view.doc.language) not in self.lexicon.suffered_verbs:
            return False
        return not self._is_person_like(name) or self._is_thing_behind(name)

    def _is_affiliation(self, name: Name) -> bool:
        """As in "Awa Sarr (LPN)", "ministre de l'Eau (LPN)": a bracket behind a person gives the party."""
        begin = self.affiliable.get(name.first - 1) if name.first else None
        if begin is None or self.tokens[name.first - 1].text != "(":
            return self._is_of_person(name)
        if self.organisations.initials_agree(self.tokens[name.first].text, begin, name.first - 1):
            return False  # the ministry's acronym
        behind = name.last + 1
        if behind < self.view.limit[name.first] and behind in self.used and self.tokens[name.last].text == ")":
            return name.last == name.first + 1  # "Deputy Director (Tram Safety) | Awa Roe"
        return name.last < len(self.tokens) and self.tokens[name.last].text in "),"

    def _is_of_person(self, name: Name) -> bool:
        """As in "Chief executive Ana Roe of | Calder", "union leader Ana Roe, of | Calder"."""
        k = self._start(name) - 1
        if k < 2 or self.tokens[k].folded not in self.lexicon.prepositions:
            return False
        if not self.lexicon.premodified and self.tokens[k - 1].text != ",":
            return False
        k -= self.tokens[k - 1].text == ","
        mention = self.used.get(k - 1)
        if mention is not None and not self.lexicon.premodified:
            return mention.last == k and not self._is_place(name, 0)  # "Karim Roe, d'| Horizon lagunaire"
        if mention is None or k not in self.affiliable:
            return False
        roles = mention.roles
        if not roles:
            return not self._is_place(name, 0) and not self.view.is_demonym(name.first)  # "Ana Roe of | Safe Lago was"
        return any(self.tokens[r.head].folded not in self.lexicon.territorial_roles for r in roles)

    def _is_possessed(self, name: Name) -> bool:
        """As in "Denmark's Calder Wind": a country that has it."""
        i = name.first
        if i <= self.view.origin[i] + 1 or not self.view.is_genitive(i - 1):
            return False
        if i - 2 not in self.view.place_at and not (self._is_corporate(name) and self.view.is_name_word(i - 2)):
            return False
        return name.last >= self.view.limit[i] or self.tokens[name.last].pos != "NOUN"  # "Uganda's Atiak factory"

    def _is_thing_behind(self, name: Name) -> bool:
        """As in "X, which holds 12 seats": a relative pronoun that people don't have."""
        k = name.last + 1
        if k >= self.view.limit[name.first] or self.tokens[name.last].text != ",":
            return False
        word = self.tokens[k].folded
        return word in self.lexicon.relatives and word not in self.lexicon.office_relatives

    def _is_passive(self, k: int) -> bool:
        """Whether the group of verbs at `k` is in the passive ("was launched")."""
        has_auxiliary = False
        for token in self.tokens[k : min(k + MAX_VERB_GROUP, self.view.limit[k])]:
            if token.pos not in VERB_GROUP and not token.verb:
                return False
            if token.pos == "PRON":
                return False  # "s'est engagé"
            if has_auxiliary and token.verb == "Part":
                return lemma(token.text.lower(), self.view.doc.language) not in self.lexicon.passive_auxiliaries
            has_auxiliary |= lemma(token.text.lower(), self.view.doc.language) in self.lexicon.passive_auxiliaries
        return False

    def _is_company_shaped(self, name: Name) -> bool:
        """A name word and then an ordinary one or a country ("Calder Circuits", "Verdora Ghana"), or "SolarNow"."""
        last = name.last - 1
        if self.organisations.has_company_sign(*range(name.first, name.last)):
            return True
        if last == name.first or not self.view.is_name_word(name.first):
            return False
        return self.view.is_common(last) or self.view.is_place(last)

    def _is_agent_verb(self, k: int) -> bool:
        """Whether the group of verbs at `k` is one of an organisation's doings; in the passive, of its lots."""
        is_passive = is_reflexive = False
        first = k
        while k < min(first + MAX_VERB_GROUP, self.view.limit[first]):
            token = self.tokens[k]
            word = lemma(token.text.lower(), self.view.doc.language)
            if token.pos not in VERB_GROUP and not token.verb:
                # "Calder owns": the tagger takes the verb for a plural
                return k == first and token.pos == "NOUN" and word != token.folded and word in self.lexicon.agent_verbs
            is_reflexive |= token.pos == "PRON"
            is_passive |= word in self.lexicon.passive_auxiliaries and not is_reflexive
            done = self.lexicon.suffered_verbs if is_passive else self.lexicon.agent_verbs
            if token.verb and (word in done or word.rpartition("-")[2] in done):  # "co-fund"
                return True
            k += 1
        return False

    def _speaks(self, end: int) -> bool:
        limit = self.view.limit[end - 1]
        return not self.lexicon.speech_verbs.isdisjoint(self.view.doc.words[end : min(limit, end + 2)])
