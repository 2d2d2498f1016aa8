"""What was released to a team of the jurors' and mentors' words, as it will stand on its feedback sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.jury.feedback import MENTOR, Note
from ui.text import _, many
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


class FeedbackCard(Card):
    """print_wanted: the sheets of all teams. release_wanted: words are to be released to this team."""

    print_wanted = Signal()
    release_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Feedback to the team"))
        self.release_button = Button(_("Release words …"), self.release_wanted.emit, kind="plain")
        self.print_button = Button(_("Print feedback sheets"), self.print_wanted.emit, sign="printer")
        self.head.addWidget(self.release_button)
        self.head.addWidget(self.print_button)
        self._shown: tuple[Note, ...] | None = None
        self._scroll = Scroll(QWidget())
        self.body.addWidget(self._scroll, 1)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """The words to one team; those that are not released are only counted."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        self.release_button.setVisible(bool(notes))
        sheet = _sheet(notes)
        self._scroll.setWidget(sheet)
        sheet.setAutoFillBackground(False)


def _sheet(notes: Sequence[Note]) -> QWidget:
    sheet = QWidget()
    lines = QVBoxLayout(sheet)
    lines.setContentsMargins(0, 0, 8, 0)
    lines.setSpacing(4)
    for note in notes:
        if note.released:
            lines.addWidget(Label(note.name or _whose(note), "label", wrap=True))
            lines.addWidget(Label(note.released.text, wrap=True))
    said = _said(notes)
    if said:
        lines.addWidget(Label(said, "muted", wrap=True))
    lines.addStretch()
    return sheet


def _whose(note: Note) -> str:
    return _("A mentor") if note.source == MENTOR else _("A juror")


def _said(notes: Sequence[Note]) -> str:
    if not notes:
        return _("Nobody has written to this team. Jurors write on the ballots, mentors after a visit.")
    waiting = sum(note.released is None for note in notes)
    if not waiting:
        return ""
    return many("{count} more is not released yet.", "{count} more are not released yet.", waiting)
