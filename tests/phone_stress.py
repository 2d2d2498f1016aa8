"""Many phones on a bad network and a server that is killed: what a phone saw as saved is in the file, once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from phone_client import Phone, a_phone_jury, begin, free_port
from sqlalchemy import select

from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow
from hackdesk.jury.tables import BallotRow

ROOT = Path(__file__).resolve().parents[1]
#: What share of requests the network spoils.
SPOILT = 0.2
_FAULTS = ("never arrives", "answer is lost", "comes late", "comes twice")
_TEAMS = tuple(f"Team {number}" for number in range(1, 9))


@dataclass
class Figures:
    """What happened. latencies: seconds of each answered revision."""

    revisions: int = 0
    confirmed: int = 0
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    sound: bool = False
    faults: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    kills: int = 0

    def said(self) -> str:
        """The figures in lines."""
        each = sorted(self.latencies) or [0.0]
        spread = [each[min(len(each) - 1, int(len(each) * part))] * 1000 for part in (0.5, 0.95, 0.999)]
        return "\n".join([
            f"revisions made {self.revisions}, seen as saved {self.confirmed}, server killed {self.kills} times",
            f"requests spoilt: {dict(self.faults)}",
            f"answers: {dict(self.answers)}",
            "answered in ms: median {:.0f}, 95 % {:.0f}, 99.9 % {:.0f}".format(*spread),
            f"lost: {self.lost or 'none'}",
            f"written twice: {self.twice or 'none'}",
            f"journal and file sound: {self.sound}",
        ])  # fmt: skip


class Server:
    """`main.py phones` as a process of its own, to be killed."""

    def __init__(self, file: Path) -> None:
        self._file, self.port = file, free_port()
        self._program: subprocess.Popen[str] | None = None
        self.told: dict[str, Any] = {}

    def start(self) -> None:
        """Start it; returns once it answers."""
        command = [sys.executable, str(ROOT / "main.py"), "phones", str(self._file), "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--json"]
        self._program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._program.stdout
        self.told = json.loads(self._program.stdout.readline())

    def kill(self) -> None:
        """The power goes."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Told to stop; gives its exit status."""
        return self._end(signal.SIGTERM)

    def _end(self, how: int) -> int:
        assert self._program and self._program.stdout
        os.kill(self._program.pid, how)
        self._program.stdout.close()
        return self._program.wait(20)


class StressedPhone(threading.Thread):
    """One juror who gives marks as long as it lasts, on a network that spoils every fifth request."""

    def __init__(self, link: str, pin: str, number: int, pace: float) -> None:
        super().__init__(daemon=True)
        self.chance = random.Random(number)
        self.link, self.pin, self.pace = link, pin, pace
        self.phone = Phone(link.partition("/j/")[0], f"127.0.1.{number + 1}", timeout=10)
        self.path = "/j/" + link.partition("/j/")[2]
        #: {team: {number: the whole of that revision}} and {team: numbers whose receipt was seen}
        self.made: dict[str, dict[int, dict[str, Any]]] = {}
        self.saved: dict[str, set[int]] = {}
        self.seen: dict[str, int] = {}
        self.late: list[tuple[float, str, dict[str, Any]]] = []
        self.figures = Figures()
        self.juror, self.device = "", f"Android-{number:012x}"
        self.ending = threading.Event()
        self.mistake: BaseException | None = None

    def run(self) -> None:
        """Come in, give marks until told to end, then send what is left."""
        try:
            told = self._come_in()
            self.juror = told["juror"]
            teams = [ballot["team"] for ballot in told["ballots"]]
            while not self.ending.is_set():
                self._mark(told, self.chance.choice(teams))
                self._send_late()
                if self._unsent() and self.chance.random() < 0.9:
                    self._send(self._unsent()[0])
                time.sleep(self.chance.uniform(0.5, 1.5) * self.pace)
            self._send_late(all_of_them=True)
            while unsent := self._unsent():
                self._send(unsent[0])
        except BaseException as mistake:  # told at the end by whoever waits for all phones
            self.mistake = mistake

    def _come_in(self) -> dict[str, Any]:
        while True:
            self.phone.timeout = 60  # as long as a browser waits for a page; its script waits ten seconds
            try:
                answer = self.phone.come_in(self.link, self.pin, self.device)
                self.phone.timeout = 10
                if answer.status == 200:
                    return begin(answer.text)
                self.figures.answers[f"coming in: {answer.status}"] += 1
            except OSError:
                self.figures.answers["coming in: nobody answers"] += 1
            time.sleep(0.3)

    def _mark(self, told: dict[str, Any], team: str) -> None:
        made = self.made.setdefault(team, {})
        number = len(made) + 1
        marks = dict(made[number - 1]["marks"]) if made else {}
        marks[self.chance.choice(told["criteria"])["id"]] = str(self.chance.randint(1, 5))
        complete = len(marks) == len(told["criteria"]) and self.chance.random() < 0.5
        made[number] = {
            "number": number, "round": told["round"], "state": "complete" if complete else "open", "marks": marks,
            "note": f"{self.chance.random():.6f}", "signed": False, "reason": "",
        }  # fmt: skip
        self.figures.revisions += 1

    def _unsent(self) -> list[str]:
        return [team for team, made in self.made.items() if len(made) not in self.saved.get(team, set())]

    def _send(self, team: str) -> None:
        number = len(self.made[team])
        revision = {**self.made[team][number], "seen": self.seen.get(team, 0)}
        fault = self.chance.choice(_FAULTS) if self.chance.random() < SPOILT else ""
        if fault:
            self.figures.faults[fault] += 1
        if fault == "never arrives":
            return
        if fault == "comes late":
            self.late.append((time.monotonic() + self.chance.uniform(0.2, 4), team, revision))
            return
        self._post(team, revision, heard=fault != "answer is lost")
        if fault == "comes twice":
            self._post(team, revision)

    def _send_late(self, all_of_them: bool = False) -> None:
        due = [one for one in self.late if all_of_them or one[0] < time.monotonic()]
        self.late = [one for one in self.late if one not in due]
        for _at, team, revision in due:
            self._post(team, revision)

    def _post(self, team: str, revision: dict[str, Any], heard: bool = True) -> None:
        began = time.monotonic()
        try:
            answer = self.phone.send(f"{self.path}/revision/{team}", revision)
        except OSError:
            self.figures.answers["nobody answers"] += 1
            time.sleep(0.2)
            return
        self.figures.answers[str(answer.status)] += 1
        if answer.status == 429:
            time.sleep(float(answer.headers["Retry-After"]))
        if not heard or answer.status != 200:
            return
        self.figures.latencies.append(time.monotonic() - began)
        receipt = answer.json["saved"]
        self.seen[team] = max(self.seen.get(team, 0), receipt["version"])
        if receipt["number"] == revision["number"]:
            self.saved.setdefault(team, set()).add(receipt["number"])
            self.figures.confirmed += 1


