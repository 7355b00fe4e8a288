"""Dates and outlets that a page states about itself: bylines, datelines, headers glued to the text.

Only small lines and the beginnings of first lines come here, a few per article. The grammar reads a line from
its start, piece by piece (label, date, time, name in brackets, name before a separator), and gives up at the
first word that is neither: a date inside a sentence is thus never taken.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from pipelines.clean.lexicon import Words, alternatives, words
from pipelines.extract.text import fold

Precision = Literal["day", "month", "year"]
MAX_HEADER = 220
_MAX_SAID = 600  # characters of a first paragraph
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date at the precision that the page gives."""

    on: dt.date
    precision: Precision


@dataclass(frozen=True, slots=True)
class Header:
    """What the start of a line says about the article.

    Attributes:
        rest: the line without its header, "" where the line is nothing else.
        rank: how sure the date is the publication's: 0 labelled so, 1 plain, 2 labelled as an update.
        is_labelled: whether a word such as "Publié le" introduces the date.
    """

    rest: str
    date: PageDate | None
    rank: int
    publisher: str | None
    is_labelled: bool


_ISO_TIME = r"(?:[t ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?(?:z|\s?[+-]\d{2}:?\d{2})?)?"


@dataclass(frozen=True)
class _Grammar:
    words: Words
    date: re.Pattern[str]
    partial: re.Pattern[str]
    year: re.Pattern[str]
    time: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    desk: re.Pattern[str]
    reading: re.Pattern[str]
    age: re.Pattern[str]
    weekday: re.Pattern[str]
    issue: re.Pattern[str]
    connector: re.Pattern[str]
    follow: re.Pattern[str]
    rights: re.Pattern[str]
    source: re.Pattern[str]
    source_label: re.Pattern[str]
    particles: frozenset[str]
    person_particles: frozenset[str]
    topics: frozenset[str]
    outlet_words: frozenset[str]
    not_outlets: frozenset[str]
    teasers: frozenset[str]
    stamp: re.Pattern[str]
    titled: re.Pattern[str]
    said: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    known = words()
    month = alternatives(known.months)
    ordinal = alternatives(known["ordinals"])
    connector = alternatives(known["connectors"])
    # Some pages glue the hour to the year: "Nov 14 20255:30 AM".
    run_on = r"(?=\d{1,2}:\d\d|\D|$)"
    day = rf"(?P<{{}}>\d{{{{1,2}}}})(?:\s?{ordinal}\b)?"
    date = "|".join(
        [
            r"(?P<y1>\d{4})-(?P<m1>\d{1,2})(?:-(?P<d1>\d{1,2}))?" + _ISO_TIME + r"(?![\d-])",
            r"(?P<y2>\d{4})[/.](?P<m2>\d{1,2})[/.](?P<d2>\d{1,2})(?!\d)",
            r"(?P<d3>\d{1,2})\s?[/.-]\s?(?P<m3>\d{1,2})\s?[/.-]\s?(?P<y3>\d{4})(?!\d)",
            r"(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>\d{2})(?![\d/.])",
            day.format("d5")
            + rf"[\s.,/-]{{0,3}}(?:{connector}\s+)?(?P<m5>{month})\b[\s.,/-]{{1,3}}(?P<y5>\d{{4}}){run_on}",
            rf"(?P<m6>{month})\b[\s.-]{{0,3}}" + day.format("d6") + rf"[\s,.-]{{1,4}}(?P<y6>\d{{4}}){run_on}",
            rf"(?P<y8>\d{{4}})[\s/-](?P<m8>{month})[\s/-](?P<d8>\d{{1,2}})(?!\d)",
            rf"(?P<d9>\d{{1,2}})-(?P<m9>{month})-(?P<y9>\d{{2}})(?!\d)",
            rf"(?P<m7>{month})\b[\s.,]{{1,3}}(?P<y7>\d{{4}})(?!\d)",
        ]
    )
    weekday = rf"{alternatives(known.weekdays)}\b"
    before = rf"(?:{weekday}|{connector}\b)\W{{1,2}}"
    # The same groups can't stand twice in one expression.
    anonymous = re.sub(r"\?P<(\w)(\d)>", lambda m: f"?P<{m[1]}1{m[2]}>", date)
    partial = rf"\d{{1,2}}(?:\s?{ordinal}\b)?\s+{month}\b\.?|{month}\b\.?\s+\d{{1,2}}(?:\s?{ordinal}\b)?(?!\d)"
    times = alternatives(known["times"])
    time = (
        rf"(?:{times}\s+)?\d{{1,2}}\s?(?::|h|\.)\s?\d{{2}}(?:\s?[:m]\s?\d{{2}})?(?:min|mn|s)?"
        rf"(?:\s?\(?{times}\b\.?(?:\s?[+-]\s?\d{{1,2}})?\)?){{0,2}}(?:\s?[+-]\d{{2}}:?\d{{2}})?(?!\d)|(?:{times}\s+)?\d{{1,2}}\s?(?:{times})(?!\w)"
    )
    unit = alternatives(known["reading_time"])
    reading = rf"(?:{unit}\s*:?\s*){{0,2}}\d{{1,3}}\s?(?:{unit}\s?){{1,2}}\b|{unit}\s?:\s?<?\s?\d{{1,3}}\s?{unit}\b"
    outlets = "|".join(
        rf"\b{re.escape(before.strip())}\s+(?P<o{i}>[^.,:;!?]{{2,40}}?)(?:\s+{re.escape(after.strip())}\b|['’]s\b)"
        if after.strip() != "'s"
        else rf"\b{re.escape(before.strip())}\s+(?P<o{i}>[^.,:;!?]{{2,40}}?)['’]s\b"
        for i, (before, _, after) in enumerate(
            phrase.partition("{outlet}") for phrase in sorted(known["follow_outlet"], key=lambda p: (-len(p), p))
        )
    )
    return _Grammar(
        words=known,
        date=re.compile(date),
        partial=re.compile(partial),
        year=re.compile(r"((?:19|20)\d{2})(?!\d)"),
        time=re.compile(time),
        published=re.compile(known.any_of("published") + r"\b\s?:?\s?"),
        updated=re.compile(known.any_of("updated") + r"\b\s?:?\s?"),
        byline=re.compile(known.any_of("bylines") + r"(?:\s?:\s?|\s+)"),
        desk=re.compile(known.any_of("desks") + r"\b"),
        reading=re.compile(reading),
        age=re.compile(rf"(?:{known.any_of('ages')} )?\d{{1,2}} {known.any_of('ages')}(?: {known.any_of('ages')})?\b"),
        weekday=re.compile(weekday + r"\.?,?"),
        issue=re.compile(rf"{known.any_of('issues')}\s?\d{{1,6}}(?!\d)"),
        # Only before a date: "date 2024-02 Le ministère" goes on with the text.
        connector=re.compile(rf"{connector}\s+(?=\d|{alternatives(known.weekdays)}\b|{month}\b)"),
        follow=re.compile(outlets),
        rights=re.compile(known.any_of("rights")),
        source=re.compile(known.any_of("source_labels") + r"\s?:\s?(?P<o>[^|]{2,60})(?:\||$)"),
        source_label=re.compile(known.any_of("source_labels") + r"\s?:\s?"),
        particles=frozenset([*known["name_particles"], *known["person_particles"]]),
        person_particles=frozenset(known["person_particles"]),
        topics=frozenset([*known["sections"], *known["teasers"], *known["desks"]]),
        outlet_words=frozenset(known["outlet_words"]),
        not_outlets=frozenset(known["not_outlets"]),
        # At the start of a line, or at its end behind a sign: at most hours and brackets beside it.
        stamp=re.compile(
            rf"^\W*(?:{before}){{0,2}}(?:{date})|[|–—·•,:(/-]\s?(?:{before}){{0,2}}(?:{anonymous})(?=\W*(?:(?:{time})\W*){{0,2}}$)"
        ),
        titled=re.compile(rf"(?:\b{known.any_of('dated_by')}|[(|–—,:]|\s-)\s?(?:{weekday}\W{{1,2}})?(?:{date})\W*$"),
        said=re.compile(rf"\b{known.any_of('this_day')},?\s(?:{weekday},?\s)?(?:{date})"),
        teasers=frozenset(known["teasers"] + known["credits"] + known["sections"] + known["desks"]),
    )


