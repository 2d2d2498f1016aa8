"""The jury works on a second laptop and its ballots come back: new ones in, the same left, others decided."""

from __future__ import annotations

import shutil
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.check import check
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions
from hackdesk.jury.actions import BroughtBack
from hackdesk.jury.queries import progress, results
from hackdesk.jury.rules import BallotState, Criterion, Juror, Locked, NotCounted, Sheet
from hackdesk.jury.trip import Meeting
from hackdesk.jury.trip_queries import away, homecoming
from hackdesk.people.tables import PersonRow
from hackdesk.teams.tables import TeamRow, TopicRow

TEAMS = ("Bus", "Care", "Food", "School")


@pytest.fixture
def home(tmp_path: Path, clock: FakeClock) -> Event:
    """Two jurors, four teams, one criterion, and people whose data must not leave."""
    (tmp_path / "home").mkdir()
    event = an_empty_event(tmp_path / "home", clock=clock)
    with event.change("begin") as session:
        person = PersonRow(id=uuid4(), code="K7QM4", given_name="Mall", family_name="Kõpp",
                           email="mall@example.ee", phone="5551234", diet="gluteen",
                           access_needs="ratastool")  # fmt: skip
        topic = TopicRow(id=uuid4(), title="Salajane teema")
        topic.position, topic.min_size, topic.max_size = 0, 4, 12
        session.add_all([person, topic])
        session.flush()
        for number, name in enumerate(TEAMS):
            session.add(TeamRow(name=name, position=number, topic_id=topic.id))
    actions.edit_criteria(event, [Criterion(uuid4(), "Value")], seen=())
    actions.add_juror(event, Juror(uuid4(), "Mall", person_id=person.id))
    actions.add_juror(event, Juror(uuid4(), "Jaan"))
    return event


def hand_in(event: Event, juror: int, team: int, mark: int, note: str = "") -> None:
    now = progress(event)
    judging = now.judging
    ids = judging.jurors[juror].id, judging.teams[team].id
    sheet = Sheet({judging.criteria[0].id: Fraction(mark)}, note)
    actions.hand_in_ballot(event, *ids, sheet, seen=now.ballot(*ids).version)


def mark(event: Event, juror: int, team: int) -> int | None:
    judging = progress(event).judging
    ids = judging.jurors[juror].id, judging.teams[team].id
    marks = progress(event).ballot(*ids).marks
    return int(marks[judging.criteria[0].id]) if marks else None


def taken(home: Event, tmp_path: Path, name: str = "jury") -> Event:
    path = tmp_path / f"{name}.hackdesk"
    actions.take_elsewhere(home, path)
    return Event.open(path, clock=home.clock)


def refusal(home: Event, path: Path) -> str:
    before = home.head()
    with pytest.raises(HackDeskError) as caught:
        homecoming(home, path)
    assert home.head() == before
    return str(caught.value)


def test_only_what_the_jury_needs_leaves(home: Event, tmp_path: Path) -> None:
    actions.make_links(home)
    hand_in(home, 0, 0, 4)
    there = taken(home, tmp_path)
    assert [team.name for team in progress(there).judging.teams] == list(TEAMS)
    assert mark(there, 0, 0) == 4 and settings_of(there).name == "Vastseliina"
    assert check(there).sound
    there.close()
    content = (tmp_path / "jury.hackdesk").read_bytes()
    private = ["mall@example.ee", "5551234", "gluteen", "ratastool", "Salajane", "Kõpp", "K7QM4"]
    links = actions.make_links(home).values()
    assert [word for word in (*private, *links) if word.encode() in content] == []


def test_a_juror_gets_in_there_with_the_same_pin(home: Event, tmp_path: Path) -> None:
    juror = progress(home).judging.jurors[0]
    actions.set_pin(home, juror.id, "4071")
    actions.set_pin(home, None, "9182")
    there = taken(home, tmp_path)
    actions.check_pin(there, juror.id, "4071")
    actions.check_pin(there, None, "9182")


def test_new_ballots_are_taken_the_same_ignored_and_what_differs_is_decided(home: Event, tmp_path: Path) -> None:
    hand_in(home, 0, 0, 4)
    hand_in(home, 0, 1, 3)
    hand_in(home, 0, 2, 2)
    there = taken(home, tmp_path)
    hand_in(there, 0, 3, 5, "Begin small.")  # new
    hand_in(there, 0, 1, 1)  # changed there only
    hand_in(home, 0, 2, 5)  # changed here only
    hand_in(there, 1, 0, 2)  # both, alike
    hand_in(home, 1, 0, 2)
    hand_in(there, 1, 1, 2)  # both, not alike
    hand_in(home, 1, 1, 4)
    hand_in(there, 1, 2, 1)
    hand_in(home, 1, 2, 3)
    there.close()
    coming = homecoming(home, tmp_path / "jury.hackdesk")
    new = sorted((one.juror, one.team) for one in coming.of(Meeting.NEW))
    assert new == [("Mall", "Care"), ("Mall", "School")]
    different = coming.of(Meeting.DIFFERENT)
    assert [(one.juror, one.team) for one in different] == [("Jaan", "Care"), ("Jaan", "Food")]
    done = actions.bring_back(home, coming, [different[0].key])
    assert done == BroughtBack(taken=3, same=3, kept=1)
    assert [mark(home, 0, team) for team in range(4)] == [4, 1, 5, 5]
    assert [mark(home, 1, team) for team in range(4)] == [2, 2, 3, None]
    assert "Begin small." in [ballot.note for ballot in progress(home).judging.ballots]
    assert check(home).sound
    undo(home)
    assert [mark(home, 0, team) for team in range(4)] == [4, 3, 5, None]


