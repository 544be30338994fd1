"""A desk on a store of its own, cheap to open, and a team that works on it."""

from __future__ import annotations

import pytest

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.practice.users import Role
from tests.bootstrap.team import FIRST, MovedClock, join


@pytest.fixture(autouse=True)
def _cheap(quick_rings, shipped_once):
    """Open every store of these tests at once, on content that was read before."""


@pytest.fixture
def clock(monkeypatch):
    made = MovedClock()
    monkeypatch.setattr("intake_app.bootstrap.local.SystemClock", lambda: made)
    return made


@pytest.fixture
def desk(tmp_path, clock):  # noqa: ARG001  the desk is made with it
    where = Places(resources=resources_dir(), store=tmp_path / "s" / "a.db", last_clean=tmp_path / "last.bin")
    made = make_desk(where, "nl")
    made.create(FIRST, "Anna")
    yield made
    made.lock()


@pytest.fixture
def team(desk):
    """Anna (huisarts and beheerder), Els (assistent), Piet (assistent), Fatma (functionaris)."""
    join(desk, "Els", Role.ASSISTANT)
    join(desk, "Piet", Role.ASSISTANT)
    join(desk, "Fatma", Role.PRIVACY_OFFICER)
    return desk
