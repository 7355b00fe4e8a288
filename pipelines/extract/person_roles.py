"""People with a role beside their name: "le ministre de la Santé, X", "President X", "X, ministre de la Santé"."""

from __future__ import annotations

from pipelines.extract.dictionary import lemma
from pipelines.extract.names import is_acronym_shape
from pipelines.extract.person_names import Mention, PersonReader
from pipelines.extract.phrases import Complement
from pipelines.extract.roles import RolePhrase

_MAX_SHARED = 6  # further names that share a plural role
_MAX_OPENING = 20  # tokens of "Head of the fund, which she joined in 2019,"
_MAX_ELECTED = 10  # tokens of ", élu samedi dernier, à Gondar,"
_MAX_FIELD = 7  # tokens of "(Research and Training"
_MAX_AGE = 6  # tokens of ", âgée de 61 ans,"


class HolderReader(PersonReader):
    """Finds the holders of roles."""

    def _with_role(self, role: RolePhrase) -> None:
        role.end = self._behind_bracket(role)
        holder = self.holders.get(self._joint(role))
        if holder and not self._names_right(role):
            holder.roles.append(role)
            self.holders[role.last] = holder
            return
        if self._respectively(role):
            return
        self.unheld[role.last] = role
        is_aside = self._is_apposition(role) or self._is_party_aside(role)
        is_told = self._is_told(role) and self._right(role, role.end + 1, direct=False)
        if is_told or (is_aside and self._left(role)):
            return
        if role.end < self.view.limit[role.first] and role.inner < 0 and self._right(role, role.end, direct=True):
            return
        comma = role.end < self.view.limit[role.first] - 1 and self.tokens[role.end].text in ",:"
        if comma and self._is_before_rank(role.end + 1):
            return
        is_definite = self._has_article(role)
        if not role.is_plural and not (is_definite and comma and self._names_right(role)) and self._left(role):
            return
        if comma and self._right(role, role.end + 1, direct=False):
            if role.is_plural:
                self._further(role)
            return
        if not role.is_plural and not is_definite and self._opens(role) and (k := self._behind_long_aside(role)):
            self._right(role, k, direct=False)

    def _is_told(self, role: RolePhrase) -> bool:
        """As in "The boss is | Ana Roe.", "La directrice est | Awa Roe, 40 ans": a whole name closes on a copula."""
        k, limit = role.end, self.view.limit[role.first]
        if k + 2 >= limit or self.tokens[k].pos != "AUX" or not self.view.capital[k + 1] or role.is_plural:
            return False
        if lemma(self.tokens[k].text.lower(), self.view.doc.language) not in self.lexicon.passive_auxiliaries:
            return False
        last = self.name_end(k + 1)
        return self._has_article(role) and last > k + 2 and (last >= limit or self.tokens[last].text in ",.;")

    def _opens(self, role: RolePhrase) -> bool:
        """Whether the role opens its sentence without an article, so that it is its subject's."""
        return role.first == self.view.origin[role.first] and role.end < self.view.limit[role.first]

    def _behind_long_aside(self, role: RolePhrase) -> int:
        """As in "Director of the fund since 2019, | Awa Roe", "Maire de Gondar, qui …, | X": the comma before a name.

        The name is the subject, so that a verb or a further aside follows it; 0 where there is none.
        """
        limit = self.view.limit[role.first]
        for k in range(role.end + 1, min(role.end + _MAX_OPENING, limit - 2)):
            if self.tokens[k].text != "," or not self.view.capital[k + 1]:
                continue
            first, titled = self._untitled(k + 1)
            last = self.name_end(first)
            if last >= limit or not (titled or last > first + 1):
                continue
            after = self.tokens[last]
            if after.verb == "Fin" or after.pos in ("PRON", "ADV"):
                return k + 1
        return 0

    def _behind_bracket(self, role: RolePhrase) -> int:
        """Position behind the acronym that a bracket gives to the role's organisation."""
        i, limit = role.end, self.view.limit[role.first]
        if i + 2 < limit and self.tokens[i].text == "(" and self.tokens[i + 2].text == ")" and self.view.capital[i + 1]:
            behind = self._behind_charge(role, i + 3)
            return self._behind_seat(behind) if self._is_seat(behind) else behind
        if behind := self._behind_field(i, limit):
            return behind
        is_party = i + 1 < limit and is_acronym_shape(self.tokens[i].text) and self.tokens[i + 1].text == ","
        if is_party and not self.lexicon.premodified:
            return i + 1  # "la secrétaire d'État PLV, Awa Untel"
        if self._is_seat(i):
            return self._behind_seat(i)
        # "Nommée directrice en 2021, X": the year is when, not whose.
        is_dated = i + 2 < limit and self.tokens[i + 1].text.isdigit() and self.tokens[i + 2].text == ","
        return i + 2 if is_dated and self.tokens[i].folded in self.lexicon.localisers else i

    def _behind_field(self, i: int, limit: int) -> int:
        """As in "Deputy Director (Tram Safety) | Rita Roe": position behind a field's bracket; 0 without one."""
        if i + 3 >= limit or self.tokens[i].text != "(" or not self.view.is_common(i + 1):
            return 0
        k = i + 1
        while k < min(i + _MAX_FIELD, limit - 1) and (self.view.is_common(k) or self.tokens[k].text in ",&"):
            k += 1
        is_field = k > i + 2 and self.tokens[k].text == ")" and self.view.capital[i + 1]
        return k + 1 if is_field and self.view.capital[k + 1] else 0

    def _is_seat(self, i: int) -> bool:
        is_at = i + 2 < len(self.tokens) and self.tokens[i].folded in self.lexicon.localisers
        return is_at and i + 2 < self.view.limit[i] and self.view.is_place(i + 1)

    def _behind_seat(self, i: int) -> int:
        """Position behind where a role is held, before the holder's whole name ("son envoyée | à Gondar, Awa Roe")."""
        k = i + 1
        while k < self.view.limit[i] and self.view.is_place(k):
            k += 1
        return k if self._is_held_behind(k) else i

    def _behind_charge(self, role: RolePhrase, i: int) -> int:
        """Position behind what a bracket parts from its role ("la ministre (PLV) | en charge du Logement")."""
        if i + 1 >= self.view.limit[role.first]:
            return i
        is_over = self.tokens[i].folded in self.lexicon.prepositions and role.last == role.head + 1
        if not is_over and self.grammar.bridges.match(self.tokens, i) == i:
            return i
        return Complement(self.view, i, for_role=True, first=role.first).end

    def _is_before_rank(self, i: int) -> bool:
        """Whether the holder's rank follows at `i` ("le Premier ministre, | le général X"): it finds the holder."""
        i += self.tokens[i].folded in self.lexicon.definite
        return i in self.role_starts and self.tokens[i].folded in self.lexicon.ranks

    def _respectively(self, role: RolePhrase) -> bool:
        """Read "A et B, respectivement maire de X et préfet de Y": the roles go with the names in order."""
        second = self.awaiting.get(self._joint(role))
        if second:
            self._add(*second, 0.92, role)
            return True
        k = role.first - 1
        if k <= self.view.origin[role.first] + 1 or self.tokens[k].folded not in self.lexicon.respective:
            return False
        last = k - (self.tokens[k - 1].text == ",")
        second = (self._name_start(last), last)
        end = second[0] - 1
        if end <= self.view.origin[role.first] or self.tokens[end].folded not in self.lexicon.coordinators:
            return False
        first = self._untitled(self._name_start(end))[0]
        if first >= end or not (self._is_name(first, end) and self._is_name(*second)):
            return False
        self._add(first, end, 0.92, role)
        self.awaiting[role.end] = second
        self.awaiting[role.last] = second
        return True

    def _is_apposition(self, role: RolePhrase) -> bool:
        """Whether the role closes on ordinary words behind a comma: a name behind those isn't the holder's."""
        closes = role.last > role.head + 1 and not self.view.capital[role.last - 1]
        return closes and role.first > self.view.origin[role.first] + 1 and self.tokens[role.first - 1].text == ","

    def _is_party_aside(self, role: RolePhrase) -> bool:
        """As in "peste Awa Roe, la maire | Lagune de Gondar.": an article and one capital more before a complement."""
        k, i = role.first - 1, role.end
        if self.lexicon.premodified or k <= self.view.origin[role.first] + 2 or i + 2 >= self.view.limit[role.first]:
            return False
        if self.tokens[k].folded not in self.grammar.bare_definites or self.tokens[k - 1].text != ",":
            return False
        is_one = self.view.capital[i] and self.tokens[i + 1].folded in self.lexicon.prepositions
        return is_one and k - 1 not in self.holders and self.name_end(i) > i + 1

    def _names_right(self, role: RolePhrase) -> bool:
        first, _ = self._untitled(role.end + 1)
        last = self.name_end(first)
        return (
            last - first > 1
            and self._is_name(first, last)
            and last < self.view.limit[role.first]
            and (self.tokens[last].text != "," or last + 1 not in self.role_starts)
        )

    def _has_article(self, role: RolePhrase) -> bool:
        k = role.first - 1
        while (
            k > self.view.origin[role.first]
            and self.grammar.fillers.match(self.tokens, k) > k
            and self.tokens[k].folded not in self.lexicon.articles
        ):
            k -= 1
        word = self.tokens[k].folded
        is_article = word in self.grammar.articles_and_prepositions or word in self.lexicon.definite
        return is_article and k >= self.view.origin[role.first]

    def _right(self, role: RolePhrase, i: int, *, direct: bool) -> bool:
        """A name behind the role: "le ministre de la Santé, X", "President X"."""
        first, titled = self._untitled(i + self._joins_titles(i))
        if not titled and not direct and self.tokens[i].folded in self.lexicon.definite and i + 1 < len(self.tokens):
            first, titled = self._untitled(i + 1)  # "le directeur, le Dr X"
            first = first if titled else self._behind_origin(i)
        last = self.name_end(first)
        is_single = last == first + 1 or (last > first and self.tokens[first - 1].folded in self.grammar.not_names)
        if direct and is_single and not titled and self._is_held_behind(last):
            # "chef de file de Calder | Lagune, Jean Untel"
            role.text = f"{role.text} {self.view.text(role.last, last)}"
            role.last = role.end = last
            return False
        if not titled and self._is_office(first):
            return False  # "a board member, Commissioner Trade Dr X"
        if not direct and self._reports(last):
            return False
        if direct and (self._is_company_of_kind(role, first, last) or self._is_of_unnamed(role, first, last)):
            return False
        if not self._is_name(first, last, has_role=True) and not (direct and self._names_holder(role, first, last)):
            return False
        words = last - first
        if words == 1 and not titled and (not direct or self._is_org_like(first)) and not role.is_sovereign:
            return self._is_known_surname(first) and self._note(first, last, 0.85, role)
        if (
            not titled
            and words == 1
            and not (direct and (role.end == role.head + 1 or self.view.capital[role.end - 1] or role.is_sovereign))
        ):
            return False
        confidence = 0.95 if words > 1 or titled or role.is_sovereign else 0.85
        self._own(self._add(first, last, confidence, role, titled=titled), role)
        if role.is_plural or self._is_prefixed_plural(role):
            self._share(role, last)
        return True

    def _reports(self, last: int) -> bool:
        """As in "The president, Mr Roe | added, will tour": who says it is in an aside."""
        k = last + 1
        if k >= self.view.limit[last - 1] or self.tokens[k].text != ",":
            return False
        return self.tokens[last].folded in self.lexicon.speech_verbs and self.tokens[last].verb == "Fin"

    def _names_holder(self, role: RolePhrase, first: int, last: int) -> bool:
        """Whether a role makes a name of the ordinary words right behind it."""
        return self._is_called_by_role(role, first, last) or self._is_named_by_office(role, first, last)

    def _is_called_by_role(self, role: RolePhrase, first: int, last: int) -> bool:
        """As in "President Wood": a capitalised role alone makes a surname of the one ordinary word behind it."""
        token = self.tokens[first]
        if last != first + 1 or role.end != first or not self.view.capital[role.last - 1] or token.pos != "PROPN":
            return False
        if self.view.is_place(first) or self.view.is_demonym(first) or not self._may_be_surname(first, first):
            return False
        word = token.folded
        is_bodys = word in self.lexicon.policy_words or word in self.grammar.not_surnames
        is_bodys = is_bodys or word in self.grammar.titles.by_first
        is_bodys = is_bodys or word in self.grammar.heads.by_first or word in self.lexicon.role_suffixes
        base = lemma(token.text.lower(), self.view.doc.language)
        is_plural = base != word and word.startswith(base)  # "Member Customs"
        return not (is_bodys or is_plural) and word not in self.grammar.members_words and len(token.text) > 2

    def _is_named_by_office(self, role: RolePhrase, first: int, last: int) -> bool:
        """As in "Trade Minister Parks Tan": a capitalised office with its field makes a name of two ordinary words."""
        if last != first + 2 or role.end != first or role.first == role.head or not self.view.capital[role.head]:
            return False
        if last < self.view.limit[first] and self.tokens[last].text[0].isalpha() and not self.tokens[last].verb:
            return False
        return all(self._may_be_surname(first, k) and not self._is_of_body(k) for k in (first, first + 1))

    def _is_of_body(self, k: int) -> bool:
        """Whether an ordinary word is one of what bodies, offices and things are called."""
        word, grammar = self.tokens[k].folded, self.grammar
        is_bodys = word in self.lexicon.policy_words or word in grammar.not_surnames or word in grammar.company_words
        is_bodys = is_bodys or word in grammar.heads.by_first or word in self.lexicon.role_suffixes
        return is_bodys or word in grammar.titles.by_first or word in grammar.premodifiers or self.view.is_demonym(k)

    def _is_company_of_kind(self, role: RolePhrase, first: int, last: int) -> bool:
        """As in "developer | Calder IP": what is a company's as well as a person's, before a sign of a company's."""
        may_be = self.grammar.designators.match(self.tokens, role.head) > role.head
        return may_be and self.organisations.has_company_sign(*range(first, last))

    def _is_of_unnamed(self, role: RolePhrase, first: int, last: int) -> bool:
        """As in "a spokesman for Rio | Calder": an indefinite article says that nobody holds the role who is named."""
        before = self.tokens[role.first - 1].folded if role.first > self.view.origin[role.first] else ""
        is_indefinite = before in self.lexicon.articles and before not in self.lexicon.definite
        is_titled = first > 0 and self.grammar.titles.match_back(self.tokens, first, role.end) < first
        return is_indefinite and last == first + 1 and not is_titled and role.end > role.head + 2

    def _is_held_behind(self, k: int) -> bool:
        """Whether a comma at `k` parts a whole name from what stands before it."""
        if k + 2 >= self.view.limit[k - 1] or self.tokens[k].text != ",":
            return False
        first, titled = self._untitled(k + 1)
        last = self.name_end(first)
        return (titled or last > first + 1) and self._is_name(first, last)

    def _is_office(self, i: int) -> bool:
        """Whether a role noun that no given name is starts at token `i`."""
        role = self.role_starts.get(i)
        if role is None or role.head != i or role.is_sovereign:
            return False
        if self.tokens[i].text.isupper() and len(self.tokens[i].text) > 1:
            return True  # "critic MPP Ana Roe"
        if self.view.is_name_word(i):
            return False
        return i + 1 < self.view.limit[i] and not self.view.is_name_word(i + 1)

    def _is_prefixed_plural(self, role: RolePhrase) -> bool:
        prefix, sign, rest = self.tokens[role.head].folded.partition("-")
        return bool(sign) and prefix in self.lexicon.role_prefixes and rest in self.lexicon.role_plurals

    def _share(self, role: RolePhrase, k: int) -> None:
        """Give a plural role to the further names of its list ("ses deux adjoints, X (PLV) et | Y (UDR)")."""
        limit = self.view.limit[role.first]
        for _ in range(_MAX_SHARED):
            if k + 2 < limit and self.tokens[k].text == "(" and self.tokens[k + 2].text == ")":
                k += 3
            if k + 1 >= limit or not (self.tokens[k].text == "," or self.tokens[k].folded in self.lexicon.coordinators):
                return
            # "ses homologues togolais X et | ghanéen Y"
            from_where = k + 1 < limit and not self.view.capital[k + 1] and self.view.is_demonym(k + 1)
            first, titled = self._untitled(k + 1 + from_where)
            last = self.name_end(first)
            if last - first < 2 or not self._is_name(first, last, has_role=True):
                return
            self._add(first, last, 0.92, role, titled=titled)
            k = last

    def _behind_origin(self, i: int) -> int:
        """Position behind "le Vaudois" at `i`, where a whole name follows; else `i`."""
        is_noun = self.view.capital[i + 1] and not self.lexicon.premodified and self.tokens[i + 1].pos != "ADJ"
        return i + 2 if is_noun and self.name_end(i + 2) > i + 3 and not self.organisations.taken.get(i + 1) else i

    def _own(self, mention: Mention, role: RolePhrase) -> None:
        """Note whose role it is, and give the same person a role that a coordinator joins before it."""
        self.holders[role.last] = mention
        before = self.unheld.get(self._joint(role)) or self._office(role)
        if before and before not in mention.roles:
            mention.roles.append(before)

    def _office(self, rank: RolePhrase) -> RolePhrase | None:
        """The office that a comma parts from its holder's rank."""
        k = rank.first - 1
        if self.tokens[rank.head].folded not in self.lexicon.ranks or k <= self.view.origin[rank.first]:
            return None
        k -= self.tokens[k].folded in self.lexicon.definite
        return self.unheld.get(k) if self.tokens[k].text == "," else None

    def _joint(self, role: RolePhrase) -> int:
        """End of the role that a coordinator joins to this one ("maire de X et | préfet de Y"); -1 where none does."""
        k = role.first - 1
        if k > self.view.origin[role.first] and self.tokens[k].folded in self.lexicon.definite:
            return -1  # "le président et le directeur": two people
        return k if k >= self.view.origin[role.first] and self.tokens[k].folded in self.lexicon.coordinators else -1

    def _note(self, first: int, last: int, confidence: float, role: RolePhrase) -> bool:
        self._add(first, last, confidence, role)
        return True

    def _is_org_like(self, i: int) -> bool:
        text = self.tokens[i].text
        return is_acronym_shape(text) or (any(c.isupper() for c in text[1:]) and "-" not in text and "'" not in text)

    def _further(self, role: RolePhrase) -> None:
        """The second holder of "les ministres de la Santé, X, et de l'Eau, Y"."""
        mention = max((m for m in self.mentions.values() if role in m.roles), key=lambda m: m.last)
        i = mention.last + (self.tokens[mention.last].text == "," if mention.last < len(self.tokens) else 0)
        if i >= self.view.limit[role.first] - 1 or self.tokens[i].folded not in self.lexicon.coordinators:
            return
        complement = Complement(self.view, i + 1, for_role=True, first=i)
        if not complement.contents:
            return
        head = role.text.split(" ", 1)[0]
        text = f"{head} {self.view.text(i + 1, complement.end)}"
        second = RolePhrase(i + 1, complement.end, role.head, text, False, role.is_sovereign, -1, complement.end)
        k = complement.end
        if k < self.view.limit[i] and self.tokens[k].text == ",":
            k += 1
        self._right(second, k, direct=False)

    def _left(self, role: RolePhrase) -> bool:
        """A name before the role: "X, ministre de la Santé", "X (alors maire)"."""
        k = role.first
        origin = self.view.origin[role.first]
        while k > origin and (
            (self.tokens[k - 1].folded in self.lexicon.articles and not self.view.capital[k - 1])
            or self._is_filler(k - 1)
        ):
            k -= 1
        k = self._before_genitive(k, origin)
        last = self._before_office(k, origin)
        if last <= origin:
            return False
        if self.tokens[last - 1].text == ")" and last > origin + 3 and self.tokens[last - 3].text == "(":
            last -= 3  # "X (PSL), présidente de …"
        holder = self.holders.get(last) if last < k - 1 else None
        if holder and role not in holder.roles:  # "X, inspecteur, en qualité de |"
            holder.roles.append(role)
            return True
        first = self._name_start(last)
        first, titled = self._untitled(first) if first < last else (first, False)
        # "Grant Wood, head of …": who holds a role behind a comma is somebody, whatever the tagger makes of the words.
        is_at = first > origin and self.tokens[first - 1].folded in self.lexicon.localisers
        is_whole = last == first + 2 and k == last + 1 and self.tokens[last].text == "," and not is_at
        if first >= last or not self._is_name(first, last, has_role=True, has_title=is_whole):
            return False
        if last - first == 1 and not titled and not self._is_known_surname(first):
            return False
        self._own(self._add(first, last, 0.94 if last - first > 1 else 0.85, role, titled=titled), role)
        return True

    def _before_office(self, k: int, origin: int) -> int:
        """Position behind the name that a comma, a bracket or a verb of office parts from the role; -1 where none does.

        As in "X, |", "X (|", "X, who took over as |".
        """
        post = self.grammar.posts.match_back(self.tokens, k, origin)
        if origin < post < k:
            if self._name_start(post) < post:
                return post  # "has named Ana Roe | to the post of director"
            k = post
        begin = self.grammar.offices.match_back(self.tokens, k, origin)
        if begin < k and begin > origin:
            begin -= self.tokens[begin - 1].folded in self.lexicon.office_relatives
            return begin - (self.tokens[begin - 1].text == ",")
        if k > origin + 2 and self.tokens[k - 1].folded in self.lexicon.office_links:
            first = self._name_start(k - 1)  # "elected | Ana Roe as its chair"
            if origin < first < k - 1 and self.tokens[first - 1].verb:
                return k - 1
            return self._before_election(k - 1, origin) or -1  # "Ana Roe, appointed last year | as chair"
        if k > origin + 1 and self.view.is_name_word(k - 1) and self.view.capital[k - 2] and not self.view.capital[k]:
            return -1 if self.lexicon.premodified else k  # "Jean Untel | député de X"
        last = k - 1 if k > origin and self.tokens[k - 1].text in ",(–—" else -1
        if last > origin + 2 and (elected := self._before_election(last, origin)):
            return elected
        return self._before_age(last, origin) if last > origin + 1 else last

    def _before_election(self, last: int, origin: int) -> int:
        """As in "Ana Roe|, elected on Sunday, in Gondar, head of …": when and where stand in between; 0 for others."""
        for k in range(last - 1, max(origin + 1, last - _MAX_ELECTED), -1):
            token = self.tokens[k]
            if self.tokens[k - 1].text == "," and self.grammar.offices.match(self.tokens, k) > k:
                return k - 1
            is_spot = self.view.is_calendar(k) or token.text == "," or token.text.isdigit()
            is_spot = is_spot or (self.view.capital[k] and self.tokens[k - 1].folded in self.lexicon.localisers)
            if not (is_spot or token.pos in ("ADP", "DET", "ADJ", "ADV") or token.folded in self.lexicon.time_words):
                return 0
        return 0

    def _before_age(self, last: int, origin: int) -> int:
        """Position before an age in an aside that ends at `last` ("Ana Roe|, 61, head of …"); `last` without one."""
        for k in range(last - 2, max(origin, last - _MAX_AGE), -1):
            if self.tokens[k].text == "," and self._is_aged(k):
                return k
        return last

    def _before_genitive(self, k: int, origin: int) -> int:
        """Position before what a role's genitive names: "| Ghana's", "| the UAE's"; `k` where there is none."""
        if k <= origin + 2 or not self.view.is_genitive(k - 1):
            return k
        if k - 2 in self.view.place_at:
            is_definite = k > origin + 3 and self.tokens[k - 3].folded in self.lexicon.definite
            return k - 2 - (is_definite and not self.view.capital[k - 3])
        n = k - 2
        while n > max(origin, k - 5) and self.tokens[n].pos in ("NOUN", "ADJ"):
            n -= 1
        return n if self.tokens[n].folded in self.lexicon.articles and not self.view.capital[n] else k

    def _is_filler(self, k: int) -> bool:
        return any(
            self.grammar.fillers.match(self.tokens, b) > k for b in range(max(self.view.origin[k], k - 1), k + 1)
        )
