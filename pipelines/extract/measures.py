"""What a quantity measures, read from the noun phrases and verbs around it.

In this order of trust: the phrase that the number counts ("14.000 nouveaux postes"), the noun that it is the amount
of ("un budget de 5 milliards"), the subject of its verb ("arrivals should hit 26 million"), or what the figure
before it measured ("up from 14,000 in 2022").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.extract.dictionary import plural_endings
from pipelines.extract.figure_lexicon import Found, Measure
from pipelines.extract.figure_phrases import NOMINAL
from pipelines.extract.measure_shares import ShareReader
from pipelines.extract.text import fold, words

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence, Token
    from pipelines.extract.quantities import Quantity


# Figures back to which "this rate" may reach.
_TAKEN_UP = 8
# Words that count of the name of a holder that is told beside what it has.
_HOLDER = 2
# Tokens of the label that a line opens with.
_LABEL = 16
# Tokens between a relative and the number that exists of it: "dont il y en a encore".
_EXISTING = 6
# Figures that one is compared with the other of.
_PAIR = 2
# Tokens of the share in brackets that a number is told again as.
_SHARE = 8
# Words that an elliptic number is told by.
_DOINGS = 4


class MeasureReader(ShareReader):
    """Reads measures one after the other; `found` holds the figures read so far."""

    def measure(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """What a quantity measures; figures before it must be in `found` already."""
        if quantity.kind == "percent" and (unit := self._unit_phrase(quantity)) is not None:
            return unit
        if quantity.kind == "percent" and (payer := self._agent(quantity, sentence)) is not None:
            return payer
        borrowed = (
            self._borrowed(quantity, sentence)
            or self._this_rate(quantity, sentence)
            or self._moved_before(quantity, sentence)
        )
        if borrowed is not None:
            return borrowed
        if quantity.kind == "rank":
            return self._rank_measure(quantity, sentence)
        if quantity.kind == "count":
            return self._count_measure(quantity, sentence)
        is_share = quantity.kind == "percent"
        if (label := self._line_label(quantity, sentence)) is not None:
            return label
        found = self._percent_measure(quantity, sentence) if is_share else self._amount_measure(quantity, sentence)
        if found is None or found.trust != 3 or found.end <= quantity.last or found.base:
            return found
        is_tied = found.end < sentence.last and self.tokens[found.end].pos == "ADP"
        return self._completed(found, quantity, sentence) if is_tied or quantity.kind != "money" else found

    def _line_label(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Santé, eau et énergie : 12 projets, pour 3 milliards": what a line without a verb opens with."""
        tokens, begin = self.tokens, self._begin_token(quantity)
        if quantity.kind != "money" or begin <= sentence.first or sentence.first in self.quantity_at:
            return None
        if tokens[begin - 1].folded not in self.words.purpose_nouns and tokens[begin - 1].text not in ",:":
            return None
        colon = next(
            (j for j in range(sentence.first, min(begin, sentence.first + _LABEL)) if tokens[j].text == ":"), 0
        )
        is_plain = colon > 0 and not any(t.verb in ("Fin", "Inf") for t in tokens[sentence.first : sentence.last])
        if not is_plain or begin - 1 <= colon or self.in_quantity.isdisjoint(range(colon, begin)):
            return None
        first = sentence.first + self._determiners(sentence.first, colon)
        return Measure(self._slice(first, colon), 2, self._head(first, colon)) if first < colon else None

    def _counted_phrase(self, own: Measure, quantity: Quantity, sentence: Sentence) -> Measure:
        """The phrase that a number counts, with what happens to those counted."""
        if own.head in self.words.times:
            return self._happened(quantity, sentence) or self._by_subject(quantity, sentence, with_verb=True) or own
        if own.head in self.words.unit_words and len(words(own.text)) == 1:
            told = self._linked_before(quantity, sentence) or self._level_told(quantity, sentence)
            return told or self._completed(own, quantity, sentence)  # "le déficit, évalué à 350 000 unités"
        if own.trust == 1:
            kind = self._copula_noun(own, sentence) or self._apposed_noun(own, sentence)
            return kind or self._with_participle(own, quantity, sentence)
        return self._completed(self._enriched(own, quantity, sentence), quantity, sentence)

    def _level_told(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "The housing backlog grows by 60,000 units": the subject of a verb that a link ties to the number."""
        begin = self._begin_token(quantity)
        if begin <= sentence.first or self.tokens[begin - 1].folded not in self.words.amount_links:
            return None
        return self._by_subject(quantity, sentence)

    def _this_rate(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "to bring this share below 20%": what the figure before measured."""
        begin = self._begin_token(quantity)
        for j in range(begin - 1, max(sentence.first, begin - 5), -1):
            if self.tokens[j].text == "," or self.tokens[j].verb == "Fin":
                return None
            if self.tokens[j].folded in self.words.generic_heads:
                is_this = self.tokens[j - 1].folded in self.words.these and self.tokens[j - 1].pos in ("DET", "PRON")
                return self._last_named(self.tokens[j].folded) or self._borrow(sentence) if is_this else None
        return None

    def _last_named(self, noun: str) -> Measure | None:
        """The last measure told by a noun: what "this rate" takes up, from a paragraph before too."""
        for found in self.found[: -_TAKEN_UP - 1 : -1]:
            if found.measure is not None and noun in words(found.measure.text):
                return Measure(found.measure.text, 1, found.measure.head)
        return None

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
        phrase = self._what_they_do(quantity, own, sentence) if own is None or own.trust == 1 else None
        phrase = phrase or (self._counted_phrase(own, quantity, sentence) if own is not None else None)
        if phrase is not None:
            return phrase
        if (counted := self._counted_behind(quantity, sentence) or self._of_which(quantity, sentence)) is not None:
            return counted
        beside = self._joined_to(quantity, sentence) or self._whole_of(quantity, sentence)
        if beside is not None:
            return beside
        is_moved = quantity.change == "to" or self._is_set_behind(quantity, sentence)
        if is_moved and (placed := self._placed_behind(quantity, sentence)) is not None:
            return placed
        if (quantity.change or self._is_amount_of(quantity, sentence)) and (
            linked := self._linked_before(quantity, sentence)
        ) is not None:
            return linked
        return (
            self._count_label(quantity, sentence)
            or self._number_of(quantity, sentence)
            or self._so_many_to_do(quantity, sentence)
            or self._numbering(quantity, sentence)
            or self._bare_adjective(quantity, sentence)
            or self._plural_behind(quantity, sentence)
            or self._counted_in_all(quantity, sentence)
            or self._listed_before(quantity, sentence)
            or self._behind_colon(quantity, sentence)
            or self._en_counted(quantity, sentence)
            or self._other_object(quantity, sentence)
            or self._gapped_count(quantity, sentence)
            or self._by_subject(quantity, sentence)
            or self._borrow(sentence)
            or self._of_pronoun(quantity, sentence)
            or self._pointed_back(quantity, sentence)
        )

    def _of_which(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "charging points, of which there are 84", "les puits, dont on compte 300": the noun before."""
        begin = self._begin_token(quantity)
        i, has_verb = begin, False
        while i - 1 > sentence.first and begin - i < _EXISTING:
            token = self.tokens[i - 1]
            if token.folded in self.words.relatives or token.pos not in ("VERB", "AUX", "PRON", "ADV"):
                break
            has_verb = has_verb or token.verb == "Fin"
            i -= 1
        relative = self.tokens[i - 1]
        if not has_verb or relative.folded not in self.words.relatives or self.tokens[i].pos != "PRON":
            return None
        end = i - 1 - (self.tokens[i - 2].pos == "ADP")
        if end - 1 <= sentence.first or (end == i - 1 and relative.folded not in self.words.whose):
            return None
        end -= self.tokens[end - 1].text == ","
        start = self._phrase_start(end, sentence.first, is_subject=False)
        return Measure(self._slice(start, end), 3, self._head(start, end)) if start < end else None

    def _count_label(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Salles de classe à construire : 9 000", "Nurses still missing: 340": the label before the colon."""
        colon = self._begin_token(quantity) - 1
        if colon <= sentence.first or self.tokens[colon].text != ":" or colon - sentence.first > _LABEL:
            return None
        label = self.tokens[sentence.first : colon]
        if any(t.verb == "Fin" or t.text in ",;" or t.i in self.in_quantity for t in label):
            return None
        first = sentence.first + self._determiners(sentence.first, colon)
        is_noun = any(t.pos in ("NOUN", "PROPN") for t in self.tokens[first:colon])
        is_noun = is_noun and self.tokens[first].pos != "ADP"  # "À la clé : 80 mille emplois"
        return Measure(self._slice(first, colon), 2, self._head(first, colon)) if is_noun else None

    def _numbering(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Numbering 12,000, the boats must", "Au nombre de 300, les agents": the subject behind the comma."""
        begin, i = self._begin_token(quantity), quantity.last
        near = self.tokens[sentence.first : begin]
        is_opening = 0 < len(near) <= _DOINGS and i + 1 < sentence.last and self.tokens[i].text == ","
        if not is_opening or not any(t.folded in self.words.number_of or t.verb in ("Ger", "Part") for t in near):
            return None
        return self._behind_comma(quantity, sentence)

    def _is_set_behind(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "chiffrant à 2 650 les places à créer": a verb, its link, the number, then an article."""
        begin = self._begin_token(quantity)
        if begin - 2 < sentence.first or quantity.last >= sentence.last:
            return False
        link = self.tokens[begin - 1]
        is_tied = link.folded in self.words.amount_links and link.folded not in self.words.linkers
        return is_tied and self.tokens[begin - 2].pos == "VERB" and self.tokens[quantity.last].pos == "DET"

    def _is_amount_of(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "a population of 1.26 crore", "une équipe de 40": the noun before says what the number is."""
        noun = self._begin_token(quantity) - 2
        if noun < sentence.first or self.tokens[noun + 1].folded not in self.words.linkers:
            return False
        is_noun = self.tokens[noun].pos in ("NOUN", "ADJ") and noun not in self.in_quantity
        return (
            is_noun
            and self.tokens[noun].folded not in self.words.number_of
            and (self.tokens[noun].folded not in self.words.generic_heads)
        )

    def _of_pronoun(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "The population has halved. It was 5,157 in 2021": the subject of the sentence before."""
        verb = self._begin_token(quantity) - 1
        index = self.doc.sentence_index(sentence.start) - 1
        if verb != sentence.first + 1 or index < 0 or self.doc.sentences[index].block != sentence.block:
            return None
        is_pronoun = self.tokens[verb - 1].folded in self.words.openers
        if not is_pronoun or self.tokens[verb].pos not in ("AUX", "VERB"):
            return None
        earlier = self.doc.sentences[index]
        first = earlier.first + self._determiners(earlier.first, earlier.last)
        end = self._phrase_end(first, earlier.last)
        return Measure(self._slice(first, end), 1, self._head(first, end)) if end > first else None

    def _what_they_do(self, quantity: Quantity, own: Measure | None, sentence: Sentence) -> Measure | None:
        """As in "98 ont lancé des travaux", "of which 286 have been completed", "14 of them elected by members"."""
        i = own.end if own is not None and own.end else self._behind_share(quantity.last, sentence)
        while i + 1 < sentence.last and (
            self.tokens[i].folded in self.words.clitics
            or (self.tokens[i].folded in self.words.infinitive_marks and self.tokens[i + 1].pos == "AUX")
        ):
            i += 1
        i = self._behind_adverbs(i, sentence.last)
        if (
            i >= sentence.last
            or self.tokens[i].pos not in ("VERB", "AUX")
            or (self.tokens[i].verb == "Inf" and self.tokens[i].pos != "AUX")
        ):
            return None
        if self._is_noun_soon(i + 1, sentence.last) and self.tokens[i].verb == "Ger":
            return None  # "12 training centres"
        topic, previous = self._topic_phrase(self._begin_token(quantity), sentence.first), self._previous(sentence)
        counted = previous.measure.text if previous is not None and previous.measure is not None else ""
        is_part = previous is not None and previous.quantity.first >= sentence.first
        is_part = is_part and self.tokens[sentence.first].folded in self.words.out_of  # "Sur 90 écoles, 40 ont ouvert"
        if topic is not None and not is_part and not counted.endswith(topic.text):
            return None  # "Quant aux centres, 74 ont été construits"
        kind = self._copula_noun(Measure("", 1, "", i), sentence)
        if kind is not None:
            return kind
        tail = self._tail(i, sentence, _DOINGS)
        if not tail:
            return None
        head = self._counted_head(quantity, sentence)
        if not head and self.tokens[i].verb != "Fin":
            return None
        return Measure(f"{head} {tail}".strip(), 1 if head else 2, fold(head))

    def _behind_share(self, i: int, sentence: Sentence) -> int:
        """The token behind the share that a number is told again as: "18, or 40%, have", "18 (40%) have"."""
        if i >= sentence.last or self.tokens[i].text not in ",(":
            return i
        close = ")" if self.tokens[i].text == "(" else ","
        for j in range(i + 1, min(i + _SHARE, sentence.last)):
            if self.tokens[j].text == close:
                return j + 1 if j - 1 in self.in_quantity else i
            if j not in self.in_quantity and j > i + 1:
                return i
        return i

    def _counted_head(self, quantity: Quantity, sentence: Sentence) -> str:
        """The noun that an elliptic number counts: that before ", dont", else what the figure before counted."""
        begin = self._begin_token(quantity)
        length = self._phrase_before(begin, sentence.first, self.words.apposition_phrases)
        comma = begin - length - 1
        if length and comma > sentence.first and self.tokens[comma].text == ",":
            start = self._phrase_start(comma, sentence.first, is_subject=False)
            if start < comma and any(t.pos == "NOUN" for t in self.tokens[start:comma]):
                head = self._head(start, comma)
                return next(t.text for t in self.tokens[start:comma] if t.folded == head)
        previous = self._previous(sentence)
        if previous is None or previous.measure is None or previous.quantity.kind not in ("count", "percent"):
            return ""
        return self._noun_of(previous.measure)

    def _copula_noun(self, own: Measure, sentence: Sentence) -> Measure | None:
        """As in "100,000 of them are children": what those are."""
        i = own.end
        if not i or i + 1 >= sentence.last or self.tokens[i].pos != "AUX" or self.tokens[i].verb != "Fin":
            return None
        j = i + 1 + self._determiners(i + 1, sentence.last)
        end = self._phrase_end(j, sentence.last)
        is_noun = end > j and self.tokens[j].pos in ("NOUN", "PROPN")
        return Measure(self._slice(j, end), 3, self._head(j, end)) if is_noun else None

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
            and (self._content(label) <= _HOLDER or not self.found or self.found[-1].quantity.first < sentence.first)
        ):
            own.text = f"{own.text}, {label}"
        elif self._is_told_of_another(self._begin_token(quantity), sentence.first):
            return own
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
                and (subject[0].islower() or self._content(subject) <= _HOLDER)
                and len(words(subject)) <= 4
                and len(words(own.text)) <= 3
                and fold(subject) not in self.words.pronouns
            ):
                own.text = f"{own.text}, {subject}"
        return own

    def _is_told_of_another(self, begin: int, floor: int) -> bool:
        """As in "A survey of 1,204 households found": the verb behind is told of the noun before."""
        if self._is_relative_object(begin, floor):
            return True
        noun = begin - 2
        if noun < floor or self.tokens[begin - 1].folded not in self.words.linkers or self.tokens[noun].pos != "NOUN":
            return False
        head = self.tokens[noun].folded
        amounts = self.words.number_of | self.words.amount_heads | self.words.generic_heads
        return head not in amounts and head not in self.words.aim_nouns

    def _counted_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "ramener sous 8 000 le nombre de ménages inscrits": the verb's object behind the number."""
        i = self._behind_date(quantity.last, sentence.last) if quantity.last < sentence.last else quantity.last
        if (
            i + 3 >= sentence.last
            or self.tokens[i].pos != "DET"
            or self.tokens[i + 1].folded not in self.words.number_of
        ):
            return None
        j = i + 3 + self._determiners(i + 3, sentence.last)
        end = self._phrase_end(j, sentence.last)
        is_linked = self.tokens[i + 2].folded in self.words.linkers and end > j
        return Measure(self._slice(j, end), 3, self._head(j, end)) if is_linked else None

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

    def last_resort(self, quantity: Quantity, sentence: Sentence) -> str | None:
        """The nearest noun phrase, for a figure that nothing is tied to: "Thirty gigawatts by 2040: the plan is"."""
        tokens, begin, i = self.tokens, self._begin_token(quantity), quantity.last
        opening = tokens[sentence.first : begin]
        if all(t.pos not in NOMINAL and t.verb != "Fin" for t in opening):
            if i + 1 < sentence.last and tokens[i].folded in self.words.linkers and tokens[i + 1].pos == "PRON":
                return self._tail(i + 2, sentence, _DOINGS) or None  # "40 per cent of them do not know it"
            done = next((t.text for t in opening if t.verb == "Part"), "")
            return f"{self._noun_behind(i, sentence)} {done}".strip() or None
        end = begin
        while end > sentence.first and tokens[end - 1].pos in ("ADP", "DET", "ADJ", "ADV", "PUNCT", "PRON"):
            end -= 1
        start = self._phrase_start(end, sentence.first, is_subject=False)
        if start < end:
            return self._slice(start, end)
        is_verb = end > sentence.first and tokens[end - 1].verb == "Fin"
        return (self._subject(end - 1, sentence.first) or None) if is_verb else None

    def _noun_behind(self, i: int, sentence: Sentence) -> str:
        """The noun phrase behind the first colon or comma that one stands behind."""
        for j in range(i, min(i + _LABEL, sentence.last)):
            if self.tokens[j].text in ":,":
                first = j + 1 + self._determiners(j + 1, sentence.last)
                is_free = first < sentence.last and first not in self.in_date and first not in self.in_quantity
                if is_free and (text := self._slice(first, self._phrase_end(first, sentence.last))):
                    return text
        return ""

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
        if self.tokens[i].folded not in self.words.lone_adjectives and any(
            t.verb in ("Fin", "Inf") for t in self.tokens[previous.quantity.last : quantity.first]
        ):
            return None  # another clause: "donner un emploi à 3 000 jeunes"
        is_pair = self.tokens[i].folded in self.words.lone_adjectives or len(words(previous.measure.text)) > 1
        if not is_pair and self.words.links_scales and j == i + 1 and self.tokens[i].pos == "ADJ":
            return None  # "600 médecins et 1 900 infirmiers": a noun that a tagger takes for an adjective
        return Measure(f"{self._noun_of(previous.measure)} {adjective}", 3, previous.measure.head)

    def _is_adjectival(self, token: Token) -> bool:
        return token.folded in self.words.lone_adjectives or (
            token.pos in ("ADJ", "VERB") and token.verb in ("", "Part", "Ger")
        )

    def _plural_behind(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """A plural right behind a number counts, even where the tagger takes it for a verb ("100,000 starts")."""
        i = quantity.last
        if (
            i >= sentence.last
            or self.tokens[i].pos != "VERB"
            or not self.tokens[i].folded.endswith(plural_endings(self.doc.language))
            or not self.tokens[i].space
        ):
            return None
        return Measure(self.tokens[i].text, 2, self.tokens[i].folded, i + 1)

    def _joined_to(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "drew 2,140 and 31,600 passengers": the next number's noun."""
        i = quantity.last
        if i + 1 >= sentence.last or self.tokens[i].pos != "CCONJ" or quantity.is_scaled:
            return None
        following = self.quantity_at.get(i + 1)
        if following is None or following.kind != "count":
            return None
        own = self._own_phrase(following, sentence)
        return Measure(own.text, 3, own.head) if own is not None and own.trust == 3 else None

    def _whole_of(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "16 filled posts out of 54", "a single action of the 41": what the part before counts."""
        begin = self._begin_token(quantity)
        length = self._phrase_before(begin, sentence.first, self.words.out_of_phrases)
        if not length:
            return None
        end = begin - length
        start = self._phrase_start(end, sentence.first, is_subject=False)
        if start >= end or not any(t.pos == "NOUN" for t in self.tokens[start:end]):
            return None
        previous = self._previous(sentence)
        is_part = previous is not None and previous.quantity.last in (start, start - 1, end)
        if not is_part and self.tokens[begin - 1].pos != "DET":
            return None
        return Measure(self._slice(start, end), 3, self._head(start, end))

    def _other_object(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "33 are open. The board would reopen 12": the noun counted before, and what is done with those."""
        begin, previous = self._begin_token(quantity), self._main_before(sentence)
        verb = begin - 1
        if begin > sentence.first and self.tokens[verb].folded in self.words.others:
            verb -= 1
        while verb > sentence.first and self.tokens[verb].pos == "ADV":
            verb -= 1  # "has achieved only 11,000"
        if previous is None or previous.measure is None or previous.quantity.kind != "count" or quantity.change:
            return None
        if verb <= sentence.first or self.tokens[verb].pos != "VERB" or not previous.measure.head:
            return None
        done = self.tokens[verb].folded
        is_level = self._is_stem(done, self.words.level_verbs) or self._is_stem(done, self.words.share_verbs)
        if is_level or self.tokens[verb].text.lower() in self.words.level_forms or self.tokens[verb].verb == "":
            return None
        noun = self._noun_of(previous.measure)
        is_copula = self.tokens[verb].folded in self.words.amount_links  # "today there are 6,400"
        return Measure(noun if is_copula else f"{noun}, {self.tokens[verb].text}", 2, previous.measure.head)

    def _main_before(self, sentence: Sentence) -> Found | None:
        """The figure before, or the one that it is only compared with: "180 doctors for four million people"."""
        previous = self._previous(sentence)
        if previous is None or len(self.found) < _PAIR:
            return previous
        link, earlier = self.tokens[self._begin_token(previous.quantity) - 1], self.found[-2]
        is_pair = previous.quantity.kind == earlier.quantity.kind and earlier.measure is not None
        is_near = link.i - earlier.quantity.last <= _HOLDER
        return earlier if is_pair and is_near and link.folded in self.words.price_links else previous

    def _gapped_count(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "the ministry sees 24 million passengers; the commission, 15": what the number before counts."""
        previous = self._previous(sentence)
        is_alike = previous is not None and previous.quantity.kind == "count" and not quantity.change
        if not is_alike or self._begin_token(quantity) <= sentence.first or self._gapped(quantity, sentence) is None:
            return None
        return self._borrow(sentence)

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

    def _behind_colon(self, quantity: Quantity, sentence: Sentence) -> Measure | None:
        """As in "Nurses will be hired in three waves: 1,200 this year": the subject of the clause before the colon."""
        colon = self._begin_token(quantity) - 1
        if colon <= sentence.first or self.tokens[colon].text != ":":
            return None
        verb = self._verb_before(colon, sentence.first)
        while verb is not None and self.tokens[verb].verb != "Fin":
            verb = self._verb_before(verb, sentence.first)
        span = self._subject_span(verb, sentence.first) if verb is not None else None
        if verb is None or span is None:
            return None
        doing = self._participle_behind(verb, sentence)
        return Measure(f"{self._slice(*span)} {doing}".strip(), 2, self._head(*span))

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
        doing = self._participle_behind(i, sentence, with_object=True) or self._own_doing(quantity, sentence)
        text = " ".join(x for x in (noun, doing) if x)
        return Measure(text, 2, previous.measure.head if previous and previous.measure else "") if text else None

    def _own_doing(self, quantity: Quantity, sentence: Sentence) -> str:
        """As in "et en rénover 600 autres": the verb right before the number."""
        verb = self.tokens[max(sentence.first, self._begin_token(quantity) - 1)]
        return verb.text if verb.pos == "VERB" and verb.verb in ("Inf", "Ger", "Part") else ""

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
        before = self._main_before(sentence) or (self.found[-1] if self.found else None)
        previous = before.measure if before is not None else None
        if previous is None or not previous.head:
            return None
        subject = self._subject(verb - 1, sentence.first)
        noun = self._noun_of(previous)
        is_short = subject[:1].islower() or 0 < self._content(subject) <= _HOLDER  # no long name
        return Measure(f"{noun}, {subject}" if is_short else noun, 2, previous.head)
