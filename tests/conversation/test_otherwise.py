"""Deciding otherwise than the rules say: urgency, flags and kinds of help."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.advice.plan import Choice, DecidedBy, Decision
from intake_app.advice.proposals import ENOUGH
from intake_app.conversation.history import fold
from intake_app.conversation.otherwise import refused
from intake_app.conversation.replay import as_changes
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import QuestionKind
from intake_app.storage.mapping import change_from_bytes, change_to_bytes
from intake_app.triage.model import FlagState, KindState, Urgency
from tests.shipped import NOON, a_session, knowledge

LATER = {
    "suicide_acute": [("suicide_thoughts", "recent"), ("suicide_plan", ("plan",))],
    "homeless_tonight": [("sleep_place", "nowhere")],
    "domestic_violence": [("afraid", "yes")],
    "somatic_emergency": [("body_sudden", "now"), ("body_alarm", ("chest_pressure_now",))],
    "essential_needs": [("needs_missing", ("medicine",))],
}
SINGLE = [each for each in knowledge().questionnaire.questions.values() if each.kind is QuestionKind.SINGLE]
RECENT = [("suicide_thoughts", "recent"), ("suicide_plan", ("none",)), ("suicide_safe", "safe")]


def answered(*pairs):
    session = a_session()
    for question, value in pairs:
        session.answer(question, value)
    return session


def raised(session):
    return {flag.flag: flag for flag in session.picture.assessment.raised()}


def of_state(session, state):
    return [each for each in session.picture.assessment.kinds if each.state is state]


def refusal(session, choice):
    with pytest.raises(ProblemsError) as refused:
        session.choose(choice)
    return [each.code for each in refused.value.problems]


@pytest.mark.parametrize("flag", LATER)
def test_a_lowered_urgency_hides_no_flag_that_is_raised_after_it(flag):
    session = answered(("needs_missing", ("food",)))
    session.set_urgency(Urgency.ROUTINE, "Er is eten geregeld")
    assert session.urgency is Urgency.ROUTINE
    for question, value in LATER[flag]:
        session.answer(question, value)
    assert session.urgency >= raised(session)[flag].urgency > Urgency.ROUTINE


@settings(max_examples=40)
@given(first=st.sampled_from(sorted(LATER)), then=st.lists(st.sampled_from(sorted(LATER)), max_size=3), data=st.data())
def test_after_lowering_every_newly_raised_flag_counts_whatever_is_answered(first, then, data):
    session = answered(*LATER[first])
    session.set_urgency(Urgency.ROUTINE, "Samen bekeken")
    before = set(raised(session))
    for flag in then:
        for question, value in LATER[flag]:
            session.answer(question, value)
        question = data.draw(st.sampled_from(SINGLE))
        session.answer(question.id, data.draw(st.sampled_from(question.options)).code)
        session.clear(data.draw(st.sampled_from(LATER[flag]))[0])
        session.undo()
    new = [flag.urgency for id_, flag in raised(session).items() if id_ not in before]
    assert session.urgency >= max(new, default=Urgency.ROUTINE)


@settings(max_examples=30)
@given(level=st.sampled_from(Urgency), answers=st.lists(st.sampled_from(SINGLE), max_size=6), data=st.data())
def test_an_urgency_set_upwards_never_stands_below_what_the_rules_say(level, answers, data):
    session = a_session()
    session.set_urgency(level, "")
    for question in answers:
        session.answer(question.id, data.draw(st.sampled_from(question.options)).code)
    assert session.urgency >= max(level, session.picture.assessment.urgency)


def test_a_worse_sign_of_a_flag_that_was_known_counts_too():
    session = answered(*RECENT)
    session.act_on("suicide_thoughts", "Samen gesproken", "huisarts")
    session.set_urgency(Urgency.ROUTINE, "De huisarts heeft het beoordeeld")
    session.answer("suicide_plan", ("plan",))
    assert session.urgency is Urgency.NOW


def test_one_can_return_to_what_the_rules_say_and_the_log_keeps_both():
    session = answered(("sleep_place", "nowhere"))
    session.follow_rules()
    session.set_urgency(Urgency.ROUTINE, " Heeft een bed ")
    session.follow_rules()
    assert session.urgency is session.picture.assessment.urgency
    kept = [change for change in session.changes if type(change).__name__ == "UrgencySet"]
    assert [(each.level, each.reason, each.said) for each in kept] == [
        ("routine", "Heeft een bed", session.picture.assessment.urgency.code), (None, "", "")
    ]  # fmt: skip


def test_an_urgency_of_an_older_store_never_hides_what_the_rules_say():
    session = answered(("sleep_place", "nowhere"))
    old = change_from_bytes(b'{"type":"UrgencySet","fields":{"level":"routine","reason":"Heeft een bed"}}')
    found = fold(session.conversation.id, [*session.changes, old])
    assert found.urgency(session.picture.assessment) is session.picture.assessment.urgency


def test_what_was_decided_otherwise_survives_the_store_and_a_replay():
    session = answered(("sleep_place", "nowhere"))
    session.set_urgency(Urgency.ROUTINE, "Heeft een bed")
    session.withdraw("homeless_tonight", "Slaapt bij een zus")
    kind = of_state(session, KindState.SUGGESTED)[0].kind
    by = DecidedBy.PRACTITIONER
    session.choose(Choice(kind=kind, decision=Decision.DECLINED, reason="Liep eerder vast", by=by))
    stored = [change_from_bytes(change_to_bytes(each)) for each in session.changes]
    assert fold(session.conversation.id, stored) == session.conversation
    again = fold(session.conversation.id, as_changes(session.conversation, NOON))
    assert again.history == session.conversation.history
    assert (again.urgency_set, again.choices) == (session.conversation.urgency_set, session.conversation.choices)


def test_what_the_rules_block_is_chosen_with_a_reason_only():
    session = answered(("reading", "hard"))
    assert next(each.against for each in of_state(session, KindState.BLOCKED) if each.kind == "e_health")
    assert refusal(session, Choice(kind="e_health", decision=Decision.TAKEN, reason=" ")) == ["reason_missing"]
    session.choose(Choice(kind="e_health", decision=Decision.TAKEN, reason="Leest voor", by=DecidedBy.PRACTITIONER))
    assert session.conversation.choice("e_health").by is DecidedBy.PRACTITIONER


def test_the_practitioner_leaves_a_suggestion_with_a_reason_and_the_person_owes_none():
    session = answered(("sleep_place", "nowhere"))
    kind = of_state(session, KindState.SUGGESTED)[0].kind
    declined = Choice(kind=kind, decision=Decision.DECLINED)
    session.choose(declined)
    practitioner = Choice(kind=kind, decision=Decision.DECLINED, by=DecidedBy.PRACTITIONER)
    assert refusal(session, practitioner) == ["reason_missing"]


@pytest.mark.parametrize("decision", [Decision.TAKEN, Decision.LATER])
def test_while_a_flag_waits_nothing_that_it_holds_back_is_chosen_whatever_the_reason(decision):
    session = answered(("suicide_thoughts", "recent"))
    held = next(each for each in session.picture.assessment.kinds if each.blocked_by)
    choice = Choice(kind=held.kind, decision=decision, reason="Toch doen", by=DecidedBy.PRACTITIONER)
    assert set(refusal(session, choice)) == {"flag_not_recorded"}
    for flag in session.picture.advice.held_by:
        session.act_on(flag, "Samen met de huisarts gesproken", "huisarts")
    session.choose(choice)
    assert session.conversation.choice(held.kind).decision is decision


def test_choosing_and_leaving_kinds_lowers_no_flag_and_no_urgency():
    session = answered(("suicide_thoughts", "recent"))
    flags, level = set(raised(session)), session.urgency
    for outcome in session.picture.assessment.kinds:
        session.choose(Choice(kind=outcome.kind, decision=Decision.DECLINED, reason="Past niet"))
    assert flags <= set(raised(session))
    assert session.urgency >= level
    assert session.flag("suicide_thoughts").state is FlagState.RAISED


def test_that_the_talk_was_enough_asks_for_a_reason_while_a_flag_speaks_against_it():
    session = answered(("sleep_place", "nowhere"))
    for flag in session.picture.advice.held_by:
        session.act_on(flag, "Samen gebeld", "gemeente")
    for by in DecidedBy:
        enough = Choice(kind=ENOUGH, decision=Decision.TAKEN, by=by)
        assert refusal(session, enough) == ["reason_missing"]
    session.choose(Choice(kind=ENOUGH, decision=Decision.TAKEN, reason="Slaapt bij een zus"))
    assert session.conversation.choice(ENOUGH).reason == "Slaapt bij een zus"


@pytest.mark.parametrize("is_flagged", [True, False])
def test_without_an_argument_only_a_raised_flag_speaks_against_that_the_talk_was_enough(is_flagged):
    session = a_session()
    outcome = session.picture.advice.proposal(ENOUGH).outcome
    assert outcome.against == ()
    enough = Choice(kind=ENOUGH, decision=Decision.TAKEN)
    assert [each.code for each in refused(enough, outcome, is_flagged=is_flagged)] == ["reason_missing"] * is_flagged
