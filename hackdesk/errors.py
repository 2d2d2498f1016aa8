"""The one kind of error a person is shown as it is."""

from __future__ import annotations

from typing import Any


class HackDeskError(Exception):
    """Something in the world or in what was typed is not right, and a person can do something about it.

    sentence: what is wrong and where, marked with N_ and not yet translated; `{named}` fields.
    remedy: what to do about it, marked the same way.
    values: the fields of both sentences. Whoever shows the error words it in their language
    (`words.error(error)`), because the same refusal may be read on the laptop and on a phone.
    """

    def __init__(self, sentence: str, /, *, remedy: str = "", **values: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy
        self.values = values

    def __str__(self) -> str:
        both = f"{self.sentence} {self.remedy}" if self.remedy else self.sentence
        return both.format(**self.values) if self.values else both

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors travel back from worker processes; the default pickling forgets keyword arguments.
        return _rebuild, (type(self), self.sentence, self.remedy, self.values)


def _rebuild(
    kind: type[HackDeskError], sentence: str, remedy: str, values: dict[str, Any]
) -> HackDeskError:
    error = kind.__new__(kind)
    HackDeskError.__init__(error, sentence, remedy=remedy, **values)
    return error


class Stale(HackDeskError):
    """Somebody else has changed the same thing since it was read."""
