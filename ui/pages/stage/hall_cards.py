"""What the hall sees now, and the choice of what it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QRadioButton, QStackedWidget, QWidget

from hackdesk.agenda.rules import View
from hackdesk.jury.wording import place_words
from hackdesk.language import N_
from ui.projector.hall import HallView
from ui.projector.showing import Showing
from ui.projector.window import Projector, Where
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.segments import Segments

#: What stands on the buttons, in their order; Alt and the number choose one.
VIEWS = {
    View.WELCOME: N_("Welcome"),
    View.TIMER: N_("Timer"),
    View.PROGRAMME: N_("Now and next"),
    View.TEAMS: N_("Teams and tables"),
    View.MESSAGE: N_("Message …"),
    View.RESULTS: N_("Results"),
    View.BLANK: N_("Blank"),
}
#: Three ways of showing who sits where share one of these buttons.
SEATS = {View.TEAMS: N_("By team"), View.PEOPLE: N_("By name"), View.MOVED: N_("Who moved")}


class PreviewCard(Card):
    """The hall's picture, small, and where the projector is."""

    def __init__(self, projector: Projector) -> None:
        super().__init__()
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)
        self._projector = projector
        self.view = HallView(projector.shape)
        self.view.setAccessibleName(_("What the hall sees"))
        self.where = Label("", "second", wrap=True)
        self.on_button = Button(_("Turn on"), self._switch, size="small", sign="projector")
        self.here_button = Button(_("Show here"), projector.show_here, kind="plain", size="small")
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.where)
        self.body.addLayout(row(self.on_button, self.here_button, gap=6))
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
    """view_wanted (View); message_wanted (text); reveal_wanted (how many places)."""

    view_wanted = Signal(object)
    message_wanted = Signal(str)
    reveal_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Show on the projector"))
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(6)
        self._showing: Showing | None = None
        self.buttons: dict[View, QRadioButton] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for number, (view, name) in enumerate(VIEWS.items()):
            grid.addWidget(self._button(view, _(name), number + 1), number % 4, number // 4)
        self.body.addLayout(grid)
        self._below = QStackedWidget()
        for page in (QWidget(), self._message_line(), self._results_line(), self._seats_line()):
            self._below.addWidget(page)
        self.body.addWidget(self._below)
        self.body.addStretch()

    def _button(self, view: View, name: str, number: int) -> QRadioButton:
        button = QRadioButton(name)
        # The arrow keys only move: choosing on the way would flash views in front of the hall.
        button.setAutoExclusive(False)
        button.setObjectName(view.value)
        button.setToolTip(f"Alt {number}")
        button.clicked.connect(self._choose)
        shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
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
        self.seats.chosen.connect(self._choose_seats)
        self.told = Label("", "second", wrap=True)
        return _line(self.told, self.seats)

    def _results_line(self) -> QWidget:
        self.revealed = Label("", "second", wrap=True)
        self.reveal_button = Button("", self._reveal)
        self.hide_button = Button(_("Hide all"), self._hide, kind="plain")
        return _line(self.revealed, self.reveal_button, self.hide_button)

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

    def _mark(self, view: View) -> None:
        for one, button in self.buttons.items():
            button.setChecked(one == (View.TEAMS if view in SEATS else view))
        if view in SEATS:
            self.seats.choose(view.value)

    def _show_below(self, view: View) -> None:
        shown = {View.MESSAGE: 1, View.RESULTS: 2, **dict.fromkeys(SEATS, 3)}
        self._below.setCurrentIndex(shown.get(view, 0))

    def _word_results(self, showing: Showing) -> None:
        steps, shown = showing.steps or (), showing.stage.revealed
        self.reveal_button.setEnabled(shown < len(steps))
        self.hide_button.setEnabled(shown > 0)
        if showing.steps is None:
            self.revealed.setText(_("Not sealed yet: the hall reads “The jury is at work”."))
            self.reveal_button.setText(_("Reveal"))
        elif shown < len(steps):
            step = steps[shown]
            self.revealed.setText(_("{shown} of {count} revealed", shown=shown, count=len(steps)))
            place = place_words(step.place, step.until, step.shared)
            self.reveal_button.setText(_("Reveal place {place}", place=place))
        else:
            self.revealed.setText(_("All places are revealed"))
            self.reveal_button.setText(_("Reveal"))

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

    def _choose_seats(self, view: str) -> None:
        self._mark(View(view))
        self.view_wanted.emit(View(view))

    def _send(self) -> None:
        if self.message.text().strip():
            self.message_wanted.emit(self.message.text())

    def _reveal(self) -> None:
        if self._showing is not None:
            self.reveal_wanted.emit(self._showing.stage.revealed + 1)

    def _hide(self) -> None:
        self.reveal_wanted.emit(0)


def _line(first: QWidget, *others: QWidget) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(first, 1)
    for other in others:
        line.addWidget(other)
    return whole