# ---------------------------------------------------------------- dates


@lru_cache(maxsize=4096)
def parse_date(value: str) -> PageDate | None:
    """The date that a field or attribute holds, in any of the forms that pages use; None where it holds none.

    Numeric dates are day first, except where only the other order is a date.
    """
    text = fold(value[:100]).strip()
    grammar = _grammar()
    if found := grammar.date.search(text):
        return _date(found, grammar)
    if found := re.match(r"(\d{4})(\d{2})(\d{2})(?:t?\d{6}|$)", text):
        return _built(int(found[1]), int(found[2]), int(found[3]))
    if found := grammar.year.fullmatch(text):
        return _built(int(found[1]), None, None)
    return None


def _date(found: re.Match[str], grammar: _Grammar) -> PageDate | None:
    parts = {name[0]: value for name, value in found.groupdict().items() if value}
    year = int(parts["y"])
    if len(parts["y"]) == 2:
        year += 2000 if year < 70 else 1900
    month = int(parts["m"]) if parts["m"].isdigit() else grammar.words.months[parts["m"]]
    day = int(parts["d"]) if "d" in parts else None
    # "12/31/2024"
    if day is not None and parts["m"].isdigit() and not found[0].startswith(parts["y"]) and month > 12 >= day:
        day, month = month, day or 0
    return _built(year, month, day)


