"""Flags and reasons without a screen: what opens by itself, what stays silent, what is recorded."""

from __future__ import annotations

import pytest

from intake_app.core.ids import FlagId, QuestionId
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant
from intake_app.triage.model import FlagState, Target, Urgency
from intake_app.ui.presenters.flags import FlagRecord, Flags
from intake_app.ui.presenters.reasons import Reasons
from tests.ui.fake_desk import FakeDesk, a_situation

THOUGHTS = FlagId("suicide_thoughts")
VIOLENCE = FlagId("domestic_violence")
FILLED = FlagRecord(done=("gp_called",), told="huisarts", time="10:32", agreed="komt om 11:30")


def a_talk(answers, mode=Mode.EXPLORATORY, **changes):
    desk = FakeDesk()
    session = desk.start(a_situation(mode, **changes))
    for question, value in answers.items():
        session.answer(QuestionId(question), value)
    return desk, session, Flags(desk, session, desk.clock)


def test_a_flag_that_waits_opens_once_and_then_leaves_a_line():
    _, _, flags = a_talk({"suicide_thoughts": "recent"})
    assert flags.to_open() == THOUGHTS
    flags.note_shown(THOUGHTS)
    assert flags.to_open() is None
    assert flags.band().holds
    assert flags.band().text.startswith("Eerst dit: ")


def test_recording_lets_the_talk_go_on():
    _, session, flags = a_talk({"suicide_thoughts": "recent"})
    assert flags.record(THOUGHTS, FILLED) == ""
    action = session.conversation.flag_actions[0]
    assert (action.done, action.told, action.agreed) == (
        "Huisarts gebeld of gehaald", "huisarts", "komt om 11:30"
    )  # fmt: skip
    assert THOUGHTS not in flags.waiting()


def test_another_time_is_kept_with_what_was_done():
    _, session, flags = a_talk({"suicide_thoughts": "recent"})
    flags.record(THOUGHTS, FlagRecord(done=("other",), other="Collega gehaald", told="huisarts", time="10:15"))
    assert session.conversation.flag_actions[0].done == "Collega gehaald (om 10:15)"


@pytest.mark.parametrize("filled", [FlagRecord(), FlagRecord(done=("gp_called",)), FlagRecord(told="huisarts")])
def test_half_a_record_is_refused_in_words(filled):
    _, session, flags = a_talk({"suicide_thoughts": "recent"})
    assert "wie ervan weet" in flags.record(THOUGHTS, filled)
    assert not session.conversation.flag_actions


def test_withdrawing_asks_a_reason():
    _, session, flags = a_talk({"suicide_thoughts": "recent"})
    assert flags.withdraw(THOUGHTS, " ")
    assert flags.withdraw(THOUGHTS, "verkeerd aangeklikt") == ""
    assert session.flag(THOUGHTS).state is not FlagState.RAISED


def test_of_several_the_most_urgent_comes_first():
    _, session, flags = a_talk(
        {"suicide_thoughts": "recent", "body_sudden": "now", "body_alarm": ("chest_pressure_now",)}
    )
    levels = [session.flag(flag).urgency for flag in flags.waiting()]
    assert len(levels) > 1
    assert levels == sorted(levels, reverse=True)


def test_a_flag_that_goes_on_is_a_line_and_opens_nothing():
    _, _, flags = a_talk({"sleep_place": "nowhere"})
    assert flags.to_open() is None
    assert flags.band().text == "Vandaag nog: een slaapplek voor vannacht"
    assert not flags.band().holds


def test_the_niet_pluis_key_opens_its_sheet_without_a_reason():
    _, session, flags = a_talk({})
    session.gut_feeling(on=True)
    sheet = flags.sheet(FlagId("gut_feeling"))
    assert sheet.title == "Eerst dit: overleg met de huisarts"
    assert sheet.urgency == "Nu"


def test_a_missing_number_says_where_to_fill_it_in_and_a_known_one_is_shown():
    desk, _, flags = a_talk({"suicide_thoughts": "recent"})
    assert flags.sheet(THOUGHTS).calls[0].is_missing
    desk.set_setting("gp_phone", "070 - 000 00 00")
    assert flags.sheet(THOUGHTS).calls[0].number == "070 - 000 00 00"


