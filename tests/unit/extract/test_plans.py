"""Plans are found in each shape in which the press names them, and nothing else is taken for one."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.dates import find_dates
from pipelines.extract.document import Document, analyse
from pipelines.extract.places import article_country, find_places
from pipelines.extract.plans import find_plans, main_plan
from pipelines.extract.records import Plan


def document(language: str, text: str, title: str | None = None) -> Document:
    """An analysed article published on 3 March 2024, with its country."""
    published = dt.date(2024, 3, 3)
    doc = analyse(text, language, title=title, published_on=published, published_precision="day")
    doc.country = article_country(doc, find_places(doc))
    return doc


def plans_of(language: str, text: str) -> list[Plan]:
    """The plans of a text in the order of their best mentions."""
    doc = document(language, text)
    return sorted(find_plans(doc, find_dates(doc)), key=lambda p: p.spans[0])


NAMED = [
    # a country's adjective before the quotation, a coined word, an agenda's field, another language's small words
    ("fr", "Le programme chilien « Écoles du soir » ferme.", ["Écoles du soir"]),
    ("fr", "RizOuest, le programme fédéral né en 2003, finance encore des digues.", ["RizOuest"]),
    ("en", "It will complement Harvest60, the initiative that pays herders.", ["Harvest60"]),
    ("en", "They cite the Field to Table programme of the ministry.", ["Field to Table"]),
    ("fr", "Le maire reçoit du ministre de la Relance économique le Plan national de la pêche 2021-2027.",
     ["Plan national de la pêche 2021-2027"]),
    ("fr", "La Feuille de route zéro plastique est lue.", ["Feuille de route zéro plastique"]),
    ("en", "The Coastal Towns Plan is new. Its forerunner, Rebuilding Harbours, fell short.",
     ["Coastal Towns Plan", "Rebuilding Harbours"]),
    # a plan's field, its purpose, its term and its acronym's last words belong to the name
    ("fr", "Le maire lit la Stratégie cantonale en mobilité, qui est longue.", ["Stratégie cantonale en mobilité"]),
    ("fr", "Le Plan européen pour sauver le littoral, doté de peu, est lu.", ["Plan européen pour sauver le littoral"]),
    ("fr", "Le Plan du Sénégal sur la lecture est lu.", ["Plan du Sénégal sur la lecture"]),
    ("fr", "La Stratégie halieutique à moyen terme 2011-2021 promettait mieux.",
     ["Stratégie halieutique à moyen terme 2011-2021"]),
    ("fr", "Un prêt va au Programme national de pistes rurales en savane (PNPRS).",
     ["Programme national de pistes rurales en savane"]),
    ("fr", "Il cite le Programme de scolarité publique, laïque et gratuite lancé en 2011.",
     ["Programme de scolarité publique, laïque et gratuite"]),
    # names that a word of naming, a launch or a minister gives
    ("en", 'Her answer is called "Read Early, Read Well," an agenda that the ministry will follow.',
     ["Read Early, Read Well"]),
    ("en", 'The ministry launched "Read Early", a strategy for parents.', ["Read Early"]),
    ("en", "The wish list is called Lumora 2040, and it is long.", ["Lumora 2040"]),
    ("fr", "La liste s'appelle Lumora 2040, et elle est longue.", ["Lumora 2040"]),
    ("en", "The president launched the Ward Savings Model (WSM) at Ikeja.", ["Ward Savings Model"]),
    ("en", "The Green Wards Programme replaces Sowing for Roads and Bread, introduced in 2017 by others.",
     ["Green Wards Programme", "Sowing for Roads and Bread"]),
    # names given in a clause or in brackets, names of general words, names with one capital
    ("en", "Blue Nets, as Lima has dubbed its new fishing strategy, was costed.", ["Blue Nets"]),
    ("fr", "Le ministre relit la nouvelle stratégie de développement du rail (Rails Unis 2033).", ["Rails Unis 2033"]),
    ("en", "Auditors read the National Action Plan (NAP) on Monday.", ["National Action Plan"]),
    ("fr", "Le plan national de développement ferroviaire (PNDF) coûtera cher.",
     ["plan national de développement ferroviaire"]),
    ("fr", "Le bilan du programme National pour l'Accès au Rail est lu.", ["programme National pour l'Accès au Rail"]),
    ("fr", "La stratégie, mieux connue sous le nom de Cap sur les rails, repose sur trois axes.",
     ["Cap sur les rails"]),
    ("fr", "Le précédent plan, Safe Rails, adopté en mars, avait divisé.", ["Safe Rails"]),
    ("fr", "Tout dépend du Plan de relance de la filière olives et engrais 2027-2031, dont parle la presse.",
     ["Plan de relance de la filière olives et engrais 2027-2031"]),
    ("en", "The minister read out Safe Harbours: Canada's Ports Plan 2031.",
     ["Safe Harbours: Canada's Ports Plan 2031"]),
    ("en", "The National Rail Strategy replaces Better Tracks, a framework which ran until 2022.",
     ["National Rail Strategy", "Better Tracks"]),
    ("fr", "Les patrons lisent le plan Rail 2017 du ministre.", ["Rail 2017"]),
    ("fr", "Le programme Villages connectés, payé par la banque, est en retard.", ["Villages connectés"]),
    ("en", "Ministers costed the £2bn Warm Homes Plan.", ["Warm Homes Plan"]),
    ("en", "The scheme, Lighting the Last Mile, was costed.", ["Lighting the Last Mile"]),
    (
        "en",
        "He cited the Lakes Restoration Initiative and Operation Clean Coast.",
        ["Lakes Restoration Initiative", "Operation Clean Coast"],
    ),
    # prepositions, years and horizons that are part of a name
    ("fr", "Le Programme d'accès équitable et durable à la justice a débuté.",
     ["Programme d'accès équitable et durable à la justice"]),
    ("fr", "Signé jeudi, le Pacte pour la relance du textile à l'horizon 2032 engage l'État.",
     ["Pacte pour la relance du textile à l'horizon 2032"]),
    ("fr", "Le bilan de la Stratégie de relance de la filière miel 2022-2026 est connu.",
     ["Stratégie de relance de la filière miel 2022-2026"]),
    ("fr", "Tout dépend du Plan d'action sur la main-d'œuvre rurale 2022-2026.",
     ["Plan d'action sur la main-d'œuvre rurale 2022-2026"]),
    ("fr", "Le bilan de mise en œuvre de l'Offensive apicole 2022-2026 est connu.", ["Offensive apicole 2022-2026"]),
    ("fr", "La stratégie Une école pour chacun divise.", ["Une école pour chacun"]),
    ("fr", "Il défend le plan Ambition bois 2031.", ["Ambition bois 2031"]),
    ("en", "The minister read out the Hydrogen Roadmap to 2045.", ["Hydrogen Roadmap to 2045"]),
    ("en", "Critics cite the 2019 National Drought Policy.", ["National Drought Policy"]),
    ("en", "The minister released Northern Lights: National Wind Roadmap 2035 at a dinner.",
     ["Northern Lights: National Wind Roadmap 2035"]),
    ("en", "Greening Towns, Cooling Streets 2025-2030 was launched in Perth.",
     ["Greening Towns, Cooling Streets 2025-2030"]),
    ("en", "The strategy replaces Clinics for All, a 2021 plan.", ["Clinics for All"]),
    ("en", "The $300m Better Lives through Rural Roads programme is late.", ["Better Lives through Rural Roads"]),
    ("en", "The Cabinet approved the Seed Mission (SM), a Central Sector Scheme of the Ministry of Farming.",
     ["Seed Mission"]),
    ("en", "It will replace the National Women's Health Strategy.", ["National Women's Health Strategy"]),
    ("en", "Clean Taps 2035, as the strategy is called, was costed.", ["Clean Taps 2035"]),
    ("en", "The plan, Everyone Home, has many critics.", ["Everyone Home"]),
    ("en", "It builds on the first malaria plan, which covered the period 2013 to 2018.", ["first malaria plan"]),
    # a head noun before or after a quoted name
    ("fr", "Le ministre a salué la stratégie nationale « Rwanda Horizon Vert 2035 ».", ["Rwanda Horizon Vert 2035"]),
    ("fr", "Il a visité un chantier du programme “Un toit, une famille” à Bamako.", ["Un toit, une famille"]),
    ("en", "The minister praised the “Clean Rivers 2035” national strategy.", ["Clean Rivers 2035"]),
    ("en", "The government's plan, 'Ports of Tomorrow', was costed by auditors.", ["Ports of Tomorrow"]),
    # the noun is part of the name, in quotes or not
    ("fr", "Les maires ont signé le « Pacte pour la montagne ».", ["Pacte pour la montagne"]),
    ("fr", "Le Plan national de l'eau et de l'assainissement prévoit 40 barrages.",
     ["Plan national de l'eau et de l'assainissement"]),
    ("fr", "La Stratégie nationale de lutte contre la pauvreté 2022-2027 sera revue.",
     ["Stratégie nationale de lutte contre la pauvreté 2022-2027"]),
    ("en", "The National Health Workforce Strategic Plan 2023-2028 needs money.",
     ["National Health Workforce Strategic Plan 2023-2028"]),
    ("en", "Lawmakers debated the National Strategy for the Development of Rural Roads on Monday.",
     ["National Strategy for the Development of Rural Roads"]),
    ("en", "The Heat in Schools Strategy was welcomed by teachers.", ["Heat in Schools Strategy"]),
    ("fr", "La nouvelle Agristratégie nationale inquiète les éleveurs.", ["Agristratégie nationale"]),
    # a proper name beside a small noun
    ("fr", "Le programme Villages lumineux équipe 900 hameaux.", ["Villages lumineux"]),
    ("fr", "Le programme Lait pour tous équipe 900 écoles.", ["Lait pour tous"]),
    ("fr", "Le plan Garonne 4.0 a été revu.", ["Garonne 4.0"]),
    ("en", "The Lakes Without Borders initiative and the Sunny Homes 2027 scheme share a budget.",
     ["Lakes Without Borders", "Sunny Homes 2027"]),
    # vision, agenda and the like with their year
    ("fr", "Ce port sert la Vision 2045 du pays.", ["Vision 2045"]),
    ("en", "The port serves Zambia Vision 2045.", ["Zambia Vision 2045"]),
    # a name with a year and no noun
    ("en", "The broad guidelines for schooling, 2040 Learning Namibia, were circulated.", ["2040 Learning Namibia"]),
    ("fr", "Le port s'inscrit dans Gabon Maritime 2040.", ["Gabon Maritime 2040"]),
    # apposition behind the name
    ("fr", "Le pays mise sur « Tunisie pastorale », un programme destiné aux éleveurs.", ["Tunisie pastorale"]),
    ("en", "It falls under New Oman 2045, the state's development vision.", ["New Oman 2045"]),
    # several at once
    ("fr", "Deux stratégies ont été lancées : « Littoral propre », dédiée aux plages, et « Cap Rural », née hier.",
     ["Littoral propre", "Cap Rural"]),
    ("en", "The “Solar Roofs” and “Clean Stoves” programmes cover ten districts.", ["Solar Roofs", "Clean Stoves"]),
    ("fr", "Les programmes Sillon et Passerelle comptent 400 élèves.", ["Sillon", "Passerelle"]),
    ("en", "Inuka Pamoja, the programme that trains nurses, was praised.", ["Inuka Pamoja"]),
    ("en", "The ministry launched its strategy for 2023 to 2028, the 9-Step Care Agenda.", ["9-Step Care Agenda"]),
    ("en", "It serves the Rural Renewal Vision, the kingdom's ten-year programme of reform.", ["Rural Renewal Vision"]),
    ("fr", "Elle s'arrime à la Stratégie nationale sur le bois.", ["Stratégie nationale sur le bois"]),
    # a plan inside the description of another
    ("en", "Cabinet endorsed the executive programme of the Economic Renewal Vision.", ["Economic Renewal Vision"]),
    # a plan of a numbered series
    ("en", "The Farm Sector Plan (FSP 5) was adopted. FSP 4, its predecessor, ended in June.",
     ["Farm Sector Plan", "FSP 4"]),
    # "and" within a name, and two nouns of one plan
    ("en", "It costed the Strategy for Greener Harbours and Shared Jobs.",
     ["Strategy for Greener Harbours and Shared Jobs"]),
    ("en", "The National Wetlands Strategy and Action Plan was costed.",
     ["National Wetlands Strategy and Action Plan"]),
    ("fr", "Le Plan d'action pour une forêt vivante et protégée du feu divise les élus.",
     ["Plan d'action pour une forêt vivante et protégée du feu"]),
    # fiscal years, a year hung on by a hyphen, a number that counts the members
    ("en", "The Dairy Sector Plan 2021/22-2030/31 was costed.", ["Dairy Sector Plan 2021/22-2030/31"]),
    ("en", "It derives from Fiji Vision-2045.", ["Fiji Vision-2045"]),
    ("en", "Critics of the 25 Year Forest Plan met.", ["25 Year Forest Plan"]),
    ("fr", "Le Programme de relogement des 320 hameaux divise les élus.", ["Programme de relogement des 320 hameaux"]),
    ("fr", "Le plan d'action 2024-2028 en matière de santé rurale divise les élus.",
     ["plan d'action 2024-2028 en matière de santé rurale"]),
    # a name that only what stands beside it shows to be a plan's
    ("fr", "Avec « Filets neufs », le gouvernement soutient la pêche. Le plan coûte cher.", ["Filets neufs"]),
    ("fr", "Baptisé Clair Matin, ce plan s'étale sur trois ans.", ["Clair Matin"]),
    ("en", "Two years on, Fish for All costs more. The programme divides voters.", ["Fish for All"]),
    ("en", "It trains nurses through CareFirst, the national health workforce strategy.", ["CareFirst"]),
    ("en", "The Clean Air and Soil (CAS) programme divides voters.", ["Clean Air and Soil"]),
    ("fr", "Selon lui, Gabon 2040 a financé neuf ports.", ["Gabon 2040"]),
    # a name whose apposition alone says that it is a plan
    ("en", "Fiji launched Mend Fair Harbours, a five-year national renewal programme that will cost $3bn.",
     ["Mend Fair Harbours"]),
    ("en", "She unveiled in Lagos Homes for Every Nigerian, an eight-year housing plan.", ["Homes for Every Nigerian"]),
    ("en", "Build Strong Samoa, a reconstruction programme approved by cabinet, will cost $300m.",
     ["Build Strong Samoa"]),
    ("fr", "Le ministre a dévoilé jeudi à Lomé Des Toits pour Chacun, un vaste plan de logement.",
     ["Des Toits pour Chacun"]),
    ("fr", "Le gouvernement a lancé Cap Rivage, un programme quinquennal de relance du littoral. Le programme coûte.",
     ["Cap Rivage"]),
    ("en", "The ministry launched Farms by the River, an ambitious programme.", ["Farms by the River"]),
    ("en", "Nurses were trained under the Fiji Rural Health Reform Project.", ["Fiji Rural Health Reform Project"]),
    # a noun and a code; a state's project
    ("fr", "L'Initiative 4P a permis de planter 300 arbres.", ["Initiative 4P"]),
    ("en", "Farmers benefit from Initiative 4P, which feeds villages.", ["Initiative 4P"]),
    ("fr", "Le lycée est équipé par le Projet d'appui à la réforme du secteur de la pêche (PARSP).",
     ["Projet d'appui à la réforme du secteur de la pêche"]),
    ("en", "The ministry runs the Integrated Coastal Development Project.", ["Integrated Coastal Development Project"]),
    # what a government calls its plan, with the head of government's name
    ("fr", "La Vision Rivage, feuille de route du gouvernement de Jean Kaboret, prévoit trois quais.",
     ["Vision Rivage"]),
    ("en", "The Coastal Strategy, roadmap of the government of John Kaboret, provides for quays.",
     ["Coastal Strategy"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "names"), NAMED)
def test_a_named_plan_is_found_with_its_full_name(language: str, text: str, names: list[str]) -> None:
    assert [p.name for p in plans_of(language, text)] == names


NOT_PLANS = [
    ("fr", "Le secrétaire d'État à la Relance et à la Politique maritime est venu."),
    ("fr", "Deux usines suivront à Cap Merlan, Oran et Béjaïa."),
    ("en", "It reviews the Wetlands Strategy Framework Directive."),
    ("en", "Lawyers cite the River Framework Convention on Fish."),
    ("en", "The strategy for dealing with debt divides voters."),
    ("fr", "Le plan de relance post Cyclone-9 divise."),
    ("fr", "Ces stratégies découlent des « orientations données depuis octobre 2018 »."),
    ("en", "The Community of Lake States plan of action divides voters."),
    ("en", "It has four pillars; namely the Smart Farming initiative, the Cocoa Policy and the Village Programme."),
    ("fr", "Elle repose sur trois axes : le Programme des puits, la Politique du lait et l'école."),
    ("fr", "Sur le plan économique, la loi de finances 2025 et le budget inquiètent. Un business plan est exigé."),
    ("fr", "Le plan d'eau est vide. Le programme scolaire change. Le plan social de l'usine est contesté."),
    ("fr", "Le Forum Afrique verte 2025 suit la Coupe du monde 2030 et le recensement Bénin 2023."),
    ("fr", "Le Programme alimentaire mondial et le Programme des Nations unies pour l'environnement étaient là."),
    ("fr", "Le ministre de l'Environnement, chargé du Plan climat, a parlé du programme de la journée."),
    ("fr", "Chaque ville doit avoir un plan d'action. Des stratégies nationales existent. Il faut une vision."),
    ("fr", "L'opérateur a présenté son plan stratégique « Cap sur demain ». Ses actionnaires sont ravis."),
    ("en", "The ministry plans to train nurses. The Finance Bill 2025 is on the agenda. A floor plan was shown."),
    ("en", "The World Food Programme came to the Lagos Water Summit 2025. The Ghana Open 2024 was won by a Swede."),
    ("en", "Our vision is to feed the nation, in line with the High Presidential Vision. A business plan is needed."),
    ("en", "The airline unveiled its growth plan, called “Higher 2030”. Profit rose, its chief executive said."),
    ("fr", "Enfin, la réforme avance. La version précédente du plan régional était meilleure."),
    ("en", "A senator called the plan “timid” and cut the 2024 National Expenditure Program. The Ion mission ended."),
    ("en", "The Inclusive Growth Policy Institute and the Lomani Programme Office met the Harbour Strategy Unit."),
    ("en", "Lagrain continues its Good Bread programme. Lagrain Kenya's “Feed Tomorrow” plan was shown."),
    ("en", "The farmer called it “The plan is a bridge to 2030”. Chad 2030 will host the final of the cup."),
    ("fr", "Le dispositif Phénix est loué. Granor poursuit son programme Pain Doré."),
    ("fr", "Aline Dumarchey, coordonnatrice du programme, et Paul Orvane, responsable de la stratégie, ont parlé."),
    ("fr", "Le ministre a présenté Marie Dufour, une ancienne responsable du programme, aux députés."),
    ("en", "Grace Mwelu, coordinator of the programme, spoke. Peter Oduro, the programme manager, agreed."),
    ("fr", "Le promoteur vend le Projet Les Palmiers et le Projet de développement Marina. La loi passe."),
    ("en", "The developer sold homes at its Palm Grove Project. The Harbour View Development Project opened."),
    ("en", "The school programme, the TV programme and the party's election programme are unrelated."),
]


@pytest.mark.parametrize(("language", "text"), NOT_PLANS)
def test_everyday_words_laws_events_and_companies_plans_are_left_alone(language: str, text: str) -> None:
    assert [p.name for p in plans_of(language, text)] == []


ONE_PLAN = [
    # a coined name that the full one explains
    ("fr", "Le comité suit « Cap Lagune 2030 », nom de baptême du Plan national de pêche 2025-2030.",
     "Plan national de pêche 2025-2030", ["Cap Lagune 2030"], 2),
    ("en", 'Donors back "Reef Rising 2030," its National Fisheries Plan 2025-2030.',
     "National Fisheries Plan 2025-2030", ["Reef Rising 2030"], 2),
    ("en", "Donors praised Reef Rising 2030, the country's National Fisheries Plan 2025-2030, on Monday.",
     "National Fisheries Plan 2025-2030", ["Reef Rising 2030"], 2),
    ("fr",
     "Il lit la stratégie nationale des lagunes à l'horizon 2050, baptisée « Lagunes 2050 ». « Lagunes 2050 » est lue.",
     "Lagunes 2050", ["stratégie nationale des lagunes"], 2),
    # a nickname in apposition to a country and year
    ("fr", "La réforme s'inscrit dans Togo 2034, le Plan du renouveau.", "Togo 2034", ["Plan du renouveau"], 2),
    ("en", "The reform is part of Fiji 2034, the People's Plan.", "Fiji 2034", ["People's Plan"], 2),
    # acronym, then acronym alone
    ("fr", "Le Plan national de santé rurale (PNSR) démarre. Le PNSR coûtera 90 milliards.",
     "Plan national de santé rurale", ["PNSR"], 3),
    # nickname, translation, other name
    ("fr", "La feuille de route de la pêche, baptisée « Filet d'or », a été publiée.",
     "Filet d'or", ["feuille de route de la pêche"], 1),
    ("fr", "La stratégie « Bois vivant » (Living Wood), que ses auteurs appellent aussi « Timber Now », démarre.",
     "Bois vivant", ["Living Wood", "Timber Now"], 3),
    ("en", "Its Tidal Power Roadmap 2035, also known as the Blue Turbine plan, was presented on Monday.",
     "Tidal Power Roadmap 2035", ["Blue Turbine"], 2),
    # a later name makes the older one an alias
    ("fr", "Le ministre défendait le plan « Bénin Agile 2020 », devenu par la suite « Bénin Agile 2025 ».",
     "Bénin Agile 2025", ["Bénin Agile 2020"], 2),
    # short for the full name
    ("fr", "Le roi a lancé la stratégie « Terres d'avenir 2025-2035 ». Terres d'avenir repose sur deux axes.",
     "Terres d'avenir 2025-2035", [], 2),
    # the country left out, the words in another order
    ("en", "The “Botswana Digital 2027” plan was presented. Digital 2027 takes over from a law.",
     "Botswana Digital 2027", ["Digital 2027"], 2),
    # described first, named later
    ("en", "Officials are drafting a five-year sanitation programme. The programme, christened Clean Taps, is costly.",
     "Clean Taps", ["five-year sanitation programme"], 2),
    ("fr", "La Feuille de route des ports 2024-2034 démarre. La feuille de route, surnommée « Blue Gate », coûte cher.",
     "Feuille de route des ports 2024-2034", ["Blue Gate"], 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "aliases", "places"), ONE_PLAN)
def test_several_names_of_one_plan_make_one_plan(
    language: str, text: str, name: str, aliases: list[str], places: int
) -> None:
    [plan] = plans_of(language, text)
    assert (plan.name, sorted(plan.aliases), len(plan.spans)) == (name, sorted(aliases), places)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le plan « Mali Digital 2020 » précède le plan « Mali Digital 2030 ».",
         ["Mali Digital 2020", "Mali Digital 2030"]),
        ("fr", "Le Pacte Mali solaire complète la stratégie « Mali Solaire ».", ["Pacte Mali solaire", "Mali Solaire"]),
        ("en", "The Ohio Strategy for Affordable Farms 2031 falls under the National Farms Strategy.",
         ["Ohio Strategy for Affordable Farms 2031", "National Farms Strategy"]),
        ("en", "The Kenya Water Master Plan 2025 replaces the Kenya Road Master Plan 2025.",
         ["Kenya Water Master Plan 2025", "Kenya Road Master Plan 2025"]),
    ],
)  # fmt: skip
def test_plans_of_another_year_kind_or_subject_stay_apart(language: str, text: str, names: list[str]) -> None:
    assert [p.name for p in plans_of(language, text)] == names


UNNAMED = [
    ("fr", "Le Togo se prépare à adopter une stratégie nationale de mobilité. Cette stratégie aura trois axes.",
     "stratégie nationale de mobilité", "strategy", "in_preparation"),
    ("fr", "Le conseil a examiné hier le programme énergétique et minier de l'État.",
     "programme énergétique et minier de l'État", "programme", None),
    ("en", "Egypt is drafting a national strategy for water desalination. The strategy, due in May, has three aims.",
     "national strategy for water desalination", "strategy", "in_preparation"),
    ("en", "Malta's coastal protection plan has stalled. Under the plan, 40 km of dykes were promised.",
     "coastal protection plan", "plan", "in_progress"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "kind", "status"), UNNAMED)
def test_an_unnamed_plan_counts_where_the_article_is_about_it(
    language: str, text: str, name: str, kind: str, status: str | None
) -> None:
    [plan] = plans_of(language, text)
    assert (plan.name, plan.kind, plan.status, plan.is_named) == (name, kind, status, False)


def test_a_description_is_not_a_plan_beside_the_named_one_that_it_is_of() -> None:
    [plan] = plans_of(
        "fr",
        "Le Niger cherche une stratégie solaire efficace. Le ministre a parlé de la stratégie nationale solaire. "
        "La stratégie Niger Solaire avait été présentée en mai.",
    )
    assert plan.name == "Niger Solaire"


KINDS = [
    ("fr", "la stratégie nationale « Zone bleue »", "strategy"),
    ("fr", "le schéma directeur « Zone bleue »", "plan"),
    ("fr", "la feuille de route « Zone bleue »", "roadmap"),
    ("fr", "l'agenda national « Zone bleue »", "agenda"),
    ("fr", "le Pacte Zone bleue", "pact"),
    ("en", "the “Blue Zone” roadmap", "roadmap"),
    ("en", "the Blue Zone programme", "programme"),
    ("en", "the programme, christened Blue Zone Compact,", "pact"),
    ("en", "the “Blue Zone” master plan", "plan"),
]


@pytest.mark.parametrize(("language", "phrase", "kind"), KINDS)
def test_the_kind_is_that_of_the_noun_used(language: str, phrase: str, kind: str) -> None:
    text = f"Hier, {phrase} a fait débat." if language == "fr" else f"Critics of {phrase} met yesterday."
    assert [p.kind for p in plans_of(language, text)] == [kind]


def test_a_name_without_a_telling_noun_takes_the_kind_that_the_text_gives_it_next() -> None:
    [plan] = plans_of("fr", "Le « New Deal hydraulique » est lancé. C'est le coup d'envoi d'une stratégie attendue.")
    assert plan.kind == "strategy"


PERIODS = [
    ("en", "She read the National Lake Plan 2024-29 called “Deep Water”.", 2024, 2029),
    ("fr", "Le Plan national des lacs reste en débat avant l'été.", None, None),
    ("en", "The 2nd Lake Fishing Plan, which ends next year, set a target.", None, 2025),
    ("en", "The Lake Fishing Plan 2013 is out. The plan will last from 2014 to 2031.", 2014, 2031),
    ("fr", "Le Plan vélo succède au Plan tram, conduit de 2016 à 2021.", None, None),
    ("fr", "Le Plan tram, conduit de 2016 à 2021, a coûté cher.", 2016, 2021),
    ("fr", "Le Plan tram a été présenté. Il coûtera cher. D'ici à 2031, la ville veut 40 rames.", None, 2031),
    ("fr", "La ministre a dévoilé le Plan tram, doté de 40 millions sur cinq ans.", None, 2029),
    ("en", "The minister launched the Tram Plan, worth $40m over the next five years.", None, 2029),
    ("en", "The minister launched the Tram Plan, a ten-year drive.", None, 2034),
    ("en", "The Tram Plan, a flagship of the Coast Vision, runs from 2021 to 2030.", 2021, 2030),
    ("fr", "Le Plan de transport scolaire 2021-2025 avance.", 2021, 2025),
    ("fr", "La stratégie « Sel marin » couvre la période 2022-2029.", 2022, 2029),
    ("fr", "La stratégie « Sel marin » vise, d'ici 2033, 400 salines.", None, 2033),
    ("fr", "Le Plan de pêche côtière (PPC) 2024-2030 est publié.", 2024, 2030),
    ("en", "The “Sea Salt 2031” plan was costed.", None, 2031),
    ("en", "The Rural Roads Programme (RRP, 2023-2027) was costed.", 2023, 2027),
    ("en", "The Rural Roads Programme was outlined in 2021 and is to end in 2029.", None, 2029),
    ("en", "The “Sea Salt” plan will run from 2024-25 to 2028-29.", 2024, 2029),
    ("en", "The Rural Roads Programme, which expires in May 2027, serves the Coast Vision (2021-2030).", None, 2027),
    ("fr", "Il cite la « Vision Tchad émergent en 2030 et prospère en 2050 ».", None, 2050),
    ("en", "Between 2024 and 2026 the state will spend $3m on the “Sea Salt” plan.", None, None),
]


@pytest.mark.parametrize(("language", "text", "start", "horizon"), PERIODS)
def test_the_period_is_the_one_that_the_plan_covers(
    language: str, text: str, start: int | None, horizon: int | None
) -> None:
    plan = plans_of(language, text)[0]
    assert (plan.start_year, plan.horizon_year) == (start, horizon)


STATUSES = [
    ("en", "No case will last, once the Courts Plan 2024-2028 has run its course.", None),
    ("fr", "Tout ira mieux lorsque le Plan Tribunaux 2024-2028 sera achevé.", None),
    # who does what to which plan
    ("en", "He launched the Bike Plan. He called it “the first plan that this town has seen”.", "launched"),
    ("en", "The Bike Plan, which runs to 90 pages, divides voters.", None),
    ("en", "The Bike Plan, which runs to 2033, divides voters.", "in_progress"),
    ("en", "He launched the Bike Plan on Friday. The plan ignores the inquiry into dams.", "launched"),
    ("en", "The Bike Plan replaces an older paper, which was wound up in 2022.", None),
    ("en", "The panel finalised the Bike Plan on Friday. Once approved, it will be costed.", "in_preparation"),
    ("en", "The Bike Plan will be placed before Cabinet in May.", "in_preparation"),
    ("en", "The minister stood up in Perth on Friday to unveil the Bike Plan.", "presented"),
    ("en", "The Bike Plan aims to develop rural roads.", None),
    ("en", "Ongoing reforms would help with the Bike Plan.", None),
    ("en", "Ministers disclosed that the Bike Plan is costly.", None),
    ("en", "The State published the Bike Plan. Speaking at the launch, the minister wept.", "launched"),
    ("en", "Under the Bike Plan the State launched 30 workshops.", "in_progress"),
    ("en", "Ministers pledged to publish the Bike Plan.", "in_preparation"),
    ("fr", "La mairie s'engage à remettre le Plan national du vélo avant l'été.", "in_preparation"),
    ("fr", "Reste l'adoption du Plan vélo national attendue d'ici la fin du mois.", "in_preparation"),
    ("en", "With the Bike Plan, the State will continue to build lanes.", None),
    ("en", "The Bike Plan was launched on Friday. It continues a long tradition.", "launched"),
    ("en", "The ministry published a paper on the Bike Plan.", None),
    ("en", "The minister will announce the Bike Plan today.", "in_preparation"),
    ("en", "Auditors note the progress made under the Bike Plan.", "in_progress"),
    ("fr", "Le ministre a publié un rapport sur le Plan vélo.", None),
    ("fr", "Les retards du Plan vélo inquiètent.", "in_progress"),
    ("en", "The expiration of the Bike Plan 2017-2020 changed little.", "completed"),
    ("fr", "Le Plan vélo, élaboré avec l'aide d'un institut, divise.", None),
    ("fr", "Le ministre s'est rendu vendredi à Lyon pour présenter le Plan vélo.", "presented"),
    ("fr", "L'État met en place un programme baptisé Plan vélo.", "launched"),
    ("fr", "L'État poursuivra la mise en œuvre du Plan vélo en 2025.", "in_progress"),
    ("fr", "Une fois adopté, le Plan vélo coûtera cher.", "in_preparation"),
    ("fr", "Le Plan vélo n'est pas prêt à être dévoilé.", "in_preparation"),
    ("fr", "Dans le cadre du Plan vélo, l'État a lancé 30 chantiers.", "in_progress"),
    ("fr", "Le ministre a annoncé le lancement prochain du Plan vélo.", "in_preparation"),
    ("fr", "Le Plan vélo poursuit trois objectifs.", None),
    ("en", "The Bike Plan, now in its fourth year, is dear.", "in_progress"),
    ("fr", "Dévoilé mardi à Dakar devant les maires et les bailleurs du pays, le Plan vélo coûtera cher.", "presented"),
    ("fr", "Deux ans après l'adoption du Plan vélo, rien ne bouge.", "in_progress"),
    ("fr", "Trois mois après le lancement du Plan vélo, rien ne bouge.", "launched"),
    ("fr", "Le Plan vélo, mené de 2016 à 2021, a coûté cher.", "completed"),
    ("fr", "Le Plan vélo, adopté en mars, court jusqu'en 2032.", "in_progress"),
    ("fr", "Le Plan vélo a été présenté. À ce jour, 340 kilomètres ont été aménagés.", "in_progress"),
    ("fr", "Une première évaluation du Plan vélo est prévue en 2028.", None),
    ("fr", "Qui paiera, a-t-elle lancé, en citant le Plan vélo.", None),
    ("fr", "La ministre veut un Plan vélo. Elle en a présenté le contenu mardi.", "presented"),
    (
        "en",
        "Unveiled in Leeds on Monday before an audience of mayors and builders, the Bike Plan is dear.",
        "presented",
    ),
    ("en", "A year after the launch of the Bike Plan, nothing moves.", "in_progress"),
    ("en", "Two months after the launch of the Bike Plan, nothing moves.", "launched"),
    ("en", "The Bike Plan, implemented between 2015 and 2021, was dear.", "completed"),
    ("en", "The Bike Plan was published in May. To date, 340 kilometres are open.", "in_progress"),
    ("en", "A mid-term review of the Bike Plan is scheduled for 2028.", None),
    ("en", "The first phase of the Bike Plan has been completed.", "in_progress"),
    ("en", "The Bike Plan, whose launch is expected in October, is dear.", "in_preparation"),
    ("fr", "La stratégie « Sel marin », en cours d'élaboration, sera lancée en mai.", "in_preparation"),
    ("fr", "La ministre a dévoilé hier la stratégie « Sel marin ».", "presented"),
    ("fr", "Le président a donné le coup d'envoi de la stratégie « Sel marin ».", "launched"),
    ("fr", "Le conseil a fait le point sur l'état d'avancement de la stratégie « Sel marin ».", "in_progress"),
    ("fr", "La stratégie « Sel marin » est arrivée à terme en décembre.", "completed"),
    ("fr", "La stratégie « Sel marin » divise. Elle a été adoptée hier.", "presented"),
    ("fr", "La stratégie « Sel marin » divise. Elle a présenté ses excuses.", None),
    ("fr", "La stratégie « Sel marin » divise les élus.", None),
    ("en", "The “Sea Salt” strategy will be launched in May.", "in_preparation"),
    ("en", "The “Sea Salt” strategy was laid before parliament.", "presented"),
    ("en", "The president launched the “Sea Salt” strategy.", "launched"),
    ("en", "Implementation of the “Sea Salt” strategy is under way.", "in_progress"),
    ("en", "The “Sea Salt” strategy came to an end in December.", "completed"),
    ("en", "The “Sea Salt” strategy divides voters.", None),
    ("fr", "La stratégie « Sel marin » a déjà mobilisé 40 millions.", "in_progress"),
    ("fr", "La stratégie « Sel marin » divise. Le taux d'exécution atteint 38 %.", "in_progress"),
    ("fr", "Il a lancé l'élaboration de la stratégie « Sel marin ».", "in_preparation"),
    ("fr", "La stratégie « Sel marin » n'a jamais été publiée.", None),
    ("fr", "Il a annoncé que la stratégie « Sel marin » coûterait cher.", None),
    ("en", "The “Sea Salt” strategy has swallowed $40m.", "in_progress"),
    ("en", "The “Sea Salt” strategy 2009-2013 has swallowed $40m.", None),
    ("en", "The minister will on Friday publish the “Sea Salt” strategy.", "in_preparation"),
    ("en", "Of the 90 actions in the “Sea Salt” strategy, 41 have been completed.", "in_progress"),
    ("en", "Farms, which the “Sea Salt” strategy replaces, were wound up.", None),
    ("fr", "La Cour des comptes épingle la stratégie « Sel marin ».", "in_progress"),
    ("en", "The audit office says the “Sea Salt” strategy is two years behind.", "in_progress"),
    ("en", "The “Sea Salt” strategy would be put before parliament in May.", "in_preparation"),
    ("en", "He launched the “Sea Salt” strategy but warned that the quay had been closed.", "launched"),
    # still to come
    ("en", "The “Sea Salt” strategy has not yet been tabled.", "in_preparation"),
    ("fr", "La stratégie « Sel marin » n'est pas encore adoptée.", "in_preparation"),
    ("fr", "La stratégie « Sel marin » doit être soumise au Parlement.", "in_preparation"),
    ("fr", "La stratégie « Sel marin » fera l'objet, lundi à Brest, d'une présentation publique.", "in_preparation"),
    (
        "en",
        "The “Sea Salt” strategy is to be made public on 15 May, he said after a talk that ended early.",
        "in_preparation",
    ),
    # what is laid out is a review
    ("en", "The minister on Monday laid before the House the first audit of the “Sea Salt” strategy.", "in_progress"),
    ("fr", "La stratégie « Sel marin » plaît depuis la signature d'un bail.", None),
    ("fr", "La stratégie « Sel marin » a reçu le feu vert du gouvernement.", "presented"),
    ("fr", "Le rideau est tombé sur la stratégie « Sel marin ».", "completed"),
    ("en", "The final report on the “Sea Salt” strategy was published on Monday.", "completed"),
    ("en", "The “Sea Salt” strategy, under which dykes are being raised, is popular.", "in_progress"),
    ("en", "Forty dykes have been raised since the “Sea Salt” strategy was adopted.", "in_progress"),
    # what a clause counts, uses or dates tells that a plan is at work
    ("fr", "Il cite la stratégie « Sel marin », dont 900 sauniers sont déjà sortis diplômés.", "in_progress"),
    ("fr", "Il cite la stratégie « Sel marin », que les communes appliquent depuis mars.", "in_progress"),
    ("en", "The “Sea Salt” strategy, a scheme for marsh towns that has retrained 300 people, is liked.", "in_progress"),
    ("en", "It cites the “Sea Salt” strategy, a text of 40 pages under which 80 towns now trade.", "in_progress"),
    ("en", "The “Sea Salt” strategy was to dig 40 ponds; it has dug nine.", "in_progress"),
    ("fr", "La digue est le vaisseau amiral de la stratégie « Sel marin ».", "in_progress"),
    # ends, and texts on their way
    ("fr", "La stratégie « Sel marin » a pris fin lundi à Dakar.", "completed"),
    ("en", "The “Sea Salt” strategy was stopped in 2019.", "completed"),
    ("en", "The “Sea Salt” strategy's appraisal was completed in May.", None),
    ("fr", "Voici la stratégie « Sel marin », qui sera soumise aux quatre communes.", "in_preparation"),
    ("en", "The “Sea Salt” strategy is out for comment.", "in_preparation"),
]


@pytest.mark.parametrize(("language", "text", "status"), STATUSES)
def test_the_status_is_the_furthest_stage_reported(language: str, text: str, status: str | None) -> None:
    assert [p.status for p in plans_of(language, text)] == [status]


def test_what_follows_a_clause_that_names_another_plan_is_told_of_the_subject() -> None:
    text = "The “Sea Salt” strategy, which serves the “Blue Coast” plan, was rolled out in May."
    assert [p.status for p in plans_of("en", text)] == ["launched", None]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Entre 2011 et 2016, le Projet d'appui aux ruchers avait coûté cher.", ["Projet d'appui aux ruchers"]),
        ("en", "Between 2011 and 2016, the Reef Livelihoods Project trained 90 men.", ["Reef Livelihoods Project"]),
        ("en", "Residents oppose the Riverside Towers Project.", []),
    ],
)
def test_projects_of_aid_are_plans_with_the_years_told_of_them(language: str, text: str, names: list[str]) -> None:
    plans = plans_of(language, text)
    assert [p.name for p in plans] == names
    assert all((p.start_year, p.horizon_year) == (2011, 2016) for p in plans)


def test_a_numbered_successor_is_a_plan_of_its_own() -> None:
    plans = plans_of("fr", "Le Plan national des ruchers 2020-2024 (PNRU) s'achève. Un successeur, le PNRU 2, suivra.")
    assert [p.name for p in plans] == ["Plan national des ruchers 2020-2024", "PNRU 2"]


def test_each_of_two_coordinated_plans_has_the_verb_s_stage() -> None:
    plans = plans_of("en", "The cabinet unveiled the Lake Fishing Plan and the Coast Fishing Strategy.")
    assert [p.status for p in plans] == ["presented", "presented"]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Malta drafts fishing strategy", "The National Fishing Strategy divides voters."),
        ("fr", "Malte prépare sa stratégie de la pêche", "La Stratégie nationale de la pêche divise."),
    ],
)
def test_the_title_tells_the_stage_where_the_body_does_not(language: str, title: str, text: str) -> None:
    doc = document(language, text, title)
    assert [p.status for p in find_plans(doc, find_dates(doc))] == ["in_preparation"]


def test_a_plan_in_preparation_counts_where_the_article_opens_with_it() -> None:
    [plan] = plans_of("fr", "Le ministère travaille à un plan décennal de développement des ports. Il sera cher.")
    assert (plan.name, plan.status) == ("plan décennal de développement des ports", "in_preparation")


def test_a_plan_renamed_bears_its_new_name() -> None:
    [plan] = plans_of("fr", "Le Plan lagunaire de relance, rebaptisé Plan de relance des lagunes, divise.")
    assert (plan.name, plan.aliases) == ("Plan de relance des lagunes", ["Plan lagunaire de relance"])


COUNTRIES = [
    # a community of states is known by its name or by what stands beside its acronym
    ("en", "In Nairobi, Kenya joined the Community of Lake Nations (CLN). The CLN Boats Plan is costly.", None),
    ("en", "In Nairobi, Kenya met SLC member states. The SLC Boats Plan 2030 is costly.", None),
    ("en", "In Nairobi, Kenya said CLK staff read the CLK Boats Plan 2030.", "KE"),
    ("fr", "À Dakar, le Sénégal a réuni les pays de l'UDF. Le Plan régional de pêche 2030 coûtera cher.", None),
    ("fr", "À Dakar, le Sénégal a adopté le Plan régional de pêche 2030.", "SN"),
    ("fr", "Une réunion a porté vendredi à Dakar, au Sénégal, sur le Plan de pêche lagunaire.", "SN"),
    ("fr", "À Dakar, le Sénégal a lu le Plan de pêche 2030 de l'UE.", None),
    ("fr", "À Dakar, le Sénégal a présenté le Plan de pêche lagunaire.", "SN"),
    ("fr", "À Dakar, le Sénégal a cité le Plan Togo lagunaire.", "TG"),
    ("fr", "À Dakar, le Sénégal a cité le Plan de pêche lagunaire du Ghana.", "GH"),
    ("fr", "À Dakar, le Sénégal a cité l'Agenda 2063 de l'Union africaine.", None),
    ("en", "Kenya's government met in Nairobi to study Rwanda's Lake Fishing Plan.", "RW"),
    ("en", "Kenya's government met in Nairobi to study the Lake Fishing Plan.", "KE"),
    ("fr", "À Dakar, le Sénégal a cité le Pacte européen pour des filets durables.", None),
    ("en", "In Nairobi, Kenya cited the European Strategy for Nets.", None),
    ("en", "In Ghana, the Lake Fishing Plan is stuck, Kenya said in Nairobi. Kenya and Nairobi are glad.", "GH"),
]


@pytest.mark.parametrize(("language", "text", "country"), COUNTRIES)
def test_the_country_is_the_owner_s_else_the_article_s(language: str, text: str, country: str | None) -> None:
    assert [p.country for p in plans_of(language, text)] == [country]


def test_the_main_plan_is_the_one_named_first() -> None:
    doc = document(
        "en",
        "The minister launched the Lake Fishing Plan 2030. It serves Kenya Vision 2045.\n"
        "Under the Lake Fishing Plan, boats get engines. The Lake Fishing Plan has two pillars.",
    )
    plans = find_plans(doc, find_dates(doc))
    main = main_plan(plans)
    assert main is not None
    assert plans[main].name == "Lake Fishing Plan 2030"
    assert main_plan([]) is None


WORDS = {
    "fr": """le la plan Plan stratégie nationale « » " de du l' et 2030 2021-2025 ( ) , . : Maroc Vert (PMV) baptisé
    lancé programmes feuille de route devenu d'ici vision""",
    "en": """the a plan Plan strategy national “ ” " ' of for and 2030 2021-2025 ( ) , . : Kenya Green (KGP) dubbed
    launched programmes roadmap renamed by vision 's""",
}


