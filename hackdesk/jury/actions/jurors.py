"""Who is on the jury."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.rows import next_position, seen_row
from hackdesk.event.store import Event
from hackdesk.jury.access_queries import access_row
from hackdesk.jury.actions.steps import named, refuse_when_sealed
from hackdesk.jury.conflict_queries import jurors_of_the_list_in
from hackdesk.jury.presence import checked_stay
from hackdesk.jury.queries import jurors_in
from hackdesk.jury.rules import Juror
from hackdesk.jury.tables import BallotRow, JurorRow
from hackdesk.language import N_

_FIELDS = ("name", "affiliation", "person_id", "chair", "state", "from_turn", "until_turn")


def add_juror(event: Event, juror: Juror, *, by: str = "facilitator") -> Juror:
    """Put a juror on the jury, after the others; a chair takes over from who chaired so far.

    Raises Locked, HackDeskError for a name that is there.
    """
    juror = checked_stay(replace(juror, name=named(juror.name)))
    with event.change(N_("add a juror"), by=by) as session:
        refuse_when_sealed(session)
        _refuse_twin(juror, jurors_in(session))
        row = JurorRow(id=juror.id, position=next_position(session, JurorRow))
        _write(session, row, juror)
        session.add(row)
        session.flush()
        return replace(juror, position=row.position, version=row.version)


def edit_juror(event: Event, juror: Juror, *, seen: int, by: str = "facilitator") -> Juror:
    """Change name, affiliation, chair, state (present, left, absent) or the pitches a juror sees.

    Who is made the chair takes over from who chaired so far. Raises Locked, Stale, HackDeskError.
    """
    juror = checked_stay(replace(juror, name=named(juror.name)))
    with event.change(N_("change a juror"), by=by) as session:
        refuse_when_sealed(session)
        row = seen_row(session, JurorRow, juror.id, seen)
        _refuse_twin(juror, jurors_in(session))
        _write(session, row, juror)
        session.flush()
        return replace(juror, position=row.position, version=row.version)


def remove_juror(event: Event, juror: Juror, *, seen: int, by: str = "facilitator") -> None:
    """Take a juror without ballots off the jury. Raises Locked, Stale, HackDeskError where there are ballots."""
    with event.change(N_("remove a juror"), by=by) as session:
        refuse_when_sealed(session)
        row = seen_row(session, JurorRow, juror.id, seen)
        if session.scalars(select(BallotRow.id).where(BallotRow.juror_id == juror.id).limit(1)).first():
            raise HackDeskError(
                N_("{juror} has ballots already and stays on the record."), juror=juror.name,
                remedy=N_("Mark the juror as left; the ballots handed in still count."),
            )  # fmt: skip
        if (access := access_row(session, juror.id)) is not None:
            session.delete(access)
        session.delete(row)


def take_jurors_from_list(event: Event, *, by: str = "facilitator") -> tuple[Juror, ...]:
    """Put everybody with the role of a juror or of the chair on the jury, linked; gives those who are new.

    Where somebody chairs already, that stays. Raises Locked.
    """
    with event.change(N_("take the jurors from the list"), by=by) as session:
        refuse_when_sealed(session)
        chaired = any(juror.chair for juror in jurors_in(session))
        position = next_position(session, JurorRow)
        made: list[Juror] = []
        for draft in jurors_of_the_list_in(session):
            juror = replace(draft, chair=draft.chair and not chaired, position=position + len(made))
            chaired = chaired or juror.chair
            if any(juror.name.casefold() == other.name.casefold() for other in made):
                continue
            row = JurorRow(id=juror.id, position=juror.position)
            _write(session, row, juror)
            session.add(row)
            made.append(juror)
        return tuple(made)


def _write(session: Session, row: JurorRow, juror: Juror) -> None:
    if juror.chair:
        for other in session.scalars(select(JurorRow).where(JurorRow.chair, JurorRow.id != juror.id)):
            other.chair = False
    for field in _FIELDS:
        setattr(row, field, getattr(juror, field))


def _refuse_twin(juror: Juror, others: tuple[Juror, ...]) -> None:
    for other in others:
        if other.id != juror.id and other.name.casefold() == juror.name.casefold():
            raise HackDeskError(
                N_("{juror} is on the jury already."), juror=other.name,
                remedy=N_("If it is another person, add something to the name that tells them apart."),
            )  # fmt: skip
