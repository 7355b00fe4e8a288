"""Where a person's name starts and ends, and whether words may be one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipelines.extract.names import (
    APOSTROPHES,
    CLOSING_QUOTES,
    METROPOLIS,
    OPENING_QUOTES,
    View,
    is_abbreviated,
    is_acronym_shape,
    is_place_name,
    is_roman,
)
from pipelines.extract.roles import RolePhrase, find_roles

if TYPE_CHECKING:
    from pipelines.extract.organisations import Organisations

QUOTES = OPENING_QUOTES | CLOSING_QUOTES
MAX_NAME = 8  # tokens
MAX_WORDS = 5
_LEAST_AGE, _MOST_AGE = 10, 115


@dataclass(slots=True)
class Mention:
    """A person's name in tokens `[first, last)`, with the role that the text gives there."""

    first: int
    last: int
    confidence: float
    roles: list[RolePhrase] = field(default_factory=list)
    is_titled: bool = False


class PersonReader:
    """Reads names, and holds the mentions of people found so far."""

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

    def name_end(self, i: int) -> int:
        """Position behind the name that starts at `i`; `i` where no name does."""
        view, tokens = self.view, self.tokens
        if not self._may_open(i):
            return i
        particles, calendar, limit = self.lexicon.particles, self.grammar.calendar, view.limit[i]
        last, j, words = min(limit, i + MAX_NAME), i, 0
        while j < last and words < MAX_WORDS:
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
            if j > i and token.text in QUOTES and self._is_nickname(j, last):
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
        if self.tokens[i].space:
            return False
        before = self.tokens[i - 1]
        return before.is_capitalised and len(before.text) == 2 and self.view.is_elision(i - 1)

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
        if j + 3 >= last or self.tokens[j + 2].text not in QUOTES:
            return False
        return self.view.capital[j + 1] and self.view.capital[j + 3]

    def _is_elided(self, j: int) -> bool:
        return not self.tokens[j].space and j > 0 and self.view.is_elision(j - 1) and not self.view.is_common(j)

    def _is_hung(self, j: int) -> bool:
        return not self.tokens[j].space and self.tokens[j - 1].text in APOSTROPHES

    def _word_end(self, j: int) -> int:
        """Position behind the word at `j`, parts hung on by apostrophes included ("Lang'at", "Ng'ang'a")."""
        is_elided = len(self.tokens[j].text) < 3 and self.view.is_elision(j)  # "M'hamed"
        j += 1
        if is_elided and not self.view.capital[j] and not self.view.is_common(j):
            return j + 1
        if j >= len(self.tokens) or self.tokens[j].text not in APOSTROPHES:
            return j
        last = min(len(self.tokens), j + 4)
        while j + 1 < last and self.tokens[j].text in APOSTROPHES and not self.tokens[j].space:
            if self.tokens[j + 1].space or not self.tokens[j + 1].text.replace("-", "").isalpha():
                break
            j += 2
        return j

    def _particle_holds(self, j: int) -> bool:
        """Whether a capitalised word follows the particle at `j`, over at most one more particle."""
        for k in (j + 1, j + 2):
            if k >= self.view.limit[j]:
                return False
            if self.view.capital[k]:
                # "van der Berg": two particles are a family's
                is_free = k == j + 2 or not self.view.is_place(k) or self._is_between_name(j)
                return is_free and not self._breaks(k)
            if self.tokens[k].folded not in self.lexicon.particles:
                return False
        return False

    def _is_between_name(self, j: int) -> bool:
        """As in "Jean de | Gondar, président de …": a role behind a comma makes a surname of a place's name."""
        if self.lexicon.premodified or j + 2 >= self.view.limit[j] or self.tokens[j + 2].text != ",":
            return False
        k = j - 2
        is_name = self.view.is_name_word(j - 1) and self.tokens[j - 1].pos == "PROPN" and not self.view.is_place(j - 1)
        if not is_name or j + 3 not in self.role_starts:
            return False
        before = self.tokens[k] if k >= self.view.origin[j] else None
        return before is None or before.text in CLOSING_QUOTES or before.text == ","

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

    def _name_start(self, last: int) -> int:
        """First token of the name that ends right before `last`."""
        origin = self.view.origin[last - 1] if last else 0
        best = last
        for first in range(last - 1, max(origin, last - MAX_NAME) - 1, -1):
            token = self.tokens[first]
            if self.view.capital[first]:
                if first and self._is_glued(first):
                    continue  # "D'| Alba"
                if self.name_end(first) != last or (first < last - 1 and self._is_office_before(first)):
                    break
                is_opener = first in self.view.starts and self.view.is_common(first)
                if is_opener and token.pos not in ("PROPN", "NOUN") and not self._is_mistaken(first, last):
                    break
                best = first
            elif not self._is_inside_name(first):
                break
        best += last > best + 2 and self._is_spot(best)
        return self._behind_demonym(best, last)

    def _is_spot(self, i: int) -> bool:
        """As in "a averti à | Gondar Awa Roe": a town behind its preposition and a verb, a whole name behind it."""
        k, view = i + 1, self.view
        if self.tokens[i - 1].folded not in self.lexicon.localisers or i < view.origin[i] + 2:
            return False
        if k + 1 >= view.limit[i] or not (view.capital[k] and self.tokens[i - 2].verb):
            return False
        is_whole = view.is_name_word(k) and view.is_name_word(k + 1)
        return is_whole and is_place_name(self.tokens[i].text, METROPOLIS)

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

    def _is_name(self, first: int, last: int, *, has_role: bool = False, has_title: bool = False) -> bool:
        """Whether the words can be a person's name: at least one that is neither ordinary word, place nor acronym."""
        view = self.view
        if last <= first or self.tokens[last - 1].folded in self.grammar.not_surnames:
            return False
        if not self.organisations.taken.keys().isdisjoint(range(first, last)):
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
        # "Mark Baker": ordinary words beside a role, if the tagger takes them for names; beside a title in any case.
        may_be = has_title or (has_role and all(self.tokens[k].pos == "PROPN" for k in words))
        return may_be and len(words) > 1 and all(self._is_nobodys(k) for k in words)

    def _is_mistaken(self, first: int, last: int) -> bool:
        """As in "Rose Field, a …": the tagger takes a given name that opens a sentence for a verb or an adjective."""
        token = self.tokens[first]
        is_other = token.folded in self.lexicon.speech_verbs or token.folded in self.lexicon.ambiguous_words
        return last == first + 2 and token.pos in ("VERB", "AUX", "ADJ") and not is_other

    def _is_nobodys(self, k: int) -> bool:
        """Whether an ordinary word is none that bodies, fields and places are called."""
        token = self.tokens[k]
        return (
            token.folded not in self.lexicon.policy_words
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
        has_particle = not self.lexicon.particles.isdisjoint(self.view.doc.words[end:last])
        most = 2 if end == j + 1 else 1  # "El Hadj" before a whole name is no part of it
        return end < last <= end + most and not has_particle

    def _may_be_surname(self, i: int, first: int) -> bool:
        """A title makes a surname of an ordinary word or of shouted letters: "Mme Rose", "M. KONÉ"."""
        return (
            first not in self.organisations.taken
            and len(self.tokens[first].text) > 1
            and not self.view.is_place(first)
            and i not in self.role_starts
            and first not in self.role_starts
        )

    def _is_known_surname(self, i: int) -> bool:
        word = self.tokens[i].folded
        return any(self.tokens[m.last - 1].folded == word and m.last - m.first > 1 for m in self.mentions.values())

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

    def _is_spoken_for(self, i: int) -> bool:
        return i in self.used or i in self.organisations.taken or i in self.view.blocked or i in self.in_role

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
