"""Grammar of the places where an article names or describes a public plan.

A mention is found from a head noun ("stratégie", "roadmap"), from a quoted name, or from a name with a year;
what it names, which mentions are one plan and what is told of it is decided in `plans`.
"""

from __future__ import annotations

from pipelines.extract.document import Document
from pipelines.extract.plan_lexicon import Head
from pipelines.extract.plan_names import NameReader
from pipelines.extract.plan_reading import MAX_NAME, Mention, Range, between, year_of

_MIN_PROJECT = 3  # telling words, "project" among them
_LONGEST_ACRONYM = 7
_COUNTED_WITHIN = 5  # tokens of "two new national programmes"
_SUBJECT = 2  # words that tell what "Peru's malaria elimination agenda" is about
_MIN_GENERAL = 3  # capitals of a name without a word of its own


class _Grammar(NameReader):
    """One pass over a document, sentence by sentence."""

    def run(self) -> list[Mention]:
        behind = 0  # position in `quotes` of the first one that doesn't start before the sentence
        quoted = [quote[0] for quote in self.quotes]
        positions = sorted({*self.starts, *self.dated, *self.everybody, *self.successions, *quoted})
        told = sorted({self.doc.sentence_index(self.tokens[i].start) for i in positions})
        for index in told:
            sentence = self.doc.sentences[index]
            self.index, self.sentence = index, sentence
            self.earlier = len(self.mentions)
            while behind < len(self.quotes) and self.quotes[behind][0] < sentence.first:
                behind += 1
            last = behind
            while last < len(self.quotes) and self.quotes[last][0] < sentence.last:
                last += 1
            self.local = self.quotes[behind:last]
            self.begin = self._first_word()
            self._heads()
            self._quoted_alone()
            self._dated_alone()
            self._for_everybody()
            self._succeeded()
            self._editions()
            self._yielding()
            self._join_names()
        return sorted(self.mentions, key=lambda m: m.name)

    def _heads(self) -> None:
        behind = covered = self.sentence.first
        for i in between(self.starts, self.sentence.first, self.sentence.last):
            if i < behind:
                continue
            found = self._head_at(i)
            if not found and (project := self._project(i, covered)):
                self.mentions.append(project)
                behind = covered = max(i + 1, (project.phrase or project.name)[1])
                continue
            if not found:
                if self.tokens[i].folded in self.words.neutral:
                    self._neutral(i)
                continue
            head, last = found
            mentions = self._from_plural(i, last, head) if head.is_plural else self._from_head(i, last, head, covered)
            if not mentions and head.is_weak and self.tokens[i].folded in self.words.neutral:
                self._neutral(i)
            for mention in mentions:
                mention.sentence = self.index
                mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
                self.mentions.append(mention)
                covered = max(covered, mention.name[1], last, *(o[1] for o in mention.others))
                covered = max(covered, mention.newer[1] if mention.newer else 0)
                if mention.acronym:
                    covered = max(covered, mention.acronym[1])
            behind = max(last, covered if mentions else last)

    def _project(self, i: int, covered: int) -> Mention | None:
        """The state's scheme that is called a project ("Projet d'appui à la pêche (PAP)").

        Firms and builders have projects too: the name must say what it supports, and be one of aid, have an acronym,
        or a state or a donor in its sentence. Where it doesn't say so, the state or donor and a country's name or an
        acronym are wanted.
        """
        if self.tokens[i].folded not in self.words.projects or not self._is_proper_capital(i) or i in self.quote_of:
            return None
        first = self._left(i, True, covered) if self.words.modifiers_before else i
        end = max(i + 1, self._right(i + 1, True)[0])
        named = [t.folded for t in self.tokens[first:end]]
        subjects = [w for w in named if w in self.words.project_subjects]
        if len(self._content(first, end)) < _MIN_PROJECT or not self.words.not_plans.isdisjoint(named):
            return None
        mention = Mention((first, end), "capital", self.index, inner="programme", is_weak_inner=True, confidence=0.75)
        mention.is_project = True
        mention.content, mention.years = self._content(first, end), self._years_in((first, end))
        mention.is_heading = self.doc.blocks[self.sentence.block].kind == "heading"
        mention = self._finish(mention, end)
        said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last]}
        if said & (self.words.private_owners - self.words.organisations):
            return None
        behind = mention.acronym[1] if mention.acronym else end
        others = (*range(self.sentence.first, first), *range(behind, self.sentence.last))
        public = bool(said & (self.words.authorities | self.words.supranational | self.words.donors)) or any(
            map(self._is_acronym, others)
        )
        owned = any(self._is_country(k) for k in range(first, end))
        is_aid = any(w in self.words.project_aid for w in subjects)
        is_marked = bool(mention.acronym) or owned
        is_state = is_aid or is_marked or public if subjects else is_marked and public
        return mention if is_state else None

    def _is_acronym(self, i: int) -> bool:
        """Whether a word is written as donors mostly are, in capitals alone."""
        text = self.tokens[i].text
        return 2 <= len(text) <= _LONGEST_ACRONYM and text.isalpha() and text.isupper()

    def _neutral(self, i: int) -> None:
        """Record a noun that refers to a plan without telling its kind ("the document", "a document … The X Plan")."""
        determiner = self._determiner(i)
        is_new = determiner == "indefinite" and self.tokens[i].pos == "NOUN"
        if determiner == "definite" and (run := self._inserted_name(i + 1)):
            head = self._head_at(i)
            mention = Mention(run, "proper", self.index, head[0].kind if head else None, confidence=0.75)
            mention.content, mention.years = self._content(*run), self._years_in(run)
            self.mentions.append(self._finish(mention, run[1]))
        elif is_new or determiner in ("definite", "demonstrative"):
            self.mentions.append(Mention((i, i + 1), "bare", self.index, determiner=determiner))

    # ------------------------------------------------------------ one head noun

    def _from_head(self, i: int, last: int, head: Head, covered: int) -> list[Mention]:
        if self._is_portfolio(i):
            return []
        quote = self.quote_of.get(i)
        if quote and (self._is_name(quote) or self._is_explained_quote(quote)):
            return [self._quoted(quote, head)]
        is_vague = head.is_weak and head.is_wary and not self.tokens[i].is_capitalised  # 'the "Small Steps" model'
        if (
            quote is None
            and self.words.modifiers_before
            and not is_vague
            and (before := self._quote_before(i, covered))
        ):
            named = self._of_quote(before, head.kind)
            named.is_private = self._has_branch(before[0])
            return [self._finish(named, last)]
        if self.words.modifiers_before and (mention := self._before_bracket(i, head)):
            return [self._finish(mention, last)]
        capital = self._is_proper_capital(i) or self._is_half_capital(i, last)
        if capital and (pair := self._paired_head(last)):
            second, last = pair
            # The last noun of an English compound tells what it is ("Strategy and Implementation Plan").
            head = second if head.is_weak or (self.words.modifiers_before and not second.is_weak) else head
        first = self._left(i, capital, covered) if capital or self.words.modifiers_before else i
        issued = capital and self._is_issue_year(first, i)
        found = self._phrase(first + issued, i, last, head, capital)
        for mention in found:
            if issued and mention.phrase:
                mention.phrase = (first, mention.phrase[1])
            self._take_title_before(mention, covered)
        return [m for m in found if not self._explains_plan(m, head)]

    def _is_half_capital(self, i: int, last: int) -> bool:
        """Whether only the noun of a name lacks its capital ("le programme National d'Eau", "la Grande stratégie")."""
        opener = self.tokens[i - 1]
        opens = opener.is_capitalised and opener.folded in self.words.qualifiers and i - 1 > self.begin
        if opens and not self.words.modifiers_before and not self.tokens[i].is_capitalised:
            return self.tokens[i - 2].folded in self.words.articles
        if self.words.modifiers_before or last + 1 >= self.sentence.last or self.tokens[i].is_capitalised:
            return False
        beside = self.tokens[last]
        return beside.is_capitalised and not beside.text.isupper() and beside.folded in self.words.qualifiers

    def _explains_plan(self, mention: Mention, head: Head) -> bool:
        """Whether a name is said of the plan before the comma ("the X Mission (XM), a Central Sector Scheme of …")."""
        comma = mention.name[0] - 2
        if mention.determiner != "indefinite" or mention.form != "capital" or mention.years != (None, None):
            return False
        if not head.is_weak or comma <= self.sentence.first or self.tokens[comma].text != ",":
            return False
        return any(m.phrase and m.phrase[1] == comma for m in self.mentions[self.earlier :])

    def _is_issue_year(self, first: int, i: int) -> bool:
        """Whether the year before a name is the one that it was issued in ("the 2018 National Water Policy")."""
        year, published = year_of(self.tokens[first]), self.doc.published_on
        if not year or not published or first + 1 >= i or not self.tokens[first + 1].is_capitalised:
            return False
        return year <= published.year and bool(self._content(first + 1, i))

    def _take_title_before(self, mention: Mention, covered: int) -> None:
        """Put the title before a colon to the name that explains it ("released Blue Skies: National Air Plan 2030")."""
        colon = mention.name[0] - 1
        colon -= self.tokens[colon].is_capitalised and self.tokens[colon].folded in self.words.determiners
        if self.tokens[colon].folded == "'s" and colon - 2 > self.begin and self._is_country(colon - 1):
            colon -= 2  # "Safe Harbours: Canada's Ports Plan"
        if mention.form != "capital" or colon <= max(covered, self.begin) or self.tokens[colon].text != ":":
            return
        first = self._start_of_run(colon, max(self.begin, covered), MAX_NAME, self._in_title)
        opens = first == self.begin
        if first == colon or (opens and (colon - first < 2 or mention.years == (None, None))):
            return
        mention.others.append(mention.name)
        mention.content = (*self._content(first, colon), *mention.content)
        mention.name = (first, mention.name[1])
        mention.phrase = (first, (mention.phrase or mention.name)[1])
        mention.words |= {t.folded for t in self._without_heads(first, colon)}

    def _before_bracket(self, i: int, head: Head) -> Mention | None:
        """The name before its acronym and the noun ("the Clean Air and Soil (CAS) programme")."""
        if i - 4 <= self.sentence.first or self.tokens[i - 1].text != ")" or self.tokens[i - 3].text != "(":
            return None
        if not self.tokens[i - 2].text.isupper() or self.tokens[i].is_capitalised:
            return None
        first = self._left(i - 3, True, max(self.sentence.first, i - MAX_NAME))
        if i - 3 - first < 2 or not self.words.bodies.isdisjoint(self.doc.words[first : i - 3]):
            return None
        mention = Mention((first, i - 3), "proper", self.index, head.kind, content=self._content(first, i - 3))
        mention.acronym = (i - 2, i - 1)
        return mention

    def _paired_head(self, last: int) -> tuple[Head, int] | None:
        """The second noun of "Policy and Implementation Plan", "Stratégie et plan d'action"."""
        if last + 1 >= self.sentence.last:
            return None
        if self.tokens[last].folded not in self.words.joiners:
            compound = self.words.modifiers_before and self.tokens[last].is_capitalised
            found = self._head_at(last) if compound else None  # "Forestry Strategy Action Plan"
            return found if found and not found[0].is_plural and not found[0].is_weak else None
        k = last + 1
        while k < self.sentence.last - 1 and self.tokens[k].folded in self.words.paired:
            k += 1
        found = self._head_at(k)
        if not found or found[0].is_plural or (self.words.modifiers_before and not self.tokens[k].is_capitalised):
            return None
        behind = self.tokens[found[1]] if found[1] < self.sentence.last else None
        starts_name = self.words.modifiers_before and behind is not None and behind.is_capitalised
        return None if starts_name else found  # "the Lakes Initiative and Operation Clean Coast" are two

    def _quoted(self, quote: Range, head: Head) -> Mention:
        mention = self._of_quote(quote, None)
        mention.inner, mention.is_weak_inner = head.kind, head.is_weak
        mention.is_private = self._is_of_firm(quote)
        outside = quote[1]
        if self.words.modifiers_before:
            after = self._skip_qualifiers(outside)
            if after < self.sentence.last and (found := self._head_at(after)) and not found[0].is_plural:
                mention.governing = found[0].kind
                outside = found[1]
        return self._finish(mention, outside)

    def _quote_before(self, i: int, covered: int) -> Range | None:
        """The quoted name that the head noun at `i` follows ("the “X” national strategy")."""
        j = i - 1
        while j > covered and self.tokens[j].folded in self.words.qualifiers:
            j -= 1
        for quote in self.local:
            if quote[1] - 1 == j and quote[0] >= self.sentence.first and self._is_name(quote):
                return quote
        return None

    def _phrase(self, first: int, i: int, last: int, head: Head, capital: bool) -> list[Mention]:
        """A noun phrase around the head [i, last) that starts at `first`."""
        end, proper = self._right(last, capital)
        if capital and not proper:
            end = self._with_term(self._with_adjectives(self._spelled_end(first, end)))
        years, years_end = self._years(end)
        determiner = self._determiner(first)
        mention = Mention((first, end), "bare", self.index, head.kind, determiner=determiner)
        mention.phrase = (first, end)
        mention.is_former = not self.words.former.isdisjoint(self.doc.words[max(self.sentence.first, first - 1) : end])
        mention.is_ranked = not self.words.ranks.isdisjoint(self.doc.words[max(self.sentence.first, first - 1) : end])
        mention.is_public = self._is_public(first, end)
        mention.is_private = self._is_private(first, end, determiner)
        if proper:
            return self._proper_after(mention, first, proper, head)
        tail = self._name_behind(end)
        if tail:
            return [self._named_behind(mention, first, end, tail)]
        if not capital and (run := self._proper_before(first, i, head)):
            mention.name, mention.form = run, "proper"
            mention.years = self._years_in(run)
            mention.content = self._content(*run)
            mention.confidence = 0.9 if run[1] - run[0] > 1 else 0.75
            return [self._finish(mention, end)]
        if years != (None, None):
            at_once = capital and end == last and years_end < self.sentence.last
            # "Vision 2030 Jamaica"
            end = years_end + 1 if at_once and self._is_country(years_end) else years_end
            end = self._purpose(end, capital, bool(self._content(first, years_end)))
            mention.name = (first, end)
        else:
            years = self._years_in((first, end))
        mention.years = years
        mention.content = self._content(first, end)
        if not self._settle_form(mention, i, last, head, capital):
            may_explain = head.is_weak or head.is_wary or self.tokens[i - 1].folded in self.words.generic_alone
            if capital or not may_explain or not self._glossed(mention, first, end, head):
                return []
            return [self._finish(mention, end)]
        is_bare = capital and mention.form == "bare" and end - first > last - i
        if (mention.form == "capital" or is_bare) and mention.name[1] == end:
            end = self._take_horizon(mention, end)
            mention.form = "dated" if is_bare and mention.years[0] else mention.form
        self._take_name_beside(mention, first, end, head)
        return [self._finish(mention, end)]

    def _take_horizon(self, mention: Mention, end: int) -> int:
        """End of a name with the horizon that closes it ("Pacte pour l'emploi à l'horizon 2032", "Roadmap to 2040")."""
        found = self.words.horizon_links.at(self.tokens, end, self.sentence.last) if end < self.sentence.last else None
        if mention.years != (None, None) or not found or found[1] >= self.sentence.last:
            return end
        years, behind = self._years(found[1])
        if years[1] is None:
            return end
        mention.others.append(mention.name)
        mention.years, mention.name = years, (mention.name[0], behind)
        return behind

    def _take_name_beside(self, mention: Mention, first: int, end: int, head: Head) -> None:
        """Give a small phrase the name that stands before it, behind a comma's distance; a name another one."""
        if mention.form not in ("bare", "described"):
            if run := self._preposed_name(first):
                mention.others.append(run)  # "Known to all as X, the Reefs Plan …"
            return
        run = self._opening_name(first, end, mention.determiner) if head.kind == "programme" else None
        run = run or self._christened_name(first)
        run = run or self._apposed_name(first, end, mention.determiner)
        if not run and (run := self._preposed_name(first)):
            mention.is_anaphor = mention.determiner in ("definite", "demonstrative")
        if not run:
            self._glossed(mention, first, end, head)
        elif not self._is_taken(run):
            mention.description = self._described(first, end)
            mention.name, mention.form, mention.confidence = run, "proper", 0.75
            mention.content, mention.years = self._content(*run), self._years_in(run)
            mention.acronym = mention.acronym or self._acronym_in_bracket(run[1])

    def _is_taken(self, run: Range) -> bool:
        """Whether a plan's name was read there before."""
        return any(m.name[0] < run[1] and run[0] < m.name[1] for m in self.mentions[self.earlier :])

    def _settle_form(self, mention: Mention, i: int, last: int, head: Head, capital: bool) -> bool:
        """Tell a name from a description; False where the phrase is neither."""
        first, end = mention.name
        while not capital and first < i and self.tokens[first].folded in self.words.others:
            first += 1
        mention.name = (first, end)
        if capital:
            if self._is_organisation(first, last, end, head, mention) or self._is_of_event(i, last):
                return False
            if head.is_wary and mention.years == (None, None) and self._is_told_of_firm():
                return False  # "the festival's theme, Vision for Youth"
            if self._settle_capital(mention, i, last, head):
                self._take_trailing_name(mention, last)
                return not head.is_weak or (self._has_telling(mention) and not self._is_located(mention, head))
        if head.is_weak:
            return False
        return self._settle_small(mention, i, last, head)

    def _is_told_of_firm(self) -> bool:
        """Whether a sentence speaks of a company, a club or the like, and of no state."""
        said = {t.folded for t in self.tokens[self.sentence.first : self.sentence.last] if not t.is_capitalised}
        return bool(said & self.words.private_owners) and not said & self.words.authorities

    def _settle_capital(self, mention: Mention, i: int, last: int, head: Head) -> bool:
        """Make a capitalised phrase a name, where it has more than its noun."""
        first, end = mention.name
        dated = mention.years != (None, None)
        if head.is_weak and last - i > 1 and not mention.content:
            mention.content = tuple(t.folded for t in self.tokens[i:last])  # "the Green Deal"
        plain = not head.is_weak and not head.is_wary
        if not dated and not mention.content and plain and self._is_general_name(first, end):
            mention.is_generic, mention.form, mention.inner = True, "capital", head.kind
            mention.content = tuple(t.folded for t in self.tokens[first:end] if t.folded not in self.words.small)
            mention.confidence = 0.75
            return True
        holder = next((k for k in range(last, end - 1) if self.tokens[k].folded in self.words.holders), None)
        if holder and self.tokens[holder + 1].is_capitalised:
            mention.content = self._content(first, holder)  # "la Politique générale du Ministre Dupuis"
        telling = [w for w in mention.content if not w.startswith("@")]
        if end - first <= (1 if head.is_weak else last - i) or not (dated or mention.content):
            return False
        mention.form, mention.inner, mention.is_weak_inner = "capital", head.kind, head.is_weak
        mention.confidence = 0.8 if head.is_weak else 0.85 if len(telling) < 2 and not dated else 0.9
        return True

    def _is_general_name(self, first: int, end: int) -> bool:
        """Whether capitalised general words make a name ("National Action Plan", "Strategic Plan (SP)")."""
        if self.tokens[first].folded in self.words.former:
            return False
        count = sum(t.is_capitalised for t in self.tokens[first:end])
        has_acronym = end + 2 < self.sentence.last and self.tokens[end].text == "(" and self._is_acronym(end + 1)
        return count >= (2 if has_acronym else _MIN_GENERAL)

    def _take_trailing_name(self, mention: Mention, last: int) -> None:
        """Read the name with a country and a year that ends a title ("Agenda national de relance Bénin 2050")."""
        end = mention.name[1]
        if self.words.modifiers_before or mention.years[0] or not year_of(self.tokens[end - 1]):
            return
        first = end - 1
        while first > last and self.tokens[first - 1].is_capitalised:
            first -= 1
        describes = first > last + 1 and self.tokens[first - 1].folded not in self.words.small
        if describes and any(self._is_country(k) for k in range(first, end)):
            mention.others.append((first, end))

    def _has_telling(self, mention: Mention) -> bool:
        return any(not w.startswith("@") for w in mention.content)

    def _is_located(self, mention: Mention, head: Head) -> bool:
        """Whether a name is that of a place where something is ("à Cap Fertile"): no plan stands without an article."""
        first = mention.name[0]
        if head.kind is not None or mention.years != (None, None) or first <= self.sentence.first:
            return False
        return not self.words.modifiers_before and self.tokens[first - 1].folded in self.words.capital_links

    def _settle_small(self, mention: Mention, i: int, last: int, head: Head) -> bool:
        """Tell a dated phrase, a description and a bare noun apart."""
        first, end = mention.name
        if self._is_absent(first):
            return False
        mention.content = self._content(first, end, small_only=True)
        mention.is_lasting = not self.words.durations.keys().isdisjoint(self.doc.words[first:end])
        if lasting := self._time_of(first, end):
            mention.is_lasting = True
            counted = {t.folded for t in self.tokens[slice(*lasting)]}
            mention.content = tuple(w for w in mention.content if w not in counted)
        telling = self._has_telling(mention)
        if mention.years != (None, None):
            if not self.words.not_plans.isdisjoint(self.doc.words[first:end]):
                return False  # "the programme of the 2026 World Cup"
            ranged = None not in mention.years
            if telling or head.is_wary or ranged:
                # "la vision 2030", "the five-year plan 2026-2030"
                mention.form, mention.confidence = "dated", 0.7 if not telling else 0.9 if ranged else 0.8
                return True
        owned = not head.is_weak and mention.is_public and sum(w.isalpha() for w in mention.content) >= _SUBJECT
        if telling and (not head.is_wary or owned) and not self._is_generic(first, i, last, end):
            mention.form, mention.is_master = "described", last - i > 1
            mention.is_public = mention.is_public or any(w.startswith("@") for w in mention.content)
            mention.is_labelled = not self.words.modifiers_before and end > last and self.tokens[last].pos == "NOUN"
            return True
        mention.content = ()
        return not telling

    def _is_absent(self, first: int) -> bool:
        """Whether a determiner says that there is none, or one of many ("no plan", "each plan")."""
        k = first - 1
        while k > self.sentence.first and self.tokens[k].folded in self.words.qualifiers:
            k -= 1
        return k >= self.sentence.first and self.tokens[k].folded in self.words.absent

    def _proper_after(self, mention: Mention, first: int, proper: Range, head: Head) -> list[Mention]:
        """Take the name behind the head or its description ("le programme de développement rural X")."""
        mention.name, mention.form = proper, "proper"
        mention.content = self._content(*proper)
        years, years_end = self._years(proper[1])
        if years != (None, None):
            mention.name = (proper[0], years_end)
        mention.years = years if years != (None, None) else self._years_in(proper)
        mention.description = self._described(first, proper[0])
        telling = [w for w in mention.content if not w.startswith("@")]
        single = proper[1] - proper[0] == 1
        if not telling and mention.years == (None, None):
            return []
        opener = self.tokens[proper[0]].folded
        is_body = opener in self.words.organisations and mention.years == (None, None)
        if is_body or opener in self.words.calendar:
            return []
        if head.is_weak and head.is_wary and single:
            return []  # "le dispositif Phénix", "the Apollo mission"
        if head.is_weak and single:
            mention.confidence = 0.6
        else:
            mention.confidence = 0.85 if single else 0.9
        return [self._finish(mention, mention.name[1])]

    def _named_behind(self, mention: Mention, first: int, end: int, tail: tuple[Range, str]) -> Mention:
        """Take the name in quotes or behind a naming word ("la feuille de route de l'eau, baptisée « X »")."""
        name, sort = tail
        mention.name = self._inside(name) if name[0] in self.openers else name
        mention.form = "quoted" if name[0] in self.openers else "proper"
        mention.inner, mention.is_weak_inner = self._inner_kind(mention.name)
        mention.content = self._content(*mention.name)
        mention.years = self._years_in(mention.name)
        if mention.years == (None, None):
            mention.years = self._years(end)[0]
        if mention.form == "quoted":
            self._take_inner_acronym(mention)
        mention.description = self._described(first, end)
        mention.confidence = 0.95 if mention.form == "quoted" else 0.85
        # "The programme, called X": a name for the plan spoken of, unless "the new programme" sets it apart.
        apart = not self.words.others.isdisjoint(self.doc.words[max(self.sentence.first, first - 2) : end])
        refers = sort == "naming" and mention.determiner in ("definite", "demonstrative")
        mention.is_anaphor = refers and not mention.description and not apart
        return self._finish(mention, name[1])

    def _described(self, first: int, end: int) -> Range | None:
        """The phrase before a name, where it says what the plan is about."""
        while end > first and self._is_dangling(self.tokens[end - 1]):
            end -= 1
        telling = [w for w in self._content(first, end) if not w.startswith("@")] if end > first else []
        return (first, end) if telling and end - first <= MAX_NAME else None

    # ------------------------------------------------------------ several at once

    def _from_plural(self, i: int, last: int, head: Head) -> list[Mention]:
        """Take each name of "deux stratégies : « A », dédiée à …, et « B »" or "the “A” and “B” programmes"."""
        found = [q for q in self.local if last <= q[0] < self.sentence.last and self._is_name(q)]
        if found and found[0][0] - last > 3 and self.tokens[found[0][0] - 1].text != ":":
            found = []
        if not found and self.words.modifiers_before:
            found = self._quotes_before(i)
        mentions = []
        for quote in found:
            mention = self._of_quote(quote, head.kind)
            mention.anchor = (i, last)
            mentions.append(self._finish(mention, quote[1]))
        return mentions or self._plural_names(last, head)

    def _quotes_before(self, i: int) -> list[Range]:
        """Quoted names that end right before the plural head at `i`, joined to one another."""
        found: list[Range] = []
        edge = self._skip_back(i)
        for quote in reversed(self.local):
            if quote[1] == edge and quote[0] >= self.sentence.first and self._is_name(quote):
                found.append(quote)
                edge = quote[0]
                while edge > self.sentence.first and (
                    self.tokens[edge - 1].text == "," or self.tokens[edge - 1].folded in self.words.joiners
                ):
                    edge -= 1
        return found[::-1]

    def _skip_back(self, i: int) -> int:
        while i - 1 > self.sentence.first and self.tokens[i - 1].folded in self.words.qualifiers:
            i -= 1
        return i

    def _plural_names(self, last: int, head: Head) -> list[Mention]:
        mentions: list[Mention] = []
        j = self._skip_qualifiers(last)
        is_apart = j + 1 < self.sentence.last and self.tokens[j].text in (",", ":", "–", "—")
        if is_apart and self._counts_plans(last, j):
            j += 1  # "Two programmes, A and B, …", "trois stratégies : A, B et C"
        k = j + (is_apart and self.tokens[j].text == ",")
        examples = self.words.such_as.at(self.tokens, k, self.sentence.last) if k < self.sentence.last else None
        if examples:
            return self._examples(examples[1], head)
        while j < self.sentence.last and self._starts_name(j):
            end = j + 1
            while end < self.sentence.last and self._starts_name(end) and end - j < MAX_NAME:
                end += 1
            if end < self.sentence.last and year_of(self.tokens[end]):
                end = self._years(end)[1]
            mention = Mention(
                (j, end),
                "proper",
                self.index,
                head.kind,
                content=self._content(j, end),
                confidence=0.8,
            )
            mention.years = self._years_in((j, end))
            if is_apart and self._is_named_otherwise(j, end):
                return []
            mentions.append(mention)
            if end >= self.sentence.last or not (
                self.tokens[end].text == "," or self.tokens[end].folded in self.words.joiners
            ):
                break
            j = end + 1
        named = [m for m in mentions if any(not w.startswith("@") for w in m.content)]
        return named if len(mentions) > 1 and len(named) == len(mentions) else []

    def _examples(self, j: int, head: Head) -> list[Mention]:
        """The names in a row behind "programmes such as"; one alone counts where it is of more than one word."""
        mentions: list[Mention] = []
        limit = self.sentence.last
        while j < limit and self._starts_name(j) and not self._is_taken((j, j + 1)):
            run = self._proper_run(j, min(limit, j + MAX_NAME))
            plain = run[1] < limit and self._head_at(run[1]) is not None  # "the X plan" is read by its own noun
            if plain or any(self._head_at(k) for k in range(*run)) or self._is_named_otherwise(*run):
                return []
            mention = Mention(run, "proper", self.index, head.kind, content=self._content(*run), confidence=0.75)
            mention.years = self._years_in(run)
            mentions.append(mention)
            j = run[1]
            if j >= limit or not (self.tokens[j].text == "," or self.tokens[j].folded in self.words.joiners):
                break
            j += 1
        named = [m for m in mentions if any(not w.startswith("@") for w in m.content)]
        is_sure = len(named) > 1 or (bool(named) and named[0].name[1] - named[0].name[0] > 1)
        return named if is_sure and len(named) == len(mentions) else []

    def _counts_plans(self, last: int, j: int) -> bool:
        """Whether a number, or a colon, shows that what follows a plural noun are the names."""
        before = self.tokens[max(self.sentence.first, last - _COUNTED_WITHIN) : last]
        return self.tokens[j].text == ":" or any(t.pos == "NUM" or t.text.isdecimal() for t in before)

    def _starts_name(self, j: int) -> bool:
        token = self.tokens[j]
        return (
            token.is_capitalised
            and token.folded not in self.words.organisations
            and token.folded not in self.words.calendar
        )


def find_mentions(doc: Document) -> list[Mention]:
    """Every mention of a plan in order of appearance, names, descriptions and anaphora alike."""
    if not doc.sentences:
        return []
    return _Grammar(doc).run()
