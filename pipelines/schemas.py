"""Every table, declared once: grain, columns, types, meaning, key, rules.

Here belong the declarations; what is derived from them (polars schemas, DuckDB's DDL and comments, dbt's
contracts and tests, the data dictionary) is derived in `pipelines.schema_outputs`. No data access.

Layers:
    lake: Parquet files that the Python steps exchange; dbt's sources.
    mart: what analysts read, in the schema `main` of the published file.
    log: kept by the publishing step, in the published file too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

import polars as pl

from pipelines.extract.records import (
    ActorKind,
    EventKind,
    ParticipantRole,
    PillarKind,
    PlanKind,
    PlanStatus,
    Precision,
    Qualifier,
)

Layer = Literal["lake", "mart", "log"]
ENTITY_TYPES = ("plan", "pillar", "actor", "figure", "event")

# DuckDB's name of each type that a column may have -> polars' type.
POLARS_TYPES: dict[str, pl.DataType] = {
    "VARCHAR": pl.String(),
    "VARCHAR[]": pl.List(pl.String()),
    "INTEGER": pl.Int32(),
    "BIGINT": pl.Int64(),
    "DOUBLE": pl.Float64(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
    "TIMESTAMPTZ": pl.Datetime("us", "UTC"),
    "STRUCT(role VARCHAR, organisation VARCHAR)[]": pl.List(
        pl.Struct({"role": pl.String(), "organisation": pl.String()})
    ),
    "STRUCT(actor_local_id VARCHAR, role VARCHAR)[]": pl.List(
        pl.Struct({"actor_local_id": pl.String(), "role": pl.String()})
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        type: a key of `POLARS_TYPES`.
        meaning: one sentence, for the reader of the table.
        is_required: never NULL.
        values: the only values that it takes, where they are few.
        references: "table.column" that its values exist in.
    """

    name: str
    type: str
    meaning: str
    is_required: bool = False
    values: tuple[str, ...] = ()
    references: str | None = None

    def __post_init__(self) -> None:
        if self.type not in POLARS_TYPES:
            raise ValueError(f"column {self.name}: type {self.type} has no polars counterpart")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named assumption on each row: `predicate` (SQL) is true or NULL."""

    name: str
    predicate: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        grain: what one row is; opens the table's description.
        key: columns that are unique together.
    """

    name: str
    layer: Layer
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rules: tuple[Rule, ...] = ()

    def __post_init__(self) -> None:
        missing = set(self.key) - {c.name for c in self.columns}
        if missing:
            raise ValueError(f"table {self.name}: key columns {sorted(missing)} don't exist")

    @property
    def column_names(self) -> list[str]:
        """Names in order."""
        return [c.name for c in self.columns]

    @property
    def polars_schema(self) -> pl.Schema:
        """Names and types for polars frames and Parquet files."""
        return pl.Schema({c.name: POLARS_TYPES[c.type] for c in self.columns})

    def empty(self) -> pl.DataFrame:
        """A frame without rows."""
        return pl.DataFrame(schema=self.polars_schema)

    def conform(self, frame: pl.DataFrame) -> pl.DataFrame:
        """`frame` with exactly this table's columns, in order and typed.

        Raises:
            polars.exceptions.ColumnNotFoundError: a column is missing.
            polars.exceptions.InvalidOperationError: a value doesn't fit its type.
        """
        return frame.select(pl.col(name).cast(type_) for name, type_ in self.polars_schema.items())


def _required(name: str, type_: str, meaning: str, **rest: object) -> Column:
    return Column(name, type_, meaning, is_required=True, **rest)  # type: ignore[arg-type]


