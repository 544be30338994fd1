"""Two windows on one talk: what the one did comes into the other, and what both did is asked about."""

from __future__ import annotations

import random
import threading

import pytest

from intake_app.advice.plan import Plan
from intake_app.bootstrap.journal import Beside, row_from
from intake_app.conversation import changes as c
from intake_app.conversation.history import fold
from intake_app.core.problems import ProblemsError
from intake_app.practice.audit import Actor, Event, EventCode
from intake_app.questionnaire.answers import Given
from intake_app.storage.engine import make_database
from intake_app.triage.model import FlagState
from tests.bootstrap.windows import KEYS, TALK, Window
from tests.conversation.walks import step
from tests.shipped import NOON


@pytest.fixture
def make_window(tmp_path):
    """Each call opens the same store once more."""
    path, opened = tmp_path / "intake.db", []
    make_database(path, KEYS)

    def make(**given):
        opened.append(Window(path, **given))
        return opened[-1]

    yield make
    for window in opened:
        window.close()


@pytest.fixture
def both(make_window):
    one, other = make_window(), make_window()
    one.begin()
    return one, other


def value(session, question):
    answer = session.conversation.answers.get(question)
    return answer.value if isinstance(answer, Given) else None


def test_what_others_added_comes_in_at_its_place_and_undo_goes_on(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    theirs.answer("area_mind", "weighs")
    other.settle()
    mine.answer("area_body", "ok")
    mine.answer("area_body", "weighs")
    one.settle()
    assert mine.take_in()
    assert (value(mine, "area_mind"), value(mine, "area_body")) == ("weighs", "weighs")
    assert mine.changes == one.stored()
    mine.undo()
    assert (value(mine, "area_mind"), value(mine, "area_body")) == ("weighs", "ok")
    mine.redo()
    one.settle()
    assert fold(TALK, one.stored()) == mine.conversation
    assert not mine.take_in()


def test_what_is_not_written_yet_stays_behind_what_came_in(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    theirs.answer("area_mind", "weighs")
    other.settle()
    mine.answer("area_body", "ok")
    one.settle()
    held = threading.Event()
    one.writer.submit(held.wait)
    mine.answer("area_social", "ok")
    mine.undo()
    assert mine.take_in()
    assert mine.changes[-1] == c.Undone(seq=len(mine.changes) - 1)
    assert (value(mine, "area_social"), value(mine, "area_body")) == (None, "ok")
    mine.redo()
    held.set()
    one.settle()
    mine.take_in()
    assert mine.changes == one.stored()
    assert value(mine, "area_social") == "ok"


def test_another_answer_to_the_same_question_is_told_until_it_is_settled(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    told = []
    mine.listen(lambda: told.append("news"))
    theirs.answer("area_mind", "weighs")
    other.settle()
    mine.answer("area_mind", "ok")
    one.settle()
    assert told == ["news"]
    assert mine.take_in()
    contest = mine.contests()[0]
    assert (value(mine, "area_mind"), contest.change.value, mine.is_own(contest)) == ("weighs", "ok", True)
    again = one.open()
    assert again.contests() == mine.contests()
    assert not again.is_own(contest)
    mine.settle(contest.seq, keep=True)
    one.settle()
    assert (value(one.open(), "area_mind"), one.open().contests()) == ("ok", ())
    mine.undo()
    assert value(mine, "area_mind") == "weighs"


def test_two_who_settle_the_same_otherwise_are_asked_again(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    theirs.answer("area_mind", "weighs")
    other.settle()
    mine.answer("area_mind", "ok")
    one.settle()
    mine.take_in()
    late = other.open()
    seq = mine.contests()[0].seq
    mine.settle(seq, keep=True)
    one.settle()
    late.settle(seq, keep=False)
    other.settle()
    late.take_in()
    assert value(late, "area_mind") == "ok"
    assert [each.change.value for each in late.contests()] == ["weighs"]


def test_a_flag_that_only_both_together_raise_stands_at_once(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    theirs.answer("pregnancy", "pregnant")
    other.settle()
    mine.answer("unusual", ("speech_confused",))
    assert mine.flag("pregnancy_risk").state is not FlagState.RAISED
    one.settle()
    assert any(isinstance(each, c.FlagStood) and each.flag == "pregnancy_risk" for each in one.stored())
    mine.take_in()
    mine.clear("unusual")
    assert mine.flag("pregnancy_risk").state is FlagState.RAISED


def test_a_closing_that_waits_is_only_kept_when_nothing_holds_it_back(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    theirs.answer("suicide_thoughts", "recent")
    other.settle()
    mine.close()
    one.settle()
    mine.take_in()
    assert mine.conversation.closed is None
    with pytest.raises(ProblemsError) as held:
        mine.settle(mine.contests()[0].seq, keep=True)
    assert "flag_not_recorded" in {each.code for each in held.value.problems}
    assert len(mine.contests()) == 1


def test_looking_brings_in_what_a_colleague_wrote_while_one_did_nothing(both):
    one, other = both
    mine, theirs = one.open(), other.open()
    mine.look()
    one.settle()
    assert not mine.take_in()
    theirs.answer("area_mind", "weighs")
    other.settle()
    told = []
    mine.listen(lambda: told.append("news"))
    mine.look()
    one.settle()
    assert told == ["news"]
    mine.answer("area_body", "ok")
    assert mine.take_in()
    one.settle()
    assert (value(mine, "area_mind"), value(one.open(), "area_body")) == ("weighs", "ok")
    mine.undo()
    assert (value(mine, "area_mind"), value(mine, "area_body")) == ("weighs", None)
    assert mine.undo() is None


def test_the_list_shows_the_merged_talk_and_the_log_hears_of_what_was_written(make_window):
    told = []

    class Log(Beside):
        def events(self, first, last, changes):
            told.append((first, last, [type(each).__name__ for each in changes]))
            return (Event(code=EventCode.TALK_CHANGED, at=NOON, actor=Actor(), talk=TALK),)

    one, other = make_window(beside=Log()), make_window()
    one.begin()
    mine, theirs = one.open(), other.open()
    theirs.agree(Plan(when_worse="Bel ons"))
    theirs.answer("own_question", "Ik slaap slecht")
    other.settle()
    mine.move("choose", "own_question")
    one.settle()
    row = row_from(TALK, one.store.rows()[0].summary)
    assert (row.about, row.standing) == ("Ik slaap slecht", "choosing")
    assert told[-1] == (4, 4, ["Moved"])


@pytest.mark.parametrize("seed", range(6))
def test_two_who_walk_through_one_talk_end_with_the_same_talk(both, seed):
    drawn = random.Random(seed)
    windows = list(both)
    sessions = [window.open() for window in windows]
    for _ in range(30):
        at = drawn.randrange(2)
        step(sessions[at], drawn)
        if drawn.random() < 0.5:
            windows[at].settle()
        if drawn.random() < 0.3:
            sessions[at].take_in()
    for window, session in [*zip(windows, sessions, strict=True)] * 2:
        window.settle()
        session.take_in()
        window.settle()
        session.look()
        window.settle()
        session.take_in()
    assert sessions[0].changes == sessions[1].changes == both[0].stored()
    assert sessions[0].conversation == sessions[1].conversation == fold(TALK, both[0].stored())
