"""The talk by keyboard, on the real screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from intake_app.core.ids import FlagId, QuestionId
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.answers import Declined, Given, NotKnown
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.triage.model import FlagState, Target
from intake_app.ui.screen import ScreenContext
from intake_app.ui.views.conversation import ConversationScreen
from intake_app.ui.views.flag_sheet import FlagSheet
from intake_app.ui.views.reasons import ReasonsSheet
from intake_app.ui.views.talk_notices import NoticeSheet
from tests.ui.fake_desk import RESOURCES, FakeDesk, a_situation

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
OVERHEARD = {"participants": (Participant.PERSON, Participant.RELATIVE)}


class NotingShell:
    """Writes down what the screen asks for."""

    def __init__(self):
        self.went, self.toasts = [], []

    def go(self, screen):
        self.went.append(screen)

    def run(self, job, done, failed):
        try:
            result = job()
        except ProblemsError as error:
            failed(error)
        else:
            done(result)

    def toast(self, text, undo=None):
        self.toasts.append((text, undo))

    def flag_key(self):
        self.went.append("flag_key")


class TalkProbe:
    """Knows the widget tree; tests speak of keys and of what is kept."""

    def __init__(self, qtbot, screen):
        self.qtbot, self.screen = qtbot, screen

    @property
    def session(self):
        return self.screen.context.talk

    @property
    def at(self):
        return self.screen.talk.current

    @property
    def sheet(self):
        return self.screen.layer.sheet

    def answer(self, question):
        return self.session.conversation.answers.get(QuestionId(question))

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.screen.window().focusWidget() or self.screen, key, modifier)

    def write(self, words):
        QTest.keyClicks(self.screen.window().focusWidget(), words)

    def wait(self, told):
        self.qtbot.waitUntil(told, timeout=2000)

    def wait_for_sheet(self, kind):
        self.wait(lambda: isinstance(self.sheet, kind))

    def seen(self):
        """Everything that can be read, heard or pointed at on the screen now."""
        found = [part for part in self.screen.findChildren(QWidget) if part.isVisible()]
        said = [f"{part.accessibleName()} {part.toolTip()} {part.accessibleDescription()}" for part in found]
        said += [part.text() for part in found if hasattr(part, "text")]
        return " ".join([*said, self.screen.window().windowTitle()]).casefold()


class ShownWindows(QObject):
    """Writes down every window that is shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):  # noqa: N802  Qt names it
        if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def a_talk(qtbot, house):
    def make(mode=Mode.QUICK, place="", answers=None, **changes):
        desk = FakeDesk()
        session = desk.start(a_situation(mode, **changes))
        for question, value in (answers or {}).items():
            session.answer(QuestionId(question), value)
        session.move("conversation", place)
        context = ScreenContext(desk=desk, shell=NotingShell(), themes=house, resources=RESOURCES, session=session)
        screen = ConversationScreen(context)
        qtbot.addWidget(screen)
        screen.resize(1366, 768)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.setFocus()
        return TalkProbe(qtbot, screen)

    return make


def test_a_digit_answers_at_once_and_moves_on_a_moment_later(a_talk):
    talk = a_talk(place="area_body")
    talk.press(Key.Key_1)
    assert talk.answer("area_body") == Given(value="goes_well")
    assert talk.at == "area_body"
    talk.wait(lambda: talk.at == "area_mind")


def test_enter_passes_over_a_question_without_answering_it(a_talk):
    talk = a_talk(place="area_body")
    talk.press(Key.Key_Return)
    assert talk.answer("area_body") is None
    assert talk.at == "area_mind"


def test_declining_and_not_knowing_are_one_key_away(a_talk):
    talk = a_talk(place="area_body")
    talk.press(Key.Key_Minus)
    talk.press(Key.Key_Question)
    assert talk.answer("area_body") == Declined()
    assert talk.answer("area_mind") == NotKnown()


def test_backspace_takes_an_answer_away(a_talk):
    talk = a_talk(place="area_body", answers={"area_body": "ok"})
    talk.press(Key.Key_Backspace)
    assert talk.answer("area_body") is None


def test_of_several_answers_digits_tick_and_enter_goes_on(a_talk):
    talk = a_talk(place="needs_missing")
    talk.press(Key.Key_2)
    talk.press(Key.Key_3)
    assert talk.answer("needs_missing") == Given(value=("food", "medicine"))
    assert talk.at == "needs_missing"
    talk.press(Key.Key_Return)
    assert talk.at != "needs_missing"


def test_own_words_are_typed_and_ctrl_enter_goes_on(a_talk):
    talk = a_talk()
    talk.write("1 rustig huis")
    talk.press(Key.Key_Return, Ctrl)
    assert talk.answer("own_question") == Given(value="1 rustig huis")
    assert talk.at == "reading"


def test_one_and_zero_make_ten_on_the_scale(a_talk):
    talk = a_talk(place="confidence")
    talk.press(Key.Key_1)
    talk.press(Key.Key_0)
    assert talk.answer("confidence") == Given(value=10.0)


