"""One ballot's way from the screen to the disk."""

from __future__ import annotations

from collections.abc import Mapping
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


class Keeper(QObject):
    """Saves one after another, so that each has seen the version the one before it made.

    While a save is on its way only the latest wish waits: it holds all marks anyway.
    kept(receipt): it is on disk. refused(error): it is not, and why.
    """

    kept = Signal(object)
    refused = Signal(object)

    def __init__(self, page: Page, ballot: Ballot, way: str, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._way = page, way
        self._busy = False
        self._waiting: tuple[Sheet, bool] | None = None
        self.ballot = ballot

    @property
    def busy(self) -> bool:
        """Whether something is still on its way to the disk."""
        return self._busy

    def keep(self, marks: Mapping[UUID, Fraction], note: str) -> None:
        """Save what is filled in so far; a ballot that was handed in is opened again by it."""
        self._save(Sheet(dict(marks), note, self._way), False)

    def hand_in(self, marks: Mapping[UUID, Fraction], note: str) -> None:
        """Hand in the whole ballot, or correct one that is in."""
        self._save(Sheet(dict(marks), note, self._way), True)

    def meet(self, ballot: Ballot) -> bool:
        """The ballot as it was just read: taken over where nothing of ours is on its way. Whether it was."""
        if self._busy or ballot.version == self.ballot.version:
            return False
        self.ballot = ballot
        return True

    def _save(self, sheet: Sheet, whole: bool) -> None:
        if self._busy:
            self._waiting = (sheet, whole)
            return
        self._busy = True
        ballot = self.ballot

        def write(event: Event) -> BallotReceipt:
            ids, seen = (ballot.juror_id, ballot.team_id), ballot.version
            if whole:
                return actions.hand_in_ballot(event, *ids, sheet, seen=seen)
            if ballot.state is BallotState.COMPLETE:
                seen = actions.take_back(event, *ids, seen=seen).version
            return actions.keep_marks(event, *ids, sheet, seen=seen)

        self._sheet = sheet
        self._page.ask(write, self._note_kept, self._note_refused)

    def _note_kept(self, receipt: BallotReceipt) -> None:
        self._busy = False
        self.ballot = Ballot(
            receipt.juror_id, receipt.team_id, receipt.state, self._sheet.marks, note=self._sheet.note,
            handed_in_at=receipt.at, version=receipt.version,
        )  # fmt: skip
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self._save(*waiting)
        else:
            self.kept.emit(receipt)

    def _note_refused(self, error: HackDeskError) -> None:
        self._busy, self._waiting = False, None
        self.refused.emit(error)
