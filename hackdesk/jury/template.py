"""What a new event starts with: criteria with their guidance, and awards. Words are marked for translation."""

from __future__ import annotations

from fractions import Fraction
from uuid import UUID

from hackdesk.jury.rules import Award, Criterion
from hackdesk.language import N_

#: Whoever writes these gives each an id of its own.
_NO_ID = UUID(int=0)

CRITERIA = (
    Criterion(
        _NO_ID,
        N_("Value for the people concerned"),
        guidance=N_("Does it solve a real problem of the end users, in their own words?"),
        low_words=N_("unclear who gains"),
        high_words=N_("users helped shape it"),
        weight=Fraction(30),
    ),
    Criterion(
        _NO_ID,
        N_("Can be carried out here"),
        guidance=N_("Resources, partners and a first step within three months"),
        low_words=N_("no owner, no plan"),
        high_words=N_("owner and first step named"),
        weight=Fraction(30),
    ),
    Criterion(
        _NO_ID,
        N_("Newness"),
        guidance=N_("New for this place, not necessarily for the world"),
        low_words=N_("exists already"),
        high_words=N_("new for the county"),
        weight=Fraction(20),
    ),
    Criterion(
        _NO_ID,
        N_("Working together"),
        guidance=N_("Public side and community both did the work"),
        low_words=N_("one side only"),
        high_words=N_("true co-creation"),
        weight=Fraction(20),
    ),
)

#: In the order in which they are announced: the main prize comes last.
AWARDS = (
    Award(_NO_ID, N_("Special prize of the jury")),
    Award(_NO_ID, N_("Mentoring"), what=N_("20 hours of consultation for the team"), decided_by="partner"),
    Award(_NO_ID, N_("Favourite of the hall"), decided_by="hall"),
    Award(_NO_ID, N_("Main prize"), what=N_("Support for the first step of the service"), by_place=1),
)
