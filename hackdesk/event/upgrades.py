"""The numbered steps that bring older event files up to date. A step that was released is never edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

Step = Callable[["Operations"], None]

#: The desk of a whole day (who answered for a minor, absences, meals, calls, blank badges, targets, logos) and the
#: market of teams (topics in more words, interest, pairs, proposals that are kept, announcements).
_TO_2 = (
    "ALTER TABLE consents ADD COLUMN given_by TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE attendance ADD COLUMN away JSON DEFAULT '[]' NOT NULL",
    "ALTER TABLE attendance ADD COLUMN by_hand BOOLEAN DEFAULT '0' NOT NULL",
    "ALTER TABLE imports ADD COLUMN reading JSON DEFAULT '{}' NOT NULL",
    """CREATE TABLE meals (
        name TEXT NOT NULL, day DATE NOT NULL, starts_at TIME, position INTEGER NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id)
    )""",
    """CREATE TABLE meal_ticks (
        person_id CHAR(32) NOT NULL, meal_id CHAR(32) NOT NULL, at VARCHAR(32) NOT NULL, station TEXT NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (person_id, meal_id),
        FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(meal_id) REFERENCES meals (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_meal_ticks_meal_id ON meal_ticks (meal_id)",
    "CREATE INDEX ix_meal_ticks_person_id ON meal_ticks (person_id)",
    """CREATE TABLE calls (
        person_id CHAR(32) NOT NULL, at VARCHAR(32) NOT NULL, outcome TEXT NOT NULL, note TEXT NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_calls_person_id ON calls (person_id)",
    """CREATE TABLE blank_badges (
        code TEXT NOT NULL, number INTEGER NOT NULL, printed_at VARCHAR(32) NOT NULL, person_id CHAR(32),
        bound_at VARCHAR(32), id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (code),
        UNIQUE (number), FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_blank_badges_person_id ON blank_badges (person_id)",
    """CREATE TABLE targets (
        kind TEXT NOT NULL, subject TEXT NOT NULL, wanted INTEGER NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (kind, subject)
    )""",
    """CREATE TABLE pictures (
        place TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, width INTEGER NOT NULL,
        height INTEGER NOT NULL, content TEXT NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (place)
    )""",
    "ALTER TABLE topics ADD COLUMN most_teams INTEGER DEFAULT '1' NOT NULL",
    "ALTER TABLE topics ADD COLUMN seats INTEGER",
    "ALTER TABLE topics ADD COLUMN sought JSON DEFAULT '[]' NOT NULL",
    "ALTER TABLE topics ADD COLUMN pitched_at VARCHAR(32)",
    """CREATE TABLE interest (
        topic_id CHAR(32) NOT NULL, way TEXT NOT NULL, count INTEGER NOT NULL, at VARCHAR(32) NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id),
        FOREIGN KEY(topic_id) REFERENCES topics (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_interest_topic_id ON interest (topic_id)",
    """CREATE TABLE pairs (
        person_id CHAR(32) NOT NULL, other_id CHAR(32) NOT NULL, kind TEXT NOT NULL, id CHAR(32) NOT NULL,
        version INTEGER NOT NULL, PRIMARY KEY (id), UNIQUE (person_id, other_id),
        FOREIGN KEY(person_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY(other_id) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
    )""",
    "CREATE INDEX ix_pairs_other_id ON pairs (other_id)",
    "CREATE INDEX ix_pairs_person_id ON pairs (person_id)",
    """CREATE TABLE proposals (
        name TEXT NOT NULL, at VARCHAR(32) NOT NULL, seats JSON NOT NULL, seen JSON NOT NULL, cards JSON NOT NULL,
        way TEXT NOT NULL, points INTEGER NOT NULL, bound INTEGER, state TEXT NOT NULL, seed INTEGER NOT NULL,
        steps INTEGER NOT NULL, seconds DOUBLE NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id)
    )""",
    """CREATE TABLE announcements (
        at VARCHAR(32) NOT NULL, seats JSON NOT NULL,
        id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id)
    )""",
)


def _to_2(operations: Operations) -> None:
    for statement in _TO_2:
        operations.execute(statement)


#: STEPS[n] leads from version n to n + 1.
STEPS: Mapping[int, Step] = {1: _to_2}
