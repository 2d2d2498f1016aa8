"""The long bench of phones on a bad network, short: nothing that was seen as saved is lost or written twice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from phone_stress import stress


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="each phone needs an address of its own, as only Linux gives")
def test_what_a_phone_saw_as_saved_is_in_the_file_once_though_the_server_is_killed(tmp_path: Path) -> None:
    figures = stress(tmp_path, phones=8, seconds=5, kills=1, pace=0.2)
    assert (figures.lost, figures.twice) == ([], [])
    assert figures.sound and figures.confirmed > 0
    assert figures.faults.total() > 0
