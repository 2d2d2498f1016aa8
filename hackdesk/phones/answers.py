"""What every page of a phone is answered with: the event it serves, its words, a drawn template, a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import current_app, g, jsonify, make_response, render_template, request
from flask.wrappers import Response

from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.event.store import Event
from hackdesk.language import Words, language
from hackdesk.phones.contacts import Contacts
from hackdesk.phones.limits import Limits


@dataclass(frozen=True)
class Served:
    """What the pages are about. key: signs cookies and forms; from the event file, so it outlives a restart."""

    event: Event
    contacts: Contacts
    key: str
    limits: Limits


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


def _(sentence: str, **values: Any) -> str:
    """A sentence in the event's language."""
    return words()(sentence, **values)


def page(template: str, **values: Any) -> str:
    """A template of resources/phones with `words`, `settings`, the form's `token` and what else it needs."""
    from hackdesk.phones.guard import token

    return render_template(template, words=words(), settings=settings(), token=token(), **values)


def refusal(status: int, kind: str, said: str, **more: Any) -> Response:
    """A refusal in words: JSON for a script of ours, a short page for a person. kind: what the script goes by."""
    if request.is_json or request.accept_mimetypes.best == "application/json":
        answer = jsonify(refused=kind, said=said, **more)
    else:
        answer = make_response(page("said.html", said=said))
    answer.status_code = status
    return answer