def test_a_number_is_kept_and_enter_goes_on_once(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="bmi")
    talk.write("27")
    talk.press(Key.Key_Return)
    assert talk.answer("bmi") == Given(value=27.0)
    assert talk.at == "weight_risk"


def test_enter_passes_over_an_empty_number_and_the_other_keys_work_there_too(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="bmi")
    talk.press(Key.Key_Return)
    assert talk.answer("bmi") is None
    assert talk.at == "weight_risk"
    talk.press(Key.Key_Left, Alt)
    talk.press(Key.Key_Question)
    assert talk.answer("bmi") == NotKnown()


def test_a_note_is_kept_while_typing_and_letters_rest_meanwhile(a_talk):
    talk = a_talk(place="area_body")
    talk.press(Key.Key_N)
    talk.write("p-n 1 w")
    talk.press(Key.Key_F5)
    assert talk.session.conversation.notes["area_body"] == "p-n 1 w"
    assert not talk.session.conversation.wishes
    assert talk.answer("area_body") is None


def test_p_marks_a_topic_and_marks_it_no_longer(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="housing")
    talk.press(Key.Key_P)
    assert talk.session.conversation.wish_topics == {"housing"}
    talk.press(Key.Key_P)
    assert not talk.session.conversation.wishes


def test_what_goes_well_is_one_line_and_enter_ends_it(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="housing")
    talk.screen.panel.strength.chip.click()
    talk.write("huur is betaald")
    talk.press(Key.Key_Return)
    assert talk.session.conversation.strengths[0].text == "huur is betaald"
    assert talk.at == "housing"


def test_an_answer_moves_nothing_that_one_reads(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="money_round")
    parts = (talk.screen.panel.question, talk.screen.panel.answer, talk.screen.panel.note, talk.screen.picture.wheel)
    before = [part.mapTo(talk.screen, part.rect().topLeft()) for part in parts]
    talk.press(Key.Key_3)
    assert [part.mapTo(talk.screen, part.rect().topLeft()) for part in parts] == before


