"""Corrections of the tagging around figures, where the words beside a number tell what a tagger often mistakes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipelines.extract.dictionary import plural_endings, third_person_endings

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.figure_lexicon import FigureLexicon

# Words between a verb of level and its number: "stood at around", "owes its lenders".
_REACH = 4
# Letters that a word has more than which ends as a future does.
_FUTURE = 4
# Letters of words that are hardly nouns.
_SHORT = 3
# Letters of the shortest acronym.
_SHORTEST = 2
_NAMES = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "SYM", "PUNCT"})
# Tags that a tagger gives to verbs that it doesn't know.
_MISTAKEN = frozenset({"NOUN", "ADJ", "ADP", "ADV"})
# Tags that a tagger hardly ever gives to a noun or a verb.
_CERTAIN = frozenset({"PUNCT", "NUM", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "SYM"})


def retagged(doc: Document, sentences: list[Sentence], numbers: set[int], lexicon: FigureLexicon) -> list[Token]:
    """The document's tokens, with corrected copies in place of those that are mistagged beside a number.

    Args:
        sentences: those that hold a figure; no other is touched.
        numbers: tokens that a quantity (with its qualifier) starts at.
    """
    tokens = list(doc.tokens)
    near = {j for i in numbers for j in range(i - _REACH + 1, i)}
    for sentence in sentences:
        _correct(tokens, sentence, near, lexicon, doc.language)
    return tokens


def _correct(tokens: list[Token], sentence: Sentence, near: set[int], lexicon: FigureLexicon, language: str) -> None:
    has_finite = "Fin" in [t.verb for t in tokens[sentence.first : sentence.last]]
    for i in range(sentence.last - 1, sentence.first - 1, -1):
        token, text = tokens[i], tokens[i].text
        is_word = text.isalpha() and text[-1].islower()
        if not is_word and token.pos not in _NAMES and (sure := _of_signs(tokens, i, sentence)) is not None:
            tokens[i] = replace(token, pos=sure, verb="")
            continue
        if token.pos in _CERTAIN:
            continue
        before = tokens[i - 1] if i > sentence.first else None
        after = tokens[i + 1] if i + 1 < sentence.last else None
        tag = _tag(token, before, after, lexicon, language)
        if tag is None and token.pos == "PROPN" and before is not None and before.verb == "Part":
            tag = ("VERB", "Part") if before.pos == "AUX" and token.text.islower() else None  # "have been sunk"
        is_finite = tag is None and token.verb == "Fin" and after is not None
        if is_finite and _counts_acronym(tokens[max(sentence.first, i - 2) : i], token, language):
            tag = ("NOUN", "")  # "on 40 IT projects"
        elif is_finite and before is not None and before.pos == "NOUN" and lexicon.participles_are_pasts:
            is_past = token.pos == "VERB" and token.folded.endswith(lexicon.past_endings)
            tag = ("VERB", "Part") if is_past and _is_object(tokens, i, sentence) else None
        if i in near and before is not None and before.text in (",", ")"):
            has_finite = "Fin" in [t.verb for t in tokens[sentence.first : i]]
        if tag is None and i in near and before is not None and after is not None and token.text.isalpha():
            tag = _tag_beside_number(tokens[max(sentence.first, i - 4) : i + 2], token, has_finite, lexicon, language)
        if tag is not None:
            tokens[i] = replace(token, pos=tag[0], verb=tag[1])


def _of_signs(tokens: list[Token], i: int, sentence: Sentence) -> str | None:
    """The tag of token `i`, no name, where its letters decide: "du PIB", "40 IT jobs" are nouns, "%" none."""
    token = tokens[i]
    text = token.text
    if not text[0].isalnum():
        return "SYM" if token.verb else None
    if not text[-1].isupper() or len(text) < _SHORTEST or not text.isupper() or not text.isalpha():
        return None
    beside = [tokens[j].text for j in (i - 1, i + 1) if sentence.first <= j < sentence.last]
    return None if any(t.isupper() and len(t) > 1 for t in beside) else "NOUN"


def _is_object(tokens: list[Token], i: int, sentence: Sentence) -> bool:
    """As in "promises 25,000 homes priced at", "Of the 900 grants promised under": no subject before token `i`."""
    j = i
    while j > sentence.first and tokens[j - 1].pos in ("NOUN", "ADJ", "PROPN"):
        j -= 1
    if j == sentence.first or tokens[j - 1].pos != "NUM":
        return False
    while j > sentence.first and tokens[j - 1].pos in ("NUM", "DET", "ADV"):
        j -= 1
    before = tokens[j - 1] if j > sentence.first else None
    if before is None:
        return False
    is_opening = before.pos == "ADP" and (j - 1 == sentence.first or tokens[j - 2].text == ",")
    return is_opening or (before.pos == "VERB" and before.verb in ("Fin", "Inf"))


def _counts_acronym(before: list[Token], token: Token, language: str) -> bool:
    """Whether a number and a word in capitals stand before a plural that a tagger takes for a finite verb."""
    is_plural = token.folded.endswith(plural_endings(language)) and len(before) == _SHORTEST
    return is_plural and before[0].pos == "NUM" and before[1].text.isupper() and before[1].text.isalpha()


def _tag(
    token: Token, before: Token | None, after: Token | None, lexicon: FigureLexicon, language: str
) -> tuple[str, str] | None:
    """The right tag of a word that its neighbours decide, None where the tagger's stands."""
    if before is None:
        return _tag_first(token, after, lexicon)
    is_linked = token.pos == "ADV" and _is_linked_noun(token, before, after, lexicon)
    if is_linked or (token.verb == "Ger" and before.folded in lexicon.per):
        return "NOUN", ""  # "par habitant"
    if token.verb == "Ger" and token.folded in lexicon.gerund_nouns:
        return ("NOUN", "") if before.folded not in lexicon.infinitive_marks and before.pos != "AUX" else None
    if before.pos == "NUM":
        return _tag_counted(token, after, lexicon, language)
    if after is not None and after.folded in lexicon.linking_adjectives and token.verb == "Fin":
        return ("NOUN", "") if before.pos in ("DET", "ADJ", "NOUN", "PROPN") else None  # "the road project worth"
    if token.verb and _is_possessed(token, before, after, language):
        return "NOUN", ""
    if form := _sure_verb(token, before, lexicon):
        return "VERB", form
    is_noun = token.pos == "NOUN" and before.folded in lexicon.clitics
    if is_noun and len(token.text) > _FUTURE and token.folded.endswith(lexicon.future_endings):
        return "VERB", "Fin"  # "l'État en prendra 30 %"
    if before.pos in ("VERB", "AUX") and lexicon.multiple_endings and token.folded.endswith(lexicon.multiple_endings):
        return "ADV", ""  # "rise tenfold to"
    is_plural = is_noun and token.folded.endswith(lexicon.plural_verb_endings)
    return ("VERB", "Fin") if is_plural and not token.folded.endswith(lexicon.noun_endings) else None


