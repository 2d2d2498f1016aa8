"""Over the paper grid: the sheet's code, who types, which reading, and the camera."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QVBoxLayout, QWidget

from hackdesk.people.scans import CAMERA, Scan
from ui.text import _
from ui.widgets.button import Button
from ui.widgets.camera_view import CameraView
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.scan_field import ScanField
from ui.widgets.segments import Segments

_PREVIEW = QSize(104, 60)


class PaperHead(QWidget):
    """scanned(Scan): a code was typed, scanned or seen. named: another person types. changed: another reading, or
    notes are typed or not any more. begun: Enter behind the name, the marks come next.
    """

    scanned = Signal(object)
    named = Signal()
    changed = Signal()
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code, self._name = ScanField(_("Sheet code: type or scan it")), QLineEdit()
        self.reading = Segments((("first", _("First reading")), ("second", _("Second reading"))), _("Reading"))
        self.notes = QCheckBox(_("Type notes too"))
        self.camera = CameraView(_PREVIEW)
        self.camera_button = Button(_("Camera"), self._switch, sign="camera")
        self.notice = Notice()
        self._lay_out()
        self.code.entered.connect(self.scanned)
        self._name.editingFinished.connect(self._tell_name)
        self._name.returnPressed.connect(self._begin)
        self.reading.chosen.connect(self.changed)
        self.notes.toggled.connect(self.changed)
        self.camera.read.connect(self._pass_on)
        self.camera.switched.connect(self.camera.preview.setVisible)
        self._told = ""

    def _lay_out(self) -> None:
        # Small beside the grid: it is the same field as at the door, without its frame.
        self.code.setProperty("role", "")
        self.code.setFixedWidth(250)
        self.code.line.setMaxLength(24)
        layout = self.code.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(4)
        for label in self.code.findChildren(Label):
            label.say_as(label.text(), "label")
            label.setWordWrap(False)
        self._name.setMaxLength(60)
        typed_by = Field(_("Typed by"), self._name)
        typed_by.setFixedWidth(190)
        self.camera.preview.hide()
        line = Flow(gap=14)
        reading = Field(_("Reading"), self.reading)
        for part in (self.code, typed_by, reading, _low(self.notes), _low(self.camera_button)):
            line.addWidget(part)
        line.addWidget(self.camera.preview)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(line)
        lines.addWidget(self.camera)
        lines.addWidget(self.notice)

    @property
    def name(self) -> str:
        """Who types; "" until it is said."""
        return " ".join(self._name.text().split())

    @property
    def second(self) -> bool:
        """Whether sheets are read a second time."""
        return self.reading.current == "second"

    def ask_name(self) -> None:
        """Put the keyboard where the name goes."""
        self._name.setFocus(Qt.FocusReason.TabFocusReason)

    def pass_key(self, event: QKeyEvent) -> None:
        """A code has begun somewhere else: go on with it in its field."""
        self.code.clear()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self.code.line, event)

    def _tell_name(self) -> None:
        if self.name != self._told:
            self._told = self.name
            self.named.emit()

    def _begin(self) -> None:
        self._tell_name()  # Qt says that the editing is finished only behind Enter
        if self.name:
            self.begun.emit()

    def _switch(self) -> None:
        self.camera.switch(not self.camera.on)
        self.code.setFocus()

    def _pass_on(self, text: str) -> None:
        self.scanned.emit(Scan(text, ended_by=CAMERA))


def _low(part: QWidget) -> QWidget:
    """As low as the inputs beside it, which have a label over them."""
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 22, 0, 0)
    lines.addWidget(part)
    return holder
