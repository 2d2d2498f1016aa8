"""What is signed and what it changes; the questions around it: sign with ballots open, and open again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from hackdesk.jury.seal import Sealed
from hackdesk.jury.wording import difference_sentence
from ui.icons import pixmap
from ui.pages.results.reading import ResultsNow
from ui.pages.results.reason_form import ReasonForm
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label

#: More changes than this are counted; the record names them all.
_NAMED = 6


class SealCard(Card):
    """reopen_wanted(reason). Hidden until something was signed."""

    reopen_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._said, self._fingerprint = QLabel(), Label("", "strong", wrap=True), Label("", "second")
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reopen_button = Button(_("Open again …"), self._open, size="small", sign="lock-open")
        self.form = ReasonForm(
            _("Open again"), _("The revision stays readable. Signing anew says what changed, with this reason.")
        )
        self.form.wanted.connect(self.reopen_wanted)
        self.form.closed.connect(self._close)
        line, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._said)
        said.addWidget(self._fingerprint)
        line.setSpacing(12)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(self.reopen_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.body.addWidget(self.form)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._said.text() if not self.isHidden() else ""

    def show_results(self, now: ResultsNow) -> None:
        """Show the latest revision, whether it stands or was opened again."""
        self.setVisible(now.last is not None)
        if now.last is None:
            return
        tone = "accent" if now.signed else "warn"
        self.set_tone(tone)
        self._sign.setPixmap(pixmap("lock" if now.signed else "lock-open", tone, 22))
        self._said.setText(_standing(now.last, now))
        self._fingerprint.setText(_("Fingerprint {hash}", hash=f"{now.last.hash[:8]}…"))
        self._fingerprint.setToolTip(now.last.hash)
        if not now.signed:
            self.form.hide()
        self.reopen_button.setVisible(now.signed and self.form.isHidden())

    def _open(self) -> None:
        self.reopen_button.hide()
        self.form.open()

    def _close(self) -> None:
        self.reopen_button.show()
        self.reopen_button.setFocus()


class ChangesCard(Card):
    """What a second revision changes, and why it was made. Hidden where there was none before it."""

    def __init__(self) -> None:
        super().__init__(_("What this revision changes"))
        self._said = Label("", wrap=True)
        self.body.addWidget(self._said)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._said.text() if not self.isHidden() else ""

    def show_results(self, now: ResultsNow) -> None:
        """Show what the revision that stands changes."""
        last = now.last if now.signed else None
        self._said.setText(_changes(last) if last else "")
        self.setVisible(bool(self._said.text()))


class OpenBallotsCard(Card):
    """Asked before ballots that are still open are left out for good. answered: sign all the same."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__(tone="warn")
        self._sentence = Label("", wrap=True)
        self.sign_button = Button(_("Sign all the same"), self._answer, size="small")
        self.cancel_button = Button(_("Cancel"), self.hide, kind="plain", size="small")
        self.body.addWidget(self._sentence)
        self.body.addLayout(row(self.sign_button, self.cancel_button, gap=8))
        self.setFocusProxy(self.cancel_button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is asked; empty while it is hidden."""
        return self._sentence.text() if not self.isHidden() else ""

    def ask(self, count: int) -> None:
        """count: how many ballots are open."""
        self._sentence.setText(
            many(
                "{count} ballot is still open. Signed now, it will not count.",
                "{count} ballots are still open. Signed now, they will not count.", count,
            )
        )  # fmt: skip
        self.show()
        self.setFocus()

    def _answer(self) -> None:
        self.hide()
        self.answered.emit()


def _standing(last: Sealed, now: ResultsNow) -> str:
    if not last.stands:
        return _("Revision {number} was opened again: {reason}", number=last.number, reason=last.reopened_because)
    return _("Signed as revision {number} · {time}", number=last.number, time=_when(last, now.today, now))


def _when(last: Sealed, today: date, now: ResultsNow) -> str:
    if last.sealed_at.astimezone(now.zone).date() == today:
        return words.time(last.sealed_at, now.zone)
    return words.moment(last.sealed_at, now.zone)


def _changes(last: Sealed) -> str:
    if not last.reason:
        return ""
    lines = [_("Opened again: {reason}", reason=last.reason)]
    lines += [difference_sentence(one, words) for one in last.changes[:_NAMED]]
    left = len(last.changes) - _NAMED
    if left > 0:
        lines.append(
            many("{count} more change is in the record.", "{count} more changes are in the record.", left)
        )
    return "\n".join(lines)
