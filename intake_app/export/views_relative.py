"""Blad voor de naaste: for a relative who was there, with what they said themselves and what is for them.

Nothing of the person's stands on it: no answer, no reason, no flag, no choice of theirs. That is why it needs no
consent of the person, and why the help on it is the same for every relative, save what a step of their own is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from intake_app.advice.plan import MOST_FIRST_STEPS, Step
from intake_app.conversation.knowledge import Knowledge, Picture
from intake_app.conversation.model import Conversation
from intake_app.core.ids import KindId
from intake_app.export.making import PART, Maker, PaperSpec, Reader, held_by_flags
from intake_app.export.views import QUOTE_LENGTH, Inputs, Speech, corner_mark, different, sentence, short, subtitle
from intake_app.export.views_help import HelpView, help_with, own_part
from intake_app.export.views_net import call_lines
from intake_app.export.views_steps import who_words
from intake_app.export.views_visible import Visible
from intake_app.questionnaire.situation import Participant

RELATIVE = "relative"
GROUP, SUPPORT = KindId("naasten_groep"), KindId("mantelzorgsteunpunt")
"""Help for any relative (docs/sources/domain.md §5b). That a support point tells nothing of the person where a line for
one illness would: eigen oordeel."""
_WORDS = (
    *("title", "footer", "intro", "no_consent", "said", "steps", "no_steps", "well", "help", "support_title"),
    *("support_talk", "support_rest", "support_gp", "net_title", "net_worried", "questions", "with_you"),
)
_HELP_WORDS = ("start", "smallest", "who", "when", "call", "with_whom", "website", "place", "waiting", "cost", "scan")


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeStep:
    """A step that the relative does, or that is for them: what, who does it (empty: they do), and by when."""

    text: str
    who: str
    when: str
    smallest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeView:
    """The whole sheet. `said` are their own words, `well` what they told that goes well."""

    lang: str
    subtitle: str
    mark: str
    words: Mapping[str, str]
    said: tuple[str, ...]
    well: tuple[str, ...]
    steps: tuple[RelativeStep, ...]
    helps: tuple[HelpView, ...]
    own_part: str
    net: tuple[str, ...]
    scan_website: str


def relative_view(inputs: Inputs, says: Speech, who: str) -> RelativeView:
    """Return what the sheet of a relative shows; `who` is as told by and for whom things were noted."""
    visible = Visible(inputs)
    steps = tuple(each for each in visible.steps() if who in {each.who, each.for_whom})[:MOST_FIRST_STEPS]
    helps = _helps(steps, inputs, says)
    wishes = different(short(each.text, QUOTE_LENGTH) for each in visible.wishes() if each.told_by == who)
    return RelativeView(
        lang=says.code,
        subtitle=subtitle(inputs, says),
        mark=corner_mark(inputs, says),
        words={**says.all("person_paper", _HELP_WORDS), **says.all("relative_paper", _WORDS)},
        said=tuple(says.quote(each) for each in wishes),
        well=different(sentence(short(each.text)) for each in visible.strengths() if each.told_by == who),
        steps=tuple(_step(each, who, says) for each in steps),
        helps=helps,
        own_part=own_part(helps, says),
        net=(says.say("relative_paper.net_worried"), *call_lines(inputs, says), says.say("person_paper.net_danger")),
        scan_website=says.say("service_leaflet.scan_website"),
    )


def _step(step: Step, relative: str, says: Speech) -> RelativeStep:
    when = "" if step.by is None else says.say("person_paper.before", day=says.short_day(step.by))
    return RelativeStep(
        text=sentence(short(step.text)),
        who=_doer(step.who, relative, says),
        when=when,
        smallest=sentence(short(step.smallest_start)),
    )


def _doer(who: str, relative: str, says: Speech) -> str:
    """Return who does a step as the relative calls them: "u" is the relative here, not the person."""
    if who == relative:
        return says.say("who.person")
    return says.say("relative_paper.with_you") if who == Participant.PERSON else who_words(who, says)


def _helps(steps: Iterable[Step], inputs: Inputs, says: Speech) -> tuple[HelpView, ...]:
    """Return help for relatives, without the reasons, and found as if the person had said nothing."""
    talk, knowledge = inputs.conversation, inputs.knowledge
    bare = replace(talk, answers={}, notes={}, wishes=(), strengths=(), choices=())
    visible = Visible(replace(inputs, conversation=bare, picture=knowledge.picture(bare)))
    kinds = {kind.id: kind for kind in knowledge.supply.kinds}
    own = {KindId(str(step.kind)): str(step.service) for step in steps if step.kind in kinds}
    wanted = own | {each: "" for each in (SUPPORT, GROUP) if each in kinds and each not in own}
    found = []
    for id_, service in wanted.items():
        view = replace(help_with(kinds[id_], visible, says, service), why="", for_whom=says.of(kinds[id_].for_whom))
        found.append(view if service or id_ == SUPPORT else _unnamed(view, says))
    return tuple(found)


def _unnamed(view: HelpView, says: Speech) -> HelpView:
    """Return help without an address: the one that fits best might tell what the talk was about."""
    start = says.say("relative_paper.ask_us")
    bare = replace(view, start=start, service="", number="", reach="", website="", place="")
    return replace(bare, waiting="", checked="", warning="", code_words="")


def _listed(_knowledge: Knowledge, talk: Conversation, picture: Picture) -> tuple[PaperSpec, ...]:
    """Offer one for every relative who was there; while something must come first, none is made."""
    there = dict.fromkeys(each for each in talk.situation.participants if each is Participant.RELATIVE)
    return tuple(
        PaperSpec(
            id=f"{RELATIVE}{PART}{who.value}",
            file_name="blad-om-mee-te-nemen.pdf",
            locked_by=held_by_flags(picture),
            reader=Reader.RELATIVES,
        )
        for who in there
    )


RELATIVE_PAPER = Maker(name=RELATIVE, template="relative.xml.j2", listed=_listed, view=relative_view)
