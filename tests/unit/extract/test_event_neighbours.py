"""Events told beside others: which date, place and name is whose."""

from __future__ import annotations

import datetime as dt

import pytest

from pipelines.extract.dates import find_dates
from pipelines.extract.document import analyse
from pipelines.extract.events import find_events
from pipelines.extract.places import find_places
from pipelines.extract.records import Event, Plan, Span

THURSDAY = dt.date(2024, 5, 16)


def told(language: str, text: str, plan: str | None = None) -> list[Event]:
    doc = analyse(text, language, published_on=THURSDAY, published_precision="day")
    spans = [Span(i, i + len(plan)) for i in range(len(text)) if plan and text.startswith(plan, i)]
    plans = [Plan(plan, spans)] if plan else []
    return find_events(doc, find_dates(doc), find_places(doc), plans, [])


def when(event: Event) -> str | None:
    size = {"day": 10, "month": 7, "year": 4}
    return str(event.date_start)[: size[event.date_precision or "day"]] if event.date_start else None


@pytest.mark.parametrize(
    ("language", "text", "plan", "expected"),
    [
        (
            "fr",
            "Un atelier sur la mise en œuvre du Plan Riz 2021-2027, adopté en juin 2021, s'est ouvert mardi à Lomé.",
            "Plan Riz 2021-2027",
            [("meeting", "2024-05-14", "Lomé")],
        ),
        (
            "fr",
            "Le Conseil national du riz doit se pencher sur les priorités de 2026 le 4 juin, à Lomé.",
            None,
            [("meeting", "2024-06-04", "Lomé")],
        ),
        (
            "en",
            "The Rice Plan (launched on 2 February 2021) was reviewed at a meeting in Accra on Monday.",
            "Rice Plan",
            [("launch", "2021-02-02", None), ("meeting", "2024-05-13", "Accra")],
        ),
        (
            "en",
            "Speaking on Monday in Accra at a workshop, he added that the Rice Plan had been launched on 2 May 2021.",
            "Rice Plan",
            [("meeting", "2024-05-13", "Accra"), ("launch", "2021-05-02", None)],
        ),
        (
            "fr",
            "En clôture d'un atelier lundi à Lomé, il a rappelé que le Plan Riz avait été lancé le 2 février 2021.",
            "Plan Riz",
            [("meeting", "2024-05-13", "Lomé"), ("launch", "2021-02-02", None)],
        ),
        (
            "fr",
            "La ministre est à Lomé avant le lancement du Plan Riz, prévu à Kara le 4 juin.",
            "Plan Riz",
            [("launch", "2024-06-04", "Kara")],
        ),
        (
            "en",
            "He opened a mill in Accra on 14 May, two years after the Rice Plan 2022-2027 was unveiled in Kumasi.",
            "Rice Plan 2022-2027",
            [("launch", "2024-05-14", "Accra"), ("presentation", "2022", "Kumasi")],
        ),
        (
            "en",
            "The Rice Growers Summit, which Kumasi will host on 4 June, is the first of its kind.",
            None,
            [("conference", "2024-06-04", "Kumasi")],
        ),
    ],
)
def test_each_of_several_facts_keeps_its_own_date_and_place(
    language: str, text: str, plan: str | None, expected: list[tuple[str, str, str | None]]
) -> None:
    found = [(e.kind, when(e), e.place) for e in told(language, text, plan)]
    assert [f for f in found if f[0] != "other"] == expected


def test_a_body_that_meets_keeps_its_whole_name() -> None:
    (meeting,) = told("en", "The Presidential Council on Rice meets in Accra on 21 May.")
    assert meeting.name.startswith("Presidential Council on Rice")


