"""Everything about one person in words, as far as it may leave the program by itself (`views_visible`).

Held back like on every paper is what is silent. Held back on this one too, always and of every talk alike, are flags
that have no name on paper and reasons that a practitioner gave: somebody else may read along. All of it can be
released item by item (`views_alone`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Choice, DecidedBy, Step
from intake_app.conversation.consent import RELEASE, service_name
from intake_app.conversation.model import Consent
from intake_app.export.templating import day
from intake_app.export.views import Inputs, Speech, sentence, unclosed
from intake_app.export.views_picture import is_known, needs
from intake_app.export.views_safety_plan import plan_parts
from intake_app.export.views_visible import Visible
from intake_app.practice.person_record import (
    AboutPerson,
    Agreed,
    AgreedStep,
    AroundPerson,
    Correction,
    Decided,
    Done,
    GaveConsent,
    GivenAnswer,
    GoesWell,
    Named,
    Signal,
    TalkedAbout,
    TalkRecord,
    Wanted,
)
from intake_app.questionnaire.answers import Answer, Declined, Given, NotAsked, NotKnown
from intake_app.questionnaire.model import AreaPart, Question, QuestionKind, Topic
from intake_app.questionnaire.situation import Interpreter
from intake_app.triage.model import FlagState
from intake_app.triage.outcome import FlagOutcome, Need, Score, neighbours


def talk_record(inputs: Inputs, corrections: Sequence[Correction], says: Speech) -> TalkRecord:
    """Return what may be told of one talk, with everything that was corrected in it."""
    visible = Visible(inputs)
    talk, situation = inputs.conversation, inputs.conversation.situation
    assessment = inputs.picture.assessment
    medical, social = needs(inputs, says)
    spoken = situation.interpreter is not Interpreter.NONE
    return TalkRecord(
        on=situation.date,
        begun=talk.opened,
        closed=talk.closed,
        mode=named(situation.mode.value, "huisarts_paper.mode_", says),
        channel=named(situation.channel.value, "huisarts_paper.channel_", says),
        present=tuple(named(each.value, "who.", says) for each in situation.participants),
        interpreter=named(situation.interpreter.value, "huisarts_paper.interpreter_", says) if spoken else Named(),
        referrer=referrer(situation.referrer_role, says),
        referrer_reason=visible.referrer_reason(),
        person=_person(inputs, says),
        topics=tuple(_topics(visible, says)),
        strengths=_strengths(visible, says),
        wishes=_wishes(visible, says),
        around=_around(visible, says),
        medical=Named(code=_need(assessment.medical, inputs), words=medical),
        social=Named(code=_need(assessment.social, inputs), words=social),
        suggested=tuple(
            Named(code=each.kind.id, words=says.of(each.kind.name))
            for group in Group
            for each in visible.proposals(inputs.picture.advice.suggested(group))
        ),
        decisions=tuple(decided(each, inputs, says) for each in visible.choices()),
        agreed=_agreed(visible, says),
        safety_plan=plan_parts(talk.safety_plan, says),
        consents=tuple(_consent(each, inputs, says) for each in talk.consents),
        signals=tuple(_signals(visible, says)),
        corrected=tuple(each.at for each in corrections),
    )


def named(code: str, section: str, says: Speech) -> Named:
    """Return a code with its words; what was typed instead of a code stands for itself."""
    bare = code.strip()
    if not bare:
        return Named()
    try:
        return Named(code=bare, words=says.say(f"{section}{bare}"))
    except KeyError:
        return Named(code=bare, words=bare)


def referrer(role: str, says: Speech) -> str:
    """Return who sent somebody, as the start of a talk words it, or as it was typed."""
    found = named(role, "referrer.", says).words
    return named(role, "roles.", says).words if found == role.strip() else found


def who(role: str, says: Speech) -> str:
    """Return who somebody is, to the person: "u", "de huisarts", or as it was typed."""
    return named(role, "who.", says).words


def _person(inputs: Inputs, says: Speech) -> AboutPerson:
    situation = inputs.conversation.situation
    person = situation.person
    return AboutPerson(
        gender=named(person.gender, "huisarts_paper.", says),
        birth_year=person.birth_year,
        age=person.age_on(situation.date),
        pc4=person.pc4,
        language=named(person.language, "language_name.", says),
        literacy=named(person.literacy, "literacy.", says),
    )


# --- what was said ---


def _topics(visible: Visible, says: Speech) -> Iterator[TalkedAbout]:
    open_ = {topic.id for topic in visible.topics()}
    for part in visible.inputs.knowledge.questionnaire.parts:
        for topic in part.topics:
            if topic.id in open_:
                yield from _topic(part, topic, visible, says)


def _topic(part: AreaPart, topic: Topic, visible: Visible, says: Speech) -> Iterator[TalkedAbout]:
    found = (_answer(question, visible, says) for question in visible.questions(topic))
    answers = tuple(each for each in found if each is not None)
    note = visible.note(topic.id)
    if answers or note:
        yield TalkedAbout(
            area=Named(code=part.area.value, words=says.of(part.name)),
            topic=Named(code=topic.id, words=says.of(topic.name)),
            answers=answers,
            note=note,
        )


def _answer(question: Question, visible: Visible, says: Speech) -> GivenAnswer | None:
    answer = visible.inputs.conversation.answers.get(question.id)
    note, reason = visible.note(question.id), visible.left_out(question)
    if isinstance(answer, NotAsked) and not reason:
        answer = None
    if answer is None and not note:
        return None
    return GivenAnswer(
        question=question.id,
        asked=says.of(question.text),
        state=_state(answer),
        codes=_codes(question, answer),
        words=answer_words(question, answer, says),
        reason=reason,
        note=note,
    )


def _state(answer: Answer | None) -> str:
    match answer:
        case Given():
            return "given"
        case Declined():
            return "declined"
        case NotKnown():
            return "not_known"
        case NotAsked():
            return "not_asked"
        case None:
            return "open"


def _codes(question: Question, answer: Answer | None) -> tuple[str, ...]:
    if not isinstance(answer, Given) or isinstance(answer.value, float):
        return ()
    chosen = (answer.value,) if isinstance(answer.value, str) else answer.value
    return tuple(option.code for option in question.options if option.code in chosen)


def answer_words(question: Question, answer: Answer | None, says: Speech) -> str:
    """Return an answer in the words in which it was asked; no answer in words too."""
    if answer is None:
        return ""
    if not isinstance(answer, Given):
        return says.say(f"person_record.{_state(answer)}")
    if isinstance(answer.value, float):
        number = f"{answer.value:g}" if says.language == "en" else f"{answer.value:g}".replace(".", ",")
        return " ".join(filter(None, (number, "" if question.unit is None else says.of(question.unit))))
    if question.kind is QuestionKind.DATE and isinstance(answer.value, str):
        return day(says.language, answer.value)
    if question.kind is QuestionKind.TEXT and isinstance(answer.value, str):
        return answer.value.strip()
    codes = _codes(question, answer)
    return "; ".join(unclosed(says.of(option.label)) for option in question.options if option.code in codes)


def topic_name(topic: str, inputs: Inputs, says: Speech) -> str:
    """Return the name of a topic, or what was typed in its place."""
    known = {str(id_): each for id_, each in inputs.knowledge.questionnaire.topics.items()}
    return says.of(known[topic].name) if topic in known else topic


def _strengths(visible: Visible, says: Speech) -> tuple[GoesWell, ...]:
    return tuple(
        GoesWell(
            topic=topic_name(str(each.topic), visible.inputs, says),
            text=each.text.strip(),
            told_by=who(each.told_by, says),
        )
        for each in visible.strengths()
    )


def _wishes(visible: Visible, says: Speech) -> tuple[Wanted, ...]:
    return tuple(
        Wanted(
            topic=topic_name(str(each.topic), visible.inputs, says),
            text=each.text.strip(),
            importance=each.importance,
            confidence=each.confidence,
            one_higher=each.one_higher.strip(),
            told_by=who(each.told_by, says),
            for_whom=who(each.for_whom, says),
        )
        for each in visible.wishes()
    )


def _around(visible: Visible, says: Speech) -> tuple[AroundPerson, ...]:
    return tuple(
        AroundPerson(
            name=tie.name,
            kind=named(tie.kind.value, "tie.kind_", says),
            strength=named(str(tie.strength), "tie.strength_", says),
            strain=named(str(tie.strain), "tie.strain_", says),
            may_think_along=tie.may_think_along,
            told_by=who(tie.told_by, says),
        )
        for tie in visible.around()
    )


def _need(score: Score, inputs: Inputs) -> str:
    if not is_known(score, inputs):
        return Need.NOT_ENOUGH_KNOWN.value
    both = neighbours(score.low, score.high)
    return score.need.value if both is None else f"{both[0].value}_to_{both[1].value}"


# --- what was decided and agreed ---


def decided(choice: Choice, inputs: Inputs, says: Speech) -> Decided:
    """Return a decision; without the reason where a practitioner gave it."""
    names = {kind.id: says.of(kind.name) for kind in inputs.knowledge.supply.kinds}
    return Decided(
        kind=Named(code=choice.kind, words=names.get(choice.kind, choice.kind)),
        decision=named(choice.decision.value, "person_record.decision_", says),
        by=says.say(f"person_record.by_{choice.by.value}"),
        service=_service(choice, inputs),
        reason="" if choice.by is DecidedBy.PRACTITIONER else choice.reason.strip(),
    )


def _service(choice: Choice, inputs: Inputs) -> str:
    """Return the name of the service as it was when it was chosen."""
    service = choice.shown or inputs.knowledge.supply.directory.service(choice.service)
    return "" if service is None else service.name


def _agreed(visible: Visible, says: Speech) -> Agreed:
    plan = visible.inputs.conversation.plan
    return Agreed(
        steps=tuple(_step(each, visible.inputs, says) for each in visible.steps()),
        when_worse=plan.when_worse.strip(),
        when_it_fails=plan.when_it_fails.strip(),
        speak_again=plan.speak_again,
        speak_how=plan.speak_how.strip(),
    )


def _step(step: Step, inputs: Inputs, says: Speech) -> AgreedStep:
    names = {str(kind.id): says.of(kind.name) for kind in inputs.knowledge.supply.kinds}
    return AgreedStep(
        text=step.text.strip(),
        who=who(step.who, says),
        by=step.by,
        smallest_start=step.smallest_start.strip(),
        for_whom=who(step.for_whom, says),
        kind=names.get(str(step.kind), ""),
    )


def _consent(consent: Consent, inputs: Inputs, says: Speech) -> GaveConsent:
    """Return a consent in words; that something was released stands on no paper that lies at home."""
    service = service_name(consent.recipient, inputs.conversation, inputs.knowledge.supply.directory)
    items = (each for each in consent.items if not each.startswith(RELEASE))
    recipient = named(consent.recipient, "roles.", says)
    return GaveConsent(
        recipient=Named(code=consent.recipient, words=service) if service else recipient,
        items=tuple(named(each, "person_record.item_", says).words for each in items),
        on=consent.on,
        revoked=consent.revoked,
    )


# --- signals ---


def named_flags(visible: Visible) -> tuple[FlagOutcome, ...]:
    """Return the flags that have a name on the person's paper."""
    return tuple(each for each in visible.outcomes() if not visible.flag_rule(each.flag).neutral_paper)


def _signals(visible: Visible, says: Speech) -> Iterator[Signal]:
    for flag in named_flags(visible):
        is_raised = flag.state is FlagState.RAISED
        actions = tuple(
            Done(done=each.done.strip(), told=who(each.told, says), agreed=each.agreed.strip(), at=each.at)
            for each in visible.actions(flag)
        )
        withdrawn = tuple(each.at for each in visible.inputs.conversation.withdrawals if each.flag == flag.flag)
        if is_raised or actions or withdrawn:
            title = unclosed(sentence(says.of(visible.flag_rule(flag.flag).title)))
            yield Signal(
                signal=Named(code=flag.flag, words=title), is_raised=is_raised, actions=actions, withdrawn=withdrawn
            )


def held_questions(visible: Visible) -> Iterable[Question]:
    """Return the questions that stay inside, as far as they apply."""
    questionnaire, routing = visible.inputs.knowledge.questionnaire, visible.inputs.picture.routing
    held = (id_ for id_ in questionnaire.order if id_ in visible.held.questions)
    return (questionnaire.questions[id_] for id_ in held if routing.is_shown(id_))
