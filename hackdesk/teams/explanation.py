"""Why somebody sits where they sit, in short sentences that are true of the team as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from hackdesk.language import N_
from hackdesk.people.rules import Group
from hackdesk.teams.rules import WANTED_GROUPS, Finding, Member, Team

_WISHES = {1: N_("First wish."), 2: N_("Second wish."), 3: N_("Third wish.")}


def why_here(member: Member, team: Team, groups: Sequence[Group] = ()) -> tuple[Finding, ...]:
    """What speaks for this place: the topic, the wish, and what the team would lose."""
    found = []
    if member.pinned:
        found.append(Finding.of("pin", N_("Pinned here by hand.")))
    if member.is_owner:
        found.append(Finding.of("owner", N_("Owns the topic.")))
    found.append(_wish(member))
    others = [other for other in team.members if other.person_id != member.person_id]
    if others:
        found += _only_one(member, others, team, groups)
    return tuple(found)


def _wish(member: Member) -> Finding:
    if member.wish:
        return Finding.of("wish", _WISHES[member.wish])
    if any(member.wishes):
        return Finding.of("wish", N_("None of the wishes: {wishes}."), wishes=", ".join(member.choices))
    if member.choices:
        return Finding.of(
            "wish", N_("No open topic has this name: {wishes}."), wishes=", ".join(member.choices)
        )
    return Finding.of("wish", N_("Named no wish."))


def _only_one(member: Member, others: Sequence[Member], team: Team, groups: Sequence[Group]) -> list[Finding]:
    found = []
    names = {group.key: group.short_name for group in groups}
    held = {group for other in others for group in other.groups}
    for wanted in WANTED_GROUPS:
        mine = [key for key in member.groups if key in wanted]
        if mine and held.isdisjoint(wanted):
            group = names.get(mine[0], mine[0])
            found.append(Finding.of("group", N_("The only one here of the group {group}."), group=group))
    if team.topic:
        known = {skill for other in others for skill in other.skills}
        for skill in team.topic.skills:
            if skill in member.skills and skill not in known:
                found.append(Finding.of("skill", N_("The only one here with {skill}."), skill=skill))
    return found
