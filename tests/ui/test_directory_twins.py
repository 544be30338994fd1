"""Two entries that may be the same: side by side, made one, or left two."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.problems import problem
from intake_app.core.text import Text
from intake_app.directory.checks import Twins
from intake_app.directory.model import Service
from intake_app.practice.upkeep import BatchKind
from intake_app.ui.presenters.twins import FACTS, Side, TwinPair
from intake_app.ui.views.directory_twins import twins_screen
from intake_app.ui.views.service import NoForm
from tests.ui.fake_upkeep import FakeUpkeep, a_dozen
from tests.ui.practice_desk import practice_desk

DOZEN = {service.id: service for service in a_dozen()}
ONE = DOZEN["wr_schuldhulp"]
OTHER = replace(
    ONE, id="twin", name="Schuldhulp", wait_days=4, url="https://example.org", fees=Text(nl="10 euro", en="10 euros")
)
PAIR = Twins(one=ONE, other=OTHER, shared=("name", "number"))
SECOND = Twins(one=DOZEN["wr_maatje"], other=DOZEN["wr_gli"], shared=("address",))


@pytest.fixture
def upkeep():
    return FakeUpkeep(services_=(*a_dozen(), OTHER), pairs=(PAIR, SECOND))


@pytest.fixture
def pair(upkeep):
    return TwinPair(practice_desk(), upkeep, PAIR)


@pytest.fixture
def make_screen(show_screen, upkeep):
    made = []

    def make(desk=None):
        desk = desk or practice_desk()
        desk.office.directory = upkeep
        made.append(show_screen(twins_screen, desk))  # kept: Python would free it piece by piece
        return made[-1]

    yield make
    made.clear()


def test_every_fact_of_an_entry_is_compared():
    compared = {name for names in FACTS.values() for name in names}
    assert compared == {field.name for field in fields(Service)} - {"id"}


def test_what_differs_stands_first_and_is_marked(pair):
    rows = pair.rows()
    assert [row.fact for row in rows if row.differs] == ["name", "url", "wait_days", "fees"]
    assert [row.differs for row in rows] == sorted((row.differs for row in rows), reverse=True)


def test_what_one_lacks_comes_from_the_other(pair):
    row = next(row for row in pair.rows() if row.fact == "url")
    assert (row.left, row.outcome, row.side) == ("", "https://example.org", Side.RIGHT)


def test_a_chosen_fact_comes_whole(pair, upkeep):
    pair.choose("wait_days", Side.RIGHT)
    pair.choose("fees", Side.RIGHT)
    pair.merge()
    kept = upkeep.service(ONE.id)
    assert (kept.wait_days, kept.wait_on, kept.fees.nl) == (4, OTHER.wait_on, "10 euro")
    assert "twin" not in upkeep.entries


def test_the_entry_of_the_practice_itself_stays(upkeep):
    upkeep.own.add("twin")
    pair = TwinPair(practice_desk(), upkeep, PAIR)
    pair.merge()
    assert "twin" in upkeep.entries
    assert ONE.id not in upkeep.entries


def test_keys_choose_and_ctrl_enter_merges(make_screen, upkeep):
    screen = make_screen()
    screen.table.setFocus()
    QTest.keyClick(screen.table, Qt.Key.Key_2)
    assert screen.table.at == 1
    QTest.keyClick(screen.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert upkeep.batches()[0].kind is BatchKind.MERGE
    assert upkeep.service(ONE.id).name == "Schuldhulp"
    assert screen.context.shell.said == ["Samengevoegd tot één."]


def test_two_that_are_two_stay_away_for_this_session(make_screen):
    desk = practice_desk()
    screen = make_screen(desk)
    screen.two.click()
    assert [pair.left.id for pair in screen.pairs] == ["wr_maatje"]
    assert [pair.left.id for pair in make_screen(desk).pairs] == ["wr_maatje"]
    assert len(make_screen().pairs) == 2


def test_nothing_twice_says_so(make_screen, upkeep):
    upkeep.pairs = ()
    screen = make_screen()
    assert screen.empty.isVisible()
    assert not screen.merge.isVisible()


def test_what_the_store_refuses_is_told(make_screen, upkeep):
    screen = make_screen()

    def refuse(*_args):
        from intake_app.core.problems import ProblemsError

        raise ProblemsError((problem("not_allowed"),))

    upkeep.merge = refuse
    screen.merge.click()
    assert screen.told.isVisible()
    assert screen.merge.isEnabled()


def test_who_may_not_change_it_is_told_so(make_screen, upkeep):
    upkeep.may_change = False
    assert isinstance(make_screen(), NoForm)
