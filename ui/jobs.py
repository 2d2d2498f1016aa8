"""Long work in a process of its own, so that no window waits for it."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from hackdesk.errors import HackDeskError
from hackdesk.steps import Cancelled

#: Seconds a job has to clean up after `cancel` before its process is ended.
GRACE = 3.0


class JobFailed(RuntimeError):
    """Our mistake in another process; the text holds its traceback."""


class Job(QObject):
    """Runs `function(*args, step=…, **kwargs)` in a spawned process; it starts at once.

    function: a module-level function that takes frozen values and `step` (see hackdesk.steps).
    stepped(done, of); then exactly one of finished(result), failed(HackDeskError) and cancelled().
    Anything else the function raises is raised on the GUI thread as JobFailed.
    """

    stepped = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _told = Signal(str, object)

    def __init__(self, function: Callable[..., Any], *args: Any, parent: QObject | None = None, **kwargs: Any):
        super().__init__(parent)
        self._cancel = threading.Event()
        self.running = True
        self._told.connect(self._hear, Qt.ConnectionType.QueuedConnection)
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
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, function, args, kwargs), daemon=True)
        process.start()
        theirs.close()
        last = self._listen(ours, process.terminate)
        process.join()
        ours.close()
        return last

    def _listen(self, pipe: Connection, terminate: Callable[[], None]) -> tuple[str, Any]:
        """Pass steps on until the last word; gives that word."""
        told_at = 0.0
        while True:
            if self._cancel.is_set() and not told_at:
                told_at = time.monotonic()
                _send(pipe, "cancel")
            if told_at and time.monotonic() - told_at > GRACE:
                terminate()
            if not pipe.poll(0.05):
                continue
            try:
                kind, value = pipe.recv()
            except (EOFError, OSError):
                return ("cancelled", None) if told_at else ("broken", "the process ended without an answer")
            if kind != "step":
                return kind, value
            self._tell(kind, value)

    def _tell(self, kind: str, value: Any) -> None:
        if isValid(self):
            self._told.emit(kind, value)

    def _hear(self, kind: str, value: Any) -> None:
        if kind == "step":
            self.stepped.emit(*value)
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


def _send(pipe: Connection, word: Any) -> None:
    try:
        pipe.send(word)
    except (BrokenPipeError, OSError):
        return  # the other side is gone already; whoever listens hears that as the end of the pipe


def _work(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    def step(done: int, of: int) -> None:
        if pipe.poll():
            raise Cancelled
        pipe.send(("step", (done, of)))

    try:
        last: tuple[str, Any] = ("finished", function(*args, step=step, **kwargs))
    except Cancelled:
        last = ("cancelled", None)
    except HackDeskError as error:
        last = ("failed", error)
    except Exception:
        last = ("broken", traceback.format_exc())
    _send(pipe, last)
