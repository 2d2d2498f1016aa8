"""The last step of a list: what will happen, to whom, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.list_jobs import Change, Look
from ui import theme
from ui.pages.prepare.import_sides import field_word, group_names, shown
from ui.rows import Column
from ui.text import _, many, words
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.table import Table

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_MOST, _MOST_ROWS = 150, 12


@dataclass(frozen=True)
class Line:
    """One line of what will happen. kind, tone: as its pill has them."""

    row: int
    text: str
    kind: str
    tone: str


class SummaryStep(QWidget):
    """What will happen in a few sentences, and in lines."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = Label("", "", wrap=True)
        self.lines = Table(
            (
                Column(N_("Row"), lambda line: str(line.row or ""), width=60, right=True),
                Column(N_("What happens"), lambda one: one.kind, pill=lambda one: (one.kind, one.tone), width=130),
                Column(N_("Who and what"), lambda line: line.text),
            ),
            lambda line: (line.row, line.kind, line.text), name=_("What will happen"), wrap=True,
        )  # fmt: skip
        self.lines.setProperty("role", "inside")
        self.lines.setMinimumHeight(220)
        self.more = Label("", "second", wrap=True)
        happens = Card(_("What will happen"))
        happens.body.addWidget(self.counts)
        happens.body.addStretch()
        happens.setMinimumWidth(250)
        each = Card(_("One by one"))
        each.body.addWidget(self.lines, 1)
        each.body.addWidget(self.more)
        self._sides = QBoxLayout(_ACROSS, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._sides.addWidget(happens, 2)
        self._sides.addWidget(each, 5)

    def shrink(self, *, narrow: bool) -> None:
        """The lines below the counts, or beside them."""
        self._sides.setDirection(_DOWN if narrow else _ACROSS)

    def show_look(self, look: Look) -> None:
        """Show what bringing it in would do."""
        self.counts.setText("\n".join(_counted(look)))
        lines = list(_lines(look))
        self.lines.replace(lines[:_MOST])
        more = len(lines) - _MOST + look.added + look.updated - len(look.newcomers) - len(look.changes)
        self.more.setText(many("and {count} more line", "and {count} more lines", max(more, 0)))
        self.more.setVisible(more > 0)


def _counted(look: Look) -> Iterator[str]:
    yield many("{count} person is new", "{count} people are new", look.added)
    if look.updated:
        yield many("{count} is changed", "{count} are changed", look.updated)
    if look.unchanged:
        yield many("{count} stays as it is", "{count} stay as they are", look.unchanged)
    if look.cancelled:
        yield many("{count} comes as cancelled", "{count} come as cancelled", len(look.cancelled))
    if look.left_out:
        yield many("{count} row is left out", "{count} rows are left out", len(look.left_out))
    if look.again:
        yield many(
            "{count} row repeats an earlier one, the newest answers count",
            "{count} rows repeat earlier ones, the newest answers count",
            look.again,
        )
    if look.problems:
        yield many("{count} thing to look at after", "{count} things to look at after", len(look.problems))


def _lines(look: Look) -> Iterator[Line]:
    yield from _problems(look)
    for row, name in look.left_out:
        yield Line(row, name, _("left out"), "plain")
    for name in look.cancelled:
        yield Line(0, name, _("cancelled"), "bad")
    groups = group_names(look.groups)
    for change in look.changes:
        yield Line(change.row, f"{change.name}: {_changed(change, groups)}", _("changed"), "info")
    for change in look.newcomers:
        yield Line(change.row, change.name, _("new"), "accent")


def _problems(look: Look) -> Iterator[Line]:
    """What is the same in several rows is said once, with all of them."""
    rows: dict[str, list[int]] = {}
    for problem in look.problems:
        said = problem.worded(words)
        rows.setdefault(f"{problem.column}: {said}" if problem.column else said, []).append(problem.row)
    for said, numbers in rows.items():
        more = ", ".join(map(str, numbers[:_MOST_ROWS])) + (" …" if len(numbers) > _MOST_ROWS else "")
        text = said if len(numbers) == 1 else _("{sentence} Rows {rows}", sentence=said, rows=more)
        yield Line(numbers[0], text, _("look at it"), "warn")


def _changed(change: Change, groups: Mapping[str, str]) -> str:
    told = (one for one in change.fields if one[0] not in ("ticket", "ticket_secret"))
    return " · ".join(_change(*one, groups) for one in told)


def _change(key: str, was: object, said: object, groups: Mapping[str, str]) -> str:
    now = shown(key, said, groups)
    if was in (None, "", (), False):
        return f"{field_word(key)}: {now}"
    return f"{field_word(key)}: {shown(key, was, groups)} → {now}"
