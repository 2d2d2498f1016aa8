"""What the mentors panel shows, as of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.checkpoints import Progress
from hackdesk.agenda.mentor_queries import mentoring, mentors_of_the_list, rounds_to_take
from hackdesk.agenda.mentor_rounds import Ask, standing
from hackdesk.agenda.mentoring import Mentoring
from hackdesk.event.settings import settings_of
from hackdesk.people.queries import people
from hackdesk.people.rules import Person
from hackdesk.teams.rules import Finding, folded

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class MentorsNow:
    """findings: what is not met as things stand. new_mentors, new_rounds: how many could be taken in one step."""

    now: Mentoring
    progress: tuple[Progress, ...]
    findings: tuple[Finding, ...]
    new_mentors: int
    new_rounds: int
    people: tuple[Person, ...]
    days: tuple[date, ...]
    at: datetime

    @property
    def themes(self) -> tuple[str, ...]:
        """Every theme in use, those of mentors first."""
        of_mentors = [theme for mentor in self.now.mentors for theme in mentor.themes]
        of_teams = [theme for team in self.now.teams for theme in (*team.themes, *team.sought)]
        found = {folded(theme): theme for theme in reversed((*of_mentors, *of_teams))}
        return tuple(sorted(found.values(), key=folded))


def read_mentors(event: Event, least: int) -> MentorsNow:
    """least: how often a team is to be seen in each round."""
    now, at = mentoring(event), event.clock.utc_now()
    findings = standing(now, Ask(at, least=least)) if now.visits else ()
    return MentorsNow(
        now, progress(event), findings, len(mentors_of_the_list(event)), len(rounds_to_take(event)),
        tuple(person for person in people(event) if not person.cancelled), settings_of(event).days, at,
    )  # fmt: skip
