"""What the frame of a window shows: the event's name, what is on now, and a count beside some pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ui.pages import PAGES

if TYPE_CHECKING:
    from hackdesk.agenda.rules import ProgrammeItem
    from hackdesk.event.settings import EventSettings
    from hackdesk.event.store import Event

#: The tables an overview is read from.
CONCERNS = frozenset(
    {
        "settings", "people", "attendance", "teams", "programme_items", "ballots", "jurors", "criteria",
        "commitments", "contacts", "partner_promises",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Overview:
    """here of expected people; handed_in of all ballots the jury has to give; due: so much wants following up."""

    settings: EventSettings
    programme: tuple[ProgrammeItem, ...]
    here: int
    expected: int
    teams: int
    handed_in: int
    ballots: int
    due: int = 0

    def counts(self) -> dict[str, str]:
        """What stands beside the names on the rail; nothing where there is nothing to count."""
        return {
            "check_in": f"{self.here}/{self.expected}" if self.expected else "",
            "teams": str(self.teams) if self.teams else "",
            "jury": f"{self.handed_in}/{self.ballots}" if self.ballots else "",
            "after": str(self.due) if self.due else "",
        }

    @property
    def pages(self) -> frozenset[str]:
        """The pages that have to do with this file: all, or the jury's where it was taken elsewhere."""
        return frozenset({"jury", "results"} if self.settings.jury_trip else PAGES)

    def on_now(self, now: datetime) -> ProgrammeItem | None:
        """The programme item that is on at `now`."""
        from hackdesk.agenda.rules import now_and_next

        return now_and_next(self.programme, now).now


def overview(event: Event) -> Overview:
    """Read the overview; runs on the desk's thread."""
    from hackdesk.agenda.queries import programme
    from hackdesk.event.settings import settings_of
    from hackdesk.follow_up.aftermath_queries import due_now
    from hackdesk.jury.queries import progress
    from hackdesk.people.queries import people
    from hackdesk.teams.queries import teams

    expected = [person for person in people(event) if person.arrived_at or not person.cancelled]
    handed_in, ballots = progress(event).total
    return Overview(
        settings=settings_of(event),
        programme=programme(event),
        here=sum(person.arrived_at is not None for person in expected),
        expected=len(expected),
        teams=sum(team.state == "active" for team in teams(event)),
        handed_in=handed_in,
        ballots=ballots,
        due=len(due_now(event)),
    )
