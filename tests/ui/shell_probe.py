"""A window on a fake desk, opened as a person would."""

from __future__ import annotations

from PySide6.QtTest import QTest

from intake_app.ui.jobs import Jobs
from intake_app.ui.main_window import MainWindow
from tests.ui.fake_desk import PASSPHRASE, RESOURCES, FakeDesk


class ShellProbe:
    """Knows the widget tree; tests speak of what a person does."""

    def __init__(self, qtbot, desk=None):
        self.qtbot, self.desk, self.jobs = qtbot, desk or FakeDesk(), Jobs()
        self.window = MainWindow(RESOURCES, self.jobs)
        self.window.show()
        qtbot.waitExposed(self.window)

    @property
    def screen(self):
        return self.window.shown

    @property
    def name(self):
        return self.window.screen_name

    def take(self):
        self.window.take(self.desk)

    def unlock(self, passphrase=PASSPHRASE):
        self.take()
        self.enter(passphrase)
        self.wait_for("list")

    def enter(self, passphrase):
        self.screen.form.phrase.setText(passphrase)
        self.screen.submit()

    def wait_for(self, name):
        self.qtbot.waitUntil(lambda: self.name == name, timeout=3000)

    def press(self, key, modifiers=None):
        target = self.window.focusWidget() or self.window
        QTest.keyClick(target, key, *([modifiers] if modifiers is not None else []))

    def close(self):
        self.window.close()
        self.jobs.stop()
        self.window.deleteLater()
