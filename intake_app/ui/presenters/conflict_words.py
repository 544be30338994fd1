"""What two people set otherwise, in words: what it is about, and what the one and the other made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from intake_app.advice.plan import DecidedBy, Plan
from intake_app.conversation import changes as c
from intake_app.conversation.around import PERSON
from intake_app.conversation.consent import service_name
from intake_app.conversation.history import answer_of
from intake_app.core.ids import QuestionId, TopicId
from intake_app.questionnaire.answers import Given
from intake_app.ui.presenters.choose_facts import day
from intake_app.ui.presenters.talk_people import person_line
from intake_app.ui.presenters.talk_question import answer_words

if TYPE_CHECKING:
    from intake_app.advice.plan import Choice, Step
    from intake_app.conversation.desk import Desk
    from intake_app.conversation.model import Consent, Tie, Wish
    from intake_app.conversation.safety_plan import SafetyPlan
    from intake_app.conversation.session import Session
    from intake_app.questionnaire.situation import Situation

HUISARTS = "huisarts"


class Words:
    """Puts the changes of one talk into words."""

    def __init__(self, desk: Desk, session: Session) -> None:
        """Speak the language of the desk."""
        self._desk, self._session, self._text = desk, session, desk.text

    def title(self, change: c.Change) -> str:
        """Return what a change is about."""
        match change:
            case c.Answered(question=question):
                return self._about(question)
            case c.NoteWritten(about=about):
                return self._text("conflict.note", about=self._about(about))
            case c.StrengthAdded(strength=strength):
                return self._text("conflict.strength", about=self._about(strength.topic))
            case c.WishSet(wish=wish):
                return self._text("conflict.wish", about=self._about(wish.topic))
            case c.WishDropped(topic=topic):
                return self._text("conflict.wish", about=self._about(topic))
            case c.TieSet() | c.TieDropped():
                return self._text("conflict.tie")
            case c.Chosen(choice=choice):
                return self._kind(choice.kind)
            case c.ChoiceDropped(kind=kind):
                return self._kind(kind)
            case _:
                return self._title_of_whole(change)

    def _title_of_whole(self, change: c.Change) -> str:
        match change:
            case c.ConsentSet(consent=consent):
                known = consent.recipient in {HUISARTS, PERSON}
                about = self._text(f"who.{consent.recipient}") if known else self._service_name(consent.recipient)
                return self._text("conflict.consent", about=about)
            case c.SituationChanged():
                return self._text("conflict.situation")
            case c.WishesRanked():
                return self._text("conflict.ranking")
            case c.PlanSet():
                return self._text("conflict.plan")
            case c.SafetyPlanSet():
                return self._text("conflict.safety_plan")
            case c.UrgencySet():
                return self._text("conflict.urgency")
            case _:
                return self._text("conflict.closing")

    def words(self, change: c.Change | None, other: c.Change | None) -> str:
        """Return what a change sets; of something that is set as a whole only where the `other` differs."""
        match change:
            case c.Answered():
                return self._answer(change)
            case c.NoteWritten(text=text):
                return text or self._text("conflict.nothing")
            case c.StrengthAdded(strength=strength):
                return strength.text or self._text("conflict.nothing")
            case c.WishSet(wish=wish):
                return self._wish(wish)
            case c.Chosen(choice=choice):
                return self._choice(choice)
            case c.ChoiceDropped():
                return self._text("conflict.undecided")
            case c.SituationChanged(situation=situation):
                return self._situation(situation, other)
            case c.PlanSet(plan=plan):
                return self._plan(plan, other)
            case _:
                return self._more_words(change, other)

    def _more_words(self, change: c.Change | None, other: c.Change | None) -> str:
        match change:
            case c.SafetyPlanSet(plan=plan):
                return self._safety_plan(plan, other)
            case c.ConsentSet(consent=consent):
                return self._consent(consent)
            case c.TieSet(tie=tie):
                return self._tie(tie)
            case c.WishesRanked(topics=topics):
                return ", ".join(self._about(topic) for topic in topics)
            case c.UrgencySet(level=level, reason=reason):
                said = self._text("conflict.by_rules" if level is None else f"flags.urgency_{level}")
                return f"{said}: {reason}" if reason else said
            case c.Closed():
                return self._text("conflict.closed")
            case c.Reopened():
                return self._text("conflict.open")
            case _:
                return self._text("conflict.nothing")

    def _about(self, id_: str) -> str:
        questionnaire, language = self._session.knowledge.questionnaire, self._desk.language
        question, topic = questionnaire.questions.get(QuestionId(id_)), questionnaire.topics.get(TopicId(id_))
        if question is not None:
            return question.text.of(language)
        return id_ if topic is None else topic.name.of(language)

    def _kind(self, id_: str) -> str:
        kinds = self._session.knowledge.supply.kinds
        return next((kind.name.of(self._desk.language) for kind in kinds if kind.id == id_), id_)

    def _answer(self, change: c.Answered) -> str:
        answer = answer_of(change)
        question = self._session.knowledge.questionnaire.questions[change.question]
        if answer is None:
            return self._text("conflict.no_answer")
        if isinstance(answer, Given) and isinstance(answer.value, str) and not question.options:
            return answer.value
        return answer_words(self._desk, question, answer)

    def _wish(self, wish: Wish) -> str:
        parts = [wish.text or self._text("talk.wished")]
        if (wish.importance, wish.confidence) != (None, None):
            scores = {"importance": wish.importance, "confidence": wish.confidence}
            shown = {name: "–" if score is None else str(score) for name, score in scores.items()}
            parts.append(self._text("conflict.scores", **shown))
        return ", ".join(parts)

    def _choice(self, choice: Choice) -> str:
        service = choice.shown or self._session.knowledge.supply.directory.service(choice.service)
        by = self._text("conflict.by_practitioner") if choice.by is DecidedBy.PRACTITIONER else ""
        name = service.name if service else ""
        said = (self._text(f"choose.decision_{choice.decision.value}"), name, choice.reason, by)
        return ", ".join(part for part in said if part)

    def _tie(self, tie: Tie) -> str:
        said = (f"tie.kind_{tie.kind.value}", f"tie.strength_{tie.strength}", f"tie.strain_{tie.strain}")
        along = self._text("tie.thinks_along") if tie.may_think_along else ""
        return ", ".join(part for part in (tie.name, *(self._text(key) for key in said), along) if part)

    def _service_name(self, recipient: str) -> str:
        directory = self._session.knowledge.supply.directory
        return service_name(recipient, self._session.conversation, directory) or recipient

    def _consent(self, consent: Consent) -> str:
        if consent.revoked:
            return self._text("conflict.consent_no")
        return self._text("conflict.consent_yes", day=day(consent.on))

    def _situation(self, situation: Situation, other: c.Change | None) -> str:
        beside = other.situation if isinstance(other, c.SituationChanged) else None
        said = {
            "speaks_freely": self._text("conflict.freely" if situation.speaks_freely else "conflict.not_freely"),
            "interpreter": self._text(f"talk.interpreter_{situation.interpreter.value}"),
            "call_back": self._text("conflict.call_back", how=situation.call_back or self._text("conflict.nothing")),
        }
        parts = [said[name] for name in _different(said, situation, beside)]
        rest = None if beside is None else replace(beside, **{name: getattr(situation, name) for name in said})
        if not parts or rest != situation:
            parts.insert(0, person_line(self._desk, situation))
        return "\n".join(parts)

    def _plan(self, plan: Plan, other: c.Change | None) -> str:
        said = {
            "steps": "\n".join(self._step(step) for step in plan.steps),
            "when_worse": plan.when_worse,
            "when_it_fails": plan.when_it_fails,
            "speak_again": self._text("conflict.speak_again", day=day(plan.speak_again)) if plan.speak_again else "",
            "speak_how": self._text("conflict.speak_how", how=plan.speak_how) if plan.speak_how else "",
        }
        parts = [said[name] for name in _different(said, plan, other.plan if isinstance(other, c.PlanSet) else None)]
        return "\n".join(part for part in parts if part) or self._text("conflict.nothing")

    def _safety_plan(self, plan: SafetyPlan, other: c.Change | None) -> str:
        said = {
            **dict(plan.texts),
            "people": ", ".join(f"{each.name} {each.number}".strip() for each in plan.people),
            "helpers": ", ".join(f"{each.name} {each.number}".strip() for each in plan.helpers),
        }
        differing = _different(said, plan, other.plan if isinstance(other, c.SafetyPlanSet) else None)
        return "\n".join(said[name] for name in differing if said[name]) or self._text("conflict.nothing")

    def _step(self, step: Step) -> str:
        known = step.who == "person" or step.who in {"practice", HUISARTS, "service"}
        who = self._text(f"who.{step.who}") if known else step.who
        said = (step.text, who, day(step.by) if step.by else "", step.smallest_start)
        return "• " + ", ".join(part for part in said if part)


def _different(names: dict[str, str], one: object, other: object) -> list[str]:
    def of(record: object, name: str) -> Any:  # noqa: ANN401  any part of a record
        return getattr(record, name)

    return [name for name in names if other is None or of(one, name) != of(other, name)]
