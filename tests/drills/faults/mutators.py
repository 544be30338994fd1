"""The faults: small slips that somebody could make while editing the content, each kind with all its sites."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from intake_app.questionnaire.conditions import CodeTest, Condition, Missing, RangeTest, StateTest
from intake_app.questionnaire.model import QuestionKind, Worse
from intake_app.triage.model import FlagEffect, FlagState, KindEffect, Urgency
from tests.drills.faults.places import (
    AGAINST,
    FLAGS,
    FOR,
    GATES,
    SCORES,
    URGENCY,
    clauses_of,
    places,
    swapped,
    with_clause,
    with_flag,
    with_question,
    with_rules,
    with_table,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from intake_app.assurance.subject import Subject
    from intake_app.questionnaire.conditions import Test
    from intake_app.questionnaire.model import Question
    from tests.drills.faults.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One planted fault: its kind, where it stands, and the content that has it. `columns` are what it is about."""

    kind: str
    area: str
    site: str
    subject: Subject
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """Kind and place in one word."""
        return f"{self.kind}: {self.site}"


Found = "tuple[str, str, Subject, tuple[str, ...]]"
"""Area, site, the content with the fault, and the columns concerned."""


def at_place(place: Place, new: Condition | None, how: str = "") -> Found:
    """Return a fault in one condition."""
    columns = dict.fromkeys((*place.condition.columns, *(() if new is None else new.columns)))
    return place.area, f"{place.id} {how}".strip(), place.put(new), tuple(columns)


def with_test(condition: Condition, at: int, *tests: tuple[str, Test]) -> Condition:
    """Return the condition with other tests in the place of number `at`."""
    return Condition(tests=swapped(condition.tests, at, *tests))


def flipped_test(subject: Subject) -> Iterator[Found]:
    """A test says the opposite."""
    for place in places(subject):
        for at, (column, test) in enumerate(place.condition.tests):
            yield at_place(place, with_test(place.condition, at, (column, opposite(test))), column)


def opposite(test: Test) -> Test:
    """Return the opposite of a test; of a band the numbers below it, or else above it."""
    match test:
        case CodeTest():
            return replace(test, negated=not test.negated)
        case StateTest():
            return StateTest(states=frozenset(Missing) - test.states, answered=not test.answered)
        case RangeTest(low=low, high=high):
            is_low_end = low == -math.inf
            return RangeTest(low=high + 1, high=math.inf) if is_low_end else RangeTest(low=-math.inf, high=low - 1)


def deleted_clause(subject: Subject) -> Iterator[Found]:
    """A ground of a flag is gone."""
    yield from (at_place(place, None) for place in places(subject) if place.area == FLAGS)


def exception_on_flag(subject: Subject) -> Iterator[Found]:
    """A ground of a flag counts only where something else holds too."""
    milder = [("area_mind", CodeTest(codes=frozenset({"goes_well"}), negated=True))]
    milder += [("alone_moment", CodeTest(codes=frozenset({"yes"})))]
    for place in places(subject):
        for column, test in milder:
            if place.area == FLAGS and column not in place.condition.columns:
                new = Condition(tests=(*place.condition.tests, (column, test)))
                yield at_place(place, new, f"and {column}")


def lowered_level(subject: Subject) -> Iterator[Found]:
    """Less haste: of one ground, of a flag with all its grounds, or of a rule about urgency."""
    for at, number, _, clause in clauses_of(subject.rules):
        if clause.urgency > Urgency.ROUTINE:
            lower = Urgency(clause.urgency - 1)
            yield FLAGS, clause.id, with_clause(subject, at, number, urgency=lower), clause.when.columns
    for at, flag in enumerate(subject.rules.flags):
        lower = Urgency(flag.urgency - 1)
        clauses = tuple(replace(c, urgency=lower) if c.urgency == flag.urgency else c for c in flag.clauses)
        columns = tuple(column for clause in clauses for column in clause.when.columns)
        yield FLAGS, f"{flag.id} as a whole", with_flag(subject, at, urgency=lower, clauses=clauses), columns
    rules = subject.rules.urgency
    for at, rule in enumerate(rules):
        lower = replace(rule, level=Urgency(rule.level - 1))
        yield URGENCY, rule.id, with_rules(subject, urgency=swapped(rules, at, lower)), rule.when.columns


