"""Slips for mentors and tables, and the plan for the wall: everybody is on them, notes are on none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders import STRANGE_NAME, FakeClock, an_empty_event
from pypdfium2 import PdfDocument

from hackdesk.agenda import actions
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentor_rounds import Ask, plan_rounds
from hackdesk.agenda.mentoring import MentorDraft, RoundDraft
from hackdesk.documents.kinds import kind_of, print_kind
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event
from hackdesk.teams.actions import withdraw_team
from hackdesk.teams.tables import TeamRow

MENTORS = 17


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    """Seventeen mentors, twelve teams, a round of twelve slots: more than a page for the wall holds."""
    clock = FakeClock()
    event = an_empty_event(tmp_path, clock=clock)
    with event.change("add teams") as session:
        names = [STRANGE_NAME, *(f"Team {number}" for number in range(2, 13))]
        for number, name in enumerate(names, 1):
            session.add(TeamRow(name=name, table_name=str(number), position=number))
    actions.add_round(event, RoundDraft("Round", clock.now, clock.now + timedelta(hours=3)))
    for number in range(MENTORS):
        actions.add_mentor(event, MentorDraft(f"Mentor {number:02}", None, ("law",), (), "Library"))
    plan = plan_rounds(mentoring(event), Ask(clock.now, least=6))
    actions.apply_mentor_plan(event, plan)
    actions.note_visit(event, mentoring(event).visits[0].id, "Kuldnokk", seen="")
    yield event
    event.close()


def text_of(event: Event, kind: str, folder: Path, tag: str = "et") -> tuple[str, int]:
    path = print_kind(event, kind_of(kind).name, folder / "paper.pdf", tag).path
    pages = PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    count = len(pages)
    pages.close()
    return text, count


def test_each_mentor_has_a_slip_two_on_a_page(event: Event, tmp_path: Path) -> None:
    text, pages = text_of(event, "mentor-slips", tmp_path)
    assert all(f"Mentor {number:02}" in text for number in range(MENTORS))
    assert pages == (MENTORS + 1) // 2
    assert "Laud 3" in text and "laupäev 14.11." in text and "Kuldnokk" not in text


def test_each_table_has_a_slip_with_who_comes_and_where_they_sit(event: Event, tmp_path: Path) -> None:
    text, pages = text_of(event, "mentor-table-slips", tmp_path, "en")
    assert pages == 6 and "Žukovski" in text and "Table 12" in text and "Library" in text
    assert "Your mentors" in text and "Kuldnokk" not in text


def test_the_plan_for_the_wall_goes_on_where_a_page_is_full(event: Event, tmp_path: Path) -> None:
    text, pages = text_of(event, "mentor-plan", tmp_path)
    assert all(f"Mentor {number:02}" in text for number in range(MENTORS)) and pages >= 2


def test_a_team_that_withdrew_gets_no_slip_and_no_visit(event: Event, tmp_path: Path) -> None:
    team = mentoring(event).teams[11]
    withdraw_team(event, team.id, seen=1)
    assert "Team 12" not in text_of(event, "mentor-slips", tmp_path)[0]
    assert "Team 12" not in text_of(event, "mentor-table-slips", tmp_path)[0]


def test_without_a_plan_there_is_nothing_to_print(tmp_path: Path) -> None:
    empty = an_empty_event(tmp_path)
    with pytest.raises(NothingToPrint, match="No mentor sees a team yet"):
        print_kind(empty, "mentor_plan", tmp_path / "plan.pdf")
    empty.close()
