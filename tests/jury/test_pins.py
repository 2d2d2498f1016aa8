"""PINs: five tries and then a wait that grows, whoever tries, and nothing but hashes in the file."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, repeat
from pathlib import Path
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, pins
from hackdesk.jury.access_queries import access, facilitator_has_pin, juror_of
from hackdesk.jury.rules import Juror


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Event:
    return an_empty_event(tmp_path, clock=clock)


def a_juror(event: Event, name: str = "Mall Kõpp") -> Juror:
    return actions.add_juror(event, Juror(uuid4(), name))


def wrong(event: Event, juror: Juror, pin: str = "0000") -> str:
    with pytest.raises(pins.WrongPin) as caught:
        actions.check_pin(event, juror.id, pin)
    return f"{caught.value} {caught.value.remedy} {caught.value.values}"


def test_a_pin_that_anybody_would_guess_is_not_made() -> None:
    numbers = chain([0, 1111, 1234, 9876], repeat(4071))
    assert pins.new_pin(lambda _below: next(numbers)) == "4071"


@pytest.mark.parametrize("typed", ["", "12", "123456789", "12a4", "½½½½"])
def test_what_is_no_pin_is_refused(typed: str) -> None:
    with pytest.raises(HackDeskError, match="four to eight digits"):
        pins.checked_pin(typed)


def test_the_right_pin_lets_in_and_the_file_keeps_only_its_hash(event: Event) -> None:
    juror = a_juror(event)
    (pin,) = actions.new_pins(event, [juror.id]).values()
    actions.check_pin(event, juror.id, f" {pin[:2]} {pin[2:]} ")
    assert access(event)[juror.id].has_pin
    event.close()
    assert f'"{pin}"'.encode() not in event.path.read_bytes()


def test_after_five_wrong_ones_the_wait_grows_and_also_holds_back_the_right_one(
    event: Event, clock: FakeClock
) -> None:
    juror = a_juror(event)
    actions.set_pin(event, juror.id, "4071")
    said = [wrong(event, juror) for _ in range(5)]
    assert "{'left': 4}" in said[0] and "{'left': 1}" in said[3] and "{'seconds': 30}" in said[4]
    assert "Too many" in wrong(event, juror, "4071")
    clock.forward(seconds=31)
    assert "{'seconds': 60}" in wrong(event, juror)
    clock.forward(seconds=61)
    actions.check_pin(event, juror.id, "4071")
    assert "{'left': 4}" in wrong(event, juror)


def test_the_longest_wait_is_a_quarter_of_an_hour_and_a_clock_set_back_makes_it_no_longer(
    event: Event, clock: FakeClock
) -> None:
    now = clock.utc_now()
    assert pins.wait_left(40, now, now) == timedelta(minutes=15)
    assert pins.wait_left(40, now + timedelta(days=3), now) == timedelta(minutes=15)


def test_nobody_gets_in_where_no_pin_is_set(event: Event) -> None:
    with pytest.raises(HackDeskError, match="No PIN is set"):
        actions.check_pin(event, a_juror(event).id, "4071")


def test_the_facilitator_has_a_pin_of_their_own(event: Event) -> None:
    assert not facilitator_has_pin(event)
    actions.set_pin(event, None, "480516")
    assert facilitator_has_pin(event)
    actions.check_pin(event, None, "480516")


def test_a_link_is_the_jurors_until_a_new_one_is_made(event: Event) -> None:
    mall, jaan = a_juror(event), a_juror(event, "Jaan Tamm")
    links = actions.make_links(event)
    assert len(set(links.values())) == 2 and actions.make_links(event) == links
    assert juror_of(event, links[mall.id]) == mall.id
    actions.take_over(event, mall.id, "phone 1")
    again = actions.make_links(event, again=[mall.id])
    assert juror_of(event, links[mall.id]) is None and juror_of(event, again[mall.id]) == mall.id
    assert again[jaan.id] == links[jaan.id] and access(event)[mall.id].device == ""
    assert juror_of(event, "") is None


def test_an_old_pin_does_not_come_back(event: Event) -> None:
    actions.set_pin(event, a_juror(event).id, "4071")
    with pytest.raises(HackDeskError, match="not taken back"):
        undo(event)


def test_a_juror_who_is_taken_out_leaves_no_access_behind(event: Event) -> None:
    juror = a_juror(event)
    actions.make_links(event)
    actions.remove_juror(event, juror, seen=juror.version)
    assert access(event) == {}
