"""Looking ahead: off the drawing thread, one look at a time, and only for the talk as it is now."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from intake_app.core.ids import KindId, QuestionId
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.triage.foresight.look import Outlook
from intake_app.triage.model import Target
from intake_app.ui.look_ahead import LookAhead
from intake_app.ui.presenters.talk_picture import NextState, next_states
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.conversation import ConversationScreen
from tests.ui.fake_desk import RESOURCES, FakeDesk, a_situation
from tests.ui.test_reasons import Waiting

SAFETY_ENGLISH = "This belongs to the questions about safety."
OPENING = {
    "own_question": "Rust",
    "area_body": "ok",
    "area_mind": "ok",
    "area_social": "ok",
    "area_society": "weighs",
    "support": "one_person",
    "which_body": ("sleep",),
    "which_mind": ("worry",),
    "which_social": ("contacts",),
    "which_society": ("money",),
}


def a_talk(**changes):
    desk = FakeDesk()
    session = desk.start(a_situation(Mode.EXPLORATORY, **changes))
    for question, value in OPENING.items():
        session.answer(QuestionId(question), value)
    return desk, session


@pytest.fixture
def a_look(qtbot, qapp):  # noqa: ARG001  timers need an application
    desk, session = a_talk()
    shell, seen = Waiting(), []
    look = LookAhead(desk, session, shell.run)
    look.seen.connect(lambda: seen.append(look.now()))

    def begun():
        qtbot.waitUntil(lambda: bool(shell.jobs), timeout=2000)

    yield look, desk, session, shell, seen, begun
    look.deleteLater()


def test_a_look_begins_after_a_rest_and_tells_when_it_is_back(a_look):
    look, desk, _, shell, seen, begun = a_look
    assert look.now() is None
    assert not shell.jobs
    begun()
    shell.let_go()
    assert seen == [desk.outlook]
    assert look.now() is desk.outlook


def test_what_was_said_meanwhile_drops_the_outcome_and_is_looked_ahead_of_next(a_look):
    look, desk, session, shell, seen, begun = a_look
    look.now()
    begun()
    session.answer(QuestionId("sleep_quality"), "poor")
    assert look.now() is None
    shell.let_go()
    assert not seen
    assert len(shell.jobs) == 1
    shell.let_go()
    assert seen == [desk.outlook]
    assert QuestionId("sleep_quality") in desk.looked_at[-1]


def test_at_most_one_look_is_under_way(a_look):
    look, _, session, shell, _, begun = a_look
    look.now()
    begun()
    for value in ("poor", "good", "poor"):
        session.answer(QuestionId("sleep_quality"), value)
        look.now()
        look._rest.timeout.emit()
    assert len(shell.jobs) == 1


def test_what_is_taken_back_before_the_work_starts_was_never_looked_ahead_of(a_look):
    look, desk, session, shell, seen, begun = a_look
    asked = session.conversation.answers
    look.now()
    begun()
    session.answer(QuestionId("sleep_quality"), "poor")
    kept, shell.jobs = shell.jobs, []
    started = [job() for job, _, _ in kept]
    session.undo()
    for (_, done, _), outcome in zip(kept, started, strict=True):
        done(outcome)
    assert desk.looked_at == [asked]
    assert seen == [desk.outlook]


def test_a_rest_that_ends_after_all_was_taken_back_starts_no_second_look(a_look):
    look, desk, session, shell, _, begun = a_look
    look.now()
    begun()
    session.answer(QuestionId("sleep_quality"), "poor")
    look.now()
    session.undo()
    shell.let_go()
    look._rest.timeout.emit()
    assert not shell.jobs
    assert look.now() is desk.outlook


def test_where_nothing_was_said_nothing_is_looked_at_again(a_look):
    look, desk, _, shell, _, begun = a_look
    look.now()
    begun()
    shell.let_go()
    look.now()
    assert len(desk.looked_at) == 1


def test_a_look_that_fails_leaves_the_quick_order(a_look):
    look, desk, _, shell, seen, begun = a_look
    desk.outlook = ProblemsError((problem("population_missing"),))
    look.now()
    begun()
    shell.let_go()
    assert look.now() is None
    assert not seen


def outlook(*gains, **turns):
    worth = {QuestionId(id_): 1.0 - place / 10 for place, id_ in enumerate(gains)}
    return Outlook(gains=worth, turns={QuestionId(k): v for k, v in turns.items()}, robustness=0.5, completions=400)


def test_with_an_outlook_a_question_says_which_help_it_can_still_turn():
    desk, session = a_talk()
    ahead = outlook("debts", "money_round", debts=(KindId("geldfit"),))
    shown = next_states(desk, session, ahead)
    assert NextState(question="debts", label=shown[0].label, why="Kan Geldfit nog omdraaien.") in shown


def test_with_a_relative_there_no_telling_kind_is_named():
    desk, session = a_talk(participants=(Participant.PERSON, Participant.RELATIVE))
    ahead = outlook("debts", debts=(KindId("centrum_seksueel_geweld"),))
    assert "eksueel" not in " ".join(each.why for each in next_states(desk, session, ahead))


def test_a_safety_question_of_one_topic_is_not_said_to_be_asked_of_everyone():
    desk, session = a_talk()
    session.answer(QuestionId("debts"), "arrears")
    shown = {each.question: each.why for each in next_states(desk, session)}
    assert shown[QuestionId("letter_date")] == "Hier willen we zeker van zijn."


@pytest.mark.parametrize("language,words", [("nl", "Dit hoort bij de vragen over veiligheid."), ("en", SAFETY_ENGLISH)])
def test_a_question_of_the_safety_block_is_said_to_be_about_safety_not_to_be_asked_of_everyone(language, words):
    desk, session = a_talk()
    for question in session.knowledge.questionnaire.safety_block:
        if question != "phq9_item9":
            session.decline(question)
    for question in ("sleep_quality", "debts", "housing", "work", "bmi"):
        session.decline(QuestionId(question))
    desk.language = language
    assert {each.question: each.why for each in next_states(desk, session)}["phq9_item9"] == words


def test_a_question_whose_words_are_asked_in_more_places_names_its_topic():
    desk, session = a_talk()
    for question in ("which_body", "which_mind"):
        session.clear(QuestionId(question))
    labels = [each.label for each in next_states(desk, session)]
    assert len(set(labels)) == len(labels) == 2
    assert all(label.endswith(": Waar gaat het dan vooral om?") for label in labels)


@pytest.fixture
def a_screen(qtbot, house):
    def make():
        desk, session = a_talk()
        shell = Waiting()
        context = ScreenContext(desk=desk, shell=shell, themes=house, resources=RESOURCES, session=session)
        screen = ConversationScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: bool(shell.jobs) and screen.isActiveWindow())
        return screen, desk, shell

    return make


def shown(screen):
    return [card.accessibleName() for card in screen.picture.next if card.isVisible()]


def test_the_better_order_takes_the_place_of_the_quick_one_and_nothing_moves(a_screen, qapp):
    screen, desk, shell = a_screen()
    before = shown(screen), [card.geometry() for card in screen.picture.next]
    desk.outlook = outlook("bmi", "debts", "housing", "work")
    shell.let_go()
    qapp.sendPostedEvents()
    assert shown(screen) != before[0]
    assert [card.geometry() for card in screen.picture.next] == before[1]


def test_a_card_that_has_the_focus_does_not_change_under_the_hand(a_screen):
    screen, desk, shell = a_screen()
    before = shown(screen)
    screen.picture.next[0].setFocus(Qt.FocusReason.TabFocusReason)
    desk.outlook = outlook("bmi", "debts", "housing", "work")
    shell.let_go()
    assert shown(screen) == before


def test_the_reasons_take_over_what_looking_ahead_found_already(a_screen):
    screen, desk, shell = a_screen()
    shell.let_go()
    assert len(desk.looked_at) == 1
    screen.picture.why_asked.emit(Target.SOCIAL.value)
    assert "93 van de 100" in screen.layer.sheet.status.firmness.text()
    shell.let_go()
    assert len(desk.looked_at) == 1


def test_the_reasons_look_ahead_themselves_while_nothing_was_found_yet(a_screen):
    screen, desk, shell = a_screen()
    shell.let_go()
    screen.context.talk.answer(QuestionId("sleep_quality"), "poor")
    screen.picture.why_asked.emit(Target.SOCIAL.value)
    assert "wordt doorgerekend" in screen.layer.sheet.status.firmness.text()
    shell.let_go()
    assert QuestionId("sleep_quality") in desk.looked_at[-1]
    assert "93 van de 100" in screen.layer.sheet.status.firmness.text()
