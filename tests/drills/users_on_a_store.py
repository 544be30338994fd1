"""Users who talk on one store, and the plain model beside it that knows what must be there."""

from __future__ import annotations

import datetime
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from intake_app.bootstrap.desk import LocalDesk
from intake_app.content.last_clean import Loaded
from intake_app.conversation.changes import Change
from intake_app.conversation.desk import SaveStatus
from intake_app.conversation.history import fold
from intake_app.conversation.session import Session
from intake_app.core.problems import ProblemsError
from intake_app.practice.chain import Anchor
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Person as Whom
from intake_app.questionnaire.situation import Situation
from intake_app.storage.keys import Keys
from tests.drills.real_store import Program, do, stands, told
from tests.drills.store_model import (
    CLOSED,
    YES,
    Done,
    Model,
    Person,
    Step,
    Talk,
    Thing,
    Window,
    as_told,
    open_contests,
    standing,
)
from tests.shipped import TODAY

CODES = ("goes_well", "ok")
AREA = ("answer", "area_mind")
THINGS = (AREA, ("answer", "own_question"), ("note", "area_mind"), ("wish", "sleep"), ("choice", "e_health"))
WHICH = st.integers(0, 11)
"""Which one of several: so many are there seldom, and then it counts on from the first."""
Doing = tuple[str, int, Thing]
_OFTEN = ("tell", "tell", "tell", "undo", "redo", "take_in")
_DOING = st.tuples(
    st.sampled_from((*_OFTEN, "take_away", "close", "move", "look", "keep", "drop")), WHICH, st.sampled_from(THINGS)
)
DOINGS = st.lists(_DOING, min_size=4, max_size=24)


