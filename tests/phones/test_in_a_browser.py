"""The juror's page in a real browser of a phone's size: scoring, a network that goes and comes, two phones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, Page
from phone_client import PhoneJury

from hackdesk.event.store import Event
from hackdesk.event.undo import undo
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import Ballot, BallotState, Sheet
from hackdesk.phones.server import Phones

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium is installed")

MALL = "Mall Kõpp"
SAVED = "document.querySelector('.ballot:target .saved').textContent"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    made = Browser(tmp_path_factory.mktemp("browser"))
    yield made
    made.close()


@pytest.fixture
def phone(browser: Browser) -> str:
    """Mall's phone."""
    return browser.new_phone()


@pytest.fixture
def page(browser: Browser, phone: str, jury: PhoneJury, served: Phones) -> Iterator[Page]:
    """The page of Mall's phone, in the list of teams."""
    made = browser.page(phone)
    come_in(made, jury, served)
    yield made
    assert made.complaints() == []


def come_in(page: Page, jury: PhoneJury, served: Phones) -> None:
    page.open(served.link(jury.secrets[jury.juror(MALL).id]))
    page.tap("#pin")
    page.type(jury.pins[jury.juror(MALL).id])
    page.tap("button.primary")
    page.until("document.querySelector('.teams') || document.querySelector('[action$=take-over]')")


def mark(page: Page, criterion: int, mark: int) -> None:
    """Press a mark of the ballot that is seen, both counted from 1."""
    page.tap(f".ballot:target .criterion:nth-of-type({criterion}) .scale span:nth-child({mark}) label")


def saved(page: Page) -> None:
    page.until(f"/^Saved \\d\\d:\\d\\d:\\d\\d$/.test({SAVED})")


def ballot(event: Event, jury: PhoneJury) -> Ballot:
    progress = queries.progress(event)
    return progress.ballot(jury.juror(MALL).id, progress.judging.teams[0].id)


def marks(event: Event, jury: PhoneJury) -> list[int]:
    given = ballot(event, jury).marks
    return [int(given[one.id]) for one in queries.criteria(event) if one.id in given]


def test_scoring_goes_on_without_a_network_and_arrives_when_it_is_back(
    jury: PhoneJury, served: Phones, page: Page, browser: Browser, phone: str
) -> None:
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    assert marks(jury.event, jury) == [4]
    served.stop()
    mark(page, 2, 3)
    mark(page, 3, 5)
    page.until(f"{SAVED} === 'On this phone, not yet sent (1)'")
    page.until("document.body.innerText.indexOf('The laptop does not answer') >= 0")
    page.tap(".ballot:target .back")
    page.tap(".teams li:nth-child(2) a")  # without a network too
    mark(page, 1, 2)
    page.until(f"{SAVED} === 'On this phone, not yet sent (2)'")
    page.close()

    served.start()
    again = browser.page(phone)
    again.open(served.link(jury.secrets[jury.juror(MALL).id]))
    again.until("document.querySelector('#teams .saved').textContent.indexOf('Saved') === 0")
    assert marks(jury.event, jury) == [4, 3, 5]
    again.tap(".teams a")
    again.tap(".ballot:target .hand-in")
    again.until("document.body.innerText.indexOf('“Working together” has no mark yet.') >= 0")
    mark(again, 4, 1)
    again.tap(".ballot:target [name=note]")
    again.type("A first step within reach")
    again.tap(".ballot:target .hand-in")
    again.until("/Handed in \\d\\d:\\d\\d:\\d\\d/.test(document.body.innerText)")
    handed_in = ballot(jury.event, jury)
    assert (handed_in.state, handed_in.note) == (BallotState.COMPLETE, "A first step within reach")
    assert marks(jury.event, jury) == [4, 3, 5, 1]
    assert again.complaints() == []


def test_the_browser_may_be_closed_with_marks_that_were_not_sent(
    jury: PhoneJury, served: Phones, tmp_path: Path
) -> None:
    browser = Browser(tmp_path / "phone")
    page = browser.page()
    come_in(page, jury, served)
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    served.stop()
    mark(page, 2, 3)
    page.until(f"{SAVED} === 'On this phone, not yet sent (1)'")
    browser.close()
    served.start()
    browser.start()
    again = browser.page()
    again.open(served.link(jury.secrets[jury.juror(MALL).id]))
    again.until("document.querySelector('#teams .saved').textContent.indexOf('Saved') === 0")
    browser.close()
    assert marks(jury.event, jury) == [4, 3]


def test_a_ballot_is_taken_back_and_a_team_is_not_judged(jury: PhoneJury, page: Page) -> None:
    page.tap(".teams a")
    for criterion in range(1, 5):
        mark(page, criterion, criterion)
    page.tap(".ballot:target .hand-in")
    page.until("/Handed in \\d\\d:/.test(document.body.innerText)")
    page.tap(".ballot:target .take-back")
    mark(page, 1, 5)
    saved(page)
    assert (ballot(jury.event, jury).state, marks(jury.event, jury)) == (BallotState.OPEN, [5, 2, 3, 4])
    page.tap(".ballot:target summary")
    page.tap(".ballot:target .recuse")
    page.until("document.body.innerText.indexOf('Say in a few words why') >= 0")
    page.type("I work with one of them")
    page.tap(".ballot:target .recuse")
    page.until("document.body.innerText.indexOf('You do not judge this team: I work with one of them') >= 0")
    saved(page)
    assert ballot(jury.event, jury).reason == "I work with one of them"


