"""The data for another system: only beside a paper whose reader may read, kept for its owner, told to the log."""

from __future__ import annotations

import pytest

from intake_app.conversation.desk import FHIR
from intake_app.conversation.model import Consent
from intake_app.core.clock import today
from intake_app.core.problems import ProblemsError, problem
from intake_app.ui.presenters.papers import Papers
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.papers_data import PaperData
from tests.ui.choosing_talk import PaperDesk
from tests.ui.fake_desk import RESOURCES, a_situation
from tests.ui.practice_desk import PromptShell


class DataDesk(PaperDesk):
    """A desk that makes data, or says why not."""

    def __init__(self):
        super().__init__()
        self.asked, self.left, self.wrong = [], [], None

    def fhir(self, session, recipient):  # noqa: ARG002  the desk's takes it
        self.asked.append(recipient)
        if self.wrong is not None:
            raise self.wrong
        return b"{}\n"

    def released(self, session, what):  # noqa: ARG002  the desk's takes it
        self.left.append(what)


@pytest.fixture
def desk():
    return DataDesk()


@pytest.fixture
def session(desk):
    return desk.start(a_situation())


@pytest.fixture
def shell():
    return PromptShell()


@pytest.fixture
def data(qtbot, house, desk, session, shell):
    made = PaperData(ScreenContext(desk=desk, shell=shell, themes=house, resources=RESOURCES, session=session))
    qtbot.addWidget(made)
    return made


def at(desk, session, paper):
    papers = Papers(desk, session, today())
    papers.choose(paper)
    return papers.state()


def refuse(*_args):
    raise ProblemsError((problem("not_allowed", action="paper"),))


def agree(session):
    session.consent(Consent(recipient="huisarts", items=("all",), on=today()))


def test_it_is_there_only_for_a_reader_who_may_read(data, desk, session):
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    assert data.isHidden()
    agree(session)
    data.show_state(at(desk, session, "person_advice"), is_seen=True)
    assert data.isHidden()
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    assert not data.isHidden()


def test_the_data_is_kept_for_its_owner_and_told_to_the_log(data, desk, session, monkeypatch, tmp_path):
    agree(session)
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    path = tmp_path / "gespreksgegevens.json"
    monkeypatch.setattr(data, "ask_path", lambda: path)
    data.button.click()
    assert path.read_bytes() == b"{}\n"
    assert path.stat().st_mode & 0o077 == 0
    assert (desk.asked, desk.left) == (["huisarts"], [FHIR])


def test_who_changes_their_mind_keeps_nothing(data, desk, session, monkeypatch):
    agree(session)
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    monkeypatch.setattr(data, "ask_path", lambda: None)
    data.button.click()
    assert (desk.asked, desk.left) == ([], [])


@pytest.mark.parametrize("is_refused", [True, False])
def test_what_goes_wrong_is_said_in_place(data, desk, session, tmp_path, is_refused):
    agree(session)
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    desk.wrong = ProblemsError((problem("consent_missing", "huisarts"),)) if is_refused else None
    data.keep_at(tmp_path / "gone" / "a.json")
    assert data.message.text()
    assert not data.message.isHidden()
    assert desk.left == ([] if is_refused else [FHIR])  # the log comes first, as when copying


def test_who_may_not_let_it_leave_keeps_no_file(data, desk, session, monkeypatch, tmp_path):
    agree(session)
    data.show_state(at(desk, session, "huisarts_summary"), is_seen=True)
    monkeypatch.setattr(desk, "released", refuse)
    data.keep_at(tmp_path / "a.json")
    assert data.message.text()
    assert not list(tmp_path.iterdir())
