"""What is done so that the right people come: how many are wanted, whom somebody called, who comes after all."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.actions.steps import the_row
from hackdesk.people.queries import people_in, targets_in
from hackdesk.people.rules import written
from hackdesk.people.tables import CallRow, GroupRow, TargetRow
from hackdesk.people.turnout import (
    EVERYBODY,
    GROUP,
    MUNICIPALITY,
    Call,
    Outcome,
    checked_wanted,
    places_of,
    usual_mix,
)


def set_wanted(event: Event, kind: str, subject: str, wanted: int | None, *, by: str = "facilitator") -> None:
    """Say how many should come. kind, subject: in all, of a group (its key), a municipality (name), a topic (id).

    wanted None: nobody says. Raises HackDeskError for a number that cannot be and a group there is not.
    """
    wanted, subject = checked_wanted(wanted), written(subject)
    if kind == MUNICIPALITY and not subject:
        raise HackDeskError(N_("The municipality has no name."), remedy=N_("Type its name."))
    with event.change(N_("say how many are wanted"), by=by) as session:
        if kind == GROUP:
            _group(session, subject).wanted = wanted
        else:
            _write_target(session, kind, subject, wanted)


def _group(session: Session, key: str) -> GroupRow:
    row = session.scalars(select(GroupRow).where(GroupRow.key == key)).first()
    if row is None:
        known = session.scalars(select(GroupRow.key).order_by(GroupRow.position))
        raise HackDeskError(
            N_("There is no stakeholder group “{key}”."), key=key,
            remedy=N_("The groups are {known}."), known=", ".join(known),
        )  # fmt: skip
    return row


def _write_target(session: Session, kind: str, subject: str, wanted: int | None) -> None:
    same = list(session.scalars(select(TargetRow).where(TargetRow.kind == kind)))
    if kind == MUNICIPALITY:
        merged = settings_in(session).merged_municipalities
        targets = targets_in(session)
        places = places_of(people_in(session), targets, merged)
        key = places.key(subject)
        same = [row for row in same if places.key(row.subject) == key]
    else:
        same = [row for row in same if row.subject == subject]
    for row in same[1:] if wanted is not None else same:
        session.delete(row)
    if wanted is None:
        return
    if same:
        if same[0].wanted != wanted:
            same[0].wanted = wanted
    else:
        session.add(TargetRow(kind=kind, subject=subject, wanted=wanted))


def want_usual_mix(event: Event, everybody: int, *, by: str = "facilitator") -> dict[str, int]:
    """Say how many of each usual group are wanted at an event of so many people. Gives {group's key: how many}."""
    checked_wanted(everybody)
    with event.change(N_("take the usual mix"), by=by) as session:
        rows = list(session.scalars(select(GroupRow).order_by(GroupRow.position)))
        mix = usual_mix(everybody, [row.key for row in rows])
        for row in rows:
            if row.key in mix and row.wanted != mix[row.key]:
                row.wanted = mix[row.key]
        _write_target(session, EVERYBODY, "", everybody)
        return mix


def merge_municipalities(event: Event, key: str, into: str, *, by: str = "facilitator") -> None:
    """Count one municipality as another from now on, in this list and in those to come. key, into: their keys."""
    if key == into:
        raise HackDeskError(N_("A municipality cannot be merged with itself."))
    with event.change(N_("merge two municipalities"), by=by) as session:
        settings = settings_in(session)
        merged = {one: into if other == key else other for one, other in settings.merged_municipalities.items()}
        merged.pop(into, None)
        merged[key] = into
        _keep_merged(session, merged)


def part_municipality(event: Event, key: str, *, by: str = "facilitator") -> None:
    """Count for itself again whatever was merged into a municipality by hand."""
    with event.change(N_("part municipalities"), by=by) as session:
        merged = settings_in(session).merged_municipalities
        _keep_merged(session, {one: other for one, other in merged.items() if other != key})


def _keep_merged(session: Session, merged: dict[str, str]) -> None:
    keep(session, replace(settings_in(session), merged_municipalities=merged))


def note_call(
    event: Event, person_id: UUID, outcome: Outcome, *, note: str = "", by: str = "facilitator"
) -> Call:
    """Write down that somebody was called now and what came of it."""
    with event.change(N_("note a call"), by=by) as session:
        the_row(session, person_id)
        row = CallRow(person_id=person_id, at=event.clock.utc_now(), outcome=outcome.value, note=written(note))
        session.add(row)
        session.flush()
        return Call(row.id, row.person_id, row.at, outcome, row.note)


def add_call_note(event: Event, call_id: UUID, note: str, *, by: str = "facilitator") -> Call:
    """Write down what somebody said in a call that is noted already. Raises HackDeskError where it is gone."""
    with event.change(N_("note what was said"), by=by) as session:
        row = session.get(CallRow, call_id)
        if row is None:
            raise HackDeskError(N_("This call is not noted any more."), remedy=N_("Note it again."))
        row.note = written(note)
        return Call(row.id, row.person_id, row.at, Outcome(row.outcome), row.note)
