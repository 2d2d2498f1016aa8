"""import, people and check-in on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from hackdesk.agenda.actions import add_item
from hackdesk.agenda.rules import Planned
from hackdesk.cli import command_line
from hackdesk.event.store import Event
from hackdesk.people import actions
from hackdesk.people.rules import Draft


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


def told(*arguments: object) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


LINES = ("Nimi;E-post;T-särk", "Anu Kuusk;anu@naide.ee;M", ";keegi@naide.ee;L")


def test_a_dry_run_tells_the_same_and_writes_nothing(event: Event, listed: Callable[..., Path]) -> None:
    source, number = listed(*LINES), event.head()
    tried = told("import", event.path, source, "--dry-run")
    assert event.head() == number
    assert told("import", event.path, source) == tried
    assert {key: tried[key] for key in ("read", "added", "updated", "unchanged")} == {
        "read": 2, "added": 1, "updated": 0, "unchanged": 0,
    }  # fmt: skip
    assert tried["columns"] == {"Nimi": "name", "E-post": "email", "T-särk": None}
    assert [(one["row"], one["column"]) for one in tried["problems"]] == [(3, "Nimi")]
    assert tried["problems"][0]["message"].startswith("The row has no name")


def test_a_column_is_named_by_hand(event: Event, listed: Callable[..., Path]) -> None:
    source = listed("Kes;Kust", "Anu;Võru vald")
    refused = run("import", event.path, source)
    assert refused.exit_code == 1 and "Say which column does" in refused.stderr
    assert told("import", event.path, source, "--column", "Kes=name")["added"] == 1


def test_people_are_listed_and_checked_in(event: Event, listed: Callable[..., Path]) -> None:
    run("import", event.path, listed(*LINES, "Jüri Kask;jyri@naide.ee;"))
    anu, jyri = told("people", event.path)
    assert list(anu) == [
        "code", "given_name", "family_name", "email", "phone", "organisation", "groups", "skills", "languages",
        "choices", "diet", "photo_consent", "minor", "status", "arrived_at",
    ]  # fmt: skip
    assert (anu["status"], anu["arrived_at"]) == ("registered", None)
    (arrival,) = told("check-in", event.path, anu["code"].lower())
    assert (arrival["kind"], arrival["missing"]) == ("in", ["photo_consent"])
    assert told("check-in", event.path, anu["code"])[0]["kind"] == "already in"
    wrong = run("check-in", event.path, "NOSUCH", jyri["code"])
    assert wrong.exit_code == 1 and "NOSUCH" in wrong.stderr
    assert [person["status"] for person in told("people", event.path)] == ["arrived", "arrived"]
    assert told("check-in", event.path, "--all") == []
    assert run("check-in", event.path).exit_code == 1


def test_leaving_and_the_days_are_told(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu", "Kuusk"))
    actions.check_in(event, anu.code)
    assert [one["code"] for one in told("leave", event.path, anu.code.lower())] == [anu.code]
    assert run("leave", event.path, anu.code).exit_code == 1
    counts = told("days", event.path)
    assert (counts["people_days"], counts["days"][0]["left"], counts["days"][0]["here"]) == (1, 1, 0)
    assert "1 came, 1 left, 0 here now" in run("days", event.path).output
    (again,) = told("check-in", event.path, anu.code)
    assert again["kind"] == "back"


def test_meals_are_planned_ticked_and_told(event: Event) -> None:
    starts = datetime(2026, 11, 14, 10, 30, tzinfo=UTC)
    add_item(event, Planned("Lunch", starts, starts + timedelta(hours=1), "meal"))
    assert run("meals", event.path, "tick", "NOSUCH").exit_code == 1
    assert [one["starts_at"] for one in told("meals", event.path, "plan")] == ["12:30"]
    assert told("meals", event.path, "plan") == []
    anu, bert = (actions.add_person(event, Draft(name, diet="vegan")) for name in ("Anu", "Bert"))
    actions.check_in(event, anu.code)
    ticked = told("meals", event.path, "tick", anu.code, bert.code, "--meal", "1")
    assert [one["kind"] for one in ticked] == ["ticked", "not here"]
    assert "Anu already had Lunch at" in run("meals", event.path, "tick", anu.code).output
    assert run("meals", event.path, "tick", anu.code, "--meal", "2").exit_code == 1
    (shown,) = told("meals", event.path, "show")
    assert (shown["name"], shown["ticked"], shown["expected"]) == ("Lunch", 1, 1)


def test_doubtful_rows_are_listed_decided_and_left_out(event: Event, listed: Callable[..., Path]) -> None:
    source = listed("Nimi;E-post", "ANU KUUSK;anu@naide,ee", "Jüri Kask;jyri@naide.ee", "Mari;m@naide.ee")
    tried = told("import", event.path, source, "--dry-run", "--header-row", 1)
    assert [(one["row"], one["kind"], one["verdict"]) for one in tried["doubts"]] == [
        (2, "email", "blank"), (2, "capitals", "as_written"),
    ]  # fmt: skip
    assert tried["doubts"][0]["options"] == ["blank", "mend", "leave_out"]
    refused = run("import", event.path, source, "--decide", "3=mend")
    assert refused.exit_code == 1 and "row 3" in refused.stderr
    told("import", event.path, source, "--decide", "2=mend", "--decide", "2=small", "--leave-out", 4)
    anu, jyri = told("people", event.path)
    assert (anu["given_name"], anu["email"], jyri["given_name"]) == ("Anu", "anu@naide.ee", "Jüri")
    again = told("import", event.path, source, "--leave-out", 4)
    assert again["unchanged"] == 2 and [one["verdict"] for one in again["doubts"]] == ["mend"]


def test_cells_are_split_as_said(event: Event, listed: Callable[..., Path]) -> None:
    source = listed("Nimi\tOskused", "Anu\ta, b; c")
    run("import", event.path, source, "--split", "Oskused=comma")
    assert told("people", event.path)[0]["skills"] == ["a", "b; c"]
    assert run("import", event.path, source, "--split", "Oskused=dot").exit_code == 1
