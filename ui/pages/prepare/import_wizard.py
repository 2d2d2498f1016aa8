"""A list on its way in: five steps in a line, forward and back by keys; what was decided stays."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.people.importing.reading import Reading
from hackdesk.people.list_jobs import Look, Source, Wishes
from ui import theme
from ui.pages.prepare.import_columns import ColumnsStep
from ui.pages.prepare.import_doubts import DoubtsStep
from ui.pages.prepare.import_file import FileStep
from ui.pages.prepare.import_steps import STEPS, StepLine
from ui.pages.prepare.import_summary import SummaryStep
from ui.pages.prepare.import_words import WordsStep
from ui.text import _, many
from ui.widgets.bar import Bar
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

_NAMES = tuple(STEPS)


class ImportWizard(QWidget):
    """look_wanted(): what was said has to be worked out again, see `wishes`; bring_wanted(): it is to be written.

    cancelled(): the work going on is no longer wanted; another(), closed(): so is this list.
    """

    look_wanted = Signal()
    bring_wanted = Signal()
    cancelled = Signal()
    another = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.source: Source | None = None
        self.look: Look | None = None
        self.wishes = Wishes()
        self.step = "file"
        self._fresh, self._busy, self._narrow = True, False, False
        #: Steps that somebody has looked at and gone on from.
        self._left: set[str] = set()
        #: Where to go once what was said is worked out.
        self._target = ""
        self.line = StepLine()
        self.line.chosen.connect(self.go)
        self.file, self.columns, self.words = FileStep(), ColumnsStep(), WordsStep()
        self.doubts, self.summary = DoubtsStep(), SummaryStep()
        self.file.wanted.connect(self._read_otherwise)
        self.columns.mapped.connect(self._map)
        self.words.meant.connect(self._mean)
        self.doubts.decided.connect(self._decide)
        self.doubts.done.connect(self.go_on)
        self._stack = QStackedWidget()
        for part in (self.file, self.columns, self.words, self.doubts, self.summary):
            self._stack.addWidget(Scroll(part))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.GAP)
        lines.addWidget(self.line)
        lines.addWidget(self._stack, 1)
        lines.addLayout(self._build_foot())
        for key, pressed in (("Alt+Right", self.forward), ("Alt+Left", self.back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(pressed)

    def _build_foot(self) -> QHBoxLayout:
        self.back_button = Button(_("Back"), self.back, sign="chevron-left")
        self.next_button = Button("", self.go_on, kind="primary")
        self.another_button = Button(_("Another file"), self.another.emit, kind="plain")
        self.close_button = Button(_("Put away"), self.closed.emit, kind="plain")
        self.cancel_button = Button(_("Cancel"), self.cancelled.emit)
        self.working, self.bar = Label("", "muted"), Bar()
        self.bar.setMaximumWidth(180)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.another_button)
        foot.addWidget(self.close_button)
        foot.addStretch()
        foot.addWidget(self.working)
        foot.addWidget(self.bar)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        return foot

    def shrink(self, *, narrow: bool) -> None:
        """Stand things below each other."""
        self._narrow = narrow
        self.another_button.setVisible(not narrow)
        for part in (self.file, self.doubts, self.summary):
            part.shrink(narrow=narrow)
        self._mark()

    def begin(self, source: Source, look: Look) -> None:
        """Show a list that was just read."""
        self.source, self.step, self._target, self._left = source, "file", "", set()
        self.show_look(look)
        self.next_button.setFocus()

    def show_look(self, look: Look) -> None:
        """Show what was worked out, and go where one was going."""
        self.look, self.wishes, self._fresh = look, look.wishes, True
        self.work(0, 0)
        for part in (self.file, self.columns, self.words, self.doubts, self.summary):
            part.show_look(look)
        target = self._target if self._target != "summary" or not look.error else "columns"
        self._target = ""
        self._show(target or ("columns" if look.error and self.step != "file" else self.step))

    def hold(self) -> None:
        """Something is being worked out: no key starts another."""
        self._busy = True

    def work(self, done: int, of: int, word: str = "") -> None:
        """Say that something is being worked out, and how far; of = 0: nothing is."""
        self._busy = bool(of)
        self.bar.show_value(done, of)
        self.working.setText(word)
        for part in (self.bar, self.working, self.cancel_button):
            part.setVisible(self._busy)
        self._stack.setEnabled(not self._busy)
        self._mark()

    @property
    def needed(self) -> set[str]:
        """The steps at which somebody has something to decide."""
        look = self.look
        if look is None:
            return set()
        found = set()
        if look.error or look.table.header_row == 0 or any(one.new or one.unknown for one in look.columns):
            found.add("columns")
        if any(not word.clear for word in look.words):
            found.add("words")
        found -= self._left if not look.error else set()
        if self.doubts.undecided:
            found.add("doubts")
        return found

    def go(self, name: str) -> None:
        """Open a step; what was said before is worked out first where the step shows it."""
        if self._busy:
            self._mark()
            return
        if _NAMES.index(name) > _NAMES.index(self.step):
            self._left.add(self.step)
        if not self._fresh and _NAMES.index(name) > _NAMES.index(self.step):
            self._target = name
            self.look_wanted.emit()
        else:
            self._show(name)

    def go_on(self) -> None:
        """The next step that needs somebody; from the summary, bring it in."""
        if self._busy:
            return
        if self.step == "summary":
            self.bring_wanted.emit()
        else:
            self.go(self._next())

    def forward(self) -> None:
        """The next step in the line, whether it needs somebody or not."""
        if self.step != "summary":
            self.go(_NAMES[_NAMES.index(self.step) + 1])

    def back(self) -> None:
        """The step before; what was decided stays."""
        if self.step != "file":
            self.go(_NAMES[_NAMES.index(self.step) - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        (focus if isinstance(focus, QAbstractButton) and focus.isEnabled() else self.next_button).click()

    def _next(self) -> str:
        later = _NAMES[_NAMES.index(self.step) + 1 :]
        return next((name for name in later if name in self.needed), "summary")

    def _show(self, name: str) -> None:
        self.step = name
        self._stack.setCurrentIndex(_NAMES.index(name))
        self._mark()
        (self.doubts if name == "doubts" else self.next_button).setFocus()

    def _mark(self) -> None:
        self.line.show_step(self.step, self.needed, narrow=self._narrow)
        self.back_button.setVisible(self.step != "file")
        text, ready = self._next_word()
        self.next_button.setText(text)
        self.next_button.setEnabled(ready and not self._busy)

    def _next_word(self) -> tuple[str, bool]:
        look = self.look
        if self.step != "summary" or look is None:
            return _("Next: {step}", step=_(STEPS[self._next()])), look is not None
        if look.error:
            return _("Bring in"), False
        if look.added:
            return many("Bring in {count} person", "Bring in {count} people", look.added), True
        if look.updated:
            return many("Change {count} person", "Change {count} people", look.updated), True
        return _("Nothing new in this list"), False

    def _reading(self) -> Reading:
        return self.wishes.reading or Reading()

    def _read_otherwise(self) -> None:
        """Another sheet or row of names: what was said of the columns was said of others."""
        self.wishes = Wishes(sheet=self.file.sheet, header_row=self.file.header_row)
        if self.look is not None and self.file.sheet != self.look.table.sheet:
            self.wishes = Wishes(sheet=self.file.sheet)
        self._target = "file"
        self.look_wanted.emit()

    def _map(self) -> None:
        reading = replace(self._reading(), splits=self.columns.splits)
        self.wishes, self._fresh = replace(self.wishes, columns=self.columns.columns, reading=reading), False
        self._mark()

    def _mean(self, field: str, word: str, tokens: tuple[str, ...]) -> None:
        meanings = {key: dict(said) for key, said in self._reading().meanings.items()}
        meanings.setdefault(field, {})[word] = tokens
        self.wishes, self._fresh = replace(self.wishes, reading=replace(self._reading(), meanings=meanings)), False

    def _decide(self) -> None:
        reading = replace(self._reading(), decisions=dict(self.doubts.decisions))
        self.wishes, self._fresh = replace(self.wishes, reading=reading), False
        self._mark()
