"""What the Jury page and paper sheets need to know of the jury at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.jury.queries import Progress, closing_revision, judging_in, round_in
from hackdesk.jury.sheets import SheetBook


@dataclass(frozen=True)
class JuryNow:
    """How far the jury is, and its sheets' codes. closed: jurors change nothing more in this round."""

    progress: Progress
    book: SheetBook
    closed: bool = False


def jury_now(event: Event) -> JuryNow:
    """The round the jury is in; the book knows the sheets of the round before it too."""
    with event.read() as session:
        number = round_in(session)
        rounds = [judging_in(session, one) for one in range(1, number + 1)]
        closing = closing_revision(session)
        closed = settings_in(session).jury_closed >= number
    ballots = {(ballot.juror_id, ballot.team_id): ballot for ballot in rounds[-1].ballots}
    progress = Progress(rounds[-1], closing.number if closing else None, ballots)
    return JuryNow(progress, SheetBook(rounds), closed)
