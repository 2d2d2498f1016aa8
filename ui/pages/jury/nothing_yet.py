"""What stands on the Jury page while there is nobody to judge, nothing to be judged, or nothing to go by."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.jury.progress_view import JurorLine
from ui.text import _
from ui.widgets.empty_state import EmptyState


class NothingYet(QWidget):
    """page_wanted(page, subject): what is missing is made there. juror_wanted(Juror): the first one."""

    page_wanted = Signal(str, object)
    juror_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._missing = ""
        self._lines = QVBoxLayout(self)

    def show_missing(self, missing: str) -> None:
        """missing: criteria, teams or jurors; "" where nothing is. Made anew only where it is another thing: it
        would forget a name that is being typed."""
        if missing == self._missing:
            return
        self._missing = missing
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if missing == "jurors":
            self._ask_for_jurors()
        elif missing == "teams":
            state = EmptyState(
                _("No teams yet"), _("As soon as there are teams, the jury can judge them."), _("Go to Teams")
            )
            state.wanted.connect(partial(self.page_wanted.emit, "teams", None))
            self._lines.addWidget(state)
        elif missing == "criteria":
            state = EmptyState(
                _("No criteria yet"), _("Say under Prepare what the jury looks at."), _("Go to Prepare")
            )
            state.wanted.connect(partial(self.page_wanted.emit, "prepare", "criteria"))
            self._lines.addWidget(state)

    def _ask_for_jurors(self) -> None:
        line = JurorLine()
        line.wanted.connect(self.juror_wanted)
        self._lines.addStretch()
        self._lines.addWidget(
            EmptyState(
                _("Who is on the jury?"),
                _("Add the jurors; a ballot for each of them and each team will be here."),
            )
        )
        self._lines.addWidget(line)
        self._lines.addStretch()
