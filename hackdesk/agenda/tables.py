"""Programme, timer and stage, rounds of pitches, mentor rounds, checkpoints, and the organisers' own notes."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

# … and so with the round in which topics are introduced, whoever begins it: the windows know it too.
from hackdesk.agenda.turns import THE_IDEAS as THE_IDEAS
from hackdesk.event.tables import Base, Kept, ref

#: An event has one timer and one stage: two laptops that set them mean the same row.
THE_TIMER = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001")
THE_STAGE = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002")
#: The turn of a round that waits behind a countdown, where one does: a second row of the same table.
THE_WAITING_TURN = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0004")


class ProgrammeItemRow(Kept, Base):
    """One item, planned and as it went. public: the hall sees it. fixed: it does not move (lunch).

    kind: one of rules.KINDS. moved: minutes that shifts have moved it since it was planned.
    other_titles: {language: how it is called there}, for a hall that reads two languages in turn.
    """

    __tablename__ = "programme_items"

    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="other")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    public: Mapped[bool] = mapped_column(default=True)
    fixed: Mapped[bool] = mapped_column(default=False)
    responsible: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    moved: Mapped[int] = mapped_column(default=0)
    other_titles: Mapped[dict[str, str]] = mapped_column(default=dict, server_default="{}")


class RoundRow(Kept, Base):
    """A round of pitches besides the final one, whose lengths are settings. subject: teams, topics.

    Lengths in seconds; warnings: seconds before the end at which a bell rings.
    """

    __tablename__ = "rounds"

    name: Mapped[str]
    subject: Mapped[str]
    pitch_seconds: Mapped[int]
    questions_seconds: Mapped[int] = mapped_column(default=0)
    changeover_seconds: Mapped[int] = mapped_column(default=0)
    warnings: Mapped[list[Any]] = mapped_column(default=list)
    position: Mapped[int] = mapped_column(default=0)


class PitchRow(Kept, Base):
    """A turn in a round: of a team or, where topics are introduced, of a topic. round_id: None in the final round.

    seed: of the lot that drew it; None: put there by hand.
    """

    __tablename__ = "pitches"

    round_id: Mapped[UUID | None] = ref("rounds.id", nullable=True)
    team_id: Mapped[UUID | None] = ref("teams.id", nullable=True)
    topic_id: Mapped[UUID | None] = ref("topics.id", nullable=True)
    position: Mapped[int]
    seed: Mapped[int | None]


class PitchWishRow(Kept, Base):
    """When a team has to pitch, whatever the lot says. kind: first, last; within: among so many from there."""

    __tablename__ = "pitch_wishes"

    team_id: Mapped[UUID] = ref("teams.id")
    kind: Mapped[str]
    within: Mapped[int] = mapped_column(default=1)
    reason: Mapped[str] = mapped_column(default="")


class TimerRow(Kept, Base):
    """The stage's one timer as anchors; what it shows is worked out from them and the clock.

    seconds: the time its phase has; added: given on top or taken off. started_at: when it last began to
    run, None while it stands; elapsed_before: seconds run before that. boot, boot_seconds: the same moment
    as the laptop counts since it was switched on, which nobody can set. until: the time of day it counts to.
    """

    __tablename__ = "timers"

    label: Mapped[str] = mapped_column(default="")
    team_id: Mapped[UUID | None] = ref("teams.id", nullable=True)
    phase: Mapped[str] = mapped_column(default="countdown")
    seconds: Mapped[int]
    added: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    elapsed_before: Mapped[float] = mapped_column(default=0.0)
    round_id: Mapped[UUID | None] = ref("rounds.id", nullable=True)
    topic_id: Mapped[UUID | None] = ref("topics.id", nullable=True)
    until: Mapped[datetime | None]
    boot: Mapped[str] = mapped_column(default="", server_default="")
    boot_seconds: Mapped[float | None]


class StageRow(Kept, Base):
    """What the hall sees. view: one of rules.View. revealed: how many steps of the results are shown.

    other_messages: {language: the message there}. reveal_way: places, or awards only. cue_id: the step of the
    list of cues that was shown last.
    """

    __tablename__ = "stage"

    view: Mapped[str] = mapped_column(default="welcome")
    message: Mapped[str] = mapped_column(default="")
    revealed: Mapped[int] = mapped_column(default=0)
    other_messages: Mapped[dict[str, str]] = mapped_column(default=dict, server_default="{}")
    reveal_way: Mapped[str] = mapped_column(default="places", server_default="places")
    cue_id: Mapped[UUID | None] = ref("cues.id", nullable=True)


class CueRow(Kept, Base):
    """A step that was prepared for the projector. note: for the facilitator only."""

    __tablename__ = "cues"

    position: Mapped[int]
    view: Mapped[str]
    message: Mapped[str] = mapped_column(default="")
    other_messages: Mapped[dict[str, str]] = mapped_column(default=dict)
    note: Mapped[str] = mapped_column(default="")


class MentorRow(Kept, Base):
    """A mentor; name: where no person of the list is meant. themes: what they can help with, in words.

    times: when they are here, [[from, to], …] as UTC text; none: all the time. place: where teams find them.
    """

    __tablename__ = "mentors"

    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    name: Mapped[str] = mapped_column(default="")
    themes: Mapped[list[str]] = mapped_column(default=list)
    times: Mapped[list[Any]] = mapped_column(default=list)
    place: Mapped[str] = mapped_column(default="")


class MentorThemeRow(Kept, Base):
    """A theme on which a team wants to see a mentor."""

    __tablename__ = "mentor_themes"
    __table_args__ = (UniqueConstraint("team_id", "theme"),)

    team_id: Mapped[UUID] = ref("teams.id")
    theme: Mapped[str]


class MentorRoundRow(Kept, Base):
    """A stretch of time in which mentors see teams, in slots of the same length with a walk between them.

    item_id: the item of the programme it stands for. walk_minutes: to the next table.
    """

    __tablename__ = "mentor_rounds"

    name: Mapped[str]
    item_id: Mapped[UUID | None] = ref("programme_items.id", nullable=True)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    slot_minutes: Mapped[int] = mapped_column(default=15)
    walk_minutes: Mapped[int] = mapped_column(default=0)


class MentorVisitRow(Kept, Base):
    """A mentor sees a team. pinned: no plan moves it. visited_at: it took place; note: what was said there."""

    __tablename__ = "mentor_visits"

    round_id: Mapped[UUID] = ref("mentor_rounds.id")
    mentor_id: Mapped[UUID] = ref("mentors.id")
    team_id: Mapped[UUID] = ref("teams.id")
    starts_at: Mapped[datetime]
    pinned: Mapped[bool] = mapped_column(default=False)
    visited_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(default="")


class CheckpointRow(Kept, Base):
    """A step that a team has behind it. step: one of checkpoints.STEPS."""

    __tablename__ = "checkpoints"
    __table_args__ = (UniqueConstraint("team_id", "step"),)

    team_id: Mapped[UUID] = ref("teams.id")
    step: Mapped[str]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")


class IncidentRow(Kept, Base):
    """A private note of the organisers. Never printed, never on the projector. settled_at: done with."""

    __tablename__ = "incidents"

    at: Mapped[datetime]
    text: Mapped[str]
    who: Mapped[str] = mapped_column(default="")
    settled_at: Mapped[datetime | None]


class DutyRow(Kept, Base):
    """Who is there for people from–until. what: on duty, quiet room, first aid, in words."""

    __tablename__ = "duties"

    person_id: Mapped[UUID | None] = ref("people.id", nullable=True)
    name: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