_ARTICLE_ID = _required("article_id", "VARCHAR", "Hash of the cleaned content.")
_LOCAL_ID = _required("local_id", "VARCHAR", "The entity within its article; unique per article and entity type.")
_PLAN_LOCAL_ID = Column("plan_local_id", "VARCHAR", "local_id of the plan that it belongs to, in the same article.")
_CONFIDENCE = _required("confidence", "DOUBLE", "How likely the finding is right, 0 to 1.")
_CONFIDENCE_RULE = Rule("confidence_is_a_probability", "confidence between 0 and 1", "Confidence lies in 0 to 1.")
_COUNTRY = Column("country", "VARCHAR", "ISO 3166-1 alpha-2.")
_COUNTRY_RULE = Rule(
    "country_is_iso", "regexp_full_match(country, '[A-Z]{2}')", "A country is a two-letter code in capitals."
)
_PERIOD_RULE = Rule("years_in_order", "start_year <= horizon_year", "A plan ends after it starts.")
_FIRST_SEEN = Column("first_seen_on", "DATE", "Earliest publication date among the articles that name it.")
_LAST_SEEN = Column("last_seen_on", "DATE", "Latest publication date among the articles that name it.")
_SEEN_RULE = Rule("seen_in_order", "first_seen_on <= last_seen_on", "First seen is not after last seen.")
_N_ARTICLES = _required("n_articles", "BIGINT", "Number of distinct articles, copies not counted, that name it.")
_N_RULE = Rule("seen_somewhere", "n_articles >= 1", "Every row was named by at least one article.")

_ARTICLE_COLUMNS = (
    _ARTICLE_ID,
    _required(
        "source_path",
        "VARCHAR",
        "Path relative to the raw folder (the first in path order, where the same article came more than once).",
    ),
    Column("language", "VARCHAR", "ISO 639-1 code of the body's language."),
    Column("title", "VARCHAR", "NULL where the text has none."),
    Column("publisher", "VARCHAR", "Outlet, where the text tells it."),
    Column("published_on", "DATE", "Publication date as the text or metadata gives it; NULL where neither does."),
    Column("published_precision", "VARCHAR", "What of published_on is known.", values=get_args(Precision)),
    _required(
        "body",
        "VARCHAR",
        "The clean text: no ticker, navigation, share buttons, related links, comment counters; offsets count in it.",
    ),
    Column(
        "duplicate_of",
        "VARCHAR",
        "article_id of the article that this one copies or lightly rewrites, else NULL.",
        references="articles.article_id",
    ),
    _required("ingested_at", "TIMESTAMPTZ", "When the article was first seen, UTC."),
)
_ARTICLE_RULES = (
    Rule("body_is_text", "length(trim(body)) > 0", "A body has words."),
    Rule("language_is_iso", "regexp_full_match(language, '[a-z]{2}')", "A language is a two-letter code."),
    Rule(
        "date_has_precision",
        "(published_on is null) = (published_precision is null)",
        "A date and its precision come together.",
    ),
    Rule("not_its_own_copy", "duplicate_of is distinct from article_id", "No article copies itself."),
)

_PART = Column(
    "part",
    "VARCHAR",
    "Which part of the file: L3 is line 3 of JSON Lines, 3 the third record of a JSON list; NULL is all of it.",
)
_FILE_COLUMNS = (
    _ARTICLE_ID,
    _required("source_path", "VARCHAR", "Path relative to the raw folder of a file that holds this article."),
    _PART,
)
_REJECTED_COLUMNS = (
    _required("source_path", "VARCHAR", "Path relative to the raw folder."),
    _PART,
    _required("reason", "VARCHAR", "One word: empty, binary, undecodable, too_large, no_text, ..."),
    Column("detail", "VARCHAR", "What was found and expected, in words."),
    Column("size_bytes", "BIGINT", "Size of the file when it was read; NULL where it couldn't be told."),
    _required("seen_at", "TIMESTAMPTZ", "When this was first seen, UTC."),
)

