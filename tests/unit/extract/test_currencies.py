"""Currencies: signs, names and coins of money, and the amounts that they make together."""

from __future__ import annotations

import pytest

from pipelines.extract.document import analyse
from pipelines.extract.quantities import find_quantities


def amounts(text: str, language: str, country: str | None = None) -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in find_quantities(analyse(text, language, country=country), [])]


@pytest.mark.parametrize(
    ("language", "text", "country", "expected"),
    [
        ("fr", "La baguette passe à 450 millimes.", "TN", [(0.45, "TND")]),
        ("fr", "La maison vaut 900 millions de centimes.", "DZ", [(9_000_000, "DZD")]),
        ("fr", "Le timbre coûte 60 pesewas.", "GH", [(0.6, "GHS")]),
        ("en", "The fare is 250 fils.", "KW", [(0.25, "KWD")]),
        ("en", "The fare is 250 fils.", "AE", [(2.5, "AED")]),
        ("en", "The levy rose by one penny.", "GB", [(0.01, "GBP")]),
        ("en", "Bread costs 90 ngwee.", "ZM", [(0.9, "ZMW")]),
        ("en", "The state paid 3 billion pesetas.", "ES", [(3e9, "ESP")]),
    ],
)
def test_coins_are_parts_of_their_money(
    language: str, text: str, country: str, expected: list[tuple[float, str]]
) -> None:
    assert amounts(text, language, country) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A litre costs 4 dollars and 35 cents.", [(4.35, "USD")]),
        ("en", "A loaf costs two cedis fifty pesewas.", [(2.5, "GHS")]),
        ("en", "The parcel cost 12 pounds and 40 pence.", [(12.4, "GBP")]),
        ("fr", "Le ticket vaut 7 euros et 20 centimes.", [(7.2, "EUR")]),
        ("fr", "Le ticket vaut 7 dinars 350 millimes.", [(7.35, "TND")]),
        ("fr", "Le ticket est à 7 euros 20, sans réduction.", [(7.2, "EUR")]),
        ("fr", "Il donne 15 euros à 20 élèves.", [(15, "EUR"), (20, "count")]),
        ("en", "She paid 20 dollars 15 times.", [(20, "USD"), (15, "count")]),
    ],
)
def test_an_amount_and_its_coins_are_one(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    assert amounts(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It pays 300₾ a month.", (300, "GEL")),
        ("It pays ₸45 million.", (45e6, "KZT")),
        ("It pays 75,000 ₭ a day.", (75_000, "LAK")),
        ("It pays ৳500 crore.", (5e9, "BDT")),
    ],
)
def test_every_currency_sign_tells_its_money(text: str, expected: tuple[float, str]) -> None:
    assert amounts(text, "en")[:1] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Un don de 2 500 US$ est versé.", (2_500, "USD")),
        ("fr", "Un prêt de 12 millions US$ est signé.", (12e6, "USD")),
        ("fr", "Un prêt de 3 millions de CA$ est signé.", (3e6, "CAD")),
        ("en", "A fee of 40 GH¢ is due.", (40, "GHS")),
        ("en", "A fee of 40 HK$ is due.", (40, "HKD")),
    ],
)
def test_letters_and_a_sign_behind_an_amount_are_one(language: str, text: str, expected: tuple[float, str]) -> None:
    assert amounts(text, language) == [expected]
