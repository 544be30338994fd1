from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.advice.plan import Choice, Decision
from intake_app.conversation.history import fold
from intake_app.conversation.model import Tie, TieKind
from intake_app.conversation.replay import as_changes
from intake_app.conversation.session import Session
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.answers import NOT_ALONE, Declined, Given, NotAsked
from intake_app.questionnaire.model import Mode, QuestionKind
from intake_app.questionnaire.situation import Participant, Person
from intake_app.triage.model import FlagState, KindState, Urgency
from tests.shipped import NOON, TODAY, FixedClock, a_conversation, a_session, knowledge

RAISING = {
    "suicide_acute": [("suicide_thoughts", "recent"), ("suicide_plan", ("plan",))],
    "suicide_thoughts": [("suicide_thoughts", "recent")],
    "domestic_violence": [("afraid", "yes")],
    "homeless_tonight": [("sleep_place", "nowhere")],
    "withdrawal_danger": [("use_daily", ("alcohol",)), ("use_stop", "stopped_complaints")],
    "somatic_emergency": [("body_sudden", "now"), ("body_alarm", ("chest_pressure_now",))],
    "essential_needs": [("needs_missing", ("medicine",))],
}


OTHERWISE = {
    "lower": lambda session: session.set_urgency(Urgency.ROUTINE, "Samen bekeken"),
    "follow": lambda session: session.follow_rules(),
    "relative": lambda session: session.change_situation(
        replace(session.conversation.situation, participants=(Participant.PERSON, Participant.RELATIVE))
    ),
    "longer": lambda session: session.change_situation(replace(session.conversation.situation, mode=Mode.EXPLORATORY)),
    "wish": lambda session: session.toggle_wish("money"),
    "leave": lambda session: session.choose(Choice(kind="huisarts", decision=Decision.DECLINED, reason="Past niet")),
    "drop": lambda session: session.drop_choice("gesprek_was_genoeg"),
}


def raised(session, flag):
    return session.flag(flag).state is FlagState.RAISED


@pytest.mark.parametrize("flag", RAISING)
def test_a_raised_flag_survives_clearing_and_undoing_its_answers(flag):
    session = a_session()
    for question, value in RAISING[flag]:
        session.answer(question, value)
    assert raised(session, flag)
    for question, _ in RAISING[flag]:
        session.clear(question)
    while session.undo():
        pass
    assert raised(session, flag)


@settings(max_examples=30)
@given(flag=st.sampled_from(sorted(RAISING)), data=st.data())
def test_no_answering_correcting_or_undoing_lowers_a_raised_flag(flag, data):
    session = a_session()
    for question, value in RAISING[flag]:
        session.answer(question, value)
    choices = [q for q in knowledge().questionnaire.questions.values() if q.kind is QuestionKind.SINGLE]
    for _ in range(data.draw(st.integers(1, 8))):
        _do_anything(session, choices, data)
    assert raised(session, flag)


def _do_anything(session, choices, data):
    question = data.draw(st.sampled_from(choices))
    action = data.draw(st.sampled_from(["answer", "decline", "clear", "undo", "redo", *OTHERWISE]))
    if action == "answer":
        session.answer(question.id, data.draw(st.sampled_from(question.options)).code)
    elif action in {"decline", "clear"}:
        getattr(session, action)(question.id)
    elif action in OTHERWISE:
        OTHERWISE[action](session)
    else:
        getattr(session, action)()


def test_a_flag_goes_when_it_is_withdrawn_with_a_reason_and_comes_back_by_a_new_sign():
    session = a_session()
    session.answer("suicide_thoughts", "recent")
    with pytest.raises(ProblemsError):
        session.withdraw("suicide_thoughts", " ")
    session.withdraw("suicide_thoughts", "Verkeerd verstaan")
    assert not raised(session, "suicide_thoughts")
    session.answer("suicide_plan", ("plan",))
    assert raised(session, "suicide_acute")


def test_while_a_flag_waits_only_what_it_names_is_suggested_and_closing_is_held_back():
    session = a_session()
    session.answer("body_sudden", "now")
    session.answer("body_alarm", ("chest_pressure_now",))
    suggested = {k.kind for k in session.picture.assessment.kinds if k.state is KindState.SUGGESTED}
    assert suggested == {"huisarts"}
    assert session.picture.advice.first_steps == ("huisarts",)
    with pytest.raises(ProblemsError):
        session.close()


def test_recording_what_was_done_lets_the_talk_go_on():
    session = a_session()
    session.answer("suicide_thoughts", "recent")
    session.answer("suicide_plan", ("none",))
    session.answer("suicide_safe", "safe")
    session.act_on("suicide_thoughts", "Samen met de huisarts gesproken", "huisarts")
    assert not session.picture.advice.held_by
    with pytest.raises(ProblemsError):
        session.act_on("suicide_thoughts", "", "huisarts")


def test_a_possible_flag_that_would_wait_holds_closing_until_asked_on():
    session = a_session()
    session.answer("life_not_worth", "sometimes")
    assert {each.code for each in session.obstacles()} == {"flag_still_possible"}
    for question, value in (("suicide_thoughts", "no"), ("suicide_plan", ("none",)), ("suicide_safe", "safe")):
        session.answer(question, value)
    assert "suicide_acute" not in session.picture.advice.ask_first


def test_a_flag_for_today_holds_closing_until_it_is_recorded_but_not_the_advice():
    session = a_session()
    session.answer("sleep_place", "nowhere")
    assert not session.picture.advice.held_by
    assert "flag_not_recorded" in {each.code for each in session.obstacles()}
    session.act_on("homeless_tonight", "Samen met de gemeente gebeld", "de gemeente")
    assert "homeless_tonight" not in {each.where for each in session.obstacles()}


