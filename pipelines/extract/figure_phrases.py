"""Noun phrases, verbs and subjects around figures, over tags that a tagger may have got wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipelines.extract.figure_lexicon import Found, Measure, Phrases, figure_lexicon
from pipelines.extract.figure_tokens import retagged
from pipelines.extract.text import words

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.quantities import Quantity
    from pipelines.extract.records import Pillar, Plan

_MAX_PHRASE = 12
_MAX_SUBJECT = 12
# Tokens of a noun phrase that a relative clause behind a comma is told of as a whole.
_MAX_ANTECEDENT = 7
# A subject that is told beside a verb or a noun is no longer than this, in words that count.
_MAX_SHORT = 5
_OPENERS = frozenset({"DET", "ADP", "CCONJ", "PRON", "PUNCT", "ADV"})
NOMINAL = frozenset({"NOUN", "PROPN", "X"})
QUOTES = frozenset("«»“”\"‘’'")
HYPHENS = frozenset("-‐‑")
CLAUSE_ENDS = frozenset(";:.!?")
_CLOSING_QUOTES = frozenset("»”")
_NO_QUOTES = str.maketrans(dict.fromkeys('«»“”"', " "))


class PhraseReader:
    """Reads the phrases of an article; `found` holds the figures read so far."""

    def __init__(
        self,
        doc: Document,
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        plans: Sequence[Plan],
        pillars: Sequence[Pillar],
    ) -> None:
        self.doc, self.text = doc, doc.text
        self.words = figure_lexicon(doc.language)
        self.quantities = list(quantities)
        self.plans, self.pillars = plans, pillars
        self.found: list[Found] = []
        self.quantity_at = {min(q.first, doc.token_at(q.begin)): q for q in quantities}
        indexes = dict.fromkeys(doc.sentence_index(q.span.start) for q in quantities)
        starts = {*self.quantity_at, *(q.first for q in quantities)}
        self.tokens = retagged(doc, [doc.sentences[i] for i in indexes], starts, self.words)
        self.in_quantity = {i for q in quantities for i in range(q.first, q.last)}
        named = [s for p in plans for s in p.spans]
        self.in_plan = {i for s in named for i in range(doc.token_at(s.start), doc.token_at(s.end - 1) + 1)}
        self.in_date = {i for d in dates for i in range(doc.token_at(d.span.start), doc.token_at(d.span.end - 1) + 1)}

    def _slice(self, first: int, last: int) -> str:
        text = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        return " ".join(text.translate(_NO_QUOTES).split())

    def _phrase_at(self, i: int, limit: int, phrases: Phrases) -> int:
        """Length of the longest of `phrases` that starts at token `i`, 0 for none."""
        return phrases.length_at(self.tokens, i, limit)

    def _phrase_before(self, i: int, floor: int, phrases: Phrases) -> int:
        """Length of the longest of `phrases` that ends before token `i`, 0 for none."""
        return phrases.length_before(self.tokens, i, floor)

    def _begin_token(self, quantity: Quantity) -> int:
        """First token of the quantity with its qualifier."""
        if quantity.begin == quantity.span.start:
            return quantity.first
        return min(quantity.first, self.doc.token_at(quantity.begin))

    def _phrase_end(self, i: int, limit: int) -> int:
        """Where the noun phrase that starts at token `i` ends; `i` itself where none starts there."""
        tokens, linkers = self.tokens, self.words.linkers
        j, last_content, complements = i, i, 0
        has_noun = allows_preposition = False
        limit = min(limit, i + _MAX_PHRASE)
        while j < limit:
            token = tokens[j]
            is_each = has_noun and token.folded in self.words.every  # "20 000 emplois chaque année"
            if is_each or j in self.in_date or (j in self.in_quantity and token.pos != "ADJ"):
                break
            if token.pos in NOMINAL:
                has_noun, last_content = True, j + 1
            elif token.pos == "ADJ" or (token.pos == "VERB" and token.verb == "Ger" and not has_noun):
                last_content = j + 1
            elif token.verb == "Part" and token.pos == "VERB" and (has_noun or self._is_noun_soon(j + 1, limit)):
                allows_preposition, last_content = has_noun, j + 1
            elif token.folded in linkers and has_noun and complements < 2 and self._completes(i, j + 1, limit):
                complements += 1
                j += self._determiners(j + 1, limit)
            elif token.pos == "ADP" and allows_preposition and self._completes(i, j + 1, limit):
                allows_preposition = False
                j += self._determiners(j + 1, limit)
            elif self._is_short_name(j, limit):
                j += 2  # "artificial intelligence (AI) practitioners"
            elif not self._goes_on(j, limit, has_noun):
                break
            j += 1
        return last_content if has_noun or last_content > i else i

    def _goes_on(self, j: int, limit: int, has_noun: bool) -> bool:
        """Whether a phrase goes on behind the sign, the conjunction, the number or the preposition at token `j`."""
        token = self.tokens[j]
        if has_noun and token.pos == "NUM" and j + 1 < limit and self.tokens[j + 1].pos == "NOUN":
            return True  # "Grade 8 students"
        if has_noun and token.folded in self.words.tight_links and self._is_tied_noun(j + 1, limit):
            return True  # "besoins en eau"
        return self._is_glue(token) or (token.pos == "CCONJ" and self._joins(j, limit, has_noun))

    def _is_tied_noun(self, j: int, limit: int) -> bool:
        """Whether a noun without an article stands at token `j`, which is no time nor an empty word."""
        if j >= limit or self.tokens[j].pos != "NOUN" or j in self.in_date or j in self.in_quantity:
            return False
        folded = self.tokens[j].folded
        return folded not in self.words.empty_nouns and folded not in self.words.untied

    @staticmethod
    def _is_glue(token: Token) -> bool:
        return token.text in QUOTES or token.folded == "'s" or (token.text == "-" and not token.space)

    def _is_short_name(self, j: int, limit: int) -> bool:
        """Whether an acronym in brackets stands at token `j`, inside a compound."""
        tokens = self.tokens
        if j + 3 >= limit or tokens[j].text != "(" or tokens[j + 2].text != ")":
            return False
        return tokens[j + 1].text.isupper() and tokens[j + 3].pos == "NOUN"

    def _is_noun_soon(self, j: int, limit: int) -> bool:
        return j < limit and self.tokens[j].pos in ("NOUN", "ADJ")

    def _opens_complement(self, j: int, limit: int) -> bool:
        if j in self.quantity_at:
            return False  # "priced at no more than $30,000"
        j += self._determiners(j, limit)
        return j < limit and self.tokens[j].pos in ("NOUN", "PROPN", "ADJ", "X") and j not in self.in_quantity

    def _completes(self, first: int, j: int, limit: int) -> bool:
        """Whether a complement at token `j` is of the phrase at token `first`: no plan of those that a number counts.

        As in "5 000 bourses annoncées par le Plan", "90 mesures du Plan".
        """
        if not self._opens_complement(j, limit):
            return False
        opens_plan = j + self._determiners(j, limit) in self.in_plan and j - 2 not in self.in_plan
        return not opens_plan or first - 1 not in self.in_quantity

    def _determiners(self, j: int, limit: int) -> int:
        k = j
        while k < limit and (
            self.tokens[k].pos == "DET"
            or self.tokens[k].text in QUOTES
            or self.tokens[k].folded in self.words.possessives
        ):
            k += 1
        return k - j

    def _joins(self, j: int, limit: int, has_noun: bool) -> bool:
        """Whether a conjunction goes on with the phrase: two adjectives, or two complements."""
        if j + 1 >= limit or j + 1 in self.in_quantity:
            return False
        before, after = self.tokens[j - 1], self.tokens[j + 1]
        if before.pos == "ADJ" and after.pos == "ADJ":
            return True
        if before.pos == "ADJ" and not has_noun and self.words.head_is_last and j + 2 < limit:
            return after.pos == "NOUN" and self.tokens[j + 2].pos == "NOUN"  # "solar and wind capacity"
        return has_noun and after.folded in self.words.linkers and self._opens_complement(j + 2, limit)

    def _phrase_start(self, end: int, floor: int, *, is_subject: bool) -> int:
        """Where the noun phrase that ends before token `end` starts; `end` where none ends there."""
        tokens = self.tokens
        j = end
        has_noun = False
        floor = max(floor, end - _MAX_SUBJECT)
        while j > floor:
            token = tokens[j - 1]
            if j - 1 in self.in_quantity:
                break
            if token.pos in NOMINAL or token.pos == "ADJ":
                has_noun = has_noun or token.pos in NOMINAL
            elif (
                (
                    token.pos == "VERB"
                    and token.verb == "Part"
                    and j - 2 >= floor
                    and tokens[j - 2].pos in ("NOUN", "ADJ")
                    and not (j < end and tokens[j].pos == "DET")
                )
                or (token.verb == "Part" and has_noun and j < end and tokens[j].pos in ("NOUN", "ADJ", "CCONJ"))
                or (token.text == "-" and not token.space and has_noun)
                or (token.pos == "DET" and not self._closes_phrase(j - 2, floor, has_noun))
                or token.pos == "NUM"
                or token.text in QUOTES
                or token.folded == "'s"
                or (
                    token.pos == "PRON"
                    and j < end
                    and tokens[j].pos in ("NOUN", "ADJ")
                    and token.folded not in self.words.relatives
                )
                or (
                    token.pos == "ADP"
                    and is_subject
                    and j < end
                    and j - 3 >= floor
                    and tokens[j - 2].pos == "CCONJ"
                    and tokens[j - 3].pos in ("NOUN", "PROPN", "ADJ")
                )
            ):
                pass
            elif (
                token.pos == "ADP"
                and j < end
                and j - 2 >= floor
                and (
                    tokens[j - 2].pos in ("NOUN", "PROPN", "ADJ", "X")
                    or (
                        is_subject
                        and tokens[j - 2].pos == "VERB"
                        and tokens[j - 2].verb == "Part"
                        and j - 3 >= floor
                        and tokens[j - 3].pos == "NOUN"
                    )
                )
            ):
                if not is_subject and token.folded not in self.words.linkers and not self._is_tight(j):
                    break
            elif (
                token.pos == "CCONJ"
                and is_subject
                and has_noun
                and j - 2 >= floor
                and (tokens[j - 2].pos in ("NOUN", "PROPN", "ADJ") or tokens[j - 2].verb == tokens[j].verb == "Part")
            ):
                if (
                    tokens[j].verb != "Part"
                    and tokens[j].pos not in NOMINAL
                    and not (tokens[j].pos in ("ADJ", "DET") and j + 1 < end and tokens[j + 1].pos in NOMINAL)
                    and tokens[j].folded not in self.words.linkers
                    and tokens[j].pos != "ADP"
                ):
                    break
            else:
                step = self._comma_of_names(j, floor, end) if is_subject else 0
                if not step:
                    break
                j -= step - 1
            j -= 1
        return self._behind_openers(j, end) if has_noun else end

    def _behind_openers(self, j: int, end: int) -> int:
        """The token behind what opens a phrase without being a part of it: articles, prepositions, signs."""
        while j < end and (self.tokens[j].pos in _OPENERS or self.tokens[j].text in QUOTES):
            j += 1
        return j

    def _comma_of_names(self, j: int, floor: int, end: int) -> int:
        """How many tokens the comma (and conjunction) before token `j` takes in a list of names, 0 for none.

        As in "the GDP of Egypt, the Sudan, and Libya".
        """
        tokens = self.tokens
        step = 1 + (tokens[j - 1].pos == "CCONJ")
        comma = j - step
        if comma <= floor or tokens[comma].text != "," or tokens[comma - 1].pos != "PROPN" or j >= end:
            return 0
        is_list = step > 1 or any(t.pos == "CCONJ" for t in tokens[j:end])
        is_name = tokens[j].pos == "PROPN" or (tokens[j].pos == "DET" and tokens[j + 1].pos == "PROPN")
        return step if is_list and is_name else 0

    def _closes_phrase(self, j: int, floor: int, has_noun: bool) -> bool:
        """Whether a noun right before an article is of another phrase: "within four years | the figure"."""
        if not has_noun or j < floor or self.tokens[j].pos != "NOUN" or self.tokens[j + 1].text[-1] in "'’":
            return False
        return self.tokens[j + 1].folded not in self.words.linkers and self.tokens[j + 1].folded != "'s"

    def _is_tight(self, j: int) -> bool:
        """Whether a preposition before token `j` makes a compound ("recettes à l'export"): no article behind it."""
        return self.tokens[j].pos != "DET" or self.tokens[j].text[-1] in "'’"

    def _head(self, first: int, last: int) -> str:
        """The head noun: the last before a complement in a compound language, else the first."""
        nouns = []
        for t in self.tokens[first:last]:
            if t.pos == "ADP" or t.folded in self.words.linkers:
                break
            if t.pos in NOMINAL:
                nouns.append(t.folded)
        if not nouns:
            return ""
        return nouns[-1] if self.words.head_is_last else nouns[0]

    def _beyond(self, i: int, limit: int) -> int:
        """The token behind rates, dates, spans of time and adverbs that stand between an amount and what follows."""
        while i < limit:
            token = self.tokens[i]
            length = self._phrase_at(i, limit, self.words.rate_phrases)
            length = length or self._phrase_at(i, limit, self.words.manner_phrases)
            if length:
                i += length
            elif i in self.in_date or token.pos == "ADV" or self._opens_time(i, limit):
                i += 1
            elif self._is_time(i):
                i += 2
            else:
                break
        return i

    def _behind_adverbs(self, i: int, limit: int) -> int:
        while i < limit and self.tokens[i].pos == "ADV":
            i += 1
        return i

    def _behind_date(self, i: int, limit: int) -> int:
        """The token behind a date that starts at token `i`, with what opens it ("d'ici 2031")."""
        if self.in_date.isdisjoint(range(i, min(limit, i + 3))) or self.tokens[i].pos in ("DET", "PUNCT"):
            return i
        j = next(j for j in range(i, i + 3) if j in self.in_date)
        while j < limit and j in self.in_date:
            j += 1
        return j

    def _opens_time(self, i: int, limit: int) -> bool:
        return self.tokens[i].pos in ("ADP", "CCONJ", "DET") and i + 1 < limit and self._is_time(i + 1)

    def _is_time(self, i: int) -> bool:
        """Whether a date or a span of time ("three years") starts at token `i`."""
        if i in self.in_date:
            return True
        is_number = self.tokens[i].pos == "NUM" and i + 1 < len(self.tokens)
        return is_number and self.tokens[i + 1].folded in self.words.empty_nouns

    def _behind_bracket(self, quantity: Quantity, limit: int) -> int:
        """The token behind the number and the quote that it ends, or behind what repeats it in another currency."""
        i = quantity.last
        i += i < limit and self.tokens[i].text in _CLOSING_QUOTES
        if i < limit and self.tokens[i].text == "(":
            for j in range(i + 1, min(i + 9, limit)):
                if self.tokens[j].text == ")":
                    return j + 1
        if quantity.is_conversion and i < limit and self.tokens[i].text in "),":
            return i + 1
        return self._behind_converted(i, limit)

    def _behind_converted(self, i: int, limit: int) -> int:
        """The token behind an aside that repeats an amount: "15 millions de dinars, soit 5 millions d'euros, pour"."""
        if i + 2 >= limit or self.tokens[i].text != ",":
            return i
        again = next((q for j in range(i + 1, min(i + 4, limit)) if (q := self.quantity_at.get(j)) is not None), None)
        if again is None or again.kind != "money" or again.last >= limit:
            return i
        if not self._phrase_at(i, limit, self.words.result_phrases) and not self._phrase_at(
            i + 1, limit, self.words.apposition_phrases
        ):
            return i
        return again.last + 1 if self.tokens[again.last].text == "," else i

    def _verb_before(self, i: int, floor: int) -> int | None:
        """The nearest verb form before token `i` in its clause that may have a subject: finite, infinitive, gerund."""
        for j in range(i - 1, max(floor, i - 14) - 1, -1):
            token = self.tokens[j]
            if token.text in CLAUSE_ENDS:
                return None
            if token.folded in self.words.complementizers and self._opens_speech(j, i):
                return None
            if token.pos in ("VERB", "AUX") and token.verb in ("Fin", "Inf", "Ger"):
                return j
        return None

    def _opens_speech(self, j: int, i: int) -> bool:
        """Whether "that" at token `j` opens what is said, and the number at token `i` with it ("conceded that")."""
        if j + 1 >= i or j == 0:
            return False
        if all(t.pos == "ADP" for t in self.tokens[j + 1 : i]):
            return False  # "n'étaient remplis qu'à 35 %"
        return self.tokens[j - 1].pos in ("VERB", "ADP", "ADV") and self.tokens[j - 1].folded not in self.words.fillers

    def _finite_of_part(self, i: int, floor: int) -> int | None:
        """The auxiliary of a compound tense before token `i`."""
        finite = (j for j in range(i - 1, max(floor, i - 14) - 1, -1) if self.tokens[j].verb == "Fin")
        return next(finite, None)

    def _subject(self, verb: int, floor: int) -> str:
        """The noun phrase that a verb's subject is; "" for pronouns and where none is seen."""
        span = self._subject_span(verb, floor)
        return self._slice(*span) if span else ""

    def _main_verb(self, verb: int, floor: int) -> int:
        """The verb that an infinitive of purpose shares its subject with: "a bondi de 9 % en un an pour atteindre"."""
        tokens = self.tokens
        modal = self._finite_of_part(verb, max(floor, verb - 6)) if tokens[verb].verb == "Inf" else None
        if modal is not None and verb - modal > 2 and tokens[modal + 1].pos == "ADP":
            between = tokens[modal + 1 : verb]
            if all(t.pos in ("ADP", "DET", "NOUN", "ADV") for t in between) and tokens[verb - 1].pos == "NOUN":
                return modal  # "devraient à cette date dépasser"
        if tokens[verb].verb != "Inf" or not self._phrase_before(verb, floor, self.words.purpose_phrases):
            return verb
        before = verb - 2
        if before <= floor:
            return verb
        is_time = before in self.in_date or tokens[before].folded in self.words.empty_nouns
        is_aside = tokens[verb - 1].pos == "ADP" or is_time
        return (self._finite_of_part(verb - 1, floor) or verb) if is_aside else verb

    def _skip_relative(self, j: int, floor: int) -> int:
        """Step back over ", à laquelle", ", which"."""
        tokens = self.tokens
        if j <= floor or tokens[j - 1].folded not in self.words.relatives:
            return j
        j -= 1
        if j - 1 > floor and tokens[j - 1].pos == "ADP" and tokens[j - 2].text == ",":
            j -= 1
        return j - (j > floor and tokens[j - 1].text == ",")

    def _subject_span(self, verb: int, floor: int) -> tuple[int, int] | None:
        tokens, lexicon = self.tokens, self.words
        j = self._main_verb(verb, floor)
        for _ in range(4):
            j = self._skip_relative(self._skip_verbal(j, floor), floor)
            is_gerund = tokens[verb].verb == "Ger"
            j = self._before_size(self._skip_asides(j, floor, is_gerund=is_gerund), floor)
            start = self._phrase_start(j, floor, is_subject=not (is_gerund and j == verb))
            if start == j and j - 1 in self.in_date:
                j = self._before_years(j, floor)
                start = self._phrase_start(j, floor, is_subject=True)
            is_relative = j < verb and tokens[j].text == "," and tokens[j + 1].folded in lexicon.relatives
            is_relative = is_relative or (is_gerund and j < verb and tokens[j].text == ",")
            if is_relative and j - start > _MAX_ANTECEDENT:
                start = min(j - 1, max(start, self._phrase_start(j, floor, is_subject=False)))
            if is_gerund and start < j and self._head(start, j) in lexicon.empty_nouns:
                j = self._before_link(start, floor)  # "ont triplé en cinq ans, passant de"
                continue
            if start < j:
                return self._before_purpose(start, floor), j
            if j > floor and tokens[j - 1].folded in lexicon.pronouns:
                return None
            # A second verb of the same subject: "elle touche ... et emploie".
            earlier = self._verb_before(j, floor)
            if earlier is None:
                return None
            j = earlier
        return None

    def _before_purpose(self, start: int, floor: int) -> int:
        """Where a subject starts that an infinitive goes on with: "the funding needed to reach the targets is"."""
        tokens, mark = self.tokens, start - 1
        while mark > floor and tokens[mark].pos == "DET":
            mark -= 1
        mark -= 1
        if mark - 1 <= floor or tokens[mark + 1].verb != "Inf":
            return start
        if tokens[mark].folded not in self.words.infinitive_marks:
            return start
        first = self._phrase_start(mark, floor, is_subject=True)
        is_noun = tokens[mark - 1].pos == "NOUN" or (tokens[mark - 1].verb == "Part" and tokens[mark - 2].pos == "NOUN")
        return first if is_noun and first < mark else start

    def _skip_asides(self, j: int, floor: int, *, is_gerund: bool) -> int:
        """Step back over what stands between a subject and its verb: "the agency (UKA), for its part, will"."""
        if is_gerund and j > floor and self.tokens[j - 1].text == ",":
            j -= 1
            return self._skip_apposition(j, floor) if j > floor and self.tokens[j - 1].text == ")" else j
        for _ in range(2):
            if j > floor and self.tokens[j - 1].text in ",)":
                j = self._skip_apposition(j, floor)
        return j

    def _before_link(self, j: int, floor: int) -> int:
        """Step back over the preposition, the article or the number before a noun."""
        while j > floor and self.tokens[j - 1].pos in ("ADP", "DET", "NUM"):
            j -= 1
        return j

    def _skip_verbal(self, j: int, floor: int) -> int:
        """Step back over auxiliaries, negations, adverbs and infinitive marks."""
        tokens, lexicon = self.tokens, self.words
        while j > floor:
            token = tokens[j - 1]
            if token.pos == "SCONJ" and j - 2 >= floor and tokens[j - 2].pos == "ADV":
                break  # "alors qu'elle n'abrite que"
            is_mark = token.folded in lexicon.infinitive_marks and tokens[j].verb == "Inf"
            if (
                token.pos in ("AUX", "ADV", "PART")
                or token.folded in lexicon.fillers
                or is_mark
                or self._is_object_clitic(j - 1, floor)
                or (token.verb in ("Fin", "Part") and token.pos == "VERB")
            ):
                if token.verb == "Part" and not (j - 2 >= floor and tokens[j - 2].pos in ("AUX", "ADV")):
                    break
                j -= 1
                continue
            break
        return j

    def _is_object_clitic(self, i: int, floor: int) -> bool:
        """As in "la taxe nous coûtera": a pronoun between a noun and its verb."""
        token = self.tokens[i]
        if token.pos not in ("PRON", "DET") or token.folded not in self.words.object_clitics or i <= floor:
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        return after.pos in ("VERB", "AUX") and (before.pos in NOMINAL or before.pos == "ADJ" or before.text in ",)")

    def _before_size(self, j: int, floor: int) -> int:
        """Step back over the size of a subject: "Le sac de 42,5 kilos est passé"."""
        k = j
        while k > floor and k - 1 in self.in_quantity:
            k -= 1
        dated = j
        while dated > floor and dated - 1 in self.in_date:
            dated -= 1
        if (
            dated < j
            and dated - 2 > floor
            and self.tokens[dated - 1].pos == "ADP"
            and self.tokens[dated - 2].pos in NOMINAL
        ):
            return dated - 1  # "les intérêts dus pour 2021-2027 grimperont"
        is_size = k < j and k - 2 > floor and self.tokens[k - 1].folded in self.words.linkers
        return k - 1 if is_size and self.tokens[k - 2].pos in NOMINAL else j

    def _before_years(self, j: int, floor: int) -> int:
        """Step back over the years of a name: "Le budget du Plan de santé 2022-2026"."""
        k = j
        while k > floor and k - 1 in self.in_date:
            k -= 1
        is_named = k > floor and (self.tokens[k - 1].pos in NOMINAL or self.tokens[k - 1].pos == "ADJ")
        return k if is_named else j

    def _is_relative_object(self, begin: int, floor: int) -> bool:
        """As in "a government that promised 30,000 homes has": what follows isn't told of the number."""
        verb = begin - 1
        if verb - 1 <= floor or self.tokens[verb].verb != "Fin":
            return False
        return self.tokens[verb - 1].folded in self.words.relatives

    def _skip_apposition(self, j: int, floor: int) -> int:
        """Step back over ", apposition," to the noun before it."""
        is_bracket = self.tokens[j - 1].text == ")"
        depth = int(is_bracket)
        for k in range(j - 2, max(floor, j - 24) - 1, -1):
            sign = self.tokens[k].text
            depth += (sign == ")") - (sign == "(")
            if depth <= 0 and sign == ("(" if is_bracket else ","):
                return k
        return j - 1

    def _verb_of(self, quantity: Quantity, floor: int) -> int | None:
        """The verb that governs a quantity: one inside its qualifier ("ne dépasse pas 41 %"), else the one before."""
        begin = self._begin_token(quantity)
        inside = (j for j in range(quantity.first - 1, begin - 1, -1) if self.tokens[j].verb in ("Fin", "Inf"))
        verb = next(inside, None)
        return verb if verb is not None else self._verb_before(begin, floor)

    def _short_subject(self, verb: int, floor: int) -> str:
        """The subject of a verb, without what follows its first complement where it is long."""
        span = self._subject_span(verb, floor)
        if span is None:
            return ""
        text = self._slice(*span)
        if len(words(text)) <= _MAX_SHORT:
            return text
        links = [j for j in range(*span) if self.tokens[j].pos == "ADP" or self.tokens[j].folded in self.words.linkers]
        text = self._slice(span[0], links[1]) if len(links) > 1 and links[1] > span[0] else ""
        return text if len(words(text)) <= _MAX_SHORT else ""

    def _with_antecedent(self, span: tuple[int, int], floor: int) -> str:
        """As in "la ligne nouvelle, dont le coût atteint": a bare cost with whose it is."""
        text, i = self._slice(*span), span[0] - 1
        noun = self.tokens[span[0]].folded
        if span[1] - span[0] > 1:
            return text
        while i > floor and self.tokens[i].pos == "DET":
            i -= 1
        is_whose = self.tokens[i].folded in self.words.whose
        is_owned = is_whose or (noun in self.words.possessed and self.tokens[i].folded in self.words.relatives)
        if i <= floor or not is_owned:
            return text
        end = i - (self.tokens[i - 1].text == ",")
        start = self._phrase_start(end, floor, is_subject=False)
        if is_whose and start < end and noun in self.words.number_of:
            return self._slice(start, end)  # "les sites, dont le nombre grimpera"
        return (
            f"{text}, {self._slice(start, end)}" if start < end and len(words(self._slice(start, end))) <= 5 else text
        )

    def _participle_behind(self, i: int, sentence: Sentence, *, with_object: bool = False) -> str:
        """The participle of a passive or perfect that follows directly: "seront mobilisés", "to be digitised"."""
        tokens = self.tokens
        j, has_auxiliary = i, False
        while j < min(sentence.last, i + 6):
            token = tokens[j]
            if token.pos == "AUX" or token.folded in self.words.perfect_auxiliaries:
                has_auxiliary = True
            elif (
                token.pos in ("PART", "ADV")
                or token.folded in self.words.fillers
                or self._phrase_at(j, sentence.last, self.words.rate_phrases)
            ):
                j += max(0, self._phrase_at(j, sentence.last, self.words.rate_phrases) - 1)
            else:
                break
            j += 1
        if j >= sentence.last or tokens[j].verb != "Part" or not has_auxiliary:
            return ""
        end = j + 1
        if with_object and end < sentence.last and tokens[end].pos == "ADP":
            k = end + 1 + self._determiners(end + 1, sentence.last)
            end = max(end, self._phrase_end(k, sentence.last)) if self._phrase_end(k, sentence.last) > k else end
        return self._slice(j, end)

    def _participle_between(self, begin: int, floor: int, verb: int | None) -> int | None:
        """The participle of a compound tense between the auxiliary and the number ("a identifié environ")."""
        stop = floor if verb is None else verb
        for j in range(begin - 1, max(stop, begin - 8), -1):
            if self.tokens[j].verb in ("Part", "Ger"):
                return j
        return None

    @staticmethod
    def _is_stem(word: str, stems: Iterable[str]) -> bool:
        return word.startswith(tuple(stems)) and any(
            word.startswith(s) if len(s) > 3 else word == s or (word.startswith(s) and len(word) < len(s) + 5)
            for s in stems
        )

    def _per_end(self, i: int, limit: int) -> int:
        """Where "per gross tonne", "par élève" ends that starts at token `i`; `i` itself for none."""
        if i + 1 >= limit:
            return i
        if self.tokens[i].pos == "DET" and self.tokens[i + 1].folded in self.words.unit_nouns:
            return i + 2
        if self.tokens[i].folded not in self.words.per:
            return i
        if self.tokens[i + 1].folded in self.words.not_rates or self.tokens[i + 1].pos not in ("NOUN", "ADJ"):
            return i
        end = i + 2
        while end < min(limit, i + 5) and self.tokens[end - 1].pos == "ADJ" and self.tokens[end].pos == "NOUN":
            end += 1
        return end

    def rate(self, quantity: Quantity, measure: Measure | None, sentence: Sentence) -> str:
        """As in "chaque année", "a year" behind the quantity or its phrase."""
        start = max(quantity.last, measure.end if measure else 0)
        for i in dict.fromkeys((quantity.last, start, start + 1)):
            if i in self.in_date:
                continue  # "l'an dernier"
            if i < sentence.last and (length := self._phrase_at(i, sentence.last, self.words.rate_phrases)):
                return self._slice(i, i + length)
        for i in dict.fromkeys((quantity.last, start)):
            if (end := self._per_end(i, sentence.last)) > i:
                return self._slice(i, end)
        return ""
