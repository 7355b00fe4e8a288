"""Which lines of a page are the article, which its title, which furniture: polars over all lines of a batch.

Every rule is a Rust regular expression (linear time) or a window over the lines of one article. The words are in
`languages/*/furniture.yaml`; what stands here is the shape of lines and blocks.

Zones: the head is all above the first line that reads as running text, the tail all below the last one. Rules
that would be rash among the paragraphs (a lone section label, a bar of links) hold in the head and tail only.
"""

from __future__ import annotations

import re
from functools import cache

import polars as pl

from pipelines.clean.dateline import Header, read_header, read_outlet, read_said, read_stamp, read_titled
from pipelines.clean.lexicon import alternatives, words
from pipelines.clean.wording import MAX_WORDS, related, worded

_BULLET = r"^\s*(?:[-–—•❖●◦▪■►▶✓✔➢➤→*·‣⁃♦◆○]\s|\(?(?:\d{1,2}|[ivxIVX]{1,5}|[a-hA-H])[.)°]\s|\(?[ivxIVX]{1,5}\)\s?)"
# "Axe 1 : ...", "Pillar II - ...": an item of a list, whatever its sign.
_NUMBERED = r"^\p{L}+ (?:n° ?)?(?:\d\d?|[IVX]+) ?[:.–-]"
# Two or three names in capitals, small particles between them.
_NAMES = r"(?: (?:\p{Ll}\p{Ll}?\p{Ll}? )?\p{Lu}[\p{L}'’.-]*)"
_PERSON = rf"^\p{{Lu}}[\p{{L}}'’.-]+{_NAMES}{_NAMES}?$"
_STOP = r"""[.…;,:]["»”’')\]]*$"""
_INNER_STOP = r"""[\p{L}\d»”)%]{2}[.…]["»”’)]*\s+["«“(—–-]?\s?[\p{Lu}\d]"""
# A ticker's headline follows the time directly; with a space or a dash between it may be a programme of the day.
_GLUED_TICKER = r"^[-–—•*·]?\s*(?:[01]?\d|2[0-3])[:hH][0-5]\d\p{Lu}"
# Reporters' initials or an agency's acronym under a text.
_CAPITALS = r"^\W*\p{Lu}[\p{Lu}/. &-]{1,13}\W*$"
_COUNT = r"\d[\d., ]{0,9}[km]?"
# The time of a player, a path of the site, arrows between pages.
_PLAYER = r"^\W*\d{1,2}:\d{2}(?:\W+\d{1,2}:\d{2}){0,2}\W*$|^/[\w/.-]+$|^[<>«»‹›→← |]+$"
_MAX_HEADLINE_WORDS = 28
_MAX_HEADLINE = 220
_LONG_ADDRESS = 24  # words
_MAX_FURNITURE = 300
_MAX_BLOCK = 15  # headlines under one heading of related articles
_HEADER_LINES = 60  # lines from the top that may hold a date header (tickers can be many)


@cache
def _rules() -> dict[str, str]:
    """The regular expressions of furniture, by name, over folded lines."""
    known = words()
    related = known.any_of("related", "pointers")
    teaser = known.any_of("teasers", "sections")
    credit = known.any_of("credits")
    giver, source = known.any_of("credit_givers"), known.any_of("source_labels")
    section = known.any_of("sections")
    counter = known.any_of("counters")
    unit = known.any_of("reading_time")
    network = known.any_of("networks")
    place, page = known.any_of("pages"), rf"\b{known.any_of('page_words')}"
    age = known.any_of("ages")
    return {
        # Not in quotation marks: an invitation that somebody is quoted with is news.
        "starts": rf"^[^\p{{L}}\d«“\"']*(?:{known.any_of('starts')})(?:$|[^\p{{L}}])",
        "contains": rf"^[^«“\"]*\b{known.any_of('contains')}\b[^»”\"]*$",
        # A pointer and its headline on one line, marked off by a colon, a bar or arrows.
        "related_inline": rf"^{related}\s*(?:[:|>»–—→]|-\s)\s*\S",
        # "More in Sport: ...", "Photo of the team: ...": a heading and the headline below it on one line.
        "related_with": rf"{_related_heading(known['related_patterns'])[:-1]} ?[:|] \S",
        "picture_of": rf"^\W*{credit}(?: \S+){{1,6}} ?: \S",
        "related_glued": rf"^{known.any_of('pointers')}\s+\S",
        "teaser": rf"^\W{{0,4}}[\[(]\s?{teaser}\s?[\])]\s*\S",
        # "Podcast: ...", and a section's name, a bar and a headline: "Analysis | ..."
        "promotion": rf"^{known.any_of('teasers')}(?:\s\S{{1,20}}| (?:\p{{L}}{{1,3}} ){{1,2}}{age})?"
        rf"\s?(?:[:|.]|[–—-]\s)\s*\S"
        rf"|^{section} ?\| ?\S",
        "ticker": r"^[-–—•*·]?\s*(?:[01]?\d|2[0-3])\s?[:h]\s?[0-5]\d(?:\s?[-–—|:•]\s?|\s*)[\p{L}«\"“'’\[(]",
        "counter": rf"^\W*{_COUNT}\s*{counter}\W*$|^\W*{counter}\W*{_COUNT}\W*$",
        "reading": rf"^\W*(?:{unit}\s*:?\s*){{0,3}}[<~]?\s?\d{{1,3}}\s*{unit}(?:\s+{unit}){{0,2}}\W*$",
        "page_number": rf"^\W*(?:{place}\s*)?\d{{1,3}}\s*(?:(?:/|{place})\s*\d{{1,3}})?\W*$",
        "age": rf"^\W*(?:{age} )*\d{{1,2}} ?{age}(?: {age})?\W*$",
        "initials": r"^\W*(?:\p{L}\.[ -]?)+\W*$|^\W*\p{L}\p{L}?\. ?\p{L}\p{L}?\W*$"
        r"|^\W*\p{L}+(?:/\p{L}+)+(?:/\d{1,6})?\W*$",
        # Where to find more in the paper: "Letters: see p. 14", "Rice p. 2 — Timber p. 4".
        "page_pointer": rf":\s?\S+ {page}\.? ?\d{{1,3}}\W*$|{page}\.? ?\d{{1,3}}\b.*"
        rf"\b{page}\.? ?\d{{1,3}}\W*$",
        "team": rf"^(?:\S+\s){{0,4}}{known.any_of('desks')}\W*$",
        "outlet_name": rf"^(?:\S+\s){{0,4}}{known.any_of('outlet_words')}(?:\s\S+){{0,3}}$",
        "address": r"^\W*(?:https?://|www\.)\S+\W*$|^\W*\S+@\S+\.\S+\W*$",
        "contact": rf"^\W*{known.any_of('contacts')}\b|\b{known.any_of('contacts')}\W{{0,3}}\d",
        "menu": rf"^\W*{known.any_of('menus')}(?:\s\S+){{1,12}}$",
        "related_heading": _related_heading(known["related_patterns"]),
        "edge_bar": rf"(?:^|[|•·] ?)(?:{known.any_of('toolbar', 'lines')}|(?:https?://|www\.)\S+)(?:$| ?[|•·])",
        "replies": rf"^{known.any_of('replies')}$",
        "account": rf"(?:^|[^\p{{L}}])(?:{known.any_of('accounts')})(?:$|[^\p{{L}}])",
        # "GOLD 2,345 | EUR/USD 1.08 | Baro 29°": prices and weather, and what rose or fell.
        "quotes": r"^[^|•·]{2,30}\d[\d., %°c]*(?:[|•·][^|•·]{2,30}\d[\d., %°c]*)+$|[▲▼△▽↑↓] ?\d",
        "trend": r"\d ?%? ?[▲▼△▽]",
        "comments": rf"^\W*(?:\d{{1,6}}\s*)?{known.any_of('comment_headings')}\W*(?:\d{{1,6}}\W*)?$",
        "hashtags": r"^(?:#[\p{L}\d_]+[\s,;]*)+$",
        "tags": rf"^\W*{known.any_of('tag_labels')}\s*:",
        # "(c) Lake Ledger 2024"; without a year it may be the third item of a list.
        "rights": rf"^\W*(?:©|®|\(c\)\s[^.;:]{{0,40}}\b(?:19|20)\d\d\b)|{known.any_of('rights')}",
        "rights_first": rf"^\W*(?:©|{known.any_of('rights')})",
        "source": rf"^\W*{known.any_of('source_labels')}\s*:\s*\S",
        "byline": rf"^\W*{known.any_of('bylines')}\s*:\s*\S",
        "desk": rf"^\W*(?:{known.any_of('bylines')}\s*:?\s*)?(?:{known.any_of('desks')}\W*)+$",
        "credit": rf"^\W*{credit}\s*[:©/|]\s*\S|\(\s?(?:©|{credit}\s*[:/.©])[^()]*\)\W*$|©[^.©]+$",
        # A colon after the word, or "by", or a colon and a slash, as in "Source: Owusu/Lake Ledger".
        "caption": rf"""[.)»”"'’]\s*[(\[–—-]?\s?"""
        rf"""(?:{credit}\s*(?:[:©/|]|{giver}\b)|{source}\s*:[^./]{{1,40}}/)[^.]{{1,60}}\W*$""",
        "caption_bullet": rf"""[.)»”"'’]\s*[•·|]\s*{credit}(?: \S+){{1,4}}$""",
        # "Listen to the full interview": an imperative, then something of the site's to hear, see or read.
        "media_call": rf"^(?:{known.any_of('calls')}|\p{{L}}+(?:{'|'.join(known['call_endings'])}))\b"
        rf"(?: \S+|'\S+){{0,8}}?[ ']{known.any_of('media')}\b",
        # "News | Provincial", "Société – Politique"
        "section_path": rf"^{section}(?: ?[|/•·–—>-] ?\S+(?: \S+)?)+$|^(?:\S+(?: \S+)? ?[|/•·–—>-] ?)+{section}$",
        "signs": r"^[^\p{L}\p{N}]+$",
        # "🔊 Tune in at six", ">>> Ferry fares go up": what points elsewhere, as no list does.
        "pointed": r"^(?:[\x{1F300}-\x{1FAFF}]\x{FE0F}?|>{2,3}) ?\S",
        # "[Chart: Defence spending since 1990]": what stands in the page in place of these words.
        "bracketed": r"^\[[^\[\]]{4,150}\]$",
        # "Lake Ledger. Terms of use"
        "closing": rf"\p{{L}}\. {known.any_of('toolbar', 'lines')}\W*$",
        "credit_alone": rf"^[(\[]{credit}(?: {credit}| \S+)?[)\]]$",
        "network_call": rf"^\W*(?:{known.any_of('toolbar')}\W+){{1,3}}(?:{network})\W*$",
    }


