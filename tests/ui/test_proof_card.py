"""Is this paper real: judged in the window by a code or a picture, with this event's key or another one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import an_empty_event
from pytestqt.qtbot import QtBot

from hackdesk.documents.actions import signing_key
from hackdesk.documents.proof import Statement, new_key_pair, printed_key, signed_code
from hackdesk.event.store import Event
from ui.desk import Desk
from ui.pages.documents.page import DocumentsPage
from ui.pages.documents.proof_card import ProofCard

MARI = Statement("winner", "2026-0047", "Mari Tamm", "Peaauhind", "Loometalgud", "14.–15. november 2026")


@pytest.fixture
def event(tmp_path: Path) -> Iterator[Event]:
    made = an_empty_event(tmp_path)
    yield made
    made.close()


@pytest.fixture
def card(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[ProofCard]:
    page = DocumentsPage(desk)
    page.show()
    qtbot.waitUntil(lambda: desk.waiting == 0)
    page.real.click()
    yield page.real.card
    page.leave()


def test_a_real_code_says_what_was_issued(card: ProofCard, event: Event, qtbot: QtBot) -> None:
    assert card.isVisible()
    card.code.setText(signed_code(MARI, signing_key(event).private))
    card.code.returnPressed.emit()
    qtbot.waitUntil(lambda: card.sentences[:1] == ("This is real.",))
    assert card.sentences[1:3] == ("Diploma 2026-0047 for Mari Tamm", "Peaauhind")


def test_a_code_of_another_event_is_real_with_its_key_only(card: ProofCard, event: Event, qtbot: QtBot) -> None:
    other = new_key_pair()
    signing_key(event)
    card.code.setText(signed_code(MARI, other.private))
    card.look_button.click()
    qtbot.waitUntil(lambda: "This is not real" in " ".join(card.sentences))
    card.key.setText(printed_key(other.public))
    card.look_button.click()
    qtbot.waitUntil(lambda: card.sentences[:1] == ("This is real.",))


def test_what_cannot_be_judged_is_told(card: ProofCard, event: Event, qtbot: QtBot, tmp_path: Path) -> None:
    card.code.setText("HD1:ABC")
    card.look_button.click()
    qtbot.waitUntil(lambda: "not signed anything yet" in " ".join(card.sentences))
    signing_key(event)
    (tmp_path / "words.png").write_text("no picture")
    card.take(tmp_path / "words.png")
    qtbot.waitUntil(lambda: "no picture" in " ".join(card.sentences))
