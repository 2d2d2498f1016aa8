"""Codes that prove a paper: what was issued, signed with the event's own Ed25519 key (RFC 8032).

A code holds its whole statement, so that it can be judged without the event file and without internet: the public
key alone says whether it is real. Base 32, so that a QR code takes it in its compact way.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b32decode, b32encode, b64decode, b64encode
from binascii import Error as NotBase
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING

from hackdesk.errors import HackDeskError
from hackdesk.language import N_

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_PREFIX, _KEY_PREFIX = "HD1:", "HDKEY:"
_BETWEEN = "\x1f"
_SIGNATURE_BYTES, _KEY_BYTES = 64, 32
_BLANKS = re.compile(r"[\s\-]+")


class NotReal(HackDeskError):
    """A code that the event's key did not sign, or that is no code of ours."""


@dataclass(frozen=True)
class Statement:
    """What a code says. kind: participant, winner, mentor, juror, organiser, record.

    number: as it is printed, "2026-0047"; of the record its revision. name: whose it is. about: the award or the
    team; of the record its fingerprint. event: its name. dates: as printed. issued_on: ISO date.
    """

    kind: str
    number: str
    name: str = ""
    about: str = ""
    event: str = ""
    dates: str = ""
    issued_on: str = ""


@dataclass(frozen=True)
class KeyPair:
    """private, public: raw, in base 64."""

    private: str
    public: str


def new_key_pair() -> KeyPair:
    """A key of its own for an event."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    raw, public = key.private_bytes_raw(), key.public_key().public_bytes_raw()
    return KeyPair(b64encode(raw).decode(), b64encode(public).decode())


def signed_code(statement: Statement, private: str) -> str:
    """The code to print. private: raw, in base 64."""
    said = _packed(statement)
    signature = _signer(private).sign(said)
    return _PREFIX + b32encode(signature + said).decode().rstrip("=")


@lru_cache(maxsize=1)
def _signer(private: str) -> Ed25519PrivateKey:
    # A thousand certificates are signed with one key: reading it takes as long as signing.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(b64decode(private))


def verified(code: str, public: str) -> Statement:
    """What a code says, if the key signed it. public: as `key_of` gives it. Raises NotReal."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    signature, said = _taken_apart(code)
    try:
        Ed25519PublicKey.from_public_bytes(b64decode(public)).verify(signature, said)
    except InvalidSignature:
        raise NotReal(
            N_("This is not real: the event's key did not sign it, or something in it was changed."),
            remedy=N_("Compare it with the list of certificates, or ask who organised the event."),
        ) from None
    parts = said.decode("utf-8").split(_BETWEEN)
    if len(parts) != len(fields(Statement)):
        raise NotReal(N_("This code was made by another version of HackDesk."))
    return Statement(*parts)


def printed_key(public: str) -> str:
    """The public key as it is printed and typed: groups of five letters and digits."""
    letters = b32encode(b64decode(public)).decode().rstrip("=")
    return _KEY_PREFIX + " ".join(letters[at : at + 5] for at in range(0, len(letters), 5))


def key_of(typed: str) -> str:
    """The public key in base 64, from how it is printed. Raises HackDeskError where it is no key."""
    letters = _BLANKS.sub("", typed).upper().removeprefix(_KEY_PREFIX)
    try:
        raw = _from_base32(letters)
    except NotBase:
        raw = b""
    if len(raw) != _KEY_BYTES:
        raise HackDeskError(
            N_("This is no key of an event."),
            remedy=N_("It is printed on the record of the results and begins with HDKEY."),
        )
    return b64encode(raw).decode()


def is_code(text: str) -> bool:
    """Whether a text looks like a code of ours."""
    return _BLANKS.sub("", text).upper().startswith(_PREFIX)


def _packed(statement: Statement) -> bytes:
    tidy = (" ".join(part.replace(_BETWEEN, " ").split()) for part in vars(statement).values())
    return unicodedata.normalize("NFC", _BETWEEN.join(tidy)).encode("utf-8")


def _taken_apart(code: str) -> tuple[bytes, bytes]:
    if not is_code(code):
        raise NotReal(
            N_("This is no code of a certificate or a record."), remedy=N_("Such a code begins with HD1.")
        )
    try:
        raw = _from_base32(_BLANKS.sub("", code).upper().removeprefix(_PREFIX))
    except NotBase:
        raw = b""
    if len(raw) <= _SIGNATURE_BYTES:
        raise NotReal(N_("This code is damaged."), remedy=N_("Scan it once more, or copy all of it."))
    return raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]


def _from_base32(letters: str) -> bytes:
    return b32decode(letters + "=" * (-len(letters) % 8))
