"""Paper slips of the hall's vote, by scanner and keyboard: the code, the numbers of the teams, the next slip."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.event.undo import undo
from hackdesk.jury import actions, hall, hall_queries
from hackdesk.jury.hall import HallReceipt, HallRefusal, Voter
from hackdesk.jury.hall_queries import HallNow
from ui.page import Page
from ui.text import _, words
from ui.undoing import numbered
from ui.widgets.button import Button, row
from ui.widgets.camera_strip import CameraStrip
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.scan_field import Scan, ScanField
from ui.widgets.sound_button import SoundButton

_ROLE = {"accent": "strong", "warn": "strong", "bad": "error"}


class HallSlipCard(Card):
    """Whose slip it is stands nowhere: it is found and has not voted yet, or it is not.

    asked(widget): it is what has to be seen now.
    """

    asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(_("Paper slips"))
        self._page, self._sound = page, SoundButton((_("Sound on"), _("Silent")), key="F9")
        self.head.addWidget(self._sound)
        self._now: HallNow | None = None
        self._readings: tuple[str, ...] = ()
        self.voter: Voter | None = None
        self.field = ScanField(_("Scan a slip, or type its code and press Enter"))
        self.strip = CameraStrip(self.field)
        self.field.entered.connect(self._take_code)
        self.strip.scanned.connect(self._take_code)
        self.said = Label("", "strong", wrap=True)
        self.said.hide()
        self.numbers = _NumbersLine()
        self.numbers.setMaximumWidth(260)
        self.numbers.textChanged.connect(self._show_chosen)
        self.numbers.returnPressed.connect(self._cast)
        self.numbers.left.connect(self.begin)
        self._numbers_field = Field(_("Number of the team"), self.numbers, "-")
        self.chosen = Label("", "card-title", wrap=True)
        self.cast_button = Button(_("Take this vote"), self._cast, kind="primary")
        self.back_button = Button(_("Take the first vote back"), self._take_back)
        self._away_button = Button(_("Put the slip away"), self.begin, kind="plain")
        self._asked = QWidget()
        self._asked.setLayout(row(self.cast_button, self.back_button, self._away_button))
        for part in (self.strip, self.said, self._numbers_field, self.chosen, self._asked):
            self.body.addWidget(part)
        self.setFocusProxy(self.field)
        self.begin()

    def show_vote(self, now: HallNow) -> None:
        """The vote as it is now; a slip that is being typed stays."""
        self._now = now
        many_ = now.vote.choices > 1
        self._numbers_field.label.setText(_("Numbers of the teams") if many_ else _("Number of the team"))
        self._numbers_field.hint(
            _("Best first, with a space between: 4 1 6") if many_ else _("As it stands on the slip")
        )
        self._show_chosen()

    def begin(self) -> None:
        """Ready for the next slip; what was said of the last one stays until then."""
        self.voter = None
        self.field.clear()
        self.numbers.clear()
        self._ask(numbers=False, back=False)
        if self.isVisible():
            self.field.setFocus()
            self._bring(self.field)

    def _take_code(self, scan: Scan) -> None:
        if scan.readings:
            self._readings = scan.readings
            work = partial(hall_queries.voter, code=scan.readings)
            self._page.ask(work, self._show_voter, self._refuse_code)

    def _show_voter(self, voter: Voter) -> None:
        self.voter = voter
        if voter.voted_at is not None:
            time = words.time(voter.voted_at, self._page.zone)
            self._say(words.error(hall.voted_already(time, voter.way)), "warn", "again")
            self._ask(numbers=False, back=True)
            self.field.clear()
            self.field.setFocus()
            return
        self._say(_("A guest's slip, not voted yet") if voter.guest else _("Found, not voted yet"), "accent", "in")
        self._ask(numbers=True, back=False)
        self.numbers.setFocus()

    def _refuse_code(self, error: HackDeskError) -> None:
        self._say(words.error(error), "bad", "stop")
        self._ask(numbers=False, back=False)
        self.field.line.selectAll()
        self.field.setFocus()

    def _show_chosen(self) -> None:
        """The names of the numbers as they are typed, to hold against the slip."""
        self._numbers_field.wrong("")
        text, names = self.numbers.text(), ""
        if text.strip() and self._now is not None:
            by_id = {team.id: (number, team.name) for number, team in self._now.teams}
            try:
                chosen = hall.typed_choices(text, self._now.teams)
                names = "\n".join("{} {}".format(*by_id[team]) for team in chosen)
            except HallRefusal:
                names = ""  # said at Enter: half a number is no mistake yet
        self.chosen.setText(names)
        self.chosen.setVisible(bool(names) and not self._numbers_field.isHidden())

    def _cast(self) -> None:
        if self.voter is None or self._now is None:
            return
        try:
            chosen = hall.typed_choices(self.numbers.text(), self._now.teams)
        except HallRefusal as error:
            self._refuse_vote(error)
            return
        cast = partial(
            actions.cast_vote, code=self._readings, choices=chosen, way=hall.PAPER, by="facilitator"
        )
        self._page.ask(numbered(cast), self._note_cast, self._refuse_vote)

    def _note_cast(self, answer: tuple[HallReceipt, int | None]) -> None:
        receipt, number = answer
        time = words.time(receipt.at, self._page.zone, seconds=True)
        back = partial(self._page.ask, partial(undo, number=number), self._page.say_undone) if number else None
        self._page.receipt(_("Vote taken {time}", time=time), back)
        self._say(_("Vote taken {time}. Next slip.", time=time), "accent", "")
        self.begin()

    def _refuse_vote(self, error: HackDeskError) -> None:
        self._numbers_field.wrong(words.error(error))
        self._sound.play("stop")
        self.numbers.selectAll()
        self.numbers.setFocus()

    def _take_back(self) -> None:
        work = partial(actions.take_back_vote, code=self._readings)
        self._page.ask(numbered(work), self._note_back, self._refuse_code)

    def _note_back(self, answer: tuple[Voter, int | None]) -> None:
        voter, number = answer
        back = partial(self._page.ask, partial(undo, number=number), self._page.say_undone) if number else None
        self._page.receipt(_("The first vote is taken back."), back)
        self._show_voter(voter)

    def _ask(self, *, numbers: bool, back: bool) -> None:
        for part in (self._numbers_field, self.cast_button):
            part.setVisible(numbers)
        self.back_button.setVisible(back)
        self._asked.setVisible(numbers or back)
        self._show_chosen()
        if numbers or back:
            self._bring(self._asked)

    def _bring(self, widget: QWidget) -> None:
        # Once it has its place: only then is it known where it lies.
        QTimer.singleShot(0, self, partial(self.asked.emit, widget))

    def _say(self, sentence: str, tone: str, sound: str) -> None:
        self.said.say_as(sentence, _ROLE[tone])
        self.said.setVisible(bool(sentence))
        self.set_tone(tone)
        self.setAccessibleDescription(sentence)
        if sound:
            self._sound.play(sound)


class _NumbersLine(QLineEdit):
    """left: Escape."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
