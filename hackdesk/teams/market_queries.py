"""The market of topics: who wishes for them, how many gathered, which were pitched, what became of the others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.store import Event
from hackdesk.event.tables import JournalRow
from hackdesk.language import N_
from hackdesk.teams.queries import Board, board_in, topics_in
from hackdesk.teams.rules import Finding, Team, Topic
from hackdesk.teams.tables import InterestRow, TopicWordingRow

#: How people show where they want to go: {way: word}.
WAYS = {"dots": N_("Dots"), "hands": N_("Hands"), "feet": N_("Feet")}


@dataclass(frozen=True)
class Count:
    """So many gathered for a topic at a moment. way: a key of WAYS."""

    way: str
    count: int
    at: datetime


@dataclass(frozen=True)
class Stall:
    """A topic on the market. wishes: how many of those present wish for it, and how many first of all.

    counts: the latest first. teams: that work on it now. wordings: (until when, how it was worded), the latest
    first. closed_at: since when it is withdrawn, merged or without a team, where the journal tells.
    """

    topic: Topic
    wishes: tuple[int, int] = (0, 0)
    counts: tuple[Count, ...] = ()
    teams: tuple[Team, ...] = ()
    wordings: tuple[tuple[datetime, str], ...] = ()
    closed_at: datetime | None = None
    became: Finding | None = None

    @property
    def id(self) -> UUID:
        """The topic's."""
        return self.topic.id

    def last(self, way: str) -> Count | None:
        """What was counted last in this way."""
        return next((count for count in self.counts if count.way == way), None)


def market(event: Event) -> tuple[Board, tuple[Stall, ...]]:
    """Everything about the topics, with the board it was read from; those that are closed come last."""
    with event.read() as session:
        shown = board_in(session)
        counts, wordings = _counts(session), _wordings(session)
        closed = _closed_at(session, shown)
        titles = {topic.id: topic.title for topic in shown.topics}
        stalls = (
            Stall(
                topic, shown.wishes_for(topic.id), tuple(counts.get(topic.id, ())),
                tuple(team for team in shown.teams if team.topic and team.topic.id == topic.id),
                tuple(wordings.get(topic.id, ())), closed.get(topic.id), _became(topic, titles),
            )
            for topic in shown.topics
        )  # fmt: skip
        return shown, tuple(sorted(stalls, key=lambda stall: stall.topic.state in ("withdrawn", "merged")))


def counted(event: Event) -> tuple[Stall, ...]:
    """The topics with what was counted and what became of them, without what a whole board costs."""
    with event.read() as session:
        known, counts = topics_in(session), _counts(session)
    titles = {topic.id: topic.title for topic in known}
    return tuple(
        Stall(topic, counts=tuple(counts.get(topic.id, ())), became=_became(topic, titles)) for topic in known
    )


def _became(topic: Topic, titles: Mapping[UUID, str]) -> Finding | None:
    if topic.state == "merged" and topic.merged_into_id:
        return Finding.of("merged", N_("Part of “{topic}” now"), topic=titles.get(topic.merged_into_id, ""))
    if topic.state == "withdrawn":
        return Finding.of("withdrawn", N_("Withdrawn"))
    if topic.state == "no_team":
        return Finding.of("no_team", N_("A proposal found nobody for it"))
    return None


def _counts(session: Session) -> dict[UUID, list[Count]]:
    found: dict[UUID, list[Count]] = {}
    for row in session.scalars(select(InterestRow).order_by(InterestRow.at.desc())):
        found.setdefault(row.topic_id, []).append(Count(row.way, row.count, row.at))
    return found


def _wordings(session: Session) -> dict[UUID, list[tuple[datetime, str]]]:
    found: dict[UUID, list[tuple[datetime, str]]] = {}
    for row in session.scalars(select(TopicWordingRow).order_by(TopicWordingRow.until.desc())):
        found.setdefault(row.topic_id, []).append((row.until, row.title))
    return found


def _closed_at(session: Session, shown: Board) -> dict[UUID, datetime]:
    """When each topic that is not open got its state, as the journal tells; what was erased is left out."""
    states = {str(topic.id): topic.state for topic in shown.topics if topic.state != "open"}
    if not states:
        return {}
    entries = select(JournalRow.at, JournalRow.after).where(JournalRow.after.contains('"topics":{'))
    found: dict[UUID, datetime] = {}
    for at, after in session.execute(entries.order_by(JournalRow.number)):
        for id_, values in json.loads(after or "{}").get("topics", {}).items():
            if values and values.get("state") == states.get(id_):
                found[UUID(id_)] = at
    return found