_FIGURE_COLUMNS = (
    _required("value", "DOUBLE", "In full: 595 millions is 595000000."),
    Column("value_high", "DOUBLE", "Upper end of a range, else NULL."),
    _required("unit", "VARCHAR", "ISO 4217 code; percent; rank; count; else a UCUM-like unit (km, MW, year)."),
    _required("qualifier", "VARCHAR", "How exact the text says the value is.", values=get_args(Qualifier)),
    Column("measure", "VARCHAR", "What is counted or paid for, in the text's words."),
    Column("period_start", "DATE", "First day of the time that the value is of, where stated."),
    Column("period_end", "DATE", "Last day of the time that the value is of, where stated."),
    Column("is_target", "BOOLEAN", "Aimed at (true) or reported (false); NULL where it can't be told."),
    _required("text", "VARCHAR", "The words themselves."),
)
_FIGURE_RULES = (
    Rule("range_in_order", "value <= value_high", "A range's upper end is not below its lower one."),
    Rule("figure_period_in_order", "period_start <= period_end", "A period ends after it starts."),
)
_EVENT_DATE_COLUMNS = (
    Column("date_start", "DATE", "First day; of a month or year only known as such, its first day."),
    Column("date_end", "DATE", "Last day, where the event lasts or its last day is stated."),
    Column("date_precision", "VARCHAR", "What of date_start is known.", values=get_args(Precision)),
    Column("place", "VARCHAR", "City or venue as named."),
    _COUNTRY,
)
_EVENT_RULES = (
    Rule("event_dates_in_order", "date_start <= date_end", "An event ends after it starts."),
    Rule(
        "event_date_has_precision",
        "(date_start is null) = (date_precision is null)",
        "A date and its precision come together.",
    ),
    _COUNTRY_RULE,
)
_MENTION_TEXT_COLUMNS = (
    _required("char_start", "INTEGER", "First character (code point) of the quote in the article's body, from 0."),
    _required("char_end", "INTEGER", "Behind the last character of the quote."),
    _required("quote", "VARCHAR", "Exactly body[char_start:char_end]."),
    _required("sentence", "VARCHAR", "The sentence around it."),
    _required("extractor", "VARCHAR", "Name and version of what found it."),
    _CONFIDENCE,
)
_MENTION_RULES = (
    Rule("span_is_possible", "char_start >= 0 and char_end > char_start", "A quote has at least one character."),
    Rule("quote_has_its_length", "length(quote) = char_end - char_start", "A quote is as long as its span."),
    _CONFIDENCE_RULE,
)

_FAILURE_COLUMNS = (
    _required("article_id", "VARCHAR", "The article without findings.", references="articles.article_id"),
    _required("extractor", "VARCHAR", "Name and version of what failed; another version tries again."),
    _required(
        "reason",
        "VARCHAR",
        "What happened to the extraction: it raised an error, the process that it ran in died, or what it depends on "
        "did not answer; the last is tried again at the next refresh.",
        values=("error", "process died", "unavailable"),
    ),
    Column("error", "VARCHAR", "Type of the error; NULL where the process died."),
    Column("message", "VARCHAR", "What the error says, and where in the code it was raised."),
)

