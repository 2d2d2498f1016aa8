"""The funder's report as the event file has it now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hackdesk.documents import report_numbers as numbers
from hackdesk.documents.queries import logos, masthead_of
from hackdesk.documents.report_values import (
    AfterNumbers,
    AwardLine,
    FunderReport,
    JuryNumbers,
    PlaceLine,
    ReportTexts,
    TeamLine,
    Voice,
)
from hackdesk.documents.rules import nobody_yet
from hackdesk.event.settings import EventSettings, settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.aftermath import Outcome, PromiseState
from hackdesk.follow_up.aftermath_queries import contacts, fates, promises, today_of
from hackdesk.follow_up.forms import LEAST, questions_of
from hackdesk.follow_up.forms_queries import what_people_said
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import CommitmentState
from hackdesk.jury import queries as jury
from hackdesk.jury.rules import BallotState
from hackdesk.jury.seal import Sealed
from hackdesk.language import language
from hackdesk.people.queries import groups, people
from hackdesk.people.rules import Group
from hackdesk.teams.queries import told
from hackdesk.teams.rules import Team


def report_of(event: Event) -> FunderReport:
    """Everything the report says. Raises NothingToPrint while there is nobody on the list."""
    everybody = people(event)
    if not everybody:
        raise nobody_yet()
    return whole_report(event)


def whole_report(event: Event) -> FunderReport:
    """The same, also of an event with nobody in it."""
    settings, everybody, known = settings_of(event), people(event), groups(event)
    seated, zone = told(event), settings.zone
    rooms = seated.as_told()
    by_group, no_group = numbers.group_numbers(everybody, known)
    sealed = jury.sealed(event)
    sealed = sealed if sealed and sealed.stands else None
    judged = _jury(event, sealed)
    return FunderReport(
        replace(masthead_of(settings), logos=logos(event)), settings.timezone, today_of(event),
        ReportTexts.of(settings.funder_report), numbers.turnout(everybody, settings.days, zone),
        by_group, no_group, numbers.places(everybody, settings.merged_municipalities), seated.mixes()[-1],
        numbers.met(([member.groups for member in team.members] for team in rooms), known),
        _teams(rooms, judged), judged,
        _after(event), _voice(event, settings, known), sealed.number if sealed else None,
    )  # fmt: skip


def _jury(event: Event, sealed: Sealed | None) -> JuryNumbers:
    if sealed is None:
        progress = jury.progress(event)
        present = [juror for juror in progress.judging.jurors if juror.state != "absent"]
        return JuryNumbers(len(present), progress.total[0], len(progress.judging.criteria))
    rounds = filter(None, (sealed.judging.first, sealed.judging))
    complete = [one for judging in rounds for one in judging.ballots if one.state is BallotState.COMPLETE]
    places = sealed.results.places if sealed.ranking_published else ()
    return JuryNumbers(
        len({one.juror_id for one in complete}), len(complete), len(sealed.judging.criteria), sealed.sealed_at,
        tuple(PlaceLine(one.place, one.until or one.place, one.team) for one in places),
        tuple(
            AwardLine(one.award.name, one.award.giver, one.team_name, one.award.what) for one in sealed.given
        ),
        sealed.ranking_published,
    )  # fmt: skip


def _teams(rooms: Iterable[Team], judged: JuryNumbers) -> tuple[TeamLine, ...]:
    return tuple(
        TeamLine(
            team.name, team.topic.title if team.topic and team.topic.title != team.name else "", len(team.members),
            tuple(one.name for one in judged.awards if one.team == team.name),
        )
        for team in rooms
    )  # fmt: skip


def _after(event: Event) -> AfterNumbers:
    today, asked, topics = today_of(event), contacts(event), fates(event)
    promised = [one for team in commitments(event) for one in team.commitments]
    return AfterNumbers(
        numbers.states((one.state for one in promised), list(CommitmentState)),
        sum(one.overdue(today) for one in promised),
        numbers.states((one.state for one in promises(event)), list(PromiseState)),
        (sum(one.done_on is not None for one in asked), len(asked)),
        numbers.states((one.outcome for one in topics if one.outcome), list(Outcome)),
        sum(one.outcome is None for one in topics), sum(bool(one.teams) for one in topics),
        sum(one.returns for one in topics),
    )  # fmt: skip


def _voice(event: Event, settings: EventSettings, known: Iterable[Group]) -> Voice:
    found = what_people_said(event)
    # The usual questions as they stand in the catalogue: the report words them in its own language.
    asked = questions_of(settings.feedback_form, language("en"))
    written = sum(len(texts) for texts in found.said.values())
    shown = numbers.said(asked, found, known) if found.forms >= LEAST else ()
    return Voice(found.forms, shown, found.hidden, written)
