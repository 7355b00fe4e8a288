"""How a sentence tells events: by a noun that names one, by a verb, or by a body that decides."""

from __future__ import annotations

from pipelines.extract.dates import DateMention
from pipelines.extract.document import Sentence
from pipelines.extract.event_spots import SpotReader
from pipelines.extract.event_view import Telling
from pipelines.extract.event_words import match_phrase
from pipelines.extract.records import EventKind
from pipelines.extract.text import fold

_MAX_COST = 45
_REACH = 40
_DATE_REACH = {"month": 22}


def _is_compound(word: str) -> bool:
    return "-" in word or word[-1].isdigit()


class TellingReader(SpotReader):
    """Finds the tellings of a sentence, each with its date, place and plan."""

    def _told_in(self, n: int, sentence: Sentence) -> list[Telling]:
        told: list[Telling] = []
        openers = self.words.openers
        i = sentence.first
        while i < sentence.last:
            token, behind = self.tokens[i], i + 1
            if token.folded not in openers and not (token.is_capitalised and _is_compound(token.folded)):
                pass
            elif skipped := match_phrase(self.words.not_events, self.tokens, i):
                behind = skipped[0]
            elif i not in self.plan_at and not self._is_country(i):
                one = self._body(n, sentence, i)
                if one:
                    behind = one.trigger + 1
                else:
                    one = self._noun(n, sentence, i) or self._bare_name(n, sentence, i)
                    behind = max(behind, one.last) if one else behind
                    one = one or self._verb(n, sentence, i)
                if one:
                    told.append(one)
            i = behind
        return told

    def _bare_name(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """Read "en marge du premier Vivatis Africa": a name that only its setting tells to be an event's."""
        matched = match_phrase(self.words.event_settings, self.tokens, i)
        if matched is None:
            return None
        first = matched[0]
        while first < sentence.last and self.tokens[first].folded in self.lexicon.definites:
            first += 1
        last = first
        while last < sentence.last and (self.tokens[last].folded in self.lexicon.ordinals or self._is_name_word(last)):
            last += 1
        if last == first or not self.tokens[last - 1].is_capitalised or self._is_country(first):
            return None
        if any(
            match_phrase(self.words.nouns, self.tokens, k) or k in self.plan_at
            for k in range(first, min(last + 1, sentence.last))
        ):
            return None
        if first in self.actor_at and self.actors[self.actor_at[first]].kind == "person":
            return None
        name = self._text(first, last)
        return Telling("conference", first, last, first, n, name, fold(name), "noun", is_named=True, is_set=True)

    def _noun(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        token = self.tokens[i]
        matched = match_phrase(self.words.nouns, self.tokens, i) or self._compound(i)
        if matched is None or matched[0] > sentence.last or (token.verb and not token.is_capitalised):
            return None
        if i in self.actor_at and not self._names_event(i):
            return None
        head_end, kind = matched
        head = " ".join(t.folded for t in self.tokens[i:head_end])
        inner = self._handed_over(n, sentence, head_end) if head in self.lexicon.openings else None
        if inner:
            return inner
        first = self._left(sentence, i)
        if head in self.lexicon.named_only and not self._has_capital(sentence, first, head_end):
            return None
        last = self._right(sentence, head_end)
        before = self.tokens[first - 1].folded if first > sentence.first else ""
        if before in self.lexicon.negations:
            return None
        following = self.tokens[head_end] if head_end < sentence.last else None
        is_short = last == head_end and first == i and not (following and following.verb == "Part")
        if head in self.lexicon.editions and last > head_end:
            return None
        is_demonstrative = before in self.lexicon.demonstratives
        points = is_demonstrative or (is_short and before in self.lexicon.definites | self.lexicon.possessives)
        is_named = self._has_ordinal(first, i) or self._is_proper(first, head_end, last)
        return Telling(
            kind=kind,  # type: ignore[arg-type]
            first=first,
            last=last,
            trigger=i,
            sentence=n,
            name=self._text(first, last),
            head=head,
            source="noun",
            is_pointer=points
            and (is_demonstrative or head in self.lexicon.pointers or head in self.lexicon.weak_nouns),
            is_weak=head in self.lexicon.weak_nouns,
            is_named=is_named,
            is_set=self._is_setting(sentence, first),
            is_indefinite=before in self.lexicon.indefinites,
        )

    def _compound(self, i: int) -> tuple[int, str] | None:
        """A head noun at the end of a compound ("Agri-Expo") or before a number ("COP31")."""
        token = self.tokens[i]
        if not token.is_capitalised:
            return None
        stem = token.folded.rpartition("-")[2].rstrip("0123456789")
        if stem == token.folded:
            return None
        return next(((i + 1, kind) for parts, kind in self.words.nouns.get(stem, ()) if len(parts) == 1), None)

    def _names_event(self, i: int) -> bool:
        """Whether a name that was taken for an organisation's names an event: it has an ordinal or a setting."""
        first = i
        while first - 1 in self.actor_at and self.actor_at[first - 1] == self.actor_at[i]:
            first -= 1
        sentence = self.doc.sentence_at(self.tokens[i].start)
        return self._has_ordinal(self._left(sentence, i), i) or self._is_setting(sentence, first)

    def _handed_over(self, n: int, sentence: Sentence, head_end: int) -> Telling | None:
        """Read "la cérémonie d'ouverture de la 6e édition du Forum" is the forum."""
        for j in range(head_end, min(sentence.last, head_end + 8)):
            token = self.tokens[j]
            if token.text in ",;:." or token.verb == "Fin":
                return None
            if match_phrase(self.words.nouns, self.tokens, j):
                one = self._noun(n, sentence, j)
                if one and not one.is_pointer:
                    one.is_set = True
                    return one
        return None

    def _verb(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        if idiom := match_phrase(self.words.idioms, self.tokens, i):
            return self._of_plan(n, i, idiom[0], "launch")
        token = self.tokens[i]
        matched = match_phrase(self.words.verbs, self.tokens, i) if token.folded in self.words.verbs else None
        if matched is None or i in self.actor_at or not self._is_verb(sentence, i, matched[0]):
            return None
        if token.verb == "Ger" and i > sentence.first and self.tokens[i - 1].folded not in self.lexicon.gerund_after:
            return None
        near = [t.folded for t in self.tokens[max(sentence.first, i - 4) : i]]
        if self.lexicon.nots.intersection(near):
            return None
        before = [t.folded for t in self.tokens[max(sentence.first, i - 8) : i]]
        if token.verb == "Inf" and not self.lexicon.modals.intersection(before):
            return None
        return self._by_verb(n, i, *matched)

    def _by_verb(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """What the verb at `i` tells of."""
        if tells in ("launch", "adoption"):
            return self._of_plan(n, i, behind, "launch" if tells == "launch" else "other")
        if tells == "presentation":
            return self._of_plan(n, i, behind, "presentation") or self._of_noun(n, i, behind, "presentation")
        if tells == "signature":
            return self._of_noun(n, i, behind, "signature")
        if tells == "publication":
            return self._of_plan(n, i, behind, "other") or self._of_noun(n, i, behind, "other")
        if tells == "election":
            return self._election(n, i, behind)
        if tells in ("meeting", "visit") and (self.tokens[i].verb in ("Fin", "Inf") or not self.lexicon.head_last):
            return self._of_people(n, i, behind, "visit" if tells == "visit" else "meeting")
        return None

    def _is_verb(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Whether the form at `i` is a verb here; taggers miss participles that open a sentence or follow a noun."""
        if self.tokens[i].pos in ("VERB", "ADJ", "AUX", "X") or behind > i + 1 or i == sentence.first:
            return True
        return self.tokens[i - 1].folded in self.lexicon.auxiliaries

    def _of_plan(self, n: int, i: int, behind: int, kind: EventKind) -> Telling | None:
        """A verb whose object or subject is a plan, by name, noun or pronoun."""
        sentence = self.doc.sentences[n]
        at = self._nearest_plan(sentence, i, behind)
        if at is None or (self._is_active(sentence, i) and self._has_other_object(sentence, behind)):
            return None
        if kind == "other" and (body := self._agent(sentence, behind)):
            name = f"{self._text(*body)} {self._text(i, behind)}"
            return Telling("meeting", i, body[1], i, n, name, "body", "verb", plan=at[0])
        plan, first, last = at
        verb = self._text(i, self._with_dative(sentence, behind) if kind == "presentation" else behind)
        if first is None or last is None:
            if plan is None:
                return None
            name = f"{self.plans[plan].name} {verb}"
            first, last = i, behind
        else:
            name = f"{self._text(first, last)} {verb}"
        return Telling(kind, min(first, i), max(last, behind), i, n, name, verb, "verb", plan=plan)

    def _agent(self, sentence: Sentence, behind: int) -> tuple[int, int] | None:
        """The body that something was adopted by or in."""
        for j in range(behind, min(sentence.last, behind + 6)):
            if matched := match_phrase(self.words.bodies, self.tokens, j):
                return self._left(sentence, j), max(self._right(sentence, matched[0]), matched[0])
            if self.tokens[j].text in ",;:" or self.tokens[j].verb == "Fin":
                return None
        return None

    def _with_dative(self, sentence: Sentence, behind: int) -> int:
        """Read "presented to members of the board": to whom."""
        if behind + 1 >= sentence.last or self.tokens[behind].folded not in self.lexicon.datives:
            return behind
        end = self._right(sentence, behind + 1)
        return end if end > behind + 1 else behind

    def _nearest_plan(
        self, sentence: Sentence, i: int, behind: int
    ) -> tuple[int | None, int | None, int | None] | None:
        """The plan that the verb is about: its number where known, and the tokens of its phrase."""
        best: tuple[int, int] | None = None
        for j in range(sentence.first, sentence.last):
            if j in self.plan_at and (j == sentence.first or self.plan_at.get(j - 1) != self.plan_at[j]):
                cost = self._gap(min(i, j), max(i, j)) if j < i else self._gap(behind, j)
                if cost < _REACH and (best is None or cost < best[0]):
                    best = (cost, j)
        if best:
            first = last = best[1]
            while last in self.plan_at and self.plan_at[last] == self.plan_at[first] and last < sentence.last:
                last += 1
            return self.plan_at[first], first, last
        for j in (*range(behind, min(sentence.last, behind + 6)), *range(i - 1, max(sentence.first, i - 9) - 1, -1)):
            if self.tokens[j].folded in self.lexicon.plan_nouns and not self.tokens[j].verb:
                last = self._right(sentence, j + 1)
                return self._plan_before(sentence, j), j, min(last, i) if j < i else last
        if i == sentence.first and self.tokens[i].verb != "Fin":
            return (self.main_plan, None, None) if self.main_plan is not None else None
        plan = self._plan_before(sentence, i)
        is_object = behind < sentence.last and self.tokens[behind].folded in self.lexicon.object_after
        is_told = plan is not None and (is_object or self._has_pronoun(sentence, i))
        return (plan, None, None) if is_told else None

    def _plan_before(self, sentence: Sentence, i: int) -> int | None:
        """The plan named last before position `i`, in this sentence or the one before, else the article's main one."""
        previous = self.doc.sentence_at(max(0, sentence.start - 2)).first
        for j in range(i - 1, previous - 1, -1):
            if j in self.plan_at:
                return self.plan_at[j]
        return self.main_plan

    def _is_active(self, sentence: Sentence, i: int) -> bool:
        before = [t.folded for t in self.tokens[max(sentence.first, i - 3) : i]]
        if self.lexicon.passives.intersection(before):
            return False
        return self.tokens[i].verb == "Fin" or (bool(before) and before[-1] in self.lexicon.auxiliaries)

    def _has_other_object(self, sentence: Sentence, behind: int) -> bool:
        """Read "a lancé un appel": the verb's object is a thing that isn't a plan."""
        j = self._after_circumstances(sentence, behind)
        if j + 1 >= sentence.last or self.tokens[j].folded not in self.lexicon.indefinites:
            return False
        last = min(sentence.last, j + 9)
        return not any(
            k in self.plan_at or self.tokens[k].folded in self.lexicon.plan_nouns | self.lexicon.documents
            for k in range(j + 1, last)
        )

    def _has_pronoun(self, sentence: Sentence, i: int) -> bool:
        """Read "elle a été lancée", "l'a détaillé": a passive with a pronoun as subject, or a pronoun as object."""
        passive = False
        for j in range(i - 1, max(sentence.first, i - 6) - 1, -1):
            token = self.tokens[j]
            if token.folded in self.lexicon.passives:
                passive = True
            elif token.folded in self.lexicon.object_pronouns:
                return True
            elif token.folded in self.lexicon.pronouns:
                return passive
            elif token.folded not in self.lexicon.auxiliaries and token.pos != "ADV":
                return False
        return False

    def _of_noun(self, n: int, i: int, behind: int, kind: EventKind) -> Telling | None:
        """A verb whose object or subject is an agreement or a document."""
        sentence = self.doc.sentences[n]
        documents = self.lexicon.documents if kind == "presentation" else self.lexicon.acts
        nouns = self.lexicon.agreements if kind == "signature" else documents
        start = self._after_circumstances(sentence, behind)
        nearby = (*range(behind, min(sentence.last, start + 9)), *range(i - 1, max(sentence.first, i - 9) - 1, -1))
        for j in nearby:
            if self.tokens[j].folded in nouns and not self.tokens[j].verb and j not in self.plan_at:
                first = self._left(sentence, j)
                last = self._right(sentence, j + 1)
                if j < i:
                    last = min(last, i)
                    name = self._text(first, behind)
                    return Telling(kind, first, behind, i, n, name, self.tokens[j].folded, "verb")
                return Telling(kind, i, last, i, n, self._text(first, last), self.tokens[j].folded, "verb")
        return None

    def _election(self, n: int, i: int, behind: int) -> Telling | None:
        sentence = self.doc.sentences[n]
        last = min(sentence.last, behind + 9)
        if not any(t.folded in self.lexicon.elected_roles for t in self.tokens[behind:last]):
            return None
        end = behind
        while (
            end < last
            and end not in self.date_at
            and self.tokens[end].text not in ",;:.()"
            and not self.tokens[end].verb
        ):
            end += 1
        while end > behind and self._is_loose_end(end - 1):
            end -= 1
        who = self._subject(sentence, i)
        verb = self._text(i, max(end, behind))
        name = f"{who} {verb}" if who else verb
        return Telling("election", i, max(end, behind), i, n, name, "election", "verb", is_named=True)

    def _of_people(self, n: int, i: int, behind: int, kind: EventKind) -> Telling | None:
        """A verb of meeting; named by the body that meets where one is near, else by its own phrase."""
        sentence = self.doc.sentences[n]
        for j in range(sentence.first, sentence.last if kind == "meeting" else sentence.first):
            matched = match_phrase(self.words.bodies, self.tokens, j)
            is_subject = matched and (j < i or not self.lexicon.head_last)
            if matched and is_subject and not self._crosses(min(i, j), max(i, j)):
                last = self._right(sentence, matched[0])
                name = f"{self._text(j, last)} {self._text(i, behind)}"
                return Telling("meeting", min(i, j), max(last if j > i else behind, behind), i, n, name, "body", "verb")
        before = range(max(sentence.first, i - 12), i)
        is_peopled = any(j in self.actor_at or self.tokens[j].folded in self.lexicon.people for j in before)
        if not is_peopled and not self._spots(sentence):
            return None
        start = self._after_circumstances(sentence, behind)
        is_determined = start < sentence.last and self.tokens[start].folded in self.lexicon.indefinites
        last = max(self._right(sentence, start + is_determined), behind)
        tail = self._text(start, last) if last > start else ""
        who = "" if tail else self._subject(sentence, i)
        name = f"{who} {self._text(i, behind)} {tail}".strip()
        return Telling(kind, i, last if start == behind else behind, i, n, name, "people", "verb")

    def _body(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        """A body that decides: "the cabinet approved on Wednesday", "le comité doit l'avaliser le 22 novembre"."""
        matched = match_phrase(self.words.bodies, self.tokens, i)
        if matched is None:
            return None
        last = self._right(sentence, matched[0])
        if self._is_recipient(sentence, i):
            first = min((j for j in range(max(sentence.first, i - 14), i) if j in self.plan_at), default=i)
            return Telling("meeting", first, matched[0], i, n, self._text(first, matched[0]), "body", "verb")
        for j in range(last, min(sentence.last, last + 12)):
            verb = match_phrase(self.words.verbs, self.tokens, j)
            if verb and verb[1] in ("body", "adoption") and self._may_decide(j, verb[0]):
                end = max(self._right(sentence, verb[0]), verb[0])
                first = self._left(sentence, i)
                name = f"{self._text(first, last)} {self._text(j, end)}"
                return Telling("meeting", first, end, j, n, name, "body", "verb")
            if self.tokens[j].text in ";:.":
                return None
        return None

    def _may_decide(self, j: int, behind: int) -> bool:
        return behind > j + 1 or self.tokens[j].pos in ("VERB", "NOUN", "ADJ", "X")

    def _is_recipient(self, sentence: Sentence, i: int) -> bool:
        """Whether something goes "to Cabinet" or "before the council"."""
        j = self._left(sentence, i) - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.definites:
            j -= 1
        if j < sentence.first or self.tokens[j].folded not in self.lexicon.body_links:
            return False
        return any(t.folded in self.lexicon.sendings for t in self.tokens[max(sentence.first, i - 16) : i])

    def _date_and_place(self, sentence: Sentence, told: list[Telling]) -> list[Telling]:
        if not told:
            return told
        dates = [
            (d, r) for d in self.dates
            if sentence.start <= d.span.start < sentence.end and self._can_date(d, r := self._positions(d.span))
        ]  # fmt: skip
        spots = self._spots(sentence)
        # "Palais des congrès" is a place, not a congress.
        told = [t for t in told if t.source == "verb" or not any(s.first <= t.trigger < s.last for s in spots)]
        for one in told:
            one.date = self._nearest_date(sentence, one, dates)
            one.place = (self._destination(sentence, one) if one.kind == "visit" else None) or self._nearest_spot(
                one, spots, told[0]
            )
            if one.plan is None:
                one.plan = self._plan_in(sentence, one)
        self._share_places(told)
        return told

    def _can_date(self, date: DateMention, positions: range) -> bool:
        is_period = date.kind == "range" and date.precision == "year"
        is_open = (date.is_deadline and date.precision == "year") or self._is_since(positions.start)
        return not is_period and not is_open and positions.start not in self.plan_at

    def _nearest_date(
        self, sentence: Sentence, one: Telling, dates: list[tuple[DateMention, range]]
    ) -> DateMention | None:
        best: tuple[int, DateMention] | None = None
        for date, r in dates:
            cost = self._distance(one, r.start, r.stop)
            if r.start - sentence.first <= 2 and date.precision != "year":
                cost = min(cost, 8 + self._clauses(r.stop, one.first))
            if date.is_deadline:
                if one.source == "noun":
                    continue
                cost += 10
            if cost > _DATE_REACH.get(date.precision, _MAX_COST) or (one.is_pointer and cost > 6):
                continue
            if date.precision == "year" and cost > (16 if len(dates) == 1 and one.source == "noun" else 5):
                continue
            if cost < _MAX_COST and (best is None or cost < best[0]):
                best = (cost, date)
        return best[1] if best else None

    def _plan_in(self, sentence: Sentence, one: Telling) -> int | None:
        inside = [self.plan_at[j] for j in range(one.first, one.last) if j in self.plan_at]
        if inside:
            return inside[0]
        near = [
            (abs(j - one.trigger), self.plan_at[j]) for j in range(sentence.first, sentence.last) if j in self.plan_at
        ]
        if near:
            return min(near)[1]
        if any(t.folded in self.lexicon.plan_nouns for t in self.tokens[sentence.first : sentence.last]):
            return self.main_plan
        return None