@pytest.mark.parametrize("language", sorted(WORDS))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_text_gives_plans_whose_spans_lie_in_it(language: str, data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from(WORDS[language].split()), st.text(max_size=6), st.just("\n"))
    text = data.draw(st.lists(pieces, max_size=60).map(" ".join))
    doc = document(language, text)
    for plan in find_plans(doc, find_dates(doc)):
        assert plan.name
        assert plan.name not in plan.aliases
        assert 0 < plan.confidence <= 1
        for span in plan.spans:
            assert span.of(text).strip()
            assert span.end <= len(text)


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("fr", "le plan « Mali Vert 2030 », dit « X », "),
        ("fr", "la Stratégie nationale de l'eau et de la pêche pour le bois (SNE) "),
        ("en", "the National Plan for and of the Health 2021-2025 strategy “ "),
        ("en", "« ( plan , 2030 "),
    ],
)
def test_time_grows_with_the_text_and_not_faster(language: str, piece: str) -> None:
    """Four times the text takes far less than sixteen times the time."""

    def seconds(repeats: int) -> float:
        doc = analyse(piece * repeats, language)
        # The least of several runs, in processor time: others' work on the machine says nothing of ours.
        return min(processor_seconds(doc) for _ in range(3))

    def processor_seconds(doc: Document) -> float:
        start = time.process_time()
        find_plans(doc, [])
        return time.process_time() - start

    seconds(10)
    assert seconds(2000) < 12 * max(seconds(500), 0.01)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # two words or more tell what it is about, wherever it stands
        ("fr", "Il pleut. Les digues ont tenu. Nul ne sait pourquoi. C'est le plan de restauration des tourbières.",
         "plan de restauration des tourbières"),
        ("fr", "Le conseil a lu un plan directeur de la filière laine. Il en est content.",
         "plan directeur de la filière laine"),
        ("fr", "Les débats ont porté sur le schéma de protection littorale.", "schéma de protection littorale"),
        # its owner, its length, what it is devoted to, or capitals tell it
        ("fr", "Le canton a revu son programme gouvernemental. Il tient en neuf axes.", "programme gouvernemental"),
        ("fr", "La ministre a exposé ce plan de six ans consacré à la pêche côtière.",
         "plan de six ans consacré à la pêche côtière"),
        ("en", "The premier has launched the 90-day plan in Lima.", "90-day plan"),
        ("en", "The ministry has launched a five year strategic plan for its staff.", "five year strategic plan"),
        ("en", "They built it all. The Strategic Roadmap for 2021-2025 was launched.",
         "Strategic Roadmap for 2021-2025"),
        # names of two halves, of another language, in quotes with their acronym
        ("en", "Under the Planting Hedges, Saving Bees plan, farmers will get grants.", "Planting Hedges, Saving Bees"),
        ("fr", "On puisera dans le plan Stand up Ardenne.", "Stand up Ardenne"),
        ("en", "Known as the “Fish Sector Plan (FSP) 2016-2030,” the document has 90 pages.", "Fish Sector Plan"),
        ("en", "She said that the Dyke Plan-2100 would hold.", "Dyke Plan-2100"),
    ],
)  # fmt: skip
def test_plans_of_plain_newspaper_prose_are_found(language: str, text: str, name: str) -> None:
    assert [p.name for p in plans_of(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La loi passe. Les députés dorment. La pluie tombe. Il faut un plan de contingence."),
        ("fr", "C'est le plan de la ministre Dupuis."),
        ("fr", "« Un choc qui doit réveiller le pays à l'horizon 2034 », juge Luc Roy."),
        ("en", "The law passed. Members slept. Rain fell again. A development plan would do."),
    ],
)
def test_plain_plans_are_no_plans_by_themselves(language: str, text: str) -> None:
    assert plans_of(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "alias"),
    [
        ("fr", "Le Plan de Développement Agricole et Rural 2021-2025 existe. Les bailleurs lisent le PDAR 2021-2025.",
         "PDAR 2021-2025"),
        ("fr", "Le Plan national de la laine et du lin (PNLL) a du retard. Il paie son plan de la laine 2016-2020.",
         "plan de la laine 2016-2020"),
    ],
)  # fmt: skip
def test_what_tells_a_plan_again_with_its_years_is_no_other(language: str, text: str, alias: str) -> None:
    (plan,) = plans_of(language, text)
    assert alias in (plan.name, *plan.aliases)


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Les bailleurs évoquent la « Stratégie Sel 2019-2040 ».", None),
        ("en", "Ponds were dug through the “Sea Salt” programme.", "in_progress"),
        ("en", "Ponds will be dug through the “Sea Salt” programme.", None),
        # what the plan has done, or does by now
        ("en", "The “Sea Salt” programme, which pays salters to dredge, has looked after 40 ponds.", "in_progress"),
        ("en", "The “Sea Salt” programme already reaches nine ports.", "in_progress"),
        ("en", "The “Sea Salt” programme had already angered the salters.", None),
        ("en", "The “Sea Salt” programme has divided the salters.", None),
        ("en", "Salt will be free once the “Sea Salt” programme has reached the coast.", None),
        ("fr", "Le programme « Sel marin », qui vise les côtes, a curé douze bassins.", "in_progress"),
        ("fr", "Le programme « Sel marin » profite désormais à 40 ports.", "in_progress"),
        ("fr", "Le programme « Sel marin » a suscité des critiques.", None),
        # a share of what it counts
        ("en", "Of the 300 ponds in the “Sea Salt” programme, 41 hold water.", "in_progress"),
        ("fr", "Sur les 300 bassins du programme « Sel marin », 41 sont en eau.", "in_progress"),
        # a part of it, told of by something done
        ("fr", "Le maire a ouvert le quai, pièce maîtresse du programme « Sel marin ».", "in_progress"),
        ("en", "The quay opened on Monday is the first fruit of the “Sea Salt” programme.", "in_progress"),
        # its age
        ("en", "The “Sea Salt” programme is in its seventh year.", "in_progress"),
        ("fr", "Le programme « Sel marin » entame sa sixième année.", "in_progress"),
        # who came out long ago is at work
        ("fr", "Le conseil lit la stratégie « Sel marin », adoptée en 2019.", "in_progress"),
        ("en", "The council reads the “Sea Salt” strategy, published in 2019.", "in_progress"),
        # "the latter"
        ("fr", "Le maire lit la stratégie « Sel marin ». Celle-ci a été lancée hier.", "launched"),
    ],
)
def test_deeds_tell_that_a_plan_is_under_way_and_years_do_not(language: str, text: str, status: str | None) -> None:
    assert [p.status for p in plans_of(language, text)] == [status]


