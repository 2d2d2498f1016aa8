"""Doing something so that exactly this can be taken back from its receipt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from hackdesk.event.store import Event

T = TypeVar("T")


def numbered(action: Callable[[Event], T]) -> Callable[[Event], tuple[T, int | None]]:
    """The action, giving its receipt and the number of its journal entry (None: it changed nothing).

    The number goes to `undo(event, number)`: Undo on a receipt takes back what that receipt is of, also
    where somebody has changed something else since.
    """

    def run(event: Event) -> tuple[T, int | None]:
        from hackdesk.event.undo import undoable

        before = event.head()
        receipt = action(event)
        last = undoable(event)
        return receipt, last.number if last is not None and last.number > before else None

    return run
