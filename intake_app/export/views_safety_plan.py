"""Mijn veiligheidskaart: what helps the person in a hard moment, in their own words, and whom they can call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.conversation.safety_plan import PlanPerson, SafetyPlan, helped_by, is_there
from intake_app.export.making import Maker, PaperSpec, held_by_flags
from intake_app.export.templating import phone
from intake_app.export.views import Inputs, Speech, subtitle
from intake_app.practice.person_record import Named, PlanPart

SAFETY_PLAN = "safety_plan"
TALK_NUMBER = "0800-0113"
"""Free, day and night. Source: docs/sources/practice.md §4 [P1][P2]."""
DANGER_NUMBER = "112"
_LABELS = (
    *("title", "footer", "intro", "call_now", "signs", "own_steps", "distraction", "people", "helpers", "safer_home"),
    *("living_for", "call", "scan", "number", "to_write"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """Somebody to call: who, when (may be empty), the number as it is read, and the one that a code calls.

    `code_words` say what that code does, for who cannot see it.
    """

    at: str
    who: str
    when: str
    number: str
    code: str
    code_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPlanView:
    """The whole paper; a part that is empty becomes lines to write on. `words` are the fixed labels."""

    lang: str
    subtitle: str
    mark: str
    words: Mapping[str, str]
    helped: str
    before: tuple[tuple[str, str], ...]
    people: tuple[CallView, ...]
    helpers: tuple[CallView, ...]
    has_own_helpers: bool
    after: tuple[tuple[str, str], ...]


def safety_plan_view(inputs: Inputs, says: Speech) -> SafetyPlanView:
    """Return the safety plan; nothing on it comes from the answers, so that nothing of them can be read from it."""
    plan, words = inputs.conversation.safety_plan, says.all("safety_plan", _LABELS)
    own = tuple(_person(each, says) for each in plan.helpers if each != PlanPerson())
    return SafetyPlanView(
        lang=says.code,
        subtitle=subtitle(inputs, says),
        mark=says.say("documents.trial") if inputs.trial else "",
        words=words,
        helped=_helped(inputs.conversation, says),
        before=tuple((words[name], getattr(plan, name)) for name in ("signs", "own_steps", "distraction")),
        people=_numbered(_person(each, says) for each in plan.people if each != PlanPerson()),
        helpers=_numbered((*own, *_everybody(inputs, says))),
        has_own_helpers=bool(own),
        after=tuple((words[name], getattr(plan, name)) for name in ("safer_home", "living_for")),
    )


def plan_parts(plan: SafetyPlan, says: Speech) -> tuple[PlanPart, ...]:
    """Return what was filled in, for the record of what is kept of the person."""
    people = {name: "\n".join(map(_line, getattr(plan, name))).strip() for name in ("people", "helpers")}
    texts = {**dict(plan.texts), **people}
    found = ((each.name, texts[each.name].strip()) for each in fields(plan))
    return tuple(
        PlanPart(part=Named(code=name, words=says.say(f"safety_plan.{name}")), words=words)
        for name, words in found
        if words
    )


def _line(each: PlanPerson) -> str:
    return f"{each.name} {each.number}".strip()


def _helped(talk: Conversation, says: Speech) -> str:
    named = [says.say(f"who.{each.value}") for each in helped_by(talk.situation)]
    if not named:
        return ""
    who = named[0] if len(named) == 1 else says.say("safety_plan.and", one=named[0], other=named[1])
    return says.say("safety_plan.helped", who=who)


def _person(each: PlanPerson, says: Speech) -> CallView:
    name, number = each.name.strip(), each.number.strip()
    shown = phone(says.language, number)
    return CallView(at="", who=name or number, when="", number=shown, code=number, code_words=_code_words(number, says))


def _everybody(inputs: Inputs, says: Speech) -> Iterator[CallView]:
    """Yield whom everybody can call; the crisis service only where the practice has a number for it."""
    for name, setting in (("gp", "gp_phone"), ("evening", "out_of_hours_phone"), ("crisis", "crisis_phone")):
        number = inputs.setting(setting)
        if number or name != "crisis":
            yield _known(name, phone(says.language, number), number, says)
    yield _known("talk", says.say("safety_plan.talk_number"), TALK_NUMBER, says)
    # Without a code: three digits are typed faster, and nobody should call them by a slip of the camera.
    yield CallView(at="", who=says.say("safety_plan.danger"), when="", number=DANGER_NUMBER, code="", code_words="")


def _known(name: str, number: str, code: str, says: Speech) -> CallView:
    who, when = says.say(f"safety_plan.{name}"), says.say(f"safety_plan.{name}_when")
    return CallView(at="", who=who, when=when, number=number, code=code, code_words=_code_words(code, says))


def _code_words(number: str, says: Speech) -> str:
    return says.say("pictures.call_code", number=phone(says.language, number))


def _numbered(found: Iterable[CallView]) -> tuple[CallView, ...]:
    return tuple(replace(each, at=str(at)) for at, each in enumerate(found, start=1))


def _listed(_knowledge: Knowledge, talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    """Offer it wherever somebody trained is there, whatever was answered: that it is there tells nothing.

    What was filled in stays there to take along, also after that somebody left.
    """
    if not is_there(talk.safety_plan, talk.situation):
        return ()
    return (PaperSpec(id=SAFETY_PLAN, file_name="mijn-kaart.pdf", locked_by=held_by_flags(picture)),)


def _viewed(inputs: Inputs, says: Speech, _part: str) -> SafetyPlanView:
    return safety_plan_view(inputs, says)


SAFETY_PLAN_PAPER = Maker(name=SAFETY_PLAN, template="safety_plan.xml.j2", listed=_listed, view=_viewed)
