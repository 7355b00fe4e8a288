"""What a number told alone takes from those around it: a unit, a scale or a currency."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from pipelines.extract.currencies import country_currencies
from pipelines.extract.numbers import MILLION
from pipelines.extract.places import find_places
from pipelines.extract.quantity_common import Item, QuantityReader, any_stem
from pipelines.extract.units import DURATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipelines.extract.document import Token

# Moneys of several countries that go by one name.
_REGIONAL = frozenset({"XOF", "XAF"})
# Tokens between two yields of one thing.
_NEAR = 8
# Tokens between a part and its whole: "out of the".
_PARTED = 3
# "une soixantaine de milliards": an amount, unlike "des milliards".
_TENS = 10
# Tokens between an amount and a later one told by its number alone.
_ELLIPTIC = 40
# Tokens between an amount and the same in another money: ", soit", ", or".
_APPOSED = 3
# Tokens within which a number alone has its verb: "40 seulement seront", "3 100 l'ont été".
_SUBJECT = 3
# The largest share.
_WHOLE = 100
# Numbers up to here may be so many millions.
_BARE = 1000
_YEAR_DIGITS = 4
# Letters of an ending that two participles share.
_ENDING = 2
# Tokens between a share and by how many points it moved.
_POINTS = 20
_NOMINAL = frozenset({"NOUN", "PROPN"})


class SharingReader(QuantityReader):
    """Gives numbers the units that others tell."""

    def share(self, items: list[Item]) -> None:
        """Give units, scales and currencies to the numbers that go without; drop what stays half a ratio."""
        self._share_units(items)
        for item in items:
            item.is_dropped = item.is_dropped or (item.is_tentative and item.kind == "count")
        self._inherit_money(items)
        self._share_scales(items)
        self._share_elliptic(items)
        self._share_measures(items)
        self._settle_regional(items)

    def _share_units(self, items: list[Item]) -> None:
        """As in "de 17,9 milliards à 25, puis à 40 milliards" stays with its own units; a rank's partner is a rank."""
        for a, b in itertools.pairwise(items):
            if a.change and b.change == "to" and a.kind == "rank":
                b.kind, b.unit = "rank", "rank"
            elif a.kind == "percent" and b.kind == "count" and self._is_in_points(a, b):
                b.kind, b.unit, b.last = "percent", "percent", b.last + 1
                b.end = self.tokens[b.last - 1].end
            elif a.kind in ("measure", "percent") and b.kind == "count" and self._goes_on(a, b):
                self._take_unit(a, b)
            elif b.unit == "m" and b.kind == "measure" and self._is_million_beside(a, b):
                b.kind, b.unit = a.kind, a.unit
                b.shares_scale = a.number.scale
            elif b.unit and a.unit.startswith(f"{b.unit}/") and self._is_same_rate(a, b):
                b.unit = a.unit  # "from 2.6 tonnes per hectare to 4.5 tonnes"

    def _is_in_points(self, a: Item, b: Item) -> bool:
        """As in "s'est établie à 17,6 %, en recul de 1,6 point": by how much a share moved."""
        token = self._next_token(b)
        is_near = a.sentence is b.sentence and b.first - a.last <= _POINTS and b.number.scale == 1
        return is_near and token is not None and token.folded in self.words.share_points

    def _is_million_beside(self, a: Item, b: Item) -> bool:
        """As in "30m tourists, double last year's 15.7m": the same letter as that of the millions before."""
        is_glued = self.text[a.number.end : a.number.end + 1] == self.text[b.end - 1 : b.end] == "m"
        is_millions = a.number.scale == MILLION and a.kind in ("count", "money") and is_glued
        return is_millions and a.sentence is b.sentence and b.end == b.number.end + 1 and self._is_alone(b)

    def _is_same_rate(self, a: Item, b: Item) -> bool:
        """As in "from 2.6 tonnes per hectare to 4.5 tonnes", not "to 19 km/h thanks to 48 kilometres of lanes"."""
        token = self._next_token(b)
        is_of = token is not None and token.folded in self.numbers.linkers
        return not is_of and (bool(a.change) or self._is_near(a, b))

    def _share_scales(self, items: list[Item]) -> None:
        for b, a in itertools.pairwise(reversed(items)):
            if self._is_listed_share(a, b) or self._is_part(a, b):
                a.kind, a.unit = b.kind, b.unit
            elif self._is_listed_scale(a, b):
                a.shares_scale, a.kind, a.unit = b.number.scale, b.kind, b.unit

    def _is_listed_scale(self, a: Item, b: Item) -> bool:
        """As in "verseront respectivement 74 et 29,6 milliards": a bare number that the next one's scale is of."""
        if a.unit or a.kind != "count" or a.number.in_words or a.number.scale != 1 or b.number.scale < MILLION:
            return False
        is_next = a.sentence is b.sentence and b.first - a.last == 1 and abs(a.number.value) < 1000
        return is_next and self.tokens[a.last].folded in self.words.and_

    def _is_listed_share(self, a: Item, b: Item) -> bool:
        """As in "30, 10 and 5 percent of the fund": a number before one that the sign behind the list is of."""
        is_bare = not a.unit and a.kind == "count" and a.number.scale == 1 and a.end == a.number.end
        is_shared = b.kind == "percent" and b.end == b.number.end and a.sentence is b.sentence
        return is_bare and is_shared and b.first - a.last == 1 and self.tokens[a.last].text == ","

    def _is_part(self, a: Item, b: Item) -> bool:
        """As in "110 des 480 kilomètres de digues", "75 of the 310 miles": a number that its whole's unit is of."""
        is_bare = not a.unit and a.kind == "count" and a.number.scale == 1 and a.end == a.number.end
        if not is_bare or b.kind != "measure" or b.unit in DURATIONS or a.number.value >= b.number.value:
            return False
        gap = [t.folded for t in self.tokens[a.last : b.first]]
        is_linked = 0 < len(gap) <= _PARTED and all(w in self.words.part_links for w in gap)
        return is_linked and a.sentence is b.sentence

    def _is_near(self, a: Item, b: Item) -> bool:
        return a.sentence is b.sentence and b.first - a.last <= _NEAR

    def _goes_on(self, a: Item, b: Item) -> bool:
        """As in "131 km of roads, of which 67 are finished": a number alone has the unit of the one before."""
        sentence = b.sentence
        if self._is_level(a, b) or (a.change == "from" and b.change == "to" and self._is_alone(b)):
            return True
        if a.begin < sentence.start or b.first - a.last > 10 or self._counts_noun(b) or a.unit in DURATIONS:
            return False
        end = b.first - self._qualifier_length(b)
        if a.kind == "percent":  # "now 43 percentage points, should be cut to 35"
            is_bare = b.number.scale == 1 and 0 < b.number.value <= 100
            return is_bare and self.tokens[end - 1].folded in self.words.to and self.tokens[end - 2].verb != ""
        return self._is_continued(a, end)

    def _is_continued(self, a: Item, end: int) -> bool:
        """Whether what stands between a number and token `end` says that it goes on with another."""
        gap = " ".join(t.folded for t in self.tokens[a.last : end])
        return any(gap == p or gap.endswith(" " + p) for p in self.words.continuations)

    def _is_level(self, a: Item, b: Item) -> bool:
        """As in "throws away 241 kilos, where the average is at 208": a level told by its number alone."""
        i = b.first - self._qualifier_length(b) - 1
        if a.kind != "measure" or a.unit in DURATIONS or a.begin < b.sentence.start or b.first - a.last > 2 * _NEAR:
            return False
        is_tied = i > a.last and self.tokens[i].folded in self.words.to and self.tokens[i - 1].verb == "Fin"
        return is_tied and b.number.scale == 1 and self._is_alone(b)

    def _inherit_money(self, items: list[Item]) -> None:
        """As in "950 milliards ont été trouvés": the currency of the amounts around it in the paragraph."""
        for n, item in enumerate(items):
            is_vague = item.number.in_words and item.number.form == "about" and item.number.mantissa < _TENS
            if item.unit or item.kind != "count" or item.number.scale * item.shares_scale < MILLION or is_vague:
                continue
            if self._counts_something(item):
                if self._counts_money(item):
                    self._take_money(item, items[:n][::-1] + items[n + 1 :])
                continue
            block = item.sentence.block
            same = [x for x in items[:n][::-1] + items[n + 1 :] if x.sentence.block == block]
            is_of_money = (self.words.links_scales and item.number.scale > MILLION) or self._is_after_money_noun(item)
            if self._is_result(item, items[:n]) or self._is_level_of_count(item, items[n + 1 : n + 2]):
                continue
            if not self.words.links_scales and not is_of_money:
                same = [x for x in same if x.sentence is item.sentence]  # "Tourist numbers are to double to 40 million"
            same = [x for x in same if not self._is_bracketed(x)] or same
            model = next(
                (x for x in same if x.kind == "money" or (x.kind in ("count", "measure") and not is_of_money)), None
            )
            if model is not None and model.kind == "money":
                item.kind, item.unit = "money", self._usual_money(item, model, items)
            elif model is None and is_of_money:
                self._take_money(item, items[:n][::-1] + items[n + 1 :])
            before = items[n - 1] if n else None
            is_step = item.change == "to" and before is not None and before.change == "from" and not before.unit
            if before is not None and is_step and before.shares_scale > 1 and item.kind == "money":
                before.kind, before.unit = "money", item.unit  # "de 900 à 500 milliards"

    def _is_bracketed(self, item: Item) -> bool:
        """As in "(about $3 million)": an amount told once more."""
        return self.tokens[item.first - self._qualifier_length(item) - 1].text == "("

    def _share_elliptic(self, items: list[Item]) -> None:
        """As in "promised 15 billion, but paid only 3.4", "0,137 dollar contre 0,08": a number alone behind money."""
        for a, b in itertools.pairwise(items):
            if a.kind != "money" or b.unit or b.kind != "count" or b.number.scale != 1 or b.number.in_words:
                continue
            is_near = a.sentence.block == b.sentence.block and b.first - a.last <= _ELLIPTIC
            if not is_near or a.is_dropped or b.is_dropped or b.change or abs(b.number.value) >= 1000:
                continue
            is_told = self._is_alone(b) and (self._is_partitive(b) or self._is_compared(a, b))
            if is_told or self._is_of_whole(a, b) or self._is_done_too(a, b):
                b.kind, b.unit, b.shares_scale = "money", a.unit, a.number.scale * a.shares_scale

    def _is_done_too(self, a: Item, b: Item) -> bool:
        """As in "102 milliards ont été encaissés et 45,6 dépensés", "3 billion was pledged and 1.2 paid"."""
        start, done = b.first - self._qualifier_length(b) - 1, self._next_token(b)
        if a.sentence is not b.sentence or a.number.scale < MILLION or done is None or start <= a.last:
            return False
        if self.tokens[start].pos != "CCONJ" and self.tokens[start].text != ",":
            return False
        first = next((t for t in self.tokens[a.last : start] if t.verb == "Part" and t.pos == "VERB"), None)
        is_passive = first is not None and self.tokens[first.i - 1].pos == "AUX"
        is_alike = first is not None and first.folded[-_ENDING:] == done.folded[-_ENDING:]
        is_bare = b.number.value != int(b.number.value)  # no count of things
        is_closed = done.i + 1 >= b.sentence.last or self.tokens[done.i + 1].pos == "PUNCT"
        return is_passive and (done.verb == "Part" or (is_bare and (is_alike or is_closed)))

    def _share_measures(self, items: list[Item]) -> None:
        """As in "107 000 tonnes, alors qu'ils n'en sortent que 30 000", "129 hectares of a site meant to cover 400"."""
        kept = [x for x in items if not x.is_dropped]
        for a, b in itertools.pairwise(kept):
            is_open = a.kind in ("measure", "percent") and not b.unit and b.kind == "count"
            if not is_open or a.sentence.block != b.sentence.block:
                continue
            if b.change or a.high is not None or b.high is not None or b.first - a.last > _ELLIPTIC:
                continue
            if self._is_of_whole(a, b):
                self._take_unit(a, b)
                continue
            if not self._is_alone(b) or self._is_year_like(b):
                continue
            if a.kind == "percent":
                is_told = b.number.value <= _WHOLE and self._is_compared(a, b)
            else:
                is_told = self._is_compared(a, b) or (a.unit not in DURATIONS and self._repeats(a, b))
            if is_told:
                self._take_unit(a, b)

    def _is_of_whole(self, a: Item, b: Item) -> bool:
        """As in "Of the 640 km planned, 410 are laid": a part of what its sentence opens with."""
        signs = (t.i + 1 for t in self.tokens[a.sentence.first : a.first][::-1] if t.text in ":;")
        opening = [t.folded for t in self.tokens[next(signs, a.sentence.first) : a.first]]
        is_opened = 0 < len(opening) <= 2 and (opening[0] in self.numbers.linkers or opening[0] in self.words.out_of)
        if not is_opened or a.kind not in ("measure", "money") or a.sentence is not b.sentence or a.unit in DURATIONS:
            return False
        start = b.first - self._qualifier_length(b)
        while start > a.last and self.tokens[start - 1].pos == "ADV":
            start -= 1  # ", only 125 has been paid"
        near = self.tokens[b.last : min(b.last + _SUBJECT, b.sentence.last)]
        parted = itertools.dropwhile(lambda t: t.pos == "PRON" or t.folded in self.words.passed_over, near)
        is_subject = any(t.pos == "AUX" or t.verb == "Fin" for t in itertools.islice(parted, 1))
        return is_subject and self.tokens[start - 1].text == "," and b.value < a.value

    def _take_unit(self, a: Item, b: Item) -> None:
        """Give a number alone the unit of another, and its millions: "6,1 millions de tonnes, contre 4,2"."""
        b.kind, b.unit = a.kind, a.unit
        scale = a.number.scale * a.shares_scale
        if scale >= MILLION and b.number.scale == 1 and abs(b.number.value) < _BARE:
            b.shares_scale = scale

    def _is_year_like(self, item: Item) -> bool:
        """Whether the number may be a year that no date was read in."""
        return item.number.literal.isdigit() and len(item.number.literal) == _YEAR_DIGITS

    def _repeats(self, a: Item, b: Item) -> bool:
        """Whether a verb says of a number alone what another told with its unit before."""
        i = b.first - self._qualifier_length(b)
        near = self.tokens[max(b.sentence.first, i - 5) : i]
        if self.words.elliptic_pronouns & {t.folded for t in near}:
            is_beside = len(near) > 1 and near[-2].folded in self.words.elliptic_pronouns  # a verb taken for a noun
            return is_beside or any(t.pos in ("VERB", "AUX") for t in near)
        if a.sentence is not b.sentence or not near:
            return False
        if self._moves_on(a, i):
            return True
        if self.words.links_scales:
            return False
        # A noun of its own between, "and 40 schools", would say what is counted.
        behind = self._next_token(b)
        is_closed = behind is None or behind.pos in ("PUNCT", "CCONJ", "SCONJ")
        verb = near[-2] if near[-1].pos == "ADV" and len(near) > 1 else near[-1]
        return is_closed and verb.verb in ("Fin", "Inf", "Part") and verb.pos == "VERB"

    def _moves_on(self, a: Item, i: int) -> bool:
        """As in "output, 8 million tonnes in 2010, has fallen to 3 million": the same subject at another level."""
        gap = [t for t in self.tokens[a.last : i] if not self._is_dated(t)]
        if len(gap) > 1 and gap[0].folded in self.numbers.linkers:
            gap = gap[2:]  # "tonnes of rice"
        verbs = [t.folded for t in gap[-4:] if t.verb]
        is_tied = bool(gap) and gap[-1].pos in ("ADP", "DET")
        return is_tied and any_stem(verbs, self.words.level_changes) and not any(t.pos in _NOMINAL for t in gap)

    def _is_alone(self, item: Item) -> bool:
        """Whether nothing behind a number says what it counts."""
        after = self._next_token(item)
        if after is not None and (after.verb == "Part" or after.folded in self.words.passed_over):
            after = self.tokens[after.i + 1] if after.i + 1 < item.sentence.last else None
        if after is None or self._is_dated(after):  # "against 3.1 today"
            return True
        return after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV") and after.folded not in self.numbers.linkers

    def _is_partitive(self, item: Item) -> bool:
        """As in "n'en a versé que 3,4", "but received only 35": the object of a verb that takes money."""
        i = item.first - self._qualifier_length(item)
        before = [t.folded for t in self.tokens[max(item.sentence.first, i - 5) : i]]
        if self.words.elliptic_pronouns & set(before):
            return any(t.pos in ("VERB", "AUX") for t in self.tokens[i - len(before) : i])
        return bool(before) and bool(self.words.elliptic_doings & set(before[-2:]))

    def _is_compared(self, a: Item, b: Item) -> bool:
        """As in "30 millions, contre 25 en 2020"."""
        if a.sentence is not b.sentence or b.first - a.last > _NEAR:
            return False
        return self._is_continued(a, b.first - self._qualifier_length(b))

    def _usual_money(self, item: Item, model: Item, items: list[Item]) -> str:
        """The money of an amount whose scale alone is told: the country's own where the article uses it.

        An amount before it in the sentence decides, one in another money further off doesn't.
        """
        if model.sentence is item.sentence and model.first < item.first:
            return model.unit
        local = country_currencies(self.doc.country)[:1]
        used = {x.unit for x in items if x.kind == "money" and x.first < item.first}
        used = used or {x.unit for x in items if x.kind == "money"}
        if not local or local[0] not in used:
            return model.unit
        behind = next((x for x in items if x.first >= item.last), None)
        is_converted = behind is not None and behind.unit == local[0] and self._is_same_amount(item, behind)
        return model.unit if is_converted else local[0]

    def _is_same_amount(self, a: Item, b: Item) -> bool:
        """As in "30 milliards, soit autour de 17 000 milliards de francs": an amount told once more."""
        gap = self.tokens[a.last : b.first - self._qualifier_length(b)]
        is_apposed = 0 < len(gap) <= _APPOSED and (gap[0].text in ",(" or gap[0].pos in ("CCONJ", "SCONJ"))
        return is_apposed and a.sentence is b.sentence and not any(t.pos in _NOMINAL for t in gap)

    def _is_result(self, item: Item, before: list[Item]) -> bool:
        """As in "rose by 14.7 percent to 44.3 million": what a share of change leads to needn't be money."""
        if not before or before[-1].kind != "percent" or item.first - before[-1].last > 3:
            return False
        return self.tokens[item.first - 1].folded in self.words.to

    def _is_level_of_count(self, item: Item, behind: list[Item]) -> bool:
        """As in "from 2.7 million to 3.3 million people": the old level of what the new one counts."""
        is_step = item.change == "from" and bool(behind) and behind[0].change == "to"
        return is_step and not behind[0].unit and self._counts_something(behind[0])

    def _settle_regional(self, items: list[Item]) -> None:
        """The franc of the region that the article's places are in, where its country has another money."""
        own = set(country_currencies(self.doc.country))
        doubtful = [x for x in items if x.unit in _REGIONAL and x.unit not in own]
        if not doubtful or own & _REGIONAL:
            return
        places = (country_currencies(p.country)[:1] for p in find_places(self.doc))
        unit = next((codes[0] for codes in places if codes and codes[0] in _REGIONAL), None)
        for item in doubtful if unit is not None else ():
            item.unit = unit or item.unit

    def _is_after_money_noun(self, item: Item) -> bool:
        sentence = item.sentence
        near = self.tokens[max(sentence.first, item.first - 9) : min(item.last + 2, sentence.last)]
        return any(t.folded in self.words.money_nouns or t.folded in self.words.money_doings for t in near)

    def _counts_money(self, item: Item) -> bool:
        i = item.last + 1
        return i < len(self.tokens) and self.tokens[i].folded in self.words.money_nouns

    def _take_money(self, item: Item, others: Iterable[Item]) -> None:
        """The currency of the nearest other amount, else the country's own."""
        told = [x for x in others if x.kind == "money"]
        model = next((x for x in told if not self._is_bracketed(x)), next(iter(told), None))
        local = country_currencies(self.doc.country)
        if model is not None or local:
            item.kind, item.unit = "money", model.unit if model is not None else local[0]

    def _counts_something(self, item: Item) -> bool:
        token = self._next_token(item)
        if token is not None and token.text == "(" and item.number.in_words:
            token = self._behind_digits(item)  # "dix mille (10 000) agents"
            return token is not None and token.pos in ("NOUN", "ADJ")
        if token is None:
            return False
        if token.folded in self.numbers.linkers:
            behind = self.tokens[token.i + 1] if token.i + 1 < item.sentence.last else None
            if behind is not None and behind.pos in ("ADV", "PRON"):
                return False  # "C'est 25 millions de plus", "4.2 billion of it"
            return behind is None or behind.pos != "DET" or item.number.scale <= MILLION  # "14 milliards de sa poche"
        return not self.words.links_scales and token.pos in ("NOUN", "ADJ", "PROPN")

    def _behind_digits(self, item: Item) -> Token | None:
        """The token behind a bracket that repeats in digits what words say before it."""
        stop = min(item.last + 6, item.sentence.last - 1)
        close = next((j for j in range(item.last + 1, stop) if self.tokens[j].text == ")"), None)
        if close is None or not all(t.text[0].isdigit() for t in self.tokens[item.last + 1 : close]):
            return None
        return self.tokens[close + 1]
