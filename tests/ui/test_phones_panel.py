"""The Phones panel: off until switched on, who was heard, off again with the window. Real requests reach it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from builders import an_empty_event
from phone_client import Phone
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown import shown

from hackdesk import laptop
from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.access_queries import access
from hackdesk.jury.rules import Criterion, Juror
from hackdesk.language import language
from hackdesk.phones.contacts import Contact
from hackdesk.phones.wifi import wifi_text
from hackdesk.teams.tables import TeamRow
from ui.addresses import HERE, Address, addresses
from ui.desk import Desk
from ui.opening import open_event
from ui.pages.jury.page import JuryPage
from ui.pages.jury.phones_now import heard_words
from ui.pages.jury.phones_panel import PhonesPanel
from ui.pages.jury.reach_lines import Reach, steps
from ui.phones import FIRST_PORT, door_of
from ui.text import speak
from ui.widgets.empty_state import EmptyState
from ui.window import Window

NOW = datetime(2026, 11, 15, 13, 0, tzinfo=UTC)


def fill(event: Event, *jurors: str) -> None:
    """One criterion, two teams and these jurors."""
    with event.change("fill") as session:
        session.add_all([TeamRow(name="Bus"), TeamRow(name="Care", position=1)])
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    for name in jurors:
        actions.add_juror(event, Juror(uuid4(), name))


@pytest.fixture
def page(event: Event, desk: Desk, qtbot: QtBot) -> Iterator[JuryPage]:
    made = JuryPage(desk)
    with shown(made, event, qtbot):
        yield made
        door_of(desk).close()
        qtbot.waitUntil(lambda: desk.waiting == 0)


def the_panel(page: JuryPage, qtbot: QtBot) -> PhonesPanel:
    page.show_panel("phones")
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    panel = page.panel
    assert isinstance(panel, PhonesPanel)
    return panel


def switched_on(page: JuryPage, qtbot: QtBot) -> PhonesPanel:
    """Let phones in on this laptop only, as somebody does it who tries."""
    panel = the_panel(page, qtbot)
    panel.door_card.addresses.setCurrentIndex(panel.door_card.addresses.count() - 1)
    panel.door_card.addresses.activated.emit(panel.door_card.addresses.count() - 1)
    panel.door_card.button.click()
    qtbot.waitUntil(lambda: panel.door.on and page.desk.waiting == 0)
    return panel


def answers(address: str) -> bool:
    """Whether anything is served there."""
    try:
        return Phone(address).get("/hello").status == 200
    except OSError:
        return False


def in_row(panel: PhonesPanel, number: int) -> list[str]:
    model = panel.phones.table.model()
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_without_jurors_the_panel_says_the_next_step(page: JuryPage, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    state = panel.findChild(EmptyState)
    assert state is not None and state.isVisible()
    with qtbot.waitSignal(page.wants) as wanted:
        state.button.click()
    assert wanted.args == ["prepare", "jurors"]


def test_phones_are_off_until_somebody_lets_them_in(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall")
    panel = the_panel(page, qtbot)
    assert not panel.door.on
    assert panel.door_card.state.text == "Off"
    assert panel.phones.card.show_button.isHidden()
    assert access(event) == {}


def test_a_juror_gets_in_by_the_code_on_the_screen(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall", "Jaan")
    panel = switched_on(page, qtbot)
    qtbot.keyClick(panel.phones.table, Qt.Key.Key_Return)
    card = panel.phones.card
    assert card.code.isVisible() and card.code.text.startswith(panel.door.address + "/j/")
    card.pin_button.click()
    qtbot.waitUntil(lambda: card.pin_told.isVisible())
    phone = Phone(panel.door.address)
    assert "Bus" in phone.come_in(card.code.text, card.pin_told.text()).text
    assert phone.send(urlsplit(card.code.text).path + "/pulse", {"unsent": 2}).status == 200
    qtbot.waitUntil(lambda: in_row(panel, 0)[-1] == "set")
    panel.tick()
    name, heard, unsent, _handed_in, pin = in_row(panel, 0)
    assert (name, unsent, pin) == ("Mall", "2", "set")
    assert heard.endswith("s ago")
    assert in_row(panel, 1)[1] == "not yet"


def test_another_juror_hides_the_code_and_the_pin_of_the_one_before(
    event: Event, page: JuryPage, qtbot: QtBot
) -> None:
    fill(event, "Mall", "Jaan")
    panel = switched_on(page, qtbot)
    card = panel.phones.card
    card.show_button.click()
    card.pin_button.click()
    qtbot.waitUntil(lambda: card.pin_told.isVisible())
    qtbot.keyClick(panel.phones.table, Qt.Key.Key_Down)
    assert card.title.text() == "Jaan"
    assert (card.code.text, card.code.isHidden(), card.pin_told.isHidden()) == ("", True, True)


def test_a_new_link_shuts_out_the_old_one(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall")
    panel = switched_on(page, qtbot)
    old = panel.door.link(access(event)[queries.jurors(event)[0].id].secret)
    panel.phones.card.link_button.click()
    qtbot.waitUntil(lambda: "new link" in page.toast.text.lower())
    assert Phone(panel.door.address).get(urlsplit(old).path).status == 404


def test_a_lost_phone_is_freed_for_the_next_one(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall")
    panel = switched_on(page, qtbot)
    juror = queries.jurors(event)[0].id
    card = panel.phones.card
    assert card.free_button.isHidden()
    actions.take_over(event, juror, "Android-0123456789ab")
    qtbot.waitUntil(lambda: card.free_button.isVisible())
    card.free_button.click()
    qtbot.waitUntil(lambda: access(event)[juror].device == "")


def test_a_juror_who_comes_later_gets_a_link_by_themselves(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall")
    panel = switched_on(page, qtbot)
    actions.add_juror(event, Juror(uuid4(), "Late"))
    qtbot.waitUntil(lambda: len(panel.phones.table.rows) == 2 and bool(panel.phones.table.rows[1].access.secret))


def test_switched_off_nothing_answers_any_more(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    fill(event, "Mall")
    panel = switched_on(page, qtbot)
    address = panel.door.address
    assert answers(address)
    panel.door_card.button.click()
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    assert not answers(address)
    assert (panel.door.on, panel.door_card.state.text) == (False, "Off")
    host, port = address.removeprefix("http://").split(":")
    with socket.create_server((host, int(port))):
        pass


def test_the_next_free_port_is_taken(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    try:
        first = socket.create_server((HERE, FIRST_PORT))
    except OSError:
        pytest.skip(f"another program has port {FIRST_PORT}, which comes to the same")
    panel = switched_on(page, qtbot)
    first.close()
    assert int(panel.door.address.rsplit(":", 1)[1]) > FIRST_PORT


def test_the_port_that_stands_on_printed_cards_is_tried_first_and_another_address_is_told(
    page: JuryPage, qtbot: QtBot
) -> None:
    host = addresses()[0].host
    if host == HERE:
        pytest.skip("this machine is in no network")
    laptop.change(phones_address=f"http://{host}:{FIRST_PORT + 7}")
    panel = the_panel(page, qtbot)
    panel.door_card.button.click()
    qtbot.waitUntil(lambda: panel.door.on)
    assert panel.door.address == laptop.load().phones_address == f"http://{host}:{FIRST_PORT + 7}"
    assert "cards" not in panel.door_card.said.text()
    panel.door_card.button.click()
    qtbot.waitUntil(lambda: page.desk.waiting == 0)
    laptop.change(phones_address="http://192.168.7.7:8080")
    panel.door_card.button.click()
    qtbot.waitUntil(lambda: panel.door.on)
    assert "printed for http://192.168.7.7:8080" in panel.door_card.said.text()


def test_an_address_that_went_away_is_told(page: JuryPage, qtbot: QtBot) -> None:
    panel = the_panel(page, qtbot)
    panel.door.open("192.0.2.77")
    qtbot.waitUntil(lambda: page.notice.isVisible())
    assert "192.0.2.77 is not an address of this laptop now." in page.notice.sentence
    assert not panel.door.on and panel.door_card.button.isEnabled()


def test_the_trial_page_tells_the_laptop_that_a_phone_came(event: Event, page: JuryPage, qtbot: QtBot) -> None:
    panel = switched_on(page, qtbot)
    panel.show_part("reach")
    assert panel.reach.try_card.code.text == panel.door.address + "/hello"
    assert answers(panel.door.address)
    panel.tick()
    assert panel.reach.lines[3].sentence.text().startswith("A phone reached us at")


def test_the_window_says_on_every_page_that_phones_are_on_and_takes_the_way_in_along(
    tmp_path: Path, qtbot: QtBot
) -> None:
    made = an_empty_event(tmp_path)
    fill(made, "Mall")
    made.close()
    window = Window(open_event(made.path, "desk"))
    window.show()
    door_of(window.desk).open(HERE)
    qtbot.waitUntil(lambda: door_of(window.desk).on and window.desk.waiting == 0)
    address = door_of(window.desk).address
    assert window._status.phones.isVisible()
    assert window._status.phones.text == f"Phones on · {address.removeprefix('http://')}"
    window.build_anew()  # another language or look: phones notice nothing of it
    assert answers(address)
    qtbot.waitUntil(window._status.phones.isVisible)
    with qtbot.waitSignal(window.left):
        window.close()
    assert not answers(address)


def test_a_window_that_closes_while_the_way_opens_shuts_it(tmp_path: Path, qtbot: QtBot) -> None:
    made = an_empty_event(tmp_path)
    made.close()
    window = Window(open_event(made.path, "desk"))
    window.show()
    qtbot.waitUntil(lambda: window.desk.waiting == 0)
    door_of(window.desk).open(HERE)
    serving = door_of(window.desk)._serving
    with qtbot.waitSignal(window.left):
        window.close()
    assert serving == []


@pytest.mark.parametrize(
    ("seconds", "unsent", "finished", "said"),
    [
        (12, 0, False, ("12 s ago", "accent")), (70, 0, False, ("1 min ago", "plain")),
        (200, 0, False, ("3 min ago: look", "warn")), (200, 0, True, ("3 min ago", "plain")),
        (200, 1, True, ("3 min ago: look", "warn")), (7300, 0, True, ("2 hours ago", "plain")),
    ],
)  # fmt: skip
def test_the_last_contact_in_words(seconds: int, unsent: int, finished: bool, said: tuple[str, str]) -> None:
    contact = Contact(uuid4(), "x", NOW - timedelta(seconds=seconds), unsent)
    assert heard_words(contact, NOW, on=True, finished=finished) == said


def test_the_network_helper_says_what_is_to_be_done_next() -> None:
    wifi = Address("192.168.1.5", "wlan0", "wifi")
    off = Reach((wifi, Address(HERE)), wifi.host)
    on = replace(off, address="http://192.168.1.5:8081", on_since=NOW, now=NOW + timedelta(seconds=5))
    late, gone = replace(on, now=NOW + timedelta(seconds=61)), replace(on, addresses=(Address(HERE),))
    assert [state for state, *_words in steps(off)] == ["good", "open", "open", "open"]
    assert [state for state, *_words in steps(on)] == ["good", "good", "wait", "wait"]
    assert [state for state, *_words in steps(late)] == ["good", "good", "wait", "look"]
    assert steps(gone)[0][0] == "bad" and "192.168.1.5" in steps(gone)[0][2]
    assert steps(replace(off, host=HERE))[0][0] == "look"
    assert [state for state, *_words in steps(replace(late, greeted_at=NOW))] == ["good"] * 4


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_the_firewall_is_told_as_the_system_has_it(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    said = steps(Reach((), "192.168.1.5", "http://192.168.1.5:8081"))[2][2]
    assert {"win32": "Windows asks", "darwin": "macOS may ask", "linux": "ufw allow 8081/tcp"}[system] in said


def test_every_address_has_its_adapter_in_words_and_the_laptop_itself_comes_last() -> None:
    found = addresses()
    assert found[-1] == Address(HERE)
    assert Address("10.42.0.1", "wlan0", "hotspot").words == "Own hotspot wlan0 · 10.42.0.1"
    speak("et")
    assert Address("192.168.1.5", "wlan0", "wifi").words == "WiFi wlan0 · 192.168.1.5"


def test_the_wifi_code_is_kept_on_this_laptop_and_escapes_what_phones_would_misread(
    page: JuryPage, qtbot: QtBot
) -> None:
    card = the_panel(page, qtbot).reach.wifi_card
    card.name.setText("Hall; 2:1")
    card.password.setText('a"b\\c,d')
    card.password.editingFinished.emit()
    assert card.code.text == 'WIFI:T:WPA;S:Hall\\; 2\\:1;P:a\\"b\\\\c\\,d;;'
    assert (laptop.load().wifi_name, laptop.load().wifi_password) == ("Hall; 2:1", 'a"b\\c,d')
    assert wifi_text("Open", "") == "WIFI:T:nopass;S:Open;;"
    assert wifi_text("", "x") == ""
