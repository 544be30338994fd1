from __future__ import annotations

import datetime

import pytest

from intake_app.advice.plan import Plan, Step
from intake_app.bootstrap.local import make_demo_desk, make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import SaveStatus, Standing
from intake_app.conversation.model import Consent
from intake_app.core.problems import ProblemsError
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from tests.shipped import TODAY

DAYS = [TODAY + datetime.timedelta(days=each) for each in (3, 7, 14)]
PASSPHRASE = "vier gewone woorden samen"  # noqa: S105  of a store in a test


@pytest.fixture
def where(tmp_path):
    return Places(resources=resources_dir(), store=tmp_path / "s" / "a.db", last_clean=tmp_path / "last.bin")


@pytest.fixture
def desk(where):
    made = make_desk(where, "nl")
    made.create(PASSPHRASE)
    yield made
    made.lock()


def a_talk(desk):
    return desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40, gender="woman", pc4="8952")))


def test_a_talk_reopens_where_it_was_left_after_locking(desk):
    session = a_talk(desk)
    session.answer("area_body", "weighs")
    session.note("sleep", "Ik lig wakker 😀")
    session.move("conversation", "area_mind")
    desk.lock()
    desk.unlock(PASSPHRASE)
    again = desk.open(session.conversation.id)
    assert again.conversation == session.conversation


def test_a_wrong_pass_phrase_is_refused_with_words(desk):
    desk.lock()
    with pytest.raises(ProblemsError) as refused:
        desk.unlock("iets heel anders hier")
    assert desk.problem_text(refused.value.problems[0]).startswith("Deze wachtzin past niet")
    desk.unlock(PASSPHRASE)


def test_the_list_shows_wish_standing_and_next_step(desk):
    session = a_talk(desk)
    session.answer("own_question", "Rust")
    session.agree(Plan(steps=(Step(text="Bel Geldfit", by=TODAY),)))
    session.move("agree", "")
    row = desk.rows()[0]
    assert (row.about, row.standing, row.next_step, row.next_on) == ("Rust", Standing.AGREEING, "Bel Geldfit", TODAY)


@pytest.mark.parametrize(
    "plan, shown",
    [
        (Plan(steps=(Step(text="b", by=DAYS[2]), Step(text="a", by=DAYS[0])), speak_again=DAYS[1]), ("a", 0)),
        (Plan(steps=(Step(text="ooit"),), speak_again=DAYS[1]), ("", 1)),
        (Plan(steps=(Step(text="ooit"),)), ("ooit", None)),
        (Plan(speak_again=DAYS[1]), ("", 1)),
        (Plan(), ("", None)),
    ],
    ids=["earliest", "undated", "only undated", "follow-up", "nothing"],
)
def test_the_list_shows_what_comes_first_with_its_own_day(desk, plan, shown):
    a_talk(desk).agree(plan)
    row, (words, at) = desk.rows()[0], shown
    assert (row.next_step, row.next_on) == (words, None if at is None else DAYS[at])


def test_saving_is_told_and_reached(desk):
    told = []
    desk.on_saved(lambda: told.append(desk.save_state().status))
    a_talk(desk).answer("area_body", "ok")
    desk.rows()
    assert desk.save_state().status is SaveStatus.SAVED
    assert told


def test_the_summary_is_locked_until_the_person_agrees(desk):
    session = a_talk(desk)
    locked = {paper.id: bool(paper.locked_by) for paper in desk.papers(session)}
    session.consent(Consent(recipient="huisarts", items=("all",), on=TODAY))
    freed = {paper.id: bool(paper.locked_by) for paper in desk.papers(session)}
    assert (locked["huisarts_summary"], freed["huisarts_summary"]) == (True, False)
    assert desk.pdf(session, "huisarts_summary").startswith(b"%PDF-")


def test_a_removed_talk_is_gone(desk):
    session = a_talk(desk)
    desk.remove(session.conversation.id)
    assert desk.rows() == ()
    with pytest.raises(ProblemsError):
        desk.open(session.conversation.id)


def test_a_talk_reopens_with_the_rules_it_was_held_with(where, tmp_path):
    import shutil

    old = make_desk(where, "nl")
    old.create(PASSPHRASE)
    session = a_talk(old)
    session.answer("area_body", "weighs")
    before = session.picture.assessment.medical.point
    old.lock()
    newer = tmp_path / "newer"
    shutil.copytree(where.resources, newer, ignore=shutil.ignore_patterns("fonts", "icons"))
    file = newer / "rules" / "scores_body.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("medical: 10", "medical: 11"), encoding="utf-8")
    desk = make_desk(Places(resources=newer, store=where.store, last_clean=where.last_clean), "nl")
    desk.unlock(PASSPHRASE)
    again = desk.open(session.conversation.id)
    assert again.knowledge is not desk.knowledge
    assert again.picture.assessment.medical.point == before
    desk.lock()


def test_settings_are_kept(desk):
    desk.set_setting("gp_phone", "000 - 000 00 00")
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert desk.setting("gp_phone") == "000 - 000 00 00"
    assert desk.setting("crisis_phone") == ""


def test_the_demo_desk_holds_fictional_talks_and_goes_away(where):
    desk = make_demo_desk(where, "nl")
    folder = desk.folder.name
    assert desk.is_demo
    assert len(desk.rows()) >= 4
    desk.lock()
    desk.folder.cleanup()
    import pathlib

    assert not pathlib.Path(folder).exists()
