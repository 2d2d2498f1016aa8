"""What a move would do, in points and words, beside the mouse while somebody is held over a team."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hackdesk.teams.effect import Effect, Reason
from ui.text import _, many
from ui.widgets.label import Label
from ui.widgets.pill import Pill

_WIDTH, _MOST = 300, 4


def signed(points: int) -> str:
    """Points as they are written: +5, −20, 0."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"


def total_of(effect: Effect) -> tuple[str, str]:
    """(word, tone) of the whole: above 0 is worse."""
    points = effect.total
    if points > 0:
        loss = many(
            "{points}: {count} point worse", "{points}: {count} points worse", points, points=signed(points)
        )
        return loss, "warn"
    if points < 0:
        gain = many(
            "{points}: {count} point better", "{points}: {count} points better", -points, points=signed(points)
        )
        return gain, "accent"
    return _("As good as now"), "plain"


def short_of(effect: Effect) -> tuple[str, str]:
    """(word, tone) where there is little room."""
    if effect.breaks:
        return signed(effect.total), "bad"
    return signed(effect.total), "warn" if effect.total > 0 else "accent" if effect.total < 0 else "plain"


def said(reasons: Sequence[Reason]) -> list[str]:
    """Each reason with its points."""
    found = []
    for reason in reasons:
        words = _(reason.finding.sentence, **reason.finding.fields)
        found.append(f"{signed(reason.points)}: {words}" if reason.points or not reason.rule else words)
    return found


def told(effect: Effect, most: int = 99) -> str:
    """The whole effect in one line: "+5: …; −20: …"."""
    return " · ".join(said(effect.reasons[:most]))


class EffectView(QFrame):
    """Lies over the board beside the mouse and takes no clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.who, self.total = Label("", "strong", wrap=True), Pill("")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(2)
        lines = self._lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 10)
        lines.setSpacing(5)
        lines.addWidget(self.who)
        lines.addWidget(self.total, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addLayout(self._parts)
        self.words = ""
        self.setFixedWidth(_WIDTH)
        self.hide()

    def show_carried(self, who: str) -> None:
        """Only who is carried: they are over no team."""
        self._show(who, None, ())

    def show_effect(self, who: str, effect: Effect | None, unknown: str) -> None:
        """What it would do to the teams concerned. unknown: what to say where that is not counted."""
        if effect is None:
            self._show(who, None, ((unknown, ()),))
            return
        parts = [(team.team.title, said(team.reasons)) for team in effect.teams]
        if effect.between:
            parts.append((_("Between teams"), said(effect.between)))
        self._show(who, total_of(effect), parts)

    def _show(self, who: str, total: tuple[str, str] | None, parts: Sequence[tuple[str, Sequence[str]]]) -> None:
        told = (f"{title}: {'; '.join(sentences)}" for title, sentences in parts)
        words = "\n".join((who, total[0] if total else "", *told))
        if words == self.words and self.isVisible():
            return
        self.words = words
        self.who.setText(who)
        self.total.setVisible(total is not None)
        if total:
            self.total.say(*total)
        while (item := self._parts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for title, sentences in parts:
            self._add(Label(title, "label", wrap=True))
            more = len(sentences) - _MOST
            shown = list(sentences[:_MOST])
            if more > 0:
                shown.append(many("And {count} more.", "And {count} more.", more))
            for sentence in shown:
                self._add(Label(sentence, "second", wrap=True))
        self.setFixedHeight(self._lines.totalHeightForWidth(_WIDTH))
        self.show()
        self.raise_()

    def _add(self, label: Label) -> None:
        self._parts.addWidget(label)
        # Qt shows it when it finds time; its height is needed now, in the letters it will have.
        label.ensurePolished()
        label.show()

    def place_at(self, place: QPoint) -> None:
        """Stand beside a place of the parent, inside of it."""
        room = self._under.rect()
        x = place.x() + 18 if place.x() + 18 + self.width() < room.right() else place.x() - 18 - self.width()
        self.move(max(4, x), max(4, min(place.y() + 18, room.bottom() - self.height() - 4)))
