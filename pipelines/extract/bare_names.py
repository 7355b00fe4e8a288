"""Organisations whose name says nothing of what they are ("Calderis", "Orange Lake"): found by the words around.

A name is read as a member of the list it stands in ("Calderis, Aqualor and the Water Authority"): what shows one
member to be an organisation, its verb, a preposition, a neighbour, shows the others to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipelines.extract.bare_signs import Name, NameList, SignReader
from pipelines.extract.dictionary import lemma
from pipelines.extract.names import (
    APOSTROPHES,
    METROPOLIS,
    OPENING_QUOTES,
    VERB_GROUP,
    is_acronym_shape,
    is_place_name,
    is_roman,
)
from pipelines.extract.organisations import Found
from pipelines.extract.roles import role_head_end
from pipelines.extract.text import fold

_MAX_CUE = 30  # tokens between a cue and the last of the list that it opens
_MAX_ASIDE = 16  # tokens between two commas behind a subject (", on an island in the north,")
_MAX_MODIFIERS = 5  # words before a name that say what it is ("global mining giant")
_MAX_OBJECT = 12  # tokens from a subject's verb to what it has
_MAX_LINKS = 2  # "Friends of the Earth of Gondar"
_CLAUSE_OPENERS = frozenset({"CCONJ", "SCONJ", "PUNCT", "PRON"})
_AMOUNT = re.compile(r"\d{2}[a-z]|\d(?:bn|tn|trn|mn|m|k|b)$")  # "Rs180bn", "N2trn"


class BareNames(SignReader):
    """Adds an article's organisations without head noun to those found by their shape."""

    def find(self) -> None:
        """Judge every list, then take the other mentions of the names that were kept."""
        undecided: list[Name] = []
        for names in self._lists():
            bare = [n for n in names.names if not n.found]
            if self._are_places(names.names) or self._is_outlet(names):
                continue
            shown = [self._confidence(n, names) for n in bare]
            best = max(shown, default=0.0)
            for name, own in zip(bare, shown, strict=True):
                shared = round(best - 0.05, 2) if best and self._may_follow(name, best) else 0.0
                confidence = own or shared
                if confidence:
                    self._keep(name, confidence)
                else:
                    undecided.append(name)
        self._keep_repeated(undecided)

    def _are_places(self, names: list[Name]) -> bool:
        """Whether two or more of a list are known places and none is an organisation, so that the rest are places."""
        if len(names) < 3 or any(n.found for n in names):
            return False
        known = [self.view.is_place(n.first) or is_place_name(self.view.text(n.first, n.last)) for n in names]
        return sum(known) > 1

    def _is_outlet(self, names: NameList) -> bool:
        """As in "a note seen by X": who saw what isn't public is the press, not whom a task is given ("à X le …")."""
        end, limit = names.end, self.view.limit[names.start]
        if end + 1 < limit and self.tokens[end].text == ",":
            end = next(
                (k + 1 for k in range(end + 1, min(end + _MAX_MODIFIERS, limit)) if self.tokens[k].text == ","), end
            )
        if not self.lexicon.premodified and end < limit and self.tokens[end].folded in self.lexicon.articles:
            return False
        return self.grammar.press.match_back(self.tokens, names.start, self.view.origin[names.start]) < names.start

    def _may_follow(self, name: Name, best: float) -> bool:
        """Whether the name may be an organisation because another one of its list is, as surely as `best`."""
        token = self.tokens[name.first]
        is_ordinary = name.last - name.first < 2 and self.view.is_common(name.first) and token.pos != "PROPN"
        if is_ordinary or (best < 0.8 and self._is_person_like(name)):
            return False
        return not self._is_place(name, METROPOLIS if best >= 0.8 else 0)

    def _keep(self, name: Name, confidence: float) -> None:
        acronym, end = self.organisations.bracket(name.last, name.first)
        found = Found(name.first, name.last, "", confidence, acronym=acronym)
        self.organisations.keep(self.organisations.named(found, end))

    def _keep_repeated(self, undecided: list[Name]) -> None:
        known = {fold(f.name): f.confidence for f in self.organisations.found} if undecided else {}
        for name in undecided:
            confidence = known.get(fold(self.view.text(name.first, name.last)))
            if confidence:
                self._keep(name, confidence)

    # ------------------------------------------------------------ names and lists

    def _lists(self) -> Iterator[NameList]:
        floor = 0
        for i in self.view.capitals:
            name = self._name_at(i) if i >= floor else None
            if name:
                names = [name, *self._joined(name)]
                yield from self._parted(names)
                floor = names[-1].last

    def _joined(self, name: Name) -> list[Name]:
        joined: list[Name] = []
        last, start = name, self._start(name)
        governor = self.tokens[start - 1].folded if start > self.view.origin[name.first] else ""
        while True:
            k = self._behind_separator(self._behind_bracket(last.last), self.view.limit[last.first], governor)
            further = self._name_at(k) if k else None
            if further is None:
                return joined
            joined.append(further)
            last = further

    def _behind_separator(self, i: int, limit: int, governor: str) -> int:
        """Position of the next name of a list; `governor` is the word before the list, which may come again."""
        k = i
        while k < limit and (self.tokens[k].text == "," or self.tokens[k].folded in self.lexicon.coordinators):
            k += 1
        if k == i:
            return 0
        if k < limit and not self.view.capital[k]:
            # "de Calderis, du Fonds vert et d'Aqualor", "avec Calderis et avec Aqualor"
            is_again = self.tokens[k].folded == governor and self.tokens[k].pos == "ADP"
            k += is_again or self.tokens[k].folded in self.lexicon.prepositions
        while k < limit and self.tokens[k].folded in self.lexicon.articles and not self.view.capital[k]:
            k += 1
        if k + 2 < limit and self.view.is_place(k) and self.view.is_genitive(k + 1):
            k += 2  # "Egypt's Calder and Belgium's Aqualor"
        if k < limit and self.view.capital[k] and self._modifies(k):
            k += 1
        return self._behind_designator(k, limit) if k < limit else 0

    def _behind_designator(self, k: int, limit: int) -> int:
        """As in "Calder and | global mining giant Aqualor", "Calder and a | local firm, Aqualor": who is next."""
        n = k
        while n < min(limit, k + _MAX_MODIFIERS) and not self.view.capital[n] and n not in self.organisations.taken:
            is_comma = self.tokens[n].text == "," and n > k and n + 1 < limit and self.view.capital[n + 1]
            if not is_comma and (self.tokens[n].pos not in ("NOUN", "ADJ") or self.tokens[n].verb):
                return k
            n += 1
        found = self.organisations.taken.get(n)
        return n if n > k and found is not None and found.first == n else k

    def _parted(self, names: list[Name]) -> list[NameList]:
        """One list where a coordinator closes it, else one per name: a comma alone may part anything.

        What stands behind the comma that follows a coordinator and its name is no more of the list.
        """
        if len(names) == 1 or self._closes(names):
            return [NameList(self._start(names[0]), names)]
        if self._are_coordinated(names[0], names[1]):
            return [NameList(self._start(names[0]), names[:2]), *self._parted(names[2:])]
        return [NameList(self._start(n), [n]) for n in names]

    def _are_coordinated(self, name: Name, further: Name) -> bool:
        """Whether just a coordinator joins two names, over grammar's words ("| Calderis et du | Fonds vert")."""
        between = self.tokens[self._behind_bracket(name.last) : further.first]
        return bool(between) and between[0].folded in self.lexicon.coordinators

    def _closes(self, names: list[Name]) -> bool:
        end = names[-1].last
        words = self.view.doc.words
        between = words[names[-2].last : names[-1].first] + words[end : end + 1]
        return len(names) > 3 or not self.lexicon.coordinators.isdisjoint(between)

    def _name_at(self, i: int) -> Name | None:
        found = self.organisations.taken.get(i)
        if found:
            return Name(i, found.last, found) if found.first == i else None
        view = self.view
        if i in view.starts:
            word = self.tokens[i].folded
            if word in self.lexicon.determiners or word in self.grammar.function_words:
                return None  # "Every Gondarian"
        if not self._is_free(i) or (i in view.starts and self._is_opener(i)):
            return None
        if self._modifies(i):
            return None
        own = self._own_end(i)
        end = self._over_links(i, own)
        if end > own and self.tokens[own - 1].folded in self.grammar.not_names:
            return None  # "the Confederal Republic | of Gondar"
        if self.lexicon.premodified and self._has_possessive_name(end):
            end += 1
        return Name(i, end) if self._is_nameable(i, end) else None

    def _own_end(self, i: int) -> int:
        """Position behind the capitalised words from `i` that no other actor has."""
        end = i + 1
        limit = self.organisations.run_end(i)
        while end < limit and end not in self.used and end not in self.organisations.taken:
            end += 1
        if self.lexicon.premodified and self.tokens[i].folded in self.grammar.foreign_heads:
            return self._over_particles(i, end)
        if end < self.view.limit[i] and self.tokens[end].folded in self.grammar.foreign_links:
            return self._over_foreign_link(i, end)
        return self._over_adjective(i, end)

    def _over_foreign_link(self, first: int, end: int) -> int:
        """As in "et Green | of Gondar": a name in another language goes on over that language's preposition."""
        further = self.organisations.run_end(end + 1) if end + 1 < self.view.limit[first] else end
        is_name = further > end + 1 and self.view.capital[end + 1]
        return further if is_name and end + 1 not in self.organisations.taken else end

    def _over_particles(self, i: int, end: int) -> int:
        """As in "Agence Lagunaire | de Développement": a name in another language keeps that language's order."""
        k = end
        while k < self.view.limit[i] and self.tokens[k].folded in self.lexicon.particles and not self.view.capital[k]:
            k += 1
        return self.organisations.run_end(k) if end < k < self.view.limit[i] and self.view.capital[k] else end

    def _over_adjective(self, i: int, end: int) -> int:
        """As in "Québec | solidaire", "Santé | publique France": names that go on in small letters."""
        view, limit = self.view, self.view.limit[i]
        while end < limit and end in view.place_at and view.place_at[end] is view.place_at.get(end - 1):
            end += 1  # "Provence-Alpes-Côte | d'Azur"
        if self.lexicon.premodified or end != i + 1 or end >= limit or i in view.starts:
            return end
        token, before = self.tokens[end], self.tokens[i - 1].folded
        if token.folded in self.lexicon.lacks and end + 1 < limit and self.tokens[end + 1].pos == "NOUN":
            return end + 2  # "Médecins | sans frontières"
        token_text = self.tokens[i].text
        is_twin = token.folded in self.lexicon.coordinators and end + 1 < limit and view.capital[end + 1]
        if is_twin and view.is_common(i) and view.is_common(end + 1) and self._is_member_mark(i):
            return end + 2  # "Awa Roe, de Terre | et Partage"
        if token.pos != "ADJ" or view.capital[end] or view.is_demonym(end):
            return end
        if view.is_common(i) and not view.is_place(i) and self._is_member_mark(i) and not token.verb:
            return end + 1  # "Awa Roe (Terre | commune)"
        if before in self.lexicon.definite:
            return end
        if before in self.lexicon.articles or before in self.lexicon.localisers:
            return end
        if end + 1 < limit and view.is_place(end + 1) and view.is_common(i):
            return end + 2
        return end + 1 if view.is_place(i) or is_place_name(token_text) else end

    def _is_member_mark(self, i: int) -> bool:
        """Whether a bracket, or a comma and a preposition, stand between a person's name and the word at `i`."""
        k = i - 1
        if self.tokens[k].text == "(":
            return k - 1 in self.used
        k -= self.tokens[k].folded in self.lexicon.articles
        return (
            self.tokens[k].folded in self.lexicon.prepositions and self.tokens[k - 1].text == "," and k - 2 in self.used
        )

    def _is_free(self, i: int) -> bool:
        token = self.tokens[i]
        return (
            self.view.capital[i]
            and i not in self.used
            and i not in self.view.blocked
            and i not in self.view.barred
            and i not in self.fields
            and (token.folded not in self.lexicon.articles or self._is_article_of_name(i))
            and token.folded not in self.surnames
            and token.folded not in self.grammar.calendar
            and not (token.folded in self.lexicon.feasts and self.organisations.run_end(i) == i + 1)
            and not self.view.is_elision(i)
            and not self._is_role_word(i)
        )

    def _is_article_of_name(self, i: int) -> bool:
        """As in "Calderis et La Poste": a capital that the sentence's start doesn't give."""
        if i in self.view.starts or self.tokens[i - 1].pos == "PUNCT" or self.view.is_elision(i):
            return False
        return self.organisations.run_end(i) > i + 1 and not self.view.is_place(i + 1)

    def _is_role_word(self, i: int) -> bool:
        word = self.tokens[i].folded
        may_be_role = word in self.grammar.role_firsts or "-" in word
        if may_be_role and role_head_end(self.view, i) > i:
            return not self.organisations.heads_name(i)
        if word not in self.grammar.premodifiers or i + 1 >= len(self.tokens):
            return False
        return role_head_end(self.view, i + 1) > i + 1

    def _is_opener(self, i: int) -> bool:
        """Whether the word owes its capital to the sentence: an ordinary word that no other capital follows."""
        token, view = self.tokens[i], self.view
        if token.verb == "Part" or self._is_participle(i):
            return self.organisations.run_end(i) == i + 1  # "Sollicitée, la Banque …"
        if not view.is_common(i) or view.is_demonym(i):
            return token.folded in self.lexicon.ambiguous_words
        if i + 1 < view.limit[i] and view.is_genitive(i + 1) and self.tokens[i + 1].text in APOSTROPHES:
            return True  # "Growers' leader"
        follows = self.organisations.run_end(i) > i + 1
        # "According to Calder", "Thanks to Calder": a preposition of aim belongs to the sentence there.
        may_link = token.folded not in self.lexicon.ambiguous_words and i + 1 < view.limit[i]
        may_link = may_link and self.tokens[i + 1].folded not in self.lexicon.aim_prepositions
        linked = may_link and token.pos in ("NOUN", "PROPN", "VERB") and self._over_links(i, i + 1) > i + 1
        alone = token.pos == "PROPN" and (
            view.is_genitive(i + 1) or self._is_apposed(Name(i, i + 1)) or self._list_follows(i + 1)
        )
        named = follows and (token.pos in ("NOUN", "PROPN", "ADJ") or (token.verb and view.is_name_word(i + 1)))
        return not (linked or alone or named)

    def _is_participle(self, i: int) -> bool:
        """Whether the word that opens a sentence before a comma is a verb's form, whatever the tagger says."""
        word, endings = self.tokens[i].text.lower(), self.lexicon.infinitive_endings
        if not endings or i + 1 >= self.view.limit[i] or self.tokens[i + 1].text != ",":
            return False
        base = lemma(word, self.view.doc.language)
        return fold(base) != self.tokens[i].folded and base.endswith(tuple(endings))

    def _list_follows(self, k: int) -> bool:
        if k + 1 >= len(self.tokens) or self.tokens[k].folded not in self.lexicon.coordinators:
            return False
        k += self.tokens[k + 1].folded in self.lexicon.articles and k + 2 < len(self.tokens)
        return self.view.capital[k + 1] and (not self.view.is_common(k + 1) or k + 1 in self.organisations.taken)

    def _over_links(self, first: int, end: int) -> int:
        """As in "Friends | of the Earth": a name of ordinary words goes on to the next capital."""
        view = self.view
        for _ in range(_MAX_LINKS):
            if not view.is_common(end - 1) or view.is_place(end - 1):
                return end
            k = end
            while k < view.limit[first] and k < end + 3 and self.tokens[k].folded in self.lexicon.name_links:
                k += 1
            if k == end or k >= view.limit[first] or not self._is_free(k) or k in self.organisations.taken:
                return end
            end = self._own_end(k)
        return end

    def _has_possessive_name(self, end: int) -> bool:
        """As in "Calder's lifted": a name that ends in what looks like a genitive, as a verb follows it."""
        if end + 1 >= len(self.tokens) or not self.view.is_genitive(end):
            return False
        return self.tokens[end + 1].text == "," or self._is_agent_verb(end + 1)

    def _is_nameable(self, i: int, end: int) -> bool:
        may_be_role = self.tokens[i].folded in self.grammar.run_enders  # no role nor title starts with another word
        if may_be_role and (self.organisations.is_role(i) or self.grammar.titles.match(self.tokens, i) > i):
            return False
        if self.tokens[end - 1].folded in self.grammar.calendar:
            return False
        after = self.tokens[end] if end < self.view.limit[i] else None
        if after is not None and (after.text[0].isdigit() or (after.pos == "SYM" and not after.space)):
            return False  # "to | JX$40"
        if end == i + 1 and self.tokens[i].folded in self.numbered:
            return False
        last = self.tokens[end - 1].text
        if _is_code(last) if end == i + 1 else is_roman(last):
            return False
        is_amount = end == i + 2 and last.isdigit() and self.tokens[i].folded in self.grammar.amounts  # "by | KES 40"
        if (
            is_amount
            or self._is_money(last)
            or (len(last) == 1 and end < len(self.tokens) and self.tokens[end].text == ".")
        ):
            return False  # "KES4.5 billion", "Ama B. Sarr"
        if self._is_of_thing(i) or self._is_before_role(end) or self.organisations.is_addressed(i):
            return False
        if self.lexicon.premodified and end > i + 2 and self.tokens[i].folded in self.lexicon.partisans:
            return False  # "Democrat Mary Baker"
        is_called = end == i + 1 and self._is_partisans(Name(i, end))
        return is_called or self._is_seat(i, end) or self.organisations.is_nameable(i, end)

    def _is_seat(self, i: int, end: int) -> bool:
        """As in "the Amber House | says": a building with a name that speaks is who sits in it."""
        is_house = end == i + 2 and self.tokens[end - 1].folded in self.lexicon.seats
        if not is_house or end >= self.view.limit[i] or not self.view.is_in_paragraph(i):
            return False
        verb = self.tokens[end]
        return verb.verb == "Fin" and verb.folded in self.lexicon.speech_verbs

    def _is_money(self, text: str) -> bool:
        letters = text.rstrip("0123456789")
        is_amount = letters != text and bool(letters)
        return is_amount and (fold(letters) in self.grammar.amounts or fold(letters) in self.lexicon.concept_acronyms)

    def _is_of_thing(self, i: int) -> bool:
        """As in "the recovery scheme, NRSX, which …": a comma gives the short name of a thing."""
        is_apposed = i > 1 and self.tokens[i - 1].text == "," and is_acronym_shape(self.tokens[i].text)
        return is_apposed and self.tokens[i - 2].folded in self.grammar.not_names

    def _is_before_role(self, end: int) -> bool:
        """As in "the Gondar fisherman", "Liberal senator": where or of which party somebody is."""
        if not self.lexicon.premodified or end >= len(self.tokens):
            return False
        return self.tokens[end].folded in self.lexicon.territorial_roles and self.organisations.is_role(end)

    # ------------------------------------------------------------ what shows it

    def _confidence(self, name: Name, names: NameList) -> float:
        """Confidence that the name is an organisation's; 0 where nothing says so."""
        view = self.view
        is_ordinary = all(view.is_common(k) for k in range(name.first, name.last) if view.capital[k])
        if self._is_seat(name.first, name.last):
            return 0.8
        if self._is_called_thing(name):
            return 0.0
        if is_ordinary and name.last - name.first < 2:
            is_field = self.tokens[name.first].folded in self.lexicon.policy_words
            if self._is_partisans(name):
                return 0.75
            may_be = self.tokens[name.first].pos == "PROPN" and not (is_field and not self.lexicon.premodified)
            return self._own_confidence(name) if may_be or self._has_member(name) else 0.0
        shown = max(self._own_confidence(name), self._shared_confidence(name, names))
        if self._is_place(name, population=METROPOLIS if shown >= 0.8 else 0):
            return 0.0
        if shown or self._is_person_like(name) or not view.is_in_paragraph(name.first):
            return shown
        if is_ordinary:
            return 0.7 if self._is_cued(names) or self._does(names, is_ordinary=True) else 0.0
        return self._weak_confidence(name, names)

    def _own_confidence(self, name: Name) -> float:
        """From the words that touch the name itself."""
        if self._is_owned(name) or self._has_voice(name):
            return 0.85
        if self._is_apposed(name) or self._is_given(name) or self._is_postmodified(name) or self._is_defined(name):
            return 0.85
        if self._owns(name):
            return 0.85
        if self._is_affiliation(name):
            return 0.78
        if self._is_worked_at(name) or self._has_people(name) or self._is_inverted(name):
            return 0.8
        return 0.75 if self._is_treated(name) else 0.0

    def _shared_confidence(self, name: Name, names: NameList) -> float:
        """From what the name shares with the list that it stands in."""
        if self._are_members(names.names[0].first):
            return 0.88
        if any(n.found and n.found.confidence >= 0.7 for n in names.names):
            return 0.85 if self._is_agent(names) else 0.8
        if self._is_person_like(name):
            is_firm = self._does_business(names) or (self._is_thing_behind(name) and self._is_cued(names))
            return 0.75 if is_firm else 0.0
        if self._is_agent(names):
            return 0.85 if len(names.names) > 1 or self._is_corporate(name) else 0.8
        return 0.0

    def _weak_confidence(self, name: Name, names: NameList) -> float:
        """From a preposition or a verb of speech, which people have too."""
        is_corporate = self._is_corporate(name)
        if self._is_plans(name):
            return 0.0
        if self._is_cued(names):
            return 0.8 if is_corporate or len(names.names) > 1 else 0.72
        if self._is_possessed(name):
            return 0.8 if is_corporate else 0.72
        if self._is_company_shaped(name) and (self._has_predicate(names) or self._is_explained(name)):
            return 0.72
        if self._does(names):
            has_article = self.organisations.follows_article(names.names[0].first)
            return 0.75 if len(names.names) > 1 else 0.65 if has_article else 0.68
        speaks = name.last < self.view.limit[name.first] and self._speaks(name.last)
        has_article = self.organisations.follows_article(name.first)
        if speaks and (is_corporate or has_article):
            return 0.75
        return 0.7 if self._is_said(name) and self.organisations.has_company_sign(name.first) else 0.0

    def _is_cued(self, names: NameList) -> bool:
        """Whether a cue opens on the list, and not on a thing named by it ("according to the Calder survey")."""
        end = names.end
        before = self.tokens[names.start - 1].folded if names.start else ""
        if before in self.lexicon.betweens and self.tokens[names.start].folded in self.lexicon.articles:
            return any(n.found for n in names.names)  # "une autoroute entre le | Baro et le Kafi"
        names_thing = end < self.view.limit[end - 1] and self.tokens[end].folded in self.grammar.not_names
        if self.lexicon.premodified and names_thing and not self.tokens[end].verb:
            return False
        return self.grammar.partners.match_back(self.tokens, names.start, self.view.origin[names.start]) < names.start

    def _are_members(self, i: int) -> bool:
        """Whether what stands before the list says that members of a group follow, or names their kind."""
        k = i
        origin = self.view.origin[i]
        while k > max(origin, i - _MAX_CUE):
            token = self.tokens[k - 1]
            if token.text == "," or token.folded in self.grammar.member_ends:
                if self._are_example_places(k, origin):
                    return False
                if self.grammar.members.match_back(self.tokens, k, origin) < k or self._is_kind_before(k, origin):
                    return True
            if not (
                self.view.capital[k - 1]
                or token.text in ",()"
                or token.folded in self.lexicon.coordinators
                or token.folded in self.lexicon.articles
            ):
                return False
            k -= 1
        return False

    def _are_example_places(self, k: int, origin: int) -> bool:
        """As in "towns such as |", "des villes comme |": what is no kind of organisation."""
        n = self.grammar.examples.match_back(self.tokens, k, origin)
        if n == k:
            return False
        while n > origin and (self.tokens[n - 1].text == "," or self.tokens[n - 1].pos == "ADJ"):
            n -= 1
        return n > origin and lemma(self.tokens[n - 1].text.lower(), self.view.doc.language) in (
            self.lexicon.example_places
        )

    def _is_kind_before(self, k: int, origin: int) -> bool:
        """As in "plusieurs entreprises publiques, dont |", "25 companies, |", "banks such as |"."""
        n = self.grammar.examples.match_back(self.tokens, k, origin)
        if n == k and self.tokens[k - 1].text != ",":
            # "les agences Calder et Aqualor"
            return self.grammar.designator_plurals.match_back(self.tokens, k, origin) < k
        while n > origin and (self.tokens[n - 1].text == "," or self.tokens[n - 1].pos == "ADJ"):
            n -= 1
        return self.grammar.designator_plurals.match_back(self.tokens, n, origin) < n

    # ------------------------------------------------------------ its verb

    def _is_agent(self, names: NameList) -> bool:
        """Whether the list is the subject of a verb whose subjects are organisations ("X a remporté …")."""
        k = self._predicate(names)
        return k < self.view.limit[names.start] and self._is_agent_verb(k)

    def _does_business(self, names: NameList) -> bool:
        """Whether the list is the subject of what companies do and people hardly ever ("employs 400 people")."""
        k = self._predicate(names)
        limit = self.view.limit[names.start]
        if (
            k + 1 < limit
            and self.tokens[names.end].text == ","
            and self.tokens[names.end + 1].folded in self.lexicon.relatives
        ):
            k = names.end + 2
        if k >= limit or self._is_passive(k):
            return False
        return self.view.main_verb(k) in self.lexicon.business_verbs or self._handles_business(k, limit)

    def _handles_business(self, k: int, limit: int) -> bool:
        """As in "has 400 | employees", "raised three millions from its | shareholders": what only companies have."""
        if not self.tokens[k].verb and self.tokens[k].pos not in VERB_GROUP:
            return False
        for n in range(k + 1, min(k + _MAX_OBJECT, limit)):
            if self.tokens[n].text == "," or (self.tokens[n].verb == "Fin" and self.tokens[n].pos != "AUX"):
                return False
            if self.tokens[n].folded in self.lexicon.business_objects:
                return True
        return False

    def _does(self, names: NameList, *, is_ordinary: bool = False) -> bool:
        """Whether the list is the subject of any verb but those that places, projects and plans have too.

        Names of ordinary words are also a product's or scheme's, which things are done to ("Smart Meter was launched").
        """
        k = self._predicate(names)
        if not self._is_finite(k, names):
            return False
        main = self.view.main_verb(k)
        if is_ordinary and self._is_passive(k) and main not in self.lexicon.suffered_verbs:
            return False
        return main not in self.lexicon.inanimate_verbs and main not in self.lexicon.passive_auxiliaries

    def _predicate(self, names: NameList) -> int:
        """Position behind the list where it may be a clause's subject; the clause's end where it can't."""
        i = names.start
        if i > self.view.origin[i] and not self._opens_clause(i - 1):
            return self.view.limit[i]
        end = self._behind_bracket(names.end)
        if end > names.end and end < self.view.limit[i]:
            return self._behind_aside(end, self.view.limit[i])
        k = self._behind_aside(names.end, self.view.limit[i])
        opens = i == self.view.origin[i] or self.tokens[i - 1].text in ":;"
        return self._behind_long_aside(k) if opens and k == names.end else k

    def _behind_long_aside(self, k: int) -> int:
        """Position behind an aside without verb (", on an island in the north,").

        Those that open on an article or an organisation are none: they say what a place or thing is, or give the
        same organisation's full name.
        """
        limit = self.view.limit[k - 1]
        if k + 2 >= limit or self.tokens[k].text != ",":
            return k
        if self.tokens[k + 1].folded in self.lexicon.articles or k + 1 in self.organisations.taken:
            return k
        for n in range(k + 1, min(k + _MAX_ASIDE, limit - 1)):
            if self.tokens[n].text == ",":
                return self._behind_determiner(n + 1, limit)
            if self.tokens[n].verb == "Fin":
                break
        return k

    def _behind_determiner(self, k: int, limit: int) -> int:
        """As in "Calder and Aqualor | each pledged"."""
        if k + 1 >= limit or self.tokens[k].folded in self.lexicon.coordinators:
            return k
        return k + (self.tokens[k].pos in ("DET", "CCONJ") and self.tokens[k + 1].verb != "")

    def _has_predicate(self, names: NameList) -> bool:
        return self._is_finite(self._predicate(names), names)

    def _is_finite(self, k: int, names: NameList) -> bool:
        """Whether a finite verb stands at `k`, over pronouns and adverbs ("s'inquiète", "also said")."""
        while k < self.view.limit[names.start] and self.tokens[k].pos in ("PRON", "ADV"):
            k += 1
        return k < self.view.limit[names.start] and self.tokens[k].verb == "Fin"

    def _opens_clause(self, k: int) -> bool:
        """Whether a subject may follow token `k`: a sign, a conjunction, a time or what kind of thing it is."""
        token = self.tokens[k]
        if token.pos in _CLAUSE_OPENERS or token.text in OPENING_QUOTES or token.folded in self.lexicon.ambiguous_words:
            return True
        if self.lexicon.premodified and token.verb == "Fin" and token.folded in self.lexicon.speech_verbs:
            return True  # "the city said | Calder Mobility would …"
        if token.folded in self.lexicon.time_words or self.view.is_calendar(k) or token.text.isdigit():
            return True
        is_kind = token.pos == "NOUN" and not self.view.capital[k] and token.folded not in self.grammar.not_names
        return is_kind and not self.organisations.is_role(k) and self._has_no_verb_before(k)

    def _has_no_verb_before(self, k: int) -> bool:
        return not any(t.verb or t.text == "," for t in self.tokens[self.view.origin[k] : k])

    def _behind_aside(self, k: int, limit: int) -> int:
        """Position behind ", elle,", a day or an unnamed companion of the subject ("on Monday", "and two partners")."""
        if k + 2 < limit and self.tokens[k].pos == "ADP" and self.view.is_calendar(k + 1):
            return k + 2
        if k + 2 < limit and self.tokens[k].text == ",":
            if self.tokens[k + 2].text == ",":
                return k + 3
            if self.tokens[k + 1].folded in self.lexicon.relatives:
                return k + 2
        if self._behind_determiner(k, limit) > k:
            return k + 1
        if k < limit and self.tokens[k].folded in self.lexicon.coordinators:
            for n in range(k + 1, min(k + 5, limit)):
                if self.tokens[n].verb == "Fin" or self.tokens[n].pos == "PRON":
                    return n
                if self.tokens[n].pos not in ("DET", "NUM", "NOUN", "ADJ"):
                    return k
        return k


def _is_code(text: str) -> bool:
    """Whether a word is a letter and a number, as roads and vitamins are ("A3", "B12"), or an amount of money."""
    return text[1:].isdigit() or len(text) == 1 or bool(_AMOUNT.search(text))
