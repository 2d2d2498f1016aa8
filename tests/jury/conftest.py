"""A small jury on a real event file, and the shortest way to a ballot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from builders import FakeClock, an_empty_event

from hackdesk.event.store import Event
from hackdesk.jury import actions, queries
from hackdesk.jury.rules import BallotReceipt, BallotState, Contestant, Criterion, Juror, NotCounted, Sheet
from hackdesk.language import language
from hackdesk.teams.tables import TeamRow


class JuryEvent:
    """An event with criteria, jurors and teams; names lead to their values."""

    def __init__(self, event: Event, clock: FakeClock) -> None:
        self.event, self.clock = event, clock

    def teams(self, *names: str) -> None:
        """Add active teams."""
        with self.event.change("teams") as session:
            for position, name in enumerate(names, 1):
                session.add(TeamRow(name=name, position=position))

    def set_team_state(self, name: str, state: str) -> None:
        """A team withdraws, does not show, or merges."""
        with self.event.change("team state") as session:
            session.get_one(TeamRow, self.team(name).id).state = state

    def criteria(self, *names: str, lowest: int = 1, highest: int = 5) -> None:
        """Add criteria of weight 1 with whole steps."""
        made = [Criterion(uuid4(), name, lowest=Fraction(lowest), highest=Fraction(highest)) for name in names]
        with self.event.change("criteria") as session:
            actions.add_criteria(session, made, language("en"))

    def jurors(self, *names: str) -> None:
        """Add jurors."""
        for name in names:
            actions.add_juror(self.event, Juror(uuid4(), name))

    def team(self, name: str) -> Contestant:
        """The team of that name."""
        return next(team for team in queries.progress(self.event).judging.teams if team.name == name)

    def juror(self, name: str) -> Juror:
        """The juror of that name."""
        return next(juror for juror in queries.jurors(self.event) if juror.name == name)

    def sheet(self, *marks: int | str) -> Sheet:
        """Marks for the criteria in their order."""
        criteria = queries.criteria(self.event)
        return Sheet({one.id: Fraction(mark) for one, mark in zip(criteria, marks, strict=False)})

    def seen(self, juror: str, team: str) -> int:
        """The version of a ballot."""
        return queries.progress(self.event).ballot(self.juror(juror).id, self.team(team).id).version

    def hand_in(self, juror: str, team: str, *marks: int | str) -> BallotReceipt:
        """Hand in a ballot as a juror does."""
        ids = self.juror(juror).id, self.team(team).id
        return actions.hand_in_ballot(self.event, *ids, self.sheet(*marks), seen=self.seen(juror, team))


@pytest.fixture
def blank_jury(tmp_path: Path) -> Iterator[JuryEvent]:
    clock = FakeClock()
    event = an_empty_event(tmp_path, clock=clock)
    yield JuryEvent(event, clock)
    event.close()


@pytest.fixture
def jury(blank_jury: JuryEvent) -> JuryEvent:
    """Two criteria 1–5, three jurors, three teams."""
    blank_jury.criteria("Value", "Newness")
    blank_jury.jurors("Mall", "Jaan", "Eve")
    blank_jury.teams("Bus", "Care", "Youth")
    return blank_jury


@pytest.fixture
def places() -> Callable[[Event], list[tuple[int, str]]]:
    """(place, team) of an event, best first."""

    def read(event: Event) -> list[tuple[int, str]]:
        return [(place.place, place.team) for place in queries.results(event).places]

    return read


@pytest.fixture
def judged(jury: Any) -> Any:
    """Bus before Care before Youth; Eve is recused from Youth."""
    for juror, shift in (("Mall", 0), ("Jaan", -1), ("Eve", 0)):
        jury.hand_in(juror, "Bus", 5, 5 + shift)
        jury.hand_in(juror, "Care", 4, 4 + shift)
        if juror != "Eve":
            jury.hand_in(juror, "Youth", 2, 3 + shift)
    ids = jury.juror("Eve").id, jury.team("Youth").id
    actions.set_ballot_state(jury.event, *ids, NotCounted(BallotState.RECUSED, "my sister"), seen=0)
    return jury
