"""Why somebody sits where they sit and what it would take otherwise; how a team came out: to be said aloud."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

WIDTH = 400


class InsteadCard(Card):
    """Lies over the right side of its parent, and over all of it where that is narrow.

    topic_wanted(topic id): what would it take? lack_wanted(number of the line). board_wanted(): show it there.
    """

    topic_wanted = Signal(object)
    lack_wanted = Signal(int)
    board_wanted = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, tone="accent")
        self.away_button = Button(_("Put away (Esc)"), self._go, kind="plain", size="small")
        self.head.addWidget(self.away_button, 0, Qt.AlignmentFlag.AlignTop)
        self._told = QWidget()
        self._told.setProperty("role", "scrolled")
        self._lines = QVBoxLayout(self._told)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.why, self.answer = Label("", wrap=True), Label("", wrap=True)
        self.topics = QComboBox()
        self.topics.setAccessibleName(_("What would it take instead?"))
        self.topics.activated.connect(self._ask_topic)
        self.question = Label(_("What would it take instead?"), "label")
        self._team_lines: list[str] = []
        self.parts = QWidget()
        self._parts = QVBoxLayout(self.parts)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(6)
        for part in (self.why, self.parts, self.question, self.topics, self.answer):
            self._lines.addWidget(part)
        self._lines.addStretch()
        self.body.addWidget(Scroll(self._told), 1)
        self.copy_button = Button(_("Copy to say it"), self._copy)
        self.board_button = Button(_("Show on the board"), self.board_wanted.emit)
        self.body.addLayout(row(self.copy_button, self.board_button, gap=8))
        parent.installEventFilter(self)
        self.hide()

    @property
    def said(self) -> str:
        """All that it says, to be read aloud."""
        lines = [self.why.text()] if not self.why.isHidden() else []
        return "\n".join(filter(None, [self.title.text(), *lines, *self._team_lines, self.answer.text()]))

    def show_why(self, title: str, sentences: Sequence[str]) -> None:
        """A person, and why they sit there."""
        self._begin(title)
        self.why.setText("\n".join(sentences))
        self.why.setVisible(bool(sentences))
        self.parts.hide()

    def show_team(self, title: str, lines: Sequence[tuple[bool, str, bool]]) -> None:
        """A team by its cards. lines: (whether it holds, in words, whether a lack might be avoided)."""
        self._begin(title)
        self.why.hide()
        self.offer_topics((), None)
        for number, (holds, sentence, ask) in enumerate(lines):
            self._team_lines.append(f"{'✓' if holds else '✗'}  {sentence}")
            self._parts.addWidget(Label(self._team_lines[-1], wrap=True))
            if ask:
                button = Button(_("Could it be avoided?"), self._ask_lack, size="small")
                button.setObjectName(str(number))
                button.setAccessibleDescription(sentence)
                self._parts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.parts.show()

    def offer_topics(self, topics: Sequence[tuple[UUID, str]], chosen: UUID | None) -> None:
        """The topics somebody could be in instead. chosen: the one that is being asked for."""
        self.topics.clear()
        self.topics.addItem(_("Choose a topic"), None)
        for topic, title in topics:
            self.topics.addItem(title, topic)
        self.topics.setCurrentIndex(max(0, self.topics.findData(chosen)))
        self.question.setVisible(bool(topics))
        self.topics.setVisible(bool(topics))

    def show_working(self) -> None:
        """The answer is being worked out."""
        self.answer.setText(_("Working it out …"))
        self.board_button.hide()

    def show_answer(self, sentences: Sequence[str], *, board: bool) -> None:
        """board: there is something to show on the board."""
        self.answer.setText("\n".join(sentences))
        self.board_button.setVisible(board)

    def _begin(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        self.answer.setText("")
        self.board_button.hide()
        self._team_lines = []
        while item := self._parts.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        around = parent.rect()
        width = around.width() if around.width() < 2 * WIDTH else WIDTH
        self.setGeometry(around.width() - width, 0, width, around.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _go(self) -> None:
        self.hide()
        self.put_away.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.said)

    def _ask_topic(self) -> None:
        if self.topics.currentData() is not None:
            self.topic_wanted.emit(self.topics.currentData())

    def _ask_lack(self) -> None:
        self.lack_wanted.emit(int(self.sender().objectName()))