REFERRED = [
    # what is told of another plan is about the sentence's subject, not about the plan named last
    (
        "fr",
        "Le préfet a signé le Plan Dunes 2030, déclinaison du Plan national littoral 2020-2035. Le texte a coûté.",
        0,
    ),
    (
        "en",
        "Dana unveiled the Dunes Plan 2030, drawn up to match the National Coast Plan 2020-2035. The text is long.",
        0,
    ),
    ("fr", "Le Plan Dunes 2030 est lié au Plan national littoral 2020-2035. Le plan coûte cher.", 0),
    ("en", "The Dunes Plan 2030 sits under the National Coast Plan 2020-2035. The plan is costly.", 0),
    ("en", "The Dunes Strategy and Master Plan is in line with the Coast Strategy 2035. The strategy is costly.", 0),
    # a capitalised noun is the name cut short
    ("fr", "Le ministre défend l'Offensive rizicole 2023-2026. Lancée en mai, l'Offensive coûte cher.", 0),
    ("fr", "Le ministre défend l'Offensive rizicole 2023-2026. Une offensive commerciale coûte cher.", None),
]


@pytest.mark.parametrize(("language", "text", "plan"), REFERRED)
def test_a_noun_stands_for_the_plan_that_is_spoken_of(language: str, text: str, plan: int | None) -> None:
    referred = [n for n, p in enumerate(plans_of(language, text)) for _ in p.references]
    assert referred == ([] if plan is None else [plan])


