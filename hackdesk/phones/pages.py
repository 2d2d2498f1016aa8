"""A juror's pages: their link, their PIN, their teams and ballots, as forms that need no script."""

from __future__ import annotations

import threading
from fractions import Fraction
from uuid import UUID

from flask import Blueprint, abort, make_response, redirect, request
from flask.wrappers import Response
from werkzeug.wrappers import Response as AnyResponse

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.phone_queries import OwnBallots, own_ballots
from hackdesk.jury.phone_revisions import LONGEST_NOTE, LONGEST_REASON, MarksElsewhere, OtherPhone, Revision
from hackdesk.jury.rules import BallotState, mark_of
from hackdesk.language import N_
from hackdesk.phones import script_answers
from hackdesk.phones.access import Visitor, device_named, kind_of, let_in, visitor
from hackdesk.phones.answers import _, page, served, settings, words
from hackdesk.phones.shown import BallotShown, ballots_shown, for_script, scales, state_words
from hackdesk.resources import resource

#: Comparing a PIN takes 64 MB and most of a processor; when a whole jury comes in at once, marks still arrive.
_COMPARING = threading.Semaphore(2)
_SCRIPTS = ("qrcode.js", "handover.js", "keeping.js", "sending.js", "ballot.js", "page.js")


def juror_pages() -> Blueprint:
    """The pages under a juror's secret link."""
    pages = Blueprint("juror", __name__, url_prefix="/j/<secret>")
    pages.add_url_rule("", "door", door)
    pages.add_url_rule("", "try_pin", try_pin, methods=["POST"])
    pages.add_url_rule("/take-over", "take_over", take_over, methods=["POST"])
    pages.add_url_rule("/t/<uuid:team_id>", "post_ballot", post_ballot, methods=["POST"])
    script_answers.add_to(pages)
    return pages


def door(secret: str) -> str:
    """What a juror's link leads to: the PIN, the question which phone is used, or the ballots."""
    who = visitor(secret)
    if not who.device or not who.access.device:  # also where the facilitator freed the phone
        return _ask_pin(who)
    if not who.writes:
        return _ask_take_over(who)
    own = own_of(who)
    served().contacts.heard(own.juror.id, who.device, served().event.clock.utc_now())
    return _ballots(who, own)


def try_pin(secret: str) -> AnyResponse:
    """The PIN was typed. The first phone writes from then on; a second one is asked."""
    who = visitor(secret)
    try:
        with _COMPARING:
            actions.check_pin(served().event, who.access.juror_id, request.form.get("pin", "")[:20])
    except HackDeskError as error:
        answer = make_response(_ask_pin(who, words().error(error)))
        answer.status_code = 403
        return answer
    device = device_named(request.form.get("device", "") or who.device)
    if not who.access.device and who.access.juror_id:
        actions.take_over(served().event, who.access.juror_id, device)
    answer = _back(who)
    let_in(answer, who, device)
    return answer


def take_over(secret: str) -> AnyResponse:
    """This phone is used from now on. Only right after the PIN was typed on it."""
    who = visitor(secret)
    if who.fresh and who.access.juror_id:
        actions.take_over(served().event, who.access.juror_id, who.device)
    return _back(who)


def post_ballot(secret: str, team_id: UUID) -> AnyResponse | str:
    """A ballot from the form of a page without its script."""
    who = visitor(secret)
    if not who.device:
        return _back(who)
    own = own_of(who)
    if team_id not in {team.id for team in own.teams}:
        abort(404)
    try:
        actions.take_revision(served().event, own.juror.id, team_id, _revision_from_form(who, own, team_id))
    except OtherPhone:
        return _back(who)
    except MarksElsewhere as refused:
        there = _("On the laptop now: {state}.", state=state_words(own, refused.there, words()))
        said = _("Yours is below; hand it in again to keep it, or load the page to take the laptop's.")
        return _ballots(who, own_of(who), team_id, f"{_(refused.sentence)} {there} {said}")
    except HackDeskError as error:
        return _ballots(who, own, team_id, words().error(error))
    return _back(who, f"t-{team_id}")


