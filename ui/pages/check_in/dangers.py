"""Topics in danger, in one line: the worst with what is wrong, the others as a number, each a way to the list."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hackdesk.teams.missing import Danger, danger_said
from ui import theme
from ui.icons import pixmap
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Rule
from ui.widgets.label import Label


class Dangers(QWidget):
    """wanted(topic's id, or None for all): whom to call about it. Hidden while no topic is in danger."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._topic: UUID | None = None
        self.worst, self.others = _Line(), Button("", self._tell_all, kind="link")
        self.worst.clicked.connect(self._tell)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.worst, 1)
        line.addWidget(self.others)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(Rule())
        lines.addLayout(line)
        self.hide()

    def show_dangers(self, dangers: Sequence[Danger]) -> None:
        """Show the worst of them, the others as a number."""
        self.setVisible(bool(dangers))
        if not dangers:
            return
        self._topic = dangers[0].topic.id
        self.worst.say(dangers[0].topic.title, danger_said(dangers[0], words))
        left = len(dangers) - 1
        self.others.setText(many("{count} more", "{count} more", left))
        self.others.setAccessibleName(many("{count} more topic in danger", "{count} more topics in danger", left))
        self.others.setToolTip(
            "\n".join(f"{one.topic.title}: {danger_said(one, words)}" for one in dangers[1:])
        )
        self.others.setVisible(bool(left))

    def _tell(self) -> None:
        self.wanted.emit(self._topic)

    def _tell_all(self) -> None:
        self.wanted.emit(None)


class _Line(QPushButton):
    """A sign, a topic's title and what is wrong with it, pressed as a whole to see whom to call."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "entry")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign = QLabel()
        sign.setPixmap(pixmap("triangle-alert", "warn"))
        self._title, self._said = _Cut("strong"), _Cut("second")
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(self._title)
        both.addWidget(self._said)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(10)
        line.addWidget(sign)
        line.addLayout(both, 1)
        for part in (sign, self._title, self._said):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(48)

    def say(self, title: str, said: str) -> None:
        """Show another topic."""
        self._title.say(title)
        self._said.say(said)
        self.setAccessibleName(_("Topic in danger: {title}. {said}", title=title, said=said))
        self.setToolTip(f"{title}\n{said}")


class _Cut(Label):
    """One line of text that ends in … where it finds no room; its owner's tooltip has the whole of it."""

    def __init__(self, role: str) -> None:
        super().__init__("", role)
        self._whole = ""
        self.setFont(theme.font(theme.SECOND if role == "second" else theme.BODY, bold=role == "strong"))
        self.setMinimumWidth(40)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))
