"""What holds for topics and teams, whoever asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.people.search import words_of

#: Groups of which a team should have at least one each: any key of an inner tuple will do.
RoleGroups = tuple[tuple[str, ...], ...]
WANTED_GROUPS: RoleGroups = (("public_servant",), ("end_user", "community"))
_NOBODY_OF = {
    ("public_servant",): N_("No public servant yet"),
    ("end_user", "community"): N_("No end user or resident yet"),
}
#: Roles of people who sit in teams; who has only other roles (juror, mentor, …) is not placed.
_PLACED_ROLES = frozenset({"participant", "topic_owner", "team_lead"})
#: Roles of people who know from before how an event like this goes.
_EXPERIENCED_ROLES = frozenset({"team_lead", "mentor", "facilitator"})
_LARGEST_TEAM = 60
_MOST_TEAMS = 20
_WISHES = 3


@dataclass(frozen=True)
class Topic:
    """A topic. earlier_titles: how it was worded before, so that old wishes still find it.

    owner_name: where no person is named; owner: whoever it is, in words. seats: how many people the owner wants;
    sought: stakeholder groups they look for; most_teams: so many teams may work on it. pitched_at: when it was
    presented to the room.
    """

    id: UUID
    title: str
    description: str = ""
    owner_id: UUID | None = None
    owner_name: str = ""
    owner: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    min_size: int = 4
    max_size: int = 12
    must_run: bool = False
    state: str = "open"
    most_teams: int = 1
    seats: int | None = None
    sought: tuple[str, ...] = ()
    pitched_at: datetime | None = None
    merged_into_id: UUID | None = None
    earlier_titles: tuple[str, ...] = ()
    position: int = 0
    version: int = 1

    @property
    def open(self) -> bool:
        """Whether a team may gather around it; no_team only says that nobody has so far."""
        return self.state in ("open", "no_team")

    @property
    def draft(self) -> TopicDraft:
        """What a form about this topic begins with."""
        return TopicDraft(**{field.name: getattr(self, field.name) for field in fields(TopicDraft)})


@dataclass(frozen=True)
class TopicDraft:
    """A topic as somebody writes it down."""

    title: str
    description: str = ""
    owner_id: UUID | None = None
    owner_name: str = ""
    languages: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    min_size: int = 4
    max_size: int = 12
    must_run: bool = False
    most_teams: int = 1
    seats: int | None = None
    sought: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedTopic:
    """A title that people wrote as a wish and that no topic has. firsts: how many named it before others."""

    title: str
    wishes: int
    firsts: int


@dataclass(frozen=True)
class Member:
    """A person on a team's card. wish: 1, 2, 3 for a named wish, None for none of them.

    wishes: the topics their choices name, None for words that no open topic answers. late: they came after the
    first team had formed and sit nowhere yet.
    """

    person_id: UUID
    name: str
    organisation: str = ""
    groups: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    wish: int | None = None
    is_owner: bool = False
    lead: bool = False
    pinned: bool = False
    arrived: bool = True
    skills: tuple[str, ...] = ()
    wishes: tuple[UUID | None, ...] = ()
    code: str = ""
    late: bool = False

    def rank(self, topic: Topic | None) -> int | None:
        """1, 2 or 3 where the topic is one of their wishes."""
        return self.wishes.index(topic.id) + 1 if topic and topic.id in self.wishes else None


@dataclass(frozen=True)
class Team:
    """A team and who is in it now."""

    id: UUID
    name: str
    topic: Topic | None = None
    table_name: str = ""
    state: str = "active"
    members: tuple[Member, ...] = ()
    position: int = 0
    version: int = 1


@dataclass(frozen=True)
class TeamDraft:
    """A team as somebody writes it down. name: empty where it is called like its topic."""

    name: str = ""
    topic_id: UUID | None = None
    table_name: str = ""


@dataclass(frozen=True)
class Finding:
    """Something a person should know about a team or a plan, not yet in anybody's language.

    kind: what it is about ("size", "language", …). Worded with `words(found.sentence, **found.fields)`.
    """

    kind: str
    sentence: str
    values: tuple[tuple[str, str | int], ...] = ()

    @classmethod
    def of(cls, kind: str, sentence: str, **values: str | int) -> Finding:
        """A finding with its fields by name."""
        return cls(kind, sentence, tuple(values.items()))

    @property
    def fields(self) -> dict[str, str | int]:
        """The fields of the sentence."""
        return dict(self.values)


@lru_cache(maxsize=16_384)
def folded(title: str) -> str:
    """A title as it is compared: without case, accents, punctuation and doubled spaces."""
    return " ".join(words_of(title))


class Wishes:
    """Finds the topics that people's own words name, earlier wordings and merged topics included."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = {topic.id: topic for topic in topics}
        self._by_title: dict[str, UUID] = {}
        # The same few titles come again and again among many people: each is read once.
        self._read: dict[str, Topic | None] = {}
        for topic in self._topics.values():
            for title in topic.earlier_titles:
                self._by_title.setdefault(folded(title), topic.id)
        # A title of today is stronger than what another topic was once called.
        self._by_title.update({folded(t.title): t.id for t in self._topics.values() if t.state != "merged"})
        for topic in self._topics.values():
            self._by_title.setdefault(folded(topic.title), topic.id)

    def known(self, title: str) -> bool:
        """Whether some topic has or had this title, whatever became of it."""
        return folded(title) in self._by_title

    def topic(self, title: str) -> Topic | None:
        """The open topic that the words name; None for an unknown or withdrawn one."""
        if title not in self._read:
            self._read[title] = self._topic(title)
        return self._read[title]

    def _topic(self, title: str) -> Topic | None:
        found = self._topics.get(self._by_title.get(folded(title), UUID(int=0)))
        seen = set()
        while found and found.state == "merged" and found.merged_into_id and found.id not in seen:
            seen.add(found.id)
            found = self._topics.get(found.merged_into_id)
        return found if found and found.open else None

    def ranked(self, choices: Sequence[str]) -> tuple[UUID | None, ...]:
        """The first three choices as topics; None where the words name no open topic."""
        topics = [self.topic(choice) for choice in choices[:_WISHES]]
        return tuple(topic.id if topic else None for topic in topics)


