"""What a person said to which question, when, and what they had said before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.queries import Consent
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, words
from ui.widgets.label import Label

_PURPOSES = {"photo": N_("Photographs"), "guardian": N_("Guardian")}


class ConsentsPart(QWidget):
    """Hidden while nobody was asked."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self._labels: list[Label] = []
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What it says, the latest answer first."""
        return [label.text() for label in self._labels if not self.isHidden()]

    def show_history(self, history: Sequence[Consent], now: DeskNow) -> None:
        """Show these answers, the latest first; the one that holds is ink, what was said before is muted."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._labels.clear()
        seen: set[str] = set()
        if history:
            self._lines.addWidget(Label(_("Consents"), "label"))
        for one in history:
            label = Label(told(one, now), "muted" if one.purpose in seen else "", wrap=True)
            self._labels.append(label)
            self._lines.addWidget(label)
            seen.add(one.purpose)
        self.setVisible(bool(history))


def told(consent: Consent, now: DeskNow) -> str:
    """One answer in one line: "Photographs: Yes, 14 Nov 10:42, to “…”"."""
    at = consent.at.astimezone(now.zone)
    parts = {
        "question": _(_PURPOSES.get(consent.purpose, consent.purpose)),
        "answer": _("Yes") if consent.given else _("No"),
        "time": f"{words.day(at.date(), 'medium')} {words.time(at)}",
        "wording": words.quoted(consent.wording),
    }
    if consent.given_by:
        return _("{question}: {answer}, said by {who}, {time}, to {wording}", who=consent.given_by, **parts)
    return _("{question}: {answer}, {time}, to {wording}", **parts)
