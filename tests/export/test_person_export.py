"""Everything about one person, on paper and as data: whole, and silent about what was said alone."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace

import pypdfium2
import pytest

from intake_app.advice.plan import Choice, DecidedBy, Decision, Plan, Step
from intake_app.content.locate import resources_dir
from intake_app.conversation.model import FlagAction, OwnUrgency, Strength, Wish, Withdrawal
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan
from intake_app.core.ids import FlagId, KindId
from intake_app.core.problems import ProblemsError
from intake_app.core.text import LANGUAGES
from intake_app.exchange.person_export import person_json
from intake_app.export.person_export import PersonTalk, person_markup, person_pdf, person_record, releasable
from intake_app.export.press import Press
from intake_app.practice.log_book import SawLine
from intake_app.practice.person_record import Correction
from intake_app.practice.users import Role
from intake_app.triage.model import Urgency
from tests.export.talks import MONEY, READ_BY_GP, RECORDED, content, inputs_of, said
from tests.export.test_silent import LEFT_OUT, MARKS, TALKS, TOLD, WORD, telling_words

MADE = datetime.datetime(2026, 12, 3, 9, 30, tzinfo=datetime.UTC)
PRESS = Press(wording=content().wording, templates=resources_dir() / "templates", fonts=resources_dir() / "fonts")
SEEN = (
    SawLine(on=MADE.date(), who="Anne", roles=(Role.ASSISTANT,), what="Gesprek gelezen", times=2, break_glass=False),
    SawLine(on=MADE.date(), who="Bas", roles=(Role.CLINICIAN,), what="Gesprek gelezen", times=1, break_glass=True),
)
FIXED = Correction(at=MADE, reason="jaartal")
# One word for every place in a talk where somebody can write.
WRITTEN = {
    "notes": {"money": "mark01", "debts": "mark02", "afraid": "mark03", "home_safety": "mark04"},
    "strengths": (Strength(topic="contacts", text="mark05"), Strength(topic="home_safety", text="mark06")),
    "wishes": (
        Wish(topic="money", text="mark07", one_higher="mark36"),
        Wish(topic="home_safety", text="mark08", one_higher="mark37"),
    ),
    "flag_actions": (
        FlagAction(flag=FlagId("essential_needs"), done="mark09", told="mark10", at=MADE, agreed="mark11"),
        FlagAction(flag=FlagId("domestic_violence"), done="mark12", told="mark13", at=MADE, agreed="mark14"),
        FlagAction(flag=FlagId("gut_feeling"), done="mark15", told="mark16", at=MADE, agreed="mark17"),
    ),
    "withdrawals": (
        Withdrawal(flag=FlagId("essential_needs"), reason="mark18", at=MADE),
        Withdrawal(flag=FlagId("child_safety"), reason="mark19", at=MADE),
    ),
    "choices": (
        Choice(kind=KindId("geldfit"), decision=Decision.DECLINED, reason="mark20"),
        Choice(kind=KindId("gli"), decision=Decision.TAKEN, reason="mark21", by=DecidedBy.PRACTITIONER),
        Choice(kind=KindId("centrum_seksueel_geweld"), decision=Decision.LATER, reason="mark22"),
    ),
    "plan": Plan(
        steps=(
            Step(text="mark23", who="mark24", smallest_start="mark25", kind="geldfit"),
            Step(text="mark26", who="mark27", smallest_start="mark28", kind="centrum_seksueel_geweld"),
        ),
        when_worse="mark29",
        when_it_fails="mark30",
        speak_how="mark31",
        speak_again=MADE.date(),
    ),
    "urgency_set": OwnUrgency(level=Urgency.TODAY, reason="mark32"),
    "safety_plan": SafetyPlan(
        signs="mark38", people=(PlanPerson(name="mark39", number="mark40"),), helpers=(PlanPerson(name="mark41"),)
    ),
}
INSIDE = {"03", "04", "06", "08", *map(str, range(12, 20)), "21", "22", "26", "27", "28", "32", "33", "34", "35", "37"}


def talk_of(answers, *corrections, **changes):
    return PersonTalk(inputs=inputs_of(answers, **changes), corrections=corrections)


def record(*talks, released=(), language="nl"):
    return person_record(talks, SEEN, released, made=MADE, language=language)


def everything(*talks, language="nl", released=()):
    """Return all words of the export, as data and on paper."""
    found = record(*talks, released=released, language=language)
    papers = [said(each) for each in person_markup(found, PRESS, language)]
    return " ".join([person_json(found).decode(), *papers]).casefold()


def written():
    found = inputs_of(TOLD + READ_BY_GP)
    situation = replace(
        found.conversation.situation, referrer_role="huisarts", referrer_reason="mark33", call_back="mark34"
    )
    return talk_of(TOLD + READ_BY_GP, Correction(at=MADE, reason="mark35"), situation=situation, **WRITTEN)


def marks(text):
    return set(re.findall(r"mark(\d\d)", text.casefold()))


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in opened]


# --- whole ---


def test_every_word_that_was_written_stands_in_the_record_or_can_be_released_and_never_in_both():
    talk = written()
    told = marks(person_json(record(talk)).decode())
    kept = marks(" ".join(each.text for each in releasable([talk], "nl")))
    assert told | kept == {f"{number:02}" for number in range(1, 42)}
    assert not told & kept
    assert kept == INSIDE


def test_what_was_said_stands_in_it_with_its_question_and_its_code():
    found = json.loads(person_json(record(talk_of(MONEY))))
    answers = {each["question"]: each for topic in found["talks"][0]["topics"] for each in topic["answers"]}
    assert answers["own_question"]["words"] == "Rust in mijn hoofd"
    assert answers["debts"]["codes"] == ["arrears"]
    assert answers["debts"]["words"] == "Ja, ik loop achter"
    assert answers["debts"]["asked"].endswith("?")


@pytest.mark.parametrize(
    "said_so, state", [("declined", "declined"), ("unknown", "not_known")], ids=["wants not", "knows not"]
)
def test_no_answer_is_an_answer_too(said_so, state):
    answers = MONEY.replace("support: one_person", f"support: {said_so}")
    found = record(talk_of(answers)).talks[0]
    assert state in {each.state for topic in found.topics for each in topic.answers if each.question == "support"}


def test_a_question_that_was_left_out_stands_with_its_reason():
    found = record(talk_of(MONEY.replace("support: one_person, ", "") + 'not_asked: {support: "geen tijd"}\n'))
    answers = [each for topic in found.talks[0].topics for each in topic.answers if each.question == "support"]
    assert [(each.state, each.reason) for each in answers] == [("not_asked", "geen tijd")]


def test_a_flag_that_may_be_named_stands_with_what_was_done():
    found = record(talk_of(RECORDED)).talks[0].signals
    assert [(each.signal.code, each.actions[0].done) for each in found] == [
        ("suicide_thoughts", "Huisarts erbij gehaald")
    ]


def test_several_talks_stand_one_after_the_other_and_the_log_at_the_end():
    found = pages(person_pdf(record(talk_of(MONEY, FIXED), talk_of(RECORDED)), PRESS, "nl"))
    text = " ".join(found)
    assert text.index("Rust in mijn hoofd") < text.index("Ik ben op") < text.index("Wie heeft mijn gegevens gezien")
    assert "Anne (assistent)" in found[-1]
    assert "met de noodknop" in found[-1]
    assert "Op uw verzoek verbeterd op 3 december 2026" in text
    assert "jaartal" not in text


def test_the_same_record_gives_the_same_bytes():
    found = record(written())
    assert person_pdf(found, PRESS, "nl") == person_pdf(found, PRESS, "nl")


def test_what_was_typed_comes_out_as_letters_never_as_markup():
    odd = MONEY.replace("Rust in mijn hoofd", "<b>vet</b> & {{ view }} <pagebreak/>")
    assert "<b>vet</b> & {{ view }} <pagebreak/>" in " ".join(pages(person_pdf(record(talk_of(odd)), PRESS, "nl")))


def test_a_hidden_answer_is_not_in_it():
    hidden = MONEY.replace("support: one_person", "work: sick_leave, company_doctor: not_yet, work_wish: maybe")
    shown = {each.question for topic in record(talk_of(hidden)).talks[0].topics for each in topic.answers}
    assert shown >= {"work", "company_doctor"}
    assert "work_wish" not in shown


# --- silent ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TALKS)
def test_nothing_silent_leaves_by_itself(name, language):
    found = everything(talk_of(TALKS[name] + READ_BY_GP), language=language)
    assert not set(WORD.findall(found)) & telling_words()
    assert not [mark for mark in MARKS if mark in found]
    assert not re.search(r"niet alleen|even samen|veilig thuis|meldcode|kindcheck|geweld|mishandel", found)


def test_a_question_that_was_not_asked_because_somebody_was_there_leaves_no_gap():
    never = re.sub(r"not_asked:.*\n", "", LEFT_OUT)
    assert everything(talk_of(LEFT_OUT)) == everything(talk_of(never))


def test_what_was_said_alone_leaves_no_gap():
    without = """
