"""Which numbers are no quantities: years, days, clock times, ages, labels, numbering, names, distances and the like."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel.dates import get_month_names

from pipelines.extract.numbers import following
from pipelines.extract.quantity_common import Item, QuantityReader, any_stem
from pipelines.extract.text import fold
from pipelines.extract.units import DURATIONS, unit_after, unit_lexicon

if TYPE_CHECKING:
    from pipelines.extract.document import Token

# Counts in words are figures from here on.
_FIRST_COUNT_IN_WORDS = 10
# A line with a page's counter ("1 204 vues · 3 commentaires") is no longer than this, in characters.
_MAX_COUNTER = 40
_HYPHENS = frozenset("-‐‑")
# "12 per 1,000 births": what rates are told of.
_RATE_BASES = frozenset({100, 1000, 10_000, 100_000, 1_000_000})
# Units of distances.
_LENGTHS = frozenset({"km", "m", "mi", "mile"})
_FIRST_YEAR = 1500
# Hours of a day.
_DAY = 24
# Years of age up to which a limit behind people is an age.
_OLDEST = 99
_HOUR = re.compile(r"\d[ \u00a0\u202f]?h[ \u00a0\u202f]?$")
_HALF_DAY = re.compile(r"[ \u00a0\u202f]?[ap]\.?m\b")


_OPENING_QUOTES = frozenset('«“"‘')
_CLOSING_QUOTES = frozenset('»”"’')


class Exclusions(QuantityReader):
    """Tells the numbers that are quantities from others, and ranks from counts."""

    age_at = -1  # where the last number stands that is somebody's age

    def is_quantity(self, item: Item) -> bool:
        """Whether the number is a quantity; one that is a rank becomes one."""
        number, text = item.number, self.text
        after = text[item.end : item.end + 1]
        if (
            after.isalnum()
            or after == "_"
            or (text[item.begin - 1 : item.begin] == "+" and text[item.begin - 2 : item.begin - 1].isalpha())
            or (not number.in_words and (after == "°" or (after == "/" and item.kind == "count")))
        ):
            return False
        if after == "-" and text[item.end + 1 : item.end + 2].isupper():
            return False  # "8-Point Agenda"
        if number.value == 1 and item.kind == "money" and number.in_words and number.form == "plain":
            return False  # "not one dollar"
        if number.value == 1 and item.kind == "money" and text[item.end : item.end + 2].strip() == "=":
            return False  # "($1 = 0.93 euros)"
        if self._is_label(item) or self._is_day(item) or self._is_part_of_name(item) or self._is_furniture(item):
            return False
        if self._take_rank(item):
            return True
        if number.form == "ordinal":
            return False
        if item.kind == "measure" and item.unit in DURATIONS:
            return self._is_duration(item)
        if item.kind == "measure" and self._is_distance(item):
            return False
        return item.kind != "count" or self._is_count(item)

    def _is_count(self, item: Item) -> bool:
        number = item.number
        if number.form == "fraction":
            return number.mantissa != 0.5 and self._is_share(item)
        if number.in_words and number.value < _FIRST_COUNT_IN_WORDS:
            item.is_tentative = number.value > 0 and (self._opens_ratio(item) or self._may_pair(item))
            return item.is_tentative
        if number.in_words:
            return not self._is_title(item)
        if self._is_clock(item) or self._is_age(item):
            return False
        return not (self._is_year(item) or self._is_numbering(item) or self._is_name(item) or self._is_version(item))

    def _is_title(self, item: Item) -> bool:
        """As in "the Ten Thousand Wells programme": words with capitals inside a sentence."""
        tokens = self.tokens[item.first : item.last]
        after = self._next_token(item)
        if item.first == item.sentence.first or after is None or not after.is_capitalised:
            return False
        before = self.tokens[item.first - 1]
        return before.pos != "PUNCT" and all(t.text[0].isupper() and not t.text.isupper() for t in tokens)

    def _is_clock(self, item: Item) -> bool:
        """As in the 30 of "14 h 30", and "10 a.m."."""
        end = item.number.end
        return bool(_HOUR.search(self.text, max(0, item.begin - 4), item.begin)) or bool(
            _HALF_DAY.match(self.text, end, end + 5)
        )

    def _is_age(self, item: Item) -> bool:
        """As in "the population under 16 had grown": people before a limit that counts nothing."""
        if self._is_persons_age(item):
            return True
        length = self._qualifier_length(item)
        i = item.first - length - 1
        if not length or i < item.sentence.first or item.number.scale != 1 or item.number.value > _OLDEST:
            return False
        return self.tokens[i].folded in self.words.people and not self._counts_noun(item)

    def _is_persons_age(self, item: Item) -> bool:
        """As in "Mary Ofori, 61, was one of them": a number between commas behind a name."""
        i = item.first
        if i - 2 < item.sentence.first or self.tokens[i - 1].text != "," or not item.number.literal.isdigit():
            return False
        after = self._next_token(item)
        is_closed = after is not None and after.text == ","
        name = self.tokens[i - 2]
        is_named = name.is_capitalised and name.pos == "PROPN" and name.i > item.sentence.first
        return is_named and is_closed and 0 < item.number.value <= _OLDEST and item.number.scale == 1

    def _is_label(self, item: Item) -> bool:
        i = item.first
        if i == 0 or item.kind in ("money", "percent") or item.number.in_words:
            return False
        tokens = self.tokens
        sentence = item.sentence
        if self._ends_labels(item):
            return True
        before = tokens[i - 1]
        is_upper = before.folded in self.words.to | self.words.and_ and i - 3 >= sentence.first
        if before.folded in self.words.age_before or (is_upper and tokens[i - 3].folded in self.words.age_before):
            return True  # "aged 16 to 25"
        tail = self.doc.folded[max(0, item.begin - 6) : item.begin].strip()
        signs = self.words.number_signs
        if tail.endswith(signs) and any(
            tail.endswith(sign) and (not sign[0].isalpha() or tail == sign or not tail[-len(sign) - 1].isalpha())
            for sign in signs
        ):
            return True
        if before.pos == "ADJ" and i - 2 >= sentence.first and item.number.scale == 1:
            before = tokens[i - 2]  # "la route nationale 7"
        if before.folded not in self.words.labels or before.i < sentence.first:
            return False
        if before.is_capitalised and before.i > sentence.first and item.kind == "count" and item.number.scale == 1:
            return True  # "Phase 2"
        # "page 12", but "par jour 12 tonnes", "un projet 100 % public", "trois lots, 12 ..."
        return item.kind != "measure" and not self._counts_noun(item)

    def _ends_labels(self, item: Item) -> bool:
        """As in "Grades 1 to 3", "les articles 12 et 14", "a K to 10 curriculum": the last of some labels."""
        tokens, i = self.tokens, item.first
        if i - 2 < item.sentence.first or item.kind != "count" or item.number.scale != 1:
            return False
        link = tokens[i - 1]
        if link.folded not in self.words.to | self.words.and_ and link.text not in _HYPHENS and link.text != "–":
            return False
        first = tokens[i - 2]
        if len(first.text) == 1 and first.text.isupper() and first.i > item.sentence.first:
            return first.pos in ("NOUN", "PROPN") and link.folded in self.words.to
        label = tokens[i - 3] if i - 3 >= item.sentence.first else None
        is_label = label is not None and first.text.isdigit() and label.folded in self.words.labels
        return is_label and label is not None and (label.is_capitalised or not self._counts_noun(item))

    def _is_part_of_name(self, item: Item) -> bool:
        """As in "ten-point plan", "Ms ten Hove", and the base of a rate: "per 100,000 births"."""
        first = item.first
        after = self._next_token(item)
        if self.text[item.end : item.end + 1] in _HYPHENS and fold(self.text[item.end + 1 : item.end + 16]).startswith(
            tuple(self.words.compound_names)
        ):
            return True
        before = self.tokens[first - 1] if first > item.sentence.first else None
        if after is not None and item.kind == "count" and self._is_in_name(item, before, after):
            return True
        if before is None or item.kind != "count":
            return self._is_surname(item, after)
        if before.folded in self.words.rate_bases and item.number.value in _RATE_BASES:
            return True
        is_named = before.pos == "PROPN" and before.is_capitalised
        return (is_named or before.folded in self.words.articles) and self._is_surname(item, after)

    def _is_in_name(self, item: Item, before: Token | None, after: Token) -> bool:
        """As in "159 Struben Street", "la revue « 360 Industria »", "le Groupe des 12", "la règle du N+2"."""
        tokens = self.tokens
        if before is None or item.number.scale != 1 or not item.number.literal.isdigit():
            return False
        if before.text in _OPENING_QUOTES and after.is_capitalised:
            close = item.last + 1 + (item.last + 1 < item.sentence.last and tokens[item.last + 1].is_capitalised)
            return close < item.sentence.last and tokens[close].text in _CLOSING_QUOTES
        if after.is_capitalised and item.last + 1 < item.sentence.last:
            near = tokens[item.last + 1 : min(item.last + 3, item.sentence.last)]
            at = next((t for t in near if t.folded in self.words.streets and t.is_capitalised), None)
            return at is not None and (at.i + 1 >= item.sentence.last or tokens[at.i + 1].pos != "NOUN")
        group = tokens[before.i - 1] if before.i > item.sentence.first else None
        is_group = group is not None and group.is_capitalised and group.folded in self.words.groups
        is_group = is_group and after.pos not in ("NOUN", "ADJ")  # "a Council of 21 members"
        return is_group and (before.folded in self.numbers.linkers or before.pos in ("ADP", "DET"))

    def _is_surname(self, item: Item, after: Token | None) -> bool:
        """As in "Ten Hove said": a capital, and no plural, behind a number word that opens the sentence."""
        if not item.number.in_words or item.kind != "count" or item.last - item.first > 1 or after is None:
            return False
        is_name = after.is_capitalised and after.pos in ("PROPN", "NOUN") and not after.text.isupper()
        return is_name and item.number.scale == 1 and after.folded[-1] not in "sx"

    def _is_furniture(self, item: Item) -> bool:
        """As in "1 204 vues", "5 min read", "4 min 12": counters that stand in a line of their own."""
        block = self.doc.block_of(item.sentence)
        if block.end - block.start > _MAX_COUNTER:
            return False
        near = self.tokens[max(0, item.first - 1) : item.last + 2]
        return any(t.folded in self.words.page_nouns and block.start <= t.start < block.end for t in near)

    def _is_distance(self, item: Item) -> bool:
        """As in "within five kilometres of a school": where something is, or too few to be counted in words."""
        if item.number.in_words and item.number.value < _FIRST_COUNT_IN_WORDS:
            return not (self._may_pair(item) or self._opens_ratio(item))
        if not item.first or item.unit not in _LENGTHS:
            return False
        before = {t.folded for t in self.tokens[max(item.sentence.first, item.first - 2) : item.first]}
        behind = self.doc.words[item.last : min(item.last + 3, item.sentence.last)]
        is_bearing = not self.words.bearings.isdisjoint(behind)
        return (
            self.tokens[item.first - 1].folded in self.words.distance_before
            or is_bearing
            or not before.isdisjoint(self.words.radii)
        )

    def _is_day(self, item: Item) -> bool:
        """As in "le 4 mai", "May 4th": a day whose year nothing tells is no date, but no quantity either."""
        number = item.number
        if item.kind != "count" or number.scale != 1 or not 1 <= number.value <= 31 or number.in_words:
            return False
        months = _months(self.language)
        after = self._next_token(item)
        if after is not None and after.folded in months and (after.is_capitalised or not months[after.folded]):
            return True
        before = self.tokens[item.first - 1] if item.first else None
        return before is not None and months.get(before.folded, False) and before.is_capitalised

    def _opens_ratio(self, item: Item) -> bool:
        """As in "un élève sur trois", "one in five"."""
        sentence = item.sentence
        words = self.doc.words[item.last : min(item.last + 3, sentence.last)]
        return not self.words.out_of.isdisjoint([*words[:2], " ".join(words[:2]), " ".join(words[1:])])

    def _may_pair(self, item: Item) -> bool:
        """As in "four to five per cent", "from 14 years to no more than eight"."""
        sentence = item.sentence
        joins = self.words.to | self.words.and_
        after = self.tokens[item.last : min(item.last + 2, sentence.last)]
        if len(after) == 2 and after[0].folded in joins and (after[1].pos == "NUM" or after[1].text[0].isdigit()):
            return True
        i = item.first - 1 - self._qualifier_length(item)
        if i <= sentence.first:
            return False
        before = self.tokens[i].folded
        return before in self.words.out_of or (before in self.words.to and (not after or after[0].text in ".,;"))

    def _is_year(self, item: Item) -> bool:
        number = item.number
        if (
            number.scale != 1
            or not number.literal.isdigit()
            or len(number.literal) != 4
            or not _FIRST_YEAR <= number.value <= 2100
        ):
            return False
        if number.value < 1900:  # "n'a pas rompu depuis 1842"
            link = self.tokens[item.first - 1].folded if item.first else ""
            is_set_off = self.text[item.end : item.end + 1] in ",.;)" and link in self.words.year_links
            return is_set_off or (link in self.words.time_before and not self._counts_noun(item))
        token = self._next_token(item)
        if (start := self._qualifier(item)[1]) >= 0:
            is_free = token is None or token.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")
            opens = start == item.sentence.first
            near = {self.tokens[start].folded, "" if opens else self.tokens[start - 1].folded}
            return is_free and not near.isdisjoint(self.words.year_links)  # "until at least", "beyond"
        before = self.tokens[item.first - 1] if item.first else None
        is_noun_before = before is not None and (before.pos in ("NOUN", "PROPN", "ADP") or before.is_capitalised)
        is_plural = token is not None and token.pos == "NOUN" and token.folded[-1] in "sx" and token.text[0].islower()
        return is_noun_before or not is_plural

    def _is_numbering(self, item: Item) -> bool:
        """As in "(1) ...", "2) ...", "3. ..." and clock times."""
        text, number = self.text, item.number
        after = text[number.end : number.end + 1]
        if after == ")" and number.value < 30:
            return text[item.begin - 1 : item.begin] == "(" or item.sentence.start == item.begin
        if item.sentence.start != item.begin or number.value >= 30 or not number.literal.isdigit():
            return False
        token = self._next_token(item)
        return after in (".", "-", "°") or (token is not None and token.is_capitalised and token.pos != "ADJ")

    def _is_name(self, item: Item) -> bool:
        """As in "Vision 2035", "Ligue 1", "Covid 19": a number that ends a proper name."""
        i = item.first
        sentence = item.sentence
        if (
            i <= sentence.first
            or item.number.scale != 1
            or item.number.value >= 10_000
            or not item.number.literal.isdigit()
        ):
            return False
        before = self.tokens[i - 1]
        if (
            not before.is_capitalised
            or not before.text[-1].isalnum()
            or before.pos in ("DET", "ADP", "VERB", "AUX", "CCONJ", "SCONJ", "ADV")
        ):
            return False
        if i - 2 >= sentence.first and before.pos in ("PROPN", "NOUN") and item.number.value < 20:
            article = self.tokens[i - 2].folded in self.words.articles
            if article:
                return True  # "the Orbit 6 satellites"
        return not self._counts_noun(item) and (i - 1 > sentence.first or before.pos == "PROPN")

    def _is_version(self, item: Item) -> bool:
        literal = item.number.literal
        return item.number.scale == 1 and literal.endswith((".0", ",0")) and len(literal) <= 4

    def _is_share(self, item: Item) -> bool:
        # "deux tiers des élèves", "a third of": not "le tiers payant", "third quarter".
        token = self._next_token(item)
        linkers = self.numbers.linkers
        behind = [w for w in following(self.doc, item.end, 4) if w.folded not in linkers]
        behind = behind[1:] if behind and behind[0].folded in self.words.articles else behind
        if (unit := unit_after(behind, self.language)) is not None and unit[0] in DURATIONS:
            return False  # "un quart d'heure"
        return token is not None and (token.folded in self.numbers.fraction_of or token.pos in ("VERB", "AUX"))

    def _take_rank(self, item: Item) -> bool:
        tokens, words, number = self.tokens, self.words, item.number
        i = item.first
        sentence = item.sentence
        before = tokens[i - 1].folded if i > sentence.first else ""
        if before.rstrip("-") in words.top or self._is_hyphened_top(item):
            if item.kind != "count":
                return False
            start = tokens[i - 1].start if before in words.top else tokens[i].start
            item.unit, item.kind, item.qualifier, item.qualifier_start = "rank", "rank", "at_most", start
            return True
        after = [t.folded for t in tokens[item.last : min(item.last + 3, sentence.last)]]
        if item.kind == "count" and after and after[0] in words.top_after and number.value >= 3:
            item.unit, item.kind, item.qualifier, item.qualifier_start = "rank", "rank", "at_most", item.begin
            return True
        if number.form != "ordinal":
            if (
                item.kind == "count"
                and before in words.rank_numbers
                and number.literal.isdigit()
                and not self._counts_noun(item)
            ):
                item.unit, item.kind = "rank", "rank"
                return True
            return False
        near = {t.folded for t in tokens[max(sentence.first, i - 5) : i]}
        if len(after) > 1 and after[0] in words.out_of and after[1][:1].isdigit():
            item.unit, item.kind = "rank", "rank"  # "est 113e sur 190"
            return True
        is_pair = (
            len(after) == 3
            and after[0] in words.to
            and any(a[:1].isdigit() for a in after[1:])
            and item.last + 1 < sentence.last
        )
        if any(a in words.rank_nouns for a in after) or near & words.rank_cues or is_pair:
            item.unit, item.kind = "rank", "rank"
            return True
        return False

    def _is_hyphened_top(self, item: Item) -> bool:
        head = self.doc.folded[max(0, item.begin - 4) : item.begin]
        return head[-1:] == "-" and head[:-1].strip() in self.words.top

    def _is_duration(self, item: Item) -> bool:
        """Spans of time that something takes; not ages, clock times, nor what only dates something."""
        words, number = self.words, item.number
        if number.in_words and number.value < _FIRST_COUNT_IN_WORDS:
            return False
        sentence = item.sentence
        tokens = self.tokens
        before = [t.folded for t in tokens[max(sentence.first, item.first - 4) : item.first]]
        after = [t.folded for t in tokens[item.last : min(item.last + 3, sentence.last)]]
        if item.unit == "hour" and number.value <= 24 and number.literal.isdigit():
            if self.text[item.end : item.end + 1].isdigit() or re.match(r"\s?\d", self.text[item.end : item.end + 2]):
                return False
            is_clock = before and before[-1] in unit_lexicon(self.language).clock
            if is_clock and not self._qualifier_length(item) and not self._ends_change(item):
                return False
        if self._is_persons_age(item):
            return False
        if (
            set(before) & words.age_before
            or (after and after[0] in words.age_after)
            or self.text[item.end : item.end + 4] == "-old"
        ):
            return False
        is_of_it = bool(after) and after[0] in self.numbers.linkers and before[-1:] and before[-1] in words.articles
        is_lasting = len(before) > 1 and before[-1] in words.time_before and before[-2] in words.to
        if is_lasting or (is_of_it and len(after) > 1 and not set(before[:-1]) & words.people):
            return True  # "expected to last 28 months", "payer les 14 mois d'arriérés"
        if set(before) & words.people and item.unit in ("year", "month"):
            self.age_at = number.start
            return False
        joined_before, joined_after = " ".join(before), " ".join(after)
        if any(joined_before.endswith(p) and (" " + joined_before).endswith(" " + p) for p in words.time_before):
            return False
        return not any((joined_after + " ").startswith(p + " ") for p in words.time_after)

    def _ends_change(self, item: Item) -> bool:
        """As in "passer de 72 à 24 heures": more hours than a day has, or a verb of change, before an hour."""
        i = item.first - 2
        if i <= item.sentence.first or self.tokens[item.first - 1].folded not in self.words.to:
            return False
        number = self.tokens[i]
        if not number.text.isdigit() or self.tokens[i - 1].folded not in self.words.from_:
            return False
        context = [t.folded for t in self.tokens[max(item.sentence.first, i - 6) : i]]
        return int(number.text[:3]) > _DAY or any_stem(context, self.words.level_changes)


@cache
def _months(language: str) -> dict[str, bool]:
    """Month names of a language (CLDR), with whether they are written with a capital."""
    wide, short = get_month_names("wide", locale=language), get_month_names("abbreviated", locale=language)
    return {fold(n).rstrip("."): n[0].isupper() for n in (*wide.values(), *short.values())}
