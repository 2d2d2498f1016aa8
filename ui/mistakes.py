"""What happens when the mistake is ours: it is written down, said plainly, and the desk goes on."""

from __future__ import annotations

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger("hackdesk")


def log_path() -> Path:
    """Where mistakes are written down."""
    from platformdirs import user_log_path

    return user_log_path("HackDesk", appauthor=False) / "hackdesk.log"


class Mistakes(QObject):
    """said(): an unexpected error was written to the log. Put in place of Python's own last resort."""

    said = Signal()
    _caught = Signal()

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log
        self._caught.connect(self.said, Qt.ConnectionType.QueuedConnection)
        log.parent.mkdir(parents=True, exist_ok=True)
        writer = RotatingFileHandler(log, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
        writer.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(writer)
        self._writer = writer

    def install(self) -> None:
        """Catch from now on what nothing else catches, on every thread."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_on_thread

    def close(self) -> None:
        """Let Python speak for itself again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        _log.removeHandler(self._writer)
        self._writer.close()

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write an error down and say so."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        self._caught.emit()

    def _caught_on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)
