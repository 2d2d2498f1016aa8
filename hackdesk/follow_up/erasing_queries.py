"""What erasing would take away now, counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hackdesk.event.backup import copies_of
from hackdesk.event.store import Event
from hackdesk.event.tables import mapped_class
from hackdesk.follow_up.erasing import GOES, Part, WhatGoes
from hackdesk.people.half_typed import folder_of
from hackdesk.people.tables import ErasureRow


def what_goes(event: Event, exports: tuple[Path, ...] = ()) -> WhatGoes:
    """What would go now. exports: papers that HackDesk wrote and this laptop still knows of."""
    with event.read() as session:
        counts = {part.key: len(holding(session, part)) for part in GOES}
        last = session.scalars(select(ErasureRow).order_by(ErasureRow.at.desc()).limit(1)).first()
    forms = len(list(folder_of(event.path).glob("*.json")))
    there = tuple(path for path in exports if path.exists())
    return WhatGoes(counts, copies_of(event.path), forms, there, last.at if last else None)


def holding(session: Session, part: Part) -> list[Any]:
    """The rows of a part that still hold something; for this subject's own queries and actions."""
    mapped = mapped_class(part.table)
    return [
        row
        for row in session.scalars(select(mapped))
        if not part.columns or any(getattr(row, name) != empty for name, empty in part.columns.items())
    ]
