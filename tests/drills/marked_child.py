"""A program that is told secrets, through everything that a practice does with it, and breaks off in several ways.

It runs with a home, a folder for temporary files and a working folder of its own. Whatever it leaves there, and
whatever it writes to its outputs, may hold none of the secrets; what it makes for paper stays in memory here.
"""

from __future__ import annotations

import datetime
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from intake_app.advice.plan import Choice, DecidedBy, Plan, Step
from intake_app.advice.plan import Decision as Taken
from intake_app.bootstrap.desk import LocalDesk
from intake_app.bootstrap.local import make_desk
from intake_app.bootstrap.places import places
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import SaveStatus
from intake_app.conversation.model import Consent, Strength, Wish
from intake_app.conversation.session import Session
from intake_app.core.ids import KindId
from intake_app.core.problems import ProblemsError
from intake_app.practice.log_book import LogQuery
from intake_app.practice.persons import Decision
from intake_app.practice.users import Role
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person, Situation
from intake_app.storage import keys as key_ring
from intake_app.triage.model import FlagState, Urgency
from tests.drills.killed_child import tell
from tests.drills.marks import FIRST, GIVEN, NAME, OTHER, SECRET, WORDS

TODAY = datetime.date.today()  # noqa: DTZ011  the program's own clock stands on it


@contextmanager
def refused(desk: LocalDesk) -> Iterator[None]:
    """Say what is refused as the program does: in words, and as the last words of a program that broke off."""
    try:
        yield
    except ProblemsError as error:
        for each in error.problems:
            tell(f"{each} {desk.problem_text(each)}")
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception as error:  # noqa: BLE001  whatever nobody foresaw
        sys.excepthook(type(error), error, error.__traceback__)
    else:
        tell("not refused")


def say_everything(desk: LocalDesk) -> Session:
    """Say a secret wherever one can be said."""
    session = desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=40, gender="woman")))
    session.answer("own_question", SECRET)
    session.answer("suicide_thoughts", "recent")
    session.answer("area_body", "weighs")
    session.note("area_body", SECRET)
    session.note("own_question", SECRET)
    session.note("own_question", "")
    session.undo()
    session.not_asked("area_mind", SECRET)
    session.strengthen(Strength(topic="money", text=SECRET))
    session.wish(Wish(topic="money", text=SECRET))
    for flag in [each for each in session.picture.assessment.flags if each.state is FlagState.RAISED]:
        session.act_on(flag.flag, SECRET, SECRET, SECRET)
        session.withdraw(flag.flag, SECRET)
    session.set_urgency(Urgency.TODAY, SECRET)
    session.leave_safety(SECRET)
    with refused(desk):
        session.choose(Choice(kind=KindId("geldfit"), decision=Taken.DECLINED, reason=SECRET, by=DecidedBy.PERSON))
    step = Step(text=SECRET, who=NAME, smallest_start=WORDS)
    session.agree(Plan(steps=(step,), when_worse=SECRET, when_it_fails=SECRET, speak_how=SECRET))
    session.consent(Consent(recipient=NAME, items=(WORDS,), on=TODAY))
    desk.hold_draft(SECRET)
    desk.set_setting("practice_name", SECRET)
    desk.rows()
    return session


def hand_out(desk: LocalDesk, session: Session) -> None:
    """Make everything that can be made of a talk, and keep none of it."""
    talk = session.conversation.id
    for paper in desk.papers(session):
        if not paper.locked_by:
            assert desk.pdf(session, paper.id)
            desk.released(session, paper.id)
    assert WORDS in desk.journal_text(session)
    persons = desk.office.persons
    items = [each.id for each in persons.silent_items((talk,))]
    assert WORDS.encode() in persons.export((talk,), items, alone=True).json
    persons.correct(talk, SECRET)


