"""The chair releases the jurors' and mentors' words, team by team. Who wrote them is seen here only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hackdesk.event.undo import undo
from hackdesk.jury import actions
from hackdesk.jury.feedback import TeamNotes
from hackdesk.jury.feedback_queries import feedback
from hackdesk.language import N_
from ui import theme
from ui.page import Page
from ui.pages.jury.feedback_notes import NoteBlock, NoteList
from ui.panel import Panel
from ui.rows import Column
from ui.text import _, many
from ui.undoing import numbered
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

if TYPE_CHECKING:
    from hackdesk.event.store import Event

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FeedbackPanel(Panel):
    """Teams at the left with how much is released; the words to the chosen one at the right."""

    keys = (
        ("Enter", N_("from the list of teams to the next words; there release them")),
        ("Ctrl+Enter", N_("release the words that are being edited; Esc leaves them")),
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._teams: tuple[TeamNotes, ...] = ()
        self._wanted: Any = None
        self._go_on = False
        self.table = Table(
            (
                Column(N_("Team"), lambda team: team.team, strong=True),
                Column(N_("Released"), lambda team: "", pill=_count, right=True, width=164),
            ),
            key=lambda team: team.team_id, name=_("Teams"), wrap=True,
        )  # fmt: skip
        self.table.setProperty("role", "inside")
        self.notes = NoteList()
        self.all_button = Button("", self._release_all, size="small")
        self.print_button = Button(_("Print feedback sheets"), self._print, sign="printer")
        self.title_buttons = self.print_button
        self._nothing = Label(_("Nobody has written to this team."), "muted", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._lay_out())
        self._stack.addWidget(
            EmptyState(
                _("Nobody has written to a team yet"),
                _("What jurors write on their ballots and mentors after a visit stands here. Nothing of it "
                  "reaches a team before you release it."),
                _("Go to the ballots"), partial(page.select, "ballots"),
            )
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._stack)
        self._connect()
        self.setFocusProxy(self.table)

    def _lay_out(self) -> QWidget:
        whole = QWidget()
        self._sides = QBoxLayout(_ACROSS, whole)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GAP)
        self._left, self.card = Card(_("Teams")), Card("")
        self._left.body.addWidget(self.table, 1)
        self.card.head.addWidget(self.all_button)
        said = _("Who wrote it is seen here only. The team reads a name only where its writer wished it.")
        self.card.body.addWidget(Label(said, "second", wrap=True))
        self.card.body.addWidget(self._nothing)
        self._scroll = Scroll(self.notes)
        self.card.body.addWidget(self._scroll, 1)
        self._sides.addWidget(self._left, 4)
        self._sides.addWidget(self.card, 6)
        return whole

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_team)
        self.table.opened.connect(self._focus_notes)
        self.notes.release_wanted.connect(self._release)
        self.notes.take_back_wanted.connect(self._take_back)

    def shrink(self, *, narrow: bool) -> None:
        self._sides.setDirection(_DOWN if narrow else _ACROSS)
        self._left.setMinimumHeight(220 if narrow else 0)
        self.card.setMinimumHeight(320 if narrow else 0)

    # --- reading ------------------------------------------------------------------------------

    def read(self, event: Event) -> tuple[TeamNotes, ...]:
        return feedback(event)

    def display(self, answer: Sequence[TeamNotes]) -> None:
        self._teams = tuple(answer)
        written = any(team.notes for team in answer)
        self._stack.setCurrentIndex(0 if written else 1)
        self.print_button.setVisible(written)
        self.table.replace(self._teams)
        if self._wanted is not None:
            self.table.choose(self._wanted)
            self._wanted = None
        if self.table.current is None and answer:
            first = next((team for team in answer if team.waiting), answer[0])
            self.table.choose(first.team_id)
        self._show_team(self.table.current)
        if self._go_on:
            self._go_on = False
            if not self.notes.focus_next():
                self.table.setFocus()

    def select(self, subject: Any) -> None:
        """subject: the id of a team."""
        self._wanted = subject
        self.table.choose(subject)

    def _show_team(self, team: TeamNotes | None) -> None:
        if team is None:
            return
        self.card.title.setText(team.team)
        self.notes.show_notes(team.notes)
        self._nothing.setVisible(not team.notes)
        self.all_button.setVisible(len(team.waiting) > 1)
        self.all_button.setText(_("Release all {count}", count=len(team.waiting)))

    def _focus_notes(self, _team: TeamNotes) -> None:
        self.notes.focus_next()

    # --- what is pressed ----------------------------------------------------------------------

    def _release(self, block: NoteBlock, text: str | None, named: bool) -> None:
        assert block.note is not None
        work = partial(actions.release_note, note=block.note, text=text, named=named)
        mending = not block.form.isHidden()
        said = _("Released: the team reads it on its feedback sheet.")
        done = partial(self._note_released, block if mending else None, said)
        self.page.ask(numbered(work), done, block.form.refuse if mending else None)

    def _note_released(self, mended: NoteBlock | None, said: str, answer: tuple[Any, int | None]) -> None:
        if mended is not None:
            mended.form.put_away()
        self._go_on = True
        self._confirm(said, answer[1])

    def _release_all(self) -> None:
        team = self.table.current
        if team is not None:
            self._go_on = True
            self.page.do(partial(actions.release_notes, notes=team.notes), _released_count)

    def _take_back(self, block: NoteBlock) -> None:
        assert block.note is not None
        work = partial(actions.take_back_note, source=block.note.source, source_id=block.note.source_id)
        self.page.do(work, lambda _nothing: _("Taken back: the team does not read it."))

    def _confirm(self, said: str, number: int | None) -> None:
        self.page.receipt(said, partial(self._undo, number) if number else None)

    def _undo(self, number: int) -> None:
        self.page.ask(partial(undo, number=number), self.page.say_undone)

    def _print(self) -> None:
        self.page.wants.emit("documents", "feedback")


def _count(team: TeamNotes) -> tuple[str, str] | None:
    if not team.notes:
        return _("nothing yet"), "plain"
    given, of = len(team.given), len(team.notes)
    if team.changed:
        return _("changed since"), "warn"
    said = _("{given} of {of}", given=given, of=of)
    return said, "accent" if given == of else "plain"


def _released_count(count: int) -> str:
    return many("{count} note is released.", "{count} notes are released.", count)
