"""Dates: what is read, how it is placed in time, and what isn't a date."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.dates import DateMention, find_dates, find_floating_dates
from pipelines.extract.document import analyse

PIECES = [
    *"0123456789/-.,' \n",
    "mai ",
    "May ",
    "2024",
    " le ",
    " on ",
    "lundi ",
    "Monday ",
    "fin ",
    " de ",
    " to ",
    "1er",
]
WEDNESDAY = dt.date(2024, 10, 16)


def dates(
    language: str,
    text: str,
    published: dt.date | None = WEDNESDAY,
    precision: str = "day",
    country: str | None = None,
) -> list[DateMention]:
    doc = analyse(
        text,
        language,
        published_on=published,
        published_precision=precision if published else None,  # type: ignore[arg-type]
        country=country,
    )
    return find_dates(doc)


def told(found: list[DateMention], text: str) -> list[tuple[str, str, str]]:
    """Words, first day at the mention's precision, last day of a range."""
    size = {"day": 10, "month": 7, "year": 4}
    return [
        (
            m.span.of(text),
            str(m.start)[: size[m.precision]],
            str(m.end)[: size[m.precision]] if m.kind == "range" else "",
        )
        for m in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "start"),
    [
        ("fr", "Le texte date du 11 septembre 2020.", "11 septembre 2020", "2020-09-11"),
        ("fr", "En vigueur le 1er janvier 2021.", "1er janvier 2021", "2021-01-01"),
        ("fr", "La séance du lundi 24 février 2020 a duré.", "lundi 24 février 2020", "2020-02-24"),
        ("fr", "Mise à jour le 25/09/2024 à midi.", "25/09/2024", "2024-09-25"),
        ("fr", "Mise à jour le 04/05/2024 à midi.", "04/05/2024", "2024-05-04"),
        ("fr", "Mise à jour le 2024-09-25 à midi.", "2024-09-25", "2024-09-25"),
        ("fr", "Mise à jour le 25.09.2024 à midi.", "25.09.2024", "2024-09-25"),
        ("fr", "Le défilé du quatorze juillet 2020 est annulé.", "quatorze juillet 2020", "2020-07-14"),
        ("fr", "Né le 7 sept. 2020 à Lomé.", "7 sept. 2020", "2020-09-07"),
        ("fr", "Les travaux ont pris fin en octobre 2022.", "octobre 2022", "2022-10"),
        ("fr", "Le chantier finira mi-2026, dit-on.", "mi-2026", "2026"),
        ("fr", "Le chantier finira fin 2025, dit-on.", "fin 2025", "2025"),
        ("fr", "Le taux était de 12 % en 2019, sans plus.", "2019", "2019"),
        ("fr", "Le premier lundi de juin 2016 est férié.", "premier lundi de juin 2016", "2016-06-06"),
        ("en", "Signed on Sept 26, 2024 in Accra.", "Sept 26, 2024", "2024-09-26"),
        ("en", "Signed on Sept. 26, 2024 in Accra.", "Sept. 26, 2024", "2024-09-26"),
        ("en", "Signed on April 13th 2022 in Accra.", "April 13th 2022", "2022-04-13"),
        ("en", "Signed on the 3rd of May 2021 in Accra.", "3rd of May 2021", "2021-05-03"),
        ("en", "Signed on Monday, 12 January 2015 in Accra.", "Monday, 12 January 2015", "2015-01-12"),
        ("en", "Signed on May twenty-first, 2021 in Accra.", "May twenty-first, 2021", "2021-05-21"),
        ("en", "Updated 2024-09-25 at noon.", "2024-09-25", "2024-09-25"),
        ("en", "Updated 21/04/2016 at noon.", "21/04/2016", "2016-04-21"),
        ("en", "Work ended in June 2023, they say.", "June 2023", "2023-06"),
        ("en", "Work will end in mid-2026, they say.", "mid-2026", "2026"),
        ("en", "Exports have grown since 2019, they say.", "2019", "2019"),
        ("en", "Exports reached 84% of the 2019 level.", "2019", "2019"),
        ("en", "The first Friday of July 2022 is a holiday.", "first Friday of July 2022", "2022-07-01"),
    ],
)
def test_dates_with_a_year_are_placed_by_it(language: str, text: str, words: str, start: str) -> None:
    assert told(dates(language, text), text) == [(words, start, "")]


