"""Figures as an analyst records them: what a quantity measures, for when, aimed at or reported, of which plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.extract.figure_context import Periods, Topics
from pipelines.extract.figure_lexicon import Found, Measure
from pipelines.extract.figure_phrases import CLAUSE_ENDS
from pipelines.extract.measures import MeasureReader
from pipelines.extract.records import Figure, Pillar, Plan, Span
from pipelines.extract.text import fold, words
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from pipelines.extract.dates import DateMention
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.quantities import Quantity

# Figures of one value and unit that a further one is compared with: an article has a handful.
_MAX_ALIKE = 20
# Days of the longest month.
_MONTH = 31
# Tokens between a verb and a doing that is its object: "ont procédé à la remise des actes d'attribution".
_MAX_OBJECT = 9
# Tokens between a perfect and the infinitive that it leads to: "a bondi de 9 % en un an pour atteindre".
_MAX_PERFECT = 12
# Tokens of an aside between a subject and its verb.
_MAX_ASIDE = 16
# Prepositions and articles between a cue and its number: "aujourd'hui de", "currently at an".
_LINKS = 3
# Tokens on either side of a number that its verb stands within.
_NEAR = 6
# Numbers from here on count people or things, even where a pronoun alone says which.
_MANY = 10
# Figures between two that one deadline is of.
_MAX_COMPARED = 4
# Tokens that a sentence points back with: "That is the pledge", "C'est la cible que".
_POINTING = 8


def find_figures(
    doc: Document,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    plans: Sequence[Plan],
    pillars: Sequence[Pillar],
) -> list[Figure]:
    """The figures of an article, each once, with every place that states it.

    Args:
        quantities: as `find_quantities` gives them.
        dates: as `find_dates` gives them, for the periods.
        plans, pillars: those of the article; the number of a plan's pillars is no figure.
    """
    if not quantities:
        return []
    return _Reader(doc, quantities, dates, plans, pillars).read()


class _Reader(MeasureReader):
    def __init__(
        self,
        doc: Document,
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        plans: Sequence[Plan],
        pillars: Sequence[Pillar],
    ) -> None:
        super().__init__(doc, quantities, dates, pillars)
        self.plans = plans
        self.dates = list(dates)
        self.topics = Topics(doc, plans, self.words)
        self.published = doc.published_on

    def read(self) -> list[Figure]:
        for quantity in self.quantities:
            sentence = self.doc.sentence_at(quantity.span.start)
            measure = self.measure(quantity, sentence)
            if self._is_structure(quantity, measure) or self._is_span(quantity, measure) or self._is_named(quantity):
                continue
            is_alone = measure is None and quantity.is_weak and not self._is_of_them(quantity, sentence)
            if is_alone and sentence.last - sentence.first > 8:
                measure = self.opening_noun(quantity, sentence)
                if measure is None:
                    continue
            self.found.append(
                Found(quantity, measure, self.rate(quantity, measure, sentence), position=len(self.found))
            )
        self._share_in_changes()
        for found in self.found:  # what the verbs say, without dates, helps to tie the dates
            found.is_target = self._is_target(found)
        self.periods = Periods(self.doc, self.found, self.dates, self.plans, self.words)
        self.periods.assign()
        for found in self.found:
            found.is_target = self._is_target(found)
        self._close_changes()
        self._carry_deadlines()
        for found in self.found:
            found.plan = self._plan(found)
            self._take_plan_years(found)
        self._carry_times()
        # A share in words ("a third", "one in five") says nothing exact: it only helps to read those around it.
        told = [f for f in self.found if not (f.quantity.is_fraction or f.quantity.is_ratio)]
        return self._merge([self._figure(f) for f in told])

    def _is_of_them(self, quantity: Quantity, sentence: Sentence) -> bool:
        """As in "212 000 d'entre eux franchissent", "They were more than 400": what was spoken of is counted."""
        i = quantity.last
        if i + 1 < sentence.last and (self.tokens[i].folded in self.words.linkers or self.tokens[i].pos == "ADP"):
            near = self.tokens[i + 1 : min(i + 3, sentence.last)]
            return any(t.folded in self.words.them and t.pos == "PRON" for t in near)
        begin = self._begin_token(quantity)
        while begin - 1 > sentence.first and self.tokens[begin - 1].pos == "DET":
            begin -= 1
        if begin - 2 < sentence.first or self.tokens[begin - 1].verb != "Fin":
            return False
        subject = self.tokens[begin - 2]
        return subject.folded in self.words.carriers and quantity.value >= _MANY

    def _is_structure(self, quantity: Quantity, measure: Measure | None) -> bool:
        return (
            quantity.kind == "count"
            and measure is not None
            and measure.trust == 3
            and measure.head in self.words.structure
            and quantity.value <= 20
        )

    def _is_named(self, quantity: Quantity) -> bool:
        """As in "le Programme de développement des 145 Territoires": a number that is a part of a plan's name."""
        behind = self.tokens[quantity.last] if quantity.last < len(self.tokens) else None
        if quantity.kind != "count" or behind is None or not behind.is_capitalised:
            return False
        begin, end = quantity.span.start, quantity.span.end
        return any(s.start < begin and end < s.end for p in self.plans for s in p.spans)

    def _is_span(self, quantity: Quantity, measure: Measure | None) -> bool:
        """As in "les 12 prochains mois", "the first four years": time, not what is counted."""
        is_counted = quantity.kind in ("count", "rank") and measure is not None and measure.trust == 3
        nouns = words(measure.text)[:3] if measure is not None else []
        return is_counted and any(w in self.words.time_nouns for w in nouns)

    def _share_in_changes(self) -> None:
        """The two values of a change measure the same thing: the phrase that is better supported wins."""
        for n, (a, b) in enumerate(zip(self.found, self.found[1:], strict=False)):
            is_step = a.quantity.change != "" and b.quantity.change == "to"
            is_reversed = (
                a.quantity.change == "to"
                and b.quantity.change == "from"
                and (n == 0 or self.found[n - 1].quantity.change == "")
            )
            if not is_step and not is_reversed:
                continue
            is_together = self.doc.sentence_at(a.quantity.begin) is self.doc.sentence_at(b.quantity.begin)
            if not is_together and b.measure is not None:
                continue
            if (
                (
                    a.measure is not None
                    and b.measure is not None
                    and a.measure.trust >= 2
                    and b.measure.trust == 3
                    and b.quantity.kind == "count"
                )
                and len(words(b.measure.text)) == 1
                and fold(b.measure.text) not in fold(a.measure.text)
            ):
                b.measure.text = f"{a.measure.text}, {b.measure.text}"
            is_subject = a.measure is not None and a.measure.trust == 2 and a.measure.text[:1].islower()
            is_share = b.quantity.kind == "percent" and b.measure is not None and b.measure.trust == 3
            is_of_base = is_share and self.tokens[b.quantity.last].folded in self.words.linkers
            if is_of_base and is_subject:
                b.measure = a.measure  # "processing should rise from 10% to 50% of the crop"
            elif a.measure is None or (b.measure is not None and b.measure.trust > a.measure.trust):
                a.measure = b.measure
            elif b.measure is None or b.measure.trust <= a.measure.trust:
                b.measure = a.measure
            a.rate = a.rate or b.rate

    def _is_target(self, found: Found) -> bool | None:
        quantity = found.quantity
        sentence = self.doc.sentence_at(quantity.span.start)
        begin = self._begin_token(quantity)
        if quantity.is_conversion and self.found[0] is not found:
            return self.found[found.position - 1].is_target
        bound = begin - (begin > sentence.first and self.tokens[begin - 1].folded in self.words.definite_articles)
        is_compared = self.words.is_compared(self.tokens, bound)
        is_compared = is_compared and quantity.high is None  # "will range from 15 to 250"
        if quantity.change == "from":
            return False
        if not quantity.change and self._is_named_aim(begin, quantity.last, sentence):
            return True
        if is_compared and not quantity.change:
            return False
        is_now = self._phrase_at(quantity.last, sentence.last, self.words.reported_phrases) > 0
        if is_now and quantity.kind == "money" and begin - 2 > sentence.first:  # "will spend 2 million now to"
            is_now = not any(self._is_future(t) or self._is_target_word(t) for t in self.tokens[begin - 3 : begin])
        found.is_present = not quantity.change and self._is_told_now(begin, quantity.last, sentence)
        if is_now or found.is_present or self._is_estimated(begin, sentence.first):
            return False
        if not quantity.change and self._is_to_change(begin, quantity.last, sentence):
            return False
        if self._is_never_aimed(found) or self._is_share_in_brackets(found, begin):
            return False
        verdict = self._date_verdict(found, begin, sentence)
        if verdict is None and self._is_offered(quantity, begin, sentence):
            verdict = True
        return self._clause_verdict(found, begin, sentence) if verdict is None else verdict

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
        return tokens[end].verb == "Part" or tokens[end].pos in ("ADJ", "NOUN")

    def _is_told_now(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "qui atteint aujourd'hui 153 000", "currently at 40 MW", "At present, 12% of homes have"."""
        tokens, cues, i = self.tokens, self.words.present_phrases, begin
        while i - 1 > sentence.first and begin - i < _LINKS and not self._phrase_before(i, sentence.first, cues):
            if tokens[i - 1].pos not in ("ADP", "DET"):
                break
            i -= 1
        is_apart = i == begin and i - 1 > sentence.first and tokens[i - 1].text == ","
        length = self._phrase_before(i - is_apart, sentence.first, cues)
        start = i - is_apart - length
        if not length or (is_apart and start != self._clause_start(begin, sentence)):
            return False
        if any(t.i in self.in_quantity for t in self._until_comma(range(start - 1, max(0, start - _LINKS) - 1, -1))):
            return False  # "from some 85,000 homes today to 1.2 million"
        before = self._until_comma(range(start - 1, max(sentence.first, start - _NEAR) - 1, -1))
        behind = self._until_comma(range(end, min(end + _NEAR, sentence.last)))
        return not any(self._is_future(t) or self._is_target_word(t) for t in before + behind)

    def _is_to_change(self, begin: int, end: int, sentence: Sentence) -> bool:
        """As in "Imports, of about 600,000 tonnes a year, are to be cut to": what a subject is before it changes."""
        tokens, i = self.tokens, begin
        while i - 1 > sentence.first and begin - i < _LINKS and tokens[i - 1].pos in ("ADP", "DET"):
            i -= 1
        if i - 2 < sentence.first or tokens[i - 1].text != "," or tokens[i - 2].pos not in ("NOUN", "PROPN", "ADJ"):
            return False
        close = end + len(self._until_comma(range(end, min(end + _NEAR, sentence.last))))
        if close + 1 >= sentence.last or tokens[close].text != "," or not tokens[close + 1].verb:
            return False
        behind = self._until_comma(range(close + 1, min(close + 1 + _NEAR, sentence.last)))
        return any(t.verb and t.folded.startswith(self.words.changing) for t in behind)

    def _until_comma(self, places: range) -> list[Token]:
        """The tokens at `places`, up to the first sign that ends a clause."""
        near: list[Token] = []
        for j in places:
            if self.tokens[j].text in ",;:.":
                break
            near.append(self.tokens[j])
        return near

    def _clause_verdict(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """Aimed at or reported, from what the clause says of the figure."""
        quantity = found.quantity
        end = found.measure.end if found.measure is not None and found.measure.end else quantity.last
        if self._is_counted_as_target(quantity, end, sentence):
            return True
        if self._is_whole(found, begin, sentence):
            return False
        if quantity.kind == "count" and begin and self._is_given(begin):
            return False
        if self._is_done_by(begin, sentence.first) or self._is_aside(found, begin, end, sentence):
            return False
        if (told := self._told_behind(begin, end, sentence)) is not None:
            return told
        colon = next((j for j in range(end, min(end + _NEAR, sentence.last)) if self.tokens[j].text in ":–—"), 0)
        is_bare = colon and not any(t.verb == "Fin" for t in self.tokens[sentence.first : colon])
        if is_bare and self._is_pointed_at(colon + 1, sentence):
            return True
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
            return True if found.stop.year > self.published.year else None
        is_announced = any(t.folded in self.words.target_nouns for t in self.tokens[sentence.first : begin])
        return None if is_announced or self._has_target_cue(self._clause_start(begin, sentence), begin) else False

    def _clause_start(self, begin: int, sentence: Sentence) -> int:
        """The token behind the last colon or semicolon before `begin`, else the sentence's first."""
        signs = (j + 1 for j in range(begin - 1, sentence.first - 1, -1) if self.tokens[j].text in ";:")
        return next(signs, sentence.first)

    def _is_counted_as_target(self, quantity: Quantity, end: int, sentence: Sentence) -> bool:
        """As in "15 projets annoncés", "the 40 planned schools"; not of a part ("4 des 15 projets annoncés")."""
        if any(i in self.in_quantity for i in range(quantity.last, end)):
            return False
        end = max(end, min(quantity.last + 1, sentence.last))  # "sur les 6 400 km visés"
        described = (t for t in self.tokens[quantity.last : end] if t.verb == "Part" or t.pos == "ADJ")
        return any(t.folded in self.words.target_nouns or t.folded in self.words.target_words for t in described)

    def _is_never_aimed(self, found: Found) -> bool:
        """As in "a 68-page document": the size of what is written."""
        if found.quantity.kind != "count" or found.measure is None:
            return False
        first = words(found.measure.text)[:1]
        return found.measure.head in self.words.never_aimed or not self.words.never_aimed.isdisjoint(first)

    def _is_share_in_brackets(self, found: Found, begin: int) -> bool:
        """As in "l'énergie (39 % des émissions)": how much of a whole something is."""
        quantity, previous = found.quantity, self._before(found)
        if previous is not None and abs(previous.quantity.value - quantity.value) < 1:
            return False  # "a fifth of firms (20%) should be connected"
        is_opened = quantity.kind == "percent" and not quantity.change and begin > 1
        if not is_opened or self.tokens[begin - 1].text != "(":
            return False
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
            return any(j in self.in_quantity for j in range(comma, min(comma + _LINKS, sentence.last)))
        previous = self._before(found)
        if not length or previous is None or not previous.is_target or begin - previous.quantity.last > _NEAR:
            return False
        between = self.tokens[previous.quantity.last : begin - length]
        is_noun = all(t.pos in ("NOUN", "ADJ", "PROPN") or t.folded in self.words.linkers or t.verb for t in between)
        return is_noun and previous.quantity.kind == "count"

    def _is_done_by(self, begin: int, first: int) -> bool:
        """As in "a forum attended by 50 mayors", "With wages raised to 1,700": what a participle says is done."""
        tokens, part = self.tokens, begin - 2
        if part <= first or tokens[part].verb != "Part" or tokens[part - 1].pos == "AUX":
            return False
        if self._is_target_word(tokens[part]) or tokens[part].folded.startswith(self.words.announcing):
            return False
        if tokens[begin - 1].folded in self.words.agents:
            return True
        opening = self._clause_start(begin, self.doc.sentence_at(tokens[begin].start))
        is_absolute = tokens[opening].folded in self.words.absolutes
        return is_absolute and not any(t.verb for t in tokens[opening:part])

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

    def _is_given(self, begin: int) -> bool:
        """As in "ses 3 000 membres", "29 des 53 communes": a number of things that are there already."""
        before = self.tokens[begin - 1]
        is_whole = begin - 2 in self.in_quantity and before.folded in self.words.linkers and self.words.links_scales
        return before.folded in self.words.definite or is_whole

    def _told_of_noun(self, i: int, begin: int, sentence: Sentence) -> bool | None:
        """As in "the $90,000 that a firm typically pays", "des 200 milliards que l'État transfère"."""
        tokens = self.tokens
        is_definite = begin > sentence.first and tokens[begin - 1].folded in self.words.whole_articles
        if not is_definite or i >= sentence.last or tokens[i].pos not in ("DET", "NOUN", "PROPN"):
            return None
        for token in tokens[i : min(i + _NEAR, sentence.last)]:
            if token.verb:
                return token.verb == "Fin" and (self._is_future(token) or self._is_target_word(token))
            if token.pos not in ("DET", "ADJ", "NOUN", "PROPN", "ADV"):
                return None
        return None

    def _told_behind(self, begin: int, end: int, sentence: Sentence) -> bool | None:
        """As in "the 1,126 submissions it received", "les écoles qu'il bâtira": the verb of a relative clause."""
        tokens, j = self.tokens, end
        if self._is_modal_relative(j, sentence.last):
            return True
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

    def _is_modal_relative(self, i: int, limit: int) -> bool:
        """As in "ce sont 20 000 emplois qui pourraient naître"."""
        if i + 1 >= limit or self.tokens[i].folded not in self.words.relatives:
            return False
        verb = self._behind_adverbs(i + 1, limit)
        return verb < limit and (self._is_future(self.tokens[verb]) or self._is_modal(verb))

    def _is_modal(self, i: int) -> bool:
        """Whether a finite verb of what is to come stands at token `i`, before an infinitive."""
        token = self.tokens[i]
        is_led = any(t.verb == "Inf" for t in self.tokens[i + 1 : i + 3])
        return token.verb == "Fin" and is_led and self._is_target_word(token)

    def _default_verdict(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """Where no verb of the clause decides: what is announced, what the list before was, else what is usual."""
        quantity = found.quantity
        if quantity.change == "to":
            return None
        head = found.measure.head if found.measure is not None else ""
        if head in self.words.open_heads and quantity.kind != "count":
            return None
        if any(t.folded in self.words.target_nouns for t in self.tokens[sentence.first : begin]):
            return True
        clause = self.tokens[self._clause_start(begin, sentence) : sentence.last]
        has_verb = any(t.verb == "Fin" for t in clause)
        previous = self._before(found)
        is_list = previous is not None and (not has_verb or previous.quantity.first >= sentence.first)
        if previous is not None and is_list and previous.quantity.change != "from" and previous.is_target is not None:
            return previous.is_target
        if has_verb and any(
            self._is_future(t) or (t.pos in ("VERB", "AUX") and t.verb != "Inf" and self._is_target_word(t))
            for t in clause
        ):
            return True
        if self._is_order(sentence.first):
            return True
        if not has_verb and self._is_pointed_at(sentence.last, sentence):
            return True
        if quantity.kind == "money":
            return None
        is_listed = self.doc.block_of(self.doc.sentence_at(quantity.span.start)).kind != "paragraph"
        return not has_verb and is_listed and head not in self.words.audience

    def _is_pointed_at(self, i: int, sentence: Sentence) -> bool:
        """As in "1.25 million jobs. That is the pledge": what the clause at token `i` calls an aim."""
        behind = self.tokens[i : i + _POINTING]
        if not behind or behind[0].folded not in self.words.pointers or not any(t.pos == "AUX" for t in behind[:3]):
            return False
        is_aim = any(t.folded in self.words.goals and t.pos == "NOUN" for t in behind)
        return is_aim and self.doc.sentence_at(behind[0].start).block == sentence.block

    def _before(self, found: Found) -> Found | None:
        n = found.position
        if n == 0:
            return None
        previous = self.found[n - 1]
        block = self.doc.sentence_at(found.quantity.span.start).block
        reach = 2 if self.doc.blocks[block].kind == "bullet" else 0
        return previous if block - self.doc.sentence_at(previous.quantity.span.start).block <= reach else None

    def _has_target_cue(self, first: int, last: int) -> bool:
        return any(self._is_target_word(t) for t in self.tokens[first:last])

    def _is_target_word(self, token: Token) -> bool:
        folded = token.folded
        is_known = folded in self.words.target_words or folded.startswith(self.words.target_stems)
        if not is_known or folded in self.words.not_targets:
            return False
        if folded in self.words.abilities and any(
            t.folded in self.words.denials for t in self.tokens[token.i + 1 : token.i + 2]
        ):
            return False  # "a third of pupils could not read"
        if folded in self.words.needs_infinitive and not any(
            t.verb == "Inf" for t in self.tokens[token.i + 1 : token.i + 4]
        ):
            behind = self.tokens[token.i + 1 : token.i + 2]  # "are set to benefit", a verb taken for a noun
            is_marked = token.verb == "Part" and bool(behind) and behind[0].folded in self.words.infinitive_marks
            return is_marked and self.tokens[token.i - 1].pos == "AUX"
        if token.pos in ("NOUN", "PROPN"):  # "aims to", "calls for": verbs that a tagger takes for nouns
            after = self.tokens[token.i + 1] if token.i + 1 < len(self.tokens) else None
            return after is not None and after.folded in self.words.target_verb_links
        return token.pos in ("VERB", "AUX", "ADJ", "X")

    def _is_future(self, token: Token) -> bool:
        if token.folded in self.words.past_conditionals and any(
            t.verb == "Part" for t in self.tokens[token.i + 1 : token.i + 4]
        ):
            return False
        if any(t.folded in self.words.hindsight for t in self.tokens[token.i + 1 : token.i + 2]):
            return False  # "il aura fallu deux ans"
        if (
            token.pos == "AUX" and token.verb == "Fin" and token.i + 2 < len(self.tokens)
        ):  # "is to soar", "est de créer"
            mark, verb = self.tokens[token.i + 1], self.tokens[token.i + 2]
            if mark.folded in self.words.infinitive_marks and verb.verb == "Inf":
                return True
        if token.folded.endswith(self.words.future_clitics):
            return True
        if token.folded.startswith(self.words.hearsay) and token.folded.endswith(self.words.past_endings):
            return False
        return token.verb == "Fin" and len(token.folded) > 3 and token.folded.endswith(self.words.future_endings)

    def _is_past(self, token: Token) -> bool:
        if token.folded in self.words.past_verbs:
            return token.pos in ("VERB", "AUX")
        return token.verb == "Fin" and token.folded.endswith(self.words.past_endings) and not self._is_future(token)

    def _listed_with(self, found: Found, begin: int, sentence: Sentence) -> bool | None:
        """The verdict of the figure before in the same sentence where no verb and no new clause stands between."""
        previous = self._before(found)
        if previous is None or previous.quantity.first < sentence.first or previous.quantity.change == "from":
            return None
        if previous.position and self._phrase_before(
            self._begin_token(previous.quantity), sentence.first, self.words.comparison_phrases
        ):  # "400,000 points, against 265,000 at present, 45 percent of them in villages"
            earlier = self.found[previous.position - 1]
            previous = earlier if earlier.quantity.first >= sentence.first else previous
        if previous.is_present:
            return None  # "bring output, now 13 kg, to 16 kg"
        if self._phrase_before(begin, previous.quantity.last, self.words.apposition_phrases) and found.rate:
            return previous.is_target  # "1.25 million jobs in five years, that is 250,000 each year"
        between = self.tokens[previous.quantity.last : begin]
        is_apart = any(
            (t.verb and not (previous.is_target and self._is_listed_passive(t)))
            or t.pos == "AUX"
            or t.text in ";:"
            or (t.folded in self.words.relatives and self.tokens[t.i + 1].pos != "ADP")
            or (not previous.is_target and t.folded in self.words.aim_nouns)
            for t in between
        )
        return None if is_apart else previous.is_target

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
        if any(
            self._phrase_at(j, sentence.last, self.words.reported_phrases)
            for j in range(max(first, begin - 6), begin)
            if j - 1 not in self.in_quantity  # "to 60,000 from 34,000 now, and add 9 billion"
            and not (j > first and self._is_modal_cue(j))
            and not any(k in self.in_quantity for k in range(j, begin))
        ):
            return False
        before = self._verdict_before(begin, first)
        return behind if before is None else before

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

    def _is_estimated(self, begin: int, first: int) -> bool:
        """As in "losses, put at 25 per cent, will be cut", "the last survey put it at 33": what is, said in passing."""
        i = begin - 2
        if i <= first or self.tokens[begin - 1].folded not in self.words.amount_links:
            return False
        here, before = self.tokens[i], self.tokens[i - 1]
        if here.folded in self.words.estimates and before.text == ",":
            return True
        is_pointed = here.folded in self.words.object_pronouns and before.folded in self.words.gauging
        return is_pointed or (before.folded in self.words.object_pronouns and here.folded in self.words.gauging)

    def _announces_target(self, first: int, last: int) -> bool:
        return any(
            t.folded in self.words.target_nouns or self._is_target_word(t) or self._is_future(t)
            for t in self.tokens[first:last]
        )

    def _is_subject_of_next(self, end: int, sentence: Sentence) -> bool:
        j = end
        while j < sentence.last and self.tokens[j].pos == "ADV":
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
            if token.verb == "Part" and self.tokens[k - 1].folded in self.words.perfect_auxiliaries:
                return self.tokens[k - 1].verb != "Inf"
            if token.verb == "Fin":
                return self._is_past(token)
        return False

    def _verdict_before(self, begin: int, first: int) -> bool | None:
        tokens, lexicon = self.tokens, self.words
        comma = False  # between the verb and the number, outside of a list of numbers
        for j in range(begin - 1, first - 1, -1):
            token = tokens[j]
            if token.text == ",":
                comma = comma or not any(k in self.in_quantity for k in range(max(first, j - 8), j))
            if self._is_target_word(token) or self._is_future(token):
                return not self._is_owed(j, begin)
            if token.folded in lexicon.aim_nouns and token.pos == "NOUN" and begin - j <= 5 and not comma:
                return token.folded not in lexicon.action_nouns or not self._is_done(j, first)
            if self._is_announced(token) or (not comma and self._is_aim(j, begin)):
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
            is_object = (
                token.verb == "Inf"
                and not comma
                and not (
                    tokens[begin - 1].folded in lexicon.amount_links
                    and begin - 1 > j + 1
                    and tokens[begin - 1].text != ":"
                )
            )
            if (
                is_object
                and any(t.folded in lexicon.infinitive_marks for t in tokens[max(first, j - 2) : j])
                and not self._perfect_before(j, first)
                and not self._is_past(tokens[j - 2])
            ):
                return True
        return None

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
        is_shared = verb - sentence.first < _NEAR or self.tokens[verb - 1].pos == "CCONJ"
        if self.tokens[sentence.first].folded in self.words.carriers and is_shared:
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
        return any(t.folded in nouns and t.start < end for t in self.tokens[first : first + _MAX_ASIDE])

    def _is_order(self, first: int) -> bool:
        """As in "Build 25,000 homes", "Planter 3 000 arbres": a line that opens with its verb."""
        opening = self.tokens[first]
        if opening.pos != "VERB" or not opening.text[0].isupper() or self._is_past(opening):
            return False
        return opening.verb == "Inf" or (self.words.bare_verbs_share and opening.verb == "Fin")

    def _shares_auxiliary(self, j: int) -> bool:
        """As in "will train nurses and equip 40 clinics": a bare verb behind a conjunction."""
        if not self.words.bare_verbs_share or self.tokens[j].folded.endswith("s"):
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
        return any(t.folded in self.words.target_nouns for t in self.tokens[max(first, j - 6) : j])

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
            if token.pos == "AUX" and any(
                t.verb == "Part" and t.folded.startswith(self.words.announcing)
                for t in self.tokens[token.i + 1 : token.i + 3]
            ):
                return True  # "an investment in 400 homes was announced"
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

    def _carry_deadlines(self) -> None:
        """A coordinated clause keeps the deadline: "70 % by 2030, while internet would reach 5 million"."""
        for n, b in enumerate(self.found[1:], start=1):
            a = self.found[n - 1]
            if a.quantity.change == "from" and b.quantity.change == "to" and n > 1 and a.stop is None:
                a = self.found[n - 2]  # "to 75 by the end of 2029, and the value from 12 to 30"
            elif b.is_target and a.is_target is False and a.stop is None and n > 1:
                a = self._last_aim(n)  # "to 35% in 2029, hire 90 instead of 66 and raise output, now 13 kg, to 16 kg"
            same = self.doc.sentence_index(a.quantity.span.start) == self.doc.sentence_index(b.quantity.span.start)
            if same and b.stop is None and b.is_target and a.is_target and b.quantity.change != "from":
                a_is_open = a.quantity.change in ("", "to")
                b.start, b.stop = (a.start, a.stop) if a_is_open else (None, None)
            elif (
                same
                and b.stop is None
                and b.quantity.change != "from"
                and (self._is_apposed(b) or (b.measure and b.measure.trust == 1 and b.is_target == a.is_target))
            ):
                b.start, b.stop = a.start, a.stop

    def _carry_times(self) -> None:
        """A sentence on the same time goes on with that of the one before: "Over the same period, exports rose"."""
        for found in self.found:
            sentence = self.doc.sentence_at(found.quantity.span.start)
            if found.stop is not None or not self._keeps_time(found, sentence):
                continue
            index = self.doc.sentence_index(sentence.start)
            before = self.doc.sentences[index - 1]
            told = [f for f in self.periods.figures.within(before.start, before.end) if f.stop]
            if not told or before.block != sentence.block:
                continue
            is_old = found.quantity.change == "from"
            model = min(told, key=_stop) if is_old else max(told, key=_stop)
            if not is_old or len({f.stop for f in told}) > 1:
                found.start, found.stop = model.start, model.stop

    def _keeps_time(self, found: Found, sentence: Sentence) -> bool:
        """Whether a sentence opens with the time of the one before, or adds to what that aimed at."""
        if not sentence.first:
            return False
        tokens, times = self.tokens, self.words.same_time_phrases
        if self._phrase_at(sentence.first, sentence.last, times):
            return True
        opening = tokens[sentence.first : sentence.first + _NEAR]
        is_added = tokens[sentence.first].folded in self.words.carriers and found.is_target is True
        return is_added and any(t.folded in self.words.also for t in opening)

    def _last_aim(self, n: int) -> Found:
        """The last of the figures before the `n`th in its sentence that is aimed at, past those it is compared with."""
        first = self.doc.sentence_at(self.found[n].quantity.span.start).start
        for k in range(n - 2, max(-1, n - 2 - _MAX_COMPARED), -1):
            found = self.found[k]
            if found.quantity.span.start < first:
                break
            if found.is_target:
                return found
        return self.found[n - 1]

    def _is_apposed(self, found: Found) -> bool:
        begin = self._begin_token(found.quantity)
        return self._phrase_before(begin, max(0, begin - 5), self.words.apposition_phrases) > 0

    def _close_changes(self) -> None:
        """The new value of a change is aimed at unless its clause reports it."""
        for found in self.found:
            if found.quantity.change != "to":
                continue
            sentence = self.doc.sentence_at(found.quantity.span.start)
            verb = self._verb_before(self._begin_token(found.quantity), sentence.first)
            is_present = verb is not None and self.tokens[verb].folded in self.words.present_changes
            is_aimed = verb is not None and found.stop is None and self._is_purpose(verb, sentence.first)
            if found.is_target is None or (is_present and found.stop is None) or is_aimed:
                found.is_target = True

    def _is_purpose(self, verb: int, first: int) -> bool:
        """As in "the goal of expanding exports", "pour ramener le taux": a change that no past leads to."""
        before = self.tokens[verb - 1].folded if verb > first else ""
        marks = self.words.infinitive_marks if self.tokens[verb].verb == "Inf" else self.words.aim_links
        return self.tokens[verb].verb in ("Inf", "Ger") and before in marks and not self._perfect_before(verb, first)

    # ------------------------------------------------------------ plan and record

    def _plan(self, found: Found) -> int | None:
        if not self.plans:
            return None
        quantity = found.quantity
        text = found.measure.text if found.measure is not None else ""
        # Lower-case words only: "marché mondial" is elsewhere, "Banque mondiale" is a name.
        pairs = zip(["a", *text.split()], text.split(), strict=False)
        named = {fold(word) for before, word in pairs if word[:1].islower() and before[:1].islower()}
        if named & self.words.audience and not found.is_target and quantity.kind == "count":
            return None
        if named & self.words.elsewhere and quantity.kind in ("money", "percent") and not found.is_target:
            return None
        return self.topics.plan_at(quantity.span.start, quantity.span.end)

    def _take_plan_years(self, found: Found) -> None:
        """The cost of a plan that has a first and a last year is for those years; "at its end" is its last year."""
        if found.plan is None or (found.stop is not None and not (self._is_of_day(found) and self._is_of_plan(found))):
            return
        plan = self.plans[found.plan]
        is_aim = found.is_target and found.quantity.kind != "money" and found.quantity.unit not in DURATIONS
        if plan.horizon_year and found.is_target and (self._is_at_end(found) or (is_aim and self._names_plan(found))):
            found.start, found.stop = dt.date(plan.horizon_year, 1, 1), dt.date(plan.horizon_year, 12, 31)
            return
        if not plan.start_year or not plan.horizon_year or plan.start_year > plan.horizon_year:
            return
        is_cost = found.quantity.kind == "money" and found.measure is not None
        is_cost = is_cost and found.measure is not None and found.measure.head in self.words.cost_heads
        is_cost = is_cost or self._is_of_plan(found)
        if is_cost or self._is_for_all_years(found):
            found.start, found.stop = dt.date(plan.start_year, 1, 1), dt.date(plan.horizon_year, 12, 31)

    def _is_of_day(self, found: Found) -> bool:
        """Whether a figure has the time of a day or month, which says when it was told."""
        return found.start is not None and found.stop is not None and (found.stop - found.start).days <= _MONTH

    def _is_of_plan(self, found: Found) -> bool:
        """Whether an amount is told as the plan's whole: "the plan, endowed with 38 billion"."""
        if self.periods.is_of_plan(found):
            return True
        if found.quantity.kind != "money" or found.measure is None or found.rate or found.quantity.change:
            return False
        return found.measure.trust == 3 and found.measure.head in self.words.plan_nouns

    def _names_plan(self, found: Found) -> bool:
        """Whether the figure's sentence names its plan before it: "the plan 2025-2030 aims to build 40 clinics"."""
        sentence = self.doc.sentence_at(found.quantity.span.start)
        begin = found.quantity.span.start
        return found.plan is not None and any(sentence.start <= s.start < begin for s in self.plans[found.plan].spans)

    def _is_for_all_years(self, found: Found) -> bool:
        last = self.doc.sentence_at(found.quantity.span.start).last
        first = found.quantity.last
        return any(
            self._phrase_at(i, last, self.words.plan_span_phrases) for i in range(first, min(last, first + _MAX_ASIDE))
        )

    def _is_at_end(self, found: Found) -> bool:
        sentence = self.doc.sentence_at(found.quantity.span.start)
        ends = self.words.plan_end_phrases
        return any(self._phrase_at(i, sentence.last, ends) for i in range(sentence.first, sentence.last))

    def _figure(self, found: Found) -> Figure:
        quantity, measure = found.quantity, found.measure
        text = measure.text if measure else None
        if text and found.rate and fold(found.rate) not in fold(text):
            text = f"{text} {found.rate}"
        end = quantity.span.end
        if (
            measure is not None
            and measure.trust == 3
            and measure.end > quantity.last
            and quantity.kind in ("count", "percent")
        ):
            end = self.tokens[min(measure.end, quantity.last + 5) - 1].end
        span = Span(quantity.begin, max(end, quantity.span.end))
        return Figure(
            value=quantity.value,
            value_high=quantity.high,
            unit=quantity.unit,
            text=span.of(self.text),
            spans=[span],
            qualifier=quantity.qualifier,
            measure=text,
            period_start=found.start,
            period_end=found.stop,
            is_target=found.is_target,
            plan=found.plan,
            confidence=_confidence(quantity, measure),
        )

    def _label(self, figure: Figure) -> str:
        """What a line without a verb opens with: "Santé : 12 projets" and "Eau : 12 projets" are two figures."""
        sentence = self.doc.sentence_at(figure.spans[0].start)
        head, colon, _ = self.text[sentence.start : figure.spans[0].start].partition(":")
        is_plain = colon and not any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence))
        return fold(head) if is_plain else ""

    def _merge(self, figures: list[Figure]) -> list[Figure]:
        """One figure for each that the article repeats."""
        merged: list[Figure] = []
        alike: dict[tuple[float, float | None, str], list[Figure]] = {}
        for figure in figures:
            group = alike.setdefault((figure.value, figure.value_high, figure.unit), [])
            label = self._label(figure)
            same = next(
                (
                    f
                    for f in group[:_MAX_ALIKE]
                    if _is_same(f, figure) and not (label and self._label(f) not in ("", label))
                ),
                None,
            )
            if same is None:
                merged.append(figure)
                group.append(figure)
                continue
            same.spans.extend(figure.spans)
            same.measure = same.measure or figure.measure
            same.period_start = same.period_start or figure.period_start
            same.period_end = same.period_end or figure.period_end
            same.is_target = figure.is_target if same.is_target is None else same.is_target
            same.confidence = max(same.confidence, figure.confidence)
        return merged


def _stop(found: Found) -> dt.date:
    """The last day that a figure is of."""
    return found.stop or dt.date.min


def _confidence(quantity: Quantity, measure: Measure | None) -> float:
    if quantity.kind in ("money", "percent") and not quantity.is_fraction:
        return 0.95
    if quantity.kind == "measure":
        return 0.7 if quantity.unit in DURATIONS else 0.95
    if quantity.is_fraction:
        return 0.6
    if measure is None:
        return 0.5
    return 0.92 if measure.trust == 3 else 0.75


def _is_same(a: Figure, b: Figure) -> bool:
    """Whether two statements of the same value and unit are one: no other year, no other thing measured."""
    if a.period_end is not None and b.period_end is not None and a.period_end.year != b.period_end.year:
        return False
    if a.measure is None or b.measure is None:
        return True
    left, right = set(words(a.measure)), set(words(b.measure))
    return bool(left & right) or (a.unit not in ("count", "percent") and abs(a.value) >= 1e6)
