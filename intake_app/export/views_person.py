"""Mijn advies: what the person takes home, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake_app.core.ids import FlagId
from intake_app.export.templating import day, short_day
from intake_app.export.views import (
    QUOTE_LENGTH,
    Inputs,
    Speech,
    different,
    sentence,
    short,
    unproved_line,
    unproved_mark,
)
from intake_app.export.views_net import call_lines, not_said, safety_net, talk_line
from intake_app.export.views_steps import GroupView, StepView, first_steps, help_groups
from intake_app.export.views_visible import Visible
from intake_app.triage.model import FlagEffect, FlagRule, FlagState

MOST_QUOTES = 3
_LABELS = (
    *("title", "footer", "today", "about", "no_words", "going_well", "first_steps", "first_step", "proposal"),
    *(
        "proposal_note",
        "no_steps",
        "chosen_help",
        "possible_help",
        "later",
        "why",
        "cost",
        "start",
    ),
    *(
        "smallest",
        "who",
        "when",
        "call",
        "with_whom",
        "website",
        "place",
        "waiting",
        "scan",
        "net_title",
        "my_questions",
        "call_us",
    ),
    *("appointment_when",),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """The whole paper, or the page that stands in its place while something else comes first.

    `words` are the fixed labels. `first` holds the lines of an action page; it is empty on a whole advice.
    """

    title: str
    subtitle: str
    mark: str
    unproved: str
    words: Mapping[str, str]
    first: tuple[str, ...] = ()
    is_appointment: bool = False
    today: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    are_proposed: bool = False
    groups: tuple[GroupView, ...] = ()
    are_chosen: bool = False
    net: tuple[str, ...] = ()
    again: str = ""


def person_view(inputs: Inputs, says: Speech) -> PersonView:
    """Return what the person's paper shows now."""
    held = inputs.picture.advice.held_by
    return _action_page(held, inputs, says) if held else _advice(inputs, says)


def _subtitle(inputs: Inputs, says: Speech) -> str:
    on = says.say("documents.talk_on", day=day(says.language, inputs.conversation.situation.date))
    return " · ".join(different((on, inputs.setting("practice_name"))))


def _mark(inputs: Inputs, says: Speech) -> str:
    return "|".join(different((says.say("documents.trial") if inputs.trial else "", unproved_mark(inputs, says))))


def _action_page(held: tuple[FlagId, ...], inputs: Inputs, says: Speech) -> PersonView:
    """Return the page of the flags that wait; neutral ones give way to any other."""
    rules = [inputs.knowledge.engine.rules.flag(flag) for flag in held]
    named = [rule for rule in rules if not rule.neutral_paper]
    words = says.all("person_paper", _LABELS)
    title = says.of((named or rules)[0].paper_title)
    spare = "person_paper.first_this" if named else "person_paper.appointment"
    net: tuple[str, ...] = call_lines(inputs, says)
    if named:
        net = (*net, says.say("person_paper.net_danger"), *talk_line(held, says))
    lines = _paper_lines(named or rules, says)
    return PersonView(
        title=title or says.say(spare),
        subtitle=_subtitle(inputs, says),
        mark=_mark(inputs, says),
        unproved=unproved_line(inputs, says),
        words=words,
        first=lines,
        is_appointment=not named,
        today=_today(Visible(inputs), says),
        net=not_said(net, " ".join(lines)),
    )


def _paper_lines(rules: Iterable[FlagRule], says: Speech) -> tuple[str, ...]:
    return different(says.of(line) for rule in rules for line in rule.paper_lines)


def _advice(inputs: Inputs, says: Speech) -> PersonView:
    visible = Visible(inputs)
    steps, proposed = first_steps(visible, says)
    used = {step.help.kind for step in steps if step.help is not None}
    groups = help_groups(visible, says, used)
    plan = inputs.conversation.plan
    return PersonView(
        title=says.say("person_paper.title"),
        subtitle=_subtitle(inputs, says),
        mark=_mark(inputs, says),
        unproved=unproved_line(inputs, says),
        words=says.all("person_paper", _LABELS),
        today=_today(visible, says),
        quotes=_quotes(visible, says),
        strengths=different(sentence(short(each.text)) for each in visible.strengths()),
        steps=steps,
        are_proposed=proposed,
        groups=groups,
        are_chosen=bool(inputs.conversation.choices),
        net=safety_net(inputs, says),
        again="" if plan.speak_again is None else _again(inputs, says),
    )


def _today(visible: Visible, says: Speech) -> tuple[str, ...]:
    raised = visible.flags(FlagState.RAISED)
    rules = [visible.flag_rule(flag.flag) for flag in raised if flag.effect is FlagEffect.GOES_ON]
    return _paper_lines(rules, says)


def _quotes(visible: Visible, says: Speech) -> tuple[str, ...]:
    texts = (visible.own_words(), *(wish.text for wish in visible.wishes() if wish.told_by == "person"))
    found = different(short(text, QUOTE_LENGTH) for text in texts)
    return tuple(says.quote(text) for text in found[:MOST_QUOTES])


def _again(inputs: Inputs, says: Speech) -> str:
    plan = inputs.conversation.plan
    if plan.speak_again is None:
        return ""
    on = short_day(says.language, plan.speak_again)
    if plan.speak_how.strip():
        how = short(plan.speak_how).rstrip(".")
        return says.say("person_paper.again_how", day=on, how=how)
    return says.say("person_paper.again", day=on)
