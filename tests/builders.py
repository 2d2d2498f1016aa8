"""Small events for tests, made through the same actions a person's clicks go through."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from hackdesk.event.settings import EventSettings, keep
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.tables import AttendanceRow, ConsentRow, PersonRow
from hackdesk.rehearsal.cast import Scale, cast, registrations
from hackdesk.teams.tables import MembershipRow, TeamRow, TopicRow

STRANGE_NAME = (
    "Tsõõriq V́etśk´ B́ḱḿ kaeq pand´ ˀ – Jüri Õ. Žukovski – "
    "Jānis Bērziņš Ģirts Ķ Ļ Ņ – Щёголева Ё – Őri Șt"
)


class FakeClock:
    """A clock that stands still until it is moved. Starts on the sample event's first morning.

    now: what the wall shows; seconds: since the laptop was switched on. booted: how often it was.
    """

    def __init__(self, now: datetime = datetime(2026, 11, 14, 7, 0, tzinfo=UTC)) -> None:
        self.now = now
        self.seconds = 0.0
        self.booted = 1

    def utc_now(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.seconds

    def boot(self) -> str:
        return f"boot {self.booted}"

    def switch_off_and_on(self, **span: float) -> None:
        """The laptop is off for a while; what it counts begins anew."""
        self.forward(**span)
        self.booted, self.seconds = self.booted + 1, 0.0

    def forward(self, **span: float) -> None:
        """Let time pass: forward(minutes=5)."""
        passed = timedelta(**span)
        self.now += passed
        self.seconds += passed.total_seconds()


def an_empty_event(folder: Path, *, clock: FakeClock | None = None, station: str = "desk") -> Event:
    """An event file with a name and two days, and nothing else."""
    clock = clock or FakeClock()
    path = folder / "event.hackdesk"
    path.write_bytes(_empty_file(station, clock.utc_now()))
    return Event(path, clock=clock, station=station)


@cache
def _empty_file(station: str, now: datetime) -> bytes:
    # Making every table takes longer than most tests do, so it is done once and copied.
    with TemporaryDirectory() as folder:
        event = Event.create(Path(folder) / "event.hackdesk", clock=FakeClock(now), station=station)
        with event.change("new event") as session:
            days = {"starts_on": date(2026, 11, 14), "ends_on": date(2026, 11, 15)}
            keep(session, EventSettings(name="Vastseliina", language="en", **days))
        event.close()
        return event.path.read_bytes()


def a_long_list(event: Event, people: int) -> None:
    """Invented people as a form would bring them, in one change; one in ten has not answered about photos."""
    rows = list(csv.reader(io.StringIO(registrations(Scale(people=people), date(2026, 11, 14), cast()))))[1:]
    codes: set[str] = set()
    with event.change("bring in the list") as session:
        for _sent, name, email, phone, organisation, group, *_rest in rows:
            given, _, family = name.rpartition(" ")
            codes.add(code := new_badge_code(codes))
            row = PersonRow(
                id=uuid4(), code=code, given_name=given, family_name=family, email=email,
                phone=phone, organisation=organisation, groups=[group],
            )  # fmt: skip
            session.add(row)
            if not email.startswith("osaleja7"):
                consent = {"given": True, "at": event.clock.utc_now(), "wording": "Kas tohib pildistada?"}
                session.add(ConsentRow(person_id=row.id, purpose="photo", **consent))


def a_full_board(event: Event, people: int, teams: int, *, waiting: int = 0) -> None:
    """Teams of a topic each, everybody checked in and seated with three wishes, the last `waiting` nowhere."""
    now = event.clock.utc_now()
    rows = list(csv.reader(io.StringIO(registrations(Scale(people=people), date(2026, 11, 14), cast()))))[1:]
    groups = ("public_servant", "end_user", "community", "entrepreneur", "youth", "expert")
    codes: set[str] = set()
    with event.change("bring in the list") as session:
        add_groups(session, language("en"))
        made = []
        for number in range(teams):
            title = _TITLES[number % len(_TITLES)] + (f" {number}" if number > 9 else "")
            topic = TopicRow(id=uuid4(), title=title)
            topic.position, topic.min_size, topic.max_size = number, 4, 12
            team = TeamRow(id=uuid4(), name=topic.title, topic_id=topic.id, position=number)
            team.table_name = str(number + 1)
            session.add(topic)
            session.flush()
            session.add(team)
            made.append((topic, team))
        session.flush()
        for number, (_sent, name, *_rest) in enumerate(rows[:people]):
            given, _, family = name.rpartition(" ")
            codes.add(code := new_badge_code(codes))
            wishes = [made[(number + step) % teams][0].title for step in (number % 4, 5, 9)]
            row = PersonRow(
                id=uuid4(), code=code, given_name=given, family_name=family, choices=wishes,
                groups=[groups[number * 7 % len(groups)]], languages=["et"] if number % 9 else ["et", "ru"],
            )  # fmt: skip
            session.add(row)
            session.flush()
            session.add(AttendanceRow(person_id=row.id, day=now.date(), came_at=now, station="desk"))
            if number < people - waiting:
                seat = MembershipRow(team_id=made[number % teams][1].id, person_id=row.id, since=now)
                seat.pinned = number % 17 == 0
                session.add(seat)


_TITLES = (
    "Village bus on demand", "Youth room that lasts", "Open school network", "Home care by neighbours",
    "Local food map", "Empty houses, new people", "Winter swimming for all", "A library in the shop",
    "Repair café on wheels", "Night train",
)  # fmt: skip
