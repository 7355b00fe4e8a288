"""Events as everyday sentences of the press tell them: what is one, of which kind, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from pipelines.extract.dates import find_dates
from pipelines.extract.document import analyse
from pipelines.extract.events import find_events
from pipelines.extract.places import find_places
from pipelines.extract.records import Event, Plan, Span

THURSDAY = dt.date(2024, 5, 16)


def events(language: str, text: str, plan: str = "Salt Plan") -> list[Event]:
    """Events of a text published on a Thursday, which may name a plan."""
    doc = analyse(text, language, published_on=THURSDAY, published_precision="day")
    at = text.find(plan)
    plans = [Plan(plan, [Span(at, at + len(plan))])] if at >= 0 else []
    return find_events(doc, find_dates(doc), find_places(doc), plans, [])


def told(found: list[Event]) -> set[tuple[str, str | None]]:
    """Kinds and days of events."""
    return {(e.kind, str(e.date_start) if e.date_start else None) for e in found}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The Salt Plan, to which nine ports put their names on 3 May, is short.", "signature"),
        ("fr", "Neuf ports ont apposé leur signature au bas du Salt Plan le 3 mai.", "signature"),
        ("en", "The findings came out on 3 May and are harsh.", "presentation"),
        ("en", "She fired the starting gun on the Salt Plan on 3 May.", "launch"),
        ("fr", "Le top départ du Salt Plan a été donné le 3 mai.", "launch"),
        ("en", "The Coral Trade Week, which opened on 3 May, drew buyers.", "conference"),
        ("fr", "Après les états généraux du sel, tenus le 3 mai, le préfet est confiant.", "conference"),
        ("fr", "Le Salt Plan est un pacte de ports. Le dernier, Kribi, l'a paraphé le 3 mai.", "signature"),
        ("fr", "Mise en service le 3 mai, l'usine tourne déjà.", "launch"),
        ("fr", "La démission le 3 mai du préfet a surpris.", "other"),
        ("fr", "Les élus ont dit oui vendredi 3 mai au Salt Plan.", "assembly"),
        ("fr", "Drafté par des experts, puis validé le 3 mai, le texte guidera les ports.", "other"),
        ("en", "Under a deal reached on 3 May, the two ports share a quay.", "signature"),
        ("en", "Cyclone Ana struck the islands on 3 May.", "other"),
        ("en", "Accra hosted port ministers on 3 May, and the union came along.", "meeting"),
        ("fr", "Le préfet a accueilli le 3 mai à Thiès une délégation de maires.", "meeting"),
        ("en", "The port's director quit on 3 May.", "other"),
        ("fr", "La directrice du port a démissionné le 3 mai.", "other"),
        ("fr", "Sa nomination, le 3 mai, a surpris les ports.", "election"),
        ("en", "The cabinet gave the Salt Plan its blessing on 3 May.", "meeting"),
        ("fr", "Le conseil d'administration a donné au Salt Plan son feu vert le 3 mai.", "meeting"),
        ("fr", "Le Salon Corail attend 2 000 visiteurs. Il a eu lieu à Kribi le 3 mai.", "conference"),
        ("en", "The Coral Show expects 2,000 guests. It was held in Kumasi on 3 May.", "conference"),
        ("en", "On 3 May, World Salt Day, the city made public the Salt Plan.", "presentation"),
        ("fr", "Le 3 mai, Journée mondiale du sel, la ville a rendu public le Salt Plan.", "presentation"),
        ("fr", "Les deux pays se sont mis d'accord le 3 mai.", "signature"),
        ("en", "President Ana Otto arrived in Kumasi on 3 May.", "visit"),
        ("en", "Launched on 3 May, it has drawn buyers to the Salt Plan.", "launch"),
        ("en", "The Salt Plan, which the prefect unveiled on 3 May, is short.", "presentation"),
        ("en", "Chad's president was hosting his Malian counterpart on 3 May.", "meeting"),
        ("fr", "La présidente recevait son homologue malien le 3 mai à Kara.", "meeting"),
        ("fr", "Le collectif appelle à manifester vendredi 3 mai à Kara.", "other"),
        ("en", "The builder, which signed in Kumasi on 3 May, has nine quays to mend.", "signature"),
        ("fr", "La société, qui a signé à Kara le 3 mai, a neuf quais à refaire.", "signature"),
        ("en", "The loan, agreed in principle by the two banks, was signed on 3 May.", "signature"),
        ("en", "The union and the ministry sealed their alliance on 3 May.", "signature"),
        ("en", "Shown to mayors on 3 May, the Salt Plan has since been amended a dozen times.", "presentation"),
        ("en", "Tomas Leal met shipowners in Kumasi on 3 May.", "meeting"),
        ("en", "The governor ushered in the Salt Plan on 3 May.", "launch"),
        ("en", "The resignation of the governor on 3 May came as a surprise.", "other"),
    ],
)
def test_one_event(language: str, text: str, kind: str) -> None:
    assert told(events(language, text)) == {(kind, "2024-05-03")}


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "The city kicked off public consultations on the Salt Plan on 3 May.", {("meeting", "2024-05-03")}),
        ("en", "In a joint communiqué issued after talks on 3 May, they praised it.", {("meeting", "2024-05-03")}),
        (
            "fr",
            "Les travaux de la session du conseil se sont achevés le 3 mai sur l'adoption du Salt Plan.",
            {("meeting", "2024-05-03")},
        ),
        ("fr", "Adhérente depuis juin 2023, la ville ouvrira dix marchés.", set()),
        ("en", "The bank will release funds for the Salt Plan on 3 June.", set()),
        ("en", "A quay born of the Salt Plan in May 2022 is empty.", set()),
        ("fr", "La digue, née du Salt Plan en mai 2022, tient.", set()),
        ("en", "Bells rang in the Suva town hall on 3 May.", {("other", "2024-05-03")}),
        ("en", "Speaking to reporters in Dili on 3 May, she ruled out a delay.", set()),
        ("en", "The port welcomed 3,000 travellers on 3 May.", set()),
        ("fr", "La gouverneure s'est dite confiante le 3 mai.", set()),
        ("en", "A year after the riots of June 2023, the city has healed.", set()),
        (
            "fr",
            "Le Sénat a rejeté le 3 mai la motion déposée contre le Salt Plan.",
            {("other", "2024-05-03")},
        ),
        ("en", "Its economists brief reporters on the first Friday of each month.", set()),
        ("en", "The scheme is to open an academy; the ministry has set 3 June as the cut-off.", set()),
        ("en", "No figures on the Salt Plan have been published since June 2019, when it was born.", set()),
        ("en", "The start, first set for 3 May, has been pushed back.", set()),
    ],
)
def test_what_goes_with_an_event_is_none_of_its_own(
    language: str, text: str, kinds: set[tuple[str, str | None]]
) -> None:
    assert told(events(language, text)) == kinds


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A pact was signed on the sidelines of the salt fair, from 3 to 5 May."),
        ("fr", "Un pacte a été paraphé en marge du Salon du sel, du 3 au 5 mai."),
    ],
)
def test_signatures_beside_a_dated_event(language: str, text: str) -> None:
    assert {e.kind for e in events(language, text)} == {"signature", "conference"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La maire a annoncé mardi la tenue en novembre d'un forum.", ("conference", "2024-11-01")),
        ("fr", "Un sommet des ports est annoncé en octobre à Oran.", ("conference", "2024-10-01")),
        ("en", "She announced on Monday the holding in November of a forum.", ("conference", "2024-11-01")),
        ("en", "A summit of ports is announced for October.", ("conference", "2024-10-01")),
        ("fr", "Initialement fixé au 3 janvier, le Forum du sel aura lieu le 20 août.", ("conference", "2024-08-20")),
    ],
)
def test_what_is_announced_is_to_come(language: str, text: str, expected: tuple[str, str]) -> None:
    assert told(events(language, text)) == {expected}


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        (
            "en",
            "Launched in Oslo by the mayor in 2017, the Salt Plan was praised on Monday.",
            {("launch", "2017-01-01")},
        ),
        ("fr", "L'atelier prévu le 2 juin à Kara a été reporté au 20 juin.", {("meeting", "2024-06-20")}),
        ("en", "The workshop due on 2 June has been postponed to 20 June.", {("meeting", "2024-06-20")}),
        ("fr", "Le Salt Plan, né en mars 2022, piétine.", {("launch", "2022-03-01")}),
        ("fr", "Le cabinet a survécu le 3 mai à une motion de censure.", {("other", "2024-05-03")}),
        ("en", "He survived a vote of no confidence on 3 May.", {("other", "2024-05-03")}),
        ("en", "The Salt Plan met only 44 of its 115 goals by 3 May.", set()),
        ("fr", "Le Salt Plan entre en vigueur le 1er juillet.", set()),
    ],
)
def test_days_of_participles_and_of_what_was_put_off(
    language: str, text: str, kinds: set[tuple[str, str | None]]
) -> None:
    assert told(events(language, text)) == kinds


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Initially due on 20 May, the launch of the Salt Plan has been put off to 24 June.", {"2024-06-24"}),
        ("fr", "Initialement prévu le 20 mai, le lancement du Salt Plan est reporté au 24 juin.", {"2024-06-24"}),
        ("en", "The Salt Plan was signed two weeks after the fair of 3 April.", {"2024-04-03", "2024-04-17"}),
        ("fr", "Le Salt Plan a été lancé trois mois après la crue de mars 2023.", {"2023-03-01", "2023-06-01"}),
        ("fr", "Trois mois après la loi de mars 2023, le Salt Plan a été lancé.", {"2023-06-01"}),
        ("fr", "Six mois après son lancement, intervenu le 30 novembre, le Salt Plan déçoit.", {"2023-11-30"}),
        ("en", "The steps are known: tender in 2025, opening in 2027, review in 2029.", {"2027-01-01", "2029-01-01"}),
    ],
)
def test_days_that_are_moved_counted_or_listed(language: str, text: str, days: set[str]) -> None:
    assert {str(e.date_start) for e in events(language, text)} == days
