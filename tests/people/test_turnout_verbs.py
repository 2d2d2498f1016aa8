"""people wanted and people missing on the command line."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner, Result

from hackdesk.cli import command_line
from hackdesk.event.store import Event
from hackdesk.people.actions import add_person, check_in, note_call
from hackdesk.people.rules import Draft
from hackdesk.people.turnout import Outcome
from hackdesk.teams.actions import add_topic
from hackdesk.teams.rules import TopicDraft


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


def told(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_how_many_are_wanted_is_said_and_shown(event: Event) -> None:
    add_person(event, Draft("Anu", groups=("youth",), municipality="rõuge v.", choices=("Bus",)))
    add_topic(event, TopicDraft("Bus"))
    mixed = told("people", "wanted", event.path, "--everybody", 50, "--mix")
    assert [group["wanted"] for group in mixed["groups"]] == [10, 13, 10, 6, 7, 4]
    shown = told(
        "people", "wanted", event.path, "--group", "youth=1", "--municipality", "Rõuge vald=3", "--topic", "bus=6",
    )  # fmt: skip
    assert (shown["registered"], shown["wanted"], shown["groups"][-1]["missing"]) == (1, 50, 0)
    assert [(one["name"], one["missing"]) for one in shown["municipalities"]] == [("Rõuge vald", 2)]
    assert (shown["topics"][0]["missing"], shown["topics"][0]["lacks"]) == (
        5, ["owner", "public_servant", "end_user"],
    )  # fmt: skip
    assert told("people", "wanted", event.path, "--group", "youth=")["groups"][-1]["wanted"] is None


def test_a_slip_is_one_sentence_and_writes_nothing(event: Event) -> None:
    number = event.head()
    for wrong in (("--group", "youth"), ("--group", "youth=x"), ("--topic", "Bus=3"), ("--mix",)):
        refused = run("people", "wanted", event.path, "--municipality", "Rõuge vald=3", *wrong)
        assert refused.exit_code == 1
        assert len(refused.stderr.strip().splitlines()) == 1
    assert event.head() == number


def test_who_is_missing_is_listed_with_their_numbers(event: Event) -> None:
    anu = add_person(event, Draft("Anu", phone="5123 4567"))
    juror = add_person(event, Draft("Žanna", roles=("juror",)))
    note_call(event, anu.id, Outcome.LATE, note="20 min")
    first, second = told("people", "missing", event.path)
    assert (first["given_name"], first["why"]) == ("Žanna", ["Juror"])
    assert (second["phone"], second["last_call"]["outcome"], second["last_call"]["note"]) == (
        "5123 4567", "late", "20 min",
    )  # fmt: skip
    assert "5123 4567" in run("people", "missing", event.path).output
    for person in (anu, juror):
        check_in(event, person.code)
    assert told("people", "missing", event.path) == []
    assert [one["given_name"] for one in told("people", event.path)] == ["Anu", "Žanna"]
