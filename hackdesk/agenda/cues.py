"""The list of cues: steps prepared for the projector, what the next one is, and a list made from the programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from hackdesk.agenda.rules import Cue, ProgrammeItem, Stage, View, in_order
from hackdesk.errors import HackDeskError
from hackdesk.language import N_, Words

#: What the hall is shown at an item of this kind, in order.
_AT = {
    "arrival": (View.WELCOME,),
    "talk": (View.PROGRAMME,),
    "topics": (View.TOPICS, View.TOPIC),
    "teams": (View.PROGRAMME, View.TEAMS, View.PEOPLE),
    "work": (View.PROGRAMME,),
    "mentors": (View.PROGRAMME,),
    "meal": (View.PROGRAMME,),
    "pitches": (View.ORDER, View.TIMER),
    "jury": (View.MESSAGE,),
    "awards": (View.RESULTS,),
    "other": (View.PROGRAMME,),
}
_JURY, _THANKS = N_("The jury is at work"), N_("Thank you for being here")


@dataclass(frozen=True)
class CueDraft:
    """A cue as somebody writes it down. message: of a message only; note: for the facilitator only."""

    view: View
    message: str = ""
    other_messages: dict[str, str] = field(default_factory=dict, hash=False)
    note: str = ""


def checked(draft: CueDraft) -> CueDraft:
    """The same cue, trimmed. Raises HackDeskError for a message without words."""
    others = {tag: text.strip() for tag, text in draft.other_messages.items() if text.strip()}
    draft = replace(draft, message=draft.message.strip(), other_messages=others, note=draft.note.strip())
    if draft.view != View.MESSAGE:
        return replace(draft, message="", other_messages={})
    if not draft.message:
        raise HackDeskError(N_("The message is empty."), remedy=N_("Type what the hall is to read."))
    return draft


def next_cue(cues: Sequence[Cue], shown: UUID | None) -> Cue | None:
    """The cue after the one that was shown last, or the first; None at the end of the list."""
    ids = [cue.id for cue in cues]
    after = ids.index(shown) + 1 if shown in ids else 0
    return cues[after] if after < len(cues) else None


def stage_with(stage: Stage, cue: Cue) -> Stage:
    """What the hall is shown once the cue has come. Results begin anew, so that nothing is given away."""
    begins = cue.view == View.RESULTS and stage.view != View.RESULTS
    shown = replace(stage, view=cue.view, cue_id=cue.id, revealed=0 if begins else stage.revealed)
    if cue.view != View.MESSAGE:
        return shown
    return replace(shown, message=cue.message, other_messages=cue.other_messages)


def suggested(
    programme: Sequence[ProgrammeItem], tongues: Sequence[Words], *, sponsors: bool = False
) -> tuple[CueDraft, ...]:
    """Cues for the items the hall may know of, as the days go; what is on already is not shown once more.

    tongues: the hall's languages, the event's own first. sponsors: there are logos to be shown.
    """
    made: list[CueDraft] = []
    public = [item for item in in_order(programme) if item.public]
    for item in public:
        views = _AT.get(item.kind, _AT["other"])
        if item.kind == "jury" and sponsors:
            views = (*views, View.SPONSORS)
        for view in views:
            draft = _said(_JURY, tongues, item.title) if view == View.MESSAGE else CueDraft(view, note=item.title)
            if not made or made[-1].view != view:
                made.append(draft)
    if public:
        made.append(_said(_THANKS, tongues, public[-1].title))
    return tuple(made)


def _said(sentence: str, tongues: Sequence[Words], note: str) -> CueDraft:
    own, *others = tongues
    return CueDraft(View.MESSAGE, own(sentence), {words.tag: words(sentence) for words in others}, note)
