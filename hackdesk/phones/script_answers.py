"""What the script of a juror's page asks for: take a revision, is the laptop there, the ballots once more."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, jsonify, request
from flask.wrappers import Response

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.phone_queries import own_ballots, versions
from hackdesk.jury.phone_revisions import MarksElsewhere, OtherPhone, revision_from
from hackdesk.jury.rules import Locked
from hackdesk.phones.access import Visitor, visitor
from hackdesk.phones.answers import _, refusal, served, settings, words
from hackdesk.phones.guard import token
from hackdesk.phones.shown import told

_MOST_UNSENT = 1000


def add_to(pages: Blueprint) -> None:
    """Put these under a juror's link."""
    pages.add_url_rule("/revision/<uuid:team_id>", "post_revision", post_revision, methods=["POST"])
    pages.add_url_rule("/pulse", "pulse", pulse, methods=["POST"])
    pages.add_url_rule("/ballots", "ballots", ballots)


def post_revision(secret: str, team_id: UUID) -> Response:
    """Take one revision; its receipt is what the phone shows as saved."""
    who = visitor(secret)
    if refused := _not_in(who):
        return refused
    try:
        revision = revision_from(request.get_json(), who.device)
    except (ValueError, TypeError, AttributeError):
        abort(400)
    juror_id = _juror_id(who)
    try:
        receipt = actions.take_revision(served().event, juror_id, team_id, revision)
    except OtherPhone as error:
        return refusal(409, "device", words().error(error))
    except MarksElsewhere as error:
        return refusal(409, "elsewhere", words().error(error))
    except Locked as error:
        return refusal(409, "locked", words().error(error))
    except HackDeskError as error:
        if error.__cause__ is not None:  # the disk or another program, not the ballot: the phone tries again
            return refusal(503, "busy", words().error(error))
        return refusal(422, "marks", words().error(error))
    served().contacts.heard(juror_id, who.device, served().event.clock.utc_now())
    at = words().time(receipt.at, settings().zone, seconds=True)
    return jsonify(
        saved={"number": receipt.number, "version": receipt.version, "state": receipt.state.value, "at": at}
    )


def pulse(secret: str) -> Response:
    """The phone is there and says how many ballots it has not sent; the answer: the version of each."""
    who = visitor(secret)
    if refused := _not_in(who):
        return refused
    given = request.get_json()
    unsent = given.get("unsent") if isinstance(given, dict) else None
    if type(unsent) is not int or not 0 <= unsent <= _MOST_UNSENT:
        abort(400)
    juror_id = _juror_id(who)
    if not who.writes:
        return refusal(409, "device", words().error(OtherPhone()))
    served().contacts.heard(juror_id, who.device, served().event.clock.utc_now(), unsent)
    own = own_ballots(served().event, juror_id)
    if own is None:
        abort(404)
    known = {str(team): version for team, version in versions(served().event, juror_id).items()}
    return jsonify(versions=known, round=own.round, closed=own.closed)


def ballots(secret: str) -> Response:
    """The ballots as they are on the laptop now."""
    who = visitor(secret)
    if refused := _not_in(who):
        return refused
    own = own_ballots(served().event, _juror_id(who))
    if own is None:
        abort(404)
    now = told(own, who.device, settings(), words())
    # With it a new token, for a page that outlived its cookie.
    return jsonify(**now, token=token())


def _not_in(who: Visitor) -> Response | None:
    if who.device:
        return None
    return refusal(401, "pin", _("Your PIN is asked for again."))


def _juror_id(who: Visitor) -> UUID:
    if who.access.juror_id is None:
        abort(404)
    return who.access.juror_id
