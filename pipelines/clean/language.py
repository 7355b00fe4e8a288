"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import LanguageIdentifier

# 150 characters settle nearly every article; more is asked for where they don't.
_SAMPLES = (150, 400, 1500)
_SURE = 0.95
_MIN_LETTERS = 20
_SHORT = 200
_MIN_CONFIDENCE = 0.5


@cache
def _identifier() -> LanguageIdentifier:
    # Labels of three letters are pidgins and creoles close to English and French, which the model prefers too
    # often, and have no ISO 639-1 code; the others left out are next to nobody's press and as easily confused.
    identifier = LanguageIdentifier.from_model_file("data/model.npz.xz", norm_probs=True)
    rare = {"la", "br", "oc", "wa", "eo", "ia", "ie", "io", "vo", "li", "fy", "lb", "gd", "gv", "kw", "co", "sc", "an"}
    identifier.set_languages([label for label in identifier.labels if len(label) == 2 and label not in rare])
    return identifier


def identify(text: str) -> str | None:
    """ISO 639-1 code of a text's language, told from its beginning; None where nothing can be told."""
    if sum(map(str.isalpha, text[: _SAMPLES[0]])) < _MIN_LETTERS:
        return None
    language, confidence = "", 0.0
    for size in _SAMPLES:
        language, confidence = _identifier().classify(text[:size])
        if confidence >= _SURE:
            break
    return language if confidence >= _MIN_CONFIDENCE or len(text) > _SHORT else None
