"""A new event from a template: groups, programme, criteria, awards and texts in one change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hackdesk.agenda.actions import add_programme
from hackdesk.agenda.template import ONE_DAY, TWO_DAYS, planned
from hackdesk.clock import Clock
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import EventSettings, checked, keep
from hackdesk.event.store import Event
from hackdesk.jury.actions import add_awards, add_criteria
from hackdesk.jury.template import AWARDS, CRITERIA
from hackdesk.language import N_, language
from hackdesk.people.actions import add_groups

#: Key on the command line → title on the start page.
TEMPLATES = {
    "social-two-days": N_("Social hackathon, two days"),
    "social-one-day": N_("Social hackathon, one day"),
    "": N_("Empty event"),
}
_PROGRAMMES = {"social-two-days": TWO_DAYS, "social-one-day": ONE_DAY}
PHOTO_CONSENT = N_("I may be photographed and filmed at the event, and the pictures may be published.")


def create_event(
    path: Path, settings: EventSettings, template: str = "", *, station: str = "desk", clock: Clock | None = None
) -> Event:
    """A new event file, filled from the template in the event's language.

    Raises HackDeskError for wrong settings, an unknown template, or a file that is there already.
    """
    settings = checked(settings)
    if template not in TEMPLATES:
        raise HackDeskError(
            N_("There is no template “{template}”."), template=template,
            remedy=N_("The templates are {known}."), known=", ".join(filter(None, TEMPLATES)),
        )  # fmt: skip
    words = language(settings.language)
    settings = replace(
        settings, photo_consent_wording=settings.photo_consent_wording or words(PHOTO_CONSENT)
    )
    event = Event.create(path, clock=clock, station=station)
    with event.change(N_("new event")) as session:
        keep(session, settings)
        add_groups(session, words)
        if template:
            items = planned(_PROGRAMMES[template], settings.days, settings.zone, words)
            add_programme(session, items)
            add_criteria(session, CRITERIA, words)
            add_awards(session, AWARDS, words)
    return event
