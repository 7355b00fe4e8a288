"""Corrections of the tagging around figures, where the words beside a number tell what a tagger often mistakes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipelines.extract.document import Document, Sentence, Token
    from pipelines.extract.figure_lexicon import FigureLexicon

# Words between a verb of level and its number: "stood at around", "owes its lenders".
_REACH = 4


def retagged(doc: Document, sentences: list[Sentence], numbers: set[int], lexicon: FigureLexicon) -> list[Token]:
    """The document's tokens, with corrected copies in place of those that are mistagged beside a number.

    Args:
        sentences: those that hold a figure; no other is touched.
        numbers: tokens that a quantity (with its qualifier) starts at.
    """
    tokens = list(doc.tokens)
    for sentence in sentences:
        _correct(tokens, sentence, numbers, lexicon)
    return tokens


def _correct(tokens: list[Token], sentence: Sentence, numbers: set[int], lexicon: FigureLexicon) -> None:
    has_finite = any(tokens[i].verb == "Fin" for i in range(sentence.first, sentence.last))
    for i in range(sentence.last - 1, sentence.first - 1, -1):
        token = tokens[i]
        before = tokens[i - 1] if i > sentence.first else None
        after = tokens[i + 1] if i + 1 < sentence.last else None
        if (tag := _tag(token, before, after, lexicon)) is not None or (
            tag := _tag_beside_number(tokens, i, sentence, numbers, has_finite, lexicon)
        ) is not None:
            tokens[i] = replace(token, pos=tag[0], verb=tag[1])


def _tag(token: Token, before: Token | None, after: Token | None, lexicon: FigureLexicon) -> tuple[str, str] | None:
    """The right tag of a word that its neighbours decide, None where the tagger's stands."""
    if token.verb == "Ger" and token.folded in lexicon.gerund_nouns and before is not None:
        return ("NOUN", "") if before.folded not in lexicon.infinitive_marks else None
    if before is None:
        is_noun = token.pos == "INTJ" or (token.verb in ("Fin", "Inf") and after is not None and after.verb == "Fin")
        return ("NOUN", "") if is_noun and len(token.text) > 3 else None
    if before.folded in lexicon.verb_clitics and token.pos in ("NOUN", "ADJ"):
        return "VERB", "Fin"
    is_plural_verb = token.pos == "NOUN" and before.folded in lexicon.clitics
    return ("VERB", "Fin") if is_plural_verb and token.folded.endswith(tuple(lexicon.plural_verb_endings)) else None


def _tag_beside_number(
    tokens: list[Token], i: int, sentence: Sentence, numbers: set[int], has_finite: bool, lexicon: FigureLexicon
) -> tuple[str, str] | None:
    token = tokens[i]
    if i == sentence.first or not token.text.isalpha():
        return None
    lowered = token.text.lower()
    if token.pos in ("NOUN", "ADJ", "ADP", "PROPN") and lowered in lexicon.level_participles:
        return ("VERB", "Part") if tokens[i - 1].text == "," or tokens[i - 1].pos in ("AUX", "NOUN") else None
    if lowered in lexicon.level_gerunds and i + 1 in numbers:
        return "VERB", "Ger"
    is_level = lowered in lexicon.level_forms and not (token.pos == "VERB" and token.verb == "Fin")
    is_past = lexicon.participles_are_pasts and token.verb == "Part" and not has_finite
    if not is_level and not is_past:
        return None
    if tokens[i - 1].pos not in ("NOUN", "PROPN", "PRON", "ADV", "VERB") or tokens[i - 1].text == ",":
        return None
    if token.verb == "Part" and any(t.pos == "AUX" for t in tokens[max(sentence.first, i - 4) : i]):
        return None
    j = next((j for j in range(i + 1, min(i + _REACH, sentence.last)) if j in numbers), None)
    if j is None or (j > i + 1 and tokens[i + 1].folded in lexicon.linkers):
        return None
    return "VERB", "Fin"
