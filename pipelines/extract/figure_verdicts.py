"""Whether a figure is aimed at or reported, from its name, its time, its place in the sentence and its verbs."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from pipelines.extract.figure_phrases import CLAUSE_ENDS
from pipelines.extract.figure_verbs import NEAR, FigureVerbReader
from pipelines.extract.text import words

if TYPE_CHECKING:
    from pipelines.extract.document import Sentence
    from pipelines.extract.figure_lexicon import Found
    from pipelines.extract.quantities import Quantity

# Prepositions and articles between a cue and its number: "aujourd'hui de", "currently at an".
_LINKS = 3
# Figures between an amount and the same put in another way.
_COMPARED = 3
# Tokens of the subject of a relative clause: "the 80 percent that the National Plan for Clean Water 2025-2030 sets".
_SUBJECT = 14
# Tokens that a sentence points back with: "That is the pledge", "C'est la cible que".
_POINTING = 8
# Tokens between what says that somebody sets a goal and its number.
_GOAL = 24
# Tokens within which it says what it points to.
_POINTED = 12


class VerdictReader(FigureVerbReader):
    """Says of each figure found whether it is aimed at."""

    found: list[Found]
    published: dt.date | None

    def is_target(self, found: Found) -> bool | None:
        """Whether a figure is aimed at (true) or reported (false); None where a bare budget leaves it open.

        Sets `found.is_present` where it is told of today.
        """
        quantity, sentence = found.quantity, found.sentence
        begin = self._begin_token(quantity)
        if quantity.is_conversion and self.found[0] is not found:
            return self.found[found.position - 1].is_target
        bound = begin - (begin > sentence.first and self.tokens[begin - 1].folded in self.words.definite_articles)
        is_compared = self.words.is_compared(self.tokens, bound)
        is_compared = is_compared and quantity.high is None  # "will range from 15 to 250"
        if quantity.change == "from" or found.is_base:
            return False
        behind = max(quantity.last, found.measure.end if found.measure is not None else 0)
        if not quantity.change and (
            self._is_named_aim(begin, quantity.last, sentence) or self._is_aim_of_noun(begin, behind, sentence)
        ):
            return True
        if is_compared and not quantity.change:
            return False
        found.is_present = not quantity.change and self._is_of_today(begin, quantity.last, sentence)
        is_now = found.is_present or self._is_now(quantity, begin, behind, sentence)
        if is_now or self._is_estimated(begin, sentence.first):
            return False
        if not quantity.change and self._is_to_change(begin, quantity.last, sentence):
            return False
        if (
            self._is_never_aimed(found)
            or self._is_share_in_brackets(found, begin)
            or (quantity.kind not in ("count", "money") and self._is_circumstance(begin, behind, sentence))
        ):
            return False
        if self._is_given(quantity, begin, behind):
            return self._is_counted_as_target(quantity, behind, sentence)
        verdict = self._date_verdict(found, begin, sentence)
        if verdict is None and self._is_offered(quantity, begin, sentence):
            verdict = True
        return self._clause_verdict(found, begin, sentence) if verdict is None else verdict

    def _is_now(self, quantity: Quantity, begin: int, behind: int, sentence: Sentence) -> bool:
        """As in "38 % à ce jour": a cue of a report behind the number or behind what it measures."""
        cues, last = self.words.reported_phrases, sentence.last
        if not self._phrase_at(quantity.last, last, cues) and not self._phrase_at(min(behind, last), last, cues):
            return False
        if quantity.kind != "money" or begin - 2 <= sentence.first:
            return True  # but "will spend 2 million now to"
        return not any(self._is_future(t) or self._is_target_word(t) for t in self.tokens[begin - 3 : begin])

    def _is_of_today(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "three times the present 95,000", or where a cue tells so."""
        before = self.tokens[begin - 1].folded if begin > sentence.first else ""
        return before in self.words.present_adjectives or self._is_told_now(begin, end, sentence)

    def _is_named_aim(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "la cible de 85 %", "its 30 per cent goal", "against the 40% pledged": named as what is aimed at."""
        tokens, goals = self.tokens, self.words.goals
        i = begin - 1
        while i > sentence.first and (tokens[i].pos == "DET" or tokens[i].folded in self.words.linkers):
            i -= 1
        if i >= sentence.first and (i < begin - 1 or tokens[i].pos == "NOUN"):
            noun = i - 1 if tokens[i].pos == "ADJ" and i > sentence.first else i  # "l'objectif initial de 40 %"
            if tokens[noun].pos == "NOUN" and tokens[noun].folded in goals:
                return True
        if end >= sentence.last or tokens[end].folded not in goals:
            return False
        is_past = self.words.participles_are_pasts and tokens[end].folded.endswith(self.words.past_endings)
        is_closed = end + 1 >= sentence.last or tokens[end + 1].pos in ("PUNCT", "ADP", "PART", "CCONJ", "SCONJ")
        return tokens[end].verb == "Part" or tokens[end].pos in ("ADJ", "NOUN") or (is_past and is_closed)

    def _is_told_now(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "qui atteint aujourd'hui 153 000", "currently at 40 MW", "At present, 12% of homes have"."""
        tokens, cues, i = self.tokens, self.words.present_phrases, begin
        while i - 1 > sentence.first and begin - i < _LINKS and not self._phrase_before(i, sentence.first, cues):
            if tokens[i - 1].pos not in ("ADP", "DET") and tokens[i - 1].folded not in self.words.linking_adjectives:
                break
            i -= 1
        is_apart = i == begin and i - 1 > sentence.first and tokens[i - 1].text == ","
        length = self._phrase_before(i - is_apart, sentence.first, cues)
        start = i - is_apart - length
        if not length or (is_apart and start != self._clause_start(begin, sentence)):
            return False
        if any(t.i in self.in_quantity for t in self._until_comma(range(start - 1, max(0, start - _LINKS) - 1, -1))):
            return False  # "from some 85,000 homes today to 1.2 million"
        before = self._until_comma(range(start - 1, max(sentence.first, start - NEAR) - 1, -1))
        behind = self._until_comma(range(end, min(end + NEAR, sentence.last)))
        return not any(self._is_future(t) or self._is_target_word(t) for t in before + behind)

    def _is_to_change(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "Imports, of about 600,000 tonnes a year, are to be cut to": what a subject is before it changes."""
        tokens, i = self.tokens, begin
        while i - 1 > sentence.first and begin - i < _LINKS and tokens[i - 1].pos in ("ADP", "DET", "ADV", "ADJ"):
            i -= 1  # "a mere 8%", "still 31%"
        if i - 2 < sentence.first or tokens[i - 1].text != ",":
            return False
        if tokens[i - 2].pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
            return False
        close = end + len(self._until_comma(range(end, min(end + NEAR, sentence.last))))
        verb = self._behind_adverbs(close + 1, sentence.last)
        if verb >= sentence.last or tokens[close].text != "," or not tokens[verb].verb:
            return False
        link = tokens[i]
        if i == begin - 1 and link.folded in self.words.amount_links and link.folded not in self.words.linkers:
            return True  # "The fare, at $2, will stay", "L'once, à 2 300 dollars, n'a jamais"
        behind = self._until_comma(range(close + 1, min(close + 1 + NEAR, sentence.last)))
        return any(t.verb and t.folded.startswith(self.words.changing) for t in behind)

    def _clause_verdict(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """Aimed at or reported, from what the clause says of the figure."""
        quantity = found.quantity
        end = found.measure.end if found.measure is not None and found.measure.end else quantity.last
        if (
            self._is_counted_as_target(quantity, end, sentence)
            or self._is_set_as_goal(begin, sentence)
            or self._is_purpose_clause(begin, sentence)
        ):
            return True
        if (
            self._is_whole(found, begin, sentence)
            or self._is_begun(found, end, sentence.last)
            or self._is_past_of_subject(quantity, begin, end, sentence)
            or self._is_part_done(found, sentence)
        ):
            return False
        if (
            self._is_of_present(begin, sentence.first)
            or self._is_done_by(begin, sentence.first)
            or self._is_aside(found, begin, end, sentence)
        ):
            return False
        told = self._told_behind(begin, end, sentence)
        told = self._told_of_whole(found, begin, sentence) if told is None else told
        if told is not None or self._is_provided(begin, sentence.first):
            return told is not False
        colon = next((j for j in range(end, min(end + _SUBJECT, sentence.last)) if self.tokens[j].text in ":–—"), 0)
        is_bare = colon and not any(t.verb == "Fin" for t in self.tokens[sentence.first : colon])
        if is_bare and (pointed := self._pointed_verdict(colon + 1, sentence)) is not None:
            return pointed
        inside = next((t for t in self.tokens[begin : quantity.first] if t.verb == "Fin"), None)
        if inside is not None:  # "dépasse déjà les 25 milliards"
            return self._is_future(inside) or self._is_target_word(inside)
        listed = self._listed_with(found, begin, sentence)
        if listed is not None and not self._is_subject_of_next(end, sentence):
            return listed
        if self._is_relative_object(begin, sentence.first):
            verdict = self._verdict_before(begin, sentence.first)
        else:
            verdict = self._verb_verdict(begin, sentence, end)
        return self._default_verdict(found, begin, sentence) if verdict is None else verdict

    def _date_verdict(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """A year to come is aimed at; a past one is reported, unless the clause says what was aimed at."""
        if found.stop is None or self.published is None:
            return None
        if found.stop.year >= self.published.year:
            if found.stop.year > self.published.year:
                return not self._is_done_within(found, begin, sentence)
            return None
        is_announced = not self.words.aim_nouns.isdisjoint(self.doc.words[sentence.first : begin])
        return None if is_announced or self._has_target_cue(self._clause_start(begin, sentence), begin) else False

    def _is_done_within(self, found: Found, begin: int, sentence: Sentence) -> bool:
        """As in "Out of 260 billion for 2022-2027, 111 billion have been committed, or 43%": done of what is to be."""
        i, previous = found.quantity.last, self._before(found)
        is_beside = previous is not None and previous.is_target is False and previous.quantity.first >= sentence.first
        if is_beside and self._phrase_before(begin, sentence.first, self.words.equal_phrases):
            return previous is not None and previous.quantity.kind != "percent" and found.quantity.kind == "percent"
        is_dated = not self.in_date.isdisjoint(range(i, sentence.last))
        return not is_dated and self._is_part_done(found, sentence)

    def _is_part_done(self, found: Found, sentence: Sentence) -> bool:
        """As in "111 billion have been committed, or 43%": what a perfect tells right behind the number."""
        i, tokens = found.quantity.last, self.tokens
        if i < sentence.last and tokens[i].pos != "AUX" and found.measure is not None and found.measure.trust == 3:
            i = max(i, found.measure.end)
        perfects = self.words.perfect_auxiliaries
        if i + 2 >= sentence.last or tokens[i].folded not in perfects or tokens[i + 1].folded not in perfects:
            return False
        done = tokens[self._behind_adverbs(i + 2, sentence.last - 1)]
        is_past = self.words.participles_are_pasts and done.folded.endswith(self.words.past_endings)
        if not (is_past or done.verb == "Part") or done.folded.startswith(self.words.announcing):
            return False
        is_of_whole = tokens[sentence.first].folded in self.words.out_of  # "committed" is aimed at elsewhere
        return done.folded not in self.words.goals and (is_of_whole or not self._is_target_word(done))

    def _is_counted_as_target(self, quantity: Quantity, end: int, sentence: Sentence) -> bool:
        """As in "15 projets annoncés", "the 40 planned schools"; not of a part ("4 des 15 projets annoncés")."""
        if not self.in_quantity.isdisjoint(range(quantity.last, end)):
            return False
        is_of = quantity.last < sentence.last and self.tokens[quantity.last].folded in self.words.linkers
        if quantity.kind == "percent" and is_of:
            return False  # "61 % du total prévu"
        end = max(end, min(quantity.last + 1, sentence.last))  # "sur les 6 400 km visés"
        described = (t for t in self.tokens[quantity.last : end] if t.verb == "Part" or t.pos == "ADJ")
        return any(t.folded in self.words.target_nouns or t.folded in self.words.target_words for t in described)

    def _is_never_aimed(self, found: Found) -> bool:
        """As in "a 68-page document": the size of what is written."""
        if found.quantity.kind != "count" or found.measure is None:
            return False
        never = self.words.never_aimed
        return found.measure.head in never or not never.isdisjoint(words(found.measure.text)[:1])

    def _is_share_in_brackets(self, found: Found, begin: int) -> bool:
        """As in "l'énergie (39 % des émissions)": how much of a whole something is."""
        quantity = found.quantity
        is_opened = quantity.kind == "percent" and not quantity.change and begin > 1
        if not is_opened or self.tokens[begin - 1].text != "(":
            return False
        previous = self._before(found)
        if previous is not None and abs(previous.quantity.value - quantity.value) < 1:
            return False  # "a fifth of firms (20%) should be connected"
        noun = self.tokens[begin - 2]
        return noun.pos in ("NOUN", "PROPN") and noun.folded not in self.words.fractions

    def _is_offered(self, quantity: Quantity, begin: int, sentence: Sentence) -> bool:
        """As in "a mis sur la table 14 millions"."""
        offers = self.words.offer_phrases
        is_before = self._phrase_before(begin, sentence.first, offers) > 0
        behind = quantity.last
        while behind < sentence.last and self.tokens[behind].pos == "AUX":
            behind += 1
        return is_before or self._phrase_at(behind, sentence.last, offers) > 0

    def _is_whole(self, found: Found, begin: int, sentence: Sentence) -> bool:
        """As in "14 mills out of 29 must close", "Sur 40 écoles, 12 devront": what a part to come is told of."""
        if found.quantity.kind != "count":
            return False
        length = self._phrase_before(begin, sentence.first, self.words.whole_phrases)
        opening = self.tokens[sentence.first : begin]
        if 0 < len(opening) < _LINKS and opening[0].folded in self.words.out_of:
            near = range(found.quantity.last, min(found.quantity.last + _POINTING, sentence.last))
            comma = next((j for j in near if self.tokens[j].text == ","), sentence.last)
            return not self.in_quantity.isdisjoint(range(comma, min(comma + _LINKS, sentence.last)))
        previous = self._before(found)
        if not length or previous is None or not previous.is_target or begin - previous.quantity.last > NEAR:
            return False
        between = self.tokens[previous.quantity.last : begin - length]
        is_noun = all(t.pos in ("NOUN", "ADJ", "PROPN") or t.folded in self.words.linkers or t.verb for t in between)
        return is_noun and previous.quantity.kind == "count"

    def _is_provided(self, begin: int, first: int) -> bool:
        """As in "Le texte prévoit que 3 % soient", "It demands that 40 seats go to": a subject of what is aimed at."""
        i = begin - 1
        while i > first and self.tokens[i].pos in ("DET", "ADV"):
            i -= 1
        if i <= first or self.tokens[i].folded not in self.words.complementizers or self.tokens[i].pos != "SCONJ":
            return False
        if self.tokens[i - 1].pos == "CCONJ":  # "et qu'un quart soit"
            earlier = (t.i for t in self.tokens[first : i - 1][::-1] if t.folded in self.words.complementizers)
            i = next(earlier, first)
        verb = self.tokens[i - 1] if i > first else None
        return verb is not None and verb.verb == "Fin" and self._is_target_word(verb)

    def _is_set_as_goal(self, begin: int, sentence: Sentence) -> bool:
        """As in "s'est fixé pour cap une croissance de 6 %", "has set its sights on growth of": no verb between."""
        floor, phrases = max(self._clause_start(begin, sentence), begin - _GOAL), self.words.aim_openings
        for j in range(begin - 1, floor - 1, -1):
            if self.tokens[j].folded in phrases.by_first and self._phrase_at(j, begin, phrases):
                return True
            if self.tokens[j].verb == "Fin":
                return False
        return False

    def _is_begun(self, found: Found, end: int, limit: int) -> bool:
        """As in "60 % des mesures sont engagées", "40 schools have been started": no commitment of money."""
        behind = self._until_comma(range(end, min(end + NEAR, limit)))
        verb = next((t for t in behind if t.verb), None)
        if found.quantity.kind == "money" or verb is None or verb.pos != "AUX":
            return False
        near = self.tokens[verb.i + 1 : min(verb.i + _LINKS + 1, limit)]
        done = next((t for t in near if t.pos not in ("AUX", "ADV")), None)
        is_begun = done is not None and done.folded in self.words.begun
        return is_begun and verb.verb == "Fin" and not self._is_future(verb) and not self._is_target_word(verb)

    def _is_past_of_subject(self, quantity: Quantity, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "Coal, which then met 69% of demand, should cover": what was so, told before what is to come."""
        tokens, floor = self.tokens, max(sentence.first + 1, begin - _POINTING)
        comma = next((j for j in range(begin - 1, floor - 1, -1) if tokens[j].text == ","), 0)
        if not comma or tokens[comma + 1].folded not in self.words.relatives:
            return False
        told = [t for t in tokens[comma + 2 : begin] if t.verb]
        if not told or told[0].verb != "Fin" or any(self._is_future(t) or self._is_target_word(t) for t in told):
            return False
        close = end + len(self._until_comma(range(end, min(end + NEAR, sentence.last))))
        is_closed = close + 1 < sentence.last and tokens[close].text == "," and tokens[close + 1].verb == "Fin"
        is_gone = self._is_past(told[0]) or told[0].folded in self.words.perfect_auxiliaries
        return is_closed and (is_gone or quantity.kind == "percent")

    def _is_purpose_clause(self, begin: int, sentence: Sentence) -> bool:
        """As in "so that evictions, put at 2,660, fall below 2,000", "afin que 40 % des élèves restent"."""
        phrases, first = self.words.so_that_phrases, self._clause_start(begin, sentence)
        if self.words.complementizers.isdisjoint(self.doc.words[first:begin]):
            return False
        for j in range(begin - 1, first - 1, -1):
            if self.tokens[j].folded in phrases.by_first and self._phrase_at(j, begin, phrases):
                verb = next((t for t in self.tokens[j:begin][::-1] if t.verb == "Fin"), None)
                return verb is None or not self._is_past(verb)
        return False

    def _is_of_present(self, begin: int, first: int) -> bool:
        """As in "whereas the current pace is 900,000 a year": an adjective that says that it is of today."""
        near = self._until_comma(range(begin - 1, max(first, begin - NEAR) - 1, -1))
        at = next((t.i for t in near if t.folded in self.words.present_adjectives and t.pos == "ADJ"), 0)
        if not at:
            return False
        between = self.tokens[at + 1 : begin]
        return any(t.verb == "Fin" for t in between) and not any(
            self._is_future(t) or self._is_target_word(t) for t in between
        )

    def _is_done_by(self, begin: int, first: int) -> bool:
        """As in "a forum attended by 50 mayors", "With wages raised to 1,700": what a participle says is done."""
        tokens, part = self.tokens, begin - 2
        if self._is_going_on(begin, first):
            return True
        if tokens[begin - 1].folded in self.words.agents:
            while part > first and (part in self.in_date or tokens[part].pos in ("ADV", "ADP")):
                part -= 1  # "signé en février par une trentaine de maires"
        if part <= first or tokens[part].verb != "Part" or tokens[part - 1].pos == "AUX":
            return False
        if self._is_target_word(tokens[part]) or tokens[part].folded.startswith(self.words.announcing):
            return False
        if tokens[begin - 1].folded in self.words.agents:
            return True
        opening = self._clause_start(begin, self.doc.sentence_at(tokens[begin].start))
        is_absolute = tokens[opening].folded in self.words.absolutes
        return is_absolute and not any(t.verb for t in tokens[opening:part])

    def _is_circumstance(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "With 300 days of sunshine a year, the island could": what is so, before what it leads to."""
        opening = self.tokens[sentence.first : begin]
        if not opening or opening[0].folded not in self.words.absolutes or any(t.verb for t in opening):
            return False
        behind = self._until_comma(range(end, min(end + NEAR, sentence.last)))
        comma = end + len(behind)
        is_closed = comma < sentence.last and self.tokens[comma].text == ","
        return is_closed and not any(t.verb or t.folded in self.words.aim_nouns for t in opening + behind)

    def _is_going_on(self, begin: int, first: int) -> bool:
        """As in "with migrants still making up 30% of the payroll": what is so meanwhile."""
        near = self._until_comma(range(begin - 1, max(first, begin - _POINTING) - 1, -1))
        doing = next((t.i for t in near if t.verb), 0)
        if not doing or self.tokens[doing].verb != "Ger" or self._is_target_word(self.tokens[doing]):
            return False
        subject = itertools.takewhile(lambda t: not t.verb, near[begin - doing :])
        return any(t.folded in self.words.absolutes for t in subject)

    def _is_aside(self, found: Found, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "The port, home to 38 firms, has yet to say": what a subject is, told in passing."""
        before = self._until_comma(range(begin - 1, max(sentence.first, begin - _POINTING) - 1, -1))
        comma = begin - len(before) - 1
        if found.quantity.kind not in ("count", "measure") or comma <= sentence.first or self.tokens[comma].text != ",":
            return False
        if not any(t.pos in ("NOUN", "ADJ") for t in before) or any(t.verb or t.pos == "CCONJ" for t in before):
            return False
        if any(t.folded in self.words.aim_nouns for t in before):
            return False
        behind = end + len(self._until_comma(range(end, min(end + _LINKS, sentence.last))))
        if behind + 1 >= sentence.last or self.tokens[behind].text != "," or self.tokens[behind + 1].verb != "Fin":
            return False
        subject = self.tokens[sentence.first : comma]
        plans = self.words.plan_nouns | self.words.structure
        return not any(t.verb == "Fin" or t.text == "," or t.folded in plans for t in subject)

    def _is_given(self, quantity: Quantity, begin: int, behind: int) -> bool:
        """As in "ses 3 000 membres", "29 des 53 communes": a number of things that are there already."""
        if quantity.kind != "count" or quantity.change or not begin:
            return False
        if not self.words.novelties.isdisjoint(self.doc.words[quantity.last : behind]):
            return False
        before = self.tokens[begin - 1]
        is_link = before.folded in self.words.linkers
        is_whole = begin - 2 in self.in_quantity and is_link and self.words.links_scales
        verb = self.tokens[begin - 2] if begin > 1 else before
        if verb.pos == "VERB" and before.folded in self.words.whole_articles:
            return not self._is_stem(verb.folded, self.words.level_verbs)  # "devra franchir les 6 000"
        if before.folded in self.words.definite or is_whole:
            return True
        if begin < _LINKS:
            return False
        noun, owner = self.tokens[begin - 2], self.tokens[begin - 3]
        if before.folded == "'s":  # "the country's 350 communes"
            return noun.folded not in self.words.plan_nouns | self.words.structure
        # "her network of 39 members"
        is_own = is_link and noun.pos == "NOUN" and owner.folded in self.words.possessives
        return is_own and noun.folded not in self.words.target_nouns | self.words.action_nouns

    def _is_aim_of_noun(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "against the 80 percent that the plan has in its sights", "loin des 35 % que le plan promettait"."""
        is_related = end < sentence.last and self.tokens[end].folded in self.words.object_relatives
        is_bare = end < sentence.last and self.tokens[end].pos == "DET" and not self.words.inverts_relatives
        return (is_related or is_bare) and self._told_of_noun(end + is_related, begin, sentence) is True

    def _told_of_noun(self, i: int, begin: int, sentence: Sentence) -> bool | None:
        """As in "the $90,000 that a firm typically pays", "des 200 milliards que l'État transfère"."""
        tokens = self.tokens
        is_definite = begin > sentence.first and tokens[begin - 1].folded in self.words.whole_articles
        if not is_definite or i >= sentence.last or tokens[i].pos not in ("DET", "NOUN", "PROPN"):
            return None
        for token in tokens[i : min(i + _SUBJECT, sentence.last)]:
            if token.verb:
                goal = self._until_comma(range(token.i + 1, min(token.i + NEAR, sentence.last)))
                is_aim = any(t.folded in self.words.aim_nouns for t in goal)  # "has in its sights"
                return token.verb == "Fin" and (is_aim or self._is_future(token) or self._is_target_word(token))
            if token.text in CLAUSE_ENDS:
                return None
        return None

    def _told_behind(self, begin: int, end: int, sentence: Sentence) -> bool | None:
        """As in "the 1,126 submissions it received", "les écoles qu'il bâtira": the verb of a relative clause."""
        tokens, j = self.tokens, end
        if self._is_modal_relative(j, sentence.last) or self._is_to_be_done(j, sentence.last):
            return True
        if (left := self._left_to_do(begin, j, sentence)) is not None:
            return left
        if j < sentence.last and tokens[j].folded in self.words.object_relatives:
            j += 1
            if self.words.inverts_relatives and j < sentence.last and tokens[j].verb == "Fin":
                verb = tokens[j]  # "les 200 millions que coûtent les retards"
                return self._is_future(verb) or self._is_target_word(verb)
            if (told := self._told_of_noun(j, begin, sentence)) is not None:
                return told
        is_pronoun = j < sentence.last and tokens[j].pos == "PRON" and tokens[j].folded in self.words.pronouns
        if not is_pronoun or (j == end and tokens[j].folded in self.words.clitics):
            return None  # "220 stages y sont programmés"
        for token in tokens[j + 1 : min(j + 5, sentence.last)]:
            if self._is_future(token) or self._is_target_word(token):
                return True
            if token.verb == "Fin" or token.text in CLAUSE_ENDS or token.text == ",":
                is_done = self._is_past(token) or token.folded in self.words.perfect_auxiliaries
                return False if is_done else None
        return None

    def _left_to_do(self, begin: int, i: int, sentence: Sentence) -> bool | None:
        """As in "62 communes à couvrir", "325 MW restent à installer", "300 miles remain to be fenced"."""
        tokens, limit = self.tokens, sentence.last
        is_left = i < limit and tokens[i].folded in self.words.remaining
        i += is_left
        while i < limit and tokens[i].pos == "ADV":
            i += 1
        if i + 1 >= limit or tokens[i].folded not in self.words.todo_marks:
            return None
        if tokens[i + 1].verb != "Inf" or (not is_left and not self.words.clitics):
            return None
        be = self._verb_before(begin, max(sentence.first, begin - _LINKS))
        is_copula = be is not None and (
            tokens[be].pos == "AUX" or tokens[be].folded in self.words.past_verbs
        )  # "ils étaient 300 à attendre"
        return not is_copula or is_left

    def _is_to_be_done(self, i: int, limit: int) -> bool:
        """As in "400 of them to be repaired"."""
        near = self.tokens[i : min(i + _LINKS, limit)]
        mark = next((t.i for t in near if t.folded in self.words.infinitive_marks), limit)
        between = self.tokens[i:mark]
        if mark + 2 >= limit or any(
            t.pos not in ("PRON", "ADV") and t.folded not in self.words.linkers for t in between
        ):
            return False
        be, part = self.tokens[mark + 1], self.tokens[mark + 2]
        return be.pos == "AUX" and be.verb == "Inf" and part.verb == "Part"

    def _is_modal_relative(self, i: int, limit: int) -> bool:
        """As in "ce sont 20 000 emplois qui pourraient naître"."""
        if i + 1 >= limit or self.tokens[i].folded not in self.words.relatives:
            return False
        verb = self._behind_adverbs(i + 1, limit)
        return verb < limit and (self._is_future(self.tokens[verb]) or self._is_modal(verb))

    def _default_verdict(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """Where no verb of the clause decides: what is announced, what the list before was, else what is usual."""
        quantity = found.quantity
        if quantity.change == "to":
            return None
        head = found.measure.head if found.measure is not None else ""
        if head in self.words.open_heads and quantity.kind != "count":
            return None
        aims = (t.i for t in self.tokens[sentence.first : begin] if t.folded in self.words.target_nouns)
        if any(not self._is_of_level_noun(i) for i in aims):
            return True
        end = next((j for j in range(quantity.last, sentence.last) if self._opens_clause(j)), sentence.last)
        clause = self.tokens[self._clause_start(begin, sentence) : end]
        has_verb = any(t.verb == "Fin" for t in clause)
        previous = self._before(found)
        previous = self._told_before(previous, sentence) if previous is not None else None
        is_list = previous is not None and (not has_verb or previous.quantity.first >= sentence.first)
        if previous is not None and is_list and previous.quantity.change != "from" and previous.is_target is not None:
            return previous.is_target
        plain = [t for t in clause if t.folded not in self.words.needs_infinitive]  # what they ask for stands behind
        if has_verb and any(
            self._is_future(t) or (t.pos in ("VERB", "AUX") and t.verb != "Inf" and self._is_target_word(t))
            for t in plain
        ):
            return True
        if self._is_order(sentence.first):
            return True
        if not has_verb and self._pointed_verdict(sentence.last, sentence):
            return True
        if quantity.kind == "money":
            return None
        is_listed = self.doc.block_of(self.doc.sentence_at(quantity.span.start)).kind != "paragraph"
        is_listed = is_listed or self._is_of_part(clause[0].start if clause else 0, quantity.span.start)
        return not has_verb and is_listed and head not in self.words.audience

    def _is_of_part(self, start: int, end: int) -> bool:
        """As in "One, solar farms (400 MW)": what a part of the plan, told without a verb, comes to."""
        return any(start <= s.start < end for pillar in self.pillars for s in pillar.spans)

    def _opens_clause(self, i: int) -> bool:
        """As in ", quand le plan tablait sur", ", whereas": what comes behind is told of something else."""
        return self.tokens[i].pos == "SCONJ" and self.tokens[i - 1].text == ","

    def _pointed_verdict(self, i: int, sentence: Sentence) -> bool | None:
        """As in "1.25 million jobs. That is the pledge", ": voilà ce que compte former", ": that is all it has got"."""
        behind = self.tokens[i : i + _POINTED]
        is_told = any(t.pos == "AUX" for t in behind[:_LINKS]) or any(t.folded in self.words.what for t in behind)
        if not is_told:
            return None
        if behind[0].pos == "DET" and behind[1].folded in self.words.aim_nouns:  # "60% d'ici là : la cible est connue"
            return True
        if behind[0].folded not in self.words.pointers:
            return None
        if self.doc.sentence_at(behind[0].start).block != sentence.block:
            return None
        if any(t.folded in self.words.goals and t.pos == "NOUN" for t in behind):
            return True
        mark = next((t.i for t in behind if t.folded in self.words.what), None)
        told = self.tokens[mark + 1 : mark + 1 + _POINTING] if mark is not None else []
        verb = next((t for t in told if t.verb == "Fin"), None)
        if verb is None:
            return None
        if self._is_future(verb) or self._is_target_word(verb):
            return True
        is_done = self._is_past(verb) or verb.folded in self.words.perfect_auxiliaries
        return False if is_done else None

    def _before(self, found: Found) -> Found | None:
        n = found.position
        if n == 0:
            return None
        previous = self.found[n - 1]
        block = found.sentence.block
        reach = 2 if self.doc.blocks[block].kind == "bullet" else 0
        return previous if block - previous.sentence.block <= reach else None

    def _listed_with(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """The verdict of the figure before in the same sentence where no verb and no new clause stands between."""
        previous = self._before(found)
        if previous is None or previous.quantity.first < sentence.first or previous.quantity.change == "from":
            return None
        if (same := self._same_told(found, begin, sentence)) is not None:
            return same.is_target
        whole, previous = previous, self._told_before(previous, sentence)
        if previous.is_present:
            return None  # "bring output, now 13 kg, to 16 kg"
        if self._phrase_before(begin, previous.quantity.last, self.words.apposition_phrases) and found.rate:
            return previous.is_target  # "1.25 million jobs in five years, that is 250,000 each year"
        between = self.tokens[previous.quantity.last : begin]
        if previous is not whole and self._phrase_before(
            self._begin_token(whole.quantity), sentence.first, self.words.whole_phrases
        ):
            last = whole.quantity.last  # "327 wells were drilled out of the 500 promised, and 92 schools"
            between = self.tokens[last + (self.tokens[last].verb == "Part") : begin]
        if found.quantity.kind == "percent" and self._phrase_before(begin, sentence.first, self.words.equal_phrases):
            is_own = not any(self._is_future(t) or self._is_target_word(t) for t in between)
            is_own = is_own or self._is_part_done(previous, sentence)
            if is_own and previous.is_target is False and previous.quantity.kind != "percent":
                return False  # "46 000 parcelles ont été bornées, soit 61 % du total prévu"
        is_apart = any(
            (t.verb and not (previous.is_target and self._is_listed_passive(t)))
            or t.pos == "AUX"
            or t.text in ";:"
            or (t.folded in self.words.relatives and self.tokens[t.i + 1].pos != "ADP")
            or (not previous.is_target and t.folded in self.words.aim_nouns)
            for t in between
        )
        return None if is_apart else previous.is_target

    def _told_before(self, found: Found, sentence: Sentence) -> Found:
        """The figure itself, or the one before where it only says what that is compared with or is a part of."""
        begin, lexicon = self._begin_token(found.quantity), self.words
        if not found.position or begin <= sentence.first:
            return found
        is_beside = self._phrase_before(begin, sentence.first, lexicon.comparison_phrases)
        # "400,000 points, against 265,000 at present, 45 percent of them", "327 wells out of 500, 92 schools"
        if not is_beside and not self._phrase_before(begin, sentence.first, lexicon.whole_phrases):
            return found
        earlier = self.found[found.position - 1]
        return earlier if earlier.quantity.first >= sentence.first else found

    def _told_of_whole(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """As in "Half of the 980 target villages, 540 to be precise, have received": the verb behind the aside."""
        previous = self._before(found)
        if previous is None or previous.quantity.first < sentence.first:
            return None
        start = begin - self._phrase_before(begin, sentence.first, self.words.equal_phrases)
        if self.tokens[start - 1].text != ",":
            return None
        end = found.quantity.last
        close = end + len(self._until_comma(range(end, min(end + NEAR, sentence.last))))
        verb = self._behind_adverbs(close + 1, sentence.last)
        if verb >= sentence.last or self.tokens[close].text != "," or self.tokens[verb].verb != "Fin":
            return None
        if self._is_future(self.tokens[verb]) or self._is_target_word(self.tokens[verb]):
            return True
        is_done = self._is_past(self.tokens[verb]) or self.tokens[verb].folded in self.words.perfect_auxiliaries
        return False if is_done else None

    def _same_told(self, found: Found, begin: int, sentence: Sentence) -> Found | None:
        """As in ", which comes to 2 million apiece", ", ce qui fait 40 par an": what is put in another way."""
        i = begin - 1
        while i > sentence.first and self.tokens[i].pos in ("ADP", "ADV", "PART"):
            i -= 1
        verb, relative = self.tokens[i], self.tokens[i - 1]
        is_told = relative.folded in self.words.relatives and verb.verb == "Fin" and not self._is_past(verb)
        if not is_told or self.tokens[i - 2].text not in (",", "ce"):
            return None
        if not found.rate and found.quantity.kind != "money":
            return None
        earlier = self.found[max(0, found.position - _COMPARED) : found.position][::-1]
        told = (f for f in earlier if f.quantity.first >= sentence.first)
        return next((f for f in told if f.quantity.unit == found.quantity.unit), None)

    def _verb_verdict(self, begin: int, sentence: Sentence, end: int) -> bool | None:
        """Aimed at or reported, from the verbs of the clause: the one behind where the number is its subject."""
        tokens = self.tokens
        first = self._clause_start(begin, sentence)
        if (
            self._is_subject_of_next(self._behind_aside(end, sentence), sentence)
            and not any(t.verb for t in tokens[first:begin])
            and (behind := self._verdict_behind(end, sentence)) is not None
        ):
            return behind
        if (
            first > sentence.first
            and tokens[first - 1].text == ":"
            and self._announces_target(sentence.first, first - 1)
            and self._verdict_before(begin, first) is not False
        ):
            return True
        behind = self._verdict_behind(end, sentence)
        own_verb = self._verb_before(begin, first)
        if behind is False and (self._is_elliptic_passive(end, begin, sentence) or tokens[begin - 1].verb == "Inf"):
            behind = None
        if behind is not None and (
            own_verb is None
            or self._is_subject_of_next(end, sentence)
            or any(t.text == "," for t in tokens[own_verb:begin])
        ):
            return behind
        cues = self.words.reported_phrases
        for j in range(max(first, begin - NEAR), begin):
            if tokens[j].folded not in cues.by_first:
                continue
            if self._phrase_at(j, sentence.last, cues) and self._is_cue_of(j, first, begin):
                return False
        before = self._verdict_before(begin, first)
        return behind if before is None else before

    def _is_cue_of(self, cue: int, first: int, begin: int) -> bool:
        """Whether a cue of a report before a number is of it, not of another number or of what is to come."""
        tokens = self.tokens
        if cue - 1 in self.in_quantity or (cue > first and self._is_modal_cue(cue)):
            return False  # "to 60,000 from 34,000 now, and add 9 billion"
        if not self.in_quantity.isdisjoint(range(cue, begin)):
            return False
        return tokens[cue + 1].text != "," or not any(t.verb == "Fin" for t in tokens[cue + 1 : begin])

    def _is_estimated(self, begin: int, first: int) -> bool:
        """As in "losses, put at 25 per cent, will be cut", "the last survey put it at 33": what is, said in passing."""
        i = begin - 2
        if i <= first or self.tokens[begin - 1].folded not in self.words.amount_links:
            return False
        here, before = self.tokens[i], self.tokens[i - 1]
        opening = self.tokens[i - 2] if before.pos == "ADV" else before  # "now put at"
        if here.folded in self.words.estimates and opening.text == ",":
            return True
        is_pointed = here.folded in self.words.object_pronouns and before.folded in self.words.gauging
        return is_pointed or (before.folded in self.words.object_pronouns and here.folded in self.words.gauging)
