"""What stands before every page: whose address is asked for, forged requests, too many of them; and headers."""

from __future__ import annotations

import hashlib
import hmac
import logging
import math
import secrets
import traceback

from flask import Flask, abort, current_app, g, request
from flask.wrappers import Response
from werkzeug.exceptions import HTTPException, TooManyRequests

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.phones.answers import _, refusal, served, words

VISIT = "hackdesk-visit"
COOKIE_SECONDS = 14 * 24 * 3600
_NONCE = 32
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_SAID = {
    400: N_("This was not understood. Load the page again."),
    403: N_("This page is too old. Load it again, then go on."),
    404: N_("There is nothing here. Open the link on your card, or scan its code once more."),
    413: N_("This is too much at once. Make the text shorter."),
    500: N_("This is our mistake. What you gave stays on your phone; tell the facilitator."),
}
_log = logging.getLogger("hackdesk")


def guard(app: Flask) -> None:
    """Put it before an application."""
    app.before_request(_look_at_request)
    app.after_request(_finish)
    app.register_error_handler(HTTPException, _refuse)
    app.register_error_handler(HackDeskError, _refuse_in_words)
    app.register_error_handler(Exception, _our_mistake)


def token() -> str:
    """What a form of this visitor carries, in the field `token` or the header X-Token."""
    if "visit" not in g:
        known = request.cookies.get(VISIT, "")
        g.visit = known if len(known) == _NONCE and known.isalnum() else secrets.token_hex(_NONCE // 2)
    return _signed(g.visit)


def too_often(seconds: float) -> TooManyRequests:
    """The refusal of somebody who asks too often."""
    return TooManyRequests(retry_after=math.ceil(seconds))


def _signed(visit: str) -> str:
    return hmac.new(served().key.encode(), f"form {visit}".encode(), hashlib.sha256).hexdigest()[:40]


def _look_at_request() -> None:
    address: str = current_app.config["ADDRESS"]
    # A name that leads here from somebody else's page would let that page read ours (DNS rebinding).
    if request.host != address.removeprefix("http://"):
        abort(400)
    if wait := served().limits.address.wait(request.remote_addr or ""):
        raise too_often(wait)
    if request.method not in ("GET", "HEAD", "OPTIONS"):
        _look_at_origin(address)
        given = request.headers.get("X-Token") or request.form.get("token", "")
        visit = request.cookies.get(VISIT, "")
        if not visit or not hmac.compare_digest(given.encode(), _signed(visit).encode()):
            abort(403)


def _look_at_origin(address: str) -> None:
    # "null" is what a form of our own sends, because our pages tell nobody where they are (no-referrer).
    if request.headers.get("Origin", "null") not in ("null", address):
        abort(403)
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)


def _finish(answer: Response) -> Response:
    answer.headers.update(_HEADERS)
    if "visit" in g and request.cookies.get(VISIT) != g.visit:
        set_cookie(answer, VISIT, g.visit, "/")
    return answer


def set_cookie(answer: Response, name: str, value: str, path: str) -> None:
    """A cookie that no script reads and no other site sends. Not `Secure`: the laptop's network has no HTTPS."""
    answer.set_cookie(name, value, COOKIE_SECONDS, path=path, httponly=True, samesite="Strict")


def _refuse(error: HTTPException) -> Response:
    if error.code == 429 and isinstance(error, TooManyRequests):
        seconds = int(str(error.retry_after or 1))
        said = _("Too much at once. Go on in {seconds} seconds; nothing is lost.", seconds=seconds)
        answer = refusal(429, "wait", said, seconds=seconds)
        answer.headers["Retry-After"] = str(seconds)
        return answer
    status = error.code or 500
    if status == 405:  # which methods a page knows is nobody's business
        status = 404
    sentence = _SAID.get(status, _SAID[400 if status < 500 else 500])
    return refusal(status, {403: "token"}.get(status, "request"), _(sentence))


def _refuse_in_words(error: HackDeskError) -> Response:
    return refusal(409, "words", words().error(error))


def _our_mistake(error: Exception) -> Response:
    # The address holds a juror's secret and the message may hold marks: neither goes into the log.
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("a page for phones failed (%s): %s\n%s", request.endpoint, type(error).__name__, frames)
    return refusal(500, "mistake", _(_SAID[500]))
