"""Cleaning whole articles: what is cut, what stays, what is told of title, date and outlet."""

import datetime as dt
import time
from textwrap import dedent

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.clean import CLEAN_SCHEMA, clean_batch, unique_articles
from pipelines.ingest import RawArticle, raw_frame

P1 = "Le ministère de l'Hydraulique a présenté jeudi un plan de 40 milliards de francs pour les villages du nord."
P2 = "Le plan prévoit 300 forages et trois barrages. Les travaux commenceront en mars, selon la ministre."
E1 = "The Ministry of Fisheries launched a plan on Monday that will cost $40 million and reach 200 villages."
E2 = "The plan has three parts, officials said. Work will start in March in the coastal districts."


def clean(text: str, **fields: str) -> dict[str, object]:
    articles, rejected = clean_batch(raw_frame([RawArticle("a.txt", dedent(text), **fields)]))
    assert rejected.is_empty()
    return articles.row(0, named=True)


def body(text: str, **fields: str) -> list[str]:
    return str(clean(text, **fields)["body"]).split("\n")


# ---------------------------------------------------------------- furniture

LINES = [
    "S'abonner au mensuel papier : 40 $ par an",
    "Advertise with the Tolbay Herald",
    "This is journalism co-funded by two trusts",
    "Letters to the editor: see p. 14",
    "SOMMAIRE : Riz p. 2 — Textile p. 4 — Banques p. 7",
    "ANALYSIS | Why your water bill may hurt less",
    "Taille de police + -",
    "Tweet this Pin it",
    "Laisser une réponse",
    "A+ A- Reset",
    "Écoutez Awa Diop :",
    "Le doute demeure, reconnaît Awa Diop, préfète du lac. • PHOTO K. B.",
    "Suivez-nous sur Facebook",
    "Partager : Facebook X LinkedIn",
    "Partager   Enregistrer   Taille du texte A+ A-",
    "Commentaires (3)",
    "0 commentaire",
    "Lire aussi : Barrages : trois chantiers en retard",
    ">> A LIRE AUSSI : Qui construit les barrages ?",
    "PUBLICITÉ",
    "[Vidéo] Comment fonctionne un forage ?",
    "Inscrivez-vous à la newsletter Eau",
    "Réagissez à cet article",
    "Tags : eau, forages, barrages",
    "© La Source – Tous droits réservés",
    "Temps de lecture : 3 min",
    "Retour en haut de page",
    "Rejoignez notre chaîne WhatsApp",
    "Accepter et continuer",
    "Il vous reste 80 % de cet article à lire",
    "Follow us on Twitter",
    "Share on X Share on LinkedIn",
    "0 Comments",
    "READ MORE: Dams fill up after the rains",
    "Read Also: Dams fill up after the rains",
    "SPONSORED: Get 20% off your next pump",
    "Advertisement",
    "Sign up for our daily briefing",
    "Back to top",
    "Already a subscriber? Log in",
    "We use cookies to improve your experience",
    "Page 1 of 2",
    "[VIDEO] Inside the new pumping station",
    "[Chart: Rainfall in the lake district since 1990]",
    ">>> Un bac de plus sur le lac",
    "🔊 Tune in weekdays from six",
    "CUIVRE 9.231 ▼ COBALT 24.300 ▲",
    "Tolbay Newswire. Terms of use",
    "(Publi-info) Pompes solaires : commandez avant la saison",
    "Next month: Copper, the long wait",
    "Nos offres d'emploi : chauffeur de camion, Tolba",
    "The Tolbay Monthly is printed on recycled paper",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("text", [(P1, P2), (E1, E2)], ids=["fr", "en"])
def test_furniture_between_paragraphs_is_cut(line: str, text: tuple[str, str]) -> None:
    assert body(f"{text[0]}\n\n{line}\n\n{text[1]}") == list(text)


@pytest.mark.parametrize("line", LINES)
def test_furniture_below_the_text_is_cut(line: str) -> None:
    assert body(f"{P1}\n{P2}\n{line}") == [P1, P2]


@pytest.mark.parametrize(
    "line",
    [
        "Accueil > Économie > Eau",
        "Home » Water » News",
        "Agenda | Eau | Énergie | Interviews",
        "ÉCONOMIE",
        "- 18:25Football : les Lions en finale",
        "10:02 Oil: prices slip below $45",
        "Par Awa Diop",
        "By Staff Reporter",
        "La rédaction",
        "Écouter l'article",
        "(Adds quotes, background)",
        "La ministre lors de la cérémonie, jeudi à Niamey. Photo : DR",
    ],
)
def test_furniture_above_the_text_is_cut(line: str) -> None:
    text = clean(f"{line}\nUn plan de 40 milliards pour l'eau des villages\n\n{P1}\n{P2}")
    assert text["title"] == "Un plan de 40 milliards pour l'eau des villages"
    assert text["body"] == f"{P1}\n{P2}"


@pytest.mark.parametrize(
    "line",
    [
        "Water Minister Ama Owusu. - Photo by Kofi Baah",
        "A borehole near Ho. Photo by courtesy of Drillers United.",
        "The reservoir at dusk. Source: Kofi Baah/Lake News",
        "The Lake Standard Newspaper | Ghana",
    ],
)
def test_what_stands_between_title_and_text_is_cut(line: str) -> None:
    text = clean(f"Forty million for water in the villages\n{line}\n\n{E1}\n{E2}")
    assert text["title"] == "Forty million for water in the villages"
    assert text["body"] == f"{E1}\n{E2}"


@pytest.mark.parametrize(
    "line",
    [
        "Trois barrages en chantier",
        "L'eau, un moteur pour le nord",
        "Énergie",
        "Et demain ?",
        "Les contenus des cours changent : des maîtres écrivent la géographie des rivières et l'histoire des puits.",
        "- le forage de 300 puits ;",
        "• trois barrages",
        "1. Les villages du nord",
        "(c) la formation des maçons ;",
        "Axe 2 : la gouvernance",
        "« Rejoignez-nous », a lancé la ministre aux maires.",
        "Partager l'eau reste le plus difficile, dit un maire.",
        "Commentaires de la société civile",
        "09h30 : ouverture des débats",
        "Le plan prévoit :",
        "The latest figures",
        '"Subscribe to this plan or leave the room," the minister told them.',
        "Le 12 mars 2021, un premier plan avait été lancé",
        (
            "J'ai lu pour vous les 200 pages du plan de mobilité, que la ministre a présenté hier à Namur, "
            "devant une salle pleine. Disons-le : c'est dense."
        ),
        (
            "I have read for you the 200 pages of the transport plan, which the minister showed in Limerick "
            "yesterday, before a full house. It is dense."
        ),
    ],
)
def test_text_stays(line: str) -> None:
    assert body(f"Titre de cet article sur l'eau\n\n{P1}\n{line}\n{P2}") == [P1, line, P2]


@pytest.mark.parametrize(
    "heading", ["Sur le même sujet", "Lire également", "LES PLUS LUS", "Articles similaires :", "Most read"]
)
def test_related_articles_leave_and_the_text_resumes(heading: str) -> None:
    text = f"""\
        {P1}

        {heading}
        Puits : ce que dit la nouvelle loi sur l'eau
        Qui paiera les forages du nord ?

        Un air de déjà-vu

        {P2}
        """
    assert body(text) == [P1, "Un air de déjà-vu", P2]


def test_a_sub_heading_below_spaced_headlines_stays() -> None:
    text = f"""\
        {E1}

        Related Stories

        Dam levels rise again after the heavy rains of March

        Water utility names its new boss after long search

        Why it matters

        {E2}
        """
    assert body(text) == [E1, "Why it matters", E2]


@pytest.mark.parametrize("heading", ["Les plus partagés", "Les + consultés", "Les plus commentés cette semaine"])
def test_numbered_most_read_lists_leave(heading: str) -> None:
    assert body(f"{P1}\n{P2}\n\n{heading}\n1 Carburants : les prix baissent\n2 Écoles : la rentrée fixée") == [
        P1,
        P2,
    ]


def test_readers_comments_leave() -> None:
    comment = "Jean 12 mars 2022 à 10:00\nTrès bon plan pour les villages du nord, merci.\nRépondre"
    text = f"{P1}\n{P2}\n2 commentaires\n{comment}"
    article = clean(text)
    assert article["body"] == f"{P1}\n{P2}"
    assert article["published_on"] is None


def test_pointers_inside_a_paragraph_leave() -> None:
    assert body(f"{P1} Lire aussi : Barrages en retard\n{P2} (À lire aussi notre dossier)") == [P1, P2]


# ---------------------------------------------------------------- lines and characters


def test_hard_wrapped_paragraphs_are_joined_and_bullets_kept_apart() -> None:
    text = """\
        le plan national de reboisement, lancé en 2019 par le
        gouvernement, prévoit de planter un milliard d'arbres
        d'ici à 2030. La ministre l'a rappelé mardi devant les
        préfets.

        Trois zones sont concernées. La première est la zone des
        savanes, où 200 000 hectares doivent être reboisés.

        - la deuxième est la zone des plateaux, avec un objectif
          de 50 000 hectares ;
        - la troisième est le littoral.
        """
    assert body(text) == [
        (
            "le plan national de reboisement, lancé en 2019 par le gouvernement, prévoit de planter un milliard "
            "d'arbres d'ici à 2030. La ministre l'a rappelé mardi devant les préfets."
        ),
        "Trois zones sont concernées. La première est la zone des savanes, où 200 000 hectares doivent être reboisés.",
        "- la deuxième est la zone des plateaux, avec un objectif de 50 000 hectares ;",
        "- la troisième est le littoral.",
    ]


def test_lines_that_are_not_wrapped_stay_apart() -> None:
    items = [f"- point {i} du plan" for i in range(8)]
    assert body("\n".join([P1, *items, P2])) == [P1, *items, P2]


def test_invisible_characters_leave_and_spaces_are_plain() -> None:
    raw = "Le minis\u00adtère a préparé\u200b un \u202eplan\u202c de 40\u00a0milliards\u202fd’euros\x00 pour "
    assert body(raw + "l’e\u0301te\u0301.") == ["Le ministère a préparé un plan de 40 milliards d’euros pour l’été."]


def test_utf8_read_as_windows_1252_is_repaired() -> None:
    garbled = "Le ministère a annoncé « l’été » des forages – enfin.".encode().decode("cp1252", "ignore")
    assert "ministère a annoncé" in body(garbled)[0]


def test_a_capital_a_with_tilde_that_belongs_there_stays() -> None:
    assert body("O plano de SÃO Tomé prevê 40 milhões de dólares para a água potável.") == [
        "O plano de SÃO Tomé prevê 40 milhões de dólares para a água potável."
    ]


# ---------------------------------------------------------------- title, date, outlet, language


@pytest.mark.parametrize(
    ("header", "on", "precision", "publisher"),
    [
        (" date 2024-02 ", dt.date(2024, 2, 1), "month", None),
        ("date 2024 ", dt.date(2024, 1, 1), "year", None),
        ("ANB - 25/09/2024\n", dt.date(2024, 9, 25), "day", "ANB"),
        ("(Agence Niloise) – ", None, None, "Agence Niloise"),
        ("[Éco Nil] – Vendredi 5 juillet 2019 – ", dt.date(2019, 7, 5), "day", "Éco Nil"),
        ("(Éco Nil) – 30 janvier 2024. ", dt.date(2024, 1, 30), "day", "Éco Nil"),
        ("Niamey, 12 mars 2021 (ANB) - ", dt.date(2021, 3, 12), "day", "ANB"),
        ("Publié le 25/09/2024 à 14h30\n", dt.date(2024, 9, 25), "day", None),
        ("Publié le 3 mai 2022 | Mis à jour le 4 mai 2022\n", dt.date(2022, 5, 3), "day", None),
        ("Mis à jour le 4 mai 2022 - Publié le 3 mai 2022\n", dt.date(2022, 5, 3), "day", None),
        ("Rédaction | 17 septembre 2025 | 09:40\n", dt.date(2025, 9, 17), "day", None),
        ("By Ama Owusu - Apr 02,2024 - Last updated at Apr 03,2024\n", dt.date(2024, 4, 2), "day", None),
        ("Wednesday, April 13, 2022 - 3 min read\n", dt.date(2022, 4, 13), "day", None),
        ("27 July 2016 | Updated 10:15\n", dt.date(2016, 7, 27), "day", None),
        ("Sept 26, 2024\n", dt.date(2024, 9, 26), "day", None),
        ("02/03/2022\n", dt.date(2022, 3, 2), "day", None),
        ("03/25/2022\n", dt.date(2022, 3, 25), "day", None),
        ("Follow Delta Wire on Google News\n", None, None, "Delta Wire"),
    ],
)
def test_a_header_gives_date_and_outlet_and_leaves(
    header: str, on: dt.date | None, precision: str | None, publisher: str | None
) -> None:
    article = clean(f"{header}{P1}\n\n{P2}")
    assert (article["published_on"], article["published_precision"]) == (on, precision)
    assert article["publisher"] == publisher
    assert article["body"] == f"{P1}\n{P2}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le 12 mars 2021, le ministère a lancé un plan de 40 milliards de francs pour les villages du nord.",
        "Présenté le 12 mars 2021 à Niamey, le plan coûtera 40 milliards de francs, selon le ministère.",
        "On 12 March 2021, the ministry launched a plan that will cost $40 million and reach 200 villages.",
        "In March 2021 the ministry launched a plan that will cost $40 million and reach 200 villages.",
    ],
)
def test_a_date_in_a_sentence_is_no_header(sentence: str) -> None:
    article = clean(f"{sentence}\n{P2}")
    assert article["published_on"] is None
    assert article["body"] == f"{sentence}\n{P2}"


