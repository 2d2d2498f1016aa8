"""The hall's vote: what each person may choose, whose vote is taken, and how votes become an order.

Points are Borda's (J.-C. de Borda, Mémoire sur les élections au scrutin, 1781): where three teams are named, the
first gets 3 points, the second 2, the third 1, and a team that is not named none. A slip with fewer names gives
each of them the same points as a full one, because that is what is printed beside its boxes; the other way, by
which one name alone is worth 1 point, is discussed by P. Emerson, The original Borda count and partial voting,
Social Choice and Welfare 40 (2013). With one choice this is a plain count. Everything is a whole number, so a tie
is a tie: no second count decides it.

Who votes: everybody who was checked in on any day of the event and has not cancelled. Whoever worked through the
night was scanned the evening before, and would be refused in the hall if only today counted. Nobody votes for
their own team: one they are or were a member of, one that took it over, and one that works on their topic.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.jury.rules import Award, AwardGiven, Contestant
from hackdesk.language import N_
from hackdesk.people.badge_codes import check_character, cleaned

NOT_OPENED, OPEN, CLOSED = "", "open", "closed"
PHONE, PAPER = "phone", "paper"
#: So many teams one person may put in order.
MOST_CHOICES = 3
#: More guests than this are an event of their own.
MOST_GUESTS = 500
#: Stands first in a guest's code, which is one sign longer than a badge's.
_GUEST = "G"
_GUEST_LENGTH = 8
_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class HallRefusal(HackDeskError):
    """A vote that is not taken, and why."""


class VotedAlready(HallRefusal):
    """The one vote of this person or guest is in; the first stays."""


class OwnTeam(HallRefusal):
    """A vote for the voter's own team."""


class VotingClosed(HallRefusal):
    """There is no vote now."""


@dataclass(frozen=True)
class HallVote:
    """How the hall votes. choices: how many teams one person may name, best first. state: "", open, closed.

    guests: whether slips with a guest's code are counted, by themselves. guest_slips: how many such codes there
    are; secret: what they are made from. numbers: ids of the teams in the order of their numbers on the slips.
    """

    choices: int = 1
    guests: bool = False
    state: str = NOT_OPENED
    numbers: tuple[UUID, ...] = ()
    guest_slips: int = 0
    secret: str = ""

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any]) -> HallVote:
        """As the event's settings keep it; what a later HackDesk put there is left alone."""
        known = {field.name: kept[field.name] for field in fields(cls) if field.name in kept}
        if "numbers" in known:
            known["numbers"] = tuple(map(UUID, known["numbers"]))
        return cls(**known)

    def to_dict(self) -> dict[str, Any]:
        """Only what is not as usual."""
        usual = HallVote()
        kept = {key: value for key, value in asdict(self).items() if value != getattr(usual, key)}
        if "numbers" in kept:
            kept["numbers"] = [str(team) for team in self.numbers]
        return kept

    @property
    def open(self) -> bool:
        """Whether votes are taken now."""
        return self.state == OPEN

    def numbered(self, teams: Iterable[Contestant]) -> tuple[tuple[int, Contestant], ...]:
        """The teams that can be chosen, with their numbers. A number is kept once it stands on slips.

        teams: in the order of pitches; those that came later have the numbers after.
        """
        known = tuple(teams)
        ids = [*self.numbers, *(one.id for one in known if one.active and one.id not in self.numbers)]
        number = {team: at for at, team in enumerate(ids, 1)}
        return tuple(sorted(((number[team.id], team) for team in known if team.active), key=lambda one: one[0]))


@dataclass(frozen=True)
class HallPlace:
    """Where the hall puts a team. counts: how often it was named first, second, third; until: the last place of
    those that share this one."""

    team_id: UUID
    team: str
    place: int
    until: int
    points: int
    counts: tuple[int, ...]

    @property
    def shared(self) -> bool:
        """Whether another team has as many points."""
        return self.until > self.place


@dataclass(frozen=True)
class HallCount:
    """Votes counted. votes: how many were given; lost: of those, how many name no team that is still judged."""

    choices: int
    votes: int
    places: tuple[HallPlace, ...] = ()
    lost: int = 0

    @property
    def winners(self) -> tuple[HallPlace, ...]:
        """The first place: several where they share it, none where nobody was named."""
        return tuple(place for place in self.places if place.place == 1 and place.points)


