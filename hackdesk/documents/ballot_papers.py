"""The jury's paper sheets as the event file has them: filled with names and codes, or spare."""

from __future__ import annotations

from uuid import UUID

from hackdesk.documents.queries import masthead_of
from hackdesk.documents.rules import (
    BallotPage,
    BallotRow,
    Ballots,
    BallotsInRows,
    BlankBallot,
    NothingToPrint,
    SpareBallots,
)
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.jury import queries as jury
from hackdesk.jury.paper_queries import JuryNow, jury_now
from hackdesk.jury.queries import Progress
from hackdesk.jury.rules import STATE_WORDS, BallotState, Juror
from hackdesk.jury.sheets import ROWS_A_PAGE, Paper, rows_of
from hackdesk.language import N_
from hackdesk.teams.queries import teams

_JUDGED = (BallotState.OPEN, BallotState.COMPLETE)


def ballots_of(event: Event) -> Ballots:
    """A ballot for each juror who is here and each team they judge, in the order of pitches.

    Raises NothingToPrint where criteria, jurors or teams are missing.
    """
    now = _ready(event)
    judging, book = now.progress.judging, now.book
    topics = {team.id: team.topic.title for team in teams(event) if team.topic}
    drawn = all(team.turn for team in judging.active)
    blank = tuple(
        BlankBallot(
            juror.name, team.name, topics.get(team.id, ""), turn if drawn else 0, len(judging.active),
            book.code(Paper(juror.id, judging.round, (team.id,))),
        )
        for juror in judging.jurors
        for turn, team in enumerate(judging.active, start=1)
        if now.progress.state(juror, team.id) in _JUDGED
    )  # fmt: skip
    if not blank:
        raise _nobody_judges()
    return Ballots(masthead_of(settings_of(event)), judging.criteria, blank)


def ballots_in_rows_of(event: Event) -> BallotsInRows:
    """A page for each juror who is here with a row for each team; more where there are many teams.

    Teams that the juror does not judge stand there with the reason. Raises NothingToPrint as above.
    """
    now = _ready(event)
    judging = now.progress.judging
    drawn = all(team.turn for team in judging.active)
    pages = []
    for juror in judging.jurors:
        rows = {
            team.id: _row(now.progress, juror, team.id, turn if drawn else 0)
            for turn, team in enumerate(judging.active, start=1)
        }
        if all(row.aside for row in rows.values()):
            continue
        papers = rows_of(judging, juror.id)
        for paper in papers:
            shown = tuple(rows[team] for team in paper.teams)
            pages.append(BallotPage(juror.name, shown, paper.page, len(papers), now.book.code(paper)))
    if not pages:
        raise _nobody_judges()
    return BallotsInRows(masthead_of(settings_of(event)), judging.criteria, tuple(pages), drawn)


def spare_ballots_of(event: Event) -> SpareBallots:
    """One sheet of each kind without names. Raises NothingToPrint without criteria."""
    progress = jury.progress(event)
    _refuse_without_criteria(progress)
    rows = min(ROWS_A_PAGE, len(progress.judging.active) or ROWS_A_PAGE)
    return SpareBallots(masthead_of(settings_of(event)), progress.judging.criteria, rows)


def _ready(event: Event) -> JuryNow:
    now = jury_now(event)
    _refuse_without_criteria(now.progress)
    if not now.progress.judging.jurors:
        raise NothingToPrint(
            N_("There are no jurors yet."), remedy=N_("Name them under Prepare."), where="prepare"
        )
    if not now.progress.judging.active:
        raise NothingToPrint(N_("There are no teams yet."), remedy=N_("Form them under Teams."), where="teams")
    return now


def _refuse_without_criteria(progress: Progress) -> None:
    if not progress.judging.criteria:
        raise NothingToPrint(
            N_("There are no criteria yet."), remedy=N_("Add them under Prepare."), where="prepare"
        )


def _nobody_judges() -> NothingToPrint:
    return NothingToPrint(
        N_("No juror who is here judges a team."), remedy=N_("Look at the jurors under Jury."), where="jury"
    )


def _row(progress: Progress, juror: Juror, team_id: UUID, turn: int) -> BallotRow:
    name = next(team.name for team in progress.judging.active if team.id == team_id)
    state = progress.state(juror, team_id)
    if state in _JUDGED:
        return BallotRow(turn, name)
    return BallotRow(turn, name, STATE_WORDS[state], progress.ballot(juror.id, team_id).reason)
