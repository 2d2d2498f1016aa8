"""What every table of the event file is made of, and the three that belong to no subject."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from importlib import import_module
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import JSON, ForeignKey, String, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column

#: The subjects whose tables make up an event file. The floor below knows them by name only.
SUBJECTS = ("people", "teams", "agenda", "jury", "follow_up", "documents")


def kept_time(moment: datetime) -> str:
    """A moment as the file keeps it. Raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone cannot be kept")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware datetime, kept as ISO text in UTC so that it sorts and reads the same everywhere."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else kept_time(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return datetime.fromisoformat(value) if value else None


class Exact(TypeDecorator[Fraction]):
    """A number kept exactly, as text such as `7/2`: ties are decided on it."""

    impl = String(64)
    cache_ok = True

    def process_bind_param(self, value: Fraction | None, dialect: Dialect) -> str | None:
        return None if value is None else str(Fraction(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Fraction | None:
        return None if value is None else Fraction(value)


class Base(DeclarativeBase):
    type_annotation_map = {
        datetime: UtcDateTime,
        Fraction: Exact,
        list[str]: JSON,
        list[Any]: JSON,
        dict[str, str]: JSON,
        dict[str, Any]: JSON,
        str: Text,
    }
    #: Columns that note what was done with a row, such as its badge being printed; undo does not mind them.
    noted: ClassVar[frozenset[str]] = frozenset()

    @classmethod
    def refuse_undo(cls, session: Session) -> None:
        """Raises HackDeskError where no change of this table may be taken back now; a subject says when."""

    @classmethod
    def check_undone(cls, session: Session, entry: JournalRow) -> None:
        """Raises HackDeskError where the file would not be right with this entry taken back; it is by now."""


class Kept:
    """A row with an id that no other laptop can make too, and a version that tells who came first."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.__dict__.get("version", cls.version)}


def ref(column: str, *, nullable: bool = False) -> Mapped[Any]:
    """A reference to another row, checked when the change is committed and not before."""
    return mapped_column(
        ForeignKey(column, deferrable=True, initially="DEFERRED"), nullable=nullable, index=True
    )


class JournalRow(Base):
    """One change. `before` and `after` are canonical JSON: {table: {id: {column: value} or null}}."""

    __tablename__ = "journal"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    station: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    subjects: Mapped[dict[str, Any]]
    undoes: Mapped[int | None]
    before: Mapped[str | None]
    after: Mapped[str | None]
    salt: Mapped[str | None]
    before_digest: Mapped[str]
    after_digest: Mapped[str]
    previous: Mapped[str]
    hash: Mapped[str]


class HeadRow(Base):
    """The journal's last entry. Every change locks this one row first, so number order is commit order."""

    __tablename__ = "journal_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    hash: Mapped[str]


class SettingRow(Base):
    """One setting of the event, so that two desks changing two settings do not meet."""

    __tablename__ = "settings"

    id: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


def mapped_class(table: str) -> type[Base]:
    """The mapped class of a table, by its name."""
    return next(one.class_ for one in Base.registry.mappers if one.local_table.name == table)  # type: ignore[attr-defined]


def all_tables() -> type[Base]:
    """Base with the mapped classes of every subject loaded."""
    for subject in SUBJECTS:
        import_module(f"hackdesk.{subject}.tables")
    return Base
