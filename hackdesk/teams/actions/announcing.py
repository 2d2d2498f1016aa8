"""Telling the room who sits where."""

from __future__ import annotations

from uuid import uuid4

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.teams.announcing import Announcement
from hackdesk.teams.queries import board_in
from hackdesk.teams.tables import AnnouncementRow


def announce_teams(event: Event, *, by: str = "facilitator") -> Announcement:
    """Keep who sits where as what the room is told now; the hall's names and who moved are counted from it.

    Raises HackDeskError where nobody sits in a team.
    """
    with event.change(N_("announce the teams"), by=by) as session:
        teams = board_in(session).teams
        seats = {member.person_id: team.id for team in teams for member in team.members}
        if not seats:
            raise HackDeskError(
                N_("Nobody sits in a team yet, so there is nothing to announce."),
                remedy=N_("Form the teams first."),
            )
        row = AnnouncementRow(
            id=uuid4(), at=event.clock.utc_now(), seats={str(person): str(team) for person, team in seats.items()}
        )
        session.add(row)
        return Announcement(row.id, row.at, seats)
