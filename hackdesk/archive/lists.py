"""The tables of the archive: those for the funder, who is in which team, and what was promised."""

from __future__ import annotations

from hackdesk.documents.number_sheets import TITLES, tables
from hackdesk.documents.number_sheets_of import counted_of
from hackdesk.event.store import Event
from hackdesk.follow_up.queries import commitments
from hackdesk.follow_up.rules import CommitmentState
from hackdesk.language import N_, Words
from hackdesk.spreadsheets import Table
from hackdesk.teams.queries import board

#: {key of a table: what it is, in words}.
ABOUT = {
    "numbers": N_("People, days, groups and municipalities in numbers."),
    "attendance": N_("Who was here on which day."),
    "forms": N_("What people answered, counted; small groups are hidden."),
    "results": N_("Places and points as the jury signed them."),
    "teams": N_("Who works in which team."),
    "promises": N_("What each team promised, and how far it is."),
}
_STATES = {
    CommitmentState.OPEN: N_("open"),
    CommitmentState.DONE: N_("done"),
    CommitmentState.DROPPED: N_("given up"),
}


def open_tables(event: Event, words: Words) -> tuple[Table, ...]:
    """The tables that have something in them and no health or contact data; no places that are not published."""
    own = (_teams(event, words), _promises(event, words))
    return (*tables(counted_of(event), words), *(table for table in own if table.rows))


def private_tables(event: Event, words: Words) -> tuple[Table, ...]:
    """Those that are the jury's own: places that are signed but not published."""
    found = {table.key for table in tables(counted_of(event), words)}
    wanted = [key for key in TITLES if key == "results" and key not in found]
    return tables(counted_of(event), words, wanted=wanted) if wanted else ()


def _teams(event: Event, words: Words) -> Table:
    found = board(event)
    names = {group.key: group.short_name for group in found.groups}
    heads = (N_("Team"), N_("Topic"), N_("Table"), N_("Name"), N_("Organisation"), N_("Groups"))
    rows = tuple(
        (
            team.name, team.topic.title if team.topic else "", team.table_name, one.name, one.organisation,
            ", ".join(names.get(key, key) for key in one.groups),
        )
        for team in found.teams
        for one in team.members
    )  # fmt: skip
    return Table("teams", words("Teams"), tuple(map(words, heads)), rows)


def _promises(event: Event, words: Words) -> Table:
    heads = (N_("Team"), N_("Who"), N_("What"), N_("By when"), N_("Support"), N_("State"))
    rows = tuple(
        (
            team.team_name, one.who, one.what, one.by_when.isoformat() if one.by_when else "", one.support,
            words(_STATES[one.state]),
        )
        for team in commitments(event)
        for one in team.commitments
    )  # fmt: skip
    return Table("promises", words("Follow-up"), tuple(map(words, heads)), rows)
