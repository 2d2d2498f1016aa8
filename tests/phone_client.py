"""A juror's phone as the server sees one: cookies, forms, numbered revisions, without a browser."""

from __future__ import annotations

import html
import http.client
import json
import re
import socket
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

from builders import an_empty_event

from hackdesk.event.store import Event
from hackdesk.jury import actions
from hackdesk.jury.queries import jurors
from hackdesk.jury.rules import Criterion, Juror
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow

CRITERIA = (
    ("Value for the people concerned", "Does it solve a real problem?", 30),
    ("Can be carried out here", "A first step within three months", 30),
    ("Newness", "New for this place", 20),
    ("Working together", "Public side and community", 20),
)
TEAMS = ("Village bus on demand", "Youth room that lasts", "Home care by neighbours")


@dataclass(frozen=True)
class PhoneJury:
    """An event whose jurors have links and PINs."""

    event: Event
    jurors: tuple[Juror, ...]
    secrets: dict[UUID, str]
    pins: dict[UUID, str]

    def juror(self, name: str) -> Juror:
        """The juror of that name."""
        return next(juror for juror in self.jurors if juror.name == name)


def a_phone_jury(
    folder: Path, names: tuple[str, ...] = ("Mall Kõpp", "Jaan Tamm"), teams: tuple[str, ...] = TEAMS
) -> PhoneJury:
    """Four criteria of 1–5, teams, and jurors with links and PINs. Its clock is this machine's."""
    file, pins = _made(names, teams)
    path = folder / "event.hackdesk"
    path.write_bytes(file)
    event = Event(path, station="desk")
    return PhoneJury(event, jurors(event), actions.make_links(event), pins)


@cache
def _made(names: tuple[str, ...], teams: tuple[str, ...]) -> tuple[bytes, dict[UUID, str]]:
    # Making PINs takes its time on purpose, so it is done once and copied.
    with TemporaryDirectory() as folder:
        event = an_empty_event(Path(folder))
        made = [
            Criterion(uuid4(), name, guidance, "hardly", "fully", weight=Fraction(weight))
            for name, guidance, weight in CRITERIA
        ]
        with event.change("set up") as session:
            actions.add_criteria(session, made, language("en"))
            for position, name in enumerate(teams, 1):
                session.add(TeamRow(name=name, position=position))
        ids = [actions.add_juror(event, Juror(uuid4(), name)).id for name in names]
        actions.make_links(event)
        pins = actions.new_pins(event, ids)
        event.close()
        return event.path.read_bytes(), pins


@dataclass
class Answer:
    """What came back. json: None where it is a page."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        """The answer of a request by script."""
        return json.loads(self.text)


@dataclass
class Phone:
    """A phone of its own address and cookies. address: http://127.0.0.1:8080; source: the phone's own address."""

    address: str
    source: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    timeout: float = 10.0

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        """One request. Header names with _ for -. Raises OSError where nobody answers."""
        where = urlsplit(self.address)
        source = (self.source, 0) if self.source else None
        connection = http.client.HTTPConnection(where.hostname or "", where.port, self.timeout, source)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        try:
            connection.request(method, path, body or None, sent)
            answer = connection.getresponse()
            text = answer.read().decode()
        except http.client.HTTPException as error:  # cut off in the middle is no answer either
            raise OSError(str(error)) from error
        finally:
            connection.close()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                key, _, kept = value.partition(";")[0].partition("=")
                self.cookies[key] = kept
        if found := re.search(r'name="token" value="([0-9a-f]+)"', text):
            self.token = found[1]
        return Answer(answer.status, dict(answer.getheaders()), text)

    def get(self, path: str, **headers: str) -> Answer:
        """A page."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, **fields: str) -> Answer:
        """A form of the page, with its token."""
        body = urlencode({"token": self.token, **fields}).encode()
        return self.ask("POST", path, body, Content_Type="application/x-www-form-urlencoded")

    def send(self, path: str, told: Any, **headers: str) -> Answer:
        """What the page's script sends."""
        sent = {"Content_Type": "application/json", "Accept": "application/json", "X_Token": self.token, **headers}
        return self.ask("POST", path, json.dumps(told).encode(), **sent)

    def come_in(self, link: str, pin: str, device: str = "") -> Answer:
        """Open a juror's link, type the PIN; gives the page after it."""
        path = urlsplit(link).path
        self.get(path)
        answer = self.post(path, pin=pin, device=device)
        return self.get(path) if answer.status == 303 else answer


def begin(page: str) -> dict[str, Any]:
    """What the page tells its script."""
    found = re.search(r'<script type="application/json" id="begin">(.*?)</script>', page, re.DOTALL)
    assert found, page
    told: dict[str, Any] = json.loads(html.unescape(found[1]))
    return told


def revision(told: dict[str, Any], number: int, *marks: int, **more: Any) -> dict[str, Any]:
    """A revision with these marks for the criteria in their order."""
    given = {one["id"]: str(mark) for one, mark in zip(told["criteria"], marks, strict=False)}
    return {"number": number, "seen": 0, "round": told["round"], "state": "open", "marks": given, **more}


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port
