"""Verbs that tell events, with what they are told of: a plan, an agreement, an undertaking, people."""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.document import Sentence
from pipelines.extract.event_view import Telling
from pipelines.extract.event_voice import VoiceReader
from pipelines.extract.event_words import Phrases, match_all, match_phrase
from pipelines.extract.records import EventKind
from pipelines.extract.text import words

_REACH = 40
_WRONG_SIDE = 12
_AGENT = 12
_DAY_REACH = 6  # tokens from a participle in commas to its day
_ABOUT = 8  # tokens between a report and the plan that it is about
_NEXT_OBJECT = 7  # tokens from a verb's article to its object
_OPENING_WORDS = 10
_CONDITION = 25  # tokens from "if" to a verb of its clause
_VOTERS = 8  # tokens between a vote and who cast it
_DATIVE = 12  # tokens from a verb of handing over to what is handed
_LAUNCHED = 4  # tokens from a day to a verb of launching
_POST = 12  # tokens from a verb of choosing to the office
_OBJECT, _SUBJECT = 9, 22  # tokens within which a verb's object and subject stand


class VerbReader(VoiceReader):
    """Finds what the verbs of a sentence tell."""

    def _verb(self, n: int, sentence: Sentence, i: int) -> Telling | None:
        if idiom := self._idiom(sentence, i):
            told = self._of_plan(n, i, idiom[0], idiom[1])  # type: ignore[arg-type]
            return told or self._of_noun(n, i, idiom[0], "presentation", self.lexicon.documents)
        token = self.tokens[i]
        matched = self._verbs_at(sentence, i)
        if not matched or i in self.actor_at or not self._is_verb(sentence, i, matched[0][0]):
            return None
        if self._tags_quotation(sentence, i):
            return None
        leads_on = self.lexicon.gerund_after | self.lexicon.passives  # "is hosting"
        if token.verb == "Ger" and i > sentence.first and self.tokens[i - 1].folded not in leads_on:
            return None
        near = [t.folded for t in self.tokens[max(sentence.first, i - 4) : i]]
        after = [t.folded for t in self.tokens[i + 1 : min(sentence.last, i + 6)]]
        if self.lexicon.nots.intersection(near) and not self.lexicon.excepts.intersection(after):
            return None
        before = [t.folded for t in self.tokens[max(sentence.first, i - 8) : i]]
        modals = self.lexicon.modals.intersection(before)
        is_past = self.lexicon.head_last and matched[0][0] > i + 1  # "put the final touches to": one form for both
        if token.verb == "Inf" and not modals and not is_past and matched[0][1] != "protest":
            return None
        one = next((one for behind, tells in matched if (one := self._by_verb(n, i, behind, tells))), None)
        if one and (self._is_supposed(sentence, i) or self._is_denied(sentence, i)):
            return None
        if one and token.verb == "Inf":
            one.is_purpose = modals <= self.lexicon.purposes or self._is_only_purpose(sentence, i)
        return one

    def _tags_quotation(self, sentence: Sentence, i: int) -> bool:
        """Read "« Un plan est une promesse », a lancé le ministre": who speaks launches nothing."""
        j = i - 1
        while j > sentence.first and self.tokens[j].folded in self.lexicon.auxiliaries - self.lexicon.passives:
            j -= 1
        if j <= sentence.first or (j == i - 1 and not self.lexicon.head_last):
            return False
        marks = {self.tokens[j].text, self.tokens[j - 1].text}
        k = next((k for k in range(i + 1, sentence.last) if k not in self.date_at), sentence.last)
        if "," not in marks or not marks & {"»", "”", '"', "’"} or k >= sentence.last:
            return False
        return self.tokens[k].pos in ("DET", "PRON", "PROPN") or self.tokens[k].is_capitalised or k in self.actor_at

    def _is_supposed(self, sentence: Sentence, i: int) -> bool:
        """Read "if approvals don't come for the keys to be handed over in March": what a condition tells."""
        for j in range(i - 1, max(sentence.first, i - _CONDITION) - 1, -1):
            if self.tokens[j].text in ",;:.":
                return False
            if self.tokens[j].folded in self.lexicon.conditions:
                return True
        return False

    def _is_only_purpose(self, sentence: Sentence, i: int) -> bool:
        """Read "will hold a reading on the bill to adopt the plan": the modal is another verb's."""
        if i - 2 <= sentence.first or self.tokens[i - 1].folded not in self.lexicon.purposes:
            return False
        return self.tokens[i - 2].pos == "NOUN" and self.tokens[i - 2].folded not in self.lexicon.modals

    def _idiom(self, sentence: Sentence, i: int) -> tuple[int, str] | None:
        """Read "levé le voile sur", and "levé lundi le voile sur" with a day in between."""
        if i + 2 >= sentence.last or not (i + 1 in self.date_at or i + 2 in self.date_at):
            return match_phrase(self.words.idioms, self.tokens, i)
        j = i + 1 + (i + 1 not in self.date_at)
        while j < sentence.last and (j in self.date_at or self.tokens[j].folded in self._day_parts):
            j += 1
        for parts, kind in self.words.idioms.get(self.tokens[i].folded, ()):
            rest = tuple(t.folded for t in self.tokens[j : min(sentence.last, j + len(parts) - 1)])
            if rest and rest == parts[1:]:
                return j + len(rest), kind
        return None

    def _verbs_at(self, sentence: Sentence, i: int) -> list[tuple[int, str]]:
        """What the verb at `i` may tell; its phrase goes on behind a day: "a coupé lundi le ruban"."""
        if not (i + 1 in self.date_at or i + 2 in self.date_at):
            return match_all(self.words.verbs, self.tokens, i)
        j = i + 1 + (i + 1 not in self.date_at)
        while j < sentence.last and (j in self.date_at or self.tokens[j].folded in self._day_parts):
            j += 1
        for parts, tells in self.words.verbs.get(self.tokens[i].folded, ()):
            rest = tuple(t.folded for t in self.tokens[j : min(sentence.last, j + len(parts) - 1)])
            if rest and rest == parts[1:]:
                return [(j + len(rest), tells)]
        return match_all(self.words.verbs, self.tokens, i)

    def _by_verb(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """What the verb at `i` tells of."""
        if tells in ("ruling", "protest", "measure", "oath"):
            return self._of_dispute(n, i, behind, tells)
        if tells == "appearance":
            one = self._plan_started(n, i, behind)
            return replace(one, kind="presentation", head="appeared") if one else self._appeared(n, i, behind)
        if tells in ("opening", "start"):
            is_clause = self.tokens[i - 1].folded in self.lexicon.relatives and self._is_open_clause(n, i)
            is_effect = self.tokens[behind - 1].folded in self.lexicon.effects and self._is_by_the_way(
                self.doc.sentences[n], i
            )
            read = self._of_started if tells == "start" else self._of_opened
            return None if is_clause or is_effect else read(n, i, behind)
        if tells in ("meeting", "visit", "agreement"):
            return self._of_gathering(n, i, behind, tells)
        if tells == "launch":
            one = self._of_plan(n, i, behind, "launch") or self._of_founded(n, i, behind, "launch")
            return one or self._of_launched(n, i, behind)
        if tells == "creation":
            if self._qualifies_other(i):
                return None
            return self._of_plan(n, i, behind, "launch", is_near=True) or self._of_founded(n, i, behind)
        if tells == "election":
            return self._election(n, i, behind)
        if tells == "announcement":
            return self._of_announced(n, i, behind)
        thing = self._handed(n, i, behind) if tells == "presentation" else None
        return thing or self._of_text(n, i, behind, tells)

    def _of_gathering(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """People who meet, travel or agree."""
        if tells == "agreement":
            return self._of_agreed(n, i, behind)
        if tells == "meeting" and self._receives_thing(i):
            return None
        is_phrase = tells == "visit" and behind > i + 1
        if is_phrase or self._is_told_of_people(i):
            return self._of_people(n, i, behind, "visit" if tells == "visit" else "meeting")
        return None

    def _of_agreed(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "les deux villes se sont entendues lundi", "the two sides came to terms"."""
        sentence = self.doc.sentences[n]
        near = {t.folded for t in self.tokens[max(sentence.first, i - 3) : i]}
        if behind == i + 1 and not self.lexicon.reflexives.intersection(near):
            return None  # who was heard
        first = i
        helpers = self.lexicon.auxiliaries | self.lexicon.reflexives
        while first > sentence.first and self.tokens[first - 1].folded in helpers:
            first -= 1
        who = self._subject(sentence, first) or self._subject_phrase(sentence, first)
        return Telling("signature", i, behind, i, n, f"{who} {self._text(first, behind)}".strip(), "agreement", "verb")

    def _of_dispute(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """What a court, people in the street, or a measure against something tell."""
        if tells == "ruling":
            return self._of_court(n, i, behind)
        if tells in ("protest", "oath"):
            return self._of_protest(n, i, behind)
        one = self._of_subject(n, i, behind, self.words.undertakings)
        return one if one and one.kind == "other" else self._of_plan(n, i, behind, "other", is_near=True)

    def _of_text(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """A plan, an act, a report or an agreement that is adopted, made public or signed."""
        lexicon = self.lexicon
        if tells in ("presentation", "document") and (one := self._of_noun(n, i, behind, "other", lexicon.suits)):
            return one
        if tells == "adoption":
            one = self._of_plan(n, i, behind, "other") or self._of_noun(n, i, behind, "other", lexicon.funds)
            one = one or self._of_object(n, i, behind, lexicon.documents | lexicon.agreements | lexicon.acts)
            return self._as_vote(n, i, one) if one else self._of_agent(n, i, behind)
        if tells == "signature":
            return self._of_noun(n, i, behind, "signature", lexicon.agreements | lexicon.funds) or self._signed(
                n, i, behind
            )
        if tells == "document":
            return self._of_noun(n, i, behind, "presentation", lexicon.documents)
        if tells == "body":
            return self._of_agent(n, i, behind)
        if tells in ("presentation", "publication"):
            if self._qualifies_other(i) or self._is_of_article(self.doc.sentences[n], i):
                return None
            if one := self._of_report(n, i, behind):
                return one
            return self._of_plan(n, i, behind, "presentation") or self._of_document(n, i, behind, tells)
        return None

    def _signed(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "Corte l'a paraphé le 3 mai", "who signed in Kumasi": a plan told before, or whatever it is."""
        sentence = self.doc.sentences[n]
        is_alone = self.tokens[i].folded in self.lexicon.signings and behind < sentence.last
        if is_alone and self._is_active(sentence, i) and self._is_circumstance(behind):
            who = self._subject(sentence, i) or self._subject_phrase(sentence, i)
            name = f"{who} {self._text(i, behind)}".strip()
            return Telling("signature", i, behind, i, n, name, "agreement", "verb")
        plan = self._plan_before(sentence, i) if self._has_pronoun(sentence, i) else None
        if plan is None or not self.lexicon.agreements.intersection(words(self.plans[plan].name)):
            return None
        name = f"{self.plans[plan].name} {self._text(i, behind)}"
        return Telling("signature", i, behind, i, n, name, "agreement", "verb", plan=plan)

    def _handed(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "a remis aux élèves les cartes du plan", "handed over 45 vehicles": things, not a plan or a document."""
        sentence, lexicon = self.doc.sentences[n], self.lexicon
        texts = lexicon.documents | lexicon.plan_nouns | lexicon.suits | lexicon.agreements
        if self.tokens[i].folded not in lexicon.handings or self.tokens[i].verb == "Inf":
            return None
        start = min(self._behind_circumstances(sentence, behind), sentence.last - 1)
        before = {t.folded for t in self.tokens[max(sentence.first, i - 3) : i]}
        leads_on = self.tokens[start].folded in lexicon.object_articles or self.tokens[start].pos == "NUM"
        is_plain = lexicon.head_last and i > sentence.first and leads_on and not before & lexicon.passives
        if not (is_plain or self._takes_object(sentence, i)):
            first = self._subject_start(sentence, i)
            if i == sentence.first and (named := self._behind_opening(sentence, behind)):
                told = range(*named)
            else:
                told = range(first, i)
            is_thing = bool(told) and any(self.tokens[k].pos == "NOUN" for k in told)
            if not is_thing or any(k in self.told_at or self.tokens[k].folded in texts for k in told):
                return None
            name = f"{self._text(told.start, told.stop)} {self._text(i, behind)}"
            return Telling("other", min(i, told.start), max(behind, told.stop), i, n, name, "handing", "verb")
        head = self._handed_object(sentence, start)
        if head is None or head in self.told_at or self.tokens[head].folded in texts:
            return None
        if self.tokens[head - 1].folded in lexicon.indefinites:
            return None  # "lui a remis un exemplaire"
        last = max(self._right(sentence, head + 1), head + 1)
        if not texts.isdisjoint(self.doc.words[head : min(last, head + 3)]):
            return None
        name = f"{self._subject_phrase(sentence, i)} {self._text(i, last)}".strip()
        return Telling("other", i, last, i, n, name, "handing", "verb")

    def _handed_object(self, sentence: Sentence, start: int) -> int | None:
        """The noun of what is handed over: behind whom it is handed to, where that stands first."""
        lexicon = self.lexicon
        is_dative = start < sentence.last and self.tokens[start].folded in lexicon.datives | lexicon.dative_articles
        j = start + is_dative
        while j < min(sentence.last, start + _DATIVE):
            token = self.tokens[j]
            if token.text in ",;:." or token.verb == "Fin":
                return None
            is_led = token.folded in lexicon.object_articles or token.pos == "NUM" or token.text[0].isdigit()
            if is_led and not (is_dative and j == start + 1):
                near = range(j + 1, min(sentence.last, j + 5))
                return next((k for k in near if self.tokens[k].pos in ("NOUN", "PROPN")), None)
            j += 1
        return None

    def _is_of_article(self, sentence: Sentence, i: int) -> bool:
        """Read "This story was first published on 3 May": a note on the article itself."""
        if self.tokens[sentence.first].folded not in self.lexicon.demonstratives or sentence.first + 1 >= i:
            return False
        return self.tokens[sentence.first + 1].folded in self.lexicon.self_references

    def _of_report(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "published a report on the plan", "the audit of the plan, tabled in May": a document about a plan."""
        sentence = self.doc.sentences[n]
        one = self._of_noun(n, i, behind, "presentation", self.lexicon.documents - self.lexicon.plan_nouns)
        if one is None:
            return None
        head = next((k for k in range(one.first, one.last) if self.tokens[k].folded == one.head), one.first)
        for j in range(head + 1, min(sentence.last, head + _ABOUT)):
            if j in self.plan_at:
                one.plan = self.plan_at[j]
                is_linked = not self.lexicon.connectors.isdisjoint(self.doc.words[head + 1 : j])
                return one if is_linked and (head > i or j < i) else None
            if j == i or (j + 1 == i and self.tokens[j].text == ","):
                return one  # "the inspectors' report, released in May, is harsh on the plan"
            if self.tokens[j].text in ",;:.()" or self.tokens[j].verb == "Fin":
                return one if self._is_own(i, head) else None
        return None

    def _is_own(self, i: int, head: int) -> bool:
        """Read "published its own scorecard": the object is a document that its author calls its own."""
        return i < head and not self.lexicon.possessives.isdisjoint(self.doc.words[max(i, head - 3) : head])

    def _as_vote(self, n: int, i: int, one: Telling) -> Telling:
        """Read "les élus ont adopté le plan", "adopted by the councillors": a vote of an assembly."""
        sentence = self.doc.sentences[n]
        reach = range(max(sentence.first, i - _VOTERS), min(sentence.last, i + _VOTERS))
        for j in reach:
            matched = match_phrase(self.words.legislatures, self.tokens, j)
            is_government = self.tokens[j].folded in self.lexicon.governments
            matched = (j + 1, "meeting") if is_government else matched
            if matched is None or self._crosses(min(i, j), max(i, j)):
                continue
            if j < i and not self._takes_object(sentence, i):
                continue
            if j > i and self.lexicon.agent_links.isdisjoint(self.doc.words[i + 1 : j]):
                continue
            one.kind = matched[1]  # type: ignore[assignment]
            if j < i:
                one.first, one.name = min(one.first, j), f"{self._text(j, matched[0])} {self._text(i, i + 1)}"
            break
        return one

    def _of_court(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "the High Court struck down the levy", "annulé mardi par le tribunal": a court as who rules."""
        sentence = self.doc.sentences[n]
        before = [t.folded for t in self.tokens[max(sentence.first, i - 3) : i]]
        is_apposed = i > sentence.first and self.tokens[i - 1].text == ","
        is_active = self._takes_object(sentence, i) or (
            self.lexicon.head_last and not is_apposed and not self.lexicon.passives.intersection(before)
        )
        reach = range(sentence.first, i) if is_active else range(behind, min(sentence.last, behind + _AGENT))
        for j in reach:
            matched = match_phrase(self.words.courts, self.tokens, j)
            if matched is None or (not is_active and self.tokens[j].text in ",;:."):
                continue
            if is_active and any(t.text in ";:" for t in self.tokens[matched[0] : i]):
                continue
            if not is_active and self.lexicon.agent_links.isdisjoint(self.doc.words[behind:j]):
                continue
            plan = next((self.plan_at[k] for k in range(sentence.first, sentence.last) if k in self.plan_at), None)
            name = f"{self._text(j, matched[0])} {self._text(i, self._right(sentence, behind))}"
            first, last = (i, matched[0]) if j > i else (i, max(behind, self._right(sentence, behind)))
            return Telling("other", first, last, i, n, name, "ruling", "verb", plan=plan)
        return None

    def _of_protest(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "the nurses marched on Saturday", "les agents ont débrayé mardi"."""
        sentence = self.doc.sentences[n]
        last = max(behind, self._right(sentence, behind))
        who = self._subject(sentence, i) or self._subject_phrase(sentence, i)
        if i == sentence.first and (named := self._behind_opening(sentence, behind)):
            who = self._text(*named)  # "Sworn in on Sunday, the members"
        name = f"{who} {self._text(i, last)}".strip()
        return Telling("other", i, last, i, n, name, "protest", "verb")

    def _of_announced(self, n: int, i: int, behind: int) -> Telling | None:
        """A plan that is announced itself, not said anything of: "had announced the Mission in the budget"."""
        sentence = self.doc.sentences[n]
        start = self._after_circumstances(sentence, behind)
        is_active = self._takes_object(sentence, i)
        if is_active and self.tokens[min(start, sentence.last - 1)].folded in self.lexicon.relatives:
            return None  # "announced that the vision would be launched in June"
        if not is_active and (one := self._of_agent_named(n, i, behind)):
            return one
        if self._is_told_around(sentence, i, behind):
            return self._of_plan(n, i, behind, "announcement")
        at = range(start, min(sentence.last, start + 4)) if is_active else range(max(sentence.first, i - 6), i)
        is_named = any(j in self.plan_at for j in at)
        is_known = self.main_plan is not None and start + 1 < sentence.last and is_active
        is_noun = is_known and self.tokens[start].folded in self.lexicon.definites | self.lexicon.demonstratives
        is_new = is_active and self.tokens[min(start, sentence.last - 1)].folded in self.lexicon.indefinites
        reach = range(start + 1, min(sentence.last, start + (4 if is_new else 2)))
        is_told = any(self.tokens[k].folded in self.lexicon.plan_nouns for k in reach)
        if not is_named and not ((is_noun or is_new) and is_told):
            return None
        return self._of_plan(n, i, behind, "announcement", is_near=True)

    def _is_told_around(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Read "Announced in Kara in May, the Plan", "the Plan, which she had announced", "the plan was announced"."""
        if i == sentence.first:
            named = self._behind_opening(sentence, behind)
            return named is not None and any(k in self.plan_at for k in range(*named))
        lexicon = self.lexicon
        for k in range(max(sentence.first + 1, i - _OPENING_WORDS), i):
            j = k - 1 - (self.tokens[k - 1].text == ",")
            if self.tokens[k].folded in lexicon.relatives and j in self.told_at:
                return True
        j = i - 1
        while j > sentence.first and self.tokens[j].folded in lexicon.auxiliaries | lexicon.passives:
            j -= 1
        is_passive = not lexicon.passives.isdisjoint(self.doc.words[j + 1 : i])
        return is_passive and j in self.told_at and j not in self.plan_at and self.main_plan is not None

    def _of_agent_named(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "An investment in housing was announced on Monday by the government": whatever is announced."""
        sentence = self.doc.sentences[n]
        if not self.lexicon.passives.intersection(t.folded for t in self.tokens[max(sentence.first, i - 3) : i]):
            return None
        j = next((k for k in range(behind, min(sentence.last, behind + _ABOUT)) if self._leads_to_agent(k)), None)
        what = self._subject_phrase(sentence, i) or self._text(sentence.first, sentence.first + 1)
        if j is None or any(self.tokens[k].text in ",;:" for k in range(behind, j)):
            return None
        return Telling("announcement", i, j + 2, i, n, f"{what} {self._text(i, behind)}", "announced", "verb")

    def _leads_to_agent(self, k: int) -> bool:
        """Whether "by" stands at `k`, before a government or somebody known."""
        if self.tokens[k].folded not in self.lexicon.agent_links or k + 3 >= len(self.tokens):
            return False
        who = range(k + 1, k + 4)
        return any(j in self.actor_at or self.tokens[j].folded in self.lexicon.governments for j in who)

    def _is_told_of_people(self, i: int) -> bool:
        """Whether people are the subject of a verb of meeting; an English participle needs its auxiliary."""
        if self.tokens[i].verb in ("Fin", "Inf"):
            return True
        before = self.tokens[max(self.doc.sentence_at(self.tokens[i].start).first, i - 3) : i]
        if self.lexicon.head_last:
            sentence = self.doc.sentence_at(self.tokens[i].start)
            follows = self.tokens[i + 1].pos if i + 1 < sentence.last and i + 1 not in self.date_at else ""
            if self.tokens[i].folded in self.lexicon.receptions and follows in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
                return True  # "Accra last week hosted port ministers", whatever the verb's tag
            is_main = all(t.verb != "Fin" for t in self.tokens[sentence.first : sentence.last])
            helpers = self.lexicon.passives | self.lexicon.auxiliaries
            if before and before[-1].text == ",":  # "the governors, assembled in Kara on 3 May, agreed"
                return is_main or any(k in self.date_at for k in range(i + 1, min(sentence.last, i + _DAY_REACH)))
            is_tense = bool(before) and (before[-1].folded in helpers or is_main)
            return is_tense or self._is_of_people_named(sentence, i)
        # "présenté aux pêcheurs réunis au port": only who is presented to
        is_attribute = bool(before) and before[-1].pos in ("NOUN", "ADJ", "PROPN")
        return not (is_attribute and any(t.folded in self.lexicon.datives for t in before))

    def _receives_thing(self, i: int) -> bool:
        """Read "a reçu mardi le prix de la ville": what is received is nobody."""
        sentence = self.doc.sentence_at(self.tokens[i].start)
        near = {t.folded for t in self.tokens[max(sentence.first, i - 3) : i]}
        if self.tokens[i].folded in self.lexicon.satisfactions and i + 1 < sentence.last and i + 1 not in self.date_at:
            k = i + 1 + (self.tokens[i + 1].folded in self.lexicon.scarcely)
            if k + 1 < sentence.last and self.tokens[k].pos == "NUM":
                return self.tokens[k + 1].folded in self.lexicon.place_links  # "met only 44 of its 115 targets"
            return self.tokens[i + 1].pos in ("NOUN", "ADJ", "DET") and not self._is_of_people(i + 1, sentence)
        is_passive = self.tokens[i].verb != "Inf" and not self.lexicon.passives.isdisjoint(near)
        if self.tokens[i].folded not in self.lexicon.receptions or is_passive:
            return False
        if self._is_received_by(sentence, i):
            return False
        if i + 1 < sentence.last and self.tokens[i + 1].text[0].isdigit():
            return True  # "recevra 510 millions par l'entremise du conseil"
        return not self._is_of_people(i + 1, sentence)

    def _is_received_by(self, sentence: Sentence, i: int) -> bool:
        """Read "Reçu mardi par la banque, leur syndicat": who is received stands behind."""
        if i != sentence.first or self.tokens[i].folded not in self.lexicon.receptions:
            return False
        return not self.lexicon.agent_links.isdisjoint(self.doc.words[i + 1 : min(sentence.last, i + 5)])

    def _is_of_people(self, first: int, sentence: Sentence) -> bool:
        """Whether people or a body stand within the reach of an object that begins at `first`."""
        return any(
            k in self.actor_at
            or self.tokens[k].folded in self.lexicon.people
            or match_phrase(self.words.bodies, self.tokens, k)
            for k in range(first, min(sentence.last, first + _OBJECT))
        )

    def _of_document(self, n: int, i: int, behind: int, tells: str) -> Telling | None:
        """A document presented or published; an act that is published is no presentation."""
        if tells == "publication" and (one := self._of_noun(n, i, behind, "other", self.lexicon.acts)):
            return one
        return self._of_noun(n, i, behind, "presentation", self.lexicon.documents)

    def _of_founded(self, n: int, i: int, behind: int, kind: EventKind | None = None) -> Telling | None:
        """A fund that is launched, or one or an agency that is set up."""
        one = self._of_subject(n, i, behind, self.words.foundations)
        if one is None and kind == "launch" and self._takes_object(self.doc.sentences[n], i):
            return self._of_subject(n, i, behind, self.words.undertakings)  # "a lancé les travaux du barrage"
        return one if one and kind in (None, one.kind) else None

    def _of_launched(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "on Monday launched the first stretch of the line": a thing by its article, launched by somebody."""
        sentence, lexicon = self.doc.sentences[n], self.lexicon
        if not self._takes_object(sentence, i) or self.tokens[i].verb == "Inf":
            return None
        start = self._behind_circumstances(sentence, behind)
        if start + 1 >= sentence.last or self.tokens[start].folded not in lexicon.object_articles:
            return None
        head = next((k for k in range(start + 1, min(sentence.last, start + 5)) if self.tokens[k].pos == "NOUN"), None)
        last = max(self._right(sentence, start + 1), start + 2)
        if head is None or not lexicon.volleys.isdisjoint(self.doc.words[start:last]):
            return None
        near = range(max(sentence.first, i - _LAUNCHED), min(sentence.last, last + 2))
        who = range(sentence.first, i)
        is_done = any(k in self.date_at and self.date_at[k].precision == "day" for k in near)
        if not is_done or not any(k in self.actor_at or self.tokens[k].folded in lexicon.people for k in who):
            return None
        name = f"{self._text(i, behind)} {self._text(start, last)}"
        plan = next((self.told_at[k] for k in range(start, last) if k in self.told_at), None)
        return Telling("launch", i, last, i, n, name, "launched", "verb", plan=plan)

    def _of_started(self, n: int, i: int, behind: int) -> Telling | None:
        """A plan that begins, or works, a campaign, a consultation: always the verb's subject."""
        sentence = self.doc.sentences[n]
        if one := self._of_subject(n, i, behind, self.words.undertakings):
            return one
        if self._has_subject_pronoun(sentence, i) and (plan := self._plan_before(sentence, i)) is not None:
            name = f"{self.plans[plan].name} {self._text(i, behind)}"
            return Telling("launch", i, behind, i, n, name, "start", "verb", plan=plan)
        noun = sentence.first + 1
        if noun < i and self.tokens[noun].folded in self.lexicon.plan_nouns and not self._crosses(noun, i):
            plan = self._plan_before(sentence, i)
            if plan is not None and self.tokens[sentence.first].folded in self.lexicon.definites:
                name = f"{self._text(noun, noun + 1)} {self._text(i, behind)}"
                return Telling("launch", i, behind, i, n, name, "start", "verb", plan=plan)
        return self._plan_started(n, i, behind)

    def _appeared(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "the findings came out on Friday": a document as the subject, unless it is an event still to come."""
        before = {t.folded for t in self.tokens[max(self.doc.sentences[n].first, i - 3) : i]}
        documents = self.lexicon.documents - self.lexicon.plan_nouns
        endings = self.lexicon.future_endings or ("\0",)
        if before & self.lexicon.futures or self.tokens[i].folded.endswith(endings):
            documents -= self.words.nouns.keys()
        one = self._of_noun(n, i, behind, "presentation", documents)
        return one if one and one.first < i else None

    def _plan_started(self, n: int, i: int, behind: int) -> Telling | None:
        """The plan beside a verb of beginning, as its subject."""
        sentence = self.doc.sentences[n]
        end = self._before_aside(sentence, i)
        nearby = range(end - 1, max(sentence.first, end - _SUBJECT) - 1, -1)
        if i == sentence.first:
            nearby = range(behind, min(sentence.last, behind + _SUBJECT))  # "entré en vigueur en mai, le plan X"
            plan = next((j for j in nearby if j in self.plan_at), behind)
            if any(match_phrase(self.words.nouns, self.tokens, j) for j in range(behind, plan)):
                return None  # "Ouverte lundi, la conférence des partenaires du plan"
        for j in nearby:
            if j in self.plan_at and (j > i or not self._crosses(j, end)):
                first = j
                while self.plan_at.get(first - 1) == self.plan_at[j]:
                    first -= 1
                if j < i and self._is_complement(sentence, first):
                    return None
                name = f"{self._text(first, j + 1)} {self._text(i, behind)}"
                first, last = min(first, i), max(behind, j + 1)
                return Telling("launch", first, last, i, n, name, "start", "verb", plan=self.plan_at[j])
            if self.tokens[j].text in ";:." or (j < end - 1 and self.tokens[j].text == ","):
                break
        return None

    def _is_complement(self, sentence: Sentence, first: int) -> bool:
        """Read "the evaluation of the plan, begun in May": another noun begins, not the plan that it is of."""
        j = self._tied_noun(sentence, first, self.lexicon.place_links)
        return j is not None and match_phrase(self.words.nouns, self.tokens, j) is not None

    def _of_subject(self, n: int, i: int, behind: int, nouns: Phrases) -> Telling | None:
        """A verb with a noun of `nouns` as its subject, or as the object of an active one."""
        sentence = self.doc.sentences[n]
        is_active = self._takes_object(sentence, i)
        if is_active and nouns is self.words.undertakings:  # "a lancé les travaux", but "les travaux débutent"
            is_active = self.tokens[min(self._after_circumstances(sentence, behind), sentence.last - 1)].pos == "DET"
        for j in self._argument(sentence, i, behind):
            matched = match_phrase(nouns, self.tokens, j)
            if matched is None or (j > i) != is_active or (j > sentence.first and self._is_no_argument(sentence, i, j)):
                continue
            first, last = self._left(sentence, j), self._right(sentence, matched[0])
            if j < i:
                name = f"{self._text(first, min(last, i))} {self._text(i, behind)}"
                return Telling(matched[1], first, behind, i, n, name, "founded", "verb")  # type: ignore[arg-type]
            name = f"{self._text(i, behind)} {self._text(first, last)}"
            return Telling(matched[1], i, last, i, n, name, "founded", "verb")  # type: ignore[arg-type]
        return None

    def _of_opened(self, n: int, i: int, behind: int) -> Telling | None:
        """Works inaugurated or begun: "a inauguré mardi l'usine de Kara", "the depot was commissioned in May"."""
        sentence = self.doc.sentences[n]
        is_whole = behind > i + 1 and behind < sentence.last and self._is_circumstance(behind)
        if self._takes_object(sentence, i) and not is_whole:
            first = self._after_circumstances(sentence, behind)
            is_object = first < sentence.last and self.tokens[first].pos in ("DET", "NUM", "NOUN", "PROPN")
            is_alone = behind == i + 1 and not is_object
            if is_alone and not (behind < sentence.last and self._is_circumstance(behind)):
                return None
            if is_alone:
                return self._of_opening(n, i, behind)
            last = max(self._right(sentence, min(first + 1, sentence.last)), behind)
            return self._opened(n, i, behind, first, (i, last))
        return self._of_opening(n, i, behind)

    def _of_opening(self, n: int, i: int, behind: int) -> Telling:
        """Works as the subject: "the depot was commissioned in May", "a store will open in Kara"."""
        sentence = self.doc.sentences[n]
        if i == sentence.first and self.tokens[i].verb == "Part" and (named := self._behind_opening(sentence, behind)):
            one = self._opened(n, i, behind, named[0], (i, named[1]))
            one.name = f"{self._text(*named)} {self._text(i, behind)}"
            return one
        first = self._subject_start(sentence, i)
        return self._opened(n, i, behind, first, (first, behind))

    def _opened(self, n: int, i: int, behind: int, first: int, span: tuple[int, int]) -> Telling:
        """The telling of an opening: a launch, but for works that only begin and calls that are open for a time."""
        stop = min(first + 3, self.doc.sentences[n].last)
        plan = next((self.plan_at[j] for j in range(first, stop) if j in self.plan_at), None)
        is_ground = " ".join(t.folded for t in self.tokens[i:behind]) in self.lexicon.groundworks
        told = (match_phrase(self.words.nouns, self.tokens, k) for k in range(*span))
        is_round = any(m is not None and m[1] == "other" for m in told)  # "the call for bids will open in May"
        kind: EventKind = "launch" if plan is not None or not (is_ground or is_round) else "other"
        kind = "meeting" if kind == "launch" and self._are_talks(first, i) else kind
        return Telling(kind, *span, i, n, self._text(*span), "opening", "verb", plan=plan)

    def _is_verb(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Whether the form at `i` is a verb here; taggers miss participles that open a sentence or follow a noun."""
        is_epithet = self.tokens[i].pos == "ADJ" and i > sentence.first and self.tokens[i - 1].pos == "DET"
        if is_epithet and behind == i + 1:
            return False  # "in an open letter"
        if self.tokens[i].pos in ("VERB", "ADJ", "AUX", "X") or behind > i + 1 or i == sentence.first:
            return True
        if self.tokens[i - 1].text == "," and i + 2 < sentence.last:  # "Le PND, adopté en mars, ..."
            return i - 2 in self.plan_at and (i + 1 in self.date_at or i + 2 in self.date_at)
        if self.lexicon.head_last and i - 1 in self.plan_at and i not in self.plan_at:
            return i + 2 < sentence.last and i + 2 in self.date_at  # "the board of the Plan 2030 met on Monday"
        return self.tokens[i - 1].folded in self.lexicon.auxiliaries or self._is_of_people_named(sentence, i)

    def _of_plan(self, n: int, i: int, behind: int, kind: EventKind, *, is_near: bool = False) -> Telling | None:
        """A verb whose object or subject is a plan, by name, noun or pronoun."""
        sentence = self.doc.sentences[n]
        at = self._nearest_plan(sentence, i, behind, 6 if is_near else _REACH)
        if at and is_near and at[1] is not None and at[1] < i and self._takes_object(sentence, i):
            return None  # "the plan would create 40,000 jobs"
        if at is None or (self._is_active(sentence, i) and self._has_other_object(sentence, behind)):
            return None
        if self._is_of_occasion(sentence, behind):
            return None
        if at[1] is not None and at[1] > i and self._is_of_person(sentence, i):
            return None
        if kind == "presentation" and self.lexicon.awards.intersection(
            t.folded for t in self.tokens[max(0, i - 8) : i]
        ):
            return None  # "the first tranche of the programme was released"
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

    def _is_of_person(self, sentence: Sentence, i: int) -> bool:
        """Read "Ann Otto was presented to the signatories of the pact": a passive whose subject is somebody."""
        if self._takes_object(sentence, i):
            return False
        end = i
        while end > sentence.first and self.tokens[end - 1].folded in self.lexicon.auxiliaries | self.lexicon.passives:
            end -= 1
        actor = self.actor_at.get(end - 1) if sentence.first < end < i else None
        return actor is not None and self.actors[actor].kind == "person"

    def _qualifies_other(self, i: int) -> bool:
        """Read "une capacité installée de 40 MW": a participle of a noun that is neither a plan nor founded."""
        j = i - 2
        while j > 0 and self.tokens[j].pos in ("ADJ", "NOUN") and j not in self.plan_at:
            j -= 1  # "in a joint communiqué issued after the talks"
        if j < 0 or self.tokens[i - 1].pos != "NOUN" or self.tokens[j].pos != "DET" or i - 1 in self.plan_at:
            return False
        opens = self.tokens[j - 1].folded in self.lexicon.relatives or self.tokens[j - 1].pos == "SCONJ"
        if opens or self.tokens[i - 1].folded in self.lexicon.people:
            return False  # "which the prefect unveiled"
        behind = next((b for b, _ in match_all(self.words.verbs, self.tokens, i)), i + 1)
        if self.lexicon.head_last and behind < len(self.tokens) and self.tokens[behind].pos == "DET":
            return behind in self.date_at  # "the city made public the plan", whatever the verb's tag
        is_founded = match_phrase(self.words.foundations, self.tokens, i - 1) is not None
        known = self.lexicon.plan_nouns | self.lexicon.documents | self.lexicon.acts
        is_participle = self.tokens[i].verb == "Part" or self.tokens[i].pos in ("ADJ", "NOUN")
        return is_participle and not is_founded and self.tokens[i - 1].folded not in known

    def _of_agent(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "the bill will be debated in June by parliament": a body that is the agent of a passive."""
        sentence = self.doc.sentences[n]
        is_passive = self.lexicon.passives.intersection(t.folded for t in self.tokens[max(sentence.first, i - 3) : i])
        is_apposed = i > sentence.first and self.tokens[i - 1].text == "," and self.tokens[i].verb == "Part"
        if not (is_passive or is_apposed) and i > sentence.first:
            return None  # "the next stage, cleared by the cabinet in May"
        body = self._agent(sentence, behind)
        if body is None or self.lexicon.agent_links.isdisjoint(self.doc.words[behind : body[0]]):
            return None
        name = f"{self._text(*body)} {self._text(i, behind)}"
        return Telling("meeting", i, body[1], i, n, name, "body", "verb")

    def _agent(self, sentence: Sentence, behind: int) -> tuple[int, int] | None:
        """The body that something was adopted by or in."""
        for j in range(behind, min(sentence.last, behind + _AGENT)):
            if matched := match_phrase(self.words.bodies, self.tokens, j) or self._house(j):
                return self._left(sentence, j), max(self._right(sentence, matched[0]), matched[0])
            if self.tokens[j].text in ",;:" or self.tokens[j].verb == "Fin":
                return None
            if self.tokens[j].folded in self.lexicon.clause_openers:
                return None
        return None

    def _house(self, j: int) -> tuple[int, str] | None:
        """Those who sit in a house, as in "debated by councillors"."""
        return match_phrase(self.words.legislatures, self.tokens, j)

    def _nearest_plan(
        self, sentence: Sentence, i: int, behind: int, reach: int
    ) -> tuple[int | None, int | None, int | None] | None:
        """The plan that the verb is about: its number where known, and the tokens of its phrase."""
        if (nearest := self._nearest_name(sentence, i, behind, reach)) is not None:
            first = last = nearest
            while last in self.name_at and self.name_at[last] == self.name_at[first] and last < sentence.last:
                last += 1
            return self.name_at[first], first, last
        start = self._after_circumstances(sentence, behind) if self.tokens[behind - 1].pos != "NOUN" else behind
        for j in (*range(behind, min(sentence.last, start + 6)), *range(i - 1, max(sentence.first, i - 9) - 1, -1)):
            if self.tokens[j].folded in self.lexicon.plan_nouns and not self.tokens[j].verb:
                if (j > i and j in self.name_at) or self._is_by(sentence, i, behind, j):
                    continue
                last = self._right(sentence, j + 1)
                return self._plan_before(sentence, j), j, min(last, i) if j < i else last
        if (noun := self._far_subject(sentence, i)) is not None:
            return self._plan_before(sentence, noun), noun, noun + 1
        return self._unnamed_plan(sentence, i, behind) if reach >= _REACH else None

    def _far_subject(self, sentence: Sentence, i: int) -> int | None:
        """Read "The plan, which will cost a million, was launched today": a subject that a clause in commas follows."""
        if (noun := self._opening_plan(sentence, i)) is not None:
            return noun
        noun = next((k for k in range(sentence.first, i) if self.tokens[k].text[0].isalpha()), i) + 1
        is_plan = noun + 1 < i and self.tokens[noun].folded in self.lexicon.plan_nouns
        if not is_plan or self.tokens[noun - 1].folded not in self.lexicon.definites | self.lexicon.demonstratives:
            return None
        closing = any(t.text == "," for t in self.tokens[noun + 2 : i])
        return noun if closing and self.tokens[noun + 1].text == "," else None

    def _opening_plan(self, sentence: Sentence, i: int) -> int | None:
        """Read "ACCRA, 3 May - A national plan meant to cut waste, …, was launched today": what an article is about."""
        if i - 2 <= sentence.first or sentence.start > self.doc.sentences[0].start:
            return None
        if self.tokens[i - 1].folded not in self.lexicon.passives or self.tokens[i - 2].text != ",":
            return None
        stop = min(sentence.first + _OPENING_WORDS, i)
        first = next((k for k in range(sentence.first, stop) if self.tokens[k].pos == "DET"), stop)
        told = range(first + 1, min(first + 4, i))
        return next((k for k in told if self.tokens[k].folded in self.lexicon.plan_nouns), None)

    def _unnamed_plan(self, sentence: Sentence, i: int, behind: int) -> tuple[int | None, None, None] | None:
        """The plan that a pronoun stands for, or a participle that opens the sentence is about."""
        if self._is_fronted(sentence, i):
            # "Published in the Herald, May 3" is a note on the article.
            is_clause = any(t.verb == "Fin" for t in self.tokens[behind : sentence.last])
            return (self.main_plan, None, None) if is_clause and self.main_plan is not None else None
        if (plan := self._plan_behind(sentence, i, behind)) is not None:
            return plan, None, None
        plan = self._plan_before(sentence, i)
        is_object = behind < sentence.last and self.tokens[behind].folded in self.lexicon.object_after
        is_latter = i - 2 >= sentence.first and self.tokens[i - 1].text == ","
        is_latter = is_latter and self.tokens[i - 2].folded in self.lexicon.latters
        is_told = plan is not None and (is_object or is_latter or self._has_pronoun(sentence, i))
        return (plan, None, None) if is_told else None

    def _plan_behind(self, sentence: Sentence, i: int, behind: int) -> int | None:
        """Read "Drafted in 2022, then validated in May, the text will": a row of participles before their subject."""
        if self.tokens[i].verb == "Fin" or any(t.verb == "Fin" for t in self.tokens[sentence.first : behind]):
            return None
        for k in range(behind, sentence.last - 2):
            if self.tokens[k].verb == "Fin":
                return None
            if self.tokens[k].text == "," and self.tokens[k + 1].folded in self.lexicon.definites:
                noun = k + 2
                is_plan = noun in self.told_at or self.tokens[noun].folded in self.lexicon.plan_nouns
                return self._plan_before(sentence, noun) if is_plan else None
        return None

    def _plan_before(self, sentence: Sentence, i: int) -> int | None:
        """The plan that the noun at `i` stands for, else named last, here or the sentence before, else the main one."""
        if i in self.told_at:
            return self.told_at[i]
        previous = self.doc.sentence_at(max(0, sentence.start - 2)).first
        for j in range(i - 1, previous - 1, -1):
            if j in self.plan_at:
                return self._called(i, self.plan_at[j])
        return self._called(i, self.main_plan)

    def _called(self, i: int, plan: int | None) -> int | None:
        """The plan that the noun at `i` calls by its kind: "the compact" is no Five-Year Plan where both are told."""
        noun = self.tokens[i].folded
        if plan is None or noun not in self.lexicon.plan_nouns or noun in words(self.plans[plan].name):
            return plan
        named = {n for n, other in enumerate(self.plans) if noun in words(other.name)}
        if len(named) == 1:
            return named.pop()
        return next((n for k in range(i - 1, -1, -1) if (n := self.plan_at.get(k)) in named), plan)

    def _has_other_object(self, sentence: Sentence, behind: int) -> bool:
        """Read "a lancé un appel": the verb's object is a thing that isn't a plan."""
        j = self._after_circumstances(sentence, behind)
        if j + 1 >= sentence.last:
            return False
        if self.lexicon.head_last and self.tokens[j].pos == "NOUN" and self.tokens[j + 1].pos == "ADP":
            known = self.lexicon.plan_nouns | self.lexicon.documents | self.lexicon.agreements
            return j not in self.name_at and self.tokens[j].folded not in known  # "will release funds for the plan"
        if self.tokens[j].folded not in self.lexicon.indefinites:
            return False
        last = min(sentence.last, j + 9)
        last = next((k for k in range(j + 1, last) if self.tokens[k].folded in self.lexicon.topics), last)
        return not any(
            k in self.plan_at or self.tokens[k].folded in self.lexicon.plan_nouns | self.lexicon.documents
            for k in range(j + 1, last)
        )

    def _nearest_name(self, sentence: Sentence, i: int, behind: int, reach: int) -> int | None:
        """Where the plan's name begins that is nearest to the verb, the likelier side first."""
        best: tuple[int, int] | None = None
        is_active = self._is_active(sentence, i)
        inserted = self._inserted(sentence, i)
        for j in range(sentence.first, sentence.last):
            if (
                j in self.name_at
                and j not in inserted
                and (j == sentence.first or self.name_at.get(j - 1) != self.name_at[j])
            ):
                cost = self._gap(min(i, j), max(i, j)) if j < i else self._gap(behind, j)
                penalty = _WRONG_SIDE * ((j < i) == is_active)
                is_near = cost < reach and (best is None or cost + penalty < best[0])
                if is_near and not self._is_by(sentence, i, behind, j):
                    best = (cost + penalty, j)
        return best[1] if best else None

    def _is_by(self, sentence: Sentence, i: int, behind: int, first: int) -> bool:
        """Read "a fund created by the plan", "née du plan": who or what does what a passive tells."""
        if first < i or self._takes_object(sentence, i):
            return False
        j = first - 1
        links = self.lexicon.place_links - self.lexicon.definites
        while j >= behind and self.tokens[j].pos in ("DET", "ADJ", "NUM") and self.tokens[j].folded not in links:
            j -= 1
        if j < behind or j in self.date_at:
            return False
        if behind > i + 1:  # "s'est doté du plan"
            return self.tokens[j].folded in self.lexicon.agent_links
        return self.tokens[j].pos == "ADP" or self.tokens[j].folded in links

    def _of_noun(self, n: int, i: int, behind: int, kind: EventKind, nouns: frozenset[str]) -> Telling | None:
        """A verb whose object or subject is an agreement, a document or a loan."""
        sentence = self.doc.sentences[n]
        for j in self._argument(sentence, i, behind):
            if self.tokens[j].folded not in nouns or self.tokens[j].verb:
                continue
            if j in self.plan_at and (kind != "signature" or self._belongs_to_noun(j)):
                continue
            first, last = self._left(sentence, j), self._right(sentence, j + 1)
            head = self.tokens[j].folded
            if j < i:
                return Telling(kind, first, behind, i, n, self._text(first, behind), head, "verb")
            return Telling(kind, i, last, i, n, self._text(first, last), head, "verb")
        return None

    def _belongs_to_noun(self, j: int) -> bool:
        """Read "coopératives bénéficiaires du Pacte": a plan that the noun before it belongs to."""
        while self.plan_at.get(j - 1) == self.plan_at[j]:
            j -= 1
        return j > 1 and self.tokens[j - 1].folded in self.lexicon.place_links - self.lexicon.locatives

    def _of_object(self, n: int, i: int, behind: int, nouns: frozenset[str]) -> Telling | None:
        """Read "approved a convention", "voté la nouvelle version": one of `nouns` as the object right behind."""
        sentence = self.doc.sentences[n]
        start = self._after_circumstances(sentence, behind)
        if not self._takes_object(sentence, i):
            return None
        for j in range(start, min(sentence.last, start + _NEXT_OBJECT)):
            if self.tokens[j].folded in nouns:
                last = self._right(sentence, j + 1)
                return Telling("other", i, last, i, n, self._text(i, last), self.tokens[j].folded, "verb")
            if self.tokens[j].pos not in ("DET", "ADJ", "NOUN", "PROPN", "ADP"):
                return None
        return None

    def _election(self, n: int, i: int, behind: int) -> Telling | None:
        """Who is chosen, or for what: "was named head of the agency", "ont porté X à leur tête", "elected a board"."""
        sentence = self.doc.sentences[n]
        if self._is_epithet(i, behind):
            return None
        start = self._behind_circumstances(sentence, behind)
        post = self._post(sentence, "" if behind > i + 1 else self.tokens[i].folded, i, start)
        if post is None:
            is_plain = self.tokens[i].folded not in self.lexicon.choices | self.lexicon.lifts
            return self._reelection(n, i, behind) if is_plain else None
        end = max(self._right(sentence, post + 1), post + 1)
        who = self._subject_phrase(sentence, i) if self._takes_object(sentence, i) else self._chosen(sentence, i)
        verb = self._text(i, end) if start == behind else f"{self._text(i, behind)} {self._text(start, end)}"
        name = f"{who} {verb}" if who else verb
        return Telling("election", i, end, i, n, name, "election", "verb", is_named=True)

    def _post(self, sentence: Sentence, verb: str, i: int, start: int) -> int | None:
        """Position of the office, or of the elected body, among the words from `start` behind a verb of choosing.

        `verb` is empty where a whole phrase tells it ("took over as").
        """
        lexicon = self.lexicon
        last = next((k for k in range(start, sentence.last) if self._opens_clause(k)), sentence.last)
        if verb in lexicon.choices or verb in lexicon.lifts:
            chosen = next((k for k in range(start, min(last, start + 3)) if self._is_somebody(k)), start)
            while chosen < last and self._is_somebody(chosen):
                chosen += 1
            offices = lexicon.helms if verb in lexicon.lifts else lexicon.elected_roles
            return next((k for k in range(chosen, min(last, chosen + 4)) if self.tokens[k].folded in offices), None)
        post = next((k for k in range(start, min(last, start + _POST)) if self._is_office(k)), None)
        if post is None and self._takes_object(sentence, i):
            near = range(start, min(last, start + 4))
            post = next((k for k in near if self.tokens[k].folded in lexicon.elected_bodies), None)
        return post

    def _is_somebody(self, k: int) -> bool:
        return k in self.actor_at or (self._is_name_word(k) and self.tokens[k].folded not in self.lexicon.elected_roles)

    def _is_office(self, k: int) -> bool:
        return self.tokens[k].folded in self.lexicon.elected_roles

    def _chosen(self, sentence: Sentence, i: int) -> str:
        """Who is chosen, told before the verb, or behind a participle that opens the sentence."""
        if i > sentence.first:
            return self._person_before(sentence, i) or self._subject(sentence, i)
        for k in range(i + 1, sentence.last):
            actor = self.actor_at.get(k)
            if actor is not None and self.actors[actor].kind == "person":
                return self.actors[actor].name
        return ""

    def _person_before(self, sentence: Sentence, i: int) -> str:
        for k in range(i - 1, max(sentence.first, i - _SUBJECT) - 1, -1):
            actor = self.actor_at.get(k)
            if actor is not None and self.actors[actor].kind == "person":
                return self.actors[actor].name
        return ""

    def _is_apposed_officer(self, sentence: Sentence, i: int, behind: int) -> bool:
        """Read "the new head of the agency, Ann Otto, appointed in May": an office told before the person's name."""
        actor = self.actor_at.get(i - 2) if i - 2 > sentence.first and self.tokens[i - 1].text == "," else None
        if actor is None or self.actors[actor].kind != "person":
            return False
        near = range(behind, min(sentence.last, behind + 3))
        is_dated = any(k in self.date_at and self.date_at[k].precision != "year" for k in near)
        return is_dated and any(self._is_office(k) for k in range(max(sentence.first, i - _SUBJECT), i))

    def _is_epithet(self, i: int, behind: int) -> bool:
        """Read "has no elected president", "the newly elected mayor": a participle between an article and its noun."""
        is_before_noun = behind < len(self.tokens) and self.tokens[behind].pos in ("NOUN", "ADJ", "PROPN")
        j = i - 1
        while j > 0 and self.tokens[j].pos in ("ADV", "ADJ"):
            j -= 1
        return (
            is_before_noun
            and j >= 0
            and (self.tokens[j].pos in ("DET", "NUM") or self.tokens[j].folded in self.lexicon.genitives)
        )

    def _opens_clause(self, k: int) -> bool:
        """Read "were appointed after the President named him": who is elected stands before the next clause."""
        return self.tokens[k].text == "," or self.tokens[k].folded in self.lexicon.clause_openers

    def _reelection(self, n: int, i: int, behind: int) -> Telling | None:
        """Read "le président de la Chambre, X, a été réélu": who holds the office is the subject."""
        sentence = self.doc.sentences[n]
        is_passive = i > sentence.first and self.tokens[i - 1].folded in self.lexicon.passives
        for j in range(sentence.first, i if is_passive else sentence.first):
            if self.tokens[j].folded in self.lexicon.officers and not self._crosses(j, i - 2):
                name = f"{self._text(j, self._right(sentence, j + 1))} {self._text(i, behind)}"
                return Telling("election", j, behind, i, n, name, "election", "verb", is_named=True)
        is_by = not self.lexicon.agent_links.isdisjoint(self.doc.words[behind : min(sentence.last, behind + 5)])
        who = self._chosen(sentence, i) if is_by or self._is_apposed_officer(sentence, i, behind) else ""
        name = f"{who} {self._text(i, behind)}"
        return Telling("election", i, behind, i, n, name, "election", "verb", is_named=True) if who else None

    def _of_people(self, n: int, i: int, behind: int, kind: EventKind) -> Telling | None:
        """A verb of meeting; named by the body that meets where one is near, else by its own phrase."""
        sentence = self.doc.sentences[n]
        for j in range(sentence.first, sentence.last if kind == "meeting" else sentence.first):
            matched = match_phrase(self.words.bodies, self.tokens, j)
            is_subject = matched and (j < i or not self.lexicon.head_last)
            if matched and is_subject and not self._crosses(min(i, j), max(i, j)):
                last = self._right(sentence, matched[0])
                name = f"{self._text(self._left(sentence, j), last)} {self._text(i, behind)}"
                return Telling("meeting", min(i, j), max(last if j > i else behind, behind), i, n, name, "body", "verb")
        before = range(max(sentence.first, i - 12), i)
        is_peopled = any(j in self.actor_at or self.tokens[j].folded in self.lexicon.people for j in before)
        if not is_peopled and not self._spots(sentence) and not self._is_received_by(sentence, i):
            return None
        start = self._after_circumstances(sentence, behind)
        is_determined = start < sentence.last and self.tokens[start].folded in self.lexicon.indefinites
        last = max(self._right(sentence, start + is_determined), behind)
        tail = self._text(start, last) if last > start else ""
        who = "" if tail else self._subject(sentence, i) or self._subject_phrase(sentence, i)
        if i == sentence.first and (named := self._behind_opening(sentence, behind)):
            who = self._text(*named)
        name = f"{who} {self._text(i, behind)} {tail}".strip()
        return Telling(kind, i, last if start == behind else behind, i, n, name, "people", "verb")
