"""Two users, now and then a third, do anything in any order on one store; a plain model knows what must be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from intake_app.content.last_clean import load_or_last_clean
from intake_app.content.locate import resources_dir
from intake_app.conversation.desk import SaveStatus
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId
from intake_app.practice.persons import Decision
from intake_app.practice.users import Role
from intake_app.storage.keys import anchor_of
from intake_app.storage.mapping import change_from_bytes
from intake_app.storage.places import ring_path
from tests.drills.real_store import Program, stands
from tests.drills.store_model import CLOSED, Copied, Done, Person, open_contests
from tests.drills.users_on_a_store import (
    DOINGS,
    WHICH,
    Doing,
    Founded,
    MovedClock,
    Talking,
    readers_with_talks,
    refusal,
    resting,
    with_talks,
)

FEW, MANY = 6, 300
STEPS = 50
REASON = "De huisarts belt over een spoedgeval"
MINUTES = (1, 7, 7, 40, 40, 40, 24 * 60, 9 * 24 * 60)

pytestmark = [pytest.mark.drill, pytest.mark.timeout(7200)]


@pytest.fixture
def founded(tmp_path: Path, quick_rings: None) -> Founded:  # noqa: ARG001  stands for what it does
    """Make the store once; stretching a pass phrase costs next to nothing here."""
    loaded = load_or_last_clean(resources_dir(), tmp_path / "last.bin")
    folder = tmp_path / "founded"
    folder.mkdir()
    program = Program(folder, loaded, MovedClock())
    desk = program.desk
    desk.create("anna heeft haar eigen zin", "Anna")
    keys, me = desk._door.store.keys, desk.office.people.me
    anna = Person(id=me.id, name="Anna", phrase="anna heeft haar eigen zin", answers_for_care=True)
    others = []
    for name, role in (("Els", Role.ASSISTANT), ("Fatma", Role.PRIVACY_OFFICER)):
        made = desk.office.people.create(name, frozenset({role}), "een zin van de beheerder")
        if made.awaits_admission:
            desk.office.people.admit(made.id)
        own = f"{name} kiest zelf een zin"
        desk.lock()
        desk.change_first("een zin van de beheerder", own, made.id)
        desk.lock()
        desk.unlock(anna.phrase, anna.id)
        others.append(Person(id=made.id, name=name, phrase=own))
    desk.lock()
    people = {each.id: each for each in (anna, others[0])}
    return Founded(folder=folder, loaded=loaded, keys=keys, people=people, officer=others[1])


def go_on(_: int, __: int) -> bool:
    """A progress that never stops the work."""
    return True


class Working(Talking):
    """What is done around talks: the disk, other users, the time, and copies."""

    @precondition(lambda self: resting(self) and self.windows)
    @rule(doings=DOINGS)
    def slow_disk(self, doings: list[Doing]) -> None:
        """Have nothing reach the disk from now on, and go on talking."""
        self.program.hold()
        self.talk_on(doings)

    @precondition(lambda self: self.program.is_held)
    @rule()
    def fast_disk(self) -> None:
        self.program.go_on()
        assert self.desk.save_state().status is SaveStatus.SAVED
        for window, step in self.queue:
            self.reaches_the_store(window, step)
        self.queue = []

    @rule(which=WHICH)
    def kill(self, which: int) -> None:
        self.count["lost before they were acknowledged"] += sum(len(step.made) for _, step in self.queue)
        self.program = self.program.killed()
        self.forget()
        self.store_holds_what_was_acknowledged()
        self.comes(which)

    @precondition(resting)
    @rule(which=WHICH, with_a_slip=st.booleans())
    def somebody_comes(self, which: int, *, with_a_slip: bool) -> None:
        self.leave()
        if with_a_slip:
            assert refusal(self.desk.unlock, self.phrase(), self.anna.id) == "store_passphrase_wrong"
            self.let_in(self.anna)
            self.leave()
        self.comes(which)

    @precondition(resting)
    @rule(which=WHICH, what=st.sampled_from(("block", "admit", "admit", "renew", "take on", "own")))
    def manage(self, which: int, what: str) -> None:
        people, person, phrase = self.desk.office.people, self.person(which, other=True), self.phrase()
        if what == "own":
            people.change_passphrase(self.me.phrase, phrase)
            self.know(replace(self.me, phrase=phrase))
        elif not self.me.answers_for_care:
            assert refusal(people.block, person.id, blocked=True) == "not_allowed"
        elif what == "take on" and "Piet" not in {each.name for each in self.model.people.values()}:
            made = people.create("Piet", frozenset({Role.ASSISTANT}), phrase)
            self.know(Person(id=made.id, name="Piet", phrase=phrase, is_admitted=False, must_change=True))
        elif what == "block":
            people.block(person.id, blocked=not person.is_blocked)
            self.know(replace(person, is_blocked=not person.is_blocked, is_admitted=False))
        elif what == "renew":
            people.renew(person.id, phrase)
            self.know(replace(person, phrase=phrase, is_admitted=False, must_change=True))
        elif person.is_blocked:
            assert refusal(people.admit, person.id) == "store_user_blocked"
        else:
            people.admit(person.id)
            self.know(replace(person, is_admitted=True))

    @rule(minutes=st.sampled_from(MINUTES))
    def time_passes(self, minutes: int) -> None:
        self.clock.move(minutes)

    @precondition(resting)
    @rule(by_hand=st.booleans())
    def copy(self, *, by_hand: bool) -> None:
        copies = self.desk.office.copies
        if by_hand and not self.me.reads:
            assert refusal(copies.make, go_on) == "not_allowed"
            return
        made = copies.make(go_on) if by_hand else copies.make_if_due()
        if made is None:
            return
        assert made.talks == len(self.model.talks)
        assert made.changes == sum(len(talk.done) for talk in self.model.talks.values())
        self.model.copy(Path(made.path).name)
        self.count["copies"] += 1
        self.model.copies = [each for each in self.model.copies if (self.program.copies / each.name).exists()]
        assert self.model.copies[-1].name == Path(made.path).name

    @precondition(lambda self: resting(self) and self.model.copies)
    @rule(which=WHICH, whom=WHICH, with_old_phrase=st.booleans())
    def put_back(self, which: int, whom: int, *, with_old_phrase: bool) -> None:
        self._put_back(self.model.copies[which % len(self.model.copies)], whom, with_old_phrase=with_old_phrase)

    @precondition(lambda self: resting(self) and self.model.copies_with_what_is_gone)
    @rule(which=WHICH, whom=WHICH)
    def put_back_what_is_gone(self, which: int, whom: int) -> None:
        copies = self.model.copies_with_what_is_gone
        self._put_back(copies[which % len(copies)], whom, with_old_phrase=False)

    def _put_back(self, copied: Copied, whom: int, *, with_old_phrase: bool) -> None:
        self.leave()
        anna, path = self.anna, str(self.program.copies / copied.name)
        phrase = copied.people[anna.id].phrase if with_old_phrase else anna.phrase
        els = next(each for each in self.model.people.values() if not each.answers_for_care)
        if not els.is_blocked:
            assert refusal(self.desk.office.copies.put_back, path, els.phrase) == "not_allowed"
        found = self.desk.office.copies.preview(path, phrase)
        assert (found.talks, found.of_this_store) == (len(copied.talks), True)
        self.desk.office.copies.put_back(path, phrase)
        self.count["copies put back"] += 1
        self.count["erased talks kept away from a copy"] += len(set(copied.talks) & self.model.gone)
        self.model.put_back(copied, with_people=phrase != anna.phrase)
        self.store_holds_what_was_acknowledged()
        self.comes(whom)

    @rule(which=WHICH)
    def second_program_looks(self, which: int) -> None:
        person = self.person(which)
        if not person.reads or person.must_change:
            return
        second = self.program.second
        assert refusal(second.unlock, person.phrase, person.id) == "store_in_use_by"
        second.unlock_to_read(person.phrase, person.id)
        mine = {id_ for id_, talk in self.model.talks.items() if person.answers_for_care or person.id in talk.holders}
        assert {row.id for row in second.rows()} == mine
        for id_ in sorted(mine)[:1]:
            second.open(id_)
        second.lock()


class Deciding(Working):
    """Whose a talk is, and the end of talks."""

    @precondition(readers_with_talks)
    @rule(which=WHICH, whom=WHICH, keep=st.booleans())
    def hand_over(self, which: int, whom: int, *, keep: bool) -> None:
        talk, access, me = self.talk(which), self.desk.office.access, self.me
        others = [each for each in self.model.people.values() if each.id != me.id]
        assert {each.id for each in access.colleagues()} == {each.id for each in others if each.reads}
        target = self.person(whom, other=True)
        if not me.answers_for_care and talk.holders.get(me.id) != "own":
            assert refusal(access.hand_over, talk.id, target.id, keep=keep) == "not_allowed"
            return
        if not target.reads:
            assert refusal(access.hand_over, talk.id, target.id, keep=keep) == "colleague_unknown"
            return
        access.hand_over(talk.id, target.id, keep=keep)
        shared = {id_ for id_, relation in talk.holders.items() if relation == "own"} | {me.id}
        talk.holders |= {**dict.fromkeys(shared, "shared"), target.id: "own"}
        if not keep:
            del talk.holders[me.id]

    @precondition(with_talks)
    @rule(which=WHICH)
    def break_glass(self, which: int) -> None:
        talk, access = self.talk(which), self.desk.office.access
        if self.me.reads:
            self.model.glasses[talk.id] = access.break_glass(talk.id, REASON).until
        else:
            assert refusal(access.break_glass, talk.id, REASON) == "not_allowed"

    @precondition(lambda self: resting(self) and self.model.glasses)
    @rule()
    def give_key_back(self) -> None:
        talk, until = self.model.glasses.popitem()
        if self.clock.now() < until:
            self.desk.office.access.end_glass(talk)

    @precondition(readers_with_talks)
    @rule(which=WHICH, whom=WHICH, at_once=st.booleans())
    def ask_erasure(self, which: int, whom: int, *, at_once: bool) -> None:
        if at_once:
            self.copy(by_hand=True)
        talk, persons, today = self.talk(which), self.desk.office.persons, self.clock.now().date()
        if not self.me.answers_for_care and self.me.id not in talk.holders:
            assert refusal(persons.ask_erasure, [talk.id], today) == "not_allowed"
            return
        made = persons.ask_erasure([talk.id], today)
        self.model.requests[made.id] = (talk.id, Decision.OPEN.value)
        if at_once:
            self._decide(made.id, self.person(whom, other=True), Decision.GRANTED)

    @precondition(lambda self: resting(self) and self.model.requests)
    @rule(which=WHICH, whom=WHICH, decision=st.sampled_from((Decision.GRANTED, Decision.GRANTED, Decision.REFUSED)))
    def decide(self, which: int, whom: int, decision: Decision) -> None:
        requests = list(self.model.requests)
        self._decide(requests[which % len(requests)], self.person(whom, other=True), decision)

    def _decide(self, request: str, second: Person, decision: Decision) -> None:
        talk, before = self.model.requests[request]
        given = (request, decision, "Op verzoek", second.id, second.phrase)
        decide = self.desk.office.persons.decide_erasure
        if not self.me.answers_for_care:
            assert refusal(decide, *given) == "not_allowed"
        elif before != Decision.OPEN.value:
            assert refusal(decide, *given) == "erasure_decided"
        elif second.is_blocked:
            assert refusal(decide, *given) == "store_user_blocked"
        elif second.must_change:
            assert refusal(decide, *given) == "second_must_change"
        else:
            decide(*given)
            self.model.requests[request] = (talk, decision.value)
            if decision is Decision.GRANTED:
                self._remove(talk, how="erased")

    @precondition(readers_with_talks)
    @rule(which=WHICH, copied=st.booleans(), goes_on=st.booleans())
    def remove(self, which: int, *, copied: bool, goes_on: bool) -> None:
        talk = self.talk(which)
        if copied:
            self.copy(by_hand=True)
        if talk.holders.get(self.me.id) != "own":
            assert refusal(self.desk.remove, talk.id) == "not_allowed"
        elif talk.began != self.clock.now().date():
            assert refusal(self.desk.remove, talk.id) == "remove_only_today"
        else:
            self.desk.remove(talk.id)
            for session in self._remove(talk.id, how="removed")[:goes_on]:
                self._go_on_without_talk(session)

    @precondition(lambda self: with_talks(self) and self.me.answers_for_care)
    @rule()
    def purge(self) -> None:
        """Finish a talk, let a quarter of a year pass, and clear away what was announced for a week."""
        persons, talks, now = self.desk.office.persons, self.model.talks.values(), self.clock.now()
        for talk in [each for each in talks if self.model.writes(self.me, each, now)][:1]:
            self.open_window(talk, can_write=True)
            self.finish(len(self.windows) - 1)
        self.clock.move(100 * 24 * 60)
        due = {id_ for id_, talk in self.model.talks.items() if talk.is_closed and talk.is_released}
        assert {each.talk for each in persons.purge_notice().coming} | self._due_already() == due
        self.clock.move(8 * 24 * 60)
        assert {each.talk for each in persons.purge_notice().now} == due
        assert persons.purge() == len(due)
        self._remove(*due, how="purged")

    def _due_already(self) -> set[str]:
        """What was announced for a week already."""
        return {each.talk for each in self.desk.office.persons.purge_notice().now}

    @precondition(readers_with_talks)
    @rule(which=WHICH)
    def correct(self, which: int) -> None:
        talk, persons = self.talk(which), self.desk.office.persons
        if not self.model.writes(self.me, talk, self.clock.now()):
            assert refusal(persons.correct, talk.id, "Op verzoek") in {"break_glass_needed", "not_allowed"}
            return
        persons.correct(talk.id, "Op verzoek")
        if talk.is_closed:
            talk.done.append(Done(what="said", thing=CLOSED))

    def _remove(self, *talks: ConversationId, how: str) -> list[Session]:
        """Have talks be gone; gives what is still open of them."""
        self.count[how] += len(talks)
        self.model.remove(*talks)
        left = [each for each in self.windows if each[0].talk.id in talks]
        self.windows = [each for each in self.windows if each not in left]
        return [session for window, session in left if self.writes(window)]

    def _go_on_without_talk(self, session: Session) -> None:
        """Say something in a talk that is gone: it is not kept, and keeps nobody from locking."""
        self.count["said in talks that are gone"] += 1
        session.note("area_mind", self.mark())
        self.program.rest()
        self.leave()
        self.let_in(self.me)


class TwoUsers(Deciding):
    """What holds after every step."""

    @invariant()
    def everybody_sees_what_is_theirs(self) -> None:
        if not resting(self):
            return
        now, talks = self.clock.now(), self.model.talks
        mine = {id_ for id_, talk in talks.items() if self.model.opens(self.me, talk, now)}
        assert {row.id for row in self.desk.rows()} == mine
        hidden = {each.talk for each in self.desk.office.access.hidden()}
        assert hidden == (set(talks) - mine if self.me.reads else set())

    @invariant()
    def every_window_shows_what_was_seen_and_said_in_it(self) -> None:
        for window, session in self.windows:
            assert stands(session.conversation) == window.standing
            waiting = [window.done.index(each) + 1 for each in open_contests(window.done, window.contested)]
            assert [each.seq for each in session.contests()] == waiting

    def teardown(self) -> None:
        """Have the privacy officer check the log, check the whole store, and end."""
        try:
            if self.program.is_held:
                self.fast_disk()
            self.leave()
            self.let_in(self.founded.officer)
            assert self.desk.office.log.check().problem == ""
            self.leave()
            self.let_in(self.anna)
            anchors = [self.known, anchor_of(ring_path(self.program.path), self.founded.keys)]
            verified = self.desk._door.store.verify(change_from_bytes, anchors)
            assert verified.is_whole, verified.faults
            self.count["events"] += verified.events
        finally:
            self.program.end()


def test_two_users_do_anything_in_any_order_and_the_store_keeps_what_it_said(
    founded: Founded, rounds: Callable[[int, int], int], tell: Callable[[str], None]
) -> None:
    count: Counter[str] = Counter()
    examples = rounds(FEW, MANY)
    run_state_machine_as_test(
        lambda: TwoUsers(founded, count),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            derandomize=examples == FEW,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    tell(", ".join(f"{count[each]} {each}" for each in count if each not in {"phrases", "marks"}))
