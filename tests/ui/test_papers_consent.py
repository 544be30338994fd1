"""Who may read a paper, on the screen: asked per reader, with parts left out, and not in somebody's hearing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.around import PERSON, may_be_drawn
from intake_app.conversation.consent import HUISARTS, SUMMARY_ITEMS, may_read, released_to
from intake_app.conversation.model import Tie
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.situation import Interpreter, Participant
from intake_app.ui.fields.label import Label
from intake_app.ui.look import Look, put_look
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.papers import PapersScreen
from intake_app.ui.views.papers_middle import PAGE, SENTENCE
from tests.ui.choosing_talk import HANDOVER, HELD, SERVICE, SOCIAL, SOCIAL_NAME, NotingShell, PaperDesk
from tests.ui.fake_desk import RESOURCES, a_situation

WITH_RELATIVE = (Participant.PERSON, Participant.POH_GGZ, Participant.RELATIVE)


@pytest.fixture
def show(qtbot, house):
    def shown(**situation):
        desk = PaperDesk()
        session = desk.start(a_situation())
        session.choose(Choice(kind="maatschappelijk_werk", decision=Decision.TAKEN, service=SERVICE))
        session.change_situation(replace(session.conversation.situation, **situation))
        context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
        screen = PapersScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        with qtbot.waitActive(screen):
            screen.show()
        return screen

    return shown


def consented(show, paper="huisarts_summary", **situation):
    """Return the screen with a paper in view that may be read."""
    screen = show(**situation)
    screen.list.rows[paper].click()
    screen.side.consent.tick.click()
    return screen


def talk_of(screen):
    return screen.context.talk.conversation


def test_each_reader_is_asked_about_by_name_and_on_its_own(show):
    screen = show()
    screen.list.rows[HANDOVER].click()
    assert screen.middle.layer == SENTENCE
    assert SOCIAL_NAME in screen.middle.notice.text()
    assert SOCIAL_NAME in screen.side.consent.ask.text()
    screen.side.consent.tick.click()
    assert screen.middle.layer == PAGE
    assert may_read(talk_of(screen), SOCIAL)
    assert not may_read(talk_of(screen), HUISARTS)


def test_a_paper_of_the_person_needs_no_consent(show):
    consent = show().side.consent
    assert consent.free.isVisible()
    assert not consent.tick.isVisible()
    assert not consent.release.isVisible()


def test_what_is_ticked_is_left_out_and_comes_back(show):
    screen = consented(show)
    screen.side.consent.items["safety"].click()
    assert may_read(talk_of(screen), HUISARTS) == {*SUMMARY_ITEMS} - {"safety"}
    screen.side.consent.items["safety"].click()
    assert may_read(talk_of(screen), HUISARTS) == {*SUMMARY_ITEMS}


@pytest.mark.parametrize(
    "heard",
    [{"participants": WITH_RELATIVE}, {"interpreter": Interpreter.LAY}, {"speaks_freely": False}],
    ids=["relative", "lay interpreter", "on speaker"],
)
def test_nothing_is_asked_in_somebodys_hearing(show, heard):
    screen = show(**heard)
    screen.list.rows["huisarts_summary"].click()
    consent = screen.side.consent
    assert consent.overheard.isVisible()
    assert not consent.tick.isEnabled()
    consent.alone.click()
    assert not consent.overheard.isVisible()
    consent.tick.click()
    assert may_read(talk_of(screen), HUISARTS)


def test_taking_back_never_waits_until_one_is_alone(show):
    screen = consented(show)
    session = screen.context.talk
    session.change_situation(replace(talk_of(screen).situation, participants=WITH_RELATIVE))
    screen.refresh()
    assert not screen.side.consent.items["safety"].isChecked()
    assert screen.side.consent.tick.isEnabled()
    screen.side.consent.tick.click()
    assert not may_read(talk_of(screen), HUISARTS)


def test_what_stays_inside_is_shown_only_when_the_person_is_alone_and_goes_one_by_one(show):
    screen = consented(show, HANDOVER)
    release = screen.side.consent.release
    release.link.click()
    release.alone.chip("not_alone").click()
    assert not release.boxes
    release.alone.chip("alone").click()
    assert not any(box.isChecked() for box in release.boxes.values())
    release.boxes[HELD[0].item].click()
    assert released_to(talk_of(screen), SOCIAL) == {HELD[0].item}
    release.boxes[HELD[0].item].click()
    assert released_to(talk_of(screen), SOCIAL) == frozenset()


def test_who_says_not_to_be_alone_any_more_is_asked_again(show):
    screen = show(participants=WITH_RELATIVE)
    screen.list.rows["huisarts_summary"].click()
    consent = screen.side.consent
    consent.alone.click()
    consent.tick.click()
    consent.release.link.click()
    consent.release.alone.chip("not_alone").click()
    assert consent.overheard.isVisible()
    assert consent.alone.isVisible()
    assert consent.release.told.isVisible()


def test_the_drawing_on_the_own_paper_waits_with_a_reason_and_a_way_out(show):
    screen = show(participants=WITH_RELATIVE)
    consent, on_own = screen.side.consent, screen.side.around.on_own
    assert not consent.overheard.isVisible()
    screen.context.talk.tie(Tie(id="a", name="Mijn zus"))
    screen.refresh()
    assert consent.overheard.isVisible()
    assert not on_own.isEnabled()
    consent.alone.click()
    on_own.click()
    assert may_be_drawn(talk_of(screen), PERSON)


def test_one_key_shuts_what_could_be_released_and_hides_the_page_and_brings_it_back(show):
    screen = consented(show, HANDOVER)
    release = screen.side.consent.release
    release.link.click()
    release.alone.chip("alone").click()
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_F8)
    assert not release.boxes
    assert not screen.middle.isVisible()
    assert not screen.print_button.isEnabled()
    again = consented(show, HANDOVER)
    again.show_view(screen.view())
    assert again.is_out_of_sight
    assert again.papers.chosen == HANDOVER
    again.do("picture")
    assert again.middle.isVisible()
    assert again.print_button.isEnabled()


def test_what_was_open_shuts_with_another_paper(show):
    screen = consented(show, HANDOVER)
    release = screen.side.consent.release
    release.link.click()
    release.alone.chip("alone").click()
    screen.list.rows["person_advice"].click()
    assert not release.boxes


def test_where_what_stays_inside_cannot_be_read_it_says_why(show, monkeypatch):
    screen = consented(show)

    def refuse(_session):
        raise ProblemsError((problem("role_missing"),))

    monkeypatch.setattr(screen.context.desk, "held_items", refuse)
    release = screen.side.consent.release
    release.link.click()
    release.alone.chip("alone").click()
    assert release.told.text()
    assert not release.boxes


def test_the_papers_stand_in_groups_and_arrows_go_through_all_of_them(show):
    screen = show()
    heads = [each.text() for each in screen.list.findChildren(Label)]
    assert [each for each in heads if each.startswith("Voor")] == [
        "Voor de persoon",
        "Voor de huisarts",
        "Voor een organisatie",
    ]
    screen.list.rows["person_advice"].setFocus()
    for _ in range(2):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    assert screen.list.rows[HANDOVER].hasFocus()


def test_at_twice_the_size_the_last_row_can_be_reached(show):
    put_look(RESOURCES, Look(text_percent=200))
    screen = show()
    screen.list.rows["person_advice"].setFocus()
    for _ in range(4):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Down)
    assert not screen.list.journal.visibleRegion().isEmpty()
