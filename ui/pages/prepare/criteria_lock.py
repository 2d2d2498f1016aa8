"""Since when the criteria are locked and why, and what a change of them would do before it is made."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.criteria_queries import CriteriaShown
from hackdesk.jury.effect import Effect
from hackdesk.jury.wording import effect_sentences
from ui import theme
from ui.icons import pixmap
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label


class CriteriaLock(Card):
    """change_wanted: open them. save_wanted(reason). cancelled: leave them alone. Hidden while they are free."""

    change_wanted = Signal()
    save_wanted = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sign = QLabel()
        self._said, self._why = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.change_button = Button(_("Change the criteria …"), self.change_wanted.emit, size="small")
        line, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._said)
        said.addWidget(self._why)
        line.setSpacing(12)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self._changing = self._build_changing()
        self.body.addWidget(self._changing)
        self.end()
        self.hide()

    def _build_changing(self) -> QWidget:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self._input = QLineEdit()
        self._input.returnPressed.connect(self._save)
        self.reason = Field(_("Reason for the change"), self._input)
        self.save_button = Button(_("Save the change"), self._save)
        self.cancel_button = Button(_("Leave them alone"), self.cancelled.emit, kind="plain")
        line.addWidget(self.reason, 1, Qt.AlignmentFlag.AlignTop)
        # Beside the input, which stands below its label.
        buttons = QVBoxLayout()
        buttons.addSpacing(QFontMetrics(theme.font(theme.SECOND, bold=True)).height() + 4)
        buttons.addLayout(row(self.save_button, self.cancel_button, gap=8))
        buttons.addStretch()
        line.addLayout(buttons)
        return whole

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return f"{self._said.text()}\n{self._why.text()}" if not self.isHidden() else ""

    @property
    def changing(self) -> bool:
        """Whether a change is being made that is not written yet."""
        return not self._changing.isHidden()

    def show_lock(self, shown: CriteriaShown, zone: tzinfo, today: date) -> None:
        """Say since when they are locked, and why; nothing while they are free."""
        self.setVisible(shown.locked_since is not None or self.changing)
        if self.changing or shown.locked_since is None:
            return
        self.change_button.setVisible(shown.sealed is None)
        self._sign.setPixmap(pixmap("lock", "info", 22))
        self.set_tone("info")
        self._said.setText(_locked(shown, shown.locked_since, zone, today))
        why = _("All ballots go by the same criteria. Guidance and what the ends mean can still be mended.")
        if shown.sealed is not None:
            self._said.setText(_("The results are signed as revision {number}.", number=shown.sealed))
            why = _("The criteria are closed with them. Open the results again on the Results page to change any.")
        elif shown.changes:
            last = shown.changes[-1]
            # Not inside an f-string: the translators' list is made from plain calls.
            changed = _("Changed {when}: {reason}", when=words.moment(last.at, zone), reason=last.reason)
            why = f"{why} {changed}"
        self._why.setText(why)

    def begin(self) -> None:
        """Open the reason; the effect follows with `show_effect`."""
        self._sign.setPixmap(pixmap("lock-open", "warn", 22))
        self.set_tone("warn")
        self._said.setText(_("You are changing the criteria; nothing is written yet."))
        self._why.setText("")
        self._input.clear()
        self.reason.wrong("")
        self.change_button.hide()
        self._changing.show()

    def end(self) -> None:
        """The change was made or given up."""
        self._changing.hide()
        self.change_button.show()

    def show_effect(self, found: Effect) -> None:
        """Say what the change does to ballots in hand."""
        if not found.what:
            said: tuple[str, ...] = (_("Change the fields or the order below; what that does is said here."),)
        else:
            said = effect_sentences(found, words)
        self._why.setText(" ".join(said))
        self.save_button.setEnabled(bool(found.what))

    def refuse(self, error: HackDeskError) -> None:
        """Say why it was refused beside the reason; what was typed stays."""
        self.reason.wrong(words.error(error))
        self._input.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.changing:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.save_wanted.emit(self._input.text())


def _locked(shown: CriteriaShown, since: datetime, zone: tzinfo, today: date) -> str:
    local = since.astimezone(zone)
    when = words.time(since, zone) if local.date() == today else words.moment(since, zone)
    return many(
        "Locked since {when}: {count} ballot is handed in.",
        "Locked since {when}: {count} ballots are handed in.", shown.handed_in, when=when,
    )  # fmt: skip
