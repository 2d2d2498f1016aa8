"""Programme items, the stage's timer and view, the order of pitches."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hackdesk.event.tables import Base, Kept, ref

#: An event has one timer and one stage: two laptops that set them mean the same row.
THE_TIMER = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0001")
THE_STAGE = UUID("0a6e1f6c-5a53-4a0e-9d0b-7d2f3c1e0002")


class ProgrammeItemRow(Kept, Base):
    """One item, planned and as it went. public: the hall sees it. fixed: it does not move (lunch).

    kind: one of rules.KINDS. moved: minutes that shifts have moved it since it was planned.
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


class TimerRow(Kept, Base):
    """The stage's one timer as anchors; what it shows is worked out from them and the clock.

    seconds: the time its phase has; added: given on top or taken off. started_at: when it last began to
    run, None while it stands; elapsed_before: seconds run before that.
    """

    __tablename__ = "timers"

    label: Mapped[str] = mapped_column(default="")
    team_id: Mapped[UUID | None] = ref("teams.id", nullable=True)
    phase: Mapped[str] = mapped_column(default="countdown")
    seconds: Mapped[int]
    added: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    elapsed_before: Mapped[float] = mapped_column(default=0.0)


class StageRow(Kept, Base):
    """What the hall sees. view: welcome, timer, programme, teams, people, moved, message, results, blank."""

    __tablename__ = "stage"

    view: Mapped[str] = mapped_column(default="welcome")
    message: Mapped[str] = mapped_column(default="")
    revealed: Mapped[int] = mapped_column(default=0)


class PitchRow(Kept, Base):
    """A team's place in the order of pitches. seed: of the lot that drew it; None: put there by hand."""

    __tablename__ = "pitches"

    team_id: Mapped[UUID] = ref("teams.id")
    position: Mapped[int]
    seed: Mapped[int | None]
