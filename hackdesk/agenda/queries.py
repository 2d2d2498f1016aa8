"""What the file says about the programme, the stage's timer and the order of pitches."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import rules
from hackdesk.agenda.rules import NowAndNext, Phase, Pitch, ProgrammeItem, Stage, Timer, View
from hackdesk.agenda.tables import THE_STAGE, THE_TIMER, PitchRow, ProgrammeItemRow, StageRow, TimerRow
from hackdesk.agenda.turns import Lengths
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.people.meals import Meal
from hackdesk.people.queries import meals_in
from hackdesk.teams.tables import TeamRow


def programme(event: Event) -> tuple[ProgrammeItem, ...]:
    """Every item, as the days go."""
    with event.read() as session:
        return programme_in(session)


def now_and_next(event: Event) -> NowAndNext:
    """What is on now, what follows, how late we are."""
    return rules.now_and_next(programme(event), event.clock.utc_now())


def timer(event: Event) -> Timer:
    """The stage's timer; `rules.remaining(timer, event.steady.utc_now())` says what it shows."""
    with event.read() as session:
        return timer_in(session)


def meals_suggested(event: Event) -> tuple[Meal, ...]:
    """The meals of the programme that are not planned as meals yet, in order."""
    with event.read() as session:
        known = meals_in(session)
        times, ids = {(meal.day, meal.starts_at) for meal in known}, {meal.id for meal in known}
        settings = settings_in(session)
        found = []
        for item in programme_in(session):
            starts = item.starts_at.astimezone(settings.zone)
            at = starts.time().replace(second=0, microsecond=0)
            new = item.id not in ids and (starts.date(), at) not in times
            if item.kind == "meal" and new and starts.date() in settings.days:
                found.append(Meal(item.id, item.title, starts.date(), at, version=0))
        return tuple(found)


def stage(event: Event) -> Stage:
    """What the hall is shown."""
    with event.read() as session:
        row = session.get(StageRow, THE_STAGE)
        return Stage(View(row.view), row.message, row.revealed) if row else Stage()


def pitches(event: Event) -> tuple[Pitch, ...]:
    """The order of pitches as drawn, with teams that withdrew since."""
    with event.read() as session:
        return pitches_in(session)


def lengths(event: Event) -> Lengths:
    """How long pitch, questions and changeover are."""
    with event.read() as session:
        return lengths_in(session)


def programme_in(session: Session) -> tuple[ProgrammeItem, ...]:
    """The programme, inside a session."""
    return rules.in_order([item_of(row) for row in session.scalars(select(ProgrammeItemRow))])


def timer_in(session: Session) -> Timer:
    """The timer, inside a session; before anybody set one it stands at a pitch's length."""
    row = session.get(TimerRow, THE_TIMER)
    if row is None:
        return Timer(seconds=lengths_in(session).pitch)
    return Timer(
        row.label, Phase(row.phase), row.team_id, row.seconds, row.added, row.started_at, row.elapsed_before
    )


def pitches_in(session: Session) -> tuple[Pitch, ...]:
    """The order of pitches, inside a session."""
    query = select(PitchRow, TeamRow).join(TeamRow, TeamRow.id == PitchRow.team_id).order_by(PitchRow.position)
    return tuple(
        Pitch(team.id, team.name, row.position, team.state, row.seed) for row, team in session.execute(query)
    )


def lengths_in(session: Session) -> Lengths:
    """The lengths of the phases, inside a session."""
    settings = settings_in(session)
    return Lengths(settings.pitch_seconds, settings.questions_seconds, settings.changeover_seconds)


def item_of(row: ProgrammeItemRow) -> ProgrammeItem:
    """A row as the value everyone above sees."""
    return ProgrammeItem(
        id=row.id, title=row.title, kind=row.kind, starts_at=row.starts_at, ends_at=row.ends_at,
        started_at=row.started_at, ended_at=row.ended_at, public=row.public, fixed=row.fixed,
        responsible=row.responsible, notes=row.notes, moved=row.moved, version=row.version,
    )  # fmt: skip
