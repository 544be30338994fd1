"""Every window, screen, sheet and notice that a person can come to: what they are called, and how one gets there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.conversation.consent import HUISARTS
from intake_app.conversation.desk import SaveStatus
from intake_app.conversation.model import Tie, TieKind
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.people import Recovery, RecoveryState
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.ui.presenters.people import Deed, rows_of
from intake_app.ui.presenters.recovery import Step
from intake_app.ui.views.draft_notice import NOTICE_WIDTH, DraftNotice
from tests.ui.audit.house import House, a_desk
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_desk import a_situation
from tests.ui.fake_log import FakeLog
from tests.ui.fake_people import COLLEAGUE, TODAY
from tests.ui.fake_persons import FakePersons
from tests.ui.fake_upkeep import FakeUpkeep
from tests.ui.test_taking_in import a_talk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SISTER = Tie(id="z", name="Mijn zus", kind=TieKind.FAMILY, strength=3, strain=1)
NEIGHBOUR = Tie(id="b", name="De buurman van nummer 14", kind=TieKind.NEIGHBOUR, strength=1)
COMPANY = (Participant.PERSON, Participant.RELATIVE)
HELPED = (*COMPANY, Participant.POH_GGZ)
DEBTS = "wr_schuldhulp"
UNREADABLE = ProblemsError(tuple(problem("fhir_missing", f"gesprek.json: entry[{at}]") for at in range(9)))
_LONG = "Iemand die met mij de brieven doorneemt en belt, elke week een uur, het liefst op dinsdagochtend"


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


# --- before the store is open


def locked(language):
    return House(language)


def refused(language, code="store_passphrase_wrong", **values):
    house = House(language)
    house.screen.form.phrase.setText("vier warme woorden hier")
    house.screen._on_refused(ProblemsError((problem(code, **values),)))
    return house


def new_store(language):
    return House(language, is_new=True)


def lost_phrase(language):
    house = House(language)
    house.screen.show_recover()
    house.screen.side.panel.code.line.setText("ABCDE 12345")
    return house


def put_back(language):
    house = House(language)
    house.screen.show_restore()
    return house


def put_back_compared(language):
    house = put_back(language)
    panel = house.screen.side.panel
    panel.choose_page.take.click()
    panel.phrase_page.field.setText("vier gewone woorden samen")
    QTest.keyClick(panel.phrase_page.field, Qt.Key.Key_Return)
    return house


# --- the screens of the practice


def open_house(language, screen="list", about="", **parts):
    desk = a_desk(language)
    for name, part in parts.items():
        setattr(desk.office, name, part)
    house = House(language, desk)
    if screen:
        house.enter(screen, about)
    return house


def empty_list(language):
    desk = a_desk(language)
    desk.extra_rows = []
    desk.office.access.kept_apart = ()
    house = House(language, desk)
    house.enter()
    return house


def taken_in(language, incoming=None):
    house = open_house(language)
    house.desk.incoming = incoming or a_talk(HUISARTS)
    house.screen.taking.read("/ergens/gesprek.json")
    return house


def glass_sheet(language):
    house = open_house(language)
    house.screen.hidden.asked.emit("hidden")
    return house


def recovery(language, step):
    house = open_house(language, "recovery")
    screen = house.screen
    if step in {Step.CODE, Step.TRY}:
        screen._on_make()
    if step is Step.TRY:
        screen._on_try()
    elif step is Step.DONE:
        screen._people.sheet = Recovery(state=RecoveryState.TESTED, made=TODAY, tested=TODAY)
        screen._go(step)
    return house


def people_add(language):
    house = open_house(language, "people")
    house.screen.add.click()
    return house


def people_block(language):
    house = open_house(language, "people")
    screen = house.screen
    screen.table.show_people(rows_of(screen._people), COLLEAGUE.id)
    screen.deeds.buttons[Deed.BLOCK].click()
    return house


def copies_put_back(language):
    house = open_house(language, "copies")
    house.screen.put_back.click()
    return house


def person(language):
    return open_house(language, "person", "late")


def deciding(language):
    house = open_house(language, "erasures")
    house.screen.open.decide.click()
    return house


# --- the sociale kaart


def looked_up(language, **parts):
    """Open the sociale kaart, and wait until what was found is shown."""
    house = open_house(language, "directory", **parts)
    screen = house.screen
    while screen._searches.isActive() or screen._looks.isActive():
        QApplication.processEvents()
    return house


def never_offer(language):
    house = looked_up(language)
    house.screen.entry.deeds.never.click()
    return house


def files(language, *, read=False):
    house = open_house(language, "directory_files")
    if read:
        house.screen.take.read("/lijsten/lijst.json")
    return house


def leaflet(language):
    house = looked_up(language)
    house.screen.entry.deeds.leaflet.click()
    return house


# --- a talk


def talk(language, mode=Mode.QUICK, place="", answers=None, **changes):
    house = open_house(language, screen="")
    house.talk(mode, place, answers, **changes)
    return house


def flag_sheet(language):
    return talk(language, Mode.EXPLORATORY, answers={"suicide_thoughts": "recent"})


def gut_feeling(language):
    house = talk(language)
    house.window.flag_key()
    return house


def in_talk(language, action):
    house = open_house(language, screen="")
    house.full_talk("conversation")
    house.screen.do(action)
    return house


def who_is_there(language):
    house = talk(language, participants=COMPANY)
    house.screen.left.people.click()
    return house


def full(language, screen):
    house = open_house(language, screen="")
    house.full_talk(screen)
    return house


def around(language, *ties, form=False):
    house = open_house(language, screen="")
    session = house.desk.start(a_situation(Mode.EXPLORATORY))
    for tie in ties:
        session.tie(tie)
    house.window.hold(session)
    house.enter("ecogram")
    if form:
        house.screen.add.click()
    return house


def a_safety_plan(language, present=HELPED):
    house = open_house(language, screen="")
    session = house.desk.start(a_situation(Mode.EXPLORATORY, participants=HELPED))
    session.plan_safety(SafetyPlan(signs=_LONG, people=(PlanPerson(name="Mijn zus Els", number="06-12345678"),)))
    session.change_situation(replace(session.conversation.situation, participants=present))
    house.window.hold(session)
    house.enter("safety_plan")
    return house


def beside(language, place="area_body", **changes):
    """Open the person's window beside a talk; it is what is looked at."""
    house = talk(language, place=place, **changes)
    house.window.do("person_window")
    house.settle()
    house.window.beside.activateWindow()
    QTest.qWaitForWindowActive(house.window.beside)
    house.looked_at = house.window.beside
    return house


