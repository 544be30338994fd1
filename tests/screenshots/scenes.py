"""The main screens: a practice with something of everything, and talks with an invented woman in Waterrijk."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.model import Consent, Tie, TieKind, Wish
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.export import documents
from intake_app.export.views import Inputs
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant, Person
from intake_app.ui.views.directory_calls_pane import SETTLED_MS
from tests.ui.audit.house import House, a_desk
from tests.ui.fake_desk import NOW, RESOURCES, a_situation, real_content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

ANSWERS = {
    "own_question": "Rust in mijn buik, en iemand die met mij de brieven doorneemt",
    "reading": "easy",
    "body_sudden": "nothing_new",
    "area_body": "weighs",
    "which_body": ("complaints",),
    "complaint_kind": ("belly",),
    "complaint_burden": "moderate",
    "complaint_alarm": ("none",),
    "complaint_seen": "not_seen",
    "area_mind": "ok",
    "which_mind": ("worry",),
    "worry": "sometimes",
    "area_social": "goes_well",
    "area_society": "weighs",
    "which_society": ("money",),
    "debts": "arrears",
    "support": "one_person",
    "life_not_worth": "no",
    "suicide_thoughts": "no",
}
NOTE = "Maakt de post niet meer open. Haar zus helpt soms."
WISHES = (
    Wish(topic="money", text="Iemand die met mij de brieven doorneemt", importance=8, confidence=5),
    Wish(topic="complaints", text="Weten waar de buikpijn van komt", importance=7),
    Wish(topic="contacts", text="Weer naar het koor", importance=6, confidence=7),
)
TIES = (
    Tie(id="z", name="Mijn zus", kind=TieKind.FAMILY, strength=3, may_think_along=True),
    Tie(id="m", name="Mijn moeder", kind=TieKind.FAMILY, strength=2, strain=2),
    Tie(id="f", name="Fatima", kind=TieKind.FRIEND, strength=2, may_think_along=True),
    Tie(id="b", name="De buurman van 14", kind=TieKind.NEIGHBOUR, strength=1),
    Tie(id="k", name="Het koor", kind=TieKind.OTHER, strength=1),
    Tie(id="w", name="Mijn leidinggevende", kind=TieKind.WORK, strength=1, strain=1),
    Tie(id="p", name="Noor van de praktijk", kind=TieKind.HELPER, strength=2),
)
PLAN = SafetyPlan(
    signs="Ik neem de telefoon niet meer op.\nIk blijf in bed.",
    own_steps="Een rondje met de hond. Douchen en aankleden.",
    distraction="Bij Fatima aan tafel. Naar het koor.",
    people=(PlanPerson(name="Mijn zus Els", number="06 - 00 00 00 00"), PlanPerson(name="Fatima")),
    helpers=(PlanPerson(name="Noor van de praktijk", number="000 - 000 00 01"),),
    safer_home="Mijn zus bewaart de pillen.",
    living_for="Mijn dochter van acht. Het koor met Kerst.",
)
MOST_WAITS = 100
CHOICES = (
    Choice(kind="geldfit", decision=Decision.TAKEN),
    Choice(kind="huisarts", decision=Decision.TAKEN),
    Choice(kind="wandelgroep", decision=Decision.LATER),
)


def practice_house(language: str, **settings: str) -> House:
    """Return the program, locked, on a desk that makes papers as the real one does."""
    desk = a_desk(language)
    desk.settings.update(settings)

    def pdf(session, paper, *, large=False, spoken=""):  # noqa: ARG001  as the real one is called
        inputs = Inputs(
            knowledge=session.knowledge,
            conversation=session.conversation,
            picture=session.picture,
            wording=real_content()[1],
            settings={"practice_name": "Praktijk Waterrijk", "gp_phone": "000 - 000 00 01"},
            templates=RESOURCES / "templates",
            fonts=RESOURCES / "fonts",
            trial=True,
        )
        return documents.pdf(paper, inputs, large=large, language=language)

    desk.pdf = pdf
    return House(language, desk)


def start(house: House, mode: Mode = Mode.QUICK, *, is_chosen: bool = False) -> None:
    """Have the window hold a talk in which much was said."""
    person = Person(age=35, gender="woman", pc4="8952", language=house.desk.language)
    session = house.desk.start(a_situation(mode, person=person))
    for question, value in ANSWERS.items():
        session.answer(question, value)
    for wish in WISHES:
        session.wish(wish)
    for tie in TIES:
        session.tie(tie)
    session.note("money_round", NOTE)
    for choice in CHOICES if is_chosen else ():
        session.choose(choice)
    session.consent(Consent(recipient="huisarts", items=("all",), on=NOW.date()))
    house.window.hold(session)


# --- how one comes to a screen, from any other


def office(house: House, screen: str, about: str = "", do: str = "") -> None:
    """A screen of the practice, and what an action shows over it."""
    house.go(screen, about)
    if do:
        house.window.do(do)
    house.settle()


def service_found(house: House) -> None:
    """The sociale kaart with one service beside the list, which is shown once the line rests on it."""
    office(house, "directory", "wr_schuldhulp")
    for _ in range(MOST_WAITS):
        if not house.screen.entry.shown:
            QTest.qWait(SETTLED_MS)
    house.settle()


def call_list(house: House) -> None:
    """The list of who to ring, once the call in hand is scrolled into sight."""
    office(house, "directory_calls")
    QTest.qWait(2 * SETTLED_MS)


def question(house: House, mode: Mode = Mode.QUICK, place: str = "money_round", do: str = "") -> None:
    """A question of the talk, and what an action shows over it."""
    start(house, mode)
    house.window.session.move("conversation", place)
    office(house, "conversation", do=do)


def flag_sheet(house: House) -> None:
    """The sheet of a flag that waits."""
    house.talk(Mode.EXPLORATORY, answers={"suicide_thoughts": "recent"})


def later(house: House, screen: str, do: str = "", *, is_chosen: bool = False) -> None:
    """A screen after the questions, and what an action shows there."""
    start(house, Mode.EXPLORATORY, is_chosen=is_chosen)
    office(house, screen, do=do)


def a_safety_plan(house: House) -> None:
    """The safety plan, made with the practice worker who is there."""
    start(house, Mode.EXPLORATORY)
    session = house.window.session
    present = (Participant.PERSON, Participant.POH_GGZ)
    session.change_situation(replace(session.conversation.situation, participants=present))
    session.plan_safety(PLAN)
    house.go("safety_plan")


def empty(house: House, screen: str) -> None:
    """A screen of a talk in which nothing was said yet."""
    house.window.hold(house.desk.start(a_situation()))
    house.go(screen)


def beside(house: House, screen: str = "conversation", place: str = "worry", do: str = "person_window") -> None:
    """The window of the person."""
    start(house, Mode.EXPLORATORY, is_chosen=screen in {"choose", "agree"})
    house.window.session.move("conversation", place)
    house.go(screen)
    house.window.do(do)
    house.window.beside.resize(1024, 768)
    house.settle()


def seen(house: House) -> QWidget:
    """Return what a screen is about: a menu that is open, the window of the person, else the one window."""
    return QApplication.activePopupWidget() or house.window.beside or house.window


def leave(house: House) -> None:
    """Put away what stands beside or over a screen, and forget its talk."""
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()
    if house.window.beside is not None:
        house.window.beside.close()
    house.window.layer.close_layer()
    house.window.hold(None)
    house.desk.talks.clear()


LOCKED = "unlock"
"""The screen with which the program begins."""
SCENES: Mapping[str, Callable[[House], None]] = {
    **{
        screen: partial(office, screen=screen)
        for screen in (
            *(
                "list",
                "start_quick",
                "start_exploratory",
                "settings",
                "people",
                "recovery",
                "copies",
                "log",
                "erasures",
            ),
            *("directory_many", "directory_twins", "directory_files"),
        )
    },
    "rights": partial(office, screen="person", about="late"),
    "directory": service_found,
    "directory_calls": call_list,
    "service": partial(office, screen="service", about="wr_schuldhulp"),
    "keys": partial(office, screen="list", do="keys"),
    "palette": partial(office, screen="list", do="palette"),
    "quick": question,
    "quick-hidden": partial(question, do="picture"),
    "quick-help": partial(question, do="how_to_ask"),
    "reasons": partial(question, do="reasons"),
    "details": partial(question, do="details"),
    "menu": partial(question, do="menu"),
    "exploratory": partial(question, mode=Mode.EXPLORATORY, place="worry"),
    "exploratory-number": partial(question, mode=Mode.EXPLORATORY, place="confidence"),
    "exploratory-several": partial(question, mode=Mode.EXPLORATORY, place="which_society"),
    "flag": flag_sheet,
    "ecogram": partial(later, screen="ecogram"),
    "ecogram-empty": partial(empty, screen="ecogram"),
    "priorities": partial(later, screen="priorities"),
    "priorities-empty": partial(empty, screen="priorities"),
    "safety_plan": a_safety_plan,
    "choose": partial(later, screen="choose"),
    "compare": partial(later, screen="choose", do="compare"),
    "choose-empty": partial(empty, screen="choose"),
    "agree": partial(later, screen="agree", is_chosen=True),
    "papers": partial(later, screen="papers", is_chosen=True),
    "person-question": beside,
    "person-number": partial(beside, place="confidence"),
    "person-text": partial(beside, place="own_question"),
    "person-wheel": partial(beside, do="person_wheel"),
    "person-topics": partial(beside, screen="priorities"),
    "person-options": partial(beside, screen="choose"),
    "person-steps": partial(beside, screen="agree"),
    "person-pause": partial(beside, place="suicide_thoughts"),
}
"""Name of a screen -> what brings an open house there."""
