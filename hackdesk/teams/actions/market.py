"""What is agreed before teams are proposed: the cards, and who must or would like to sit with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.tables import PersonRow
from hackdesk.teams.cards import Cards, checked_cards
from hackdesk.teams.queries import cards_in
from hackdesk.teams.tables import PairRow

#: What ties two people, as it is kept.
KINDS = ("must_with", "must_not", "friends", "rather_not")


@dataclass(frozen=True)
class Tied:
    """The receipt of a pair. kind, before: one of KINDS; before is empty where nothing tied them."""

    one: str
    other: str
    kind: str
    before: str = ""


def change_cards(event: Event, cards: Cards, *, seen: Cards, by: str = "facilitator") -> Cards:
    """Set what a proposal looks at and how much it counts. seen: as the cards were read.

    Raises Stale where they changed since, HackDeskError where a strength or a number cannot be.
    """
    cards = checked_cards(cards)
    with event.change(N_("change the cards"), by=by) as session:
        if cards_in(session).plain != seen.plain:
            raise Stale(
                N_("Somebody else has changed the cards meanwhile; nothing was saved."),
                remedy=N_("Look at them again and make your change once more."),
            )
        keep(session, replace(settings_in(session), team_cards=cards.plain))
        return cards


def tie_pair(event: Event, one: UUID, other: UUID, kind: str, *, by: str = "facilitator") -> Tied:
    """Say that two people must or would like to sit together or apart; what tied them before goes.

    Raises HackDeskError where it is the same person or somebody is not on the list.
    """
    with event.change(N_("say who sits with whom"), by=by) as session:
        names = _names(session, one, other)
        if kind not in KINDS:
            raise HackDeskError(
                N_("There is no “{kind}” between two people."), kind=kind,
                remedy=N_("It is one of {known}."), known=", ".join(KINDS),
            )  # fmt: skip
        row = _pair(session, one, other)
        if row is None:
            session.add(PairRow(person_id=one, other_id=other, kind=kind))
            return Tied(*names, kind)
        before, row.kind = row.kind, kind
        return Tied(*names, kind, before)


def untie_pair(event: Event, one: UUID, other: UUID, *, by: str = "facilitator") -> Tied | None:
    """Nothing ties these two any more; None where nothing did."""
    with event.change(N_("let two people sit anywhere"), by=by) as session:
        names = _names(session, one, other)
        row = _pair(session, one, other)
        if row is None:
            return None
        session.delete(row)
        return Tied(*names, row.kind)


def _names(session: Session, one: UUID, other: UUID) -> tuple[str, str]:
    people = [session.get(PersonRow, id_) for id_ in (one, other)]
    first, second = people
    if first is None or second is None:
        raise HackDeskError(N_("This person is not on the list any more."))
    if one == other:
        raise HackDeskError(
            N_("{person} cannot be paired with themselves."), person=first.name, remedy=N_("Choose two people.")
        )
    return first.name, second.name


def _pair(session: Session, one: UUID, other: UUID) -> PairRow | None:
    both = (one, other)
    pairs = select(PairRow).where(PairRow.person_id.in_(both), PairRow.other_id.in_(both))
    return session.scalars(pairs).first()