def stress(folder: Path, *, phones: int, seconds: float, kills: int, pace: float) -> Figures:
    """Let so many phones work for so long while the server is killed now and then. pace: seconds between marks."""
    jury = a_phone_jury(folder, tuple(f"Juror {number}" for number in range(phones)), _TEAMS)
    pins = {juror.name: jury.pins[juror.id] for juror in jury.jurors}
    jury.event.close()
    server = Server(jury.event.path)
    server.start()
    threads = [
        StressedPhone(juror["link"], pins[juror["name"]], number, pace)
        for number, juror in enumerate(server.told["jurors"])
    ]
    for thread in threads:
        thread.start()
    for _kill in range(kills):
        time.sleep(seconds / (kills + 1))
        server.kill()
        server.start()
    time.sleep(seconds / (kills + 1))
    for thread in threads:
        thread.ending.set()
    for thread in threads:
        thread.join(60)
    assert server.stop() == 0
    return _looked_at(jury.event.path, threads, kills)


def _looked_at(file: Path, phones: list[StressedPhone], kills: int) -> Figures:
    figures = Figures(kills=kills)
    for phone in phones:
        if phone.mistake or phone.is_alive():
            raise RuntimeError("a phone did not come to its end") from phone.mistake
        for name in ("revisions", "confirmed"):
            setattr(figures, name, getattr(figures, name) + getattr(phone.figures, name))
        figures.faults += phone.figures.faults
        figures.answers += phone.figures.answers
        figures.latencies += phone.figures.latencies
    event = Event.open(file)
    figures.sound = check(event).sound
    with event.read() as session:
        rows = {(str(row.juror_id), str(row.team_id)): str(row.id) for row in session.scalars(select(BallotRow))}
        history = _history(session.scalars(select(JournalRow.after).order_by(JournalRow.number)))
    event.close()
    for phone in phones:
        for team, made in phone.made.items():
            _compare(figures, f"{phone.juror} {team}", made, phone.saved[team], history[rows[phone.juror, team]])
    if len(rows) != sum(len(phone.made) for phone in phones):
        figures.twice.append(f"there are {len(rows)} ballots in the file")
    return figures


def _history(entries: Iterable[str | None]) -> dict[str, list[dict[str, Any]]]:
    """{ballot row: what stood after each writing of it}, as the journal tells it."""
    history: dict[str, list[dict[str, Any]]] = {}
    for entry in entries:
        for row, values in json.loads(entry or "{}").get("ballots", {}).items():
            stood = history.setdefault(row, [])
            stood.append({**(stood[-1] if stood else {}), **values})
    return history


def _compare(
    figures: Figures, ballot: str, made: dict[int, dict[str, Any]], saved: set[int], history: list[dict[str, Any]]
) -> None:
    stood = {one["sent"]: one for one in history}
    times = Counter(one["sent"] for one in history)
    figures.twice += [f"{ballot}: {number}" for number, count in times.items() if count > 1]
    for number in saved:
        one, sent = stood.get(number), made[number]
        if one is None or any(one[key] != sent[key] for key in ("marks", "note", "state")):
            figures.lost.append(f"{ballot}: {number}")
    if history[-1]["sent"] != len(made):
        figures.lost.append(f"{ballot}: the last one is {history[-1]['sent']} and not {len(made)}")
