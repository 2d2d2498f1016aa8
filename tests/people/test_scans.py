"""What a scan holds: a badge, a ticket, and what it says about the scanner."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hackdesk.event.store import Event
from hackdesk.people import actions, queries
from hackdesk.people.badge_codes import NotABadge, new_badge_code
from hackdesk.people.rules import ArrivalKind, Draft
from hackdesk.people.scans import CAMERA, PAUSE, TAB, Scan, Stroke, findings, ticket_in

CODE = "AZY7M2S"
SECRET = "z3fSn8jYufm5kpK768q69gkbyr5f4h6w"
RUSSIAN = dict(zip("AZY7M2S]Q3", "ФЯН7Ь2ЫъЙ3", strict=True))


def scan(text: str, keys: str, *, gap: int = 8, ended_by: str = TAB) -> Scan:
    """A scan of keys whose text came out otherwise; gap: milliseconds between two keys."""
    texts = text if len(text) == len(keys) else " " * len(keys)
    strokes = tuple(
        Stroke(30, sign, out, 1000 + gap * number)
        for number, (sign, out) in enumerate(zip(keys, texts, strict=True))
    )
    return Scan(text, strokes, ended_by, 1000 + gap * len(keys))


def test_the_keys_are_read_where_the_text_is_garbled() -> None:
    garbled = scan("ФЯН7Ь2Ы", CODE)
    assert garbled.code == CODE and garbled.fast and garbled.readings == ("ФЯН7Ь2Ы", CODE)


def test_what_a_machine_sent_may_begin_with_anything_and_what_a_hand_typed_may_not() -> None:
    assert scan("]Q3" + CODE, "]Q3" + CODE).code == CODE
    assert scan("anu ]Q3" + CODE, "]Q3" + CODE).code == CODE
    assert scan("]Q3" + CODE, "]Q3" + CODE, gap=120).code == ""
    assert scan(CODE, CODE, gap=120).code == CODE


def test_hands_are_slower_than_scanners() -> None:
    assert not scan(CODE, CODE, gap=70).fast
    assert not replace(scan("anu kuusk", "anu kuusk"), ended_at=2000).fast  # read before Enter was pressed
    assert not Scan(CODE).fast and Scan(CODE, ended_by=CAMERA).fast


@pytest.mark.parametrize(
    ("readings", "found"),
    [
        ((SECRET,), SECRET),
        (("я3аы", SECRET), SECRET),
        ((f"]Q1{SECRET}",), SECRET),
        ((f"https://tickets.example/{SECRET}",), SECRET),
        ((SECRET.swapcase(),), SECRET),
        ((f"]q1{SECRET.swapcase()}",), SECRET),
        (("aBcDeF12",), "aBcDeF12"),
        (("ABCDEF12",), ""),  # it could be either
        (("kuusk",), ""),
        (("", "  "), ""),
    ],
)
def test_a_ticket_is_found_in_its_own_case_first(readings: tuple[str, ...], found: str) -> None:
    assert ticket_in(readings, ["", "usk", SECRET, "aBcDeF12", "AbCdEf12"]) == found


def ticket_holder(event: Event, name: str, secret: str) -> None:
    from hackdesk.people.tables import PersonRow

    person = actions.add_person(event, Draft(name))
    with event.change("ticket") as session:
        row = session.get(PersonRow, person.id)
        assert row is not None
        row.ticket_secret = secret


def test_people_come_in_with_the_ticket_they_have(event: Event) -> None:
    ticket_holder(event, "Anu", SECRET)
    ticket_holder(event, "Bert", SECRET.upper())
    ticket_holder(event, "Cilla", "family-1")
    ticket_holder(event, "Dmitri", "family-1")
    assert actions.check_in(event, ("я3а", SECRET)).person.name == "Anu"
    assert actions.check_in(event, f"]Q3{SECRET.upper()}").person.name == "Bert"
    assert actions.check_in(event, "FAMILY-1").kind is ArrivalKind.IN
    with pytest.raises(NotABadge):
        actions.check_in(event, SECRET.swapcase())  # both, so nobody


def test_a_badge_comes_in_by_whichever_reading_this_event_knows(event: Event) -> None:
    anu = actions.add_person(event, Draft("Anu"))
    other = new_badge_code({anu.code})
    assert actions.check_in(event, (other, f"]Q3{anu.code}")).person.name == "Anu"
    assert queries.person_with(event, anu.code.lower()).name == "Anu"


def test_findings_name_the_layout_caps_lock_the_prefix_and_the_end() -> None:
    keys = "]Q3" + CODE
    russian = findings(scan("".join(RUSSIAN[sign] for sign in keys).lower(), keys))
    assert (russian.code, russian.layout, russian.through_keys) == (CODE, "ru", True)
    assert (russian.caps_lock, russian.before, russian.ended_by, russian.milliseconds) == (True, "]Q3", TAB, 8)
    estonian = findings(scan("õQ3" + CODE, keys))
    assert (estonian.layout, estonian.through_keys, estonian.caps_lock) == ("et", False, False)
    assert findings(scan("AYZ7M2S", CODE)).layout == "de"
    assert findings(scan("QWYè?éS", CODE)).layout == "fr"


def test_findings_say_when_nothing_can_end_a_scan() -> None:
    assert findings(scan(CODE, CODE, ended_by=PAUSE)).ends_well
    assert not findings(scan(CODE, CODE, gap=90, ended_by=PAUSE)).ends_well
    assert not findings(Scan("zzz", (Stroke(0, "", "z", 0),))).positions
