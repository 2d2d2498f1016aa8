"""Widgets that nobody holds any more are let go on the GUI thread, never on another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

#: Milliseconds between two looks.
LOOK = 1_000


class Garbage(QObject):
    """Takes the place of Python's own collecting, which runs on whichever thread happens to allocate.

    The desk's thread would then destroy widgets beside the GUI thread, which ends in a crash. Even on the
    GUI thread a window must be deleted by Qt before it is collected (`WA_DeleteOnClose`): PySide 6.11.3 takes
    the parts of a cycle of widgets away in an order that Qt does not survive.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        # What waits to be deleted goes first, by Qt's hand.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                if generation == 2 and not gc.get_freeze_count():
                    # Modules and mapped classes stay for good: looking at them again costs 90 ms each time.
                    gc.freeze()
                return

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._clock.stop()
        gc.enable()
