"""Extractors to choose from: the grammar that ships, and whatever a user plugs in.

An extractor is made by a factory without arguments that returns a `pipelines.extract.engine.Extractor`; a package
offers one as an entry point of the group `planwatch.extractors`, and `PLANWATCH_EXTRACTOR` names it.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from pydantic import ValidationError

from pipelines.errors import ConfigurationError
from pipelines.extract.engine import Extractor

GROUP = "planwatch.extractors"
DEFAULT = "grammar"


@cache
def extractor_named(name: str) -> Extractor | None:
    """The extractor of this name; None stands for the grammar, which is one per language.

    Raises:
        ConfigurationError: nothing of this name is installed, or what it needs isn't.
    """
    if name == DEFAULT:
        return None
    offered = entry_points(group=GROUP)
    if name not in offered.names:
        known = ", ".join(sorted({DEFAULT, *offered.names}))
        raise ConfigurationError(f"There is no extractor {name!r}. Set PLANWATCH_EXTRACTOR to one of: {known}.")
    try:
        extractor: Extractor = offered[name].load()()
    except ImportError as error:
        raise ConfigurationError(
            f"The extractor {name!r} needs {error.name}. Install it: pip install 'planwatch[{name}]'."
        ) from error
    except ValidationError as error:
        missing = ", ".join(str(e["loc"][0]) for e in error.errors() if e["loc"])
        raise ConfigurationError(
            f"The extractor {name!r} lacks settings ({missing}). Set PLANWATCH_{name.upper()}_URL and so on; see "
            "docs/extending.md."
        ) from error
    return extractor
