"""The feedback form on phones: one press sends it, nothing tells whose it is, and a second one is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from phone_client import Phone, PhoneJury

from hackdesk.event.settings import change_settings, settings_of
from hackdesk.follow_up.actions import word_questions
from hackdesk.follow_up.forms_queries import what_people_said
from hackdesk.follow_up.tables import FormAnswerRow
from hackdesk.language import language
from hackdesk.people.actions import add_groups
from hackdesk.phones.server import Phones

MARKS = {"q-met": "5", "q-learnt": "4", "q-real": "2", "q-again": "5"}


@pytest.fixture
def phone(jury: PhoneJury, served: Phones) -> Phone:
    with jury.event.change("groups") as session:
        add_groups(session, language("en"))
    return Phone(served.address)


def kept(jury: PhoneJury) -> list[tuple[str, dict[str, object], str]]:
    """What is in the file."""
    with jury.event.read() as session:
        return [(row.group, row.answers, row.way) for row in session.query(FormAnswerRow)]


def test_a_form_is_sent_without_a_script_and_without_a_name(phone: Phone, jury: PhoneJury) -> None:
    page = phone.get("/f")
    assert page.status == 200 and "<script" not in page.text and "I would come again." in page.text
    assert phone.post("/f", group="expert", sending="a1", **MARKS, **{"q-better": " More\n time "}).status == 303
    assert "it is in" in phone.get("/f/in").text
    said = {"met": 5, "learnt": 4, "real": 2, "again": 5, "better": "More time"}
    assert kept(jury) == [("expert", said, "phone")]


def test_what_stays_on_the_phone_is_the_same_on_every_phone(phone: Phone, served: Phones) -> None:
    other = Phone(served.address)
    for one in (phone, other):
        one.get("/f")
        one.post("/f", sending="", **MARKS)
    assert phone.cookies["hackdesk-form"] == other.cookies["hackdesk-form"] == "sent"
    assert set(phone.cookies) == {"hackdesk-form", "hackdesk-visit"}


def test_a_second_form_of_a_phone_is_asked_about_first(phone: Phone, jury: PhoneJury) -> None:
    phone.get("/f")
    phone.post("/f", sending="a1", **MARKS)
    asked = phone.get("/f")
    assert "Another person on this phone" in asked.text and "q-met" not in asked.text
    refused = phone.post("/f", sending="a2", **MARKS)
    assert refused.status == 409 and len(kept(jury)) == 1
    assert "q-met" in phone.get("/f?another=1").text
    assert phone.post("/f", another="1", sending="a3", **MARKS).status == 303
    assert what_people_said(jury.event).forms == 2


def test_what_a_bad_network_sends_twice_is_one_form(phone: Phone, jury: PhoneJury) -> None:
    phone.get("/f")
    assert [phone.post("/f", another="1", sending="a1", **MARKS).status for _time in range(2)] == [303, 303]
    assert len(kept(jury)) == 1


def test_an_empty_form_and_a_mark_that_is_none_are_refused_and_what_was_filled_in_stays(
    phone: Phone, jury: PhoneJury
) -> None:
    phone.get("/f")
    empty = phone.post("/f", group="youth", sending="a1")
    assert empty.status == 409 and "Nothing is filled in" in empty.text
    assert 'value="youth" checked' in empty.text
    for mark in ("7", "0", "-1", "\u0663", "11", "x"):
        wrong = phone.post("/f", sending="a1", **{**MARKS, "q-met": mark})
        assert wrong.status == 409 and "is no mark" in wrong.text
    assert kept(jury) == []


def test_a_group_that_is_none_counts_as_not_named_and_long_words_are_shortened(
    phone: Phone, jury: PhoneJury
) -> None:
    phone.get("/f")
    phone.post("/f", group="<script>", sending="a1", **{"q-better": "é" * 2400})
    ((group, said, _way),) = kept(jury)
    assert group == "" and said == {"better": "é" * 2000}


def test_a_forged_form_is_refused(phone: Phone, jury: PhoneJury, served: Phones) -> None:
    phone.get("/f")
    phone.token = "0" * 40
    assert phone.post("/f", **MARKS).status == 403
    stranger = Phone(served.address)
    assert stranger.post("/f", **MARKS).status == 403
    phone.get("/f")
    body = f"token={phone.token}&q-met=5".encode()
    form = "application/x-www-form-urlencoded"
    assert phone.ask("POST", "/f", body, Content_Type=form, Origin="http://example.com").status == 403
    assert kept(jury) == []


def test_a_phone_that_sends_many_is_told_to_wait(phone: Phone, jury: PhoneJury) -> None:
    phone.get("/f")
    told = [phone.post("/f", another="1", sending=str(number), **MARKS).status for number in range(8)]
    assert told[:6] == [303] * 6 and 429 in told
    assert len(kept(jury)) == told.count(303)


def test_the_events_own_questions_are_asked_and_no_markup_gets_through(phone: Phone, jury: PhoneJury) -> None:
    word_questions(jury.event, {"met": "Did you meet <b>somebody</b> new?"})
    page = phone.get("/f").text
    assert "Did you meet &lt;b&gt;somebody&lt;/b&gt; new?" in page


def test_a_file_that_was_taken_elsewhere_asks_nobody(phone: Phone, jury: PhoneJury) -> None:
    change_settings(jury.event, replace(settings_of(jury.event), jury_trip={"trip": "1"}))
    assert phone.get("/f").status == 404 and phone.get("/f/in").status == 404


def test_nothing_of_the_event_but_its_questions_is_told(phone: Phone, jury: PhoneJury) -> None:
    told = phone.get("/f").text + phone.get("/f/in").text
    secrets = [*(juror.name for juror in jury.jurors), *jury.secrets.values()]
    assert not any(secret in told for secret in secrets) and "Village bus" not in told
