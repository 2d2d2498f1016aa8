"""Awards, apart from places: each has its own giver, and one team may get several."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.rows import next_position, seen_row
from hackdesk.event.store import Event
from hackdesk.jury.actions.steps import named, refuse_when_sealed
from hackdesk.jury.awards import by_itself
from hackdesk.jury.queries import award_of, awards_in, results_in
from hackdesk.jury.rules import Award
from hackdesk.jury.tables import AwardGivenRow, AwardRow
from hackdesk.language import N_, Words
from hackdesk.teams.tables import TeamRow

_FIELDS = ("name", "giver", "what", "by_place", "money", "decided_by", "none_given", "none_told")


def add_awards(session: Session, awards: Iterable[Award], words: Words) -> None:
    """The step that writes a template's awards in the event's language, each under an id of its own."""
    for position, award in enumerate(awards, 1):
        row = AwardRow(id=uuid4(), position=position)
        _write(row, replace(award, name=words(award.name), giver=words(award.giver), what=words(award.what)))
        session.add(row)


def add_award(event: Event, award: Award, *, by: str = "facilitator") -> Award:
    """Add an award after the others. Raises Locked (results sealed)."""
    award = _checked(award)
    with event.change(N_("add an award"), by=by) as session:
        refuse_when_sealed(session)
        row = AwardRow(id=award.id, position=next_position(session, AwardRow))
        _write(row, award)
        session.add(row)
        session.flush()
        return replace(award, position=row.position, version=row.version)


def edit_award(event: Event, award: Award, *, seen: int, by: str = "facilitator") -> Award:
    """Change an award's name, giver, what it is, or the place it goes by. Raises Locked, Stale."""
    award = _checked(award)
    with event.change(N_("change an award"), by=by) as session:
        refuse_when_sealed(session)
        row = seen_row(session, AwardRow, award.id, seen)
        _write(row, award)
        session.flush()
        return replace(award, version=row.version)


def remove_award(event: Event, award_id: UUID, *, seen: int, by: str = "facilitator") -> None:
    """Take an award out, with what was decided about it. Raises Locked, Stale."""
    with event.change(N_("remove an award"), by=by) as session:
        refuse_when_sealed(session)
        row = seen_row(session, AwardRow, award_id, seen)
        for given in session.scalars(select(AwardGivenRow).where(AwardGivenRow.award_id == award_id)):
            session.delete(given)
        session.delete(row)


def order_awards(
    event: Event, order: Iterable[UUID], *, seen: Iterable[Award], by: str = "facilitator"
) -> tuple[Award, ...]:
    """Announce the awards in this order. order: the ids of all of them; seen: the awards as they were read.

    What is typed in another window is no reason to refuse: texts stay as they are. Raises Locked, and Stale
    where an award came, went or moved meanwhile.
    """
    with event.change(N_("change the order of awards"), by=by) as session:
        refuse_when_sealed(session)
        order, before = list(order), awards_in(session)
        if [one.id for one in before] != [one.id for one in seen] or set(order) != {one.id for one in before}:
            raise Stale(
                N_("Somebody else has changed the order of awards since you read it; nothing was saved."),
                remedy=N_("Look at them again and make your change once more."),
            )
        for position, award_id in enumerate(order, 1):
            session.get_one(AwardRow, award_id).position = position
        session.flush()
        return awards_in(session)


def give_award(
    event: Event,
    award_id: UUID,
    team_id: UUID,
    *,
    decided: str = "jury",
    reason: str = "",
    by: str = "facilitator",
) -> None:
    """Give an award to a team; one award may go to several. decided: jury, partner, hall, or place.

    An award that goes by place needs the reason why it goes elsewhere. One that was to go to nobody goes to this
    team now. Giving it twice changes nothing. Raises Locked, HackDeskError.
    """
    if decided not in ("place", "jury", "partner", "hall"):
        raise ValueError(f"an award is decided by place, jury, partner or hall, not {decided}")
    reason = " ".join(reason.split())
    with event.change(N_("give an award"), by=by) as session:
        refuse_when_sealed(session)
        award, team = session.get(AwardRow, award_id), session.get(TeamRow, team_id)
        if award is None or team is None:
            raise HackDeskError(N_("This award or this team is not there any more."))
        if not reason and award.by_place is not None and not _has_its_place(session, award, team_id, decided):
            raise HackDeskError(
                N_("“{award}” goes to place {place}."), award=award.name, place=award.by_place,
                remedy=N_("Say why it goes to another team; it will stand in the record."),
            )  # fmt: skip
        award.none_given, award.none_told = "", False
        query = select(AwardGivenRow).filter_by(award_id=award_id, team_id=team_id)
        row = session.scalars(query).first()
        if row is None:
            row = AwardGivenRow(award_id=award_id, team_id=team_id)
            session.add(row)
        row.decided, row.reason = decided, reason


def give_to_nobody(
    event: Event, award_id: UUID, reason: str, *, told: bool = False, by: str = "facilitator"
) -> None:
    """Nobody gets this award, and why; teams that had it lose it. told: the hall hears that nobody gets it; the
    reason stays in the record. Raises Locked, HackDeskError without a reason."""
    reason = " ".join(reason.split())
    with event.change(N_("give an award to nobody"), by=by) as session:
        refuse_when_sealed(session)
        award = _award_row(session, award_id)
        if not reason:
            raise HackDeskError(
                N_("That nobody gets “{award}” has no reason."), award=award.name,
                remedy=N_("Type it as it will stand in the record."),
            )  # fmt: skip
        award.none_given, award.none_told = reason, told
        for row in session.scalars(select(AwardGivenRow).filter_by(award_id=award_id)):
            session.delete(row)


def decide_again(event: Event, award_id: UUID, *, by: str = "facilitator") -> None:
    """It is open again who gets an award that was to go to nobody. Raises Locked."""
    with event.change(N_("decide on an award again"), by=by) as session:
        refuse_when_sealed(session)
        award = _award_row(session, award_id)
        award.none_given, award.none_told = "", False


def take_away_award(event: Event, award_id: UUID, team_id: UUID, *, by: str = "facilitator") -> None:
    """Undo that an award was given to a team. Raises Locked."""
    with event.change(N_("take an award back"), by=by) as session:
        refuse_when_sealed(session)
        for row in session.scalars(select(AwardGivenRow).filter_by(award_id=award_id, team_id=team_id)):
            session.delete(row)


def _award_row(session: Session, award_id: UUID) -> AwardRow:
    row = session.get(AwardRow, award_id)
    if row is None:
        raise HackDeskError(N_("This award or this team is not there any more."))
    return row


def _has_its_place(session: Session, award: AwardRow, team_id: UUID, decided: str) -> bool:
    """Whether it goes by its place to a team that is there."""
    if decided != "place":
        return False
    return team_id in {place.team_id for place in by_itself(award_of(award), results_in(session).places)}


def _checked(award: Award) -> Award:
    if award.by_place is not None and award.by_place < 1:
        raise HackDeskError(N_("Places count from 1."), remedy=N_("Leave it empty where the jury decides."))
    return replace(award, name=named(award.name))


def _write(row: AwardRow, award: Award) -> None:
    for field in _FIELDS:
        setattr(row, field, getattr(award, field))
