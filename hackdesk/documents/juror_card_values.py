"""What the jurors' cards say: one for each, with the way in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from hackdesk.documents.rules import Masthead
from hackdesk.language import N_


@dataclass(frozen=True)
class JurorCard:
    """link: the juror's own, whole; "" while nobody knows where phones reach the laptop. pin: only where it was
    made just now; "" leaves a line to write it on. has_pin: whether there is one at all."""

    juror_id: UUID
    name: str
    affiliation: str = ""
    link: str = ""
    pin: str = ""
    has_pin: bool = False


@dataclass(frozen=True)
class JurorCards:
    """wifi, wifi_password: what phones join, "" where nobody has said it on this laptop."""

    masthead: Masthead
    cards: tuple[JurorCard, ...]
    wifi: str = ""
    wifi_password: str = ""

    @property
    def concern(self) -> str:
        """What to know before they are printed: a sentence marked for translation."""
        if not all(card.link for card in self.cards):
            return N_("Without the codes: it is not known yet where phones reach this laptop.")
        if not all(card.has_pin for card in self.cards):
            return N_("Not every juror has a PIN yet.")
        return N_("Holds the jurors' links: give each juror their own.")

    def with_pins(self, pins: dict[UUID, str]) -> JurorCards:
        """The same with the PINs that are known because they were made just now."""
        cards = tuple(replace(card, pin=pins.get(card.juror_id, "")) for card in self.cards)
        return replace(self, cards=cards)
