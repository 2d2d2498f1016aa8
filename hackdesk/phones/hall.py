"""The hall's vote on phones: pages that the server takes in beside the jurors' own."""

from __future__ import annotations

from flask import Blueprint


def hall_pages() -> Blueprint:
    """The hall's pages. The event is `served().event`; `page(…)` draws a template of resources/phones."""
    return Blueprint("hall", __name__, url_prefix="/hall")
