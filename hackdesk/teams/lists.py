"""The list of teams as a table of words, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from hackdesk.language import N_, Words
from hackdesk.people.rules import Group
from hackdesk.teams.rules import Member, Team

HEADER = (
    N_("Team"), N_("Topic"), N_("Table"), N_("Code"), N_("Name"), N_("Organisation"),
    N_("Groups"), N_("Languages"), N_("Wish"), N_("Role in the team"),
)  # fmt: skip


def team_list(
    teams: Sequence[Team], unplaced: Sequence[Member], groups: Sequence[Group], words: Words
) -> list[list[str | int]]:
    """One row for each person, header first, whoever has no team at the end."""
    names = {group.key: group.short_name for group in groups}
    rows: list[list[str | int]] = [[words(title) for title in HEADER]]
    for team in teams:
        topic = team.topic.title if team.topic else ""
        rows += [[team.name, topic, team.table_name, *_cells(m, names, words)] for m in team.members]
    rows += [["", "", "", *_cells(member, names, words)] for member in unplaced]
    return rows


def _cells(member: Member, names: dict[str, str], words: Words) -> list[str | int]:
    roles = [(member.is_owner, N_("topic owner")), (member.lead, N_("lead"))]
    return [
        member.code,
        member.name,
        member.organisation,
        ", ".join(names.get(key, key) for key in member.groups),
        ", ".join(member.languages),
        member.wish or "",
        ", ".join(words(role) for holds, role in roles if holds),
    ]
