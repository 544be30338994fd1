"""Nothing on any screen gives a silent flag away to whoever looks or listens along.

A relative is in the room; the answers were given in a moment alone that is over. Every screen is walked through on
the real desk, and every text of every window is compared with the words of silent matter.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.conversation.replay import as_changes
from intake_app.core.clock import SystemClock
from intake_app.exchange.answers_file import read_answers_file
from intake_app.triage.model import FlagState
from intake_app.ui.views.papers_middle import PAGE, SENTENCE
from tests.shipped import TODAY
from tests.ui import conftest as screens
from tests.ui.fake_desk import RESOURCES
from tests.ui.shell_probe import ShellProbe
from tests.ui.silent_words import everything_said, hidden_questions, leaks, silent_words

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
house = screens.house

Key, Alt, Control = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  of a store in a test
TYPED = ("bang", "geweld", "veilig", "alleen", "dwang", "controle", "kind", "afraid", "violence", "safe")
PRESSED = ("geweld", "dwang", "violence", "force")
"""Words by which only the silent topic can be found."""
LANGUAGES, MODES = ("nl", "en"), ("quick", "exploratory")
STEPS_BACK = 10
ASIDE = """
participants: [person, poh_ggz, relative]
alone_moment: true
wishes: [{topic: sleep, text: "Beter slapen"}, {topic: home_safety, text: "dakpan"}]
strengths: [{topic: home_safety, text: "waterlelie"}]
consents: [{recipient: huisarts, items: [all]}]
notes: {afraid: "wonderboom", violence: "kraanvogel", home_safety: "zeepaard", dependent_harm: "vuurtoren"}
"""
PLAIN = """own_question: "Ik slaap slecht", support: one_person, body_sudden: nothing_new, area_body: weighs,
  area_mind: ok, area_social: ok, area_society: goes_well, sleep_quality: poor,
  sleep_place: safe_place, needs_missing: [none], care_fails: [none], life_not_worth: "no", suicide_thoughts: "no",
  too_much_taken: "no", use_daily: [none], unusual: [none], unusual_told: "no", confidence: 6"""
MARKS = re.findall(r'"([a-z]{6,})"', ASIDE)
TOLD = {
    "domestic_violence": "which_body: [sleep], cares_for: [nobody], afraid: yes, controlled: yes,"
    " violence: [threats, hitting, choking]",
    "child_safety": "which_body: [sleep], cares_for: [children], afraid: yes, violence: [hitting], children_saw: yes",
    "dependent_safety": "which_body: [sleep], which_social: [caring], cares_for: [ill_relative], caring_load: heavy,"
    " dependent_harm: pushing_or_withholding",
    "child_safety tonight": "which_body: [sleep], cares_for: [children], child_care: not_tonight",
    "pregnancy_risk": "which_body: [sleep, pregnancy], cares_for: [unborn], pregnancy: pregnant, pregnancy_use: no,"
    " afraid: yes, violence: [hitting]",
}
ONLY_ALONE = "which_social: [caring], cares_for: [ill_relative], dependent_harm: pushing_or_withholding"
WALKED = [
    ("domestic_violence", "quick", "nl"),
    ("domestic_violence", "exploratory", "en"),
    ("child_safety", "exploratory", "nl"),
    ("child_safety tonight", "quick", "en"),
    ("dependent_safety", "quick", "en"),
    ("dependent_safety", "exploratory", "nl"),
    ("pregnancy_risk", "exploratory", "nl"),
]
HIDDEN = re.compile(rf",? *\b({'|'.join(each.id for each in hidden_questions())}): *(\[[^\]]*\]|\w+)")


def a_file(told, mode):
    """Return a file of answers."""
    person = 'person: {age: 34, pc4: "2512", gender: woman}'
    return f"mode: {mode}\n{person}{ASIDE}answers: {{{PLAIN}, {told}}}\n"


def without_alone(file):
    """Return the same talk in which nothing was said in a moment alone."""
    return HIDDEN.sub("", re.sub(r"notes:.*\n", "", file))


class Walk(ShellProbe):
    """A window on the real desk with one talk in its store; goes everywhere and remembers what was said."""

    def __init__(self, qtbot, desk):
        super().__init__(qtbot, desk)
        self.said = set()
        self.activate()
        self.take()
        self.wait_for("list")
        self.id = desk.rows()[0].id

    def activate(self):
        """Give the window the keys; off screen nobody else does."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def look(self):
        """Remember everything that can be seen or heard now, but for what one typed oneself."""
        QCoreApplication.processEvents()
        self.said |= {(f"{self.name}: {where}", text) for where, text in everything_said() if text not in TYPED}

    @property
    def session(self):
        return self.window.session

    def open(self, screen="conversation", place=""):
        """Open the talk on a screen."""
        session = self.desk.open(self.id)
        session.move("conversation", place)
        self.window.hold(session)
        self.window.go(screen)
        self.look()

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key where the focus is, and look."""
        self.activate()
        self.press(key, modifier)
        self.look()

    def may_not_be_at_a_hidden_question(self):
        assert self.screen.talk.current not in {each.id for each in hidden_questions()}

    def roam(self, key, modifier, most=60):
        """Press a key until one stays where one is, or has been everywhere."""
        seen = set()
        while self.screen.talk.current not in seen and len(seen) < most:
            seen.add(self.screen.talk.current)
            self.key(key, modifier)
            self.may_not_be_at_a_hidden_question()
        return seen


@pytest.fixture
def walk(qtbot, house, tmp_path):  # noqa: ARG001  the look comes first
    """Return a maker of walks through a file of answers."""
    made = []

    def make(file, language="nl"):
        folder = tmp_path / str(len(made))
        places = Places(resources=RESOURCES, store=folder / "a.db", last_clean=folder / "last.bin")
        desk = make_desk(places, language)
        desk.create(PASSPHRASE)
        found = read_answers_file(file, "answers.yaml", desk.knowledge, TODAY)
        desk.begin(as_changes(found, SystemClock().now()))
        made.append(Walk(qtbot, desk))
        return made[-1]

    yield make
    QGuiApplication.clipboard().clear()
    for each in made:
        each.close()


@pytest.fixture
def sounds(monkeypatch):
    """Note every sound and every call for attention."""
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda *_: heard.append("beep"))
    monkeypatch.setattr(QApplication, "alert", lambda *_: heard.append("alert"))
    return heard


def through_the_outside(walk):
    """See the list, what begins a talk, the settings and the keys."""
    for name in ("list", "start_quick", "start_exploratory", "settings"):
        walk.window.go(name)
        walk.look()
        walk.key(Key.Key_F1)
        walk.key(Key.Key_Escape)
    walk.window.go("list")
    for words in TYPED:
        walk.screen.search.setText(words)
        walk.screen._on_searched()
        walk.look()


def through_the_talk(walk):
    """See every question that keys lead to, the filter, the panes and the sheets."""
    walk.open(place="neighbours")
    for key in (Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Up):
        walk.roam(key, Alt)
    for words in TYPED:
        walk.screen.left.filter.setText(words)
        walk.look()
        walk.screen.left.filter.accepted.emit()
        walk.may_not_be_at_a_hidden_question()
    for key in (Key.Key_F6, Key.Key_F8, Key.Key_F8, Key.Key_W, Key.Key_Escape):
        walk.key(key)
    walk.key(Key.Key_D, Control)
    walk.key(Key.Key_Escape)
    for target in ("medical", "social"):
        walk.screen.picture.why_asked.emit(target)
        walk.look()
        through_the_reasons(walk, walk.screen.layer.sheet)
        walk.screen.layer.close_sheet()
    walk.screen.left.people_asked.emit()
    walk.look()
    walk.screen.layer.close_sheet()


def through_the_reasons(walk, sheet):
    """See the kinds of help unfolded, with their sources, and what looking ahead says."""
    sheet.tabs["advice"].click()
    walk.qtbot.waitUntil(lambda: sheet._others is not None and bool(sheet.status.how.text()), timeout=20_000)
    for row in sheet.page.rows:
        row.unfold()
    sheet.more.click()
    walk.look()


def through_undo(walk):
    """Take back and do again, with what is said about it."""
    walk.open()
    for _ in range(STEPS_BACK):
        walk.window.do("undo")
        walk.look()
        walk.may_not_be_at_a_hidden_question()
    for _ in range(STEPS_BACK):
        walk.window.do("redo")
        walk.look()


def through_the_palette(walk):
    """See everything that can be done, and look for what is silent."""
    walk.open()
    walk.key(Key.Key_K, Control)
    for words in TYPED:
        walk.window.layer.sheet.line.setText(words)
        walk.look()
    walk.window.layer.close_layer()


def through_the_priorities(walk):
    """See the wishes in another order, and everything else that could be one."""
    walk.open("priorities")
    walk.look()
    walk.key(Key.Key_N)
    while walk.screen.offers.buttons:
        walk.screen.offers.buttons[0].click()
    for key in (Key.Key_1, Key.Key_S, Key.Key_Delete):
        walk.screen.list.focus_card(1)
        walk.key(key)


def through_choosing(walk):
    """See all cards, what is behind "Meer", every "Waarom dit?" and the comparison."""
    walk.open("choose")
    assert not walk.screen.held.isVisible()
    for group in list(walk.screen._columns):
        walk.screen.column(group).more_asked.emit(group)
        walk.look()
    kinds = [each.kind.id for group in walk.session.picture.advice.groups.values() for each in group]
    shown = {card for group in walk.screen._columns for card in walk.screen.column(group).cards}
    for kind in [each for each in kinds if each in shown]:
        walk.screen.card(kind).reasons.click()
        walk.key(Key.Key_C)
        walk.key(Key.Key_Escape)
        walk.screen.card(kind).others.click()
        walk.look()
        walk.screen.services.close_layer()
    for key in (Key.Key_V, Key.Key_Escape, Key.Key_1, Key.Key_2, Key.Key_N):
        walk.key(key)


def through_the_papers(walk):
    """See the agreements, the papers, their pages and their names."""
    walk.open("agree")
    walk.window.go("papers")
    for paper in walk.desk.papers(walk.session):
        walk.said.add(("papers: file name", Path(paper.file_name).stem))
        walk.screen.list.rows[paper.id].click()
        walk.qtbot.waitUntil(lambda: walk.screen.middle.layer in {PAGE, SENTENCE} and not walk.screen._busy.isActive())
        walk.look()
        for large in (False, True):
            data = walk.desk.pdf(walk.session, paper.id, large=large)
            read = pypdf.PdfReader(io.BytesIO(data))
            walk.said |= {(f"{paper.id}: page", page.extract_text()) for page in read.pages}
            walk.said |= {(f"{paper.id}: facts", str(value)) for value in (read.metadata or {}).values()}
    walk.said.add(("papers: SOEP", walk.desk.journal_text(walk.session)))
    walk.key(Key.Key_J, Control)
    walk.screen.list.journal.click()
    walk.look()


WAYS = {
    "outside": through_the_outside,
    "talk": through_the_talk,
    "undo": through_undo,
    "palette": through_the_palette,
    "priorities": through_the_priorities,
    "choosing": through_choosing,
    "papers": through_the_papers,
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("flag", TOLD)
def test_the_talk_raises_the_silent_flag_while_a_relative_is_there(walk, flag, mode):
    made = walk(a_file(TOLD[flag], mode))
    made.open()
    outcome = made.session.flag(flag.split()[0])
    assert outcome.state is FlagState.RAISED
    assert outcome.is_silent
    assert not made.session.conversation.situation.may_ask_alone
    assert not made.session.obstacles()


def test_there_are_words_to_look_for_and_they_are_found(walk):
    made = walk(a_file(TOLD["domestic_violence"], "quick"))
    made.window.toast("Wordt u geslagen of bedreigd?")
    made.look()
    assert {"geslagen", "bedreigd", "violence"} <= silent_words()
    assert {word for _, _, word in leaks(made.said, MARKS)} == {"geslagen", "bedreigd"}


@pytest.mark.parametrize("flag,mode,language", WALKED)
def test_no_screen_gives_a_silent_flag_away(walk, sounds, flag, mode, language):
    made = walk(a_file(TOLD[flag], mode), language)
    for way in WAYS.values():
        way(made)
    found = leaks(made.said, MARKS)
    assert not found, found
    assert not sounds
    assert {text for where, text in made.said if where.endswith(".windowTitle")} == {"Verkennend gesprek"}


@pytest.mark.parametrize("mode", MODES)
def test_a_hidden_question_is_refused_whichever_way_it_is_asked_for(walk, mode):
    made = walk(a_file(TOLD["child_safety"], mode))
    for question in hidden_questions():
        made.open(place=question.id)
        made.may_not_be_at_a_hidden_question()
        made.screen._on_opened(question.id)
        made.may_not_be_at_a_hidden_question()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette_finds_nothing_by_a_telling_word(walk, language):
    made = walk(a_file(TOLD["domestic_violence"], "exploratory"), language)
    made.open()
    made.key(Key.Key_K, Control)
    for words in PRESSED:
        made.window.layer.sheet.line.clear()
        QTest.keyClicks(made.window.layer.sheet.line, words)
        assert made.window.layer.sheet.list.count() == 0
        made.key(Key.Key_Return)
        assert made.window.layer.isVisible()


def lists(walk, file):
    """Return what the list of topics and the list of talks show of a talk."""
    made = walk(file)
    made.open(place="own_question")
    topics = made.screen.talk.left()
    made.window.go("list")
    row = made.desk.rows()[0]
    return topics, row.about, row.place, row.next_step, row.next_on, row.standing, row.asked, row.in_all


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("flag", TOLD)
def test_no_list_tells_whether_something_was_told_alone(walk, flag, mode):
    file = a_file(TOLD[flag], mode)
    assert lists(walk, file) == lists(walk, without_alone(file))


def test_a_topic_of_which_only_something_was_told_alone_looks_untouched(walk):
    file = a_file(ONLY_ALONE, "exploratory")
    assert lists(walk, file) == lists(walk, without_alone(file))


@pytest.mark.parametrize("mode", MODES)
def test_when_the_moment_alone_ends_nothing_of_it_stays_on_screen(walk, mode):
    made = walk(a_file(TOLD["child_safety"], mode))
    made.open()
    made.key(Key.Key_A)
    made.screen._on_opened("violence")
    assert made.screen.talk.current == "violence"
    made.said.clear()
    made.key(Key.Key_A)
    made.may_not_be_at_a_hidden_question()
    assert not leaks(made.said, MARKS)


@pytest.mark.parametrize("mode", MODES)
def test_a_sheet_opened_alone_is_gone_when_the_moment_alone_ends(walk, mode):
    made = walk(a_file(TOLD["child_safety"], mode))
    made.open()
    made.key(Key.Key_A)
    made.key(Key.Key_D, Control)
    made.screen.layer.show_flag("domestic_violence")
    made.key(Key.Key_F8)
    made.key(Key.Key_A)
    made.said.clear()
    made.look()
    assert not leaks(made.said, MARKS)
    assert made.screen.layer.sheet is None
    assert not made.session.conversation.situation.may_ask_alone


@pytest.mark.parametrize("screen", ["priorities", "choose", "agree", "papers"])
def test_a_moment_alone_ends_when_one_leaves_the_conversation(walk, screen):
    made = walk(a_file(TOLD["child_safety"], "exploratory"))
    made.open()
    made.key(Key.Key_A)
    made.screen._on_opened("violence")
    made.said.clear()
    made.window.go(screen)
    made.look()
    assert not leaks(made.said, MARKS)
    assert not made.desk.open(made.id).conversation.situation.alone_now


def test_where_one_was_never_names_the_silent_topic(walk):
    made = walk(a_file(TOLD["domestic_violence"], "exploratory"))
    made.open()
    made.key(Key.Key_A)
    made.screen._on_opened("violence")
    made.said.clear()
    made.key(Key.Key_L, Control)
    assert made.name == "unlock"
    made.enter(PASSPHRASE)
    made.wait_for("conversation")
    made.look()
    made.may_not_be_at_a_hidden_question()
    made.window.go("list")
    made.look()
    assert not leaks(made.said, MARKS)


def test_nothing_in_the_program_makes_a_sound():
    sources = (RESOURCES.parent / "intake_app").rglob("*.py")
    telling = re.compile(r"\.beep\(|QSound|QMediaPlayer|QAudio|QSystemTrayIcon|\.alert\(|QMessageBox")
    assert not [path.name for path in sources if telling.search(path.read_text(encoding="utf-8"))]
