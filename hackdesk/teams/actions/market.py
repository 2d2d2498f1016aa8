"""What is agreed before teams are proposed: the cards, wishes, counts, and who would like to sit with whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.queries import person_of
from hackdesk.people.rules import Person
from hackdesk.people.tables import PersonRow
from hackdesk.teams.cards import Cards, checked_cards
from hackdesk.teams.market_queries import WAYS
from hackdesk.teams.queries import cards_in
from hackdesk.teams.tables import InterestRow, PairRow, TopicRow

#: What ties two people, as it is kept.
KINDS = ("must_with", "must_not", "friends", "rather_not")
_MOST_COUNTED = 999


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


def set_wishes(
    event: Event, person_id: UUID, wishes: Sequence[str], *, seen: Sequence[str], by: str = "facilitator"
) -> Person:
    """Write down which topics somebody wishes for, best first, in their titles. seen: as they were before.

    Raises Stale where they changed since.
    """
    with event.change(N_("write down wishes"), by=by) as session:
        row = session.get(PersonRow, person_id)
        if row is None:
            raise HackDeskError(N_("This person is not on the list any more."))
        if list(seen) != row.choices:
            raise Stale(
                N_("Somebody else has changed the wishes of {person} meanwhile; nothing was saved."),
                person=row.name, remedy=N_("Look at them again and make your change once more."),
            )  # fmt: skip
        row.choices = list(dict.fromkeys(filter(None, (" ".join(wish.split()) for wish in wishes))))
        session.flush()
        return person_of(session, row)


def count_interest(event: Event, topic_id: UUID, way: str, count: int, *, by: str = "facilitator") -> None:
    """Write down how many gathered for a topic just now: dots on the wall, hands, feet.

    Raises HackDeskError for a number that cannot be, or a topic that is not there.
    """
    if not 0 <= count <= _MOST_COUNTED or way not in WAYS:
        raise HackDeskError(
            N_("{count} is not a number of people or dots."), count=count, remedy=N_("Type 0 to 999.")
        )
    with event.change(N_("count the interest in a topic"), by=by) as session:
        if session.get(TopicRow, topic_id) is None:
            raise HackDeskError(N_("This topic is not there any more."))
        session.add(InterestRow(topic_id=topic_id, way=way, count=count, at=event.clock.utc_now()))


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
