"""Who plays: invented people, topics and jurors of a southern Estonian county, drawn by a seed."""

from __future__ import annotations

import csv
import io
import json
import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hackdesk.resources import resource

HEADERS = (
    "Ajatempel", "Ees- ja perekonnanimi", "E-posti aadress", "Telefon", "Asutus või organisatsioon",
    "Kes sa oled?", "Oskused", "Mis keeltes saad kaasa rääkida?", "1. eelistus", "2. eelistus", "3. eelistus",
    "Toitumise erisused", "Kas tohib pildistada?", "Kas oled alla 18-aastane?",
)  # fmt: skip
_LANGUAGES = {"et": "eesti", "ru": "eesti, vene", "lv": "läti, eesti, inglise", "vro": "eesti, võro"}


@dataclass(frozen=True)
class Scale:
    """How large the event is."""

    people: int = 94
    teams: int = 9
    jurors: int = 5
    seed: int = 1


@dataclass(frozen=True)
class Cast:
    """What the sample texts hold: see resources/sample/cast.json."""

    event: dict[str, str]
    topics: tuple[tuple[str, str, str], ...]
    jurors: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    commitments: tuple[tuple[str, int], ...]
    words: dict[str, Any]


def cast() -> Cast:
    """The sample texts."""
    told = json.loads(resource("sample/cast.json").read_text(encoding="utf-8"))
    return Cast(
        event=told["event"],
        topics=tuple(tuple(topic) for topic in told["topics"]),
        jurors=tuple(tuple(juror) for juror in told["jurors"]),
        notes=tuple(told["notes"]),
        commitments=tuple(tuple(commitment) for commitment in told["commitments"]),
        words=told,
    )


def topics_for(scale: Scale, players: Cast) -> tuple[tuple[str, str, str], ...]:
    """(title, description, owner's organisation) of as many topics as there are teams and one more."""
    known = players.topics
    wanted = scale.teams + 1
    more = tuple(
        (f"{known[number % len(known)][0]} {number // len(known) + 1}", *known[number % len(known)][1:])
        for number in range(len(known), wanted)
    )
    return (*known, *more)[:wanted]


def registrations(scale: Scale, starts_on: date, players: Cast) -> str:
    """The list of registrations as a form tool would export it: CSV, one row a person."""
    chance = random.Random(scale.seed)
    titles = [title for title, _, _ in topics_for(scale, players)]
    opened = datetime.combine(starts_on, datetime.min.time()) - timedelta(days=60)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    taken: set[str] = set()
    for number in range(scale.people):
        writer.writerow(_registration(number, chance, titles, opened, players.words, taken))
    return text.getvalue()


def _registration(
    number: int, chance: random.Random, titles: list[str], opened: datetime, words: dict[str, Any], taken: set[str]
) -> list[str]:
    tongue = chance.choices(["et", "ru", "lv", "vro"], weights=[78, 10, 7, 5])[0]
    name = _name(tongue, chance, words, taken)
    groups = list(words["organisations"])
    group = groups[number] if number < len(groups) else chance.choices(groups, weights=[20, 24, 19, 12, 18, 7])[0]
    wishes = chance.sample(titles, k=min(len(titles), chance.choice([1, 2, 3, 3, 3])))
    sent = opened + timedelta(minutes=37 * number)
    return [
        sent.strftime("%d.%m.%Y %H:%M:%S"), name, f"osaleja{number}@naide.ee",
        f"5{chance.randrange(10**6, 10**7)}", chance.choice(words["organisations"][group]), group,
        ", ".join(sorted(chance.sample(words["skills"], k=chance.choice([1, 2, 2, 3])))), _LANGUAGES[tongue],
        *wishes, *[""] * (3 - len(wishes)), chance.choice(words["diets"]),
        chance.choices(["Jah", "Ei", ""], weights=[88, 6, 6])[0], "Jah" if group == "Noor" else "Ei",
    ]  # fmt: skip


def _name(tongue: str, chance: random.Random, words: dict[str, Any], taken: set[str]) -> str:
    """A name nobody has yet; when the names run out, a double family name as villages know them."""
    given, families = words["given"][tongue], words["family"][tongue]
    for _ in range(200):
        name = f"{chance.choice(given)} {chance.choice(families)}"
        if name not in taken:
            break
    else:
        first, second = chance.choice(families), chance.choice(words["family"]["et"])
        name = f"{chance.choice(given)} {first}-{second}"
    taken.add(name)
    return name
