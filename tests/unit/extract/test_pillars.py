"""A plan's components are found as the text presents them: their tree, kinds, places in it and labels."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.extract.document import Document, analyse
from pipelines.extract.lexicon import languages
from pipelines.extract.pillar_lexicon import pillar_lexicon
from pipelines.extract.pillars import MAX_COMPONENTS, find_pillars
from pipelines.extract.records import Pillar, Plan, Span
from pipelines.extract.text import fold


def named(doc: Document, name: str) -> Plan:
    """A plan with every place of the body that has its name."""
    spans, at = [], doc.folded.find(fold(name))
    while at >= 0:
        spans.append(Span(at, at + len(name)))
        at = doc.folded.find(fold(name), at + 1)
    return Plan(name=name, spans=spans)


def found(language: str, text: str, *names: str) -> list[Pillar]:
    doc = analyse(text, language)
    return find_pillars(doc, [named(doc, name) for name in names])


def tree(language: str, text: str, *names: str) -> list[str]:
    """One line for each pillar: a dash for each level, kind, position and label."""
    pillars = found(language, text, *names)

    def depth(pillar: Pillar) -> int:
        return 0 if pillar.parent is None else 1 + depth(pillars[pillar.parent])

    return [f"{'- ' * depth(p)}{p.kind} {p.position} {p.label}" for p in pillars]


INLINE = [
    (
        "fr",
        "Plan Palmeraie",
        (
            "Le Plan Palmeraie repose sur deux piliers majeurs: premièrement, la replantation des dattiers visant à "
            "enrayer le déclin des oasis. Deuxièmement, la formation des jeunes qui comprend à son tour trois axes, à "
            "savoir l’apprentissage, le mentorat et le microcrédit."
        ),
        [
            "pillar 1 replantation des dattiers",
            "pillar 2 formation des jeunes",
            "- axis 1 apprentissage",
            "- axis 2 mentorat",
            "- axis 3 microcrédit",
        ],
    ),
    (
        "fr",
        "Ambition Rail",
        (
            "La feuille de route Ambition Rail se décline en cinq volets : i) le renouvellement des voies, "
            "ii) l'achat de "
            "rames, iii) la rénovation des gares, iv) la formation des conducteurs et v) la sécurité aux passages."
        ),
        [
            "axis 1 renouvellement des voies",
            "axis 2 achat de rames",
            "axis 3 rénovation des gares",
            "axis 4 formation des conducteurs",
            "axis 5 sécurité aux passages",
        ],
    ),
    (
        "fr",
        "Stratégie lait",
        (
            "La Stratégie lait s'articule autour de trois axes à savoir : la santé du troupeau ; l'essor des fermes "
            "familiales, des coopératives et des laiteries de village ; la collecte, dotée de 3 millions."
        ),
        [
            "axis 1 santé du troupeau",
            "axis 2 essor des fermes familiales, des coopératives et des laiteries de village",
            "axis 3 collecte",
        ],
    ),
    (
        "fr",
        "Plan Vélo",
        (
            "Le Plan Vélo s'articule autour de quatre axes : sécuriser les pistes, lutter contre le vol, "
            "encourager l'achat "
            "de vélos électriques grâce à une prime et former les enfants."
        ),
        [
            "axis 1 sécuriser les pistes",
            "axis 2 lutter contre le vol",
            "axis 3 encourager l'achat de vélos électriques",
            "axis 4 former les enfants",
        ],
    ),
    (
        "fr",
        "Vision Sahel",
        "La Vision Sahel est adossée à trois piliers que sont le capital humain, la paix et l'économie verte.",
        ["pillar 1 capital humain", "pillar 2 paix", "pillar 3 économie verte"],
    ),
    (
        "fr",
        "Plan Justice",
        (
            "Le Plan Justice combine deux leviers – le recrutement de magistrats et la construction de prisons – pour "
            "réduire les délais."
        ),
        ["foundation 1 recrutement de magistrats", "foundation 2 construction de prisons"],
    ),
    (
        "fr",
        "Programme Source",
        "Les trois composantes du Programme Source (forages, châteaux d'eau et formation) coûteront 12 millions.",
        ["axis 1 forages", "axis 2 châteaux d'eau", "axis 3 formation"],
    ),
    (
        "fr",
        "Plan Pêche bleue",
        "Le Plan Pêche bleue a été adopté. Les catalyseurs de l'ensemble sont la recherche, les données et le crédit.",
        ["foundation 1 recherche", "foundation 2 données", "foundation 3 crédit"],
    ),
    (
        "fr",
        "Plan Fret",
        "Le Plan Fret poursuit un double objectif : désengorger les routes et relier les ports.",
        ["objective 1 désengorger les routes", "objective 2 relier les ports"],
    ),
    (
        "fr",
        "Plan Vapeur",
        "Le Plan Vapeur tient en trois piliers que la ministre résume ainsi : « innover, produire, recycler ».",
        ["pillar 1 innover", "pillar 2 produire", "pillar 3 recycler"],
    ),
    (
        "fr",
        "Pacte des vallées",
        "Le Pacte des vallées s'articulera autour de quatre axes, dont la rénovation des écoles et la mobilité.",
        ["axis 1 rénovation des écoles", "axis 2 mobilité"],
    ),
    (
        "fr",
        "Plan Gymnases",
        "L'objectif du Plan Gymnases est triple : ouvrir les salles, former les arbitres et accueillir des tournois.",
        ["objective 1 ouvrir les salles", "objective 2 former les arbitres", "objective 3 accueillir des tournois"],
    ),
    (
        "fr",
        "Plan Alpages",
        "Articulé autour de la prévention, de la formation et du tourisme, le Plan Alpages coûtera 40 millions.",
        ["axis 1 prévention", "axis 2 formation", "axis 3 tourisme"],
    ),
    (
        "fr",
        "Programme Karité",
        (
            "Le Programme Karité a deux (02) composantes : la composante 1 relative à la collecte et la composante 2 "
            "portant sur la vente."
        ),
        ["axis 1 collecte", "axis 2 vente"],
    ),
    (
        "fr",
        "Plan Lagune",
        "Parmi les priorités du Plan Lagune figurent l'assainissement, la pêche et le transport fluvial.",
        ["objective 1 assainissement", "objective 2 pêche", "objective 3 transport fluvial"],
    ),
    (
        "en",
        "Atoll Plan",
        (
            "The Atoll Plan has three goals: building the islands’ port to serve ferries, reforming fares, and helping "
            "the owners of small and medium-sized boats."
        ),
        [
            "objective 1 building the islands’ port",
            "objective 2 reforming fares",
            "objective 3 helping the owners of small and medium-sized boats",
        ],
    ),
    (
        "en",
        "Delta Plan",
        "The Delta Plan is anchored on four pillars of fisheries, ports, tourism and research.",
        ["pillar 1 fisheries", "pillar 2 ports", "pillar 3 tourism", "pillar 4 research"],
    ),
    (
        "en",
        "Clean Cooking Roadmap",
        (
            "To reach its goals, the Clean Cooking Roadmap pulls three levers: (1) a new tariff centred on "
            "poor households, "
            "reviewed in 2 stages; (2) the training of dealers; and (3) stronger standards, above all for stoves."
        ),
        [
            "foundation 1 new tariff centred on poor households",
            "foundation 2 training of dealers",
            "foundation 3 stronger standards",
        ],
    ),
    (
        "en",
        "National Water Plan",
        (
            "The National Water Plan rests on four pillars: protecting catchments, cutting losses, metering "
            "every home and "
            "training plumbers."
        ),
        [
            "pillar 1 protecting catchments",
            "pillar 2 cutting losses",
            "pillar 3 metering every home",
            "pillar 4 training plumbers",
        ],
    ),
    (
        "en",
        "Harbour Strategy",
        (
            "At the heart of the Harbour Strategy are three objectives: to double traffic, to cut waiting times and to "
            "train dockers by 2031."
        ),
        ["objective 1 double traffic", "objective 2 cut waiting times", "objective 3 train dockers"],
    ),
    (
        "en",
        "Care Strategy",
        "The Care Strategy is made up of three workstreams. These are workforce, funding and quality.",
        ["axis 1 workforce", "axis 2 funding", "axis 3 quality"],
    ),
    (
        "en",
        "Hydrogen Plan",
        "The Hydrogen Plan is built on two pillars and three enablers: finance, data and skills.",
        ["foundation 1 finance", "foundation 2 data", "foundation 3 skills"],
    ),
    (
        "en",
        "Transit Plan",
        "The Transit Plan, which runs until 2033, consists of three sectors: buses; trams; river ferries.",
        ["axis 1 buses", "axis 2 trams", "axis 3 river ferries"],
    ),
    (
        "en",
        "Vision 2052",
        "Both serve Vision 2052, whose three pillars are human capital, clean growth and good governance.",
        ["pillar 1 human capital", "pillar 2 clean growth", "pillar 3 good governance"],
    ),
    (
        "en",
        "Rural Roads Initiative",
        "The Rural Roads Initiative revolves around feeder roads, bridges and maintenance crews.",
        ["axis 1 feeder roads", "axis 2 bridges", "axis 3 maintenance crews"],
    ),
]

ORDINALS = [
    (
        "fr",
        "Plan Eau potable",
        (
            "Quatre axes dessinent le Plan Eau potable. Le premier, la protection des nappes, vise à préserver la "
            "ressource. Le deuxième axe, celui de la réutilisation des eaux usées, doit servir aux parcs. "
            "Vient ensuite le "
            "développement du dessalement : 3 usines. Quant au quatrième, il porte sur la tarification sociale."
        ),
        [
            "axis 1 protection des nappes",
            "axis 2 réutilisation des eaux usées",
            "axis 3 développement du dessalement",
            "axis 4 tarification sociale",
        ],
    ),
    (
        "fr",
        "Stratégie logement",
        (
            "La Stratégie logement se fondera sur trois axes, dont le premier concerne la rénovation des "
            "quartiers anciens, "
            "alors que le deuxième volet vise à bâtir des villes nouvelles destinées aux jeunes ménages.\n"
            "Cet axe vise aussi à attirer des promoteurs. Le troisième axe concerne le souci de faire bénéficier les "
            "locataires de cette réforme."
        ),
        [
            "axis 1 rénovation des quartiers anciens",
            "axis 2 bâtir des villes nouvelles",
            "axis 3 faire bénéficier les locataires de cette réforme",
        ],
    ),
    (
        "fr",
        "Plan Oasis",
        (
            "Le Plan Oasis s’appuie sur deux fondements. Le premier, la priorité aux familles, se décline "
            "en deux axes : une "
            "école par village et, enfin, un dispensaire par vallée. Le second fondement, la lutte contre "
            "le sable, comporte "
            "à son tour deux axes :\n• la plantation de haies ;\n• des digues mieux entretenues."
        ),
        [
            "foundation 1 priorité aux familles",
            "- axis 1 école par village",
            "- axis 2 dispensaire par vallée",
            "foundation 2 lutte contre le sable",
            "- axis 1 plantation de haies",
            "- axis 2 digues mieux entretenues",
        ],
    ),
    (
        "fr",
        "Plan Savane",
        "Ce plan, le Plan Savane, tient en deux volets, l'un consacré à l'eau potable, l'autre à l'élevage.",
        ["axis 1 eau potable", "axis 2 élevage"],
    ),
    (
        "fr",
        "Plan Autonomie",
        "Le Plan Autonomie avance sur deux jambes. La première, c'est le logement. La deuxième jambe, c'est le soin.",
        ["axis 1 logement", "axis 2 soin"],
    ),
    (
        "fr",
        "Plan Bois",
        (
            "Le Plan Bois comporte trois volets.\nPremier volet : l'inventaire.\nDeux campagnes sont "
            "prévues.\nDeuxième volet : "
            "le reboisement, à partir de mai.\nL'axe 3 concerne la scierie."
        ),
        ["axis 1 inventaire", "axis 2 reboisement", "axis 3 scierie"],
    ),
    (
        "en",
        "Seed Plan",
        (
            "Three pillars support the Seed Plan. The first pillar concerns the protection of local "
            "varieties and comprises "
            "two strands, namely gene banks and the training of growers. The second pillar, the renewal of "
            "research, rests "
            "on two strands: the reform of grants and the opening of labs. As for the third pillar, it "
            "addresses imports."
        ),
        [
            "pillar 1 protection of local varieties",
            "- axis 1 gene banks",
            "- axis 2 training of growers",
            "pillar 2 renewal of research",
            "- axis 1 reform of grants",
            "- axis 2 opening of labs",
            "pillar 3 imports",
        ],
    ),
    (
        "en",
        "Ferry Strategy",
        (
            "The Ferry Strategy has two pillars.\nPillar 1: Renewal of the fleet. Six vessels are on order.\n"
            "Pillar 2: Safety on board, with new rules."
        ),
        ["pillar 1 Renewal of the fleet", "pillar 2 Safety on board"],
    ),
    (
        "en",
        "Irrigation Plan",
        (
            "The Irrigation Plan has three pillars. The first pillar deals with canals, the second with "
            "leak reduction and "
            "the third with reuse."
        ),
        ["pillar 1 canals", "pillar 2 leak reduction", "pillar 3 reuse"],
    ),
    (
        "en",
        "Reef Plan",
        (
            'The Reef Plan would deliver on two fronts. "First, we will protect corals. Second, we will '
            'train divers," she said.'
        ),
        ["axis 1 protect corals", "axis 2 train divers"],
    ),
    (
        "en",
        "Growth Plan",
        (
            "Growth Plan in brief\nPillar I: Inclusive growth\n- Programme 1: Farming\n- Programme 2: "
            "Crafts\nPillar II: Skills"
        ),
        ["pillar 1 Inclusive growth", "- programme 1 Farming", "- programme 2 Crafts", "pillar 2 Skills"],
    ),
]

BULLETS = [
    (
        "fr",
        "Stratégie Portuaire",
        (
            "La Stratégie Portuaire repose sur plusieurs axes clés :\n"
            "- Développement du cabotage à travers le soutien aux armateurs.\n"
            "- Numérisation des quais pour réduire l'attente.\n"
            "- Renforcement de la sûreté, afin de rassurer les assureurs.\n"
            "- les terminaux fruitiers, enfin, auxquels 9 projets sont consacrés."
        ),
        [
            "axis 1 Développement du cabotage",
            "axis 2 Numérisation des quais",
            "axis 3 Renforcement de la sûreté",
            "axis 4 terminaux fruitiers",
        ],
    ),
    (
        "fr",
        "Plan Mobilité",
        (
            "Le Plan Mobilité s'organise en deux axes :\n1. Transports collectifs\n  - Tramway\n  - Bus rapides\n"
            "2. Mobilités douces"
        ),
        ["axis 1 Transports collectifs", "- measure 1 Tramway", "- measure 2 Bus rapides", "axis 2 Mobilités douces"],
    ),
    (
        "fr",
        "Pacte Chaleur",
        (
            "Le Pacte Chaleur compte trois axes :\n1° la géothermie ;\n2° le réseau, qui s'articule autour "
            "de deux priorités :\n"
            "- le stockage,\n- le comptage ;\n3° la rénovation."
        ),
        ["axis 1 géothermie", "axis 2 réseau", "- objective 1 stockage", "- objective 2 comptage", "axis 3 rénovation"],
    ),
    (
        "fr",
        "Plan Dattes",
        "Le Plan Dattes compte trois volets :\nLa replantation des palmiers ;\nLa vente directe ;\nLe tourisme.",
        ["axis 1 replantation des palmiers", "axis 2 vente directe", "axis 3 tourisme"],
    ),
    (
        "fr",
        "Stratégie rizicole",
        (
            "La Stratégie rizicole couvre la période 2022-2030. Sa mise en œuvre passe par :\n✓ "
            "l'irrigation ;\n✓ les semences."
        ),
        ["axis 1 irrigation", "axis 2 semences"],
    ),
    (
        "en",
        "Rail Blueprint",
        (
            "The minister outlined the three pillars of the Rail Blueprint:\n1. New lines\nWork will start in 2026.\n"
            "2. Signalling – upgrading to digital systems\n3. Skills, training and apprenticeships"
        ),
        ["pillar 1 New lines", "pillar 2 Signalling", "pillar 3 Skills, training and apprenticeships"],
    ),
    (
        "en",
        "Malaria Plan",
        (
            "The Malaria Plan is organised around the following strategic axes:\n– Vector control\n– Case management\n"
            "– Surveillance: weekly reports from every district"
        ),
        ["axis 1 Vector control", "axis 2 Case management", "axis 3 Surveillance"],
    ),
]


SERIES = [
    (
        "fr",
        "Plan Sport",
        (
            "Le Plan Sport s'articule autour de trois axes. D'abord, le sport à l'école, avec deux programmes : une "
            "heure par jour et des associations de quartier.\nEnsuite, la rénovation des gymnases.\nEnfin, "
            "le haut niveau."
        ),
        [
            "axis 1 sport à l'école",
            "- programme 1 heure par jour",
            "- programme 2 associations de quartier",
            "axis 2 rénovation des gymnases",
            "axis 3 haut niveau",
        ],
    ),
    (
        "fr",
        "Plan Quais",
        (
            "Le Plan Quais actionne trois leviers. Le dragage d'abord : 3 millions de mètres cubes. La formation des "
            "dockers, ensuite. Et, pour finir, le guichet unique."
        ),
        ["foundation 1 dragage", "foundation 2 formation des dockers", "foundation 3 guichet unique"],
    ),
    (
        "fr",
        "Plan Aval",
        (
            "Le Plan Aval mise sur quatre moteurs, au premier rang desquels l'aquaculture, suivie de la conserverie. "
            "Viennent ensuite la biologie et la plaisance."
        ),
        ["foundation 1 aquaculture", "foundation 2 conserverie", "foundation 3 biologie", "foundation 4 plaisance"],
    ),
    (
        "fr",
        "Plan Bus",
        "Le Plan Bus prévoit trois volets. Un volet infrastructure, avec 40 km. Un volet matériel. Et un volet social.",
        ["axis 1 infrastructure", "axis 2 matériel", "axis 3 social"],
    ),
    (
        "fr",
        "Plan Justice",
        "Le Plan Justice se déploiera en trois étapes : un plan d'urgence d'un an, la numérisation, puis deux palais.",
        ["programme 1 plan d'urgence d'un an", "programme 2 numérisation", "programme 3 deux palais"],
    ),
    (
        "fr",
        "Plan Cyber",
        (
            "Le Plan Cyber a deux piliers. Le premier, « protéger », compte deux programmes : un bouclier et un fonds. "
            "Le deuxième, « former », doit produire 500 experts."
        ),
        ["pillar 1 protéger", "- programme 1 bouclier", "- programme 2 fonds", "pillar 2 former"],
    ),
    (
        "en",
        "Freight Plan",
        (
            "The Freight Plan was adopted. Work proceeds along two tracks. The short-term one is about repairs in five "
            "ports. The longer one is reform of tariffs."
        ),
        ["axis 1 repairs in five ports", "axis 2 reform of tariffs"],
    ),
    (
        "en",
        "Schools Agenda",
        (
            "The Schools Agenda has three goals. To provide better teaching, it will train 900 tutors. To ensure "
            "access, it will build halls. The third goal, cheaper meals, seeks to bring costs down."
        ),
        ["objective 1 provide better teaching", "objective 2 ensure access", "objective 3 cheaper meals"],
    ),
    (
        "en",
        "Textile Vision",
        'Textile Vision stands on three legs. "One is fibre. Two is skills. And the third leg is exports," he said.',
        ["axis 1 fibre", "axis 2 skills", "axis 3 exports"],
    ),
    (
        "en",
        "Payments Strategy",
        (
            "The Payments Strategy has four priorities for the decade. Instant transfers, cross-border links, open "
            "data and consumer protection. A report is due in May."
        ),
        [
            "objective 1 Instant transfers",
            "objective 2 cross-border links",
            "objective 3 open data",
            "objective 4 consumer protection",
        ],
    ),
    (
        "en",
        "Coast Programme",
        "The Coast Programme has two components. Component A will restore mangroves. Component B will move 900 homes.",
        ["axis 1 restore mangroves", "axis 2 move 900 homes"],
    ),
]

UNUSUAL = [
    (
        "fr",
        "Plan Bus",
        "Le Plan Bus a trois axes, le premier étant consacré aux gares, le deuxième aux tarifs et le dernier au rail.",
        ["gares", "tarifs", "rail"],
    ),
    ("fr", "Plan Bus", "Le Plan Bus a deux leviers de croissance – le car et le rail – pour 2031.", ["car", "rail"]),
    ("en", "Bus Plan", "The Bus Plan's three pillars are stops, fares and depots.", ["stops", "fares", "depots"]),
    (
        "fr",
        "Plan Bus",
        (
            "Le Plan Bus a deux axes. Le premier, baptisé « Élan », concerne les gares. Le deuxième, « Cap », "
            "a trait aux tarifs."
        ),
        ["gares", "tarifs"],
    ),
    (
        "fr",
        "Plan Bus",
        (
            "Le Plan Bus a trois axes. Le premier axe, le mieux doté avec 3 millions, vise la sécurité. "
            "Viennent ensuite l'essor du car (2 millions), et enfin une gouvernance ouverte."
        ),
        ["sécurité", "essor du car", "gouvernance ouverte"],
    ),
    (
        "fr",
        "Plan Bus",
        (
            "Le Plan Bus est connu. Il disait vouloir bâtir plus vite; aider les communes; baisser les prix. "
            "De ces trois chantiers, le dernier inquiète."
        ),
        ["bâtir plus vite", "aider les communes", "baisser les prix"],
    ),
    (
        "fr",
        "Plan Bus",
        "Le Plan Bus a deux axes. Le premier est le rail. Le deuxième s'intéresse au vélo.",
        ["rail", "vélo"],
    ),
    (
        "en",
        "Bus Plan",
        (
            "The Bus Plan rests on three pillars. Safer stops come first: 40 will be rebuilt. Second is "
            "cleaner engines. Training is the third."
        ),
        ["Safer stops", "cleaner engines", "Training"],
    ),
    (
        "en",
        "Bus Plan",
        "The Bus Plan has three pillars; namely the Stops initiative, the Depot project and the Fares Policy.",
        ["Stops initiative", "Depot project", "Fares Policy"],
    ),
    (
        "en",
        "Bus Plan",
        "The Bus Plan has two pillars. The first, design out delays, would bring fines. The second is comfort.",
        ["design out delays", "comfort"],
    ),
    (
        "en",
        "Bus Plan",
        "The Bus Plan has three levers: cutting waste, making deposits the norm, and taxing cars.",
        ["cutting waste", "making deposits the norm", "taxing cars"],
    ),
    ("fr", "Plan Bus", "Le rail, le car et le vélo constituent les trois axes du Plan Bus.", ["rail", "car", "vélo"]),
    ("fr", "Plan Bus", "Le Plan Bus comporte un volet arrêts et un volet social.", ["arrêts", "social"]),
    ("fr", "Plan Bus", "Le Plan Bus a pour piliers le rail, le car et le vélo.", ["rail", "car", "vélo"]),
    ("fr", "Plan Bus", "Le Plan Bus, c'est un triptyque : rail, tram, vélo.", ["rail", "tram", "vélo"]),
    (
        "fr",
        "Plan Bus",
        "Le Plan Bus a deux axes : le rail, avec deux programmes, voies et gares ; le vélo, dès mai.",
        ["rail", "voies", "gares", "vélo"],
    ),
    (
        "fr",
        "Plan Bus",
        "Volet rail : 300 km de voies.\nVolet vélo : des pistes.\nLe Plan Bus sera suivi.",
        ["rail", "vélo"],
    ),
    (
        "fr",
        "Plan Bus",
        "1. Le rail\nLe Plan Bus prévoit 300 km.\n2. Le car\nDes lignes.\n3. Le vélo\nDes pistes.",
        ["rail", "car", "vélo"],
    ),
    (
        "en",
        "Bus Plan",
        "Rail, coaches and bikes: these are the three pillars of the Bus Plan.",
        ["Rail", "coaches", "bikes"],
    ),
    ("en", "Bus Plan", "The Bus Plan has rail, coaches and bikes as its three pillars.", ["rail", "coaches", "bikes"]),
    ("en", "Bus Plan", "The Bus Plan has a skills component and a fleet component.", ["skills", "fleet"]),
    (
        "en",
        "Bus Plan",
        "The Bus Plan follows a three-pronged approach: rail, coaches and bikes.",
        ["rail", "coaches", "bikes"],
    ),
    ("en", "Bus Plan", "The Bus Plan spans three verticals — rail, coaches and bikes.", ["rail", "coaches", "bikes"]),
    (
        "en",
        "Bus Plan",
        "The Bus Plan sets two objectives:\nSpeed: new lanes in every town.\nComfort: softer seats.",
        ["Speed", "Comfort"],
    ),
    (
        "en",
        "Bus Plan",
        "The Bus Plan pulls three levers.\n► Cutting fares\n► Making cycling the norm\n► Enforcement",
        ["Cutting fares", "Making cycling the norm", "Enforcement"],
    ),
]


@pytest.mark.parametrize(("language", "name", "text", "expected"), SERIES)
def test_components_told_over_sentences_are_found_in_their_order(language, name, text, expected):
    assert tree(language, text, name) == expected


@pytest.mark.parametrize(("language", "name", "text", "labels"), UNUSUAL)
def test_unusual_ways_to_present_components_are_read(language, name, text, labels):
    assert [p.label for p in found(language, text, name)] == labels


@pytest.mark.parametrize(("language", "name", "text", "expected"), INLINE)
def test_a_list_in_the_sentence_is_split_into_labels(language, name, text, expected):
    assert tree(language, text, name) == expected


@pytest.mark.parametrize(("language", "name", "text", "expected"), ORDINALS)
def test_ordinals_and_titles_name_the_components_one_by_one(language, name, text, expected):
    assert tree(language, text, name) == expected


@pytest.mark.parametrize(("language", "name", "text", "expected"), BULLETS)
def test_bullets_below_an_announcement_are_components(language, name, text, expected):
    assert tree(language, text, name) == expected


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        (
            "fr",
            "Plan Santé",
            "Il a signé trois conventions. La première, conclue hier, porte sur l'eau. Le Plan Santé suit.",
        ),
        (
            "fr",
            "Plan Hôpital",
            "En marge du Plan Hôpital, la réunion a porté sur trois points : le coût, la date et le lieu.",
        ),
        ("fr", "Plan Port", "Le Plan Port affiche deux objectifs chiffrés : 5 000 emplois et 3 milliards d'euros."),
        ("fr", "Plan Bleu", "Le Plan Bleu a été présenté mardi.\nÀ retenir :\n- baisse du gaz\n- grève des trains"),
        ("fr", "Plan Sel", "Le Plan Sel vise à créer 200 emplois et à rénover la saline."),
        (
            "fr",
            "Plan Bac",
            "Le Plan Bac s'est fait en trois étapes. La première a duré deux ans. La deuxième finit en mai.",
        ),
        (
            "en",
            "Jobs Plan",
            "The minister announced three measures: a tax break, a loan and a hotline. The Jobs Plan will follow.",
        ),
        (
            "en",
            "Rail Plan",
            "Ministers signed two deals. The first concerns a port. The second concerns a bridge. The Rail Plan waits.",
        ),
        (
            "en",
            "Land Plan",
            "The two leaders discussed three areas: trade, security and visas. The Land Plan was not mentioned.",
        ),
        (
            "fr",
            "Plan Sel",
            "Le Plan Sel a été présenté. D'abord réticent, le maire s'est rallié. Ensuite, la foule a applaudi.",
        ),
        (
            "fr",
            "Plan Sel",
            "Le Plan Sel divise. Sur le plan juridique, il est fragile. Sur le plan financier, il est cher.",
        ),
        ("en", "Tea Plan", "The Tea Plan has critics. Part one was dull. Part two was not."),
        (
            "en",
            "Tea Plan",
            "What is in the Tea Plan\n1. What is it?\nA plan.\n2. Who pays?\nThe state.\n3. When?\nIn May.",
        ),
        ("en", "Tea Plan", "The Tea Plan was launched.\nKey takeaways:\n- Petrol prices fall\n- Rain expected"),
    ],
)
def test_what_is_no_structure_of_the_plan_is_left_alone(language, name, text):
    assert tree(language, text, name) == []


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        (
            "fr",
            (
                "Le Plan Alpha, qui remplace le Plan Beta, compte deux axes : l'eau et l'énergie. Le Plan Beta "
                "comptait deux "
                "priorités : la santé et l'emploi."
            ),
            ("Plan Alpha", "Plan Beta"),
            [("eau", 0), ("énergie", 0), ("santé", 1), ("emploi", 1)],
        ),
        (
            "fr",
            (
                "Le Plan Alpha succède à Cap Beta, lancé en 2005 avec deux grands objectifs: réduire la dette "
                "et bâtir un port."
            ),
            ("Plan Alpha", "Cap Beta"),
            [("réduire la dette", 1), ("bâtir un port", 1)],
        ),
        (
            "en",
            (
                "The Alpha Plan follows the Beta Plan, which had two goals, safety and speed. It rests on two "
                "pillars: skills "
                "and data."
            ),
            ("Alpha Plan", "Beta Plan"),
            [("safety", 1), ("speed", 1), ("skills", 0), ("data", 0)],
        ),
        (
            "en",
            "The Alpha Plan was passed in May. Modelled on a Beta Plan abroad, it has two pillars: skills and data.",
            ("Alpha Plan", "Beta Plan"),
            [("skills", 0), ("data", 0)],
        ),
        (
            "en",
            (
                "The Alpha Plan was his answer. Passed in May as the first leg of the Beta Vision, it names the gaps "
                "and prescribes a cure for each: (a) ports, (b) energy and (c) towns."
            ),
            ("Alpha Plan", "Beta Vision"),
            [("ports", 0), ("energy", 0), ("towns", 0)],
        ),
        (
            "fr",
            (
                "Le Plan Alpha a été adopté. Là où le Plan Beta ne parlait que de sel, il fixe deux priorités : "
                "le bois et l'eau."
            ),
            ("Plan Alpha", "Plan Beta"),
            [("bois", 0), ("eau", 0)],
        ),
    ],
)
def test_components_belong_to_the_plan_that_the_sentence_is_about(language, text, names, expected):
    assert [(p.label, p.plan) for p in found(language, text, *names)] == expected


@pytest.mark.parametrize(
    ("language", "text", "names", "expected"),
    [
        (
            "fr",
            (
                "Le Plan Alpha vient après le Plan Beta, dont peu de cibles ont été tenues. Celui-ci se range sous "
                "deux axes : le bois et l'eau."
            ),
            ("Plan Alpha", "Plan Beta"),
            0,
        ),
        (
            "fr",
            "Le Plan Alpha vient après le Plan Beta. Celui-ci comptait deux axes : le bois et l'eau.",
            ("Plan Alpha", "Plan Beta"),
            1,
        ),
        (
            "en",
            "Two years after the Beta Plan ended, there is an Alpha Plan. It has two axes: wood and water.",
            ("Beta Plan", "Alpha Plan"),
            1,
        ),
    ],
)
def test_what_is_told_of_now_is_not_told_of_a_plan_that_is_over(language, text, names, expected):
    doc = analyse(text, language, published_on=dt.date(2031, 5, 6))
    plans = [named(doc, name) for name in names]
    for plan in plans:
        plan.horizon_year = 2028 if "Beta" in plan.name else 2038
    assert [p.plan for p in find_pillars(doc, plans)] == [expected, expected]


@pytest.mark.parametrize(
    ("language", "whole", "short", "name"),
    [
        (
            "fr",
            (
                "Le Plan Cap compte trois axes. Le premier concerne l'eau. Le deuxième concerne le bois. Le "
                "troisième concerne le sel."
            ),
            "Le Plan Cap compte trois axes. Le premier concerne l'eau. Le deuxième concerne le bois.",
            "Plan Cap",
        ),
        (
            "en",
            "The Cap Plan has three pillars:\n- Water\n- Timber\n- Salt",
            "The Cap Plan has three pillars:\n- Water\n- Timber",
            "Cap Plan",
        ),
    ],
)
def test_fewer_components_than_announced_are_less_sure(language, whole, short, name):
    sure, unsure = found(language, whole, name), found(language, short, name)
    assert min(p.confidence for p in sure) >= 0.9
    assert len(unsure) == 2
    assert max(p.confidence for p in unsure) < 0.8


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "fr",
            (
                "Le Plan Cap compte deux piliers : l'eau et le bois. Le premier pilier, l'eau, coûtera 3 "
                "millions. Le second "
                "commence en mai."
            ),
            "Plan Cap",
        ),
        (
            "en",
            (
                "The Cap Plan has two pillars:\n- Water\n- Timber\nUnder the first pillar, dams will be built. "
                "The second calls "
                "for 20 sawmills."
            ),
            "Cap Plan",
        ),
    ],
)
def test_speaking_of_a_known_component_again_adds_none(language, text, name):
    assert [p.position for p in found(language, text, name)] == [1, 2]


def test_there_is_nothing_without_a_plan():
    doc = analyse("La réforme repose sur deux piliers : l'eau et le bois.", "fr")
    assert find_pillars(doc, []) == []


@pytest.mark.parametrize("language", languages())
def test_every_language_has_its_words(language):
    assert pillar_lexicon(language).nouns


FRAGMENTS = """
Le_Plan_Cap The_Cap_Plan repose_sur rests_on trois three axes pillars : ; , -_ 1._ (1) i) à_savoir namely le_premier
The_second_pillar concerne concerns l'eau et and . « » " ( ) – dont Axe_2_: sont de d' Vient_ensuite Enfin, L'un l'autre
premièrement, Il_s'agit_de double_objectif water santé Parmi triple_: Pillar_one articulé_autour_de ²
"""
PIECES = st.sampled_from(["\n", *(piece.replace("_", " ") for piece in FRAGMENTS.split())])


def test_an_endless_list_is_no_structure():
    bullets = "".join(f"- mesure {i}\n" for i in range(500))
    assert tree("fr", f"Le Plan Cap compte trois axes :\n{bullets}", "Plan Cap") == []


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(PIECES, max_size=60), noise=st.text(max_size=40))
def test_any_text_gives_a_well_formed_forest(language, pieces, noise):
    text = "Plan Cap " + " ".join(pieces) + noise
    doc = analyse(text, language)
    pillars = find_pillars(doc, [Plan(name="Plan Cap", spans=[Span(0, 8)])])
    assert len(pillars) <= 2 * MAX_COMPONENTS
    for i, pillar in enumerate(pillars):
        assert " ".join(pillar.spans[0].of(text).split()) == pillar.label
        assert all(span.end <= len(text) for span in pillar.spans)
        assert pillar.plan == 0
        assert pillar.position >= 1
        assert 0 < pillar.confidence <= 1
        above, seen = pillar.parent, {i}
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = pillars[above].parent
    assert find_pillars(analyse(text, language), [Plan(name="Plan Cap", spans=[Span(0, 8)])]) == pillars


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        (
            "fr",
            "Le Plan Cap est prêt. Ses trois axes concernent le miel, la cire et le pollen.",
            ["miel", "cire", "pollen"],
        ),
        ("en", "Plan Cap is ready. Its three strands cover honey, wax and pollen.", ["honey", "wax", "pollen"]),
        ("en", "Plan Cap is ready. Its three strands cover the north and the coast.", []),
    ],
)
def test_a_counted_subject_covers_its_parts(language: str, text: str, labels: list[str]) -> None:
    assert [p.label for p in found(language, text, "Plan Cap")] == labels


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Plan Cap avait deux piliers : le miel et la cire. Le Plan Dune en aurait deux : l'eau et le sable."),
        (
            "en",
            "The Plan Cap rested on two pillars: bee care and wax sales. The Plan Dune would have two: sand and rain.",
        ),
    ],
)
def test_a_count_without_its_noun_is_of_the_plan_that_it_is_said_of(language: str, text: str) -> None:
    assert [p.plan for p in found(language, text, "Plan Cap", "Plan Dune")] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("language", "name", "text", "labels"),
    [
        # Ordinals and titles
        (
            "fr",
            "Plan Élevage",
            (
                "Le Plan Élevage comporte trois volets. Le premier concerne les vaccins. Les abattoirs forment le "
                "deuxième volet. L'aménagement de couloirs de transhumance constitue le dernier."
            ),
            ["vaccins", "abattoirs", "aménagement de couloirs de transhumance"],
        ),
        (
            "en",
            "Recovery Plan",
            (
                "Schools and clinics are the first pillar of the Recovery Plan. Roads make up the second. The third is "
                "about digital services."
            ),
            ["Schools and clinics", "Roads", "digital services"],
        ),
        (
            "en",
            "Water Plan",
            (
                "The Water Plan has four pillars. The first deals with dams. Pillar two deals with pipes, pillar three "
                "with sewers and pillar four with metering, including a tariff reform."
            ),
            ["dams", "pipes", "sewers", "metering"],
        ),
        # Lists
        (
            "en",
            "Housing Plan",
            "The Housing Plan rests on three planks, viz. land release, faster permits and rent reform.",
            ["land release", "faster permits", "rent reform"],
        ),
        (
            "en",
            "Coast Strategy",
            (
                "The Coast Strategy has three goals: restoring the way rivers flow to the sea, limiting what trawlers "
                "can take and training rangers."
            ),
            ["restoring the way rivers flow to the sea", "limiting what trawlers can take", "training rangers"],
        ),
        (
            "en",
            "Energy Strategy",
            (
                "The Energy Strategy puts money in three places: $510 million for solar, some $790 million over four "
                "years for grids and $330 million for storage, the three pillars of the document."
            ),
            ["solar", "grids", "storage"],
        ),
        (
            "en",
            "Growth Agenda",
            "The Growth Agenda works through two main axes; education and health.",
            ["education", "health"],
        ),
        (
            "en",
            "Growth Agenda",
            (
                "The Growth Agenda has four pillars, which include cattle, wells and canals, seed and "
                "manure and roads and markets."
            ),
            ["cattle", "wells and canals", "seed and manure", "roads and markets"],
        ),
        (
            "en",
            "Growth Agenda",
            (
                "The Growth Agenda is built on three priorities: tidy parks, mending roofs and gutters, and "
                "repainting railings, the mayor added."
            ),
            ["tidy parks", "mending roofs and gutters", "repainting railings"],
        ),
        (
            "en",
            "Growth Agenda",
            "The Growth Agenda will cover main areas of tree nurseries, street lamps, and bus lanes.",
            ["tree nurseries", "street lamps", "bus lanes"],
        ),
        # What goes on in the next sentence
        (
            "en",
            "Trade Policy",
            (
                "The Trade Policy has five pillars. Three of them are customs reform, port logistics and quality "
                "standards. The other pillars are market access and skills."
            ),
            ["customs reform", "port logistics", "quality standards", "market access", "skills"],
        ),
        (
            "fr",
            "Plan Commerce",
            (
                "Le Plan Commerce compte cinq axes dont la douane, les ports et les normes. Les autres portent sur "
                "le financement et la formation."
            ),
            ["douane", "ports", "normes", "financement", "formation"],
        ),
        (
            "en",
            "Growth Agenda",
            "The Growth Agenda lists three goals. They included better schools, cheaper power and safer roads.",
            ["better schools", "cheaper power", "safer roads"],
        ),
        (
            "fr",
            "Plan Relance",
            (
                "Le ministre a présenté mardi le Plan Relance. Parmi ses priorités : la réforme des mines, la gratuité "
                "de l'école ou encore la lutte contre la fraude."
            ),
            ["réforme des mines", "gratuité de l'école", "lutte contre la fraude"],
        ),
        # What a plan puts first, without a word for it
        (
            "fr",
            "Plan Pêche",
            "Le Plan Pêche donne la priorité à la flotte, à la surveillance des côtes et à la formation des marins.",
            ["flotte", "surveillance des côtes", "formation des marins"],
        ),
        (
            "fr",
            "Plan Pêche",
            (
                "Le gouvernement a adopté le Plan Pêche. Pour y parvenir, il se concentre sur la flotte, les ports et "
                "la formation des marins."
            ),
            ["flotte", "ports", "formation des marins"],
        ),
        (
            "fr",
            "Plan Pêche",
            "Le gouvernement a adopté le Plan Pêche. Il s'articule notamment autour de la flotte et des ports.",
            ["flotte", "ports"],
        ),
        (
            "en",
            "Ocean Plan",
            "The government launched the Ocean Plan. It will concentrate on ports, fisheries and offshore wind.",
            ["ports", "fisheries", "offshore wind"],
        ),
        (
            "en",
            "Health Plan",
            "The Health Plan prioritises key areas such as nutrition, vaccines and clinics.",
            ["nutrition", "vaccines", "clinics"],
        ),
        (
            "fr",
            "Plan Hydrogène",
            "Le ministre a présenté le Plan Hydrogène. Ses axes portent sur la production, le transport et l'usage.",
            ["production", "transport", "usage"],
        ),
        (
            "en",
            "Data Strategy",
            "The Data Strategy was approved. Key areas of the Data Strategy include cables, skills and computing.",
            ["cables", "skills", "computing"],
        ),
    ],
)
def test_looser_ways_of_the_press_are_read(language: str, name: str, text: str, labels: list[str]) -> None:
    assert [p.label for p in found(language, text, name)] == labels


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("en", "Ocean Plan", "The Ocean Plan will affect three sectors: fishing, tourism and shipping."),
        ("en", "Ocean Plan", "The Ocean Plan faces three challenges: drought, debt and theft."),
        ("en", "Ocean Plan", "The Ocean Plan has three funding sources: taxes, tickets and gifts."),
        ("en", "Ocean Plan", "The Ocean Plan relies on three funding sources: taxes, tickets and gifts."),
        ("en", "Ocean Plan", "Critics raised three points about the Ocean Plan: cost, timing and secrecy."),
        ("en", "Ocean Plan", "The budget of the Ocean Plan has three components: grants, loans and taxes."),
        ("en", "Ocean Plan", "The Ocean Plan was reviewed at a meeting on three topics: prices, quality and access."),
        ("en", "Ocean Plan", "Resting on nine pillars, the vision comprises a law and a fund. The Ocean Plan waits."),
        ("fr", "Plan Eau", "Le Plan Eau se heurte à trois défis : la sécheresse, la dette et le vol."),
        ("fr", "Plan Eau", "Le budget du Plan Eau prévoit trois mesures : une taxe, un emprunt et un fonds."),
        ("fr", "Plan Eau", "Le Plan Eau s'appuie sur le ministère, les communes et les agences de bassin."),
        (
            "fr",
            "Plan Eau",
            (
                "Le Plan Eau compte cinq axes, confiés à des délégués. Il s'agit d'Awa Diallo, chargée du nord, "
                "de Paul Meyer, chargé du sud, et de Rose Ndiaye."
            ),
        ),
        (
            "fr",
            "Plan Eau",
            (
                "Le Plan Eau aligne 31 ouvrages couvrant les grands enjeux de la vallée, a connu des retards dans "
                "des secteurs comme la santé, la route et le sport."
            ),
        ),
    ],
)
def test_what_a_plan_meets_or_is_paid_by_is_no_part_of_it(language: str, name: str, text: str) -> None:
    assert found(language, text, name) == []


@pytest.mark.parametrize(
    ("language", "text", "plans"),
    [
        (
            "fr",
            "Le Plan Alpha est doté de 3 millions. Inscrit dans le Plan Beta, il repose sur deux axes : eau et bois.",
            [0, 0],
        ),
        (
            "fr",
            (
                "Le Plan Alpha et le Plan Beta ont été adoptés. Le premier repose sur deux axes : l'eau et le bois. Le "
                "second compte deux piliers : le sel et le vent."
            ),
            [0, 0, 1, 1],
        ),
        (
            "en",
            "The Plan Alpha was adopted. Building on the Plan Beta, the new strategy has two pillars: sea and oil.",
            [0, 0],
        ),
        ("fr", "Le Plan Alpha décline le Plan Beta en deux axes : l'eau et le bois.", [0, 0]),
        ("en", "The Plan Alpha builds on the Plan Beta and has two strands: water and timber.", [0, 0]),
        ("en", "Under the Plan Beta, the Plan Alpha will focus on water and timber.", [0, 0]),
        (
            "en",
            (
                "The Plan Beta rests on two pillars: trade and safety. The Plan Alpha, which delivers the first of "
                "these, has two components: water and timber."
            ),
            [1, 1, 0, 0],
        ),
        (
            "en",
            (
                "The Plan Alpha was published on Monday. Four blocks hold the new edition together. The first, water, "
                "costs 3 million. The second, timber, costs 2 million. The Plan Beta, the Plan Beta and again the Plan "
                "Beta, says a critic."
            ),
            [0, 0],
        ),
    ],
)
def test_parts_belong_to_the_subject_and_not_to_what_it_is_set_against(
    language: str, text: str, plans: list[int]
) -> None:
    pillars = found(language, text, "Plan Alpha", "Plan Beta")
    assert [p.plan for p in pillars] == plans
    assert all(p.parent is None for p in pillars)


@pytest.mark.parametrize(
    ("language", "name", "text", "labels"),
    [
        (
            "fr",
            "Plan Océan",
            (
                "Le Plan Océan a été adopté. L'un des axes du plan est la sécurité des ports. Un autre axe concerne la "
                "formation des marins."
            ),
            ["sécurité des ports", "formation des marins"],
        ),
        (
            "en",
            "Ocean Plan",
            (
                "The Ocean Plan was adopted. One of its key components is training skippers. Another component is "
                "cheaper boats."
            ),
            ["training skippers", "cheaper boats"],
        ),
        (
            "en",
            "Ocean Plan",
            "The Ocean Plan was adopted. One of its goals is behind schedule. Another goal is disputed.",
            [],
        ),
        (
            "en",
            "Ocean Plan",
            "The Ocean Plan sets three targets. Officials say that the targets are boats, ports and jobs.",
            ["boats", "ports", "jobs"],
        ),
        (
            "fr",
            "Plan Océan",
            "Le Plan Océan mise sur deux leviers : le prix et la qualité. Reste à trouver l'argent.",
            ["prix", "qualité"],
        ),
    ],
)
def test_parts_told_in_passing_or_taken_up_are_read(language: str, name: str, text: str, labels: list[str]) -> None:
    assert [p.label for p in found(language, text, name)] == labels


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        (
            "en",
            (
                "The Homes Plan has 3 goals: building homes, making it easier to rent a room, and helping tenants "
                "who can't cook."
            ),
            ["building homes", "making it easier to rent a room", "helping tenants who can't cook"],
        ),
        (
            "fr",
            "Le Homes Plan a deux objectifs : aider les ménages qui ne peuvent payer et former des maçons.",
            ["aider les ménages qui ne peuvent payer", "former des maçons"],
        ),
        (
            "fr",
            "Le Homes Plan compte deux axes : rénover des tours, qui coûtent cher, et former des maçons.",
            ["rénover des tours", "former des maçons"],
        ),
    ],
)
def test_a_label_keeps_what_tells_an_act_from_others(language: str, text: str, labels: list[str]) -> None:
    assert [p.label for p in found(language, text, "Homes Plan")] == labels


@pytest.mark.parametrize(
    ("language", "name", "text", "labels"),
    [
        (
            "fr",
            "Plan Quais",
            "Le Plan Quais prévoit à la fois un volet social et un volet environnemental.",
            ["social", "environnemental"],
        ),
        (
            "fr",
            "Plan Quais",
            "Dragage, rail, formation : le Plan Quais, dévoilé lundi, s'articule autour de ces trois axes.",
            ["Dragage", "rail", "formation"],
        ),
        (
            "en",
            "Quay Plan",
            "Dredging, rail, training: the Quay Plan rests on these three pillars.",
            ["Dredging", "rail", "training"],
        ),
        (
            "fr",
            "Plan Quais",
            (
                "Le Plan Quais comporte deux axes.\nDraguer les chenaux\nQuelque 200 millions y seront consacrés.\n"
                "Former les pilotes\nUne école ouvrira en mars."
            ),
            ["Draguer les chenaux", "Former les pilotes"],
        ),
        (
            "en",
            "Quay Plan",
            (
                "The Quay Plan has two strands.\nDeeper channels\nSome 200 million will be spent.\nBetter pilots\n"
                "A school will open.\nMixed reactions\nUnions are wary."
            ),
            [],
        ),
        (
            "fr",
            "Plan Ports",
            "Premier axe du Plan Ports : le dragage. Deuxième axe : le rail. Troisième axe : la formation.",
            ["dragage", "rail", "formation"],
        ),
    ],
)
def test_parts_before_or_above_their_announcement_are_read(
    language: str, name: str, text: str, labels: list[str]
) -> None:
    assert [p.label for p in found(language, text, name)] == labels


PLAIN_PROSE = [
    # A list as long as counted, in an article that has just spoken of a plan.
    (
        "en",
        "Quay Plan",
        "The Quay Plan was signed in May. Offices are grouped in four clusters: Dredging, Rail, Skills and Safety.",
        ["Dredging", "Rail", "Skills", "Safety"],
    ),
    (
        "fr",
        "Plan Quais",
        (
            "Le Plan Quais a été signé en mai.\nLa ministre a remercié les dockers.\nTrois domaines le composent :\n"
            "- Dragage : 5 millions\n- Rail : 3 millions\n- Formation : 1 million"
        ),
        ["Dragage", "Rail", "Formation"],
    ),
    ("en", "Quay Plan", "The Quay Plan was signed. The mayor toured four towns: Ayr, Leith, Oban and Wick.", []),
    # Counted parts behind their preposition, quoted or not.
    (
        "en",
        "Quay Plan",
        "The Quay Plan falls under the port's three pillars of ‘dig deeper,’ ‘ship faster,’ and ‘train the young.’",
        ["dig deeper", "ship faster", "train the young"],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan is built on the twin pillars of deeper channels and safer docks.",
        ["deeper channels", "safer docks"],
    ),
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais ajoute deux mesures d'appui, la formation et le crédit.",
        ["formation", "crédit"],
    ),
    # Examples of parts, and areas such as these.
    (
        "en",
        "Quay Plan",
        "The mayor said the Quay Plan dwelt on pillars such as dredging, rail links, dock safety as well as training.",
        ["dredging", "rail links", "dock safety", "training"],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan was signed in May. It will focus on areas such as:\n- Dredging\n- Rail links\n- Dock safety",
        ["Dredging", "Rail links", "Dock safety"],
    ),
    # The list before its noun, without a number.
    (
        "fr",
        "Plan Quais",
        "Le dragage, le rail et la formation sont les principaux piliers du Plan Quais.",
        ["dragage", "rail", "formation"],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan names dredging, rail links, dock safety and training as priority sectors.",
        ["dredging", "rail links", "dock safety", "training"],
    ),
    # Some among others, also a single one.
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais a été signé en mai. Parmi les dix objectifs prioritaires figure désormais la baisse du bruit.",
        ["baisse du bruit"],
    ),
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais a été signé en mai. Au nombre de ses priorités figurent le dragage, le rail et la formation.",
        ["dragage", "rail", "formation"],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan has five pillars. Among them the mayor listed dredging, rail links and training.",
        ["dredging", "rail links", "training"],
    ),
    # Told in the next sentence.
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais prend corps dans des projets. On y trouve le pont de Sarzay, le tunnel du cap et la gare.",
        ["pont de Sarzay", "tunnel du cap", "gare"],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan was signed in May. The port has picked four areas. They are dredging, rail, safety and skills.",
        ["dredging", "rail", "safety", "skills"],
    ),
    # Behind a participle.
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais compte trois programmes, respectivement dédiés au dragage, au rail et à la formation.",
        ["dragage", "rail", "formation"],
    ),
    # Whoever says so is no part.
    (
        "en",
        "Quay Plan",
        "The Quay Plan focuses on dredging, dock safety, rail links and pilot training, Okoth added.",
        ["dredging", "dock safety", "rail links", "pilot training"],
    ),
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais met l'accent sur le dragage, le rail et la formation, a-t-il ajouté.",
        ["dragage", "rail", "formation"],
    ),
    # The noun changes, the count goes on; a part told alone.
    (
        "en",
        "Quay Plan",
        (
            "The first pillar of the Quay Plan is dredging. The second pillar covers rail links. The plan's third "
            "objective, said Okoth, is dock safety."
        ),
        ["dredging", "rail links", "dock safety"],
    ),
    (
        "fr",
        "Plan Quais",
        "À commencer par le premier pilier du Plan Quais, consacré au dragage, la ministre a promis des moyens.",
        ["dragage"],
    ),
    (
        "en",
        "Quay Plan",
        "One key component of the Quay Plan is the dredging of channels. Another component is the repair of cranes.",
        ["dredging of channels", "repair of cranes"],
    ),
    # Lines that name the plan above bullets.
    (
        "fr",
        "Plan Quais",
        "Voici ce que propose le Plan Quais :\n- Un fonds pour les pilotes\n- Une école de dockers\n- Une vigie",
        ["fonds pour les pilotes", "école de dockers", "vigie"],
    ),
    (
        "en",
        "Quay Plan",
        "At the signing of the Quay Plan were:\n- Ann Okoth\n- Peter Wanja\n- Mary Lamb",
        [],
    ),
    ("en", "Quay Plan", "The Quay Plan includes: a fund for pilots, a dockers' school and a new lighthouse.", 3),
    # What a country faces is no part.
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais a été signé en mai. Trois défis demeurent : la dette, le bruit et la vase.",
        [],
    ),
    (
        "en",
        "Quay Plan",
        "The Quay Plan was signed in May. Among the challenges are debt, noise and silt.",
        [],
    ),
    # Clauses are no parts.
    (
        "fr",
        "Plan Quais",
        "Le Plan Quais pose deux conditions : que la dette reste tenable et que les recettes montent.",
        [],
    ),
    # An aside inside a label.
    (
        "fr",
        "Plan Quais",
        "Le premier axe du Plan Quais concerne la réfection, dans le port, des voies ferrées. Le second vise l'eau.",
        ["réfection, dans le port, des voies ferrées", "eau"],
    ),
]


@pytest.mark.parametrize(("language", "name", "text", "labels"), PLAIN_PROSE)
def test_plain_prose_of_newspapers_is_read(language: str, name: str, text: str, labels: list[str] | int) -> None:
    told = [p.label for p in found(language, text, name)]
    assert (len(told) if isinstance(labels, int) else told) == labels


def test_who_speaks_of_a_part_is_no_part():
    text = (
        "The Clean Lakes Strategy 2035 has two goals. On the first goal, Kamau stressed that wells come before pipes. "
        "On the second goal, Kamau said that little was done."
    )
    assert "Kamau" not in [p.label for p in found("en", text, "Clean Lakes Strategy 2035")]


@pytest.mark.parametrize(
    ("language", "text", "names", "plans"),
    [
        (
            "fr",
            "Le Plan Alpha prolonge le Plan Beta, né en 2015. Rappelons-en les trois axes : l'eau, le sol et le feu.",
            ("Plan Alpha", "Plan Beta"),
            [1, 1, 1],
        ),
        (
            "en",
            "The Alpha Plan builds on the Beta Plan. As a reminder, its three pillars are water, soil and fire.",
            ("Alpha Plan", "Beta Plan"),
            [1, 1, 1],
        ),
    ],
)
def test_a_structure_that_is_told_again_is_of_the_plan_named_last(language, text, names, plans):
    assert [p.plan for p in found(language, text, *names)] == plans


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"),
    [
        (
            "fr",
            "Plan Cap",
            (
                "Le Plan Cap compte deux axes.\nAxe 1 – Prévenir les crues. Deux chantiers s'ouvrent ici : les digues "
                "et les bassins.\nAxe 2 – Réparer les ponts."
            ),
            ["axis 1 Prévenir les crues", "- programme 1 digues", "- programme 2 bassins", "axis 2 Réparer les ponts"],
        ),
        (
            "en",
            "Cap Plan",
            (
                "The Cap Plan has two pillars: (a) safer ports; (b) cleaner bays. Most cash goes to pillar b), which "
                "has two projects: sewers and buoys."
            ),
            ["pillar 1 safer ports", "pillar 2 cleaner bays", "- programme 1 sewers", "- programme 2 buoys"],
        ),
        (
            "fr",
            "Plan Cap",
            (
                "Le Plan Cap a un premier axe, l'école. L'eau et le sol, ses deux priorités, attendent.\nAUTRES\n"
                "Météo : le vent arrive\nLe maire est sceptique."
            ),
            ["axis 1 école", "objective 1 eau", "objective 2 sol"],
        ),
        (
            "fr",
            "Plan Cap",
            (
                "Le Plan Cap vise deux objectifs, dans cet ordre :\n➢ Objectif 1. Curer les ports\n"
                "   - l'achat de dragues\n   - la formation des équipages\n➢ Objectif 2. Réparer les quais\n"
                "Le maire est sceptique."
            ),
            [
                "objective 1 Curer les ports",
                "- measure 1 achat de dragues",
                "- measure 2 formation des équipages",
                "objective 2 Réparer les quais",
            ],
        ),
        (
            "en",
            "Cap Plan",
            (
                "The Cap Plan has three mutually reinforcing pillars, which are as follows:\nFirst: Law and order\n"
                "  » Harbour code\n  » Port police\n"
                "Second: Skills\nThird: Dredging and quays\n  » Dredger at Kolo\nThe mayor has doubts."
            ),
            [
                "pillar 1 Law and order",
                "- measure 1 Harbour code",
                "- measure 2 Port police",
                "pillar 2 Skills",
                "pillar 3 Dredging and quays",
                "- measure 1 Dredger at Kolo",
            ],
        ),
        (
            "en",
            "Cap Plan",
            (
                "The Cap Plan bundles four axes into two blocks:\nPorts and coasts\n1. Deeper harbours\n"
                "2. Cleaner beaches\nShips\n3. Newer ferries\n4. Safer crews\nThe mayor has doubts."
            ),
            ["axis 1 Deeper harbours", "axis 2 Cleaner beaches", "axis 3 Newer ferries", "axis 4 Safer crews"],
        ),
    ],
)
def test_parts_hang_under_the_part_that_is_spoken_of(language, name, text, expected):
    assert tree(language, text, name) == expected


@pytest.mark.parametrize(
    ("language", "name", "text", "labels"),
    [
        (
            "fr",
            "Plan Cap",
            "Le Plan Cap a trois axes : protéger ce qui reste, aider ceux qui partent et former.",
            ["protéger ce qui reste", "aider ceux qui partent", "former"],
        ),
        (
            "en",
            "Cap Plan",
            "The Cap Plan has three goals: lighting that works; nurses who stay; a hall.",
            ["lighting that works", "nurses who stay", "hall"],
        ),
    ],
)
def test_a_label_keeps_the_clause_that_it_says_nothing_without(language, name, text, labels):
    assert [p.label for p in found(language, text, name)] == labels