def test_the_title_is_the_headline_and_not_the_label_above_it() -> None:
    article = clean(f"Énergie\nSolaire : trois centrales pour le nord du pays\nSamedi 7 mars 2025\n{P1}\n{P2}")
    assert article["title"] == "Solaire : trois centrales pour le nord du pays"
    assert article["body"] == f"{P1}\n{P2}"


def test_a_headline_of_two_sentences_above_the_date_is_the_title() -> None:
    title = "The fishing plan counts to 200 villages. Boats are still being counted"
    assert clean(f"{title}\nThe Lake Herald · Posted: Apr 15, 2024 4:00 AM\n\n{E1}\n\n{E2}")["title"] == title


def test_a_word_of_the_sites_own_makes_a_line_of_few_words_one() -> None:
    assert body(f"{P1}\nSe désinscrire de cette lettre\nLa méthode\n{P2}") == [P1, "La méthode", P2]


def test_an_agencys_initials_and_number_below_the_text_are_cut() -> None:
    assert body(f"{E1}\n\n{E2}\n\nTNA/KR/LM/2210\nPhoto: TIO") == [E1, E2]


@pytest.mark.parametrize(
    "banner",
    [
        "Tolbay FM 92.6 | Voice of the fishing coast",
        "Lake Letter · no. 12 · June 2024",
        "Fishing Monthly, May 2023",
        "Marée Hebdo, la lettre des villages de la côte",
    ],
)
def test_a_name_and_motto_above_the_headline_are_no_title(banner: str) -> None:
    title = "Fishing plan reaches coastal villages"
    assert clean(f"{banner}\n\n{title}\n28/03/2026 - 07:15\n\n{E1}\n\n{E2}")["title"] == title


