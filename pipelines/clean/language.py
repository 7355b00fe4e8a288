"""Which language a text is in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import LanguageIdentifier

_SAMPLE = 1000
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
    """ISO 639-1 code of a text's language, told from its first 1,000 characters; None where nothing can be told."""
    sample = text[:_SAMPLE]
    if sum(1 for c in sample if c.isalpha()) < _MIN_LETTERS:
        return None
    language, confidence = _identifier().classify(sample)
    return language if confidence >= _MIN_CONFIDENCE or len(sample) > _SHORT else None
