"""Whole pages as they are copied, every line marked: what leaves, what stays, title and date of publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from pipelines.clean import clean_batch
from pipelines.ingest import RawArticle, raw_frame

PAGES = Path(__file__).parent / "pages"
# Shares of furniture cut; what is left is mostly sentences of other articles and of the site without any sign.
FLOORS = {"fr": 0.95, "en": 0.93}


@dataclass
class Page:
    name: str
    published: str | None
    lines: list[tuple[str, str]] = field(default_factory=list)

    def marked(self, mark: str) -> list[str]:
        return [text for kind, text in self.lines if kind == mark]


def pages(language: str) -> Iterator[Page]:
    page = None
    for line in (PAGES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@@"):
            if page:
                yield page
            dates = line[2:].partition("|")[0].split()[1:]
            page = Page("", dates[0] if dates else None)
        elif page and line.strip():
            page.lines.append((line[0], line[2:]))
            page.name = page.name or line[2:]
    if page:
        yield page


@cache
def cleaned(language: str, gap: str) -> list[tuple[Page, dict[str, object]]]:
    marked = list(pages(language))
    texts = [gap.join(text for _, text in page.lines) for page in marked]
    articles, rejected = clean_batch(raw_frame([RawArticle(f"{i:03}.txt", text) for i, text in enumerate(texts)]))
    assert rejected.is_empty()
    return list(zip(marked, articles.iter_rows(named=True), strict=True))


BOTH = pytest.mark.parametrize(("language", "gap"), [(lang, gap) for lang in ("fr", "en") for gap in ("\n", "\n\n")])
# A caption that reads like a headline stands above the title of one page.
TITLES = {"fr": 1, "en": 0}


@BOTH
def test_no_text_is_lost(language: str, gap: str) -> None:
    lost = [
        text
        for page, article in cleaned(language, gap)
        for text in page.marked("K")
        # A dateline in front of it and an agency's sign behind it are header.
        if text[-60:].removesuffix(" –AVI") not in str(article["body"])
    ]
    assert lost == []


@BOTH
def test_furniture_leaves(language: str, gap: str) -> None:
    furniture = [
        (text, str(article["body"]).split("\n"))
        for page, article in cleaned(language, gap)
        for text in page.marked("N")
    ]
    left = [text for text, body in furniture if " ".join(text.split()) in body]
    assert len(left) <= (1 - FLOORS[language]) * len(furniture), left


@BOTH
def test_titles_are_found(language: str, gap: str) -> None:
    wrong = [a["title"] for page, a in cleaned(language, gap) if [a["title"]] != page.marked("T")]
    assert len(wrong) <= TITLES[language], wrong


@BOTH
def test_dates_of_publication_are_found(language: str, gap: str) -> None:
    sizes = {"day": 10, "month": 7, "year": 4, None: 0}
    found = [str(a["published_on"])[: sizes[a["published_precision"]]] or None for _, a in cleaned(language, gap)]
    assert found == [page.published for page, _ in cleaned(language, gap)]


PARAGRAPHS = {
    "fr": [
        "Le ministère de l'Hydraulique a présenté jeudi à Dosso un plan de 40 milliards de francs pour les villages.",
        "Le plan prévoit 300 forages et trois barrages. Les travaux des barrages débuteront en mars, dit la ministre.",
        "Les villages du nord attendent les forages depuis 2012. Le ministère promet que le plan sera tenu.",
    ],
    "en": [
        "The Ministry of Fisheries launched a plan on Monday that will cost $40 million and reach 200 coast villages.",
        "The plan has three parts, ministry officials said. Work on the harbours will start in March in the villages.",
        "Fishing crews have waited for new harbours since 2012, and the ministry says that the plan will be kept.",
    ],
}
ASIDES = {
    "fr": [
        "Le nerf de la guerre",
        "Suivre l'argent",
        "Partager la valeur",
        "Une application pour tous",
        "La rue gronde, le palais se tait",
        "Comment ça marche ?",
        "Conseil de surveillance : qui siège ?",
        "Lire entre les lignes",
        "Coût total : 12 millions d'euros",
    ],
    "en": [
        "Follow the money",
        "Read the small print",
        "Share of the burden",
        "Contact with the elders",
        "Who pays?",
        "Watch this space",
        "A vote of confidence",
        "Update on delivery",
        "Total cost: $12 million",
    ],
}
STRANGERS = {
    "fr": [
        "Tennis : Diallo file en demi-finale à Rabat",
        "Que reste-t-il des rythmes scolaires trois ans après la réforme ?",
        "Météo : averses orageuses jusqu'à dimanche",
        "Vous êtes témoin d'un événement ? Envoyez vos photos par WhatsApp",
        "Activez les alertes pour ne rien manquer",
        "Il vous reste 2 articles gratuits ce mois-ci",
        "Écouter cet article (4 min 12)",
        "1 204 vues",
        "Pour commenter, connectez-vous",
        "Publié il y a environ 6 heures",
        "Ce courriel est destiné à nos abonnés, ne le partagez pas",
        "Ce résumé a été généré par une intelligence artificielle et relu par un journaliste.",
        "Cette dépêche a été publiée automatiquement.",
        "Nous et nos 120 partenaires utilisons des cookies",
        "La suite après cette publicité",
        "Écoutez l'entretien intégral avec le maire",
        "PHOTO AWA DIOP, LE PHARE DU LAC",
        "(Photo d'archives)",
    ],
    "en": [
        "Tennis: Okoro reaches semi-final in Doha",
        "Gardeners cheer as hosepipe ban in Kent ends early",
        "You have 2 free articles left this month",
        "Listen to this article (4 min)",
        "1,204 views",
        "Log in to comment",
        "Published about 6 hours ago",
        "Turn on notifications so you never miss a story",
        "Listen: Our reporter speaks to a diver",
        "Got a story? Email our newsroom",
        "Give this article",
        "This summary was generated by AI and checked by our editors.",
        "We and our 120 partners use cookies",
        "Listen to the full interview with the mayor (9 min)",
        "More in Sport: Who owns the stadium?",
        "PHOTO AMA OWUSU, THE LAKE LEDGER",
        "*****",
    ],
}


@pytest.mark.parametrize(("language", "line"), [(k, line) for k, lines in ASIDES.items() for line in lines])
def test_a_sub_heading_without_a_word_of_the_article_stays(language: str, line: str) -> None:
    first, second, third = PARAGRAPHS[language]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([first, second, line, third]))]))
    assert line in articles["body"][0].split("\n")


@pytest.mark.parametrize(("language", "line"), [(k, line) for k, lines in STRANGERS.items() for line in lines])
def test_a_line_of_another_subject_or_of_the_site_leaves(language: str, line: str) -> None:
    first, second, third = PARAGRAPHS[language]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([first, second, line, third]))]))
    assert articles["body"][0].split("\n") == [first, second, third]


BELOW = {
    "fr": ["© Le Phare du Lac", "Commentaires (4)", "À consulter aussi", "Tempête tropicale : ce qu'il faut savoir"],
    "en": ["Tags: harbours", "About the author", "Ama Owusu covers the coast for the Ledger.", "Next issue: Who eats?"],
}


@pytest.mark.parametrize("language", BELOW)
def test_nothing_below_the_end_of_a_page_stays(language: str) -> None:
    text = "\n".join([*PARAGRAPHS[language], *BELOW[language]])
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", text)]))
    assert articles["body"][0].split("\n") == PARAGRAPHS[language]


def test_rows_of_names_above_the_title_are_labels() -> None:
    first, second, third = PARAGRAPHS["en"]
    title = "Ministry of Fisheries launches coast villages plan worth Rs. 4,000 million"
    head = ["Press Information Office", "Government of the Isles", "Cabinet", title]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([*head, first, second, third]))]))
    assert articles["title"][0] == title
    assert articles["body"][0].split("\n") == PARAGRAPHS["en"]


def test_a_sub_heading_below_other_headlines_and_an_advertisement_stays() -> None:
    first, second, third = PARAGRAPHS["en"]
    block = ["Related stories", "Okoro reaches semi-final in Doha", "Advertisement", "Harbours first"]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([first, second, *block, third]))]))
    assert articles["body"][0].split("\n") == [first, second, "Harbours first", third]


def test_words_of_sites_are_text_in_an_article_about_sites() -> None:
    text = [
        "Le gouvernement lance un plan pour les journaux et les radios, doté de 30 millions d'euros par an.",
        "Chaque journal aura un site et une application. Les lecteurs du site pourront lire les journaux en ligne.",
        "Une application commune",
        "Les radios seront diffusées sur le site. Vous pourrez les écouter sur l'application, dit le gouvernement.",
    ]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join(text))]))
    assert articles["body"][0].split("\n") == text


def test_short_answers_and_facts_at_the_end_stay() -> None:
    first, second, third = PARAGRAPHS["fr"]
    end = ["Et les écoles ?", "Elles viendront.", "Repères", "Coût : 40 milliards", "Durée : quatre ans, dès 2025"]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([first, second, third, *end]))]))
    assert articles["body"][0].split("\n")[3:] == end


def test_a_list_without_signs_stays() -> None:
    first, second, third = PARAGRAPHS["fr"]
    items = [
        "Renforcement des capacités institutionnelles des communes rurales",
        "Création de dix centres de formation professionnelle agricole",
        "Modernisation du cadre juridique et fiscal applicable aux usagers",
    ]
    articles, _ = clean_batch(raw_frame([RawArticle("a.txt", "\n".join([first, second, *items, third]))]))
    assert articles["body"][0].split("\n") == [first, second, *items, third]
