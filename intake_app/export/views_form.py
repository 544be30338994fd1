"""The questionnaire on paper, for when there is no PC: what stands on it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from intake_app.export.views import Speech
from intake_app.export.views_form_routes import Form, Routes, exploratory, numbered, quick
from intake_app.questionnaire.for_person import PERSON_HELP
from intake_app.questionnaire.model import Mode, Question, QuestionKind, Topic
from intake_app.questionnaire.situation import Channel, Interpreter, Participant

_NET = ("net_call", "net_danger", "net_talk")
_MOST_NUMBERS = 11
"""Numbers that stand in a row; a number from a longer range is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """One question: its number, when it is asked, and what to tick, circle or write.

    `scale` are the lowest and the highest number of a row, `unit` stands before a number to write; both may be empty.
    """

    number: str
    text: str
    help: str
    when: str
    options: tuple[str, ...] = ()
    is_many: bool = False
    scale: tuple[str, str] | tuple[()] = ()
    scale_words: str = ""
    unit: str = ""
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """The questions of one topic. Who leads the talk sees how to begin and how to ask on; the person does not."""

    questions: tuple[AskedView, ...]
    name: str = ""
    when: str = ""
    opener: str = ""
    hints: tuple[str, ...] = ()
    has_lines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of the form under one heading, with what to say first and lines to write on."""

    title: str
    topics: tuple[TopicView, ...]
    intro: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The whole form. `apart` is a sheet of its own, for what is asked alone.

    `present`, `channels` and `interpreters` are ticked by who leads the talk; `net` is where the person finds help.
    On the form of the other they are empty.
    """

    title: str
    about: tuple[str, ...]
    footer: str
    kind: str
    parts: tuple[PartView, ...]
    apart: PartView | None = None
    present: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    interpreters: tuple[str, ...] = ()
    net: tuple[str, ...] = ()


def form_view(form: Form, says: Speech) -> FormView:
    """Return what stands on a form."""
    version = "own" if form.for_person else "led"
    is_led = not form.for_person
    parts, apart = _parts(form, says)
    return FormView(
        title=says.say("form.title_own" if form.for_person else f"form.title_{form.mode.value}"),
        about=tuple(says.say(f"form.about_{version}_{each}") for each in ("first", "signs", "after")),
        footer=says.say(f"form.footer_{version}"),
        kind="huisarts" if is_led else "person",
        parts=parts,
        apart=apart,
        present=tuple(says.say(f"roles.{each.value}") for each in Participant) if is_led else (),
        channels=tuple(says.say(f"huisarts_paper.channel_{each.value}") for each in Channel) if is_led else (),
        interpreters=tuple(says.say(f"form.interpreter_{each.value}") for each in Interpreter) if is_led else (),
        net=() if is_led else tuple(says.say(f"person_paper.{each}") for each in _NET),
    )


def _parts(form: Form, says: Speech) -> tuple[tuple[PartView, ...], PartView | None]:
    """Return the parts of a form, and what is asked alone."""
    before, after = quick(form) if form.mode is Mode.QUICK else (exploratory(form), ())
    alone = tuple(each for each in (*before, *after) if _is_alone(each, form))
    before, after = (tuple(each for each in some if each not in alone) for some in (before, after))
    routes = Routes(form=form, numbers=numbered((*before, *after, *alone)), says=says)
    parts = _quick_parts(before, after, routes) if form.mode is Mode.QUICK else _whole_parts(before, routes)
    if not alone:
        return parts, None
    intro = (says.say("form.alone_first"), says.say("form.alone_then"))
    return parts, PartView(title=says.say("form.alone"), topics=(_bare(alone, routes),), intro=intro)


def _is_alone(question: Question, form: Form) -> bool:
    return question.alone or form.questionnaire.topics[question.topic].silent


def _quick_parts(before: Sequence[Question], after: Sequence[Question], routes: Routes) -> tuple[PartView, ...]:
    says = routes.says
    keys = ("chosen_own",) if routes.form.for_person else ("chosen_how", "chosen_more")
    intro = tuple(says.say(f"form.{key}") for key in keys)
    return (
        PartView(title=says.say("form.begin"), topics=(_bare(before, routes),)),
        PartView(title=says.say("form.chosen"), topics=(), intro=intro, lines=6),
        PartView(title=says.say("form.further"), topics=(_bare(after, routes),), intro=_announced(after, routes)),
    )