@dataclass(frozen=True)
class HallResult:
    """What the hall says. people: how many could vote. guests: counted by themselves, never added to the hall."""

    hall: HallCount
    people: int
    guests: HallCount | None = None


def counted(votes: Iterable[Sequence[UUID]], teams: Iterable[Contestant], choices: int) -> HallCount:
    """Votes as an order of the active teams. votes: ids of teams, best first, of each vote."""
    all_votes = [tuple(vote) for vote in votes]
    active = {team.id: team for team in teams if team.active}
    named = [Counter(vote[at] for vote in all_votes if len(vote) > at) for at in range(choices)]
    points = {team: sum((choices - at) * named[at][team] for at in range(choices)) for team in active}
    places = []
    for team in sorted(active.values(), key=lambda one: (-points[one.id], one.name.casefold(), str(one.id))):
        ahead = sum(other > points[team.id] for other in points.values())
        alike = sum(other == points[team.id] for other in points.values())
        counts = tuple(one[team.id] for one in named)
        places.append(HallPlace(team.id, team.name, ahead + 1, ahead + alike, points[team.id], counts))
    lost = sum(not any(team in active for team in vote) for vote in all_votes)
    return HallCount(choices, len(all_votes), tuple(places), lost)


def own_teams(
    member_of: Iterable[UUID], on_their_topics: Iterable[UUID], merged_into: Mapping[UUID, UUID | None]
) -> frozenset[UUID]:
    """The teams somebody may not vote for, with those that took them over.

    member_of: teams they are or were in; on_their_topics: teams that work on a topic of theirs.
    """
    found: set[UUID] = set()
    waiting: list[UUID | None] = [*member_of, *on_their_topics]
    while waiting:
        team = waiting.pop()
        if team is not None and team not in found:
            found.add(team)
            waiting.append(merged_into.get(team))
    return frozenset(found)


def checked_choices(
    choices: Sequence[UUID], vote: HallVote, teams: Iterable[Contestant], own: frozenset[UUID]
) -> tuple[UUID, ...]:
    """The same choices where they can be a vote. Raises HallRefusal, OwnTeam."""
    known = {team.id: team for team in teams}
    if not choices:
        raise HallRefusal(
            N_("No team is named: a blank slip is no vote."), remedy=N_("The code can still be used.")
        )
    if len(choices) > vote.choices:
        raise HallRefusal(
            N_("{count} teams are named, and a vote has room for {most}."), count=len(choices), most=vote.choices
        )
    if len(set(choices)) < len(choices):
        raise HallRefusal(N_("The same team is named twice."), remedy=N_("Name each team once."))
    for team_id in choices:
        team = known.get(team_id)
        if team is None or not team.active:
            raise HallRefusal(
                N_("“{team}” does not take part any more."), team=team.name if team else "–",
                remedy=N_("Choose another team."),
            )  # fmt: skip
        if team_id in own:
            raise OwnTeam(
                N_("“{team}” is the voter's own team, and nobody votes for that."), team=team.name,
                remedy=N_("Choose another team."),
            )  # fmt: skip
    return tuple(choices)


def typed_choices(text: str, teams: Iterable[tuple[int, Contestant]]) -> tuple[UUID, ...]:
    """The teams whose numbers were typed, best first: “4”, “4 1 6”, “4, 1, 6”. Raises HallRefusal.

    teams: (number, team) that can be chosen.
    """
    by_number = {str(number): team.id for number, team in teams}
    chosen = []
    for piece in re.split(r"[\s,;.]+", text.strip()):
        number = piece.lstrip("0")
        if piece and number not in by_number:
            raise HallRefusal(N_("No team has the number {number}."), number=piece,
                              remedy=N_("Type the number that stands before the team on the slip."))  # fmt: skip
        if piece:
            chosen.append(by_number[number])
    return tuple(chosen)


def voted_already(at: str, way: str) -> VotedAlready:
    """The refusal of a second vote. at: when the first came, on the hall's clock; way: phone, paper."""
    told = {
        PHONE: N_("This code has voted already, at {time} on a phone. The first vote stays."),
        PAPER: N_("This code has voted already, at {time} on paper. The first vote stays."),
    }
    return VotedAlready(told[way], time=at)