def named_topics(wishes: Wishes, choices: Iterable[Sequence[str]]) -> tuple[NamedTopic, ...]:
    """The titles people wrote that no topic has, the most wished for first, in their most usual spelling."""
    spellings: dict[str, Counter[str]] = {}
    firsts: Counter[str] = Counter()
    for wished in choices:
        for number, title in enumerate(wished[:_WISHES]):
            key = folded(title)
            if not key or wishes.known(title):
                continue
            spellings.setdefault(key, Counter())[title.strip()] += 1
            firsts[key] += number == 0
    found = (
        NamedTopic(min(seen, key=lambda title, seen=seen: (-seen[title], title)), seen.total(), firsts[key])  # type: ignore[misc]
        for key, seen in spellings.items()
    )
    return tuple(sorted(found, key=lambda named: (-named.wishes, -named.firsts, named.title)))


def checked_topic(draft: TopicDraft) -> TopicDraft:
    """The same topic, trimmed. Raises HackDeskError where it has no title or impossible sizes."""
    title = " ".join(draft.title.split())
    if not title:
        raise HackDeskError(N_("The topic has no title."), remedy=N_("Write it as it will stand on the wall."))
    if not 1 <= draft.min_size <= draft.max_size <= _LARGEST_TEAM:
        raise HackDeskError(
            N_("A team of {least} to {most} people is not possible."),
            least=draft.min_size, most=draft.max_size, remedy=N_("Usual is 4 to 12."),
        )  # fmt: skip
    if not 1 <= draft.most_teams <= _MOST_TEAMS:
        raise HackDeskError(
            N_("{count} teams on one topic are not possible."), count=draft.most_teams,
            remedy=N_("Usual is 1; 20 is the most."),
        )  # fmt: skip
    if draft.seats is not None and not 1 <= draft.seats <= _LARGEST_TEAM * draft.most_teams:
        raise HackDeskError(
            N_("{count} seats on one topic are not possible."), count=draft.seats,
            remedy=N_("Type how many people its owner wants, or leave it empty."),
        )  # fmt: skip
    owner = " ".join(draft.owner_name.split())
    return replace(draft, title=title, description=draft.description.strip(), owner_name=owner)


