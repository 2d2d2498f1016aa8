"""A juror's pages: their link, their PIN, their teams and ballots."""

from __future__ import annotations

from flask import Blueprint, abort
from werkzeug.wrappers import Response as WerkzeugResponse

from hackdesk.jury.access_queries import juror_of
from hackdesk.phones.answers import page, served

Answer = str | WerkzeugResponse


def juror_pages() -> Blueprint:
    """The pages under a juror's secret link."""
    pages = Blueprint("juror", __name__, url_prefix="/j/<secret>")
    pages.add_url_rule("", "door", door)
    return pages


def door(secret: str) -> Answer:
    """What a juror's link leads to."""
    if juror_of(served().event, secret) is None:
        abort(404)
    return page("pin.html")
