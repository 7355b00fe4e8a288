"""Articles in JSON: one record, a list of records, or one record per line."""

from __future__ import annotations

import json
import re
from typing import Any

from pipelines.ingest.decode import decode
from pipelines.ingest.errors import Refusal
from pipelines.ingest.html import is_html, read_html
from pipelines.ingest.records import Limits, RawArticle

Parts = tuple[list[RawArticle], list[tuple[str, Refusal]]]

# Strings as a whole, so that brackets in them don't count; an unclosed one runs to the end.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
# Names of the fields that crawlers and feeds use, the documented one first.
_FIELDS: dict[str, tuple[str, ...]] = {
    "body": ("body", "text", "content", "articleBody"),
    "html": ("html", "raw_html"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "published_at",
        "published_on",
        "publishedAt",
        "datePublished",
        "date_published",
    ),
    "publisher": ("publisher", "outlet", "site_name", "source"),
    "author": ("author", "authors", "byline"),
    "url": ("url", "link"),
}


def read_json(data: bytes, path: str, limits: Limits) -> Parts:
    """The record of a .json file, or the records of a list in it (each `path#<item>`)."""
    value = _parse(decode(data), limits)
    if not isinstance(value, list):
        return [_article(value, path, limits)], []
    if not value:
        raise Refusal("empty", "An empty list. Remove it or put articles in it.")
    return _each(((f"{path}#{i}", item) for i, item in enumerate(value, 1)), limits)


def read_lines(data: bytes, path: str, limits: Limits) -> Parts:
    """The records of a JSON Lines file, each `path#L<line>`; a bad line costs itself only.

    A last line that was cut off is `truncated`, so that a file still being fetched is told from a bad one.
    """
    text = decode(data)
    lines = text.split("\n")
    articles: list[RawArticle] = []
    refusals: list[tuple[str, Refusal]] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        part = f"{path}#L{number}"
        try:
            if len(line) > limits.file_bytes:
                raise Refusal("too_large", f"Line {number} has {len(line):,} characters. Split it into articles.")
            articles.append(_article(_parse(line, limits), part, limits))
        except Refusal as refusal:
            is_cut = number == len(lines) and refusal.reason == "malformed" and number > 1
            reason = "truncated" if is_cut else refusal.reason
            refusals.append((part, Refusal(reason, f"Line {number}: {refusal.detail}")))
    return articles, refusals


def _each(parts: Any, limits: Limits) -> Parts:
    articles: list[RawArticle] = []
    refusals: list[tuple[str, Refusal]] = []
    for part, item in parts:
        try:
            articles.append(_article(item, part, limits))
        except Refusal as refusal:
            refusals.append((part, refusal))
    return articles, refusals


def _parse(text: str, limits: Limits) -> Any:
    _refuse_depth(text, limits.json_depth)
    try:
        # Numbers stay text: converting one of a million digits takes minutes.
        return json.loads(text, parse_int=str, parse_float=str)
    except RecursionError:
        raise Refusal("too_deep", "Nested too deeply. Write one flat record per article.") from None
    except ValueError as error:
        reason = getattr(error, "msg", "not JSON")
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise Refusal("malformed", f"Not valid JSON: {reason}{where}. Mend it or write the file again.") from None


def _refuse_depth(text: str, limit: int) -> None:
    if text.count("[") + text.count("{") <= limit:
        return
    depth = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > limit:
            raise Refusal("too_deep", f"Nested more than {limit} deep. Write one flat record per article.")


def _article(record: Any, path: str, limits: Limits) -> RawArticle:
    if not isinstance(record, dict):
        raise Refusal("malformed", "Not a record with fields. Write an object with title, published, body or html.")
    fields = {name: _text(record, aliases) for name, aliases in _FIELDS.items()}
    body, html = fields.pop("body"), fields.pop("html")
    meta = {name: value for name, value in fields.items() if value}
    if body is None and html is None:
        raise Refusal("no_text", "Has neither a body nor an html field with text. Put the article's text in one.")
    if body is not None and not is_html(body):
        if len(body) > limits.text_chars:
            raise Refusal("too_large", f"More than {limits.text_chars:,} characters of text. Split it into articles.")
        return RawArticle(path, body, **meta)
    page = read_html(body or html or "", path, limits)
    found = {name: getattr(page, name) for name in ("title", "published", "publisher", "author", "url")}
    return RawArticle(path, page.text, **(found | meta))  # the record's own fields win over the markup


def _text(record: dict[str, Any], aliases: tuple[str, ...]) -> str | None:
    for alias in aliases:
        value = record.get(alias)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if isinstance(value, str) and value.strip():
            # Half of a pair of surrogates can't be stored anywhere.
            return value.strip("\n\r\t \ufeff").encode("utf-8", "replace").decode("utf-8")
    return None
