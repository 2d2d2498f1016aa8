"""What a plan of mentor rounds cannot give, said in names with the reason."""

from __future__ import annotations

from collections import defaultdict

from hackdesk.agenda.mentor_problem import Places, Problem
from hackdesk.agenda.mentoring import clock_words
from hackdesk.language import N_
from hackdesk.teams.rules import Finding, folded


def findings(problem: Problem, places: Places) -> tuple[Finding, ...]:
    """One for each theme that is not met everywhere, then the teams nobody sees, or too seldom."""
    by_theme: dict[str, list[int]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for team, theme in problem.unmet(places):
        spelt.setdefault(folded(theme), theme)
        by_theme[folded(theme)].append(team)
    found = [_theme(problem, places, spelt[theme], teams) for theme, teams in by_theme.items()]
    return (*found, *_unvisited(problem, places))


def _theme(problem: Problem, places: Places, theme: str, teams: list[int]) -> Finding:
    knowing = [number for number in range(len(problem.mentors)) if problem.knows(number, theme)]
    wanted = sum(folded(other) == folded(theme) for _team, other in problem.needs)
    names = ", ".join(problem.mentors[number].name for number in knowing)
    said: dict[str, str | int] = {
        "theme": theme, "mentors": names, "teams": ", ".join(problem.teams[team].name for team in teams),
        "wanted": wanted,
    }  # fmt: skip
    room = sum(len(problem.here[number]) for number in knowing)
    if not knowing:
        return Finding.of("nobody", N_("Nobody knows “{theme}”. Without: {teams}."), **said)
    if not problem.slots:
        return Finding.of("over", N_("“{theme}”: no round is left. Without: {teams}."), **said)
    if not room:
        return Finding.of(
            "away", N_("“{theme}”: {mentors} – no slot is left while they are here. Without: {teams}."), **said
        )
    if _possible(problem, places, knowing, teams):
        return Finding.of(
            "open", N_("“{theme}”: there is still room for it; plan again. Without: {teams}."), **said
        )
    if room < wanted:
        return _too_few(problem, knowing, room, said)
    taken = sum(mentor in knowing for mentor, _team, _slot in places)
    if taken >= room:
        return Finding.of("full", N_("“{theme}”: every slot of {mentors} is taken. Without: {teams}."), **said)
    return Finding.of(
        "apart", N_("“{theme}”: no slot suits both {mentors} and these teams. Without: {teams}."), **said
    )


def _possible(problem: Problem, places: Places, knowing: list[int], teams: list[int]) -> bool:
    """Whether a visit could be added as things stand: what was planned did not take place, or a wish is new."""
    return any(
        place[0] in knowing and place[1] in teams
        and not any(
            place[:2] == other[:2]
            or ((place[0] == other[0] or place[1] == other[1]) and problem.clash(place[2], other[2]))
            for other in places
        )
        for place in problem.possible
    )  # fmt: skip


def _too_few(problem: Problem, knowing: list[int], room: int, said: dict[str, str | int]) -> Finding:
    only = problem.mentors[knowing[0]]
    last = max((last for _first, last in only.times), default=None)
    if len(knowing) == 1 and last and problem.slots and last < max(slot.ends_at for slot in problem.slots):
        until = clock_words(last, problem.zone)
        return Finding.of(
            "short",
            N_("{mentors} is here until {time} only, and {wanted} teams want “{theme}”. Without: {teams}."),
            time=until, **said,
        )  # fmt: skip
    return Finding.of(
        "short", N_("“{theme}”: {mentors} – room for {room}, and {wanted} teams want it. Without: {teams}."),
        room=room, **said,
    )  # fmt: skip


def _unvisited(problem: Problem, places: Places) -> list[Finding]:
    seen = {team for _mentor, team, _slot in places}
    alone = [
        team.name for number, team in enumerate(problem.teams)
        if number not in seen and not problem.visited[number]
    ]  # fmt: skip
    found = []
    if alone and problem.mentors:
        room = sum(len(slots) for slots in problem.here)
        found.append(
            Finding.of(
                "unvisited", N_("Nobody sees: {teams}. The mentors have room for {room} visits."),
                teams=", ".join(alone), room=room,
            )
        )  # fmt: skip
    for index, (round_id, name) in enumerate(problem.rounds):
        if all(slot.round_id != round_id for slot in problem.slots):
            continue
        seldom = [
            team.name for number, team in enumerate(problem.teams)
            if problem.seen[number][index]
            + sum(who == number and problem.round_of[slot] == index for _mentor, who, slot in places)
            < problem.least
        ]  # fmt: skip
        if seldom and set(seldom) != set(alone):
            found.append(
                Finding.of(
                    "seldom", N_("In “{round}” seen fewer times than asked for ({least}): {teams}."),
                    round=name, least=problem.least, teams=", ".join(seldom),
                )
            )  # fmt: skip
    return found
