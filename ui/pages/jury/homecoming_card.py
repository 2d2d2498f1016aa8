"""What a file that came back holds: what is new, what is the same, and what has to be decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hackdesk.jury.rules import STATE_WORDS, Ballot, Criterion, plain_number
from hackdesk.jury.trip import Homecoming, Meeting, Met, says_something
from ui import theme
from ui.icons import pixmap
from ui.text import _, many, words
from ui.widgets.button import Button, row
from ui.widgets.card import Card, Rule
from ui.widgets.label import Label
from ui.widgets.segments import Segments

#: Columns of a ballot that stands side by side; the first says what is compared.
_HERE, _SIGN, _CAME = 1, 2, 3


class HomecomingCard(Card):
    """wanted(Homecoming, keys): bring it in, of what differs those with these keys. put_away(): not now."""

    wanted = Signal(object, object)
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._coming: Homecoming | None = None
        self.choices: list[Choice] = []
        self.said = Label("", wrap=True)
        self.new = Label("", "second", wrap=True)
        self.left_out = Label("", "strong", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.GAP)
        self.bring_button = Button("", self._bring, kind="primary")
        away = Button(_("Not now"), self.put_away.emit, kind="plain")
        line = QWidget()
        line.setLayout(row(self.bring_button, away))
        self.body.addWidget(self.said)
        self.body.addWidget(self.new)
        self.body.addWidget(self.left_out)
        self.body.addLayout(self._list)
        self.body.addWidget(line)
        self.hide()

    def show_homecoming(self, coming: Homecoming) -> None:
        """Show what the file holds; nothing is decided yet."""
        self._coming = coming
        new, same, different = (len(coming.of(kind)) for kind in Meeting)
        self.title.setText(_("The file of trip {number}", number=coming.trip.number))
        said = [
            many("{count} ballot is new.", "{count} ballots are new.", new),
            many("{count} is the same here.", "{count} are the same here.", same),
        ]
        if different:
            said.append(many(
                "{count} was changed here and there, and not alike: say which one counts.",
                "{count} were changed here and there, and not alike: say which ones count.", different,
            ))  # fmt: skip
        self.said.setText(" ".join(said))
        by_juror = Counter(one.juror for one in coming.of(Meeting.NEW))
        named = words.listed([f"{juror} {count}" for juror, count in by_juror.items()])
        self.new.setText(_("New: {jurors}", jurors=named))
        self.new.setVisible(bool(by_juror))
        self.left_out.setText(
            _("Left out, because they do not judge or are not judged here: {names}.",
              names=words.listed(list(coming.unknown)))
        )  # fmt: skip
        self.left_out.setVisible(bool(coming.unknown))
        for old in self.choices:
            old.hide()
            old.deleteLater()
        self.choices = [Choice(one, coming.criteria) for one in coming.of(Meeting.DIFFERENT)]
        for choice in self.choices:
            choice.decided.connect(self._count)
            self._list.addWidget(choice)
        self._count()
        self.show()
        (self.choices[0].way if self.choices else self.bring_button).setFocus()

    def _count(self) -> None:
        assert self._coming is not None
        count = len(self._coming.of(Meeting.NEW)) + sum(one.theirs for one in self.choices)
        undecided = sum(not one.way.current for one in self.choices)
        if undecided:
            said = many("Decide {count} more", "Decide {count} more", undecided)
        elif count:
            said = many("Bring in {count} ballot", "Bring in {count} ballots", count)
        else:
            said = _("Nothing to bring in: put the file away")
        self.bring_button.setText(said)
        self.bring_button.setEnabled(not undecided)

    def _bring(self) -> None:
        assert self._coming is not None
        keys = tuple(one.met.key for one in self.choices if one.theirs)
        self.wanted.emit(self._coming, keys)


class Choice(QWidget):
    """One ballot as it is here and as it came, side by side. decided(): which one counts."""

    decided = Signal()

    def __init__(self, met: Met, criteria: Sequence[Criterion]) -> None:
        super().__init__()
        self.met = met
        names = {"juror": met.juror, "team": met.team}
        self.way = Segments(
            (("ours", _("As it is here")), ("theirs", _("As it came"))),
            _("Which ballot of {juror} for {team} counts", **names), undecided=True,
        )  # fmt: skip
        self.way.chosen.connect(lambda _key: self.decided.emit())
        head = QHBoxLayout()
        head.addWidget(Label(f"{met.juror} – {met.team}", "strong", wrap=True), 1)
        head.addWidget(self.way)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(Rule())
        lines.addLayout(head)
        lines.addLayout(_side_by_side(_lines(met, criteria)))

    @property
    def theirs(self) -> bool:
        """Whether the one that came counts."""
        return self.way.current == "theirs"


def _side_by_side(rows: Sequence[tuple[str, str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.GAP)
    for column, share in enumerate((3, 4, 0, 4)):
        grid.setColumnStretch(column, share)
    for column, word in ((_HERE, _("On this laptop")), (_CAME, _("In the file"))):
        grid.addWidget(Label(word, "label"), 0, column)
    for at, (what, here, came) in enumerate(rows, 1):
        grid.addWidget(Label(what, "second", wrap=True), at, 0)
        for column, text in ((_HERE, here), (_CAME, came)):
            grid.addWidget(Label(text, "" if here == came else "strong", wrap=True), at, column)
        if here != came:
            sign = QLabel()
            sign.setPixmap(pixmap("triangle-alert", "warn"))
            sign.setAccessibleName(_("different"))
            sign.setToolTip(_("different"))
            grid.addWidget(sign, at, _SIGN, Qt.AlignmentFlag.AlignTop)
    return grid


def _lines(met: Met, criteria: Sequence[Criterion]) -> list[tuple[str, str, str]]:
    ours, theirs = met.ours, met.theirs
    rows = [(_("State"), _state(ours), _state(theirs))]
    rows += [(one.name, _mark(ours, one.id), _mark(theirs, one.id)) for one in criteria]
    rows.append((_("Note"), ours.note if ours else "", theirs.note))
    return [line for line in rows if line[1] or line[2]]


def _mark(ballot: Ballot | None, criterion: UUID) -> str:
    mark = ballot.marks.get(criterion) if ballot else None
    return "–" if mark is None else plain_number(mark)


def _state(ballot: Ballot | None) -> str:
    if ballot is None or not says_something(ballot):
        return _("not begun")
    said = words(STATE_WORDS[ballot.state])
    return f"{said}: {ballot.reason}" if ballot.reason else said
