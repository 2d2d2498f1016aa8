"""Who sits where, by hand: place, move, free, pin, lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.tables import PersonRow
from hackdesk.teams.actions.steps import (
    active_team,
    free_name,
    new_team,
    seat_of,
    seats_in,
    sit_down,
    stand_up,
)
from hackdesk.teams.instead import Move
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow


@dataclass(frozen=True)
class Placed:
    """The receipt of a move. team, before: names of teams, empty for no place."""

    person: str
    team: str
    before: str = ""


def place_person(
    event: Event, person_id: UUID, team_id: UUID, *, seen: UUID | None, by: str = "facilitator"
) -> Placed:
    """Seat somebody in a team, wherever they were before.

    seen: the team they were seen in, None for nowhere. Raises Stale where they sit elsewhere by now,
    HackDeskError where the team is closed.
    """
    with event.change(N_("place a person"), by=by) as session:
        team = active_team(session, team_id)
        person, seat = _as_seen(session, person_id, seen)
        before = session.get_one(TeamRow, seat.team_id).name if seat else ""
        if seat is None or seat.team_id != team_id:
            sit_down(session, person_id, team_id, event.clock.utc_now())
        return Placed(_name(person), team.name, before)


def place_in_new_team(
    event: Event, person_id: UUID, topic_id: UUID, name: str, *, seen: UUID | None, by: str = "facilitator"
) -> Placed:
    """Open a team for a topic and seat somebody in it. Raises as `place_person` and `add_team` do."""
    with event.change(N_("open a team with its first person"), by=by) as session:
        person, seat = _as_seen(session, person_id, seen)
        topic = session.get(TopicRow, topic_id)
        if topic is None or topic.state not in ("open", "no_team"):
            raise HackDeskError(
                N_("“{topic}” is closed, so nobody can gather around it."), topic=topic.title if topic else name,
                remedy=N_("Put it back on the wall under Prepare, or choose another one."),
            )  # fmt: skip
        before = session.get_one(TeamRow, seat.team_id).name if seat else ""
        team = new_team(session, free_name(session, name), topic)
        session.flush()
        sit_down(session, person_id, team.id, event.clock.utc_now())
        return Placed(_name(person), team.name, before)


def unplace_person(event: Event, person_id: UUID, *, seen: UUID, by: str = "facilitator") -> Placed:
    """Take somebody out of their team. Raises Stale where they sit elsewhere by now."""
    with event.change(N_("take a person out of a team"), by=by) as session:
        person, seat = _as_seen(session, person_id, seen)
        if seat:
            stand_up([seat], event.clock.utc_now())
        return Placed(_name(person), "", session.get_one(TeamRow, seen).name)


@dataclass(frozen=True)
class Moved:
    """The receipt of a move of several. people: their names; team: empty where they went to several or to none."""

    people: tuple[str, ...]
    team: str = ""


def move_people(event: Event, moves: Sequence[Move], *, by: str = "facilitator") -> Moved:
    """Seat several people in one step: each where its move says, None for no place.

    Raises Stale where one of them sits elsewhere than the move saw, HackDeskError where a team is closed; then
    nobody has moved.
    """
    now = event.clock.utc_now()
    with event.change(N_("move people"), by=by) as session:
        names = []
        for move in moves:
            team = active_team(session, move.to) if move.to is not None else None
            person, seat = _as_seen(session, move.person, move.away)
            names.append(_name(person))
            if team is not None and (seat is None or seat.team_id != team.id):
                sit_down(session, move.person, team.id, now)
            elif team is None and seat is not None:
                stand_up([seat], now)
        goals = {move.to for move in moves}
        only = goals.pop() if len(goals) == 1 else None
        return Moved(tuple(names), active_team(session, only).name if only else "")


def pin_people(event: Event, people: Mapping[UUID, UUID], pinned: bool, *, by: str = "facilitator") -> None:
    """Pin several people, or let proposals move them again; raises Stale.

    people: {person: the team they were seen in}.
    """
    with event.change(N_("pin people") if pinned else N_("unpin people"), by=by) as session:
        for person_id, seen in people.items():
            _seat(session, person_id, seen).pinned = pinned


def pin_person(event: Event, person_id: UUID, *, seen: UUID, by: str = "facilitator") -> None:
    """Let no proposal move somebody. Raises Stale where they sit elsewhere by now."""
    with event.change(N_("pin a person"), by=by) as session:
        _seat(session, person_id, seen).pinned = True


def unpin_person(event: Event, person_id: UUID, *, seen: UUID, by: str = "facilitator") -> None:
    """Let proposals move somebody again. Raises Stale where they sit elsewhere by now."""
    with event.change(N_("unpin a person"), by=by) as session:
        _seat(session, person_id, seen).pinned = False


def set_lead(event: Event, person_id: UUID, *, seen: UUID, by: str = "facilitator") -> None:
    """Make somebody the lead of their team; who was it before is it no longer. Raises Stale."""
    with event.change(N_("set a team's lead"), by=by) as session:
        chosen = _seat(session, person_id, seen)
        for seat in seats_in(session, chosen.team_id):
            seat.lead = seat is chosen


def clear_lead(event: Event, person_id: UUID, *, seen: UUID, by: str = "facilitator") -> None:
    """Let somebody be a member like the others. Raises Stale."""
    with event.change(N_("clear a team's lead"), by=by) as session:
        _seat(session, person_id, seen).lead = False


def _as_seen(session: Session, person_id: UUID, seen: UUID | None) -> tuple[PersonRow, MembershipRow | None]:
    person = session.get(PersonRow, person_id)
    if person is None:
        raise HackDeskError(N_("This person is not on the list any more."))
    seat = seat_of(session, person_id)
    if (seat.team_id if seat else None) != seen:
        raise Stale(
            N_("Somebody else has moved {person} meanwhile; nothing was saved."), person=_name(person),
            remedy=N_("Look where they sit now, then move them again."),
        )  # fmt: skip
    return person, seat


def _seat(session: Session, person_id: UUID, seen: UUID) -> MembershipRow:
    _person, seat = _as_seen(session, person_id, seen)
    if seat is None:
        raise RuntimeError("a pin and a lead belong to somebody who was seen in a team")
    return seat


def _name(person: PersonRow) -> str:
    return f"{person.given_name} {person.family_name}".strip()
