"""Taking a ballot from a phone's screen, where the network is gone: by camera, by scanner, or typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hackdesk.errors import HackDeskError
from hackdesk.jury.actions import take_revision
from hackdesk.jury.handover import as_revision
from hackdesk.jury.handover_queries import Offered, offered
from hackdesk.jury.phone_revisions import RevisionReceipt
from ui.page import Page
from ui.pages.jury.handover_card import HandoverCard
from ui.text import _, words
from ui.widgets.camera_strip import CameraStrip
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.scan_field import Scan, ScanField

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class HandoverPart(QWidget):
    """The keyboard stands in the field; once a ballot is read, Enter takes it and the next is waited for."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.field = ScanField(_("Scan the QR code on the phone, or type its code and press Enter"))
        self.camera = CameraStrip(self.field)
        self.said, self.card = Notice(), HandoverCard()
        self.hint = Label(
            _("When a phone finds no network, it shows a QR code and a code to type beside the ballot. "
              "Once it reaches the laptop again, nothing is counted twice."),
            "muted", wrap=True,
        )  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for part in (self.camera, self.said, self.hint, self.card):
            lines.addWidget(part)
        lines.addStretch(1)
        self.card.hide()
        self.card.setMaximumWidth(760)
        self.field.entered.connect(self.read)
        self.camera.scanned.connect(self.read)
        self.card.taken.connect(self._take)
        self.card.left.connect(self.begin)
        self.setFocusProxy(self.field)

    def begin(self) -> None:
        """Wait for the next ballot."""
        self.card.hide()
        self.hint.show()
        self.field.clear()
        self.field.setFocus()

    def read(self, scan: Scan) -> None:
        """Look at what was scanned or typed."""
        if scan.readings:
            self._page.ask(partial(_offered, scan.readings), self._show, self._refuse)

    def _show(self, found: Offered) -> None:
        for part in (self.said, self.hint):
            part.hide()
        self.field.clear()
        self.card.show()
        self.card.show_offer(found)

    def _refuse(self, error: HackDeskError) -> None:
        self.card.hide()
        self.said.say(words.error(error), "bad")
        self.field.setFocus()
        self.field.line.selectAll()

    def _take(self, found: Offered) -> None:
        self._page.do(partial(_taken, found), partial(self._say_taken, found))

    def _say_taken(self, found: Offered, _receipt: RevisionReceipt) -> str:
        self.begin()
        handed = found.handed
        return _("Taken: {juror} for {team}", juror=handed.juror.name, team=handed.team.name)


def _offered(readings: tuple[str, ...], event: Event) -> Offered:
    return offered(event, readings)


def _taken(found: Offered, event: Event) -> RevisionReceipt:
    handed = found.handed
    return take_revision(event, handed.juror.id, handed.team.id, as_revision(handed, found.there))
