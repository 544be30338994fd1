"""The journal text: at most ten lines, S O E P, to be pasted into the practice's own system.

S keeps the person's own words; E names no diagnosis. What is silent stays out (decision 2).
"""

from __future__ import annotations

from intake_app.advice.plan import Decision
from intake_app.core.text import Language
from intake_app.export.views import Inputs, Speech, different, short, speech, unclosed, unproved_line
from intake_app.export.views_huisarts import names_of, present
from intake_app.export.views_picture import heavy_words, needs, weights
from intake_app.export.views_safety import suicide_line, withdrawn
from intake_app.export.views_visible import Visible
from intake_app.triage.model import FlagState

MOST_LINES = 10
_LINE = 300
_MOST_WORDS = 5
_MOST_QUOTES = 2


def soep(inputs: Inputs, language: Language) -> str:
    """Return the journal text of a talk, one line per finding."""
    says = speech(inputs, language)
    visible = Visible(inputs)
    lines = (
        *_subjective(visible, says),
        _objective(visible, says),
        *_evaluation(visible, says),
        *_plan(visible, says),
    )
    return "\n".join([short(line, _LINE) for line in lines if line][:MOST_LINES])


def _subjective(visible: Visible, says: Speech) -> tuple[str, ...]:
    texts = (visible.own_words(), *(wish.text for wish in visible.wishes()))
    found = different(short(text, _LINE - 8) for text in texts)[:_MOST_QUOTES]
    return tuple(says.say("soep.s", text=says.quote(text)) for text in found)


def _objective(visible: Visible, says: Speech) -> str:
    situation = visible.inputs.conversation.situation
    there = says.say(
        "soep.o",
        kind=says.say(f"huisarts_paper.mode_{situation.mode.value}"),
        channel=says.say(f"huisarts_paper.channel_{situation.channel.value}"),
        present=present(visible.inputs, says),
    )
    return f"{there} {suicide_line(visible, says)}"


def _evaluation(visible: Visible, says: Speech) -> tuple[str, ...]:
    heavy = heavy_words(weights(visible), visible, says)[:_MOST_WORDS]
    assessment = visible.inputs.picture.assessment
    gone = [each.title for each in withdrawn(visible, says)]
    medical, social = needs(visible.inputs, says)
    nothing = "soep.e_nothing" if assessment.enough_known else "soep.e_too_little"
    flags = [unclosed(says.of(visible.flag_rule(flag.flag).title)) for flag in visible.flags(FlagState.RAISED)]
    return (
        says.say("soep.e_heavy", text="; ".join(heavy)) if heavy else says.say(nothing),
        f"{says.say('soep.e_need', medical=medical, social=social)} {unproved_line(visible.inputs, says)}".strip(),
        says.say("soep.e_flags", flags="; ".join(different(flags))) if flags else "",
        says.say("soep.e_withdrawn", text=" ".join(gone)) if gone else "",
    )


def _plan(visible: Visible, says: Speech) -> tuple[str, ...]:
    later = names_of(visible, says, Decision.LATER)
    declined = names_of(visible, says, Decision.DECLINED)
    none = says.say("soep.none")
    others = says.say("soep.p_later", later=", ".join(later) or none, declined=", ".join(declined) or none)
    worse = short(visible.inputs.conversation.plan.when_worse, _LINE - 20)
    return (
        _done(visible, says),
        _steps(visible, says),
        others if later or declined else "",
        says.say("soep.p_net", text=worse) if worse else says.say("soep.p_net_default"),
    )


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
