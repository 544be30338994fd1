"""What the screen of choosing says of wishes, services and groups without a proposal; own words, and the arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from intake_app.advice.plan import DecidedBy, Decision
from intake_app.conversation.model import Wish
from intake_app.core.ids import KindId, QuestionId
from intake_app.questionnaire.situation import Person
from intake_app.ui.presenters.choose import Choosing
from intake_app.ui.screen import ScreenContext
from intake_app.ui.theme.source import theme_source
from intake_app.ui.views.choose import ChooseScreen
from intake_app.ui.views.choose_otherwise import WhyOtherwise
from tests.ui.choosing_talk import NotingShell, a_full_talk
from tests.ui.fake_desk import RESOURCES, FakeDesk, a_situation

Key = Qt.Key
WATERRIJK = Person(age=35, gender="woman", pc4="8952")
"""Where the fictional sociale kaart is: several services of most kinds."""


@pytest.fixture
def a_screen(show):
    def make(desk=None, session=None):
        if session is None:
            desk, session = a_full_talk(person=WATERRIJK)
        shell, themes = NotingShell(), theme_source()
        context = ScreenContext(desk=desk, shell=shell, themes=themes, resources=RESOURCES, session=session)
        screen = show(ChooseScreen(context))
        screen.setFocus()
        return screen

    return make


def press(screen, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(screen.window().focusWidget() or screen, key, modifier)


def a_bare_talk():
    """Return a talk in which only one thing was said: no group but care has a proposal."""
    desk = FakeDesk()
    session = desk.start(a_situation())
    session.answer(QuestionId("worry"), "often")
    return desk, session


def focused_card(screen):
    cards = [card for group in screen.choosing.state().columns for card in screen.column(group.group).cards.values()]
    return next((card.kind for card in cards if card.isAncestorOf(screen.window().focusWidget())), "")


def choice(screen, kind):
    return screen.context.talk.conversation.choice(kind)


def test_the_wishes_stand_above_in_their_order_with_their_numbers():
    desk, session = a_full_talk()
    session.wish(Wish(topic="sleep", importance=8, confidence=5))
    session.rank_wishes(["sleep", "money"])
    state = Choosing(desk, session).state()
    assert state.wishes == "Eerst: 1 Slapen (belangrijk 8, vertrouwen 5) · 2 Geld en schulden"
    cards = {card.kind: card for column in state.columns for card in column.cards}
    assert cards["geldfit"].wish == "bij wens 2: Geld en schulden"


def test_a_silent_wish_is_said_nowhere():
    desk, session = a_full_talk()
    topics = session.knowledge.questionnaire.topics
    silent = next(str(id_) for id_, topic in topics.items() if topic.silent)
    session.toggle_wish("money")
    session.wish(Wish(topic=silent, text="Dit blijft hier"))
    state = Choosing(desk, session).state()
    assert state.wishes == ""
    assert not any(card.wish for column in state.columns for card in (*column.cards, *column.more))


def test_what_was_said_of_an_area_as_a_whole_is_no_reason_for_one_kind():
    desk, session = a_full_talk()
    session.toggle_wish("money")
    for area in ("body", "mind", "social", "society"):
        session.note(f"{area}_overview", "Dit gaat over van alles")
    state = Choosing(desk, session).state()
    assert not any("van alles" in card.why for column in state.columns for card in column.cards)


def test_another_service_is_chosen_by_digit_from_a_sheet_with_all_facts(a_screen):
    screen = a_screen()
    screen.card("maatje").others.click()
    offers = screen.services.cards
    assert len(offers) > 1
    said = [label.text() for label in offers[1].findChildren(QLabel)]
    assert offers[1].offer.name in said
    assert all(fact.text in said for fact in offers[1].offer.facts)
    press(screen, Key.Key_2)
    assert screen.services.isHidden()
    assert offers[1].offer.name in screen.card("maatje").title.text()


def test_escape_leaves_the_service_that_was_on_the_card(a_screen):
    screen = a_screen()
    before = screen.card("maatje").title.text()
    screen.card("maatje").others.setFocus()
    press(screen, Key.Key_Return)
    press(screen, Key.Key_Escape)
    assert screen.card("maatje").title.text() == before
    assert screen.card("maatje").others.hasFocus()


def test_anything_else_is_a_reason_in_own_words_that_is_saved_while_one_types(a_screen, qtbot):
    screen = a_screen()
    screen.card("geldfit").decline.click()
    press(screen, Key.Key_6)
    assert choice(screen, "geldfit").decision is Decision.DECLINED
    field = screen.card("geldfit").own_reason
    assert field.hasFocus()
    QTest.keyClicks(field, "Mijn dochter doet dit 3x per week")
    qtbot.waitUntil(lambda: choice(screen, "geldfit").reason == "Mijn dochter doet dit 3x per week", timeout=1500)
    assert choice(screen, "geldfit").by is DecidedBy.PERSON
    assert screen.card("geldfit").state.text() == "Niet nu"
    press(screen, Key.Key_Return)
    assert screen.card("geldfit").back.hasFocus()


def test_a_reason_of_the_list_needs_no_words(a_screen):
    screen = a_screen()
    screen.card("geldfit").decline.click()
    press(screen, Key.Key_4)
    assert not screen.card("geldfit").own_reason.isVisible()
    assert screen.card("geldfit").state.text() == "Niet nu: te duur"


def test_a_group_without_a_proposal_says_so_and_opens_what_could_be(a_screen):
    screen = a_screen(*a_bare_talk())
    column = screen.column("exercise")
    assert column.nothing.isVisible()
    assert not column.more.isVisible()
    column.nothing.look.click()
    assert column.more_rows
    assert column.nothing.look.words == "Minder"
    assert not screen.column("own_network").nothing.isVisible()


def test_arrows_go_through_a_group_and_to_the_next_one(a_screen):
    screen = a_screen()
    care, social = ([card.kind for card in each.cards] for each in screen.choosing.state().columns[1:3])
    press(screen, Key.Key_Up)
    assert screen.own_step.open.hasFocus()
    press(screen, Key.Key_Right)
    assert focused_card(screen) == care[0]
    press(screen, Key.Key_Right)
    press(screen, Key.Key_Down)
    assert focused_card(screen) == social[1]
    press(screen, Key.Key_Left)
    press(screen, Key.Key_Left)
    press(screen, Key.Key_Up)
    assert screen.own_step.open.hasFocus()


def test_arrows_stay_within_the_reasons_why_not(a_screen):
    screen = a_screen()
    card = screen.card("geldfit")
    card.decline.click()
    press(screen, Key.Key_Down)
    assert focused_card(screen) == "geldfit"
    press(screen, Key.Key_Return)
    assert choice(screen, "geldfit").reason == "nu niet"


def test_the_comparison_tells_the_facts_of_these_services():
    desk, session = a_full_talk(person=WATERRIJK)
    choosing = Choosing(desk, session)
    choosing.compare()
    for kind in [each.kind for each in choosing.state().compared]:
        choosing.toggle_compared(kind)
    choosing.toggle_compared("maatje")
    told, service = choosing.state().compared[0], choosing.service("maatje")
    assert any(service.contact.name in line and service.phones[0].number in line for line in told.do)
    assert any(service.location.city in line for line in told.do)
    kind = next(each for each in session.knowledge.supply.kinds if each.id == KindId("maatje"))
    assert f"Kleinste begin: {kind.smallest_start.nl}" in told.means


def test_in_the_comparison_one_declines_with_a_reason_too(a_screen):
    screen = a_screen()
    press(screen, Key.Key_V)
    acts, kind = screen.panel.acts[0], screen.choosing.state().compared[0].kind
    acts.decline.click()
    press(screen, Key.Key_1)
    assert choice(screen, kind).reason == "past niet"
    assert not screen.panel.acts[0].state.isHidden()


def test_in_the_comparison_the_practitioner_advises_against_it_with_a_reason(a_screen):
    screen = a_screen()
    press(screen, Key.Key_V)
    screen.panel.acts[0].decline.click()
    press(screen, Key.Key_7)
    assert screen.sheet.findChild(WhyOtherwise) is not None


def test_where_text_is_large_the_compared_stand_under_one_another(a_screen, qtbot):
    screen = a_screen()
    screen.resize(800, 700)
    press(screen, Key.Key_V)
    qtbot.waitUntil(lambda: screen.panel.acts[-1].y() > 0)
    places = [acts.mapTo(screen.panel, acts.rect().topLeft()) for acts in screen.panel.acts]
    assert len({place.x() for place in places}) == 1
    assert len({place.y() for place in places}) == len(places)


def test_the_order_of_the_wishes_is_one_press_away(a_screen):
    screen = a_screen()
    screen.notes.order.click()
    assert screen.context.shell.went == ["priorities"]