@pytest.mark.parametrize(("country", "start"), [("KE", "2024-05-04"), ("US", "2024-04-05"), (None, "2024-04-05")])
def test_numeric_dates_follow_the_order_of_the_country(country: str | None, start: str) -> None:
    text = "Updated 04/05/2024 at noon."
    assert told(dates("en", text, country=country), text) == [("04/05/2024", start, "")]


@pytest.mark.parametrize(
    ("language", "text", "words", "start", "end"),
    [
        ("fr", "Sur la période 2021-2025, la dette recule.", "2021-2025", "2021", "2025"),
        ("fr", "Entre 2024 et 2026, la dette recule.", "2024 et 2026", "2024", "2026"),
        ("fr", "De 2009 à 2013, la dette recule.", "2009 à 2013", "2009", "2013"),
        ("fr", "La campagne 2025/26 a commencé.", "2025/26", "2025", "2026"),
        ("fr", "Les 10 et 11 novembre 2021, on vote.", "10 et 11 novembre 2021", "2021-11-10", "2021-11-11"),
        ("fr", "Du 3 au 5 mai 2021, on vote.", "3 au 5 mai 2021", "2021-05-03", "2021-05-05"),
        ("fr", "Du 28 avril au 3 mai 2021, on vote.", "28 avril au 3 mai 2021", "2021-04-28", "2021-05-03"),
        ("fr", "De mars à juin 2024, on vote.", "mars à juin 2024", "2024-03", "2024-06"),
        ("fr", "Au premier trimestre 2024, on vote.", "premier trimestre 2024", "2024-01", "2024-03"),
        ("fr", "Au T3 2024, on vote.", "T3 2024", "2024-07", "2024-09"),
        ("fr", "Dans les années 2010, on votait.", "2010", "2010", "2019"),
        ("en", "From 2023 to 2026 the debt falls.", "2023 to 2026", "2023", "2026"),
        ("en", "Between 2024 and 2026 the debt falls.", "2024 and 2026", "2024", "2026"),
        ("en", "People vote on 10-12 November 2021.", "10-12 November 2021", "2021-11-10", "2021-11-12"),
        ("en", "People vote on May 3-5, 2021.", "May 3-5, 2021", "2021-05-03", "2021-05-05"),
        ("en", "People vote from May 3 to June 4, 2021.", "May 3 to June 4, 2021", "2021-05-03", "2021-06-04"),
        ("en", "In the first half of 2025 people vote.", "first half of 2025", "2025-01", "2025-06"),
        ("en", "In Q1 2024 people vote.", "Q1 2024", "2024-01", "2024-03"),
        ("en", "In the 2020s people vote.", "2020s", "2020", "2029"),
    ],
)
def test_ranges_are_one_mention_with_two_ends(language: str, text: str, words: str, start: str, end: str) -> None:
    assert told(dates(language, text), text) == [(words, start, end)]


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("fr", "Le ministre l'a annoncé hier.", "2024-10-15"),
        ("fr", "Le ministre l'a annoncé ce mercredi.", "2024-10-16"),
        ("fr", "Le ministre l'a annoncé jeudi à Lomé.", "2024-10-10"),
        ("fr", "La réunion se tiendra jeudi à Lomé.", "2024-10-17"),
        ("fr", "Vendredi dernier, le ministre a parlé.", "2024-10-11"),
        ("fr", "Il parlera mercredi prochain.", "2024-10-23"),
        ("fr", "Le mois dernier, il a parlé.", "2024-09"),
        ("fr", "L'an dernier, il a parlé.", "2023"),
        ("fr", "Il y a deux ans, il a parlé.", "2022"),
        ("fr", "Le 24 mai dernier, il a parlé.", "2024-05-24"),
        ("fr", "En juin de l'année dernière, il a parlé.", "2023-06"),
        ("fr", "Le 14 décembre, il avait parlé.", "2023-12-14"),
        ("fr", "Le 14 décembre, il parlera.", "2024-12-14"),
        ("fr", "En novembre, le pays avait voté.", "2023-11"),
        ("en", "The minister said so yesterday.", "2024-10-15"),
        ("en", "The minister said so on Wednesday.", "2024-10-16"),
        ("en", "The minister said so on Thursday.", "2024-10-10"),
        ("en", "The bill is due before the board on Thursday.", "2024-10-17"),
        ("en", "The talks will resume on Thursday.", "2024-10-17"),
        ("en", "Last Friday the minister spoke.", "2024-10-11"),
        ("en", "The minister will speak next Friday.", "2024-10-18"),
        ("en", "Last month the minister spoke.", "2024-09"),
        ("en", "Two years ago the minister spoke.", "2022"),
        ("en", "The minister spoke on 14 December.", "2023-12-14"),
        ("en", "The minister will speak on 14 December.", "2024-12-14"),
        ("en", "The minister spoke last March.", "2024-03"),
        ("en", "The minister will speak by the end of the year.", "2024"),
    ],
)
def test_what_is_left_unsaid_comes_from_publication_and_tense(language: str, text: str, start: str) -> None:
    (mention,) = dates(language, text)
    assert str(mention.start).startswith(start)
    assert {10: "day", 7: "month", 4: "year"}[len(start)] == mention.precision


