"""The server itself: one address, starting and stopping, and what it says where it cannot."""

from __future__ import annotations

import http.client
import socket
from pathlib import Path

import pytest
from builders import an_empty_event

from hackdesk.errors import HackDeskError
from hackdesk.phones.server import Phones


def test_the_pages_are_there_while_it_runs_and_gone_afterwards(tmp_path: Path) -> None:
    phones = Phones(an_empty_event(tmp_path), "127.0.0.1", 0)
    phones.start()
    host, port = phones.address.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=5)
    connection.request("GET", "/j/nobody")
    assert connection.getresponse().status == 404
    connection.close()
    phones.stop()
    with pytest.raises(ConnectionRefusedError):
        http.client.HTTPConnection(host, int(port), timeout=5).request("GET", "/")


def test_it_starts_again_on_the_same_port(tmp_path: Path) -> None:
    phones = Phones(an_empty_event(tmp_path), "127.0.0.1", 0)
    phones.start()
    address = phones.address
    phones.stop()
    phones.start()
    assert phones.address == address and phones.running
    phones.stop()
    assert not phones.running


def test_the_address_is_what_a_browser_asks_for(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    assert Phones(event, "192.168.1.5").address == "http://192.168.1.5:8080"
    assert Phones(event, "192.168.1.5", 80).link("abc") == "http://192.168.1.5/j/abc"
    assert Phones(event, "localhost").address == "http://127.0.0.1:8080"
    assert Phones(event, "fd00::5").address == "http://[fd00::5]:8080"


def test_it_serves_an_address_of_the_newer_kind_too(tmp_path: Path) -> None:
    phones = Phones(an_empty_event(tmp_path), "::1", 0)
    try:
        phones.start()
    except HackDeskError:
        pytest.skip("this machine has no such address")
    connection = http.client.HTTPConnection("::1", int(phones.address.rpartition(":")[2]), timeout=5)
    connection.request("GET", "/")
    assert connection.getresponse().status == 404
    connection.close()
    phones.stop()


def test_a_taken_port_is_refused_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        phones = Phones(an_empty_event(tmp_path), "127.0.0.1", taken.getsockname()[1])
        with pytest.raises(HackDeskError, match="taken by another program"):
            phones.start()
    assert not phones.running


def test_an_address_of_another_machine_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(HackDeskError, match=r"192\.0\.2\.1 is not an address of this laptop"):
        Phones(an_empty_event(tmp_path), "192.0.2.1", 0).start()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "laptop.example", ""])
def test_every_address_at_once_and_names_are_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(HackDeskError):
        Phones(an_empty_event(tmp_path), host, 0)
