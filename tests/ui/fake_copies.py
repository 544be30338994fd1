"""Copies in a folder that is none."""

from __future__ import annotations

import datetime
from dataclasses import replace

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.copies import CopiesState, CopyLine, PutBack, RestorePreview

MADE = datetime.datetime(2026, 11, 21, 17, 40, tzinfo=datetime.UTC)
PHRASE = "vier gewone woorden samen"


def a_copy(days=0, **changes):
    """Return a copy that was made so many days before the newest one."""
    made = MADE - datetime.timedelta(days=days)
    usual = {"path": f"/stick/praktijk-{made:%Y%m%d-%H%M%S}.intake", "talks": 14 - days, "changes": 900 - 10 * days}
    return CopyLine(**{"made": made, "size": 1_240_000, "of_this_store": True, **usual, **changes})


def a_preview(**changes):
    """Return what is seen when the newest copy is a day older than what is there."""
    usual = {"made": MADE, "program": "0.1.0", "talks": 14, "changes": 900, "of_this_store": True}
    now = {"has_present": True, "present_talks": 15, "present_changes": 962}
    touched = MADE + datetime.timedelta(hours=16)
    return RestorePreview(**{**usual, **now, "present_touched": touched, **changes})


class FakeCopies:
    """Keeps what it is asked. `fails` is what the next call raises; `steps` how often progress is told."""

    def __init__(self, *copies):
        self.copies = list(copies)
        self.folder, self.problem, self.is_due, self.last_tried = "/stick", "", False, None
        self.found, self.fails, self.put, self.steps = a_preview(), None, [], 3

    def _may_fail(self):
        fails, self.fails = self.fails, None
        if fails:
            raise ProblemsError((problem(fails),))

    def state(self):
        newest = self.copies[0].made if self.copies else None
        return CopiesState(
            folder=self.folder,
            newest=newest,
            is_due=self.is_due,
            problem=self.problem,
            last_tried=self.last_tried,
        )

    def set_folder(self, folder):
        self._may_fail()
        self.folder, self.copies = folder, []

    def all(self):
        return tuple(self.copies)

    def _work(self, progress):
        for step in range(self.steps):
            if not progress(step, self.steps):
                raise ProblemsError((problem("store_backup_cancelled"),))

    def make(self, progress):
        self._may_fail()
        self._work(progress)
        self.copies.insert(0, a_copy(-1))
        return self.copies[0]

    def make_if_due(self):
        return None

    def try_out(self, path, progress):
        self._may_fail()
        self._work(progress)
        self.last_tried = MADE
        return next(each for each in self.copies if each.path == path)

    def preview(self, path, passphrase):  # noqa: ARG002  as the real one is called
        if passphrase != PHRASE:
            raise ProblemsError((problem("store_passphrase_wrong"),))
        self._may_fail()
        return replace(self.found)

    def put_back(self, path, passphrase, *, other_store=False):
        self._may_fail()
        self.put.append((path, passphrase, other_store))
        return PutBack(kept="/opslag/praktijk-vervangen-20261122-103200.db")
