"""Language data: the words that the grammar in code needs, one folder per language, one file per topic.

A topic file is YAML and is validated by the pydantic model of the extractor that reads it, so that a
mistyped key or a missing list is an error that names the file.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

# libyaml reads the language files ten times as fast; wheels have it, a build from source may lack it.
_SafeLoader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _WordLoader(_SafeLoader):  # type: ignore[misc, valid-type]
    """YAML in which `no`, `on`, `yes` and `off` are words, as they are in a list of words."""


_WordLoader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag != "tag:yaml.org,2002:bool"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

_ROOT = files("pipelines").joinpath("languages")


class LexiconError(ValueError):
    """A language file is missing or doesn't have the shape that its reader expects."""


class LexiconModel:
    """Base of the topic models: unknown keys are refused, instances are immutable.

    Each is a dataclass of pydantic's: an attribute of its `BaseModel` takes four times as long to read, and grammars
    read ten thousand per article.
    """

    def __init_subclass__(cls) -> None:
        """Make a dataclass of a model."""
        super().__init_subclass__()
        dataclass(frozen=True, eq=False, kw_only=True, config=ConfigDict(extra="forbid"))(cls)


Model = TypeVar("Model", bound=LexiconModel)


@cache
def languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a folder, in order."""
    return tuple(sorted(entry.name for entry in _ROOT.iterdir() if entry.is_dir() and len(entry.name) == 2))


@cache
def load_topic(language: str, topic: str, model: type[Model]) -> Model:
    """Read and validate `languages/<language>/<topic>.yaml`.

    Raises:
        LexiconError: the file is absent, is not YAML or fails the model's validation.
    """
    path = _ROOT.joinpath(language, f"{topic}.yaml")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_WordLoader)  # noqa: S506 (a SafeLoader)
        return TypeAdapter(model).validate_python(data, context={"language": language})
    except FileNotFoundError:
        raise LexiconError(f"languages/{language}/{topic}.yaml is missing: every language needs this topic") from None
    except (yaml.YAMLError, ValidationError) as error:
        raise LexiconError(f"languages/{language}/{topic}.yaml: {error}") from error
