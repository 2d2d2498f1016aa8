"""Verbs for people: import a list, list people, check them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.cli.turnout import missing, wanted
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people import actions, list_queries, queries
from hackdesk.people.badge_codes import UnknownCode
from hackdesk.people.importing.plan import Outcome, Plan
from hackdesk.people.importing.registrations import Problem, Registrations
from hackdesk.people.importing.table import read_table
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


@click.command("import")
@event_file
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@click.option("--column", "mapped", multiple=True, metavar="HEADER=FIELD", help="What a column holds; repeatable.")
@json_option
@refusing
def bring_in(file: Path, source: Path, dry_run: bool, mapped: tuple[str, ...], as_json: bool) -> None:
    """Bring in a list of registrations, CSV or XLSX, as a form tool exports it."""
    table = read_table(source)
    with opened(file) as event:
        preview = list_queries.preview(event, table, _columns(mapped) if mapped else None)
        plan = preview.plan if dry_run else actions.bring_in(event, preview.registrations).plan
    answer(_counted(preview.registrations, plan), "\n".join(_told(preview.registrations, plan)), as_json)


def _columns(mapped: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for pair in mapped:
        header, equals, field = pair.rpartition("=")
        if not equals:
            raise HackDeskError(N_("“{text}” is not of the form HEADER=FIELD."), text=pair)
        columns[header] = field
    return columns


def _counted(registrations: Registrations, plan: Plan) -> dict[str, Any]:
    return {
        "read": registrations.read,
        **{outcome.value: plan.rows(outcome) for outcome in Outcome},
        "problems": [
            {"row": problem.row, "column": problem.column, "message": problem.worded(words())}
            for problem in registrations.problems
        ],
        "columns": {header: field or None for header, field in registrations.columns.items()},
    }


def _told(registrations: Registrations, plan: Plan) -> Iterator[str]:
    added, updated, unchanged = (plan.rows(outcome) for outcome in Outcome)
    yield _(
        "{read} rows read: {added} added, {updated} updated, {unchanged} unchanged.",
        read=registrations.read, added=added, updated=updated, unchanged=unchanged,
    )  # fmt: skip
    for problem in sorted((*registrations.problems, *plan.doubts), key=lambda one: one.row):
        yield _line(problem)


def _line(problem: Problem) -> str:
    message = problem.worded(words())
    if problem.column:
        return _("Row {row}, {column}: {message}", row=problem.row, column=problem.column, message=message)
    return _("Row {row}: {message}", row=problem.row, message=message)


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
