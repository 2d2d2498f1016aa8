"""Beside the desk: how many are here, who came last, and the door to the walk-in form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.people.rules import HeadCount, Person
from ui.pages.check_in.dangers import Dangers
from ui.pages.check_in.desk_now import DeskNow
from ui.text import _, many, words
from ui.widgets.bar import Bar
from ui.widgets.button import Button, row
from ui.widgets.card import Card, Rule
from ui.widgets.label import Label

#: Pixels for the name of a desk among the last arrivals; a longer one wraps.
_DESK = 92
#: A group of whom less than half is here while half of all are: somebody may have to be called.
_FEW = 0.5


class CountCard(Card):
    """Head count, a bar for each stakeholder group, and the topics in danger.

    missing_wanted(topic's id or None): who is not here yet for this topic, or at all.
    """

    missing_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.here, self.of = Label("", "count"), Label("", "muted")
        self._bar = Bar()
        line = QHBoxLayout()
        line.addWidget(self.here)
        line.addStretch()
        line.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        self._groups = QWidget()
        self._grid = QGridLayout(self._groups)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(line)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._groups)
        self.dangers = Dangers()
        self.dangers.wanted.connect(self.missing_wanted)
        self.body.addWidget(self.dangers)

    def show_count(self, count: HeadCount) -> None:
        """Show another count."""
        self.here.setText(str(count.here))
        parts = [many("of {count} expected", "of {count} expected", count.expected)]
        if count.walk_ins:
            parts.append(many("{count} walk-in", "{count} walk-ins", count.walk_ins))
        if count.left:
            parts.append(many("{count} has left", "{count} have left", count.left))
        self.of.setText(" · ".join(parts))
        self._bar.show_value(count.here, count.expected)
        self._empty()
        for number, one in enumerate(count.groups):
            share = one.here / one.expected
            few = share < _FEW <= (count.here / count.expected if count.expected else 0)
            name = Label(one.group.name)
            value = Label(f"{one.here}/{one.expected}", "muted")
            value.setAccessibleName(_("{group}: {here} of {expected}", group=one.group.name, here=one.here,
                                      expected=one.expected))  # fmt: skip
            self._grid.addWidget(name, number, 0)
            self._grid.addWidget(Bar(one.here, one.expected, "warn" if few else "accent"), number, 1,
                                 Qt.AlignmentFlag.AlignVCenter)  # fmt: skip
            self._grid.addWidget(value, number, 2, Qt.AlignmentFlag.AlignRight)
        self._groups.setVisible(bool(count.groups))

    def _empty(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class LastCard(Card):
    """Who came last. taken_back(Person): it was somebody else. walk_in(): somebody is not on the list."""

    taken_back = Signal(object)
    walk_in = Signal()

    def __init__(self) -> None:
        super().__init__(_("Last arrivals"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.walk_in_button = Button(_("Walk-in"), self.walk_in.emit, sign="plus", key="Ctrl+N")
        self.body.addLayout(row(self.walk_in_button))

    def show_last(self, now: DeskNow) -> None:
        """Show who came last, as things stand."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        desks = {presence.station for person in now.last if (presence := person.on(now.day))}
        several = bool(desks - {now.station, ""})
        for person in now.last:
            self._lines.addWidget(self._line(person, now, with_desk=several))
            self._lines.addWidget(Rule())
        if not now.last:
            nobody = _("Nobody is in yet. Scan the first badge, or type a name.")
            self._lines.addWidget(Label(nobody, "muted", wrap=True))

    def _line(self, person: Person, now: DeskNow, *, with_desk: bool) -> QWidget:
        presence = person.on(now.day)
        line = QWidget()
        parts = QHBoxLayout(line)
        parts.setContentsMargins(0, 1, 0, 1)
        time = Label(words.time(presence.inside_since, now.zone) if presence else "", "muted")
        name = Label(person.name, wrap=True)
        undo = Button(_("Undo"), partial(self._undo, person), kind="plain")
        undo.setAccessibleName(_("Undo check-in of {name}", name=person.name))
        time.setFixedWidth(46)
        parts.addWidget(time)
        parts.addWidget(name, 1)
        if with_desk and presence:
            desk = Label(presence.station, "second", wrap=True)
            desk.setFixedWidth(_DESK)
            parts.addWidget(desk)
        parts.addWidget(undo)
        return line

    def _undo(self, person: Person) -> None:
        self.taken_back.emit(person)
