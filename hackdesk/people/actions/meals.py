"""Meals: planning them, and ticking who was given one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError, Stale
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import meals as rules
from hackdesk.people.actions.steps import the_row
from hackdesk.people.meals import Meal, Serving, ServingKind, Tick
from hackdesk.people.queries import meal_of, meals_in, person_of, row_with
from hackdesk.people.rules import Person
from hackdesk.people.tables import MealRow, MealTickRow, PersonRow


def add_meals(event: Event, meals: Sequence[Meal], *, by: str = "facilitator") -> tuple[Meal, ...]:
    """Plan meals; one of the same name, day and time as one that is there is left out. Gives the new ones.

    Raises HackDeskError for a meal without a name, or on a day that is none of the event's.
    """
    with event.change(N_("add meals"), by=by) as session:
        days = settings_in(session).days
        wanted = [rules.checked(meal, days) for meal in meals]
        known = meals_in(session)
        taken, ids = {meal.order for meal in known}, {meal.id for meal in known}
        new = [meal for meal in wanted if meal.order not in taken and meal.id not in ids]
        session.add_all(
            MealRow(id=meal.id, name=meal.name, day=meal.day, starts_at=meal.starts_at) for meal in new
        )
        return tuple(new)


def edit_meal(event: Event, meal: Meal, *, seen: int, by: str = "facilitator") -> Meal:
    """Write a meal's name, day and time. Raises Stale where it was changed meanwhile, and as add_meals does."""
    with event.change(N_("edit a meal"), by=by) as session:
        meal = rules.checked(meal, settings_in(session).days)
        row = _meal(session, meal.id, seen)
        row.name, row.day, row.starts_at = meal.name, meal.day, meal.starts_at
        session.flush()
        return meal_of(row)


def remove_meal(event: Event, meal_id: UUID, *, seen: int, by: str = "facilitator") -> Meal:
    """Take a meal out with all its ticks, in one change that can be taken back. Raises Stale."""
    with event.change(N_("remove a meal"), by=by) as session:
        row = _meal(session, meal_id, seen)
        removed = meal_of(row)
        for tick in session.scalars(select(MealTickRow).where(MealTickRow.meal_id == meal_id)):
            session.delete(tick)
        session.flush()
        session.delete(row)
        return removed


def tick_meal(
    event: Event, meal_id: UUID, person_id: UUID, *, anyway: bool = False, by: str = "facilitator"
) -> Serving:
    """Give somebody a meal. Who had it, and who is not here, is told and nothing is written.

    anyway: also where they are not checked in. Raises HackDeskError where the meal is gone.
    """
    with event.change(N_("give a meal"), by=by) as session:
        return _tick(session, event, meal_id, the_row(session, person_id), anyway)


def tick_meal_with(
    event: Event, meal_id: UUID, code: str | tuple[str, ...], *, anyway: bool = False, by: str = "facilitator"
) -> Serving:
    """The same for whoever has this badge code or ticket, as for `check_in`. Raises UnknownCode too."""
    with event.change(N_("give a meal"), by=by) as session:
        return _tick(session, event, meal_id, row_with(session, code), anyway)


def untick_meal(event: Event, meal_id: UUID, person_id: UUID, *, by: str = "facilitator") -> Person:
    """They were not given the meal. Raises HackDeskError where they were not ticked."""
    with event.change(N_("take a meal's tick back"), by=by) as session:
        row = the_row(session, person_id)
        tick = _tick_row(session, meal_id, person_id)
        if tick is None:
            raise HackDeskError(N_("{name} is not ticked."), name=row.name)
        session.delete(tick)
        return person_of(session, row)


def _tick(session: Session, event: Event, meal_id: UUID, row: PersonRow, anyway: bool) -> Serving:
    meal, now = meal_of(_meal(session, meal_id)), Tick(row.id, event.clock.utc_now(), event.station)
    known = _tick_row(session, meal_id, row.id)
    had = Tick(row.id, known.at, known.station) if known else None
    decided = rules.serving(person_of(session, row), meal, had, now, anyway=anyway)
    if decided.kind is ServingKind.TICKED:
        session.add(MealTickRow(person_id=row.id, meal_id=meal_id, at=now.at, station=now.station))
    return decided


def _tick_row(session: Session, meal_id: UUID, person_id: UUID) -> MealTickRow | None:
    query = select(MealTickRow).where(MealTickRow.meal_id == meal_id, MealTickRow.person_id == person_id)
    return session.scalars(query).first()


def _meal(session: Session, meal_id: UUID, seen: int | None = None) -> MealRow:
    row = session.get(MealRow, meal_id)
    if row is None:
        raise HackDeskError(N_("This meal is not there any more."))
    if seen is not None and row.version != seen:
        raise Stale(
            N_("{name} was changed at another desk meanwhile; nothing was saved."), name=row.name,
            remedy=N_("Look at it again and make your change once more."),
        )  # fmt: skip
    return row
