"""The use cases of one talk. A command goes in, a new state and picture come out, and the change is kept.

A session never raises on what a person says: what cannot be is refused with a `Problem` before anything changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from intake_app.advice.chosen import with_copy
from intake_app.conversation import changes as c
from intake_app.conversation.model import FlagAction, Withdrawal
from intake_app.conversation.pressing import pressing
from intake_app.conversation.telling import Telling
from intake_app.core.problems import ProblemsError, problem
from intake_app.questionnaire.answers import NOT_ALONE
from intake_app.questionnaire.conditions import Truth
from intake_app.questionnaire.routing import asked_in_order, gates_filled
from intake_app.questionnaire.validation import check_value
from intake_app.triage.model import Urgency

if TYPE_CHECKING:
    from intake_app.advice.plan import Choice, Plan
    from intake_app.conversation.model import Consent
    from intake_app.core.ids import FlagId, QuestionId
    from intake_app.core.problems import Problem
    from intake_app.questionnaire.answers import Value
    from intake_app.questionnaire.situation import Situation
    from intake_app.triage.outcome import FlagOutcome

YOUNGEST = 16
"""Age in years. Under it other rules of consent hold (docs/sources/practice.md §4, P20); refused in this version."""


class Session(Telling):
    """One open conversation."""

    def answer(self, question: QuestionId, value: Value) -> None:
        """Give an answer; gates that it implies are filled. Raises `ProblemsError` when the value does not fit."""
        wrong = check_value(self.knowledge.questionnaire.questions[question], value, question)
        if wrong is not None:
            raise ProblemsError((wrong,))
        gates = gates_filled(self.knowledge.questionnaire, self.conversation.answers, question)
        filled = [c.Answered(question=gate, state="given", value=given.value) for gate, given in gates.items()]
        self._keep(*filled, c.Answered(question=question, state="given", value=value))

    def decline(self, question: QuestionId) -> None:
        """Note that the person does not want to say."""
        self._keep(c.Answered(question=question, state="declined"))

    def not_known(self, question: QuestionId) -> None:
        """Note that the person does not know."""
        self._keep(c.Answered(question=question, state="not_known"))

    def not_asked(self, question: QuestionId, reason: str) -> None:
        """Note that the question was left out, and why."""
        self._keep(c.Answered(question=question, state="not_asked", reason=reason))

    def clear(self, question: QuestionId) -> None:
        """Take an answer away; the question counts as not asked."""
        self._keep(c.Answered(question=question, state="cleared"))

    def change_situation(self, situation: Situation) -> None:
        """Change who is there or what is known of the person; refuses an age under sixteen."""
        wrong = too_young(situation)
        if wrong is not None:
            raise ProblemsError((wrong,))
        self._keep(c.SituationChanged(situation=situation))

    def gut_feeling(self, *, on: bool) -> None:
        """Press the niet-pluis key; taking it back goes through `withdraw`."""
        if on and not self.conversation.situation.gut_feeling:
            self._keep(c.SituationChanged(situation=replace(self.conversation.situation, gut_feeling=True)))

    def act_on(self, flag: FlagId, done: str, told: str, agreed: str = "") -> None:
        """Record what was done about a flag and who was told."""
        if not done.strip() or not told.strip():
            raise ProblemsError((problem("flag_action_incomplete", flag),))
        action = FlagAction(flag=flag, done=done, told=told, at=self._clock.now(), agreed=agreed)
        self._keep(c.FlagActed(action=action))

    def withdraw(self, flag: FlagId, reason: str) -> None:
        """Take a flag back, with a reason; new signs can raise it again."""
        if not reason.strip():
            raise ProblemsError((problem("reason_missing", flag),))
        outcome = self.flag(flag)
        clauses = {clause.id for clause in outcome.clauses} | self.conversation.history.standing.get(flag, frozenset())
        withdrawal = Withdrawal(flag=flag, reason=reason, at=self._clock.now())
        self._keep(c.FlagWithdrawn(withdrawal=withdrawal, clauses=tuple(sorted(clauses))))

    def set_urgency(self, level: Urgency, reason: str) -> None:
        """Set the urgency: up always, down only with a reason. What comes later still counts (`OwnUrgency`).

        To say what the rules say already, without a reason, is nothing to keep.
        """
        assessment = self.picture.assessment
        if self.conversation.urgency_set is None and level is assessment.urgency and not reason.strip():
            return
        if level < assessment.urgency and not reason.strip():
            raise ProblemsError((problem("reason_missing", "urgency"),))
        known = sorted(pressing(assessment))
        said = assessment.urgency.code
        self._keep(c.UrgencySet(level=level.code, reason=reason.strip(), said=said, known=tuple(known)))

    def follow_rules(self) -> None:
        """Return to the urgency that the rules say."""
        if self.conversation.urgency_set is not None:
            self._keep(c.UrgencySet(level=None))

    def choose(self, choice: Choice) -> None:
        """Decide on an option kind; raises `ProblemsError` where a flag must come first or a reason is missing."""
        wrong = self.refusal(choice)
        if wrong:
            raise ProblemsError(wrong)
        before = self.conversation.choice(choice.kind)
        self._keep(c.Chosen(choice=with_copy(choice, before, self.knowledge.supply.directory)))

    def drop_choice(self, kind: str) -> None:
        """Take a decision back."""
        self._keep(c.ChoiceDropped(kind=kind))

    def agree(self, plan: Plan) -> None:
        """Keep the agreements as they stand."""
        if plan != self.conversation.plan:
            self._keep(c.PlanSet(plan=plan))

    def consent(self, consent: Consent) -> None:
        """Keep who may read what."""
        self._keep(c.ConsentSet(consent=consent))

    def move(self, screen: str, place: str) -> None:
        """Remember where in the talk one is."""
        if (screen, place) != (self.conversation.screen, self.conversation.place):
            self._keep(c.Moved(screen=screen, place=place))

    def close(self) -> None:
        """Close the talk with what there is; a flag that waits must be recorded first."""
        wrong = self.obstacles()
        if wrong:
            raise ProblemsError(wrong)
        self._keep(c.Closed(at=self._clock.now()))

    def reopen(self) -> None:
        """Open a closed talk again."""
        self._keep(c.Reopened())

    def flag(self, id_: FlagId) -> FlagOutcome:
        """Return what is known of one flag."""
        return next(flag for flag in self.picture.assessment.flags if flag.flag == id_)

    @property
    def urgency(self) -> Urgency:
        """The urgency as the practitioner set it, else as the rules say; never below what came after that."""
        return self.conversation.urgency(self.picture.assessment)

    def order(self) -> tuple[QuestionId, ...]:
        """Return the questions of this talk in order."""
        return asked_in_order(self.knowledge.questionnaire, self.picture.routing, self.conversation.situation)

    def open_safety(self) -> tuple[QuestionId, ...]:
        """Return the questions of the safety block that apply, may be asked now, and have no answer of any kind.

        Before the options each of them is asked, declined, or not asked with a reason.
        """
        questionnaire, situation = self.knowledge.questionnaire, self.conversation.situation
        return tuple(
            id_
            for id_ in questionnaire.safety_block
            if id_ not in self.conversation.answers
            and self.picture.routing.applies[id_] is Truth.TRUE
            and questionnaire.questions[id_].options
            and (situation.may_ask_alone or not questionnaire.questions[id_].alone)
        )

    def leave_safety(self, reason: str) -> None:
        """Note every open question of the safety block as not asked, with the reason."""
        if not reason.strip():
            raise ProblemsError((problem("reason_missing", "safety"),))
        open_ = self.open_safety()
        if open_:
            self._keep(*(c.Answered(question=each, state="not_asked", reason=reason) for each in open_))

    def mark_not_alone(self) -> None:
        """Note every open `alone` question as not asked because nobody was alone (decision 2)."""
        questions = self.knowledge.questionnaire.questions.values()
        open_ = [
            question.id
            for question in questions
            if question.alone
            and question.id not in self.conversation.answers
            and self.picture.routing.applies[question.id] is Truth.TRUE
        ]
        if open_ and not self.conversation.situation.may_ask_alone:
            self._keep(*(c.Answered(question=each, state="not_asked", reason=NOT_ALONE) for each in open_))


def too_young(situation: Situation) -> Problem | None:
    """Return the problem of an age under sixteen; where only the year is known and leaves doubt, ask for the age."""
    person = situation.person
    age = person.age_on(situation.date)
    if age is None or age >= YOUNGEST:
        return None
    in_doubt = person.age is None and age == YOUNGEST - 1
    return problem("age_in_doubt" if in_doubt else "too_young", "person")
