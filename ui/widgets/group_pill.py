"""A stakeholder group: a colour, a short name, and always the word."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.pill import Pill

#: Groups take these tones in their order, so that neighbours differ.
GROUP_TONES = ("accent", "warn", "info", "plain")


class GroupPill(Pill):
    """number: the group's place in the event's list of groups; it decides the colour."""

    def __init__(self, text: str, number: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(text, GROUP_TONES[number % len(GROUP_TONES)], parent)