def _related_heading(patterns: tuple[str, ...]) -> str:
    forms = (re.escape(pattern).replace(r"\{any\}", "@") for pattern in patterns)
    # A word or two in the middle, up to four at the end.
    ends = (form.removesuffix("@") + r"\S+(?: \S+){0,3}" if form.endswith("@") else form for form in forms)
    return "^(?:" + "|".join(form.replace("@", r"\S+(?: \S+)?") for form in ends) + ")$"


@cache
def _toolbar() -> str:
    """A line of nothing but the vocabulary of toolbars, names of networks and small numbers."""
    word = words().any_of("toolbar", "networks", "widgets", "lines")
    return rf"^[^\p{{L}}\d+]*{word}(?:[^\p{{L}}\d]+(?:{word}|\d{{1,2}}))*[^\p{{L}}\d]*$"


def folded(text: pl.Expr) -> pl.Expr:
    """Comparison form of lines: lower case, no accents, plain apostrophes. The same as `lexicon.fold_phrase`."""
    return (
        text.str.normalize("NFKD")
        .str.replace_all(r"\p{M}", "")
        .str.to_lowercase()
        .str.replace_all("[’‘ʼ`´]", "'")
        .str.replace_all(r"\s+", " ")
    )


def split_lines(texts: pl.DataFrame) -> pl.DataFrame:
    """One row per non-empty line of each text, hard-wrapped paragraphs joined again.

    Args:
        texts: columns `doc` (unsigned integer) and `text` (normalised).

    Returns:
        Columns `doc`, `line` (from 0 per text), `text`, `after_blank` and `has_gaps` (written in columns).
    """
    lines = (
        texts.lazy()
        .select("doc", text=pl.col("text").str.split("\n"))
        .explode("text")
        .with_columns(
            is_blank=pl.col("text").str.contains(r"^\s*$"),
            indent=pl.col("text").str.extract(r"^( {0,8})", 1),
            # Gaps as between columns or buttons: two of them, or a wide one.
            has_gaps=pl.col("text").str.contains(r"\S {2,}\S.* {2,}\S|\S {3,}\S"),
            text=pl.col("text").str.strip_chars().str.replace_all(r" {2,}", " "),
        )
        .with_columns(after_blank=pl.col("is_blank").shift(1).over("doc").fill_null(value=False))
        .with_columns(after_blank=pl.col("after_blank") | (pl.col("doc").cum_count().over("doc") == 1))
        .filter(~pl.col("is_blank"))
        .with_columns(is_bullet=pl.col("text").str.contains(_BULLET))
    )
    return _unwrap(lines).select("doc", "line", "text", "after_blank", "has_gaps").collect()


