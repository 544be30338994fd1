"""Samenvatting voor de huisarts: one page, then the annexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake_app.advice.plan import MOST_FIRST_STEPS, Choice, DecidedBy, Decision, Step
from intake_app.conversation.around import AROUND
from intake_app.conversation.consent import HUISARTS, may_read
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.problems import problem
from intake_app.export.consented import consent_line, locked_without, released_texts
from intake_app.export.making import Maker, PaperSpec, Reader
from intake_app.export.templating import clock, day
from intake_app.export.views import (
    QUOTE_LENGTH,
    Inputs,
    Speech,
    corner_mark,
    different,
    sentence,
    short,
    unproved_line,
)
from intake_app.export.views_annex import AnnexView, annex_view, open_answers, untouched_count
from intake_app.export.views_answers import quoted
from intake_app.export.views_around import AroundView, around_view
from intake_app.export.views_otherwise import otherwise_lines
from intake_app.export.views_picture import AreaLine, BarView, area_lines, asked_of_gp, bars
from intake_app.export.views_record import referrer, topic_name
from intake_app.export.views_safety import FlagView, flag_views, suicide_line, urgency_line
from intake_app.export.views_short import settled
from intake_app.export.views_steps import kind_of_step
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.situation import Interpreter, Participant

SUMMARY = "huisarts_summary"
MOST_QUOTES = 3
_MOST_STEPS = 12
_LABELS = (
    *(
        "title",
        "footer",
        "person",
        "present",
        "referrer",
        "question",
        "no_question",
        "asked",
        "asked_nothing",
    ),
    *(
        "picture",
        "not_spoken",
        "safety",
        "safety_note",
        "otherwise",
        "chosen",
        "proposed",
        "nothing_chosen",
        "net",
        "no_net",
    ),
    *(
        "not_discussed",
        "nothing_left_out",
        "annex",
        "answers",
        "no_answers",
        "reasons_medical",
        "reasons_social",
    ),
    *("reason_head", "effect_head", "source_head", "no_reasons", "strengths", "untouched_title"),
    *("in_short", "in_short_note", "why_kinds", "released"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """One agreed step in a row: number, text, and who does it by when."""

    number: str
    text: str
    who_when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HuisartsView:
    """The whole summary. `shows` names the items that the person agreed to; `released` was released one by one."""

    subtitle: str
    mark: str
    unproved: str
    words: Mapping[str, str]
    shows: frozenset[str]
    person: str
    present: str
    referrer: str
    quotes: tuple[str, ...]
    asked: tuple[str, ...]
    asked_note: str
    are_proposed: bool
    settled: str
    bars: tuple[BarView, ...]
    areas: tuple[AreaLine, ...]
    suicide: str
    flags: tuple[FlagView, ...]
    urgency: str
    otherwise: tuple[str, ...]
    steps: tuple[AgreedLine, ...]
    choices: tuple[str, ...]
    untouched: str
    left_out: tuple[str, ...]
    net: tuple[str, ...]
    released: tuple[str, ...]
    consent: str
    annex: AnnexView
    around: AroundView | None


def huisarts_view(inputs: Inputs, says: Speech) -> HuisartsView:
    """Return what the summary shows."""
    visible = Visible(inputs)
    shows = may_read(inputs.conversation, HUISARTS)
    steps, proposed = _steps(visible, says)
    asked, asked_is_proposed = asked_of_gp(visible, says)
    return HuisartsView(
        subtitle=_subtitle(inputs, says),
        mark=corner_mark(inputs, says, _rules_version(inputs, says)),
        unproved=unproved_line(inputs, says),
        words=says.all("huisarts_paper", _LABELS),
        shows=shows,
        person=_person(inputs, says),
        present=present(inputs, says),
        referrer=_referrer(inputs, says),
        quotes=_quotes(visible, says),
        asked=asked,
        asked_note=says.say("huisarts_paper.proposal_note") if asked and asked_is_proposed else "",
        are_proposed=proposed,
        settled=settled(visible, says),
        bars=bars(inputs, says),
        areas=area_lines(visible, says),
        suicide=suicide_line(visible, says),
        flags=flag_views(visible, says),
        urgency=urgency_line(visible, says),
        otherwise=otherwise_lines(visible, says, shows),
        steps=steps,
        choices=_choices(visible, says),
        untouched=untouched_count(visible, says),
        left_out=different((_left_out(visible, says), *open_answers(visible, says))),
        net=_net(inputs, says),
        released=released_texts(inputs, HUISARTS, says),
        consent=consent_line(inputs.conversation, HUISARTS, says.say("consent.the_huisarts"), says),
        annex=annex_view(visible, says),
        around=around_view(visible, says, with_strain=True) if AROUND in shows else None,
    )


# --- the head ---


def _subtitle(inputs: Inputs, says: Speech) -> str:
    talk = inputs.conversation
    situation = talk.situation
    when = day(says.language, situation.date)
    if talk.closed is not None and talk.closed.date() == talk.opened.date():
        begin, end = (clock(says.language, at) for at in (talk.opened, talk.closed))
        when = f"{when}, {says.say('huisarts_paper.between', begin=begin, end=end)}"
    kind = says.say(f"huisarts_paper.mode_{situation.mode.value}")
    channel = says.say(f"huisarts_paper.channel_{situation.channel.value}")
    return " · ".join(different((kind, when, channel, inputs.setting("practice_name"))))


def _rules_version(inputs: Inputs, says: Speech) -> str:
    version = inputs.knowledge.engine.rules.version
    return says.say("documents.rules_version", version=version) if version else ""


def _person(inputs: Inputs, says: Speech) -> str:
    person = inputs.conversation.situation.person
    age = person.age_on(inputs.conversation.situation.date)
    gender = says.say(f"huisarts_paper.{person.gender}") if person.gender else ""
    years = "" if age is None else says.say("huisarts_paper.years", age=str(age))
    found = different((gender, years, person.pc4))
    return ", ".join(found) or says.say("huisarts_paper.unknown_person")


def present(inputs: Inputs, says: Speech) -> str:
    """Return who was there, in words."""
    situation = inputs.conversation.situation
    roles = [says.say(f"roles.{each.value}") for each in situation.participants]
    if situation.interpreter is not Interpreter.NONE:
        roles = [role for role in roles if role != says.say(f"roles.{Participant.INTERPRETER.value}")]
        roles.append(says.say(f"huisarts_paper.interpreter_{situation.interpreter.value}"))
    return ", ".join(different(roles))


def _referrer(inputs: Inputs, says: Speech) -> str:
    """Return who sent somebody, and why where the consent covers the question."""
    name = short(referrer(inputs.conversation.situation.referrer_role, says))
    shows = may_read(inputs.conversation, HUISARTS)
    reason = Visible(inputs).referrer_reason() if "question" in shows else ""
    return ": ".join(different((name, short(reason))))


def _quotes(visible: Visible, says: Speech) -> tuple[str, ...]:
    own = short(visible.own_words(), QUOTE_LENGTH)
    found = [says.quote(own)] if own else []
    for wish in visible.wishes():
        said = quoted(wish, says, QUOTE_LENGTH)
        figures = [
            says.say(f"huisarts_paper.{name}", number=str(value))
            for name, value in (("importance", wish.importance), ("confidence", wish.confidence))
            if value is not None
        ]
        if said or figures:
            name = topic_name(str(wish.topic), visible.inputs, says)
            about = f"{name}:" if name else ""
            found.append(" ".join(part for part in (about, said, *figures) if part))
    return different(found)[:MOST_QUOTES]


# --- what was agreed ---


def _steps(visible: Visible, says: Speech) -> tuple[tuple[AgreedLine, ...], bool]:
    """Return the agreed steps, and whether they are only a proposal."""
    agreed = visible.steps()
    if agreed:
        rows = [(short(step.text), _who_when(step, says)) for step in agreed]
    else:
        rows = [(name, "") for name in _kinds_instead(visible, says)[:MOST_FIRST_STEPS]]
    lines = tuple(
        AgreedLine(number=str(number), text=text, who_when=who)
        for number, (text, who) in enumerate(rows[:_MOST_STEPS], start=1)
    )
    return lines, bool(lines) and not agreed and not visible.inputs.conversation.choices


def _kinds_instead(visible: Visible, says: Speech) -> tuple[str, ...]:
    """Return what was taken, or what the rules propose where nobody chose yet."""
    if visible.inputs.conversation.choices:
        return names_of(visible, says, Decision.TAKEN)
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    return tuple(says.of(kinds[kind].name) for kind in visible.first_steps() if kind in kinds)


def _who_when(step: Step, says: Speech) -> str:
    known = {each.value for each in Participant} | {HUISARTS, "practice", "service"}
    who = says.say(f"roles.{step.who}") if step.who in known else short(step.who)
    when = "" if step.by is None else day(says.language, step.by)
    other = says.say("huisarts_paper.for_relative") if step.for_whom == "relative" else ""
    return " · ".join(different((who, when, other)))


def names_of(visible: Visible, says: Speech, decision: Decision) -> tuple[str, ...]:
    """Return the names of the kinds with this decision, with the person's reason where one was given."""
    found = (each for each in visible.choices() if each.decision is decision)
    return different(_named(each, visible, says) for each in found)


