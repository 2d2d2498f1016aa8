"""What is set for an event: its name, days, time zone, languages and texts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hackdesk.errors import HackDeskError
from hackdesk.event.prepared import Query
from hackdesk.event.store import Event
from hackdesk.event.tables import SettingRow
from hackdesk.language import N_, is_language


@dataclass(frozen=True)
class EventSettings:
    """The declaration is the default. pitch_…, questions_…, changeover_…: of the final round; pitch_warnings:
    seconds before the end at which a bell rings. hall_languages: tags the projector speaks in turn; none: the
    event's own.

    merged_municipalities: {a spelling's key: the key it is counted under}, as somebody merged them by hand.
    badge_format: a key of documents' FORMATS. badge_back: "" for none, "same" as the front, or "programme" for
    the main times and `badge_back_text`. team_cards: what is not as usual when teams are proposed.
    jury_method: a key of the jury's METHODS. jury_closed: up to which round of the jury jurors change nothing
    more; 0: none. jury_not_close: {"juror id team id": the kinds of hints that somebody said are none}.
    ranking_published: whether places are told at all. hall_vote: what is not as usual in the hall's vote.
    jury_trip: in a file that was taken elsewhere, which trip it belongs to. certificate, feedback_form,
    funder_report: what is not as usual on certificates, on the form people fill in at the end, in the report.
    """

    name: str = ""
    place: str = ""
    starts_on: date = date(2026, 1, 1)
    ends_on: date = date(2026, 1, 1)
    timezone: str = "Europe/Tallinn"
    language: str = "et"
    organiser: str = ""
    funder_header: str = ""
    pitch_seconds: int = 180
    questions_seconds: int = 180
    changeover_seconds: int = 60
    pitch_warnings: list[int] = field(default_factory=lambda: [60, 0], hash=False)
    hall_languages: list[str] = field(default_factory=list, hash=False)
    photo_consent_wording: str = ""
    guardian_consent_wording: str = ""
    certificate_text: str = ""
    attendance_times: bool = False
    merged_municipalities: dict[str, str] = field(default_factory=dict)
    badge_format: str = "a7x8"
    badge_back: str = ""
    badge_back_text: str = ""
    team_cards: dict[str, Any] = field(default_factory=dict)
    jury_method: str = "mean"
    jury_closed: int = 0
    jury_not_close: dict[str, str] = field(default_factory=dict)
    ranking_published: bool = True
    hall_vote: dict[str, Any] = field(default_factory=dict)
    jury_trip: dict[str, Any] = field(default_factory=dict)
    certificate: dict[str, Any] = field(default_factory=dict)
    feedback_form: dict[str, Any] = field(default_factory=dict)
    funder_report: dict[str, Any] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """Where the hall's clock hangs."""
        return ZoneInfo(self.timezone)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the event."""
        return tuple(
            self.starts_on + timedelta(days=number)
            for number in range((self.ends_on - self.starts_on).days + 1)
        )


def checked(settings: EventSettings) -> EventSettings:
    """The same settings, trimmed. Raises HackDeskError where they cannot be an event."""
    tags = list(dict.fromkeys(tag.strip().lower() for tag in settings.hall_languages if tag.strip()))
    settings = replace(
        settings, name=settings.name.strip(), place=settings.place.strip(), hall_languages=tags
    )
    if not settings.name:
        raise HackDeskError(N_("The event has no name."), remedy=N_("Type the name that is on the poster."))
    if settings.ends_on < settings.starts_on:
        raise HackDeskError(
            N_("The event ends on {end}, before it starts on {start}."),
            start=settings.starts_on, end=settings.ends_on,
        )  # fmt: skip
    if (settings.ends_on - settings.starts_on).days > 30:
        raise HackDeskError(N_("An event of more than 31 days is probably a slip in a date."))
    for tag in tags:
        if not is_language(tag):
            raise HackDeskError(
                N_("There is no language “{tag}”."), tag=tag, remedy=N_("Write languages like et, ru, en.")
            )
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise HackDeskError(
            N_("There is no time zone “{zone}”."), zone=settings.timezone,
            remedy=N_("Write it like Europe/Tallinn."),
        ) from error  # fmt: skip
    return settings


_TABLE = SettingRow.__table__
_STORED = select(_TABLE.c.id, _TABLE.c.value)
_ALL = Query(_STORED)
_DAYS = Query(_STORED.where(or_(*(_TABLE.c.id == key for key in ("starts_on", "ends_on", "timezone")))))


def settings_in(session: Session) -> EventSettings:
    """The event's settings, inside a session."""
    return _read(session, _ALL)


def days_in(session: Session) -> tuple[tuple[date, ...], ZoneInfo]:
    """The event's days and where the hall's clock hangs, inside a session: what every scan asks for."""
    settings = _read(session, _DAYS)
    return settings.days, settings.zone


def _read(session: Session, query: Query) -> EventSettings:
    stored = {row.id: row.value for row in query.rows(session)}
    known = {field.name: stored[field.name] for field in fields(EventSettings) if field.name in stored}
    for day in ("starts_on", "ends_on"):
        if day in known:
            known[day] = date.fromisoformat(known[day])
    return replace(EventSettings(), **known)


def settings_of(event: Event) -> EventSettings:
    """The event's settings."""
    with event.read() as session:
        return settings_in(session)


def keep(session: Session, settings: EventSettings) -> None:
    """The step that writes settings; only those that differ are touched."""
    values: dict[str, Any] = asdict(settings)
    for key, value in values.items():
        plain = value.isoformat() if isinstance(value, date) else value
        row = session.get(SettingRow, key)
        if row is None:
            session.add(SettingRow(id=key, value=plain))
        elif row.value != plain:
            row.value = plain


def change_settings(event: Event, settings: EventSettings, *, by: str = "facilitator") -> EventSettings:
    """Set the event's name, days, time zone, languages and texts. Raises HackDeskError for a wrong one."""
    settings = checked(settings)
    with event.change(N_("change the event's data"), by=by) as session:
        keep(session, settings)
    return settings
