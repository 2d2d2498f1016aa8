"""Verbs for the programme: show it as planned, as it went and as it will go on; shift the rest of the day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from hackdesk.agenda import queries, wording
from hackdesk.agenda.actions import shift_rest
from hackdesk.agenda.arranging import overlaps
from hackdesk.agenda.forecast import Forecast, forecast
from hackdesk.agenda.rules import ProgrammeItem, now_and_next
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import N_

Items = tuple[ProgrammeItem, ...]


class _Programme(click.Group):
    """`programme FILE --json`: where no verb follows, options may stand behind the file, as everywhere."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        behind = args[1:] if args[1:] and all(one.startswith("-") for one in args[1:]) else []
        return super().parse_args(ctx, [*behind, *args[: len(args) - len(behind)]])


@click.group("programme", cls=_Programme, invoke_without_command=True)
@event_file
@json_option
@click.pass_context
@refusing
def programme(context: click.Context, file: Path, as_json: bool) -> None:
    """Show the programme: what is planned, what really was, and when the rest of today will begin."""
    context.obj = file
    if context.invoked_subcommand is not None:
        return
    with opened(file) as event:
        items, zone, now = queries.programme(event), settings_of(event).zone, event.clock.utc_now()
    answer(_plain(items, now), _text(items, zone, now), as_json)


@programme.command("shift", context_settings={"ignore_unknown_options": True})
@click.argument("minutes", type=int)
@click.option("--from", "first", type=int, help="The number of the item it begins with; else what is on now.")
@json_option
@click.pass_obj
@refusing
def shift(file: Path, minutes: int, first: int | None, as_json: bool) -> None:
    """Move the rest of today, or of the day of an item, by MINUTES (−10: earlier) up to the next fixed item."""
    with opened(file) as event:
        items = queries.programme(event)
        if first is not None and not 1 <= first <= len(items):
            raise HackDeskError(N_("There is no item number {number}."), number=first)
        moved = shift_rest(event, minutes, first=items[first - 1].id if first else None)
    told = {
        "minutes": moved.minutes,
        "moved": [{"title": one.title, "starts_at": one.starts_at, "ends_at": one.ends_at} for one in moved.moved],
        "squeezed": [{"title": one.item.title, "minutes": one.minutes} for one in moved.squeezed],
        "before": moved.before.title if moved.before else None,
    }
    answer(told, wording.shift_words(words(), moved), as_json)


def _plain(items: Items, now: datetime) -> dict[str, Any]:
    found, ahead = now_and_next(items, now), forecast(items, now)
    return {
        "now": found.now.title if found.now else None,
        "next": found.next.title if found.next else None,
        "late_minutes": wording.minutes_in(found.late),
        "pace": round(ahead.pace, 3),
        "items": [{"number": number, **_item(item, ahead)} for number, item in enumerate(items, 1)],
    }


def _item(item: ProgrammeItem, ahead: Forecast) -> dict[str, Any]:
    expected = ahead.of(item.id)
    told = asdict(item)
    told.pop("version")
    return {
        **told,
        "expected_start": expected.starts_at if expected else None,
        "expected_end": expected.ends_at if expected else None,
        "lost_minutes": wording.minutes_in(expected.lost) if expected else 0,
    }


def _text(items: Items, zone: ZoneInfo, now: datetime) -> str:
    if not items:
        return _("No programme yet")
    ahead, lines = forecast(items, now), []
    numbered = list(enumerate(items, 1))
    for day, of_day in groupby(numbered, key=lambda one: _day(one[1], zone)):
        lines += ["", f"{words().weekday(day)}, {words().day(day)}"]
        lines += [_line(number, item, zone, ahead) for number, item in of_day]
    said = [wording.overlap_words(words(), one) for one in overlaps(items)]
    said.append(wording.late_words(words(), ahead.late))
    said.append(wording.forecast_words(words(), ahead, zone) if any(not one.untouched for one in items) else "")
    said = [one for one in said if one]
    return "\n".join([*lines, *([""] if said else []), *said]).strip()


def _line(number: int, item: ProgrammeItem, zone: ZoneInfo, ahead: Forecast) -> str:
    expected = ahead.of(item.id)
    later = expected is not None and item.untouched and wording.minutes_in(expected.late) > 0
    signs = [
        _real(item, zone),
        _("expected {time}", time=words().time(expected.starts_at, zone)) if expected and later else "",
        _("fixed") if item.fixed else "",
        "" if item.public else _("staff"),
        wording.change_words(words(), item, zone),
    ]
    planned = f"{words().time(item.starts_at, zone)}–{words().time(item.ends_at, zone)}"
    return " · ".join(filter(None, [f"{number:>3}  {planned}  {item.title}", *signs]))


def _real(item: ProgrammeItem, zone: ZoneInfo) -> str:
    if item.started_at is None:
        return ""
    began = words().time(item.started_at, zone)
    if item.ended_at is None:
        return _("began {time}", time=began)
    return _("was {start}–{end}", start=began, end=words().time(item.ended_at, zone))


def _day(item: ProgrammeItem, zone: ZoneInfo) -> date:
    return item.starts_at.astimezone(zone).date()


COMMANDS = {"programme": programme}
