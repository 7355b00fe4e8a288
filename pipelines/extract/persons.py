"""People of a body: by title, by role before or after the name, by what they say or lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.extract.dictionary import is_known_word, lemma
from pipelines.extract.lexicon import languages
from pipelines.extract.names import (
    APOSTROPHES,
    CLOSING_QUOTES,
    OPENING_QUOTES,
    View,
    is_abbreviated,
    is_acronym_shape,
    is_place_name,
    is_roman,
    person_name,
)
from pipelines.extract.organisations import Organisations
from pipelines.extract.phrases import Complement
from pipelines.extract.records import Role, Span
from pipelines.extract.roles import RolePhrase, find_roles
from pipelines.extract.text import fold

_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
_MAX_NAME = 8  # tokens
_MAX_WORDS = 5
_MAX_TITLE = 6  # tokens from a title's first to the name, "Rt. Hon." and its like included
_MAX_ASIDE = 7  # tokens between a participle and the preposition of its agent
_MAX_AGE = 6  # tokens of ", âgée de 61 ans,"
_LEAST_AGE, _MOST_AGE = 10, 115
_MAX_SHARED = 6  # further names that share a plural role


@dataclass(slots=True)
class Mention:
    """A person's name in tokens `[first, last)`, with the role that the text gives there."""

    first: int
    last: int
    confidence: float
    roles: list[RolePhrase] = field(default_factory=list)
    is_titled: bool = False


@dataclass(slots=True)
class Person:
    """A person with every mention."""

    words: list[str]  # folded words of the fullest name
    name: str
    spans: list[Span]
    roles: list[tuple[Role, RolePhrase]] = field(default_factory=list)
    confidence: float = 0.0

    def parts(self) -> list[str]:
        """Folded words of the name, and their parts where hyphens join them."""
        return [w for word in self.words for w in dict.fromkeys([word, *word.split("-")]) if w]


