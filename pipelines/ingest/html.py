"""HTML pages: main content as lines of text, and what the markup says of title, date and outlet."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from pipelines.ingest.errors import Refusal
from pipelines.ingest.records import Limits, RawArticle

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# Elements that never nest: void ones and those whose end tag may be left out.
_FLAT = frozenset(
    """area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot
    option optgroup rt rp colgroup html head body""".split()
)
_IS_HTML = re.compile(r"<(?:p|br|div|html|article|h[1-6]|ul|ol|span|a|strong|em|b|i)\b[^<>]{0,500}>", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\s*)- (?=\d{1,3}\. )", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\| ?(.*?) ?\|? *$", re.MULTILINE)
_ARTICLE_TYPES = frozenset(
    {"article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "blogposting",
     "opinionnewsarticle", "reviewnewsarticle", "liveblogposting", "report", "webpage"}
)  # fmt: skip
_MAX_RECORDS = 500  # of the JSON-LD of a page
# Parts of a page that belong to other articles, readers or the site.
_ASIDE_TAGS = frozenset({"aside", "nav", "footer"})
_ASIDE_NAME = re.compile(
    r"(?:^|\s)(?:related|sidebar|latest|recent|comment|teaser|most-?read|recommend|widget|popular|footer)",
    re.IGNORECASE,
)
_DATE_NAME = re.compile(r"date|time|publi|posted|byline|dateline|meta", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b|\d[/.-]\d{1,2}[/.-]\d{2}\b")
_MAX_STAMP = 120
_MAX_ANCESTORS = 40
_TITLE_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ", " • ", " » ")


def is_html(text: str) -> bool:
    """Whether a text field holds markup rather than plain text."""
    return len(_IS_HTML.findall(text[:20_000])) >= 2


def read_html(page: str, path: str, limits: Limits) -> RawArticle:
    """The article of a page, navigation and comments left out; list items stay lines with their sign or number.

    Raises:
        Refusal: `too_large`, `too_deep` or `no_text`.
    """
    _refuse_size(page, limits)
    tree = _parse(page)
    meta = _metadata(tree)
    _number_lists(tree)
    _mark_article(tree)
    text = _main_text(tree)
    if not text.strip():
        raise Refusal("no_text", "The page has no readable article text. Save the page once it has loaded fully.")
    if len(text) > limits.text_chars:
        raise Refusal("too_large", f"More than {limits.text_chars:,} characters of text. Split it into articles.")
    _settle_title(meta, text)
    return RawArticle(path, text, **meta)


def _refuse_size(page: str, limits: Limits) -> None:
    if len(page) > limits.html_bytes:
        raise Refusal("too_large", f"A page of {len(page):,} characters. Save only the article's part of it.")
    depth = tags = 0
    for match in _TAG.finditer(page):
        is_flat = match[2].lower() in _FLAT
        if match[1]:
            depth = max(0, depth - (not is_flat))
            continue
        tags += 1
        depth += not is_flat
        if depth > limits.html_depth:
            raise Refusal("too_deep", f"Tags nested more than {limits.html_depth} deep. Save the page again.")
    if tags > limits.html_tags:
        raise Refusal("too_large", f"A page of {tags:,} tags. Save only the article's part of it.")


def _parse(page: str) -> lxml_html.HtmlElement:
    # A declaration of the character set no longer holds for decoded text, and lxml refuses text that has one.
    page = re.sub(r"^\s{0,100}<\?xml[^>]{0,200}>", "", page.lstrip("\ufeff")).replace("\x00", "")
    try:
        tree = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None:
        raise Refusal("no_text", "The page holds no text. Save the page once it has loaded fully.")
    return tree


def _number_lists(tree: lxml_html.HtmlElement) -> None:
    """Write the numbers of ordered lists into their items: the main-content step keeps signs only."""
    for ordered in tree.iter("ol"):
        for number, item in enumerate(ordered.iterchildren("li"), 1):
            item.text = f"{number}. {(item.text or '').lstrip()}"


def _mark_article(tree: lxml_html.HtmlElement) -> None:
    """Name the article of a page that doesn't: the block that holds most of the paragraphs.

    Without a name the main-content step takes paragraphs alone, and loses sub-headings and lists between them.
    """
    if next(tree.iter("article", "main"), None) is not None:
        return
    lengths: dict[lxml_html.HtmlElement, int] = {}
    for paragraph in tree.iter("p"):
        parent = paragraph.getparent()
        lengths[parent] = lengths.get(parent, 0) + len(paragraph.text_content())
    block = max(lengths, key=lambda element: lengths[element], default=None)
    if block is None or 2 * lengths[block] < sum(lengths.values()) or _is_aside(block):
        return
    if block.tag in ("div", "section", "td"):
        block.tag = "article"
    elif block.tag == "body":
        article = block.makeelement("article")
        article.extend(list(block))
        block.append(article)


def _main_text(tree: lxml_html.HtmlElement) -> str:
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (ValueError, TypeError, AttributeError, etree.LxmlError):
        found = None
    text = (getattr(found, "text", None) or "") if found is not None else ""
    text = _NUMBERED.sub(r"\1", text)
    return _TABLE_ROW.sub(lambda m: m[1].replace(" | ", " – ") if m[1] else "", text)


# ---------------------------------------------------------------- metadata


def _metadata(tree: lxml_html.HtmlElement) -> dict[str, str]:
    record = _linked_data(tree)
    heading = _content(tree.find(".//h1"))
    social = _meta(tree, "og:title", "twitter:title")
    first = {
        "title": [record.get("headline"), record.get("name"), _property(tree, "headline"), social, heading,
                  _meta(tree, "DC.title", "dcterms.title", "citation_title"), _page_title(tree)],
        "published": [
            record.get("datePublished"),
            _meta(tree, "article:published_time", "og:published_time", "datePublished", "date", "DC.date.issued",
                  "dcterms.created", "pubdate", "publish-date", "sailthru.date", "parsely-pub-date", "DC.date",
                  "DC.date.created", "dcterms.issued", "dcterms.date", "citation_publication_date",
                  "publication_date", "publish_date", "published_date", "publishdate", "article.published",
                  "cXenseParse:recs:publishtime"),
            _property(tree, "datePublished"),
            _time(tree),
            _stamp(tree),
        ],
        "publisher": [
            _name(record.get("publisher")),
            _meta(tree, "og:site_name", "application-name", "DC.publisher", "dcterms.publisher", "citation_publisher"),
            _nested_name(tree, "publisher"),
        ],
        "author": [_name(record.get("author")), _meta(tree, "author", "article:author", "DC.creator")],
        "url": [_meta(tree, "og:url"), _canonical(tree)],
    }  # fmt: skip
    meta = {}
    for name, values in first.items():
        value = next((v for v in values if isinstance(v, str) and v.strip()), None)
        if value:
            meta[name] = " ".join(value.split())[:1000]
    if "title" in meta:
        meta["title"] = _without_outlet(meta["title"], meta.get("publisher"))
    return meta


def _linked_data(tree: lxml_html.HtmlElement) -> dict[str, Any]:
    """The first schema.org article of the page's JSON-LD, at whatever level; a record of the page stands in for it."""
    pages: dict[str, Any] = {}
    for item in _linked_records(tree):
        types = {str(t).lower() for t in _as_list(item.get("@type"))}
        if not types & _ARTICLE_TYPES or not (item.get("headline") or item.get("datePublished")):
            continue
        if types != {"webpage"}:
            return item
        # A page's name is often the site's.
        pages = pages or {key: value for key, value in item.items() if key != "name"}
    return pages