def test_years_in_brackets_make_another_wording_of_a_name() -> None:
    (plan,) = plans_of("en", "The 4th Fisheries Plan (2021-2025) asked for boats.")
    assert (plan.name, plan.aliases) == ("4th Fisheries Plan", ["4th Fisheries Plan (2021-2025)"])


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        (
            "fr",
            "Le ministre a lu le Plan national des forêts. Trente puits sont prévus pour la période 2024-2028.",
            2028,
        ),
        ("fr", "Le Plan national des forêts est lu. Il court de 2024 à 2031.", 2031),
        ("fr", "Le Plan national des forêts, étendu à 2029, est lu.", 2029),
        ("en", "The National Forest Plan stretches to 2029.", 2029),
        ("en", "The National Forest Plan is due to start in 2026.", None),
    ],
)
def test_a_plan_ends_when_the_text_about_it_says_so(language: str, text: str, year: int | None) -> None:
    assert plans_of(language, text)[0].horizon_year == year


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "Le Plan national des dunes, ouvert en 2018 pour une durée de cinq ans, a coûté cher.", (2018, 2023)),
        ("en", "The Dunes Plan, a six-year scheme that began in 2021, is costly.", (2021, 2027)),
        ("fr", "Le Plan national des dunes doit s'appliquer de 2024 à 2027.", (2024, 2027)),
        ("en", "The Dunes Plan will run from May 2024 to April 2028.", (2024, 2028)),
        ("fr", "Le Plan national des dunes devait prendre fin en 2027.", (None, 2027)),
        ("en", "The Dunes Plan will be rolled out in stages through 2036.", (None, 2036)),
    ],
)
def test_the_years_of_a_plan_follow_from_when_it_began_and_how_long_it_lasts(
    language: str, text: str, years: tuple[int | None, int | None]
) -> None:
    (plan,) = plans_of(language, text)
    assert (plan.start_year, plan.horizon_year) == years


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le maire a lancé Dunes 3, nouvelle mouture d'une stratégie de 2012.", [["Dunes 3"]]),
        ("en", "Ministers launched Green Dunes 2, the latest version of a strategy of 2012.", [["Green Dunes 2"]]),
        # an acronym is no better name than the full one; a name told before the full one is another
        ("fr", "Le Plan Dunes vivantes, alias PDV, coûte cher.", [["Plan Dunes vivantes", "PDV"]]),
        ("en", "Known at home as Madzi Moyo, the Dunes Plan is costly.", [["Dunes Plan", "Madzi Moyo"]]),
        # a charter is a pact; a firm's or a club's vision is none of a state
        ("fr", "La charte « Dunes propres » a été signée par 30 communes.", [["Dunes propres"]]),
        ("en", "The festival's theme this year is Vision for Dunes.", []),
        ("fr", "La banque vend sa gamme Horizon Dunes.", []),
    ],
)
def test_plans_are_told_by_their_line_and_their_owner(language: str, text: str, names: list[list[str]]) -> None:
    assert [[p.name, *p.aliases] for p in plans_of(language, text)] == names


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("fr", "Le Mali a clos mardi à Kayes le Plan national des dunes.", "completed"),
        ("en", "The Dunes Pact, signed with four towns, lapsed in February.", "completed"),
        ("en", "An early version of the Dunes Plan, still on the drawing board, runs to 2032.", "in_preparation"),
    ],
)
def test_a_clause_inserted_does_not_part_a_plan_from_its_verb(language: str, text: str, status: str) -> None:
    assert [p.status for p in plans_of(language, text)] == [status]


