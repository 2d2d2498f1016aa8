"""How the hall votes: how many teams one person names, guests, the award it decides, slips."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox

from hackdesk.jury import hall
from hackdesk.jury.hall_queries import HallNow
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.picker import Picker
from ui.widgets.segments import Segments


class HallSetUpCard(Card):
    """wanted({what: value}): it is to be so. award_wanted(id or None): the hall decides it.

    slips_wanted, awards_wanted: where to go.
    """

    wanted = Signal(dict)
    award_wanted = Signal(object)
    slips_wanted = Signal()
    awards_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("How the hall votes"))
        self.choices = Segments(
            (("1", _("One team")), ("2", _("Two in order")), ("3", _("Three in order"))),
            _("How many teams a person names"),
        )
        self.choices.chosen.connect(lambda key: self.wanted.emit({"choices": int(key)}))
        self._points = Field(_("Each person names"), self.choices, "-")
        self.award = Picker(_("The award that the hall decides"))
        self.award.chosen.connect(self.award_wanted)
        self._award_field = Field(_("The award that the hall decides"), self.award)
        self._no_award = Label(
            _("Every award goes by place. Add one that does not, and the hall can decide it."), "second", wrap=True
        )
        self._awards_button = Button(_("Go to awards"), self.awards_wanted.emit, kind="link")
        self.guests = QCheckBox(_("Guests vote too, with a slip of their own; they are counted apart"))
        self.guests.clicked.connect(lambda on: self.wanted.emit({"guests": on}))
        self.slips = QSpinBox()
        self.slips.setRange(0, hall.MOST_GUESTS)
        self.slips.setMaximumWidth(140)
        self.slips.editingFinished.connect(self._say_slips)
        self._slips_field = Field(
            _("Slips for guests"), self.slips,
            _("Each has a code that votes once. There can be more, never fewer."),
        )  # fmt: skip
        self.print_button = Button(_("Print slips"), self.slips_wanted.emit, sign="printer")
        for part in (self._points, self._award_field, self._no_award):
            self.body.addWidget(part)
        self.body.addLayout(row(self._awards_button))
        self.body.addWidget(self.guests)
        self.body.addWidget(self._slips_field)
        self.body.addLayout(row(self.print_button))
        self._had = 0

    def show_vote(self, now: HallNow) -> None:
        """Show how it is set."""
        vote, signed = now.vote, now.sealed is not None
        self.choices.choose(str(vote.choices))
        self._points.hint(_POINTS[vote.choices]())
        self.choices.setEnabled(not signed and not (now.voted or now.guests))
        free = [one for one in now.awards if one.by_place is None]
        chosen = now.decides
        if chosen is not None and chosen not in free:
            free.append(chosen)
        self.award.offer([(None, _("None")), *((one.id, one.name) for one in free)], chosen.id if chosen else None)
        self.award.setEnabled(not signed)
        self._award_field.setVisible(bool(free))
        self._no_award.setVisible(not free)
        self._awards_button.setVisible(not free)
        self.guests.setChecked(vote.guests)
        self.guests.setEnabled(not signed)
        self._slips_field.setVisible(vote.guests)
        self._had = vote.guest_slips
        if not self.slips.hasFocus():
            self.slips.setMinimum(vote.guest_slips)
            self.slips.setValue(vote.guest_slips)
        self.slips.setEnabled(not signed)

    def _say_slips(self) -> None:
        if self.slips.value() > self._had:
            self._had = self.slips.value()
            self.wanted.emit({"guest_slips": self._had})


_POINTS = {
    1: lambda: _("The team that most people name is first."),
    2: lambda: _("The first is worth 2 points, the second 1."),
    3: lambda: _("The first is worth 3 points, the second 2, the third 1. Who names fewer gives the others none."),
}