LAKE: tuple[Table, ...] = (
    Table(
        "clean_articles",
        "lake",
        "One row per distinct article, furniture removed, copies linked.",
        _ARTICLE_COLUMNS,
        ("article_id",),
        _ARTICLE_RULES,
    ),
    Table(
        "article_files",
        "lake",
        "One row per file, or part of a file, that holds an article.",
        _FILE_COLUMNS,
        ("source_path", "part"),
    ),
    Table(
        "rejected_articles",
        "lake",
        "One row per file, or part of a file, that could not become an article.",
        _REJECTED_COLUMNS,
        ("source_path", "part"),
    ),
    Table(
        "extracted_plans",
        "lake",
        "One row per article and plan that it names.",
        (
            _ARTICLE_ID,
            _LOCAL_ID,
            _required("name", "VARCHAR", "The fullest name that the article gives it."),
            Column("aliases", "VARCHAR[]", "Other names that the article gives it."),
            Column("kind", "VARCHAR", "What the text calls it.", values=get_args(PlanKind)),
            _COUNTRY,
            Column("start_year", "INTEGER", "First year of the period that it covers, where stated."),
            Column("horizon_year", "INTEGER", "Last year of the period that it covers, where stated."),
            Column("status", "VARCHAR", "What the article reports of it.", values=get_args(PlanStatus)),
            _required("is_named", "BOOLEAN", "False: known only by what it is, without a name of its own."),
            _CONFIDENCE,
        ),
        ("article_id", "local_id"),
    ),
    Table(
        "extracted_pillars",
        "lake",
        "One row per article and component of a plan that it lists.",
        (
            _ARTICLE_ID,
            _LOCAL_ID,
            _required("plan_local_id", "VARCHAR", "local_id of the plan that it belongs to, in the same article."),
            Column("parent_local_id", "VARCHAR", "local_id of the component that it is part of; NULL at the top."),
            _required("kind", "VARCHAR", "What the text calls it.", values=get_args(PillarKind)),
            _required("position", "INTEGER", "Its rank among its siblings of the same kind, from 1."),
            _required("label", "VARCHAR", "What the component is, as the text words it."),
            _required("language", "VARCHAR", "Of the label."),
            _CONFIDENCE,
        ),
        ("article_id", "local_id"),
    ),
    Table(
        "extracted_actors",
        "lake",
        "One row per article and person or organisation that it names.",
        (
            _ARTICLE_ID,
            _LOCAL_ID,
            _required("name", "VARCHAR", "Full name, without title or honorific."),
            _required("kind", "VARCHAR", "Person or organisation.", values=get_args(ActorKind)),
            Column("acronym", "VARCHAR", "Of organisations."),
            Column("aliases", "VARCHAR[]", "Other names that the article gives it."),
            Column(
                "roles",
                "STRUCT(role VARCHAR, organisation VARCHAR)[]",
                "Roles that the article sees it in and, where stated, the organisation that they are held in.",
            ),
            _COUNTRY,
            _CONFIDENCE,
        ),
        ("article_id", "local_id"),
    ),
    Table(
        "extracted_figures",
        "lake",
        "One row per quantity stated in an article.",
        (_ARTICLE_ID, _LOCAL_ID, _PLAN_LOCAL_ID, *_FIGURE_COLUMNS, _CONFIDENCE),
        ("article_id", "local_id"),
    ),
    Table(
        "extracted_events",
        "lake",
        "One row per article and event that it tells of.",
        (
            _ARTICLE_ID,
            _LOCAL_ID,
            _required("kind", "VARCHAR", "Sort of event.", values=get_args(EventKind)),
            _required("name", "VARCHAR", "Its own name, else a short description in the text's words."),
            *_EVENT_DATE_COLUMNS,
            _PLAN_LOCAL_ID,
            Column(
                "participants",
                "STRUCT(actor_local_id VARCHAR, role VARCHAR)[]",
                "Actors of the same article that take part, with their role in the event.",
            ),
            _CONFIDENCE,
        ),
        ("article_id", "local_id"),
    ),
    Table(
        "extracted_mentions",
        "lake",
        "One row per place in an article that names or proves an extracted entity.",
        (
            _required("mention_id", "VARCHAR", "Hash of article, entity and span."),
            _required("entity_type", "VARCHAR", "Table that the entity is in, singular.", values=ENTITY_TYPES),
            _LOCAL_ID,
            _ARTICLE_ID,
            *_MENTION_TEXT_COLUMNS,
        ),
        ("mention_id",),
        _MENTION_RULES,
    ),
    Table(
        "extraction_failures",
        "lake",
        "One row per article whose extraction failed: it has no other rows than in the tables of articles.",
        _FAILURE_COLUMNS,
        ("article_id",),
    ),
    Table(
        "resolved_entities",
        "lake",
        "One row per extracted entity of an article, with the entity that it is across articles.",
        (
            _required("entity_type", "VARCHAR", "Table that the entity is in, singular.", values=ENTITY_TYPES),
            _LOCAL_ID,
            _ARTICLE_ID,
            _required("entity_id", "VARCHAR", "Key of the entity, the same in every article that names it."),
        ),
        ("entity_type", "article_id", "local_id"),
    ),
)

