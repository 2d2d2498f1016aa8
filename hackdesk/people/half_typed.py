"""Forms that are half typed, kept beside the event file until they are saved or put away.

They are no part of the event: the journal never hears of what was typed and not kept. Each is a small file in
`NAME.half-typed`, gone as soon as its form is; a closed window and a power cut leave it there.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from hackdesk.errors import HackDeskError
from hackdesk.event.store import Event
from hackdesk.language import N_
from hackdesk.people.rules import Draft

NOTHING = Draft()


@dataclass(frozen=True)
class HalfTyped:
    """One form. at: when it was begun. person_id: whom it is about; None: somebody who is not on the list.

    began: what the form began with; seen: the version of the person it began with. arriving: they stand here, so
    that to keep the form checks them in. differing: fields another desk changed too, nobody has chosen yet.
    """

    at: datetime
    draft: Draft = NOTHING
    began: Draft = NOTHING
    person_id: UUID | None = None
    seen: int = 0
    arriving: bool = True
    differing: tuple[str, ...] = ()
    id: UUID = field(default_factory=uuid4)

    @property
    def touched(self) -> bool:
        """Whether something was typed."""
        return self.draft != self.began


def half_typed(event: Event) -> tuple[HalfTyped, ...]:
    """The forms that wait, the one begun first first. A file that cannot be read is passed over."""
    found = []
    for path in folder_of(event.path).glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            found.append(_read(json.loads(path.read_text(encoding="utf-8"))))
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def keep_half_typed(event: Event, form: HalfTyped) -> None:
    """Write a form down; written beside and renamed. Raises HackDeskError where the disk refuses."""
    target = folder_of(event.path) / f"{form.id}.json"
    beside = target.with_suffix(".new")
    try:
        target.parent.mkdir(exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            json.dump(_plain(form), file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise HackDeskError(
            N_("What is half typed could not be kept: {reason}."), reason=error.strerror or str(error),
            remedy=N_("Finish the form before you close the window."),
        ) from error  # fmt: skip


def forget_half_typed(event: Event, form_id: UUID) -> None:
    """The form is saved or put away: its file goes, and the folder with the last one."""
    folder = folder_of(event.path)
    with suppress(OSError):
        (folder / f"{form_id}.json").unlink(missing_ok=True)
        folder.rmdir()


def folder_of(path: Path) -> Path:
    """Where the half-typed forms of an event file are: a folder beside it."""
    return path.with_name(f"{path.stem}.half-typed")


def _plain(form: HalfTyped) -> dict[str, Any]:
    who = str(form.person_id) if form.person_id else None
    return {
        "id": str(form.id), "at": form.at.isoformat(), "person_id": who, "seen": form.seen,
        "arriving": form.arriving, "differing": form.differing,
        "draft": asdict(form.draft), "began": asdict(form.began),
    }  # fmt: skip


def _read(stored: dict[str, Any]) -> HalfTyped:
    who = stored["person_id"]
    return HalfTyped(
        datetime.fromisoformat(stored["at"]), _draft(stored["draft"]), _draft(stored["began"]),
        UUID(who) if who else None, int(stored["seen"]), bool(stored["arriving"]),
        tuple(map(str, stored["differing"])), UUID(stored["id"]),
    )  # fmt: skip


def _draft(stored: dict[str, Any]) -> Draft:
    values: dict[str, Any] = {one.name: stored[one.name] for one in fields(Draft) if one.name in stored}
    for name in [name for name, value in values.items() if isinstance(value, list)]:
        values[name] = tuple(values[name])
    return Draft(**values)
