"""The scan field with the camera beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.people.scans import CAMERA
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.camera_view import CameraView
from ui.widgets.scan_field import Scan, ScanField

#: As high as the field beside it.
PREVIEW = QSize(142, 80)


class CameraStrip(QWidget):
    """scanned(Scan): the camera read something. The keyboard stays in the field."""

    scanned = Signal(object)

    def __init__(self, field: ScanField) -> None:
        super().__init__()
        self._field = field
        self.view = CameraView(PREVIEW)
        self.button = Button(_("Use the camera"), self.switch, sign="camera", key="F8")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.preview.hide()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(field, 1)
        line.addWidget(self.view.preview)
        line.addWidget(self.button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(line)
        lines.addWidget(self.view)
        self.view.read.connect(self._pass_on)
        self.view.switched.connect(self._show_state)

    def switch(self) -> None:
        """On, or off again."""
        self.view.switch(not self.view.on)
        self._field.setFocus()

    def _show_state(self, on: bool) -> None:
        self.view.preview.setVisible(on)
        self.button.setText(_("Camera off") if on else _("Use the camera"))

    def _pass_on(self, text: str) -> None:
        self.scanned.emit(Scan(text, ended_by=CAMERA))
