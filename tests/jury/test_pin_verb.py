"""A PIN set on the command line, for a facilitator who knows theirs no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from builders import an_empty_event
from click.testing import CliRunner, Result

from hackdesk.cli import command_line
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.pins import WrongPin
from hackdesk.jury.rules import Juror


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    for name in ("Mall Kõpp", "Jaan"):
        actions.add_juror(made, Juror(uuid4(), name))
    yield made
    made.close()


def pin(event: Event, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(command_line, ["pin", str(event.path), *arguments], input=typed)


def test_the_facilitators_pin_is_asked_for_twice_and_not_shown(event: Event) -> None:
    ran = pin(event, typed="4071\n4071\n")
    assert ran.exit_code == 0 and "The facilitator has a new PIN." in ran.output and "4071" not in ran.output
    actions.check_pin(event, None, "4071")
    with pytest.raises(WrongPin):
        actions.check_pin(event, None, "4072")


def test_a_new_pin_ends_the_wait_after_wrong_ones(event: Event) -> None:
    actions.set_pin(event, None, "4071")
    for _ in range(5):
        with pytest.raises(WrongPin):
            actions.check_pin(event, None, "1111")
    assert pin(event, "--pin", "90210").exit_code == 0
    actions.check_pin(event, None, "90210")


def test_a_jurors_pin_is_set_by_name(event: Event) -> None:
    ran = pin(event, "--juror", "mall kõpp", "--pin", "5082", "--json")
    assert '"juror": "Mall Kõpp"' in ran.output and "5082" not in ran.output
    mall = next(one for one in queries.jurors(event) if one.name == "Mall Kõpp")
    actions.check_pin(event, mall.id, "5082")


def test_an_unknown_juror_and_a_pin_that_is_none_are_refused_in_one_sentence(event: Event) -> None:
    ran = pin(event, "--juror", "Eve", "--pin", "5082")
    assert ran.exit_code == 1
    assert ran.stderr.strip() == "There is no one juror called Eve. On the jury: Mall Kõpp, Jaan."
    ran = pin(event, "--pin", "12ab")
    assert ran.exit_code == 1 and ran.stderr.startswith("A PIN has four to eight digits.")
