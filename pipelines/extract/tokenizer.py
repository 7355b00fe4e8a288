"""How a language's texts are cut into tokens, and the type of a word in its lists that is compared with one token."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from pipelines.extract.lexicon import LexiconModel, load_topic
from pipelines.extract.text import fold


class TokenLexicon(LexiconModel):
    """Topic `tokens`: what glues words together, which full stops don't end a sentence, and how forms of words end."""

    elisions: list[str]
    clitics: list[str]
    enclitics: list[str]  # pronouns hung on a verb by a hyphen
    abbreviations: frozenset[str]
    plurals: dict[str, str]  # endings of plurals with those of their singulars
    third_person_endings: list[str]
    past_endings: list[str]
    participle_endings: list[str]
    superlative_endings: list[str]
    sure_superlative_endings: list[str]


@cache
def token_lexicon(language: str) -> TokenLexicon:
    """How words and sentences of a language are cut."""
    lexicon: TokenLexicon = load_topic(language, "tokens", TokenLexicon)
    return lexicon


@cache
def tokenizer(language: str) -> re.Pattern[str]:
    """What one token of a text in `language` is (first group), and the white space behind it (second group)."""
    lexicon = token_lexicon(language)
    elisions = "|".join(sorted(map(re.escape, lexicon.elisions), key=len, reverse=True))
    clitics = "|".join(c.replace("'", "['’]") for c in lexicon.clitics)
    enclitics = "|".join(sorted(map(re.escape, lexicon.enclitics), key=len, reverse=True))
    hyphen = rf"[-‐‑](?!(?:{enclitics})(?!\w))" if enclitics else "[-‐‑]"
    inside = r"[^\W\d_]{3}" if elisions else r"[A-Z]|t\b|re\b|ve\b|ll\b"
    parts = [
        # Most words, told at once: letters, and then a space or comma.
        r"[^\W\d_]{1,61}+(?=[ ,])",
        r"https?://\S{1,200}|www\.\S{1,200}|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}",
        rf"(?:{elisions})['’](?=\w|[«\"“])" if elisions else "",
        rf"(?:{clitics})(?!\w)" if clitics else "",
        rf"(?<=\w)-(?:{enclitics})(?!\w)" if enclitics else "",
        r"(?:[A-Z]\.){2,6}(?!\w)",  # U.S., H.E.
        r"\d{1,20}(?:[.,]\d{1,20}){0,8}",
        # An apostrophe stays inside "aujourd'hui", "N'Djamena", "O'Brien" and "chef-d'œuvre".
        rf"[^\W\d_](?:[^\W_]|['’](?={inside})){{0,60}}(?:{hyphen}(?:[^\W_]|['’](?={inside})){{1,60}}){{0,8}}",
        r"\S",
    ]
    return re.compile(rf"({'|'.join(p for p in parts if p)})(\s*)", re.IGNORECASE if elisions else 0)


def _one_token(word: str, info: ValidationInfo) -> str:
    """Refuse what no token of a text can be: several words, or one that the tokenizer cuts."""
    context: dict[str, str] = info.context or {}  # `load_topic` gives it
    if not word.isalpha() and not _is_token(word, context["language"]):
        message = f"{word!r} is no word as the tokenizer cuts them, so no token is ever equal to it"
        raise ValueError(message)
    return word


def _is_token(word: str, language: str) -> bool:
    # What is elided stands before a word, what is hung on one behind it; abbreviations are known by their capitals.
    beside = (word.upper() if "." in word else word, f"{word}a", f"a{word}")
    return any(fold(token) == fold(word) for text in beside for token, _ in tokenizer(language).findall(text))


# A word that is compared with a single token. A phrase is a `str`, and read as the words that it is made of.
Word = Annotated[str, AfterValidator(_one_token)]