def _whole_parts(questions: Sequence[Question], routes: Routes) -> tuple[PartView, ...]:
    bank = routes.form.questionnaire
    names = {part.area: routes.says.of(part.name) for part in bank.parts}
    block, closing = set(bank.safety_block), bank.parts[0].topics[-1]
    places = {each.id: place for place, each in enumerate(questions)}
    first_of_block = min((places[each.id] for each in questions if each.id in block), default=len(questions))

    def heading(question: Question) -> str:
        if question.topic == closing.id:
            return routes.says.of(closing.name)
        if question.id in block:
            return routes.says.say("form.safety")
        is_late = places[question.id] > first_of_block
        return routes.says.say("form.late") if is_late else names[question.area]

    parts = []
    for title, group in groupby(questions, key=heading):
        asked = tuple(group)
        is_block = any(each.id in block for each in asked)
        topics = (_bare(asked, routes),) if is_block else tuple(_topics(asked, title, routes))
        parts.append(PartView(title=title, topics=topics, intro=_announced(asked, routes)))
    return tuple(parts)


def _announced(questions: Iterable[Question], routes: Routes) -> tuple[str, ...]:
    """Return what to say before questions about safety, and what to do with a yes (practice.md §1 and §2)."""
    if not any(each.safety for each in questions):
        return ()
    block = set(routes.form.questionnaire.safety_block)
    if not any(each.id in block for each in questions):
        return ()
    return routes.says.say("form.announce"), routes.says.say("form.consult")


def _bare(questions: Iterable[Question], routes: Routes) -> TopicView:
    return TopicView(questions=tuple(_asked(each, routes) for each in questions))


def _topics(questions: Iterable[Question], title: str, routes: Routes) -> Iterable[TopicView]:
    """Yield the topics of a part; one that is called as the part is needs no heading of its own."""
    for id_, group in groupby(questions, key=lambda each: each.topic):
        found = _topic(routes.form.questionnaire.topics[id_], tuple(group), routes)
        yield replace(found, name="") if found.name == title else found


def _topic(topic: Topic, questions: Sequence[Question], routes: Routes) -> TopicView:
    is_led, says = not routes.form.for_person, routes.says
    return TopicView(
        questions=tuple(_asked(each, routes) for each in questions),
        name=says.of(topic.name),
        when=routes.of_topic(topic),
        opener=says.say("form.opener", text=says.of(topic.opener)) if is_led else "",
        hints=tuple(says.of(each) for each in topic.hints) if is_led else (),
        has_lines=is_led,
    )


def _asked(question: Question, routes: Routes) -> AskedView:
    says = routes.says
    low, high = question.minimum, question.maximum
    is_row = low is not None and high is not None and high - low < _MOST_NUMBERS and low.is_integer()
    is_number = question.kind is QuestionKind.NUMBER
    ends = (f"{low:g}", f"{high:g}") if is_number and is_row else ()
    unit = says.of(question.unit) if question.unit is not None else ""
    return AskedView(
        number=routes.numbers[str(question.id)],
        text=says.of(question.text),
        help=_help(question, routes),
        when=routes.of_question(question),
        options=tuple(says.of(each.label) for each in routes.form.options(question)),
        is_many=question.kind is QuestionKind.MULTI,
        scale=ends,
        scale_words=says.say("form.scale", low=ends[0], high=ends[1]) if ends else "",
        unit=unit,
        lines={QuestionKind.TEXT: 3, QuestionKind.DATE: 1}.get(question.kind, int(is_number and not ends)),
    )


def _help(question: Question, routes: Routes) -> str:
    if not routes.form.for_person:
        return routes.says.of(question.help)
    if question.id in PERSON_HELP:
        return routes.says.say(f"person_help.{question.id}")
    several = routes.says.say("person_side.several") if question.kind is QuestionKind.MULTI else ""
    return routes.says.of(question.help) or several
