"""The order of pitches on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import STRANGE_NAME, an_empty_event
from click.testing import CliRunner
from pypdf import PdfReader

from hackdesk.agenda import actions, queries
from hackdesk.agenda.lot import FIRST, Wish, lot_of
from hackdesk.cli import command_line
from hackdesk.documents.kinds import print_kind
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event
from hackdesk.teams.tables import TeamRow

BEFORE_THE_BUS = "bus at 15:40, a child waits"


@pytest.fixture
def event(tmp_path: Path) -> Event:
    made = an_empty_event(tmp_path)
    with made.change("teams") as session:
        session.add_all(TeamRow(name=name, position=at) for at, name in enumerate(("Bus", "Care", STRANGE_NAME)))
    return made


def text_of(event: Event, path: Path, tag: str = "en") -> str:
    print_kind(event, "pitch_order", path, tag)
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_the_paper_says_with_which_number_it_was_drawn_and_which_wishes_are_met(
    event: Event, tmp_path: Path
) -> None:
    care = queries.contenders(event)[1]
    actions.wish_pitch(event, care.id, Wish(care.id, FIRST, 1, BEFORE_THE_BUS))
    actions.draw_pitch_order(event, 4821)
    text = text_of(event, tmp_path / "order.pdf")
    assert "Drawn with the number 4821" in text and "Care: wished to be first, met" in text
    assert lot_of(care.id, 4821)[:8] in text
    assert BEFORE_THE_BUS not in text  # why is for the organisers
    assert "moved by hand" not in text
    actions.move_pitch(event, care.id, 3)
    text = text_of(event, tmp_path / "again.pdf")
    assert "Care: wished to be first, not met" in text and "moved by hand" in text
    assert "Loositud arvuga 4821" in text_of(event, tmp_path / "et.pdf", "et")


def test_without_an_order_there_is_nothing_to_print(event: Event, tmp_path: Path) -> None:
    with pytest.raises(NothingToPrint, match="not drawn yet"):
        print_kind(event, "pitch_order", tmp_path / "order.pdf", "en")


def test_the_command_line_draws_shows_and_says_how_the_timer_stands(event: Event) -> None:
    event.close()
    file, run = str(event.path), CliRunner().invoke
    drawn = json.loads(run(command_line, ["pitches", file, "draw", "--seed", "7", "--json"]).output)
    assert [turn["place"] for turn in drawn["order"]] == [1, 2, 3]
    assert [turn["lot"] for turn in drawn["order"]] == sorted(turn["lot"] for turn in drawn["order"])
    shown = json.loads(run(command_line, ["pitches", file, "show", "--json"]).output)
    assert shown["rounds"][0] == drawn
    timer = json.loads(run(command_line, ["stage", file, "timer", "--json"]).output)
    assert (timer["digits"], timer["phase"], timer["running"]) == ("3:00", "countdown", False)
    again = Event.open(event.path)
    actions.next_phase(again)
    actions.show_clock(again)
    again.close()
    timer = json.loads(run(command_line, ["stage", file, "timer", "--json"]).output)
    assert timer["phase"] == "clock" and timer["waiting"]["phase"] == "pitch"
    refused = run(command_line, ["pitches", file, "draw", "--seed", "7", "--round", "Nobody"])
    assert refused.exit_code == 1
