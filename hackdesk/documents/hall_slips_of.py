"""What the slips of the hall's vote are made of, as the event file has it now."""

from __future__ import annotations

from hackdesk.documents.hall_paper import HallSlips
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint, nobody_yet
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.hall import guest_codes
from hackdesk.jury.hall_queries import hall_now
from hackdesk.language import N_
from hackdesk.people.queries import people


def hall_slips_of(event: Event) -> HallSlips:
    """A slip for everybody who is checked in, or expected while nobody is; and for guests where they vote.

    Raises NothingToPrint where there is nobody, or fewer than two teams to choose from.
    """
    now = hall_now(event)
    if len(now.teams) < 2:
        raise NothingToPrint(
            N_("There are fewer than two teams to choose from."), where="teams",
            remedy=N_("Form them under Teams."),
        )  # fmt: skip
    expected = [person for person in people(event) if not person.cancelled]
    here = [person for person in expected if person.presences] or expected
    if not here:
        raise nobody_yet()
    vote = now.vote
    guests = guest_codes(vote.secret, vote.guest_slips) if vote.guests and vote.guest_slips else ()
    return HallSlips(
        masthead_of(settings_of(event)), vote.choices, tuple((number, team.name) for number, team in now.teams),
        tuple(sorted(person.code for person in here)), guests,
    )  # fmt: skip
