"""Where places are not published, no view of the projector tells a place or a score."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from hackdesk.agenda import actions as agenda
from hackdesk.agenda.rules import RevealWay, View
from hackdesk.clock import Moment
from hackdesk.event.store import Event
from hackdesk.jury import actions
from hackdesk.jury.queries import criteria, progress
from hackdesk.jury.reveal import StepKind
from hackdesk.jury.rules import Award, Criterion, Juror, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow
from ui.pages.stage.hall_cards import ViewCard
from ui.projector.frames import SECONDS, frame
from ui.projector.layout import sheet
from ui.projector.sheet import Text
from ui.projector.showing import Showing, showing

TELLS = re.compile(r"\bplaces?\b|\bfirst\b|\bsecond\b|\bscores?\b|\bpoints?\b|\b\d\.|\b75\b", re.IGNORECASE)


@pytest.fixture
def silent(event: Event) -> Event:
    """Two teams judged, two awards of which one goes by place; signed without published places."""
    with event.change("fill") as session:
        session.add_all(TeamRow(name=name, position=at) for at, name in enumerate(("Bus", "Care"), 1))
        actions.add_criteria(session, [Criterion(uuid4(), "Value")], language("en"))
    juror = actions.add_juror(event, Juror(uuid4(), "Mall"))
    (value,) = criteria(event)
    bus, care = progress(event).judging.teams
    for team, mark in ((bus, 4), (care, 2)):
        actions.hand_in_ballot(event, juror.id, team.id, Sheet({value.id: Fraction(mark)}), seen=0)
    hours = actions.add_award(event, Award(uuid4(), "Mentoring", "The county"))
    actions.add_award(event, Award(uuid4(), "Main prize", by_place=1))
    actions.give_award(event, hours.id, care.id)
    actions.publish_ranking(event, False)
    actions.seal_results(event)
    return event


def said(event: Event, hall: Showing) -> str:
    found: list[str] = []
    for turn in range(3):
        moment = Moment(event.clock.utc_now() + timedelta(seconds=turn * SECONDS))
        for piece in sheet(frame(hall, moment), 177.78):
            found += piece.lines if isinstance(piece, Text) else ()
    return " ".join(found)


@pytest.mark.parametrize("view", [view for view in View if view not in (View.TIMER, View.PROGRAMME, View.ORDER)])
def test_no_view_tells_a_place_or_a_score_whatever_was_chosen_on_the_stage(silent: Event, view: View) -> None:
    for way in RevealWay:
        agenda.set_reveal_way(silent, way)
        for revealed in range(6):
            agenda.reveal(silent, revealed)
            agenda.show_on_stage(silent, view)
            hall = showing(silent)
            assert TELLS.findall(said(silent, hall)) == []
            assert hall.steps and all(step.place == 0 for step in hall.steps)


def test_the_awards_are_told_in_their_order(silent: Event) -> None:
    hall = showing(silent)
    assert hall.steps is not None
    assert [step.kind for step in hall.steps] == [
        StepKind.AWARD, StepKind.PAUSE, StepKind.WINNER, StepKind.ALL,
    ]  # fmt: skip
    agenda.reveal(silent, 4)
    everything = said(silent, showing(silent))
    assert "Bus" in everything and "Care" in everything and "Mentoring" in everything


def test_the_stage_offers_no_places_then(silent: Event, qtbot: QtBot) -> None:
    card = ViewCard()
    qtbot.addWidget(card)
    agenda.reveal(silent, 1)
    card.show_stage(showing(silent))
    assert card.way.isHidden() and "Places are not published" in card.revealed.text()
    actions.reopen_results(silent, "the teams asked for it")
    actions.publish_ranking(silent, True)
    actions.seal_results(silent)
    card.show_stage(showing(silent))
    assert not card.way.isHidden()
