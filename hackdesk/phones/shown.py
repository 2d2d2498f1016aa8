"""What a juror's page shows, as plain values: for the template, and as JSON for its script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from hackdesk.event.settings import EventSettings
from hackdesk.jury.phone_queries import OwnBallots
from hackdesk.jury.phone_revisions import LONGEST_NOTE, LONGEST_REASON, plain_ballot
from hackdesk.jury.presence import is_there
from hackdesk.jury.rules import Ballot, BallotState, Contestant, Criterion, plain_number, shares, steps_of
from hackdesk.language import N_, Words

#: More marks than this are typed and not pressed.
_MOST_BUTTONS = 11
#: How a ballot stands, for styles and for the script.
_LOOKS = {BallotState.OPEN: "open", BallotState.COMPLETE: "complete", BallotState.RECUSED: "recused"}
_SET_ASIDE = {
    BallotState.JUROR_ABSENT: N_("The facilitator has noted that you were not there."),
    BallotState.TEAM_NO_SHOW: N_("This team did not pitch."),
    BallotState.VOID: N_("The facilitator has set this ballot aside."),
}
#: What the page's script says, by the name it knows.
SPOKEN = {
    "saved": N_("Saved {time}"),
    "sending": N_("Sending …"),
    "kept": N_("On this phone, not yet sent ({count})"),
    "handed_in": N_("Handed in {time}"),
    "handed_in_unsent": N_("Handed in on this phone, not yet sent"),
    "open": N_("{given} of {all}"),
    "empty": N_("no marks yet"),
    "recused": N_("recused"),
    "unsent": N_("not sent yet"),
    "missing": N_("“{criterion}” has no mark yet."),
    "between": N_("The mark for “{criterion}” is between {low} and {high}."),
    "reason": N_("Say in a few words why; it stands in the record."),
    "elsewhere": N_("This ballot was changed elsewhere. Which of the two holds?"),
    "here": N_("On this phone"),
    "there": N_("On the laptop"),
    "note": N_("A note to the team"),
    "state": N_("Ballot"),
    "keep_mine": N_("Mine counts"),
    "take_theirs": N_("Take the laptop's"),
    "complete": N_("handed in"),
    "filled_in": N_("being filled in"),
    "pin_again": N_("Your PIN is asked for again. The marks stay on this phone and are sent afterwards."),
    "pin_again_do": N_("Type the PIN"),
    "other_phone": N_("Another phone is used for your ballots now. What this one has not sent stays on it."),
    "other_phone_do": N_("Go on with this phone"),
    "away": N_("The laptop does not answer. Keep going: your marks stay on this phone until it is back."),
    "hand_over_none": N_("Everything is sent; there is nothing to hand over."),
    "no_keeping": N_("This phone keeps nothing once the page is closed. Leave it open until everything is sent."),
    "old_round": N_("Ballots of the first round that were never sent: {count}. Tell the facilitator."),
    "changed": N_("The criteria or teams were changed. Load the page again."),
    "reload": N_("Load again"),
}


@dataclass(frozen=True)
class ScaleShown:
    """One criterion on a page. marks: those to press, empty where one is typed. share: such as 30 %."""

    criterion: Criterion
    share: str
    lowest: str
    highest: str
    marks: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """What the form calls it."""
        return f"m-{self.criterion.id}"


@dataclass(frozen=True)
class BallotShown:
    """One team on a page. number: from 1. marks: {criterion id: mark as text}."""

    team: Contestant
    number: int
    look: str
    state_words: str
    marks: dict[str, str]
    note: str
    signed: bool
    reason: str
    version: int
    at: str = ""


def scales(own: OwnBallots) -> tuple[ScaleShown, ...]:
    """The criteria with their shares."""
    parts = shares(own.criteria)
    shown = []
    for one in own.criteria:
        marks = steps_of(one) if one.step and (one.highest - one.lowest) / one.step < _MOST_BUTTONS else ()
        share = f"{round(parts[one.id] * 100)} %"
        low, high = plain_number(one.lowest), plain_number(one.highest)
        shown.append(ScaleShown(one, share, low, high, tuple(map(plain_number, marks))))
    return tuple(shown)


def ballots_shown(own: OwnBallots, settings: EventSettings, words: Words) -> tuple[BallotShown, ...]:
    """Every ballot of the juror as it is on the laptop."""
    return tuple(
        _ballot_shown(own, own.ballot(team.id), number, settings, words)
        for number, team in enumerate(own.teams, 1)
    )  # fmt: skip


def _ballot_shown(
    own: OwnBallots, ballot: Ballot, number: int, settings: EventSettings, words: Words
) -> BallotShown:
    content = plain_ballot(ballot)
    return BallotShown(
        own.teams[number - 1], number, _LOOKS.get(ballot.state, "away"), state_words(own, ballot, words),
        content["marks"], ballot.note, ballot.signed, ballot.reason, ballot.version,
        _time(ballot.handed_in_at, settings, words),
    )  # fmt: skip


def state_words(own: OwnBallots, ballot: Ballot, words: Words) -> str:
    """How a ballot stands, in a word or a sentence."""
    if ballot.state in _SET_ASIDE:
        return words(_SET_ASIDE[ballot.state])
    if ballot.state is BallotState.COMPLETE:
        return words("handed in")
    if ballot.state is BallotState.RECUSED:
        return words("recused")
    given = sum(one.id in ballot.marks for one in own.criteria)
    if given:
        return words("{given} of {all}", given=given, all=len(own.criteria))
    turn = next((team.turn for team in own.teams if team.id == ballot.team_id), None)
    return words("no marks yet") if is_there(own.juror, turn, own.round) else words("not yours to judge")


def told(own: OwnBallots, device: str, settings: EventSettings, words: Words) -> dict[str, Any]:
    """What the script has to know of the ballots, whenever it asks."""
    return {
        "round": own.round,
        "closed": own.closed,
        "ballots": [
            {
                "team": str(team.id),
                **plain_ballot(ballot),
                "look": _LOOKS.get(ballot.state, "away"),
                "said": state_words(own, ballot, words),
                "version": ballot.version,
                "mine": bool(ballot.device) and ballot.device == device,
                "sent": ballot.sent if ballot.device == device else 0,
                "at": _time(ballot.handed_in_at, settings, words),
            }
            for team in own.teams
            for ballot in (own.ballot(team.id),)
        ],
    }


def for_script(own: OwnBallots, device: str, settings: EventSettings, words: Words) -> dict[str, Any]:
    """Everything the script begins with: who, which criteria and teams, the ballots, what it says."""
    places = {team.id: place for place, team in enumerate(own.all_teams)}
    return {
        "juror": str(own.juror.id),
        "jurorIndex": own.number,
        "device": device,
        "language": settings.language,
        "teams": [{"id": str(team.id), "name": team.name, "index": places[team.id]} for team in own.teams],
        "criteria": [
            {
                "id": str(one.id),
                "name": one.name,
                "lowest": plain_number(one.lowest),
                "highest": plain_number(one.highest),
                "step": plain_number(one.step or Fraction(0)),
            }
            for one in own.criteria
        ],
        "longest": {"note": LONGEST_NOTE, "reason": LONGEST_REASON},
        # With their fields still in them, which the script fills in.
        "words": {key: words(sentence) for key, sentence in SPOKEN.items()},
        **told(own, device, settings, words),
    }


def _time(moment: datetime | None, settings: EventSettings, words: Words) -> str:
    return words.time(moment, settings.zone, seconds=True) if moment else ""
