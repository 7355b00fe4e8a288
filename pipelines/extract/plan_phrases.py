"""Noun phrases around a plan's noun: where they start and end, whose plan they name, whether they name one at all."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from pipelines.extract.currencies import currency_after
from pipelines.extract.dictionary import is_known_word, lemma, plural_endings
from pipelines.extract.document import Token
from pipelines.extract.lexicon import languages
from pipelines.extract.numbers import Word
from pipelines.extract.places import city_population, country_of
from pipelines.extract.plan_lexicon import Head, foreign_articles
from pipelines.extract.plan_reading import GOVERNS_WITHIN, MAX_NAME, Mention, Range, Reading, between, year_of
from pipelines.extract.text import fold, words

_MAX_OPENING = 4
_LONG = 4  # letters
_NAMING = frozenset(("NOUN", "PROPN", "ADP", "PUNCT", "DET"))  # no participle, whatever the tagger takes it for
_PORTFOLIO = 10  # tokens before a noun in which the minister whose field it is may stand
_PORTFOLIO_OPENER = 3  # tokens of a portfolio's opening
_TERM = 5  # tokens behind a name in which its acronym or its years stand
_HALF = 2  # words of a half of a name, at least
_LONGEST_TOWN = 3  # words
_LARGE_CITY = 100_000  # inhabitants; many a small place is called like a thing


class PhraseReader(Reading):
    """Reads the pieces of noun phrases and tells their sorts."""

    def _is_governed(self, first: int, reach: int) -> bool:
        """Whether words that govern a plan's name end at most `reach` tokens before `first`."""
        low = max(self.sentence.first, first - GOVERNS_WITHIN)
        found = (self.words.governing.at(self.tokens, k, first) for k in range(low, first))
        return any(f[1] >= first - reach for f in found if f)

    def _left(self, i: int, capital: bool, covered: int) -> int:
        """First token of the modifiers before the head at `i`."""
        low = max(self.sentence.first, covered, i - MAX_NAME)
        first = j = i
        while j > low:
            j -= 1
            token = self.tokens[j]
            if self._is_modifier(token, capital, j):
                first = j
            elif not self._is_connector(j, low, capital):
                break
        return first

    def _is_modifier(self, token: Token, capital: bool, j: int) -> bool:
        if token.folded in self.words.small or token.folded in self.words.calendar:
            return False
        if token.is_capitalised and token.text[0].isalpha():
            return token.folded not in self.words.ending or j > self.begin
        if year_of(token) or self._is_ordinal(j) or self._counts_time(j):
            return True
        if token.text == "-":
            return j > 0 and self.tokens[j - 1].text.isdigit()
        if capital and _is_figure(token.text) and self.tokens[j + 1].is_capitalised:  # "the 25 Year Forest Plan"
            return j > self.begin and self.tokens[j - 1].folded in self.words.determiners
        if capital or token.folded in self.words.ending or not token.text[0].isalnum():
            return False
        if token.pos in ("NOUN", "ADJ", "PROPN", "NUM", "X") or (token.pos == "VERB" and token.verb in ("Part", "Ger")):
            return True
        # A tagger takes many an adjective for a verb; none stands right behind "the" or "'s".
        opener = self.tokens[j - 1].folded if j else ""
        return token.pos == "VERB" and (opener in self.words.determiners or opener == "'s")

    def _is_ordinal(self, j: int) -> bool:
        """Whether token `j` is either half of "13th"."""
        token = self.tokens[j]
        number = j if token.text.isdigit() else j - 1
        if number > self.sentence.first and unicodedata.category(self.tokens[number - 1].text[-1]) == "Sc":
            return False  # "the £2bn Homes Plan"
        if token.text.isdigit():  # or the "8" of "8-Point"
            after = self.tokens[j + 1] if j + 1 < self.sentence.last else None
            return bool(after and not after.space and (after.text.isalpha() or after.text == "-"))
        return j > self.sentence.first and not token.space and self.tokens[j - 1].text.isdigit()

    def _counts_time(self, j: int) -> bool:
        """Whether token `j` is one of "10-year", "10 year" before a noun."""
        token = self.tokens[j]
        if token.folded in self.words.lasting:
            k = j - 1 - (self.tokens[j - 1].text == "-")
            return k >= self.sentence.first and self._is_number(k)
        if not self._is_number(j) or j + 2 >= self.sentence.last:
            return False
        return self.tokens[j + 1 + (self.tokens[j + 1].text == "-")].folded in self.words.lasting

    def _is_number(self, k: int) -> bool:
        return self.tokens[k].text.isdecimal() or self.tokens[k].pos == "NUM"

    def _time_of(self, first: int, end: int) -> Range | None:
        """Where a noun phrase tells how long its plan lasts ("the 100-day plan", "le plan de cent jours")."""
        for k in range(first + 1, end):
            if self.tokens[k].folded in self.words.lasting:
                start = k - 1 - (self.tokens[k - 1].text == "-")
                if start >= first and self._is_number(start):
                    return start, k + 1
        return None

    def _is_connector(self, j: int, low: int, capital: bool) -> bool:
        """Whether a small word joins modifiers: "and" between any, "for" or "in" between capitalised ones."""
        if j <= low or j + 1 >= self.sentence.last:
            return False
        token, before, after = self.tokens[j], self.tokens[j - 1], self.tokens[j + 1]
        if token.folded in self.words.joiners:
            both = before.is_capitalised == after.is_capitalised and before.folded not in self.words.bodies
            return both and before.text[0].isalpha() and before.folded not in self.words.ending and before.pos != "VERB"
        joins = token.folded in self.words.capital_links or token.folded in self.words.inner_links
        if joins or self.words.links.at(self.tokens, j, j + 1):
            capitals = before.is_capitalised and after.is_capitalised and j - 1 > self.begin
            capitals = capitals and not (token.folded in self.words.inner_links and self._is_city(j - 1))
            return capitals and not {before.folded} & (
                self.words.organisations | self.words.not_plans | self.words.ending
            )
        if token.folded == "'s" and capital:
            return after.is_capitalised and self._is_dedicated(j - 1)
        if token.text == "," and capital:
            return before.is_capitalised and after.is_capitalised and self._joined_later(j)
        if token.text == ",":
            return before.is_capitalised and after.is_capitalised and self._halves_name(j)
        return False

    def _halves_name(self, j: int) -> bool:
        """Whether an article's capitals stand before the comma at `j` ("the Cool Cities, Green Roofs plan")."""
        k = j - 1
        while k > self.begin and self.tokens[k].is_capitalised and j - k < _MAX_OPENING:
            k -= 1
        return j - k > _HALF and self.tokens[k].folded in self.words.articles and not self._is_country(j - 1)

    def _is_dedicated(self, j: int) -> bool:
        """Whether the capitalised noun at `j` is whom a plan is for ("the People's Plan"), not whose it is."""
        token = self.tokens[j]
        if token.is_capitalised and token.folded in self.words.beneficiaries:
            return True
        if not token.is_capitalised or token.text.isupper() or token.pos == "PROPN":
            return False
        if self.tokens[j - 1].folded not in self.words.articles:
            return False
        owner = (self.words.owners, self.words.organisations, self.words.bodies, self.words.authorities)
        return not any(token.folded in names for names in owner) and not self._is_country(j) and not self._is_city(j)

    def _joined_later(self, j: int) -> bool:
        return not self.words.joiners.isdisjoint(self.doc.words[j + 1 : min(j + 6, self.sentence.last)])

    def _right(self, j: int, capital: bool) -> tuple[int, Range | None]:
        """End of the complement that starts at token `j`, and the proper name in it where there is one."""
        limit = min(self.sentence.last, j + MAX_NAME)
        end = start = j
        after_link = linked = False
        while j < limit:
            token = self.tokens[j]
            if j == start and (opened := self._opened(j, limit, capital)):
                return opened
            if link := self._link(j, limit, capital, start):
                j, after_link, linked = link, True, True
                continue
            if after_link and (token.folded in self.words.everybody or token.verb == "Inf"):
                j = end = j + 1
                after_link = False
                continue
            if lasting := self._lasting(j, limit, after_link and not capital):
                j = end = lasting
                after_link = False
                continue
            if not self._is_content(j, capital) or (not after_link and self._is_behind_name(j, start)):
                break
            if not capital and token.is_capitalised and not after_link and not self.tokens[j - 1].is_capitalised:
                run = self._common_title(self._proper_run(j, limit), limit)
                is_holder = j > start and self.tokens[j - 1].folded in self.words.holders
                return (run[1], None) if is_holder else (end, run)  # "le plan de la ministre Dupuis"
            is_modifier = capital and token.is_capitalised
            if (self.words.modifiers_before and not linked and not is_modifier) or (
                self._starts_other_plan(j, limit) if after_link else not capital and self._is_misread_verb(j, start)
            ):
                break
            j += 1
            end = j
            after_link = False
        return end, None

    def _opened(self, j: int, limit: int, capital: bool) -> tuple[int, Range | None] | None:
        """What a code, a number or a title's first word right behind the noun makes of the phrase."""
        if capital and self._is_code(j):
            return j + 2, None
        if counted := self._counted(j, limit):
            return (counted, None) if capital else (j, (j, counted))
        return (j, self._title_run(j, limit)) if not capital and self._opens_title(j) else None

    def _is_behind_name(self, j: int, start: int) -> bool:
        """Whether what stands at `j` tells of the plan rather than what it is called."""
        is_told = self._governs(j) or self._tells_course(j)
        return is_told or (j > start and (self._is_before_day(j) or self._ends_capitals(j)))

    def _ends_capitals(self, j: int) -> bool:
        """As in "the Strategy for Rural Roads | enters", "le Plan Forêts | commence": a verb, whatever the tag."""
        token = self.tokens[j]
        if token.is_capitalised or (not self.tokens[j - 1].is_capitalised and self.words.modifiers_before):
            return False
        return self.words.modifiers_before or self._is_finite_form(j)

    def _is_finite_form(self, j: int) -> bool:
        """Whether a word is a form of the verb that a dictionary lists it under."""
        token = self.tokens[j]
        base = fold(lemma(token.text.lower(), self.doc.language))
        endings = self.words.finite_endings.items()
        return any(token.folded.endswith(e) and base == token.folded.removesuffix(e) + i for e, i in endings)

    def _is_before_day(self, j: int) -> bool:
        """As in "launched the Forests Plan | last Friday"."""
        is_next = j + 1 < self.sentence.last and self.tokens[j + 1].folded in self.words.calendar
        is_next = is_next and self.words.modifiers_before
        return is_next and self.tokens[j].pos == "ADJ" and not self.tokens[j].is_capitalised

    def _tells_course(self, j: int) -> bool:
        """Whether small words that tell how a plan fares start here, however tagged ("le Plan Dunes piétine")."""
        found = None if self.tokens[j].is_capitalised else self.words.status.at(self.tokens, j, self.sentence.last)
        return found is not None and found[0] == "delivering"

    def _spelled_end(self, first: int, end: int) -> int:
        """End of a name whose acronym, in brackets a few words on, spells those words, too ("… en zone (PEZ)")."""
        paren = next(
            (k for k in range(end, min(self.sentence.last - 2, end + _TERM)) if self.tokens[k].text == "("), end
        )
        if paren == end or any(t.verb == "Fin" or not t.text[0].isalpha() for t in self.tokens[end:paren]):
            return end
        letters = [fold(c) for c in self.tokens[paren + 1].text if c.isalpha()]
        whole, short = (iter(fold(t.text[0]) for t in self.tokens[first:stop]) for stop in (paren, end))
        is_spelled = len(letters) > 2 and all(c in whole for c in letters)
        return paren if is_spelled and not all(c in short for c in letters) else end

    def _with_adjectives(self, end: int) -> int:
        """End with the adjectives that a comma parts from the name ("école universelle, gratuite et laïque")."""
        if self.words.modifiers_before or end + 3 >= self.sentence.last or self.tokens[end - 1].pos != "ADJ":
            return end
        comma, one, joiner, other = self.tokens[end : end + 4]
        if comma.text != "," or joiner.folded not in self.words.joiners:
            return end
        are_plain = all(t.pos == "ADJ" and not t.is_capitalised for t in (one, other))
        return end + 4 if are_plain else end

    def _with_term(self, end: int) -> int:
        """End with the term that stands before a name's years ("Stratégie énergétique à long terme 2009-2025")."""
        for k in range(end + 1, min(self.sentence.last, end + _TERM)):
            if self._years(k)[0][0] is not None:
                between = self.tokens[end:k]
                is_term = between[0].pos == "ADP" and any(t.pos == "NOUN" for t in between)
                is_period = any(t.folded in self.words.calendar or t.folded in self.words.lasting for t in between)
                cued = any(self.words.period_cues.at(self.tokens, j, k) for j in range(end, k))
                during = any(self.words.during.at(self.tokens, j, k) for j in range(end, k))
                return k if is_term and not (is_period or cued or during) else end
            if self.tokens[k].verb or not self.tokens[k].text[0].isalpha() or self.tokens[k].is_capitalised:
                return end
        return end

    def _is_misread_verb(self, j: int, start: int) -> bool:
        """Whether a singular stands right behind a plural noun ("le programme des réformes avance"): a verb, then."""
        token, before = self.tokens[j], self.tokens[j - 1]
        if self.words.modifiers_before or j == start or token.is_capitalised or token.folded in self.words.nominal:
            return False
        plural = plural_endings(self.doc.language)
        is_plural = before.pos == "NOUN" and before.folded.endswith(plural)
        is_other = token.folded in self.words.qualifiers or token.folded in self.words.governmental
        return is_plural and token.pos in ("NOUN", "ADJ") and not token.folded.endswith(plural) and not is_other

    def _lasting(self, j: int, limit: int, is_linked: bool) -> int | None:
        """Position behind how long a plan lasts ("cinq ans"), where a link stands before it."""
        if not is_linked or j + 1 >= limit or self.tokens[j + 1].folded not in self.words.lasting:
            return None
        return j + 2 if self._is_number(j) else None

    def _opens_title(self, j: int) -> bool:
        """Whether a capital makes a determiner the first word of a title ("la stratégie Une école pour tous")."""
        token = self.tokens[j]
        opens = token.folded in self.words.determiners or token.folded in self.words.counting
        if not token.is_capitalised or not opens or j + 1 >= self.sentence.last:
            return False
        return self.tokens[j + 1].text[0].isalpha() and self.tokens[j - 1].text[0].isalpha()

    def _common_title(self, run: Range, limit: int) -> Range:
        """A title of which only the first word has a capital, where that word wants more ("Cap sur la mer")."""
        first, end = run
        opens = self.tokens[first].folded in self.words.title_openers
        if self.words.modifiers_before or not (opens or self._has_goal(first, end, limit)):
            return run
        if any(t.is_capitalised or t.text[0].isdigit() for t in self.tokens[first + 1 : end]):
            return run
        k = end if opens else end + 2
        while k < limit and not self._breaks_title(k):
            k += 1
        while k > end and self._is_dangling(self.tokens[k - 1]):
            k -= 1
        return (first, k)

    def _has_goal(self, first: int, end: int, limit: int) -> bool:
        """Whether a noun of the language and a bare goal make a title ("le programme Clés pour demain")."""
        if end - first > 1 or end + 1 >= limit or self.tokens[end + 1].pos not in ("NOUN", "ADJ", "ADV"):
            return False
        goal = self.words.purpose.at(self.tokens, end, limit)
        return (
            goal is not None
            and goal[1] == end + 1
            and is_known_word(self.tokens[first].text.lower(), self.doc.language)
        )

    def _is_dangling(self, token: Token) -> bool:
        return token.folded in self.words.small or not token.text[0].isalnum()

    def _breaks_title(self, k: int) -> bool:
        """Whether a sign, a verb, a capital or a participle ends a title of small words."""
        token = self.tokens[k]
        if not token.text[0].isalpha() or token.is_capitalised or token.pos == "AUX" or token.verb == "Fin":
            return True
        known = token.folded in self.words.small or token.folded in self.words.capital_links
        return (not known and token.folded in self.words.ending) or token.verb == "Part"

    def _title_run(self, j: int, limit: int) -> Range:
        """The title that starts with the capitalised determiner at `j` ("Mon premier stage", "Un toit pour tous")."""
        end = j + 1
        while end < limit:
            token = self.tokens[end]
            link = self.words.links.at(self.tokens, end, limit)
            behind = self._past_articles(link[1], limit) if link else None
            if link and link[1] < limit and self.tokens[link[1]].folded in self.words.everybody:
                return j, link[1] + 1
            if behind is not None:
                end = behind + 1
            elif end == j + 2 and self._echoes(j, end):
                end += 3
            elif token.text[0].isalpha() and (end == j + 1 or self._describes_title(end)):
                end += 1  # right behind a determiner no tag can make a verb
            else:
                break
        return j, end

    def _echoes(self, j: int, comma: int) -> bool:
        """Whether a second half like the first follows ("Une école, un jardin")."""
        if comma + 3 >= self.sentence.last or self.tokens[comma].text != ",":
            return False
        sort = self.words.determiners.get
        article, noun = self.tokens[comma + 1 : comma + 3]
        alike = sort(article.folded) == sort(self.tokens[j].folded) and not article.is_capitalised
        return alike and noun.pos == "NOUN" and not self._head_at(noun.i) and noun.folded not in self.words.neutral

    def _describes_title(self, k: int) -> bool:
        return self.tokens[k].pos in ("NOUN", "ADJ", "PROPN", "X") and not self._governs(k)

    def _counted(self, k: int, limit: int) -> int | None:
        """Position behind the noun that the number at `k` counts ("Plan 1 000 puits"), unless it is money or time."""
        first = k
        while k < limit and (self._is_number(k) or (k > first and self.tokens[k].folded in self.words.extents)):
            k += 1
        if k == first or self.words.modifiers_before or year_of(self.tokens[first]) or k + 1 >= limit:
            return None
        k += k > first + 1 and self.words.links.at(self.tokens, k, k + 1) is not None  # "deux millions d'arbres"
        noun = self.tokens[k]
        if k >= limit or noun.pos != "NOUN" or noun.is_capitalised or noun.folded in self.words.lasting:
            return None
        word = Word(noun.text, noun.folded, noun.start, noun.end, False)
        return None if currency_after([word], self.doc.language, None, True) else k + 1

    def _is_code(self, j: int) -> bool:
        """Whether a number and letters of one word follow a noun, as its name ("Initiative 3N")."""
        if j + 1 >= self.sentence.last or not self.tokens[j].text.isdecimal():
            return False
        letters = self.tokens[j + 1]
        return not letters.space and letters.text.isupper() and letters.text.isalpha() and len(letters.text) <= 3

    def _is_before_chamber(self, j: int, k: int, limit: int) -> bool:
        """As in "launched the Forests Plan for | Cabinet approval": who is to pass it, not what it is about."""
        if self.tokens[j].folded not in self.words.chamber_links:
            return False
        while k < limit and self.tokens[k].folded in self.words.articles:
            k += 1
        return k < limit and self.tokens[k].is_capitalised and self.tokens[k].folded in self.words.chambers

    def _is_thing(self, j: int) -> bool:
        """Whether a capitalised word is neither a body nor a place ("Roadmap to Recovery", not "to Parliament")."""
        word = self.tokens[j].folded
        known = word in self.words.bodies or word in self.words.authorities or word in self.words.not_plans
        known = known or word in self.words.chambers
        return self.tokens[j].is_capitalised and not (known or self._is_city(j) or self._is_country(j))

    def _purpose(self, j: int, capital: bool, has_subject: bool) -> int:
        """End of what a plan is for, behind its years ("plan d'action 2023-2026 de lutte contre le bruit")."""
        found = self.words.purpose.at(self.tokens, j, self.sentence.last) if j < self.sentence.last else None
        # A lone "for" behind a name that has its subject tells of money or time ("for $40m").
        return self._right(j, capital)[0] if found and (found[1] > j + 1 or not has_subject) else j

    def _is_country(self, j: int) -> bool:
        return self.tokens[j].is_capitalised and country_of(self.tokens[j].text, self.doc.language) is not None

    def _is_city(self, j: int) -> bool:
        """Whether a capitalised word is a large city, where something takes place rather than what a plan is about."""
        return self.tokens[j].is_capitalised and city_population(self.tokens[j].folded) >= _LARGE_CITY

    def _is_town(self, j: int) -> bool:
        """Whether a capitalised word that no dictionary has is a town of any size, behind what stands before towns."""
        token = self.tokens[j]
        if not token.is_capitalised or self._is_country(j):
            return False
        end = j + 1
        while end < min(self.sentence.last, j + _LONGEST_TOWN) and self.tokens[end].is_capitalised:
            end += 1
            if city_population(" ".join(words(self.doc.span(j, end).of(self.doc.text)))):
                return True
        if "-" in token.text and city_population(" ".join(words(token.text))):
            return True
        if any(is_known_word(token.text.lower(), language) for language in languages()):
            return False
        return not self.words.modifiers_before or city_population(token.folded) > 0

    def _starts_other_plan(self, j: int, limit: int) -> bool:
        """Whether the noun phrase at token `j` is another plan ("the executive programme of the X Vision")."""
        last = j + 1
        while last < limit and self.tokens[j].is_capitalised and self.tokens[last].is_capitalised:
            last += 1
        for k in range(j, last):
            found = self.words.heads.at(self.tokens, k, limit)
            if found and not found[0].is_weak and (not found[0].is_wary or self.tokens[k].is_capitalised):
                return True
        return False

    def _link(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """Position behind the preposition or conjunction at `j` where it carries the noun phrase on."""
        token = self.tokens[j]
        devoted = None if capital or token.pos in _NAMING else self.words.devoted.at(self.tokens, j, limit)
        if devoted:
            return self._past_articles(devoted[1], limit)
        found = self.words.links.at(self.tokens, j, limit)
        if found:
            return self._behind_link(j, found[1], limit, capital, start)
        if j == start:
            return self._behind_first(j, limit) if capital else None
        is_topic = capital and token.folded in self.words.topic_links
        is_topic = is_topic and (not self.tokens[j - 1].is_capitalised or self._is_country(j - 1))
        if is_topic and self._is_subjectless(start, j):
            # "Stratégie nationale sur le logement", where nothing but adjectives stands before
            return self._past_articles(j + 1, limit)
        if capital and self._is_field(j, start):
            return j + 1
        if token.folded in self.words.capital_links:
            return self._behind_capital_link(j, limit, capital, start)
        if token.folded in self.words.joiners or (token.text == "," and self._joined_later(j)):
            return self._joined(j, limit, capital, start)
        return None

    def _behind_link(self, j: int, k: int, limit: int, capital: bool, start: int) -> int | None:
        """Position of what the link at `[j, k)` brings to the noun phrase; None where it tells when or for whom."""
        adverbial = capital and self.words.modifiers_before and self._is_indefinite(k, limit)
        adverbial = adverbial or (capital and self._is_outside(k, limit, start))
        if adverbial or self._tells_extent(j, limit) or (capital and self._is_before_chamber(j, k, limit)):
            return None
        if k < limit and self.tokens[k].folded in self.words.everybody and j > start:
            return k  # "Programme Toits pour | tous"
        if capital and j - start == 2 and self.tokens[j - 1].pos == "NOUN" and (end := self._counted(k, limit)):
            return end - 1  # "Programme de plantation de 2 000 | arbres"
        return self._past_articles(k, limit) or self._behind_infinitive(k, limit, capital, start)

    def _is_outside(self, k: int, limit: int, start: int) -> bool:
        """As in "credits the Forests Plan for | the rise": no capital goes on with a name that has its subject."""
        if not self.words.modifiers_before or k + 1 >= limit or start - 2 < self.sentence.first:
            return False
        has_subject = self.tokens[start - 2].is_capitalised and start - 2 > self.begin
        is_small = self.tokens[k].folded in self.words.articles and not self.tokens[k + 1].is_capitalised
        return has_subject and is_small and not self._is_plain(self.tokens[start - 2])

    def _behind_first(self, j: int, limit: int) -> int | None:
        """As in "Roadmap to Recovery": what stands right behind a capitalised noun, but not "the Plan in Nyeri"."""
        token = self.tokens[j]
        if not self.words.modifiers_before or token.folded in self.words.town_links:
            return None
        after = self._past_articles(j + 1, limit) if token.folded in self.words.capital_links else None
        return after if after and self._is_thing(after) else None

    def _behind_capital_link(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """As in "Plan for Women in Mining", but neither a town nor a chamber, where or to which it is presented."""
        after = self._past_articles(j + 1, limit)
        if not after or self._is_city(after):
            return None
        if self.tokens[j].folded in self.words.town_links and self._is_town(after):
            return None
        brought = self._has_link_noun(start, j)
        if not brought and self.tokens[after].folded in self.words.chambers:
            return None
        return after if brought or (capital and self.tokens[after].is_capitalised) else None

    def _is_subjectless(self, start: int, j: int) -> bool:
        """Whether a plan's noun and what stands behind it tell whose plan it is, but not what it is about."""
        return all(t.folded in self.words.small or self._is_plain(t) for t in self.tokens[start:j])

    def _behind_infinitive(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """Position of the object in "Plan européen pour vaincre le cancer", where no noun tells the subject."""
        if not capital or not self._is_subjectless(start, j):
            return None
        while j + 1 < limit and self.tokens[j].pos == "ADV":
            j += 1  # "pour mieux soigner"
        if j + 1 >= limit or self.tokens[j].verb != "Inf":
            return None
        return self._past_articles(j + 1, limit) or j

    def _is_field(self, j: int, start: int) -> bool:
        """Whether a bare noun behind a preposition is a plan's field ("Stratégie cantonale en habitation")."""
        if self.tokens[j].folded not in self.words.field_links or j + 2 >= self.sentence.last:
            return False
        noun, behind = self.tokens[j + 1], self.tokens[j + 2]
        if noun.pos != "NOUN" or noun.is_capitalised or noun.folded in self.words.set_nouns or behind.pos == "ADP":
            return False
        return all(t.pos == "ADJ" and not t.is_capitalised for t in self.tokens[start:j])

    def _tells_extent(self, j: int, limit: int) -> bool:
        """Whether "d'un montant de …", "of some value", "for dealing with" follows: no part of a name."""
        k = j + 1
        while k < limit - 1 and self.tokens[k].folded in self.words.articles:
            k += 1
        if k >= limit:
            return False
        token = self.tokens[k]
        if token.folded in self.words.extents and not token.is_capitalised:
            return True
        gerund = token.verb == "Ger" and not token.is_capitalised and k + 1 < self.sentence.last
        return gerund and self.tokens[k + 1].pos in ("ADP", "DET", "PRON")

    def _is_indefinite(self, j: int, limit: int) -> bool:
        """Whether a small phrase with an indefinite article starts at `j` ("the Mission on a quarterly basis")."""
        if j + 1 >= limit or self.words.determiners.get(self.tokens[j].folded) != "indefinite":
            return False
        return not self.tokens[j].is_capitalised and not self.tokens[j + 1].is_capitalised

    def _has_link_noun(self, start: int, j: int) -> bool:
        """Whether the preposition at `j` completes a noun ("accès à", "accès durable et équitable à")."""
        k = j - 1
        while k > start and self.tokens[k].folded not in self.words.link_nouns and self._describes(k):
            k -= 1
        return self.tokens[k].folded in self.words.link_nouns

    def _describes(self, k: int) -> bool:
        token = self.tokens[k]
        plain = token.pos == "ADJ" or token.folded in self.words.joiners or token.folded in self.words.nominal
        return not token.is_capitalised and (plain or (token.pos == "VERB" and token.verb == "Part"))

    def _is_plain(self, token: Token) -> bool:
        """Whether an adjective says whose the plan is, not what it is about."""
        owner = token.folded in self.words.supranational or country_of(token.text, self.doc.language)
        return token.folded in self.words.qualifiers or bool(owner)

    def _joined(self, j: int, limit: int, capital: bool, start: int) -> int | None:
        """Position behind "et" or "," where what follows is parallel to what goes before."""
        if j + 1 >= limit:
            return None
        after, before = self.tokens[j + 1], self.tokens[j - 1]
        if found := self.words.links.at(self.tokens, j + 1, limit):
            return self._past_articles(found[1], limit)
        if self.tokens[j].text == "," and not (capital and after.is_capitalised):
            return None
        if capital and after.folded in self.words.articles:
            # "Plan pour la reprise et la résilience", but not "le Plan et la ministre a …"
            k = self._past_articles(j + 1, limit)
            parallel = not self.words.articles.isdisjoint(self.doc.words[start:j])
            other = k is None or self.tokens[k].is_capitalised or self._starts_other_plan(k, limit)
            return k if parallel and not other else None
        if not self._is_content(j + 1, capital) or (capital and after.is_capitalised and self._head_at(j + 1)):
            return None
        if after.is_capitalised != before.is_capitalised:
            return None
        same = after.pos == before.pos or (_is_nominal(after) and _is_nominal(before)) or self._closes_name(j + 1)
        return j + 1 if same or (capital and after.is_capitalised) else None

    def _past_articles(self, j: int, limit: int) -> int | None:
        skipped = self.words.articles | self.words.counting
        while j < limit and self.tokens[j].folded in skipped:
            j += 1
        if j + 1 < limit and self._counts_members(j):
            j += 1
        if self._lasting(j, limit, True):
            return j
        return j if j < limit and self._is_content(j, False) else None

    def _counts_members(self, j: int) -> bool:
        """Whether the number at `j` has a definite article ("des 145 territoires"), so belongs to the name."""
        before = self.tokens[j - 1].folded
        return self.tokens[j].text.isdecimal() and before in self.words.counting and not year_of(self.tokens[j])

    def _is_content(self, j: int, capital: bool) -> bool:
        token = self.tokens[j]
        if not token.text[0].isalpha():
            return False
        if token.folded in self.words.small and token.folded not in self.words.within_links:
            return False
        if token.folded in self.words.calendar:
            return False
        if token.is_capitalised:
            return True
        if token.folded in self.words.ending:  # folded, "piloté" and "pilote" are one
            return token.pos == "ADJ" and token.folded in self.words.qualifiers
        if token.pos in ("NOUN", "ADJ", "PROPN", "X") or token.folded in self.words.nominal:
            return True
        if token.verb == "Fin" and not capital and country_of(token.text, self.doc.language):
            return True  # "le programme bulgare", whatever the tagger says
        if capital and j + 1 < len(self.tokens) and (self.tokens[j + 1].text == "(" or self._closes_name(j)):
            return True  # an acronym or years follow: no verb, whatever the tagger says
        return token.pos == "VERB" and token.verb in ("Part", "Ger")

    def _closes_name(self, j: int) -> bool:
        """Whether a noun stands before token `j` and a period behind it ("de la filière lait 2025-2029")."""
        behind = self.tokens[j + 1]
        return (
            bool(year_of(behind))
            and self._years(j + 1)[0][0] is not None
            and (self.tokens[j - 1].pos in ("NOUN", "PROPN") or self.tokens[j - 1].folded in self.words.joiners)
        )

    def _proper_run(self, j: int, limit: int) -> Range:
        """The name that starts with the capitalised token `j`."""
        end = j + 1
        while end < limit:
            token = self.tokens[end]
            if token.is_capitalised and token.text[0].isalpha() and token.folded not in self.words.calendar:
                end += 1
            elif year_of(token):
                return j, self._years(end)[1]
            elif (
                self._is_version(end)
                or self._precedes_year(end, limit)
                or self._trails(end)
                or self._is_foreign_article(end, limit)
                or self._is_particle(end, limit)
            ):
                end += 1
            elif (after := self._capital_after_link(end, limit)) is not None:
                end = after + 1
            else:
                break
        return j, end

    def _governs(self, k: int) -> bool:
        """Whether an object follows: "équipe 900 écoles", "complète la loi" hold a verb, whatever the tagger says."""
        if self.tokens[k].is_capitalised or k + 1 >= self.sentence.last:
            return False
        after = self.tokens[k + 1]
        is_number = (after.text[0].isdigit() or after.pos == "NUM") and not year_of(after)
        is_pronoun = self.tokens[k].pos == "ADJ" and k + 2 < self.sentence.last and self.tokens[k + 2].verb == "Fin"
        return is_number or (after.folded in self.words.articles and not is_pronoun)

    def _is_foreign_article(self, k: int, limit: int) -> bool:
        """Whether an article of another language stands within a name ("le programme Feed the Land")."""
        token = self.tokens[k]
        return (
            token.folded in foreign_articles(self.doc.language) and k + 1 < limit and self.tokens[k + 1].is_capitalised
        )

    def _is_particle(self, k: int, limit: int) -> bool:
        """Whether a short word of another language stands between capitals ("le plan Stand up Bretagne")."""
        token = self.tokens[k]
        known = token.folded in self.words.small or token.folded in self.words.ending
        is_short = token.text.isalpha() and len(token.text) < _LONG and k + 1 < limit
        return is_short and not known and self.tokens[k + 1].is_capitalised and not self._governs(k)

    def _precedes_year(self, k: int, limit: int) -> bool:
        """Whether one small word stands between a name and its year ("Ambition bio 2027")."""
        token = self.tokens[k]
        is_word = token.text.isalpha() and token.folded not in self.words.ending | self.words.small
        return is_word and not self.words.modifiers_before and k + 1 < limit and bool(year_of(self.tokens[k + 1]))

    def _trails(self, k: int) -> bool:
        """A small adjective or noun of a name: "Villes vertes"."""
        token = self.tokens[k]
        if (
            token.folded in self.words.ending
            or token.folded in self.words.qualifiers
            or token.folded in self.words.small
        ):
            return False
        if self._governs(k) or self._tells_course(k):
            return False
        fits = token.pos in ("ADJ", "NOUN") or token.folded in self.words.nominal or self._agrees(k)
        return fits and not self.words.modifiers_before and token.text[0].isalpha()

    def _agrees(self, k: int) -> bool:
        """Whether a participle ends like the capitalised noun before it, by nobody ("Villes reliées")."""
        token, before = self.tokens[k], self.tokens[k - 1]
        if token.verb != "Part" or not before.is_capitalised or token.folded[-1] != before.folded[-1]:
            return False
        return k + 1 >= self.sentence.last or self.tokens[k + 1].pos != "ADP"

    def _is_version(self, k: int) -> bool:
        """Whether token `k` is a number that belongs to a name ("4.0", "2") rather than one that counts things."""
        text = self.tokens[k].text
        counts = k + 1 < self.sentence.last and self.tokens[k + 1].pos == "NOUN"
        return text[0].isdigit() and ("." in text or len(text) == 1) and not counts

    def _capital_after_link(self, k: int, limit: int) -> int | None:
        found = self.words.links.at(self.tokens, k, limit)
        if not found and self.tokens[k].folded not in self.words.capital_links:
            return None
        j = found[1] if found else k + 1
        if j < limit and self.tokens[j].folded in self.words.everybody:
            return j
        while j < limit and self.tokens[j].folded in self.words.articles:
            j += 1
        is_capital = j < limit and self.tokens[j].is_capitalised and self.tokens[j].text[0].isalpha()
        if not is_capital or country_of(self.tokens[j].text, self.doc.language):
            return None
        return j

    def _proper_before(self, first: int, i: int, head: Head) -> Range | None:
        """The capitalised name among the modifiers before a small head noun ("the X Y 2013 strategy")."""
        last = i
        while last > first and not (self.tokens[last - 1].is_capitalised or year_of(self.tokens[last - 1])):
            last -= 1
        start = last
        while start > first and (
            self.tokens[start - 1].is_capitalised
            or year_of(self.tokens[start - 1])
            or self.tokens[start - 1].text == "-"
            or (self._joins_capitals(start - 1) and start - 2 >= first)
        ):
            start -= 1
        if start >= last:
            return None
        if start == self.begin and self.tokens[start].folded in self.words.ending:
            return None
        folded = [t.folded for t in self.tokens[start:last]]
        if not self.words.unions.isdisjoint(folded) and not self.words.regions.isdisjoint(folded):
            return None  # "the Community of Lake States plan of action"
        if any(w in self.words.organisations for w in folded):
            return None
        telling = [w for w in self._content(start, last) if not w.startswith("@")]
        single = last - start == 1
        is_plain = head.kind == "programme" or self._is_coined(start)
        if single and (not is_plain or self.tokens[start].text.isupper() or start == self.begin):
            return None  # "the IMF programme", "the Smith plan", "Climate plans"
        if head.is_weak and (single or head.is_wary) and self._years_in((start, last)) == (None, None):
            said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
            if head.is_wary or not said & self.words.authorities:
                return None  # "the Apollo mission", a firm's "Nile scheme"
        return (start, last) if telling else None

    def _is_coined(self, k: int) -> bool:
        """Whether the capitalised word at `k` is no place, no person of the article and in no dictionary."""
        token = self.tokens[k]
        if self.tokens[k - 1].folded not in self.words.articles or is_known_word(token.text.lower(), self.doc.language):
            return False
        if city_population(token.folded) or self._is_country(k) or token.folded in self.words.supranational:
            return False
        places = self.doc.positions.get(token.folded, ())
        return not any(i and self.tokens[i - 1].is_capitalised and self.tokens[i - 1].pos == "PROPN" for i in places)

    def _joins_capitals(self, k: int) -> bool:
        token = self.tokens[k]
        joins = token.folded in self.words.small or token.folded in self.words.inner_links or token.text == ","
        joins = joins or token.folded in self.words.capital_links
        return joins and self.tokens[k - 1].is_capitalised

    def _determiner(self, first: int) -> str:
        j = first - 1
        while j >= self.sentence.first and self.tokens[j].folded in self.words.qualifiers:
            j -= 1
        if j < self.sentence.first:
            return ""
        if self.tokens[j].folded == "'s":
            return "definite"
        of_draft = j > self.sentence.first and self.tokens[j - 1].folded in self.words.drafts
        if of_draft and self.words.links.at(self.tokens, j, j + 1):
            return self._determiner(j - 1)  # "le projet de stratégie"
        return self.words.determiners.get(self.tokens[j].folded, "")

    def _skip_qualifiers(self, j: int) -> int:
        while j < self.sentence.last and self.tokens[j].folded in self.words.qualifiers:
            j += 1
        return j

    # ------------------------------------------------------------ sorts of phrases

    def _is_public(self, first: int, end: int) -> bool:
        said = self.doc.words[first:end]
        if not (self.words.public.isdisjoint(said) and self.words.owners.isdisjoint(said)):
            return True
        start = max(self.sentence.first, first - 3)
        return "'s" in self.doc.words[start:first] and any(
            t.folded == "'s" and (p.folded in self.words.owners or country_of(p.text, self.doc.language))
            for p, t in pairwise(self.tokens[start:first])
        )

    def _is_private(self, first: int, end: int, determiner: str) -> bool:
        """Whether the plan is a company's or a party's own."""
        stop = min(self.sentence.last, end + 4)
        around = [t.folded for t in self.tokens[first:stop]]
        if any(w in self.words.private_owners for w in around[: end - first]) or self._has_branch(first):
            return True
        if determiner == "indefinite":
            return self._is_firms_deed(first)
        if determiner != "possessive":
            return False
        said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
        if said & self.words.authorities or self._has_state_subject(first):
            return False
        until = self.doc.sentences[min(self.index + 2, len(self.doc.sentences) - 1)].last
        near = {t.folded for t in self.tokens[self.sentence.first : until]}
        firms, states = near & self.words.private_owners, near & self.words.authorities
        return len(firms) > len(states) or self._has_firm_subject(first)

    def _is_firms_deed(self, first: int) -> bool:
        """Whether a company or the like, told by its noun alone, opens the sentence ("the bank has adopted a plan")."""
        k = self.begin
        if k + 2 >= first or self.tokens[k].folded not in self.words.determiners:
            return False
        after = self.tokens[k + 2]
        is_firm = self.tokens[k + 1].folded in self.words.private_owners and not self.tokens[k + 1].is_capitalised
        return is_firm and (after.verb == "Fin" or after.pos == "AUX")

    def _has_state_subject(self, first: int) -> bool:
        """Whether a country or a large city does what is told ("Nets 2030, as Lima has dubbed its strategy")."""
        for k in range(self.sentence.first, first - 1):
            after = self.tokens[k + 1]
            if (after.verb == "Fin" or after.pos == "AUX") and (self._is_country(k) or self._is_city(k)):
                return True
        return False

    def _has_branch(self, first: int) -> bool:
        """Whether the owner is a company with a country in its name ("Vodaphone Egypt's plan")."""
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers:
            k -= 1
        if k < self.sentence.first + 2 or self.tokens[k].folded != "'s":
            return False
        firm, place = self.tokens[k - 2], self.tokens[k - 1]
        both = country_of(self.doc.text[firm.start : place.end], self.doc.language)
        named = firm.pos == "PROPN" and firm.is_capitalised and firm.folded not in self.words.ending
        return named and self._is_country(k - 1) and not both

    def _has_firm_subject(self, first: int) -> bool:
        """Whether one name without title opens the sentence ("Lagrain continues its Good Bread programme")."""
        opener = self.tokens[self.begin]
        # A tagger takes many a firm's name for a noun; a noun that opens a sentence would have its article.
        if self.begin + 1 >= first or opener.pos not in ("PROPN", "NOUN") or not opener.is_capitalised:
            return False
        after = self.tokens[self.begin + 1]
        is_place = self._is_country(self.begin) or self._is_city(self.begin)
        return (after.verb == "Fin" or after.pos == "AUX") and not is_place

    def _is_generic(self, first: int, i: int, last: int, end: int) -> bool:
        """Whether the head is part of an everyday phrase: "business plan", "plan social", "sur le plan économique"."""
        if self._is_respect(i, last):
            return True
        if self._is_states_policy(first, end):
            return False
        if (
            self.words.modifiers_before
            and i - 1 >= self.sentence.first
            and self.words.generic.at(self.tokens, i - 1, i)
        ):
            return first >= i - 1 or self.tokens[i - 1].folded not in self.words.generic_alone
        if not self.words.modifiers_before and self.words.generic.at(self.tokens, last, self.sentence.last):
            return True
        j = last
        while j < self.sentence.last and self.words.links.at(self.tokens, j, self.sentence.last):
            j = self.words.links.at(self.tokens, j, self.sentence.last)[1]  # type: ignore[index]
            while j < self.sentence.last and self.tokens[j].folded in self.words.articles:
                j += 1
        if (
            j < self.sentence.last
            and not self.words.modifiers_before
            and self.words.generic.at(self.tokens, j, self.sentence.last)
        ):
            # "un plan de redressement", but "un plan de redressement économique"
            told = j + 1 < end and self.tokens[j + 1].pos == "ADJ" and self.tokens[j].folded in self.words.generic_alone
            return not told
        others = (t.folded for t in self.tokens[first:end] if t.folded not in self.words.lasting)
        return any(w in self.words.not_plans or w in self.words.calendar for w in others)

    def _is_states_policy(self, first: int, end: int) -> bool:
        """Whether a phrase names what only a state has nationwide ("a national space strategy")."""
        heads = (self.words.heads.at(self.tokens, k, end) for k in range(first, end))
        is_policy = any(h and h[0].kind in ("strategy", "roadmap", "agenda") and not h[0].is_weak for h in heads)
        return is_policy and not self.words.public.isdisjoint(self.doc.words[first:end])

    def _is_respect(self, i: int, last: int) -> bool:
        """Whether the head only tells a point of view ("sur le plan économique", but not "planche sur un plan …")."""
        if self.words.modifiers_before or last >= len(self.tokens) or self.tokens[last].pos != "ADJ":
            return False
        for k in range(max(self.sentence.first, i - 3), i):
            found = self.words.respects.at(self.tokens, k, i)
            if found and found[1] == i:
                return k == self.sentence.first or not self.words.status.at(self.tokens, k - 1, i)
        return False

    def _is_of_event(self, i: int, last: int) -> bool:
        """Whether the noun beside the head is of something else ("Expenditure Programme")."""
        if not self.words.modifiers_before:
            return last < self.sentence.last and self.tokens[last].folded in self.words.not_plans
        # "Expenditure Programme", "Marsh Strategy Framework Directive"; a small noun behind a name is another's
        end = last
        while end < self.sentence.last and self.tokens[end].is_capitalised and end - last < _MAX_OPENING:
            end += 1
        named = (*self.tokens[max(self.sentence.first, i - 1) : i], *self.tokens[last:end])
        return any(t.folded in self.words.not_plans for t in named)

    def _is_portfolio(self, i: int) -> bool:
        """Whether the noun at `i` is a minister's field ("ministre de la Relance et de la Politique scientifique")."""
        k, low = i, max(self.sentence.first, i - _PORTFOLIO)
        if not between(self.portfolios, low, i):
            return False
        before = self.tokens[i - 2] if i - 2 > self.sentence.first else None
        if before and before.pos in ("NOUN", "ADJ", "PROPN") and self.tokens[i - 1].folded in self.words.articles:
            return False  # "a reçu du ministre de la Relance le Plan …"
        while k > low:
            k -= 1
            if self.words.portfolios.at(self.tokens, k, i):
                return True
            token = self.tokens[k]
            is_part = token.is_capitalised or token.pos in ("ADP", "DET", "ADJ") or token.text == ","
            if token.pos in ("VERB", "AUX") or (
                not is_part and token.folded not in self.words.joiners and i - k > _PORTFOLIO_OPENER
            ):
                return False
        return False

    def _is_organisation(self, first: int, last: int, end: int, head: Head, mention: Mention) -> bool:
        """Whether a plan's noun is part of a body's name ("Water Policy Institute", "World Health Programme")."""
        if self._is_of_body(first, last, head):
            return True
        if head.kind != "programme" or head.is_weak or mention.years != (None, None):
            return False
        return not self.words.intergovernmental.isdisjoint(self.doc.words[first:end])

    def _is_of_body(self, first: int, last: int, head: Head) -> bool:
        """Whether a capitalised institute, agency or the like has the plan's noun in its name."""
        if self.words.modifiers_before:
            k = last
            while k < self.sentence.last and self.tokens[k].is_capitalised and k - last < _MAX_OPENING:
                if self.tokens[k].folded in self.words.bodies:
                    return True
                k += 1
            return False
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.articles_and_links:
            k -= 1
        if k < self.sentence.first or k == first - 1:
            return False
        before = self.tokens[k]
        return head.is_weak and before.is_capitalised and before.folded in self.words.bodies


def _is_figure(text: str) -> bool:
    """Whether a token is a whole number, be it with signs between thousands."""
    return text.isdigit() or (text[0].isdigit() and text.replace(",", "").isdigit())


def _is_nominal(token: Token) -> bool:
    """Whether a word may stand in a noun phrase, participles among them."""
    return token.pos in ("NOUN", "ADJ", "PROPN") or (token.pos == "VERB" and token.verb == "Part")
