"""What strangers, forged pages and curious jurors get: nothing."""

from __future__ import annotations

import contextlib
import re
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from builders import FakeClock
from phone_client import Answer, Phone, PhoneJury, begin, revision

from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Sheet
from hackdesk.people.badge_codes import new_badge_code
from hackdesk.people.tables import PersonRow
from hackdesk.phones.limits import Limit
from hackdesk.phones.server import Phones
from hackdesk.resources import resource

MALL, JAAN = "Mall Kõpp", "Jaan Tamm"
Link = Callable[[str], str]
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
}


def raw(served: Phones, text: str) -> str:
    """What comes back to bytes as they are."""
    where = urlsplit(served.address)
    with socket.create_connection((where.hostname or "", where.port or 80), 5) as connection:
        connection.sendall(text.replace("\n", "\r\n").encode())
        found = b""
        while more := connection.recv(65536):
            found += more
    return found.decode()


@pytest.fixture
def path(link: Link) -> str:
    return urlsplit(link(MALL)).path


def every_kind_of_answer(mall: Phone, path: str) -> list[Answer]:
    """One answer of each kind: pages, scripts, styles, refusals."""
    told = begin(mall.get(path).text)
    team = told["ballots"][0]["team"]
    return [
        mall.get(path),
        mall.get("/"),
        mall.get("/h"),
        mall.get("/hello"),
        mall.get("/j/"),
        mall.get("/j/nobody"),
        mall.get("/assets/page.css"),
        mall.get("/assets/page.js"),
        mall.get("/assets/"),
        mall.get("/assets/pin.html"),
        mall.get("/assets/..%2f..%2fmain.py"),
        mall.get(path + "/ballots"),
        mall.send(path + "/pulse", {"unsent": 0}),
        mall.send(path + "/pulse", "what"),
        mall.send(f"{path}/revision/{team}", revision(told, 1, 3)),
        mall.send(f"{path}/revision/{team}", revision(told, 2, 77)),
        mall.send(path + "/pulse", {"unsent": 0}, X_Token="0" * 40),
        mall.ask("DELETE", path),
        mall.ask("OPTIONS", path),
        Phone(mall.address).get(path),
    ]


def test_every_answer_carries_the_headers_and_names_no_program(mall: Phone, path: str) -> None:
    for answer in every_kind_of_answer(mall, path):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
        told = (answer.text + str(answer.headers)).lower()
        assert not re.search("werkzeug|waitress|flask|python|traceback|server:|'server'", told)


def test_a_broken_request_names_no_program_either(served: Phones) -> None:
    for text in ("GARBAGE\n\n", "GET / HTTP/1.1\nHost: x\nContent-Length: nine\n\n", "GET http://[ HTTP/1.0\n\n"):
        assert not re.search("werkzeug|waitress|flask|python", raw(served, text).lower())


def test_pages_hold_no_script_and_no_style_of_their_own() -> None:
    for template in resource("phones").glob("*.html"):
        text = template.read_text("utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:|https?://", text), template.name
        inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", text)
        assert all('type="application/json"' in one for one in inline), template.name


def test_scripts_are_of_an_old_language_and_ask_nobody_else() -> None:
    for script in resource("phones").glob("*.js"):
        if script.name == "qrcode.js":  # comes from elsewhere as it is
            continue
        text = script.read_text("utf-8")
        modern = r"=>|\blet\b|\bconst\b|`|\basync\b|\bawait\b|\bfetch\(|\bclass\b \w+ \{|serviceWorker|https?://"
        assert not re.search(modern, re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)), script.name
        made_of_text = r'innerHTML\s*\+?=(?!\s*"";)|outerHTML|insertAdjacentHTML|eval\(|document\.write'
        assert not re.search(made_of_text, text), script.name


def test_cookies_are_for_this_page_only(served: Phones, jury: PhoneJury, link: Link) -> None:
    phone = Phone(served.address)
    first = phone.get(urlsplit(link(MALL)).path).headers["Set-Cookie"]
    second = phone.post(urlsplit(link(MALL)).path, pin=jury.pins[jury.juror(MALL).id]).headers["Set-Cookie"]
    for cookie in (first, second):
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
    assert f"Path={urlsplit(link(MALL)).path}" in second and jury.pins[jury.juror(MALL).id] not in second


def test_a_foreign_name_for_this_address_gets_nothing(mall: Phone, path: str) -> None:
    for host in ("evil.example", "evil.example:80", "localhost", "127.0.0.1", ""):
        answer = mall.get(path, Host=host)
        assert answer.status == 400 and "Village bus" not in answer.text


def test_forged_posts_change_nothing(jury: PhoneJury, mall: Phone, path: str) -> None:
    told, before = begin(mall.get(path).text), jury.event.head()
    target = f"{path}/revision/{told['ballots'][0]['team']}"
    sent = revision(told, 1, 3)
    stranger = Phone(mall.address)
    stranger.get(path)
    forged = [
        mall.send(target, sent, Origin="http://evil.example"),
        mall.send(target, sent, Sec_Fetch_Site="cross-site"),
        mall.send(target, sent, X_Token=""),
        mall.send(target, sent, X_Token=stranger.token),
        mall.send(target, sent, Cookie=f"hackdesk-juror={mall.cookies['hackdesk-juror']}"),
        mall.ask("POST", path, b"pin=1234", Content_Type="application/x-www-form-urlencoded"),
    ]
    assert {answer.status for answer in forged} == {403} and jury.event.head() == before
    assert mall.send(target, sent, Origin=mall.address).status == 200


