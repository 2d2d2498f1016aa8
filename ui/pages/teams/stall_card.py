"""One topic on the market: its wording now and before, whom it looks for, how many came, what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from hackdesk.teams.market_queries import WAYS, Stall
from ui.pages.teams.lines import size_of
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card
from ui.widgets.label import Label

_MOST_COUNTS = 5


class StallCard(Card):
    """pitched(): it was presented to the room, or was not after all. edited(): its form is wanted."""

    pitched = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.pitched_button = Button(_("Pitched (P)"), self.pitched.emit)
        self.edit_button = Button(_("Edit the topic"), self.edited.emit, kind="plain")
        self.body.addLayout(self._said)
        self.body.addLayout(row(self.pitched_button, self.edit_button))

    @property
    def text(self) -> str:
        """Everything that is said of it."""
        items = [self._said.itemAt(number) for number in range(self._said.count())]
        labels = [item.widget() for item in items if item is not None]
        return "\n".join(label.text() for label in labels if isinstance(label, Label))

    def show_stall(self, stall: Stall, groups: Mapping[str, str], zone: tzinfo | None) -> None:
        """groups: {key: word} of the stakeholder groups."""
        topic = stall.topic
        self.title.setText(topic.title)
        while (item := self._said.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        became = _became(stall, zone)
        for text, role in (
            (became, "strong"),
            (_("Owner: {owner}", owner=topic.owner) if topic.owner else _("Nobody owns it"), "muted"),
            (topic.description, ""),
            (_wanted(stall, groups), "muted"),
            (_working(stall), "muted"),
            (_counted(stall, zone), "muted"),
            (_worded(stall, zone), "second"),
        ):
            if text:
                self._said.addWidget(Label(text, role, wrap=True))
        self.pitched_button.setText(_("Not pitched yet (P)") if topic.pitched_at else _("Pitched (P)"))
        self.pitched_button.setVisible(topic.open)


def _became(stall: Stall, zone: tzinfo | None) -> str:
    if stall.became is None:
        return ""
    said = _(stall.became.sentence, **stall.became.fields)
    return f"{said} · {words.moment(stall.closed_at, zone)}" if stall.closed_at else said


def _wanted(stall: Stall, groups: Mapping[str, str]) -> str:
    topic, parts = stall.topic, []
    if topic.seats:
        parts.append(many("Wants {count} person", "Wants {count} people", topic.seats))
    looks = [*(groups.get(key, key) for key in topic.sought), *topic.skills]
    if looks:
        parts.append(_("looks for {wanted}", wanted=words.listed(looks)))
    if topic.most_teams > 1:
        parts.append(many("up to {count} team", "up to {count} teams", topic.most_teams))
    return " · ".join(parts)


def _working(stall: Stall) -> str:
    return " · ".join(f"{team.name}: {size_of(team)}" for team in stall.teams)


def _counted(stall: Stall, zone: tzinfo | None) -> str:
    lines = []
    for way, word in WAYS.items():
        found = [count for count in stall.counts if count.way == way][:_MOST_COUNTS]
        if found:
            told = ", ".join(f"{count.count} ({words.time(count.at, zone)})" for count in found)
            lines.append(f"{_(word)}: {told}")
    return "\n".join(lines)


def _worded(stall: Stall, zone: tzinfo | None) -> str:
    return "\n".join(
        _("Until {moment}: {title}", moment=words.moment(until, zone), title=title)
        for until, title in stall.wordings
        if title != stall.topic.title
    )
