"""What the hall sees now, and the choice of what it is shown."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QStackedWidget,
    QWidget,
)

from hackdesk.agenda.rules import RevealWay, View
from hackdesk.language import N_
from ui.pages.stage.cue_line import CueLine
from ui.pages.stage.script_card import word_reveal
from ui.pages.stage.view_names import SEATS, TOPICS, VIEWS, button_of
from ui.projector.hall import HallView
from ui.projector.showing import Showing
from ui.projector.window import Projector, Where
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.segments import Segments

#: The height of a line with a button.
_LINE = 44
_WAYS = {RevealWay.PLACES: N_("Places"), RevealWay.AWARDS: N_("Awards only")}


class PreviewCard(Card):
    """The hall's picture, small, and where the projector is."""

    def __init__(self, projector: Projector) -> None:
        super().__init__()
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)
        self._projector = projector
        self.view = HallView(projector.shape)
        self.view.setAccessibleName(_("What the hall sees"))
        self.view.setMinimumSize(140, 80)
        self.where = Label("", "second", wrap=True)
        self.on_button = Button(_("Turn on"), self._switch, size="small", sign="projector")
        self.here_button = Button(_("Show here"), projector.show_here, kind="plain", size="small")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.where)
        self.body.addLayout(row(self.on_button, self.here_button, gap=0))
        projector.changed.connect(self.show_where)
        self.show_where()

    def show_where(self) -> None:
        """Say on which screen the picture is and offer what can be done."""
        where = self._projector.where
        self.view.set_shape(self._projector.shape)
        sentences = {
            Where.OFF: _("Only here: the projector is off"),
            Where.WAITING: _("Waiting for a second screen"),
            Where.HALL: _("In the hall on {screen}", screen=self._projector.screen_name),
            Where.HERE: _("On this screen"),
        }
        self.where.setText(sentences[where])
        self.on_button.setText(_("Turn on") if where == Where.OFF else _("Turn off"))
        self.here_button.setToolTip(_("Fill this screen with the hall's picture; Esc puts it away"))
        self.here_button.setVisible(where in (Where.OFF, Where.WAITING))

    def _switch(self) -> None:
        if self._projector.where == Where.OFF:
            self._projector.turn_on()
        else:
            self._projector.turn_off()


