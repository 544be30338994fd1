"""Safety on the summary: what was asked, which flags may be named, what was done and how soon."""

from __future__ import annotations

from dataclasses import dataclass

from intake_app.export.templating import moment
from intake_app.export.views import QUOTE_LENGTH, Speech, different, sentence, short, unclosed
from intake_app.export.views_answers import phrases
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.conditions import Missing
from intake_app.triage.model import FlagState, Urgency
from intake_app.triage.outcome import FlagOutcome

_SUICIDE = ("suicide_thoughts", "life_not_worth", "suicide_plan", "suicide_safe", "suicide_earlier")
"""The questions about suicide; the first is the plain one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagView:
    """One flag: what it is, what was said, and what was done."""

    title: str
    said: str
    done: tuple[str, ...]


def suicide_line(visible: Visible, says: Speech) -> str:
    """Return whether suicide was asked about, and the answer in words."""
    said = phrases(_SUICIDE, visible, says)
    plain = visible.question(_SUICIDE[0])
    if said:
        return says.say("huisarts_paper.suicide_answered", answer="; ".join(said))
    if plain is not None and visible.is_missing(plain, Missing.DECLINED):
        return says.say("huisarts_paper.suicide_declined")
    if plain is not None and visible.is_missing(plain, Missing.NOT_KNOWN):
        return says.say("huisarts_paper.suicide_unknown")
    return says.say("huisarts_paper.suicide_not_asked")


def flag_views(visible: Visible, says: Speech) -> tuple[FlagView, ...]:
    """Return the flags that may be named: raised, still possible, and those about which something was done."""
    raised = tuple(_raised(flag, visible, says) for flag in visible.flags(FlagState.RAISED))
    possible = tuple(_possible(flag, visible, says) for flag in visible.flags(FlagState.POSSIBLE))
    return (*raised, *possible, *_settled(visible, says))


def _title(flag: FlagOutcome, visible: Visible, says: Speech) -> str:
    return unclosed(says.of(visible.flag_rule(flag.flag).title))


def _said(flag: FlagOutcome, visible: Visible, says: Speech) -> str:
    columns = [column for clause in flag.clauses for column in clause.when.columns]
    own = different(unclosed(says.of(clause.text)) for clause in flag.clauses)
    return sentence("; ".join(phrases(columns, visible, says) or own))


def _raised(flag: FlagOutcome, visible: Visible, says: Speech) -> FlagView:
    urgency = says.say(f"huisarts_paper.urgency_{flag.urgency.code}")
    title = says.say("huisarts_paper.flag", title=_title(flag, visible, says), urgency=urgency)
    done = _done(flag, visible, says)
    if not done:
        recorded = flag.flag in visible.inputs.conversation.history.recorded
        done = (says.say(f"huisarts_paper.flag_{'recorded' if recorded else 'not_recorded'}"),)
    return FlagView(title=title, said=_said(flag, visible, says), done=done)


def _possible(flag: FlagOutcome, visible: Visible, says: Speech) -> FlagView:
    title = says.say("huisarts_paper.flag_possible", title=_title(flag, visible, says))
    return FlagView(title=title, said=_said(flag, visible, says), done=_done(flag, visible, says))


def _settled(visible: Visible, says: Speech) -> tuple[FlagView, ...]:
    """Return flags that no longer stand, but about which something was done."""
    gone = [flag for flag in visible.outcomes() if flag.state not in {FlagState.RAISED, FlagState.POSSIBLE}]
    found = ((f"{_title(flag, visible, says)}.", _done(flag, visible, says)) for flag in gone)
    return tuple(FlagView(title=title.capitalize(), said="", done=done) for title, done in found if done)


def _done(flag: FlagOutcome, visible: Visible, says: Speech) -> tuple[str, ...]:
    lines = []
    for action in visible.actions(flag):
        done, told = short(action.done).rstrip("."), _told(action.told, says)
        text = says.say("huisarts_paper.flag_action", done=done, told=told)
        lines.append(f"{text} ({moment(says.language, action.at)})")
        if action.agreed.strip():
            agreed = short(action.agreed, QUOTE_LENGTH)
            lines.append(says.say("huisarts_paper.flag_agreed", text=agreed))
    return tuple(lines)


def _told(told: str, says: Speech) -> str:
    return says.say("roles.huisarts") if told == "huisarts" else short(told).rstrip(".")


def withdrawn(visible: Visible, says: Speech) -> tuple[FlagView, ...]:
    """Return the flags that a practitioner took back, with the reason; those that may be named."""
    outcomes = {flag.flag: flag for flag in visible.outcomes()}
    found = []
    for each in visible.inputs.conversation.withdrawals:
        flag = outcomes.get(each.flag)
        if flag is not None:
            title = _title(flag, visible, says)
            reason = short(each.reason, QUOTE_LENGTH)
            text = says.say("huisarts_paper.flag_withdrawn", title=title, reason=reason)
            found.append(FlagView(title=text, said=moment(says.language, each.at), done=()))
    return tuple(found)


def urgency_line(visible: Visible, says: Speech) -> str:
    """Return how soon something must be done, and whether that is the practitioner's own word."""
    level, is_own = visible.urgency_in_force()
    if level is Urgency.ROUTINE and not is_own:
        return ""
    key = "huisarts_paper.urgency_set" if is_own else "huisarts_paper.urgency"
    return says.say(key, level=urgency_word(level, says))


def urgency_word(level: Urgency, says: Speech) -> str:
    """Return a level of urgency as a word inside a sentence."""
    return says.say(f"huisarts_paper.urgency_{level.code}")
