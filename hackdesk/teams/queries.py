"""What the event file says of topics and teams, as values. `…_in(session)` is for those who hold a session."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hackdesk.event.settings import settings_in
from hackdesk.event.store import Event
from hackdesk.people.queries import calls_in, groups_in, newest_in, people_in, targets_in, today_in
from hackdesk.people.rules import Group, Person
from hackdesk.people.tables import PersonRow
from hackdesk.teams import missing as missing_rules
from hackdesk.teams import rules
from hackdesk.teams import turnout as turnout_rules
from hackdesk.teams.announcing import Announcement, Told
from hackdesk.teams.cards import USUAL, Cards
from hackdesk.teams.possible import Further, among, further_teams, participant, possible_teams
from hackdesk.teams.proposal import Pair, Problem
from hackdesk.teams.rules import Finding, Member, NamedTopic, Team, Topic, Wishes
from hackdesk.teams.tables import AnnouncementRow, MembershipRow, PairRow, TeamRow, TopicRow, TopicWordingRow
from hackdesk.teams.turnout import Callee, Gathered, Turnout


@dataclass(frozen=True)
class Board:
    """Everything the Teams page shows, as of one moment.

    teams: the active ones. unplaced: who is to be placed and sits nowhere. named: titles people wish for that
    no topic has. nobody_here: nobody is checked in yet, so everybody registered counts as present.
    cards: what a proposal looks at, and which groups a team should have.
    """

    topics: tuple[Topic, ...] = ()
    teams: tuple[Team, ...] = ()
    closed: tuple[Team, ...] = ()
    unplaced: tuple[Member, ...] = ()
    named: tuple[NamedTopic, ...] = ()
    groups: tuple[Group, ...] = ()
    nobody_here: bool = True
    cards: Cards = USUAL

    def concerns(self, team: Team) -> tuple[Finding, ...]:
        """What to look at in one of the teams."""
        return rules.concerns(team, {group.key: group.short_name for group in self.groups}, self.cards.wanted)

    def team_of(self, person_id: UUID) -> Team | None:
        """The team somebody sits in."""
        return next((t for t in self.teams if any(m.person_id == person_id for m in t.members)), None)

    def wishes_for(self, topic_id: UUID) -> tuple[int, int]:
        """How many of those present wish for a topic, and how many of them first of all."""
        members = (*self.unplaced, *(member for team in self.teams for member in team.members))
        ranks = [member.wishes.index(topic_id) for member in members if topic_id in member.wishes]
        return len(ranks), ranks.count(0)

    @property
    def placed(self) -> int:
        """How many people sit in a team."""
        return sum(len(team.members) for team in self.teams)

    @property
    def without_team(self) -> tuple[Topic, ...]:
        """Open topics that nobody has gathered around."""
        taken = {team.topic.id for team in self.teams if team.topic}
        return tuple(topic for topic in self.topics if topic.open and topic.id not in taken)

    @property
    def further(self) -> tuple[Further, ...]:
        """Teams that open topics may still get."""
        return further_teams(self.teams, self.topics)

    @property
    def places(self) -> dict[UUID, UUID]:
        """Where a proposal may seat people: {a team that is there or a further one: its topic}."""
        there = {team.id: team.topic.id for team in self.teams if team.topic and team.topic.open}
        return there | {further.id: further.topic.id for further in self.further}


@dataclass(frozen=True)
class Tie:
    """Two people who must or would like to sit together or apart. names: of the one and the other."""

    id: UUID
    pair: Pair
    names: tuple[str, str]


@dataclass(frozen=True)
class Place:
    """What whoever comes in is told. team, table: "" where they sit nowhere yet; owns: titles of open topics.

    wishes: what they wished for, best first, a topic by its title of today.
    """

    team: str = ""
    table: str = ""
    owns: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


def place_of(event: Event, person: Person) -> Place:
    """Where somebody sits, or what they wished for."""
    with event.read() as session:
        seat = session.execute(
            select(TeamRow.name, TeamRow.table_name)
            .join(MembershipRow, MembershipRow.team_id == TeamRow.id)
            .where(MembershipRow.person_id == person.id, MembershipRow.until.is_(None), TeamRow.state == "active")
        ).first()
        known = topics_in(session)
        wishes = Wishes(known)
        named = [(choice, wishes.topic(choice)) for choice in person.choices]
        return Place(
            team=seat.name if seat else "",
            table=seat.table_name if seat else "",
            owns=tuple(topic.title for topic in known if topic.open and topic.owner_id == person.id),
            wishes=tuple(dict.fromkeys(topic.title if topic else choice for choice, topic in named)),
        )


def topics(event: Event) -> tuple[Topic, ...]:
    """All topics in their order, those withdrawn or merged too."""
    with event.read() as session:
        return topics_in(session)


def teams(event: Event) -> tuple[Team, ...]:
    """All teams in their order with who is in them now, whatever became of them."""
    with event.read() as session:
        shown = board_in(session)
        return tuple(sorted((*shown.teams, *shown.closed), key=lambda team: team.position))


def unplaced_people(event: Event) -> tuple[Member, ...]:
    """Who is to be placed and sits nowhere."""
    with event.read() as session:
        return board_in(session).unplaced


def board(event: Event) -> Board:
    """Topics, teams and people as of one moment."""
    with event.read() as session:
        return board_in(session)


def told(event: Event) -> Told:
    """Who sits where now, and what the room was told so far."""
    with event.read() as session:
        return told_in(session)


def told_in(session: Session) -> Told:
    """Who sits where now, and what the room was told so far, inside a session."""
    all_topics, everybody = topics_in(session), people_in(session)
    wishes = Wishes(all_topics)
    members = {person.id: _member(person, wishes) for person in everybody}
    rows = session.scalars(select(AnnouncementRow).order_by(AnnouncementRow.at))
    return Told(
        teams=_teams(session, all_topics, members), people=members,
        announcements=tuple(
            Announcement(row.id, row.at, {UUID(person): UUID(team) for person, team in row.seats.items()})
            for row in rows
        ),
    )  # fmt: skip


def problem(event: Event, *, change_price: int = 0, keep: bool = False) -> Problem:
    """What a proposal has to solve now. change_price: what a move costs; keep: whoever sits somewhere stays.

    Who is checked in is placed; while nobody is, everybody registered. Teams without a topic stay as they are.
    """
    with event.read() as session:
        return problem_in(session, change_price=change_price, keep=keep)


def room(event: Event) -> tuple[Board, Problem]:
    """The board and what a proposal would have to solve, as of one moment."""
    with event.read() as session:
        people = people_in(session)
        shown = board_in(session, people)
        return shown, problem_in(session, shown=shown, people=people)


def cards(event: Event) -> Cards:
    """What a proposal looks at, and how much each of it counts."""
    with event.read() as session:
        return cards_in(session)


def cards_in(session: Session) -> Cards:
    """The cards, inside a session."""
    return Cards.of(settings_in(session).team_cards)


def pairs(event: Event) -> tuple[Tie, ...]:
    """Who must or would like to sit with whom, or apart, by name."""
    with event.read() as session:
        names = {person.id: person.name for person in people_in(session)}
        ties = [Tie(row.id, pair, (names[pair.one], names[pair.other])) for row, pair in _pairs(session)]
        return tuple(sorted(ties, key=lambda tie: [rules.folded(name) for name in tie.names]))


def _pairs(session: Session) -> list[tuple[PairRow, Pair]]:
    kinds = Literal["must_with", "must_not", "friends", "rather_not"]
    return [
        (row, Pair(cast(kinds, row.kind), row.person_id, row.other_id)) for row in session.scalars(select(PairRow))
    ]


def turnout(event: Event) -> Turnout:
    """Who is wanted, who has registered against that, and whom to call about it."""
    with event.read() as session:
        return turnout_rules.turnout(_gathered(session), event.clock.utc_now())


def missing(event: Event, jurors: Collection[UUID] = ()) -> tuple[Callee, ...]:
    """Who is expected today and not in yet, in the order in which it matters. jurors: people who judge."""
    with event.read() as session:
        return missing_rules.missing(_gathered(session), today_in(session, event), jurors)


def taken_topics(event: Event) -> frozenset[UUID]:
    """The topics around which an active team has gathered."""
    with event.read() as session:
        seats = select(TeamRow.topic_id).join(MembershipRow, MembershipRow.team_id == TeamRow.id)
        taken = seats.where(TeamRow.state == "active", MembershipRow.until.is_(None)).distinct()
        return frozenset(topic_id for topic_id in session.scalars(taken) if topic_id)


def _gathered(session: Session) -> Gathered:
    return Gathered(
        people=people_in(session), groups=groups_in(session), topics=topics_in(session),
        targets=targets_in(session), calls=calls_in(session), new=newest_in(session),
        merged=settings_in(session).merged_municipalities,
    )  # fmt: skip


def topics_in(session: Session) -> tuple[Topic, ...]:
    """All topics in their order."""
    earlier: dict[UUID, list[str]] = {}
    for wording in session.scalars(select(TopicWordingRow).order_by(TopicWordingRow.until)):
        earlier.setdefault(wording.topic_id, []).append(wording.title)
    rows = session.scalars(select(TopicRow).order_by(TopicRow.position, TopicRow.title)).all()
    owners = {row.owner_id for row in rows}
    named = select(PersonRow.id, PersonRow.given_name, PersonRow.family_name).where(PersonRow.id.in_(owners))
    names: dict[UUID | None, str] = {
        person.id: f"{person.given_name} {person.family_name}".strip() for person in session.execute(named)
    }
    return tuple(_topic(row, names.get(row.owner_id, row.owner_name), earlier.get(row.id, ())) for row in rows)


def _topic(row: TopicRow, owner: str, earlier: Iterable[str]) -> Topic:
    return Topic(
        id=row.id, title=row.title, description=row.description, owner_id=row.owner_id,
        owner_name=row.owner_name, owner=owner, languages=tuple(row.languages), skills=tuple(row.skills),
        min_size=row.min_size, max_size=row.max_size, must_run=row.must_run, state=row.state,
        most_teams=row.most_teams, seats=row.seats, sought=tuple(row.sought), pitched_at=row.pitched_at,
        merged_into_id=row.merged_into_id, earlier_titles=tuple(dict.fromkeys(earlier)),
        position=row.position, version=row.version,
    )  # fmt: skip


def board_in(session: Session, people: Sequence[Person] | None = None) -> Board:
    """Topics, teams and people as of one moment. people: everybody, where they were read already."""
    all_topics, people = topics_in(session), people_in(session) if people is None else people
    wishes = Wishes(all_topics)
    members = {person.id: _member(person, wishes) for person in people}
    all_teams = _teams(session, all_topics, members)
    active = tuple(team for team in all_teams if team.state == "active")
    seated = {member.person_id for team in active for member in team.members}
    present, late = _present(people), _late(session, people)
    waiting = present - seated
    return Board(
        topics=all_topics,
        teams=active,
        closed=tuple(team for team in all_teams if team.state != "active"),
        unplaced=rules.in_order(
            replace(member, late=id_ in late) for id_, member in members.items() if id_ in waiting
        ),
        named=rules.named_topics(wishes, [person.choices for person in people if not person.cancelled]),
        groups=groups_in(session),
        nobody_here=not any(person.arrived_at for person in people),
        cards=cards_in(session),
    )


def _present(people: Sequence[Person]) -> set[UUID]:
    """Who is to be placed: whoever is checked in; while nobody is, whoever is registered and has not cancelled."""
    here = [person for person in people if person.arrived_at]
    expected = here or [person for person in people if not person.cancelled]
    return {person.id for person in expected if rules.is_placed(person.roles)}


def _late(session: Session, people: Sequence[Person]) -> set[UUID]:
    """Who came after the first of those who sit in a team now sat down."""
    formed = session.scalar(
        select(func.min(MembershipRow.since)).where(MembershipRow.until.is_(None))
    )
    return {person.id for person in people if formed and person.arrived_at and person.arrived_at > formed}


def _member(person: Person, wishes: Wishes) -> Member:
    return Member(
        person_id=person.id, name=person.name, organisation=person.organisation, groups=person.groups,
        languages=person.languages, choices=person.choices, skills=person.skills, code=person.code,
        arrived=person.arrived_at is not None, wishes=wishes.ranked(person.choices),
    )  # fmt: skip


def _teams(session: Session, all_topics: Iterable[Topic], people: Mapping[UUID, Member]) -> tuple[Team, ...]:
    by_id = {topic.id: topic for topic in all_topics}
    rows = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.name)).all()
    topic_of_team = {row.id: by_id.get(row.topic_id) if row.topic_id else None for row in rows}
    members: dict[UUID, list[Member]] = {row.id: [] for row in rows}
    now = MembershipRow.until.is_(None)
    seats = select(MembershipRow.person_id, MembershipRow.team_id, MembershipRow.lead, MembershipRow.pinned)
    for seat in session.execute(seats.where(now)):
        person, topic = people[seat.person_id], topic_of_team[seat.team_id]
        owner = topic is not None and topic.owner_id == seat.person_id
        members[seat.team_id].append(
            replace(person, lead=seat.lead, pinned=seat.pinned, wish=person.rank(topic), is_owner=owner)
        )
    return tuple(
        Team(
            id=row.id, name=row.name, topic=topic_of_team[row.id], table_name=row.table_name, state=row.state,
            members=rules.in_order(members[row.id]),
            position=row.position, version=row.version,
        )
        for row in rows
    )  # fmt: skip


def problem_in(
    session: Session, *, change_price: int = 0, keep: bool = False, shown: Board | None = None,
    people: Sequence[Person] | None = None,
) -> Problem:
    """What a proposal has to solve now. shown, people: the board and everybody, where they were read already."""
    everybody = people_in(session) if people is None else people
    shown, chosen = shown or board_in(session, everybody), cards_in(session)
    present, places = _present(everybody), shown.places
    seats: list[tuple[Member, UUID | None]] = [
        (member, team.id) for team in shown.teams for member in team.members
        if team.id in places and member.person_id in present
    ]  # fmt: skip
    seats += [(member, None) for member in shown.unplaced]
    by_id = {person.id: person for person in everybody}
    placed = {member.person_id: by_id[member.person_id] for member, _seat in seats}
    participants = [participant(member, placed[member.person_id], seat, keep=keep) for member, seat in seats]
    carried = {group for person in participants for group in person.groups}
    return Problem(
        people=tuple(sorted(participants, key=lambda person: (rules.folded(person.name), person.id))),
        teams=possible_teams(shown.teams, shown.topics, placed),
        pairs=among((pair for _row, pair in _pairs(session)), participants),
        weights=chosen.weights,
        # A group that nobody here belongs to would only speak against having many teams.
        wanted_groups=tuple(wanted for wanted in chosen.wanted if not carried.isdisjoint(wanted)),
        ideal_size=chosen.ideal_size,
        most_of_a_group=chosen.most_of_a_group,
        change_price=change_price,
    )
