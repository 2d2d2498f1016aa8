"""What the jurors' cards show now: the event file says who and which link, the laptop where phones reach it."""

from __future__ import annotations

from hackdesk import laptop
from hackdesk.documents.juror_card_values import JurorCard, JurorCards
from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access
from hackdesk.jury.presence import ABSENT
from hackdesk.jury.queries import jurors
from hackdesk.language import N_


def juror_cards_of(event: Event) -> JurorCards:
    """A card for each juror who comes. Raises NothingToPrint where there is none."""
    coming = [juror for juror in jurors(event) if juror.state != ABSENT]
    if not coming:
        raise NothingToPrint(
            N_("There are no jurors yet."), remedy=N_("Name them under Prepare."), where="prepare"
        )
    known, here = access(event), laptop.load()
    cards = []
    for juror in coming:
        one = known.get(juror.id)
        link = f"{here.phones_address}/j/{one.secret}" if here.phones_address and one and one.secret else ""
        has_pin = one is not None and one.has_pin
        cards.append(JurorCard(juror.id, juror.name, juror.affiliation, link, has_pin=has_pin))
    return JurorCards(masthead_of(settings_of(event)), tuple(cards), here.wifi_name, here.wifi_password)
