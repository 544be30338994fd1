"""Concept-verwijzing: what a huisarts needs to write a referral, with what only they may fill in left open.

It is unsigned, names no disorder and no echelon, and is marked as a draft on every page. What was released item by item
is for the huisarts alone and stays off it: a referral travels on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake_app.advice.kinds import Group
from intake_app.advice.plan import Decision
from intake_app.conversation.consent import HUISARTS, may_read
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.ids import KindId
from intake_app.core.problems import problem
from intake_app.export.consented import consent_line, locked_without
from intake_app.export.making import Maker, PaperSpec, Reader, held_by_flags
from intake_app.export.views import QUOTE_LENGTH, Inputs, Speech, corner_mark, different, short, unproved_line
from intake_app.export.views_answers import phrases
from intake_app.export.views_huisarts import present
from intake_app.export.views_picture import AreaLine, area_lines
from intake_app.export.views_safety import FlagView, flag_views, suicide_line, urgency_line
from intake_app.export.views_visible import Visible, held_back, may_name_kind

REFERRAL = "referral_draft"
BEFORE, AFTER = "before", "after"
"""The region's exploratory talk comes before or after a referral; the setting `referral_order`, empty: not said.

Source: docs/sources/practice.md §4, regions differ.
"""
_MENTAL = frozenset({KindId(each) for each in ("basis_ggz", "specialist_ggz", "fact_bemoeizorg", "verslavingszorg")})
"""The kinds for which an insurer asks for a referral to mental health care; the draft names none of them."""
_TRIED = ("earlier_help", "helped_before")
_MOST_QUOTES = 4
_LABELS = (
    *("title", "footer", "note", "filled_title", "filled_note", "sender", "person", "judged", "judged_note"),
    *("date", "name", "role", "agb", "stamp", "signature", "person_name", "person_birth", "person_address"),
    *("person_number", "disorder", "echelon", "to_whom", "from_talk", "present", "question", "no_question"),
    *("tried", "tried_nothing", "context", "not_spoken", "safety", "safety_note", "beside", "beside_nothing", "kept"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralView:
    """The whole draft. `shows` names the items that the person agreed to; `order` says where the talk stands."""

    subtitle: str
    mark: str
    unproved: str
    words: Mapping[str, str]
    shows: frozenset[str]
    order: str
    present: str
    quotes: tuple[str, ...]
    tried: tuple[str, ...]
    areas: tuple[AreaLine, ...]
    suicide: str
    flags: tuple[FlagView, ...]
    urgency: str
    beside: tuple[str, ...]
    consent: str


def referral_view(inputs: Inputs, says: Speech) -> ReferralView:
    """Return what the draft shows."""
    visible, talk = Visible(inputs), inputs.conversation
    return ReferralView(
        subtitle=_subtitle(inputs, says),
        mark="|".join(different((says.say("referral_paper.mark"), corner_mark(inputs, says)))),
        unproved=unproved_line(inputs, says),
        words=says.all("referral_paper", _LABELS),
        shows=may_read(talk, HUISARTS),
        order=_order(inputs, says),
        present=present(inputs, says),
        quotes=_quotes(visible, says),
        tried=phrases(_TRIED, visible, says),
        areas=area_lines(visible, says),
        suicide=suicide_line(visible, says),
        flags=flag_views(visible, says),
        urgency=urgency_line(visible, says),
        beside=_beside(visible, says),
        consent=consent_line(talk, HUISARTS, says.say("consent.the_huisarts"), says),
    )


def _subtitle(inputs: Inputs, says: Speech) -> str:
    situation = inputs.conversation.situation
    kind = says.say(f"huisarts_paper.mode_{situation.mode.value}")
    return " · ".join(different((kind, says.day(situation.date), inputs.setting("practice_name"))))


def _order(inputs: Inputs, says: Speech) -> str:
    order = inputs.setting("referral_order")
    return says.say(f"referral_paper.order_{order if order in {BEFORE, AFTER} else 'open'}")


def _quotes(visible: Visible, says: Speech) -> tuple[str, ...]:
    texts = (visible.own_words(), *(wish.text for wish in visible.wishes() if wish.told_by == "person"))
    found = different(short(text, QUOTE_LENGTH) for text in texts)
    return tuple(says.quote(text) for text in found[:_MOST_QUOTES])


def _beside(visible: Visible, says: Speech) -> tuple[str, ...]:
    """Return what the person chose beside a referral: a combination is the usual outcome (decision 3)."""
    kinds = {kind.id: kind for kind in visible.inputs.knowledge.supply.kinds}
    taken = (each.kind for each in visible.choices() if each.decision is Decision.TAKEN)
    return different(says.of(kinds[each].name) for each in taken if each in kinds and each not in _MENTAL)


def _is_called_for(knowledge: Knowledge, talk: Conversation, picture: Picture) -> bool:
    """Tell whether there is occasion for a referral: the person chose such care, or it is suggested and still open."""
    held = held_back(knowledge)
    found = {kind for kind in _MENTAL if may_name_kind(kind, held, picture)}
    decided = {each.kind: each.decision for each in talk.choices}
    if any(decided.get(kind) is Decision.TAKEN for kind in found):
        return True
    suggested = {each.kind.id for each in picture.advice.suggested(Group.CARE)}
    return not talk.choices and bool(found & suggested)


def _listed(knowledge: Knowledge, talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    if not _is_called_for(knowledge, talk, picture):
        return ()
    locked = locked_without(talk, HUISARTS, problem("consent_missing", REFERRAL))
    spec = PaperSpec(
        id=REFERRAL,
        file_name="concept-verwijzing.pdf",
        locked_by=(*held_by_flags(picture), *locked),
        reader=Reader.HUISARTS,
        recipient=HUISARTS,
    )
    return (spec,)


def _viewed(inputs: Inputs, says: Speech, _part: str) -> ReferralView:
    return referral_view(inputs, says)


REFERRAL_PAPER = Maker(name=REFERRAL, template="referral.xml.j2", listed=_listed, view=_viewed)
