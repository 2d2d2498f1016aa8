"""Long work in a process of its own, so that no window waits for it."""

from __future__ import annotations

import queue
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from hackdesk.steps import begin, send, serve, tell_nobody

#: Seconds a job has to clean up after `cancel` before its process is ended.
GRACE = 3.0


class JobFailed(RuntimeError):
    """Our mistake in another process; the text holds its traceback."""


class Spare:
    """A process that waits with what it will need imported already, so that a job need not start one.

    needed: names of modules. A job takes it; `prepare` sees to it that there is one again.
    """

    def __init__(self, *needed: str) -> None:
        self._needed = needed
        self._starting: threading.Thread | None = None
        self._waiting: tuple[BaseProcess, Connection] | None = None

    def prepare(self) -> None:
        """Have one; starting it takes the window no time."""
        if self._starting is None:
            self._starting = threading.Thread(target=self._start, name="spare", daemon=True)
            self._starting.start()

    def take(self) -> tuple[BaseProcess, Connection] | None:
        """The process and our end of its pipe; None where none was prepared or it has gone."""
        if self._starting is None:
            return None
        self._starting.join()
        taken, self._starting, self._waiting = self._waiting, None, None
        return taken if taken is not None and taken[0].is_alive() else None

    def close(self) -> None:
        """End it and wait until it is gone."""
        taken = self.take()
        if taken is not None:
            taken[1].close()
            taken[0].terminate()
            taken[0].join()

    def _start(self) -> None:
        self._waiting = _started(*self._needed)


def _started(*needed: str) -> tuple[BaseProcess, Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=begin, args=(theirs, needed), daemon=True)
    process.start()
    theirs.close()
    return process, ours


class Job(QObject):
    """Runs `function(*args, step=…, **kwargs)` in a spawned process; it starts at once, in a `spare` one where
    there is one.

    function: a module-level function that takes frozen values and `step` (see hackdesk.steps). telling: it also
    takes `tell` and hands over values while it works; where the window is busy, only the newest counts.
    stepped(done, of), told(value); then exactly one of finished(result), failed(HackDeskError) and cancelled().
    Anything else the function raises is raised on the GUI thread as JobFailed.
    """

    stepped = Signal(int, int)
    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _said = Signal(str, object)

    def __init__(
        self, function: Callable[..., Any], *args: Any, parent: QObject | None = None, telling: bool = False,
        spare: Spare | None = None, **kwargs: Any,
    ):  # fmt: skip
        super().__init__(parent)
        self._cancel = threading.Event()
        self._spare = spare
        self._newest: Any = None
        self._unheard = False
        if telling:
            kwargs["tell"] = tell_nobody  # the other process puts its own in this place
        self.running = True
        self._said.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, args=(function, args, kwargs), name="job", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows."""
        self._cancel.set()

    def close(self) -> None:
        """Cancel and wait until the process is gone."""
        self.cancel()
        self._thread.join()

    def _run(self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        try:
            last = self._run_process(function, args, kwargs)
        except Exception:  # such as arguments that cannot be pickled: said as any mistake of ours
            last = ("broken", traceback.format_exc())
        self._tell(*last)

    def _run_process(
        self, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> tuple[str, Any]:
        process, ours = (self._spare.take() if self._spare else None) or _started()
        try:
            ours.send((function, args, kwargs))
            return self._listen(ours, process.terminate)
        finally:
            ours.close()
            process.join()

    def _listen(self, pipe: Connection, terminate: Callable[[], None]) -> tuple[str, Any]:
        """Pass steps on until the last word; gives that word."""
        told_at = 0.0
        while True:
            if self._cancel.is_set() and not told_at:
                told_at = time.monotonic()
                send(pipe, "cancel")
            if told_at and time.monotonic() - told_at > GRACE:
                terminate()
            if not pipe.poll(0.05):
                continue
            try:
                kind, value = pipe.recv()
            except (EOFError, OSError):
                return ("cancelled", None) if told_at else ("broken", "the process ended without an answer")
            if kind not in ("step", "told"):
                return kind, value
            self._tell(kind, value)

    def _tell(self, kind: str, value: Any) -> None:
        if kind == "told":
            self._newest, value = value, None
            if self._unheard:
                return  # the window has not come to the one before; it will find this one in its place
            self._unheard = True
        if isValid(self):
            self._said.emit(kind, value)

    def _hear(self, kind: str, value: Any) -> None:
        if kind == "step":
            self.stepped.emit(*value)
            return
        if kind == "told":
            self._unheard = False
            self.told.emit(self._newest)
            return
        self.running = False
        if kind == "finished":
            self.finished.emit(value)
        elif kind == "failed":
            self.failed.emit(value)
        elif kind == "cancelled":
            self.cancelled.emit()
        else:
            raise JobFailed(value)


class Standby(QObject):
    """A process that is kept for short questions which come again and again; it starts with the first one.

    answered(result) or failed(HackDeskError): of the question asked last. Anything else it raises is raised on the
    GUI thread as JobFailed.
    """

    answered = Signal(object)
    failed = Signal(object)
    _told = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: queue.SimpleQueue[tuple[int, Callable[..., Any], tuple[Any, ...]] | None] = (
            queue.SimpleQueue()
        )
        self._number = 0
        self._thread: threading.Thread | None = None
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def ask(self, function: Callable[..., Any], *args: Any) -> None:
        """Run `function(*args, step=…)` there; what was asked before is cancelled and never answered."""
        self._number += 1
        self._asked.put((self._number, function, args))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="standby", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Nobody waits for the answer any more; the process stays."""
        self._number += 1

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self.forget()
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        context = get_context("spawn")
        process, pipe = None, None
        while (wish := self._asked.get()) is not None:
            number, function, args = wish
            if number != self._number:  # something else was asked since
                continue
            try:
                if process is None or pipe is None or not process.is_alive():
                    pipe, theirs = context.Pipe()
                    process = context.Process(target=serve, args=(theirs,), daemon=True)
                    process.start()
                    theirs.close()
                pipe.send((function, args))
                last = self._listen(number, pipe, process.terminate)
            except Exception:  # such as arguments that cannot be pickled: said as any mistake of ours
                last = ("broken", traceback.format_exc())
            if isValid(self):
                self._told.emit(number, *last)
        if process is not None and pipe is not None:
            pipe.close()
            process.terminate()
            process.join()

    def _listen(self, number: int, pipe: Connection, terminate: Callable[[], None]) -> tuple[str, Any]:
        told_at = 0.0
        while True:
            if number != self._number and not told_at:
                told_at = time.monotonic()
                send(pipe, "cancel")
            if told_at and time.monotonic() - told_at > GRACE:
                terminate()
            if not pipe.poll(0.02):
                continue
            try:
                kind, value = pipe.recv()
            except (EOFError, OSError):
                return ("cancelled", None) if told_at else ("broken", "the process ended without an answer")
            if kind != "step":
                return kind, value

    def _hear(self, number: int, kind: str, value: Any) -> None:
        if number != self._number:
            return
        if kind == "finished":
            self.answered.emit(value)
        elif kind == "failed":
            self.failed.emit(value)
        elif kind == "broken":
            raise JobFailed(value)

