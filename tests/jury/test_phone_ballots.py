"""Revisions from phones: late, twice, out of order, from two phones, beside other writers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest

from hackdesk.event.check import check
from hackdesk.event.settings import keep, settings_of
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.phone_revisions import (
    MarksElsewhere,
    OtherPhone,
    Revision,
    RevisionReceipt,
    plain_ballot,
    revision_from,
)
from hackdesk.jury.rules import (
    Ballot,
    BallotState,
    Locked,
    MarkMissing,
    MarkOutOfRange,
    NotCounted,
    Recused,
    Sheet,
)
from hackdesk.jury.tables import FinalistRow

Sent = Callable[..., RevisionReceipt]
ONE = "iPhone-00000000000a"
TWO = "Android-00000000000b"


class Phones:
    """Mall's phones and the team they judge."""

    def __init__(self, jury: object) -> None:
        self.jury = jury
        self.event = jury.event  # type: ignore[attr-defined]
        self.mall: UUID = jury.juror("Mall").id  # type: ignore[attr-defined]
        self.bus: UUID = jury.team("Bus").id  # type: ignore[attr-defined]
        actions.take_over(self.event, self.mall, ONE)

    def marks(self, *marks: int) -> dict[UUID, Fraction]:
        criteria = queries.criteria(self.event)
        return {one.id: Fraction(mark) for one, mark in zip(criteria, marks, strict=False)}

    def send(self, number: int, *marks: int, device: str = ONE, **more: object) -> RevisionReceipt:
        revision = Revision(device, number, marks=self.marks(*marks))
        return actions.take_revision(self.event, self.mall, self.bus, replace(revision, **more))  # type: ignore[arg-type]

    @property
    def ballot(self) -> Ballot:
        return queries.progress(self.event).ballot(self.mall, self.bus)


@pytest.fixture
def phones(jury: object) -> Phones:
    return Phones(jury)


def test_a_revision_is_in_the_file_with_phone_and_number(phones: Phones) -> None:
    receipt = phones.send(1, 4)
    assert (receipt.number, receipt.version, receipt.state) == (1, 1, BallotState.OPEN)
    ballot = phones.ballot
    assert ballot.marks == phones.marks(4) and (ballot.way, ballot.device, ballot.sent) == ("phone", ONE, 1)
    assert ballot.entered_by == f"juror {phones.mall}"


def test_the_same_revision_twice_is_one_change(phones: Phones) -> None:
    first = phones.send(1, 4)
    before = phones.event.head()
    assert phones.send(1, 4) == first and phones.event.head() == before


def test_a_revision_that_comes_late_does_not_undo_a_newer_one(phones: Phones) -> None:
    phones.send(2, 4, 5)
    assert phones.send(1, 1).number == 2
    assert phones.ballot.marks == phones.marks(4, 5)


def test_a_complete_ballot_is_handed_in_and_may_be_taken_back(phones: Phones) -> None:
    receipt = phones.send(1, 4, 5, state=BallotState.COMPLETE)
    assert phones.ballot.handed_in_at == receipt.at
    phones.send(2, 4, 5)
    assert phones.ballot.state is BallotState.OPEN
    with pytest.raises(MarkMissing):
        phones.send(3, 4, state=BallotState.COMPLETE)


def test_marks_are_checked_as_everywhere(phones: Phones) -> None:
    with pytest.raises(MarkOutOfRange):
        phones.send(1, 6)
    assert phones.ballot.version == 0


def test_what_was_written_elsewhere_meanwhile_is_not_written_over(phones: Phones) -> None:
    seen = phones.send(1, 4).version
    sheet = Sheet(phones.marks(2, 2), way="paper")
    actions.hand_in_ballot(phones.event, phones.mall, phones.bus, sheet, seen=seen)
    with pytest.raises(MarksElsewhere) as refused:
        phones.send(2, 4, 5, seen=seen)
    assert refused.value.there.marks == phones.marks(2, 2)
    assert phones.ballot.marks == phones.marks(2, 2)
    phones.send(3, 4, 5, seen=phones.ballot.version)
    assert phones.ballot.marks == phones.marks(4, 5)


def test_what_stands_elsewhere_just_the_same_is_taken_as_sent(phones: Phones) -> None:
    actions.keep_marks(phones.event, phones.mall, phones.bus, Sheet(phones.marks(4)), seen=0)
    assert phones.send(1, 4).number == 1


def test_a_late_revision_after_another_writer_is_asked_about_and_not_written(phones: Phones) -> None:
    phones.send(1, 4)
    phones.send(2, 5)
    actions.keep_marks(phones.event, phones.mall, phones.bus, Sheet(phones.marks(1)), seen=2)
    with pytest.raises(MarksElsewhere):
        phones.send(1, 4)
    assert phones.ballot.marks == phones.marks(1)


