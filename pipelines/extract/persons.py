"""People of a body: by title, by role before or after the name, by what they say or lead."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.extract.dictionary import is_known_word
from pipelines.extract.names import is_roman, person_name
from pipelines.extract.person_cues import CueReader
from pipelines.extract.person_names import MAX_WORDS, Mention
from pipelines.extract.person_roles import HolderReader
from pipelines.extract.phrases import Complement
from pipelines.extract.records import Role, Span
from pipelines.extract.roles import RolePhrase
from pipelines.extract.text import fold

_MAX_SHORT_TITLE = 5  # letters of an abbreviated title
_MAX_TITLE = 6  # tokens from a title's first to the name, "Rt. Hon." and its like included


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


class Persons(HolderReader, CueReader):
    """Finds an article's people."""

    def find(self) -> None:
        """Fill `mentions` from the surest construction to the weakest."""
        for role in self.roles:
            self._with_role(role)
        self._with_title()
        self._with_cues()
        self._with_signature()
        self._with_known_surname()
        self._with_relative()

    def find_offices(self) -> None:
        """Add the offices that clauses and further sentences tell of, once every name is known."""
        self._with_relative()
        self._with_next_role()

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
                further = self.role_starts.get(role.end + 1) if self.tokens[role.end].text == "," else None
                if further:
                    told[0].roles.append(further)

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
        if k + 1 < limit and self.tokens[k].text == "," and k + 1 in self.role_starts:
            k = self.role_starts[k + 1].end  # "le ministre d'État, | ministre de l'Eau, a …"
        k += k + 1 < limit and self.tokens[k].text == ","
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
                and 1 < last - first <= MAX_WORDS
                and first not in self.used
                and self.name_end(first) == last
            ):
                role = next((r for r in self.unheld.values() if before <= r.first and self._ends_line(r, first)), None)
                if role and self._is_name(first, last, has_role=True):
                    self._add(first, last, 0.92, role)
            before = first

    def _ends_line(self, role: RolePhrase, first: int) -> bool:
        """Whether a role is the last before the line at `first`: a full stop makes a sentence of what it ends."""
        gap = first - role.last
        return gap == 0 or (gap == 1 and self.tokens[role.last].text != ".")

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
            is_sure = last > first + 1 and self._is_personal_title(first)
            if self._is_name(first, last, has_title=is_sure) or (last == first + 1 and self._may_be_surname(i, first)):
                self._add(first, last, 0.95 if last - first > 1 else 0.9, titled=True)
            i = max(i + 1, last)

    def _is_personal_title(self, first: int) -> bool:
        """Whether the title before a name is one that nothing but people have: abbreviated, and no ordinary word."""
        if self.tokens[first - 1].text == ".":
            return True
        return len(self.tokens[first - 1].text) < _MAX_SHORT_TITLE and not self.view.is_common(first - 1)

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

    def held_roles(self) -> list[RolePhrase]:
        """Role phrases whose holder was found, in order."""
        return [r for m in sorted(self.mentions.values(), key=lambda m: m.first) for r in m.roles]

    def ends(self) -> dict[int, int]:
        """First tokens of people's names, and of the roles of people who are named, by the position behind them."""
        return {m.last: m.first for m in self.mentions.values()} | {r.last: r.first for r in self.held_roles()}

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