mode: quick
person: {age: 34, gender: woman}
answers: {own_question: "Ik slaap slecht", sleep_quality: poor, which_social: [caring]}
wishes: [{topic: sleep, text: "Beter slapen"}]
"""
    alone = without.replace("which_social", 'afraid: "yes", controlled: "yes", which_social').replace(
        "wishes: [", 'wishes: [{topic: home_safety, text: "x"}, '
    )
    alone += 'notes: {afraid: "x"}\nstrengths: [{topic: home_safety, text: "x"}]\n'
    alone += 'flag_actions: [{flag: domestic_violence, done: "x", told: huisarts}]\n'
    quiet, spoken = (json.loads(person_json(record(talk_of(each))))["talks"][0] for each in (without, alone))
    rested = {"suggested", "medical", "social"}
    assert {key: quiet[key] for key in quiet if key not in rested} == {
        key: spoken[key] for key in spoken if key not in rested
    }


def test_niet_pluis_has_no_name_on_what_the_person_takes_home():
    talk = talk_of(MONEY + "gut_feeling: true\n")
    assert "pluis" not in everything(talk)
    assert [each for each in releasable([talk], "nl") if each.id.endswith("flag:gut_feeling")]


# --- released ---


def test_a_released_item_stands_on_a_paper_of_its_own_that_the_rest_does_not_tell_of():
    talk = talk_of(TOLD)
    item = next(each for each in releasable([talk], "nl") if each.id.endswith("/note:afraid"))
    with_it = pages(person_pdf(record(talk, released=[item.id]), PRESS, "nl"))
    assert with_it[:-1] == pages(person_pdf(record(talk), PRESS, "nl"))
    assert "wonderboom" in with_it[-1]
    assert "als er niemand bij is" in with_it[-1]
    assert with_it[-1].endswith("1 van 1")
    assert not [mark for mark in MARKS if mark in with_it[-1] and mark != "wonderboom"]


def test_the_headings_of_both_papers_are_found_from_the_outline():
    item = releasable([talk_of(TOLD)], "nl")[0]
    found = person_pdf(record(talk_of(TOLD), released=[item.id]), PRESS, "nl")
    with pypdfium2.PdfDocument(found) as opened:
        at = {each.get_title(): each.get_dest().get_index() for each in opened.get_toc(max_depth=1)}
        assert at == {"Wat wij van u bewaren": 0, "Alleen voor u": len(opened) - 1}


def test_an_item_that_is_no_longer_there_is_told():
    with pytest.raises(ProblemsError) as caught:
        record(talk_of(TOLD), released=["file/answer:gone"])
    assert caught.value.problems[0].code == "release_unknown"


def test_ids_are_each_once_and_begin_with_the_talk():
    found = [each.id for each in releasable([written()], "nl")]
    assert len(found) == len(set(found))
    assert all(each.startswith("file/") for each in found)
