"""What money and measured amounts are of: the noun they are tied to, their purpose, their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.figure_lexicon import Measure
from pipelines.extract.figure_phrases import CLAUSE_ENDS, NOMINAL
from pipelines.extract.measure_common import CommonReader
from pipelines.extract.text import fold, words
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence, Token
    from pipelines.extract.quantities import Quantity


# Trust in what is tied to the amount itself.
_SURE = 3
# Signs that set an amount off from what it is of.
_ASIDES = ",—–"
# Figures back to which a goal may reach.
_REACH = 5
# Tokens between two participles of one noun.
_CLAUSE = 12


class AmountReader(CommonReader):
    """Reads the measures of money and of quantities with a unit."""

    def _amount_measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        own = self._own_phrase(quantity, sentence)
        if own is None and self._is_once_more(quantity, sentence):
            return self._borrow(sentence)
        if own is None and (beside := self._behind_its_comma(quantity, sentence)) is not None:
            return beside
        if own is not None and own.trust == 1:
            return self._apposed_noun(own, sentence) or own  # "22 million of it capital"
        if own is not None and self._is_from_giver(quantity, sentence):
            linked = self._linked_before(quantity, sentence)
            own.text = f"{linked.text}, {own.text}" if linked is not None and linked.trust == _SURE else own.text
            return own  # "un prêt de 3 millions du Fonds"
        if own is not None:
            return self._with_holder(own, quantity, sentence)
        if quantity.kind == "measure" and (part := self._measured_part(quantity, sentence)) is not None:
            return part
        if quantity.unit in DURATIONS and (aim := self._time_to(quantity, sentence)) is not None:
            return aim
        if (twin := self._twin_of(quantity, sentence)) is not None:
            return twin
        return (
            self._content_phrase(quantity, sentence)
            or self._listed_giver(quantity, sentence)
            or self._attributive(quantity, sentence)
            or self._term_of(quantity, sentence)
            or self._placed_behind(quantity, sentence)
            or (self._destination(quantity.last, sentence) if not self._is_of_deal(quantity, sentence) else None)
            or self._linked_before(quantity, sentence)
            or (self._by_subject(quantity, sentence) if quantity.change else None)
            or self._apposed(quantity, sentence)
            or self._owned(quantity, sentence)
            or self._role_of(quantity, sentence)
            or self._gapped(quantity, sentence)
            or self._in_relative(quantity, sentence)
            or self._done_to_it(quantity, sentence)
            or self._purpose(quantity, sentence)
            or self._acting(quantity, sentence)
            or self._conjoined(quantity, sentence)
            or self._partitive(quantity, sentence)
            or self._price_of(quantity, sentence)
            or self._by_verb(quantity, sentence)
            or self._topic_phrase(self._begin_token(quantity), sentence.first)
            or self._phrase_behind(quantity, sentence)
            or self._same_unit_before(quantity, sentence)
            or self._acts_itself(quantity, sentence)
            or self._pointed_back(quantity, sentence)
        )

    def _behind_its_comma(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a grant of 300 euros, capped at 900", "a wall, 46 kilometres of it": of what stands before."""
        begin, i = self._begin_token(quantity), quantity.last
        comma = begin - 1
        if comma <= sentence.first or self.tokens[comma].text != ",":
            return None
        is_limit = quantity.qualifier == "at_most" and begin < quantity.first  # ", dans la limite de 8 000 euros"
        if is_limit or (begin < quantity.first and self.tokens[begin].verb in ("Part", "Fin")):
            return self._capped(comma, quantity, sentence)
        near = self.tokens[i : min(i + 2, sentence.last)]
        if len(near) < 2 or near[0].folded not in self.words.linkers or near[1].folded not in self.words.them:
            return None
        start = self._phrase_start(comma, sentence.first, is_subject=False)
        is_noun = start < comma and near[1].pos == "PRON"
        return Measure(self._slice(start, comma), 2, self._head(start, comma)) if is_noun else None

    def _measured_part(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "10 tonnes d'or, dont 500 kilos sont déclarés", "of which 40 km has been laid": what is done to it."""
        begin, previous = self._begin_token(quantity), self._previous(sentence)
        if previous is None or previous.quantity.kind != "measure" or previous.quantity.first < sentence.first:
            return None
        if not self._phrase_before(begin, sentence.first, self.words.apposition_phrases):
            return None
        doing = self._participle_behind(quantity.last, sentence)
        borrowed = self._borrow(sentence) if doing else None
        if borrowed is not None:
            borrowed.text = f"{borrowed.text} {doing}"
        return borrowed

    def _is_of_deal(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "Un contrat de 7 millions a été attribué à": a noun that says more than whom the amount goes to."""
        link = self._begin_token(quantity) - 1
        if link - 1 <= sentence.first or self.tokens[link].folded not in self.words.linkers:
            return False
        noun = self.tokens[link - 1]
        amounts = self.words.amount_heads | self.words.open_heads | self.words.generic_heads | self.words.cost_heads
        return noun.pos == "NOUN" and noun.i not in self.in_quantity and noun.folded not in amounts

    def _is_from_giver(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "un prêt de 3 millions de la Banque": with an article, a name behind is who gives the amount."""
        i, begin = self._behind_bracket(quantity, sentence.last), self._begin_token(quantity)
        if quantity.kind != "money" or not self.words.links_scales or i + 2 >= sentence.last or begin <= sentence.first:
            return False
        if self.tokens[begin - 1].folded not in self.words.linkers:
            return False
        link, noun = self.tokens[i], self.tokens[i + 1]
        is_definite = noun.pos == "DET" or link.folded not in self.words.bare_linkers
        return is_definite and self.tokens[i + 1 + (noun.pos == "DET")].is_capitalised

    def _listed_giver(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "R30 million from the first, R350 million from the Acme Group": whom a part comes from."""
        i, begin = self._behind_bracket(quantity, sentence.last), self._begin_token(quantity)
        is_source = i + 1 < sentence.last and self.tokens[i].folded in self.words.sources
        if quantity.kind != "money" or not is_source or self.words.links_scales:
            return None
        before = self.tokens[begin - 1]
        is_listed = begin == sentence.first or before.text in ",;:–—(" or before.pos in ("CCONJ", "ADJ", "DET")
        is_listed = is_listed or begin - 1 == sentence.first  # "With 60 million from the capital, the bank will"
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        return Measure(self._slice(i, end), 3, self._head(j, end)) if is_listed and end > j else None

    def _is_once_more(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "to 500 billion by 2036 and on to 1.5 trillion by 2047": another level of what was told before."""
        begin, previous = self._begin_token(quantity), self._previous(sentence)
        if previous is None or previous.quantity.first < sentence.first or previous.quantity.unit != quantity.unit:
            return False
        link, before = self.tokens[begin - 1].folded, self._begin_token(previous.quantity)
        if link in self.words.linkers or link not in self.words.amount_links or self.tokens[before - 1].folded != link:
            return False
        between = self.tokens[previous.quantity.last : begin]
        is_joined = any(t.pos == "CCONJ" or t.folded in self.words.then_words for t in between)
        return is_joined and not any(t.verb or (t.pos in NOMINAL and t.i not in self.in_date) for t in between)

    def _time_to(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a soixante jours pour répondre", "90 days to reply": what the time is for."""
        begin = self._begin_token(quantity)
        near = self.tokens[max(sentence.first, begin - 3) : begin]
        if all(t.folded not in self.words.have_verbs for t in near):
            return None
        if (aim := self._purpose(quantity, sentence)) is not None:
            return aim
        i = quantity.last + self._phrase_at(quantity.last, sentence.last, self.words.purpose_phrases)
        verb = i
        while i > quantity.last and verb < sentence.last and self.tokens[verb].folded in self.words.clitics:
            verb += 1
        if i == quantity.last or verb >= sentence.last or self.tokens[verb].verb != "Inf":
            return None
        end = self._phrase_end(verb + 1 + self._determiners(verb + 1, sentence.last), sentence.last)
        return Measure(self._slice(i, max(verb + 1, end)), 2)

    def _acts_itself(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "barely 1,100 tonnes changed hands", "40 hectares brûlent": the verb right behind."""
        i = self._behind_adverbs(self._behind_bracket(quantity, sentence.last), sentence.last)
        if i >= sentence.last or self.tokens[i].pos != "VERB" or self.tokens[i].verb != "Fin":
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        return Measure(self._slice(i, max(i + 1, self._phrase_end(j, min(sentence.last, j + 3)))), 2)

    def _twin_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "two estates of 300 and 450 hectares": what the number right before the conjunction is of."""
        begin, previous = self._begin_token(quantity), self._previous(sentence)
        if previous is None or quantity.kind != "measure" or previous.quantity.unit != quantity.unit:
            return None
        is_joined = previous.quantity.last == begin - 1 and self.tokens[begin - 1].pos == "CCONJ"
        return self._borrow(sentence) if is_joined else None

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

    def _partitive(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "le projet n'en prévoit que 480 millions", "nous en avons vu 12": of what was told before."""
        begin, previous = self._begin_token(quantity), self._previous(sentence)
        if previous is None or previous.quantity.unit != quantity.unit:
            return None
        near = range(max(sentence.first, begin - 5), begin)
        at = next((j for j in near if self.tokens[j].folded in self.words.partitives), None)
        is_pronoun = at is not None and self.tokens[at + 1].pos in ("VERB", "AUX") and self.tokens[at + 1].verb == "Fin"
        borrowed = self._borrow(sentence) if is_pronoun else None
        payer = self._short_subject(at, sentence.first) if borrowed is not None and at is not None else ""
        if borrowed is not None and at is not None and payer and quantity.kind == "money":
            whole = self._noun_of(borrowed) if borrowed.head else borrowed.text.partition(",")[0]
            borrowed.text = f"{whole}, {payer} {self.tokens[at + 1].text}"
        return borrowed

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

    def _apposed(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the tariff, 19.79c per tonne, was": the noun phrase before the comma."""
        begin = self._begin_token(quantity)
        if quantity.kind == "measure" and begin - 3 > sentence.first and self.tokens[begin - 1].pos == "ADP":
            begin -= 1  # ", sur 14 400 km²"
        begin -= self._phrase_before(begin, sentence.first + 1, self.words.present_phrases)  # ", currently 700 tonnes,"
        if begin - 2 < sentence.first or self.tokens[begin - 1].text not in _ASIDES:
            return None
        behind = self._beyond(self._per_end(quantity.last, sentence.last), sentence.last)
        behind += self._phrase_at(behind, sentence.last, self.words.average_phrases)
        if behind < sentence.last and self.tokens[behind].text not in f"{_ASIDES});.":
            return None
        start = self._phrase_start(begin - 1, sentence.first, is_subject=False)
        if start >= begin - 1 or any(t.pos == "NUM" for t in self.tokens[start : begin - 1]):
            return None
        head = self._head(start, begin - 1)
        if head in self.words.empty_nouns or not self.in_date.isdisjoint(range(start, begin - 1)):
            return None
        if self.tokens[start].folded in self.words.amount_heads or head in self.words.amount_heads:
            return self._destination(behind + 1, sentence)
        return Measure(self._slice(start, begin - 1), 2, head)

    def _owned(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "of the fund's 3 million": whose it is."""
        end = self._begin_token(quantity)
        if end - 1 <= sentence.first or self.tokens[end - 1].folded != "'s":
            return None
        start = min(self._phrase_start(end - 1, sentence.first, is_subject=False), end - 2)
        return Measure(self._slice(start, end - 1), 2, self.tokens[end - 2].folded)

    def _gapped(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "la Banque versera 20 millions et le Fonds, 15 millions": another subject of the verb before."""
        previous = self._previous(sentence)
        begin = self._begin_token(quantity)
        if previous is None or previous.quantity.kind != quantity.kind or previous.quantity.first < sentence.first:
            return None
        end = begin - (self.tokens[begin - 1].text == "," or self.tokens[begin - 1].folded in self.words.price_links)
        if end == begin and self._is_moved_by(quantity, previous.quantity):
            end = begin - 1  # "maize is to grow by 30 per cent, rice by 49 per cent"
        if self.tokens[end - 1].text == ")":
            end = next((j for j in range(end - 2, max(sentence.first, end - 8), -1) if self.tokens[j].text == "("), end)
        start = self._phrase_start(end, previous.quantity.last, is_subject=False)
        first = start
        while first > previous.quantity.last and self.tokens[first - 1].pos == "DET":
            first -= 1
        if end == begin - 1 and self.tokens[first - 1].folded in self.words.linkers:
            first -= 1 + (self.tokens[first - 2].folded in self.words.demonstratives)  # "that of rice by 49"
        link = self.tokens[first - 1]
        is_list = link.text in ",;" or link.pos in ("CCONJ", "SCONJ")
        if quantity.last < sentence.last and self.tokens[quantity.last].folded in self.words.purpose_nouns:
            is_list = False  # "20 million for roads and bridges, 15 million for schools"
        behind = self._behind_adverbs(quantity.last, sentence.last)
        is_clause = behind < sentence.last and self.tokens[behind].verb == "Fin"  # "Of the 90 pledged to it, 40 have"
        is_gapped = start < end and first > previous.quantity.last and is_list and not is_clause
        if not is_gapped or any(t.verb for t in self.tokens[first:begin]):
            return None
        at = self._begin_token(previous.quantity)
        verb = self._verb_before(at, sentence.first)
        if verb is not None and self.tokens[verb].pos == "AUX":
            verb = self._participle_between(at, sentence.first, verb)  # "le coton a rapporté 3 millions, l'or 5"
        text = self._slice(start, end)
        return Measure(f"{text}, {self.tokens[verb].text}" if verb is not None else text, 2)

    def _is_moved_by(self, quantity: Quantity, previous: Quantity) -> bool:
        """Whether a share is told by the same link as the one before, which has a verb: "grow by 5%, rice by 9%"."""
        begin, before = self._begin_token(quantity), self._begin_token(previous)
        link = self.tokens[begin - 1]
        if quantity.kind != "percent" or link.folded not in self.words.by_links or before < 2:
            return False
        return self.tokens[before - 1].folded == link.folded and (
            self.tokens[before - 2].verb != ""
            or before - 2 in self.in_quantity
            or self.tokens[before - 2].pos == "NOUN"
        )

    def _in_relative(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the $3 billion that the state expects to pour into roads": the verb of the relative clause."""
        i = quantity.last
        if i >= sentence.last or self.tokens[i].folded not in self.words.relatives:
            return None
        verb = None
        if (
            i + 2 < sentence.last
            and self.tokens[i + 1].verb == "Fin"
            and self.tokens[i + 2].folded in self.words.amount_links
        ):
            return None  # "6.7 billion which increases to 7.1"
        for j in range(i + 1, min(i + 12, sentence.last)):
            if self.tokens[j].text in CLAUSE_ENDS or self.tokens[j].text == ",":
                break
            if self.tokens[j].verb in ("Fin", "Inf", "Part") and self.tokens[j].pos == "VERB":
                verb = j
            elif verb is not None and self.tokens[j].pos not in ("PART", "ADV", "AUX", "ADP"):
                break
        if verb is None:
            return None
        recipient = self._recipient_at(verb + 1, sentence)
        k = i + 1 + self._determiners(i + 1, verb)
        end = self._phrase_end(k, verb)
        if not recipient and end > k and self._content(self._slice(k, end)) == 1:
            return Measure(f"{self._slice(k, end)} {self.tokens[verb].text}", 2)  # "que l'État transfère"
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
        subject = self._short_subject(verb, sentence.first)
        if subject:
            own.text = f"{own.text}, {subject}"
        return own

    def _attributive(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a $4.2-billion strategy", "the ten-year roadmap", "8 per cent interest": the noun right behind."""
        i, begin = self._behind_bracket(quantity, sentence.last), self._begin_token(quantity)
        is_next = i + 1 < sentence.last and self.tokens[i].text == "," and self.tokens[begin - 1].pos == "DET"
        if is_next and (beside := self.quantity_at.get(i + 1)) is not None:
            i = beside.last  # "a 10-year, $3bn loan"
        is_named = i + 1 < sentence.last and self.tokens[i].pos == "PROPN" and self.tokens[i + 1].pos == "NOUN"
        if begin > sentence.first and (self.tokens[begin - 1].pos == "DET" or self.tokens[begin - 1].folded == "'s"):
            is_named = is_named or (i < sentence.last and self.tokens[i].pos == "PROPN")  # "the $28 million Orca Dam"
        is_described = (
            self.words.head_is_last
            and begin > sentence.first
            and self.tokens[begin - 1].pos in (("DET", "ADJ", "VERB") if quantity.kind == "percent" else ("DET", "ADJ"))
            and i + 1 < sentence.last
            and (self.tokens[i].pos == "ADJ" or self.tokens[i].verb in ("Ger", "Part"))
            and any(t.pos == "NOUN" for t in self.tokens[i + 1 : i + 3])
        )
        is_compound = (is_named and self.words.head_is_last) or is_described
        if (
            i >= sentence.last
            or not (self.tokens[i].pos == "NOUN" or is_compound)
            or i in self.in_date
            or i in self.in_quantity
            or self.tokens[i].folded in self.words.empty_nouns
        ):
            return None
        if self._phrase_at(i, sentence.last, self.words.rate_phrases):
            return None
        if self._phrase_at(i, sentence.last, self.words.average_phrases):
            return None  # "3 million apiece"
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
        i = self._behind_date(i, sentence.last) if i < sentence.last else i  # "à 62 % d'ici 2030 la part des"
        if quantity.change == "to" and i + 1 < sentence.last and self.tokens[i].pos == "DET":
            end = self._phrase_end(i + 1, sentence.last)
            is_rate = self._phrase_at(i, sentence.last, self.words.rate_phrases) > 0
            if end > i + 1 and i not in self.in_date and i + 1 not in self.in_date and not is_rate:
                return Measure(self._slice(i + 1, end), 3, self._head(i + 1, end), end)
        if begin - 2 < sentence.first or self.tokens[begin - 1].pos != "ADP" or i + 1 >= sentence.last:
            return None
        i += self._phrase_at(i, sentence.last, self.words.rate_phrases)  # "chiffre à 190 € par mois la perte"
        is_aside = self.tokens[begin - 2].text == ","  # "doubler, à 14 milliards, les ventes"
        is_verb = self.tokens[begin - 2 - is_aside].pos == "VERB"
        i = self._behind_aside_sign(i, sentence.last, is_open=is_aside)
        is_rate = i + 1 >= sentence.last or self._per_end(i, sentence.last) > i
        if not is_verb or is_rate or self.tokens[i].pos != "DET" or i in self.in_date:
            return None
        end = self._phrase_end(i + 1, sentence.last)
        if end == i + 1 or i + 1 in self.in_date or self._head(i + 1, end) in self.words.empty_nouns:
            return None
        is_next = self.tokens[i - 1].text != ","
        return Measure(self._slice(i + 1, end), 3, self._head(i + 1, end), end if is_next else 0)

    def _behind_aside_sign(self, i: int, limit: int, *, is_open: bool) -> int:
        """The token behind the comma that closes an aside, or behind a time in commas: "de 40 %, l'an prochain,"."""
        if i + 2 >= limit or self.tokens[i].text != ",":
            return i
        end = next((j for j in range(i + 1, min(limit - 1, i + 6)) if self.tokens[j].text == ","), 0)
        is_time = end > 0 and not self.in_date.isdisjoint(range(i + 1, end))
        return end + 1 if is_time else i + is_open

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
            return self._loosely_linked(i, begin, quantity, sentence)
        if tokens[i].text in ":(":
            return self._behind_sign(i, quantity, sentence)
        is_to = tokens[i].pos == "ADP" and tokens[i].folded not in lexicon.linkers
        if is_to and i == sentence.first:
            return self._behind_comma(quantity, sentence)  # "À 6 %, la croissance"
        while i - 1 > sentence.first and (
            tokens[i - 1].pos == "ADV"
            or tokens[i - 1].folded in lexicon.particles
            or (tokens[i - 1].pos == tokens[i].pos == "ADP" and tokens[i - 2].verb == "Part")  # "gonflée depuis à"
            or self._phrase_before(i, sentence.first + 1, lexicon.passing_phrases)
        ):  # "bring spending down from", "limitées pour l'heure à", "lifts outlays over the period by"
            i -= self._phrase_before(i, sentence.first + 1, lexicon.passing_phrases) or 1
        start = self._phrase_start(i, sentence.first, is_subject=tokens[i].pos == "AUX")
        is_moved = start < i and (bool(quantity.change) or is_to)
        if is_moved and (moved := self._moved_object(start, sentence)) is not None:
            return moved
        if start < i:
            return self._linked_noun(start, i, quantity, sentence)
        if tokens[i - 1].text in ",)":
            return self._linked_aside(i, quantity, sentence)
        is_described = tokens[i - 1].verb == "Part" or (tokens[i - 1].pos == "ADJ" and tokens[i - 2].text == ",")
        return self._linked_participle(i - 1, quantity, sentence) if is_described else None

    def _linked_aside(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The noun before a bracket or a comma: "le fonds (FX) de 3 milliards", "L'enveloppe, de 2 milliards"."""
        is_bracket = self.tokens[i - 1].text == ")"
        end = self._skip_apposition(i, sentence.first) if is_bracket else i - 1
        opening = end if is_bracket else self._skip_apposition(i, sentence.first)
        if not is_bracket and opening < i - 1 and self.tokens[opening - 1].pos == "VERB":
            return self._by_subject(quantity, sentence)  # "pourraient grimper, avec la hausse des taux, à 30 milliards"
        if is_bracket and end == i - 1:
            return None
        start = self._phrase_start(end, sentence.first, is_subject=not is_bracket)
        nothing = self.words.fractions | self.words.empty_nouns
        if start < end and (self._head(start, end) in nothing or self.tokens[start].folded in self.words.fractions):
            return self._by_subject(quantity, sentence)  # "a fondu de moitié, à 3 millions", "in a decade, from 8"
        return Measure(self._slice(start, end), 3, self._head(start, end)) if start < end else None

    def _loosely_linked(self, i: int, begin: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "une valeur supérieure à", "Endowed with 12 billion, the programme": a link of no list at token `i`."""
        if i == sentence.first + 1 and self.tokens[i].pos == "ADP" and self.tokens[i - 1].verb in ("Part", "Fin"):
            return self._behind_comma(quantity, sentence)
        is_verb = any(t.verb == "Fin" for t in self.tokens[begin : quantity.first])  # "le coût frôle les 3 milliards"
        is_qualified = quantity.qualifier != "exact" and not is_verb
        is_particle = self.tokens[i].folded in self.words.particles
        is_compared = self._phrase_at(i, begin, self.words.comparative_phrases) > 0
        is_link = self.tokens[i].pos == "ADP" and (not is_particle or is_compared)
        is_link = is_link or is_qualified or quantity.high is not None
        return self._adjective_link(begin, sentence) if is_link else None

    def _behind_sign(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Coût : 3 millions", "la voirie (3 millions)": the noun phrase before the sign at token `i`."""
        if self.tokens[i].text == ":" and self._is_verb_at(quantity.last, sentence):
            return None  # "Roads: 3 billion will be spent on"
        is_colon = self.tokens[i].text == ":"
        told = self._role_of(quantity, sentence)
        if told is None and is_colon and self.tokens[i - 1].folded not in self.words.cost_heads:
            told = self._purpose_noun(quantity, sentence)
        if told is not None:
            return told  # "has found money where it can: 500 million for design"
        start = self._phrase_start(i, sentence.first, is_subject=is_colon)
        if is_colon and start == i and i == sentence.first + 1:
            start = sentence.first  # "Exports: 500 million", which a tagger takes for a verb
        if is_colon and start < i and all(t.pos == "PROPN" for t in self.tokens[start:i]) and i - start > 1:
            return None  # "selon le ministre, Jean Untel : 3 millions"
        if start < i and self._head(start, i) in self.words.empty_nouns:  # "Une enveloppe, d'abord :"
            start = sentence.first + self._determiners(sentence.first, i)
            i = self._phrase_end(start, i)
        return Measure(self._slice(start, i), 3, self._head(start, i)) if start < i else None

    def _moved_object(self, start: int, sentence: Sentence) -> Measure | None:
        """As in "pushed turbidity at the intake from 2,000": the verb's object, before where it is."""
        p = start - 1
        while p > sentence.first and self.tokens[p].pos == "DET":
            p -= 1
        if p - 1 <= sentence.first or self.tokens[p].pos != "ADP" or self.tokens[p].folded in self.words.linkers:
            return None
        first = self._phrase_start(p, sentence.first, is_subject=False)
        whole = self._phrase_start(p, sentence.first, is_subject=True)
        if whole < first and self.tokens[first - 1].pos == "CCONJ":
            first = whole  # "the output of wheat and corn in the valley"
        verb = first - 1
        while verb > sentence.first and self.tokens[verb].pos in ("DET", "PRON"):
            verb -= 1
        is_object = first < p and verb >= sentence.first and self.tokens[verb].pos == "VERB"
        is_object = is_object and self._head(first, p) not in self.words.empty_nouns
        return Measure(self._slice(first, p), 3, self._head(first, p)) if is_object else None

    def _linked_noun(self, start: int, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The noun phrase `[start, i)` before the link, or what it stands for where it says nothing alone."""
        lexicon, head = self.words, self._head(start, i)
        if (
            quantity.kind == "money"
            and self._is_place_of(start, i)
            and ((supplied := self._by_subject(quantity, sentence)) is not None)
        ):
            return supplied
        if head in lexicon.empty_nouns and (total := self._of_empty(start, i, quantity, sentence)) is not None:
            return total
        if (amount := self._of_amount_head(start, i, quantity, sentence)) is not None:
            return amount
        near = self.tokens[max(sentence.first, start - 3) : start]
        if any(t.folded in lexicon.demonstratives and self.tokens[t.i + 1].pos == "ADP" for t in near):
            return self._of_that(start, i, sentence)
        is_loose = quantity.kind == "percent" and self.tokens[i].folded not in lexicon.linkers
        if (is_loose or head in lexicon.generic_heads) and (
            beside := self._purpose_noun(quantity, sentence)
        ) is not None:
            return beside
        is_bare = quantity.kind == "money" and head in lexicon.generic_heads and i - start == 1
        if is_bare and (aim := self._purpose(quantity, sentence)) is not None:
            return aim  # "a share of 1.4 billion to improve school buildings"
        if (
            (head in lexicon.goal_nouns or head in lexicon.marks)
            and i - start == 1
            and (aimed := self._last_alike(quantity, sentence)) is not None
        ):
            return aimed  # "now spends 1.6 per cent ... The 2 per cent goal"
        if (level := self._of_compared(start, i, quantity, sentence)) is not None:
            return level
        return Measure(self._slice(start, i), 3, head)

    def _of_empty(self, start: int, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What the value before measures, for an empty noun; as it is in "sur un total de 210 millions"."""
        out, head = start - 1 - (self.tokens[start - 1].pos == "DET"), self._head(start, i)
        if head in self.words.number_of and out > sentence.first and self.tokens[out].folded in self.words.out_of:
            return Measure(self._slice(start, i), 3, head)
        return self._same_unit_before(quantity, sentence)

    def _last_alike(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What the last share of the paragraph measured, for a goal told by its value alone."""
        if quantity.kind != "percent":
            return None
        for found in self.found[: -_REACH - 1 : -1]:
            if found.sentence.block != sentence.block:
                return None
            if found.quantity.kind == quantity.kind and found.measure is not None:
                return Measure(found.measure.text, 1, found.measure.head)
        return None

    def _of_amount_head(self, start: int, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "le projet, d'un montant de", "financé à hauteur de": what an empty noun stands for."""
        heads, head = self.words.amount_heads, self._head(start, i)
        link = i - 2 - (self.tokens[i - 2].pos == "DET")
        is_last = self.tokens[i - 1].folded in heads and self.tokens[link].pos == "ADP"
        nouns = (t.folded for t in self.tokens[start:i] if t.pos in NOMINAL)
        if not is_last and not (head in heads and heads.issuperset(nouns)):
            return None
        end = self._phrase_end(start, link) if is_last else start
        owner = Measure(self._slice(start, end), 3, head) if end > start else None
        if (giver := self._given_by(start, quantity, sentence)) is not None:
            return giver
        if owner is not None and self.tokens[link].folded in self.words.linkers:
            return owner  # "le projet d'un montant de"
        whole = self._behind_amount_head(i - 1 if is_last else start, quantity, sentence)
        return whole or owner or self._done_to_it(quantity, sentence) or self._financed(start, sentence)

    def _given_by(self, start: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "financée à hauteur de 75 millions par la Banque": who does it, with what is done."""
        i = self._behind_bracket(quantity, sentence.last)
        if i + 1 >= sentence.last or self.tokens[i].folded not in self.words.agents:
            return None
        if self._phrase_at(i, sentence.last, self.words.rate_phrases) or self._per_end(i, sentence.last) > i:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        near = self.tokens[max(sentence.first, start - _SURE) : start]
        done = next((t.text for t in reversed(near) if t.verb == "Part"), "")
        is_giver = bool(done) and end > j and j not in self.in_date
        return Measure(f"{done} {self._slice(i, end)}", 2) if is_giver else None

    def _is_place_of(self, start: int, i: int) -> bool:
        """As in "is supplied to units at 9 cents": a price behind whom the subject goes to."""
        link = self.tokens[i].folded
        is_price = link in self.words.amount_links and link not in self.words.linkers and self.tokens[i].pos == "ADP"
        before = self.tokens[start - 1]
        return is_price and before.pos == "ADP" and before.folded not in self.words.linkers

    def _behind_amount_head(self, start: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "la poche à hauteur de", "for an amount of", "the sum of": what the amount is for, or who pays it."""
        if (destination := self._destination(quantity.last, sentence)) is not None:
            return destination
        if (paid := self._paid_for(start, sentence)) is not None:
            return paid
        verb = self._verb_before(start, sentence.first)
        verb = self._finite_of_part(start, sentence.first) if verb is None else verb
        is_loose = start - 1 > sentence.first and self.tokens[start - 1].pos in ("ADP", "DET")
        span = self._subject_span(verb, sentence.first) if verb is not None and is_loose else None
        return Measure(self._slice(*span), 2, self._head(*span)) if span is not None else None

    def _financed(self, start: int, sentence: Sentence) -> Measure | None:
        """As in "le pacte financé à hauteur d'un montant de", "le projet, d'un montant de": the noun before."""
        end = start
        while end > sentence.first and self.tokens[end - 1].pos in ("DET", "ADP"):
            end -= 1
        if end == start or end <= sentence.first:
            return None
        while end - 1 > sentence.first and (self.tokens[end - 1].verb == "Part" or self.tokens[end - 1].text == ","):
            end -= 1
        first = self._phrase_start(end, sentence.first, is_subject=False)
        is_noun = first < end and any(t.pos == "NOUN" for t in self.tokens[first:end])
        return Measure(self._slice(first, end), 2, self._head(first, end)) if is_noun else None

    def _paid_for(self, start: int, sentence: Sentence) -> Measure | None:
        """As in "importer du riz pour une valeur de", "support to the tune of": what stands before."""
        end = start
        while end > sentence.first and self.tokens[end - 1].pos == "DET":
            end -= 1
        end -= 1
        if end <= sentence.first or self.tokens[end].folded not in self.words.paid_links:
            return None
        end -= self.tokens[end - 1].text == ","
        verb = self._verb_before(end, sentence.first)
        if verb is not None and self.tokens[verb].verb == "Inf" and end - verb <= 7:
            return Measure(self._slice(verb, end), 2)
        first = self._phrase_start(end, sentence.first, is_subject=True)
        if verb is not None:
            first = max(first, verb + 1)
        is_noun = first < end and any(t.pos == "NOUN" for t in self.tokens[first:end])
        is_subject = verb is None or verb > end
        return Measure(self._slice(first, end), 2, self._head(first, end)) if is_noun and not is_subject else None

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
        k = i
        while k - 1 > sentence.first and self.tokens[k - 1].pos == "ADV":
            k -= 1
        if self.tokens[k - 1].pos == "CCONJ":
            k = self._first_participle(k, sentence.first)
        is_loose = self.tokens[k - 1].text == ","
        k -= is_loose
        if is_loose and (capped := self._capped(k, quantity, sentence)) is not None:
            return capped
        start = self._phrase_start(k, sentence.first, is_subject=is_loose)
        return Measure(self._slice(start, k), 3, self._head(start, k)) if start < k else None

    def _first_participle(self, i: int, floor: int) -> int:
        """The first of two participles that are told of the same noun: "the fund, set up in 2019 and raised to"."""
        for j in range(i - 1, max(floor + 1, i - _CLAUSE), -1):
            if self.tokens[j].verb == "Part" and self.tokens[j - 1].text == ",":
                return j
            if self.tokens[j].verb == "Fin":
                break
        return i

    def _capped(self, comma: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a grant of 300 euros per head, capped at 900": what the amount right before the comma is."""
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.unit in (quantity.unit, "percent")
        if previous is None or not is_alike or previous.quantity.first < sentence.first:
            return None
        end = max(previous.quantity.last, previous.measure.end if previous.measure is not None else 0)
        is_next = end == comma or self._per_end(previous.quantity.last, comma) == comma
        is_next = is_next or self._beyond(previous.quantity.last, comma) == comma
        return self._borrow(sentence) if is_next else None

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
            self.tokens[begin].pos not in ("ADJ", "VERB")
            or self.tokens[begin].verb in ("Fin", "Inf")
            or not any(t.pos == "NOUN" for t in self.tokens[start:j])
        ):
            return None
        return Measure(self._slice(start, j), 2, self._head(start, j))

    def _done_to_it(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What happens to the amount: "seront engagés", "issus du privé"."""
        i = self._behind_bracket(quantity, sentence.last)
        begin = self._begin_token(quantity)
        i = self._behind_part(i, begin, sentence)
        if begin > sentence.first and self.tokens[begin - 1].pos == "DET":  # "the 180 billion promised under"
            k = self._beyond(i, sentence.last)
            if k + 1 < sentence.last and self.tokens[k].verb in ("Fin", "Part") and self.tokens[k].pos == "VERB":
                return Measure(f"{self._verb_text(k, sentence.last)} {self._recipient_at(k + 1, sentence)}".strip(), 2)
        doing = self._participle_behind(i, sentence, with_object=True)
        if doing:
            for k in range(i + 2, min(i + 10, sentence.last)):
                if self.tokens[k].text in CLAUSE_ENDS or k in self.in_quantity:
                    break
                if self.tokens[k].folded in self.words.infinitive_marks and (
                    aim := self._purpose_at(k, quantity, sentence)
                ):
                    return aim  # "was set aside in the budget to pave roads"
            return Measure(doing, 2)
        is_adjective = i + 1 < sentence.last and self.tokens[i].pos == "ADJ" and self.tokens[i + 1].pos == "ADP"
        is_coming = i + 1 < sentence.last and self.tokens[i].verb == "Ger" and self.tokens[i + 1].pos == "ADP"
        is_told = i < sentence.last and (self.tokens[i].verb == "Part" or is_adjective or is_coming)
        if is_told and not self._is_spread(i + 1, sentence.last):
            end = i + 1
            if end < sentence.last and self.tokens[end].pos == "ADP":
                k = end + 1 + self._determiners(end + 1, sentence.last)
                end = max(end, self._phrase_end(k, sentence.last))
                end = self._through_number(end, sentence)
            return Measure(self._slice(i, end), 2)
        return None

    def _behind_part(self, i: int, begin: int, sentence: Sentence) -> int:
        """The token behind "of that", or the comma of an aside: "of which half, or 600 million, is to be borrowed"."""
        if i + 1 >= sentence.last:
            return i
        if self.tokens[i].folded in self.words.linkers and self.tokens[i + 1].pos == "PRON":
            i += 2
        if i < sentence.last and self.tokens[i].text == ",":
            i += self._phrase_before(begin, sentence.first, self.words.apposition_phrases) > 0
        return i

    def _is_spread(self, i: int, limit: int) -> bool:
        """As in "125 million spread over five years": a span of time, nothing that the amount is of."""
        if i + 1 >= limit or self.tokens[i].pos != "ADP":
            return False
        return not self.words.time_nouns.isdisjoint(self.doc.words[i + 1 : min(limit, i + 4)])

    def _purpose(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "pour soutenir l'innovation technologique", "to build schools"."""
        i = self._behind_span(self._behind_bracket(quantity, sentence.last), sentence.last)
        return self._purpose_at(i, quantity, sentence)

    def _purpose_at(self, i: int, quantity: Quantity, sentence: Sentence) -> Measure | None:
        length = self._phrase_at(i, sentence.last, self.words.purpose_phrases)
        j = i + length
        while length and j < sentence.last and self.tokens[j].folded in self.words.clitics:
            j += 1  # "pour y répondre"
        if not length or j >= sentence.last or self.tokens[j].verb != "Inf":
            return None
        k = self._behind_manner(j + 1, sentence.last)
        k += self._determiners(k, sentence.last)
        number = self.quantity_at.get(k)
        if number is not None:  # "to fix 1,500 schools"
            own = self._own_phrase(number, sentence)
            return Measure(f"{self.tokens[j].text} {own.text}" if own else self.tokens[j].text, 2)
        if k < sentence.last and (self.tokens[k].text == "," or self.tokens[k].pos == "CCONJ"):
            k = self._behind_verbs(k, sentence.last)
        while k < sentence.last and self.tokens[k].pos == "NUM":
            k += 1
        end = max(j + 1, self._phrase_end(k, sentence.last))
        if end == j + 1 and self._verb_before(self._begin_token(quantity), sentence.first) is not None:
            return None  # "will take 3 billion to close"
        return Measure(self._slice(j, end), 3)

    def _behind_manner(self, i: int, limit: int) -> int:
        """The token behind how a verb does it: "pour mener à bien le plan", "to put more home-grown food"."""
        if i + 1 < limit and self.tokens[i].pos == "ADP" and self.tokens[i + 1].pos == "ADV":
            i += 1
        return self._behind_adverbs(i, limit)

    def _behind_verbs(self, k: int, limit: int) -> int:
        """The token behind further verbs of the same object: "to build, fix and subsidise homes"."""
        stop = min(limit - 1, k + 6)
        joint = next((j for j in range(k, stop) if self.tokens[j].pos == "CCONJ"), None)
        if joint is None:
            return k
        return joint + 2 + self._determiners(joint + 2, limit)

    def _by_verb(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The verb whose object the amount is, with its subject where that is short, and what it is for."""
        begin = self._begin_token(quantity)
        verb = self._verb_of(quantity, sentence.first)
        participle = self._participle_between(begin, sentence.first, verb)
        at = participle if participle is not None else verb
        beside = self._purpose_noun(quantity, sentence)
        if beside is not None or at is None:
            return beside and self._beside_verb(beside, at, quantity, sentence)
        word = self.tokens[at]
        is_level = self._is_estimating(participle, begin)
        if verb is not None and (told := self._told_of_it(verb, sentence)) is not None:
            return told
        if verb is not None and (one := self._of_each(verb, sentence)) is not None:
            return one
        if verb is not None and (is_level or (participle is None and self._is_saying_amount(word, begin))):
            span = self._subject_span(verb, sentence.first)
            if span is not None:
                return self._of_level(span, word, sentence)
            if (latter := self._latter(verb, sentence)) is not None:
                return latter
            if (previous := self._previous(sentence)) is not None and previous.quantity.unit == quantity.unit:
                return self._borrow(sentence)
        is_far = begin - at > 4 or word.folded in self.words.motion_verbs
        span = self._subject_span(verb, sentence.first) if verb is not None and is_far else None
        if span is not None:
            return Measure(self._slice(*span), 2, self._head(*span))
        return self._of_verb(word, verb, quantity, sentence)

    def _of_level(self, span: tuple[int, int], word: Token, sentence: Sentence) -> Measure:
        """The subject of a verb that tells an amount, with the verb where it says little alone: "the whole, valued"."""
        head = self._head(*span)
        if self._is_stem(word.folded, self.words.cost_verbs) and head in self.words.plan_nouns:
            return Measure(self.words.cost_noun, 2, fold(self.words.cost_noun))
        text = self._with_antecedent(span, sentence.first)
        is_alone = word.pos == "VERB" and self._content(text) == 1
        return Measure(f"{text}, {word.text}" if is_alone else text, 2, head)

    def _of_each(self, verb: int, sentence: Sentence) -> Measure | None:
        """As in "1,200 pumps have been bought. Each costs 300 dollars": one of those counted before."""
        each, previous = self.tokens[max(sentence.first, verb - 1)], self._previous(sentence)
        if each.folded not in self.words.distributives or previous is None or previous.measure is None:
            return None
        noun = self._noun_of(previous.measure)
        return Measure(f"{noun}, {each.folded}", 1, previous.measure.head) if noun else None

    def _told_of_it(self, verb: int, sentence: Sentence) -> Measure | None:
        """As in "La facture est lourde. Le ministre l'estime à 3 milliards", "put it at 3 billion"."""
        if not self._is_stem(self.tokens[verb].folded, self.words.level_verbs):
            return None
        beside = self.tokens[verb - 1] if self.words.clitics else self.tokens[verb + 1]
        if beside.folded not in self.words.object_pronouns or beside.pos not in ("PRON", "DET"):
            return None
        index = self.doc.sentence_index(sentence.start) - 1
        if index < 0 or self.doc.sentences[index].block != sentence.block:
            return None
        earlier = self.doc.sentences[index]
        first = earlier.first + self._determiners(earlier.first, earlier.last)
        end = self._phrase_end(first, earlier.last)
        return Measure(self._slice(first, end), 1, self._head(first, end)) if end > first else None

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

    def _of_verb(self, word: Token, verb: int | None, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """The verb with its recipient, else with its subject."""
        begin = self._begin_token(quantity)
        text = self._second_object(word.i, begin) or self._verb_text(word.i, begin)
        recipient = self._recipient(quantity, sentence)
        previous = self._previous(sentence)
        is_listed = self.tokens[begin - 1].text in ",;" or self.tokens[begin - 1].pos == "CCONJ"
        if recipient and is_listed and previous is not None and previous.quantity.first >= sentence.first:
            return Measure(recipient, 2)  # "80 millions iront aux routes, 45 millions aux ponts"
        if recipient[:1].islower():  # no name: "apporteront 30 millions au Programme national"
            return Measure(f"{text} {recipient}", 2)
        subject = (
            self._short_subject(verb if verb is not None else word.i, sentence.first)
            if word.verb != "Ger" or self.tokens[word.i - 1].pos in ("AUX", "NOUN")
            else ""
        )
        if not subject and word.pos == "AUX":
            return None
        return Measure(f"{subject}, {text}" if subject else text, 2)

    def _role_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "600 million as loan support", "450 millions au titre de la subvention": what the amount is."""
        i = self._beyond(self._behind_bracket(quantity, sentence.last), sentence.last)
        i += i < sentence.last and self.tokens[i].text == ","
        length = self._phrase_at(i, sentence.last, self.words.role_phrases)
        j = i + length + self._determiners(i + length, sentence.last)
        end = self._phrase_end(j, sentence.last) if length else j
        is_noun = end > j and self.tokens[j].pos != "PROPN" and j not in self.in_date
        return Measure(self._slice(j, end), 3, self._head(j, end), end) if is_noun else None

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

    def _is_saying_amount(self, word: Token, begin: int) -> bool:
        """Whether the verb is tied to the number by "à" or "to" or is a copula: then the subject is measured."""
        before = self.tokens[begin - 1]
        return (
            word.pos == "AUX"
            or (before.folded in self.words.amount_links and before.i != word.i)
            or (
                (begin - word.i <= 2 or self._beyond(word.i + 1, begin) >= begin)
                and word.folded not in self.words.linked_levels
                and (
                    self._is_stem(word.folded, self.words.share_verbs)
                    or self._is_stem(word.folded, self.words.level_verbs)
                )
            )
        )
