"""The event files opened before, with the sentence for when there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hackdesk.language import N_
from ui.rows import Column
from ui.text import _, words
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import Table


@dataclass(frozen=True)
class Recent:
    """changed_at: when the file was last written; None where it is not there now."""

    path: Path
    changed_at: datetime | None


def recent_files(names: Sequence[str]) -> tuple[Recent, ...]:
    """Look which of the files are there. Runs on a thread: a stick that was pulled out may take a while."""
    return tuple(Recent(Path(name), _changed_at(Path(name))) for name in names)


def _changed_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def _when(file: Recent) -> str:
    return words.moment(file.changed_at.astimezone()) if file.changed_at else ""


def _missing(file: Recent) -> tuple[str, str] | None:
    return None if file.changed_at else (_("not there now"), "plain")


class RecentFiles(QStackedWidget):
    """opened(path): Enter, or a double click."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = Table(
            [
                Column(N_("Event"), lambda file: file.path.stem, strong=True),
                Column(N_("Folder"), lambda file: str(file.path.parent)),
                Column(N_("Last changed"), _when, pill=_missing, width=230),
            ],
            key=lambda file: file.path,
            name=_("Events opened before"),
            wrap=True,
        )
        self.table.setProperty("role", "inside")
        self.table.opened.connect(self._tell)
        self.addWidget(self.table)
        self.addWidget(
            EmptyState(
                _("No event opened on this laptop yet"),
                _("Make a new event, open a file from a USB stick, or look around in the sample event."),
            )
        )
        self.show_files(())

    def show_files(self, files: Sequence[Recent]) -> None:
        """Show these, the last one opened first."""
        self.table.replace(files)
        self.setCurrentIndex(0 if files else 1)

    def _tell(self, file: Recent) -> None:
        self.opened.emit(file.path)