def test_what_a_meeting_brought_forth_gives_no_second_meeting() -> None:
    text = (
        "Un séminaire sur le riz s'est tenu mardi à Kara. Les conclusions du séminaire seront remises le 4 juin à Lomé."
    )
    meetings = [(when(e), e.place) for e in told("fr", text) if e.kind == "meeting"]
    assert meetings == [("2024-05-14", "Kara")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The rice forum opened on Tuesday in the Kenyan capital, Nairobi.", ("Nairobi", "KE")),
        ("fr", "Le forum du riz s'est ouvert mardi dans la ville portuaire de Sfax.", ("Sfax", "TN")),
        ("en", "The rice forum was prepared in Suva and opened in Lima on Tuesday.", ("Lima", "PE")),
        ("fr", "La ministre s'est rendue mardi de Genève à Lomé.", ("Lomé", "TG")),
        ("fr", "Elle a visité le 14 mai le moulin de Kribi, avant de recevoir la presse à Nairobi.", ("Kribi", "CM")),
    ],
)
def test_an_event_is_where_its_own_words_say(language: str, text: str, expected: tuple[str, str]) -> None:
    found = [(e.place, e.country) for e in told(language, text)]
    assert found[0] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Adopté en février 2022, le Plan Riz a été présenté le 14 mai à Kara.", "2024-05-14"),
        ("fr", "Présenté en avril 2022, le Plan Riz a été adopté le 4 juin de la même année.", "2022-06-04"),
        ("fr", "Le syndicat appelle à un rassemblement vendredi à Kara.", "2024-05-17"),
    ],
)
def test_a_day_of_this_week_is_none_of_an_older_year(language: str, text: str, expected: str) -> None:
    assert expected in [when(e) for e in told(language, text, "Plan Riz" if "Plan Riz" in text else None)]


def test_a_named_day_beside_its_date_is_no_event() -> None:
    (event,) = told("en", "On Tuesday, World Rice Day, the minister unveiled the Rice Plan in Kumasi.", "Rice Plan")
    assert event.kind == "presentation"
    (event,) = told("en", "The Soil and Rice Conference will be held in Accra on 4 June.")
    assert event.name == "Soil and Rice Conference"


@pytest.mark.parametrize(
    ("language", "text", "plan", "expected"),
    [
        (
            "fr",
            "C'est à la veille de l'ouverture du Salon du riz de Kara que la ministre a présenté lundi le Plan Riz.",
            "Plan Riz",
            [("conference", "2024-05-14"), ("presentation", "2024-05-13")],
        ),
        (
            "fr",
            "Au lendemain du Forum national des ports, le gouvernement a lancé le 3 mai le Plan Riz.",
            "Plan Riz",
            [("conference", "2024-05-02"), ("launch", "2024-05-03")],
        ),
        (
            "en",
            "The minister unveiled the Rice Plan on 3 May, the day before the Regional Ports Forum.",
            "Rice Plan",
            [("presentation", "2024-05-03"), ("conference", "2024-05-04")],
        ),
        (
            "en",
            "On the eve of the Regional Ports Forum of 9 May, the Rice Plan was launched on 8 May.",
            "Rice Plan",
            [("conference", "2024-05-09"), ("launch", "2024-05-08")],
        ),
        (
            "en",
            "A first review is promised for July 2025, at the National Ports Conference in Tema.",
            None,
            [("conference", "2025-07")],
        ),
        (
            "fr",
            "Un premier bilan aura lieu en juillet 2025 à Kara, lors du Festival national du riz.",
            None,
            [("meeting", "2025-07"), ("conference", "2025-07")],
        ),
        ("en", "Talks had opened on 3 May without the dockers.", None, [("meeting", "2024-05-03")]),
        ("fr", "Les négociations ont débuté le 3 mai à Kara.", None, [("meeting", "2024-05-03")]),
        ("en", "He will take it to Accra, where health ministers gather on 3 June.", None, [("meeting", "2024-06-03")]),
        ("en", "Ghana will receive the heads of five states in Accra on 3 June.", None, [("meeting", "2024-06-03")]),
        ("en", "The ports are to receive new cranes in June 2025.", None, [("other", "2025-06")]),
        ("fr", "Le préfet a rendu compte lundi devant le Parlement.", None, [("meeting", "2024-05-13")]),
        ("fr", "Le Premier ministre a rendu hommage lundi aux dockers.", None, []),
        ("fr", "Elles couvrent à ce jour une part des eaux.", None, []),
        ("fr", "Les moyens font défaut, a reconnu lundi la ministre.", None, []),
        ("en", "It will take years to adopt the Rice Plan, the minister warned on Monday.", "Rice Plan", []),
        ("fr", "Il faut de l'argent pour lancer le Plan Riz, a expliqué lundi la ministre.", "Plan Riz", []),
        ("en", "The mayor on Monday hailed the Rice Plan.", "Rice Plan", []),
    ],
)
def test_days_beside_an_event_and_what_is_only_said(
    language: str, text: str, plan: str | None, expected: list[tuple[str, str]]
) -> None:
    assert [(e.kind, when(e)) for e in told(language, text, plan)] == expected