MARTS: tuple[Table, ...] = (
    Table("articles", "mart", "One row per distinct article.", _ARTICLE_COLUMNS, ("article_id",), _ARTICLE_RULES),
    Table(
        "article_files",
        "mart",
        "One row per file, or part of a file, that holds an article.",
        (_required("article_id", "VARCHAR", "The article.", references="articles.article_id"), *_FILE_COLUMNS[1:]),
        ("source_path", "part"),
    ),
    Table(
        "rejected_articles",
        "mart",
        "One row per file, or part of a file, that could not become an article, and why.",
        _REJECTED_COLUMNS,
        ("source_path", "part"),
    ),
    Table(
        "plans",
        "mart",
        "One row per public plan, whatever language or wording names it.",
        (
            _required("plan_id", "VARCHAR", "Stable key of the plan."),
            _required("name", "VARCHAR", "The most usual full name."),
            _required("aliases", "VARCHAR[]", "Every other name seen for it, in every language."),
            Column("kind", "VARCHAR", "What texts call it.", values=get_args(PlanKind)),
            _COUNTRY,
            Column("start_year", "INTEGER", "First year of the period that it covers, where stated."),
            Column("horizon_year", "INTEGER", "Last year of the period that it covers, where stated."),
            Column("status", "VARCHAR", "Latest one reported; NULL where nothing says.", values=get_args(PlanStatus)),
            _FIRST_SEEN,
            _LAST_SEEN,
            _N_ARTICLES,
        ),
        ("plan_id",),
        (_COUNTRY_RULE, _PERIOD_RULE, _SEEN_RULE, _N_RULE),
    ),
    Table(
        "pillars",
        "mart",
        "One row per component of a plan; parent_pillar_id makes it a tree.",
        (
            _required("pillar_id", "VARCHAR", "Stable key of the component."),
            _required("plan_id", "VARCHAR", "The plan that it belongs to.", references="plans.plan_id"),
            Column("parent_pillar_id", "VARCHAR", "NULL at the top.", references="pillars.pillar_id"),
            _required("kind", "VARCHAR", "What the text calls it.", values=get_args(PillarKind)),
            _required("position", "INTEGER", "Its rank in the text among its siblings of the same kind, from 1."),
            _required("label", "VARCHAR", "What the component is, as the text words it."),
            _required("language", "VARCHAR", "ISO 639-1 code of the label's language."),
            _N_ARTICLES,
        ),
        ("pillar_id",),
        (
            Rule("position_from_one", "position >= 1", "Positions count from 1."),
            Rule("not_its_own_parent", "parent_pillar_id is distinct from pillar_id", "No component holds itself."),
            _N_RULE,
        ),
    ),
    Table(
        "actors",
        "mart",
        "One row per person or organisation.",
        (
            _required("actor_id", "VARCHAR", "Stable key of the actor."),
            _required("name", "VARCHAR", "Full name, without title or honorific."),
            _required("kind", "VARCHAR", "Person or organisation.", values=get_args(ActorKind)),
            Column("acronym", "VARCHAR", "Of organisations."),
            _required("aliases", "VARCHAR[]", "Every other name seen for it."),
            Column("role", "VARCHAR", "Latest role or title seen."),
            _COUNTRY,
            _FIRST_SEEN,
            _LAST_SEEN,
            _N_ARTICLES,
        ),
        ("actor_id",),
        (_COUNTRY_RULE, _SEEN_RULE, _N_RULE),
    ),
    Table(
        "actor_roles",
        "mart",
        "One row per actor, role that it was seen in and organisation that the role is held in.",
        (
            _required("actor_id", "VARCHAR", "The actor.", references="actors.actor_id"),
            _required("role", "VARCHAR", "The role in the text's words."),
            Column("organisation", "VARCHAR", "Where the role is held, where stated."),
            _FIRST_SEEN,
            _LAST_SEEN,
            _N_ARTICLES,
        ),
        ("actor_id", "role", "organisation"),
        (_SEEN_RULE, _N_RULE),
    ),
    Table(
        "figures",
        "mart",
        "One row per quantity stated in an article.",
        (
            _required("figure_id", "VARCHAR", "Stable key of the figure."),
            _required("article_id", "VARCHAR", "The article that states it.", references="articles.article_id"),
            Column("plan_id", "VARCHAR", "The plan that it is about; NULL where none.", references="plans.plan_id"),
            *_FIGURE_COLUMNS,
        ),
        ("figure_id",),
        _FIGURE_RULES,
    ),
    Table(
        "events",
        "mart",
        "One row per thing that happened, or is announced, at a time and place.",
        (
            _required("event_id", "VARCHAR", "Stable key of the event."),
            _required("kind", "VARCHAR", "Sort of event.", values=get_args(EventKind)),
            _required("name", "VARCHAR", "Its own name, else a short description in the text's words."),
            *_EVENT_DATE_COLUMNS,
            Column("plan_id", "VARCHAR", "The plan that it is about; NULL where none.", references="plans.plan_id"),
            _N_ARTICLES,
        ),
        ("event_id",),
        (*_EVENT_RULES, _N_RULE),
    ),
    Table(
        "event_participants",
        "mart",
        "One row per event and actor that takes part in it.",
        (
            _required("event_id", "VARCHAR", "The event.", references="events.event_id"),
            _required("actor_id", "VARCHAR", "The actor.", references="actors.actor_id"),
            _required(
                "role",
                "VARCHAR",
                "The actor's part in the event; the most particular one where articles differ.",
                values=get_args(ParticipantRole),
            ),
        ),
        ("event_id", "actor_id"),
    ),
    Table(
        "mentions",
        "mart",
        "One row per place in an article that names or proves a row of plans, pillars, actors, figures or events.",
        (
            _required("mention_id", "VARCHAR", "Stable key of the mention."),
            _required("entity_type", "VARCHAR", "Table that the entity is in, singular.", values=ENTITY_TYPES),
            _required("entity_id", "VARCHAR", "Key in that table."),
            _required("article_id", "VARCHAR", "The article.", references="articles.article_id"),
            *_MENTION_TEXT_COLUMNS,
        ),
        ("mention_id",),
        _MENTION_RULES,
    ),
    Table(
        "extraction_failures",
        "mart",
        "One row per article whose extraction failed: it has no other rows than in the tables of articles.",
        _FAILURE_COLUMNS,
        ("article_id",),
    ),
)