@pytest.mark.parametrize(
    ("language", "text", "starts"),
    [
        ("fr", "Signé le 5 mai 2021, il fut ratifié le 9 juin de la même année.", ["2021-05-05", "2021-06-09"]),
        ("fr", "Signé le 5 mai 2021, il fut ratifié le 9 juin.", ["2021-05-05", "2021-06-09"]),
        ("fr", "Signé le 5 mai, il fut relu. Le texte du 5 mai 2019 reste en vigueur.", ["2019-05-05", "2019-05-05"]),
        ("fr", "Signé le 5 mai 2021, il fut ratifié le lendemain.", ["2021-05-05", "2021-05-06"]),
        ("fr", "Lancé en 2015, le projet s'est arrêté trois ans plus tard.", ["2015-01-01", "2018-01-01"]),
        ("en", "Signed on 5 May 2021, it was ratified on 9 June of the same year.", ["2021-05-05", "2021-06-09"]),
        ("en", "Signed on 5 May 2021, it was ratified the following day.", ["2021-05-05", "2021-05-06"]),
        ("en", "Work ran in April and May 2019.", ["2019-04-01", "2019-05-01"]),
        ("en", "Signed on 5 May 2021, it was ratified the next morning.", ["2021-05-05", "2021-05-06"]),
        ("en", "Signed on 5 May 2021, it was read that same evening.", ["2021-05-05", "2021-05-05"]),
        ("fr", "Signé le 5 mai 2021, il fut lu le soir même.", ["2021-05-05", "2021-05-05"]),
        ("fr", "Signé le 5 mai 2021, ce matin-là, il fut lu.", ["2021-05-05", "2021-05-05"]),
        (  # a day is counted from a day, not from a month told as an aside
            "en",
            "Signed on 5 May 2021, as promised in March 2020, it was ratified the following day.",
            ["2021-05-05", "2020-03-01", "2021-05-06"],
        ),
    ],
)
def test_a_date_may_lean_on_another(language: str, text: str, starts: list[str]) -> None:
    assert [str(m.start) for m in dates(language, text)] == starts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "D'ici à 2030, le pays doublera ses récoltes."),
        ("fr", "D'ici fin 2030, le pays doublera ses récoltes."),
        ("fr", "Le pays doublera, d'ici à 2030 – échéance du plan –, ses récoltes."),
        ("fr", "Le pays doublera ses récoltes à l'horizon 2030."),
        ("en", "The country will double its harvest by 2030."),
        ("en", "The country will double its harvest by the end of 2030."),
    ],
)
def test_last_possible_moments_are_deadlines(language: str, text: str) -> None:
    (mention,) = dates(language, text)
    assert mention.is_deadline
    assert mention.start.year == 2030


