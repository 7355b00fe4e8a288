"""Organisations with a capital on every word: "Volta River Authority", "Ministry of Roads", "Sahel Invest SA"."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.names import APOSTROPHES
from pipelines.extract.organisation_common import Found, NameReader
from pipelines.extract.phrases import Complement
from pipelines.extract.roles import names_house

_MAX_FIELDS = 4  # fields that commas join in a name


class RunReader(NameReader):
    """Reads capitalised names that a head noun or a company's form marks."""

    def _capital_run(self, i: int) -> Found | None:
        """Head noun last, or a company's form: "Volta River Authority", "Ministry of Roads", "Sahel Invest SA"."""
        view = self.view
        if (
            (i in view.starts and self._starts(i))
            or self.tokens[i].folded in self.grammar.calendar
            or (
                i
                and view.capital[i - 1]
                and i - 1 not in self.taken
                and not (i - 1 in view.starts and self._starts(i - 1))
                and self.run_end(i - 1) > i
            )
        ):
            return None
        if self.tokens[i].folded in self.grammar.run_enders:  # no role nor title starts with another word
            is_role = self.grammar.roles.match(self.tokens, i) > i and not self.view.is_genitive(i + 1)
            is_role = is_role and not names_house(view, i)
            if is_role or self.grammar.titles.match(self.tokens, i) > i:
                return None
        end = self.run_end(i)
        head = self._last_head(i, end)
        whole = self._organ_of_house(i, end) or self._holder_of_event(i, head, end)
        if whole:
            return whole
        if head == i and self._is_office_field(i, end):
            return None
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
        if self.tokens[end - 1].text == "," and any(self.view.is_name_word(k) for k in range(i, end - 1)):
            return None  # "the ambassador, Ana Roe, and | United Lakes adviser X"
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
            and not self._is_lasting(first, head, last)
        ):
            return None
        if head == first and not acronym and not contents and self._is_before_person(head, last):
            return None
        if last - first == 1 or not (contents or head > first or last > head + 1):
            return self._institution(first)
        if not self._is_strong(head) and last == head + 1 and self._is_field_of_event(last):
            return None
        own = self._has_own_word(first, last)
        in_text = view.is_in_paragraph(first)
        confidence = 0.95 if acronym else 0.92 if in_text and first not in view.starts else 0.85 if own else 0.7
        if not acronym and not own and not in_text:
            return None
        if self._behind_excluded(first) > first:
            return None
        return self.named(Found(first, last, "", confidence, acronym=acronym), spans_end)

    def _is_office_field(self, i: int, end: int) -> bool:
        """As in "the | Union Railway Minister": a body's word and a field that an office is named after."""
        is_before_role = i + 1 < end < self.view.limit[i] and self.view.capital[end] and self.is_role(end)
        return is_before_role and all(self._is_field(k) for k in range(i + 1, end))

    def _is_field_of_event(self, k: int) -> bool:
        """As in "the Gondar Mining | and Energy Conference": what a company's name might be is part of a meeting's."""
        if k + 2 >= self.view.limit[k - 1] or self.tokens[k].folded not in self.lexicon.coordinators:
            return False
        end = self.run_end(k + 1) if self.view.capital[k + 1] else k
        return end > k + 2 and self.tokens[end - 1].folded in self.grammar.not_names

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
        first = self._before_complement(i)
        acronym, spans_end = self.bracket(last, first)
        return self.named(Found(first, last, "", 0.9, acronym=acronym), spans_end)

    def _before_complement(self, i: int) -> int:
        """As in "Soleil du | Sahel SARL": where a company's name begins whose form stands behind a complement."""
        view, k = self.view, i
        if self.lexicon.premodified:
            return i
        k -= k > view.origin[i] + 2 and self.tokens[k - 1].folded in self.lexicon.articles
        if k <= view.origin[i] + 1 or self.tokens[k - 1].folded not in self.lexicon.prepositions:
            return i
        head = k - 2
        is_word = view.capital[head] and view.is_common(head) and head not in view.starts and head not in self.taken
        is_role = is_word and self.grammar.roles.match(self.tokens, head) > head
        return head if is_word and not is_role and not view.capital[k - 1] else i

    def _is_only_form(self, k: int) -> bool:
        """Whether a company's form in small letters is no word besides ("plc")."""
        return not is_known_word(self.tokens[k].text, self.view.doc.language)
