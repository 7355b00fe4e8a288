"""What percentages are of, and what ranks are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.figure_lexicon import Measure
from pipelines.extract.figure_phrases import CLAUSE_ENDS, NOMINAL, QUOTES
from pipelines.extract.measure_amounts import AmountReader
from pipelines.extract.text import fold, words

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence
    from pipelines.extract.quantities import Quantity


class ShareReader(AmountReader):
    """Reads the measures of percentages and ranks."""

    def _unit_phrase(self, quantity: Quantity) -> Measure | None:
        """As in "6 à 7 points de PIB": the unit itself says what of."""
        if (
            quantity.last - quantity.first < 4
            or self.tokens[quantity.last - 1].pos not in NOMINAL
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
            if t.pos in NOMINAL and t.text.isalpha() and t.text not in QUOTES and t is not self.tokens[quantity.first]
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
        if own is not None and (own.head not in self.words.comparison_heads or self._content(own.text) > 1):
            return self._percent_of(own, quantity, sentence)
        special = (
            self._so_many_to_do(quantity, sentence)
            or self._compared_more(quantity, sentence)
            or self._moved_aside(quantity, sentence)
            or self._gapped(quantity, sentence)
            or self._contributed(quantity, sentence)
            or self._part_of_them(quantity, sentence)
            or self._elliptic_share(quantity, sentence)
            or self._conjoined_share(quantity, sentence)
            or self._taken_off(quantity, sentence)
        )
        if special is not None:
            return special
        base = (
            self._base_before(quantity, sentence)
            or self._of_mark(quantity, sentence)
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
            or self._rest_done(quantity, sentence)
            or self._phrase_behind(quantity, sentence)
            or self._topic_phrase(self._begin_token(quantity), sentence.first)
            or self._participle_link(quantity, sentence)
            or self._borrow(sentence)
        )

    def _conjoined_share(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "12 % de la production d'ici 2030 et 30 % en 2040": the same again, no verb between."""
        begin, previous = self._begin_token(quantity), self._previous(sentence)
        if previous is None or previous.quantity.first < sentence.first or previous.quantity.kind != "percent":
            return None
        is_joined = begin - 1 > previous.quantity.last and self.tokens[begin - 1].pos == "CCONJ"
        if not is_joined or quantity.change or any(t.verb for t in self.tokens[previous.quantity.last : begin]):
            return None
        placed = self._content_phrase(quantity, sentence) or self._purpose_noun(quantity, sentence)
        return placed or self._borrow(sentence)

    def _taken_off(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "to shave 25 per cent off the import bill": what is made less."""
        i = quantity.last
        if i + 1 >= sentence.last or self.tokens[i].folded not in self.words.off_links:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        return Measure(self._slice(j, end), 3, self._head(j, end), end) if end > j and j not in self.in_date else None

    def _agent(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "financed 60% by the utility and 40% by investors": who does a share of what a passive says."""
        i = quantity.last
        if quantity.change or i + 1 >= sentence.last or self.tokens[i].folded not in self.words.agents:
            return None
        if self.tokens[i + 1].folded in self.words.not_rates:
            return None
        begin = self._begin_token(quantity)
        before = self.tokens[max(sentence.first, begin - 20) : begin]
        done = next((t for t in reversed(before) if t.verb == "Part"), None)
        if done is None or done.folded in self.words.estimates or self._is_stem(done.folded, self.words.level_verbs):
            return None
        j = i + 1 + (self.tokens[i + 1].folded in self.words.linkers)
        j += self._determiners(j, sentence.last)
        end = self._phrase_end(j, sentence.last)
        is_rate = self._phrase_at(i, sentence.last, self.words.rate_phrases) > 0 or self._per_end(i, sentence.last) > i
        if end == j or j in self.in_date or j in self.in_quantity or (is_rate and j == i + 1):
            return None
        return Measure(self._slice(j, end), 3, self._head(j, end))

    def _rest_done(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Les 40 % restants ont été réservés à l'eau potable": what is done to the rest."""
        i = quantity.last
        if i >= sentence.last or self.tokens[i].folded not in self.words.others:
            return None
        doing = self._participle_behind(i + 1, sentence, with_object=True)
        return Measure(doing, 2) if doing else None

    def _contributed(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "farming contributes 18% to exports": what the share is of."""
        verb = self._verb_before(self._begin_token(quantity), sentence.first)
        if verb is None or not self._is_stem(self.tokens[verb].folded, self.words.contributing):
            return None
        to = self._recipient(quantity, sentence)
        return Measure(to, 3, fold(to.split()[0])) if to else None

    def _part_of_them(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Sur 420 000 dossiers, on veut en solder 60 %": a share of what was counted before."""
        verb = self._begin_token(quantity) - 1
        previous = self._previous(sentence)
        if verb - 1 <= sentence.first or self.tokens[verb - 1].folded not in self.words.partitives:
            return None
        if previous is None or previous.measure is None or not self.tokens[verb].verb:
            return None
        noun, payer = self._noun_of(previous.measure), self._short_subject(verb - 1, sentence.first)
        if payer and previous.quantity.kind == "money" and noun and self.tokens[verb].verb == "Fin":
            return Measure(f"{noun}, {payer} {self.tokens[verb].text}", 2, previous.measure.head)
        return Measure(f"{previous.measure.text} {self.tokens[verb].text}", 2, previous.measure.head)

    def _elliptic_share(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "que 62 % en disposent": those of the figure before, with what this share does."""
        i = quantity.last
        while i < sentence.last and (self.tokens[i].folded in self.words.clitics or self.tokens[i].pos == "ADV"):
            i += 1
        previous, begin = self._previous(sentence), self._begin_token(quantity)
        if previous is None or previous.measure is None or previous.quantity.kind not in ("count", "percent"):
            return None
        if begin > sentence.first and self.tokens[begin - 1].pos == "ADP":
            return None  # "la cible de 2 % doit"
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
        verb = self._verb_before(begin, max(sentence.first, begin - 2))
        if (
            verb is not None
            or self.tokens[begin - 1].pos == "AUX"
            or previous is None
            or previous.quantity.first < sentence.first
        ):
            return self._by_subject(quantity, sentence)
        return self._borrow(sentence)

    def _moved_aside(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the slump in diamond revenue, down 47 percent in two years": the noun phrase before the comma."""
        begin = self._begin_token(quantity)
        end = begin - 2
        if end <= sentence.first or self.tokens[end].text != ",":
            return None
        if self.tokens[begin - 1].folded not in self.words.comparatives or end in self.in_quantity:
            return None
        previous = self._previous(sentence)
        if previous is not None and previous.quantity.first >= sentence.first and end - previous.quantity.last <= 2:
            return self._borrow(sentence)
        start = self._phrase_start(end, sentence.first, is_subject=False)
        return Measure(self._slice(start, end), 2, self._head(start, end)) if start < end else None

    def _participle_link(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "a été exécuté à 73 %"."""
        i = self._begin_token(quantity) - 2
        if i < sentence.first or self.tokens[i].verb != "Part":
            return None
        k = i - 1
        while k > sentence.first and self.tokens[k].pos in ("AUX", "ADV"):
            k -= 1
        if k >= sentence.first and k < i - 1 and self.tokens[k].folded in self.words.pronouns:
            return self._borrow(sentence) or Measure(self.tokens[i].text, 2)  # "it is stuck at 61 percent"
        return Measure(self.tokens[i].text, 2)

    def _changed(self, linked: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "en hausse de 23 %": what rises is the figure before or the subject, or what is told behind."""
        if revised := self._revised(quantity, sentence):
            linked.text = f"{revised}, {linked.text}"
            return linked
        if (beside := self._changed_behind(quantity, sentence)) is not None:
            linked.text = f"{linked.text}, {beside}"
            return linked
        previous = self._previous(sentence)
        if previous is not None and previous.measure is not None and previous.quantity.first >= sentence.first:
            linked.text = f"{previous.measure.text}, {linked.text}"
        elif (subject := self._by_subject(quantity, sentence)) is not None:
            linked.text = f"{subject.text}, {linked.text}"
        elif beside := self._set_off_before(quantity, sentence):
            linked.text = f"{beside}, {linked.text}"
        return linked

    def _revised(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "a vu son coût revu à la hausse de 25 %": the noun that a participle revises."""
        i = self._begin_token(quantity) - 2
        while i - 1 > sentence.first and self.tokens[i - 1].pos in ("DET", "ADP"):
            i -= 1
        if i - 2 < sentence.first or self.tokens[i - 1].verb != "Part" or self.tokens[i].pos == "NOUN":
            return ""
        start = self._phrase_start(i - 1, sentence.first, is_subject=False)
        return self._slice(start, i - 1) if start < i - 1 else ""

    def _changed_behind(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """As in "une économie de 2 % sur la consommation nationale": what changes, told behind the share."""
        i = quantity.last
        if i + 1 >= sentence.last or self.tokens[i].pos != "ADP" or i in self.in_date or i + 1 in self.in_date:
            return None
        if self.tokens[i].folded not in self.words.recipient_links | self.words.content_links:
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        is_told = end > j and j not in self.in_date and self._head(j, end) not in self.words.empty_nouns
        return self._slice(j, end) if is_told and self._content(self._slice(j, end)) > 1 else None

    def _set_off_before(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "les recettes minières, en recul de 47 %": the noun phrase before the comma."""
        begin = self._begin_token(quantity)
        end = next((j for j in range(begin - 1, max(sentence.first, begin - 5), -1) if self.tokens[j].text == ","), 0)
        start = self._phrase_start(end, sentence.first, is_subject=False) if end else 0
        return self._slice(start, end) if start < end else ""

    def _percent_of(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """As in "70% of the population", with the one that has the share, or with what the share does."""
        begin = self._begin_token(quantity)
        behind = self._behind_date(own.end, sentence.last) if 0 < own.end < sentence.last else own.end
        if (whole := self._share_told(own, quantity, sentence)) is not None:
            return whole
        if own.end and len(words(own.text)) <= 3 and (doing := self._predicate(behind, sentence)):
            own.base, own.text = own.text, own.text + doing
            return own
        if own.trust == 1:  # "80 % of them designed to ..."
            return self._with_participle(own, quantity, sentence)
        verb = self._verb_before(begin, sentence.first)
        if verb is not None:
            is_governed = self.tokens[verb].verb != "Inf" or self.tokens[verb - 1].pos in ("AUX", "VERB")
            is_apposed = self._phrase_before(begin, sentence.first, self.words.apposition_phrases) > 0
            is_governed = is_governed and not is_apposed and not self._is_person(verb, sentence.first)
            subject = self._subject(verb, sentence.first) if is_governed else ""
            is_short = len(words(subject)) <= 5 or self._content(subject) <= 3
            if subject and is_short and len(words(own.text)) <= 2:
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

    def _of_mark(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "is due to pass the 35% mark": what the share before measured."""
        i = quantity.last
        is_mark = i < sentence.last and self.tokens[i].folded in self.words.marks
        return self._last_alike(quantity, sentence) if is_mark else None

    def _share_told(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "un déficit de 3 % du PIB", "a deficit of no more than 3 per cent of GDP": what has the share."""
        begin = self._begin_token(quantity)
        is_tied = begin - 1 > sentence.first and self.tokens[begin - 1].folded in self.words.linkers
        if not is_tied or quantity.change or own.trust != 3 or len(words(own.text)) > 3:
            return None
        linked = self._linked_before(quantity, sentence)
        says_nothing = self.words.generic_heads | self.words.amount_heads | self.words.comparison_heads
        size = self._content(linked.text) if linked is not None and linked.trust == 3 else 0
        if linked is None or not 0 < size <= 3 or (linked.head in says_nothing and size == 1):
            return None
        return Measure(f"{linked.text}, {own.text}", 3, linked.head, own.end, own.text)

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
        while end > first and (
            tokens[end - 1].pos in ("ADP", "DET", "ADV", "PRON")
            or (tokens[end - 1].folded in self.words.empty_nouns and tokens[end - 2].pos in ("ADP", "DET"))
        ):
            end -= 1
        return end

    def _list_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "from 10th to 3rd in the readiness index": the list named behind in the clause."""
        tokens = self.tokens
        for i in range(quantity.last, min(sentence.last, quantity.last + 25)):
            if tokens[i].text in CLAUSE_ENDS:
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
                start = max((j + 1 for j in range(start, i) if j in self.in_quantity), default=start)
                start = self._behind_openers(start, i)
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