def voting_closed(vote: HallVote) -> VotingClosed:
    """The refusal of a vote when none is taken."""
    if vote.state == CLOSED:
        return VotingClosed(N_("The vote is closed."))
    return VotingClosed(N_("The vote is not open yet."))


def guest_codes(secret: str, count: int) -> tuple[str, ...]:
    """The codes on guests' slips, the same each time; with more slips, the first ones stay.

    Nobody guesses one without the event's secret, and a slip of a finger shows.
    """
    codes: list[str] = []
    attempt = 0
    while len(codes) < count:
        digest = hmac.new(bytes.fromhex(secret), str(attempt).encode(), hashlib.sha256).digest()
        attempt += 1
        drawn = _GUEST + "".join(_SIGNS[byte % len(_SIGNS)] for byte in digest[: _GUEST_LENGTH - 2])
        code = drawn + check_character(drawn)
        # The check of one code in 37 is a sign that no keyboard should have to send; such a code is not used.
        if code[-1] in _SIGNS and code not in codes:
            codes.append(code)
    return tuple(codes)


def guest_in(vote: HallVote, readings: Iterable[str]) -> str:
    """The guest's code that was typed or scanned, or nothing. Every code is compared, in the same time."""
    if not vote.secret:
        return ""
    tried = [cleaned(reading)[-_GUEST_LENGTH:].encode() for reading in readings]
    found = ""
    for code in guest_codes(vote.secret, vote.guest_slips):
        for reading in tried:
            if hmac.compare_digest(code.encode(), reading):
                found = code
    return found


def plain_result(result: HallResult) -> dict[str, Any]:
    """A result as JSON values, for a sealed revision."""
    return {
        "people": result.people,
        "hall": _plain_count(result.hall),
        "guests": _plain_count(result.guests) if result.guests else None,
    }


def result_from(content: Mapping[str, Any]) -> HallResult | None:
    """The result in a sealed revision's content; None in one that was signed without the hall."""
    kept = content.get("hall_vote")
    if not kept:
        return None
    return HallResult(
        _count_from(kept["hall"]), kept["people"], _count_from(kept["guests"]) if kept["guests"] else None
    )


def sealed_with(content: Mapping[str, Any], result: HallResult | None) -> dict[str, Any]:
    """A revision's content with what the hall says; where it did not vote, as it was before there was one."""
    return {**content, "hall_vote": plain_result(result)} if result else dict(content)


def result_lines(content: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """{what: (team, how it stands)} of a sealed revision, to tell in what another one differs."""
    kept = content.get("hall_vote") or {}
    return {
        f"{who} {one['team_id']}": (one["team"], f"{one['place']} ({one['points']})")
        for who in ("hall", "guests")
        for one in (kept.get(who) or {"places": ()})["places"]
    }


def given_by(award: Award, result: HallResult | None) -> list[AwardGiven]:
    """Who gets an award that the hall decides: the first, each of them where they share the place."""
    if result is None or award.decided_by != "hall" or award.by_place is not None or award.none_given:
        return []
    return [AwardGiven(award, place.team_id, place.team, "hall") for place in result.hall.winners]


@dataclass(frozen=True)
class Voter:
    """Whose code it is, without a name. guest: the code of a guest's slip. own: the teams they may not choose.

    voted_at, way: when and how the vote came in that is already there.
    """

    person_id: UUID | None = None
    guest: str = ""
    own: frozenset[UUID] = frozenset()
    voted_at: datetime | None = None
    way: str = ""


@dataclass(frozen=True)
class HallReceipt:
    """A vote that is on disk. voter: whose; way: phone, paper."""

    voter: Voter
    at: datetime
    way: str


def _plain_count(count: HallCount) -> dict[str, Any]:
    places = [
        {**asdict(place), "team_id": str(place.team_id), "counts": list(place.counts)} for place in count.places
    ]
    return {"choices": count.choices, "votes": count.votes, "lost": count.lost, "places": places}


def _count_from(kept: Mapping[str, Any]) -> HallCount:
    places = tuple(
        HallPlace(**{**one, "team_id": UUID(one["team_id"]), "counts": tuple(one["counts"])})
        for one in kept["places"]
    )
    return HallCount(kept["choices"], kept["votes"], places, kept["lost"])
