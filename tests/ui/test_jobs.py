"""Long work happens in another process, says how far it is, and stops when told to."""

from __future__ import annotations

import os
from multiprocessing import active_children
from pathlib import Path

import long_work
from pytestqt.qtbot import QtBot

from hackdesk.errors import HackDeskError
from hackdesk.language import language
from ui.jobs import Job, Spare


def test_a_job_works_in_another_process_and_reports_each_step(qtbot: QtBot) -> None:
    job, steps, results = Job(long_work.count, 5), [], []
    job.stepped.connect(lambda done, of: steps.append((done, of)))
    job.finished.connect(results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=10_000)
    assert steps == [(n, 5) for n in range(1, 6)]
    counted, process = results[0]
    assert counted == 5
    assert process != os.getpid()
    assert not job.running


def test_a_cancelled_job_cleans_up_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    half_written = tmp_path / "half.pdf"
    job = Job(long_work.go_on_for_ever, half_written)
    qtbot.waitUntil(half_written.exists, timeout=10_000)
    with qtbot.waitSignal(job.cancelled, timeout=5_000):
        job.cancel()
    assert not half_written.exists()


def test_a_refusal_crosses_from_the_other_process_with_its_values(qtbot: QtBot) -> None:
    job = Job(long_work.refuse)
    with qtbot.waitSignal(job.failed, timeout=10_000) as refused:
        pass
    (error,) = refused.args
    assert isinstance(error, HackDeskError)
    assert language("en").error(error) == "The name ΩΩ has no glyph."


def test_a_mistake_in_the_other_process_reaches_the_last_resort(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        jobs = [Job(long_work.break_down), Job(long_work.vanish), Job(lambda step: None)]
        qtbot.waitUntil(lambda: len(caught) == 3, timeout=10_000)
    said = sorted(str(error) for _kind, error, _trace in caught)
    assert any("ZeroDivisionError: in the other process" in words for words in said)
    assert any("ended without an answer" in words for words in said)
    assert any("pickle" in words for words in said)
    assert not any(job.running for job in jobs)


def test_a_job_takes_the_spare_process_and_the_next_one_does_without(qtbot: QtBot) -> None:
    spare, found = Spare("long_work"), []
    spare.prepare()
    spare.prepare()
    qtbot.waitUntil(lambda: len(active_children()) == 1, timeout=10_000)
    (waiting,) = active_children()
    for _ in range(2):
        job = Job(long_work.count, 1, spare=spare)
        with qtbot.waitSignal(job.finished, timeout=10_000) as answered:
            pass
        found.append(answered.args[0][1])
    assert found[0] == waiting.pid != found[1]
    assert not active_children()


def test_a_spare_process_that_nobody_took_goes_when_it_is_closed(qtbot: QtBot) -> None:
    spare = Spare()
    spare.prepare()
    spare.close()
    assert not active_children()


def test_closing_a_job_waits_until_its_process_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    half_written = tmp_path / "half.pdf"
    job = Job(long_work.go_on_for_ever, half_written)
    qtbot.waitUntil(half_written.exists, timeout=10_000)
    job.close()
    assert not half_written.exists()


def test_what_is_handed_over_midway_never_waits_for_a_busy_window(qtbot: QtBot) -> None:
    job, told, results = Job(long_work.grow, 3000, telling=True), [], []
    job.told.connect(told.append)
    job.finished.connect(results.append)
    job._thread.join()  # the window is busy: it hears nothing until all has been said
    qtbot.waitUntil(lambda: bool(results), timeout=10_000)
    assert told == [2999]
    assert results == [(3000, False)]
