"""The acts of the play, in the order of the days.

Everything goes through the actions that a person's clicks go through; nothing is written past them.
"""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from uuid import UUID, uuid4

from hackdesk.agenda import actions as agenda
from hackdesk.agenda import queries as agenda_of
from hackdesk.agenda.rules import Planned, View, planned_of
from hackdesk.follow_up.actions import add_commitment
from hackdesk.follow_up.rules import Promise
from hackdesk.jury import actions as jury
from hackdesk.jury import queries as jury_of
from hackdesk.jury.feedback_queries import feedback
from hackdesk.jury.rules import BallotState, Criterion, Juror, NotCounted, Sheet, steps_of
from hackdesk.language import N_, language
from hackdesk.people import actions as people
from hackdesk.people import queries as people_of
from hackdesk.people.actions.lists import bring_in
from hackdesk.people.importing.registrations import understood
from hackdesk.people.importing.table import read_table
from hackdesk.people.rules import Draft, Person
from hackdesk.people.turnout import MUNICIPALITY, Outcome
from hackdesk.rehearsal.cast import registrations, topics_for
from hackdesk.rehearsal.hall import prepare_hall, show_step
from hackdesk.rehearsal.mentors import invite_mentors, meet_mentors
from hackdesk.rehearsal.pitches import draw_order, introduce_topics
from hackdesk.rehearsal.play import Act, Play
from hackdesk.teams import actions as teams
from hackdesk.teams import queries as teams_of
from hackdesk.teams.rules import TopicDraft
from hackdesk.teams.solver import propose

#: Of those who registered, so many come on the first day, and so many of them again on the second.
_COME, _COME_AGAIN = 0.87, 0.94
#: At the middle of the arrivals so many are in.
_BY_THE_MIDDLE = 0.7
#: Of those who are here, so many are ticked at a meal.
_EAT = 0.93


def register(play: Play) -> None:
    """Topics are written down, the list of registrations is brought in, owners are named, jurors invited."""
    for title, description, owner in topics_for(play.scale, play.players):
        teams.add_topic(play.event, TopicDraft(title, description, owner_name=owner, languages=("et",)))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "registreerimine.csv"
        source.write_text(registrations(play.scale, play.settings.starts_on, play.players), encoding="utf-8-sig")
        bring_in(play.event, understood(read_table(source)))
    _name_owners(play)
    _say_who_sees_to_what(play)
    for number, (name, affiliation) in enumerate(_jurors(play)):
        jury.add_juror(play.event, Juror(uuid4(), name, affiliation, chair=number == 0))
    _want(play)
    people.add_meals(play.event, agenda_of.meals_suggested(play.event))
    prepare_hall(play)


