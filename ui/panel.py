"""A part of a page that reads and shows for itself, one of several that take turns there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.page import Page

if TYPE_CHECKING:
    from hackdesk.event.store import Event


class Panel(QWidget):
    """`page.ask`, `page.receipt` and `page.sorry` are those of the page it stands on.

    title_buttons: what stands in the page's title line while the panel is shown, on pages that give it room there.
    keys: (key, what it does) for the help, beside those of its page.
    """

    title_buttons: QWidget | None = None
    keys: tuple[tuple[str, str], ...] = ()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def read(self, event: Event) -> Any:
        """What the panel shows; runs on the desk's thread, asks queries only."""
        raise NotImplementedError

    def leave(self) -> None:
        """The window is closing: stop what is not a child of this panel."""

    def shrink(self, *, narrow: bool) -> None:
        """Stand things below each other where the window is narrow."""

    def select(self, subject: Any) -> None:
        """Bring `subject` into view; another part of the page or another page asked for it."""

    def display(self, answer: Any) -> None:
        """Show what `read` gave; what somebody is typing stays."""
        raise NotImplementedError
