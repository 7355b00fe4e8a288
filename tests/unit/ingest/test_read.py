"""Reading files as people have them, and as nobody should."""

import gzip
import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.ingest import FileEntry, Limits, ReadOutcome, read_file, scan
from pipelines.ingest.records import REASONS

TEXT = "Le ministère de l’Eau a présenté un « plan » de 300 millions d’euros à Dakar, où l’été s’achève."


def read(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> ReadOutcome:
    (folder / name).write_bytes(data)
    (entry,) = scan(folder)
    outcome = read_file(folder, entry, limits)
    assert outcome.articles or outcome.rejections
    return outcome


def reason(folder: Path, name: str, data: bytes, limits: Limits | None = None) -> str:
    outcome = read(folder, name, data, limits)
    assert not outcome.articles
    (rejection,) = outcome.rejections
    assert rejection.reason in REASONS
    assert rejection.detail.endswith(".")
    assert rejection.size_bytes == len(data)
    return rejection.reason


# ---------------------------------------------------------------- character sets


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16-be mark", "utf-16-le", "utf-16-be", "utf-32", "windows-1252"],
)
@pytest.mark.parametrize("suffix", ["txt", "txt.gz"])
def test_text_is_read_in_the_character_sets_that_people_have(tmp_path: Path, data: bytes, suffix: str) -> None:
    outcome = read(tmp_path, f"a.{suffix}", gzip.compress(data) if suffix.endswith("gz") else data)
    assert [a.text for a in outcome.articles] == [TEXT]


def test_a_short_windows_1252_text_is_read(tmp_path: Path) -> None:
    text = "Le Sénégal a adopté un plan."
    assert read(tmp_path, "a.txt", text.encode("cp1252")).articles[0].text == text


def test_a_stray_byte_in_utf_8_doesnt_spoil_the_rest(tmp_path: Path) -> None:
    data = TEXT.encode() + b" \x96 " + TEXT.encode()
    assert read(tmp_path, "a.txt", data).articles[0].text == f"{TEXT} – {TEXT}"


# ---------------------------------------------------------------- formats


def test_a_page_gives_its_article_title_date_and_outlet(tmp_path: Path) -> None:
    page = """<html><head><title>Plan eau | Le Canal</title><meta property="og:site_name" content="Le Canal">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Plan eau : le pays se lance",
    "datePublished": "2023-05-04T10:00:00+02:00"}]}</script></head><body><nav><a href="/">Accueil</a></nav><article>
    <h1>Plan eau : le pays se lance</h1><p>Le gouvernement a adopté jeudi un plan national de l'eau qui doit raccorder
    tous les villages du pays d'ici à 2030, selon la ministre chargée du dossier.</p><h2>Deux axes</h2>
    <ol><li>la mobilisation des ressources ;</li><li>la distribution.</li></ol><ul><li>un point à part</li></ul>
    <p>Le coût est estimé à 300 millions d'euros, dont un tiers de prêts.</p></article>
    <footer>© Le Canal</footer></body></html>"""
    (article,) = read(tmp_path, "a.html", page.encode()).articles
    assert (article.title, article.published, article.publisher) == (
        "Plan eau : le pays se lance",
        "2023-05-04T10:00:00+02:00",
        "Le Canal",
    )
    lines = article.text.split("\n")
    assert "Deux axes" in lines
    assert "1. la mobilisation des ressources ;" in lines
    assert "2. la distribution." in lines
    assert "- un point à part" in lines
    assert "Accueil" not in article.text


PARAGRAPHS = f"<p>{TEXT}</p><p>Les communes du lac seront servies les premières, selon la ministre de l'Eau.</p>"
LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LINKED.format('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Plan eau", '
                       '"datePublished": "2023-05-04", "publisher": {"name": "Le Canal"}}}'), ""),
        (LINKED.format('[{"@type": "BreadcrumbList"}, {"@type": "NewsArticle", "name": "Plan eau", '
                       '"datePublished": "2023-05-04", "publisher": [{"name": "Le Canal"}]}]'), ""),
        ("<title>Plan eau | Le Canal</title>", ('<h1 itemprop="headline">Plan eau</h1><span itemprop="datePublished" '
         'content="2023-05-04">Jeudi</span><p itemprop="publisher"><meta itemprop="name" content="Le Canal"></p>')),
        (('<meta name="DC.title" content="Plan eau"><meta name="DC.date" content="2023-05-04">'
         '<meta name="dcterms.publisher" content="Le Canal">'), ""),
        ("<title>Le Canal | Plan eau</title>", ('<aside class="latest"><time datetime="2024-01-01">1.1.</time></aside>'
         '<h1>Plan eau</h1><time datetime="2023-05-04">4 mai</time><meta property="og:site_name" content="Le Canal">')),
    ],
    ids=["nested record", "record with a name", "microdata", "Dublin Core", "teaser first"],
)  # fmt: skip
def test_title_date_and_outlet_are_found_wherever_the_markup_has_them(tmp_path: Path, head: str, body: str) -> None:
    page = f"<html><head>{head}</head><body>{body}<div>{PARAGRAPHS}</div></body></html>"
    (article,) = read(tmp_path, "a.html", page.encode()).articles
    assert (article.title, article.published, article.publisher) == ("Plan eau", "2023-05-04", "Le Canal")