@pytest.mark.parametrize(
    "above",
    [
        "DERNIÈRE MINUTE\nTolba : un pont cède\nVillages du nord : le match reporté\nMercredi 5 mars 2025",
        "L'EAU INFO, la lettre des villages et du plan\nS'abonner | Se connecter",
        "VILLAGE COPPER $9,231 ▼ 0.6% | PLAN/USD 26.11 | COBALT $24,300",
        "The Village Plan Examiner",
    ],
)
def test_what_stands_above_the_title_is_none(above: str) -> None:
    title = "Forages : le plan des villages du nord passe à l'acte"
    article = clean(f"{above}\n{title}\n\n{P1}\n\n{P2}\n\n© The Village Plan Examiner 2025")
    assert article["title"] == title
    assert article["body"] == f"{P1}\n{P2}"


@pytest.mark.parametrize(
    "line",
    [
        "▶ Écouter la chronique (2 min 40)",
        "PUBLICITÉ\nSalon du luxe : les places d'honneur s'arrachent\n",
        "Sponsor of the week: HelioTrax, trackers that brave cyclones",
        "À LIRE SUR LE MÊME THÈME\nCéréales : une campagne mal engagée\nHammams fermés trois jours : mode d'emploi\n",
    ],
)
def test_players_advertisements_and_open_headings_leave(line: str) -> None:
    assert body(f"Titre de cet article sur l'eau\n\n{P1}\n\n{line}\n\n{P2}") == [P1, P2]


