"""Trying out the camera: what it sees, and the code it read last."""

from __future__ import annotations

from PySide6.QtCore import QSize

from hackdesk.people.badge_codes import TEST_CODE, code_at_end
from ui.text import _
from ui.widgets.button import Button, row
from ui.widgets.camera_view import CameraView
from ui.widgets.card import Card
from ui.widgets.label import Label

PREVIEW = QSize(320, 180)


class CameraCard(Card):
    """The same camera as at the desk. Nobody is checked in from here."""

    def __init__(self) -> None:
        super().__init__(_("Camera"))
        self.view = CameraView(PREVIEW)
        self.button = Button(_("Try the camera"), self._switch, sign="camera")
        purpose = _("It reads badges, and tickets on phones, where there is no scanner.")
        self.said = Label(purpose, "muted", wrap=True)
        self.body.addWidget(self.said)
        self.body.addWidget(self.view.preview)
        self.body.addWidget(self.view)
        self.body.addLayout(row(self.button))
        self.view.preview.hide()
        self.view.read.connect(self._say_read)
        self.view.switched.connect(self._show_state)

    def _switch(self) -> None:
        self.view.switch(not self.view.on)

    def _show_state(self, on: bool) -> None:
        self.view.preview.setVisible(on)
        self.button.setText(_("Camera off") if on else _("Try the camera"))
        if on:
            self.said.setText(_("Hold a badge in front of it, or a ticket on a phone."))

    def _say_read(self, text: str) -> None:
        code = code_at_end(text)
        if code == TEST_CODE:
            self.said.setText(_("The camera works: it read the test code."))
        elif code:
            self.said.setText(_("The camera works: it read the badge {code}.", code=code))
        else:
            self.said.setText(_("The camera works: it read “{text}”, which is no badge.", text=text))
