"""How an order comes about: drawn with a number that is called, or as it stands on the wall; and who is next."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox

from hackdesk.agenda.turns import Round, Subject
from ui.text import _, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label


class DrawCard(Card):
    """draw_wanted (seed, 0: any), own_wanted (): the order of the wall, add_wanted (id of one without a turn)."""

    draw_wanted = Signal(int)
    own_wanted = Signal()
    add_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Order by lot"))
        self._missing: tuple[UUID, ...] = ()
        self.number = QSpinBox()
        self.number.setRange(0, 9999)
        self.number.setSpecialValueText(_("any number"))
        self.number.setAccessibleName(_("Number called for the lot"))
        self.number.setToolTip(_("Let somebody in the hall call a number: the same number draws the same order."))
        self.draw_button = Button("", self._draw, kind="primary")
        self.own_button = Button(_("As on the wall"), self.own_wanted.emit, kind="plain")
        self.told = Label("", "second", wrap=True)
        self.missing = Label("", "second", wrap=True)
        self.add_button = Button(_("Put at the end"), self._add, size="small")
        self.body.addWidget(self.told)
        self.body.addLayout(row(self.number, self.draw_button))
        self.body.addLayout(row(self.own_button))
        self.body.addWidget(self.missing)
        self.body.addLayout(row(self.add_button))

    def show_round(self, here: Round, missing: Sequence[tuple[UUID, str]]) -> None:
        """Show how the order came about. missing: who could pitch and has no turn."""
        self._missing = tuple(one for one, _name in missing)
        self.draw_button.setText(_("Draw again") if here.pitches else _("Draw the order"))
        # Once there is an order, drawing another is not what comes next.
        self.draw_button.set_kind("quiet" if here.pitches else "primary")
        self.own_button.setVisible(here.subject == Subject.TOPICS)
        self.told.setText(drawn_words(here))
        names = words.listed([name for _one, name in missing])
        shown = bool(missing and here.pitches)
        self.missing.setText(_("Without a turn: {names}.", names=names) if shown else "")
        self.missing.setVisible(shown)
        self.add_button.setVisible(shown)

    def _draw(self) -> None:
        self.draw_wanted.emit(self.number.value())

    def _add(self) -> None:
        if self._missing:
            self.add_wanted.emit(self._missing[0])


def drawn_words(here: Round) -> str:
    """How an order came about, in one sentence."""
    if not here.pitches:
        return _("Let somebody in the hall call a number. Anybody can draw the same order from it again.")
    if here.seed is None:
        return _("Put in this order by hand.")
    if here.by_hand:
        return _("Drawn with the number {number}, then changed by hand", number=here.seed)
    return _("Drawn with the number {number}", number=here.seed)
