"""Verbs of the stage: the timer as it stands, the rounds of pitches and their order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from hackdesk.agenda import actions, queries
from hackdesk.agenda import timer as timers
from hackdesk.agenda.face import face
from hackdesk.agenda.lot import lot_of
from hackdesk.agenda.timer import Timer
from hackdesk.agenda.turns import THE_IDEAS, Round
from hackdesk.agenda.typed import bells_text, length_text
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing, words
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.language import N_

_round = click.option("--round", "name", default="final", show_default=True, help="final, topics, or a name.")


@click.group("stage")
@event_file
@click.pass_context
def stage(context: click.Context, file: Path) -> None:
    """The stage of the event FILE."""
    context.obj = file


@stage.command("timer")
@json_option
@click.pass_obj
@refusing
def show_timer(file: Path, as_json: bool) -> None:
    """Show the timer as it stands now: its anchors and what the hall reads."""
    with opened(file) as event:
        timer, now, zone = queries.timer(event), event.moment(), settings_of(event).zone
        rounds = queries.rounds(event)
    here = next((one for one in rounds if one.id == timer.round_id), rounds[0])
    shown = face(timer, here.warnings, now, zone, words())
    names: dict[Any, str] = {pitch.subject_id: pitch.name for one in rounds for pitch in one.pitches}
    value = {
        "digits": shown.digits, "word": shown.word, "tone": shown.tone, "running": timer.running,
        "remaining": None if timer.phase == "clock" else round(timers.remaining(timer, now), 3),
        **_anchors(timer, names),
        "waiting": _anchors(timer.waiting, names) if timer.waiting else None,
        "now": now.utc,
    }  # fmt: skip
    parts = (shown.digits, shown.word, timer.phase.value, names.get(timer.subject_id, timer.label))
    answer(value, " · ".join(filter(None, parts)), as_json)


@click.group("pitches")
@event_file
@click.pass_context
def pitches(context: click.Context, file: Path) -> None:
    """The rounds of pitches of the event FILE."""
    context.obj = file


@pitches.command("show")
@json_option
@click.pass_obj
@refusing
def show_pitches(file: Path, as_json: bool) -> None:
    """Show every round with its lengths and its order."""
    with opened(file) as event:
        rounds, wishes = queries.rounds(event), queries.wishes(event)
    kept = [
        {"team": one.team_id, "kind": one.kind, "within": one.within, "reason": one.reason} for one in wishes
    ]
    text = "\n".join(_text(one) for one in rounds)
    answer({"rounds": [_value(one) for one in rounds], "wishes": kept}, text, as_json)


@pitches.command("draw")
@click.option("--seed", required=True, type=click.IntRange(0), help="The number that was called.")
@_round
@json_option
@click.pass_obj
@refusing
def draw(file: Path, seed: int, name: str, as_json: bool) -> None:
    """Draw the order of a round with a number; the same number draws the same order."""
    with opened(file) as event:
        here = _the_round(queries.rounds(event), name)
        among = [pitch.subject_id for pitch in here.pitches] if here.id else None
        actions.draw_pitch_order(event, seed, here.id, among=among or None)
        drawn = _the_round(queries.rounds(event), name)
    answer(_value(drawn), _text(drawn), as_json)


def _the_round(rounds: tuple[Round, ...], name: str) -> Round:
    known = {_called(one): one for one in rounds}
    if name not in known:
        raise HackDeskError(
            N_("There is no round “{name}”."), name=name,
            remedy=N_("The rounds are {known}."), known=", ".join(known),
        )  # fmt: skip
    return known[name]


def _called(here: Round) -> str:
    return "final" if here.id is None else "topics" if here.id == THE_IDEAS else here.name


def _anchors(timer: Timer, names: dict[Any, str]) -> dict[str, Any]:
    begun = timer.started
    return {
        "phase": timer.phase.value, "label": timer.label, "subject": names.get(timer.subject_id),
        "seconds": timer.seconds, "added": timer.added, "elapsed_before": timer.elapsed_before,
        "started_at": begun.utc if begun else None, "boot": begun.boot if begun else None,
        "boot_seconds": begun.seconds if begun else None, "until": timer.until,
    }  # fmt: skip


def _value(here: Round) -> dict[str, Any]:
    order = [
        {
            "place": one.position, "id": one.subject_id, "name": one.name, "state": one.state, "seed": one.seed,
            "lot": lot_of(one.subject_id, one.seed) if one.seed is not None else None,
        }
        for one in here.pitches
    ]  # fmt: skip
    return {
        "round": _called(here), "subject": here.subject.value, "pitch": here.lengths.pitch,
        "questions": here.lengths.questions, "changeover": here.lengths.changeover,
        "bells": list(here.warnings), "order": order,
    }  # fmt: skip


def _text(here: Round) -> str:
    lengths = here.lengths
    said = " + ".join(length_text(one) for one in (lengths.pitch, lengths.questions, lengths.changeover))
    bells = _("bells at {moments}", moments=bells_text(here.warnings))
    lines = [f"{_called(here)}: {said}, {bells}"]
    return "\n".join([*lines, *(f"  {one.position}. {one.name}" for one in here.pitches)])


COMMANDS = {"stage": stage, "pitches": pitches}
