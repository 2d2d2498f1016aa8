"""How people and teams are worded on the board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from hackdesk.people.rules import Group
from hackdesk.teams.kept import Today
from hackdesk.teams.queries import Board
from hackdesk.teams.rules import Member, Team, wishes_met
from ui.pages.teams.person_cell import Line
from ui.pages.teams.team_card import Content
from ui.text import _, many

#: So many people are named in one sentence.
_MOST_NAMED = 5
_MOST_PILLS, _MOST_SIGNS = 2, 3
#: Groups take these tones in their order, so that neighbours differ.
_GROUP_TONES = ("accent", "warn", "info", "plain")


def lines_of(
    members: Sequence[Member], board: Board, coming: frozenset[UUID] = frozenset(), *, waiting: bool = False
) -> list[Line]:
    """People as lines. coming: who a proposal brings here. waiting: they have no place; their wishes are told."""
    known = {group.key: number for number, group in enumerate(board.groups)}
    return [
        Line(
            member,
            _pills(member, board.groups, known, away=not (member.arrived or board.nobody_here)),
            member.person_id in coming,
            away=not (member.arrived or board.nobody_here),
            wishes=_wishes(member) if waiting else "",
            group=next((known[key] for key in member.groups if key in known), None),
        )
        for member in members
    ]


def _wishes(member: Member) -> str:
    return " · ".join(f"{number}. {title}" for number, title in enumerate(member.choices[:3], 1)) or _("no wish")


def contents_of(board: Board, coming: frozenset[UUID] = frozenset()) -> list[Content]:
    """The teams as cards."""
    return [
        Content(
            team.id, team.name, size_of(team), short_size_of(team), where(team),
            tuple(lines_of(team.members, board, coming)), signs_of(team, board), team=team,
        )
        for team in board.teams
    ]  # fmt: skip


def topics_of(board: Board) -> list[Content]:
    """The topics without a team as cards."""
    found = []
    members = (*board.unplaced, *(member for team in board.teams for member in team.members))
    wished = Counter(wish for member in members for wish in dict.fromkeys(member.wishes))
    first = Counter(member.wishes[0] for member in members if member.wishes)
    for topic in board.without_team:
        wishes, firsts = wished[topic.id], first[topic.id]
        told = many("{count} person wishes for it", "{count} people wish for it", wishes)
        if firsts:
            told += ", " + many("{count} of them first of all", "{count} of them first of all", firsts)
        found.append(
            Content(
                topic.id, topic.title, "", where=_("Owner: {owner}", owner=topic.owner) if topic.owner else "",
                topic=topic, wishes=told if wishes else _("Nobody wishes for it"),
            )
        )  # fmt: skip
    return found


def signs_of(team: Team, board: Board) -> tuple[tuple[str, str], ...]:
    """What to look at in a team, in words; the more there is, the shorter: never a wall."""
    found = board.concerns(team)
    tone = "warn" if team.members else "plain"
    said = [(_(one.sentence, **one.fields), tone) for one in found]
    more = len(said) - _MOST_SIGNS
    if more > 0:
        said[_MOST_SIGNS:] = [(many("and {count} more", "and {count} more", more), tone)]
    return tuple(said)


def short_size_of(team: Team) -> str:
    """How many sit there, of how many, in few letters."""
    count = len(team.members)
    return f"{count}/{team.topic.max_size}" if team.topic else str(count)


def _pills(
    member: Member, groups: Sequence[Group], known: dict[str, int], *, away: bool
) -> tuple[tuple[str, str], ...]:
    shown = [
        (groups[known[key]].short_name, _GROUP_TONES[known[key] % len(_GROUP_TONES)])
        if key in known
        else (key, "plain")
        for key in member.groups
    ]
    if len(shown) > _MOST_PILLS:
        shown = [*shown[:_MOST_PILLS], (f"+{len(shown) - _MOST_PILLS}", "plain")]
    if member.lead:
        shown.insert(0, (_("Lead"), "accent"))
    if member.late:
        shown.append((_("Late"), "warn"))
    if away:
        shown.append((_("Not here yet"), "warn"))
    return tuple(shown)


def size_of(team: Team) -> str:
    """How many sit there, of how many."""
    count = len(team.members)
    if team.topic is None:
        return many("{count} person", "{count} people", count)
    return _("{count} of {least}–{most}", count=count, least=team.topic.min_size, most=team.topic.max_size)


def where(team: Team) -> str:
    """Whose topic it is and where the team sits."""
    parts = []
    if team.topic and team.topic.title != team.name:
        parts.append(_("Topic: {topic}", topic=team.topic.title))
    if team.topic and team.topic.owner:
        parts.append(_("Owner: {owner}", owner=team.topic.owner))
    if team.table_name:
        number = team.table_name.isdigit()
        parts.append(_("Table {number}", number=team.table_name) if number else team.table_name)
    return " · ".join(parts)


def summary(board: Board) -> list[tuple[str, str]]:
    """(number, words) of the strip above the board."""
    met = wishes_met(board.teams)
    found = [(str(board.placed), _("placed"))]
    if board.unplaced:
        found.append((str(len(board.unplaced)), _("not placed yet")))
    for rank, words in ((1, _("got their 1st wish")), (2, _("2nd")), (3, _("3rd")), (None, _("none of theirs"))):
        if met.get(rank):
            found.append((str(met[rank]), words))
    if board.teams and any(wanted[0] == "end_user" for wanted in board.cards.wanted):
        whole = sum(
            "end_user" not in {f.kind for f in board.concerns(team)} for team in board.teams if team.members
        )
        of = _("{count} of {all}", count=whole, all=len(board.teams))
        found.append((of, _("teams have an end user or resident")))
    return found


def changed_since(found: Today) -> list[str]:
    """What has happened in the room since a plan was kept, in sentences that name people."""
    said = []
    if found.gone:
        said.append(_("Left since: {people}.", people=_few(found.gone)))
    if found.come:
        said.append(_("Came since: {people}.", people=_few(found.come)))
    if found.moved:
        said.append(_("Moved by hand since: {people}.", people=_few([person.name for person in found.moved])))
    return said


def _few(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    told = ", ".join(names[:_MOST_NAMED])
    return many("{names} and {count} more", "{names} and {count} more", more, names=told) if more > 0 else told
