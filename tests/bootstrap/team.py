"""Several people on one store: who they are, and what tests have them do."""

from __future__ import annotations

import datetime

import pytest

from intake_app.core.problems import ProblemsError
from intake_app.practice.log_book import LogQuery
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from tests.shipped import TODAY

FIRST = "vier gewone woorden samen"
GIVEN = "een zin van de beheerder"
OWN = {"Els": "els kiest zelf een zin", "Piet": "piet kiest zelf een zin", "Fatma": "fatma kiest zelf een zin"}


class MovedClock:
    """The time of a test: it stands still unless moved."""

    def __init__(self):
        self.at = datetime.datetime.combine(TODAY, datetime.time(10, 0)).astimezone()

    def now(self):
        return self.at


def enter(desk, name):
    """Lock, and open as somebody."""
    desk.lock()
    ids = {user.name: user.id for user in desk.office.people.everyone()}
    desk.unlock(OWN.get(name, FIRST), ids[name])


def join(desk, name, *roles):
    """Have Anna add somebody, who chooses a pass phrase of their own; Anna admits them where there is content."""
    user = desk.office.people.create(name, frozenset(roles), GIVEN)
    if user.awaits_admission:
        desk.office.people.admit(user.id)
    desk.lock()
    with pytest.raises(ProblemsError) as first:
        desk.unlock(GIVEN, user.id)
    assert first.value.problems[0].code == "passphrase_must_change"
    desk.change_first(GIVEN, OWN[name], user.id)
    enter(desk, "Anna")


def a_talk(desk, **person):
    session = desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40, gender="woman", **person)))
    session.answer("own_question", "Weer slapen")
    desk.rows()
    return session


def codes(desk, **query):
    return [line.code for line in desk.office.log.events(LogQuery(**query))]


def refusal(work, *values, **named):
    with pytest.raises(ProblemsError) as refused:
        work(*values, **named)
    return refused.value.problems[0].code