def lowered_state(subject: Subject) -> Iterator[Found]:
    """What raises a flag only makes it possible."""
    for at, number, _, clause in clauses_of(subject.rules):
        if clause.state is FlagState.RAISED:
            changed = with_clause(subject, at, number, state=FlagState.POSSIBLE)
            yield FLAGS, clause.id, changed, clause.when.columns


def _other_effect(subject: Subject, before: FlagEffect, after: FlagEffect) -> Iterator[Found]:
    for at, number, _, clause in clauses_of(subject.rules):
        if clause.effect is before:
            yield FLAGS, clause.id, with_clause(subject, at, number, effect=after), clause.when.columns


def goes_on(subject: Subject) -> Iterator[Found]:
    """What should wait goes on."""
    yield from _other_effect(subject, FlagEffect.WAITS, FlagEffect.GOES_ON)


def made_loud(subject: Subject) -> Iterator[Found]:
    """What should stay silent is named on the screen."""
    yield from _other_effect(subject, FlagEffect.SILENT, FlagEffect.GOES_ON)


def hushed(subject: Subject) -> Iterator[Found]:
    """What should be named is kept silent."""
    yield from _other_effect(subject, FlagEffect.GOES_ON, FlagEffect.SILENT)
    yield from _other_effect(subject, FlagEffect.WAITS, FlagEffect.SILENT)


def sign_change(subject: Subject) -> Iterator[Found]:
    """What adds to a need takes away from it, or the other way round."""
    for at, table in enumerate(subject.rules.tables):
        for number, row in enumerate(table.rules):
            for place, (target, points) in enumerate(row.amounts):
                other = replace(row, amounts=swapped(row.amounts, place, (target, -points)))
                changed = with_table(subject, at, swapped(table.rules, number, other))
                yield SCORES, f"{row.id} {target}", changed, row.when.columns


def routing_contradiction(subject: Subject) -> Iterator[Found]:
    """A row asks for an answer to a question, and for the answer with which that question is not asked."""
    for place in places(subject):
        if place.area == GATES:
            continue
        for column in place.condition.columns:
            question = subject.questionnaire.questions.get(column)
            if question is None or question.safety or len(question.asked_when) != 1:
                continue
            for gate, test in question.asked_when[0].tests:
                if isinstance(test, CodeTest) and gate not in place.condition.columns:
                    new = Condition(tests=(*place.condition.tests, (gate, opposite(test))))
                    yield at_place(place, new, f"{column} against {gate}")


def widened_band(subject: Subject) -> Iterator[Found]:
    """A test takes in the next answer too, or a band of numbers one more at either end."""
    for place in places(subject):
        for at, (column, test) in enumerate(place.condition.tests):
            for how, wider in _wider(subject, column, test):
                yield at_place(place, with_test(place.condition, at, (column, wider)), f"{column} {how}")


def _wider(subject: Subject, column: str, test: Test) -> Iterator[tuple[str, Test]]:
    if isinstance(test, RangeTest):
        if math.isfinite(test.low):
            yield "from below", replace(test, low=test.low - 1)
        if math.isfinite(test.high):
            yield "from above", replace(test, high=test.high + 1)
    elif isinstance(test, CodeTest) and not test.negated:
        for one, other in pairwise(_codes(subject, column)):
            if (one in test.codes) is not (other in test.codes):
                known, more = (other, one) if other in test.codes else (one, other)
                yield f"{known} with {more}", replace(test, codes=test.codes | {more})


def narrowed_band(subject: Subject) -> Iterator[Found]:
    """A test no longer takes in one of its answers."""
    for place in places(subject):
        for at, (column, test) in enumerate(place.condition.tests):
            if isinstance(test, CodeTest) and len(test.codes) > 1:
                for code in sorted(test.codes):
                    fewer = replace(test, codes=test.codes - {code})
                    yield at_place(place, with_test(place.condition, at, (column, fewer)), f"{column} without {code}")


def off_by_one(subject: Subject) -> Iterator[Found]:
    """A threshold stands one too low or one too high."""
    for place in places(subject):
        for at, (column, test) in enumerate(place.condition.tests):
            if not isinstance(test, RangeTest):
                continue
            for end, value in (("low", test.low), ("high", test.high)):
                for step in (-1, 1):
                    moved = replace(test, **{end: value + step})
                    if math.isfinite(value) and moved.low <= moved.high:
                        new = with_test(place.condition, at, (column, moved))
                        yield at_place(place, new, f"{column} {end} {value + step:g}")


