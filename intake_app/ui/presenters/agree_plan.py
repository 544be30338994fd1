"""The plan as it is filled in before anybody types: steps from what was taken, days, and the safety net."""

from __future__ import annotations

import datetime
from dataclasses import replace

from intake_app.advice.chosen import chosen_service
from intake_app.advice.kinds import OptionKind
from intake_app.advice.plan import Choice, Decision, Plan, Step
from intake_app.advice.proposals import ENOUGH
from intake_app.conversation.desk import Desk
from intake_app.conversation.session import Session
from intake_app.core.ids import KindId
from intake_app.directory.model import Service
from intake_app.questionnaire.situation import Channel
from intake_app.triage.model import FlagEffect, Urgency
from intake_app.ui.presenters.choose_cards import own_step_kind

WITHIN_DAYS, SPEAK_AFTER_DAYS = 7, 14
"""Within a week the first step; after two weeks we speak again. Source: docs/sources/domain.md §7."""
SATURDAY, SUNDAY = 5, 6
WHO_ARRANGES = {"practice": "practice", "huisarts": "practice"}
"""Who does the first step, by who arranges it; all else the person does."""
CALLED_BY = {Channel.TELEPHONE: "call", Channel.VIDEO: "video", Channel.HOME: "home"}
SUICIDE_FLAGS = frozenset({"suicide_acute", "suicide_thoughts"})


def filled_day(today: datetime.date) -> datetime.date:
    """Return the last day of a first step: within a week, never a Sunday."""
    day = today + datetime.timedelta(days=WITHIN_DAYS)
    return day - datetime.timedelta(days=1) if day.weekday() == SUNDAY else day


def speak_day(today: datetime.date) -> datetime.date:
    """Return the day on which we speak again: after two weeks, on a working day."""
    day = today + datetime.timedelta(days=SPEAK_AFTER_DAYS)
    return day + datetime.timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def filled_plan(desk: Desk, session: Session, today: datetime.date) -> Plan:
    """Return the kept plan, with a step for each choice that has none and the empty parts filled in."""
    talk = session.conversation
    plan, taken = talk.plan, {each.kind: each for each in talk.choices if _makes_step(each)}
    kept = tuple(step for step in plan.steps if not step.kind or step.kind in taken)
    known = {step.kind for step in kept}
    made = tuple(_step(desk, session, choice, today) for kind, choice in taken.items() if kind not in known)
    return Plan(
        steps=tuple(_with_service(desk, session, step, taken) for step in kept) + made,
        when_worse=plan.when_worse or when_worse(desk, session),
        when_it_fails=plan.when_it_fails or desk.text("agree.when_it_fails"),
        speak_again=plan.speak_again or speak_day(today),
        speak_how=plan.speak_how or desk.text(f"agree.how_{_how(session)}"),
    )


def when_worse(desk: Desk, session: Session) -> str:
    """Return what to do when it gets worse, with the numbers of the practice."""
    practice, evening = desk.setting("gp_phone"), desk.setting("out_of_hours_phone")
    lines = [
        desk.text("person_paper.net_call_number", number=practice) if practice else desk.text("person_paper.net_call"),
        desk.text("person_paper.net_evening_number", number=evening)
        if evening
        else desk.text("person_paper.net_evening"),
        desk.text("person_paper.net_danger"),
    ]
    if any(each.flag in SUICIDE_FLAGS for each in session.picture.assessment.raised()):
        lines.append(desk.text("person_paper.net_talk"))
    return "\n".join(lines)


def _makes_step(choice: Choice) -> bool:
    return choice.decision is Decision.TAKEN and choice.kind != ENOUGH


def _how(session: Session) -> str:
    return CALLED_BY.get(session.conversation.situation.channel, "call")


def _with_service(desk: Desk, session: Session, step: Step, taken: dict[KindId, Choice]) -> Step:
    """Return a step with the service that is chosen now; words that nobody changed name that one too."""
    choice = taken.get(KindId(step.kind))
    if choice is None or choice.service == step.service:
        return step
    kind = _kind(session, choice.kind)
    before = session.knowledge.supply.directory.service(step.service)
    if kind is not None and step.text == _words(desk, kind, before):
        step = replace(step, text=_words(desk, kind, _service(session, choice)))
    return replace(step, service=choice.service)


def _step(desk: Desk, session: Session, choice: Choice, today: datetime.date) -> Step:
    kind = _kind(session, choice.kind)
    if kind is None:
        return Step(text=choice.reason, kind=choice.kind, by=filled_day(today))
    own = choice.kind == own_step_kind() and choice.reason
    return Step(
        text=choice.reason if own else _words(desk, kind, _service(session, choice)),
        who=WHO_ARRANGES.get(kind.route_by, "person"),
        by=today if _is_for_today(session, kind.id) else filled_day(today),
        smallest_start="" if own else kind.smallest_start.of(desk.language),
        kind=kind.id,
        service=choice.service,
    )


def _kind(session: Session, id_: KindId) -> OptionKind | None:
    return next((each for each in session.knowledge.supply.kinds if each.id == id_), None)


def _service(session: Session, choice: Choice) -> Service | None:
    return chosen_service(choice.service, choice, session.knowledge.supply.directory).service


def _words(desk: Desk, kind: OptionKind, service: Service | None) -> str:
    """Return the kind as a step; the service is named unless the words name it already."""
    said = kind.step.of(desk.language)
    if service is None or service.name.casefold() in said.casefold():
        return said
    return desk.text("agree.step_with", step=said, service=service.name)


def _is_for_today(session: Session, kind: KindId) -> bool:
    """Tell whether a flag that may be spoken of names the kind and cannot wait: that help is for today."""
    flags = [each for each in session.picture.assessment.raised() if not each.is_silent]
    pressing = [each.flag for each in flags if each.effect is FlagEffect.GOES_ON or each.urgency >= Urgency.TODAY]
    return any(kind in session.knowledge.engine.rules.flag(flag).names for flag in pressing)
