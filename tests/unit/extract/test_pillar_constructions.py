"""Constructions of the press that tell a plan's parts, each in both languages and in words of no article."""

from __future__ import annotations

import pytest

from pipelines.extract.document import analyse
from pipelines.extract.pillars import find_pillars
from pipelines.extract.records import Plan, Span

TOLD = [
    (
        "fr",
        "Plan national bois 2030",
        (
            "Le ministre a présenté le Plan national bois 2030. En quoi consiste la démarche ? En"
            " trois chantiers, que voici.\n"
            "I. Replanter les pentes\n"
            "Les pépinières produiront davantage.\n"
            "II. Former les scieurs\n"
            "Un centre ouvrira à la rentrée.\n"
            "III. Relancer l'export\n"
            "Les ports seront équipés."
        ),
        ["Replanter les pentes", "Former les scieurs", "Relancer l'export"],
    ),
    (
        "fr",
        "Plan national bois 2030",
        (
            "Le ministre a présenté le Plan national bois 2030. Le texte retient trois "
            "orientations.\n"
            "A/ Replanter les pentes, au moyen de deux outils : la pépinière et le prêt.\n"
            "B/ Former les scieurs.\n"
            "C/ Relancer l'export."
        ),
        ["Replanter les pentes", "pépinière", "prêt", "Former les scieurs", "Relancer l'export"],
    ),
    (
        "fr",
        "Plan national bois 2030",
        (
            "Le ministre a présenté le Plan national bois 2030. Le texte retient trois "
            "orientations.\n"
            "A. Replanter les pentes\n"
            "Les pépinières produiront davantage.\n"
            "B. Former les scieurs\n"
            "Un centre ouvrira.\n"
            "C. Relancer l'export\n"
            "Les ports seront équipés."
        ),
        ["Replanter les pentes", "Former les scieurs", "Relancer l'export"],
    ),
    (
        "fr",
        "Plan national bois 2030",
        (
            "Le ministre a présenté le Plan national bois 2030, qui repose sur trois axes :\n"
            "A – Replanter les pentes\n"
            "B – Former les scieurs\n"
            "C – Relancer l'export"
        ),
        ["Replanter les pentes", "Former les scieurs", "Relancer l'export"],
    ),
    (
        "en",
        "National Timber Plan 2030",
        (
            "The minister unveiled the National Timber Plan 2030. What does it consist of? Three "
            "workstreams, set out below.\n"
            "I. Replanting the slopes\n"
            "Nurseries will produce more.\n"
            "II. Training sawyers\n"
            "A centre will open.\n"
            "III. Reviving exports\n"
            "Ports will be equipped."
        ),
        ["Replanting the slopes", "Training sawyers", "Reviving exports"],
    ),
    (
        "en",
        "National Timber Plan 2030",
        (
            "The minister unveiled the National Timber Plan 2030, which has three priorities:\n"
            "A/ Replanting the slopes\n"
            "B/ Training sawyers\n"
            "C/ Reviving exports"
        ),
        ["Replanting the slopes", "Training sawyers", "Reviving exports"],
    ),
    (
        "en",
        "National Timber Plan 2030",
        (
            "The minister unveiled the National Timber Plan 2030. The plan has three parts.\n"
            "A. Replanting the slopes\n"
            "Nurseries will produce more.\n"
            "B. Training sawyers\n"
            "A centre will open.\n"
            "C. Reviving exports\n"
            "Ports will be equipped."
        ),
        ["Replanting the slopes", "Training sawyers", "Reviving exports"],
    ),
    (
        "en",
        "Clean Air Plan 2030",
        (
            "The CARE agenda, or Clean Air Plan 2030, has four components:\n"
            "C – Cutting truck traffic in the old town\n"
            "A – Adding buses\n"
            "R – Restoring tree cover\n"
            "E – Enforcing the rules"
        ),
        ["Cutting truck traffic in the old town", "Adding buses", "Restoring tree cover", "Enforcing the rules"],
    ),
    (
        "en",
        "Ocean Pact",
        (
            "What does the Ocean Pact contain? Its authors chose to group its actions under three"
            " priority areas, as follows:\n"
            "✔ Ocean health\n"
            "✔ A competitive blue economy\n"
            "✔ Coastal communities, islands and outermost regions"
        ),
        ["Ocean health", "competitive blue economy", "Coastal communities, islands and outermost regions"],
    ),
    (
        "en",
        "National Water Plan 2030",
        (
            "The cabinet adopted the National Water Plan 2030. It has decided to sort its "
            "measures into three families, listed here:\n"
            "- Leak repair\n"
            "- Reuse of wastewater\n"
            "- Metering"
        ),
        ["Leak repair", "Reuse of wastewater", "Metering"],
    ),
    (
        "fr",
        "Plan national eau 2030",
        (
            "Le gouvernement a adopté le Plan national eau 2030. Ses rédacteurs ont choisi de "
            "ranger ses actions sous trois domaines prioritaires, comme suit :\n"
            "✔ Réparation des fuites\n"
            "✔ Réemploi des eaux usées\n"
            "✔ Pose de compteurs"
        ),
        ["Réparation des fuites", "Réemploi des eaux usées", "Pose de compteurs"],
    ),
    (
        "fr",
        "Plan national eau 2030",
        (
            "Le gouvernement a adopté le Plan national eau 2030. Il s'en tient à trois priorités."
            " La première consiste à réparer les réseaux du centre et du littoral ; la deuxième, "
            "à mieux suivre les nappes. Pour la troisième, on cherchera à encourager le réemploi "
            "des eaux usées, notamment par une prime."
        ),
        [
            "réparer les réseaux du centre et du littoral",
            "mieux suivre les nappes",
            "encourager le réemploi des eaux usées",
        ],
    ),
    (
        "fr",
        "Stratégie nationale du sucre 2030",
        (
            "La Stratégie nationale du sucre 2030 se limite à deux priorités. La première est de "
            "rénover les usines ; la seconde, de replanter les cannes."
        ),
        ["rénover les usines", "replanter les cannes"],
    ),
    (
        "en",
        "National Sugar Strategy 2030",
        (
            "The National Sugar Strategy 2030 sticks to three priorities. The first is to "
            "renovate the mills; the second, to replant cane. For the third, officials will try "
            "to open new markets, notably through trade fairs."
        ),
        ["renovate the mills", "replant cane", "open new markets"],
    ),
    (
        "en",
        "National Sugar Strategy 2030",
        (
            "The National Sugar Strategy 2030 confines itself to two goals. The first consists in"
            " renovating the mills; the second, in replanting cane."
        ),
        ["renovating the mills", "replanting cane"],
    ),
    (
        "fr",
        "Stratégie nationale du sucre 2030",
        (
            "La Stratégie nationale du sucre 2030 aligne quatre axes, qui sont dans l'ordre la "
            "rénovation des usines, le replantage de la canne, la formation des coupeurs et la "
            "gouvernance de la filière."
        ),
        ["rénovation des usines", "replantage de la canne", "formation des coupeurs", "gouvernance de la filière"],
    ),
    (
        "fr",
        "Stratégie nationale du sucre 2030",
        (
            "La Stratégie nationale du sucre 2030 aligne trois axes, à savoir, dans l'ordre, la "
            "rénovation des usines, le replantage de la canne et la formation des coupeurs."
        ),
        ["rénovation des usines", "replantage de la canne", "formation des coupeurs"],
    ),
    (
        "en",
        "National Sugar Strategy 2030",
        (
            "The National Sugar Strategy 2030 lines up three thrusts, which are, in order, mill "
            "renovation, cane replanting and the training of cutters."
        ),
        ["mill renovation", "cane replanting", "training of cutters"],
    ),
    (
        "en",
        "National Sugar Strategy 2030",
        (
            "The National Sugar Strategy 2030 strings together three goals, namely, in this "
            "order, mill renovation, cane replanting and the training of cutters."
        ),
        ["mill renovation", "cane replanting", "training of cutters"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le Plan national rail 2035 a été publié lundi.\n"
            "Axe I – Fret\n"
            "Il embrasse trois priorités, que sont les embranchements, les ports secs et la "
            "traction électrique.\n"
            "Axe II – Voyageurs\n"
            "Deux priorités, cette fois : les gares, d'une part ; les billets, de l'autre.\n"
            "Axe III – Institutions\n"
            "La régulation et la formation des cadres, ses deux priorités, attendent leurs "
            "textes."
        ),
        [
            "Fret",
            "embranchements",
            "ports secs",
            "traction électrique",
            "Voyageurs",
            "gares",
            "billets",
            "Institutions",
            "régulation",
            "formation des cadres",
        ],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The National Rail Plan 2035 was published on Monday.\n"
            "Axis I – Freight\n"
            "It embraces three priorities: sidings, dry ports and electric traction.\n"
            "Axis II – Passengers\n"
            "Two priorities this time: stations, on the one hand; ticketing, on the other.\n"
            "Axis III – Institutions\n"
            "Regulation and staff training, its two priorities, are still waiting for their "
            "decrees."
        ),
        [
            "Freight",
            "sidings",
            "dry ports",
            "electric traction",
            "Passengers",
            "stations",
            "ticketing",
            "Institutions",
            "Regulation",
            "staff training",
        ],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le Plan national rail 2035 a été publié lundi.\n"
            "Quatre chantiers, trois leviers\n"
            "Par ordre de coût, c'est la réfection des voies qui arrive en tête. La compagnie y "
            "mettra 3 milliards. L'achat de rames se classe deuxième : il compte 40 trains. En "
            "troisième lieu figure la rénovation des gares, déjà lancée. Quant au dernier "
            "chantier, les parkings vélos, il en doublerait le nombre.\n"
            "Pour faire levier, le ministère mise enfin sur la billettique, la gestion des quais "
            "et la publicité."
        ),
        [
            "réfection des voies",
            "achat de rames",
            "rénovation des gares",
            "parkings vélos",
            "billettique",
            "gestion des quais",
            "publicité",
        ],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The National Rail Plan 2035 was published on Monday.\n"
            "Four projects, three levers\n"
            "In order of cost, it is track renewal that comes top. The company will spend 3 "
            "billion. Buying trains ranks second: it covers 40 sets. In third place is station "
            "renovation, already begun. As for the last project, bicycle parking, it would "
            "double.\n"
            "For leverage, the ministry is counting on ticketing, platform management and "
            "advertising."
        ),
        [
            "track renewal",
            "Buying trains",
            "station renovation",
            "bicycle parking",
            "ticketing",
            "platform management",
            "advertising",
        ],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Son architecture, dans le Plan national rail 2035, tient en trois axes, eux-mêmes "
            "découpés en ambitions. Au chapitre du renouveau du fret, l'axe 1, figurent les "
            "embranchements, les ports secs et la traction. L'axe 2 est tourné vers le confort "
            "des voyageurs ; il mise sur des gares rénovées et sur une billettique unique. L'axe "
            "3, enfin, ambitionne la réforme de la compagnie."
        ),
        [
            "renouveau du fret",
            "embranchements",
            "ports secs",
            "traction",
            "confort des voyageurs",
            "gares rénovées",
            "billettique unique",
            "réforme de la compagnie",
        ],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The National Rail Plan 2035 was published on Monday. Three axes structure the "
            "document and carry, between them, 42 projects. Axis one, freight and ports, groups "
            "12 projects. With 20, axis two – comfort of passengers – takes the lion's share. The"
            " 10 others come under axis three, which deals with reforming the company."
        ),
        ["freight and ports", "comfort of passengers", "reforming the company"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le Plan national rail 2035 a été publié lundi. Trois axes structurent le document et"
            " portent 42 projets. L'axe un, fret et ports, en regroupe 12. Avec 20 projets, l'axe"
            " deux – confort des voyageurs – se taille la part du lion. Les 10 autres relèvent de"
            " l'axe trois, qui traite de la réforme de la compagnie."
        ),
        ["fret et ports", "confort des voyageurs", "réforme de la compagnie"],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The cabinet adopted the National Rail Plan 2035. The document rests on four pillars."
            " Reviving freight comes first: the state is to buy wagons. Then comes passenger "
            "comfort, under which two stations, at Alton and Brere, would be rebuilt. A third "
            "pillar, safer crossings, provides for a fund and for new gates. Training drivers is "
            "the fourth and last of them; it includes 300 apprentices."
        ),
        ["Reviving freight", "passenger comfort", "safer crossings", "Training drivers"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le cabinet a adopté le Plan national rail 2035. Le document repose sur quatre "
            "piliers. La relance du fret vient en tête : l'État achètera des wagons. Vient "
            "ensuite le confort des voyageurs, au titre duquel deux gares, à Alton et à Brère, "
            "seraient rebâties. Un troisième pilier, la sûreté des passages, prévoit un fonds et "
            "des barrières. La formation des conducteurs est le quatrième et dernier d'entre eux "
            "; elle vise 300 apprentis."
        ),
        ["relance du fret", "confort des voyageurs", "sûreté des passages", "formation des conducteurs"],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The government put out the National Rail Plan 2035 on Friday.\n"
            "What's in it?\n"
            "The first part, reviving freight, is the costliest. It tops up the fund. A second "
            "part, making it easier to change trains, lengthens platforms. The last, helping "
            "towns that lost their line, rests on a $1.5-billion fund."
        ),
        ["reviving freight", "making it easier to change trains", "helping towns that lost their line"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le gouvernement a publié vendredi le Plan national rail 2035.\n"
            "Que contient-il ?\n"
            "La première partie, relancer le fret, est la plus chère. Une deuxième partie, "
            "faciliter les correspondances, allonge les quais. La dernière, aider les villes qui "
            "ont perdu leur ligne, repose sur un fonds."
        ),
        ["relancer le fret", "faciliter les correspondances", "aider les villes qui ont perdu leur ligne"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le Plan national rail 2035 a été adopté lundi. Au sommet trônent trois grands "
            "objectifs, le premier étant de relancer le fret d'ici 2030, le deuxième de diviser "
            "les retards par deux et le troisième de devenir une plaque tournante."
        ),
        ["relancer le fret", "diviser les retards par deux", "devenir une plaque tournante"],
    ),
    (
        "en",
        "National Rail Plan 2035",
        (
            "The National Rail Plan 2035 was adopted on Monday. On the ground, the network has "
            "been carved into four corridors, namely the coast line; mountain and border lines; "
            "the northern loop; and city lines."
        ),
        ["coast line", "mountain and border lines", "northern loop", "city lines"],
    ),
    (
        "fr",
        "Plan national rail 2035",
        (
            "Le Plan national rail 2035 a été adopté lundi. Sur le terrain, le réseau a été "
            "découpé en quatre couloirs, à savoir la ligne côtière ; les lignes de montagne ; la "
            "boucle du Nord ; et les lignes urbaines."
        ),
        ["ligne côtière", "lignes de montagne", "boucle du Nord", "lignes urbaines"],
    ),
    (
        "en",
        "National Rail Strategy",
        (
            "Built around three pillars, the National Rail Strategy breaks each of them down into"
            " priorities. The freight revival pillar has three: cheaper sidings, dry ports and "
            "electric traction. Passenger comfort, the second pillar, pairs clean stations with "
            "single ticketing. Sound governance completes the set, and under it come faster "
            "audits and open data."
        ),
        [
            "freight revival",
            "cheaper sidings",
            "dry ports",
            "electric traction",
            "Passenger comfort",
            "clean stations",
            "single ticketing",
            "Sound governance",
            "faster audits",
            "open data",
        ],
    ),
    (
        "fr",
        "Stratégie nationale du rail",
        (
            "Bâtie sur trois piliers, la Stratégie nationale du rail décline chacun d'eux en "
            "priorités. Le pilier relance du fret en a trois : les embranchements, les ports secs"
            " et la traction électrique. Le confort des voyageurs, deuxième pilier, conjugue "
            "gares propres et billet unique. La bonne gouvernance complète l'ensemble ; y "
            "figurent des audits rapides et des données ouvertes."
        ),
        [
            "relance du fret",
            "embranchements",
            "ports secs",
            "traction électrique",
            "confort des voyageurs",
            "gares propres",
            "billet unique",
            "bonne gouvernance",
            "audits rapides",
            "données ouvertes",
        ],
    ),
    (
        "en",
        "Feed Benland Programme",
        (
            "According to the minister, the Feed Benland Programme has been broken down into the "
            "following components:\n"
            "► Grains Project\n"
            "► Vegetable Project\n"
            "► Livestock Revolution, under which fall (i) backyard hens, for towns, and (ii) the "
            "revival of hatcheries\n"
            "► Irrigation for Wealth"
        ),
        [
            "Grains Project",
            "Vegetable Project",
            "Livestock Revolution",
            "backyard hens",
            "revival of hatcheries",
            "Irrigation for Wealth",
        ],
    ),
    (
        "fr",
        "Plan filière bois 2035",
        (
            "Le ministre a défendu le Plan filière bois 2035. Il a répliqué en citant ses "
            "leviers, dans cet ordre. La commande publique d'abord, avec une clause locale. La "
            "formation ensuite : le centre prendra 240 stagiaires. L'exportation enfin, \"qu'on ne"
            ' va pas interdire".'
        ),
        ["commande publique", "formation", "exportation"],
    ),
    (
        "fr",
        "Programme national d'irrigation",
        (
            "Le Programme national d'irrigation compte deux grandes composantes, la "
            "réhabilitation des ouvrages et l'appui aux associations, auxquelles s'en ajoute une "
            "dernière, plus modeste, consacrée aux semences."
        ),
        ["réhabilitation des ouvrages", "appui aux associations", "semences"],
    ),
    (
        "en",
        "National Irrigation Programme",
        (
            "The National Irrigation Programme has two main components, canal repair and support "
            "for farmers' groups, to which a last, more modest one is added, devoted to seed."
        ),
        ["canal repair", "support for farmers' groups", "seed"],
    ),
    (
        "fr",
        "Plan vélo cantonal",
        (
            "Le Plan vélo cantonal a été présenté. Relier les gares, sécuriser le chemin de "
            "l'école et achever la liaison du lac en sont les trois priorités."
        ),
        ["Relier les gares", "sécuriser le chemin de l'école", "achever la liaison du lac"],
    ),
    (
        "en",
        "Cantonal Cycling Plan",
        (
            "The Cantonal Cycling Plan was presented. Linking stations, safer school routes and a"
            " lakeside path are its three priorities."
        ),
        ["Linking stations", "safer school routes", "lakeside path"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le gouvernement a dévoilé le Plan santé mentale 2030. Les axes sont au nombre de "
            "quatre : la prévention, le repérage, les soins et la recherche."
        ),
        ["prévention", "repérage", "soins", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The government unveiled the Mental Health Plan 2030. There are four of them, the "
            "plan's pillars: prevention, screening, care and research."
        ),
        ["prevention", "screening", "care", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le gouvernement a dévoilé le Plan santé mentale 2030 et ses axes. Ils sont quatre : "
            "la prévention, le repérage, les soins et la recherche."
        ),
        ["prévention", "repérage", "soins", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le gouvernement a dévoilé le Plan santé mentale 2030. Les piliers ? La prévention, "
            "le repérage et la recherche."
        ),
        ["prévention", "repérage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("The government unveiled the Mental Health Plan 2030. Its pillars? Prevention, screening and research."),
        ["Prevention", "screening", "research"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The government unveiled the Mental Health Plan 2030. The goals are three in number: "
            "prevention, screening and research."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        "Le Plan santé mentale 2030 tient en trois verbes : prévenir, dépister, soigner.",
        ["prévenir", "dépister", "soigner"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        "Three verbs sum up the Mental Health Plan 2030: prevent, screen, treat.",
        ["prevent", "screen", "treat"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        "Trois mots résument le Plan santé mentale 2030 : prévention, dépistage et soins.",
        ["prévention", "dépistage", "soins"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté mercredi. Trois priorités s'en dégagent : la"
            " prévention, le dépistage et la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted on Wednesday. Three priorities emerge from "
            "it: prevention, screening and research."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted on Wednesday. Three priorities stand out: "
            "prevention, screening and research."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté mercredi. Parmi les chantiers, trois "
            "dominent : la prévention, le dépistage et la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté mercredi. La priorité va à la prévention, au"
            " dépistage et à la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("The Mental Health Plan 2030 was adopted on Wednesday. Priority goes to prevention, screening and research."),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        ("Le Plan santé mentale 2030 a été adopté mercredi. Prévention, dépistage et recherche en forment l'ossature."),
        ["Prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté mercredi. La prévention, le dépistage et la "
            "recherche ont été retenus comme axes prioritaires."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted on Wednesday. Prevention, screening and "
            "research have been chosen as its priority areas."
        ),
        ["Prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a trois jambes. L'une est la prévention, une autre le "
            "dépistage, la troisième la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 has three aims. Topping the list is prevention. "
            "Screening ranks second. Research rounds out the list."
        ),
        ["prevention", "Screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 poursuit trois buts. La prévention ouvre la marche. Le "
            "dépistage occupe la deuxième place. La recherche ferme la marche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 has three aims. First place goes to prevention. Second "
            "on the list is screening. Research comes third and last."
        ),
        ["prevention", "screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 poursuit trois buts. La première place revient à la "
            "prévention. Le dépistage suit. Reste la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 has three strands. Under the first, prevention, schools "
            "will hire nurses. Under the second, screening, vans will tour villages. Under the "
            "third, research, a fund is set up."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 compte trois volets. Au titre du premier, la prévention, "
            "les écoles recruteront. Au titre du deuxième, le dépistage, des bus sillonneront les"
            " villages. Au titre du troisième, la recherche, un fonds est créé."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 compte trois volets. Le premier a pour nom Prévention, le"
            " deuxième s'appelle Dépistage et le troisième s'intitule Recherche."
        ),
        ["Prévention", "Dépistage", "Recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 has three strands. The first goes by the name of "
            "Prevention, the second is called Screening and the third is headed Research."
        ),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted. It comes in three parts. Prevention (part "
            "one) gets most of the money. Screening (part two) gets vans. Research (part three) "
            "gets a fund."
        ),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Il comporte trois volets. La prévention "
            "(volet 1) reçoit 12 millions. Le dépistage (volet 2) en obtient 8. La recherche "
            "(volet 3) se contente de 3 millions."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted.\n"
            "Pillar One | Prevention\n"
            "Schools will hire nurses.\n"
            "Pillar Two | Screening\n"
            "Vans will tour villages.\n"
            "Pillar Three | Research\n"
            "A fund is set up."
        ),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté.\n"
            "Premier axe : la prévention\n"
            "Les écoles recruteront.\n"
            "Deuxième axe : le dépistage\n"
            "Des bus sillonneront les villages.\n"
            "Troisième axe : la recherche\n"
            "Un fonds est créé."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted. It has three pillars.\n"
            "Prevention\n"
            "Schools will hire nurses.\n"
            "Screening\n"
            "Vans will tour villages.\n"
            "Research\n"
            "A fund is set up.\n"
            "Also read: the flu season\n"
            "Subscribe"
        ),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Il s'appuie sur trois piliers.\n"
            "La prévention\n"
            "Les écoles recruteront des infirmières.\n"
            "Le dépistage\n"
            "Des bus sillonneront les villages.\n"
            "La recherche\n"
            "Un fonds est créé.\n"
            "À lire aussi\n"
            "Contact"
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Ses trois piliers :\n"
            "1/ la prévention (12 millions) ;\n"
            "2/ le dépistage (8 millions) ;\n"
            "3/ la recherche (3 millions)."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("The Mental Health Plan 2030 was adopted. Its three pillars:\nP1: Prevention\nP2: Screening\nP3: Research"),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted. Its three pillars are as follows.\n"
            "① Prevention\n"
            "② Screening\n"
            "③ Research"
        ),
        ["Prevention", "Screening", "Research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        ("Le Plan santé mentale 2030 a été adopté. Il obéit à un triptyque : prévention, dépistage, recherche."),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Il se lit comme une fusée à trois étages : "
            "prévention, dépistage, recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 bundles its 40 measures under three headings: "
            "prevention; screening; and research."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 range ses 40 mesures sous trois têtes de chapitre : "
            "prévention ; dépistage ; recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("What is in the Mental Health Plan 2030? Three things, basically: prevention, screening and research."),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Que contient le Plan santé mentale 2030 ? Trois choses, en somme : la prévention, le"
            " dépistage et la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. D'abord la prévention, ensuite le "
            "dépistage, enfin la recherche : l'ordre de ses trois axes ne doit rien au hasard."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. À la prévention, au dépistage et à la "
            "recherche, ses trois axes, s'ajoute un quatrième, la formation."
        ),
        ["prévention", "dépistage", "recherche", "formation"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 repose sur trois axes, la prévention, le dépistage et la "
            "recherche, et sur un axe transversal, la formation."
        ),
        ["prévention", "dépistage", "recherche", "formation"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("The Mental Health Plan 2030 was adopted. The ministry is betting on prevention, screening and research."),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Pour y parvenir, le gouvernement compte sur"
            " la prévention, le dépistage et la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Quatre axes, donc, en comptant bien : la "
            "prévention, le dépistage, les soins et la recherche."
        ),
        ["prévention", "dépistage", "soins", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        ("The Mental Health Plan 2030 was adopted. Four pillars, then: prevention, screening, care and research."),
        ["prevention", "screening", "care", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Le Plan santé mentale 2030 a été adopté. Trois leviers seront actionnés, dont la "
            "liste suit : la prévention, le dépistage, la recherche."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "The Mental Health Plan 2030 was adopted. Three levers will be pulled – prevention, "
            "screening and research – to that end."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        (
            "Adopté mercredi, le Plan santé mentale 2030 fait de la prévention, du dépistage et "
            "de la recherche ses trois priorités."
        ),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "Mental Health Plan 2030",
        (
            "Adopted on Wednesday, the Mental Health Plan 2030 makes prevention, screening and "
            "research its three priorities."
        ),
        ["prevention", "screening", "research"],
    ),
    (
        "fr",
        "Plan santé mentale 2030",
        ("Le Plan santé mentale 2030 érige en priorités la prévention, le dépistage et la recherche."),
        ["prévention", "dépistage", "recherche"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "Senators yesterday went through the National Cocoa Strategy 2032. Four broad lines "
            "run through it. There is, to start with, the rehabilitation of orchards. To this are"
            " added bean traceability and local processing. And, to close the loop, a living "
            "income for growers."
        ),
        ["rehabilitation of orchards", "bean traceability", "local processing", "living income for growers"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 n'a pas changé d'architecture : un pilier "
            "production, un pilier transformation, un pilier revenus."
        ),
        ["production", "transformation", "revenus"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 keeps its old design: a production pillar, a "
            "processing pillar and an income pillar."
        ),
        ["production", "processing", "income"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "De la Stratégie nationale cacao 2032, on retiendra trois axes. L'axe « Vergers », "
            "doté de 12 milliards, rajeunira les plants. L'axe « Fèves » prévoit un registre. "
            "L'axe « Revenus », enfin, garantit un prix plancher."
        ),
        ["Vergers", "Fèves", "Revenus"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            'The National Cocoa Strategy 2032 has three strands. The "Orchards" strand, worth 12 '
            'billion, will renew trees. The "Beans" strand sets up a register. The "Incomes" '
            "strand, lastly, guarantees a floor price."
        ),
        ["Orchards", "Beans", "Incomes"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 comprend trois composantes. La première, qui "
            "absorbera 60 % des crédits, porte sur les vergers. La deuxième a trait aux fèves. "
            "Quant à la troisième, dévolue aux revenus, elle démarrera plus tard."
        ),
        ["vergers", "fèves", "revenus"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 comprises three components. The first, which will "
            "soak up 60% of funds, deals with orchards. The second has to do with beans. As for "
            "the third, given over to incomes, it will start later."
        ),
        ["orchards", "beans", "incomes"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "Produce better, process more, pay fairly: the three aims of the National Cocoa "
            "Strategy 2032 fit on a T-shirt."
        ),
        ["Produce better", "process more", "pay fairly"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 sets itself three tasks: to renew orchards, to "
            "trace beans and to guarantee a price."
        ),
        ["renew orchards", "trace beans", "guarantee a price"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Son premier objectif : "
            "rajeunir les vergers. Le deuxième : tracer les fèves. Le troisième : garantir un "
            "prix."
        ),
        ["rajeunir les vergers", "tracer les fèves", "garantir un prix"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 was adopted on Monday. Its first goal: renewing "
            "orchards. Its second: tracing beans. Its third: guaranteeing a price."
        ),
        ["renewing orchards", "tracing beans", "guaranteeing a price"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 was adopted on Monday. It unfolds in three phases: "
            "orchard renewal until 2027, traceability from 2028 to 2030 and processing after "
            "that."
        ),
        ["orchard renewal", "traceability", "processing"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Au programme, trois chantiers"
            " : vergers, fèves et revenus."
        ),
        ["vergers", "fèves", "revenus"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Trois axes, pas un de plus : "
            "vergers, fèves, revenus."
        ),
        ["vergers", "fèves", "revenus"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        ("The National Cocoa Strategy 2032 was adopted on Monday. Three pillars, no more: orchards, beans, incomes."),
        ["orchards", "beans", "incomes"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Elle compte trois piliers :\n"
            "• Pilier 1. Des vergers rajeunis\n"
            "• Pilier 2. Des fèves tracées\n"
            "• Pilier 3. Des revenus décents"
        ),
        ["vergers rajeunis", "fèves tracées", "revenus décents"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 was adopted on Monday. The strategy's building "
            "blocks:\n"
            "1) Younger orchards. Nurseries will hand out 5 million plants.\n"
            "2) Traced beans. A register opens in May.\n"
            "3) Decent incomes. A floor price is guaranteed."
        ),
        ["Younger orchards", "Traced beans", "Decent incomes"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Le document, articulé en "
            "trois parties (vergers, fèves, revenus), compte 80 pages."
        ),
        ["vergers", "fèves", "revenus"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        ("Vergers, fèves, revenus : c'est autour de ces trois mots que s'articule la Stratégie nationale cacao 2032."),
        ["Vergers", "fèves", "revenus"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        ("Orchards, beans, incomes: it is around these three words that the National Cocoa Strategy 2032 is built."),
        ["Orchards", "beans", "incomes"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Ses trois axes ont trait, "
            "l'un aux vergers, l'autre aux fèves, le dernier aux revenus."
        ),
        ["vergers", "fèves", "revenus"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Ses deux axes portent l'un "
            "sur les vergers, l'autre sur les fèves."
        ),
        ["vergers", "fèves"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 was adopted on Monday. It has two arms, one for "
            "orchards, the other for beans."
        ),
        ["orchards", "beans"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 was adopted on Monday. It has two goals: on the one"
            " hand, younger orchards; on the other, traced beans."
        ),
        ["younger orchards", "traced beans"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "La Stratégie nationale cacao 2032 a été adoptée lundi. Elle poursuit un double but :"
            " rajeunir les vergers et tracer les fèves."
        ),
        ["rajeunir les vergers", "tracer les fèves"],
    ),
    (
        "fr",
        "Stratégie nationale cacao 2032",
        (
            "Ce que prévoit la Stratégie nationale cacao 2032\n"
            "Axe n° 1 : rajeunir les vergers. Cinq millions de plants seront distribués.\n"
            "Axe n° 2 : tracer les fèves. Un registre ouvrira.\n"
            "Axe n° 3 : garantir un prix."
        ),
        ["rajeunir les vergers", "tracer les fèves", "garantir un prix"],
    ),
    (
        "en",
        "National Cocoa Strategy 2032",
        (
            "The National Cocoa Strategy 2032 in brief\n"
            "Priority 1 – Renew orchards\n"
            "Five million plants will be handed out.\n"
            "Priority 2 – Trace beans\n"
            "A register opens in May."
        ),
        ["Renew orchards", "Trace beans"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "Speaking in Parliament, the minister said the National Forest Plan 2031 would turn "
            "on four planks, of which the first, fire prevention, was already funded. The others "
            "are felling, land titles and sawmills."
        ),
        ["fire prevention", "felling", "land titles", "sawmills"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Devant les députés, la ministre a indiqué que le Plan national forêt 2031 reposerait"
            " sur quatre piliers, dont le premier, la prévention des feux, est déjà financé. Les "
            "autres sont les coupes, le foncier et les scieries."
        ),
        ["prévention des feux", "coupes", "foncier", "scieries"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031, ce sont d'abord trois axes : prévenir les feux, gérer "
            "les coupes, clarifier le foncier. Ce sont aussi deux leviers : la formation et la "
            "recherche."
        ),
        ["prévenir les feux", "gérer les coupes", "clarifier le foncier", "formation", "recherche"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "The National Forest Plan 2031 is, first of all, three thrusts: preventing fires, "
            "managing felling and settling land titles. It is also two enablers: training and "
            "research."
        ),
        ["preventing fires", "managing felling", "settling land titles", "training", "research"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 s'assigne trois missions. Primo, prévenir les feux. "
            "Secundo, gérer les coupes. Tertio, clarifier le foncier."
        ),
        ["prévenir les feux", "gérer les coupes", "clarifier le foncier"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 compte quatre chapitres. Au premier, les feux ; au "
            "deuxième, les coupes ; au troisième, le foncier ; au quatrième, les scieries."
        ),
        ["feux", "coupes", "foncier", "scieries"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "The first of the three strands of the National Forest Plan 2031 deals with fires. "
            "The next deals with felling. The last deals with land titles."
        ),
        ["fires", "felling", "land titles"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 est organisé en trois volets, respectivement consacrés "
            "aux feux, aux coupes et au foncier."
        ),
        ["feux", "coupes", "foncier"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "The National Forest Plan 2031 is organised in three strands, devoted respectively to"
            " fires, felling and land titles."
        ),
        ["fires", "felling", "land titles"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        ("Trois axes, on l'a dit, structurent le Plan national forêt 2031 : les feux, les coupes et le foncier."),
        ["feux", "coupes", "foncier"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "The National Forest Plan 2031 pursues four goals. Here they are: prevent fires; "
            "manage felling; settle land titles; modernise sawmills."
        ),
        ["prevent fires", "manage felling", "settle land titles", "modernise sawmills"],
    ),
    (
        "en",
        "National Forest Plan 2031",
        (
            "The National Forest Plan 2031 pursues four goals. In the minister's own words: fewer"
            " fires, cleaner felling, clear land titles and modern sawmills."
        ),
        ["fewer fires", "cleaner felling", "clear land titles", "modern sawmills"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 poursuit quatre objectifs. Dans l'ordre : moins de feux,"
            " des coupes propres, un foncier clair et des scieries modernes."
        ),
        ["moins de feux", "coupes propres", "foncier clair", "scieries modernes"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        ("Feux, coupes, foncier : les trois piliers du Plan national forêt 2031 n'ont pas bougé."),
        ["Feux", "coupes", "foncier"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 a été rendu public lundi. Les priorités retenues : les "
            "feux, les coupes et le foncier."
        ),
        ["feux", "coupes", "foncier"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 a été rendu public lundi. Les feux, les coupes, le "
            "foncier. Voilà ses trois priorités."
        ),
        ["feux", "coupes", "foncier"],
    ),
    (
        "fr",
        "Plan national forêt 2031",
        (
            "Le Plan national forêt 2031 a été rendu public lundi. Il y a trois piliers là-"
            "dedans. La lutte contre les feux est le premier. La gestion des coupes est le "
            "deuxième. Le foncier est le troisième."
        ),
        ["lutte contre les feux", "gestion des coupes", "foncier"],
    ),
]


@pytest.mark.parametrize(("language", "name", "text", "labels"), TOLD)
def test_the_parts_are_found_however_the_text_tells_them(
    language: str, name: str, text: str, labels: list[str]
) -> None:
    doc = analyse(text, language)
    at = text.index(name)
    pillars = find_pillars(doc, [Plan(name=name, spans=[Span(at, at + len(name))])])
    assert [p.label for p in pillars] == labels
    assert all(p.spans[0].of(text) == p.label for p in pillars)