class MovedClock:
    """The time: it stands still unless moved."""

    def __init__(self) -> None:
        self.at = datetime.datetime.combine(TODAY, datetime.time(10, 0)).astimezone()

    def now(self) -> datetime.datetime:
        """Return the time."""
        return self.at

    def move(self, minutes: int) -> None:
        """Have time pass."""
        self.at += datetime.timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A store with its first users, to begin from each time.

    Attributes:
        people: Anna, who answers for the care and manages the users, and Els, an assistant.
        officer: Fatma, who reads the log and nothing else.
    """

    folder: Path
    loaded: Loaded
    keys: Keys
    people: dict[str, Person]
    officer: Person


def refusal(work: Callable[..., object], *values: object, **named: object) -> str:
    """Return the code of the problem with which something is refused."""
    with pytest.raises(ProblemsError) as refused:
        work(*values, **named)
    return refused.value.problems[0].code


def resting(machine: Base) -> bool:
    """Whether the disk is not slow."""
    return not machine.program.is_held


def with_talks(machine: Base) -> bool:
    """Whether the disk is not slow, and there are talks."""
    return resting(machine) and bool(machine.model.talks)


def readers_with_talks(machine: Base) -> bool:
    """Whether there are talks besides, and who is in may read what was said."""
    return with_talks(machine) and machine.me.reads


def looking(machine: Base) -> bool:
    """Whether a talk is open."""
    return bool(machine.windows)


class Base(RuleBasedStateMachine):
    """The store and its model, who is in, and which talks they have open.

    Attributes:
        windows: each open talk as the model and as the program has it; a talk may be open more than once.
        queue: what waits for a slow disk.
    """

    def __init__(self, founded: Founded, count: Counter[str]) -> None:
        super().__init__()
        self.founded, self.count, self.clock = founded, count, MovedClock()
        count["examples"] += 1
        folder = founded.folder.with_name(f"example{count['examples']}")
        shutil.copytree(founded.folder, folder)
        self.program = Program(folder, founded.loaded, self.clock)
        self.model = Model(people=dict(founded.people))
        self.windows: list[tuple[Window, Session]] = []
        self.queue: list[tuple[Window, Step]] = []
        self.known = Anchor()
        self.let_in(self.anna)

    @invariant()
    def store_holds_what_was_acknowledged(self) -> None:
        self.count["steps"] += 1
        found = self.program.look(self.founded.keys, self.known)
        assert set(found.talks) == set(self.model.talks)
        assert not set(found.talks) & self.model.gone
        assert self.model.gone <= found.gone
        for id_, talk in self.model.talks.items():
            assert [told(each) for each in found.talks[id_]] == list(as_told(talk.done, talk.contested))
            assert stands(fold(id_, found.talks[id_])) == standing(talk.done, talk.contested)
            assert found.holders[id_] == talk.holders
        assert found.requests == self.model.requests
        assert found.log.is_whole, found.log.fault
        assert found.log.anchor.count >= self.known.count
        self.known = found.log.anchor

    @property
    def desk(self) -> LocalDesk:
        return self.program.desk

    @property
    def anna(self) -> Person:
        return next(each for each in self.model.people.values() if each.answers_for_care)

    def leave(self) -> None:
        """Lock."""
        self.desk.lock()
        self.forget()

    def forget(self) -> None:
        """Nobody is in, and no talk is open."""
        self.windows, self.queue, self.model.glasses = [], [], {}

    def let_in(self, person: Person) -> None:
        """Unlock as somebody."""
        self.desk.unlock(person.phrase, person.id)
        self.me = person

    def comes(self, which: int) -> None:
        """Have somebody try to unlock; who is kept out makes way for Anna."""
        person = self.person(which)
        if person.is_blocked:
            assert refusal(self.desk.unlock, person.phrase, person.id) == "store_user_blocked"
            self.let_in(self.anna)
        elif person.must_change:
            assert refusal(self.desk.unlock, person.phrase, person.id) == "passphrase_must_change"
            own = self.phrase()
            self.desk.change_first(person.phrase, own, person.id)
            self.me = replace(person, phrase=own, must_change=False)
            self.know(self.me)
        else:
            self.let_in(person)

    def know(self, person: Person) -> None:
        """Take a change of a user over."""
        self.model.people[person.id] = person
        if self.me.id == person.id:
            self.me = person

    def phrase(self) -> str:
        """Return a pass phrase that nobody had yet."""
        self.count["phrases"] += 1
        return f"gewone woorden nummer {self.count['phrases']}"

    def person(self, which: int, *, other: bool = False) -> Person:
        people = [each for each in self.model.people.values() if not other or each.id != self.me.id]
        return people[which % len(people)]

    def talk(self, which: int) -> Talk:
        return list(self.model.talks.values())[which % len(self.model.talks)]

    def window(self, which: int) -> tuple[Window, Session]:
        return self.windows[which % len(self.windows)]

    def open_window(self, talk: Talk, *, can_write: bool) -> None:
        """Open a talk once more."""
        self.windows.append((Window(talk=talk, can_write=can_write), self.desk.open(talk.id)))

    def writes(self, window: Window) -> bool:
        """Whether one may go on in a window now: rights may end while it is open."""
        return window.can_write and self.model.writes(self.me, window.talk, self.clock.now())

    def did(self, window: Window, *made: Done) -> None:
        """Have the model do what was done in the program, now or when the disk goes on."""
        step = window.does(*made)
        if self.program.is_held:
            assert self.desk.save_state().status is SaveStatus.BUSY
            self.queue.append((window, step))
        else:
            self.program.rest()
            assert self.desk.save_state().status is SaveStatus.SAVED
            self.reaches_the_store(window, step)

    def reaches_the_store(self, window: Window, step: Step) -> None:
        """Have the model put something into the talk."""
        before = len(window.talk.contested)
        window.talk.take(window, step)
        self.count["contested"] += len(window.talk.contested) - before

    def say(self, window: Window, session: Session, thing: Thing, value: str | None) -> None:
        """Say something, or take it away; who only reads is refused."""
        if not self.writes(window):
            assert refusal(do, session, thing, value) == "talk_read_only"
            return
        do(session, thing, value)
        self.did(window, Done(what="said", thing=thing, value=value))
        self.count["said"] += 1

    def mark(self) -> str:
        """Return words that were never said before."""
        self.count["marks"] += 1
        return f"woorden {self.count['marks']}"


class Talking(Base):
    """What is done in talks."""

    @precondition(resting)
    @rule(doings=DOINGS)
    def begin(self, doings: list[Doing]) -> None:
        situation = Situation(mode=Mode.QUICK, date=self.clock.now().date(), person=Whom(age=40, gender="woman"))
        if not self.me.reads:
            assert refusal(self.desk.start, situation) == "not_allowed"
            return
        session = self.desk.start(situation)
        self.program.rest()
        talk = Talk(id=session.conversation.id, began=self.clock.now().date(), holders={self.me.id: "own"})
        self.model.talks[talk.id] = talk
        self.windows.append((Window(talk=talk, can_write=True), session))
        self.talk_on(doings)

    @precondition(with_talks)
    @rule(which=WHICH, times=st.integers(2, 3), doings=DOINGS)
    def open(self, which: int, times: int, doings: list[Doing]) -> None:
        """Open a talk, in several windows at once that know nothing of one another."""
        talk, now = self.talk(which), self.clock.now()
        if not self.model.opens(self.me, talk, now):
            assert refusal(self.desk.open, talk.id) in {"break_glass_needed", "not_allowed"}
            return
        can_write = self.model.writes(self.me, talk, now)
        for _ in range(times):
            self.open_window(talk, can_write=can_write)
        self.talk_on(doings)

    @precondition(looking)
    @rule(doings=DOINGS)
    def talk_on(self, doings: list[Doing]) -> None:
        """Go on in the talks that are open, one doing after another in whichever."""
        for what, which, thing in doings:
            getattr(self, f"_{what}")(*self.window(which), thing)

    @precondition(lambda self: resting(self) and self.windows)
    @rule(which=WHICH, thing=st.sampled_from(THINGS), doings=DOINGS)
    def say_otherwise(self, which: int, thing: Thing, doings: list[Doing]) -> None:
        """Say something of one thing in two windows that know nothing of one another, and go on."""
        window, session = self.window(which)
        if not self.writes(window):
            return
        self.open_window(window.talk, can_write=True)
        self._tell(window, session, thing)
        self._tell(*self.windows[-1], thing)
        self.talk_on(doings)

    def _tell(self, window: Window, session: Session, thing: Thing) -> None:
        mark = self.mark()
        self.say(window, session, thing, mark if thing != AREA else CODES[self.count["marks"] % len(CODES)])

    def _take_away(self, window: Window, session: Session, thing: Thing) -> None:
        if thing in window.standing:
            self.say(window, session, thing, None)

    def _close(self, window: Window, session: Session, _: Thing) -> None:
        self.say(window, session, CLOSED, None if CLOSED in window.standing else YES)

    def _undo(self, window: Window, session: Session, _: Thing) -> None:
        self._again(window, session.undo, Done(what="undo", of=window.last_done()))

    def _redo(self, window: Window, session: Session, _: Thing) -> None:
        self._again(window, session.redo, Done(what="redo", of=window.last_undone()))

    def _again(self, window: Window, work: Callable[[], Change | None], made: Done) -> None:
        if made.of is None:
            assert work() is None
        elif not self.writes(window):
            assert refusal(work) == "talk_read_only"
        else:
            found = work()
            assert found is not None
            assert told(found) == next(as_told([made.of], window.contested))
            self.did(window, made)

    def _move(self, window: Window, session: Session, _: Thing) -> None:
        place = self.mark()
        session.move("conversation", place)
        if self.writes(window):
            self.did(window, Done(what="moved", value=place))

    def _look(self, window: Window, session: Session, _: Thing) -> None:
        session.look()
        if window.can_write:
            self.did(window)

    def _take_in(self, window: Window, session: Session, _: Thing) -> None:
        assert session.take_in() == window.take_in()

    def _keep(self, window: Window, session: Session, _: Thing) -> None:
        self._settle(window, session, keep=True)

    def _drop(self, window: Window, session: Session, _: Thing) -> None:
        self._settle(window, session, keep=False)

    def _settle(self, window: Window, session: Session, *, keep: bool) -> None:
        for chosen in open_contests(window.done, window.contested)[-1:]:
            seq, form = window.done.index(chosen) + 1, window.contested[chosen]
            if not self.writes(window):
                assert refusal(session.settle, seq, keep=keep) == "talk_read_only"
                return
            session.settle(seq, keep=keep)
            made = [Done(what="settled", of=chosen, kept=keep)]
            self.did(window, *made, *([Done(what="said", thing=form.thing, value=form.value)] if keep else []))
            self.count["contested and settled"] += 1

    @precondition(lambda self: resting(self) and self.windows)
    @rule(which=WHICH)
    def finish(self, which: int) -> None:
        """Close a talk, and let something of it leave the program."""
        window, session = self.window(which)
        if not self.model.opens(self.me, window.talk, self.clock.now()):
            assert refusal(self.desk.released, session, "journal") == "break_glass_needed"
            return
        if CLOSED not in window.standing:
            self._close(window, session, CLOSED)
        self.desk.released(session, "journal")
        window.talk.is_released = True