def test_a_date_shown_but_not_marked_up_is_found(tmp_path: Path) -> None:
    page = f'<html><body><h1>Plan eau</h1><div class="post-date">Jeudi 4 mai 2023</div>{PARAGRAPHS}</body></html>'
    assert read(tmp_path, "a.html", page.encode()).articles[0].published == "Jeudi 4 mai 2023"


def test_sub_headings_and_lists_stay_on_a_page_that_names_no_article(tmp_path: Path) -> None:
    page = f"""<html><body><div id="top">Accueil</div><div id="col"><h1>Plan eau</h1>{PARAGRAPHS}<h3>Deux axes</h3>
    <ul><li>les forages</li><li>les barrages</li></ul><p>Le coût est de 300 millions d'euros sur dix ans.</p></div>
    <div class="comments"><p>Bravo !</p></div></body></html>"""
    lines = read(tmp_path, "a.html", page.encode()).articles[0].text.split("\n")
    assert {"Deux axes", "- les forages", "- les barrages"} <= set(lines)
    assert "Bravo !" not in lines


def test_a_page_in_its_declared_character_set_is_read(tmp_path: Path) -> None:
    page = f"<html><head><meta charset='iso-8859-1'></head><body><article><p>{TEXT * 3}</p></article></body></html>"
    (article,) = read(tmp_path, "a.htm", page.encode("cp1252")).articles
    assert "l’été s’achève" in article.text


def test_a_record_gives_its_fields(tmp_path: Path) -> None:
    record = {
        "url": "https://x.example/1",
        "title": "T",
        "published": "2024-05-01",
        "publisher": {"name": "P"},
        "body": TEXT,
    }
    (article,) = read(tmp_path, "a.json", json.dumps(record).encode()).articles
    assert (article.source_path, article.text, article.title) == ("a.json", TEXT, "T")
    assert (article.published, article.publisher, article.url) == ("2024-05-01", "P", "https://x.example/1")


def test_a_record_with_a_page_in_it_gives_the_pages_article(tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Titre de la page</h1><p>{TEXT}</p><p>{TEXT} Suite.</p></article></body></html>"
    (article,) = read(tmp_path, "a.json", json.dumps({"title": "Titre", "html": page}).encode()).articles
    assert article.title == "Titre"
    assert TEXT in article.text


def test_good_lines_count_and_bad_ones_are_told_by_number(tmp_path: Path) -> None:
    lines = [
        json.dumps({"body": TEXT}),
        "{not json",
        "",
        json.dumps({"title": "no body"}),
        "[1]",
        json.dumps({"body": "B."}),
    ]
    outcome = read(tmp_path, "a.jsonl", "\n".join(lines).encode())
    assert [a.source_path for a in outcome.articles] == ["a.jsonl#L1", "a.jsonl#L6"]
    assert [(r.source_path, r.reason) for r in outcome.rejections] == [
        ("a.jsonl#L2", "malformed"),
        ("a.jsonl#L4", "no_text"),
        ("a.jsonl#L5", "malformed"),
    ]
    assert "Line 2" in outcome.rejections[0].detail


def test_a_cut_off_last_line_is_told_as_such(tmp_path: Path) -> None:
    data = json.dumps({"body": TEXT}) + "\n" + json.dumps({"body": TEXT})[:-20]
    outcome = read(tmp_path, "a.ndjson.gz", gzip.compress(data.encode()))
    assert len(outcome.articles) == 1
    assert [(r.source_path, r.reason) for r in outcome.rejections] == [("a.ndjson.gz#L2", "truncated")]


def test_a_list_of_records_gives_one_article_each(tmp_path: Path) -> None:
    outcome = read(tmp_path, "a.json", json.dumps([{"body": "A."}, {"body": "B."}, 3]).encode())
    assert [a.source_path for a in outcome.articles] == ["a.json#1", "a.json#2"]
    assert [(r.source_path, r.reason) for r in outcome.rejections] == [("a.json#3", "malformed")]


# ---------------------------------------------------------------- what can't be read


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt.gz", b"", "empty"),
        ("a.txt.gz", gzip.compress(b""), "empty"),
        ("a.json", b"[]", "empty"),
        ("a.txt", b"%PDF-1.7 and so on", "binary"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        ("a.txt", bytes(range(256)) * 20, "binary"),
        ("a.txt", gzip.compress(b"text"), "binary"),
        ("a.json", b"PK\x03\x04abc", "binary"),
        ("a.txt", b"\xff\xfe" + b"a\x00\x00\xd8", "undecodable"),
        ("a.txt.gz", b"plain text", "malformed"),
        ("a.txt.gz", gzip.compress(os.urandom(5000))[:-2000], "truncated"),
        ("a.txt.gz", gzip.compress(b"abc")[:10] + b"\xff\xff\xff\xff\xff", "malformed"),
        ("a.json", b"{", "malformed"),
        ("a.json", b'"text"', "malformed"),
        ("a.json", b"[" * 1000 + b"]" * 1000, "too_deep"),
        ("a.json", b'{"a":' * 500_000, "too_deep"),
        ("a.json", b'{"body": "", "title": "t"}', "no_text"),
        ("a.json", b'{"n": ' + b"9" * 100_000 + b"}", "no_text"),
        ("a.html", b"<html><body></body></html>", "no_text"),
        ("a.html", b"<div>" * 100_000, "too_deep"),
        ("a.html", b"<p>a</p>" * 100_000, "too_large"),
        ("a.docx", b"abc", "unsupported"),
        ("README", b"abc", "unsupported"),
        ("a.gz", b"abc", "unsupported"),
    ],
)
def test_what_cant_be_read_is_told_with_its_reason(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert reason(tmp_path, name, data) == expected


def test_a_gzip_bomb_is_not_expanded(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(300_000_000), 9)
    started = time.perf_counter()
    assert reason(tmp_path, "a.txt.gz", bomb) == "expands_too_much"
    assert time.perf_counter() - started < 5


def test_ten_million_levels_of_nesting_are_refused_at_once(tmp_path: Path) -> None:
    page = gzip.compress(b"<div>" * 10_000_000, 1)
    started = time.perf_counter()
    assert reason(tmp_path, "a.html.gz", page) == "expands_too_much"
    assert time.perf_counter() - started < 5


def test_a_sparse_file_of_5_gb_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(5_000_000_000)
    (entry,) = scan(tmp_path)
    started = time.perf_counter()
    (rejection,) = read_file(tmp_path, entry).rejections
    assert (rejection.reason, rejection.size_bytes) == ("too_large", 5_000_000_000)
    assert time.perf_counter() - started < 0.5


def test_a_text_longer_than_any_article_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path, "a.txt", b"word " * 100, Limits(text_chars=499)) == "too_large"