def _is_linked_noun(token: Token, before: Token, after: Token | None, lexicon: FigureLexicon) -> bool:
    """As in "3 200 heures d'ensoleillement": a noun whose ending makes a tagger take it for an adverb."""
    if before.folded not in lexicon.linkers or token.folded in lexicon.fillers:
        return False
    is_noun = bool(lexicon.noun_endings) and token.folded.endswith(lexicon.noun_endings)
    return is_noun and (after is None or after.pos != "NUM")


def _is_possessed(token: Token, before: Token, after: Token | None, language: str) -> bool:
    """As in "the country's roadways", "of the island's power": a noun on either side of a genitive."""
    if after is not None and after.folded == "'s" and after.pos == "PART":
        return True
    is_behind = before.folded == "'s" and before.pos == "PART"
    return is_behind and token.verb in ("Inf", "Fin") and token.folded.endswith(plural_endings(language))


def _sure_verb(token: Token, before: Token, lexicon: FigureLexicon) -> str:
    """The form of a verb that its ending or a pronoun before it tells; "" for none."""
    if token.verb == "Fin" and lexicon.sure_infinitives and token.folded.endswith(lexicon.sure_infinitives):
        return "Inf"
    if token.pos not in _MISTAKEN:
        return ""
    if token.pos in ("NOUN", "ADJ") and before.folded in lexicon.verb_clitics:
        return "Fin"
    # "5 000 unités de volaille verront le jour": an ending that no other word has
    is_future = token.folded.endswith(lexicon.sure_futures) and len(token.text) > _FUTURE
    return "Fin" if is_future and token.text[0].islower() else ""


