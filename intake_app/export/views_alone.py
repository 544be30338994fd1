"""What stays inside unless somebody ticks it, item by item, to be handed over to the person alone (decision 2).

It is the rest of what was said and written: what `views_record` leaves out stands here, each item with an id that
stays the same as long as the talk does not change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake_app.advice.kinds import Group
from intake_app.advice.plan import DecidedBy
from intake_app.export.templating import day, moment
from intake_app.export.views import Inputs, Speech, sentence, unclosed
from intake_app.export.views_around import tie_words
from intake_app.export.views_record import answer_words, decided, held_questions, named_flags, topic_name, who
from intake_app.export.views_safety import urgency_word
from intake_app.export.views_visible import Visible
from intake_app.practice.person_record import Correction
from intake_app.practice.persons import SilentItem
from intake_app.questionnaire.answers import NOT_ALONE, NotAsked
from intake_app.triage.model import FlagState
from intake_app.triage.outcome import FlagOutcome

_Found = Iterator[tuple[str, str]]


def silent_items(inputs: Inputs, corrections: Sequence[Correction], says: Speech) -> tuple[SilentItem, ...]:
    """Return what can be released of one talk, in the order in which it is shown."""
    visible, talk = Visible(inputs), str(inputs.conversation.id)
    parts = (_answers, _notes, _hopes, _around, _flags, _help, _steps, _circumstances)
    found = [item for part in parts for item in part(visible, says)]
    for number, each in enumerate(corrections, start=1):
        if each.reason.strip():
            text = says.say("person_alone.corrected", day=day(says.language, each.at), reason=each.reason.strip())
            found.append((f"correction:{number}", text))
    return tuple(SilentItem(id=f"{talk}/{key}", talk=talk, text=text) for key, text in found)


def _answers(visible: Visible, says: Speech) -> _Found:
    for question in held_questions(visible):
        answer = visible.inputs.conversation.answers.get(question.id)
        if answer is None or (isinstance(answer, NotAsked) and answer.reason == NOT_ALONE):
            continue
        said = sentence(answer_words(question, answer, says))
        if isinstance(answer, NotAsked):
            said = f"{said} {sentence(answer.reason)}"
        yield f"answer:{question.id}", f"{says.of(question.text)} {said}".strip()


def _notes(visible: Visible, says: Speech) -> _Found:
    talk, questionnaire = visible.inputs.conversation, visible.inputs.knowledge.questionnaire
    questions = {str(question.id): question for question in held_questions(visible)}
    for about, text in sorted(talk.notes.items()):
        if text.strip() and about in questions:
            name = unclosed(says.of(questions[about].text))
        elif text.strip() and about in visible.held.topics:
            name = says.of(next(each.name for id_, each in questionnaire.topics.items() if id_ == about))
        else:
            continue
        yield f"note:{about}", says.say("person_alone.note", about=name, text=says.quote(text.strip()))


def _hopes(visible: Visible, says: Speech) -> _Found:
    talk = visible.inputs.conversation
    for number, wish in enumerate(talk.wishes, start=1):
        if wish not in visible.wishes():
            name = topic_name(str(wish.topic), visible.inputs, says)
            text = " ".join(filter(None, (wish.text.strip(), wish.one_higher.strip())))
            yield f"wish:{number}", says.say("person_alone.wish", topic=name, text=text).strip()
    for number, strength in enumerate(talk.strengths, start=1):
        if strength not in visible.strengths() and strength.text.strip():
            name = topic_name(str(strength.topic), visible.inputs, says)
            text = says.say("person_alone.strength", topic=name, text=strength.text.strip())
            yield f"strength:{number}", text


def _around(visible: Visible, says: Speech) -> _Found:
    shown = visible.around()
    for tie in visible.inputs.conversation.ties:
        if tie not in shown:
            yield f"tie:{tie.id}", says.say("around_paper.alone", words=tie_words(tie, says, with_strain=True))


def _flags(visible: Visible, says: Speech) -> _Found:
    told = {each.flag for each in named_flags(visible)}
    for flag in visible.inputs.picture.assessment.flags:
        lines = list(_about_flag(flag, visible, says, is_told=flag.flag in told))
        if lines:
            title = sentence(says.of(visible.flag_rule(flag.flag).title))
            yield f"flag:{flag.flag}", " ".join((title, *lines))


def _about_flag(flag: FlagOutcome, visible: Visible, says: Speech, *, is_told: bool) -> Iterator[str]:
    talk = visible.inputs.conversation
    if not is_told and flag.state is FlagState.RAISED:
        yield from (sentence(says.of(clause.text)) for clause in flag.all_clauses)
    shown = visible.actions(flag) if is_told else ()
    for each in talk.flag_actions:
        if each.flag == flag.flag and each not in shown:
            done, told = unclosed(each.done), unclosed(who(each.told, says))
            at = moment(says.language, each.at)
            yield f"{says.say('huisarts_paper.flag_action', done=done, told=told)} ({at})"
            if each.agreed.strip():
                yield sentence(says.say("huisarts_paper.flag_agreed", text=each.agreed.strip()))
    for taken in talk.withdrawals:
        if taken.flag == flag.flag:
            on, reason = day(says.language, taken.at), sentence(taken.reason)
            yield says.say("person_alone.withdrawn", day=on, reason=reason)


def _help(visible: Visible, says: Speech) -> _Found:
    talk, advice = visible.inputs.conversation, visible.inputs.picture.advice
    shown = visible.choices()
    for number, choice in enumerate(talk.choices, start=1):
        reason = choice.reason.strip()
        if choice in shown and not (choice.by is DecidedBy.PRACTITIONER and reason):
            continue
        found = decided(choice, visible.inputs, says)
        text = says.say("person_alone.choice", decision=found.decision.words, kind=found.kind.words, by=found.by)
        yield f"choice:{number}", f"{text} {sentence(reason)}".strip()
    for group in Group:
        for each in advice.suggested(group):
            if not visible.may_name_kind(each.kind.id):
                yield f"kind:{each.kind.id}", says.say("person_alone.suggested", kind=says.of(each.kind.name))


def _steps(visible: Visible, says: Speech) -> _Found:
    shown = visible.steps()
    for number, step in enumerate(visible.inputs.conversation.plan.steps, start=1):
        if step not in shown and step.text.strip():
            by = "" if step.by is None else f" ({day(says.language, step.by)})"
            text = " ".join(filter(None, (sentence(step.text), sentence(step.smallest_start))))
            yield f"step:{number}", f"{says.say('person_alone.step', who=who(step.who, says), text=text)}{by}"


def _circumstances(visible: Visible, says: Speech) -> _Found:
    talk = visible.inputs.conversation
    if talk.urgency_set is not None:
        own = talk.urgency_set
        text = says.say("person_alone.urgency", level=urgency_word(own.level, says))
        yield "urgency", f"{text} {sentence(own.reason)}".strip()
    referred = talk.situation.referrer_reason.strip()
    if referred and not visible.referrer_reason():
        yield "referrer", says.say("person_alone.referrer", text=says.quote(referred))
    if talk.situation.call_back.strip():
        yield "call_back", says.say("person_alone.call_back", how=talk.situation.call_back.strip())
