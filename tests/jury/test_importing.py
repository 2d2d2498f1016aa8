"""Ballots from a file and the jury's verbs, through the command line as a person types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builders import STRANGE_NAME
from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.jury import queries

HEADER = "juror,team,criterion,mark\n"


class Typed:
    """Types verbs and reads JSON back."""

    def __init__(self, event_file: Path) -> None:
        self.event_file = event_file

    def __call__(self, verb: str, *rest: str, status: int = 0) -> Any:
        answered = CliRunner().invoke(command_line, [verb, str(self.event_file), *rest, "--json"])
        assert answered.exit_code == status, answered.output
        return json.loads(answered.stdout) if status == 0 else answered.stderr

    def ballots(self, text: str | bytes, *options: str) -> Any:
        """Import these lines."""
        source = self.event_file.with_name("ballots.csv")
        source.write_bytes(text if isinstance(text, bytes) else (HEADER + text).encode())
        return self("ballots", "import", str(source), *options)


@pytest.fixture
def typed(blank_jury: Any) -> Typed:
    return Typed(blank_jury.event.path)


def _lines(marks: dict[str, dict[str, str]], criterion: str = "Value") -> str:
    return "".join(
        f"{juror},{team},{criterion},{mark}\n" for team, row in marks.items() for juror, mark in row.items()
    )


def test_create_makes_jurors_teams_and_criteria_and_results_rank_them(typed: Typed) -> None:
    marks = {"Bus": {"Mall": "4", "Jaan": "5"}, "Care": {"Mall": "3,5".replace(",", "."), "Jaan": "2"}}
    receipt = typed.ballots(_lines(marks), "--create")
    assert (receipt["read"], receipt["complete"], receipt["problems"]) == (4, 4, [])
    assert receipt["created"] == {"jurors": ["Mall", "Jaan"], "teams": ["Bus", "Care"], "criteria": ["Value"]}
    answer = typed("results", "--method", "mean")
    sure = answer.pop("how_sure")
    assert (sure["doubts"], sure["plain_mean"]) == (["one_mark"], {"Bus": 87.5, "Care": 43.75})
    assert answer == {
        "method": "mean",
        "revision": None,
        "round": 1,
        "finalists": [],
        "first_round": None,
        "places": [
            {"place": 1, "team": "Bus", "score": 87.5, "ballots": 2, "shared": False},
            {"place": 2, "team": "Care", "score": 43.75, "ballots": 2, "shared": False},
        ],
        "missing": [],
        "refused": None,
    }


def test_a_range_of_its_own_may_go_below_zero(typed: Typed) -> None:
    typed.ballots("Mall,Bus,Value,-1\n", "--create", "--range", "-2", "2")
    assert typed("results")["places"][0]["score"] == 25


def test_a_pair_without_a_complete_ballot_is_missing_and_never_zero(typed: Typed) -> None:
    typed.ballots("Mall,Bus,Value,4\nMall,Bus,Newness,4\nJaan,Bus,Value,2\nJaan,Care,Value,recused\n", "--create")
    answer = typed("results")
    assert [(one["team"], one["score"], one["ballots"]) for one in answer["places"]] == [("Bus", 75.0, 1)]
    assert {(one["juror"], one["team"], one["state"]) for one in answer["missing"]} == {
        ("Jaan", "Bus", "open"), ("Mall", "Care", "open"), ("Jaan", "Care", "recused"),
    }  # fmt: skip


def test_unknown_names_are_problems_without_create_and_the_rest_goes_in(blank_jury: Any, typed: Typed) -> None:
    blank_jury.criteria("Value")
    blank_jury.jurors("Mall")
    blank_jury.teams("Bus", "Care")
    receipt = typed.ballots("Mall,Bus,Value,4\nNobody,Bus,Value,3\nMall,Care,Newness,3\nMall,Care,Value,5\n")
    assert [(one["row"], one["column"]) for one in receipt["problems"]] == [(3, "juror"), (4, "criterion")]
    assert receipt["complete"] == 2


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Mall,Care,Value,six\n", "mark"), ("Mall,Care,Value,6\n", "mark"), (",Care,Value,3\n", "juror"),
        ("Mall,,Value,3\n", "team"), ("Mall,Care,,3\n", "criterion"), ("Mall,Bus,Value,3\n", "mark"),
    ],
)  # fmt: skip
def test_a_bad_row_is_named_by_row_and_column_and_does_not_stop_the_rest(
    typed: Typed, line: str, column: str
) -> None:
    receipt = typed.ballots("Mall,Youth,Value,4\nMall,Bus,Value,4\n" + line + "Jaan,Youth,Value,5\n", "--create")
    assert [(one["row"], one["column"]) for one in receipt["problems"]] == [(4, column)]
    assert receipt["problems"][0]["message"]
    places = {one["team"]: one["ballots"] for one in typed("results")["places"]}
    assert places["Youth"] == 2


def test_a_mark_given_twice_differently_leaves_the_ballot_open(typed: Typed) -> None:
    typed.ballots("Mall,Bus,Value,4\nMall,Bus,Value,3\nJaan,Bus,Value,5\n", "--create")
    answer = typed("results")
    assert [(one["team"], one["ballots"]) for one in answer["places"]] == [("Bus", 1)]
    assert answer["missing"] == [{"juror": "Mall", "team": "Bus", "state": "open"}]


def test_the_same_file_twice_changes_nothing(blank_jury: Any, typed: Typed) -> None:
    text = _lines({"Bus": {"Mall": "4"}, "Care": {"Mall": "3"}})
    typed.ballots(text, "--create")
    entries = blank_jury.event.head()
    again = typed.ballots(text, "--create")
    assert again["problems"] == [] and again["created"] == {"jurors": [], "teams": [], "criteria": []}
    assert blank_jury.event.head() == entries


def test_a_ballot_that_is_in_is_not_overwritten_by_a_file(typed: Typed) -> None:
    typed.ballots("Mall,Bus,Value,4\n", "--create")
    receipt = typed.ballots("Mall,Bus,Value,1\n")
    assert [one["row"] for one in receipt["problems"]] == [2]
    assert typed("results")["places"][0]["score"] == 75


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1257"])
def test_files_of_excel_are_read(typed: Typed, encoding: str) -> None:
    text = "Žürii liige;Meeskond;Kriteerium;Hinne\nÜlle Kõiv;Küla buss;Väärtus;3,5\n"
    receipt = typed.ballots(text.encode(encoding), "--create")
    assert receipt["problems"] == []
    assert typed("results")["places"] == [
        {"place": 1, "team": "Küla buss", "score": 62.5, "ballots": 1, "shared": False}
    ]


def test_a_line_for_excel_and_a_title_may_stand_above_the_header(typed: Typed) -> None:
    text = "sep=;\nJury sheets;;;\n\nJuror;Team;Criterion;Mark\nMall;Bus;Team;4\nMall;Care;Team;nine\n"
    receipt = typed.ballots(text.encode(), "--create")
    assert [(one["row"], one["column"]) for one in receipt["problems"]] == [(6, "mark")]
    assert receipt["complete"] == 1


def test_names_survive_and_are_found_whatever_their_capitals_and_spaces(typed: Typed) -> None:
    text = f'"{STRANGE_NAME}",Bus,Value,4\n" {STRANGE_NAME.lower()}  ",Care,Value,3\n'
    receipt = typed.ballots(text, "--create")
    assert receipt["created"]["jurors"] == [STRANGE_NAME]


def test_a_file_without_its_columns_says_which_are_missing(typed: Typed) -> None:
    source = typed.event_file.with_name("wrong.csv")
    source.write_text("juror,team\nMall,Bus\n")
    sentence = typed("ballots", "import", str(source), status=1)
    assert "criterion" in sentence and "mark" in sentence and len(sentence.splitlines()) == 1


def test_nothing_to_rank_says_so(typed: Typed) -> None:
    answer = typed("results")
    assert answer["places"] == [] and answer["refused"] == "There are no criteria yet."
    assert "No" in typed("seal", status=1) or "no" in typed("seal", status=1)


def test_a_method_of_a_later_day_is_refused_by_name(typed: Typed) -> None:
    assert "median" in typed("results", "--method", "median", status=2)


def test_seal_reopen_and_seal_again(blank_jury: Any, typed: Typed) -> None:
    typed.ballots(_lines({"Bus": {"Mall": "4"}, "Care": {"Mall": "3"}}), "--create")
    first = typed("seal")
    assert (first["revision"], typed("results")["revision"], typed("seal")["hash"]) == (1, 1, first["hash"])
    source = typed.event_file.with_name("late.csv")
    source.write_text(HEADER + "Jaan,Care,Value,5\n")
    assert "revision 1" in typed("ballots", "import", str(source), "--create", status=1)
    assert typed("reopen", "--reason", "a late sheet")["revision"] == 1
    assert typed("results")["revision"] is None
    typed("ballots", "import", str(source), "--create")
    second = typed("seal")
    assert second["revision"] == 2 and second["reason"] == "a late sheet" and second["changes"]
    assert [one.number for one in queries.revisions(blank_jury.event)] == [1, 2]


def test_the_answer_for_people_names_places_and_missing_ballots(typed: Typed) -> None:
    typed.ballots("Mall,Bus,Value,4\nMall,Care,Value,4\nJaan,Bus,Value,5\n", "--create")
    shown = CliRunner().invoke(command_line, ["results", str(typed.event_file)]).stdout
    assert "87.5  Bus" in shown and "75.0  Care" in shown and "Jaan – Care: open" in shown
