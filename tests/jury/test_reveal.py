"""In which steps results are revealed, and what is said at each."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from uuid import UUID

from hackdesk.jury.ranking import Place
from hackdesk.jury.reveal import Crowned, Outcome, Step, StepKind, award_steps, place_steps, steps_of
from hackdesk.jury.rules import Award, AwardGiven
from hackdesk.jury.script import place_headed, script
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
        given("Mentor hours", CARE, 1),
        given("Main prize", TRAIN, 2, giver="The county", what="Support for the first step", by_place=1),
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


def test_awards_come_in_the_order_in_which_they_are_announced() -> None:
    steps = award_steps(OUTCOME)
    assert kinds(steps) == [StepKind.AWARD, StepKind.PAUSE, StepKind.WINNER, StepKind.ALL]
    assert [step.prize.name for step in steps if step.prize] == ["Mentor hours", "Main prize", "Main prize"]
    other = [replace(one, award=replace(one.award, position=9 - one.award.position)) for one in OUTCOME.given]
    steps = award_steps(replace(OUTCOME, given=tuple(other)))
    assert [step.prize.name for step in steps if step.prize] == ["Main prize", "Mentor hours", "Mentor hours"]
    assert all(step.place == 0 and not step.shared for step in steps)


def test_what_is_said_can_be_said_aloud() -> None:
    said = [script(step, language("en")) for step in place_steps(OUTCOME)]
    assert said[0] == ("Fourth place: “Food map”.",)
    assert said[1] == (
        "Second and third place, shared by “Bus” and “Home care”.",
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
    assert said[2] == ("It goes to “Night train”.", "In the team: Ann Lee and Bert Oja.")
    assert not any("place" in sentence.lower() for step in said[:3] for sentence in step)


def test_estonian_places_are_words_too() -> None:
    said = script(place_steps(OUTCOME)[1], language("et"))
    assert said[0] == "Teist ja kolmandat kohta jagavad „Bus“ ja „Home care“."
    last = Step(StepKind.PLACE, place_steps(OUTCOME)[0].teams, 21, 21)
    assert script(last, language("et")) == ("21. koht: „Food map“.",)


def test_a_shared_place_is_said_as_one_says_it_aloud() -> None:
    teams = tuple(Crowned(name) for name in ("Bus", "Care", "Map"))
    three = Step(StepKind.PLACE, teams, 4, 6)
    assert script(three, language("en"))[0] == "Fourth to sixth place, shared by “Bus”, “Care”, and “Map”."
    assert script(three, language("et"))[0] == "Neljandat kuni kuuendat kohta jagavad „Bus“, „Care“ ja „Map“."
    far = Step(StepKind.PLACE, teams[:2], 20, 21)
    assert script(far, language("en"))[0] == "Places 20 and 21, shared by “Bus” and “Care”."
    assert script(far, language("et"))[0] == "20. ja 21. kohta jagavad „Bus“ ja „Care“."


def test_the_pause_never_hides_that_the_first_place_is_shared() -> None:
    tied = Outcome((place(1, TRAIN, 2), place(1, BUS, 2), place(3, MAP)), ())
    steps = place_steps(tied)
    pause, winner = steps[1], steps[2]
    assert pause.kind is StepKind.PAUSE and pause.shared and not pause.teams
    assert script(pause, language("en")) == ("First and second place, shared by … (wait)",)
    assert script(pause, language("et")) == ("Esimest ja teist kohta jagavad … (oota)",)
    assert script(winner, language("en"))[0] == "First and second place, shared by “Night train” and “Bus”."
    assert place_headed(winner, language("et")) == "Esimene koht, jagatud"


def test_where_places_are_not_published_there_are_steps_for_awards_only() -> None:
    silent = replace(OUTCOME, ranking_published=False)
    assert steps_of(silent, awards_only=False) == award_steps(OUTCOME) == steps_of(OUTCOME, awards_only=True)
    assert steps_of(OUTCOME, awards_only=False) == place_steps(OUTCOME)


def test_one_award_for_several_teams_is_said_once() -> None:
    both = (given("Mentor hours", CARE, 1, giver="The county"), given("Mentor hours", MAP, 1, giver="The county"))
    first = (*both, given("Main prize", TRAIN, 2))
    said = script(award_steps(replace(OUTCOME, given=first))[0], language("en"))
    assert said == (
        "Award: Mentor hours.", "It is handed over by The county.", "It goes to “Home care” and “Food map”.",
    )  # fmt: skip


def test_that_nobody_gets_an_award_is_said_only_where_it_is_wished() -> None:
    library = Award(UUID(int=300), "Library's choice", position=9, none_given="no team works with books")
    silent = award_steps(replace(OUTCOME, awards=(library,)))
    assert silent == award_steps(OUTCOME)
    told = award_steps(replace(OUTCOME, awards=(replace(library, none_told=True),)))
    assert (told[0], *told[2:]) == silent
    assert script(told[1], language("en")) == ("Award: Library's choice.", "This time nobody gets it.")
    assert award_steps(Outcome((), (), awards=(replace(library, none_told=True),))) == told[1:2]
