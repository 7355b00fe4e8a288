"""Where a noun's complement ends: "ministre | de l'Emploi, de l'Eau et des Mines", "Ministry | of Roads and Ports"."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.names import CLOSING_QUOTES, OPENING_QUOTES, View, is_abbreviated, is_acronym_shape
from pipelines.extract.text import fold

_MAX_PHRASE = 34  # tokens; the longest portfolios run to about 30
_CONTENT = frozenset({"NOUN", "ADJ", "PROPN", "X", "NUM"})
_MAX_QUOTED = 10
_MAX_PARTY = 5  # letters of a party's acronym


class Complement:
    """Reads the complements that follow a role's or an organisation's head noun, token by token.

    Attributes:
        end: position behind the last token of the phrase.
        contents: positions of the nouns and names that the complements are about.
    """

    def __init__(
        self, view: View, head_end: int, *, for_role: bool, first: int, known: dict[int, int] | None = None
    ) -> None:
        """Read on from `head_end`.

        Args:
            view: the article.
            head_end: position behind the head noun.
            for_role: whether the head is a role's rather than an organisation's.
            first: first token of the phrase.
            known: ends of the organisations already found, by their first token.
        """
        self.view = view
        self.known = known or {}
        self.lexicon = view.lexicon
        self.for_role = for_role
        self.is_sure = not for_role and view.tokens[first].folded in view.lexicon.sure_heads
        self.is_organ = view.tokens[first].folded in view.lexicon.organ_heads
        self.has_purpose = not for_role and view.tokens[first].folded in view.lexicon.purpose_heads
        self.head_end = head_end
        self.first = first
        self.end = head_end
        self.contents: list[int] = []
        # "Conférence des directrices | et directeurs …": what it gathers is in the head already.
        self.is_gathering = not for_role and view.tokens[first].folded in view.lexicon.events
        if self.is_gathering and head_end > first + 1:
            self.contents.append(head_end - 1)
        self.limit = min(view.limit[first], first + _MAX_PHRASE)
        while self.end < self.limit:
            step = (
                self._bridge()
                or self._complement()
                or self._modifier()
                or self._adjectives()
                or self._coordinated()
                or self._quoted()
                or self._possessive()
            )
            if not step:
                break
            self.end = step

    def _bridge(self) -> int:
        """As in "chargée", "in charge" before a preposition, and a comma before them ("délégué, chargé du Budget")."""
        tokens = self.view.tokens
        i = self.end + (tokens[self.end].text == "," and self.end + 1 < self.limit)
        if tokens[i].folded not in self.view.grammar.bridges.by_first:
            return 0
        j = self.view.grammar.bridges.match(tokens, i)
        if j == i or j >= self.limit or not (self.for_role or self.is_organ):
            return 0
        return self._after_preposition(j, strong=True)

    def _complement(self) -> int:
        token = self.view.tokens[self.end]
        if token.folded in self.lexicon.prepositions:
            return self._after_preposition(self.end, strong=True)
        if token.folded in self.lexicon.weak_prepositions:
            if self.view.grammar.bridges.match(self.view.tokens, self.end) > self.end:
                return 0  # "le Front lacustre, en matière de logement": of the role, not of the name
            return self._after_preposition(self.end, strong=self._is_fight(token.folded))
        return 0

    def _after_preposition(self, i: int, *, strong: bool) -> int:
        """Position behind the first content word that the preposition at `i` governs; 0 where it governs none."""
        tokens, view = self.view.tokens, self.view
        preposition = tokens[i].folded
        if preposition not in self.lexicon.prepositions and preposition not in self.lexicon.weak_prepositions:
            return 0
        k = self._skip_articles(i + 1)
        if k in self.known and k < self.limit and (strong or self._weak_holds(preposition, k)):
            self.contents.append(k)
            return min(self.known[k], self.limit)
        if k < self.limit and tokens[k].text in OPENING_QUOTES:
            return self._quote_end(k)
        if k >= self.limit or not self._is_content(k) or view.is_calendar(k):
            return 0
        if not strong and not self._weak_holds(preposition, k):
            return 0
        if strong and not view.capital[k] and tokens[k].verb:
            return 0
        if self._is_leader(k) or self._is_titled(k):
            return 0
        self.contents.append(k)
        if held := self._office_end(k):
            self.limit = self.limit if self.for_role else held
            return held
        return self._with_name_run(k + 1 + self._is_cut_short(k))

    def _office_end(self, k: int) -> int:
        """As in "Office of the | Deputy Prime Minister": whose office it is, in several words; 0 for anything else."""
        view, role = self.view, k
        if not view.capital[k]:
            return 0
        while role + 1 < self.limit and view.tokens[role].folded in self.lexicon.role_premodifiers:
            role += 1
        end = view.grammar.roles.match(view.tokens, role)
        return end if k + 1 < end <= self.limit and view.capital[end - 1] else 0

    def _is_leader(self, k: int) -> bool:
        """As in "le Rassemblement lagunaire d'| Awa Roe", "le cabinet d'| Awa Roe": whose it is, not its name."""
        view = self.view
        if self.for_role or self.contents or k + 1 >= self.limit:
            return False
        head = view.tokens[self.head_end - 1].folded
        if self.end == self.head_end:
            is_personal = head in self.lexicon.personal_offices and k == self.end + 1
            return is_personal and view.is_name_word(k) and view.is_name_word(k + 1)
        return head in self.lexicon.party_heads and view.is_name_word(k) and view.capital[k + 1]

    def _is_titled(self, k: int) -> bool:
        """As in "representatives of | Chief Awa Roe": a person whom a title introduces."""
        view = self.view
        if not self.for_role or not view.capital[k]:
            return False
        end = view.grammar.titles.match(view.tokens, k)
        return k < end < self.limit and view.is_name_word(end)

    def _is_cut_short(self, k: int) -> bool:
        """Whether a name goes on behind its first word as that is an abbreviation ("St | Mary")."""
        word = self.view.tokens[k]
        if not self.view.capital[k] or word.text.isupper() or k + 1 >= self.limit:
            return False
        return is_abbreviated(word.folded) and self.view.capital[k + 1]

    def _weak_holds(self, preposition: str, k: int) -> bool:
        """A weak preposition belongs to the phrase as its first complement, or before a country or organisation."""
        view = self.view
        place = view.place_at.get(k)
        if view.tokens[k].verb and not view.capital[k]:
            return False
        if place is not None and place.kind != "demonym":
            return self._place_holds(preposition, place.kind)
        if self.for_role and preposition in self.lexicon.purposes and view.tokens[k].folded in view.grammar.continents:
            return True
        is_capital_name = self.lexicon.premodified and not self.for_role and view.capital[self.head_end - 1]
        if is_capital_name and (not view.capital[k] or self._is_street(preposition, k)):
            return False  # "Calder Bank at a rate", "the High Court | on Baro Street"
        if not self.contents:
            is_for = preposition in self.lexicon.purposes and self.has_purpose and view.capital[self.first]
            return self.for_role or view.capital[k] or is_for or not self._is_any()
        if is_capital_name and self._is_peoples(self.contents[-1]) and self.contents[-1] == self.end - 1:
            return view.is_common(k)  # "Office of People with Disabilities"
        if preposition in self.lexicon.purposes and (self.for_role or self.has_purpose):
            return self._aim_holds(k) or self._is_fought(preposition)
        if not self.for_role and preposition in self.lexicon.aim_prepositions:
            # "Fonds d'appui aux coopératives", where nothing stands between the two
            # "Haut-Commissariat des Ligues unies aux droits …"
            is_charged = self.is_sure and self.has_purpose and not view.capital[k]
            return is_charged or self._is_aim_next()
        if not self.for_role and preposition in self.lexicon.domain_prepositions:
            ends = k + 1 < self.limit and view.tokens[k + 1].text in ",()"
            return ends and view.tokens[k].pos == "NOUN" and not view.capital[k]
        is_whole = view.grammar.heads.match(view.tokens, k) > k or (
            view.capital[k] and is_acronym_shape(view.tokens[k].text)
        )
        return self.for_role and (
            is_whole or self._is_abroad(preposition, k) or (self.lexicon.premodified and view.capital[k])
        )

    def _place_holds(self, preposition: str, kind: str) -> bool:
        if preposition in self.lexicon.aim_prepositions and self._is_aim_next():
            return kind in ("country", "region")  # "Groupe d'appui au Kafiristan"
        if preposition in self.lexicon.localisers:
            return self.for_role and kind == "country" and preposition != "en"
        if preposition in self.lexicon.purposes and not self.for_role and self.end > self.head_end:
            return self.has_purpose  # "directrice de la Banque mondiale | pour le Togo"
        return kind in ("country", "region") or not self.for_role

    def _is_aim_next(self) -> bool:
        """Whether the phrase ends on what a body gives to those named behind ("Fonds d'appui | aux coopératives")."""
        if self.for_role or not self.contents or self.contents[-1] != self.end - 1:
            return False
        return self.view.tokens[self.end - 1].folded in self.lexicon.aims

    def _aim_holds(self, k: int) -> bool:
        """As in "ministre de la Lutte contre | la Pauvreté", "Fonds des lacs pour | l'enfance"."""
        view, before = self.view, self.contents[-1]
        if not self.for_role:
            return view.tokens[k - 1].folded in self.lexicon.articles
        if not view.capital[before]:
            is_whole = view.grammar.heads.match(view.tokens, k) > k or is_acronym_shape(view.tokens[k].text)
            return is_whole or (self.lexicon.premodified and view.capital[k])
        return before == self.end - 1 and view.is_common(before) and view.is_common(k)

    def _is_fought(self, preposition: str) -> bool:
        """As in "coordinatrice du Programme de lutte contre | le paludisme": what somebody in a role works against."""
        return self.for_role and preposition in self.lexicon.oppositions and self.contents[-1] == self.end - 1

    def _is_fight(self, preposition: str) -> bool:
        """As in "la Commission de lutte contre | la fraude": what a body fights, which its name tells."""
        if self.for_role or preposition not in self.lexicon.oppositions or not self.contents:
            return False
        return self.contents[-1] == self.end - 1 and self.view.tokens[self.end - 1].folded in self.lexicon.fights

    def _is_street(self, preposition: str, k: int) -> bool:
        """Whether the capitalised words at `k` end or start on what streets, towers and other places are called."""
        view, end = self.view, k
        while end < self.limit and view.capital[end]:
            end += 1
        names = view.grammar.not_names
        is_named = preposition in self.lexicon.localisers and end > k + 1
        return is_named and (view.tokens[end - 1].folded in names or view.tokens[k].folded in names)

    def _is_any(self) -> bool:
        """As in "devant une Assemblée lagunaire | aux avis partagés": an article says what it is like, not its name."""
        view, before = self.view, self.view.tokens[self.first - 1].folded if self.first else ""
        is_indefinite = before in self.lexicon.articles and before not in self.lexicon.definite
        return view.capital[self.first] and is_indefinite

    def _is_abroad(self, preposition: str, k: int) -> bool:
        """As in "ministre des Gondariens à | l'Extérieur", "… des Services aux | Familles": where or for whom it is."""
        view, before = self.view, self.contents[-1]
        if preposition not in self.lexicon.aim_prepositions or before != self.end - 1:
            return False
        if not (view.capital[before] and view.is_common(before) and view.is_common(k)):
            return False
        return view.capital[k] and view.grammar.heads.match(view.tokens, k) == k

    def _is_peoples(self, k: int) -> bool:
        view = self.view
        word = view.tokens[k].folded
        return view.capital[k] and (word in self.lexicon.genitive_words or word in view.grammar.members_words)

    def _possessive(self) -> int:
        """As in "Alliance of Displaced Persons| ' Associations", "chair of the senate| 's water panel"."""
        i, view = self.end, self.view
        if self.for_role:
            return self._owned(i)
        if not self.contents or i + 1 >= self.limit or not view.is_genitive(i):
            return 0
        is_name = view.capital[i - 1] and view.capital[i + 1] and view.is_common(i - 1) and view.is_common(i + 1)
        goes_on = i + 2 < self.limit and view.capital[i + 2]  # "the Institute for Roads' | Ana Roe"
        is_head = view.tokens[i + 1].folded in view.grammar.last_words
        return i + 2 if is_name and (is_head or not goes_on) else 0

    def _owned(self, i: int) -> int:
        """Position behind the first word of what is the body's that a role is in ("chair of the senate's | panel")."""
        view = self.view
        if i + 1 >= self.limit or not self.contents or self.contents[-1] != i - 1 or not view.is_genitive(i):
            return 0
        thing = view.tokens[i + 1]
        is_thing = thing.pos in ("NOUN", "ADJ") or thing.folded in self.lexicon.policy_words
        if not is_thing or view.capital[i + 1] or not self.lexicon.premodified:
            return 0
        self.contents.append(i + 1)
        return i + 2

    def _skip_articles(self, k: int) -> int:
        while k < self.limit and self.view.tokens[k].folded in self.lexicon.articles and not self.view.capital[k]:
            k += 1
        return k

    def _is_content(self, k: int) -> bool:
        token = self.view.tokens[k]
        if not token.text[0].isalnum():
            return False
        if self.view.capital[k]:
            return not self.view.is_calendar(k)
        is_policy = token.folded in self.lexicon.policy_words and token.pos != "PRON"
        return (token.pos in _CONTENT and token.text[0].isalpha()) or is_policy

    def _with_name_run(self, k: int) -> int:
        """A name of several words that a complement consists of ("de Burkina Faso", "of African IT Agencies")."""
        while (
            k < self.limit and self.view.place_at.get(k) and self.view.place_at.get(k) is self.view.place_at.get(k - 1)
        ):
            k += 1
        return k

    def _modifier(self) -> int:
        """An adjective or further noun behind a content word, or behind the head itself."""
        i, view = self.end, self.view
        token = view.tokens[i]
        if not token.text[0].isalnum() or view.is_calendar(i):
            return 0
        if view.capital[i]:
            if self.for_role and i in self.known and self.contents and self.contents[-1] == i - 1:
                return min(self.known[i], self.limit)  # "PDG du groupe | Calderis"
            return i + 1 if self._capital_goes_on(i) else 0
        if token.folded in self.lexicon.adjectival_participles or view.is_demonym(i):
            return i + 1
        if token.folded in self.lexicon.speech_verbs:  # "table", "note" are verbs whatever the tagger says
            return 0
        if token.folded in self.lexicon.coordinators or not token.text[0].isalpha():
            return 0
        if token.verb:
            return i + 1 if self._is_mistaken_verb(i) else 0
        if token.folded in self.lexicon.prepositions or token.folded in self.lexicon.weak_prepositions:
            return 0
        if self.lexicon.premodified:
            return i + 1 if token.pos in ("NOUN", "ADJ") and (not view.capital[i - 1] or self._is_whose(i)) else 0
        # A noun tagged so behind another is mostly an adjective ("pêche maritime"); behind an adjective it is not.
        follows_noun = i == self.head_end or (self.contents and self.contents[-1] == i - 1)
        allowed = ("ADJ", "NOUN", "X") if follows_noun else ("ADJ",)
        is_modifier = token.pos in allowed and token.folded not in self.lexicon.articles
        return i + 1 if is_modifier and not (self._is_participle(i) or self._is_predicate(i)) else 0

    def _is_whose(self, i: int) -> bool:
        """As in "chief of staff to the Trade | minister", "head of the Malian | delegation", where no name follows."""
        view = self.view
        if not self.for_role or not self.contents or (i + 1 < view.limit[i] and view.capital[i + 1]):
            return False
        last = self.contents[-1]
        if view.is_demonym(i - 1) or self.known.get(last) == i:
            return view.tokens[i].pos == "NOUN" and i + 1 < view.limit[i] and view.tokens[i + 1].text in ",."
        if last != i - 1 or view.grammar.roles.match(view.tokens, i) == i:
            return False
        return view.tokens[i - 1].folded in self.lexicon.policy_words

    def _is_predicate(self, i: int) -> bool:
        """As in "La Cour des comptes | épingle la gestion …": a verb, whatever the tagger takes it for."""
        if self.for_role or not self._is_verb_form(i):
            return False
        has_object = i + 1 < self.limit and self.view.tokens[i + 1].folded in self.lexicon.articles
        base = self.view.tokens[i].folded[:-1]
        if any(base + e in self.lexicon.opinion_verbs for e in self.lexicon.infinitive_endings):
            return True  # "l'Office de l'eau | demande de l'aide"
        return has_object or self.view.tokens[i].pos == "NOUN"

    def _is_participle(self, i: int) -> bool:
        """As in "la Cour des comptes | publié mardi", "… | adopté par": what stands behind shows a participle."""
        if self.view.tokens[i].pos != "ADJ" or i + 1 >= self.limit:
            return False
        return self.view.is_calendar(i + 1) or self.view.tokens[i + 1].folded in self.lexicon.bylines

    def _is_mistaken_verb(self, i: int) -> bool:
        """Whether the tagger takes an adjective right behind the head for a verb ("ministre wallonne | de l'Eau")."""
        view = self.view
        if i != self.head_end or i + 1 >= self.limit or not view.lexicon.infinitive_endings:
            return False
        word = view.tokens[i]
        if self._is_verb_form(i):
            return False
        base = lemma(word.text.lower(), view.doc.language)
        is_inflected = base != word.folded and base.endswith(tuple(view.lexicon.infinitive_endings))
        if is_inflected or base in view.lexicon.agent_verbs:
            return False
        following = view.tokens[i + 1].folded
        return following in self.lexicon.prepositions or following in self.lexicon.weak_prepositions

    def _is_verb_form(self, i: int) -> bool:
        """Whether a word is a verb's form and no adjective's ("La Commission | chiffre à …")."""
        word, language = self.view.tokens[i].text.lower(), self.view.doc.language
        if word in self.lexicon.adjectival_participles:
            return False
        stem = word[:-1]
        if not self.lexicon.infinitive_endings or fold(word) in self.lexicon.policy_words:
            return False
        is_form = any(word[-1] == e[0] and is_known_word(stem + e, language) for e in self.lexicon.infinitive_endings)
        return is_form and lemma(word, language) in (word, stem + "er") and not is_known_word(stem, language)

    def _capital_goes_on(self, i: int) -> bool:
        view = self.view
        if not self.contents:  # right behind the head
            if not self.for_role:
                # "Institut Pasteur": behind a capital without a break, a name and no role
                is_named = view.capital[i - 1] and not self.lexicon.premodified
                return is_named or view.grammar.roles.match(view.tokens, i) == i
            if self.lexicon.premodified:
                return view.tokens[i].folded in self.lexicon.role_suffixes
            if self._is_branch(i):
                return True
            if self._is_holders(i):
                return False
            return view.is_common(i) and not self._starts_name(i) and view.grammar.titles.match(view.tokens, i) == i
        if view.grammar.titles.match(view.tokens, i) > i and not view.is_common(i):
            return False
        if view.grammar.roles.match(view.tokens, i) > i and view.lexicon.premodified:
            # "Minister for State President, Mr X": nobody's name follows
            return self.for_role and i + 1 < self.limit and view.tokens[i + 1].text == ","
        if not self.for_role:
            # "Agence de l'eau | Loire-Bretagne"
            is_seat = view.capital[self.head_end - 1] and self._names_seat(i)
            return view.lexicon.premodified or view.capital[i - 1] or view.is_common(i) or is_seat
        if is_acronym_shape(view.tokens[i].text):
            return view.is_common(i) if view.lexicon.premodified else self._is_branch(i)
        return self._ends_name(i) or ((view.is_common(i) or view.is_place(i)) and not self._starts_name(i))

    def _is_branch(self, i: int) -> bool:
        """As in "le député | PLV du Baro", "la maire | PLV Awa Roe": the party, not a surname in capitals."""
        view, text = self.view, self.view.tokens[i].text
        if i + 1 >= self.limit or not (text.isupper() and len(text) <= _MAX_PARTY and is_acronym_shape(text)):
            return False
        if view.is_place(i) or (self.contents and self.contents[-1] != i - 1):
            return False
        is_of = view.tokens[i + 1].folded in self.lexicon.prepositions
        has_holder = i + 2 < self.limit and view.capital[i + 1] and view.capital[i + 2]
        return is_of or (has_holder and not view.tokens[i + 1].text.isupper())

    def _is_holders(self, i: int) -> bool:
        """Whether the word right behind a role begins its holder's name."""
        view = self.view
        if view.capital[i - 1]:
            return self._is_surname(i)
        # "la porte-parole Rose Abena": the tagger takes a given name for an adjective
        goes_on = i + 1 < self.limit and view.is_name_word(i + 1)
        return goes_on or self._precedes_particle(i) or self._is_whole_name(i)

    def _is_whole_name(self, i: int) -> bool:
        """As in "le ministre | Benoît Charrette": two ordinary words that the tagger takes for a name's."""
        if i + 1 >= self.limit or not self.view.capital[i + 1]:
            return False
        words = self.view.tokens[i : i + 2]
        return all(t.pos == "PROPN" and t.folded not in self.lexicon.policy_words for t in words)

    def _is_surname(self, i: int) -> bool:
        """As in "Président | Moineau": the tagger takes the one ordinary word behind a capitalised role for a name."""
        view, token = self.view, self.view.tokens[i]
        if token.pos != "PROPN" or (i + 1 < self.limit and view.capital[i + 1]):
            return False
        word = token.folded
        return word not in self.lexicon.policy_words and word not in self.lexicon.role_suffixes and not view.is_place(i)

    def _names_seat(self, i: int) -> bool:
        view, k = self.view, i
        while k < min(self.limit, i + 3) and view.capital[k]:
            if k in view.place_at:
                return True
            k += 1
        return False

    def _precedes_particle(self, i: int) -> bool:
        """Whether a particle and a capital make a given name of the word at `i` ("la juge | Claire de La Tour")."""
        tokens, k = self.view.tokens, i + 1
        while k < self.limit and tokens[k].folded in self.view.lexicon.particles and not self.view.capital[k]:
            k += 1
        return k > i + 1 and k < self.limit and self.view.capital[k] and tokens[i].pos == "PROPN"

    def _ends_name(self, i: int) -> bool:
        """Whether one more word ends the name that a role is of: "directrice de Calder Lagune"; a holder has two."""
        view = self.view
        if view.lexicon.premodified:
            return self._ends_apposed(i)
        if self.contents[-1] != i - 1 or not view.is_name_word(i - 1):
            return False
        goes_on = i + 1 < self.limit and (view.capital[i + 1] or view.tokens[i + 1].folded in view.lexicon.particles)
        return view.tokens[i - 2].folded in self.lexicon.prepositions and not goes_on

    def _ends_apposed(self, i: int) -> bool:
        """As in ", a former governor of Gondar Norte,": behind its holder, a role may end on a name of two words."""
        view, before = self.view, self.first - 1
        while before > view.origin[i] and (
            view.tokens[before].folded in self.lexicon.articles
            or view.tokens[before].folded in self.lexicon.role_premodifiers
        ):
            before -= 1
        is_closed = i + 1 >= view.limit[i] or view.tokens[i + 1].text in ",.;)"
        is_own = self.contents[-1] == i - 1 and (view.is_place(i - 1) or view.is_name_word(i - 1))
        return is_own and is_closed and view.tokens[before].text == "," and view.capital[before - 1]

    def _starts_name(self, i: int) -> bool:
        """An ordinary word that a name word follows is a given name: "ministre de la Santé Rose Nkurunziza"."""
        view = self.view
        token = view.tokens[i]
        if token.folded in view.lexicon.policy_words or token.pos == "ADJ" or i + 1 >= self.limit:
            return False
        if not view.is_name_word(i + 1) or view.grammar.heads.match(view.tokens, i) > i or view.is_demonym(i):
            return False
        if token.folded.endswith(tuple(self.lexicon.field_endings)):
            return False  # "Minister of Child | Protection Nuru Okafor"
        if self.lexicon.premodified and view.tokens[i - 1].pos == "ADJ":
            return False  # "Minister of Public | Service Nuru Okafor"
        # "Minister for Youth Affairs Kiri Upton": an inflected word is no given name where a whole name follows.
        return not (self._names_behind(i) and lemma(token.text.lower(), view.doc.language) != token.folded)

    def _adjectives(self) -> int:
        """As in "Conseil économique, | social et environnemental": adjectives that a comma and a coordinator join."""
        if self.lexicon.premodified or self.end == self.head_end:
            return 0
        tokens, i, joined = self.view.tokens, self.end, False
        while i < self.limit - 1 and not joined:
            joined = tokens[i].folded in self.lexicon.coordinators
            if (
                not (joined or tokens[i].text == ",")
                or tokens[i + 1].pos != "ADJ"
                or self.view.capital[i + 1]
                or self._is_actor_head(i + 1)
            ):
                return 0
            i += 2
        return i if joined else 0

    def _names_behind(self, i: int) -> bool:
        """Whether a whole name stands behind `i`, so that `i` isn't its first word: "… and Highways Nuru Okafor"."""
        view = self.view
        return i + 2 < self.limit and view.is_name_word(i + 1) and view.is_name_word(i + 2) and view.tokens[i + 2].space

    def _coordinated(self) -> int:
        """As in "et de la Pêche", ", de la Pêche", "et Forêts", ", Trade and Industry": the same complement goes on."""
        view, tokens = self.view, self.view.tokens
        if not self.contents:
            return 0
        comma = tokens[self.end].text == ","
        k, joined = self._behind_joint(self.end)
        if k >= self.limit:
            return 0
        if joined and self._repeats_aim(k):
            return self._after_preposition(k, strong=True)
        prepared = tokens[k].folded in self.lexicon.prepositions
        if not prepared and self.contents[-1] in self.known:
            return 0  # a name found whole has its own end
        c = self._skip_articles(k + prepared)
        if c >= self.limit or not self._is_content(c) or view.is_calendar(c) or tokens[c].pos == "NUM":
            return 0
        if joined and self._is_somebodys(c):
            return 0
        if view.is_place(c) and not view.is_common(c):
            return self._further_land(c)
        if not self._fits(c, prepared=prepared, joined=joined, determined=c > k + prepared):
            return 0
        if comma and not joined and not prepared and not self._list_goes_on(c):
            return 0
        self.contents.append(c)
        return min(self.known.get(c, c + 1), self.limit)

    def _is_somebodys(self, c: int) -> bool:
        """As in "… and | Ms Awa Roe", "… and | consultancy Calder": a title or a company's noun before its name."""
        view = self.view
        if c + 1 >= self.limit:
            return False
        openers = view.grammar.titles if view.capital[c] else view.grammar.designators
        if view.tokens[c].folded not in openers.by_first:
            return False
        end = openers.match(view.tokens, c)
        return c < end < self.limit and view.is_name_word(end + (view.tokens[end].text == "."))

    def _behind_joint(self, i: int) -> tuple[int, bool]:
        """Position behind a comma, a coordinator or both at `i`, the limit else; whether a coordinator is there."""
        k = i + (self.view.tokens[i].text == ",")
        if k < self.limit and self.view.tokens[k].folded in self.lexicon.coordinators:
            return k + 1, True
        return (k, False) if k > i else (self.limit, False)

    def _further_land(self, c: int) -> int:
        """As in "ambassador to Ghana and | Togo": position behind a further country of a role's; 0 without one."""
        before, place = self.view.place_at.get(self.contents[-1]), self.view.place_at.get(c)
        is_land = before is not None and place is not None and before.kind == place.kind == "country"
        if not self.for_role or not is_land or self.contents[-1] != self.end - 1:
            return 0
        self.contents.append(c)
        return self._with_name_run(c + 1)

    def _fits(self, c: int, *, prepared: bool, joined: bool, determined: bool) -> bool:
        view = self.view
        capital = view.capital[c]
        may_be_field = self.is_gathering or (prepared and self.for_role and not (joined and self._is_other_office(c)))
        if self._is_actor_head(c) and not may_be_field:
            return False
        if not view.is_common(c) or (capital and self._starts_name(c) and not self._names_behind(c)):
            # A portfolio that dictionaries lack ("et de la Digitalisation").
            return prepared and capital and not is_acronym_shape(view.tokens[c].text) and view.tokens[c].pos != "PROPN"
        was_capital = view.capital[self.contents[-1]]
        is_bare = capital and not (prepared or determined or self.for_role or self.lexicon.premodified)
        if is_bare and (view.is_name_word(self.end - 1) or (c + 1 < self.limit and view.is_place(c + 1))):
            return False  # "le Parti d'Awa Roe et | Renouveau lagunaire", "l'Office de l'Eau et | Citron Togo"
        if prepared:
            if joined and not capital and view.capital[self.contents[-1]]:
                return self.for_role or self.is_sure
            goes_on = self.for_role and capital and view.capital[self.contents[0]]
            return capital == was_capital or goes_on or view.tokens[c].folded in self.lexicon.policy_words
        if determined:
            if capital and view.is_place(self.contents[-1]) and not self.for_role:
                return False  # "la Ligue du Togo et la | Force des lacs"
            is_fit = capital == was_capital and (capital or self._names_twin(c))
            return is_fit or self._shares_aim(c)
        if capital:
            return was_capital
        is_policy = view.tokens[c].folded in self.lexicon.policy_words
        if not joined or (view.tokens[c].verb and not is_policy):
            return False
        # "des Ressources animales et halieutiques": the last adjective is often tagged a noun.
        follows = view.tokens[min(c + 1, self.limit - 1)]
        ends = view.tokens[c - 2].pos == "ADJ" and (not follows.text[0].isalnum() or follows.verb == "Fin")
        return is_policy or not was_capital or view.tokens[c].pos == "ADJ" or ends

    def _is_other_office(self, c: int) -> bool:
        """As in "aux côtés du ministre de l'Eau et du | gouverneur, X": an office that is nobody's field."""
        view = self.view
        if view.capital[c] or view.grammar.roles.match(view.tokens, c) == c:
            return False
        return view.grammar.roles.match(view.tokens, self.contents[0]) == self.contents[0]

    def _repeats_aim(self, k: int) -> bool:
        """As in "déléguée à la santé | et à l'enfance": a role goes on with the preposition that it began with."""
        aims = self.lexicon.aim_prepositions
        if not self.for_role or self.view.tokens[k].folded not in aims or not self.contents:
            return False
        return any(self.view.tokens[n].folded in aims for n in range(self.head_end, self.contents[0]))

    def _shares_aim(self, c: int) -> bool:
        """As in "le Fonds de lutte contre le sida, | la tuberculose et | le paludisme": what else it is against."""
        tokens, before = self.view.tokens, self.contents[-1]
        if not self.has_purpose or not self.view.capital[self.first] or self.view.capital[c] or tokens[c].pos != "NOUN":
            return False
        aims = (k for k in range(self.head_end, before) if tokens[k].folded in self.lexicon.purposes)
        is_determined = tokens[before - 1].folded in self.lexicon.articles
        return is_determined and tokens[c - 1].folded in self.lexicon.definite and next(aims, None) is not None

    def _names_twin(self, c: int) -> bool:
        """Whether two fields share a preposition and then a complement ("pour la pêche et | l'élevage du lac")."""
        tokens, before = self.view.tokens, self.contents[-1]
        if self.for_role or not self.view.capital[self.head_end - 1] or c + 1 >= self.limit:
            return False
        shares = before == self.end - 1 and tokens[before - 1].folded in self.lexicon.articles
        return shares and tokens[c].pos == "NOUN" and tokens[c + 1].folded in self.lexicon.prepositions

    def _is_actor_head(self, c: int) -> bool:
        """Whether a new organisation or role starts at `c` rather than another field of this one."""
        view = self.view
        is_policy = view.tokens[c].folded in self.lexicon.policy_words
        if self.lexicon.premodified:
            k = c + is_policy
            while k < self.limit and (view.capital[k] or view.is_genitive(k)):  # "the Farmers' Union"
                if view.tokens[k].folded in view.grammar.last_words:
                    return True
                k += 1
            if k + 1 < self.limit and view.tokens[k - 1].folded in self.lexicon.purpose_heads:
                return view.tokens[k].folded in self.lexicon.purposes and view.capital[k + 1]
            if view.capital[c] and view.tokens[c].folded in self.lexicon.institutions and c > self.end + 1:
                return True  # "the Institute for Roads and the | Treasury"
        if is_policy:
            return False
        return view.grammar.heads.match(view.tokens, c) > c or view.grammar.roles.match(view.tokens, c) > c

    def _list_goes_on(self, c: int) -> bool:
        """Whether a coordinator closes the list that the comma before `c` goes on with."""
        tokens = self.view.tokens
        for j in range(c + 1, min(self.limit, c + 12)):
            if tokens[j].folded in self.lexicon.coordinators:
                k = self._skip_articles(j + 1)
                return k < self.limit and self.view.is_common(k) and (self.view.capital[k] or self._shares_aim(c))
            is_sign = tokens[j].text == "," or tokens[j].folded in self.lexicon.articles
            if not is_sign and not self.view.capital[j] and tokens[j].pos not in _CONTENT:
                return False
        return False

    def _quoted(self) -> int:
        i = self.end
        if self.for_role or self.view.tokens[i].text not in OPENING_QUOTES:
            return 0
        return self._quote_end(i)

    def _quote_end(self, i: int) -> int:
        tokens = self.view.tokens
        for j in range(i + 2, min(self.limit, i + _MAX_QUOTED)):
            if tokens[j].text in CLOSING_QUOTES:
                if not self.view.capital[i + 1]:
                    return 0
                self.contents.append(i + 1)
                return j + 1
        return 0
