"""The tables of the archive: who was here, the teams, the places, what was promised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hackdesk.documents.queries import attendance_of, results_of
from hackdesk.documents.rules import NothingToPrint, ResultsRecord
from hackdesk.event.store import Event
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import CommitmentState
from hackdesk.language import N_, Words
from hackdesk.teams.queries import board

Cells = Sequence[str | int | float]
_STATES = {
    CommitmentState.OPEN: N_("open"),
    CommitmentState.DONE: N_("done"),
    CommitmentState.DROPPED: N_("given up"),
}


@dataclass(frozen=True)
class Table:
    """A table. rows: header first; about: what it is, in words. private: not to be passed on."""

    title: str
    about: str
    rows: Sequence[Cells]
    private: bool = False


def tables_of(event: Event, words: Words) -> Iterator[Table]:
    """The tables there is something to put into, without health and contact data."""
    for make in (_attendance, _teams, _results, _promises):
        try:
            table = make(event, words)
        except NothingToPrint:
            continue
        if len(table.rows) > 1:
            yield table


def _attendance(event: Event, words: Words) -> Table:
    days = attendance_of(event).days
    rows: list[Cells] = [[words("Day"), words("Name"), words("Organisation"), words("Here")]]
    rows += [
        [day.day.isoformat(), one.name, one.organisation, one.times] for day in days for one in day.people
    ]  # fmt: skip
    return Table(words("Attendance"), words("Who was expected on each day, and when they were here."), rows)


def _teams(event: Event, words: Words) -> Table:
    found = board(event)
    names = {group.key: group.short_name for group in found.groups}
    heads = (N_("Team"), N_("Topic"), N_("Table"), N_("Name"), N_("Organisation"), N_("Groups"))
    rows: list[Cells] = [[words(head) for head in heads]]
    for team in found.teams:
        topic = team.topic.title if team.topic else ""
        rows += [
            [team.name, topic, team.table_name, one.name, one.organisation,
             ", ".join(names.get(key, key) for key in one.groups)]
            for one in team.members
        ]  # fmt: skip
    return Table(words("Teams"), words("Who works in which team."), rows)


def _results(event: Event, words: Words) -> Table:
    record = results_of(event)
    rows: list[Cells] = [[words("Place"), words("Team"), words("Points"), words("Ballots"), words("Awards")]]
    for place in record.results.places:
        said = f"{place.place}–{place.until}" if place.until > place.place else str(place.place)
        won = ", ".join(one.award.name for one in record.given if one.team_id == place.team_id)
        rows.append([said, place.team, round(float(place.score), 2), place.ballots, won])
    return Table(words("Results"), _about(record, words), rows, private=not record.ranking_published)


def _about(record: ResultsRecord, words: Words) -> str:
    if record.results.revision is None:
        return words("A draft from the ballots: the results are not signed.")
    return words("Places and points of revision {number}, as the jury signed it.", number=record.results.revision)


def _promises(event: Event, words: Words) -> Table:
    heads = (N_("Team"), N_("Who"), N_("What"), N_("By when"), N_("Support"), N_("State"))
    rows: list[Cells] = [[words(head) for head in heads]]
    rows += [
        [
            team.team_name, one.who, one.what, one.by_when.isoformat() if one.by_when else "", one.support,
            words(_STATES[one.state]),
        ]
        for team in commitments(event)
        for one in team.commitments
    ]  # fmt: skip
    return Table(words("Follow-up"), words("What each team promised, and how far it is."), rows)
