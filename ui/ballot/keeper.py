"""One ballot's way from the screen to the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.rules import Ballot, BallotReceipt, BallotState, Sheet
from ui.page import Page

if TYPE_CHECKING:
    from hackdesk.event.store import Event


@dataclass(frozen=True)
class Writer:
    """Who writes on a ballot. own: the juror themself, until the round is closed."""

    by: str = "facilitator"
    own: bool = False


class Keeper(QObject):
    """Saves one after another, so that each has seen the version the one before it made.

    While a save is on its way only the latest wish waits: it holds all marks anyway. What was refused is kept
    here until it is saved or thrown away.
    kept(receipt): it is on disk. refused(error): it is not, and why.
    """

    kept = Signal(object)
    refused = Signal(object)

    def __init__(
        self, page: Page, ballot: Ballot, way: str, parent: QObject, writer: Writer = Writer()
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._way, self._writer = page, way, writer
        self._busy, self._unsaved = False, False
        self._waiting: tuple[Sheet, bool] | None = None
        self.ballot = ballot

    @property
    def busy(self) -> bool:
        """Whether something is still on its way to the disk."""
        return self._busy

    @property
    def unsaved(self) -> bool:
        """Whether the last save was refused, so that the screen shows more than the disk holds."""
        return self._unsaved

    def keep(self, marks: Mapping[UUID, Fraction], note: str, *, signed: bool | None = None) -> None:
        """Save what is filled in so far; a ballot that was handed in is opened again by it.

        signed: whether the juror's name may stand under the note; None: as it is.
        """
        self._save(self._sheet_of(marks, note, signed), False)

    def hand_in(self, marks: Mapping[UUID, Fraction], note: str, *, signed: bool | None = None) -> None:
        """Hand in the whole ballot, or correct one that is in."""
        self._save(self._sheet_of(marks, note, signed), True)

    def _sheet_of(self, marks: Mapping[UUID, Fraction], note: str, signed: bool | None) -> Sheet:
        name = self.ballot.signed if signed is None else signed
        return Sheet(
            dict(marks), note, self._way, signed=name, own=self._writer.own, round=self.ballot.round
        )  # fmt: skip

    def meet(self, ballot: Ballot) -> bool:
        """The ballot as it was just read: taken over where nothing of ours is on its way. Whether it was."""
        if self._busy or (ballot.version, ballot.round) == (self.ballot.version, self.ballot.round):
            return False
        self.ballot, self._unsaved = ballot, False
        return True

    def give_up(self) -> None:
        """What was refused can never be saved: the ballot is closed."""
        self._unsaved = False

    def _save(self, sheet: Sheet, whole: bool) -> None:
        if self._busy:
            self._waiting = (sheet, whole)
            return
        self._busy = True
        ballot = self.ballot

        def write(event: Event) -> BallotReceipt:
            ids, seen, by = (ballot.juror_id, ballot.team_id), ballot.version, self._writer.by
            if whole:
                return actions.hand_in_ballot(event, *ids, sheet, seen=seen, by=by)
            if ballot.state is BallotState.COMPLETE:
                seen = actions.take_back(event, *ids, seen=seen, by=by, own=sheet.own).version
            return actions.keep_marks(event, *ids, sheet, seen=seen, by=by)

        self._sheet = sheet
        self._page.ask(write, self._note_kept, self._note_refused)

    def _note_kept(self, receipt: BallotReceipt) -> None:
        self._busy, self._unsaved = False, False
        self.ballot = Ballot(
            receipt.juror_id, receipt.team_id, receipt.state, self._sheet.marks, note=self._sheet.note,
            handed_in_at=receipt.at, version=receipt.version, signed=self._sheet.signed,
            entered_by=self._writer.by, round=self.ballot.round,
        )  # fmt: skip
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._save(*waiting)
        else:
            self.kept.emit(receipt)

    def _note_refused(self, error: HackDeskError) -> None:
        self._busy, self._waiting, self._unsaved = False, None, True
        self.refused.emit(error)
