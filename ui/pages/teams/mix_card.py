"""How stakeholder groups mix in the teams, as a picture: a field for each person, by colour and pattern."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hackdesk.people.rules import Group
from hackdesk.teams.mix import Mix, TeamMix
from ui import theme
from ui.text import _, many, words
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.scroll import Scroll

_ROW, _FIELD, _NAME, _NUMBERS = 30, 18, 0.34, 64
#: The pattern of a group as Qt draws it.
_BRUSHES = {
    "horizontal": Qt.BrushStyle.HorPattern, "vertical": Qt.BrushStyle.VerPattern,
    "diagonal": Qt.BrushStyle.BDiagPattern, "grid": Qt.BrushStyle.CrossPattern,
    "dots": Qt.BrushStyle.Dense6Pattern,
}  # fmt: skip
_LIGHT = 0.6


class MixPicture(QWidget):
    """A line for each team: its name, a field for each person by group, how many meet another group."""

    def __init__(self) -> None:
        super().__init__()
        self._teams: tuple[TeamMix, ...] = ()
        self._groups: dict[str, Group] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mix(self, mix: Mix, groups: Sequence[Group]) -> None:
        """Show these teams."""
        self._teams, self._groups = mix.teams, {group.key: group for group in groups}
        spoken = (
            _("{team}: {mixed} of {known}", team=team.team, mixed=team.mixed, known=team.known)
            for team in mix.teams
        )
        self.setAccessibleName(_("People who share a team with another group"))
        self.setAccessibleDescription("; ".join(spoken))
        self.setFixedHeight(max(1, len(mix.teams)) * _ROW)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, max(1, len(self._teams)) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        name = self.width() * _NAME
        room = self.width() - name - _NUMBERS
        most = max((sum(count for _key, count in team.groups) for team in self._teams), default=1)
        wide = min(_FIELD + 2.0, room / max(1, most))
        for number, team in enumerate(self._teams):
            y = number * _ROW
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(theme.SECOND, bold=True))
            shown = painter.fontMetrics().elidedText(team.team, Qt.TextElideMode.ElideRight, int(name) - 10)
            painter.drawText(QRectF(0, y, name, _ROW), Qt.AlignmentFlag.AlignVCenter, shown)
            x = name
            for key, count in team.groups:
                for _person in range(count):
                    field(painter, QRectF(x, y + 6, wide - 2, _FIELD), self._groups.get(key))
                    x += wide
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(theme.SECOND))
            said = _("{mixed} of {known}", mixed=team.mixed, known=team.known)
            numbers = QRectF(self.width() - _NUMBERS, y, _NUMBERS, _ROW)
            painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        painter.end()


class _Swatch(QWidget):
    """A group's field and its name."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self._group = group
        line = QHBoxLayout(self)
        line.setContentsMargins(28, 0, 6, 0)
        line.addWidget(Label(group.name, "second"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        field(painter, QRectF(0, (self.height() - 16) / 2, 20, 16), self._group)
        painter.end()


def field(painter: QPainter, box: QRectF, group: Group | None) -> None:
    """A field in the group's colour with its pattern in white, or in black where the colour is light."""
    colour = QColor(group.colour) if group else theme.color("muted")
    painter.fillRect(box, colour)
    if group and group.pattern in _BRUSHES:
        light = 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF() > _LIGHT
        painter.fillRect(box, QBrush(QColor("black" if light else "white"), _BRUSHES[group.pattern]))


class MixCard(Card):
    """The mix of the teams as announced, in numbers, words and a picture."""

    def __init__(self) -> None:
        super().__init__(_("How the teams are mixed"))
        self.shared, self.across = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.history = Label("", "second", wrap=True)
        self.picture = MixPicture()
        self._legend = Flow(gap=10)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for part in (self.shared, self.across):
            lines.addWidget(part)
        lines.addLayout(self._legend)
        lines.addWidget(self.picture)
        lines.addWidget(self.history)
        lines.addStretch()
        self.body.addWidget(Scroll(inside), 1)

    def show_mixes(self, mixes: Sequence[Mix], groups: Sequence[Group]) -> None:
        """mixes: announcement by announcement, the last one last."""
        mix = mixes[-1]
        seen = {key for team in mix.teams for key, _count in team.groups}
        self._legend.clear()
        for group in groups:
            if group.key in seen:
                self._legend.addWidget(_Swatch(group))
        self.picture.show_mix(mix, groups)
        if not mix.known:
            self.shared.setText(_("Nobody who names a stakeholder group sits in a team yet."))
            self.across.setText("")
        else:
            share = words.number(100 * (mix.share or 0))
            said = _(
            "{mixed} of {known} people ({share} %) share a team with somebody of another group than their own.",
            mixed=mix.mixed, known=mix.known, share=share,
            )  # fmt: skip
            self.shared.setText(said)
            pairs = words.number(100 * mix.across / mix.pairs if mix.pairs else 0)
            self.across.setText(many(
                "Of {count} pair of teammates {across} ({share} %) is of different groups.",
                "Of {count} pairs of teammates {across} ({share} %) are of different groups.",
                mix.pairs, across=mix.across, share=pairs,
            ))  # fmt: skip
        before = [words.number(100 * (one.share or 0)) + " %" for one in mixes]
        told = _("From announcement to announcement: {shares}", shares=" → ".join(before))
        self.history.setText(told if len(mixes) > 1 else "")