def test_a_year_that_only_dates_a_fact_is_no_deadline() -> None:
    assert [m.is_deadline for m in dates("fr", "En 2030, le pays doublera ses récoltes.")] == [False]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le projet créera 2 030 emplois et 2000 logements."),
        ("fr", "Avec la 5G, l'usine Delta 2000 embauche sept personnes."),
        ("fr", "La Vision Rivages 2035 est prête, selon le plan Atlas 2030."),
        ("fr", "Le code postal est 20250 et le tarif 12/15."),
        ("en", "The project will create 2,030 jobs and 2000 homes."),
        ("en", "You may march on; the Harbour Vision 2035 is ready."),
        ("en", "The second half was dull and the 27th floor is empty."),
    ],
)
def test_other_numbers_and_words_are_not_dates(language: str, text: str) -> None:
    assert dates(language, text) == []


@pytest.mark.parametrize(("language", "text"), [("fr", "Il a parlé jeudi."), ("en", "He spoke last week.")])
def test_relative_dates_need_a_publication_date(language: str, text: str) -> None:
    assert dates(language, text, published=None) == []


@pytest.mark.parametrize(("language", "text"), [("fr", "Il a parlé jeudi."), ("en", "He spoke on Thursday.")])
def test_a_weekday_is_known_to_the_month_of_an_article_that_is(language: str, text: str) -> None:
    (mention,) = dates(language, text, published=dt.date(2024, 10, 1), precision="month")
    assert (mention.start, mention.end, mention.precision) == (dt.date(2024, 10, 1), dt.date(2024, 10, 31), "month")


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=150, deadline=None)
@given(
    text=st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    published=st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)),
)
def test_any_text_gives_dates_inside_it_in_order(language: str, text: str, published: dt.date | None) -> None:
    found = dates(language, text, published=published)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(m.start <= m.end for m in found)


