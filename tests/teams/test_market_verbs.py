"""The market, cards and pairs on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from hackdesk.cli import command_line

if TYPE_CHECKING:
    from conftest import TeamsEvent


def verb(room: TeamsEvent, *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(command_line, ["teams", str(room.event.path), *arguments])
    assert result.exit_code == status, result.output
    return result.output


def told(room: TeamsEvent, *arguments: str) -> Any:
    return json.loads(verb(room, *arguments, "--json"))


def test_cards_are_shown_changed_and_set_back(room: TeamsEvent) -> None:
    assert told(room, "cards")["cards"]["mix"] == 2
    changed = told(room, "cards", "--set", "mix=3", "--set", "size=0", "--size", "8", "--wanted", "youth,expert")
    assert (changed["cards"]["mix"], changed["ideal_size"], changed["wanted"]) == (3, 8, [["youth", "expert"]])
    assert told(room, "cards")["weights"]["missing_group"] == 80
    assert "mix: Much · 80 points for each group a team lacks" in verb(room, "cards")
    assert told(room, "cards", "--usual")["ideal_size"] == 6
    assert "Write it like mix=3." in verb(room, "cards", "--set", "mix", status=1)
    assert "There is no card “moon”." in verb(room, "cards", "--set", "moon=1", status=1)


def test_pairs_are_named_by_name_or_code_and_untied_again(room: TeamsEvent) -> None:
    one = room.person("Õie")
    room.person("Jaan")
    told(room, "pair", "must_not", one.code, "jaan")
    assert told(room, "pairs")["pairs"] == [{"kind": "must_not", "one": "Õie", "other": "Jaan"}]
    told(room, "pair", "none", "Jaan", "oie")
    assert "There are no pairs." in verb(room, "pairs")
    assert "Nobody on the list is called “Xyzzy”." in verb(room, "pair", "friends", "Xyzzy", "Jaan", status=1)


def test_counts_stand_beside_wishes(room: TeamsEvent) -> None:
    room.person("Anu", "Bus")
    room.topic("Bus", seats=12)
    verb(room, "count", "bus", "9")
    room.clock.forward(minutes=5)
    verb(room, "count", "Bus", "14")
    (topic,) = told(room, "market")["topics"]
    assert [one["count"] for one in topic["counts"]] == [14, 9]
    assert (topic["wishes"], topic["seats"], topic["state"]) == (1, 12, "open")
    assert "Bus · 1 wish · Dots: 14" in verb(room, "market")
    assert "The topics are Bus." in verb(room, "count", "Train", "3", status=1)
    assert "Type 0 to 999." in verb(room, "count", "Bus", "1000", status=1)
