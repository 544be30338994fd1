"""Mijn wachttijdkaart: what helps until a treatment may begin, whom to call, and when we speak again.

That a treatment was chosen is no referral: the card says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Decision, Step
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.ids import KindId
from intake_app.export.making import Maker, PaperSpec, held_by_flags
from intake_app.export.views import (
    Inputs,
    Speech,
    again_words,
    corner_mark,
    different,
    sentence,
    short,
    subtitle,
    unproved_line,
)
from intake_app.export.views_help import HelpView, help_with, own_part
from intake_app.export.views_net import safety_net
from intake_app.export.views_steps import kind_of_step
from intake_app.export.views_visible import Visible, held_back, may_name_kind
from intake_app.questionnaire.situation import Participant

WAITING_CARD = "waiting_card"
TREATMENTS = frozenset(
    {
        *("basis_ggz", "specialist_ggz", "fact_bemoeizorg", "verslavingszorg", "pop_poli", "jeugd_ggz"),
        "psychosomatische_therapie",
    }
)
"""Kinds of help that one often waits for. Source: eigen oordeel; help at the practice begins within days."""
MEANWHILE = (Group.SOCIAL, Group.PEER, Group.EXERCISE)
"""Groups of help that begin without a referral. Source: docs/sources/domain.md §1, bridging by the social domain."""
_WORDS = (
    *("title", "intro", "own", "meanwhile", "no_meanwhile", "worse", "referred"),
    *("ask_how_long", "ask_insurer", "ask_mediation", "not_sure", "again_title", "again_when"),
)
_HELP_WORDS = ("later", "cost", "start", "call", "with_whom", "website", "place", "waiting", "scan", "footer")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCardView:
    """The whole paper; where nothing was agreed or chosen, there are lines to write on, or a word on what can be."""

    lang: str
    subtitle: str
    mark: str
    unproved: str
    words: Mapping[str, str]
    own: tuple[str, ...]
    helps: tuple[HelpView, ...]
    own_part: str
    net: tuple[str, ...]
    again: str


def waiting_card_view(inputs: Inputs, says: Speech) -> WaitingCardView:
    """Return what helps meanwhile: own steps, and what was chosen of the groups that begin without a referral."""
    visible = Visible(inputs)
    helps = _helps(visible, says)
    return WaitingCardView(
        lang=says.code,
        subtitle=subtitle(inputs, says),
        mark=corner_mark(inputs, says),
        unproved=unproved_line(inputs, says),
        words={**says.all("person_paper", _HELP_WORDS), **says.all("waiting_card", _WORDS)},
        own=tuple(_step(each, says) for each in visible.steps() if _is_own(each, visible)),
        helps=helps,
        own_part=own_part(helps, says),
        net=safety_net(inputs, says),
        again=again_words(inputs, says),
    )


def _is_own(step: Step, visible: Visible) -> bool:
    kind = kind_of_step(step, visible)
    return step.who == Participant.PERSON and (kind is None or kind.group is Group.OWN_NETWORK)


def _step(step: Step, says: Speech) -> str:
    text, start = sentence(short(step.text)), short(step.smallest_start)
    return " ".join(different((text, f"{says.say('person_paper.smallest')} {sentence(start)}" if start else "")))


def _helps(visible: Visible, says: Speech) -> tuple[HelpView, ...]:
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    found = []
    for choice in visible.choices():
        kind = kinds.get(choice.kind)
        if kind is not None and kind.group in MEANWHILE and choice.decision is not Decision.DECLINED:
            is_later = choice.decision is Decision.LATER
            found.append(replace(help_with(kind, visible, says, str(choice.service)), is_later=is_later))
    return tuple(sorted(found, key=lambda each: each.is_later))


def _listed(knowledge: Knowledge, talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    """Offer it once a treatment was chosen that may be named on a paper."""
    taken = [each.kind for each in talk.choices if each.decision is Decision.TAKEN and each.kind in TREATMENTS]
    held = held_back(knowledge) if taken else None
    if held is None or not any(may_name_kind(KindId(kind), held, picture) for kind in taken):
        return ()
    return (PaperSpec(id=WAITING_CARD, file_name="mijn-wachttijd.pdf", locked_by=held_by_flags(picture)),)


def _viewed(inputs: Inputs, says: Speech, _part: str) -> WaitingCardView:
    return waiting_card_view(inputs, says)


WAITING_CARD_PAPER = Maker(name=WAITING_CARD, template="waiting_card.xml.j2", listed=_listed, view=_viewed)