def _want(play: Play) -> None:
    """It is said how many are wanted, a few more than have registered, and two owners were called."""
    people.want_usual_mix(play.event, play.scale.people + play.scale.people // 16)
    for municipality in play.players.words["organisations"]["Ametnik"][:3]:
        people.set_wanted(play.event, MUNICIPALITY, municipality, max(1, play.scale.people // 16))
    owners = [topic.owner_id for topic in teams_of.topics(play.event) if topic.owner_id]
    for owner, outcome in zip(owners, (Outcome.COMING, Outcome.NO_ANSWER), strict=False):
        people.note_call(play.event, owner, outcome)


def _name_owners(play: Play) -> None:
    """Where somebody of the owning institution has registered, they own the topic in person."""
    free = list(people_of.people(play.event))
    for topic in teams_of.topics(play.event):
        owner = next((person for person in free if person.organisation == topic.owner_name), None)
        if owner:
            free.remove(owner)
            draft = TopicDraft(topic.title, topic.description, owner.id, topic.owner_name, languages=("et",))
            teams.edit_topic(play.event, topic.id, draft, seen=topic.version)


def _say_who_sees_to_what(play: Play) -> None:
    """The programme gets what goes on behind the scenes, and a name at the opening."""
    first = agenda_of.programme(play.event)[0]
    title = language(play.settings.language)(N_("Tables, projector and signs are set up"))
    early = first.starts_at - timedelta(hours=1)
    tables = Planned(title, early, first.starts_at, public=False, responsible="Marek Oja")
    agenda.add_item(play.event, tables)
    opening = next(item for item in agenda_of.programme(play.event) if item.kind == "talk")
    named = replace(planned_of(opening), responsible="Tiina Kallas")
    agenda.edit_item(play.event, opening.id, named, seen=opening.version)


def _jurors(play: Play) -> list[tuple[str, str]]:
    known = play.players.jurors
    rounds = range(-(-play.scale.jurors // len(known)))
    named = [(f"{name} {turn + 1}" if turn else name, where) for turn in rounds for name, where in known]
    return named[: play.scale.jurors]


def arrive(play: Play) -> None:
    """Act 2: the first part of those who come is checked in, two walk-ins among them."""
    _check_in(play, _coming(play)[: round(play.scale.people * _COME * _BY_THE_MIDDLE)])
    for given, family, group in (("Marek", "Oja", "entrepreneur"), ("Dace", "Liepa", "community")):
        draft = Draft(given, family, groups=(group,), languages=("et",), photo_consent=True)
        people.register_walk_in(play.event, draft)


def _coming(play: Play) -> list[Person]:
    everybody = [person for person in people_of.people(play.event) if not person.walk_in]
    play.chance.shuffle(everybody)
    return everybody[: round(play.scale.people * _COME)]


def _check_in(play: Play, coming: list[Person]) -> None:
    play.at(0, 9)
    for person in coming:
        play.clock.forward(timedelta(seconds=play.chance.uniform(10, 90)))
        people.check_in(play.event, person.code)


def form_teams(play: Play) -> None:
    """Act 3: the others arrive, teams form around topics and get their tables, the first day runs."""
    absent = [person for person in people_of.people(play.event) if not person.arrived_at]
    _check_in(play, absent[: round(play.scale.people * _COME * (1 - _BY_THE_MIDDLE))])
    play.at(0, 10, 30)
    introduce_topics(play)
    play.at(0, 11, 40)
    _withdraw_least_wished(play)
    steps = 200 * play.scale.people
    plan = propose(teams_of.problem(play.event), seconds=60, seed=play.scale.seed, steps=steps)
    teams.apply_proposal(play.event, plan)
    for number, team in enumerate(teams_of.teams(play.event), 1):
        teams.set_table(play.event, team.id, str(number), seen=team.version)
    invite_mentors(play)
    _run_day(play, 0)


def _withdraw_least_wished(play: Play) -> None:
    """One topic more was pitched than there are teams; it stays on record."""
    wished = Counter(wish for person in people_of.people(play.event) for wish in person.choices[:1])
    open_topics = sorted(teams_of.topics(play.event), key=lambda topic: (wished[topic.title], -topic.position))
    for topic in open_topics[: len(open_topics) - play.scale.teams]:
        teams.withdraw_topic(play.event, topic.id, seen=topic.version)


def _run_day(play: Play, day: int, last: str = "") -> None:
    """The programme of a day as it went, some items a few minutes late, up to the first item of kind `last`."""
    zone, date = play.settings.zone, play.settings.days[day]
    for item in agenda_of.programme(play.event):
        if item.starts_at.astimezone(zone).date() != date or item.started_at:
            continue
        late = timedelta(minutes=play.chance.choice([0, 0, 2, 4, 7]))
        if item.ends_at + late < play.event.clock.utc_now():
            # It was over before anybody had time to press Start.
            began, over = item.starts_at + late / 2, item.ends_at + late
            agenda.note_times(play.event, item.id, began, over, seen=item.version)
            continue
        play.clock.move_to(item.starts_at + late)
        agenda.start_item(play.event, item.id)
        if item.kind == "meal":
            _serve(play, item.id)
        if item.kind == "mentors":
            meet_mentors(play, item)
        if item.kind == last:
            return


def _end_of_day(play: Play) -> None:
    """Nobody pressed End in the evening; it is noted in the morning."""
    for item in agenda_of.programme(play.event):
        if item.running:
            agenda.note_times(
                play.event, item.id, item.started_at, item.ends_at + timedelta(minutes=5), seen=item.version
            )


def _serve(play: Play, meal_id: UUID) -> None:
    """Nearly everybody who is here is ticked at the table. meal_id: that of the programme's item."""
    hunger = random.Random(f"{play.scale.seed} {len(people_of.meal_ticks(play.event))}")
    meal = next(meal for meal in people_of.meals(play.event) if meal.id == meal_id)
    for person in people_of.people(play.event):
        presence = person.on(meal.day)
        if presence and presence.here and hunger.random() < _EAT:
            people.tick_meal(play.event, meal.id, person.id)


def pitch(play: Play) -> None:
    """Act 4: the second day begins, the order is drawn, the first team pitches."""
    play.at(-1, 8, 50)
    for person in people_of.people(play.event):
        if person.arrived_at and play.chance.random() < _COME_AGAIN:
            people.check_in(play.event, person.code)
    _end_of_day(play)
    _run_day(play, -1, "pitches")
    draw_order(play)
    agenda.call_team(play.event, agenda_of.pitches(play.event)[0].subject_id)
    agenda.start_timer(play.event)
    show_step(play, View.TIMER)


def judge(play: Play) -> None:
    """Act 5: every pitch is heard and marked. One juror is recused from one team, one ballot stays open."""
    jurors, criteria = jury_of.jurors(play.event), jury_of.criteria(play.event)
    turns = agenda_of.pitches(play.event)
    strength = {turn.subject_id: play.chance.uniform(0.3, 0.95) for turn in turns}
    for turn in turns:
        play.clock.forward(timedelta(minutes=7))
        for number, juror in enumerate(jurors):
            if (number, turn.position) == (1, 2):
                why = NotCounted(BallotState.RECUSED, "Töötab samas asutuses")
                jury.set_ballot_state(play.event, juror.id, turn.subject_id, why, seen=0)
            elif (number, turn.position) != (2, len(turns)):
                sheet = _sheet(play, criteria, strength[turn.subject_id])
                jury.hand_in_ballot(play.event, juror.id, turn.subject_id, sheet, seen=0)


def _sheet(play: Play, criteria: tuple[Criterion, ...], strength: float) -> Sheet:
    """Marks around a team's strength, as jurors scatter."""
    marks: dict[UUID, Fraction] = {}
    for criterion in criteria:
        known = steps_of(criterion)
        wanted = round(play.chance.gauss(strength, 0.16) * (len(known) - 1))
        marks[criterion.id] = known[min(max(wanted, 0), len(known) - 1)]
    note = play.chance.choice(play.players.notes) if play.chance.random() < 0.6 else ""
    return Sheet(marks=marks, note=note)


def seal(play: Play) -> None:
    """Act 6: the last ballot comes in, awards are decided apart from places, the results are signed."""
    agenda.restart_timer(play.event)
    _run_day(play, -1, "jury")
    criteria = jury_of.criteria(play.event)
    for missing in jury_of.results(play.event).missing:
        if missing.state == BallotState.OPEN:
            sheet = _sheet(play, criteria, 0.6)
            jury.hand_in_ballot(play.event, missing.juror_id, missing.team_id, sheet, seen=0)
    placed = jury_of.results(play.event).places
    by_choice = [award for award in jury_of.awards(play.event) if award.by_place is None]
    for number, award in enumerate(by_choice, 1):
        jury.give_award(play.event, award.id, placed[number % len(placed)].team_id, decided=award.decided_by)
    jury.seal_results(play.event)
    play.clock.forward(timedelta(minutes=20))
    show_step(play, View.RESULTS)


def promise(play: Play) -> None:
    """Act 7: the chair releases the jury's words, and each team says who does what by when."""
    _run_day(play, -1)
    jury.release_notes(play.event, [note for team in feedback(play.event) for note in team.notes])
    for team in teams_of.teams(play.event):
        if not team.members:
            continue
        for number, (what, days) in enumerate(play.players.commitments[: play.chance.choice([1, 2, 3])]):
            who = team.members[number % len(team.members)].name
            by_when = play.settings.ends_on + timedelta(days=days)
            add_commitment(play.event, team.id, Promise(who, what, by_when))
    play.clock.forward(timedelta(minutes=15))
    last = agenda_of.programme(play.event)[-1]
    agenda.end_item(play.event, last.id)


ACTS: dict[Act, Callable[[Play], None]] = {
    Act.REGISTERED: register,
    Act.ARRIVING: arrive,
    Act.TEAMS: form_teams,
    Act.PITCHES: pitch,
    Act.JURY: judge,
    Act.SEALED: seal,
    Act.PROMISES: promise,
}
