"""The tense of the clause that a date stands in, which tells whether "in May" is gone or to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.date_lexicon import DateLexicon
    from pipelines.extract.document import Document

_TENSE_REACH = 40
_PARTICIPLE_REACH = 12
_HOLDING_REACH = 10
_GIVEN_UP = 5


class ClauseTense:
    """Tells the tense of a document's clauses."""

    def __init__(self, doc: Document, lexicon: DateLexicon) -> None:
        self.doc, self.lexicon = doc, lexicon

    def is_future(self, at: int) -> bool | None:
        """Whether the nearest sign before character `at`, else behind it, is of the future; None where none tells."""
        sentence = self.doc.sentence_at(at)
        here = self.doc.token_at(at)
        if self._is_given_up(max(sentence.first, here - _GIVEN_UP), here):
            return None
        in_clause = True
        for i in range(here - 1, max(sentence.first, here - _TENSE_REACH) - 1, -1):
            if (sign := self._tense(i)) is not None and not (sign and not in_clause and self._is_aside(i)):
                return sign or self._is_announced(i, here)
            in_clause = in_clause and self.doc.tokens[i].text != ","
            if in_clause and here - i <= _PARTICIPLE_REACH and self._is_attribute(i):
                return self._is_announced(i, here)
        if any(self._is_told_by(i, here) for i in range(max(sentence.first, here - 6), here)):
            return False
        for i in range(here, min(sentence.last, here + _TENSE_REACH)):
            if (sign := self._tense(i)) is not None:
                return sign
        return None

    def _is_given_up(self, first: int, at: int) -> bool:
        """Read "initialement prévu le 15 janvier", "originally due in May": a day that no tense is told of."""
        near = self.doc.tokens[first:at]
        former = next((k for k, t in enumerate(near) if t.folded in self.lexicon.formerly), None)
        return former is not None and any(
            t.folded in self.lexicon.future_cues or t.verb == "Part" for t in near[former:]
        )

    def is_over(self, at: int) -> bool:
        """Read "had signed up by the end of April": whether the verb right before is a pluperfect."""
        tokens, here = self.doc.tokens, self.doc.token_at(at)
        floor = max(self.doc.sentence_at(at).first, here - _PARTICIPLE_REACH)
        verb = next((i for i in range(here - 1, floor - 1, -1) if tokens[i].verb in ("Fin", "Inf")), None)
        if verb is None or tokens[verb].folded not in self.lexicon.pluperfects:
            return False
        done = next((t for t in tokens[verb + 1 : here] if t.verb == "Part"), None)
        return done is not None and done.folded not in self.lexicon.future_cues

    def _is_announced(self, i: int, at: int) -> bool:
        """Read "a annoncé mardi la tenue en mai d'un forum": what is made known behind its verb is to come."""
        tokens, lexicon = self.doc.tokens, self.lexicon
        noun = next(
            (k for k in range(at - 1, max(i, at - _HOLDING_REACH) - 1, -1) if tokens[k].folded in lexicon.holdings),
            None,
        )
        if noun is None:
            return False
        first = max(self.doc.sentence_at(tokens[at].start).first, noun - _HOLDING_REACH)
        return any(t.folded in lexicon.announcings for t in tokens[first:noun])

    def _is_attribute(self, i: int) -> bool:
        """Read "will build under a plan unveiled in Oslo on Monday": a participle that a noun carries is past."""
        tokens = self.doc.tokens
        if i == 0 or tokens[i].verb != "Part" or tokens[i].folded in self.lexicon.future_cues:
            return False
        return tokens[i - 1].pos in ("NOUN", "PROPN") or tokens[i - 1].text == ","

    def _is_aside(self, i: int) -> bool:
        """Read "struck out the part that opens the coast to hotels, ruling on Monday": a present of a clause left."""
        tokens = self.doc.tokens
        if i < 2 or tokens[i - 1].pos != "PRON" or tokens[i].verb != "Fin":
            return False
        return (
            tokens[i - 2].pos in ("NOUN", "PROPN") or tokens[i - 2].text == ","
        )  # "It will be followed, on 3 May, by talks" is no clause left

    def _is_told_by(self, i: int, at: int) -> bool:
        """Whether the date at `at` belongs to the participle at `i`: "held on Tuesday", with no verb before it."""
        tokens = self.doc.tokens
        is_free = i > 0 and not tokens[i - 1].verb and tokens[i - 1].pos != "AUX"
        is_opening = i == self.doc.sentence_at(tokens[i].start).first
        is_mistaken = tokens[i].pos == "ADJ" or (tokens[i].pos == "NOUN" and tokens[i + 1].pos == "ADV")
        if is_opening and is_mistaken:  # what the tagger takes for an adjective or noun: "Dévoilé mardi, le plan"
            return tokens[i].text.endswith(self.lexicon.participle_endings)
        return tokens[i].verb == "Part" and (is_opening or (is_free and at - i <= 2))

    def _tense(self, i: int) -> bool | None:
        token = self.doc.tokens[i]
        word = token.folded
        if "'" in word and word[word.rindex("'") :] in self.lexicon.future_cues:
            return True  # "we'll"
        if (
            word in self.lexicon.future_cues and token.pos not in ("NOUN", "PROPN")
        ) or f"{self.doc.tokens[i - 1].folded} {word}" in self.lexicon.future_cues:
            return True
        if token.verb == "Fin" and not self._is_mistaken(i):
            if word in self.lexicon.future_finites:
                return None if self._is_led(i) else True
            if self._tells_no_tense(i):
                return None
            is_future = self.lexicon.future_endings and word.endswith(self.lexicon.future_endings)
            return bool(is_future) and word not in self.lexicon.past_cues
        return False if word in self.lexicon.past_cues else None

    def _is_mistaken(self, i: int) -> bool:
        """Read "will be “merged” after", "the Clean Rivers Plan": a quoted participle or a name tagged as a verb."""
        tokens = self.doc.tokens
        if i and tokens[i].is_capitalised and tokens[i - 1].is_capitalised and tokens[i - 1].text[0].isalpha():
            return True
        return i > 1 and tokens[i - 1].text in "\"“«'‘" and tokens[i - 2].pos == "AUX"

    def _is_led(self, i: int) -> bool:
        """Read "en visite mardi": a preposition before what was taken for a verb makes it a noun."""
        before = self.doc.tokens[i - 1] if i else None
        return before is not None and (before.pos == "ADP" or before.folded in self.lexicon.month_after)

    def _tells_no_tense(self, i: int) -> bool:
        """Read "c'est à Lomé que se tiendra", "due when schools reopen": a present that stands in for another tense."""
        tokens = self.doc.tokens
        word = tokens[i].folded
        if (i and tokens[i - 1].folded in self.lexicon.presentatives) or word in self.lexicon.presents:
            return True
        is_present = self.lexicon.present_endings and word.endswith(self.lexicon.present_endings)
        if is_present and tokens[i].pos == "VERB" and word not in self.lexicon.past_cues:
            return True
        is_past = self.lexicon.past_endings and tokens[i].folded.endswith(self.lexicon.past_endings)
        return not is_past and any(t.folded in self.lexicon.time_conjunctions for t in tokens[max(0, i - 3) : i])
