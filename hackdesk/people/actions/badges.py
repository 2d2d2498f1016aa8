"""A badge without a name becomes somebody's."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.actions.steps import the_row
from hackdesk.people.badge_codes import UnknownCode, cleaned
from hackdesk.people.queries import person_of
from hackdesk.people.rules import Person
from hackdesk.people.tables import BlankBadgeRow, PersonRow


def bind_badge(event: Event, code: str, person_id: UUID, *, by: str = "facilitator") -> Person:
    """Give somebody a blank badge: from now on its code means them. Their own code goes on meaning them too.

    Raises UnknownCode where no blank badge has this code, HackDeskError where it is somebody else's already.
    """
    with event.change(N_("give a blank badge"), by=by) as session:
        row = the_row(session, person_id)
        badge = session.scalars(select(BlankBadgeRow).where(BlankBadgeRow.code == cleaned(code))).first()
        if badge is None:
            raise UnknownCode.of(code)
        if badge.person_id not in (None, person_id):
            owner = session.get(PersonRow, badge.person_id)
            raise HackDeskError(
                N_("Badge {number} is {name}'s already."), number=badge.number, name=owner.name if owner else "",
                remedy=N_("Take another blank badge."),
            )  # fmt: skip
        if badge.person_id is None:
            badge.person_id, badge.bound_at = person_id, event.clock.utc_now()
        session.flush()
        return person_of(session, row)
