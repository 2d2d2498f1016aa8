"""The hall's vote on phones: a badge's code, the teams, sent. Plain forms; the code stands in no address.

Why a code is refused is told, because somebody has to mend it; nobody's name is. Wrong codes are counted for each
phone, so that they cannot be tried one after the other.
"""

from __future__ import annotations

import secrets
import threading
from uuid import UUID

from flask import Blueprint, make_response, redirect, request
from flask.wrappers import Response
from werkzeug.wrappers import Response as AnyResponse

from hackdesk.errors import HackDeskError
from hackdesk.jury.actions import cast_vote
from hackdesk.jury.hall import PHONE, VotedAlready, Voter, VotingClosed, voted_already, voting_closed
from hackdesk.jury.hall_queries import HallNow, hall_now, voter
from hackdesk.language import N_
from hackdesk.people.badge_codes import cleaned
from hackdesk.phones.answers import page, served, settings, words
from hackdesk.phones.guard import too_often

_LONGEST_CODE = 20
_MOST_KEPT = 2000
_ORDER = (N_("The best"), N_("The second"), N_("The third"))


class _Sendings:
    """Votes that are in, by the number of their form: what is sent twice by a bad network is no double vote."""

    def __init__(self) -> None:
        self._lock, self._codes = threading.Lock(), dict[str, str]()

    def note(self, sending: str, code: str) -> None:
        """This form brought this code's vote."""
        with self._lock:
            if len(self._codes) >= _MOST_KEPT:
                self._codes.clear()
            self._codes[sending] = code

    def brought(self, sending: str, code: str) -> bool:
        """Whether it was this form that did."""
        with self._lock:
            return bool(sending) and self._codes.get(sending) == code


def hall_pages() -> Blueprint:
    """The pages under /h: what a person in the hall types into their phone is as short as it can be."""
    pages, sendings = Blueprint("hall", __name__, url_prefix="/h"), _Sendings()
    pages.add_url_rule("", "ask_code", ask_code)
    pages.add_url_rule("/in", "told_in", told_in)
    pages.add_url_rule("/teams", "offer", offer, methods=["POST"])
    pages.add_url_rule("/vote", "take", lambda: take(sendings), methods=["POST"])
    return pages


def ask_code() -> str:
    """The first page: the code, or that there is no vote now."""
    return _ask(hall_now(served().event))


def told_in() -> str:
    """The last page: the vote is in."""
    return page("hall_in.html")


def offer() -> AnyResponse:
    """A code was typed: the teams it may choose from."""
    known = _known()
    return known if isinstance(known, Response) else _answer(_teams(*known), 200)


def take(sendings: _Sendings) -> AnyResponse:
    """Teams were chosen: one vote."""
    code, sending = _code(), request.form.get("sending", "")[:40]
    if sendings.brought(sending, code):
        return _thanks()
    known = _known()
    if isinstance(known, Response):
        return known
    now, found = known
    try:
        cast_vote(served().event, code, _chosen(), PHONE)
    except VotedAlready as error:
        return _answer(_ask(now, words().error(error)), 409)
    except HackDeskError as error:
        return _answer(_teams(now, found, words().error(error)), 409)
    sendings.note(sending, code)
    return _thanks()


def _known() -> tuple[HallNow, Voter] | Response:
    """The vote, and whose code it is; or the page that says why it does not vote."""
    now, address, limit = hall_now(served().event), request.remote_addr or "", served().limits.codes
    if not now.open:
        return _answer(_ask(now), 409)
    if wait := limit.spent(address):
        raise too_often(wait)
    try:
        found = voter(served().event, _code())
    except HackDeskError as error:
        limit.wait(address)
        return _answer(_ask(now, words().error(error), _code()), 403)
    if found.voted_at is not None:
        time = words().time(found.voted_at, settings().zone)
        return _answer(_ask(now, words().error(voted_already(time, found.way))), 409)
    return now, found


def _ask(now: HallNow, said: str = "", code: str = "") -> str:
    """code: one that has to be mended."""
    if not now.open:
        closed: VotingClosed = voting_closed(now.vote)
        return page("hall.html", said=words()(N_("The vote is closed.")) if now.sealed else words().error(closed),
                    open=False, code="")  # fmt: skip
    return page("hall.html", said=said, open=True, code=code)


def _teams(now: HallNow, found: Voter, said: str = "") -> str:
    # The own team is not offered: only whoever knows the code learns which that is.
    teams = [(number, team) for number, team in now.teams if team.id not in found.own]
    return page(
        "hall_teams.html", said=said, code=_code(), teams=teams, order=_ORDER[: now.vote.choices],
        sending=secrets.token_hex(16), chosen=request.form,
    )  # fmt: skip


def _code() -> str:
    return cleaned(request.form.get("code", "")[:_LONGEST_CODE])


def _chosen() -> tuple[UUID, ...]:
    """The teams of the form, best first; a place left free in between is none."""
    chosen = []
    for number in range(1, len(_ORDER) + 1):
        told = request.form.get(f"choice-{number}", "")
        try:
            chosen += [UUID(told)] if told else []
        except ValueError:
            chosen.append(UUID(int=0))  # no team: refused as one that does not take part
    return tuple(chosen)


def _thanks() -> AnyResponse:
    return redirect("/h/in", 303)


def _answer(text: str, status: int) -> Response:
    answer = make_response(text)
    answer.status_code = status
    return answer