def _unwrap(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Join the lines of hard-wrapped paragraphs.

    A text is hard-wrapped where no line is long and a quarter of the lines begin in lower case. There a line
    goes with the one above where its first word would not have fit onto that one.
    """
    length = pl.col("text").str.len_chars()
    begins_low = pl.col("text").str.contains(r"^\p{Ll}") & ~pl.col("is_bullet")
    first_word = pl.col("text").str.extract(r"^(\S+)", 1).str.len_chars()
    width = length.quantile(0.9, "higher").over("doc")
    is_wrapped = (
        (begins_low.sum().over("doc") >= 3)
        & (begins_low.sum().over("doc") * 4 >= pl.len().over("doc"))
        & (width <= 130)
        & (width >= 30)
    )
    above = length.shift(1).over("doc")
    is_full = (above + 1 + first_word > width) & (above * 2 >= width)
    ends_open = ~pl.col("text").shift(1).over("doc").str.contains(r"""[.!?…:;]["»”’)]*$""")
    joins = is_wrapped & ~pl.col("after_blank") & ~pl.col("is_bullet") & (is_full | (begins_low & ends_open))
    return (
        lines.with_columns(joins=joins.fill_null(value=False))
        .with_columns(part=(~pl.col("joins")).cum_sum().over("doc"))
        .group_by("doc", "part", maintain_order=True)
        .agg(
            pl.col("text").str.join(" "),
            pl.col("after_blank").first(),
            pl.col("is_bullet").first(),
            pl.col("indent").first(),
            pl.col("has_gaps").any() & (pl.len() == 1),
        )
        .with_columns(
            line=pl.int_range(pl.len(), dtype=pl.UInt32).over("doc"),
            # Indentation tells the level of a bullet and nothing elsewhere.
            text=pl.when("is_bullet").then(pl.col("indent") + pl.col("text")).otherwise("text"),
        )
    )


_HEADER = pl.Struct(
    {"rest": pl.String, "on": pl.Date, "precision": pl.String, "rank": pl.Int8, "publisher": pl.String,
     "is_labelled": pl.Boolean}
)  # fmt: skip


def _headers(lines: pl.DataFrame) -> pl.DataFrame:
    """Add `header` (see `dateline.Header`) to the few lines that may hold one."""
    is_stamp = (pl.col("text").str.len_chars() <= 60) & pl.col("text").str.contains(r"(?:19|20)\d\d")
    may_hold = (
        pl.col("text")
        .str.slice(0, 120)
        .str.contains(r"\d{4}|\d[/.]\d{1,2}[/.]\d|^\s?.{0,60}[(\[]|^.{0,30} \d{1,2}[:,] ")
        & ((pl.col("line") < _HEADER_LINES) | (pl.col("line") + 8 > pl.col("line").max().over("doc")))
        & (~pl.col("is_ticker") | is_stamp)
        & ~pl.col("is_teaser")  # "[VIDEO] Inside the new laboratory" is no agency's dispatch
    )
    chosen = lines.select(may_hold.fill_null(value=False)).to_series().to_list()
    texts = lines["text"].to_list()
    headers = [_as_row(read_header(text)) if take else None for text, take in zip(texts, chosen, strict=True)]
    return lines.with_columns(pl.Series("header", headers, dtype=_HEADER))


def _as_row(header: Header | None) -> dict[str, object] | None:
    if header is None:
        return None
    date = header.date
    return {
        "rest": header.rest,
        "on": date.on if date else None,
        "precision": date.precision if date else None,
        "rank": header.rank,
        "publisher": header.publisher,
        "is_labelled": header.is_labelled,
    }


def classify(lines: pl.DataFrame) -> pl.DataFrame:
    """Tell what each line is.

    Returns:
        `lines` with `kind` ("text", "title", "header", "furniture", or "label": cut for where it stands to the
        title, and text should that not be the title), `text` (without a header that was glued
        to it), `on`, `precision`, `rank` (a date that the line states) and `publisher` (an outlet that it names).
    """
    rules = _rules()
    lines = _headers(
        lines.with_columns(
            is_ticker=folded(pl.col("text").str.slice(0, 12)).str.contains(rules["ticker"]),
            is_teaser=folded(pl.col("text").str.slice(0, 60)).str.contains(rules["teaser"]),
        )
    )
    is_glued = pl.col("header").struct.field("rest").str.len_chars() > 0
    lines = lines.with_columns(
        original=pl.col("text"),
        text=pl.when(is_glued).then(pl.col("header").struct.field("rest")).otherwise("text"),
        is_date=pl.col("header").is_not_null() & ~is_glued,
        is_glued=is_glued.fill_null(value=False),
    )
    lines, terms = worded(lines.lazy().pipe(_shapes).pipe(_furniture, rules).collect())
    return (
        related(_addresses(lines), terms)
        .lazy()
        .pipe(_mechanics)
        .pipe(_zones)
        .pipe(_strangers)
        .pipe(_blocks)
        .pipe(_titles)
        .pipe(_kinds)
        .collect()
        .pipe(_undated)
        .pipe(_outlets)
    )


def _shapes(lines: pl.LazyFrame) -> pl.LazyFrame:
    text, is_short = pl.col("text"), pl.col("length") <= _MAX_HEADLINE
    return (
        lines.with_columns(length=text.str.len_chars())
        .with_columns(
            # Paragraphs are no furniture, whatever they begin with: not folding them halves the cost of a batch.
            key=folded(pl.when(pl.col("length") <= _MAX_FURNITURE).then(text).otherwise(pl.lit(""))).str.strip_chars(),
            words=text.str.count_matches(r"\S+"),
            is_bullet=text.str.contains(_BULLET),
            has_stop=text.str.contains(_STOP),
            # Abbreviations in short lines only: of a paragraph it doesn't matter, and both branches are computed.
            has_inner_stop=pl.when(is_short)
            .then(pl.when(is_short).then(text).otherwise(pl.lit("")).str.replace_all(_abbreviation(), ""))
            .otherwise(text)
            .str.contains(_INNER_STOP),
        )
        .with_columns(
            bare=pl.col("key").str.replace_all(r"^[^\p{L}\d]+|[^\p{L}\d]+$", ""),
            is_headline=(pl.col("words") <= _MAX_HEADLINE_WORDS)
            & (pl.col("length") <= _MAX_HEADLINE)
            & ~pl.col("has_stop")
            & ~pl.col("has_inner_stop")
            & text.str.contains(r"\p{L}"),
        )
        .with_columns(
            plain=pl.col("bare").str.replace_all(r"^\d{1,6}[^\p{L}\d]+|[^\p{L}\d]+\d{1,6}$", ""),
            is_running=~pl.col("is_headline") & (pl.col("words") >= 6),
        )
    )


def _is_beside(rule: str, rules: dict[str, str]) -> pl.Expr:
    """Whether a rule fits one of the neighbouring lines, too."""
    fits = pl.col("key").str.contains(rules[rule])
    return (fits.shift(1) | fits.shift(-1)).over("doc").fill_null(value=False)


def _furniture(lines: pl.LazyFrame, rules: dict[str, str]) -> pl.LazyFrame:
    known = words()
    key, bare, plain = pl.col("key"), pl.col("bare"), pl.col("plain")
    # Most rules are for short lines: the rest needn't be searched.
    brief = pl.when(pl.col("length") <= 160).then("key").otherwise(pl.lit(""))
    headline = pl.when(pl.col("is_headline") & (pl.col("words") <= 20)).then("bare").otherwise(pl.lit(""))
    label = pl.when(pl.col("is_headline") & (pl.col("words") <= 6)).then("bare").otherwise(pl.lit(""))
    is_short = (pl.col("length") <= 160) & ~pl.col("has_inner_stop") | (pl.col("length") <= 90)
    is_toolbar = (pl.col("length") <= 200) & key.str.contains(_toolbar())
    bars = key.str.count_matches(r"\s[|•·]\s")
    crumbs = key.str.count_matches(r"\s[>›»/→]\s")
    segment = pl.col("length") / (bars + crumbs + 1)
    sections = (
        pl.when(pl.col("is_headline"))
        .then(key)
        .otherwise(pl.lit(""))
        .str.count_matches(rf"\b{known.any_of('sections')}\b")
    )
    is_menu = (
        (sections >= 3)
        & ((sections == pl.col("words")) | ((sections >= 4) & (sections * 2 >= pl.col("words"))))
        & ~key.str.contains(r"[,:;?!]")
    )
    ends_as_sentence = key.str.contains(r"\p{L}{3}\.\W*$")
    return lines.with_columns(
        is_plain=(bare.is_in(known["lines"]) | plain.is_in(known["lines"]) | plain.is_in(known["counters"])) & is_short,
        is_call=(brief.str.contains(rules["starts"]) & (pl.col("length") <= 160))
        | (
            brief.str.contains(rules["contains"])
            | brief.str.contains(rules["age"])
            | brief.str.contains(rules["counter"])
            | brief.str.contains(rules["reading"])
            | brief.str.contains(rules["network_call"])
        )
        & is_short,
        is_media_call=headline.str.contains(rules["media_call"])
        & (~pl.col("is_bullet") | pl.col("text").str.contains(r"^[►▶]")),
        is_bio_heading=bare.is_in(known["bio_headings"]),
        is_ticker=pl.col("is_ticker") & pl.col("is_headline"),
        is_glued_ticker=pl.col("is_ticker") & pl.col("is_headline") & pl.col("text").str.contains(_GLUED_TICKER),
        is_toolbar=is_toolbar & ((pl.col("words") > 1) | bare.is_in(known["networks"])),
        is_toolbar_word=is_toolbar,
        is_related_line=(
            bare.str.contains(rules["related_inline"])
            | headline.str.contains(rules["related_with"])
            | (bare.str.contains(rules["related_glued"]) & ~ends_as_sentence)
        )
        & (pl.col("words") <= 40),
        is_heading=(bare.is_in(known["related"]) & is_short)
        | (headline.str.contains(rules["related_heading"]) & ~pl.col("is_bullet")
            # "More on costs" above a paragraph is a sub-heading.
            & ~pl.col("is_running").shift(-1).over("doc").fill_null(value=False)),
        is_teaser=pl.col("is_teaser") & pl.col("is_headline"),
        is_promotion=bare.str.contains(rules["promotion"]) & ~pl.col("has_stop") & (pl.col("words") <= 30),
        is_contact=brief.str.contains(rules["contact"]) & (pl.col("length") <= 120),
        is_caption=key.str.contains(rules["caption"]) & (pl.col("words") <= 45),
        is_team=brief.str.contains(rules["team"]) & pl.col("is_headline") & (pl.col("words") <= 5),
        is_outlet_name=label.str.contains(rules["outlet_name"]),
        is_mark=(
            brief.str.contains(rules["page_number"])
            | headline.str.contains(rules["page_pointer"])
            | brief.str.contains(rules["address"])
            | key.str.contains(rules["hashtags"])
            | brief.str.contains(rules["signs"])
            | brief.str.contains(rules["bracketed"])
            | brief.str.contains(rules["trend"])
            | (
                (pl.col("is_headline") & (pl.col("words") <= 20))
                & key.str.contains(rules["pointed"])
                & ~_is_beside("pointed", rules)
            )
            | (brief.str.contains(rules["closing"]) & (pl.col("words") <= 8))
            | pl.when(pl.col("words") <= 4).then("key").otherwise(pl.lit("")).str.contains(rules["credit_alone"])
            | pl.when(pl.col("words") <= 9).then("text").otherwise(pl.lit("")).str.contains(_picture())
            | (key.str.contains(rules["tags"]) & ~ends_as_sentence)
            | (key.str.contains(rules["rights"]) & (is_short | key.str.contains(rules["rights_first"])))
            | (
                (key.str.contains(rules["credit"]) | key.str.contains(rules["caption_bullet"]))
                & (pl.col("words") <= 45)
            )
        ),
        is_signature=(
            key.str.contains(rules["initials"])
            | key.str.contains(rules["desk"])
            | ((key.str.contains(rules["source"]) | key.str.contains(rules["byline"])) & (pl.col("words") <= 12))
        )
        & pl.col("is_headline"),
        is_bar=((bars >= 2) & (segment <= 30) & ~pl.col("has_stop") & ~key.str.contains(r"\d"))
        | ((bars >= 1) & bare.str.contains(rules["edge_bar"]) & pl.col("is_headline") & (pl.col("words") <= 10))
        | (brief.str.contains(rules["quotes"]) & (pl.col("length") <= 160))
        | (pl.col("has_gaps") & pl.col("is_headline") & ~pl.col("is_bullet"))
        | key.str.contains(rules["menu"])
        | is_menu,
        is_crumb=(crumbs >= 1)
        & (segment <= 30)
        & ~key.str.contains("«")
        & ~pl.col("has_stop")
        & (
            (crumbs >= 2)
            | key.str.contains(r"^[^\d:,;!?]+\s[>›»]\s[^\d:,;!?]+$")
            | key.str.contains(rf"^\W*(?:{known.any_of('sections')})\s")
        ),
        is_comments=brief.str.contains(rules["comments"]) & pl.col("is_headline") & (pl.col("words") <= 6),
        is_reply=bare.str.contains(rules["replies"]),
        is_section=bare.is_in(known["sections"])
        | label.str.contains(rules["section_path"]),
        is_outlet_call=brief.str.contains(_follow()) & is_short,
        is_source_link=bare.is_in(known["source_links"]),
        is_date=pl.col("is_date").fill_null(value=False),
        is_named=pl.when(pl.col("words") <= 9).then("text").otherwise(pl.lit("")).str.contains(
_PERSON
        ),
        is_author_line=pl.when((pl.col("words") <= 10) & (pl.col("is_headline") | (pl.col("words") <= 6)))
        .then("text")
        .otherwise(pl.lit(""))
        .str.contains(rf"^\W*(?i:{known.any_of('authors', accents=True)})\s*:?\s+\p{{Lu}}"),
        is_byline=pl.when(pl.col("words") <= 9).then("text").otherwise(pl.lit("")).str.contains(_byline()),
    ).with_columns(
        is_sure=pl.any_horizontal(
            "is_plain", "is_call", "is_media_call", "is_bio_heading",
            "is_glued_ticker", "is_toolbar", "is_related_line", "is_heading", "is_teaser",
            "is_promotion", "is_mark",
            "is_outlet_call", pl.col("header").struct.field("is_labelled").fill_null(value=False) & pl.col("is_date"),
        )
    )  # fmt: skip


def _addresses(lines: pl.DataFrame) -> pl.DataFrame:
    """Mark lines that may speak to the reader, and the paragraphs that other lines are compared with."""
    is_quoted = pl.col("key").str.contains(r"[«“\"]")
    # An interviewer says "you" too, and a list's items are the article's.
    is_question = pl.col("text").str.contains(r"\?\W*$")
    # "I read the plan's 200 pages for you. It is dense": a paragraph may speak to the reader, too.
    is_long = pl.col("is_running") & pl.col("has_inner_stop") & (pl.col("words") > _LONG_ADDRESS)
    may_address = (
        (
            (pl.col("n_reader") >= 1) & (pl.col("n_site") >= 1) & ~is_question
            | (pl.col("n_strong") >= 1) & (pl.col("n_site") >= 2)
            | (pl.col("n_site") >= 3) & (pl.col("n_site") >= pl.col("n_other")) & (pl.col("words") <= 12)
        )
        & ~is_quoted
        & ~is_long
        & ~pl.col("is_bullet")
        & (pl.col("length") <= _MAX_FURNITURE)
    )
    return lines.with_columns(is_quoted=is_quoted, is_question=is_question, may_address=may_address).with_columns(
        is_paragraph=pl.col("is_running")
        & ~pl.col("is_sure")
        & ~pl.col("is_date")
        & ~pl.col("is_caption")
        & ~pl.col("may_address")
    )


def _mechanics(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark lines of the site's own workings by their words, unless the article is about such things."""
    above_paragraph = pl.col("is_paragraph").shift(-1).over("doc").fill_null(value=False)
    below_paragraph = pl.col("is_paragraph").cast(pl.Int32).cum_sum().over("doc") > 0
    is_label = (pl.col("n_tokens") <= 14) & ~pl.col("is_quoted") & ~pl.col("is_bullet") & ~pl.col("is_date")
    # "Posted yesterday at 7.30 pm": a label of dates without a date.
    is_undated = (
        pl.col("bare").str.contains(_date_label())
        & pl.col("is_headline")
        & (pl.col("n_shared") == 0)
        & (
            (pl.col("n_other") <= 2) & pl.col("text").str.contains(r"\d")
            | (pl.col("n_other") == 0) & ~pl.col("may_be_heading")
        )
    )
    reaches = pl.col("key").str.contains(r"(?:^|\s)@\w|\S@\S+\.\p{L}") & (pl.col("n_tokens") <= 10)
    return (
        lines.with_columns(may_be_heading=above_paragraph & below_paragraph)
        .with_columns(
            is_mechanics=(is_label & (_says_nothing_else() | _invites() | is_undated))
            # "Receive the “Water” alert by SMS": what is quoted is a heading of the site's.
            | (
                pl.col("begins_as_call")
                & pl.col("is_headline")
                & ~pl.col("is_bullet")
                & ~pl.col("may_be_heading")
                & pl.col("is_quoted")
                & (pl.col("n_site") >= 2)
                & (pl.col("n_other") <= 1)
            )
            | pl.col("key").str.contains(_PLAYER)
            | (reaches & pl.col("is_headline") & ~pl.col("is_bullet")),
            is_address=pl.col("may_address")
            & (pl.col("n_shared") * 4 <= pl.col("n_terms"))
            & ((pl.col("n_shared") <= 1) | ~pl.col("is_running")),
        )
        .with_columns(is_sure=pl.col("is_sure") | pl.col("is_mechanics") | pl.col("is_address"))
    )


def _says_nothing_else() -> pl.Expr:
    """Whether a line has next to no words but those of a site's workings.

    Right above a paragraph one such word is too little: "Share of the burden" may be a sub-heading.
    """
    n_site, n_other, may_be_heading = pl.col("n_site"), pl.col("n_other"), pl.col("may_be_heading")
    is_foreign, is_strong = pl.col("n_shared") == 0, pl.col("n_strong") >= 1
    is_all = (n_other == 0) & (n_site >= 1) & (~may_be_heading | (n_site >= 2) | is_strong)
    is_mostly = (n_site >= 2) & ((n_other <= 1) | (n_site >= 3) & (n_other <= n_site))
    # "Unsubscribe from this letter"
    is_strong_call = is_strong & is_foreign & ~may_be_heading & (n_other <= 1) & (pl.col("n_tokens") <= 6)
    return (
        is_strong_call
        | (is_all & (is_foreign | (~may_be_heading & (n_site >= 2))))
        | (is_mostly & is_foreign & (~may_be_heading | (n_site >= 3) | is_strong))
    )


def _invites() -> pl.Expr:
    """Whether a line begins as an invitation, and has an object of the site's, or leads elsewhere ("Listen: …")."""
    n_objects = pl.col("n_site") - pl.col("begins_as_site").cast(pl.UInt32)
    invitation = ~pl.col("text").str.contains(r"[.;:,]$") & (
        ((pl.col("n_other") == 0) & (n_objects >= 1))
        | (pl.col("n_shared") * 4 <= pl.col("n_terms"))
        & (n_objects + pl.col("n_reader") * ~pl.col("is_question") >= 1)
        & (
            ~pl.col("may_be_heading")
            | (n_objects >= 2)
            | (pl.col("n_reader") + pl.col("n_strong") >= 1)
            | pl.col("tells")
        )
    )
    pointer = (
        pl.col("bare").str.contains(r"^\p{L}+ ?: \S")
        & (pl.col("n_shared") * 3 <= pl.col("n_terms"))
        & pl.col("is_headline")
    )
    # "Watch Ama Owusu:", above a player.
    player = pl.col("text").str.contains(r"^\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’.-]*){1,4} ?:$")
    return pl.col("begins_as_call") & (invitation | pointer | player)


def _strangers(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark lines about another subject: no word of substance in common with the article's paragraphs.

    Between paragraphs a sub-heading may be such a line too, so there a line must be longer than those are, hold a
    colon or a name that the article doesn't know, and not be an item of a list that was announced.
    """
    text, inner = pl.col("text"), ~pl.col("is_edge")
    is_short = pl.col("is_headline") & ~pl.col("is_bullet") & ~text.str.contains(_NUMBERED) & ~pl.col("is_date")
    announced = (
        pl.when("is_sure")
        .then(pl.lit(value=False))
        .when(pl.col("has_stop") | pl.col("is_running"))
        .then(text.str.ends_with(":"))
        .forward_fill()
        .over("doc")
        .fill_null(value=False)
    )
    # Below the text, "Cost: 40 million" and "Length: 3 years" are the article's as long as nothing closes it.
    is_open = pl.col("is_tail") & ((pl.col("is_sure") & pl.col("is_tail")).cast(pl.Int32).cum_sum().over("doc") == 0)
    has_facts = (text.str.contains(r"\p{L} ?: ?\D{0,30}\d") & is_open).sum().over("doc") >= 2
    below = pl.col("is_short") & pl.col("is_tail") & (pl.col("n_shared") == 0) & ~announced & ~(has_facts & is_open)
    return (
        lines.with_columns(is_short=is_short)
        .with_columns(
            is_inner=pl.col("is_short") & inner,
            asks=(pl.col("is_question") & inner & ~pl.col("is_sure")).sum().over("doc") >= 2,
        )
        .with_columns(run=(~pl.col("is_inner")).cum_sum().over("doc"))
        .with_columns(
            # Three such lines and more in a row are a list without signs.
            is_single=pl.col("is_inner").sum().over("doc", "run") <= 2,
            # A text written in lines without stops can't be told from headlines.
            is_list=(pl.col("is_inner") & ~pl.col("is_sure")).sum().over("doc")
            > pl.col("is_paragraph").sum().over("doc"),
        )
        .with_columns(is_stranger=(pl.col("is_inner") & ~announced & (_is_teaser() | _is_under_furniture())) | below)
    )


def _is_teaser() -> pl.Expr:
    """Whether a short line between paragraphs is another article's headline."""
    text, n_terms = pl.col("text"), pl.col("n_terms")
    has_colon = text.str.contains(r"\p{L} ?: \S") & ~text.str.contains(r"\d|\?\W*$")
    has_number = text.str.contains(r"\p{L}, .*\d|\p{L} ?: .*\p{L}.* \d|^\p{L}+ \d+ ?: ")
    is_headline = ((pl.col("n_new_names") >= 1) & (pl.col("words") >= 5)) | pl.col("is_single") & (
        (n_terms >= 5) | ((pl.col("words") >= 8) & (n_terms >= 4)) | ((has_colon | has_number) & (n_terms >= 3))
    )
    is_foreign = (pl.col("n_shared") == 0) & (n_terms >= 2) & (pl.col("words") <= 16)
    # The only question of an article that isn't its own: it is long and hardly touches the subject.
    is_lone_question = (
        pl.col("is_question")
        & ~pl.col("asks")
        & (pl.col("words") >= 8)
        & (n_terms >= 3)
        & (pl.col("n_shared") * 3 <= n_terms)
        & (pl.col("n_reader") == 0)
    )
    is_own_question = pl.col("is_question") & pl.col("asks")
    return ~pl.col("is_quoted") & (
        (is_foreign & is_headline & ~pl.col("is_list") & ~is_own_question) | is_lone_question
    )


def _is_under_furniture() -> pl.Expr:
    """Whether a longer headline hangs on an advertisement or the like, with a blank line behind it alone."""
    hangs = (
        pl.col("is_sure").shift(1).over("doc").fill_null(value=False)
        & ~pl.col("after_blank")
        & pl.col("after_blank").shift(-1).over("doc").fill_null(value=False)
    )
    is_unlike = pl.col("n_shared") * 3 <= pl.col("n_terms")
    return hangs & is_unlike & (pl.col("words") >= 6) & (pl.col("n_terms") >= 4) & ~pl.col("is_sure")


@cache
def _abbreviation() -> str:
    """An abbreviation with its full stop, which ends no sentence: "Rs. 8,340", "No. 12", "Dr. Mensah"."""
    return rf"(?i)\b{words().any_of('abbreviations', accents=True)}\."


@cache
def _date_label() -> str:
    return rf"^{words().any_of('published', 'updated')}\b"


@cache
def _picture() -> str:
    """A picture's credit in capitals: "PHOTO AMA OWUSU, LAKE LEDGER"."""
    return rf"^(?i:{words().any_of('credits', accents=True)})(?: \p{{Lu}}[\p{{Lu}}'’.-]+,?){{2,7}}$"


@cache
def _follow() -> str:
    patterns = []
    for phrase in words()["follow_outlet"]:
        before, _, after = phrase.partition("{outlet}")
        patterns.append(
            rf"^\W*{alternatives([before.strip()])}\s[^.,:;!?]{{2,40}}?\s?{alternatives([after.strip()])}\b"
        )
    return "|".join(patterns)


@cache
def _byline() -> str:
    """Match "Par Awa Diop", "By Kofi Mensah and Ama Owusu": the word in either case, the names in capitals."""
    # Runs of classes, not bounded repeats of them: those take the compiler 40 ms, on every batch.
    small = words().any_of("name_particles", "connectors", accents=True)
    name = r"\p{Lu}\S*"
    return rf"^\W*(?i:{words().any_of('bylines', accents=True)}) {name}(?: (?:{name}|[,&/|]|{small}))*$"


@cache
def _aside() -> str:
    """A pointer to another article, or the desk's credits, in brackets within the text."""
    known = words()
    bylines = [phrase for phrase in known["bylines"] if " " in phrase]
    return rf"(?i)\s*[(\[](?:{alternatives([*known['pointers'], *bylines], accents=True)})\s[^()\[\]]{{1,150}}[)\]]"


@cache
def _ending() -> str:
    """A pointer or a picture's credit behind the last sentence of a paragraph."""
    known = words()
    pointer = rf"{known.any_of('pointers', accents=True)}\s*[:|]\s[^.]{{4,150}}"
    credit = rf"{known.any_of('credits', accents=True)}\s*:[^.:]{{1,60}}"
    return rf"(?i)([.!?…][»”\"’)]*)\s+(?:{pointer}|{credit})$"


def _zones(lines: pl.LazyFrame) -> pl.LazyFrame:
    # A headline of one whole sentence, or of two with no stop behind the second, right above the date.
    is_sentence = ~pl.col("has_inner_stop") & pl.col("text").str.ends_with(".")
    is_pair = pl.col("has_inner_stop") & ~pl.col("has_stop") & pl.col("text").str.contains(r"[\p{L}\d]$")
    is_title_sentence = (
        (pl.col("is_date") | pl.col("is_byline") | pl.col("is_author_line"))
        .shift(-1)
        .over("doc")
        .fill_null(value=False)
        & pl.col("is_running")
        & (is_sentence | is_pair)
        & (pl.col("words") <= 22)
    )
    lines = lines.with_columns(is_title_sentence=is_title_sentence & ~pl.col("is_caption"))
    is_body = (
        pl.col("is_running")
        & ~pl.col("is_sure")
        & ~pl.col("is_date")
        & ~pl.col("is_caption")
        & ~pl.col("is_title_sentence")
    )
    is_item = pl.col("is_bullet") | pl.col("text").str.contains(_NUMBERED)
    is_content = is_body | (is_item & ~pl.col("is_sure") & ~pl.col("is_date") & (pl.col("words") >= 3))
    # "And the canteens?" "They come later.": short answers, and their questions, are the article's.
    is_question = pl.col("is_question") & ~pl.col("is_sure")
    is_answer = (
        pl.col("text").str.contains(r"[.!…][»”\"]?$")
        & ~pl.col("is_sure")
        & ~pl.col("is_running")
        & (pl.col("n_site") == 0)
        & is_question.shift(1).over("doc").fill_null(value=False)
    )
    is_content = (
        is_content | is_answer | (is_question & (is_body | is_answer).shift(-1).over("doc").fill_null(value=False))
    )
    line = pl.col("line")
    # Below a heading of comments, where readers can answer them, nothing is the article's.
    comments_from = line.filter(pl.col("is_comments")).min().over("doc")
    has_replies = (pl.col("is_reply") & (line > comments_from)).any().over("doc")
    lines = lines.with_columns(
        is_comment=((line >= comments_from) & has_replies & (line > line.filter(is_body).min().over("doc"))).fill_null(
            value=False
        )
    )
    lines = lines.pipe(_foot, is_body).pipe(_banners, is_body)
    is_outside = pl.col("is_comment") | pl.col("is_foot") | pl.col("is_banner")
    is_body, is_content = is_body & ~is_outside, is_content & ~is_outside
    first = line.filter(is_body).min().over("doc").fill_null(10_000_000)
    last = line.filter(is_content).max().over("doc").fill_null(-1)
    return lines.with_columns(
        is_head=line.cast(pl.Int64) < first,
        is_first=line.cast(pl.Int64) == first,
        is_tail=line.cast(pl.Int64) > last,
        has_body=first < 10_000_000,
    ).with_columns(is_edge=pl.col("is_head") | pl.col("is_tail"))


def _foot(lines: pl.LazyFrame, is_body: pl.Expr) -> pl.LazyFrame:
    """Mark sentences of the site's below the article: unlike it, under what closes it, with no paragraph after."""
    line = pl.col("line").cast(pl.Int64)
    is_unlike = (pl.col("n_shared") == 0) | ((pl.col("n_shared") == 1) & (pl.col("n_terms") >= 7))
    # Who wrote the article speaks of the site too, and may know the subject.
    is_bio = pl.col("is_bio_heading").shift(1).over("doc").fill_null(value=False)
    is_unlike = (is_unlike | (is_bio & (pl.col("n_shared") * 2 <= pl.col("n_terms")))) & (pl.col("words") <= MAX_WORDS)
    last = line.filter(is_body & ~is_unlike).max().over("doc")
    closers = (
        ((pl.col("is_sure") | pl.col("is_signature") | pl.col("is_outlet_name")) & (line > last))
        .cast(pl.Int32)
        .cum_sum()
        .over("doc")
    )
    # One such word in a long sentence is chance: "the contents of the courses change, too".
    speaks_of_site = (pl.col("n_reader") >= 1) | (pl.col("n_site") * 15 >= pl.col("words")) | is_bio
    return lines.with_columns(
        is_foot=(
            is_body & is_unlike & (line > last) & (closers >= 1) & speaks_of_site & ~pl.col("is_quoted")
        ).fill_null(value=False)
    )


def _banners(lines: pl.LazyFrame, is_body: pl.Expr) -> pl.LazyFrame:
    """Mark the sentences above a headline that is plainly the article's title, where the article shares none of them.

    `is_apt` are headlines with the article's own words.
    """
    line = pl.col("line").cast(pl.Int64)
    is_apt = (
        pl.col("is_headline")
        & (pl.col("words") >= 3)
        & ((pl.col("n_shared") >= 2) | (pl.col("n_shared") * 3 >= pl.col("n_terms")) & (pl.col("n_shared") >= 1))
        & ~pl.col("is_bullet")
        & ~pl.col("is_date")
        & (pl.col("n_other") >= 1)
    )
    start = line.filter(is_body & ((pl.col("n_shared") >= 1) | (pl.col("words") > 30))).min().over("doc")
    is_plain_title = is_apt & (pl.col("n_shared") >= 2) & (pl.col("words") >= 4) & ~pl.col("is_sure")
    title = line.filter(is_plain_title & (line < start)).min().over("doc")
    return lines.with_columns(is_apt=is_apt, is_banner=(is_body & (line < title)).fill_null(value=False))


def _blocks(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark the headlines under a heading of related articles.

    The block goes on while lines are headlines. It ends at a blank line once it has one, unless the heading is
    itself followed by a blank line; a headline of nine words and more is never a sub-heading and goes on with
    it. The last line before the text resumes is a sub-heading where it is shorter than the headlines before it.
    """
    heading = pl.col("is_heading")
    # Items of a list under headlines without signs are the article's.
    above_is_plain = ~(pl.col("is_bullet") | pl.col("is_heading")).shift(1).over("doc").fill_null(value=True)
    is_first_item = pl.col("is_bullet") & above_is_plain & ~pl.col("is_edge")
    breaks = (~(pl.col("is_headline") | pl.col("is_sure")) | is_first_item).cum_sum().over("doc")
    # Below an advertisement or another piece of furniture a short line is a sub-heading.
    below_other = (pl.col("is_sure") & ~pl.col("is_heading") & ~pl.col("is_related_line")).shift(1).over("doc")
    soft = pl.col("after_blank") & (pl.col("words") < 9)
    return (
        lines.with_columns(
            breaks=breaks, softs=soft.cum_sum().over("doc"), blank_next=pl.col("after_blank").shift(-1).over("doc")
        )
        .with_columns(
            at=pl.when(heading).then("line").forward_fill().over("doc"),
            at_breaks=pl.when(heading).then("breaks").forward_fill().over("doc"),
            at_softs=pl.when(heading).then("softs").forward_fill().over("doc"),
            spaced=pl.when(heading).then("blank_next").forward_fill().over("doc"),
        )
        .with_columns(
            in_block=(
                (pl.col("line") > pl.col("at"))
                & (pl.col("line") <= pl.col("at") + _MAX_BLOCK)
                & (pl.col("breaks") == pl.col("at_breaks"))
                & (pl.col("spaced").fill_null(value=False) | (pl.col("softs") == pl.col("at_softs")))
                # Above the text only a closed block is one: the title may stand right under it.
                & (~pl.col("is_head") | ~pl.col("spaced").fill_null(value=False))
            ).fill_null(value=False)
        )
        .with_columns(
            is_last_of_block=pl.col("in_block")
            & pl.col("is_running").shift(-1).over("doc").fill_null(value=False)
            & (pl.col("after_blank") | ~pl.col("after_blank").shift(-1).over("doc").fill_null(value=True))
            & (pl.col("line") > pl.col("at") + 1)
            & (
                (pl.col("words") + 2 <= pl.col("words").shift(1).over("doc"))
                | (below_other.fill_null(value=False) & (pl.col("words") <= 4))
            )
            & ~pl.col("text").str.contains(r":|^\d")
            & (~pl.col("is_question") | (pl.col("asks") & (pl.col("words") <= 6)))
            & ~pl.col("is_sure")
            & ~pl.col("is_bullet")
        )
        .with_columns(
            in_block=pl.col("in_block")
            & ~pl.col("is_last_of_block")
            & ~(pl.col("is_head") & pl.col("is_apt") & (pl.col("n_shared") >= 2))
        )
    )


def _near_top() -> pl.Expr:
    """Whether a line stands in the first paragraphs: a lone date there is the article's, several are its chronology."""
    is_lone = (pl.col("is_date") & ~pl.col("is_edge")).sum().over("doc") == 1
    return is_lone & (pl.col("is_paragraph").cast(pl.Int32).cum_sum().over("doc") <= 2)


def _titles(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Choose the title: the first headline above the text that isn't furniture, nor a label over a longer one."""
    return (
        lines.pipe(_candidates)
        .pipe(_kickers)
        # "[Opinion] ..." is the title where nothing else is.
        .with_columns(
            may_be=pl.col("may_be") & (~pl.col("is_sure") | ~(pl.col("may_be") & ~pl.col("is_sure")).any().over("doc"))
        )
        .with_columns(is_title=pl.col("may_be") & (pl.col("may_be").cum_sum().over("doc") == 1))
        .with_columns(
            below_title=pl.col("is_title").cum_sum().over("doc") > 0,
            has_apt_title=(pl.col("is_title") & pl.col("is_apt")).any().over("doc"),
        )
        .pipe(_authors)
    )


def _candidates(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark the headlines that may be the title."""
    near_date = (
        pl.col("is_date").shift(1).over("doc").fill_null(value=False)
        | pl.col("is_date").shift(-1).over("doc").fill_null(value=False)
        | pl.col("is_byline").shift(1).over("doc").fill_null(value=False)
    )
    may_be = (
        pl.col("is_head")
        & (pl.col("is_headline") | pl.col("is_title_sentence"))
        & pl.col("has_body")
        & (~pl.col("is_sure") | pl.col("is_teaser") | pl.col("is_promotion"))
        & ~pl.col("is_ticker")
        & ~(pl.col("is_author_line") & pl.col("near_date"))
        & ~pl.col("is_bracketed")
        & ~pl.col("is_date")
        & ~pl.col("in_block")
        & ~pl.col("is_bullet")
        & ~pl.col("is_signature")
        & ~pl.col("is_bar")
        & ~pl.col("is_crumb")
        & ~pl.col("is_byline")
        & ~pl.col("is_toolbar_word")
        & ~pl.col("is_section")
    )
    is_fuller = pl.col("may_be") & pl.col("words").is_between(6, 16)
    return (
        lines.with_columns(near_date=near_date, is_bracketed=pl.col("text").str.contains(r"^\(.*\)$"))
        .with_columns(may_be=may_be)
        .pipe(_owners)
        .pipe(_under_labels)
        # With a headline in the article's own words, those above it are the site's or other articles'.
        .with_columns(
            may_be=pl.col("may_be") & (pl.col("is_apt") | ~(pl.col("may_be") & pl.col("is_apt")).any().over("doc"))
        )
        .pipe(_banner_candidates)
        # A department's name above the title: fewer words, and fewer of the article's.
        .with_columns(fullest=pl.when(is_fuller).then("n_shared").max().over("doc").fill_null(0))
        .with_columns(may_be=pl.col("may_be") & ~((pl.col("n_tokens") <= 4) & (pl.col("n_shared") < pl.col("fullest"))))
    )


def _owners(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Take the site's name off the candidates: a short line that the page's line of rights names as its owner."""
    holds_rights = pl.col("key").str.contains(_rules()["rights"]) & (pl.col("words") <= 20) & ~pl.col("is_head")
    owner = pl.col("bare").filter(holds_rights.fill_null(value=False)).last().over("doc").fill_null("")
    is_owner = (
        (pl.col("words") <= 5)
        & (pl.col("bare").str.len_chars() >= 4)
        & owner.str.contains(pl.col("bare"), literal=True)
    )
    return lines.with_columns(may_be=pl.col("may_be") & ~is_owner.fill_null(value=False))


def _under_labels(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Take headlines in a row under "Breaking news" off the candidates where one in the article's words follows them.

    The row ends at a date, a bar or a blank line; one headline alone under such a label may be the title.
    """
    is_label = pl.col("is_head") & pl.col("bare").is_in([*words()["teasers"], *words()["related"]])
    ends = pl.col("is_date") | pl.col("is_bar") | pl.col("is_toolbar_word") | pl.col("after_blank") | is_label
    apt = pl.col("may_be") & pl.col("is_apt")
    return (
        lines.with_columns(
            row=ends.fill_null(value=False).cum_sum().over("doc"),
            apt_below=apt.cast(pl.Int32).cum_sum(reverse=True).over("doc"),
        )
        .with_columns(
            is_labelled_row=is_label.fill_null(value=False).first().over("doc", "row")
            & (pl.len().over("doc", "row") > 2),
            apt_behind_row=(pl.col("apt_below") - apt.cast(pl.Int32)).last().over("doc", "row"),
        )
        .with_columns(may_be=pl.col("may_be") & ~(pl.col("is_labelled_row") & (pl.col("apt_behind_row") > 0)))
    )


def _is_masthead() -> pl.Expr:
    """Whether a page's first line is a name in capitals with a word of outlets, then a motto or the issue's date."""
    name = pl.col("text").str.extract(r"^((?:\p{Lu}\S*? ){0,4}\p{Lu}\S*?)(?:,| [–—-]) ", 1)
    return (pl.col("line") == 0) & folded(name).str.contains(rf"\b{words().any_of('outlet_words')}\b").fill_null(
        value=False
    )


def _banner_candidates(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Take the site's name and motto, parted by a bar, off the candidates where a headline without bars is as apt.

    As in "Lake FM 92 | Voice of the coast", "Mining Monthly, May 2023": a short name, where a title
    has more words.
    """
    is_barred = pl.col("key").str.contains(r"^\S+(?: \S+){0,3} [|•·] \S") | _is_masthead()
    aptest = pl.when(pl.col("may_be") & ~is_barred).then("n_shared").max().over("doc").fill_null(0)
    return lines.with_columns(may_be=pl.col("may_be") & ~(is_barred & (pl.col("n_shared") <= aptest) & (aptest >= 2)))


def _kickers(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Take labels above the title off the candidates."""
    is_label = (
        (pl.col("words") <= 2)
        | pl.col("is_outlet_name")
        | ((pl.col("words") <= 4) & ~pl.col("text").str.contains(r"\p{Ll}"))
        | (pl.col("is_named") & pl.col("near_date"))
    )
    next_words = pl.when("may_be").then("words").shift(-1).backward_fill().over("doc")
    # A name above the bar of navigation is the site's.
    # Share buttons stand below a title too; where readers log in and subscribe, the site's name is above.
    is_account = pl.col("is_toolbar") & (pl.col("line") == 1) & pl.col("key").str.contains(_rules()["account"])
    bars = (((pl.col("is_bar") | pl.col("is_crumb")) & ~pl.col("is_toolbar")) | is_account).cum_sum().over("doc")
    is_above_bar = pl.when("may_be").then("bars").shift(-1).backward_fill().over("doc") > pl.col("bars")
    is_kicker = (
        pl.col("may_be")
        & (is_above_bar | (pl.col("is_label") & (next_words >= 4)) | ((pl.col("words") <= 4) & (next_words >= 8)))
        & (pl.col("nth") == 1)
    )
    # Names in a row above the title: "Office of the Press", "Government of the Isles", "Cabinet".
    is_named = pl.col("may_be") & (is_label | pl.col("is_named"))
    is_full = pl.col("may_be") & ~is_named & (pl.col("words") >= 6)
    above_full = (pl.col("may_be") & ~is_named).cum_sum().over("doc") == 0
    is_chain = is_named & above_full & is_full.any().over("doc")
    return (
        lines.with_columns(is_label=is_label, bars=bars, nth=pl.col("may_be").cum_sum().over("doc"))
        .with_columns(is_kicker=(is_kicker | is_chain).fill_null(value=False))
        .with_columns(may_be=pl.col("may_be") & ~pl.col("is_kicker"))
    )


def _authors(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark names of persons beside the date, once the title is found elsewhere."""
    beside = (pl.col("is_stamp").shift(1) | pl.col("is_stamp").shift(-1)).over("doc").fill_null(value=False)
    above = pl.col("is_head") & (
        (
            pl.col("near_date")
            & (pl.col("is_named") | pl.col("is_author_line") | pl.col("is_outlet_name") | (pl.col("words") <= 2))
        )
        | pl.col("is_team")
        | pl.col("is_bracketed")
        | (pl.col("below_title") & pl.col("is_author_line"))
    )
    within = ~pl.col("is_edge") & beside & (pl.col("is_named") | pl.col("is_author_line"))
    below = pl.col("is_tail") & (pl.col("is_named") | pl.col("text").str.contains(_CAPITALS))
    return lines.with_columns(is_stamp=pl.col("is_date") & _near_top()).with_columns(
        is_author=~pl.col("is_title") & ~pl.col("is_bullet") & (above | within | below)
    )


def _kinds(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Decide on each line; see `classify`."""
    lines = lines.pipe(_below_text).pipe(_beside_title)
    edge, field = pl.col("is_edge"), pl.col("header").struct.field
    is_header = (pl.col("is_date") & (edge | _near_top())) | (
        pl.col("is_glued") & (pl.col("is_head") | pl.col("is_first"))
    )
    # A plain date below what closes the article is another article's, or a comment's.
    labelled = field("is_labelled").fill_null(value=False)
    is_foreign = (pl.col("is_tail") & pl.col("is_closed") & ~labelled) | pl.col("is_comment")
    states_date = (is_header | (pl.col("is_date") & pl.col("is_sure"))) & ~is_foreign
    return lines.with_columns(is_header=is_header, states_date=states_date).with_columns(
        kind=pl.when(pl.col("is_date") & pl.col("states_date"))
        .then(pl.lit("header"))
        .when("is_title")
        .then(pl.lit("title"))
        .when(_is_furniture())
        .then(pl.lit("furniture"))
        .when("is_beside_title")
        .then(pl.lit("label"))
        .otherwise(pl.lit("text")),
        text=pl.when(pl.col("is_title"))
        .then(pl.col("text").str.replace(r"^[\[(][^\[\]()]{1,30}[\])]\s*", ""))
        .when(pl.col("is_glued") & ~pl.col("is_header"))
        .then("original")
        .otherwise("text")
        .str.replace_all(_aside(), "")
        .str.replace(_ending(), "${1}"),
        on=pl.when("states_date").then(field("on")),
        precision=pl.when("states_date").then(field("precision")),
        # A date below the text is a weaker sign than one above it, and one above the title may be today's.
        rank=pl.when("states_date").then(
            2 * field("rank")
            + 6 * (pl.col("is_tail") & (field("rank") > 0)).cast(pl.Int8)
            + (pl.col("is_above_title") & (field("rank") == 1)).cast(pl.Int8)
        ),
        publisher=pl.when("states_date").then(field("publisher")),
    )


def _undated(lines: pl.DataFrame) -> pl.DataFrame:
    """Date articles without a header that is understood: by a date in the lines above the text, the title's, "today".

    A line above the text that begins or ends with a date is cut with it, unless it has the article's own words.
    """
    asked = lines.filter(
        pl.col("on").is_null().all().over("doc")
        & (pl.col("is_head") | pl.col("is_first"))
        & (pl.col("original").str.contains(r"\d{2}"))
        & ~pl.col("is_bullet")
        & ~pl.col("in_block")
    )
    if asked.is_empty():
        return lines
    found = []
    for row in asked.select("original", "is_title", "is_first").iter_rows():
        text, is_title, is_first = row
        rank, read = (22, read_titled) if is_title else (24, read_said) if is_first else (20, read_stamp)
        date = read(text)
        found.append((date.on, date.precision, rank) if date else (None, None, None))
    stamps = asked.select("doc", "line").with_columns(
        pl.DataFrame(
            found,
            schema={"new_on": pl.Date, "new_precision": pl.String, "new_rank": lines.schema["rank"]},
            orient="row",
        )
    )
    is_stamp = (pl.col("new_rank") == 20).fill_null(value=False) & (pl.col("n_shared") <= 1)
    return (
        lines.join(stamps, on=["doc", "line"], how="left", maintain_order="left")
        .with_columns(
            on=pl.coalesce("on", "new_on"),
            precision=pl.coalesce("precision", "new_precision"),
            rank=pl.coalesce("rank", "new_rank"),
            kind=pl.when(is_stamp & pl.col("kind").is_in(["text", "label"])).then(pl.lit("header")).otherwise("kind"),
        )
        .drop("new_on", "new_precision", "new_rank")
    )


def _below_text(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark headlines of other articles below the text: under what closes it, or several with furniture under them."""
    # What closes an article; a page number or an advertisement in its last list doesn't.
    closes = (
        (pl.col("is_sure") & ~pl.col("is_mark") & ~pl.col("is_plain")) | pl.col("is_signature") | pl.col("is_heading")
    )
    # What follows a page's end: comments, rights, tools. Below it only other headlines come.
    ends = pl.col("is_tail") & (
        pl.col("is_comments")
        | pl.col("is_toolbar")
        | pl.col("is_call")
        | pl.col("is_outlet_call")
        | (pl.col("is_mark") & pl.col("key").str.contains(rf"{_rules()['rights']}|{_rules()['tags']}"))
    )
    is_unlike = pl.col("n_shared") * 3 <= pl.col("n_terms")
    is_stray = (
        pl.col("is_tail") & pl.col("is_headline") & ~pl.col("is_bullet") & ~pl.col("is_sure") & (pl.col("words") >= 4)
    )
    has_neighbour = (pl.col("is_stray").shift(1) | pl.col("is_stray").shift(-1)).over("doc").fill_null(value=False)
    return lines.with_columns(
        is_stray=is_stray,
        is_closed=(closes & pl.col("is_tail")).cast(pl.Int32).cum_max().over("doc").cast(pl.Boolean),
        is_ended=ends.cast(pl.Int32).cum_max().over("doc").cast(pl.Boolean),
        is_covered=pl.col("is_sure").cast(pl.Int32).cum_max(reverse=True).over("doc").cast(pl.Boolean),
    ).with_columns(
        is_below_text=(pl.col("is_tail") & pl.col("is_headline") & pl.col("is_closed"))
        | (pl.col("is_stray") & has_neighbour & pl.col("is_covered"))
        | (pl.col("is_stray") & pl.col("is_ended") & is_unlike)
        | (pl.col("is_stray") & is_unlike & pl.col("key").str.contains(_rules()["picture_of"]))
    )


def _beside_title(lines: pl.LazyFrame) -> pl.LazyFrame:
    """Mark what stands above a title of the article's own words, and labels and names between it and the text."""
    is_last_of_head = pl.col("is_head") & ~pl.col("is_head").shift(-1).over("doc").fill_null(value=False)
    # A sub-heading may stand right above the first paragraph.
    is_label_below = (
        pl.col("is_head")
        & pl.col("below_title")
        & pl.col("is_headline")
        & ~pl.col("is_bullet")
        & (pl.col("n_shared") == 0)
        & (pl.col("words") <= 6)
        & (~is_last_of_head | pl.col("is_named"))
    )
    return lines.with_columns(
        is_above_title=pl.col("is_head") & ~pl.col("below_title") & pl.col("has_apt_title")
    ).with_columns(is_beside_title=pl.col("is_above_title") | (is_label_below & pl.col("has_apt_title")))


def _is_furniture() -> pl.Expr:
    edge = pl.col("is_edge")
    is_blank = edge & ~pl.col("is_running") & (pl.col("n_other") == 0) & (pl.col("n_tokens") > 0)
    return (
        pl.col("is_sure")
        | pl.col("is_comment")
        | pl.col("is_foot")
        | pl.col("is_banner")
        | pl.col("is_stranger")
        | (is_blank & ~pl.col("is_bullet"))
        | pl.col("is_below_text")
        | pl.col("in_block")
        | pl.col("is_author")
        | pl.col("is_kicker")
        | (edge & (pl.col("is_signature") | pl.col("is_bar") | pl.col("is_crumb") | pl.col("is_byline")))
        | (edge & (pl.col("is_toolbar_word") | pl.col("is_source_link") | pl.col("is_ticker")))
        | (pl.col("is_caption") & pl.col("is_head"))
        # "The Lake Ledger | Ghana", below the title
        | (
            pl.col("is_outlet_name")
            & pl.col("is_head")
            & pl.col("below_title")
            & pl.col("text").str.contains("|", literal=True)
        )
        | (pl.col("is_contact") & pl.col("is_tail"))
        | (pl.col("is_section") & pl.col("is_head") & pl.col("has_body"))
    )


def _outlets(lines: pl.DataFrame) -> pl.DataFrame:
    """Add the outlets that lines of furniture name."""
    attributed = (
        pl.col("is_signature") & pl.col("key").str.contains(_rules()["byline"])
        & pl.col("is_source_link").shift(-1).over("doc").fill_null(value=False)
    )  # fmt: skip
    has_year = pl.col("key").str.contains(r"(?:19|20)\d{2}")
    asks = pl.col("kind").is_in(["furniture", "header", "label"]) & (
        pl.col("is_outlet_call")
        | (pl.col("key").str.contains(words().any_of("rights")) & (pl.col("is_tail") | has_year))
        | (pl.col("is_edge") & pl.col("key").str.contains(_rules()["source"]))
    )
    chosen = lines.select(asks=asks.fill_null(value=False), attributed=attributed.fill_null(value=False))
    found = [
        read_outlet(text) if ask else read_outlet_after(text) if by else None
        for text, ask, by in zip(lines["text"], chosen["asks"], chosen["attributed"], strict=True)
    ]
    # "Hebdo du Nord n° 12": the number isn't the name, and a name has two words.
    issue = rf"(?i)[\s,–-]*\b{words().any_of('issues', accents=True)}\s?\d.*$"
    masthead_name = pl.when(pl.col("line") == 0).then("text").otherwise(pl.lit("")).str.replace(issue, "")
    # The first line of a page, above its title, where a word such as "Tribune" shows that it is the outlet's name.
    masthead = pl.when(
        (pl.col("line") == 0)
        & pl.col("is_head")
        & pl.col("kind").is_in(["furniture", "label"])
        & pl.col("is_outlet_name")
        & ~pl.col("is_sure")
        & ~pl.col("begins_as_call")
        & (pl.col("n_reader") == 0)
        & ~pl.col("text").str.contains("|", literal=True)
        & masthead_name.str.contains(r"\S \S")
    ).then(masthead_name)
    # "Lake Ledger – Truth every morning": a name and what the outlet says of itself.
    named_part = pl.col("text").str.extract(rf"^(\p{{Lu}}\S*(?: \p{{Lu}}\S*| {_small()}){{1,5}})(?: [|–—-]|,) ", 1)
    tagline = pl.when(
        (pl.col("line") == 0)
        & pl.col("is_head")
        & pl.col("kind").is_in(["furniture", "label"])
        & ~(pl.col("is_sure") | pl.col("is_section") | pl.col("is_bar") | pl.col("is_crumb") | pl.col("is_date"))
        & pl.col("header").is_null()
    ).then(named_part)
    # A name in capitals over a page, with nothing of the article's subject in it.
    banner = pl.when(
        (pl.col("line") == 0) & pl.col("is_above_title") & pl.col("kind").is_in(["furniture", "label"])
        & pl.col("words").is_between(2, 5) & ~pl.col("text").str.contains(r"\p{Ll}|\d|[|/>:›»]")
        & (pl.col("n_shared") + pl.col("n_site") == 0) & (pl.col("n_terms") >= 2) & ~pl.col("is_sure")
    ).then("text")  # fmt: skip
    named = pl.Series("found", found, dtype=pl.String)
    return lines.with_columns(publisher=pl.coalesce("publisher", named, masthead, tagline, banner))


@cache
def _small() -> str:
    return words().any_of("name_particles", "person_particles", accents=True)


def read_outlet_after(line: str) -> str | None:
    """The outlet of "by : Outlet" where a link to the source follows."""
    _, _, name = line.partition(":")
    return read_outlet(f"{words()['source_labels'][0]}: {name.strip()}")
