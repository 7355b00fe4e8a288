"""Dates of publication, as fields, attributes and headers word them."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.clean.dateline import PageDate, parse_date, read_header, read_outlet, read_said, read_stamp, read_titled


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


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("L'Écho du Lac – 18 septembre 2026", "2026-09-18"),
        ("Le Courrier de l'Est, 18 septembre 2026", "2026-09-18"),
        ("Santé publique • 18 septembre 2026 • 4 min", "2026-09-18"),
        ("Par Awa Diop et Jean de la Tour | 18 septembre 2026", "2026-09-18"),
        ("Par Awa Diop (avec XYZ), publié le 18 septembre 2026", "2026-09-18"),
        ("Texte par : Awa Diop Publié le : 18/09/2026 - 14:05 Modifié le : 19/09/2026 - 15:00", "2026-09-18"),
        ("Paru dans l'édition du 18 septembre 2026", "2026-09-18"),
        ("Édition papier du 18/09/2026, page 4", "2026-09-18"),
        ("By Ama Owusu and John van der Berg | Friday, November 14, 2025", "2025-11-14"),
        ("By Maria Luz dela Cruz  November 14, 2025, 7:14 pm Updated on November 15, 2025, 8:02 am", "2025-11-14"),
        ("Clean water & waste | 14 November 2025", "2025-11-14"),
        ("News release | Lakeside, November 14, 2025", "2025-11-14"),
        ("By Ama Owusu | @amaowusu | 14 November 2025", "2025-11-14"),
        ("Published Fri, Nov 14 20255:30 AM EST", "2025-11-14"),
        ("Fri, 14 Nov 2025 05:30:00 +0530", "2025-11-14"),
        ("14-Nov-25 05:30", "2025-11-14"),
        ("Harbour & Cargo Review — Issue 6, November 2025", "2025-11"),
        ("WATER MONTHLY | NOVEMBER 2025", "2025-11"),
    ],
)
def test_a_line_of_names_labels_and_dates_is_a_header(line: str, on: str) -> None:
    header = read_header(line)
    assert header is not None
    assert header.rest == ""
    assert header.date is not None
    assert header.date.on.isoformat()[: len(on)] == on
    assert header.date.precision == ("day" if len(on) == 10 else "month")


@pytest.mark.parametrize(
    ("read", "text", "on"),
    [
        (read_stamp, "Par la rédaction du lac, 3 mai 2023 à 10h", "2023-05-03"),
        (read_stamp, "3 May 2023 Ama Owusu Water 0", "2023-05-03"),
        (read_stamp, "Le plan du 3 mai 2023", None),
        (read_titled, "COMPTE RENDU DU CONSEIL DES MINISTRES DU MERCREDI 3 MAI 2023", "2023-05-03"),
        (read_titled, "Decisions of the cabinet meeting (May 3, 2023)", "2023-05-03"),
        (read_titled, "Rendez-vous le 3 mai 2023", None),
        (read_titled, "Foire du 1er mai 2023 au 3 mai 2023", None),
        (read_said, "La ministre a lancé, ce mercredi 3 mai 2023 à Sokodé, un plan pour l'eau.", "2023-05-03"),
        (read_said, "The minister today, 3 May 2023, launched a plan for the lakes.", "2023-05-03"),
        (read_said, "Le 3 mai 2023, la ministre a lancé un plan pour l'eau.", None),
    ],
)
def test_weaker_signs_give_a_date_where_no_header_does(
    read: Callable[[str], PageDate | None], text: str, on: str | None
) -> None:
    date = read(text)
    assert (date and date.on.isoformat()) == on


@given(st.text(max_size=300) | st.text(alphabet="0123456789/-.: ,()[]|–ADLdelmrsiéu", max_size=300))
def test_any_line_is_read_without_error_and_the_rest_is_its_end(line: str) -> None:
    read_outlet(line)
    parse_date(line)
    for read in (read_stamp, read_titled, read_said):
        read(line)
    header = read_header(line)
    assert header is None or line.rstrip().endswith(header.rest)
