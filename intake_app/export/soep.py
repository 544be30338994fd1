"""The journal text: at most ten lines, S O E P, to be pasted into the practice's own system.

S keeps the person's own words; O tells how one spoke and what was noticed; E holds complaints, and the codes that were
ticked, and names no diagnosis; P the steps. What is silent stays out (decision 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intake_app.advice.plan import Decision
from intake_app.core.text import Language
from intake_app.export.views import Inputs, Speech, different, short, speech, unclosed, unproved_line
from intake_app.export.views_huisarts import names_of, present
from intake_app.export.views_picture import heavy_words, weights
from intake_app.export.views_safety import suicide_line, withdrawn
from intake_app.export.views_visible import Visible
from intake_app.triage.model import FlagState

MOST_LINES = 10
_LINE = 300
_HALF_LINE = 145
_MOST_WORDS = 5
_MOST_QUOTES = 2


def soep(inputs: Inputs, language: Language, codes: Iterable[str] = ()) -> str:
    """Return the journal text of a talk, one line per finding; `codes` are those that a practitioner ticked."""
    says = speech(inputs, language)
    visible = Visible(inputs)
    lines = (
        *_subjective(visible, says),
        *_objective(visible, says),
        _evaluation(visible, says, ", ".join(codes)),
        *_plan(visible, says),
    )
    return "\n".join([line for line in lines if line][:MOST_LINES])


def _subjective(visible: Visible, says: Speech) -> tuple[str, ...]:
    texts = (visible.own_words(), *(wish.text for wish in visible.wishes() if wish.told_by == "person"))
    found = different(short(text, _LINE - 8) for text in texts)[:_MOST_QUOTES]
    return tuple(says.say("soep.s", text=says.quote(text)) for text in found)


def _objective(visible: Visible, says: Speech) -> tuple[str, ...]:
    situation = visible.inputs.conversation.situation
    there = says.say(
        "soep.o",
        kind=says.say(f"huisarts_paper.mode_{situation.mode.value}"),
        channel=says.say(f"huisarts_paper.channel_{situation.channel.value}"),
        present=present(visible.inputs, says),
    )
    # What was said of suicide is never shortened: the gravest answers stand last.
    return (
        short(there, _LINE),
        says.say("soep.o_suicide", text=suicide_line(visible, says)),
        _noticed_line(visible, says),
    )


def _noticed_line(visible: Visible, says: Speech) -> str:
    return short(" ".join(_noticed(visible, says)), _LINE)


def _noticed(visible: Visible, says: Speech) -> Iterator[str]:
    """Yield what stands out and what was taken back; together they are one line."""
    flags = _flags(visible, says)
    gone = [each.title for each in withdrawn(visible, says)]
    if flags:
        yield short(says.say("soep.o_flags", flags="; ".join(flags)), _HALF_LINE)
    if gone:
        text = short(" ".join(gone), _HALF_LINE)
        yield text if flags else says.say("soep.o_withdrawn", text=text)


def _evaluation(visible: Visible, says: Speech, codes: str) -> str:
    closing = says.say("soep.e_codes", codes=codes) if codes else says.say("soep.e_no_codes")
    words = (short(_complaints(visible, says), _LINE), closing, unproved_line(visible.inputs, says))
    return " ".join(each for each in words if each)


def _complaints(visible: Visible, says: Speech) -> str:
    """Return what weighs; a flag goes before "nothing was named", and stands for itself."""
    heavy = heavy_words(weights(visible), visible, says)[:_MOST_WORDS]
    if heavy:
        return says.say("soep.e_heavy", text="; ".join(heavy))
    flags = _flags(visible, says)
    if flags:
        return says.say("soep.e_flags", flags="; ".join(flags))
    return says.say("soep.e_nothing" if visible.inputs.picture.assessment.enough_known else "soep.e_too_little")


def _flags(visible: Visible, says: Speech) -> tuple[str, ...]:
    return different(unclosed(says.of(visible.flag_rule(each.flag).title)) for each in visible.flags(FlagState.RAISED))


def _plan(visible: Visible, says: Speech) -> tuple[str, ...]:
    later = names_of(visible, says, Decision.LATER)
    declined = names_of(visible, says, Decision.DECLINED)
    none = says.say("soep.none")
    others = says.say("soep.p_later", later=", ".join(later) or none, declined=", ".join(declined) or none)
    worse = short(visible.inputs.conversation.plan.when_worse, _LINE - 20)
    lines = (
        _done(visible, says),
        _steps(visible, says),
        others if later or declined else "",
        says.say("soep.p_net", text=worse) if worse else says.say("soep.p_net_default"),
    )
    return tuple(short(each, _LINE) for each in lines)


def _done(visible: Visible, says: Speech) -> str:
    done = different(unclosed(short(action.done)) for flag in visible.outcomes() for action in visible.actions(flag))
    return says.say("soep.p_done", text="; ".join(done)) if done else ""


def _steps(visible: Visible, says: Speech) -> str:
    agreed = [unclosed(short(step.text)) for step in visible.steps()]
    choices = visible.inputs.conversation.choices
    if not agreed and choices:
        agreed = list(names_of(visible, says, Decision.TAKEN))
    if agreed:
        return says.say("soep.p_steps", steps="; ".join(agreed))
    kinds = {kind.id: says.of(kind.name) for kind in visible.inputs.knowledge.supply.kinds}
    proposed = [kinds[kind] for kind in visible.first_steps() if kind in kinds]
    if choices or not proposed:
        return says.say("soep.p_nothing")
    return says.say("soep.p_proposed", steps="; ".join(proposed))
