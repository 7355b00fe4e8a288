"""Dates of publication, as fields, attributes and headers word them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.clean.dateline import parse_date, read_header, read_outlet


@pytest.mark.parametrize(
    ("value", "on", "precision"),
    [
        ("2023-05-04T10:00:00+02:00", (2023, 5, 4), "day"),
        ("2023-05-04 10:00", (2023, 5, 4), "day"),
        ("20230504", (2023, 5, 4), "day"),
        ("2023-05", (2023, 5, 1), "month"),
        ("2023", (2023, 1, 1), "year"),
        ("Wed, 03 Apr 2024 11:20:00 GMT", (2024, 4, 3), "day"),
        ("1er mars 2024", (2024, 3, 1), "day"),
        ("3rd of April, 2024", (2024, 4, 3), "day"),
        ("avril 2024", (2024, 4, 1), "month"),
        ("01/02/2024", (2024, 2, 1), "day"),
        ("12/31/2024", (2024, 12, 31), "day"),
        ("05.06.24", (2024, 6, 5), "day"),
    ],
)
def test_a_field_is_read_in_the_forms_that_pages_use(value: str, on: tuple[int, int, int], precision: str) -> None:
    date = parse_date(value)
    assert date is not None
    assert (date.on, date.precision) == (dt.date(*on), precision)


@pytest.mark.parametrize("value", ["", "yesterday", "31/02/2024", "99/99/9999", "0000-01-01", "2024-13-01", "12 mars"])
def test_what_is_no_date_gives_none(value: str) -> None:
    assert parse_date(value) is None


@pytest.mark.parametrize(
    "line",
    [
        "Conseil des Ministres du 12 mars 2024",
        "Ghana Launches Water Plan - March 12, 2024",
        "Le 12 mars 2021, la ministre a présenté le plan",
        "Mars 2021 : le gouvernement lance le plan",
        "Niamey – Le ministère a présenté le plan",
        "Budget 2024",
    ],
)
def test_a_headline_or_sentence_with_a_date_is_no_header(line: str) -> None:
    assert read_header(line) is None


@given(st.text(max_size=300) | st.text(alphabet="0123456789/-.: ,()[]|–ADLdelmrsiéu", max_size=300))
def test_any_line_is_read_without_error_and_the_rest_is_its_end(line: str) -> None:
    read_outlet(line)
    parse_date(line)
    header = read_header(line)
    assert header is None or line.rstrip().endswith(header.rest)
