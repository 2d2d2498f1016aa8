"""The pages of the phones as one Flask application."""

from __future__ import annotations

from flask import Flask

from hackdesk.event.store import Event
from hackdesk.jury.actions import phones_key
from hackdesk.phones.answers import Served
from hackdesk.phones.contacts import Contacts
from hackdesk.phones.hall import hall_pages
from hackdesk.phones.pages import juror_pages
from hackdesk.resources import resource

_LARGEST_REQUEST = 16 * 1024


def make_app(event: Event, contacts: Contacts) -> Flask:
    """The application: the jurors' pages and the hall's."""
    app = Flask("hackdesk.phones", template_folder=str(resource("phones")), static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    app.extensions["hackdesk"] = Served(event, contacts, phones_key(event))
    app.register_blueprint(juror_pages())
    app.register_blueprint(hall_pages())
    return app