def test_a_long_line_costs_itself_only(tmp_path: Path) -> None:
    good = json.dumps({"body": "Fine."})
    outcome = read(tmp_path, "a.jsonl", f'{good}\n{{"body": "{"a" * 500}"}}\n{good}'.encode(), Limits(file_bytes=200))
    assert [a.source_path for a in outcome.articles] == ["a.jsonl#L1", "a.jsonl#L3"]
    assert [r.reason for r in outcome.rejections] == ["too_large"]


def test_a_file_that_vanished_is_told(tmp_path: Path) -> None:
    (rejection,) = read_file(tmp_path, FileEntry("gone.txt", 3, 0)).rejections
    assert rejection.reason == "vanished"


def test_a_pipe_that_took_a_files_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (rejection,) = read_file(tmp_path, FileEntry("a.txt", 3, 0)).rejections
    assert rejection.reason == "not_a_file"


def test_a_file_that_grows_while_it_is_read_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Half an article")
    (entry,) = scan(tmp_path)
    real_read = os.read

    def slow_read(handle: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write(" and more")
        return real_read(handle, size)

    with monkeypatch.context() as patched:
        patched.setattr("pipelines.ingest.files.os.read", slow_read)
        (rejection,) = read_file(tmp_path, entry, Limits(file_bytes=100)).rejections
    assert rejection.reason in {"changed", "too_large"}


def test_a_folder_of_bad_files_leaves_the_good_ones_alone(tmp_path: Path) -> None:
    for i in range(20):
        (tmp_path / f"good{i}.txt").write_text(TEXT)
        (tmp_path / f"bad{i}.txt").write_bytes(b"\x00" * i)
    outcomes = {e.source_path: read_file(tmp_path, e) for e in scan(tmp_path)}
    assert sum(len(o.articles) for o in outcomes.values()) == 20
    assert sum(len(o.rejections) for o in outcomes.values()) == 20


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.txt.gz"]),
    data=st.one_of(
        st.binary(max_size=300),
        st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.recursive(
            st.text(max_size=20) | st.none(), lambda s: st.lists(s) | st.dictionaries(st.text(max_size=6), s)
        ).map(lambda v: json.dumps(v).encode()),
        st.text(alphabet="<>/divpa b=\"'&!-[]", max_size=200).map(str.encode),
    ),
)
def test_any_bytes_give_articles_or_reasons(tmp_path: Path, name: str, data: bytes) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    outcome = read(tmp_path, name, data)
    for article in outcome.articles:
        assert article.text.strip()
        assert article.text.encode("utf-8")
    paths = [a.source_path for a in outcome.articles] + [r.source_path for r in outcome.rejections]
    assert len(paths) == len(set(paths))
