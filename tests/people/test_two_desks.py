"""Two programs check the same people in as fast as they can: everybody is in once, and told so everywhere else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from builders import an_empty_event

from hackdesk.event.check import check
from hackdesk.people import actions, queries
from hackdesk.people.rules import Draft

_DESK = """
import json, sys
from pathlib import Path
from hackdesk.event.store import Event
from hackdesk.people.actions import check_in
file, station, *codes = sys.argv[1:]
event = Event.open(Path(file), station=station)
told = {}
print("ready", flush=True)
sys.stdin.readline()
for code in codes:
    arrival = check_in(event, code)
    told[code] = (arrival.kind, arrival.station)
event.close()
print(json.dumps(told))
"""


def test_two_programs_scanning_the_same_badges_agree_who_came_where(tmp_path: Path) -> None:
    event = an_empty_event(tmp_path)
    codes = [actions.add_person(event, Draft("Mari", str(number))).code for number in range(60)]
    desks = {
        station: subprocess.Popen(
            [sys.executable, "-c", _DESK, str(event.path), station, *order],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for station, order in (("Desk 1", codes), ("Desk 2", [*codes[:20], *codes[:19:-1]]))
    }  # fmt: skip
    for desk in desks.values():
        assert desk.stdout is not None and desk.stdout.readline() == "ready\n"
    for desk in desks.values():  # both are up: now they run against each other
        assert desk.stdin is not None
        desk.stdin.write("\n")
        desk.stdin.flush()
    told = {station: json.loads(desk.communicate(timeout=60)[0]) for station, desk in desks.items()}
    for code in codes:
        answers = [told[station][code] for station in desks]
        assert Counter(kind for kind, _station in answers) == {"in": 1, "already in": 1}
        (came_at,) = {station for _kind, station in answers}
        assert next(station for station in desks if told[station][code][0] == "in") == came_at
    assert queries.counts(event).here == 60 and check(event).sound
    event.close()
