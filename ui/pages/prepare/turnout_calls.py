"""Beside the numbers: the people who could help to close a gap, and the one who is called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.teams.turnout import Callee
from ui import theme
from ui.call_card import TONES, CallCard
from ui.calling import Calling
from ui.page import Page
from ui.rows import Column
from ui.text import _, words
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

#: So wide are the four outcomes with their keys, two beside each other.
_WIDTH = 398


class CallList(QWidget):
    """Who to call about one gap, who matters most first; 1 to 4 note what came of it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._zone: tzinfo | None = None
        self.table = Table(
            (
                Column(N_("Name"), lambda callee: callee.person.name, strong=True),
                Column(N_("Why call"), lambda callee: _whys(callee), pill=_last),
            ),
            name=_("Whom to call"),
        )
        self.table.setProperty("role", "inside")
        self.table.horizontalHeader().hide()  # a name and a reason speak for themselves
        self.table.chosen.connect(self._show_chosen)
        self.card = CallCard()
        self._calling = Calling(page, self.card)
        self.enough = EmptyState(_("Nobody has to be called"), _("Nobody is missing here."))
        self.nobody = EmptyState(
            _("Nobody on the list could help"), _("Ask the organisers, the municipality or the institution.")
        )
        self._list = Card(_("Whom to call"))
        self._list.body.setContentsMargins(8, 14, 8, 8)
        self._list.title.setContentsMargins(10, 0, 10, 0)
        self._stack = QStackedWidget()
        for part in (self.table, self.enough, self.nobody):
            self._stack.addWidget(part)
        self._list.body.addWidget(self._stack, 1)
        self._scroll = Scroll(self.card)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(self._list, 4)
        lines.addWidget(self._scroll, 6)
        self.setFocusProxy(self.table)

    def show_callees(self, title: str, callees: Sequence[Callee], zone: tzinfo, *, gap: bool) -> None:
        """Show whom to call. title: about what; gap: whether somebody is missing there at all."""
        self._zone = zone
        self._list.title.setText(title)
        self.table.replace(callees)
        if self.table.current is None and callees:
            self.table.choose(callees[0].id)
        self._stack.setCurrentWidget(self.table if callees else self.nobody if gap else self.enough)
        self._scroll.setVisible(bool(callees))
        self._show_chosen(self.table.current)

    def shrink(self, *, narrow: bool) -> None:
        """Give each its own height where everything stands below each other."""
        self.setMinimumWidth(0 if narrow else _WIDTH)
        self._list.setMinimumHeight(300 if narrow else 0)
        self._scroll.setMinimumHeight(self.card.sizeHint().height() if narrow else 0)

    def _show_chosen(self, callee: Callee | None) -> None:
        about = (callee.person.organisation or callee.person.municipality) if callee else ""
        self.card.show_callee(callee, self._zone, about)


def _whys(callee: Callee) -> str:
    return " · ".join(why.said(words) for why in callee.whys)


def _last(callee: Callee) -> tuple[str, str] | None:
    """What came of the last call stands in place of why."""
    from hackdesk.people.turnout import OUTCOMES

    return (_(OUTCOMES[callee.last.outcome]), TONES[callee.last.outcome]) if callee.last else None
