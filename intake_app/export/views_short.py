"""The short sentences on the summary: how settled the outcome is, and why, per need and per kind of help.

They are made of what may leave the program only. Final rests on the questions that are asked alone too, so a paper
never says it: it would tell that they were asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake_app.advice.kinds import Group
from intake_app.advice.proposals import Proposal
from intake_app.export.views import Speech
from intake_app.export.views_picture import is_known
from intake_app.export.views_visible import Visible
from intake_app.triage.outcome import Need, Score
from intake_app.triage.short_form import ShortForm

_WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortView:
    """The sentences about both needs, and about each kind of help that the rules suggest, with its name."""

    needs: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]


def settled(visible: Visible, says: Speech) -> str:
    """Say how settled the outcome is, short enough to stand behind a heading. What may not be named is never missed."""
    missing = visible.inputs.picture.assessment.missing_essentials
    is_incomplete = any(visible.question(str(id_)) is not None for id_ in missing)
    return says.say(f"huisarts_paper.{'incomplete' if is_incomplete else 'provisional'}")


def short_view(visible: Visible, says: Speech) -> ShortView:
    """Return the short sentences."""
    knowledge, assessment = visible.inputs.knowledge, visible.inputs.picture.assessment
    form = ShortForm(knowledge.questionnaire, knowledge.engine.rules, says.say, says.language)
    advice = visible.inputs.picture.advice
    suggested = [each for group in Group for each in visible.proposals(advice.suggested(group))]
    return ShortView(
        needs=tuple(form.score(_told(each, visible)) for each in (assessment.medical, assessment.social)),
        kinds=tuple((says.of(each.kind.name), _why(each, visible, form)) for each in suggested),
    )


def _told(score: Score, visible: Visible) -> Score:
    """Return a score with only what may be told; where a need may not be said, nothing of its height is left."""
    open_ = replace(
        score,
        contributions=visible.contributions(score.contributions),
        open_rules=visible.contributions(score.open_rules),
    )
    if is_known(score, visible.inputs):
        return open_
    return replace(open_, need=Need.NOT_ENOUGH_KNOWN, low=0, high=_WHOLE)


def _why(proposal: Proposal, visible: Visible, form: ShortForm) -> str:
    return form.kind(replace(proposal.outcome, reasons=visible.reasons(proposal.outcome.reasons)))
