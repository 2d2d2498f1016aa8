"""What the file says about the programme, the stage's timer, what the hall sees and the rounds of pitches."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.agenda import rules
from hackdesk.agenda.rules import Cue, NowAndNext, ProgrammeItem, RevealWay, Stage, View
from hackdesk.agenda.tables import (
    THE_IDEAS,
    THE_STAGE,
    THE_TIMER,
    CueRow,
    PitchRow,
    ProgrammeItemRow,
    RoundRow,
    StageRow,
    TimerRow,
)
from hackdesk.agenda.timer import Phase, Timer
from hackdesk.agenda.turns import IDEAS, Lengths, Pitch, Round, Subject
from hackdesk.clock import Moment
from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.people.meals import Meal
from hackdesk.people.queries import meals_in
from hackdesk.teams.tables import TeamRow, TopicRow


def programme(event: Event) -> tuple[ProgrammeItem, ...]:
    """Every item, as the days go."""
    with event.read() as session:
        return programme_in(session)


def now_and_next(event: Event) -> NowAndNext:
    """What is on now, what follows, how late we are."""
    return rules.now_and_next(programme(event), event.clock.utc_now())


def timer(event: Event) -> Timer:
    """The stage's timer; `timer.remaining(it, event.moment())` says what it shows."""
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
        return stage_in(session)


def rounds(event: Event) -> tuple[Round, ...]:
    """Every round with its turns: the final one first, the one of topics, and what was added."""
    with event.read() as session:
        return rounds_in(session)


def pitches(event: Event) -> tuple[Pitch, ...]:
    """The order of the final pitches as drawn, with teams that withdrew since."""
    with event.read() as session:
        return pitches_in(session)


def cues(event: Event) -> tuple[Cue, ...]:
    """What was prepared for the projector, in order."""
    with event.read() as session:
        return cues_in(session)


def cues_in(session: Session) -> tuple[Cue, ...]:
    """What was prepared for the projector, inside a session."""
    return tuple(cue_of(row) for row in session.scalars(select(CueRow).order_by(CueRow.position)))


def programme_in(session: Session) -> tuple[ProgrammeItem, ...]:
    """The programme, inside a session."""
    return rules.in_order([item_of(row) for row in session.scalars(select(ProgrammeItemRow))])


def timer_in(session: Session) -> Timer:
    """The timer, inside a session; before anybody set one it stands at a final pitch's length."""
    row = session.get(TimerRow, THE_TIMER)
    if row is None:
        return Timer(seconds=settings_in(session).pitch_seconds)
    started = Moment(row.started_at, row.boot, row.boot_seconds or 0.0) if row.started_at else None
    return Timer(
        label=row.label, phase=Phase(row.phase), round_id=row.round_id, subject_id=row.team_id or row.topic_id,
        seconds=row.seconds, added=row.added, started=started, elapsed_before=row.elapsed_before, until=row.until,
    )  # fmt: skip


def stage_in(session: Session) -> Stage:
    """What the hall is shown, inside a session."""
    row = session.get(StageRow, THE_STAGE)
    return stage_of(row) if row else Stage()


def rounds_in(session: Session) -> tuple[Round, ...]:
    """The rounds, inside a session."""
    rows = session.scalars(select(RoundRow).order_by(RoundRow.position)).all()
    ideas = [row for row in rows if row.id == THE_IDEAS]
    first = round_of(session, ideas[0]) if ideas else Round(THE_IDEAS, "", Subject.TOPICS, IDEAS)
    others = (round_of(session, row) for row in rows if row.id != THE_IDEAS)
    return (final_round_in(session), first, *others)


def round_in(session: Session, which: UUID | None) -> Round:
    """One round, inside a session; the final one where it is gone."""
    found = rounds_in(session)
    return next((one for one in found if one.id == which), found[0])


def final_round_in(session: Session) -> Round:
    """The round the jury hears, inside a session."""
    settings = settings_in(session)
    lengths = Lengths(settings.pitch_seconds, settings.questions_seconds, settings.changeover_seconds)
    warnings = tuple(settings.pitch_warnings)
    return Round(lengths=lengths, warnings=warnings, pitches=pitches_in(session))


def pitches_in(session: Session, which: UUID | None = None) -> tuple[Pitch, ...]:
    """The turns of a round, inside a session; without one those of the final round."""
    query = (
        select(PitchRow, TeamRow, TopicRow)
        .outerjoin(TeamRow, TeamRow.id == PitchRow.team_id)
        .outerjoin(TopicRow, TopicRow.id == PitchRow.topic_id)
        .where(PitchRow.round_id == which)
        .order_by(PitchRow.position)
    )
    return tuple(
        Pitch(team.id, team.name, row.position, team.state, row.seed)
        if team
        else Pitch(topic.id, topic.title, row.position, topic.state, row.seed)
        for row, team, topic in session.execute(query)
    )


def round_of(session: Session, row: RoundRow) -> Round:
    """A row with its turns as the value everyone above sees."""
    return Round(
        row.id, row.name, Subject(row.subject),
        Lengths(row.pitch_seconds, row.questions_seconds, row.changeover_seconds),
        tuple(row.warnings), pitches_in(session, row.id), row.version,
    )  # fmt: skip


def stage_of(row: StageRow) -> Stage:
    """A row as the value everyone above sees."""
    way = RevealWay(row.reveal_way)
    return Stage(View(row.view), row.message, row.revealed, row.other_messages, way, row.cue_id)


def cue_of(row: CueRow) -> Cue:
    """A row as the value everyone above sees."""
    return Cue(row.id, row.position, View(row.view), row.message, row.other_messages, row.note, row.version)


def item_of(row: ProgrammeItemRow) -> ProgrammeItem:
    """A row as the value everyone above sees."""
    return ProgrammeItem(
        id=row.id, title=row.title, kind=row.kind, starts_at=row.starts_at, ends_at=row.ends_at,
        started_at=row.started_at, ended_at=row.ended_at, public=row.public, fixed=row.fixed,
        responsible=row.responsible, notes=row.notes, moved=row.moved, other_titles=row.other_titles,
        version=row.version,
    )  # fmt: skip
