"""What the hall may see and what it may not, in an event that is full of what is nobody's business."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hackdesk.agenda import actions, queries
from hackdesk.agenda.cues import CueDraft
from hackdesk.agenda.rules import Planned, RevealWay, View
from hackdesk.agenda.tables import IncidentRow, PitchWishRow
from hackdesk.clock import Moment
from hackdesk.event.store import Event
from hackdesk.follow_up.tables import CommitmentRow
from hackdesk.language import language
from hackdesk.people.actions import add_groups, add_person, check_in
from hackdesk.people.rules import Draft
from hackdesk.teams import actions as teams
from hackdesk.teams.rules import TeamDraft, TopicDraft
from ui.projector.frames import SECONDS, frame
from ui.projector.layout import sheet
from ui.projector.sheet import Text, Tile
from ui.projector.showing import Showing, showing

PRIVATE = (
    "secret@mail", "5551234", "peanuts", "wheelchair", "shy", "drinks", "guardian-anu", "hush", "briefing-room",
    "bodyguard", "ambulance", "must leave", "I will pay", "told in confidence",
)  # fmt: skip


@pytest.fixture
def full(event: Event) -> Event:
    now = event.clock.utc_now()
    with event.change("groups") as session:
        add_groups(session, language("en"))
    wanted = TopicDraft("Night train", "told in confidence", owner_name="The county", seats=6)
    topic = teams.add_topic(event, wanted)
    team = teams.add_team(event, TeamDraft(topic_id=topic.id, table_name="7"))
    for name in ("Ann Lee", "Bert Oja"):
        draft = Draft(
            *name.split(), email="secret@mail.ee", phone="5551234", diet="peanuts", access_needs="wheelchair",
            remarks="shy", organisers_note="drinks", minor=True, guardian="guardian-anu 5551234",
            guardian_consent=True,
        )  # fmt: skip
        person = add_person(event, draft)
        check_in(event, person.code)
        teams.place_person(event, person.id, team.id, seen=None)
    teams.announce_teams(event)
    hour = timedelta(hours=1)
    actions.add_item(event, Planned("Lunch", now, now + hour, notes="hush", responsible="bodyguard"))
    actions.add_item(event, Planned("briefing-room", now + hour, now + 2 * hour, public=False))
    actions.draw_pitch_order(event, 7)
    actions.add_cue(event, CueDraft(View.WELCOME, note="hush"))
    with event.change("private") as session:
        session.add(IncidentRow(at=now, text="ambulance", who="Ann Lee"))
        session.add(PitchWishRow(team_id=team.id, kind="first", reason="must leave"))
        session.add(CommitmentRow(team_id=team.id, who="Ann", what="I will pay", by_when=date(2026, 12, 1)))
    return event


def said(event: Event, hall: Showing) -> str:
    """Every word of four turns, at two shapes."""
    found = []
    for turn in range(4):
        moment = Moment(event.clock.utc_now() + timedelta(seconds=turn * SECONDS))
        for width in (133.33, 177.78):
            for piece in sheet(frame(hall, moment), width):
                assert not isinstance(piece, Tile)
                found += piece.lines if isinstance(piece, Text) else ()
    return " ".join(found)


@pytest.mark.parametrize("view", list(View))
def test_no_view_says_what_is_private(full: Event, view: View) -> None:
    actions.show_on_stage(full, view, message="Supper at seven")
    hall = showing(full)
    everything = said(full, hall)
    assert [word for word in PRIVATE if word in everything or word in repr(hall)] == []
    assert everything or view is View.BLANK


def test_the_hall_does_see_what_it_came_for(full: Event) -> None:
    wanted = {
        View.PEOPLE: "Ann Lee", View.TEAMS: "Bert Oja", View.TOPICS: "The county", View.PROGRAMME: "Lunch",
        View.ORDER: "Night train",
    }  # fmt: skip
    for view, word in wanted.items():
        actions.show_on_stage(full, view)
        assert word in said(full, showing(full)), view


@pytest.mark.parametrize("way", list(RevealWay))
def test_nothing_of_the_results_is_seen_before_they_are_sealed(full: Event, way: RevealWay) -> None:
    actions.set_reveal_way(full, way)
    actions.reveal(full, 9)
    assert queries.stage(full).revealed == 9
    hall = showing(full)
    assert hall.steps is None and "The jury is at work" in said(full, hall)