def swapped_label(subject: Subject) -> Iterator[Found]:
    """A test names the answer beside the one that is meant."""
    for place in places(subject):
        for at, (column, test) in enumerate(place.condition.tests):
            if not isinstance(test, CodeTest):
                continue
            for code in sorted(test.codes):
                other = _beside(_codes(subject, column), code, test.codes)
                if other:
                    new = replace(test, codes=test.codes - {code} | {other})
                    yield at_place(place, with_test(place.condition, at, (column, new)), f"{column} {code} {other}")


def _codes(subject: Subject, column: str) -> tuple[str, ...]:
    question = subject.questionnaire.questions.get(column)
    if question is not None:
        return tuple(option.code for option in question.options if not option.excludes or _is_single(question))
    return tuple(FlagState) if column.startswith("flag_") else ()


def _is_single(question: Question) -> bool:
    return question.kind is QuestionKind.SINGLE


def _beside(codes: tuple[str, ...], code: str, taken: frozenset[str]) -> str:
    if code not in codes:
        return ""
    at = codes.index(code)
    return next((each for each in (*codes[at + 1 :], *codes[:at]) if each not in taken), "")


def exchanged_answers(subject: Subject) -> Iterator[Found]:
    """Two answers of a question exchange their codes: who picks the one is understood as the other."""
    for question in subject.questionnaire.questions.values():
        if not _is_single(question):
            continue
        for at, (one, other) in enumerate(pairwise(question.options)):
            new = (replace(one, code=other.code), replace(other, code=one.code))
            options = (*question.options[:at], *new, *question.options[at + 2 :])
            changed = with_question(subject, question, options=options)
            yield "answers", f"{question.id} {one.code} {other.code}", changed, (question.id,)


def shadowed_row(subject: Subject) -> Iterator[Found]:
    """A row has the condition of the row beside it."""
    beside = [place for place in places(subject) if place.area in {SCORES, AGAINST, FOR}]
    groups = {row.id: table.id for table in subject.rules.tables for row in table.rules}
    groups |= {rule.id: f"{rule.kind} {rule.effect}" for rule in subject.rules.kinds}
    for one, other in pairwise(beside):
        if groups[one.id] == groups[other.id]:
            yield at_place(other, one.condition, f"as {one.id}")


def lost_test(subject: Subject) -> Iterator[Found]:
    """A row with several tests has lost one of them."""
    for place in places(subject):
        if len(place.condition.tests) > 1:
            for at, column in enumerate(place.condition.columns):
                yield at_place(place, with_test(place.condition, at), f"without {column}")


def deleted_rule(subject: Subject) -> Iterator[Found]:
    """A row of a score, a rule about urgency, a rule for a kind, or a way through a gate is gone."""
    yield from (at_place(place, None) for place in places(subject) if place.area in {SCORES, URGENCY, FOR, GATES})


def dropped_block(subject: Subject) -> Iterator[Found]:
    """A rule against a kind is gone, or only holds the kind possible; a kind is free while a flag waits."""
    for at, rule in enumerate(subject.rules.kinds):
        if rule.effect is KindEffect.AGAINST:
            rest = with_rules(subject, kinds=swapped(subject.rules.kinds, at))
            yield AGAINST, rule.id, rest, rule.when.columns
            weaker = replace(rule, effect=KindEffect.CONSIDER)
            changed = with_rules(subject, kinds=swapped(subject.rules.kinds, at, weaker))
            yield AGAINST, f"{rule.id} turned", changed, rule.when.columns
    for at, flag in enumerate(subject.rules.flags):
        if any(clause.effect is FlagEffect.WAITS for clause in flag.clauses):
            for option in subject.options:
                if option.id not in {*flag.names, *flag.also_allows}:
                    freed = with_flag(subject, at, also_allows=(*flag.also_allows, option.id))
                    yield FLAGS, f"{flag.id} {option.id}", freed, ()


def unnamed_kind(subject: Subject) -> Iterator[Found]:
    """A flag no longer names a kind of help."""
    for at, flag in enumerate(subject.rules.flags):
        for number, kind in enumerate(flag.names):
            yield FLAGS, f"{flag.id} {kind}", with_flag(subject, at, names=swapped(flag.names, number)), ()


