"""A language model behind an OpenAI-compatible address, asked for findings with quotes (extra `chat`)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files

from openai import BadRequestError, OpenAI, OpenAIError, UnprocessableEntityError
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from pipelines.extract.document import Document
from pipelines.extract.engine import ExtractorUnavailable
from pipelines.extract.records import Extraction
from pipelines.extractors.quoted import Findings, extraction_of

_MOST_CHARACTERS = 30_000  # of an article, as a model's window is bounded


class ChatSettings(BaseSettings):
    """Where the model is, from `PLANWATCH_CHAT_URL`, `_MODEL`, `_KEY` and `_TIMEOUT` (seconds)."""

    model_config = SettingsConfigDict(env_prefix="PLANWATCH_CHAT_", frozen=True)

    url: str
    model: str
    key: str = "none"
    timeout: float = Field(default=120, gt=0)


@dataclass(frozen=True)
class ChatExtractor:
    """Asks once per article; an answer that isn't JSON finds nothing."""

    settings: ChatSettings

    @property
    def name(self) -> str:
        """Model and version of the question, so that a change of either extracts again."""
        version = hashlib.sha256(_question().encode()).hexdigest()[:8]
        return f"chat-{self.settings.model}/{version}"

    def extract(self, doc: Document) -> Extraction:
        """What the model finds and can quote.

        Raises:
            ExtractorUnavailable: the address doesn't answer or lets nobody in, after the client's own retries.
            openai.OpenAIError: it refuses this article.
        """
        try:
            answer = self._ask(doc)
        except (BadRequestError, UnprocessableEntityError):
            raise
        except OpenAIError as error:
            raise ExtractorUnavailable(f"{type(error).__name__}: {error}") from error
        return extraction_of(_decoded(answer), doc.text)

    def _ask(self, doc: Document) -> str | None:
        client = OpenAI(base_url=self.settings.url, api_key=self.settings.key, timeout=self.settings.timeout)
        about = f"Title: {doc.title or '-'}\nPublished: {doc.published_on or '-'}\nLanguage: {doc.language}\n\n"
        answer = client.chat.completions.create(
            model=self.settings.model,
            temperature=0,
            seed=0,
            response_format={"type": "json_object"},
            messages=[
                {"role": "system", "content": _question()},
                {"role": "user", "content": about + doc.text[:_MOST_CHARACTERS]},
            ],
        )
        return answer.choices[0].message.content


def _question() -> str:
    text = files("pipelines.extractors").joinpath("question.md").read_text(encoding="utf-8")
    return text.replace("{schema}", json.dumps(Findings.model_json_schema()))


def _decoded(text: str | None) -> object:
    try:
        return json.loads(text or "")
    except ValueError:
        return None


def make() -> ChatExtractor:
    """The extractor that the environment describes.

    Raises:
        pydantic.ValidationError: the address or the model isn't set.
    """
    return ChatExtractor(ChatSettings())