def test_alt_arrows_go_back_and_from_topic_to_topic(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality")
    talk.press(Key.Key_Down, Alt)
    assert talk.at == "energy"
    talk.press(Key.Key_Up, Alt)
    assert talk.at == "sleep_quality"


def test_slash_searches_and_enter_opens_the_topic(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality")
    talk.press(Key.Key_Slash)
    talk.write("schuld")
    talk.press(Key.Key_Return)
    assert talk.at == "money_round"


def test_in_a_short_talk_slash_searches_everything(a_talk):
    talk = a_talk(place="area_body")
    talk.press(Key.Key_Slash)
    assert talk.screen.context.shell.went == ["palette"]


def test_f5_keeps_everything_and_goes_to_choosing(a_talk):
    talk = a_talk(place="area_body", **OVERHEARD)
    talk.press(Key.Key_F5)
    assert talk.screen.context.shell.went == ["choose"]
    assert talk.answer("afraid").reason == "niet alleen"


def test_pause_goes_to_the_list_where_the_talk_waits(a_talk):
    talk = a_talk(place="area_body")
    talk.screen.foot.pause.click()
    assert talk.screen.context.shell.went == ["list"]
    assert talk.session.conversation.place == "area_body"


def test_f8_hides_the_picture_the_flags_and_the_notes(a_talk):
    talk = a_talk(place="area_body", answers={"sleep_place": "nowhere"})
    assert "slaapplek" in talk.seen()
    talk.press(Key.Key_F8)
    assert "slaapplek" not in talk.seen()
    assert not talk.screen.picture.isVisible()
    assert not talk.screen.panel.note.isVisible()
    talk.press(Key.Key_F8)
    assert talk.screen.panel.note.isVisible()


def test_a_flag_that_waits_opens_its_sheet_and_escape_leaves_a_line(a_talk):
    talk = a_talk(place="suicide_thoughts")
    talk.press(Key.Key_3)
    talk.wait_for_sheet(FlagSheet)
    talk.press(Key.Key_Escape)
    assert talk.sheet is None
    assert talk.screen.band.words.whole.startswith("Eerst dit: ")


def test_a_flag_is_recorded_by_keyboard_and_the_talk_goes_on(a_talk):
    talk = a_talk(place="suicide_thoughts")
    talk.press(Key.Key_3)
    talk.wait_for_sheet(FlagSheet)
    talk.qtbot.wait(200)
    talk.press(Key.Key_1)
    talk.press(Key.Key_Return)
    assert talk.session.conversation.flag_actions[0].told == "huisarts"
    assert talk.sheet is None
    assert talk.at == "suicide_plan"


def test_no_sheet_ever_is_a_window_of_its_own(a_talk, qapp):
    talk = a_talk(place="suicide_thoughts")
    watch = ShownWindows()
    qapp.installEventFilter(watch)
    talk.press(Key.Key_3)
    talk.wait_for_sheet(FlagSheet)
    talk.screen.layer.show_notices()
    talk.screen.layer.show_reasons(Target.SOCIAL, None)
    talk.screen.left.people.click()
    qapp.removeEventFilter(watch)
    assert not watch.shown


def test_a_record_without_what_was_done_says_what_is_missing(a_talk):
    talk = a_talk(answers={"suicide_thoughts": "recent"})
    talk.wait_for_sheet(FlagSheet)
    talk.press(Key.Key_Return)
    assert "wie ervan weet" in talk.sheet.form.fault.text()
    assert not talk.session.conversation.flag_actions


def test_a_flag_is_withdrawn_with_a_reason(a_talk):
    talk = a_talk(answers={"suicide_thoughts": "recent"})
    talk.wait_for_sheet(FlagSheet)
    talk.sheet.take_back.click()
    talk.write("verkeerd aangeklikt")
    talk.press(Key.Key_Return)
    assert talk.session.flag(FlagId("suicide_thoughts")).state is not FlagState.RAISED


def test_niet_pluis_opens_its_sheet(a_talk):
    talk = a_talk(place="area_body")
    talk.session.gut_feeling(on=True)
    talk.screen.show_flag(FlagId("gut_feeling"))
    assert talk.sheet.state.title == "Eerst dit: overleg met de huisarts"


def test_what_must_be_arranged_today_is_a_band_that_holds_nothing(a_talk):
    talk = a_talk(place="sleep_place")
    talk.press(Key.Key_3)
    assert talk.screen.band.words.whole.startswith("Vandaag nog: ")
    talk.wait(lambda: talk.at != "sleep_place")
    assert talk.sheet is None


def test_a_silent_flag_is_named_nowhere_and_opens_nothing(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality", answers={"afraid": "yes", "violence": ("hitting",)})
    rule = talk.session.knowledge.engine.rules.flag(FlagId("domestic_violence"))
    texts = [rule.title.nl, rule.say.nl, *(clause.text.nl for clause in rule.clauses)]
    assert talk.sheet is None
    assert talk.screen.picture.mark.isVisible()
    assert not [text for text in texts if text.casefold() in talk.seen()]
    assert not [word for word in ("geweld", "bang", "geslagen", "dwang", "veilig thuis") if word in talk.seen()]


def test_the_details_of_a_silent_flag_are_neutral_and_f8_closes_them(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality", answers={"afraid": "yes", "violence": ("hitting",)})
    talk.press(Key.Key_D, Ctrl)
    assert isinstance(talk.sheet, NoticeSheet)
    assert "geslagen" not in talk.seen()
    talk.press(Key.Key_F8)
    assert talk.sheet is None


def test_with_a_relative_there_nothing_points_to_what_was_said_alone(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality", answers={"afraid": "yes"}, **OVERHEARD)
    assert not talk.screen.picture.mark.isVisible()
    assert "even samen" not in talk.seen()


def test_a_begins_and_ends_a_moment_alone(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality", **OVERHEARD)
    talk.press(Key.Key_A)
    assert "even samen" in talk.seen()
    talk.screen.talk.open(QuestionId("afraid"))
    talk.press(Key.Key_A)
    assert "even samen" not in talk.seen()
    assert talk.at != "afraid"


def test_w_opens_the_reasons_c_the_figures_and_a_digit_asks(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality", answers={"area_society": "weighs"})
    talk.press(Key.Key_W)
    assert isinstance(talk.sheet, ReasonsSheet)
    assert not talk.sheet.page.figure_line.isVisible()
    talk.press(Key.Key_C)
    assert talk.sheet.page.figure_line.isVisible()
    wanted = talk.sheet.page.open_rows[0].question
    talk.press(Key.Key_1)
    assert talk.at == wanted


def test_the_practitioner_can_see_the_urgency_otherwise(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="sleep_quality")
    talk.press(Key.Key_W)
    talk.press(Key.Key_A)
    talk.sheet.urgency.levels.choose("today")
    talk.press(Key.Key_Return)
    assert talk.session.urgency.code == "today"


def test_who_is_there_can_change_and_hides_what_may_not_be_heard(a_talk):
    talk = a_talk(Mode.EXPLORATORY, place="afraid")
    talk.screen.left.people.click()
    talk.sheet.present.choose("relative")
    talk.sheet.keep.click()
    assert Participant.RELATIVE in talk.session.conversation.situation.participants
    assert talk.at != "afraid"
    assert "naaste" in talk.screen.bar.findChildren(QWidget)[1].accessibleName()


def test_the_screen_fits_a_small_window_at_the_largest_text(a_talk):
    from intake_app.ui.look import put_look
    from intake_app.ui.presenters.settings import Look

    talk = a_talk(place="area_body")
    put_look(RESOURCES, Look(text_percent=200))
    talk.screen.resize(1024, 700)
    talk.qtbot.wait(20)
    assert talk.screen.size().height() == 700
    assert talk.screen.minimumSizeHint().width() <= 1024
