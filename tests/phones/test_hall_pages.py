"""The hall's vote on a phone, from a real server: a code, the teams, sent; what is refused, and how slowly."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from browser import CHROMIUM, Browser
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.jury import actions, hall, hall_queries
from hackdesk.people.actions import add_person, check_in
from hackdesk.people.rules import Draft
from hackdesk.phones.server import Phones
from hackdesk.teams.actions import add_team, place_person
from hackdesk.teams.rules import TeamDraft


@dataclass
class Phone:
    """A browser that knows forms and cookies and nothing else."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    said: str = ""
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)

    def open(self, path: str, form: dict[str, str] | None = None) -> str:
        host, port = self.address.removeprefix("http://").split(":")
        connection = http.client.HTTPConnection(host, int(port), timeout=5)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is None:
            connection.request("GET", path, headers=headers)
        else:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        self.status, self.headers = answer.status, dict(answer.getheaders())
        self.said = unescape(answer.read().decode())
        connection.close()
        if self.status == 303:
            return self.open(self.headers["Location"])
        return self.said

    def hidden(self) -> dict[str, str]:
        """The hidden fields of the form shown."""
        return dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', self.said))

    def code(self, code: str) -> str:
        self.open("/h")
        return self.open("/h/teams", {**self.hidden(), "code": code})

    def choose(self, *teams: str) -> str:
        chosen = {f"choice-{number}": team for number, team in enumerate(teams, 1)}
        return self.open("/h/vote", {**self.hidden(), **chosen})

    def teams(self) -> dict[str, str]:
        """{name: id} of the teams that are offered."""
        found = re.findall(r'value="([0-9a-f-]{36})"[^>]*>(?:<span class="turn">)?\d+(?:</span>'
                           r'<span class="team">| )([^<]+)<', self.said)  # fmt: skip
        return {name: team for team, name in found}


@dataclass
class Room:
    """Three teams; Anu, in the first, and Bert are here, Dora is not. Where the pages are."""

    event: Event
    address: str
    codes: dict[str, str]

    def phone(self) -> Phone:
        return Phone(self.address)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    event = an_empty_event(tmp_path, clock=FakeClock(datetime(2026, 11, 14, 13, 20, tzinfo=UTC)))
    made = [add_team(event, TeamDraft(name)) for name in ("Village bus", "Home care", "Youth room")]
    people = {name: add_person(event, Draft(name, "Secretname")) for name in ("Anu", "Bert", "Dora")}
    for name in ("Anu", "Bert"):
        check_in(event, people[name].code)
    place_person(event, people["Anu"].id, made[0].id, seen=None)
    phones = Phones(event, "127.0.0.1", 0)
    phones.start()
    yield Room(event, phones.address, {name: person.code for name, person in people.items()})
    phones.stop()
    event.close()


@pytest.fixture
def open_room(room: Room) -> Room:
    actions.open_hall(room.event)
    return room


def test_a_code_the_own_team_left_out_one_team_and_the_vote_is_in(open_room: Room) -> None:
    phone = open_room.phone()
    phone.code(open_room.codes["Anu"].lower())
    assert list(phone.teams()) == ["Home care", "Youth room"]
    assert "Your vote is in" in phone.choose(phone.teams()["Youth room"])
    now = hall_queries.hall_now(open_room.event)
    assert (now.phone, now.paper) == (1, 0)
    assert "Secretname" not in phone.said and "Anu" not in phone.said


def test_nothing_is_asked_before_the_vote_is_open_or_after_it_is_closed(room: Room) -> None:
    phone = room.phone()
    assert "not open yet" in phone.open("/h") and "<form" not in phone.said
    actions.open_hall(room.event)
    phone.code(room.codes["Bert"])
    chosen = phone.teams()["Home care"]
    actions.close_hall(room.event)
    assert "The vote is closed" in phone.choose(chosen) and phone.status == 409
    assert hall_queries.hall_now(room.event).voted == 0


def test_a_double_vote_is_told_with_time_and_way_and_a_form_sent_twice_is_none(open_room: Room) -> None:
    phone = open_room.phone()
    phone.code(open_room.codes["Bert"])
    form = {**phone.hidden(), "choice-1": phone.teams()["Home care"]}
    for _sending in range(3):
        assert "Your vote is in" in phone.open("/h/vote", form)
    assert "voted already, at 15:20 on a phone" in open_room.phone().code(open_room.codes["Bert"])
    assert "voted already" in phone.open("/h/vote", {**form, "sending": "another"})
    assert hall_queries.hall_now(open_room.event).voted == 1


