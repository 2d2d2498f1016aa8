"""Whether places and scores are told outside the jury: one switch, on the two pages where one looks for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.text import _
from ui.widgets.label import Label


class PublishSwitch(QWidget):
    """wanted(published)."""

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.box = QCheckBox(_("Places and scores are published"))
        self.box.setChecked(True)
        self.box.clicked.connect(self.wanted)
        self._said = Label("", "second", wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        # Under the words, not under the box.
        self._said.setContentsMargins(38, 0, 0, 0)
        lines.addWidget(self.box)
        lines.addWidget(self._said)
        self.setFocusProxy(self.box)

    def show_state(self, *, published: bool, signed: bool) -> None:
        """signed: it is sealed with the results and stays so until they are opened again."""
        self.box.setChecked(published)
        self.box.setEnabled(not signed)
        said = (
            _("The hall may see them; the awards stand beside.")
            if published
            else _("The hall, diplomas and feedback tell the awards only. The record for the jury still has them.")
        )
        if signed:
            said = " ".join((said, _("Signed with the results: open them again to change it.")))
        self._said.setText(said)
        self.box.setAccessibleDescription(said)


def published_receipt(published: bool) -> str:
    """What is said when it was changed."""
    return _("Places are published.") if published else _("Places are not published: the awards only.")
