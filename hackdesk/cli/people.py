"""Verbs for people: list them, check them in."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.cli.lists import bring_in
from hackdesk.cli.turnout import missing, wanted
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import actions, queries
from hackdesk.people.badge_codes import UnknownCode
from hackdesk.people.rules import Arrival, ArrivalKind, Person

_SHOWN = (
    "code", "given_name", "family_name", "email", "phone", "organisation", "groups", "skills", "languages",
    "choices", "diet", "photo_consent", "minor", "status", "arrived_at",
)  # fmt: skip
_SAID = {
    ArrivalKind.IN: N_("{name} is in."),
    ArrivalKind.BACK: N_("{name} is back since {since}."),
    ArrivalKind.ALREADY_IN: N_("{name} is already in since {since}."),
    ArrivalKind.CANCELLED: N_("{name} had cancelled and is not checked in."),
}


class _People(click.Group):
    """`people FILE` lists everybody; a word before the file says what else is wanted."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {*self.commands, *self.get_help_option_names(ctx)}
        return super().parse_args(ctx, args if not args or args[0] in known else ["list", *args])


@click.group("people", cls=_People)
def people() -> None:
    """List everybody (`people FILE`), who is missing, or who is wanted."""


@people.command("list")
@event_file
@json_option
@refusing
def list_people(file: Path, as_json: bool) -> None:
    """List everybody."""
    with opened(file) as event:
        everyone = queries.people(event)
    lines = [f"{person.code}  {person.status:<10}  {person.name}" for person in everyone]
    answer([_shown(person) for person in everyone], "\n".join(lines), as_json)


def _shown(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in _SHOWN}


@click.command("check-in")
@event_file
@click.argument("codes", nargs=-1)
@click.option("--all", "everybody", is_flag=True, help="Check in everybody who has not cancelled.")
@json_option
@refusing
def check_in(file: Path, codes: tuple[str, ...], everybody: bool, as_json: bool) -> None:
    """Check in the people with these badge codes, or everybody."""
    if bool(codes) == everybody:
        raise HackDeskError(N_("Name badge codes, or --all, and not both."))
    unknown: list[UnknownCode] = []
    with opened(file) as event:
        zone = settings_of(event).zone
        if everybody:
            arrivals = list(actions.check_in_all(event))
        else:
            arrivals, unknown = _checked_in(event, codes)
    told = [
        _(_SAID[one.kind], name=one.person.name, since=words().time(one.since, zone) if one.since else "")
        for one in arrivals
    ]
    if everybody:
        told = [words().many("{count} person is in now.", "{count} people are in now.", len(arrivals))]
    if arrivals or not unknown:
        answer([_arrived(one) for one in arrivals], "\n".join(told), as_json)
    if unknown:
        raise unknown[0]


def _checked_in(event: Event, codes: tuple[str, ...]) -> tuple[list[Arrival], list[UnknownCode]]:
    """Everybody who is known comes in; a wrong code among them stops nobody."""
    arrivals: list[Arrival] = []
    unknown: list[UnknownCode] = []
    for code in codes:
        try:
            arrivals.append(actions.check_in(event, code))
        except UnknownCode as error:
            unknown.append(error)
    return arrivals, unknown


@click.command("leave")
@event_file
@click.argument("codes", nargs=-1, required=True)
@json_option
@refusing
def leave(file: Path, codes: tuple[str, ...], as_json: bool) -> None:
    """The people with these badge codes leave now; a check-in brings them back."""
    with opened(file) as event:
        zone = settings_of(event).zone
        gone = [actions.leave_with(event, code) for code in codes]
    told = [_("{name} left at {time}.", name=one.person.name, time=words().time(one.at, zone)) for one in gone]
    shown = [{"code": one.person.code, "day": one.day, "left_at": one.at} for one in gone]
    answer(shown, "\n".join(told), as_json)


@click.command("days")
@event_file
@json_option
@refusing
def days(file: Path, as_json: bool) -> None:
    """How many came, left and are here on each day, and the people-days."""
    with opened(file) as event:
        counts = queries.attendance_counts(event)
    told = [
        _("{day}: {arrived} came, {left} left, {here} here now.", day=words().day(one.day), arrived=one.arrived,
          left=one.left, here=one.here)
        for one in counts.days
    ]  # fmt: skip
    told.append(_("{days} people-days of {people} people.", days=counts.people_days, people=counts.people))
    answer(asdict(counts), "\n".join(told), as_json)


def _arrived(one: Arrival) -> dict[str, Any]:
    return {
        "code": one.person.code,
        "given_name": one.person.given_name,
        "family_name": one.person.family_name,
        "kind": one.kind.value,
        "since": one.since,
        "station": one.station,
        "missing": one.missing,
    }


people.add_command(missing)
people.add_command(wanted)

COMMANDS = {"import": bring_in, "people": people, "check-in": check_in, "leave": leave, "days": days}
