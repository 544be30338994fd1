"""Eight windows go on with the same conversations on older and newer states, at the same time and in any order."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake_app.conversation import changes as c
from intake_app.conversation.history import contests, fold
from intake_app.conversation.model import Wish
from intake_app.conversation.session import Session
from intake_app.core.ids import ConversationId
from intake_app.storage.engine import make_database
from intake_app.storage.opening import create_store
from tests.bootstrap.windows import KEYS, Window
from tests.drills.killed_child import PASSPHRASE
from tests.drills.recording import ROOT
from tests.shipped import NOON

WINDOWS, STEPS = 8, 6
FEW, MANY = 3, 200
AREAS = ("area_body", "area_mind", "area_social", "area_society")
CODES = ("goes_well", "ok", "weighs")
SECOND = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from intake_app.storage.opening import open_store
from intake_app.storage.problems import StoreProblem
try:
    open_store(Path(sys.argv[1]), sys.argv[2], now=datetime(2026, 11, 22, 12, tzinfo=UTC))
except StoreProblem as problem:
    print(problem.code.value)
else:
    print("opened")
"""

pytestmark = [pytest.mark.drill, pytest.mark.timeout(1800)]


class Colleague:
    """One window on one conversation: writes down what it said, and what it had seen when it said so."""

    def __init__(self, window: Window, talk: ConversationId, number: int) -> None:
        self.window, self.number = window, number
        self._drawn = random.Random(f"{talk} {number}")
        self.session: Session = window.open(talk)
        self.said: list[tuple[str, str]] = []
        self.seen: dict[tuple[str, str], set[tuple[str, str]]] = {}

    def go_on(self) -> None:
        """Say a few things; only now and then look at what others said."""
        for step in range(STEPS):
            self._drawn.choice([self._rate, self._answer, self._note, self._wish])(f"{self.number} zegt {step}")
            if self._drawn.random() < 0.3:
                self.window.settle()
                self.session.take_in()

    def _rate(self, _: str) -> None:
        question, code = self._drawn.choice(AREAS), self._drawn.choice(CODES)
        self._note_down(question, code)
        self.session.answer(question, code)

    def _answer(self, mark: str) -> None:
        self._note_down("own_question", mark)
        self.session.answer("own_question", mark)

    def _note(self, mark: str) -> None:
        about = self._drawn.choice(AREAS)
        self._note_down(about, mark)
        self.session.note(about, mark)

    def _wish(self, mark: str) -> None:
        topic = self._drawn.choice(["sleep", "money"])
        self._note_down(topic, mark)
        self.session.wish(Wish(topic=topic, text=mark))

    def _note_down(self, about: str, mark: str) -> None:
        self.said.append((about, mark))
        self.seen[about, mark] = {said_by(each) for each in self.session.changes}

    def catch_up(self) -> None:
        """Take in everything that is in the store."""
        self.window.settle()
        self.session.take_in()
        self.session.look()
        self.window.settle()
        self.session.take_in()
        self.window.settle()


def said_by(change: c.Change) -> tuple[str, str]:
    """Return what somebody said with a change, also while it is contested."""
    match change:
        case c.Contested(change=inside):
            return said_by(inside)
        case c.Answered(question=question, value=value):
            return question, str(value)
        case c.NoteWritten(about=about, text=text):
            return about, text
        case c.WishSet(wish=wish):
            return str(wish.topic), wish.text
        case _:
            return "", ""


def overwritten_unseen(stored: list[c.Change], seen: dict[tuple[str, str], set[tuple[str, str]]]) -> int:
    """Count what took the place of something that whoever said it had not seen."""
    stands: dict[tuple[str, str], tuple[str, str]] = {}
    count = 0
    for change in stored:
        said = said_by(change)
        if isinstance(change, c.Contested) or not said[1]:
            continue
        thing = (type(change).__name__, said[0])
        before = stands.get(thing, said)
        if said[0] not in AREAS or thing[0] == "NoteWritten":  # the marks of these are said once
            count += before != said and before not in seen[said]
        stands[thing] = said
    return count


def one_talk(windows: list[Window], talk: ConversationId) -> Counter[str]:
    """Hold one conversation in all windows at once, look at what is left, and settle what is contested."""
    colleagues = [Colleague(window, talk, number) for number, window in enumerate(windows)]
    threads = [threading.Thread(target=each.go_on) for each in colleagues]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in colleagues:
        each.window.settle()
    for each in colleagues:
        each.catch_up()
    stored = windows[0].stored(talk)
    said = Counter(each for colleague in colleagues for each in colleague.said)
    found = Counter(each for each in map(said_by, stored) if each[1])
    contested = contests(stored)
    assert len(contested) == sum(isinstance(each, c.Contested) for each in stored)
    assert all(each.session.contests() == contested for each in colleagues)
    seen = {mark: known for colleague in colleagues for mark, known in colleague.seen.items()}
    unseen = overwritten_unseen(stored, seen)
    settled = settle_all(colleagues)
    assert not colleagues[0].session.contests()
    assert all(each.session.changes == windows[0].stored(talk) for each in colleagues)
    assert all(each.session.conversation == fold(talk, each.session.changes) for each in colleagues)
    return Counter(
        said=said.total(),
        lost=(said - found).total(),
        contested=len(contested),
        unseen=unseen,
        settled=settled,
    )


def settle_all(colleagues: list[Colleague]) -> int:
    """Let two at once settle everything, each otherwise, then others in turn until nothing is contested."""
    settled = 0
    for turn in range(WINDOWS):
        for at, colleague in enumerate(colleagues[:2] if turn == 0 else [colleagues[turn]]):
            for contest in colleague.session.contests():
                colleague.session.settle(contest.seq, keep=bool((turn + at) % 2))
                settled += 1
        for each in colleagues:
            each.window.settle()
        for each in colleagues:
            each.catch_up()
        if not colleagues[0].session.contests():
            return settled
    return settled


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[list[Window]]:
    """Eight on one store."""
    path = tmp_path / "intake.db"
    make_database(path, KEYS)
    opened = [Window(path) for _ in range(WINDOWS)]
    yield opened
    for window in opened:
        window.close()


def test_eight_windows_on_the_same_conversations_lose_and_overwrite_nothing(
    windows: list[Window], rounds: Callable[[int, int], int], tell: Callable[[str], None]
) -> None:
    figures: Counter[str] = Counter()
    talks = rounds(FEW, MANY)
    for number in range(talks):
        talk = ConversationId(f"talk{number}")
        windows[0].begin(talk)
        figures.update(one_talk(windows, talk))
    assert (figures["lost"], figures["unseen"]) == (0, 0)
    tell(
        f"{talks} conversations in {WINDOWS} windows: {figures['said']} things said, 0 lost, 0 overwritten unseen, "
        f"{figures['contested']} contested and told in every window, {figures['settled']} times settled"
    )


@pytest.mark.usefixtures("quick_rings")
def test_a_second_program_never_writes(tmp_path: Path) -> None:
    path = tmp_path / "data" / "intake.db"
    store = create_store(path, PASSPHRASE, now=NOON)
    before = store.verify()
    second = [sys.executable, "-c", SECOND, str(path), PASSPHRASE]
    told = [
        subprocess.run(second, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip() for _ in range(3)
    ]
    assert told == ["in_use"] * 3
    assert store.verify() == before
    store.close()