def work_together(desk: LocalDesk, talk: str) -> None:
    """Have a colleague open the talk by the break-glass key, and the two of them decide about an erasure."""
    people = desk.office.people
    els = people.create("Els", frozenset({Role.ASSISTANT, Role.PRIVACY_OFFICER}), GIVEN)
    people.admit(els.id)
    anna = next(user for user in people.everyone() if user.name == "Anna")
    code = people.make_recovery()
    assert people.recovery_pdf(code)
    desk.lock()
    desk.change_first(GIVEN, OTHER, els.id)
    desk.office.access.break_glass(talk, SECRET)
    session = desk.open(talk)
    session.answer("own_question", f"{SECRET} nog eens")
    desk.rows()
    assert any(WORDS in line.reason for line in desk.office.log.events(LogQuery()))
    desk.lock()
    desk.unlock(FIRST, anna.id)
    asked = desk.office.persons.ask_erasure((talk,), TODAY)
    desk.office.persons.decide_erasure(asked.id, Decision.REFUSED, SECRET, els.id, OTHER)
    assert desk.office.persons.certificate_pdf(asked.id)


def copy(desk: LocalDesk) -> None:
    """Make a copy, try it out, and put it back."""
    made = desk.office.copies.make(lambda _done, _all: True)
    desk.office.copies.try_out(made.path, lambda _done, _all: True)
    anna = next(user for user in desk.office.people.everyone() if user.name == "Anna")
    desk.lock()
    desk.office.copies.preview(made.path, FIRST)
    desk.office.copies.put_back(made.path, FIRST)
    desk.unlock(FIRST, anna.id)


def mistakes(desk: LocalDesk, session: Session) -> None:
    """Whatever goes wrong is told without what was said; also what nobody foresaw, with its whole traceback."""
    wrong, store = Path(sys.argv[1]), desk._door.store
    attempts: list[Callable[[], object]] = [
        lambda: session.answer("area_body", SECRET),
        lambda: session.answer("own_question", SECRET * 1000),
        lambda: session.note("own_question", SECRET * 1000),
        lambda: desk.office.copies.preview(str(wrong), FIRST),
        lambda: desk.unlock(SECRET),
        lambda: desk.office.people.change_passphrase(SECRET, SECRET),
        lambda: desk.start(Situation(mode=Mode.QUICK, date=TODAY, person=Person(age=12, gender=SECRET))),
        lambda: store.set_setting(None, SECRET),
        lambda: store.append(session.conversation.id, 10_000, [SECRET.encode()], SECRET.encode(), store_moment()),
        lambda: store.append(session.conversation.id, 1, [SECRET], SECRET.encode(), store_moment()),
        lambda: store.keep_erasure(None, store_moment(), SECRET.encode()),
    ]
    for attempt in attempts:
        with refused(desk):
            attempt()


def store_moment() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def a_hurt_change(desk: LocalDesk, session: Session) -> None:
    """A change that another version wrote: it holds a secret, and cannot be read."""
    desk.rows()
    store, talk = desk._door.store, session.conversation.id
    last = len(store.load(talk))
    for body in (
        b'{"type": "' + SECRET.encode() + b'"}',
        SECRET.encode(),
        b'{"type": "NoteWritten", "fields": {"about": 3}}',
    ):
        store.append(talk, last, [body], SECRET.encode(), store_moment())
        last += 1
        with refused(desk):
            desk.open(talk)
    with refused(desk):
        desk.rows()
    store.delete(talk, store_moment(), "removed")


def full_disk(desk: LocalDesk) -> None:
    """The disk is full in the middle of an answer; then it is killed, with work that waits."""
    session = say_everything(desk)
    limit = max(path.stat().st_size for path in desk._door.path.parent.iterdir() if path.is_file())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit // 4, limit // 4))
    number = 0
    while desk.save_state().status is not SaveStatus.FAILED:
        session.note("own_question", f"{SECRET} {number}" * 20)
        number += 1
    wrong = desk.save_state().problem
    assert wrong is not None
    tell(f"{wrong} {desk.problem_text(wrong)}")
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Work through everything; then break off by force, in the middle."""
    key_ring._ROUNDS, key_ring._MEMORY_KIB = 1, 64
    desk = make_desk(places(resources_dir()), "nl")
    desk.create(FIRST, "Anna")
    session = say_everything(desk)
    hand_out(desk, session)
    work_together(desk, session.conversation.id)
    copy(desk)
    session = desk.open(session.conversation.id)
    mistakes(desk, session)
    a_hurt_change(desk, say_everything(desk))
    tell("so far so good")
    full_disk(desk)


if __name__ == "__main__":
    main()