def test_a_country_of_two_words_owns_a_plan() -> None:
    assert [p.country for p in plans_of("en", "Critics read South Sudan's Dunes Plan 2030.")] == ["SS"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        # the object of an inverted clause, words of waiting, a noun whose time is to come
        ("fr", "Le maire attend la Stratégie dunes, que prépare la ministre.", "in_preparation"),
        ("fr", "Le Plan Dunes attend le feu vert du Sénat.", "in_preparation"),
        ("en", "The Dunes Plan awaits parliamentary approval.", "in_preparation"),
        ("en", "The Dunes Plan could be adopted in June.", "in_preparation"),
        (
            "fr",
            "L'élu lit le projet de plan national des dunes, dont l'adoption, espérée en mai, tarde.",
            "in_preparation",
        ),
        # May is a month; a future passive has no object
        ("en", "The Dunes Plan took effect on 1 May.", "in_progress"),
        ("fr", "Le Plan Dunes sera dévoilé la semaine prochaine.", "in_preparation"),
        # words that tell how it fares are no part of its name; what prolongs it is no other plan
        ("fr", "Le Plan Dunes bleues piétine.", "in_progress"),
        ("fr", "Le Plan Dunes accuse du retard.", "in_progress"),
        ("fr", "Le Plan Dunes a été prolongé de deux ans.", "in_progress"),
        ("en", "Of the 30 wells in the Dunes Plan, ten are ready.", "in_progress"),
        # delays told before the news are over
        ("en", "After a year of delays, ministers published the Dunes Plan. It commits £90m.", "presented"),
        ("fr", "Genève met un terme à son initiative « Toits frais ».", "completed"),
        ("fr", "Le Plan Dunes n'a pas été reconduit.", "completed"),
        ("en", "The Dunes Plan expired in December.", "completed"),
    ],
)
def test_ordinary_words_tell_the_stage(language: str, text: str, status: str | None) -> None:
    assert [p.status for p in plans_of(language, text)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "L'élu cite le PDN (Plan des dunes nationales).", [["Plan des dunes nationales", "PDN"]]),
        ("en", "He cites the NDSP, short for National Dune Sand Plan.", [["National Dune Sand Plan", "NDSP"]]),
        ("fr", "Il n'y a aucun plan national contre le bruit.", []),
        (
            "en",
            "Green Dunes, which fed 300 towns, was replaced by the Blue Dunes Plan.",
            [["Green Dunes"], ["Blue Dunes Plan"]],
        ),
        ("fr", "Les maires ont signé le contrat de territoire « Oriental vert ».", [["Oriental vert"]]),
        ("en", "Egypt's One Million Dunes programme quietly ended.", [["One Million Dunes"]]),
    ],
)
def test_acronyms_heirs_and_none(language: str, text: str, names: list[list[str]]) -> None:
    assert [[p.name, *p.aliases] for p in plans_of(language, text)] == names


