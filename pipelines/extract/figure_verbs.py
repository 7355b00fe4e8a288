"""What the verbs around a figure say of it: aimed at, planned or reported."""

from __future__ import annotations

import bisect
from functools import cached_property
from typing import TYPE_CHECKING

from pipelines.extract.dictionary import third_person_endings
from pipelines.extract.measures import MeasureReader
from pipelines.extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipelines.extract.document import Sentence, Token
    from pipelines.extract.records import Pillar, Plan

# Tokens between a verb and a doing that is its object: "ont procédé à la remise des actes d'attribution".
_MAX_OBJECT = 9
# Tokens between a perfect and the infinitive that it leads to: "a bondi de 9 % en un an pour atteindre".
_MAX_PERFECT = 12
# Tokens of an aside between a subject and its verb.
_MAX_ASIDE = 16
# Tokens on either side of a number that its verb stands within.
NEAR = 6


class FigureVerbReader(MeasureReader):
    """Reads the tense and the intention of the verbs before and behind a figure."""

    def _until_comma(self, places: range) -> list[Token]:
        """The tokens at `places`, up to the first sign that ends a clause."""
        tokens = self.tokens
        near: list[Token] = []
        for j in places:
            token = tokens[j]
            if token.text in ",;:.":
                break
            near.append(token)
        return near

    def _clause_start(self, begin: int, sentence: Sentence) -> int:
        """The token behind the last colon, semicolon or "where" before `begin`, else the sentence's first."""
        n = bisect.bisect_left(self._openings, begin)
        return max(self._openings[n - 1] + 1, sentence.first) if n else sentence.first

    @cached_property
    def _openings(self) -> list[int]:
        """Tokens that a clause opens behind, in order: colons, semicolons and "where"."""
        where = self.words.where
        spots = self.doc.positions_of({";", ":", *map(fold, where)})
        return [i for i in spots if self.tokens[i].text in ";:" or self.tokens[i].text.lower() in where]

    def _is_modal(self, i: int) -> bool:
        """Whether a finite verb of what is to come stands at token `i`, before an infinitive."""
        token = self.tokens[i]
        is_led = any(t.verb == "Inf" for t in self.tokens[i + 1 : i + 3])
        return token.verb == "Fin" and is_led and self._is_target_word(token)

    def _has_target_cue(self, first: int, last: int) -> bool:
        return any(self._is_target_word(t) for t in self.tokens[first:last])

    def _is_target_word(self, token: Token) -> bool:
        folded = token.folded
        if folded in self.words.bets and token.pos in ("VERB", "NOUN"):  # "is banking on growth of 5 percent"
            return not self.words.bet_links.isdisjoint(self.doc.words[token.i + 1 : token.i + 2])
        is_known = folded in self.words.target_words or folded.startswith(self.words.target_stems)
        if not is_known or folded in self.words.not_targets:
            return False
        if folded in self.words.abilities and not self.words.denials.isdisjoint(
            self.doc.words[token.i + 1 : token.i + 2]
        ):
            return False  # "a third of pupils could not read"
        if folded in self.words.needs_infinitive and not any(
            t.verb == "Inf" for t in self.tokens[token.i + 1 : token.i + 4]
        ):
            behind = self.tokens[token.i + 1 : token.i + 2]  # "are set to benefit", a verb taken for a noun
            links = self.words.infinitive_marks | self.words.target_verb_links  # "are being asked for 4 billion"
            is_marked = token.verb == "Part" and bool(behind) and behind[0].folded in links
            return is_marked and self.tokens[token.i - 1].pos == "AUX"
        if token.pos in ("NOUN", "PROPN"):  # "aims to", "calls for": verbs that a tagger takes for nouns
            after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
            return after is not None and after.folded in self.words.target_verb_links
        return token.pos in ("VERB", "AUX", "ADJ", "X")

    def _is_future(self, token: Token) -> bool:
        lexicon, folded = self.words, token.folded
        if token.verb != "Fin":
            return folded.endswith(lexicon.future_clitics)
        if folded in lexicon.past_conditionals and any(
            t.verb == "Part" for t in self.tokens[token.i + 1 : token.i + 4]
        ):
            return False
        if token.pos == "AUX" and token.i + 2 < len(self.tokens):  # "is to soar", "est de créer"
            mark, verb = self.tokens[token.i + 1], self.tokens[token.i + 2]
            if mark.folded in lexicon.hindsight:
                return False  # "il aura fallu deux ans"
            if mark.folded in lexicon.infinitive_marks and verb.verb == "Inf":
                return True
        if folded.endswith(lexicon.future_clitics):
            return True
        if not folded.endswith(lexicon.future_endings) or len(folded) <= 3:
            return False
        return not (folded.startswith(lexicon.hearsay) and folded.endswith(lexicon.past_endings))

    def _is_past(self, token: Token) -> bool:
        if token.folded in self.words.past_verbs:
            before = self.tokens[token.i - 1]
            is_to_come = token.verb == "Part" and before.pos == "AUX" and before.verb == "Inf"  # "are to be built"
            return token.pos in ("VERB", "AUX") and not is_to_come
        return token.verb == "Fin" and token.folded.endswith(self.words.past_endings) and not self._is_future(token)

    def _is_modal_cue(self, cue: int) -> bool:
        """As in "would now have to turn out 840", "devra désormais former 60": what is so from now on."""
        before = self.tokens[cue - 1]
        return self._is_future(before) or self._is_target_word(before)

    def _is_listed_passive(self, token: Token) -> bool:
        """As in "are to be named, 20 markets opened and 40 fairs organised": a participle before a comma or "and"."""
        if not self.words.participles_are_pasts or not token.folded.endswith(self.words.past_endings):
            return False
        after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
        return after is not None and (after.text == "," or after.pos == "CCONJ")

    def _is_elliptic_passive(self, end: int, begin: int, sentence: Sentence) -> bool:
        """As in "three offices are to be set up, 20 markets opened and": a participle, the auxiliary is told before."""
        i = end
        if i >= sentence.last or not self.words.participles_are_pasts or self.tokens[begin - 1].text != ",":
            return False
        is_past = self.tokens[i].verb in ("Fin", "Part") and self.tokens[i].folded.endswith(self.words.past_endings)
        is_bare = i + 1 >= sentence.last or self.tokens[i + 1].pos in ("PUNCT", "CCONJ", "ADP")
        before = self.tokens[max(sentence.first, begin - 20) : begin]
        return is_past and is_bare and any(t.pos == "AUX" and t.verb == "Inf" for t in before)

    def _announces_target(self, first: int, last: int) -> bool:
        return any(
            t.folded in self.words.target_nouns
            or self._is_target_word(t)
            or self._is_future(t)
            or self._is_passive_to_come(t.i, first)
            for t in self.tokens[first:last]
        )

    def _is_subject_of_next(self, end: int, sentence: Sentence) -> bool:
        """As in "has trained 340 teachers, and 750 more are to be": a verb of its own behind the number."""
        j = end
        while j < sentence.last and (self.tokens[j].pos == "ADV" or self.tokens[j].folded in self.words.others):
            j += 1
        if j >= sentence.last or self.tokens[j].verb == "Fin":
            return j < sentence.last
        # "villages still rely": a present that a tagger takes for an infinitive
        is_bare = self.words.bare_verbs_share and self.tokens[j].verb == "Inf"
        return is_bare and j > end and not self._is_marked(j)

    def _is_done(self, j: int, first: int) -> bool:
        """Whether the noun at token `j` is the object of a verb of the past: "a permis la création de 40 écoles"."""
        for k in range(j - 1, max(first, j - _MAX_OBJECT) - 1, -1):
            token = self.tokens[k]
            if self._is_target_word(token) or self._is_future(token):
                return False
            if token.folded in self.words.destination_verbs and self._is_purpose_link(k + 1, j):
                return False  # "4 million has been set aside for the construction of"
            if token.verb == "Part" and self.tokens[k - 1].folded in self.words.perfect_auxiliaries:
                return self.tokens[k - 1].verb != "Inf"
            if token.verb == "Fin":
                return self._is_past(token)
        return False

    def _is_of_level_noun(self, j: int) -> bool:
        """As in "un taux de vaccination de 47 %", "a vaccination rate of": a doing that only says which level."""
        levels, tokens = self.words.generic_heads, self.tokens
        if self.words.head_is_last:
            return tokens[j + 1].folded in levels
        return j > 1 and tokens[j - 1].folded in self.words.linkers and tokens[j - 2].folded in levels

    def _is_purpose_link(self, first: int, last: int) -> bool:
        """Whether a preposition says what an amount is for: "set aside for", "alloués à la"."""
        links = self.words.purpose_nouns | self.words.recipient_links
        return any(t.pos == "ADP" and t.folded in links for t in self.tokens[first:last])

    def _verdict_before(self, begin: int, first: int) -> bool | None:
        tokens, lexicon = self.tokens, self.words
        comma = False  # between the verb and the number, outside of a list of numbers
        for j in range(begin - 1, first - 1, -1):
            token = tokens[j]
            if token.text == ",":
                comma = comma or self.in_quantity.isdisjoint(range(max(first, j - 8), j))
            if self._is_target_word(token) or self._is_future(token):
                return not self._is_owed(j, begin)
            is_level = token.folded in lexicon.aim_nouns and self._is_of_level_noun(j)
            if token.folded in lexicon.aim_nouns and token.pos == "NOUN" and begin - j <= 5 and not (comma or is_level):
                return token.folded not in lexicon.action_nouns or not self._is_done(j, first)
            if (token.verb and self._is_announced(token)) or (not (comma or is_level) and self._is_aim(j, begin)):
                return True
            if self._is_past(token) or (
                token.verb == "Part"
                and j > first
                and tokens[j - 1].folded in lexicon.perfect_auxiliaries
                and tokens[j - 1].verb != "Inf"
            ):
                is_moved = tokens[begin - 1].pos == "ADP" and begin - j <= 3
                return is_moved and self._announced_before(j, first)
            if j == first and self.doc.sentence_at(token.start).first == j and self._is_order(j):
                return True
            if token.verb == "Fin" and not self._is_passed_over(j, first):
                return self._announced_before(j, first) or self._is_planned(j, begin)
            if token.verb == "Inf" and (
                self._is_passive_to_come(j, first) or (not comma and self._is_intended(j, begin, first))
            ):
                return True
        return None

    def _is_intended(self, j: int, begin: int, first: int) -> bool:
        """As in "pour former 60 agents": an infinitive behind its mark, whose object the number is."""
        tokens, lexicon = self.tokens, self.words
        is_linked = tokens[begin - 1].folded in lexicon.amount_links and begin - 1 > j + 1
        if is_linked and tokens[begin - 1].text != ":":
            return False
        is_marked = any(t.folded in lexicon.infinitive_marks for t in tokens[max(first, j - 2) : j])
        return is_marked and not self._perfect_before(j, first) and not self._is_past(tokens[j - 2])

    def _is_passive_to_come(self, j: int, first: int) -> bool:
        """As in "Waiting times to be shortened by 20%", "délais à réduire de 20 %": behind a noun, without a verb."""
        tokens, mark = self.tokens, j - 1
        if mark - 1 < first or tokens[j].verb != "Inf" or tokens[mark].folded not in self.words.todo_marks:
            return False
        if tokens[mark - 1].pos != "NOUN":
            return False
        return bool(self.words.clitics) or (tokens[j].pos == "AUX" and tokens[j + 1].verb == "Part")

    def _is_owed(self, verb: int, begin: int) -> bool:
        """As in "L'État doit encore 280 milliards": an amount, not an infinitive, behind a verb of intention."""
        is_owing = self.tokens[verb].folded in self.words.owing
        return is_owing and all(t.pos == "ADV" for t in self.tokens[verb + 1 : begin])

    def _is_passed_over(self, j: int, first: int) -> bool:
        """Whether the finite verb at token `j` says nothing of the number: in an aside, or without its auxiliary."""
        if j <= first:
            return False
        return (self.tokens[j - 1].text == "," and not self._closes_aside(j - 1, first)) or self._shares_auxiliary(j)

    def _closes_aside(self, comma: int, first: int) -> bool:
        """As in "that, by its own account, eats up 40%": the comma that ends what stands behind a relative."""
        opening = (k for k in range(comma - 1, max(first, comma - _MAX_ASIDE), -1) if self.tokens[k].text == ",")
        k = next(opening, first)
        if k > first and self.tokens[k + 1].verb == "Part":  # "The compact, signed on 4 March, sets aside"
            return not any(t.verb == "Fin" for t in self.tokens[first:comma])
        return k > first and self.tokens[k - 1].folded in self.words.relatives

    def _is_announced(self, token: Token) -> bool:
        return token.verb in ("Fin", "Part") and token.folded.startswith(self.words.announcing)

    def _is_aim(self, j: int, begin: int) -> bool:
        """As in "l'ambition étant de faire passer", "le but est redescendu à", "went into saving 300 jobs"."""
        token, lexicon = self.tokens[j], self.words
        if token.verb == "Ger" and begin - j <= 2:
            return self.tokens[j - 1].folded in lexicon.aim_links and self.tokens[j - 1].folded in lexicon.content_links
        if token.pos != "NOUN" or token.folded not in lexicon.target_nouns or j + 1 >= begin:
            return False
        return self.tokens[j + 1].pos == "AUX" or self.tokens[j + 1].folded in lexicon.linkers

    def _is_planned(self, verb: int, begin: int) -> bool:
        """As in "The second pillar rests on a fund of 1.5 billion", "The plan sets up": what it holds is to come."""
        sentence = self.doc.sentence_at(self.tokens[verb].start)
        near = self._until_comma(range(verb, sentence.first - 1, -1)) + self.tokens[verb:begin]
        if any(t.folded in self.words.relatives for t in near):
            return False
        end = self.tokens[verb].start
        if self._tells_of(sentence.start, end, self.words.structure, self.pillars):
            return True
        if not self.tokens[verb].folded.startswith(self.words.allotting):
            return False
        is_shared = verb - sentence.first < NEAR or self.tokens[verb - 1].pos == "CCONJ"
        opening = self.tokens[sentence.first].folded
        if (opening in self.words.carriers or opening in self.words.pronouns) and is_shared:
            index = self.doc.sentence_index(sentence.start)
            before = self.doc.sentences[index - 1] if index else sentence
            if before.block != sentence.block:
                return False
            start, end = before.start, before.end
            if self._tells_of(start, end, self.words.structure, self.pillars):
                return True
        else:
            start = sentence.start
        return self._tells_of(start, end, self.words.plan_nouns, self.plans)

    def _tells_of(self, start: int, end: int, nouns: frozenset[str], rows: Sequence[Pillar] | Sequence[Plan]) -> bool:
        """Whether one of the nouns, or a mention of one of the rows, opens what stands between two places."""
        if any(start <= s.start < end for row in rows for s in row.spans):
            return True
        first = self.doc.token_at(start)
        last = min(first + _MAX_ASIDE, bisect.bisect_left(self.doc.token_starts, end))
        return not nouns.isdisjoint(self.doc.words[first:last])

    def _is_order(self, first: int) -> bool:
        """As in "Build 25,000 homes", "Planter 3 000 arbres": a line that opens with its verb."""
        opening = self.tokens[first]
        if opening.pos != "VERB" or not opening.text[0].isupper() or self._is_past(opening):
            return False
        return opening.verb == "Inf" or (self.words.bare_verbs_share and opening.verb == "Fin")

    def _shares_auxiliary(self, j: int) -> bool:
        """As in "will train nurses and equip 40 clinics": a bare verb behind a conjunction."""
        if not self.words.bare_verbs_share or self.tokens[j].folded.endswith(third_person_endings(self.doc.language)):
            return False
        k, floor = j - 1, max(0, j - _MAX_OBJECT)
        while k > floor and self.tokens[k].pos in ("DET", "ADJ", "NOUN", "PROPN", "ADP"):
            k -= 1
        if self.tokens[k].pos != "CCONJ" or k == j - 1:
            return k == j - 1 and self.tokens[k].pos == "CCONJ"
        # "will see firms enter the chain and local content climb from": another subject, the same auxiliary
        before = next((t for t in self.tokens[max(0, k - _MAX_ASIDE) : k][::-1] if t.verb == "Fin"), None)
        return before is not None and before.pos == "AUX" and self._is_target_word(before)

    def _announced_before(self, j: int, first: int) -> bool:
        """A present tense reports, unless its clause speaks of a target: "l'objectif est de", "the target is"."""
        for token in self.tokens[max(first, j - 6) : j][::-1]:
            if token.text.lower() in self.words.where:
                return False  # "la réfection des conduites, où se perdent 40 %"
            if token.folded in self.words.target_nouns:
                return True
        return False

    def _perfect_before(self, j: int, first: int) -> bool:
        """Whether a perfect governs the infinitive: "a réussi à mobiliser", "has helped to build"."""
        floor = max(first, j - _MAX_PERFECT)
        present = (k for k in range(j - 1, floor - 1, -1) if self.tokens[k].verb == "Fin")
        own = next((k for k in present if self.tokens[k].folded not in self.words.perfect_auxiliaries), floor)
        window = self.tokens[own:j]
        parts = (t for t in window if t.verb == "Part" and t.pos != "AUX")
        done = (t for t in parts if not t.folded.startswith(self.words.committing))
        return any(done) and any(t.folded in self.words.perfect_auxiliaries for t in window)

    def _verdict_behind(self, end: int, sentence: Sentence) -> bool | None:
        end = self._behind_aside(end, sentence)
        for token in self.tokens[end : min(end + 12, sentence.last)]:
            if token.text in ",;:." or token.folded in self.words.relatives:
                return None
            if token.i in self.in_quantity:
                continue
            if self._is_future(token) or (token.pos in ("VERB", "AUX") and self._is_target_word(token)):
                return True
            if token.pos == "AUX" and self._is_told_as_aim(token):
                return True
            if token.verb in ("Fin", "Inf") and (token.verb == "Fin" or not self._is_marked(token.i)):
                after = self.tokens[token.i + 1 : min(token.i + 4, sentence.last)]
                if any(self._phrase_at(t.i, sentence.last, self.words.reported_phrases) for t in after):
                    return False
                is_perfect = token.folded in self.words.perfect_auxiliaries and token.folded in self.words.have_verbs
                return bool(any(self._is_target_word(t) for t in after) and token.pos == "AUX" and not is_perfect)
            if token.verb == "Part" and self._is_target_word(token):
                return True
            if token.verb == "Inf":
                return True
        return None

    def _is_told_as_aim(self, auxiliary: Token) -> bool:
        """As in "an investment in 400 homes was announced", "whereas 5,000 had been targeted"."""
        parts = [t for t in self.tokens[auxiliary.i + 1 : auxiliary.i + 3] if t.verb == "Part"]
        is_past = auxiliary.folded in self.words.past_verbs
        return any(
            t.folded.startswith(self.words.announcing) or (is_past and t.folded in self.words.goals) for t in parts
        )

    def _behind_aside(self, end: int, sentence: Sentence) -> int:
        """The verb behind what stands between commas: "96 homes, begun in May, will open"; else `end` itself."""
        if end >= sentence.last or self.tokens[end].text != ",":
            return end
        stop = min(sentence.last, end + _MAX_ASIDE)
        close = next((j for j in range(end + 1, stop) if self.tokens[j].text == ","), stop)
        if close + 1 >= sentence.last or close == stop or any(self.tokens[j].verb == "Fin" for j in range(end, close)):
            return end
        return close + 1 if self.tokens[close + 1].verb == "Fin" else end

    def _is_marked(self, i: int) -> bool:
        """Whether an infinitive is told by its mark ("to grow"), not a present that a tagger takes for one."""
        return any(t.folded in self.words.infinitive_marks or t.pos == "AUX" for t in self.tokens[max(0, i - 3) : i])
