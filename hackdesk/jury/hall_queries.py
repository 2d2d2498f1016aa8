"""How the hall's vote stands. While it runs it is told how many have voted, not for whom; never who for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.event.settings import EventSettings, settings_in
from hackdesk.event.store import Event
from hackdesk.jury import hall
from hackdesk.jury.hall import HallResult, HallVote, Voter
from hackdesk.jury.queries import awards_in, closing_revision, contestants_in
from hackdesk.jury.rules import Award, Contestant
from hackdesk.jury.tables import HallVoteRow
from hackdesk.language import N_
from hackdesk.people.badge_codes import UnknownCode, cleaned
from hackdesk.people.queries import whoever_has
from hackdesk.people.tables import AttendanceRow, PersonRow
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow


@dataclass(frozen=True)
class HallNow:
    """How the vote stands. teams: (number, team) that can be chosen; people: how many may vote.

    phone, paper: how many of them have, on either way; guests: how many guests have. sealed: the revision that
    closes it. awards: all of them, in their order. elsewhere: this is the jury's file on another laptop, where the
    hall does not vote.
    """

    vote: HallVote
    teams: tuple[tuple[int, Contestant], ...]
    people: int
    phone: int = 0
    paper: int = 0
    guests: int = 0
    sealed: int | None = None
    awards: tuple[Award, ...] = ()
    elsewhere: bool = False

    @property
    def voted(self) -> int:
        """How many people have voted, guests not among them."""
        return self.phone + self.paper

    @property
    def open(self) -> bool:
        """Whether votes are taken now."""
        return self.vote.open and self.sealed is None and not self.elsewhere

    @property
    def decides(self) -> Award | None:
        """The award that the hall decides; the first where there are several."""
        return next((one for one in self.awards if one.decided_by == "hall"), None)


def hall_now(event: Event) -> HallNow:
    """How the hall's vote stands."""
    with event.read() as session:
        settings, closing = settings_in(session), closing_revision(session)
        vote = vote_of(settings)
        query = select(HallVoteRow.way, func.count()).where(HallVoteRow.guest == "").group_by(HallVoteRow.way)
        ways: dict[str, int] = dict(iter(session.execute(query)))
        guests = session.scalar(select(func.count(HallVoteRow.id)).where(HallVoteRow.guest != "")) or 0
        return HallNow(
            vote, vote.numbered(contestants_in(session)), people_in_hall(session), ways.get(hall.PHONE, 0),
            ways.get(hall.PAPER, 0), guests, closing.number if closing else None, awards_in(session),
            bool(settings.jury_trip),
        )  # fmt: skip


def voter(event: Event, code: str | tuple[str, ...]) -> Voter:
    """Whose code it is, whether they have voted, and which teams are their own.

    code: as it was typed, or every way a scan can be read. Raises HallRefusal where it is nobody's who may vote.
    """
    with event.read() as session:
        return voter_in(session, hall_vote_in(session), code)


def hall_result(event: Event) -> HallResult | None:
    """What the hall says, once the vote is closed: as signed while a revision stands, else as counted now.

    None before that, and where nobody has voted.
    """
    with event.read() as session:
        closing = closing_revision(session)
        return hall.result_from(closing.content) if closing else result_in(session)


def hall_vote_in(session: Session) -> HallVote:
    """How the hall votes, inside a session."""
    return vote_of(settings_in(session))


def vote_of(settings: EventSettings) -> HallVote:
    """How the hall votes, from the event's settings."""
    return HallVote.from_dict(settings.hall_vote)


def result_in(session: Session) -> HallResult | None:
    """What the hall says, inside a session; None while the vote is not closed, and where nobody has voted."""
    vote = hall_vote_in(session)
    rows = session.scalars(select(HallVoteRow)).all()
    if vote.state != hall.CLOSED or not rows:
        return None
    teams = contestants_in(session)
    ours = hall.counted(_choices(row for row in rows if not row.guest), teams, vote.choices)
    theirs = hall.counted(_choices(row for row in rows if row.guest), teams, vote.choices)
    return HallResult(ours, people_in_hall(session), theirs if vote.guests else None)


def people_in_hall(session: Session) -> int:
    """How many may vote, inside a session."""
    query = (
        select(func.count(func.distinct(AttendanceRow.person_id)))
        .join(PersonRow, PersonRow.id == AttendanceRow.person_id)
        .where(~PersonRow.cancelled)
    )
    return session.scalar(query) or 0


def voter_in(session: Session, vote: HallVote, code: str | tuple[str, ...]) -> Voter:
    """Whose code it is, inside a session. Raises HallRefusal."""
    readings = (code,) if isinstance(code, str) else code
    guest = hall.guest_in(vote, readings)
    if guest:
        if not vote.guests:
            raise hall.HallRefusal(N_("Guests do not vote here."))
        return _with_vote(session, Voter(guest=guest))
    try:
        person = whoever_has(session, readings)
    except UnknownCode as error:
        raise hall.HallRefusal(
            N_("Nobody at this event has the code {code}."), code=cleaned(next(iter(readings), "")) or "–",
            remedy=N_("Look at it again, sign by sign."),
        ) from error  # fmt: skip
    if person.cancelled or not person.presences:
        raise hall.HallRefusal(
            N_("This badge is not checked in, and only those who are here vote."),
            remedy=N_("Check it in at the desk, then vote."),
        )
    return _with_vote(session, Voter(person.id, own=own_teams_in(session, person.id)))


def own_teams_in(session: Session, person_id: UUID) -> frozenset[UUID]:
    """The teams a person may not vote for, inside a session."""
    member = session.scalars(select(MembershipRow.team_id).where(MembershipRow.person_id == person_id))
    topics = session.scalars(
        select(TeamRow.id)
        .join(TopicRow, TopicRow.id == TeamRow.topic_id)
        .where(TopicRow.owner_id == person_id)
    )
    merged = {row.id: row.merged_into_id for row in session.execute(select(TeamRow.id, TeamRow.merged_into_id))}
    return hall.own_teams(member, topics, merged)


def vote_row(session: Session, found: Voter) -> HallVoteRow | None:
    """The vote that is in, for this subject's own actions."""
    query = select(HallVoteRow)
    same = HallVoteRow.guest == found.guest if found.guest else HallVoteRow.person_id == found.person_id
    return session.scalars(query.where(same)).first()


def _with_vote(session: Session, found: Voter) -> Voter:
    row = vote_row(session, found)
    return Voter(found.person_id, found.guest, found.own, row.at, row.way) if row else found


def _choices(rows: Iterable[HallVoteRow]) -> list[tuple[UUID, ...]]:
    return [tuple(map(UUID, row.choices)) for row in rows]
