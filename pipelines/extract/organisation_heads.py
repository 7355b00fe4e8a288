"""Organisations whose head noun comes first: "Agence nationale de l'eau", "ministry of health", and parts of them."""

from __future__ import annotations

from pipelines.extract.names import is_acronym_shape
from pipelines.extract.organisation_common import Found, NameReader
from pipelines.extract.phrases import Complement


class HeadReader(NameReader):
    """Reads names that start with what the organisation is."""

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
        if head_end == i or not self._may_head(begin, i, head_end):
            return None
        complement = Complement(view, head_end, for_role=False, first=i)
        end = self._reach_bracket(complement.end, begin)
        house = complement.contents[0] if complement.contents else head_end - 1
        if self.lexicon.premodified and house > i and self._is_house(house):
            end = max(end, self._panel_end(end, view.limit[i]))  # "House of Deputies | transport committee"
        acronym, spans_end = self.bracket(end, begin)
        if head in self.lexicon.gatherings and not self._is_lasting_whole(begin, head_end, complement, end):
            return None
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

    def _may_head(self, begin: int, i: int, head_end: int) -> bool:
        """Whether the head noun `[i, head_end)` may start an organisation's name that opens at `begin`."""
        if self.lexicon.premodified and not self._is_sure(i, head_end):
            return False
        is_inside = begin == i and self._is_inside(i)
        return not (is_inside or self._is_honour(begin) or self._are_several(begin, head_end))

    def _is_lasting_whole(self, begin: int, head_end: int, complement: Complement, end: int) -> bool:
        """Whether what is called a forum has a complement and is a body ("le président du Forum des éleveurs")."""
        return bool(complement.contents) and self._is_lasting(begin, head_end - 1, end)

    def _is_inside(self, i: int) -> bool:
        """Whether a capital stands right before the capital at `i`, so that a name began before it."""
        if not i or not (self.view.capital[i] and self.view.capital[i - 1]):
            return False
        return self.tokens[i - 1].end + 1 == self.tokens[i].start and not (
            i - 1 in self.view.starts and self._starts(i - 1)
        )

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
        if self.grammar.partners.match_back(self.tokens, begin, self.view.origin[begin]) < begin:
            return None  # "avec le concours du | Fonds des lacs pour l'enfance"
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

    def _are_several(self, i: int, head_end: int) -> bool:
        """As in "les | fonds viendront du ministère": an article in the plural before a noun without capital."""
        if not i or self.view.capital[i] or self._is_sure(i, head_end):
            return False
        return self.tokens[i - 1].folded in self.lexicon.plural_articles

    def _is_sure(self, i: int, head_end: int) -> bool:
        return " ".join(t.folded for t in self.tokens[i:head_end]) in self.lexicon.sure_heads

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
        if head_end == begin + 1 and self.tokens[begin].folded in self.lexicon.organ_heads:
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
        # "dans la | préfecture de Gondar"
        is_place = self.tokens[begin].folded in self.lexicon.venue_heads or (
            begin > 1 and self.tokens[begin - 2].folded in self.lexicon.localisers
        )
        return (0.7, end) if is_seated and not is_place else (0.0, end)

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
