"""A small raw folder, each file with the reason that it is there. All of it is invented."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

FRENCH = """Le gouvernement lance le plan Horizon Eau 2032
Lomé, 14/03/2024

Le ministre de l'Hydraulique, Kossi Amétépé, a présenté jeudi à Lomé le plan Horizon Eau 2032, doté d'une enveloppe \
de 480 millions d'euros.

Le plan Horizon Eau 2032 repose sur trois axes :
- l'accès des villages à l'eau potable
- la modernisation des réseaux urbains
- la protection des nappes

Il vise la création de 12 000 emplois à l'horizon 2032, a précisé Kossi Amétépé.
"""
ENGLISH = {
    "url": "https://example.org/news/1",
    "title": "Togo unveils Horizon Eau 2032",
    "published": "2024-03-15",
    "publisher": "The Example Courier",
    "author": "A. Writer",
    "body": (
        "Minister of Water Kossi Amétépé unveiled the Horizon Eau 2032 plan in Lomé on Thursday.\n\n"
        "The Horizon Eau 2032 plan aims to connect 3,500 villages by 2032.\n\n"
        "The plan is expected to cost 480 million euros, the minister said at the ceremony."
    ),
}
PAGE = """<!doctype html><html lang="fr"><head><title>Une feuille de route pour les abeilles</title>
<meta property="article:published_time" content="2023-11-02T08:00:00+00:00"><meta property="og:site_name"
content="Le Courrier d'Essai"></head><body><nav><a href="/">Accueil</a></nav><article>
<h1>Une feuille de route pour les abeilles</h1>
<p>La Commission régionale d'apiculture a adopté la feuille de route Ruches 2028, qui prévoit l'installation de
900 ruches dans les écoles du pays au cours des cinq prochaines années, selon son président.</p>
<p>Le programme sera financé à hauteur de 2,5 millions d'euros par le Fonds d'essai pour la nature, a indiqué la
commission dans un communiqué publié jeudi.</p></article><footer>Tous droits réservés</footer></body></html>
"""


def write(raw: Path) -> None:
    """Write the folder."""
    (raw / "presse").mkdir(parents=True)
    # As agencies send it: date glued under the title, bullets, UTF-8.
    (raw / "presse" / "eau.txt").write_text(FRENCH, encoding="utf-8")
    # The same file a second time: one article, two files.
    (raw / "presse" / "eau_copie.txt").write_text(FRENCH, encoding="utf-8")
    # A good record, a bad line and an empty record, compressed: only the good one counts, the others are told.
    lines = [json.dumps(ENGLISH), "{not json", json.dumps({"title": "Nothing", "body": ""})]
    (raw / "feed.jsonl.gz").write_bytes(gzip.compress("\n".join(lines).encode()))
    (raw / "abeilles.html").write_text(PAGE, encoding="utf-8")
    # What people drop beside articles.
    (raw / "scan.pdf.txt").write_bytes(b"%PDF-1.7\n\x00\x01\x02")
    (raw / "vide.txt").write_bytes(b"")
