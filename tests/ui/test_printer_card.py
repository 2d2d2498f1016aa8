"""The printer of this laptop: chosen, put right, and measured with a test sheet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.event.settings import change_settings, settings_of
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.prepare.laptop_panel import LaptopPanel
from ui.pages.prepare.page import PreparePage
from ui.pages.prepare.printer_card import PrinterCard

DRAWN = 20_000
PRINTER = "Brother QL-820"


@pytest.fixture
def card(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[PrinterCard]:
    laptop.change(badge_printer=PRINTER)
    page = PreparePage(desk)
    with shown(page, event, qtbot):
        page.show_section("laptop")
        assert isinstance(page.panel, LaptopPanel)
        yield page.panel.printer
        page.leave()


def test_a_printer_that_is_switched_off_stays_chosen(card: PrinterCard) -> None:
    assert card.printer == PRINTER
    assert [card.printers.itemText(number) for number in range(card.printers.count())] == ["None", PRINTER]


def test_what_is_set_is_kept_for_this_printer_and_shown_again(card: PrinterCard) -> None:
    card.right.setValue(-1.5)
    card.true_size.click()
    card.scale.setValue(98.5)
    card.at_check_in.click()
    settings = laptop.load()
    assert settings.print_at_check_in
    kept = settings.printer(PRINTER)
    assert (kept.offset_mm, kept.factor) == ((-1.5, 0.0), 0.985)
    card.printers.setCurrentIndex(0)
    card.printers.activated.emit(0)
    assert (laptop.load().badge_printer, card.right.value()) == ("", 0.0)
    assert not card.print_button.isVisible()
    card.printers.setCurrentIndex(1)
    card.printers.activated.emit(1)
    assert (card.right.value(), card.scale.value(), card.scale.isEnabled()) == (-1.5, 98.5, True)


def test_the_test_sheet_is_printed_with_the_events_labels(
    card: PrinterCard, event: Event, tmp_path: Path, qtbot: QtBot
) -> None:
    change_settings(event, replace(settings_of(event), badge_format="90x60"))

    def opened(name: str) -> QPrinter:
        assert name == PRINTER
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "test.pdf"))
        return printer

    card.open = opened
    card.print_button.click()
    qtbot.waitUntil(lambda: card.said.text().startswith("The test sheet is at the printer."), timeout=DRAWN)
    with closing(pypdfium2.PdfDocument(tmp_path / "test.pdf")) as document:
        size = tuple(side / 72 * 25.4 for side in document[0].get_size())
    assert size == pytest.approx((90, 60), abs=0.5)


def test_a_printer_that_is_not_there_is_said_beside_the_button(card: PrinterCard, qtbot: QtBot) -> None:
    card.print_button.click()
    qtbot.waitUntil(lambda: f"no printer “{PRINTER}”" in card.said.text(), timeout=DRAWN)
