"""Slow work off the drawing thread."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QLabel

from intake_app.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):  # noqa: ARG001  there must be an application
    made = Jobs()
    yield made
    made.stop()


def test_a_job_runs_elsewhere_and_its_result_is_told_here(jobs, qtbot):
    told = []
    jobs.run(threading.current_thread, told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] is not threading.current_thread()


def test_an_error_reaches_the_one_who_asked(jobs, qtbot):
    errors = []
    jobs.run(lambda: 1 / 0, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_jobs_end_in_the_order_in_which_they_were_asked(jobs, qtbot):
    told = []
    for number in range(5):
        jobs.run(lambda number=number: number, told.append, print)
    qtbot.waitUntil(lambda: len(told) == 5)
    assert told == [0, 1, 2, 3, 4]


def test_a_widget_that_has_gone_is_not_told(jobs, qtbot):
    label, told = QLabel(), []
    jobs.run(lambda: "late", label.setText, print)
    label.deleteLater()
    jobs.run(lambda: "after", told.append, print)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["after"]