@pytest.mark.parametrize(
    ("language", "text", "quote", "start", "end"),
    [
        ("en", "The fund will open before year's end.", "year's end", "2024-01-01", "2024-12-31"),
        ("en", "Spending rose 4% in FY2022-23.", "2022-23", "2022-01-01", "2023-12-31"),
        ("en", "Roadshows will be held in the week of 20 May.", "20 May", "2024-05-20", "2024-05-26"),
        ("en", "It will be ready by end-2025.", "end-2025", "2025-01-01", "2025-12-31"),
        ("en", "The depot, built in 2018, will reopen on 5 August.", "5 August", "2024-08-05", "2024-08-05"),
        ("fr", "Le forum s'est tenu les 3 et 4 à Lomé.", "3 et 4", "2024-05-03", "2024-05-04"),
        (
            "fr",
            "Le texte est attendu dans la première quinzaine de juin.",
            "quinzaine de juin",
            "2024-06-01",
            "2024-06-30",
        ),
        ("fr", "Le texte est attendu d'ici fin d'année.", "fin d'année", "2024-01-01", "2024-12-31"),
        ("fr", "La ligne ouvrira au printemps prochain.", "printemps prochain", "2025-01-01", "2025-12-31"),
        ("fr", "Des ateliers sont prévus la semaine du 20 mai.", "20 mai", "2024-05-20", "2024-05-26"),
    ],
)
def test_periods_and_days_told_by_what_surrounds_them(
    language: str, text: str, quote: str, start: str, end: str
) -> None:
    doc = analyse(text, language, published_on=dt.date(2024, 5, 16), published_precision="day")
    found = [(m.span.of(text), str(m.start), str(m.end)) for m in find_dates(doc)]
    assert found[-1] == (quote, start, end)


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Le décret sera pris sous quinze jours."), ("en", "Recruitment is to start in the coming weeks.")],
)
def test_delays_without_a_day_are_no_dates(language: str, text: str) -> None:
    assert not find_dates(analyse(text, language, published_on=dt.date(2024, 5, 16), published_precision="day"))


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "The town will move under a plan unveiled in Lagos on Monday.", "2024-05-13"),
        ("en", "The scheme, approved by the board in December, will cost little.", "2023-12-01"),
        ("fr", "Une table ronde est annoncée pour mars.", "2025-03-01"),
    ],
)
def test_a_participle_beside_its_noun_is_past_and_an_announcement_to_come(language: str, text: str, start: str) -> None:
    doc = analyse(text, language, published_on=dt.date(2024, 5, 16), published_precision="day")
    assert [str(d.start) for d in find_dates(doc)] == [start]


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("fr", "En mars, c'est à Thiès que se tiendra le salon du mil.", "2025-03-01"),
        ("fr", "La ministre promet le premier coup de pioche le 20 août.", "2024-08-20"),
        ("en", "The first buses are due when the depot reopens on September 2.", "2024-09-02"),
        ("en", "A grant for which growers can apply starting August 1 is meant to help.", "2024-08-01"),
        ("en", "A text meant to guide the sector to 2040 was endorsed in Oslo on 6 May.", "2024-05-06"),
        (
            "en",
            "To the Water Plan of 2019 it added a charter, which the board cleared on Wednesday, May 8.",
            "2024-05-08",
        ),
        ("en", "She is due before the committee on Tuesday week.", "2024-05-28"),
        ("fr", "Le budget 2025 sera discuté en octobre par les élus.", "2024-10-01"),
        ("fr", "Le conseil s'est tenu hier lundi 13 mai 2024 à Oslo.", "2024-05-13"),
        ("en", "The board met today, Thursday May 16, 2024, in Oslo.", "2024-05-16"),
        ("en", "A recording of a May 5 town hall can be viewed online.", "2024-05-05"),
        ("en", "Staff plan to vote on it in June.", "2024-06-01"),
        ("fr", "Il ne pourra venir ce vendredi.", "2024-05-17"),
        ("fr", "La loi de finances 2025, votée en avril, relève la taxe.", "2024-04-01"),
        ("en", "The 2025 budget, passed in April, raises the levy.", "2024-04-01"),
    ],
)
def test_other_years_and_presents_do_not_draw_a_day_to_them(language: str, text: str, start: str) -> None:
    doc = analyse(text, language, published_on=dt.date(2024, 5, 16), published_precision="day")
    assert str(find_dates(doc)[-1].start) == start


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The dam will open in the first week of May 2025.",
            ("first week of May 2025", "2025-05-01", "2025-05-04"),
        ),
        (
            "en",
            "Votes were counted in the last week of June 2023.",
            ("last week of June 2023", "2023-06-26", "2023-06-30"),
        ),
        ("en", "It was signed in the third week of 2022.", ("third week of 2022", "2022-01-17", "2022-01-23")),
        ("en", "It met in the second week of this month.", ("second week of this month", "2024-10-07", "2024-10-13")),
        (
            "en",
            "The fair is held on the last weekend of May 2025.",
            ("last weekend of May 2025", "2025-05-31", "2025-06-01"),
        ),
        (
            "fr",
            "La digue ouvrira la première semaine de juin 2025.",
            ("première semaine de juin 2025", "2025-06-02", "2025-06-08"),
        ),
        (
            "fr",
            "Il a siégé la dernière semaine du mois de mars 2024.",
            ("dernière semaine du mois de mars 2024", "2024-03-25", "2024-03-31"),
        ),
        (
            "fr",
            "La foire aura lieu le premier week-end de mars 2025.",
            ("premier week-end de mars 2025", "2025-03-01", "2025-03-02"),
        ),
    ],
)
def test_a_week_or_weekend_told_by_its_rank_is_placed_in_its_month_or_year(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    assert told(dates(language, text), text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The board will sit next week on Thursday.", ("next week on Thursday", "2024-10-24", "")),
        ("en", "The board will sit next week, Thursday.", ("next week, Thursday", "2024-10-24", "")),
        (
            "en",
            "It sits next week from Monday to Wednesday.",
            ("next week from Monday to Wednesday", "2024-10-21", "2024-10-23"),
        ),
        (
            "en",
            "It sat last week between Tuesday and Friday.",
            ("last week between Tuesday and Friday", "2024-10-08", "2024-10-11"),
        ),
        ("en", "It sits next week, Monday and Tuesday.", ("next week, Monday and Tuesday", "2024-10-21", "2024-10-22")),
        (
            "fr",
            "Il siégera la semaine prochaine, du lundi au mercredi.",
            ("la semaine prochaine, du lundi au mercredi", "2024-10-21", "2024-10-23"),
        ),
        (
            "fr",
            "Il a siégé la semaine dernière, entre mardi et jeudi.",
            ("la semaine dernière, entre mardi et jeudi", "2024-10-08", "2024-10-10"),
        ),
    ],
)
def test_weekdays_behind_a_week_are_of_that_week(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(dates(language, text), text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Dans les années 70, le port prospérait.", [("70", 1970)]),
        ("fr", "Les années 80 et 90 furent dures.", [("80", 1980), ("90", 1990)]),
        ("fr", "Née dans les années soixante-dix, la filière renaît.", [("soixante-dix", 1970)]),
        ("en", "The port thrived in the 70s.", [("70s", 1970)]),
        ("en", "The port thrived in the '50s and the 1960's.", [("'50s", 1950), ("1960's", 1960)]),
        ("en", "The port thrived in the eighties and the noughties.", [("eighties", 1980), ("noughties", 2000)]),
        ("en", "She is in her 40s and he is in his fifties.", []),
        ("fr", "Les trente années de paix et les soixante écoles comptent.", []),
    ],
)
def test_decades_are_read_in_two_digits_and_in_words(language: str, text: str, expected: list[tuple[str, int]]) -> None:
    found = dates(language, text)
    assert [(m.span.of(text), m.start.year) for m in found] == expected
    assert all(m.end.year == m.start.year + 9 for m in found)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le budget de l'année en cours est voté.", ("l'année en cours", "2024", "")),
        ("fr", "Les prix du mois en cours montent.", ("mois en cours", "2024-10", "")),
        ("en", "Spending in the current year rose.", ("the current year", "2024", "")),
        ("en", "The board sits the week after next.", ("the week after next", "2024-10-28", "2024-11-03")),
        ("en", "It fell in the month before last.", ("the month before last", "2024-08", "")),
        ("en", "Bids are due by the 27th.", ("27th", "2024-10-27", "")),
        ("en", "We'll vote this Friday.", ("this Friday", "2024-10-18", "")),
        ("fr", "La gare date du 05/05/89.", ("05/05/89", "1989-05-05", "")),
        ("en", "Prices fell in March '23.", ("March '23", "2023-03", "")),
        ("fr", "Les prix ont baissé en mars '23.", ("mars '23", "2023-03", "")),
        ("en", "Exports peaked in the mid-1990s.", ("mid-1990s", "1990", "1999")),
        ("en", "Exports peaked in the late '80s.", ("late '80s", "1980", "1989")),
        ("en", "The board met on Thursday (October 17).", ("Thursday (October 17)", "2024-10-17", "")),
        ("fr", "Le conseil siège jeudi (17 octobre).", ("jeudi (17 octobre)", "2024-10-17", "")),
        ("en", "It reopens on Tues., December 3.", ("Tues., December 3", "2024-12-03", "")),
        ("en", "Bids are due before the 25th of the month.", ("25th of the month", "2024-10-25", "")),
        ("fr", "Les offres sont reçues avant le 25 du mois.", ("25 du mois", "2024-10-25", "")),
        ("en", "The plant opened on 4.6.2024.", ("4.6.2024", "2024-06-04", "")),
        ("en", "The talks end on friday 25 october 2024.", ("friday 25 october 2024", "2024-10-25", "")),
    ],
)
def test_further_ways_to_name_a_time(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert told(dates(language, text), text) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les 3/4 des foyers et les 2/3 du réseau sont vieux."),
        ("en", "It may march on and the second week of talks begins."),
        ("en", "He won for the 27th time."),
    ],
)
def test_shares_verbs_and_ranks_are_no_dates(language: str, text: str) -> None:
    assert dates(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Dépôt des dossiers le 30 juin au plus tard.", dt.date(2025, 6, 30)),
        ("en", "Bids to be lodged on 30 June at the latest.", dt.date(2025, 6, 30)),
    ],
)
def test_words_behind_a_day_make_it_a_deadline_to_come(language: str, text: str, expected: dt.date) -> None:
    [found] = dates(language, text)
    assert (found.start, found.is_deadline) == (expected, True)


