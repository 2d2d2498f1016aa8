"""A card for each juror: the way in, whole names, a code that is read, and a PIN only where it was just made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from builders import STRANGE_NAME

from hackdesk import laptop
from hackdesk.documents.drawing import draw
from hackdesk.documents.juror_card_values import JurorCard, JurorCards
from hackdesk.documents.juror_cards_of import juror_cards_of
from hackdesk.documents.kinds import KINDS, print_kind
from hackdesk.documents.rules import Masthead, NothingToPrint, PrinterProfile
from hackdesk.event.store import Event
from hackdesk.jury import actions
from hackdesk.jury.rules import Juror

Pages = Callable[[Path], list]
LINK = "http://192.168.137.1:8080/j/kX3v9Qp_2sWm7TzYb1LcR"


@pytest.fixture
def cards(masthead: Masthead) -> JurorCards:
    """Five jurors, who need two pages."""
    names = ("Mall Kõpp", STRANGE_NAME, "Eve Rohtla", "Maximilian-Aleksander Konstantinopolskaja-Õunapuu", "Jānis")
    made = tuple(
        JurorCard(uuid4(), name, "Võrumaa Arenduskeskus", f"{LINK}{number}", has_pin=True)
        for number, name in enumerate(names)
    )
    return JurorCards(masthead, made, "HackDesk", "vastseliina26")


def drawn(cards: JurorCards, folder: Path, tag: str = "et") -> Path:
    return draw("juror_cards", cards, tag, PrinterProfile(), folder / "cards.pdf").path


def test_every_code_is_read_from_the_page_and_is_the_jurors_own(
    cards: JurorCards, tmp_path: Path, scanned: Callable[[Path], Iterator[str]]
) -> None:
    assert set(scanned(drawn(cards, tmp_path))) == {f"{LINK}{number}" for number in range(4)}


def test_names_and_links_are_whole_and_inside_the_paper(cards: JurorCards, tmp_path: Path, pages: Pages) -> None:
    read = pages(drawn(cards, tmp_path))
    assert len(read) == 2
    assert [page.outside for page in read] == [(), ()]
    text = " ".join(page.text for page in read).replace("- ", "-")
    for card in cards.cards:
        assert " ".join(card.name.split()) in text
        assert card.link in text
    assert "„HackDesk“" in text and "vastseliina26" in text


def test_a_pin_is_on_the_card_only_where_it_was_made_just_now(
    cards: JurorCards, tmp_path: Path, pages: Pages
) -> None:
    first = cards.cards[0]
    with_pin = pages(drawn(cards.with_pins({first.juror_id: "4071"}), tmp_path))
    assert "4071" in with_pin[0].text
    assert "4071" not in pages(drawn(cards, tmp_path))[0].text


def test_without_an_address_the_card_says_where_the_link_is(
    cards: JurorCards, tmp_path: Path, pages: Pages, scanned: Callable[[Path], Iterator[str]]
) -> None:
    bare = replace(cards, cards=tuple(replace(card, link="") for card in cards.cards))
    path = drawn(bare, tmp_path, "en")
    assert list(scanned(path)) == []
    assert "The link is on the laptop’s screen" in pages(path)[0].text
    assert bare.concern.startswith("Without the codes")


def test_from_the_event_come_links_and_never_a_pin(
    empty_event: Event, tmp_path: Path, scanned: Callable[[Path], Iterator[str]], pages: Pages
) -> None:
    for name in ("Mall", "Jaan"):
        actions.add_juror(empty_event, Juror(uuid4(), name))
    actions.add_juror(empty_event, Juror(uuid4(), "Eve", state="absent"))
    laptop.change(phones_address="http://10.42.0.1:8080", wifi_name="Žürii")
    pins = actions.new_pins(empty_event, [card.juror_id for card in juror_cards_of(empty_event).cards])
    path = print_kind(empty_event, "juror_cards", tmp_path / "cards.pdf").path
    secrets = actions.make_links(empty_event)
    found = set(scanned(path))
    assert len(found) == 2
    assert found <= {f"http://10.42.0.1:8080/j/{secret}" for secret in secrets.values()}
    assert {card.pin for card in juror_cards_of(empty_event).cards} == {""}
    assert "Eve" not in pages(path)[0].text
    assert len(pins) == 2


def test_they_are_private_and_need_a_juror(empty_event: Event) -> None:
    assert KINDS["juror_cards"].private
    with pytest.raises(NothingToPrint):
        juror_cards_of(empty_event)
