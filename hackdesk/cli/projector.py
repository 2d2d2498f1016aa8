"""Verbs for the projector: the steps that are prepared, the next one, and what is said at the results."""

from __future__ import annotations

from pathlib import Path

import click

from hackdesk.agenda import actions, queries
from hackdesk.agenda.cues import suggested
from hackdesk.agenda.rules import Cue
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.documents.queries import sponsors
from hackdesk.errors import HackDeskError
from hackdesk.event.settings import settings_of
from hackdesk.jury.queries import sealed
from hackdesk.jury.reveal import Outcome, Step, steps_of
from hackdesk.jury.script import script
from hackdesk.language import N_, language
from hackdesk.teams.queries import told


@click.group("projector")
@event_file
@click.pass_context
def projector(context: click.Context, file: Path) -> None:
    """Show the steps prepared for the projector, go on to the next, print what is said at the results."""
    context.obj = file


@projector.command("steps")
@click.option("--suggest", is_flag=True, help="Make the list from the programme first.")
@json_option
@click.pass_obj
@refusing
def steps(file: Path, as_json: bool, suggest: bool) -> None:
    """List the steps that are prepared."""
    with opened(file) as event:
        if suggest:
            settings = settings_of(event)
            tongues = dict.fromkeys((settings.language, *settings.hall_languages))
            drafts = suggested(
                queries.programme(event), [language(tag) for tag in tongues], sponsors=bool(sponsors(event))
            )
            actions.replace_cues(event, drafts)
        found, shown = queries.cues(event), queries.stage(event).cue_id
    listed = [{**_plain(cue), "shown": cue.id == shown} for cue in found]
    lines = [f"{'>' if cue.id == shown else ' '} {cue.position:>3}  {_line(cue)}" for cue in found]
    answer(listed, "\n".join(lines) or _("No steps are prepared"), as_json)


@projector.command("next")
@json_option
@click.pass_obj
@refusing
def go_on(file: Path, as_json: bool) -> None:
    """Show the hall the next prepared step."""
    with opened(file) as event:
        stage = actions.show_next_cue(event)
    answer({"view": stage.view.value, "message": stage.message}, stage.view.value, as_json)


@projector.command("script")
@click.option("--awards", is_flag=True, help="Reveal the awards only.")
@json_option
@click.pass_obj
@refusing
def what_to_say(file: Path, as_json: bool, awards: bool) -> None:
    """Print what is said at each step of the results, as they were sealed."""
    with opened(file) as event:
        revision, words = sealed(event), language(settings_of(event).language)
        if revision is None or not revision.stands:
            raise HackDeskError(
                N_("The results are not sealed yet."), remedy=N_("Seal them, then there is something to say.")
            )
        found = told(event)
        teams = found.as_told() if found.last else ()
        people = {team.id: tuple(one.name for one in team.members) for team in teams}
    outcome = Outcome(revision.results.places, revision.given, people, revision.ranking_published, revision.awards)
    told_by = steps_of(outcome, awards_only=awards)
    said = [script(step, words) for step in told_by]
    text = "\n\n".join("\n".join(sentences) for sentences in said)
    answer([_step(step, one) for step, one in zip(told_by, said, strict=True)], text, as_json)


def _step(step: Step, said: tuple[str, ...]) -> dict[str, object]:
    return {"kind": step.kind.value, "teams": [team.team for team in step.teams], "said": list(said)}


def _plain(cue: Cue) -> dict[str, object]:
    return {"number": cue.position, "view": cue.view.value, "message": cue.message, "note": cue.note}


def _line(cue: Cue) -> str:
    return "  ".join(part for part in (cue.view.value, cue.message, cue.note) if part)


COMMANDS = {"projector": projector}
