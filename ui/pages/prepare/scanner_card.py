"""Trying out the scanner: every key that arrived, and in words what that says."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hackdesk.language import N_
from hackdesk.people.badge_codes import TEST_CODE
from hackdesk.people.scans import ENTER, FAST, PAUSE, TAB, Findings, Scan, Stroke, findings
from ui.text import _
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.notice import Notice
from ui.widgets.qr_code import QrCode
from ui.widgets.scan_field import ScanField

#: Milliseconds after the last key before it is said that nothing ended the scan.
_PATIENCE = 1_500
LAYOUTS = {"et": N_("Estonian"), "ru": N_("Russian"), "de": N_("German"), "fr": N_("French")}
ENDS = {ENTER: N_("Enter"), TAB: N_("Tab"), PAUSE: N_("pause")}


class ScannerCard(Card):
    """Scan anything into its field. Nobody is checked in from here."""

    def __init__(self) -> None:
        super().__init__(_("Scanner"))
        self.field = ScanField(_("Scan the test code, or any badge"))
        self.verdict, self.remarks = Notice(), Label("", "muted", wrap=True)
        self.verdict.close_button.hide()
        self.keys = KeyStrip()
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self._say_unended)
        self._ended = True
        self.body.addLayout(self._test_code())
        for part in (self.field, self.verdict, self.remarks, self.keys):
            self.body.addWidget(part)
        self.remarks.hide()
        self.field.struck.connect(self._show_key)
        self.field.entered.connect(self.show_scan)

    def _test_code(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(Label(_("Test code"), "label"))
        words.addWidget(Label(TEST_CODE, "card-title"))
        hint = _("Scan it from the screen. Nobody is checked in from here: badges can be tried too.")
        words.addWidget(Label(hint, "second", wrap=True))
        words.addStretch()
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(QrCode(TEST_CODE, 116, _("Test code {code}", code=TEST_CODE)))
        line.addLayout(words, 1)
        return line

    def show_scan(self, scan: Scan) -> None:
        """Say what a scan tells about the scanner and this laptop."""
        self._waiting.stop()
        self._ended = True
        if scan.readings:
            found = findings(scan)
            tone = "info" if found.code and found.ends_well else "warn"
            self.verdict.say(_verdict(found, scan), tone)
            self.remarks.setText("\n".join(_remarks(found)))
            self.remarks.setVisible(bool(self.remarks.text()))
            self.keys.add_end(_(ENDS.get(scan.ended_by, "")))
        self.field.clear()

    def _show_key(self, stroke: Stroke) -> None:
        if self._ended:
            self.keys.clear()
            self.verdict.hide()
            self.remarks.hide()
        self._ended = False
        self.keys.add(stroke)
        self._waiting.start()

    def _say_unended(self) -> None:
        self.show_scan(self.field.so_far())


class KeyStrip(QWidget):
    """One box a key: what came out, what a US keyboard makes of it, where the key is, how long after the last."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self, gap=4)
        self._last = 0

    def clear(self) -> None:
        """Ready for the next scan."""
        self._flow.clear()
        self._last = 0

    def add(self, stroke: Stroke) -> None:
        """Show one more key."""
        came = stroke.text if stroke.text.isprintable() else ""
        sign = f"{came or '–'} → {stroke.sign}" if stroke.sign and stroke.sign != came else came or "–"
        gap = _("{count} ms", count=stroke.at - self._last) if self._last and stroke.at else ""
        self._last = stroke.at
        where = _("key {number}", number=stroke.position) if stroke.position else _("no position")
        self._flow.addWidget(_box(sign, where, gap))

    def add_end(self, name: str) -> None:
        """Show what ended it."""
        self._flow.addWidget(_box(name, _("at the end"), "", end=True))


def _box(sign: str, where: str, gap: str, *, end: bool = False) -> QFrame:
    box = QFrame()
    box.setProperty("role", "keybox")
    box.setProperty("end", end)
    lines = QVBoxLayout(box)
    lines.setContentsMargins(8, 3, 8, 4)
    lines.setSpacing(0)
    for text, role in ((sign, "strong"), (where, "second"), (gap, "second")):
        lines.addWidget(Label(text, role))
    box.setAccessibleName(" ".join(filter(None, (sign, where, gap))))
    return box


def _verdict(found: Findings, scan: Scan) -> str:
    if not found.code and not found.positions:
        return _("“{text}” is no badge code, and this system does not say which keys were pressed. Set the"
                 " keyboard of this laptop to English (US), or the scanner to the language of the laptop.",
                 text=scan.text)  # fmt: skip
    if not found.code:
        return _("“{text}” is no badge code, neither as it came out nor by its keys. Scan the test code; where"
                 " that fails too, set the scanner to the US keyboard: a bar code in its booklet does that.",
                 text=scan.text)  # fmt: skip
    if not found.ends_well:
        return _("The code {code} arrived, but nothing ended it. Set the scanner to send Enter after each code: a"
                 " bar code in its booklet does that.", code=found.code)  # fmt: skip
    if found.through_keys and found.layout in LAYOUTS:
        return _("The scanner works: code {code}, read through the keys, because the laptop's keyboard is"
                 " {language}.", code=found.code, language=_(LAYOUTS[found.layout]))  # fmt: skip
    if found.through_keys:
        return _("The scanner works: code {code}, read through the keys, because the laptop's keyboard is not US"
                 " English.", code=found.code)  # fmt: skip
    return _("The scanner works: code {code}, as it came out.", code=found.code)


def _remarks(found: Findings) -> list[str]:
    said = []
    if found.layout in LAYOUTS and not found.through_keys:
        language = _(LAYOUTS[found.layout])
        said.append(_("The laptop's keyboard is {language}; that does no harm.", language=language))
    if found.caps_lock:
        said.append(_("Caps Lock is on; that does no harm."))
    if found.before:
        said.append(_("It sends “{text}” before the code, which is left out.", text=found.before))
    if found.ended_by == ENTER:
        said.append(_("It sends Enter at the end."))
    elif found.ended_by == TAB:
        said.append(_("It sends Tab at the end, which counts as Enter here."))
    elif found.ends_well:
        said.append(_("It sends nothing at the end: the pause counts, and Enter would be quicker."))
    if found.milliseconds > FAST:
        slow = _("{count} ms from key to key: slow for a scanner, or typed by hand.", count=found.milliseconds)
        said.append(slow)
    elif found.milliseconds:
        said.append(_("{count} ms from key to key.", count=found.milliseconds))
    return said
