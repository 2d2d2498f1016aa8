"""The house holds its shape: sizes, names, who may import whom, and what start-up may cost."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path
    for folder in ("hackdesk", "ui", "tests", "packaging")
    for path in (ROOT / folder).rglob("*.py")
    if "build" not in path.parts
)
SOURCES += [ROOT / "main.py", ROOT / "run.py"]
PROGRAM = [path for path in SOURCES if "tests" not in path.parts]

MOST_LINES_A_FILE = 400
MOST_LINES_A_FUNCTION = 50
MOST_LINES_A_CLASS = 250
MOST_PARAMETERS = 6
BANNED = ("utils", "helpers", "common", "manager", "data", "info")
BANNED_BEGINNINGS = ("process_", "handle_")
#: Names that Qt and SQLAlchemy call their hooks by.
OVERRIDES = {"data", "process_bind_param", "process_result_value"}
THREADS_ALLOWED = {"ui/desk.py", "ui/watch.py", "ui/jobs.py", "hackdesk/phones/server.py"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@dataclass(frozen=True)
class Defined:
    """What the rules ask of a function or class: trees of all files together would fill the memory."""

    name: str
    is_class: bool
    lines: int
    parameters: int


@cache
def defined(path: Path) -> tuple[Defined, ...]:
    """Every function and class in a file, however deep inside."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            taken = 0
            if not isinstance(node, ast.ClassDef):
                every = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
                taken = sum(argument.arg not in ("self", "cls") for argument in every)
            lines = (node.end_lineno or 0) - node.lineno + 1
            found.append(Defined(node.name, isinstance(node, ast.ClassDef), lines, taken))
    return tuple(found)


def test_no_file_is_longer_than_400_lines() -> None:
    long = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in long.items() if lines > MOST_LINES_A_FILE} == {}


def test_no_function_and_no_class_is_too_long() -> None:
    found = []
    for path in SOURCES:
        for one in defined(path):
            if one.lines > (MOST_LINES_A_CLASS if one.is_class else MOST_LINES_A_FUNCTION):
                found.append(f"{name_of(path)}: {one.name} has {one.lines} lines")
    assert found == []


def test_no_function_takes_more_than_six_parameters() -> None:
    found = []
    for path in PROGRAM:
        for one in defined(path):
            if one.parameters > MOST_PARAMETERS:
                found.append(f"{name_of(path)}: {one.name} takes {one.parameters}")
    assert found == []


def test_no_banned_names() -> None:
    found = [name_of(path) for path in PROGRAM if path.stem in BANNED]
    for path in PROGRAM:
        for one in defined(path):
            name = one.name.lower()
            if name in OVERRIDES:
                continue
            if name in BANNED or name.startswith(BANNED_BEGINNINGS) or name.endswith("manager"):
                found.append(f"{name_of(path)}: {one.name}")
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [name_of(path) for path in PROGRAM if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_threads_are_made_in_four_places_only() -> None:
    found = []
    for path in PROGRAM:
        text = path.read_text(encoding="utf-8")
        if name_of(path) not in THREADS_ALLOWED and ("Thread(" in text or "QThread" in text):
            found.append(name_of(path))
    assert found == []


def test_nothing_is_promised_for_later_in_the_code() -> None:
    promises = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    found = [name_of(path) for path in SOURCES if any(p in path.read_text("utf-8") for p in promises)]
    assert found == []


def test_every_page_says_what_to_do_when_there_is_nothing_yet() -> None:
    pages = [folder for folder in (ROOT / "ui" / "pages").iterdir() if (folder / "page.py").is_file()]
    assert len(pages) == 8
    for folder in pages:
        assert any("EmptyState(" in path.read_text("utf-8") for path in folder.glob("*.py")), folder.name


def test_the_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


LATE = ("sqlalchemy", "reportlab", "alembic", "flask", "waitress", "highspy", "numpy", "click")


@pytest.mark.parametrize("late", LATE)
def test_the_first_window_waits_for_none_of_these(late: str) -> None:
    code = f"import ui.app, ui.start, sys; sys.exit({late!r} in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert ran.returncode == 0, f"{late} is imported before the first window: {ran.stderr.decode()}"


def test_the_core_never_imports_qt() -> None:
    found = [name_of(path) for path in (ROOT / "hackdesk").rglob("*.py") if "PySide6" in path.read_text("utf-8")]
    assert found == []
