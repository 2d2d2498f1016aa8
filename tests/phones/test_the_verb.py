"""`main.py phones`: serves without a window, says each link, makes PINs once, refuses in words."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from phone_client import Phone, a_phone_jury

from hackdesk.jury.actions import add_juror
from hackdesk.jury.rules import Juror

ROOT = Path(__file__).resolve().parents[2]


class Verb:
    """`main.py phones` on one file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.running: subprocess.Popen[str] | None = None

    def serve(self, *more: str) -> dict[str, Any]:
        """Start it; gives what it said at once."""
        self.running = subprocess.Popen(
            self._command("--port", "0", "--json", *more), cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert self.running.stdout
        told: dict[str, Any] = json.loads(self.running.stdout.readline())
        return told

    def stop(self, how: int = signal.SIGTERM) -> int:
        """End it; gives its exit status."""
        assert self.running and self.running.stdout
        os.kill(self.running.pid, how)
        status = self.running.wait(20)
        self.running.stdout.close()
        self.running = None
        return status

    def refused(self, *more: str) -> tuple[int, str]:
        """Exit status and what it said where it does not serve."""
        ran = subprocess.run(
            self._command(*more), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
        return ran.returncode, ran.stderr

    def _command(self, *more: str) -> list[str]:
        host = [] if "--host" in more else ["--host", "127.0.0.1"]
        return [sys.executable, "main.py", "phones", str(self.file), *host, *more]


@pytest.fixture
def verb(tmp_path: Path) -> Iterator[Verb]:
    jury = a_phone_jury(tmp_path)
    add_juror(jury.event, Juror(uuid4(), "Liis Lepp"))
    jury.event.close()
    made = Verb(jury.event.path)
    yield made
    if made.running:
        made.stop(signal.SIGKILL)


def test_it_says_links_at_once_and_a_pin_only_when_it_makes_one(verb: Verb) -> None:
    first = verb.serve()
    assert [juror["name"] for juror in first["jurors"]] == ["Mall Kõpp", "Jaan Tamm", "Liis Lepp"]
    assert [juror["pin"] is None for juror in first["jurors"]] == [True, True, False]
    liis = first["jurors"][2]
    assert "Village bus" in Phone(first["address"]).come_in(liis["link"], liis["pin"]).text
    assert verb.stop() == 0
    second = verb.serve()
    assert [juror["pin"] for juror in second["jurors"]] == [None, None, None]
    assert second["jurors"][0]["link"].partition("/j/")[2] == first["jurors"][0]["link"].partition("/j/")[2]
    assert verb.stop(signal.SIGINT) == 0
    renewed = verb.serve("--new-pins")
    assert all(juror["pin"] for juror in renewed["jurors"])
    assert verb.stop() == 0


def test_a_taken_port_and_a_foreign_address_are_refused_in_words(verb: Verb) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, said = verb.refused("--port", str(taken.getsockname()[1]))
    assert status == 1 and "is taken by another program" in said and said.count("\n") == 1
    status, said = verb.refused("--host", "192.0.2.1")
    assert status == 1 and "not an address of this laptop" in said
