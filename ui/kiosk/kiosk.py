"""The juror's own screen, above everything else: names, a PIN, one juror's ballots. The facilitator ends it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QScreen
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout

from hackdesk.errors import HackDeskError
from hackdesk.jury import actions
from hackdesk.jury.access_queries import access
from ui.desk import Desk
from ui.kiosk.juror_list import JurorList
from ui.kiosk.juror_screen import JurorScreen
from ui.kiosk.pin_pad import PinPad
from ui.kiosk.reading import Listed, Seen, seen
from ui.page import Page
from ui.rail import NARROW_BELOW
from ui.tabbing import neighbour
from ui.text import _

if TYPE_CHECKING:
    from hackdesk.event.store import Event

#: Milliseconds without a key or the mouse after which the screen locks itself.
IDLE = 3 * 60_000
#: Milliseconds between two looks at how long ago the pitch ended.
_CLOCK_LOOK = 15_000
#: Pixels at the lower edge with what a juror presses next.
_FOOT = 58
#: Wrong tries of the facilitator after which the last way out is told.
_TELL_LAST_WAY = 3
_INPUT = {
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}  # fmt: skip


class Kiosk(Page):
    """left: the facilitator's PIN was typed. A juror's marks are on it only between their PIN and locking."""

    name = "kiosk"
    concerns = frozenset(
        {"criteria", "jurors", "juror_access", "ballots", "finalists", "teams", "pitches", "revisions", "settings",
         "timers"}
    )  # fmt: skip
    left = Signal()

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(desk)
        self._path, self._leaving, self._wrong = path, False, 0
        self._asked: UUID | None = None
        self._asking = 0
        self._juror: UUID | None = None
        self._screens: dict[UUID, JurorScreen] = {}
        self.list, self.pad, self._views = JurorList(), PinPad(), QStackedWidget()
        for view in (self.list, self.pad):
            self._views.addWidget(view)
        self.body.addWidget(self._views, 1)
        self.list.chosen.connect(self._ask_juror)
        self.list.back.connect(self._ask_facilitator)
        self.pad.typed.connect(self._check)
        self.pad.given_up.connect(self.lock)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.lock)
        self._clock = QTimer(self, interval=_CLOCK_LOOK)
        self._clock.timeout.connect(self.refresh)
        self.setWindowTitle(_("HackDesk for jurors"))
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )

    def _build_frame(self) -> None:
        frame = QVBoxLayout(self)
        frame.setSpacing(8)
        # As large as the screen, never larger: what asks for more room gets none from outside it.
        frame.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        frame.addWidget(self.notice)
        frame.addWidget(self._stack, 1)

    def fill(self, screen: QScreen) -> None:
        """Lie over everything on this screen and take the keyboard."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        if (handle := self.windowHandle()) is not None:
            handle.installEventFilter(self)

    @property
    def screen_shown(self) -> JurorScreen | None:
        """What the juror who came in has in front of them; None while it is locked."""
        shown = self._views.currentWidget()
        return shown if isinstance(shown, JurorScreen) else None

    def read(self, event: Event) -> Seen:
        return seen(event, self._juror)

    def display(self, answer: Seen) -> None:
        self.zone = answer.zone
        self.list.show_jurors(answer)
        if self._juror is None:
            if self._views.currentWidget() is self.list and self.focusWidget() is None:
                self.list.begin()
            return
        if answer.juror is None or answer.juror.id != self._juror:
            if self._juror not in [one.juror.id for one in answer.jurors]:
                self.lock()  # not on the jury any more
            return
        shown = self._screens[self._juror]
        if self._views.currentWidget() is shown:
            shown.show_seen(answer)
        else:
            self._views.setCurrentWidget(shown)
            shown.begin(answer)

    def lock(self) -> None:
        """Back to the names. What was marked is on disk; what is still on its way there stays until it is."""
        was, self._juror, self._asked = self._juror or self._asked, None, None
        self._asking += 1
        self._clock.stop()
        self.toast.hide()
        if was in self._screens:
            self._screens[was].flush()
        self._forget()
        if not self._screens:
            self.notice.hide()
        self._views.setCurrentWidget(self.list)
        self.list.begin(was)
        self.refresh()

    def say_mistake(self, log: Path) -> None:
        """Say that something went wrong that should not have."""
        self.notice.say(_("This is our mistake. What happened is written down in {log}.", log=str(log)), "bad")

    def _forget(self) -> None:
        """No juror's ballots stay behind, except where something on them is not on disk yet."""
        for juror, screen in list(self._screens.items()):
            if juror != self._juror and not screen.lost_if_gone:
                del self._screens[juror]
                self._views.removeWidget(screen)
                screen.deleteLater()

    def _ask_juror(self, listed: Listed) -> None:
        juror = listed.juror
        if not listed.has_pin:
            self.notice.say(
                _("{juror} has no PIN yet. The facilitator makes one under Prepare, Jurors.", juror=juror.name)
            )
            return
        self._ask(juror.id, juror.name, _("Type your PIN."))

    def _ask_facilitator(self) -> None:
        self._ask(None, _("Back to the desk"), _("The facilitator's PIN leads there."))

    def _ask(self, who: UUID | None, name: str, hint: str) -> None:
        self.notice.hide()
        self._asked, self._wrong = who, 0
        self._asking += 1
        self.pad.ask(name, hint)
        self._views.setCurrentWidget(self.pad)
        self.pad.field.setFocus()
        self.ask(partial(_wait_of, who=who), partial(self._wait, self._asking))

    def _wait(self, asking: int, seconds: int) -> None:
        if asking == self._asking:
            self.pad.wait(seconds)

    def _check(self, pin: str) -> None:
        who = self._asked
        self.ask(
            lambda event: actions.check_pin(event, who, pin),
            partial(self._let_in, self._asking, who),
            partial(self._refuse, self._asking),
        )

    def _let_in(self, asking: int, who: UUID | None, _checked: None) -> None:
        if asking != self._asking:
            return  # somebody went back meanwhile
        if who is None:
            self._leaving = True
            self.left.emit()
            return
        self._forget()
        self._juror = who
        if who not in self._screens:
            screen = self._screens[who] = JurorScreen(self)
            screen.locking.connect(self.lock)
            screen.shrink(narrow=self._narrow)
            self._views.addWidget(screen)
        self._clock.start()
        self.refresh()

    def _refuse(self, asking: int, error: HackDeskError) -> None:
        if asking != self._asking:
            return
        self._wrong += 1
        self.pad.wrong(error)
        if self._asked is None and self._wrong >= _TELL_LAST_WAY:
            self.pad.tell_last_way(
                _(
                    "If nobody knows it: whoever set up this laptop opens its command line, goes to HackDesk's "
                    "folder and types: python3 run.py pin {file}",
                    file=f'"{self._path}"',
                )
            )

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW_BELOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side, above = (16, 8) if self._narrow else (40, 16)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(side, above, side, above)
        self.toast.lift(_FOOT)
        self.list.shrink(narrow=self._narrow)
        for screen in self._screens.values():
            screen.shrink(narrow=self._narrow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._idle.start()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        begun = self.focusWidget()
        there = neighbour(begun, self, forward=forward) if begun is not None else None
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return there is not None

    def closeEvent(self, event: QCloseEvent) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        if self._leaving or app.isSavingSession():  # the laptop is switched off: it comes back as it is now
            event.accept()
            return
        event.ignore()
        self.receipt(_("Only the facilitator's PIN leads back to the desk."))


def _wait_of(event: Event, who: UUID | None) -> int:
    """Seconds until this PIN may be tried again."""
    found = access(event).get(who)
    return int(-(-found.wait.total_seconds() // 1)) if found else 0
