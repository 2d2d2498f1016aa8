"""What a move by hand would do to the room: in points, team by team, and in words. Pure values.

The points are those of `proposal.score`: what all reasons add up to is the change of F.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from hackdesk.language import N_
from hackdesk.teams.possible import group_of_skill
from hackdesk.teams.proposal import (
    Pair,
    Participant,
    Plan,
    PossibleTeam,
    Problem,
    Score,
    broken_in_team,
    shares_language,
    team_terms,
)
from hackdesk.teams.rules import Finding

#: Who goes where: {person: possible team}; None: out of their team.
Moves = Mapping[UUID, UUID | None]

_GETS = {
    1: N_("{person} gets their first wish"), 2: N_("{person} gets their second wish"),
    3: N_("{person} gets their third wish"),
}  # fmt: skip
#: By term of the score: what to say where it becomes worse, and where it becomes better.
_WORSE = {
    "no_experience": N_("loses its only experienced person"),
    "nobody_to_carry_on": N_("nobody is left to carry it on"),
    "same_place": N_("more from the same place"),
    "same_group": N_("more than {most} of one group"),
    "size": N_("{count} people, further from the usual {usual}"),
}
_BETTER = {
    "no_experience": N_("gets somebody experienced"),
    "nobody_to_carry_on": N_("gets somebody who will carry it on"),
    "same_place": N_("fewer from the same place"),
    "same_group": N_("fewer of a group it has many of"),
    "size": N_("{count} people, nearer to the usual {usual}"),
}
#: (kind of pair, whether they sit together then).
_PAIRS = {
    ("friends", True): N_("{person} and {other} are together, as they wish"),
    ("friends", False): N_("{person} and {other} are apart and would like to be together"),
    ("rather_not", True): N_("{person} and {other} are together and would rather not be"),
    ("rather_not", False): N_("{person} and {other} are apart, as they wish"),
    ("must_with", True): N_("{person} and {other} are together, as they must"),
    ("must_with", False): N_("{person} and {other} must sit together"),
    ("must_not", True): N_("{person} and {other} must sit apart"),
    ("must_not", False): N_("{person} and {other} are apart, as they must"),
}
#: Where somebody sits: a possible team, or None.
_Seat = Callable[[UUID], UUID | None]


@dataclass(frozen=True)
class Reason:
    """Why F changes, in one short sentence. points: above 0 is worse. rule: a hard rule that breaks."""

    points: int
    finding: Finding
    rule: bool = False


@dataclass(frozen=True)
class TeamEffect:
    """What happens to one team. points: what its reasons add up to."""

    team: PossibleTeam
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """How much more it costs."""
        return sum(reason.points for reason in self.reasons)


@dataclass(frozen=True)
class Effect:
    """What moves would do. teams: those that are left, then those that are joined; score: the change by term.

    between: what concerns pairs across teams. breaks: how many hard rules would be broken
    that are not now.
    """

    score: Score
    teams: tuple[TeamEffect, ...] = ()
    between: tuple[Reason, ...] = ()
    breaks: int = 0

    @property
    def total(self) -> int:
        """The change of F; above 0 is worse."""
        return self.score.total

    @property
    def order(self) -> tuple[int, int]:
        """For putting the least harm first."""
        return self.breaks, self.total

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """All of them, broken rules first, then the weightiest."""
        found = [reason for team in self.teams for reason in team.reasons] + [*self.between]
        return tuple(sorted(found, key=lambda reason: (not reason.rule, -abs(reason.points))))


class Effects:
    """Answers what a move would do, as the room is. names: {group key: what it is called}.

    Made once for a room; one answer takes a fraction of a millisecond, so that it can be asked at every move of
    the mouse.
    """

    def __init__(self, problem: Problem, plan: Plan, names: Mapping[str, str]) -> None:
        self.problem, self.plan, self._names = problem, plan, names
        self._people = {person.id: person for person in problem.people}
        self._teams = {team.id: team for team in problem.teams}
        self._rooms: dict[UUID, list[Participant]] = {team.id: [] for team in problem.teams}
        for person in problem.people:
            if person.id in plan:
                self._rooms[plan[person.id]].append(person)
        self._pairs: dict[UUID, list[Pair]] = {}
        for pair in problem.pairs:
            for one in (pair.one, pair.other):
                self._pairs.setdefault(one, []).append(pair)

    def has(self, team_id: UUID) -> bool:
        """Whether the team is counted at all; one without a topic is not."""
        return team_id in self._teams

    def knows(self, moves: Moves) -> bool:
        """Whether everybody who moves and every team they would join is counted at all."""
        teams = set(moves.values()) - {None}
        return moves.keys() <= self._people.keys() and teams <= self._teams.keys()

    def of(self, moves: Moves) -> Effect:
        """What these moves would do. Who stays where they are does nothing."""
        moves = {who: to for who, to in moves.items() if self.plan.get(who) != to}
        left = dict.fromkeys(self.plan[who] for who in moves if who in self.plan)
        joined = dict.fromkeys(to for to in moves.values() if to is not None)
        terms: Counter[str] = Counter()
        teams = []
        for team_id in left | joined:
            effect = self._team(self._teams[team_id], moves, terms)
            if effect.reasons:
                teams.append(effect)
        between = self._between(moves, terms)
        change = sum(self._moved(who, to) - self._moved(who, self.plan.get(who)) for who, to in moves.items())
        if change and self.problem.change_price:
            terms["changes"] = self.problem.change_price * change
            between.append(Reason(terms["changes"], Finding.of("changes", N_("more people change their team"))))
        # A pin holds against proposals; whoever moves somebody by hand means it.
        reasons = [*between, *(reason for team in teams for reason in team.reasons)]
        breaks = sum(reason.rule and reason.finding.kind != "pin" for reason in reasons)
        return Effect(Score(**terms), tuple(teams), tuple(between), breaks)

    def best_places(self, person_id: UUID, most: int) -> list[tuple[PossibleTeam, Effect]]:
        """The teams with somebody in them that this person would harm least by joining, the best first."""
        here = self.plan.get(person_id)
        found = [
            (team, self.of({person_id: team.id})) for team in self.problem.teams
            if team.id != here and (self._rooms[team.id] or team.exists)
        ]  # fmt: skip
        found.sort(key=lambda place: (place[1].order, place[0].title))
        return found[:most]

    def who_could_come(self, team_id: UUID, most: int) -> list[tuple[Participant, Effect]]:
        """Who would do least harm by coming to this team, wherever they sit now; nobody who is pinned or owns."""
        owners = {team.owner_id for team in self.problem.teams}
        able = (
            person for person in self.problem.people
            if self.plan.get(person.id) != team_id and not person.pinned and person.id not in owners
        )  # fmt: skip
        found = [(person, self.of({person.id: team_id})) for person in able]
        found.sort(key=lambda come: (come[1].order, come[0].name))
        return found[:most]

    def _moved(self, who: UUID, to: UUID | None) -> bool:
        seat = self._people[who].seat
        return seat is not None and seat != to

    # --- one team -----------------------------------------------------------------------------

    def _team(self, team: PossibleTeam, moves: Moves, terms: Counter[str]) -> TeamEffect:
        before = self._rooms[team.id]
        stay = [person for person in before if person.id not in moves]
        come = [self._people[who] for who, to in moves.items() if to == team.id]
        go = [person for person in before if person.id in moves]
        after = stay + come
        change = _difference(self.problem, team, before, after)
        terms.update(change)
        # A wish is told where somebody goes: what they had and what they get is one reason.
        change.pop("wishes", None)
        reasons = [*self._rules(team, before, after, go), *self._no_place(go, team, moves)]
        reasons += self._wishes(come, team)
        if before and after:
            reasons += self._causes(team, before, after, change)
        else:
            sentence = N_("the first of the team") if after else N_("nobody is left")
            reasons.append(Reason(sum(change.values()), Finding.of("begins", sentence)))
        return TeamEffect(team, tuple(reason for reason in reasons if _is_told(reason)))

    def _wish_points(self, person: Participant, team_id: UUID | None) -> int:
        if team_id is None or not person.has_wishes:
            return 0
        return self.problem.weights.of_wish(person.rank(self._teams[team_id].topic_id))

    def _wishes(self, come: Sequence[Participant], team: PossibleTeam) -> list[Reason]:
        found = []
        for person in come:
            before = self.plan.get(person.id)
            points = self._wish_points(person, team.id) - self._wish_points(person, before)
            rank = person.rank(team.topic_id)
            was = person.rank(self._teams[before].topic_id) if before else None
            if rank and (points or rank != was):
                found.append(Reason(points, Finding.of("wish_got", _GETS[rank], person=person.name)))
            elif points:
                gets_none = N_("{person} gets none of their wishes")
                found.append(Reason(points, Finding.of("wish", gets_none, person=person.name)))
        return found

    def _no_place(self, go: Sequence[Participant], team: PossibleTeam, moves: Moves) -> list[Reason]:
        sentence = N_("{person} has no place then")
        return [
            Reason(-self._wish_points(one, team.id), Finding.of("no_place", sentence, person=one.name), rule=True)
            for one in go
            if moves[one.id] is None
        ]

    def _causes(
        self, team: PossibleTeam, before: list[Participant], after: list[Participant], change: Counter[str]
    ) -> list[Reason]:
        """The changes of a team that had somebody and still has, each with its points."""
        found = [*self._groups(before, after), *self._skills(team, before, after)]
        for reason in found:
            change[reason.finding.kind] -= reason.points
        fields_ = {"count": len(after), "usual": self.problem.ideal_size, "most": self.problem.most_of_a_group}
        for term, points in change.items():
            if points:
                sentence = (_WORSE if points > 0 else _BETTER).get(term, N_("for other reasons"))
                found.append(Reason(points, Finding.of(term, sentence, **fields_)))
        return found

    def _groups(self, before: Sequence[Participant], after: Sequence[Participant]) -> list[Reason]:
        weight, found = self.problem.weights.missing_group, []
        had, has = ({group for person in people for group in person.groups} for people in (before, after))
        first, last = N_("its first: {group}"), N_("loses its only one: {group}")
        for wanted in self.problem.wanted_groups:
            lost, got = (had - has) & set(wanted), (has - had) & set(wanted)
            if not has.isdisjoint(wanted) and had.isdisjoint(wanted):
                name = self._called(wanted, got)
                found.append(Reason(-weight, Finding.of("missing_group", first, group=name)))
            if has.isdisjoint(wanted) and not had.isdisjoint(wanted):
                name = self._called(wanted, lost)
                found.append(Reason(weight, Finding.of("missing_group", last, group=name)))
        return found

    def _called(self, wanted: Sequence[str], among: set[str]) -> str:
        key = next(key for key in wanted if key in among)
        return self._names.get(key, key)

    def _skills(
        self, team: PossibleTeam, before: Sequence[Participant], after: Sequence[Participant]
    ) -> list[Reason]:
        weight = self.problem.weights.missing_skill
        had, has = ({skill for person in people for skill in person.skills} for people in (before, after))
        wanted = dict.fromkeys(team.skills)
        lost = [skill for skill in wanted if skill in had - has]
        got = [skill for skill in wanted if skill in has - had]
        loses, gets = N_("loses the only one with {skill}"), N_("gets somebody with {skill}")
        return [
            *(Reason(weight, Finding.of("missing_skill", loses, skill=self._skill(skill))) for skill in lost),
            *(Reason(-weight, Finding.of("missing_skill", gets, skill=self._skill(skill))) for skill in got),
        ]

    def _skill(self, skill: str) -> str:
        """What it is called; a group that an owner looks for counts like a skill."""
        group = group_of_skill(skill)
        return self._names.get(group, group) if group else skill

    def _rules(
        self, team: PossibleTeam, before: Sequence[Participant], after: Sequence[Participant],
        go: Sequence[Participant],
    ) -> list[Reason]:  # fmt: skip
        """Hard rules that would be broken and are not now."""
        found = []
        size, most, least = len(after), team.max_size, team.min_size
        if size > max(most, len(before)):
            found.append(Finding.of("size", N_("too many: {count} of {most}"), count=size, most=most))
        if 0 < size < least and size < len(before):
            found.append(Finding.of("size", N_("too few: {count} of at least {least}"), count=size, least=least))
        came = [person for person in after if person not in before]
        found += [
            Finding.of("language", N_("{person} shares no language with the topic"), person=person.name)
            for person in came
            if not shares_language(person, team)
        ]
        found += [
            Finding.of("owner", N_("{person} owns the topic and leaves it"), person=person.name)
            for person in go
            if person.id == team.owner_id and size
        ]
        found += [
            Finding.of("pin", N_("{person} is pinned here"), person=person.name)
            for person in go
            if person.pinned and person.seat == team.id
        ]
        if team.must_run and before and not after:
            found += broken_in_team(team, after)
        return [Reason(0, finding, rule=True) for finding in found]

    # --- pairs --------------------------------------------------------------------------------

    def _between(self, moves: Moves, terms: Counter[str]) -> list[Reason]:
        found = []
        pairs = dict.fromkeys(pair for who in moves for pair in self._pairs.get(who, ()))
        for pair in pairs:
            if pair.one not in self._people or pair.other not in self._people:
                continue
            was, is_now = self._of_pair(pair, self.plan.get), self._of_pair(pair, self._after(moves))
            terms["pairs"] += is_now[0] - was[0]
            if is_now != was:
                names = {"person": self._people[pair.one].name, "other": self._people[pair.other].name}
                sentence = _PAIRS[pair.kind, self._together(pair, self._after(moves))]
                finding = Finding.of(pair.kind, sentence, **names)
                found.append(Reason(is_now[0] - was[0], finding, rule=is_now[1] and not was[1]))
        return [reason for reason in found if reason.points or reason.rule]

    def _after(self, moves: Moves) -> _Seat:
        return lambda who: moves[who] if who in moves else self.plan.get(who)

    @staticmethod
    def _together(pair: Pair, seat: _Seat) -> bool:
        return seat(pair.one) is not None and seat(pair.one) == seat(pair.other)

    def _of_pair(self, pair: Pair, seat: _Seat) -> tuple[int, bool]:
        """Points, and whether a hard rule is broken."""
        both = seat(pair.one) is not None and seat(pair.other) is not None
        together = self._together(pair, seat)
        if pair.kind == "friends":
            return (self.problem.weights.friends_apart if both and not together else 0), False
        if pair.kind == "rather_not":
            return (self.problem.weights.rather_not if together else 0), False
        return 0, both and (together == (pair.kind == "must_not"))


def _difference(
    problem: Problem, team: PossibleTeam, before: Sequence[Participant], after: Sequence[Participant]
) -> Counter[str]:
    change: Counter[str] = Counter()
    if after:
        change.update(team_terms(problem, team, after))
    if before:
        change.subtract(team_terms(problem, team, before))
    return change


def _is_told(reason: Reason) -> bool:
    """A wish that is met is good news even where it changes no points."""
    return bool(reason.points or reason.rule or reason.finding.kind == "wish_got")
