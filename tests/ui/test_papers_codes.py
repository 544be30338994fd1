"""The codes below the text for the journal: none ticked at first, and the text follows each tick."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.conversation.desk import CodeRow
from intake_app.core.problems import ProblemsError, problem
from intake_app.ui.presenters.papers_codes import JournalCodes
from intake_app.ui.views.papers_codes import PaperCodes
from tests.ui.fake_desk import FakeDesk, a_situation


class NoCodes(FakeDesk):
    """A desk whose list of codes cannot be read."""

    def journal_codes(self, session):  # noqa: ARG002  as the real one is called
        raise ProblemsError((problem("file_unreadable", "codes/icpc.yaml"),))


def made_with(desk):
    return JournalCodes(desk, desk.start(a_situation()))


@pytest.fixture
def shown(qtbot, house):  # noqa: ARG001  it sets the theme
    widget = PaperCodes()
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.serve(made_with(FakeDesk()))
    widget.show()
    return widget


def test_a_code_is_shown_with_why_and_is_not_ticked(shown):
    tick = shown.ticks["Z01"]
    assert tick.accessibleName() == "Z01 · zorgen over geld"
    assert tick.accessibleDescription() == "komt geld tekort. Te bevestigen."
    assert not tick.isChecked()
    assert "Z01" not in shown.text()


def test_ticking_by_key_puts_the_code_into_the_text_and_takes_it_out(shown, qtbot):
    with qtbot.waitSignal(shown.changed) as told:
        QTest.keyClick(shown.ticks["Z01"], Qt.Key.Key_Space)
    assert "Z01" in told.args[0]
    assert "Z01" in shown.text()
    QTest.keyClick(shown.ticks["Z01"], Qt.Key.Key_Space)
    assert "Z01" not in shown.text()


def test_a_code_that_was_confirmed_says_nothing_of_that():
    desk = FakeDesk()
    row = CodeRow(id="Z01", name="zorgen over geld", why="komt geld tekort", is_confirmed=True)
    desk.journal_codes = lambda _session: (row,)
    assert [each.why for each in made_with(desk).rows()] == ["komt geld tekort"]


def test_a_list_that_cannot_be_read_is_told_and_the_text_is_still_there():
    codes = made_with(NoCodes())
    assert codes.rows() == ()
    assert "codes/icpc.yaml" in codes.problem
    assert codes.text().startswith("S:")
