"""How certificates look and what stands on them: design, languages, own texts with fields, who signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words, language

#: The designs, with the word for each.
DESIGNS = {"band": N_("Woven band"), "frame": N_("Frame, in the middle"), "field": N_("Green field")}
ORIENTATIONS = {"landscape": N_("Landscape"), "portrait": N_("Portrait")}
PARTICIPANT, WINNER, MENTOR, JUROR, ORGANISER = "participant", "winner", "mentor", "juror", "organiser"
#: The kinds of certificates, with the word for those who get one.
KINDS = {
    PARTICIPANT: N_("Participants"),
    WINNER: N_("Winners"),
    MENTOR: N_("Mentors"),
    JUROR: N_("Jurors"),
    ORGANISER: N_("Organisers"),
}
#: What a text may hold in braces.
FIELDS = ("name", "team", "award", "giver", "event", "dates", "place", "topic", "role")
#: The texts that are used where an event has none of its own. No field needs an ending in any language.
USUAL_TEXTS = {
    PARTICIPANT: N_("took part in the social hackathon “{event}” ({dates})\nin the team “{team}”"),
    WINNER: N_("received the award “{award}”\nwith the team “{team}”\nGiven by: {giver}"),
    MENTOR: N_("was a mentor at the social hackathon “{event}” ({dates})"),
    JUROR: N_("was on the jury of the social hackathon “{event}” ({dates})"),
    ORGANISER: N_("helped to run the social hackathon “{event}” ({dates})\n{role}"),
}
#: Places of pictures that only certificates have, and the most who sign.
BACKGROUND, MOST_SIGNERS = "background", 3
SIGNATURE_PLACES = tuple(f"signature {number}" for number in range(1, MOST_SIGNERS + 1))
#: The room these pictures have on paper, in millimetres across and down.
CERTIFICATE_ROOM = {BACKGROUND: (297.0, 297.0), **dict.fromkeys(SIGNATURE_PLACES, (52.0, 15.0))}
_PIECES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Signer:
    """Somebody who signs. role: what stands under the line; name: under that."""

    role: str = ""
    name: str = ""


@dataclass(frozen=True)
class CertificateSettings:
    """What is set for certificates. design: a key of DESIGNS; orientation: of ORIENTATIONS.

    second: the tag of a second language on the same page, or "". texts: {"kind tag": the
    event's own text}. signers: none: the organiser, and the chair of the jury for winners. qr: whether the code
    that proves it is printed.
    """

    design: str = "band"
    orientation: str = "landscape"
    second: str = ""
    texts: Mapping[str, str] = field(default_factory=dict, hash=False)
    signers: tuple[Signer, ...] = ()
    qr: bool = True

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> CertificateSettings:
        """From what the event file keeps; what is unknown there is as usual."""
        usual = cls()
        design, orientation = stored.get("design"), stored.get("orientation")
        return cls(
            design if design in DESIGNS else usual.design,
            orientation if orientation in ORIENTATIONS else usual.orientation,
            str(stored.get("second", "")),
            dict(stored.get("texts", {})),
            tuple(Signer(role, name) for role, name in stored.get("signers", ()))[:MOST_SIGNERS],
            bool(stored.get("qr", True)),
        )

    @property
    def stored(self) -> dict[str, Any]:
        """As the event file keeps it: only what is not as usual."""
        whole = {
            "design": self.design, "orientation": self.orientation, "second": self.second,
            "texts": {key: text for key, text in self.texts.items() if text.strip()},
            "signers": [[one.role, one.name] for one in self.signers], "qr": self.qr,
        }  # fmt: skip
        usual = {"design": "band", "orientation": "landscape", "qr": True}
        return {key: value for key, value in whole.items() if value not in (usual.get(key), "", [], {})}

    def text(self, kind: str, words: Words) -> str:
        """The text for a kind in a language: the event's own, or the usual one."""
        own = self.texts.get(f"{kind} {words.tag}", "") or self.texts.get(kind, "")
        return own.strip() or words(USUAL_TEXTS[kind])

    def words_for(self, tag: str) -> tuple[Words, ...]:
        """The languages on the page; tag: of the document, the first one."""
        return tuple(language(one) for one in dict.fromkeys((tag, self.second)) if one)


def checked(settings: CertificateSettings) -> CertificateSettings:
    """The same; raises HackDeskError where a text cannot be filled in."""
    for text in settings.texts.values():
        fault = fault_in(text)
        if fault is not None:
            raise fault
    return settings


def fault_in(text: str) -> HackDeskError | None:
    """What is wrong with a text while it is typed; None where its fields can be filled in."""
    known = ", ".join(f"{{{one}}}" for one in FIELDS)
    for name in _PIECES.findall(text):
        if name not in FIELDS:
            return HackDeskError(
                N_("There is no field {field}."), field=f"{{{name}}}", known=known,
                remedy=N_("The fields are {known}."),
            )  # fmt: skip
    left = _PIECES.sub("", text)
    if "{" in left:
        return HackDeskError(
            N_("A brace is opened and not closed."), known=known,
            remedy=N_("A field stands between two braces. The fields are {known}."),
        )  # fmt: skip
    if "}" in left:
        return HackDeskError(N_("A brace is closed that was not opened."), known=known,
                             remedy=N_("The fields are {known}."))  # fmt: skip
    return None


Piece = tuple[str, bool]


def filled(text: str, values: Mapping[str, str]) -> tuple[tuple[Piece, ...], ...]:
    """The text's lines with its fields filled in, as pieces: what is said, and whether it stands out.

    A line with a field that is empty for this person is left out: who sat in no team has no line about one.
    """
    lines = []
    for line in text.strip().splitlines():
        names = set(_PIECES.findall(line)) & values.keys()
        if line.strip() and all(values.get(name, "").strip() for name in names):
            lines.append(_pieces(line.strip(), values))
    return tuple(lines)


#: The fields that stand out: what one looks for on the wall.
_STRONG = frozenset({"team", "award", "topic", "name"})


def _pieces(line: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
    # Split with a group in it gives text and field names in turn.
    parts = _PIECES.split(line)
    pieces = []
    for number, part in enumerate(parts):
        if number % 2 and part in values:
            pieces.append((" ".join(values[part].split(" ")), part in _STRONG))
        elif part:
            pieces.append((f"{{{part}}}" if number % 2 else part, False))
    return tuple(pieces)
