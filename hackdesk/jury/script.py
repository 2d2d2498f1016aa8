"""What whoever stands at the microphone says when results are revealed: sentences that can be said aloud."""

from __future__ import annotations

from collections.abc import Sequence

from hackdesk.jury.reveal import Crowned, Prize, Step, StepKind
from hackdesk.language import N_, Words

#: Places as they are said; beyond these their number is said.
ORDINALS = (
    N_("First place"), N_("Second place"), N_("Third place"), N_("Fourth place"), N_("Fifth place"),
    N_("Sixth place"), N_("Seventh place"), N_("Eighth place"), N_("Ninth place"), N_("Tenth place"),
    N_("Eleventh place"), N_("Twelfth place"), N_("Thirteenth place"), N_("Fourteenth place"),
    N_("Fifteenth place"), N_("Sixteenth place"), N_("Seventeenth place"), N_("Eighteenth place"),
    N_("Nineteenth place"), N_("Twentieth place"),
)  # fmt: skip


def place_aloud(place: int, words: Words) -> str:
    """A place as it is said: First place."""
    return words(ORDINALS[place - 1]) if place <= len(ORDINALS) else words("Place {place}", place=place)


def script(step: Step, words: Words) -> tuple[str, ...]:
    """What to say at a step, sentence by sentence."""
    if step.kind == StepKind.ALL:
        return (words("These are the results. Applause for all teams."),)
    if step.kind == StepKind.PAUSE:
        return _pause(step, words)
    if step.prize is not None:
        # The last award was named before the pause.
        named = () if step.kind == StepKind.WINNER else _prize(step.prize, words)
        if not step.teams:
            return (*named, words("This time nobody gets it."))
        return (*named, *_winners(step.teams, words))
    said = [_place(step, words)]
    for team in step.teams:
        said += _people(team, words, named=step.shared)
        said += _prizes(team, words, named=step.shared)
    return tuple(said)


def place_headed(step: Step, words: Words) -> str:
    """The place over the teams on the projector; that it is shared is never left out."""
    place = place_aloud(step.place, words)
    return words("{place}, shared", place=place) if step.shared else place


def _pause(step: Step, words: Words) -> tuple[str, ...]:
    if step.prize is not None:
        return (*_prize(step.prize, words), words("It goes to … (wait)"))
    if step.shared:
        return (_shared(step, words("… (wait)"), words).removesuffix("."),)
    return (words("{place} goes to … (wait)", place=place_aloud(step.place, words)),)


def _place(step: Step, words: Words) -> str:
    names = [words.quoted(team.team) for team in step.teams]
    if not step.shared:
        return words("{place}: {team}.", place=place_aloud(step.place, words), team=names[0])
    return _shared(step, words.listed(names), words)


def _shared(step: Step, teams: str, words: Words) -> str:
    """Second and third place, shared by two teams: as one would say it, in the cases of the language."""
    two = step.until == step.place + 1
    if step.until > len(ORDINALS):
        values = {"first": step.place, "last": step.until, "teams": teams}
        if two:
            return words("Places {first} and {last}, shared by {teams}.", **values)
        return words("Places {first} to {last}, shared by {teams}.", **values)
    values = {"first": _first(words)[step.place - 1], "last": _last(words)[step.until - 1], "teams": teams}
    if two:
        return words("{first} and {last} place, shared by {teams}.", **values)
    return words("{first} to {last} place, shared by {teams}.", **values)


def _first(words: Words) -> tuple[str, ...]:
    return (
        words.of("begins a shared place", "First"),
        words.of("begins a shared place", "Second"),
        words.of("begins a shared place", "Third"),
        words.of("begins a shared place", "Fourth"),
        words.of("begins a shared place", "Fifth"),
        words.of("begins a shared place", "Sixth"),
        words.of("begins a shared place", "Seventh"),
        words.of("begins a shared place", "Eighth"),
        words.of("begins a shared place", "Ninth"),
        words.of("begins a shared place", "Tenth"),
        words.of("begins a shared place", "Eleventh"),
        words.of("begins a shared place", "Twelfth"),
        words.of("begins a shared place", "Thirteenth"),
        words.of("begins a shared place", "Fourteenth"),
        words.of("begins a shared place", "Fifteenth"),
        words.of("begins a shared place", "Sixteenth"),
        words.of("begins a shared place", "Seventeenth"),
        words.of("begins a shared place", "Eighteenth"),
        words.of("begins a shared place", "Nineteenth"),
        words.of("begins a shared place", "Twentieth"),
    )


def _last(words: Words) -> tuple[str, ...]:
    return (
        words.of("ends a shared place", "first"),
        words.of("ends a shared place", "second"),
        words.of("ends a shared place", "third"),
        words.of("ends a shared place", "fourth"),
        words.of("ends a shared place", "fifth"),
        words.of("ends a shared place", "sixth"),
        words.of("ends a shared place", "seventh"),
        words.of("ends a shared place", "eighth"),
        words.of("ends a shared place", "ninth"),
        words.of("ends a shared place", "tenth"),
        words.of("ends a shared place", "eleventh"),
        words.of("ends a shared place", "twelfth"),
        words.of("ends a shared place", "thirteenth"),
        words.of("ends a shared place", "fourteenth"),
        words.of("ends a shared place", "fifteenth"),
        words.of("ends a shared place", "sixteenth"),
        words.of("ends a shared place", "seventeenth"),
        words.of("ends a shared place", "eighteenth"),
        words.of("ends a shared place", "nineteenth"),
        words.of("ends a shared place", "twentieth"),
    )


def _winners(teams: Sequence[Crowned], words: Words) -> list[str]:
    names = words.listed([words.quoted(team.team) for team in teams])
    said = [words("It goes to {teams}.", teams=names)]
    for team in teams:
        said += _people(team, words, named=len(teams) > 1)
    return said


def _people(team: Crowned, words: Words, *, named: bool) -> list[str]:
    if not team.people:
        return []
    people = words.listed(team.people)
    if named:
        return [words("In {team}: {people}.", team=words.quoted(team.team), people=people)]
    return [words("In the team: {people}.", people=people)]


def _prizes(team: Crowned, words: Words, *, named: bool) -> list[str]:
    said: list[str] = []
    for prize in team.prizes:
        if named:
            said.append(words("For {team}:", team=words.quoted(team.team)))
        said += _prize(prize, words)
    return said


def _prize(prize: Prize, words: Words) -> list[str]:
    said = [words("Award: {award}.", award=prize.name)]
    if prize.what:
        said.append(words("It is: {what}.", what=prize.what.rstrip(".")))
    if prize.giver:
        said.append(words("It is handed over by {giver}.", giver=prize.giver))
    return said
