"""Who judges: one large button for each juror. What anybody marked is not to be seen here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hackdesk.language import N_
from ui import theme
from ui.icons import pixmap
from ui.kiosk.reading import Listed, Seen
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.pill import Pill
from ui.widgets.scroll import Scroll

_AWAY = {"left": N_("Left early"), "absent": N_("Not here")}


class JurorButton(Button):
    """A juror's name, how many of the ballots are in, and whether they are away."""

    def __init__(self, listed: Listed) -> None:
        super().__init__("", kind="juror")
        self.listed = listed
        juror, done, of = listed.juror, listed.done, listed.of
        said = _("{done} of {of} ballots in", done=done, of=of)
        away = _(_AWAY[juror.state]) if juror.state in _AWAY else ""
        no_pin = "" if listed.has_pin else _("No PIN yet")
        self.setAccessibleName(" · ".join(filter(None, (juror.name, said, away, no_pin))))
        name = Label(juror.name, "title", wrap=True)
        count = QHBoxLayout()
        count.setSpacing(8)
        if of and done == of:
            sign = QLabel()
            sign.setPixmap(pixmap("circle-check", "accent"))
            count.addWidget(sign)
        count.addWidget(Label(said, "second", wrap=True), 1)
        for word in filter(None, (away, no_pin)):
            pill = Pill(word, "warn")
            pill.setMinimumWidth(pill.sizeHint().width())
            count.addWidget(pill)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(4)
        lines.addWidget(name)
        lines.addStretch()
        lines.addLayout(count)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class JurorList(QWidget):
    """chosen(Listed): their PIN is wanted next. back: somebody wants the desk."""

    chosen = Signal(object)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._event, self._narrow = Label("", "second"), False
        self._shown: tuple[Listed, ...] = ()
        self.buttons: list[JurorButton] = []
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._area = Scroll(inside)
        self._empty = EmptyState(_("Nobody to judge yet"), "")
        self._empty.hide()
        self.back_button = Button(_("Back to the desk …"), self.back.emit, kind="plain", sign="lock")
        foot = QHBoxLayout()
        said = _("Every mark is on this laptop's disk as soon as it is given.")
        foot.addWidget(Label(said, "second", wrap=True), 1)
        foot.addWidget(self.back_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._event)
        head.addWidget(Label(_("Who judges now?"), "name", wrap=True))
        head.addWidget(Label(_("Choose your name, then type your PIN."), "muted", wrap=True))
        lines.addLayout(head)
        lines.addWidget(self._area, 1)
        lines.addWidget(self._empty, 1)
        lines.addLayout(foot)

    def show_jurors(self, seen: Seen) -> None:
        """Show who judges; the keyboard stays on the same name."""
        self._event.setText(seen.event)
        there = bool(seen.jurors) and seen.ready
        self._area.setVisible(there)
        self._empty.setVisible(not there)
        if not there:
            self._empty.say(
                _("The facilitator adds the jurors under Prepare.") if seen.ready
                else _("As soon as there are criteria and teams, the jury can judge them.")
            )  # fmt: skip
        if seen.jurors != self._shown:
            self._make(seen.jurors)

    def shrink(self, *, narrow: bool) -> None:
        """Stand in two columns, or in three."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def begin(self, juror_id: object = None) -> None:
        """Put the keyboard on a juror, or on the first one."""
        wanted = [one for one in self.buttons if one.listed.juror.id == juror_id] or self.buttons
        (wanted[0] if wanted else self.back_button).setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, jurors: tuple[Listed, ...]) -> None:
        had = next((one.listed.juror.id for one in self.buttons if one.hasFocus()), None)
        for old in self.buttons:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._shown = jurors
        self.buttons = [JurorButton(one) for one in jurors]
        for button in self.buttons:
            button.clicked.connect(partial(self.chosen.emit, button.listed))
        self._place()
        if had is not None:
            self.begin(had)

    def _place(self) -> None:
        columns = 2 if self._narrow else 3
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(len(self.buttons), 1)
