"""Personal data go for good, everywhere that HackDesk knows of; the attendance record and the results stay."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.errors import HackDeskError
from hackdesk.event.backup import back_up, copies_of
from hackdesk.event.check import check
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.follow_up.actions import erase_personal_data
from hackdesk.follow_up.erasing import FORGOTTEN, GOES
from hackdesk.follow_up.erasing_queries import what_goes
from hackdesk.jury import actions as jury
from hackdesk.jury.queries import progress
from hackdesk.jury.rules import Criterion, Juror, Sheet
from hackdesk.people.half_typed import folder_of
from hackdesk.people.queries import people
from hackdesk.people.tables import AttendanceRow, CallRow, ConsentRow, MealRow, MealTickRow, PersonRow
from hackdesk.teams.tables import MembershipRow, TeamRow

PRIVATE = (
    "mari@example.ee", "5559876", "seeliakia", "ratastooliga", "tuleb hilja", "hoida silm peal", "puutöö",
    "Malle Tamm 5551111", "ütles et ei tea", "salasona-piletil",
)  # fmt: skip


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Event:
    """Mari was here in a team, with everything about her that can be known; a jury has judged."""
    event = an_empty_event(tmp_path, clock=clock)
    now = event.clock.utc_now()
    with event.change("fill") as session:
        mari = PersonRow(
            id=uuid4(), code="K7QM4", given_name="Mari", family_name="Tamm", email="mari@example.ee",
            phone="5559876", diet="seeliakia", access_needs="ratastooliga", remarks="tuleb hilja",
            organisers_note="hoida silm peal", skills=["puutöö"], ticket_secret="salasona-piletil",
            organisation="Võru vald", municipality="Võru",
        )  # fmt: skip
        team, meal = TeamRow(id=uuid4(), name="Bus"), MealRow(id=uuid4(), name="Lunch", day=now.date())
        session.add_all([mari, team, meal])
        session.flush()
        session.add(AttendanceRow(person_id=mari.id, day=now.date(), came_at=now, station="desk"))
        session.add(MembershipRow(team_id=team.id, person_id=mari.id, since=now))
        session.add(MealTickRow(person_id=mari.id, meal_id=meal.id, at=now, station="desk"))
        session.add(CallRow(person_id=mari.id, at=now, outcome="late", note="ütles et ei tea"))
        session.add(ConsentRow(person_id=mari.id, purpose="photo", given=True, at=now, wording="Kas tohib?",
                               given_by="Malle Tamm 5551111"))  # fmt: skip
    jury.edit_criteria(event, [Criterion(uuid4(), "Value")], seen=())
    juror = jury.add_juror(event, Juror(uuid4(), "Jaan"))
    jury.new_pins(event, [juror.id])
    judging = progress(event).judging
    sheet = Sheet({judging.criteria[0].id: judging.criteria[0].highest})
    jury.hand_in_ballot(event, juror.id, judging.teams[0].id, sheet, seen=0)
    jury.seal_results(event)
    return event


def found_in(path: Path) -> list[str]:
    """Which of the private words are in a file or its journal, as bytes."""
    content = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))
    return [word for word in PRIVATE if word.encode() in content]


def test_everything_private_is_gone_from_the_file_and_its_copies(event: Event, clock: FakeClock) -> None:
    back_up(event, None)
    before_an_upgrade = event.path.with_name(f"{event.path.stem} (version 3, 2026-11-01 120000).hackdesk")
    before_an_upgrade.write_text("mari@example.ee")
    folder_of(event.path).mkdir()
    (folder_of(event.path) / "one.json").write_text('{"email": "mari@example.ee"}')
    paper = event.path.parent / "phones.pdf"
    paper.write_text("5559876")
    assert found_in(event.path) == list(PRIVATE)
    clock.forward(minutes=5)
    done = erase_personal_data(event, (paper,))
    assert done.files == 3 and done.left == () and done.counts["contact"] == 1 and done.counts["access"] == 1
    assert found_in(event.path) == []
    (copy,) = copies_of(event.path)
    assert found_in(copy) == [] and not paper.exists() and not folder_of(event.path).exists()


def test_the_attendance_record_teams_and_results_stay_and_the_chain_holds(event: Event) -> None:
    before = progress(event)
    erase_personal_data(event)
    (mari,) = people(event)
    assert (mari.name, mari.organisation, mari.municipality) == ("Mari Tamm", "Võru vald", "Võru")
    assert mari.status == "arrived"
    assert progress(event) == before
    findings = check(event)
    assert findings.sound and findings.broken_links == ()
    event.close()
    again = Event.open(event.path, clock=event.clock)
    assert check(again).sound
    again.close()


def test_what_goes_is_told_before_and_then_there_is_nothing_left(event: Event) -> None:
    counts = what_goes(event).counts
    assert {key for key, count in counts.items() if count} == {
        "contact", "health", "notes", "form", "guardians", "calls", "meals", "access",
    }  # fmt: skip
    erase_personal_data(event)
    left = what_goes(event)
    assert left.nothing and left.erased_at is not None and len(left.backups) == 1


def test_it_is_not_taken_back_and_neither_is_what_came_before(event: Event) -> None:
    erase_personal_data(event)
    for _step in range(2):
        with pytest.raises(HackDeskError):
            undo(event)
    assert people(event)[0].email == ""


def test_the_desk_goes_on_and_the_next_erasing_takes_what_came_since(event: Event, clock: FakeClock) -> None:
    erase_personal_data(event)
    with event.change("late") as session:
        session.add(PersonRow(code="M4XTP", given_name="Jüri", email="mari@example.ee"))
    clock.forward(days=1)
    erase_personal_data(event)
    assert found_in(event.path) == [] and len(people(event)) == 2 and check(event).sound


def test_a_paper_that_cannot_be_deleted_is_named(event: Event) -> None:
    (event.path.parent / "stick").write_text("not a folder any more")
    out_of_reach = event.path.parent / "stick" / "phones.pdf"
    assert erase_personal_data(event, (out_of_reach,)).left == (out_of_reach,)


def test_every_part_names_a_table_and_columns_that_are_there(event: Event) -> None:
    from hackdesk.event.tables import all_tables

    tables = all_tables().metadata.tables
    for part in GOES:
        assert set(part.columns) <= set(tables[part.table].columns.keys()), part.key
    assert "attendance" not in FORGOTTEN and "ballots" not in FORGOTTEN
