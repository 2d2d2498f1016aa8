"""The changelog keeps its form, and its words are for those who run an event."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
RELEASE = re.compile(r"\[(\d+)\.(\d+)\.(\d+)\] - (\d{4}-\d\d-\d\d)")


def headings() -> list[str]:
    return re.findall(r"^## (.+)$", TEXT, re.MULTILINE)


def releases() -> list[tuple[tuple[int, int, int], date]]:
    found = [RELEASE.fullmatch(heading) for heading in headings() if heading != "[Unreleased]"]
    assert all(found), headings()
    return [((int(m[1]), int(m[2]), int(m[3])), date.fromisoformat(m[4])) for m in found if m]


def entries() -> list[str]:
    """Each line with its continuation, without the dash."""
    return [" ".join(entry.split()) for entry in re.findall(r"^- ((?:.+\n(?:  .+\n)*))", TEXT, re.MULTILINE)]


def test_it_begins_with_its_title_and_what_is_not_released_yet() -> None:
    assert TEXT.startswith("# Changelog\n")
    assert headings()[0] == "[Unreleased]"


def test_releases_go_back_in_time_and_the_newest_is_the_one_in_pyproject() -> None:
    found = releases()
    assert found == sorted(found, reverse=True)
    assert len({version for version, _ in found}) == len(found)
    if found:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert project["version"] == ".".join(map(str, found[0][0]))


def test_every_kind_of_change_is_a_known_one_and_has_entries() -> None:
    for part in TEXT.split("\n## ")[1:]:
        kinds = re.split(r"^### ", part, flags=re.MULTILINE)[1:]
        assert kinds or part.startswith("[Unreleased]"), part
        names = [kind.splitlines()[0] for kind in kinds]
        assert set(names) <= set(KINDS) and len(set(names)) == len(names), names
        for kind in kinds:
            assert re.search(r"^- ", kind, re.MULTILINE), f"nothing under {kind}"


def test_entries_are_sentences() -> None:
    assert entries()
    for entry in entries():
        assert entry[0].isupper() and entry.endswith("."), entry


@pytest.mark.parametrize("word", ["refactor", "class", "module", "SQL", "commit", ".py", "PySide", "thread"])
def test_a_facilitator_needs_no_programmer_to_read_it(word: str) -> None:
    assert [entry for entry in entries() if word in entry] == []