def test_a_comma_parts_dates_that_no_opener_joins() -> None:
    found = dates("fr", "Au 1er trimestre 2023, au troisième trimestre 2024, les prix ont baissé.")
    assert [(m.start, m.end) for m in found] == [
        (dt.date(2023, 1, 1), dt.date(2023, 3, 31)),
        (dt.date(2024, 7, 1), dt.date(2024, 9, 30)),
    ]


@pytest.mark.parametrize(
    ("published", "text", "start"),
    [
        (dt.date(2019, 1, 8), "En poste depuis le 21 décembre, il sera entendu.", "2018-12-21"),
        (dt.date(2018, 12, 20), "La réunion a été fixée au 7 janvier.", "2019-01-07"),
    ],
)
def test_a_day_within_weeks_is_meant_across_the_end_of_the_year(published: dt.date, text: str, start: str) -> None:
    (mention,) = dates("fr", text, published)
    assert str(mention.start) == start


@pytest.mark.parametrize(
    ("language", "text", "floating"),
    [
        ("fr", "Le texte, lancé mardi, vise 2030. Le bilan est du 3 mai 2024.", ["mardi"]),
        ("en", "It was launched on Monday and tabled on 4 May.", ["Monday", "4 May"]),
        ("en", "It was launched in 2021.", []),
    ],
)
def test_days_without_a_publication_float(language: str, text: str, floating: list[str]) -> None:
    doc = analyse(text, language)
    assert [m.span.of(text) for m in find_floating_dates(doc)] == floating
    assert all(m.is_floating for m in find_floating_dates(doc))
    assert not any(m.is_floating for m in find_dates(doc))


