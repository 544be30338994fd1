"""Opening a new conversation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Channel, Interpreter, Participant
from intake_app.ui.presenters.start import Start, StartForm, usual_form
from tests.ui.fake_desk import NOW, FakeDesk


def a_start(mode=Mode.QUICK):
    return Start(FakeDesk(), mode, NOW.date())


def refusal_of(form):
    desk = FakeDesk()
    start = Start(desk, Mode.QUICK, NOW.date())
    situation = start.check(form).situation
    with pytest.raises(ProblemsError) as caught:
        desk.start(situation)
    return start.refused(caught.value, situation)


@pytest.mark.parametrize("mode", list(Mode))
def test_the_form_as_it_opens_can_begin(mode):
    assert a_start(mode).check(usual_form(mode)).situation.mode is mode


@pytest.mark.parametrize(
    "field,typed",
    [("birth_year", "61"), ("birth_year", "2027"), ("age", "200"), ("age", "oud"), ("pc4", "0123"), ("pc4", "25a2")],
)
def test_what_cannot_be_is_told_at_its_field(field, typed):
    outcome = a_start().check(replace(StartForm(), **{field: typed}))
    assert [name for name, _words in outcome.faults] == [field]
    assert outcome.situation is None


@pytest.mark.parametrize("age, agrees", [("76", True), ("75", True), ("77", False), ("74", False), ("40", False)])
def test_an_age_must_fit_the_year_of_birth(age, agrees):
    outcome = a_start().check(StartForm(birth_year=str(NOW.year - 76), age=age))
    assert [name for name, _words in outcome.faults] == ([] if agrees else ["age"])
    assert (outcome.situation is not None) is agrees


def test_where_the_person_is_goes_with_the_number_only_at_a_distance():
    form = StartForm(channel=Channel.TELEPHONE, where_now="thuis", call_back="06 na vier uur")
    assert "thuis" in a_start().check(form).situation.call_back
    near = replace(form, channel=Channel.ROOM)
    assert a_start().check(near).situation.call_back == "06 na vier uur"


def test_under_sixteen_shows_the_way_out():
    refusal = refusal_of(StartForm(age="14")).refusal
    assert [call.number for call in refusal.calls] == ["112", "", "0800-2000"]
    assert len(refusal.ways_out) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"participants": (Participant.PERSON, Participant.RELATIVE)},
        {"participants": (Participant.PERSON, Participant.CHILD)},
        {"interpreter": Interpreter.LAY},
        {"speaks_freely": False},
    ],
)
def test_whoever_may_be_overheard_gets_no_number_that_gives_something_away(change):
    refusal = refusal_of(StartForm(age="14", **change)).refusal
    assert [call.number for call in refusal.calls] == ["112", ""]
    assert "Veilig" not in str(refusal)


def test_a_year_that_leaves_doubt_asks_the_age():
    assert [name for name, _words in refusal_of(StartForm(birth_year="2010")).faults] == ["age"]


def opened(make_probe, name="start_quick"):
    probe = make_probe()
    probe.unlock()
    probe.window.go(name)
    return probe


def test_enter_begins_at_once(make_probe, monkeypatch):
    probe, went = opened(make_probe), []
    monkeypatch.setattr(probe.window, "go", lambda name, _about="": went.append(name))
    probe.press(Qt.Key.Key_Return)
    assert went == ["conversation"]
    assert len(probe.desk.talks) == 1


def test_at_a_distance_one_first_asks_where_somebody_is(make_probe):
    fields = opened(make_probe).screen.fields
    assert fields.distance.isHidden()
    fields.channel.chip(Channel.TELEPHONE).click()
    assert not fields.distance.isHidden()
    assert fields.distance.y() < fields.people.parentWidget().y()


def test_the_form_gives_back_what_it_was_given(make_probe):
    fields = opened(make_probe).screen.fields
    form = StartForm(birth_year="1961", gender="woman", language="tr", referrer_role="wijkteam", speaks_freely=False)
    fields.show_form(form)
    assert fields.form() == form


def test_a_young_person_is_refused_on_a_page_of_its_own(make_probe):
    screen = opened(make_probe).screen
    screen.fields.age.setText("15")
    screen.begin.click()
    assert screen.is_refused
    screen.refusal.correct.click()
    assert not screen.is_refused


def test_a_fault_takes_one_to_its_field(make_probe):
    probe = opened(make_probe)
    probe.screen.fields.pc4.setText("12")
    probe.screen.begin.click()
    assert probe.window.focusWidget() is probe.screen.fields.pc4
    assert not probe.screen.fields.pc4.visibleRegion().isEmpty()


def test_escape_goes_back_and_nothing_was_begun(make_probe):
    probe = opened(make_probe, "start_exploratory")
    QTest.keyClick(probe.screen.fields.age, Qt.Key.Key_Escape)
    assert probe.name == "list"
    assert not probe.desk.talks
