"""Parts told one after the other in free words behind a count, in both languages."""

from __future__ import annotations

import pytest

from pipelines.extract.document import analyse
from pipelines.extract.pillars import find_pillars
from pipelines.extract.records import Plan, Span

TOLD = [
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan sets four goals. Pride of place goes to clean water, followed by roads, school meals "
            "and, last, sport."
        ),
        ["clean water", "roads", "school meals", "sport"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "Five priorities run through the Green Coast Plan. Clean water heads the list, followed by harbour repair, "
            "school meals and village roads; sport comes last."
        ),
        ["Clean water", "harbour repair", "school meals", "village roads", "sport"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan ranks four goals. Clean water tops the list; harbour repair is second, credit third "
            "and sport fourth."
        ),
        ["Clean water", "harbour repair", "credit", "sport"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan has four goals. Top of the list is clean water, then come the harbour and school "
            "meals; the training of guides rounds off the list."
        ),
        ["clean water", "harbour", "school meals", "training of guides"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan has two goals. One is clean water, which is broken down into measures such as dams, "
            "wells and 12 new pumps. The other is sport."
        ),
        ["clean water", "dams", "wells", "12 new pumps", "sport"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan has three tracks. The first, credit, includes loans for boats, grants and advice. "
            "The second track concerns roads. As for the third, it is about sport."
        ),
        ["credit", "roads", "sport"],
    ),
    (
        "fr",
        "Plan Rivage",
        (
            "Le Plan Rivage tient en quatre axes. À la réforme des ports, qui forme le premier, succède la formation "
            "des guides ; le crédit rural constitue le troisième, et le sport ferme la marche."
        ),
        ["réforme des ports", "formation des guides", "crédit rural", "sport"],
    ),
    (
        "fr",
        "Plan Rivage",
        (
            "Le Plan Rivage tient par trois volets. D'un côté, la réforme des ports ; de l'autre, la formation des "
            "guides. Et, pour que personne ne parte, le crédit rural : 900 foyers en vivent."
        ),
        ["réforme des ports", "formation des guides", "crédit rural"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Its five pillars, the minister said, are not"
            " of equal weight. First and dearest to her comes clean water. Roads and bridges form the"
            " second. The third and costliest is harbour repair, followed by school meals and, last, "
            "sport for all."
        ),
        ["clean water", "Roads and bridges", "harbour repair", "school meals", "sport for all"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. It has five pillars, each with a budget. "
            "Pillar one, which deals with clean water, belongs to Health. Roads and bridges make up "
            "pillar two, under Works. Pillar three is school meals; it is the cheapest. Harbour "
            "repair (four) and sport for all (five) share the rest."
        ),
        ["clean water", "Roads and bridges", "school meals", "Harbour repair", "sport for all"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. There are three strategic priorities in it. "
            "Clean water heads the list. Its aims are (a) a new dam, (b) a cleaner lagoon and (c) an "
            "end to leaks. The second priority is school meals. The third, harbour repair, was added "
            "later."
        ),
        ["Clean water", "new dam", "cleaner lagoon", "end to leaks", "school meals", "harbour repair"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Four goals underpin it. Clean water comes "
            "first. School meals are the second. Harbour repair, the third, takes most of the money. "
            "The fourth has to do with village roads."
        ),
        ["Clean water", "School meals", "Harbour repair", "village roads"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. The plan has three priorities. Top of the "
            "list is clean water. Next comes harbour repair, and rounding off the trio is a training "
            "fund."
        ),
        ["clean water", "harbour repair", "training fund"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Le texte est bâti sur cinq piliers. L'eau "
            "potable vient en tête. La réfection des ports lui succède, avec un budget modeste. Le "
            "troisième pilier s'intéresse aux cantines scolaires, le quatrième à la formation des "
            "pêcheurs. Les routes rurales, enfin, complètent l'ensemble."
        ),
        ["eau potable", "réfection des ports", "cantines scolaires", "formation des pêcheurs", "routes rurales"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Que contient-il ? Une ossature en trois "
            "chantiers, sur lesquels est revenu mardi Jean Mabiala, ministre chargé des Finances, du "
            "Budget et du Plan. D'abord, l'eau potable, qui prendra la moitié des fonds. Ensuite, les"
            " cantines scolaires. Et pour finir, les routes rurales."
        ),
        ["eau potable", "cantines scolaires", "routes rurales"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Il doit durer cinq ans.\n"
            "Trois volets, donc. Au volet économique se rattachent trois chantiers : la pêche, les "
            "ports et les routes. Le volet écologique en réunit deux, à savoir la lagune et les "
            "mangroves. Quant au volet social, il n'en compte qu'un, les cantines scolaires."
        ),
        [
            "volet économique",
            "pêche",
            "ports",
            "routes",
            "volet écologique",
            "lagune",
            "mangroves",
            "volet social",
            "cantines scolaires",
        ],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. It is the first to be organised around "
            '"missions" instead of sectors. There are three of them: to clean the lagoon; to mend the'
            " harbours; and to feed schoolchildren."
        ),
        ["clean the lagoon", "mend the harbours", "feed schoolchildren"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Holding it up are three enablers, listed by "
            "the ministry as follows:\n"
            ">> clean the lagoon\n"
            ">> mend the harbours\n"
            ">> feed schoolchildren\n"
            "The bill is $3 million."
        ),
        ["clean the lagoon", "mend the harbours", "feed schoolchildren"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. L'ensemble est bâti autour de trois volets, "
            "dont chacun recouvre plusieurs chantiers :\n"
            "VOLET A : NETTOYER\n"
            "– la lagune\n"
            "– les plages du nord\n"
            "VOLET B : CONSTRUIRE\n"
            "– des quais neufs\n"
            "– des cantines scolaires\n"
            "VOLET C : FORMER\n"
            "– des maçons\n"
            "– des pêcheurs\n"
            "Côté budget, tout reste à faire."
        ),
        [
            "NETTOYER",
            "lagune",
            "plages du nord",
            "CONSTRUIRE",
            "quais neufs",
            "cantines scolaires",
            "FORMER",
            "maçons",
            "pêcheurs",
        ],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert s'ordonne autour de trois axes, chacun étant découpé en "
            "programmes.\n"
            "I- Accès et équité\n"
            "   • cantines scolaires\n"
            "   • écoles neuves\n"
            "II- Qualité\n"
            "   • formation des maîtres\n"
            "   • livre unique\n"
            "III- Gouvernance\n"
            "Les besoins sautent aux yeux."
        ),
        [
            "Accès et équité",
            "cantines scolaires",
            "écoles neuves",
            "Qualité",
            "formation des maîtres",
            "livre unique",
            "Gouvernance",
        ],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. The plan stands on three legs, or pillars as"
            " the drafters call them: clean water, safe roads and warm schools."
        ),
        ["clean water", "safe roads", "warm schools"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            'The Green Coast Plan was adopted on Monday. Its spine is the three "Rs" of the coastal '
            "pact, and 30 actions hang from it.\n"
            "\n"
            "Repair\n"
            "Harbours will be mended from May, the ministry said on Monday.\n"
            "\n"
            "Restore\n"
            "The lagoon will be cleaned by 2030, said the minister.\n"
            "\n"
            "Reuse\n"
            "Two measures appear under this pillar: a deposit on bottles; and a ban on bags. A bill "
            "will come.\n"
            "\n"
            '"It is high time," said a fisherman.'
        ),
        ["Repair", "Restore", "Reuse", "deposit on bottles", "ban on bags"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert repose sur trois blocs, appelés « piliers » : l'eau potable, les "
            "routes rurales et les cantines scolaires."
        ),
        ["eau potable", "routes rurales", "cantines scolaires"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan has two strands, each split into projects:\n"
            "\n"
            "Strand 1: Clean water\n"
            "- a new dam\n"
            "- safer wells\n"
            "\n"
            "Strand 2: Warm schools\n"
            "- new boilers\n"
            "- school meals\n"
            "\n"
            "The bill is $3 million."
        ),
        ["Clean water", "new dam", "safer wells", "Warm schools", "new boilers", "school meals"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Cinq orientations ont été retenues. "
            "L'orientation n° 1 touche à la gouvernance des ports ; l'orientation n° 2, à la "
            "formation des pêcheurs ; la troisième, à l'eau potable ; la quatrième, aux cantines "
            "scolaires. La cinquième et dernière a trait aux routes rurales."
        ),
        ["gouvernance des ports", "formation des pêcheurs", "eau potable", "cantines scolaires", "routes rurales"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Quatre priorités y figurent. La première, et "
            "la plus coûteuse, est la réfection des ports. L'eau potable arrive au deuxième rang. Les"
            " cantines scolaires constituent la troisième. S'y ajoute enfin la formation des "
            "pêcheurs."
        ),
        ["réfection des ports", "eau potable", "cantines scolaires", "formation des pêcheurs"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Trois ambitions l'animent. L'eau potable "
            "s'impose comme la première. Les ports (2) et les cantines scolaires (3) se partagent le "
            "reste."
        ),
        ["eau potable", "ports", "cantines scolaires"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Le gouvernement en a fixé les quatre "
            "priorités. En tête, la réfection des ports, suivie de l'eau potable, des cantines "
            "scolaires et de la formation des pêcheurs."
        ),
        ["réfection des ports", "eau potable", "cantines scolaires", "formation des pêcheurs"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Quatre leviers sont prévus. La réfection des "
            "ports est le premier d'entre eux. L'eau potable en est un autre. La formation des "
            "pêcheurs, troisième levier, absorbera la moitié des crédits. Un fonds de garantie "
            "complète l'édifice."
        ),
        ["réfection des ports", "eau potable", "formation des pêcheurs", "fonds de garantie"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Four levers are planned. Harbour repair is "
            "the first of them. Clean water is another. Fishermen's training, the third lever, will "
            "absorb half the money. A guarantee fund completes the quartet."
        ),
        ["Harbour repair", "Clean water", "Fishermen's training", "guarantee fund"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. It names four priorities. Pride of place "
            "goes to harbour repair, ahead of clean water, school meals and rural roads."
        ),
        ["harbour repair", "clean water", "school meals", "rural roads"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Four areas of work were kept. Number one is "
            "harbour repair; number two, clean water; number three, school meals; and the fourth and "
            "last, rural roads."
        ),
        ["harbour repair", "clean water", "school meals", "rural roads"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Three ambitions drive it. Clean water ranks "
            "as the first. Harbours serve as the second. The last, and by far the cheapest, is sport "
            "for all."
        ),
        ["Clean water", "Harbours", "sport for all"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Its authors speak of four building blocks. "
            "The first one is harbour repair, the second is clean water. School meals come under the "
            "third, and the fourth is about rural roads."
        ),
        ["harbour repair", "clean water", "School meals", "rural roads"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Trois réunions ont porté sur trois thèmes. La "
            "première a eu lieu en mai. La deuxième était présidée par un juge. La troisième n'a pas "
            "encore été convoquée."
        ),
        [],
    ),
    (
        "fr",
        "Stratégie nationale de santé",
        (
            "La Stratégie nationale de santé a été adoptée lundi. Elle prévoit des relais par "
            "colline.\n"
            "Le coût en a été arrêté à 284 millions de francs. Le solde reste à mobiliser, a reconnu "
            "Paul Ndaye, secrétaire du ministère.\n"
            "Cinq orientations ont été retenues. L'orientation n° 1 touche à la gouvernance des "
            "comités ; l'orientation n° 2, à la motivation des agents ; la troisième, à "
            "l'approvisionnement en intrants ; la quatrième, à la prise en charge des maladies. La "
            "cinquième et dernière a trait à la redevabilité envers la population."
        ),
        [
            "gouvernance des comités",
            "motivation des agents",
            "approvisionnement en intrants",
            "prise en charge des maladies",
            "redevabilité envers la population",
        ],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Five objectives underpin it. Geological "
            "mapping comes first, as no more than half has been surveyed. Value addition is the "
            "second: much should be processed at home. Citizen participation, the third, hands local "
            "suppliers 20 percent of orders. Next on the list is artisanal mining, under which groups"
            " will form. The fifth has to do with stewardship."
        ),
        ["Geological mapping", "Value addition", "Citizen participation", "artisanal mining", "stewardship"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            'The Green Coast Plan was adopted on Monday. It rests on what the minister calls "the '
            'three Cs": clean water, calm ports and cheap meals.'
        ),
        ["clean water", "calm ports", "cheap meals"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Il repose sur les trois « R » : réparer les "
            "quais, restaurer la lagune et réemployer les filets."
        ),
        ["réparer les quais", "restaurer la lagune", "réemployer les filets"],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Le texte parle de « missions » plutôt que de "
            "secteurs. Il y en a trois : nettoyer la lagune ; réparer les quais ; et nourrir les "
            "écoliers."
        ),
        ["nettoyer la lagune", "réparer les quais", "nourrir les écoliers"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. It has three pillars. Under the social "
            "pillar come two projects: school meals and warm schools. The economic pillar has two: "
            "new quays and cheaper loans. As for the environmental pillar, it counts only one, a "
            "clean lagoon."
        ),
        [
            "social pillar",
            "school meals",
            "warm schools",
            "economic pillar",
            "new quays",
            "cheaper loans",
            "environmental pillar",
            "clean lagoon",
        ],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi.\n"
            "\n"
            "Quatre axes, donc, et un calendrier serré. Le premier, l'eau potable, démarre en mai. "
            "Viendront ensuite les routes, puis les ports. Les cantines fermeront le ban."
        ),
        ["eau potable", "routes", "ports", "cantines"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. The minister summed up its three strands. "
            "Clean water gets half the money. It will be piped to 40 villages."
        ),
        [],
    ),
    (
        "fr",
        "Plan Littoral vert",
        (
            "Le Plan Littoral vert a été adopté lundi. Il s'organise autour de trois priorités : "
            "réduire les fuites, former les pêcheurs et réparer les quais. La première a déjà coûté "
            "deux millions. La deuxième attend ses crédits. La troisième est la plus chère."
        ),
        ["réduire les fuites", "former les pêcheurs", "réparer les quais"],
    ),
    (
        "en",
        "Green Coast Plan",
        (
            "The Green Coast Plan was adopted on Monday. Four ministries will share five tasks. The "
            "first meeting is in May, followed by a second in June and a third in July."
        ),
        [],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Doté de 40 milliards, il court jusqu'en "
            "2031. Quatre maîtres mots le résument : produire, transformer, stocker et vendre."
        ),
        ["produire", "transformer", "stocker", "vendre"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Sa charpente ? Quatre piliers : "
            "l'irrigation, le stockage, le crédit et la recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Le texte s'attaque à quatre fronts à la "
            "fois : l'irrigation, le stockage, le crédit et la recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. L'irrigation, le stockage, le crédit et la "
            "recherche : tels sont les quatre piliers sur lesquels l'État compte bâtir."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Quatre lettres le résument, ISCR : "
            "irrigation, stockage, crédit, recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Quatre piliers, a expliqué le ministre Ali "
            "Diarra, soutiennent l'édifice. Au premier, l'irrigation, iront 12 milliards. Le "
            "deuxième, plus modeste, est voué au stockage. Au crédit revient le troisième. Quant à la"
            " recherche, elle hérite du quatrième."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Les rédacteurs ont retenu quatre piliers "
            "(irrigation, stockage, crédit et recherche) et douze mesures."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Parmi les quatre piliers, le ministre a "
            "insisté sur l'irrigation. Les trois autres sont le stockage, le crédit et la recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Quatre piliers. Un : l'irrigation. Deux : "
            "le stockage. Trois : le crédit. Quatre : la recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Il comporte quatre piliers :\n"
            "1/ Irrigation\n"
            "2/ Stockage\n"
            "3/ Crédit\n"
            "4/ Recherche\n"
            "Le reste viendra."
        ),
        ["Irrigation", "Stockage", "Crédit", "Recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Il repose sur un quatuor : irrigation, "
            "stockage, crédit, recherche."
        ),
        ["irrigation", "stockage", "crédit", "recherche"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. L'ambition est triple : irriguer les "
            "plaines, stocker les récoltes et former les jeunes."
        ),
        ["irriguer les plaines", "stocker les récoltes", "former les jeunes"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Trois objectifs sont poursuivis, à "
            "commencer par l'irrigation des plaines. Le stockage des récoltes constitue le deuxième "
            "et la formation des jeunes le troisième."
        ),
        ["irrigation des plaines", "stockage des récoltes", "formation des jeunes"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Four watchwords sum it up: grow, "
            "process, store and sell."
        ),
        ["grow", "process", "store", "sell"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Its scaffolding? Four pillars: "
            "irrigation, storage, credit and research."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Of the four pillars, the minister "
            "dwelt on irrigation. The other three are storage, credit and research."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Four pillars. One: irrigation. Two:"
            " storage. Three: credit. Four: research."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Irrigation, storage, credit and "
            "research: such are the four pillars on which the state means to build."
        ),
        ["Irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Four strands are woven through it. "
            "Irrigation gets the most attention and the most money (strand one). Storage is strand "
            "two, credit strand three and research strand four."
        ),
        ["Irrigation", "Storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. The work falls under four headings:"
            " irrigation, storage, credit and research."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Seven missions are spelled out. "
            "Mission 1 is about irrigation. Mission 2 is about storage. Missions 3 and 4 concern "
            "credit and research. Mission 5 deals with seed, mission 6 with rail and mission 7 with "
            "ports."
        ),
        ["irrigation", "storage", "credit", "research", "seed", "rail", "ports"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Three big ideas run through the "
            "text: more water, better storage and cheaper credit."
        ),
        ["more water", "better storage", "cheaper credit"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. It has three objectives: first, to "
            "water the plains; second, to store grain; third, to train the young."
        ),
        ["water the plains", "store grain", "train the young"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Its four pillars (irrigation, "
            "storage, credit, research) will share $40 million."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. It has an irrigation pillar, a "
            "storage pillar, a credit pillar and a research pillar."
        ),
        ["irrigation", "storage", "credit", "research"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Il comporte un volet irrigation, un volet "
            "stockage et un volet crédit."
        ),
        ["irrigation", "stockage", "crédit"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Plusieurs axes le composent : l'irrigation,"
            " le stockage et le crédit."
        ),
        ["irrigation", "stockage", "crédit"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Il se décline en trois temps. D'ici 2027, "
            "l'irrigation des plaines. De 2027 à 2029, le stockage. Au-delà, l'export."
        ),
        [],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Son contenu tient en trois rubriques, que "
            "le ministre a détaillées une à une. L'irrigation d'abord, avec 300 forages. Le stockage "
            "ensuite, grâce à 40 silos. Le crédit, pour finir, que portera une banque publique."
        ),
        ["irrigation", "stockage", "crédit"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Le document fixe quatre objectifs à "
            "l'horizon 2030 : irriguer 20 000 hectares, bâtir 40 silos, prêter à 5 000 familles et "
            "former 300 techniciens."
        ),
        ["irriguer 20 000 hectares", "bâtir 40 silos", "prêter à 5 000 familles", "former 300 techniciens"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. The text sets four goals for 2030: "
            "irrigate 20,000 hectares, build 40 silos, lend to 5,000 families and train 300 "
            "technicians."
        ),
        ["irrigate 20,000 hectares", "build 40 silos", "lend to 5,000 families", "train 300 technicians"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina.\n"
            "\n"
            '"We have five priorities," the minister told reporters. "The first is irrigation. The '
            "second is storage. The third is credit, the fourth research, and the fifth, the hardest,"
            ' is trust."'
        ),
        ["irrigation", "storage", "credit", "research", "trust"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako.\n"
            "\n"
            "« Nous avons cinq priorités, a dit le ministre. La première est l'irrigation. La "
            "deuxième est le stockage. La troisième est le crédit, la quatrième la recherche, et la "
            "cinquième, la plus dure, est la confiance. »"
        ),
        ["irrigation", "stockage", "crédit", "recherche", "confiance"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. It is organised under six themes, "
            "to which 40 actions are attached. They are irrigation, storage, credit, research, seed "
            "and rail."
        ),
        ["irrigation", "storage", "credit", "research", "seed", "rail"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Il s'organise sous six thèmes, auxquels se "
            "rattachent 40 actions. Ce sont l'irrigation, le stockage, le crédit, la recherche, la "
            "semence et le rail."
        ),
        ["irrigation", "stockage", "crédit", "recherche", "semence", "rail"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Le premier axe, doté de 3 milliards, c'est "
            "l'irrigation. Le deuxième, c'est le stockage. Le troisième et dernier axe, c'est le "
            "crédit."
        ),
        ["irrigation", "stockage", "crédit"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Trois piliers portent le plan. Le plus "
            "lourd est l'irrigation, avec 12 milliards. Le stockage vient derrière. Le plus léger est"
            " la recherche."
        ),
        ["irrigation", "stockage", "recherche"],
    ),
    (
        "en",
        "Prairie Plan",
        (
            "The Prairie Plan was unveiled on Thursday in Regina. Three pillars carry the plan. The "
            "heaviest is irrigation, at $12 million. Storage is next, at $8 million. The costliest is"
            " research."
        ),
        ["irrigation", "Storage", "research"],
    ),
    (
        "fr",
        "Plan Savane",
        (
            "Le Plan Savane a été dévoilé jeudi à Bamako. Trois piliers portent le plan. Le plus "
            "lourd est l'irrigation, avec 12 milliards. Le stockage vient derrière. Le plus léger est"
            " la recherche."
        ),
        ["irrigation", "stockage", "recherche"],
    ),
]


def _labels(language: str, name: str, text: str) -> list[str]:
    doc = analyse(text, language)
    at = text.index(name)
    return [p.label for p in find_pillars(doc, [Plan(name=name, spans=[Span(at, at + len(name))])])]


@pytest.mark.parametrize(("language", "name", "text", "labels"), TOLD)
def test_counted_parts_are_found_in_the_words_that_tell_them(
    language: str, name: str, text: str, labels: list[str]
) -> None:
    assert _labels(language, name, text) == labels


def test_parts_of_a_part_known_by_its_quality_have_it_as_parent() -> None:
    text = (
        "The Green Coast Plan was adopted on Monday. It has two pillars. Under the social pillar come two "
        "projects: school meals and warm schools. The economic pillar has two: new quays and cheaper loans."
    )
    doc = analyse(text, "en")
    pillars = find_pillars(doc, [Plan(name="Green Coast Plan", spans=[Span(4, 20)])])
    assert [(p.label, p.parent) for p in pillars] == [
        ("social pillar", None),
        ("school meals", 0),
        ("warm schools", 0),
        ("economic pillar", None),
        ("new quays", 3),
        ("cheaper loans", 3),
    ]
