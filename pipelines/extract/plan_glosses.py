"""Coined names that only a noun in apposition shows to be plans' ("borrows from Green Nets, a pilot scheme for …")."""

from __future__ import annotations

from pipelines.extract.dictionary import is_known_word, participle_endings
from pipelines.extract.document import Token
from pipelines.extract.places import city_population, country_of
from pipelines.extract.plan_appositions import AppositionReader
from pipelines.extract.plan_lexicon import Head, foreign_articles
from pipelines.extract.plan_reading import MAX_NAME, Mention, Range, year_of
from pipelines.extract.text import fold

_SUBJECTS = frozenset(("NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"))  # what opens a sentence that has its verb behind
_SIGNS = frozenset(",–—(")
_INSERTING = frozenset(",:–—")
_OWNER_WITHIN = 3  # tokens
_CLOSERS = frozenset(",;:.)–—")
_WITHIN = 6  # tokens between the sign and the noun with its adjectives
_LONGEST = 9  # tokens
_MAX_PARTICLE = 3  # letters
_CODED = 4  # letters before the digits of a coined word
_MAX_TAIL = 3  # small words that end a name of one capital ("Rizières vives")
_ADVERBS = 3  # words between the end of an apposition and the verb
_RELATIVE_WITHIN = 2  # "under which"


