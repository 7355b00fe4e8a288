"""Organisations that the role of a named person is held in: "Calder Minerals boss", "directeur du Port de Gondar"."""

from __future__ import annotations

from pipelines.extract.names import is_acronym_shape, is_place_name
from pipelines.extract.organisation_common import Found, NameReader
from pipelines.extract.roles import RolePhrase


class RoleReader(NameReader):
    """Reads names before and behind the noun of a role."""

    def find_in_role(self, first: int, head: int, last: int) -> None:
        """Keep the organisation in the role of a named person.

        It stands before the role ("Calder Minerals boss", "BRX mission chief") or is a place or a thing that has a
        head ("directeur du Port autonome de Gondar").
        """
        self._in_premodifiers(first, head)
        self._in_complement(head, last)

    def find_in_unheld(self, head: int, last: int) -> None:
        """Keep the organisation that a role is of where nobody's name follows ("la représentante de l'Unicef")."""
        k = next((k for k in range(head + 1, last) if self.view.capital[k]), last)
        if k < last and self._is_free(k) and self._is_headed_name(head, k, self.run_end(k)):
            self.keep(self.named(Found(k, self.run_end(k), "", 0.7), self.run_end(k)))

    def drop_fields(self, roles: list[RolePhrase]) -> None:
        """Drop what is called like an organisation and is a field in a minister's portfolio.

        As in "ministre du Plan et de la Coordination de l'eau", "Minister of Energy and Public Utilities", "Public
        Services Minister".
        """
        inside: set[int] = set()
        heads: set[int] = set()
        for role in roles:
            if self.tokens[role.head].folded in self.lexicon.portfolio_roles:
                inside.update(range(role.head + 1, role.last))
                heads.add(role.head)
        fields = [
            f for f in self.found if (f.first in inside and self._is_joined_field(f)) or self._is_before(f, heads)
        ]
        for field in fields:
            self.found.remove(field)
            for k in range(field.first, field.last):
                del self.taken[k]

    def _is_before(self, found: Found, heads: set[int]) -> bool:
        """Whether what looks like a company stands before a minister, as what the ministry is for."""
        return found.last in heads and found.acronym is None and self._is_company_word(found.last - 1)

    def _is_portfolio(self, end: int, head: int) -> bool:
        return (
            end == head and self.tokens[head].folded in self.lexicon.portfolio_roles and self._is_company_word(end - 1)
        )

    def _is_company_word(self, k: int) -> bool:
        return self.tokens[k].folded in self.lexicon.company_words

    def _is_joined_field(self, found: Found) -> bool:
        """Whether a coordinator or a comma joins the name to what stands before it, over what governs it."""
        k = found.first - 1
        while k > 0 and self.tokens[k].folded in self.grammar.articles_and_prepositions:
            k -= 1
        is_joined = self.tokens[k].folded in self.lexicon.coordinators or self.tokens[k].text == ","
        return is_joined and found.acronym is None and found.last - found.first > 1

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
        if self.tokens[first].folded in self.lexicon.concept_acronyms or self._is_portfolio(end, head):
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
        if small := self._small_house(head, k):
            self.keep(self.named(Found(small, last, "", 0.75), last))
            return
        if self._is_party_of(head, k):
            self.keep(self.named(Found(k, k + 1, "", 0.75), k + 1))
            return
        if (end := self._body_end(head, k)) > k:
            self.keep(self.named(Found(k, end, "", 0.78), end))
            return
        if self.tokens[k].folded in self.lexicon.establishments and last - k > 1:
            acronym, end = self.bracket(last, k)
            self.keep(self.named(Found(k, last, "", 0.75, acronym=acronym), end))
        elif self._is_headed_name(head, k, last) or self._is_place_and_field(head, k, last):
            self.keep(self.named(Found(k, last, "", 0.78), last))

    def _small_house(self, head: int, k: int) -> int:
        """As in "professeure à l'| université de Gondar": a head in small letters before the capital; 0 without one."""
        n = k - 1
        while n > head + 1 and self.tokens[n].folded in self.grammar.articles_and_prepositions:
            n -= 1
        is_house = n < k - 1 and n > head + 1 and self.tokens[n].folded in self.lexicon.campuses
        return n if is_house and self.tokens[n - 1].folded in self.grammar.articles_and_prepositions else 0

    def _is_party_of(self, head: int, k: int) -> bool:
        """As in "la députée | PLV du Baro": the party's acronym right behind what somebody was elected to."""
        if self.lexicon.premodified or k != head + 1 or not is_acronym_shape(self.tokens[k].text):
            return False
        is_elected = self.tokens[head].folded in self.lexicon.party_roles
        return is_elected and self.tokens[k].folded not in self.lexicon.concept_acronyms

    def _body_end(self, head: int, k: int) -> int:
        """As in "chief executive of | Women's Aid", "présidente de | Terres Vives": position behind such a name.

        Ordinary words make a name where a role that only bodies have is held in it; `k` where they don't.
        """
        end, before = self.run_end(k), self.tokens[k - 1].folded
        behind = self.grammar.body_roles.match(self.tokens, head)
        is_officer = behind == k - 1 and before in self.lexicon.prepositions
        if not (is_officer or (before in self.lexicon.workplace_prepositions and self.lexicon.premodified)):
            return k
        words = [n for n in range(k, end) if self.view.capital[n]]
        if len(words) < 2 or not self.is_nameable(k, end) or self._is_region(k, end):
            return k
        is_field = all(self.tokens[n].folded in self.lexicon.policy_words or self.is_role(n) for n in words)
        is_place = self.view.is_place(words[-1]) and self.tokens[words[0]].folded in self.lexicon.directions
        return k if is_field or is_place or self.tokens[k].folded in self.grammar.continents else end

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
        word = self.tokens[before].folded
        follows = word in self.lexicon.prepositions or word in self.lexicon.workplace_prepositions
        if is_territorial or not follows or self.run_end(k) < last or not self.is_nameable(k, last):
            return False
        parts = self.tokens[k].text.split("-") if last == k + 1 else []
        if len(parts) > 1 and any(is_place_name(p) for p in parts):
            return False  # "bâtonnier de Gondar-Est"
        return self.view.is_name_word(k) and not self._is_region(k, last)
