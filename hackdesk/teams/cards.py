"""What a proposal looks at, as cards the facilitator may switch off or make stronger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import IntEnum

from hackdesk.language import N_
from hackdesk.teams.proposal import Weights


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
_TIMES = {Strength.OFF: 0.0, Strength.LITTLE: 0.5, Strength.NORMAL: 1.0, Strength.MUCH: 2.0}
_CARRY_ON = 30


@dataclass(frozen=True)
class Card:
    """One rule of thumb. title, about: as it stands on the card; weights: the fields of Weights it speaks of."""

    key: str
    title: str
    about: str
    weights: tuple[str, ...]


#: In the order they are shown: what matters most in a social hackathon first.
CARDS = (
    Card(
        "mix", N_("Every team is mixed"),
        N_("One of each of these groups in every team, as far as there are enough of them."),
        ("missing_group",),
    ),
    Card(
        "carry_on", N_("Somebody can carry it on"),
        N_("In every team the topic's owner or somebody of the owner's house."),
        ("nobody_to_carry_on",),
    ),
    Card(
        "wishes", N_("People get what they wished for"), N_("The first wish before the second and the third."),
        ("first", "second", "third", "outside"),
    ),
    Card(
        "rather_not", N_("Those who would rather not sit together do not"), N_("Pairs that were named."),
        ("rather_not",),
    ),
    Card(
        "experience", N_("Somebody has done this before"), N_("One experienced person in every team."),
        ("no_experience",),
    ),
    Card("friends", N_("Friends stay together"), N_("Pairs that were named."), ("friends_apart",)),
    Card(
        "skills", N_("The skills a topic needs"), N_("What the topic's owner is looking for."), ("missing_skill",)
    ),
    Card(
        "same_group", N_("Not too many of one group"), N_("No more than three of one group in a team."),
        ("same_group",),
    ),
    Card(
        "places", N_("People from different places"), N_("Neighbours are spread over the teams."), ("same_place",)
    ),
    Card("size", N_("Teams of the same size"), N_("As near as possible to the usual size."), ("size",)),
)  # fmt: skip


@dataclass(frozen=True)
class Cards:
    """The strengths somebody chose. strengths: {card: strength}; a card that is missing counts as normal.

    ideal_size: how many people a team should have; wanted: the groups every team should have somebody of.
    """

    strengths: Mapping[str, int]
    ideal_size: int = 6
    wanted: tuple[tuple[str, ...], ...] = (("public_servant",), ("end_user", "community"))

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


#: As an event begins.
USUAL = Cards({})
