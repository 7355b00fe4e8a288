"""The chat extractor against a server that speaks the protocol on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from openai import BadRequestError

from pipelines.errors import ConfigurationError
from pipelines.extract.document import analyse
from pipelines.extract.engine import ExtractorUnavailable
from pipelines.extractors import extractor_named
from pipelines.settings import Settings
from tests.conftest import Place

BODY = "Le ministre Kofi Mawuli a lancé le plan Rives Propres 2031."
ANSWER = {
    "plans": [
        {"quote": "plan Rives Propres 2031", "name": "Rives Propres 2031", "kind": "plan"},
        {"quote": "plan Ciel Clair", "name": "Ciel Clair", "kind": "plan"},
    ]
}


class Server(BaseHTTPRequestHandler):
    asked: ClassVar[list[dict[str, Any]]] = []
    content = json.dumps(ANSWER)
    status = 200

    def do_POST(self) -> None:
        type(self).asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
        payload = json.dumps(body).encode()
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Server]]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    monkeypatch.setenv("PLANWATCH_CHAT_URL", f"http://127.0.0.1:{running.server_port}/v1")
    monkeypatch.setenv("PLANWATCH_CHAT_MODEL", "m")
    extractor_named.cache_clear()
    yield Server
    running.shutdown()
    running.server_close()
    extractor_named.cache_clear()


def test_only_findings_that_the_article_holds_are_kept(server):
    extractor = extractor_named("chat")
    assert extractor is not None
    found = extractor.extract(analyse(BODY, "fr"))
    assert [plan.name for plan in found.plans] == ["Rives Propres 2031"]
    assert extractor.name.startswith("chat-m/")
    messages = server.asked[-1]["messages"]
    assert BODY in messages[1]["content"]


def test_a_refresh_uses_the_extractor_that_the_settings_name(server, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(f"Un plan pour les rives\n\n{BODY} Il y a deux axes.", encoding="utf-8")
    place = Place(Settings(raw_dir=raw, warehouse=tmp_path / "w.duckdb", workers=1, extractor="chat"))
    assert place.refresh() == 0
    assert place.query("SELECT name FROM plans") == [("Rives Propres 2031",)]
    assert place.query("SELECT DISTINCT extractor LIKE 'chat-m/%' FROM mentions") == [(True,)]


@pytest.mark.parametrize(("status", "error"), [(401, ExtractorUnavailable), (400, BadRequestError)])
def test_a_closed_door_is_not_put_down_to_the_article(server, monkeypatch, status, error):
    monkeypatch.setattr(server, "status", status)
    extractor = extractor_named("chat")
    assert extractor is not None
    with pytest.raises(error):
        extractor.extract(analyse(BODY, "fr"))


def test_an_answer_that_is_no_json_finds_nothing(server, monkeypatch):
    monkeypatch.setattr(server, "content", "I am sorry")
    extractor = extractor_named("chat")
    assert extractor is not None
    assert extractor.extract(analyse(BODY, "fr")).plans == []


def test_missing_settings_are_told(monkeypatch):
    monkeypatch.delenv("PLANWATCH_CHAT_URL", raising=False)
    monkeypatch.delenv("PLANWATCH_CHAT_MODEL", raising=False)
    extractor_named.cache_clear()
    with pytest.raises(ConfigurationError, match="url, model"):
        extractor_named("chat")


def test_an_unknown_extractor_is_told_with_those_that_exist():
    with pytest.raises(ConfigurationError, match="chat, grammar"):
        extractor_named("gliner")