def test_recusals_come_back_with_their_reason(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    judging = progress(there).judging
    why = NotCounted(BallotState.RECUSED, "from the same village", own=True)
    actions.set_ballot_state(there, judging.jurors[0].id, judging.teams[0].id, why, seen=0)
    there.close()
    actions.bring_back(home, homecoming(home, tmp_path / "jury.hackdesk"))
    ballot = progress(home).ballot(judging.jurors[0].id, judging.teams[0].id)
    assert (ballot.state, ballot.reason) == (BallotState.RECUSED, "from the same village")


def test_the_file_may_come_back_several_times_but_not_an_older_copy_of_it(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 0, 0, 4)
    there.close()
    path = tmp_path / "jury.hackdesk"
    shutil.copy(path, tmp_path / "older.hackdesk")
    again = Event.open(path, clock=home.clock)
    hand_in(again, 0, 1, 5)
    again.close()
    actions.bring_back(home, homecoming(home, path))
    assert not homecoming(home, path).of(Meeting.NEW)
    assert "older copy" in refusal(home, tmp_path / "older.hackdesk")
    assert away(home).trips[0].back_at is not None


def test_files_that_are_not_to_be_taken_in_are_refused_in_words(home: Event, tmp_path: Path) -> None:
    taken(home, tmp_path, "first").close()
    taken(home, tmp_path, "second").close()
    assert "the file of trip 1" in refusal(home, tmp_path / "first.hackdesk")
    (tmp_path / "other").mkdir()
    other = an_empty_event(tmp_path / "other", clock=home.clock)  # type: ignore[arg-type]
    assert "not made to take the jury elsewhere" in refusal(home, other.path)
    actions.edit_criteria(other, [Criterion(uuid4(), "Value")], seen=())
    actions.add_juror(other, Juror(uuid4(), "Mall"))
    taken(other, tmp_path, "foreign").close()
    assert "another event" in refusal(home, tmp_path / "foreign.hackdesk")
    assert "There is no file" in refusal(home, tmp_path / "gone.hackdesk")
    (tmp_path / "list.hackdesk").write_text("name,email\n")
    assert "not a HackDesk event file" in refusal(home, tmp_path / "list.hackdesk")


def test_what_the_other_laptop_has_not_put_into_the_file_itself_is_read_too(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 0, 0, 4)
    assert homecoming(home, there.path).of(Meeting.NEW)
    there.close()


def test_there_only_ballots_are_written(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 0, 0, 4)
    for deed in (
        lambda: actions.add_juror(there, Juror(uuid4(), "Liis")),
        lambda: actions.edit_criteria(there, [Criterion(uuid4(), "New")], seen=progress(there).judging.criteria),
        lambda: actions.seal_results(there),
        lambda: actions.take_elsewhere(there, tmp_path / "again.hackdesk"),
    ):
        with pytest.raises(Locked, match="jury's part"):
            deed()
    assert results(there).places[0].team == "Bus" and not (tmp_path / "again.hackdesk").exists()


def test_a_ballot_that_changes_here_after_the_look_is_not_overwritten(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 0, 0, 4)
    there.close()
    coming = homecoming(home, tmp_path / "jury.hackdesk")
    hand_in(home, 0, 0, 1)
    with pytest.raises(Stale):
        actions.bring_back(home, coming)
    assert mark(home, 0, 0) == 1


def test_marks_that_do_not_fit_new_criteria_leave_the_ballot_open(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 0, 0, 4)
    there.close()
    value = progress(home).judging.criteria
    actions.edit_criteria(home, [*value, Criterion(uuid4(), "Newness")], seen=value)
    done = actions.bring_back(home, homecoming(home, tmp_path / "jury.hackdesk"))
    assert (done.taken, done.opened) == (1, 1)
    judging = progress(home).judging
    ballot = progress(home).ballot(judging.jurors[0].id, judging.teams[0].id)
    assert ballot.state is BallotState.OPEN and list(ballot.marks.values()) == [4]


def test_nothing_leaves_or_comes_back_once_the_results_are_signed(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(home, 0, 0, 4)
    actions.seal_results(home)
    there.close()
    assert "signed and closed" in refusal(home, there.path)
    with pytest.raises(Locked):
        actions.take_elsewhere(home, tmp_path / "late.hackdesk")
    assert not (tmp_path / "late.hackdesk").exists()


def test_a_ballot_of_a_juror_who_is_gone_here_is_told_and_left_out(home: Event, tmp_path: Path) -> None:
    there = taken(home, tmp_path)
    hand_in(there, 1, 0, 4)
    there.close()
    jaan = progress(home).judging.jurors[1]
    actions.remove_juror(home, jaan, seen=jaan.version)
    coming = homecoming(home, there.path)
    assert coming.unknown == ("Jaan",) and coming.met == ()
