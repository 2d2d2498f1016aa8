"""What a proposal looks at, as cards the facilitator may switch off or make stronger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import IntEnum
from typing import Any

from hackdesk.errors import HackDeskError
from hackdesk.language import N_
from hackdesk.teams.proposal import Weights
from hackdesk.teams.rules import WANTED_GROUPS, Finding, RoleGroups


class Strength(IntEnum):
    """How much a card counts."""

    OFF = 0
    LITTLE = 1
    NORMAL = 2
    MUCH = 3


#: What the strengths are called where somebody chooses one.
STRENGTHS = {
    Strength.OFF: N_("Off"),
    Strength.LITTLE: N_("A little"),
    Strength.NORMAL: N_("Normal"),
    Strength.MUCH: N_("Much"),
}
_NORMAL = Strength.NORMAL
_TIMES = {Strength.OFF: 0.0, Strength.LITTLE: 0.5, Strength.NORMAL: 1.0, Strength.MUCH: 2.0}
_CARRY_ON = 30
_SIZES, _OF_A_GROUP = range(3, 16), range(1, 16)


@dataclass(frozen=True)
class Card:
    """One rule of thumb. title, about: as it stands on the card; weights: the fields of Weights it speaks of.

    costs: what the last of these is the price of.
    """

    key: str
    title: str
    about: str
    weights: tuple[str, ...]
    costs: str


#: In the order they are shown: what matters most in a social hackathon first.
CARDS = (
    Card(
        "mix", N_("Every team is mixed"),
        N_("One of each of these groups in every team, as far as there are enough of them."),
        ("missing_group",), N_("{points} points for each group a team lacks"),
    ),
    Card(
        "carry_on", N_("Somebody can carry it on"),
        N_("In every team the topic's owner or somebody of the owner's house."),
        ("nobody_to_carry_on",), N_("{points} points for a team nobody can carry on"),
    ),
    Card(
        "wishes", N_("People get what they wished for"), N_("The first wish before the second and the third."),
        ("first", "second", "third", "outside"),
        N_("{points} points for somebody with no wish met"),
    ),
    Card(
        "rather_not", N_("Some would rather sit apart"), N_("Pairs that were named."),
        ("rather_not",), N_("{points} points for each such pair in one team"),
    ),
    Card(
        "experience", N_("Somebody has done this before"),
        N_("In every team somebody whose role is team lead, mentor or facilitator."),
        ("no_experience",), N_("{points} points for a team where all are new"),
    ),
    Card(
        "friends", N_("Friends stay together"), N_("Pairs that were named."), ("friends_apart",),
        N_("{points} points for two friends apart"),
    ),
    Card(
        "skills", N_("Whom a topic looks for"), N_("The skills and groups its owner seeks."), ("missing_skill",),
        N_("{points} points for each that is not found"),
    ),
    Card(
        "same_group", N_("Not too many of one group"), N_("No more of one group in a team than is set below."),
        ("same_group",), N_("{points} points for each one too many"),
    ),
    Card(
        "places", N_("People from different places"), N_("Neighbours are spread over the teams."), ("same_place",),
        N_("{points} points for each neighbour in one team"),
    ),
    Card(
        "size", N_("Teams of the same size"), N_("As near as possible to the usual size."), ("size",),
        N_("{points} points for each one more or fewer"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Cards:
    """The strengths somebody chose. strengths: {card: strength}; a card that is missing counts as normal.

    ideal_size: how many people a team should have; most_of_a_group: more of one group in a team are too many;
    wanted: the groups every team should have somebody of.
    """

    strengths: Mapping[str, int]
    ideal_size: int = 6
    most_of_a_group: int = 3
    wanted: RoleGroups = WANTED_GROUPS

    def strength(self, card: Card) -> Strength:
        """How much a card counts."""
        return Strength(self.strengths.get(card.key, Strength.NORMAL))

    @property
    def weights(self) -> Weights:
        """What each thing costs: the usual price, half of it, or twice."""
        usual = replace(Weights(), nobody_to_carry_on=_CARRY_ON)
        prices = {field.name: getattr(usual, field.name) for field in fields(Weights)}
        for card in CARDS:
            for name in card.weights:
                prices[name] = round(prices[name] * _TIMES[self.strength(card)])
        return Weights(**prices)

    def effect(self, card: Card) -> Finding:
        """What a card does in a proposal, as one sentence."""
        points = getattr(self.weights, card.weights[-1])
        if not points:
            return Finding.of(card.key, N_("Proposals do not look at it"))
        return Finding.of(card.key, card.costs, points=points)

    @property
    def plain(self) -> dict[str, Any]:
        """The same as it is kept in a file; only what is not usual."""
        kept: dict[str, Any] = {}
        if strengths := {card.key: int(self.strength(card)) for card in CARDS if self.strength(card) != _NORMAL}:
            kept["strengths"] = strengths
        if self.ideal_size != USUAL.ideal_size:
            kept["ideal_size"] = self.ideal_size
        if self.most_of_a_group != USUAL.most_of_a_group:
            kept["most_of_a_group"] = self.most_of_a_group
        if self.wanted != USUAL.wanted:
            kept["wanted"] = [list(groups) for groups in self.wanted]
        return kept

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Cards:
        """The cards that were kept; what is missing is as usual."""
        wanted = plain.get("wanted")
        return cls(
            strengths=dict(plain.get("strengths", {})),
            ideal_size=plain.get("ideal_size", USUAL.ideal_size),
            most_of_a_group=plain.get("most_of_a_group", USUAL.most_of_a_group),
            wanted=USUAL.wanted if wanted is None else tuple(tuple(groups) for groups in wanted),
        )


def checked_cards(cards: Cards) -> Cards:
    """The same cards, in order. Raises HackDeskError for a strength, a size or a number that cannot be."""
    known = {card.key for card in CARDS}
    for key, strength in cards.strengths.items():
        if key not in known:
            raise HackDeskError(
                N_("There is no card “{card}”."), card=key,
                remedy=N_("The cards are {known}."), known=", ".join(card.key for card in CARDS),
            )  # fmt: skip
        if strength not in list(Strength):
            raise HackDeskError(
                N_("A card cannot have the strength {strength}."), strength=strength,
                remedy=N_("0 is off, 1 a little, 2 normal, 3 much."),
            )  # fmt: skip
    if cards.ideal_size not in _SIZES:
        raise HackDeskError(
            N_("Teams of {count} are not usual."), count=cards.ideal_size, remedy=N_("Choose 3 to 15 people.")
        )
    if cards.most_of_a_group not in _OF_A_GROUP:
        raise HackDeskError(
            N_("At most {count} of one group is not possible."), count=cards.most_of_a_group,
            remedy=N_("Choose 1 to 15 people."),
        )  # fmt: skip
    wanted = (tuple(dict.fromkeys(groups)) for groups in cards.wanted)
    return Cards.of(replace(cards, wanted=tuple(dict.fromkeys(groups for groups in wanted if groups))).plain)


#: As an event begins.
USUAL = Cards({})
