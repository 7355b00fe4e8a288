"""Quantities: values, units, currencies and qualifiers at exact places; and what is no quantity."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.document import analyse
from pipelines.extract.quantities import Quantity, find_quantities


def quantities(text: str, language: str, country: str | None = None) -> list[Quantity]:
    return find_quantities(analyse(text, language, country=country), [])


def values(text: str, language: str, country: str | None = None) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in quantities(text, language, country)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le fonds finance 14.000 puits.", 14_000),
        ("Le fonds finance 14 000 puits.", 14_000),
        ("Le fonds finance 14\u202f000 puits.", 14_000),
        ("Le fonds finance 14\u00a0000 puits.", 14_000),
        ("Le fonds finance 14,000 puits.", 14_000),
        ("Le fonds finance 14'000 puits.", 14_000),
        ("Le fonds finance quatre-vingt-dix mille puits.", 90_000),
        ("Le fonds finance deux cent cinquante puits.", 250),
        ("Le fonds finance soixante-dix-sept puits.", 77),
        ("Le fonds finance septante et un puits.", 71),
        ("Le fonds finance un million et demi de puits.", 1_500_000),
        ("Le fonds finance 2 millions et demi de puits.", 2_500_000),
        ("Le fonds finance 80 mille puits.", 80_000),
        ("Le fonds finance une quarantaine de puits.", 40),
        ("Le fonds finance un demi-million de puits.", 500_000),
    ],
)
def test_a_french_number_has_its_value_in_every_style(text: str, expected: float) -> None:
    assert values(text, "fr") == [(expected, "count")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Un foyer sur quinze est relié au réseau.", [(6.6667, "percent")]),
        ("fr", "Une ferme sur huit manque d'eau.", [(12.5, "percent")]),
        ("en", "One in 40 farms has a well.", [(2.5, "percent")]),
        ("en", "Nearly one in twelve clinics closed.", [(8.3333, "percent")]),
        ("fr", "Une enquête sur 2 500 foyers a suivi.", [(2_500, "count")]),
        ("en", "The bank opened one branch in 14 towns.", [(14, "count")]),
        ("en", "Some 13 out of 47 mills reopened.", [(13, "count"), (47, "count")]),
    ],
)
def test_one_in_so_many_is_a_share_and_one_thing_in_so_many_places_is_not(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Quelque 300 bourgs ou plus sont visés.", "at_least"),
        ("fr", "Il faut 40 voix, voire davantage.", "at_least"),
        ("fr", "Une teneur inférieure ou égale à 5 mg est admise.", "at_most"),
        ("fr", "Un taux supérieur ou égal à 12 % est requis.", "at_least"),
        ("fr", "Il reste plus ou moins 40 fermes.", "approximately"),
        ("en", "About 300 towns or more are targeted.", "at_least"),
        ("en", "A score of 60 or higher is needed.", "at_least"),
        ("en", "Some 500 farms, or fewer, remain.", "at_most"),
        ("en", "The rate is less than or equal to 7 per cent.", "at_most"),
        ("en", "It takes 90 trucks, give or take.", "approximately"),
        ("en", "It has 90 trucks, and more are due.", "exact"),
    ],
)
def test_a_bound_is_told_before_or_behind_the_number(language: str, text: str, expected: str) -> None:
    assert [q.qualifier for q in quantities(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fund pays for 14,000 wells.", 14_000),
        ("The fund pays for 14.000 wells.", 14_000),
        ("The fund pays for one hundred and twenty thousand wells.", 120_000),
        ("The fund pays for half a million wells.", 500_000),
        ("The fund pays for 1.5 million wells.", 1_500_000),
        ("The fund pays for a dozen wells.", 12),
        ("The fund pays for 240 thousand wells.", 240_000),
        ("The fund pays for 2 lakh wells.", 200_000),
        ("The fund pays for 12,50,000 wells.", 1_250_000),
        ("The fund pays for two and a half million wells.", 2_500_000),
    ],
)
def test_an_english_number_has_its_value_in_every_style(text: str, expected: float) -> None:
    assert values(text, "en") == [(expected, "count")]


@pytest.mark.parametrize(
    ("language", "country", "amount", "expected"),
    [
        ("fr", "FR", "3,2 Md€", (3.2e9, "EUR")),
        ("fr", "FR", "850 M€", (8.5e8, "EUR")),
        ("fr", "MA", "595 MDH", (5.95e8, "MAD")),
        ("fr", "MA", "11 MMDH", (1.1e10, "MAD")),
        ("fr", "MA", "5 milliards de dirhams", (5e9, "MAD")),
        ("fr", "AE", "5 milliards de dirhams", (5e9, "AED")),
        ("fr", "TN", "40 millions de dinars", (4e7, "TND")),
        ("fr", "DZ", "40 millions de dinars", (4e7, "DZD")),
        ("fr", "CI", "18 milliards FCFA", (1.8e10, "XOF")),
        ("fr", "GA", "18 milliards de francs CFA", (1.8e10, "XAF")),
        ("fr", "EG", "2 milliards de livres", (2e9, "EGP")),
        ("fr", "CA", "1,9 G$", (1.9e9, "CAD")),
        ("fr", "CI", "3,3 milliards USD", (3.3e9, "USD")),
        ("fr", "BF", "358 milliards 420 millions de FCFA", (358.42e9, "XOF")),
        ("en", "KE", "Sh5bn", (5e9, "KES")),
        ("en", "UG", "Sh5bn", (5e9, "UGX")),
        ("en", "NG", "N500bn", (5e11, "NGN")),
        ("en", "ZA", "R3.6bn", (3.6e9, "ZAR")),
        ("en", "IN", "Rs 76,000 crore", (7.6e11, "INR")),
        ("en", "PK", "Rs 76 million", (7.6e7, "PKR")),
        ("en", "GH", "GH¢16.5 billion", (1.65e10, "GHS")),
        ("en", None, "€3m", (3e6, "EUR")),
        ("en", "RW", "US$1.1bn", (1.1e9, "USD")),
        ("en", "CA", "$4.2 billion", (4.2e9, "CAD")),
        ("en", "RW", "$4.2 billion", (4.2e9, "USD")),
        ("en", "EG", "30 million pounds", (3e7, "EGP")),
        ("en", "GB", "30 million pounds", (3e7, "GBP")),
    ],
)
def test_money_has_the_currency_that_its_country_gives_it(
    language: str, country: str | None, amount: str, expected: tuple[float, str]
) -> None:
    sentence = f"Le coût est de {amount}." if language == "fr" else f"The cost is {amount}."
    [quantity] = quantities(sentence, language, country)
    assert (quantity.value, quantity.unit) == expected
    assert quantity.span.of(sentence) == amount


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La part atteint 17,9 %.", (17.9, "percent")),
        ("fr", "La part atteint 83 pc.", (83, "percent")),
        ("fr", "La part atteint soixante pour cent.", (60, "percent")),
        ("en", "The share is 30 per cent.", (30, "percent")),
        ("en", "Growth was minus five percent.", (-5, "percent")),
        ("fr", "Deux tiers des communes votent.", (66.6667, "percent")),
        ("fr", "On compte 8 ménages sur 10.", (80, "percent")),
        ("fr", "Il faut 5 207 km de fibre.", (5207, "km")),
        ("en", "It adds 2,500MW of gas power.", (2500, "MW")),
        ("fr", "Il faut reboiser 133.000 ha.", (133_000, "ha")),
        ("fr", "Le pays occupe la 87e place.", (87, "rank")),
        ("en", "The port ranks 50th worldwide.", (50, "rank")),
    ],
)
def test_units_percentages_and_ranks_are_read(language: str, text: str, expected: tuple[float, str]) -> None:
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("fr", "Le plan touche environ 300 villages.", "approximately"),
        ("fr", "Le plan touche plus de 300 villages.", "more_than"),
        ("fr", "Le plan touche pas moins de 300 villages.", "at_least"),
        ("fr", "Le plan touche moins de 300 villages.", "less_than"),
        ("fr", "Le plan touche jusqu'à 300 villages.", "at_most"),
        ("fr", "Le plan touche 300 villages au minimum.", "at_least"),
        ("fr", "Le plan touche une trentaine de villages.", "approximately"),
        ("en", "The plan covers nearly 300 villages.", "approximately"),
        ("en", "The plan covers over 300 villages.", "more_than"),
        ("en", "The plan covers no fewer than 300 villages.", "at_least"),
        ("en", "The plan covers up to 300 villages.", "at_most"),
        ("en", "The plan covers 300 villages or more.", "at_least"),
        ("en", "The plan covers 300 villages.", "exact"),
    ],
)
def test_the_qualifier_is_the_one_of_the_words_around(language: str, text: str, qualifier: str) -> None:
    assert [q.qualifier for q in quantities(text, language)] == [qualifier]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("fr", "Le coût se situe entre 3 et 5 millions d'euros.", 3e6, 5e6),
        ("fr", "De 350.000 à 400.000 familles seront aidées.", 350_000, 400_000),
        ("fr", "Il faut 20-25 % de plus.", 20, 25),
        ("fr", "On espère 8 à 10 000 emplois.", 8_000, 10_000),
        ("en", "It costs between $3 million and $5 million.", 3e6, 5e6),
        ("en", "It takes four to five per cent of spending.", 4, 5),
        ("en", "The line costs $30bn-40bn.", 30e9, 40e9),
        ("en", "The line costs between 800 million and 1.4 billion euros.", 800e6, 1.4e9),
        ("en", "Tickets cost from 10 to 25 dollars.", 10, 25),
    ],
)
def test_a_range_is_one_quantity(language: str, text: str, low: float, high: float) -> None:
    assert [(q.value, q.high) for q in quantities(text, language)] == [(low, high)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le taux doit passer de 60 à 90 %.", [(60, "from"), (90, "to")]),
        ("fr", "Le revenu passe de 136 milliards à 300 milliards d'euros.", [(136e9, "from"), (300e9, "to")]),
        ("fr", "Le pays bondit de la 113e à la 50e place.", [(113, "from"), (50, "to")]),
        ("en", "Output will rise from 650,000 tonnes to 1 million tonnes.", [(650_000, "from"), (1e6, "to")]),
        ("en", "Waiting times fall from 14 years to no more than eight.", [(14, "from"), (8, "to")]),
        ("en", "It would lift the share to 20% from 10%.", [(20, "to"), (10, "from")]),
        ("fr", "Le nombre de permis, de 11 000 à 60 000 par an, augmentera.", [(11_000, "from"), (60_000, "to")]),
    ],
)
def test_a_change_is_two_quantities(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert [(q.value, q.change) for q in quantities(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La 6e édition du forum couvrira la 5G et la 4G."),
        ("fr", "La loi n° 43-20 et l'article 12 du décret s'appliquent."),
        ("fr", "La stratégie Rivage 2035 sera revue."),
        ("fr", "Le virus de la Covid-19 a tout retardé."),
        ("fr", "Composez le 05 22 48 27 83 pour vous inscrire."),
        ("fr", "Le conseil a retenu trois priorités."),
        ("fr", "Il était âgé de 45 ans."),
        ("fr", "Les jeunes de 18 à 35 ans sont visés."),
        ("fr", "Le 4 mai, la salle sera ouverte."),
        ("en", "The 6th edition covers 5G and COP28."),
        ("en", "Section 12 of the act and Phase 2 apply."),
        ("en", "The council kept three priorities."),
        ("en", "The plan replaces Vision 2020."),
        ("en", "The minister, aged 65, left."),
        ("en", "They unveiled the 8-Point Agenda."),
        ("fr", "1 812 vues\n4 min 20\n6 commentaires\nLe ministère a parlé."),
        ("en", "2,310 views\n6 min read\nThe ministry spoke."),
        ("fr", "Le numéro vert est le 0800 000 000."),
        ("en", "A ten-point plan and a twelve-step programme were read."),
        ("en", "Ms ten Brink spoke. Ten Brink, who chairs the board, left."),
        ("en", "Schools within five kilometres of the road will open."),
        ("en", "The Orbit 6 satellites will fly."),
    ],
)
def test_names_references_dates_and_small_counts_in_words_are_no_quantities(language: str, text: str) -> None:
    assert values(text, language) == []


def test_the_base_of_a_rate_is_no_quantity() -> None:
    assert values("On compte 340 décès pour 100 000 naissances.", "fr") == [(340, "count")]


def test_a_hundredth_of_money_is_told_in_the_money() -> None:
    assert values("Power costs 9 US cents per kilowatt-hour.", "en", "PK") == [(0.09, "USD")]
    assert values("Le courant coûte 12 centimes d'euro.", "fr") == [(0.12, "EUR")]
    assert values("The tariff is 19.5c a unit.", "en", "ZA") == [(0.195, "ZAR")]


@pytest.mark.parametrize("country", ["CM", "CF", "TD", "CG", "GA", "GQ"])
def test_the_franc_of_central_africa_is_told_from_that_of_the_west(country: str) -> None:
    assert values("Le chantier coûte 12 milliards de francs CFA.", "fr", country) == [(12e9, "XAF")]


def test_a_regional_franc_is_that_of_the_places_named_where_the_country_has_another_money() -> None:
    assert values("À Brazzaville, le stade coûtera 12 milliards de francs CFA.", "fr", "FR") == [(12e9, "XAF")]


def test_a_share_of_change_and_what_it_leads_to_keep_their_units() -> None:
    text = "Accounts rose by 12.4 percent to 30.1 million."
    assert values(text, "en") == [(12.4, "percent"), (30.1e6, "count")]


def test_a_bare_number_goes_on_in_the_unit_before() -> None:
    assert values("Le réseau compte 900 km de voies, dont 410 sont électrifiés.", "fr") == [(900, "km"), (410, "km")]


def test_an_amount_without_currency_takes_the_one_of_its_paragraph() -> None:
    text = "La facture atteint 1 105 milliards de FCFA. Sur ce total, 950 milliards ont été trouvés."
    assert values(text, "fr", "SN") == [(1.105e12, "XOF"), (9.5e11, "XOF")]


def test_bare_millions_after_a_count_are_a_count() -> None:
    text = "The park drew 300,000 visitors last year and hopes for 2 million soon."
    assert [unit for _, unit in values(text, "en")] == ["count", "count"]


_PIECES = st.lists(
    st.sampled_from(
        [
            "12",
            "3,5",
            "1.000",
            "2024",
            "14",
            "000",
            "cent",
            "mille",
            "un",
            "vingt",
            "et",
            "demi",
            "%",
            "€",
            "$",
            "MDH",
            "bn",
            "million",
            "de",
            "milliards",
            "à",
            "de",
            "entre",
            "from",
            "to",
            "and",
            "between",
            "plus",
            "environ",
            "5e",
            "3rd",
            "top",
            "la",
            "half",
            "a",
            "third",
            "(",
            ")",
            "-",
            "–",
            "/",
            ":",
            ";",
            ".",
            ",",
            "km",
            "ans",
            "sur",
            "dix",
        ]
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(pieces=_PIECES, glue=st.sampled_from([" ", "", "\u00a0"]), language=st.sampled_from(["fr", "en"]))
def test_any_run_of_numbers_and_signs_gives_ordered_spans_inside_the_text(
    pieces: list[str], glue: str, language: str
) -> None:
    text = glue.join(pieces)
    found = quantities(text, language, "MA")
    assert all(0 <= q.begin <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(["fr", "en"]))
def test_no_text_makes_the_reader_fail(text: str, language: str) -> None:
    quantities(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le rendement est de 4 tonnes à l'hectare, contre 2,8 hier.", [(4.0, "t/ha"), (2.8, "t/ha")]),
        ("en", "Yields rose from 2.6 tonnes per hectare to 4.5 tonnes.", [(2.6, "t/ha"), (4.5, "t/ha")]),
        ("en", "They store 12 lakh metric tonnes of grain.", [(1.2e6, "t")]),
        ("fr", "La fonderie sort 300 MW/an de turbines.", [(300.0, "MW")]),
        ("fr", "Ils verseront 74 et 29,5 milliards d'euros.", [(7.4e10, "EUR"), (2.95e10, "EUR")]),
        ("fr", "La ville, qui attendait 15 millions d'euros, n'en a touché que 3,4.", [(1.5e7, "EUR"), (3.4e6, "EUR")]),
        ("fr", "Le courant coûte 0,13 euro le kilowattheure contre 0,08 ailleurs.", [(0.13, "EUR"), (0.08, "EUR")]),
        ("fr", "Deux parcs de 300 et 450 hectares ouvriront.", [(300.0, "ha"), (450.0, "ha")]),
        ("fr", "On jette 241 kilos de déchets, quand la moyenne est à 208.", [(241.0, "kg"), (208.0, "kg")]),
        ("fr", "Il a payé les 14 mois d'arriérés.", [(14.0, "month")]),
        ("fr", "Rendez-vous à 14 h 30, place du Port.", []),
        ("fr", "SOMMAIRE : Mines p. 2 — Pêche p. 4", []),
        ("fr", "Elle n'a pas rompu depuis 1842.", []),
        ("en", "The board sought €31 million but received only 12.", [(3.1e7, "EUR"), (1.2e7, "EUR")]),
        ("en", "The population under 16 had grown by 20 per cent.", [(20.0, "percent")]),
        ("en", "It opens at 10 a.m. by the pier.", []),
        ("en", "The bridge was closed for 16 months.", [(16.0, "month")]),
    ],
)
def test_yields_and_shared_scales(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    doc = analyse(text, language, country="FR")
    assert [(q.value, q.unit) for q in find_quantities(doc, [])] == expected


def test_an_amount_told_by_its_scale_alone_is_in_the_money_that_the_article_counts_in() -> None:
    text = "La facture est de 480 milliards de FCFA, soit 730 millions d'euros. Un prêt de 62 milliards est confirmé."
    doc = analyse(text, "fr", country="SN")
    assert [q.unit for q in find_quantities(doc, [])] == ["XOF", "EUR", "XOF"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le tram roule à 15,8 km/h.", [(15.8, "km/h")]),
        ("fr", "Le paysan passe de 800 kg sur 1 hectare à 4 000 Kg.", [(800.0, "kg"), (1.0, "ha"), (4000.0, "kg")]),
        ("fr", "Le déficit s'est creusé de 2,5 points à 4,1 %.", [(2.5, "percent"), (4.1, "percent")]),
        ("fr", "Il compte un million deux cent mille (1 200 000) abonnés.", [(1.2e6, "count"), (1.2e6, "count")]),
        ("fr", "Le prêt est de 9 milliards 839 millions 355 mille 200 euros.", [(9_839_355_200.0, "EUR")]),
        ("fr", "Le puits est dans un rayon de 2 kilomètres, à 45 km au nord du lac.", []),
        ("en", "The mill stands 45 km north of the lake.", []),
        ("en", "Joblessness fell 0.4 percentage points to 6.3 percent.", [(0.4, "percent"), (6.3, "percent")]),
        ("en", "They expect 30m tourists, double last year's 15.7m.", [(3e7, "count"), (1.57e7, "count")]),
        ("en", "The dam has no money until at least 2027.", []),
        ("en", "It has not one dollar.", []),
        ("en", "The Ten Thousand Wells programme ended.", []),
    ],
)
def test_speeds_points_and_repeated_numbers(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text, language) == expected


def test_indian_scales_and_rupees_are_read_in_one_amount() -> None:
    text = "A provision of Rs 1 lakh 1321 crore is made. It was built at a total cost of 18,036 crores."
    assert values(text, "en", "IN") == [(1.01321e12, "INR"), (1.8036e11, "INR")]
    assert values("They get Rs. 3,000 per month.", "en", "IN") == [(3000.0, "INR")]


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "A permit must not cost more than £150.", "at_most"),
        ("en", "Collection had gone up to £31 million.", "exact"),
        ("en", "Losses have crossed £600 million.", "more_than"),
        ("en", "Blocks bigger than 40 hectares are banned.", "more_than"),
        ("en", "They pay £3,200 for pine and up to £5,000 for oak.", "exact"),
        ("en", "Some 13 lanes or approximately 700 metres were paved.", "approximately"),
        ("fr", "La dette frôle 16 milliards d'euros.", "approximately"),
        ("fr", "Le taux ne dépasse guère 17 %.", "at_most"),
        ("fr", "Il y a 47 puces dans le four et plus de 1 400 dans le camion.", "exact"),
    ],
)
def test_bounds_of_verbs_negations_and_neighbours(language: str, text: str, qualifier: str) -> None:
    assert quantities(text, language)[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "country", "text", "expected"),
    [
        ("en", None, "Nearly R70-billion has gone into harbours.", [(7e10, "ZAR")]),
        ("en", None, "She said N1 billion had gone to widows.", [(1e9, "NGN")]),
        ("en", "IN", "They get a cover of ₹five lakh.", [(500_000.0, "INR")]),
        ("en", "BD", "It has a cost of Taka 2,978 billion.", [(2.978e12, "BDT")]),
        ("en", "AE", "Exports earn Dh3 billion. Tourist numbers are to double, to 40 million.",
         [(3e9, "AED"), (4e7, "count")]),
        ("fr", None, "Il a reçu 47 milliards de Fcfp.", [(4.7e10, "XPF")]),
        ("fr", "SN", "Il veut ramener la facture de 900 à 500 milliards.", [(9e11, "XOF"), (5e11, "XOF")]),
        ("fr", None, "Il régna, en 1863, sur la côte.", []),
        ("fr", None, "Un quart d'heure après, la salle était vide.", []),
        ("fr", None, "Le village a du courant 24 heures sur 24.", []),
        ("fr", "MA", "Le chantier, d'un coût de 320 millions, emploie 450 maçons.", [(3.2e8, "MAD"), (450.0, "count")]),
    ],
)  # fmt: skip
def test_money_of_letters_names_and_nouns_and_what_is_no_quantity(
    language: str, country: str | None, text: str, expected: list[tuple[float, str]]
) -> None:
    assert values(text, language, country) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le port traite 90 000 tonnes, alors que le pays en importe 250 000.", [(90_000, "t"), (250_000, "t")]),
        ("fr", "Les puits donnent 40 m³ par jour et le bourg en boit 55.", [(40, "m3"), (55, "m3")]),
        ("fr", "Le silo contient 2,4 millions de tonnes, contre 1,8 en 2019.", [(2_400_000, "t"), (1_800_000, "t")]),
        ("fr", "Le délai doit passer de 96 à 36 heures.", [(96, "hour"), (36, "hour")]),
        ("fr", "La récolte, de 9 millions de tonnes en 2015, est tombée à 4 millions.", [(9e6, "t"), (4e6, "t")]),
        (
            "fr",
            "Le quai compte 400 m de long et 60 grutiers ; on en a formé 12.",
            [(400, "m"), (60, "count"), (12, "count")],
        ),
        ("en", "Clearance should take 20 days instead of 75.", [(20, "day"), (75, "day")]),
        ("en", "They drained 60 hectares of a marsh that is meant to cover 310.", [(60, "ha"), (310, "ha")]),
        ("en", "The tank was to hold 900 litres but holds only 640.", [(900, "l"), (640, "l")]),
        ("en", "The line is 84 km long and has 31 stops.", [(84, "km"), (31, "count")]),
        ("en", "Output should rise from 40 to 95 kilotonnes.", [(40, "kt"), (95, "kt")]),
        ("en", "Barges do 12 kilometres an hour.", [(12, "km/h")]),
        ("en", "The diet holds 900 milligrams of iron.", [(900, "mg")]),
        ("fr", "La zone s'arrête à 24 milles nautiques.", [(24, "nmi")]),
        ("fr", "La crise a coûté 3 points de croissance.", [(3, "percent")]),
        ("fr", "Sur les 640 km prévus, 410 sont posés.", [(640, "km"), (410, "km")]),
        ("en", "Of the 90 MW planned, 35 are running.", [(90, "MW"), (35, "MW")]),
    ],
)
def test_a_number_alone_has_the_unit_told_before(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Ruth Adeyemi-Cole of the union met Tom Weaver, 58, on the quay.", []),
        ("fr", "Le doyen, Paul Kessy, 71 ans, a parlé.", []),
        ("en", "Pupils in Grades 4 to 6 sat the test.", []),
        ("en", "The K to 12 curriculum was revised.", []),
        ("fr", "Les articles 14 et 15 sont abrogés.", []),
        ("en", "Growth should last beyond 2045.", []),
        ("en", "Nine in every 10 wells are dry.", [(90, "percent")]),
        ("en", "It gave out 2 million day-old ducklings.", [(2_000_000, "count")]),
        ("en", "She spent 16 hours on a ferry.", [(16, "hour")]),
    ],
)
def test_ages_labels_and_years_are_no_quantities(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "The reserve is spread over 8,200 hectares.", "exact"),
        ("en", "The reserve covers over 8,200 hectares.", "more_than"),
        ("fr", "Il ne reste plus que 40 phoques.", "exact"),
        ("fr", "Le délai ne doit pas excéder 60 km.", "at_most"),
        ("en", "The toll is just under 400 dollars.", "less_than"),
        ("en", "The shed held perhaps 600 crates.", "approximately"),
        ("fr", "L'étable compte peut-être 600 brebis.", "approximately"),
        ("en", "It built 900 huts, or more than half.", "exact"),
        ("en", "Clinics are short of 400 beds.", "exact"),
        ("en", "The rate had crept up to 44 per cent.", "exact"),
        ("en", "It built 900 of them over and above the quota.", "exact"),
    ],
)
def test_words_near_a_number_that_bound_it_or_dont(language: str, text: str, qualifier: str) -> None:
    assert quantities(text, language)[0].qualifier == qualifier


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "On porte la récolte de 19 millions de tonnes par an à 27 millions.", [(19e6, "t"), (27e6, "t")]),
        ("en", "Terms went up from 5 years to 10.", [(5, "year"), (10, "year")]),
        ("en", "Crews would grow from 2 million to 3 million men.", [(2e6, "count"), (3e6, "count")]),
        ("en", "The quotas are 30, 20 and 5 percent.", [(30, "percent"), (20, "percent"), (5, "percent")]),
        ("fr", "On a levé 14 millions d'euros, sur 72 attendus.", [(14e6, "EUR"), (72e6, "EUR")]),
        ("en", "It raised $14 million, out of 72 sought.", [(14e6, "USD"), (72e6, "USD")]),
        ("fr", "On sait peu : sur les 900 ha de landes, 40 seulement seront fauchés.", [(900, "ha"), (40, "ha")]),
        ("fr", "De 900 km de haies à tailler, 40 l'ont été.", [(900, "km"), (40, "km")]),
        ("en", "It cost VNĐ3 trillion.", [(3e12, "VND")]),
        ("en", "The pier moved 6 million TEUs.", [(6e6, "TEU")]),
        ("en", "Cocoa output reached 1.2 million MT, hauled over 60 kms.", [(1.2e6, "t"), (60, "km")]),
        ("fr", "La criée a vendu 12 000 MT de thon.", [(12_000, "t")]),
        ("fr", "Il veut faire reculer les fuites de 14 à 6 %.", [(14, "percent"), (6, "percent")]),
        ("en", "SOLS 2040 is short of clerks.", []),
    ],
)  # fmt: skip
def test_units_told_across_changes_lists_and_participles(
    language: str, text: str, expected: list[tuple[float, str]]
) -> None:
    assert values(text, language) == expected