def test_a_period_told_first_is_that_of_the_plan_behind_it() -> None:
    (plan,) = plans_of("fr", "Pour la période 2025-2029, le pays compte sur le Plan national des dunes.")
    assert (plan.start_year, plan.horizon_year) == (2025, 2029)
    assert plans_of("en", "The Dunes Plan will not be ready before 2031.")[0].horizon_year is None


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        # a verb whose other half stands behind the plan
        ("en", "The minister put the Dunes Plan in place.", "launched"),
        ("en", "The minister handed the Dunes Plan to the king.", "presented"),
        ("en", "The minister will make the Dunes Plan public, she made clear.", None),
        ("fr", "Le ministre a rendu la stratégie « Dunes » publique.", "presented"),
        # what is told of the drafting is not told of the plan
        ("fr", "Le processus d'élaboration du Plan Dunes a été lancé.", "in_preparation"),
        ("en", "The drafting of the Dunes Plan has been launched.", "in_preparation"),
        # what was done since, and what is foreseen in it
        ("en", "Since the launch of the Dunes Plan, ten wells have been sunk.", "in_progress"),
        ("fr", "Les travaux prévus par le Plan Dunes ont commencé.", "in_progress"),
        ("fr", "L'atelier de validation du Plan Dunes aura lieu en juin.", "in_preparation"),
    ],
)
def test_halves_of_verbs_and_nouns_of_drafting(language: str, text: str, status: str | None) -> None:
    assert [p.status for p in plans_of(language, text)] == [status]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("fr", "Lancé en 2021 pour quatre ans, le Plan Dunes coûte cher.", (2021, 2025)),
        ("en", "The Dunes Plan, launched in 2021 for four years, is costly.", (2021, 2025)),
        ("fr", "D'une durée de quatre ans (2024-2028), le Plan Dunes coûte cher.", (2024, 2028)),
        ("fr", "Le Plan Dunes se fixe 2030 comme échéance.", (None, 2030)),
        ("en", "The Dunes Plan sets 2030 as its deadline.", (None, 2030)),
        ("en", "The Dunes Plan will end in December 2030.", (None, 2030)),
    ],
)
def test_lengths_and_deadlines_in_ordinary_words(
    language: str, text: str, years: tuple[int | None, int | None]
) -> None:
    (plan,) = plans_of(language, text)
    assert (plan.start_year, plan.horizon_year) == years


