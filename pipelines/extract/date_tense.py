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
_AUXILIARY_REACH = 4
_INTENT = 6  # tokens from what is meant to the infinitive


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
        if self._is_intended(here, sentence.first):
            return True
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

    def _is_intended(self, here: int, first: int) -> bool:
        """Read "agreed to meet again on the 28th": an infinitive that somebody means or is told to do."""
        tokens = self.doc.tokens
        for i in range(here - 1, max(first, here - _PARTICIPLE_REACH) - 1, -1):
            if tokens[i].verb == "Inf":
                return any(t.folded in self.lexicon.intents for t in tokens[max(first, i - _INTENT) : i])
            if tokens[i].verb == "Fin" or tokens[i].text in ";:":
                return False
        return False

    def is_over(self, at: int) -> bool | None:
        """Read "had signed up by the end of April", "by March it was down": None where it only "was due by March"."""
        tokens, here = self.doc.tokens, self.doc.token_at(at)
        sentence = self.doc.sentence_at(at)
        floor = max(sentence.first, here - _PARTICIPLE_REACH)
        verb = next((i for i in range(here - 1, floor - 1, -1) if tokens[i].verb in ("Fin", "Inf")), None)
        if verb is None and floor == sentence.first:
            stop = min(sentence.last, here + _TENSE_REACH)
            stop = next((i for i in range(here, stop) if tokens[i].text == ";"), stop)
            verb = next((i for i in range(here, stop) if tokens[i].verb == "Fin" and not self._is_said(i)), None)
        if verb is not None and tokens[verb].verb == "Inf":  # "was due to be ready by March", not "pledged to finish"
            near = (t.folded for t in tokens[max(sentence.first, verb - _AUXILIARY_REACH) : verb])
            return None if any(word in self.lexicon.duties for word in near) else False
        if verb is None or tokens[verb].folded not in self.lexicon.pasts:
            return False
        behind = tokens[verb + 1 : verb + _AUXILIARY_REACH]
        done = next((n for n, t in enumerate(behind) if t.verb), len(behind))
        if any(t.verb == "Inf" or t.folded in self.lexicon.future_cues for t in behind[: done + 1]):
            return None
        return True

    def _is_said(self, i: int) -> bool:
        """Whether a verb says who told it, between commas."""
        tokens = self.doc.tokens
        return any(tokens[k].text == "," for k in range(max(0, i - 3), i)) and tokens[i + 1].text == ","

    def is_to_come(self, at: int, is_close: bool) -> bool:
        """Read "will double within five years", "a plan to double output in five years": not "fell in five years".

        Args:
            is_close: whether only what stands right behind the verb counts.
        """
        tokens, here = self.doc.tokens, self.doc.token_at(at)
        sentence = self.doc.sentence_at(at)
        before = tokens[max(0, here - 1)]
        if is_close and here > sentence.first and not (before.verb or before.pos in ("ADV", "PRON")):
            return False
        for i in range(here - 1, max(sentence.first, here - _PARTICIPLE_REACH) - 1, -1):
            if tokens[i].verb == "Inf":
                near = tokens[max(sentence.first, i - 2) : i]
                if any(t.folded in self.lexicon.future_cues for t in near):
                    return True
                return not any(t.folded in self.lexicon.achieved for t in near)
            if tokens[i].verb == "Fin":
                break
        return self.is_future(at) is True

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
        is_mistaken = tokens[i].pos == "ADJ" or (tokens[i].pos == "NOUN" and tokens[i + 1].pos in ("ADV", "ADP"))
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
