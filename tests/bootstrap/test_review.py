"""What a strict reader of the store found: ways past a right, and ways to lose something, that are closed now."""

from __future__ import annotations

import datetime
import gc
import shutil
import time
from pathlib import Path

import pytest

from intake_app.advice.plan import Plan, Step
from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import SaveStatus
from intake_app.practice.audit import EventCode
from intake_app.practice.persons import Decision
from intake_app.practice.users import Role
from intake_app.storage import keys as key_ring
from intake_app.storage.places import ring_path
from intake_app.storage.problems import StoreCode, StoreProblem
from intake_app.storage.repository import ConversationStore
from intake_app.storage.tables import LOG
from tests.bootstrap.team import FIRST, GIVEN, OWN, a_talk, codes, enter, join, refusal
from tests.shipped import TODAY

WHY = "Els is ziek, de huisarts belt over een spoedgeval"
STORED = Path(__file__).parents[1] / "storage" / "stored" / "0.1.0"


def of(desk, name):
    return next(user for user in desk.office.people.everyone() if user.name == name)


def second_program(desk, tmp_path):
    where = Places(resources=resources_dir(), store=desk._door.path, last_clean=tmp_path / "last2.bin")
    return make_desk(where, "nl")


@pytest.fixture
def with_els(desk):
    join(desk, "Els", Role.ASSISTANT)
    return desk


def test_a_talk_opened_by_the_key_takes_no_change_after_its_time(with_els, clock):
    talk = a_talk(with_els).conversation.id
    enter(with_els, "Els")
    with_els.office.access.break_glass(talk, WHY)
    session = with_els.open(talk)
    session.answer("area_body", "weighs")
    clock.at += datetime.timedelta(minutes=30)
    assert session.is_read_only
    assert refusal(session.answer, "area_body", "ok") == "talk_read_only"
    session.move("choose", "")
    assert with_els.rows() == ()


def test_setting_the_clock_back_opens_nothing_for_longer(with_els, clock):
    talk = a_talk(with_els).conversation.id
    enter(with_els, "Els")
    with_els.office.access.break_glass(talk, WHY)
    clock.at += datetime.timedelta(minutes=29)
    assert len(with_els.office.access.open_glasses()) == 1
    clock.at -= datetime.timedelta(minutes=28)
    assert with_els.office.access.open_glasses() == ()
    with_els.office.access.break_glass(talk, WHY)
    assert len(with_els.office.access.open_glasses()) == 1


def test_a_talk_that_was_handed_over_takes_no_change_of_who_gave_it(with_els):
    enter(with_els, "Els")
    session = a_talk(with_els)
    with_els.office.access.hand_over(session.conversation.id, of(with_els, "Anna").id, keep=False)
    assert refusal(session.answer, "area_body", "ok") == "talk_read_only"


def test_what_a_huisarts_changes_by_the_key_is_marked_in_the_log(with_els):
    enter(with_els, "Els")
    talk = a_talk(with_els).conversation.id
    enter(with_els, "Anna")
    with_els.office.access.break_glass(talk, WHY)
    with_els.open(talk).answer("area_body", "weighs")
    with_els.rows()
    by_key = {event.code for _, event in with_els._door.log.events(talk=talk) if event.controls.break_glass}
    assert by_key == {EventCode.BREAK_GLASS, EventCode.TALK_CHANGED}


def test_the_key_fits_no_talk_that_is_not_there_and_a_refusal_is_logged(team):
    enter(team, "Els")
    assert refusal(team.office.access.break_glass, "geen gesprek", WHY) == "store_unknown_conversation"
    enter(team, "Fatma")
    assert refusal(team.office.access.break_glass, "geen gesprek", WHY) == "not_allowed"
    assert EventCode.DENIED in codes(team)


def test_who_was_not_admitted_has_no_right_of_a_content_role(desk):
    talk = a_talk(desk).conversation.id
    request = desk.office.persons.ask_erasure([talk], TODAY)
    mo = desk.office.people.create("Mo", frozenset({Role.CLINICIAN}), GIVEN)
    anna = desk.office.people.me
    desk.lock()
    desk.change_first(GIVEN, "mo kiest zelf een zin", mo.id)
    decide = desk.office.persons.decide_erasure
    assert refusal(decide, request.id, Decision.GRANTED, "Weg", anna.id, FIRST) == "not_allowed"
    assert refusal(desk.office.access.hand_over, talk, anna.id, keep=False) == "not_allowed"
    assert refusal(a_talk, desk) == "not_allowed"


def test_a_second_program_follows_who_was_blocked_and_what_was_handed_over(with_els, tmp_path):
    enter(with_els, "Els")
    first, second = a_talk(with_els).conversation.id, a_talk(with_els).conversation.id
    enter(with_els, "Anna")
    looking, els = second_program(with_els, tmp_path), of(with_els, "Els")
    looking.unlock_to_read(OWN["Els"], els.id)
    assert {row.id for row in looking.rows()} == {first, second}
    with_els._door.store.hand_over(second, {els.id: None}, with_els._clock.now())
    assert {row.id for row in looking.rows()} == {first}
    assert refusal(looking.open, second) == "break_glass_needed"
    with_els.office.people.block(els.id, blocked=True)
    assert looking.rows() == ()
    assert refusal(looking.open, first) == "not_allowed"
    assert looking.office.persons.purge_notice().now == ()
    looking.lock()
    enter(with_els, "Anna")
    found = [event.code for _, event in with_els._door.log.events(user=els.id)]
    assert found.count(EventCode.LOCKED) == found.count(EventCode.UNLOCKED)


