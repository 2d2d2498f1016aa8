"""`teams FILE why CODE` and `teams FILE mix`, as a script reads them."""

from __future__ import annotations

import json
from typing import Any

from click.testing import CliRunner

from hackdesk.cli.teams import teams
from hackdesk.teams.actions import add_team, announce_teams, place_person
from hackdesk.teams.rules import TeamDraft


def ran(room: Any, *words: str) -> Any:
    result = CliRunner().invoke(teams, [str(room.event.path), *words, "--json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_why_and_mix_are_told_as_values(room: Any) -> None:
    for title in ("Bus", "Train"):
        team = add_team(room.event, TeamDraft(topic_id=room.topic(title, max_size=5).id))
        for number in range(5):
            group = ("expert",) if number else ("community",)
            person = room.person(f"{title} {number}", "Bus", "Train", groups=group)
            place_person(room.event, person.id, team.id, seen=None)
    code = room.member("Train 1").code
    said = ran(room, "why", code)
    assert (said["name"], said["team"], said["wish"], said["cost"]) == ("Train 1", "Train", 2, 0)
    assert "Second wish." in said["why"] and set(said["draw_with"]) >= {"Bus 1", "Bus 2"}
    assert "Train 1" in said["moves"] and len(said["moves"]) == 2
    announce_teams(room.event)
    found = ran(room, "mix")
    assert (found["mixed"], found["known"], found["pairs"], found["across"]) == (10, 10, 20, 8)
    assert found["announced"] and found["before"] == []


def test_a_code_nobody_has_is_refused_in_words(room: Any) -> None:
    result = CliRunner().invoke(teams, [str(room.event.path), "why", "QQQQQQQ"])
    assert result.exit_code == 1 and "QQQQQQQ" in result.output