def first_steps(language):
    desk = a_desk(language)
    desk.is_demo = True
    house = House(language, desk)
    house.enter()
    house.window.do("tour")
    return house


def compared(language):
    house = full(language, "choose")
    press(Qt.Key.Key_V)
    return house


def why_this(language):
    house = full(language, "choose")
    house.screen.card("geldfit").reasons.click()
    return house


def agreed(language):
    house = full(language, "choose")
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(key)
    house.go("agree")
    return house


def papers(language):
    house = agreed(language)
    house.go("papers")
    return house


# --- what may lie over any of them


def over(language, action):
    house = open_house(language)
    house.window.do(action)
    return house


def toast(language):
    house = open_house(language)
    house.window.toast("Het gesprek is weg.", house.settle)
    return house


def not_saved(language):
    house = talk(language)
    house.desk.become(SaveStatus.FAILED, problem("store_disk_full"))
    house.settle()
    house.settle()
    return house


def soon_locked(language):
    house = talk(language)
    house.window.idle_line.show_left(20)
    return house


def loose_words(language):
    house = open_house(language)
    notice = DraftNotice({"Wat": _LONG})
    house.window.layer.open(notice, NOTICE_WIDTH, notice.focusProxy())
    return house


SCENES: Mapping[str, Callable[[str], House]] = {
    "unlock": locked,
    "unlock-new": new_store,
    "unlock-wrong": refused,
    "unlock-wait": partial(refused, code="passphrase_wait", seconds=30),
    "unlock-own": partial(refused, code="passphrase_must_change"),
    "unlock-in-use": partial(refused, code="store_in_use"),
    "unlock-damaged": partial(refused, code="store_damaged"),
    "unlock-lost": lost_phrase,
    "unlock-put-back": put_back,
    "unlock-put-back-compared": put_back_compared,
    "list": open_house,
    "list-empty": empty_list,
    "list-taken-in": taken_in,
    "list-not-taken-in": partial(taken_in, incoming=UNREADABLE),
    "start_quick": partial(open_house, screen="start_quick"),
    "start_exploratory": partial(open_house, screen="start_exploratory"),
    "settings": partial(open_house, screen="settings"),
    "people": partial(open_house, screen="people"),
    "people-add": people_add,
    "people-block": people_block,
    **{f"recovery-{step}": partial(recovery, step=step) for step in Step},
    "copies": partial(open_house, screen="copies"),
    "copies-empty": partial(open_house, screen="copies", copies=FakeCopies()),
    "copies-put-back": copies_put_back,
    "log": partial(open_house, screen="log"),
    "log-empty": partial(open_house, screen="log", log=FakeLog(count=0)),
    "person": person,
    "erasures": partial(open_house, screen="erasures"),
    "erasures-empty": partial(open_house, screen="erasures", persons=FakePersons()),
    "erasures-decide": deciding,
    "directory": looked_up,
    "directory-empty": lambda language: looked_up(language, directory=FakeUpkeep(is_empty=True)),
    "directory-never": never_offer,
    "directory-leaflet": leaflet,
    "service": partial(open_house, screen="service", about=DEBTS),
    "directory_many": partial(open_house, screen="directory_many"),
    "directory_twins": partial(open_house, screen="directory_twins"),
    "directory_calls": partial(open_house, screen="directory_calls"),
    "directory_calls-empty": partial(open_house, screen="directory_calls", directory=FakeUpkeep()),
    "directory_files": files,
    "directory_files-plan": partial(files, read=True),
    "talk-text": talk,
    "talk-one": partial(talk, place="area_body"),
    "talk-several": partial(talk, place="support"),
    "talk-exploratory": partial(talk, mode=Mode.EXPLORATORY, participants=COMPANY),
    "talk-number": partial(talk, mode=Mode.EXPLORATORY, place="rating_life"),
    "talk-flag": flag_sheet,
    "talk-gut-feeling": gut_feeling,
    "talk-reasons": partial(in_talk, action="reasons"),
    "talk-details": partial(in_talk, action="details"),
    "talk-people": who_is_there,
    "choose": partial(full, screen="choose"),
    "choose-compare": compared,
    "choose-why": why_this,
    "priorities": partial(full, screen="priorities"),
    "ecogram": lambda language: around(language, SISTER, NEIGHBOUR),
    "ecogram-empty": around,
    "ecogram-form": lambda language: around(language, SISTER, form=True),
    "safety_plan": a_safety_plan,
    "safety_plan-alone": partial(a_safety_plan, present=COMPANY),
    "agree": agreed,
    "person_side": beside,
    "person_side-several": partial(beside, place="support"),
    "person_side-text": partial(beside, place=""),
    "papers": papers,
    "menu": partial(over, action="menu"),
    "tour": first_steps,
    "palette": partial(over, action="palette"),
    "keys": partial(over, action="keys"),
    "toast": toast,
    "not-saved": not_saved,
    "soon-locked": soon_locked,
    "loose-words": loose_words,
}
"""Name of a scene -> what brings a house there."""
