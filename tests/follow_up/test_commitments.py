"""Who does what by when, and what became of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from builders import STRANGE_NAME, an_empty_event

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.follow_up.actions import add_commitment, edit_commitment, mark_commitment, remove_commitment
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import Commitment, CommitmentState, Promise
from hackdesk.teams.tables import TeamRow


@pytest.fixture
def hall(tmp_path: Path) -> Event:
    """Two teams and one that withdrew."""
    event = an_empty_event(tmp_path)
    states = {"Village bus": "active", "Open school": "active", "Youth room": "withdrawn"}
    with event.change("add teams") as session:
        session.add_all(
            TeamRow(name=name, state=state, position=n) for n, (name, state) in enumerate(states.items())
        )
    return event


@pytest.fixture
def bus(hall: Event) -> UUID:
    return commitments(hall)[0].team_id


def test_commitments_stand_under_their_team_in_the_order_they_were_made(hall: Event, bus: UUID) -> None:
    for what in ("Call the county", "Draw the route", "Ask the drivers"):
        add_commitment(hall, bus, Promise(STRANGE_NAME, what, date(2026, 12, 1)))
    first, second = commitments(hall)
    assert (first.team_name, second.team_name) == ("Village bus", "Open school")
    assert [c.what for c in first.commitments] == ["Call the county", "Draw the route", "Ask the drivers"]
    assert first.commitments[0].who == STRANGE_NAME and second.commitments == ()
    assert check(hall).sound


def test_a_commitment_names_a_person_and_a_deed(hall: Event, bus: UUID) -> None:
    with pytest.raises(HackDeskError, match="Nobody is named"):
        add_commitment(hall, bus, Promise(" ", "Call"))
    with pytest.raises(HackDeskError, match="Nothing is written"):
        add_commitment(hall, bus, Promise("Anu", " "))
    assert commitments(hall)[0].commitments == ()


def test_one_edit_does_not_overwrite_another(hall: Event, bus: UUID) -> None:
    seen = add_commitment(hall, bus, Promise("Anu", "Call"))
    edited = edit_commitment(hall, seen.id, Promise("Jüri", "Call"), seen=seen.version)
    assert edited.who == "Jüri"
    with pytest.raises(Stale, match="Somebody has changed “Call”"):
        mark_commitment(hall, seen.id, CommitmentState.DONE, seen=seen.version)
    with pytest.raises(Stale):
        remove_commitment(hall, seen.id, seen=seen.version)


def test_done_is_counted_and_can_be_opened_again(hall: Event, bus: UUID) -> None:
    made = add_commitment(hall, bus, Promise("Anu", "Call"))
    done = mark_commitment(hall, made.id, CommitmentState.DONE, seen=made.version)
    assert commitments(hall)[0].count(CommitmentState.DONE) == 1
    mark_commitment(hall, made.id, CommitmentState.OPEN, seen=done.version)
    assert commitments(hall)[0].count(CommitmentState.DONE) == 0


def test_a_removed_commitment_comes_back_with_undo(hall: Event, bus: UUID) -> None:
    made = add_commitment(hall, bus, Promise("Anu", "Call", date(2026, 12, 1), "the municipality"))
    remove_commitment(hall, made.id, seen=made.version)
    with pytest.raises(Stale, match="removed"):
        remove_commitment(hall, made.id, seen=made.version)
    undo(hall)
    (back,) = commitments(hall)[0].commitments
    assert (back.who, back.what, back.by_when, back.support) == (
        "Anu",
        "Call",
        date(2026, 12, 1),
        "the municipality",
    )


def test_a_team_that_withdrew_is_listed_only_for_what_it_promised(hall: Event) -> None:
    with hall.read() as session:
        youth = session.query(TeamRow).filter_by(name="Youth room").one().id
    assert len(commitments(hall)) == 2
    add_commitment(hall, youth, Promise("Anu", "Call"))
    assert len(commitments(hall)) == 3


def test_overdue_is_open_past_its_day() -> None:
    made = Commitment(UUID(int=1), UUID(int=2), "Anu", "Call", date(2026, 12, 1))
    assert made.overdue(date(2026, 12, 2)) and not made.overdue(date(2026, 12, 1))
