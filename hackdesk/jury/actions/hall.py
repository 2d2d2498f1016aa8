"""What is done about the hall's vote: setting it up, opening and closing it, taking a vote and giving one back."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.jury import hall
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.hall import HallReceipt, HallRefusal, HallVote, Voter
from hackdesk.jury.hall_queries import hall_vote_in, vote_row, voter_in
from hackdesk.jury.queries import contestants_in
from hackdesk.jury.tables import AwardRow, HallVoteRow
from hackdesk.language import N_


def set_up_hall(
    event: Event, *, choices: int | None = None, guests: bool | None = None, guest_slips: int | None = None,
    by: str = "facilitator",
) -> HallVote:  # fmt: skip
    """Say how the hall votes; what is None stays. Raises Locked, and HallRefusal where votes are in already.

    guest_slips: how many guests get a slip with a code; never fewer than there are, for they may be handed out.
    """
    with event.change(N_("set up the hall's vote"), by=by) as session:
        refuse_when_sealed(session)
        vote = hall_vote_in(session)
        if choices is not None and choices != vote.choices:
            _refuse_with_votes(session, guests=False)
            vote = replace(vote, choices=_within(choices, 1, hall.MOST_CHOICES))
        if guests is not None and guests != vote.guests:
            if not guests:
                _refuse_with_votes(session, guests=True)
            vote = replace(vote, guests=guests)
        if guest_slips is not None:
            most = _within(guest_slips, vote.guest_slips, hall.MOST_GUESTS)
            vote = replace(vote, guest_slips=most, secret=vote.secret or secrets.token_hex(16))
        _keep(session, vote)
    return vote


def hall_decides(event: Event, award_id: UUID | None, *, by: str = "facilitator") -> None:
    """From now on the hall decides this award, and no other; None: it decides none. Raises Locked."""
    with event.change(N_("say what the hall decides"), by=by) as session:
        refuse_when_sealed(session)
        for row in session.scalars(select(AwardRow)):
            if row.id == award_id:
                row.decided_by = "hall"
            elif row.decided_by == "hall":
                row.decided_by = "jury"


def number_teams(event: Event, *, by: str = "facilitator") -> HallVote:
    """Keep the numbers that are about to stand on slips; until the vote was opened, as the order of pitches is."""
    with event.change(N_("number the teams for the hall's vote"), by=by) as session:
        vote = hall_vote_in(session)
        if vote.state == hall.NOT_OPENED:
            vote = replace(vote, numbers=())
        vote = _numbered(session, vote)
        _keep(session, vote)
    return vote


def open_hall(event: Event, *, by: str = "facilitator") -> HallVote:
    """Take votes from now on. Raises Locked, and HackDeskError with fewer than two teams to choose from."""
    with event.change(N_("open the hall's vote"), by=by) as session:
        refuse_when_sealed(session)
        vote = replace(_numbered(session, hall_vote_in(session)), state=hall.OPEN)
        if len(vote.numbered(contestants_in(session))) < 2:
            raise HackDeskError(
                N_("There are fewer than two teams to choose from."), remedy=N_("Make the teams first.")
            )
        _keep(session, vote)
    return vote


def close_hall(event: Event, *, by: str = "facilitator") -> HallVote:
    """Take no more votes. Raises VotingClosed where none are taken."""
    with event.change(N_("close the hall's vote"), by=by) as session:
        vote = hall_vote_in(session)
        if not vote.open:
            raise hall.voting_closed(vote)
        vote = replace(vote, state=hall.CLOSED)
        _keep(session, vote)
    return vote


def closed_by_signing(session: Session) -> None:
    """The step of signing: a vote that is still open closes with it, so that it is counted."""
    vote = hall_vote_in(session)
    if vote.open:
        _keep(session, replace(vote, state=hall.CLOSED))
        session.flush()


def cast_vote(
    event: Event, code: str | tuple[str, ...], choices: Sequence[UUID], way: str, *, by: str = "hall"
) -> HallReceipt:
    """Take the one vote of whose code it is. choices: ids of teams, best first; way: phone, paper.

    code: as it was typed, or every way a scan can be read.
    Raises VotingClosed, VotedAlready, OwnTeam, HallRefusal.
    """
    if way not in (hall.PHONE, hall.PAPER):
        raise ValueError(f"the hall votes on a phone or on paper, not by {way}")
    with event.change(N_("take a vote of the hall"), by=by) as session:
        vote = _open_vote(session)
        found = voter_in(session, vote, code)
        if found.voted_at is not None:
            local = found.voted_at.astimezone(settings_in(session).zone)
            raise hall.voted_already(f"{local:%H:%M}", found.way)
        kept = hall.checked_choices(choices, vote, contestants_in(session), found.own)
        now = event.clock.utc_now()
        session.add(
            HallVoteRow(
                person_id=found.person_id, guest=found.guest, choices=[str(team) for team in kept], way=way, at=now
            )
        )
    return HallReceipt(replace(found, voted_at=now, way=way), now, way)


def take_back_vote(event: Event, code: str | tuple[str, ...], *, by: str = "facilitator") -> Voter:
    """Take back the vote of whose code it is, so that they can give another. Raises VotingClosed, HallRefusal."""
    with event.change(N_("take back a vote of the hall"), by=by) as session:
        found = voter_in(session, _open_vote(session), code)
        row = vote_row(session, found)
        if row is None:
            raise HallRefusal(N_("This code has not voted yet, so there is nothing to take back."))
        session.delete(row)
    return replace(found, voted_at=None, way="")


def _open_vote(session: Session) -> HallVote:
    refuse_when_sealed(session)
    vote = hall_vote_in(session)
    if not vote.open:
        raise hall.voting_closed(vote)
    return vote


def _numbered(session: Session, vote: HallVote) -> HallVote:
    """With a number for every team there is; those that have one keep it."""
    later = (team.id for team in contestants_in(session) if team.active and team.id not in vote.numbers)
    return replace(vote, numbers=(*vote.numbers, *later))


def _refuse_with_votes(session: Session, *, guests: bool) -> None:
    query = select(HallVoteRow.id).limit(1)
    if session.scalars(query.where(HallVoteRow.guest != "") if guests else query).first():
        raise HallRefusal(
            N_("Votes are in already, given as it was asked then."),
            remedy=N_("Count them as they are: it can be asked otherwise only before the first vote."),
        )


def _within(number: int, least: int, most: int) -> int:
    return max(least, min(number, most))


def _keep(session: Session, vote: HallVote) -> None:
    keep(session, replace(settings_in(session), hall_vote=vote.to_dict()))