@pytest.mark.parametrize("mine", [True, False])
def test_what_was_changed_on_the_laptop_meanwhile_is_shown_beside_and_asked(
    jury: PhoneJury, served: Phones, page: Page, mine: bool
) -> None:
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    there = ballot(jury.event, jury)
    sheet = Sheet({one.id: one.lowest for one in queries.criteria(jury.event)}, way="paper")
    actions.hand_in_ballot(jury.event, there.juror_id, there.team_id, sheet, seen=there.version)
    mark(page, 2, 3)
    page.until("document.querySelector('.ballot:target .both')")
    assert "Which of the two holds?" in page.text() and marks(jury.event, jury) == [1, 1, 1, 1]
    page.tap(".ballot:target " + (".keep-mine" if mine else ".take-theirs"))
    saved(page)
    assert page.js("document.querySelector('.ballot:target .both') === null")
    assert marks(jury.event, jury) == ([4, 3] if mine else [1, 1, 1, 1])


def test_an_undo_at_the_laptop_is_asked_about_and_not_sent_over(jury: PhoneJury, page: Page) -> None:
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    mark(page, 1, 2)
    page.until("Object.keys(localStorage).some(function (key) { return /\"sent\":2/.test(localStorage[key]); })")
    undo(jury.event, jury.event.head())
    assert marks(jury.event, jury) == [4]
    page.js("location.reload()")
    page.until("document.querySelector('.ballot:target .both')")
    assert marks(jury.event, jury) == [4]
    page.tap(".ballot:target .take-theirs")
    mark(page, 2, 5)
    page.until("Object.keys(localStorage).some(function (key) { return /\"sent\":3/.test(localStorage[key]); })")
    assert marks(jury.event, jury) == [4, 5]


def test_a_browser_that_keeps_nothing_still_sends_and_says_so(
    jury: PhoneJury, served: Phones, browser: Browser
) -> None:
    page = browser.page(browser.new_phone())
    forbidden = "Storage.prototype.setItem = function () { throw new Error('full'); };"
    page.call("Page.addScriptToEvaluateOnNewDocument", {"source": forbidden})
    come_in(page, jury, served)
    page.until("document.body.innerText.indexOf('This phone keeps nothing once the page is closed') >= 0")
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    assert marks(jury.event, jury) == [4]


def test_a_second_phone_takes_over_and_the_first_says_so(
    jury: PhoneJury, served: Phones, page: Page, browser: Browser
) -> None:
    page.tap(".teams a")
    mark(page, 1, 4)
    saved(page)
    second = browser.page(browser.new_phone())
    come_in(second, jury, served)
    assert "Another phone is used for your ballots" in second.text()
    second.tap("button.primary")
    second.tap(".teams a")
    second.until("document.querySelector('.ballot:target input:checked')")
    mark(second, 2, 2)
    saved(second)
    mark(page, 3, 5)
    page.until("document.body.innerText.indexOf('Another phone is used for your ballots now') >= 0")
    assert marks(jury.event, jury) == [4, 2]
    page.until(f"{SAVED}.indexOf('not yet sent') > 0")
    assert second.complaints() == []


def test_without_its_script_the_page_is_plain_forms(jury: PhoneJury, served: Phones, browser: Browser) -> None:
    page = browser.page(browser.new_phone())
    page.call("Emulation.setScriptExecutionDisabled", {"value": True})
    come_in(page, jury, served)
    page.tap(".teams a")
    mark(page, 1, 4)
    page.tap(".ballot:target .hand-in")
    page.until("document.body.innerText.indexOf('“Can be carried out here” has no mark yet.') >= 0")
    for criterion in range(2, 5):
        mark(page, criterion, 4)
    page.tap(".ballot:target .hand-in")
    page.until("document.body.innerText.indexOf('Handed in') >= 0")
    assert marks(jury.event, jury) == [4, 4, 4, 4]


def test_every_target_is_big_enough_for_a_thumb_and_nothing_is_cut_off(page: Page) -> None:
    page.tap(".teams a")
    page.tap(".ballot:target summary")
    small = page.js(
        """Array.prototype.filter.call(
            document.querySelectorAll('.ballot:target a, .ballot:target button, .ballot:target .scale label, '
                + '.ballot:target summary, .ballot:target textarea, .ballot:target .check'),
            function (one) { var box = one.getBoundingClientRect();
                return one.offsetParent !== null && (box.height < 48 || box.width < 48); }
        ).map(function (one) { return one.outerHTML.slice(0, 90); })"""
    )
    assert small == []
    assert page.js("document.documentElement.scrollWidth <= window.innerWidth")


def test_nothing_but_this_laptop_is_asked_for(page: Page, served: Phones) -> None:
    page.tap(".teams a")
    asked = page.js("performance.getEntriesByType('resource').map(function (one) { return one.name; })")
    assert asked and all(one.startswith(served.address + "/") for one in asked)