def test_a_pass_phrase_of_somebody_else_does_not_read_along(with_els, tmp_path):
    mo = with_els.office.people.create("Mo", frozenset({Role.ASSISTANT}), GIVEN)
    with_els.office.people.admit(mo.id)
    looking = second_program(with_els, tmp_path)
    assert refusal(looking.unlock_to_read, GIVEN, mo.id) == "passphrase_must_change"
    assert not looking.is_open
    assert refusal(looking.change_first, GIVEN, "mo kiest zelf een zin", mo.id) == "store_in_use"
    assert key_ring.unlock(ring_path(with_els._door.path), GIVEN, user_id=mo.id).user.must_change


def test_guessing_at_a_copy_makes_one_wait_too(desk):
    copy = desk.office.copies.make(lambda _done, _all: True)
    desk.lock()
    for _ in range(3):
        assert refusal(desk.office.copies.preview, copy.path, "iets heel anders dan dit") == "store_passphrase_wrong"
    assert refusal(desk.office.copies.preview, copy.path, FIRST) == "passphrase_wait"


def test_no_setting_goes_round_the_part_of_the_office_that_sets_it(desk):
    for key in ("purge_days", "purge_announced", "copy_folder", "copy_trouble"):
        assert refusal(desk.set_setting, key, "1") == "not_allowed"
    assert refusal(desk.office.copies.set_folder, "x" * 5000) == "folder_missing"
    assert refusal(desk.office.copies.set_folder, "een map") == "folder_missing"


def test_looking_at_what_is_silent_is_reading(desk):
    talk = a_talk(desk).conversation.id
    desk.office.persons.silent_items([talk])
    read = desk._door.log.events(talk=talk, codes=[EventCode.TALK_READ])
    assert len(read) == 1


def test_a_talk_is_kept_as_long_as_any_step_of_it_lies_ahead(desk, clock):
    session = a_talk(desk)
    far = TODAY + datetime.timedelta(days=300)
    session.agree(Plan(steps=(Step(text="Bel Geldfit", by=TODAY), Step(text="Weer meten", by=far))))
    session.close()
    desk.rows()
    desk.released(session, "journal")
    clock.at += datetime.timedelta(days=85)
    desk.office.persons.purge_notice()
    clock.at += datetime.timedelta(days=20)
    assert desk.office.persons.purge_notice().now == ()
    assert desk.office.persons.purge() == 0


def test_a_store_that_cannot_be_read_at_opening_is_let_go(desk, monkeypatch):
    desk.lock()

    def hurt(*_):
        raise StoreProblem(StoreCode.DAMAGED, "store")

    with monkeypatch.context() as patch:
        patch.setattr(ConversationStore, "relations_of", hurt)
        assert refusal(desk.unlock, FIRST) == "store_damaged"
    assert not desk.is_open
    desk.unlock(FIRST)


def until_saved(desk):
    """Wait for the try that was asked for: until then the last one counts, which failed."""
    for _ in range(1000):
        if desk.save_state().status is SaveStatus.SAVED and not desk._door.writer.state.waiting:
            return
        time.sleep(0.01)
    pytest.fail("not saved")


def test_a_full_disk_at_opening_keeps_nobody_out_and_new_talks_wait(desk, monkeypatch):
    desk.lock()
    keep = ConversationStore.keep_content
    is_full = [True]

    def full(*given, **named):
        if is_full[0]:
            raise StoreProblem(StoreCode.DISK_FULL, "store")
        keep(*given, **named)

    monkeypatch.setattr(ConversationStore, "keep_content", full)
    desk.unlock(FIRST)
    session = a_talk(desk)
    assert desk.save_state().status is SaveStatus.FAILED
    assert refusal(desk.lock) == "store_not_saved"
    is_full[0] = False
    desk.retry()
    desk.unlock(FIRST)
    until_saved(desk)
    assert [row.id for row in desk.rows()] == [session.conversation.id]


def test_what_is_still_being_written_is_not_lost_by_locking(desk, monkeypatch):
    monkeypatch.setattr("intake_app.bootstrap.logged.PATIENCE_SECONDS", 0.1)
    session = a_talk(desk)
    desk._door.settle_all()
    append, is_busy = ConversationStore.append, [True]

    def busy(*given, **named):
        if is_busy[0]:
            raise StoreProblem(StoreCode.IN_USE, "store")
        return append(*given, **named)

    monkeypatch.setattr(ConversationStore, "append", busy)
    session.answer("area_body", "weighs")
    assert refusal(desk.lock) == "store_not_saved"
    is_busy[0] = False
    desk._door.writer.submit(int).result()
    monkeypatch.setattr("intake_app.bootstrap.logged.PATIENCE_SECONDS", 5)
    desk.lock()
    desk.unlock(FIRST)
    assert "area_body" in desk.open(session.conversation.id).conversation.answers


