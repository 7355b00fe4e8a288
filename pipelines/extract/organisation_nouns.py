"""Organisations that a noun introduces without being part of the name: "le groupe Atlas", "the weekly Horizon"."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.lexicon import languages
from pipelines.extract.names import OPENING_QUOTES
from pipelines.extract.organisation_common import MAX_RUN, Found, NameReader
from pipelines.extract.phrases import Complement
from pipelines.extract.records import Span

_MAX_FIELD = 6  # tokens of "de défense des usagers du rail"


class NounReader(NameReader):
    """Reads names behind a noun that says what they are."""

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
        j = self._over_origin(self._over_field(j, view.limit[i]), view.limit[i])
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

    def _over_field(self, j: int, limit: int) -> int:
        """Position behind whose or what for an organisation is ("l'association d'usagers du rail | Atlas")."""
        if self.lexicon.premodified or self.tokens[j - 1].pos != "NOUN":
            return j  # "le projet minier du mont X"
        k = j
        while k + 1 < min(limit, j + _MAX_FIELD) and not self.view.capital[k]:
            is_link = (
                self.tokens[k].folded in self.lexicon.prepositions or self.tokens[k].folded in self.lexicon.articles
            )
            if not is_link and (self.tokens[k].pos not in ("NOUN", "ADJ") or self.tokens[k].verb):
                return j
            k += 1
        is_noun = k > j + 1 and self.tokens[k - 1].folded not in self.grammar.articles_and_prepositions
        return k if is_noun and k < limit and self.view.is_name_word(k) and not self.view.is_place(k) else j

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
        return self.run_end(k) if end < k < self.view.limit[j] and self.view.capital[k] else end

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

    def _sentence_end(self, j: int) -> int:
        """Position behind a name that is a sentence ("le collectif Nos lacs meurent | a saisi …"); 0 for others."""
        if self.lexicon.premodified:
            return 0
        is_determined = self.tokens[j].folded in self.lexicon.determiners
        if not (is_determined or (self.tokens[j].verb == "Fin" and self.view.is_common(j))):
            return 0
        for k in range(j + 1, min(j + MAX_RUN, self.view.limit[j] - 1)):
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