class GlossReader(AppositionReader):
    """Reads a name with the noun beside it that says what it is."""

    def _glossed(self, mention: Mention, first: int, end: int, head: Head) -> bool:
        """Give a noun in apposition the name that it explains, or that explains it; False where there is none."""
        run = self._glossed_name(first, end, head, mention.determiner)
        if run is None and (inserted := self._inserted_name(end)):
            run = None if self._completes(first) else inserted
        if run is None or self._is_firms(first, end, mention.determiner):
            return False
        mention.description = self._told_by(first, end)
        mention.name, mention.form, mention.confidence = run, "proper", 0.75
        mention.content, mention.years = self._content(*run), self._years_in((first, end))
        mention.acronym = self._acronym_in_bracket(run[1])
        return True

    def _is_firms(self, first: int, end: int, determiner: str) -> bool:
        owners = {t.folded for t in self.tokens[max(self.sentence.first, first - _OWNER_WITHIN) : first]}
        return bool(owners & self.words.private_owners) or self._is_private(first, end, determiner)

    def _told_by(self, first: int, end: int) -> Range | None:
        telling = [w for w in self._content(first, end) if not w.startswith("@")]
        return (first, end) if telling else None

    def _glossed_name(self, first: int, end: int, head: Head, determiner: str) -> Range | None:
        if determiner == "demonstrative" or (head.is_weak and head.is_wary and not self._is_state()):
            return None
        sign = self._sign_before(first, determiner)
        if sign is not None and self.tokens[sign].text not in _SIGNS:
            is_loose = determiner == "indefinite" and not self._is_state()  # "Real Aral is a programme of excellence"
            direct = self.tokens[sign - 1].is_capitalised
            is_told = self._told_by(first, end) and not (is_loose and direct)
            return self._predicated_name(sign, end) if is_told else None
        if sign is None or not self._is_gloss(first, end, sign):
            return None
        start, last = self._glossed_start(sign, determiner)
        if start >= last or self._is_named_otherwise(start, last):
            return None
        if head.is_weak and head.is_wary and self.tokens[start - 1].text == ",":
            return None  # "signed with the minister, Ann Roe, a charter on"
        if start == self.begin:
            coined = last - start == 1 and any(c.isupper() for c in self.tokens[start].text[1:])  # "RizEnergie"
            return (start, last) if coined or self._is_closed(end) else None
        return (start, last) if determiner == "possessive" or self._may_stand(start) else None

    def _predicated_name(self, verb: int, end: int) -> Range | None:
        """The subject of a sentence that says what it is ("Green Nets is the state's new fisheries programme")."""
        if end < self.sentence.last:
            after = self.tokens[end]
            if after.folded == "'s" or after.folded in self.words.bodies or (after.pos == "NOUN" and after.space):
                return None
        last = verb
        if self.tokens[verb - 1].text == ",":  # "Green Nets, the minister's brainchild, is a programme …"
            last = next((k for k in range(self.begin, verb) if self.tokens[k].text == ","), verb)
        elif self.tokens[verb - 1].folded in self.words.gloss_clauses | self.words.relative:
            last = verb - 2 if self.tokens[verb - 2].text == "," else verb
        start = self._capitals(last)
        if start >= last or self._is_named_otherwise(start, last):
            return None
        if last < verb and start != self.begin:
            return (start, last) if self.tokens[verb - 1].text != "," and self._may_stand(start) else None
        before = self.tokens[start - 1]
        return (start, last) if start == self.begin or before.text == "," or before.pos == "SCONJ" else None

    def _inserted_name(self, end: int) -> Range | None:
        """The name behind a plan's noun ("The plan, Homes First, has four goals", "a new programme: Homes First.")."""
        first, stop = end + 1, self.sentence.last
        if first + 1 >= stop or self.tokens[end].text not in _INSERTING or not self.tokens[first].is_capitalised:
            return None
        last = first
        while last < min(stop, first + MAX_NAME) and self._in_inserted(last):
            last += 1
        if not self.tokens[last - 1].is_capitalised or self._is_named_otherwise(first, last):
            return None
        behind = self.tokens[last] if last < stop else None
        if behind is None or behind.text in ".;" or self.tokens[end].text == ":":
            return (first, last) if last - first > 1 and (behind is None or behind.text in ".;") else None
        if behind.text != self.tokens[end].text or last + 1 >= stop:
            return None
        verb = self.tokens[last + 1]
        tells = verb.pos in ("AUX", "ADV") or verb.verb == "Fin" or verb.folded in self.words.ending
        return (first, last) if tells or verb.folded in self.words.gloss_clauses | self.words.relative else None

    def _in_inserted(self, k: int) -> bool:
        token = self.tokens[k]
        return token.text[0].isalpha() and (token.is_capitalised or token.folded in self.words.small)

    def _completes(self, first: int) -> bool:
        """Whether a noun phrase only completes another noun ("the author of the national plan, Ann Roe, …")."""
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers:
            k -= 1
        if k < self.sentence.first or self.tokens[k].folded == "'s":
            return False
        contracted = not self.words.modifiers_before and self.tokens[k].folded not in self.words.articles
        before = k if contracted and self.tokens[k].pos == "ADP" else k - 1
        return before >= self.sentence.first and self.tokens[before].pos == "ADP" and not self._is_governed(first, 2)

    def _is_state(self) -> bool:
        """Whether the sentence speaks of a government, a ministry or the like."""
        return not self.words.authorities.isdisjoint(self.doc.words[self.sentence.first : self.sentence.last])

    def _sign_before(self, first: int, determiner: str) -> int | None:
        """The comma, dash or bracket that a noun phrase stands right behind, its owner and adjectives apart."""
        low = max(self.sentence.first, first - _WITHIN)
        sign = next((k for k in range(first - 1, low, -1) if self._links_gloss(k)), None)
        if sign is None:
            return None
        between = self.tokens[sign + 1 : first]
        owner = max((n for n, t in enumerate(between) if t.folded == "'s"), default=-1)
        if any(self.words.links.at(self.tokens, t.i, t.i + 1) for t in between[: owner + 1]):
            return None
        plain = all(
            t.folded in self.words.determiners or t.folded in self.words.qualifiers or t.pos in ("ADJ", "ADV")
            for t in between[owner + 1 :]
        )
        if not plain or (not determiner and (self.words.modifiers_before or any(t.pos == "ADV" for t in between))):
            return None
        return sign

    def _links_gloss(self, k: int) -> bool:
        """Whether a sign of apposition or a form of "to be" stands at `k`."""
        token = self.tokens[k]
        is_copula = token.pos == "AUX" and token.verb == "Fin" and token.folded in self.words.passive
        return token.text in _SIGNS or is_copula

    def _is_gloss(self, first: int, end: int, sign: int) -> bool:
        """Whether a noun phrase only explains: neither a clause's subject, nor a list's next item, nor "the plan"."""
        last = self.sentence.last
        if end >= last:
            return end > first + 1
        after = self.tokens[end]
        if after.folded == "'s" or after.folded in self.words.joiners or after.folded in self.words.bodies:
            return False
        if self.words.modifiers_before and after.pos == "NOUN" and after.space:
            return False  # "the programme manager"
        if after.text in _CLOSERS and end - first < 2 and self.tokens[first - 1].folded != "'s":
            return False
        for k in range(end, last):
            token = self.tokens[k]
            if token.folded in self.words.relative and k > end - 1 and self.words.links.at(self.tokens, k - 1, k):
                return False  # "Lake Tana, a plan for which …"
            if token.text in _CLOSERS or token.folded in self.words.relative or self._opens_relative(k):
                return True
            if token.pos == "AUX" or (token.verb == "Fin" and not self._is_participle(k)):
                return False
        return self.tokens[sign].text != "("

    def _opens_relative(self, k: int) -> bool:
        """Whether a pronoun or conjunction opens a clause of its own ("qui", "whose", "where")."""
        token = self.tokens[k]
        return token.pos in ("PRON", "SCONJ", "DET", "ADV") and token.folded in self.words.gloss_clauses

    def _is_participle(self, k: int) -> bool:
        """Whether a form that the tagger takes for a verb may be a participle ("the scheme launched in 2018")."""
        token = self.tokens[k]
        if not self.words.modifiers_before or k + 1 >= self.sentence.last:
            return False
        return token.folded.endswith(participle_endings(self.doc.language)) and self.tokens[k + 1].pos in (
            "ADP",
            "PART",
            "ADV",
        )

    def _glossed_start(self, sign: int, determiner: str) -> Range:
        """The name before a sign: words with capitals, and the small ones between them."""
        sign = self._behind_name(sign)
        last = sign
        before = self.tokens[sign - 1]
        if before.text in _CLOSERS:
            return sign, sign
        if not before.is_capitalised and determiner == "indefinite" and before.pos in ("ADJ", "ADV"):
            start = self._capitals(sign - 1)  # "keeps Green Nets alive, a programme of …"
            if sign - 1 - start > 1:
                return start, sign - 1
        start = self._capitals(last)
        if start == last and not self.words.modifiers_before:
            start = self._with_tail(last)
        return start, last

    def _capitals(self, last: int) -> int:
        low = max(self.sentence.first, last - _LONGEST)
        start = k = last
        while k > low:
            k -= 1
            token = self.tokens[k]
            if token.is_capitalised and token.text[0].isalpha() and token.folded not in self.words.calendar:
                start = k
            elif year_of(token) or not self._holds_together(k, low):
                break
        opener = self.tokens[start] if start == self.begin and start + 1 < last else None
        if opener and (opener.pos == "ADP" or opener.folded in self.words.ending):
            return start + 1  # "Under Green Nets, the scheme"
        return start

    def _holds_together(self, k: int, low: int) -> bool:
        """Whether a small word or sign stands within a name ("Land and Life", "Bolsa da Ilha", "One Home, One Tap")."""
        token = self.tokens[k]
        if k - 1 < low or not self.tokens[k + 1].text[0].isalpha():
            return False
        if not self.tokens[k - 1].is_capitalised:
            before = self.tokens[k - 1].text
            is_short = before.isalpha() and len(before) <= _MAX_PARTICLE and k - 2 >= low
            is_foreign = is_short and token.folded in foreign_articles(self.doc.language)
            return is_foreign and self.tokens[k - 2].is_capitalised  # "Pacto Nacional por el Agua"
        if token.text == ",":
            return self._is_refrain(k)
        if token.text in "+&-" or self._is_version(k):
            return True
        if token.folded in self.words.ending and token.folded not in self.words.capital_links:
            return False
        short = token.text.isalpha() and len(token.text) <= _MAX_PARTICLE
        return short or token.folded in self.words.small or token.folded in foreign_articles(self.doc.language)

    def _is_refrain(self, comma: int) -> bool:
        """Whether the same word opens both halves of a name ("One Home, One Tap", "Read, Read, Read")."""
        opener = self.tokens[comma + 1].folded
        back = range(comma - 1, max(self.begin, comma - _MAX_TAIL) - 1, -1)
        return any(self.tokens[k].folded == opener for k in back)

    def _with_tail(self, last: int) -> int:
        """Start of a name of which only the first word has a capital ("Terre promise"), within a sentence."""
        k = last - 1
        while k > self.begin and last - k <= _MAX_TAIL and self._is_tail(k):
            k -= 1
        token = self.tokens[k]
        if k <= self.begin or k == last - 1 or not token.is_capitalised or not token.text[0].isalpha():
            return last
        return k

    def _is_tail(self, k: int) -> bool:
        token = self.tokens[k]
        if token.is_capitalised or token.folded in self.words.ending:
            return False
        return token.pos in ("ADJ", "NOUN") or (token.verb == "Part" and self.tokens[k - 1].is_capitalised)

    def _is_named_otherwise(self, start: int, last: int) -> bool:
        """Whether a run names a place, a body or a plan that was found before, or is no name at all."""
        tokens = self.tokens[start:last]
        if any(self._is_known_name(t) for t in tokens):
            return True
        if len(tokens) > 1 and tokens[0].folded in self.words.articles:
            tokens = tokens[1:]
        place = self.doc.text[tokens[0].start : tokens[-1].end]
        if country_of(place, self.doc.language) or city_population(fold(place)):
            return True
        if any(m.name[0] < last and start < m.name[1] for m in self.mentions[self.earlier :]):
            return True
        if len(tokens) > 1:
            return all(self._is_country(t.i) or self._is_city(t.i) for t in tokens if t.is_capitalised)
        token = tokens[0]
        if token.text.isupper() or not (token.text.isalnum() and token.text[:_CODED].isalpha()):
            return True  # "Rivers40" is a name, "B12" and "COP26" are none
        return is_known_word(token.text.lower(), self.doc.language)

    def _is_known_name(self, token: Token) -> bool:
        word = token.folded
        lists = (
            self.words.bodies,
            self.words.authorities,
            self.words.not_plans,
            self.words.holders,
            self.words.calendar,
        )
        if not token.is_capitalised:
            return False
        head = self.words.heads.get(word)
        return any(word in names for names in lists) or bool(head and not head.is_weak and not head.is_wary)

    def _is_closed(self, end: int) -> bool:
        """Whether the sentence's verb follows an apposition that stands behind its first words ("…, has failed")."""
        last = self.sentence.last
        for k in range(end, last - 1):
            if self.tokens[k].text not in _CLOSERS:
                continue
            for token in self.tokens[k + 1 : min(last, k + 1 + _ADVERBS)]:
                if token.pos == "AUX" or token.verb == "Fin":
                    return True
                if token.pos not in ("ADV", "PRON", "PART"):
                    break
        return False

    def _may_stand(self, start: int) -> bool:
        """Whether a name within a sentence stands without an article, and a verb before it or a word that governs it.

        What stands before the verb tells of a time or of who has a part in the plan ("With Orange Mali, the plan …").
        """
        before = self.tokens[start - 1]
        if before.folded in self.words.determiners and not before.is_capitalised:
            contracted = not self.words.modifiers_before and before.folded not in self.words.articles
            if not contracted:
                return False
        if self._is_governed(start, 1):
            return True
        has_verb = any(t.pos == "AUX" or t.verb in ("Fin", "Inf") for t in self.tokens[self.begin : start])
        is_object = before.pos not in ("ADP", "PUNCT") and not before.is_capitalised
        return has_verb or is_object or self.tokens[self.begin].pos in _SUBJECTS
