"""Alerts: one message per failure, sent the way that `PLANWATCH_ALERT` says."""

from __future__ import annotations

import json
import logging
import os
import smtplib
import subprocess
import urllib.request
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from pipelines.errors import ConfigurationError

_log = logging.getLogger("planwatch.alerts")
_TIMEOUT_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Alert:
    """What failed and what to do.

    Attributes:
        kind: run, check or sensor.
        subject: one line.
    """

    kind: str
    subject: str
    what: str
    remedy: str

    @classmethod
    def for_run(cls, job: str, run_id: str, what: str) -> Alert:
        """A run that failed."""
        remedy = (
            "The published warehouse is as it was. Mend what is told above, then start the refresh again "
            "(`planwatch refresh`); `planwatch doctor` helps to find out."
        )
        return cls("run", f"planwatch: the {job} {run_id[:8]} failed", what, remedy)

    @classmethod
    def for_check(cls, check: str, run_id: str, what: str) -> Alert:
        """A check that failed although its run succeeded."""
        remedy = "The warehouse was published. Look at the check in Dagster and at the rows that it names."
        return cls("check", f"planwatch: the check {check} failed in run {run_id[:8]}", what, remedy)

    @classmethod
    def for_sensor(cls, name: str, what: str) -> Alert:
        """A sensor or schedule that failed to decide."""
        remedy = "Until it works again, start refreshes by hand (`planwatch refresh`)."
        return cls("sensor", f"planwatch: {name} failed", what, remedy)

    def text(self) -> str:
        """As a message."""
        return f"{self.subject}\n\n{self.what}\n\nWhat to do: {self.remedy}\n"


def send(alert: Alert, target: str) -> None:
    """Send an alert, or log that it could not be sent: alerting never fails what it tells of.

    Args:
        target: `log:`; an http(s) address that gets JSON; `command:` and a program that gets the text as its input
            and the subject as ALERT_SUBJECT; `smtp://[user:password@]host[:port]/from@address/to@address`.
    """
    try:
        _send(alert, target)
    except (OSError, ValueError, subprocess.SubprocessError, smtplib.SMTPException, ConfigurationError) as error:
        _log.error("The alert could not be sent to %s (%s): %s", target.split(":", maxsplit=1)[0], error, alert.text())


def check_target(target: str) -> None:
    """Make sure that alerts can be addressed so.

    Raises:
        ConfigurationError: no such way of sending.
    """
    if urlsplit(target).scheme not in {"log", "http", "https", "command", "smtp"}:
        raise ConfigurationError(
            f"PLANWATCH_ALERT is {target!r}. Set it to log:, an http(s) address, command:PROGRAM or "
            "smtp://HOST/FROM/TO."
        )


def _send(alert: Alert, target: str) -> None:
    check_target(target)
    scheme, _, rest = target.partition(":")
    if scheme == "log":
        _log.error(alert.text())
    elif scheme == "command":
        environment = {**os.environ, "ALERT_SUBJECT": alert.subject, "ALERT_KIND": alert.kind}
        # The command is the operator's own, from the environment.
        subprocess.run(  # noqa: S602
            rest, shell=True, input=alert.text(), text=True, check=True, timeout=_TIMEOUT_SECONDS, env=environment
        )
    elif scheme == "smtp":
        _mail(alert, target)
    else:
        body = json.dumps({**asdict(alert), "text": alert.text()}).encode()
        request = urllib.request.Request(target, body, {"content-type": "application/json"})  # noqa: S310 (checked)
        urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS).close()  # noqa: S310


def _mail(alert: Alert, target: str) -> None:
    parts = urlsplit(target)
    sender, recipient = (unquote(part) for part in parts.path.strip("/").split("/", 1))
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = alert.subject, sender, recipient
    message.set_content(alert.text())
    with smtplib.SMTP(parts.hostname or "localhost", parts.port or 25, timeout=_TIMEOUT_SECONDS) as server:
        if parts.username:
            server.starttls()
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(message)
