"""The pages of the phones as one Flask application."""

from __future__ import annotations

from flask import Flask, abort, request, send_file
from flask.wrappers import Response

from hackdesk.event.store import Event
from hackdesk.jury.actions import phones_key
from hackdesk.phones.answers import Served
from hackdesk.phones.contacts import Contacts
from hackdesk.phones.form import form_pages
from hackdesk.phones.guard import guard
from hackdesk.phones.hall import hall_pages
from hackdesk.phones.hello import hello_pages
from hackdesk.phones.limits import Limits
from hackdesk.phones.pages import juror_pages
from hackdesk.resources import resource

_LARGEST_REQUEST = 16 * 1024
_KINDS = {".css": "text/css", ".js": "text/javascript"}


def make_app(event: Event, contacts: Contacts) -> Flask:
    """The application: the jurors' pages, the hall's, the feedback form. config["ADDRESS"]: where it is served."""
    app = Flask("hackdesk.phones", template_folder=str(resource("phones")), static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_FORM_MEMORY_SIZE"] = _LARGEST_REQUEST
    app.config["ADDRESS"] = "http://localhost"
    app.extensions["hackdesk"] = Served(event, contacts, phones_key(event), Limits(event.clock.monotonic))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    guard(app)
    app.add_url_rule("/assets/<name>", "asset", _asset)
    app.register_blueprint(juror_pages())
    app.register_blueprint(hall_pages())
    app.register_blueprint(form_pages())
    app.register_blueprint(hello_pages())
    return app


def _asset(name: str) -> Response:
    path = resource("phones") / name
    # Only what lies there by this very name: no folder can be asked for, and no template.
    if path.suffix not in _KINDS or name not in {found.name for found in path.parent.iterdir()}:
        abort(404)
    answer = send_file(path, mimetype=_KINDS[path.suffix], etag=False, last_modified=None, max_age=None)
    if request.method == "HEAD":
        answer.direct_passthrough = False
    return answer