class Persons:
    """Finds an article's people."""

    def __init__(self, view: View, organisations: Organisations) -> None:
        self.view = view
        self.tokens = view.tokens
        self.lexicon = view.lexicon
        self.grammar = view.grammar
        self.organisations = organisations
        self.mentions: dict[int, Mention] = {}
        self.holders: dict[int, Mention] = {}
        self.unheld: dict[int, RolePhrase] = {}
        self.awaiting: dict[int, tuple[int, int]] = {}  # the second of two names, by the end of the first's role
        self.used: dict[int, Mention] = {}
        self.undecided: list[tuple[int, int]] = []  # names that nothing but their look shows to be people's
        self.roles = find_roles(view, {f.first: f.last for f in organisations.found})
        self.role_starts = {r.first: r for r in self.roles}
        self.in_role = {k for r in self.roles for k in range(r.first, r.last)}

    # ------------------------------------------------------------ names

    def name_end(self, i: int) -> int:
        """Position behind the name that starts at `i`; `i` where no name does."""
        view, tokens = self.view, self.tokens
        if not self._may_open(i):
            return i
        particles, calendar, limit = self.lexicon.particles, self.grammar.calendar, view.limit[i]
        last, j, words = min(limit, i + _MAX_NAME), i, 0
        while j < last and words < _MAX_WORDS:
            token = tokens[j]
            if token.folded in calendar or j in view.blocked or j in view.barred:
                break
            if view.capital[j]:
                if j > i and ((not token.space and not view.is_elision(j - 1)) or self._breaks(j)):
                    break
                words += token.folded not in particles
                j = self._word_end(j)
                if len(token.text) == 1 and j < limit and tokens[j].text == "." and not tokens[j].space:
                    j += 1  # an initial's full stop
                continue
            if j > i and self._is_nickname(j, last):
                j += 3
                continue
            if not (token.folded in particles and self._particle_holds(j)):
                break
            j += 1
        while (
            j > i
            and not view.capital[j - 1]
            and not self._is_elided(j - 1)
            and not is_roman(self.tokens[j - 1].text)
            and not self._is_hung(j - 1)
        ):
            j -= 1
        return j

    def _may_open(self, i: int) -> bool:
        """Whether a name may start at token `i`."""
        if i >= len(self.tokens) or (i and self._is_glued(i)):
            return False
        return self.view.capital[i] or self._opens_on_particle(i)

    def _is_glued(self, i: int) -> bool:
        """Whether an apostrophe hangs the word at `i` on a single capital ("N'| Djamena")."""
        before = self.tokens[i - 1]
        return (
            not self.tokens[i].space and before.is_capitalised and len(before.text) == 2 and self.view.is_elision(i - 1)
        )

    def _opens_on_particle(self, i: int) -> bool:
        """As in "Mme | von der Aue": behind a title, a name starts with a particle that is no article."""
        token = self.tokens[i]
        if token.folded not in self.lexicon.particles or token.folded in self.lexicon.articles or not token.space:
            return False
        k = i - (i > 1 and self.tokens[i - 1].text == "." and not self.tokens[i - 1].space)
        is_titled = self.grammar.titles.match_back(self.tokens, k, self.view.origin[i]) < k
        return is_titled and self.view.capital[k - 1] and self._particle_holds(i)

    def _is_nickname(self, j: int, last: int) -> bool:
        """As in "Ana “Nina” Roe": one word in quotation marks between two of a name."""
        if j + 3 >= last or self.tokens[j].text not in _QUOTES or self.tokens[j + 2].text not in _QUOTES:
            return False
        return self.view.capital[j + 1] and self.view.capital[j + 3]

    def _is_elided(self, j: int) -> bool:
        return not self.tokens[j].space and j > 0 and self.view.is_elision(j - 1) and not self.view.is_common(j)

    def _is_hung(self, j: int) -> bool:
        return not self.tokens[j].space and self.tokens[j - 1].text in APOSTROPHES

    def _word_end(self, j: int) -> int:
        """Position behind the word at `j`, parts hung on by apostrophes included ("Lang'at", "Ng'ang'a")."""
        is_elided = self.view.is_elision(j) and len(self.tokens[j].text) < 3  # "M'hamed"
        j += 1
        if is_elided and not self.view.capital[j] and not self.view.is_common(j):
            return j + 1
        if j >= len(self.tokens) or self.tokens[j].text not in APOSTROPHES:
            return j
        last = min(len(self.tokens), j + 4)
        while j + 1 < last and self.tokens[j].text in APOSTROPHES and not self.tokens[j].space:
            if self.tokens[j + 1].space or not self.tokens[j + 1].text.isalpha():
                break
            j += 2
        return j

    def _particle_holds(self, j: int) -> bool:
        """Whether a capitalised word follows the particle at `j`, over at most one more particle."""
        for k in (j + 1, j + 2):
            if k >= self.view.limit[j]:
                return False
            if self.view.capital[k]:
                return not self.view.is_place(k) and not self._breaks(k)
            if self.tokens[k].folded not in self.lexicon.particles:
                return False
        return False

    def _breaks(self, j: int) -> bool:
        word = self.tokens[j].folded
        if (
            word in self.grammar.titles.by_first
            and self.grammar.titles.match(self.tokens, j) > j
            and word not in self.lexicon.particles
            and (is_abbreviated(word) or not self.view.is_name_word(j))
            and not (word in self.lexicon.name_titles and self.tokens[j - 1].folded in self.lexicon.particles)
        ):
            return True  # a further person's title; "Ould Cheikh" is one's name
        return (j in self.role_starts and self.role_starts[j].head == j) or (
            j in self.organisations.taken and not self._is_surname_like(j)
        )

    def _is_surname_like(self, j: int) -> bool:
        found = self.organisations.taken[j]
        return found.last - found.first == 1 and found.confidence < 0.7

    def _is_name(self, first: int, last: int, *, has_role: bool = False) -> bool:
        """Whether the words can be a person's name: at least one that is neither ordinary word, place nor acronym."""
        view = self.view
        if last <= first or self.tokens[last - 1].folded in self.grammar.not_surnames:
            return False
        if any(k in self.organisations.taken for k in range(first, last)):
            return False
        if self.tokens[first].folded in self.grammar.not_names and view.is_common(first):
            return False
        words = [k for k in range(first, last) if view.capital[k]]
        if all(len(self.tokens[k].text) == 1 for k in words):
            return False  # initials alone
        if "-" in self.tokens[first].text and is_place_name(view.text(first, last)):
            return False  # "Provence-Alpes-Côte d'Azur"
        if any(self._is_own(k, len(words)) for k in words):
            return True
        # "Mark Baker": ordinary words beside a role, if the tagger takes them for names.
        return has_role and len(words) > 1 and all(self._is_tagged_name(k) for k in words)

    def _is_tagged_name(self, k: int) -> bool:
        token = self.tokens[k]
        return (
            token.pos == "PROPN"
            and token.folded not in self.lexicon.policy_words
            and not self.view.is_place(k)
            and self.grammar.heads.match(self.tokens, k) == k
        )

    def _is_own(self, k: int, n_words: int) -> bool:
        view, token = self.view, self.tokens[k]
        if view.is_common(k) or is_roman(token.text):
            return False
        if is_acronym_shape(token.text) and n_words == 1:
            return False
        place = view.place_at.get(k)
        return place is None or (n_words > 1 and (place.is_part or place.kind == "city"))

    # ------------------------------------------------------------ constructions

    def find(self) -> None:
        """Fill `mentions` from the surest construction to the weakest."""
        for role in self.roles:
            self._with_role(role)
        self._with_title()
        self._with_cues()
        self._with_signature()
        self._with_known_surname()
        self._with_relative()

    def _with_next_role(self) -> None:
        """Give somebody told of without an office the one that opens the next sentence ("Le ministre de l'Eau a …").

        A rank is no office ("le général Roe"). The role has to be the subject, with a definite article, and nobody's
        who is named; what it is read from says nothing of others, so that the two sentences name one person only.
        """
        sentences = self.view.doc.sentences
        by_sentence: dict[int, list[Mention]] = {}
        for mention in self.mentions.values():
            by_sentence.setdefault(self.view.origin[mention.first], []).append(mention)
        held = {id(r) for m in self.mentions.values() for r in m.roles}
        for before, sentence in pairwise(sentences):
            told = by_sentence.get(before.first, [])
            if len(told) != 1 or sentence.first in by_sentence or self._has_office(told[0]):
                continue
            role = self._subject_role(sentence.first)
            if role and id(role) not in held:
                told[0].roles.append(role)

    def _has_office(self, mention: Mention) -> bool:
        surname = self.tokens[mention.last - 1].folded
        same = (m for m in self.mentions.values() if self.tokens[m.last - 1].folded == surname)
        return any(self.tokens[r.head].folded not in self.lexicon.ranks for m in same for r in m.roles)

    def _subject_role(self, first: int) -> RolePhrase | None:
        """The first role of a sentence, if it is in the singular, with a definite article, field and verb.

        It opens the sentence, or a comma parts it from what says when or where ("In her speech, the president of …").
        """
        limit = self.view.limit[first]
        i = next((k for k in range(first, limit) if k in self.role_starts), limit)
        role = self.role_starts.get(i)
        if role is None or i == first or self.tokens[i - 1].folded not in self.grammar.bare_definites:
            return None
        opens = i - 1 == first or self.tokens[i - 2].text == ","
        if not opens or role.is_plural or role.end >= limit or any(t.verb == "Fin" for t in self.tokens[first:i]):
            return None
        k = role.end
        while k + 1 < limit and self.tokens[k].pos in ("PRON", "ADV"):
            k += 1
        is_whole = role.last > role.head + 1 or role.first < role.head
        verb, after = self.tokens[k], self.tokens[min(k + 1, limit - 1)]
        is_mistaken = verb.pos == "NOUN" and after.pos in ("SCONJ", "DET") and self.view.capital[k - 1]
        is_verb = verb.verb == "Fin" or is_mistaken or self.tokens[k - 1].pos == "PRON"
        return role if is_whole and is_verb else None

    def _with_signature(self) -> None:
        """A line that is a name, below one that ends on the role in which it signs."""
        doc = self.view.doc
        before: int | None = None
        for block in doc.blocks:
            first, last = doc.token_at(block.start), doc.token_at(block.end - 1) + 1
            if (
                before is not None
                and 1 < last - first <= _MAX_WORDS
                and first not in self.used
                and self.name_end(first) == last
            ):
                role = next((r for r in self.unheld.values() if before <= r.first and first - r.last in (0, 1)), None)
                if role and self._is_name(first, last, has_role=True):
                    self._add(first, last, 0.92, role)
            before = first

    def _with_known_surname(self) -> None:
        """Take a full name for a person's where a title stands before its last word elsewhere."""
        titled = {self.tokens[m.first].folded for m in self.mentions.values() if m.is_titled and m.last - m.first == 1}
        for k in self.view.capitals if titled else ():
            if self.tokens[k].folded not in titled or self._is_spoken_for(k) or self._is_spoken_for(k - 1):
                continue
            first = self._name_start(k + 1)
            if first < k and self._is_name(first, k + 1):
                self._add(first, k + 1, 0.9)

    def _with_relative(self) -> None:
        """Give people without role what a relative clause says that they lead ("X, who chairs the committee")."""
        known = {f.first: f.last for f in self.organisations.found}
        for mention in self.mentions.values():
            k, limit = mention.last, self.view.limit[mention.first]
            if (
                not mention.roles
                and k + 3 < limit
                and self.tokens[k].text == ","
                and (held := self._charge(k + 1, known))
            ):
                mention.roles.append(held)
                continue
            if mention.roles or k + 3 >= limit:
                continue
            if self.tokens[k].folded in self.lexicon.leading_verbs and self.tokens[k].verb:
                n = k + 1 + (self.tokens[k + 1].folded in self.lexicon.definite)
                if n in known:  # "Awa Roe | heads the Lakes Fund"
                    text = self.view.text(k, known[n])
                    mention.roles.append(RolePhrase(k, known[n], k, text, False, False, -1, known[n]))
                continue
            k += self.tokens[k].text == ","
            if self.tokens[k].folded not in self.lexicon.office_relatives:
                continue
            k += 1 + (self.tokens[k + 1].pos == "ADV")
            if self.tokens[k].folded not in self.lexicon.leading_verbs:
                continue
            end = self._object_end(k + 1, limit, known)
            if end > k + 1:
                text = self.view.text(k, end)
                mention.roles.append(RolePhrase(k, end, k, text, False, False, -1, end))

    def _charge(self, k: int, known: dict[int, int]) -> RolePhrase | None:
        """As in "Awa Roe, | en charge du Territoire": what somebody looks after, without a noun for the role."""
        link = self.grammar.charges.match(self.tokens, k)
        if link == k or self.tokens[link].verb:
            return None
        end = Complement(self.view, k, for_role=True, first=k, known=known).end
        return RolePhrase(k, end, k, self.view.text(k, end), False, False, -1, end) if end > link + 1 else None

    def _object_end(self, k: int, limit: int, known: dict[int, int]) -> int:
        """Position behind the noun phrase at `k`; `k` where none starts there."""
        begin = k
        while k < limit and self.tokens[k].folded in self.grammar.function_words:
            k += 1
        if k >= limit:
            return begin
        if k in known:
            return known[k]
        if self.tokens[k].verb or not self.tokens[k].text[0].isalpha():
            return begin
        head = k
        while k < limit and k < head + 4 and self.tokens[k].pos in ("NOUN", "PROPN", "ADJ"):
            k += 1
        if k == head:
            return begin
        return Complement(self.view, k, for_role=True, first=head, known=known).end

    def find_bare(self) -> None:
        """Add names that only look like a person's, once the organisations are known."""
        located = {fold(self.view.text(*name)) for name in self.undecided if self._is_located(*name)}
        for first, last in self.undecided:
            if fold(self.view.text(first, last)) in located:
                continue
            if not any(self._is_spoken_for(k) for k in range(first, last)):
                confidence = self._bare_confidence(first, last)
                if confidence:
                    self._add(first, last, confidence)
        self._with_relative()
        self._with_next_role()

    def _is_located(self, first: int, last: int) -> bool:
        """Whether a name is a place's: behind what places have ("la centrale d'|"), or on a way ("| à Gondar")."""
        k, origin, limit = first - 1, self.view.origin[first], self.view.limit[first]
        if k > origin and self.tokens[k].folded in self.lexicon.prepositions:
            return self.tokens[k - 1].folded in self.grammar.not_names
        is_way = last + 1 < limit and self.tokens[last].folded in self.lexicon.aim_prepositions
        return is_way and self.view.capital[last + 1]

    def surnames(self) -> set[str]:
        """Folded last words of the names found so far."""
        return {w for m in self.mentions.values() for w in self._callable_words(m)}

    def _callable_words(self, mention: Mention) -> list[str]:
        """Folded words of a name that its bearer is called by alone: the last, its parts, and any unusual word."""
        words: list[str] = []
        for k in range(mention.first, mention.last):
            word = self.tokens[k].folded
            if k == mention.last - 1 or (len(word) > 2 and self.view.is_name_word(k)):
                words += [word, *word.split("-")]
        return [w for w in words if len(w) > 1]

    def _add(
        self, first: int, last: int, confidence: float, role: RolePhrase | None = None, *, titled: bool = False
    ) -> Mention:
        mention = self.mentions.get(first)
        if mention is None or mention.last < last:
            mention = Mention(first, last, confidence)
            self.mentions[first] = mention
            self.used.update(dict.fromkeys(range(first, last), mention))
        mention.confidence = max(mention.confidence, confidence)
        if role and role not in mention.roles:
            mention.roles.append(role)
        mention.is_titled |= titled
        return mention

    def _untitled(self, i: int) -> tuple[int, bool]:
        """Position behind the titles at `i`, and whether there was one."""
        j = i
        if i >= len(self.tokens) or self.tokens[i].folded not in self.grammar.titles.by_first:
            return i, False
        if i and self.tokens[i - 1].text[0].isdigit():
            return i, False  # "53 M USD"
        while j < len(self.tokens):
            end = self.grammar.titles.match(self.tokens, j)
            if end == j or (self.view.limit[i] <= end) or self._is_given_name(j, end):
                break
            if self.tokens[end].text == "." and not self.tokens[end].space:
                end += 1
            if end >= self.view.limit[i]:
                break
            if not self.view.capital[end]:
                if self._opens_on_particle(end):
                    return end, True
                end += self._joins_titles(end)
                if not self.view.capital[end]:
                    break
            j = end
        return j, j > i

    def _joins_titles(self, k: int) -> bool:
        """As in "Professor | the Hon. Awa Roe": an article between two titles."""
        is_article = k + 1 < self.view.limit[k] and self.tokens[k].folded in self.lexicon.definite
        return is_article and self.view.capital[k + 1] and self.grammar.titles.match(self.tokens, k + 1) > k + 1

    def _is_given_name(self, j: int, end: int) -> bool:
        """Whether a title is a name's first word: "Sheikh Hasina", "Cheikh Diallo", but not "Sheikh Zayed bin Ali"."""
        title = " ".join(t.folded for t in self.tokens[j:end])
        if title not in self.lexicon.name_titles or not self.view.capital[j] or end >= self.view.limit[j]:
            return False
        if end == j + 1 and self.tokens[j - 1].folded in self.lexicon.definite and j > self.view.origin[j]:
            return False
        last = self.name_end(end)
        has_particle = any(self.tokens[k].folded in self.lexicon.particles for k in range(end, last))
        most = 2 if end == j + 1 else 1  # "El Hadj" before a whole name is no part of it
        return end < last <= end + most and not has_particle

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
        if (self._is_apposition(role) or self._is_party_aside(role)) and self._left(role):
            return
        if role.end < self.view.limit[role.first] and role.inner < 0 and self._right(role, role.end, direct=True):
            return
        comma = role.end < self.view.limit[role.first] - 1 and self.tokens[role.end].text in ",:"
        if comma and self._is_before_rank(role.end + 1):
            return
        is_definite = self._has_article(role)
        if not role.is_plural and not (is_definite and comma and self._names_right(role)) and self._left(role):
            return
        if comma and self._right(role, role.end + 1, direct=False) and role.is_plural:
            self._further(role)

    def _behind_bracket(self, role: RolePhrase) -> int:
        """Position behind the acronym that a bracket gives to the role's organisation."""
        i, limit = role.end, self.view.limit[role.first]
        if i + 2 < limit and self.tokens[i].text == "(" and self.tokens[i + 2].text == ")" and self.view.capital[i + 1]:
            return self._behind_charge(role, i + 3)
        is_party = i + 1 < limit and is_acronym_shape(self.tokens[i].text) and self.tokens[i + 1].text == ","
        if is_party and not self.lexicon.premodified:
            return i + 1  # "la secrétaire d'État PLV, Awa Untel"
        if i + 2 < limit and self.tokens[i].folded in self.lexicon.localisers and self.view.is_place(i + 1):
            return self._behind_seat(i)
        # "Nommée directrice en 2021, X": the year is when, not whose.
        is_dated = i + 2 < limit and self.tokens[i + 1].text.isdigit() and self.tokens[i + 2].text == ","
        return i + 2 if is_dated and self.tokens[i].folded in self.lexicon.localisers else i

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
            first, titled = self._untitled(k + 1)
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

    def _is_known_surname(self, i: int) -> bool:
        word = self.tokens[i].folded
        return any(self.tokens[m.last - 1].folded == word and m.last - m.first > 1 for m in self.mentions.values())

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
        if first >= last or not self._is_name(first, last, has_role=True):
            return False
        if last - first == 1 and not titled and not self._is_known_surname(first):
            return False
        self._own(self._add(first, last, 0.94 if last - first > 1 else 0.85, role, titled=titled), role)
        return True

    def _before_office(self, k: int, origin: int) -> int:
        """Position behind the name that a comma, a bracket or a verb of office parts from the role; -1 where none does.

        As in "X, |", "X (|", "X, who took over as |".
        """
        begin = self.grammar.offices.match_back(self.tokens, k, origin)
        if begin < k and begin > origin:
            begin -= self.tokens[begin - 1].folded in self.lexicon.office_relatives
            return begin - (self.tokens[begin - 1].text == ",")
        if k > origin + 1 and self.view.is_name_word(k - 1) and self.view.capital[k - 2] and not self.view.capital[k]:
            return -1 if self.lexicon.premodified else k  # "Jean Untel | député de X"
        last = k - 1 if k > origin and self.tokens[k - 1].text in ",(–—" else -1
        return self._before_age(last, origin) if last > origin + 1 else last

    def _before_age(self, last: int, origin: int) -> int:
        """Position before an age in an aside that ends at `last` ("Ana Roe|, 61, head of …"); `last` without one."""
        for k in range(last - 2, max(origin, last - _MAX_AGE), -1):
            if self.tokens[k].text == "," and self._is_aged(k):
                return k
        return last

    def _before_genitive(self, k: int, origin: int) -> int:
        """Position before what a role's genitive names: "Ghana's |", "the city state's |"; `k` where there is none."""
        if k <= origin + 2 or not self.view.is_genitive(k - 1):
            return k
        if k - 2 in self.view.place_at:
            return k - 2
        n = k - 2
        while n > max(origin, k - 5) and self.tokens[n].pos in ("NOUN", "ADJ"):
            n -= 1
        return n if self.tokens[n].folded in self.lexicon.articles and not self.view.capital[n] else k

    def _is_filler(self, k: int) -> bool:
        return any(
            self.grammar.fillers.match(self.tokens, b) > k for b in range(max(self.view.origin[k], k - 1), k + 1)
        )

    def _name_start(self, last: int) -> int:
        """First token of the name that ends right before `last`."""
        origin = self.view.origin[last - 1] if last else 0
        best = last
        for first in range(last - 1, max(origin, last - _MAX_NAME) - 1, -1):
            token = self.tokens[first]
            if self.view.capital[first]:
                if first and self._is_glued(first):
                    continue  # "D'| Alba"
                if self.name_end(first) != last or (first < last - 1 and self._is_office_before(first)):
                    break
                if first in self.view.starts and self.view.is_common(first) and token.pos not in ("PROPN", "NOUN"):
                    break
                best = first
            elif not self._is_inside_name(first):
                break
        return self._behind_demonym(best, last)

    def _is_office_before(self, i: int) -> bool:
        """As in "Senator | Ana Roe, a former mayor": an ordinary word for a role is no part of the name behind it."""
        role = self.role_starts.get(i)
        return role is not None and role.last == i + 1 and not role.is_sovereign and not self.view.is_name_word(i)

    def _behind_demonym(self, first: int, last: int) -> int:
        """As in "l'Ivoirien | Jean Untel": where somebody is from isn't part of a whole name."""
        is_from = last > first + 2 and first > 0 and self.view.is_demonym(first)
        return first + 1 if is_from and self.tokens[first - 1].folded in self.lexicon.definite else first

    def _is_inside_name(self, i: int) -> bool:
        """Whether a word without capital may stand inside a name: a particle, or what apostrophes join ("Ng'ang'a")."""
        token = self.tokens[i]
        if token.folded in self.lexicon.particles or token.text in ".'’" or self._is_elided(i):
            return True
        return not token.space and i > 0 and self.tokens[i - 1].text in APOSTROPHES

    def _with_title(self) -> None:
        i, openers = 0, self.grammar.titles.by_first
        capital = self.view.capital
        for start in self.view.doc.positions_of(openers.keys()):
            if start < i or True not in capital[start + 1 : start + _MAX_TITLE]:
                continue
            i = start
            first, titled = self._untitled(i)
            if not titled or first in self.used or first in self.in_role:
                i = max(i + 1, first)
                continue
            last = self.name_end(first)
            if self._is_name(first, last) or (last == first + 1 and self._may_be_surname(i, first)):
                self._add(first, last, 0.95 if last - first > 1 else 0.9, titled=True)
            i = max(i + 1, last)

    def _may_be_surname(self, i: int, first: int) -> bool:
        """A title makes a surname of an ordinary word or of shouted letters: "Mme Rose", "M. KONÉ"."""
        return (
            first not in self.organisations.taken
            and len(self.tokens[first].text) > 1
            and not self.view.is_place(first)
            and i not in self.role_starts
            and first not in self.role_starts
        )

    def _with_cues(self) -> None:
        """Names of two or more words that lead or speak; those that only look like a person's are noted."""
        floor, titles, partisans = 0, self.grammar.titles.by_first, self.lexicon.partisans
        for i in self.view.capitals:
            if i < floor or self._is_spoken_for(i):
                continue
            first, titled = self._untitled(i) if self.tokens[i].folded in titles else (i, False)
            if titled:
                floor = first
                continue
            if i in self.view.starts and self._owes_capital_to_sentence(i):
                continue
            if self.tokens[first].folded in partisans and self._is_partisan(first) and self.view.capital[first + 1]:
                first += 1
            if not self._may_go_on(first):
                floor = first + 1
                continue
            last = self.name_end(first) if first < self.view.limit[i] else first
            if self._is_quoted(first, last):
                floor = last
                continue
            is_led = last == first + 2 and self._is_led(first)
            if last > first and (is_led or self._looks_personal(first, last)):
                confidence = 0.9 if is_led else self._cue_confidence(first, last)
                if confidence:
                    self._add(first, last, confidence)
                else:
                    self.undecided.append((first, last))
            floor = last

    def _is_quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks enclose just these words, as they do works, programmes and sayings."""
        is_opened = first > 0 and self.tokens[first - 1].text in OPENING_QUOTES
        return is_opened and last < len(self.tokens) and self.tokens[last].text in CLOSING_QUOTES

    def _may_go_on(self, first: int) -> bool:
        """Whether what stands behind the first word of a name may be more of it, as most lone capitals have none."""
        k = first + 1
        if k >= len(self.tokens):
            return False
        token = self.tokens[k]
        if self.view.capital[k] or token.folded in self.lexicon.particles or not token.space:
            return True
        return token.text in _QUOTES or self.tokens[first].text[-1] in APOSTROPHES

    def _owes_capital_to_sentence(self, i: int) -> bool:
        token = self.tokens[i]
        return token.folded in self.lexicon.ambiguous_words or (self.view.is_common(i) and token.pos != "PROPN")

    def _is_spoken_for(self, i: int) -> bool:
        return i in self.used or i in self.organisations.taken or i in self.view.blocked or i in self.in_role

    def _looks_personal(self, first: int, last: int) -> bool:
        """Whether the words are several, at most one of them ordinary, and none a country's or a company's."""
        view = self.view
        words = [k for k in range(first, last) if view.capital[k]]
        if len(words) < 2 or last - first > 6 or not self._is_name(first, last):
            return False
        if any((place := view.place_at.get(k)) and place.kind == "country" for k in words):
            return False
        own = sum(self._is_own(k, len(words)) for k in words)
        if all(view.is_common(k) or k in view.place_at for k in words):
            return False  # "Statistique Québec"
        if own < max(1, len(words) - 1) or self.organisations.looks_corporate(words[-1], words[-1] + 1):
            return False
        if any(is_acronym_shape(self.tokens[k].text) and len(self.tokens[k].text) < 4 for k in words[:-1]):
            return False
        if self._is_thing(last):
            return False
        return last >= view.limit[first] or not self.tokens[last].text[0].isdigit()

    def _is_thing(self, last: int) -> bool:
        """As in "X, which opened in …": the relative pronoun is one that people don't have."""
        if last + 1 >= self.view.limit[last - 1]:
            return False
        if self.tokens[last].text in ",(-–—" and self._names_thing(last + 1):
            return True
        if self.tokens[last].text != ",":
            return False
        word = self.tokens[last + 1].folded
        return word in self.lexicon.relatives and word not in self.lexicon.office_relatives

    def _names_thing(self, k: int) -> bool:
        """As in "Te Moana - | the River Recovery Plan -": the aside calls what is named a plan, a place, a thing."""
        limit = self.view.limit[k]
        if self.tokens[k].folded not in self.lexicon.articles or k + 2 >= limit:
            return False
        if not self.lexicon.premodified:
            return self.tokens[k + 1].folded in self.grammar.not_names
        for n in range(k + 1, min(k + _MAX_NAME, limit - 1)):
            if not self.tokens[n].text[0].isalnum() or self.tokens[n].verb:
                return False
            if self.tokens[n].folded in self.grammar.not_names and self.tokens[n + 1].text in ",)-–—":
                return True
        return False

    def _cue_confidence(self, first: int, last: int) -> float:
        origin = self.view.origin[first]
        if self._is_member(first):
            return 0.85
        if first > origin and self._is_partisan(first - 1):
            return 0.92
        if self._is_led_by(first) or self._is_aged(last):
            return 0.92
        if self.grammar.speech_cues.match_back(self.tokens, first, origin) < first:
            return 0.88
        if first - 1 in self.view.starts and self.tokens[first - 1].folded in self.lexicon.opinion_openers:
            return 0.8 if last < self.view.limit[first] and self.tokens[last].text in ",(" else 0.0
        if self._is_of_organisation(last):
            return 0.85
        is_owner = last < len(self.tokens) and self.view.is_genitive(last)  # "said St Clare's Hospital"
        is_governed = first > origin and self.tokens[first - 1].folded in self.lexicon.prepositions
        says = self._says(last) and not is_governed  # "Mary Roe of | Calder Lago said"
        if (self._is_said(first) and not is_owner) or says or self._leads(last):
            return 0.9
        return 0.0

    def _is_led_by(self, first: int) -> bool:
        """As in "dirigé par | Awa Sarr", "unveiled in May by | Ana Roe": a time or a place may part a cue's words."""
        origin = self.view.origin[first]
        if self.grammar.leaders.match_back(self.tokens, first, origin) < first:
            return True
        by = first - 1
        if by <= origin or self.tokens[by].folded not in self.lexicon.bylines:
            return False
        for k in range(by - 1, max(origin, by - _MAX_ASIDE) - 1, -1):
            token = self.tokens[k]
            if token.folded in self.grammar.leaders.by_first and token.verb:
                return (token.folded, self.tokens[by].folded) in self.grammar.leaders.by_first[token.folded]
            if token.verb == "Fin" or token.text in ",;:(":
                return False
        return False

    def _is_aged(self, k: int) -> bool:
        """Whether an aside at `k` gives an age ("Ana Roe, 61, …", "Awa Sarr (34 ans)", "Ana Roe, aged 61")."""
        limit = self.view.limit[k - 1]
        if k + 2 >= limit or self.tokens[k].text not in ",(":
            return False
        k = self.grammar.ages.match(self.tokens, k + 1)
        age = self.tokens[k].text
        if k + 1 >= limit or not age.isdigit() or not _LEAST_AGE <= int(age) <= _MOST_AGE:
            return False
        units = self.lexicon.age_units
        return self.tokens[k + 1].folded in units if units else self.tokens[k + 1].text in ",)"

    def _is_of_organisation(self, k: int) -> bool:
        """As in "Awa Sarr, | de l'ONG X", "Ana Roe, of the Y Union": whose member somebody is."""
        limit = self.view.limit[k - 1]
        if k + 2 >= limit or self.tokens[k].text != "," or self.tokens[k + 1].folded not in self.lexicon.member_links:
            return False
        behind = range(k + 2, min(k + 5, limit))
        return any(n in self.organisations.taken or self._is_house_acronym(n) for n in behind)

    def _is_house_acronym(self, k: int) -> bool:
        token = self.tokens[k]
        is_own = k in self.view.acronyms and token.folded not in self.lexicon.concept_acronyms
        return is_own and not self.view.is_place(k)

    def _is_partisan(self, k: int) -> bool:
        """As in "le socialiste | Jean Untel", "Democrat | Ana Roe": what a party's members are called."""
        word = self.tokens[k].folded
        is_known = word in self.lexicon.partisans or word.endswith(tuple(self.lexicon.partisan_endings))
        if not is_known or k + 1 >= self.view.limit[k]:
            return False
        if self.lexicon.premodified:
            return self.view.capital[k]
        return k > self.view.origin[k] and self.tokens[k - 1].folded in self.lexicon.definite

    def _is_led(self, first: int) -> bool:
        """As in "par la voix d'| Awa Rouleau": a cue of who leads makes a family name of an ordinary word."""
        view, last = self.view, first + 1
        if not view.is_name_word(first) or not view.is_common(last) or is_acronym_shape(self.tokens[first].text):
            return False
        is_cued = self._is_led_by(first) or self._is_aged(first + 2)
        if not (is_cued or self._leads(first + 2) or self._is_of_organisation(first + 2)):
            return False
        word, heads = self.tokens[last].folded, self.grammar.heads.by_first
        is_corporate = word in self.lexicon.policy_words or word in heads or self.organisations.has_company_sign(last)
        return not is_corporate and word not in self.grammar.not_surnames and not view.is_demonym(last)

    def _is_member(self, first: int) -> bool:
        """As in "the NCP's | Ana Roe": whose party's she is."""
        if first < 2 or not self.view.is_genitive(first - 1) or self.view.is_place(first - 2):
            return False
        return first - 2 in self.organisations.taken or is_acronym_shape(self.tokens[first - 2].text)

    def _leads(self, last: int) -> bool:
        """Whether a relative clause follows that only people have (", who", ", qui dirige")."""
        k, limit = last + 1, self.view.limit[last - 1]
        if (
            k + 1 >= limit
            or self.tokens[last].text != ","
            or self.tokens[k].folded not in self.lexicon.office_relatives
        ):
            return False
        if self.tokens[k].folded not in self.lexicon.relatives:
            return True
        verb = k + 1
        while verb + 1 < limit and self.tokens[verb].pos == "PRON":
            verb += 1  # "qui la | préside"
        return self.tokens[verb].folded in self.lexicon.leading_verbs

    def _is_said(self, first: int) -> bool:
        if first <= self.view.origin[first] or self.tokens[first - 1].folded not in self.lexicon.speech_verbs:
            return False
        before = self.tokens[first - 2].text if first > 1 else ""
        if self.lexicon.premodified:  # "launched X" has an object, "…, said X" a subject
            return bool(self.tokens[first - 1].verb) and (before == "," or before in CLOSING_QUOTES)
        # "… », lance X": the tagger may take a verb behind a quote for a noun.
        return bool(self.tokens[first - 1].verb) or before == ","

    def _says(self, last: int) -> bool:
        limit = self.view.limit[last - 1]
        for k in range(last, min(limit, last + 3)):
            if self.tokens[k].folded in self.lexicon.speech_verbs and self.tokens[k].verb:
                # "X compte | 400 salariés"
                return k + 1 >= limit or not self.tokens[k + 1].text[0].isdigit()
        return False

    def _bare_confidence(self, first: int, last: int) -> float:
        """Two or more unknown words that no article, preposition of place or noun of a thing introduces."""
        view = self.view
        words = [k for k in range(first, last) if view.capital[k]]
        own = sum(self._is_own(k, len(words)) for k in words)
        given = self.tokens[words[0]]
        may_be_common = given.pos == "PROPN" and given.folded not in self.lexicon.policy_words
        if own < len(words) - may_be_common or not view.is_in_paragraph(first):
            return 0.0
        if all(any(is_known_word(self.tokens[k].text.lower(), x) for x in languages()) for k in words):
            return 0.0
        after = words[-1] + 1
        if self._has_own_particle(first, after):
            return 0.8
        is_long = own > 1 and len(words) > 2  # as hardly any project or place is named
        if not is_long and after < view.limit[first] and view.main_verb(after) in self.lexicon.inanimate_verbs:
            return 0.0
        if first == view.origin[first]:
            return 0.65 if after < view.limit[first] and self.tokens[after].text[0].isalpha() else 0.0
        before = self.tokens[first - 1]
        if first > 1 and (view.is_place(first - 2) or is_place_name(self.tokens[first - 2].text)):
            return 0.0  # a list of places
        if before.pos in ("CCONJ", "VERB", "SCONJ") or before.text == ",":
            return 0.65
        # "since Ana Roe | took over": a conjunction, tagged as the preposition that it is elsewhere
        is_conjunction = before.pos == "ADP" and before.folded not in self.grammar.function_words
        is_conjunction = is_conjunction and before.folded not in self.lexicon.localisers
        return 0.65 if is_conjunction and after < view.limit[first] and self.tokens[after].verb == "Fin" else 0.0

    def _has_own_particle(self, first: int, last: int) -> bool:
        """As in "Ana von der Aue", "Sidi ould Bamba": a particle in small letters that is no word of grammar."""
        if first > self.view.origin[first]:
            before = self.tokens[first - 1].folded
            is_governed = before in self.grammar.function_words or before in self.lexicon.localisers
            if is_governed and before not in self.lexicon.coordinators:
                return False
        between = (self.tokens[k] for k in range(first + 1, last - 1))
        return any(
            t.text.islower()
            and len(t.text) > 2
            and t.folded in self.lexicon.particles
            and t.folded not in self.grammar.function_words
            for t in between
        )

    def held_roles(self) -> list[RolePhrase]:
        """Role phrases whose holder was found, in order."""
        return [r for m in sorted(self.mentions.values(), key=lambda m: m.first) for r in m.roles]

    def ends(self) -> dict[int, int]:
        """First tokens of people's names, and of the roles of people who are named, by the position behind them."""
        return {m.last: m.first for m in self.mentions.values()} | {r.last: r.first for r in self.held_roles()}

    # ------------------------------------------------------------ one row per person

    def merged(self) -> list[Person]:
        """People in order of appearance, each with the mentions that are theirs, surnames alone included."""
        ordered = sorted(self.mentions.values(), key=lambda m: (m.first, m.last))
        people: list[Person] = []
        bearers: dict[str, list[Person]] = {}  # of each word
        for mention in sorted(ordered, key=lambda m: (-self._n_words(m), m.first)):
            words = self._words(mention)
            owner = self._owner(bearers.get(words[-1], []) if words else people, words)
            if owner is None:
                owner = Person(words, person_name(self.view, mention.first, mention.last), [])
                people.append(owner)
                for word in dict.fromkeys(owner.parts()):
                    bearers.setdefault(word, []).append(owner)
            owner.spans.append(self.view.doc.span(mention.first, mention.last))
            owner.confidence = max(owner.confidence, mention.confidence)
            owner.roles += [(self._role(r), r) for r in mention.roles]
        self._add_surnames(people)
        for person in people:
            person.spans.sort()
            person.roles.sort(key=lambda r: r[1].first)
        people.sort(key=lambda p: p.spans[0])
        return people

    def _n_words(self, mention: Mention) -> int:
        return sum(self.view.capital[k] for k in range(mention.first, mention.last))

    def _words(self, mention: Mention) -> list[str]:
        words = [t.folded for t in self.tokens[mention.first : mention.last] if t.text[0].isalpha()]
        while len(words) > 2 and words[-1] in self.lexicon.name_suffixes:
            words.pop()
        return [self._without_particle(w) for w in words]

    def _without_particle(self, word: str) -> str:
        prefix, sign, name = word.partition("-")  # "M. Khatib" is Nadim el-Khatib
        return name if sign and name and prefix in self.lexicon.particles else word

    def _owner(self, people: list[Person], words: list[str]) -> Person | None:
        n = len(words)
        if n == 2 and words[0] in self.lexicon.name_titles:
            # "Sheikh Salman" is Salman bin Karim.
            called = [p for p in people if p.words[0] == words[1] and len(p.words) > 1]
            if len(called) == 1:
                return called[0]
        for person in people:  # the end of a fuller name
            if person.words[-n:] == words:
                return person
        for person in people:  # another part of it, the first word alone excepted
            if n > 1 and any(person.words[k : k + n] == words for k in range(len(person.words) - n + 1)):
                return person
            if n > 1 and len(person.words) > n and person.words[0] == words[0] and person.words[-1] == words[-1]:
                return person
        if n == 1:
            parts = [p for p in people if words[0] in p.words[1:]] or [p for p in people if words[0] in p.parts()]
            return parts[0] if len(parts) == 1 else None
        return None

    def _add_surnames(self, people: list[Person]) -> None:
        by_surname: dict[str, Person] = {}
        for person in people:
            if len(person.words) > 1 and not is_roman(person.words[-1].upper()):
                by_surname.setdefault(person.words[-1], person)
        self._add_other_words(people, by_surname)
        for i in self.view.doc.positions_of(by_surname.keys()) if by_surname else ():
            owner = by_surname[self.tokens[i].folded]
            if not self.view.capital[i] or i in self.used or i in self.organisations.taken or i in self.view.blocked:
                continue
            neighbours = (
                i
                and self.view.capital[i - 1]
                and i - 1 not in self.view.starts
                and self.tokens[i].space
                and self.tokens[i - 1].text[0].isalpha()
            )
            is_longer = (
                i + 1 < self.view.limit[i] and self.view.capital[i + 1] and self.tokens[i].folded != owner.words[-1]
            )
            if not neighbours and not is_longer and not self.view.is_place(i):
                self.used[i] = Mention(i, i + 1, owner.confidence)
                owner.spans.append(self.view.doc.span(i, i + 1))

    def _add_other_words(self, people: list[Person], by_surname: dict[str, Person]) -> None:
        """People are called by a part of the family name, or where given names come last by the first word."""
        others: dict[str, Person | None] = {}
        for person in people:
            for word in dict.fromkeys(person.parts()) if len(person.words) > 1 else ():
                if len(word) > 2 and word != person.words[-1] and not is_known_word(word, self.view.doc.language):
                    others[word] = None if word in others else person
        for word, owner in others.items():
            if owner is not None and word not in self.grammar.titles.by_first:
                by_surname.setdefault(word, owner)

    def _role(self, role: RolePhrase) -> Role:
        organisation = None
        for k in range(role.first, role.last):
            found = self.organisations.taken.get(k)
            if found:
                last = min(found.last, role.last)
                organisation = self.view.text(k, last)
                break
        return Role(role.text, organisation)


def same_role(a: str, b: str) -> bool:
    """Whether two role texts differ in case and spacing only."""
    return fold(a).split() == fold(b).split()
