"""Several people on one store: who may do what, what the log says of it, and what becomes of a person's data."""

from __future__ import annotations

import datetime
import json

import pytest

from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import Places
from intake_app.content.locate import resources_dir
from intake_app.conversation.consent import HUISARTS, releasing, service_recipient, taken_back, without
from intake_app.core.problems import ProblemsError
from intake_app.practice.audit import EventCode
from intake_app.practice.log_book import LogQuery
from intake_app.practice.people import RecoveryState
from intake_app.practice.persons import Decision
from intake_app.practice.rights import Action
from intake_app.practice.users import Role
from intake_app.triage.model import Urgency
from tests.bootstrap.team import FIRST, GIVEN, OWN, a_talk, codes, enter, refusal
from tests.shipped import TODAY


def test_a_colleague_opens_a_talk_only_by_the_key_and_the_log_tells_it(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Piet")
    assert team.rows() == ()
    assert [each.talk for each in team.office.access.hidden()] == [talk]
    assert team.office.access.hidden()[0].who == "Els"
    assert refusal(team.open, talk) == "break_glass_needed"
    assert refusal(team.office.access.break_glass, talk, "haast") == "break_glass_reason"
    team.office.access.break_glass(talk, "Els is ziek, de huisarts belt over een spoedgeval")
    session = team.open(talk)
    session.answer("area_body", "weighs")
    assert [row.id for row in team.rows()] == [talk]
    enter(team, "Fatma")
    by_key = team.office.log.events(LogQuery(talk=talk, break_glass_only=True))
    assert {line.code for line in by_key} >= {EventCode.BREAK_GLASS, EventCode.TALK_READ, EventCode.TALK_CHANGED}
    assert {line.who for line in by_key} == {"Piet"}
    assert any("Els is ziek" in line.reason for line in by_key)


def test_the_key_closes_after_half_an_hour(team, clock):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Piet")
    team.office.access.break_glass(talk, "Els is ziek, de huisarts belt over een spoedgeval")
    clock.at += datetime.timedelta(minutes=31)
    assert team.office.access.open_glasses() == ()
    assert refusal(team.open, talk) == "break_glass_needed"


def test_who_answers_for_the_care_reads_but_changes_only_what_is_theirs(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Anna")
    session = team.open(talk)
    with pytest.raises(ProblemsError) as refused:
        session.answer("area_body", "weighs")
    assert refused.value.problems[0].code == "talk_read_only"
    assert "area_body" not in session.conversation.answers


def test_a_talk_that_was_handed_over_belongs_to_the_other(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    piet = next(each for each in team.office.access.colleagues() if each.name == "Piet")
    team.office.access.hand_over(talk, piet.id, keep=False)
    assert team.rows() == ()
    enter(team, "Piet")
    team.open(talk).answer("area_body", "weighs")
    assert [each.name for each in team.office.access.holders(talk)] == ["Piet"]


def test_an_administrator_alone_sees_no_talk_and_a_privacy_officer_only_the_log(team):
    talk = a_talk(team).conversation.id
    enter(team, "Fatma")
    assert team.rows() == ()
    assert refusal(team.open, talk) == "not_allowed"
    assert refusal(team.office.people.create, "Mo", frozenset({Role.ASSISTANT}), GIVEN) == "not_allowed"
    assert team.office.log.check().problem == ""
    denied = team.office.log.events(LogQuery(codes=frozenset({EventCode.DENIED})))
    assert {(line.who, line.succeeded) for line in denied} == {("Fatma", False)}


def test_the_log_is_for_the_privacy_officer_alone(team):
    for name in ("Anna", "Els"):
        enter(team, name)
        assert not team.office.people.may(Action.READ_LOG)
        assert refusal(team.office.log.events, LogQuery()) == "not_allowed"


def test_the_person_is_told_who_saw_their_data(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Anna")
    team.open(talk)
    lines = team.office.log.who_saw([talk])
    assert {(line.who, line.what) for line in lines} >= {("Els", "Gesprek begonnen"), ("Anna", "Gesprek gelezen")}


def test_wrong_pass_phrases_make_one_wait_and_stand_in_the_log(team, clock):
    team.lock()
    els = next(user for user in team.office.people.everyone() if user.name == "Els")
    for _ in range(3):
        assert refusal(team.unlock, "iets heel anders dan dit", els.id) == "store_passphrase_wrong"
    assert refusal(team.unlock, OWN["Els"], els.id) == "passphrase_wait"
    clock.at += datetime.timedelta(seconds=6)
    team.unlock(OWN["Els"], els.id)
    enter(team, "Fatma")
    failed = team.office.log.events(LogQuery(codes=frozenset({EventCode.PASSPHRASE_FAILED})))
    assert [(line.who, line.detail) for line in failed] == [("Els", "times 3")]


def test_an_erasure_takes_two_people_and_leaves_nothing_but_the_fact(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    request = team.office.persons.ask_erasure([talk], TODAY)
    els = team.office.people.me
    assert refusal(_decide(team), request.id, els.id, OWN["Els"]) == "not_allowed"
    enter(team, "Anna")
    anna = team.office.people.me
    assert refusal(_decide(team), request.id, anna.id, FIRST) == "second_person"
    assert refusal(_decide(team), request.id, els.id, "iets heel anders dan dit") == "store_passphrase_wrong"
    decided = _decide(team)(request.id, els.id, OWN["Els"])
    assert (decided.decision, decided.decided_by, decided.second) == (Decision.GRANTED, "Anna", "Els")
    assert team.rows() == ()
    assert team.office.persons.certificate_pdf(request.id).startswith(b"%PDF")
    enter(team, "Fatma")
    assert EventCode.TALK_ERASED in codes(team, talk=talk)


def _decide(desk):
    def decide(request, second, passphrase):
        return desk.office.persons.decide_erasure(request, Decision.GRANTED, "Op verzoek", second, passphrase)

    return decide


def test_an_erased_talk_stays_away_when_an_older_copy_is_put_back(team):
    gone, kept = a_talk(team).conversation.id, a_talk(team).conversation.id
    copy = team.office.copies.make(lambda _done, _all: True)
    request = team.office.persons.ask_erasure([gone], TODAY)
    els = next(user for user in team.office.people.everyone() if user.name == "Els")
    _decide(team)(request.id, els.id, OWN["Els"])
    anna = team.office.people.me
    team.lock()
    assert team.office.copies.preview(copy.path, FIRST).of_this_store is True
    els = OWN["Els"]
    assert refusal(team.office.copies.put_back, copy.path, els) == "not_allowed"
    assert team.office.copies.put_back(copy.path, FIRST).erased == 1
    team.unlock(FIRST, anna.id)
    assert {row.id for row in team.rows()} == {kept}
    enter(team, "Fatma")
    assert team.office.log.check().problem == ""
    assert EventCode.TALK_ERASED in codes(team, talk=gone), "the log is not set back with the talks"
    assert EventCode.RESTORED in codes(team)


def test_everything_about_a_person_goes_along_as_json_and_paper(team):
    talk = a_talk(team).conversation.id
    found = team.office.persons.export([talk], (), alone=False)
    assert "Weer slapen" in json.dumps(json.loads(found.json), ensure_ascii=False)
    assert found.pdf.startswith(b"%PDF")


def test_a_closed_talk_is_opened_again_to_correct_it(team):
    session = a_talk(team)
    session.close()
    team.rows()
    talk = session.conversation.id
    team.office.persons.correct(talk, "De persoon zegt dat de leeftijd niet klopt")
    again = team.open(talk)
    assert again.conversation.closed is None
    again.answer("area_body", "weighs")
    enter(team, "Fatma")
    assert EventCode.TALK_CORRECTED in codes(team, talk=talk)


def test_a_talk_is_purged_after_its_time_and_its_figures_stay(team, clock):
    session = a_talk(team)
    session.close()
    team.rows()
    team.released(session, "journal")
    talk = session.conversation.id
    clock.at += datetime.timedelta(days=85)
    notice = team.office.persons.purge_notice()
    assert [each.talk for each in notice.coming] == [talk]
    clock.at += datetime.timedelta(days=8)
    assert [each.talk for each in team.office.persons.purge_notice().now] == [talk]
    assert team.office.persons.purge() == 1
    assert team.rows() == ()
    assert [linked for _, linked, _ in team._door.store.figures()] == [None]


def test_the_recovery_sheet_opens_what_a_forgotten_pass_phrase_closed(team):
    code = team.office.people.make_recovery()
    assert team.office.people.recovery().state is RecoveryState.UNTESTED
    assert team.office.people.test_recovery(code.lower())
    assert team.office.people.recovery().state is RecoveryState.TESTED
    assert team.office.people.recovery_pdf(code).startswith(b"%PDF")
    talk, els = a_talk(team).conversation.id, next(u for u in team.office.people.everyone() if u.name == "Els")
    assert talk
    team.lock()
    team.office.people.recover(code, els.id, "els begint opnieuw hier")
    team.unlock("els begint opnieuw hier", els.id)
    a_talk(team)
    enter(team, "Fatma")
    assert EventCode.RECOVERY_USED in codes(team)


def test_a_second_program_only_looks_and_its_reading_is_logged(team, tmp_path):
    talk = a_talk(team).conversation.id
    where = Places(resources=resources_dir(), store=tmp_path / "s" / "a.db", last_clean=tmp_path / "last2.bin")
    second = make_desk(where, "nl")
    anna = team.office.people.me
    assert refusal(second.unlock, FIRST, anna.id) == "store_in_use_by"
    second.unlock_to_read(FIRST, anna.id)
    assert second.is_read_only
    assert "Anna" in second.read_only_words
    session = second.open(talk)
    with pytest.raises(ProblemsError):
        session.answer("area_body", "weighs")
    assert refusal(second.start, session.conversation.situation) == "store_read_only"
    second.lock()
    enter(team, "Fatma")
    assert codes(team, talk=talk).count(EventCode.TALK_READ) == 1


def test_what_was_being_typed_comes_back_to_the_same_user_only(team):
    enter(team, "Els")
    team.hold_draft("halve zin over thuis")
    enter(team, "Piet")
    assert team.held_draft() == ""
    enter(team, "Els")
    assert (team.held_draft(), team.held_draft()) == ("halve zin over thuis", "halve zin over thuis")


def _hurt(desk, statement):
    with desk._door.store.transactions.write("store") as connection:
        connection.exec_driver_sql(statement)


def test_a_hurt_line_of_the_list_is_made_anew_from_the_talk(desk):
    talk = a_talk(desk).conversation.id
    _hurt(desk, "UPDATE conversations SET summary_payload = x'00'")
    assert [(row.id, row.about) for row in desk.rows()] == [(talk, "Weer slapen")]
    assert desk.opening_words == ""


def test_a_talk_that_cannot_be_read_at_all_is_not_passed_over_in_silence(desk):
    a_talk(desk)
    _hurt(desk, "UPDATE conversations SET summary_payload = x'00'")
    _hurt(desk, "UPDATE changes SET payload = x'00' WHERE seq = 1")
    assert desk.rows() == ()
    assert "Niet te lezen gesprekken: 1" in desk.opening_words


def test_that_something_was_released_shows_in_the_log_and_not_to_whoever_reads_along(team):
    talk = a_talk(team)
    talk.set_urgency(Urgency.TODAY, "een reden die niet iedereen hoeft te lezen")
    team.rows()
    items = team.office.persons.silent_items([talk.conversation.id])
    assert items, "own words to be released"
    team.office.persons.export([talk.conversation.id], [items[0].id], alone=True)
    lines = team.office.log.who_saw([talk.conversation.id])
    assert "Gevoelig onderdeel vrijgegeven" not in {line.what for line in lines}
    enter(team, "Fatma")
    assert EventCode.ITEM_RELEASED in codes(team, talk=talk.conversation.id)


def test_what_a_recipient_gets_of_what_stays_inside_is_logged_and_the_log_names_no_organisation(team):
    session = a_talk(team)
    session.set_urgency(Urgency.TODAY, "een reden die niet iedereen hoeft te lezen")
    recipient, item = service_recipient("wr_maatschappelijk_werk"), team.held_items(session)[0].item
    session.consent(releasing(session.conversation, recipient, item, TODAY, is_released=True))
    team.released(session, "handover:wr_maatschappelijk_werk")
    talk = session.conversation.id
    enter(team, "Fatma")
    assert {EventCode.ITEM_RELEASED, EventCode.PAPER_MADE} <= set(codes(team, talk=talk))
    assert "maatschappelijk" not in repr(team.office.log.events(LogQuery(talk=talk)))


def test_only_what_is_newly_released_is_logged_and_taking_back_is_not(team):
    session = a_talk(team)
    session.set_urgency(Urgency.TODAY, "een reden die niet iedereen hoeft te lezen")
    item = team.held_items(session)[0].item
    session.consent(releasing(session.conversation, HUISARTS, item, TODAY, is_released=True))
    session.consent(without(session.conversation, HUISARTS, "safety", TODAY, is_without=True))
    session.consent(releasing(session.conversation, HUISARTS, "release:other", TODAY, is_released=True))
    session.consent(taken_back(session.conversation, HUISARTS))
    session.consent(releasing(session.conversation, HUISARTS, item, TODAY, is_released=True))
    talk = session.conversation.id
    enter(team, "Fatma")
    released = [each for each in team.office.log.events(LogQuery(talk=talk)) if each.code is EventCode.ITEM_RELEASED]
    assert sorted(each.detail for each in released) == ["items 1", "items 1", "items 1"]


def test_a_spreadsheet_takes_no_cell_of_the_log_for_a_formula(team):
    enter(team, "Els")
    talk = a_talk(team).conversation.id
    enter(team, "Piet")
    team.office.access.break_glass(talk, "=HYPERLINK(1) de huisarts belt over een spoedgeval")
    enter(team, "Fatma")
    text = team.office.log.export(LogQuery()).decode("utf-8-sig")
    assert "'=HYPERLINK" in text
    assert ";=HYPERLINK" not in text


@pytest.mark.parametrize("talks", [(), ("not there",)])
def test_the_rights_of_a_person_begin_with_a_talk_that_is_there(desk, talks):
    persons = desk.office.persons
    assert refusal(persons.ask_erasure, talks, TODAY) == "talk_missing"
    assert refusal(persons.export, talks, (), alone=False) == "talk_missing"
    assert refusal(persons.silent_items, talks) == "talk_missing"
    assert persons.erasures() == ()