def _tag_first(token: Token, after: Token | None, lexicon: FigureLexicon) -> tuple[str, str] | None:
    """The right tag of a word that opens its sentence."""
    is_noun = token.pos == "INTJ" or (after is not None and after.folded in lexicon.linking_adjectives)
    is_noun = is_noun or (token.verb in ("Fin", "Inf") and after is not None and after.verb == "Fin")
    return ("NOUN", "") if is_noun and len(token.text) > _SHORT else None


def _tag_counted(token: Token, after: Token | None, lexicon: FigureLexicon, language: str) -> tuple[str, str] | None:
    """The right tag of a word behind a number."""
    if token.pos == "INTJ" or (token.pos == "ADV" and token.folded in lexicon.never_aimed):
        return "NOUN", ""  # "51 oui"
    is_last = after is None or after.pos not in ("NOUN", "ADJ")
    if token.pos == "ADJ" and is_last and token.folded in lexicon.people_adjectives:
        return "NOUN", ""  # "dont 102 000 jeunes"
    if token.verb != "Fin" or after is None:
        return None
    if after.pos == "PUNCT" and token.folded.endswith(plural_endings(language)):
        return "NOUN", ""  # "plants 900 groves."
    is_described = lexicon.participles_are_pasts and after.pos == "NOUN"
    is_described = is_described and token.folded.endswith(lexicon.past_endings)
    return ("VERB", "Part") if is_described else None  # "3,500 registered voters"


def _tag_beside_number(
    window: list[Token], token: Token, has_finite: bool, lexicon: FigureLexicon, language: str
) -> tuple[str, str] | None:
    """The right tag of a word shortly before a number.

    Args:
        window: up to four tokens before `token`, itself, and the one behind.
    """
    at = window.index(token)
    before, after, lowered = window[at - 1], window[at + 1], token.text.lower()
    if lowered in lexicon.linking_adjectives and before.pos not in ("AUX", "PRON", "DET", "ADV"):
        return ("ADP", "") if token.verb != "Ger" else None
    if lowered in lexicon.level_participles and token.pos in ("NOUN", "ADJ", "ADP", "PROPN"):
        return ("VERB", "Part") if before.text == "," or before.pos in ("AUX", "NOUN") else None
    is_marked = lexicon.bare_verbs_share and before.folded in lexicon.infinitive_marks and at > 1
    if is_marked and token.pos in ("NOUN", "ADJ") and after.pos == "NUM" and window[at - 2].verb == "Part":
        return "VERB", "Inf"  # "were asked to hire 300"
    if lowered in lexicon.level_gerunds:
        return "VERB", "Ger"
    is_bare = not has_finite and token.pos == "NOUN" and lowered.endswith(third_person_endings(language))
    if is_bare and at > 1 and before.pos == "NOUN" and window[at - 2].pos == "DET":
        return "VERB", "Fin"  # "The firm manages about"
    is_told = before.folded in lexicon.object_pronouns and before.text[-1] in "'’" and after.pos == "ADP"
    if is_told and token.folded in lexicon.estimates:
        return "VERB", "Fin"  # "le ministre l'estime à"
    is_linked = lowered in lexicon.linked_levels and after.pos == "ADP" and after.folded not in lexicon.linkers
    if is_linked and token.pos == "NOUN" and (before.pos == "NOUN" or at == 1):
        return "VERB", "Fin"  # "Receipts amount to"
    is_level = lowered in lexicon.level_forms and not (token.pos == "VERB" and token.verb == "Fin")
    is_past = lexicon.participles_are_pasts and token.verb == "Part" and not has_finite
    is_free = before.pos in ("NOUN", "PROPN", "PRON", "ADV", "VERB") or before.folded in lexicon.distributives
    is_free = is_free or before.folded in lexicon.partitives or (before.pos == "NUM" and window[at - 2].is_capitalised)
    is_free = is_free or (before.text in (",", ")") and not has_finite)  # "The dam, pride of the plan, cost"
    if not (is_level or is_past) or not is_free:
        return None
    if token.verb == "Part" and any(t.pos == "AUX" for t in window[:at]):
        return None
    return None if after.folded in lexicon.linkers else ("VERB", "Fin")
