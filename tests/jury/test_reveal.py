"""In which steps results are revealed, and what is said at each."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from hackdesk.jury.ranking import Place
from hackdesk.jury.reveal import Outcome, Step, StepKind, award_steps, place_steps
from hackdesk.jury.rules import Award, AwardGiven
from hackdesk.jury.script import script
from hackdesk.language import language

BUS, CARE, MAP, TRAIN = (UUID(int=number) for number in range(1, 5))
NAMES = {BUS: "Bus", CARE: "Home care", MAP: "Food map", TRAIN: "Night train"}


def place(number: int, team: UUID, until: int = 0) -> Place:
    return Place(number, team, NAMES[team], Fraction(50), 5, until > 0, until or number)


def given(name: str, team: UUID, position: int, **values: object) -> AwardGiven:
    award = Award(UUID(int=100 + position), name, position=position, **values)  # type: ignore[arg-type]
    return AwardGiven(award, team, NAMES[team], "jury")


OUTCOME = Outcome(
    places=(place(1, TRAIN), place(2, BUS, 3), place(2, CARE, 3), place(4, MAP)),
    given=(
        given("Main prize", TRAIN, 1, giver="The county", what="Support for the first step", by_place=1),
        given("Mentor hours", CARE, 2),
    ),
    people={TRAIN: ("Ann Lee", "Bert Oja"), BUS: ("Cilla Kask",)},
)


def kinds(steps: tuple[Step, ...]) -> list[StepKind]:
    return [step.kind for step in steps]


def test_places_come_from_the_last_with_a_pause_before_the_winner() -> None:
    steps = place_steps(OUTCOME)
    assert kinds(steps) == [StepKind.PLACE, StepKind.PLACE, StepKind.PAUSE, StepKind.WINNER, StepKind.ALL]
    assert [(step.place, step.until, step.shared) for step in steps[:2]] == [(4, 4, False), (2, 3, True)]
    assert steps[2].teams == () and steps[3].teams[0].team == "Night train"
    assert place_steps(Outcome((), ())) == ()


def test_awards_come_in_their_order_and_the_first_places_last() -> None:
    steps = award_steps(OUTCOME)
    assert kinds(steps) == [StepKind.AWARD, StepKind.PAUSE, StepKind.WINNER, StepKind.ALL]
    assert [step.prize.name for step in steps if step.prize] == ["Mentor hours", "Main prize", "Main prize"]
    assert all(step.place == 0 and not step.shared for step in steps)


def test_what_is_said_can_be_said_aloud() -> None:
    said = [script(step, language("en")) for step in place_steps(OUTCOME)]
    assert said[0] == ("Fourth place: “Food map”.",)
    assert said[1] == (
        "Second place, shared by 2 teams: “Bus” and “Home care”.",
        "In “Bus”: Cilla Kask.",
        "For “Home care”:",
        "Award: Mentor hours.",
    )
    assert said[2] == ("First place goes to … (wait)",)
    assert said[3] == (
        "First place: “Night train”.", "In the team: Ann Lee and Bert Oja.", "Award: Main prize.",
        "It is: Support for the first step.", "It is handed over by The county.",
    )  # fmt: skip


def test_awards_are_said_without_places_and_the_pause_tells_no_name() -> None:
    said = [script(step, language("en")) for step in award_steps(OUTCOME)]
    assert said[0] == ("Award: Mentor hours.", "It goes to “Home care”.")
    assert said[1][-1] == "It goes to … (wait)" and "Night train" not in " ".join(said[1])
    assert said[2][-2:] == ("It goes to “Night train”.", "In the team: Ann Lee and Bert Oja.")
    assert not any("place" in sentence.lower() for step in said[:3] for sentence in step)


def test_estonian_places_are_words_too() -> None:
    said = script(place_steps(OUTCOME)[1], language("et"))
    assert said[0] == "Teine koht, mida jagavad 2 meeskonda: „Bus“ ja „Home care“."
    last = Step(StepKind.PLACE, place_steps(OUTCOME)[0].teams, 21, 21)
    assert script(last, language("et")) == ("21. koht: „Food map“.",)