def test_nothing_floats_where_the_publication_is_known() -> None:
    doc = analyse("It was launched on Monday.", "en", published_on=WEDNESDAY, published_precision="day")
    assert find_floating_dates(doc) == []


def test_a_horizon_lends_no_year_to_a_month_of_another_sentence() -> None:
    assert [str(m.start) for m in dates("fr", "Cap sur 2035. Le vote a eu lieu en juillet.", None)] == ["2035-01-01"]


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "She launched it in July last year.", "2023-07-01"),
        ("en", "It opens in July next year.", "2025-07-01"),
        ("fr", "Il sera suivi, le 30 septembre, d'une signature.", "2024-09-30"),
        ("en", "The talks, it seems, will be followed, on 30 September, by a fair.", "2024-09-30"),
        ("en", "Voters go to the polls on Dec 28.", "2024-12-28"),
        ("fr", "Les élus votent le 28 décembre.", "2024-12-28"),
    ],
)
def test_the_clause_tells_the_year_of_a_day(language: str, text: str, start: str) -> None:
    doc = analyse(text, language, published_on=dt.date(2024, 6, 12), published_precision="day")
    assert [str(m.start) for m in find_dates(doc)] == [start]


def test_a_day_with_a_verb_of_its_own_has_not_the_year_of_the_verb_before() -> None:
    text = "The plan was drafted in 2021 and finally adopted on May 14."
    doc = analyse(text, "en", published_on=dt.date(2024, 6, 12), published_precision="day")
    assert str(find_dates(doc)[-1].start) == "2024-05-14"


def test_the_year_of_an_office_is_not_that_of_the_oath() -> None:
    text = "The mayor, first elected in 2018, was sworn in as governor on June 3."
    doc = analyse(text, "en", published_on=dt.date(2024, 6, 12), published_precision="day")
    assert str(find_dates(doc)[-1].start) == "2024-06-03"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was adopted at the council's May meeting.", ["2024-05"]),
        ("en", "The board approved it at its February session.", ["2024-02"]),
        ("en", "Ministers may march on.", []),
        ("fr", "Le texte a été adopté au sommet de février.", ["2024-02"]),
        ("fr", "La convention sera signée au printemps.", ["2025"]),
        ("fr", "Dévoilé lundi, le plan mobilisera les communes.", ["2024-10-14"]),
        ("fr", "La feuille de route dévoilée la veille déçoit.", ["2024-10-15"]),
    ],
)
def test_months_of_nouns_seasons_and_opening_participles(language: str, text: str, expected: list[str]) -> None:
    assert [start for _, start, _ in told(dates(language, text), text)] == expected


