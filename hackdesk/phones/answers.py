"""What every page of a phone is answered with: the event it serves, its words, a drawn template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import current_app, g, render_template

from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.event.store import Event
from hackdesk.language import Words, language
from hackdesk.phones.contacts import Contacts


@dataclass(frozen=True)
class Served:
    """What the pages are about. key: signs cookies and forms; from the event file, so it outlives a restart."""

    event: Event
    contacts: Contacts
    key: str


def served() -> Served:
    """What this server serves."""
    found: Served = current_app.extensions["hackdesk"]
    return found


def settings() -> EventSettings:
    """The event's settings, read once a request."""
    if "settings" not in g:
        g.settings = settings_of(served().event)
    found: EventSettings = g.settings
    return found


def words() -> Words:
    """The words of the event's language."""
    return language(settings().language)


def page(template: str, **values: Any) -> str:
    """A template of resources/phones with `words`, `settings` and what else it needs."""
    return render_template(template, words=words(), settings=settings(), **values)
