"""Every sentence is worded in Estonian, and every translation names the same fields."""

from __future__ import annotations

import ast
import string
import sys
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from hackdesk.language import language

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from words import messages  # noqa: E402


@cache
def collected() -> tuple[tuple[str, int, str | tuple[str, ...], str | None], ...]:
    return tuple(messages())


def catalogue() -> dict[tuple[str, str | None], Message]:
    with (ROOT / "resources/locale/et/hackdesk.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="et") if message.id]
    return {(first(message.id), message.context): message for message in messages}


def first(text: str | tuple[str, ...] | list[str]) -> str:
    return text if isinstance(text, str) else text[0]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_no_sentence_is_missing_in_estonian() -> None:
    known = catalogue()
    missing = [
        (context, sentence)
        for _, _, sentence, context in collected()
        if not (message := known.get((first(sentence), context))) or not all(forms(message)) or message.fuzzy
    ]
    assert missing == []


def forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def both(sentence: str | tuple[str, ...]) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else sentence


def test_a_sentence_inside_an_f_string_is_collected_too() -> None:
    """Python 3.11 takes an f-string for one piece, so that the collecting does not see what is called inside."""
    known = {first(sentence) for _, _, sentence, _ in collected()}
    unseen = [
        (path.name, call.args[0].value)
        for folder in ("hackdesk", "ui")
        for path in (ROOT / folder).rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        and (getattr(call.func, "id", "") or getattr(call.func, "attr", "")) in ("_", "words", "many")
        and call.args[0].value not in known
    ]  # fmt: skip
    assert unseen == []


def test_every_translation_names_the_fields_of_its_sentence() -> None:
    wrong = [
        (message.id, form)
        for message in catalogue().values()
        for form in forms(message)
        if form and not fields(form) <= fields(" ".join(both(message.id)))
    ]
    assert wrong == []


def test_a_made_up_language_is_longer_everywhere() -> None:
    assert len(language("x-long")("Check in")) > len("Check in")


@pytest.mark.parametrize(("tag", "days"), [("et", "14.–15. november 2026"), ("en", "14–15 November 2026")])
def test_days_are_written_as_the_language_writes_them(tag: str, days: str) -> None:
    from datetime import date

    assert language(tag).days(date(2026, 11, 14), date(2026, 11, 15)) == days
