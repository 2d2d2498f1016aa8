"""The only door from windows to the event: work goes to one thread, its answer comes back on the GUI thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from hackdesk.errors import HackDeskError

if TYPE_CHECKING:
    from hackdesk.event.store import Event

T = TypeVar("T")


@dataclass(frozen=True)
class _Question:
    """receivers: the objects that must still live when the answer comes."""

    work: Callable[[], Any]
    then: Callable[[Any], None] | None
    sorry: Callable[[HackDeskError], None] | None
    receivers: tuple[QObject, ...]


class Line(QObject):
    """One thread that does one thing after another, in the order asked."""

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: queue.SimpleQueue[_Question | None] = queue.SimpleQueue()
        self._waiting = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work_through, name="desk", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many questions have no answer yet."""
        return self._waiting

    def do(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        sorry: Callable[[HackDeskError], None] | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        """Run `work()` on the thread; `then(answer)` or `sorry(error)` is called on the GUI thread.

        Anything but a HackDeskError, and a HackDeskError without `sorry`, is raised on the GUI thread. The
        answer is dropped where `receiver`, or the object whose method is to be called, is destroyed by then.
        """
        receivers = (receiver, _owner(then), _owner(sorry))
        question = _Question(work, then, sorry, tuple(one for one in receivers if one is not None))
        self._waiting += 1
        self._questions.put(question)

    def close(self) -> None:
        """Wait for what was asked and end the thread."""
        self._questions.put(None)
        self._thread.join()

    def _work_through(self) -> None:
        while (question := self._questions.get()) is not None:
            answer: Any = None
            error: BaseException | None = None
            try:
                answer = question.work()
            except BaseException as raised:  # every kind goes to the GUI thread, none ends this one
                error = raised
            if not isValid(self):
                return
            self._answered.emit(question, answer, error)
            del question, answer, error

    def _deliver(self, question: _Question, answer: Any, error: BaseException | None) -> None:
        self._waiting -= 1
        gone = not all(isValid(receiver) for receiver in question.receivers)
        if isinstance(error, HackDeskError) and (gone or question.sorry is not None):
            if question.sorry is not None and not gone:
                question.sorry(error)
        elif error is not None:
            raise error
        elif question.then is not None and not gone:
            question.then(answer)


class Desk(Line):
    """The line of one window to its event."""

    def __init__(self, event: Event, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._event = event

    def ask(
        self,
        work: Callable[[Event], T],
        then: Callable[[T], None] | None = None,
        sorry: Callable[[HackDeskError], None] | None = None,
        *,
        receiver: QObject | None = None,
    ) -> None:
        """Run `work(event)`, a query or an action, on the desk's thread; see `Line.do` for the answer."""
        self.do(partial(work, self._event), then, sorry, receiver=receiver)


def _owner(call: Callable[..., None] | None) -> QObject | None:
    while isinstance(call, partial):
        call = call.func
    owner = getattr(call, "__self__", None)
    return owner if isinstance(owner, QObject) else None
