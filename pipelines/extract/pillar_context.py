"""What a text has said so far while its pillars are read: plans named, components known, the subject of a clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipelines.extract.dictionary import is_superlative
from pipelines.extract.document import Document, Sentence, Token
from pipelines.extract.enumerations import label_range, phrase_parts
from pipelines.extract.pillar_lexicon import Noun, pillar_lexicon
from pipelines.extract.pillar_tree import Announcement, Component, Group
from pipelines.extract.plans import main_plan
from pipelines.extract.ranges import Sorted
from pipelines.extract.records import Plan, Span
from pipelines.extract.text import words as folded_words

LOOKBACK = 14  # tokens between a verb of structure and the number of parts
_COMPLEMENT = 12
_TOLD_OF = 8  # sentences since the last word about a plan
_OPENING = 6  # tokens
_ADJUNCT = 4  # tokens from a sentence's start to the name in an adjunct


class PillarContext:
    """State shared by the readers of lists and of ordinals, and the questions that both ask of the text."""

    def __init__(self, doc: Document, plans: list[Plan]) -> None:
        self.doc = doc
        self.tokens = doc.tokens
        self.lexicon = pillar_lexicon(doc.language)
        self.words = self.lexicon.words
        self.grammar = self.lexicon.grammar
        # (first token, token behind the last, plan) of every place that names a plan, in order.
        places = [(doc.token_at(s.start), doc.token_at(s.end - 1) + 1, i) for i, p in enumerate(plans) for s in p.spans]
        self.mentions = Sorted(sorted(places), lambda m: m[0])
        # The same with the nouns that stand for one ("the plan").
        self.plans = plans
        self.main = main_plan(plans) or 0
        nouns = [
            (doc.token_at(s.start), doc.token_at(s.end - 1) + 1, self._meant(i, p, s))
            for i, p in enumerate(plans)
            for s in p.references
        ]
        self.references = Sorted(sorted({*places, *nouns}), lambda m: m[0])
        self.first_told = min((m[0] for m in [*places, *nouns]), default=0)
        self.has_multiples = not self.words.multiples.keys().isdisjoint(doc.positions)
        self.groups: list[Group] = []
        self.candidates: list[Group] = []  # counted parts that nothing ties to a plan
        self.uncounted: Group | None = None  # parts named last that neither a number nor a plan stood beside
        self.pending: Group | None = None  # announced without a number, in case the next sentence tells its parts
        self.size = 0
        self.announced = 0
        self.by_block: dict[int, Component] = {}
        self.subject: tuple[Component, int] | None = None  # the component spoken of, since which token
        self.named: tuple[int, int] | None = None  # the name that a component bears besides its label
        self.resume = 0

    def _meant(self, index: int, plan: Plan, noun: Span) -> int:
        """The plan that "the document" means: not one that a paragraph above named in passing or that is over."""
        if self._is_over(index) and not self._is_over(self.main):
            at = self.doc.token_at(noun.start)
            if any(t.folded in self.words.anew for t in self.tokens[max(0, at - 1) : at + 2]):
                return self.main  # "the new plan"
        place = plan.spans[0]
        named = self.doc.sentence_at(place.start)
        is_passing = len(plan.spans) == 1 and self.doc.token_at(place.start) > named.first + _OPENING
        is_passing = is_passing and self.doc.sentence_at(noun.start).block > named.block
        is_generic = noun.of(self.doc.folded) not in place.of(self.doc.folded)
        return self.main if is_passing and is_generic else index

    def _noun(self, i: int, last: int) -> Noun | None:
        if i >= last:
            return None
        for noun in self.lexicon.nouns.get(self.tokens[i].folded, ()):
            n = len(noun.words)
            if i + n <= last and tuple(self.doc.words[i : i + n]) == noun.words:
                return noun
        return None

    def _is_highest(self, token: Token) -> bool:
        """Whether a word has the ending of an adjective in the highest degree ("the heaviest is irrigation")."""
        return is_superlative(token.folded, self.doc.language, is_adjective=token.pos == "ADJ")

    def _number(self, i: int) -> int | None:
        token = self.tokens[i]
        if token.text.isdecimal() and len(token.text) <= 4:
            return int(token.text)
        return self.words.numbers.get(token.folded) or self.words.multiples.get(token.folded)

    def _carry_subject(self, index: int, sentence: Sentence) -> None:
        """What the sentence is about at its start: the bullet that it stands in, or what a pronoun goes on about."""
        inside = self.by_block.get(sentence.block) or self._of_two(index, sentence)
        if inside:
            self.subject = (inside, sentence.first)
            return
        subject = self.subject
        self.subject = None
        goes_on = subject is not None and subject[0].sentence == index - 1
        if subject is None or not goes_on:
            return
        is_its = self.tokens[sentence.first].folded in self.words.possessives and subject[0].group.awaits_more
        if is_its or self.lexicon.pronouns.match(self.tokens, sentence.first, sentence.last):
            self._speak_of(subject[0], sentence.first, index)

    def _of_two(self, index: int, sentence: Sentence) -> Component | None:
        """As in "The former has two measures" behind a list of two parts."""
        n = self.lexicon.of_two.match(self.tokens, sentence.first, sentence.last)
        items = self.groups[-1].items if n and self.groups else []
        if len(items) != 2 or self._sentence_of(items[1].label[0]) != index - 1:
            return None
        said = [t.folded for t in self.tokens[sentence.first : sentence.first + n]]
        return items[next(r for phrase, r in self.words.of_two.items() if phrase_parts(phrase) == said) - 1]

    def _speak_of(self, component: Component, since: int, index: int) -> None:
        component.sentence = index
        component.group.spoken = component
        self.subject = (component, since)

    def _refer(self, i: int, noun: Noun, index: int) -> int:
        """As in "Cet axe", "this pillar": what follows is about the component of that kind spoken of last."""
        before = self.doc.words[max(0, i - 2) : i]
        if not self.words.demonstratives.isdisjoint(before):
            group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind)
            if group and group.spoken:
                self._speak_of(group.spoken, i, index)
        elif i and self.tokens[i - 1].pos == "DET" and (named := self._named(i + len(noun.words), noun)):
            self._speak_of(named, i, index)
        return i + len(noun.words)

    def _named(self, k: int, noun: Noun) -> Component | None:
        """As in "Le pilier santé": the component of that kind whose label has the next word."""
        if k + 1 < len(self.tokens) and self.tokens[k].text in '«“"':
            k += 1
        if k >= len(self.tokens) or len(self.tokens[k].text) < 4:
            return None
        group = self._latest(lambda g: bool(g.items) and g.noun.kind == noun.kind)
        word = self.tokens[k].folded
        fitting = (
            [c for c in group.items if any(t.folded == word for t in self.tokens[slice(*c.label)])] if group else []
        )
        return fitting[0] if len(fitting) == 1 else None

    def _latest(self, accepts: Callable[[Group], bool]) -> Group | None:
        for group in reversed(self.groups):
            if accepts(group):
                return group
        return None

    def _last_sentence(self, group: Group) -> int:
        return max([group.sentence] + [c.sentence for c in group.items])

    def _mentions_in(self, sentence: Sentence) -> list[tuple[int, int, int]]:
        return self.mentions.within(sentence.first, sentence.last)

    def _complement(self, right: int, last: int) -> Iterator[int]:
        """Tokens of "du plan de santé" behind the noun, up to the first sign."""
        for i in range(right, min(last, right + _COMPLEMENT)):
            if not self.tokens[i].text[0].isalnum():
                return
            yield i

    def _plan_of(self, found: Announcement, index: int, sentence: Sentence) -> int:
        """The plan whose structure is announced: named in the sentence, the topic before it, or the main one."""
        mentions = self.references.within(sentence.first, sentence.last)
        behind = set(self._complement(found.right, sentence.last))
        inside = [m for m in mentions if m[0] in behind]
        before = [m for m in mentions if m[1] <= found.left]
        if before and (named := self._nearest(before, found.left, sentence)) is not None:
            return named
        if inside:
            return inside[0][2]
        if self.groups and any(
            self.lexicon.additions.match(self.tokens, i, found.left) for i in range(sentence.first, found.left)
        ):
            return self.groups[-1].plan
        return self._spoken_of(index, sentence)

    def _spoken_of(self, index: int, sentence: Sentence) -> int:
        """The plan that the sentences before are about, or the article's."""
        topic = self._topic_before(index, sentence)
        topic = self._ordered(index, sentence) if topic is None else topic
        if topic is not None:
            return topic
        block = self.doc.token_at(self.doc.blocks[max(0, sentence.block - 1)].start)
        near = self.references.within(block, sentence.first)
        return near[-1][2] if near and len({m[2] for m in near}) == 1 else self.main

    def _nearest(self, before: list[tuple[int, int, int]], left: int, sentence: Sentence) -> int | None:
        """The last plan named, or the subject that it is told of ("X, qui prolonge Y, repose sur"); None: a pronoun."""
        last = before[-1]
        if self._is_apart_from_pronoun(last, left, sentence) or self._succeeds(before, left, sentence):
            return None
        if len(before) > 1 and last[1] < left and all(t.pos in ("ADP", "ADV") for t in self.tokens[last[1] : left]):
            return self._subject_of(before[:-1], sentence)  # "X translates Y into three axes"
        k = last[1] + 1
        if k < left and self.tokens[k - 1].pos == "CCONJ" and self.tokens[k].verb == "Fin":
            return self._subject_of(before[:-1], sentence)  # "X builds on Y and has three axes"
        for candidate in reversed(before[:-1]):
            opens = any(self.tokens[i].text == "," for i in range(candidate[1], last[0]))
            closes = any(self.tokens[i].text == "," for i in range(last[1], left))
            if opens and closes:
                return candidate[2]
        return last[2]

    def _subject_of(self, named: list[tuple[int, int, int]], sentence: Sentence) -> int | None:
        """The last of the plans that no preposition governs."""
        return next((m[2] for m in reversed(named) if not self._is_adjunct(m[0], sentence)), None)

    def _is_apart_from_pronoun(self, last: tuple[int, int, int], left: int, sentence: Sentence) -> bool:
        """As in "Inscrite dans Y, elle repose sur": the pronoun is about what was spoken of before."""
        comma = last[1]
        if comma < left and self.tokens[comma].text == ")":  # "Drawn up by Y (YN), it rests on"
            comma += 1
            last = next((m for m in self._mentions_in(sentence) if m[2] == last[2]), last)
        behind = range(comma + 1, left)
        commas = (i for i in behind if self.tokens[i - 1].text == ",")
        if not any(self.lexicon.pronouns.match(self.tokens, i, left) for i in commas):
            return False
        if self.tokens[comma].text == "," and self._is_adjunct(last[0], sentence):
            return True
        return self._is_fronted(last, sentence) or self._is_set_against(last, sentence)

    def _is_fronted(self, named: tuple[int, int, int], sentence: Sentence) -> bool:
        """As in "Modelled on Kenya's Plan Y, …": what the sentence opens with names it before any subject or verb."""
        opening = self.tokens[sentence.first]
        if named[0] - sentence.first < 2 and opening.pos in ("DET", "PROPN", "NOUN"):
            return False  # the plan opens the sentence itself
        if opening.verb == "Fin" and opening.pos == "AUX":
            return False
        starts = self.tokens[sentence.first + 1 : named[0]]
        is_clause = any(t.verb == "Fin" or t.text in ":;" or t.pos == "PRON" for t in starts)
        return not is_clause and named[1] < len(self.tokens) and self.tokens[named[1]].verb != "Fin"

    def _is_set_against(self, named: tuple[int, int, int], sentence: Sentence) -> bool:
        """As in "Where Plan Y spoke of fish, it sets": the subject of a clause that tells a contrast."""
        n = self.lexicon.contrasts.match(self.tokens, sentence.first, sentence.last)
        return n > 0 and named[0] - sentence.first <= n + 1

    def _succeeds(self, before: list[tuple[int, int, int]], left: int, sentence: Sentence) -> bool:
        """As in "Succédant au Plan Y, cette feuille de route": the noun behind cannot mean the one set against it."""
        named = {m[0] for m in self._mentions_in(sentence)}
        first = next((m for m in before if m[0] in named), None)
        if first is None or any(m[2] != first[2] for m in before):
            return False
        is_near = first[0] - sentence.first <= _ADJUNCT and self._is_adjunct(first[0], sentence)
        if not is_near and not self._is_fronted(first, sentence) and not self._is_set_against(first, sentence):
            return False
        commas = (i for i in range(first[1], left) if self.tokens[i].text == "," and self.tokens[i + 1].pos == "DET")
        return any(t.folded in self.words.plan_nouns for i in commas for t in self.tokens[i + 2 : min(left, i + 5)])

    def _ordered(self, index: int, sentence: Sentence) -> int | None:
        """As in "Le premier compte … La seconde repose …" after two plans: the one of that rank."""
        k = sentence.first + (self.tokens[sentence.first].pos == "DET")
        rank = self.words.ordinals.get(self.tokens[k].folded)
        if rank not in (1, 2) or k + 1 >= sentence.last:
            return None
        if self.tokens[k + 1].verb != "Fin" and not self.lexicon.structure_verbs.match(
            self.tokens, k + 1, sentence.last
        ):
            return None
        for back in range(index - 1, max(-1, index - 1 - rank), -1):
            other = self.doc.sentences[back]
            named = list(dict.fromkeys(m[2] for m in self._mentions_in(other)))
            if any(g.sentence == back and g.parent is None for g in self.groups) and named:
                return None  # of the parts that this sentence announced
            if len(named) == 2:
                return named[rank - 1]
        return None

    def _topic_before(self, index: int, sentence: Sentence) -> int | None:
        """The plan that opens one of the sentences before in the same block (or the one that heads it)."""
        openers = (self.lexicon.latter, self.lexicon.reminders)
        if index and any(p.match(self.tokens, sentence.first, sentence.last) for p in openers):
            named = self._mentions_in(self.doc.sentences[index - 1])
            if named:
                subject = self._present_subject(index, sentence)
                return named[-1][2] if subject is None else subject  # what was named last
        for back in range(index - 1, max(-1, index - 4), -1):
            other = self.doc.sentences[back]
            if other.block < sentence.block - 1:
                return None
            told = self.references.within(other.first, other.last)
            opening = [m for m in told if m[0] - other.first <= 4 and not self._is_adjunct(m[0], other)]
            if opening and all(m[2] == opening[0][2] for m in told):
                return opening[0][2]
            if back == index - 1 and (left := self._only_present(told)) is not None:
                return left
            if other.block != sentence.block:
                return None
        return None

    def _present_subject(self, index: int, sentence: Sentence) -> int | None:
        """As in "The text follows the Plan X, then the Plan Y 2010-2015. This one has": its subject, as Y is over.

        None where "this" may well mean what was named last.
        """
        above = self.doc.sentences[index - 1]
        told = self.references.within(above.first, above.last)
        subject = told[0]
        is_subject = subject[0] - above.first <= 1 and not self._is_over(subject[2])
        if not is_subject or not self._is_over(told[-1][2]):
            return None
        if self.lexicon.distant.match(self.tokens, sentence.first, sentence.last):
            return None
        opening = self.tokens[sentence.first : min(sentence.last, sentence.first + _OPENING)]
        verb = next((t for t in opening if t.verb == "Fin"), None)
        is_past = verb is not None and verb.folded.endswith(self.words.past_endings)
        return None if is_past else subject[2]

    def _is_over(self, plan: int) -> bool:
        """Whether a plan's years are past."""
        horizon, published = self.plans[plan].horizon_year, self.doc.published_on
        return horizon is not None and published is not None and horizon < published.year

    def _only_present(self, told: list[tuple[int, int, int]]) -> int | None:
        """The one plan that isn't over, where others that are stand beside it ("After the Plan X, it has a Plan Y")."""
        present = {m[2] for m in told if not self._is_over(m[2])}
        return present.pop() if len(present) == 1 and len({m[2] for m in told}) > 1 else None

    def _was_told_of(self, index: int, last: int) -> bool:
        """Whether one of the sentences up to the token `last` speaks of a plan."""
        return bool(self.references.within(self.doc.sentences[max(0, index - _TOLD_OF)].first, last))

    def _told_last(self, index: int) -> int | None:
        """The only plan that the sentence before names ("The cabinet adopted the X Plan. It rests on …")."""
        above = self.doc.sentences[index - 1]
        named = self.references.within(above.first, above.last) if index else []
        return named[-1][2] if len({m[2] for m in named}) == 1 else None

    def _is_apart(self, mention: tuple[int, int, int], sentence: Sentence) -> bool:
        """As in "The X Plan, funded by a bank, focuses on": the name opens the sentence and a comma closes it."""
        return mention[0] - sentence.first <= 1 and self.tokens[mention[1]].text == ","

    def _is_adjunct(self, i: int, sentence: Sentence) -> bool:
        """Whether a preposition governs the name at `i`: "Inscrit dans la Vision X, le plan …" is about the plan."""
        at = i - 1
        while at > sentence.first and (self.tokens[at].pos == "DET" or not self.tokens[at].text[0].isalnum()):
            at -= 1
        return at >= sentence.first and self.tokens[at].pos == "ADP"

    def _is_appendage(self, first: int, last: int) -> bool:
        """As in "The budget of the plan": what has parts of its own opens the sentence at `first`."""
        head = first + (self.tokens[first].pos in ("DET", "PRON"))
        if head + 1 >= last or self.tokens[head].folded not in self.words.appendages:
            return False
        return self.tokens[head + 1].folded in self.words.lists.linkers

    def _names_plan_above(self, sentence: Sentence) -> bool:
        """Whether a plan is named in the sentence's block or in the one above, sub-headings and questions apart."""
        at = max(0, sentence.block - 1)
        if at and (self.doc.blocks[at].kind == "heading" or self.doc.text[self.doc.blocks[at].end - 1] == "?"):
            at -= 1
        first = self.doc.token_at(self.doc.blocks[at].start)
        return bool(self.mentions.within(first, sentence.first))

    def _opens_with_plan(self, sentence: Sentence) -> bool:
        """Whether the block, or the one above, opens with "The roadmap" or the like."""
        for at in (sentence.block, sentence.block - 1):
            if at < 0:
                continue
            i = self.doc.token_at(self.doc.blocks[at].start)
            is_definite = i + 1 < len(self.tokens) and self.tokens[i].pos == "DET"
            if is_definite and self.tokens[i + 1].folded in self.words.plan_nouns:
                return True
        return False

    def _block_end(self, block: int) -> int:
        return self.doc.token_at(self.doc.blocks[block].end)

    def _sentence_of(self, token: int) -> int:
        return self.doc.sentence_index(self.tokens[token].start)

    def _text(self, label: tuple[int, int]) -> str:
        return self.doc.span(*label).of(self.doc.text)

    def _alike(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        one, two = (set(folded_words(self._text(x))) for x in (a, b))
        return 2 * len(one & two) > max(len(one), len(two))

    def _add(self, group: Group, label: tuple[int, int], rank: int, confidence: float) -> Component:
        component = Component(label, [self.doc.span(*label)], group, rank, confidence)
        group.items.append(component)
        group.spoken = component
        self.size += 1
        return component

    def _weighed(self, start: int, last: int, weight: float) -> tuple[tuple[int, int], float] | None:
        label = label_range(self.tokens, start, last, self.grammar) if start < last else None
        if label is None or self.tokens[label[0]].text[0].isdigit():
            return None
        if self._number(label[0]) and not self.words.no_parts.isdisjoint(self.doc.words[label[0] + 1 : label[0] + 3]):
            return None  # "deux ans"
        if self._number(label[0]) and label[1] == label[0] + 1:
            return None  # "has three: …"
        return label, weight
