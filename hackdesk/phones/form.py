"""The feedback form on phones: five questions, no name, plain forms.

What stays on the phone says only that this phone has sent a form; the same for every phone, so it tells none from
another. Nothing that is kept with a form says whose phone it came from, or when.
"""

from __future__ import annotations

import secrets
import threading

from flask import Blueprint, abort, make_response, redirect, request
from flask.wrappers import Response
from werkzeug.wrappers import Response as AnyResponse

from hackdesk.errors import HackDeskError
from hackdesk.follow_up.actions import add_form
from hackdesk.follow_up.forms import ENDS, LONGEST_WORDS, MARKS, Answer, Question
from hackdesk.follow_up.forms_queries import questions
from hackdesk.people.queries import groups
from hackdesk.phones.answers import page, served, settings, words
from hackdesk.phones.guard import set_cookie, too_often

_COOKIE, _SENT = "hackdesk-form", "sent"
_PLACE = "/f"
_MOST_KEPT = 4000
_DIGITS = tuple(map(str, MARKS))


class _Sendings:
    """The numbers of forms that are in: what a bad network sends twice is one form. In memory only."""

    def __init__(self) -> None:
        self._lock, self._numbers = threading.Lock(), set[str]()

    def first(self, number: str) -> bool:
        """Whether this form comes for the first time; it is noted."""
        with self._lock:
            if number in self._numbers:
                return False
            if len(self._numbers) >= _MOST_KEPT:
                self._numbers.clear()
            if number:
                self._numbers.add(number)
            return True

    def forget(self, number: str) -> None:
        """It was refused, and may come again."""
        with self._lock:
            self._numbers.discard(number)


def form_pages() -> Blueprint:
    """The pages under /f."""
    pages, sendings = Blueprint("form", __name__, url_prefix=_PLACE), _Sendings()
    pages.add_url_rule("", "ask", ask)
    pages.add_url_rule("", "take", lambda: take(sendings), methods=["POST"])
    pages.add_url_rule("/in", "told_in", told_in)
    return pages


def ask() -> str:
    """The form; on a phone that has sent one, first the question whether somebody else holds it."""
    _here()
    return _form() if "another" in request.args or not _has_sent() else page("form_sent.html")


def told_in() -> str:
    """The last page."""
    _here()
    return page("form_in.html")


def take(sendings: _Sendings) -> AnyResponse:
    """A form was sent."""
    _here()
    form, number = request.form, request.form.get("sending", "")[:40]
    if _has_sent() and "another" not in form:
        return _answer(page("form_sent.html"), 409)
    limit, address = served().limits.forms, request.remote_addr or ""
    if wait := limit.spent(address):
        raise too_often(wait)
    if sendings.first(number):
        try:
            add_form(served().event, _given(), way="phone", by="phone")
        except HackDeskError as error:
            sendings.forget(number)
            return _answer(_form(words().error(error)), 409)
        limit.wait(address)
    answer = redirect(f"{_PLACE}/in", 303)
    assert isinstance(answer, Response)
    set_cookie(answer, _COOKIE, _SENT, _PLACE)
    return answer


def _here() -> None:
    # A file that was taken to the jury's room comes back with ballots only: forms would be lost there.
    if settings().jury_trip:
        abort(404)


def _has_sent() -> bool:
    return request.cookies.get(_COOKIE) == _SENT


def _form(said: str = "") -> str:
    """said: why the form was refused; what was filled in still stands."""
    named = [(group.key, group.short_name) for group in groups(served().event)]
    again = "another" in request.args or "another" in request.form
    return page(
        "form.html", said=said, groups=named, questions=questions(served().event), marks=MARKS, ends=ENDS,
        given=request.form, again=again, sending=secrets.token_hex(16), longest=LONGEST_WORDS,
    )  # fmt: skip


def _given() -> Answer:
    form, known = request.form, {group.key for group in groups(served().event)}
    group = form.get("group", "")
    marks, said = dict[str, int](), dict[str, str]()
    for question in questions(served().event):
        told = form.get(_field(question), "")
        if question.free:
            said[question.key] = told
        elif told:
            marks[question.key] = int(told) if told in _DIGITS else 0
    return Answer(group if group in known else "", marks, said)


def _field(question: Question) -> str:
    return f"q-{question.key}"


def _answer(content: str, status: int) -> Response:
    made = make_response(content)
    made.status_code = status
    return made