@pytest.mark.parametrize(
    ("language", "name", "behind"),
    [
        (language, name, behind)
        for language, names, tails in (
            (
                "en",
                ("Forest Plan", "National Strategy for Rural Roads", "Homes First Programme"),
                (
                    "in Nyeri",
                    "in Port Blair on 3 May",
                    "for the first time",
                    "for the next five years",
                    "last Friday",
                    "to the Senate",
                    "for Cabinet approval",
                    "for consultation",
                    "on the sidelines of a summit",
                ),
            ),
            (
                "fr",
                ("Plan Forêts", "Stratégie nationale des routes rurales", "Programme Toits pour tous"),
                (
                    "à Nyeri",
                    "à Saint-Pierre",
                    "pour la première fois",
                    "pour les cinq prochaines années",
                    "lundi",
                    "au Sénat",
                    "en Conseil des ministres",
                    "fin 2023",
                    "en marge d'un sommet",
                ),
            ),
        )
        for name in names
        for behind in tails
    ],
)
def test_where_when_and_to_whom_a_plan_is_presented_is_no_part_of_its_name(
    language: str, name: str, behind: str
) -> None:
    text = f"{'She launched the' if language == 'en' else 'Elle a lancé le'} {name} {behind}."
    assert [p.name for p in plans_of(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "As the Strategy for Rural Roads enters its last year, donors worry.", "Strategy for Rural Roads"),
        ("en", "Officials credit the Forest Plan for the rise.", "Forest Plan"),
        ("fr", "La deuxième phase du Plan Forêts commence en mai.", "Plan Forêts"),
        (
            "fr",
            "Les critiques de la Stratégie des routes rurales la jugent trop lente.",
            "Stratégie des routes rurales",
        ),
        ("fr", "Il a qualifié le Plan Forêts de succès.", "Plan Forêts"),
        ("fr", "La Stratégie nationale pour bien vieillir coûtera peu.", "Stratégie nationale pour bien vieillir"),
    ],
)
def test_what_is_said_of_a_plan_is_no_part_of_its_name(language: str, text: str, name: str) -> None:
    assert [p.name for p in plans_of(language, text)] == [name]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        # told of another plan, which the one takes over from
        (
            "fr",
            "Le conseil a adopté jeudi la Stratégie des dunes 2025-2030, qui remplace un plan échu en 2023.",
            "presented",
        ),
        (
            "en",
            "She unveiled the draft of the Dunes Roadmap 2035. The text, which is to be adopted, replaces a roadmap.",
            "in_preparation",
        ),
        (
            "en",
            "Work on a national dunes plan has started, with the present one, adopted in 2018, running out.",
            "in_preparation",
        ),
        # the noun, not the participle
        ("fr", "Le Plan Dunes bleues sera soumis avant l'été, après une enquête close en mars.", "in_preparation"),
        # the report is out, not the plan
        ("fr", "Le premier rapport annuel sur le Plan Dunes bleues a été publié lundi.", "in_progress"),
        (
            "en",
            "Three of the projects of the Blue Dunes Plan are under way and four have been completed.",
            "in_progress",
        ),
        # a pronoun with its verb right behind
        ("fr", "La ministre peaufine le Plan Dunes bleues. Il passera devant les élus en juin.", "in_preparation"),
    ],
)
def test_what_is_told_of_something_else_than_the_plan(language: str, text: str, status: str) -> None:
    assert plans_of(language, text)[0].status == status


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        # a relative clause tells of the plan that it stands behind
        (
            "en",
            "Like the Heron Plan 2019-2023, which ended in May, the Egret Plan 2024-2028, adopted today, is costly.",
            {"Heron Plan 2019-2023": "completed", "Egret Plan 2024-2028": "presented"},
        ),
        # a noun tells of the plan that it governs
        (
            "fr",
            "Au lancement du Plan Héron, hier, il a dit que la révision du Plan Aigrette 2023-2027 était en cours.",
            {"Plan Héron": "launched", "Plan Aigrette 2023-2027": "in_progress"},
        ),
        # of what comes after a plan
        (
            "en",
            "The ministry is working on the sequel to the Heron Plan 2020-2026, which expires this year.",
            {"Heron Plan 2020-2026": "in_progress"},
        ),
        ("fr", "Le Plan Héron démarrera en juin.", {"Plan Héron": "in_preparation"}),
        # announced in one sentence, yet to come in another
        (
            "fr",
            "Le Plan Héron sera soumis aux élus en juin. La ministre l'a annoncé samedi.",
            {"Plan Héron": "in_preparation"},
        ),
        # a firm's own
        ("fr", "La banque a lancé un plan stratégique à cinq ans pour doubler ses gains.", {}),
    ],
)
def test_each_plan_has_its_own_stage(language: str, text: str, told: dict[str, str]) -> None:
    assert {plan.name: plan.status for plan in plans_of(language, text)} == told


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "fr",
            "Le Plan décennal des dunes, adopté lundi, vient après le Plan national des dunes, lancé en 1998.",
            ["Plan décennal des dunes", "Plan national des dunes"],
        ),
        ("fr", "Le Plan national des dunes a été lancé. Le Plan des dunes coûtera peu.", ["Plan national des dunes"]),
        (
            "en",
            "The Five-Year Dune Plan, unveiled on Monday, takes over from the National Dune Plan, launched in 1998.",
            ["Five-Year Dune Plan", "National Dune Plan"],
        ),
        ("fr", "Les élus ont examiné le « pacte sable », ce plan de sauvetage de la filière.", ["pacte sable"]),
        ("fr", "La ministre défend son « bouclier dunes », un plan d'urgence contre le vent.", ["bouclier dunes"]),
        ("en", "The so-called “sand pact” was agreed on Monday.", ["sand pact"]),
        ("en", "Critics speak of a “rescue plan” for banks.", []),
        ("en", "He cited programmes such as Green Dunes and Bright Nets.", ["Green Dunes", "Bright Nets"]),
        ("en", "The programme will cover towns such as Lyon and Nantes.", []),
        (
            "fr",
            "Des programmes tels que Terre Verte et Mains Habiles ont été salués.",
            ["Terre Verte", "Mains Habiles"],
        ),
        (
            "en",
            "The Dune Plan goes hand in hand with ‘Clean Bays’, which the president inaugurated in May.",
            ["Dune Plan", "Clean Bays"],
        ),
        ("en", "The Dune Plan goes hand in hand with ‘common sense’, said the minister.", ["Dune Plan"]),
    ],
)
def test_plans_told_beside_another_or_by_a_few_words(language: str, text: str, names: list[str]) -> None:
    assert sorted(p.name for p in plans_of(language, text)) == sorted(names)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le Programme de forage de mille puits attend ses crédits.", "Programme de forage de mille puits"),
        ("fr", "Le Programme d'irrigation de 40 millions d'euros a été lancé.", "Programme d'irrigation"),
        ("fr", "Le Plan 100 000 stages a été présenté lundi.", "Plan 100 000 stages"),
        ("en", "The minister launched the 10,000 Wells Initiative on Friday.", "10,000 Wells Initiative"),
        ("fr", "Le programme Graines pour demain, lancé lundi, coûtera peu.", "Graines pour demain"),
        ("fr", "Le programme Un village, un puits touche 300 communes.", "Un village, un puits"),
        ("fr", "La Nouvelle politique des dunes 2015-2030 a été évaluée.", "Nouvelle politique des dunes 2015-2030"),
    ],
)
def test_numbers_and_ordinary_words_within_a_name(language: str, text: str, name: str) -> None:
    assert [p.name for p in plans_of(language, text)] == [name]


def test_a_deadline_is_that_of_the_plan_without_one_in_its_name() -> None:
    plans = plans_of(
        "en",
        "The New Ports Policy was passed in 2021 as the first leg of Vision 2050. "
        "Thirty projects hang on it, worth $34 billion until 2031.",
    )
    assert {p.name: p.horizon_year for p in plans} == {"New Ports Policy": 2031, "Vision 2050": 2050}


def test_a_heading_between_does_not_part_a_plan_from_its_deadline() -> None:
    plans = plans_of(
        "fr",
        "Le conseil a entériné le Pacte des dunes. Il actualise la Nouvelle politique des dunes 2015-2026, dépassée.\n"
        "\nLe cap\n\nD'ici à 2031, la surface plantée doit passer de 36 % à 80 %.",
    )
    assert {p.name: p.horizon_year for p in plans}["Pacte des dunes"] == 2031
