"""The next edition starts with what this one knew, and without anybody's data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hackdesk.agenda.queries import programme
from hackdesk.errors import HackDeskError
from hackdesk.event.check import check
from hackdesk.event.settings import settings_of
from hackdesk.event.store import Event
from hackdesk.follow_up.actions import keep_fate
from hackdesk.follow_up.aftermath import Outcome
from hackdesk.follow_up.aftermath_queries import fates
from hackdesk.jury.queries import awards, criteria, progress
from hackdesk.next_edition import begin_next_edition
from hackdesk.people.queries import people
from hackdesk.rehearsal import Act, sample_event
from hackdesk.teams.queries import topics


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Event:
    path = tmp_path_factory.mktemp("played") / "talgud.hackdesk"
    sample_event(path, until=Act.SEALED)
    return Event.open(path)


def test_it_has_the_programme_criteria_awards_and_the_topics_that_return(played: Event, tmp_path: Path) -> None:
    first = fates(played)[0]
    keep_fate(played, replace(first, outcome=Outcome.WAITS, returns=True), seen=first.version)
    new = begin_next_edition(played, tmp_path / "next.hackdesk", "Talgud 2027", date(2027, 11, 12))
    was, now = settings_of(played), settings_of(new)
    assert (now.name, now.starts_on, now.ends_on - now.starts_on) == (
        "Talgud 2027", date(2027, 11, 12), was.ends_on - was.starts_on,
    )  # fmt: skip
    judged = [[(one.name, one.weight) for one in criteria(event)] for event in (played, new)]
    assert judged[0] == judged[1]
    assert [one.name for one in awards(new)] == [one.name for one in awards(played)]
    starts = [[one.starts_at.astimezone(now.zone) for one in programme(event)] for event in (played, new)]
    assert [one.time() for one in starts[0]] == [one.time() for one in starts[1]]
    assert starts[1][0].date() == date(2027, 11, 12)
    assert [topic.title for topic in topics(new)] == [first.title]
    assert people(new) == () and progress(new).judging.ballots == () and check(new).sound
    new.close()


def test_nobodys_data_come_along(played: Event, tmp_path: Path) -> None:
    new = begin_next_edition(played, tmp_path / "next.hackdesk", "Talgud 2027", date(2027, 11, 12))
    new.close()
    content = new.path.read_bytes()
    private = {text for person in people(played) for text in (person.name, person.email) if text}
    assert [text for text in private if text.encode() in content] == []


def test_a_file_that_is_there_is_not_overwritten(played: Event, tmp_path: Path) -> None:
    (tmp_path / "next.hackdesk").write_text("mine")
    with pytest.raises(HackDeskError, match="already a file"):
        begin_next_edition(played, tmp_path / "next.hackdesk", "Talgud 2027", date(2027, 11, 12))
    assert (tmp_path / "next.hackdesk").read_text() == "mine"
