"""The numbered steps that bring older event files up to date. A step that was released is never edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
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


def _reference(column: str, table: str) -> str:
    return f"FOREIGN KEY({column}) REFERENCES {table} (id) DEFERRABLE INITIALLY DEFERRED"


def _added_reference(table: str, column: str, other: str) -> tuple[str, str]:
    return (
        f"ALTER TABLE {table} ADD COLUMN {column} CHAR(32) REFERENCES {other} (id) DEFERRABLE INITIALLY DEFERRED",
        f"CREATE INDEX ix_{table}_{column} ON {table} ({column})",
    )


_ID = "id CHAR(32) NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id)"
#: The stage of a whole event: several rounds of pitches (also of topics), cues, mentor rounds, checkpoints, and
#: the organisers' own notes. A pitch may now be of a topic, so its table is made anew around the same rows.
_TO_3 = (
    "ALTER TABLE programme_items ADD COLUMN other_titles JSON DEFAULT '{}' NOT NULL",
    f"""CREATE TABLE rounds (
        name TEXT NOT NULL, subject TEXT NOT NULL, pitch_seconds INTEGER NOT NULL,
        questions_seconds INTEGER NOT NULL, changeover_seconds INTEGER NOT NULL, warnings JSON NOT NULL,
        position INTEGER NOT NULL, {_ID}
    )""",
    "ALTER TABLE pitches RENAME TO pitches_before",
    "DROP INDEX ix_pitches_team_id",
    f"""CREATE TABLE pitches (
        round_id CHAR(32), team_id CHAR(32), topic_id CHAR(32), position INTEGER NOT NULL, seed INTEGER, {_ID},
        {_reference("round_id", "rounds")}, {_reference("team_id", "teams")}, {_reference("topic_id", "topics")}
    )""",
    """INSERT INTO pitches (team_id, position, seed, id, version)
        SELECT team_id, position, seed, id, version FROM pitches_before""",
    "DROP TABLE pitches_before",
    "CREATE INDEX ix_pitches_round_id ON pitches (round_id)",
    "CREATE INDEX ix_pitches_team_id ON pitches (team_id)",
    "CREATE INDEX ix_pitches_topic_id ON pitches (topic_id)",
    f"""CREATE TABLE pitch_wishes (
        team_id CHAR(32) NOT NULL, kind TEXT NOT NULL, within INTEGER NOT NULL, reason TEXT NOT NULL, {_ID},
        {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_pitch_wishes_team_id ON pitch_wishes (team_id)",
    *_added_reference("timers", "round_id", "rounds"),
    *_added_reference("timers", "topic_id", "topics"),
    "ALTER TABLE timers ADD COLUMN until VARCHAR(32)",
    "ALTER TABLE timers ADD COLUMN boot TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE timers ADD COLUMN boot_seconds DOUBLE",
    f"""CREATE TABLE cues (
        position INTEGER NOT NULL, "view" TEXT NOT NULL, message TEXT NOT NULL, other_messages JSON NOT NULL,
        note TEXT NOT NULL, {_ID}
    )""",
    "ALTER TABLE stage ADD COLUMN other_messages JSON DEFAULT '{}' NOT NULL",
    "ALTER TABLE stage ADD COLUMN reveal_way TEXT DEFAULT 'places' NOT NULL",
    *_added_reference("stage", "cue_id", "cues"),
    f"""CREATE TABLE mentors (
        person_id CHAR(32), name TEXT NOT NULL, themes JSON NOT NULL, times JSON NOT NULL, place TEXT NOT NULL,
        {_ID}, {_reference("person_id", "people")}
    )""",
    "CREATE INDEX ix_mentors_person_id ON mentors (person_id)",
    f"""CREATE TABLE mentor_themes (
        team_id CHAR(32) NOT NULL, theme TEXT NOT NULL, {_ID}, UNIQUE (team_id, theme),
        {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_mentor_themes_team_id ON mentor_themes (team_id)",
    f"""CREATE TABLE mentor_rounds (
        name TEXT NOT NULL, item_id CHAR(32), starts_at VARCHAR(32) NOT NULL, ends_at VARCHAR(32) NOT NULL,
        slot_minutes INTEGER NOT NULL, walk_minutes INTEGER NOT NULL, {_ID},
        {_reference("item_id", "programme_items")}
    )""",
    "CREATE INDEX ix_mentor_rounds_item_id ON mentor_rounds (item_id)",
    f"""CREATE TABLE mentor_visits (
        round_id CHAR(32) NOT NULL, mentor_id CHAR(32) NOT NULL, team_id CHAR(32) NOT NULL,
        starts_at VARCHAR(32) NOT NULL, pinned BOOLEAN NOT NULL, visited_at VARCHAR(32), note TEXT NOT NULL, {_ID},
        {_reference("round_id", "mentor_rounds")}, {_reference("mentor_id", "mentors")},
        {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_mentor_visits_mentor_id ON mentor_visits (mentor_id)",
    "CREATE INDEX ix_mentor_visits_round_id ON mentor_visits (round_id)",
    "CREATE INDEX ix_mentor_visits_team_id ON mentor_visits (team_id)",
    f"""CREATE TABLE checkpoints (
        team_id CHAR(32) NOT NULL, step TEXT NOT NULL, at VARCHAR(32) NOT NULL, note TEXT NOT NULL, {_ID},
        UNIQUE (team_id, step), {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_checkpoints_team_id ON checkpoints (team_id)",
    f"""CREATE TABLE incidents (
        at VARCHAR(32) NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, settled_at VARCHAR(32), {_ID}
    )""",
    f"""CREATE TABLE duties (
        person_id CHAR(32), name TEXT NOT NULL, phone TEXT NOT NULL, what TEXT NOT NULL,
        starts_at VARCHAR(32) NOT NULL, ends_at VARCHAR(32) NOT NULL, {_ID}, {_reference("person_id", "people")}
    )""",
    "CREATE INDEX ix_duties_person_id ON duties (person_id)",
)

_BALLOT = (
    "juror_id, team_id, state, reason, marks, note, way, attempt, handed_in_at, entered_by, id, version"
)
#: The jury as it is used: PINs and links, a finalists' round, phones' revisions, second readings, the hall's vote,
#: words that are released, trips to another laptop. There is one ballot a round now, so its table is made anew.
#: And what follows an event: certificates for jurors too, a key that proves them, partners' promises, contacts,
#: what became of topics, feedback forms, erasures.
_TO_4 = (
    "ALTER TABLE criteria ADD COLUMN rounds INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE criteria_changes ADD COLUMN what JSON DEFAULT '[]' NOT NULL",
    "ALTER TABLE tie_votes ADD COLUMN round INTEGER DEFAULT '1' NOT NULL",
    "ALTER TABLE jurors ADD COLUMN from_turn INTEGER",
    "ALTER TABLE jurors ADD COLUMN until_turn INTEGER",
    f"""CREATE TABLE juror_access (
        juror_id CHAR(32), pin_hash TEXT NOT NULL, secret TEXT NOT NULL, failed INTEGER NOT NULL,
        failed_at VARCHAR(32), device TEXT NOT NULL, device_at VARCHAR(32), {_ID},
        {_reference("juror_id", "jurors")}
    )""",
    "CREATE INDEX ix_juror_access_juror_id ON juror_access (juror_id)",
    f"""CREATE TABLE finalists (
        team_id CHAR(32) NOT NULL, position INTEGER NOT NULL, {_ID}, {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_finalists_team_id ON finalists (team_id)",
    "ALTER TABLE ballots RENAME TO ballots_before",
    "DROP INDEX ix_ballots_juror_id",
    "DROP INDEX ix_ballots_team_id",
    f"""CREATE TABLE ballots (
        juror_id CHAR(32) NOT NULL, team_id CHAR(32) NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
        marks JSON NOT NULL, note TEXT NOT NULL, way TEXT NOT NULL, attempt CHAR(32), handed_in_at VARCHAR(32),
        entered_by TEXT NOT NULL, round INTEGER DEFAULT '1' NOT NULL, signed BOOLEAN DEFAULT '0' NOT NULL,
        device TEXT DEFAULT '' NOT NULL, sent INTEGER DEFAULT '0' NOT NULL,
        second_marks JSON DEFAULT '{{}}' NOT NULL, second_by TEXT DEFAULT '' NOT NULL, second_at VARCHAR(32),
        {_ID}, UNIQUE (juror_id, team_id, round),
        {_reference("juror_id", "jurors")}, {_reference("team_id", "teams")}
    )""",
    f"INSERT INTO ballots ({_BALLOT}) SELECT {_BALLOT} FROM ballots_before",
    "DROP TABLE ballots_before",
    "CREATE INDEX ix_ballots_juror_id ON ballots (juror_id)",
    "CREATE INDEX ix_ballots_team_id ON ballots (team_id)",
    "ALTER TABLE awards ADD COLUMN money BOOLEAN DEFAULT '0' NOT NULL",
    "ALTER TABLE awards ADD COLUMN decided_by TEXT DEFAULT 'jury' NOT NULL",
    "ALTER TABLE awards ADD COLUMN none_given TEXT DEFAULT '' NOT NULL",
    "ALTER TABLE awards ADD COLUMN none_told BOOLEAN DEFAULT '0' NOT NULL",
    f"""CREATE TABLE hall_votes (
        person_id CHAR(32), guest TEXT NOT NULL, choices JSON NOT NULL, way TEXT NOT NULL, at VARCHAR(32) NOT NULL,
        {_ID}, {_reference("person_id", "people")}
    )""",
    "CREATE INDEX ix_hall_votes_person_id ON hall_votes (person_id)",
    "CREATE UNIQUE INDEX ix_hall_votes_one_each ON hall_votes (person_id)",
    "CREATE UNIQUE INDEX ix_hall_votes_one_each_guest ON hall_votes (guest) WHERE guest != ''",
    f"""CREATE TABLE released_notes (
        source TEXT NOT NULL, source_id CHAR(32) NOT NULL, text TEXT NOT NULL, original TEXT NOT NULL,
        named BOOLEAN NOT NULL, at VARCHAR(32) NOT NULL, {_ID}, UNIQUE (source, source_id)
    )""",
    f"""CREATE TABLE jury_trips (
        number INTEGER NOT NULL, at VARCHAR(32) NOT NULL, taken JSON NOT NULL, {_ID}, UNIQUE (number)
    )""",
    f"""CREATE TABLE jury_returns (
        trip_id CHAR(32) NOT NULL, at VARCHAR(32) NOT NULL, entry INTEGER NOT NULL, {_ID},
        {_reference("trip_id", "jury_trips")}
    )""",
    "CREATE INDEX ix_jury_returns_trip_id ON jury_returns (trip_id)",
    "ALTER TABLE certificates RENAME TO certificates_before",
    "DROP INDEX ix_certificates_person_id",
    f"""CREATE TABLE certificates (
        number INTEGER NOT NULL, person_id CHAR(32), juror_id CHAR(32), kind TEXT NOT NULL, award TEXT NOT NULL,
        said JSON DEFAULT '{{}}' NOT NULL, issued INTEGER DEFAULT '0' NOT NULL, issued_at VARCHAR(32), {_ID},
        UNIQUE (number), UNIQUE (person_id, juror_id, kind, award),
        {_reference("person_id", "people")}
    )""",
    """INSERT INTO certificates (number, person_id, kind, award, id, version)
        SELECT number, person_id, kind, award, id, version FROM certificates_before""",
    "DROP TABLE certificates_before",
    "CREATE INDEX ix_certificates_person_id ON certificates (person_id)",
    f"""CREATE TABLE signing_keys (
        private TEXT NOT NULL, public TEXT NOT NULL, at VARCHAR(32) NOT NULL, {_ID}
    )""",
    f"""CREATE TABLE partner_promises (
        award_id CHAR(32), team_id CHAR(32), giver TEXT NOT NULL, what TEXT NOT NULL, by_when DATE,
        state TEXT NOT NULL, note TEXT NOT NULL, position INTEGER NOT NULL, {_ID},
        {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_partner_promises_team_id ON partner_promises (team_id)",
    f"""CREATE TABLE contacts (
        team_id CHAR(32) NOT NULL, due_on DATE NOT NULL, done_on DATE, who TEXT NOT NULL, note TEXT NOT NULL,
        {_ID}, {_reference("team_id", "teams")}
    )""",
    "CREATE INDEX ix_contacts_team_id ON contacts (team_id)",
    f"""CREATE TABLE topic_outcomes (
        topic_id CHAR(32) NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, returns BOOLEAN NOT NULL,
        at VARCHAR(32) NOT NULL, {_ID}, {_reference("topic_id", "topics")}
    )""",
    "CREATE INDEX ix_topic_outcomes_topic_id ON topic_outcomes (topic_id)",
    f"""CREATE TABLE form_answers (
        "group" TEXT NOT NULL, answers JSON NOT NULL, way TEXT NOT NULL, {_ID}
    )""",
    f"""CREATE TABLE erasures (at VARCHAR(32) NOT NULL, what JSON NOT NULL, {_ID})""",
)


def _run(operations: Operations, statements: tuple[str, ...]) -> None:
    for statement in statements:
        operations.execute(statement)


#: STEPS[n] leads from version n to n + 1.
STEPS: Mapping[int, Step] = {
    1: partial(_run, statements=_TO_2),
    2: partial(_run, statements=_TO_3),
    3: partial(_run, statements=_TO_4),
}
