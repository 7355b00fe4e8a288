from __future__ import annotations

import json
import logging
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from pipelines.alerts import Alert, check_target, send
from pipelines.errors import ConfigurationError

ALERT = Alert.for_check("rejections_are_few on lake/rejected_articles", "0123456789", "7 of 9 files are rejected.")


def test_a_command_gets_the_alert_as_its_input(tmp_path: Path) -> None:
    told = tmp_path / "told"
    send(ALERT, f"command:cat > '{told}'; echo \"$ALERT_SUBJECT\" >> '{told}'")
    text = told.read_text()
    assert "7 of 9 files" in text
    assert "What to do:" in text
    assert text.endswith("planwatch: the check rejections_are_few on lake/rejected_articles failed in run 01234567\n")


def test_a_webhook_gets_json() -> None:
    got: list[dict[str, str]] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        send(ALERT, f"http://127.0.0.1:{server.server_port}/hook")
        thread.join()
    assert [(a["kind"], a["what"]) for a in got] == [("check", "7 of 9 files are rejected.")]


def test_an_email_goes_to_the_address_with_subject_and_text() -> None:
    said: list[str] = []

    class Server(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 ready\r\n")
            while line := self.line():
                said.append(line)
                if line == "data":
                    self.wfile.write(b"354 go on\r\n")
                    said.extend(iter(self.line, "."))
                self.wfile.write(b"221 bye\r\n" if line == "quit" else b"250 fine\r\n")

        def line(self) -> str:
            return self.rfile.readline().decode().rstrip("\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        send(ALERT, f"smtp://127.0.0.1:{server.server_address[1]}/from%2Bus@example.org/to@example.org")
        thread.join()
    text = "\n".join(said)
    assert "mail FROM:<from+us@example.org>" in text
    assert "rcpt TO:<to@example.org>" in text
    assert f"Subject: {ALERT.subject}"[:60] in text
    assert "7 of 9 files are rejected." in text
    assert "What to do:" in text


@pytest.mark.parametrize(
    "target", ["command:exit 3", "http://127.0.0.1:9/", "smtp://127.0.0.1:9/a@b.example/c@d.example"]
)
def test_an_alert_that_cannot_be_sent_is_logged_and_does_no_harm(target: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        send(ALERT, target)
    assert "could not be sent" in caplog.text
    assert "7 of 9 files" in caplog.text


def test_a_way_of_sending_that_does_not_exist_is_told_at_once() -> None:
    with pytest.raises(ConfigurationError, match="PLANWATCH_ALERT"):
        check_target("pigeon:home")
