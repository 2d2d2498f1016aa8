"""Whom a row of a list speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hackdesk.language import N_
from hackdesk.people.importing.cells import Problem
from hackdesk.people.importing.doubts import LEAVE_OUT, MERGE, TWO, Doubt, DoubtKind
from hackdesk.people.importing.reading import Decision
from hackdesk.people.importing.registrations import Registration
from hackdesk.people.importing.review import Review, is_shouted, name_of
from hackdesk.people.likeness import Alike, Lookalikes, Who, name_key
from hackdesk.people.search import words_of

#: What a list may say about a person, besides the badge code and the ticket.
IMPORTED = (
    "given_name", "family_name", "email", "phone", "organisation", "municipality", "groups", "roles", "skills",
    "languages", "choices", "diet", "access_needs", "remarks", "minor", "photo_consent", "guardian_consent",
    "cancelled",
)  # fmt: skip
#: What is compared with nobody's answer: it says whose row this is.
KEYS = ("code", "ticket_secret", "ticket")


@dataclass(frozen=True)
class Known:
    """Somebody on the event's list. values: what is there now by field; as_registered: what the form said last."""

    id: UUID
    code: str
    values: Mapping[str, Any]
    as_registered: Mapping[str, Any]
    registered_at: datetime | None = None


class Someone:
    """A person while the rows that speak of them are being gathered."""

    def __init__(self, known: Known | None = None) -> None:
        self.known = known
        self.rows: list[Registration] = []
        self.answers: dict[str, Any] = {}
        #: Fields in which a person decided that the list is right, whatever was typed here.
        self.taken: set[str] = set()
        self.values: dict[str, Any] = dict(known.values) if known else {}

    @property
    def who(self) -> Who:
        """What tells them from others."""
        return _who(name_of(self.values), self.values)

    def take(self, row: Registration, decision: Decision | None = None) -> None:
        """One more row speaks of them; of a merge that was decided, some fields stay as they are here."""
        answers = dict(row.values)
        known, shouted = name_of(self.values), is_shouted(row.name)
        guessed = row.name_guessed and not is_shouted(known)
        if known and (guessed or shouted) and _same_words(row.name, known):
            # Where the given name ends in one cell is our guess; what is known already is none.
            answers.pop("given_name", None)
            answers.pop("family_name", None)
        if decision is not None:
            self.taken |= {key for key in answers if key not in decision.here}
            answers = {key: said for key, said in answers.items() if key not in decision.here}
        if self.rows and answers.get("cancelled") and self.answers.get("cancelled") is False:
            del answers["cancelled"]  # another ticket of theirs is good
        self.rows.append(row)
        self.answers.update(answers)
        self.values.update(answers)


class Meeting:
    """Finds, for each row, whom it speaks of."""

    def __init__(self, everyone: list[Someone], review: Review) -> None:
        self.everyone: list[Someone] = []
        self._review = review
        self._lookalikes: Lookalikes[Someone] = Lookalikes(slips=False)
        self._by_key: dict[tuple[str, str], Someone] = {}
        self._codes = {one.known.code for one in everyone if one.known}
        self._strange: list[tuple[int, str]] = []
        for someone in everyone:
            self._admit(someone)

    def seat(self, row: Registration) -> None:
        """Give a row to the person it speaks of, or to a new one."""
        code = row.values.get("code")
        if code and code not in self._codes:
            self._strange.append((row.row, code))
        someone = self._by_key_of(row)
        decision = None
        if someone is None:
            someone, decision = self._alike(row)
            if decision is not None and decision.verdict == LEAVE_OUT:
                self._review.leave(row)
                return
        if someone is None:
            someone = Someone()
            someone.take(row)
            self._admit(someone)
            return
        someone.take(row, decision)
        self._remember(someone)

    def strange_codes(self) -> Iterator[Problem]:
        """Codes that nobody here has: a list of another event, or codes of the form's own."""
        if self._strange:
            row, code = min(self._strange)
            yield Problem(
                row, "",
                N_("Nobody here has the badge code {code}: {count} such codes are not used, new ones are given."),
                {"code": code, "count": len(self._strange)},
            )  # fmt: skip

    def _admit(self, someone: Someone) -> None:
        self.everyone.append(someone)
        self._remember(someone)

    def _remember(self, someone: Someone) -> None:
        for key in KEYS:
            if someone.values.get(key):
                self._by_key[key, someone.values[key]] = someone
        self._lookalikes.add(someone, someone.who)

    def _by_key_of(self, row: Registration) -> Someone | None:
        return next((self._by_key[key, row.values[key]] for key in KEYS
                     if key in row.values and (key, row.values[key]) in self._by_key), None)  # fmt: skip

    def _alike(self, row: Registration) -> tuple[Someone | None, Decision | None]:
        """Whom a row speaks of, None for somebody new; and what was decided about that."""
        like = self._lookalikes.like(_who(row.name, row.values))
        if not like:
            return None, None
        someone, alike = like[0]
        several_tickets = alike is Alike.SAME and _has_another_ticket(row, someone)
        if alike is Alike.SAME and not several_tickets:
            return someone, None
        if alike is Alike.SHARED and not self._shares_mailbox(row, someone):
            return None, None
        only_name = alike is Alike.MAYBE and sum(how in (Alike.MAYBE, Alike.NAMESAKE) for _one, how in like) == 1
        doubt = self._ask_person(row, someone, alike, MERGE if only_name else TWO)
        if doubt.verdict == MERGE:
            return someone, doubt.decided
        return None, doubt.decided

    def _shares_mailbox(self, row: Registration, someone: Someone) -> bool:
        """Whether the address is the same and no order explains it."""
        email = row.values.get("email")
        of_one_order = row.order and any(row.order == other.order for other in someone.rows)
        return bool(email) and email == someone.values.get("email") and not of_one_order

    def _ask_person(self, row: Registration, someone: Someone, alike: Alike, suggested: str) -> Doubt:
        other = name_of(someone.values)
        sentence = {
            Alike.SAME: N_("{name} has several tickets."),
            Alike.MAYBE: N_("Only the name says that this is the same {name}."),
            Alike.NAMESAKE: N_("There is another {name} with another e-mail or phone."),
            Alike.PROBABLY: N_("{name} is nearly {other}, with the same e-mail or phone."),
            Alike.SHARED: N_("{name} has the same e-mail as {other}."),
        }[alike]
        shown = {key: value for key, value in row.values.items() if key in IMPORTED}
        return self._review.ask(
            row, DoubtKind.PERSON, " ".join(name_key(other)), sentence, texts={"other": other},
            options=(TWO, MERGE, LEAVE_OUT), suggested=suggested,
            here={key: value for key, value in someone.values.items() if key in IMPORTED}, said=shown,
            here_row=someone.rows[0].row if someone.rows else 0,
        )  # fmt: skip


def _has_another_ticket(row: Registration, someone: Someone) -> bool:
    """Whether both have a ticket and these differ: several tickets bought on one e-mail are several people."""
    return any(
        row.values.get(key) and someone.values.get(key) and row.values[key] != someone.values[key]
        for key in ("ticket_secret", "ticket")
    )  # fmt: skip


def _who(name: str, values: Mapping[str, Any]) -> Who:
    return Who(name, values.get("email", ""), values.get("phone", ""), values.get("organisation", ""))


def _same_words(one: str, other: str) -> bool:
    return words_of(one) == words_of(other)