def _linked_records(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Every record of the page's JSON-LD that may describe its article, outer ones first."""
    count = 0
    for script in list(tree.iter("script"))[:200]:
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > 200_000:
            continue
        try:
            value = json.loads(script.text, strict=False, parse_int=str)
        except (ValueError, RecursionError):
            continue
        waiting = deque(_as_list(value))
        while waiting and count < _MAX_RECORDS:
            item, count = waiting.popleft(), count + 1
            if isinstance(item, dict):
                yield dict(item)
                for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                    waiting.extend(_as_list(item.get(key)))


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value is not None else []


def _name(value: Any) -> str | None:
    value = _as_list(value)[0] if _as_list(value) else None
    if isinstance(value, dict):
        value = value.get("name")
    # An address isn't a name.
    return value if isinstance(value, str) and "://" not in value else None


def _meta(tree: lxml_html.HtmlElement, *names: str) -> str | None:
    """Content of the first of some <meta> names that the page has, in the order of the names."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = (element.get("content") or "").strip()
        # Where a name or a date belongs, an address is a mistake of the page.
        if content and ("://" not in content[:10] or key == "og:url"):
            found.setdefault(key, content)
    return next((found[name.lower()] for name in names if name.lower() in found), None)


def _property(tree: lxml_html.HtmlElement, name: str) -> str | None:
    """What the page's microdata gives for a property."""
    for element in tree.iterfind(f".//*[@itemprop='{name}']"):
        value = element.get("content") or element.get("datetime") or _content(element)
        if value and value.strip() and not _is_aside(element):
            return value
    return None


def _nested_name(tree: lxml_html.HtmlElement, name: str) -> str | None:
    """The name of an organisation in the page's microdata."""
    for element in tree.iterfind(f".//*[@itemprop='{name}']//*[@itemprop='name']"):
        if value := element.get("content") or _content(element):
            return value
    return None


def _time(tree: lxml_html.HtmlElement) -> str | None:
    """The first <time> of the page outside other articles' teasers, read from its attribute or its text."""
    for element in tree.iter("time"):
        value = element.get("datetime") or _content(element)
        if value and not _is_aside(element):
            return value
    return None


def _stamp(tree: lxml_html.HtmlElement) -> str | None:
    """The text of the first small element that is named for a date and holds a year: `<span class="date">`."""
    for element in tree.iter("span", "div", "p", "small", "li", "td", "em", "i"):
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _DATE_NAME.search(name) or len(element) > 8:
            continue
        value = " ".join((_content(element) or "").split())
        if len(value) <= _MAX_STAMP and (found := _YEAR.search(value)) and not _is_aside(element):
            # What reads it only looks at the beginning.
            return value[max(0, found.start() - 30) :]
    return None


def _is_aside(element: lxml_html.HtmlElement) -> bool:
    """Whether an element stands in a part of the page that isn't its article."""
    for _, ancestor in zip(range(_MAX_ANCESTORS), element.iterancestors(), strict=False):
        if ancestor.tag in ("article", "main", "body"):
            # A teaser is an article of its own, within an aside or a list of teasers.
            if ancestor.tag != "article":
                return False
            continue
        if ancestor.tag in _ASIDE_TAGS or _ASIDE_NAME.search(
            f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        ):
            return True
    return False


def _canonical(tree: lxml_html.HtmlElement) -> str | None:
    return next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)


def _content(element: lxml_html.HtmlElement | None) -> str | None:
    return element.text_content() if element is not None else None


def _page_title(tree: lxml_html.HtmlElement) -> str | None:
    return _content(tree.find(".//title"))


def _settle_title(meta: dict[str, str], text: str) -> None:
    """Where the text repeats one side of "Outlet | Title" as a line, that side is the title, the other the outlet."""
    lines = {" ".join(line.lstrip("# ").split()) for line in text.split("\n", 10)[:10]}
    title = meta.get("title", "")
    for separator in _TITLE_SEPARATORS:
        for one, found, other in (title.partition(separator), title.rpartition(separator)):
            for part, rest in ((one, other), (other, one)):
                if found and part.strip() in lines:
                    meta["title"] = part.strip()
                    if len(rest.split()) <= 6:
                        meta.setdefault("publisher", rest.strip())
                    return


def _without_outlet(title: str, publisher: str | None) -> str:
    """Cut " | Outlet" and the like from a page's title."""
    for separator in _TITLE_SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and publisher and tail.strip().lower() == publisher.lower():
            return head.strip()
    return title
