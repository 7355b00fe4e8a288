"""Everyday ways of telling a plan's parts: verbs that taggers miss, ranks out of order, acts told in turn."""

from __future__ import annotations

import pytest

from pipelines.extract.document import analyse
from pipelines.extract.pillars import find_pillars
from pipelines.extract.records import Plan, Span

PLANS = {"en": "Beekeeping Plan", "fr": "Plan Ruchers"}
CASES = [
    # A "noun" that can only be the verb of its clause.
    (
        "en",
        "The Beekeeping Plan has two pillars. The first funds hives in valleys. The second lowers fees on honey.",
        ["hives in valleys", "fees on honey"],
    ),
    # The first behind "starting with", with an aside, and the others in the sentences behind.
    (
        "fr",
        (
            "Le Plan Ruchers compte trois volets, à commencer par le miel, que suivront douze gardes. Viennent ensuite "
            "les prés, qui passeront de 3 à 5, puis les haies."
        ),
        ["miel", "prés", "haies"],
    ),
    (
        "en",
        (
            "The Beekeeping Plan has three pillars, starting with honey, where wardens are due by May. Then come "
            "meadows, which will grow, followed by hedges."
        ),
        ["honey", "meadows", "hedges"],
    ),
    # A cleft that ends with the rank.
    (
        "fr",
        (
            "Le Plan Ruchers compte trois volets. C'est au miel que revient le premier, tandis que le deuxième, dédié "
            "aux prés, mise sur des gardes. Le troisième, transversal, réunit les haies et les mares."
        ),
        ["miel", "prés", "haies et les mares"],
    ),
    (
        "en",
        "The Beekeeping Plan has two pillars. It is on honey that the first focuses. The second targets meadows.",
        ["honey", "meadows"],
    ),
    # What a part will do, whatever the tagger makes of the verb.
    (
        "fr",
        "Le Plan Ruchers a deux phases. La première verra la pose de ruches. La seconde servira à former les gardes.",
        ["pose de ruches", "former les gardes"],
    ),
    (
        "fr",
        (
            "Le Plan Ruchers compte trois volets : l'un forme les gardes, l'autre loge les essaims, le dernier "
            "achète des ruches."
        ),
        ["gardes", "essaims", "ruches"],
    ),
    (
        "en",
        "The Beekeeping Plan has two strands. Strand one restores meadows. Strand two insures hives.",
        ["meadows", "hives"],
    ),
    (
        "en",
        "The Beekeeping Plan has two goals:\nFirst, ban harmful sprays.\nSecond, plant hedges.",
        ["ban harmful sprays", "plant hedges"],
    ),
    # Acts in turn, or as many things as were counted.
    (
        "en",
        (
            "The Beekeeping Plan has three goals. By 2031, it wants to halve losses. It also aims to train keepers. "
            "Finally, it plans to open two labs."
        ),
        ["halve losses", "train keepers", "open two labs"],
    ),
    (
        "fr",
        "Le Plan Ruchers a deux buts. Il veut réduire les pertes. Il entend aussi former les gardes.",
        ["réduire les pertes", "former les gardes"],
    ),
    (
        "en",
        'The Beekeeping Plan has three goals. "We want a hive in each school, a trained keeper per town and a lab."',
        ["hive in each school", "trained keeper per town", "lab"],
    ),
    # The number opens the sentence, its plan's verb lists the parts.
    (
        "en",
        "Built around three pillars, the Beekeeping Plan covers hives, meadows and honey.",
        ["hives", "meadows", "honey"],
    ),
    (
        "fr",
        "Bâti autour de trois piliers, le Plan Ruchers couvre les ruches, les prés et le miel.",
        ["ruches", "prés", "miel"],
    ),
    # Ranks out of order, and stages that a plan is said to have.
    (
        "en",
        "The Beekeeping Plan's second pillar focuses on honey and its third on wax. The first pillar deals with hives.",
        ["honey", "wax", "hives"],
    ),
    (
        "fr",
        "La première phase du Plan Ruchers restaurera les prés, tandis que la deuxième équipera les ruches.",
        ["prés", "ruches"],
    ),
    ("en", "The first phase of the Beekeeping Plan will end in May, while the second will begin in June.", []),
    # Others behind "on top of"; some of a number.
    (
        "en",
        "The Beekeeping Plan has a third pillar, wax, on top of hives and honey.",
        ["wax", "hives", "honey"],
    ),
    (
        "en",
        "Two of the Beekeeping Plan's four pillars are late. The third, wax, is not. The fourth pillar, honey, is.",
        ["wax", "honey"],
    ),
    (
        "fr",
        "Des quatre axes du Plan Ruchers, deux sont prêts. Le troisième, la cire, attend.",
        ["cire"],
    ),
    # Marks and adverbs of rank behind a verb.
    (
        "en",
        "Under the Beekeeping Plan, each town will get (a) ten hives, (b) a keeper and (c) a lab.",
        ["ten hives", "keeper", "lab"],
    ),
    (
        "fr",
        "Le Plan Ruchers prévoit, en premier lieu, la pose de ruches ; en deuxième lieu, la récolte du miel.",
        ["pose de ruches", "récolte du miel"],
    ),
    # Summed up behind, by a rank among them.
    (
        "en",
        "The Beekeeping Plan would seek to sow herbs, train keepers and open labs. The first of these three aims irks",
        ["sow herbs", "train keepers", "open labs"],
    ),
    # A fraction is no rank, and a pronoun no goal.
    (
        "fr",
        "Le Plan Ruchers vise deux objectifs : réduire d'un cinquième les pertes et former les gardes.",
        ["réduire d'un cinquième les pertes", "former les gardes"],
    ),
    ("fr", "Le Plan Ruchers vise deux objectifs. Pour les atteindre, il faudra du temps.", []),
    # A verb that says what a plan comprises, in quotes too; with and without a determiner.
    (
        "fr",
        "Le Plan Ruchers comprend la pose de 40 ruches, la formation des gardes et l'achat de prés.",
        ["pose de 40 ruches", "formation des gardes", "achat de prés"],
    ),
    (
        "fr",
        "Le Plan Ruchers reposera « sur les gardes, sur les ruches et sur les prés ».",
        ["gardes", "ruches", "prés"],
    ),
    (
        "en",
        "The Beekeeping Plan includes hive loans, a ban on sprays and training for keepers.",
        ["hive loans", "ban on sprays", "training for keepers"],
    ),
    # About how many, or more than are told.
    (
        "en",
        "The Beekeeping Plan contains 42 measures, including a tax on sprays, a ban on fires and a hive census.",
        ["tax on sprays", "ban on fires", "hive census"],
    ),
    (
        "fr",
        "Le Plan Ruchers compte une vingtaine de mesures, dont une taxe, un concours et un recensement.",
        ["taxe", "concours", "recensement"],
    ),
    # Who says so between the announcement and the list.
    (
        "fr",
        "Le Plan Ruchers a trois buts. Il s'agit, selon la ministre, de loger, de former et de vendre.",
        ["loger", "former", "vendre"],
    ),
    # A part that stands alone, a rank with two words, ranks in brackets.
    ("en", "The third and last component of the Beekeeping Plan concerns hedges.", ["hedges"]),
    (
        "fr",
        "Le Plan Ruchers mise sur les prés (axe 1), les gardes (axe 2) et le miel (axe 3).",
        ["prés", "gardes", "miel"],
    ),
    # Adverbs behind the verb, and one more part behind the list.
    (
        "en",
        (
            "Under the Beekeeping Plan, the state intends, first, to plant hedges; second, to train keepers; and, "
            "finally, to open a lab."
        ),
        ["plant hedges", "train keepers", "open a lab"],
    ),
    (
        "en",
        "The Beekeeping Plan has two themes – open meadows and safe hives. A third, on honey, was added.",
        ["open meadows", "safe hives", "honey"],
    ),
    # A verb parted by an aside, what is set as a goal, what stands at the heart of a plan.
    (
        "fr",
        "Le Plan Ruchers a deux axes. Le premier porte, lui, sur les prés. Le second vise, quant à lui, les gardes.",
        ["prés", "gardes"],
    ),
    ("fr", "Le Plan Ruchers fixe comme priorités les prés, les gardes et le miel.", ["prés", "gardes", "miel"]),
    ("fr", "Au cœur du Plan Ruchers, on trouve les prés, les gardes et le miel.", ["prés", "gardes", "miel"]),
    ("en", "It has a Beekeeping Plan, whose goals are meadows, guards and honey.", ["meadows", "guards", "honey"]),
    # Targets with numbers, clauses with a pronoun, another number than before.
    (
        "en",
        "The Beekeeping Plan sets three targets: 500 new hives, 40,000 trained keepers and a 20% rise in yields.",
        ["500 new hives", "40,000 trained keepers", "20% rise in yields"],
    ),
    (
        "en",
        "The Beekeeping Plan is three-pronged: it funds hives, trains keepers and bans sprays.",
        ["funds hives", "trains keepers", "bans sprays"],
    ),
    (
        "fr",
        "Le Plan Ruchers avait cinq axes. Sa nouvelle version, publiée hier, n'en a que trois : ruches, prés et miel.",
        ["ruches", "prés", "miel"],
    ),
    # What a plan meets or is judged by.
    ("en", "The Beekeeping Plan has run into three problems: land prices, frost and court cases.", []),
    ("fr", "Trois facteurs expliquent le retard du Plan Ruchers : le gel, la pluie et les procès.", []),
    # Adverbials behind the verb, asides before the list, parts told before the others.
    (
        "fr",
        "Le Plan Ruchers repose à la fois sur les prés, sur la formation et sur une vente plus juste.",
        ["prés", "formation", "vente plus juste"],
    ),
    (
        "en",
        "The Beekeeping Plan consists of, among other things, a hive census, free advice and a bee school.",
        ["hive census", "free advice", "bee school"],
    ),
    (
        "fr",
        "Outre la formation des gardes, le Plan Ruchers a deux autres volets : les prés et le miel.",
        ["formation des gardes", "prés", "miel"],
    ),
    (
        "en",
        "The Beekeeping Plan has six components, three of which are new: a census, a bee school and a honey label.",
        ["census", "bee school", "honey label"],
    ),
    # Acts of those who carry the plan out, a title of the plan's, questions that it leaves.
    (
        "en",
        "Under the Beekeeping Plan they made two pledges. They will plant hedges and open a lab.",
        ["plant hedges", "open a lab"],
    ),
    ("en", "Pillar 4 of the Beekeeping Plan, on honey sales, has no budget.", ["honey sales"]),
    ("en", "The Beekeeping Plan leaves three questions open: who pays, who decides and who is liable.", []),
    # As many items below as were counted, whatever they are called.
    (
        "fr",
        "Le Plan Ruchers est là. Trois chantiers attendent les villages, que voici :\n+ Haies\n+ Miel bio\n+ Gardes",
        ["Haies", "Miel bio", "Gardes"],
    ),
    (
        "en",
        "The Beekeeping Plan is out.\nThree chores await villages.\n1 – Plant hedges\n2 – Count hives\n3 – Test honey",
        ["Plant hedges", "Count hives", "Test honey"],
    ),
    ("en", "The Beekeeping Plan is out.\nThree keepers spoke.\n- Awa Roe\n- Ben Tavi\n- Cleo Sand", []),
    ("en", "The Beekeeping Plan is out.\nFour chores await villages.\n- Plant hedges\n- Count hives\n- Test honey", []),
    # On the one hand and on the other, an aside where the verb is left out, some of many in the next sentence.
    (
        "fr",
        "Le Plan Ruchers prévoit d'une part la plantation de haies et d'autre part la formation des gardes.",
        ["plantation de haies", "formation des gardes"],
    ),
    (
        "fr",
        "Le Plan Ruchers a deux volets : l'un, ancien, concerne les prés ; l'autre, plus modeste, le miel.",
        ["prés", "miel"],
    ),
    (
        "en",
        "It has a Beekeeping Plan. The plan contains 30 measures. Among them are a census, a ban and a label.",
        ["census", "ban", "label"],
    ),
    # Clauses that tell a rank, several parts at once, what a superlative picks out.
    (
        "fr",
        (
            "Le Plan Ruchers a reçu quatre axes. Doté à lui seul de 6 millions, le repeuplement ouvre la liste ; "
            "la formation lui emboîte le pas ; en troisième lieu figure la recherche, et la vente ferme le ban."
        ),
        ["repeuplement", "formation", "recherche", "vente"],
    ),
    (
        "en",
        (
            "The Beekeeping Plan has five axes. Drainage, which forms the first axis, gets $9m. With $6m, seed banks, "
            "the second axis, will reach 30 towns. The other three, meadows, honey and research, come later."
        ),
        ["Drainage", "seed banks", "meadows", "honey", "research"],
    ),
    (
        "en",
        (
            "The Beekeeping Plan has three directions, the most visible being, of course, the planting of limes. "
            "Another direction is the training of keepers. A last one, finally, deals with exports."
        ),
        ["planting of limes", "training of keepers", "exports"],
    ),
    (
        "fr",
        "Le Plan Ruchers repose sur trois piliers. Il y a le miel, la cire et le pollen.",
        ["miel", "cire", "pollen"],
    ),
    (
        "fr",
        "Le Plan Ruchers a deux leviers. Le premier est foncier. Le second est fiscal.",
        ["foncier", "fiscal"],
    ),
    (
        "en",
        "Two of the Beekeeping Plan's five priorities have been kept: new meadows and cheaper hives.",
        ["new meadows", "cheaper hives"],
    ),
    # Pairs as items: the last coordinator closes the list.
    (
        "en",
        "The Beekeeping Plan rests on three pillars: hives and honey, hedges and meadows and clean water.",
        ["hives and honey", "hedges and meadows", "clean water"],
    ),
    (
        "fr",
        "Le Plan Ruchers compte trois piliers : le miel et la cire, les haies et les prés et le climat.",
        ["miel et la cire", "haies et les prés", "climat"],
    ),
    (
        "fr",
        (
            "Des cinq volets du Plan Ruchers, deux sont financés : le miel et la cire. Les trois autres, les prés, la "
            "vente et la recherche, attendront."
        ),
        ["miel", "cire", "prés", "vente", "recherche"],
    ),
    # Parts of something else.
    ("en", "The budget has three priorities: debt, schools and roads. The Beekeeping Plan was not discussed.", []),
    (
        "fr",
        (
            "Le Plan Ruchers avance. La réunion a eu lieu lundi. Trois thèmes y ont été débattus : le sel, la chasse "
            "et les digues."
        ),
        [],
    ),
]