def test_an_invitation_with_a_quoted_heading_leaves() -> None:
    assert body(f"{P1}\n\n{P2}\n\nRecevoir l'alerte « Eau » par SMS\n12 réactions") == [P1, P2]


def test_no_sentence_is_taken_for_the_title() -> None:
    article = clean(f" date 2024-02 {P1}\n\n{P2}")
    assert article["title"] is None


def test_the_files_fields_win_over_the_text() -> None:
    text = f"Un titre dans le texte\n(ANB) - 12 mars 2021 - {P1}\n{P2}"
    article = clean(text, title="Le titre du champ", published="2021-03-14T08:00:00Z", publisher="La Source")
    assert (article["title"], article["publisher"]) == ("Le titre du champ", "La Source")
    assert (article["published_on"], article["published_precision"]) == (dt.date(2021, 3, 14), "day")


def test_a_title_that_the_text_repeats_stands_once() -> None:
    article = clean(f"Le plan de l'eau\nLe plan de l'eau\n{P1}\n{P2}", title="Le plan de l’eau")
    assert article["body"] == f"{P1}\n{P2}"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (P1, "fr"),
        (E1, "en"),
        ("El ministerio de Agricultura presentó el jueves un plan de 40 millones de euros para los pueblos.", "es"),
        ("O ministério da Agricultura apresentou na quinta-feira um plano de 40 milhões de euros.", "pt"),
        ("Das Ministerium hat am Donnerstag einen Plan über 40 Millionen Euro für die Dörfer vorgestellt.", "de"),
        ("أعلنت وزارة الفلاحة يوم الخميس عن خطة وطنية جديدة بقيمة أربعين مليون دولار لفائدة القرى.", "ar"),
    ],
)
def test_the_language_of_the_body_is_told(text: str, language: str) -> None:
    assert clean(text)["language"] == language


