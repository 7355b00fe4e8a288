"""Components told over several sentences or lines without ordinals: "Then, …", "the longer one …", "Volet eau : …"."""

from __future__ import annotations

from dataclasses import replace

from pipelines.extract.document import Sentence
from pipelines.extract.enumerations import DASHES, QUOTES, split_list
from pipelines.extract.pillar_lexicon import Noun
from pipelines.extract.pillar_ranks import RankReader
from pipelines.extract.pillar_tree import Group

_MAX_TITLE_WORDS = 6  # of "Volet eau potable : …"
_MAX_HEADING_TOKENS = 14
_MAX_SECTIONS = 12
_STEM = 2  # letters that a singular and its plural share at least
_ENDING = 2  # letters that may differ
_BY_NAME = 0.9  # weight of "The roads pillar has …"


class SeriesReader(RankReader):
    """Reads what goes on from sentence to sentence, or from sub-heading to sub-heading."""

    def _series(self, index: int, sentence: Sentence) -> int:
        """The next component of a group at the start of a sentence; returns the token to go on with, 0 for none."""
        if not self.groups or not self._is_recent(self.groups[-1], index):
            return self._postposed(index, sentence) or self._among_them(index, sentence) if self.pending else 0
        return (
            self._ranked(index, sentence)
            or self._sequel(index, sentence)
            or self._contrasted(index, sentence)
            or self._postposed(index, sentence)
            or self._purpose(index, sentence)
            or self._cardinal(index, sentence)
            or self._one_more(index, sentence)
            or self._listed_next(index, sentence)
            or self._others(sentence)
            or self._among_them(index, sentence)
        )

    def _among_them(self, index: int, sentence: Sentence) -> int:
        """As in "Among them the minister listed A, B and C." after a number; returns the token behind, else 0."""
        n = self.lexicon.among.match(self.tokens, sentence.first, sentence.last)
        k = sentence.first + n
        group = self._awaiting(index) or self._pending_above(index) if n else None
        if group is None or k >= sentence.last or self.tokens[k].pos != "PRON":
            return 0
        is_bare = k + 2 < sentence.last and self.tokens[k + 1].text in ",:"
        is_bare = is_bare and not any(t.verb == "Fin" for t in self.tokens[k + 1 : sentence.last])
        start = k + 2 if is_bare else self._behind_listing(k + 1, sentence)
        return self._fill_some(group, start, sentence) if start else 0

    def _pending_above(self, index: int) -> Group | None:
        """The group of "about thirty measures" in the sentence before."""
        group = self.pending
        return group if group is not None and group not in self.groups and group.sentence == index - 1 else None

    def _others(self, sentence: Sentence) -> int:
        """As in "Other areas are A, B and C." after a list of some; returns the token behind it, else 0."""
        group = self._latest(lambda g: bool(g.items) and not g.is_fallback)
        k = self._past_others(sentence) if group and group.count and len(group.items) < group.count else 0
        if group is None or not k or k >= sentence.last:
            return 0
        missing = (group.count or 0) - len(group.items)
        verb = next((i for i in range(k, sentence.last) if self.tokens[i].verb == "Fin"), sentence.last)
        last = verb if self.tokens[k - 1].text == "," else sentence.last
        listing = split_list(self.tokens, k, last, missing, self.grammar)
        if listing is None or len(listing.items) > missing or self._are_figures(listing.items):
            return 0
        labels = [label for a, b in listing.items if (label := self._item_label(a, b))]
        for label in labels:
            self._add(group, label, len(group.items) + 1, group.confidence * listing.quality)
        return labels[-1][1] if labels else 0

    def _postposed(self, index: int, sentence: Sentence) -> int:
        """As in "La formation des dockers, ensuite.": the adverb stands behind the item."""
        tokens = self.tokens
        at = self._adverb_behind(sentence)
        if not at or self._is_title(sentence):
            return 0
        comma = at - (tokens[at - 1].text == ",")
        first = self.lexicon.adverbs.match(tokens, at, sentence.last)
        n = first or self.lexicon.sequels.match(tokens, at, sentence.last)
        end = at + n
        ranks = (self.words.ordinals, self.words.last)
        if any(t.folded in words for t in tokens[sentence.first : sentence.first + 2] for words in ranks):
            return 0
        if not n or not (end >= sentence.last or tokens[end].text in ",.;:"):
            return 0
        group = self._open_group(index, is_started=not first)
        group = group or (self._adopted(self._adverb_rank(at, first), index) if first else None)
        if group is None or (first and self._adverb_rank(at, first) != len(group.items) + 1):
            return 0
        found = self._told_of_name(sentence, end) or self._weighed(sentence.first, comma, 0.95)
        return self._ordinal_item(group, found, None, index) if found else 0

    def _told_of_name(self, sentence: Sentence, k: int) -> tuple[tuple[int, int], float] | None:
        """What a component that opens the sentence with its name is about ("« Élan », enfin, est dédié à …")."""
        tokens, first = self.tokens, sentence.first
        closer = QUOTES.get(tokens[first].text) if tokens[first + 1].is_capitalised else None
        end = next((j for j in range(first + 1, k) if tokens[j].text == closer), 0) if closer else 0
        for j in range(k, min(sentence.last, k + 6)) if end else ():
            if self.lexicon.content_verbs.match(tokens, j, sentence.last):
                self.named = (first + 1, end)
                return self._after_verb(j, sentence.last)
        return None

    def _adverb_behind(self, sentence: Sentence) -> int:
        """Where "d'abord" or the like stands behind a noun phrase that opens the sentence, 0 where it doesn't."""
        for i in range(sentence.first + 1, min(sentence.last, sentence.first + 16)):
            if self.tokens[i - 1].verb == "Fin" or self.tokens[i - 1].text in ":;":
                return 0
            is_cue = self.lexicon.sequence.begins(self.tokens[i].folded)
            if is_cue and self.tokens[i].pos != "CCONJ" and self.lexicon.sequence.match(self.tokens, i, sentence.last):
                return i
        return 0

    def _contrasted(self, index: int, sentence: Sentence) -> int:
        """As in "The short-term one is about …", "Celui de court terme …": told apart by a quality, not a rank."""
        tokens = self.tokens
        group = self._open_group(index, is_started=False)
        if group is None or group.count is None:
            return 0
        if not group.items and self.lexicon.another.match(tokens, sentence.first, sentence.last):
            return 0  # the first is still to be found
        end = self._told_apart(group, index, sentence)
        for j in range(end, sentence.last - 2) if end else ():
            is_next = tokens[j - 1].text in ",;" or tokens[j - 1].pos in ("CCONJ", "SCONJ")
            if is_next and group.is_open:  # "…, le volet santé 4 millions, et celui de l'eau trois"
                end = self._told_apart(group, index, replace(sentence, first=j)) or end
        return end

    def _told_apart(self, group: Group, index: int, sentence: Sentence) -> int:
        """The component whose name or quality opens the sentence; returns the token behind it, 0 for none."""
        tokens = self.tokens
        for i in range(sentence.first, min(sentence.last, sentence.first + _MAX_TITLE_WORDS)):
            is_pronoun = tokens[i].folded in self.words.pronoun_nouns and not self._noun(i - 1, i)  # "Pillar One"
            is_noun = not is_pronoun and i > sentence.first and self._is_singular_of(group, i)
            if is_noun and (named := self._named_by(i, sentence)):
                return self._ordinal_item(group, named, None, index)
            if is_pronoun and (named := self._named_by_pronoun(i, sentence)):
                return self._ordinal_item(group, named, None, index)
            if is_pronoun or (is_noun and i > sentence.first + 1):
                rest = self._until_next(i + 1, sentence)
                found = self._content(i + 1, rest, has_noun=True, is_elliptic=False)
                is_next = index - self._last_sentence(group) <= 1
                return self._ordinal_item(group, found, None, index) if found and is_next else 0
            is_word = tokens[i].pos in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM") or tokens[i].verb == "Ger"
            is_sign = tokens[i].text in QUOTES or tokens[i].text in QUOTES.values()
            if not (is_word or is_sign) or tokens[i].folded in self.words.ordinals:
                return 0
        return 0

    def _named_by_pronoun(self, i: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """As in "Celui du stockage ouvrira en mai", "The one on credit follows": what happens to it is no name."""
        tokens, k = self.tokens, i + 1
        n = self._devoted(k, sentence.last)
        if k >= sentence.last or not (n or tokens[k].pos == "ADP"):
            return None
        verb = self._name_end(k + max(n, 1), sentence.last, is_pronoun=True)
        if not verb or self.lexicon.content_verbs.match(tokens, verb, sentence.last):
            return None
        return self._weighed(k + (n or 1), verb, _BY_NAME)

    def _devoted(self, k: int, last: int) -> int:
        """Length of "consacré à", "devoted to" at `k`, 0 for none."""
        return self.grammar.hollow.match(self.tokens, k, last) if k < last and self.tokens[k].verb == "Part" else 0

    def _name_end(self, k: int, last: int, *, is_pronoun: bool = False) -> int:
        """The verb, the sign or, the verb left out, the amount behind a name that goes on at `k`, else 0."""
        for j in range(k, min(last, k + _MAX_TITLE_WORDS)):
            token = self.tokens[j]
            is_sign = token.text in ",:" and not is_pronoun
            if token.verb == "Fin" or is_sign or token.pos in ("NUM", "SYM"):
                return j
        return 0

    def _named_by(self, i: int, sentence: Sentence) -> tuple[tuple[int, int], float] | None:
        """As in "The rural roads pillar has …", "Le pilier routes rurales vise …": the noun at `i` bears the label."""
        tokens, first = self.tokens, sentence.first
        if tokens[first].pos != "DET" or tokens[first].folded in self.words.indefinite:
            return None
        noun = self._noun(i, sentence.last)
        k = i + (len(noun.words) if noun else 1)
        if i > first + 1:
            told = tokens[first + 1 : i]
            is_name = any(t.pos in ("NOUN", "PROPN") or t.verb == "Ger" for t in told) and told[-1].pos != "ADP"
            is_name = is_name or (told[0].text in QUOTES and len(told) > 2)
            ends = k < sentence.last and self._name_end(k, k + 1) == k
            return self._weighed(first + 1, i, _BY_NAME) if is_name and ends else None
        n = self._devoted(k, sentence.last)
        verb = self._name_end(k + max(n, 1), sentence.last)
        if not verb or not (n or tokens[k].pos in ("NOUN", "PROPN") or tokens[k].text in QUOTES):
            return None
        return self._weighed(k + n, verb, _BY_NAME)

    def _is_singular_of(self, group: Group, i: int) -> bool:
        noun = self._noun(i, i + 3)
        if noun is None:
            return self._borrowed_noun(i, i + 1) is group.noun
        stem = noun.words[0][: max(_STEM, len(noun.words[0]) - _ENDING)]
        return noun.kind == group.noun.kind and not noun.is_plural and group.noun.words[0].startswith(stem)

    def _purpose(self, index: int, sentence: Sentence) -> int:
        """As in "To ensure access, it will …" after "three goals": the goal opens the sentence."""
        n = self.lexicon.purposes.match(self.tokens, sentence.first, sentence.last)
        group = self._open_group(index, is_started=False) if n else None
        if group is None or group.noun.kind != "objective" or group.count is None:
            return 0
        if index - self._last_sentence(group) > 1:
            return 0
        comma = next(
            (i for i in range(sentence.first, min(sentence.last, sentence.first + 16)) if self.tokens[i].text == ","), 0
        )
        found = self._weighed(sentence.first + n, comma, 0.9) if comma else None
        if found is None or self.tokens[found[0][0]].verb not in ("Inf", "Fin") or found[0][1] - found[0][0] < 2:
            return 0  # "To reach them, …"
        return self._ordinal_item(group, found, None, index)

    def _cardinal(self, index: int, sentence: Sentence) -> int:
        """As in "One is fibre. Two is skills.": numbers stand for ordinals."""
        k = sentence.first
        k += k < sentence.last and self.tokens[k].text in '«“"'
        if k + 2 >= sentence.last or not (rank := self.words.numbers.get(self.tokens[k].folded)):
            return 0
        if self.tokens[k + 1].text not in ",:" and self.tokens[k + 1].verb != "Fin":
            return 0
        group = self._open_group(index, is_started=rank > 1)
        if group is None or rank != len(group.items) + 1:
            return 0
        found = self._content(k + 1, self._until_next(k + 1, sentence), has_noun=False, is_elliptic=False)
        return self._ordinal_item(group, found, rank, index) if found else 0

    def _one_more(self, index: int, sentence: Sentence) -> int:
        """As in "Un volet social, …." in a sentence without a verb: one of those announced."""
        k = sentence.first + (self.tokens[sentence.first].pos == "CCONJ")
        if k + 2 >= sentence.last or self.tokens[k].folded not in self.words.indefinite:
            return 0
        group = self._open_group(index, is_started=False)
        noun = self._noun(k + 1, sentence.last)
        if group is None or noun is None or noun.kind != group.noun.kind or noun.is_plural:
            return 0
        if group.count is None and not self._is_singular_of(group, k + 1):
            return 0
        if any(t.verb == "Fin" for t in self.doc.sentence_tokens(sentence)):
            return 0
        found = self._weighed(k + 1 + len(noun.words), sentence.last, 0.95)
        return self._ordinal_item(group, found, None, index) if found else 0

    # ------------------------------------------------------------ sub-headings

    def _headings(self) -> None:
        """Sub-headings that number or name the parts of a plan that nothing has announced."""
        if any(g.items for g in self.groups):
            return
        titles = self._named_titles() or self._numbered_titles()
        if not titles:
            return
        noun = titles[0][0]
        group = Group(noun, None, self.main, None, 0, 0.85, is_list=True)
        labels = [label for _, label in titles]
        if len({self._text(label) for label in labels}) == len(labels):
            self.groups.append(group)
            for rank, label in enumerate(labels, 1):
                self._add(group, label, rank, group.confidence)

    def _named_titles(self) -> list[tuple[Noun, tuple[int, int]]]:
        """As in "Volet eau : …" and "Volet énergie : …" at the start of lines, two at least with the same noun."""
        found: dict[tuple[str, ...], list[tuple[Noun, tuple[int, int]]]] = {}
        for sentence in self.doc.sentences:
            first = sentence.first
            last = min(sentence.last, first + _MAX_TITLE_WORDS + 5)
            is_adjunct = self.tokens[first].pos == "ADP" and self._noun(first, last) is None
            if is_adjunct:
                first += 1 + (first + 1 < last and self.tokens[first + 1].pos == "DET")  # "Sur le volet eau, …"
            elif self.doc.blocks[sentence.block].start != sentence.start:
                continue
            noun = self._noun(first, last) if first < last else None
            if noun is None or noun.is_plural or (is_adjunct and not noun.is_strong):
                continue
            start = first + len(noun.words)
            colon = next((i for i in range(start, last) if self._closes_title(i, is_adjunct)), start)
            label = self._weighed(start, colon, 1.0) if colon > start else None
            if label and not any(t.verb == "Fin" for t in self.tokens[start:colon]):
                found.setdefault(noun.words, []).append((noun, label[0]))
        return next((titles for titles in found.values() if 2 <= len(titles) <= _MAX_SECTIONS), [])

    def _closes_title(self, i: int, is_adjunct: bool) -> bool:
        text = self.tokens[i].text
        return text == "," if is_adjunct else text == ":" or text in DASHES

    def _numbered_titles(self) -> list[tuple[Noun, tuple[int, int]]]:
        """As in "1. L'eau", with paragraphs below, "2. L'énergie": three at least, numbered from 1."""
        noun = Noun("axis", False, True, None, ())
        titles: list[tuple[Noun, tuple[int, int]]] = []
        gap = 0
        for at, block in enumerate(self.doc.blocks):
            if block.kind != "bullet" or block.rank is None:
                gap += 1
                continue
            if block.rank != len(titles) + 1 or (titles and not gap):
                return []
            label = self._title_label(at)
            if label is None:
                return []
            titles.append((noun, label))
            gap = 0
        return titles if 3 <= len(titles) <= _MAX_SECTIONS else []

    def _title_label(self, at: int) -> tuple[int, int] | None:
        block = self.doc.blocks[at]
        first, last = self.doc.token_at(block.start), self.doc.token_at(block.end)
        if last - first > _MAX_HEADING_TOKENS or self.tokens[last - 1].text in "?!…":
            return None
        if any(t.verb == "Fin" for t in self.tokens[first + 1 : last]):
            return None
        return self._block_label(at)
