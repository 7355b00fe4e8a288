"""Figures: what is measured, for when, aimed at or reported, of which plan; each once."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.dates import find_dates
from pipelines.extract.document import analyse
from pipelines.extract.figures import find_figures
from pipelines.extract.quantities import find_quantities
from pipelines.extract.records import Figure, Pillar, Plan, Span


def figures(text: str, language: str, country: str | None = None, plans: list[str] | None = None) -> list[Figure]:
    doc = analyse(text, language, country=country, published_on=dt.date(2025, 3, 1), published_precision="day")
    dates = find_dates(doc)
    named = [Plan(name, [Span(i, i + len(name))]) for name in plans or [] if (i := text.find(name)) >= 0]
    return find_figures(doc, find_quantities(doc, dates), dates, named, [])


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "L'agence créera 12 500 lits hospitaliers.", ["lits hospitaliers"]),
        ("fr", "Le programme est doté d'un budget de 5 milliards d'euros.", ["budget"]),
        ("fr", "Coût : 3 millions d'euros.", ["Coût"]),
        ("fr", "Il attirera 34 milliards d'euros de financements privés.", ["financements privés"]),
        ("fr", "L'usine coûte 4 millions d'euros, soit 4,3 millions de dollars.", ["usine, coûte", "usine, coûte"]),
        ("fr", "Le plan vise 150 000 emplois directs et 200 000 indirects.", ["emplois directs", "emplois indirects"]),
        ("fr", "Le taux de chômage passera de 10 % à 7 %.", ["taux de chômage", "taux de chômage"]),
        ("fr", "Un taux de connectivité de 95 % est visé.", ["taux de connectivité"]),
        ("fr", "La loi a porté à 22 % la part de l'éducation.", ["part de l'éducation"]),
        (
            "fr",
            "Au classement de la logistique, le pays passerait de la 79e à la 50e place.",
            ["classement de la logistique"] * 2,
        ),
        ("fr", "Il a obtenu un prêt de 18 millions d'euros à 4 %.", ["prêt", "prêt"]),
        ("en", "The ministry will hire 35,000 rural nurses.", ["rural nurses"]),
        ("en", "It comes with a price tag of $5 billion.", ["price tag"]),
        ("en", "It should yield $120 million in export receipts.", ["export receipts"]),
        ("en", "A $4.2-billion strategy was unveiled.", ["strategy"]),
        ("en", "They want 80,000 direct and 120,000 indirect jobs.", ["direct jobs", "indirect jobs"]),
        ("en", "Arrivals should hit 26 million.", ["Arrivals"]),
        ("en", "About 70% of rural households have water.", ["rural households, water"]),
        ("en", "Malaria deaths fell from 3,500 to 2,100.", ["Malaria deaths", "Malaria deaths"]),
        ("en", "They train 100,000 teachers a year.", ["teachers a year"]),
        ("fr", "Le coût global est évalué à 70 millions d'euros.", ["coût global"]),
        ("fr", "Quelque 215 millions d'euros iront à la préfabrication.", ["préfabrication"]),
        ("fr", "Soixante pour cent des ménages disposent d'un puits.", ["ménages, puits"]),
        ("fr", "Les ventes ont bondi de 43 %, à 600 millions d'euros.", ["ventes"] * 2),
        ("fr", "Le port, dont le coût frôle 2 milliards d'euros, ouvrira.", ["coût, port"]),
        ("fr", "L'objectif est de ramener de 40 % à 30 % la part du charbon.", ["part du charbon"] * 2),
        ("fr", "Les signataires, au nombre de 240, ont payé.", ["signataires"]),
        ("fr", "Le taux de vaccination ne dépasse pas 41 %.", ["taux de vaccination"]),
        ("en", "Some $215 million goes to rural clinics.", ["rural clinics"]),
        ("en", "Losses stand at 45 percent.", ["Losses"]),
        ("en", "Of 136 clinics, 87 out of 130 wards were rebuilt.", ["clinics", "wards rebuilt", "wards rebuilt"]),
        ("en", "Some 6,200 nurses graduated from rural schools.", ["nurses graduated from rural schools"]),
        ("en", "The budget rose 9% to €1.1 billion.", ["budget"] * 2),
        ("en", "The country moved from 10th to 3rd in the export readiness index.", ["export readiness index"] * 2),
        ("en", "The fee, 20 euros per gross tonne, was too high.", ["fee per gross tonne"]),
        ("en", "The state gave $4 million towards textbooks.", ["textbooks"]),
        ("en", "The plan would bring imports down from 45% to 35% of sales.", ["imports"] * 2),
        (
            "fr",
            "Le budget du Plan hospitalier 2022-2026, arrêté en juin, s'élève à 90 millions d'euros.",
            ["budget du Plan hospitalier"],
        ),
        ("fr", "La rocade, fierté du Plan routier, réclame 4 millions d'euros.", ["rocade, réclame"]),
        ("en", "The bridge, pride of the road plan, cost $70 million.", ["bridge, cost"]),
        ("fr", "Les réserves, limitées pour l'heure à 3 millions d'euros, fondent.", ["réserves"]),
        ("en", "Growers get a grant of $300 per hectare, capped at $900.", ["grant per hectare", "grant"]),
        ("fr", "Les silos n'étaient remplis qu'à 40 %.", ["silos"]),
        ("fr", "Le chantier a vu son coût revu à la baisse de 12 %.", ["coût, baisse"]),
        ("fr", "Le pays y consacre 1,2 % de son PIB. La cible de 3 % reste lointaine.", ["PIB, pays", "PIB, pays"]),
        (
            "fr",
            "Les femmes sont peu payées : elles ne sont que 18 % à toucher une prime.",
            ["femmes à toucher une prime"],
        ),
        ("en", "The city lacks clinics, of which there are 36.", ["clinics"]),
        ("fr", "Le pays a fermé des casernes, dont il y en a encore 36.", ["casernes"]),
        ("en", "Numbering 12,000, the boats must carry a plate.", ["boats"]),
        ("fr", "Au nombre de 300, les agents seront formés.", ["agents"]),
        ("en", "It bought 1,200 pumps. Each costs $300.", ["pumps", "pumps, each"]),
        ("fr", "À peine 3 millions d'euros : voilà ce qu'a touché le fonds.", ["touché"]),
        ("en", "Barely $3 million: that is what the fund has received.", ["received"]),
        ("fr", "Pas moins de 9 millions d'euros iront en priorité aux écoles rurales.", ["écoles rurales"]),
        ("en", "Half of that, $3 million, is reserved for rural clinics.", ["reserved rural clinics"]),
        ("en", "Only 41 percent of Class 5 pupils read.", ["Class 5 pupils read"]),
        ("fr", "Un contrat de 7 millions d'euros a été attribué à une firme.", ["contrat"]),
        ("fr", "Salles de soins à ouvrir : 9 000.", ["Salles de soins à ouvrir"]),
        ("en", "Nurses still missing: 340.", ["Nurses still missing"]),
        ("en", "It has 300 km of track, of which 120 km has been laid.", ["track", "track laid"]),
        ("fr", "La crèche, financée à hauteur de 7 millions d'euros par la mairie, ouvre.", ["financée par la mairie"]),
        ("en", "A dyke, 46 kilometres of it, is rising.", ["dyke"]),
    ],
)
def test_the_measure_is_the_phrase_that_says_what_is_counted_or_paid(
    language: str, text: str, measures: list[str]
) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "La part passerait de 18 % en 2024 à 30 % en 2035.", [(2024, 2024), (2035, 2035)]),
        ("fr", "Quelque 4 millions d'euros seront engagés entre 2026 et 2028.", [(2026, 2028)]),
        ("fr", "D'ici 2030, il faut planter 9 000 arbres et creuser 300 puits.", [(2030, 2030), (2030, 2030)]),
        ("fr", "À la fin du mandat 2025-2032, la Région aura planté 300 haies.", [(2032, 2032)]),
        ("en", "It will build 35,000 homes by 2029.", [(2029, 2029)]),
        ("en", "It is to yield $3 billion and create 80,000 jobs by 2028.", [(2028, 2028), (2028, 2028)]),
        ("en", "In 2022, 38% of households had water.", [(2022, 2022)]),
        ("en", "Some 7,000 homes had signed up by the end of January.", [(2025, 2025)]),
        ("en", "The board had hired 300 guards by November.", [(2024, 2024)]),
        ("en", "The board will have hired 300 guards by November.", [(2025, 2025)]),
        (
            "fr",
            "Le plan, qui s'achève en août 2028, a été remanié en décembre : 145 mesures ont été revues.",
            [(2024, 2024)],
        ),
        ("fr", "Les émissions devront reculer de 55 % par rapport à 1990.", [(None, None)]),
    ],
)
def test_the_period_is_the_time_that_the_value_is_of(
    language: str, text: str, years: list[tuple[int | None, int | None]]
) -> None:
    found = figures(text, language)
    assert [(f.period_start and f.period_start.year, f.period_end and f.period_end.year) for f in found] == years


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Le plan vise 3 000 entreprises.", [True]),
        ("fr", "Le ministère a équipé 3 000 entreprises.", [False]),
        ("fr", "Quelque 3 000 entreprises seront équipées.", [True]),
        ("fr", "Le taux grimperait de 6 % à 20 %.", [False, True]),
        ("fr", "Sur le terrain, 74 centres ont été construits alors que 400 étaient prévus.", [False, True]),
        ("fr", "Il promet la création de 14 000 postes.", [True]),
        ("en", "The State wants 3,000 schools.", [True]),
        ("en", "The State built 3,000 schools.", [False]),
        ("en", "It reached 5 million people in 2021.", [False]),
        ("en", "It should train 3,000 nurses, up from 900 in 2021.", [True, False]),
        ("fr", "Son budget : 3 millions d'euros.", [None]),
        ("fr", "La région s'en tient à 62 hameaux à raccorder.", [True]),
        ("fr", "Les élèves étaient 300 à attendre un bus.", [False]),
        ("fr", "Trois cents agents, peut-être plus : voilà ce que compte recruter la ville.", [True]),
        ("fr", "Un peu plus de 22 millions d'euros : c'est tout ce qu'a touché le fonds.", [False]),
        ("fr", "Quarante mille arbres ont été plantés, soit 61 % du total prévu.", [False, False]),
        ("fr", "Le ticket, à 3 euros, n'augmentera pas.", [False]),
        ("fr", "Il finance la réfection des conduites, où se perdent 40 % des volumes.", [False]),
        ("fr", "Délais d'attente à réduire de 20 %.", [True]),
        ("fr", "Les communes sont priées de trouver 800 terrains.", [True]),
        ("en", "Some 300 miles remain to be fenced.", [True]),
        ("en", "There are 40 wells still to be drilled.", [True]),
        ("en", "Waiting times to be shortened by 20%.", [True]),
        ("en", "The fare, at $2, will not go up.", [False]),
        ("en", "It will reach places where 40% of girls leave school.", [False]),
        ("en", "Some 300 clerks, maybe more: that is what the city hopes to hire.", [True]),
    ],
)
def test_a_target_is_told_from_a_report(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


def test_the_number_of_a_plans_pillars_is_no_figure() -> None:
    assert figures("La stratégie repose sur 12 axes et 40 projets.", "fr")[0].value == 40
    assert len(figures("The plan rests on 11 pillars.", "en")) == 0


def test_a_figure_told_twice_is_one_with_both_places() -> None:
    text = "Le plan crée 5 000 emplois directs. Ces 5 000 emplois directs seront ruraux."
    [figure] = figures(text, "fr")
    assert [s.of(text) for s in figure.spans] == ["5 000 emplois directs", "5 000 emplois directs"]


def test_a_range_keeps_its_upper_end() -> None:
    [figure] = figures("Le PIB agricole sera compris entre 200 et 250 milliards d'euros.", "fr")
    assert (figure.value, figure.value_high, figure.unit, figure.measure) == (2e11, 2.5e11, "EUR", "PIB agricole")


def test_a_figure_belongs_to_the_plan_that_its_sentence_is_about() -> None:
    text = (
        "Le Plan Horizon Bleu crée 9 000 emplois. Le Pacte Fluvial, lui, mobilise 3 millions d'euros.\n"
        "Il aidera 700 communes."
    )
    assert [f.plan for f in figures(text, "fr", plans=["Plan Horizon Bleu", "Pacte Fluvial"])] == [0, 1, 1]


def test_the_audience_of_a_meeting_is_of_no_plan() -> None:
    text = "The Blue River Plan was presented on Monday. The forum drew over 1,000 delegates."
    assert [f.plan for f in figures(text, "en", plans=["Blue River Plan"])] == [None]


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            [
                "Le",
                "plan",
                "vise",
                "12",
                "000",
                "écoles",
                ",",
                "soit",
                "40",
                "%",
                "de",
                "3",
                "millions",
                "€",
                "en",
                "2030",
                "de",
                "à",
                "et",
                "(",
                ")",
                ":",
                ";",
                "qui",
                "a",
                "été",
            ]
        ),
        max_size=30,
    ),
    language=st.sampled_from(["fr", "en"]),
)
def test_every_figure_quotes_the_text(words: list[str], language: str) -> None:
    text = " ".join(words)
    for figure in figures(text, language):
        assert figure.text == figure.spans[0].of(text)
        assert figure.unit
        assert 0 < figure.confidence <= 1


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Le programme, c'est d'abord le remplacement de 400 chaudières.", [True]),
        ("fr", "Ce chantier a permis la rénovation de 400 écoles.", [False]),
        ("fr", "La part du rail serait portée à 20 %.", [True]),
        ("fr", "Des 80 passerelles inscrites au budget, 12 ont été livrées.", [True, False]),
        ("fr", "Sur les 300 millions d'euros promis, 40 millions sont aujourd'hui engagés.", [True, False]),
        ("fr", "Selon l'ordre, il manquerait 900 pharmaciens.", [False]),
        ("fr", "L'agence a formé 300 guides, pour une cible de 500.", [False, True]),
        ("fr", "La commune en paiera 15 % de sa poche.", [True]),
        ("en", "Officials said they'll hire 90 inspectors.", [True]),
        ("en", "The scheme will train nurses and equip 40 clinics.", [True]),
        ("en", "Some 700 clinics still burn coal.", [False]),
        ("en", "It wants to cut the deficit, put at $3 billion, before the end of 2031.", [False]),
        ("en", "The plan, which aims to lower exam failures by 12 per cent, is new.", [True]),
        ("en", "A board of 15 members, named by the regions, will run it.", [True]),
    ],
)
def test_what_is_announced_is_told_from_what_is(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Le Plan Rivages coûte 9 milliards d'euros, loin du Pacte Forêts.\nIl créera 300 postes.", [0, 0]),
        ("Le Plan Rivages succède au Pacte Forêts. Celui-ci a planté 900 haies.", [1]),
        (
            "Le Plan Rivages est prêt. Le Pacte Forêts, lui, attend.\nIl manque 40 agents au ministère. Autre sujet.",
            [1],
        ),
        ("Le Plan Rivages est prêt. Le Pacte Forêts, lui, attend.\nLes communes recevront 90 bennes.", [0]),
    ],
)
def test_a_paragraph_is_about_the_main_plan_unless_it_speaks_of_another(text: str, plans: list[int]) -> None:
    found = figures(text, "fr", plans=["Plan Rivages", "Pacte Forêts"])
    assert [f.plan for f in found if f.plan is not None] == plans


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Parmi les 60 communes, 18 ont fermé leur gare.", ["communes", "communes fermé leur gare"]),
        ("fr", "Le fonds aide 300 ateliers, dont 40 entièrement rénovés.", ["ateliers", "ateliers rénovés"]),
        ("fr", "La digue coûtera 40 millions d'euros, financés à 60 % par la ville et à 40 % par des armateurs privés.",
         ["digue, coûtera", "ville", "armateurs privés"]),
        ("fr", "Le textile contribue pour 12 % aux exportations.", ["exportations"]),
        ("fr", "La mairie veut ramener sous 900 le nombre de logements vides.", ["logements vides"]),
        ("fr", "Il faut faire passer de 30 % à 45 % d'ici 2031 la part du rail.", ["part du rail"] * 2),
        ("fr", "Le taux de casse était de 8 %. La régie veut ramener ce taux à 3 %.", ["taux de casse"] * 2),
        ("fr", "Les ventes, qui ont chuté de moitié, à 3 millions d'euros, inquiètent.", ["ventes"]),
        ("fr", "La ville attend les 5 millions d'euros nécessaires à la pose de 20 kilomètres de rails.",
         ["nécessaires à la pose de 20 kilomètres de rails", "rails"]),
        ("fr", "Ils ont dû acheter du blé pour une valeur de 9 millions d'euros.", ["acheter du blé"]),
        ("fr", "Quelque 12 millions d'euros proviendront de la région.", ["région"]),
        ("en", "Of the 90 wells, 31 have run dry.", ["wells", "wells run dry"]),
        ("en", "The council will spend $9 million over the next three years to dredge, widen and light canals.",
         ["dredge, widen and light canals"]),
        ("en", "Some $7 million would come from the port authority.", ["port authority"]),
        ("en", "Some $7 million was set aside in the budget to repair bridges.", ["repair bridges"]),
        ("en", "It won a $30 million soft loan.", ["soft loan"]),
        ("en", "The bank pledged equipment to the tune of $4 million.", ["equipment"]),
        ("en", "Seventy gigawatts by 2040: the wind roadmap aims high.", ["wind roadmap"]),
        ("fr", "De 35 % en 2015, la part du seigle est tombée à 24 %.", ["part du seigle"] * 2),
        ("en", "Tenders for 450 MW should follow.", ["Tenders"]),
        ("fr", "Le tout est estimé à 30 millions d'euros.", ["tout, estimé"]),
        ("en", "The guild has lost 40 per cent of its members.", ["members, guild"]),
        ("fr", "Seuls 40 % des bateliers font encore confiance au port.", ["bateliers font encore confiance"]),
        ("en", "Renters, who make up 40 per cent of its 900 members, object.", ["members, Renters", "members"]),
    ],
)  # fmt: skip
def test_elliptic_figures_and_shares_say_what_they_are_of(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("fr", "Le registre comptait 4 000 artisans au 31 décembre 2024.", ["2024-12-31"]),
        ("fr", "La surface, qui a doublé depuis 2020, devra atteindre 90 hectares.", [None]),
        ("fr", "Le bilan est arrêté au 31 décembre 2024. Le taux de pose était de 40 %.", ["2024-12-31"]),
        ("fr", "Le pic a été atteint le 4 juillet 2024, avec 300 MW.", ["2024-07-04"]),
        ("en", "Some 1,200 replies were received between 1 August and 28 September 2024.", ["2024-09-28"]),
        ("en", "In October 2024, 70 pupils were enrolled, among them 30 girls.", ["2024-10-31", "2024-10-31"]),
    ],
)
def test_a_reported_value_is_of_the_day_told_beside_it(language: str, text: str, ends: list[str | None]) -> None:
    assert [f.period_end and f.period_end.isoformat() for f in figures(text, language)] == ends


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The Delta Plan aims to plant 900 groves.", (2031, 2031)),
        ("The Delta Plan is ready. It comes with $3 million over the period.", (2026, 2031)),
        ("The Delta Plan is ready. It will open 40 clinics.", (None, None)),
    ],
)
def test_a_plan_lends_its_years_to_what_is_aimed_at(text: str, years: tuple[int | None, int | None]) -> None:
    doc = analyse(text, "en", country="GB", published_on=dt.date(2025, 3, 1), published_precision="day")
    dates = find_dates(doc)
    plan = Plan("Delta Plan", [Span(4, 14)], start_year=2026, horizon_year=2031)
    found = find_figures(doc, find_quantities(doc, dates), dates, [plan], [])[0]
    assert (found.period_start and found.period_start.year, found.period_end and found.period_end.year) == years


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "La facture est lourde. Le maire l'estime à 48 millions d'euros.", ["facture"]),
        ("fr", "La ville en paiera 30 % et la région 20 %.", ["ville", "région, paiera"]),
        ("en", "It signed a $60-million deal with the port authority.", ["deal with the port authority"]),
        ("en", "The scheme aims to cut late payments to farmers by 25 per cent.", ["late payments to farmers"]),
        ("en", "Of the fund's $60 million, $9 million is set aside for coastal roads.",
         ["fund", "set coastal roads"]),
        ("en", "There are 90 trams, of which 31 have been repaired.", ["trams", "trams repaired"]),
    ],
)  # fmt: skip
def test_amounts_take_their_measure_from_owners_objects_and_gaps(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "La récolte est passée de 12 000 tonnes à 15 000 tonnes entre 2019 et 2023.", [2019, 2023]),
        ("en", "By 2031, the share of rail should reach 60 percent, up from 38 percent.", [2031, None]),
        ("en", "A floor of 55 percent applies from 2027.", [2027]),
        ("en", "Output stood at 3 million tonnes in 2024, 12 per cent more than in 2022.", [2024, 2024]),
    ],
)
def test_each_value_is_of_its_own_end_of_the_time_told(language: str, text: str, years: list[int | None]) -> None:
    assert [f.period_end and f.period_end.year for f in figures(text, language)] == years


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Le taux d'échec est de 14 %, que le plan veut ramener à 9 %.", ["taux d'échec"] * 2),
        ("fr", "La part du rail plafonne à 24 %. Le plan ambitionne de la hisser à 35 %.", ["part du rail"] * 2),
        ("fr", "Les deux ports ont accueilli 2 140 et 31 600 croisiéristes.", ["croisiéristes"] * 2),
        ("fr", "Le bureau a 16 postes pourvus sur 54.", ["postes pourvus"] * 2),
        ("fr", "Le prix d'un capteur, 1 100 dirhams en moyenne, reste élevé.", ["prix d'un capteur"]),
        ("fr", "La taxe foncière nous coûtera 9 millions d'euros.", ["taxe foncière"]),
        ("fr", "Un parc de 30 et 45 hectares sera aménagé.", ["parc"] * 2),
        ("fr", "Le sac de 50 kilos est passé de 950 à 1 800 gourdes.", ["sac"] * 3),
        ("fr", "Il accuse les recettes minières, en recul de 47 %.", ["recettes minières, recul"]),
        ("en", "A poll of 1,200 farm workers found little.", ["farm workers"]),
        ("en", "Jobless youth are at 14%, which the plan wants to cut to 9%.", ["Jobless youth"] * 2),
        ("en", "The gardens drew 2,140 and 31,600 paying guests.", ["paying guests"] * 2),
        ("en", "Of the 54 rural bridges, 33 are open. The board would reopen 12.",
         ["rural bridges", "rural bridges", "bridges, reopen"]),
        ("en", "The strategy would cost $365 million.", ["cost"]),
        ("en", "Endowed with $12 million, the nursing fund will open.", ["nursing fund"]),
        ("en", "The mill employs 320 workers, 40 of them women.", ["workers, mill", "women"]),
        ("en", "Strikers numbered 3,200 according to police.", ["Strikers"]),
        ("en", "He points out that barely 1,100 tonnes changed hands.", ["changed hands"]),
    ],
)  # fmt: skip
def test_numbers_told_alone_take_up_what_was_told_before(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "La Banque a mis sur la table 14 millions d'euros.", [True]),
        ("fr", "Le collectif, qui regroupe 40 clubs, réclame un débat avant le vote du budget 2026.", [False]),
        ("fr", "Les 260 balises de plage transmettront la température.", [False]),
        ("fr", "Au large, 260 balises transmettront la température.", [True]),
        ("fr", "Le syndicat réclame 4 000 embauches.", [True]),
        ("fr", "La commission a entendu 40 experts.", [False]),
        ("en", "A 120-page report was tabled and will be read.", [False]),
        ("en", "The court read the 1,126 letters it received.", [False]),
        ("en", "A cabinet that promised 30,000 homes has delivered none.", [True]),
        (
            "en",
            "It should open 400 kiosks, against 265 at present, 45 percent of them in villages.",
            [True, False, True],
        ),
    ],
)
def test_clauses_of_their_own_tell_what_is_aimed_at(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


def test_the_second_of_two_changes_shares_the_deadline_of_the_first() -> None:
    text = "Accounts should go from 41 million to 75 million by the end of 2029, and transfers from 12 to 30 million."
    assert [f.period_end and f.period_end.year for f in figures(text, "en")] == [None, 2029, None, 2029]


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Le musée a reçu 90 millions d'euros sous forme de dons.", ["dons"]),
        ("fr", "Voici le détail : 45 millions d'euros au titre de la part communale.", ["part communale"]),
        ("fr", "Il ouvre des dortoirs pour marins, dont le nombre passera de 12 à 30.", ["dortoirs pour marins"] * 2),
        ("fr", "Le tunnel financé à hauteur d'un montant global de 70 millions d'euros ouvre.", ["tunnel"]),
        ("fr", "Le tunnel, d'un montant de 70 millions d'euros, ouvre.", ["tunnel"]),
        ("fr", "La région veut un pont d'un montant de 70 millions d'euros.", ["pont"]),
        ("fr", "Le fonds vert (FV) de 3 milliards d'euros ouvre.", ["fonds vert"]),
        ("fr", "Selon la maire, Odile Brunaud : 14 millions d'euros versés aux écoles.", ["versés aux écoles"]),
        ("fr", "Coût de 38 millions d'euros, dont 21 millions sont acquis.", ["Coût", "acquis"]),
        ("fr", "Un don de 6 millions d'euros (4 milliards F CFA) de la part de la Banque.", ["don", "don"]),
        ("fr", "Il évalue la facture à 9 millions d'euros, quand l'État n'en prévoit que 4 millions.", ["facture"] * 2),
        ("fr", "Le port veut doubler, à 14 milliards d'euros par an, les ventes de thon.", ["ventes de thon par an"]),
        ("fr", "La maire chiffre à 2 650 les berceaux à ouvrir.", ["berceaux"]),
        ("fr", "On soigne la vitesse des bus : celle-ci est tombée à 15 km/h.", ["vitesse des bus"]),
        ("fr", "À 6 %, la croissance est vigoureuse.", ["croissance"]),
        ("fr", "Les ventes ont triplé en cinq ans, passant de 3 à 9 milliards d'euros.", ["ventes"] * 2),
        ("fr", "Le revenu par habitant est à 3 480 euros.", ["revenu par habitant"]),
        ("fr", "Il compte dix mille (10 000) soudeurs.", ["soudeurs"]),
        ("fr", "Les 40 % restants sont réservés aux jardins.", ["réservés aux jardins"]),
        ("fr", "Il a obtenu un prêt de 18 millions d'euros de la Banque du Sud.", ["prêt, Banque du Sud"]),
        ("fr", "La nappe couvre 28 % des besoins en eau.", ["besoins en eau"]),
        ("fr", "La régie dispose de soixante jours pour y répondre.", ["y répondre"]),
        ("en", "The board weighs a $70 million (about £55 million) credit.", ["credit", "credit"]),
        ("en", "Another £21 million is meant for 12 rescue stations.", ["meant rescue stations", "rescue stations"]),
        ("en", "It comes with a purse of £60 million, £22 million of it loans.", ["purse", "loans"]),
        ("en", "They spend £29 million, of which £11 million comes as a gift.", ["spend", "gift"]),
        ("en", "The bank put up £600 million as seed capital.", ["seed capital"]),
        ("en", "The output of Egypt, the Sudan, and Libya is £800 million.", ["output of Egypt, the Sudan, and Libya"]),
        ("en", "They can raise the harvest of wheat and corn in the valleys to 30 million tonnes.",
         ["harvest of wheat and corn"]),
        ("en", "It is a regional hub of choice for the firm’s debts, amounting to £4 million.", ["firm’s debts"]),
        ("en", "The council hopes to achieve 42% clean steel output.", ["clean steel output"]),
        ("en", "Fines worth more than £31 million have been waived.", ["Fines"]),
        ("en", "It has found money where it can: £51 million for chip design, £79 million for advanced optics.",
         ["chip design", "advanced optics"]),
        ("en", "They spend £20bn on 40 ferry projects.", ["ferry projects", "ferry projects"]),
        ("en", "They run 40 IT projects.", ["IT projects"]),
        ("en", "He put the cost of floods to the harbour at £4 million.", ["cost of floods"]),
        ("en", "The plan will lift employment in forestry to 60,000 by 2035 from about 34,000 now.",
         ["employment in forestry"] * 2),
        ("en", "The town has a population of 1.2 million.", ["population"]),
        ("en", "We will double the county’s roadways from 200 to 400 kilometres.", ["county’s roadways"] * 2),
        ("en", "Solar capacity would rise tenfold to 20GW.", ["Solar capacity"]),
        ("en", "It is a 10-year, £3bn loan.", ["loan", "loan"]),
        ("en", "He launched the £28 million Osprey Moor Dam.", ["Osprey Moor Dam"]),
        ("en", "The board was given £6 million which rises to £7 million.", ["board, given"] * 2),
        ("en", "Only 31km out of 200km of old power lines were repaired.", ["old power lines"] * 2),
    ],
)  # fmt: skip
def test_roles_asides_and_owners_say_what_is_measured(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "La Région va dégager 10 milliards d'euros.", [True]),
        ("fr", "Il faut porter l'effectif à 75 agents.", [True]),
        ("fr", "Nous visons 10 000 tonnes de miel.", [True]),
        ("fr", "Quelque 220 stages y sont programmés.", [True]),
        ("fr", "Quelque 900 pirogues attendent un permis.", [False]),
        ("fr", "La loi devrait faire passer la part du bois de 14 % actuellement à 23 %.", [False, True]),
        ("fr", "Planter 3 000 arbres au bord des routes", [True]),
        ("fr", "Ils ont procédé à la remise des actes d'attribution de 500 logements.", [False]),
        ("en", "Some 80 growers are set to benefit.", [True]),
        ("en", "He shared the goal of expanding exports from £30 million to £90 million.", [False, True]),
        ("en", "It would lift output to 60,000 tons from 34,000 tons now, and add £9 million to incomes.",
         [True, False, True]),
        ("en", "Grants will range from £15,000 to £250,000.", [True]),
        ("en", "Build 25,000 homes on old docks.", [True]),
        ("en", "The app will be ready by March 2026 and that fines of £3 million have been waived is known.", [False]),
    ],
)  # fmt: skip
def test_near_futures_purposes_and_orders_are_aims(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Il faudra 15 milliards de dinars, soit 5 milliards d'euros, pour mener à bien le plan des ports.",
         ["mener à bien le plan des ports"] * 2),
        ("fr", "Le ministre parle de « 4 milliards d'euros » (5 milliards de dollars) d'engagements privés.",
         ["engagements privés"] * 2),
        ("fr", "La soie fournira 12 % de la récolte d'ici 2030 et 30 % en 2040.", ["récolte, soie"] * 2),
        ("fr", "Le riz devrait progresser de 12 % et le maïs de 8 %.", ["riz, progresser", "maïs, progresser"]),
        ("fr", "La demande de soins en ville et en traitement des plaies a bondi de 16 %.",
         ["demande de soins en ville et en traitement des plaies"]),
        ("fr", "Les intérêts pourraient grimper, avec la hausse des taux, à 30 milliards d'euros.", ["intérêts"]),
        ("fr", "Eau, énergie et ports : 12 projets, pour 3 milliards d'euros", ["projets", "Eau, énergie et ports"]),
        ("fr", "Il tirera les 60 % restants de ses propres ressources.", ["propres ressources"]),
        ("fr", "Quelque 80 millions d'euros iront aux routes, 45 millions d'euros aux ponts.", ["routes", "ponts"]),
        ("fr", "Le plan coûte 90 millions d'euros, dont 40 millions de dons à répartir.", ["coût", "dons à répartir"]),
        ("fr", "Le blé, qui coûte chaque année 150 millions d'euros, manque.", ["blé, coûte"]),
        ("fr", "Quelque 30 millions d'euros serviront à équiper les ports.", ["équiper les ports"]),
        ("fr", "Le coton a rapporté 12 millions d'euros, l'or 60 millions.", ["coton, rapporté", "or, rapporté"]),
        ("en", "More than £7 million will pay for new quays.", ["new quays"]),
        ("en", "The money needed to mend the quays is put at £6 million.", ["money needed to mend the quays"]),
        ("en", "Barley is to grow by 30 percent, that of oats by 9 percent and rye by 5 percent.",
         ["Barley, grow", "oats, grow", "rye, grow"]),
        ("en", "The islands want to shave 25 percent off the regional fuel bill.", ["regional fuel bill"]),
        ("en", "The port will spend £2 million now to put more local fish on menus.", ["put more local fish"]),
        ("en", "The plan is to lift the economy to £5 billion by 2036 and on to £9 billion by 2047.", ["economy"] * 2),
        ("en", "£30 million from the Orchard Group, £9 million from the Weavers Guild and more helped.",
         ["from the Orchard Group", "from the Weavers Guild"]),
        ("en", "£96 million for courts, local roads and the fight against fraud",
         ["courts, local roads and the fight against fraud"]),
        ("en", "Some £220 million of that will be spent before the winter.", ["spent"]),
        ("en", "A £2.4 billion hole in the budget has to be filled.", ["hole in the budget"]),
        ("en", "With £60 million from Orchard Group, the bank will lend.", ["from Orchard Group"]),
        ("en", "The share of trips by tram is meant to rise from 4 to 10 percent.", ["share of trips by tram"] * 2),
        ("en", "About 800 pupils in the senior high schools sat down.", ["pupils in the senior high schools"]),
        ("en", "So far £830 million has been spent, or 54 percent of the loan.", ["spent", "spent, loan"]),
    ],
)  # fmt: skip
def test_what_stands_between_an_amount_and_its_noun(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Ce sont 20 000 emplois qui pourraient naître.", [True]),
        ("fr", "L'État s'est engagé à construire 300 écoles.", [True]),
        ("fr", "L'objectif a été ramené à 5 000 logements.", [True]),
        ("fr", "On attend quelque 400 délégués.", [True]),
        ("fr", "Le travail portera sur le bois (39 % des achats).", [False]),
        ("en", "Ministers have undertaken to deliver 9,000 homes.", [True]),
        ("en", "Three envoys are to be named, twenty-five markets opened and forty fairs organised.", [True, True]),
        ("en", "Barley is to grow by 30 percent, that of oats by 9 percent.", [True, True]),
        ("en", "An investment in 40,000 flats was announced.", [True]),
        ("en", "Efforts have gone into creating 900 jobs.", [True]),
        ("en", "The port will spend £2 million now to buy cranes.", [True]),
    ],
)
def test_commitments_clefts_and_ellipses_are_aims(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


def test_a_pronoun_goes_on_with_the_time_that_was_told() -> None:
    told = figures("Arrivals stood at 2.6 million in 2022. They brought in £214 million.", "en")
    assert [f.period_end and f.period_end.year for f in told] == [2022, 2022]


def test_lines_with_other_labels_hold_other_figures() -> None:
    told = figures("Santé : 12 projets et 5 réformes\nEau : 30 projets et 5 réformes", "fr")
    assert [f.value for f in told] == [12, 5, 30, 5]


def test_a_number_in_the_name_of_a_plan_is_no_figure() -> None:
    name = "Programme des 145 Vallées"
    assert [f.value for f in figures(f"Le {name} crée 300 postes.", "fr", plans=[name])] == [300]


@pytest.mark.parametrize(
    ("language", "text", "names", "plans"),
    [
        (
            "fr",
            "Le Plan Rives est prêt. Estimé à 40 millions d'euros, le Pacte Halles attend.",
            ["Rives", "Halles"],
            [1],
        ),
        ("en", "The Rivers Plan is out. Put at $40 million, the Markets Pact is late.", ["Rivers", "Markets"], [1]),
        (
            "fr",
            "Le Plan Rives est là. La Banque met 9 millions d'euros à travers le Pacte Halles, et l'État, 3 millions.",
            ["Rives", "Halles"],
            [0, 0],
        ),
        (
            "en",
            "The Rivers Plan, the arm of the Markets Pact, is out. It costs $3 million.",
            ["Rivers", "Markets"],
            [0],
        ),
    ],
)
def test_a_figure_is_of_the_plan_that_its_clause_is_about(
    language: str, text: str, names: list[str], plans: list[int]
) -> None:
    assert [f.plan for f in figures(text, language, plans=names)] == plans


def test_a_part_says_which_plan_its_paragraph_is_about() -> None:
    text = "The Rivers Plan is out.\nThe first pillar, dredging, leans on the Markets Pact. Crews will clear 90 weirs."
    plans = [
        Plan(name, [Span(text.find(name), text.find(name) + len(name))]) for name in ("Rivers Plan", "Markets Pact")
    ]
    at = text.find("dredging")
    pillars = [Pillar(0, "dredging", [Span(at, at + 8)], "pillar", 1)]
    doc = analyse(text, "en")
    dates = find_dates(doc)
    found = find_figures(doc, find_quantities(doc, dates), dates, plans, pillars)
    assert [f.plan for f in found] == [0]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        # What is named as an aim is aimed at, reached or not.
        ("fr", "La couverture stagne et l'objectif de 75 % reste loin.", [True]),
        ("fr", "À peine 400 bassins fonctionnent, loin des 2 500 promis.", [False, True]),
        ("en", "The 45 per cent goal for girls was missed.", [True]),
        ("en", "Only 400 ponds are in use, far from the 2,500 pledged.", [False, True]),
        ("fr", "Huit ans, 25 000 toits. C'est la promesse faite aux locataires.", [True]),
        ("en", "Eight years, 25,000 roofs: that is the goal the council has set.", [True]),
        # What is so today isn't, whatever is aimed at beside it.
        ("fr", "D'ici 2035, le cheptel, qui compte aujourd'hui 90 000 têtes, devrait doubler.", [False]),
        ("en", "By 2035 the herd, currently at 90,000 head, should double.", [False]),
        ("en", "At present, 18% of farms are insured.", [False]),
        ("en", "The fleet, 60 buses now, will have to carry 14,000 riders.", [False, True]),
        ("en", "The county would now have to dig 840 wells.", [True]),
        ("fr", "Les rejets, de l'ordre de 7 000 tonnes, devront être ramenés à 2 000 tonnes.", [False, True]),
        ("en", "Some 40 reefs must be mapped, whereas the current pace is 9 a year.", [True, False]),
        ("fr", "Le quai plafonne à 61 %, quand le schéma tablait sur 80 %.", [False, True]),
        ("en", "Occupancy is 61 per cent, when the scheme had banked on 80 per cent.", [False, True]),
        ("en", "Losses, reckoned at 34 per cent, are to be cut.", [False]),
        # The whole that a part to come is told of.
        ("fr", "Au total, 9 moulins sur 31 devront fermer.", [True, False]),
        ("fr", "Sur 80 abattoirs, 14 seront rénovés.", [False, True]),
        ("en", "Some 9 out of 31 mills will have to close.", [True, False]),
        # Orders, debts, powers denied, and what is told in passing.
        ("fr", "Les préfets ont été chargés de replanter 60 000 arbres.", [True]),
        ("en", "The ports have been told to free up 40 berths.", [True]),
        ("fr", "La régie doit encore 14 millions d'euros à ses fournisseurs.", [False]),
        ("en", "In 2021, 38 per cent of clerks could not read the form.", [False]),
        ("en", "The last census put it at 41 per cent.", [False]),
        ("en", "The board hopes to end delays that, by its own account, cost 60 million euros.", [True]),
        ("fr", "Un forum suivi par 900 apiculteurs a précédé le vote.", [False]),
        ("en", "With the fee raised to 90 euros, growers hesitate.", [False]),
        ("en", "The bay, home to 38 hatcheries, has yet to vote.", [False]),
        ("fr", "Il aura fallu quarante réunions.", [False]),
        ("fr", "Il veut se passer des 60 millions d'euros que la région reçoit.", [False]),
        # What a plan, or a part of it, gives.
        ("fr", "Le deuxième axe repose sur un fonds de 60 millions d'euros.", [True]),
        (
            "en",
            "The strategy was unveiled on Friday. It funds 900 bursaries and sets up a $40 million fund.",
            [True, True],
        ),
        ("en", "The ministry spends $40 million a year on dredging.", [False]),
        ("en", "Another $12 million was in the pipeline.", [True]),
    ],
)
def test_aims_are_told_from_what_is_so(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        (
            "fr",
            "La part du rail passera de 9 % en 2019 à 15 % en 2033. Dans le même temps, celle du fret ira de 4 à 8 %.",
            [2019, 2033, 2019, 2033],
        ),
        ("en", "Ferries carried 2 million people in 2022. Over the same period, 40 piers closed.", [2022, 2022]),
        ("en", "The plan is to train 300 divers by 2029. By then, 12 docks will have been rebuilt.", [2029, 2029]),
        ("fr", "Le port vise 40 000 conteneurs en 2028. Il doit aussi employer 900 dockers.", [2028, 2028]),
        ("fr", "Le tarif serait porté de 40 à 45 euros au 1er juin.", [None, 2025]),
        ("en", "The first phase, which ran from 2015 to 2019, built 300 kilns.", [2019]),
        ("en", "In 2019, 33 per cent of kilns could not be lit.", [2019]),
        ("fr", "On parle de 90 millions d'euros, dont une part dès 2026.", [None]),
        ("fr", "La flotte, qui a doublé depuis 2018, devra compter 90 navires.", [None]),
        ("fr", "Elle verse 9 millions d'euros au titre d'un accord dont la révision s'ouvrira en 2027.", [None]),
        ("en", "A radar stands at 14 ports and will reach the others by 2030.", [None]),
        ("fr", "Ouvert en 2017, le quai a reçu 400 navires.", [None]),
        ("en", "Launched in 2017, the desk has handled 4,800 claims.", [None]),
        ("fr", "Chaque bourg recevra 14 euros par habitant, le double de l'an dernier.", [None]),
        ("en", "The quay, valued at $7 million two years ago, is now worth $11 million.", [2023, None]),
        ("en", "The board had hoped for 30,000 skippers in 2023. They got 18,700.", [2023, 2023]),
    ],
)
def test_a_time_is_that_of_its_own_clause_or_of_the_sentence_before(
    language: str, text: str, years: list[int | None]
) -> None:
    assert [f.period_end.year if f.period_end else None for f in figures(text, language)] == years


def test_the_cost_of_a_plan_is_for_its_years_not_for_the_day_that_it_was_told() -> None:
    name = "Kelp Recovery Plan 2025-2031"
    plan = Plan(name, [Span(35, 35 + len(name))], start_year=2025, horizon_year=2031)
    text = f"On 24 February 2025, she unveiled the {name}, costed at $38 million."
    plan.spans = [Span(text.find(name), text.find(name) + len(name))]
    doc = analyse(text, "en", published_on=dt.date(2025, 3, 1), published_precision="day")
    dates = find_dates(doc)
    [figure] = find_figures(doc, find_quantities(doc, dates), dates, [plan], [])
    assert (figure.period_start, figure.period_end) == (dt.date(2025, 1, 1), dt.date(2031, 12, 31))


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Un tiers des foyers, soit 40 000 personnes, attend.", [33.3333, 40_000]),
        ("en", "One in three wells is dry, and 60 were closed.", [33.3333, 60]),
        ("en", "About two-thirds of the kilns run on gas, 30% on wood.", [66.6667, 30]),
        ("fr", "Un foyer sur cinq trie ses déchets ; 8 communes sur 10 les brûlent.", [20, 80]),
        ("fr", "Plus de 7 000 d'entre eux traversent le fleuve tous les jours.", [7000]),
        ("en", "They were more than 300 at the gate of the mill on that morning.", [300]),
    ],
)
def test_shares_of_a_whole_and_numbers_of_those_told_before(language: str, text: str, values: list[float]) -> None:
    assert [f.value for f in figures(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        # What is there already belongs to somebody, or is told as going on.
        ("en", "The fund will reach the county's 640 villages.", [False]),
        ("en", "Its club of 28 skippers would have to pay.", [False]),
        ("en", "The county's 14 new piers will open.", [True]),
        ("fr", "Son réseau de 28 patrons pêcheurs devra payer.", [False]),
        ("en", "She wants 9,000 kilns, twice the present 4,500.", [True, False]),
        ("en", "She called the aim bold with boats still burning around 40% of the oil.", [False]),
        # Requests and readiness.
        ("en", "Owners are being asked for $40 million.", [True]),
        ("en", "The survey asked 900 skippers.", [False]),
        ("fr", "Il leur est demandé de curer 90 étangs.", [True]),
        ("fr", "Les notaires se disent disposés à prêter 12 millions d'euros.", [True]),
        ("fr", "La halle dispose de 40 étals.", [False]),
        ("fr", "Le syndicat mise sur 5 % de marge.", [True]),
        ("en", "The union is betting on a margin of 5 percent.", [True]),
        # The verb of a relative clause, a goal named behind, what is needed.
        ("fr", "On en est à 17 %, loin des 35 % que le schéma de la rade promettait.", [False, True]),
        ("en", "It is at 17 percent, against the 35 percent that the harbour scheme has in its sights.", [False, True]),
        ("fr", "Quarante pour cent de toits verts dans la ville basse : le cap est fixé.", [True]),
        ("en", "It hired 830 wardens, out of 1,060 needed.", [False, True]),
        # The same in other words.
        ("en", "Each year $90 million will be paid, which comes to $2 million per ward.", [True, True]),
        ("en", "Fences are to be built on 85 creeks.", [True]),
        ("en", "Licences used to cost 40 euros.", [False]),
        ("en", "The dale counts 300 barns, 40 of them to be mended.", [False, True]),
        ("en", "The court holds 980 cases, and some parties are given dates in 2029.", [False]),
    ],
)
def test_requests_needs_and_what_is_there_already(language: str, text: str, targets: list[bool | None]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


def test_a_part_told_without_a_verb_is_aimed_at() -> None:
    text = "Le Plan Rives a deux volets.\nUn, les digues de terre (40 km).\nL'an dernier, 12 km ont été levés."
    at = text.find("digues de terre")
    plan = Plan("Plan Rives", [Span(3, 13)])
    pillars = [Pillar(0, "digues de terre", [Span(at, at + 15)], "pillar", 1)]
    doc = analyse(text, "fr")
    dates = find_dates(doc)
    found = find_figures(doc, find_quantities(doc, dates), dates, [plan], pillars)
    assert [(f.value, f.is_target) for f in found] == [(40, True), (12, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Voici le Plan Rives. À l'échéance, la pêche doit croître de 8 %. La ville aurait 60 quais."),
        ("en", "Here is the Plan Rives. Once the plan has run its course, catches are to rise 8 percent."),
    ],
)
def test_the_end_of_a_plan_is_the_time_of_what_follows(language: str, text: str) -> None:
    at = text.find("Plan Rives")
    plan = Plan("Plan Rives", [Span(at, at + 10)], horizon_year=2031)
    doc = analyse(text, language, published_on=dt.date(2025, 3, 1), published_precision="day")
    dates = find_dates(doc)
    found = find_figures(doc, find_quantities(doc, dates), dates, [plan], [])
    assert {f.period_end for f in found} == {dt.date(2031, 12, 31)}


@pytest.mark.parametrize(
    ("language", "text", "plans"),
    [
        ("fr", "Le Plan Rives est là. Deux prêts de 9 millions d'euros, destinés au Pacte Halles, sont signés.", [1]),
        ("en", "The Plan Rives is out. Loans of $9 million, earmarked for the Pacte Halles, were signed.", [1]),
        ("fr", "Le Plan Rives est là. C'est l'œuvre du Pacte Halles. Au total, 900 emplois sont en jeu.", [0]),
        ("en", "The Plan Rives is out. At 17 percent, it trails the 35 percent that the Pacte Halles aims at.", [0, 1]),
    ],
)
def test_an_amount_is_of_the_plan_that_it_goes_to(language: str, text: str, plans: list[int]) -> None:
    assert [f.plan for f in figures(text, language, plans=["Plan Rives", "Pacte Halles"])] == plans


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Sur les 250 millions d'euros promis, 125 seulement ont été versés.", [(250e6, "EUR"), (125e6, "EUR")]),
        ("fr", "Près de 102 milliards d'euros ont été perçus et 45,6 dépensés.", [(102e9, "EUR"), (45.6e9, "EUR")]),
        ("fr", "La ville verse 20 millions d'euros. C'est 5 millions de plus qu'avant.", [(20e6, "EUR"), (5e6, "EUR")]),
        ("fr", "La part du bois s'établit à 17 %, en recul de 1,6 point.", [(17, "percent"), (1.6, "percent")]),
        ("fr", "La revue « 360 Industria » cite le Groupe des 12 et la règle du N+2.", []),
        ("en", "Of the $250 million pledged, only 125 has been paid.", [(250e6, "USD"), (125e6, "USD")]),
        ("en", "The share was 17 percent, up 1.6 points.", [(17, "percent"), (1.6, "percent")]),
        ("en", "It sinks by 12 centimetres a year.", [(12, "cm")]),
        ("en", "The link carries 600 gigabits per second.", [(600, "Gbit/s")]),
        ("en", "The bid was 115 øre per kilowatt-hour.", [(1.15, "NOK")]),
        ("en", "It moved to 159 Struben Street and the Group of 77, for its part, agreed.", []),
        ("en", "A Council of 21 members was named.", [(21, "count")]),
    ],
)
def test_a_number_takes_the_unit_of_its_kin_and_names_are_no_figures(
    language: str, text: str, values: list[tuple[float, str]]
) -> None:
    assert [(f.value, f.unit) for f in figures(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Le port créera 700 postes chaque année.", ["postes chaque année"]),
        ("fr", "Le manque de lits, évalué à 800 unités, croît.", ["manque de lits"]),
        ("fr", "La lande a reculé de 4 %, l'équivalent de 900 hectares.", ["lande", "lande"]),
        ("fr", "Le plan aide des fermes couvrant 90 hectares.", ["fermes, couvrant"]),
        ("fr", "Les soignants seront formés par vagues : 90 cette année, 120 en 2027.", ["soignants formés"] * 2),
        ("fr", "Le pays est 40e au classement ; il vise la 20e place à l'horizon 2030.", ["classement", "classement"]),
        (
            "fr",
            "Sur les 90 bourses promises par le Plan Rives, 40 ont été versées.",
            ["bourses promises", "bourses versées"],
        ),
        ("en", "The gap in beds stands at 800 units.", ["gap in beds"]),
        ("en", "The plan calls for a lake holding 90 cubic metres.", ["lake, holding"]),
        ("en", "Staff will be trained in waves: 90 this year, 120 in 2027.", ["Staff trained"] * 2),
        ("en", "Road deaths have fallen in a decade, from 900 in 2014 to 300.", ["Road deaths"] * 2),
        ("en", "Some 38% of mills say they reject skilled staff.", ["mills reject skilled staff"]),
        ("en", "It promises 900 flats priced at $30,000.", ["flats priced", "flats priced"]),
        (
            "en",
            "Of the 90 grants promised under the Plan Rives, 40 have been paid.",
            ["grants promised", "grants paid"],
        ),
    ],
)
def test_what_is_measured_is_told_across_clauses_and_signs(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language, plans=["Plan Rives"])] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Avec un taux de vaccination de 47 %, l'île est en retard.", [False]),
        ("fr", "Le pacte, signé en mars par quarante maires, promet 900 logements.", [False, True]),
        ("fr", "Il y a 64 projets prévus, dont 30 en cours d'exécution.", [True, False]),
        ("fr", "Trois millions d'euros ont été alloués à la rénovation de 14 ponts.", [False, True]),
        ("en", "With a vaccination rate of 47%, the island lags.", [False]),
        ("en", "The country ranks 97th in the index and wants to rise.", [False]),
        ("en", "It promises 900 flats priced at $30,000.", [True, True]),
    ],
)
def test_levels_signatories_and_works_under_way_are_no_aims(language: str, text: str, targets: list[bool]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("fr", "Objectifs 2030 :\n- 900 bus\n- 40 % de bois", 2030),
        ("fr", "D'ici à 2031, le plan doit livrer :\n- 900 bus\n- 40 % de bois", 2031),
        ("en", "Key figures for 2023:\n- 900 buses\n- 40 depots", 2023),
        ("en", "Sales reached $9 million in 2023, a 7% rise on the previous year.", 2023),
    ],
)
def test_a_list_has_the_time_of_its_lead_and_a_rise_that_of_its_amount(language: str, text: str, year: int) -> None:
    assert {f.period_end for f in figures(text, language)} == {dt.date(year, 12, 31)}


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Le plan vise un déficit de 3 % du PIB.", ["déficit, PIB"]),
        ("fr", "Les 90 mesures du Plan Rives attendent.", ["mesures"]),
        ("fr", "La ville, estimée à 5 millions d'habitants, grandit.", ["habitants, ville"]),
        ("fr", "Le décret fixe à 35 % la part de femmes.", ["part de femmes"]),
        ("fr", "Il compte 900 heures d'ensoleillement.", ["ensoleillement"]),
        ("fr", "Le loyer plafonné à 450 euros rassure.", ["loyer"]),
        ("en", "They want a deficit of no more than 3 per cent of GDP.", ["deficit, GDP"]),
        ("en", "The herd has shrunk by a third in six years, from 900 to 600.", ["herd", "herd"]),
        ("en", "Tax receipts amount to $4 billion.", ["Tax receipts"]),
    ],
)
def test_what_has_a_share_and_what_a_verb_sets(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language, plans=["Plan Rives"])] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Le pays investit 2 % du PIB, loin des 3 % recommandés.", [False, True]),
        ("fr", "Les deux tiers des mesures sont engagées.", [False]),
        ("fr", "La ville s'est fixé pour cap une croissance de 4 %.", [True]),
        ("fr", "La ville compte 900 bus, un chiffre qui doit doubler d'ici à 2030.", [False]),
        ("en", "Spending is at 6%, short of the 15% agreed.", [False, True]),
        ("en", "With 300 days of sunshine a year, the isle could earn more.", [False]),
        ("en", "The state has set its sights on growth of 5 per cent.", [True]),
    ],
)
def test_what_is_set_as_a_goal_and_what_is_so_beside_it(language: str, text: str, targets: list[bool]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("fr", "Seuls 110 des 480 kilomètres de digues tiennent.", [(110, "km", "exact"), (480, "km", "exact")]),
        ("fr", "Le prix est plafonné à 400 euros.", [(400, "EUR", "at_most")]),
        ("fr", "Le taux plafonne à 40 %.", [(40, "percent", "exact")]),
        ("fr", "Le port est 40e sur 190.", [(40, "rank", "exact")]),
        ("en", "They cleared 300 of the 1,100 hectares.", [(300, "ha", "exact"), (1100, "ha", "exact")]),
        ("en", "The port is 40th in the world.", [(40, "rank", "exact")]),
    ],
)
def test_parts_have_the_unit_of_their_whole_and_lists_make_ranks(
    language: str, text: str, values: list[tuple[float, str, str]]
) -> None:
    assert [(f.value, f.unit, f.qualifier) for f in figures(text, language)] == values


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        (
            "fr",
            "La ville concentre 38 % des commerces alors qu'elle n'abrite que 16 % des familles.",
            ["familles, ville"],
        ),
        ("fr", "Un crédit d'impôt de 30 %, dans la limite de 800 euros, est offert.", ["crédit d'impôt"]),
        ("fr", "On compte 17 % seulement des déchets.", ["déchets"]),
        ("fr", "Le taux de tri est de 17 % et le cap des 40 % approche.", ["taux de tri"]),
        ("fr", "Les dons couvriront 55 millions d'euros, sur un total de 90 millions d'euros.", ["total"]),
        ("fr", "Ils étaient 90 juges pour 400 villages ; on en dénombre 120 désormais.", ["juges"]),
        ("en", "Exports: $500 million", ["Exports"]),
        ("en", "The recycling rate stands at 17% and is to pass the 35% mark.", ["recycling rate"]),
        ("en", "Loans will cover $40 million, out of a total of $60 million.", ["total"]),
        ("en", "There were 90 judges for 400 villages; now there are 120.", ["judges"]),
        ("en", "They want to double rice output, currently 700 tonnes.", ["rice output"]),
    ],
)
def test_the_last_figure_takes_up_what_another_measured(language: str, text: str, measures: list[str]) -> None:
    assert [f.measure for f in figures(text, language)][-1:] == measures


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Le texte prévoit que 3 % des gains soient versés et qu'un élève sur quatre soit aidé.", [True, True]),
        ("fr", "Le chantier aura coûté 190 millions d'euros.", [False]),
        ("fr", "Le Plan Rives, signé le 4 janvier, alloue 90 millions d'euros aux ports.", [True]),
        ("en", "The Plan Rives, signed on 4 January, sets aside $35 million for ports.", [True]),
    ],
)
def test_what_a_text_provides_for_is_aimed_at(language: str, text: str, targets: list[bool]) -> None:
    assert [f.is_target for f in figures(text, language, plans=["Plan Rives"])] == targets


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("fr", "Le parc devra franchir les 6 000 bus.", [True]),
        ("fr", "Des 980 villages ciblés, soit 540 foyers, ont reçu un kit.", [True, False]),
        ("en", "It has equipped 90 schools, whereas 400 had been targeted.", [False, True]),
        ("en", "Of the 980 target villages, 540 to be precise, have received a kit.", [True, False]),
    ],
)
def test_a_verb_behind_an_aside_and_a_past_aim(language: str, text: str, targets: list[bool]) -> None:
    assert [f.is_target for f in figures(text, language)] == targets


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It reached 900 people aged 16 to 25.", [(900, "count")]),
        ("en", "Some $7 billion will go there, 4.2 billion of it by private firms.", [(7e9, "USD"), (4.2e9, "USD")]),
        ("en", "Works are expected to last 28 months.", [(28, "month")]),
    ],
)
def test_ages_terms_and_parts_of_an_amount(language: str, text: str, values: list[tuple[float, str]]) -> None:
    assert [(f.value, f.unit) for f in figures(text, language)] == values


def test_a_participle_with_an_accent_is_no_unit() -> None:
    found = figures("Sur 900 bus, 400 ont été commandés et 120 livrés.", "fr")
    assert [(f.value, f.unit) for f in found] == [(900, "count"), (400, "count"), (120, "count")]


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("fr", "Rien qu'en 2024, 400 bus ont été livrés.", 2024),
        ("fr", "Le pays, fort de 26 ports, adopte le Plan Rives. D'ici là, 75 % des foyers auront l'eau.", 2031),
        ("en", "The country of 26 ports adopts the Plan Rives. By then, 75% of homes should have water.", 2031),
    ],
)
def test_by_then_is_the_end_of_the_plan_and_alone_is_no_base(language: str, text: str, year: int) -> None:
    doc = analyse(text, language, published_on=dt.date(2025, 3, 1), published_precision="day")
    dates, i = find_dates(doc), text.find("Plan Rives")
    plans = [Plan("Plan Rives", [Span(i, i + 10)], horizon_year=2031)] if i >= 0 else []
    found = find_figures(doc, find_quantities(doc, dates), dates, plans, [])
    assert found[-1].period_end == dt.date(year, 12, 31)


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "The bank gave a $250 million loan, of which $40 million will be spent this year.", [None, 2025]),
        ("fr", "Le prêt est de 250 millions d'euros, dont 40 millions en 2026.", [None, 2026]),
        ("en", "It will create 5,000 jobs, of which 3,000 for women, by 2030.", [2030, 2030]),
        ("fr", "En 2024, 730 navires ont accosté, soit 12 % de plus que sur la même période de 2023.", [2024, 2024]),
        ("en", "In 2024 ports took 730 ships, 12% more than in the same period of 2023.", [2024, 2024]),
        ("en", "Opened in 2021, the desk has trained 340 nurses, and 750 more are to be by 2027.", [None, 2027]),
        ("en", "The desk, opened in 2021, has trained 340 nurses, and 750 more are to be by 2027.", [None, 2027]),
        (
            "fr",
            "Le service, lancé en 2021, a permis de former 340 infirmiers, et 750 autres doivent l'être d'ici 2027.",
            [None, 2027],
        ),
        ("en", "Rent fell to 33% in 2022 from 38% a year earlier, while tax stood at 12%.", [2022, 2021, 2022]),
        ("fr", "Les prises ont reculé de 7 % entre 2018 et 2022, de 12 500 à 11 600 tonnes.", [2022, 2018, 2022]),
    ],
)
def test_parts_and_bases_have_times_of_their_own(language: str, text: str, years: list[int | None]) -> None:
    assert [f.period_end and f.period_end.year for f in figures(text, language)] == years


@pytest.mark.parametrize(
    ("language", "text", "plan", "measures"),
    [
        (
            "en",
            "Of the 340 wells promised, 180, or 53%, have been dug.",
            "",
            ["wells promised", "wells dug", "wells dug"],
        ),
        (
            "fr",
            "Sur les 340 puits promis, 180, soit 53 %, sont creusés.",
            "",
            ["puits promis", "puits creusés", "puits creusés"],
        ),
        (
            "en",
            "In all, 33% of homes have power, which the Open Plan would lift to 60%.",
            "Open Plan",
            ["homes, power"] * 2,
        ),
        ("fr", "Le Plan Sources promet 900 puits : 600 dans le nord.", "Plan Sources", ["puits", "puits"]),
    ],
)
def test_a_number_told_again_or_beside_a_plans_name_is_of_what_was_counted(
    language: str, text: str, plan: str, measures: list[str]
) -> None:
    found = figures(text, language, plans=[plan] if plan else None)
    assert [f.measure for f in found] == measures[: len(found)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "en",
            "Timber exports should climb back above their 2018 level of $3 billion by 2029.",
            [("Timber exports", False, 2018)],
        ),
        (
            "fr",
            "Les ventes de café dépasseront leur record de 2016, soit 40 000 tonnes, d'ici 2029.",
            [("ventes de café", False, 2016)],
        ),
        (
            "en",
            "The share of paved roads, a mere 9%, must double to 18% by 2031.",
            [("share of paved roads", False, None), ("share of paved roads", True, 2031)],
        ),
        (
            "fr",
            "La part des routes revêtues, 9 % à peine, devra atteindre 18 % en 2031.",
            [("part des routes revêtues", False, None), ("part des routes revêtues", True, 2031)],
        ),
        (
            "en",
            "Teachers will be trained so that no more than 5% of pupils leave early.",
            [("pupils", True, None)],
        ),
        (
            "fr",
            "Les maîtres seront formés afin que moins de 5 % des élèves décrochent.",
            [("élèves", True, None)],
        ),
        (
            "fr",
            "Sur une enveloppe de 90 millions d'euros pour 2024-2028, 31 millions ont été engagés.",
            [("enveloppe", None, 2028), ("engagés", False, None)],
        ),
        ("en", "The vote lifts military outlays over the period by $60 million.", [("military outlays", None, None)]),
    ],
)
def test_what_was_is_told_apart_from_what_is_to_come(
    language: str, text: str, values: list[tuple[str, bool | None, int | None]]
) -> None:
    found = figures(text, language)
    assert len(found) == len(values)
    for figure, (measure, is_target, year) in zip(found, values, strict=True):
        assert measure in (figure.measure or "")
        assert is_target is None or figure.is_target is is_target
        assert year is None or (figure.period_end is not None and figure.period_end.year == year)


def test_what_stretches_has_an_old_and_a_new_value() -> None:
    found = figures("Le réseau s'étendra de 10 à 38 kilomètres.", "fr")
    assert [(f.value, f.is_target) for f in found] == [(10, False), (38, True)]


def test_an_amount_without_a_currency_takes_that_of_the_amount_before_the_bracket() -> None:
    text = "La table ronde a réuni 30 milliards d'euros (environ 33 milliards de dollars), dont 12 milliards d'accords."
    assert [f.unit for f in figures(text, "fr")] == ["EUR", "USD", "EUR"]
