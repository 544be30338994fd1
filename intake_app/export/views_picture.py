"""The picture on the summary: need as bars, what weighs and helps per area, what is asked of the huisarts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Decision
from intake_app.advice.proposals import Proposal
from intake_app.core.ids import KindId
from intake_app.export.views import Inputs, Speech, different, short, unclosed
from intake_app.export.views_answers import OVERVIEW, area_names, is_touched, phrases
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.model import LIFE_AREAS, Area
from intake_app.triage.outcome import Contribution, Need, Score, neighbours

MOST_WEIGHTS = 4
MOST_HELPS = 3
MOST_ASKED = 4
MOST_REASONS = 3
_GP_ROUTE = "huisarts"
_GP_KIND = KindId("huisarts")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """The need on one side: a word, its interval, and how much is known. Figures only place the bar.

    `words` say what the bar shows to who cannot see it.
    """

    name: str
    word: str
    low: str
    high: str
    point: str
    note: str
    is_known: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaLine:
    """One area on a line: what weighs, and what helps; both may be empty."""

    name: str
    weighs: str
    helps: str


def bars(inputs: Inputs, says: Speech) -> tuple[BarView, ...]:
    """Return the two needs side by side; neither wins."""
    return tuple(_bar(score, inputs, says) for score in _scores(inputs))


def needs(inputs: Inputs, says: Speech) -> tuple[str, str]:
    """Return the medical and the social need in words."""
    medical, social = (_word(score, inputs, says) for score in _scores(inputs))
    return medical, social


def _scores(inputs: Inputs) -> tuple[Score, Score]:
    return inputs.picture.assessment.medical, inputs.picture.assessment.social


def is_known(score: Score, inputs: Inputs) -> bool:
    """Tell whether a need can be said. Never while something is held back from the paper: it would reassure falsely."""
    if any(flag.is_silent for flag in inputs.picture.assessment.raised()):
        return False
    return score.need is not Need.NOT_ENOUGH_KNOWN or neighbours(score.low, score.high) is not None


def _word(score: Score, inputs: Inputs, says: Speech) -> str:
    """Return a need as a word, or as two words where it lies in two neighbouring bands."""
    both = neighbours(score.low, score.high)
    if not is_known(score, inputs):
        return says.say(f"huisarts_paper.need_{Need.NOT_ENOUGH_KNOWN.value}")
    if both is None:
        return says.say(f"huisarts_paper.need_{score.need.value}")
    low, high = (says.say(f"huisarts_paper.need_{each.value}") for each in both)
    return says.say("huisarts_paper.need_between", low=low, high=high)


def _bar(score: Score, inputs: Inputs, says: Speech) -> BarView:
    known = is_known(score, inputs)
    name, word = says.say(f"huisarts_paper.{score.target.value}"), _word(score, inputs, says)
    ends = {"low": str(score.low), "high": str(score.high)}
    point = says.say("pictures.bar_point", point=str(score.point)) if known else ""
    return BarView(
        name=name,
        word=word,
        low=str(score.low),
        high=str(score.high),
        point=str(score.point),
        note=says.say("huisarts_paper.known_part", percent=str(round(score.known * 100))) if known else "",
        is_known=known,
        words=" ".join(different((says.say("pictures.bar", name=name, word=word, **ends), point))),
    )


def weights(visible: Visible, area: Area | None = None) -> tuple[Contribution, ...]:
    """Return every rule that counts, each once, heaviest first; of one area or of all."""
    assessment = visible.inputs.picture.assessment
    both = (*assessment.medical.contributions, *assessment.social.contributions)
    found: dict[str, Contribution] = {}
    for each in sorted(visible.contributions(both), key=lambda one: -abs(one.amount)):
        if area is None or each.area is area:
            found.setdefault(str(each.rule), each)
    return tuple(found.values())


def contribution_words(each: Contribution, visible: Visible, says: Speech) -> str:
    """Return what was said behind a rule, in the third person; else the rule's own sentence."""
    return ", ".join(phrases(each.columns, visible, says)) or unclosed(says.of(each.text))


def heavy_words(found: Iterable[Contribution], visible: Visible, says: Speech) -> tuple[str, ...]:
    """Return what weighs; what only opens an area gives way to what is told in it."""
    heavy = [each for each in found if each.amount > 0]
    told = [each for each in heavy if not each.columns[0].startswith(OVERVIEW)]
    return different(contribution_words(each, visible, says) for each in told or heavy)


def area_lines(visible: Visible, says: Speech) -> tuple[AreaLine, ...]:
    """Return the four areas, each with what weighs and what helps."""
    names = area_names(visible.inputs.knowledge.questionnaire, says)
    return tuple(_line(area, names[area], visible, says) for area in LIFE_AREAS if area in names)


def _line(area: Area, name: str, visible: Visible, says: Speech) -> AreaLine:
    found = weights(visible, area)
    heavy = list(heavy_words(found, visible, says))
    if not heavy:
        heavy = list(phrases((f"area_{area.value}",), visible, says))
    if not heavy and any(is_touched(topic, visible) for topic in visible.topics() if topic.area is area):
        heavy = [says.say("huisarts_paper.nothing_heavy")]
    if len(heavy) > MOST_WEIGHTS:
        heavy = [*heavy[:MOST_WEIGHTS], says.say("huisarts_paper.more")]
    topics = visible.inputs.knowledge.questionnaire.topics
    strong = [
        short(each.text)
        for each in visible.strengths()
        if each.topic and topics[each.topic].area is area  # type: ignore[index]  # a topic's id is text in a file
    ]
    eases = [contribution_words(each, visible, says) for each in found if each.amount < 0]
    helps = "; ".join(different([*strong, *eases])[:MOST_HELPS])
    return AreaLine(
        name=name,
        weighs="; ".join(heavy),
        helps=says.say("huisarts_paper.helps", text=helps) if helps else "",
    )


# --- what is asked of the huisarts ---


def asked_of_gp(visible: Visible, says: Speech) -> tuple[tuple[str, ...], bool]:
    """Return what the huisarts is asked to do, and whether that is only a proposal."""
    choices = visible.inputs.conversation.choices
    advice = visible.inputs.picture.advice
    if choices:
        taken = [advice.proposal(each.kind) for each in visible.choices() if each.decision is Decision.TAKEN]
        found = [each for each in taken if each is not None]
    else:
        found = [each for group in Group for each in visible.proposals(advice.suggested(group))]
    wanted = [each for each in found if each.kind.id == _GP_KIND or each.kind.route_by == _GP_ROUTE]
    wanted.sort(key=lambda each: each.kind.id != _GP_KIND)
    return tuple(_request(each, visible, says) for each in wanted[:MOST_ASKED]), not choices


def _request(proposal: Proposal, visible: Visible, says: Speech) -> str:
    columns = [column for each in visible.reasons(proposal.outcome.reasons) for column in each.columns]
    reasons = "; ".join(phrases(columns, visible, says)[:MOST_REASONS])
    if proposal.kind.id == _GP_KIND:
        key = "huisarts_paper.judge" if reasons else "huisarts_paper.judge_bare"
        return says.say(key, reasons=reasons)
    key = "huisarts_paper.consider" if reasons else "huisarts_paper.consider_bare"
    return says.say(key, kind=says.of(proposal.kind.name), reasons=reasons)