def test_a_forged_or_foreign_cookie_lets_nobody_in(
    jury: PhoneJury, served: Phones, mall: Phone, link: Link
) -> None:
    jaan = Phone(served.address, cookies=dict(mall.cookies))
    assert "Village bus" not in jaan.get(urlsplit(link(JAAN)).path).text
    told = jaan.cookies["hackdesk-juror"]
    # Not the last sign: some of its bits are none of the signature's, and another sign may mean the same.
    forged_sign = "A" if told[-5] != "A" else "B"
    for forged in (told[:-5] + forged_sign + told[-4:], "", "x.y.z", told.partition(".")[0]):
        stranger = Phone(served.address, cookies={"hackdesk-juror": forged})
        assert "Village bus" not in stranger.get(urlsplit(link(MALL)).path).text
        assert stranger.get(urlsplit(link(MALL)).path + "/ballots").status == 401


def test_what_is_too_large_is_refused(jury: PhoneJury, mall: Phone, path: str) -> None:
    before = jury.event.head()
    for size in (17 * 1024, 70 * 1024):
        target = f"{path}/revision/{begin(mall.get(path).text)['ballots'][0]['team']}"
        with contextlib.suppress(OSError):  # cut off before all of it was sent, which is as good
            assert mall.send(target, {"marks": {}, "note": "n" * size}).status == 413
    assert jury.event.head() == before


def test_other_methods_and_places_are_not_told_apart(mall: Phone, path: str) -> None:
    found = {mall.get(place).text for place in (path + "/x", "/j/x", "/a", "/assets", "/assets/frame.html")}
    assert len(found) == 1 and mall.get(path + "/pulse").status == 404
    assert mall.get("/").status == 404 and "Open the link on your card" in mall.get("/").text


def test_a_link_that_is_nobodys_is_tried_a_few_times_only(served: Phones) -> None:
    phone = Phone(served.address)
    answers = [phone.get(f"/j/guess{number}") for number in range(25)]
    assert answers[0].status == 404 and answers[-1].status == 429
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_who_asks_too_often_waits(mall: Phone, path: str) -> None:
    answers = (mall.send(path + "/pulse", {"unsent": 0}) for _each in range(400))
    refused = next(answer for answer in answers if answer.status == 429)
    assert refused.json["refused"] == "wait" and refused.json["seconds"] >= 1


def test_a_bucket_fills_up_again() -> None:
    clock = FakeClock()
    limit = Limit(2, 0.5, clock.monotonic)
    assert [limit.wait("a"), limit.wait("a"), limit.wait("b")] == [0, 0, 0]
    assert limit.wait("a") == 2.0 and limit.spent("b") == 0
    clock.forward(seconds=2)
    assert limit.wait("a") == 0


def test_a_juror_sees_nothing_of_others_and_no_private_detail(
    jury: PhoneJury, mall: Phone, path: str
) -> None:
    private = fill_with_private_details(jury)
    pages = [answer.text for answer in every_kind_of_answer(mall, path)]
    own = jury.secrets[jury.juror(MALL).id]
    for text in pages:
        for detail in private:
            assert detail not in text
        assert own not in text.replace(path, "")
    told = [mall.get(path + "/ballots").json, begin(mall.get(path).text)]
    assert {mark for one in told for ballot in one["ballots"] for mark in ballot["marks"].values()} == {"3"}


def fill_with_private_details(jury: PhoneJury) -> list[str]:
    """Words that no page may hold: people, other jurors with their marks and notes, PINs, links."""
    jaan, team = jury.juror(JAAN), queries.progress(jury.event).judging.teams[0]
    with jury.event.change("people") as session:
        session.add(PersonRow(
            code=new_badge_code(set()), given_name="Xaver", family_name="Yxkull", email="xaver@private.example",
            phone="+372 5550 1234", organisation="Yxkull OÜ",
        ))  # fmt: skip
    marks = {one.id: one.highest for one in queries.criteria(jury.event)}
    sheet = Sheet(marks, note="Well sung, all of you")
    actions.hand_in_ballot(jury.event, jaan.id, team.id, sheet, seen=0)
    return [
        "Xaver", "Yxkull", "private.example", "5550", JAAN, str(jaan.id), "Well sung", jury.secrets[jaan.id],
        actions.phones_key(jury.event), "argon2",
    ]  # fmt: skip


def test_a_mistake_of_ours_is_told_in_a_sentence_and_logged_without_secrets(
    jury: PhoneJury, mall: Phone, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    with jury.event.change("break it") as session:
        from hackdesk.jury.tables import CriterionRow

        for row in session.query(CriterionRow):
            row.weight = row.weight * 0  # shares cannot be worked out
    answer = mall.get(path)
    assert answer.status == 500 and "our mistake" in answer.text and "Traceback" not in answer.text
    assert "ZeroDivisionError" in caplog.text and path not in caplog.text and MALL not in caplog.text


def test_a_hall_full_of_idle_connections_keeps_nobody_out(served: Phones, mall: Phone, path: str) -> None:
    where = urlsplit(served.address)
    idle = [socket.create_connection((where.hostname or "", where.port or 80), 5) for _each in range(200)]
    try:
        assert mall.send(path + "/pulse", {"unsent": 0}).status == 200
    finally:
        for connection in idle:
            connection.close()
