"""Lists of registrations: those that were brought in, what another would do, and what is remembered for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.event.tables import HeadRow
from hackdesk.people.importing.cells import Table
from hackdesk.people.importing.meeting import IMPORTED, Known
from hackdesk.people.importing.plan import Plan, planned
from hackdesk.people.importing.reading import Earlier, Reading, Remembered, remembered
from hackdesk.people.importing.registrations import Registrations, understood
from hackdesk.people.queries import groups_in, people_in
from hackdesk.people.rules import Person
from hackdesk.people.tables import ImportRow, PersonRow
from hackdesk.steps import Step, first_half, no_steps, second_half


@dataclass(frozen=True)
class Imported:
    """A list that was brought in: what its file was called, when, how many were added and updated."""

    source: str
    at: datetime
    added: int
    updated: int


def imports(event: Event) -> tuple[Imported, ...]:
    """The lists that were brought in, the latest first."""
    with event.read() as session:
        rows = session.scalars(select(ImportRow).order_by(ImportRow.at.desc()))
        return tuple(Imported(row.source, row.at, row.added, row.updated) for row in rows)


@dataclass(frozen=True)
class Preview:
    """What a list says and what bringing it in would do now."""

    registrations: Registrations
    plan: Plan


def preview(
    event: Event, table: Table, columns: Mapping[str, str] | None = None, reading: Reading | None = None,
    *, step: Step = no_steps,
) -> Preview:  # fmt: skip
    """What bringing in a list would do; nothing is written.

    columns: {header: field} as a person mapped them; reading: what else they decided. What was decided for an
    earlier list of that form where they are left out. Raises HackDeskError for a header or a field there is not,
    NoNameColumn.
    """
    with event.read() as session:
        memory = remembered_in(session, table.headers)
        registrations = understood(
            table, memory.columns if columns is None else columns,
            memory.reading if reading is None else reading, groups_in(session), step=first_half(step),
        )  # fmt: skip
        zone = settings_in(session).zone
        return Preview(registrations, planned(registrations, known_in(session), zone, step=second_half(step)))


def plan_of(event: Event, registrations: Registrations) -> Plan:
    """What bringing in a list that is understood already would do."""
    with event.read() as session:
        return plan_in(session, registrations)[1]


def plan_in(session: Session, registrations: Registrations) -> tuple[int, Plan]:
    """The number of the journal's last entry, and what would happen after it, inside a session."""
    number = session.scalars(select(HeadRow.number)).one()
    return number, planned(registrations, known_in(session), settings_in(session).zone)


def remembered_in(session: Session, headers: tuple[str, ...]) -> Remembered:
    """What was decided for the last list of a form with such headers, inside a session."""
    rows = session.scalars(select(ImportRow).order_by(ImportRow.at.desc()))
    return remembered(headers, (Earlier(row.columns, Reading.of_json(row.reading or {})) for row in rows))


def known_in(session: Session) -> tuple[Known, ...]:
    """Everyone as a list of registrations is compared with them, inside a session."""
    columns = (PersonRow.id, PersonRow.as_registered, PersonRow.ticket_secret)
    stored = {row.id: row for row in session.execute(select(*columns))}
    return tuple(_known(one, stored[one.id]) for one in people_in(session))


def _known(one: Person, row: Any) -> Known:
    values: dict[str, Any] = {name: getattr(one, name) for name in IMPORTED}
    values.update(code=one.code, ticket_secret=row.ticket_secret, ticket=row.as_registered.get("ticket"))
    registered = {
        name: tuple(answer) if isinstance(answer, list) else answer for name, answer in row.as_registered.items()
    }
    return Known(one.id, one.code, values, registered, one.registered_at if registered else None)
