"""All that an event file holds about one person, as it is told to them."""

from __future__ import annotations

from dataclasses import dataclass

from hackdesk.documents.rules import Masthead
from hackdesk.language import N_

#: {table: what its rows are, in words}; every table that refers to a person is here, and a test says so.
TABLES = {
    "people": N_("On the list of people"),
    "consents": N_("Consents"),
    "attendance": N_("Days at the event"),
    "calls": N_("Phone calls"),
    "meal_ticks": N_("Meals"),
    "blank_badges": N_("Badges without a name"),
    "topics": N_("Topics they own"),
    "memberships": N_("Teams"),
    "pairs": N_("To sit together or apart"),
    "mentors": N_("As a mentor"),
    "duties": N_("On duty"),
    "jurors": N_("As a juror"),
    "hall_votes": N_("Vote in the hall"),
    "certificates": N_("Certificates"),
}

#: {column: what stands in it, in words}.
COLUMNS = {
    "access_needs": N_("Access needs"), "affiliation": N_("Affiliation"), "answers": N_("Answers"),
    "as_registered": N_("What the form said"), "at": N_("When"), "award": N_("Award"), "away": N_("Absences"),
    "badge_printed_at": N_("Badge printed"), "bound_at": N_("Given to them"), "by_hand": N_("Written by hand"),
    "came_at": N_("Came"), "cancelled": N_("Cancelled"), "chair": N_("Chair of the jury"),
    "choices": N_("Wishes for topics"), "code": N_("Badge code"), "day": N_("Day"),
    "description": N_("Description"), "diet": N_("Diet"), "email": N_("E-mail"), "ends_at": N_("Until"),
    "family_name": N_("Family name"), "from_turn": N_("From pitch"), "given": N_("Said yes"),
    "given_by": N_("Answered by"), "given_name": N_("Given name"), "groups": N_("Groups"),
    "guest": N_("Guest's slip"), "issued": N_("How often issued"), "issued_at": N_("Issued"), "kind": N_("Kind"),
    "languages": N_("Languages"), "lead": N_("Leads the team"), "left_at": N_("Left"),
    "max_size": N_("Most people"), "meal_id": N_("Meal"), "merged_into_id": N_("Merged into"),
    "min_size": N_("Fewest people"), "minor": N_("Under age"), "most_teams": N_("Most teams"),
    "municipality": N_("Municipality"), "must_run": N_("Must have a team"), "name": N_("Name"),
    "note": N_("Note"), "number": N_("Number"), "organisation": N_("Organisation"),
    "organisers_note": N_("Organisers' note"), "other_id": N_("Other person"), "outcome": N_("What came of it"),
    "owner_name": N_("Owner"), "phone": N_("Phone"), "pinned": N_("Stays there"), "pitched_at": N_("Introduced"),
    "place": N_("Place"), "printed_at": N_("Printed"), "purpose": N_("Purpose"), "registered_at": N_("Registered"),
    "remarks": N_("Remarks"), "roles": N_("Roles"), "said": N_("What stood on it"), "seats": N_("Seats"),
    "since": N_("From"), "skills": N_("Skills"), "sought": N_("Looks for"), "starts_at": N_("From"),
    "state": N_("State"), "station": N_("Desk"), "team_id": N_("Team"), "themes": N_("Themes"),
    "ticket_secret": N_("Ticket's code"), "times": N_("Times"), "title": N_("Title"), "until": N_("Until"),
    "until_turn": N_("Until pitch"), "walk_in": N_("Walk-in"), "way": N_("On what"), "what": N_("What"),
    "wording": N_("The words"),
}  # fmt: skip


@dataclass(frozen=True)
class HeldRow:
    """One row of a table. cells: (column, value) in plain JSON values; an empty one is left out."""

    table: str
    cells: tuple[tuple[str, object], ...]


@dataclass(frozen=True)
class Held:
    """rows: in the order of TABLES. history: (when in UTC, desk, action) of what was done about them, as text."""

    masthead: Masthead
    name: str
    zone: str
    rows: tuple[HeldRow, ...]
    history: tuple[tuple[str, str, str], ...] = ()

    def plain(self) -> dict[str, object]:
        """As JSON values, to hand over to another program."""
        tables: dict[str, list[dict[str, object]]] = {}
        for row in self.rows:
            tables.setdefault(row.table, []).append(dict(row.cells))
        history = [dict(zip(("at", "desk", "action"), entry, strict=True)) for entry in self.history]
        return {"event": self.masthead.name, "name": self.name, "held": tables, "history": history}