def in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    """The people of a team as they stand on its card: the owner, the lead, the others by name."""
    return tuple(sorted(members, key=lambda m: (not m.is_owner, not m.lead, folded(m.name), m.code)))


def is_placed(roles: Sequence[str]) -> bool:
    """Whether somebody with these roles belongs in a team at all."""
    return not roles or not _PLACED_ROLES.isdisjoint(roles)


def is_experienced(roles: Sequence[str]) -> bool:
    """Whether somebody with these roles knows from before how an event like this goes."""
    return not _EXPERIENCED_ROLES.isdisjoint(roles)


def concerns(
    team: Team, groups: Mapping[str, str] | None = None, wanted_groups: RoleGroups = WANTED_GROUPS
) -> tuple[Finding, ...]:
    """What the facilitator should look at in a team: its size, its mix, who will carry it on. Never a wall.

    groups: {key: what one of them is called} of this event; one that it does not have is not missed.
    """
    if not team.members:
        return (Finding.of("empty", N_("Nobody yet")),)
    found = _size_concerns(team)
    present = {group for member in team.members for group in member.groups}
    for wanted in wanted_groups:
        if present.isdisjoint(wanted) and (groups is None or not groups.keys().isdisjoint(wanted)):
            found.append(_lacking(wanted, groups or {}))
    found += _still_sought(team, present, groups, {key for wanted in wanted_groups for key in wanted})
    if not carried_on(team):
        found.append(Finding.of("carry_on", N_("Nobody to carry it on yet")))
    return tuple(found)


def _lacking(wanted: Sequence[str], groups: Mapping[str, str]) -> Finding:
    if tuple(wanted) in _NOBODY_OF:
        return Finding.of(wanted[0], _NOBODY_OF[tuple(wanted)])
    return Finding.of(
        wanted[0], N_("Nobody yet: {groups}"), groups=" / ".join(groups.get(key, key) for key in wanted)
    )


def _still_sought(
    team: Team, present: set[str], groups: Mapping[str, str] | None, said: set[str]
) -> list[Finding]:
    """Groups that the topic's owner looks for. said: those that are warned of already."""
    sought = team.topic.sought if team.topic else ()
    missing = [key for key in sought if key not in present | said and (groups is None or key in groups)]
    if not missing:
        return []
    names = ", ".join((groups or {}).get(key, key) for key in missing)
    return [Finding.of("sought", N_("Still looks for: {groups}"), groups=names)]


def _size_concerns(team: Team) -> list[Finding]:
    if team.topic is None:
        return []
    size, least, most = len(team.members), team.topic.min_size, team.topic.max_size
    if size < least:
        return [Finding.of("size", N_("{count} too few"), count=least - size)]
    if size > most:
        return [Finding.of("size", N_("{count} too many"), count=size - most)]
    return []


def carried_on(team: Team) -> bool:
    """Whether somebody in the team will go on with it: a lead, the topic's owner, or one of the owner's house."""
    house = folded(team.topic.owner_name) if team.topic else ""
    return any(
        member.lead or member.is_owner or (house and folded(member.organisation) == house)
        for member in team.members
    )


def wishes_met(teams: Iterable[Team]) -> Mapping[int | None, int]:
    """How many people got their 1st, 2nd, 3rd wish; None: had wishes, got none of them."""
    met: Counter[int | None] = Counter()
    for team in teams:
        for member in team.members:
            if member.choices:
                met[member.wish] += 1
    return met
