"""Who asks: whose link it is, whether the PIN was typed on this phone, and whether another phone writes now."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import abort, request
from flask.wrappers import Response
from itsdangerous import BadSignature, URLSafeTimedSerializer

from hackdesk.jury.access_queries import Access, access_behind
from hackdesk.phones.answers import served
from hackdesk.phones.guard import COOKIE_SECONDS, set_cookie, too_often

_COOKIE = "hackdesk-juror"
_FRESH = timedelta(minutes=10)
_DEVICE = re.compile(r"[A-Za-z]{2,12}-[0-9a-f]{12}")
_KINDS = ("iPhone", "iPad", "Android", "Windows", "Macintosh", "Linux")


@dataclass(frozen=True)
class Visitor:
    """Somebody with a juror's link. device: their phone, "" until the PIN was typed on it.

    fresh: the PIN was typed a moment ago.
    """

    secret: str
    access: Access
    device: str = ""
    fresh: bool = False

    @property
    def writes(self) -> bool:
        """Whether this phone is the one that writes for the juror."""
        return bool(self.device) and self.device == self.access.device


def visitor(secret: str) -> Visitor:
    """Who asks. Ends the request with 404 where the link is nobody's, with 429 where they ask too often."""
    limits, address = served().limits, request.remote_addr or ""
    if wait := limits.nowhere.spent(address):
        raise too_often(wait)
    found = access_behind(served().event, secret)
    if found is None:
        limits.nowhere.wait(address)
        abort(404)
    if wait := limits.juror.wait(str(found.juror_id)):
        raise too_often(wait)
    device, fresh = _let_in(found)
    return Visitor(secret, found, device, fresh)


def let_in(answer: Response, who: Visitor, device: str) -> None:
    """Write down on the phone that its PIN was right."""
    value = _signer().dumps([str(who.access.juror_id), device, who.access.stamp])
    set_cookie(answer, _COOKIE, str(value), f"/j/{who.secret}")


def device_named(told: str) -> str:
    """The phone's own name for itself, or a new one, beginning with what kind of phone it is."""
    if _DEVICE.fullmatch(told):
        return told
    agent = request.user_agent.string
    kind = next((kind for kind in _KINDS if kind in agent), "phone")
    return f"{kind}-{secrets.token_hex(6)}"


def kind_of(device: str) -> str:
    """What kind of phone it is, as people call it."""
    return device.partition("-")[0]


def _let_in(access: Access) -> tuple[str, bool]:
    try:
        told: Any = None
        told, at = _signer().loads(request.cookies.get(_COOKIE, ""), COOKIE_SECONDS, return_timestamp=True)
        juror_id, device, stamp = told
    except (BadSignature, ValueError, TypeError):
        return "", False
    if (juror_id, stamp) != (str(access.juror_id), access.stamp):
        return "", False
    return device, datetime.now(UTC) - at < _FRESH


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(served().key, salt="juror")
