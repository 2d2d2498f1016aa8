"""Verbs for mentors and checkpoints. The file comes before the verb: `mentors FILE plan`."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import click

from hackdesk.agenda import actions
from hackdesk.agenda.checkpoint_queries import progress
from hackdesk.agenda.checkpoints import STEPS, Progress, counts
from hackdesk.agenda.mentor_queries import mentoring
from hackdesk.agenda.mentor_rounds import Ask, plan_rounds, standing
from hackdesk.agenda.mentoring import Mentoring, Visit, Wanting, clock_words
from hackdesk.cli.answer import _, answer, event_file, json_option, opened, refusing
from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.rules import Finding, folded


@click.group("mentors")
@event_file
@click.pass_context
def mentors(context: click.Context, file: Path) -> None:
    """Plan the rounds of mentors, show them, mark visits, set what teams want."""
    context.obj = file


@mentors.command("plan")
@click.option("--take", is_flag=True, help="First take mentors from the list and rounds from the programme.")
@click.option("--anew", is_flag=True, help="Plan afresh; otherwise what is planned changes as little as can be.")
@click.option("--least", default=1, show_default=True, type=click.IntRange(0, 6), help="Visits a team and round.")
@click.option("--seed", default=1, show_default=True, help="The same number gives the same plan.")
@json_option
@click.pass_obj
@refusing
def plan(file: Path, as_json: bool, take: bool, anew: bool, least: int, seed: int) -> None:
    """Plan the rounds from now on; what took place and what is pinned stays."""
    with opened(file) as event:
        if take:
            actions.add_mentors_of_the_list(event)
            actions.add_rounds_of_the_programme(event)
        now = mentoring(event)
        if not (now.mentors and now.rounds):
            raise HackDeskError(
                N_("There is no mentor or no round yet."),
                remedy=N_("Write them down on the Stage, or take them from list and programme with --take."),
            )
        made = plan_rounds(now, Ask(event.clock.utc_now(), least=least, mend=not anew, seed=seed))
        if made.changed:
            actions.apply_mentor_plan(event, made)
        now = mentoring(event)
    said = {"changed": made.changed, "proved": made.proved, **_shown(now, made.findings)}
    answer(said, _text(now, made.findings), as_json)


@mentors.command("show")
@json_option
@click.pass_obj
@refusing
def show(file: Path, as_json: bool) -> None:
    """Show mentors, visits, and what is not met."""
    with opened(file) as event:
        now, at = mentoring(event), event.clock.utc_now()
    findings = standing(now, Ask(at))
    answer(_shown(now, findings), _text(now, findings), as_json)


@mentors.command("visited")
@click.argument("team")
@click.argument("mentor")
@click.option("--note", default="", help="What was said there.")
@click.option("--not", "undone", is_flag=True, help="It did not take place after all.")
@json_option
@click.pass_obj
@refusing
def visited(file: Path, as_json: bool, team: str, mentor: str, note: str, undone: bool) -> None:
    """Mark that a mentor was at a team."""
    with opened(file) as event:
        now = mentoring(event)
        visit = _the_visit(now, team, mentor)
        actions.mark_visited(event, visit.id, visited=not undone)
        if note:
            actions.note_visit(event, visit.id, note, seen=visit.note)
        now = mentoring(event)
    marked = next(one for one in now.visits if one.id == visit.id)
    answer(_visit(now, marked), _line(now, marked), as_json)


@mentors.command("themes")
@click.argument("team")
@click.argument("themes", nargs=-1)
@json_option
@click.pass_obj
@refusing
def themes(file: Path, as_json: bool, team: str, themes: tuple[str, ...]) -> None:
    """Set what a team wants to see mentors about."""
    with opened(file) as event:
        chosen = _the_team(mentoring(event), team)
        wanted = actions.set_themes(event, chosen.id, themes)
    answer({"team": chosen.name, "themes": wanted}, f"{chosen.name}: {', '.join(wanted)}", as_json)


@click.group("checkpoints")
@event_file
@click.pass_context
def checkpoints(context: click.Context, file: Path) -> None:
    """How far each team is: problem, idea, tested, first_step."""
    context.obj = file


@checkpoints.command("show")
@json_option
@click.pass_obj
@refusing
def show_progress(file: Path, as_json: bool) -> None:
    """Show how far each team is."""
    with opened(file) as event:
        teams = progress(event)
    said = {"teams": [_progress(team) for team in teams], "counts": counts(teams)}
    lines = [
        f"{team.name}: " + (", ".join(_(STEPS[step]) for step in STEPS if team.has(step)) or "–") for team in teams
    ]
    answer(said, "\n".join(lines), as_json)


@checkpoints.command("set")
@click.argument("team")
@click.argument("step", type=click.Choice(list(STEPS)))
@click.option("--note", default="", help="What somebody should know about it.")
@click.option("--not", "undone", is_flag=True, help="The team is not that far after all.")
@json_option
@click.pass_obj
@refusing
def set_step(file: Path, as_json: bool, team: str, step: str, note: str, undone: bool) -> None:
    """A team has a step behind it."""
    with opened(file) as event:
        chosen = _the_team(mentoring(event), team)
        if undone:
            actions.lift_step(event, chosen.id, step)
        else:
            actions.reach_step(event, chosen.id, step, note=note)
        found = next(one for one in progress(event) if one.id == chosen.id)
    answer(_progress(found), f"{chosen.name}: {_(STEPS[step])}", as_json)


def _the_team(now: Mentoring, name: str) -> Wanting:
    found = [team for team in now.active if folded(name) == folded(team.name) or name == team.table]
    if not found:
        raise HackDeskError(
            N_("There is no team “{name}”."), name=name,
            remedy=N_("The teams are {known}."), known=", ".join(team.name for team in now.active),
        )  # fmt: skip
    return found[0]


def _the_visit(now: Mentoring, team: str, mentor: str) -> Visit:
    chosen = _the_team(now, team)
    for visit in now.visits:
        if visit.team_id == chosen.id and folded(now.mentor[visit.mentor_id].name) == folded(mentor):
            return visit
    raise HackDeskError(
        N_("No visit of {mentor} at “{team}” is planned."), mentor=mentor, team=chosen.name,
        remedy=N_("Look at the plan with `mentors FILE show`."),
    )  # fmt: skip


def _shown(now: Mentoring, findings: tuple[Finding, ...]) -> dict[str, Any]:
    return {
        "mentors": [
            {"name": mentor.name, "themes": mentor.themes, "place": mentor.place, "times": mentor.times}
            for mentor in now.mentors
        ],
        "teams": [{"team": team.name, "table": team.table, "themes": team.themes} for team in now.active],
        "rounds": [
            {"name": one.name, "from": one.starts_at, "until": one.ends_at, "slots": len(one.slots),
             "not_visited": [team.name for team in now.unvisited(one.id)]}
            for one in now.rounds
        ],
        "visits": [_visit(now, visit) for visit in now.visits],
        "not_met": [_(finding.sentence, **finding.fields) for finding in findings],
    }  # fmt: skip


def _visit(now: Mentoring, visit: Visit) -> dict[str, Any]:
    return {
        "round": now.round[visit.round_id].name, "at": visit.starts_at, "mentor": now.mentor[visit.mentor_id].name,
        "team": now.team[visit.team_id].name, "themes": now.why(visit), "pinned": visit.pinned,
        "visited_at": visit.visited_at, "note": visit.note,
    }  # fmt: skip


def _line(now: Mentoring, visit: Visit) -> str:
    parts = [clock_words(visit.starts_at, now.zone), now.mentor[visit.mentor_id].name,
             now.team[visit.team_id].name, ", ".join(now.why(visit))]  # fmt: skip
    if visit.visited_at:
        parts.append(_("visited"))
    return " · ".join(filter(None, parts))


def _text(now: Mentoring, findings: tuple[Finding, ...]) -> str:
    lines: list[str] = []
    last: UUID | None = None
    for visit in now.visits:
        if visit.round_id != last:
            last = visit.round_id
            lines.append(now.round[last].name)
        lines.append(f"  {_line(now, visit)}")
    lines += [_(finding.sentence, **finding.fields) for finding in findings]
    return "\n".join(lines) or _("No mentor sees a team yet.")


def _progress(team: Progress) -> dict[str, Any]:
    return {
        "team": team.name,
        "steps": {step: {"at": one.at, "note": one.note} for step, one in team.done.items()},
    }


COMMANDS = {"mentors": mentors, "checkpoints": checkpoints}
