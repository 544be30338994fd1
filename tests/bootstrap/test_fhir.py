"""A talk of the store leaves as FHIR and comes back, by somebody who may, and leaves a line in the log."""

from __future__ import annotations

import argparse

import pytest

from intake_app.cli import fhir as words
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import FHIR
from intake_app.conversation.model import Consent
from intake_app.core.problems import ProblemsError
from intake_app.exchange.fhir.loading import LARGEST
from intake_app.practice.audit import EventCode
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from tests.bootstrap.team import FIRST, enter, refusal
from tests.shipped import TODAY


def a_talk(desk):
    person = Person(age=40, gender="woman", pc4="8952")
    session = desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=person))
    session.answer("own_question", "Rust in mijn hoofd")
    session.decline("debts")
    session.note("sleep", "Ik lig wakker")
    return session


def agreed(session):
    session.consent(Consent(recipient="huisarts", items=("all",), on=TODAY))
    return session


def test_nobody_gets_data_before_the_person_said_so(desk):
    session = a_talk(desk)
    with pytest.raises(ProblemsError, match="consent_missing"):
        desk.fhir(session, "huisarts")
    assert desk.fhir(agreed(session), "huisarts")


@pytest.fixture
def file(desk, tmp_path):
    """Return the file that a talk left as."""
    made = tmp_path / "gesprek.json"
    made.write_bytes(desk.fhir(agreed(a_talk(desk)), "huisarts"))
    return made


def test_what_left_comes_back_as_a_talk_of_its_own(desk, tmp_path):
    session = agreed(a_talk(desk))
    (tmp_path / "gesprek.json").write_bytes(desk.fhir(session, "huisarts"))
    back = desk.take_in(desk.read_talk(str(tmp_path / "gesprek.json")))
    was, found = session.conversation, desk.open(back.conversation.id).conversation
    assert found.id != was.id
    assert (found.answers, found.notes, found.opened) == (was.answers, was.notes, was.opened)
    assert desk.fhir(back, "huisarts").count(b"Rust in mijn hoofd") == 1


def test_that_it_left_is_in_the_log(desk):
    session = agreed(a_talk(desk))
    desk.fhir(session, "huisarts")
    desk.released(session, FHIR)
    talk = str(session.conversation.id)
    found = desk._door.log.events(talk=talk, codes=frozenset({EventCode.PAPER_MADE}))
    assert [event.object for _, event in found] == [FHIR]


def test_that_it_came_in_is_in_the_log_as_a_talk_that_began(desk, file):
    talk = str(desk.take_in(desk.read_talk(str(file))).conversation.id)
    desk._door.settle()
    found = [event.code for _, event in desk._door.log.events(talk=talk)]
    assert sorted(found) == [EventCode.TALK_CHANGED, EventCode.TALK_STARTED]


@pytest.mark.parametrize(
    "change,code",
    [
        (lambda _data: b"", "file_empty"),
        (lambda data: data[:-100], "fhir_broken"),
        (lambda _data: b'{"resourceType": "Bundle", "type": "collection"}', "fhir_foreign"),
        (lambda data: data + b" " * LARGEST, "file_too_large"),
        (lambda data: data.replace(b"8952", b"8953", 1), "fhir_different"),
        (lambda data: data.replace(b"asked-declined", b"asked-twice"), "fhir_"),
    ],
)
def test_a_file_that_is_not_right_is_refused_by_name_and_begins_no_talk(desk, file, change, code):
    file.write_bytes(change(file.read_bytes()))
    before = len(desk.rows())
    with pytest.raises(ProblemsError) as refusal:
        desk.take_in(desk.read_talk(str(file)))
    assert all(each.code.startswith(code) and each.where.startswith("gesprek.json") for each in refusal.value.problems)
    assert len(desk.rows()) == before


def test_a_file_that_is_not_there_or_cannot_be_read_is_told(desk, tmp_path):
    for place in (tmp_path / "weg.json", tmp_path):
        with pytest.raises(ProblemsError, match="file_unreadable"):
            desk.read_talk(str(place))


def test_reading_alone_begins_nothing(desk, file):
    before = desk.rows()
    assert desk.read_talk(str(file)).consents == (Consent(recipient="huisarts", items=("all",), on=TODAY),)
    assert desk.rows() == before


def test_who_may_begin_no_talk_takes_none_in(file, team):
    enter(team, "Fatma")
    assert refusal(team.take_in, team.read_talk(str(file))) == "not_allowed"


def test_the_command_line_takes_a_bundle_into_the_store(desk, file, tmp_path, capsys):
    (tmp_path / "wachtzin.txt").write_text(FIRST, encoding="utf-8")
    desk.lock()
    asked = argparse.Namespace(
        resources=resources_dir(),
        lang="nl",
        store=tmp_path / "s" / "a.db",
        passphrase_file=tmp_path / "wachtzin.txt",
        user="",
        file=file,
    )
    assert words.take_in(asked) == 0
    made = capsys.readouterr().out.strip()
    desk.unlock(FIRST)
    assert {row.about for row in desk.rows()} == {"Rust in mijn hoofd"}
    assert made in {str(row.id) for row in desk.rows()}
