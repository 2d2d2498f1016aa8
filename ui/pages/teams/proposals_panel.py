"""The plans that were kept: looked at again, named, compared, forgotten."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.people.queries import groups
from hackdesk.teams.actions import delete_proposal, rename_proposal
from hackdesk.teams.kept import WAYS, KeptPlan, Today
from hackdesk.teams.kept_queries import kept_plans
from ui import theme
from ui.page import Page
from ui.pages.teams.compare import Compared
from ui.pages.teams.lines import changed_since
from ui.pages.teams.proposal_bar import how_good_kept
from ui.panel import Panel
from ui.text import _, many, words
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: So many plans stand side by side at most.
_MOST = 3


class ProposalsPanel(Panel):
    """Every plan that was worked out; those that are ticked stand side by side."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.found: tuple[Today, ...] = ()
        self.rows: dict[UUID, PlanRow] = {}
        self.compared = Compared()
        self.empty = EmptyState(
            _("No proposal yet"), _("Each plan that is worked out on the board is kept here by itself."),
            _("Go to the board"), self._go_to_board,
        )  # fmt: skip
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.GAP)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._lines.addLayout(self._list)
        self._lines.addWidget(self.compared)
        self._lines.addStretch()
        self._area = Scroll(self._inside)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.empty, 1)
        lines.addWidget(self._area, 1)

    def read(self, event: Event) -> Any:
        return kept_plans(event), {group.key: group.short_name for group in groups(event)}

    def display(self, answer: Any) -> None:
        self.found, names = answer
        self.compared.names = names
        ticked = [row.plan.id for row in self.rows.values() if row.tick.isChecked()]
        rows = {found.kept.id: self.rows.get(found.kept.id) or self._made(found) for found in self.found}
        for key, row in self.rows.items():
            if key not in rows:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        fresh = [key for key in rows if key not in self.rows]
        self.rows = rows
        for number, found in enumerate(self.found):
            row = rows[found.kept.id]
            self._list.insertWidget(number, row)
            row.show_plan(found, self.page)
            row.show()
        if not ticked and len(rows) > 1:
            ticked = list(rows)[:2]
        elif fresh and len(ticked) < 2 and len(rows) > 1:
            ticked = [*ticked, *(key for key in rows if key not in ticked)][:2]
        for key, row in rows.items():
            row.set_ticked(key in ticked)
        self.empty.setVisible(not rows)
        self._area.setVisible(bool(rows))
        self.setFocusProxy(next(iter(rows.values())).show_button if rows else self.empty.button)
        self._compare()

    def shrink(self, *, narrow: bool) -> None:
        self.compared.narrow = narrow
        for row in self.rows.values():
            row.shrink(narrow=narrow)
        self._narrow = narrow
        self._compare()

    _narrow = False

    def _made(self, found: Today) -> PlanRow:
        row = PlanRow(found.kept, self._inside)
        row.shrink(narrow=self._narrow)
        row.ticked.connect(self._compare)
        row.shown.connect(self._show)
        row.renamed.connect(self._rename)
        row.deleted.connect(self._delete)
        return row

    def _compare(self) -> None:
        """Set the ticked plans side by side; where there are enough, no further one can be ticked."""
        chosen = [found for found in self.found if self.rows[found.kept.id].tick.isChecked()]
        for row in self.rows.values():
            row.tick.setEnabled(row.tick.isChecked() or len(chosen) < _MOST)
        self.compared.show_plans([(found.kept.name, found.proposal) for found in reversed(chosen)])

    def _go_to_board(self) -> None:
        self.page.select("board")

    def _show(self, plan: KeptPlan) -> None:
        self.page.select(("board", next(found for found in self.found if found.kept.id == plan.id)))

    def _rename(self, plan: KeptPlan, name: str) -> None:
        self.page.do(
            partial(rename_proposal, plan_id=plan.id, name=name, seen=plan.version), partial(_renamed, plan.name)
        )

    def _delete(self, plan: KeptPlan) -> None:
        self.page.do(partial(delete_proposal, plan_id=plan.id, seen=plan.version), _deleted)


def _renamed(before: str, plan: KeptPlan) -> str:
    return _("{name} is called {other} now", name=before, other=plan.name)


def _deleted(name: str) -> str:
    return _("{name} is deleted; nobody has moved", name=name)


class PlanRow(Card):
    """One kept plan. ticked(); shown(plan); renamed(plan, name); deleted(plan)."""

    ticked = Signal()
    shown = Signal(object)
    renamed = Signal(object, str)
    deleted = Signal(object)

    def __init__(self, plan: KeptPlan, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.plan = plan
        self.body.setContentsMargins(14, 8, 10, 8)
        self.body.setSpacing(4)
        self.tick = QCheckBox(_("Compare"))
        self.name = QLineEdit()
        self.name.setMaximumWidth(320)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.record, self.since = Label("", "muted", wrap=True), Label("", "second", wrap=True)
        self.show_button = Button(_("Show on the board"), self._show)
        self.delete_button = Button(_("Delete"), self._delete, kind="plain")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.delete_button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(12)
        self._line.addWidget(self.tick)
        self._line.addWidget(self.name, 2)
        self._line.addWidget(self.record, 3)
        self._line.addLayout(buttons)
        self.body.addLayout(self._line)
        self.body.addWidget(self.since)
        self.tick.toggled.connect(self._tell_ticked)
        self.name.editingFinished.connect(self._rename)

    def shrink(self, *, narrow: bool) -> None:
        """Stand the parts below each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if narrow else across)

    def set_ticked(self, ticked: bool) -> None:
        """Tick or untick without telling."""
        self.tick.blockSignals(True)
        self.tick.setChecked(ticked)
        self.tick.blockSignals(False)

    def show_plan(self, found: Today, page: Page) -> None:
        """What is known of it; a name that is being typed stays."""
        self.plan = found.kept
        if not self.name.hasFocus():
            self.name.setText(self.plan.name)
            self.name.setCursorPosition(0)  # a long name is read from its beginning
        self.name.setAccessibleName(_("Name of {proposal}", proposal=self.plan.name))
        self.tick.setAccessibleName(_("Compare {proposal}", proposal=self.plan.name))
        self.show_button.setAccessibleName(_("Show {proposal} on the board", proposal=self.plan.name))
        self.delete_button.setAccessibleName(_("Delete {proposal}", proposal=self.plan.name))
        moved = found.proposal.moved
        said = [
            words.time(self.plan.at, page.zone), *([_(WAYS[self.plan.way])] if self.plan.seen else []),
            how_good_kept(self.plan), _("{points} points", points=self.plan.points),
        ]  # fmt: skip
        away = many("{count} person moves from now", "{count} people move from now", moved)
        said.append(away if moved else _("nobody moves from now"))
        self.record.setText(" · ".join(said))
        self.since.setText(" ".join(changed_since(found)))
        self.since.setVisible(bool(self.since.text()))

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape and self.name.hasFocus():
            self.name.setText(self.plan.name)
            return
        super().keyPressEvent(event)

    def _tell_ticked(self) -> None:
        self.ticked.emit()

    def _show(self) -> None:
        self.shown.emit(self.plan)

    def _delete(self) -> None:
        self.deleted.emit(self.plan)

    def _rename(self) -> None:
        if self.name.text().strip() != self.plan.name:
            self.renamed.emit(self.plan, self.name.text())
