"""What several kinds of figures have in common: what they count, are for, or borrow from the figure before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.figure_lexicon import Found, Measure
from pipelines.extract.figure_phrases import HYPHENS, NOMINAL, QUOTES, PhraseReader
from pipelines.extract.text import fold, words

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence
    from pipelines.extract.quantities import Quantity


# What doesn't count as a word of a phrase.
_FUNCTION = frozenset({"ADP", "DET", "PART", "CCONJ", "SCONJ", "PRON", "PUNCT"})
# Tokens between an amount and its conversion.
_CONVERTED = 3
# Tokens that open the source of what is told: "Selon l'", "According to the".
_SOURCE = 3
# Words of a measure that is told beside the whole that it is a share of.
_EQUAL = 5
# Tokens of a list of what an amount is for.
_LIST = 16
# Tokens that a sentence points back to its number with, and within which it tells what was done.
_POINTED, _POINTING = 12, 8
# Words that a single noun is completed by.
COMPLETED = 2


class CommonReader(PhraseReader):
    """Reads what a number counts, whom it is for, whose subject it is, and what it shares with the figure before."""

    def _previous(self, sentence: Sentence) -> Found | None:
        """The figure before, in the same paragraph."""
        if not self.found:
            return None
        previous = self.found[-1]
        return previous if previous.sentence.block == sentence.block else None

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
        """As in "dont 20 milliards pour le Nord": whom the part is for, else what the whole measures."""
        measure, beside = self._borrow(sentence), self._purpose_noun(quantity, sentence)
        destination = self._destination(quantity.last, sentence) if beside is None else beside
        rest = destination.text if destination is not None else self._part_rest(quantity, sentence)
        rest = rest or self._part_purpose(quantity, sentence)
        if measure is not None and rest:
            measure.text = rest
        return measure

    def _part_purpose(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "dont 240 millions pour agrandir le centre": what the part is to do."""
        i = self._behind_bracket(quantity, sentence.last)
        length = self._phrase_at(i, sentence.last, self.words.purpose_phrases)
        j = i + length
        if not length or j >= sentence.last or self.tokens[j].verb != "Inf":
            return ""
        k = j + 1 + self._determiners(j + 1, sentence.last)
        return self._slice(j, max(j + 1, self._phrase_end(k, sentence.last)))

    def _behind_span(self, i: int, limit: int) -> int:
        """The token behind a span of time: "over the next five years", "sur trois ans"."""
        i = self._beyond(i, limit)
        if i >= limit or self.tokens[i].pos != "ADP":
            return i
        for j in range(i + 1, min(limit, i + 6)):
            if self.tokens[j].folded in self.words.empty_nouns:
                return self._beyond(j + 1, limit)
            if self.tokens[j].pos not in ("DET", "ADJ", "NUM", "ADV") and j not in self.in_quantity:
                return i
        return i

    def _destination(self, i: int, sentence: Sentence) -> Measure | None:
        """As in "$215 million goes to prefabrication", "iront au réseau", "sont destinés à": what gets the amount."""
        lexicon, limit = self.words, min(sentence.last, i + 16)
        i = self._beyond(i, limit)
        if i < limit and self.tokens[i].text == ",":  # ", or half of the total,"
            is_closed = i + 1 < limit and self.tokens[i + 1].pos == "AUX"  # "half of it, 3 million, is earmarked for"
            i = i + 1 if is_closed else next((j + 1 for j in range(i + 1, limit) if self.tokens[j].text == ","), i)
        has_auxiliary = False
        while i < limit and (self.tokens[i].pos in ("AUX", "ADV", "PART") or self.tokens[i].folded in lexicon.fillers):
            if i + 1 < limit and self.tokens[i].folded in lexicon.motion_verbs and self.tokens[i + 1].pos == "ADP":
                break  # "serviront à", which a tagger takes for an auxiliary
            has_auxiliary = has_auxiliary or self.tokens[i].pos == "AUX"
            i += 1
        if has_auxiliary and i + 1 < limit and self.tokens[i].folded in lexicon.purpose_nouns:
            j = i + 1 + self._determiners(i + 1, sentence.last)  # "of which 3 million is for poultry"
            j = self._behind_count(j)
            end = self._phrase_end(j, sentence.last)
            return Measure(self._slice(j, end), 3, self._head(j, end)) if end > j and j not in self.in_date else None
        if i >= limit or (
            self.tokens[i].folded not in lexicon.motion_verbs
            and not (has_auxiliary and self.tokens[i].folded in lexicon.destination_verbs)
        ):
            return None
        verb, i = i, self._beyond(i + 1, limit)
        if i + 1 < limit and self.tokens[i].folded in lexicon.particles:  # "is set aside for"
            i += self.tokens[i + 1].folded in lexicon.purpose_nouns
        is_source = (
            self.tokens[verb].folded in lexicon.motion_verbs and i < limit and self.tokens[i].folded in lexicon.sources
        )
        if i >= limit or not (is_source or self.tokens[i].folded in lexicon.recipient_links):
            return None
        j = self._behind_count(i + 1 + self._determiners(i + 1, sentence.last))
        end = self._phrase_end(j, sentence.last)
        if j < sentence.last and self.tokens[j].verb == "Inf":  # "serviront à équiper les hôpitaux"
            k = j + 1 + self._determiners(j + 1, sentence.last)
            return Measure(self._slice(j, max(j + 1, self._phrase_end(k, sentence.last))), 2)
        if end == j or j in self.in_quantity or j in self.in_date:
            return None
        is_motion = self.tokens[verb].folded in lexicon.motion_verbs
        end = self._through_number(end, sentence)
        text = self._slice(j, end) if is_motion else f"{self.tokens[verb].text} {self._slice(j, end)}"
        return Measure(text, 3, self._head(j, end))

    def _through_number(self, end: int, sentence: Sentence) -> int:
        """As in "nécessaires au remplacement de 14 km de conduites": the phrase goes on with what another counts."""
        if end + 1 >= sentence.last or self.tokens[end].folded not in self.words.linkers:
            return end
        number = self.quantity_at.get(end + 1)
        own = self._own_phrase(number, sentence) if number is not None else None
        return own.end if own is not None and own.end else end

    def _behind_count(self, j: int) -> int:
        """The token behind the count that starts at token `j`: "is meant for 12 clinics"; else `j`."""
        number = self.quantity_at.get(j)
        return number.last if number is not None and number.kind == "count" else j

    def _part_rest(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "dont 40 % à la charge du budget", "dont 1,4 milliard issu du Fonds": whom the part comes from."""
        i = quantity.last
        is_described = (
            i + 1 < sentence.last and self.tokens[i].pos in ("ADJ", "VERB") and self.tokens[i].verb in ("", "Part")
        )
        j = i + is_described
        if j + 1 >= sentence.last or self.tokens[j].pos != "ADP":
            return ""
        k = j + 1 + self._determiners(j + 1, sentence.last)
        end = self._phrase_end(k, sentence.last)
        is_time = k in self.in_date or k in self.in_quantity or self._head(k, end) in self.words.empty_nouns
        return self._slice(i if is_described else k, end) if end > k and not is_time else ""

    def _borrowed(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The measure of the figure before, for a conversion, an apposition or an older value of the same."""
        begin = self._begin_token(quantity)
        previous = self._previous(sentence)
        if previous is None or previous.measure is None or previous.quantity.last > begin:
            return None
        gap = begin - previous.quantity.last
        if self._is_repeated(quantity, previous.quantity, gap):
            return self._borrow(sentence)
        if previous.quantity.first < sentence.first:
            return None
        if self._is_relative_result(begin, previous.quantity) and previous.quantity.kind == quantity.kind:
            return self._borrow(sentence)
        if self._is_result(quantity, previous.quantity) and (
            quantity.kind != "count" or self._own_phrase(quantity, sentence) is None
        ):
            return self._borrow(sentence)
        if (part := self._apposed_part(quantity, gap, sentence)) is not None:
            return part
        if (
            self._phrase_before(begin, sentence.first, self.words.comparison_phrases)
            and quantity.kind == previous.quantity.kind
            and quantity.change == ""
        ):
            own = self._own_phrase(quantity, sentence)
            if own is None:
                return self._content_phrase(quantity, sentence) or self._borrow(sentence)
        return None

    def _content_phrase(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "MAD 120 billion in foreign currency receipts", "into the national GDP"."""
        i = self._behind_bracket(quantity, sentence.last)
        if i >= sentence.last or self.tokens[i].folded not in self.words.content_links:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        if j + 2 < sentence.last and j in self.in_date and self.tokens[j + 1].folded == "'s":
            j += 2 * (self.tokens[j + 2].folded in self.words.open_heads)  # "in this year's budget"
        end = self._phrase_end(j, sentence.last)
        if (
            end == j
            or self.tokens[j].pos == "PROPN"
            or self._head(j, end) in self.words.empty_nouns
            or not any(t.pos == "NOUN" for t in self.tokens[j:end])
        ):
            return None
        return Measure(self._slice(j, end), 3, self._head(j, end), end)

    def _is_repeated(self, quantity: Quantity, previous: Quantity, gap: int) -> bool:
        """As in "3 millions d'euros (4 millions de dollars)", "dix mille (10 000) agents": the same in brackets."""
        if quantity.is_conversion and gap <= _CONVERTED and previous.kind == "money":
            return True
        is_bracket = gap == 1 and self.tokens[previous.last].text == "("
        return is_bracket and previous.in_words and previous.kind == quantity.kind == "count"

    def _apposed_part(self, quantity: Quantity, gap: int, sentence: Sentence) -> Measure | None:
        """As in "3 milliards, dont 1 milliard pour le Nord", "soit 4 %": a part of the figure before, or the same."""
        begin = self._begin_token(quantity)
        if quantity.kind == "measure" and self._phrase_before(begin, sentence.first, self.words.equal_phrases):
            own = self._own_phrase(quantity, sentence)
            return self._borrow(sentence) if own is None else None  # "a reculé de 11 %, soit 640 000 hectares"
        if quantity.kind not in ("money", "percent", "rank") and not quantity.is_weak:
            return None
        length = self._phrase_before(begin, sentence.first, self.words.apposition_phrases)
        if not length or (self.tokens[begin - length - 1].text not in ",(" and gap > length + 1):
            return None
        own = self._own_phrase(quantity, sentence)
        behind = self._behind_adverbs(quantity.last, sentence.last)
        previous = self.found[-1].measure if self.found else None
        if quantity.kind == "percent" and own is not None and own.trust == 3 and previous is not None:
            is_same = self._phrase_before(begin, sentence.first, self.words.equal_phrases) > 0
            if is_same and self._content(own.text) == 1 and self._content(previous.text) <= _EQUAL:
                return Measure(f"{previous.text}, {own.text}", 2, own.head)  # "830 spent, or 54% of the funds"
        if quantity.kind == "money" and own is not None and own.trust == 3 and own.text[:1].islower():
            return self._completed(own, quantity, sentence)  # "dont 42 milliards de subsides à partager"
        if quantity.kind == "money" and (done := self._done_to_part(behind, quantity, sentence)) is not None:
            return done
        is_free = behind >= sentence.last or self.tokens[behind].verb != "Part"
        is_free = is_free and not (quantity.kind == "count" and self._is_verb_at(behind, sentence))
        is_free = is_free and (own is None or own.head in self.words.comparison_heads or quantity.kind == "money")
        return self._borrow_part(quantity, sentence) if is_free else None

    def _completed(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """A noun that says little alone, with what follows: "jobs for school leavers", "people were displaced"."""
        if not own.end or own.base or self._content(own.text) > 1:
            return own
        tail = self._tail(own.end, sentence, COMPLETED)
        if self._content(tail) > COMPLETED:
            tail = self._tail(own.end, sentence, 1)
        if any(w in self.words.empty_nouns for w in words(tail)[:3]):
            tail = ""  # "162 unités dans le cadre du programme"
        if tail and fold(tail) not in fold(own.text):
            own.base, own.text = own.text, f"{own.text} {tail}"
        elif (subject := self._level_subject(quantity, sentence)) and fold(subject) not in fold(own.text):
            own.base, own.text = own.text, f"{own.text}, {subject}"
        return own

    def _level_subject(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "the waiting list stood at 3,000 households": what has that level, where that is short."""
        begin = self._begin_token(quantity)
        if begin - 2 > sentence.first and self.tokens[begin - 2].folded in self.words.estimates:
            end = begin - 2 - (self.tokens[begin - 3].text == ",")  # "la population, estimée à 5 millions d'habitants"
            start = self._phrase_start(end, sentence.first, is_subject=False)
            told = self._slice(start, end) if start < end else ""
            return told if self._content(told) <= COMPLETED else ""
        verb = self._verb_before(begin, sentence.first)
        if verb is None or begin - verb != 2 or self.tokens[begin - 1].pos != "ADP":
            return ""
        if not quantity.change and not self._is_stem(self.tokens[verb].folded, self.words.level_verbs):
            return ""
        subject = self._subject(verb, sentence.first)
        return subject if 0 < self._content(subject) <= COMPLETED else ""

    def _done_to_part(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "dont 21 milliards sont déjà acquis", "of which 41 million has been spent": what is done to it."""
        if i < sentence.last and self.tokens[i].pos == "VERB" and self.tokens[i].verb == "Fin":
            length = self._phrase_at(i + 1, sentence.last, self.words.role_phrases)  # "of which 1 million comes as"
            j = i + 1 + length + self._determiners(i + 1 + length, sentence.last)
            end = self._phrase_end(j, sentence.last) if length else j
            return Measure(self._slice(j, end), 3, self._head(j, end)) if end > j else None
        if i >= sentence.last or self.tokens[i].pos != "AUX":
            return None
        if (gone := self._destination(quantity.last, sentence)) is not None:
            return gone
        doing = self._participle_behind(i, sentence, with_object=True)
        if doing:
            return Measure(doing, 2)
        j = self._behind_adverbs(i + 1, sentence.last)
        if j + 1 >= sentence.last or self.tokens[j].pos != "ADJ" or self.tokens[j + 1].pos != "ADP":
            return None
        end = self._phrase_end(j + 2 + self._determiners(j + 2, sentence.last), sentence.last)
        return Measure(self._slice(j, max(j + 1, end)), 2)  # "est issu du fonds européen"

    def _moved_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a rate of 14%, which the plan wants to cut to 10%", "la hisser à 35 %": what was told before."""
        tokens, begin = self.tokens, self._begin_token(quantity)
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.unit == quantity.unit and quantity.change == ""
        if not is_alike or begin - 2 <= sentence.first or tokens[begin - 1].folded not in self.words.amount_links:
            return None
        is_object = tokens[begin - 2].folded in self.words.object_pronouns and tokens[begin - 3].pos == "VERB"
        verb = begin - 3 if is_object else begin - 2
        if tokens[verb].pos != "VERB" or tokens[verb].verb not in ("Inf", "Part", "Fin"):
            return None
        before = tokens[verb - 1]
        is_clitic = before.folded in self.words.object_pronouns and before.pos in ("PRON", "DET")
        if is_object or (is_clitic and self.words.clitics):
            return self._borrow(sentence)
        floor = max(sentence.first, verb - 10, previous.quantity.last if previous is not None else 0)
        for j in range(verb - 1, floor - 1, -1):
            if tokens[j].text in ";:":
                return None
            if tokens[j].folded in self.words.object_relatives and tokens[j - 1].text == ",":
                is_own = tokens[j + 1].verb == "Fin" or tokens[j + 1].pos == "AUX"
                return None if is_own else self._borrow(sentence)
        return None

    def _is_verb_at(self, i: int, sentence: Sentence) -> bool:
        return i < sentence.last and self.tokens[i].verb == "Fin"

    def _is_relative_result(self, begin: int, previous: Quantity) -> bool:
        """As in "6.7 billion which increases to 7.1 billion", "14 %, qui passerait à 10 %"."""
        first = previous.last + (self.tokens[previous.last].text == ",")
        if begin - first not in (3, 4) or self.tokens[first].folded not in self.words.relatives:
            return False
        return self.tokens[begin - 1].folded in self.words.amount_links and self.tokens[begin - 2].verb != ""

    def _is_result(self, quantity: Quantity, previous: Quantity) -> bool:
        """As in "rose 9% to €1.1bn", "un bond de 43 %, à 683 MW": where a change leads."""
        if quantity.change or previous.change:
            return False
        begin = self._begin_token(quantity)
        length = self._phrase_before(begin, previous.last, self.words.result_phrases)
        if not length or (previous.kind != "percent" and previous.unit != quantity.unit):
            return False
        return self._beyond(previous.last, begin) >= begin - length

    def _behind_rest(self, quantity: Quantity, sentence: Sentence) -> int:
        """The token behind the number, or behind "restants" where a link follows: "les 60 % restants du budget"."""
        i = self._behind_bracket(quantity, sentence.last)
        after = self._behind_adverbs(i, sentence.last)
        if quantity.kind == "percent" and i < after < sentence.last and self.tokens[after].folded in self.words.linkers:
            return after  # "17 % seulement des déchets"
        if quantity.kind != "percent" or i + 1 >= sentence.last or self.tokens[i].folded not in self.words.others:
            return i
        return i + (self.tokens[i + 1].folded in self.words.linkers)

    def _own_phrase(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The phrase that the number counts or is a part or an amount of: "14.000 postes", "90 % des démarches"."""
        tokens, lexicon = self.tokens, self.words
        i = self._behind_rest(quantity, sentence)
        is_linked = False
        part, is_side = self._part_of(i, quantity, sentence), self._phrase_at(i, sentence.last, lexicon.side_phrases)
        if part is not None or is_side:  # "un don de 3 millions de la part de"
            return part
        if i < sentence.last and tokens[i].folded in lexicon.linkers:
            i, is_linked = i + 1, True
        elif not self._counts_bare(quantity, i, sentence):
            return None
        i += i + 1 < sentence.last and not is_linked and tokens[i].text in HYPHENS  # "a 68-page text"
        if is_linked and i + 1 < sentence.last and tokens[i].pos == "ADP" and tokens[i + 1].folded in lexicon.them:
            return self._borrow_base(sentence, i + 2)  # "d'entre eux"
        while (
            i < sentence.last
            and (
                tokens[i].pos in ("DET", "PRON")
                or tokens[i].text in QUOTES
                or i in self.in_quantity
                or tokens[i].folded in lexicon.possessives
            )
            and (is_linked or tokens[i].text in QUOTES)
        ):
            if tokens[i].pos == "PRON" and tokens[i].folded in lexicon.them:
                return self._borrow_base(sentence, i + 1)
            i += 1
        if is_linked and i < sentence.last and tokens[i].folded in lexicon.linkers:
            i += 1
        is_timed = is_linked and not self.in_date.isdisjoint((i + 1, i + 2))
        if is_timed and i + 1 < sentence.last and tokens[i].folded in lexicon.empty_nouns:
            return None  # "45 % d'ici 2031"
        is_adverb = is_linked and i + 1 < sentence.last and tokens[i].pos == "ADV" and tokens[i + 1].pos in NOMINAL
        end = self._phrase_end(i + is_adverb, sentence.last)
        if end == i + is_adverb or not any(
            t.pos in NOMINAL and (is_linked or t.folded not in lexicon.lone_adjectives) for t in tokens[i:end]
        ):
            return None
        return Measure(self._slice(i, end), 3, self._head(i, end), end)

    def _counts_bare(self, quantity: Quantity, i: int, sentence: Sentence) -> bool:
        """Whether what stands at token `i` may be what the number counts, without a link."""
        if quantity.kind != "count" or self._is_comment(i, sentence):
            return False
        return not self._needs_link(quantity) or i > quantity.last

    def _apposed_noun(self, own: Measure, sentence: Sentence) -> Measure | None:
        """As in "320 workers, 40 of them women": what those are, right behind."""
        i = own.end
        end = self._phrase_end(i, sentence.last) if 0 < i < sentence.last else i
        is_noun = end > i and self.tokens[i].pos == "NOUN" and (end == sentence.last or self.tokens[end].pos == "PUNCT")
        return Measure(self._slice(i, end), 3, self._head(i, end)) if is_noun else None

    def _is_comment(self, i: int, sentence: Sentence) -> bool:
        """As in "7,500 according to police", "61 seulement débitent": nothing that a number counts."""
        if i >= sentence.last:
            return False
        is_reported = self._phrase_at(i, sentence.last, self.words.reported_phrases) > 0
        return is_reported or self.tokens[i].folded in self.words.attributions

    def _part_of(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "87 out of 136 initiatives", "22 of the 37 sites": what the whole counts."""
        length = self._phrase_at(i, sentence.last, self.words.out_of_phrases)
        if not length or quantity.kind not in ("count", "measure"):
            return None
        j = i + length  # "14 of the country's 37 factories"
        while (
            j < min(i + length + 4, sentence.last)
            and j not in self.quantity_at
            and (self.tokens[j].pos in ("DET", "PROPN", "NOUN") or self.tokens[j].folded == "'s")
        ):
            j += 1
        whole = self.quantity_at.get(j)
        if whole is None or whole.unit != quantity.unit or (j > i + length and self.tokens[j - 1].folded != "'s"):
            return None
        return self._own_phrase(whole, sentence)

    def _needs_link(self, quantity: Quantity) -> bool:
        # "950 milliards logés": French scales take "de" before what they count, English ones don't.
        return quantity.is_scaled and quantity.value >= 1e6 and self.words.links_scales

    def _noun_of(self, measure: Measure) -> str:
        for word in measure.text.split():
            if fold(word) == measure.head:
                return word
        return measure.head

    def _same_unit_before(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "20 TWh en 2030, puis de 200 à 350 TWh": what the value before in the sentence measures."""
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.unit == quantity.unit
        return self._borrow(sentence) if is_alike else None

    def _of_compared(self, start: int, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "should exceed their 2019 level of 4 billion": what the clause tells of, where a noun only compares."""
        head, lexicon = self._head(start, i), self.words
        is_level = head in lexicon.comparison_heads
        if not is_level and head not in lexicon.goal_nouns:
            return None
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.kind == quantity.kind
        if previous is not None and is_alike and previous.quantity.first >= sentence.first:
            borrowed = self._borrow(sentence)
            if borrowed is not None:
                return borrowed
        if not is_level or self.in_date.isdisjoint(range(start - 1, i)):
            return None
        verb = self._verb_before(start, sentence.first)
        span = self._subject_span(verb, sentence.first) if verb is not None else None
        return Measure(self._slice(*span), 3, self._head(*span)) if span is not None else None

    def _purpose_noun(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "22 % pour les programmes consacrés à", "48,000km for private operators"."""
        i = self._beyond(self._behind_bracket(quantity, sentence.last), sentence.last)
        if i >= sentence.last or self.tokens[i].folded not in self.words.purpose_nouns:
            return None
        j = i + 1
        while j < sentence.last and (
            self.tokens[j].pos in ("DET", "PRON", "NUM") or self.tokens[j].text in QUOTES or j in self.quantity_at
        ):
            number = self.quantity_at.get(j)  # "£20bn on 40 projects"
            j = number.last if number is not None and number.kind == "count" else j + 1
        end = self._list_end(self._phrase_end(j, sentence.last), sentence)
        if self._head(j, end) in self.words.comparison_heads and j > i + 1:
            return None  # "60% on 2019 levels"
        if quantity.kind == "money" and (self._head(j, end) in self.words.empty_nouns or i + 1 in self.in_date):
            return None  # "has promised 50 million for this year"
        return Measure(self._slice(j, end), 3, self._head(j, end), end) if end > j else None

    def _list_end(self, i: int, sentence: Sentence) -> int:
        """Where a list of phrases ends that closes its sentence: "for justice, housing and the fight against fraud"."""
        tokens, end = self.tokens, i
        while end < sentence.last and end - i < _LIST:
            is_last = tokens[end].pos == "CCONJ"
            if not is_last and tokens[end].text != ",":
                return i
            j = end + 1 + (not is_last and end + 1 < sentence.last and tokens[end + 1].pos == "CCONJ")
            is_last = is_last or j > end + 1
            j += self._determiners(j, sentence.last)
            end = self._phrase_end(j, sentence.last)
            if end < sentence.last and tokens[end].pos == "ADP" and end > j:
                end = max(end, self._phrase_end(end + 1 + self._determiners(end + 1, sentence.last), sentence.last))
            if end == j:
                return i
            if is_last:
                is_closed = end == sentence.last or tokens[end].text in ".;"
                return end if is_closed else i
        return i

    def _recipient(self, quantity: Quantity, sentence: Sentence) -> str:
        """Who or what gets the amount: "alloué 15 milliards au secteur de l'eau", "to 45,000 farmers"."""
        return self._recipient_at(self._beyond(self._behind_bracket(quantity, sentence.last), sentence.last), sentence)

    def _recipient_at(self, i: int, sentence: Sentence) -> str:
        if i >= sentence.last or self.tokens[i].folded not in self.words.recipient_links:
            return ""
        j = i + 1
        while j < sentence.last and (j in self.in_quantity or self.tokens[j].pos in ("DET", "PRON", "NUM")):
            j += 1
        if (number := self.quantity_at.get(j)) is not None and number.kind == "count":
            j = number.last  # "on roughly 250 roads"
        end = self._phrase_end(j, min(sentence.last, j + 6))
        is_empty = self._head(j, end) in self.words.empty_nouns or not any(t.pos in NOMINAL for t in self.tokens[j:end])
        return (
            self._slice(j, end)
            if end > j
            and not is_empty
            and self.tokens[j].pos != "PROPN"
            and not self._is_name(j, end)
            and j not in self.in_date
            else ""
        )

    def _is_name(self, first: int, end: int) -> bool:
        """As in "under the Clean Water Programme": a plan with a capital on every noun, whatever the tagger says."""
        if self.words.plan_nouns.isdisjoint(self.doc.words[first:end]):
            return False
        return end - first > 1 and all(t.is_capitalised for t in self.tokens[first:end] if t.pos in (*NOMINAL, "ADJ"))

    def _pointed_back(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "3 millions : c'est tout ce qu'a reçu le fonds", "40 million: that is the cost of the port"."""
        i = quantity.last
        opening = self.tokens[sentence.first : self._begin_token(quantity)]  # "À peine", "Only"
        if len(opening) > COMPLETED or i + 3 >= sentence.last:
            return None
        if any(t.pos not in ("ADV", "ADP", "DET") and t.folded not in self.words.between_compared for t in opening):
            return None
        i += self.tokens[i].text in ":,;—–"
        near = range(i, min(i + _POINTED, sentence.last))
        if self.tokens[i].folded not in self.words.pointers and self.tokens[i].pos != "AUX":
            return None
        mark = next((j for j in near if self.tokens[j].folded in self.words.what), None)
        if mark is not None:
            end = min(mark + _POINTING, sentence.last)
            verb = next((j for j in range(mark + 1, end) if self.tokens[j].pos == "VERB"), None)
            return Measure(self.tokens[verb].text, 2) if verb is not None else None
        copula = next((j for j in near if self.tokens[j].pos == "AUX"), i)  # "voilà le coût du chantier"
        j = copula + 1 + self._determiners(copula + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        is_noun = end > j > copula + 1 and self._head(j, end) not in self.words.empty_nouns
        return Measure(self._slice(j, end), 2, self._head(j, end)) if is_noun else None

    def _so_many_to_do(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "ils ne sont que 29 % à voter", "les ménages étaient 3 000 à attendre": who does what."""
        i, begin = quantity.last, self._begin_token(quantity)
        if not self.words.clitics or i + 1 >= sentence.last or self.tokens[i].folded not in self.words.infinitive_marks:
            return None
        verb = i + 1 + (self.tokens[i + 1].folded in self.words.clitics)
        be = self._verb_before(begin, max(sentence.first, begin - 4))
        if be is None or self.tokens[verb].verb != "Inf":
            return None
        if self.tokens[be].pos != "AUX" and self.tokens[be].folded not in self.words.past_verbs:
            return None
        k = verb + 1 + self._determiners(verb + 1, sentence.last)
        doing = self._slice(i, max(verb + 1, self._phrase_end(k, sentence.last)))
        pronoun = self._skip_verbal(be, sentence.first) - 1
        who = self._subject(be, sentence.first)
        if not who and pronoun > sentence.first and self.tokens[pronoun].folded in self.words.pronouns:
            earlier = self._finite_of_part(pronoun, sentence.first)
            who = self._subject(earlier, sentence.first) if earlier is not None else ""
        return Measure(f"{who} {doing}".strip(), 2, fold(who.split()[0]) if who else "")

    def _by_subject(self, quantity: Quantity, sentence: Sentence, *, with_verb: bool = False) -> Measure | None:
        begin = self._begin_token(quantity)
        verb = self._verb_of(quantity, sentence.first)
        if verb is not None:
            span = self._subject_span(verb, sentence.first)
            if span is None:
                return self._latter(verb, sentence)
            return self._of_subject(span, verb, quantity, with_verb=with_verb)
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

    def _latter(self, verb: int, sentence: Sentence) -> Measure | None:
        """As in "s'attaque à la vitesse des bus : celle-ci est tombée à": the noun phrase named last."""
        i = self._skip_verbal(verb, sentence.first) - 1
        if i < sentence.first or self.tokens[i].folded not in self.words.latters or self.tokens[i].pos != "PRON":
            return None
        floor = sentence.first
        while i > floor and self.tokens[i - 1].pos in ("PUNCT", "CCONJ", "SCONJ"):
            i -= 1
        index = self.doc.sentence_index(sentence.start) - 1
        if i == floor and index >= 0 and self.doc.sentences[index].block == sentence.block:
            floor = self.doc.sentences[index].first
            i -= 1  # behind the full stop
        start = self._phrase_start(i, floor, is_subject=False)
        return Measure(self._slice(start, i), 2, self._head(start, i)) if start < i else None

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
        if head in self.words.generic_heads and span[1] - span[0] == 1:
            taken = self._taken_up(head, quantity, sentence)  # "Le taux grimpera à 60 %"
            if taken is not None:
                return taken
        is_copula = self.tokens[verb].folded in self.words.past_verbs | self.words.perfect_auxiliaries
        if with_verb and self.tokens[verb].pos == "VERB" and not is_copula:
            text = f"{text}, {self.tokens[verb].text}"
        return Measure(text, 2, head)

    def _taken_up(self, head: str, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What the figure before measured, where a bare "the rate" takes it up."""
        previous = self._previous(sentence)
        if previous is None or previous.quantity.kind != quantity.kind or previous.measure is None:
            return None
        return self._borrow(sentence) if head not in self.words.number_of or quantity.kind != "count" else None

    def _is_wanted(self, verb: int, quantity: Quantity) -> bool:
        """As in "the government wants 30 percent": the verb's subject is who aims, not what is measured."""
        is_next = self._begin_token(quantity) - verb <= 2
        return is_next and quantity.change == "" and self._is_stem(self.tokens[verb].folded, self.words.wanting)

    def _base_text(self, text: str) -> str:
        """A borrowed phrase without its last participle, so that another one can take its place."""
        previous = self.found[-1] if self.found else None
        if previous is None:
            return text
        doing = self._participle_behind(previous.quantity.last, previous.sentence)
        return text.removesuffix(doing).strip() if doing else text

    def _topic_phrase(self, begin: int, floor: int) -> Measure | None:
        """The phrase that a comma sets off before the number at the head of the sentence."""
        j = begin
        while j > floor and (
            self.tokens[j - 1].folded in self.words.fillers
            or self.tokens[j - 1].pos == "ADV"
            or (j < begin and self.tokens[j].folded in self.words.others and self.tokens[j - 1].pos == "DET")
            or self.tokens[j - 1].folded in self.words.others
        ):
            j -= 1
        if j <= floor or self.tokens[j - 1].text != ",":
            return None
        if self.tokens[j - 2].text == ")":  # "Agence des eaux (ADE), 4 milliards"
            j = next((k + 1 for k in range(j - 3, max(floor, j - 9), -1) if self.tokens[k].text == "("), j)
        end = j - 1
        while end > floor and end - 1 in self.in_date:  # "the places announced in July, an extra 36"
            end -= 1
        is_dated = end < j - 1 and end > floor
        end -= is_dated and self.tokens[end - 1].pos == "ADP"
        start = self._phrase_start(end, floor, is_subject=is_dated)
        is_source = start - floor <= _SOURCE and self.tokens[floor].folded in self.words.attributions
        if start >= end or is_source or any(t.pos == "NUM" for t in self.tokens[start:end]):
            return None  # "Selon l'audit, 7 millions"
        return Measure(self._slice(start, end), 2, self._head(start, end))

    def _phrase_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """Any noun phrase right behind: "un budget 2 milliards ...", "€3m grant"."""
        i = self._behind_bracket(quantity, sentence.last)
        end = self._phrase_end(i, sentence.last)
        if end == i:
            return None
        return Measure(self._slice(i, end), 2, self._head(i, end), end)

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

    def _tail(self, i: int, sentence: Sentence, size: int) -> str:
        """The words from token `i` on that say which or what those counted do, up to `size` words that count."""
        tokens, content = self.tokens, 0
        while i < sentence.last and self._is_helping(i, sentence.last):
            i += 1
        start = last = i
        while i < sentence.last and content < size:
            token = tokens[i]
            is_end = token.pos in ("PUNCT", "PROPN", "NUM") and token.text not in QUOTES
            is_end = is_end or i in self.in_plan or token.folded in self.words.attributions
            if is_end or i in self.in_quantity or i in self.in_date or token.folded in self.words.relatives:
                break
            if self._phrase_at(i, sentence.last, self.words.rate_phrases):
                break
            opens_clause = token.pos in ("CCONJ", "SCONJ") or (token.pos == "PRON" and content > 0)
            opens_clause = opens_clause or (token.pos == "AUX" and token.verb == "Fin" and content > 0)
            if opens_clause:
                break
            if token.pos not in _FUNCTION:
                content += 1
                last = i + 1
            i += 1
        if content == size:
            last = self._whole_word_end(last, sentence.last)
            is_open = tokens[last - 1].pos == "ADJ" and last < sentence.last and tokens[last].pos == "NOUN"
            if is_open and all(t.pos not in ("NOUN", "VERB") for t in tokens[start:last]):
                last += 1  # "in the senior high schools"
        while last > start and tokens[last - 1].folded in self.words.perfect_auxiliaries:
            last -= 1  # "a hole in the budget has"
        is_telling = any(t.pos in ("NOUN", "VERB") for t in tokens[start:last])
        return self._slice(start, last) if is_telling else ""

    def _is_helping(self, i: int, limit: int) -> bool:
        """Whether a word only helps the verb that follows: auxiliaries, adverbs, "devraient" before an infinitive."""
        token = self.tokens[i]
        if token.pos in ("AUX", "ADV", "PART") or token.folded in self.words.fillers:
            return True
        is_led = token.verb == "Inf" and i + 1 < limit and self.tokens[i + 1].folded in self.words.infinitive_marks
        is_leading = token.verb == "Fin" or is_led  # "will have to go up"
        return is_leading and i + 1 < limit and any(t.verb == "Inf" for t in self.tokens[i + 1 : i + 3])

    def _whole_word_end(self, i: int, limit: int) -> int:
        """Behind the rest of a hyphenated word."""
        while i + 1 < limit and self.tokens[i].text == "-" and not self.tokens[i].space:
            i += 2
        return i

    def _content(self, text: str) -> int:
        """How many words of a phrase count: without articles and prepositions."""
        return sum(w not in self.words.function_words for w in words(text))

    def _prepositional_end(self, i: int, sentence: Sentence) -> int:
        """Where a complement with a preposition ends that stands between a noun and its verb, 0 for none."""
        if i >= sentence.last or self.tokens[i].pos != "ADP":
            return 0
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, min(sentence.last, j + 5))
        return end if j < end < sentence.last and self.tokens[end].verb == "Fin" and j not in self.in_plan else 0

    def _predicate(self, i: int, sentence: Sentence) -> str:
        """What a group does, behind its noun: "live in towns", "have access to water", "sont couverts"."""
        i = self._behind_stating(i, sentence.last)
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
        verb = self._behind_adverbs(i + 1, sentence.last)
        if tokens[i].verb == "Fin" and verb < sentence.last and tokens[verb].verb == "Inf":
            i = first = verb  # "devra échoir à des PME"
        is_verb = tokens[i].verb in ("Fin", "Part", "Inf", "Ger") and tokens[i].pos == "VERB"
        end = after = i + 1 if is_verb else i
        end = self._behind_adverbs(end, sentence.last)
        is_tied = end < sentence.last and (tokens[end].pos == "ADP" or tokens[end].folded in self.words.linkers)
        j = end + is_tied + self._determiners(end + is_tied, sentence.last)
        if j < sentence.last and j not in self.in_date and j not in self.in_quantity:
            end = max(end, min(self._phrase_end(j, sentence.last), j + 5))
        if end <= j:
            end = after
        if end == first:
            return ""
        return f" {self._slice(first, end)}" if is_verb else f", {self._slice(j, end)}"

    def _behind_stating(self, i: int, limit: int) -> int:
        """The verb of what a group says of itself: "say they lack staff", "disent manquer de bras"; else `i`."""
        if i + 2 >= limit or self.tokens[i].folded not in self.words.stating:
            return i
        j = i + 1
        while j + 1 < limit and (self.tokens[j].folded in self.words.complementizers or self.tokens[j].pos == "PRON"):
            j += 1
        return j if self.tokens[j].verb in ("Fin", "Inf") else i

    def _with_participle(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        i = next(
            (j for j in range(quantity.last, min(quantity.last + 9, sentence.last)) if self.tokens[j].verb == "Part"),
            None,
        )
        if i is not None and any(t.text == "," for t in self.tokens[quantity.last : i]):
            i = None  # "70% of them from women, and helped open"
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