def _named(choice: Choice, visible: Visible, says: Speech) -> str:
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    kind = kinds.get(choice.kind)
    if kind is None:
        return ""
    reason = "" if choice.by is DecidedBy.PRACTITIONER else short(choice.reason)
    if not reason:
        return says.of(kind.name)
    return says.say("huisarts_paper.with_reason", kind=says.of(kind.name), reason=reason)


def _choices(visible: Visible, says: Speech) -> tuple[str, ...]:
    """Return what was chosen beside the steps, what is for later, and what was not chosen and why."""
    taken = names_of(visible, says, Decision.TAKEN)
    if visible.steps():
        stepped = [kind_of_step(step, visible) for step in visible.steps()]
        done = {says.of(kind.name) for kind in stepped if kind is not None}
        taken = tuple(name for name in taken if name not in done)
    else:
        taken = taken[MOST_FIRST_STEPS:]
    lines = (
        ("also_taken", taken),
        ("for_later", names_of(visible, says, Decision.LATER)),
        ("not_chosen", names_of(visible, says, Decision.DECLINED)),
    )
    return tuple(says.say(f"huisarts_paper.{key}", kinds=", ".join(names)) for key, names in lines if names)


def _left_out(visible: Visible, says: Speech) -> str:
    """Return the topics of questions that were left out on purpose, each with its reason."""
    found = []
    for topic in visible.topics():
        reasons = different(short(visible.left_out(question)) for question in topic.questions)
        name = says.of(topic.name)
        found += [says.say("huisarts_paper.left_out", topic=name, reason=reason) for reason in reasons]
    return sentence(short(", ".join(found), QUOTE_LENGTH * 2))


def _net(inputs: Inputs, says: Speech) -> tuple[str, ...]:
    plan = inputs.conversation.plan
    texts = [short(text, QUOTE_LENGTH) for text in (plan.when_worse, plan.when_it_fails)]
    if plan.speak_again is not None:
        on, how = day(says.language, plan.speak_again), short(plan.speak_how).rstrip(".")
        key = "huisarts_paper.again_how" if how else "huisarts_paper.again"
        texts.append(says.say(key, day=on, how=how))
    return different(texts)


def _listed(_knowledge: Knowledge, talk: Conversation, _picture: Picture) -> tuple[PaperSpec, ...]:
    locked = locked_without(talk, HUISARTS, problem("consent_missing", SUMMARY))
    spec = PaperSpec(
        id=SUMMARY, file_name="samenvatting.pdf", locked_by=locked, reader=Reader.HUISARTS, recipient=HUISARTS
    )
    return (spec,)


def _viewed(inputs: Inputs, says: Speech, _part: str) -> HuisartsView:
    return huisarts_view(inputs, says)


HUISARTS_PAPER = Maker(name=SUMMARY, template="huisarts.xml.j2", listed=_listed, view=_viewed)
