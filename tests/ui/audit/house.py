"""The real window on a desk where there is something of everything, to be brought to any place by name."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.conversation.desk import Standing
from intake_app.core.ids import QuestionId
from intake_app.core.problems import ProblemsError
from intake_app.practice.access import HiddenTalk
from intake_app.practice.persons import SilentItem
from intake_app.practice.users import Role
from intake_app.questionnaire.model import Mode
from intake_app.ui.main_window import MainWindow
from intake_app.ui.theme.source import current_theme
from tests.ui.choosing_talk import a_full_talk
from tests.ui.fake_access import FakeAccess
from tests.ui.fake_copies import FakeCopies, a_copy
from tests.ui.fake_desk import NOW, RESOURCES, a_row, a_situation
from tests.ui.fake_log import FakeLog
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import BLOCKED, COLLEAGUE, FIRST, NEWCOMER, OFFICER, FakePeople
from tests.ui.fake_persons import FakePersons
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.practice_desk import practice_desk
from tests.ui.test_directory_calls import RING, SERVICES
from tests.ui.test_directory_files import a_plan
from tests.ui.test_directory_twins import OTHER, PAIR, SECOND
from tests.ui.test_erasures import DONE, a_request

EVERYBODY = (replace(FIRST, roles=frozenset(Role)), COLLEAGUE, NEWCOMER, BLOCKED, OFFICER)
PLAN = a_plan()


def _unlike(known):
    """Return the services of the fake that are not among these."""
    ids = {each.id for each in known}
    return tuple(each for each in FakeUpkeep().services() if each.id not in ids)


class AtOnce:
    """Does slow work at once."""

    def run(self, job, done, failed):
        try:
            result = job()
        except (ProblemsError, OSError) as error:
            failed(error)
        else:
            done(result)

    def stop(self):
        """There is nothing that runs."""


def a_desk(language="nl"):
    """Return a desk with colleagues, talks, copies, requests, and a sociale kaart with work to do."""
    desk = practice_desk()
    desk.language = language
    desk.extra_rows = [
        a_row("late", standing=Standing.CHOOSING, place="Slapen", next_step="Zus bellen", next_on=NOW.date()),
        a_row("old", gender="woman", age=79, about="Weer slapen"),
    ]
    desk.office = FakeOffice(
        people=FakePeople(*EVERYBODY),
        log=FakeLog(),
        copies=FakeCopies(*(a_copy(days) for days in range(5))),
        persons=FakePersons(
            others=("old",),
            items=(SilentItem(id="item1", talk="late", text="Alleen verteld"),),
            requests=[a_request(), DONE],
        ),
        directory=FakeUpkeep(
            services_=(*SERVICES, *_unlike(SERVICES), OTHER),
            ring=RING,
            pairs=(PAIR, SECOND),
            plan=PLAN,
        ),
        access=FakeAccess(kept_apart=(HiddenTalk(talk="hidden", opened=NOW, who="Sanne Bakker"),), others=(COLLEAGUE,)),
    )
    return desk


class House:
    """One window; `at` brings it to a place, as the program itself would."""

    def __init__(self, language="nl", desk=None, *, is_new=False):
        self.desk = desk or a_desk(language)
        look = current_theme()
        self.desk.settings.setdefault("theme", look.name.value)
        self.desk.settings.setdefault("text_scale", str(round(100 * look.text_scale)))
        self.desk.is_new = is_new
        self.window = MainWindow(RESOURCES, AtOnce(), is_new=is_new)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.looked_at = self.window
        self.window.take(self.desk)

    @property
    def screen(self):
        return self.window.shown

    def unlock(self):
        self.screen.form.phrase.setText(self.desk.passphrase)
        self.screen.submit()
        self.settle()

    def enter(self, name="list", about=""):
        """Come to a screen without the pass phrase: as if the store was opened already."""
        self.desk.is_open = True
        self.window._show(name, self.desk, about)
        self.settle()

    def go(self, name, about=""):
        self.window.go(name, about)
        self.settle()

    def talk(self, mode=Mode.QUICK, place="", answers=None, **changes):
        session = self.desk.start(a_situation(mode, **changes))
        for question, value in (answers or {}).items():
            session.answer(QuestionId(question), value)
        session.move("conversation", place)
        self.window.hold(session)
        self.enter("conversation")

    def full_talk(self, screen, **changes):
        self.window.hold(a_full_talk(self.desk, **changes)[1])
        self.enter(screen)

    def settle(self):
        for _ in range(6):
            QApplication.processEvents()

    def close(self):
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