def unasked_flag(subject: Subject) -> Iterator[Found]:
    """A flag no longer waits for one of its questions before it is cleared."""
    for at, flag in enumerate(subject.rules.flags):
        for number, id_ in enumerate(flag.asked_by):
            fewer = with_flag(subject, at, asked_by=swapped(flag.asked_by, number))
            yield FLAGS, f"{flag.id} {id_}", fewer, (id_,)


def spoken_paper(subject: Subject) -> Iterator[Found]:
    """The paper of a flag that takes neutral words names what it is about."""
    for at, flag in enumerate(subject.rules.flags):
        if flag.neutral_paper:
            yield "paper", flag.id, with_flag(subject, at, neutral_paper=False), ()


def _marked(subject: Subject, mark: str) -> Iterator[Question]:
    yield from (question for question in subject.questionnaire.questions.values() if getattr(question, mark))


def _unmarked(subject: Subject, mark: str) -> Iterator[Found]:
    for question in _marked(subject, mark):
        yield "marks", question.id, with_question(subject, question, **{mark: False}), (question.id,)


def essential_optional(subject: Subject) -> Iterator[Found]:
    """An essential question need not be answered."""
    yield from _unmarked(subject, "essential")


def lost_alone(subject: Subject) -> Iterator[Found]:
    """A question for when nobody hears it may be asked in company."""
    yield from _unmarked(subject, "alone")


def lost_safety(subject: Subject) -> Iterator[Found]:
    """A safety question is a question like any other."""
    yield from _unmarked(subject, "safety")


def gated_safety(subject: Subject) -> Iterator[Found]:
    """A safety question that everybody gets is asked only of those whose head is full."""
    gate = Condition(tests=(("area_mind", CodeTest(codes=frozenset({"weighs"}))),))
    for question in _marked(subject, "safety"):
        if not question.asked_when:
            yield "marks", question.id, with_question(subject, question, asked_when=(gate,)), (question.id,)


def out_of_block(subject: Subject) -> Iterator[Found]:
    """A question has left the routine safety questions."""
    block = subject.questionnaire.safety_block
    for at, id_ in enumerate(block):
        changed = replace(subject.questionnaire, safety_block=swapped(block, at))
        yield "marks", id_, replace(subject, questionnaire=changed), ()


def spoken_topic(subject: Subject) -> Iterator[Found]:
    """A topic that is never named in sight of others is named."""
    questionnaire = subject.questionnaire
    for topic in questionnaire.topics.values():
        if topic.silent:
            there = replace(topic, silent=False)
            parts = tuple(
                replace(part, topics=tuple(there if each.id == topic.id else each for each in part.topics))
                for part in questionnaire.parts
            )
            changed = replace(questionnaire, topics={**questionnaire.topics, topic.id: there}, parts=parts)
            yield "marks", topic.id, replace(subject, questionnaire=changed), ()


def other_end(subject: Subject) -> Iterator[Found]:
    """The best answer of a question passes for the worst."""
    ends = {Worse.FIRST: Worse.LAST, Worse.LAST: Worse.FIRST, Worse.LOW: Worse.HIGH, Worse.HIGH: Worse.LOW}
    for question in subject.questionnaire.questions.values():
        if question.worse in ends and question.kind is not QuestionKind.MULTI:
            changed = with_question(subject, question, worse=ends[question.worse])
            yield "marks", question.id, changed, (question.id,)


MUTATORS: tuple[Callable[[Subject], Iterator[Found]], ...] = (
    flipped_test,
    deleted_clause,
    exception_on_flag,
    lowered_level,
    lowered_state,
    goes_on,
    made_loud,
    hushed,
    sign_change,
    routing_contradiction,
    widened_band,
    narrowed_band,
    off_by_one,
    swapped_label,
    exchanged_answers,
    shadowed_row,
    lost_test,
    deleted_rule,
    dropped_block,
    unnamed_kind,
    unasked_flag,
    spoken_paper,
    essential_optional,
    lost_alone,
    lost_safety,
    gated_safety,
    out_of_block,
    spoken_topic,
    other_end,
)


def faults(mutator: Callable[[Subject], Iterator[Found]], subject: Subject) -> Iterator[Fault]:
    """Yield all sites of one kind of fault, always in the same order."""
    kind = mutator.__name__
    for area, site, changed, columns in mutator(subject):
        yield Fault(kind=kind, area=area, site=site, subject=changed, columns=tuple(dict.fromkeys(columns)))