def test_why_a_code_does_not_vote_is_told_without_a_name(open_room: Room) -> None:
    phone = open_room.phone()
    for code, sentence in ((open_room.codes["Dora"], "not checked in"), ("K7M2QXR", "Nobody at this event")):
        assert sentence in phone.code(code) and phone.status == 403
        assert "Secretname" not in phone.said


def test_codes_cannot_be_tried_one_after_the_other(open_room: Room) -> None:
    phone = open_room.phone()
    phone.open("/h")
    form = phone.hidden()
    told = []
    for number in range(14):
        phone.open("/h/teams", {**form, "code": f"AAAAAA{number}"})
        told.append(phone.status)
    assert told[:10] == [403] * 10 and set(told[10:]) == {429}
    assert phone.headers["Retry-After"]
    phone.open("/h/teams", {**form, "code": open_room.codes["Bert"]})
    assert phone.status == 429


def test_a_form_that_is_not_ours_is_refused(open_room: Room) -> None:
    phone = open_room.phone()
    phone.open("/h/vote", {"code": open_room.codes["Bert"], "choice-1": "x"})
    assert phone.status == 403
    phone.code(open_room.codes["Bert"])
    form = {**phone.hidden(), "choice-1": phone.teams()["Home care"]}
    assert phone.open("/h/vote", {**form, "token": "0" * 40}) and phone.status == 403
    assert hall_queries.hall_now(open_room.event).voted == 0
    assert "default-src 'self'" in phone.headers["Content-Security-Policy"]
    assert phone.headers["Cache-Control"] == "no-store"


def test_teams_that_are_not_offered_are_not_taken(open_room: Room) -> None:
    phone = open_room.phone()
    own = hall_queries.hall_now(open_room.event).teams[0][1]
    for chosen, sentence in ((str(own.id), "own team"), ("nonsense", "does not take part"), ("", "blank slip")):
        phone.code(open_room.codes["Anu"])
        assert sentence in phone.choose(chosen) and phone.status == 409
    assert hall_queries.hall_now(open_room.event).voted == 0


def test_three_in_order_keep_what_was_chosen_where_one_is_named_twice(room: Room) -> None:
    actions.set_up_hall(room.event, choices=3)
    actions.open_hall(room.event)
    phone = room.phone()
    phone.code(room.codes["Bert"])
    ids = phone.teams()
    bus, care = ids["Village bus"], ids["Home care"]
    assert "named twice" in phone.choose(bus, care, bus)
    assert phone.said.count(" selected") == 3
    assert "Your vote is in" in phone.choose(bus, care, "")
    actions.close_hall(room.event)
    result = hall_queries.hall_result(room.event)
    assert result is not None and [one.points for one in result.hall.places] == [3, 2, 0]


def test_a_guest_votes_with_the_code_of_a_slip(room: Room) -> None:
    vote = actions.set_up_hall(room.event, guests=True, guest_slips=1)
    actions.open_hall(room.event)
    phone = room.phone()
    phone.code(hall.guest_codes(vote.secret, 1)[0])
    assert len(phone.teams()) == 3
    assert "Your vote is in" in phone.choose(phone.teams()["Home care"])
    assert hall_queries.hall_now(room.event).guests == 1


def test_no_code_stands_in_an_address(open_room: Room) -> None:
    phone = open_room.phone()
    code = open_room.codes["Bert"]
    phone.code(code)
    assert all(code not in link for link in re.findall(r'(?:href|action)="([^"]*)"', phone.said))
    assert phone.open(f"/h/teams?code={code}") and phone.status == 404


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")
def test_a_real_browser_of_a_phones_size_votes_by_thumb(open_room: Room, tmp_path: Path) -> None:
    browser = Browser(tmp_path / "browser")
    try:
        page = browser.page()
        page.open(f"{open_room.address}/h")
        page.tap("#code")
        page.type(open_room.codes["Bert"].lower())
        page.tap("button.primary")
        page.until("document.querySelector('.choice')")
        small = "Array.prototype.filter.call(document.querySelectorAll('.choice, button, .back'),"
        assert page.js(f"{small} one => one.getBoundingClientRect().height < 48).length") == 0
        assert page.js("document.documentElement.scrollWidth <= window.innerWidth")
        page.tap(".choice:nth-of-type(2)")
        page.tap("button.primary")
        page.until("document.body.innerText.indexOf('Your vote is in') >= 0")
        assert page.complaints() == []
    finally:
        browser.close()
    assert hall_queries.hall_now(open_room.event).phone == 1
