"""Verbs below `people`: who is not here yet, and who is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury.queries import judging_people
from hackdesk.language import N_
from hackdesk.people import actions
from hackdesk.people.turnout import EVERYBODY, GROUP, MUNICIPALITY, OUTCOMES, TOPIC, Tally, standing
from hackdesk.teams import queries
from hackdesk.teams.rules import folded
from hackdesk.teams.turnout import LACKS, Callee, Turnout


@click.command("missing")
@event_file
@json_option
@refusing
def missing(file: Path, as_json: bool) -> None:
    """List who is expected today and not here yet, with phone numbers, those who matter most first."""
    with opened(file) as event:
        callees = queries.missing(event, judging_people(event))
        zone = settings_of(event).zone
    lines = [
        "  ".join(filter(None, (
            callee.person.code, f"{callee.person.phone:<16}", callee.person.name,
            " · ".join(why.said(words()) for why in callee.whys),
            f"{words().moment(callee.last.at, zone)} {_(OUTCOMES[callee.last.outcome])}" if callee.last else "",
        )))
        for callee in callees
    ]  # fmt: skip
    said = "\n".join(lines) or _("Everybody who is expected today is in.")
    answer([_called(callee) for callee in callees], said, as_json)


def _called(callee: Callee) -> dict[str, Any]:
    person, last = callee.person, callee.last
    return {
        "code": person.code,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "phone": person.phone,
        "groups": person.groups,
        "why": [why.said(words()) for why in callee.whys],
        "last_call": {"at": last.at, "outcome": last.outcome.value, "note": last.note} if last else None,
    }


_PAIR = "NAME=NUMBER"


@click.command("wanted")
@event_file
@click.option("--everybody", type=int, help="How many are wanted in all.")
@click.option("--mix", is_flag=True, help="Take the usual mix of groups for --everybody.")
@click.option("--group", "groups", multiple=True, metavar="KEY=NUMBER", help="How many of a group; repeatable.")
@click.option("--municipality", "places", multiple=True, metavar=_PAIR, help="How many from it; repeatable.")
@click.option("--topic", "topics", multiple=True, metavar="TITLE=NUMBER", help="How many for it; repeatable.")
@json_option
@refusing
def wanted(file: Path, as_json: bool, everybody: int | None, mix: bool, **named: tuple[str, ...]) -> None:
    """Say how many are wanted, and show how that stands; a number left out (`youth=`) is forgotten."""
    if mix and everybody is None:
        raise HackDeskError(N_("--mix needs --everybody."), remedy=N_("Type how many are wanted in all."))
    with opened(file) as event:
        wishes = [*_pairs(event, named)]
        if mix and everybody is not None:
            actions.want_usual_mix(event, everybody)
        elif everybody is not None:
            actions.set_wanted(event, EVERYBODY, "", everybody)
        for kind, subject, number in wishes:
            actions.set_wanted(event, kind, subject, number)
        shown = queries.turnout(event)
    answer(_shown(shown), "\n".join(_told(shown)), as_json)


def _pairs(event: Event, named: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, str, int | None]]:
    """(kind, subject, number) of each pair, all of them looked at before anything is written."""
    titles = {folded(topic.title): str(topic.id) for topic in queries.topics(event) if topic.open}
    for kind, pairs in ((GROUP, named["groups"]), (MUNICIPALITY, named["places"]), (TOPIC, named["topics"])):
        for pair in pairs:
            name, equals, number = pair.rpartition("=")
            if not equals or not (number.strip().isdecimal() or not number.strip()):
                raise HackDeskError(N_("“{text}” is not of the form NAME=NUMBER."), text=pair)
            if kind == TOPIC and folded(name) not in titles:
                raise HackDeskError(N_("There is no open topic “{title}”."), title=name)
            subject = titles[folded(name)] if kind == TOPIC else name
            yield kind, subject, int(number) if number.strip() else None


def _shown(shown: Turnout) -> dict[str, Any]:
    return {
        "registered": shown.registered,
        "wanted": shown.wanted,
        "new": shown.new,
        "groups": [_tallied(tally) for tally in shown.groups],
        "municipalities": [_tallied(tally) for tally in shown.municipalities],
        "topics": [_tallied(tally) for tally in shown.topics],
    }


def _tallied(tally: Tally) -> dict[str, Any]:
    return {
        "key": tally.key, "name": tally.name, "wanted": tally.wanted, "registered": tally.registered,
        "missing": tally.missing, "new": tally.new, "lacks": tally.lacks,
    }  # fmt: skip


def _told(shown: Turnout) -> Iterable[str]:
    everybody = Tally(EVERYBODY, "", _("Everybody"), shown.registered, shown.wanted)
    for tally in (everybody, *shown.groups, *shown.municipalities, *shown.topics):
        of = "" if tally.wanted is None else f"/{tally.wanted}"
        said = ", ".join(filter(None, (standing(tally, words()), *(_(LACKS[lack]) for lack in tally.lacks))))
        yield f"{tally.registered:>4}{of:<5} {tally.name}{f': {said}' if said else ''}"