def _built(year: int, month: int | None, day: int | None) -> PageDate | None:
    if year not in _YEARS:
        return None
    try:
        on = dt.date(year, month or 1, day or 1)
    except ValueError:
        return None
    return PageDate(on, "day" if day else "month" if month else "year")


def read_stamp(line: str) -> PageDate | None:
    """The one full date that a short line begins with, or ends with behind a sign: "Ledger staff, 3 May 2023"."""
    return _only_date(_grammar().stamp, line)


def read_titled(title: str) -> PageDate | None:
    """The full date that ends a title as the date of what it reports: "Council of ministers of 3 May 2023"."""
    return _only_date(_grammar().titled, title)


def read_said(paragraph: str) -> PageDate | None:
    """The full date that a paragraph calls today's: "this Thursday 4 May 2023"."""
    return _only_date(_grammar().said, paragraph[:_MAX_SAID])


def _only_date(pattern: re.Pattern[str], text: str) -> PageDate | None:
    grammar, text = _grammar(), fold(text)
    if not (found := pattern.search(text)) or len(grammar.date.findall(text[:MAX_HEADER])) > 1:
        return None
    date = _date(found, grammar)
    return date if date and date.precision == "day" else None


# ---------------------------------------------------------------- headers

_SEPARATOR = re.compile(r"[\s|–—\-•·:,/.;►▪‖~_*>]+")
_STRONG = frozenset("|–—-•·:►▪‖")
# The agency of a dateline, in brackets or between strokes.
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]|/([^/]{2,25})/(?=\s?[-–—])")
# What stands before a bar or a dot and a date, whatever it says: "Clean water | 3 May 2023".
_LABEL = re.compile(r"([^\d|•·:?!«»\"“”]{2,50}?)\s?[|•·]\s?(?=\S)")
_ACCOUNT = re.compile(r"[\w.+-]{0,40}@[\w.-]{2,60}")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}(?!\w)", re.IGNORECASE)
_NAME_WORD = re.compile(r"[\w&][\w'’.&+-]{0,40}")
_MAX_NAME_WORDS = 6
_MAX_BYLINE_WORDS = 12  # several authors


