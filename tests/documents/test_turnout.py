"""Who is wanted and who is missing on paper: numbers to call, and on every page what keeps it off the wall."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import STRANGE_NAME

from hackdesk.documents.kinds import KINDS, print_kind, standings
from hackdesk.documents.rules import NothingToPrint
from hackdesk.event.store import Event
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in_all, note_call, set_wanted
from hackdesk.people.rules import Draft
from hackdesk.people.turnout import EVERYBODY, GROUP, MUNICIPALITY, Outcome
from hackdesk.teams.actions import add_topic
from hackdesk.teams.rules import TopicDraft

LONG = "Põhja-Pärnumaa ja Lääne-Nigula ühinenud haldusterritooriumi vald"


@pytest.fixture
def event(empty_event: Event) -> Event:
    with empty_event.change("groups") as session:
        add_groups(session, language("en"))
    owner = add_person(
        empty_event, Draft(STRANGE_NAME, phone="+372 5123 4567", groups=("expert",), diet="gluten-free")
    )
    add_topic(empty_event, TopicDraft("Village bus", owner_id=owner.id))
    set_wanted(empty_event, EVERYBODY, "", 30)
    set_wanted(empty_event, GROUP, "expert", 5)
    set_wanted(empty_event, MUNICIPALITY, LONG, 12)
    note_call(empty_event, owner.id, Outcome.NO_ANSWER, note="tries at noon")
    return empty_event


def test_the_meeting_reads_what_is_wanted_and_whom_to_call(event: Event, tmp_path: Path, pages: Callable) -> None:
    print_kind(event, "turnout", tmp_path / "a.pdf", "en")
    read = pages(tmp_path / "a.pdf")
    whole = " ".join(page.text for page in read)
    assert "1 registered of 30 wanted" in whole
    assert f"{LONG} 12 0 12 more wanted" in whole
    assert "Experts 5 1 4 more wanted" in whole
    assert "3 more wanted, no public servant, no end user" in whole
    assert "+372 5123 4567 Owner of Village bus" in whole
    assert "No answer, tries at noon" in whole
    assert "gluten" not in whole
    assert all("personal data, not for the wall" in page.text and not page.outside for page in read)


def test_the_list_of_the_missing_ends_with_the_last_arrival(event: Event, tmp_path: Path, pages: Callable) -> None:
    print_kind(event, "missing", tmp_path / "a.pdf", "et")
    (page,) = pages(tmp_path / "a.pdf")
    assert "+372 5123 4567" in page.text and "isikuandmed, mitte seinale" in page.text
    assert page.outside == ()
    check_in_all(event)
    with pytest.raises(NothingToPrint):
        print_kind(event, "missing", tmp_path / "b.pdf")
    assert not (tmp_path / "b.pdf").exists()


def test_both_say_before_printing_that_they_are_private(event: Event) -> None:
    said = {standing.name: standing.concern for standing in standings(event)}
    assert {name for name, kind in KINDS.items() if kind.private} == {
        "turnout", "missing", "team_phones", "programme_staff", "juror_cards", "speaker_script", "hall_slips",
    }  # fmt: skip
    assert said["turnout"] == said["missing"] == "Holds phone numbers: not for the wall."
