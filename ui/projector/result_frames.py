"""The sealed results, as far as they are revealed."""

from __future__ import annotations

from collections.abc import Sequence

from hackdesk.jury.reveal import Crowned, Step, StepKind
from hackdesk.jury.script import place_headed
from hackdesk.jury.wording import place_words
from hackdesk.language import Words
from ui.projector.parts import Corners, Frame, Line, ListFrame, TextFrame, Turn
from ui.projector.showing import Showing


def results_frame(showing: Showing, words: Words, turn: Turn) -> Frame:
    """The newest step: places with the best one on top, an award alone, the winner alone, at the end all."""
    corners = Corners(top_left=words("Results"), top_right=showing.settings.name)
    if showing.steps is None:
        return TextFrame(words("The jury is at work"), corners=Corners(top_right=showing.settings.name))
    shown = showing.steps[: showing.stage.revealed]
    if not shown:
        return TextFrame(words("Results"), corners=Corners(top_right=showing.settings.name))
    step = shown[-1]
    if step.kind == StepKind.PLACE:
        return ListFrame(tuple(_places(shown, words, newest=True)), corners=corners, turn=turn, steady=True)
    if step.kind == StepKind.ALL:
        lines = tuple(_places(shown, words, newest=False)) or tuple(_awards(shown, words))
        return ListFrame(lines, corners=corners, turn=turn)
    return _alone(step, words, corners, turn)


def _places(shown: Sequence[Step], words: Words, *, newest: bool) -> list[Line]:
    steps = [step for step in shown if step.kind in (StepKind.PLACE, StepKind.WINNER) and step.place]
    return [
        Line(
            words("{place}.", place=place_words(step.place, step.until, step.shared)),
            team.team,
            ", ".join(prize.name for prize in team.prizes),
            strong=step is (shown[-1] if newest else steps[-1]),
        )
        for step in reversed(steps)
        for team in step.teams
    ]


def _awards(shown: Sequence[Step], words: Words) -> list[Line]:
    told = [step for step in shown if step.prize and step.teams]
    return [
        Line("", words.listed([team.team for team in step.teams]), step.prize.name, strong=step is told[-1])
        for step in reversed(told)
        if step.prize
    ]


def _alone(step: Step, words: Words, corners: Corners, turn: Turn) -> Frame:
    """One thing on the screen: what follows, or who has it."""
    heading = step.prize.name if step.prize else place_headed(step, words)
    by = words("given by {giver}", giver=step.prize.giver) if step.prize and step.prize.giver else ""
    what = step.prize.what if step.prize else ""
    if step.kind == StepKind.AWARD and not step.teams:
        what = words("This time nobody gets it.")
    if not step.teams:
        return TextFrame(heading, below=tuple(text for text in (what, by) if text), corners=corners, turn=turn)
    below = [text for team in step.teams for text in _told(team, words, named=len(step.teams) > 1)]
    names = words.listed([team.team for team in step.teams])
    above = f"{heading} · {by}" if by else heading
    return TextFrame(names, above, tuple(below), corners=corners, turn=turn, strong=True)


def _told(team: Crowned, words: Words, *, named: bool) -> list[str]:
    people = ", ".join(team.people)
    told = [f"{team.team}: {people}" if named else people] if people else []
    return told + ([", ".join(prize.name for prize in team.prizes)] if team.prizes else [])
