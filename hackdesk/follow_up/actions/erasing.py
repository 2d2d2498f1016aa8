"""Erasing what is personal: in the rows, in the journal's texts, in the copies, for good."""

from __future__ import annotations

import shutil
from pathlib import Path

from hackdesk.event.backup import back_up, copies_of
from hackdesk.event.store import Event
from hackdesk.follow_up.erasing import FORGOTTEN, GOES, Erased
from hackdesk.follow_up.erasing_queries import holding
from hackdesk.language import N_
from hackdesk.people.half_typed import folder_of
from hackdesk.people.tables import ErasureRow


def erase_personal_data(event: Event, exports: tuple[Path, ...] = (), *, by: str = "facilitator") -> Erased:
    """Take out everything of GOES, for good; what STAYS is not touched.

    One change empties the rows and, in the same transaction, the journal's texts about these tables, that change's
    own among them; digests and hashes stay, so the chain can still be proved. The file is then written anew, so
    that nothing is left in its free pages; the copies beside it go and one new copy is made; half-typed forms and
    `exports` go. It cannot be undone.
    """
    with event.change(N_("erase personal data"), by=by, forget=FORGOTTEN) as session:
        counts = {}
        for part in GOES:
            rows = holding(session, part)
            counts[part.key] = len(rows)
            for row in rows:
                if not part.columns:
                    session.delete(row)
                for name, empty in part.columns.items():
                    setattr(row, name, empty)
        session.add(ErasureRow(at=event.clock.utc_now(), what=counts))
    event.write_anew()
    old = (*copies_of(event.path), *exports)
    left = tuple(path for path in (*old, folder_of(event.path)) if not _deleted(path))
    back_up(event, None)
    return Erased(counts, len(old) - len(left), left)


def _deleted(path: Path) -> bool:
    """Whether a file or a folder of half-typed forms is gone."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