class ViewCard(Card):
    """view_wanted (View); message_wanted (text); reveal_wanted (how many steps); way_wanted (a RevealWay's value);
    script_wanted: what is said at the steps is to be seen.

    compact: beside other things; elsewhere the card with what to say reveals.
    """

    view_wanted = Signal(object)
    message_wanted = Signal(str)
    reveal_wanted = Signal(int)
    way_wanted = Signal(str)
    script_wanted = Signal()

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 8, 12, 12)
        self.body.setSpacing(6)
        self.setAccessibleName(_("Show on the projector"))
        if not compact:
            self.body.addWidget(Label(_("Show on the projector"), "label"))
        self._showing: Showing | None = None
        self._compact = compact
        self.buttons: dict[View, QRadioButton] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(2)
        rows = 4 if compact else 3
        for number, (view, name) in enumerate(VIEWS.items()):
            grid.addWidget(self._button(view, _(name), number + 1), number % rows, number // rows)
        self.body.addLayout(grid)
        self._below = _Below()
        pages = (
            QWidget(), self._message_line(), self._results_line(), self._seats_line(), self._topics_line(),
            self._sponsors_line(),
        )  # fmt: skip
        for page in pages:
            self._below.addWidget(page)
        self.body.addWidget(self._below)
        self.body.addStretch()
        self.cues = CueLine()
        self.body.addWidget(self.cues)

    def _button(self, view: View, name: str, number: int) -> QRadioButton:
        button = QRadioButton(name)
        if self._compact:
            button.setProperty("scale", "small")
        # The arrow keys only move: choosing on the way would flash views in front of the hall.
        button.setAutoExclusive(False)
        button.setObjectName(view.value)
        button.setToolTip(f"Alt {number % 10}")
        button.clicked.connect(self._choose)
        shortcut = QShortcut(QKeySequence(f"Alt+{number % 10}"), self)
        shortcut.activated.connect(button.click)
        self.buttons[view] = button
        return button

    def _message_line(self) -> QWidget:
        self.message = QLineEdit()
        self.message.setPlaceholderText(_("What the hall is to read"))
        self.message.setAccessibleName(_("Message to everyone"))
        self.message.returnPressed.connect(self._send)
        self.send_button = Button(_("Show"), self._send, sign="check")
        return _line(self.message, self.send_button)

    def _seats_line(self) -> QWidget:
        self.seats = Segments([(view.value, _(name)) for view, name in SEATS.items()], _("Who sits where"))
        self.seats.chosen.connect(self._choose_part)
        self.told = Label("", "second", wrap=True)
        # Beside other things there is no room for a sentence; the small picture shows it anyway.
        return _line(Label("") if self._compact else self.told, self.seats)

    def _topics_line(self) -> QWidget:
        self.topics = Segments([(view.value, _(name)) for view, name in TOPICS.items()], _("Topics"))
        self.topics.chosen.connect(self._choose_part)
        return _line(Label(""), self.topics)

    def _sponsors_line(self) -> QWidget:
        self.no_sponsors = Label("", "second", wrap=True)
        return _line(self.no_sponsors)

    def _results_line(self) -> QWidget:
        self.revealed = Label("", "second", wrap=True)
        if self._compact:
            self.reveal_button = Button("", self._reveal)
            self.script_button = Button(_("What to say"), self.script_wanted.emit, kind="link")
            return _line(self.revealed, self.reveal_button, self.script_button)
        self.way = Segments([(way.value, _(name)) for way, name in _WAYS.items()], _("What is revealed"))
        self.way.chosen.connect(self.way_wanted)
        return _line(self.revealed, self.way)

    def show_stage(self, showing: Showing) -> None:
        """Mark what the hall sees."""
        if self._showing is None or self._showing.stage.message != showing.stage.message:
            self.message.setText(showing.stage.message)
        changed = self._showing is None or self._showing.stage.view != showing.stage.view
        self._showing = showing
        self._mark(showing.stage.view)
        if changed:
            self._show_below(showing.stage.view)
        self._word_results(showing)
        told = showing.moves is not None
        self.told.setText("" if told else _("Names are shown once the teams are announced (under Teams)."))
        hung = "" if showing.sponsors else _("No logos yet: the hall reads the welcome. Add them under Prepare.")
        self.no_sponsors.setText(hung)

    def _mark(self, view: View) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == button_of(view))
        for parts, chooser in ((SEATS, self.seats), (TOPICS, self.topics)):
            if view in parts:
                chooser.choose(view.value)

    def _show_below(self, view: View) -> None:
        shown = {View.MESSAGE: 1, View.RESULTS: 2, View.SPONSORS: 5, **dict.fromkeys(SEATS, 3)}
        self._below.setCurrentIndex({**shown, **dict.fromkeys(TOPICS, 4)}.get(view, 0))
        self._below.updateGeometry()

    def _word_results(self, showing: Showing) -> None:
        steps, shown = showing.steps or (), showing.stage.revealed
        if self._compact:
            word_reveal(self.reveal_button, showing)
        else:
            way = showing.stage.reveal_way if showing.ranking_published else RevealWay.AWARDS
            self.way.choose(way.value)
            self.way.setVisible(showing.ranking_published)
        if showing.steps is None:
            self.revealed.setText(_("Not sealed yet: the hall reads “The jury is at work”."))
        elif shown < len(steps):
            self.revealed.setText(_("Step {shown} of {count}", shown=shown, count=len(steps)))
        else:
            self.revealed.setText(_("Everything is revealed"))
        if not showing.ranking_published and not self._compact:
            said = _("Places are not published: the awards only.")
            self.revealed.setText(f"{self.revealed.text()}\n{said}")

    def _choose(self) -> None:
        view = View(self.sender().objectName())
        self._show_below(view)
        if view == View.MESSAGE:
            # Nobody in the hall reads a message before it is written.
            self._mark(self._showing.stage.view if self._showing else View.WELCOME)
            self.message.setFocus()
            self.message.selectAll()
            return
        self._mark(view)
        self.view_wanted.emit(view)

    def _choose_part(self, view: str) -> None:
        self._mark(View(view))
        self.view_wanted.emit(View(view))

    def _send(self) -> None:
        if self.message.text().strip():
            self.message_wanted.emit(self.message.text())

    def _reveal(self) -> None:
        if self._showing is not None:
            self.reveal_wanted.emit(self._showing.stage.revealed + 1)


class _Below(QStackedWidget):
    """As large as what is shown; what is not shown takes no room from the others."""

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return (shown.sizeHint() if shown else QSize()).expandedTo(QSize(0, _LINE))

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return (shown.minimumSizeHint() if shown else QSize()).expandedTo(QSize(0, _LINE))


def _line(first: QWidget, *others: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(first, 1)
    for other in others:
        line.addWidget(other)
    return whole