def own_of(who: Visitor) -> OwnBallots:
    """The visitor's ballots. Ends the request with 404 where they are not on the jury any more."""
    juror_id = who.access.juror_id
    own = own_ballots(served().event, juror_id) if juror_id else None
    if own is None:
        abort(404)
    return own


def _ballots(who: Visitor, own: OwnBallots, team_id: UUID | None = None, said: str = "") -> str:
    """The page of all ballots. team_id, said: the ballot that was refused, with what was typed still in it."""
    shown = ballots_shown(own, settings(), words())
    if team_id:
        shown = tuple(_as_typed(own, one) if one.team.id == team_id else one for one in shown)
    return page(
        "ballots.html", secret=who.secret, own=own, scales=scales(own), ballots=shown,
        script=for_script(own, who.device, settings(), words()), scripts=_scripts(),
        refused=team_id, said=said, longest={"note": LONGEST_NOTE, "reason": LONGEST_REASON},
    )  # fmt: skip


def _as_typed(own: OwnBallots, shown: BallotShown) -> BallotShown:
    form = request.form
    marks = {str(one.id): form[f"m-{one.id}"] for one in own.criteria if form.get(f"m-{one.id}")}
    return BallotShown(
        shown.team, shown.number, "open", shown.state_words, marks, form.get("note", shown.note),
        form.get("signed") == "1", form.get("reason", ""), own.ballot(shown.team.id).version, shown.at,
    )  # fmt: skip


def _revision_from_form(who: Visitor, own: OwnBallots, team_id: UUID) -> Revision:
    form, there = request.form, own.ballot(team_id)
    state = BallotState(wish) if (wish := form.get("do", "open")) in ("open", "complete", "recused") else None
    seen = form.get("seen", "")
    if state is None or not seen.isdecimal() or len(seen) > 9:
        abort(400)
    number = there.sent + 1 if there.device == who.device else 1
    if "back" in form:  # what was handed in is not in the form that takes it back
        return Revision(
            who.device, number, int(seen), own.round, BallotState.OPEN, there.marks, there.note, there.signed
        )
    return Revision(
        who.device, number, int(seen), own.round, state, _marks_from_form(own),
        form.get("note", "")[:LONGEST_NOTE], form.get("signed") == "1", form.get("reason", "")[:LONGEST_REASON],
    )  # fmt: skip


def _marks_from_form(own: OwnBallots) -> dict[UUID, Fraction]:
    marks = {}
    for criterion in own.criteria:
        typed = request.form.get(f"m-{criterion.id}", "").strip()
        if not typed:
            continue
        mark = mark_of(typed)
        if mark is None:
            raise HackDeskError(
                N_("“{mark}” is not a mark."), mark=typed, remedy=N_("Type a number, such as 4 or 3.5.")
            )
        marks[criterion.id] = mark
    return marks


def _ask_pin(who: Visitor, said: str = "") -> str:
    device = device_named(request.form.get("device", "") or who.device)
    return page("pin.html", secret=who.secret, said=said, device=device, scripts=("keeping.js", "pin.js"))


def _ask_take_over(who: Visitor) -> str:
    if not who.fresh:
        return _ask_pin(who, words().error(OtherPhone()))
    since = who.access.device_at
    return page(
        "other_phone.html", secret=who.secret, kind=kind_of(who.access.device),
        since=words().time(since, settings().zone) if since else "",
    )  # fmt: skip


def _scripts() -> tuple[str, ...]:
    # handover.js draws a ballot as a code for a laptop that no network reaches.
    return tuple(name for name in _SCRIPTS if resource(f"phones/{name}").is_file())


def _back(who: Visitor, place: str = "") -> Response:
    answer = redirect(f"/j/{who.secret}" + (f"#{place}" if place else ""), 303)
    assert isinstance(answer, Response)
    return answer
