"""The password of a copy: shown once, gone with the next paper, and nothing of it anywhere else."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from intake_app.ui.views.papers_password import PaperPassword
from tests.ui.choosing_talk import PaperDesk, two_pages


@pytest.fixture
def desk():
    return PaperDesk()


@pytest.fixture
def password(qtbot, house):  # noqa: ARG001  the looks of the house
    made = PaperPassword()
    qtbot.addWidget(made)
    made.show()
    made.allow(can_keep=True)
    return made


def test_the_copy_is_kept_for_its_owner_and_the_password_shown_in_groups(password, desk, tmp_path):
    path = tmp_path / "mijn-advies.pdf"
    password.keep(desk, two_pages(), path)
    assert path.read_bytes().startswith(b"%PDF sealed")
    assert path.stat().st_mode & 0o777 == 0o600
    assert password.card.isVisible()
    assert password.password.text() == "k7qm2 9xtrb 2hvcd"
    assert password.done.hasFocus() or not password.isActiveWindow()


def test_the_password_is_not_in_the_file_not_in_its_name_and_not_on_the_clipboard(password, desk, tmp_path):
    password.keep(desk, two_pages(), tmp_path / "mijn-advies.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["mijn-advies.pdf"]
    assert b"k7qm2" not in (tmp_path / "mijn-advies.pdf").read_bytes()
    assert "k7qm2" not in QGuiApplication.clipboard().text()
    assert "k7qm2" not in repr(desk.sealed_copy(two_pages()))


def test_who_is_done_does_not_see_it_again(password, desk, tmp_path):
    password.keep(desk, two_pages(), tmp_path / "a.pdf")
    password.done.click()
    assert (password.password.text(), password.password.accessibleName()) == ("", "")
    assert not password.card.isVisible()
    assert password.button.isVisible()


def test_it_stays_until_one_is_done_whatever_paper_is_looked_at_and_names_its_file(password, desk, tmp_path):
    password.keep(desk, two_pages(), tmp_path / "a.pdf")
    for can_keep in (True, False):
        password.allow(can_keep=can_keep)
    assert password.password.text()
    assert password.heading.text() == "Het wachtwoord van a.pdf"


def test_it_is_gone_when_the_screen_was_left(password, desk, tmp_path):
    password.keep(desk, two_pages(), tmp_path / "a.pdf")
    password.hide()
    password.show()
    assert not password.password.text()


def test_a_place_that_cannot_be_written_shows_no_password(password, desk, tmp_path):
    with pytest.raises(OSError, match="weg"):
        password.keep(desk, two_pages(), tmp_path / "weg" / "a.pdf")
    assert not password.card.isVisible()


def test_a_paper_that_is_held_back_cannot_be_kept(password):
    password.allow(can_keep=False)
    assert not password.button.isEnabled()
