"""Mijn advies: what the person takes home, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake_app.conversation.around import PERSON, may_be_drawn
from intake_app.conversation.desk import PERSON_ADVICE
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.ids import FlagId
from intake_app.core.problems import problem
from intake_app.export.making import Maker, PaperSpec
from intake_app.export.views import (
    QUOTE_LENGTH,
    Inputs,
    Speech,
    again_words,
    corner_mark,
    different,
    sentence,
    short,
    subtitle,
    unproved_line,
)
from intake_app.export.views_around import AroundView, around_view
from intake_app.export.views_help import HelpView, own_part
from intake_app.export.views_net import call_lines, safety_net, talk_line, unsaid
from intake_app.export.views_spoken import marked_groups, marked_steps, notice
from intake_app.export.views_steps import GroupView, StepView, first_steps, help_groups
from intake_app.export.views_visible import Visible
from intake_app.export.views_wheel import WheelView, wheel_view
from intake_app.triage.model import FlagEffect, FlagRule, FlagState

PERSON_FILE = "mijn-advies.pdf"
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

    `lang` is the language of the fixed words, `words` are the fixed labels. `notice` says what a translation is
    worth. `first` holds the lines of an action page; it is empty on a whole advice.
    """

    lang: str
    title: str
    subtitle: str
    mark: str
    unproved: str
    words: Mapping[str, str]
    notice: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    is_appointment: bool = False
    today: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    steps: tuple[StepView, ...] = ()
    are_proposed: bool = False
    groups: tuple[GroupView, ...] = ()
    are_chosen: bool = False
    own_part: str = ""
    net: tuple[str, ...] = ()
    again: str = ""
    scan_website: str = ""
    wheel: WheelView | None = None
    around: AroundView | None = None


def person_view(inputs: Inputs, says: Speech) -> PersonView:
    """Return what the person's paper shows now."""
    held = inputs.picture.advice.held_by
    return _action_page(held, inputs, says) if held else _advice(inputs, says)


def _action_page(held: tuple[FlagId, ...], inputs: Inputs, says: Speech) -> PersonView:
    """Return the page of the flags that wait; neutral ones give way to any other."""
    rules = [inputs.knowledge.engine.rules.flag(flag) for flag in held]
    named = [rule for rule in rules if not rule.neutral_paper]
    words = says.all("person_paper", _LABELS)
    title = says.of((named or rules)[0].paper_title)
    spare = "person_paper.first_this" if named else "person_paper.appointment"
    net = call_lines(inputs, says)
    if named:
        net = (*net, *says.twice("person_paper.net_danger"), *talk_line(held, says))
    lines = _paper_lines(named or rules, says)
    return PersonView(
        lang=says.code,
        title=title if title and says.spoken is None else says.say(spare),
        subtitle=subtitle(inputs, says),
        mark=corner_mark(inputs, says),
        notice=notice(says),
        unproved=unproved_line(inputs, says),
        words=words,
        first=lines,
        is_appointment=not named,
        today=_today(Visible(inputs), says),
        net=unsaid(net, " ".join(lines), says),
    )


def _paper_lines(rules: Iterable[FlagRule], says: Speech) -> tuple[str, ...]:
    return different(says.marked(says.of(line)) for rule in rules for line in rule.paper_lines)


def _advice(inputs: Inputs, says: Speech) -> PersonView:
    visible = Visible(inputs)
    steps, proposed = first_steps(visible, says)
    used = {step.help.kind for step in steps if step.help is not None}
    groups = help_groups(visible, says, used)
    return PersonView(
        lang=says.code,
        title=says.say("person_paper.title"),
        subtitle=subtitle(inputs, says),
        mark=corner_mark(inputs, says),
        notice=notice(says),
        unproved=unproved_line(inputs, says),
        words=says.all("person_paper", _LABELS),
        today=_today(visible, says),
        quotes=_quotes(visible, says),
        strengths=different(says.marked(sentence(short(each.text))) for each in visible.strengths()),
        steps=marked_steps(steps, says),
        are_proposed=proposed,
        groups=marked_groups(groups, says),
        are_chosen=bool(inputs.conversation.choices),
        own_part=own_part(_helps(steps, groups), says),
        net=safety_net(inputs, says),
        again=again_words(inputs, says),
        scan_website=says.marked(says.say("service_leaflet.scan_website")),
        wheel=wheel_view(visible, says),
        around=around_view(visible, says, with_strain=False) if may_be_drawn(inputs.conversation, PERSON) else None,
    )


def _helps(steps: Iterable[StepView], groups: Iterable[GroupView]) -> Iterator[HelpView]:
    yield from (step.help for step in steps if step.help is not None)
    yield from (each for group in groups for each in group.helps)


def _today(visible: Visible, says: Speech) -> tuple[str, ...]:
    raised = visible.flags(FlagState.RAISED)
    rules = [visible.flag_rule(flag.flag) for flag in raised if flag.effect is FlagEffect.GOES_ON]
    return _paper_lines(rules, says)


def _quotes(visible: Visible, says: Speech) -> tuple[str, ...]:
    texts = (visible.own_words(), *(wish.text for wish in visible.wishes() if wish.told_by == "person"))
    found = different(short(text, QUOTE_LENGTH) for text in texts)
    return tuple(says.quote(text) for text in found[:MOST_QUOTES])


def _listed(_knowledge: Knowledge, _talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    """Hold the paper back while a flag may be there (decision 1).

    While one waits the paper is its action page, which holds no advice and is never held back.
    """
    advice = picture.advice
    possible = () if advice.held_by else advice.ask_first
    locked = tuple(problem("flag_still_possible", flag) for flag in possible)
    return (PaperSpec(id=PERSON_ADVICE, file_name=PERSON_FILE, locked_by=locked),)


def _viewed(inputs: Inputs, says: Speech, _part: str) -> PersonView:
    return person_view(inputs, says)


PERSON_PAPER = Maker(name=PERSON_ADVICE, template="person.xml.j2", listed=_listed, view=_viewed)
