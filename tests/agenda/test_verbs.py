"""Mentors, checkpoints and notes from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builders import FakeClock, an_empty_event
from click.testing import CliRunner

from hackdesk.agenda import actions
from hackdesk.agenda.mentoring import MentorDraft, RoundDraft
from hackdesk.cli import mentors as verbs
from hackdesk.cli import notes as note_verb
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Two teams, a mentor, and a round that is to come for a long time yet."""
    event = an_empty_event(tmp_path)
    clock = event.clock
    assert isinstance(clock, FakeClock)
    with event.change("add teams") as session:
        session.add_all(TeamRow(name=name, position=number) for number, name in enumerate(("Bus", "Cafe")))
    starts = clock.now.replace(year=2126)
    actions.add_round(event, RoundDraft("Round", starts, starts.replace(hour=starts.hour + 1)))
    actions.add_mentor(event, MentorDraft("Anu Õim", None, ("law",)))
    event.close()
    return tmp_path / "event.hackdesk"


def said(*arguments: str, fails: bool = False) -> Any:
    group = {**verbs.COMMANDS, **note_verb.COMMANDS}[arguments[0]]
    ran = CliRunner().invoke(group, arguments[1:])
    assert (ran.exit_code != 0) == fails, ran.output
    return ran.output if fails or "--json" not in arguments else json.loads(ran.output)


def test_rounds_are_planned_shown_and_marked(file: Path) -> None:
    assert said("mentors", str(file), "themes", "Bus", "Law", "money", "--json")["themes"] == ["law", "money"]
    plan = said("mentors", str(file), "plan", "--json")
    assert plan["changed"] == 2 and plan["proved"]
    assert plan["not_met"] == ["Nobody knows “money”. Without: Bus."]
    marked = said("mentors", str(file), "visited", "bus", "anu oim", "--note", "Asked five people", "--json")
    assert marked["visited_at"] and marked["note"] == "Asked five people"
    shown = said("mentors", str(file), "show")
    assert "Anu Õim · Bus · law · visited" in shown
    assert said("mentors", str(file), "plan", "--json")["changed"] == 0
    assert "There is no team “Zoo”" in said("mentors", str(file), "themes", "Zoo", fails=True)


def test_checkpoints_are_set_and_counted(file: Path) -> None:
    said("checkpoints", str(file), "set", "Bus", "tested", "--note", "two shoppers")
    shown = said("checkpoints", str(file), "show", "--json")
    assert shown["counts"]["tested"] == 1
    assert shown["teams"][0]["steps"]["tested"]["note"] == "two shoppers"


def test_notes_have_a_verb_of_their_own_and_no_other_says_them(file: Path) -> None:
    said("notes", str(file), "Kuldnokk")
    assert said("notes", str(file), "--json")["notes"][0]["text"] == "Kuldnokk"
    assert "Kuldnokk" not in said("mentors", str(file), "show") + said("checkpoints", str(file), "show")
    Event.open(file).close()
