"""What may leave the program: every paper looks at a conversation through this.

Held back without a trace are silent topics, questions that are asked alone, flags that are silent, and what
rests on nothing else (decisions 1 and 2). A hidden answer is never printed either (decision 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake_app.advice.plan import Choice, Step
from intake_app.advice.proposals import ENOUGH, Proposal
from intake_app.conversation.around import must_stay_inside
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import FlagAction, OwnUrgency, Strength, Tie, Wish
from intake_app.conversation.pressing import POSSIBLE
from intake_app.core.ids import FlagId, KindId, QuestionId
from intake_app.export.views import Inputs
from intake_app.questionnaire.answers import NOT_ALONE, NotAsked, Value
from intake_app.questionnaire.conditions import Missing
from intake_app.questionnaire.model import Question, Topic
from intake_app.triage.flags import FLAG_COLUMN
from intake_app.triage.model import FlagClause, FlagEffect, FlagRule, FlagState, KindEffect, Urgency
from intake_app.triage.outcome import Contribution, FlagOutcome, KindOutcome, Reason

_PLAIN_KINDS = frozenset({"huisarts"})
"""Kinds so ordinary that they give nothing away, whatever they rest on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What this content never lets out: questions, topics, flags with their clauses, and kinds."""

    questions: frozenset[str]
    topics: frozenset[str]
    flags: frozenset[str]
    clauses: frozenset[str]
    kinds: frozenset[str]

    def touches(self, columns: Iterable[str]) -> bool:
        """Tell whether a rule over these columns rests on something that is held back."""
        return any(self._is_held(column) for column in columns)

    def open_reasons(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Return the arguments that rest on nothing of this."""
        return tuple(each for each in reasons if str(each.rule) not in self.clauses and not self.touches(each.columns))

    def _is_held(self, column: str) -> bool:
        return column in self.questions or column.removeprefix(FLAG_COLUMN) in self.flags


def may_name_kind(kind: str, held: Held, picture: Picture) -> bool:
    """Tell whether a kind of help may be named: it does not rest on what is held back alone."""
    if kind in held.kinds:
        return False
    proposal = picture.advice.proposal(kind)
    if proposal is None or kind in _PLAIN_KINDS:
        return proposal is not None
    reasons = proposal.outcome.reasons
    return not reasons or bool(held.open_reasons(reasons))


def held_back(knowledge: Knowledge) -> Held:
    """Work out what must stay inside, from the content alone, so that a gap never tells what was said."""
    questionnaire, rules = knowledge.questionnaire, knowledge.engine.rules
    topics = frozenset(str(id_) for id_, topic in questionnaire.topics.items() if topic.silent)
    clauses = tuple(clause for flag in rules.flags for clause in flag.clauses if _is_silent(clause))
    questions = {str(q.id) for q in questionnaire.questions.values() if q.alone or q.topic in topics}
    questions |= {_only_question(clause, knowledge) for clause in clauses} - {""}
    held = Held(
        questions=frozenset(questions),
        topics=topics,
        flags=frozenset(str(flag.id) for flag in rules.flags if flag.effect is FlagEffect.SILENT),
        clauses=frozenset(str(clause.id) for clause in clauses),
        kinds=frozenset(),
    )
    told: dict[str, list[bool]] = {}
    for rule in rules.kinds:
        if rule.effect is not KindEffect.AGAINST:
            told.setdefault(str(rule.kind), []).append(held.touches(rule.when.columns))
    kinds = frozenset(kind for kind, touched in told.items() if all(touched))
    return Held(
        questions=held.questions,
        topics=topics,
        flags=held.flags,
        clauses=held.clauses,
        kinds=kinds - _PLAIN_KINDS,
    )


def _is_silent(clause: FlagClause) -> bool:
    return clause.effect is FlagEffect.SILENT


def _only_question(clause: FlagClause, knowledge: Knowledge) -> str:
    """Return the question that raises a silent flag all by itself; empty when there is no such question."""
    columns = clause.when.columns
    alone = clause.state is FlagState.RAISED and len(columns) == 1
    return columns[0] if alone and QuestionId(columns[0]) in knowledge.questionnaire.questions else ""


