"""Where the practitioner chose otherwise than the rules say, each with the reason: one heading on the summary.

That the talk was enough although something speaks against it stands there whoever said so. What rests on something
silent is not told: neither the choice nor its reason (decision 2).
"""

from __future__ import annotations

from collections.abc import Iterator

from intake_app.advice.plan import Choice, DecidedBy, Decision
from intake_app.advice.proposals import ENOUGH, Proposal
from intake_app.conversation.otherwise import is_against
from intake_app.export.views import QUOTE_LENGTH, Speech, different, sentence, short, unclosed
from intake_app.export.views_safety import urgency_word, withdrawn
from intake_app.export.views_visible import Visible
from intake_app.triage.model import FlagState

MOST_AGAINST = 2


def otherwise_lines(visible: Visible, says: Speech, shows: frozenset[str]) -> tuple[str, ...]:
    """Return the lines that belong to what the person agreed to show: `safety` and `choices`."""
    lines: list[str] = []
    if "safety" in shows:
        lines += [_urgency(visible, says)]
        lines += [f"{sentence(each.title)} ({each.said})" for each in withdrawn(visible, says)]
    if "choices" in shows:
        lines += _kinds(visible, says)
    return different(lines)


def _urgency(visible: Visible, says: Speech) -> str:
    own = visible.own_urgency()
    if own is None:
        return ""
    said = visible.inputs.picture.assessment.urgency if own.said is None else own.said
    if own.level is said:
        return ""
    words = {"level": urgency_word(own.level, says), "rules": urgency_word(said, says)}
    line = says.say("huisarts_paper.otherwise_urgency", **words)
    return _with_reason(line, own.reason, says)


def _kinds(visible: Visible, says: Speech) -> Iterator[str]:
    if visible.own_reasons_stay():
        return  # a line without its reason would tell that there is one
    for choice in visible.choices():
        proposal = visible.inputs.picture.advice.proposal(choice.kind)
        if proposal is None or not visible.is_told_whole(proposal.outcome):
            continue
        is_otherwise = is_against(choice, proposal.outcome, is_flagged=bool(visible.flags(FlagState.RAISED)))
        is_enough = choice.kind == ENOUGH and choice.decision is not Decision.DECLINED
        if choice.by is DecidedBy.PRACTITIONER or (is_enough and is_otherwise):
            line = _kind(choice, proposal, says, is_otherwise=is_otherwise)
            yield _with_reason(line, choice.reason, says)


def _kind(choice: Choice, proposal: Proposal, says: Speech, *, is_otherwise: bool) -> str:
    name, outcome = says.of(proposal.kind.name), proposal.outcome
    if choice.decision is Decision.DECLINED:
        key = "left" if is_otherwise else "declined"
        return says.say(f"huisarts_paper.otherwise_{key}", kind=name)
    line = says.say(f"huisarts_paper.otherwise_{choice.decision.value}", kind=name)
    against = "; ".join(different(unclosed(says.of(each.text)) for each in outcome.against[:MOST_AGAINST]))
    return f"{line} {says.say('huisarts_paper.otherwise_against', text=against)}" if against else line


def _with_reason(line: str, reason: str, says: Speech) -> str:
    said = sentence(short(reason, QUOTE_LENGTH))
    return f"{line} {says.say('huisarts_paper.otherwise_reason', text=said)}" if said else line