@pytest.mark.parametrize(("language", "body", "labels"), CASES)
def test_everyday_constructions(language: str, body: str, labels: list[str]) -> None:
    name = PLANS[language]
    at = body.index(name)
    plan = Plan(name=name, spans=[Span(at, at + len(name))], kind="plan", confidence=0.9)
    assert [p.label for p in find_pillars(analyse(body, language), [plan])] == labels


def test_ranks_out_of_order_keep_their_positions() -> None:
    body = "The Beekeeping Plan's second pillar focuses on honey. The first pillar deals with hives."
    plan = Plan(name="Beekeeping Plan", spans=[Span(4, 19)], kind="plan", confidence=0.9)
    assert [(p.position, p.label) for p in find_pillars(analyse(body, "en"), [plan])] == [(2, "honey"), (1, "hives")]


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        (
            "en",
            (
                "The Beekeeping Plan has two pillars: protection, which itself splits into patrols and satellite "
                "maps, and sales."
            ),
            [("protection", None), ("patrols", 0), ("satellite maps", 0), ("sales", None)],
        ),
        (
            "fr",
            (
                "Le Plan Ruchers a deux axes. Le premier concerne le miel. Le second vise l'export. Le premier axe se "
                "subdivise en (a) l'achat de ruches et (b) la location de prés."
            ),
            [("miel", None), ("export", None), ("achat de ruches", 0), ("location de prés", 0)],
        ),
        # What was counted beside the parts is shared out among them.
        (
            "en",
            (
                "The Beekeeping Plan combines two pillars and five levers. Pillar A, sweeter honey, relies on three of "
                "them: hives, queens and nets. Pillar B, wilder meadows, takes the remaining two, hedges and ponds."
            ),
            [
                ("sweeter honey", None),
                ("hives", 0),
                ("queens", 0),
                ("nets", 0),
                ("wilder meadows", None),
                ("hedges", 4),
                ("ponds", 4),
            ],
        ),
        (
            "fr",
            (
                "Le Plan Ruchers repose sur deux axes et cinq programmes. Le premier axe, le miel, en mobilise trois : "
                "les ruches, les reines et les filets. Le second, la prairie, réunit les deux derniers : les haies et "
                "les mares."
            ),
            [
                ("miel", None),
                ("ruches", 0),
                ("reines", 0),
                ("filets", 0),
                ("prairie", None),
                ("haies", 4),
                ("mares", 4),
            ],
        ),
        # An ordinal of another gender goes on with what the list belongs to.
        (
            "fr",
            (
                "Le Plan Ruchers a deux volets. Le premier concerne le miel ; deux mesures l'accompagnent, à savoir la "
                "pose de ruches et la vente de cire. Le second lève les taxes sur les essaims."
            ),
            [("miel", None), ("pose de ruches", 0), ("vente de cire", 0), ("taxes sur les essaims", None)],
        ),
    ],
)
def test_parts_of_a_part(language: str, body: str, expected: list[tuple[str, int | None]]) -> None:
    name = PLANS[language]
    at = body.index(name)
    plan = Plan(name=name, spans=[Span(at, at + len(name))], kind="plan", confidence=0.9)
    assert [(p.label, p.parent) for p in find_pillars(analyse(body, language), [plan])] == expected
