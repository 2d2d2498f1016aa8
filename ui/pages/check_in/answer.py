"""What came of a scan, readable from two metres: a tone, a sign of its own shape, a word and a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.people import rules
from hackdesk.people.rules import Arrival, ArrivalKind, Person
from hackdesk.people.unknown import Unknown, UnknownKind
from hackdesk.teams.queries import Place
from ui.pages.check_in.desk_now import DeskNow
from ui.pages.check_in.ground import Ground
from ui.pages.check_in.question import Question
from ui.pages.check_in.wording import QUESTIONS, Said, said_of, said_of_unknown
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.flow import Flow
from ui.widgets.keycap import Keycap
from ui.widgets.label import Label

#: Milliseconds the answer stays, and how much longer for each thing that is to be read.
STAYS, READS = 6_000, 2_500
#: The look of a name of up to so many letters.
_SIZES = {"answer-name": 22, "answer-name-long": 44, "answer-name-longest": 10_000}
#: Height of a line that another part of the desk stands here: two lines of words.
_LINE = 42
#: Whoever is near an unknown code: as many as there are keys for.
_MOST = 3


class Answer(Ground):
    """answered(Person, purpose, given, wording): a consent. after_all(Person): in although cancelled.

    chosen(Person): the code was theirs. named(text): take this one down as a walk-in. taken_back(): it was
    somebody else. edited(Person). closed(): it has been seen.
    """

    answered = Signal(object, str, bool, str)
    after_all = Signal(object)
    chosen = Signal(object)
    named = Signal(str)
    taken_back = Signal()
    edited = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.arrival: Arrival | None = None
        self.unknown: Unknown | None = None
        self._place, self._said = Place(), Said("accent", "check", "in", "", "")
        self._asked: set[str] = set()
        self._nearest: tuple[Person, ...] = ()
        #: Whether the lines that other parts of the desk stand here have something to say.
        self.tells_more = False
        self._more: list[QWidget] = []
        self.word, self.name = Label("", "answer-word", wrap=True), Label("", "answer-name", wrap=True)
        self.where = Label("", "answer-where", wrap=True)
        self.lines, self.receipt = Label("", "answer-line", wrap=True), Label("")
        self.question = Question()
        self.after_all_button = Button(
            _("Check in after all"), self._go_after_all, kind="primary", size="big", key="Alt+1"
        )
        self.choices = [
            Button("", partial(self._choose, number), key=f"Alt+{number + 1}") for number in range(_MOST)
        ]
        self.walk_in_button = Button(_("Take them down as a walk-in"), self._wish, sign="user-plus")
        self.back_button = Button(_("Undo check-in"), self.taken_back.emit)
        self.edit_button = Button(_("Edit"), self._edit, key="Ctrl+E")
        self._undo_key = Keycap("Ctrl+Z")
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._go)
        self.question.answered.connect(self._say)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.word, 1)
        head.addWidget(self.receipt, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addLayout(head)
        for part in (self.name, self.where, self.lines, self.question):
            self._lines.addWidget(part)
        self._nearest_row = QWidget()
        nearest = Flow(self._nearest_row, gap=10)
        for button in (*self.choices, self.walk_in_button):
            nearest.addWidget(button)
        self._lines.addWidget(self._nearest_row)
        self._lines.addLayout(row(self.after_all_button))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        for one in (self.back_button, self._undo_key, self.edit_button):
            foot.addWidget(one)
        foot.addStretch()
        self._lines.addLayout(foot)

    def add_line(self, line: QWidget) -> None:
        """Stand a line above the buttons, in a frame: it may hide itself, but not show itself."""
        holder = QWidget()
        holder.setMinimumHeight(_LINE)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(line)
        self._more.append(holder)
        self._lines.insertWidget(self._lines.indexOf(self.question) + 1, holder)

    @property
    def said(self) -> Said:
        """What it says."""
        return self._said

    @property
    def open_question(self) -> str:
        """Which consent is being asked for: "photo_consent", "guardian_consent", or nothing."""
        missing = self.arrival.missing if self.arrival else ()
        return next((one for one in QUESTIONS if one in missing and one not in self._asked), "")

    def show_arrival(self, arrival: Arrival, place: Place, now: DeskNow) -> None:
        """Say what came of a check-in."""
        self.arrival, self.unknown, self._place = arrival, None, place
        self._asked = set()
        self._show(said_of(arrival, place, now), now)
        self._begin()

    def show_unknown(self, unknown: Unknown, alike: Sequence[Person], now: DeskNow) -> None:
        """Say that nobody has this code. alike: whose name is most like what was read."""
        self.arrival, self.unknown = None, unknown
        self._nearest = unknown.nearest[:_MOST]
        if unknown.kind is UnknownKind.NOBODY:
            self._nearest = tuple(alike)[:_MOST]
        self._show(said_of_unknown(unknown), now)
        self._begin()

    def show_again(self, person: Person, now: DeskNow) -> None:
        """The person has changed while the answer stands; its time goes on."""
        if self.arrival is not None and person != self.arrival.person:
            self._say_of(person, now)

    def heard(self, person: Person, purpose: str, now: DeskNow) -> None:
        """A consent is written down: ask the next one, or say that all is well."""
        if self.arrival is None or self.arrival.person.id != person.id:
            return
        self._asked |= {missing for missing, (asked, _question) in QUESTIONS.items() if asked == purpose}
        self._say_of(person, now)
        self._begin()

    def _say_of(self, person: Person, now: DeskNow) -> None:
        assert self.arrival is not None
        lacks = () if self.arrival.kind is ArrivalKind.CANCELLED else rules.missing(person)
        left = tuple(one for one in lacks if one not in self._asked)
        self.arrival = replace(self.arrival, person=person, missing=left)
        self._show(said_of(self.arrival, self._place, now), now)

    def _show(self, said: Said, now: DeskNow) -> None:
        self._said = said
        arrival, unknown = self.arrival, self.unknown
        self.dress(said.tone, said.sign)
        self.name.setProperty("role", next(role for role, most in _SIZES.items() if len(said.name) <= most))
        for label in (self.word, self.name):
            label.style().unpolish(label)
            label.style().polish(label)
        texts = (said.word, said.name, said.where, "\n".join(said.lines), said.receipt)
        for label, text in zip((self.word, self.name, self.where, self.lines, self.receipt), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))
        asks = self.open_question
        if asks:
            purpose, question = QUESTIONS[asks]
            self.question.ask(purpose, _(question), now.wordings[purpose])
        self.question.setVisible(bool(asks))
        self._offer(self._nearest if unknown else ())
        self.walk_in_button.setVisible(unknown is not None and unknown.kind is UnknownKind.NOBODY)
        offers = unknown is not None and unknown.kind in (UnknownKind.SLIP, UnknownKind.NOBODY)
        self._nearest_row.setVisible(offers)
        self.after_all_button.setVisible(arrival is not None and arrival.kind is ArrivalKind.CANCELLED)
        inside = arrival is not None and arrival.kind is not ArrivalKind.CANCELLED
        self.back_button.setVisible(inside)
        for line in self._more:
            line.setVisible(inside and self.tells_more)
        self._undo_key.setVisible(self.fresh)
        self.edit_button.setVisible(arrival is not None)
        self.setAccessibleName(". ".join(filter(None, (said.word, said.name, said.where))))
        self.show()
        self._take_room()
        self.update()

    @property
    def fresh(self) -> bool:
        """Whether it tells of a check-in just done, which one key takes back."""
        return self.arrival is not None and self.arrival.kind not in (
            ArrivalKind.CANCELLED, ArrivalKind.ALREADY_IN,
        )  # fmt: skip

    def _offer(self, nearest: Sequence[Person]) -> None:
        code = self.unknown is not None and self.unknown.kind is UnknownKind.SLIP
        for number, button in enumerate(self.choices):
            button.setVisible(number < len(nearest))
            if number < len(nearest):
                person = nearest[number]
                button.setText(f"{person.name} · {person.code}" if code else person.name)
                button.setAccessibleName(person.name)

    def _begin(self) -> None:
        """Let it go by itself, later where there is more to read, never while something is asked."""
        if self.open_question or self.after_all_button.isVisibleTo(self):
            self._clock.stop()
        else:
            to_read = bool(self._said.where) + len(self._said.lines) + len(self._nearest if self.unknown else ())
            self._clock.start(STAYS + READS * to_read)

    def _go(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self):
            self._clock.start(READS)
        else:
            self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self._clock.stop()

    def _choose(self, number: int) -> None:
        self.chosen.emit(self._nearest[number])

    def _go_after_all(self) -> None:
        if self.arrival is not None:
            self.after_all.emit(self.arrival.person)

    def _say(self, purpose: str, given: bool, wording: str) -> None:
        if self.arrival is not None:
            self.answered.emit(self.arrival.person, purpose, given, wording)

    def _wish(self) -> None:
        if self.unknown is not None:
            self.named.emit(self.unknown.read)

    def _edit(self) -> None:
        if self.arrival is not None:
            self.edited.emit(self.arrival.person)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        # Qt counts one line for words that wrap when it hands out room, and nothing may be cut: each part is
        # told how high it is at this width.
        left = self.band + 22
        self._lines.setContentsMargins(left, 14, 22, 16)
        inside = self.width() - left - 22
        self.receipt.ensurePolished()
        receipt = self.receipt.sizeHint().width() + 14 if self._said.receipt else 0
        for part in (self.word, self.name, self.where, self.lines, self.question, self._nearest_row):
            part.setMinimumHeight(0)  # a label is never lower than it was told to be before
            width = inside - receipt if part is self.word else inside
            part.setMinimumHeight(max(0, part.heightForWidth(width)))
        self._lines.invalidate()
        self.setFixedHeight(max(self._lines.minimumSize().height(), self._lines.totalHeightForWidth(self.width())))
