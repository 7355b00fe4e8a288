"""Organisations of a body: by head noun ("Agence de l'eau"), acronym, company form and what is said of them."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.organisation_common import Found
from pipelines.extract.organisation_heads import HeadReader
from pipelines.extract.organisation_nouns import NounReader
from pipelines.extract.organisation_roles import RoleReader
from pipelines.extract.organisation_runs import RunReader
from pipelines.extract.text import fold

__all__ = ["Found", "Organisations"]

_MAX_SMALL_FIELDS = 5  # words before "ministry"


class Organisations(HeadReader, RunReader, NounReader, RoleReader):
    """Finds an article's organisations, those of surest shape first."""

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

    def is_addressed(self, i: int) -> bool:
        """Whether what follows is the verb's, not the name's: "a informé le | Conseil de …", or a role's end."""
        k = i - 1
        before = self.tokens[k].folded
        if k <= self.view.origin[i] or before not in self.grammar.articles_and_prepositions:
            return False
        if before in self.lexicon.prepositions and (end := self.grammar.roles.match(self.tokens, k - 1)) > i:
            # "Member of | Parliament for …", but "président du | Conseil économique et social"
            is_longer = not self.lexicon.premodified and end < self.view.limit[i] and not self.view.capital[end]
            return not (is_longer and self.tokens[end].pos == "ADJ")
        if self.tokens[k].folded not in self.lexicon.definite or not self.lexicon.informing_verbs:
            return False
        said = {self.tokens[k - 1].folded, lemma(self.tokens[k - 1].text.lower(), self.view.doc.language)}
        is_panel = self.tokens[i].folded in self.lexicon.panels
        follows = i + 2 < self.view.limit[i] and self.tokens[i + 1].folded in self.lexicon.prepositions
        follows = follows and not self.view.capital[i + 2]  # "a saisi le Conseil d'État"
        return not said.isdisjoint(self.lexicon.informing_verbs) and follows and is_panel