LOGS: tuple[Table, ...] = (
    Table(
        "refreshes",
        "log",
        "One row per refresh of this warehouse, those that published nothing too.",
        (
            _required("refresh_id", "VARCHAR", "Key of the refresh."),
            _required("started_at", "TIMESTAMPTZ", "When it began, UTC."),
            Column("finished_at", "TIMESTAMPTZ", "When it ended, UTC; NULL where it was interrupted."),
            _required(
                "outcome",
                "VARCHAR",
                "How it ended; an unpublished one was of picked assets or stopped, an interrupted one was killed.",
                values=("published", "unpublished", "failed", "interrupted"),
            ),
            _required("is_full", "BOOLEAN", "Whether everything was read and extracted again."),
            Column("n_files", "BIGINT", "Files in the raw folder."),
            Column("n_articles", "BIGINT", "Distinct articles."),
            Column("n_new_articles", "BIGINT", "Articles that no earlier refresh had seen."),
            Column("n_duplicates", "BIGINT", "Articles that copy another one."),
            Column("n_rejected", "BIGINT", "Files and parts of files that could not become an article."),
            Column("n_extracted", "BIGINT", "Articles that this refresh extracted anew."),
            Column("detail", "VARCHAR", "Why it published nothing."),
        ),
        ("refresh_id",),
    ),
)

TABLES = (*LAKE, *MARTS, *LOGS)
PUBLISHED = (*MARTS, *LOGS)
EXTRACTED = tuple(t.name for t in LAKE if t.name.startswith("extracted_"))
# What one extraction of an article gives: its findings, or its failure.
EXTRACTION = (*EXTRACTED, "extraction_failures")


@cache
def _by_name() -> dict[tuple[bool, str], Table]:
    return {(t.layer == "lake", t.name): t for t in TABLES}


def table(name: str) -> Table:
    """The declaration of a Parquet table that Python steps exchange."""
    return _by_name()[(True, name)]


def published_table(name: str) -> Table:
    """The declaration of a table of the published warehouse."""
    return _by_name()[(False, name)]