def test_a_silent_flag_holds_nothing_back_and_own_network_is_not_suggested():
    session = a_session()
    session.answer("afraid", "yes")
    assert session.obstacles() == ()
    own = session.picture.advice.groups["own_network"]
    assert not [each.kind.id for each in own if each.state is KindState.SUGGESTED]


def test_niet_pluis_needs_no_reason_and_stays():
    session = a_session()
    session.gut_feeling(on=True)
    assert raised(session, "gut_feeling")
    assert session.urgency is Urgency.NOW


def test_urgency_goes_up_freely_and_down_only_with_a_reason():
    session = a_session()
    session.set_urgency(Urgency.TODAY, "")
    session.answer("sleep_place", "nowhere")
    with pytest.raises(ProblemsError):
        session.set_urgency(Urgency.ROUTINE, "")
    session.set_urgency(Urgency.ROUTINE, "Heeft een slaapplek gevonden")
    assert session.urgency is Urgency.ROUTINE


def test_undo_and_redo_go_back_and_forth_over_answers():
    session = a_session()
    session.answer("area_body", "ok")
    session.answer("area_body", "weighs")
    session.undo()
    assert session.conversation.answers["area_body"] == Given(value="ok")
    session.redo()
    assert session.conversation.answers["area_body"] == Given(value="weighs")


def test_open_alone_questions_are_noted_as_not_asked_while_a_relative_is_there():
    session = a_session(participants=(Participant.PERSON, Participant.RELATIVE))
    session.mark_not_alone()
    assert session.conversation.answers["afraid"] == NotAsked(reason=NOT_ALONE)


def test_folding_the_kept_changes_gives_the_same_conversation():
    session = a_session()
    session.answer("area_body", "weighs")
    session.note("sleep", "Ik slaap slecht 😀 <b>")
    session.choose(Choice(kind="geldfit", decision=Decision.TAKEN))
    session.undo()
    assert fold(session.conversation.id, session.changes) == session.conversation


def test_a_conversation_from_a_file_can_be_replayed_as_changes():
    found = a_conversation("mode: quick\nanswers: {area_body: weighs, money_round: declined}\nwishes: [{topic: money}]")
    again = fold(found.id, as_changes(found, NOON))
    assert (again.answers, again.wishes) == (found.answers, found.wishes)
    assert again.answers["money_round"] == Declined()


@pytest.mark.parametrize("person, code", [(Person(age=15), "too_young"), (Person(birth_year=2010), "age_in_doubt")])
def test_somebody_under_sixteen_is_refused_with_the_reason(person, code):
    session = a_session()
    with pytest.raises(ProblemsError) as refused:
        session.change_situation(replace(session.conversation.situation, person=person, date=TODAY))
    assert refused.value.problems[0].code == code


def test_a_value_that_does_not_fit_is_refused_and_not_repeated():
    session = a_session(Mode.EXPLORATORY)
    with pytest.raises(ProblemsError) as refused:
        session.answer("area_body", "geheim")
    assert "geheim" not in repr(refused.value.problems)


def test_a_session_without_a_journal_is_only_read_and_says_so():
    found = a_session()
    session = Session(found.conversation.id, found.knowledge, None, FixedClock(), found.changes)
    with pytest.raises(ProblemsError) as refused:
        session.answer("area_body", "ok")
    session.move("papers", "area_body")
    assert [each.code for each in refused.value.problems] == ["talk_read_only"]
    assert (session.changes, session.conversation.answers, session.take_in()) == (found.changes, {}, False)


def test_wishes_stand_in_the_order_that_the_person_gives_and_a_mended_one_keeps_its_place():
    session = a_session()
    for topic in ("money", "sleep", "contacts"):
        session.toggle_wish(topic)
    session.rank_wishes(("contacts", "money"))
    session.wish(replace(session.conversation.wishes[0], importance=8, one_higher="Samen met mijn zus"))
    assert [str(wish.topic) for wish in session.conversation.wishes] == ["contacts", "money", "sleep"]
    session.undo()
    session.undo()
    assert [str(wish.topic) for wish in session.conversation.wishes] == ["money", "sleep", "contacts"]


def test_who_is_around_can_be_mended_taken_out_and_brought_back():
    session = a_session()
    session.tie(Tie(id="1", name="Mijn zus", kind=TieKind.FAMILY))
    session.tie(Tie(id="2", name="De buurman"))
    session.tie(Tie(id="1", name="Mijn zus Els", kind=TieKind.FAMILY, strength=3))
    session.drop_tie("2")
    assert [tie.name for tie in session.conversation.ties] == ["Mijn zus Els"]
    session.undo()
    assert [tie.name for tie in session.conversation.ties] == ["Mijn zus Els", "De buurman"]
    assert fold(session.conversation.id, as_changes(session.conversation, NOON)).ties == session.conversation.ties


@pytest.mark.parametrize(
    "wrong, code",
    [
        ({"name": "  "}, "tie_without_name"),
        ({"name": "x" * 61}, "tie_name_too_long"),
        ({"strength": 4}, "tie_off_scale"),
        ({"strain": -1}, "tie_off_scale"),
    ],
)
def test_somebody_who_cannot_be_drawn_is_refused_before_anything_changes(wrong, code):
    session = a_session()
    with pytest.raises(ProblemsError) as caught:
        session.tie(Tie(**{"id": "1", "name": "Mijn zus", **wrong}))
    assert [each.code for each in caught.value.problems] == [code]
    assert session.conversation.ties == ()