@dataclass(slots=True)
class _State:
    line: str
    text: str  # folded
    at: int = 0
    dates: list[tuple[int, PageDate]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    names_from: int | None = None  # where names begin that no date or bracket follows yet
    brackets: list[str] = field(default_factory=list)
    separator: str = ""  # what was read last, where that was a separator
    label: int | None = None  # rank that the label read last gives to the date that follows
    is_labelled: bool = False
    is_partial: bool = False
    has_byline: bool = False
    is_vague: bool = False  # a month without a label
    is_timed: bool = False  # an hour, a weekday or an issue's number stands before
    is_issue: bool = False  # an issue's number stands before
    has_topic: bool = False  # something that isn't a name stands before: only a whole line is a header then
    ends_with_numeric_date: bool = False


@lru_cache(maxsize=8192)
def read_header(line: str) -> Header | None:
    """Read the header that a line is, or begins with; None where it has none.

    A header needs a date, or a name in brackets that ends in a separator, before the text resumes with a capital.
    """
    line = line.strip()
    head = line[:MAX_HEADER]
    state = _State(head, fold(head))
    grammar = _grammar()
    while state.at < len(head) and _piece(state, grammar):
        pass
    rest = line[state.at :].lstrip()
    if rest and state.names_from:
        # The place of a dateline stays with the text: "date 2023-03 Accra - The ministry ...".
        rest, state.separator = line[state.names_from :].lstrip(), " "
    if not rest.strip(" .-–—|:•)]"):
        return _whole(state, grammar)
    return _glued(state, rest, grammar)


def _piece(state: _State, grammar: _Grammar) -> bool:
    """Read one piece at `state.at`; False where there is none."""
    if found := _SEPARATOR.match(state.line, state.at):
        state.separator += found[0]
        state.at = found.end()
        return True
    separator, state.separator = state.separator, ""
    if _read_label(state, grammar) or _read_date(state, grammar) or _read_filler(state, separator, grammar):
        return True
    if found := _BRACKET.match(state.line, state.at - separator.endswith("/")):
        return _read_bracket(state, found, grammar)
    if _read_introduction(state, grammar) or _read_name(state, separator, grammar) or _read_topic(state, grammar):
        return True
    state.separator = separator
    return False


def _read_label(state: _State, grammar: _Grammar) -> bool:
    for rank, pattern in ((2, grammar.updated), (0, grammar.published)):
        if found := pattern.match(state.text, state.at):
            state.at, state.label, state.is_labelled = found.end(), rank, True
            return True
    return False


def _read_filler(state: _State, separator: str, grammar: _Grammar) -> bool:
    """Read what goes with a date and says nothing: reading times, hours, weekdays, "le"; a date without its year."""
    text, at = state.text, state.at
    fillers = (grammar.reading, grammar.age, grammar.time, grammar.weekday, grammar.issue)
    if found := next((m for pattern in fillers if (m := pattern.match(text, at))), None):
        state.separator = "," if found[0].endswith(",") else ""
        state.is_timed = True
        state.is_issue = state.is_issue or grammar.issue.match(text, at) is not None
    elif found := grammar.partial.match(text, at):
        state.is_partial = True
    elif (at and "," in separator) or state.is_labelled or state.has_byline or state.is_timed:
        found = grammar.connector.match(text, at)
    if found is None:
        return False
    state.at = found.end()
    return True


def _read_introduction(state: _State, grammar: _Grammar) -> bool:
    """Read what introduces or stands for a name: "La rédaction", "By", "Source:", or an address of the web."""
    text, at = state.text, state.at
    if found := grammar.desk.match(text, at):
        state.at = found.end()
    elif (at or not state.has_byline) and (found := grammar.byline.match(text, at)):
        state.at, state.has_byline = found.end(), True
    elif (at and (found := grammar.source_label.match(text, at))) or (found := _ACCOUNT.match(state.line, at)):
        state.at = found.end()
    elif found := _DOMAIN.match(state.line, at):
        state.names.append(found[0].removeprefix("www."))
        state.at = found.end()
    return found is not None


def _read_topic(state: _State, grammar: _Grammar) -> bool:
    """Read what heads a line before its date: a section, or up to six words of any kind before a bar or a dot."""
    if state.at:
        return False
    found = _LABEL.match(state.line)
    if found is None or len(found[1].split()) > _MAX_NAME_WORDS:
        head = re.match(r"([^\d,–—|-]{2,40}?)(?: ?[,–—]| -) ", state.line)
        found = head if head and fold(head[1]) in grammar.topics else None
    if found is None:
        return False
    state.at, state.separator, state.has_topic = found.end(), "|", True
    return True


def _read_date(state: _State, grammar: _Grammar) -> bool:
    found = grammar.date.match(state.text, state.at)
    date = _date(found, grammar) if found else None
    if date is None and state.label is not None and (found := grammar.year.match(state.text, state.at)):
        date = _built(int(found[1]), None, None)
    if date is None or found is None:
        return False
    if (
        date.precision != "day"
        and state.label is None
        and not (state.has_byline and state.names)
        and not state.is_issue
    ):
        # "Mars 2021" goes for a date where the line is nothing else; else a label, an author or an outlet is needed.
        is_named = any(not _is_outlet(name, grammar) for name in state.names)
        if is_named or state.dates or date.precision == "year":
            return False
        state.is_vague = True
    state.dates.append((1 if state.label is None else state.label, date))
    state.names_from = None
    state.at, state.label = found.end(), None
    state.ends_with_numeric_date = found[0][-1].isdigit()
    return True


def _read_bracket(state: _State, found: re.Match[str], grammar: _Grammar) -> bool:
    inner = (found[1] or found[2]).strip()
    date = parse_date(inner)
    if date is not None:
        state.dates.append((1, date))
        inner = grammar.date.sub("", fold(inner)) and inner[: (grammar.date.search(fold(inner)) or found).start()]
        inner = inner.strip(" ,-–—|:")
        if any(label.fullmatch(fold(inner)) for label in (grammar.published, grammar.updated)):
            inner = ""
    if introduced := grammar.byline.match(fold(inner)):
        inner = inner[introduced.end() :]
    if inner and not _is_name(inner, grammar, 5):
        return False
    if inner:
        state.brackets.append(inner)
    state.at, state.names_from = found.end(), None
    state.separator = found[0][-1]
    return True


def _read_name(state: _State, separator: str, grammar: _Grammar) -> bool:
    """A run of capitalised words, up to a separator, a bracket, a date or the end."""
    follows_on = separator or state.has_byline or state.brackets or state.is_labelled
    if (state.at and not follows_on) or len(state.names) >= 3:
        return False
    end, count, at, is_small = state.at, 0, state.at, False
    limit = _MAX_BYLINE_WORDS if state.has_byline else _MAX_NAME_WORDS
    while count < limit and (found := _NAME_WORD.match(state.line, at)):
        word = found[0]
        plain = fold(word)
        is_small = word == "&" or plain in grammar.particles
        has_article = plain.partition("'")[0] in grammar.particles
        if not (word[0].isupper() or (word[0].isdigit() and count) or is_small or has_article):
            return False
        count, end = count + 1, found.end()
        at = end
        while at < len(state.line) and state.line[at] == " ":
            at += 1
        if _begins_date(state, at, grammar):
            break
    if count > 1 and is_small and not state.has_byline:
        return False  # "Council of 3 May 2023" isn't signed by "Council of"
    name = state.line[state.at : end].rstrip(".,-")
    follows = state.line[end : end + 2].strip()[:1]
    if not count or (follows and follows not in "|–—-•·:,/([.►@" and not _begins_date(state, at, grammar)):
        return False
    if not _is_name(name, grammar, 8 if state.has_byline else 3, limit):
        return False
    state.names.append(name)
    if state.names_from is None and not state.is_partial:
        state.names_from = state.at
    state.at = state.at + len(name)
    return True


def _begins_date(state: _State, at: int, grammar: _Grammar) -> bool:
    starts = [grammar.date, grammar.weekday, grammar.published, grammar.updated]
    if state.has_byline or state.is_labelled:
        starts.append(grammar.connector)
    if state.has_byline:
        starts.append(grammar.byline)
    return any(pattern.match(state.text, at) for pattern in starts)


def _is_name(name: str, grammar: _Grammar, limit: int, most: int = _MAX_NAME_WORDS) -> bool:
    """Whether it is capitalised and of at most `limit` words, small ones of persons' names not counted."""
    parts = name.replace("'", " ").replace("’", " ").split()
    if not parts or len(parts) > most or len(name) > 12 * most:
        return False
    small = [fold(part) in grammar.particles or part == "&" for part in parts]
    if any(not (is_small or p[0].isupper() or p[0].isdigit()) for p, is_small in zip(parts, small, strict=True)):
        return False
    counted = sum(fold(part) not in grammar.person_particles for part in parts)
    return counted <= limit or _is_outlet(name, grammar)


def _is_outlet(name: str, grammar: _Grammar) -> bool:
    return name.isupper() or not grammar.outlet_words.isdisjoint(re.findall(r"\w+", fold(name)))


def _whole(state: _State, grammar: _Grammar) -> Header | None:
    if not state.dates:
        return None
    rank, date = min(state.dates, key=lambda pair: pair[0])
    return Header("", date, rank, _publisher(state, grammar), state.is_labelled)


def _glued(state: _State, rest: str, grammar: _Grammar) -> Header | None:
    if state.is_vague or state.has_topic or not (state.dates or _is_agency_line(state)):
        return None
    opens = rest.lstrip("«“\"'‘’ (")[:1]
    if not (opens.isupper() or opens.isdigit()) or state.label is not None or len(rest.split()) < 3:
        return None
    is_strong = bool(_STRONG & set(state.separator)) or "." in state.separator
    if state.brackets and not state.dates and not is_strong and not state.brackets[-1].isupper():
        return None
    if state.dates and not is_strong and not (state.is_labelled or state.ends_with_numeric_date or state.brackets):
        return None
    if state.dates and "," in state.separator and not state.is_labelled:
        return None  # "Le 12 mars 2021, ..." is a sentence
    rank, date = min(state.dates, key=lambda pair: pair[0]) if state.dates else (1, None)
    return Header(rest, date, rank, _publisher(state, grammar), state.is_labelled)


def _is_agency_line(state: _State) -> bool:
    """Whether an undated header is one: "PLACE (Agency) -", "PLACE, March 3, AGENCY -"."""
    if state.brackets:
        return state.is_partial or bool(state.separator.strip())
    return state.is_partial and bool(state.names) and bool(_STRONG & set(state.separator))


def _publisher(state: _State, grammar: _Grammar) -> str | None:
    """The outlet: what stands in brackets, an acronym, or a name with a word such as "Tribune" in it."""
    for name in state.brackets:
        if fold(name) not in grammar.words.territories and fold(name) not in grammar.teasers:
            return name
    if state.has_byline:
        return None
    for name in state.names:
        is_acronym = name.isupper() and 2 <= len(name) <= 8 and name.isalnum() and fold(name) not in grammar.particles
        has_word = not grammar.outlet_words.isdisjoint(re.findall(r"\w+", fold(name)))
        # An acronym before a comma is a place in capitals: "PARIS, 3 mai 2022".
        is_place = is_acronym and len(state.names) + len(state.brackets) > 1 and name is state.names[0]
        is_domain = _DOMAIN.fullmatch(name) is not None
        if (is_acronym and not is_place and f"{name}," not in state.line) or has_word or is_domain:
            return name
    return None


# ---------------------------------------------------------------- outlets


@lru_cache(maxsize=8192)
def read_outlet(line: str) -> str | None:
    """The outlet that a line of furniture names: an invitation to follow it, a copyright, a source."""
    line = line.strip()[:MAX_HEADER]
    text = fold(line)
    grammar = _grammar()
    if found := grammar.follow.search(text):
        group = next(name for name, value in found.groupdict().items() if value)
        return _outlet(line[found.start(group) : found.end(group)], grammar)
    if found := grammar.rights.search(text):
        return _rights_holder(line, grammar)
    if found := grammar.source.match(text):
        return _outlet(line[found.start("o") : found.end("o")], grammar)
    return None


def _outlet(name: str, grammar: _Grammar) -> str | None:
    name = name.strip(" .,-–—|:©\"'«»“”()[]")
    first = fold(name).partition(" ")[0]
    is_phrase = name[:1].islower() and first in grammar.not_outlets
    if not name or is_phrase or fold(name) in grammar.not_outlets or "/" in name:
        return None
    is_domain = bool(re.fullmatch(r"[\w-]{2,40}(?:\.[a-z]{2,10}){1,2}", name))
    starts_upper = name[0].isupper() or name[0].isdigit() or any(c.isdigit() for c in name)
    if len(name.split()) > 5 or not (starts_upper or is_domain or " " not in name):
        return None
    if fold(name) in grammar.teasers or grammar.desk.fullmatch(fold(name)):
        return None
    return name


def _rights_holder(line: str, grammar: _Grammar) -> str | None:
    plain = fold(line)
    for pattern in (
        grammar.rights,
        re.compile(r"(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?"),
        re.compile(r"[©®]|\(c\)"),
    ):
        for found in reversed(list(pattern.finditer(plain))):
            line = line[: found.start()] + "|" + line[found.end() :]
            plain = plain[: found.start()] + "|" + plain[found.end() :]
    pieces = [piece for piece in re.split(r"[|–—,:]|\.(?:\s|$)|\s-\s", line) if any(c.isalpha() for c in piece)]
    named = [name for piece in pieces if (name := _outlet(piece, grammar))]
    return named[0] if named else None
