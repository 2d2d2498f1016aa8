"""The jury's last word: a recorded vote on a tie, sealing, and opening again with a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import UUID

from sqlalchemy import select

from hackdesk.errors import HackDeskError
from hackdesk.event.settings import keep, settings_in
from hackdesk.event.store import Event
from hackdesk.jury import rounds, seal
from hackdesk.jury.actions.hall import closed_by_signing
from hackdesk.jury.actions.steps import refuse_when_sealed
from hackdesk.jury.hall import sealed_with
from hackdesk.jury.hall_queries import result_in
from hackdesk.jury.queries import (
    awards_in,
    closing_revision,
    criteria_changes_in,
    given_in,
    judging_in,
    method_in,
    results_in,
    sealed_from,
)
from hackdesk.jury.rules import TieVote
from hackdesk.jury.seal import Sealed
from hackdesk.jury.tables import RevisionRow, TieVoteRow
from hackdesk.jury.ties import Rung
from hackdesk.language import N_


def record_tie_vote(
    event: Event, order: Iterable[UUID], reason: str, *, method: str | None = None, by: str = "facilitator"
) -> TieVote:
    """Record how the jury voted on teams that share a place. order: ids of the teams, best first.

    A later vote on the same teams takes the place of an earlier one; both stay on record. Raises Locked,
    HackDeskError where the teams are not exactly those of one tie, or the reason is missing.
    """
    order, reason = tuple(order), " ".join(reason.split())
    if not reason:
        raise HackDeskError(N_("The vote has no reason."), remedy=N_("Type in the jury's words why it voted so."))
    with event.change(N_("record the jury's vote"), by=by) as session:
        refuse_when_sealed(session)
        results = results_in(session, method)
        open_ties = [sum(tie.groups, ()) for tie in results.ties if tie.rung in (Rung.SHARED, Rung.VOTE)]
        if sorted(order, key=str) not in [sorted(tie, key=str) for tie in open_ties]:
            raise HackDeskError(
                N_("These teams do not share a place now."), remedy=N_("Look at the results again.")
            )
        number = results.round if frozenset(order) <= frozenset(results.finalists) else 1
        vote = TieVote(order, reason, event.clock.utc_now(), number)
        session.add(
            TieVoteRow(order=[str(team) for team in order], reason=reason, at=vote.at, round=vote.round)
        )
    return vote


def choose_method(event: Event, method: str, *, by: str = "facilitator") -> None:
    """From now on the results are worked out by this method of METHODS. Raises Locked, and HackDeskError where
    the ballots do not have what it needs."""
    with event.change(N_("choose how places are worked out"), by=by) as session:
        refuse_when_sealed(session)
        results = rounds.results(judging_in(session), method)
        if results.method_refused:
            raise HackDeskError(results.refused, **results.refused_values)
        keep(session, replace(settings_in(session), jury_method=method))


def seal_results(event: Event, *, method: str | None = None, by: str = "facilitator") -> Sealed:
    """Sign and close the results: marks, method, ties and awards become a numbered revision with a hash.

    method: a key of METHODS; None: the one that the event has chosen. The same results once more are the same
    revision. Raises HackDeskError where there are no places yet.
    """
    with event.change(N_("sign and close the results"), by=by) as session:
        closing = closing_revision(session)
        if closing:
            return sealed_from(closing)
        refuse_when_sealed(session)
        judging = judging_in(session)
        results = rounds.results(judging, method or method_in(session))
        if results.refused:
            raise HackDeskError(results.refused, remedy=N_("There is nothing to sign."), **results.refused_values)
        closed_by_signing(session)
        says = result_in(session)
        content = seal.content_of(
            judging, results, awards_in(session), given_in(session, results, says), criteria_changes_in(session)
        )
        if not settings_in(session).ranking_published:
            content = seal.unpublished(content)
        content = sealed_with(content, says)
        digest = seal.hash_of(content)
        last = session.scalars(select(RevisionRow).order_by(RevisionRow.number.desc()).limit(1)).first()
        if last and last.hash == digest:
            last.reopened_because = ""
            return sealed_from(last)
        row = RevisionRow(
            number=last.number + 1 if last else 1, sealed_at=event.clock.utc_now(), content=content, hash=digest,
            reason=last.reopened_because if last else "", reopened_because="",
        )  # fmt: skip
        row.changes = [asdict(one) for one in seal.differences(last.content, content)] if last else []
        session.add(row)
        return sealed_from(row)


def reopen_results(event: Event, reason: str, *, by: str = "facilitator") -> Sealed:
    """Open sealed results again; the revision stays readable and the next one says what changed.

    Raises HackDeskError where they are not sealed or the reason is missing.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise HackDeskError(
            N_("Opening signed results needs a reason."), remedy=N_("Type it as it will stand in the record.")
        )
    with event.change(N_("open the results again"), by=by) as session:
        closing = closing_revision(session)
        if closing is None:
            raise HackDeskError(N_("The results are not signed, so there is nothing to open again."))
        closing.reopened_because = reason
        return sealed_from(closing)
