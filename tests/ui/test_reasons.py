"""The sheet "Waarom?": short sentences first, everything behind them, and what would change the advice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intake_app.conversation.desk import said_of
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.model import FlagState, Target
from intake_app.triage.outcome import Status
from intake_app.triage.short_form import LONGEST
from intake_app.triage.what_if import what_if
from intake_app.ui.fields.label import Label
from intake_app.ui.presenters.arguments import Teller
from intake_app.ui.presenters.reasons import Reasons
from intake_app.ui.presenters.reasons_outcome import MOST_CHANGES, outcome_state
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.reasons import ADVICE, ReasonsSheet
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES, FakeDesk
from tests.ui.silent_words import TELLING_KIND

SILENT = {"afraid": "yes", "controlled": "yes", "violence": ("hitting", "sexual_force"), "safe_person": "no"}
OVERHEARD = {"participants": (Participant.PERSON, Participant.RELATIVE)}


class Waiting(NotingShell):
    """Keeps jobs until they are let go."""

    def __init__(self):
        super().__init__()
        self.jobs = []

    def run(self, job, done, failed):
        self.jobs.append((job, done, failed))

    def let_go(self):
        jobs, self.jobs = self.jobs, []
        for job in jobs:
            super().run(*job)


@pytest.fixture
def a_sheet(qtbot, house):
    def make(answers=None, shell=None, desk=None, **changes):
        desk, session = a_full_talk(desk, answers, **changes)
        themed = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
        sheet = ReasonsSheet(Reasons(desk, themed.talk), Target.SOCIAL)
        qtbot.addWidget(sheet)
        sheet.look((shell or NotingShell()).run, None)
        sheet.show()
        return sheet

    return make


def advice_of(answers=None, **changes):
    desk, session = a_full_talk(answers=answers, **changes)
    return session, Reasons(desk, session).advice()


def test_each_need_kind_and_flag_begins_with_one_short_sentence():
    desk, session = a_full_talk(answers={"suicide_thoughts": "recent", "life_not_worth": "often"})
    reasons = Reasons(desk, session)
    advice = reasons.advice()
    shorts = [each.short for each in (*advice.suggested, *advice.possible, *advice.flags)]
    shorts += [reasons.state(target).short for target in Target]
    assert len(shorts) > 5
    assert all(0 < len(short) <= LONGEST for short in shorts)


def test_behind_a_kind_stand_its_arguments_with_rule_and_origin():
    _, advice = advice_of()
    geldfit = next(each for each in advice.suggested if each.name == "Geldfit")
    assert geldfit.speaks_for[0].rule.startswith("geldfit-")
    assert geldfit.speaks_for[0].origin.startswith("Bron: ")
    assert "nagekeken 22-11-2026" in geldfit.speaks_for[0].origin
    assert geldfit.has_more


def test_what_is_open_is_a_question_by_name():
    session, advice = advice_of()
    texts = {question.text.nl for question in session.knowledge.questionnaire.questions.values()}
    open_ = [line for each in (*advice.suggested, *advice.possible) for line in each.open]
    assert open_
    assert {line.text for line in open_} <= texts


def test_a_flag_says_what_raised_it_and_what_is_still_to_be_asked():
    _, advice = advice_of({"life_not_worth": "often"})
    flag = advice.flags[0]
    assert flag.name.startswith("Vraag hier nog naar: ")
    assert flag.open


@pytest.mark.parametrize("with_others", [{}, OVERHEARD])
def test_a_silent_flag_never_stands_among_the_flags(with_others):
    session, advice = advice_of(SILENT, **with_others)
    raised = [each for each in session.picture.assessment.flags if each.is_silent and each.state is FlagState.RAISED]
    titles = [session.knowledge.engine.rules.flag(each.flag).title.nl for each in raised]
    assert titles
    assert not [each.name for each in advice.flags if any(title in each.name for title in titles)]


def test_with_a_relative_there_no_kind_is_named_that_tells_what_was_said():
    assert Teller(*a_full_talk(answers=SILENT)).may_name(TELLING_KIND)
    assert not Teller(*a_full_talk(answers=SILENT, **OVERHEARD)).may_name(TELLING_KIND)


def test_the_outcome_is_named_with_what_it_means():
    desk, session = a_full_talk()
    state = outcome_state(desk, session)
    assert session.picture.assessment.status is Status.INCOMPLETE
    assert state.name == "Nog niet compleet"
    assert state.meaning


def test_settled_is_said_only_while_nobody_else_listens(monkeypatch):
    names = []
    for there in ({}, OVERHEARD):
        desk, session = a_full_talk(**there)
        final = type("Final", (), {"assessment": type("Outcome", (), {"status": Status.FINAL})})
        monkeypatch.setattr(session, "picture", final)
        names.append(outcome_state(desk, session).name)
    assert names == ["Staat vast", "Voorlopig"]


def test_at_most_five_other_answers_are_told_each_change_once():
    desk, session = a_full_talk()
    found = Reasons(desk, session).other_answers()()
    assert 0 < len(found) <= MOST_CHANGES
    assert len(set(found)) == len(found)
    knowledge = session.knowledge
    assert len(list(what_if(knowledge.engine, knowledge.questionnaire, said_of(session)))) > len(found)


def test_other_answers_and_looking_ahead_are_worked_out_from_what_was_said_when_they_were_asked_for():
    desk, session = a_full_talk()
    reasons, said = Reasons(desk, session), said_of(session)
    found, others, ahead = reasons.other_answers()(), reasons.other_answers(), reasons.look_ahead()
    for question in tuple(session.conversation.answers):
        session.clear(question)
    ahead()
    assert others() == found
    assert reasons.other_answers()() != found
    assert desk.looked_at == [said.answers]


@pytest.mark.parametrize("share,count", [(0.934, "93"), (0.999, "99"), (0.001, "1"), (1.0, "100"), (0.0, "0")])
def test_firmness_is_a_count_of_a_hundred_and_never_rounds_to_all_or_none(share, count):
    desk, session = a_full_talk()
    state = Reasons(desk, session).firmness(Outlook(gains={}, turns={}, robustness=share, completions=400))
    assert f"gelijk in {count} van de 100 doorgerekende aanvullingen" in state.words
    assert "400" in state.how


def test_h_shows_the_kinds_of_help_and_a_digit_unfolds_one(a_sheet, qtbot):
    sheet = a_sheet()
    qtbot.keyClick(sheet, Qt.Key.Key_H)
    row = sheet.page.rows[0]
    assert not row.is_open
    qtbot.keyClick(sheet, Qt.Key.Key_1)
    assert row.is_open
    qtbot.keyClick(sheet, Qt.Key.Key_1)
    assert not row.is_open


def test_c_shows_where_the_rules_come_from(a_sheet, qtbot):
    sheet = a_sheet()
    row = sheet.page.rows[0].said
    assert not row.origin.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_C)
    assert row.origin.isVisible()
    assert sheet.status.how.isVisible()


def test_while_it_is_worked_out_the_sheet_says_so_and_then_exchanges_the_words(a_sheet):
    shell = Waiting()
    sheet = a_sheet(shell=shell)
    sheet.show_place(ADVICE)
    assert sheet.page.others.lines[0].text() == "Dit wordt uitgezocht …"
    assert "wordt doorgerekend" in sheet.status.firmness.text()
    height = sheet.status.height()
    shell.let_go()
    assert "verandert dit" in sheet.page.others.lines[0].text()
    assert "93 van de 100" in sheet.status.firmness.text()
    assert sheet.status.height() == height


def test_what_was_found_before_one_looks_is_there(a_sheet):
    sheet = a_sheet()
    sheet.show_place(ADVICE)
    assert len(sheet.page.others.lines) > 1


def test_an_indication_is_called_no_proof(a_sheet):
    sheet = a_sheet()
    words = [label.text() for label in sheet.status.findChildren(Label)]
    assert any("indicatie, geen bewijs" in each for each in words)


def test_where_no_other_answer_counts_that_is_said(a_sheet):
    sheet = a_sheet()
    sheet.show_place(ADVICE)
    sheet.page.others.show_lines(())
    assert sheet.page.others.lines[0].text().startswith("Geen enkel ander antwoord")


def test_a_look_that_fails_is_said_in_words(a_sheet):
    desk = FakeDesk()
    desk.outlook = ProblemsError((problem("population_missing"),))
    sheet = a_sheet(desk=desk)
    assert "kon nu niet worden doorgerekend" in sheet.status.firmness.text()


def test_other_answers_never_count_answers_about_safety():
    desk, session = a_full_talk(answers={"suicide_thoughts": "no", "life_not_worth": "no"}, mode=Mode.EXPLORATORY)
    questions = session.knowledge.questionnaire
    safety = {questions.topics[each.topic].name.nl.lower() for each in questions.questions.values() if each.safety}
    plain = {questions.topics[each.topic].name.nl.lower() for each in questions.questions.values() if not each.safety}
    told = " ".join(Reasons(desk, session).other_answers()()).lower()
    assert not [name for name in safety - plain if name in told]
