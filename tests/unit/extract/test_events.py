"""Events: what counts as one, when and where it is, whom it gathers, and that it is told once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.dates import find_dates
from pipelines.extract.document import analyse
from pipelines.extract.events import find_events
from pipelines.extract.places import find_places
from pipelines.extract.records import Actor, Event, Plan, Span

THURSDAY = dt.date(2024, 5, 16)


def spans_of(text: str, name: str) -> list[Span]:
    return [Span(i, i + len(name)) for i in range(len(text)) if text.startswith(name, i)]


def events(
    language: str,
    text: str,
    plans: list[str] | None = None,
    actors: list[str] | None = None,
    country: str | None = None,
    published: dt.date | None = THURSDAY,
) -> list[Event]:
    """Events of a text published on a Thursday, given the names of its plans and of its people."""
    precision = "day" if published else None
    doc = analyse(text, language, published_on=published, published_precision=precision, country=country)
    known_plans = [Plan(name, spans_of(text, name)) for name in plans or []]
    known_actors = [Actor(name, "person", spans_of(text, name)) for name in actors or []]
    return find_events(doc, find_dates(doc), find_places(doc), known_plans, known_actors)


def when(event: Event) -> str | None:
    size = {"day": 10, "month": 7, "year": 4}
    return str(event.date_start)[: size[event.date_precision or "day"]] if event.date_start else None


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "date", "place"),
    [
        (
            "fr",
            "Une réunion du comité de l'eau s'est tenue mardi à Lomé.",
            "meeting",
            "réunion du comité de l'eau",
            "2024-05-14",
            "Lomé",
        ),
        (
            "fr",
            "Le 12 mars, un atelier sur le riz s'est tenu à Bamako.",
            "meeting",
            "atelier sur le riz",
            "2024-03-12",
            "Bamako",
        ),
        (
            "fr",
            "La 3e édition du Forum des semences aura lieu du 4 au 6 juin à Dakar.",
            "conference",
            "3e édition du Forum des semences",
            "2024-06-04",
            "Dakar",
        ),
        (
            "fr",
            "Le texte a été relu à l'ouverture du 2e Salon de la pêche, lundi à Nouadhibou.",
            "conference",
            "2e Salon de la pêche",
            "2024-05-13",
            "Nouadhibou",
        ),
        (
            "fr",
            "Le décret est passé en conseil des ministres mercredi.",
            "meeting",
            "décret est passé en conseil des ministres",
            "2024-05-15",
            None,
        ),
        (
            "fr",
            "Réuni hier à Cotonou, le comité de pilotage a tranché.",
            "meeting",
            "comité de pilotage Réuni",
            "2024-05-15",
            "Cotonou",
        ),
        (
            "fr",
            "La visite officielle du ministre au Ghana a débuté lundi.",
            "visit",
            "visite officielle du ministre",
            "2024-05-13",
            "Ghana",
        ),
        (
            "fr",
            "Ils se retrouveront lors de l'Assemblée générale des régions, à Tunis.",
            "assembly",
            "Assemblée générale des régions",
            None,
            "Tunis",
        ),
        (
            "en",
            "A meeting of the Rice Board was held in Accra on Tuesday.",
            "meeting",
            "meeting of the Rice Board",
            "2024-05-14",
            "Accra",
        ),
        (
            "en",
            "The third Coastal Towns Summit will open in Mombasa on June 4.",
            "conference",
            "third Coastal Towns Summit",
            "2024-06-04",
            "Mombasa",
        ),
        (
            "en",
            "Cabinet approved the water bill on Wednesday.",
            "meeting",
            "Cabinet approved the water bill",
            "2024-05-15",
            None,
        ),
        (
            "en",
            "A workshop took place at the Lake Hotel in Kigali last Friday.",
            "meeting",
            "workshop",
            "2024-05-10",
            "Lake Hotel in Kigali",
        ),
        (
            "en",
            "They spoke on the sidelines of the first Vivatis Africa in Tunis in March.",
            "conference",
            "first Vivatis Africa",
            "2024-03",
            "Tunis",
        ),
    ],
)
def test_nouns_and_bodies_tell_dated_or_placed_events(
    language: str, text: str, kind: str, name: str, date: str | None, place: str | None
) -> None:
    (event,) = events(language, text)
    assert (event.kind, event.name, when(event), event.place) == (kind, name, date, place)


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "date"),
    [
        (
            "fr",
            "Le ministre a lancé mardi à Lomé le plan Rivages Verts.",
            "launch",
            "Rivages Verts lancé",
            "2024-05-14",
        ),
        (
            "fr",
            "Le plan Rivages Verts, mis sur orbite en 2008, a vieilli.",
            "launch",
            "Rivages Verts mis sur orbite",
            "2008",
        ),
        (
            "fr",
            "Le plan Rivages Verts a été présenté aux maires le 3 mai.",
            "presentation",
            "Rivages Verts présenté aux maires",
            "2024-05-03",
        ),
        (
            "fr",
            "Le plan Rivages Verts, rendu public le 3 mai, déçoit.",
            "presentation",
            "Rivages Verts rendu public",
            "2024-05-03",
        ),
        ("fr", "Le plan Rivages Verts sera lancé le 3 juin.", "launch", "Rivages Verts lancé", "2024-06-03"),
        (
            "en",
            "The minister launched the Green Shores plan on Tuesday.",
            "launch",
            "Green Shores launched",
            "2024-05-14",
        ),
        (
            "en",
            "The Green Shores plan was unveiled to the mayors on 3 May.",
            "presentation",
            "Green Shores unveiled to the mayors",
            "2024-05-03",
        ),
        (
            "en",
            "The minister will on 3 June roll out the Green Shores plan.",
            "launch",
            "Green Shores roll out",
            "2024-06-03",
        ),
    ],
)
def test_verbs_tell_what_happens_to_a_plan(language: str, text: str, kind: str, name: str, date: str) -> None:
    (event,) = events(language, text, plans=["Rivages Verts", "Green Shores"][language == "en" :][:1])
    assert (event.kind, event.name, when(event), event.plan) == (kind, name, date, 0)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le ministre a signé le 12 mars, à Oran, une convention avec la banque.", "convention avec la banque"),
        ("fr", "Deux accords signés en mars 2024 encadrent le chantier.", "accords signés"),
        ("en", "The ministry signed in Oran on 12 March a memorandum with the bank.", "memorandum with the bank"),
        ("en", "An agreement was inked on 12 March 2024.", "agreement was inked"),
    ],
)
def test_agreements_are_signed(language: str, text: str, name: str) -> None:
    (event,) = events(language, text)
    assert (event.kind, event.name, str(event.date_start)[:7]) == ("signature", name, "2024-03")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Il faut agir », a indiqué mardi le ministre."),
        ("fr", "L'entreprise a lancé en mai un nouveau téléphone."),
        ("fr", "Des réunions régulières sont organisées. Aucune réunion n'est prévue."),
        ("fr", "Le plan Rivages Verts sera bientôt lancé."),
        ("fr", "Au sommet de l'État, on attend. La foire aux questions est longue."),
        ("fr", "Le ministre a répondu en conférence de presse."),
        ("en", "In a press release, the minister said that prices would fall."),
        ("fr", "Le comité de pilotage ne s'est plus réuni depuis 2022."),
        ("en", "The minister said on Tuesday that prices would fall."),
        ("en", "The company launched a new phone in May."),
        ("fr", "Les débats se poursuivront encore vendredi."),
        ("fr", "Le prix du mil a bondi de 12 % le 3 mai."),
        ("en", "Shares of the mill jumped 4 percent on Monday."),
        ("en", "The talks will go on until Friday."),
        ("en", "This story was first published on 3 May."),
        ("fr", "Cet article a été publié pour la première fois le 3 mai."),
        ("en", "The city panel took no action on the levy on Monday."),
        ("en", "Control is the third part, with the opening of two laboratories in Accra."),
        ("en", "Its progress was shown by this month's figures."),
        ("en", "The minister said on Monday that the next committee would look into it."),
        ("en", "With two members joining the panel on 4 May, the work has slowed."),
        ("en", "Meetings are regularly held. The Green Shores plan will soon be launched."),
        ("en", "Half of its targets were met in 2023, and sales began on Monday."),
    ],
)
def test_speech_products_and_undated_wishes_are_no_events(language: str, text: str) -> None:
    assert events(language, text, plans=["Rivages Verts"] if "Rivages Verts" in text else []) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un séminaire sur le riz s'est tenu mardi à Bamako. La rencontre a duré trois jours."),
        ("fr", "Le plan Rivages Verts a été lancé mardi à Lomé. La cérémonie a réuni les maires."),
        ("en", "A seminar on rice was held in Bamako on Tuesday. The event lasted three days."),
        ("en", "The Green Shores plan was launched on Tuesday. Speaking at the ceremony, mayors clapped."),
    ],
)
def test_a_noun_that_points_back_is_the_same_event_told_again(language: str, text: str) -> None:
    (event,) = events(language, text, plans=[n for n in ("Rivages Verts", "Green Shores") if n in text])
    assert len(event.spans) == 2
    assert when(event) == "2024-05-14"


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "fr",
            "Validé lors d'un atelier tenu le 3 mars 2021, il est passé en conseil des ministres le 4 juin 2021.",
            ["2021-03-03", "2021-06-04"],
        ),
        ("en", "The board met on 3 March 2021, and a workshop was held on 4 June 2021.", ["2021-03-03", "2021-06-04"]),
    ],
)
def test_each_event_of_a_sentence_has_the_date_nearest_to_it(language: str, text: str, dates: list[str]) -> None:
    assert [when(event) for event in events(language, text)] == dates


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "Une réunion sur le riz, présidée par Awa Diop, s'est tenue mardi.", "chair"),
        ("fr", "Awa Diop a présidé mardi une réunion sur le riz.", "chair"),
        ("en", "A meeting on rice, chaired by Awa Diop, was held on Tuesday.", "chair"),
        ("en", "A meeting on rice, hosted by Awa Diop, was held on Tuesday.", "host"),
        ("en", "At a meeting on rice on Tuesday, Awa Diop said prices would fall.", "speaker"),
        ("en", "Awa Diop came to a meeting on rice on Tuesday.", "participant"),
    ],
)
def test_participants_have_the_role_that_the_words_beside_them_give(language: str, text: str, role: str) -> None:
    (event,) = events(language, text, actors=["Awa Diop"])
    assert event.participants == [(0, role)]


def test_an_event_abroad_has_the_country_of_its_place() -> None:
    (event,) = events("fr", "Un atelier sur le riz s'est tenu mardi à Accra.", country="SN")
    assert event.country == "GH"


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=100, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "réunion ",
                "meeting ",
                "lancé ",
                "launched ",
                "le ",
                "the ",
                "mardi ",
                "Tuesday ",
                "à Lomé ",
                "in Accra ",
                "of ",
                "de ",
                ", ",
                ". ",
                "\n",
                "(",
                "Forum ",
                "3e ",
                "édition ",
                "signed ",
                "convention ",
                "plan X ",
                "Cabinet ",
                "où ",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_text_gives_events_whose_spans_and_participants_exist(language: str, text: str) -> None:
    for event in events(language, text, plans=["plan X"] if "plan X" in text else [], actors=[]):
        assert event.name
        assert event.spans
        assert all(span.end <= len(text) for span in event.spans)
        assert 0 < event.confidence <= 1
        assert event.date_end is None or event.date_start is None or event.date_start <= event.date_end


@pytest.mark.parametrize(
    ("language", "text", "kind", "date", "place"),
    [
        ("fr", "La ministre a proposé lundi le Pacte des rives.", "presentation", "2024-05-13", None),
        ("fr", "Le ministère mettra en ligne le Pacte des rives le 3 juin.", "presentation", "2024-06-03", None),
        ("fr", "Le Pacte des rives est entré en vigueur en mars.", "launch", "2024-03", None),
        ("fr", "La mise en œuvre du Pacte des rives démarre en juin.", "launch", "2024-06", None),
        ("fr", "Les ministres de l'Eau doivent examiner le texte le 23 mai à Praia.", "meeting", "2024-05-23", "Praia"),
        ("fr", "Le Parlement en débattra en juin.", "meeting", "2024-06", None),
        ("fr", "Une audition publique est prévue le 4 juin.", "meeting", "2024-06-04", None),
        ("fr", "Une première évaluation est prévue en juin 2025.", "other", "2025-06", None),
        ("fr", "La signature, le 8 mai, d'un accord-cadre a rassuré les armateurs.", "signature", "2024-05-08", None),
        ("fr", "La société signait mercredi une convention avec la banque.", "signature", "2024-05-15", None),
        ("fr", "Le préfet a posé la première pierre du lycée de Sokodé samedi.", "other", "2024-05-11", "Sokodé"),
        ("fr", "Un fonds de garantie a été mis en place en mars 2021.", "launch", "2021-03", None),
        ("fr", "Il recevra le comité mardi au siège de la BG, à Lomé.", "meeting", None, "siège de la BG, à Lomé"),
        ("en", "The ministry proposed on Tuesday the Green Shores Compact.", "presentation", "2024-05-14", None),
        ("en", "The Green Shores Compact took effect in March.", "launch", "2024-03", None),
        ("en", "Parliament is expected to debate it in June.", "meeting", "2024-06", None),
        ("en", "Ministers will take up the text on 11 June.", "meeting", "2024-06-11", None),
        ("en", "A first review is scheduled for December 2025.", "other", "2025-12", None),
        ("en", "The inking of a grant agreement took place on Tuesday in Lusaka.", "signature", "2024-05-14", "Lusaka"),
        ("en", "The mayor cut the ribbon of a clinic on Monday.", "launch", "2024-05-13", None),
        ("en", "Work on the dam begins in June.", "launch", "2024-06", None),
        ("en", "The commission handed in its report on Monday.", "presentation", "2024-05-13", None),
        ("en", "The country goes to the polls on 1 August.", "election", "2024-08-01", None),
    ],
)  # fmt: skip
def test_events_are_told_by_many_verbs_and_constructions(
    language: str, text: str, kind: str, date: str | None, place: str | None
) -> None:
    names = [name for name in ("Pacte des rives", "Green Shores Compact") if name in text]
    (event,) = events(language, text, plans=names)
    assert (event.kind, event.place) == (kind, place)
    assert date is None or when(event) == date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Quatorze mois de concertation ont précédé le texte, selon le ministre."),
        ("fr", "Le Centre de conférences Altmark de Lomé est fermé."),
        ("fr", "Sa dernière évaluation remonte à 2019."),
        ("fr", "L'agence, créée en 2016, compte dix bureaux."),
        ("en", "The agency, set up in 1994, has ten offices."),
        ("en", "The last review was in 2019."),
    ],
)
def test_buildings_kinds_of_things_and_backgrounds_are_no_events(language: str, text: str) -> None:
    assert events(language, text) == []


def test_two_verbs_of_a_sentence_have_the_dates_that_follow_them() -> None:
    text = "The Green Shores Compact was finalised in March and tabled on Monday."
    found = events("en", text, plans=["Green Shores Compact"])
    assert [(e.kind, when(e)) for e in found] == [("other", "2024-03"), ("presentation", "2024-05-13")]


def test_what_a_meeting_is_for_is_told_with_it() -> None:
    text = "Le ministre doit rencontrer les maires à Lomé le 23 mai pour signer une convention."
    (event,) = events("fr", text)
    assert (event.kind, event.place) == ("meeting", "Lomé")


def test_a_name_behind_an_event_and_a_preposition_is_its_venue() -> None:
    (event,) = events("fr", "Prochain rendez-vous : réunion publique le jeudi 23 mai au Forum Altmark.")
    assert (event.kind, event.place) == ("meeting", "Forum Altmark")


@pytest.mark.parametrize(
    ("language", "text", "kind", "date", "place"),
    [
        (
            "fr",
            "La salle du Palais des sports de Kara était comble, mardi. Le ministre a lancé le Plan Rizière.",
            "launch",
            "2024-05-14",
            "Palais des sports de Kara",
        ),
        ("fr", "Kara accueille le 3 juin un forum sur le riz.", "conference", "2024-06-03", "Kara"),
        (
            "fr",
            "Le ministre a présenté mardi aux planteurs réunis au marché central de Kouroufing le Plan Rizière.",
            "presentation",
            "2024-05-14",
            "marché central de Kouroufing",
        ),
        (
            "fr",
            "La Semaine du livre dans les Andes, ouverte lundi à Lima, attire du monde.",
            "other",
            "2024-05-13",
            "Lima",
        ),
        ("fr", "Un premier point d'étape aura lieu à Thiès le 3 juin.", "meeting", "2024-06-03", "Thiès"),
        (
            "en",
            "The Plan Paddy was unveiled in Accra on Tuesday. The minister launched the document at the Gold Hotel.",
            "launch",
            "2024-05-14",
            "Gold Hotel",
        ),
        ("en", "ACCRA, May 16 - The ministry on Tuesday launched the Plan Paddy.", "launch", "2024-05-14", "ACCRA"),
        (
            "fr",
            "Berne, 15.05.2024 - Les soins coûtent cher. C'est ce que doit changer le Plan Rizière, adopté mercredi.",
            "other",
            "2024-05-15",
            "Berne",
        ),
    ],
)
def test_scenes_hosts_venues_and_datelines_say_where_and_when(
    language: str, text: str, kind: str, date: str, place: str
) -> None:
    event = events(language, text, plans=[name for name in ("Plan Rizière", "Plan Paddy") if name in text])[0]
    assert (event.kind, when(event), event.place) == (kind, date, place)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Plan Paddy, running to 2032, sets out to double yields."),
        ("en", "The Plan Paddy has begun. \nPublished in The Daily Furrow, May 16th, 2024"),
        ("en", "The Plan Paddy was endorsed by growers in 2019."),
        ("fr", "Le stade Bakary-Débat sera rénové en juin."),
    ],
)
def test_aims_notes_on_the_article_and_old_adoptions_are_no_events(language: str, text: str) -> None:
    assert events(language, text, plans=["Plan Paddy"] if "Paddy" in text else None) == []


def test_what_a_body_decides_on_is_no_event_of_its_own() -> None:
    found = events("en", "The Cabinet on Monday approved the launch of the Plan Paddy.", plans=["Plan Paddy"])
    assert [(e.kind, when(e)) for e in found] == [("meeting", "2024-05-13")]


def test_a_town_says_where_before_the_country_that_a_meeting_is_about() -> None:
    (found,) = events("fr", "La réunion sur la situation au Togo s'est tenue lundi à Paris.")
    assert found.place == "Paris"


def test_the_day_of_a_draft_is_not_that_of_the_plan_it_was_for() -> None:
    text = "Réuni lundi, le conseil a donné son feu vert au Plan Rizière, dont la mouture avait été votée le 3 mai."
    found = events("fr", text, plans=["Plan Rizière"])
    assert [when(e) for e in found] == ["2024-05-13", "2024-05-03"]


def test_a_bodys_decision_and_the_meeting_that_took_it_are_one_event() -> None:
    text = "The Steering Committee approved the Plan Paddy on Monday. It was decided at a meeting of the committee."
    assert [(e.kind, when(e)) for e in events("en", text, plans=["Plan Paddy"])] == [("meeting", "2024-05-13")]


def test_a_plan_made_public_at_a_conference_makes_two_events_of_one_day_and_place() -> None:
    text = "The Plan Paddy was launched on Tuesday. It was announced at the first Rice Forum, held at the Gold Hotel."
    found = events("en", text, plans=["Plan Paddy"])
    assert [(e.kind, when(e), e.place) for e in found] == [
        ("launch", "2024-05-14", "Gold Hotel"),
        ("conference", "2024-05-14", "Gold Hotel"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le président de la Chambre des mines, Paul Adou, a été réélu le 3 mai."),
        ("en", "The chair of the Growers Union, Ann Otto, was re-elected on 3 May."),
    ],
)
def test_who_holds_an_office_is_reelected(language: str, text: str) -> None:
    (event,) = events(language, text, actors=["Paul Adou" if language == "fr" else "Ann Otto"])
    assert (event.kind, when(event)) == ("election", "2024-05-03")


@pytest.mark.parametrize(
    ("language", "text", "kind", "date", "place"),
    [
        (
            "fr",
            "Les premiers tracteurs seront remis aux éleveurs le 3 juin à Kara.",
            "other",
            "2024-06-03",
            "Kara",
        ),
        ("fr", "Les premières classes seront accueillies le 3 juin à Kara.", "launch", "2024-06-03", "Kara"),
        ("fr", "La caravane de sensibilisation parcourra le nord du 20 au 25 mai.", "visit", "2024-05-20", None),
        ("fr", "Le texte sera examiné le 28 mai par l'Assemblée nationale.", "meeting", "2024-05-28", None),
        ("fr", "Les autobus électriques entreront en service à Kara en juillet.", "launch", "2024-07", "Kara"),
        ("fr", "Une lettre d'intention a été échangée le 7 mai à Lomé.", "signature", "2024-05-07", "Lomé"),
        ("fr", "En visite mardi à Kara, le ministre a écouté les planteurs.", "visit", "2024-05-14", "Kara"),
        ("fr", "La ministre a levé lundi le voile sur le Plan Rizière.", "presentation", "2024-05-13", None),
        (
            "fr",
            "S'exprimant mardi lors d'une visioconférence avec les préfets, il a promis de l'eau.",
            "meeting",
            "2024-05-14",
            None,
        ),
        (
            "fr",
            "Une mise à jour publique est prévue deux fois par an, la première en septembre.",
            "other",
            "2024-09",
            None,
        ),
        ("en", "The first meters will be fitted in Accra on June 3.", "launch", "2024-06-03", "Accra"),
        (
            "en",
            "The minister will appear before the Riksdag's energy committee on May 28.",
            "meeting",
            "2024-05-28",
            None,
        ),
        ("en", "The bill will be debated by parliament in June.", "meeting", "2024-06", None),
        ("en", "The first deliveries under the new rules are due on June 3.", "launch", "2024-06-03", None),
        (
            "en",
            "The board, which sat for the first time on 7 May in Accra, wants more.",
            "meeting",
            "2024-05-07",
            "Accra",
        ),
        ("en", "Voting is set for June 12.", "election", "2024-06-12", None),
        ("en", "Warm Homes, Fair Bills was launched in Accra on Monday.", "launch", "2024-05-13", "Accra"),
        ("en", "The depot opened its doors in Accra in January 2023.", "launch", "2023-01", "Accra"),
        (
            "en",
            "It will feature at the Rice Congress, which Accra hosts from 10 June.",
            "conference",
            "2024-06-10",
            "Accra",
        ),
        ("en", "The minister had announced the Plan Paddy on 3 April.", "announcement", "2024-04-03", None),
        ("fr", "Le collectif Rives Vivantes avait rassemblé des riverains le 3 avril.", "other", "2024-04-03", None),
        ("fr", "Le code minier, adopté en mars 2021, sera revu.", "other", "2021-03", None),
        ("fr", "Mme Sow doit témoigner devant la commission mixte le 4 juin.", "meeting", "2024-06-04", None),
        ("en", "The cannery ceased production in June 2015.", "other", "2015-06", None),
        ("en", "Mr Osei is to appear before the House of Commons on 4 June.", "meeting", "2024-06-04", None),
        ("en", "The Act was amended in March 2021 after a dispute.", "other", "2021-03", None),
        ("en", "A new depot will open in Accra in 2027.", "launch", "2027", "Accra"),
        (
            "en",
            "Appearing before the committee on Monday, she tabled the Plan Paddy.",
            "presentation",
            "2024-05-13",
            None,
        ),
        ("fr", "Auditionné lundi en commission, il a présenté le Plan Rizière.", "presentation", "2024-05-13", None),
        ("en", "The audit was in a report submitted to the National Assembly on 3 May.", "other", "2024-05-03", None),
        ("en", "The Rice Fund was wound up in March 2021.", "other", "2021-03", None),
        ("fr", "Le gouvernement a approuvé lundi le Plan Rizière.", "meeting", "2024-05-13", None),
        ("fr", "Le pays s'est doté lundi du Plan Rizière.", "launch", "2024-05-13", None),
        ("fr", "Un nouveau dépôt ouvrira à Kara en 2027.", "launch", "2027", "Kara"),
        ("en", "Consultation closes on 30 May.", "other", "2024-05-30", None),
        ("en", "Stalls were burnt before the roll-out in Accra on 20 May.", "launch", "2024-05-20", "Accra"),
    ],
)
def test_dated_clauses_bodies_and_services_tell_events(
    language: str, text: str, kind: str, date: str, place: str | None
) -> None:
    plans = [name for name in ("Plan Rizière", "Plan Paddy") if name in text]
    found = events(language, text, plans=plans)
    assert [(e.kind, when(e), e.place) for e in found] == [(kind, date, place)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "L'atelier se tiendra à Kara le 3 juin puis à Lomé le 6 juin.",
            [("2024-06-03", "Kara"), ("2024-06-06", "Lomé")],
        ),
        (
            "fr",
            "Trois ateliers se tiendront : à Kara le 3 juin, à Lomé le 6 juin et à Cotonou le 9 juin.",
            [("2024-06-03", "Kara"), ("2024-06-06", "Lomé"), ("2024-06-09", "Cotonou")],
        ),
        (
            "en",
            "It will be the subject of public hearings in Accra on June 3 and in Kumasi on June 10.",
            [("2024-06-03", "Accra"), ("2024-06-10", "Kumasi")],
        ),
    ],
)
def test_an_event_held_in_several_towns_is_several(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(when(e), e.place) for e in events(language, text)] == expected


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le ministre a lancé mardi le Plan Rizière à Kara. Peu avant, il avait reçu les maires.", "meeting"),
        (
            "en",
            "The minister launched the Plan Paddy in Accra on Tuesday. She later cut the ribbon on a mill.",
            "launch",
        ),
        (
            "en",
            "The minister launched the Plan Paddy in Accra on Tuesday. She opened a mill earlier in the day.",
            "launch",
        ),
    ],
)
def test_what_came_before_or_after_is_of_the_same_day(language: str, text: str, kind: str) -> None:
    found = events(language, text, plans=["Plan Rizière", "Plan Paddy"][language == "en" :][:1])
    assert [(e.kind, when(e)) for e in found[1:]] == [(kind, "2024-05-14")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Au 31 mars, 45 navires étaient enregistrés."),
        ("fr", "Quatorze cantons seulement proposent aujourd'hui un programme de dépistage."),
        ("fr", "Le délai d'accès à un premier rendez-vous, aujourd'hui de 67 jours, sera réduit."),
        ("fr", "Le maire a reçu mardi le prix de la ville."),
        ("fr", "Les prix ont bondi de 12 % en avril."),
        ("fr", "La consommation avait atteint un sommet historique."),
        ("en", "The list stood at 400 households at the end of March."),
        ("en", "Some 1,200 farms were counted on 3 May."),
        ("en", "The rupee closed at 83 on Wednesday."),
        ("en", "The line was completed in March."),
        ("en", "She sat on the advisory group until May."),
    ],
)
def test_figures_states_and_prizes_of_a_day_are_no_events(language: str, text: str) -> None:
    assert events(language, text) == []


def test_a_body_set_to_work_tells_the_news_where_it_met() -> None:
    text = "Réuni depuis le matin à Kara, l'exécutif régional a présenté ce mardi le Plan Rizière."
    (event,) = events("fr", text, plans=["Plan Rizière"])
    assert (event.kind, when(event), event.place) == ("presentation", "2024-05-14", "Kara")


def test_the_day_behind_a_past_event_is_not_its_own() -> None:
    text = "Au lendemain du sommet de Kara, le président a reçu lundi à Lomé une délégation de planteurs."
    found = events("fr", text)
    assert [(e.kind, when(e), e.place) for e in found] == [
        ("conference", "2024-05-12", "Kara"),
        ("meeting", "2024-05-13", "Lomé"),
    ]


def test_the_quote_of_a_verb_reaches_its_day_and_place() -> None:
    text = "The Plan Paddy was launched in Accra on Tuesday, amid rain."
    (event,) = events("en", text, plans=["Plan Paddy"])
    assert event.spans[0].of(text) == "Plan Paddy was launched in Accra on Tuesday"


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "La convention a été signée lundi à la Maison de l'artisan, à Kara.", "Maison de l'artisan, à Kara"),
        (
            "fr",
            "Un forum s'est tenu lundi au Centre des arts et de la scène de Kara.",
            "Centre des arts et de la scène de Kara",
        ),
        (
            "en",
            "A forum was held on Monday at the Lake Trade and Convention Centre.",
            "Lake Trade and Convention Centre",
        ),
    ],
)
def test_venues_keep_what_their_names_join(language: str, text: str, place: str) -> None:
    assert [e.place for e in events(language, text)] == [place]


@pytest.mark.parametrize(
    ("language", "text", "kind", "date"),
    [
        ("fr", "Les dockers ont débrayé mardi à Kara.", "other", "2024-05-14"),
        ("fr", "Un sit-in s'est tenu le 3 mai devant la mairie.", "other", "2024-05-03"),
        ("fr", "Le tribunal de commerce a annulé lundi la redevance portuaire.", "other", "2024-05-13"),
        ("fr", "Le juge des référés a suspendu le 9 mai le permis de la carrière.", "other", "2024-05-09"),
        ("fr", "Le séisme du 4 mars 2019 a détruit le marché.", "other", "2019-03-04"),
        ("fr", "Au recensement de 2021, la ville comptait 40 000 habitants.", "other", "2021"),
        ("fr", "La pétition a été remise lundi au préfet.", "other", "2024-05-13"),
        ("en", "Dockers walked out on Tuesday in Kumasi.", "other", "2024-05-14"),
        ("en", "Market women staged a sit-in on 3 May.", "other", "2024-05-03"),
        ("en", "The High Court on Monday struck down the port levy.", "other", "2024-05-13"),
        ("en", "The tribunal will deliver its ruling on 12 June.", "other", "2024-06-12"),
        ("en", "The 4 March 2019 earthquake flattened the market.", "other", "2019-03-04"),
        ("en", "At the 2021 census the town had 40,000 people.", "other", "2021"),
        ("en", "The export ban, imposed by the ministry on 5 December 2013, stands.", "other", "2013-12-05"),
        ("en", "The lake ferry went live in January.", "launch", "2024-01"),
    ],
)
def test_protests_rulings_disasters_and_censuses_are_events(language: str, text: str, kind: str, date: str) -> None:
    assert [(e.kind, when(e)) for e in events(language, text)] == [(kind, date)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les agents étaient encore en grève lundi."),
        ("fr", "Le collectif réclame un débat à l'Assemblée nationale."),
        ("fr", "Une tribune publiée lundi critique le Plan Rizière."),
        ("fr", "L'inondation reste le premier risque du littoral."),
        ("fr", "Semaine du 6 au 12 mai."),
        ("en", "Crews were still on strike on Monday."),
        ("en", "Growers called for a summit in Accra."),
        ("en", "Flood control takes a third of the budget."),
    ],
)
def test_states_wishes_and_opinions_are_no_events(language: str, text: str) -> None:
    assert events(language, text, plans=[p for p in ["Plan Rizière"] if p in text]) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Les députés ont adopté jeudi le Plan Rizière par 40 voix contre 12.", "other"),
        ("fr", "Le Sénat a rejeté mardi le Plan Rizière.", "other"),
        ("fr", "Le conseil des ministres a adopté mardi le Plan Rizière.", "meeting"),
        ("fr", "La Cour des comptes a publié mardi un rapport sévère sur le Plan Rizière.", "presentation"),
        ("fr", "La députée a déposé mardi une motion contre le Plan Rizière.", "other"),
        ("en", "The county council approved the Plan Rizière on Tuesday.", "assembly"),
        ("en", "Lawmakers rejected the Plan Rizière on Tuesday.", "other"),
        ("en", "The cabinet approved the Plan Rizière on Tuesday.", "meeting"),
        ("en", "The ministry put out its Plan Rizière on Tuesday.", "presentation"),
        ("en", "The union replied on 3 May with a paper of its own, the Plan Rizière.", "presentation"),
    ],
)
def test_votes_reports_and_motions_about_a_plan(language: str, text: str, kind: str) -> None:
    (event,) = events(language, text, plans=["Plan Rizière"])
    assert (event.kind, event.plan) == (kind, 0)


def test_a_report_is_named_where_it_stands_apart_from_the_plan() -> None:
    text = "The inspectors' report, released on Tuesday, is harsh on the Plan Paddy."
    (event,) = events("en", text, plans=["Plan Paddy"])
    assert (event.name, event.plan) == ("inspectors' report, released", 0)


@pytest.mark.parametrize(
    ("language", "text", "place", "country"),
    [
        ("fr", "Un rassemblement est prévu lundi à 14 heures, place Jean-Moulin.", "place Jean-Moulin", "FR"),
        ("fr", "Une mission de la banque est attendue à Moundou.", "Moundou", "TD"),
        ("en", "The panel will meet in Salem on 4 June.", "Salem", "US"),
        ("en", "Nurses marched to the Office of the Governor on Tuesday.", "Office of the Governor", "GH"),
    ],
)
def test_squares_awaited_visits_and_towns_at_home(language: str, text: str, place: str, country: str) -> None:
    (event,) = events(language, text, country=country)
    assert (event.place, event.country) == (place, country)


def test_what_comes_back_has_no_day_of_what_was_told_before() -> None:
    text = "The bank will open a desk in June and is to publish a scorecard every six months."
    assert [(e.kind, when(e)) for e in events("en", text)] == [("launch", "2024-06")]


def test_a_noun_calls_the_plan_of_its_kind() -> None:
    text = "The Harbour Compact follows the Tidal Plan. The plan, launched in March 2021, ran dry."
    (event,) = events("en", text, plans=["Harbour Compact", "Tidal Plan"])
    assert event.plan == 1


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "Le ministre a lancé mardi le Plan Rizière.", ["launch"]),
        ("fr", "Devant la presse, lundi, l'exécutif a levé le voile sur une nouvelle mouture.", ["presentation"]),
        ("fr", "Réuni le 6 juin à Lomé, le conseil de cabinet a validé le texte.", ["meeting"]),
        ("en", "The Plan Rizière was launched by the minister on Friday.", ["launch"]),
        ("en", "Ministers met in Accra on Tuesday and Wednesday.", ["meeting"]),
        ("en", "The board met on Tuesday. The council will meet again on Friday.", ["meeting", "meeting"]),
    ],
)
def test_a_day_tells_an_event_where_no_publication_dates_it(language: str, text: str, kinds: list[str]) -> None:
    found = events(language, text, plans=["Plan Rizière"] if "Plan" in text else [], published=None)
    assert [(e.kind, e.date_start, e.date_precision) for e in found] == [(kind, None, None) for kind in kinds]


@pytest.mark.parametrize(
    ("language", "text", "kind", "name"),
    [
        ("fr", "Au Palais de Kara, où s'est tenue, mardi, une session d'écoute.", "meeting", "session d'écoute"),
        ("fr", "Il l'a dit le 3 mai, dans son message à la Nation.", "announcement", "message à la Nation"),
        ("fr", "C'est mardi que l'exécutif a dévoilé les grandes lignes du paquet.", "presentation", None),
        ("fr", "Mardi, le chef de l'État s'est vu remettre le Plan Rizière.", "presentation", None),
        ("fr", "Le ministre a répondu mardi lors d'une conférence de presse.", "conference", "conférence de presse"),
        ("en", "She told a press conference in Accra that prices would fall.", "conference", "press conference"),
        ("en", "The cabinet, with the premier in the chair, took several decisions on Tuesday.", "meeting", None),
    ],
)
def test_sessions_addresses_press_conferences_and_what_is_unveiled(
    language: str, text: str, kind: str, name: str | None
) -> None:
    (event,) = events(language, text, plans=["Plan Rizière"] if "Plan" in text else [])
    assert event.kind == kind
    assert name is None or event.name == name


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The government has launched the Plan Paddy. It runs for ten years.", "launch"),
        ("en", "Cabinet has endorsed the Plan Paddy, a text of forty pages.", "meeting"),
        ("fr", "Les députés ont voté à l'unanimité le Plan Rizière.", "other"),
        ("fr", "Le ministre a ouvert de façon officielle la campagne de promotion du Plan Rizière.", "launch"),
        ("fr", "Le ministre a récemment signé un mémorandum avec la banque.", "signature"),
        ("fr", "Les élus viennent enfin de voter le Plan Rizière.", "assembly"),
        ("en", "Stakeholders gathered in Multan to validate the Plan Paddy.", "meeting"),
        ("en", "The minister said this at the opening of a three-day workshop on rice in Kano.", "meeting"),
        ("en", "In a briefing to the Portfolio Committee on Trade, the director reported on jobs.", "meeting"),
        ("en", "The committee resolved that a workshop would be held.", "meeting"),
        ("fr", "Le ministère a organisé une rencontre d'échanges avec les éleveurs.", "meeting"),
        ("en", "The Plan Paddy was the subject of a validation workshop attended by 80 growers.", "meeting"),
        ("en", "The two banks have signed a financing agreement for the Plan Paddy.", "signature"),
        ("fr", "Le préfet a procédé au lancement officiel du Plan Rizière.", "launch"),
        ("fr", "Les travaux de la revue annuelle du Plan Rizière se sont ouverts lundi.", "meeting"),
        ("fr", "Lors du lancement, le maire pressait les jeunes de planter.", "launch"),
    ],
)
def test_what_is_told_as_done_is_an_event_without_a_day(language: str, text: str, kind: str) -> None:
    plans = [name for name in ("Plan Paddy", "Plan Rizière") if name in text]
    found = events(language, text, plans=plans, published=None)
    assert [(e.kind, e.date_start) for e in found] == [(kind, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since the Plan Paddy was launched, 300 wells have been dug."),
        ("en", "Critics said that the Plan Paddy was presented too late."),
        ("en", "Workshops will be held in every district under the Plan Paddy."),
        ("en", "If money does not come for the keys to be handed over in March 2032, the Plan Paddy will stall."),
        ("en", "Donors met the costs of the Plan Paddy, and farmers met targets in 2023."),
        ("en", "The Plan Paddy grew out of several workshops."),
        ("fr", "Depuis que le Plan Rizière a été lancé, 300 puits ont été forés."),
        ("fr", "Le Plan Rizière prévoit des ateliers et des réunions. Les comités se réunissent chaque mois."),
        ("fr", "Si le Plan Rizière est adopté, les éleveurs partiront."),
        ("fr", "Le Plan Rizière a, au 31 décembre 2023, coûté cher, selon un bilan adopté au Sénat."),
    ],
)
def test_habits_conditions_and_background_are_no_events(language: str, text: str) -> None:
    plans = [name for name in ("Plan Paddy", "Plan Rizière") if name in text]
    assert events(language, text, plans=plans) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Un séminaire sur le riz s'est tenu du 3 au 5 mai à Kara. Au sortir du séminaire, chacun était las."),
        ("fr", "Mardi, le coup d'envoi du Plan Rizière a été donné, à la faveur d'une cérémonie."),
        ("fr", "Reçue mardi au palais, la délégation a exposé le Plan Rizière au président."),
        ("en", "On Tuesday she presented the Plan Paddy, bold and green, to the 10th meeting of the board."),
        ("en", "She unveiled the Plan Paddy on Tuesday. In a press conference at the port, she gave figures."),
        ("en", "A consultation on the Plan Paddy got under way here on Monday."),
        ("en", "The Plan Paddy will be launched on Friday. The double launch is due to be held in Kano."),
    ],
)
def test_one_occasion_told_in_two_ways_is_one_event(language: str, text: str) -> None:
    plans = [name for name in ("Plan Paddy", "Plan Rizière") if name in text]
    assert len(events(language, text, plans=plans)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An investment in housing was announced on Tuesday by the government."),
        ("fr", "Le ministre a annoncé mardi à la Chambre des conseillers un plan massif pour l'hôpital."),
    ],
)
def test_announcements_of_what_has_no_name(language: str, text: str) -> None:
    (event,) = events(language, text)
    assert (event.kind, when(event)) == ("announcement", "2024-05-14")


def test_a_year_that_is_the_point_tells_when_a_decision_fell() -> None:
    (event,) = events("fr", "C'est en 2020 que les dirigeants ont donné leur aval au Plan Rizière.", ["Plan Rizière"])
    assert when(event) == "2020"


def test_an_event_is_of_the_plan_that_its_passage_is_about() -> None:
    text = (
        "The Harbour Compact was launched on Monday.\n"
        "A bank is paying for a companion, the Tidal Plan. The loan was signed in Kingston in June 2021."
    )
    found = {e.kind: e.plan for e in events("en", text, plans=["Harbour Compact", "Tidal Plan"])}
    assert found["signature"] == 1


@pytest.mark.parametrize(
    ("language", "text", "kind", "name", "date", "place"),
    [
        ("en", "The next session of the Mill Board, created in 2021, will take place on June 14.", "meeting",
         "next session of the Mill Board", "2024-06-14", None),
        ("fr", "Le colloque des meuniers, dont l'idée remonte à 2019, s'ouvrira le 3 juin à Kara.", "conference",
         "colloque des meuniers", "2024-06-03", "Kara"),
        ("en", "The text drew on village meetings, the last of which took place in March in Kumasi.", "meeting",
         "village meetings", "2024-03", "Kumasi"),
        ("fr", "Le texte doit beaucoup à des ateliers locaux, dont le dernier s'est tenu en mars à Kara.", "meeting",
         "ateliers locaux", "2024-03", "Kara"),
        ("en", "The idea came from Blue Harvest, staged in Kumasi in March.", "conference", "Blue Harvest", "2024-03",
         "Kumasi"),
        ("fr", "Le prochain Terra Moulins se tiendra à Kara du 7 au 9 juin.", "conference", "Terra Moulins",
         "2024-06-07", "Kara"),
        ("fr", "La ministre sera mardi devant le comité de l'eau.", "meeting", "devant le comité de l'eau",
         "2024-05-21", None),
        ("en", "She will be in Kumasi on Monday to defend the mills.", "visit", "be in Kumasi", "2024-05-20", "Kumasi"),
        ("fr", "Les deux villes se sont entendues le 9 mai à Kara sur un tarif.", "signature",
         "Les deux villes se sont entendues", "2024-05-09", "Kara"),
        ("fr", "Inaugurée le 2 mai à Kara, la minoterie du port emploie des jeunes.", "launch",
         "minoterie du port Inaugurée", "2024-05-02", "Kara"),
        ("en", "The word came from Kumasi, in the hills, where millers held a workshop on grain on Monday.", "meeting",
         "workshop on grain", "2024-05-13", "Kumasi"),
        ("fr", "Les travaux du comité de suivi se sont achevés mardi à Kara.", "meeting", "travaux du comité de suivi",
         "2024-05-14", "Kara"),
        ("en", "The Grain Committee was told on Tuesday that nothing had moved.", "meeting",
         "Grain Committee told", "2024-05-14", None),
        ("fr", "La salle du Palais des sports était comble mardi pour l'évaluation du programme.", "meeting",
         "évaluation du programme", "2024-05-14", "Palais des sports"),
    ],
)  # fmt: skip
def test_what_takes_place_is_an_event_whatever_says_so(
    language: str, text: str, kind: str, name: str, date: str, place: str | None
) -> None:
    (event,) = events(language, text)
    assert (event.kind, event.name, when(event), event.place) == (kind, name, date, place)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill forum opened in Kumasi on Monday. The forum itself ends on Thursday."),
        ("fr", "Le colloque des meuniers s'est ouvert lundi à Kara. Le colloque prend fin jeudi."),
        ("en", "The mill forum opened in Kumasi on Monday. It runs a shop. The forum wraps up on Friday."),
    ],
)
def test_the_last_day_of_an_event_is_not_another_event(language: str, text: str) -> None:
    (event,) = events(language, text)
    assert when(event) == "2024-05-13"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Un plan est une promesse », a lancé lundi le maire de Kara."),
        ("en", "A mill strategy, announced for 2026, will follow."),
        ("fr", "Une stratégie des moulins, annoncée pour 2026, suivra."),
        ("en", "The miller told the audience on Monday that grain was dear."),
    ],
)
def test_quoted_words_promises_and_audiences_are_no_events(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "plan"),
    [
        ("en", "The Plan Paddy was launched in Kumasi on the eve of the mill forum, which opens in Accra today.",
         "Plan Paddy"),
        ("fr", "Le Plan Paddy a été lancé mardi à Kara, à la veille ou presque du salon des moulins.", "Plan Paddy"),
    ],
)  # fmt: skip
def test_the_eve_of_an_occasion_is_not_its_day(language: str, text: str, plan: str) -> None:
    found = events(language, text, plans=[plan])
    launch = next(e for e in found if e.kind == "launch")
    others = [when(e) for e in found if e is not launch]
    assert launch.place in ("Kumasi", "Kara")
    assert when(launch) not in others


def test_the_news_takes_the_venue_that_the_next_sentence_names() -> None:
    text = "Le Plan Paddy a été remis lundi au maire. La remise a eu pour cadre le palais des Rives."
    (event,) = events("fr", text, plans=["Plan Paddy"])
    assert (when(event), event.place) == ("2024-05-13", "palais des Rives")


def test_a_plan_is_shown_though_a_council_adopted_it_the_same_day() -> None:
    text = "La ministre a choisi Kara, mardi, pour présenter le Plan Paddy, adopté le même jour par le conseil."
    kinds = [e.kind for e in events("fr", text, plans=["Plan Paddy"])]
    assert "presentation" in kinds


@pytest.mark.parametrize(
    ("language", "text", "plans"),
    [
        (
            "en",
            "The Disability Plan gives way to the Inclusion Compact. The plan, launched on December 3, 2021, failed.",
            ["Inclusion Compact", "Disability Plan"],
        ),
        (
            "fr",
            "La Stratégie Lagunes cède la place au Pacte des rivages. La stratégie, lancée le 3 décembre 2021, finit.",
            ["Pacte des rivages", "Stratégie Lagunes"],
        ),
    ],
)
def test_the_noun_for_a_plan_calls_the_one_whose_name_has_it(language: str, text: str, plans: list[str]) -> None:
    event = next(e for e in events(language, text, plans=plans) if when(e) == "2021-12-03")
    assert (event.kind, event.plan) == ("launch", 1)


@pytest.mark.parametrize(
    ("language", "text", "kind", "date"),
    [
        ("en", "The Seed Plan, which costs a million a year, came out on May 3.", "presentation", "2024-05-03"),
        ("en", "The fee was cut. The Seed Plan followed on May 3.", "presentation", "2024-05-03"),
        ("en", "She likes her Seed Plan. The latter, made public on May 3, is thin.", "presentation", "2024-05-03"),
        ("fr", "Le maire aime son Plan Semis. Ce dernier, dévoilé le 3 mai, est mince.", "presentation", "2024-05-03"),
        ("fr", "Le Plan Semis, qui coûte un million, est sorti le 3 mai.", "presentation", "2024-05-03"),
        ("en", "The new dairy, with room for ninety cows, opens only in September.", "launch", "2024-09"),
        ("en", "A team from the Ports Union and the Rice Board is due in Accra on June 4.", "visit", "2024-06-04"),
        ("fr", "Une équipe de la chambre des ports, bien menée, est attendue à Lomé le 4 juin.", "visit", "2024-06-04"),
        ("en", "The trade committee is due to question the minister on June 4.", "meeting", "2024-06-04"),
        ("fr", "Le barrage tourne depuis sa mise en service, le 3 mai 2023.", "launch", "2023-05-03"),
        ("fr", "La phase pilote, payée par la ville, a démarré en avril à Lomé.", "launch", "2024-04"),
        ("fr", "Elle a été portée à la présidence du syndicat le 3 mai.", "election", "2024-05-03"),
    ],
)  # fmt: skip
def test_an_event_is_told_whatever_stands_between_its_words(language: str, text: str, kind: str, date: str) -> None:
    found = events(language, text, plans=[p for p in ("Seed Plan", "Plan Semis") if p in text])
    assert (kind, date) in [(e.kind, when(e)) for e in found]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Mardi, à la mairie de Lomé, on se pressait. Le préfet y a présenté le Plan Semis.", "Lomé"),
        ("fr", "Il a lancé le Plan Semis à Lomé en mars. La même ville accueillera un forum du riz en juin.", "Lomé"),
        ("en", "She launched the Seed Plan in Accra in March. The same city will host a rice forum in June.", "Accra"),
        ("en", "He met farmers in Accra on Tuesday. He presented the Seed Plan there, in a hurry.", "Accra"),
    ],
)
def test_a_word_for_a_place_stands_for_the_one_told_before(language: str, text: str, place: str) -> None:
    found = events(language, text, plans=[p for p in ("Seed Plan", "Plan Semis") if p in text])
    assert found[-1].place == place


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "Le séisme du 3 mai a frappé la vallée, dans la presqu'île du Sud.", ["presqu'île du Sud"]),
        ("en", "He launched the Seed Plan on Tuesday at Volta District headquarters.", ["Volta District headquarters"]),
    ],
)
def test_a_place_keeps_the_noun_that_makes_it_one(language: str, text: str, places: list[str]) -> None:
    assert [e.place for e in events(language, text, plans=[p for p in ("Seed Plan",) if p in text])] == places


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The land has no elected president since the storm."),
        ("en", "The newly elected mayor spoke on Monday."),
        ("fr", "Ada Bo, qui préside le Conseil national du riz, a souri."),
    ],
)
def test_what_somebody_is_tells_no_event(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "At a ceremony held on Friday in Accra, the board and the bank signed a loan.", ["signature"]),
        ("fr", "Prochain rendez-vous en juin à Lomé, où se tiendra un premier forum du riz.", ["conference"]),
        ("en", "The Seed Plan was launched yesterday. Yesterday's event drew a crowd.", ["launch"]),
    ],
)
def test_an_occasion_is_not_told_beside_what_it_is_for(language: str, text: str, kinds: list[str]) -> None:
    assert [e.kind for e in events(language, text, plans=[p for p in ("Seed Plan",) if p in text])] == kinds


def test_a_published_plan_whose_launch_is_told_later_was_launched() -> None:
    text = "The Seed Plan was published on Tuesday. It rains. The launch took place at the Harbour Hall in Accra."
    (event,) = events("en", text, plans=["Seed Plan"])
    assert (event.kind, event.place) == ("launch", "Harbour Hall in Accra")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A two-day rice forum in Accra came to a close on Tuesday. The forum, opened on Monday, drew farmers."),
        (
            "fr",
            "Un forum du riz s'est achevé mardi à Lomé. Le forum, ouvert lundi par le maire, a réuni des bailleurs.",
        ),
    ],
)
def test_an_event_told_first_by_its_end_has_its_first_day(language: str, text: str) -> None:
    assert [when(e) for e in events(language, text)] == ["2024-05-13"]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "It is Kumasi that will host the Rice Forum on May 21 for Ghana's millers.", "Kumasi"),
        ("en", "In June, Kumasi is to welcome the third Rice Forum.", "Kumasi"),
        ("en", "The third Rice Forum, hosted by Kumasi, opened on Monday.", "Kumasi"),
        ("en", "It rained, but Kumasi's rice summit closed on Tuesday.", "Kumasi"),
        ("en", "It rained, but the Kumasi Rice Dialogue closed on Tuesday.", "Kumasi"),
        ("en", "A rice workshop was held on Tuesday in Accra's Hotel Baobab.", "Hotel Baobab"),
        ("en", "A rice workshop was held on Tuesday at the Baobab in Accra.", "Baobab in Accra"),
        ("en", "A rice workshop was held at the Volta Beach Hotel on the eve of the harvest.", "Volta Beach Hotel"),
        ("fr", "Du 13 au 15 mai, Lomé a accueilli les premières Journées du riz.", "Lomé"),
        ("fr", "La semaine prochaine, c'est Lomé qui abritera le Salon du riz.", "Lomé"),
        ("fr", "Le Salon du riz, accueilli par Lomé, s'est ouvert lundi.", "Lomé"),
        ("fr", "Lomé vivra en juin son premier Salon du riz.", "Lomé"),
        ("fr", "Le forum du riz s'est ouvert lundi au palais des congrès Tano-Kra.", "palais des congrès Tano-Kra"),
        ("fr", "Le ministre a posé lundi la première pierre de la rizerie de Tanokra.", "Tanokra"),
    ],
)
def test_towns_and_venues_that_no_preposition_leads_to(language: str, text: str, place: str) -> None:
    assert [e.place for e in events(language, text, country="GH" if language == "en" else "TG")] == [place]


def test_the_town_that_somebody_is_back_from_is_not_where_the_news_is() -> None:
    text = "De retour de Lomé, où il a signé un accord, le ministre a présidé lundi à Kara le lancement du Plan Semis."
    assert [e.place for e in events("fr", text, plans=["Plan Semis"]) if e.kind == "launch"] == ["Kara"]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "A rice summit in Accra wrapped up on Tuesday.", "2024-05"),
        ("en", "The Rice Week in Accra, which wraps up on Friday, drew farmers.", "2024-05"),
        ("en", "The Seed Plan has changed since June 2022, when it was unveiled in Accra.", "2022-06"),
        ("en", "A public consultation drew farmers in Accra between October and December 2022.", "2022-10"),
        ("en", "The loan was signed in Accra on 3 May, and a rice forum opened a week later.", "2024-05-10"),
        ("en", "A rice forum took place in Accra on the last day of April.", "2024-04-30"),
        ("fr", "Le Salon du riz, qui se poursuit jusqu'à samedi à Lomé, a attiré du monde.", "2024-05"),
        ("fr", "Le Plan Semis a changé depuis juin 2022, date à laquelle il a été dévoilé à Lomé.", "2022-06"),
        (
            "fr",
            "Le texte est attendu depuis l'atelier de Kara, où les paysans avaient, en mars dernier, parlé.",
            "2024-03",
        ),
        (
            "fr",
            "L'accord a été signé le 3 mai, et un forum du riz s'est tenu une semaine plus tard à Lomé.",
            "2024-05-10",
        ),
        ("fr", "Un forum du riz s'est tenu à Lomé le dernier jour d'avril.", "2024-04-30"),
    ],
)
def test_days_counted_from_others_and_events_known_by_their_end(language: str, text: str, date: str) -> None:
    found = events(language, text, plans=[p for p in ("Seed Plan", "Plan Semis") if p in text])
    assert when(found[-1]) == date


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The bank called a rice workshop on Tuesday. Held at the Baobab Hotel, it set a price.", "Baobab Hotel"),
        ("en", "A rice forum opened on Tuesday. It is being held in Kumasi.", "Kumasi"),
        ("en", "The rice forum opened on Tuesday. Growers, gathered in Kumasi, set a price.", "Kumasi"),
        ("en", "The rice workshop, scheduled for Kumasi in early June, is the third.", "Kumasi"),
        ("en", "A rice workshop was held on Tuesday at the Volta waterfront.", "Volta waterfront"),
        ("fr", "La banque a convoqué un atelier mardi. Tenu à l'hôtel Baobab, il a fixé un prix.", "hôtel Baobab"),
        ("fr", "Un forum du riz s'est ouvert mardi. Il se tient à Lomé.", "Lomé"),
        ("fr", "Le forum du riz s'est ouvert mardi. Les planteurs, réunis à Lomé, ont fixé un prix.", "Lomé"),
        ("fr", "Un atelier sur le riz s'est tenu mardi sur le pavillon togolais.", "pavillon togolais"),
    ],
)
def test_the_place_may_be_told_by_the_next_sentence_or_without_a_preposition_of_place(
    language: str, text: str, place: str
) -> None:
    assert [e.place for e in events(language, text)] == [place]


def test_the_news_of_a_dateline_happened_there_though_a_gathering_is_told_first() -> None:
    text = "ACCRA – On the sidelines of the Rice Forum, the minister on Monday unveiled the Seed Plan."
    assert {e.place for e in events("en", text, plans=["Seed Plan"])} == {"ACCRA"}


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The minister inaugurated the Tamale water plant on Monday.", "Tamale"),
        ("en", "The Kumasi bridge will open in June.", "Kumasi"),
        ("en", "The deal was signed on Tuesday at the Rice Bank's offices in Accra.", "Rice Bank's offices in Accra"),
        ("fr", "Le ministre a inauguré lundi l'usine de dessalement de Tano el-Kra.", "Tano el-Kra"),
        ("fr", "La station de Tanokra a été inaugurée lundi.", "Tanokra"),
        ("fr", "La ministre a lancé mercredi les travaux du premier tronçon du métro de Kara.", "Kara"),
    ],
)
def test_works_are_where_their_name_says(language: str, text: str, place: str) -> None:
    found = events(language, text, actors=["Rice Bank"], country="GH" if language == "en" else "TG")
    assert [e.place for e in found] == [place]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Elle a été portée le 3 mai à la présidence de la chambre d'agriculture."),
        ("fr", "Les éleveurs ont élu le 3 mai leur nouveau bureau."),
        ("fr", "La régie a désigné le 3 mai Awa Sow pour diriger le port."),
        ("fr", "Les apiculteurs ont choisi le 3 mai Awa Sow comme trésorière."),
        ("en", "Beekeepers elected a new board on 3 May."),
        ("en", "Ann Otto was named head of the port on 3 May."),
        ("en", "Ann Otto took over as director on 3 May."),
        ("en", "The senate confirmed Ann Otto as ambassador on 3 May."),
    ],
)
def test_offices_and_elected_bodies_are_elections(language: str, text: str) -> None:
    (event,) = events(language, text, actors=[name for name in ("Awa Sow", "Ann Otto") if name in text])
    assert (event.kind, when(event)) == ("election", "2024-05-03")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le directeur a placé l'école au premier plan."),
        ("en", "She named the boat after her director."),
        ("en", "Harvests usually start in May."),
        ("fr", "Le marché se tient chaque année en mai."),
    ],
)
def test_choices_of_other_things_and_habits_are_no_events(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le préfet a remis le 3 mai aux pêcheurs les clés de deux hangars.", "other"),
        ("en", "Envoys handed over 30 boats on 3 May.", "other"),
        ("en", "The Rice Growers Alliance was born on 3 May.", "other"),
        ("fr", "La coentreprise est née le 3 mai.", "other"),
        ("en", "Sworn in on 3 May, the jurors went home.", "other"),
        ("fr", "Les jurés ont prêté serment le 3 mai.", "other"),
        ("fr", "Les maires ont coupé vendredi 3 mai le ruban d'un pont.", "launch"),
        ("fr", "Une consultation publique s'est ouverte le 3 mai.", "other"),
        ("en", "The farmers' visit to Kara on 3 May was short.", "visit"),
        ("fr", "L'idée est venue lors du salon du livre du 3 mai.", "conference"),
        ("fr", "Reçu le 3 mai par la banque, leur syndicat a parlé du riz.", "meeting"),
    ],
)
def test_gifts_births_oaths_and_calls_tell_events(language: str, text: str, kind: str) -> None:
    (event,) = events(language, text)
    assert (event.kind, when(event)) == (kind, "2024-05-03")


def test_the_subject_of_an_opening_stands_before_its_asides() -> None:
    (event,) = events("fr", "La première halle, celle de Kara, a quant à elle été livrée le 3 mai.")
    assert event.name.startswith("La première halle")


def test_the_day_of_who_says_so_is_none_of_what_is_to_come() -> None:
    found = events("en", "The cabinet will consider a salt levy, officials hinted on 13 May.")
    assert [e for e in found if e.date_start] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Expressions of interest will be invited on 3 June."),
        ("fr", "L'appel à manifestation d'intérêt sera lancé le 3 juin."),
    ],
)
def test_calls_are_launches(language: str, text: str) -> None:
    (event,) = events(language, text)
    assert (event.kind, when(event)) == ("launch", "2024-06-03")


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "The salt forum was held in Kumasi on 3 May. It ended with the signing of a memorandum.",
            "signature",
        ),
        ("fr", "Le forum du sel s'est tenu le 3 mai à Kara. Il s'est soldé par la signature d'un accord.", "signature"),
        ("fr", "Les maires se sont réunis le 3 mai à Kara. En marge de la réunion, ils ont visité un marché.", "visit"),
        (
            "fr",
            "Le forum du sel s'est tenu le 3 mai à Kara. C'est là qu'il a présenté le Plan Rizière.",
            "presentation",
        ),
    ],
)
def test_what_happened_at_an_event_told_before(language: str, text: str, kind: str) -> None:
    found = events(language, text, plans=["Plan Rizière"] if "Rizière" in text else ())
    assert [(e.kind, when(e)) for e in found][1:] == [(kind, "2024-05-03")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Announced in a hall in Kumasi on 3 May, the Salt Plan pools old projects."),
        ("en", "The Salt Plan, which the governor had announced in Kumasi on 3 May, is late."),
        ("fr", "Le Salt Plan, que la gouverneure avait annoncé à Kara le 3 mai, prend du retard."),
    ],
)
def test_plans_announced_in_an_aside(language: str, text: str) -> None:
    (event,) = events(language, text, plans=["Salt Plan"])
    assert (event.kind, when(event), event.plan) == ("announcement", "2024-05-03", 0)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "The port directors, assembled in Kumasi on 3 May, agreed.", "meeting"),
        ("en", "The governor summoned the fishers on 3 May.", "meeting"),
        ("fr", "La préfète a convoqué le 3 mai les maires de la côte.", "meeting"),
        ("en", "The talks began on 3 May.", "meeting"),
    ],
)
def test_who_is_called_together_meets(language: str, text: str, kind: str) -> None:
    (event,) = events(language, text)
    assert (event.kind, when(event)) == (kind, "2024-05-03")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The board, which meets on Tuesdays, has until 3 June."),
        ("en", "The office, which issues a bulletin every Friday, has moved."),
    ],
)
def test_what_comes_back_every_week_is_no_event(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "The Salt Plan was launched at King's Park on 3 May.", "King's Park"),
        ("fr", "Le Salt Plan a été présenté le 3 mai à Sidi el-Bachir.", "Sidi el-Bachir"),
        ("fr", "Le Salt Plan a été présenté le 3 mai au Palais Sel & Mer.", "Palais Sel & Mer"),
    ],
)
def test_names_of_places_go_on_behind_signs(language: str, text: str, place: str) -> None:
    (event,) = events(language, text, plans=["Salt Plan"])
    assert event.place == place


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "The cabinet adopted it on 24 April, two days before a rice forum in Kumasi.", {"meeting": None}),
        ("fr", "Le texte a été signé le 24 avril, une semaine avant le salon du riz de Kara.", {"signature": None}),
        ("en", "It was signed on 24 April in Accra, a day before a rice forum in Kumasi.", {"signature": "Accra"}),
    ],
)
def test_the_town_of_what_comes_before_or_after_is_not_the_events(
    language: str, text: str, places: dict[str, str | None]
) -> None:
    found = events(language, text, country="GH" if language == "en" else "TG")
    assert {e.kind: e.place for e in found if e.kind != "conference"} == places


@pytest.mark.parametrize(
    ("language", "text", "plan", "expected"),
    [
        (
            "en",
            "Rice First, which grew out of a trial in Kara, was launched in Lomé on 6 May.",
            "Rice First",
            [("2024-05-06", "Lomé")],
        ),
        (
            "en",
            "Rice First, mooted at a summit in Glasgow, was launched on Monday in Lomé.",
            "Rice First",
            [(None, "Glasgow"), ("2024-05-13", "Lomé")],
        ),
        (
            "fr",
            "De retour de Séoul, où il avait assisté au sommet du riz, le ministre a réuni lundi les fermiers à Lomé.",
            "Plan Riz",
            [(None, "Séoul"), ("2024-05-13", "Lomé")],
        ),
        (
            "fr",
            "Adopté lors du sommet de février à Kara, le Plan Riz sera lancé vendredi.",
            "Plan Riz",
            [("2024-02", "Kara"), ("2024-05-17", None)],
        ),
        (
            "fr",
            "Les planteurs ont manifesté lundi à Lomé contre le Plan Riz, que le parlement votera vendredi.",
            "Plan Riz",
            [("2024-05-13", "Lomé"), ("2024-05-17", None)],
        ),
    ],
)
def test_an_aside_has_a_place_and_day_of_its_own(
    language: str, text: str, plan: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(when(event), event.place) for event in events(language, text, [plan] if plan in text else [])] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Rice First was adopted on 24 April, a week after the Farm Summit in Kara.",
            [("2024-04-24", None), ("2024-04-17", "Kara")],
        ),
        (
            "en",
            "Two months before the general election, Rice First was unveiled on 3 May in Lomé.",
            [("2024-07", None), ("2024-05-03", "Lomé")],
        ),
        (
            "fr",
            "Deux ans après le lancement du Plan Riz, la ministre a présenté mardi à Kara un premier bilan.",
            [("2022", None), ("2024-05-14", "Kara")],
        ),
        (
            "fr",
            "Deux ans après son adoption en conseil des ministres, le 3 mai 2022, le Plan Riz a été révisé lundi.",
            [("2022-05-03", None)],
        ),
    ],
)
def test_a_day_may_be_counted_from_that_of_another_event(
    language: str, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [
        (when(event), event.place)
        for event in events(language, text, [p for p in ("Plan Riz", "Rice First") if p in text])
    ]
    assert [one for one in found if one in expected] == expected


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("fr", "Le 15 avril à Lomé, puis le 17 à Kara, l'État a tenu des consultations publiques sur le riz.", "Lomé"),
        ("fr", "Le Forum du riz, qu'accueillera Nairobi en novembre, durera trois jours.", "Nairobi"),
        ("en", "Mombasa, where most mills are, will host the first Rice Conference on 5 June.", "Mombasa"),
        ("en", "Rice First got off the ground in Dhading district last month.", "Dhading district"),
        ("fr", "Le tribunal administratif de Lille examinera le 21 mai le recours contre le Plan Riz.", "Lille"),
        (
            "fr",
            "À deux mois du sommet de Tunis, prévu le 20 juillet, les ministres ont signé hier à Alger un pacte.",
            "Tunis",
        ),
        (
            "fr",
            "Un accord de prêt a été signé jeudi à Lomé. La cérémonie s'est déroulée au siège du ministère de l'Eau.",
            "siège du ministère de l'Eau",
        ),
    ],
)
def test_the_town_or_venue_that_goes_with_the_event(language: str, text: str, place: str) -> None:
    found = events(language, text, [p for p in ("Plan Riz", "Rice First") if p in text])
    assert found[0].place == place


def test_a_venue_lies_where_the_town_beside_it_does() -> None:
    text = "Une table ronde sur le Plan Riz se tiendra le 25 mai à Bruxelles, dans les locaux de la Commission."
    (meeting,) = events("fr", text, ["Plan Riz"], country="MD")
    assert meeting.country == "BE"


def test_the_largest_town_of_a_country_is_no_namesake_of_one_at_home() -> None:
    (forum,) = events("en", "The Rice Forum opens on 29 May in Honiara.", country="FJ")
    assert (forum.place, forum.country) == ("Honiara", "SB")


def test_what_is_to_come_has_no_day_gone_by() -> None:
    text = "Invité mercredi à Bangui, le ministre a rappelé que le Plan Riz serait présenté aux députés."
    assert all(event.kind != "presentation" for event in events("fr", text, ["Plan Riz"]))


def test_a_stay_is_dated_by_since_when_it_lasts() -> None:
    (visit,) = events("fr", "Une mission du Fonds séjourne à Libreville depuis le 29 avril.")
    assert (when(visit), visit.place) == ("2024-04-29", "Libreville")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon Awa Sow, professeure à l'Université de Kara, le Plan Riz, présenté lundi, manque de chiffres."),
        ("en", "For Ama Sow, a teacher in Kumasi, the Plan Riz, unveiled on Monday, lacks figures."),
    ],
)
def test_where_somebody_has_a_post_is_no_place_of_the_news(language: str, text: str) -> None:
    person = "Awa Sow" if language == "fr" else "Ama Sow"
    (found,) = events(language, text, ["Plan Riz"], [person], country="GH")
    assert (found.kind, found.place) == ("presentation", None)