class Visible:
    """One conversation as a paper may know it."""

    def __init__(self, inputs: Inputs) -> None:
        """Look at the conversation of `inputs`."""
        self.inputs = inputs
        self._talk = inputs.conversation
        self._picture = inputs.picture
        self._questionnaire = inputs.knowledge.questionnaire
        self._rules = inputs.knowledge.engine.rules
        self._kinds = {kind.id: kind for kind in inputs.knowledge.supply.kinds}
        self.held = held_back(inputs.knowledge)

    def question(self, column: str) -> Question | None:
        """Return the question of a column when it applies and may be named."""
        id_ = QuestionId(column)
        question = self._questionnaire.questions.get(id_)
        if question is None or column in self.held.questions or not self._picture.routing.is_shown(id_):
            return None
        return question

    def value(self, question: Question) -> Value | None:
        """Return what was answered, multiple choices in the order of the question; None without an answer."""
        state = self._picture.routing.states.get(question.id, Missing.NOT_ASKED)
        if isinstance(state, Missing):
            return None
        if isinstance(state, frozenset):
            return tuple(option.code for option in question.options if option.code in state)
        return state

    def is_missing(self, question: Question, why: Missing) -> bool:
        """Tell whether a question has no answer for this reason."""
        return self._picture.routing.states.get(question.id, Missing.NOT_ASKED) is why

    def left_out(self, question: Question) -> str:
        """Return why a question was left out on purpose; empty too for want of a moment alone."""
        answer = None if str(question.id) in self.held.questions else self._talk.answers.get(question.id)
        reason = answer.reason if isinstance(answer, NotAsked) else ""
        return "" if reason == NOT_ALONE else reason

    def topics(self) -> Iterator[Topic]:
        """Yield the topics that may be named, in the order of the questionnaire."""
        for part in self._questionnaire.parts:
            yield from (topic for topic in part.topics if not topic.silent)

    def questions(self, topic: Topic) -> tuple[Question, ...]:
        """Return the questions of a topic that apply and may be named."""
        found = (self.question(question.id) for question in topic.questions)
        return tuple(question for question in found if question is not None)

    def note(self, about: str) -> str:
        """Return the own words at a question or topic, empty where they must stay inside."""
        is_open = about not in self.held.topics and (
            about in self._questionnaire.topics or self.question(about) is not None
        )
        return self._talk.notes.get(about, "").strip() if is_open else ""

    def own_words(self) -> str:
        """Return the answer to the opening question."""
        question = self.question("own_question")
        value = self.value(question) if question is not None else None
        return value.strip() if isinstance(value, str) else ""

    def wishes(self) -> tuple[Wish, ...]:
        """Return the wishes that may be named."""
        return tuple(wish for wish in self._talk.wishes if str(wish.topic) not in self.held.topics)

    def strengths(self) -> tuple[Strength, ...]:
        """Return what goes well."""
        return tuple(
            each for each in self._talk.strengths if str(each.topic) not in self.held.topics and each.text.strip()
        )

    def around(self) -> tuple[Tie, ...]:
        """Return who is around the person; nobody while something silent stands, or may be so."""
        return () if must_stay_inside(self._picture.assessment) else self._talk.ties

    def reasons(self, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
        """Return the arguments that rest on nothing that is held back."""
        return self.held.open_reasons(reasons)

    def is_about_safety(self, reason: Reason) -> bool:
        """Tell whether an argument rests on a flag or on an answer about safety: not for a kitchen table."""
        questions = self._questionnaire.questions
        safety = (questions.get(QuestionId(column)) for column in reason.columns)
        is_flag = any(column.startswith(FLAG_COLUMN) for column in reason.columns)
        rules = self._rules.flags
        from_flag = any(clause.id == reason.rule for flag in rules for clause in flag.clauses)
        return is_flag or from_flag or any(each is not None and each.safety for each in safety)

    def contributions(self, found: Iterable[Contribution]) -> tuple[Contribution, ...]:
        """Return the parts of a score that rest on nothing that is held back."""
        return tuple(each for each in found if not self.held.touches(each.columns))

    def may_name_kind(self, kind: str) -> bool:
        """Tell whether a kind of help may be named: it does not rest on what is held back alone."""
        return may_name_kind(kind, self.held, self._picture)

    def proposals(self, found: Iterable[Proposal]) -> tuple[Proposal, ...]:
        """Return the proposals that may be named."""
        return tuple(each for each in found if self.may_name_kind(each.kind.id))

    def first_steps(self) -> tuple[KindId, ...]:
        """Return the kinds that make the first steps, as far as they may be named."""
        return tuple(kind for kind in self._picture.advice.first_steps if self.may_name_kind(kind))

    def choices(self) -> tuple[Choice, ...]:
        """Return the decisions that may be named."""
        return tuple(each for each in self._talk.choices if self.may_name_kind(each.kind))

    def steps(self) -> tuple[Step, ...]:
        """Return the agreed steps that may be named."""
        return tuple(step for step in self._talk.plan.steps if step.text.strip() and self._may_name_step(step))

    def _may_name_step(self, step: Step) -> bool:
        if step.kind:
            return self.may_name_kind(str(step.kind))
        kinds = (self._kinds[KindId(kind)] for kind in self.held.kinds)
        return not any(step.text.strip() in {kind.step.nl, kind.step.en} for kind in kinds)

    def flag_rule(self, flag: FlagId) -> FlagRule:
        """Return the rule of a flag."""
        return self._rules.flag(flag)

    def flags(self, state: FlagState) -> tuple[FlagOutcome, ...]:
        """Return the flags in a state that may be named, most urgent first."""
        found = (flag for flag in self._picture.assessment.flags if flag.state is state)
        return tuple(sorted((flag for flag in found if self.may_name_flag(flag)), key=lambda flag: -flag.urgency))

    def outcomes(self) -> tuple[FlagOutcome, ...]:
        """Return what is known of every flag that may be named."""
        return tuple(flag for flag in self._picture.assessment.flags if self.may_name_flag(flag))

    def may_name_flag(self, flag: FlagOutcome) -> bool:
        """Tell whether a flag may be named; one that can be silent only while it holds for another reason."""
        rule = self.flag_rule(flag.flag)
        if flag.is_silent or rule.effect is FlagEffect.SILENT:
            return False
        return bool(flag.clauses) or not any(_is_silent(clause) for clause in rule.clauses)

    def actions(self, flag: FlagOutcome) -> tuple[FlagAction, ...]:
        """Return what was done about a flag; nothing where the words may be about a silent side of it."""
        if any(_is_silent(clause) for clause in flag.all_clauses):
            return ()
        return tuple(each for each in self._talk.flag_actions if each.flag == flag.flag)

    def urgency(self) -> Urgency:
        """Return how soon something must be done, as far as it may be told."""
        open_ = {each.rule for each in self.reasons(self._picture.assessment.urgency_reasons)}
        levels = [rule.level for rule in self._rules.urgency if rule.id in open_]
        levels += [clause.urgency for flag in self.flags(FlagState.RAISED) for clause in flag.clauses]
        waiting = [flag for flag in self.flags(FlagState.POSSIBLE) if flag.effect is FlagEffect.WAITS]
        levels += [min(clause.urgency, Urgency.TODAY) for flag in waiting for clause in flag.clauses]
        return max(levels, default=Urgency.ROUTINE)

    def urgency_in_force(self) -> tuple[Urgency, bool]:
        """Return how soon something must be done, and whether that is the practitioner's own word.

        Where something silent stands or stood, an own level is told only above what may be told: a bare level names
        nothing.
        """
        own, told = self._talk.urgency_set, self.urgency()
        if own is None:
            return told, False
        if self.own_urgency() is None:
            return max(own.level, told), own.level > told
        level = own.over(self._picture.assessment)
        return level, level is own.level and level is not self._picture.assessment.urgency

    def own_urgency(self) -> OwnUrgency | None:
        """Return the urgency that the practitioner set, where nothing silent stands or stood behind it."""
        own = self._talk.urgency_set
        known = () if own is None else (each.removeprefix(POSSIBLE) for each in own.known)
        return None if self._silence_stands() or not self.held.clauses.isdisjoint(known) else own

    def own_reasons_stay(self) -> bool:
        """Tell whether what a practitioner wrote as a reason stays inside: it may rest on something silent."""
        return self._silence_stands()

    def referrer_reason(self) -> str:
        """Return why the person was sent, in the words of who did; empty where something silent stands beside it."""
        return "" if self._silence_stands() else self._talk.situation.referrer_reason.strip()

    def is_told_whole(self, outcome: KindOutcome) -> bool:
        """Tell whether no argument for or against a kind is held back, so that going against it gives nothing away.

        That the talk was enough goes against every flag, also against one that may not be named.
        """
        if outcome.kind == ENOUGH and self._silence_stands():
            return False
        arguments = (*outcome.reasons, *outcome.against)
        return len(self.reasons(arguments)) == len(arguments)

    def _silence_stands(self) -> bool:
        assessment = self._picture.assessment
        waiting = [flag for flag in assessment.possible() if flag.effect is FlagEffect.WAITS]
        clauses = [clause for flag in (*assessment.raised(), *waiting) for clause in flag.all_clauses]
        return any(map(_is_silent, clauses)) or len(self.reasons(assessment.urgency_reasons)) != len(
            assessment.urgency_reasons
        )
