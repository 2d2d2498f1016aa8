"""The handbook names what there is, and nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hackdesk.cli import VERBS
from hackdesk.event.migrate import APPLICATION_ID, SCHEMA
from hackdesk.event.tables import all_tables

ROOT = Path(__file__).resolve().parent.parent


def told(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_file_format_names_every_table_and_the_version() -> None:
    text = told("docs/file-format.md")
    assert [table for table in all_tables().metadata.tables if f"`{table}`" not in text] == []
    assert f"0x{APPLICATION_ID:08X}" in text and f"at present **{SCHEMA}**" in text


def test_the_readme_names_every_verb_of_the_command_line() -> None:
    named = re.findall(r"`(?:main\.py )?([a-z-]+) (?:FILE|CODE-|--out)", told("README.md"))
    assert set(named) == set(VERBS)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/file-format.md"])
def test_no_link_leads_nowhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", told(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []


def test_every_folder_the_architecture_names_is_there() -> None:
    named = re.findall(r"^  ([a-z_]+)/ ", told("docs/architecture.md"), re.MULTILINE)
    there = {path.name for root in ("hackdesk", "ui") for path in (ROOT / root).iterdir() if path.is_dir()}
    assert len(named) > 5 and [folder for folder in named if folder not in there] == []
