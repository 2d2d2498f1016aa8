"""What the jurors wrote to a team, as it will stand on its feedback sheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.jury.queries import JurorNote
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll


class FeedbackCard(Card):
    """print_wanted: the sheets of all teams."""

    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Feedback from the jury"))
        self.print_button = Button(_("Print feedback sheets"), self.print_wanted.emit, sign="printer")
        self.head.addWidget(self.print_button)
        self._shown: tuple[JurorNote, ...] | None = None
        self._scroll = Scroll(QWidget())
        self.body.addWidget(self._scroll, 1)

    def show_notes(self, notes: Sequence[JurorNote]) -> None:
        """The notes for one team."""
        if tuple(notes) == self._shown:
            return
        self._shown = tuple(notes)
        sheet = _sheet(notes)
        self._scroll.setWidget(sheet)
        sheet.setAutoFillBackground(False)


def _sheet(notes: Sequence[JurorNote]) -> QWidget:
    sheet = QWidget()
    lines = QVBoxLayout(sheet)
    lines.setContentsMargins(0, 0, 8, 0)
    lines.setSpacing(4)
    for note in notes:
        lines.addWidget(Label(note.juror, "label", wrap=True))
        lines.addWidget(Label(note.note, wrap=True))
    if not notes:
        nothing = _("No juror has written to this team. Notes are typed on the ballots.")
        lines.addWidget(Label(nothing, "muted", wrap=True))
    lines.addStretch()
    return sheet