# ---------------------------------------------------------------- batches


def test_what_is_furniture_only_is_rejected_with_its_path() -> None:
    raw = raw_frame([RawArticle("a.txt", "Partager\nCommentaires (0)"), RawArticle("b.txt", P1)])
    articles, rejected = clean_batch(raw)
    assert articles["source_path"].to_list() == ["b.txt"]
    assert rejected.select("source_path", "reason").rows() == [("a.txt", "no_text")]


def test_an_empty_batch_is_fine() -> None:
    articles, rejected = clean_batch(raw_frame([]))
    assert articles.is_empty()
    assert rejected.is_empty()
    assert articles.schema == CLEAN_SCHEMA


def test_the_same_article_in_two_files_is_one() -> None:
    text = f"{P1}\n{P2}"
    raw = [RawArticle("b.txt", text), RawArticle("a.txt", f"{text}\n\nPartager"), RawArticle("c.txt", E1)]
    articles, files = unique_articles(clean_batch(raw_frame(raw))[0])
    assert articles["source_path"].to_list() == sorted(["a.txt", "c.txt"], key=articles["source_path"].to_list().index)
    assert set(articles["source_path"]) == {"a.txt", "c.txt"}
    assert files.height == 3
    assert files["article_id"].n_unique() == 2


def test_batches_and_order_change_nothing() -> None:
    raw = raw_frame(
        [RawArticle(f"{i}.txt", f"Titre numéro {i} du jour\n\n{P1}\n{i} villages\n{P2}") for i in range(12)]
    )
    together = clean_batch(raw)[0].sort("source_path")
    apart = pl.concat([clean_batch(raw[i : i + 1])[0] for i in reversed(range(12))]).sort("source_path")
    assert together.equals(apart)