def test_figures_that_cannot_be_made_do_not_write_the_closing_twice(desk, monkeypatch):
    session = a_talk(desk)
    desk._door.settle_all()
    times = []

    def once_busy(*_):
        times.append(1)
        raise StoreProblem(StoreCode.IN_USE, "store")

    monkeypatch.setattr(desk._archivist, "inputs", once_busy)
    session.close()
    desk._door.settle_all()
    assert times
    assert not session.take_in()
    again = desk.open(session.conversation.id)
    assert again.changes == session.changes


def test_a_closed_store_answers_nobody_who_still_holds_it(desk):
    session = a_talk(desk)
    store = desk._door.store
    desk.lock()
    with pytest.raises(StoreProblem) as refused:
        store.rows()
    assert refused.value.code is StoreCode.LOCKED
    assert session.is_read_only
    assert refusal(session.answer, "area_body", "ok") == "talk_read_only"


def test_no_key_stays_with_the_desk_after_locking(desk):
    a_talk(desk)
    desk.rows()
    key = desk._door.store.keys.store_key
    desk.lock()
    gc.collect()
    held = [each for each in gc.get_objects() if isinstance(each, key_ring.Keys) and each.store_key == key]
    assert not held


def test_a_cut_log_stays_told_after_the_next_anchor(team):
    a_talk(team)
    store = team._door.store
    team._door.settle_all()
    team._door.anchor()
    team._keeper.stop()
    with store.transactions.write("log") as connection:
        connection.execute(LOG.delete().where(LOG.c.seq > store.log.anchor().count - 1))
    team._door.anchor = lambda: None
    team.lock()
    del team._door.anchor
    enter(team, "Anna")
    found = team._door.log.events(codes=[EventCode.LOG_CHECKED])
    assert [(event.succeeded, event.detail["problem"]) for _, event in found] == [(False, "log_cut")]


def test_wrong_pass_phrases_before_a_right_one_are_logged_wherever_it_was_typed(with_els):
    talk = a_talk(with_els).conversation.id
    request, els = with_els.office.persons.ask_erasure([talk], TODAY), of(with_els, "Els")
    decide = with_els.office.persons.decide_erasure
    wrong = (request.id, Decision.REFUSED, "Nee", els.id, "iets heel anders dan dit")
    assert refusal(decide, *wrong) == "store_passphrase_wrong"
    decide(request.id, Decision.REFUSED, "Nee", els.id, OWN["Els"])
    change = with_els.office.people.change_passphrase
    assert refusal(change, "iets heel anders dan dit", "nog een andere zin hier") == "store_passphrase_wrong"
    change(FIRST, "nog een andere zin hier")
    failed = with_els._door.log.events(codes=[EventCode.PASSPHRASE_FAILED])
    assert [event.object for _, event in failed] == [with_els.office.people.me.id, els.id]


def test_what_was_being_typed_in_a_talk_goes_with_it(with_els):
    enter(with_els, "Els")
    talk = a_talk(with_els).conversation.id
    with_els.hold_draft(f'{{"talk": "{talk}", "texts": {{"n": "halve zin over thuis"}}}}')
    enter(with_els, "Anna")
    copy = with_els.office.copies.make(lambda _done, _all: True)
    request, els = with_els.office.persons.ask_erasure([talk], TODAY), of(with_els, "Els")
    with_els.office.persons.decide_erasure(request.id, Decision.GRANTED, "Op verzoek", els.id, OWN["Els"])
    enter(with_els, "Els")
    assert with_els.held_draft() == ""
    with_els.lock()
    with_els.office.copies.put_back(copy.path, FIRST)
    enter(with_els, "Els")
    assert with_els.held_draft() == ""


def test_a_store_of_the_first_version_opens_with_its_talks_and_a_whole_log(tmp_path):
    (tmp_path / "s").mkdir()
    for file in STORED.iterdir():
        shutil.copy(file, tmp_path / "s" / file.name)
    store = next(path for path in (tmp_path / "s").iterdir() if path.suffix == ".db")
    opened = make_desk(Places(resources=resources_dir(), store=store, last_clean=tmp_path / "last.bin"), "nl")
    assert opened.office.people.everyone() == ()
    opened.unlock(FIRST)
    assert len(opened.rows()) == 3
    for row in opened.rows():
        assert opened.open(row.id).conversation.answers
    opened.lock()
    assert [user.is_admitted for user in opened.office.people.everyone()] == [True]


def test_when_the_key_is_given_back_the_open_talk_takes_in_nothing_more(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Piet")
    team.office.access.break_glass(talk, "Els is ziek, de huisarts belt over een spoedgeval")
    one, other = team.open(talk), team.open(talk)
    other.answer("area_body", "weighs")
    team._door.settle_all()
    one.look()
    team._door.settle_all()
    team.office.access.end_glass(talk)
    assert not one.take_in()
    assert "area_body" not in one.conversation.answers