def test_a_sheet_says_in_words_where_its_rule_comes_from():
    _, _, flags = a_talk({"suicide_thoughts": "recent"})
    foot = flags.sheet(THOUGHTS).foot
    assert foot.endswith("Bron: onze praktijkbeschrijving, §3 (nog te bevestigen).")
    assert ".md" not in foot


def test_a_silent_flag_opens_nothing_and_leaves_no_line():
    _, session, flags = a_talk({"afraid": "yes", "violence": ("hitting",)})
    assert session.flag(VIOLENCE).state is FlagState.RAISED
    assert flags.to_open() is None
    assert flags.band() is None


def test_the_details_of_a_silent_flag_name_nothing_and_can_be_recorded():
    _, _, flags = a_talk({"afraid": "yes", "violence": ("hitting",)})
    notice = next(each for each in flags.notices() if each.flag == VIOLENCE)
    sheet = flags.sheet(VIOLENCE)
    assert (notice.title, notice.said, notice.question_text) == ("Overleg", "", "")
    assert (sheet.title, sheet.said, sheet.is_neutral) == ("Overleg", "", True)
    assert flags.record(VIOLENCE, FILLED) == ""
    assert VIOLENCE not in {each.flag for each in flags.notices()}


def test_with_a_relative_there_the_details_hold_no_silent_flag():
    there = (Participant.PERSON, Participant.RELATIVE)
    _, session, flags = a_talk({"afraid": "yes", "suicide_thoughts": "recent"}, participants=there)
    silent = {flag.flag for flag in session.picture.assessment.flags if flag.is_silent}
    assert not silent & {each.flag for each in flags.notices()}


def test_a_possible_flag_offers_the_question_that_clears_it_up():
    _, _, flags = a_talk({"life_not_worth": "often"})
    notice = next(each for each in flags.notices() if each.flag == THOUGHTS)
    assert notice.question == "suicide_thoughts"


def test_reasons_say_what_weighs_with_answer_weight_and_source():
    desk, session, _ = a_talk({"money_round": "short"})
    line = Reasons(desk, session).state(Target.SOCIAL).weighs[0]
    assert line.said.text == "U komt geld tekort."
    assert "Geld en schulden" in line.said.answer
    assert (line.said.rule, line.weight_word) == ("money-round-02", "telt zwaar")
    assert line.said.origin.startswith("Bron: eigen oordeel")
    assert line.said.origin.endswith("ons eigen oordeel · redactie inhoud · te bevestigen · nagekeken 22-11-2026")


def test_reasons_hold_nothing_that_was_said_alone():
    quiet = {"afraid": "yes", "controlled": "yes", "violence": ("hitting",), "safe_person": "no"}
    desk, session, _ = a_talk({**quiet, "cares_for": ("ill_relative",), "dependent_harm": "snapping"})
    shown = [Reasons(desk, session).state(target) for target in Target]
    words = " ".join(line.said.text + line.said.answer for sheet in shown for line in (*sheet.weighs, *sheet.helps))
    texts = [q.text.nl for q in session.knowledge.questionnaire.questions.values() if q.alone]
    assert not any(line.text in texts for sheet in shown for line in sheet.open)
    assert "bang" not in words


def test_open_questions_can_be_asked_from_the_reasons():
    desk, session, _ = a_talk({"area_society": "weighs", "which_society": ("money",)})
    open_ = Reasons(desk, session).state(Target.SOCIAL).open
    assert "money_round" in {line.question for line in open_}


def test_urgency_goes_up_freely_and_down_only_with_a_reason():
    desk, session, _ = a_talk({"suicide_thoughts": "recent"})
    reasons = Reasons(desk, session)
    assert reasons.set_urgency("now", "") == ""
    assert session.urgency is Urgency.NOW
    assert reasons.set_urgency("routine", "")
    assert reasons.set_urgency("routine", "samen met de huisarts bekeken") == ""
    assert session.urgency is Urgency.ROUTINE


def test_the_urgency_returns_to_what_the_rules_say():
    desk, session, _ = a_talk({"sleep_place": "nowhere"})
    reasons = Reasons(desk, session)
    assert not reasons.urgency().is_own
    assert reasons.set_urgency("routine", " ") == "Schrijf kort waarom het minder haast heeft."
    reasons.set_urgency("routine", "heeft een bed")
    state = reasons.urgency()
    assert (state.rules, state.said) == ("De regels zeggen nu: Vandaag.", "heeft een bed")
    reasons.follow_rules()
    assert session.urgency is session.picture.assessment.urgency
