"""Changes on an older state: nothing is lost, nothing is overwritten unseen, and what two people set is asked about."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.conversation import changes as c
from intake_app.conversation.history import can_redo, can_undo, contests, fold, undone
from intake_app.conversation.merging import CLOSING, Numbering, merge, standing, topic_of
from intake_app.conversation.model import Consent, FlagAction, Strength, Tie, Wish, Withdrawal
from intake_app.conversation.replay import as_changes
from intake_app.conversation.safety_plan import SafetyPlan
from intake_app.core.ids import ConversationId
from intake_app.questionnaire.answers import Given
from intake_app.questionnaire.model import Mode
from intake_app.questionnaire.situation import Participant, Situation
from tests.shipped import NOON, TODAY

ID = ConversationId("t")
ALONE = Situation(mode=Mode.QUICK, date=TODAY)
TOGETHER = replace(ALONE, participants=(Participant.PERSON, Participant.RELATIVE))
OPENED = c.Opened(situation=ALONE, at=NOON)
LATER = NOON + datetime.timedelta(minutes=5)


def said(question, value):
    return c.Answered(question=question, state="given", value=value)


def note(about, text):
    return c.NoteWritten(about=about, text=text)


def merged(base, theirs, mine):
    """Return the whole list after merging; `mine` are numbered as they followed the base."""
    stored = (OPENED, *base, *theirs)
    numbering = Numbering(taken=1 + len(base), own=())
    made = [numbering.renumbered(each, len(stored)) for each in mine]
    return (*stored, *merge(stored, numbering.theirs(len(stored)), made))


def value_of(changes, question):
    answer = fold(ID, changes).answers.get(question)
    return answer.value if isinstance(answer, Given) else None


def test_changes_of_other_things_are_simply_added():
    changes = merged([said("a", "yes")], [said("b", "no"), note("b", "soms")], [said("c", "no"), note("a", "vaak")])
    found = fold(ID, changes)
    assert {question: answer.value for question, answer in found.answers.items()} == {"a": "yes", "b": "no", "c": "no"}
    assert (found.notes, found.contested) == ({"b": "soms", "a": "vaak"}, ())


def test_another_answer_to_the_same_question_waits_and_what_stands_stays():
    changes = merged([], [said("a", "no")], [said("a", "recent")])
    assert value_of(changes, "a") == "no"
    assert [(each.seq, each.change) for each in contests(changes)] == [(3, said("a", "recent"))]


def test_the_same_answer_is_no_conflict():
    changes = merged([], [said("a", "no")], [said("a", "no")])
    assert (value_of(changes, "a"), contests(changes)) == ("no", ())


def test_an_answer_that_they_took_back_themselves_is_no_conflict():
    changes = merged([said("a", "yes")], [said("a", "no"), c.Undone(seq=3)], [said("a", "recent")])
    assert (value_of(changes, "a"), contests(changes)) == ("recent", ())


def test_an_answer_that_they_confirmed_is_not_overwritten_unseen():
    changes = merged([said("a", "yes")], [said("a", "yes")], [said("a", "no")])
    assert value_of(changes, "a") == "yes"
    assert len(contests(changes)) == 1


def test_undo_of_an_answer_that_they_replaced_waits_as_what_it_would_have_made():
    changes = merged([said("a", "yes"), said("a", "no")], [said("a", "recent")], [c.Undone(seq=3)])
    assert value_of(changes, "a") == "recent"
    assert [each.change for each in contests(changes)] == [said("a", "yes")]


def test_undo_of_a_change_of_my_own_finds_it_behind_theirs():
    changes = merged([], [said("b", "no")], [said("a", "yes"), c.Undone(seq=2), c.Redone(seq=2), c.Undone(seq=2)])
    assert changes[3:] == (c.Undone(seq=3), c.Redone(seq=3), c.Undone(seq=3))
    assert (value_of(changes, "a"), value_of(changes, "b")) == (None, "no")


def test_what_i_took_back_myself_is_not_asked_about():
    changes = merged([], [said("a", "no")], [said("a", "yes"), c.Undone(seq=2)])
    assert (value_of(changes, "a"), contests(changes)) == ("no", ())


def test_a_flag_that_stood_stays_while_its_answer_is_contested():
    stood = c.FlagStood(flag="suicide_thoughts", clauses=("recent",))
    changes = merged([], [said("a", "no")], [said("a", "recent"), stood])
    assert fold(ID, changes).history.standing == {"suicide_thoughts": frozenset({"recent"})}


def withdrawn(*clauses):
    return c.FlagWithdrawn(withdrawal=Withdrawal(flag="f", reason="Verkeerd verstaan", at=NOON), clauses=clauses)


def test_a_withdrawal_covers_only_the_signs_that_were_known():
    base, new = [c.FlagStood(flag="f", clauses=("one",))], c.FlagStood(flag="f", clauses=("two",))
    history = fold(ID, merged(base, [new], [withdrawn("one", "two")])).history
    assert history.withdrawn["f"] == frozenset({"one"})


def test_a_sign_that_was_not_known_to_who_withdrew_the_flag_raises_it_again():
    history = fold(ID, merged([], [withdrawn("one")], [c.FlagStood(flag="f", clauses=("one",))])).history
    assert history.standing["f"] - history.withdrawn["f"] == frozenset({"one"})


def test_closing_waits_when_anything_was_added_that_was_not_seen():
    acted = c.FlagActed(action=FlagAction(flag="f", done="Gebeld", told="huisarts", at=NOON))
    for theirs in (said("b", "no"), acted):
        changes = merged([], [theirs], [c.Closed(at=NOON)])
        assert fold(ID, changes).closed is None
        assert [each.change for each in contests(changes)] == [c.Closed(at=NOON)]
    looked = merged([], [c.Moved(screen="choose", place="b")], [c.Closed(at=NOON)])
    both = merged([], [c.Closed(at=LATER)], [c.Closed(at=NOON)])
    assert [contests(looked), contests(both)] == [(), ()]


def test_another_part_of_the_agreements_is_woven_in():
    base = [c.PlanSet(plan=Plan(steps=(Step(text="Bellen"),)))]
    theirs = [c.PlanSet(plan=Plan(steps=(Step(text="Bellen"),), when_worse="Bel ons"))]
    mine = [c.PlanSet(plan=Plan(steps=(Step(text="Bellen"), Step(text="Wandelen"))))]
    found = fold(ID, merged(base, theirs, mine))
    assert found.plan == Plan(steps=(Step(text="Bellen"), Step(text="Wandelen")), when_worse="Bel ons")


def test_the_same_part_of_the_agreements_waits_with_the_rest_as_it_stands():
    theirs = [c.PlanSet(plan=Plan(when_worse="Bel ons", speak_how="bellen"))]
    found = fold(ID, merged([], theirs, [c.PlanSet(plan=Plan(when_worse="Bel 112"))]))
    assert found.plan == theirs[0].plan
    assert [each.change.plan for each in found.contested] == [Plan(when_worse="Bel 112", speak_how="bellen")]


def test_niet_pluis_of_one_and_company_of_the_other_both_hold_and_nobody_counts_as_alone():
    theirs = [c.SituationChanged(situation=replace(TOGETHER, gut_feeling=True))]
    found = fold(ID, merged([], theirs, [c.SituationChanged(situation=replace(ALONE, alone_now=True))]))
    situation = found.situation
    assert (situation.gut_feeling, situation.overheard, situation.alone_now) == (True, True, False)


def test_what_was_settled_otherwise_meanwhile_is_asked_again():
    base = [said("a", "no"), c.Contested(change=said("a", "yes"))]
    theirs = [c.Settled(seq=3, kept=True), said("a", "yes")]
    left = merged(base, theirs, [c.Settled(seq=3, kept=False)])
    taken = merged(base, theirs, [c.Settled(seq=3, kept=True), said("a", "yes")])
    assert [value_of(each, "a") for each in (left, taken)] == ["yes", "yes"]
    assert [each.change for each in contests(left)] == [said("a", "no")]
    assert contests(taken) == ()


def test_undo_and_redo_pass_over_what_others_did():
    changes = [OPENED, said("a", "no"), said("b", "no"), c.Undone(seq=2), said("b", "yes")]
    assert (can_undo(changes), can_undo(changes, {3, 5})) == (5, None)
    assert (can_redo(changes), can_redo(changes, {3, 5})) == (None, 2)


def test_a_contested_change_comes_along_when_a_talk_is_replayed():
    found = fold(ID, merged([], [said("a", "no")], [said("a", "recent")]))
    again = fold(ID, as_changes(found, NOON))
    assert [each.change for each in again.contested] == [said("a", "recent")]


def test_two_people_who_put_the_wishes_in_another_order_are_asked_and_who_is_around_is_simply_added():
    wishes = [c.WishSet(wish=Wish(topic=topic)) for topic in "abc"]
    mine = [c.WishesRanked(topics=("c", "b", "a")), c.TieSet(tie=Tie(id="1", name="Mijn zus"))]
    theirs = [c.WishesRanked(topics=("b", "a", "c")), c.TieSet(tie=Tie(id="2", name="De buurman"))]
    found = fold(ID, merged(wishes, theirs, mine))
    assert [wish.topic for wish in found.wishes] == ["b", "a", "c"]
    assert [each.change for each in found.contested] == [mine[0]]
    assert [tie.name for tie in found.ties] == ["De buurman", "Mijn zus"]


QUESTIONS, WORDS = st.sampled_from("abc"), st.sampled_from(["", "Soms", "Vaak"])
PLANS = st.builds(Plan, when_worse=WORDS, speak_how=WORDS)
SITUATIONS = st.builds(replace, st.just(ALONE), speaks_freely=st.booleans(), gut_feeling=st.booleans(), call_back=WORDS)
SETTING = st.one_of(
    st.builds(said, QUESTIONS, st.sampled_from(["yes", "no"])),
    st.builds(c.Answered, question=QUESTIONS, state=st.sampled_from(["declined", "cleared"])),
    st.builds(note, QUESTIONS, WORDS),
    st.builds(c.StrengthAdded, strength=st.builds(Strength, topic=QUESTIONS, text=WORDS)),
    st.builds(c.WishSet, wish=st.builds(Wish, topic=QUESTIONS, text=WORDS)),
    st.builds(c.WishDropped, topic=QUESTIONS),
    st.builds(c.WishesRanked, topics=st.permutations("abc").map(tuple)),
    st.builds(c.TieSet, tie=st.builds(Tie, id=QUESTIONS, name=WORDS, strain=st.integers(0, 2))),
    st.builds(c.TieDropped, id=QUESTIONS),
    st.builds(c.Chosen, choice=st.builds(Choice, kind=QUESTIONS, decision=st.sampled_from(Decision))),
    st.builds(c.ChoiceDropped, kind=QUESTIONS),
    st.builds(c.ConsentSet, consent=st.builds(Consent, recipient=QUESTIONS, items=st.just(()), on=st.just(TODAY))),
    st.builds(c.PlanSet, plan=PLANS),
    st.builds(c.SafetyPlanSet, plan=st.builds(SafetyPlan, signs=WORDS, living_for=WORDS)),
    st.builds(c.SituationChanged, situation=SITUATIONS),
    st.builds(c.UrgencySet, level=st.sampled_from([None, "today"])),
)
OTHER = st.one_of(
    st.builds(c.FlagStood, flag=QUESTIONS, clauses=st.tuples(QUESTIONS)),
    st.builds(c.Moved, screen=WORDS, place=QUESTIONS),
    st.builds(c.Closed, at=st.just(NOON)),
    st.builds(c.Reopened),
)


@st.composite
def talks(draw, before):
    """Draw changes that follow those before, with undo and redo of what can be undone."""
    made = []
    for _ in range(draw(st.integers(0, 6))):
        known = [*before, *made]
        seqs = [seq for seq, each in enumerate(known, start=1) if isinstance(each, c.UNDOABLE)]
        ways = [SETTING, SETTING, OTHER]
        if seqs:
            ways.append(st.builds(draw(st.sampled_from([c.Undone, c.Redone])), seq=st.sampled_from(seqs)))
        made.append(draw(st.one_of(ways)))
    return made


@st.composite
def three(draw):
    base = draw(talks([OPENED]))
    return base, draw(talks([OPENED, *base])), draw(talks([OPENED, *base]))


def _topics(changes, before):
    known = [OPENED, *before, *changes]
    return {topic_of(each, known) for each in changes} - {None}


WOVEN = c.PlanSet | c.SafetyPlanSet | c.SituationChanged
"""Set as a whole, but merged by part."""


def _set_by_them(stored, since):
    """Return the topics that they set after a number, and did not take back themselves."""
    gone = undone(stored)
    for seq, change in enumerate(stored, start=1):
        takes_back = isinstance(change, c.Undone | c.Redone) and change.seq > since
        if seq > since and seq not in gone and not takes_back and not isinstance(change, WOVEN):
            yield topic_of(change, stored)


def _wished(topic):
    return c.WishSet(wish=Wish(topic=topic))


def _same(one, other):
    """Tell whether two changes set the same; an order says something only of the wishes that both know."""
    if isinstance(one, c.WishesRanked):
        both = set(one.topics) & set(other.topics)
        return [each for each in one.topics if each in both] == [each for each in other.topics if each in both]
    return one == other


@settings(max_examples=200)
@given(three())
def test_nothing_of_theirs_is_lost_or_overwritten_and_all_of_mine_is_there(drawn):
    base, theirs, mine = drawn
    changes = merged(base, theirs, mine)
    stored = [OPENED, *base, *theirs]
    assert list(changes[: len(stored)]) == stored
    assert len(changes) == len(stored) + len(mine)
    before, after = fold(ID, stored), fold(ID, changes)
    for topic in _set_by_them(stored, len(base) + 1):
        if topic not in {None, CLOSING}:
            assert _same(standing(after, topic), standing(before, topic))
    for made, kept in zip(mine, changes[len(stored) :], strict=True):
        inside = kept.change if isinstance(kept, c.Contested) else kept
        if isinstance(made, WOVEN):
            assert type(inside) is type(made)
        elif not isinstance(made, c.Undone | c.Redone):
            assert inside == made
    stood = [each for each in [*theirs, *mine] if isinstance(each, c.FlagStood)]
    assert all(after.history.standing[each.flag] >= set(each.clauses) for each in stood)


@settings(max_examples=200)
@given(three())
def test_with_nothing_in_common_merging_is_doing_the_one_after_the_other(drawn):
    base, theirs, mine = drawn
    closes = any(isinstance(each, c.Closed) for each in mine) and theirs
    if closes or _topics(theirs, base) & _topics(mine, base):
        return
    stored = (OPENED, *base, *theirs)
    numbering = Numbering(taken=1 + len(base), own=())
    assert merged(base, theirs, mine) == (*stored, *(numbering.renumbered(each, len(stored)) for each in mine))


@settings(max_examples=200)
@given(three())
def test_settling_every_contest_leaves_none_and_sets_what_was_kept(drawn):
    base, theirs, mine = drawn
    changes = list(merged(base, theirs, mine))
    while found := contests(changes):
        changes += [c.Settled(seq=found[0].seq, kept=True), found[0].change]
        topic = topic_of(found[0].change, changes)
        alone = fold(ID, [OPENED, *map(_wished, "abc"), found[0].change])
        assert _same(standing(fold(ID, changes), topic), standing(alone, topic))


@pytest.mark.parametrize("kept", [True, False])
def test_a_settled_contest_is_over(kept):
    changes = [*merged([], [said("a", "no")], [said("a", "recent")]), c.Settled(seq=3, kept=kept)]
    assert contests(changes) == ()
