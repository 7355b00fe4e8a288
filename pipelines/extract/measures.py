"""What a quantity measures, read from the noun phrases and verbs around it.

In this order of trust: the phrase that the number counts ("14.000 nouveaux postes"), the noun that it is the amount
of ("un budget de 5 milliards"), the subject of its verb ("arrivals should hit 26 million"), or what the figure
before it measured ("up from 14,000 in 2022").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipelines.extract.figure_lexicon import Found, Measure, Phrases, figure_lexicon
from pipelines.extract.figure_tokens import retagged
from pipelines.extract.text import fold, words
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.quantities import Quantity
    from pipelines.extract.records import Pillar

_MAX_PHRASE = 12
_MAX_SUBJECT = 12
_NOMINAL = frozenset({"NOUN", "PROPN", "X"})
_QUOTES = frozenset("«»“”\"‘’'")
_CLAUSE_ENDS = frozenset(";:.!?")


class MeasureReader:
    """Reads measures one after the other; `found` holds the figures read so far."""

    def __init__(
        self, doc: Document, quantities: Sequence[Quantity], dates: Sequence[DateMention], pillars: Sequence[Pillar]
    ) -> None:
        self.doc, self.text = doc, doc.text
        self.words = figure_lexicon(doc.language)
        self.quantities = list(quantities)
        self.pillars = pillars
        self.found: list[Found] = []
        self.quantity_at = {min(q.first, doc.token_at(q.begin)): q for q in quantities}
        indexes = dict.fromkeys(doc.sentence_index(q.span.start) for q in quantities)
        self.tokens = retagged(doc, [doc.sentences[i] for i in indexes], set(self.quantity_at), self.words)
        self.in_quantity = {i for q in quantities for i in range(q.first, q.last)}
        self.in_date = {i for d in dates for i in range(doc.token_at(d.span.start), doc.token_at(d.span.end - 1) + 1)}

    # ------------------------------------------------------------ small readings

    def _slice(self, first: int, last: int) -> str:
        text = self.text[self.tokens[first].start : self.tokens[last - 1].end]
        return " ".join("".join(" " if c in '«»“”"\n' else c for c in text).split())

    def _phrase_at(self, i: int, limit: int, phrases: Phrases) -> int:
        """Length of the longest of `phrases` that starts at token `i`, 0 for none."""
        return phrases.length_at(self.tokens, i, limit)

    def _phrase_before(self, i: int, floor: int, phrases: Phrases) -> int:
        """Length of the longest of `phrases` that ends before token `i`, 0 for none."""
        return phrases.length_before(self.tokens, i, floor)

    def _begin_token(self, quantity: Quantity) -> int:
        """First token of the quantity with its qualifier."""
        return min(quantity.first, self.doc.token_at(quantity.begin))

    # ------------------------------------------------------------ noun phrases

    def _phrase_end(self, i: int, limit: int) -> int:
        """Where the noun phrase that starts at token `i` ends; `i` itself where none starts there."""
        tokens, linkers = self.tokens, self.words.linkers
        j, last_content, complements = i, i, 0
        has_noun = allows_preposition = False
        limit = min(limit, i + _MAX_PHRASE)
        while j < limit:
            token = tokens[j]
            if j in self.in_date or (j in self.in_quantity and token.pos != "ADJ"):
                break
            if token.pos in _NOMINAL:
                has_noun, last_content = True, j + 1
            elif token.pos == "ADJ" or (token.pos == "VERB" and token.verb == "Ger" and not has_noun):
                last_content = j + 1
            elif token.verb == "Part" and token.pos == "VERB" and (has_noun or self._is_noun_soon(j + 1, limit)):
                allows_preposition, last_content = has_noun, j + 1
            elif token.folded in linkers and has_noun and complements < 2 and self._opens_complement(j + 1, limit):
                complements += 1
                j += self._determiners(j + 1, limit)
            elif token.pos == "ADP" and allows_preposition and self._opens_complement(j + 1, limit):
                allows_preposition = False
                j += self._determiners(j + 1, limit)
            elif not self._is_glue(token) and not (token.pos == "CCONJ" and self._joins(j, limit, has_noun)):
                break
            j += 1
        return last_content if has_noun or last_content > i else i

    @staticmethod
    def _is_glue(token: Token) -> bool:
        return token.text in _QUOTES or token.folded == "'s" or (token.text == "-" and not token.space)

    def _is_noun_soon(self, j: int, limit: int) -> bool:
        return j < limit and self.tokens[j].pos in ("NOUN", "ADJ")

    def _opens_complement(self, j: int, limit: int) -> bool:
        j += self._determiners(j, limit)
        return j < limit and self.tokens[j].pos in ("NOUN", "PROPN", "ADJ", "X") and j not in self.in_quantity

    def _determiners(self, j: int, limit: int) -> int:
        k = j
        while k < limit and (self.tokens[k].pos == "DET" or self.tokens[k].text in _QUOTES):
            k += 1
        return k - j

    def _joins(self, j: int, limit: int, has_noun: bool) -> bool:
        """Whether a conjunction goes on with the phrase: two adjectives, or two complements."""
        if j + 1 >= limit or j + 1 in self.in_quantity:
            return False
        before, after = self.tokens[j - 1], self.tokens[j + 1]
        if before.pos == "ADJ" and after.pos == "ADJ":
            return True
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
            if token.pos in _NOMINAL or token.pos == "ADJ":
                has_noun = has_noun or token.pos in _NOMINAL
            elif (
                (
                    token.pos == "VERB"
                    and token.verb == "Part"
                    and j - 2 >= floor
                    and tokens[j - 2].pos in ("NOUN", "ADJ")
                    and not (j < end and tokens[j].pos == "DET")
                )
                or (token.text == "-" and not token.space and has_noun)
                or token.pos in ("DET", "NUM")
                or token.text in _QUOTES
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
                and tokens[j - 2].pos in ("NOUN", "PROPN", "ADJ")
            ):
                if tokens[j].pos not in _NOMINAL and tokens[j].folded not in self.words.linkers:
                    break
            else:
                break
            j -= 1
        while j < end and (
            tokens[j].pos in ("DET", "ADP", "CCONJ", "PRON", "PUNCT", "ADV") or tokens[j].text in _QUOTES
        ):
            j += 1
        return j if has_noun else end

    def _is_tight(self, j: int) -> bool:
        """Whether a preposition before token `j` makes a compound ("recettes à l'export"): no article behind it."""
        return self.tokens[j].pos != "DET" or self.tokens[j].text[-1] in "'’"

    # ------------------------------------------------------------ what is measured

    def measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What a quantity measures; figures before it must be in `found` already."""
        if quantity.kind == "percent" and (unit := self._unit_phrase(quantity)) is not None:
            return unit
        borrowed = self._borrowed(quantity, sentence)
        if borrowed is not None:
            return borrowed
        if quantity.kind == "rank":
            return self._rank_measure(quantity, sentence)
        if quantity.kind == "count":
            return self._count_measure(quantity, sentence)
        if quantity.kind == "percent":
            return self._percent_measure(quantity, sentence)
        return self._amount_measure(quantity, sentence)

    def _previous(self, sentence: Sentence) -> Found | None:
        """The figure before, in the same paragraph."""
        if not self.found:
            return None
        previous = self.found[-1]
        before = self.doc.sentence_at(previous.quantity.span.start)
        return previous if before.block == sentence.block else None

    def _borrow(self, sentence: Sentence) -> Measure | None:
        previous = self._previous(sentence)
        if previous is None or previous.measure is None:
            return None
        return Measure(previous.measure.text, 1, previous.measure.head)

    def _borrow_base(self, sentence: Sentence, end: int) -> Measure | None:
        """What the figure before counted, without what those do: "1.4 million of them" up to token `end`."""
        measure = self._borrow(sentence)
        if measure is not None:
            measure.end = end
        if measure is not None and self.found[-1].measure is not None:
            measure.text = self.found[-1].measure.base or measure.text
        return measure

    def _borrow_part(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "dont 20 milliards pour le Nord": what the whole measures, with whom the part is for."""
        measure, beside = self._borrow(sentence), self._purpose_noun(quantity, sentence)
        if measure is not None and beside is not None:
            measure.text = f"{measure.text}, {beside.text}"
        return measure

    def _borrowed(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The measure of the figure before, for a conversion, an apposition or an older value of the same."""
        begin = self._begin_token(quantity)
        previous = self._previous(sentence)
        if previous is None or previous.measure is None or previous.quantity.last > begin:
            return None
        gap = begin - previous.quantity.last
        is_same_sentence = previous.quantity.first >= sentence.first
        if quantity.is_conversion and gap <= 3 and previous.quantity.kind == "money":
            return self._borrow(sentence)
        if not is_same_sentence:
            return None
        if self._is_result(quantity, previous.quantity) and (
            quantity.kind != "count" or self._own_phrase(quantity, sentence) is None
        ):
            return self._borrow(sentence)
        if quantity.kind in ("money", "percent", "rank") or quantity.is_weak:
            length = self._phrase_before(begin, sentence.first, self.words.apposition_phrases)
            if length and (self.tokens[begin - length - 1].text in ",(" or gap <= length + 1):
                own = self._own_phrase(quantity, sentence)
                is_free = quantity.last >= sentence.last or self.tokens[quantity.last].verb != "Part"
                if is_free and (own is None or own.head in self.words.comparison_heads or quantity.kind == "money"):
                    return self._borrow_part(quantity, sentence)
        if (
            self._phrase_before(begin, sentence.first, self.words.comparison_phrases)
            and quantity.kind == previous.quantity.kind
            and quantity.change == ""
        ):
            own = self._own_phrase(quantity, sentence)
            if own is None:
                return self._borrow(sentence)
        return None

    def _is_result(self, quantity: Quantity, previous: Quantity) -> bool:
        """As in "rose 9% to €1.1bn", "un bond de 43 %, à 683 MW": where a change leads."""
        if quantity.change or previous.change:
            return False
        begin = self._begin_token(quantity)
        length = self._phrase_before(begin, previous.last, self.words.result_phrases)
        if not length or (previous.kind != "percent" and previous.unit != quantity.unit):
            return False
        return self._beyond(previous.last, begin) >= begin - length

    def _beyond(self, i: int, limit: int) -> int:
        """The token behind rates, dates, spans of time and adverbs that stand between an amount and what follows."""
        while i < limit:
            token = self.tokens[i]
            if length := self._phrase_at(i, limit, self.words.rate_phrases):
                i += length
            elif i in self.in_date or token.pos == "ADV" or self._opens_time(i, limit):
                i += 1
            elif self._is_time(i):
                i += 2
            else:
                break
        return i

    def _opens_time(self, i: int, limit: int) -> bool:
        return self.tokens[i].pos in ("ADP", "CCONJ", "DET") and i + 1 < limit and self._is_time(i + 1)

    def _is_time(self, i: int) -> bool:
        """Whether a date or a span of time ("three years") starts at token `i`."""
        if i in self.in_date:
            return True
        is_number = self.tokens[i].pos == "NUM" and i + 1 < len(self.tokens)
        return is_number and self.tokens[i + 1].folded in self.words.empty_nouns

    def _own_phrase(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The phrase that the number counts or is a part or an amount of: "14.000 postes", "90 % des démarches"."""
        tokens, lexicon = self.tokens, self.words
        i = self._behind_bracket(quantity, sentence.last)
        is_linked = False
        part = self._part_of(i, quantity, sentence)
        if part is not None:
            return part
        if i < sentence.last and tokens[i].folded in lexicon.linkers:
            i, is_linked = i + 1, True
        elif quantity.kind != "count" or (quantity.is_scaled and self._needs_link(quantity)):
            return None
        if is_linked and i + 1 < sentence.last and tokens[i].pos == "ADP" and tokens[i + 1].folded in lexicon.them:
            return self._borrow_base(sentence, i + 2)  # "d'entre eux"
        while (
            i < sentence.last
            and (tokens[i].pos in ("DET", "PRON") or tokens[i].text in _QUOTES or i in self.in_quantity)
            and (is_linked or tokens[i].text in _QUOTES)
        ):
            if tokens[i].pos == "PRON" and tokens[i].folded in lexicon.them:
                return self._borrow_base(sentence, i + 1)
            i += 1
        if is_linked and i < sentence.last and tokens[i].folded in lexicon.linkers:
            i += 1
        is_adverb = is_linked and i + 1 < sentence.last and tokens[i].pos == "ADV" and tokens[i + 1].pos in _NOMINAL
        end = self._phrase_end(i + is_adverb, sentence.last)
        if end == i + is_adverb or not any(
            t.pos in _NOMINAL and (is_linked or t.folded not in lexicon.lone_adjectives) for t in tokens[i:end]
        ):
            return None
        return Measure(self._slice(i, end), 3, self._head(i, end), end)

    def _part_of(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "87 out of 136 initiatives", "22 of the 37 sites": what the whole counts."""
        length = self._phrase_at(i, sentence.last, self.words.out_of_phrases)
        if not length or quantity.kind != "count":
            return None
        j = i + length  # "14 of the country's 37 factories"
        while (
            j < min(i + length + 4, sentence.last)
            and j not in self.quantity_at
            and (self.tokens[j].pos in ("DET", "PROPN", "NOUN") or self.tokens[j].folded == "'s")
        ):
            j += 1
        whole = self.quantity_at.get(j)
        if whole is None or whole.kind != "count" or (j > i + length and self.tokens[j - 1].folded != "'s"):
            return None
        return self._own_phrase(whole, sentence)

    def _needs_link(self, quantity: Quantity) -> bool:
        # "950 milliards logés": French scales take "de" before what they count, English ones don't.
        return quantity.value >= 1e6 and self.words.links_scales

    def _head(self, first: int, last: int) -> str:
        """The head noun: the last before a complement in a compound language, else the first."""
        nouns = []
        for t in self.tokens[first:last]:
            if t.pos == "ADP" or t.folded in self.words.linkers:
                break
            if t.pos in _NOMINAL:
                nouns.append(t.folded)
        if not nouns:
            return ""
        return nouns[-1] if self.words.head_is_last else nouns[0]

    def _behind_bracket(self, quantity: Quantity, limit: int) -> int:
        """The token behind the number, or behind a bracket that repeats it in another currency."""
        i = quantity.last
        if i < limit and self.tokens[i].text == "(":
            for j in range(i + 1, min(i + 9, limit)):
                if self.tokens[j].text == ")":
                    return j + 1
        if quantity.is_conversion and i < limit and self.tokens[i].text == ")":
            return i + 1
        return i

    def _count_measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        tokens, lexicon = self.tokens, self.words
        own = self._own_phrase(quantity, sentence)
        i = quantity.last
        if own is None and i < sentence.last and tokens[i].folded not in lexicon.others:
            own = self._elliptic_adjective(quantity, sentence)
        if own is not None and own.head in lexicon.others:
            own = None
        if own is None and i < sentence.last and tokens[i].folded in lexicon.others:
            return self._others(quantity, sentence)
        if own is not None and own.head in lexicon.times:
            return self._happened(quantity, sentence) or self._by_subject(quantity, sentence, with_verb=True) or own
        if own is not None and own.trust == 1:
            return self._with_participle(own, quantity, sentence)
        if own is not None:
            return self._enriched(own, quantity, sentence)
        if quantity.change == "to" and (placed := self._placed_behind(quantity, sentence)) is not None:
            return placed
        if quantity.change and (linked := self._linked_before(quantity, sentence)) is not None:
            return linked
        return (
            self._number_of(quantity, sentence)
            or self._bare_adjective(quantity, sentence)
            or self._plural_behind(quantity, sentence)
            or self._counted_in_all(quantity, sentence)
            or self._listed_before(quantity, sentence)
            or self._en_counted(quantity, sentence)
            or self._by_subject(quantity, sentence)
            or self._borrow(sentence)
        )

    def _happened(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "whose grid collapsed 12 times": a past that a tagger takes for a participle."""
        verb = self._begin_token(quantity) - 1
        if verb <= sentence.first or self.tokens[verb].verb != "Part" or self.tokens[verb - 1].pos == "AUX":
            return None
        span = self._subject_span(verb, sentence.first)
        return Measure(f"{self._slice(*span)} {self.tokens[verb].text}", 2, self._head(*span)) if span else None

    def _enriched(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """Add the participle of a passive ("postes créés"), or the part of the plan that generic nouns belong to."""
        if (
            len(words(own.text)) == 1
            and own.head in self.words.parts
            and (label := self._part_label(quantity, sentence))
        ):
            own.text = f"{own.text}, {label}"
        elif (doing := self._doing(own, sentence)) and len(words(own.text)) <= 4:
            own.base, own.text = own.text, f"{own.text} {doing}"
        verb = self._verb_before(self._begin_token(quantity), sentence.first)
        if (
            verb is not None
            and self._begin_token(quantity) - verb <= 2
            and self._is_stem(self.tokens[verb].folded, self.words.share_verbs)
        ):
            subject = self._subject(verb, sentence.first)
            if (
                subject
                and len(words(subject)) <= 4
                and len(words(own.text)) <= 3
                and fold(subject) not in self.words.pronouns
            ):
                own.text = f"{own.text}, {subject}"
        return own

    def _doing(self, own: Measure, sentence: Sentence) -> str:
        """What happens to those counted, or what they do: "postes créés", "trainees graduated"."""
        if participle := self._participle_behind(own.end, sentence):
            return participle
        i, length = own.end, len(words(own.text))
        if not i or length > 2:
            return ""
        if length == 1 and (end := self._prepositional_end(i, sentence)):  # "aspirants au métier d'enseignant seront"
            return f"{self._slice(i, end)} {self._participle_behind(end, sentence)}".strip()
        while i < sentence.last and self.tokens[i].pos == "ADV":
            i += 1
        if i >= sentence.last or self.tokens[i].pos != "VERB" or self.tokens[i].verb != "Fin":
            return ""
        if any(t.verb == "Inf" for t in self.tokens[i + 1 : min(i + 4, sentence.last)]):
            return ""  # "devraient rejoindre"
        end = i + 1
        if end < sentence.last and self.tokens[end].folded in self.words.lacks:
            end = max(end, self._phrase_end(end + 1, sentence.last))
        return self._slice(i, end)

    def _prepositional_end(self, i: int, sentence: Sentence) -> int:
        """Where a complement with a preposition ends that stands between a noun and its verb, 0 for none."""
        if i >= sentence.last or self.tokens[i].pos != "ADP":
            return 0
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, min(sentence.last, j + 5))
        return end if j < end < sentence.last and self.tokens[end].verb == "Fin" else 0

    def _part_label(self, quantity: Quantity, sentence: Sentence) -> str:
        block = self.doc.block_of(sentence)
        if block.kind != "bullet":
            return ""
        for pillar in self.pillars:
            if any(block.start <= s.start < quantity.span.start for s in pillar.spans):
                return pillar.label
        first = self.doc.token_at(block.start)
        first += self._determiners(first, sentence.last)
        end = self._phrase_end(first, self._begin_token(quantity))
        return self._slice(first, end) if end > first else ""

    def opening_noun(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Les incidents se multiplient : 34 527 ont été annoncés": the subject before the colon."""
        doing = self._participle_behind(quantity.last, sentence)
        first = sentence.first + self._determiners(sentence.first, quantity.first)
        end = self._phrase_end(first, quantity.first)
        return (
            Measure(f"{self._slice(first, end)} {doing}", 1, self._head(first, end)) if doing and end > first else None
        )

    def _elliptic_adjective(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "200 000 indirects", "80,000 direct and 120,000 indirect jobs": the noun is the other number's."""
        i = quantity.last
        j = i
        while j < sentence.last and j not in self.in_date and self._is_adjectival(self.tokens[j]):
            j += 1
        if j == i or j - i > 2:
            return None
        adjective = self._slice(i, j)
        if j < sentence.last and self.tokens[j].pos == "CCONJ" and j + 1 in self.in_quantity:
            following = next((q for k in range(j, j + 4) if (q := self.quantity_at.get(k))), None)
            own = self._own_phrase(following, sentence) if following is not None else None
            if own is not None:
                return Measure(f"{adjective} {own.head}", 3, own.head, 0)
        previous = self._previous(sentence)
        if (
            previous is None
            or previous.measure is None
            or previous.quantity.kind != "count"
            or not previous.measure.head
        ):
            return None
        return Measure(f"{self._noun_of(previous.measure)} {adjective}", 3, previous.measure.head)

    def _is_adjectival(self, token: Token) -> bool:
        return token.folded in self.words.lone_adjectives or (
            token.pos in ("ADJ", "VERB") and token.verb in ("", "Part", "Ger")
        )

    def _noun_of(self, measure: Measure) -> str:
        for word in measure.text.split():
            if fold(word) == measure.head:
                return word
        return measure.head

    def _plural_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """A plural right behind a number counts, even where the tagger takes it for a verb ("100,000 starts")."""
        i = quantity.last
        if (
            i >= sentence.last
            or self.tokens[i].pos != "VERB"
            or not self.tokens[i].folded.endswith("s")
            or not self.tokens[i].space
        ):
            return None
        return Measure(self.tokens[i].text, 2, self.tokens[i].folded, i + 1)

    def _counted_in_all(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "washing stations, 312 in all": the noun phrase before the comma."""
        end = self._begin_token(quantity) - 1
        is_total = self._phrase_at(quantity.last, sentence.last, self.words.total_phrases) > 0
        if end <= sentence.first or self.tokens[end].text != "," or not is_total:
            return None
        start = self._phrase_start(end, sentence.first, is_subject=True)
        return Measure(self._slice(start, end), 3, self._head(start, end)) if start < end else None

    def _listed_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "had 62,000 housing starts in 2021 but just 48,713 last year": no verb since the number before."""
        previous = self._previous(sentence)
        if (
            previous is None
            or previous.quantity.first < sentence.first
            or previous.quantity.kind != "count"
            or quantity.change
        ):
            return None
        between = self.tokens[previous.quantity.last : quantity.first]
        if any(t.verb or t.text in ";:" for t in between) or (measure := self._borrow(sentence)) is None:
            return None
        recipient = self._recipient_at(quantity.last, sentence)
        if recipient and previous.measure is not None:
            measure.text = f"{previous.measure.base or measure.text} {self.tokens[quantity.last].text} {recipient}"
        return measure

    def _bare_adjective(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        i = quantity.last
        end = self._phrase_end(i, sentence.last)
        if end == i or self.tokens[i].pos != "ADJ" or not self.tokens[i].space:
            return None
        return Measure(self._slice(i, end), 2, self.tokens[i].folded, end)

    def _others(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "150.000 autres seront formés aux métiers": the noun before, with what happens to it."""
        previous = self._previous(sentence)
        noun = self._noun_of(previous.measure) if previous and previous.measure else ""
        i = quantity.last + 1
        own_end = self._phrase_end(i, sentence.last)
        if own_end > i and any(t.pos == "NOUN" for t in self.tokens[i:own_end]):
            return Measure(self._slice(i, own_end), 3, self._head(i, own_end), own_end)
        doing = self._participle_behind(i, sentence, with_object=True)
        text = " ".join(x for x in (noun, doing) if x)
        return Measure(text, 2, previous.measure.head if previous and previous.measure else "") if text else None

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

    def _number_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the number of vocational schools ... at around 2,250", "le nombre de bénéficiaires atteindra"."""
        begin = self._begin_token(quantity)
        for i in range(begin - 2, max(sentence.first, begin - 15) - 1, -1):
            if self.tokens[i].folded in self.words.number_of and self.tokens[i + 1].folded in self.words.linkers:
                if i + 2 == begin and i - 1 > sentence.first and self.tokens[i - 1].pos == "ADP":
                    end = i - 1 - (self.tokens[i - 2].text == ",")  # "les signataires, au nombre de 240"
                    j = self._phrase_start(end, sentence.first, is_subject=True)
                    return Measure(self._slice(j, end), 3, self._head(j, end)) if j < end else None
                j = i + 2 + self._determiners(i + 2, begin)
                end = self._phrase_end(j, begin)
                if end > j:
                    return Measure(self._slice(j, end), 3, self._head(j, end))
        return None

    def _en_counted(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "qui en compte 18": the noun of the count before, and what has so many."""
        verb = self._begin_token(quantity) - 1
        if verb - 1 <= sentence.first or self.tokens[verb - 1].folded not in self.words.partitives:
            return None
        previous = self.found[-1].measure if self.found else None
        if previous is None or not previous.head:
            return None
        subject = self._subject(verb - 1, sentence.first)
        noun = self._noun_of(previous)
        return Measure(f"{noun}, {subject}" if subject else noun, 2, previous.head)

    # ------------------------------------------------------------ verbs and subjects

    def _verb_before(self, i: int, floor: int) -> int | None:
        """The nearest verb form before token `i` in its clause that may have a subject: finite, infinitive, gerund."""
        for j in range(i - 1, max(floor, i - 14) - 1, -1):
            token = self.tokens[j]
            if token.text in _CLAUSE_ENDS:
                return None
            if token.pos in ("VERB", "AUX") and token.verb in ("Fin", "Inf", "Ger"):
                return j
        return None

    def _subject(self, verb: int, floor: int) -> str:
        """The noun phrase that a verb's subject is; "" for pronouns and where none is seen."""
        span = self._subject_span(verb, floor)
        return self._slice(*span) if span else ""

    def _main_verb(self, verb: int, floor: int) -> int:
        """The verb that an infinitive of purpose shares its subject with: "a bondi de 9 % en un an pour atteindre"."""
        tokens = self.tokens
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
            if tokens[verb].verb == "Ger" and j > floor and tokens[j - 1].text == ",":
                j -= 1
            elif j > floor and tokens[j - 1].text in ",)":
                j = self._skip_apposition(j, floor)
            start = self._phrase_start(j, floor, is_subject=True)
            if start < j:
                return start, j
            if j > floor and tokens[j - 1].folded in lexicon.pronouns:
                return None
            # A second verb of the same subject: "elle touche ... et emploie".
            earlier = self._verb_before(j, floor)
            if earlier is None:
                return None
            j = earlier
        return None

    def _skip_verbal(self, j: int, floor: int) -> int:
        """Step back over auxiliaries, negations, adverbs and infinitive marks."""
        tokens, lexicon = self.tokens, self.words
        while j > floor:
            token = tokens[j - 1]
            is_mark = token.folded in lexicon.infinitive_marks and tokens[j].verb == "Inf"
            if (
                token.pos in ("AUX", "ADV", "PART")
                or token.folded in lexicon.fillers
                or is_mark
                or (token.verb in ("Fin", "Part") and token.pos == "VERB")
            ):
                if token.verb == "Part" and not (j - 2 >= floor and tokens[j - 2].pos in ("AUX", "ADV")):
                    break
                j -= 1
                continue
            break
        return j

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

    def _by_subject(self, quantity: Quantity, sentence: Sentence, *, with_verb: bool = False) -> Measure | None:
        begin = self._begin_token(quantity)
        verb = self._verb_before(begin, sentence.first)
        if verb is not None:
            span = self._subject_span(verb, sentence.first)
            return self._of_subject(span, verb, quantity, with_verb=with_verb) if span is not None else None
        # The number is itself the subject: "Quant aux centres, 74 ont été construits".
        doing = self._participle_behind(quantity.last, sentence)
        topic = self._topic_phrase(begin, sentence.first)
        if topic is not None:
            topic.text = " ".join(x for x in (topic.text, doing) if x)
            return topic
        if doing:
            previous = self._borrow(sentence)
            if previous is not None and previous.head:
                return Measure(f"{self._base_text(previous.text)} {doing}", 1, previous.head)
        return None

    def _of_subject(self, span: tuple[int, int], verb: int, quantity: Quantity, *, with_verb: bool) -> Measure:
        """The subject as what is measured, or what it stands for where it says nothing alone."""
        sentence = self.doc.sentence_at(quantity.span.start)
        text, head = self._with_antecedent(span, sentence.first), self._head(*span)
        if self.tokens[span[1] - 1].folded == "'s" and (owned := self._borrow(sentence)) is not None:
            return Measure(f"{text} {owned.head}", 2, owned.head)
        if self._is_wanted(verb, quantity) and (wanted := self._same_unit_before(quantity, sentence)) is not None:
            return wanted
        if head in self.words.target_nouns and (previous := self._borrow(sentence)) is not None:
            return previous
        if head in self.words.generic_heads and (beside := self._purpose_noun(quantity, sentence)) is not None:
            return beside
        if with_verb and self.tokens[verb].pos == "VERB":
            text = f"{text}, {self.tokens[verb].text}"
        return Measure(text, 2, head)

    def _is_wanted(self, verb: int, quantity: Quantity) -> bool:
        """As in "the government wants 30 percent": the verb's subject is who aims, not what is measured."""
        is_next = self._begin_token(quantity) - verb <= 2
        return is_next and quantity.change == "" and self._is_stem(self.tokens[verb].folded, self.words.wanting)

    def _with_antecedent(self, span: tuple[int, int], floor: int) -> str:
        """As in "la ligne nouvelle, dont le coût atteint": a bare cost with whose it is."""
        text, i = self._slice(*span), span[0] - 1
        if span[1] - span[0] > 1 or self.tokens[span[0]].folded not in self.words.possessed:
            return text
        while i > floor and self.tokens[i].pos == "DET":
            i -= 1
        if i <= floor or self.tokens[i].folded not in self.words.relatives:
            return text
        end = i - (self.tokens[i - 1].text == ",")
        start = self._phrase_start(end, floor, is_subject=False)
        return (
            f"{text}, {self._slice(start, end)}" if start < end and len(words(self._slice(start, end))) <= 5 else text
        )

    def _base_text(self, text: str) -> str:
        """A borrowed phrase without its last participle, so that another one can take its place."""
        previous = self.found[-1] if self.found else None
        if previous is None:
            return text
        doing = self._participle_behind(previous.quantity.last, self.doc.sentence_at(previous.quantity.span.start))
        return text.removesuffix(doing).strip() if doing else text

    def _topic_phrase(self, begin: int, floor: int) -> Measure | None:
        """The phrase that a comma sets off before the number at the head of the sentence."""
        j = begin
        while j > floor and (self.tokens[j - 1].folded in self.words.fillers or self.tokens[j - 1].pos == "ADV"):
            j -= 1
        if j <= floor or self.tokens[j - 1].text != ",":
            return None
        if self.tokens[j - 2].text == ")":  # "Agence des eaux (ADE), 4 milliards"
            j = next((k + 1 for k in range(j - 3, max(floor, j - 9), -1) if self.tokens[k].text == "("), j)
        start = self._phrase_start(j - 1, floor, is_subject=False)
        if start >= j - 1 or any(t.pos == "NUM" for t in self.tokens[start : j - 1]):
            return None
        return Measure(self._slice(start, j - 1), 2, self._head(start, j - 1))

    # ------------------------------------------------------------ money, units, percentages, ranks

    def _amount_measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        own = self._own_phrase(quantity, sentence)
        if own is not None:
            return self._with_holder(own, quantity, sentence)
        return (
            self._content_phrase(quantity, sentence)
            or self._attributive(quantity, sentence)
            or self._term_of(quantity, sentence)
            or self._placed_behind(quantity, sentence)
            or self._destination(quantity.last, sentence)
            or self._linked_before(quantity, sentence)
            or (self._by_subject(quantity, sentence) if quantity.change else None)
            or self._apposed(quantity, sentence)
            or self._gapped(quantity, sentence)
            or self._in_relative(quantity, sentence)
            or self._done_to_it(quantity, sentence)
            or self._purpose(quantity, sentence)
            or self._acting(quantity, sentence)
            or self._conjoined(quantity, sentence)
            or self._price_of(quantity, sentence)
            or self._by_verb(quantity, sentence)
            or self._topic_phrase(self._begin_token(quantity), sentence.first)
            or self._phrase_behind(quantity, sentence)
            or self._same_unit_before(quantity, sentence)
        )

    def _acting(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "5GW of wind by 2030, but 25 megawatts is turning": the subject is of what was measured before."""
        i, previous = quantity.last, self._previous(sentence)
        if previous is None or previous.measure is None or previous.quantity.first < sentence.first:
            return None
        is_alike = quantity.kind == previous.quantity.kind == "measure" and previous.quantity.unit not in DURATIONS
        if not is_alike or i + 1 >= sentence.last or self.tokens[i].pos != "AUX":
            return None
        doing = self.tokens[i + 1].text if self.tokens[i + 1].verb in ("Ger", "Part") else ""
        return Measure(f"{previous.measure.text} {doing}".strip(), 1, previous.measure.head)

    def _conjoined(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "6,000 MW before the year is out and 20,000 MW in 2028": a conjunction right before."""
        begin = self._begin_token(quantity)
        is_joined = begin > sentence.first and self.tokens[begin - 1].pos == "CCONJ" and quantity.kind == "measure"
        if not is_joined or self._purpose_noun(quantity, sentence) is not None:
            return None
        return self._same_unit_before(quantity, sentence)

    def _price_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "signed the contract for two lines, for €8 billion": what is paid for, the verb's object."""
        begin = self._begin_token(quantity)
        if begin <= sentence.first or self.tokens[begin - 1].folded not in self.words.price_links:
            return None
        verb = next(
            (j for j in range(begin - 2, max(sentence.first, begin - 20), -1) if self.tokens[j].pos == "VERB"), None
        )
        if verb is None or quantity.kind != "money":
            return None
        j = verb + 1 + self._determiners(verb + 1, begin)
        end = self._phrase_end(j, begin - 1)
        if end == j:
            return None
        if end < begin - 2 and self.tokens[end].pos == "ADP":
            end = max(end, self._phrase_end(end + 1 + self._determiners(end + 1, begin), begin - 1))
        return Measure(self._slice(j, end), 3, self._head(j, end))

    def _same_unit_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "20 TWh en 2030, puis de 200 à 350 TWh": what the value before in the sentence measures."""
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.unit == quantity.unit
        return self._borrow(sentence) if is_alike else None

    def _destination(self, i: int, sentence: Sentence) -> Measure | None:
        """As in "$215 million goes to prefabrication", "iront au réseau", "sont destinés à": what gets the amount."""
        lexicon, limit = self.words, min(sentence.last, i + 16)
        i = self._beyond(i, limit)
        if i < limit and self.tokens[i].text == ",":  # ", or half of the total,"
            i = next((j + 1 for j in range(i + 1, limit) if self.tokens[j].text == ","), i)
        has_auxiliary = False
        while i < limit and (self.tokens[i].pos in ("AUX", "ADV", "PART") or self.tokens[i].folded in lexicon.fillers):
            has_auxiliary = has_auxiliary or self.tokens[i].pos == "AUX"
            i += 1
        if i >= limit or (
            self.tokens[i].folded not in lexicon.motion_verbs
            and not (has_auxiliary and self.tokens[i].folded in lexicon.destination_verbs)
        ):
            return None
        verb, i = i, self._beyond(i + 1, limit)
        if i >= limit or self.tokens[i].folded not in lexicon.recipient_links:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        if end == j or j in self.in_quantity or j in self.in_date:
            return None
        is_motion = self.tokens[verb].folded in lexicon.motion_verbs
        text = self._slice(j, end) if is_motion else f"{self.tokens[verb].text} {self._slice(j, end)}"
        return Measure(text, 3, self._head(j, end))

    def _apposed(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the tariff, 19.79c per tonne, was": the noun phrase before the comma."""
        begin = self._begin_token(quantity)
        if begin - 2 < sentence.first or self.tokens[begin - 1].text != ",":
            return None
        behind = self._beyond(self._per_end(quantity.last, sentence.last), sentence.last)
        if behind < sentence.last and self.tokens[behind].text not in ",).;":
            return None
        start = self._phrase_start(begin - 1, sentence.first, is_subject=False)
        if start >= begin - 1 or any(t.pos == "NUM" for t in self.tokens[start : begin - 1]):
            return None
        head = self._head(start, begin - 1)
        if head in self.words.empty_nouns or any(j in self.in_date for j in range(start, begin - 1)):
            return None
        if self.tokens[start].folded in self.words.amount_heads or head in self.words.amount_heads:
            return self._destination(behind + 1, sentence)
        return Measure(self._slice(start, begin - 1), 2, head)

    def _gapped(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "la Banque versera 20 millions et le Fonds, 15 millions": another subject of the verb before."""
        previous = self._previous(sentence)
        begin = self._begin_token(quantity)
        if previous is None or previous.quantity.kind != quantity.kind or previous.quantity.first < sentence.first:
            return None
        end = begin - (self.tokens[begin - 1].text == ",")
        start = self._phrase_start(end, previous.quantity.last, is_subject=False)
        first = start
        while first > previous.quantity.last and self.tokens[first - 1].pos == "DET":
            first -= 1
        link = self.tokens[first - 1]
        is_list = link.text == "," or link.pos in ("CCONJ", "SCONJ")
        is_gapped = start < end and first > previous.quantity.last and is_list
        if not is_gapped or any(t.verb for t in self.tokens[first:begin]):
            return None
        verb = self._verb_before(self._begin_token(previous.quantity), sentence.first)
        text = self._slice(start, end)
        return Measure(f"{text}, {self.tokens[verb].text}" if verb is not None else text, 2)

    def _in_relative(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the $3 billion that the state expects to pour into roads": the verb of the relative clause."""
        i = quantity.last
        if i >= sentence.last or self.tokens[i].folded not in self.words.relatives:
            return None
        verb = None
        for j in range(i + 1, min(i + 12, sentence.last)):
            if self.tokens[j].text in _CLAUSE_ENDS or self.tokens[j].text == ",":
                break
            if self.tokens[j].verb in ("Fin", "Inf", "Part") and self.tokens[j].pos == "VERB":
                verb = j
            elif verb is not None and self.tokens[j].pos not in ("PART", "ADV", "AUX", "ADP"):
                break
        if verb is None:
            return None
        recipient = self._recipient_at(verb + 1, sentence)
        return Measure(f"{self.tokens[verb].text} {recipient}".strip(), 2)

    def _with_holder(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "six projets totalisant 319 milliards d'investissement": the noun with its holder."""
        begin = self._begin_token(quantity)
        verb = self._verb_before(begin, sentence.first)
        if (
            len(words(own.text)) > 1
            or verb is None
            or begin - verb > 2
            or not self._is_stem(self.tokens[verb].folded, self.words.share_verbs)
        ):
            return own
        subject = self._subject(verb, sentence.first)
        if subject and len(words(subject)) <= 5:
            own.text = f"{own.text}, {subject}"
        return own

    def _attributive(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a $4.2-billion strategy", "the ten-year roadmap", "8 per cent interest": the noun right behind."""
        i = quantity.last
        if i >= sentence.last or self.tokens[i].pos != "NOUN" or i in self.in_date or i in self.in_quantity:
            return None
        if self._phrase_at(i, sentence.last, self.words.rate_phrases):
            return None
        end = self._phrase_end(i, sentence.last)
        return Measure(self._slice(i, end), 3, self._head(i, end), end) if end > i else None

    def _term_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "un prêt de 18 milliards à 4,5 % sur quinze ans": terms of the amount right before."""
        begin = self._begin_token(quantity)
        previous = self._previous(sentence)
        if (
            previous is None
            or previous.quantity.first < sentence.first
            or begin - 2 < sentence.first
            or quantity.change
        ):
            return None
        is_next = begin - 2 in self.in_quantity and self.tokens[begin - 1].pos == "ADP"
        is_term = quantity.unit in DURATIONS and not any(
            t.verb == "Fin" for t in self.tokens[previous.quantity.last : begin]
        )
        return self._borrow(sentence) if is_next or is_term else None

    def _placed_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a porté à 22 % la part de l'éducation": the object follows the value."""
        begin, i = self._begin_token(quantity), quantity.last
        if quantity.change == "to" and i + 1 < sentence.last and self.tokens[i].pos == "DET":
            end = self._phrase_end(i + 1, sentence.last)
            is_rate = self._phrase_at(i, sentence.last, self.words.rate_phrases) > 0
            if end > i + 1 and i not in self.in_date and i + 1 not in self.in_date and not is_rate:
                return Measure(self._slice(i + 1, end), 3, self._head(i + 1, end), end)
        if begin - 2 < sentence.first or self.tokens[begin - 1].pos != "ADP" or i + 1 >= sentence.last:
            return None
        is_rate = self._phrase_at(i, sentence.last, self.words.rate_phrases) > 0
        if self.tokens[begin - 2].pos != "VERB" or self.tokens[i].pos != "DET" or i in self.in_date or is_rate:
            return None
        end = self._phrase_end(i + 1, sentence.last)
        return (
            Measure(self._slice(i + 1, end), 3, self._head(i + 1, end), end)
            if end > i + 1 and i + 1 not in self.in_date
            else None
        )

    def _content_phrase(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "MAD 120 billion in foreign currency receipts", "into the national GDP"."""
        i = self._behind_bracket(quantity, sentence.last)
        if i >= sentence.last or self.tokens[i].folded not in self.words.content_links:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        if (
            end == j
            or self.tokens[j].pos == "PROPN"
            or self._head(j, end) in self.words.empty_nouns
            or not any(t.pos == "NOUN" for t in self.tokens[j:end])
        ):
            return None
        return Measure(self._slice(j, end), 3, self._head(j, end), end)

    def _linked_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The noun that the amount is tied to: "un prêt de 70 millions", "évalue la facture à 2 milliards"."""
        tokens, lexicon = self.tokens, self.words
        begin = self._begin_token(quantity)
        if tokens[begin].folded in lexicon.linkers and begin < quantity.first:
            begin += 1  # "un coût d'environ 357 millions"
        i = begin - 1
        if i < sentence.first or (i - 1 in self.in_date and tokens[i].text not in ":("):
            return None
        if tokens[i].folded not in lexicon.amount_links:
            is_qualified = quantity.high is not None or quantity.qualifier in (
                "more_than",
                "less_than",
                "approximately",
            )
            is_link = is_qualified or (
                tokens[i].pos == "ADP"
                and (
                    tokens[i].folded not in lexicon.particles
                    or self._phrase_at(i, begin, lexicon.comparative_phrases) > 0
                )
            )
            return self._adjective_link(begin, sentence) if is_link else None
        if tokens[i].text in ":(":
            start = self._phrase_start(i, sentence.first, is_subject=tokens[i].text == ":")
            return Measure(self._slice(start, i), 3, self._head(start, i)) if start < i else None
        while i - 1 > sentence.first and (tokens[i - 1].pos == "ADV" or tokens[i - 1].folded in lexicon.particles):
            i -= 1  # "bring spending down from", "bring emissions down by"
        start = self._phrase_start(i, sentence.first, is_subject=False)
        if start < i and quantity.change and (moved := self._moved_object(start, sentence)) is not None:
            return moved
        if start < i:
            return self._linked_noun(start, i, quantity, sentence)
        if tokens[i - 1].text == ",":  # "L'enveloppe, de 2 milliards", "demand for chips, worth $38 billion"
            start = self._phrase_start(i - 1, sentence.first, is_subject=True)
            return Measure(self._slice(start, i - 1), 3, self._head(start, i - 1)) if start < i - 1 else None
        is_described = tokens[i - 1].verb == "Part" or (tokens[i - 1].pos == "ADJ" and tokens[i - 2].text == ",")
        return self._linked_participle(i - 1, quantity, sentence) if is_described else None

    def _moved_object(self, start: int, sentence: Sentence) -> Measure | None:
        """As in "pushed turbidity at the intake from 2,000": the verb's object, before where it is."""
        p = start - 1
        while p > sentence.first and self.tokens[p].pos == "DET":
            p -= 1
        if p - 1 <= sentence.first or self.tokens[p].pos != "ADP" or self.tokens[p].folded in self.words.linkers:
            return None
        first = self._phrase_start(p, sentence.first, is_subject=False)
        verb = first - 1
        while verb > sentence.first and self.tokens[verb].pos in ("DET", "PRON"):
            verb -= 1
        is_object = first < p and verb >= sentence.first and self.tokens[verb].pos == "VERB"
        return Measure(self._slice(first, p), 3, self._head(first, p)) if is_object else None

    def _linked_noun(self, start: int, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The noun phrase `[start, i)` before the link, or what it stands for where it says nothing alone."""
        lexicon, head = self.words, self._head(start, i)
        if head in lexicon.empty_nouns and (borrowed := self._same_unit_before(quantity, sentence)) is not None:
            return borrowed
        is_last = self.tokens[i - 1].folded in lexicon.amount_heads and self.tokens[i - 2].pos == "ADP"
        if is_last or (head in lexicon.amount_heads and len(words(self._slice(start, i))) == 1):
            whole = self._behind_amount_head(i - 1 if is_last else start, quantity, sentence)
            if whole is not None:
                return whole
        if lexicon.demonstratives & {t.folded for t in self.tokens[start - 3 : start]}:
            return self._of_that(start, i, sentence)
        is_loose = quantity.kind == "percent" and self.tokens[i].folded not in lexicon.linkers
        if (is_loose or head in lexicon.generic_heads) and (
            beside := self._purpose_noun(quantity, sentence)
        ) is not None:
            return beside
        previous = self._previous(sentence)
        is_compared = head in lexicon.comparison_heads or head in lexicon.target_nouns
        if is_compared and previous is not None and previous.quantity.first >= sentence.first:
            borrowed = self._borrow(sentence)
            if borrowed is not None:
                return borrowed
        return Measure(self._slice(start, i), 3, head)

    def _behind_amount_head(self, start: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "la poche à hauteur de", "for an amount of", "the sum of": what the amount is for, or who pays it."""
        if (destination := self._destination(quantity.last, sentence)) is not None:
            return destination
        verb = self._verb_before(start, sentence.first)
        verb = self._finite_of_part(start, sentence.first) if verb is None else verb
        is_loose = start - 1 > sentence.first and self.tokens[start - 1].pos in ("ADP", "DET")
        span = self._subject_span(verb, sentence.first) if verb is not None and is_loose else None
        return Measure(self._slice(*span), 2, self._head(*span)) if span is not None else None

    def _finite_of_part(self, i: int, floor: int) -> int | None:
        """The auxiliary of a compound tense before token `i`."""
        finite = (j for j in range(i - 1, max(floor, i - 14) - 1, -1) if self.tokens[j].verb == "Fin")
        return next(finite, None)

    def _of_that(self, start: int, end: int, sentence: Sentence) -> Measure | None:
        """As in "celui des filles est de 61 %": the noun of the figure before, with its new complement."""
        borrowed = self._borrow(sentence)
        if borrowed is not None:
            borrowed.text = f"{borrowed.text} {self._slice(start, end)}"
        return borrowed

    def _linked_participle(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "le fonds, doté de 100 millions"."""
        if i == sentence.first:
            return self._behind_comma(quantity, sentence)
        k = i - (self.tokens[i - 1].text == ",")
        start = self._phrase_start(k, sentence.first, is_subject=False)
        return Measure(self._slice(start, k), 3, self._head(start, k)) if start < k else None

    def _behind_comma(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Doté de 45 millions d'euros, le programme ...": the subject that follows."""
        for j in range(quantity.last, min(quantity.last + 12, sentence.last)):
            if self.tokens[j].text == ",":
                k = j + 1 + self._determiners(j + 1, sentence.last)
                end = self._phrase_end(k, sentence.last)
                return Measure(self._slice(k, end), 3, self._head(k, end)) if end > k else None
        return None

    def _adjective_link(self, begin: int, sentence: Sentence) -> Measure | None:
        """As in "un PIB agricole compris entre", "une valeur supérieure à": the noun before."""
        j = begin
        while j > sentence.first and (
            self.tokens[j - 1].pos == "ADP"
            or self.tokens[j - 1].verb == "Part"
            or self.tokens[j - 1].folded in self.words.amount_links
        ):
            j -= 1
        start = self._phrase_start(j, sentence.first, is_subject=False)
        if start >= j or j < begin - 3:
            return None
        if j == begin and (
            self.tokens[begin].pos not in ("ADJ", "VERB") or not any(t.pos == "NOUN" for t in self.tokens[start:j])
        ):
            return None
        return Measure(self._slice(start, j), 2, self._head(start, j))

    def _done_to_it(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What happens to the amount: "seront engagés", "issus du privé"."""
        i = self._behind_bracket(quantity, sentence.last)
        doing = self._participle_behind(i, sentence, with_object=True)
        if doing:
            return Measure(doing, 2)
        is_adjective = i + 1 < sentence.last and self.tokens[i].pos == "ADJ" and self.tokens[i + 1].pos == "ADP"
        if i < sentence.last and (self.tokens[i].verb == "Part" or is_adjective):
            end = i + 1
            if end < sentence.last and self.tokens[end].pos == "ADP":
                k = end + 1 + self._determiners(end + 1, sentence.last)
                end = max(end, self._phrase_end(k, sentence.last))
            return Measure(self._slice(i, end), 2)
        return None

    def _purpose(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "pour soutenir l'innovation technologique", "to build schools"."""
        i = self._behind_bracket(quantity, sentence.last)
        length = self._phrase_at(i, sentence.last, self.words.purpose_phrases)
        j = i + length
        if not length or j >= sentence.last or self.tokens[j].verb != "Inf":
            return None
        k = j + 1 + self._determiners(j + 1, sentence.last)
        number = self.quantity_at.get(k)
        if number is not None:  # "to fix 1,500 schools"
            own = self._own_phrase(number, sentence)
            return Measure(f"{self.tokens[j].text} {own.text}" if own else self.tokens[j].text, 2)
        while k < sentence.last and self.tokens[k].pos == "NUM":
            k += 1
        end = max(j + 1, self._phrase_end(k, sentence.last))
        if end == j + 1 and self._verb_before(self._begin_token(quantity), sentence.first) is not None:
            return None  # "will take 3 billion to close"
        return Measure(self._slice(j, end), 3)

    def _purpose_noun(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "22 % pour les programmes consacrés à", "48,000km for private operators"."""
        i = self._beyond(self._behind_bracket(quantity, sentence.last), sentence.last)
        if i >= sentence.last or self.tokens[i].folded not in self.words.purpose_nouns:
            return None
        j = i + 1
        while j < sentence.last and (self.tokens[j].pos in ("DET", "PRON") or self.tokens[j].text in _QUOTES):
            j += 1
        end = self._phrase_end(j, sentence.last)
        return Measure(self._slice(j, end), 3, self._head(j, end), end) if end > j else None

    def _by_verb(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The verb whose object the amount is, with its subject where that is short, and what it is for."""
        begin = self._begin_token(quantity)
        verb = self._verb_before(begin, sentence.first)
        participle = self._participle_between(begin, sentence.first, verb)
        at = participle if participle is not None else verb
        beside = self._purpose_noun(quantity, sentence)
        if beside is not None or at is None:
            return beside and self._beside_verb(beside, at, quantity, sentence)
        word = self.tokens[at]
        is_level = self._is_estimating(participle, begin)
        if verb is not None and (is_level or (participle is None and self._is_saying_amount(word, begin))):
            span = self._subject_span(verb, sentence.first)
            if span is not None:
                return Measure(self._with_antecedent(span, sentence.first), 2, self._head(*span))
            if (previous := self._previous(sentence)) is not None and previous.quantity.unit == quantity.unit:
                return self._borrow(sentence)
        is_far = begin - at > 4 or word.folded in self.words.motion_verbs
        span = self._subject_span(verb, sentence.first) if verb is not None and is_far else None
        if span is not None:
            return Measure(self._slice(*span), 2, self._head(*span))
        return self._of_verb(word, verb, quantity, sentence)

    def _beside_verb(self, beside: Measure, at: int | None, quantity: Quantity, sentence: Sentence) -> Measure:
        """What the amount is for, with the verb where more than that stands between ("setting aside ... for")."""
        begin = self._begin_token(quantity)
        previous = self._previous(sentence)
        if (
            quantity.kind == "measure"
            and previous is not None
            and previous.measure is not None
            and previous.quantity.unit == quantity.unit
        ):
            beside.text = f"{previous.measure.text}, {beside.text}"
            return beside
        behind = self.tokens[self._behind_bracket(quantity, sentence.last)]
        if at is not None and begin - at <= 4 and behind.folded not in self.words.purpose_nouns:
            beside.text = f"{self._verb_text(at, begin)} {beside.text}"
        return beside

    def _is_estimating(self, participle: int | None, begin: int) -> bool:
        """As in "est évalué à", "a été ramené à": a participle of level, or one tied to the number."""
        if participle is None:
            return False
        link = self.tokens[begin - 1].folded
        is_tied = link in self.words.amount_links and link not in self.words.linkers
        return is_tied or self._is_stem(self.tokens[participle].folded, self.words.level_verbs)

    def _of_verb(self, word: Token, verb: int | None, quantity: Quantity, sentence: Sentence) -> Measure:
        """The verb with its recipient, else with its subject."""
        begin = self._begin_token(quantity)
        text = self._second_object(word.i, begin) or self._verb_text(word.i, begin)
        recipient = self._recipient(quantity, sentence)
        if recipient:
            return Measure(f"{text} {recipient}", 2)
        subject = (
            self._subject(verb if verb is not None else word.i, sentence.first)
            if word.verb != "Ger" or self.tokens[word.i - 1].pos == "AUX"
            else ""
        )
        return Measure(f"{subject}, {text}" if subject and len(words(subject)) <= 5 else text, 2)

    def _recipient(self, quantity: Quantity, sentence: Sentence) -> str:
        """Who or what gets the amount: "alloué 15 milliards au secteur de l'eau", "to 45,000 farmers"."""
        return self._recipient_at(self._beyond(self._behind_bracket(quantity, sentence.last), sentence.last), sentence)

    def _recipient_at(self, i: int, sentence: Sentence) -> str:
        if i >= sentence.last or self.tokens[i].folded not in self.words.recipient_links:
            return ""
        j = i + 1
        while j < sentence.last and (j in self.in_quantity or self.tokens[j].pos in ("DET", "PRON")):
            j += 1
        end = self._phrase_end(j, min(sentence.last, j + 6))
        is_empty = self._head(j, end) in self.words.empty_nouns or not any(
            t.pos in _NOMINAL for t in self.tokens[j:end]
        )
        return (
            self._slice(j, end)
            if end > j and not is_empty and self.tokens[j].pos != "PROPN" and j not in self.in_date
            else ""
        )

    def _second_object(self, verb: int, begin: int) -> str:
        """As in "costs the economy R1bn", "paie son gasoil 1,3 dollar": the verb with who or what stands between."""
        j = verb + 1
        while j < begin and self.tokens[j].pos in ("DET", "PRON"):
            j += 1
        return self._slice(verb, begin) if j < begin and self._phrase_end(j, begin) == begin else ""

    def _verb_text(self, i: int, limit: int) -> str:
        """A verb with the particle or short complement between it and the number ("setting aside", "rapporter")."""
        end = i + 1
        while (
            end < limit
            and end < i + 3
            and self.tokens[end].pos in ("ADP", "ADV")
            and self.tokens[end].folded in self.words.particles
        ):
            end += 1
        return self._slice(i, end)

    def _participle_between(self, begin: int, floor: int, verb: int | None) -> int | None:
        """The participle of a compound tense between the auxiliary and the number ("a identifié environ")."""
        stop = floor if verb is None else verb
        for j in range(begin - 1, max(stop, begin - 8), -1):
            if self.tokens[j].verb in ("Part", "Ger"):
                return j
        return None

    def _is_saying_amount(self, word: Token, begin: int) -> bool:
        """Whether the verb is tied to the number by "à" or "to" or is a copula: then the subject is measured."""
        before = self.tokens[begin - 1]
        return (
            word.pos == "AUX"
            or (before.folded in self.words.amount_links and before.i != word.i)
            or (
                begin - word.i <= 2
                and word.folded not in self.words.linked_levels
                and (
                    self._is_stem(word.folded, self.words.share_verbs)
                    or self._is_stem(word.folded, self.words.level_verbs)
                )
            )
        )

    @staticmethod
    def _is_stem(word: str, stems: Iterable[str]) -> bool:
        return any(
            word.startswith(s) if len(s) > 3 else word == s or (word.startswith(s) and len(word) < len(s) + 5)
            for s in stems
        )

    def _phrase_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """Any noun phrase right behind: "un budget 2 milliards ...", "€3m grant"."""
        i = self._behind_bracket(quantity, sentence.last)
        end = self._phrase_end(i, sentence.last)
        if end == i:
            return None
        return Measure(self._slice(i, end), 2, self._head(i, end), end)

    def _unit_phrase(self, quantity: Quantity) -> Measure | None:
        """As in "6 à 7 points de PIB": the unit itself says what of."""
        if (
            quantity.last - quantity.first < 4
            or self.tokens[quantity.last - 1].pos not in _NOMINAL
            or self.tokens[quantity.last - 2].folded not in self.words.linkers
        ):
            return None
        return Measure(self._slice(quantity.last - 3, quantity.last), 3)

    def _is_person(self, verb: int, floor: int) -> bool:
        """Whether the subject of a verb ends in a proper name, as those who say things do."""
        span = self._subject_span(verb, floor)
        return span is not None and self.tokens[span[1] - 1].pos == "PROPN" and span[1] - span[0] > 1

    def _ratio_noun(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "8 habitants sur 10", "one in four households": the noun between the two numbers or behind."""
        if self.tokens[quantity.last - 1].pos != "NUM":
            return None
        nouns = [
            t
            for t in self.tokens[quantity.first : quantity.last]
            if t.pos in _NOMINAL and t.text.isalpha() and t.text not in _QUOTES and t is not self.tokens[quantity.first]
        ]
        if nouns:
            return Measure(nouns[0].text, 3, nouns[0].folded, quantity.last)
        end = self._phrase_end(quantity.last, sentence.last)
        is_noun = end > quantity.last and self.tokens[quantity.last].pos in ("NOUN", "ADJ", "PROPN")
        return Measure(self._slice(quantity.last, end), 3, self._head(quantity.last, end), end) if is_noun else None

    def _percent_measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        if (ratio := self._ratio_noun(quantity, sentence)) is not None:
            return self._percent_of(ratio, quantity, sentence)
        if quantity.change and (changed := self._changed_object(quantity, sentence)) is not None:
            return changed
        own = self._own_phrase(quantity, sentence)
        if own is not None and own.head not in self.words.comparison_heads:
            return self._percent_of(own, quantity, sentence)
        if (compared := self._compared_more(quantity, sentence)) is not None:
            return compared
        if (elliptic := self._elliptic_share(quantity, sentence)) is not None:
            return elliptic
        base = (
            self._base_before(quantity, sentence)
            or self._attributive(quantity, sentence)
            or self._placed_behind(quantity, sentence)
            or self._term_of(quantity, sentence)
        )
        if base is not None:
            return base
        linked = self._linked_before(quantity, sentence)
        if linked is not None and linked.head in self.words.change_nouns and len(words(linked.text)) == 1:
            return self._changed(linked, quantity, sentence)
        if linked is not None and (linked.head not in self.words.generic_heads or len(words(linked.text)) > 1):
            return linked
        before = self.tokens[self._begin_token(quantity) - 1]
        return (
            self._by_subject(
                quantity, sentence, with_verb=quantity.change == "" and before.folded in self.words.by_links
            )
            or self._purpose_noun(quantity, sentence)
            or linked
            or self._content_phrase(quantity, sentence)
            or self._phrase_behind(quantity, sentence)
            or self._topic_phrase(self._begin_token(quantity), sentence.first)
            or self._participle_link(quantity, sentence)
            or self._borrow(sentence)
        )

    def _elliptic_share(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "que 62 % en disposent": those of the figure before, with what this share does."""
        i = quantity.last
        while i < sentence.last and (self.tokens[i].folded in self.words.clitics or self.tokens[i].pos == "ADV"):
            i += 1
        previous = self._previous(sentence)
        if previous is None or previous.measure is None or previous.quantity.kind not in ("count", "percent"):
            return None
        if i >= sentence.last or self.tokens[i].verb != "Fin" or not (doing := self._predicate(i, sentence)):
            return None
        noun = self._noun_of(previous.measure)
        return Measure(f"{noun}{doing}", 1, previous.measure.head) if noun else None

    def _changed_object(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "to bring spending down from 44% to 35% of the total": what a verb moves between two shares."""
        if quantity.change != "from":
            return None
        linked = self._linked_before(quantity, sentence)
        return linked if linked is not None and linked.trust == 3 else None

    def _compared_more(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "13 percent more than in 2021", "was 0.3% weaker": the figure before or the subject."""
        if not self._phrase_at(quantity.last, sentence.last, self.words.comparative_phrases):
            return None
        previous, begin = self._previous(sentence), self._begin_token(quantity)
        if self.tokens[begin - 1].pos == "AUX" or previous is None or previous.quantity.first < sentence.first:
            return self._by_subject(quantity, sentence)
        return self._borrow(sentence)

    def _participle_link(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a été exécuté à 73 %"."""
        i = self._begin_token(quantity) - 2
        if i < sentence.first or self.tokens[i].verb != "Part":
            return None
        return Measure(self.tokens[i].text, 2)

    def _changed(self, linked: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "en hausse de 23 %": what rises is the figure before or the subject."""
        previous = self._previous(sentence)
        if previous is not None and previous.measure is not None and previous.quantity.first >= sentence.first:
            linked.text = f"{previous.measure.text}, {linked.text}"
        elif (subject := self._by_subject(quantity, sentence)) is not None:
            linked.text = f"{subject.text}, {linked.text}"
        return linked

    def _percent_of(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "70% of the population", with the one that has the share, or with what the share does."""
        begin = self._begin_token(quantity)
        if own.end and len(words(own.text)) <= 3 and (doing := self._predicate(own.end, sentence)):
            own.base, own.text = own.text, own.text + doing
            return own
        if own.trust == 1:  # "80 % of them designed to ..."
            return self._with_participle(own, quantity, sentence)
        verb = self._verb_before(begin, sentence.first)
        if verb is not None:
            is_governed = self.tokens[verb].verb != "Inf" or self.tokens[verb - 1].pos in ("AUX", "VERB")
            is_owned = any(t.folded in self.words.possessives for t in self.tokens[quantity.last : quantity.last + 3])
            is_apposed = self._phrase_before(begin, sentence.first, self.words.apposition_phrases) > 0
            is_governed = is_governed and not is_owned and not is_apposed and not self._is_person(verb, sentence.first)
            subject = self._subject(verb, sentence.first) if is_governed else ""
            if subject and len(words(subject)) <= 5 and len(words(own.text)) <= 2:
                own.text = f"{own.text}, {subject}"
            return own
        i = own.end
        while (
            i
            and i < sentence.last
            and (
                self.tokens[i].pos == "AUX"
                or self.tokens[i].folded in self.words.have_verbs
                or self.tokens[i].pos == "ADV"
            )
        ):
            i += 1
        if i > own.end > 0:
            if i < sentence.last and self.tokens[i].verb == "Part":
                own.text = f"{own.text} {self.tokens[i].text}"
                return own
            k = i + self._determiners(i, sentence.last)
            end = self._phrase_end(k, sentence.last)
            if end > k and len(words(own.text)) <= 3:
                own.text = f"{own.text}, {self._slice(k, end)}"
        return own

    def _predicate(self, i: int, sentence: Sentence) -> str:
        """What a group does, behind its noun: "live in towns", "have access to water", "sont couverts"."""
        tokens, has_verb, first = self.tokens, False, i
        while i < sentence.last and (
            tokens[i].pos in ("AUX", "ADV", "PART")
            or tokens[i].folded in self.words.have_verbs
            or tokens[i].folded in self.words.fillers
        ):
            has_verb = has_verb or tokens[i].verb == "Fin"
            i += 1
            first = i
        if i >= sentence.last or not (has_verb or (tokens[i].pos == "VERB" and tokens[i].verb == "Fin")):
            return ""
        is_verb = tokens[i].verb in ("Fin", "Part", "Inf", "Ger") and tokens[i].pos == "VERB"
        end = i + 1 if is_verb else i
        is_tied = end < sentence.last and (tokens[end].pos == "ADP" or tokens[end].folded in self.words.linkers)
        j = end + is_tied + self._determiners(end + is_tied, sentence.last)
        if j < sentence.last and j not in self.in_date and j not in self.in_quantity:
            end = max(end, min(self._phrase_end(j, sentence.last), j + 5))
        if end == first:
            return ""
        return f" {self._slice(first, end)}" if is_verb else f", {self._slice(first, end)}"

    def _with_participle(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        i = next(
            (j for j in range(quantity.last, min(quantity.last + 9, sentence.last)) if self.tokens[j].verb == "Part"),
            None,
        )
        if (
            own.end
            and own.end < sentence.last
            and self.tokens[own.end].pos == "VERB"
            and self.tokens[own.end].verb == "Fin"
        ):
            own.text += self._predicate(own.end, sentence)
            return own
        if i is None:
            return self._with_recipient(own, quantity, sentence)
        end = max(i + 1, self._phrase_end(i + 1, sentence.last))
        if (
            end + 1 < sentence.last
            and self.tokens[end].folded in self.words.infinitive_marks
            and self.tokens[end + 1].verb == "Inf"
        ):
            k = end + 2 + self._determiners(end + 2, sentence.last)
            end = max(end + 2, self._phrase_end(k, sentence.last))
        own.text = f"{own.text} {self._slice(i, end)}"
        return own

    def _with_recipient(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "8,000 of them for low-income households", "885 of which are in service"."""
        for i in range(quantity.last + 1, min(quantity.last + 6, sentence.last)):
            if self.tokens[i].pos != "ADP" or self.tokens[i].folded in self.words.linkers:
                continue
            j = i + 1 + self._determiners(i + 1, sentence.last)
            if (end := self._phrase_end(j, sentence.last)) > j and j not in self.in_date:
                noun = self._noun_of(own) if own.head else own.text
                return Measure(f"{noun} {self._slice(i, end)}", own.trust, own.head)
        return own

    def _base_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Sur les 69 projets, 36 % seulement ont abouti": the share is of what the sentence opens with."""
        previous = self._previous(sentence)
        if (
            previous is None
            or previous.measure is None
            or previous.quantity.kind != "count"
            or previous.quantity.first < sentence.first
        ):
            return None
        if (
            self.tokens[sentence.first].folded not in self.words.out_of
            or self._verb_before(self._begin_token(quantity), previous.quantity.last) is not None
        ):
            return None
        doing = ""
        for j in range(quantity.last, min(quantity.last + 5, sentence.last)):
            if self.tokens[j].verb == "Part":
                doing = self.tokens[j].text
                break
        return Measure(f"{previous.measure.text} {doing}".strip(), 2, previous.measure.head)

    def _rank_measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        tokens, lexicon = self.tokens, self.words
        listed = self._list_behind(quantity, sentence) or self._list_before(quantity, sentence)
        if listed is not None:
            return listed
        first = quantity.last
        if first - 1 >= sentence.first and quantity.qualifier == "at_most":
            first = self._begin_token(quantity)
        end = self._ranked_end(quantity.last, sentence)
        is_of_many = (
            quantity.last + 1 < sentence.last
            and tokens[quantity.last].folded in lexicon.out_of
            and (tokens[quantity.last + 1].pos == "NUM" or tokens[quantity.last + 1].folded in lexicon.linkers)
        )
        is_bare = end == quantity.last + 1 and tokens[quantity.last].folded in lexicon.rank_words
        previous = self._previous(sentence)
        if is_bare and previous is not None and previous.quantity.kind == "rank":
            return self._borrow(sentence)
        if end > quantity.last and not is_of_many:
            return Measure(self._slice(first, end), 3)
        subject = self._by_subject(quantity, sentence)
        if subject is None and quantity.qualifier == "at_most":
            return Measure(self._slice(first, quantity.last), 2)
        return subject

    def _ranked_end(self, first: int, sentence: Sentence) -> int:
        """Where what is ranked ends that starts at token `first`: "producteur mondial"."""
        tokens, end = self.tokens, first
        while (
            end < min(sentence.last, first + 9)
            and tokens[end].text not in ",;:.()"
            and tokens[end].verb != "Fin"
            and tokens[end].pos != "CCONJ"
            and end not in self.in_quantity
            and end not in self.in_date
        ):
            end += 1
        while end > first and tokens[end - 1].pos in ("ADP", "DET", "ADV", "PRON"):
            end -= 1
        return end

    def _list_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "from 10th to 3rd in the readiness index": the list named behind in the clause."""
        tokens = self.tokens
        for i in range(quantity.last, min(sentence.last, quantity.last + 25)):
            if tokens[i].text in _CLAUSE_ENDS:
                break
            if tokens[i].folded in self.words.rank_lists and tokens[i].pos in ("NOUN", "PROPN"):
                end = max(i + 1, self._phrase_end(i, sentence.last))
                start = self._phrase_start(i + 1, quantity.last, is_subject=False)
                start = max(start, self._after_preposition(start, i))
                return Measure(self._slice(min(start, i), end), 3, tokens[i].folded)
        return None

    def _list_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Au classement de la performance logistique, le pays ...": the list named before in the sentence."""
        begin = self._begin_token(quantity)
        for i in range(begin - 1, sentence.first - 1, -1):
            if self.tokens[i].folded in self.words.rank_lists and self.tokens[i].pos in ("NOUN", "PROPN"):
                start = min(self._phrase_start(i + 1, sentence.first, is_subject=False), i)
                end = max(i + 1, self._phrase_end(i, begin))
                return Measure(self._slice(start, end), 3, self.tokens[i].folded)
        return None

    def _after_preposition(self, start: int, end: int) -> int:
        """The token behind the last preposition other than a linker in `[start, end)`."""
        best = start
        for j in range(start, end):
            if self.tokens[j].pos == "ADP" and self.tokens[j].folded not in self.words.linkers:
                best = j + 1
        while best < end and self.tokens[best].pos == "DET":
            best += 1
        return best

    def rate(self, quantity: Quantity, measure: Measure | None, sentence: Sentence) -> str:
        """As in "chaque année", "a year" behind the quantity or its phrase."""
        start = max(quantity.last, measure.end if measure else 0)
        for i in dict.fromkeys((quantity.last, start, start + 1)):
            if i < sentence.last and (length := self._phrase_at(i, sentence.last, self.words.rate_phrases)):
                return self._slice(i, i + length)
        for i in dict.fromkeys((quantity.last, start)):
            if (end := self._per_end(i, sentence.last)) > i:
                return self._slice(i, end)
        return ""

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