def test_another_phone_writes_only_once_it_took_over(phones: Phones) -> None:
    phones.send(1, 4)
    with pytest.raises(OtherPhone):
        phones.send(1, 2, device=TWO, seen=1)
    actions.take_over(phones.event, phones.mall, TWO)
    phones.send(1, 2, device=TWO, seen=1)
    with pytest.raises(OtherPhone):
        phones.send(2, 3, seen=1)
    actions.take_over(phones.event, phones.mall, ONE)
    with pytest.raises(MarksElsewhere):  # back at the first phone, which has not seen what the second wrote
        phones.send(2, 3, seen=1)


def test_nothing_is_taken_from_a_phone_that_nobody_let_in(phones: Phones) -> None:
    jaan = phones.jury.juror("Jaan").id  # type: ignore[attr-defined]
    with pytest.raises(OtherPhone):
        actions.take_revision(phones.event, jaan, phones.bus, Revision("", 1))


def test_a_closed_round_takes_no_more_and_still_confirms_what_it_has(phones: Phones) -> None:
    first = phones.send(1, 4, 5, state=BallotState.COMPLETE)
    with phones.event.change("close") as session:
        keep(session, replace(settings_of(phones.event), jury_closed=1))
    assert phones.send(1, 4, 5, state=BallotState.COMPLETE) == first
    with pytest.raises(Locked):
        phones.send(2, 1, 1)


def test_marks_of_the_first_round_never_get_into_the_finalists_round(phones: Phones) -> None:
    phones.send(1, 4)
    with phones.event.change("finalists") as session:
        session.add(FinalistRow(team_id=phones.bus, position=1))
    with pytest.raises(Locked):
        phones.send(2, 4, 5)
    assert phones.send(1, 3, round=2).number == 1


def test_a_recusal_needs_its_reason_and_may_be_taken_back(phones: Phones) -> None:
    with pytest.raises(Exception, match="needs its reason"):
        phones.send(1, state=BallotState.RECUSED)
    phones.send(1, 3, state=BallotState.RECUSED, reason="my  sister is in it")
    assert (phones.ballot.state, phones.ballot.reason) == (BallotState.RECUSED, "my sister is in it")
    phones.send(2, 3)
    assert (phones.ballot.state, phones.ballot.reason) == (BallotState.OPEN, "")


def test_what_the_facilitator_set_aside_stays_so(phones: Phones) -> None:
    version = phones.send(1, 4).version
    away = NotCounted(BallotState.TEAM_NO_SHOW)
    seen = actions.set_ballot_state(phones.event, phones.mall, phones.bus, away, seen=version).version
    with pytest.raises(Recused):
        phones.send(2, 4, 5, seen=seen)


def test_a_second_reading_holds_until_the_marks_change(phones: Phones) -> None:
    phones.send(1, 4)
    with phones.event.change("read again") as session:
        from hackdesk.jury.actions.ballots import ballot_row

        row = ballot_row(session, phones.mall, phones.bus)
        assert row
        row.second_by = "Eve"
    phones.send(2, 4, note="well done")
    assert phones.ballot.second_by == "Eve"
    phones.send(3, 5, note="well done")
    assert phones.ballot.second_by == ""


def test_all_of_it_is_in_the_journal(phones: Phones) -> None:
    phones.send(1, 4)
    phones.send(2, 4, 5, state=BallotState.COMPLETE)
    said = [(change.action, change.actor) for change in phones.event.changes_since(0)][-2:]
    assert said == [(action, f"juror {phones.mall}") for action in ("keep marks", "hand in ballot")]
    assert check(phones.event).sound


def test_a_new_pin_changes_the_stamp_and_the_key_stays(phones: Phones) -> None:
    key, before = actions.phones_key(phones.event), access(phones.event)[phones.mall].stamp
    actions.set_pin(phones.event, phones.mall, "4071")
    assert access(phones.event)[phones.mall].stamp != before
    assert actions.phones_key(phones.event) == key and len(key) > 30


@pytest.mark.parametrize(
    "told",
    [
        None, [], {}, {"marks": 3}, {"marks": {"x": "3"}}, {"marks": {}, "number": 0},
        {"marks": {}, "number": True}, {"marks": {}, "number": 1, "state": "void"},
        {"marks": {}, "number": 1, "note": "n" * 3000},
        {"marks": {str(UUID(int=1)): "NaN"}, "number": 1}, {"marks": {}, "number": 1, "seen": "1"},
        {"marks": {str(UUID(int=number)): "1" for number in range(200)}, "number": 1},
    ],
)  # fmt: skip
def test_what_no_page_of_ours_sends_is_no_revision(told: object) -> None:
    with pytest.raises((ValueError, TypeError, AttributeError)):
        revision_from(told, ONE)


def test_a_ballot_goes_to_the_phone_and_comes_back_the_same(phones: Phones) -> None:
    phones.send(1, 4, 2, note="good", signed=True)
    again = revision_from({**plain_ballot(phones.ballot), "number": 2, "seen": 1}, ONE)
    assert again == Revision(ONE, 2, 1, marks=phones.marks(4, 2), note="good", signed=True)
