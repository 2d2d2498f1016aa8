"""A page that says that a phone has reached the laptop, and tells the laptop so."""

from __future__ import annotations

from flask import Blueprint

from hackdesk.phones.answers import page, served


def hello_pages() -> Blueprint:
    """The page /hello, which is the same for everybody and gives nothing away."""
    pages = Blueprint("hello", __name__)
    pages.add_url_rule("/hello", "hello", hello)
    return pages


def hello() -> str:
    """Note the moment, and say that it worked."""
    served().contacts.greeted_at = served().event.clock.utc_now()
    return page("hello.html")