SPRING = dt.date(2031, 5, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Within six years, 900 wells will be sunk.", [("2037", "2037-12-31")]),
        ("en", "The pact is meant to halve losses within a decade.", [("2041", "2041-12-31")]),
        ("en", "Within six years the herd had halved.", []),
        ("en", "The depot will open in three years.", [("2034", "2034-12-31")]),
        ("en", "It will be the largest count in three years.", []),
        ("en", "A ruling must come within two months of the vote.", []),
        ("en", "Over the next five years, 40 depots are planned.", [("2031", "2036-12-31")]),
        ("en", "It covers the coming decade.", [("2031", "2041-12-31")]),
        ("fr", "Il couvrira les cinq prochaines années.", [("2031", "2036-12-31")]),
        ("fr", "Un budget pour les dix ans à venir est prêt.", [("2031", "2041-12-31")]),
        ("fr", "Les puits seront forés sous deux ans.", [("2033", "2033-12-31")]),
        ("fr", "Le décret sera pris dans les six mois suivant le vote.", []),
        ("fr", "Sur l'ensemble de l'année, 40 puits seront forés.", [("2031", "2031-12-31")]),
    ],
)
def test_stretches_of_time_to_come(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    size = {"day": 10, "month": 7, "year": 4}
    found = dates(language, text, SPRING)
    assert [(str(m.start)[: size[m.precision]], str(m.end)) for m in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "By March the rate was down to a tenth.", ["2031-03"]),
        ("en", "It fell to a tenth by March.", ["2031-03"]),
        ("en", "The depot was due to open by March.", ["2031-03"]),
        ("en", "They pledged to open the depot by March.", ["2032-03"]),
        ("fr", "Le texte était attendu avant mars.", ["2031-03"]),
        ("fr", "Le chantier, à l'arrêt depuis novembre, reprendra en juillet.", ["2030-11", "2031-07"]),
        ("fr", "Adopté en octobre, il sera évalué en juin.", ["2030-10", "2031-06"]),
        ("fr", "Les travaux débuteront à partir de septembre.", ["2031-09"]),
        ("fr", "D'ici à mars, 40 puits seront forés.", ["2032-03"]),
        ("fr", "Elles ont convenu de se revoir en octobre.", ["2031-10"]),
        ("en", "They agreed to meet again in October.", ["2031-10"]),
        ("en", "Hearings in September and a vote in January: the calendar is known.", ["2031-09", "2032-01"]),
        ("en", "The vote was postponed to October.", ["2031-10"]),
        ("fr", "Le vote est reporté en octobre.", ["2031-10"]),
    ],
)
def test_months_are_placed_by_what_the_clause_says(language: str, text: str, months: list[str]) -> None:
    assert [str(m.start)[:7] for m in dates(language, text, SPRING)] == months


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "Talks are set for April 30 and May 1.", [("2031-04-30", "2031-05-01")]),
        ("fr", "Le forum aura lieu les 31 mai et 1er juin.", [("2031-05-31", "2031-06-01")]),
        ("en", "Delegates met on the 9th in Suva.", [("2031-05-09", "2031-05-09")]),
        ("fr", "L'atelier s'est tenu le 9 à Mbour.", [("2031-05-09", "2031-05-09")]),
        ("fr", "Elle habite dans le 9 à Paris.", []),
        ("en", "The vote was moved from 3 June to 10 July.", [("2031-07-10", "2031-07-10")]),
        (
            "fr",
            "Il s'appliquera le 1er janvier, six mois après son adoption, le 27 juin.",
            [("2032-01-01", "2032-01-01"), ("2031-06-27", "2031-06-27")],
        ),
    ],
)
def test_days_by_what_stands_beside(language: str, text: str, days: list[tuple[str, str]]) -> None:
    assert [(str(m.start), str(m.end)) for m in dates(language, text, SPRING)] == days


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose to 3 tonnes in 2028-29 from 2 tonnes a year earlier."),
        ("fr", "On a récolté 3 tonnes en 2028-2029, contre 2 la campagne précédente."),
    ],
)
def test_the_season_before_is_of_two_years(language: str, text: str) -> None:
    assert [(m.start.year, m.end.year) for m in dates(language, text, SPRING)] == [(2028, 2029), (2027, 2028)]
