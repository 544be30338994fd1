"""The list of topics."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from intake_app.ui.fields.topic_list import TopicGroup, TopicList
from intake_app.ui.fields.topic_row import TopicItem, TopicState

SLEEP = TopicItem(code="sleep", name="Slapen", spoken="Slapen, nog niet besproken")
MONEY = TopicItem(code="money", name="Geld", spoken="Geld, drukt", state=TopicState.WEIGHS, has_wish=True)
GROUPS = (TopicGroup(title="Lijf", items=(SLEEP,)), TopicGroup(title="Geld", items=(MONEY,), count="1 van 10"))


def _list(shown):
    topics = TopicList("Onderwerpen")
    topics.show_groups(GROUPS)
    return shown(topics)


def test_enter_opens_the_topic_under_the_focus(qtbot, shown):
    topics = _list(shown)
    topics.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    with qtbot.waitSignal(topics.opened) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told.args == ["money"]


def test_a_row_says_aloud_what_its_icons_show(shown):
    assert _list(shown).row("money").accessibleName() == "Geld, drukt"


def test_a_changed_state_keeps_every_row_where_it_is(shown):
    topics = _list(shown)
    row, before = topics.row("sleep"), topics.row("sleep").geometry()
    talked = replace(SLEEP, state=TopicState.GOOD, spoken="Slapen, gaat goed")
    topics.show_groups((replace(GROUPS[0], items=(talked,)), GROUPS[1]))
    assert topics.row("sleep") is row
    assert row.geometry() == before
    assert row.item.state is TopicState.GOOD


def test_a_list_that_one_scrolled_stays_there_when_an_answer_comes_in(shown):
    many = tuple(TopicItem(code=f"t{at}", name=f"Onderwerp {at}", spoken=f"Onderwerp {at}") for at in range(60))
    topics = TopicList("Onderwerpen")
    topics.show_groups((TopicGroup(title="Alles", items=many),))
    topics.set_current("t0")
    shown(topics)
    topics.verticalScrollBar().setValue(300)
    answered = replace(many[0], state=TopicState.GOOD)
    topics.show_groups((TopicGroup(title="Alles", items=(answered, *many[1:])),))
    topics.set_current("t0")
    assert topics.verticalScrollBar().value() == 300
    topics.set_current("t59")
    assert topics.verticalScrollBar().value() > 300


def test_filtering_leaves_what_was_found(shown):
    topics = _list(shown)
    topics.show_only(["money"])
    assert topics.shown_codes == ("money",)
    topics.show_only(None)
    assert topics.shown_codes == ("sleep", "money")


def test_what_fits_best_stands_on_top_until_the_filter_is_left(shown):
    topics = _list(shown)
    topics.show_only(["money", "sleep"])
    QApplication.processEvents()
    assert topics.row("money").y() < topics.row("sleep").y()
    topics.show_only(None)
    QApplication.processEvents()
    assert topics.row("sleep").y() < topics.row("money").y()


def test_a_letter_is_handed_on_to_filter_by(qtbot, shown):
    topics = _list(shown)
    topics.focus_first()
    with qtbot.waitSignal(topics.typed) as told:
        qtbot.keyClicks(QApplication.focusWidget(), "g")
    assert told.args == ["g"]


def test_the_topic_in_the_middle_is_marked(shown):
    topics = _list(shown)
    topics.set_current("money")
    assert topics.row("money").is_current
    assert not topics.row("sleep").is_current
