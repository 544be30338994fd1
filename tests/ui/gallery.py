"""Draws the house widgets in every look to pictures: `python -m tests.ui.gallery FOLDER [look] [percent]`."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from intake_app.core.problems import ProblemsError, problem
from intake_app.practice.people import Recovery, RecoveryState
from intake_app.ui.fields.answer_scale import AnswerScale, Choice
from intake_app.ui.fields.bars import Footer, Header
from intake_app.ui.fields.button import ActionButton, Kind, LinkButton
from intake_app.ui.fields.card import Card, FactLine, GroupHead, Surface
from intake_app.ui.fields.chip import Chip, ChipButton, Tone
from intake_app.ui.fields.entry import DateField, PickBox, TickBox
from intake_app.ui.fields.filter_box import FilterBox
from intake_app.ui.fields.flag_rows import ActionRow, CallRow
from intake_app.ui.fields.label import KeyCap, Label
from intake_app.ui.fields.layer import Overlay
from intake_app.ui.fields.line_field import LineField
from intake_app.ui.fields.need_bar import Band, Need, NeedBar, NeedTrack, WeightDots
from intake_app.ui.fields.note_field import NoteField
from intake_app.ui.fields.number_field import NumberField
from intake_app.ui.fields.number_scale import ChoiceRow, NumberScale
from intake_app.ui.fields.page_preview import PagePreview
from intake_app.ui.fields.pane_split import PaneSplit
from intake_app.ui.fields.proposal_card import Fact, ProposalCard, ProposalLook, ProposalWords, Stand
from intake_app.ui.fields.save_state import Saving
from intake_app.ui.fields.step_card import StepCard, StepValue, StepWords
from intake_app.ui.fields.strip import StripItem
from intake_app.ui.fields.toast import Toast
from intake_app.ui.fields.topic_list import TopicGroup, TopicList
from intake_app.ui.fields.topic_row import TopicItem, TopicState
from intake_app.ui.fields.wheel import Spoke, Wheel
from intake_app.ui.presenters.people import Deed, rows_of
from intake_app.ui.presenters.recovery import Step
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.apply import apply_theme
from intake_app.ui.theme.focus import install_focus_ring
from intake_app.ui.theme.fonts import register_fonts
from intake_app.ui.theme.roles import Role, ThemeName, Type
from intake_app.ui.theme.source import theme_source
from intake_app.ui.theme.theme import load
from intake_app.ui.views.people import PeopleScreen
from intake_app.ui.views.recovery import RecoveryScreen
from intake_app.ui.views.unlock import UnlockScreen
from tests.ui.fake_copies import FakeCopies
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_office import FakeOffice
from tests.ui.fake_people import BLOCKED, COLLEAGUE, FIRST, NEWCOMER, OFFICER, TODAY, FakePeople

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
SIZE = (1366, 768)


def topic_list() -> TopicList:
    topics = TopicList("Onderwerpen")
    state = TopicState
    rows = {
        ("Lijf", "3 van 12"): [
            ("Klachten en pijn", state.WEIGHS),
            ("Slapen", state.TALKED),
            ("Bewegen", state.UNTOUCHED),
        ],
        ("Hoofd", "2 van 9"): [("Stemming", state.GOOD), ("Piekeren en spanning", state.WEIGHS)],
        ("Geld, werk en wonen", "1 van 10"): [("Geld en schulden", state.TALKED), ("Werk en inkomen", state.UNTOUCHED)],
    }
    groups = [
        TopicGroup(
            title=title,
            count=count,
            items=tuple(
                TopicItem(
                    code=name,
                    name=name,
                    spoken=name,
                    state=at,
                    has_wish="Geld" in name,
                    has_mark="pijn" in name or "Geld" in name,
                )
                for name, at in items
            ),
        )
        for (title, count), items in rows.items()
    ]
    topics.show_groups(groups)
    topics.set_current("Geld en schulden")
    return topics


def picture() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(18)
    head = QHBoxLayout()
    head.addWidget(Label("Beeld tot nu toe", Type.TITLE), 1)
    head.addWidget(KeyCap("F8"))
    column.addLayout(head)
    wheel = Wheel()
    wheel.show_spokes(
        (
            Spoke(name="Lijf", rating=2),
            Spoke(name="Hoofd", rating=1),
            Spoke(name="Geld, werk, wonen"),
            Spoke(name="Mensen", rating=1),
        ),
        "Lijf gaat goed",
    )
    column.addWidget(wheel)
    medical, social = NeedBar(), NeedBar("Waarom?", "W")
    medical.show_need(Need(name="Medisch", word="licht", low=12, high=44, point=24))
    note = "Geld, werk en wonen is nog niet gevraagd."
    social.show_need(Need(name="Sociaal", word="nog niet genoeg bekend", low=14, high=88, note=note))
    column.addWidget(medical)
    column.addWidget(social)
    column.addWidget(Label("Hier ging het over", Type.LABEL, Role.TEXT_SOFT))
    column.addWidget(Label("“Ik wil gewoon een foto, dan weten we het.”"))
    column.addStretch()
    return scrolled(page)


def scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def question() -> tuple[QWidget, AnswerScale]:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(44, 28, 44, 28)
    column.setSpacing(10)
    column.addWidget(Label("Geld, werk en wonen · Geld en schulden", Type.LABEL, Role.TEXT_SOFT))
    column.addWidget(Label("Komt u deze maand rond met uw geld?", Type.QUESTION))
    opener = "Zo kunt u beginnen: “Veel mensen hebben zorgen over geld. Hoe is dat bij u?”"
    column.addWidget(Label(opener, Type.TEXT, Role.TEXT_SOFT))
    texts = ("Ja, ruim", "Ja, net", "Nee, ik kom tekort", "Nee, ik heb schulden die groeien")
    scale = AnswerScale([Choice(code=text, label=text) for text in texts])
    scale.show_codes(["Nee, ik kom tekort"])
    column.addWidget(scale)
    ways = QHBoxLayout()
    for words, key in (("Wil niet zeggen", "-"), ("Weet niet", "?"), ("Ongedaan maken", "Ctrl Z")):
        ways.addWidget(ActionButton(words, key, Kind.PLAIN))
    ways.addStretch()
    column.addLayout(ways)
    column.addWidget(Label("In eigen woorden", Type.LABEL, Role.TEXT_SOFT))
    note = NoteField("In eigen woorden", "Schrijf mee. Wordt vanzelf bewaard.")
    note.show_text("“Dan leg ik de post op tafel. En dan doe ik hem weer in de la.”")
    column.addWidget(note)
    marks = QHBoxLayout()
    wish = ChipButton("Hier wil ik over praten", Tone.WISH, "wish", "wish_off")
    wish.setChecked(True)
    marks.addWidget(wish)
    marks.addWidget(Chip("Wat gaat goed: huur is betaald", Tone.GOOD, "good"))
    marks.addStretch()
    column.addLayout(marks)
    column.addStretch()
    return scrolled(page), scale


def header(title: str) -> Header:
    bar = Header(title, "mevrouw, 35 jaar · 3083 · met doktersassistente en POH-GGZ")
    bar.save_state.show_state(Saving.SAVED, "Opgeslagen 10:32")
    bar.add(ActionButton("Niet-pluis", "F9"))
    bar.add(ActionButton("Alles zoeken", "Ctrl K", Kind.PLAIN), optional=True)
    return bar


def footer() -> Footer:
    bar = Footer()
    bar.add_left(ActionButton("Vorige", "Alt ←"))
    bar.add_right(ActionButton("Pauze of overdragen", kind=Kind.PLAIN), optional=True)
    bar.add_right(ActionButton("Samen kiezen", "F5"))
    bar.add_right(ActionButton("Volgende vraag", "Enter", Kind.PRIMARY))
    return bar


def window(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 0 if isinstance(part, Header | Footer) else 1)
    install_focus_ring(whole)
    whole.resize(*SIZE)
    whole.show()
    return whole


def talk() -> QWidget:
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 14, 0, 0)
    box = QHBoxLayout()
    box.setContentsMargins(16, 0, 16, 0)
    box.addWidget(FilterBox("Zoek onderwerp of vraag"))
    column.addLayout(box)
    column.addWidget(topic_list(), 1)
    middle, scale = question()
    split = PaneSplit(left, middle, picture())
    split.show_strips(
        (
            StripItem(code="find", icon="search", name="Zoeken", key="/"),
            StripItem(code="body", icon="body", name="Lijf", count="3/12"),
            StripItem(code="society", icon="society", name="Geld", count="1/10", is_current=True),
        ),
        (
            StripItem(code="picture", icon="eye", name="Beeld", key="F8"),
            StripItem(code="note", icon="note", name="Eigen woorden", key="N"),
        ),
    )
    whole = window(header("Verkennend gesprek"), split, footer())
    whole.activateWindow()
    scale.focus_answer()
    return whole


WORDS = ProposalWords(why="Waarom dit?", take="Neem", later="Later", decline="Niet nu", take_back="Toch niet")


def choose() -> QWidget:
    page = QFrame()
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 20, 24, 20)
    grid.setSpacing(14)
    grid.addWidget(Label("Wat wilt u proberen?", Type.QUESTION), 0, 0, 1, 5)
    heads = (
        ("own_network", "Uw eigen kring"),
        ("care", "Zorg"),
        ("social", "Sociaal"),
        ("peer", "Mensen die het kennen"),
        ("exercise", "Bewegen"),
    )
    looks = (
        ProposalLook(
            title="Vriendin uit de kerk vragen",
            why="Zij haalt de kinderen al soms op.",
            facts=(Fact(icon="euro", words="kost niets"), Fact(icon="later", words="deze week")),
            stand=Stand.TAKEN,
            stand_words="Gekozen",
        ),
        ProposalLook(
            title="Huisarts kijkt naar de buik",
            why="U slikt drie keer per week ibuprofen.",
            facts=(Fact(icon="euro", words="geen eigen risico"), Fact(icon="route", words="de assistente plant")),
            stand=Stand.LATER,
            stand_words="Later",
        ),
        ProposalLook(
            title="Geldfit",
            why="U komt tekort en de post blijft liggen.",
            facts=(Fact(icon="phone", words="0800-8115, gratis"), Fact(icon="check", words="nagekeken 12-11-2026")),
            key="3",
        ),
        ProposalLook(
            title="Inloop De Kade",
            why="Koffie met mensen die zelf schulden hadden.",
            facts=(Fact(icon="pin", words="1 km, elke dag 10 tot 4"),),
            key="5",
        ),
        ProposalLook(
            title="Wandelgroep dinsdag",
            why="Als u er even uit wilt.",
            stand=Stand.DECLINED,
            stand_words="Niet nu: eerst rust",
        ),
    )
    for at, ((icon, name), look) in enumerate(zip(heads, looks, strict=True)):
        grid.addWidget(GroupHead(icon, name), 1, at)
        card = ProposalCard(WORDS)
        card.show_look(look)
        grid.addWidget(card, 2, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(at, 1)
    own = Card(Surface.OPEN)
    own.column.addWidget(Label("Zelf iets bedenken", Type.HEADING))
    own.column.addWidget(Label("Wat is de kleinste stap die lukt?"))
    own.column.addWidget(ActionButton("Opschrijven", "N"))
    grid.addWidget(own, 3, 0, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(4, 1)
    whole = window(header("Samen kiezen"), scrolled(page), footer())
    toast = Toast(whole)
    toast.say("Wandelgroep dinsdag staat op niet nu.", "Ongedaan maken", "Ctrl Z")
    return whole


def agree() -> QWidget:
    page = QFrame()
    column = QVBoxLayout(page)
    column.setContentsMargins(44, 24, 44, 24)
    column.setSpacing(12)
    column.addWidget(Label("Wat doen we, en wie?", Type.QUESTION))
    words = StepWords(
        what="Wat",
        who="Wie doet het",
        when="Wanneer",
        start="Kleinste begin:",
        remove="Weghalen",
        no_date="kies een dag",
        people=(("person", "u zelf"), ("practice", "de praktijk")),
    )
    for number, what in ((1, "Vriendin vragen om bij de post te zitten"), (2, "Geldfit bellen: 0800-8115")):
        card = StepCard(number, words)
        by = date(2026, 11, 29) if number == 1 else None
        card.show_step(number, StepValue(what=what, who="person", by=by, start="Haar vandaag een bericht sturen."))
        column.addWidget(card)
    sure = NumberScale("niet zeker", "heel zeker")
    sure.show_number(5)
    column.addWidget(sure)
    column.addWidget(LineField("Wat maakt het een 6?", "“Als zij de eerste keer erbij is.”"))
    column.addStretch()
    return window(header("Afspraken"), scrolled(page), footer())


def flag_buttons() -> QHBoxLayout:
    buttons = QHBoxLayout()
    buttons.addStretch()
    buttons.addWidget(ActionButton("Actieblad printen", kind=Kind.PLAIN, icon="printer"))
    buttons.addWidget(ActionButton("Eerst handelen", "Esc"))
    buttons.addWidget(ActionButton("Vastgelegd, ga verder", "Enter", Kind.PRIMARY))
    return buttons


def flag() -> QWidget:
    whole = window(header("Kort gesprek"), question()[0], footer())
    sheet = QFrame()
    sheet.setProperty("look", "sheet")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(1, 1, 1, 1)
    band = QFrame()
    band.setProperty("look", "sheet_alarm")
    top = QVBoxLayout(band)
    top.setContentsMargins(32, 18, 32, 16)
    top.addWidget(Label("Eerst dit: ontwenning kan gevaarlijk zijn", Type.QUESTION, Role.ALARM))
    top.addWidget(Label("U vertelde: elke dag een fles, laatste glas gisteravond."))
    column.addWidget(band)
    body = QVBoxLayout()
    body.setContentsMargins(32, 8, 32, 20)
    body.addWidget(ActionRow("1", "Raad niet aan om in één keer te stoppen"))
    body.addWidget(ActionRow("2", "Overleg vandaag met de huisarts, met hem erbij", "Huisarts: 000 – 000 00 01"))
    body.addWidget(CallRow("3", "Toeval of verward? Blijf erbij en bel", "112"))
    done = TickBox("Huisarts gebeld of gehaald", "1")
    done.setChecked(True)
    body.addWidget(done)
    body.addWidget(TickBox("Namen van naasten", "2", "Alleen als zij dat goed vinden"))
    body.addLayout(flag_buttons())
    column.addLayout(body)
    layer = Overlay(whole, keep_top=52)
    whole.activateWindow()
    layer.open(sheet, focus=done)
    return whole


def buttons() -> QHBoxLayout:
    kinds = QHBoxLayout()
    for kind in Kind:
        kinds.addWidget(ActionButton(kind.value, "F2", kind))
    grey = ActionButton("uit")
    grey.setEnabled(False)
    kinds.addWidget(grey)
    kinds.addStretch()
    return kinds


def marks() -> QHBoxLayout:
    row = QHBoxLayout()
    for count in (1, 2, 3):
        row.addWidget(WeightDots(count))
    for tone in Tone:
        row.addWidget(Chip(tone.value, tone, "mark"))
    row.addWidget(LinkButton("Waarom?", "W"))
    row.addStretch()
    return row


LONG = "Een heel lang antwoord dat niet op één regel past en dus op een tweede regel verder gaat"


def parts() -> QWidget:
    page = QFrame()
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 20, 24, 20)
    grid.setSpacing(16)
    grid.addLayout(buttons(), 0, 0)
    fields = QHBoxLayout()
    day, pick = DateField("Wanneer", "kies een dag"), PickBox("Wie", (("a", "u zelf"), ("b", "de praktijk")))
    number = NumberField("Hoe lang", 0, 250, "cm")
    number.show_number(178)
    for field in (number, day, pick):
        fields.addWidget(field)
    grid.addLayout(fields, 1, 0)
    ways = ChoiceRow((("plain", "Gewoon"), ("large", "Extra groot")))
    ways.show_code("plain")
    grid.addWidget(ways, 2, 0)
    several = AnswerScale(
        [Choice(code=text, label=text) for text in ("Eten", "Medicijnen", LONG)],
        several=True,
        large=True,
    )
    several.show_codes(["Eten"])
    grid.addWidget(several, 3, 0)
    track = NeedTrack(
        tuple(Band(name=name, upto=upto) for name, upto in (("geen", 25), ("licht", 50), ("matig", 75), ("veel", 100)))
    )
    track.show_need(Need(name="Sociaal", word="matig", low=46, high=84, point=66))
    grid.addWidget(track, 4, 0)
    grid.addLayout(marks(), 5, 0)
    grid.addWidget(FactLine("lock", "Alles blijft versleuteld op deze computer.", Type.TEXT, Role.TEXT), 6, 0)
    preview = PagePreview()
    sheet = QImage(420, 594, QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    preview.show_page(sheet, "Mijn advies, bladzijde 1")
    grid.addWidget(preview, 0, 1, 8, 1)
    grid.setRowStretch(7, 1)
    return window(page)


class Still:
    """A shell that goes nowhere and works at once."""

    def go(self, screen, about=""):
        pass

    def toast(self, text, undo=None):
        pass

    def run(self, job, done, failed):
        try:
            done(job())
        except ProblemsError as error:
            failed(error)


def practice() -> ScreenContext:
    desk = FakeDesk()
    desk.office = FakeOffice(people=FakePeople(FIRST, COLLEAGUE, NEWCOMER, BLOCKED, OFFICER), copies=FakeCopies())
    return ScreenContext(desk=desk, shell=Still(), themes=theme_source(), resources=RESOURCES)


def first_window(*codes: str, **values: object) -> UnlockScreen:
    context = practice()
    screen = UnlockScreen(context.shell.run)
    screen.take(context.desk)
    if codes:
        screen.form.phrase.setText("vier warme woorden hier")
        screen._on_refused(ProblemsError(tuple(problem(code, **values) for code in codes)))
    return screen


def new_store() -> QWidget:
    context = practice()
    context.desk.is_new = True
    screen = UnlockScreen(context.shell.run, is_new=True)
    screen.take(context.desk)
    return window(screen)


def lost_phrase() -> QWidget:
    screen = first_window()
    screen.show_recover()
    screen.side.panel.code.line.setText("ABCDE 12345")
    return window(screen)


def sheet(step: Step) -> QWidget:
    screen = RecoveryScreen(practice())
    if step in {Step.CODE, Step.TRY}:
        screen._on_make()
    if step is Step.TRY:
        screen._on_try()
    elif step is Step.DONE:
        screen._people.sheet = Recovery(state=RecoveryState.TESTED, made=TODAY, tested=TODAY)
        screen._go(step)
    return window(screen)


def people(form: str = "") -> QWidget:
    screen = PeopleScreen(practice())
    if form == "add":
        screen.add.click()
    elif form:
        screen.table.show_people(rows_of(screen._people), form)
        if form == COLLEAGUE.id:
            screen.deeds.buttons[Deed.BLOCK].click()
    return window(screen)


SCREENS = {"talk": talk, "choose": choose, "agree": agree, "flag": flag, "parts": parts}
SCREENS |= {
    "unlock": lambda: window(first_window()),
    "unlock-wait": lambda: window(first_window("passphrase_wait", seconds=30)),
    "unlock-own": lambda: window(first_window("passphrase_must_change")),
    "unlock-in-use": lambda: window(first_window("store_in_use")),
    "unlock-damaged": lambda: window(first_window("store_damaged")),
    "unlock-new": new_store,
    "unlock-lost": lost_phrase,
    **{f"sheet-{step}": partial(sheet, step) for step in Step},
    "people": lambda: people(NEWCOMER.id),
    "people-add": lambda: people("add"),
    "people-block": lambda: people(COLLEAGUE.id),
}


def main(folder: Path, looks: list[str], percents: list[int]) -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts(RESOURCES)
    for look in looks:
        for percent in percents:
            apply_theme(application, load(RESOURCES, look, percent / 100))
            for name, make in SCREENS.items():
                shown = make()
                for _ in range(4):
                    application.processEvents()
                shown.grab().save(str(folder / f"{name}-{look}-{percent}.png"))
                shown.deleteLater()
                application.processEvents()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(
        Path(sys.argv[1]),
        sys.argv[2:3] or [name.value for name in ThemeName],
        [int(each) for each in sys.argv[3:4]] or [100, 200],
    )
