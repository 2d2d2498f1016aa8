"""The sections of Prepare, and what each still needs before the doors open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hackdesk.language import N_

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: {name: (title, "module:Class")} in the order of the work; the panels are imported when first shown.
SECTIONS = {
    "event": (N_("Event"), "ui.pages.prepare.event_panel:EventPanel"),
    "registrations": (N_("Registrations"), "ui.pages.prepare.import_panel:ImportPanel"),
    "topics": (N_("Topics"), "ui.pages.prepare.topics_panel:TopicsPanel"),
    "turnout": (N_("Who is wanted"), "ui.pages.prepare.turnout_panel:TurnoutPanel"),
    "programme": (N_("Programme"), "ui.programme.panel:ProgrammePanel"),
    "meals": (N_("Meals"), "ui.pages.prepare.meals_panel:MealsPanel"),
    "criteria": (N_("Criteria and weights"), "ui.pages.prepare.criteria_panel:CriteriaPanel"),
    "jurors": (N_("Jurors"), "ui.pages.prepare.jurors_panel:JurorsPanel"),
    "awards": (N_("Awards"), "ui.pages.prepare.awards_panel:AwardsPanel"),
    "laptop": (N_("This laptop"), "ui.pages.prepare.laptop_panel:LaptopPanel"),
}


@dataclass(frozen=True)
class Readiness:
    """How far a section is. count: of what is in it; missing: what to do still, marked with N_."""

    count: int
    missing: str = ""


def readiness(event: Event) -> dict[str, Readiness]:
    """How far each section is; runs on the desk's thread."""
    from hackdesk.agenda.queries import programme
    from hackdesk.event.settings import settings_of
    from hackdesk.jury.queries import awards, criteria, jurors
    from hackdesk.people.queries import meals, people
    from hackdesk.teams.queries import topics, turnout

    settings = settings_of(event)
    counts = {
        "registrations": len(people(event)),
        "topics": len(topics(event)),
        "programme": len(programme(event)),
        "meals": len(meals(event)),
        "criteria": len(criteria(event)),
        "jurors": len(jurors(event)),
        "awards": len(awards(event)),
    }
    missing = {
        "registrations": N_("nobody yet"),
        "topics": N_("none yet"),
        "programme": N_("empty yet"),
        "meals": "",
        "criteria": N_("none yet"),
        "jurors": N_("nobody yet"),
        "awards": N_("none yet"),
    }
    ready = {name: Readiness(count, "" if count else missing[name]) for name, count in counts.items()}
    ready["laptop"] = Readiness(0)
    shown = turnout(event)
    said = shown.wanted is not None or any(tally.typed is not None for tally in shown.groups)
    ready["turnout"] = Readiness(0, N_("some are missing") if said and shown.gaps else "")
    ready["event"] = Readiness(0, "" if settings.place and settings.organiser else N_("place or organiser"))
    return ready
