"""A desk with somebody at it, who may do what their roles allow, and with copies, a log, and what is cleared away."""

from __future__ import annotations

from intake_app.core.problems import ProblemsError
from intake_app.practice.persons import PurgeNotice
from intake_app.practice.rights import Verdict, verdict_for
from intake_app.practice.users import Role, User
from tests.ui.choosing_talk import PaperDesk
from tests.ui.fake_copies import FakeCopies, a_copy
from tests.ui.fake_log import FakeLog
from tests.ui.fake_office import FakeOffice

WATCHER = User(id="w", name="Wil Smit", roles=frozenset({Role.PRIVACY_OFFICER}), is_admitted=False)


class SomePeople:
    """Somebody with these roles, and whoever else works here."""

    def __init__(self, *roles, others=(WATCHER,)):
        self.me = User(id="me", name="Annet de Vries", roles=frozenset(roles), is_admitted=True)
        self.others = others

    def may(self, action):
        return verdict_for(self.me.roles, action) is Verdict.YES

    def everyone(self):
        return (self.me, *self.others)


class SomePersons:
    """Keeps after how many days a talk is cleared away."""

    def __init__(self):
        self.days = 90

    def purge_notice(self):
        return PurgeNotice(days=self.days)

    def set_purge_days(self, days):
        self.days = days


def practice_desk(*roles, copies=None, log=None, **facts):
    """Return a desk for somebody with these roles; a clinician who administrates when none are named."""
    desk = PaperDesk()
    desk.is_read_only, desk.read_only_words = False, ""
    for name, value in facts.items():
        setattr(desk, name, value)
    people = SomePeople(*(roles or (Role.CLINICIAN, Role.ADMINISTRATOR)))
    copies = copies or FakeCopies(*(a_copy(days) for days in range(5)))
    desk.office = FakeOffice(people=people, log=log or FakeLog(), copies=copies, persons=SomePersons())
    return desk


class PromptShell:
    """Does slow work at once, or when it is told to; notes where one goes and what is said."""

    def __init__(self, *, waits=False):
        self.went, self.said, self.waiting, self.waits = [], [], [], waits

    def go(self, screen, about=""):
        self.went.append((screen, about) if about else screen)

    def run(self, job, done, failed):
        self.waiting.append((job, done, failed))
        if not self.waits:
            self.work()

    def work(self):
        """Do what waits."""
        while self.waiting:
            job, done, failed = self.waiting.pop(0)
            try:
                result = job()
            except (ProblemsError, OSError) as error:
                failed(error)
            else:
                done(result)

    def toast(self, text, undo=None):  # noqa: ARG002  the main window's takes one
        self.said.append(text)

    def hold(self, session):
        self.went.append(session)

    def flag_key(self):
        self.went.append("flag")