WORDS = st.sampled_from(
    [
        "le",
        "plan",
        "Eau",
        "2030",
        "12",
        "mars",
        "2021",
        ":",
        ",",
        ".",
        "!",
        "?",
        "»",
        "«",
        "(",
        ")",
        "|",
        "-",
        ">",
        "Lire",
        "aussi",
        "Facebook",
        "Partager",
        "Publié",
        "le",
        "Commentaires",
        "(3)",
        "Sur",
        "le",
        "même",
        "sujet",
        "Rabat",
        "ministère",
        "forages",
        "villages",
        "Read",
        "also",
        "©",
        "10:30",
        "•",
        "1.",
        "\n",
        "\n\n",
    ]
)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200), min_size=1, max_size=20))
def test_any_text_is_an_article_or_a_rejection(texts: list[str]) -> None:
    paths = [f"{i}.txt" for i in range(len(texts))]
    articles, rejected = clean_batch(raw_frame(map(RawArticle, paths, texts)))
    assert sorted([*articles["source_path"], *rejected["source_path"]]) == sorted(paths)
    assert all(line.strip() for body in articles["body"] for line in body.split("\n"))


LINE = st.sampled_from([P1, P2, E1, E2, "Trois axes", "- un point ;", *LINES[:8], "(ANB) - " + P1])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(LINE, min_size=2, max_size=12), min_size=1, max_size=20))
def test_cleaning_what_is_clean_changes_nothing(texts: list[list[str]]) -> None:
    raw = raw_frame(
        RawArticle(f"{i:02}.txt", "\n\n".join([P1, *lines]), title="T", publisher="P") for i, lines in enumerate(texts)
    )
    once, _ = clean_batch(raw)
    again, _ = clean_batch(
        raw_frame(RawArticle(p, b, title="T", publisher="P") for p, b in once.select("source_path", "body").iter_rows())
    )
    assert again.equals(once)


def test_a_text_built_against_regular_expressions_takes_no_longer_than_its_length_asks() -> None:
    """Four times the text takes far less than sixteen times the processor's time."""

    def seconds(times: int) -> float:
        pieces = ["a" * 5_000, "Lire aussi " * 500, "(" * 2_500, "1/1/" * 1_200, "Publié le " * 500, "é, " * 1_500]
        texts = [piece * times for piece in pieces]
        raw = raw_frame(
            [RawArticle(f"{i}.txt", t) for i, t in enumerate([*texts, *["\n".join([t] * 3) for t in texts]])]
        )
        started = time.process_time()
        clean_batch(raw)
        return time.process_time() - started

    seconds(1)
    assert min(seconds(40) for _ in range(2)) < 12 * min(seconds(10) for _ in range(2))


def test_the_day_completes_a_month_that_the_page_gives_first() -> None:
    article = clean(f"date 2023-05 Un plan pour l'eau des villages\nPublié le mercredi 3 mai 2023 à 15h42\n{P1}\n{P2}")
    assert (article["published_on"], article["published_precision"]) == (dt.date(2023, 5, 3), "day")


@pytest.mark.parametrize(
    "text",
    [
        f"COMPTE RENDU DU CONSEIL DES MINISTRES DU MERCREDI 3 MAI 2023\n{P1}\n{P2}",
        f"Un plan de forages pour les villages\nUn reportage de notre équipe du nord, 3 mai 2023\n{P1}\n{P2}",
        f"Un plan de forages pour les villages\nLe ministère a lancé ce mercredi 3 mai 2023 un plan de forages.\n{P2}",
    ],
)
def test_a_page_without_a_header_is_dated_by_weaker_signs(text: str) -> None:
    assert clean(text)["published_on"] == dt.date(2023, 5, 3)
