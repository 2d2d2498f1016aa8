"""The projector without a window: the steps, the next one, what is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from hackdesk.cli import command_line
from hackdesk.rehearsal import Act, sample_event
from hackdesk.rehearsal.cast import Scale


def run(*arguments: str | Path, status: int = 0) -> str:
    result = CliRunner().invoke(command_line, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result.stdout if status == 0 else result.stderr


def answer(*arguments: str | Path) -> Any:
    return json.loads(run(*arguments, "--json"))


def test_steps_are_made_shown_and_the_results_are_put_into_words(tmp_path: Path) -> None:
    file = tmp_path / "small.hackdesk"
    sample_event(file, Scale(people=20, teams=3, jurors=3), until=Act.SEALED, language="en")
    steps = answer("projector", file, "steps")
    assert [step["view"] for step in steps if step["shown"]] == ["results"]
    assert answer("projector", file, "next")["view"] == steps[[s["shown"] for s in steps].index(True) + 1]["view"]
    said = answer("projector", file, "script")
    assert [step["kind"] for step in said][-3:] == ["pause", "winner", "all"]
    assert said[0]["kind"] == "place" and said[-2]["said"][0].startswith("First place: “")
    awards = run("projector", file, "script", "--awards")
    assert "Award: Main prize." in awards and "place" not in awards.lower()
    again = answer("projector", file, "steps", "--suggest")
    assert [step["view"] for step in again] == [step["view"] for step in steps]
    assert not any(step["shown"] for step in again)


def test_before_the_seal_there_is_nothing_to_say(tmp_path: Path) -> None:
    file = tmp_path / "small.hackdesk"
    sample_event(file, Scale(people=12, teams=2, jurors=2), until=Act.REGISTERED, language="en")
    assert "not sealed yet" in run("projector", file, "script", status=1)
