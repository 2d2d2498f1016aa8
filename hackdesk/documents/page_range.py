"""Which pages of a document are wanted, as somebody types it: "3-5, 8"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from hackdesk.documents.badge_values import Badges
from hackdesk.documents.certificate_values import Certificates
from hackdesk.errors import HackDeskError
from hackdesk.language import N_

_PART = re.compile(r"\s*(\d{1,4})\s*(?:[-–—]\s*(\d{0,4})\s*)?")
#: The last page where somebody writes "3-": further than any document goes.
_LAST = 9999


def pages_in(text: str) -> frozenset[int]:
    """The pages that are named, from 1; none: all of them. "3-" is from the third on.

    Raises HackDeskError for what names no pages.
    """
    if not text.strip():
        return frozenset()
    wanted: set[int] = set()
    for part in re.split(r"[,;]", text):
        match = _PART.fullmatch(part)
        first = int(match[1]) if match else 0
        last = first if not match or match[2] is None else int(match[2] or _LAST)
        if not 0 < first <= last:
            raise HackDeskError(
                N_("“{text}” names no pages."), text=text.strip(), remedy=N_("Write them like 3-5, 8.")
            )
        wanted |= set(range(first, last + 1))
    return frozenset(wanted)


def part_of(values: Any, pages: frozenset[int]) -> Any:
    """What of the values is on these pages, so that nobody is said to have a paper that was not made.

    Raises HackDeskError for badges, which are chosen by their people.
    """
    if pages and isinstance(values, Badges):
        raise HackDeskError(
            N_("Badges are not chosen by page."), remedy=N_("Choose whose badges, or those not printed yet.")
        )
    if pages and isinstance(values, Certificates):
        kept = tuple(one for page, one in enumerate(values.certificates, start=1) if page in pages)
        return replace(values, certificates=kept)
    return values
