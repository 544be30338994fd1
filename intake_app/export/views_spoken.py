"""The person's paper in a language of their own: what stays in Dutch is marked, and the paper says what counts."""

from __future__ import annotations

from dataclasses import replace

from intake_app.export.views import Speech, different
from intake_app.export.views_help import HelpView
from intake_app.export.views_steps import GroupView, StepView
from intake_app.questionnaire.spoken import TranslationStatus


def notice(says: Speech) -> tuple[str, ...]:
    """Return what the paper says about its own language; nothing on a paper in Dutch or English."""
    if says.spoken is None:
        return ()
    is_draft = says.spoken.status is TranslationStatus.DRAFT
    about = says.twice("spoken_paper.draft" if is_draft else "spoken_paper.reviewed")
    return different((*about, says.say("spoken_paper.legend")))


def marked_steps(steps: tuple[StepView, ...], says: Speech) -> tuple[StepView, ...]:
    """Return the steps with a mark at all that is Dutch; unchanged on a paper in Dutch or English."""
    return steps if says.spoken is None else tuple(_step(each, says) for each in steps)


def marked_groups(groups: tuple[GroupView, ...], says: Speech) -> tuple[GroupView, ...]:
    """Return the groups of help with a mark at all that is Dutch; unchanged on a paper in Dutch or English."""
    if says.spoken is None:
        return groups
    return tuple(replace(group, helps=tuple(_help(each, says) for each in group.helps)) for group in groups)


def _step(step: StepView, says: Speech) -> StepView:
    return replace(
        step,
        title=says.marked(step.title),
        smallest=says.marked(step.smallest),
        name=says.marked(step.name),
        help=None if step.help is None else _help(step.help, says),
    )


def _help(help_: HelpView, says: Speech) -> HelpView:
    """Mark what the content and the sociale kaart say; names, numbers and addresses need no language."""
    return replace(
        help_,
        name=says.marked(help_.name),
        what=says.marked(help_.what),
        why=says.marked(help_.why),
        for_whom=says.marked(help_.for_whom),
        cost=says.marked(help_.cost),
        start=says.marked(help_.start),
        reach=says.marked(help_.reach),
    )
